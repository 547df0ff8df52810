/* SPDX-License-Identifier: EUPL-1.2 */
/* The essais of a rule as examples: played in a sealed child, and the words that they change with what stands around. */
#ifndef SCRUTATEUR_EXAMPLES_H
#define SCRUTATEUR_EXAMPLES_H

#include "catalogue.h"
#include "ruleset_priv.h"

struct names { /* of parameters that the rule asked for, each once */
	struct str *at;
	size_t n, cap;
};
/* One example per essai, in order. False: the child did not come to its end, or an essai is not as expected. */
bool examples_play(struct arena *a, const struct stock *st, struct rule *rule, struct example **ret, struct names *ret_asked,
		   struct err *e);
/* Fills swaps of an example. */
void example_swaps(struct arena *a, const struct stock *st, const struct rule *rule, const struct essai *es,
		   struct example *ret);

#endif
