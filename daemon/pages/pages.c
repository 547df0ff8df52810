/* SPDX-License-Identifier: EUPL-1.2 */
/* Making all pages, and laying them in a directory that others may use too. */
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>
#include "bounds.h"
#include "file.h"
#include "pages.h"

#define PAGE_MAX (4 * MIB)

static struct page finished(struct arena *a, struct str nom, struct buf *b, bool *all_whole)
{
	const struct page p = { nom, arena_dup(a, buf_view(b)) };

	*all_whole &= !b->full;
	buf_clear(b);
	return p;
}

bool pages_make(struct arena *a, const struct catalogue *c, const struct helper_group *groups, size_t groups_n, struct pages *ret,
		struct err *e)
{
	struct page *p = ARENA_ARRAY(a, c->rules_n + 2, struct page);
	struct buf b;
	size_t n = 0;
	bool whole = true;

	buf_init(&b, PAGE_MAX);
	for (size_t i = 0; i < c->rules_n; i++) {
		page_of_rule(a, &c->rules[i], c->sha256, &b);
		p[n++] = finished(a, page_name(a, c->rules[i].info->id), &b, &whole);
	}
	page_of_reference(a, groups, groups_n, c->sha256, &b);
	p[n++] = finished(a, STR(PAGE_REFERENCE), &b, &whole);
	page_of_index(a, c, &b);
	p[n++] = finished(a, STR(PAGE_INDEX), &b, &whole);
	buf_done(&b);
	if (!whole)
		return err_set(e, ERR_LIMIT, "une page dépasserait %d Mio", (int)(PAGE_MAX / MIB));
	*ret = (struct pages){ p, n };
	return true;
}

/* The file as it is: false when there is none. */
static bool present(int dirfd, const char *nom, struct buf *content)
{
	struct err ignored = { .code = ERR_NONE };
	struct stat st;

	buf_clear(content);
	const int fd = file_open_regular(dirfd, nom, PAGE_MAX, true, &st, &ignored);
	if (fd < 0)
		return false;
	const bool ok = file_read_fd(fd, content, &ignored);
	close(fd);
	return ok;
}

static bool is_ours(const struct buf *content)
{
	return str_find(str_part(buf_view(content), 0, 2 * KIB), STR(PAGE_MARK), 0) != STR_NONE;
}

/* A name that is taken by something else than a page of ours is a mistake in the choice of the directory. */
static bool all_free(int dirfd, const char *dir, const struct pages *pages, struct buf *content, struct err *e)
{
	struct stat st;

	for (size_t i = 0; i < pages->n; i++) {
		if (fstatat(dirfd, pages->at[i].nom.p, &st, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		if (!present(dirfd, pages->at[i].nom.p, content) || !is_ours(content))
			return err_set(e, ERR_STATE, "%s/%s n'est pas une page faite par cette commande : rien n'est écrit ; choisissez un autre dossier",
				       dir, pages->at[i].nom.p);
	}
	return true;
}

static bool still_wanted(struct str nom, const struct pages *pages, const struct catalogue *c)
{
	const struct str id = str_part(nom, sizeof "regle-" - 1, nom.n - (sizeof ".html" - 1));

	for (size_t i = 0; i < pages->n; i++)
		if (str_eq(nom, pages->at[i].nom))
			return true;
	for (size_t i = 0; i < c->lost_n; i++)
		if (str_eq(id, c->lost[i]))
			return true;
	return false;
}

/* Pages of rules that are gone. The names are gathered first: a directory is not changed while it is read. */
static bool remove_stale(int dirfd, const struct pages *pages, const struct catalogue *c, struct buf *content, size_t *ret_n, struct err *e)
{
	struct { struct str *at; size_t n, cap; } stale = { 0 };
	struct arena a;
	const int fd = dup(dirfd);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	bool ok = true;

	if (!d) {
		if (fd >= 0)
			close(fd);
		return err_sys(e, "lire le dossier des pages");
	}
	arena_init(&a, 64 * MIB);
	rewinddir(d);
	for (const struct dirent *entry = readdir(d); entry; entry = readdir(d)) {
		const struct str nom = str_c(entry->d_name);
		if (str_starts(nom, STR("regle-")) && str_ends(nom, STR(".html")) && !still_wanted(nom, pages, c))
			*ARENA_PUSH(&a, &stale) = arena_dup(&a, nom);
	}
	closedir(d);
	for (size_t i = 0; i < stale.n && ok; i++) {
		if (!present(dirfd, stale.at[i].p, content) || !is_ours(content))
			continue;
		ok = file_remove(dirfd, stale.at[i].p, e);
		*ret_n += ok;
	}
	arena_done(&a);
	return ok;
}

static bool write_all(int dirfd, const char *dir, const struct pages *pages, const struct catalogue *c, struct buf *content,
		      struct written *ret, struct err *e)
{
	if (!all_free(dirfd, dir, pages, content, e))
		return false;
	for (size_t i = 0; i < pages->n; i++) {
		const struct page *p = &pages->at[i];
		if (present(dirfd, p->nom.p, content) && str_eq(buf_view(content), p->html))
			continue;
		if (!file_replace(dirfd, p->nom.p, p->html, 0644, e))
			return false;
		ret->changed++;
	}
	ret->rules = c->rules_n;
	return remove_stale(dirfd, pages, c, content, &ret->removed, e);
}

bool pages_write(const char *dir, const struct pages *pages, const struct catalogue *c, struct written *ret, struct err *e)
{
	struct buf content;
	const int dirfd = file_open_dir(AT_FDCWD, dir, 0755, e);

	*ret = (struct written){ 0 };
	if (dirfd < 0)
		return false;
	buf_init(&content, PAGE_MAX);
	const bool ok = write_all(dirfd, dir, pages, c, &content, ret, e);
	buf_done(&content);
	close(dirfd);
	return ok;
}
