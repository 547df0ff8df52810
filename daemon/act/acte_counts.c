/* SPDX-License-Identifier: EUPL-1.2 */
/* The présents and votants that minutes state anew for one acte: "Présents : 9 - Votants : 9" under its title, or between two actes.
 *
 * Nothing says who came or went, so where they are not those of the lists (or, without lists, of the head) the présents of that acte are AMBIGU, and
 * those of the actes behind it until another number is stated. A number between a vote and the next title may be of either acte, unless the voices
 * of the first are those of the lists. A number that the head seems to state, and that stands with the vote of a point, is not the séance's. Decided
 * against: setting the number announced, which is the séance's.
 */
#include "counts_priv.h"
#include "votes_priv.h"

#define QUORUM_WITHIN 6
#define TO_ITS_VOTE 12
#define HEAD_ROW 16
#define ROW_TOKENS 64 /* of a box or a row of counts, before and behind one of its labels */

struct stated { /* as last told; value < 0: nothing yet */
	int64_t value;
	struct span span;
};

static bool votes_by_ballot(const struct reader *rd, size_t acte)
{
	const struct range all = rd->parts[acte].all;

	return tok_says(&rd->t, all.from, all.to, " bulletin bulletins enveloppe enveloppes urne scrutin depouillement ");
}

static int64_t read_or_none(const struct field *f)
{
	return f->statut == FIELD_LU ? f->nombre : 0;
}

/* Voices that some do not count among the votants. */
static int64_t not_voting(const struct acte *a)
{
	int64_t n = 0;

	for (size_t v = 0; v < a->votes_n; v++) {
		const int64_t here = read_or_none(&a->votes[v].abstentions) + read_or_none(&a->votes[v].ne_prennent_pas_part);

		n = here > n ? here : n;
	}
	return n;
}

/* How many the lists, or the head, give the acte; -1 where they do not say. */
static int64_t presents_known(const struct reader *rd, const struct acte *a)
{
	const struct field *annonces = &rd->r->presents_annonces;

	if (a->presents.statut == FIELD_LU)
		return (int64_t)a->presents.n;
	return a->presents.statut == FIELD_ILLISIBLE && annonces->statut == FIELD_LU ? annonces->nombre : -1;
}

static int64_t votants_known(const struct reader *rd, const struct acte *a)
{
	const struct field *annonces = &rd->r->votants_annonces;

	if (a->presents.statut == FIELD_LU && a->pouvoirs.statut != FIELD_ILLISIBLE && a->pouvoirs.statut != FIELD_AMBIGU)
		return (int64_t)(a->presents.n + a->pouvoirs.n);
	return a->presents.statut == FIELD_ILLISIBLE && annonces->statut == FIELD_LU ? annonces->nombre : -1;
}

/* Fewer by those who took no part, or by the chair whom no list names. */
static bool explains(const struct reader *rd, const struct acte *a, int64_t known, int64_t stated, int64_t fewer)
{
	const int64_t chair = a->presents.statut == FIELD_LU && a->presents.n > rd->r->presents.n;
	const bool away = a->deports.statut != FIELD_LU || a->deports.n > 0;

	return stated == known || stated == known - chair || (away && stated < known) || (fewer > 0 && stated < known && stated >= known - fewer - chair);
}

static bool differs(const struct reader *rd, size_t acte, enum cue cue, const struct stated *s)
{
	const struct acte *a = &rd->actes[acte];
	const bool votants = cue == CUE_NB_VOTANTS;
	const int64_t known = votants ? votants_known(rd, a) : presents_known(rd, a);

	if (s->value < 0 || known < 0 || (votants && votes_by_ballot(rd, acte)))
		return false;
	if (rd->r->effectif.statut == FIELD_LU && s->value > rd->r->effectif.nombre)
		return false;
	return !explains(rd, a, known, s->value, votants ? not_voting(a) : 0);
}

static const struct item *words_at(struct reader *rd, struct span span)
{
	struct item *words = ARENA_NEW(rd->a, struct item);

	*words = (struct item){ .span = span, .texte = squeeze(rd->a, str_part(rd->text->bytes, span.start, span.end)) };
	return words;
}

static void doubt(struct reader *rd, size_t acte, enum cue cue, const struct stated *s)
{
	struct acte *a = &rd->actes[acte];
	const bool votants = cue == CUE_NB_VOTANTS;
	const int64_t known = votants ? votants_known(rd, a) : presents_known(rd, a);
	const struct item *words = words_at(rd, s->span);

	field_ambigu(rd, &a->presents, words, 1, "« %.*s » est annoncé au cours de la séance, et %s %lld : quelqu'un est peut-être arrivé ou parti", STR_ARG(words->texte),
		     a->presents.statut == FIELD_LU ? votants ? "les listes donnent" : "la liste en donne" : "l'en-tête annonce", (long long)known);
}

