/* SPDX-License-Identifier: EUPL-1.2 */
/* Dated law: values by day, and every way a file can be wrong, with its place. */
#include "bench.h"
#include "dirs.h"

static bool load(struct arena *a, const char *yaml, const struct params **ret, struct err *e)
{
	struct dirs d;
	dirs_open(&d);
	memset(e, 0, sizeof *e);
	dirs_write(&d, "p.yaml", yaml);
	bool ok = params_load(a, d.root, ret, e);
	dirs_close(&d);
	return ok;
}

#define GOOD                                                                                                                   \
	"pouvoirs.max:\n"                                                                                                      \
	"  libelle: Pouvoirs par élu\n  admis: [1, tiers]\n"                                                                                        \
	"  valeurs:\n"                                                                                                         \
	"    - { du: null, au: 2020-03-23, valeur: 1, source: \"art. 1\" }\n"                                                   \
	"    - { du: 2020-03-24, au: 2020-04-02, a_verifier: oui, source: \"à lire\" }\n"                                       \
	"    - { du: 2020-04-03, valeur: tiers, source: \"art. 2\", verifie_le: 2026-11-20 }\n"

static const struct param_value *on(const struct params *p, int y, int m, int d)
{
	return params_at(p, STR("pouvoirs.max"), (struct date){ y, m, d });
}

static void test_params__valeurs_par_jour(void **state)
{
	struct arena a;
	struct err e;
	const struct params *p;
	(void)state;
	arena_init(&a, 4 * MIB);
	assert_true(load(&a, GOOD, &p, &e));
	assert_int_equal(on(p, 1999, 1, 1)->nombre, 1);
	assert_int_equal(on(p, 2020, 3, 23)->nombre, 1);
	assert_true(on(p, 2020, 3, 24)->a_verifier);
	assert_true(on(p, 2020, 4, 2)->a_verifier);
	assert_true(str_eq(on(p, 2020, 4, 3)->texte, STR("tiers")));
	assert_false(on(p, 2030, 1, 1)->is_number);
	assert_true(params_has(p, STR("pouvoirs.max")));
	assert_false(params_has(p, STR("pouvoirs.maxi")));
	assert_null(params_at(p, STR("autre"), (struct date){ 2020, 1, 1 }));
	assert_int_equal(strlen(params_sha256(p)), 64);
	arena_done(&a);
}

static void test_params__avant_la_premiere(void **state)
{
	struct arena a;
	struct err e;
	const struct params *p;
	(void)state;
	arena_init(&a, 4 * MIB);
	assert_true(load(
		&a,
		"pouvoirs.max:\n  libelle: x\n  entre: [50, 54]\n  valeurs:\n    - { du: 2021-07-01, au: 2021-12-31, valeur: 54, source: s }\n",
		&p, &e));
	assert_null(on(p, 2021, 6, 30));
	assert_non_null(on(p, 2021, 7, 1));
	assert_null(on(p, 2022, 1, 1));
	arena_done(&a);
}

