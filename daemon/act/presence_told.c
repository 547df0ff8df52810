/* SPDX-License-Identifier: EUPL-1.2 */
/* A member's presence told in words that no reader takes for a move, a déport or a list: "Absents lors du vote : M. X", "M. X est excusé pour la suite".
 *
 * It is news only where the lists say otherwise: of somebody present that he is away, of an absent that he is there. Then nothing is placed: the
 * présents of the acte are no longer sure. The person stands right before the word, right behind it, or behind the colon of its label; "M. X siège
 * au syndicat", "la sortie de l'école, dit M. X" are of nobody's presence. Decided against: any word of presence in the sentence of a member, which
 * is one sentence in ten of minutes.
 */
#include "going_priv.h"
#include "leaving_priv.h"
#include "presence_priv.h"

#define SENTENCE_TOKENS 40
#define HEAD_TOKENS 400	  /* from the heading of the présents to the last of the absents */
#define HEADINGS 4	  /* looked at for that, the nearest first */
#define PRESENCE_AFAR 6	  /* "s'excuse auprès de ses collègues de devoir" */
#define NUMBER_TOKENS 8	  /* "le nombre de conseillers municipaux présents passe de 9 à 8" */

/* "M. X, absent lors de la séance précédente, s'abstient", "page 2, corriger : M. X était excusé" */
bool presence_of_another_meeting(const struct asking *q)
{
	const struct reader *rd = q->rd;

	if (tok_says(&rd->t, q->from, q->to, " precedente precedent precedentes derniere dernieres dernier prochaine prochain corriger corrige rectifier rectification coquille coquilles erreur indiques mentionnes "))
		return true;
	for (size_t k = q->from; k + 2 < q->to; k++)
		if (tok_among(&rd->t, k, " seance reunion conseil ") && tok_among(&rd->t, k + 1, " du ") && rd->t.at[k + 2].kind == TOK_NUMBER)
			return true;
	return false;
}

static bool names_stand_at(const struct asking *q, size_t i)
{
	size_t end;

	presence_of_a_row(q, i, true, &end);
	return end > i;
}

/* "Absents lors du vote : M. X", "Hors de la salle : M. X"; "Présents lors du vote : M. X" are not all. */
static bool told_in_a_label(const struct asking *q, unsigned kinds, size_t behind, bool moment)
{
	const bool present = tok_among(&q->rd->t, q->i, " present presente presents presentes ") && !tok_says(&q->rd->t, q->from, behind, " pas plus non ");
	size_t end;

	if ((kinds & PRESENCE_LABEL) && !moment && !word_is(q->rd, q->i, "hors"))
		return false;
	const bool away = presence_of_a_row(q, behind, true, &end), come = presence_of_a_row(q, behind, false, &end);

	if (present)
		return end > behind && tok_says(&q->rd->t, q->i, behind, " vote ");
	/* "Départ : M. X présente le circuit" */
	const struct token *next = &q->rd->t.at[end];

	if (!moment && !(kinds & PRESENCE_STATE) && next->kind == TOK_WORD && next->shape == SHAPE_LOWER && next->lines == 0 && !presence_moment_at(q->rd, end, q->to))
		return false;
	if ((kinds & PRESENCE_NOUN) && !presence_of_leaving(q->rd, q->i))
		return come;
	return away || ((kinds & PRESENCE_LABEL) && come);
}

