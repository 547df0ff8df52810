/* SPDX-License-Identifier: EUPL-1.2 */
/* What a date's label tells of, where that is not the act: the convocation on the notice board, a letter, the act of another. */
#include "calendar_priv.h"

#define CUE_TOKENS 5 /* "la date de la convocation" */
#define RELATIVE_TOKENS 3 /* "qui a été" */
#define SENTENCE_TOKENS 40
#define MARGIN_TOKENS 12

/* "Date d'affichage (the margin) de la convocation : 6 mars"; not "affichage le 6 mars de la convocation du 5 mars". */
static bool is_posted_convocation(const struct reader *rd, size_t i)
{
	struct date d;
	int weekday;

	if (i < 2 || !tok_among(&rd->t, i - 1, " la de "))
		return false;
	for (size_t k = i; k > 0 && i - k < MARGIN_TOKENS && !tok_among(&rd->t, k - 1, " : . ; "); k--) {
		if (tok_among(&rd->t, k - 1, " affichage publication "))
			return true;
		if (!tok_mark(&rd->t, i + 1, ':') && leaf_date(&rd->t, k - 1, &d, &weekday) > k - 1)
			return false;
	}
	return false;
}

/* "la convocation de la commission a été envoyée le 12 mars", from its cue: not the council's. */
static bool convenes_others(const struct reader *rd, size_t i)
{
	for (size_t k = i; k < i + CUE_TOKENS; k++)
		if (tok_among(&rd->t, k, " convocation convocations "))
			return tok_among(&rd->t, k + 1, " de des du ") && tok_says(&rd->t, k + 2, k + 4, " commission commissions jury parents habitants agents riverains candidats groupe ");
	return false;
}

/* "Publication de la convocation le", "Convocation du … affichée le": the convocation's own affichage, which is neither
 * date. */
bool of_the_notice_board(const struct reader *rd, size_t i, enum cue cue)
{
	static const char *const posted[] = { "publication", "affichage", "affichee", "publiee", NULL };
	static const char *const convened[] = { "convocation", "convoque", "convoques", NULL };
	const char *const *words = cue == CUE_PUBLICATION ? convened : posted;

	if (cue != CUE_PUBLICATION && cue != CUE_CONVOCATION)
		return false;
	if (cue == CUE_CONVOCATION && (is_posted_convocation(rd, i) || convenes_others(rd, i)))
		return true;
	for (size_t k = i, back = cue == CUE_PUBLICATION ? 10 : 6; k > 0 && i - k < back; k--) {
		if (word_in(rd, k - 1, words))
			return true;
		if (cue == CUE_CONVOCATION && (rd->t.at[k - 1].kind == TOK_NUMBER || tok_mark(&rd->t, k - 1, ':')))
			break;
	}
	return cue == CUE_PUBLICATION && (word_is(rd, i + 1, "de") && word_is(rd, i + 3, "convocation"));
}

/* "acte rendu exécutoire après transmission en préfecture le 5 mars": this act's, whatever the day. */
bool makes_it_executory(const struct reader *rd, size_t i, enum cue cue)
{
	static const char *const words[] = { "executoire", "executoires", NULL };

	if (cue != CUE_TRANSMISSION && cue != CUE_RECEPTION)
		return false;
	for (size_t k = sentence_start(rd, i, i > MARGIN_TOKENS ? i - MARGIN_TOKENS : 0); k < i; k++)
		if (word_in(rd, k, words))
			return true;
	return false;
}

/* "le courrier reçu le 15 février": a préfecture receives with its name beside it, or in a stamp. */
bool told_of_another(const struct reader *rd, size_t i, enum cue cue)
{
	static const char *const office[] = { "prefecture", "legalite", "etat", NULL };

	if (cue != CUE_RECEPTION || rd->t.at[i].shape != SHAPE_LOWER || !word_is(rd, i, "recu") || !word_is(rd, i + 1, "le"))
		return false;
	for (size_t k = i > 4 ? i - 4 : 0; k < i; k++)
		if (word_in(rd, k, office))
			return false;
	return true;
}

bool told_of_another_paper(const struct reader *rd, size_t i)
{
	static const char *const others[] = { "arrete", "arretes", "courrier", "lettre", "dossier", "plan", "contrat", "recours", "rapport", NULL };
	static const char *const acts[] = { "deliberation", "deliberations", "acte", "actes", "extrait", "presente", "proces", NULL };
	static const char *const be[] = { "est", "sont", "ete", "sera", "seront", NULL };
	bool other = false;

	if (i == 0 || rd->t.at[i].shape != SHAPE_LOWER || !word_in(rd, i - 1, be))
		return false;
	const size_t start = sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0);

	/* "le relevé des délibérations (qui a été publié le 15 mars)" */
	if (tok_says(&rd->t, i > RELATIVE_TOKENS ? i - RELATIVE_TOKENS : 0, i, " qui ") && !tok_says(&rd->t, start, i, " presente present "))
		return true;
	for (size_t k = start; k < i; k++) {
		if (word_in(rd, k, acts))
			return false;
		other |= word_in(rd, k, others);
	}
	return other;
}
