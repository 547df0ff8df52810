/* SPDX-License-Identifier: EUPL-1.2 */
#include "pages.h"

struct str page_name(struct arena *a, struct str id)
{
	return arena_printf(a, "regle-%.*s.html", STR_ARG(id));
}

struct str stamp_of(struct arena *a, const struct rule_info *r)
{
	struct date day;

	if (!r->verifie_le.n || !date_parse(r->verifie_le, &day))
		return STR("pas encore relue par un juriste");
	const struct str when = day_in_words(a, day);

	if (!r->verifie_par.n)
		return arena_printf(a, "vérifiée par un juriste le %.*s", STR_ARG(when));
	return arena_printf(a, "vérifiée par un juriste le %.*s (%.*s)", STR_ARG(when), STR_ARG(r->verifie_par));
}

void page_severity(const struct html *h, enum severity s)
{
	html_in(h, "<span class=\"gravite ", str_c(severity_word(s)), "\">");
	html_in(h, "", str_c(severity_word(s)), "</span>");
}

static struct str since(struct arena *a, const struct rule_info *r)
{
	struct date du, au;
	const bool from = date_parse(r->du, &du), to = date_parse(r->au, &au);

	if (from && to)
		return arena_printf(a, "du %.*s au %.*s", STR_ARG(day_in_words(a, du)), STR_ARG(day_in_words(a, au)));
	if (from)
		return arena_printf(a, "depuis le %.*s", STR_ARG(day_in_words(a, du)));
	if (to)
		return arena_printf(a, "jusqu'au %.*s", STR_ARG(day_in_words(a, au)));
	return STR("quelle que soit leur date");
}

static void fact(const struct html *h, const char *what, struct str value)
{
	html_in(h, "<dt>", str_c(what), "</dt>");
	html_in(h, "<dd>", value, "</dd>\n");
}

static bool gives(const struct rule_doc *r, enum severity s)
{
	for (size_t i = 0; i < r->examples_n; i++)
		if (r->examples[i].severity == s)
			return true;
	return false;
}

/* Those that its examples show besides its own. */
static void other_severities(const struct html *h, const struct rule_doc *r)
{
	const char *before = " ; selon le cas, ";

	for (enum severity s = SEVERITY_BLOQUANTE; s > SEVERITY_NONE; s--) {
		if (s == r->info->gravite || !gives(r, s))
			continue;
		html_raw(h, before);
		page_severity(h, s);
		before = " ou ";
	}
}

static void facts(const struct html *h, const struct rule_doc *r)
{
	html_raw(h, "<dl class=\"fiche\">\n<dt>Gravité</dt><dd>");
	page_severity(h, r->info->gravite);
	other_severities(h, r);
	html_raw(h, "</dd>\n");
	fact(h, "Séances jugées", since(h->a, r->info));
	fact(h, "Porte sur", r->info->par_seance ? STR("la séance entière, une fois par document") : STR("chaque acte"));
	fact(h, "Relecture", stamp_of(h->a, r->info));
	html_in(h, "<dt>Fichier</dt><dd><code>", r->fichier, "</code>");
	html_in(h, ", version ", r->info->version, "</dd>\n");
	html_in(h, "<dt>Empreinte</dt><dd><code>", str_c(r->info->sha256), "</code></dd>\n</dl>\n");
}

void page_of_rule(struct arena *a, const struct rule_doc *r, const char *set, struct buf *out)
{
	const struct html h = { a, out };

	page_begin(&h, r->info->titre, page_name(a, r->info->id).p);
	if (r->info->resume.n)
		html_in(&h, "<p class=\"resume\">", r->info->resume, "</p>\n");
	facts(&h, r);
	html_raw(&h, "<h2>Sur quel droit</h2>\n");
	page_law(&h, r->info->fondement, r->info->fondement_n);
	page_params(&h, r);
	page_examples(&h, r);
	page_end(&h, set);
}
