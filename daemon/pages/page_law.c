/* SPDX-License-Identifier: EUPL-1.2 */
/* On what law a rule stands. Légifrance numbers its articles by identifiers that no article's number gives: a link is formed
 * to the code, whose identifier is known, and never to a guessed article. */
#include "fields.h"
#include "pages.h"

static const struct code {
	const char *name, *id;
} CODES[] = {
	{ "CGCT", "LEGITEXT000006070633" },
	{ "CRPA", "LEGITEXT000031366350" },
	{ "CJA", "LEGITEXT000006070933" },
};

static const struct code *code_named(struct str name)
{
	for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
		if (str_eq(name, str_c(CODES[i].name)))
			return &CODES[i];
	return NULL;
}

/* What the entry rests on, up to where the article stands. */
static void source_of(const struct html *h, const struct legal *l)
{
	const struct code *code = code_named(l->code);

	html_raw(h, "<strong>");
	if (code)
		html_link(h, arena_printf(h->a, "https://www.legifrance.gouv.fr/codes/texte_lc/%s/", code->id), l->code);
	else
		html_in(h, l->reponse_ministerielle.n ? "Réponse ministérielle, " : l->usage.n ? "Usage : " : "", l->code.n ? l->code : legal_reference(l), "");
	if (l->article.n)
		html_in(h, ", article ", l->article, "");
	html_raw(h, "</strong>");
}

static void for_whom(const struct html *h, const struct legal *l)
{
	if (!l->niveau.n && !l->organe.n)
		return;
	html_raw(h, " <span class=\"pour\">(");
	html_text(h, l->niveau.n ? word_for_people(h->a, l->niveau) : STR(""));
	html_raw(h, l->niveau.n && l->organe.n ? ", " : "");
	html_text(h, l->organe.n ? word_for_people(h->a, l->organe) : STR(""));
	html_raw(h, ")</span>");
}

void page_law(const struct html *h, const struct legal *l, size_t n)
{
	struct date day;
	size_t codes = 0;

	html_raw(h, "<ul class=\"droit\">\n");
	for (size_t i = 0; i < n; i++) {
		html_raw(h, "<li>");
		source_of(h, &l[i]);
		for_whom(h, &l[i]);
		if (l[i].dit.n)
			html_in(h, " : ", l[i].dit, "");
		html_raw(h, ".");
		if (l[i].depuis.n && date_parse(l[i].depuis, &day))
			html_in(h, " Depuis le ", day_in_words(h->a, day), ".");
		if (l[i].url.n) {
			html_raw(h, " <span class=\"texte\">");
			html_link(h, l[i].url, STR("Lire le texte"));
			html_raw(h, "</span>");
		}
		codes += code_named(l[i].code) != NULL;
		html_raw(h, "</li>\n");
	}
	html_raw(h, "</ul>\n");
	if (codes)
		html_raw(h, "<p class=\"note\">Le nom d'un code mène à ce code sur Légifrance ; l'article s'y cherche par son numéro.</p>\n");
}
