/* SPDX-License-Identifier: EUPL-1.2 */
/* What only a child of the test may do: open the region of fresh.h. */
#ifndef SCRUTATEUR_TEST_CHILD_H
#define SCRUTATEUR_TEST_CHILD_H

#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

/* As waitpid gives it: 0 when what ran inside said true. */
static inline int status_of(bool (*inside)(void))
{
	int status = -1;
	const pid_t child = fork();

	if (child == 0)
		_exit(inside() ? 0 : 1);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

#endif
