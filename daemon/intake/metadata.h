/* SPDX-License-Identifier: EUPL-1.2 */
/* Which file is the act, by the metadata.json that Pastell leaves with a deposit. Private to the intake. */
#ifndef SCRUTATEUR_METADATA_H
#define SCRUTATEUR_METADATA_H

#include "buf.h"

/* The first name under "arrete" in the JSON at the open descriptor `fd`, in `out` with '\\' and '/' become '-', as Pastell writes it.
 * False: none is named, or it cannot be read. The bytes come from outside: they are read in a sealed process, which has METADATA_MS. */
#define METADATA_MS 2000
bool metadata_act(int fd, char out[256]);

#endif