/* In figures, or behind a colon ("dès à présent une réserve"), and not of the quorum found at the beginning ("quorum (28 présents sur 35)"). */
static bool is_told_of_the_moment(const struct reader *rd, struct span span)
{
	const size_t from = token_at(rd, span.start);
	bool number = false;

	for (size_t k = from; k < rd->t.n && rd->t.at[k].end <= span.end; k++)
		number |= rd->t.at[k].kind == TOK_NUMBER || tok_mark(&rd->t, k, ':');
	return number && !cue_before(rd, from, QUORUM_WITHIN, rd->head.from, CUE_QUORUM);
}

/* The voices of the acte are those of the lists. */
static bool voices_are_known(const struct acte *a)
{
	for (size_t v = 0; a->presents.statut == FIELD_LU && v < a->votes_n; v++)
		if (read_or_none(&a->votes[v].pour) + read_or_none(&a->votes[v].contre) + read_or_none(&a->votes[v].abstentions) == (int64_t)(a->presents.n + a->pouvoirs.n))
			return true;
	return false;
}

static bool stands_behind_its_vote(const struct acte *a, struct span span)
{
	return a->votes_n > 0 && span.start >= a->votes[a->votes_n - 1].span.end;
}

/* "Présents : 6 + 1 pouvoir": a number of this acte that is not understood. */
static bool not_understood(const struct reader *rd, const struct count *c)
{
	const size_t from = token_at(rd, c->mixed.start);

	return c->values.n == 0 && c->mixed.end > 0 && (is_heading_place(rd, from) || rd->t.at[from].shape != SHAPE_LOWER) && is_told_of_the_moment(rd, c->mixed);
}

/* "Présents : 5 (à compter de ce point)", and the list has five. */
static bool is_the_list_from_now_on(const struct reader *rd, const struct acte *a, struct span span)
{
	const size_t from = token_at(rd, span.start), behind = token_at(rd, span.end);
	size_t to = behind, numbers = 0;
	int64_t n, told = -1;

	if (tok_mark(&rd->t, behind, '('))
		while (to < behind + ROW_TOKENS && !tok_mark(&rd->t, to, ')'))
			to++;
	for (size_t k = from, end; k < to; k = end > k ? end : k + 1)
		if ((end = leaf_number(&rd->t, k, &n)) > k && numbers++ == 0)
			told = n;
	return numbers == 1 && told == presents_known(rd, a) && tok_says(&rd->t, from, to, " compter partir ");
}

/* Behind a vote whose voices are those of the lists, it is told for the next acte. */
static void doubt_not_understood(struct reader *rd, size_t acte, struct span span)
{
	const bool next = acte + 1 < rd->r->actes_n && stands_behind_its_vote(&rd->actes[acte], span) && voices_are_known(&rd->actes[acte]);
	const struct item *words = words_at(rd, span);
	struct acte *a = &rd->actes[acte + next];

	if (a->presents.statut == FIELD_LU)
		field_ambigu(rd, &a->presents, words, 1, "« %.*s » est annoncé pour cet acte et n'est pas compris", STR_ARG(words->texte));
}

/* The last number of `c` becomes what is stated; true when one of them differs for the acte, *ret that one. */
static bool take(const struct reader *rd, size_t acte, const struct count *c, struct stated *last, struct stated *ret)
{
	bool found = false;

	for (size_t k = 0; k < c->values.n; k++) {
		const struct stated s = { c->values.at[k].centimes, c->values.at[k].span };
		const struct acte *a = &rd->actes[acte];

		if (!is_told_of_the_moment(rd, s.span))
			continue;
		if (last->value < 0 || s.span.start > last->span.start)
			*last = s;
		if (!found && !(stands_behind_its_vote(a, s.span) && voices_are_known(a)) && differs(rd, acte, c->cue, &s)) {
			found = true;
			*ret = s;
		}
	}
	return found;
}

/* The next label of présents or votants in `in`, or its end. */
static size_t next_label(const struct reader *rd, struct range in)
{
	static const enum cue cues[] = { CUE_NB_PRESENTS, CUE_NB_VOTANTS };
	size_t first = in.to;

	for (size_t c = 0; c < sizeof cues / sizeof *cues; c++)
		for (size_t i = in.from; (i = next_of(rd, cues[c], i, first)) < first; i++)
			if (cue_at(rd->lx, &rd->t, i, cues[c]) > i)
				first = i;
	return first;
}

