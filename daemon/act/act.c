/* SPDX-License-Identifier: EUPL-1.2 */
/* act_read: one document's text to its reading, section reader after section reader, and the decision that a text is no
 * act.
 *
 * Decided against: one grammar for the whole act. Real acts miss parts and reorder them, so each section is looked for
 * on its own and says for itself what it did not find.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "bounds.h"
#include "reader_priv.h"

#define CANDIDATES_SHOWN 20 /* two would do to be ambigu */

struct span reader_span(const struct reader *rd, size_t from, size_t to)
{
	if (from >= to || to > rd->t.n)
		return (struct span){ 0, 0 };
	return (struct span){ rd->t.at[from].start, rd->t.at[to - 1].end };
}

struct str reader_text(struct reader *rd, size_t from, size_t to)
{
	struct span s = reader_span(rd, from, to);

	return squeeze(rd->a, str_part(rd->text->bytes, s.start, s.end));
}

void field_lu(struct field *f, struct span span)
{
	f->statut = FIELD_LU;
	f->span = span;
	f->raison = (struct str){ NULL, 0 };
	f->introuvable = false;
}

static struct str reason(struct reader *rd, const char *fmt, va_list ap)
{
	char text[512];

	if (strchr(fmt, '%') == NULL)
		return str_c(fmt);
	if (strcmp(fmt, "%s") == 0)
		return arena_dup(rd->a, str_c(va_arg(ap, const char *)));
	vsnprintf(text, sizeof text, fmt, ap);
	/* Cut by vsnprintf, it may end within a character. */
	return arena_dup(rd->a, utf8_head(str_c(text), sizeof text - 4));
}

void field_absent_because(struct reader *rd, struct field *f, struct span near, const char *fmt, ...)
{
	va_list ap;

	*f = (struct field){ .statut = FIELD_ABSENT, .span = near };
	va_start(ap, fmt);
	f->raison = reason(rd, fmt, ap);
	va_end(ap);
}

void field_illisible(struct reader *rd, struct field *f, struct span near, const char *fmt, ...)
{
	va_list ap;

	*f = (struct field){ .statut = FIELD_ILLISIBLE, .span = near, .introuvable = near.end <= near.start };
	va_start(ap, fmt);
	f->raison = reason(rd, fmt, ap);
	va_end(ap);
}

void field_ambigu(struct reader *rd, struct field *f, const struct item *candidates, size_t n, const char *fmt, ...)
{
	va_list ap;

	*f = (struct field){ .statut = FIELD_AMBIGU, .items = candidates, .n = n };
	if (n > 0)
		f->span = candidates[0].span;
	va_start(ap, fmt);
	f->raison = reason(rd, fmt, ap);
	va_end(ap);
}

void candidate_add(struct reader *rd, struct candidates *c, struct str texte, struct span span)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->at[i].texte, texte))
			return;
	if (c->n == CANDIDATES_SHOWN)
		return;
	struct item *it = ARENA_PUSH(rd->a, c);

	it->texte = texte;
	it->span = span;
}

void candidate_add_day(struct reader *rd, struct candidates *c, struct date day, struct span span)
{
	char text[DATE_TEXT];

	candidate_add(rd, c, arena_dup(rd->a, str_c(date_text(day, text))), span);
}

static bool said_something(const struct field *f)
{
	return f->statut == FIELD_LU || f->statut == FIELD_AMBIGU;
}

/* Of a vote, only a tally or a claim of unanimity or majority counts here: "adopte" and "décide" are words of any text.
 */
static bool acte_is_one(const struct acte *a)
{
	for (size_t i = 0; i < a->votes_n; i++) {
		const struct vote *v = &a->votes[i];

		if (v->pour.statut == FIELD_LU || v->contre.statut == FIELD_LU || v->abstentions.statut == FIELD_LU)
			return true;
		if (v->formule.statut == FIELD_AMBIGU || str_eq(v->formule.texte, STR("unanimite")) ||
		    str_eq(v->formule.texte, STR("majorite")))
			return true;
	}
	return a->visas.statut == FIELD_LU || a->numero.statut == FIELD_LU;
}

