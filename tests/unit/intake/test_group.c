/* SPDX-License-Identifier: EUPL-1.2 */
/* A burst shares its syncs and loses nothing by it: the order of what is made to last (ROBUST D-01), the limits of a group, and what becomes
 * of the others when one of them fails. The system calls are replaced as in test_intake_faults.c; the clock stands still while a
 * group is made, so that no turn of the loop ends before the group does.
 */
#include "drop.h"

#include <sys/syscall.h>
#include <time.h>

static struct {
	char trace[2000];
	bool tracing, frozen;
	struct timespec at;
	int allowed;   /* 0: whatever comes */
	int fail_sync; /* at the n-th of a file, 0: never */
	unsigned sizes[8], n;
	const char *poison;
} g;

static void note_call(const char *what, const char *name)
{
	const size_t n = strlen(g.trace);

	if (g.tracing)
		snprintf(g.trace + n, sizeof g.trace - n, "%s%s%s%s", n > 0 ? " " : "", what, name != NULL ? ":" : "", name != NULL ? name : "");
}

int fsync(int fd)
{
	struct stat st, depot;
	const bool dir = fstat(fd, &st) == 0 && S_ISDIR(st.st_mode), is_depot = fstat(w.depot_fd, &depot) == 0 && depot.st_ino == st.st_ino;

	note_call(!dir ? "sync" : is_depot ? "sync-depot" : "sync-rep", NULL);
	if (dir || g.fail_sync == 0 || --g.fail_sync > 0)
		return (int)syscall(SYS_fsync, fd);
	errno = EIO;
	return -1;
}

int renameat2(int d1, const char *from, int d2, const char *to, unsigned flags)
{
	note_call(d1 == d2 ? "part" : "publie", d1 == d2 ? from : NULL);
	return (int)syscall(SYS_renameat2, d1, from, d2, to, flags);
}

int unlinkat(int d, const char *name, int flags)
{
	if (strcmp(name, NAME_LEAVING) == 0)
		note_call("retire", NULL);
	return (int)syscall(SYS_unlinkat, d, name, flags);
}

int clock_gettime(clockid_t which, struct timespec *t)
{
	if (!g.frozen || which != CLOCK_MONOTONIC)
		return (int)syscall(SYS_clock_gettime, which, t);
	*t = g.at;
	return 0;
}

static void unfreeze(void *ctx, int priority, const char *sentence)
{
	g.frozen = false;
	note(ctx, priority, sentence);
}

static bool count_group(void *ctx, const struct taken *const *all, size_t n)
{
	bool ok = true;

	note_call("inscrit", NULL);
	g.frozen = false;
	if (g.n < 8)
		g.sizes[g.n++] = (unsigned)n;
	if (g.allowed > 0)
		intake_allow(w.in, g.allowed -= (int)n);
	for (size_t i = 0; i < n; i++)
		ok &= g.poison == NULL || strcmp(all[i]->name, g.poison) != 0;
	return ok && taken(ctx, all, n);
}

static void start_groups(uint64_t max)
{
	struct err e;
	char depot[96];

	snprintf(depot, sizeof depot, "%s/depot", w.root);
	const struct intake_setup s = { .depot = depot, .patience = INTAKE_PATIENCE, .etat_fd = w.etat_fd, .marque = "fini.txt", .balayage_s = 1, .stabilite_ms = 10,
					.max_bytes = max };
	w.in = intake_new(w.base, &s, &(struct intake_calls){ .known = known, .taken = count_group, .refused = refused, .note = unfreeze }, &e);
	assert_non_null(w.in);
	intake_allow(w.in, INT64_MAX);
}

/* All of them have settled, and no turn ends before the group is recorded or has failed. */
static void settle(unsigned n)
{
	UNTIL(intake_count(w.in).waiting == n);
	(void)clock_gettime(CLOCK_MONOTONIC, &g.at);
	g.at.tv_sec += 2;
	g.frozen = true;
}

static int fresh_group(void **state)
{
	memset(&g, 0, sizeof g);
	return fresh(state);
}

static void put_many(int n)
{
	char name[32];

	for (int i = 0; i < n; i++) {
		snprintf(name, sizeof name, "n%03d.txt", i);
		put(name, name);
	}
}

