/* SPDX-License-Identifier: EUPL-1.2 */
/* The reference of fields and functions: every name has its words, and every example runs. */
#include "bench.h"
#include "buf.h"
#include "luadoc.h"
#include "luaenv.h"
#include "periods.h"
#include "table.h"

static const char *const LUA[] = { "acte.lua", "assemblee.lua", "budget.lua", "dates.lua", "mots.lua", "votes.lua" };
#define LUA_N (sizeof LUA / sizeof *LUA)

static void read_shared(struct arena *a, struct vm_source s[LUA_N])
{
	for (size_t i = 0; i < LUA_N; i++) {
		struct err e = { 0 };
		s[i].file = arena_printf(a, "lua/%s", LUA[i]);
		if (!yamldir_text(a, s[i].file.p, LIMIT_RULE_BYTES, &s[i].text, &e))
			fail_msg("%s", e.msg);
	}
}

static struct str filled(struct arena *a, struct str example)
{
	size_t at;
	while ((at = str_find(example, STR("…"), 0)) != STR_NONE)
		example = arena_printf(a, "%.*s%.*s", (int)at, example.p, STR_ARG(str_part(example, at + 3, example.n)));
	return example;
}

static bool is_statement(struct str example)
{
	static const char *const words[] = { "for ", "if ", "local ", "return " };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_starts(example, str_c(words[i])))
			return true;
	return false;
}

/* It may stop at a field that the act of the bench does not have; it may not be an error. */
static void assert_runs_in(struct bench *b, const struct vm_source *shared, struct str example, const char *portee)
{
	const char *before = is_statement(example) ? "" : "local _ = ", *after = str_starts(example, STR("return ")) ? "" : "return conforme(\"vu\")";
	struct str body = filled(&b->a, example);
	struct str source = arena_printf(&b->a, RULE_HEAD "portee = \"%s\", controle = function(d)\n%s%.*s\n%s\nend }\n", portee, before, STR_ARG(body), after);
	struct err e = { 0 };
	if (b->loaded)
		rule_drop(&b->rule);
	b->loaded = rule_load(&b->a, shared, shared ? LUA_N : 0, STR("regles/x.lua"), source, &b->rule, &e);
	if (!b->loaded)
		fail_msg("« %.*s » : %s", STR_ARG(example), e.msg);
	b->out = (struct judged){ 0 };
	struct subject s = judge_subject(&b->a, &b->cx, &b->r);
	judge_one(&b->rule, &b->cx, &b->a, &s, 0, &b->out);
	if (b->out.at[0].verdict == VERDICT_ERREUR)
		fail_msg("« %.*s » : %.*s", STR_ARG(example), STR_ARG(b->out.at[0].message));
}

static void assert_runs(struct bench *b, const struct vm_source *shared, struct str example)
{
	assert_runs_in(b, shared, example, "acte");
}

static void assert_said(const char *name, const char *dit, const char *exemple)
{
	struct str s = str_c(dit);
	if (!s.n || !exemple || !*exemple)
		fail_msg("« %s » n'a pas de description ou pas d'exemple", name);
	if (str_ends(s, STR(".")))
		fail_msg("« %s » : la description ne finit pas par un point", name);
}

static void test_reference__champs(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	for (size_t i = 0; i < FIELDS_N; i++) {
		assert_said(FIELDS[i].name, FIELDS[i].dit, FIELDS[i].exemple);
		assert_has(str_c(FIELDS[i].exemple), FIELDS[i].name);
		assert_runs(&b, NULL, str_c(FIELDS[i].exemple));
		assert_true(strlen(type_for_people(FIELDS[i].type)) > 2);
	}
	bench_close(&b);
}

static void test_reference__fonctions(void **state)
{
	static const struct env_function *const tables[] = { HELPERS, MESSAGES, SEARCHES, PASSAGES, VERDICTS };
	struct bench b;
	(void)state;
	bench_open(&b);
	for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
		for (const struct env_function *f = tables[t]; f->name; f++) {
			assert_said(f->name, f->dit, f->exemple);
			assert_true(str_starts(str_c(f->appel), str_c(f->name)));
			assert_has(str_c(f->exemple), f->name);
			assert_runs(&b, NULL, str_c(f->exemple));
		}
	bench_close(&b);
}

static void test_reference__elements(void **state)
{
	static const struct element_key *const tables[] = { ELU_KEYS, POUVOIR_KEYS, GROUPE_KEYS, MONTANT_KEYS, TEXTE_KEYS, REFERENCE_KEYS, ITEM_REFERENCE_KEYS };
	struct bench b;
	(void)state;
	bench_open(&b);
	for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
		for (const struct element_key *k = tables[t]; k->nom; k++) {
			assert_said(k->nom, k->dit, k->exemple);
			assert_has(str_c(k->exemple), k->nom);
			assert_runs(&b, NULL, str_c(k->exemple));
		}
	bench_close(&b);
}

