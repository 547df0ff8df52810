/* SPDX-License-Identifier: EUPL-1.2 */
/* Messages of @CTES. Expat tells elements as they begin and end; of a message only few matter, and where they stand is known by how
 * deep they are in the act's data (DonneesActe: the root of an Acte, the ActeRecu of an ARActe). Names may come with their namespace or,
 * from some software, attributes without. One pass over bytes that are all there: expat's quadratic cases need pieces. */
#include <expat.h>
#include <string.h>

#include "bounds.h"
#include "buf.h"
#include "envelope_priv.h"
#include "escape.h"
#include "fold.h"

#define NAMESPACE "http://www.interieur.gouv.fr/ACTES#"
#define SEPARATOR '|'
#define OBJET_BYTES ((size_t)4096)
#define MATTERS 5
#define NAME_SHOWN 60

struct reading_xml {
	struct arena *a;
	struct envelope *v;
	XML_Parser parser;
	unsigned depth;
	unsigned acte;	/* depth of the act's data, 0 = not met, or left */
	bool was_acte;	/* there was one: a second is another act's */
	bool in_objet;
	struct str matters[MATTERS];
	unsigned matters_line, objet_line;
	struct buf objet;
	bool stopped;	/* refused: why is set */
};

static unsigned line_now(const struct reading_xml *x)
{
	return (unsigned)XML_GetCurrentLineNumber(x->parser);
}

static void stop(struct reading_xml *x)
{
	x->stopped = true;
	(void)XML_StopParser(x->parser, XML_FALSE);
}

/* "Acte", when it is of the namespace; NULL otherwise. */
static const char *actes_name(const char *name)
{
	const char *local = strchr(name, SEPARATOR);

	return local && strncmp(name, NAMESPACE, sizeof NAMESPACE - 1) == 0 ? local + 1 : NULL;
}

static struct str attribute(const char **attributes, const char *wanted)
{
	for (; *attributes; attributes += 2) {
		const char *name = strchr(*attributes, SEPARATOR) ? actes_name(*attributes) : *attributes;

		if (name && strcmp(name, wanted) == 0)
			return str_c(attributes[1]);
	}
	return STR("");
}

static void begin_acte(struct reading_xml *x, const char **attributes)
{
	x->acte = x->depth;
	x->was_acte = true;
	envelope_add(x->a, x->v, ENVELOPE_DATE, attribute(attributes, "Date"), line_now(x));
	envelope_add(x->a, x->v, ENVELOPE_NUMERO, attribute(attributes, "NumeroInterne"), line_now(x));
	envelope_add(x->a, x->v, ENVELOPE_NATURE, attribute(attributes, "CodeNatureActe"), line_now(x));
}

static void begin_root(struct reading_xml *x, const char *name, const char **attributes)
{
	const char *local = actes_name(name);

	if (local && strcmp(local, "Acte") == 0) {
		x->v->kind = ENVELOPE_ACTE;
		begin_acte(x, attributes);
	} else if (local && strcmp(local, "ARActe") == 0) {
		x->v->kind = ENVELOPE_ARACTE;
		envelope_add(x->a, x->v, ENVELOPE_RECEPTION, attribute(attributes, "DateReception"), line_now(x));
		envelope_add_identifier(x->a, x->v, attribute(attributes, "IDActe"), line_now(x));
	} else {
		const struct str shown = escape_line(x->a, str_c(local), NAME_SHOWN);

		(void)(local ? envelope_refuse(x->a, x->v, "message ACTES d'un autre genre (%.*s)", STR_ARG(shown))
			     : envelope_refuse(x->a, x->v, "XML qui n'est pas un message ACTES"));
		stop(x);
	}
}

static void begin_part(struct reading_xml *x, const char *local, const char **attributes)
{
	const size_t head = sizeof "CodeMatiere" - 1;

	if (strcmp(local, "Objet") == 0) {
		x->in_objet = true;
		x->objet_line = line_now(x);
	}
	if (strncmp(local, "CodeMatiere", head) != 0 || local[head] < '1' || local[head] > '0' + MATTERS || local[head + 1] != '\0')
		return;
	if (x->matters_line == 0)
		x->matters_line = line_now(x);
	x->matters[local[head] - '1'] = arena_dup(x->a, utf8_head(attribute(attributes, "CodeMatiere"), 16));
}

static void on_begin(void *ctx, const char *name, const char **attributes)
{
	struct reading_xml *x = ctx;
	const char *local = actes_name(name);

	if (x->stopped)
		return;
	if (++x->depth > LIMIT_SIDE_DEPTH) {
		(void)envelope_refuse(x->a, x->v, "XML de plus de %d niveaux, ligne %u", LIMIT_SIDE_DEPTH, line_now(x));
		stop(x);
	} else if (x->depth == 1) {
		begin_root(x, name, attributes);
	} else if (x->depth == 2 && x->v->kind == ENVELOPE_ARACTE && !x->was_acte && local && strcmp(local, "ActeRecu") == 0) {
		begin_acte(x, attributes);
	} else if (x->acte > 0 && x->depth == x->acte + 1 && local) {
		begin_part(x, local, attributes);
	}
}

