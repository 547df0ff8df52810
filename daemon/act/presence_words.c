/* SPDX-License-Identifier: EUPL-1.2 */
/* The words by which a presence is told in any other way than movements.c knows, and the moments of a séance that may stand behind them.
 *
 * Words of all days ("sorti", "parti", "siège") are of a presence only with such a moment, or where nothing follows; "présente" is a verb of every
 * page and stands here only where it is denied.
 */
#include "leaving_priv.h"
#include "openings_priv.h"
#include "presence_priv.h"

#define MOMENT_TOKENS 6
#define NOTE_TOKENS 40

static const char STATES[] = " absent absents absente absentes excuse excuses excusee excusees empeche empechee empeches empechees ";
static const char COME[] = " arrive arrives arrivee arrivees arrivent siege siegent sieger siegera assiste assistent installe installent assoit assied asseoir"
			   " rejoint rejoints rejointe rejointes rejoignent parmi accueilli accueillie accueillis accueillies accueille accueillent entre entrent retarde retardee ";
static const char NOUNS[] = " absence absences depart departs sortie sorties arrivee arrivees entree entrees retour ";
static const char DENIED[] = " present presente presents presentes assiste assistent participe participent siege siegent salle revient reviennent revenu revenue revenus revenues reparu reparue rester reintegre reintegrent reviendra reviendront reviendrait reviendraient pas plus part ";
static const char WELCOMES[] = " accueille accueillent excuse excuser excusent ";
static const char GAPS[] = " sans manque manquent vide inoccupe inoccupee interrompue coupee perdue rompue perd perdent perdu coupe coupent ";
static const char NUMBERS[] = " plus passe passent passant ramene ramenee ramenant porte portant descend descendent tombe remonte monte reste restent restant devient ";
static const char GIVES[] = " donne donnent donnant donnera laisse laissent laissant remet remettent remettant confie confient confiant reprend reprennent ";
static const char TIMES[] = " compter partir suite reste fin ";
static const char LEFT[] = PRESENCE_WORDS_LEFT "presents presentes reunit ";
static const char LABELS[] = " mouvement mouvements hors presents presentes present presente ";
const char *const presence_openings[] = { STATES, COME, NOUNS, DENIED, NUMBERS, GIVES, TIMES, LEFT, LABELS, WELCOMES, GAPS, " quorum ", NULL };

unsigned presence_word(const struct reader *rd, size_t i)
{
	static const struct {
		const char *words;
		unsigned kind;
	} tables[] = {
		{ STATES, PRESENCE_STATE }, { COME, PRESENCE_COME }, { NOUNS, PRESENCE_NOUN }, { DENIED, PRESENCE_DENIED }, { WELCOMES, PRESENCE_WELCOME },
		{ NUMBERS, PRESENCE_NUMBER }, { GIVES, PRESENCE_GIVES }, { TIMES, PRESENCE_TIME }, { LEFT, PRESENCE_LEFT }, { LABELS, PRESENCE_LABEL }, { GAPS, PRESENCE_GAP },
	};
	unsigned kinds = (word_is(rd, i, "quorum") ? PRESENCE_QUORUM : 0) | (leaving_word(rd, i) & LEAVING_TOLD ? PRESENCE_GONE : 0);

	/* Most words that may open a move are of no presence by themselves. */
	if (tok_among(&rd->t, i, " a est se s n ne ont sont etant nous fait vient avec "))
		return 0;
	for (size_t k = 0; k < sizeof tables / sizeof *tables; k++)
		kinds |= tok_among(&rd->t, i, tables[k].words) ? tables[k].kind : 0;
	return kinds;
}

bool presence_of_leaving(const struct reader *rd, size_t i)
{
	return (presence_word(rd, i) & (PRESENCE_STATE | PRESENCE_GONE)) || tok_among(&rd->t, i, " absence absences depart departs sortie sorties ");
}

/* "à compter de ce point", "à partir de la délibération n° 3", "pour la suite de la séance", "jusqu'à la fin de la séance" */
bool presence_from_now_on(const struct reader *rd, size_t i)
{
	static const char of_the_agenda[] = " point points deliberation rapport question affaire dossier vote moment ";
	static const char *const rests[] = { "de la seance", "de la reunion", "des debats", "de l ordre du jour", "de l ' ordre du jour", "des points", "des deliberations", "des travaux", NULL };
	size_t k = i + 2;
	int minutes;

	if (tok_among(&rd->t, i, " compter partir "))
		return tok_among(&rd->t, i - 1, " a ") && tok_among(&rd->t, i + 1, " de du ") &&
		       (leaf_hour(&rd->t, k, &minutes) > k || tok_among(&rd->t, k, of_the_agenda) || (tok_among(&rd->t, k, " ce cette la ") && tok_among(&rd->t, k + 1, of_the_agenda)));
	if (i < 2 || !tok_among(&rd->t, i, " suite reste fin ") || !tok_among(&rd->t, i - 1, " la le ") || !tok_among(&rd->t, i - 2, " pour a jusqua "))
		return false;
	return tok_any_phrase(&rd->t, i + 1, rests, &k) || (word_is(rd, i - 2, "pour") && word_is(rd, i, "suite") && rd->t.at[i + 1].kind != TOK_WORD);
}

