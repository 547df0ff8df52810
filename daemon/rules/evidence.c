/* SPDX-License-Identifier: EUPL-1.2 */
/* From the trace to evidence. What proves an anomaly (constat), in this order: what the rule named in `preuve`;
 * the field that its sujet names; the lines of the lists it read that name the person of the sujet; what its very
 * last act, a search, found; the figures and formula of the vote it looked at, unless the sujet is about something
 * else; the lists and numbers it read. Where it looked for something in vain is shown (attendu) when neither preuve
 * nor sujet names a proof. The rest is lecture. */
#include <string.h>
#include "eval.h"

#define EVIDENCE_MAX 40

struct picked {
	struct evidence at[EVIDENCE_MAX];
	size_t n;
};

static bool empty(struct span s)
{
	return s.start >= s.end;
}

static bool has(const struct picked *p, struct str champ)
{
	for (size_t i = 0; i < p->n; i++)
		if (str_eq(p->at[i].champ, champ))
			return true;
	return false;
}

static void put(struct arena *a, struct picked *p, const struct where *at, struct span span, enum evidence_role role)
{
	if (empty(span) || p->n == EVIDENCE_MAX)
		return;
	struct str champ = where_name(a, at);
	if (champ.n && !has(p, champ))
		p->at[p->n++] = (struct evidence){ champ, role, span };
}

static bool concerns(const struct item *it, bool pouvoir, struct str cle)
{
	return str_eq(it->qui.cle, cle) || (pouvoir && str_eq(it->porteur.cle, cle));
}

static void put_lines_of(struct arena *a, struct picked *p, const struct mark *m, struct str cle)
{
	bool pouvoir = m->at.desc->type == TYPE_POUVOIRS;
	struct where at = m->at;
	for (size_t i = 0; i < m->field->n; i++) {
		if (!concerns(&m->field->items[i], pouvoir, cle))
			continue;
		at.item = i + 1;
		put(a, p, &at, m->field->items[i].span, ROLE_CONSTAT);
	}
}

static bool of_people(const struct mark *m)
{
	return m->kind == MARK_READ && m->field && (m->at.desc->type == TYPE_POUVOIRS || m->at.desc->type == TYPE_ELUS);
}

/* The vote an anomaly is about: the number in its sujet ("vote:2"), else the one read last. */
static size_t vote_of(const struct eval *ev, struct str sujet)
{
	size_t last = 0, named = 0;
	if (str_starts(sujet, STR("vote")))
		for (size_t i = 4; i < sujet.n; i++)
			if (is_figure(sujet.p[i]) && named < 100000)
				named = named * 10 + (size_t)(sujet.p[i] - '0');
	for (size_t i = 0; i < ev->marks_n; i++) {
		if (ev->marks[i].at.vote)
			last = ev->marks[i].at.vote;
		if (ev->marks[i].at.vote && ev->marks[i].at.vote == named)
			return named;
	}
	return last;
}

static void put_named(struct arena *a, struct picked *p, const struct eval *ev, struct str sujet)
{
	for (size_t i = 0; i < ev->marks_n; i++) {
		const struct mark *m = &ev->marks[i];
		if (m->kind == MARK_READ && str_eq(str_c(m->at.desc->name), sujet) && !m->at.vote)
			put(a, p, &m->at, m->span, ROLE_CONSTAT);
	}
}

static void put_vote(struct arena *a, struct picked *p, const struct eval *ev, size_t vote)
{
	for (size_t i = 0; vote && i < ev->marks_n; i++)
		if (ev->marks[i].kind == MARK_READ && ev->marks[i].at.vote == vote)
			put(a, p, &ev->marks[i].at, ev->marks[i].span, ROLE_CONSTAT);
}

static void put_last_search(struct arena *a, struct picked *p, const struct eval *ev)
{
	const struct mark *last = ev->marks_n ? &ev->marks[ev->marks_n - 1] : NULL;
	if (last && last->kind == MARK_FOUND)
		put(a, p, &last->at, last->span, ROLE_CONSTAT);
}

/* References and amounts stand all over the acte: as a whole they have no passage worth quoting. */
static bool is_scattered(const struct mark *m)
{
	return m->at.desc->type == TYPE_REFERENCES || m->at.desc->type == TYPE_MONTANTS;
}

