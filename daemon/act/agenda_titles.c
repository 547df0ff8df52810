/* SPDX-License-Identifier: EUPL-1.2 */
/* Minutes whose actes bear no number: the titles of "Ordre du jour" stand again in the text, each at the start of a paragraph, in the order of the agenda.
 *
 * A title may be worded a little otherwise, or shortened, and have a number in one place and none in the other. Those of the agenda must nearly all be found
 * again, one after the other and each once, and nearly every part must tell a vote: a sub-title of an acte has the words of another title by chance only.
 */
#include "letters.h"
#include "names_priv.h"
#include "segment_priv.h"
#include "titles_priv.h"

#define ENTRIES_MOST 60
#define ENTRIES_LEAST 3
#define AGENDA_TOKENS 900
#define LABEL_TOKENS 8 /* behind "ordre du jour" on its line */
#define WORDS_SURE 5   /* of the beginning, which then need not be the whole */
#define WORDS_SHORTENED 3
#define WORDS_SLIP 4   /* with so many of them, one may differ */
#define SLIP_LETTERS 6

struct agenda_line {
	size_t title, to; /* its words, without what numbers it */
	size_t at;        /* where its line begins */
	size_t found, end; /* the line of the text that repeats it, or 0; where that ends, when it repeats the whole, or 0 */
	bool goes_on;     /* the line before it: its title has two lines, here and there */
};
struct agenda {
	struct agenda_line at[ENTRIES_MOST];
	size_t n;
	size_t end; /* where the text begins */
};

/* Behind "1.", "2/", "IV", "A)", "+", "- •" at the start of a line. */
static size_t behind_bullet(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k < rd->t.n && rd->t.at[k].kind == TOK_MARK && (k == i || rd->t.at[k].lines == 0))
		k++;
	const struct token *t = &rd->t.at[k];

	if (k + 1 >= rd->t.n || (k > i && t->lines > 0) || rd->t.at[k + 1].lines > 0)
		return k;
	const bool number = t->kind == TOK_NUMBER && t->key.n <= 2, marked = tok_among(&rd->t, k + 1, " . ) / - : "), roman = roman_at(&rd->t, k) > 0;

	if (number || (roman && (marked || opens_a_column(rd, k + 1))) || (t->key.n == 1 && t->kind == TOK_WORD && marked))
		for (k++; k < rd->t.n && rd->t.at[k].kind == TOK_MARK && rd->t.at[k].lines == 0;)
			k++;
	return k;
}

static size_t word_at(const struct reader *rd, size_t i, size_t to)
{
	while (i < to && rd->t.at[i].kind == TOK_MARK)
		i++;
	return i;
}

static size_t words_in(const struct reader *rd, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t k = from; (k = word_at(rd, k, to)) < to; k++)
		n++;
	return n;
}

/* One letter may be read otherwise, in a scan. */
static bool same_word(const struct token *a, const struct token *b)
{
	return str_eq(a->key, b->key) || (a->kind == TOK_WORD && a->key.p[0] == b->key.p[0] && a->key.n >= SLIP_LETTERS && b->key.n >= SLIP_LETTERS && letters_apart(a->key, b->key, 2) <= 2);
}

/* How many words the title at token i and the entry begin with in common; *ret_end is behind them at i. */
static size_t words_alike(const struct reader *rd, const struct agenda_line *e, size_t i, size_t *ret_end)
{
	size_t alike = 0, slips = 0, a = word_at(rd, e->title, e->to), b = word_at(rd, i, rd->t.n);

	for (*ret_end = i; a < e->to && b < rd->t.n; a = word_at(rd, a + 1, e->to), b = word_at(rd, b + 1, rd->t.n)) {
		if (!same_word(&rd->t.at[a], &rd->t.at[b]) && (slips++ > 0 || alike + 1 < WORDS_SLIP))
			break;
		alike++;
		*ret_end = b + 1;
	}
	return alike;
}

