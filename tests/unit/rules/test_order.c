/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of the house in any order, and after any other document, say the same of an act: nothing is carried over
 * from one evaluation to the next (ROBUST L-04). */
#include "bench.h"
#include "act.h"
#include "periods.h"
#include "ruleset_priv.h"

#define RULES_MAX 200

struct house {
	struct arena a;
	struct stock stock;
	struct rule rules[RULES_MAX];
	size_t n;
};

static void house_open(struct house *h)
{
	const struct ruleset_paths p = { .regles = "rules", .lua = "lua", .exemples = "conf/exemples", .parametres = "conf/parametres",
					 .collectivites = "conf/collectivites", .lexique = "conf/lexique.yaml" };
	struct str *names, text;
	struct err e = { .code = ERR_NONE };
	h->n = 0;
	arena_init(&h->a, 128 * MIB);
	assert_true(stock_load(&h->a, &p, &h->stock, &e));
	size_t n;
	assert_true(yamldir_names(&h->a, "rules", ".lua", &names, &n, &e));
	for (size_t i = 0; i < n; i++) {
		struct str file = arena_printf(&h->a, "rules/%.*s", STR_ARG(names[i]));
		assert_true(yamldir_text(&h->a, file.p, LIMIT_RULE_BYTES, &text, &e));
		if (!rule_load(&h->a, h->stock.shared, h->stock.shared_n, file, text, &h->rules[h->n++], &e))
			fail_msg("%s: %s", file.p, e.msg);
	}
	assert_true(h->n > 20);
}

/* What one rule says of all actes of a reading, as one text. */
static struct str said(struct house *h, struct arena *a, const struct subject *s, struct rule *rule)
{
	struct judged out = { 0 };
	struct buf b;
	buf_init(&b, MIB);
	for (size_t acte = 0; acte < (rule->info.par_seance ? 1 : s->r->actes_n); acte++)
		judge_one(rule, &h->stock.cx, a, s, acte, &out);
	for (size_t i = 0; i < out.n; i++) {
		const struct finding *f = &out.at[i];
		buf_printf(&b, "%s %s %.*s %.*s %zu %zu\n", verdict_word(f->verdict), severity_word(f->severity), STR_ARG(f->message),
			   STR_ARG(f->sujet), f->preuves_n, f->acte);
		for (size_t k = 0; k < f->preuves_n; k++)
			buf_printf(&b, " %zu-%zu", f->preuves[k].span.start, f->preuves[k].span.end);
	}
	struct str all = arena_dup(a, buf_view(&b));
	buf_done(&b);
	return all;
}

static struct subject subject_of(struct house *h, struct arena *a, struct str source)
{
	struct text *text = ARENA_NEW(a, struct text);
	enum text_refusal why;
	const struct reading *r;
	struct err e = { .code = ERR_NONE };
	assert_true(text_decode(a, source, LIMIT_TEXT_BYTES, text, &why, &e) && act_read(a, h->stock.lexicon, text, &r, &why, &e));
	return judge_subject(a, &h->stock.cx, r);
}

static uint32_t noise(uint32_t below)
{
	static uint64_t seed = 88172645463325252U;
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)((seed >> 32) % below);
}

static void shuffle(size_t *order, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = noise((uint32_t)i), kept = order[i - 1];
		order[i - 1] = order[k];
		order[k] = kept;
	}
}

static void test_order__aucune_regle_ne_change_les_autres(void **state)
{
	static struct house h;
	static struct str first[64][RULES_MAX];
	size_t rules[RULES_MAX], samples[64];
	struct arena a;
	(void)state;
	house_open(&h);
	arena_init(&a, LIMIT_ACT_MEMORY);
	assert_true(h.stock.samples_n <= 64);
	for (size_t i = 0; i < h.n; i++)
		rules[i] = i;
	for (size_t i = 0; i < h.stock.samples_n; i++)
		samples[i] = i;
	for (unsigned round = 0; round < 4; round++) {
		for (size_t i = 0; i < h.stock.samples_n; i++) {
			struct subject s = subject_of(&h, &a, h.stock.samples[samples[i]].text);
			for (size_t k = 0; k < h.n; k++) {
				struct str *was = &first[samples[i]][rules[k]], is = said(&h, &a, &s, &h.rules[rules[k]]);
				if (round > 0 && !str_eq(*was, is))
					fail_msg("%.*s:\n%.*s%.*s", STR_ARG(h.rules[rules[k]].info.id), STR_ARG(*was), STR_ARG(is));
				*was = is;
			}
		}
		shuffle(rules, h.n);
		shuffle(samples, h.stock.samples_n);
	}
	for (size_t i = 0; i < h.n; i++)
		rule_drop(&h.rules[i]);
	arena_done(&a);
	arena_done(&h.a);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_order__aucune_regle_ne_change_les_autres) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
