/* SPDX-License-Identifier: EUPL-1.2 */
/* From a name that was read to the person who bears it. */
#include <string.h>

#include "names_priv.h"

/* From the tokens, not from the bytes between them: a page's footer may stand in the middle of a name. */
static struct str tokens_text(struct reader *rd, size_t from, size_t to)
{
	char *out = arena_room(rd->a, rd->t.at[to - 1].end - rd->t.at[from].start + (to - from));
	size_t n = 0;

	for (size_t k = from; k < to; k++) {
		const struct token *tok = &rd->t.at[k];

		if (k > from && tok->space && !(tok->lines > 0 && tok_mark(&rd->t, k - 1, '-')))
			out[n++] = ' ';
		memcpy(out + n, rd->text->bytes.p + tok->start, tok->end - tok->start);
		n += tok->end - tok->start;
	}
	return squeeze(rd->a, (struct str){ out, n });
}

struct person name_person(struct reader *rd, const struct name *n)
{
	struct person p = { .span = reader_span(rd, n->civility, n->to) };

	p.nom = tokens_text(rd, n->from, n->to);
	p.cle = fold_person(rd->a, p.nom);
	if (n->civility < n->from && !n->group)
		p.civilite = tokens_text(rd, n->civility, n->from);
	return p;
}
