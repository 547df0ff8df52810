/* SPDX-License-Identifier: EUPL-1.2 */
/* The other dates of an act: convocation, transmission, reception, publication (the séance's own: seance_date.c).
 *
 * Each follows its label closely. A stamp repeated on every page gives the same day once; two different days are
 * ambigu. A day that OCR broke ("2 7 FEV. 2073") is not read: digits before it, or a day far from the séance, give it
 * away.
 */
#include "calendar_priv.h"

#define RELATIVE_TOKENS 3 /* "qui a été" */
#define SENTENCE_TOKENS 40
#define SIREN_DIGITS 9
#define MARGIN_TOKENS 12
#define LABEL_TOKENS 14 /* "Date d'affichage, de publication ou de notification de la délibération :" */
#define CONVENED_DAYS 45 /* before the séance, when no year is written */

static const char *const SENDING[] = { "faite", "adressee", "adressees", "envoyee", "envoyees", "transmise", "transmises", "remise", "remises", "datee", "expediee", "expediees",
				       "postee", "distribuee", "notifiee", NULL };

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

static bool before_the_seance(const struct reader *rd, const struct date *d)
{
	struct date seance;

	return rd->r->date.statut == FIELD_LU && date_parse(rd->r->date.texte, &seance) && date_cmp(*d, seance) < 0;
}

/* "convoqué en séance le" may give the day of the séance itself. */
static bool not_before_the_seance(const struct reader *rd, const struct date *d)
{
	return rd->r->date.statut == FIELD_LU && !before_the_seance(rd, d);
}

static bool after_the_seance(const struct reader *rd, const struct date *d, struct date *ret_seance)
{
	return rd->r->date.statut == FIELD_LU && date_parse(rd->r->date.texte, ret_seance) && date_cmp(*d, *ret_seance) > 0;
}

/* "convoqué le neuf décembre", in the head: the last one before the séance, when that is not long ago. */
static size_t day_before_the_seance(const struct reader *rd, size_t i, struct date *ret)
{
	struct date seance, d = { 0 };
	int weekday;
	int64_t number;
	const size_t end = i < rd->head.to ? leaf_day(&rd->t, i, &d, &weekday) : i;

	if (end == i || rd->r->date.statut != FIELD_LU || !date_parse(rd->r->date.texte, &seance))
		return i;
	if (end < rd->t.n && (rd->t.at[end].kind == TOK_NUMBER || leaf_number(&rd->t, end, &number) > end))
		return i; /* a year that is not understood */
	d.year = seance.year - (d.month > seance.month || (d.month == seance.month && d.day >= seance.day));
	if (!date_valid(d) || date_days(seance) - date_days(d) > CONVENED_DAYS)
		return i;
	*ret = d;
	return end;
}

/* The date at token i; of a convocation, its year may be that of the séance. */
static size_t date_at(const struct reader *rd, enum cue cue, size_t i, struct date *ret)
{
	int weekday;
	const size_t end = leaf_date(&rd->t, i, ret, &weekday);

	return end == i && cue == CUE_CONVOCATION ? day_before_the_seance(rd, i, ret) : end;
}

/* The date that follows a label within a few words: where it starts; or, with *ret_end the same, the token that shows
 * there is none. */
