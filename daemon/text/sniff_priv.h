/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: what a file is, from its first bytes. */
#ifndef SCRUTATEUR_SNIFF_PRIV_H
#define SCRUTATEUR_SNIFF_PRIV_H

#include "str.h"

/* French name and advice for a format that is not text ("fichier PDF : cette version …"), or NULL for anything else. */
const char *sniff_format(struct str raw);

#endif
