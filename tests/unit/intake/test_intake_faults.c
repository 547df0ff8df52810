/* SPDX-License-Identifier: EUPL-1.2 */
/* A drop that changes under the hands of the intake, a machine that refuses what it asks for, a share. The system calls are
 * replaced below by ones that do something at the right moment: the linker prefers the program's own definition to the
 * C library's.
 */
#include "drop.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <sys/vfs.h>

#include "share.h"

#define LONG (300 * 1024) /* several reads */

static struct {
	void (*on_read)(int fd); /* at the read that at_read counts down to */
	int at_read;
	int watches, refuse_watch; /* an errno, or 0 */
	long magic;		   /* of every file system, or 0 */
	int refuse_open, opens;	   /* so many times, of "interdit.txt" */
} fault;

ssize_t read(int fd, void *p, size_t n)
{
	struct stat st;

	if (fault.on_read != NULL && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && --fault.at_read == 0)
		fault.on_read(fd);
	return (ssize_t)syscall(SYS_read, fd, p, n);
}

int inotify_add_watch(int fd, const char *path, uint32_t mask)
{
	fault.watches++;
	if (fault.refuse_watch == 0)
		return (int)syscall(SYS_inotify_add_watch, fd, path, mask);
	errno = fault.refuse_watch;
	return -1;
}

int fstatfs(int fd, struct statfs *st)
{
	const int r = (int)syscall(SYS_fstatfs, fd, st);

	if (fault.magic != 0)
		st->f_type = fault.magic;
	return r;
}

int openat(int dir, const char *name, int flags, ...)
{
	va_list ap;

	va_start(ap, flags);
	const mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(ap, mode_t) : 0;
	va_end(ap);
	if (strcmp(name, "interdit.txt") == 0 && fault.opens++ < fault.refuse_open) {
		errno = EACCES;
		return -1;
	}
	return (int)syscall(SYS_openat, dir, name, flags, mode);
}

static int fresh_faultless(void **state)
{
	memset(&fault, 0, sizeof fault);
	return fresh(state);
}

static void put_long(const char *name, char c)
{
	char *text = malloc(LONG + 1);

	memset(text, c, LONG);
	text[LONG] = '\0';
	put(name, text);
	free(text);
}

