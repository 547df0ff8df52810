/* SPDX-License-Identifier: EUPL-1.2 */
/* The names nobody means as documents. Short on purpose: what is not on the list is taken, and refused for what it holds.
 */
#include "drop_names.h"

#include <fnmatch.h>

static const struct {
	const char *pattern;
	enum name_kind kind;
} KINDS[] = {
	{ NAME_LEAVING, NAME_DOCUMENT },
	{ "*.part", NAME_TRANSFER },       /* Firefox, KIO, SFTP clients, Pastell's SFTP depot, Nextcloud */
	{ "*.partial", NAME_TRANSFER },    /* Internet Explorer, Edge */
	{ "*.crdownload", NAME_TRANSFER }, /* Chrome, Edge */
	{ "*.download", NAME_TRANSFER },   /* Safari */
	{ "*.opdownload", NAME_TRANSFER }, /* Opera */
	{ "*.filepart", NAME_TRANSFER },   /* WinSCP */
	{ "*.tmp", NAME_TRANSFER },        /* Word over a share (~WRL0001.tmp), LibreOffice (lu….tmp), many others */
	{ "~$*", NAME_DROPPING },          /* Word's owner file */
	{ ".*", NAME_DROPPING },           /* hidden: .nfs…, .~lock.…#, ._… and .DS_Store of a Mac, .….swp, rsync, Samba */
	{ "Thumbs.db", NAME_DROPPING },
	{ "desktop.ini", NAME_DROPPING },
};

enum name_kind name_kind(const char *name)
{
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (fnmatch(KINDS[i].pattern, name, FNM_NOESCAPE | FNM_CASEFOLD) == 0)
			return KINDS[i].kind;
	return NAME_DOCUMENT;
}
