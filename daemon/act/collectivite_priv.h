/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to collectivite.c and its parts: whose act it is. */
#ifndef SCRUTATEUR_COLLECTIVITE_PRIV_H
#define SCRUTATEUR_COLLECTIVITE_PRIV_H

#include "reader_priv.h"

bool place_particle(const struct reader *rd, size_t i); /* "de", "la", "sur" … */
/* No name of a place goes on at token i: the word of another heading, a number, an empty line. */
bool place_ends_at(const struct reader *rd, size_t i);
bool place_address_at(const struct reader *rd, size_t i); /* behind a name: the street of the town hall */
/* The place's name from token i: capitalised words in one style of capitals, with particles, hyphens and apostrophes
 * between them, so that "IZERAC Séance du" stops after IZERAC where line ends were lost. Returns the token after its
 * last capitalised word. one_line: it stands in a heading of its own line, and what the next one begins with is another. */
size_t place_name(const struct reader *rd, size_t i, bool one_line);

/* "Collecte et de Valorisation des déchets de la Montagne Bleue", from the end of its first capitals: a grouping is named by what it does, in
 * common nouns. The token behind them, `end` when none follow, 0 when nothing tells where they end. */
size_t place_goes_on(const struct reader *rd, size_t end);

/* A heading that names the collectivité by its body or its house: "CONSEIL DÉPARTEMENTAL DE LA VAUGINE", "Mairie de Valbrise", "le conseil
 * municipal de Valbrise s'est réuni" (body_named.c). */
struct body_named {
	size_t name, end; /* of the place */
};
bool body_named_at(const struct reader *rd, size_t i, struct str niveau, struct body_named *ret);

#endif
