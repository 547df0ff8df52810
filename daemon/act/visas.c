/* SPDX-License-Identifier: EUPL-1.2 */
/* The visas of an acte, one item per "Vu …": from its "Vu" to the next one, or to what ends them (considérant, exposé,
 * decision). Motives and stamps may stand between two runs of them.
 *
 * A list whose end was not found is not read: a visa that swallows the motives would lend them its references. Nor is one of minutes that
 * were not cut, which would lend an acte the visas of another. An acte that decides and has no "Vu" at all has none.
 */
#include "bounds.h"
#include "reader_priv.h"
#include "segment_priv.h"
#include "titles_priv.h"

#define VISA_WORDS 250
#define MORE_TOKENS 20 /* of a visa quoted in a reason */
#define MORE_BYTES 100
#define GAP_TOKENS 200 /* motives between two runs of visas */
#define TEXT_TOKENS 30 /* fewer are an entry of a list of deliberations, not their text */
#define BARE_TOKENS 4 /* "Vu l ' arrêté" */
#define SLIP_LETTERS 5

struct visas {
	struct candidates list;
	struct range runs; /* from the first "Vu" to the end of the last run */
};

static size_t without_stops(const struct reader *rd, size_t from, size_t to)
{
	while (to > from + 1 && rd->t.at[to - 1].kind == TOK_MARK && !tok_among(&rd->t, to - 1, " ) \" % € ° "))
		to--;
	return to;
}

/* "La Commission permanente  Expose :": the place of the visas is there, between the body's name and the next part, and
 * nothing stands in it. */
static bool place_is_empty(const struct reader *rd, const struct acte_parts *p)
{
	size_t next;

	for (size_t i = p->all.from; (i = next_of(rd, LANDMARK_BODY, i, p->all.to)) < p->all.to; i++) {
		if (organe_at(rd, i, &next) == NULL || rd->t.at[i].lines + rd->t.at[next].lines == 0)
			continue;
		const size_t k = skip_marks(rd, next, ",:");

		if (rd->t.at[k].shape != SHAPE_LOWER &&
		    (cue_at(rd->lx, &rd->t, k, CUE_EXPOSE) > k || cue_at(rd->lx, &rd->t, k, CUE_CONSIDERANT) > k))
			return true;
	}
	return false;
}

/* "au vu de", "nous avons vu", "Vu pour être annexé" */
static bool is_no_visa(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i + 1, " pour et par ") || (i > 0 && tok_among(&rd->t, i - 1, " au a ai ont avons avait ete deja est "));
}

/* "Vula loi", "Wu le code": what a scanner makes of it. */
static bool may_be_a_slip(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i];

	if (t->kind != TOK_WORD || t->key.n > SLIP_LETTERS || t->shape == SHAPE_LOWER)
		return false;
	if (t->key.n > 2 && str_starts(t->key, STR("vu")))
		return !tok_among(&rd->t, i, " vue vues ");
	return t->lines > 0 && tok_among(&rd->t, i, " wu yu vn vv u v vo vi ") && tok_among(&rd->t, i + 1, " le la l les son ") &&
	       tok_among(&rd->t, i + 2 + tok_mark(&rd->t, i + 2, '\''), " code loi decret article arrete deliberation avis budget rapport ");
}

/* The whole acte was gone through: it decides, and no "Vu" stands in it. */
static bool has_none(const struct reader *rd, size_t i)
{
	const struct acte_parts *p = &rd->parts[i];

	if ((p->dispositif.to == 0 && rd->actes[i].votes_n == 0) || p->all.to - p->all.from < TEXT_TOKENS)
		return false;
	for (size_t k = p->all.from; (k = next_of(rd, CUE_VU, k, p->all.to)) < p->all.to; k++)
		if (!is_no_visa(rd, k))
			return false;
	for (size_t k = p->all.from; k < p->all.to; k++)
		if (may_be_a_slip(rd, k))
			return false;
	return true;
}