/* "Le nombre de présents passe à 7", "ramenant à 7 le nombre de votants", "ils ne sont plus que 7 présents" */
static bool number_changes(const struct asking *q)
{
	const struct tokens *t = &q->rd->t;
	const size_t from = q->i > q->from + NUMBER_TOKENS ? q->i - NUMBER_TOKENS : q->from, to = q->i + NUMBER_TOKENS < q->to ? q->i + NUMBER_TOKENS : q->to;
	static const char present[] = " presents votants presentes ";
	int64_t n;

	if (word_is(q->rd, q->i, "plus"))
		return word_is(q->rd, q->i + 1, "que") && leaf_number(t, q->i + 2, &n) > q->i + 2 && tok_says(t, q->from, q->to, " presents presentes votants salle seance ");
	for (size_t k = q->i + 1; k < to; k++)
		if (leaf_number(t, k, &n) > k)
			return (tok_says(t, from, q->i, " nombre ") && tok_says(t, from, q->i, present)) || (tok_says(t, q->i, to, " nombre ") && tok_says(t, q->i, to, present));
	return false;
}

/* "le quorum n'est plus atteint", "le quorum est toujours atteint", "demeure atteint": somebody has gone. */
static bool quorum_is_told_again(const struct asking *q)
{
	const struct tokens *t = &q->rd->t;
	size_t k = q->i + 1;

	while (k < q->to && k < q->i + NUMBER_TOKENS && !tok_among(t, k, " atteint reuni respecte rempli "))
		k++;
	if (!tok_among(t, k, " atteint reuni respecte rempli "))
		return false;
	return tok_says(t, q->i, k, " toujours reste restant demeure demeurant encore ") || (tok_among(t, k - 1, " plus ") && tok_among(t, k - 2, " est etant etait ete "));
}

/* "M. X doit s'absenter : il donne pouvoir à M. Y", "M. X part. Il donne pouvoir à M. Y", and not "de signer" */
static bool pronoun_gives_his_voice(const struct asking *q, size_t pouvoir)
{
	const size_t opens = q->i - 1, of = q->to < pouvoir + NUMBER_TOKENS ? q->to : pouvoir + NUMBER_TOKENS;
	const size_t from = opens > q->from || opens == 0 ? q->from : sentence_start(q->rd, opens - 1, opens > SENTENCE_TOKENS ? opens - SENTENCE_TOKENS : 0);
	const struct tokens *t = &q->rd->t;
	size_t name;

	if (!tok_among(t, opens, " il elle ils elles ") || !tok_among(t, pouvoir + 1, " a ") || !is_civility(t, pouvoir + 2, &name) || tok_says(t, pouvoir, of, " de d signer "))
		return false;
	return movers_in(q->rd, from, opens, q->deports).member;
}

/* "M. X, qui a dû partir, donne pouvoir à M. Y" */
static bool gives_his_voice(const struct asking *q)
{
	const size_t k = q->i + 1 + tok_among(&q->rd->t, q->i + 1, " sa son alors ensuite donc un une ");

	/* "donne pouvoir au maire pour signer" */
	for (size_t at = k + 1; at < k + NUMBER_TOKENS && at + 1 < q->to; at++)
		if (word_is(q->rd, at, "pour") && q->rd->t.at[at + 1].kind == TOK_WORD && !tok_among(&q->rd->t, at + 1, " la le ce cette les "))
			return false;
	const bool voice = tok_among(&q->rd->t, k, " vote voix ") && tok_among(&q->rd->t, k - 1, " son sa ") && tok_among(&q->rd->t, k + 1, " a ");

	q->telling->proxy = (voice || proxy_word(&q->rd->t, k)) && (presence_before(q, !tok_among(&q->rd->t, q->i, " reprend reprennent ")) || pronoun_gives_his_voice(q, k));
	return q->telling->proxy;
}

/* "n'est plus là", "n'est pas en séance" at "plus" */
static bool denies_a_place(const struct asking *q)
{
	static const char *const places[] = { "la", "en seance", "en salle", "dans la salle", "parmi nous", "connecte", "connectee", NULL };
	size_t next;

	return tok_any_phrase(&q->rd->t, q->i + 1, places, &next) && presence_moment_at(q->rd, next, q->to);
}

