/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: a walk over XML that somebody else wrote (expat). No DOCTYPE, so no entity; elements LIMIT_SIDE_DEPTH deep at most. */
#ifndef SCRUTATEUR_XML_PRIV_H
#define SCRUTATEUR_XML_PRIV_H

#include "str.h"

struct xml {
	/* Names are "namespace|local", or "local" without one; attributes name, value, …, NULL. */
	void (*begin)(void *ctx, const char *name, const char **attributes);
	void (*end)(void *ctx, const char *name);
	void (*text)(void *ctx, struct str text); /* or NULL */
	void *ctx;
	unsigned depth; /* of the element that begins or ends, 1 the root */
	bool stopped;
	void *parser;
};
#define XML_SEPARATOR '|'

/* False: not well-formed to its end, with a DOCTYPE, too deep, or stopped. `encoding`: instead of what the XML says of itself, or NULL. */
bool xml_walk(struct xml *x, struct str bytes, const char *encoding);
/* From one of the three above: none of them is called again. */
void xml_stop(struct xml *x);

#endif
