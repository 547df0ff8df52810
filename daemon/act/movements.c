/* SPDX-License-Identifier: EUPL-1.2 */
/* Members who come or go during the séance, told outside the lists: "Arrivée de Mme X", "M. X quitte la séance".
 *
 * Nothing says surely between which votes the move falls, nor who came back without a word, so whoever was there for the actes after it becomes AMBIGU,
 * with the words of the move; the proxies too when it concerns one. So does a list that was not read, lest the number
 * announced at the beginning stand for it. A move counts when words of the séance say it ("quitte
 * la salle", "prend place"), or when the person is in the lists: "arrivée de la fibre" and the retirement of an employee
 * move nobody. A déport that the acte names is left to the rules that know it. Counting heads after each move was
 * decided against: notes of moves are rarely complete.
 */
#include "going_priv.h"
#include "leaving_priv.h"
#include "presence_priv.h"

#define SUITE_TOKENS 5	/* "Suite à l'arrivée de …" */
#define NAMES_TOKENS 40 /* "M. X, Mme Y et M. Z quittent la séance" */

/* The list was read whole, and with it the bounds that stand in it: in_force.c places them. */
static bool in_a_list_read(const struct reader *rd, size_t i)
{
	const struct field *const lists[] = { &rd->r->presents, &rd->r->pouvoirs };
	const struct token *tok = &rd->t.at[i];

	for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
		if (lists[k]->statut == FIELD_LU && lists[k]->n > 0 && tok->start >= lists[k]->span.start &&
		    tok->end <= lists[k]->span.end)
			return true;
	return false;
}

/* "M. le Maire quitte la salle", and who he is was read as a déport of the acte. */
static bool chair_is_deported(struct reader *rd, size_t i, const struct field *deports)
{
	struct person p;

	return deports->statut == FIELD_LU && deports->n > 0 && chair_told_before(rd, i, &p) && list_holds_key(deports, p.cle);
}

/* The same words left the déports unread: whoever goes is one of those present, by whatever name. The chair who goes for the vote on his accounts
 * is told by his title, and the rule on them knows that he was there. */
static bool is_an_unread_deport(const struct reader *rd, size_t from, size_t i, const struct field *deports)
{
	return !tells_the_chair(rd, from, i) && deports->statut == FIELD_ILLISIBLE && rd->t.at[i].start >= deports->span.start && rd->t.at[i].end <= deports->span.end;
}

/* "Arrivée de Mme A", "Arrivées en cours de séance : Mme A", "… suite au départ de M. B, …" */
static bool noun_moves(struct reader *rd, size_t i, size_t to, struct movers *m, const struct field *deports)
{
	size_t next, name;

	if ((move_noun_at(rd, i, &next) || move_noun_told(rd, i, &next)) && next < to && (outsider_at(rd, next, to) || unnamed_members_at(rd, next)))
		return !outsider_at(rd, next, to) && move_ends_or_tells_the_hour(rd, next + 2, to);
	if (move_label_at(rd, i, &next) && next < to) {
		*m = movers_in(rd, next, to, deports);
		return m->named || bare_member(rd, next, to, m);
	}
	if (move_noun_at(rd, i, &next)) {
		if (next >= to)
			return false;
		if (!is_civility(&rd->t, next, &name))
			return bare_member(rd, next, to, m) || placed_stranger(rd, next, to);
		*m = movers_in(rd, next, to, deports);
		return m->named && (m->member || m->ends || move_tells_an_hour(rd, next, to) || move_tells_when(rd, m->end, to));
	}
	if (!move_noun_told(rd, i, &next) || next >= to || !is_civility(&rd->t, next, &name))
		return false;
	*m = movers_in(rd, next, to, deports);
	return m->member && (m->ends || move_tells_an_hour(rd, next, to) || i <= sentence_start(rd, i, i > SUITE_TOKENS ? i - SUITE_TOKENS : 0) + SUITE_TOKENS - 1);
}

/* "À 20 h 40, sort M. A", "quittent la séance M. A et Mme B": the verb opens what is said, a member stands behind it. */
static bool verb_comes_first(struct reader *rd, size_t i, size_t next, size_t to, struct movers *m, const struct field *deports)
{
	size_t name;

	if (!is_heading_place(rd, i) && rd->t.at[i].shape == SHAPE_LOWER && rd->t.at[i - 1].kind == TOK_WORD && !tok_among(&rd->t, i - 1, " h heures heure min minutes alors ensuite puis enfin a ont est sont ici "))
		return false;
	if (!is_civility(&rd->t, next, &name))
		return bare_member(rd, next, to, m);
	*m = movers_in(rd, next, to, deports);
	return m->member;
}