/* "(n'assiste plus) aux débats", "(ne participe plus) au vote" */
static bool is_of_the_debates(const struct reader *rd, size_t i)
{
	const size_t noun = noun_behind(rd, i);

	return tok_among(&rd->t, i, " a au aux ") && tok_among(&rd->t, noun, " vote votes travaux debat debats discussion deliberation deliberations points questions affaires rapports seance reunion presentation examen ");
}

/* "n'est pas présent", "ne participe plus", "est hors de la salle" */
static bool is_denied(const struct asking *q)
{
	static const char words[] = " n ne ' pris prend prennent prenant est sont etait etaient etant pouvant peut peuvent pas plus dans la hors de se trouve trouvent toujours encore deja ete a ont , qu il elle ils elles fait savoir annonce prevenu indique signale ayant avoir ";
	const size_t from = presence_back_over(q, q->i, words);
	const bool adverb = tok_among(&q->rd->t, q->i, " pas plus ");

	/* "ne prend plus part", "n'a pas pris part aux points 3 à 6"; "pas part au vote" is a withdrawal */
	if (word_is(q->rd, q->i, "part") && !(tok_among(&q->rd->t, q->i - 1, " plus ") && tok_among(&q->rd->t, q->i - 2, " prend prennent prenant ")) && !presence_of_several_places(q->rd, q->i, q->to))
		return false;
	if (adverb ? !denies_a_place(q) : !tok_says(&q->rd->t, from, q->i, word_is(q->rd, q->i, "rester") ? " pouvant peut peuvent " : " pas plus hors ") && !tok_among(&q->rd->t, q->i + 1, " pas plus "))
		return false;
	/* "ne siège plus au syndicat", "n'est plus présent sur les listes" */
	const size_t behind = q->i + 1 + tok_among(&q->rd->t, q->i + 1, " pas plus ");

	size_t room;

	return (adverb || company_at(q->rd, behind) > behind || is_of_the_debates(q->rd, behind) || room_at(q->rd, behind, &room) || presence_moment_at(q->rd, behind, q->to)) &&
	       (presence_ends(q, from, true) || unnamed_members_before(q->rd, q->from, from) || (from > q->from && tok_mark(&q->rd->t, from, ',') && presence_begins(q, from + 1, true, true)) ||
		(from > q->from && tok_among(&q->rd->t, from - 1, " et ") && presence_begins(q, from - 1, false, true)));
}

static bool is_lower_or_marked(const struct reader *rd, size_t i)
{
	return rd->t.at[i].shape == SHAPE_LOWER || tok_among(&rd->t, i - 1, " ( : | [ ");
}

static bool told_by_a_state(const struct asking *q)
{
	size_t next;

	/* "Monsieur A excuse Mme B" */
	if (word_is(q->rd, q->i, "excuse") && (is_civility(&q->rd->t, q->i + 1, &next) || tok_among(&q->rd->t, q->i + 1, " le la les l un une aupres que ")))
		return false;
	return !tok_among(&q->rd->t, q->i - 1, " s m cas d ") && !(tok_mark(&q->rd->t, q->i - 1, '\'') && tok_among(&q->rd->t, q->i - 2, " s m l d ")) &&
	       is_lower_or_marked(q->rd, q->i) && presence_before(q, true);
}

/* "après que se soit retiré M. X", "étant sortis MM. X et Y" */
static bool is_inverted(const struct asking *q)
{
	size_t next;

	return tok_among(&q->rd->t, q->i - 1, " soit soient est sont etant ayant ont a ") && is_civility(&q->rd->t, q->i + 1, &next);
}

