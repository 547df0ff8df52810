/* SPDX-License-Identifier: EUPL-1.2 */
/* One evaluation: one rule on one acte (or séance). What the script read is traced here, and becomes evidence afterwards. */
#ifndef SCRUTATEUR_EVAL_H
#define SCRUTATEUR_EVAL_H

#include "fields.h"
#include "finding.h"
#include "params.h"
#include "roster.h"

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
	MARK_ASKED,   /* a status asked, or an optional field, that is not lu */
};
struct mark {
	enum mark_kind kind;
	struct where at;
	const struct field *field;
	const struct item *item;
	struct span span;
};

/* A dated value laid over conf/parametres by an essai. */
struct override {
	struct str nom;
	bool is_number;
	int64_t nombre;
	struct str texte;
};

struct context {                   /* what stays the same from one evaluation to the next */
	const struct params *params;
	const struct roster *roster;
	const struct override *over;
	size_t over_n;
	const int64_t *effectif;   /* an essai's roster, or NULL */
};

#define PARAM_NAME_MAX 96
struct param_use {
	char nom[PARAM_NAME_MAX];
	struct param_value v;
};

enum stop_why { STOP_NONE, STOP_FIELD, STOP_NAMED };
struct eval {
	const struct context *cx;
	const struct rule *rule;
	const struct reading *r;   /* with the members in office laid over it */
	size_t acte;
	struct mark marks[TRACE_MAX];
	size_t marks_n;
	struct param_use used[TRACE_PARAMS_MAX];
	size_t used_n;
	struct used_param effectif_used; /* of the roster; nom empty = none */
	bool effectif_read;
	enum stop_why stop;
	struct where stop_at;
	const struct field *stop_field; /* NULL: `stop_text` says it */
	enum field_status stop_status;
	char stop_name[PARAM_NAME_MAX]; /* parameter, or "vote" */
	char stop_text[256];
};

/* trace.c */
void trace_field(struct eval *ev, enum mark_kind kind, const struct where *at, const struct field *f);
void trace_item(struct eval *ev, const struct where *at, const struct item *it);
void trace_param(struct eval *ev, const char *nom, const struct param_value *v);
struct str where_name(struct arena *a, const struct where *at);
struct str where_short(const struct where *at, char *out, size_t size);

/* evidence.c: what the trace proves */
struct pick {                      /* `preuve` of a verdict */
	struct where at;
	struct span span;
};
#define PICKS_MAX 32
struct said {                      /* one verdict as the script gave it; texts belong to Lua until copied */
	enum verdict verdict;
	struct str message, sujet;
	bool has_gravite;
	enum severity gravite;
	struct pick picks[PICKS_MAX];
	size_t picks_n;
};
void evidence_fill(struct arena *a, const struct eval *ev, const struct said *s, struct finding *f);

/* judge.c */
struct rule;
struct judged {
	struct finding *at;
	size_t n, cap;
};
/* Judge one rule on one acte (NO_ACTE: the séance); at least one finding is added. */
void judge_one(struct rule *rule, const struct context *cx, struct arena *a, const struct reading *r, size_t acte, struct judged *out);
/* `r` with the members in office of the roster (or of the essai) where the text gives none. */
struct reading reading_with_roster(struct arena *a, const struct context *cx, const struct reading *r, struct used_param *ret_used);

#endif