static bool closes_a_line(const struct reader *rd, size_t end)
{
	const size_t next = skip_marks(rd, end, ".:-");

	return next >= rd->t.n || rd->t.at[next].lines > 0;
}

/* "II", "3" before both titles. */
static bool same_number(const struct reader *rd, size_t a, size_t b)
{
	const struct token *t = &rd->t.at[a];

	return (t->kind == TOK_NUMBER || roman_at(&rd->t, a) > 0) && str_eq(t->key, rd->t.at[b].key);
}

/* The line at token i repeats the entry: how many words it has in common with it, else 0. */
static size_t repeats(const struct reader *rd, const struct agenda_line *e, size_t i)
{
	size_t end;
	const size_t title = behind_bullet(rd, i), alike = words_alike(rd, e, title, &end), whole = words_in(rd, e->title, e->to);
	const bool closed = closes_a_line(rd, end), numbered = title > i && e->title > e->at && same_number(rd, e->at, i);

	if (alike >= WORDS_SURE || (numbered && alike > 1) || (closed && ((alike == whole && whole > 1) || alike >= WORDS_SHORTENED || (alike > 0 && numbered))))
		return alike;
	return 0;
}

/* "Ordre du jour" alone on its line, or with a colon: where the lines of the agenda begin, else i. */
static size_t agenda_at(const struct reader *rd, size_t i)
{
	size_t next, k;

	if (rd->t.at[i].lines == 0 || rd->t.at[i].shape == SHAPE_LOWER || !tok_phrase(&rd->t, i + tok_among(&rd->t, i, " l ' "), "ordre du jour", &next))
		return i;
	for (k = next; k < rd->t.n && k < next + LABEL_TOKENS && rd->t.at[k].lines == 0;)
		k++;
	return k < rd->t.n && rd->t.at[k].lines > 0 ? k : i;
}

/* A line that is no title of the agenda: somebody speaks, votes, is named to be there; a page begins. */
static bool ends_the_agenda(const struct reader *rd, size_t i, size_t to)
{
	static const enum cue cues[] = { CUE_PRESENTS, CUE_ABSENTS, CUE_POUVOIRS, CUE_SECRETAIRE, CUE_QUORUM, CUE_PRESIDENCE, CUE_CONVOCATION, CUE_EN_EXERCICE, CUE_OBJET, CUE_CLOTURE };

	if (speaker_at(rd, i, rd->t.n) || stamp_at(rd, i) || cue_of(rd, i, cues, sizeof cues / sizeof *cues) || title_holds_verb(rd, i, to))
		return true;
	for (size_t k = i; k < to; k++)
		if (says_a_vote(rd, k) || decides_at(rd, k))
			return true;
	return false;
}

/* The first token of the next line that opens something; a line in lower case, without a bullet, goes on the one before it. */
static size_t next_entry(const struct reader *rd, size_t i)
{
	size_t k = i + 1;

	while (k < rd->t.n && (rd->t.at[k].lines == 0 || (behind_bullet(rd, k) == k && (rd->t.at[k].shape == SHAPE_LOWER || title_goes_on(rd, k)))))
		k++;
	return k;
}

/* The entry, from `next` on, that the line at token i repeats with most words; a->n when there is none. */
static size_t entry_repeated(const struct reader *rd, const struct agenda *a, size_t next, size_t i)
{
	size_t best = a->n, most = 0;

	for (size_t k = next; k < a->n; k++) {
		const size_t alike = repeats(rd, &a->at[k], i);

		if (alike > most) {
			best = k;
			most = alike;
		}
	}
	return best;
}

static struct agenda read_agenda(const struct reader *rd, size_t from)
{
	struct agenda a = { .end = from };

