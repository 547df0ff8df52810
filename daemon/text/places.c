/* SPDX-License-Identifier: EUPL-1.2 */
/* Offsets → line, column, page, for people.
 *
 * A line ends at LF, CRLF or a lone CR (old Macintosh); a form feed ends a page, not a line, as in text editors. The
 * starts are indexed once, when the text is decoded; columns are counted when asked, since few offsets of a document are
 * ever shown. A text is shorter than 4 GiB.
 */
#include "places_priv.h"

#include "eight.h"
#include "fold.h"

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

struct places *places_index(struct arena *a, const struct text *t, size_t ends)
{
	struct places *p = ARENA_NEW(a, struct places);
	uint32_t *starts = arena_room(a, (ends + 1) * sizeof *starts);
	*p = (struct places){ .bytes = t->bytes, .first = t->start, .lines = starts, .lines_n = 1 };
	starts[0] = 0;
	for (size_t at = next_end(t->bytes, 0); at < t->bytes.n; at = next_end(t->bytes, at + 1)) {
		if (ends_line(t->bytes, at))
			starts[p->lines_n++] = (uint32_t)at + 1;
		if (t->bytes.p[at] == '\f') {
			if (p->feeds_n == p->feeds_cap)
				p->feeds = arena_grow(a, p->feeds, &p->feeds_cap, p->feeds_n, sizeof *p->feeds);
			p->feeds[p->feeds_n++] = (uint32_t)at;
		}
	}
	return p;
}

struct places *places_of(struct arena *a, const struct text *t)
{
	size_t ends = 0;
	if (t->places != NULL)
		return t->places;
	for (size_t at = next_end(t->bytes, 0); at < t->bytes.n; at = next_end(t->bytes, at + 1))
		ends++;
	return places_index(a, t, ends);
}

/* How many of the ascending `at` are < = `offset` (or strictly below it). */
static size_t count_upto(const uint32_t *at, size_t n, size_t offset, bool strict)
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