/* What was taken last is LONG times `c`, or `n` of them. */
static void taken_is(char c, size_t n)
{
	const struct seen *s = &w.taken[w.taken_n - 1];
	char path[300], *got = malloc(LONG + 1);

	snprintf(path, sizeof path, "attente/%s", s->spool);
	const int fd = (int)syscall(SYS_openat, w.etat_fd, path, O_RDONLY | O_CLOEXEC);
	assert_int_equal(read(fd, got, LONG + 1), n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(got[i], c);
	close(fd);
	free(got);
}

static int writer_on(const char *name)
{
	const int fd = (int)syscall(SYS_openat, w.depot_fd, name, O_WRONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	return fd;
}

/* Written over while it is copied, and its time put back: only its ctime tells. */
static void write_over(int fd)
{
	struct stat st;
	char *text = malloc(LONG);
	const int to = writer_on("a.txt");

	fault.on_read = NULL;
	memset(text, 'b', LONG);
	assert_int_equal(fstat(fd, &st), 0);
	assert_int_equal(pwrite(to, text, LONG, 0), LONG);
	assert_int_equal(futimens(to, (const struct timespec[]){ st.st_atim, st.st_mtim }), 0);
	close(to);
	free(text);
}

static void test_faults__written_over_during_the_copy_is_no_mixture(void **state)
{
	(void)state;
	for (int k = 1; k <= 6; k++) { /* the last read finds the end */
		put_long("a.txt", 'a');
		fault.at_read = k;
		fault.on_read = write_over;
		if (k == 1)
			start(10, 1, 10 * LONG);
		UNTIL(w.taken_n == (unsigned)k);
		assert_null(fault.on_read);
		taken_is('b', LONG);
	}
	assert_int_equal(entries("etat/attente"), 6);
}

static void cut_short(int fd)
{
	const int to = writer_on("a.txt");

	(void)fd;
	fault.on_read = NULL;
	assert_int_equal(ftruncate(to, 10), 0);
	close(to);
}

static void test_faults__cut_short_during_the_copy(void **state)
{
	(void)state;
	put_long("a.txt", 'a');
	fault.at_read = 3;
	fault.on_read = cut_short;
	start(10, 1, 10 * LONG);
	UNTIL(w.taken_n == 1);
	taken_is('a', 10);
}

/* Before every read of it: faster than anybody reads. */
static void grow(int fd)
{
	static char more[128 * 1024];
	const int to = (int)syscall(SYS_openat, w.depot_fd, "a.txt", O_WRONLY | O_APPEND | O_CLOEXEC);

	(void)fd;
	fault.at_read = 1;
	assert_int_equal(write(to, more, sizeof more), sizeof more);
	close(to);
}

static void test_faults__growing_for_ever_is_bounded_by_what_is_read(void **state)
{
	(void)state;
	put("a.txt", "x");
	fault.at_read = 1;
	fault.on_read = grow;
	start(10, 1, LONG);
	UNTIL(w.refused_n == 1);
	assert_string_equal(w.refused[0].word, "taille");
	assert_int_equal(w.taken_n, 0);
	assert_int_equal(entries("etat/tmp"), 0);
	fault.on_read = NULL;
}

static void test_faults__a_terabyte_of_nothing(void **state)
{
	(void)state;
	put("a.txt", "");
	const int fd = writer_on("a.txt");
	assert_int_equal(ftruncate(fd, (off_t)1 << 40), 0);
	close(fd);
	start(10, 3600, 150 << 20);
	UNTIL(w.refused_n == 1);
	assert_string_equal(w.refused[0].word, "taille");
}

static void test_faults__without_watches_the_drop_is_scanned(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		fault.refuse_watch = i == 0 ? ENOSPC : EMFILE;
		start(10, 1, 1000);
		assert_int_equal(w.notes_n, i + 1);
		assert_non_null(strstr(w.note, "balayé toutes les 1 s"));
		put("a.txt", "a");
		UNTIL(w.taken_n == (unsigned)i + 1);
		intake_free(w.in);
	}
	start(10, 3600, 1000);
	assert_non_null(strstr(w.note, "balayé toutes les 10 s"));
}

static void test_faults__a_share_is_scanned_and_not_watched(void **state)
{
	(void)state;
	const long shares[] = { 0x6969, 0x517b, (long)0xff534d42, (long)0xfe534d42, 0x65735546, 0x01021997 };

	for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
		fault.magic = shares[i];
		assert_non_null(share_of(w.depot_fd));
	}
	start(10, 1, 1000);
	assert_int_equal(fault.watches, 0);
	assert_string_equal(w.note, "le dépôt est sur un partage (9p) : pas d'événements, il est balayé toutes les 1 s");
	put("a.txt", "a");
	UNTIL(w.taken_n == 1);
	/* Unmounted: what is below is seen, and said. */
	fault.magic = 0xef53;
	assert_int_equal(renameat(w.root_fd, "depot", w.root_fd, "partage"), 0);
	assert_int_equal(mkdirat(w.root_fd, "depot", 0755), 0);
	const unsigned notes = w.notes_n;
	UNTIL(w.notes_n == notes + 2);
	assert_int_equal(fault.watches, 1);
}

