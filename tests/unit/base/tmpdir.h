/* SPDX-License-Identifier: EUPL-1.2 */
/* A directory of its own for each test, by descriptor and by path, removed with its content at the end. */
#ifndef SCRUTATEUR_TEST_TMPDIR_H
#define SCRUTATEUR_TEST_TMPDIR_H

#include "check.h"

#include <fcntl.h>
#include <ftw.h>
#include <unistd.h>

static char tmp_path[64];
static int tmp_dir = -1;

static int tmpdir_setup(void **state)
{
	(void)state;
	snprintf(tmp_path, sizeof tmp_path, "/tmp/scrutateur-test-XXXXXX");
	if (!mkdtemp(tmp_path))
		return -1;
	tmp_dir = open(tmp_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return tmp_dir < 0;
}

static int tmpdir_remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st, (void)kind, (void)at;
	return remove(path);
}

static int tmpdir_teardown(void **state)
{
	(void)state;
	close(tmp_dir);
	return nftw(tmp_path, tmpdir_remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* Write a file of the directory, by the plainest means. */
static inline void tmpdir_put(const char *name, const char *content)
{
	int fd = openat(tmp_dir, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, strlen(content)), strlen(content));
	close(fd);
}

/* Its content, up to 4 KiB, or "(absent)". */
static inline const char *tmpdir_get(const char *name)
{
	static char content[4096];
	int fd = openat(tmp_dir, name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return "(absent)";
	ssize_t n = read(fd, content, sizeof content - 1);
	close(fd);
	content[n < 0 ? 0 : n] = '\0';
	return content;
}

static inline const char *tmpdir_path(const char *name)
{
	static char path[108];
	snprintf(path, sizeof path, "%s/%s", tmp_path, name);
	return path;
}

#define IN_TMPDIR(name) cmocka_unit_test_setup_teardown(name, tmpdir_setup, tmpdir_teardown)

#endif
