/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether the files that the ledger tells of are there, byte for byte. */
#ifndef SCRUTATEUR_HISTORY_PIECES_H
#define SCRUTATEUR_HISTORY_PIECES_H

/* Says on standard output what was found, one line for each file that is not as it came, then the sum; `etat` is the state directory, the service may run.
 * Exit status: 0 all are, 1 some is not, 2 could not be looked at. */
int history_pieces(const char *etat, const char *ledger);

#endif
