/* SPDX-License-Identifier: EUPL-1.2 */
/* What the reading of expressions and of statements share. Private to luatree.c and luaexpr.c. */
#ifndef SCRUTATEUR_LUAREADER_H
#define SCRUTATEUR_LUAREADER_H

#include <setjmp.h>
#include "luatree.h"

struct reader {
	struct arena *a;
	const struct lexes *t;
	size_t i;
	unsigned nested;
	size_t broken;     /* the first token that was not understood */
	struct node *last; /* of the statements of the file */
	jmp_buf fault;
};
_Noreturn static inline void reader_fault(struct reader *r)
{
	longjmp(r->fault, 1);
}
static inline bool at(const struct reader *r, const char *word)
{
	return lex_is(r->t, r->i, word);
}
static inline enum lex_kind kind_at(const struct reader *r)
{
	return r->t->at[r->i].kind;
}
static inline bool skip(struct reader *r, const char *word)
{
	bool is = at(r, word);
	r->i += is;
	return is;
}
static inline void need(struct reader *r, const char *word)
{
	if (!skip(r, word))
		reader_fault(r);
}
void reader_enter(struct reader *r); /* one level deeper; r->nested-- leaves it */
struct node *node_new(struct reader *r, enum node_kind kind, size_t tok);
struct node *node_closed(struct reader *r, struct node *n);
struct node *name_node(struct reader *r);
struct node *expression(struct reader *r, int limit);
struct node *expressions(struct reader *r);
struct node *suffixed(struct reader *r);
struct node *function_body(struct reader *r);
struct node *block(struct reader *r);

#endif
