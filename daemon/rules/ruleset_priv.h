/* SPDX-License-Identifier: EUPL-1.2 */
/* What the loading of a rule set and the running of its essais share. */
#ifndef SCRUTATEUR_RULESET_PRIV_H
#define SCRUTATEUR_RULESET_PRIV_H

#include "essayer.h"
#include "rule.h"
#include "side.h"
#include "sides.h"

struct sample {
	struct str nom, text;
	struct side_file sides[LIMIT_SIDE_FILES]; /* NAME.txt.cote1 … beside it (base/side.h) */
	size_t sides_n;
	const char *refus; /* why a file of this name could not be taken, or NULL */
};

struct stock {                  /* what every rule is judged with; all of it in the arena */
	struct arena *a;
	struct context cx;
	const struct lexicon *lexicon;
	const struct vm_source *shared;
	size_t shared_n;
	const char *samples_dir, *regles; /* for messages */
	const struct sample *samples;
	size_t samples_n;
	char sha256[65];        /* of shared Lua, parameters, rosters and lexicon */
	struct str lexicon_text;
	enum reference failing; /* that did not load; REFERENCES: something else */
};
/* The sample of that name, or NULL. */
const struct sample *sample_named(const struct stock *st, struct str name);
const struct stock *ruleset_stock(const struct ruleset *rs);
/* A live or kept rule, by its place in ruleset_rules. */
struct rule *ruleset_rule(struct ruleset *rs, size_t i);
bool stock_load(struct arena *a, const struct ruleset_paths *p, struct stock *ret, struct err *e);
/* Take from beside the rules, as <regles>/<name>.txt, the samples that the rule's essais name and the stock has not. What cannot be
 * taken is told by the essai. */
void stock_samples_of(struct stock *st, const struct rule *rule);

/* Is the rule `id` among the files `names` of `dir`? ERR_VALUE: no, and which one may be meant. */
bool rule_is_there(struct arena *a, struct str id, const struct str *names, size_t n, const char *dir, struct err *e);
/* Run the rule's essais in forked children. `results` (or NULL) gets one answer per essai, its words in st->a. False: *e is
 * the first that fails, with the line of the essai, or says which verdict has no essai. */
bool essais_run(const struct stock *st, struct rule *rule, struct essai_result *results, unsigned *ret_run,
		unsigned *ret_passed, struct err *e);
/* Verdicts that a rule's essais must expect, and whether none does; what is a_faire does not count. */
#define ESSAIS_NEEDED_N 3
extern const enum verdict ESSAIS_NEEDED[ESSAIS_NEEDED_N];
bool essais_lack(const struct rule *rule, enum verdict v);
/* In the child: apply, read, judge. The findings point into `a`; false: `out` says why there are none. */
bool essai_judge(const struct stock *st, struct rule *rule, const struct essai *es, struct arena *a, struct judged *ret,
		 const struct reading **ret_r, struct buf *out);
/* sample.c: the sample of an essai, the words of its text and of its side files changed; false: `out` says why not, with the words that
 * the sample has instead. */
bool sample_with_changes(const struct stock *st, const struct rule *rule, const struct essai *es, struct arena *a,
			 struct sample *ret, struct buf *out);
/* " anomalie majeure, acte 2 : message", in the words of people or of an essai, then a line for each value read, each gap and each parameter. */
void finding_print(struct arena *a, const struct finding *f, const struct reading *r, bool for_people, struct buf *out);
/* How often `what` stands in the text, overlaps too. */
unsigned essai_occurrences(struct str text, struct str what);
/* `text` with every r->ancien made r->nouveau. */
struct str essai_replaced(struct arena *a, struct str text, const struct replacement *r);
/* Is this finding what the essai expects? */
bool essai_fits(const struct essai *es, const struct finding *f, const struct reading *r);
/* In the child: apply, read, judge, compare. True = as expected; `out` says what was expected and obtained. */
bool essai_check(const struct stock *st, struct rule *rule, const struct essai *es, struct buf *out);

/* versions.c: info->version becomes "1.0.0+1fbe87bd" when another text was seen in service under that version; what was seen is
 * kept in `dir`. False (and the version as it was): it could not be looked up or kept. */
bool version_show(struct arena *a, const char *dir, struct rule_info *info, struct err *e);
/* versions.c: keep the text of a rule as <dir>/<id>.lua. Best effort: a live rule is not refused because it could not be kept; *e says it. */
void version_keep_text(const struct rule_info *info, struct str text, const char *dir, struct err *e);

#endif
