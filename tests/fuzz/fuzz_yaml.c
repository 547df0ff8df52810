/* SPDX-License-Identifier: EUPL-1.2 */
/* Any bytes as each of the files that a house edits: configuration, dated law, members in office, what it decides about rules,
 * cue phrases. Each loads, or is refused in French, at a place that is in the file. Loading twice says the same.
 */
#include "fuzz.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "conf.h"
#include "lexicon.h"
#include "params.h"
#include "policy.h"
#include "roster.h"

#define YAML_MEMORY (64 * MIB)

static char folder[64], path[80];

static void put(const uint8_t *p, size_t n)
{
	if (!folder[0]) {
		snprintf(folder, sizeof folder, "/dev/shm/scrutateur-fuzz-%d", (int)getpid());
		snprintf(path, sizeof path, "%s/x.yaml", folder);
		CHECK(mkdir(folder, 0700) == 0);
	}
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	CHECK(fd >= 0 && write(fd, p, n) == (ssize_t)n);
	close(fd);
}

static unsigned lines_of(const uint8_t *p, size_t n)
{
	unsigned lines = 1;
	for (size_t i = 0; i < n; i++)
		lines += p[i] == '\n' || p[i] == '\r' || p[i] == 0xC2 || p[i] == 0xE2; /* NEL, LS and PS end a line of YAML */
	return lines;
}

static bool load(struct arena *a, unsigned kind, const uint8_t *p, size_t n, struct err *e)
{
	static const char *const ids[] = {"quorum", "unanimite", NULL};
	struct conf conf;
	struct policy policy;
	const struct params *params;
	const struct roster *roster;
	const struct lexicon *lexicon;
	switch (kind) {
	case 0:
		conf_default(a, &conf);
		return conf_load(a, path, &conf, e);
	case 1:
		return params_load(a, folder, &params, e);
	case 2:
		return roster_load(a, folder, &roster, e);
	case 3:
		return policy_load(a, path, ids, &policy, e);
	default:
		return lexicon_load(a, (struct str){(const char *)p, n}, "x.yaml", &lexicon, e);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	put(p, n);
	for (unsigned kind = 0; kind < 5; kind++) {
		struct err first = {0}, again = {0};
		struct arena a;
		arena_init(&a, YAML_MEMORY);
		const bool loaded = load(&a, kind, p, n, &first);
		CHECK(loaded == load(&a, kind, p, n, &again));
		if (!loaded) {
			CHECK(fuzz_is_french_sentence(first.msg));
			CHECK(first.line <= lines_of(p, n));
			CHECK(strcmp(first.msg, again.msg) == 0);
		}
		arena_done(&a);
	}
	return 0;
}
