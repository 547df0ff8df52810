/* SPDX-License-Identifier: EUPL-1.2 */
/* What is counted, and what is not counted any more when there is too much of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "service_tally.h"

static struct tally t;

static int empty(void **state)
{
	(void)state;
	memset(&t, 0, sizeof t);
	return 0;
}

static struct record_parts finding(const char *rule, enum verdict v)
{
	struct record_parts p = { .verdict = v };

	memset(p.alerte_v1, 'a', 64);
	p.bell[BELL_RULE] = str_c(rule);
	return p;
}

static void test_tally__documents_and_findings(void **state)
{
	(void)state;
	struct record_parts parts[] = { finding("quorum", VERDICT_ANOMALIE), finding("unanimite", VERDICT_CONFORME),
					finding("quorum", VERDICT_NON_VERIFIABLE), { .event = EVENT_DOCUMENT } };

	tally_add(&t, parts, 4, NULL, false);
	tally_add(&t, parts, 4, NULL, false);
	tally_add(&t, parts, 4, NULL, true);
	tally_add(&t, parts, 4, "type", false);
	assert_true(t.judged == 2 && t.repeated == 1 && t.refused == 1);
	assert_int_equal(t.rules_n, 2);
	assert_string_equal(t.rules[0].rule, "quorum");
	assert_true(t.rules[0].n[VERDICT_ANOMALIE] == 2 && t.rules[0].n[VERDICT_NON_VERIFIABLE] == 2 && t.rules[0].n[VERDICT_CONFORME] == 0);
	assert_true(t.reasons_n == 1 && t.reasons[0].n == 1);
}

static void test_tally__more_rules_than_there_may_be(void **state)
{
	(void)state;
	char id[32];

	for (unsigned i = 0; i <= 2 * LIMIT_RULES; i++) {
		snprintf(id, sizeof id, "regle-%u", i);
		struct record_parts p = finding(id, VERDICT_CONFORME);
		tally_add(&t, &p, 1, NULL, false);
		assert_int_equal(t.rules_n, i < 2 * LIMIT_RULES ? i + 1 : 2 * LIMIT_RULES);
	}
	assert_int_equal(t.judged, 2 * LIMIT_RULES + 1);
	struct record_parts known = finding("regle-0", VERDICT_CONFORME);
	tally_add(&t, &known, 1, NULL, false);
	assert_int_equal(t.rules[0].n[VERDICT_CONFORME], 2);
}

static void test_tally__more_reasons_than_there_may_be(void **state)
{
	(void)state;
	char word[32];

	for (unsigned i = 0; i <= TALLY_REASONS; i++) {
		snprintf(word, sizeof word, "motif-%u", i);
		tally_add(&t, NULL, 0, word, false);
	}
	assert_int_equal(t.reasons_n, TALLY_REASONS);
	assert_int_equal(t.refused, TALLY_REASONS + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_tally__documents_and_findings, empty),
		cmocka_unit_test_setup(test_tally__more_rules_than_there_may_be, empty),
		cmocka_unit_test_setup(test_tally__more_reasons_than_there_may_be, empty),
	};
	return cmocka_run_group_tests_name("tally", tests, NULL, NULL);
}
