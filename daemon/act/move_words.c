/* SPDX-License-Identifier: EUPL-1.2 */
/* The words that say that a member comes or goes, and what may follow them: "quitte la salle", "s'absentent", "arrive avant le vote".
 *
 * Verbs of all days ("arrive", "part", "revient") say it only where nothing follows, or when: "arrive à échéance", "part du constat", "revient sur ce point"
 * move nobody.
 */
#include "leaving_priv.h"
#include "moves_priv.h"
#include "openings_priv.h"

#define LABEL_TOKENS 16
#define WHEN_TOKENS 6	/* "avant le vote de la délibération" */

/* A coming begins with one of these, a leaving with one of leaving.c. */
static const char *const COMING[] = { "entre", "entrent", "entrant", "rejoint", "rejoignent", "rejoignant", "integre", "integrent", "reintegre", "regagne", "regagnent", "arrive",
				      "arrivee", "arrives", "arrivees", "arrivent", "arrivant", "rejoindre", "reintegrent", "regagnant", "reintegrant", "reintegrer", "regagner",
				      "integrer", "rallie", "rallient", "retourne", "retournent", "rentre", "rentrent", "rentrant", "rentrer", "entrer", NULL };
static const char *const WHOLE[] = { "prend place", "prennent place", "prenant place", "prend part a la seance",
				     "prennent part a la seance", "avec un peu de retard", "avec du retard", "avec retard",
				     "est en retard", "sont en retard", "arrivera en retard", "arriveront en retard",
				     "est annonce en retard", "sont annonces en retard", "est annoncee en retard", "prend conge", "prennent conge",
				     "s ' eclipse", "s ' eclipsent", "s ' en va", "s ' en vont", "s ' en est alle", "s ' en est allee", "s ' en sont alles", "s ' en sont allees", "claque la porte", "claquent la porte", "gagne la sortie",
				     "gagnent la sortie", "prend la porte", "prennent la porte", "leve le camp", "levent le camp", "leve le siege", "levent le siege", "tourne les talons", "tournent les talons", NULL };
static const char *const ALONE[] = { "arrive", "arrivera", "arriveront",	 "arrivee",    "arrives",     "arrivees",     "arrivent", "sort",
				     "sortent",	 "quitte",     "quittent",    "a quitte",     "ont quitte", "part", "partent",
				     "est sorti", "est sortie", "sont sortis", "sont sorties", "est parti", "est partie", "sont partis", "sont parties",
				     "se retire du vote", "se retirent du vote", "se retire", "se retirent", "s absente", "s absentent", "s ' absentent", "laisse l ' assemblee", "laissent l ' assemblee", "laisse ses collegues", "laissent leurs collegues",
				     "s ' absente", "s ' etant retire", "s ' etant retiree", "revient", "reviennent",
				     "etant absent", "etant absente", "est absent", "est absente", "n ' est plus present", "n ' est plus presente",
				     "ne sont plus presents", "ne sont plus presentes", "s ' est absente", "se sont absentes", "s ' est retire", "s ' est retiree",
				     "se sont retires", "se sont retirees", "nous quitte", "nous quittent", "vient de partir", "viennent de partir",
				     "vient d ' arriver", "viennent d ' arriver", "fait son entree", "font leur entree",
				     "ne siege plus", "ne siegent plus", "se leve et sort", "se levent et sortent",
				     "nous rejoint", "nous rejoignent", "nous rejoindre", "nous quitter", "rejoint le conseil", "rejoignent le conseil", "rejoint ses collegues",
				     "rejoignent leurs collegues", "rejoint les elus", "se joint a nous", "se joignent a nous", "se joint au conseil", "se joignent au conseil",
				     "se joint au comite", "se joint au bureau", "se joint a l ' assemblee", "se joignent a l ' assemblee", "se joint a la seance", "se joint a la reunion",
				     "se joint aux elus", "se joint aux conseillers", "se joint a ses collegues", "se joint aux debats", "s ' est joint au conseil", "s ' est jointe au conseil",
				     "s ' est jointe a l ' assemblee", "s ' est joint a l ' assemblee", "se connecte", "se connectent", "se deconnecte", "se deconnectent", "s ' est connecte",
				     "s ' est connectee", "s ' est deconnecte", "s ' est deconnectee", "rentre", "rentrent", "rentre chez lui", "rentre chez elle", "rentrent chez eux",
				     "s ' absenter", "s ' absentant", "se retirer", "s ' en aller", "partir", "sortir", "arriver", "est de retour", "sont de retour", "prend son train", "prennent leur train", "prendre son train", "pris son train", "prend son car", "prendre son car",
				      "prend son avion", "prendre son avion", "prend la route", "prennent la route", "prendre la route", "pris la route", "prend son service", "prendre son service",
				     "n ' assiste plus a la seance", "n ' assistent plus a la seance", "quitte le conseil", "quittent le conseil", "sera absent", "sera absente", NULL };
