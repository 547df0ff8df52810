/* SPDX-License-Identifier: EUPL-1.2 */
/* The other dates of an act: convocation, transmission, reception, publication (the séance's own: seance_date.c).
 *
 * Each follows its label closely. A stamp repeated on every page gives the same day once; two different days are
 * ambigu. A day that OCR broke ("2 7 FEV. 2073") is not read: digits before it, or a day far from the séance, give it
 * away.
 */
#include "calendar_priv.h"

#define MARGIN_TOKENS 12

struct label {
	enum cue cue;
	const char *what; /* completes "aucune mention de …" */
};

static bool broken_by_ocr(const struct reader *rd, size_t from, const struct date *d)
{
	struct date seance;

	if (from > 0 && rd->t.at[from - 1].kind == TOK_NUMBER)
		return true;
	if (rd->r->date.statut != FIELD_LU || !date_parse(rd->r->date.texte, &seance))
		return d->year < 1950 || d->year > 2099;
	return d->year > seance.year + 5 || d->year < seance.year - 5;
}

/* "Reçu le⏎⏎0 7 AVR. 203", "Date de la convocation :⏎⏎i7 juin 2031": under the label, with nothing but a scanner's dust between. */
static bool broken_day_below(const struct reader *rd, size_t i)
{
	static const char *const months[] = { "janvier", "janv", "jan", "fevrier", "fevr", "fev", "mars", "avril", "avr",     "mai",  "juin",	  "juillet", "juil",
					      "aout",	 "septembre", "sept", "sep", "octobre", "oct", "novembre", "nov", "decembre", "dec", NULL };
	size_t k = i, digits;

	while (k < rd->t.n && k < i + 8 && rd->t.at[k].kind != TOK_NUMBER && !word_in(rd, k, months) && (rd->t.at[k].kind == TOK_MARK || rd->t.at[k].key.n <= 2))
		k++;
	for (digits = k; k < digits + 3 && k < rd->t.n && rd->t.at[k].kind == TOK_NUMBER; k++)
		;
	return k < rd->t.n && word_in(rd, k, months) && (k > digits || (k + 1 < rd->t.n && rd->t.at[k + 1].kind == TOK_NUMBER));
}

/* The séance's own day, or one that has no year and may be it. */
static bool is_day_of_the_seance(const struct reader *rd, const struct date *d)
{
	struct date seance;

	return rd->r->date.statut == FIELD_LU && date_parse(rd->r->date.texte, &seance) && d->month == seance.month && d->day == seance.day &&
	       (d->year == 0 || d->year == seance.year);
}

/* A day stands in the sentence of the label and was not understood as the one it announces: the séance's own, or another. */
enum day_beside { DAY_NONE, DAY_OF_THE_SEANCE, DAY_UNCLEAR };

static enum day_beside day_in_sentence(const struct reader *rd, size_t i)
{
	const size_t from = sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0);
	const size_t to = sentence_end(rd, i, i + SENTENCE_TOKENS < rd->t.n ? i + SENTENCE_TOKENS : rd->t.n);
	enum day_beside found = DAY_NONE;
	struct date d;
	int weekday;

	for (size_t k = from; k < to; k++) {
		size_t end = leaf_date(&rd->t, k, &d, &weekday);

		if (end == k && k >= i) {
			end = leaf_day(&rd->t, k, &d, &weekday);
			d.year = 0;
		}
		if (end == k)
			continue;
		if (!is_day_of_the_seance(rd, &d) || (k >= i && !tok_says(&rd->t, i, k, " reuni reunis reunie reunies assemble assembles ")))
			return DAY_UNCLEAR;
		found = DAY_OF_THE_SEANCE;
		k = end - 1;
	}
	return found;
}

/* "Date de convocation : 6 mars⏎Date d'affichage : 13 mars", of a séance of the 12th: a label of its own behind the other's day. */
static bool posted_behind_the_seance(const struct reader *rd, size_t i, size_t next, enum cue cue)
{
	size_t end;
	struct date d, other;
	int weekday;

	if (cue != CUE_PUBLICATION || rd->t.at[i].shape == SHAPE_LOWER)
		return false;
	const size_t at = date_near(rd, cue, next, &d, &end);

	/* behind an empty label the sentence of the meeting opens: "L'an …", "Le 12 mars" */
	if (end == at || (rd->t.at[at].kind == TOK_WORD && rd->t.at[at].shape != SHAPE_LOWER) || !not_before_the_seance(rd, &d) || tok_says(&rd->t, next, at, " convocation convocations "))
		return false;
	for (size_t k = i; k > 0 && i - k < MARGIN_TOKENS && !tok_among(&rd->t, k - 1, " convocation convoque convoques "); k--)
		if (leaf_date(&rd->t, k - 1, &other, &weekday) > k - 1)
			return true;
	return false;
}

/* "Accusé de réception en préfecture 999-219900123-…": the identifier under the label, not a day that OCR broke. */
static bool opens_a_stamp(const struct reader *rd, size_t i)
{
	return tok_mark(&rd->t, i + 1, '-') && i + 2 < rd->t.n && rd->t.at[i + 2].kind == TOK_NUMBER && rd->t.at[i + 2].key.n == SIREN_DIGITS;
}

