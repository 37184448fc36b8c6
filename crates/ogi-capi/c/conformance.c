/* Prints what conformance/measure.py compares, a line a file: conformance FILE ... */
#include <stdio.h>
#include <stdlib.h>

#include "file.h"
#include "ogi.h"

int main(int argc, char **argv) {
    for (int at = 1; at < argc; ++at) {
        size_t length;
        uint8_t *source = file_bytes(argv[at], &length);
        if (source == NULL) {
            perror(argv[at]);
            return 2;
        }
        OgiBuffer report = {NULL, 0}, checked = {NULL, 0};
        if (ogi_read(source, length, NULL, &report) != OGI_STATUS_OK) {
            printf("{\"error\": %s}\n", (const char *)report.data);
        } else if (ogi_check(source, length, NULL, &checked) != OGI_STATUS_OK) {
            printf("{\"error\": %s}\n", (const char *)checked.data);
        } else {
            printf("{\"error\": null, \"report\": %s, \"checked\": %s}\n", (const char *)report.data,
                   (const char *)checked.data);
        }
        ogi_free(&report);
        ogi_free(&checked);
        free(source);
    }
    return 0;
}
