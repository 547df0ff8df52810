/* SPDX-License-Identifier: EUPL-1.2 */
/* Asking the service how it is, over its socket (service/status.h has the answer's shape). */
#ifndef SCRUTATEUR_SERVICE_STATUS_H
#define SCRUTATEUR_SERVICE_STATUS_H

#include "buf.h"
#include "err.h"
#include "pen.h"

/* GET `path` on the Unix socket `socket`; the body is added to `ret`, whose ceiling holds. ERR_SYS: nobody there, or not allowed;
 * ERR_STATE: no answer in ASK_MS, or not one of ours. */
#define ASK_MS 5000
bool status_ask(const char *socket, const char *path, struct buf *ret, struct err *e);
/* The JSON of the status, for a person. *ret_wrong: the service says that something is. ERR_SYNTAX: it is not that JSON. */
bool status_shown(struct str json, struct look look, struct buf *out, bool *ret_wrong, struct err *e);

#endif
