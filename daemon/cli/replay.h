/* SPDX-License-Identifier: EUPL-1.2 */
/* `repeter`: documents judged by two rule sets, and what differs. Each document is read once, in a sealed child of its own, by as
 * many children as there are cores. */
#ifndef SCRUTATEUR_REPLAY_H
#define SCRUTATEUR_REPLAY_H

#include "session.h"

enum change {
	CHANGE_ADDED,     /* an alert that was not there */
	CHANGE_REMOVED,   /* an alert that is no more: the acte is conforme or sans objet, or has other alerts of the rule */
	CHANGE_UNDECIDED, /* what was an alert, conforme or sans objet is non_verifiable or erreur */
	CHANGE_DECIDED,   /* what was non_verifiable or erreur is conforme or sans objet */
	CHANGE_SEVERITY,  /* the same alert, of another severity (and perhaps message) */
	CHANGE_MESSAGE,   /* the same alert, in other words */
	CHANGE_VERDICT,   /* conforme where it was sans objet, or the other way */
	CHANGES_N
};

struct replay_side {
	int verdict;      /* enum verdict; -1: the set has no such rule */
	int severity;
	struct str message;
};
struct replay_change {
	enum change what;
	struct str rule;
	uint32_t acte, actes; /* from 1; acte 0: about the séance */
	uint32_t line;        /* 0: none */
	struct replay_side before, after;
};
/* Compare what two sets found in one reading; `emit` is called in order of actes, then rules. Texts are the findings'. */
struct finding;
struct reading;
typedef void (*replay_change_fn)(void *ctx, const struct replay_change *c);
void replay_diff(const struct reading *r, const struct finding *before, size_t before_n, const struct finding *after, size_t after_n,
		 replay_change_fn emit, void *ctx);

struct replay_document {
	const char *path;
	struct str name;      /* of the file; of an act of an archive, the one it had in the drop, escaped */
	bool archived;
	const char *kept;     /* the text kept beside it in an archive, or NULL */
};
struct replay_documents { struct replay_document *at; size_t n, cap; };
/* The documents below the paths given: files, directories (with theirs), a state directory or its ledger (the judged documents of
 * its archive, each content once). In order of names, or of arrival. */
bool replay_list(struct arena *a, char *const *paths, int n, struct replay_documents *ret, struct err *e);

struct replay_rule {
	struct str id, version[2];       /* empty: the set has no such rule, or it does not load there */
	struct str fault;                /* why it does not load in one of the sets: it is compared with nothing; or empty */
	unsigned verdicts[2][5];         /* findings by enum verdict, before and after */
	unsigned changes[CHANGES_N];
};
struct replay_outcome {
	const struct replay_document *document;
	bool done, read;       /* not done: interrupted before it */
	struct str reason;     /* why it could not be read or judged */
	uint32_t actes;
	struct { struct replay_change *at; size_t n, cap; } changes;
};
struct replay {
	struct arena a;
	struct ruleset *sets[2];         /* before, after */
	const struct conf *conf;
	struct replay_documents documents;
	struct replay_outcome *outcomes; /* one per document */
	struct { struct replay_rule *at; size_t n, cap; } rules; /* in order of id */
	unsigned changes[CHANGES_N], read, unread, actes;
	bool interrupted;
};
/* The one of that id, or NULL. */
struct replay_rule *replay_rule_of(const struct replay *rp, struct str id);
/* Judge all documents; SIGINT ends it early, with what was done until then. */
bool replay_run(struct replay *rp, struct err *e);

/* The child of one document: reads `d`, judges by both sets, writes its answer to `out`, never returns. */
_Noreturn void replay_child(const struct replay *rp, const struct replay_document *d, int out);
/* Take a child's whole answer into the outcome and the totals. False: it is none. */
bool replay_take(struct replay *rp, struct replay_outcome *o, struct str answer);

const char *change_word(enum change c); /* "ajoutee": for programs */
void replay_print(const struct replay *rp, const struct options *o, struct buf *out);
void replay_json(const struct replay *rp, struct buf *out);
/* One line per difference, ';' between cells, for a spreadsheet: UTF-8 with BOM; no cell can be taken for a formula. */
void replay_csv(const struct replay *rp, struct buf *out);

#endif
