/* SPDX-License-Identifier: EUPL-1.2 */
/* The supervisor: one libevent loop over intake, rule hosts, document children, ledger and sinks. It interprets no byte
 * that a document influenced. Crash-only: everything is on disk before it is acted upon, start-up is recovery.
 *
 * SIGTERM, SIGINT: stop taking, let children finish (at most LIMIT_CHILD_TOTAL_MS), drain the outbox once, stop.
 * SIGHUP: read the configuration again, start a new host, swap when it reports ready, let the old one drain; whatever
 * fails keeps what was. SIGUSR1: scan now. One instance per state directory (flock on etat/verrou) and per drop
 * (intake.h).
 */
#ifndef SCRUTATEUR_SUPERVISOR_H
#define SCRUTATEUR_SUPERVISOR_H

#include "conf.h"

/* Exit status: 0 orderly stop, 1 another instance, 2 configuration or rules cannot be loaded at start, or the
 * ledger is damaged or of a newer version: no other start would mend it; 3 the state directory failed, or LIMIT_HOST_STARTS rule hosts were killed at
 * start (systemd starts again after 3, not after 2). */
int supervisor_run(const char *conf_path, const char *program);

#endif
