/* SPDX-License-Identifier: EUPL-1.2 */
/* What a script can neither reach nor outlast; after each attack the same state judges rightly again. */
#include "bench.h"

static void assert_hit(const char *body, const char *message)
{
	struct bench b;
	bench_open(&b);
	assert_says(judge(&b, body), VERDICT_ERREUR, message);
	vm_close(b.rule.vm);
	b.loaded = false;
	bench_close(&b);
}

static void test_sandbox__boucle_sans_fin(void **state)
{
	(void)state;
	assert_hit("while true do end", "limite de calcul");
	assert_hit("::a:: goto a", "limite de calcul");
	assert_hit("for i = 1, 1e18 do end", "limite de calcul");
	assert_hit("repeat local x = 1 until false", "limite de calcul");
}

static void test_sandbox__bombe_memoire(void **state)
{
	(void)state;
	assert_hit("local t = {} for i = 1, 1e9 do t[i] = { i } end", "limite");
	assert_hit("local s = \"x\" while true do s = s .. s end", "limite de mémoire");
}

static void test_sandbox__memoire_des_deux_cotes(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(
		&b,
		"local s = \"x\" for i = 1, 21 do s = s .. s end return conforme(\"2 Mio, et 4 pour les doubler\")");
	assert_says(f, VERDICT_CONFORME, "");
	assert_true(f->memory > (int64_t)(2 * MIB) && f->memory <= (int64_t)LIMIT_LUA_MEMORY);
	f = judge(&b, "local s = \"x\" for i = 1, 23 do s = s .. s end return conforme(\"trop\")");
	assert_says(f, VERDICT_ERREUR, "limite de mémoire");
	assert_true(f->memory <= (int64_t)LIMIT_LUA_MEMORY);
	bench_close(&b);
}

static void test_sandbox__recursion(void **state)
{
	(void)state;
	assert_hit("local function f() return 1 + f() end f()", "limite");
	assert_hit("local function f(...) return f(1, ...) end f()", "limite");
	assert_hit("local function f(...) return 1 + f(1, ...) end f()", "limite");
}

static void test_sandbox__la_fonction_de_ipairs_appelee_a_la_main(void **state)
{
	(void)state;
	assert_hit("local f = ipairs({}) f(\"aaaa\", 0)", "ipairs");
	assert_hit("local f = ipairs({}) f(nil, 0)", "ipairs");
	assert_hit("local f = ipairs({}) f(d, 0)", "ipairs");
	assert_hit("local f = ipairs({}) return f({ 1 }, -1)", "rien");
}

static void test_sandbox__verdict_change_apres_coup(void **state)
{
	(void)state;
	assert_hit("local t = { { message = \"un\" } } local v = anomalies(t) t[1] = nil return v", "après coup");
	assert_hit("local t = { { message = \"un\" } } local v = anomalies(t) for i = 2, 201 do t[i] = t[1] end return v", "après coup");
	assert_hit("local t = { { message = \"un\" } } local v = anomalies(t) t[1] = \"texte\" return v", "");
}

static void test_sandbox__chaines_longues(void **state)
{
	(void)state;
	assert_hit("local s = \"x\" for i = 1, 20 do s = s .. s end local t = s .. \"y\" while s < t do end", "limite");
	assert_hit("local s = \"x\" for i = 1, 20 do s = s .. s end while true do nombre(s) end", "limite de calcul");
	assert_hit("local s = \"x\" for i = 1, 17 do s = s .. s end while true do trouve(s, \"y\") end", "limite");
	assert_hit("while true do texte(\"%s %s\", \"a\", \"b\") end", "limite");
}

static void test_sandbox__aide_des_deux_cotes(void **state)
{
	static const char build[] = "local s = \"x\" for i = 1, 18 do s = s .. s end";
	struct bench b;
	char body[200];
	(void)state;
	bench_open(&b);
	snprintf(body, sizeof body, "%s return conforme(trouve(s, \"y\") and \"a\" or \"b\")", build);
	assert_int_equal((size_t)1 << 18, LIMIT_LUA_INPUT);
	assert_says(judge(&b, body), VERDICT_CONFORME, "b");
	snprintf(body, sizeof body, "%s return conforme(trouve(s .. \"x\", \"y\") and \"a\" or \"b\")", build);
	assert_says(judge(&b, body), VERDICT_ERREUR, "recherche refusée");
	bench_close(&b);
}

static void test_sandbox__calcul_des_deux_cotes(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(&b, "for i = 1, 990000 do end return conforme(\"juste assez\")");
	assert_says(f, VERDICT_CONFORME, "juste assez");
	assert_true(f->instructions <= LIMIT_LUA_INSTRUCTIONS);
	assert_says(judge(&b, "for i = 1, 1010000 do end return conforme(\"trop\")"), VERDICT_ERREUR, "limite de calcul");
	bench_close(&b);
}

