/* SPDX-License-Identifier: EUPL-1.2 */
/* `scrutateur essayer`: the essais of rules, played, and what became of each. */
#ifndef SCRUTATEUR_ESSAYER_H
#define SCRUTATEUR_ESSAYER_H

#include "ruleset.h"

enum essai_end {
	ESSAI_REUSSI,
	ESSAI_ECHEC,
	ESSAI_A_FAIRE, /* marked a_faire, and not as expected: no failure */
	ESSAI_FAIT,    /* marked a_faire, and as expected: the mark can go */
};
struct essai_result {
	struct str nom;
	unsigned line;    /* in the rule's file */
	enum essai_end end;
	struct str words; /* of one that is not as expected, several lines: expected, obtained, what was read */
	int64_t us;
};
struct rule_essais {
	struct rule_report report;   /* state RULE_REFUSED with err: it did not load, or not all is as it must be */
	bool loaded;
	const struct rule_info *info; /* NULL when not loaded */
	const struct essai_result *at;
	size_t n;
	unsigned ends[4];            /* how many of each, by enum essai_end */
	bool lacks[5];               /* by enum verdict: no essai expects it, and one must */
};

/* Play the essais of the rules named (all when there are none), in order of their files; `fn` is called after each rule, what
 * it is given lives until it returns. False: nothing could be run, or a rule named is not there (then none is). */
typedef void (*rule_essais_fn)(void *ctx, const struct rule_essais *r);
bool ruleset_essayer(const struct ruleset_paths *p, char *const *ids, size_t ids_n, rule_essais_fn fn, void *ctx,
		     struct err *e);

#endif
