/* SPDX-License-Identifier: EUPL-1.2 */
/* What an author reads when his file is wrong: the rows of RULE_API §7, with line and column. */
#include "bench.h"
#include "faults.h"
#include "ruleset_priv.h"

#define ANY 9999
static bool load_seen(struct bench *b, const char *source)
{
	memset(&b->err, 0, sizeof b->err);
	b->loaded = rule_load(&b->a, NULL, 0, STR("regles/x.lua"), str_c(source), &b->rule, &b->err);
	return b->loaded;
}

static void assert_fault(const char *source, unsigned line, unsigned col, const char *says)
{
	struct bench b;
	bench_open(&b);
	if (load_seen(&b, source))
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

#define FULL RULE_HEAD "controle = function(d) return conforme(\"x\") end }\n"
static void test_faults__ce_que_lua_accepte(void **state)
{
	(void)state;
	assert_fault("local t = 0,5\n" FULL, 1, 12, "virgule décimale");
	assert_fault(RULE_HEAD "controle = function(d) return d.vote.pour == \"54\" and conforme(\"x\") end }\n", 3, 46,
		     "sans guillemets");
	struct bench b;
	bench_open(&b);
	assert_true(load_seen(&b, "local a, b = 0,5\nlocal s = \"x\" == \"y5\" -- d.effectif == \"5\"\n"
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
		     "ne dit jamais");
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
	assert_fault(FULL "essai \"a\" { attendu = \"conforme\", remplacer = { \"x\" } }\n", 4, 35,
		     "doublez les accolades");
	assert_fault(FULL "essai \"a\" { attendu = \"conforme\", remplacer = { { \"x\" } } }\n", 4, 1,
		     "remplacer est une liste");
	assert_fault(FULL "essai \"a\" { attendu = \"conforme\", remplacer = {} }\n", 4, 1, "de 1 à 64 paires");
	assert_fault(FULL "essai \"a\" { attendu = \"conforme\", effectif = \"54\" }\n", 4, 35, "sans guillemets");
	assert_fault(FULL "essai \"a\" { attendu = \"conforme\", parametres = { x = {} } }\n", 4, 1, "une valeur est");
	assert_fault(FULL "essai \"a\" { attendue = \"conforme\" }\n", 4, 13, "vouliez-vous « attendu »");
}

static void assert_shown(struct str line, unsigned col, const char *shown)
{
	struct rule_report r = { .id = STR("x"), .state = RULE_REFUSED, .ligne = line };
	struct buf out;
	err_at(&r.err, ERR_SYNTAX, "x.lua", 3, col, "cause");
	buf_init(&out, 4096);
	rule_report_print(&r, false, &out);
	assert_true(str_starts(buf_view(&out), STR("x : refusée\n  x.lua:3:")));
	assert_has(buf_view(&out), shown);
	buf_done(&out);
}

/* The caret stands under the character whatever stands before it: tabs, accents made of two code points, wide letters. */
static void test_faults__affichage_avec_curseur(void **state)
{
	char longer[400];
	(void)state;
	assert_shown(STR("\tif é != 1"), 7, "    if é != 1\n             ^\n");
	assert_shown(STR("ab\tx"), 4, "    ab  x\n        ^\n");
	assert_shown(STR("e\xCC\x81 x"), 4, "    e\xCC\x81 x\n      ^\n");
	assert_shown(STR("\xE4\xBC\x9A x"), 3, "    \xE4\xBC\x9A x\n       ^\n");
	assert_shown(STR("abc"), 4, "    abc\n       ^\n");
	assert_shown(STR("a\x1B[31m\xFFz"), 1, "    a?[31m?z\n    ^\n");
	memset(longer, 'a', sizeof longer);
	memcpy(longer + 300, "ICI", 3);
	assert_shown((struct str){ longer, sizeof longer }, 301, "aICIaaa");
	assert_shown((struct str){ longer, sizeof longer }, 301, "…\n                                                      ^\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_faults__caracteres),
		TEST(test_faults__ce_que_lua_accepte),
		TEST(test_faults__bom_accepte),
		TEST(test_faults__regle_mal_declaree),
		TEST(test_faults__essai_mal_declare),
		TEST(test_faults__affichage_avec_curseur),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