static bool is_substance(const struct mark *m)
{
	enum field_type t = m->at.desc->type;
	return m->kind == MARK_READ && !m->at.vote &&
	       (t == TYPE_NOMBRE || t == TYPE_ELUS || t == TYPE_POUVOIRS || t == TYPE_TEXTES);
}

/* What the rule itself named, in `preuve` or by its sujet. */
static void put_what_is_named(struct arena *a, struct picked *p, const struct eval *ev, const struct said *s)
{
	for (size_t i = 0; i < s->picks_n; i++)
		put(a, p, &s->picks[i].at, s->picks[i].span, ROLE_CONSTAT);
	if (!p->n)
		put_named(a, p, ev, s->sujet);
}

static void put_constat(struct arena *a, struct picked *p, const struct eval *ev, const struct said *s)
{
	if (!p->n && str_starts(s->sujet, STR("elu:")))
		for (size_t i = 0; i < ev->marks_n; i++)
			if (of_people(&ev->marks[i]))
				put_lines_of(a, p, &ev->marks[i], str_part(s->sujet, 4, s->sujet.n));
	if (!p->n)
		put_last_search(a, p, ev);
	if (!p->n && (!s->sujet.n || str_starts(s->sujet, STR("vote"))))
		put_vote(a, p, ev, vote_of(ev, s->sujet));
	for (size_t i = 0, before = p->n; before == 0 && i < ev->marks_n; i++)
		if (is_substance(&ev->marks[i]))
			put(a, p, &ev->marks[i].at, ev->marks[i].span, ROLE_CONSTAT);
}

/* "pouvoirs[2]" stands in "pouvoirs", "votes[1].contre" in "votes[1]". */
static bool stands_in(struct str part, struct str whole)
{
	return part.n > whole.n && (part.p[whole.n] == '[' || part.p[whole.n] == '.') && str_starts(part, whole);
}

/* A list of which lines are already quoted need not be quoted whole, nor the figures of a vote that is. */
static bool is_quoted(const struct picked *p, struct str champ)
{
	for (size_t i = 0; i < p->n; i++)
		if (stands_in(p->at[i].champ, champ) || stands_in(champ, p->at[i].champ))
			return true;
	return false;
}

/* Where something was looked for that the acte does not say. */
static void put_expected(struct arena *a, struct picked *p, const struct eval *ev)
{
	for (size_t i = 0; i < ev->marks_n; i++)
		if (ev->marks[i].kind == MARK_ASKED)
			put(a, p, &ev->marks[i].at, ev->marks[i].span, ROLE_ATTENDU);
}

static void put_lectures(struct arena *a, struct picked *p, const struct eval *ev)
{
	for (size_t i = 0; i < ev->marks_n; i++) {
		const struct mark *m = &ev->marks[i];
		if (m->kind == MARK_READ && !is_scattered(m) && !is_quoted(p, where_name(a, &m->at)))
			put(a, p, &m->at, m->span, ROLE_LECTURE);
	}
}

/* An anomaly always shows a place: failing all else the first line of the acte. */
static void put_first_line(struct picked *p, const struct eval *ev)
{
	const struct acte *acte = &ev->r->actes[ev->acte == NO_ACTE ? 0 : ev->acte];
	struct str all = str_part(ev->r->text->bytes, acte->span.start, acte->span.end);
	size_t from = 0;
	while (from < all.n &&
	       (all.p[from] == '\n' || all.p[from] == '\r' || all.p[from] == ' ' || all.p[from] == '\f'))
		from++;
	size_t end = str_find(all, STR("\n"), from);
	if (end == STR_NONE)
		end = all.n;
	if (end > from)
		p->at[p->n++] = (struct evidence){ STR("acte"),
						   ROLE_CONTEXTE,
						   { acte->span.start + from, acte->span.start + end } };
}

/* A rule that asks whether a field is read and then reads it asks twice. */
static bool is_unread(const struct unread *u, size_t n, struct str champ)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(u[i].champ, champ))
			return true;
	return false;
}

