/* SPDX-License-Identifier: EUPL-1.2 */
/* Who presides an association that is helped, or the committee whose opinion is told, presides nothing here; who leaves office is no member.
 *
 * A participle belongs to the noun before it: "la fondation X, présidée par M. A" tells of a foundation, and of a noun nobody listed nothing is
 * told either. "Sous la présidence de" usually stands in the sentence of the meeting; that of another body begins with it.
 */
#include "officers_priv.h"
#include "scan_priv.h"

#define LOOK_BACK 60
#define SUBJECT_TOKENS 4
#define ARTICLES " le la l les un une ce cette "

enum body { BODY_NONE, BODY_OURS, BODY_OTHER };

/* "conseil d'administration de l'office", "commission des finances", "bureau d'études" */
static enum body body_at(const struct reader *rd, size_t i)
{
	static const char ours[] = " seance seances reunion assemblee conseil conseils municipalite commission bureau comite session conseillers elus ",
			  others[] = " association associations fondation societe groupe jury club federation amicale mission entreprise ecole college lycee union"
				     " cooperative groupement fonds cercle ligue maison centre compagnie festival ensemble orchestre theatre museum musee"
				     " mutuelle agence institut observatoire chambre office etablissement ehpad hopital sem spl sas sarl sci ccas cias gip cellule"
				     " cao ccspl copil collectif academie foyer croix secours banque caisse ";

	if (tok_among(&rd->t, i, others))
		return BODY_OTHER;
	if (!tok_among(&rd->t, i, ours))
		return BODY_NONE;
	if (tok_among(&rd->t, i, " conseil ") &&
	    (tok_among(&rd->t, i + 1, " citoyen scientifique consultatif ") ||
	     (tok_among(&rd->t, i + 1, " d de des du ") && tok_among(&rd->t, i + 2 + tok_mark(&rd->t, i + 2, '\''), " administration surveillance developpement jeunes sages enfants quartier ecole "))))
		return BODY_OTHER;
	if (tok_among(&rd->t, i, " commission "))
		return tok_among(&rd->t, i + 1, " permanente ") ? BODY_OURS : BODY_OTHER;
	if (tok_among(&rd->t, i, " comite ") && tok_among(&rd->t, i + 1, " s a est etait reuni dument legalement regulierement , "))
		return BODY_OURS;
	if (tok_among(&rd->t, i, " comite "))
		return tok_among(&rd->t, i + 1, " syndical directeur du ") || tok_among(&rd->t, i + 2, " syndicat ") ? BODY_OURS : BODY_OTHER;
	return BODY_OURS;
}

static enum body body_before(const struct reader *rd, size_t i, size_t from)
{
	enum body b = BODY_NONE;

	while (i > from && (b = body_at(rd, i - 1)) == BODY_NONE)
		i--;
	return b;
}

/* Where the sentence, or the line that an article opens, begins: a list of lines has no full stops. */
static size_t clause_start(const struct reader *rd, size_t i, size_t from)
{
	while (i > from && !(rd->t.at[i].lines > 0 && rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i, ARTICLES)))
		i--;
	return i;
}

/* "Le comité de pilotage, réuni le 6 mai sous la présidence de": the subject, and no house in which somebody meets. */
static bool another_body_meets(const struct reader *rd, size_t i, size_t from)
{
	const size_t start = clause_start(rd, i, from);
	enum body b = BODY_NONE;

	if (!tok_among(&rd->t, start, ARTICLES))
		return false;
	for (size_t k = start; k < i && k < start + SUBJECT_TOKENS && b == BODY_NONE; k++)
		b = body_at(rd, k);
	return b == BODY_OTHER;
}