/* The move at token i, its sentence [*from, *to), and who moves. */
static bool move_at(struct reader *rd, size_t i, size_t *from, size_t *to, struct movers *m, const struct field *deports)
{
	size_t next;

	*to = sentence_end(rd, i, i + NAMES_TOKENS);
	*from = i;
	if (noun_moves(rd, i, *to, m, deports))
		return true;
	const enum move move = move_verb_at(rd, i, &next);

	if (move == MOVE_NONE)
		return false;
	if (verb_comes_first(rd, i, next, *to, m, deports))
		return true;
	*from = sentence_start(rd, i, i > NAMES_TOKENS ? i - NAMES_TOKENS : 0);
	if (outsider_before(rd, *from, i))
		return false;
	*m = movers_in(rd, *from, i, deports);
	m->member |= one_of_before(rd, WHO_PRESENT | WHO_ABSENT | WHO_GIVER, *from, i);
	m->all_deported |= subject_is_deported(rd, *from, i, deports);
	const bool told = move == MOVE_SURE || move_ends_or_tells_the_hour(rd, next, *to) || move_tells_when(rd, next, *to);

	if (is_an_unread_deport(rd, *from, i, deports))
		return true;
	if (chair_before(rd, *from, i) && (told || move_is_a_state(rd, i) || move_of_presence_alone(rd, i, next) || move_leaves_the_chair(rd, next)))
		return true;
	m->there |= name_before_is_there(rd, *from, i);
	bool since;

	/* "Mme A est présente": of an absent. */
	if (move_says_there_now(rd, i, &since) && (m->there || (!since && !one_of_before(rd, WHO_ABSENT | WHO_GIVER, *from, i))))
		return false;
	if (unnamed_members_before(rd, *from, i))
		return told;
	if (move == MOVE_SURE)
		return m->named || follows_names(rd, *from, i);
	/* "quitte ses fonctions", "le contrat arrive à échéance" are no moves. */
	if (!follows_names(rd, *from, i) && !is_told_of_farther_on(rd, *from, i, m) && !member_before_an_aside(rd, *from, i))
		return false;
	return told || (m->member && move_of_presence_alone(rd, i, next));
}

/* Why the list of an acte is not sure. */
enum why {
	WHY_UNPLACED,	/* somebody came or went, perhaps before its vote */
	WHY_BEFORE,	/* … before the acte began */
	WHY_TITLE_ONLY, /* "Mme le Maire se retire au moment du vote": nobody is named */
	WHY_OTHERWISE,	/* the lists say otherwise of somebody */
	WHY_NUMBER,	/* "le nombre de présents passe à 7" */
	WHY_UNKNOWN,	/* "M. A tire sa révérence": a verb that nobody knows */
	WHY_NOTE,	/* "* jusqu'à la délibération n° 5", below the list */
};

static void say_doubt(struct reader *rd, struct field *f, const struct item *words, const char *what, enum why why)
{
	static const char *const whys[] = {
		[WHY_UNPLACED] = "ne se situe pas par rapport à cet acte",
		[WHY_BEFORE] = "est dit avant cet acte, dont la liste n'est peut-être plus celle de la séance",
		[WHY_TITLE_ONLY] = ": rien ne dit sûrement lequel des présents porte ce titre",
		[WHY_OTHERWISE] = "n'est pas ce que disent les listes de la séance",
		[WHY_NUMBER] = "laisse penser que quelqu'un est arrivé ou parti",
		[WHY_UNKNOWN] = "n'est pas compris : quelqu'un est peut-être arrivé ou parti",
		[WHY_NOTE] = "explique une marque de la liste, et ne se situe pas par rapport à cet acte",
	};

	field_ambigu(rd, f, words, 1, "%s : « %.*s » %s", what, STR_ARG(utf8_head(words->texte, PRESENCE_QUOTED)), whys[why]);
}

static void doubt(struct reader *rd, struct field *f, const struct item *words, const char *what, enum why why)
{
	if (f->statut == FIELD_LU)
		say_doubt(rd, f, words, what, why);
}

/* What was said before the acte's last vote, in this acte or before it, may hold for that vote. */
static size_t last_place(const struct reader *rd, size_t acte)
{
	const struct acte *a = &rd->actes[acte];
	size_t to = rd->parts[acte].all.to;

	if (a->votes_n > 0)
		while (to > rd->parts[acte].all.from && rd->t.at[to - 1].start >= a->votes[a->votes_n - 1].span.end)
			to--;
	return to;
}

/* "Arrivée de Mme X", who is among the présents: she was not there before. */
static bool is_an_arrival(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " arrivee arrivees arrive arrives arrivent entree entre entrent rejoint rejoignent ");
}

struct told {
	const struct item *words;
	bool proxy;
	enum why why;
	size_t acte, at; /* where: in the part of this acte, or behind the vote before it; its token */
};