/* A rule made of the examples of all keys loads. */
static void test_reference__cles(void **state)
{
	struct bench b;
	struct buf s;
	struct err e = { 0 };
	(void)state;
	bench_open(&b);
	buf_init(&s, MIB);
	buf_c(&s, "regle {\n");
	for (const struct table_key *k = REGLE_CLES; k->nom; k++) {
		assert_said(k->nom, k->dit, k->exemple);
		buf_printf(&s, "%s,\n", k->exemple);
	}
	buf_c(&s, "}\nessai \"tout\" {\n");
	for (const struct table_key *k = ESSAI_CLES; k->nom; k++) {
		assert_said(k->nom, k->dit, k->exemple);
		buf_printf(&s, "%s,\n", k->exemple);
	}
	buf_c(&s, "}\n");
	b.loaded = rule_load(&b.a, NULL, 0, STR("regles/pouvoir-unique.lua"), arena_dup(&b.a, buf_view(&s)), &b.rule, &e);
	if (!b.loaded)
		fail_msg("%u : %s", e.line, e.msg);
	assert_int_equal(b.rule.essais_n, 1);
	assert_true(str_eq(b.rule.info.verifie_par, STR("service juridique")));
	for (const struct table_key *k = FONDEMENT_CLES; k->nom; k++)
		assert_said(k->nom, k->dit, k->exemple);
	buf_done(&s);
	bench_close(&b);
}

static void test_reference__fonctions_communes(void **state)
{
	struct bench b;
	struct vm_source shared[LUA_N];
	size_t n;
	(void)state;
	bench_open(&b);
	read_shared(&b.a, shared);
	struct err e = { 0 };
	assert_true(params_load(&b.a, "conf/parametres", &b.cx.params, &e));
	const struct helper_doc *d = luadoc_read(&b.a, shared, LUA_N, &n);
	assert_true(n > 20);
	for (size_t i = 0; i < n; i++) {
		if (!d[i].dit.n || !d[i].exemple.n)
			fail_msg("lua/%.*s:%u : « %.*s » n'a pas de commentaire « --- … » et « --- Exemple : … »", STR_ARG(d[i].file), d[i].line, STR_ARG(d[i].nom));
		assert_true(str_find(d[i].exemple, d[i].nom, 0) != STR_NONE);
		assert_runs_in(&b, shared, d[i].exemple, str_find(d[i].dit, STR("règle de séance"), 0) == STR_NONE ? "acte" : "seance");
	}
	bench_close(&b);
}

/* Every function that shared Lua adds is in the reference, whatever its line looks like. */
static void test_reference__recensement(void **state)
{
	struct bench b;
	struct vm_source shared[LUA_N];
	const char *all[128], *c[128];
	size_t n;
	(void)state;
	bench_open(&b);
	read_shared(&b.a, shared);
	assert_runs(&b, NULL, STR("return conforme(\"rien\")"));
	const size_t c_n = env_names(b.rule.vm->L, c, 128);
	const struct helper_doc *d = luadoc_read(&b.a, shared, LUA_N, &n);
	rule_drop(&b.rule);
	b.loaded = false;
	assert_runs(&b, shared, STR("return conforme(\"rien\")"));
	const size_t all_n = env_names(b.rule.vm->L, all, 128);
	assert_int_equal(all_n, c_n + n);
	for (size_t i = 0; i < n; i++)
		assert_true(env_has(b.rule.vm->L, arena_dup(&b.a, d[i].nom).p));
	bench_close(&b);
}

static void test_luadoc__forme(void **state)
{
	static const char source[] = "--- Rend deux\n--- lignes.\n--- Exemple : f(d)\nfunction f(d, x)\nend\n\n--- Perdu.\n\nfunction g()\nend\r\n"
				     "local function h() end\n-- un commentaire\n--- Dit.\nfunction k(a)\n";
	struct arena a;
	size_t n;
	(void)state;
	arena_init(&a, MIB);
	const struct vm_source s = { STR("x/y/z.lua"), str_c(source) };
	const struct helper_doc *d = luadoc_read(&a, &s, 1, &n);
	assert_int_equal(n, 3);
	assert_true(str_eq(d[0].appel, STR("f(d, x)")));
	assert_true(str_eq(d[0].dit, STR("Rend deux lignes.")));
	assert_true(str_eq(d[0].exemple, STR("f(d)")));
	assert_int_equal(d[0].line, 4);
	assert_true(str_eq(d[1].nom, STR("g")));
	assert_int_equal(d[1].dit.n, 0);
	assert_true(str_eq(d[2].file, STR("z.lua")));
	assert_int_equal(d[2].exemple.n, 0);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_reference__champs), TEST(test_reference__fonctions), TEST(test_reference__elements), TEST(test_reference__cles),
		TEST(test_reference__fonctions_communes), TEST(test_reference__recensement), TEST(test_luadoc__forme),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
