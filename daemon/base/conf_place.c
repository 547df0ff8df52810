/* SPDX-License-Identifier: EUPL-1.2 */
#include "conf_place.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static struct conf_place place_of(const struct conf *c, const char *section, const char *name)
{
	size_t n;
	const struct conf_key *keys = conf_keys(&n);

	for (size_t i = 0; c->places != NULL && i < n; i++)
		if (strcmp(keys[i].section, section) == 0 && strcmp(keys[i].name, name) == 0)
			return c->places[i];
	return (struct conf_place){ 0, 0 };
}

bool conf_written(const struct conf *c, const char *section, const char *name)
{
	return place_of(c, section, name).line != 0;
}

bool conf_fault(const struct conf *c, const char *section, const char *name, struct err *e, const char *fmt, ...)
{
	va_list ap;

	*e = (struct err){ .code = ERR_VALUE };
	va_start(ap, fmt);
	vsnprintf(e->msg, sizeof e->msg, fmt, ap);
	va_end(ap);
	return conf_blame(c, section, name, e);
}

bool conf_blame(const struct conf *c, const char *section, const char *name, struct err *e)
{
	const struct conf_place at = place_of(c, section, name);

	if (e->file[0] != '\0')
		return false;
	(void)err_in_file(e, c->file);
	e->line = at.line;
	e->col = at.col;
	return false;
}
