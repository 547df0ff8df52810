/* SPDX-License-Identifier: EUPL-1.2 */
/* Private: from the supervisor to its status, and where it is told. */
#ifndef SCRUTATEUR_STATUS_PRIV_H
#define SCRUTATEUR_STATUS_PRIV_H

#include "status.h"
#include "supervisor_priv.h"

/* Texts: `a`, or the supervisor's as long as it does not change. */
void status_gather(const struct supervisor *s, struct arena *a, struct status *ret);

#endif
