/* SPDX-License-Identifier: EUPL-1.2 */
/* A chained hash by name. A directory of 20,000 files is looked at several times before they are gone, so a list would
 * be quadratic; a tree would need an order nobody asks for. Running out of memory aborts: everything is on disk
 * (crash-only).
 */
#include "candidates.h"

#include <stdlib.h>
#include <string.h>

#define BUCKETS_FIRST 256

struct look look_of(const struct stat *st)
{
	struct look l = { .dev = st->st_dev, .ino = st->st_ino, .mode = st->st_mode & S_IFMT };

	if (!S_ISREG(st->st_mode))
		return l;
	l.mode = st->st_mode;
	l.nlink = st->st_nlink;
	l.size = st->st_size;
	l.mtime_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
	l.ctime_ns = (int64_t)st->st_ctim.tv_sec * 1000000000 + st->st_ctim.tv_nsec;
	return l;
}

bool look_same(const struct look *a, const struct look *b)
{
	return a->dev == b->dev && a->ino == b->ino && a->mode == b->mode && a->nlink == b->nlink &&
	       a->size == b->size && a->mtime_ns == b->mtime_ns && a->ctime_ns == b->ctime_ns;
}

static struct candidate **buckets_new(size_t n)
{
	struct candidate **b = calloc(n, sizeof *b);

	if (b == NULL)
		abort();
	return b;
}

static size_t bucket_of(const struct candidates *t, const char *name)
{
	uint64_t h = 14695981039346656037u;

	for (; *name != '\0'; name++)
		h = (h ^ (unsigned char)*name) * 1099511628211u;
	return (size_t)(h ^ h >> 32) & (t->buckets_n - 1);
}

void candidates_init(struct candidates *t)
{
	t->buckets = buckets_new(BUCKETS_FIRST);
	t->buckets_n = BUCKETS_FIRST;
	t->n = 0;
}

void candidates_done(struct candidates *t)
{
	int64_t none;

	candidates_sweep(t, UINT64_MAX, &none);
	free(t->buckets);
	t->buckets = NULL;
}

static void grow(struct candidates *t)
{
	struct candidate **old = t->buckets;
	size_t old_n = t->buckets_n;

	t->buckets_n *= 4;
	t->buckets = buckets_new(t->buckets_n);
	for (size_t i = 0; i < old_n; i++)
		for (struct candidate *c = old[i], *next; c != NULL; c = next) {
			next = c->next;
			size_t b = bucket_of(t, c->name);
			c->next = t->buckets[b];
			t->buckets[b] = c;
		}
	free(old);
}

struct candidate *candidates_find(const struct candidates *t, const char *name)
{
	struct candidate *c = t->buckets[bucket_of(t, name)];

	while (c != NULL && strcmp(c->name, name) != 0)
		c = c->next;
	return c;
}

struct candidate *candidates_at(struct candidates *t, const char *name, bool *ret_new)
{
	size_t b = bucket_of(t, name), n;
	struct candidate *c = candidates_find(t, name);

	*ret_new = false;
	if (c != NULL)
		return c;
	if (t->n >= LIMIT_CANDIDATES)
		return NULL;
	if (t->n >= 2 * t->buckets_n) {
		grow(t);
		b = bucket_of(t, name);
	}
	n = strlen(name) + 1;
	c = calloc(1, sizeof *c + n);
	if (c == NULL)
		abort();
	memcpy(c->name, name, n);
	c->next = t->buckets[b];
	t->buckets[b] = c;
	t->n++;
	*ret_new = true;
	return c;
}

static void unlink_one(struct candidates *t, struct candidate **at)
{
	struct candidate *c = *at;

	*at = c->next;
	free(c);
	t->n--;
}

void candidates_drop(struct candidates *t, const char *name)
{
	for (struct candidate **at = &t->buckets[bucket_of(t, name)]; *at != NULL; at = &(*at)->next)
		if (strcmp((*at)->name, name) == 0) {
			unlink_one(t, at);
			return;
		}
}

size_t candidates_sweep(struct candidates *t, uint64_t pass, int64_t *ret_oldest_ms)
{
	size_t settling = 0;

	*ret_oldest_ms = INT64_MAX;

	for (size_t i = 0; i < t->buckets_n; i++)
		for (struct candidate **at = &t->buckets[i]; *at != NULL;) {
			if ((*at)->pass < pass) {
				unlink_one(t, at);
				continue;
			}
			if ((*at)->state == CANDIDATE_SETTLING) {
				settling++;
				if ((*at)->first_ms < *ret_oldest_ms)
					*ret_oldest_ms = (*at)->first_ms;
			}
			at = &(*at)->next;
		}
	return settling;
}
