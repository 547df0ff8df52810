/* SPDX-License-Identifier: EUPL-1.2 */
/* The text of a rule as tokens and as a tree, for the remarks of lint.h. Lua itself compiles the rule; this looks at
 * what Lua would not say. Trees live in the arena; names are views of the text.
 */
#ifndef SCRUTATEUR_LUATREE_H
#define SCRUTATEUR_LUATREE_H

#include "arena.h"

enum lex_kind {
	LEX_END,
	LEX_NAME,
	LEX_WORD,   /* a word of the language: if, local … */
	LEX_NUMBER,
	LEX_TEXT,   /* quotes or brackets included */
	LEX_OP,
	LEX_OTHER   /* one character that is not Lua's */
};
struct lex {
	enum lex_kind kind;
	size_t at, end;
	unsigned line;   /* where it begins, from 1 */
	bool closed;     /* TEXT: its end was found */
};
struct lexes {
	struct str text;
	struct lex *at;  /* the last one is LEX_END */
	size_t n, cap;
};
void lexes_read(struct arena *a, struct str text, struct lexes *ret);
struct str lex_str(const struct lexes *t, size_t i);
bool lex_is(const struct lexes *t, size_t i, const char *word); /* never true of a text */
/* What stands between the quotes, escapes as typed. */
struct str lex_inside(const struct lexes *t, size_t i);
/* Keyword of Lua? */
bool lex_word(struct str s);

enum node_kind {
	/* expressions */
	NODE_NIL, NODE_TRUE, NODE_FALSE, NODE_NUMBER, NODE_TEXT /* name: inside */, NODE_VARARG,
	NODE_NAME,      /* name */
	NODE_FIELD,     /* a.name */
	NODE_INDEX,     /* a[b] */
	NODE_CALL,      /* a(b, …) */
	NODE_METHOD,    /* a:name(b, …) */
	NODE_BINARY,    /* a name b; tok is the operator */
	NODE_UNARY,     /* name a */
	NODE_TABLE,     /* b: list of NODE_ITEM */
	NODE_ITEM,      /* [a] = b, name = b, or b */
	NODE_FUNCTION,  /* a: list of NODE_NAME, b: block */
	/* statements */
	NODE_LOCAL,     /* a: names, b: values */
	NODE_LOCAL_FUNCTION, /* a: its name, b: NODE_FUNCTION */
	NODE_SET,       /* a: targets, b: values */
	NODE_RUN,       /* a: a call, as a statement */
	NODE_IF,        /* a: list of NODE_CASE */
	NODE_CASE,      /* a: condition (NULL: else), b: block */
	NODE_WHILE,     /* a: condition, b: block */
	NODE_REPEAT,    /* a: condition, b: block */
	NODE_COUNT,     /* for a = b … do c */
	NODE_EACH,      /* for a in b do c */
	NODE_DO,        /* b: block */
	NODE_RETURN,    /* b: values */
	NODE_JUMP       /* break, goto, label */
};
struct node {
	enum node_kind kind;
	unsigned depth;      /* of what is below: bounded, so that walking may recurse */
	size_t tok, end;     /* tokens [tok, end) */
	struct str name;
	struct node *a, *b, *c, *next;
};
/* The statements of the file, as far as they can be understood; after a fault the reading goes on at the next line that
 * begins a declaration, and *ret_broken is the token it stumbled on (STR_NONE: none). */
struct node *tree_read(struct arena *a, const struct lexes *t, size_t *ret_broken);

#endif
