/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>
#include "escape.h"
#include "html.h"

void html_raw(const struct html *h, const char *markup)
{
	buf_c(h->out, markup);
}

static void put_char(struct buf *out, char c)
{
	switch (c) {
	case '&':
		buf_c(out, "&amp;");
		break;
	case '<':
		buf_c(out, "&lt;");
		break;
	case '>':
		buf_c(out, "&gt;");
		break;
	case '"':
		buf_c(out, "&quot;");
		break;
	default:
		buf_char(out, c);
		break;
	}
}

/* French sets these apart by a space where no line may end. */
static bool binds_before(struct str s, size_t at)
{
	return str_starts(str_part(s, at, s.n), STR("»")) || (at < s.n && strchr(";:?!", s.p[at]) != NULL);
}

static bool binds_after(struct str s, size_t at)
{
	return str_ends(str_part(s, 0, at), STR("«"));
}

void html_text(const struct html *h, struct str s)
{
	const struct str shown = escape_block(h->a, s, s.n * 8 + 8);

	for (size_t i = 0; i < shown.n; i++)
		if (shown.p[i] == ' ' && (binds_before(shown, i + 1) || binds_after(shown, i)))
			buf_c(h->out, "\xC2\xA0");
		else
			put_char(h->out, shown.p[i]);
}

void html_code(const struct html *h, struct str s)
{
	const struct str shown = escape_block(h->a, s, s.n * 8 + 8);

	html_raw(h, "<code>");
	for (size_t i = 0; i < shown.n; i++)
		put_char(h->out, shown.p[i]);
	html_raw(h, "</code>");
}

void html_in(const struct html *h, const char *open, struct str text, const char *close)
{
	html_raw(h, open);
	html_text(h, text);
	html_raw(h, close);
}

void html_link(const struct html *h, struct str url, struct str words)
{
	if (!str_starts(url, STR("https://")) && !str_starts(url, STR("http://"))) {
		html_text(h, words);
		return;
	}
	html_in(h, "<a href=\"", url, "\">");
	html_in(h, "", words, "</a>");
}

struct str day_in_words(struct arena *a, struct date d)
{
	char words[DATE_WORDS];

	return arena_dup(a, str_c(date_words(d, words)));
}

static void nav_link(const struct html *h, const char *to, const char *words, const char *here)
{
	html_in(h, "<li><a href=\"", str_c(to), "\"");
	html_raw(h, str_eq(str_c(to), str_c(here)) ? " aria-current=\"page\">" : ">");
	html_in(h, "", str_c(words), "</a></li>\n");
}

void page_head(const struct html *h, struct str title)
{
	html_raw(h, "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
		    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
		    "<meta name=\"color-scheme\" content=\"light dark\">\n" PAGE_MARK "\n");
	html_in(h, "<title>", title, " – Scrutateur</title>\n<style>\n");
	html_raw(h, PAGE_STYLE);
	html_raw(h, "</style>\n</head>\n<body>\n");
}

void page_begin(const struct html *h, struct str title, const char *here)
{
	page_head(h, title);
	html_raw(h, "<a class=\"saut\" href=\"#contenu\">Aller au contenu</a>\n"
		    "<header>\n<nav aria-label=\"Pages\">\n<ul>\n");
	nav_link(h, PAGE_INDEX, "Les règles", here);
	nav_link(h, PAGE_REFERENCE, "Champs et fonctions", here);
	html_raw(h, "</ul>\n</nav>\n</header>\n<main id=\"contenu\">\n");
	html_in(h, "<h1>", title, "</h1>\n");
}

void page_end(const struct html *h, const char *set)
{
	html_raw(h, "</main>\n<footer>\n<p>Page faite à partir des règles par « scrutateur documenter »");
	html_in(h, ", version ", str_c(SCRUTATEUR_VERSION), "");
	html_in(h, ", jeu de règles <code>", str_part(str_c(set), 0, 12), "</code>. ");
	html_raw(h, "Elle ne dit pas si un acte est conforme au droit : elle dit ce que le programme vérifie.</p>\n</footer>\n</body>\n</html>\n");
}
