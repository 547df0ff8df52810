/* SPDX-License-Identifier: EUPL-1.2 */
/* Every bomb of tests/bombes ends as FINS says, in bounded CPU time, without the help of the lint; the state it was in judges
 * rightly afterwards, and shows no address. tests/service/test_bombs.py puts the same files before the daemon. */
#include <stdlib.h>
#include <time.h>
#include "bench.h"
#include "file.h"

static int64_t cpu_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static const char *end_of_message(struct str message, bool load)
{
	static const struct { const char *says, *end; } ends[] = {
		{ "limite de calcul", "limite_calcul" }, { "limite de temps", "limite_temps" }, { "limite de mémoire", "limite_memoire" },
		{ "inconnue", "nom_inconnu" },           { "un texte n'a pas de", "nom_inconnu" }, { "refusée", "refus" },
		{ "ne se remplace pas", "refus" },       { "ne se modifie pas", "refus" },        { "n'est pas déclarée", "refus" },
		{ "plus de", "refus" },                  { "dépasse", "refus" },                 { "doit avoir de 1 à", "refus" },
	};
	for (size_t i = 0; i < (load ? 3 : sizeof ends / sizeof *ends); i++)
		if (str_find(message, str_c(ends[i].says), 0) != STR_NONE)
			return ends[i].end;
	return load ? "refus" : "erreur";
}

static struct str judged_end(struct bench *b)
{
	struct subject s = judge_subject(&b->a, &b->cx, &b->r);
	b->out = (struct judged){ 0 };
	judge_one(&b->rule, &b->cx, &b->a, &s, 0, &b->out);
	const struct finding *f = &b->out.at[0];
	if (str_find(f->message, STR("0x"), 0) != STR_NONE)
		fail_msg("une adresse : %.*s", STR_ARG(f->message));
	return str_c(f->verdict == VERDICT_ERREUR ? end_of_message(f->message, false) : verdict_word(f->verdict));
}

/* The same state, on an act of another level. */
static void assert_still_right(struct bench *b, struct str name)
{
	b->r.niveau.texte = STR("departement");
	struct str after = judged_end(b);
	if (!str_eq(after, STR("conforme")))
		fail_msg("%.*s, ensuite : %.*s %.*s", STR_ARG(name), STR_ARG(after), STR_ARG(b->out.at[0].message));
}

static void explode(struct str name, struct str expected)
{
	struct bench b;
	struct buf text;
	bench_open(&b);
	buf_init(&text, MIB);
	struct str file = arena_printf(&b.a, "tests/bombes/%.*s.lua", STR_ARG(name)), end;
	if (!file_read(file.p, &text, &b.err))
		fail_msg("%s", b.err.msg);
	b.r.niveau.texte = STR("commune");
	int64_t start = cpu_ms();
	b.loaded = rule_load_unseen(&b.a, NULL, 0, file, arena_dup(&b.a, buf_view(&text)), &b.rule, &b.err);
	if (b.loaded)
		end = judged_end(&b);
	else
		end = arena_printf(&b.a, "chargement_%s", end_of_message(str_c(b.err.msg), true));
	int64_t spent = cpu_ms() - start;
#ifdef SCRUTATEUR_SAN /* many times slower: the clock may end what the counter would have */
	if (str_eq(end, STR("limite_temps")) && str_eq(expected, STR("limite_calcul")))
		end = expected;
#endif
	if (!str_eq(end, expected))
		fail_msg("%.*s : %.*s attendu, %.*s obtenu : %.*s", STR_ARG(name), STR_ARG(expected), STR_ARG(end),
			 STR_ARG(b.loaded ? b.out.at[0].message : str_c(b.err.msg)));
	if (spent >= 3000)
		fail_msg("%.*s : %lld ms de processeur", STR_ARG(name), (long long)spent);
	if (b.loaded)
		assert_still_right(&b, name);
	buf_done(&text);
	bench_close(&b);
}

static void test_bombs__chacune_finit_comme_dit(void **state)
{
	struct arena a;
	struct buf text;
	struct err e = { .code = ERR_NONE };
	size_t n = 0;
	(void)state;
	arena_init(&a, MIB);
	buf_init(&text, MIB);
	assert_true(file_read("tests/bombes/FINS", &text, &e));
	struct str all = buf_view(&text);
	for (size_t at = 0, end; (end = str_find(all, STR("\n"), at)) != STR_NONE; at = end + 1, n++) {
		struct str line = str_part(all, at, end);
		size_t space = str_find(line, STR(" "), 0);
		explode(str_part(line, 0, space), str_part(line, space + 1, line.n));
	}
	assert_true(n > 80);
	buf_done(&text);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_bombs__chacune_finit_comme_dit) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
