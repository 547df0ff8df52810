/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the attendance side of the act room: names, lists of names, who is who.
 *
 *     names.c       one name at a cursor, and the words that are never one
 *     headings.c    where a list of members begins; boundaries.c: what ends one; around_names.c: which words only accompany names
 *     sidebar.c     a column of the page beside the lists, and two lists side by side
 *     lists.c       one list: every token explained, or a fault with its words (list_*.c, proxy_words.c)
 *     colleges.c    lists told college by college
 *     initials.c    whether "M." is a civility or an initial
 *     sections.c    where the lists stand; broken_headings.c: the headings that were not understood; rollcall.c, roll_rows.c: by roll call, "Anne PETIT : présente"; presence_table.c: in a table;
 *                   unheaded.c: behind the opening sentence, as many as announced
 *     people.c      the same person has one key in every list; homonyms are never merged (likeness.c: two names)
 *     proxy_holders.c  a proxy told of who holds it
 *     proxies.c     the field pouvoirs: mentions counted against what was understood
 *     absences_told.c  who is away, told in a sentence outside the lists
 *     attendance.c  presents (stand_ins.c: substitutes); absents.c: absents; announced.c: as many as announced
 *     in_force.c    who was there for one acte
 *     officers.c    president; chair_told.c, office_holder.c: who is "M. le Maire"; secretaries.c, secretary_names.c: secretaires
 */
#ifndef SCRUTATEUR_PEOPLE_PRIV_H
#define SCRUTATEUR_PEOPLE_PRIV_H

#include "sections_priv.h"

/* people.c */
struct people *people_new(struct arena *a);
enum people_match {
	PEOPLE_NONE,
	PEOPLE_ONE,
	PEOPLE_SEVERAL,
	PEOPLE_RIVAL, /* nobody, but somebody present has the family name with another first name */
};
enum { WHO_PRESENT = 1, WHO_ABSENT = 2, WHO_CHAIR = 4, WHO_GIVER = 8, WHO_ANY = 15 };
/* A person of a list of presents: PEOPLE_SEVERAL when the same name already stands in it (homonyms, or a name written twice). */
enum people_match people_add(struct reader *rd, struct person *p, unsigned role);
/* The person `p` is among those of `roles`: exact words, then part of them, then a slip of the pen; unique or not at all.
 * Sets p->cle when found. */
const struct item *people_in(const struct field *f, struct str cle); /* whose key it is, in a list; or NULL */
enum people_match people_find(struct reader *rd, struct person *p, unsigned roles);
enum people_match people_find_same(struct reader *rd, struct person *p, unsigned roles); /* the same words only */
/* A giver of a proxy: by his words among givers and absents, then loosely among the absents listed, then by his words among the present. */
enum people_match people_find_giver(struct reader *rd, struct person *p);
/* A holder: by his words, part of them, a slip; PEOPLE_SEVERAL too when an absent has his words and a present may be meant. */
enum people_match people_find_holder(struct reader *rd, struct person *p);
/* One word, that is the family name of one present and of no other. */
bool people_family(struct reader *rd, const struct person *p);
/* One of its first names is one of somebody's in the lists, in whatever list. */
bool people_first_name(struct reader *rd, const struct person *p);
/* Two keys, but one name may be the other's short form, and no list of members tells them apart. */
bool people_alike(struct reader *rd, const struct person *a, const struct person *b);
/* Once every present is known: two people of the same words get keys told apart by civility. True when any did. */
bool people_settle(struct reader *rd);
size_t people_words(struct str cle);
/* The folded name holds a word of a heading with a slip in it ("procutations"). */
bool people_heading_slip(struct str cle);
/* The key of a name read anywhere in the text: that of the person it means, else its own. Sets p->cle. */
void people_key(struct reader *rd, struct person *p);

