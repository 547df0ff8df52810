/* SPDX-License-Identifier: EUPL-1.2 */
/* How much of the confinement (seal.h, confine.h) this machine can give, asked once, before a document is looked at. */
#ifndef SCRUTATEUR_SANDBOX_H
#define SCRUTATEUR_SANDBOX_H

#include "conf.h"

/* Probes seccomp and Landlock. *ret_said: one French sentence that names both, for the operator. *ret_lacking: Landlock
 * is missing and that is put up with. False with ERR_STATE when the service must not start: never without seccomp, for
 * every document child would refuse to go on; not without Landlock under SANDBOX_STRICT. */
bool sandbox_check(enum conf_sandbox wanted, const char **ret_said, bool *ret_lacking, struct err *e);

#endif
