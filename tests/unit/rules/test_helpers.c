/* SPDX-License-Identifier: EUPL-1.2 */
/* The helpers of rules: lists, searches, messages, dates, parameters. */
#include "bench.h"

struct row { const char *body, *says; };

static void assert_rows(enum verdict v, const struct row *rows, size_t n)
{
	struct bench b;
	bench_open(&b);
	for (size_t i = 0; i < n; i++)
		assert_says(judge(&b, rows[i].body), v, rows[i].says);
	bench_close(&b);
}
#define ROWS(v, rows) assert_rows(v, rows, sizeof rows / sizeof *rows)

static void test_helpers__listes(void **state)
{
	static const struct row rows[] = {
		{ "local s = \"\" for p in chaque(d.presents) do s = s .. p.nom .. \",\" end return conforme(s)",
		  "Mme AUBE,M. BOIS,Mme CLAIR," },
		{ "local s = \"\" for i, p in ipairs(d.presents) do s = s .. i .. p.nom_seul end return conforme(s)",
		  "1AUBE2BOIS3CLAIR" },
		{ "local s = \"\" for x in chaque { \"a\", \"b\" } do s = s .. x end return conforme(s)", "ab" },
		{ "return conforme(texte(\"%d %d %d %d\", nombre(d.presents), #d.pouvoirs, nombre { 1, 2 }, nombre(\"été\")))",
		  "3 2 2 3" },
		{ "return conforme(texte(\"%d\", nombre(d.deports)))", "0" },
		{ "return conforme(tostring(nom_voisin(\"Paul DARRIEU\", \"DARRIEUX\")) .. tostring(nom_voisin(\"Jean-Luc GÉRAL\", \"GERAL J.\")))",
		  "ouinon" },
		{ "local s = \"\" for n in chaque { \"Lise K.\", \"L. KARDEC\", \"KARDEC L.\", \"L. K.\", \"K.\" } do "
		  "s = s .. tostring(nom_abrege(n, \"Lise KARDEC\")) .. tostring(nom_abrege(\"Lise KARDEC\", n)) end return conforme(s)",
		  "ouiouiouiouiouiouiouiouiouioui" },
		{ "local s = \"\" for n in chaque { \"Lise KARDEC\", \"KARDEC\", \"Lise M.\", \"M. KARDEC\", \"L. L.\", \"Lise M. KARDEC\" } do "
		  "s = s .. tostring(nom_abrege(n, \"Lise KARDEC\")) end return conforme(s)",
		  "nonnonnonnonnonnon" },
		{ "return conforme(tostring(nom_abrege(\"J.-P. MORVAN\", \"Jean-Pierre MORVAN\")) .. tostring(nom_abrege(\"Lise K.\", \"Lucie KARDEC\"))"
		  " .. tostring(nom_abrege(\"L. KARDEC\", \"Lucie KARDEC\")))",
		  "ouinonoui" },
		/* the initial of a first name is no family name's, nor do two initials cross */
		{ "return conforme(tostring(nom_abrege(\"D. AUBIN\", \"DORVAL\")) .. tostring(nom_abrege(\"MORVAN L.\", \"LORME.M\")) .. tostring(nom_abrege(\"D. AUBIN\", \"AUBIN\"))"
		  " .. tostring(nom_abrege(\"D. AUBIN\", \"Denis AUBIN\")))",
		  "nonnonnonoui" },
		{ "return conforme(d.pouvoirs[2].mandant.nom .. d.pouvoirs[2].mandataire.cle .. d.presents[1].civilite)",
		  "M. ÉTANGaubeMme" },
		{ "return conforme(texte(\"%d %s\", d.montants[1].centimes, d.references[1].cle))",
		  "2000050 CGCT/L3211-2" },
		{ "return conforme(d.montants[1].taxe .. d.montants[1].beneficiaire)", "TTCJudo Club" },
		{ "local g = regroupe(d.pouvoirs, \"mandataire\")[1] return conforme(texte(\"%s %s %d %s\", g.nom, g.cle, g.nombre, g.elements[2].mandant.nom))",
		  "Mme AUBE aube 2 M. ÉTANG" },
		{ "return conforme(texte(\"%d\", nombre(regroupe(d.pouvoirs, \"mandant\"))))", "2" },
		{ "return conforme(liste { \"a\", \"b\", \"c\" } .. \" \" .. liste(d.presents) .. liste {} .. liste { \"z\" })",
		  "a, b et c Mme AUBE, M. BOIS et Mme CLAIRz" },
		{ "local t = {} ajoute(t, 1) ajoute(t, 2) return conforme(texte(\"%d %d\", t[1], t[2]))", "1 2" },
	};
	(void)state;
	ROWS(VERDICT_CONFORME, rows);
}

