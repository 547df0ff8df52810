/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the attendance side of the act room: one name, and the words that stand around names. */
#ifndef SCRUTATEUR_NAMES_PRIV_H
#define SCRUTATEUR_NAMES_PRIV_H

#include "reader_priv.h"

/* names.c — one name. A run without separator ("Anne PETIT Luc GRAND") is cut where the order of cases starts again. */
#define TWO_NAMES 4 /* words of a name, when no capitals tell where one ends: they may be two */
enum name_order { ORDER_NONE, ORDER_FIRST_LAST, ORDER_LAST_FIRST }; /* "Anne PETIT", "PETIT Anne"; NONE: one case only */
struct name {
	size_t from, to;       /* tokens, the civility excluded */
	size_t civility;       /* first token of the civility; == from when there is none */
	bool upper;            /* its last word is in capitals */
	bool group;            /* a civility of several ("Mesdames") stands before it */
	enum name_order order;
	size_t compounds;      /* words, a hyphenated one counted once, particles not */
	bool broken_line;      /* a line end between two of its compounds */
	bool odd;              /* not the shape of one name */
};
/* Reads one name before `limit`; returns the token after it, or i when none stands there. */
size_t name_read(const struct reader *rd, size_t i, size_t limit, struct name *ret);
/* The name that ends right before `end`, its civility included; it opens a line or follows a mark, or has a civility. */
bool name_before(const struct reader *rd, size_t from, size_t end, struct name *ret);
struct person name_person(struct reader *rd, const struct name *n);
bool name_stands_before(const struct reader *rd, const struct name *n, size_t to); /* its words, two or more, in the head and before token `to` (list_sentences.c) */
/* "LU- CHE": the hyphen may be a double name's or that of a word cut at the end of a line, and the text nowhere shows which (named.c). */
bool name_may_be_cut(const struct reader *rd, const struct name *n);
/* A word that never is part of a name: a heading, a role, the first word of a sentence. */
bool name_never(const struct reader *rd, size_t i); /* never_names.c */
/* particles.c: a particle at token i; particles from i on that lead to a word of the name: its token, or i; "VAN" in "Anne TRAN VAN," with *n read before it. */
bool name_particle(const struct reader *rd, size_t i);
size_t name_over_particles(const struct reader *rd, size_t i, size_t limit);
bool name_closing_particle(const struct reader *rd, const struct name *n, size_t i, size_t limit);
bool name_first_like_a_particle(const struct reader *rd, size_t i, size_t limit); /* "MOREL Ben,": a first name behind the family's */
bool name_particle_may_be_a_first_name(const struct reader *rd, size_t i); /* "MOREL Al GRISOL" */
bool name_is_function(const struct reader *rd, size_t i); /* "adjoint", "président" */

/* sidebar.c — a column of the page woven into the lines of a list */
void reader_sidebar(struct reader *rd); /* once the head is known: sets rd->sidebar */
size_t over_sidebar(const struct reader *rd, size_t i); /* token i opens a line, in that column: the token of the body behind it; else i */
bool token_column(const struct reader *rd, size_t i, size_t *ret); /* how many characters stand before token i in its line; false where a tab does, or in a text of one line */
bool sidebar_before(const struct reader *rd, size_t i); /* the body of a line begins at token i, and such a column stands before it */
/* "Présents :            Absents :⏎Anne PETIT            Luc GRAND": the heading at token i opens a list in the right column, beside another. */
bool side_by_side(const struct reader *rd, size_t i);

