/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to segment.c, act_headings.c and agenda_points.c: where the actes of a file begin. */
#ifndef SCRUTATEUR_SEGMENT_PRIV_H
#define SCRUTATEUR_SEGMENT_PRIV_H

#include "bounds.h"
#include "reader_priv.h"

struct act_heading {
	size_t at;
	struct range number;
	size_t vote_before; /* the last token before it that tells a vote */
	int point; /* of the agenda, 0 when the heading is a number of acte */
};
struct act_headings {
	struct act_heading *at;
	size_t n, cap;
};
/* Less than two: the file is one acte. */
struct act_headings act_headings(struct reader *rd);
/* "1. TITRE", "2 - Titre", "Point n° 3 : titre" at line starts, one after the other; none when two chains are possible. */
struct act_headings agenda_points(struct reader *rd);
/* Nearly every part that these headings cut tells a vote. */
bool headings_have_votes(const struct reader *rd, const struct act_headings *chain);
bool says_a_vote(const struct reader *rd, size_t i); /* unanimity, "voix contre", "prend acte" … at token i */
bool votes_stand_between(const struct reader *rd, size_t from, size_t to);

#endif
