/* A disk that fails: laid before the C library (LD_PRELOAD), it lets the calls of one kind on the files of a name fail, from the n-th on, so
 * many times. FAULTY_FILE: part of the path. FAULTY_CALL: read, write or sync. FAULTY_AT: n, from 1. FAULTY_TIMES: how often.
 * FAULTY_ERROR: the number of the error; 0 writes a half and says so. FAULTY_WHEN: a file; calls fail while it is there.
 * FAULTY_THREAD: the name of the thread whose calls fail alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long seen;

static long number(const char *name, long otherwise) {
    const char *text = getenv(name);
    return text ? atol(text) : otherwise;
}

/* Whether a call of a kind on a file fails now. */
static int fails(const char *call, int fd) {
    const char *wanted = getenv("FAULTY_CALL"), *file = getenv("FAULTY_FILE");
    char link[64], path[4096];
    ssize_t length;
    long at, now;
    const char *when = getenv("FAULTY_WHEN"), *thread = getenv("FAULTY_THREAD");
    char own[16] = "";
    if (!wanted || !file || strcmp(wanted, call) != 0) return 0;
    if (when && access(when, F_OK) != 0) return 0;
    if (thread && (prctl(PR_GET_NAME, own) != 0 || strcmp(own, thread) != 0)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!strstr(path, file)) return 0;
    at = number("FAULTY_AT", 1);
    now = atomic_fetch_add(&seen, 1) + 1;
    return now >= at && now < at + number("FAULTY_TIMES", 1);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ERROR number("FAULTY_ERROR", EIO)
#define FAIL(call, fd) if (fails(call, fd)) { errno = (int)ERROR; return -1; }
#define HALF(fd, count) if (fails("write", fd)) { if (ERROR) { errno = (int)ERROR; return -1; } (count) = (count) / 2; }

ssize_t read(int fd, void *to, size_t count) { FAIL("read", fd) return REAL(read)(fd, to, count); }
ssize_t pread(int fd, void *to, size_t count, off_t at) { FAIL("read", fd) return REAL(pread)(fd, to, count, at); }
ssize_t pread64(int fd, void *to, size_t count, off64_t at) { FAIL("read", fd) return REAL(pread64)(fd, to, count, at); }
ssize_t write(int fd, const void *from, size_t count) { HALF(fd, count) return REAL(write)(fd, from, count); }
ssize_t pwrite(int fd, const void *from, size_t count, off_t at) { HALF(fd, count) return REAL(pwrite)(fd, from, count, at); }
ssize_t pwrite64(int fd, const void *from, size_t count, off64_t at) { HALF(fd, count) return REAL(pwrite64)(fd, from, count, at); }
int fsync(int fd) { FAIL("sync", fd) return REAL(fsync)(fd); }
int fdatasync(int fd) { FAIL("sync", fd) return REAL(fdatasync)(fd); }
