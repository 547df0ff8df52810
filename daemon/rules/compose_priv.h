/* SPDX-License-Identifier: EUPL-1.2 */
/* What the parts of compose share: the facts to be found again, the sample under change, the ways to change it. */
#ifndef SCRUTATEUR_COMPOSE_PRIV_H
#define SCRUTATEUR_COMPOSE_PRIV_H

#include "compose.h"
#include "disguise.h"
#include "fields.h"
#include "ruleset_priv.h"

struct composer {
	struct stock st;
	struct rule rule;
};

/* compose_facts.c: what a rule read, field by field. */
struct fact {
	const struct field_desc *desc;
	const struct field *field; /* in the act */
};
struct facts {
	struct fact *at;
	size_t n, cap;
};
/* Of a finding, without what names the act or its people; of several votes, those of `vote` alone (from 1, 0: all). */
struct facts facts_of(struct arena *a, const struct finding *f, size_t vote);
/* The same field in a reading of one acte and one vote; NULL when it has no vote. */
const struct field *fact_place(const struct fact *f, const struct reading *r);
bool is_of_people(const struct field_desc *d);
/* Is the fact the same in `r`, whoever the people are? */
bool fact_holds(const struct fact *f, const struct reading *r);
/* How many do not; one more when the people of one are not those of the others. */
size_t facts_missing(const struct facts *f, const struct reading *r);
bool facts_ask(const struct facts *f, const char *name);

/* compose_work.c: a sample under change. */
#define TRIES_MAX 2000 /* changes read again for one act, half a millisecond each: beyond, none is kept any more */
#define SWAPS_MAX 16
struct swap {
	struct span at;
	struct str put;
};
struct swaps {
	struct swap at[SWAPS_MAX];
	size_t n;
};
struct work {
	struct composer *c;
	struct arena *a;               /* of texts; the reading has its own */
	const struct sample *sample;
	const struct facts *facts;
	struct disguise *d;
	const struct reading *act;     /* the document, and the acte and vote judged */
	size_t acte, vote;
	unsigned *tries;               /* so far, on all samples */
	struct str text;
	struct { struct replacement *at; size_t n, cap; } made;
	bool has_effectif;
	int64_t effectif;
	struct arena own;              /* of `s` and what it points to */
	struct subject s;
	size_t missing;
};
/* False: the sample is not to be read, or holds more than one acte or vote. Release with work_end in all cases. */
bool work_begin(struct work *w);
void work_end(struct work *w);
/* Make these changes if fewer facts are missing then (`tolerant`: not more). */
bool work_try(struct work *w, const struct swaps *s, bool tolerant);
bool work_judge(struct work *w, struct arena *a, struct judged *ret);
bool swap_add(struct swaps *s, struct span at, struct str put);
struct str span_text(const struct reading *r, struct span s);
/* The whole lines, or the paragraph, around a span; their last line end is not in it. */
struct span lines_around(struct str text, struct span s);
struct span paragraph_around(struct str text, struct span s);

/* compose_ways.c, compose_people.c, compose_words.c: how a fact may be brought about. The k-th try; false: no more. */
typedef bool (*way_fn)(struct work *w, const struct fact *f, unsigned k, struct swaps *ret);
bool way_people(struct work *w, const struct fact *f, unsigned k, struct swaps *ret);
void work_bring_facts(struct work *w);
/* The words that the rule read: visas, object, formula. */
void work_bring_words(struct work *w);
/* Step 0: the sentences that the finding quotes; 1: those that the rule found; 2: those of the amounts it read. */
#define PASSAGE_STEPS 3
void work_bring_passages(struct work *w, const struct finding *f, const struct judged *here, unsigned step);
/* Words of the act, disguised: those of a span; the sentence around it, empty when it has more than `max` bytes. */
struct str lent_sentence(struct work *w, struct span s, size_t max);
struct str lent(struct work *w, struct span s);

/* compose_same.c. The vote a finding is about, of several (from 1; 0: the acte has one, or none), and the findings about it. */
size_t finding_vote(const struct finding *f, const struct acte *acte);
struct judged findings_of_vote(struct arena *a, const struct judged *all, const struct acte *acte, size_t vote);
/* Judges the sample into *ret. False: *ret_why says in French what is not the same. */
bool work_says_same(struct work *w, const struct judged *act, struct judged *ret, struct str *ret_why);

/* compose_block.c */
struct str compose_block(struct arena *a, const struct work *w, const struct finding *f, enum verdict attendu, struct str nom,
			 struct str jour);

#endif
