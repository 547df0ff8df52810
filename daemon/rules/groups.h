/* SPDX-License-Identifier: EUPL-1.2 */
/* Every name a rule may write besides its fields, with its words for people: what the reference is made of. */
#ifndef SCRUTATEUR_GROUPS_H
#define SCRUTATEUR_GROUPS_H

#include "luadoc.h"
#include "ruleset.h"

/* A named set of rows for the reference: functions, keys of a declaration, parts of an element. */
struct helper_group {
	const char *titre, *dit;
	const struct helper_doc *at;
	size_t n;
};

/* Functions of the program, functions of lua/ *.lua, keys of regle{ } and essai{ }, parts of list elements. */
const struct helper_group *reference_groups(struct arena *a, const struct ruleset *rs, size_t *ret_n);

#endif