/* Around their labels only: numbers are many, and most actes state none of these. */
static void counts_around_labels(struct reader *rd, struct range in, struct count *counts)
{
	for (size_t from = in.from, label; (label = next_label(rd, (struct range){ from, in.to })) < in.to;) {
		size_t next = label, to;

		do
			to = next + ROW_TOKENS < in.to ? next + ROW_TOKENS : in.to;
		while ((next = next_label(rd, (struct range){ next + 1, to })) < to);
		counts_in(rd, (struct range){ label > from + ROW_TOKENS ? label - ROW_TOKENS : from, to }, counts);
		from = to;
	}
}

/* "Présents : 12 ou 11", "12 puis 13": the token behind, or i. */
static size_t two_numbers(const struct reader *rd, size_t i)
{
	const size_t label = cue_at(rd->lx, &rd->t, i, CUE_NB_PRESENTS), first = skip_marks(rd, label, ":");
	int64_t one, other;
	const size_t or = label > i ? leaf_number(&rd->t, first, &one) : first, end = or > first && tok_among(&rd->t, or, " ou puis ") ? leaf_number(&rd->t, or + 1, &other) : or;

	return end > or + 1 && one != other && rd->t.at[end - 1].lines == 0 ? end : i;
}

/* The list says who came or went, and when. */
static bool list_tells_when(const struct field *presents)
{
	for (size_t i = 0; i < presents->n; i++)
		if (presents->items[i].depuis.n + presents->items[i].jusqua.n > 0)
			return true;
	return false;
}

static void doubt_all(struct reader *rd, struct span span)
{
	for (size_t acte = 0; acte < rd->r->actes_n; acte++)
		if (rd->actes[acte].presents.statut == FIELD_LU) {
			const struct item *words = words_at(rd, span);

			field_ambigu(rd, &rd->actes[acte].presents, words, 1, "« %.*s » est annoncé : quelqu'un est peut-être arrivé ou parti", STR_ARG(words->texte));
		}
}

/* "Nombre de présents : 6", and not "présent 3" of a table */
static bool is_labelled(const struct reader *rd, struct span span)
{
	for (size_t k = token_at(rd, span.start); k < rd->t.n && rd->t.at[k].end <= span.end; k++)
		if (tok_mark(&rd->t, k, ':'))
			return true;
	return false;
}

/* "2031-11⏎Nombre de présents : 5⏎2031-12⏎Nombre de présents : 6", above the actes, and the list has five. */
static void doubt_another_number_of_the_head(struct reader *rd)
{
	const struct field *told = &rd->r->presents_annonces, *list = &rd->r->presents;

	if (told->statut != FIELD_AMBIGU || list->statut != FIELD_LU)
		return;
	for (size_t i = 0; i < told->n; i++)
		if (told->items[i].centimes != (int64_t)list->n && is_labelled(rd, told->items[i].span)) {
			doubt_all(rd, told->items[i].span);
			return;
		}
}

/* The head itself says that the number of présents is not the same for all. */
static void doubt_two_numbers(struct reader *rd)
{
	if (list_tells_when(&rd->r->presents))
		return;
	doubt_another_number_of_the_head(rd);
	for (size_t i = rd->head.from, end; (i = next_of(rd, CUE_NB_PRESENTS, i, rd->head.to)) < rd->head.to; i++) {
		if ((end = two_numbers(rd, i)) == i)
			continue;
		doubt_all(rd, reader_span(rd, i, end));
		return;
	}
}

static void read_acte(struct reader *rd, size_t acte, struct stated *presents, struct stated *votants)
{
	const struct range all = rd->parts[acte].all, body = { all.from > rd->head.to ? all.from : rd->head.to, all.to };
	struct count counts[COUNTS] = COUNTS_OF_NOTHING;
	struct stated s;

	counts_around_labels(rd, body, counts);
	const bool own_presents = counts[COUNT_PRESENTS].values.n > 0, own_votants = counts[COUNT_VOTANTS].values.n > 0;

	if (not_understood(rd, &counts[COUNT_PRESENTS]) && !is_the_list_from_now_on(rd, &rd->actes[acte], counts[COUNT_PRESENTS].mixed))
		doubt_not_understood(rd, acte, counts[COUNT_PRESENTS].mixed);
	if (own_presents ? take(rd, acte, &counts[COUNT_PRESENTS], presents, &s) : differs(rd, acte, CUE_NB_PRESENTS, presents))
		doubt(rd, acte, CUE_NB_PRESENTS, own_presents ? &s : presents);
	else if (own_votants ? take(rd, acte, &counts[COUNT_VOTANTS], votants, &s) : differs(rd, acte, CUE_NB_VOTANTS, votants))
		doubt(rd, acte, CUE_NB_VOTANTS, own_votants ? &s : votants);
}

