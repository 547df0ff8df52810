/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules_shown.h"

#include <stdio.h>

#include "escape.h"
#include "pen.h"
#include "policy.h"

#define MARGIN 6
#define ID_COLUMNS 34

static const char *state_label(const struct rule_view *r)
{
	static const char *const labels[] = { "active", "désactivée", "suspendue", "refusée" };

	return labels[r->state];
}

static enum style state_style(const struct rule_view *r)
{
	static const enum style styles[] = { STYLE_GOOD, STYLE_DIM, STYLE_BAD, STYLE_BAD };

	return r->state == RULE_ACTIVE && r->ancienne ? STYLE_WEAK : styles[r->state];
}

static void put(struct arena *a, struct pen *pen, enum style style, struct str s)
{
	pen_put(pen, style, escape_line(a, s, 2048));
}

static void put_reason(struct arena *a, struct pen *pen, struct str why)
{
	if (why.n == 0)
		return;
	pen_to(pen, MARGIN);
	put(a, pen, STYLE_PLAIN, why);
	pen_end(pen);
}

/* "2026-11-23T01:12:45.123456+01:00" as people write it. */
static struct str minute(struct arena *a, struct str ts)
{
	return ts.n < 16 ? ts : arena_printf(a, "%.10s %.5s", ts.p, ts.p + 11);
}

static void put_rule(struct arena *a, struct pen *pen, const struct rule_view *r)
{
	pen_to(pen, 2);
	put(a, pen, STYLE_TITLE, r->id);
	pen_to(pen, 2 + ID_COLUMNS);
	pen_put(pen, state_style(r), str_c(state_label(r)));
	if (r->ancienne)
		pen_put(pen, STYLE_WEAK, STR(", version précédente"));
	if (r->sha256.n > 0) {
		put(a, pen, STYLE_PLAIN, arena_printf(a, ", %.*s, %.12s, %s", STR_ARG(r->version), r->sha256.p, severity_word(r->gravite)));
		if (r->depuis.n > 0)
			put(a, pen, STYLE_PLAIN, arena_printf(a, ", depuis le %.*s", STR_ARG(minute(a, r->depuis))));
	}
	pen_end(pen);
	put_reason(a, pen, r->raison);
}

static void put_exemption(struct arena *a, struct pen *pen, const struct exemption_view *v, struct date today)
{
	const enum exemption_state state = exemption_state(&v->x, today);
	char day[DATE_WORDS];

	pen_to(pen, 2);
	put(a, pen, STYLE_TITLE, v->x.id);
	put(a, pen, STYLE_PLAIN, arena_printf(a, " : %.*s sur %.*s, ", STR_ARG(v->x.regle), STR_ARG(exemption_act(a, &v->x))));
	pen_put(pen, state == EXEMPTION_IN_FORCE ? STYLE_GOOD : STYLE_WEAK, str_c(exemption_word(state)));
	put(a, pen, STYLE_PLAIN, arena_printf(a, ", jusqu'au %s, par %.*s", date_words(v->x.jusqu_au, day), STR_ARG(v->x.par)));
	if (v->actes == 0)
		pen_put(pen, STYLE_WEAK, STR(", n'a servi à aucun document"));
	else if (v->actes > 0)
		put(a, pen, STYLE_PLAIN, arena_printf(a, ", a servi à %lld document%s", (long long)v->actes, plural_s(v->actes)));
	pen_end(pen);
	put_reason(a, pen, v->x.raison);
}

static size_t count(const struct rules_view *v, enum service_state s)
{
	size_t n = 0;

	for (size_t i = 0; i < v->rules_n; i++)
		n += v->rules[i].state == s;
	return n;
}

size_t rules_not_as_filed(const struct rules_view *v)
{
	size_t n = 0;

	for (size_t i = 0; i < v->rules_n; i++)
		n += v->rules[i].state != RULE_OFF && (v->rules[i].state == RULE_OUT || v->rules[i].ancienne);
	return n;
}

static size_t former(const struct rules_view *v)
{
	size_t n = 0;

	for (size_t i = 0; i < v->rules_n; i++)
		n += v->rules[i].state == RULE_ACTIVE && v->rules[i].ancienne;
	return n;
}

/* ", 2 suspendues", nothing for none. */
static void put_count(struct arena *a, struct pen *pen, size_t n, const char *one, const char *many)
{
	if (n > 0)
		pen_put(pen, STYLE_PLAIN, arena_printf(a, ", %zu %s", n, n > 1 ? many : one));
}

static void put_sums(struct arena *a, struct pen *pen, const struct rules_view *v)
{
	const size_t active = count(v, RULE_ACTIVE), old = former(v);

	pen_put(pen, STYLE_PLAIN, arena_printf(a, "%zu règle%s en service", active, plural_s(active)));
	if (old > 0)
		pen_put(pen, STYLE_PLAIN, arena_printf(a, " dont %zu d'une version précédente", old));
	put_count(a, pen, count(v, RULE_SUSPENDED), "suspendue", "suspendues");
	put_count(a, pen, count(v, RULE_OUT), "refusée", "refusées");
	put_count(a, pen, count(v, RULE_OFF), "désactivée", "désactivées");
	if (v->jeu.n >= 12)
		pen_put(pen, STYLE_PLAIN, arena_printf(a, " ; jeu %.12s", v->jeu.p));
	pen_end(pen);
}

static void put_references(struct arena *a, struct pen *pen, const struct rules_view *v)
{
	if (v->references_n > 0) {
		put(a, pen, STYLE_WEAK, STR("De version précédente, car le fichier ne se charge pas"));
		pen_end(pen);
	}
	for (size_t i = 0; i < v->references_n; i++) {
		pen_to(pen, 2);
		put(a, pen, STYLE_TITLE, v->references[i].nom);
		pen_end(pen);
		put_reason(a, pen, v->references[i].raison);
	}
}

void rules_shown(const struct rules_view *v, const char *reglages, struct look look, struct buf *out)
{
	struct pen pen = { .out = out, .look = look, .margin = MARGIN };
	const struct date today = policy_today();
	struct arena a;

	arena_init(&a, 64 * MIB);
	for (size_t i = 0; i < v->rules_n; i++)
		put_rule(&a, &pen, &v->rules[i]);
	put_sums(&a, &pen, v);
	put_references(&a, &pen, v);
	if (v->exemptions_n > 0) {
		put(&a, &pen, STYLE_TITLE, arena_printf(&a, "Exceptions (%s)", reglages));
		pen_end(&pen);
	}
	for (size_t i = 0; i < v->exemptions_n; i++)
		put_exemption(&a, &pen, &v->exemptions[i], today);
	arena_done(&a);
}
