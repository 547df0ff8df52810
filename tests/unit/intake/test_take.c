/* SPDX-License-Identifier: EUPL-1.2 */
/* How a file leaves the drop (ROBUST H-03): only what was copied, whatever somebody puts under its name, or under ours, between two
 * calls. The two calls are made here, so that the moment between them can be chosen.
 */
#include "drop.h"

#include <sys/syscall.h>

#include "take.h"

static struct {
	const char *swapped; /* after a look at this name, another document is put under it */
	bool old_share;	     /* renames that refuse to replace are not known */
} g;

int fstatat(int dir, const char *restrict name, struct stat *restrict st, int flags)
{
	const int rc = (int)syscall(SYS_newfstatat, dir, name, st, flags);

	if (rc == 0 && g.swapped != NULL && strcmp(name, g.swapped) == 0) {
		g.swapped = NULL;
		put("neuf", "nouveau");
		assert_int_equal(renameat(w.depot_fd, "neuf", dir, name), 0);
	}
	return rc;
}

int renameat2(int d1, const char *from, int d2, const char *to, unsigned flags)
{
	if (g.old_share && flags != 0) {
		errno = EINVAL;
		return -1;
	}
	return (int)syscall(SYS_renameat2, d1, from, d2, to, flags);
}

static bool holds(const char *name, const char *text)
{
	char got[32] = "";
	const int fd = openat(w.depot_fd, name, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	const ssize_t n = read(fd, got, sizeof got - 1);
	close(fd);
	return n >= 0 && strcmp(got, text) == 0;
}

static bool there(const char *name)
{
	return faccessat(w.depot_fd, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

/* As it stands now: what a copy made of it would have looked at. */
static struct piece copied(const char *name)
{
	struct piece p = { .role = PIECE_ACT, .fd = -1 };
	struct stat st;

	assert_int_equal(syscall(SYS_newfstatat, w.depot_fd, name, &st, AT_SYMLINK_NOFOLLOW), 0);
	p.look = look_of(&st);
	snprintf(p.name, sizeof p.name, "%s", name);
	return p;
}

static struct err why;

static enum take_end leave(const struct piece *p)
{
	why = (struct err){ 0 };
	return piece_leave(w.depot_fd, w.depot_fd, p, &why);
}

static void test_take__leaves(void **state)
{
	(void)state;
	put("a.txt", "un");
	const struct piece p = copied("a.txt");
	assert_int_equal(leave(&p), TAKE_DONE);
	assert_false(there("a.txt") || there(NAME_LEAVING));
	assert_int_equal(leave(&p), TAKE_DONE); /* the uploader removed it */
}

static void test_take__another_in_its_place_gets_its_name_back(void **state)
{
	(void)state;
	put("a.txt", "un");
	const struct piece p = copied("a.txt");
	put("b.txt", "deux");
	assert_int_equal(renameat(w.depot_fd, "b.txt", w.depot_fd, "a.txt"), 0);
	assert_int_equal(leave(&p), TAKE_CHANGED);
	assert_true(holds("a.txt", "deux"));
	assert_false(there(NAME_LEAVING));
}

/* The gap that cost a document: while a stranger had our name, others left under theirs. */
static void test_take__a_stranger_under_our_name_costs_no_other(void **state)
{
	(void)state;
	put_at(w.depot_fd, NAME_LEAVING, "intrus");
	put("a.txt", "un");
	const struct piece p = copied("a.txt");
	g.swapped = "a.txt";
	assert_int_equal(leave(&p), TAKE_DONE);
	if (g.swapped == NULL)
		assert_true(holds("a.txt", "nouveau"));
	assert_true(holds(NAME_LEAVING, "intrus"));
}

static void test_take__all_our_names_are_taken(void **state)
{
	(void)state;
	char name[LEAVING_SIZE];

	for (unsigned i = 0; i + 1 < LIMIT_LEAVING; i++)
		assert_int_equal(i % 2 == 0 ? mkdirat(w.depot_fd, leaving_name(i, name), 0700) : symlinkat("/", w.depot_fd, leaving_name(i, name)), 0);
	put("a.txt", "un");
	struct piece p = copied("a.txt");
	assert_int_equal(leave(&p), TAKE_DONE);
	assert_false(there("a.txt"));
	put_at(w.depot_fd, leaving_name(LIMIT_LEAVING - 1, name), "intrus");
	put("a.txt", "un");
	p = copied("a.txt");
	assert_int_equal(leave(&p), TAKE_STAYS);
	assert_int_equal(why.code, ERR_STATE);
	assert_true(holds("a.txt", "un"));
	p = copied(name); /* taken as a document in its turn, it makes room */
	assert_int_equal(leave(&p), TAKE_DONE);
	p = copied("a.txt");
	assert_int_equal(leave(&p), TAKE_DONE);
	assert_false(there("a.txt") || there(name));
}

static void test_take__a_file_of_a_folder_may_have_our_name(void **state)
{
	(void)state;
	struct err e = { 0 };

	put_at(w.depot_fd, NAME_LEAVING, "intrus");
	assert_int_equal(mkdirat(w.depot_fd, "acte", 0700), 0);
	const struct piece act = copied(NAME_LEAVING);
	const int folder = openat(w.depot_fd, "acte", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_int_equal(renameat(w.depot_fd, NAME_LEAVING, folder, NAME_LEAVING), 0);
	assert_int_equal(piece_leave(w.depot_fd, folder, &act, &e), TAKE_DONE);
	assert_int_equal(unlinkat(w.depot_fd, "acte", AT_REMOVEDIR), 0);
	close(folder);
}

static void test_take__shares_that_cannot_refuse_to_replace(void **state)
{
	(void)state;
	g.old_share = true;
	put("a.txt", "un");
	struct piece p = copied("a.txt");
	assert_int_equal(leave(&p), TAKE_DONE);
	assert_false(there("a.txt") || there(NAME_LEAVING));
	put_at(w.depot_fd, NAME_LEAVING, "intrus");
	put("a.txt", "un");
	p = copied("a.txt");
	g.swapped = "a.txt";
	assert_int_equal(leave(&p), TAKE_DONE);
	assert_true(holds(NAME_LEAVING, "intrus"));
}

static int fresh_calls(void **state)
{
	memset(&g, 0, sizeof g);
	return fresh(state);
}

#undef T
#define T(f) cmocka_unit_test_setup_teardown(f, fresh_calls, clean)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_take__leaves),
		T(test_take__another_in_its_place_gets_its_name_back),
		T(test_take__a_stranger_under_our_name_costs_no_other),
		T(test_take__all_our_names_are_taken),
		T(test_take__a_file_of_a_folder_may_have_our_name),
		T(test_take__shares_that_cannot_refuse_to_replace),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
