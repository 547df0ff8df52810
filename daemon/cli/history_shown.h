/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows of the history, each in one of three forms: a line or two for a person, an object of JSON on one line, a line of a table. */
#ifndef SCRUTATEUR_HISTORY_SHOWN_H
#define SCRUTATEUR_HISTORY_SHOWN_H

#include "history.h"
#include "pen.h"

enum history_form { HISTORY_PAGE, HISTORY_JSON, HISTORY_CSV };

/* What comes before the first row: the names of the columns of a table. */
void history_head(enum history_form form, bool documents, struct buf *out);
void history_show_finding(enum history_form form, struct look look, const struct history_finding *f, struct buf *out);
void history_show_document(enum history_form form, struct look look, const struct history_document *d, struct buf *out);

#endif
