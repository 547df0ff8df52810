/* SPDX-License-Identifier: EUPL-1.2 */
/* `essayer --depuis`: an essai composed from an act on which a rule was wrong. */
#ifndef SCRUTATEUR_DEPUIS_H
#define SCRUTATEUR_DEPUIS_H

#include "session.h"

/* The essai goes to standard output, what people are told to standard error; --ecrire puts it
 * into the rule's file too. Returns EXIT_RIEN, or EXIT_PANNE when there is no essai or it could not be written. */
int depuis(struct session *s, const struct options *o);

#endif