static void test_sandbox__close_et_metatables_hors_de_portee(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_says(judge(&b, "local x <close> = d"), VERDICT_ERREUR, "");
	assert_says(judge(&b, "local x <close> = d.presents"), VERDICT_ERREUR, "");
	assert_says(judge(&b, "local x <close> = {}"), VERDICT_ERREUR, "");
	assert_says(judge(&b, "local x <close> = chaque(d.presents)"), VERDICT_ERREUR, "");
	assert_says(judge(&b, "local x <close> = nil return conforme(\"rien à fermer\")"), VERDICT_CONFORME, "");
	assert_says(
		judge(&b,
		      "local t = { __gc = function() end, __index = function() while true do end end } return conforme(t.x or \"nil\")"),
		VERDICT_CONFORME, "nil");
	bench_close(&b);
}

static void test_sandbox__noms_absents(void **state)
{
	static const char *const gone[] = { "pcall",      "xpcall", "error",    "assert",       "load",
					    "loadstring", "dofile", "require",  "setmetatable", "getmetatable",
					    "rawget",     "rawset", "rawequal", "rawlen",       "next",
					    "pairs",      "select", "print",    "warn",         "collectgarbage",
					    "coroutine",  "debug",  "io",       "os",           "package",
					    "string",     "table",  "math",     "utf8",         "_G" };
	struct bench b;
	(void)state;
	bench_open(&b);
	for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
		char body[80];
		snprintf(body, sizeof body, "local x = %s return conforme(\"là\")", gone[i]);
		assert_says(judge(&b, body), VERDICT_ERREUR, "inconnue");
	}
	bench_close(&b);
}

static void test_sandbox__lecture_seule(void **state)
{
	static const char *const writes[] = {
		"d.presents = 1",
		"d.x = 1",
		"d.seance.date = \"2020-01-01\"",
		"d.vote.pour = 3",
		"d.presents[1] = 2",
		"for p in chaque(d.presents) do p.nom = \"X\" end",
		"d.seance.x = 1",
		"d.votes[1] = 2",
		"d.pouvoirs[1].mandant = 1",
		"d.pouvoirs[1].mandant.nom = \"X\"",
		"d.pouvoirs[1].mandataire.cle = \"X\"",
		"d.montants[1].centimes = 1",
		"d.visas[1].texte = \"X\"",
		"d.references[1].cle = \"X\"",
		"regroupe(d.pouvoirs, \"mandataire\")[1] = 1",
		"regroupe(d.pouvoirs, \"mandataire\")[1].elements[1] = 1",
		"for v in chaque(d.votes) do v.pour = 1 end",
		"for g in chaque(regroupe(d.pouvoirs, \"mandataire\")) do g.nombre = 1 end",
		"for r in chaque(d.references) do reference(r).date = 1 end",
		"conforme(\"x\").y = 1"
	};
	struct bench b;
	(void)state;
	bench_open(&b);
	for (size_t i = 0; i < sizeof writes / sizeof *writes; i++)
		assert_says(judge(&b, writes[i]), VERDICT_ERREUR, "ne se modifie pas");
	bench_close(&b);
}

static void test_sandbox__globales_interdites(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_says(judge(&b, "totale = 1"), VERDICT_ERREUR, "« totale » n'est pas déclarée");
	assert_says(judge(&b, "nombre = 1"), VERDICT_ERREUR, "ne se remplace pas");
	assert_says(judge(&b, "_ENV.conforme = nil"), VERDICT_ERREUR, "ne se remplace pas");
	assert_says(judge(&b, "function f() end"), VERDICT_ERREUR, "local function f");
	assert_says(judge(&b, "return conform(\"x\")"), VERDICT_ERREUR, "vouliez-vous « conforme »");
	assert_says(judge(&b, "local _ENV = {} x = 1 return nil"), VERDICT_ERREUR, "");
	bench_close(&b);
}

static void test_sandbox__bytecode_refuse(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_false(bench_load(&b, "\x1bLuaS"));
	assert_non_null(strstr(b.err.msg, "programme compilé refusé"));
	bench_close(&b);
}

static void test_sandbox__pas_d_adresses(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f =
		judge(&b, "return conforme(tostring(d) .. tostring({}) .. tostring(nombre) .. tostring(d.presents))");
	assert_says(f, VERDICT_CONFORME, "");
	assert_true(str_find(f->message, STR("0x"), 0) == STR_NONE);
	bench_close(&b);
}

static void test_sandbox__repart_apres_une_limite(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	judge(&b,
	      "if d.vote.contre == 1 then local t = {} while true do ajoute(t, { 1 }) end end return conforme(\"calme\")");
	assert_int_equal(b.out.at[0].verdict, VERDICT_ERREUR);
	b.votes[0].contre.nombre = 0;
	struct subject s = judge_subject(&b.a, &b.cx, &b.r);
	for (int i = 0; i < 3; i++) {
		b.out.n = 0;
		judge_one(&b.rule, &b.cx, &b.a, &s, 0, &b.out);
		assert_says(&b.out.at[0], VERDICT_CONFORME, "calme");
	}
	bench_close(&b);
}

