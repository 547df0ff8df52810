/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: characters that nobody sees are no part of the text (cp_is_unseen in fold.h). A control of
 * direction shows "91" for "19" or hides "contre"; a zero-width space makes two numbers of one. */
#ifndef SCRUTATEUR_UNSEEN_PRIV_H
#define SCRUTATEUR_UNSEEN_PRIV_H

#include "arena.h"

/* Copy of `s`, whose first `kept` bytes (a BOM) stay as they are. */
struct str without_unseen(struct arena *a, struct str s, size_t kept);

#endif