static bool is_an_act(const struct reading *r)
{
	const struct field *const signs[] = { &r->organe,	    &r->date,	    &r->presents,
					      &r->pouvoirs,	    &r->effectif,   &r->presents_annonces,
					      &r->votants_annonces, &r->identifiant };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (said_something(signs[i]))
			return true;
	if (r->executif)
		return true;
	for (size_t i = 0; i < r->actes_n; i++)
		if (acte_is_one(&r->actes[i]))
			return true;
	return false;
}

static void read_actes(struct reader *rd)
{
	rd->lists_read = true;
	for (size_t i = 0; i < rd->r->actes_n; i++)
		reader_acte(rd, i);
}

static void cut_in_tokens(struct reader *rd)
{
	tokenise(rd->a, rd->text, &rd->t);
}

static void repair(struct reader *rd)
{
	broken_words_join(&rd->t);
	spelling_repair(&rd->t);
}

static void find_landmarks(struct reader *rd)
{
	landmarks_find(rd->a, rd->lx, &rd->t);
}

static void segment(struct reader *rd)
{
	reader_segment(rd);
	rd->r->actes = rd->actes;
}

const struct reader_step reader_steps[READER_STEPS] = {
	{ "tokens", cut_in_tokens },
	{ "spelling", repair },
	{ "landmarks", find_landmarks },
	{ "segment", segment },
	{ "identity", reader_identity },
	{ "calendar", reader_calendar },
	{ "second_call", reader_second_call },
	{ "counts", reader_counts },
	{ "attendance", reader_attendance },
	{ "other_seances", reader_other_seances },
	{ "actes", read_actes },
	{ "own_identifier", reader_own_identifiant },
	{ "movements", reader_movements },
	{ "proxies_told", reader_proxies_told },
	{ "acte_counts", reader_acte_counts },
	{ "executive", reader_executive },
	{ "unread_pages", reader_unread_pages },
};

void reader_begin(struct reader *rd, struct arena *a, const struct lexicon *lx, const struct text *text)
{
	*rd = (struct reader){ .a = a, .lx = lx, .text = text, .r = ARENA_NEW(a, struct reading) };
	rd->r->text = text;
	rd->r->places = places_of(a, text);
	rd->r->origine = text->origin;
	rd->r->pages = text->pages > 0 ? text->pages : place_at(rd->r->places, text->bytes.n).page;
}

static struct reading *read_all(struct arena *a, const struct lexicon *lx, const struct text *text)
{
	struct reader rd;

	reader_begin(&rd, a, lx, text);
	for (size_t i = 0; i < READER_STEPS; i++)
		reader_steps[i].run(&rd);
	return rd.r;
}

bool act_read(struct arena *a, const struct lexicon *lx, const struct text *text, const struct reading **ret,
	      enum text_refusal *ret_why, struct err *e)
{
	const bool was_trapped = a->trapped;
	jmp_buf outer;

	memcpy(&outer, &a->trap, sizeof outer);
	if (setjmp(*arena_trap(a)) != 0) {
		memcpy(&a->trap, &outer, sizeof outer);
		a->trapped = was_trapped;
		*ret_why = REFUSAL_SIZE;
		return err_set(e, ERR_LIMIT,
			       "la lecture du texte demande plus de mémoire qu'il n'en est accordé (%zu Mio)",
			       a->ceiling / MIB);
	}
	const struct reading *r = read_all(a, lx, text);

	memcpy(&a->trap, &outer, sizeof outer);
	a->trapped = was_trapped;
	if (!is_an_act(r)) {
		*ret_why = REFUSAL_NOT_ACT;
		return err_set(e, ERR_VALUE,
			       "ni séance, ni vote, ni visa, ni liste de membres : ce texte n'est pas une délibération "
			       "reconnaissable");
	}
	*ret = r;
	return true;
}