/* Another "Vu …" between the end of the list and the decision: 0 when there is none. */
static size_t visa_beyond(const struct reader *rd, const struct acte_parts *p, size_t from)
{
	const size_t to = p->dispositif.to > 0 && p->dispositif.from > from ? p->dispositif.from : p->all.to;

	for (size_t i = from; i < to; i++)
		if (rd->t.at[i].shape != SHAPE_LOWER && (is_heading_place(rd, i) || tok_mark(&rd->t, i - 1, ',')) && is_visa_opener(rd, i))
			return i;
	return 0;
}

/* Between two runs only motives, what was heard, and a page's end: nobody votes, and no other acte opens. */
static bool is_of_motives(const struct reader *rd, size_t from, size_t to)
{
	static const char heard[] = " entendu oui apres sur ";
	const bool motives = cue_at(rd->lx, &rd->t, from, CUE_CONSIDERANT) > from || tok_among(&rd->t, from, heard) || stamp_at(rd, from) ||
			     after_furniture(rd, from);

	if (!motives || to - from > GAP_TOKENS)
		return false;
	for (size_t i = from; i < to; i++)
		if (says_a_vote(rd, i) || (i > from && rd->t.at[i].lines > 0 && speaker_at(rd, i, to)) || cue_at(rd->lx, &rd->t, i, CUE_OBJET) > i)
			return false;
	return true;
}

/* "Vu la délibération du", "Vu le décret": something is missing. "Vu le : Code" was woven with another column. */
static bool is_cut(const struct reader *rd, size_t from, size_t last)
{
	if (rd->t.at[last - 1].shape == SHAPE_LOWER &&
	    (title_goes_on(rd, last) || (last - from <= BARE_TOKENS && tok_among(&rd->t, last - 1, " decret loi deliberation arrete ordonnance article articles "))))
		return true;
	for (size_t k = from + 1; k + 1 < last; k++)
		if (tok_mark(&rd->t, k + 1, ':') && rd->t.at[k].shape == SHAPE_LOWER && tok_among(&rd->t, k, " le la les du des de l "))
			return true;
	return false;
}

static size_t next_mark(const struct reader *rd, char mark, size_t from, size_t to)
{
	while (from < to && !tok_mark(&rd->t, from, mark))
		from++;
	return from;
}

static bool holds_a_page_foot(const struct reader *rd, size_t from, size_t last)
{
	for (size_t k = from + 1; k < last; k++)
		if (rd->t.at[k].shape != SHAPE_LOWER && word_is(rd, k, "seance") && !title_goes_on(rd, k))
			return true;
	return false;
}

/* "Vul'enveloppe …": one more, or the end of the one before. */
static size_t glued_opener(const struct reader *rd, size_t from, size_t to)
{
	while (from < to && !(rd->t.at[from].shape != SHAPE_LOWER && tok_among(&rd->t, from, " vul vula vule vules vuson vusa ")))
		from++;
	return from;
}

/* Each visa of one run. A sentence why it is not read, or NULL; *ret_at is the visa. */
static const char *add_run(struct reader *rd, size_t from, size_t to, struct candidates *list, size_t *ret_at)
{
	for (size_t at = from; at < to && list->n < LIMIT_LIST_ITEMS;) {
		size_t end = at + 1;

		while ((end = next_of(rd, CUE_VU, end, to)) < to && !is_visa_opener(rd, end))
			end++;
		*ret_at = at;
		if (end - at > VISA_WORDS)
			return "la fin d'un visa n'a pas été trouvée";
		const size_t last = without_stops(rd, at, visa_to(rd, at, end));

		if (is_cut(rd, at, last))
			return "un visa est coupé";
		if (next_mark(rd, '|', at, last) < last)
			return "une colonne voisine est mêlée à un visa";
		if (holds_a_page_foot(rd, at, last))
			return "un bas de page est mêlé à un visa";
		for (size_t k = at; k < last; k++)
			if (leaf_article_is_damaged(rd->text, &rd->t, k))
				return "le numéro d'un article visé est abîmé";
		*ARENA_PUSH(rd->a, list) =
			(struct item){ .span = reader_span(rd, at, last), .texte = reader_text(rd, at, last) };
		at = end;
	}
	return NULL;
}

