/* Times the C interface, for benches/surfaces.py: overhead SOURCE ROUNDS prints the microseconds of a check. */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "file.h"
#include "ogi.h"

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    size_t length;
    uint8_t *source = file_bytes(argv[1], &length);
    if (source == NULL) return 2;
    long rounds = strtol(argv[2], NULL, 10);
    double began = 0;
    for (long round = -1; round < rounds; ++round) {
        if (round == 0) began = seconds();
        OgiBuffer answer = {NULL, 0};
        if (ogi_check(source, length, NULL, &answer) != OGI_STATUS_OK) return 1;
        ogi_free(&answer);
    }
    printf("%.2f\n", (seconds() - began) * 1e6 / (double)rounds);
    free(source);
    return 0;
}
