/* SPDX-License-Identifier: EUPL-1.2 */
/* Members in office by collectivity, body and day. */
#include "bench.h"
#include "dirs.h"

#define VAUGINE                                                                                                                                 \
	"nom: Département de la Vaugine\nautres_noms: [\"Conseil départemental de la Vaugine\"]\nsiren: \"229900011\"\nniveau: departement\n" \
	"effectif:\n  commission_permanente:\n    - { du: 2021-07-01, valeur: 54, source: \"service des assemblées\" }\n"

static bool load(struct arena *a, const char *one, const char *two, const struct roster **ret, struct err *e)
{
	struct dirs d;
	dirs_open(&d);
	memset(e, 0, sizeof *e);
	dirs_write(&d, "vaugine.yaml", one);
	if (two)
		dirs_write(&d, "zest.yaml", two);
	bool ok = roster_load(a, d.root, ret, e);
	dirs_close(&d);
	return ok;
}

static void test_roster__par_nom_organe_et_jour(void **state)
{
	struct bench b;
	struct err e;
	struct str nom = STR("");
	const struct roster *ro;
	(void)state;
	bench_open(&b);
	assert_true(load(&b.a, VAUGINE, NULL, &ro, &e));
	const struct param_value *v = roster_effectif(ro, &b.r, &nom);
	assert_non_null(v);
	assert_int_equal(v->nombre, 54);
	assert_true(str_eq(nom, STR("collectivites/vaugine: effectif commission_permanente")));
	b.r.collectivite.texte = STR("CONSEIL  DÉPARTEMENTAL de la Vaugine");
	assert_non_null(roster_effectif(ro, &b.r, &nom));
	b.r.date.texte = STR("2021-06-30");
	assert_null(roster_effectif(ro, &b.r, &nom));
	b.r.date.texte = STR("2021-07-01");
	b.r.organe.texte = STR("conseil_departemental");
	assert_null(roster_effectif(ro, &b.r, &nom));
	bench_close(&b);
}

/* A footer's slip is no other collectivity, and is not repeated to who reads the message; a name that says a word twice keeps it. */
static void test_roster__de_ecrit_deux_fois(void **state)
{
	struct bench b;
	struct err e;
	struct str nom;
	const struct roster *ro;
	(void)state;
	bench_open(&b);
	assert_true(load(&b.a, VAUGINE, NULL, &ro, &e));
	b.r.collectivite.texte = STR("Conseil départemental de de la Vaugine");
	assert_non_null(roster_effectif(ro, &b.r, &nom));
	b.r.collectivite.texte = STR("Commune de de Brizeuil");
	assert_non_null(strstr(arena_dup(&b.a, roster_lack(&b.a, ro, &b.r)).p, "n'y porte le nom « Commune de Brizeuil »"));
	b.r.collectivite.texte = STR("Commune de Mora Mora");
	assert_non_null(strstr(arena_dup(&b.a, roster_lack(&b.a, ro, &b.r)).p, "« Commune de Mora Mora »"));
	b.r.collectivite.texte = STR("Conseil départemental de la la Vaugine");
	assert_null(roster_effectif(ro, &b.r, &nom));
	bench_close(&b);
}