static void interrupted(struct reader *rd, struct field *f, size_t more)
{
	const struct str text = reader_text(rd, more, sentence_end(rd, more, more + MORE_TOKENS)), head = utf8_head(text, MORE_BYTES);

	field_illisible(rd, f, reader_span(rd, more, more + 1), "la liste des visas est interrompue : « %.*s%s » vient plus loin",
			STR_ARG(head), head.n < text.n ? "…" : "");
}

/* All runs before the decision; false when one of them is not read, and `f` says why. */
static bool add_runs(struct reader *rd, size_t i, struct field *f, struct visas *v)
{
	const struct acte_parts *p = &rd->parts[i];
	bool closed = p->visas_closed;
	size_t from = p->visas.from, to = p->visas.to, at = from;

	for (;;) {
		const char *why = closed ? add_run(rd, from, to, &v->list, &at) : "la fin des visas n'a pas été trouvée";

		if (why != NULL) {
			field_illisible(rd, f, reader_span(rd, at, at + 1), "%s", why);
			return false;
		}
		v->runs = (struct range){ p->visas.from, to };
		from = visa_beyond(rd, p, to);
		if (from == 0)
			return true;
		if (p->dispositif.to == 0 || from >= p->dispositif.from || !is_of_motives(rd, to, from)) {
			interrupted(rd, f, from);
			return false;
		}
		at = from;
		to = visas_run(rd, from, p->all.to, &closed);
	}
}

/* Of what was cut as one acte: a vote before its first "Vu" and another behind it. */
static bool is_voted_before(const struct reader *rd, size_t i)
{
	const struct acte *a = &rd->actes[i];

	return rd->r->actes_n > 1 && a->votes_n > 1 && a->votes[0].span.end <= rd->t.at[rd->parts[i].visas.from].start;
}

void reader_visas(struct reader *rd, size_t i)
{
	const struct acte_parts *p = &rd->parts[i];
	struct field *f = &rd->actes[i].visas;
	struct visas v = { 0 };

	if (p->visas.from == p->visas.to) {
		if (place_is_empty(rd, p))
			field_lu(f, (struct span){ 0, 0 });
		else if (has_none(rd, i))
			field_absent_because(rd, f, (struct span){ 0, 0 }, "aucun « Vu » dans l'acte");
		else
			field_illisible(rd, f, (struct span){ 0, 0 }, "aucun visa (« Vu … ») trouvé");
		return;
	}
	if (is_uncut_minutes(rd, i)) {
		field_illisible(rd, f, reader_span(rd, p->visas.from, p->visas.from + 1),
				"plusieurs votes sous ce qui a été lu comme un seul acte : duquel sont ces visas n'est pas sûr");
		return;
	}
	if (is_voted_before(rd, i)) {
		field_illisible(rd, f, reader_span(rd, p->visas.from, p->visas.from + 1), "un vote de ce qui a été lu comme un seul acte est dit avant ces visas, un autre derrière eux : ce sont peut-être ceux d'un autre");
		return;
	}
	if (!add_runs(rd, i, f, &v))
		return;
	const size_t glued = glued_opener(rd, p->all.from, v.runs.to);

	if (glued < v.runs.to) {
		field_illisible(rd, f, reader_span(rd, glued, glued + 1), "un « Vu » est collé au mot qui le suit");
		return;
	}
	field_lu(f, reader_span(rd, v.runs.from, without_stops(rd, v.runs.from, v.runs.to)));
	f->items = v.list.at;
	f->n = v.list.n;
}
