/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the attendance side of the act room: one list that was read, its names and what each gave. */
#ifndef SCRUTATEUR_SECTIONS_PRIV_H
#define SCRUTATEUR_SECTIONS_PRIV_H

#include "names_priv.h"

struct attendance;
/* lists.c */
struct entry {
	struct person qui, instead; /* instead: whom "représenté par" names, when `unclear`; else without a name */
	size_t from, to;
	struct name name;
	bool glued;            /* no separator and no civility before it */
	bool promised;         /* a comma or "et" before it: it continues the row */
	bool abuts;            /* nothing but a space before it */
	bool grouped;          /* "MM. A et B": the civility before A is B's too */
	bool bulleted;         /* a bullet before it */
	bool slashed;          /* a slash without spaces before it */
	bool dashed;           /* a dash between spaces before it: a separator, or the middle of a double name */
	bool proxy;            /* has given one that was understood */
	bool represented;      /* somebody votes for him, who is said elsewhere */
	bool unclear;          /* has given one that was not */
	bool gave_none;        /* the text says that he gave none */
	struct str depuis, jusqua;
};
struct pair {
	struct person mandant, porteur; /* the key of `porteur` is empty when only his title is written */
	size_t from, to;
	struct str depuis, jusqua;
	bool either;   /* the words do not say which of the two holds the other's: proxy_sides.c */
	bool bare;     /* no word does, a bracket or an arrow: the first gave, unless who is present says otherwise */
	bool family;   /* one word beside full names: the family name of the only one present who has it, or it is not known whose */
	bool if_there; /* nothing but a name: a holder, when he is present */
};
struct section {
	struct heading h;
	size_t from, to;
	struct { struct entry *at; size_t n, cap; } entries;
	struct { struct pair *at; size_t n, cap; } pairs;
	bool nobody;           /* "néant", written */
	bool loose;            /* ended by words that end nothing for sure */
	bool of_givers;        /* "de" stands before each giver */
	bool there_tells;      /* its pairs are sure only when every holder is present, and no giver (proxy_sides.c) */
	bool hides_heading;    /* the heading of another list lost its colon in it */
	bool of_holders;       /* of proxies: some of its names hold one, and are no absents */
	bool by_groups;        /* members stand above it under "Titulaires :", and no word says that they are there (colleges.c) */
	size_t untold;         /* of a list of absents: the first token of such words, which may head other members; 0 = none */
	size_t numbered;       /* the last number of a column of numbers in front of its names, 0 without one */
	size_t witnesses;      /* full names in the lists before it */
	bool counted;          /* as many names as the text announces */
	bool of_initials;      /* most of its names are "A. PETIT" */
	size_t fault;          /* first token that was not understood */
	const char *why;       /* French, NULL when the list was read whole */
};
struct item section_item(struct reader *rd, const struct entry *e);
/* "Représenté par" is a proxy at this level, not a substitute who sits in person. */
bool represented_is_proxy(const struct reader *rd);
struct str section_near(struct reader *rd, const struct section *s); /* the words at its fault, for people */
/* Reads the list of `s->h` before `limit`. `explained` has one byte per token: 1 on the words of proxies accounted for. */
void list_read(struct reader *rd, struct section *s, size_t limit, unsigned char *explained);

/* initials.c: among names written "A. PETIT", "M. GRAND" is one of them, and no civility. */
void section_take_initials(struct reader *rd, struct section *s, bool house); /* house: the presents are written so */
void reader_initials(struct reader *rd, struct attendance *at);               /* once all lists are read */

#endif
