/* SPDX-License-Identifier: EUPL-1.2 */
/* A side file, read: what the sender's software or the préfecture's says of an act. Which kind it is, its content tells (root element
 * and namespace, keys), never its name.
 *
 *     ARActe, Acte   messages of @CTES (actesv1_1.xsd; shared/field/ACTES.md §3)
 *     metadata.json  what Pastell puts beside a document: an object of texts, or one under "data"
 *
 * Hostile like any document: a DOCTYPE is refused, so there is no entity but XML's own five; at most LIMIT_SIDE_DEPTH levels; the
 * declared encoding (UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, CP1252), else UTF-8, else ISO-8859-1. Broken anywhere, nothing of it counts. */
#ifndef SCRUTATEUR_ENVELOPE_H
#define SCRUTATEUR_ENVELOPE_H

#include "arena.h"

/* In the order in which they are believed (ACTES.md §9). */
enum envelope_kind { ENVELOPE_NONE, ENVELOPE_ARACTE, ENVELOPE_ACTE, ENVELOPE_PASTELL };
enum envelope_what {
	ENVELOPE_DATE,        /* "AAAA-MM-JJ", of the decision */
	ENVELOPE_RECEPTION,   /* "AAAA-MM-JJ", by the préfecture */
	ENVELOPE_NUMERO,
	ENVELOPE_SIREN,       /* nine digits */
	ENVELOPE_IDENTIFIANT, /* "001-200000123-20240314-DE2024_11-DE" */
	ENVELOPE_NATURE,      /* "1" to "6" */
	ENVELOPE_MATIERE,     /* "7.5", one to five numbers */
	ENVELOPE_OBJET,
	ENVELOPE_WHATS
};
#define ENVELOPE_VALUES 16
struct envelope_value {
	enum envelope_what what;
	struct str text; /* as above; as it stands there when `wrong` */
	unsigned line;   /* of the side file, from 1 */
	bool wrong;      /* it is not what it should be */
};
struct envelope {
	enum envelope_kind kind;
	struct str why; /* French: why it is of no kind; empty otherwise */
	struct envelope_value at[ENVELOPE_VALUES]; /* the surest first */
	size_t n;
};

/* `raw` need not outlive *ret. Total: any bytes give an envelope. */
void envelope_read(struct arena *a, struct str raw, struct envelope *ret);
/* "accusé de réception ACTES", "message ACTES", "metadata.json de Pastell". */
const char *envelope_kind_for_people(enum envelope_kind k);
/* "aracte", "acte", "pastell"; NULL for none. */
const char *envelope_kind_word(enum envelope_kind k);

#endif
