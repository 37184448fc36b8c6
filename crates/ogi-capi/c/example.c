/* Checks a report and writes it as a web page: example REPORT PAGE. */
#include <stdio.h>
#include <stdlib.h>

#include "file.h"
#include "ogi.h"

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "example REPORT PAGE\n");
        return 2;
    }
    size_t length;
    uint8_t *source = file_bytes(argv[1], &length);
    if (source == NULL) {
        perror(argv[1]);
        return 2;
    }

    OgiBuffer answer = {NULL, 0};
    OgiStatus status = ogi_check(source, length, "{\"as_of\": \"2026-02-01\"}", &answer);
    /* With OGI_STATUS_OK the outcome, else the error: JSON in both cases, which ends with a zero byte. */
    printf("ogi %s: %s\n", ogi_version(), (const char *)answer.data);
    ogi_free(&answer);

    if (status == OGI_STATUS_OK) {
        status = ogi_write(source, length, "{\"format\": \"html\"}", &answer);
        FILE *page = status == OGI_STATUS_OK ? fopen(argv[2], "wb") : NULL;
        if (page == NULL || fwrite(answer.data, 1, answer.length, page) != answer.length) status = OGI_STATUS_FAILED;
        if (page != NULL) fclose(page);
        ogi_free(&answer);
    }
    free(source);
    return status == OGI_STATUS_OK ? 0 : 1;
}
