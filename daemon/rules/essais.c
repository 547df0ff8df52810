/* SPDX-License-Identifier: EUPL-1.2 */
/* Running essais in forked, sealed children with a wall clock. One child plays all of a rule's, because a fork costs more
 * than an essai; each answer comes through a pipe as one byte, a report, a NUL, the microseconds it took and a NUL. Where it dies, or says nothing in time,
 * the essais it left are played one by one in children of their own: a failed essai, not a failed host. */
#include "clock.h"
#include "file.h"
#include "ruleset_priv.h"
#include "sealed.h"

#define REPORT_MAX (64 * KIB)

struct batch { /* essais [from, to) of a rule */
	const struct stock *st;
	struct rule *rule;
	size_t from, to;
};

/* In the child. */
static void play_batch(void *ctx, int out)
{
	const struct batch *b = ctx;
	struct buf report;
	struct err e = { .code = ERR_NONE };
	buf_init(&report, REPORT_MAX);
	for (size_t i = b->from; i < b->to; i++) {
		buf_clear(&report);
		buf_char(&report, '-');
		int64_t start = clock_us();
		if (essai_check(b->st, b->rule, &b->rule->essais[i], &report))
			report.p[0] = '+';
		buf_printf(&report, "%c%lld%c", '\0', (long long)(clock_us() - start), '\0');
		if (!file_write_all(out, buf_view(&report), &e))
			break;
	}
}

/* Play a batch; `report` gets the answers of those that were played to their end. NULL, or why not all were. */
static const char *run_batch(struct batch *b, struct buf *report)
{
	buf_clear(report);
	return sealed_answer(play_batch, b, report);
}

struct answer {
	bool ok;
	struct str words;
	int64_t us;
};

/* The next answer of `all` from *at on; false at the end, or where it was cut. */
static bool next_answer(struct str all, size_t *at, struct answer *ret)
{
	const struct str nul = { "", 1 };
	size_t words = str_find(all, nul, *at), end = words == STR_NONE ? STR_NONE : str_find(all, nul, words + 1);
	if (*at >= all.n || end == STR_NONE)
		return false;
	*ret = (struct answer){ .ok = all.p[*at] == '+', .words = str_part(all, *at + 1, words) };
	str_int(str_part(all, words + 1, end), &ret->us);
	*at = end + 1;
	return true;
}

/* An essai that ends in an error of the rule: the place is that of the error, not of the essai. */
static bool failed_running(const struct rule *rule, const struct essai *es, struct str found, struct err *e)
{
	struct str head = STR("obtenu erreur : "), rest, place;
	int64_t line, col = 0;
	if (!str_starts(found, head))
		return false;
	rest = str_part(found, head.n, found.n);
	if (!str_starts(rest, rule->info.file))
		return false;
	size_t space = str_find(rest, STR(": "), rule->info.file.n), colon;
	place = str_part(rest, rule->info.file.n + 1, space);
	colon = str_find(place, STR(":"), 0);
	if (space == STR_NONE || !str_int(str_part(place, 0, colon), &line) ||
	    (colon != STR_NONE && !str_int(str_part(place, colon + 1, place.n), &col)))
		return false;
	return !err_at(e, ERR_VALUE, rule->info.file.p, (unsigned)line, (unsigned)col, "%.*s (essai « %.*s », ligne %u)",
		       STR_ARG(str_part(rest, space + 2, rest.n)), STR_ARG(es->nom), es->line);
}

/* One line for err: the expectation and what came first. */
static bool failed(const struct rule *rule, const struct essai *es, struct str words, struct err *e)
{
	size_t first = str_find(words, STR("\n"), 0);
	size_t second = first == STR_NONE ? words.n : str_find(words, STR("\n"), first + 1);
	struct str head = str_part(words, 0, first),
		   next = first == STR_NONE ? STR("") : str_part(words, first + 1, second);
	if (failed_running(rule, es, next, e))
		return false;
	return err_at(e, ERR_VALUE, rule->info.file.p, es->line, 1, "essai « %.*s » : %.*s%s%.*s", STR_ARG(es->nom),
		      STR_ARG(head), next.n ? " ; " : "", STR_ARG(next));
}

bool essais_lack(const struct rule *rule, enum verdict v)
{
	for (size_t i = 0; i < rule->essais_n; i++)
		if (rule->essais[i].attendu == v && !rule->essais[i].a_faire)
			return false;
	return true;
}

const enum verdict ESSAIS_NEEDED[ESSAIS_NEEDED_N] = { VERDICT_CONFORME, VERDICT_ANOMALIE, VERDICT_NON_VERIFIABLE };

static bool has_minimum(const struct rule *rule, struct err *e)
{
	for (size_t k = 0; k < ESSAIS_NEEDED_N; k++)
		if (essais_lack(rule, ESSAIS_NEEDED[k]))
			return err_at(
				e, ERR_VALUE, rule->info.file.p, 0, 0,
				"aucun essai n'attend « %s » (il en faut pour conforme, anomalie et non_verifiable)",
				verdict_word(ESSAIS_NEEDED[k]));
	return true;
}

struct tally { /* what has been said of the essais of a rule so far */
	struct arena *a;
	const struct rule *rule;
	struct essai_result *results; /* one per essai, or NULL */
	bool all;
	unsigned run, passed;
	struct err first;
};

static void count(struct tally *t, size_t i, const struct answer *an)
{
	const struct essai *es = &t->rule->essais[i];
	t->run++;
	t->passed += an->ok || es->a_faire;
	if (t->results)
		t->results[i] = (struct essai_result){
			.nom = es->nom,
			.line = es->line,
			.end = es->a_faire ? (an->ok ? ESSAI_FAIT : ESSAI_A_FAIRE) : an->ok ? ESSAI_REUSSI : ESSAI_ECHEC,
			.words = an->ok ? STR("") : arena_dup(t->a, an->words),
			.us = an->us,
		};
	if (an->ok || es->a_faire)
		return;
	if (t->all)
		failed(t->rule, es, an->words, &t->first);
	t->all = false;
}

/* The answers in `report` for the essais from `from` on; returns the first without one. */
static size_t count_answers(struct tally *t, const struct buf *report, size_t from, size_t to)
{
	struct answer an;
	size_t at = 0;
	while (from < to && next_answer(buf_view(report), &at, &an))
		count(t, from++, &an);
	return from;
}

bool essais_run(const struct stock *st, struct rule *rule, struct essai_result *results, unsigned *ret_run,
		unsigned *ret_passed, struct err *e)
{
	struct tally t = { .a = st->a, .rule = rule, .results = results, .all = true };
	struct buf report;
	size_t n = rule->essais_n, next;
	buf_init(&report, REPORT_MAX * (n + 1));
	run_batch(&(struct batch){ st, rule, 0, n }, &report);
	next = count_answers(&t, &report, 0, n);
	while (next < n) {
		const char *why = run_batch(&(struct batch){ st, rule, next, next + 1 }, &report);
		if (count_answers(&t, &report, next, next + 1) == next)
			count(&t, next, &(struct answer){ .words = str_c(why ? why : "l'essai n'a rien répondu") });
		next++;
	}
	buf_done(&report);
	if (!has_minimum(rule, t.all ? &t.first : &(struct err){ .code = ERR_NONE }))
		t.all = false;
	*ret_run = t.run;
	*ret_passed = t.passed;
	if (!t.all)
		*e = t.first;
	return t.all;
}
