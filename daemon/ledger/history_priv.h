/* SPDX-License-Identifier: EUPL-1.2 */
/* The actes of the document a finding is about, looked up once for the findings that come one after the other. */
#ifndef SCRUTATEUR_HISTORY_PRIV_H
#define SCRUTATEUR_HISTORY_PRIV_H

#include "arena.h"
#include "bounds.h"
#include "history.h"
#include "ledger_priv.h"

struct history_actes {
	sqlite3 *db;
	struct arena a;
	int64_t document;
	size_t n; /* 0: which acte is which is not known */
	struct str keys[LIMIT_ACTES], objets[LIMIT_ACTES];
};
bool history_is_current(const char *path, int64_t version, struct err *e); /* else this program does not know its tables */
void history_actes_init(struct history_actes *h, sqlite3 *db);
void history_actes_done(struct history_actes *h);
/* Sets rang, actes, de_seance and objet, when they are known; objet lives until the next document. */
void history_actes_place(struct history_actes *h, struct str act_key, struct history_finding *f);

#endif
