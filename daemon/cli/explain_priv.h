/* SPDX-License-Identifier: EUPL-1.2 */
/* The page of `expliquer` while it is written: rows of a title, a word and a text. */
#ifndef SCRUTATEUR_EXPLAIN_PRIV_H
#define SCRUTATEUR_EXPLAIN_PRIV_H

#include "explain.h"

struct page {
	const struct explanation *x;
	struct arena *a;
	const struct reading *r;
	struct pen pen;
};

void explain_put(struct page *p, enum style s, struct str text);
void explain_text(struct page *p, struct str s, size_t max); /* of the document: escaped */
void explain_row_end(struct page *p);

/* How much is told of a finding: in one line; with its passages; with all that its rule read, the dated values and the law too. */
enum detail { DETAIL_LINE, DETAIL_PASSAGES, DETAIL_ALL };
void explain_finding(struct page *p, const struct finding *f, enum detail detail);

#endif
