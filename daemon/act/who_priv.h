/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: a name as its folded words, and how alike two names are. */
#ifndef SCRUTATEUR_WHO_PRIV_H
#define SCRUTATEUR_WHO_PRIV_H

#include "people_priv.h"

#define WHO_WORDS 8

struct who_word {
	struct str key;
	bool capital; /* more than one letter, all of them capitals */
	bool initial; /* one letter that stands for a first name: "O.", not the "D" of "D'EU" */
	bool family;  /* the family name: what is in capitals where the rest is not, else the last whole word */
};
struct who {
	struct person p;
	unsigned roles;
	char gender; /* 'm', 'f', 0 = not known */
	struct who_word words[WHO_WORDS]; /* sorted by key */
	size_t n;
	struct str glued; /* its words in their order, as one */
	uint32_t print;	  /* names of the same words have the same */
	bool shown; /* its capitals show which words are the family name */
};

enum closeness {
	SAME, /* the same words */
	PART, /* the words of one, or their initials, are among those of the other */
	SLIP, /* … with a slip of the pen */
};

char gender_of(struct str civility); /* as in struct who */
static inline bool genders_differ(char a, char b)
{
	return a != 0 && b != 0 && a != b;
}
struct who who_of(struct reader *rd, const struct person *p, unsigned roles);
bool who_close(const struct who *a, const struct who *b, enum closeness c);
bool who_same_words(const struct who *a, const struct who *b);
/* The same family name, whatever the rest: "Zoé PETIT" and "Odile PETIT", "M. PETIT" and "Mme PETIT". */
bool who_same_family(const struct who *a, const struct who *b);
/* The same family name, and "Cathy" for "Catherine", "Françoise" for "Marie-Françoise"; not "Jean" for "Jeanne". */
bool who_pet_name(const struct who *a, const struct who *b);
bool who_has_initial(const struct who *w);
struct str next_word(struct str s, size_t *at); /* the next run of letters from *at, empty at the end */

#endif