/* "à l'exception du compte administratif, présidé par M. A": a point of the agenda, told with whoever takes the chair for it. */
static bool is_of_a_point(const struct reader *rd, size_t i)
{
	size_t noun = i - 1 - (i > 1 && tok_mark(&rd->t, i - 1, ','));

	noun -= noun > 1 && rd->t.at[noun].kind == TOK_NUMBER && tok_among(&rd->t, noun - 1, " point points question deliberation "); /* "sauf le point 3, présidé par" */
	return i > 1 && tok_among(&rd->t, noun, " administratif administratifs compte comptes point points vote votes question questions partie debat debats ");
}

bool presides_another_body(const struct reader *rd, size_t i)
{
	const size_t from = sentence_start(rd, i, i > LOOK_BACK ? i - LOOK_BACK : 0);

	if (tok_among(&rd->t, i, " presidee preside presidees "))
		return is_of_a_point(rd, i) || body_before(rd, i, from) != BODY_OURS;
	return another_body_meets(rd, i, from);
}

#define CLAUSE_TOKENS 14
#define NOUN_TOKENS 3 /* "pour le seul vote" */

/* "pour le vote du compte", "pour ce point", "pour la délibération n° 4": at "pour". */
static bool for_a_point(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " pour ") && tok_says(&rd->t, i + 1, i + 1 + NOUN_TOKENS, " vote examen point points deliberation approbation compte comptes question affaire election presentation adoption debat dossier ");
}

bool presides_for_a_point(const struct reader *rd, size_t i, size_t end)
{
	const size_t stop = sentence_end(rd, end, end + CLAUSE_TOKENS), start = sentence_start(rd, i, i > CLAUSE_TOKENS ? i - CLAUSE_TOKENS : 0);
	size_t next;

	for (size_t k = end; k < stop && k < rd->head.to && !is_civility(&rd->t, k, &next) && !tok_among(&rd->t, k, " sauf exception hormis excepte president presidente "); k++)
		if (for_a_point(rd, k) || (tok_among(&rd->t, k, " point points deliberation ") && tok_says(&rd->t, k + 1, k + 4, " uniquement seulement ")))
			return true;
	for (size_t k = start; k < i; k++)
		if ((for_a_point(rd, k) && (k < start + NOUN_TOKENS || rd->t.at[k].shape != SHAPE_LOWER)) || tok_among(&rd->t, k, " retire retiree quitte quittee sorti sortie "))
			return true;
	return false;
}

#define TITLE_TOKENS 8
#define INSTALLED_TOKENS 2000 /* from the head on: the first matter of a new assembly */

/* "M. PETIT, maire sortant", "M. PETIT en qualité de maire sortant", "Mme GRAND, présidente sortante": in the sentence that names him. */
static bool told_outgoing(const struct reader *rd, size_t name)
{
	for (size_t k = name; k < rd->t.n && k < name + TITLE_TOKENS; k++) {
		if (k > name && sentence_ends_at(rd, k - 1))
			return false;
		if (tok_among(&rd->t, k, " sortant sortante "))
			return true;
	}
	return false;
}

/* The séance at which those elected take office, the year's or in the middle of a term. */
static bool installs(const struct reader *rd)
{
	static const char *const words[] = { "installation du conseil", "installation du nouveau conseil", "installation des conseillers", "installation du comite", "installation du nouveau comite",
					     "declare installes", "les a declares installes", "ont ete declares installes", "sont declares installes", "installes dans leurs fonctions" };
	size_t next;

	for (size_t i = rd->head.from; i < rd->t.n && i < rd->head.from + INSTALLED_TOKENS; i++)
		if (tok_among(&rd->t, i, " installation declare declares les ont sont installes "))
			for (size_t k = 0; k < sizeof words / sizeof *words; k++)
				if (tok_phrase(&rd->t, i, words[k], &next))
					return true;
	return false;
}

const char *chair_may_be_outgoing(const struct reader *rd, const struct item *chair)
{
	if (told_outgoing(rd, token_at(rd, chair->qui.span.end)))
		return "est dite sortante, et n'est pas dans la liste";
	return installs(rd) ? "n'est pas dans la liste de ceux qui s'installent" : NULL;
}
