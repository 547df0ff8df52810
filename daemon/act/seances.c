/* SPDX-License-Identifier: EUPL-1.2 */
/* Another séance in the same file: extracts put end to end, each with its own head.
 *
 * Only the first head is read as the séance's. What looks like a later head (the register's title, "Séance du …", the
 * opening sentence, a count of members in office) is read by the same readers and compared: a head that says the same
 * changes nothing, for bundles repeat it before each acte; one with another day, body or number of members makes
 * AMBIGU every field of the séance that it does not confirm. Reading each acte under its own head was put off. The minutes that a
 * lone act approves and carries behind it are those of another day: they contradict nothing.
 */
#include "people_priv.h"

#define HEAD_TOKENS 250  /* title, counts and opening sentence; the lists of names are compared by attendance.c */
#define COUNT_TOKENS 60
#define COUNT_WITHIN 4 /* tokens from the capital to the words of the count */
#define TITLE_TOKENS 14
#define OPENING_TOKENS 70
#define APPROVAL_WITHIN 4000 /* tokens of the text: the act that approves minutes is short */
#define TITLE_BEFORE_LIST 60 /* title and opening sentence, to the heading of the first list */

enum anchor { ANCHOR_NONE, ANCHOR_COUNT, ANCHOR_TITLE };

static bool opens_a_sentence_of_meeting(const struct reader *rd, size_t i)
{
	static const char *const meeting[] = { "reuni", "reunis", "reunie", "reunies", "assembles", NULL };
	size_t next;

	if (!tok_phrase(&rd->t, i, "l an deux", &next) && !tok_phrase(&rd->t, i, "l ' an deux", &next) &&
	    !tok_phrase(&rd->t, i, "lan deux", &next))
		return false;
	for (size_t k = i, stop = sentence_end(rd, i, i + OPENING_TOKENS); k < stop; k++)
		if (word_in(rd, k, meeting))
			return true;
	return false;
}

static enum anchor anchor_at(const struct reader *rd, size_t i)
{
	const struct token *tok = &rd->t.at[i];
	struct date d;
	int weekday;
	size_t next;

	if (tok->kind != TOK_WORD || tok->shape == SHAPE_LOWER)
		return ANCHOR_NONE;
	if (opens_a_sentence_of_meeting(rd, i))
		return ANCHOR_TITLE;
	if (tok->lines == 0 && !is_heading_place(rd, i))
		return ANCHOR_NONE;
	if (tok_phrase(&rd->t, i, "extrait du registre", &next) || tok_phrase(&rd->t, i, "extrait du proces", &next))
		return ANCHOR_TITLE;
	if (word_is(rd, i, "seance"))
		for (size_t k = i + 1; k < i + 6 && k < rd->t.n && rd->t.at[k].lines == 0; k++)
			if (leaf_date(&rd->t, k, &d, &weekday) > k)
				return ANCHOR_TITLE;
	return next_of(rd, CUE_EN_EXERCICE, i, i + COUNT_WITHIN) < i + COUNT_WITHIN ? ANCHOR_COUNT : ANCHOR_NONE;
}

/* What comes next: a title or an opening sentence, the cue of a count. */
struct ahead {
	size_t title, cue;
};

/* The first token from i on where anchor_at may find one; i only grows. */
static size_t next_anchor(const struct reader *rd, struct ahead *w, size_t i)
{
	if (w->title < i)
		w->title = next_of(rd, LANDMARK_MEETING, i, rd->t.n);
	if (w->cue < i)
		w->cue = next_of(rd, CUE_EN_EXERCICE, i, rd->t.n);
	const size_t count = w->cue >= rd->t.n ? w->cue : w->cue > i + COUNT_WITHIN - 1 ? w->cue - COUNT_WITHIN + 1 : i;

	return w->title < count ? w->title : count;
}

static bool names_body(const struct reader *rd, size_t from, size_t to, const char *body)
{
	size_t next;

	for (size_t i = from; i < to && i < rd->t.n; i++) {
		const char *here = organe_at(rd, i, &next);

		if (here != NULL && str_eq(str_c(here), str_c(body)))
			return true;
	}
	return false;
}

/* The title or opening sentence at `from` names a body of which the first head says nothing. */
static bool of_another_body(const struct reader *rd, size_t from, size_t to)
{
	size_t next;

	if (rd->r->organe.statut != FIELD_LU)
		return false;
	for (size_t i = from; i < to && i < rd->t.n; i++) {
		const char *body = organe_at(rd, i, &next);

		if (body != NULL)
			return !names_body(rd, rd->head.from, rd->head.to, body);
	}
	return false;
}

