/* SPDX-License-Identifier: EUPL-1.2 */
/* Writing HTML: tags are ours, every text goes through `html_text`. Controls and marks of direction become visible escapes,
 * so that nothing of a rule can change how the page is read. */
#ifndef SCRUTATEUR_HTML_H
#define SCRUTATEUR_HTML_H

#include "arena.h"
#include "buf.h"
#include "date.h"

struct html {
	struct arena *a;
	struct buf *out;
};

/* Tags of ours, as they are. */
void html_raw(const struct html *h, const char *markup);
/* A text, escaped, with the no-break spaces of French; also right inside an attribute between double quotes. */
void html_text(const struct html *h, struct str s);
/* The same between <code> and </code>, its spaces as they are: it may be copied into a rule. */
void html_code(const struct html *h, struct str s);
/* <tag>text</tag>, `open` being the start tag: html_in(h, "<td class=jour>", text, "</td>") */
void html_in(const struct html *h, const char *open, struct str text, const char *close);
/* A link, when `url` is http or https; else the words alone. */
void html_link(const struct html *h, struct str url, struct str words);
/* "18 septembre 2023" */
struct str day_in_words(struct arena *a, struct date d);

/* Head, style and the opening of <body>. */
void page_head(const struct html *h, struct str title);
/* The same, skip link, navigation and the opening of <main>; `here` is the file name of the page. */
void page_begin(const struct html *h, struct str title, const char *here);
/* Closes the page; `set` is the hash of the rule set. */
void page_end(const struct html *h, const char *set);
/* Stands in every page of ours, and in no other: what may be replaced or removed. */
#define PAGE_MARK "<meta name=\"generator\" content=\"Scrutateur\">"
#define PAGE_INDEX "index.html"
#define PAGE_REFERENCE "reference.html"
extern const char PAGE_STYLE[];

#endif