/* Of all in WHOLE and ALONE the first word (tests/unit/act/test_openings.c). */
const char move_first_words[] = " prend prennent prendre pris prenant avec est sont arrivera arriveront arrive arrivee arrives arrivees arrivent sort sortent quitte quittent a ont part partent se s laisse"
				" laissent revient reviennent etant n ne nous vient viennent fait font rejoint rejoignent rentre rentrent partir sortir arriver sera claque claquent gagne gagnent leve levent tourne tournent ";
static const char *const NOUNS[] = { "arrivee", "arrivees", "depart", "departs", "sortie", "sorties", "entree", "entrees", "retour", "retours", "connexion",
				     "deconnexion", "retard", "retards", "retardataire", "retardataires", NULL };
static const char *const THERE_NOW[] = { "est", "sont", NULL };
const char *const *const movement_openings[] = { COMING, WHOLE, ALONE, NOUNS, THERE_NOW, NULL };

/* The first words of those that say nothing without the second. */
static const char *const AUXILIARIES[] = { "a", "ont", "est", "sont", "se", "s", "etant", "n", "ne", "nous", "vient", "viennent", "prend", "prennent", "fait", "font", "sera", NULL };
static const char *const MOVED[] = { "quitte", "quittent", "sorti", "sortie", "sortis", "sorties", "parti", "partie", "partis", "parties", "retire", "retirent", "absente",
				     "absentent", "absent", "'", "en", "annonce", "annonces", "annoncee", "sont", "de", "d", "conge", "son", "leur", "siege",
				     "siegent", "leve", "levent", "place", "part", "joint", "joignent", "connecte", "connectent", "deconnecte", "deconnectent", "rejoint", "rejoignent",
				     "rejoindre", "quitter", "retirer", "present", "presente", "presents", "presentes", "desormais", "maintenant", "dorenavant", "enfin", "a", "la", NULL };
static const char *const PROTEST[] = { "en signe de", "en protestant", "en claquant la porte", "pour protester", "pour marquer", NULL };
static const char *const MEANWHILE[] = { "momentanement", "temporairement", "definitivement", "brievement", "alors", "ensuite", "puis", "entre", NULL };

/* "momentanément", "alors"; "précipitamment" */
static bool is_adverb(const struct reader *rd, size_t i)
{
	return word_in(rd, i, MEANWHILE) || (i < rd->t.n && rd->t.at[i].shape == SHAPE_LOWER && str_ends(rd->t.at[i].key, str_c("ment")) && rd->t.at[i].key.n > 7);
}

bool move_says_nothing_alone(const struct reader *rd, size_t i)
{
	return word_in(rd, i, AUXILIARIES) && !word_in(rd, i + 1, MOVED);
}

/* "ne prenant pas part au vote", "fait part de" */
static bool is_the_noun_part(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "part") && (i == 0 || (rd->t.at[i - 1].shape == SHAPE_LOWER && !tok_among(&rd->t, i - 1, " maire president presidente et ")));
}

/* "est désormais présente", "sont de nouveau présents": the token behind it, or i. */
static size_t is_there_now(const struct reader *rd, size_t i)
{
	static const char *const since[] = { "desormais", "maintenant", "dorenavant", "enfin", "a present", "a nouveau", "de nouveau", NULL };
	size_t k = i + 1;

	if (!word_in(rd, i, THERE_NOW))
		return i;
	tok_any_phrase(&rd->t, k, since, &k);
	return tok_among(&rd->t, k, " present presente presents presentes ") ? k + 1 : i;
}

bool move_says_there_now(const struct reader *rd, size_t i, bool *ret_since)
{
	*ret_since = !tok_among(&rd->t, i + 1, " present presente presents presentes ");
	return is_there_now(rd, i) > i;
}

static bool is_verb_of_a_place(const struct reader *rd, size_t i)
{
	return word_in(rd, i, COMING) || (leaving_word(rd, i) & LEAVING_A_PLACE);
}

/* "quitte la séance", "sort de la salle", "prennent place": the verb, then the séance or the room. */
enum move move_verb_at(const struct reader *rd, size_t i, size_t *ret_next)
{
	const bool verb = is_verb_of_a_place(rd, i);

	if (!verb && !tok_among(&rd->t, i, move_first_words))
		return MOVE_NONE;
	if (tok_any_phrase(&rd->t, i, WHOLE, ret_next))
		return MOVE_SURE;
	if (verb && room_at(rd, i + 1 + is_adverb(rd, i + 1), ret_next))
		return MOVE_SURE;
	if ((*ret_next = is_there_now(rd, i)) > i)
		return MOVE_OF_A_MEMBER;
	if (is_the_noun_part(rd, i) || !tok_longest_phrase(&rd->t, i, ALONE, ret_next))
		return MOVE_NONE;
	if (room_at(rd, *ret_next, ret_next))
		return MOVE_SURE;
	*ret_next += tok_among(&rd->t, *ret_next - 1, " conseil comite bureau ") && tok_among(&rd->t, *ret_next, " municipal communautaire syndical departemental regional ");
	return MOVE_OF_A_MEMBER;
}

