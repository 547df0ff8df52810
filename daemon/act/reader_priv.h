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

struct reader {
	struct arena *a;
	const struct lexicon *lx;
	const struct text *text;
	struct tokens t;
	struct reading *r;       /* being filled; r->actes is writable through `actes` */
	struct acte *actes;
	struct acte_parts *parts;
	struct range head;       /* the séance's part: from the start to the first visa, exposé or decision of the first acte */
};

void reader_segment(struct reader *rd);
void reader_identity(struct reader *rd);
void reader_calendar(struct reader *rd);
void reader_counts(struct reader *rd);
void reader_attendance(struct reader *rd);
void reader_acte(struct reader *rd, size_t i);
void reader_votes(struct reader *rd, size_t i);

/* Setting a field. The span is that of tokens [from, to). */
struct span reader_span(const struct reader *rd, size_t from, size_t to);
void field_lu(struct field *f, struct span span);
void field_absent(struct field *f, struct span near);
void field_illisible(struct reader *rd, struct field *f, struct span near, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void field_ambigu(struct reader *rd, struct field *f, const struct item *candidates, size_t n, const char *fmt, ...) __attribute__((format(printf, 5, 6)));

#endif
