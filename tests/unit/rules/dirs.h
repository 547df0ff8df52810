/* SPDX-License-Identifier: EUPL-1.2 */
/* A temporary directory with the files of one test. */
#ifndef RULES_DIRS_H
#define RULES_DIRS_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct dirs {
	char root[64], path[160];
};

static inline void dirs_open(struct dirs *d)
{
	snprintf(d->root, sizeof d->root, "/tmp/scrutateur-regles-XXXXXX");
	assert_non_null(mkdtemp(d->root));
}

static inline const char *dirs_path(struct dirs *d, const char *name)
{
	snprintf(d->path, sizeof d->path, "%s/%s", d->root, name);
	return d->path;
}

static inline void dirs_write(struct dirs *d, const char *name, const char *content)
{
	char *slash;
	dirs_path(d, name);
	for (slash = d->path + strlen(d->root) + 1; (slash = strchr(slash, '/')); slash++) {
		*slash = '\0';
		mkdir(d->path, 0700);
		*slash = '/';
	}
	FILE *f = fopen(d->path, "w");
	assert_non_null(f);
	fputs(content, f);
	fclose(f);
}

static inline int dirs_remove(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static inline void dirs_close(struct dirs *d)
{
	nftw(d->root, dirs_remove, 16, FTW_DEPTH | FTW_PHYS);
}

#endif
