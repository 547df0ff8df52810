/* SPDX-License-Identifier: EUPL-1.2 */
/* What a document child says, gathered and held to its order:
 *
 *     ALIVE* [TEXT] READING (ALIVE | PARTS)* END     judged: the last PARTS is the `document` record, no `rejet` among them
 *     ALIVE* PARTS ALIVE* REFUSED END      refused: the PARTS is a `rejet`
 *     ALIVE* SCAN END                      not judged: a scan, for the slow lane
 *
 * The bytes are kept (at most LIMIT_FRAME in all) and read as records once, at the end; until then only headers are
 * looked at. A child that says anything else is condemned: its answer is worth nothing, whatever came before.
 */
#ifndef SCRUTATEUR_ANSWER_H
#define SCRUTATEUR_ANSWER_H

#include "frame.h"
#include "record.h"

struct answer {
	struct buf bytes;
	size_t seen; /* bytes already checked */
	bool reading, refused, scan, end;
	bool tool;     /* the last ALIVE was of an extraction tool at work */
	size_t text;   /* bytes of the text it wrote, 0 = none */
	unsigned parts;
	uint32_t step; /* num[0] of the last ALIVE */
	bool condemned;
	struct err why;
};

void answer_init(struct answer *a);
void answer_done(struct answer *a);
/* Add what the pipe gave. *ret_alive: a sign of life was in it. False: condemned, answer_why says for what. */
bool answer_feed(struct answer *a, const char *p, size_t n, bool *ret_alive);

struct answer_result {
	bool refused;
	bool scan;			  /* nothing else is set */
	size_t text;			  /* bytes of the text beside the document, 0 = the document is the text */
	char refusal[32];		  /* word */
	struct str reading;		  /* view into the answer */
	const struct record_parts *parts; /* in the arena; texts are views into the answer */
	size_t parts_n;
};
/* After the end of the pipe. False: not a whole answer. */
bool answer_result(const struct answer *a, struct arena *mem, struct answer_result *ret, struct err *e);

#endif
