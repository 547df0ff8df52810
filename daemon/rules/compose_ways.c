/* SPDX-License-Identifier: EUPL-1.2 */
/* How a value of the act comes to stand in the sample: the sentence that says it there, else its words alone, else the value written
 * anew in the place where the sample has its own. What is not in the act is taken out, what the sample lacks is put in. */
#include "compose_priv.h"
#include "leaf.h"
#include "passages.h"
#include "values.h"

static bool has_place(const struct field *f)
{
	return f && f->span.end > f->span.start;
}

struct str lent(struct work *w, struct span s)
{
	return s.end > s.start ? disguise_text(w->d, span_text(w->act, s)) : STR("");
}

/* What is longer is no sentence: a table, a list of names, lines that the extraction has run together. */
#define SENTENCE_MAX 240

struct str lent_sentence(struct work *w, struct span s, size_t max)
{
	struct span whole = s.end > s.start ? sentence_around(w->act->text->bytes, s.start, s.end) : s;
	return whole.end - whole.start <= max ? lent(w, whole) : STR("");
}

static bool one(struct swaps *ret, struct span at, struct str put)
{
	ret->n = 0;
	return put.n && swap_add(ret, at, put);
}

static bool both_read(const struct work *w, const struct fact *f)
{
	return f->field->statut == FIELD_LU && has_place(f->field) && has_place(fact_place(f, w->s.r));
}

static bool is_list(const struct fact *f)
{
	return f->desc->type >= TYPE_ELUS;
}

static bool way_sentence(struct work *w, const struct fact *f, unsigned k, struct swaps *ret)
{
	if (k > 0 || is_list(f) || !both_read(w, f))
		return false;
	struct span here = fact_place(f, w->s.r)->span;
	return one(ret, sentence_around(w->text, here.start, here.end), lent_sentence(w, f->field->span, SENTENCE_MAX));
}

static bool way_span(struct work *w, const struct fact *f, unsigned k, struct swaps *ret)
{
	return k == 0 && !is_list(f) && both_read(w, f) && one(ret, fact_place(f, w->s.r)->span, lent(w, f->field->span));
}

/* "Pour : 29": the figures. "dix-huit voix pour": as many of the first words as k says. */
static bool way_number(struct work *w, const struct fact *f, unsigned k, struct swaps *ret)
{
	const struct field *here = fact_place(f, w->s.r);
	if (k > 4 || f->desc->type != TYPE_NOMBRE || f->field->statut != FIELD_LU || !has_place(here))
		return false;
	struct span at = here->span;
	struct str new = arena_printf(w->a, "%lld", (long long)f->field->nombre);
	size_t end = at.end;
	while (end > at.start && !is_figure(w->text.p[end - 1]))
		end--;
	size_t start = end;
	while (start > at.start && is_figure(w->text.p[start - 1]))
		start--;
	if (end > start)
		return k == 0 && one(ret, (struct span){ start, end }, new);
	for (end = at.start; end < at.end; end++)
		if ((w->text.p[end] == ' ' || w->text.p[end] == '\n') && k-- == 0)
			return one(ret, (struct span){ at.start, end }, new);
	return k == 0 && one(ret, at, new);
}

static const char *const WEEKDAYS[] = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };

/* A date as the place wants it: with a day of the week where one stood. */
static struct str date_for(struct work *w, const struct fact *f, struct str old, bool lend)
{
	struct date d;
	struct str day = day_for_people(w->a, f->field->texte), own = lend ? lent(w, f->field->span) : STR("");
	bool opens = old.n > 2 && (str_starts(old, STR("L'an")) || str_starts(old, STR("Le ")));
	bool weekday = false;
	for (size_t i = 0; i < 7; i++)
		weekday |= str_find(old, str_c(WEEKDAYS[i]), 0) != STR_NONE;
	if (str_starts(own, STR("Le ")) || str_starts(own, STR("le ")))
		own = str_part(own, 3, own.n);
	if (!own.n && weekday && date_parse(f->field->texte, &d))
		own = arena_printf(w->a, "%s %.*s", WEEKDAYS[date_weekday(d)], STR_ARG(day));
	else if (!own.n)
		own = day;
	return opens ? arena_printf(w->a, "Le %.*s", STR_ARG(own)) : own;
}