	for (size_t i = from, to; i < rd->t.n && i < from + AGENDA_TOKENS && a.n < ENTRIES_MOST; i = to) {
		const size_t title = behind_bullet(rd, i);

		to = next_entry(rd, i > title ? i : title);
		if (title >= to || (rd->t.at[i].lines > 1 && entry_repeated(rd, &a, 0, i) < a.n) || ends_the_agenda(rd, title, to))
			break;
		a.at[a.n++] = (struct agenda_line){ .title = title, .to = to, .at = i };
		a.end = to;
		if (titles_various_matters(rd, title))
			break;
	}
	return a;
}

static bool opens_a_paragraph(const struct reader *rd, size_t i)
{
	return rd->t.at[i].lines > 1 || (rd->t.at[i].lines > 0 && (after_furniture(rd, i) || behind_a_result(rd, i)));
}

static bool is_whole(const struct reader *rd, const struct agenda_line *e, size_t alike, size_t end)
{
	return alike == words_in(rd, e->title, e->to) && closes_a_line(rd, end);
}

/* "Travaux du lavoir et⏎Réfection du four": entry k, with the lines behind it that the text repeats as one title with it; the last of them. */
static size_t found_at(const struct reader *rd, struct agenda *a, size_t k, size_t i)
{
	size_t end, last = k, alike = words_alike(rd, &a->at[k], behind_bullet(rd, i), &end);
	bool whole = is_whole(rd, &a->at[k], alike, end);

	while (last + 1 < a->n) {
		const struct agenda_line *e = &a->at[last + 1];
		size_t next;

		alike = words_alike(rd, e, end, &next);
		if (alike < WORDS_SHORTENED && !(alike > 0 && is_whole(rd, e, alike, next)))
			break;
		whole = whole && is_whole(rd, e, alike, next);
		a->at[++last].goes_on = true;
		end = next;
	}
	a->at[k].found = i;
	a->at[k].end = whole ? end : 0;
	return last;
}

/* The lines of the text that repeat the entries, in their order. */
static void find_titles(const struct reader *rd, struct agenda *a)
{
	size_t next = 0;

	for (size_t i = a->end; i < rd->t.n && next < a->n; i++) {
		const size_t k = opens_a_paragraph(rd, i) ? entry_repeated(rd, a, next, i) : a->n;

		if (k < a->n)
			next = found_at(rd, a, k, i) + 1;
	}
}

/* A title of the agenda behind the kth that was not found again: what stands under the kth may be of both. Or the end of its own was not. */
static bool hides_another(const struct agenda *a, size_t k)
{
	if (a->at[k].end == 0 && k + 1 < a->n && a->at[k + 1].goes_on)
		return true;
	while (k + 1 < a->n && a->at[k + 1].goes_on)
		k++;
	return k + 1 < a->n && a->at[k + 1].found == 0;
}

static struct act_headings titles_found(struct reader *rd, const struct agenda *a)
{
	struct act_headings chain = { .end = rd->t.n };

	for (size_t k = 0; k < a->n; k++)
		if (a->at[k].found > 0)
			*ARENA_PUSH(rd->a, &chain) = (struct act_heading){ .at = a->at[k].found, .number = { a->at[k].found, a->at[k].found }, .point = (int)k + 1,
									   .title = behind_bullet(rd, a->at[k].found), .title_to = a->at[k].end, .listed = true, .hides_another = hides_another(a, k) };
	return chain;
}

struct act_headings titles_of_the_agenda(struct reader *rd)
{
	for (size_t i = 0; i < rd->t.n; i++) {
		const size_t from = word_is(rd, i, "ordre") || word_is(rd, i, "l") ? agenda_at(rd, i) : i;

		if (from == i)
			continue;
		struct agenda a = read_agenda(rd, from);

		find_titles(rd, &a);
		const struct act_headings chain = titles_found(rd, &a);

		if (chain.n >= ENTRIES_LEAST && headings_have_votes(rd, &chain))
			return chain;
	}
	return (struct act_headings){ 0 };
}
