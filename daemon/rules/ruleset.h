/* SPDX-License-Identifier: EUPL-1.2 */
/* The rule set: loaded, tested, and asked. The Lua side (sandbox, API, helpers) is private to this room.
 *
 * A rule goes live only if its own essais pass, run in forked children of this process with the engine that will
 * judge. A file that fails keeps its former version when `bons` holds one, and says why.
 */
#ifndef SCRUTATEUR_RULESET_H
#define SCRUTATEUR_RULESET_H

#include "finding.h"
#include "buf.h"
#include "lexicon.h"
#include "policy.h"

struct ruleset_paths {
	const char *regles, *lua, *exemples, *parametres, *collectivites, *lexique;
	const char *bons;     /* directory of the last good texts (<id>.lua), NULL = none kept */
	bool sans_essais;     /* load without running the essais (lire, expliquer of a rule under work) */
	const char *reglages; /* what the house decided (policy.h), NULL = nothing */
	const char *secours;  /* directory of the references as they were last loaded, NULL = none kept */
	bool use_secours;     /* one that does not load, or with which a rule that was good fails, is taken from there: nothing else is in service */
};
/* What rules are judged with, besides themselves. */
enum reference { REFERENCE_PARAMETRES, REFERENCE_COLLECTIVITES, REFERENCE_LEXIQUE, REFERENCE_REGLAGES, REFERENCES };
const char *reference_word(enum reference w);

/* What is not an error of the language, or not the first: place, cause and remedy. */
struct remark {
	bool refuses;         /* else a warning */
	unsigned line, col;
	struct str texte, ligne; /* ligne: of the file, for a caret */
};
struct remarks {
	struct remark *at;
	size_t n, cap;
};

enum rule_state { RULE_LIVE, RULE_KEPT /* the former version, the file on disk failed */, RULE_REFUSED };
struct rule_report {
	struct str file, id;
	enum rule_state state;
	bool off;             /* disabled by the house: loaded and tested, but it judges nothing */
	struct rule_info info; /* of the version that is in service (or would be); sha256 "" when RULE_REFUSED */
	enum severity gravite; /* what its alerts weigh at most */
	unsigned essais, reussis;
	struct err err;       /* why not live; on a live rule: its last good text could not be kept */
	struct str ligne; /* the faulty line of the file, to show above a caret at err.col; empty when there is none */
	struct remarks remarques; /* of the file on disk, in its order */
};
/* For people: place, cause and remedy, then the line and a caret. */
void rule_report_print(const struct rule_report *r, bool colour, struct buf *out);
/* The remarks alone, each with its line and a caret, without the one that is at the place of `err`. */
void remarks_print(const struct rule_report *r, struct buf *out);
/* The faulty line and its caret, for whoever has said the rest; nothing when there is none. */
void rule_line_print(const struct rule_report *r, struct buf *out);

struct ruleset;

/* False only when nothing can be judged: parameters, lexicon, roster or the house's decisions do not load, or a directory cannot be read.
 * A broken rule is a report, not a failure. */
bool ruleset_load(const struct ruleset_paths *p, struct ruleset **ret, struct err *e);
void ruleset_free(struct ruleset *rs);
/* The reference is the former version, and why; NULL: it is what is on disk. */
const struct err *ruleset_former(const struct ruleset *rs, enum reference w);
/* The words of those that are a former version, NULL-terminated. */
const char *const *ruleset_former_words(const struct ruleset *rs);
/* The reference could not be kept for another time, and why; NULL: it was, or nothing is kept. */
const struct err *ruleset_unkept(const struct ruleset *rs, enum reference w);
const struct rule_report *ruleset_reports(const struct ruleset *rs, size_t *ret_n);
/* Live and kept rules that are not disabled, in order of id. Borrowed. */
const struct rule_info *const *ruleset_rules(const struct ruleset *rs, size_t *ret_n);
const struct policy *ruleset_policy(const struct ruleset *rs);
const struct lexicon *ruleset_lexicon(const struct ruleset *rs);
/* How many parameters and collectivities were loaded. */
void ruleset_counts(const struct ruleset *rs, size_t *ret_params, size_t *ret_rosters);
/* SHA-256 (hex) over the live rules, the names of the lost ones, parameters, rosters, lexicon and the house's
 * decisions: names the set in records. */
const char *ruleset_sha256(const struct ruleset *rs);

struct judge_calls {
	void *ctx;
	void (*starts)(void *ctx, size_t rule); /* before each evaluation: a sign of life naming the rule */
	void (*found)(void *ctx, const struct finding *f);         /* one per verdict; an anomalie may give several */
};
/* Judge every acte with every rule not in `skip` (a bool per rule, or NULL), each evaluation in its own limits.
 * Everything handed to the calls lives in `a`. Rules with portee "seance" run once, on acte 0. Never fails: what
 * goes wrong is a finding ERREUR. So is, for each acte, a rule that was refused at load and has no kept version:
 * its rule_info bears the name and the hash of its file, version "?", and is none of ruleset_rules (no `starts`, no
 * `skip`). */
void ruleset_judge(struct ruleset *rs, struct arena *a, const struct reading *r, const bool *skip,
		   const struct judge_calls *calls);

#endif