/* "Transmis le 14 mars⏎", "Transmis le 14 mars - Affiché le 15 mars": a mention of its own, of which the date ends at `end`. */
static bool is_whole_mention(const struct reader *rd, size_t i, size_t end, const struct date *d)
{
	const size_t next = skip_marks(rd, end, ".,;-|");

	if (rd->t.at[i].shape != SHAPE_TITLE || !is_heading_place(rd, i) || (i > 0 && rd->t.at[i - 1].kind == TOK_WORD && rd->t.at[i - 1].shape == SHAPE_LOWER) || !not_before_the_seance(rd, d))
		return false;
	return next >= rd->t.n || (rd->t.at[next].lines > 0 && rd->t.at[next].shape != SHAPE_LOWER) || (rd->t.at[next].shape != SHAPE_LOWER && tok_among(&rd->t, next, " publie publiee affiche affichee recu recue notifie notifiee mis mise "));
}

/* From "Transmis" at i: the token behind the office, or i. */
static size_t sent_at(const struct reader *rd, size_t i, struct sent *ret)
{
	static const char *const sent[] = { "transmis", "transmise", "envoye", "envoyee", NULL };
	static const char *const office[] = { "prefecture", "legalite", NULL };
	size_t end;

	if (i + 2 >= rd->t.n || rd->t.at[i].shape == SHAPE_LOWER || !word_in(rd, i, sent))
		return i;
	const size_t at = date_near(rd, CUE_TRANSMISSION, i + 1, &ret->date, &end);
	if (end == at || broken_by_ocr(rd, at, &ret->date))
		return i;
	ret->day = (struct range){ at, end };
	for (size_t k = end; k < rd->t.n && k < end + 5 && (rd->t.at[k].kind == TOK_WORD || k > end + 1); k++)
		if (word_in(rd, k, office))
			return k + 1;
	return is_whole_mention(rd, i, end, &ret->date) ? end : i;
}

size_t sent_to_the_office(const struct reader *rd, size_t from, size_t to, struct sent *ret)
{
	for (size_t le = from + 1; (le = next_of(rd, LANDMARK_DATE, le, to)) < to; le++)
		if (word_is(rd, le, "le") && (ret->end = sent_at(rd, le - 1, ret)) > le)
			return le - 1;
	return to;
}

static void read_sent_on(struct reader *rd, const struct label *l, struct candidates *c)
{
	struct sent s;

	for (size_t i = 0; l->cue == CUE_TRANSMISSION && (i = sent_to_the_office(rd, i, rd->t.n, &s)) < rd->t.n; i++)
		candidate_add_day(rd, c, s.date, reader_span(rd, s.day.from, s.day.to));
}

/* "Le conseil, convoqué en séance ordinaire le 12 mars": the day of the séance itself. */
static bool convenes_for_the_day(const struct reader *rd, size_t i, size_t next, enum cue cue)
{
	struct date d;
	int weekday;

	return cue == CUE_CONVOCATION && tok_says(&rd->t, i, next, " seance ") && leaf_date(&rd->t, next - word_is(rd, next - 1, "le"), &d, &weekday) > next && is_day_of_the_seance(rd, &d);
}

/* What the labels of one kind give. */
struct said {
	const struct label *l;
	struct candidates dates;
	struct span empty, broken, unclear, board, meeting; /* the last label of its kind, of `empty` the first */
	struct date late; /* of a convocation */
};

/* "Reçu en préfecture le 14/03/2031 Publié le ID : 099-…": the days beside are those of the other labels of the stamp. */
static bool is_blank_in_a_stamp(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "id") && tok_mark(&rd->t, i + 1, ':');
}

/* "Reçu le Vote : à l'unanimité⏎⏎27 mars 2031": the words of another column stand where the day should. */
static bool is_cut_by_a_column(const struct reader *rd, enum cue cue, size_t next, size_t at)
{
	static const enum cue others[] = { CUE_TRANSMISSION, CUE_RECEPTION, CUE_PUBLICATION, CUE_CONVOCATION };

	if (cue != CUE_RECEPTION || !word_is(rd, next - 1, "le") || at != next || rd->t.at[at].kind != TOK_WORD || rd->t.at[at].lines > 0)
		return false;
	for (size_t k = 0; k < sizeof others / sizeof *others; k++)
		if (cue_at(rd->lx, &rd->t, at, others[k]) > at)
			return false;
	return true;
}

/* No day: why, as far as what stands at `at` shows it. */
static void say_none(const struct reader *rd, struct said *s, size_t i, size_t next, size_t at)
{
	if (rd->t.at[at].kind == TOK_NUMBER && rd->t.at[at].lines < 2 && !opens_a_stamp(rd, at)) {
		s->broken = reader_span(rd, i, at + 1);
		return;
	}
	const enum day_beside day = is_blank_in_a_stamp(rd, at) ? DAY_NONE : day_in_sentence(rd, i);

	if (day == DAY_UNCLEAR || broken_day_below(rd, next) || is_cut_by_a_column(rd, s->l->cue, next, at))
		s->unclear = reader_span(rd, i, next);
	else if (day == DAY_OF_THE_SEANCE)
		s->meeting = reader_span(rd, i, next);
	else if (s->empty.end == 0)
		s->empty = reader_span(rd, i, next);
}

