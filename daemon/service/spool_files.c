/* SPDX-License-Identifier: EUPL-1.2 */
/* Files of the state directory of which the ledger knows nothing: what can be known from themselves. */
#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "bounds.h"
#include "file.h"
#include "spool.h"

#define YEAR_10000 "0384440ccc736000"

bool spool_name_is_ours(struct str name)
{
	return name.n == 17 + 64 && strncmp(name.p, YEAR_10000, 16) < 0 && name.p[16] == '-' && hex_only(str_part(name, 0, 16)) &&
	       hex_only(str_part(name, 17, name.n));
}

bool spool_hash(int dir, const char *name, bool links_ok, char hex[DIGEST_HEX], struct stat *st, struct err *e)
{
	struct hash h;
	char chunk[65536];
	ssize_t n;
	const int fd = file_open_regular(dir, name, LIMIT_DOCUMENT_BYTES, links_ok, st, e);

	if (fd < 0)
		return false;
	hash_init(&h);
	while ((n = read(fd, chunk, sizeof chunk)) > 0)
		hash_add(&h, chunk, (size_t)n);
	struct digest d = hash_end(&h);
	digest_hex(&d, hex);
	const bool ok = n == 0 || err_sys(e, "lire « %s »", name);
	close(fd);
	return ok;
}

void spool_find_sides(int dir, struct ledger_document *d, char names[LIMIT_SIDE_FILES][SIDE_NAME_SIZE])
{
	struct stat st;
	struct err unread;

	for (unsigned i = 0; i < LIMIT_SIDE_FILES; i++) {
		struct ledger_side *side = &d->sides[i];

		side->nom = side_name(d->spool, i + 1, names[i]);
		if (!spool_hash(dir, side->nom, false, side->sha256, &st, &unread))
			return;
		side->octets = st.st_size;
		d->sides_n++;
	}
}

bool spool_archive_is_older(const struct spool *s, struct ledger *l, bool *ret, struct err *e)
{
	const int fd = openat(s->archive, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	char first[128] = "";
	const struct dirent *f;
	bool known = true, ok = d != NULL ? ledger_first(l, first, e) : err_sys(e, "lire archive");

	while (ok && known && (f = readdir(d)) != NULL)
		if (spool_name_is_ours(str_c(f->d_name)) && (first[0] == '\0' || strcmp(f->d_name, first) < 0))
			ok = ledger_knows(l, f->d_name, &known, e);
	if (d != NULL)
		closedir(d);
	if (ok)
		*ret = !known;
	return ok;
}