static bool both_read(const struct field *a, const struct field *b)
{
	return a->statut == FIELD_LU && b->statut == FIELD_LU;
}

static bool differ(const struct field *a, const struct field *b)
{
	return both_read(a, b) && (a->nombre != b->nombre || !str_eq(a->texte, b->texte));
}

static void doubt(struct reader *rd, struct field *f, const struct field *other, struct span where)
{
	struct item *candidate = ARENA_NEW(rd->a, struct item);

	if (f->statut == FIELD_AMBIGU || f->statut == FIELD_ILLISIBLE || (both_read(f, other) && !differ(f, other)))
		return;
	candidate->span = other->statut == FIELD_LU ? other->span : where;
	candidate->texte = str_part(rd->text->bytes, candidate->span.start, candidate->span.end);
	field_ambigu(rd, f, candidate, 1, "deux séances dans le fichier : un second en-tête, différent, suit « %.*s »",
		     (int)(where.end - where.start), rd->text->bytes.p + where.start);
}

static void compare_counts(struct reader *rd, struct reading *second, struct span where)
{
	struct reading *r = rd->r;

	if (differ(&r->presents_annonces, &second->presents_annonces))
		doubt(rd, &r->presents_annonces, &second->presents_annonces, where);
	if (differ(&r->votants_annonces, &second->votants_annonces))
		doubt(rd, &r->votants_annonces, &second->votants_annonces, where);
	if (differ(&r->quorum_annonce, &second->quorum_annonce))
		doubt(rd, &r->quorum_annonce, &second->quorum_annonce, where);
}

static void doubt_all(struct reader *rd, const struct reading *second, bool other_body, struct span where)
{
	static const struct field nothing = { .statut = FIELD_ILLISIBLE };
	struct reading *r = rd->r;

	doubt(rd, &r->date, &second->date, where);
	doubt(rd, &r->heure, &second->heure, where);
	doubt(rd, &r->effectif, &second->effectif, where);
	doubt(rd, &r->presents_annonces, &second->presents_annonces, where);
	doubt(rd, &r->votants_annonces, &second->votants_annonces, where);
	doubt(rd, &r->quorum_annonce, &second->quorum_annonce, where);
	doubt(rd, &r->president, &nothing, where);
	doubt(rd, &r->secretaires, &nothing, where);
	doubt(rd, &r->convocation, &nothing, where);
	doubt(rd, &r->seconde_convocation, &nothing, where);
	doubt(rd, &r->presents, &nothing, where);
	doubt(rd, &r->absents, &nothing, where);
	doubt(rd, &r->pouvoirs, &nothing, where);
	if (other_body)
		doubt(rd, &r->organe, &nothing, where);
}