/* Every kind of object, kept in an upvalue while its document's memory is given back: under ASan, a read of it would show. */
static void test_sandbox__objet_d_un_autre_acte(void **state)
{
	static const char *const kept[][2] = {
		{ "d", "garde.numero" },
		{ "d.seance", "garde.date" },
		{ "d.vote", "garde.pour" },
		{ "d.votes", "garde[1]" },
		{ "d.presents", "nombre(garde)" },
		{ "d.presents", "#garde" },
		{ "d.presents[1]", "garde.nom" },
		{ "d.pouvoirs[1]", "garde.mandant" },
		{ "d.pouvoirs[1].mandant", "garde.nom" },
		{ "d.montants[1]", "garde.centimes" },
		{ "d.visas", "cite(garde, \"L. 3211-2\")" },
		{ "regroupe(d.pouvoirs, \"mandataire\")", "garde[1]" },
		{ "regroupe(d.pouvoirs, \"mandataire\")[1]", "garde.elements" },
		{ "reference(d.references[1])", "garde.article" },
		{ "chaque(d.presents)", "garde()" },
		{ "d", "garde:statut(\"numero\")" },
		{ "d.presents", "tostring(garde)" },
		{ "conforme(\"x\")", "garde.message" },
	};
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		struct bench rule, first;
		char source[1000];
		(void)state;
		bench_open(&rule);
		bench_open(&first);
		snprintf(source, sizeof source,
			 "local garde\n" RULE_HEAD "controle = function(d) if garde then local x = %s return conforme(tostring(x)) end "
			 "garde = %s return conforme(\"1\") end }",
			 kept[i][1], kept[i][0]);
		if (!bench_load(&rule, source))
			fail_msg("%s", rule.err.msg);
		struct subject s = judge_subject(&first.a, &first.cx, &first.r);
		judge_one(&rule.rule, &rule.cx, &first.a, &s, 0, &first.out);
		assert_says(&first.out.at[0], VERDICT_CONFORME, "1");
		memset(&first.acte, 0x5A, sizeof first.acte);
		bench_close(&first);
		s = judge_subject(&rule.a, &rule.cx, &rule.r);
		judge_one(&rule.rule, &rule.cx, &rule.a, &s, 0, &rule.out);
		assert_says(&rule.out.at[0], VERDICT_ERREUR, i + 1 == sizeof kept / sizeof *kept ? "" : "vient d'un autre acte");
		bench_close(&rule);
	}
}

static void test_sandbox__chargement_limite(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_false(bench_load(&b, "while true do end"));
	assert_non_null(strstr(b.err.msg, "limite de calcul"));
	assert_false(bench_load(&b, "local t = {} while true do ajoute(t, { 1, 2, 3 }) end"));
	assert_non_null(strstr(b.err.msg, "limite"));
	bench_close(&b);
}

static void test_sandbox__parentheses_profondes(void **state)
{
	static char source[60001];
	struct bench b;
	(void)state;
	bench_open(&b);
	memset(source, '(', 60000);
	assert_false(bench_load(&b, source));
	assert_true(b.err.msg[0]);
	bench_close(&b);
}

static void test_sandbox__taille_des_deux_cotes(void **state)
{
	static char source[LIMIT_RULE_BYTES + 2];
	static const char rule[] = RULE_HEAD "controle = function(d) return conforme(\"x\") end }\n--";
	struct bench b;
	(void)state;
	bench_open(&b);
	memset(source, ' ', LIMIT_RULE_BYTES);
	memcpy(source, rule, sizeof rule - 1);
	assert_true(bench_load(&b, source));
	source[LIMIT_RULE_BYTES] = ' ';
	assert_false(bench_load(&b, source));
	assert_int_equal(b.err.code, ERR_LIMIT);
	bench_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_sandbox__boucle_sans_fin),
		TEST(test_sandbox__bombe_memoire),
		TEST(test_sandbox__memoire_des_deux_cotes),
		TEST(test_sandbox__recursion),
		TEST(test_sandbox__la_fonction_de_ipairs_appelee_a_la_main),
		TEST(test_sandbox__verdict_change_apres_coup),
		TEST(test_sandbox__chaines_longues),
		TEST(test_sandbox__aide_des_deux_cotes), TEST(test_sandbox__calcul_des_deux_cotes),
		TEST(test_sandbox__close_et_metatables_hors_de_portee),
		TEST(test_sandbox__noms_absents),
		TEST(test_sandbox__lecture_seule),
		TEST(test_sandbox__globales_interdites),
		TEST(test_sandbox__bytecode_refuse),
		TEST(test_sandbox__pas_d_adresses),
		TEST(test_sandbox__repart_apres_une_limite),
		TEST(test_sandbox__objet_d_un_autre_acte),
		TEST(test_sandbox__chargement_limite),
		TEST(test_sandbox__parentheses_profondes),
		TEST(test_sandbox__taille_des_deux_cotes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