/* « Ville de », « Mairie de », « Conseil régional de »: the same collectivity under another of its words; another article is another name. */
static void test_roster__ville_ou_commune(void **state)
{
	static const struct { const char *file, *niveau, *read; bool found;
	} cases[] = {
		{ "nom: Commune de Mirebois\nniveau: commune\n", "commune", "VILLE DE MIREBOIS", true },
		{ "nom: Ville de Mirebois\nniveau: commune\n", "commune", "Commune de Mirebois", true },
		{ "nom: Mairie d'Orval\nniveau: commune\n", "commune", "Commune d’Orval", true },
		{ "nom: Région Lorrade\nniveau: region\n", "region", "RÉGION DE LORRADE", true },
		{ "nom: Conseil régional de Lorrade\nniveau: region\n", "region", "Région Lorrade", true },
		{ "nom: Conseil départemental de la Vaugine\nniveau: departement\n", "departement", "DÉPARTEMENT DE LA VAUGINE", true },
		{ "nom: Commune de La Roche\nniveau: commune\n", "commune", "Commune de Roche", false },
		{ "nom: Ville de Mirebois\nniveau: autre\n", "commune", "Commune de Mirebois", false },
	};
	struct str nom;
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bench b;
		struct err e;
		const struct roster *ro;
		bench_open(&b);
		const struct str file = arena_printf(&b.a, "%spopulation:\n  - { du: 2020-01-01, valeur: 4120, source: s }\n", cases[i].file);
		assert_true(load(&b.a, arena_dup(&b.a, file).p, NULL, &ro, &e));
		b.r.niveau.texte = str_c(cases[i].niveau);
		b.r.collectivite.texte = str_c(cases[i].read);
		if ((roster_population(ro, &b.r, &nom) != NULL) != cases[i].found)
			fail_msg("%s", cases[i].read);
		bench_close(&b);
	}
}

/* What is said to who looks for the reason. */
static void test_roster__ce_qui_manque(void **state)
{
	struct bench b;
	struct err e;
	const struct roster *ro;
	(void)state;
	bench_open(&b);
#define LACK(ro, words) assert_string_equal(arena_dup(&b.a, roster_lack(&b.a, ro, &b.r)).p, words)
	LACK(NULL, "à donner dans le dossier collectivites");
	assert_true(load(&b.a, "# rien\n", NULL, &ro, &e));
	LACK(ro, "à donner dans le dossier collectivites");
	assert_true(load(&b.a, VAUGINE, NULL, &ro, &e));
	b.r.date.texte = STR("2021-06-01");
	LACK(ro, "collectivites/vaugine.yaml : aucune période ne couvre le 1er juin 2021");
	b.r.organe.texte = STR("conseil_departemental");
	LACK(ro, "collectivites/vaugine.yaml : aucun effectif pour « conseil_departemental »");
	b.r.niveau.texte = STR("region");
	LACK(ro, "collectivites/vaugine.yaml : niveau « departement », l'acte est lu « region »");
	b.r.siren = (struct field){ .statut = FIELD_LU, .texte = STR("229900012") };
	LACK(ro, "collectivites/vaugine.yaml : le SIREN 229900011 n'est pas celui de l'acte, 229900012");
	b.r.siren.statut = FIELD_ABSENT;
	b.r.collectivite.texte = STR("Département de Vaugine");
	LACK(ro, "à donner dans le dossier collectivites : aucun fichier n'y porte le nom « Département de Vaugine » ; le plus proche : "
		 "« Département de la Vaugine », vaugine.yaml");
	b.r.collectivite.texte = STR("Département des Hauts-Prés");
	LACK(ro, "à donner dans le dossier collectivites : aucun fichier n'y porte le nom « Département des Hauts-Prés »");
	b.r.collectivite.statut = FIELD_ABSENT;
	LACK(ro, "le nom de la collectivité n'est pas lu : le dossier collectivites ne peut pas servir");
	b.r.effectif.statut = FIELD_AMBIGU;
	LACK(ro, "l'acte en donne plus d'un");
	bench_close(&b);
}

static void test_roster__inconnu_ou_ambigu(void **state)
{
	struct bench b;
	struct err e;
	struct str nom;
	const struct roster *ro;
	(void)state;
	bench_open(&b);
	assert_true(load(&b.a, VAUGINE, NULL, &ro, &e));
	b.r.organe.statut = FIELD_AMBIGU;
	assert_null(roster_effectif(ro, &b.r, &nom));
	b.r.organe.statut = FIELD_LU;
	b.r.niveau.texte = STR("region");
	assert_null(roster_effectif(ro, &b.r, &nom));
	b.r.niveau.texte = STR("departement");
	b.r.collectivite.texte = STR("département de la Vaugine-Basse");
	assert_null(roster_effectif(ro, &b.r, &nom));
	b.r.collectivite.statut = FIELD_ILLISIBLE;
	assert_null(roster_effectif(ro, &b.r, &nom));
	bench_close(&b);
}