static void test_helpers__contient(void **state)
{
	static const struct row rows[] = {
		{ "return conforme(contient(d.presents, \"bois\").nom)", "M. BOIS" },
		{ "return conforme(contient(d.presents, \"M. Bois\").nom)", "M. BOIS" },
		{ "return conforme(contient(d.presents, \"mme  Clair\").nom)", "Mme CLAIR" },
		{ "return conforme(contient(d.presents, d.pouvoirs[1].mandataire).nom)", "Mme AUBE" },
		{ "return conforme(contient(d.presents, \"bo-is\").nom)", "M. BOIS" },
		{ "return conforme(contient(d.presents, \"boisé\") and \"oui\" or \"non\")", "non" },
		{ "return conforme(contient(d.presents, \"-\") and \"oui\" or \"non\")", "non" },
		{ "return conforme(contient(d.presents, \"dune\") and \"oui\" or \"non\")", "non" },
		{ "return conforme(contient(d.presents, \"boi\") and \"oui\" or \"non\")", "non" },
	};
	(void)state;
	ROWS(VERDICT_CONFORME, rows);
}

static void test_helpers__recherches(void **state)
{
	static const struct row rows[] = {
		{ "return conforme(cite(d.visas, \"L. 3211-2\").texte)", "code général" },
		{ "return conforme(cite(d.visas, \"L3211-2\") and \"oui\" or \"non\")", "oui" },
		{ "return conforme(cite(d.visas, \"L. 3211-21\") and \"oui\" or \"non\")", "non" },
		{ "return conforme(cite(d.visas, \"L. 3211\") and \"oui\" or \"non\")", "non" },
		{ "return conforme(cite(d.visas, \"L. 3211-2\", \"CG3P\") and \"oui\" or \"non\")", "non" },
		{ "return conforme(cite(d.references, \"L. 3211-2\").cle .. cite(d.references, \"L. 1612-13\").cle)",
		  "CGCT/L3211-2CGCT/L1612-12..L1612-15" },
		{ "return conforme(cite(d.references, \"L. 1612-16\") and \"oui\" or \"non\")", "non" },
		{ "return conforme(cite(\"article L.3211-2 du CGCT\", \"L. 3211-2\") and \"oui\" or \"non\")", "oui" },
		{ "return conforme(trouve(d.visas, \"DELEGATION\").texte)", "1er juillet 2021" },
		{ "return conforme(trouve(d.visas[1], \"Général  des\") and \"oui\" or \"non\")", "oui" },
		{ "return conforme(trouve(d.vote.formule_texte, \"a l'unanimite\") and \"oui\" or \"non\")", "oui" },
		{ "return conforme(trouve({ \"a\", \"Élu\" }, \"elu\") .. \"\")", "Élu" },
		{ "return conforme((\"Été\"):trouve(\"ete\") and texte(\"%d\", (\"Été\"):longueur()) or \"non\")",
		  "3" },
		{ "local r = reference(d.references[2]) return conforme(r.genre .. r.organe .. r.date .. tostring(r.numero) .. r.cle)",
		  "DELIBconseil_departemental2021-07-01nilDELIB/" },
		{ "local r = reference(\"LOI/2000-321/10\") return conforme(r.genre .. r.numero .. r.article)",
		  "LOI2000-32110" },
		{ "local r = reference(d.references[1]) return conforme(r.genre .. r.code .. r.article)",
		  "CODECGCTL3211-2" },
		{ "local r = reference(\"DECRET/2024-06-03/2\") return conforme(r.genre .. r.date .. tostring(r.numero) .. r.article)", "DECRET2024-06-03nil2" },
		{ "local r = reference(\"DELIB/?/2021-07-01/12\") return conforme(tostring(r.organe) .. r.date .. r.numero)",
		  "nil2021-07-0112" },
		{ "local r = reference(\"DELIB/conseil_regional/2021-07-02/2021-06-30\") return conforme(r.organe .. r.date .. r.numero)",
		  "conseil_regional2021-07-022021-06-30" },
		{ "local r = reference(\"DELIB/?/?/2031-12-09\") return conforme(tostring(r.organe) .. tostring(r.date) .. r.numero)", "nilnil2031-12-09" },
		{ "local r = reference(\"DELIB/?/2023-05-03/DEL/2023/045\") return conforme(r.date .. r.numero)", "2023-05-03DEL/2023/045" },
	};
	(void)state;
	ROWS(VERDICT_CONFORME, rows);
}

