/* SPDX-License-Identifier: EUPL-1.2 */
/* Text → model. Total: any text gives a reading, with gaps; only its memory ceiling or an empty text can refuse.
 *
 * What it says it read is right, and what it could not read it names: a value without a sure reading is ILLISIBLE or AMBIGU
 * with a French reason, lists are whole or not read.
 */
#ifndef SCRUTATEUR_ACT_H
#define SCRUTATEUR_ACT_H

#include "lexicon.h"
#include "model.h"

/* Read `text` (borrowed, must outlive the arena's content). Sets the arena's trap itself while it works.
 * False: ERR_LIMIT (memory), or ERR_VALUE with *ret_why = REFUSAL_NOT_ACT when neither a séance, a vote, a visa nor a
 * list of members was found. */
bool act_read(struct arena *a, const struct lexicon *lx, const struct text *text, const struct reading **ret,
	      enum text_refusal *ret_why, struct err *e);

#endif
