/* SPDX-License-Identifier: EUPL-1.2 */
/* The words that say that a member comes or goes, and what may follow them: "quitte la salle", "s'absentent", "arrive avant le vote".
 *
 * Verbs of all days ("arrive", "part", "revient") say it only where nothing follows, or when: "arrive à échéance", "part du constat", "revient sur ce point"
 * move nobody.
 */
#include "moves_priv.h"
#include "openings_priv.h"

#define WHEN_TOKENS 6	/* "avant le vote de la délibération" */

/* A move begins with one of these. */
static const char *const VERBS[] = { "quitte",	"quittent", "quittant", "sort",	   "sortent",  "sortant",
				     "entre",	"entrent",  "entrant",	"rejoint", "rejoignent", "rejoignant",
				     "integre", "integrent", "reintegre", "regagne", "regagnent", "arrive",
				     "arrivee",	"arrives",  "arrivees", "arrivent", "arrivant", "quitter",
				     "rejoindre", "sorti", "sortie", "parti",   "partie", "sortis", "sorties", "partis", "parties", NULL };
static const char *const WHOLE[] = { "prend place", "prennent place", "prenant place", "prend part a la seance",
				     "prennent part a la seance", "avec un peu de retard", "avec du retard", "avec retard",
				     "est en retard", "sont en retard", "arrivera en retard", "arriveront en retard",
				     "est annonce en retard", "sont annonces en retard", "est annoncee en retard", NULL };
static const char *const ALONE[] = { "arrive",	 "arrivee",    "arrives",     "arrivees",     "arrivent", "sort",
				     "sortent",	 "quitte",     "quittent",    "a quitte",     "ont quitte", "part", "partent",
				     "est sorti", "est sortie", "sont sortis", "sont sorties", "est parti", "est partie", "sont partis", "sont parties",
				     "se retire du vote", "se retirent du vote", "se retire", "se retirent", "s absente", "s absentent", "s ' absentent", "laisse l ' assemblee", "laissent l ' assemblee",
				     "s ' absente", "s ' etant retire", "s ' etant retiree", "s ' en va", "s ' en vont", "revient", "reviennent",
				     "etant absent", "etant absente", "est absent", "est absente", "n ' est plus present", "n ' est plus presente",
				     "ne sont plus presents", "ne sont plus presentes", "s ' est absente", "se sont absentes", "s ' est retire", "s ' est retiree",
				     "se sont retires", "se sont retirees", "nous quitte", "nous quittent", "vient de partir", "viennent de partir",
				     "vient d ' arriver", "viennent d ' arriver", "prend conge", "prennent conge", "fait son entree", "font leur entree",
				     "ne siege plus", "ne siegent plus", "se leve et sort", "se levent et sortent", NULL };
static const char *const NOUNS[] = { "arrivee", "arrivees", "depart", "departs", "sortie", "entree", "retour", NULL };
const char *const *const movement_openings[] = { VERBS, WHOLE, ALONE, NOUNS, NULL };

/* The first words of those that say nothing without the second. */
static const char *const AUXILIARIES[] = { "a", "ont", "est", "sont", "se", "s", "etant", "n", "ne", "nous", "vient", "viennent", "prend", "prennent", "fait", "font", NULL };
static const char *const MOVED[] = { "quitte", "quittent", "sorti", "sortie", "sortis", "sorties", "parti", "partie", "partis", "parties", "retire", "retirent", "absente",
				     "absentent", "absent", "'", "en", "annonce", "annonces", "annoncee", "sont", "de", "d", "conge", "son", "leur", "siege",
				     "siegent", "leve", "levent", "place", "part", NULL };
static const char *const MEANWHILE[] = { "momentanement", "temporairement", "definitivement", "brievement", "alors", "ensuite", "puis", "entre", NULL };

static bool any_phrase(const struct reader *rd, size_t i, const char *const *phrases, size_t *ret_next)
{
	for (; *phrases != NULL; phrases++)
		if (tok_phrase(&rd->t, i, *phrases, ret_next))
			return true;
	return false;
}

bool move_says_nothing_alone(const struct reader *rd, size_t i)
{
	return word_in(rd, i, AUXILIARIES) && !word_in(rd, i + 1, MOVED);
}