static void test_helpers__textes_et_dates(void **state)
{
	static const struct row rows[] = {
		{ "return conforme(texte(\"%d%% de %s, %s\", 12, \"x\", d.presents[1]))", "12% de x, Mme AUBE" },
		{ "return conforme(tostring(12) .. tostring(true) .. tostring(nil) .. tostring(d.presents[2]))",
		  "12ouinilM. BOIS" },
		{ "return conforme(texte(\"%d\", tonumber(\" 12 \") + 1) .. tostring(tonumber(\"1,5\")))", "13nil" },
		{ "return conforme(type(1) .. type(d))", "numberuserdata" },
		{ "return conforme(texte(\"%d\", jours_entre(\"2024-02-28\", \"2024-03-01\")))", "2" },
		{ "return conforme(texte(\"%d\", jours_entre(\"2024-03-01\", \"2023-03-01\")))", "-366" },
		{ "return conforme(jour_de_semaine(d.seance.date))", "lundi" },
	};
	(void)state;
	ROWS(VERDICT_CONFORME, rows);
}

static void test_helpers__mauvais_usages(void **state)
{
	static const struct row rows[] = {
		{ "for x in chaque(nil) do end", "attend une liste, pas une valeur vide" },
		{ "for x in chaque(d.niveau) do end", "pas un texte" },
		{ "return conforme(texte(\"%d\", \"12\"))", "attend un nombre entier, pas un texte" },
		{ "return conforme(texte(\"%d\", 1.5))", "attend un nombre entier" },
		{ "return conforme(texte(\"%d %d\", 1))", "il manque une valeur" },
		{ "return conforme(texte(\"%d\", 1, 2))", "plus de valeurs" },
		{ "return conforme(texte(\"%x\", 1))", "ne connaît que" },
		{ "return conforme(texte(\"100 %\"))", "ne connaît que" },
		{ "ajoute(d.presents, 1)", "attend une table" },
		{ "ajoute({}, nil)", "rien à ajouter" },
		{ "regroupe(d.pouvoirs, \"nom\")", "mandataire" },
		{ "regroupe(d.visas, \"nom\")", "attend d.pouvoirs" },
		{ "contient(d.pouvoirs, \"x\")", "liste d'élus" },
		{ "cite(d.visas, \"le code\")", "n'est pas un article" },
		{ "trouve(d.visas, \"\")", "de 1 à 256" },
		{ "trouve(d.presents[1], \"x\")", "pas dans une personne" },
		{ "jours_entre(\"2024-02-30\", \"2024-03-01\")", "n'existe pas dans le calendrier" },
		{ "return conforme(d.presents[9].nom)", "pas d'élément 9 (elle en a 3)" },
		{ "return conforme(d.presents.nom)", "une liste n'a pas de champ" },
		{ "parametre(\"x\")", "attend une date" },
		{ "regle { }", "premier niveau" },
		{ "essai \"x\"", "premier niveau" },
	};
	(void)state;
	ROWS(VERDICT_ERREUR, rows);
}

static void test_helpers__aiguille_des_deux_cotes(void **state)
{
	struct bench b;
	char body[600];
	(void)state;
	bench_open(&b);
	for (int extra = 0; extra < 2; extra++) {
		snprintf(
			body, sizeof body,
			"local s = \"\" for i = 1, %d do s = s .. \"x\" end return conforme(trouve(d.visas, s) and \"oui\" or \"non\")",
			LIMIT_LUA_NEEDLE + extra);
		assert_says(judge(&b, body), extra ? VERDICT_ERREUR : VERDICT_CONFORME, extra ? "de 1 à 256" : "non");
	}
	bench_close(&b);
}

static void test_helpers__parametre_d_essai(void **state)
{
	const struct override over[] = { { STR("a.b"), true, 12, STR("") }, { STR("mot"), false, 0, STR("tiers") } };
	struct bench b;
	(void)state;
	bench_open(&b);
	b.cx.over = over;
	b.cx.over_n = 2;
	assert_says(
		judge(&b,
		      "return conforme(texte(\"%d %s\", parametre(\"a.b\", d.seance.date), parametre(\"mot\", \"2020-01-01\")))"),
		VERDICT_CONFORME, "12 tiers");
	assert_int_equal(b.out.at[0].params_n, 2);
	assert_true(str_eq(b.out.at[0].params[1].valeur, STR("\"tiers\"")));
	assert_says(
		judge(&b, "return conforme(tostring(parametre_connu(\"a.b\")) .. tostring(parametre_connu(\"c\")))"),
		VERDICT_CONFORME, "ouinon");
	assert_says(judge(&b, "return conforme(parametre(\"c\", d.seance.date))"), VERDICT_NON_VERIFIABLE,
		    "c : paramètre inconnu");
	bench_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_helpers__listes),
		TEST(test_helpers__contient),
		TEST(test_helpers__recherches),
		TEST(test_helpers__textes_et_dates),
		TEST(test_helpers__mauvais_usages),
		TEST(test_helpers__aiguille_des_deux_cotes),
		TEST(test_helpers__parametre_d_essai),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
