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

/* The name a file has between being recorded and being removed; met in the drop it is a leftover of a crash, and a
 * document like any other. */
#define NAME_LEAVING ".scrutateur-retrait"

#endif