/* "ne prenant pas part au vote", "fait part de" */
static bool is_the_noun_part(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "part") && (i == 0 || (rd->t.at[i - 1].shape == SHAPE_LOWER && !tok_among(&rd->t, i - 1, " maire president presidente ")));
}

/* "quitte la séance", "sort de la salle", "prennent place": the verb, then the séance or the room. */
enum move move_verb_at(const struct reader *rd, size_t i, size_t *ret_next)
{
	static const char *const places[] = { "la seance", "en seance", "de seance", "de la seance", "la salle",
					      "en salle", "de la salle", "dans la salle", "a la seance", "l assemblee",
					      "l ' assemblee", "la reunion", "en cours de seance", "la session", "les lieux", "les debats",
					      "l ' hemicycle", "de l ' assemblee", NULL };

	if (any_phrase(rd, i, WHOLE, ret_next))
		return MOVE_SURE;
	if (word_in(rd, i, VERBS) && any_phrase(rd, i + 1 + word_in(rd, i + 1, MEANWHILE), places, ret_next))
		return MOVE_SURE;
	if (is_the_noun_part(rd, i) || !any_phrase(rd, i, ALONE, ret_next))
		return MOVE_NONE;
	return any_phrase(rd, *ret_next, places, ret_next) ? MOVE_SURE : MOVE_OF_A_MEMBER;
}

/* "Arrivée de Mme X et de M. Y", "Départ de M. X à 20h15"; the sentence starts there. */
bool move_noun_at(const struct reader *rd, size_t i, size_t *ret_next)
{
	if (!word_in(rd, i, NOUNS) || (!is_heading_place(rd, i) && rd->t.at[i - 1].kind == TOK_WORD))
		return false;
	*ret_next = skip_marks(rd, i + 1, ":-'");
	*ret_next += word_is(rd, *ret_next, "de") || word_is(rd, *ret_next, "d");
	*ret_next = skip_marks(rd, *ret_next, "'");
	return true;
}

/* "… à 20h15", "… .": nothing else is said after the verb or the name. */
bool move_ends_or_tells_the_hour(const struct reader *rd, size_t next, size_t to)
{
	int minutes;

	if (next >= to || tok_among(&rd->t, next, " . ; ) "))
		return true;
	next += tok_among(&rd->t, next, " a vers ");
	return leaf_hour(&rd->t, next, &minutes) > next;
}

/* "… avant le vote de la délibération n° 12", "… au cours des débats", "… momentanément": not "… au profit de", "… après dix ans de mandat". */
bool move_tells_when(const struct reader *rd, size_t next, size_t to)
{
	static const char *const whens[] = { "avant", "apres", "pendant", "durant", "lors", "des", "le temps", "au", "a la", "a l", "a partir", "au cours", "en cours",
					     "pour le", "pour la", NULL };
	size_t k;

	if (word_in(rd, next, MEANWHILE))
		return true;
	if (!any_phrase(rd, next, whens, &k))
		return false;
	for (size_t end = k + WHEN_TOKENS; k < to && k < end; k++)
		if (tok_among(&rd->t, k, " vote votes deliberation deliberations point points question affaire discussion debat debats examen seance rapport dossier "))
			return true;
	return false;
}

/* "M. A et Mme B s'absentent quelques minutes", "M. A sort, donnant pouvoir à Mme B": words that tell of nothing but presence. */
bool move_of_presence_alone(const struct reader *rd, size_t i, size_t next)
{
	return (tok_among(&rd->t, next - 1, " absente absentent ") && !tok_among(&rd->t, i, " etant est ")) || tok_among(&rd->t, next, " , et ");
}

bool move_tells_an_hour(const struct reader *rd, size_t from, size_t to)
{
	int minutes;

	for (size_t k = from; k < to; k++)
		if (leaf_hour(&rd->t, k, &minutes) > k)
			return true;
	return false;
}

/* "étant absent", "s'étant retiré" */
bool move_is_a_state(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "etant") || (word_is(rd, i, "s") && word_is(rd, i + 2, "etant"));
}

/* "M. le Maire quitte le fauteuil et …", not "… quitte la question": he may leave the room, too. */
bool move_leaves_the_chair(const struct reader *rd, size_t next)
{
	static const char *const seats[] = { "la presidence", "le fauteuil", "son fauteuil", "sa place", "son siege", NULL };

	return any_phrase(rd, next, seats, &next);
}
