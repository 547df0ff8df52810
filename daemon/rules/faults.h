/* SPDX-License-Identifier: EUPL-1.2 */
/* Faults of a rule's text in the words of those who write rules: place, cause, remedy, code (docs/MESSAGES.md).
 * faults.c finds the place and hands on; lexical.c and syntax.c know what Lua's compiler says, running.c what a running rule says,
 * habits.c what people type instead of Lua.
 */
#ifndef SCRUTATEUR_FAULTS_H
#define SCRUTATEUR_FAULTS_H

#include "bounds.h"
#include "err.h"
#include "luatree.h"

#define FAULT_MEMORY (64 * MIB) /* tokens and tree of LIMIT_RULE_BYTES, several times over */

struct fault {
	struct str file, text;   /* the file and all its text */
	struct str said;         /* Lua's words after the place */
	unsigned no;             /* the line that Lua names */
	struct lexes toks;
	size_t broken;           /* the token the tree stumbled on, STR_NONE when it did not */
	struct err *e;
};

/* Line `line` (from 1) without its end; empty beyond the end. */
struct str fault_line(struct str text, unsigned line);
/* Column of a byte of the text, in code points from 1. */
unsigned fault_column(struct str text, size_t at);
/* What snprintf left in `text` (of `size` bytes) as one line of valid UTF-8, no character cut in two; changes it in place.
 * A view of it. */
struct str fault_clean(char *text, size_t size);
/* Fill f->e with the place of a byte of the text, or with the line `f->no` alone when `at` is STR_NONE. Returns true. */
bool fault_say(const struct fault *f, size_t at, const char *code, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* First byte of the line f->no that is not white space. */
size_t fault_line_start(const struct fault *f);
/* Token of the line f->no with this text, or STR_NONE. */
size_t fault_token(const struct fault *f, struct str word);

/* lexical.c, syntax.c, running.c: false when the message is none of theirs. */
bool fault_lexical(const struct fault *f);
bool fault_syntax(struct fault *f);
bool fault_running(struct fault *f);
/* lexical.c: token i stands where a number was written as people write them: "10 000", "0,5", "L. 2121-17". */
bool fault_numbers(const struct fault *f, size_t i);

/* habits.c */
/* A character that is not Lua's, at *at: the cause and the remedy, with *ret_code; *at goes to the beginning of a name. */
void habit_foreign(struct str text, size_t *at, const char **ret_code, char *out, size_t size);
/* What token i says in place of Lua, or NULL: "« différent de » s'écrit « ~= »". `next` may be read as part of it. */
const char *habit_remedy(const struct lexes *t, size_t i, const char **ret_code);
/* A function of the standard library, or a word of another language, that a rule does not have: what to write instead. */
const char *habit_instead(struct str name);

#endif