/* "au moment du vote", "à 20 h 40", "avant le point 3", "définitivement", or nothing more. */
bool presence_moment_at(const struct reader *rd, size_t i, size_t to)
{
	static const char *const whens[] = { "avant",	"apres",  "pendant", "durant",	"lors",	     "des",	"au moment", "au cours", "en cours", "au point", "au debut",
					     "a partir", "a compter", "a la fin", "a l issue", "a l ' issue", "le temps", "a ce moment", "a ce point", "pour le vote",
					     "pour ce", "pour cette", "pour le point", "pour la deliberation", "pour la suite", NULL };
	static const char *const now[] = { "definitivement", "momentanement", "temporairement", "desormais", "maintenant", "dorenavant", "discretement", "un instant", "un moment",
					   "quelques minutes", "quelques instants", "entre temps", "en retard", "a l instant", "a l ' instant", "de nouveau", "a nouveau", "sur le champ", "sur - le - champ", "aussitot", "precipitamment", NULL };
	int minutes;
	size_t k = i;

	if (i >= to || tok_among(&rd->t, i, " . ; , ) ] | - et ne n "))
		return true;
	if (leaf_hour(&rd->t, i + tok_among(&rd->t, i, " a vers des "), &minutes) > i + tok_among(&rd->t, i, " a vers des ") || tok_any_phrase(&rd->t, i, now, &k))
		return true;
	if (!tok_any_phrase(&rd->t, i, whens, &k))
		return false;
	for (const size_t end = k + MOMENT_TOKENS; k <= end && k < to + 1; k++)
		if (tok_among(&rd->t, k - 1, " vote votes deliberation deliberations point points question affaire discussion debat debats examen seance rapport dossier cours moment suite issue ") ||
		    leaf_hour(&rd->t, k, &minutes) > k)
			return true;
	return false;
}

/* "Départ : 20 h 40, M. X" */
static size_t over_the_hour(const struct reader *rd, size_t i)
{
	int minutes;
	const size_t next = leaf_hour(&rd->t, i, &minutes);

	return next > i ? skip_marks(rd, next, ",:-") : i;
}

/* "Absents lors du vote :", "N'étaient pas présents au moment du vote :", "Hors de la salle :" around the word at i: the token behind the colon, or i. */
size_t presence_label(const struct reader *rd, size_t i, bool *ret_moment)
{
	static const char words[] = " lors au du de la le les des l ' moment vote votes point points seance reunion cours pendant durant en ce cette n no et ou excuse excuses excusee excusees absent"
				    " absents absente absentes momentanement temporairement deliberation question debat debats pour avant apres salle assemblee ont sont est etait etaient ne pas se"
				    " s elus elu conseillers conseiller conseillere membres membre ayant a ( ) retires sortis partis sortie quitte hors mouvement mouvements present presents presente"
				    " presentes non siege siegent absentes h heures a ";
	size_t from = i, to = i + 1;

	*ret_moment = false;
	while (from > 0 && from + 6 > i && rd->t.at[from].lines == 0 && !sentence_ends_at(rd, from - 1) && tok_among(&rd->t, from - 1, words))
		from--;
	if (rd->t.at[from].shape == SHAPE_LOWER && !is_heading_place(rd, from) && rd->t.at[from - 1].kind == TOK_WORD)
		return i;
	for (; to < i + 14 && rd->t.at[to].lines == 0 && ((rd->t.at[to].kind != TOK_WORD || rd->t.at[to].shape == rd->t.at[i].shape || rd->t.at[to].shape == SHAPE_LOWER) && (tok_among(&rd->t, to, words) || rd->t.at[to].kind == TOK_NUMBER)); to++)
		;
	for (size_t k = from; k < to; k++)
		*ret_moment |= tok_among(&rd->t, k, " moment vote point deliberation cours debat debats salle mouvement mouvements question ");
	return tok_mark(&rd->t, to, ':') ? over_the_hour(rd, to + 1) : i;
}

bool presence_of_several_places(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (tok_among(&rd->t, k, " deliberations points questions affaires rapports ")) {
			while (++k < to && tok_among(&rd->t, k, " n ° no nos numero numeros "))
				;
			return k < to && rd->t.at[k].kind == TOK_NUMBER;
		}
	return false;
}

/* "* M. A a quitté la séance au point 4", "Mouvements : M. A, départ après le point 3", "M. A n'a pas pris part aux points 3 à 6" */
bool presence_is_a_note(const struct reader *rd, size_t from, size_t to, bool of_the_acte)
{
	const size_t start = sentence_start(rd, from, from > NOTE_TOKENS ? from - NOTE_TOKENS : 0);

	if (of_the_acte && presence_of_several_places(rd, from, to))
		return true;
	return tok_mark(&rd->t, from, '*') || (from > 0 && tok_mark(&rd->t, from - 1, '*')) || tok_says(&rd->t, start, to, " mouvement mouvements ");
}
