/* SPDX-License-Identifier: EUPL-1.2 */
/* What the house decides about the rules: each mistake is told with its place, and what holds is applied to findings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "bounds.h"
#include "dirs.h"
#include "policy.h"

static const char *const IDS[] = { "quorum", "publication", "pouvoir-unique", NULL };
static struct arena a;
static struct dirs d;
static struct err e;

static int set_up(void **state)
{
	(void)state;
	arena_init(&a, 16 * MIB);
	dirs_open(&d);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	dirs_close(&d);
	arena_done(&a);
	return 0;
}

static bool load(const char *text, struct policy *p)
{
	char path[160];
	dirs_write(&d, "reglages.yaml", text);
	snprintf(path, sizeof path, "%s", dirs_path(&d, "reglages.yaml"));
	e = (struct err){ .code = ERR_NONE };
	return policy_load(&a, path, IDS, p, &e);
}

static void refuse(const char *text, unsigned line, unsigned col, const char *words)
{
	struct policy p;
	if (load(text, &p))
		fail_msg("accepted: %s", text);
	if (e.line != line || e.col != col || !strstr(e.msg, words) || !strstr(e.file, "reglages.yaml"))
		fail_msg("%s\n  %s:%u:%u: %s, wanted %u:%u %s", text, e.file, e.line, e.col, e.msg, line, col, words);
}

#define X(fields) "exceptions:\n  - { " fields " }\n"
#define WHOLE "id: E1, regle: quorum, acte: A1, raison: r, par: p, jusqu_au: 2027-03-31"

static void test_policy__each_mistake_has_its_place(void **state)
{
	(void)state;
	refuse("desactive: []\n", 1, 1, "« desactiver »");
	refuse("desactiver: [quorom]\n", 1, 14, "vouliez-vous « quorum » ?");
	refuse("desactiver: [zzz]\n", 1, 14, "règle inconnue « zzz »");
	refuse("desactiver: [quorum, quorum]\n", 1, 22, "déjà dans la liste");
	refuse("desactiver: quorum\n", 1, 13, "attend une liste");
	refuse("gravite: { quorum: grave }\n", 1, 20, "gravité inconnue");
	refuse("gravite:\n  quorun: mineure\n", 2, 3, "vouliez-vous « quorum » ?");
	refuse("gravite: [quorum]\n", 1, 10, "une règle par ligne");
	refuse("exceptions: { id: x }\n", 1, 13, "attend une liste");
	refuse("exceptions: [x]\n", 1, 14, "une exception s'écrit");
	refuse(X("regle: quorum, acte: A1, raison: r, par: p, jusqu_au: 2027-03-31"), 2, 5, "sans « id »");
	refuse(X("id: E1, acte: A1, raison: r, par: p, jusqu_au: 2027-03-31"), 2, 5, "sans « regle »");
	refuse(X("id: E1, regle: quorum, raison: r, par: p, jusqu_au: 2027-03-31"), 2, 5, "sans « acte »");
	refuse(X("id: E1, regle: quorum, acte: A1, par: p, jusqu_au: 2027-03-31"), 2, 5, "sans « raison »");
	refuse(X("id: E1, regle: quorum, acte: A1, raison: \"  \", par: p, jusqu_au: 2027-03-31"), 2, 48, "sans « raison »");
	refuse(X("id: E1, regle: quorum, acte: A1, raison: r, jusqu_au: 2027-03-31"), 2, 5, "sans « par »");
	refuse(X("id: E1, regle: quorum, acte: A1, raison: r, par: p"), 2, 5, "sans « jusqu_au »");
	refuse(X("id: E1, regle: quorum, acte: A1, raison: r, par: p, jusqu_au: 31/03/2027"), 2, 69, "AAAA-MM-JJ : 31/03/2027");
	refuse(X("id: E1, regle: quorum, acte: A1, raison: r, par: p, jusqu_au: 2027-02-30"), 2, 69, "2027-02-30");
	refuse(X("id: E1, regle: quorum, acte: A1, raison: r, par: p, du: demain, jusqu_au: 2027-03-31"), 2, 63, "« du »");
	refuse(X("id: E1, regle: quorum, acte: A1, raison: r, par: p, du: 2027-04-01, jusqu_au: 2027-03-31"), 2, 85, "avant « du »");
	refuse(X("id: E1, regle: quorums, acte: A1, raison: r, par: p, jusqu_au: 2027-03-31"), 2, 22, "vouliez-vous « quorum » ?");
	refuse(X("id: E1, regle: quorum, acte: A1, motif: r, par: p, jusqu_au: 2027-03-31"), 2, 40, "clé inconnue « motif »");
	refuse(X(WHOLE) "  - { " WHOLE " }\n", 3, 11, "déjà donnée ligne 2");
}

static void test_policy__a_file_without_decisions_decides_nothing_and_an_empty_one_is_refused(void **state)
{
	struct policy p;
	(void)state;
	assert_true(load("# rien\n", &p));
	refuse("", 1, 1, "fichier vide");
	assert_true(load("desactiver:\ngravite:\nexceptions:\n", &p));
	assert_false(policy_off(&p, STR("quorum")));
	assert_true(policy_load(&a, NULL, IDS, &p, &e));
	assert_false(policy_load(&a, "/nulle/part.yaml", IDS, &p, &e));
}

static void test_policy__number_of_exceptions_on_both_sides(void **state)
{
	static char text[(LIMIT_EXEMPTIONS + 2) * 100];
	struct policy p;
	size_t n = (size_t)snprintf(text, sizeof text, "exceptions:\n");
	(void)state;
	for (int i = 0; i < LIMIT_EXEMPTIONS; i++)
		n += (size_t)snprintf(text + n, sizeof text - n, "  - { id: E%d, regle: quorum, acte: A, raison: r, par: p, jusqu_au: 2027-03-31 }\n", i);
	assert_true(load(text, &p));
	assert_int_equal(p.exemptions_n, LIMIT_EXEMPTIONS);
	snprintf(text + n, sizeof text - n, "  - { id: F, regle: quorum, acte: A, raison: r, par: p, jusqu_au: 2027-03-31 }\n");
	refuse(text, LIMIT_EXEMPTIONS + 2, 5, "exceptions au plus");
}

static void test_policy__a_severity_is_lowered_never_raised(void **state)
{
	struct policy p;
	enum severity s;
	(void)state;
	assert_true(load("gravite: { quorum: mineure }\n", &p));
	assert_true(policy_severity(&p, STR("quorum"), SEVERITY_MAJEURE, &s, &e));
	assert_int_equal(s, SEVERITY_MINEURE);
	assert_true(policy_severity(&p, STR("quorum"), SEVERITY_MINEURE, &s, &e));
	assert_true(policy_severity(&p, STR("publication"), SEVERITY_MAJEURE, &s, &e));
	assert_int_equal(s, SEVERITY_MAJEURE);
	assert_false(policy_severity(&p, STR("quorum"), SEVERITY_INFORMATION, &s, &e));
	assert_int_equal(e.line, 1);
	assert_int_equal(e.col, 20);
	assert_non_null(strstr(e.msg, "ne se relève pas"));
}

static struct finding applied_to(const struct policy *p, const char *rule, const struct policy_act *act, struct date today)
{
	static struct rule_info info;
	info = (struct rule_info){ .id = str_c(rule) };
	struct finding f = { .rule = &info, .verdict = VERDICT_ANOMALIE, .severity = SEVERITY_MAJEURE, .from = FROM_REGLE };
	policy_apply(p, act, today, &f);
	return f;
}

static struct finding applied(const struct policy *p, const char *rule, const char *act, struct date today)
{
	return applied_to(p, rule, &(struct policy_act){ .number = str_c(act) }, today);
}

static void test_policy__an_exception_may_be_for_one_collectivity(void **state)
{
	const struct date day = { 2026, 11, 2 };
	const struct policy_act named = { STR("A1"), STR(""), STR("Commune de  MIREBOIS-SUR-LORNÉ") },
				other = { STR("A1"), STR(""), STR("Commune de Vertefeuille") },
				numbered = { STR("A1"), STR("200009912"), STR("Commune de Vertefeuille") };
	struct policy p;
	(void)state;
	assert_true(load(X("id: E1, regle: quorum, acte: A1, collectivite: Commune de Mirebois-sur-Lorne, raison: r, par: p, jusqu_au: 2027-03-31"), &p));
	assert_non_null(applied_to(&p, "quorum", &named, day).exception);
	assert_null(applied_to(&p, "quorum", &other, day).exception);
	assert_null(applied(&p, "quorum", "A1", day).exception);
	assert_true(load(X("id: E1, regle: quorum, acte: A1, collectivite: 200009912, raison: r, par: p, jusqu_au: 2027-03-31"), &p));
	assert_non_null(applied_to(&p, "quorum", &numbered, day).exception);
	assert_null(applied(&p, "quorum", "A1", day).exception);
	refuse(X("id: E1, regle: quorum, acte: A1, collectivite: , raison: r, par: p, jusqu_au: 2027-03-31"), 2, 54, "collectivite");
}

static void test_policy__an_exception_holds_for_its_rule_act_and_days(void **state)
{
	const struct date before = { 2026, 11, 1 }, first = { 2026, 11, 2 }, last = { 2027, 3, 31 }, after = { 2027, 4, 1 };
	struct policy p;
	(void)state;
	assert_true(load(X("id: E1, regle: quorum, acte: A1, raison: r, par: p, du: 2026-11-02, jusqu_au: 2027-03-31"), &p));
	assert_non_null(applied(&p, "quorum", "A1", first).exception);
	assert_non_null(applied(&p, "quorum", "A1", last).exception);
	assert_null(applied(&p, "quorum", "A1", before).exception);
	assert_null(applied(&p, "quorum", "A1", before).exception_over);
	assert_null(applied(&p, "quorum", "A1", after).exception);
	assert_non_null(applied(&p, "quorum", "A1", after).exception_over);
	assert_null(applied(&p, "quorum", "A11", last).exception);
	assert_null(applied(&p, "publication", "A1", last).exception);
	assert_null(applied(&p, "quorum", "", last).exception);
	assert_int_equal(exemption_state(p.exemptions, before), EXEMPTION_TO_COME);
}

static void test_policy__severity_of_a_finding(void **state)
{
	struct policy p;
	struct finding f;
	(void)state;
	assert_true(load("gravite: { quorum: mineure, publication: majeure }\n", &p));
	f = applied(&p, "quorum", "A1", (struct date){ 2026, 11, 1 });
	assert_int_equal(f.severity, SEVERITY_MINEURE);
	assert_int_equal(f.from, FROM_CONFIG);
	f = applied(&p, "publication", "A1", (struct date){ 2026, 11, 1 });
	assert_int_equal(f.severity, SEVERITY_MAJEURE);
	assert_int_equal(f.from, FROM_REGLE);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_policy__each_mistake_has_its_place),
		TEST(test_policy__a_file_without_decisions_decides_nothing_and_an_empty_one_is_refused),
		TEST(test_policy__number_of_exceptions_on_both_sides),
		TEST(test_policy__a_severity_is_lowered_never_raised),
		TEST(test_policy__an_exception_holds_for_its_rule_act_and_days),
		TEST(test_policy__an_exception_may_be_for_one_collectivity),
		TEST(test_policy__severity_of_a_finding),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
