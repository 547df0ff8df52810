/* SPDX-License-Identifier: EUPL-1.2 */
/* What the parts of the lint share: the walk (lint_walk.c), the kinds of values (lint_kinds.c), the checks. */
#ifndef SCRUTATEUR_LINT_PRIV_H
#define SCRUTATEUR_LINT_PRIV_H

#include "fields.h"
#include "lint.h"
#include "table.h"

enum kind {
	KIND_ANY,
	KIND_DOC, KIND_PART /* d.seance; prefix */, KIND_VOTE, KIND_VOTES, KIND_ACTES,
	KIND_FIELD,         /* read strictly: never nil */
	KIND_OPTIONAL,      /* si_lu: the value or nil */
	KIND_ELEMENT,       /* of the list desc */
	KIND_PERSON, KIND_GROUPS, KIND_GROUP,
	KIND_NUMBER, KIND_TEXT, KIND_BOOLEAN, KIND_NIL, KIND_STATUS, KIND_VERDICT
};
struct value {
	enum kind kind;
	const struct field_desc *desc;
	struct str prefix;
};

struct symbol {
	struct symbol *outer;
	struct str name;
	size_t tok;
	unsigned level;       /* of functions around it; 0 = of the file */
	bool read, counted;   /* counted: worth a remark when it is never read */
	struct value value;
};
struct lint {
	struct arena *a;
	const struct lexes *t;
	const char *const *names; /* of the environment, or NULL */
	struct remarks *out;
	struct symbol *scope;
	unsigned level;
	const struct node *whole;
	struct str gravite;       /* of the rule, "" when it is not plain */
	bool broken;
	struct { struct str *at; size_t n, cap; } told; /* unknown names: one remark each */
};

/* lint.c */
void remark(struct lint *l, size_t tok, bool refuses, const char *code, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
#define DAY_MISSES "%.*s : ce jour n'existe pas dans le calendrier"
/* No remark more is kept: nothing dear needs to be worked out for one. */
bool lint_full(const struct lint *l);
struct symbol *lint_symbol(const struct lint *l, struct str name);
/* The fixed word near `word`, as " ; vouliez-vous « x » ?", or "". */
struct str lint_near(struct lint *l, struct str word, const char *const *known);

/* lint_kinds.c */
struct value kind_of(struct lint *l, const struct node *n);
struct value kind_of_element(struct value list);
bool kind_is_list(struct value v);
/* "d.vote.pour" of a chain of names, for messages; "" when it is none. */
struct str chain_text(const struct lint *l, const struct node *n);
void check_field(struct lint *l, const struct node *n);         /* NODE_FIELD: does it exist? */
void check_named_field(struct lint *l, const struct node *call); /* d:statut("x"), d:si_lu("x") */
void check_evidence(struct lint *l, const struct node *n);      /* preuve = … */

/* lint_compare.c */
void check_comparison(struct lint *l, const struct node *n);
void check_condition(struct lint *l, const struct node *n);
void check_number(struct lint *l, const struct node *n);
/* lint_calls.c */
void check_call(struct lint *l, const struct node *n);
void check_statement(struct lint *l, const struct node *n); /* NODE_RUN */
void check_return(struct lint *l, const struct node *n);
void check_key(struct lint *l, size_t tok, const char *of, const struct table_key *known);
void check_rule(struct lint *l, const struct node *call);   /* regle{ }, essai{ } */
void check_case(struct lint *l, const struct node *one);    /* a missing mention is never more than mineure */

/* lint_walk.c */
void lint_walk(struct lint *l, const struct node *statements);

#endif
