/* Eight threads check the same files at once and get the same answers as one: threads FILE ... */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "ogi.h"

enum { THREADS = 8 };

typedef struct {
    uint8_t *source;
    size_t length;
    OgiStatus status;
    OgiBuffer answer;
} Task;

static Task *tasks;
static int count;

static void *check_all(void *argument) {
    size_t *different = (size_t *)argument;
    for (int at = 0; at < count; ++at) {
        OgiBuffer answer = {NULL, 0};
        OgiStatus status = ogi_check(tasks[at].source, tasks[at].length, NULL, &answer);
        *different += status != tasks[at].status || answer.length != tasks[at].answer.length ||
                      memcmp(answer.data, tasks[at].answer.data, answer.length) != 0;
        ogi_free(&answer);
    }
    return NULL;
}

int main(int argc, char **argv) {
    count = argc - 1;
    tasks = (Task *)calloc((size_t)argc, sizeof(Task));
    if (tasks == NULL) return 2;
    for (int at = 0; at < count; ++at) {
        tasks[at].source = file_bytes(argv[at + 1], &tasks[at].length);
        if (tasks[at].source == NULL) {
            perror(argv[at + 1]);
            return 2;
        }
        tasks[at].status = ogi_check(tasks[at].source, tasks[at].length, NULL, &tasks[at].answer);
    }
    pthread_t threads[THREADS];
    size_t different[THREADS] = {0}, all = 0;
    for (int n = 0; n < THREADS; ++n)
        if (pthread_create(&threads[n], NULL, check_all, &different[n]) != 0) return 2;
    for (int n = 0; n < THREADS; ++n) {
        pthread_join(threads[n], NULL);
        all += different[n];
    }
    for (int at = 0; at < count; ++at) {
        free(tasks[at].source);
        ogi_free(&tasks[at].answer);
    }
    free(tasks);
    printf("%d threads, %d files: %zu answers differ\n", THREADS, count, all);
    return all == 0 ? 0 : 1;
}