/* Where the last list of the head that ends before `offset` ends; 0 where none does. */
static size_t end_of_lists(const struct reader *rd, size_t offset)
{
	const struct field *const lists[] = { &rd->r->presents, &rd->r->absents, &rd->r->pouvoirs };
	size_t end = 0;

	for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
		for (size_t i = 0; i < lists[l]->n; i++)
			if (lists[l]->items[i].span.end <= offset && lists[l]->items[i].span.end > end)
				end = lists[l]->items[i].span.end;
	return end;
}

struct votes_told {
	size_t n, first; /* how many, and the first token of the first that stands behind the count */
	int64_t most;	 /* voices of one of them, for and against */
};

static struct votes_told votes_told(const struct reader *rd, size_t offset)
{
	struct votes_told told = { .first = rd->t.n };

	for (size_t a = 0; a < rd->r->actes_n; a++)
		for (size_t v = 0; v < rd->actes[a].votes_n; v++, told.n++) {
			const struct vote *vote = &rd->actes[a].votes[v];
			const int64_t voices = read_or_none(&vote->pour) + read_or_none(&vote->contre);

			if (vote->span.start >= offset && token_at(rd, vote->span.start) < told.first)
				told.first = token_at(rd, vote->span.start);
			told.most = voices > told.most ? voices : told.most;
		}
	return told;
}

/* "M. A se retire. Votants : 9", "à l'unanimité des votants (9)"; where several votes are told, "Votants : 9 – Pour : 9" where another counts ten voices. */
static bool is_of_a_point(const struct reader *rd, const struct field *count, size_t from, size_t lists)
{
	const struct votes_told votes = votes_told(rd, count->span.end);

	if (votes.n == 0)
		return false;
	const size_t row = from > lists + HEAD_ROW ? from - HEAD_ROW : lists;

	if (next_of(rd, CUE_EN_EXERCICE, row, from) < from)
		return false; /* the head's form, at the top of a page */
	if (cue_before(rd, token_at(rd, count->span.end), TO_ITS_VOTE, lists, CUE_UNANIMITE))
		return true;
	for (size_t k = lists; (k = next_of(rd, CUE_NPPV, k, from)) < from; k++)
		if (cue_at(rd->lx, &rd->t, k, CUE_NPPV) > k)
			return true;
	return votes.n > 1 && votes.most > count->nombre && votes.first - from <= TO_ITS_VOTE;
}

/* "La commission des finances (12 votants)", "Avis du comité technique : votants : 12", behind the lists, on one line. */
static bool is_of_another_body(const struct reader *rd, size_t from, size_t lists)
{
	for (size_t k = from; k > lists && from - k < TO_ITS_VOTE && rd->t.at[k].lines == 0 && !sentence_ends_at(rd, k - 1); k--)
		if (is_another_body(rd, k - 1))
			return true;
	return false;
}

/* Said behind the lists, of something else than the séance. */
static void doubt_a_count_below(struct reader *rd, struct field *count)
{
	if (count->statut != FIELD_LU || count->cote > 0 || count->de_registre)
		return;
	const size_t from = token_at(rd, count->span.start), lists = token_at(rd, end_of_lists(rd, count->span.start));

	if (lists == 0)
		return;
	if (is_of_another_body(rd, from, lists))
		field_illisible(rd, count, count->span, "ce nombre est dit auprès d'une commission ou d'une autre assemblée : rien ne dit que c'est celui de la séance");
	else if (is_of_a_point(rd, count, from, lists))
		field_illisible(rd, count, count->span, "ce nombre est dit d'un point, auprès de son vote : rien ne dit que c'est celui de la séance");
}

void reader_acte_counts(struct reader *rd)
{
	struct stated presents = { -1, { 0, 0 } }, votants = { -1, { 0, 0 } };

	doubt_a_count_below(rd, &rd->r->presents_annonces);
	doubt_a_count_below(rd, &rd->r->votants_annonces);
	doubt_two_numbers(rd);

	for (size_t acte = 0; acte < rd->r->actes_n; acte++)
		read_acte(rd, acte, &presents, &votants);
}
