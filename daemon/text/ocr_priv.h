/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: recognising a scan, and what extract.c and ocr.c share. */
#ifndef SCRUTATEUR_OCR_PRIV_H
#define SCRUTATEUR_OCR_PRIV_H

#include "extract.h"
#include "tool.h"

/* One text in x->texts, a form feed after each page; or a refusal. A page that cannot be recognised refuses the whole:
 * an act with a page missing would be read as if it were all there. False as in extract.h. */
bool ocr_run(const struct extract_job *job, struct extraction *x, struct err *e);
/* Recognises the unread pages of a PDF that has others with text, and puts them in their place in every text; a page with
 * which that fails, in which no text is found or for which there is no time left stays unread. */
bool ocr_fill(const struct extract_job *job, struct extraction *x, struct err *e);

/* One command line of the configuration, with its limits, on the document. */
struct tool_job extraction_tool(const struct extract_job *job, enum extractor which, size_t command);
/* The refusal that the end of a tool means. */
void extraction_refuse(const struct extract_job *job, struct extraction *x, const char *program, const struct tool_result *r);

#endif
