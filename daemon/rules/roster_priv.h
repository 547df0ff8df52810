/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to roster.c and roster_names.c: which names are those of one collectivity. */
#ifndef SCRUTATEUR_ROSTER_PRIV_H
#define SCRUTATEUR_ROSTER_PRIV_H

#include "roster.h"

/* « Commune de de Vaugine », as the footer of some houses' software has it: the particle is meant once. */
struct str roster_particles_once(struct arena *a, struct str s);
/* Folded names of one collectivity, by its own word, its council or its town hall: « Ville de Mirebois », « Mairie de Mirebois » are the commune, and
 * « Conseil régional de Lorrade » is the « Région Lorrade ». */
bool roster_same_name(struct str a, struct str b);

#endif