static size_t date_near(const struct reader *rd, enum cue cue, size_t i, struct date *ret, size_t *ret_end)
{
	static const char *const fillers[] = {
		"le",		"du", "en",	  "date", "au",		"conseil", "municipal", "communautaire",
		"controle",	"de", "legalite", "la",	  "prefecture", "sous",	   "par",	"voie",
		"electronique", "a",  "l",	  "etat", "et",		"lundi",   "sur",
				"site", "internet", "commune", "ville",	"mairie",  "individuellement",
		"electroniquement", "courriel", "mail", "courrier", "maire",   "president", "acte", "deliberation",
		"urgence",	"domicile", "ecrit", "dematerialisee", "recommandee", "simple",
		"forme",     "ligne", "des",	    "membres", "conseillers", "elus", "delegues", "syndical", "departement",
		"region",    "collectivite", "communaute", "communes", "d", "agglomeration", "metropole", "syndicat", "departemental", "regional", "individuelle", "individuelles",
		"ecrite", "ecrites", "reguliere", "regulieres", "aux", "comite", NULL
	};

	static const char of_publication[] = " ou publication affichage notification deliberations actes presente compte rendu liste ";
	bool label = cue == CUE_PUBLICATION; /* up to its colon */
	const size_t stop = i + (label ? LABEL_TOKENS : 10);

	for (size_t k = i; k < rd->t.n && k < stop; k++) {
		const size_t end = date_at(rd, cue, k, ret);

		label &= !tok_mark(&rd->t, k, ':');
		if (end > k) {
			*ret_end = end;
			return k;
		}
		if (rd->t.at[k].kind == TOK_NUMBER || (rd->t.at[k].kind == TOK_WORD && !word_in(rd, k, fillers) && !(label && tok_among(&rd->t, k, of_publication)) &&
								 !(cue == CUE_CONVOCATION && word_is(rd, k, "affichage") && word_is(rd, k - 1, "et")))) {
			*ret_end = k;
			return k;
		}
	}
	*ret_end = i;
	return i;
}

/* "convocation qui leur a été adressée par le président le 11 juin": the day after the verb of sending, in the same
 * sentence and before the meeting is told. Where it starts, or i. */
static size_t date_of_sending(const struct reader *rd, size_t i, struct date *ret, size_t *ret_end)
{
	static const char *const other[] = { "reuni",	"reunis",    "reunie",	"reunies",  "seance", "reunion",
					     "affichee", "affichage", "publiee", "assembles", NULL };
	const size_t stop = sentence_end(rd, i, i + SENTENCE_TOKENS < rd->t.n ? i + SENTENCE_TOKENS : rd->t.n);
	bool sent = false;

	for (size_t k = i; k < stop && !word_in(rd, k, other); k++) {
		const size_t end = date_at(rd, CUE_CONVOCATION, k, ret);

		if (end > k) {
			*ret_end = end;
			return sent && (word_is(rd, k - 1, "le") || word_is(rd, k - 1, "du") || word_is(rd, k, "le"))
				       ? k
				       : i;
		}
		sent |= word_in(rd, k, SENDING);
	}
	return i;
}

/* "Convocation du 3 mars, adressée le 5 mars", behind the first: another day is the convocation's as well. */
static size_t date_of_sending_behind(const struct reader *rd, size_t end, struct date *ret, size_t *ret_end)
{
	size_t k = end;

	while (k < end + RELATIVE_TOKENS * 2 && tok_among(&rd->t, k, " , ; ( et puis mais qui leur lui a ont ete avait aux est "))
		k++;
	const size_t at = word_in(rd, k, SENDING) ? date_of_sending(rd, k, ret, ret_end) : k;

	return at > k && before_the_seance(rd, ret) ? at : end;
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
	char text[DATE_TEXT];
	struct sent s;

	for (size_t i = 0; l->cue == CUE_TRANSMISSION && (i = sent_to_the_office(rd, i, rd->t.n, &s)) < rd->t.n; i++)
		candidate_add(rd, c, arena_dup(rd->a, str_c(date_text(s.date, text))), reader_span(rd, s.day.from, s.day.to));
}

/* "Le conseil, convoqué en séance ordinaire le 12 mars": the day of the séance itself. */
static bool convenes_for_the_day(const struct reader *rd, size_t i, size_t next, enum cue cue)
{
	struct date d;
	int weekday;

	return cue == CUE_CONVOCATION && tok_says(&rd->t, i, next, " seance ") && leaf_date(&rd->t, next - word_is(rd, next - 1, "le"), &d, &weekday) > next && is_day_of_the_seance(rd, &d);
}