static bool same_day(struct date a, struct date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* "Séance du conseil municipal du 9 décembre 2031" in the words before token i: the day, and where the title begins. */
static bool titled_before(const struct reader *rd, size_t i, struct date *ret, size_t *ret_from)
{
	const size_t floor = i > TITLE_BEFORE_LIST ? i - TITLE_BEFORE_LIST : 0;
	bool found = false;
	int weekday;
	struct date d;

	for (size_t k = i; k > floor && !found; k--) {
		if (!tok_among(&rd->t, k - 1, " seance reunion conseil ") || rd->t.at[k - 1].shape == SHAPE_LOWER)
			continue;
		for (size_t at = k; at < k + TITLE_TOKENS && at < i && !found; at++)
			found = leaf_date(&rd->t, at, &d, &weekday) > at;
		*ret_from = k - 1;
	}
	if (found)
		*ret = d;
	return found;
}

/* "procès-verbal de la séance du 9 décembre 2031" before token `to`. */
static bool minutes_of(const struct reader *rd, struct date day, size_t to)
{
	struct date d;
	int weekday;

	to = to < APPROVAL_WITHIN ? to : APPROVAL_WITHIN;
	for (size_t i = 0; (i = next_of(rd, LANDMARK_DATE, i, to)) < to; i++) {
		if (leaf_date(&rd->t, i, &d, &weekday) == i || !same_day(d, day))
			continue;
		for (size_t k = i; k > 0 && i - k < TITLE_TOKENS; k--)
			if (tok_among(&rd->t, k - 1, " proces compte pv "))
				return true;
	}
	return false;
}

/* What follows several actes may be one of them. */
static bool is_approved(const struct reader *rd, struct date day, size_t title)
{
	char text[DATE_TEXT];

	return rd->r->date.statut == FIELD_LU && rd->r->actes_n == 1 && !str_eq(rd->r->date.texte, str_c(date_text(day, text))) && minutes_of(rd, day, title);
}

bool reader_of_minutes_approved(const struct reader *rd, size_t i)
{
	struct date day;
	size_t title = i;

	return titled_before(rd, i, &day, &title) && is_approved(rd, day, title);
}

/* The second head is that of the minutes annexed to the act which approves them: the first one has its own list. */
static bool heads_annexed_minutes(const struct reader *rd, size_t from, size_t to)
{
	struct date day;
	int weekday;

	for (size_t k = from; k < to && k < from + TITLE_TOKENS && rd->r->presents.statut == FIELD_LU; k++)
		if (leaf_date(&rd->t, k, &day, &weekday) > k)
			return is_approved(rd, day, from);
	return false;
}

static void compare_head(struct reader *rd, size_t from, size_t to, enum anchor anchor)
{
	struct reading second = { .text = rd->text };
	struct reader there = *rd;
	const struct span where = reader_span(rd, from, from + 3 < to ? from + 3 : to);

	there.r = &second;
	there.head = (struct range){ from, to };
	reader_counts(&there);
	if (anchor == ANCHOR_TITLE)
		reader_seance_date(&there);
	const bool other_body = anchor == ANCHOR_TITLE && of_another_body(rd, from, from + TITLE_TOKENS);

	if (anchor == ANCHOR_TITLE && !other_body && heads_annexed_minutes(rd, from, to))
		return;
	if (other_body || differ(&rd->r->date, &second.date) || differ(&rd->r->effectif, &second.effectif))
		doubt_all(rd, &second, other_body, where);
	else
		compare_counts(rd, &second, where);
}

/* "Objet : Procès-verbal du comité du 17 décembre 2031  1- Approbation …": what follows tells that day's séance, under the title of the
 * one that is to approve it. */
static void minutes_as_the_matter(struct reader *rd)
{
	struct date d;
	int weekday;
	size_t i = next_of(rd, CUE_OBJET, 0, rd->t.n < HEAD_TOKENS ? rd->t.n : HEAD_TOKENS), end = 0;
	const size_t matter = i < rd->t.n ? skip_marks(rd, cue_at(rd->lx, &rd->t, i, CUE_OBJET), ":-") : i;
	struct reading second = { .text = rd->text };
	char text[DATE_TEXT];

	if (!tok_among(&rd->t, matter, " proces compte pv "))
		return;
	for (i = matter; i < matter + TITLE_TOKENS && i < rd->t.n && end <= i; i++)
		end = leaf_date(&rd->t, i, &d, &weekday) > i ? leaf_date(&rd->t, i, &d, &weekday) : end;
	if (end == 0 || end + 1 >= rd->t.n || rd->t.at[end].kind != TOK_NUMBER || rd->t.at[end].value != 1 || !tok_among(&rd->t, end + 1, " - . ) "))
		return;
	field_lu(&second.date, reader_span(rd, matter, end));
	second.date.texte = arena_dup(rd->a, str_c(date_text(d, text)));
	if (differ(&rd->r->date, &second.date))
		doubt(rd, &rd->r->date, &second.date, second.date.span);
}

void reader_other_seances(struct reader *rd)
{
	const size_t from = rd->head.to;
	struct ahead w = { next_of(rd, LANDMARK_MEETING, from, rd->t.n), next_of(rd, CUE_EN_EXERCICE, from, rd->t.n) };

	minutes_as_the_matter(rd);
	for (size_t i = from; (i = next_anchor(rd, &w, i)) < rd->t.n;) {
		const enum anchor anchor = anchor_at(rd, i);
		size_t to = i + 1;

		if (anchor == ANCHOR_NONE) {
			i++;
			continue;
		}
		const size_t most = i + (anchor == ANCHOR_COUNT ? COUNT_TOKENS : HEAD_TOKENS);

		while (to < rd->t.n && to < most && !is_visa_opener(rd, to) &&
		       cue_at(rd->lx, &rd->t, to, CUE_SUITE) == to)
			to++;
		compare_head(rd, i, to, anchor);
		i = to;
	}
}
