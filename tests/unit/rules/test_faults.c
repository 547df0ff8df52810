/* SPDX-License-Identifier: EUPL-1.2 */
/* What an author reads when his file is wrong: the rows of RULE_API §7, with line and column. */
#include "bench.h"
#include "ruleset_priv.h"

#define ANY 9999
static void assert_fault(const char *source, unsigned line, unsigned col, const char *says)
{
	struct bench b;
	bench_open(&b);
	if (bench_load(&b, source))
		fail_msg("accepté : %s", source);
	if (b.err.line != line || (col != ANY && b.err.col != col) || !strstr(b.err.msg, says))
		fail_msg("%u:%u attendu avec « %s », obtenu %u:%u: %s", line, col, says, b.err.line, b.err.col,
			 b.err.msg);
	assert_string_equal(b.err.file, "regles/x.lua");
	bench_close(&b);
}

static void test_faults__caracteres(void **state)
{
	(void)state;
	assert_fault("-- début\nlocal gravité = 1", 2, 7,
		     "un nom ne peut pas contenir d'accent (« gravité ») : écrivez « gravite »");
	assert_fault("local t = « bonjour »", 1, 11, "guillemets français");
	assert_fault("local t = “bonjour”", 1, 11, "guillemets typographiques");
	assert_fault("local\xC2\xA0t = 1", 1, 6, "espace insécable invisible, colonne 6");
	assert_fault("local t\xE2\x80\xAF= 1", 1, 8, "espace insécable");
	assert_fault("local t = 3 – 1", 1, 13, "tiret typographique");
	assert_fault("local t = \"« é »\" x y", 1, 21, "« y » n'est pas attendu ici");
}

static void test_faults__habitudes(void **state)
{
	(void)state;
	assert_fault("local a = 2\nif a != 1 then end", 2, 6, "« différent de » s'écrit « ~= »");
	assert_fault("local a\nif a = 1 then end", 2, 6, "comparer s'écrit « == »");
	assert_fault("local a\nif a et a then end", 2, 6, "« et » s'écrit « and »");
	assert_fault("local a\nif a ou a then end", 2, 6, "« ou » s'écrit « or »");
	assert_fault("local a\nif non a then end", 2, 4, "« non » s'écrit « not »");
	assert_fault("local a\nif a alors end", 2, 6, "« alors » s'écrit « then »");
	assert_fault("local function f(a)\n  if a then\n    return 1\n  else if b then\n    return 2\n  end\nend\n", 4,
		     3, "écrivez « elseif » en un mot");
}

static void test_faults__oublis(void **state)
{
	(void)state;
	assert_fault("local t = { a = 1\n b = 2 }", 2, 2, "virgule oubliée");
	assert_fault("local function f()\n return 1\n", 3, 0, "il manque « end » pour « function » ouvert ligne 1");
	assert_fault("local t = { 1, 2", 1, 1, "virgule oubliée");
	assert_fault("local t = {\n 1, 2\n", 3, 0, "il manque « } » pour fermer ce qui est ouvert ligne 1");
	assert_fault("local t = \"abc\n", 1, 1, "texte non fermé");
	assert_fault("local t =", 1, 0, "s'arrête au milieu");
}

static void test_faults__rien_en_anglais(void **state)
{
	(void)state;
	assert_fault("local t, a = {}, 1\nif a == 1\n  ajoute(t, 1)\nend", 3, 3,
		     "il manque « then » à la fin de la condition, avant « ajoute »");
	assert_fault("local v = {}\nif v.pour > 1\n  ajoute(v.pour, 1)\nend", 3, 3, "il manque « then »");
	assert_fault("local t = {\n f = function(d)\n  if d then\n   return 1\n end,\n}", 5, 5,
		     "« , » n'est pas attendu ici : il manque sans doute un « end » plus haut");
	assert_fault("local = 1", 1, 7, "un nom est attendu avant « = »");
	assert_fault("local a = 1\nwhile a\n a = 2\nend", 3, 2, "il manque « do » avant « a »");
	assert_fault("local t = { f = function() b, } }", 1, 31, "« } » n'est pas attendu ici");
	assert_fault("local a = [[x", 1, 0, "non fermé");
}

static void test_faults__la_ligne_de_la_cle(void **state)
{
	(void)state;
	assert_fault("regle {\n id = \"x\", version = \"1\",\n titre = \"t\",\n gravite = \"grave\",\n}", 4, 2,
		     "« gravite » ne peut valoir « grave » ; valeurs permises : information, mineure, majeure, bloquante");
	assert_fault("regle {\n id = \"x\",\n versoin = \"1\",\n}", 3, 2, "« versoin » ; vouliez-vous « version » ?");
	assert_fault("regle {\n id = \"x\",\n version = 1,\n}", 3, 2, "« version » attend un texte");
}

static void test_faults__noms(void **state)
{
	(void)state;
	assert_fault("\nlocal x = conform(\"x\")", 2, 11, "« conform » ; vouliez-vous « conforme » ?");
	assert_fault("totale = 1", 1, 1, "« totale » n'est pas déclarée");
	assert_fault("local x = nil + 1", 1, 1, "calcul impossible");
	assert_fault("local x = nil\nlocal y = x.nom", 2, 11, "« x » n'a pas de champ");
	assert_fault("local x = {} < 1", 1, 1, "comparaison impossible");
	assert_fault("local x = 1\nx()", 2, 1, "« x » n'est pas une fonction");
}

