/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to collectivite.c and its parts: whose act it is. */
#ifndef SCRUTATEUR_COLLECTIVITE_PRIV_H
#define SCRUTATEUR_COLLECTIVITE_PRIV_H

#include "reader_priv.h"

bool place_particle(const struct reader *rd, size_t i); /* "de", "la", "sur" … */
/* No name of a place goes on at token i: the word of another heading, a number, an empty line. */
bool place_ends_at(const struct reader *rd, size_t i);
bool place_address_at(const struct reader *rd, size_t i); /* behind a name: the street of the town hall */
/* "commune de Valbrise Étaient présents": a word that other headings begin with, and no name of a place goes on with. */
bool place_begins_another(const struct reader *rd, size_t k);
/* Behind a name: such a word, a gap between columns, dashes, or other capitals than its own: "DÉPARTEMENT DE LA VAUGINE     Dossier", "VALBRISE -------- CONSEIL". */
bool place_parts_at(const struct reader *rd, size_t i);
/* The place's name from token i: capitalised words in one style of capitals, with particles, hyphens and apostrophes
 * between them, so that "IZERAC Séance du" stops after IZERAC where line ends were lost. Returns the token after its
 * last capitalised word. one_line: it stands in a heading of its own line, and what the next one begins with is another. */
size_t place_name(const struct reader *rd, size_t i, bool one_line);
/* "Valbrise Adoption": nothing but a space joins the last word of [name, end) to another, and may be where a line end was lost. */
bool place_is_loose(const struct reader *rd, size_t name, size_t end);

/* "Collecte et de Valorisation des déchets de la Montagne Bleue", from the end of its first capitals: a grouping is named by what it does, in
 * common nouns. The token behind them, `end` when none follow, 0 when nothing tells where they end. */
size_t place_goes_on(const struct reader *rd, size_t end);

/* Where a collectivité is named, and its place there. */
struct body_named {
	size_t from, name, end;
};
/* By its body or its house: "CONSEIL DÉPARTEMENTAL DE LA VAUGINE", "Mairie de Valbrise", "le conseil municipal de Valbrise s'est réuni" (body_named.c). */
bool body_named_at(const struct reader *rd, size_t i, struct str niveau, struct body_named *ret);
/* By its maire: who chairs, who convenes, who signs on a line of his own. */
bool maire_named_at(const struct reader *rd, size_t i, struct body_named *ret);
bool maire_signs_for(const struct reader *rd, struct body_named *ret);
/* The name [i, end) stands in a heading of its own, in the title of its papers, as the office of its chair; or `meets` in the sentence of its meeting. */
bool named_in_its_papers(const struct reader *rd, size_t i, size_t end, bool meets);
bool body_name_closed(const struct reader *rd, size_t end); /* a line end, or the word of another heading, stands behind it */
/* By letters, by a brand or as an establishment: "SIVOM de la Brise", "Orve Communauté", "SDIS de la Vaugine" (house_named.c). */
bool house_named_at(const struct reader *rd, size_t i, struct str niveau, struct body_named *ret);
/* The act's body is that of an establishment: a commune or a département named in its head lends the paper. */
bool is_of_an_establishment(const struct reader *rd);

#endif
