/* SPDX-License-Identifier: EUPL-1.2 */
#include "xml_priv.h"

#include <expat.h>

#include "bounds.h"

void xml_stop(struct xml *x)
{
	x->stopped = true;
	(void)XML_StopParser(x->parser, XML_FALSE);
}

static void on_begin(void *ctx, const char *name, const char **attributes)
{
	struct xml *x = ctx;

	if (x->stopped)
		return;
	if (++x->depth > LIMIT_SIDE_DEPTH)
		xml_stop(x);
	else
		x->begin(x->ctx, name, attributes);
}

static void on_end(void *ctx, const char *name)
{
	struct xml *x = ctx;

	if (x->stopped)
		return;
	x->end(x->ctx, name);
	x->depth--;
}

static void on_text(void *ctx, const char *p, int n)
{
	struct xml *x = ctx;

	if (!x->stopped && x->text != NULL)
		x->text(x->ctx, (struct str){ p, (size_t)n });
}

static void on_doctype(void *ctx, const char *name, const char *system, const char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	xml_stop(ctx);
}

bool xml_walk(struct xml *x, struct str bytes, const char *encoding)
{
	XML_Parser parser = bytes.n <= INT32_MAX ? XML_ParserCreateNS(encoding, XML_SEPARATOR) : NULL;

	if (parser == NULL)
		return false;
	x->parser = parser;
	x->depth = 0;
	x->stopped = false;
	XML_SetUserData(parser, x);
	XML_SetElementHandler(parser, on_begin, on_end);
	XML_SetCharacterDataHandler(parser, on_text);
	XML_SetStartDoctypeDeclHandler(parser, on_doctype);
	const bool ok = XML_Parse(parser, bytes.p, (int)bytes.n, XML_TRUE) == XML_STATUS_OK;
	XML_ParserFree(parser);
	return ok && !x->stopped;
}