#define FULL RULE_HEAD "controle = function(d) return conforme(\"x\") end }\n"
static void test_faults__ce_que_lua_accepte(void **state)
{
	(void)state;
	assert_fault("local t = 0,5\n" FULL, 1, 12, "virgule décimale");
	assert_fault(RULE_HEAD "controle = function(d) return d.vote.pour == \"54\" and conforme(\"x\") end }\n", 3, 46,
		     "sans guillemets");
	struct bench b;
	bench_open(&b);
	assert_true(bench_load(&b, "local a, b = 0,5\nlocal s = \"x\" == \"y5\" -- d.effectif == \"5\"\n"
			       "local function f(d) return d.numero == \"12\" end\n" FULL));
	bench_close(&b);
}

static void test_faults__bom_accepte(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_true(bench_load(&b, "\xEF\xBB\xBF" FULL));
	assert_false(bench_load(&b, "\xEF\xBB\xBFlocal é = 1\n"));
	assert_int_equal(b.err.col, 7);
	assert_false(bench_load(&b, "local s = \"\xE9\"\n" FULL));
	assert_has(str_c(b.err.msg), "UTF-8");
	bench_close(&b);
}

static void test_faults__regle_mal_declaree(void **state)
{
#define R(fields) "regle { " fields " }"
#define LAW "fondement = { { usage = \"u\" } }"
	(void)state;
	assert_fault("local x = 1", 1, 1, "ne déclare aucune règle");
	assert_fault(R("id = \"x\""), 1, ANY, "il manque « version");
	assert_fault(R("id = \"y\", version = \"1\", titre = \"t\", gravite = \"majeure\""), 1, ANY,
		     "« id » doit être le nom du fichier");
	assert_fault(R("id = \"X\""), 1, ANY, "minuscules");
	assert_fault(R("id = \"x\", version = \"1\", titre = \"t\", gravite = \"grave\""), 1, ANY,
		     "« gravite » ne peut valoir « grave »");
	assert_fault(R("id = \"x\", version = \"1\", titre = \"t\", gravite = \"majeure\""), 1, ANY,
		     "il manque « fondement");
	assert_fault(R("id = \"x\", version = \"1\", titre = \"t\", gravite = \"majeure\", fondement = {}"), 1, ANY,
		     "il manque « fondement");
	assert_fault(
		R("id = \"x\", version = \"1\", titre = \"t\", gravite = \"majeure\", fondement = { { code = \"CGCT\" } }"),
		1, ANY, "vont ensemble");
	assert_fault(
		R("id = \"x\", version = \"1\", titre = \"t\", gravite = \"majeure\", fondement = { { code = \"C\", article = \"1\" } }"),
		1, ANY, "il manque « dit");
	assert_fault(
		R("id = \"x\", version = \"1\", titre = \"t\", gravite = \"majeure\", fondement = { { usage = \"u\", niveau = \"ville\" } }"),
		1, ANY, "« niveau » ne peut valoir");
	assert_fault(R("id = \"x\", version = \"1\", titre = \"t\", gravite = \"majeure\", " LAW), 1, ANY,
		     "il manque « controle");
	assert_fault(R("id = \"x\", version = \"1\", titre = \"Acte illégal\", gravite = \"majeure\", " LAW), 1, ANY,
		     "ne disent jamais");
	assert_fault(R("id = \"x\", version = \"1\", titre = \"t\", gravite = \"majeure\", " LAW
		       ", validite = { du = \"2015\" }"),
		     1, ANY, "AAAA-MM-JJ");
	assert_fault(
		R("id = \"x\", version = \"1\", titre = \"t\", gravite = \"majeure\", " LAW ", controle = conforme"), 1,
		ANY, "function(d)");
	assert_fault(R("id = \"x\", versoin = \"1\""), 1, 19, "vouliez-vous « version »");
	assert_fault(FULL FULL, 4, 1, "une seule règle");
}

static void test_faults__essai_mal_declare(void **state)
{
	(void)state;
	assert_fault(FULL "essai \"a\"\n", 0, 0, "");
	assert_fault(FULL "essai \"a\" { attendu = \"bon\" }\n", 4, 13, "");
	assert_fault(FULL "essai \"a\" { }\n", 4, 1, "il manque « attendu");
	assert_fault(FULL "essai \"a\" { attendu = \"conforme\", remplacer = { \"x\" } }\n", 4, 1,
		     "remplacer est une liste");
	assert_fault(FULL "essai \"a\" { attendu = \"conforme\", remplacer = {} }\n", 4, 1, "de 1 à 64 paires");
	assert_fault(FULL "essai \"a\" { attendu = \"conforme\", effectif = \"54\" }\n", 4, 1, "nombre entier");
	assert_fault(FULL "essai \"a\" { attendu = \"conforme\", parametres = { x = {} } }\n", 4, 1, "une valeur est");
	assert_fault(FULL "essai \"a\" { attendue = \"conforme\" }\n", 4, 13, "vouliez-vous « attendu »");
}

static void test_faults__affichage_avec_curseur(void **state)
{
	struct rule_report r = { .id = STR("x"), .state = RULE_REFUSED, .ligne = STR("\tif é != 1") };
	struct buf out;
	(void)state;
	err_at(&r.err, ERR_SYNTAX, "x.lua", 3, 7, "cause");
	buf_init(&out, 4096);
	rule_report_print(&r, false, &out);
	assert_true(str_eq(buf_view(&out), STR("x : refusée\n  x.lua:3:7: cause\n    \tif é != 1\n    \t     ^\n")));
	buf_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_faults__caracteres),
		TEST(test_faults__habitudes),
		TEST(test_faults__oublis),
		TEST(test_faults__rien_en_anglais),
		TEST(test_faults__la_ligne_de_la_cle), TEST(test_faults__noms),
		TEST(test_faults__ce_que_lua_accepte),
		TEST(test_faults__bom_accepte),
		TEST(test_faults__regle_mal_declaree),
		TEST(test_faults__essai_mal_declare),
		TEST(test_faults__affichage_avec_curseur),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
