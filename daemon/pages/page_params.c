/* SPDX-License-Identifier: EUPL-1.2 */
/* The dated values that a rule used while its essais were played, and those of the same question for other assemblies. */
#include "fields.h"
#include "pages.h"

static void day_cell(const struct html *h, const char *tag, struct date d, const char *open_end)
{
	html_raw(h, tag);
	if (d.year)
		html_text(h, arena_printf(h->a, "%02d/%02d/%04d", d.day, d.month, d.year));
	else
		html_raw(h, open_end);
}

static void period_row(const struct html *h, const struct param_value *v)
{
	day_cell(h, "<tr><th scope=\"row\" class=\"jour\">", v->du, "toujours");
	day_cell(h, "</th><td class=\"jour\">", v->au, "sans fin");
	if (v->a_verifier)
		html_raw(h, "</td><td class=\"jour doute\">à vérifier");
	else if (v->is_number)
		html_in(h, "</td><td>", arena_printf(h->a, "%lld", (long long)v->nombre), "");
	else
		html_in(h, "</td><td>", word_for_people(h->a, v->texte), "");
	html_in(h, "</td><td>", v->source, "");
	if (v->verifie_le.year)
		html_in(h, " <span class=\"pour\">(relu le ", day_in_words(h->a, v->verifie_le), ")</span>");
	html_raw(h, "</td></tr>\n");
}

static void param_table(const struct html *h, const struct param_doc *p)
{
	size_t doubts = 0, signed_n = 0;

	html_in(h, "<h3>", p->libelle, "</h3>\n");
	html_in(h, "<section class=\"table\" tabindex=\"0\" aria-label=\"", p->libelle, "\">\n");
	html_in(h, "<table>\n<caption><code>", p->nom, "</code></caption>\n");
	html_raw(h, "<thead><tr><th scope=\"col\">Du</th><th scope=\"col\">Au</th><th scope=\"col\">Valeur</th>"
		    "<th scope=\"col\">Source</th></tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < p->periodes_n; i++) {
		period_row(h, &p->periodes[i]);
		doubts += p->periodes[i].a_verifier;
		signed_n += p->periodes[i].verifie_le.year != 0;
	}
	html_raw(h, "</tbody>\n</table>\n</section>\n");
	if (p->note.n)
		html_in(h, "<p class=\"note\">", p->note, "</p>\n");
	if (doubts)
		html_in(h, "<p class=\"note\">", arena_printf(h->a, "%zu période%s à vérifier : une séance de ces jours-là donne « non vérifiable ».", doubts, plural_s(doubts)), "</p>\n");
	if (signed_n < p->periodes_n)
		html_raw(h, signed_n ? "<p class=\"note\">Les lignes sans « relu le » n'ont pas été comparées au texte par un juriste.</p>\n"
				     : "<p class=\"note\">Aucune de ces valeurs n'a encore été comparée au texte par un juriste.</p>\n");
}

void page_params(const struct html *h, const struct rule_doc *r)
{
	if (r->params_n == 0)
		return;
	html_raw(h, "<h2>Valeurs de droit, par date de séance</h2>\n"
		    "<p>Les jours indiqués sont compris. La règle prend la valeur du jour de la séance.</p>\n");
	for (size_t i = 0; i < r->params_n; i++)
		param_table(h, r->params[i]);
}
