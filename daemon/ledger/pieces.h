/* SPDX-License-Identifier: EUPL-1.2 */
/* Every file that the state directory should hold, by the ledger, which is only read. */
#ifndef SCRUTATEUR_PIECES_H
#define SCRUTATEUR_PIECES_H

#include "err.h"
#include "str.h"

enum piece_kind { PIECE_DOCUMENT, PIECE_SIDE, PIECE_ANNEX };
/* Views that live until the callback returns. */
struct piece {
	enum piece_kind kind;
	int64_t document, n; /* n: of a side file or an annex, from 1 */
	struct str spool;    /* of the document */
	struct str name;     /* in the drop, bytes as they were */
	struct str sha256;
	struct str refusal;  /* the document is in quarantine; empty: it is in the archive */
};
typedef void (*piece_fn)(void *ctx, const struct piece *p);
/* Those of the next `max` documents that are decided, after *after, which goes on to the last one; unchanged: there are no more. What a ledger made anew knows to be without a file is
 * left out. Not longer than it takes: the log grows while it is read. */
bool ledger_pieces(const char *path, int64_t *after, int max, piece_fn fn, void *ctx, struct err *e);

#endif
