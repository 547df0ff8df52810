/* SPDX-License-Identifier: EUPL-1.2 */
/* The last version of the references that a rule set was loaded with, in a directory of the service, and private to the loading:
 *
 *     parametres            the name of the directory below that counts
 *     parametres-<hash>/    the files, as they were
 *     collectivites, collectivites-<hash>/    likewise
 *     lexique.yaml  reglages.yaml
 */
#ifndef SCRUTATEUR_FORMER_H
#define SCRUTATEUR_FORMER_H

#include "ruleset_priv.h"

/* Where the kept version of `w` is, in the arena; NULL: there is none, or the files of a directory are not those that it is named after. */
const char *former_path(struct arena *a, const char *dir, enum reference w);
/* The field of `p` that names it. */
const char **former_field(struct ruleset_paths *p, enum reference w);
/* Keep what was just loaded from `path`: `text` is that of a file, `sha256` that of the files of a directory, which are read again and must still be
 * those. What was kept before goes only then. */
bool former_keep(struct arena *a, const char *dir, enum reference w, const char *path, struct str text, const char *sha256, struct err *e);
/* ERR_VALUE at that file: one of the kept directory has gone, deleted or moved by mistake, and something that it decides is not in `cx`, which was
 * just loaded. True when nothing is kept, or when the kept one is what was loaded. */
bool former_still_there(struct arena *a, const struct ruleset_paths *p, enum reference w, const struct context *cx, struct err *e);
/* To the error of a rule that what it is judged with has broken: what of that differs from what was kept, by file and line where that is known. */
void former_add_change(struct arena *a, const struct ruleset_paths *p, const struct stock *now, struct err *e);

#endif