/* Wherever the sample writes its date, in figures and in words. */
static bool way_date(struct work *w, const struct fact *f, unsigned k, struct swaps *ret)
{
	const struct field *here = fact_place(f, w->s.r);
	struct arena a;
	struct tokens t;
	struct date old, found;
	int weekday;
	ret->n = 0;
	if (k > 1 || f->desc->type != TYPE_DATE || f->field->statut != FIELD_LU || !has_place(here))
		return false;
	if (here->statut != FIELD_LU || !date_parse(here->texte, &old))
		return false;
	arena_init(&a, LIMIT_ACT_MEMORY);
	tokenise(&a, w->s.r->text, &t);
	for (size_t i = 0; i < t.n;) {
		size_t next = leaf_date(&t, i, &found, &weekday);
		struct span at = { t.at[i].start, next > i ? t.at[next - 1].end : 0 };
		if (next > i && date_cmp(found, old) == 0)
			swap_add(ret, at, date_for(w, f, str_part(w->text, at.start, at.end), k == 0));
		i = next > i ? next : i + 1;
	}
	arena_done(&a);
	return ret->n > 0;
}

static bool way_written(struct work *w, const struct fact *f, unsigned k, struct swaps *ret)
{
	const struct field *here = fact_place(f, w->s.r);
	bool date = f->desc->type == TYPE_DATE;
	if (k > 0 || !date || f->field->statut != FIELD_LU || !has_place(here))
		return false;
	return one(ret, here->span, date_for(w, f, str_part(w->text, here->span.start, here->span.end), false));
}

static struct str formula_for(const struct fact *f)
{
	static const struct { const char *mot, *phrase; } phrases[] = {
		{ "unanimite", "La délibération est adoptée à l'unanimité." }, { "majorite", "La délibération est adoptée à la majorité." },
		{ "adopte", "La délibération est adoptée." }, { "rejet", "La délibération est rejetée." },
		{ "prend_acte", "L'assemblée prend acte." },
	};
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (str_eq(str_c(phrases[i].mot), f->field->texte))
			return str_c(phrases[i].phrase);
	return STR("");
}

static bool is_formula(const struct fact *f)
{
	return str_eq(str_c(f->desc->name), STR("formule")) && f->field->statut == FIELD_LU;
}

static bool way_formula(struct work *w, const struct fact *f, unsigned k, struct swaps *ret)
{
	const struct acte *acte = &w->s.r->actes[0];
	if (k > 1 || !is_formula(f) || !acte->votes_n)
		return false;
	const struct field *here = k == 0 ? &acte->votes[0].formule_texte : &acte->votes[0].formule;
	return has_place(here) && one(ret, here->span, formula_for(f));
}

/* What the act does not say: its words, its sentence, its lines. */
static bool way_removed(struct work *w, const struct fact *f, unsigned k, struct swaps *ret)
{
	const struct field *here = fact_place(f, w->s.r);
	if (k > 3 || f->field->statut == FIELD_LU || !has_place(here))
		return false;
	struct span at = here->span;
	if (k == 1)
		at = sentence_around(w->text, at.start, at.end);
	else if (k == 2)
		at = lines_around(w->text, at);
	else if (k == 3)
		at = paragraph_around(w->text, at);
	ret->n = 0;
	return swap_add(ret, at, STR(""));
}

