/* SPDX-License-Identifier: EUPL-1.2 */
/* Offsets → line, column, page, for people.
 *
 * A line ends at LF, CRLF or a lone CR (old Macintosh); a form feed ends a page, not a line, as in text editors. The
 * starts are indexed once; columns are counted when asked, since few offsets of a document are ever shown.
 */
#include "text.h"

#include "eight.h"
#include "fold.h"

struct places {
	struct str bytes;
	size_t first;	     /* length of the BOM */
	const size_t *lines; /* where each line starts, ascending; lines[0] = 0 */
	size_t lines_n;
	const size_t *feeds; /* offsets of form feeds, ascending */
	size_t feeds_n;
};

static bool ends_line(struct str s, size_t at)
{
	return s.p[at] == '\n' || (s.p[at] == '\r' && (at + 1 == s.n || s.p[at + 1] != '\n'));
}

/* The next byte at or after `at` that may end a line or a page, or the end. */
static size_t next_end(struct str s, size_t at)
{
	for (; s.n - at >= 8; at += 8) {
		const uint64_t controls = eight_below(eight_bytes(s.p + at), '\r' + 1);

		if (controls != 0)
			return at + eight_first(controls);
	}
	while (at < s.n && (unsigned char)s.p[at] > '\r')
		at++;
	return at;
}

struct places *places_of(struct arena *a, const struct text *t)
{
	struct places *p = ARENA_NEW(a, struct places);
	size_t lines = 1, feeds = 0;
	p->bytes = t->bytes;
	p->first = t->start;
	for (size_t at = next_end(t->bytes, 0); at < t->bytes.n; at = next_end(t->bytes, at + 1)) {
		lines += ends_line(t->bytes, at);
		feeds += t->bytes.p[at] == '\f';
	}
	size_t *starts = ARENA_ARRAY(a, lines, size_t), *breaks = ARENA_ARRAY(a, feeds, size_t);
	p->lines_n = 1;
	for (size_t at = next_end(t->bytes, 0); at < t->bytes.n; at = next_end(t->bytes, at + 1)) {
		if (ends_line(t->bytes, at))
			starts[p->lines_n++] = at + 1;
		if (t->bytes.p[at] == '\f')
			breaks[p->feeds_n++] = at;
	}
	p->lines = starts;
	p->feeds = breaks;
	return p;
}

/* How many of the ascending `at` are < = `offset` (or strictly below it). */
static size_t count_upto(const size_t *at, size_t n, size_t offset, bool strict)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (at[mid] < offset || (!strict && at[mid] == offset))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct place place_at(const struct places *p, size_t offset)
{
	if (offset > p->bytes.n)
		offset = p->bytes.n;
	size_t line = count_upto(p->lines, p->lines_n, offset, false);
	size_t from = p->lines[line - 1] < p->first ? p->first : p->lines[line - 1];
	size_t to = offset < from ? from : offset;
	if (to > from && to < p->bytes.n && p->bytes.p[to] == '\n' && p->bytes.p[to - 1] == '\r')
		to--;
	struct place place = {
		.line = (unsigned)line,
		.col = (unsigned)utf8_count(str_part(p->bytes, from, to)) + 1,
		.page = (unsigned)count_upto(p->feeds, p->feeds_n, offset, true) + 1,
	};
	return place;
}

unsigned place_line_no(const struct places *p, size_t offset)
{
	return (unsigned)count_upto(p->lines, p->lines_n, offset > p->bytes.n ? p->bytes.n : offset, false);
}

struct str place_line(const struct places *p, size_t offset)
{
	if (offset > p->bytes.n)
		offset = p->bytes.n;
	size_t line = count_upto(p->lines, p->lines_n, offset, false);
	size_t from = p->lines[line - 1] < p->first ? p->first : p->lines[line - 1];
	size_t to = line < p->lines_n ? p->lines[line] : p->bytes.n;
	while (to > from && (p->bytes.p[to - 1] == '\n' || p->bytes.p[to - 1] == '\r'))
		to--;
	return str_part(p->bytes, from, to);
}
