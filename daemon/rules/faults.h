/* SPDX-License-Identifier: EUPL-1.2 */
/* Looking at one line of a rule: its code without texts and comments. Shared by faults.c and lint.c. */
#ifndef SCRUTATEUR_FAULTS_H
#define SCRUTATEUR_FAULTS_H

#include "str.h"

struct code_scan {        /* of one line; long brackets are not followed */
	struct str line;
	size_t at;
	char quote;
	bool started;
};
/* Next byte of the line that is code; false at its end or at a comment. */
bool fault_code_next(struct code_scan *sc);
bool fault_name_byte(char c);
size_t fault_word(struct str line, const char *word);
/* Line `line` (from 1) without its end; empty beyond the end. */
struct str fault_line(struct str text, unsigned line);
/* In code points, from 1. */
unsigned fault_column(struct str line, size_t at);

#endif