/* "M. X s'excuse de devoir partir", "M. X indique qu'il doit partir" */
static bool has_to_go(const struct asking *q)
{
	static const char has_to[] = " devoir doit doivent contraint contrainte oblige obligee ";
	const struct tokens *t = &q->rd->t;
	size_t k = presence_back_over(q, q->i, " devoir doit doivent contraint contrainte oblige obligee est de d ' se s en nous les ");

	if (!tok_among(t, q->i, " partir quitter sortir aller absenter ") || !tok_says(t, k, q->i, has_to))
		return false;
	if (tok_among(t, k - 1, " il elle ils elles "))
		k -= k > q->from + 3 && tok_among(t, k - 3, " qu ") ? 3 : 1;
	else if (!tok_among(t, k - 1, " excuse excusent regrette regrettent ") && !tok_says(t, k > q->from + PRESENCE_AFAR ? k - PRESENCE_AFAR : q->from, k, " excuse excusent "))
		return false;
	return (company_at(q->rd, q->i + 1) > q->i + 1 || presence_moment_at(q->rd, q->i + 1, q->to)) && presence_begins(q, k, false, true);
}

static bool told_by_a_verb(const struct asking *q, bool away)
{
	const size_t company = company_at(q->rd, q->i + 1), place = away && company == q->i + 1 ? elsewhere_at(q->rd, q->i + 1) : company;
	size_t end;

	/* "le conseil est rejoint par M. X" */
	if (!away && tok_among(&q->rd->t, q->i, " rejoint rejointe ") && word_is(q->rd, q->i + 1, "par"))
		return presence_behind(q, q->i + 2, false);
	if (is_inverted(q))
		return presence_of_a_row(q, q->i + 1, away, &end);
	if (tok_among(&q->rd->t, q->i, " represente representee representes representees "))
		return word_is(q->rd, q->i + 1, "par") && tok_says(&q->rd->t, q->from, q->i, " desormais maintenant alors dorenavant depuis ") && presence_before(q, true);
	if (away && has_to_go(q))
		return true;
	if (away && goes_to_do(q->rd, q->i))
		return presence_before(q, true);
	if (tok_among(&q->rd->t, q->i, " cede cedent laisse laissent "))
		return gives_up_his_place(q->rd, q->i) && presence_before(q, true);
	/* "Mme A, appelée, vote pour" */
	if (place == q->i + 1 && tok_among(&q->rd->t, q->i, " appele appelee appeles appelees rend rendent "))
		return false;
	return (place > q->i + 1 || presence_moment_at(q->rd, place, q->to)) && is_lower_or_marked(q->rd, q->i) && presence_before(q, away);
}

static const char LINKS[] = " connexion liaison visioconference visio camera ";

/* "M. X manque à l'appel", "manque à l'appel M. X", "la chaise de M. X reste vide", "la connexion de M. X est coupée", "M. X perd la liaison" */
static bool told_by_a_gap(const struct asking *q)
{
	static const char *const call[] = { "a l ' appel", NULL };
	const struct tokens *t = &q->rd->t;
	size_t next;

	/* "La séance reprend sans M. X" */
	if (word_is(q->rd, q->i, "sans"))
		return tok_says(t, q->from, q->i, " seance reunion debats travaux conseil assemblee ") && tok_says(t, q->from, q->i, " reprend reprennent repris reprise poursuit poursuivent poursuivi continue continuent acheve achevent termine terminent ") &&
		       presence_behind(q, q->i + 1, true);
	if (tok_among(t, q->i, " manque manquent "))
		return tok_any_phrase(t, q->i + 1, call, &next) && (presence_before(q, true) || unnamed_members_before(q->rd, q->from, q->i) || presence_behind(q, next + tok_mark(t, next, ':'), true));
	if (tok_among(t, q->i, " perd perdent perdu coupe coupent "))
		return tok_among(t, q->i + 1, " la sa le ") && tok_among(t, q->i + 2, LINKS) && presence_before(q, true);
	const size_t end = presence_back_over(q, q->i, " reste restent est demeure demeurent toujours desormais alors a ete "), name = row_of_names_before(q->rd, q->from, end);

	/* whoever sat there */
	if (tok_among(t, q->i, " vide inoccupe inoccupee ") && tok_among(t, end - 1, " chaise fauteuil ") && tok_among(t, end - 2, " la le une un sa son ") && presence_moment_at(q->rd, q->i + 1, q->to))
		return q->telling->number = true;
	return end < q->i && name < end && name > q->from + 1 && tok_among(t, name - 1, " de d ' ") && tok_says(t, name - (name > 2 ? 3 : 2), name, tok_among(t, q->i, " vide inoccupe inoccupee ") ? " chaise siege fauteuil place pupitre " : LINKS) && presence_ends(q, end, true);
}

