/* SPDX-License-Identifier: EUPL-1.2 */
/* A list of presents without its heading, behind the sentence that opens the séance: "… sous la présidence de Mme PETIT, Maire.⏎M. GRAND, …".
 *
 * Nothing but its place says what it lists, so it must have exactly as many names as the présents that the head announces.
 */
#include "people_priv.h"

#define ANNOUNCED_LEAST 5 /* with fewer, the number may agree by chance */
#define OPENINGS 3	  /* sentences tried */

/* Behind "sous la présidence de M. PETIT, Maire de Tournus.": the token after, or i. */
static size_t behind_presiding(const struct reader *rd, size_t i)
{
	const size_t name = cue_at(rd->lx, &rd->t, i, CUE_PRESIDENCE);
	struct name n;
	size_t k = name > i ? name_read(rd, name, rd->head.to, &n) : i, role;

	if (k == name || k == i || n.odd)
		return i;
	k += tok_among(&rd->t, k, " , - ");
	role = role_at(rd, k, rd->head.to);
	k = role > k ? role : tok_among(&rd->t, k, " maire president presidente ") ? k + 1 : k;
	return tok_among(&rd->t, k, " . : ") || rd->t.at[k].lines > 0 ? k + tok_among(&rd->t, k, " . : ") : i;
}

void reader_unheaded(struct reader *rd, struct attendance *at)
{
	const struct field *stated = &rd->r->presents_annonces;

	if (stated->statut != FIELD_LU || stated->nombre < ANNOUNCED_LEAST)
		return;
	unsigned tried = 0;

	for (size_t i = rd->head.from; (i = next_of(rd, CUE_PRESIDENCE, i, rd->head.to)) < rd->head.to; i++) {
		const size_t from = behind_presiding(rd, i);
		struct section s = { .h = { .from = from, .to = from, .kinds = LISTE_PRESENTS, .count = -1 } };
		struct name n;

		if (from == i || name_read(rd, from, rd->head.to, &n) == from)
			continue;
		if (tried++ == OPENINGS)
			return;
		list_read(rd, &s, rd->head.to, arena_alloc(rd->a, rd->t.n + 1));
		if (s.why == NULL && s.pairs.n == 0 && (int64_t)s.entries.n == stated->nombre) {
			*ARENA_PUSH(rd->a, &at->sections) = s;
			return;
		}
	}
}
