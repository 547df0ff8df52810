/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: what the section readers share. act.c runs them in this order (reader_steps):
 *
 *     reader_segment      where the séance's head, the actes and their parts begin (segment.c)
 *     reader_identity     collectivité, niveau, organe, identifiant, SIREN (identity.c)
 *     reader_calendar     date, hour, convocation, transmission, reception, publication (calendar.c)
 *     reader_counts       en exercice, présents, votants, quorum announced (counts.c)
 *     reader_attendance   presents, absents, pouvoirs, president, secretaires (attendance.c, proxies.c, people.c)
 *     reader_other_seances  a second head in the file: what it contradicts becomes AMBIGU (seances.c)
 *     reader_acte         for each acte: number, subject, visas, references, amounts, votes, déports (acte.c …)
 *
 * Each sets every field it owns: LU with its span, or another status with a French reason. None depends on line ends:
 * many texts have none.
 */
#ifndef SCRUTATEUR_READER_PRIV_H
#define SCRUTATEUR_READER_PRIV_H

#include "act.h"
#include "fold.h"
#include "leaf.h"

struct range {          /* tokens, half-open */
	size_t from, to;
};

struct acte_parts {     /* parallel to reading->actes; an empty range = the part was not found */
	struct range all;
	struct range visas;      /* from the first "Vu" to what ends them (expose, considérant, decide) */
	bool visas_closed;       /* their end was found */
	struct range dispositif; /* from the word of decision to the end of the acte */
	struct range number;     /* of several actes: the number the acte was cut at */
	int point;               /* of the agenda, when the acte was cut there, else 0 */
	size_t title, title_to;  /* the token of its title, when that does not stand right behind the number; behind it, when the agenda tells; else 0 */
	bool listed, hides_another, second_matter; /* cut at a title: another may stand in it; one that the agenda has was not found; second_matter.c */
};

/* A column beside the body, among the lines of `lines`: what stands in them left of `column` (sidebar.c). Empty when there is none. */
struct sidebar {
	struct range lines;
	size_t column;
	bool names; /* somebody may be named in it */
};

struct people;          /* who is who in the lists of names (people_priv.h) */

struct reader {
	struct arena *a;
	const struct lexicon *lx;
	const struct text *text;
	struct tokens t;
	struct reading *r;       /* being filled; r->actes is writable through `actes` */
	struct acte *actes;
	struct acte_parts *parts;
	struct sidebar sidebar;  /* made by reader_attendance */
	struct range head;       /* the séance's part: up to the first visa, exposé or decision of the first acte */
	bool presents_as_announced; /* as many names as the text announces présents (announced.c) */
	struct { bool asked, found; struct person who; } holders[2]; /* "M. le Président", "M. le Maire", once the lists are read (office_holder.c) */
	bool lists_read;
	struct people *people;   /* made by reader_attendance; people_key() then gives a name its person's key */
};

/* act_read is reader_begin, then each step in its order; tests/bench times them one by one. */
struct reader_step {
	const char *name;
	void (*run)(struct reader *rd);
};
#define READER_STEPS 17
extern const struct reader_step reader_steps[READER_STEPS];
void reader_begin(struct reader *rd, struct arena *a, const struct lexicon *lx, const struct text *text);

void broken_words_join(struct tokens *t); /* before all: words of the cues that a line end cut (broken_words.c) */
void spelling_repair(struct tokens *t); /* then: slips in the long words of cues (spelling.c) */
void reader_segment(struct reader *rd);
void reader_identity(struct reader *rd);
void reader_organe(struct reader *rd); /* parts of reader_identity: body, level, name (organe.c, niveau.c, collectivite.c) */
void reader_niveau(struct reader *rd);
void reader_collectivite(struct reader *rd);
void reader_own_identifiant(struct reader *rd); /* once every acte is read: without a stamp, its own number */
void reader_calendar(struct reader *rd);
void reader_second_call(struct reader *rd);
void reader_seance_date(struct reader *rd); /* part of reader_calendar (seance_date.c) */
/* "L'arrêté de chasse a été envoyé au préfet": what is told at token i happened to another paper than the act (calendar.c). */
bool told_of_another_paper(const struct reader *rd, size_t i);
struct sent { /* "Transmis le 3 mars au contrôle de légalité", where it opens a sentence */
	struct date date;
	struct range day; /* where that is written */
	size_t end;	  /* token behind the office */
};
size_t sent_to_the_office(const struct reader *rd, size_t from, size_t to, struct sent *ret); /* the first that begins in [from, to), or `to` */
void reader_counts(struct reader *rd);
void reader_attendance(struct reader *rd);
void reader_other_seances(struct reader *rd); /* doubts what a later head contradicts (seances.c) */
void reader_acte(struct reader *rd, size_t i);
void reader_movements(struct reader *rd); /* once every acte is read: who came or went meanwhile (movements.c) */
void reader_proxies_told(struct reader *rd); /* … and then: a proxy told outside the lists leaves them unsure (proxies_told.c) */
void reader_acte_counts(struct reader *rd); /* … and then: the présents and votants an acte states for itself (acte_counts.c) */
void reader_executive(struct reader *rd); /* the act of one person: what is of an assembly is absent (executive.c) */
void reader_unread_pages(struct reader *rd); /* last: what a page that is not read may say (unread_pages.c) */
void reader_votes(struct reader *rd, size_t i);   /* parts of reader_acte */
bool is_uncut_minutes(const struct reader *rd, size_t i); /* many votes in what was read as one acte, or several under "Questions diverses" (its votes are read) */
void reader_visas(struct reader *rd, size_t i); /* once its votes are read */
void reader_objet(struct reader *rd, size_t i); /* once its votes are read */
void reader_deports(struct reader *rd, size_t i);
void reader_unused_proxies(struct reader *rd, size_t i); /* once its proxies and déports are read */
void reader_amounts_told(struct reader *rd, struct item *items, size_t n); /* their tax and beneficiary (beneficiaries.c) */

/* Setting a field. The span is that of tokens [from, to). */
struct span reader_span(const struct reader *rd, size_t from, size_t to);
struct str reader_text(struct reader *rd, size_t from, size_t to); /* their text, white space squeezed */
void field_lu(struct field *f, struct span span);
void field_absent_because(struct reader *rd, struct field *f, struct span near, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void field_illisible(struct reader *rd, struct field *f, struct span near, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void field_ambigu(struct reader *rd, struct field *f, const struct item *candidates, size_t n, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

#include "scan_priv.h"

#endif
