/* SPDX-License-Identifier: EUPL-1.2 */
/* A stamped scan has about 126 characters a page, all of them the stamp's. Real pages have a thousand; the first page of
 * a bundle may have a title only, hence the count over all pages: one page with text makes a document that is read.
 */
#include "scanned.h"

#include "fold.h"

#define LINE_LOOKED_AT ((size_t)160)

static const char *const STAMPS[] = { "en prefecture", "prefecture le", "ar prefecture", "publie le", "affiche le", "id :", "accuse de reception",
				      "acte executoire", "certifie executoire", "berger levrault", "berger-levrault" };

/* Folded start of a line, spaces as they are. */
static struct str folded(struct str line, char out[4 * LINE_LOOKED_AT])
{
	size_t n = 0;
	uint32_t cp;

	line = str_part(line, 0, LINE_LOOKED_AT);
	for (size_t at = 0, len; (len = utf8_next(line, at, &cp)) > 0; at += len)
		n += fold_cp(cp, out + n);
	return (struct str){ out, n };
}

static bool is_stamp(struct str line)
{
	char out[4 * LINE_LOOKED_AT];
	struct str s = folded(line, out);

	for (size_t i = 0; i < sizeof STAMPS / sizeof *STAMPS; i++)
		if (str_find(s, str_c(STAMPS[i]), 0) != STR_NONE)
			return true;
	return false;
}

static unsigned letters(struct str line)
{
	unsigned n = 0;
	uint32_t cp;

	for (size_t at = 0, len; (len = utf8_next(line, at, &cp)) > 0; at += len)
		n += cp_is_letter(cp) || is_figure(cp);
	return n;
}

static size_t end_of_line(struct str text, size_t at)
{
	while (at < text.n && text.p[at] != '\n' && text.p[at] != '\f')
		at++;
	return at;
}

struct pages pages_of(struct str text)
{
	struct pages p = { 0 };
	unsigned on_page = 0;

	for (size_t at = 0; at < text.n;) {
		size_t end = end_of_line(text, at);
		struct str line = str_part(text, at, end);
		if (on_page < PAGE_HAS_TEXT && !is_stamp(line))
			on_page += letters(line);
		at = end + 1;
		if (end < text.n && text.p[end] != '\f' && at < text.n)
			continue;
		if (p.all < LIMIT_PAGES)
			p.unread[p.all] = on_page < PAGE_HAS_TEXT;
		p.all++;
		p.with_text += on_page >= PAGE_HAS_TEXT;
		on_page = 0;
	}
	return p;
}

#define COLUMNS 20
#define SIDE_MAX 1000000 /* pixels, or pixels in an inch */

static size_t split(struct str line, struct str out[COLUMNS])
{
	size_t n = 0;

	for (struct str rest = str_trim(line); rest.n > 0 && n < COLUMNS; rest = str_trim(rest)) {
		size_t space = str_find(rest, STR(" "), 0), end = space == STR_NONE ? rest.n : space;
		out[n++] = str_part(rest, 0, end);
		rest = str_part(rest, end, rest.n);
	}
	return n;
}

static bool side(struct str s, int64_t *ret)
{
	return str_int(s, ret) && *ret > 0 && *ret <= SIDE_MAX;
}

/* "page num type width height … x-ppi y-ppi size ratio": hundredths of a square inch. An image inside the page's own
 * stream has one column less, hence from the end. */
static int64_t area_of(const struct str *column, size_t n)
{
	int64_t w, h, x, y;

	if (n < 9 || !side(column[3], &w) || !side(column[4], &h) || !side(column[n - 4], &x) || !side(column[n - 3], &y))
		return PAGE_IS_PICTURE * 100;
	return w * h * 100 / (x * y);
}

void pages_keep_pictured(struct pages *p, struct str list)
{
	int64_t area[LIMIT_PAGES] = { 0 };

	for (size_t at = 0, end; at < list.n; at = end + 1) {
		struct str column[COLUMNS];
		int64_t page;
		end = end_of_line(list, at);
		const size_t n = split(str_part(list, at, end), column);
		if (n > 0 && str_int(column[0], &page) && page >= 1 && page <= LIMIT_PAGES && area[page - 1] < PAGE_IS_PICTURE * 100)
			area[page - 1] += area_of(column, n);
	}
	for (size_t i = 0; i < LIMIT_PAGES; i++)
		p->unread[i] = p->unread[i] && area[i] >= PAGE_IS_PICTURE * 100;
}

unsigned pages_unread(const struct pages *p)
{
	unsigned n = 0;

	for (size_t i = 0; i < LIMIT_PAGES; i++)
		n += p->unread[i];
	return n;
}
