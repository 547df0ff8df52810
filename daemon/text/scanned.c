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
		n += cp_is_letter(cp) || (cp >= '0' && cp <= '9');
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
		p.all++;
		p.with_text += on_page >= PAGE_HAS_TEXT;
		on_page = 0;
	}
	return p;
}
