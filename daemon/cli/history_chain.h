/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether the records of the ledger are a whole chain, and files of alerts are what the ledger says. */
#ifndef SCRUTATEUR_HISTORY_CHAIN_H
#define SCRUTATEUR_HISTORY_CHAIN_H

/* Says on standard output what was found, one line each for the ledger and for each file. Exit status: 0 all whole, 1 something is not, 2 could
 * not be looked at. */
int history_check(const char *ledger, char **files, int files_n);

#endif
