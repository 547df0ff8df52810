/* SPDX-License-Identifier: EUPL-1.2 */
/* The page at "/": no script, no link out, nothing that is not in the JSON. */
#include <stdio.h>

#include "html.h"
#include "status.h"

static void row(const struct html *h, const char *label, struct str text)
{
	html_in(h, "<dt>", str_c(label), "</dt>");
	html_in(h, "<dd>", text, "</dd>\n");
}

static struct str minute(struct arena *a, int64_t us)
{
	char ts[40];

	record_time(us, ts);
	return arena_printf(a, "%.10s %.5s", ts, ts + 11);
}

static struct str span_text(struct arena *a, int64_t seconds)
{
	if (seconds < 120)
		return arena_printf(a, "%lld s", (long long)seconds);
	if (seconds < 7200)
		return arena_printf(a, "%lld min", (long long)seconds / 60);
	return arena_printf(a, "%lld h", (long long)seconds / 3600);
}

static void put_reasons(const struct html *h, const char *title, const char *style, const struct str *at, size_t n)
{
	if (n == 0)
		return;
	html_in(h, "<h2>", str_c(title), "</h2>\n<ul>\n");
	for (size_t i = 0; i < n; i++) {
		html_in(h, "<li class=\"", str_c(style), "\">");
		html_in(h, "", at[i], "</li>\n");
	}
	html_raw(h, "</ul>\n");
}

static void put_queue(const struct html *h, const struct status *s)
{
	struct arena *a = h->a;

	row(h, "En attente", s->oldest_s < 0 ? arena_printf(a, "%lld", (long long)s->waiting)
					     : arena_printf(a, "%lld, le plus ancien depuis %.*s", (long long)s->waiting, STR_ARG(span_text(a, s->oldest_s))));
	row(h, "En cours", arena_printf(a, "%lld", (long long)s->under_way));
	row(h, "Numérisations", !s->scans.on ? STR("reconnaissance éteinte")
					     : arena_printf(a, "%lld en attente, %lld en cours sur %lld", (long long)s->scans.waiting,
							    (long long)s->scans.under_way, (long long)s->scans.places));
	row(h, "Dépôt", s->drop.paused.n ? arena_printf(a, "suspendu : %.*s", STR_ARG(s->drop.paused))
					 : arena_printf(a, "%llu en observation, %llu ignoré%s", (unsigned long long)s->drop.watched,
							(unsigned long long)s->drop.ignored, plural_s(s->drop.ignored)));
}

static void put_service(const struct html *h, const struct status *s)
{
	struct arena *a = h->a;

	row(h, "Depuis", minute(a, s->since_us));
	row(h, "Règles", arena_printf(a, "%u en service, jeu %.*s", s->rules.live, STR_ARG(str_part(s->rules.set, 0, 12))));
	row(h, "Jugés", arena_printf(a, "%llu depuis le démarrage ; %llu de contenu déjà jugé", (unsigned long long)s->tally->judged, (unsigned long long)s->tally->repeated));
	row(h, "Refusés", arena_printf(a, "%llu", (unsigned long long)s->tally->refused));
	for (int k = 0; k < SINK_KINDS; k++)
		if (s->sinks[k].wanted)
			row(h, arena_printf(a, "Sortie %s", sink_word((enum sink_kind)k)).p,
			    arena_printf(a, "%s, %lld à livrer", s->sinks[k].failing ? "en panne" : "en marche", (long long)s->sinks[k].due));
	row(h, "Disque", arena_printf(a, "%llu Mio libres sur %llu ; quarantaine %llu Kio", (unsigned long long)(s->disk_free / MIB),
				      (unsigned long long)(s->disk_total / MIB), (unsigned long long)(s->quarantine / KIB)));
	row(h, "Confinement", s->sandbox.n ? s->sandbox : STR("pas encore connu"));
}

static void put_findings(const struct html *h, const struct tally *t)
{
	if (t->rules_n == 0)
		return;
	html_raw(h, "<h2>Constats par règle, depuis le démarrage</h2>\n<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Constats par règle, depuis le démarrage\">\n<table>\n"
		    "<thead><tr><th scope=\"col\">Règle</th>");
	for (enum verdict v = VERDICT_CONFORME; v < VERDICTS_N; v++)
		html_in(h, "<th scope=\"col\">", str_c(verdict_label(v)), "</th>");
	html_raw(h, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < t->rules_n; i++) {
		html_in(h, "<tr><th scope=\"row\">", str_c(t->rules[i].rule), "</th>");
		for (enum verdict v = VERDICT_CONFORME; v < VERDICTS_N; v++)
			html_in(h, "<td>", arena_printf(h->a, "%llu", (unsigned long long)t->rules[i].n[v]), "</td>");
		html_raw(h, "</tr>\n");
	}
	html_raw(h, "</tbody>\n</table>\n</div>\n");
}

static void put_last(const struct html *h, const struct status *s)
{
	html_raw(h, "<h2>Derniers messages</h2>\n");
	if (s->last_n == 0)
		html_raw(h, "<p>Ni erreur ni avertissement depuis le démarrage.</p>\n");
	else
		html_raw(h, "<dl>\n");
	for (size_t i = 0; i < s->last_n; i++) {
		html_in(h, "<dt class=\"pour\">", minute(h->a, s->last[i].at_us), "");
		html_raw(h, s->last[i].level <= NEWS_ERR ? ", erreur</dt>" : ", avertissement</dt>");
		html_in(h, "<dd>", str_c(s->last[i].text), "</dd>\n");
	}
	if (s->last_n > 0)
		html_raw(h, "</dl>\n");
}

void status_page(const struct status *s, struct buf *out)
{
	struct arena a;
	const struct html h = { &a, out };

	arena_init(&a, 16 * MIB);
	page_head(&h, STR("État du service"));
	html_raw(&h, "<a class=\"saut\" href=\"#contenu\">Aller au contenu</a>\n<main id=\"contenu\">\n<h1>État du service</h1>\n");
	html_in(&h, "<p class=\"resume\">", s->faults_n ? STR("En panne.") : s->warnings_n ? STR("En service, à regarder.") : STR("En service."), "</p>\n");
	put_reasons(&h, "Pannes", "erreur", s->faults, s->faults_n);
	put_reasons(&h, "À regarder", "mineure", s->warnings, s->warnings_n);
	html_raw(&h, "<h2>Documents</h2>\n<dl class=\"fiche\">\n");
	put_queue(&h, s);
	html_raw(&h, "</dl>\n<h2>Service</h2>\n<dl class=\"fiche\">\n");
	put_service(&h, s);
	html_raw(&h, "</dl>\n");
	put_findings(&h, s->tally);
	put_last(&h, s);
	html_in(&h, "</main>\n<footer>\n<p>Scrutateur ", str_c(SCRUTATEUR_VERSION), ", processus ");
	html_in(&h, "", arena_printf(&a, "%lld, le %.*s", (long long)s->pid, STR_ARG(minute(&a, s->now_us))), ".</p>\n</footer>\n</body>\n</html>\n");
	arena_done(&a);
}
