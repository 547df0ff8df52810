/* SPDX-License-Identifier: EUPL-1.2 */
/* A directory for one test, emptied and removed after it. */
#ifndef SCRUTATEUR_TEST_TEMPDIR_H
#define SCRUTATEUR_TEST_TEMPDIR_H

#include <dirent.h>

#include "../base/place.h"
#include "sample.h"

static char test_dir[64];

static inline int make_dir(void **state)
{
	(void)state;
	(void)place_template(test_dir, sizeof test_dir);
	return mkdtemp(test_dir) == NULL;
}

static inline int drop_dir(void **state)
{
	DIR *d = opendir(test_dir);
	struct dirent *entry;

	(void)state;
	while (d && (entry = readdir(d)) != NULL)
		(void)unlinkat(dirfd(d), entry->d_name, 0);
	if (d)
		(void)closedir(d);
	return rmdir(test_dir);
}

/* A path in the directory; valid for the next few calls. */
static inline const char *in_dir(const char *name)
{
	static char paths[32][128];
	static unsigned next;
	char *path = paths[next++ % 32];

	(void)snprintf(path, sizeof paths[0], "%s/%s", test_dir, name);
	return path;
}

static inline void write_all(const char *path, struct str s)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(s.p, 1, s.n, f), s.n);
	assert_int_equal(fclose(f), 0);
}

#define IN_DIR(f) cmocka_unit_test_setup_teardown(f, make_dir, drop_dir)

#endif
