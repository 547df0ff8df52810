/* SPDX-License-Identifier: EUPL-1.2 */
/* Page furniture: a page number between "Contre :" and "Abstentions :" reads as votes, a running title inside a list as
 * a name.
 *
 * Both mistakes cost: a number dropped from a tally is a silent misreading too. So every number needs a proof beyond
 * standing alone, and a repeated line is dropped only where it cuts a sentence: in a bundle of acts the same words open
 * each act, and must be read. One-line texts (line ends lost on the way) have no furniture that could be told from the
 * text; nothing is tried there.
 */
#include "furniture_priv.h"

#include "eight.h"
#include "fold.h"
#include "places_priv.h"

#define NEIGHBOURS 3   /* pages looked at on either side */
#define EDGE_DEPTH 2   /* lines of a header or a footer */
#define CHAIN_LINES 10 /* between two page numbers of a text without form feeds */
#define CHAIN_LENGTH 3

#define FEW_LINES ((size_t)16384) /* not worth a walk that counts those which are not blank */

#define NO_LINE UINT32_MAX

struct line { /* not blank; trimmed */
	uint32_t start, end;
	int32_t n, of; /* of a page number */
	unsigned char shape;
	bool gap; /* a blank line before it */
	bool dropped;
};

struct page {		 /* only pages with a line on them */
	uint32_t number; /* form feeds before it */
	uint32_t first, last;
	uint32_t top[EDGE_DEPTH + 1], bottom[EDGE_DEPTH + 1]; /* outermost lines that are not dropped; NO_LINE = none */
};

struct sheet {
	struct str s;
	struct line *at;
	size_t n;
	struct page *pages;
	size_t pages_n;
	uint32_t feeds;
};

/* Bytes of white space at `at`: ASCII, and the two bytes of NBSP. */
static size_t blank_at(struct str s, size_t at)
{
	if (s.p[at] == ' ' || s.p[at] == '\t' || s.p[at] == '\v')
		return 1;
	return s.p[at] == '\xC2' && at + 1 < s.n && s.p[at + 1] == '\xA0' ? 2 : 0;
}

/* Where the walk is: the next of the text's lines, and of its form feeds. */
struct cursor {
	size_t line, feed;
};

/* The end of the line that begins at `at`, its CR, LF or form feed not included. */
static size_t line_end(const struct places *p, struct cursor *c, size_t at)
{
	const struct str s = p->bytes;
	size_t end = c->line < p->lines_n ? p->lines[c->line] - 1 : s.n;
	if (c->feed < p->feeds_n && p->feeds[c->feed] < end)
		return p->feeds[c->feed++];
	c->line++;
	return end - (end < s.n && end > at && s.p[end] == '\n' && s.p[end - 1] == '\r');
}

static size_t past_blanks(struct str s, size_t at, size_t end)
{
	at = past_spaces(s.p, at, end);
	for (size_t n; at < end && (n = blank_at(s, at)) > 0;)
		at += n;
	return at;
}

static size_t trimmed_end(struct str s, size_t from, size_t to)
{
	while (to > from) {
		if (blank_at(s, to - 1) == 1)
			to--;
		else if (to - from >= 2 && blank_at(s, to - 2) == 2)
			to -= 2;
		else
			break;
	}
	return to;
}

static void add_line(struct sheet *sh, size_t start, size_t end, uint32_t page, bool gap)
{
	struct line *l = &sh->at[sh->n];
	*l = (struct line){.start = (uint32_t)start, .end = (uint32_t)end, .gap = gap};
	l->shape = (unsigned char)page_shape(str_part(sh->s, start, end), &l->n, &l->of);
	if (sh->pages_n == 0 || sh->pages[sh->pages_n - 1].number != page)
		sh->pages[sh->pages_n++] = (struct page){.number = page, .first = (uint32_t)sh->n};
	sh->pages[sh->pages_n - 1].last = (uint32_t)sh->n;
	sh->n++;
}

/* Walk the lines; with `fill` they are kept, without they are counted. */
static size_t walk(struct sheet *sh, const struct places *p, bool fill)
{
	struct str s = sh->s;
	struct cursor c = {.line = 1};
	size_t n = 0;
	uint32_t page = 0;
	bool gap = true;
	for (size_t at = p->first; at < s.n;) {
		size_t end = line_end(p, &c, at), start = past_blanks(s, at, end);
		if (start < end) {
			if (fill)
				add_line(sh, start, trimmed_end(s, start, end), page, gap);
			n++;
		}
		gap = start >= end;
		if (end < s.n && s.p[end] == '\f') {
			page++;
			gap = true;
		}
		/* The CR of CRLF must not make a blank line of its own. */
		at = end + (end + 1 < s.n && s.p[end] == '\r' && s.p[end + 1] == '\n' ? 2 : 1);
	}
	sh->feeds = page;
	return n;
}

static struct str line_text(const struct sheet *sh, uint32_t k)
{
	return str_part(sh->s, sh->at[k].start, sh->at[k].end);
}

