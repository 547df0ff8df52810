/* SPDX-License-Identifier: EUPL-1.2 */
/* A clock that somebody sets: FAULT_CLOCK is a file of one int64_t, which the test maps too: the time of day is that many seconds later. */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *later_s;

__attribute__((constructor)) static void begin(void)
{
	const char *path = getenv("FAULT_CLOCK");
	const int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	void *page = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *later_s, PROT_READ, MAP_SHARED, fd, 0);

	if (page != MAP_FAILED)
		later_s = page;
	if (fd >= 0)
		(void)close(fd);
}

int clock_gettime(clockid_t which, struct timespec *t)
{
	const int status = (int)syscall(SYS_clock_gettime, which, t);

	if (status == 0 && which == CLOCK_REALTIME && later_s)
		t->tv_sec += *later_s;
	return status;
}
