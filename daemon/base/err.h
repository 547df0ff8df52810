/* SPDX-License-Identifier: EUPL-1.2 */
/* Errors travel as values with a place; only the cli and the service print them.
 *
 * Every function that can fail returns bool (or a pointer, NULL = failed) and takes `struct err *e` last. On
 * failure its outputs are untouched and *e is filled; on success *e is untouched. `e` is never NULL.
 * Messages are French, one line that can be printed whatever it quotes (escape_in_place), without the place and without a final full stop.
 */
#ifndef SCRUTATEUR_ERR_H
#define SCRUTATEUR_ERR_H

#include "str.h"

enum err_code {
	ERR_NONE,
	ERR_SYS,    /* a system call failed: `sys` holds errno */
	ERR_LIMIT,  /* a named limit was met (bounds.h) */
	ERR_SYNTAX, /* text that does not parse */
	ERR_VALUE,  /* parsed, but unknown, out of range or of the wrong type */
	ERR_STATE,  /* something is not as it must be: missing, busy, of another version */
	ERR_BUSY,   /* another process has it */
	ERR_DAMAGED, /* the ledger: its file no longer says what was written; trying again mends nothing */
};

struct err {
	enum err_code code;
	int sys;          /* errno for ERR_SYS, else 0 */
	char file[192];   /* "" when the error has no place in a file */
	unsigned line;    /* 1-based, 0 = none */
	unsigned col;     /* 1-based, in code points, 0 = none */
	char msg[512];
};

/* Fill *e and return false, so that a caller writes `return err_set(e, ERR_VALUE, "…", …)`. */
bool err_set(struct err *e, enum err_code code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Other words for what *e is, which may quote e->msg: its code and its errno stay. Returns false. */
bool err_reword(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Same as err_set, with a place. `file` is copied (cut from the left when too long). */
bool err_at(struct err *e, enum err_code code, const char *file, unsigned line, unsigned col, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));
/* Name the file an error found without place belongs to. Returns false. */
bool err_in_file(struct err *e, const char *file);
/* Same as err_set, ERR_SYS with the present errno appended in words: "ouvrir /x : accès refusé". */
bool err_sys(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* An errno in French words, for a person: the one way to say it. A rare one is its number, until the next call. */
const char *err_words(int sys);
/* "file:line:col: msg" into `out` (always terminated, cut when too long); returns `out`. */
const char *err_text(const struct err *e, char *out, size_t size);

#endif
