/* SPDX-License-Identifier: EUPL-1.2 */
/* The day that stands behind a label of a date. */
#include "calendar_priv.h"

#define RELATIVE_TOKENS 3 /* "qui a été" */
#define CONVENED_DAYS 45 /* before the séance, when no year is written */
#define IDENTIFIER_TOKENS 24 /* "999-219900123-20310312-2031_03_12-DE" */
#define LABEL_TOKENS 14 /* "Date d'affichage, de publication ou de notification de la délibération :" */

static const char *const SENDING[] = { "faite", "adressee", "adressees", "envoyee", "envoyees", "transmise", "transmises", "remise", "remises", "datee", "expediee", "expediees",
				       "postee", "distribuee", "notifiee", NULL };

bool before_the_seance(const struct reader *rd, const struct date *d)
{
	struct date seance;

	return rd->r->date.statut == FIELD_LU && date_parse(rd->r->date.texte, &seance) && date_cmp(*d, seance) < 0;
}

/* "convoqué en séance le" may give the day of the séance itself. */
bool not_before_the_seance(const struct reader *rd, const struct date *d)
{
	return rd->r->date.statut == FIELD_LU && !before_the_seance(rd, d);
}

bool after_the_seance(const struct reader *rd, const struct date *d, struct date *ret_seance)
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

size_t date_near(const struct reader *rd, enum cue cue, size_t i, struct date *ret, size_t *ret_end)
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

size_t date_of_sending_behind(const struct reader *rd, size_t end, struct date *ret, size_t *ret_end)
{
	size_t k = end;

	while (k < end + RELATIVE_TOKENS * 2 && tok_among(&rd->t, k, " , ; ( et puis mais qui leur lui a ont ete avait aux est "))
		k++;
	const size_t at = word_in(rd, k, SENDING) ? date_of_sending(rd, k, ret, ret_end) : k;

	return at > k && before_the_seance(rd, ret) ? at : end;
}

/* "Visa de la préfecture : 999-219900123-20310312-12-DE / 14-03-2031": behind the identifier under the label, or i. */
static size_t past_the_identifier(const struct reader *rd, size_t i)
{
	const size_t id = skip_marks(rd, i, ":");
	size_t k = id + 1;

	if (id + 2 >= rd->t.n || rd->t.at[id].kind != TOK_NUMBER || !tok_mark(&rd->t, id + 1, '-') || rd->t.at[id + 2].kind != TOK_NUMBER || rd->t.at[id + 2].key.n != SIREN_DIGITS)
		return i;
	while (k < rd->t.n && k < id + IDENTIFIER_TOKENS && !rd->t.at[k].space)
		k++;
	return tok_among(&rd->t, k, " / | , - du le ") ? k + 1 : i;
}

size_t announced_day(const struct reader *rd, enum cue cue, size_t next, struct date *ret, size_t *ret_end)
{
	const size_t behind = cue == CUE_RECEPTION || cue == CUE_TRANSMISSION ? past_the_identifier(rd, next) : next, stamped = date_near(rd, cue, behind, ret, ret_end);

	if (behind > next && stamped == behind && *ret_end > stamped)
		return stamped;
	const size_t at = date_near(rd, cue, next, ret, ret_end);

	if (*ret_end > at || cue != CUE_CONVOCATION)
		return at;
	const size_t sent = date_of_sending(rd, next, ret, ret_end);

	if (sent > next && before_the_seance(rd, ret))
		return sent;
	*ret_end = at;
	return at;
}