static void find_edges(struct sheet *sh)
{
	for (size_t p = 0; p < sh->pages_n; p++) {
		struct page *pg = &sh->pages[p];
		unsigned top = 0, bottom = 0;
		for (unsigned d = 0; d <= EDGE_DEPTH; d++)
			pg->top[d] = pg->bottom[d] = NO_LINE;
		for (uint32_t k = pg->first; k <= pg->last && top <= EDGE_DEPTH; k++) {
			if (!sh->at[k].dropped)
				pg->top[top++] = k;
		}
		for (uint32_t k = pg->last + 1; k > pg->first && bottom <= EDGE_DEPTH; k--) {
			if (!sh->at[k - 1].dropped)
				pg->bottom[bottom++] = k - 1;
		}
	}
}

static uint32_t edge(const struct page *pg, bool top, unsigned depth)
{
	return top ? pg->top[depth] : pg->bottom[depth];
}

/* A form feed stands at that side of the page. */
static bool beside_feed(const struct sheet *sh, const struct page *pg, bool top)
{
	return top ? pg->number > 0 : pg->number < sh->feeds;
}

static bool ends_in_colon(const struct sheet *sh, uint32_t k)
{
	struct str s = line_text(sh, k);
	return s.p[s.n - 1] == ':';
}

/* A neighbouring page bears, at the same place, a number that runs with the pages. */
static bool runs_with_pages(const struct sheet *sh, size_t p, bool top, int32_t n)
{
	size_t from = p > NEIGHBOURS ? p - NEIGHBOURS : 0,
	       to = p + NEIGHBOURS < sh->pages_n ? p + NEIGHBOURS + 1 : sh->pages_n;
	for (size_t q = from; q < to; q++) {
		for (unsigned d = 0; d < EDGE_DEPTH && q != p; d++) {
			uint32_t k = edge(&sh->pages[q], top, d);
			if (k == NO_LINE || (sh->at[k].shape != PAGE_BARE && sh->at[k].shape != PAGE_RATIO))
				continue;
			if (sh->at[k].n - n == (int32_t)sh->pages[q].number - (int32_t)sh->pages[p].number)
				return true;
		}
	}
	return false;
}

static bool is_page_number(const struct sheet *sh, size_t p, bool top, unsigned depth, uint32_t k)
{
	const struct line *l = &sh->at[k];
	if (l->shape == PAGE_RATIO)
		return depth == 0 || runs_with_pages(sh, p, top, l->n);
	if (l->shape != PAGE_BARE)
		return false;
	bool after_label = k > 0 && ends_in_colon(sh, k - 1);
	/* What follows a colon is a value until its neighbours show that it counts pages. */
	return runs_with_pages(sh, p, top, l->n) ||
	       (depth == 0 && !after_label && (l->n == (int32_t)sh->pages[p].number + 1 || l->n < 1000));
}

static void drop_numbers_at_edges(struct sheet *sh)
{
	for (size_t p = 0; p < sh->pages_n; p++) {
		for (unsigned d = 0; d < 2 * EDGE_DEPTH; d++) {
			bool top = d % 2 == 0;
			uint32_t k = edge(&sh->pages[p], top, d / 2);
			if (k != NO_LINE && beside_feed(sh, &sh->pages[p], top) && is_page_number(sh, p, top, d / 2, k))
				sh->at[k].dropped = true;
		}
	}
}

static bool stands_alone(const struct sheet *sh, size_t k)
{
	return sh->at[k].gap && (k + 1 == sh->n || sh->at[k + 1].gap);
}

/* Without form feeds: numbers alone between blank lines that count up by one, pages apart. */
static void drop_chains(struct sheet *sh)
{
	size_t chain[CHAIN_LENGTH];
	unsigned length = 0;
	for (size_t k = 0; k < sh->n; k++) {
		if (sh->at[k].shape != PAGE_BARE || !stands_alone(sh, k))
			continue;
		bool follows = length > 0 && sh->at[k].n == sh->at[chain[length - 1]].n + 1 &&
			       k - chain[length - 1] >= CHAIN_LINES;
		if (!follows)
			length = 0;
		if (length < CHAIN_LENGTH) {
			chain[length++] = k;
		} else {
			chain[CHAIN_LENGTH - 1] = k;
		}
		for (unsigned c = 0; c < length && length == CHAIN_LENGTH; c++)
			sh->at[chain[c]].dropped = true;
	}
}

/* "1/3" … "2/3": each proves the other. */
static void drop_ratio_pairs(struct sheet *sh)
{
	struct line *before = NULL;
	for (size_t k = 0; k < sh->n; k++) {
		struct line *l = &sh->at[k];
		if (l->shape != PAGE_RATIO)
			continue;
		if (before && before->of == l->of && l->n == before->n + 1)
			before->dropped = l->dropped = true;
		before = l;
	}
}

static bool same_words(struct str a, struct str b)
{
	size_t i = 0, j = 0;
	while (i < a.n && j < b.n) {
		size_t skip_a = blank_at(a, i), skip_b = blank_at(b, j);
		if ((skip_a > 0) != (skip_b > 0))
			return false;
		if (skip_a == 0 && a.p[i++] != b.p[j++])
			return false;
		while (skip_a > 0 && i < a.n && (skip_a = blank_at(a, i)) > 0)
			i += skip_a;
		while (skip_b > 0 && j < b.n && (skip_b = blank_at(b, j)) > 0)
			j += skip_b;
	}
	return i == a.n && j == b.n;
}

