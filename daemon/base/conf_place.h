/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a value of the configuration was written, for whoever finds later that it cannot be used. */
#ifndef SCRUTATEUR_CONF_PLACE_H
#define SCRUTATEUR_CONF_PLACE_H

#include "conf.h"

struct conf_place { /* of the value of one key; 0: it is not written */
	unsigned line, col;
};
/* Was this key written? */
bool conf_written(const struct conf *c, const char *section, const char *name);
/* As err_set, ERR_VALUE: with the configuration's file, and the place of that key's value when it was written. */
bool conf_fault(const struct conf *c, const char *section, const char *name, struct err *e, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
/* Name the key an error that has no file comes from; code and words stay. Returns false. */
bool conf_blame(const struct conf *c, const char *section, const char *name, struct err *e);

#endif