/* headings.c */
enum { LISTE_PRESENTS = 1, LISTE_ABSENTS = 2, LISTE_POUVOIRS = 4 };
struct heading {
	size_t from, to;
	unsigned kinds;
	bool strict;           /* whoever stands under it gave a proxy */
	bool onlookers;        /* whoever stands under it is there without a vote */
	int32_t count;         /* number written with it, -1 = none */
	bool promises;         /* "Excusés (1) :": that many names follow */
	bool excepted;         /* "tous présents sauf M. A et de Mme B" */
};
/* "(8 + 2 procurations : A. PETIT)": the word at i counts a part of a sum. */
bool heading_is_a_part(const struct reader *rd, size_t i);
size_t heading_manner(const struct reader *rd, size_t i); /* how they take part: the token after, or i */
bool behind_list_of(const struct reader *rd, size_t i); /* "Liste des" before the word at i, as a title */
bool heading_at(const struct reader *rd, size_t i, size_t limit, struct heading *ret);
/* "tous les conseillers présents, à l'exception de M. A": at "exception" or "sauf", a heading of absents (heading_except.c). */
bool everybody_but(const struct reader *rd, size_t i, size_t limit, struct heading *ret);
bool everybody_but_somebody(const struct reader *rd, size_t i); /* … or something like it, not understood */
/* list_replaced.c */
bool says_substitute(const struct reader *rd, size_t from, size_t to); /* "suppléés", "remplacés" */
bool heading_of_replaced(const struct reader *rd, const struct heading *h); /* "Absents remplacés" */
/* heading_behind.c: what stands at i between the words of a heading and its colon, a legal basis, an hour, who presides: the token after, or i. */
size_t heading_behind(const struct reader *rd, size_t i, size_t limit, unsigned kinds);
bool bullets_follow_heading(const struct reader *rd, size_t i, size_t limit); /* "Excusés⏎- Anne PETIT⏎- Luc GRAND" */
bool label_follows_heading(const struct reader *rd, size_t i, size_t limit); /* "Délégués présents⏎Tournus : M. A": no colon of its own */
bool heading_alone(const struct reader *rd, size_t i, size_t after, size_t limit); /* the heading [i, after) fills its line */
/* "44 PRÉSENTS : MM. …": the number before the heading in capitals at i is its own, for another one of the head has its number there too (counts_rows.c). */
bool count_leads_heading(const struct reader *rd, size_t i, int32_t *ret);
/* colleges.c: a college or a canton is named at token i, and a heading stands behind it; different ones are named above the headings at a and b. */
bool college_at(const struct reader *rd, size_t i, size_t limit);
bool colleges_differ(const struct reader *rd, size_t a, size_t b);
bool place_row_at(const struct reader *rd, size_t i, size_t limit); /* "TOURNUS (PETIT Anne" (list_brackets.c) */
bool list_bullet(const struct reader *rd, size_t i); /* a sign that opens a row: "•", or a dash that opens a line (list_marks.c) */
/* around_names.c */
bool act_title_at(const struct reader *rd, size_t i); /* in capitals: "QUESTION N° 1", "ÉLECTION DU SECRÉTAIRE" */
bool name_is_a_letter(const struct reader *rd, const struct name *n); /* "M." before a margin's date */
/* "PETIT A, GRAND M et": one letter without a dot, closed by a mark or by "et". */
bool trailing_initial(const struct reader *rd, size_t i);
/* "Mme PETIT M. MM. GRAND A.": the "M." at token i is no civility, for another one follows, with a name that ends so. */
bool initial_before_civility(const struct reader *rd, size_t i);
bool staff_at(const struct reader *rd, size_t i); /* "secrétaire de mairie", "DGS", "directeur": no member */
bool slash_joins(const struct reader *rd, size_t i); /* "Mme PETIT/GRAND": one name, here and wherever the two words stand so */
size_t role_at(const struct reader *rd, size_t i, size_t limit);    /* "Adjoints au Maire", "1er adjoint": the token after, or i */
size_t state_at(const struct reader *rd, size_t i, size_t limit, unsigned *ret_kinds); /* "non excusée", "présent" */
/* "à compter de la délibération n°3", "jusqu'à 22h40", to the first mark that ends it. Sets one of the two; both where it is neither or both. */
size_t bound_at(struct reader *rd, size_t i, size_t limit, struct str *ret_since, struct str *ret_until);
bool bound_comes_back(const struct reader *rd, size_t i, size_t end); /* "sort au point 5, revient au point 9": away between the two */
/* What ends a list of names at token i (boundaries.c): a heading or the secretary, a cue of the attendance, a stamp of
 * transmission, another part of the act. */
enum boundary { BOUNDARY_NONE, BOUNDARY_ATTENDANCE, BOUNDARY_STAMP, BOUNDARY_PART, BOUNDARY_HEADING };
enum boundary list_boundary(const struct reader *rd, size_t i);
bool proxy_word(const struct tokens *t, size_t i);      /* pouvoir, procuration, délégation de vote */

#endif
