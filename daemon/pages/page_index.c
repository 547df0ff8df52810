/* SPDX-License-Identifier: EUPL-1.2 */
#include "pages.h"

/* The first sentence of a resume: the page of the rule has it whole. */
static struct str first_sentence(struct str s)
{
	const size_t stop = str_find(s, STR(". "), 0);

	return stop == STR_NONE ? s : str_part(s, 0, stop + 1);
}

static void item(const struct html *h, const struct rule_info *r)
{
	html_in(h, "<li>\n<a href=\"", page_name(h->a, r->id), "\">");
	html_in(h, "", r->titre, "</a>\n");
	if (r->resume.n)
		html_in(h, "<p>", first_sentence(r->resume), "</p>\n");
	html_raw(h, "<p class=\"pour\">");
	page_severity(h, r->gravite);
	html_in(h, " · <code>", r->id, "</code> ");
	html_in(h, "", r->version, " · ");
	html_in(h, "", stamp_of(h->a, r), "</p>\n</li>\n");
}

static void severities(const struct html *h)
{
	static const struct { enum severity s; const char *means; } rows[] = {
		{ SEVERITY_BLOQUANTE, "l'acte ne peut pas partir ainsi" },
		{ SEVERITY_MAJEURE, "ce que montre l'acte met en cause la décision" },
		{ SEVERITY_MINEURE, "une mention manque ou ne concorde pas" },
		{ SEVERITY_INFORMATION, "à savoir, sans reproche" },
	};

	html_raw(h, "<h2>Les gravités</h2>\n<dl class=\"fiche\">\n");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		html_raw(h, "<dt>");
		page_severity(h, rows[i].s);
		html_in(h, "</dt><dd>", str_c(rows[i].means), "</dd>\n");
	}
	html_raw(h, "</dl>\n<h2>Les verdicts</h2>\n<dl class=\"fiche\">\n"
		    "<dt>conforme</dt><dd>rien à relever</dd>\n<dt>anomalie</dt><dd>l'acte montre quelque chose qui ne tient pas ; l'alerte a une gravité</dd>\n"
		    "<dt>non vérifiable</dt><dd>l'acte ne permet pas de conclure, et le programme dit pourquoi</dd>\n"
		    "<dt>sans objet</dt><dd>la règle ne concerne pas cet acte</dd>\n</dl>\n");
}

static void lost(const struct html *h, const struct catalogue *c)
{
	if (c->lost_n == 0)
		return;
	html_raw(h, "<h2>Règles hors service</h2>\n<p>Leur fichier a une faute ; « scrutateur controler » dit laquelle.</p>\n<ul>\n");
	for (size_t i = 0; i < c->lost_n; i++)
		html_in(h, "<li><code>", c->lost[i], "</code></li>\n");
	html_raw(h, "</ul>\n");
}

void page_of_index(struct arena *a, const struct catalogue *c, struct buf *out)
{
	const struct html h = { a, out };
	size_t read = 0;

	for (size_t i = 0; i < c->rules_n; i++)
		read += c->rules[i].info->verifie_le.n > 0;
	page_begin(&h, STR("Les règles"), PAGE_INDEX);
	html_raw(&h, "<p class=\"resume\">Ce que le programme vérifie dans une délibération, sur quel droit, et avec quels exemples.</p>\n");
	html_in(&h, "<p>", arena_printf(a, "%zu règle%s en service, dont ", c->rules_n, plural_s(c->rules_n)), "");
	html_text(&h, read ? arena_printf(a, "%zu vérifiée%s par un juriste.", read, plural_s(read)) : STR("aucune n'a encore été vérifiée par un juriste."));
	html_raw(&h, "</p>\n");
	html_raw(&h, "<h2>En service</h2>\n<ul class=\"regles\">\n");
	for (size_t i = 0; i < c->rules_n; i++)
		item(&h, c->rules[i].info);
	html_raw(&h, "</ul>\n");
	lost(&h, c);
	severities(&h);
	page_end(&h, c->sha256);
}
