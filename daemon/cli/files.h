/* SPDX-License-Identifier: EUPL-1.2 */
/* The loop over the files of the command line: names, reading, progress, the worst status. One for every subcommand that takes files. */
#ifndef SCRUTATEUR_FILES_H
#define SCRUTATEUR_FILES_H

#include "session.h"

enum files_names {
	NAMES_NEVER,  /* programs read this */
	NAMES_MANY,   /* "== NAME" before each, when there are several */
	NAMES_ALWAYS, /* "NAME" before each */
};

struct files_work;
struct file_shown {
	const char *path;
	const struct files_work *work;
	bool *others; /* one was shown before */
};
/* The name of a file before its results, as `names` wants it. A file without results has none: what is wrong with it is said on
 * standard error. */
void files_say_name(const struct file_shown *f);

struct files_work {
	const struct options *o;
	size_t max_bytes; /* of a file */
	enum files_names names;
	/* The bytes of one file, "-" being standard input; returns EXIT_…. Says itself what is wrong, and the name before what it prints. */
	int (*one)(void *ctx, const struct file_shown *file, struct str raw);
	void *ctx;
};
/* Each file in order; one that cannot be read is said on standard error and counts as EXIT_PANNE. Returns the worst status. */
int files_each(const struct files_work *w);

#endif
