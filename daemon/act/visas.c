/* SPDX-License-Identifier: EUPL-1.2 */
/* The visas of an acte, one item per "Vu …": from its "Vu" to the next one, or to what ends them (considérant, exposé,
 * decision).
 *
 * A list whose end was not found is not read: a visa that swallows the motives would lend them its references.
 */
#include "bounds.h"
#include "reader_priv.h"

#define VISA_WORDS 250
#define MORE_TOKENS 20 /* of a visa quoted in a reason */
#define MORE_BYTES 100

static size_t without_stops(const struct reader *rd, size_t from, size_t to)
{
	while (to > from + 1 && rd->t.at[to - 1].kind == TOK_MARK && !tok_mark(&rd->t, to - 1, ')') &&
	       !tok_mark(&rd->t, to - 1, '"'))
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

/* Another "Vu …" between the end of the list and the decision: a stamp, "Entendu le rapport" or an empty line cut the list
 * in two, and the visa that is looked for may be in the second half. 0 when there is none. */
static size_t visa_beyond(const struct reader *rd, const struct acte_parts *p)
{
	const size_t to = p->dispositif.to > 0 && p->dispositif.from > p->visas.to ? p->dispositif.from : p->all.to;

	for (size_t i = p->visas.to; i < to; i++)
		if (rd->t.at[i].shape != SHAPE_LOWER && is_heading_place(rd, i) && is_visa_opener(rd, i))
			return i;
	return 0;
}

void reader_visas(struct reader *rd, size_t i)
{
	const struct acte_parts *p = &rd->parts[i];
	struct field *f = &rd->actes[i].visas;
	struct candidates list = { 0 };

	if (p->visas.from == p->visas.to && place_is_empty(rd, p)) {
		field_lu(f, (struct span){ 0, 0 });
		return;
	}
	if (p->visas.from == p->visas.to) {
		field_illisible(rd, f, (struct span){ 0, 0 }, "aucun visa (« Vu … ») trouvé");
		return;
	}
	const struct span whole = reader_span(rd, p->visas.from, without_stops(rd, p->visas.from, p->visas.to));

	for (size_t at = p->visas.from; at < p->visas.to && list.n < LIMIT_LIST_ITEMS;) {
		size_t end = at + 1;

		while ((end = next_of(rd, CUE_VU, end, p->visas.to)) < p->visas.to && !is_visa_opener(rd, end))
			end++;
		if (end - at > VISA_WORDS) {
			field_illisible(rd, f, reader_span(rd, at, at + 1), "la fin d'un visa n'a pas été trouvée");
			return;
		}
		const size_t last = without_stops(rd, at, end);

		*ARENA_PUSH(rd->a, &list) =
			(struct item){ .span = reader_span(rd, at, last), .texte = reader_text(rd, at, last) };
		at = end;
	}
	if (!p->visas_closed) {
		field_illisible(rd, f, whole, "la fin des visas n'a pas été trouvée");
		return;
	}
	const size_t more = visa_beyond(rd, p);

	if (more > 0) {
		const struct str text = reader_text(rd, more, sentence_end(rd, more, more + MORE_TOKENS)), head = utf8_head(text, MORE_BYTES);

		field_illisible(rd, f, reader_span(rd, more, more + 1), "la liste des visas est interrompue : « %.*s%s » vient plus loin",
				STR_ARG(head), head.n < text.n ? "…" : "");
		return;
	}
	field_lu(f, whole);
	f->items = list.at;
	f->n = list.n;
}
