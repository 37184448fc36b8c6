/* Reads a file whole; for the examples. */
#ifndef FILE_H
#define FILE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The bytes of a file, to be freed by free(); NULL if it cannot be read. */
static uint8_t *file_bytes(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return NULL;
    size_t capacity = 1 << 16;
    uint8_t *bytes = (uint8_t *)malloc(capacity);
    *length = 0;
    while (bytes != NULL) {
        *length += fread(bytes + *length, 1, capacity - *length, file);
        if (*length < capacity) break;
        uint8_t *larger = (uint8_t *)realloc(bytes, capacity *= 2);
        if (larger == NULL) free(bytes);
        bytes = larger;
    }
    fclose(file);
    return bytes;
}

#endif
