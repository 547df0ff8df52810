/* SPDX-License-Identifier: EUPL-1.2 */
/* The words that an essai changes, with what stands around them in the sample or its side files. */
#include "examples.h"
#include "fold.h"

#define AROUND 90    /* bytes shown on each side, about */
#define SHOWN_MAX 600 /* of the words themselves */

static bool is_gap(struct str text, size_t at)
{
	return text.p[at] == ' ' || text.p[at] == '\n';
}

/* Where the words shown before `at` begin: behind a blank line, or at a word not too far. */
static size_t begin_of(struct str text, size_t at)
{
	const size_t least = at > AROUND ? at - AROUND : 0;
	size_t from = at;
	while (from > least && !(from > 1 && text.p[from - 1] == '\n' && text.p[from - 2] == '\n'))
		from--;
	if (from == least && from > 0)
		while (from < at && !is_gap(text, from - 1))
			from++;
	return from;
}

static size_t end_of(struct str text, size_t at)
{
	const size_t most = text.n - at > AROUND ? at + AROUND : text.n;
	size_t to = at;
	while (to < most && !(to + 1 < text.n && text.p[to] == '\n' && text.p[to + 1] == '\n'))
		to++;
	if (to == most && to < text.n)
		while (to > at && !is_gap(text, to))
			to--;
	return to;
}

/* One line, a space kept where words touched one. */
static struct str one_line(struct arena *a, struct str s)
{
	if (!str_trim(s).n)
		return STR("");
	struct str words = squeeze(a, s);
	return arena_printf(a, "%s%.*s%s", is_gap(s, 0) ? " " : "", STR_ARG(words), is_gap(s, s.n - 1) ? " " : "");
}

static struct str shown_words(struct arena *a, struct str s)
{
	struct str words = str_trim(s).n ? squeeze(a, s) : STR("");
	return words.n <= SHOWN_MAX ? words : arena_printf(a, "%.*s…", STR_ARG(utf8_head(words, SHOWN_MAX)));
}

static struct swap swap_at(struct arena *a, struct str text, size_t at, const struct replacement *r)
{
	const size_t end = at + r->ancien.n, from = begin_of(text, at), to = end_of(text, end);
	struct str before = one_line(a, str_part(text, from, at)), after = one_line(a, str_part(text, end, to));
	struct swap s = { .ancien = shown_words(a, r->ancien), .nouveau = shown_words(a, r->nouveau) };
	const bool gap_before = is_gap(r->ancien, 0) || (at > 0 && is_gap(text, at - 1));
	const bool gap_after = is_gap(r->ancien, r->ancien.n - 1) || (end < text.n && is_gap(text, end));
	s.avant = arena_printf(a, "%s%.*s%s", from > 0 && text.p[from - 1] != '\n' ? "… " : "", STR_ARG(str_trim(before)), gap_before ? " " : "");
	s.apres = arena_printf(a, "%s%.*s%s", gap_after ? " " : "", STR_ARG(str_trim(after)), to < text.n && text.p[to] != '\n' ? " …" : "");
	return s;
}

/* In the act, else in one of its side files. */
static struct str *place_of(struct sample *s, struct str words)
{
	for (size_t i = 0; i < s->sides_n; i++)
		if (str_find(s->text, words, 0) == STR_NONE && str_find(s->sides[i].raw, words, 0) != STR_NONE)
			return &s->sides[i].raw;
	return &s->text;
}

void example_swaps(struct arena *a, const struct stock *st, const struct rule *rule, const struct essai *es,
		   struct example *ret)
{
	const struct sample *sample = sample_named(st, es->document.n ? es->document : rule->exemple);
	struct swap *s = ARENA_ARRAY(a, es->remplacer_n, struct swap);
	if (!sample)
		return;
	struct sample changed = *sample;
	for (size_t i = 0; i < es->remplacer_n; i++) {
		struct str *text = place_of(&changed, es->remplacer[i].ancien);
		const size_t at = str_find(*text, es->remplacer[i].ancien, 0);
		if (at == STR_NONE)
			return;
		s[i] = swap_at(a, *text, at, &es->remplacer[i]);
		s[i].partout = str_find(*text, es->remplacer[i].ancien, at + 1) != STR_NONE;
		*text = essai_replaced(a, *text, &es->remplacer[i]);
	}
	ret->swaps = s;
	ret->swaps_n = es->remplacer_n;
}
