/* SPDX-License-Identifier: EUPL-1.2 */
/* The mention that the assembly meets again for want of a quorum. It stands in the head of the séance or before the decision, in words
 * that vary, and changes what the quorum rule may say: after a second call no number is required (CGCT L. 2121-17 al. 2,
 * L. 3121-14 al. 2, L. 4132-13). Looked for in the whole text: where it is found, the rule says less.
 */
#include "reader_priv.h"

void reader_second_call(struct reader *rd)
{
	struct field *f = &rd->r->seconde_convocation;
	const size_t i = next_of(rd, CUE_SECONDE_CONVOCATION, 0, rd->t.n);
	const size_t after = cue_at(rd->lx, &rd->t, i, CUE_SECONDE_CONVOCATION);

	if (i == rd->t.n) {
		field_absent_because(rd, f, (struct span){ 0, 0 }, "aucune mention d'une seconde convocation");
		return;
	}
	field_lu(f, reader_span(rd, i, after));
	f->texte = reader_text(rd, i, after);
}
