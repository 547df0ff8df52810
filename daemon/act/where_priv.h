/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: where a passage stands, as people are told. */
#ifndef SCRUTATEUR_WHERE_PRIV_H
#define SCRUTATEUR_WHERE_PRIV_H

#include "model.h"

/* Columns are counted on from the last answer: a text that is one line of 8 MB is asked for thousands of them. Begin with
 * zeroes behind `r`. */
struct where {
	const struct reading *r;
	size_t at;
	struct place place;
};
struct place where_place(struct where *w, size_t offset);
/* A line so long that its number alone finds nothing. */
bool where_is_long(const struct where *w, size_t offset);
bool where_same_line(const struct where *w, size_t a, size_t b);

#endif
