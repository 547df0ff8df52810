/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a test has its directories: what TMPDIR says, as mkdtemp wants it. tests/run.py names a place in memory, where a sync waits for no disk. */
#ifndef SCRUTATEUR_TEST_PLACE_H
#define SCRUTATEUR_TEST_PLACE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 64 bytes for all: socket paths are short. */
static inline char *place_template(char *out, size_t size)
{
	const char *at = getenv("TMPDIR");

	(void)snprintf(out, size, "%s/scrutateur-test-XXXXXX", at && strlen(at) <= 32 ? at : "/tmp");
	return out;
}

#endif
