/* SPDX-License-Identifier: EUPL-1.2 */
/* What the name of a file in the drop says. Names are bytes: nothing here takes them for text. Private to the intake.
 */
#ifndef SCRUTATEUR_DROP_NAMES_H
#define SCRUTATEUR_DROP_NAMES_H

#include "str.h"

enum name_kind {
	NAME_DOCUMENT,
	NAME_TRANSFER, /* another name will follow: browsers, SFTP and SMB clients, office programs while they save */
	NAME_DROPPING, /* locks, hidden files, what desktops leave behind: never a document */
};
/* ROBUST I-07; the list is in drop_names.c and in docs/EXPLOITATION.md. Upper and lower case are the same. */
enum name_kind name_kind(const char *name);

/* Names of the ACTES exchange (field notes, ACTES.md §2): the transmission of an act has a main document, annexes, a message; the
 * préfecture answers with an ARActe. DEPT-SIREN-DATE-NUMBER-NATURE is the act, and `-1-1` the transmission. */
enum actes_piece {
	ACTES_NONE,
	ACTES_MAIN,    /* [99_DE-]ACT-1-1_1.pdf */
	ACTES_ANNEX,   /* [99_AU-]ACT-1-1_2.pdf, _3 … */
	ACTES_MESSAGE, /* ACT-1-1_0.xml */
	ACTES_RECEIPT, /* ACT-1-2.xml, ACT-1-2_5279.xml */
};
struct actes_name {
	enum actes_piece piece;
	struct str act; /* views of the name */
	struct str number; /* digits of an annex; of a receipt, "" or its digits */
	struct str type;   /* "99_AU-", or "" */
	bool deliberation; /* by its type: 99_DE, and 10_DE, 21_DE … that travel as annexes of other acts (ACTES.md §4) */
};
struct actes_name actes_name(const char *name);
/* Files that tell about an act and are none: side files that are read with it, and what comes with a transmission and is only kept. */
enum beside { BESIDE_NOT, BESIDE_READ, BESIDE_KEPT };
enum beside beside(const char *name);
#define NAME_METADATA "metadata.json" /* what Pastell writes of a deposit; in sub-directories only */

/* The names a file has between being recorded and being removed. Met in the drop, one is a leftover of a crash or a stranger that was
 * caught, and a document like any other; the next name is then used. They are ours: whoever puts a file under one cannot count on it. */
#define NAME_LEAVING ".scrutateur-retrait" /* and with ".1" to ".7" behind it */
#define LIMIT_LEAVING 8
#define LEAVING_SIZE (sizeof NAME_LEAVING + 2)
/* The name number i < LIMIT_LEAVING; returns out. */
const char *leaving_name(unsigned i, char out[LEAVING_SIZE]);
/* One of these names. */
bool is_leaving(const char *name);

#endif
