/* SPDX-License-Identifier: EUPL-1.2 */
/* What became of the essais: for a person, and as JUnit XML for those who keep their rules in git. */
#ifndef SCRUTATEUR_ESSAIS_OUT_H
#define SCRUTATEUR_ESSAIS_OUT_H

#include "essayer.h"

struct essais_total {
	unsigned rules, essais, ends[4]; /* by enum essai_end */
	unsigned lacking;                /* rules without an essai for a verdict that needs one */
	unsigned refused;                /* files that do not load */
	struct buf suites;               /* JUnit, of the rules so far */
	int64_t us;
};
void essais_total_init(struct essais_total *t);
void essais_total_done(struct essais_total *t);
/* One rule: added to the totals and to the XML, and its lines to `out`. */
void essais_add(struct essais_total *t, const struct rule_essais *r, bool colour, struct buf *out);
/* The last lines of the report. */
void essais_print_total(const struct essais_total *t, struct buf *out);
/* The whole document: <testsuites>, a <testsuite> per rule, a <testcase> per essai; a_faire is <skipped>, a file that does not
 * load <error>, a verdict without an essai a failed testcase of its own. XML 1.0, UTF-8: what that cannot hold becomes U+FFFD. */
void essais_junit(const struct essais_total *t, struct buf *out);

#endif
