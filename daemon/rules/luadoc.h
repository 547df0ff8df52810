/* SPDX-License-Identifier: EUPL-1.2 */
/* The functions that shared Lua gives to rules, with the comment above each:
 *
 *     --- Ce que la fonction donne, sur une ou plusieurs lignes.
 *     --- Exemple : local p = passage(d, "scrutin secret")
 *     function passage(d, mots)
 *
 * The example is one line that runs in a rule's controle ("…" stands for any statements). */
#ifndef SCRUTATEUR_LUADOC_H
#define SCRUTATEUR_LUADOC_H

#include "vm.h"

struct helper_doc {
	struct str appel, dit, exemple; /* dit and exemple empty: the author wrote none */
	struct str nom, file;           /* file: of shared Lua, without directory */
	unsigned line;
};

/* Every `function name(…)` that begins a line, in order of files. One without such a comment has an empty `dit`. */
const struct helper_doc *luadoc_read(struct arena *a, const struct vm_source *sources, size_t sources_n, size_t *ret_n);

#endif
