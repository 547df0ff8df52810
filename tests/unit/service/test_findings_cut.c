/* SPDX-License-Identifier: EUPL-1.2 */
/* Which findings of a long document are told, on both sides of each limit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "bounds.h"
#include "findings_cut.h"
#include "fold.h"

static struct findings_cut cut;
static struct arena a;
static const struct rule_info rule = { .par_seance = false }, other = { .par_seance = false };

static int fresh(void **state)
{
	(void)state;
	cut = (struct findings_cut){ 0 };
	arena_init(&a, MIB);
	return 0;
}

static int clean(void **state)
{
	(void)state;
	arena_done(&a);
	return 0;
}

static bool takes_of(const struct rule_info *of, enum verdict v, size_t acte, size_t bytes)
{
	return findings_cut_takes(&cut, &(struct finding){ .rule = of, .verdict = v, .acte = acte }, bytes);
}

/* One on each of so many acts, from `first` on. */
static unsigned taken(enum verdict v, size_t first, size_t n)
{
	unsigned took = 0;

	for (size_t i = 0; i < n; i++)
		took += takes_of(&rule, v, first + i, 0);
	return took;
}

static void says(const char *sentence, size_t actes)
{
	const struct str s = findings_cut_sentence(&a, &cut, actes);

	assert_int_equal(s.n, strlen(sentence));
	assert_memory_equal(s.p, sentence, s.n);
}

static void test_findings_cut__anomalies_at_both_sides(void **state)
{
	(void)state;
	assert_int_equal(taken(VERDICT_ANOMALIE, 0, LIMIT_FINDINGS), LIMIT_FINDINGS);
	says("", 300);
	assert_int_equal(taken(VERDICT_ANOMALIE, LIMIT_FINDINGS, 1), 0);
	says("trop de constats pour un seul document, ne sont pas montrés : 1 anomalie sur 201 (dès l'acte 201) ; « scrutateur expliquer --acte N » les montre", 300);
}

static void test_findings_cut__non_verifiables_at_both_sides(void **state)
{
	(void)state;
	assert_int_equal(taken(VERDICT_NON_VERIFIABLE, 0, LIMIT_FINDINGS_OPEN), LIMIT_FINDINGS_OPEN);
	says("", 1);
	assert_int_equal(taken(VERDICT_NON_VERIFIABLE, 0, 2), 0);
	says("trop de constats pour un seul document, ne sont pas montrés : 2 non vérifiables sur 1002 ; « scrutateur expliquer » les montre", 1);
}

static void test_findings_cut__errors_at_both_sides(void **state)
{
	(void)state;
	assert_int_equal(taken(VERDICT_ERREUR, 0, LIMIT_FINDINGS + 1), LIMIT_FINDINGS);
	says("trop de constats pour un seul document, ne sont pas montrés : 1 erreur sur 201 (dès l'acte 201) ; « scrutateur expliquer --acte N » les montre", 250);
}

static void test_findings_cut__quiet_verdicts_at_both_sides_are_only_counted(void **state)
{
	(void)state;
	assert_int_equal(taken(VERDICT_CONFORME, 0, LIMIT_FINDINGS_QUIET), LIMIT_FINDINGS_QUIET);
	assert_int_equal(taken(VERDICT_SANS_OBJET, 0, LIMIT_FINDINGS_QUIET), LIMIT_FINDINGS_QUIET);
	assert_int_equal(findings_cut_quiet(&cut), 0);
	assert_int_equal(taken(VERDICT_CONFORME, 0, 1) + taken(VERDICT_SANS_OBJET, 0, 1), 0);
	assert_int_equal(findings_cut_quiet(&cut), 2);
	says("", 500);
}

static void test_findings_cut__an_anomaly_of_a_late_act_has_its_place_behind_what_could_not_be_verified(void **state)
{
	(void)state;
	(void)taken(VERDICT_NON_VERIFIABLE, 0, 3 * LIMIT_FINDINGS_OPEN);
	(void)taken(VERDICT_SANS_OBJET, 0, 3 * LIMIT_FINDINGS_QUIET);
	assert_int_equal(taken(VERDICT_ANOMALIE, 400, 1), 1);
}

/* 150 and then 100 of one rule on one act: an alert that is told in part would be lifted in part. */
static void test_findings_cut__what_a_rule_finds_on_an_act_is_not_cut_in_two(void **state)
{
	unsigned took = 0;

	(void)state;
	assert_int_equal(taken(VERDICT_ANOMALIE, 0, 150), 150);
	for (int i = 0; i < 100; i++)
		took += takes_of(&other, VERDICT_ANOMALIE, 7, 0);
	assert_int_equal(took, 100);
	assert_false(takes_of(&rule, VERDICT_ANOMALIE, 7, 0));
	assert_false(takes_of(&rule, VERDICT_ANOMALIE, 7, 0)); /* nor told because the one before was looked at */
	assert_false(takes_of(&other, VERDICT_ANOMALIE, 8, 0));
}

static void test_findings_cut__a_full_answer_leaves_out_the_quiet_then_the_open(void **state)
{
	const size_t half = LIMIT_FRAME / 2, room = 2 * LIMIT_FINDINGS * (LIMIT_RECORD_LINE + KIB);

	(void)state;
	assert_true(takes_of(&rule, VERDICT_CONFORME, 0, half - 1));
	assert_false(takes_of(&rule, VERDICT_CONFORME, 1, half));
	assert_true(takes_of(&rule, VERDICT_NON_VERIFIABLE, 1, LIMIT_FRAME - room - 1));
	assert_false(takes_of(&rule, VERDICT_NON_VERIFIABLE, 2, LIMIT_FRAME - room));
	assert_true(takes_of(&rule, VERDICT_ANOMALIE, 2, LIMIT_FRAME - room));
}

static void test_findings_cut__all_that_was_cut_is_said_in_one_sentence(void **state)
{
	(void)state;
	(void)taken(VERDICT_NON_VERIFIABLE, 0, LIMIT_FINDINGS_OPEN + 3);
	(void)taken(VERDICT_ERREUR, 0, LIMIT_FINDINGS + 2);
	(void)taken(VERDICT_ANOMALIE, 100, LIMIT_FINDINGS + 40);
	says("trop de constats pour un seul document, ne sont pas montrés : 40 anomalies sur 240 (dès l'acte 301), 3 non vérifiables sur 1003 (dès l'acte 1001), "
	     "2 erreurs sur 202 (dès l'acte 201) ; « scrutateur expliquer --acte N » les montre", 340);
	assert_true(utf8_count(findings_cut_sentence(&a, &cut, 340)) <= LIMIT_MESSAGE);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fresh, clean)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_findings_cut__anomalies_at_both_sides),
		T(test_findings_cut__non_verifiables_at_both_sides),
		T(test_findings_cut__errors_at_both_sides),
		T(test_findings_cut__quiet_verdicts_at_both_sides_are_only_counted),
		T(test_findings_cut__an_anomaly_of_a_late_act_has_its_place_behind_what_could_not_be_verified),
		T(test_findings_cut__what_a_rule_finds_on_an_act_is_not_cut_in_two),
		T(test_findings_cut__a_full_answer_leaves_out_the_quiet_then_the_open),
		T(test_findings_cut__all_that_was_cut_is_said_in_one_sentence),
	};
	return cmocka_run_group_tests_name("findings_cut", tests, NULL, NULL);
}