static void read_label(struct reader *rd, struct field *f, const struct label *l)
{
	struct candidates c = { 0 };
	struct span empty = { 0, 0 }, broken = { 0, 0 }, unclear = { 0, 0 }, board = { 0, 0 }, meeting = { 0, 0 };
	char text[DATE_TEXT];
	struct date d, late = { 0 };
	size_t end, next_end;

	for (size_t i = 0; (i = next_of(rd, l->cue, i, rd->t.n)) < rd->t.n; i++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, l->cue);

		if (next > i && of_the_notice_board(rd, i, l->cue) && !posted_behind_the_seance(rd, i, next, l->cue)) {
			board = reader_span(rd, i, next);
			continue;
		}
		if (next == i || convenes_for_the_day(rd, i, next, l->cue) || (l->cue != CUE_CONVOCATION && told_of_another_paper(rd, i)))
			continue;
		size_t at = date_near(rd, l->cue, next, &d, &end);

		if (end == at && l->cue == CUE_CONVOCATION) {
			size_t sent = date_of_sending(rd, next, &d, &end);

			if (sent > next && before_the_seance(rd, &d))
				at = sent;
			else
				end = at;
		}
		if (told_of_another(rd, i, l->cue) || (end > at && rd->t.at[i].shape == SHAPE_LOWER && l->cue != CUE_CONVOCATION && before_the_seance(rd, &d) && !makes_it_executory(rd, i, l->cue))) {
			i = next - 1;
			continue;
		}
		if (end == at && rd->t.at[at].kind == TOK_NUMBER && rd->t.at[at].lines < 2 && !opens_a_stamp(rd, at))
			broken = reader_span(rd, i, at + 1);
		else if (end == at && (day_in_sentence(rd, i) == DAY_UNCLEAR || broken_day_below(rd, next)))
			unclear = reader_span(rd, i, next);
		else if (end == at && day_in_sentence(rd, i) == DAY_OF_THE_SEANCE)
			meeting = reader_span(rd, i, next);
		else if (end == at)
			empty = empty.end == 0 ? reader_span(rd, i, next) : empty;
		/* Sent before the séance: the date is read, and for the rules to judge. Posted before it: the convocation was. */
		else if (broken_by_ocr(rd, at, &d) || (l->cue == CUE_PUBLICATION && before_the_seance(rd, &d)))
			broken = reader_span(rd, i, end);
		else if (l->cue == CUE_CONVOCATION && not_before_the_seance(rd, &d)) {
			broken = reader_span(rd, i, end);
			late = d;
		}
		else {
			candidate_add(rd, &c, arena_dup(rd->a, str_c(date_text(d, text))), reader_span(rd, at, end));
			const size_t again = l->cue == CUE_CONVOCATION ? date_of_sending_behind(rd, end, &d, &next_end) : end;

			if (again > end)
				candidate_add(rd, &c, arena_dup(rd->a, str_c(date_text(d, text))), reader_span(rd, again, next_end));
		}
		i = next - 1;
	}
	if (c.n == 0 && broken.end + unclear.end + meeting.end == 0)
		read_sent_on(rd, l, &c);
	if (c.n == 1 && broken.end == 0) {
		field_lu(f, c.at[0].span);
		f->texte = c.at[0].texte;
	} else if (c.n > 1) {
		field_ambigu(rd, f, c.at, c.n, "%zu dates de %s différentes", c.n, l->what);
	} else if (late.year != 0 && after_the_seance(rd, &late, &d)) {
		field_illisible(rd, f, broken, "convocation du %02u/%02u/%04u, après la séance du %02u/%02u/%04u : l'une des deux dates n'est pas la bonne",
				late.day, late.month, late.year, d.day, d.month, d.year);
	} else if (broken.end > 0) {
		field_illisible(rd, f, broken, "la date de %s est abîmée, ou n'est pas celle de cet acte", l->what);
	} else if (unclear.end > 0) {
		field_illisible(rd, f, unclear, "la date de %s n'est pas comprise", l->what);
	} else if (meeting.end > 0) {
		field_illisible(rd, f, meeting, "la mention de %s ne donne pas de date : le jour dit auprès d'elle est celui de la séance", l->what);
	} else if (empty.end > 0) {
		field_absent_because(rd, f, empty, "la mention de %s n'est suivie d'aucune date", l->what);
	} else if (board.end > 0 && l->cue == CUE_PUBLICATION) {
		field_illisible(rd, f, board, "l'affichage cité est celui de la convocation : rien n'est dit de celui de l'acte");
	} else {
		field_illisible(rd, f, empty, "aucune mention de %s", l->what);
	}
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