/* "prie l'assemblée d'excuser son départ", "excuse M. X", "accueille M. X" */
static bool told_by_a_welcome(const struct asking *q)
{
	const bool own = tok_among(&q->rd->t, q->i + 1, " son sa leur ") && tok_among(&q->rd->t, q->i + 2, " absence depart retard sortie ");

	/* "prie le conseil de l'excuser" */
	if (tok_among(&q->rd->t, q->i, " excuser ") && tok_mark(&q->rd->t, q->i - 1, '\'') && q->i > q->from + 3 && tok_among(&q->rd->t, q->i - 3, " de ") && (tok_mark(&q->rd->t, q->i + 1, ':') || presence_moment_at(q->rd, q->i + 1, q->to)))
		return presence_begins(q, q->i, false, true);
	return own ? presence_begins(q, q->i, false, true) : presence_behind(q, q->i + 1, !tok_among(&q->rd->t, q->i, " accueille accueillent "));
}

static bool told_by_a_noun(const struct asking *q)
{
	const bool away = presence_of_leaving(q->rd, q->i);

	if (q->i > 0 && tok_among(&q->rd->t, q->i - 1, " d ' ") && tok_among(&q->rd->t, q->i - 2, " cas d "))
		return false;
	if (presence_moment_at(q->rd, q->i + 1, q->to) && !tok_mark(&q->rd->t, q->i + 1, ',') && presence_in_a_row(q, away))
		return true;
	const size_t behind = company_at(q->rd, q->i + 1 + tok_among(&q->rd->t, q->i + 1, " anticipe definitif definitive momentane momentanee tardif tardive temporaire provisoire "));

	return tok_among(&q->rd->t, behind, " de du d ") && presence_behind(q, behind, away);
}

/* One way of telling after the other, the cheap ones first. */
static bool is_told(const struct asking *q, unsigned kinds)
{
	struct reader *rd = q->rd;
	bool moment;

	if ((q->telling->number = ((kinds & PRESENCE_NUMBER) && number_changes(q)) || ((kinds & PRESENCE_LEFT) && presence_number_left(q)) || ((kinds & PRESENCE_QUORUM) && quorum_is_told_again(q))))
		return true;
	if ((kinds & PRESENCE_TIME) && presence_from_now_on(rd, q->i)) {
		const struct movers m = movers_in(rd, q->from, q->to, q->deports);

		int minutes;

		if (leaf_hour(&rd->t, q->i + 2, &minutes) > q->i + 2 && !tok_says(&rd->t, q->from, q->to, " seance reunion participe participent siege siegent vote votent assiste assistent present presente "))
			return false;
		q->telling->proxy = m.proxy;
		return m.member && !m.all_deported;
	}
	if ((kinds & PRESENCE_GIVES) && gives_his_voice(q))
		return true;
	const size_t behind = kinds & (PRESENCE_STATE | PRESENCE_GONE | PRESENCE_NOUN | PRESENCE_DENIED | PRESENCE_LABEL) ? presence_label(rd, q->i, &moment) : q->i;

	if (behind > q->i && names_stand_at(q, behind))
		return told_in_a_label(q, kinds, behind, moment);
	return ((kinds & PRESENCE_STATE) && told_by_a_state(q)) || ((kinds & PRESENCE_GONE) && told_by_a_verb(q, true)) || ((kinds & PRESENCE_COME) && told_by_a_verb(q, false)) ||
	       ((kinds & PRESENCE_NOUN) && told_by_a_noun(q)) || ((kinds & PRESENCE_DENIED) && is_denied(q)) ||
	       ((kinds & PRESENCE_GAP) && told_by_a_gap(q)) || ((kinds & PRESENCE_WELCOME) && told_by_a_welcome(q));
}

