/* SPDX-License-Identifier: EUPL-1.2 */
/* Bytes → text, one encoding to the next: which bytes the reader sees, and what they were when received.
 *
 * A UTF-8 file (with or without BOM) is its own text: offsets are offsets in the received file, the BOM counts. CP1252
 * and UTF-16 (with BOM) are decoded to UTF-8 and the decoded text is what offsets point into; it is kept beside the
 * file, and records say which (`received` or `extracted`).
 *
 * Without a BOM: valid UTF-8 is UTF-8; bytes with more well-formed UTF-8 sequences than bad bytes are damaged UTF-8 and
 * refused; the rest is CP1252, whose five undefined bytes become U+FFFD and count as control bytes.
 */
#ifndef SCRUTATEUR_TEXT_H
#define SCRUTATEUR_TEXT_H

#include "arena.h"
#include "err.h"

enum text_encoding { TEXT_UTF8, TEXT_UTF8_BOM, TEXT_CP1252, TEXT_UTF16LE, TEXT_UTF16BE };

/* Why a file is refused before it is read. The word goes to the quarantine directory, the log and the record. */
enum text_refusal {
	REFUSAL_NONE,
	REFUSAL_EMPTY,    /* "vide": no byte, or only white space */
	REFUSAL_BINARY,   /* "binaire": NUL or control bytes that no encoding here explains */
	REFUSAL_TYPE,     /* "type": a known format that is not read (archive, workbook …), or a text that needs a tool */
	REFUSAL_ENCODING, /* "encodage": a BOM whose text does not decode, or UTF-8 with damaged bytes */
	REFUSAL_SIZE,     /* "taille": text above the limit */
	/* A document that is not text, and its tools (extract.h): */
	REFUSAL_ENCRYPTED, /* "chiffre": needs a password */
	REFUSAL_DAMAGED,  /* "abime": its tool could not read it */
	REFUSAL_NO_TEXT,  /* "sans-texte": pictures only, or nothing but stamps, and they are not recognised here */
	REFUSAL_NO_TOOL,  /* "sans-outil": none configured, or none of them installed */
	REFUSAL_PAGES,    /* "pages": more than the limit */
	REFUSAL_TIME,     /* "delai": the tool ran out of time or CPU */
	REFUSAL_MEMORY,   /* "memoire": or of memory */
	REFUSAL_NOT_ACT,  /* "pas-une-deliberation": text, but nothing of a séance or an act was found in it */
};

enum text_origin { ORIGIN_TEXTE, ORIGIN_PDF, ORIGIN_WORD, ORIGIN_ODT, ORIGIN_OCR };

/* What controls of direction show from right to left, from the first of them to the last: "62" is read as 26 there. */
struct reversal {
	size_t from, to; /* bytes of the text; none: to == 0 */
};

struct places;
struct text {
	struct str bytes; /* the UTF-8 text offsets point into; starts with the BOM if the file did */
	size_t start;	  /* where reading starts: 3 with a UTF-8 BOM, else 0 */
	enum text_encoding encoding;
	bool received;	/* bytes are the received file itself */
	struct str raw; /* the received bytes */
	size_t unseen;	/* characters that nobody sees, taken out */
	struct reversal reversed;
	enum text_origin origin;
	struct str tool; /* the command line that drew it; empty for ORIGIN_TEXTE */
	unsigned pages;	 /* of the document, where its text may end before its last page; 0: as many as the text has */
	const unsigned *unread; /* its pages of which there is no text here though something may be on them, ascending */
	size_t unread_n;
	struct places *places; /* its lines; NULL of a text that was put together by hand (places_of then makes them) */
};

const char *text_encoding_word(enum text_encoding enc); /* "utf-8", "utf-8-bom", "cp1252", "utf-16le", "utf-16be" */
const char *refusal_word(enum text_refusal r);
/* Decode `raw` (borrowed: must outlive *ret). On refusal returns false, *ret_why is set and *e holds the sentence shown
 * to people ("fichier PDF : …"). `limit` bounds the text in bytes. */
bool text_decode(struct arena *a, struct str raw, size_t limit, struct text *ret, enum text_refusal *ret_why,
		 struct err *e);
/* A text that a tool drew from `raw` (both borrowed): UTF-8 or refused, and hostile like any other. `tool` is the command
 * line. Offsets point into it, and it has no way back to the received bytes (text_received must not be asked). */
bool text_extracted(struct arena *a, struct str raw, struct str drawn, size_t limit, enum text_origin origin,
		    struct str tool, struct text *ret, enum text_refusal *ret_why, struct err *e);
/* The received bytes [start, end) behind a part of the text, for any encoding. */
void text_received(const struct text *t, size_t start, size_t end, size_t *ret_start, size_t *ret_end);

/* Where an offset stands, for people: line from 1, column from 1 in code points (a BOM has no width), page from 1 (form
 * feeds). One index per text; look-ups are O(log lines + line length). */
struct place {
	unsigned line, col, page;
};
struct places *places_of(struct arena *a, const struct text *t);
struct place place_at(const struct places *p, size_t offset);
/* Its line alone: the column takes a walk along the line. */
unsigned place_line_no(const struct places *p, size_t offset);
/* The whole line that holds `offset`, without its end. */
struct str place_line(const struct places *p, size_t offset);

#endif