/* 1 and 2 are required, the others may be missing from the end. */
static void end_acte(struct reading_xml *x)
{
	struct str code = x->matters[0];

	for (int i = 1; i < MATTERS && x->matters[i].n > 0 && code.n > 0; i++)
		code = arena_printf(x->a, "%.*s.%.*s", STR_ARG(code), STR_ARG(x->matters[i]));
	envelope_add(x->a, x->v, ENVELOPE_MATIERE, code, x->matters_line);
	envelope_add(x->a, x->v, ENVELOPE_OBJET, buf_view(&x->objet), x->objet_line);
	x->acte = 0;
}

static void on_end(void *ctx, const char *name)
{
	struct reading_xml *x = ctx;

	(void)name;
	if (x->stopped)
		return;
	if (x->acte == x->depth)
		end_acte(x);
	if (x->acte > 0 && x->depth == x->acte + 1)
		x->in_objet = false;
	x->depth--;
}

static void on_text(void *ctx, const char *p, int n)
{
	struct reading_xml *x = ctx;

	if (x->in_objet && x->objet.n + (size_t)n <= OBJET_BYTES)
		buf_add(&x->objet, p, (size_t)n);
}

static void on_doctype(void *ctx, const char *name, const char *system, const char *public, int internal)
{
	struct reading_xml *x = ctx;

	(void)name, (void)system, (void)public, (void)internal;
	(void)envelope_refuse(x->a, x->v, "il contient une déclaration DOCTYPE, ligne %u : un message ACTES n'en a pas", line_now(x));
	stop(x);
}

/* The two encodings of Western software that expat does not have itself. */
static int on_encoding(void *ctx, const char *name, XML_Encoding *ret)
{
	static const int cp1252[32] = { 0x20AC, -1,	0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
					0x2039, 0x0152, -1,	0x017D, -1,	-1,	0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
					0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1,	0x017E, 0x0178 };
	static const struct { unsigned char byte; int cp; } latin9[] = {
		{ 0xA4, 0x20AC }, { 0xA6, 0x0160 }, { 0xA8, 0x0161 }, { 0xB4, 0x017D }, { 0xB8, 0x017E }, { 0xBC, 0x0152 }, { 0xBD, 0x0153 }, { 0xBE, 0x0178 },
	};
	const struct str folded = fold_text(((struct reading_xml *)ctx)->a, str_c(name));
	const bool windows = str_eq(folded, STR("windows-1252")) || str_eq(folded, STR("cp1252"));

	if (!windows && !str_eq(folded, STR("iso-8859-15")) && !str_eq(folded, STR("latin-9")))
		return XML_STATUS_ERROR;
	*ret = (XML_Encoding){ .data = NULL };
	for (int i = 0; i < 256; i++)
		ret->map[i] = windows && i >= 0x80 && i < 0xA0 ? cp1252[i - 0x80] : i;
	for (size_t i = 0; !windows && i < sizeof latin9 / sizeof *latin9; i++)
		ret->map[latin9[i].byte] = latin9[i].cp;
	return XML_STATUS_OK;
}

static bool is_about_encoding(enum XML_Error e)
{
	return e == XML_ERROR_INVALID_TOKEN || e == XML_ERROR_UNKNOWN_ENCODING || e == XML_ERROR_INCORRECT_ENCODING || e == XML_ERROR_PARTIAL_CHAR;
}

/* False: it may be read in another encoding. `encoding` NULL: the declared one. */
static bool parse(struct reading_xml *x, struct str raw, const char *encoding)
{
	x->parser = XML_ParserCreateNS(encoding, SEPARATOR);
	if (x->parser == NULL)
		return envelope_refuse(x->a, x->v, "mémoire insuffisante"), true;
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_begin, on_end);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	XML_SetUnknownEncodingHandler(x->parser, on_encoding, x);
	const bool ok = XML_Parse(x->parser, raw.p, (int)raw.n, XML_TRUE) == XML_STATUS_OK;
	const enum XML_Error why = XML_GetErrorCode(x->parser);
	if (!ok && !x->stopped)
		(void)envelope_refuse(x->a, x->v, "XML incomplet ou mal formé, ligne %u", line_now(x));
	XML_ParserFree(x->parser);
	return ok || x->stopped || !is_about_encoding(why);
}

void envelope_read_xml(struct arena *a, struct str raw, struct envelope *ret)
{
	const char *const encodings[] = { NULL, utf8_valid(raw) ? "UTF-8" : "ISO-8859-1" };
	bool done = false;

	for (int i = 0; i < 2 && !done; i++) {
		struct reading_xml x = { .a = a, .v = ret };

		*ret = (struct envelope){ .kind = ENVELOPE_NONE };
		buf_init(&x.objet, 2 * OBJET_BYTES);
		done = parse(&x, raw, encodings[i]);
		buf_done(&x.objet);
	}
}