/* "Arrivé en retard :", "Parti avant la fin :", "Présent à partir de la délibération n° 3 :", "À partir du point 3 :", "En retard :": `first` opens the label, and one of `told` stands in it. */
static const struct {
	const char *first, *told;
} LABELS[] = {
	{ " retardataire retardataires retard retards ", " : " },
	{ " arrivee arrivees depart departs sortie sorties entree entrees retour retours connexion deconnexion retardataire retardataires retard retards ", " seance reunion retard tardive tardives vote cours h fin appel ouverture point points deliberation avant apres " },
	{ " arrive arrives parti partie partis parties sorti sortis rejoint rejoints ", " retard seance reunion tardivement cours h fin appel ouverture point points deliberation vote avant apres : " },
	{ " present presente presents presentes ", " partir compter jusqu jusqua depuis " },
	{ " partir compter ", " point points deliberation h vote question rapport " },
};

/* Where the label opens whose word stands at i: "À partir de", "En retard". */
static size_t label_opening(const struct reader *rd, size_t i)
{
	const bool led = i > 0 && rd->t.at[i - 1].key.n <= 2 && (tok_among(&rd->t, i, " partir compter ") ? tok_among(&rd->t, i - 1, " a ") : tok_among(&rd->t, i, " retard ") && tok_among(&rd->t, i - 1, " en "));

	return i - led;
}

/* The colon that ends such a label, whose word stands at i; i when none does. */
static size_t label_colon(const struct reader *rd, size_t i, const char *words)
{
	bool told = false;
	size_t k = i + 1, civility;

	for (; k < i + LABEL_TOKENS && k < rd->t.n && !tok_mark(&rd->t, k, ':') && !tok_mark(&rd->t, k, '.') && !is_civility(&rd->t, k, &civility); k++)
		told |= tok_among(&rd->t, k, words);
	return tok_mark(&rd->t, k, ':') && (told || (k == i + 1 && tok_among(&rd->t, k, words))) ? k : i;
}

/* "Arrivées : Mme X⏎", and not "Départ : M. X présente le circuit". */
static size_t bare_label(const struct reader *rd, size_t i)
{
	struct name n;
	const size_t next = tok_mark(&rd->t, i + 1, ':') && tok_among(&rd->t, i, " arrivee arrivees depart departs sortie sorties retour retours ") ? name_read(rd, i + 2, rd->t.n, &n) : 0;

	return next > i + 2 && n.civility < n.from && (rd->t.at[next].kind != TOK_WORD || rd->t.at[next].shape != SHAPE_LOWER || rd->t.at[next].lines > 0 || move_tells_when(rd, next, rd->t.n)) ? i + 1 : i;
}

/* "Arrivée en cours de séance, avant le vote : Mme X", "Retardataires : M. Y" */
bool move_label_at(const struct reader *rd, size_t i, size_t *ret_next)
{
	const size_t from = label_opening(rd, i);

	if (!is_heading_place(rd, from) && rd->t.at[from].shape == SHAPE_LOWER)
		return false;
	size_t colon = bare_label(rd, i);

	for (size_t k = 0; colon == i && k < sizeof LABELS / sizeof *LABELS; k++)
		colon = tok_among(&rd->t, i, LABELS[k].first) ? label_colon(rd, i, LABELS[k].told) : i;
	*ret_next = colon + 1;
	return colon > i;
}

/* "suite au départ de M. X", "l'arrivée de Mme Y": of a member, in a sentence. */
bool move_noun_told(const struct reader *rd, size_t i, size_t *ret_next)
{
	if (i == 0 || !word_in(rd, i, NOUNS) || tok_among(&rd->t, i, " retard retards ") || !tok_among(&rd->t, i - 1, " ' le au du les des aux son "))
		return false;
	*ret_next = i + 1 + tok_among(&rd->t, i + 1, " de d ");
	return *ret_next > i + 1;
}

/* "… M. Jean MOREL Arrivée de Mme X", where line ends were lost: in a capital behind a name. */
static bool opens_behind_a_name(const struct reader *rd, size_t i)
{
	return rd->t.at[i].shape == SHAPE_TITLE && rd->t.at[i - 1].shape != SHAPE_LOWER && tok_among(&rd->t, i + 1, " de d ");
}

/* "Arrivée de Mme X et de M. Y", "Départ de M. X à 20h15"; the sentence starts there. */
bool move_noun_at(const struct reader *rd, size_t i, size_t *ret_next)
{
	if (!word_in(rd, i, NOUNS) || (!is_heading_place(rd, i) && rd->t.at[i - 1].kind == TOK_WORD && !opens_behind_a_name(rd, i)))
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

	if (tok_any_phrase(&rd->t, next, PROTEST, &k) || word_in(rd, next, MEANWHILE) || (is_adverb(rd, next) && move_ends_or_tells_the_hour(rd, next + 1, to)))
		return true;
	if (!tok_any_phrase(&rd->t, next, whens, &k))
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

	return tok_any_phrase(&rd->t, next, seats, &next) && !is_of_another_body(rd, next);
}
