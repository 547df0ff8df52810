/* SPDX-License-Identifier: EUPL-1.2 */
/* A document that is not text → one text per tool of the configuration that could read it. The tools run confined
 * (base/tool.h); nothing of what they write is believed to be more than bytes. Reading, and so choosing between the
 * texts, is for later, in a sealed process (service/document.h).
 *
 * A PDF whose pages hold pictures, and no text but stamps, is a scan: it has no text here unless its pages are
 * recognised, which takes seconds for each and is therefore done only when asked. In a PDF with both, the pages that are
 * pictures are told in `pages.unread`; where recognition is on, they are recognised and put in their place in each text, and
 * those with which that fails stay unread.
 */
#ifndef SCRUTATEUR_EXTRACT_H
#define SCRUTATEUR_EXTRACT_H

#include "buf.h"
#include "scanned.h"
#include "sniff.h"

struct extract_job {
	const struct conf *conf;
	struct str raw;           /* the whole document */
	int document;             /* the same, open for reading; -1: a copy in memory is made for the tools */
	bool recognise;           /* a scan is recognised now, whatever it takes */
	void (*alive)(void *ctx); /* a tool is at work, about twice a second; or NULL */
	void *ctx;
};
struct extraction {
	const struct format *format; /* NULL: text, nothing to extract */
	enum text_origin origin;
	struct buf texts[LIMIT_TOOL_COMMANDS];
	const char *tools[LIMIT_TOOL_COMMANDS]; /* the command line of each, the configuration's */
	size_t n;
	bool scan;                 /* n = 0: to be recognised, ask again with `recognise` */
	struct pages pages;        /* of a PDF, or of what was recognised */
	const char *recogniser;    /* command line by which pages of a PDF with text were recognised; NULL: none was */
	enum text_refusal refusal; /* n = 0 and no scan: why, with the sentence for people */
	struct err why;
};
/* False: a tool could not be run for want of processes, memory or confinement (*e), which is no fault of the document.
 * Release with extraction_done in all cases. */
bool extract(const struct extract_job *job, struct extraction *ret, struct err *e);
void extraction_done(struct extraction *x);

/* What of the configuration does not work on this machine, a French sentence each: types without an installed tool, OCR
 * asked for and not installed, a kernel without Landlock. */
void extract_check(const struct conf *c, void (*say)(void *ctx, const char *sentence), void *ctx);
/* The longest time tools may honestly be at work on one document. */
int64_t extract_longest_ms(const struct conf *c);

#endif