/* The day [at, end) behind the label at i. Sent before the séance: the date is read, and for the rules to judge. Posted before it: the convocation was. */
static void say_day(struct reader *rd, struct said *s, size_t i, size_t at, size_t end, struct date d)
{
	const bool convocation = s->l->cue == CUE_CONVOCATION, late = convocation && not_before_the_seance(rd, &d);
	const bool ocr = broken_by_ocr(rd, at, &d);
	size_t next_end;

	if (ocr || late || (s->l->cue == CUE_PUBLICATION && before_the_seance(rd, &d))) {
		s->broken = reader_span(rd, i, end);
		s->late = !ocr && late ? d : s->late;
		return;
	}
	candidate_add_day(rd, &s->dates, d, reader_span(rd, at, end));
	const size_t again = convocation ? date_of_sending_behind(rd, end, &d, &next_end) : end;

	if (again > end)
		candidate_add_day(rd, &s->dates, d, reader_span(rd, again, next_end));
}

/* Label [i, next) of this paper, unless the day shows that it is another's. */
static void hear_label(struct reader *rd, struct said *s, size_t i, size_t next)
{
	const enum cue cue = s->l->cue;
	struct date d;
	size_t end;

	const size_t at = announced_day(rd, cue, next, &d, &end);

	if (told_of_another(rd, i, cue) || (end > at && rd->t.at[i].shape == SHAPE_LOWER && cue != CUE_CONVOCATION && before_the_seance(rd, &d) && !makes_it_executory(rd, i, cue)))
		return;
	if (end > at)
		say_day(rd, s, i, at, end, d);
	else
		say_none(rd, s, i, next, at);
}

static void tell(struct reader *rd, struct field *f, const struct said *s)
{
	const char *const what = s->l->what;
	struct date d;

	if (s->dates.n == 1 && s->broken.end == 0) {
		field_lu(f, s->dates.at[0].span);
		f->texte = s->dates.at[0].texte;
	} else if (s->dates.n > 1) {
		field_ambigu(rd, f, s->dates.at, s->dates.n, "%zu dates de %s différentes", s->dates.n, what);
	} else if (s->late.year != 0 && after_the_seance(rd, &s->late, &d)) {
		field_illisible(rd, f, s->broken, "convocation du %02u/%02u/%04u, après la séance du %02u/%02u/%04u : l'une des deux dates n'est pas la bonne",
				s->late.day, s->late.month, s->late.year, d.day, d.month, d.year);
	} else if (s->broken.end > 0) {
		field_illisible(rd, f, s->broken, "la date de %s est abîmée, ou n'est pas celle de cet acte", what);
	} else if (s->unclear.end > 0) {
		field_illisible(rd, f, s->unclear, "la date de %s n'est pas comprise", what);
	} else if (s->meeting.end > 0) {
		field_illisible(rd, f, s->meeting, "la mention de %s ne donne pas de date : le jour dit auprès d'elle est celui de la séance", what);
	} else if (s->empty.end > 0) {
		field_absent_because(rd, f, s->empty, "la mention de %s n'est suivie d'aucune date", what);
	} else if (s->board.end > 0 && s->l->cue == CUE_PUBLICATION) {
		field_illisible(rd, f, s->board, "l'affichage cité est celui de la convocation : rien n'est dit de celui de l'acte");
	} else {
		field_illisible(rd, f, s->empty, "aucune mention de %s", what);
	}
}

static void read_label(struct reader *rd, struct field *f, const struct label *l)
{
	struct said s = { .l = l };

	for (size_t i = 0; (i = next_of(rd, l->cue, i, rd->t.n)) < rd->t.n; i++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, l->cue);

		if (next == i)
			continue;
		if (of_the_notice_board(rd, i, l->cue) && !posted_behind_the_seance(rd, i, next, l->cue)) {
			s.board = reader_span(rd, i, next);
			continue;
		}
		if (convenes_for_the_day(rd, i, next, l->cue) || (l->cue != CUE_CONVOCATION && told_of_another_paper(rd, i)))
			continue;
		hear_label(rd, &s, i, next);
		i = next - 1;
	}
	if (s.dates.n == 0 && s.broken.end + s.unclear.end + s.meeting.end == 0)
		read_sent_on(rd, l, &s.dates);
	tell(rd, f, &s);
}

void reader_calendar(struct reader *rd)
{
	static const struct label convocation = { CUE_CONVOCATION, "convocation" },
				  transmission = { CUE_TRANSMISSION, "transmission" },
				  reception = { CUE_RECEPTION, "réception" },
				  publication = { CUE_PUBLICATION, "publication" };
	struct reading *r = rd->r;

	reader_seance_date(rd);
	read_label(rd, &r->convocation, &convocation);
	read_label(rd, &r->transmission, &transmission);
	read_label(rd, &r->reception, &reception);
	read_label(rd, &r->publication, &publication);
}