/* attendance.c, absents.c, proxies.c, officers.c, secretaries.c, in_force.c */
struct people_list {
	struct item *at;
	size_t n, cap;
};
struct attendance {
	struct { struct section *at; size_t n, cap; } sections; /* of the head */
	struct { struct section *at; size_t n, cap; } later;    /* whole lists of presents after it: headers repeated per acte */
	unsigned char *explained;
	size_t names;            /* in all lists, for the limit */
	size_t broken_heading;   /* token after the first word of a heading of absents or proxies that was not understood, 0 = none */
	size_t broken_presents; /* the same of a heading of presents */
	bool giver_lost;         /* a proxy is mentioned and its giver is in no list */
	int32_t absents_stated;  /* the largest number beside a heading of absents */
	int32_t proxies_stated;  /* "Nombre de pouvoirs : 3", -1 = none */
	size_t proxies_stated_at;
};
void reader_sections(struct reader *rd, struct attendance *at); /* finds and reads every list of the head (sections.c) */
size_t sections_full_names(const struct attendance *at); /* in the lists read so far: names whose capitals show which is which */
void note_broken_heading(struct reader *rd, struct attendance *at, size_t i); /* at token i, when it is one (broken_headings.c) */
bool colleges_missing(const struct reader *rd, const struct attendance *at); /* one has no list of presents, where others have theirs (colleges.c) */
/* "Titulaires : Luc PETIT" before token `to`, where no list says that these are there: the token where the label begins; `to` (colleges.c). */
size_t groups_untold(const struct reader *rd, const struct attendance *at, size_t to);
void reader_unheaded(struct reader *rd, struct attendance *at); /* without a heading, and as many as announced (unheaded.c) */
void reader_settle_proxies(struct reader *rd, struct attendance *at); /* once who is present is known (proxy_sides.c) */
void reader_proxies(struct reader *rd, struct attendance *at);    /* leaves pouvoirs ABSENT when there is no mention at all */
/* Proxies told in the head that no list explains; *ret_first: the token of the first (stray_proxies.c). */
size_t proxies_stray(struct reader *rd, const struct attendance *at, size_t *ret_first);
bool told_of_a_past_seance(const struct reader *rd, size_t i); /* "la précédente séance" in the sentence before token i (stray_proxies.c) */
void reader_no_proxies(struct reader *rd, const struct attendance *at); /* … and this decides, once presents is known */
void reader_know_absents(struct reader *rd, const struct attendance *at); /* tells people.c who is absent or gave a proxy */
const char *mixed_givers(struct reader *rd, const struct attendance *at); /* who is there stands in a list of givers: French, why; or NULL */
void reader_absents(struct reader *rd, const struct attendance *at);
void reader_check_presents(struct reader *rd, const struct attendance *at); /* against the number announced (announced.c) */
void reader_president(struct reader *rd);
/* The list whose heading is at token i stands under the title of another day's séance, whose minutes the act approves (seances.c). */
bool reader_of_minutes_approved(const struct reader *rd, size_t i);
/* "M. le Maire" is who presides, when the text gives the chair this title, or the only one listed who has it: sets name, civility and key, keeps the span. */
bool chair_of_title(struct reader *rd, struct person *p);
/* chair_told.c: "M. le Maire" in [from, to) is a member whom the lists or the presidency call so; the token of such a title that ends at `to`, or `to`;
 * it is the subject of the words at i. */
bool person_of_title(struct reader *rd, size_t from, size_t to, struct person *ret);
size_t title_ending_at(const struct reader *rd, size_t to);
size_t title_beginning_at(const struct reader *rd, size_t k); /* "M. le Maire", "(du) maire" at token k: the token behind it, or k */
size_t title_told_before(const struct reader *rd, size_t i, size_t *ret_end);
bool chair_told_before(struct reader *rd, size_t i, struct person *ret);
void reader_secretaries(struct reader *rd);
/* absences_told.c: the word that tells, outside the lists, that somebody whom no list knows is away, or that one votes for another; 0 = none. */
size_t absence_told(struct reader *rd, const struct attendance *at);
size_t proxy_told_otherwise(struct reader *rd, const struct attendance *at);
void reader_in_force(struct reader *rd, size_t acte); /* sets acte.presents and acte.pouvoirs from the séance's lists: called by reader_acte */
int acte_named(const struct reader *rd, struct str number, bool agenda, size_t acte); /* "2023-13", or a point of the agenda, is the acte's own: 1, another's: -1; 0: not known */
bool told_of_an_absent(const struct reader *rd, size_t i); /* token i says, behind the name of an absent, when he was away */

#endif
