/* SPDX-License-Identifier: EUPL-1.2 */
/* Two texts under one version cannot be told apart in an alert. The first text seen under a version owns it; another is shown as
 * "1.0.0+1fbe87bd". What was seen is kept beside the last good texts, one line "<sha256> <version>" each, the oldest dropped first.
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "file.h"
#include "periods.h"
#include "ruleset_priv.h"

#define SEEN_MAX (64 * KIB)
#define HASH_SHOWN 8

static struct str line_at(struct str text, size_t *at)
{
	const size_t end = str_find(text, STR("\n"), *at);
	struct str line = str_part(text, *at, end);
	*at = end == STR_NONE ? text.n : end + 1;
	return line;
}

/* The hash of the first text of that version, or empty. */
static struct str owner_of(struct str seen, struct str version)
{
	for (size_t at = 0; at < seen.n;) {
		struct str line = line_at(seen, &at);
		if (line.n > DIGEST_HEX && str_eq(str_part(line, DIGEST_HEX, line.n), version))
			return str_part(line, 0, DIGEST_HEX - 1);
	}
	return STR("");
}

static bool remember(struct arena *a, const char *dir, const char *name, struct str seen, const struct rule_info *info, struct err *e)
{
	size_t at = 0;
	while (seen.n - at > SEEN_MAX - KIB)
		line_at(seen, &at);
	struct str more = arena_printf(a, "%.*s%s %.*s\n", STR_ARG(str_part(seen, at, seen.n)), info->sha256, STR_ARG(info->version));
	int fd = file_open_dir(AT_FDCWD, dir, 0750, e);
	if (fd < 0)
		return false;
	bool ok = file_replace(fd, name, more, 0640, e);
	close(fd);
	return ok;
}

bool version_show(struct arena *a, const char *dir, struct rule_info *info, struct err *e)
{
	struct str seen = STR("");
	const char *name = arena_printf(a, "%.*s.versions", STR_ARG(info->id)).p, *path = arena_printf(a, "%s/%s", dir, name).p;
	if (info->version.n > KIB / 2 || str_find(info->version, STR("\n"), 0) != STR_NONE)
		return true;
	if (access(path, R_OK) == 0 && !yamldir_text(a, path, SEEN_MAX, &seen, e))
		return false;
	struct str owner = owner_of(seen, info->version);
	if (!owner.n)
		return remember(a, dir, name, seen, info, e);
	if (!str_eq(owner, str_c(info->sha256)))
		info->version = arena_printf(a, "%.*s+%.*s", STR_ARG(info->version), HASH_SHOWN, info->sha256);
	return true;
}

void version_keep_text(const struct rule_info *info, struct str text, const char *dir, struct err *e)
{
	struct str old;
	char file[80];
	struct arena a;
	int fd = file_open_dir(AT_FDCWD, dir, 0750, e);
	if (fd < 0)
		return;
	snprintf(file, sizeof file, "%.*s.lua", STR_ARG(info->id));
	arena_init(&a, 2 * MIB);
	struct err ignored = { .code = ERR_NONE };
	const char *path = arena_printf(&a, "%s/%s", dir, file).p;
	if (access(path, R_OK) != 0 || !yamldir_text(&a, path, LIMIT_RULE_BYTES, &old, &ignored) || !str_eq(old, text))
		file_replace(fd, file, text, 0640, e);
	arena_done(&a);
	close(fd);
}
