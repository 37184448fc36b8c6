/* For benches/surfaces.py: overhead SOURCE ROUNDS checks the source as often. */
#include <stdlib.h>

#include "file.h"
#include "ogi.h"

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    size_t length;
    uint8_t *source = file_bytes(argv[1], &length);
    if (source == NULL) return 2;
    for (long rounds = strtol(argv[2], NULL, 10); rounds > 0; --rounds) {
        OgiBuffer answer = {NULL, 0};
        if (ogi_check(source, length, NULL, &answer) != OGI_STATUS_OK) return 1;
        ogi_free(&answer);
    }
    free(source);
    return 0;
}