/* By a title that nothing gives to one of those present. */
static bool is_told_by_a_title_only(struct reader *rd, size_t i)
{
	struct person chair;
	size_t to;

	return title_told_before(rd, i, &to) < to && !chair_told_before(rd, i, &chair);
}

/* Of the acte, which begins at token `begin`. */
static enum why why_of(const struct told *told, size_t acte, size_t begin)
{
	return told->acte == acte && told->at >= begin ? told->why : WHY_BEFORE;
}

static void doubt_because(struct reader *rd, size_t acte, const struct told *told, enum why why)
{
	static const char *const whats[] = { [WHY_UNPLACED] = "arrivée ou départ", [WHY_BEFORE] = "arrivée ou départ", [WHY_TITLE_ONLY] = "arrivée ou départ", [WHY_OTHERWISE] = "présence",
					     [WHY_NUMBER] = "présence", [WHY_NOTE] = "présence", [WHY_UNKNOWN] = "présence" };
	struct acte *a = &rd->actes[acte];

	/* For a list not read, too: the number announced would stand for it, which was that of the beginning. */
	if (told->words != NULL && a->presents.statut != FIELD_AMBIGU)
		say_doubt(rd, &a->presents, told->words, whats[told->why], why);
	if (told->words != NULL && told->proxy)
		doubt(rd, &a->pouvoirs, told->words, "arrivée ou départ d'un mandant ou d'un mandataire", why);
}

static void doubt_acte(struct reader *rd, size_t acte, const struct told *told)
{
	doubt_because(rd, acte, told, why_of(told, acte, rd->parts[acte].all.from));
}

static void doubt_all(struct reader *rd, const struct told *told)
{
	for (size_t acte = 0; acte < rd->r->actes_n; acte++)
		doubt_because(rd, acte, told, told->why);
}

/* What is heard at a token. */
struct heard {
	struct movers who;
	size_t from, to;
	enum why why;
	bool of_the_acte; /* "étant absent"; a departure is of all actes behind it */
	bool proxy;
};

static bool is_heard(struct reader *rd, size_t i, size_t acte, struct heard *h)
{
	const struct field *deports = &rd->actes[acte].deports;
	struct telling telling;

	if (rd->t.at[i].kind != TOK_WORD || in_a_list_read(rd, i))
		return false;
	*h = (struct heard){ .why = WHY_UNPLACED };
	if (!move_says_nothing_alone(rd, i) && !told_of_an_absent(rd, i)) {
		if (chair_is_deported(rd, i, deports))
			return false;
		if (move_at(rd, i, &h->from, &h->to, &h->who, deports)) {
			h->why = is_told_by_a_title_only(rd, i) ? WHY_TITLE_ONLY : WHY_UNPLACED;
			h->of_the_acte = move_is_a_state(rd, i);
			h->proxy = h->who.proxy || gives_a_proxy(rd, h->from, h->to) || (!h->who.named && unnamed_may_hold_a_proxy(rd, h->from, i));
			return !left_and_back_for_the_vote(rd, i) && !(h->who.named && h->who.all_deported);
		}
	}
	if (!presence_told_at(rd, i, deports, &telling) || told_of_an_absent(rd, i) || left_and_back_for_the_vote(rd, i))
		return false;
	*h = (struct heard){ .from = telling.from, .to = telling.to, .of_the_acte = telling.of_the_acte, .proxy = telling.proxy || gives_a_proxy(rd, telling.from, telling.to), .why = telling.number ? WHY_NUMBER : WHY_OTHERWISE };
	return true;
}

static struct told told_of(struct reader *rd, const struct heard *h, size_t acte, size_t i, bool proxy)
{
	const size_t from = presence_quoted_from(rd, h->from, i, h->to);
	struct item *it = ARENA_NEW(rd->a, struct item);

	*it = (struct item){ .span = reader_span(rd, from, h->to), .texte = reader_text(rd, from, h->to) };
	return (struct told){ .words = it, .proxy = proxy || h->proxy, .why = h->why, .acte = acte, .at = i };
}

static bool holds_token(const struct reader *rd, const struct told *told, size_t i)
{
	return told->words != NULL && rd->t.at[i].start < told->words->span.end;
}

/* "après le point 3", "pour la délibération n° 2031-12"; "lors du vote" is of the last. */
static const char PLACES[] = " point points deliberation deliberations question rapport affaire ";

/* Behind the last vote, what is told with its place in the agenda was before it. */
static void hear_the_end(struct reader *rd, size_t i)
{
	const size_t acte = rd->r->actes_n - 1, vote = i;
	struct heard h;

	for (const size_t stop = rd->t.n; (i = next_of(rd, LANDMARK_MOVE, i, stop)) < stop; i++) {
		if (!is_heard(rd, i, acte, &h))
			continue;
		const struct told told = told_of(rd, &h, acte, i, false);

		if (acte == 0 || presence_is_a_note(rd, h.from, h.to, h.of_the_acte) || tok_says(&rd->t, h.from, h.to, PLACES) || tok_says(&rd->t, vote, i, " levee close "))
			doubt_all(rd, &told);
		else if (h.of_the_acte)
			doubt_acte(rd, acte, &told);
	}
}

