/* SPDX-License-Identifier: EUPL-1.2 */
/* What a script reads, as it reads it: places, marks and parameters, in fixed room, because nothing may be taken from an
 * arena while Lua runs. */
#ifndef SCRUTATEUR_TRACE_H
#define SCRUTATEUR_TRACE_H

#include "fields.h"
#include "params.h"

#define NO_ACTE ((size_t)-1)
#define TRACE_MAX 256
#define TRACE_PARAMS_MAX 64

/* Where a value stands, as the records name it: "actes[2].votes[1].contre", "pouvoirs[2]". */
struct where {
	size_t acte;                   /* NO_ACTE in a rule of the séance */
	bool show_acte;
	size_t vote;                   /* from 1, 0 = not in a vote */
	bool show_vote;
	const struct field_desc *desc; /* NULL: the vote or the acte itself */
	size_t item;                   /* from 1, 0 = the whole field */
};

enum mark_kind {
	MARK_READ,    /* a field that was read */
	MARK_FOUND,   /* an element that a search gave to the rule */
	MARK_MISSED,  /* a list searched in vain */
	MARK_ASKED,   /* a field whose status was asked, and that is not lu */
	MARK_OPTIONAL, /* the same, asked with si_lu: the rule could do without */
};
struct mark {
	enum mark_kind kind;
	struct where at;
	const struct field *field;
	const struct item *item;
	struct span span;
};

#define PARAM_NAME_MAX 96
struct param_use {
	char nom[PARAM_NAME_MAX];
	struct param_value v;
};

struct eval;
void trace_field(struct eval *ev, enum mark_kind kind, const struct where *at, const struct field *f);
void trace_item(struct eval *ev, const struct where *at, const struct item *it);
void trace_param(struct eval *ev, const char *nom, const struct param_value *v);
/* "pouvoirs[2]": into the arena, or into `out`. */
struct str where_name(struct arena *a, const struct where *at);
struct str where_short(const struct where *at, char *out, size_t size);

#endif
