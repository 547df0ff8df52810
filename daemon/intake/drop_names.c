/* SPDX-License-Identifier: EUPL-1.2 */
/* The names nobody means as documents. Short on purpose: what is not on the list is taken, and refused for what it holds.
 */
#include "drop_names.h"

#include <fnmatch.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *pattern;
	enum name_kind kind;
} KINDS[] = {
	{ "*.part", NAME_TRANSFER },       /* Firefox, KIO, SFTP clients, Pastell's SFTP depot, Nextcloud */
	{ "*.partial", NAME_TRANSFER },    /* Internet Explorer, Edge */
	{ "*.crdownload", NAME_TRANSFER }, /* Chrome, Edge */
	{ "*.download", NAME_TRANSFER },   /* Safari */
	{ "*.opdownload", NAME_TRANSFER }, /* Opera */
	{ "*.filepart", NAME_TRANSFER },   /* WinSCP */
	{ "*.tmp", NAME_TRANSFER },        /* Word over a share (~WRL0001.tmp), LibreOffice (lu….tmp), many others */
	{ "~$*", NAME_DROPPING },          /* Word's owner file */
	{ ".*", NAME_DROPPING },           /* hidden: .nfs…, .~lock.…#, ._… and .DS_Store of a Mac, .….swp, rsync, Samba */
	{ "lost+found", NAME_DROPPING },   /* these four: folders of a disk, of Windows, of a NAS */
	{ "$RECYCLE.BIN", NAME_DROPPING },
	{ "System Volume Information", NAME_DROPPING },
	{ "[#@]recycle", NAME_DROPPING },
	{ "Thumbs.db", NAME_DROPPING },
	{ "desktop.ini", NAME_DROPPING },
};

const char *leaving_name(unsigned i, char out[LEAVING_SIZE])
{
	snprintf(out, LEAVING_SIZE, i == 0 ? NAME_LEAVING : NAME_LEAVING ".%u", i % LIMIT_LEAVING);
	return out;
}

bool is_leaving(const char *name)
{
	const size_t n = sizeof NAME_LEAVING - 1;

	if (strncmp(name, NAME_LEAVING, n) != 0)
		return false;
	return name[n] == '\0' || (name[n] == '.' && name[n + 1] > '0' && name[n + 1] < '0' + LIMIT_LEAVING && name[n + 2] == '\0');
}

enum name_kind name_kind(const char *name)
{
	if (is_leaving(name))
		return NAME_DOCUMENT;
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (fnmatch(KINDS[i].pattern, name, FNM_NOESCAPE | FNM_CASEFOLD) == 0)
			return KINDS[i].kind;
	return NAME_DOCUMENT;
}

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define NUMBER DIGITS LETTERS "abcdefghijklmnopqrstuvwxyz_"

/* Between `least` and `most` characters of `set`, as many as there are, and `end` behind them. */
static bool part(const char **at, const char *set, size_t least, size_t most, char end)
{
	const size_t n = strspn(*at, set);

	if (n < least || n > most || (*at)[n] != end)
		return false;
	*at += n + 1;
	return true;
}

/* "99_DE-" */
static const char *behind_type(const char *name)
{
	const bool typed = strspn(name, DIGITS) == 2 && name[2] == '_' && strspn(name + 3, LETTERS) == 2 && name[5] == '-';

	return typed ? name + 6 : name;
}

struct actes_name actes_name(const char *name)
{
	const char *act = behind_type(name), *at = act;
	struct actes_name r = { .piece = ACTES_NONE, .type = { name, (size_t)(act - name) } };

	if (!part(&at, DIGITS "AB", 3, 3, '-') || !part(&at, DIGITS, 9, 9, '-') || !part(&at, DIGITS, 8, 8, '-') ||
	    !part(&at, NUMBER, 1, 15, '-') || !part(&at, LETTERS, 2, 2, '-'))
		return r;
	const struct str key = { act, (size_t)(at - act) - 1 };
	const bool long_enough = strlen(at) > 4;
	const size_t digits = long_enough ? strspn(at + 4, DIGITS) : 0;

	if (strncmp(at, "1-1_", 4) == 0 && digits > 0 && at[4 + digits] == '.') {
		const bool zero = strcmp(at, "1-1_0.xml") == 0 && act == name;
		r.piece = zero ? ACTES_MESSAGE : strncmp(at + 4, "1.", 2) == 0 ? ACTES_MAIN : at[4] != '0' ? ACTES_ANNEX : ACTES_NONE;
		if (r.piece == ACTES_ANNEX)
			r.number = (struct str){ at + 4, digits };
	} else if (act == name && strcmp(at, "1-2.xml") == 0) {
		r.piece = ACTES_RECEIPT;
	} else if (act == name && strncmp(at, "1-2_", 4) == 0 && digits > 0 && strcmp(at + 4 + digits, ".xml") == 0) {
		r.piece = ACTES_RECEIPT;
		r.number = (struct str){ at + 4, digits };
	}
	if (r.piece == ACTES_NONE)
		return r;
	r.act = key;
	r.deliberation = str_ends(r.type, STR("_DE-"));
	return r;
}

enum beside beside(const char *name)
{
	static const char *const kept[] = { "EACT-*", "ANO_EACT-*", "*-EACT-*", "metadata.txt", "*.[Xx][Mm][Ll]", "bordereau*" };
	const enum actes_piece piece = actes_name(name).piece;

	if (piece == ACTES_MESSAGE || piece == ACTES_RECEIPT || strcmp(name, NAME_METADATA) == 0)
		return BESIDE_READ;
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (fnmatch(kept[i], name, FNM_NOESCAPE) == 0)
			return BESIDE_KEPT;
	return BESIDE_NOT;
}
