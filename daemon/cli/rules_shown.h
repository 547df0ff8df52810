/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules in service, for a person: one row a rule, why one does not judge, the exceptions and whether they served. */
#ifndef SCRUTATEUR_RULES_SHOWN_H
#define SCRUTATEUR_RULES_SHOWN_H

#include <sys/types.h>

#include "rules_view.h"
#include "session.h"

/* `reglages` is where the house's decisions stand. */
void rules_shown(const struct rules_view *v, const char *reglages, struct look look, struct buf *out);
/* Rules that are not what their files say: refused, or of a former version. */
size_t rules_not_as_filed(const struct rules_view *v);
/* After an access that was denied: the state of an installed service, or its socket, is its group's to read; prints how to be of it. */
void say_who_may(const char *path);
/* The process of the service of this configuration, 0 when it does not run, -1 after printing why it cannot be told. */
pid_t service_process(const struct session *s);
/* The ledger, to write to, never made here: an empty one would hide that it was lost, and be of whoever typed the command. NULL after saying why. */
struct ledger *service_ledger(struct session *s);
/* What the service says of itself. False after printing why not. */
bool service_view(struct session *s, struct rules_view *ret);
/* Ask the service to read everything again and wait for the result (*ret, its reload.state). False after printing why there is none. */
bool service_reload(struct session *s, pid_t pid, struct rules_view *ret);

#endif
