/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: what the section readers share. act.c runs them in this order:
 *
 *     reader_segment      where the séance's head, the actes and their parts begin (segment.c)
 *     reader_identity     collectivité, niveau, organe, identifiant, SIREN (identity.c)
 *     reader_calendar     date, hour, convocation, transmission, reception, publication (calendar.c)
 *     reader_counts       en exercice, présents, votants, quorum announced (counts.c)
 *     reader_attendance   presents, absents, pouvoirs, president, secretaires (attendance.c, proxies.c, people.c)
 *     reader_acte         for each acte: numero, objet, visas, references, montants, votes, deports (acte.c, visas.c, votes.c)
 *
 * Each sets every field it owns: LU with its span, or another status with a French reason. None depends on line ends: many texts have none.
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
	struct range head;       /* the séance's part: from the start to the first visa, exposé or decision of the first acte */
	struct people *people;   /* made by reader_attendance; people_key() then gives any later name the key of its person */
};

void reader_segment(struct reader *rd);
void reader_identity(struct reader *rd);
void reader_organe(struct reader *rd); /* parts of reader_identity: body and level; name (organe.c, collectivite.c) */
void reader_collectivite(struct reader *rd);
void reader_calendar(struct reader *rd);
void reader_second_call(struct reader *rd);
void reader_seance_date(struct reader *rd); /* part of reader_calendar (seance_date.c) */
void reader_counts(struct reader *rd);
void reader_attendance(struct reader *rd);
void reader_acte(struct reader *rd, size_t i);
void reader_votes(struct reader *rd, size_t i);   /* parts of reader_acte */
void reader_visas(struct reader *rd, size_t i);
void reader_deports(struct reader *rd, size_t i);

/* Looking around (scan.c). Folded literals; a sentence ends at ". " before a capital (not after an initial or "art."), or at an empty line. */
bool word_is(const struct reader *rd, size_t i, const char *folded);
bool word_in(const struct reader *rd, size_t i, const char *const *folded); /* NULL-terminated */
bool sentence_ends_at(const struct reader *rd, size_t i);                   /* token i is the last of its sentence */
size_t sentence_start(const struct reader *rd, size_t i, size_t floor);
size_t sentence_end(const struct reader *rd, size_t i, size_t ceiling);     /* the token after its last */
bool cue_before(const struct reader *rd, size_t i, size_t within, size_t floor, enum cue c); /* in the same sentence, at most `within` tokens back */
size_t skip_marks(const struct reader *rd, size_t i, const char *marks);
bool is_heading_place(const struct reader *rd, size_t i); /* begins a line, or follows a sentence's end or one of : ; */
/* An act or document number from token i: "2024-110", "DL-2023-12", "24.2.17", "2024 / 31"; i when there is none. */
size_t read_number_of_act(const struct reader *rd, size_t i);
/* "Délibération n° 2024-110", "DCM 24.2.17", "N° 2023-001" as a heading, not as a citation: the token after it, and where its number stands. */
size_t heading_of_act(const struct reader *rd, size_t i, struct range *ret_number);
bool is_visa_opener(const struct reader *rd, size_t i);
bool ends_visas(const struct reader *rd, size_t i);
/* Which body's name stands at i ("conseil municipal" …): the word of the contract, or NULL. */
const char *organe_at(const struct reader *rd, size_t i, size_t *ret_next);
/* Remember a candidate unless one with the same text is there already. */
struct candidates {
	struct item *at;
	size_t n, cap;
};
void candidate_add(struct reader *rd, struct candidates *c, struct str texte, struct span span);

/* Setting a field. The span is that of tokens [from, to). */
struct span reader_span(const struct reader *rd, size_t from, size_t to);
struct str reader_text(struct reader *rd, size_t from, size_t to); /* their text, white space squeezed */
void field_lu(struct field *f, struct span span);
void field_absent(struct field *f, struct span near); /* the place is there, empty */
void field_absent_because(struct reader *rd, struct field *f, struct span near, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void field_illisible(struct reader *rd, struct field *f, struct span near, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void field_ambigu(struct reader *rd, struct field *f, const struct item *candidates, size_t n, const char *fmt, ...) __attribute__((format(printf, 5, 6)));

#endif