static bool bears_line(const struct sheet *sh, const struct page *pg, bool top, struct str line)
{
	for (unsigned d = 0; d < EDGE_DEPTH; d++) {
		uint32_t k = edge(pg, top, d);
		if (k != NO_LINE && same_words(line, line_text(sh, k)))
			return true;
	}
	return false;
}

/* At the same edge of two neighbouring pages and of half of them: a sentence that comes twice is no running line. */
static bool repeated(const struct sheet *sh, size_t p, bool top, uint32_t k)
{
	size_t from = p > NEIGHBOURS ? p - NEIGHBOURS : 0,
	       to = p + NEIGHBOURS < sh->pages_n ? p + NEIGHBOURS + 1 : sh->pages_n;
	size_t asked = 0, found = 0;
	for (size_t q = from; q < to; q++) {
		if (q == p || !beside_feed(sh, &sh->pages[q], top))
			continue;
		asked++;
		found += bears_line(sh, &sh->pages[q], top, line_text(sh, k));
	}
	return found >= 2 && 2 * found >= asked;
}

static bool starts_lower(struct str s)
{
	uint32_t cp;
	utf8_next(s, 0, &cp);
	return cp_is_letter(cp) && !cp_is_upper(cp);
}

/* The last word asks for another one: "M.", "et", "de la". */
static bool ends_open(struct str s)
{
	static const char *const OPENERS[] = {"M.", "Mme", "MM.",  "Mmes", "de",  "du", "des", "d'", "d’",
					      "la", "le",  "les",  "l'",   "l’",  "et", "à",   "au", "aux",
					      "en", "par", "pour", "sur",  "que", "un", "une"};
	char last = s.p[s.n - 1];
	if (last == ',' || last == '-' || last == ':' || last == '(')
		return true;
	for (size_t k = 0; k < sizeof OPENERS / sizeof *OPENERS; k++) {
		struct str word = str_c(OPENERS[k]);
		if (str_ends(s, word) && (s.n == word.n || blank_at(s, s.n - word.n - 1) == 1))
			return true;
	}
	return false;
}

static unsigned running_lines(const struct sheet *sh, size_t p, bool top)
{
	unsigned n = 0;
	while (n < EDGE_DEPTH && edge(&sh->pages[p], top, n) != NO_LINE &&
	       repeated(sh, p, top, edge(&sh->pages[p], top, n)))
		n++;
	return n;
}

static void drop_running_lines(struct sheet *sh)
{
	for (size_t p = 0; p + 1 < sh->pages_n; p++) {
		unsigned feet = running_lines(sh, p, false), heads = running_lines(sh, p + 1, true);
		uint32_t before = edge(&sh->pages[p], false, feet), after = edge(&sh->pages[p + 1], true, heads);
		if (before == NO_LINE || after == NO_LINE)
			continue;
		if (!starts_lower(line_text(sh, after)) && !ends_open(line_text(sh, before)))
			continue;
		while (feet-- > 0)
			sh->at[edge(&sh->pages[p], false, feet)].dropped = true;
		while (heads-- > 0)
			sh->at[edge(&sh->pages[p + 1], true, heads)].dropped = true;
	}
}

static void drop_sure_shapes(struct sheet *sh)
{
	for (size_t k = 0; k < sh->n; k++)
		sh->at[k].dropped = sh->at[k].shape == PAGE_NAMED || sh->at[k].shape == PAGE_DASHED;
}

static void decide(struct sheet *sh)
{
	drop_sure_shapes(sh);
	drop_ratio_pairs(sh);
	if (sh->feeds == 0) {
		drop_chains(sh);
		return;
	}
	find_edges(sh);
	drop_numbers_at_edges(sh);
	find_edges(sh);
	drop_running_lines(sh);
}

void furniture_find(struct arena *a, const struct text *t, const struct span **ret, size_t *ret_n)
{
	struct sheet sh = {.s = t->bytes};
	struct {
		struct span *at;
		size_t n, cap;
	} spans = {0};
	*ret = NULL;
	*ret_n = 0;
	if (t->bytes.n >= NO_LINE)
		return;
	const struct places *places = places_of(a, t);
	size_t lines = places->lines_n + places->feeds_n;
	if (lines > FEW_LINES)
		lines = walk(&sh, places, false);
	if (lines < 2)
		return;
	sh.at = arena_room(a, lines * sizeof *sh.at);
	sh.pages = arena_room(a, (lines < places->feeds_n ? lines : places->feeds_n + 1) * sizeof *sh.pages);
	walk(&sh, places, true);
	decide(&sh);
	for (size_t k = 0; k < sh.n; k++) {
		if (sh.at[k].dropped)
			*ARENA_PUSH(a, &spans) = (struct span){sh.at[k].start, sh.at[k].end};
	}
	*ret = spans.at;
	*ret_n = spans.n;
}
