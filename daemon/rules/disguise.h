/* SPDX-License-Identifier: EUPL-1.2 */
/* People of an act become people of the samples, the same one each time; any other name becomes an invented word. */
#ifndef SCRUTATEUR_DISGUISE_H
#define SCRUTATEUR_DISGUISE_H

#include "ruleset_priv.h"

struct alias {
	struct str from, to;
};
struct disguise {
	struct arena *a;
	const struct reading *act;
	struct { struct person *at; size_t n, cap; } pool; /* invented people, those of the sample first */
	struct { struct person *at; size_t n, cap; } real, invented; /* the same index: one became the other */
	struct { struct alias *at; size_t n, cap; } words; /* other words that were replaced */
	struct { struct str *at; size_t n, cap; } known;   /* words of the samples, sorted */
};
/* The words of the samples and of the rule's text are known, and stay. */
void disguise_init(struct disguise *d, struct arena *a, const struct stock *st, struct str rule, const struct reading *act);
/* People of a reading of a sample join the pool. */
void disguise_offer(struct disguise *d, const struct reading *sample);
/* The chair of the act (its first present when it names none) is the sample's, who is told of elsewhere in it and counts among the presents.
 * Before all others. */
void disguise_chair(struct disguise *d, const struct reading *sample);
/* One list becomes the other, each by his place: both hold the same people as it is. */
void disguise_as(struct disguise *d, const struct field *act, const struct field *sample);
/* Who stands for this person; the same one each time. NULL: nobody is left. */
const struct person *disguise_person(struct disguise *d, const struct person *p);
/* The words of the act as they may stand in a rule's file; empty when they may not (long numbers, addresses). */
struct str disguise_text(struct disguise *d, struct str s);
/* A rule's message with its names changed like those of the text. */
struct str disguise_message(struct disguise *d, struct str message);
/* Without civilities and without "vote 2 : ", to compare two. */
struct str message_plain(struct arena *a, struct str message);

#endif
