/* SPDX-License-Identifier: EUPL-1.2 */
/* No title and no sentence says who met: the one body that the whole text names, more than once, and no other kind of it. */
#include "organe_priv.h"

#define OFTEN_ENOUGH 2

/* A CCAS and a caisse des écoles have conseillers municipaux among their members, and sit in the mairie. */
static bool head_names_another_kind(const struct reader *rd)
{
	for (size_t i = rd->head.from; i < rd->head.to; i++)
		if (tok_among(&rd->t, i, " ccas cias administration caisse comite syndicat sivom sivu sivos association "))
			return true;
	return false;
}

static bool letterhead_of_a_mairie(const struct reader *rd)
{
	for (size_t i = rd->head.from; i < rd->head.from + LETTERHEAD_TOKENS && i < rd->head.to; i++)
		if (word_is(rd, i, "mairie") && rd->t.at[i].shape == SHAPE_UPPER)
			return true;
	return false;
}

/* "M. Paul PETIT, Mme Anne GRAND, Conseillers municipaux.": they meet as their council where the text names no body at all. */
static size_t roles_name_the_body(struct reader *rd, struct candidates *c)
{
	size_t next;

	for (size_t i = rd->head.from; i < rd->head.to; i++) {
		const char *word = members_at(rd, i, &next);

		if (word != NULL && i > 0 && (tok_mark(&rd->t, i - 1, ',') || rd->t.at[i].shape != SHAPE_LOWER))
			candidate_add(rd, c, str_c(word), reader_span(rd, i, next));
	}
	return c->n == 1 ? OFTEN_ENOUGH : 0;
}

void only_body_named(struct reader *rd)
{
	struct field *f = &rd->r->organe;
	struct candidates c = { 0 };
	struct span where;
	size_t next, often = 0;
	const bool other = head_names_another_kind(rd), mairie = !other && letterhead_of_a_mairie(rd);

	for (size_t i = 0; (i = next_of(rd, LANDMARK_BODY, i, rd->t.n)) < rd->t.n; i++) {
		const char *word = organe_at(rd, i, &next);

		/* A syndicat and a communauté have councils of communes around them. */
		if (word_is(rd, i, "syndicat"))
			candidate_add(rd, &c, STR("comite_syndical"), reader_span(rd, i, i + 1));
		if (word_is(rd, i, "communaute") && i < rd->head.from + LETTERHEAD_TOKENS)
			candidate_add(rd, &c, STR("conseil_communautaire"), reader_span(rd, i, i + 1));
		if (word == NULL)
			continue;
		candidate_add(rd, &c, str_c(word), reader_span(rd, i, next));
		often += mairie && body_is_subject(rd, i) ? OFTEN_ENOUGH : 1;
	}
	if (c.n == 0 && !other)
		often = roles_name_the_body(rd, &c);
	if (c.n == 1 && often >= OFTEN_ENOUGH && !letterhead_denies(rd, c.at[0].texte)) {
		field_lu(f, c.at[0].span);
		f->texte = c.at[0].texte;
		return;
	}
	const char *bare = bare_body(rd, &where);

	if (bare != NULL && (c.n == 0 || (c.n == 1 && str_eq(c.at[0].texte, str_c(bare))))) {
		field_lu(f, where);
		f->texte = str_c(bare);
		return;
	}
	field_illisible(rd, f, (struct span){ 0, 0 }, "aucun organe délibérant reconnu");
}
