/* SPDX-License-Identifier: EUPL-1.2 */
/* What loads without error and is not what its author meant. A remark either refuses the rule (never right: 0,5, a field
 * that does not exist, a comparison that is always false) or warns (right, but useless or risky: a local that is never
 * read). docs/MESSAGES.md says which is which. Nothing of the rule is run.
 */
#ifndef SCRUTATEUR_LINT_H
#define SCRUTATEUR_LINT_H

#include "luatree.h"
#include "ruleset.h"

/* All remarks on a text, in its order, 50 at most. `names`: what the environment offers, NULL-terminated, or NULL when it
 * is not known, and then no name is said to be unknown. After a syntax error the rest of the file is still looked at, for
 * what needs no context. */
void lint(struct arena *a, struct str text, const char *const *names, struct remarks *ret);

#endif