static void test_roster__siren_decide_seul(void **state)
{
	struct bench b;
	struct err e;
	struct str nom;
	const struct roster *ro;
	(void)state;
	bench_open(&b);
	assert_true(load(&b.a, VAUGINE, NULL, &ro, &e));
	b.r.siren = (struct field){ .statut = FIELD_LU, .texte = STR("229900011") };
	b.r.collectivite.texte = STR("Vaugine habitat");
	assert_non_null(roster_effectif(ro, &b.r, &nom));
	b.r.siren.texte = STR("229900012");
	b.r.collectivite.texte = STR("Département de la Vaugine");
	assert_null(roster_effectif(ro, &b.r, &nom));
	bench_close(&b);
}

static void test_roster__fichiers_faux(void **state)
{
	static const struct { const char *one, *two, *says; unsigned line;
	} cases[] = {
		{ "nom: A\nniveau: departement\n", NULL, "« effectif » attend", 1 },
		{ "nom: A\nniveau: departemant\neffectif: {}\n", NULL, "vouliez-vous « departement »", 2 },
		{ "nom: A\nniveau: region\neffectif:\n  commission:\n    - { valeur: 3, source: s }\n", NULL,
		  "« commission » est inconnu", 4 },
		{ "nom: A\nniveau: departement\neffectif:\n  conseil_municipal:\n    - { valeur: 3, source: s }\n", NULL,
		  "« conseil_municipal » n'est pas un organe du niveau « departement »", 4 },
		{ "nom: A\nniveau: region\neffectif:\n  conseil_regional:\n    - { valeur: tiers, source: s }\n", NULL,
		  "nombre entier d'au moins 1", 5 },
		{ "nom: A\nniveau: region\neffectif:\n  conseil_regional:\n    - { valeur: 3 }\n", NULL,
		  "il manque « source »", 5 },
		{ "nom: A\nniveau: region\nsiren: 12\neffectif: {}\n", NULL, "neuf chiffres", 3 },
		{ "nom: A\nnivau: region\neffectif: {}\n", NULL, "niveau", 2 },
		{ "niveau: region\neffectif: {}\n", NULL, "il manque « nom »", 1 },
		{ "nom: A\nniveau: region\nautres_noms: B\neffectif: {}\n", NULL, "attend une liste", 3 },
		{ VAUGINE, "nom: département DE LA Vaugine\nniveau: departement\neffectif: {}\n",
		  "donnez le SIREN des deux", 1 },
		{ VAUGINE, "nom: B\nsiren: \"229900011\"\nniveau: departement\neffectif: {}\n", "déjà celui de", 1 },
	};
	struct arena a;
	struct err e;
	const struct roster *ro;
	(void)state;
	arena_init(&a, 16 * MIB);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		if (load(&a, cases[i].one, cases[i].two, &ro, &e))
			fail_msg("accepté : %s", cases[i].says);
		assert_has(str_c(e.msg), cases[i].says);
		assert_int_equal(e.line, cases[i].line);
	}
	arena_done(&a);
}

static void test_roster__homonymes_avec_siren(void **state)
{
	struct bench b;
	struct err e;
	struct str nom;
	const struct roster *ro;
	(void)state;
	bench_open(&b);
	assert_true(load(&b.a, VAUGINE, "nom: Département de la Vaugine\nsiren: \"229900029\"\nniveau: departement\n"
			 "effectif:\n  commission_permanente:\n    - { valeur: 9, source: s }\n", &ro, &e));
	assert_null(roster_effectif(ro, &b.r, &nom));
	b.r.siren = (struct field){ .statut = FIELD_LU, .texte = STR("229900029") };
	assert_int_equal(roster_effectif(ro, &b.r, &nom)->nombre, 9);
	bench_close(&b);
}

