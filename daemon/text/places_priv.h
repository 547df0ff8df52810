/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: the index of a text's lines and pages, for who walks over its lines (furniture.c). */
#ifndef SCRUTATEUR_PLACES_PRIV_H
#define SCRUTATEUR_PLACES_PRIV_H

#include "text.h"

struct places {
	struct str bytes;
	size_t first;	       /* length of the BOM */
	const uint32_t *lines; /* where each line starts, ascending; lines[0] = 0 */
	size_t lines_n;
	uint32_t *feeds;       /* offsets of form feeds, ascending */
	size_t feeds_n, feeds_cap;
};

/* places_of a text that holds at most `ends` bytes that may end a line. */
struct places *places_index(struct arena *a, const struct text *t, size_t ends);

#endif
