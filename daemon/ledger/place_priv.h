/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the ledger: what it remembers of its files. */
#ifndef SCRUTATEUR_PLACE_PRIV_H
#define SCRUTATEUR_PLACE_PRIV_H

#include <sys/types.h>
#include "place.h"

#define LEDGER_BESIDE 2 /* files that SQLite keeps beside the database */
struct ledger_file {
	bool there;
	dev_t dev;
	ino_t ino;
};
/* It was opened, and its files are those of now. */
void ledger_place(struct ledger *l);
/* ledger_open.c: close it, and open it anew under the same path. */
void ledger_shut(struct ledger *l);
bool ledger_open_again(struct ledger *l, struct err *e);

#endif