static void test_roster__pose_sur_la_lecture(void **state)
{
	struct bench b;
	struct err e;
	(void)state;
	bench_open(&b);
	assert_true(load(&b.a, VAUGINE, NULL, &b.cx.roster, &e));
	b.r.effectif = field_gap(FIELD_ABSENT, "");
	assert_says(judge(&b, "return conforme(texte(\"%d\", d.effectif))"), VERDICT_CONFORME, "54");
	assert_true(str_eq(b.out.at[0].params[0].source, STR("service des assemblées")));
	assert_true(str_eq(b.out.at[0].params[0].du, STR("2021-07-01")));
	bench_close(&b);
}

static void test_roster__a_cote_du_nombre_de_l_acte(void **state)
{
	static const char body[] = "local n = effectif_enregistre() return conforme(texte(\"%d, %s\", d.effectif, n))";
	struct bench b;
	struct err e;
	(void)state;
	bench_open(&b);
	assert_says(judge(&b, body), VERDICT_CONFORME, "7, nil");
	assert_true(load(&b.a, VAUGINE, NULL, &b.cx.roster, &e));
	assert_says(judge(&b, body), VERDICT_CONFORME, "7, 54");
	assert_true(str_eq(b.out.at[0].params[0].source, STR("service des assemblées")));
	b.r.effectif = field_gap(FIELD_ABSENT, "");
	assert_says(judge(&b, body), VERDICT_CONFORME, "54, nil");
	bench_close(&b);
}

static void test_roster__le_fichier_d_ou_vient_le_nombre(void **state)
{
	static const char body[] = "return conforme(tostring(source_de_l_effectif()))";
	struct bench b;
	struct err e;
	(void)state;
	bench_open(&b);
	assert_true(load(&b.a, VAUGINE, NULL, &b.cx.roster, &e));
	assert_says(judge(&b, body), VERDICT_CONFORME, "nil");
	b.r.effectif = field_gap(FIELD_ABSENT, "");
	assert_says(judge(&b, body), VERDICT_CONFORME, "collectivites/vaugine.yaml");
	bench_close(&b);
}

static void test_roster__population(void **state)
{
	static const char inhabited[] = "nom: Département de la Vaugine\nniveau: departement\n"
					"population:\n  - { du: 2024-01-01, valeur: 4120, source: \"INSEE\" }\n";
	static const char body[] = "return conforme(tostring(population_enregistree()))";
	struct bench b;
	struct err e;
	(void)state;
	bench_open(&b);
	assert_says(judge(&b, body), VERDICT_CONFORME, "nil");
	assert_true(load(&b.a, VAUGINE, NULL, &b.cx.roster, &e));
	assert_says(judge(&b, body), VERDICT_CONFORME, "nil");
	assert_true(load(&b.a, inhabited, NULL, &b.cx.roster, &e));
	assert_says(judge(&b, body), VERDICT_CONFORME, "4120");
	assert_true(str_eq(b.out.at[0].params[0].nom, STR("collectivites/vaugine: population")));
	assert_true(str_eq(b.out.at[0].params[0].source, STR("INSEE")));
	b.r.date.texte = STR("2023-12-31");
	assert_says(judge(&b, body), VERDICT_CONFORME, "nil");
	assert_false(load(&b.a, "nom: Vaugine\nniveau: commune\npopulation: 4120\n", NULL, &b.cx.roster, &e));
	assert_false(load(&b.a, "nom: Vaugine\nniveau: commune\n", NULL, &b.cx.roster, &e));
	bench_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_roster__par_nom_organe_et_jour), TEST(test_roster__de_ecrit_deux_fois), TEST(test_roster__ville_ou_commune), TEST(test_roster__ce_qui_manque), TEST(test_roster__inconnu_ou_ambigu),
		TEST(test_roster__siren_decide_seul),      TEST(test_roster__fichiers_faux),
		TEST(test_roster__homonymes_avec_siren),   TEST(test_roster__pose_sur_la_lecture),
		TEST(test_roster__a_cote_du_nombre_de_l_acte),
		TEST(test_roster__le_fichier_d_ou_vient_le_nombre), TEST(test_roster__population),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
