/* SPDX-License-Identifier: EUPL-1.2 */
/* The essais of a rule, by verdict, the alerts first: what it says of an invented act when these words are changed. */
#include "pages.h"

static void show_swap(const struct html *h, const struct swap *s)
{
	html_in(h, "<p>", s->avant, "");
	if (s->ancien.n)
		html_in(h, "<del><span class=\"cache\">retiré : </span>", s->ancien, "</del>");
	html_raw(h, s->ancien.n && s->nouveau.n ? " " : "");
	if (s->nouveau.n)
		html_in(h, "<ins><span class=\"cache\">mis à la place : </span>", s->nouveau, "</ins>");
	html_in(h, "", s->apres, s->partout ? " <span class=\"pour\">(partout dans l'acte)</span></p>\n" : "</p>\n");
}

static void show_passage(const struct html *h, const struct example *x)
{
	if (x->swaps_n == 0) {
		html_in(h, "<p class=\"note\">L'acte d'exemple <code>", x->document, "</code>, tel quel.</p>\n");
		return;
	}
	html_in(h, "<p class=\"note\">L'acte d'exemple <code>", x->document, "</code>, où l'on change :</p>\n<div class=\"passage\">\n");
	for (size_t i = 0; i < x->swaps_n; i++)
		show_swap(h, &x->swaps[i]);
	html_raw(h, "</div>\n");
}

static void show_laid(const struct html *h, const struct example *x)
{
	for (size_t i = 0; i < x->poses_n; i++) {
		html_in(h, "<p class=\"note\">Avec la valeur <code>", x->poses[i].nom, "</code> = ");
		html_in(h, "", x->poses[i].valeur, "</p>\n");
	}
	if (x->effectif)
		html_in(h, "<p class=\"note\">Avec ", arena_printf(h->a, "%lld", (long long)x->effectif), " membres en exercice.</p>\n");
}

static void show_example(const struct html *h, const struct example *x)
{
	html_in(h, "<section class=\"exemple\">\n<h4>", x->nom, "</h4>\n");
	show_passage(h, x);
	show_laid(h, x);
	html_in(h, "<p><strong class=\"", str_c(verdict_word(x->verdict)), "\">");
	html_in(h, "", str_c(verdict_label(x->verdict)), "</strong>");
	if (x->severity != SEVERITY_NONE)
		html_in(h, ", gravité ", str_c(severity_word(x->severity)), "");
	if (x->message.n)
		html_in(h, " : ", x->message, "");
	html_raw(h, x->a_faire ? " <em>(cas connu, que la règle ne traite pas encore)</em></p>\n</section>\n" : "</p>\n</section>\n");
}

static size_t count_of(const struct rule_doc *r, enum verdict v)
{
	size_t n = 0;

	for (size_t i = 0; i < r->examples_n; i++)
		n += r->examples[i].verdict == v;
	return n;
}

void page_examples(const struct html *h, const struct rule_doc *r)
{
	static const struct { enum verdict verdict; const char *title; } groups[] = {
		{ VERDICT_ANOMALIE, "Ce qui donne une alerte" },
		{ VERDICT_CONFORME, "Ce qui est conforme" },
		{ VERDICT_NON_VERIFIABLE, "Ce qui n'est pas vérifiable" },
		{ VERDICT_SANS_OBJET, "Ce que la règle ne juge pas" },
		{ VERDICT_ERREUR, "Ce qui arrête la règle" },
	};

	html_raw(h, "<h2>Exemples</h2>\n<p>Ce sont les essais de la règle, rejoués pour faire cette page. Personnes et lieux sont inventés.</p>\n");
	for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
		if (count_of(r, groups[g].verdict) == 0)
			continue;
		html_in(h, "<h3>", str_c(groups[g].title), "</h3>\n");
		for (size_t i = 0; i < r->examples_n; i++)
			if (r->examples[i].verdict == groups[g].verdict)
				show_example(h, &r->examples[i]);
	}
}
