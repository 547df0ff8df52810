/* SPDX-License-Identifier: EUPL-1.2 */
#include "side_copies.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "escape.h"
#include "file.h"

static bool add(struct arena *a, const char *path, struct sides *ret, struct err *e)
{
	const int from = open(path, O_RDONLY | O_CLOEXEC), to = from < 0 ? -1 : memfd_create("cote", MFD_CLOEXEC);
	const char *slash = strrchr(path, '/');
	struct digest d;
	char hex[DIGEST_HEX];
	uint64_t n;
	bool ok = to >= 0 ? file_copy(from, to, LIMIT_DOCUMENT_BYTES, &d, &n, e) : err_sys(e, "ouvrir %s", path);

	if (ok)
		ret->at[ret->n++] = (struct document_side){ .fd = to,
							    .nom = escape_line(a, str_c(slash ? slash + 1 : path), SIDE_SHOWN),
							    .sha256 = arena_dup(a, str_c(digest_hex(&d, hex))) };
	else if (to >= 0)
		(void)close(to);
	if (from >= 0)
		(void)close(from);
	return ok;
}

bool sides_open(struct session *s, const struct options *o, struct sides *ret)
{
	struct err e;

	*ret = (struct sides){ .n = 0 };
	for (size_t i = 0; i < o->cotes_n; i++) {
		if (add(&s->a, o->cotes[i], ret, &e))
			continue;
		complain_file(o->cotes[i], &e);
		sides_close(ret);
		return false;
	}
	return true;
}

void sides_beside(struct arena *a, const char *document, struct sides *ret)
{
	struct err ignored;
	char name[4096 + SIDE_NAME_SIZE];

	*ret = (struct sides){ .n = 0 };
	for (unsigned n = 1; n <= LIMIT_SIDE_FILES; n++) {
		(void)snprintf(name, sizeof name, "%s" SIDE_MARK "%u", document, n);
		(void)add(a, name, ret, &ignored);
	}
}

void sides_close(struct sides *s)
{
	for (size_t i = 0; i < s->n; i++)
		(void)close(s->at[i].fd);
	s->n = 0;
}
