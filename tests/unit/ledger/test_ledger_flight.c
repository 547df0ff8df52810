/* SPDX-License-Identifier: EUPL-1.2 */
/* Who was in flight when the service died, and who is to blame. */
#include "ledger_test.h"

static const struct ledger_flight NONE = { .n = 0 };
static struct ledger_flight suspects;
static int64_t blamed;

static int try(int64_t id, const struct ledger_flight *others)
{
	int n = 0;

	ok(ledger_attempt(l, &(struct ledger_flight){ .ids = { id }, .n = 1 }, others, &n, &why));
	return n;
}

static void die(void)
{
	ledger_close(l);
	open_ledger();
	ok(ledger_after_death(l, &suspects, &blamed, &why));
}

TEST(test_ledger__a_death_with_several_in_flight_blames_nobody)
{
	const int64_t a = receive("a"), b = receive("b");
	const struct ledger_flight with_a = { .ids = { a }, .n = 1 };

	for (int i = 0; i < 2 * LIMIT_DEATHS_ALONE; i++) {
		assert_int_equal(try(a, &NONE), 1);
		assert_int_equal(try(b, &with_a), 1);
		die();
		assert_int_equal(suspects.n, 2);
		assert_int_equal(suspects.ids[0], a);
		assert_int_equal(suspects.ids[1], b);
		assert_int_equal(blamed, 0);
	}
}

TEST(test_ledger__one_alone_at_each_death_is_to_blame)
{
	const int64_t a = receive("a");

	for (int i = 1; i <= LIMIT_DEATHS_ALONE; i++) {
		assert_int_equal(try(a, &NONE), 1);
		die();
		assert_int_equal(suspects.n, 1);
		assert_int_equal(blamed, i < LIMIT_DEATHS_ALONE ? 0 : a);
	}
}

TEST(test_ledger__a_death_without_the_suspect_clears_it)
{
	const int64_t a = receive("a"), b = receive("b");

	for (int i = 1; i < LIMIT_DEATHS_ALONE; i++) {
		(void)try(a, &NONE);
		die();
	}
	die(); /* nothing was in flight */
	assert_int_equal(suspects.n, 0);
	(void)try(a, &NONE);
	die();
	assert_int_equal(blamed, 0);
	for (int i = 1; i < LIMIT_DEATHS_ALONE; i++) {
		(void)try(b, &NONE);
		die();
		assert_int_equal(suspects.ids[0], b);
	}
	assert_int_equal(blamed, 0);
}

/* A scan that is watched, with texts beside it that nobody suspects: other ones each time. */
TEST(test_ledger__one_suspected_at_each_death_is_to_blame_in_whatever_company)
{
	const int64_t scan = receive("scan");
	int64_t text = receive("texte-0");
	char name[32];

	for (int i = 1; i <= LIMIT_DEATHS_ALONE; i++) {
		const struct ledger_flight watched = { .ids = { scan }, .n = 1, .suspect = scan };

		(void)try(scan, &NONE);
		assert_int_equal(try(text, &watched), 1);
		die();
		assert_int_equal(suspects.n, 2);
		assert_int_equal(suspects.ids[0], scan);
		assert_int_equal(suspects.ids[1], text);
		assert_int_equal(blamed, i < LIMIT_DEATHS_ALONE ? 0 : scan);
		(void)try(text, &NONE);
		ok(judge_with(text, NULL, 0, ALL_SINKS));
		(void)snprintf(name, sizeof name, "texte-%d", i);
		text = receive(name);
	}
}

/* The text was to blame: alone, it is found out, and what was counted against the scan is forgotten. */
TEST(test_ledger__a_death_of_its_company_alone_clears_the_suspected_one)
{
	const int64_t scan = receive("scan"), text = receive("texte");
	const struct ledger_flight watched = { .ids = { scan }, .n = 1, .suspect = scan };

	for (int i = 0; i < 2 * LIMIT_DEATHS_ALONE; i++) {
		(void)try(scan, &NONE);
		(void)try(text, &watched);
		die();
		assert_int_equal(blamed, 0);
		(void)try(text, &NONE);
		die();
		assert_int_equal(blamed, 0);
	}
}

TEST(test_ledger__decided_or_landed_is_not_in_flight)
{
	const int64_t a = receive("a"), b = receive("b");

	(void)try(a, &NONE);
	ok(judge_with(a, NULL, 0, ALL_SINKS));
	die();
	assert_int_equal(suspects.n, 0);
	assert_int_equal(try(b, &NONE), 1);
	ok(ledger_landed(l, &why));
	die();
	assert_int_equal(suspects.n, 0);
	assert_int_equal(try(b, &NONE), 2); /* what failed before an orderly stop counts */
}

TEST(test_ledger__those_that_begin_together_are_counted_together)
{
	const int64_t a = receive("a"), b = receive("b"), c = receive("c");
	const struct ledger_flight two = { .ids = { b, c }, .n = 2 }, one_is_unknown = { .ids = { b, c + 1 }, .n = 2 };
	int n[2] = { 0 };

	(void)try(a, &NONE);
	(void)try(b, &NONE);
	ok(ledger_attempt(l, &two, &(struct ledger_flight){ .ids = { a }, .n = 1 }, n, &why));
	assert_int_equal(n[0], 2);
	assert_int_equal(n[1], 1);
	assert_false(ledger_attempt(l, &one_is_unknown, &NONE, n, &why));
	assert_int_equal(number("SELECT count(*) FROM attempt"), 4); /* none of a group that fails */
	die();
	assert_int_equal(suspects.n, 3); /* and the flight is as it was */
	assert_int_equal(suspects.ids[0], a);
	assert_int_equal(suspects.ids[2], c);
	assert_int_equal(number("SELECT count(*) FROM attempt WHERE withdrawn"), 3);
}

TEST(test_ledger__given_back_together)
{
	const int64_t a = receive("a"), b = receive("b");
	const struct ledger_flight both = { .ids = { a, b }, .n = 2 };
	int n[2];

	ok(ledger_attempt(l, &both, &NONE, n, &why));
	ok(ledger_unattempt(l, &both, &why));
	assert_int_equal(number("SELECT count(*) FROM attempt WHERE NOT withdrawn"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_LEDGER(test_ledger__a_death_with_several_in_flight_blames_nobody),
		IN_LEDGER(test_ledger__one_alone_at_each_death_is_to_blame),
		IN_LEDGER(test_ledger__a_death_without_the_suspect_clears_it),
		IN_LEDGER(test_ledger__one_suspected_at_each_death_is_to_blame_in_whatever_company),
		IN_LEDGER(test_ledger__a_death_of_its_company_alone_clears_the_suspected_one),
		IN_LEDGER(test_ledger__those_that_begin_together_are_counted_together),
		IN_LEDGER(test_ledger__given_back_together),
		IN_LEDGER(test_ledger__decided_or_landed_is_not_in_flight),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
