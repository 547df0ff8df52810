/* SPDX-License-Identifier: EUPL-1.2 */
/* Runs tests/support/validate_records.py, from the root of the sources. Says so, and skips, where python3-jsonschema is
 * missing. */
#ifndef SCRUTATEUR_TEST_VALIDATE_H
#define SCRUTATEUR_TEST_VALIDATE_H

#include <fcntl.h>
#include <sys/wait.h>

#include "sample.h"

#define PYTHON "/usr/bin/python3"

/* Exit status. Messages go to the file `messages`, or stay on standard error when it is NULL. */
static inline int run_program(char *const argv[], const char *messages)
{
	int status = -1;
	pid_t child = fork();

	if (child == 0) {
		int null = open("/dev/null", O_WRONLY | O_CLOEXEC),
		    said = messages ? open(messages, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;

		(void)dup2(null, STDOUT_FILENO);
		if (said >= 0)
			(void)dup2(said, STDERR_FILENO);
		(void)execv(argv[0], argv);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static inline void need_validator(void)
{
	char *probe[] = { PYTHON, "-c", "import jsonschema", NULL };
	static int missing = -1;

	if (missing < 0)
		missing = run_program(probe, "/dev/null") != 0 || access("tests/support/validate_records.py", R_OK) != 0;
	if (!missing)
		return;
	print_message(
		"SKIPPED: no python3-jsonschema or no tests/support/validate_records.py:"
		" records were not checked against the schema\n");
	skip();
}

/* Exit status of the validator; `text` may be NULL. */
static inline int validate(const char *records, const char *text)
{
	char *argv[] = { PYTHON, "tests/support/validate_records.py", (char *)(uintptr_t)records, NULL, NULL, NULL };

	if (text) {
		argv[3] = "--texte";
		argv[4] = (char *)(uintptr_t)text;
	}
	return run_program(argv, NULL);
}

#endif
