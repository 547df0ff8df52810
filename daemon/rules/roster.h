/* SPDX-License-Identifier: EUPL-1.2 */
/* Members in office by collectivity and body, and inhabitants, dated: conf/collectivites/ *.yaml.
 *
 *     nom: Département de la Vaugine          # matched folded, against the collectivity read in the act
 *     autres_noms: [Conseil départemental de la Vaugine]
 *     siren: "229900011"                       # matched against the identifier's SIREN, and then decides alone
 *     niveau: departement
 *     population:                              # may be left out; of a commune: rules that depend on it conclude then
 *       - { du: 2024-01-01, valeur: 4120, source: "INSEE" }
 *     effectif:
 *       commission_permanente:
 *         - { du: 2021-07-01, valeur: 54, source: "service des assemblées" }
 *
 * A file of remarks only is none. Same load errors as params.h. Two collectivities that share a name are an error unless both give a SIREN.
 */
#ifndef SCRUTATEUR_ROSTER_H
#define SCRUTATEUR_ROSTER_H

#include "model.h"
#include "params.h"

struct roster;

bool roster_load(struct arena *a, const char *dir, const struct roster **ret, struct err *e);
/* Members in office of the body of `r` on its day; NULL when the collectivity, the body or the day is not known.
 * *ret_nom is the parameter's name for records: "collectivites/vaugine: effectif commission_permanente". */
const struct param_value *roster_effectif(const struct roster *ro, const struct reading *r, struct str *ret_nom);
/* Its inhabitants that day, in the same way; NULL when they are not given. */
const struct param_value *roster_population(const struct roster *ro, const struct reading *r, struct str *ret_nom);
/* Why the members in office of `r` are not known, in a few words for people: what the rosters have of its collectivity, and of its day. `ro` may
 * be NULL. */
struct str roster_lack(struct arena *a, const struct roster *ro, const struct reading *r);
size_t roster_count(const struct roster *ro);
/* Does one of them bear this name? */
bool roster_has(const struct roster *ro, struct str nom);
/* SHA-256 (hex) over all files, part of the rule set's identity. */
const char *roster_sha256(const struct roster *ro);

#endif