static void test_faults__what_never_settles_is_told_again_and_again(void **state)
{
	(void)state;
	put("a.txt", "x");
	w.patience.tell_ms = 40;
	start(60, 1, 1 << 20);
	const int fd = (int)syscall(SYS_openat, w.depot_fd, "a.txt", O_WRONLY | O_APPEND | O_CLOEXEC);
	for (int64_t end = now_s() + DEADLINE_S; w.notes_n < 3 && now_s() < end;) {
		assert_int_equal(write(fd, "y", 1), 1);
		event_base_loop(w.base, EVLOOP_ONCE);
		intake_rescan(w.in);
	}
	close(fd);
	assert_int_equal(w.notes_n, 3);
	assert_int_equal(w.taken_n, 0);
	assert_string_equal(w.note, "« a.txt » change sans cesse depuis longtemps : dépôt interrompu ?");
	assert_true(intake_count(w.in).oldest_ms >= 120);
	UNTIL(w.taken_n == 1);
	UNTIL(intake_count(w.in).oldest_ms == 0);
}

static void test_faults__a_transfer_given_up_is_told(void **state)
{
	(void)state;
	const struct timespec old[] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };

	put("neuf.part", "x");
	put(".cache", "x");
	put("vieux.part", "x");
	assert_int_equal(utimensat(w.depot_fd, "vieux.part", old, 0), 0);
	assert_int_equal(utimensat(w.depot_fd, ".cache", old, 0), 0);
	start(10, 1, 1000);
	UNTIL(w.notes_n == 1);
	assert_non_null(strstr(w.note, "« vieux.part » est un transfert"));
	assert_non_null(strstr(w.note, "(1 dans ce cas)"));
	assert_int_equal(intake_count(w.in).ignored, 3);
	intake_rescan(w.in);
	put("a.txt", "a");
	UNTIL(w.taken_n == 1);
	assert_int_equal(w.notes_n, 1);
}

/* A server gives a right back, and nothing of the file changes. */
static void test_faults__unreadable_is_tried_again_without_a_change(void **state)
{
	(void)state;
	put("interdit.txt", "x");
	fault.refuse_open = 3;
	w.patience.retry_ms = 5;
	start(1, 3600, 1000);
	UNTIL(w.taken_n == 1);
	assert_int_equal(w.refused_n, 1);
	assert_string_equal(w.refused[0].word, "illisible");
	assert_int_equal(fault.opens, 4);
}

static void test_faults__events_that_overflow(void **state)
{
	(void)state;
	start(10, 3600, 1000);
	UNTIL(intake_count(w.in).waiting == 0 && entries("depot") == 0);
	put("a.txt", "x");
	put("b.txt", "x");
	/* Twice the same event in a row would be one. */
	for (int i = 0; i < 20000; i++)
		close(writer_on(i % 2 == 0 ? "a.txt" : "b.txt"));
	put("c.txt", "tombé dans l'oubli");
	UNTIL(w.taken_n == 3);
	assert_true(intake_count(w.in).overflows >= 1);
}

/* Somebody else's clock. */
static void test_faults__the_time_of_a_file_does_not_matter(void **state)
{
	(void)state;
	const time_t times[] = { 2208988800 /* 2040 */, 0, 1 };
	char name[16];

	for (int i = 0; i < 3; i++) {
		snprintf(name, sizeof name, "%d.txt", i);
		put(name, name);
		const struct timespec t[] = { { .tv_sec = times[i] }, { .tv_sec = times[i] } };
		assert_int_equal(utimensat(w.depot_fd, name, t, 0), 0);
	}
	start(10, 3600, 1000);
	UNTIL(w.taken_n == 3);
}

#define ROUNDS 10000
static _Atomic bool racing;
static atomic_uint published;
static unsigned char got[ROUNDS];