static struct str phrase_for(struct work *w, const struct fact *f)
{
	static const struct { const char *name, *phrase; } phrases[] = {
		{ "seance.date", "Séance du" }, { "convocation.date", "Date de la convocation :" },
		{ "transmission.date", "Transmis en préfecture le :" }, { "reception.date", "Reçu en préfecture le :" },
		{ "acte.reception", "Reçu en préfecture le :" },
		{ "publication.date", "Publié le :" }, { "effectif", "Nombre de membres en exercice :" },
		{ "presents_annonces", "Nombre de membres présents :" }, { "votants_annonces", "Nombre de votants :" }, { "quorum_annonce", "Quorum :" },
		{ "pour", "Pour :" }, { "contre", "Contre :" }, { "abstentions", "Abstentions :" },
		{ "ne_prennent_pas_part", "Ne prennent pas part au vote :" },
	};
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (str_eq(str_c(phrases[i].name), str_c(f->desc->name)) && f->desc->type == TYPE_NOMBRE)
			return arena_printf(w->a, "%s %lld", phrases[i].phrase, (long long)f->field->nombre);
		else if (str_eq(str_c(phrases[i].name), str_c(f->desc->name)))
			return arena_printf(w->a, "%s %.*s", phrases[i].phrase, STR_ARG(day_for_people(w->a, f->field->texte)));
	return is_formula(f) ? formula_for(f) : STR("");
}

/* Where the sample would say it: votes beside its vote, numbers above its lists, the rest at its end. */
static size_t place_for(const struct work *w, const struct fact *f)
{
	const struct reading *r = w->s.r;
	const struct acte *acte = &r->actes[0];
	if (f->desc->scope == SCOPE_VOTE && acte->votes_n)
		return lines_around(w->text, acte->votes[0].span).end;
	if (f->desc->type == TYPE_NOMBRE && has_place(&r->presents))
		return paragraph_around(w->text, (struct span){ r->presents.span.start, r->presents.span.start }).start;
	if (str_eq(str_c(f->desc->name), STR("seance.date")))
		return 0;
	return w->text.n;
}

static bool way_added(struct work *w, const struct fact *f, unsigned k, struct swaps *ret)
{
	const struct field *here = fact_place(f, w->s.r);
	if (k > 1 || is_list(f) || f->field->statut != FIELD_LU || (here && here->statut == FIELD_LU))
		return false;
	struct str phrase = k == 0 ? phrase_for(w, f) : lent_sentence(w, f->field->span, SENTENCE_MAX);
	size_t at = place_for(w, f);
	ret->n = 0;
	return phrase.n == 0 || swap_add(ret, (struct span){ at, at }, arena_printf(w->a, "\n%.*s\n\n", STR_ARG(phrase)));
}

static bool bring_one(struct work *w, const struct fact *f)
{
	static const way_fn ways[] = { way_people, way_sentence, way_span, way_number, way_date, way_written, way_formula, way_removed, way_added };
	struct swaps s;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		for (unsigned k = 0; ways[i](w, f, k, &s); k++)
			if (work_try(w, &s, false))
				return true;
	return false;
}

/* Each list as it should be, and yet not the same people in all. */
static bool bring_people(struct work *w)
{
	struct swaps s;
	for (size_t i = 0; i < w->facts->n; i++)
		for (unsigned k = 0; way_people(w, &w->facts->at[i], k, &s); k++)
			if (work_try(w, &s, false))
				return true;
	return false;
}

static bool lists_hold(const struct work *w)
{
	for (size_t i = 0; i < w->facts->n; i++)
		if (is_list(&w->facts->at[i]) && !fact_holds(&w->facts->at[i], w->s.r))
			return false;
	return true;
}

/* The lists first: a number that contradicts them hides where they are. */
void work_bring_facts(struct work *w)
{
	if (!lists_hold(w))
		(void)bring_people(w);
	for (bool again = true; again && w->missing;) {
		again = false;
		for (size_t i = 0; i < w->facts->n && !again; i++)
			again = !fact_holds(&w->facts->at[i], w->s.r) && bring_one(w, &w->facts->at[i]);
		again = again || bring_people(w);
	}
}