static void hear_a_note(struct reader *rd)
{
	struct range at;

	if (!presence_note_of_a_list(rd, &at))
		return;
	const struct heard h = { .from = at.from, .to = at.to, .why = WHY_NOTE };
	const struct told told = told_of(rd, &h, 0, at.from, true);

	doubt_all(rd, &told);
}

/* Where an acte may tell who goes in words of its own: behind the vote before it; in the first, behind its title or the head, whose lists are full of names. */
static size_t first_place(const struct reader *rd, size_t acte)
{
	const struct field *objet = &rd->actes[0].objet;
	const size_t titled = objet->statut == FIELD_LU ? token_at(rd, objet->span.end) : rd->t.n;

	if (acte > 0)
		return last_place(rd, acte - 1);
	return titled < rd->head.to ? titled : rd->head.to;
}

static void hear_the_unknown(struct reader *rd)
{
	for (size_t acte = 0; acte < rd->r->actes_n; acte++) {
		const size_t begin = rd->parts[acte].all.from, stop = last_place(rd, acte);

		for (size_t i = first_place(rd, acte); i < stop; i++) {
			struct range at;

			if (rd->actes[acte].presents.statut != FIELD_LU || !unknown_move_at(rd, i, acte > 0 && i < begin, &at))
				continue;
			const struct heard h = { .from = at.from, .to = at.to, .why = WHY_UNKNOWN };
			const struct told told = told_of(rd, &h, acte, i, false);

			for (size_t behind = acte; behind < rd->r->actes_n; behind++)
				doubt_because(rd, behind, &told, WHY_UNKNOWN);
		}
	}
}

/* Who left, and the words that told it. */
struct lasting {
	struct told told;
	struct away gone; /* nobody: the words do not tell surely who */
};

static void leave(struct reader *rd, struct lasting *l, const struct heard *h, size_t i)
{
	struct away more;

	if ((l->told.words != NULL && l->gone.n == 0) || !gone_at(rd, i, h->from, h->to, &more) || !away_add(&l->gone, &more))
		l->gone.n = 0;
}

/* "M. A regagne la séance" between two actes, of whom the words of leaving, or the déports of the first, say that he left; *i moves to the end of the sentence. */
static bool is_a_return(struct reader *rd, size_t acte, size_t *i, struct lasting *l)
{
	struct away back;
	size_t end;

	if (acte == 0 || *i >= rd->parts[acte].all.from || !back_at(rd, *i, &back, &end))
		return false;
	if (l->told.words == NULL ? !all_were_deported(&rd->actes[acte - 1].deports, &back) : !away_are_back(&l->gone, &back))
		return false;
	if (l->gone.n == 0)
		l->told = (struct told){ .words = NULL };
	*i = end - 1;
	return true;
}

void reader_movements(struct reader *rd)
{
	struct lasting lasting = { .told = { .words = NULL } };
	size_t i = 0;

	hear_a_note(rd);
	for (size_t acte = 0; acte < rd->r->actes_n; acte++) {
		struct told here = { .words = NULL };
		struct heard h;

		for (const size_t stop = last_place(rd, acte); (i = next_of(rd, LANDMARK_MOVE, i, stop)) < stop; i++) {
			if (is_a_return(rd, acte, &i, &lasting) || !is_heard(rd, i, acte, &h))
				continue;
			struct told *told = h.of_the_acte ? &here : &lasting.told;

			/* "M. A, étant absent": a move, and its words again. */
			if (h.why == WHY_OTHERWISE && (holds_token(rd, &here, i) || holds_token(rd, &lasting.told, i)))
				continue;
			if (!h.of_the_acte)
				leave(rd, &lasting, &h, i);
			*told = told_of(rd, &h, acte, i, told->proxy);
			for (size_t before = 0; h.who.there && is_an_arrival(rd, i) && before < acte; before++)
				doubt(rd, &rd->actes[before].presents, told->words, "arrivée", WHY_UNPLACED);
			if (presence_is_a_note(rd, h.from, h.to, h.of_the_acte))
				doubt_all(rd, told);
			/* "Absents lors du vote : M. A" between two votes is of one of them. */
			else if (h.of_the_acte && h.why == WHY_OTHERWISE && acte > 0 && i < rd->parts[acte].all.from)
				doubt_because(rd, acte - 1, told, told->why);
		}
		doubt_acte(rd, acte, &lasting.told);
		doubt_acte(rd, acte, &here);
	}
	hear_the_end(rd, i);
	hear_the_unknown(rd);
}
