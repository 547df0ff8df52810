/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: characters that nobody sees are no part of the text (cp_is_unseen in fold.h). A control of
 * direction shows "91" for "19" or hides "contre"; a zero-width space makes two numbers of one. */
#ifndef SCRUTATEUR_UNSEEN_PRIV_H
#define SCRUTATEUR_UNSEEN_PRIV_H

#include "arena.h"
#include "text.h"

/* Copy of `s`, whose first `kept` bytes (a BOM) stay as they are; *ret is what is shown reversed of it. */
struct str without_unseen(struct arena *a, struct str s, size_t kept, struct reversal *ret);
/* To be told of each unseen character taken out, with where it stood in what remains; `open` is 0 at first. */
void reversal_note(struct reversal *r, unsigned *open, uint32_t cp, size_t at);
/* At the end of a text of n bytes: what was not closed goes up to there. */
void reversal_end(struct reversal *r, unsigned open, size_t n);

#endif
