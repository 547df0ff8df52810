/* SPDX-License-Identifier: EUPL-1.2 */
/* The head of the queue over a real ledger: oldest first, a slice at a time, and a document given back never stands in
 * the others' way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "queue.h"

static struct {
	char dir[64], path[96];
	struct ledger *l;
	struct queue q;
} w;

static int fresh(void **state)
{
	struct err e;

	(void)state;
	snprintf(w.dir, sizeof w.dir, "/tmp/test-queue-XXXXXX");
	assert_non_null(mkdtemp(w.dir));
	snprintf(w.path, sizeof w.path, "%s/registre.sqlite", w.dir);
	w.l = ledger_open(w.path, &e);
	assert_non_null(w.l);
	queue_init(&w.q);
	return 0;
}

static int clean(void **state)
{
	char path[128];
	const char *ends[] = { "", "-wal", "-shm" };

	(void)state;
	queue_done(&w.q);
	ledger_close(w.l);
	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s%s", w.path, ends[i]);
		unlink(path);
	}
	return rmdir(w.dir);
}

static void receive(int n)
{
	struct ledger_document d = { .nom = "acte\n.txt", .octets = n };
	struct err e;
	int64_t id;

	snprintf(d.spool, sizeof d.spool, "%d", n);
	snprintf(d.sha256, sizeof d.sha256, "%064d", n);
	assert_true(ledger_receive(w.l, &d, &id, &e));
	queue_more(&w.q);
}

static struct waiting *pop(void)
{
	struct err e;
	struct waiting *p = queue_pop(&w.q, w.l, &e);

	assert_int_equal(e.code, ERR_NONE);
	return p;
}

static void test_queue__oldest_first_each_once(void **state)
{
	(void)state;
	for (int i = 0; i < 600; i++)
		receive(i);
	for (int i = 0; i < 600; i++) {
		struct waiting *p = pop();
		assert_non_null(p);
		assert_int_equal(p->doc.octets, i);
		assert_string_equal(p->doc.nom, "acte\n.txt");
		waiting_free(p);
	}
	assert_null(pop());
	receive(600);
	struct waiting *p = pop();
	assert_int_equal(p->doc.octets, 600);
	waiting_free(p);
	assert_null(pop());
}

static void test_queue__given_back_does_not_starve_the_others(void **state)
{
	(void)state;
	receive(1);
	struct waiting *again = pop();
	receive(2);
	receive(3);
	unsigned others = 0;
	for (int i = 0; i < 6 && others < 2; i++) {
		queue_push_back(&w.q, again);
		struct waiting *p = pop();
		if (p == again)
			continue;
		others++;
		waiting_free(p);
		again = pop();
		while (again->doc.octets != 1) {
			others++;
			waiting_free(again);
			again = pop();
		}
	}
	assert_int_equal(others, 2);
	waiting_free(again);
}

static void test_queue__given_back_comes_after_what_was_never_tried(void **state)
{
	(void)state;
	for (int i = 0; i < 4; i++)
		receive(i);
	struct waiting *first = pop(), *second = pop();
	queue_push_back(&w.q, first);
	queue_push_back(&w.q, second);
	receive(4);
	static const int order[] = { 2, 3, 4, 0, 1 };
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		struct waiting *p = pop();
		assert_int_equal(p->doc.octets, order[i]);
		waiting_free(p);
	}
	assert_null(pop());
}

/* Both sides: LIMIT_RETRY_AFTER pass it, one more does not. */
static void test_queue__given_back_has_its_turn_in_an_endless_stream(void **state)
{
	(void)state;
	receive(-1);
	queue_push_back(&w.q, pop());
	for (int i = 0; i < LIMIT_RETRY_AFTER; i++) {
		receive(i);
		receive(1000 + i);
		struct waiting *p = pop();
		assert_true(p->doc.octets >= 0);
		waiting_free(p);
	}
	struct waiting *p = pop();
	assert_int_equal(p->doc.octets, -1);
	waiting_free(p);
}

static void test_queue__front_comes_first(void **state)
{
	(void)state;
	receive(1);
	receive(2);
	struct waiting *first = pop();
	queue_push_front(&w.q, first);
	assert_ptr_equal(pop(), first);
	struct waiting *second = pop();
	queue_push_front(&w.q, second);
	queue_push_back(&w.q, first);
	assert_ptr_equal(pop(), second);
	assert_ptr_equal(pop(), first);
	waiting_free(first);
	waiting_free(second);
}

static void test_queue__skips_at_both_sides_of_the_limit(void **state)
{
	(void)state;
	char rule[16];
	receive(1);
	struct waiting *p = pop();

	for (int i = 0; i < LIMIT_SKIPS; i++) {
		snprintf(rule, sizeof rule, "regle-%d", i);
		assert_true(waiting_skip(p, rule));
		assert_false(waiting_skip(p, rule)); /* twice is a lie of the child */
		assert_true(waiting_skips(p, rule));
	}
	assert_false(waiting_skip(p, "une de plus"));
	assert_false(waiting_skips(p, "une de plus"));
	queue_push_back(&w.q, p); /* freed with the queue */
}

#define T(f) cmocka_unit_test_setup_teardown(f, fresh, clean)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_queue__oldest_first_each_once),
		T(test_queue__given_back_does_not_starve_the_others),
		T(test_queue__given_back_comes_after_what_was_never_tried),
		T(test_queue__given_back_has_its_turn_in_an_endless_stream),
		T(test_queue__front_comes_first),
		T(test_queue__skips_at_both_sides_of_the_limit),
	};
	return cmocka_run_group_tests_name("queue", tests, NULL, NULL);
}