#define HEAD "p:\n  libelle: x\n  valeurs:\n"
static void test_params__fichiers_faux(void **state)
{
	static const struct { const char *yaml; unsigned line; const char *says;
	} cases[] = {
		{ HEAD
		  "    - { du: 2020-01-01, au: 2020-06-30, valeur: 1, source: s }\n    - { du: 2020-06-30, valeur: 2, source: s }\n",
		  5, "chevauchent" },
		{ HEAD
		  "    - { du: 2020-01-01, au: 2020-06-30, valeur: 1, source: s }\n    - { du: 2020-07-02, valeur: 2, source: s }\n",
		  5, "trou non déclaré" },
		{ HEAD
		  "    - { du: 2020-01-01, valeur: 1, source: s }\n    - { du: 2020-07-02, valeur: 2, source: s }\n",
		  5, "seule la dernière" },
		{ HEAD
		  "    - { du: 2020-01-01, au: 2020-06-30, valeur: 1, source: s }\n    - { valeur: 2, source: s }\n",
		  5, "il manque « du »" },
		{ HEAD "    - { du: 2020-01-01, au: 2019-01-01, valeur: 1, source: s }\n", 4,
		  "« au » est avant « du »" },
		{ HEAD "    - { du: 2020-01-01, valeur: 1 }\n", 4, "il manque « source »" },
		{ HEAD "    - { du: 2020-01-01, source: s }\n", 4, "il manque « valeur »" },
		{ HEAD "    - { du: 2020-01-01, valeur: 1, a_verifier: oui, source: s }\n", 4, "s'excluent" },
		{ HEAD "    - { du: 2020-01-01, valeur: 15000,00, source: s }\n", 4, "« 00 » vient après une virgule" },
		{ "p:\n  libelle: x\n  entre: [1, 90000]\n  valeurs:\n    - { valeur: 15 000 €, source: s }\n", 5, "sans espace, virgule ni unité" },
		{ HEAD "    - { du: 2020-02-30, valeur: 1, source: s }\n", 4, "n'existe pas dans le calendrier" },
		{ HEAD "    - { du: 2020-01-01, valeur: 1, sources: s }\n", 4, "source" },
		{ HEAD "    - 12\n", 4, "une période s'écrit" },
		{ "p:\n  libelle: x\n  valeurs: []\n", 3, "liste de périodes" },
		{ "p:\n  libelle: x\n", 2, "il manque « valeurs »" },
		{ "p:\n  valeurs:\n    - { valeur: 1, source: s }\n", 2, "il manque « libelle »" },
		{ "Été:\n  libelle: x\n", 1, "nom de paramètre" },
		{ "p: 12\n", 1, "un paramètre s'écrit" },
		{ "- 12\n", 1, "" },
		{ HEAD "    - { valeur: 1, source: s }\n", 1, "« p » : donnez les valeurs permises" },
		{ "p:\n  libelle: x\n  admis: [a]\n  entre: [1, 2]\n  valeurs:\n    - { valeur: 1, source: s }\n", 1,
		  "donnez les valeurs permises" },
		{ "p:\n  libelle: x\n  admis: [moitie, tiers]\n  valeurs:\n    - { valeur: quart, source: s }\n", 5,
		  "« valeur » ne peut être « quart » ; valeurs permises : moitie, tiers" },
		{ "p:\n  libelle: x\n  entre: [1, 5]\n  valeurs:\n    - { valeur: un, source: s }\n", 5,
		  "nombre entier de 1 à 5" },
		{ "p:\n  libelle: x\n  entre: [1, 5]\n  valeurs:\n    - { valeur: 0, source: s }\n", 5,
		  "nombre entier de 1 à 5" },
		{ "p:\n  libelle: x\n  entre: [1, 5]\n  valeurs:\n    - { valeur: 6, source: s }\n", 5,
		  "nombre entier de 1 à 5" },
		{ "p:\n  libelle: x\n  entre: [5, 1]\n  valeurs:\n    - { valeur: 1, source: s }\n", 3,
		  "du plus petit au plus grand" },
		{ "p:\n  libelle: x\n  entre: 5\n  valeurs:\n    - { valeur: 1, source: s }\n", 3, "deux nombres" },
		{ "p:\n  libelle: x\n  admis: mot\n  valeurs:\n    - { valeur: 1, source: s }\n", 3, "ou « date »" },
		{ "p:\n  libelle: x\n  admis: date\n  valeurs:\n    - { valeur: tiers, source: s }\n", 5,
		  "attend une date" },
	};
	struct arena a;
	struct err e;
	const struct params *p;
	(void)state;
	arena_init(&a, 16 * MIB);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		if (load(&a, cases[i].yaml, &p, &e))
			fail_msg("accepté : %s", cases[i].yaml);
		assert_has(str_c(e.msg), cases[i].says);
		assert_int_equal(e.line, cases[i].line);
		assert_true(e.col > 0 && strstr(e.file, "p.yaml"));
	}
	arena_done(&a);
}

static void test_params__deux_fichiers(void **state)
{
	struct dirs d;
	struct arena a;
	struct err e = { .code = ERR_NONE };
	const struct params *p;
	(void)state;
	arena_init(&a, 4 * MIB);
	dirs_open(&d);
	dirs_write(&d, "a.yaml", GOOD);
	dirs_write(&d, "b.yaml", "autre:\n  libelle: x\n  entre: [1, 2]\n  valeurs:\n    - { valeur: 1, source: s }\n");
	dirs_write(&d, ".c.yaml", "faux");
	dirs_write(&d, "d.yaml~", "faux");
	assert_true(params_load(&a, d.root, &p, &e));
	assert_true(params_has(p, STR("autre")) && params_has(p, STR("pouvoirs.max")));
	char before[65];
	snprintf(before, sizeof before, "%s", params_sha256(p));
	dirs_write(&d, "b.yaml", "autre:\n  libelle: x\n  entre: [1, 2]\n  valeurs:\n    - { valeur: 2, source: s }\n");
	assert_true(params_load(&a, d.root, &p, &e));
	assert_string_not_equal(before, params_sha256(p));
	dirs_write(&d, "b.yaml", GOOD);
	assert_false(params_load(&a, d.root, &p, &e));
	assert_non_null(strstr(e.file, "b.yaml"));
	assert_non_null(strstr(e.msg, "a.yaml:1"));
	dirs_close(&d);
	assert_false(params_load(&a, d.root, &p, &e));
	assert_int_equal(e.code, ERR_SYS);
	arena_done(&a);
}

static void test_params__dans_une_regle(void **state)
{
	struct bench b;
	struct err e;
	(void)state;
	bench_open(&b);
	assert_true(load(&b.a, GOOD, &b.cx.params, &e));
	assert_says(judge(&b, "return conforme(parametre(\"pouvoirs.max\", d.seance.date))"), VERDICT_CONFORME,
		    "tiers");
	assert_true(str_eq(b.out.at[0].params[0].du, STR("2020-04-03")));
	assert_int_equal(b.out.at[0].params[0].au.n, 0);
	assert_says(judge(&b, "return conforme(parametre(\"pouvoirs.max\", \"2020-04-01\"))"), VERDICT_NON_VERIFIABLE,
		    "à vérifier par un juriste");
	assert_has(b.out.at[0].non_lus[0].champ, "pouvoirs.max");
	bench_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_params__valeurs_par_jour), TEST(test_params__avant_la_premiere),
		TEST(test_params__fichiers_faux),    TEST(test_params__deux_fichiers),
		TEST(test_params__dans_une_regle),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