static void fill_unread(struct arena *a, const struct eval *ev, const struct said *s, struct finding *f)
{
	struct unread *u = ARENA_ARRAY(a, ev->marks_n + 2, struct unread);
	size_t n = 0;
	if (ev->stop == STOP_FIELD)
		u[n++] = (struct unread){ where_name(a, &ev->stop_at), ev->stop_status,
					  arena_dup(a, ev->stop_field->raison), ev->stop_field->span, ev->stop_field->introuvable };
	else if (ev->stop == STOP_NAMED)
		u[n++] = (struct unread){ arena_dup(a, str_c(ev->stop_name)),
					  ev->stop_status,
					  arena_dup(a, str_c(ev->stop_text)),
					  { 0, 0 }, false };
	for (size_t i = 0; i < ev->marks_n; i++) {
		const struct mark *m = &ev->marks[i];
		bool asked = m->kind == MARK_ASKED || m->kind == MARK_OPTIONAL;
		const struct str champ = asked ? where_name(a, &m->at) : STR("");
		if (asked && !is_unread(u, n, champ))
			u[n++] = (struct unread){ champ, m->field->statut, arena_dup(a, m->field->raison), m->span, m->field->introuvable };
	}
	if (!n && s->verdict == VERDICT_NON_VERIFIABLE)
		u[n++] = (struct unread){ STR("regle"), FIELD_AMBIGU, f->message, { 0, 0 }, false };
	f->non_lus = u;
	f->non_lus_n = n;
}

static struct str param_json(struct arena *a, const struct param_value *v)
{
	if (v->a_verifier)
		return STR("null");
	if (v->is_number)
		return arena_printf(a, "%lld", (long long)v->nombre);
	return arena_printf(a, "\"%.*s\"", STR_ARG(v->texte)); /* params.c and essais let no quote or backslash in */
}

static struct str day_or_open(struct arena *a, struct date d)
{
	char text[DATE_TEXT];
	return d.year ? arena_dup(a, str_c(date_text(d, text))) : STR("");
}

static void fill_params(struct arena *a, const struct eval *ev, struct finding *f)
{
	struct used_param *u = ARENA_ARRAY(a, ev->used_n + 1, struct used_param);
	size_t n = 0;
	for (size_t i = 0; i < ev->used_n; i++) {
		const struct param_use *p = &ev->used[i];
		u[n++] = (struct used_param){ arena_dup(a, str_c(p->nom)), param_json(a, &p->v),
					      day_or_open(a, p->v.du), day_or_open(a, p->v.au), p->v.source,
					      day_or_open(a, p->v.verifie_le), p->v.a_verifier };
	}
	if (ev->effectif_read && ev->effectif_used.nom.n)
		u[n++] = ev->effectif_used;
	f->params = u;
	f->params_n = n;
}

static void fill_marks(struct arena *a, const struct eval *ev, struct finding *f)
{
	struct mark *m = ARENA_ARRAY(a, ev->marks_n, struct mark);
	memcpy(m, ev->marks, ev->marks_n * sizeof *m);
	f->lectures = m;
	f->lectures_n = ev->marks_n;
}

static struct str derived_subject(struct arena *a, const struct picked *p)
{
	if (!p->n || p->at[0].role == ROLE_CONTEXTE)
		return STR("acte");
	struct str champ = p->at[0].champ;
	size_t vote = str_find(champ, STR("vote"), 0), bracket = str_find(champ, STR("["), 0);
	if (vote == 0 && str_starts(champ, STR("votes[")))
		return arena_printf(a, "vote:%.*s", (int)(str_find(champ, STR("]"), 0) - 6), champ.p + 6);
	if (vote == 0)
		return STR("vote");
	return str_part(champ, 0, bracket == STR_NONE ? champ.n : bracket);
}

void evidence_fill(struct arena *a, const struct eval *ev, const struct said *s, struct finding *f)
{
	struct picked p = { .n = 0 };
	if (s->verdict == VERDICT_ANOMALIE) {
		put_what_is_named(a, &p, ev, s);
		const bool named = p.n > 0;

		put_constat(a, &p, ev, s);
		if (!named)
			put_expected(a, &p, ev);
	}
	put_lectures(a, &p, ev);
	if (!p.n && s->verdict == VERDICT_ANOMALIE)
		put_first_line(&p, ev);
	struct evidence *kept = ARENA_ARRAY(a, p.n, struct evidence);
	memcpy(kept, p.at, p.n * sizeof *kept);
	f->preuves = kept;
	f->preuves_n = p.n;
	f->sujet = s->sujet.n ? f->sujet : derived_subject(a, &p);
	fill_unread(a, ev, s, f);
	fill_params(a, ev, f);
	fill_marks(a, ev, f);
}
