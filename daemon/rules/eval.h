/* SPDX-License-Identifier: EUPL-1.2 */
/* One evaluation: one rule on one acte (or séance). What the script read is traced here, and becomes evidence
 * afterwards. */
#ifndef SCRUTATEUR_EVAL_H
#define SCRUTATEUR_EVAL_H

#include "finding.h"
#include "passages.h"
#include "roster.h"
#include "trace.h"

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

enum stop_why { STOP_NONE, STOP_FIELD, STOP_NAMED };
struct eval {
	const struct context *cx;
	const struct rule *rule;
	const struct reading *r;   /* with the members in office laid over it */
	const struct folded *folded; /* the text's words */
	size_t acte;
	size_t marks_n, used_n;
	struct used_param effectif_used; /* of the roster; nom empty = none */
	bool effectif_read;
	enum stop_why stop;
	struct where stop_at;
	const struct field *stop_field; /* NULL: `stop_text` says it */
	enum field_status stop_status;
	char stop_name[PARAM_NAME_MAX]; /* parameter, or "vote" */
	char stop_text[256];
	struct mark marks[TRACE_MAX]; /* the arrays are last: only what is before them is zeroed */
	struct param_use used[TRACE_PARAMS_MAX];
};

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
	size_t picks_n;
	struct pick picks[PICKS_MAX]; /* last: only what is before it is zeroed */
};
void evidence_fill(struct arena *a, const struct eval *ev, const struct said *s, struct finding *f);

/* judge.c */
struct rule;
struct judged {
	struct finding *at;
	size_t n, cap;
};
/* A reading with the members in office of the roster (or of the essai) where the text gives none. */
struct subject {
	const struct reading *r;
	struct used_param effectif; /* nom empty: the text's own, or none */
	struct folded folded;
};
struct subject judge_subject(struct arena *a, const struct context *cx, const struct reading *r);
/* Judge one rule on one acte (a rule of the séance: on all of it); at least one finding is added. */
void judge_one(struct rule *rule, const struct context *cx, struct arena *a, const struct subject *s, size_t acte,
	       struct judged *out);

#endif
