/* SPDX-License-Identifier: EUPL-1.2 */
/* The rule host: one process per generation of the rule set, a re-exec of the binary (`scrutateur hote --config FILE`,
 * socket on descriptor 3). `alone`: no other one serves, so that a reference which does not load may be its former version. Loads and tests the rules, reports, then forks one child per job until the socket closes.
 * Exit status 0 on an orderly end. */
#ifndef SCRUTATEUR_HOST_H
#define SCRUTATEUR_HOST_H

#include "conf.h"

int host_main(const struct conf *c, bool alone, int socket);

#endif