/* Puts numbered files under two names, never over one another, exchanges them, and puts a link to a secret in their place. */
static void *racer(void *arg)
{
	char text[16];

	(void)arg;
	for (unsigned k = 0, round = 0; round < ROUNDS; round++) {
		snprintf(text, sizeof text, "%u", k);
		put_at(w.root_fd, "neuf", text);
		if (syscall(SYS_renameat2, w.root_fd, "neuf", w.depot_fd, k % 2 == 0 ? "x.txt" : "y.txt", RENAME_NOREPLACE) == 0)
			published = ++k;
		(void)syscall(SYS_renameat2, w.depot_fd, "x.txt", w.depot_fd, "y.txt", RENAME_EXCHANGE);
		(void)syscall(SYS_renameat2, w.depot_fd, "x.txt", w.depot_fd, "z.txt", RENAME_NOREPLACE);
		(void)syscall(SYS_renameat2, w.depot_fd, "z.txt", w.depot_fd, "lien.txt", RENAME_EXCHANGE);
		(void)sched_yield();
	}
	racing = false;
	return NULL;
}

static void note_content(const struct taken *t)
{
	char path[300], text[64] = "";
	int64_t k;

	snprintf(path, sizeof path, "attente/%s", t->spool);
	const int fd = (int)syscall(SYS_openat, w.etat_fd, path, O_RDONLY | O_CLOEXEC);
	const ssize_t n = read(fd, text, sizeof text - 1);
	close(fd);
	assert_true(n > 0 && str_int((struct str){ text, (size_t)n }, &k) && k <= published);
	got[k] = 1;
	unlinkat(w.etat_fd, path, 0);
	w.taken_n = 0;
}

static void count_content(int dir, const char *name)
{
	char text[16] = "";
	int64_t k;
	const int fd = (int)syscall(SYS_openat, dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	const ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof text - 1);

	if (fd >= 0)
		close(fd);
	if (n > 0 && str_int((struct str){ text, (size_t)n }, &k) && k < ROUNDS)
		got[k] = 1;
}

static void test_faults__a_racer_neither_slips_in_a_file_nor_loses_one(void **state)
{
	(void)state;
	const char *names[] = { "x.txt", "y.txt", "z.txt", "lien.txt", NAME_LEAVING };
	pthread_t thread;

	put_at(w.root_fd, "secret", "ne pas lire");
	assert_int_equal(symlinkat("../secret", w.depot_fd, "lien.txt"), 0);
	memset(got, 0, sizeof got);
	w.on_taken = note_content;
	racing = true;
	start(0, 3600, 1000);
	assert_int_equal(pthread_create(&thread, NULL, racer, NULL), 0);
	while (racing) {
		w.refused_n = 0;
		intake_rescan(w.in);
		event_base_loop(w.base, EVLOOP_ONCE);
	}
	assert_int_equal(pthread_join(thread, NULL), 0);
	assert_true(intake_count(w.in).taken > 20);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		count_content(w.depot_fd, names[i]);
	for (unsigned k = 0; k < published; k++)
		assert_int_equal(got[k], 1);
	char text[16] = "";
	const int fd = (int)syscall(SYS_openat, w.root_fd, "secret", O_RDONLY | O_CLOEXEC);
	assert_int_equal(read(fd, text, sizeof text), 11);
	close(fd);
}

#undef T
#define T(f) cmocka_unit_test_setup_teardown(f, fresh_faultless, clean)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_faults__written_over_during_the_copy_is_no_mixture),
		T(test_faults__cut_short_during_the_copy),
		T(test_faults__growing_for_ever_is_bounded_by_what_is_read),
		T(test_faults__a_terabyte_of_nothing),
		T(test_faults__without_watches_the_drop_is_scanned),
		T(test_faults__a_share_is_scanned_and_not_watched),
		T(test_faults__what_never_settles_is_told_again_and_again),
		T(test_faults__a_transfer_given_up_is_told),
		T(test_faults__unreadable_is_tried_again_without_a_change),
		T(test_faults__events_that_overflow),
		T(test_faults__the_time_of_a_file_does_not_matter),
		T(test_faults__a_racer_neither_slips_in_a_file_nor_loses_one),
	};
	return cmocka_run_group_tests_name("intake_faults", tests, NULL, NULL);
}