static void test_group__order_of_what_must_last(void **state)
{
	(void)state;
	put_many(3);
	start_groups(1000);
	settle(3);
	g.tracing = true;
	UNTIL(w.taken_n == 3 && entries("depot") == 0);
	event_base_loop(w.base, EVLOOP_ONCE);
	g.tracing = false;
	const char *part = strstr(g.trace, " part");
	assert_non_null(part);
	assert_int_equal(strncmp(g.trace, "sync sync sync publie publie publie sync-rep inscrit part", 57), 0);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(strncmp(part, " part:n00", 9), 0);
		assert_int_equal(strncmp(part + 14, " retire", 7), 0);
		part += 21;
	}
	assert_string_equal(part, " sync-depot");
}

static void test_group__one_alone_is_a_group(void **state)
{
	(void)state;
	put("a.txt", "a");
	start_groups(1000);
	UNTIL(w.taken_n == 1);
	assert_int_equal(g.sizes[0], 1);
}

static void test_group__limit_of_arrivals(void **state)
{
	(void)state;
	put_many(LIMIT_GROUP + 1);
	start_groups(1000);
	settle(LIMIT_GROUP + 1);
	UNTIL(w.taken_n == LIMIT_GROUP + 1);
	assert_int_equal(g.n, 2);
	assert_int_equal(g.sizes[0], LIMIT_GROUP);
	assert_int_equal(g.sizes[1], 1);
	g.n = 0;
	put_many(LIMIT_GROUP);
	settle(LIMIT_GROUP);
	UNTIL(w.taken_n == 2 * LIMIT_GROUP + 1);
	assert_int_equal(g.sizes[0], LIMIT_GROUP);
}

static void put_zeroes(const char *name, size_t size)
{
	put(name, "");
	const int fd = openat(w.depot_fd, name, O_WRONLY | O_CLOEXEC);

	assert_int_equal(ftruncate(fd, (off_t)size), 0);
	close(fd);
}

static void test_group__limit_of_bytes(void **state)
{
	(void)state;
	for (unsigned less = 0; less < 2; less++) {
		put_zeroes("a.txt", LIMIT_GROUP_BYTES / 2 - less);
		put_zeroes("b.txt", LIMIT_GROUP_BYTES / 2 - less);
		put_zeroes("c.txt", LIMIT_GROUP_BYTES / 2 - less);
		g.n = 0;
		if (less == 0)
			start_groups(LIMIT_GROUP_BYTES);
		settle(3);
		UNTIL(w.taken_n == 3 * (less + 1));
		assert_int_equal(g.sizes[0], 2 + less);
	}
}

static void test_group__what_is_allowed_is_the_limit_too(void **state)
{
	(void)state;
	put_many(5);
	start_groups(1000);
	intake_allow(w.in, g.allowed = 3);
	settle(5);
	UNTIL(w.taken_n == 3);
	assert_int_equal(g.sizes[0], 3);
	for (int i = 0; i < 10; i++)
		event_base_loop(w.base, EVLOOP_ONCE);
	assert_int_equal(w.taken_n, 3);
	assert_int_equal(entries("depot"), 2);
	intake_allow(w.in, 3);
	UNTIL(w.taken_n == 5);
}

static void test_group__a_sync_that_fails_spoils_nothing(void **state)
{
	(void)state;
	put_many(5);
	start_groups(1000);
	settle(5);
	g.fail_sync = 3;
	UNTIL(w.notes_n == 1);
	assert_int_equal(w.taken_n, 0);
	assert_int_equal(entries("depot"), 5);
	assert_int_equal(entries("etat/attente") + entries("etat/tmp"), 0);
	UNTIL(w.taken_n == 5);
	assert_int_equal(g.sizes[0], 1); /* one by one after a failure */
	assert_int_equal(entries("depot") + entries("etat/tmp"), 0);
	assert_int_equal(entries("etat/attente"), 5);
}

static void test_group__one_that_cannot_be_recorded_holds_nobody(void **state)
{
	(void)state;
	put_many(5);
	g.poison = "n002.txt";
	start_groups(1000);
	settle(5);
	UNTIL(w.taken_n == 4);
	assert_int_equal(g.sizes[0], 5);
	assert_true(in_drop("n002.txt"));
	assert_int_equal(entries("etat/attente"), 4);
	g.poison = NULL;
	UNTIL(w.taken_n == 5);
}

#undef T
#define T(f) cmocka_unit_test_setup_teardown(f, fresh_group, clean)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_group__order_of_what_must_last),
		T(test_group__one_alone_is_a_group),
		T(test_group__limit_of_arrivals),
		T(test_group__limit_of_bytes),
		T(test_group__what_is_allowed_is_the_limit_too),
		T(test_group__a_sync_that_fails_spoils_nothing),
		T(test_group__one_that_cannot_be_recorded_holds_nobody),
	};
	return cmocka_run_group_tests_name("group", tests, NULL, NULL);
}
