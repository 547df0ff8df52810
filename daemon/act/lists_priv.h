/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the state of a list being read. */
#ifndef SCRUTATEUR_LISTS_PRIV_H
#define SCRUTATEUR_LISTS_PRIV_H

#include "people_priv.h"

#define COUNTED_NAMES 5 /* with fewer, the number announced may agree by chance */
struct list {
	struct reader *rd;
	struct section *s;
	size_t limit;
	unsigned char *explained;
	bool separated; /* a separator stands before the cursor */
	bool dangling;  /* … and it promised another name: a comma, "et" */
	bool dashed;    /* … and it is a dash between spaces */
	bool bulleted;  /* … and it is a bullet */
	bool labelled;  /* communes or functions stand before colons in it */
	bool roled;     /* … functions only: "les adjoints :" */
	bool grouped;   /* the last civility was one of several */
	char genre;     /* … men ('m'), women ('f') or both (0) */
	bool done;
};

struct entry *list_last(const struct list *l); /* NULL while there is none */
/* list_join.c: the member is the name *n, and ends before token `to`. */
void list_rename(const struct list *l, struct entry *e, const struct name *n, size_t to);
/* "Petit Jean⏎Anne Grand", read as one name, is two, each whole. */
bool list_name_of_two_lines(const struct list *l, const struct entry *e, struct name *first, struct name *second);
void list_fail(struct list *l, size_t i, const char *why), list_stop(struct list *l, size_t i, const char *why); /* the second: … and nothing behind token i is looked at */
/* The list ends at token i, for what stands there; unless a heading does, more names behind it or a comma before it make it unread. */
void list_close(struct list *l, size_t i, enum boundary by);
bool list_goes_on(const struct list *l, size_t i); /* more names stand behind its end */
size_t list_officer(struct list *l, size_t i); /* "Le Maire : M. PETIT" behind its names ends it (list_officer.c); i, and the list closed or not */
size_t list_civilities(struct list *l, size_t i); /* "Mmes :", "Mme et MM.": the token after, or i (list_civility.c, and the next) */
char list_genre(const struct list *l, size_t i);  /* of the civility of several at token i: 'm', 'f' or 0 */
size_t list_couple(struct list *l, size_t i);  /* "M. et Mme PETIT" are two members, of whom one is not named: fails the list; i */
bool list_end_before_last(struct list *l);
/* list_behind.c: a row of a list, "Zoé ROUX, adjointe", or the first point of the agenda, "1. Installation", at token i. */
bool list_function_row(const struct list *l, size_t i);
bool list_first_point(const struct list *l, size_t i);
bool list_rows_abut(const struct list *l, size_t i);    /* "M. PETIT⏎Mme GRAND", two more names written as those of the list */
bool list_row_cut(const struct list *l, size_t i), list_woven_row(const struct list *l, size_t i); /* "7. Mme 12/03/2024 Zoé ROUX": a row begins before token i, or at it (at it only; ", 12/03 Mme ROUX" too), and something was woven in */
bool list_numbered_row(const struct list *l, size_t i); /* "8. M. Luc PETIT" in a list whose rows have their number */
bool list_quoted_label(const struct list *l, size_t i), list_label_at_right(const struct list *l); /* "« Une liste » Luc PETIT"; "M. Luc PETIT   Présents⏎" */
bool list_signed_row(const struct list *l, size_t i), list_resumes(const struct list *l, size_t i); /* "⏎☐ M. PETIT"; a member alone in his line, behind token i */
/* The last name is the subject of a sentence whose verb stands behind it: it is taken out, and the list closed. False where that is not sure. */
bool list_sentence(struct list *l, const struct entry *e);
/* list_subject.c: where the list ends when its last name, right before the verb at token i, is the subject of what ends it; else i. */
size_t list_without_subject(struct list *l, size_t i);
bool list_tells_of_last(const struct list *l, size_t i); /* the verb at token i says something of the last name */
/* Token i is explained by nothing: the end of the list after a break, else a fault. */
void list_unknown(struct list *l, size_t i);
/* list_sentences.c: the verb at token i of a sentence whose subject stands before it: "Mme GRAND ouvre la séance". */
bool list_verb(const struct reader *rd, size_t i);
/* "M. PETIT et Mme GRAND ne prennent pas part au vote. …", "Le Président, Mme GRAND, constate …": to where the last of these ends; i when none begins. */
size_t list_over_sentences(const struct list *l, size_t i);
bool list_speaker(const struct list *l, size_t i); /* "Monsieur GRAND rapporte :": who speaks of the act */
/* Of a list of absents: the words of *n stand in the same order before its heading; who is present is not absent too. */
bool list_names_above(const struct list *l, const struct name *n);
size_t list_separator(struct list *l, size_t i); /* what stands at token i between names, the token after it, or i (list_marks.c, and the next) */
size_t list_over_scanned_colon(const struct list *l, size_t i); /* "GRAND A:, PETIT O." */
bool list_tells_again(const struct list *l, const struct entry *e); /* "M. Luc PETIT, Mme GRAND.⏎M. PETIT …": *e, the last, has words of one before him, and no others */
/* The beginning or the end of the last member's presence, at token i: the token after, or i. */
bool list_note_at(const struct list *l, size_t i); /* "M. Luc PETIT*, Mme GRAND.⏎* porteur …": what stands at i is said of whose name bears the mark before it */
size_t list_bound(struct list *l, size_t i, size_t limit), list_bound_outside(struct list *l, size_t i), list_moment_label(struct list *l, size_t i); /* outside parentheses; "Arrivé en retard : M. GRAND" ends the list (list_bounds.c has all) */
size_t list_over_foot(const struct list *l, size_t i); /* a page's foot or a stamp between two rows (list_feet.c) */
size_t list_number(struct list *l, size_t i); /* of the row, of the page, of the act */
size_t list_nobody(struct list *l, size_t i);
bool list_last_row(const struct list *l, size_t i); /* a name alone on its line, then a heading */
bool list_counts_woven(const struct list *l, size_t i); /* counts of the margin at token i, then more names */
/* Token i is a colon behind a name: the name was a label of those that follow, or ended with one (list_labels.c). */
size_t list_colon(struct list *l, size_t i);
/* The name *n, read at token i, and a commune in capitals with its colon run together: cut where the rest of the text shows it (list_places.c). */
enum glued { GLUED_NOTHING, GLUED_PLACE, GLUED_UNSURE };
enum glued list_place_glued(const struct list *l, size_t i, struct name *n, size_t *ret_colon);
/* In a list of absents the label from i to `end` ("Suppléants :", "Commune de Tournus⏎Titulaires :") may head members who are there: closed, or failed. */
bool list_untold_label(struct list *l, size_t i, size_t end), list_untold_function(struct list *l, size_t i); /* … or "Suppléants" that lost its colon */
size_t list_label(struct list *l, size_t i); /* "Commune de Tournus :", "pour Tournus" behind names: the token after, or i (list_groups.c) */
void list_drop_labels(struct list *l); /* bare capitals among as many members with a civility as announced: takes them out */
void list_communes(struct list *l); /* those that head the rows without a colon are taken out, or the list fails (list_communes.c) */
int64_t list_announced(const struct list *l); /* how many names the text announces for this list; -1 when it does not say */
/* "Luc PETIT - GRAND donne pouvoir à …": *n is the second half of the last name, for the two stand so in a list above; joined to it. */
bool list_second_half(struct list *l, const struct name *n);
/* list_join.c: two entries that are one name are made one. */
void list_join(struct list *l);
bool list_civil(const struct entry *e); /* it has a civility of its own */
bool list_bare_surname(const struct section *s, size_t k); /* entry k, capitals and nothing else behind a comma */
void list_check(struct list *l); /* once the list is read: fails it when a name cannot be one member's among the others (list_check.c) … */
bool list_title_in_last(struct list *l); /* … as when the last may hold the title of the act; one behind a full stop is taken out (list_title.c) */
/* The heading stands alone, then after blank lines comes the title of the act. */
bool list_title_after_heading(const struct list *l);
/* "de A à B, de C à D": "de", at token i, is of no name. */
bool list_of_givers(struct list *l, size_t i); /* list_givers.c, and the next */
size_t list_stray_a(struct list *l, size_t i); /* an "à" too many before a giver: the token after, or i */
/* "Anne PETIT Luc GRAND pouvoir à Zoé ROUX pouvoir à Paul VIAL": the whole list, when it is a column of givers, then one of as many holders. */
bool list_columns(struct list *l);
size_t list_column_titles(struct list *l); /* "Mandants Mandataires" behind the heading: the token where the names begin */
struct entry *list_second_giver(struct list *l, size_t verb, size_t to); /* of "A et B donnent pouvoir à C": A, or NULL */
bool list_ends_at(const struct list *l, size_t i); /* what stands at token i is no part of a list whose shape is known */
bool list_brackets(struct list *l); /* the whole list, when each member stands in brackets behind his commune (list_brackets.c) */
size_t list_holder_line(const struct list *l, const struct name *run); /* where the holder's line ends, in a run of words over several */
size_t replaced_at(struct list *l, size_t i), list_replaced_by(struct list *l, size_t i); /* "remplacé par M. C"; "par M. C" under "Absents remplacés" (list_replaced.c) */
size_t replaced_in(struct list *l, size_t i, size_t limit);    /* "suppléante de M. C", "remplace M. C" */
size_t substituted_at(struct list *l, size_t i, size_t limit); /* "remplacé par M. B": B is there */
/* The token after the parenthesis at i, when what it says of the name before it is understood, or is a proxy that is not (which is counted); else i (list_paren.c). */
size_t list_at_paren(struct list *l, size_t i);
bool list_square_tells(const struct list *l, size_t i); /* "Anne GRAND [pouvoir à Luc PETIT]": brackets that tell of the member before them */

#endif
