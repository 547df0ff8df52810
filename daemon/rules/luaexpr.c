/* SPDX-License-Identifier: EUPL-1.2 */
/* Expressions, by recursive descent. Bounded in depth like Lua's own compiler. */
#include "luareader.h"

#define NESTED_MAX 190  /* Lua refuses more than 200 */
#define DEPTH_MAX 1000  /* of a node: left chains (a.b.c, a + b + c) are built without recursion */

void reader_enter(struct reader *r)
{
	if (++r->nested > NESTED_MAX)
		reader_fault(r);
}

struct node *node_new(struct reader *r, enum node_kind kind, size_t tok)
{
	struct node *n = ARENA_NEW(r->a, struct node);
	n->kind = kind;
	n->tok = tok;
	return n;
}

static unsigned deepest(const struct node *list, unsigned most)
{
	for (; list; list = list->next)
		most = list->depth > most ? list->depth : most;
	return most;
}

struct node *node_closed(struct reader *r, struct node *n)
{
	n->end = r->i;
	n->depth = deepest(n->c, deepest(n->b, deepest(n->a, 0))) + 1;
	if (n->depth > DEPTH_MAX)
		reader_fault(r);
	return n;
}

struct node *name_node(struct reader *r)
{
	struct node *n = node_new(r, NODE_NAME, r->i);
	if (kind_at(r) != LEX_NAME)
		reader_fault(r);
	n->name = lex_str(r->t, r->i++);
	return node_closed(r, n);
}

struct node *expressions(struct reader *r)
{
	struct node *first = expression(r, 0), *last = first;
	while (skip(r, ","))
		last = last->next = expression(r, 0);
	return first;
}

static struct node *item(struct reader *r)
{
	struct node *n = node_new(r, NODE_ITEM, r->i);
	if (skip(r, "[")) {
		n->a = expression(r, 0);
		need(r, "]");
		need(r, "=");
	} else if (kind_at(r) == LEX_NAME && lex_is(r->t, r->i + 1, "=")) {
		n->name = lex_str(r->t, r->i);
		r->i += 2;
	}
	n->b = expression(r, 0);
	return node_closed(r, n);
}

static struct node *table(struct reader *r)
{
	struct node *n = node_new(r, NODE_TABLE, r->i), **last = &n->b;
	need(r, "{");
	while (!at(r, "}")) {
		*last = item(r);
		last = &(*last)->next;
		if (!skip(r, ",") && !skip(r, ";"))
			break;
	}
	need(r, "}");
	return node_closed(r, n);
}

struct node *function_body(struct reader *r)
{
	struct node *n = node_new(r, NODE_FUNCTION, r->i), **last = &n->a;
	need(r, "(");
	while (!at(r, ")")) {
		if (skip(r, "..."))
			break;
		*last = name_node(r);
		last = &(*last)->next;
		if (!skip(r, ","))
			break;
	}
	need(r, ")");
	n->b = block(r);
	need(r, "end");
	return node_closed(r, n);
}

static struct node *literal(struct reader *r, enum node_kind kind)
{
	struct node *n = node_new(r, kind, r->i);
	if (kind == NODE_TEXT) {
		if (!r->t->at[r->i].closed)
			reader_fault(r);
		n->name = lex_inside(r->t, r->i);
	}
	r->i++;
	return node_closed(r, n);
}

static struct node *arguments(struct reader *r)
{
	if (kind_at(r) == LEX_TEXT)
		return literal(r, NODE_TEXT);
	if (at(r, "{"))
		return table(r);
	need(r, "(");
	struct node *args = at(r, ")") ? NULL : expressions(r);
	need(r, ")");
	return args;
}

struct node *suffixed(struct reader *r)
{
	struct node *n, *in;
	if (skip(r, "(")) {
		n = expression(r, 0);
		need(r, ")");
	} else {
		n = name_node(r);
	}
	for (;;) {
		size_t i = r->i;
		in = n;
		if (skip(r, ".")) {
			n = node_new(r, NODE_FIELD, i + 1);
			n->name = name_node(r)->name;
		} else if (skip(r, "[")) {
			n = node_new(r, NODE_INDEX, i);
			n->b = expression(r, 0);
			need(r, "]");
		} else if (skip(r, ":")) {
			n = node_new(r, NODE_METHOD, i + 1);
			n->name = name_node(r)->name;
			n->b = arguments(r);
		} else if (at(r, "(") || at(r, "{") || kind_at(r) == LEX_TEXT) {
			n = node_new(r, NODE_CALL, in->tok);
			n->b = arguments(r);
		} else {
			return n;
		}
		n->a = in;
		node_closed(r, n);
	}
}

static struct node *simple(struct reader *r)
{
	static const struct { const char *word; enum node_kind kind; } words[] = {
		{ "nil", NODE_NIL }, { "true", NODE_TRUE }, { "false", NODE_FALSE }, { "...", NODE_VARARG },
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (at(r, words[i].word))
			return literal(r, words[i].kind);
	if (kind_at(r) == LEX_NUMBER)
		return literal(r, NODE_NUMBER);
	if (kind_at(r) == LEX_TEXT)
		return literal(r, NODE_TEXT);
	if (at(r, "{"))
		return table(r);
	if (skip(r, "function"))
		return function_body(r);
	return suffixed(r);
}

/* Left and right priority of a binary operator, as in Lua's manual; 0 = it is none. */
static int priority(const struct reader *r, int *ret_right)
{
	static const struct { const char *op; int left, right; } ops[] = {
		{ "or", 1, 1 },   { "and", 2, 2 },  { "<", 3, 3 },   { ">", 3, 3 },   { "<=", 3, 3 },  { ">=", 3, 3 },
		{ "~=", 3, 3 },   { "==", 3, 3 },   { "|", 4, 4 },   { "~", 5, 5 },   { "&", 6, 6 },   { "<<", 7, 7 },
		{ ">>", 7, 7 },   { "..", 9, 8 },   { "+", 10, 10 }, { "-", 10, 10 }, { "*", 11, 11 }, { "/", 11, 11 },
		{ "//", 11, 11 }, { "%", 11, 11 },  { "^", 14, 13 },
	};
	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
		if (!at(r, ops[i].op))
			continue;
		*ret_right = ops[i].right;
		return ops[i].left;
	}
	return 0;
}

struct node *expression(struct reader *r, int limit)
{
	struct node *n;
	int left, right = 0;
	reader_enter(r);
	if (at(r, "not") || at(r, "-") || at(r, "#") || at(r, "~")) {
		n = node_new(r, NODE_UNARY, r->i);
		n->name = lex_str(r->t, r->i++);
		n->a = expression(r, 12);
		node_closed(r, n);
	} else {
		n = simple(r);
	}
	while ((left = priority(r, &right)) > limit) {
		struct node *op = node_new(r, NODE_BINARY, r->i);
		op->name = lex_str(r->t, r->i++);
		op->a = n;
		op->b = expression(r, right);
		n = node_closed(r, op);
	}
	r->nested--;
	return n;
}