/* "Étaient présents : … Absents : …" of another head: attendance.c compares its présents with those of the first, unless they are of the minutes approved. */
bool presence_of_another_head(const struct asking *q, bool lists)
{
	const struct reader *rd = q->rd;
	const size_t floor = q->i > HEAD_TOKENS + rd->head.to ? q->i - HEAD_TOKENS : rd->head.to;
	struct heading h;

	for (size_t k = q->i, tries = 0; tries < HEADINGS && (k = landmark_before(rd->t.landmarks, CUE_PRESENTS, k, floor)) > floor; k--, tries++)
		if (heading_at(rd, k - 1, q->i, &h) && (h.kinds & LISTE_PRESENTS))
			return lists || reader_of_minutes_approved(rd, k - 1);
	return false;
}

/* The head's own lists tell who is absent. */
bool presence_in_the_lists(const struct reader *rd, size_t i)
{
	const struct field *const lists[] = { &rd->r->presents, &rd->r->absents, &rd->r->pouvoirs };

	if (i < rd->head.to && rd->r->presents.statut != FIELD_LU)
		return true;
	for (size_t k = 0; i < rd->head.to && k < sizeof lists / sizeof *lists; k++)
		if (lists[k]->statut == FIELD_LU && rd->t.at[i].start < lists[k]->span.end)
			return true;
	return false;
}

/* The sentence begins there, in a text without line ends behind the lists of the head. */
static size_t begins_at(const struct reader *rd, size_t i)
{
	const struct field *const lists[] = { &rd->r->presents, &rd->r->absents, &rd->r->pouvoirs };
	size_t from = sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0);

	for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
		if (lists[k]->statut == FIELD_LU && lists[k]->n > 0 && rd->t.at[from].start < lists[k]->span.end && rd->t.at[i].start >= lists[k]->span.end)
			from = token_at(rd, lists[k]->span.end);
	return from;
}

static bool lasts(const struct asking *q, unsigned kinds)
{
	if (word_is(q->rd, q->i, "part") && presence_of_several_places(q->rd, q->i, q->to))
		return false;
	if ((kinds & PRESENCE_DENIED) && !(kinds & PRESENCE_GONE))
		return tok_says(&q->rd->t, q->i > 3 ? q->i - 3 : 0, q->i + 2, " plus rester reintegre reintegrent reparu reparue reviendra reviendront reviendrait reviendraient ");
	return !(kinds & PRESENCE_STATE) && !word_is(q->rd, q->i, "absence");
}

bool presence_told_at(struct reader *rd, size_t i, const struct field *deports, struct telling *ret)
{
	static const struct field nobody;
	const unsigned kinds = presence_word(rd, i);

	if (kinds == 0 || i < 2 || rd->r->presents.statut == FIELD_AMBIGU || presence_in_the_lists(rd, i))
		return false;
	*ret = (struct telling){ .from = begins_at(rd, i), .to = sentence_end(rd, i, i + SENTENCE_TOKENS) };
	/* Who is absent does not withdraw. */
	const struct asking q = { rd, kinds & PRESENCE_STATE ? &nobody : deports, ret->from, i, ret->to, ret };

	if (!is_told(&q, kinds) || presence_of_another_meeting(&q) || presence_of_another_head(&q, (kinds & (PRESENCE_STATE | PRESENCE_GIVES)) || ((kinds & PRESENCE_TIME) && tok_mark(&rd->t, i - 2, '('))))
		return false;
	ret->of_the_acte = i >= rd->head.to && !lasts(&q, kinds) && !tok_says(&rd->t, ret->from, ret->to, " suite compter partir depuis reste definitivement ");
	return true;
}
