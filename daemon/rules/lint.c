/* SPDX-License-Identifier: EUPL-1.2 */
/* The remarks of a text, gathered in its order. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include "faults.h"
#include "lint_priv.h"
#include "rule.h"
#include "yamltree.h"

#define REMARKS_MAX 50

static void add(struct lint *l, unsigned line, unsigned col, bool refuses, struct str text)
{
	for (size_t i = 0; i < l->out->n; i++)
		if (l->out->at[i].line == line && l->out->at[i].col == col)
			return;
	if (l->out->n < REMARKS_MAX)
		*ARENA_PUSH(l->a, l->out) =
			(struct remark){ refuses, line, col, text, fault_line(l->t->text, line) };
}

bool lint_full(const struct lint *l)
{
	return l->out->n == REMARKS_MAX;
}

void remark(struct lint *l, size_t tok, bool refuses, const char *code, const char *fmt, ...)
{
	char text[400];
	va_list ap;
	if (lint_full(l))
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	const struct lex *t = &l->t->at[tok];
	add(l, t->line, fault_column(l->t->text, t->at), refuses, arena_printf(l->a, "%.*s [%s]", STR_ARG(fault_clean(text, sizeof text)), code));
}

struct str lint_near(struct lint *l, struct str word, const char *const *known)
{
	const char *near = lint_full(l) ? NULL : nearest_word(word, known);
	return near ? arena_printf(l->a, " ; vouliez-vous « %s » ?", near) : STR("");
}

/* In a file with a fault: what is wrong whatever stands around it. */
static void loose_tokens(struct lint *l)
{
	char text[300];
	const char *code;
	for (size_t i = 0; i + 1 < l->t->n; i++) {
		const struct lex *t = &l->t->at[i];
		if (t->kind == LEX_OTHER && !strchr("!&|", l->t->text.p[t->at])) {
			size_t at = t->at;
			habit_foreign(l->t->text, &at, &code, text, sizeof text);
			add(l, t->line, fault_column(l->t->text, at), true, arena_printf(l->a, "%s [%s]", text, code));
			while (l->t->at[i + 1].line == t->line && i + 2 < l->t->n)
				i++; /* one of a line is enough */
		} else if (lex_is(l->t, i, "!") && lex_is(l->t, i + 1, "=")) {
			remark(l, i, true, "R010", "%s", habit_remedy(l->t, i, &code));
		} else if (t->kind == LEX_NAME && (lex_is(l->t, i, "et") || lex_is(l->t, i, "ou") || lex_is(l->t, i, "alors") ||
						   lex_is(l->t, i, "sinon"))) {
			const char *remedy = habit_remedy(l->t, i, &code);
			remark(l, i, true, code, "%s", remedy);
		}
	}
}

/* Keys of a regle { } or essai { } that the tree could not read whole: names before "=" right inside its braces. */
static void loose_keys(struct lint *l, size_t i, const char *of, const struct table_key *known)
{
	int braces = 0, blocks = 0;
	for (; i + 1 < l->t->n; i++) {
		braces += lex_is(l->t, i, "{") - lex_is(l->t, i, "}");
		blocks += lex_is(l->t, i, "function") + lex_is(l->t, i, "if") + lex_is(l->t, i, "do") - lex_is(l->t, i, "end");
		bool first = lex_is(l->t, i - 1, "{") || lex_is(l->t, i - 1, ",");
		if (first && braces == 1 && blocks == 0 && l->t->at[i].kind == LEX_NAME && lex_is(l->t, i + 1, "="))
			check_key(l, i, of, known);
		if (braces == 0)
			return;
	}
}

static int by_place(const void *a, const void *b)
{
	const struct remark *x = a, *y = b;
	return x->line != y->line ? (x->line < y->line ? -1 : 1) : (x->col > y->col) - (x->col < y->col);
}

void lint(struct arena *a, struct str text, const char *const *names, struct remarks *ret)
{
	struct lexes t;
	size_t broken;
	struct lint l = { .a = a, .t = &t, .names = names, .out = ret };
	*ret = (struct remarks){ 0 };
	lexes_read(a, text, &t);
	l.whole = tree_read(a, &t, &broken);
	l.broken = broken != STR_NONE;
	lint_walk(&l, l.whole);
	for (size_t i = 0; l.broken && i + 3 < t.n; i++) {
		if (lex_is(&t, i, "regle") && lex_is(&t, i + 1, "{"))
			loose_keys(&l, i + 1, "regle{ }", REGLE_CLES);
		if (lex_is(&t, i, "essai") && t.at[i + 1].kind == LEX_TEXT && lex_is(&t, i + 2, "{"))
			loose_keys(&l, i + 2, "essai{ }", ESSAI_CLES);
	}
	if (l.broken)
		loose_tokens(&l);
	if (ret->n)
		qsort(ret->at, ret->n, sizeof *ret->at, by_place);
}
