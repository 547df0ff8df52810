/* SPDX-License-Identifier: EUPL-1.2 */
/* An essai made from an act on which a rule was wrong: a sample act is changed until the rule reads there the values that it read
 * in the act, and says the same. Nobody's name goes over: people become those of the samples, and a word with a capital that
 * no sample knows becomes an invented one. What cannot be made the same is told, and gives no essai.
 */
#ifndef SCRUTATEUR_COMPOSE_H
#define SCRUTATEUR_COMPOSE_H

#include "ruleset.h"

struct composer; /* one rule, and all it is tried with */
/* Loads the rule `id` from its file, without its essais, and the samples: conf/exemples, and of those beside the rules the ones that its
 * essais name, and `exemple` (or NULL). False: it does not load, or there is no such rule. Release with compose_close. */
bool compose_open(struct arena *a, const struct ruleset_paths *p, const char *id, const char *exemple, struct composer **ret, struct err *e);
void compose_close(struct composer *c);
const struct lexicon *compose_lexicon(const struct composer *c);
/* The rule's file, and its text as it was loaded. */
const char *compose_file(const struct composer *c);
struct str compose_text(const struct composer *c);

#define COMPOSE_ANY_ACTE ((size_t)-1)
struct compose_asked {
	size_t acte;          /* from 0; COMPOSE_ANY_ACTE: the only one, or the only one with an anomaly */
	int attendu;          /* enum verdict, or -1: `conforme` instead of an anomaly */
	const char *exemple;  /* the sample to change, or NULL: the nearest */
	struct str jour;      /* today, for people: "29 novembre 2026" */
};
struct composed {
	bool made;
	bool reussit;         /* the rule says already what is expected */
	struct str bloc;      /* the essai as it is put into the rule's file, when made */
	struct str dit;       /* for people, some lines: what the rule said and read, then what was made or why nothing was */
};
/* To be called in a sealed process: `r` is of a document. Texts of *ret are in `a`, and may be printed as they are. */
void compose(struct composer *c, struct arena *a, const struct reading *r, const struct compose_asked *q, struct composed *ret);

/* The rule's text with the essai at its end: it must load, with one essai more than before. */
bool compose_added(struct arena *a, const struct composer *c, struct str bloc, struct str *ret, struct err *e);

#endif
