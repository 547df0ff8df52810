/* SPDX-License-Identifier: EUPL-1.2 */
/* Statements. The tree is read only to be remarked upon, so a fault is no error here: what stands before it is kept, and
 * the reading goes on at the next declaration. */
#include "luareader.h"

static struct node *names(struct reader *r)
{
	struct node *first = name_node(r), *last = first;
	while (skip(r, ",")) {
		last = last->next = name_node(r);
		if (skip(r, "<")) { /* an attribute */
			name_node(r);
			need(r, ">");
		}
	}
	return first;
}

static struct node *if_statement(struct reader *r)
{
	struct node *n = node_new(r, NODE_IF, r->i), **last = &n->a;
	bool more = true;
	do {
		struct node *one = node_new(r, NODE_CASE, r->i);
		more = !at(r, "else");
		r->i++; /* if, elseif, else */
		if (more) {
			one->a = expression(r, 0);
			need(r, "then");
		}
		one->b = block(r);
		*last = node_closed(r, one);
		last = &one->next;
	} while (more && (at(r, "elseif") || at(r, "else")));
	need(r, "end");
	return node_closed(r, n);
}

static struct node *for_statement(struct reader *r)
{
	struct node *n = node_new(r, NODE_EACH, r->i++);
	n->a = names(r);
	if (skip(r, "="))
		n->kind = NODE_COUNT;
	else
		need(r, "in");
	n->b = expressions(r);
	need(r, "do");
	n->c = block(r);
	need(r, "end");
	return node_closed(r, n);
}

static struct node *local_statement(struct reader *r)
{
	struct node *n = node_new(r, NODE_LOCAL, r->i++);
	if (skip(r, "function")) {
		n->kind = NODE_LOCAL_FUNCTION;
		n->a = name_node(r);
		n->b = function_body(r);
		return node_closed(r, n);
	}
	n->a = name_node(r);
	if (skip(r, "<")) {
		name_node(r);
		need(r, ">");
	}
	if (skip(r, ","))
		n->a->next = names(r);
	if (skip(r, "="))
		n->b = expressions(r);
	return node_closed(r, n);
}

static struct node *call_or_set(struct reader *r)
{
	struct node *n = node_new(r, NODE_RUN, r->i);
	n->a = suffixed(r);
	bool call = n->a->kind == NODE_CALL || n->a->kind == NODE_METHOD;
	if ((at(r, "=") || at(r, ",")) && !call) {
		struct node *last = n->a;
		n->kind = NODE_SET;
		while (skip(r, ","))
			last = last->next = suffixed(r);
		need(r, "=");
		n->b = expressions(r);
	} else if (!call || at(r, "=") || at(r, ",")) {
		reader_fault(r);
	}
	return node_closed(r, n);
}

static struct node *loop_statement(struct reader *r)
{
	struct node *n = node_new(r, at(r, "while") ? NODE_WHILE : at(r, "repeat") ? NODE_REPEAT : NODE_DO, r->i++);
	if (n->kind == NODE_WHILE) {
		n->a = expression(r, 0);
		need(r, "do");
	}
	n->b = block(r);
	need(r, n->kind == NODE_REPEAT ? "until" : "end");
	if (n->kind == NODE_REPEAT)
		n->a = expression(r, 0);
	return node_closed(r, n);
}

/* "function nom() … end": a global, which no rule may make. */
static struct node *function_statement(struct reader *r)
{
	struct node *n = node_new(r, NODE_SET, r->i++);
	n->a = name_node(r);
	while (skip(r, ".") || skip(r, ":"))
		name_node(r);
	n->b = function_body(r);
	return node_closed(r, n);
}

static struct node *jump(struct reader *r)
{
	struct node *n = node_new(r, NODE_JUMP, r->i++);
	if (!lex_is(r->t, n->tok, "break"))
		name_node(r);
	if (lex_is(r->t, n->tok, "::"))
		need(r, "::");
	return node_closed(r, n);
}

static bool block_ends(const struct reader *r)
{
	return at(r, "end") || at(r, "else") || at(r, "elseif") || at(r, "until") || kind_at(r) == LEX_END;
}

static struct node *statement(struct reader *r)
{
	if (at(r, "if"))
		return if_statement(r);
	if (at(r, "for"))
		return for_statement(r);
	if (at(r, "local"))
		return local_statement(r);
	if (at(r, "while") || at(r, "repeat") || at(r, "do"))
		return loop_statement(r);
	if (at(r, "function"))
		return function_statement(r);
	if (at(r, "break") || at(r, "goto") || at(r, "::"))
		return jump(r);
	if (!at(r, "return"))
		return call_or_set(r);
	struct node *n = node_new(r, NODE_RETURN, r->i++);
	if (!at(r, ";") && !block_ends(r))
		n->b = expressions(r);
	return node_closed(r, n);
}

struct node *block(struct reader *r)
{
	struct node *first = NULL, **last = &first;
	reader_enter(r);
	while (!block_ends(r)) {
		if (skip(r, ";"))
			continue;
		*last = statement(r);
		if ((*last)->kind == NODE_RETURN && !skip(r, ";") && !block_ends(r))
			reader_fault(r);
		last = &(*last)->next;
	}
	r->nested--;
	return first;
}

/* At the first column: a declaration, not something of one. */
static bool begins_declaration(const struct lexes *t, size_t i)
{
	static const char *const words[] = { "regle", "essai", "local", "function" };
	size_t from = t->at[i].at;
	if (from > 0 && t->text.p[from - 1] != '\n')
		return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (lex_is(t, i, words[k]))
			return true;
	return false;
}

struct node *tree_read(struct arena *a, const struct lexes *t, size_t *ret_broken)
{
	struct reader *r = ARENA_NEW(a, struct reader); /* in the arena: read again after a jump */
	struct node *head = ARENA_NEW(a, struct node);
	*r = (struct reader){ .a = a, .t = t, .broken = STR_NONE, .last = head };
	if (setjmp(r->fault)) {
		if (r->broken == STR_NONE)
			r->broken = r->i;
		r->nested = 0;
		while (kind_at(r) != LEX_END && !begins_declaration(t, ++r->i))
			;
	}
	while (kind_at(r) != LEX_END) {
		if (skip(r, ";"))
			continue;
		if (block_ends(r))
			reader_fault(r);
		r->last = r->last->next = statement(r);
	}
	*ret_broken = r->broken;
	return head->next;
}
