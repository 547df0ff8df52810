/* SPDX-License-Identifier: EUPL-1.2 */
/* A drop, a state directory and an intake between them, for tests: what it took, refused and said. The loop is turned until the
 * fact is there (or a deadline that only a broken intake meets); nothing sleeps.
 */
#ifndef SCRUTATEUR_TEST_DROP_H
#define SCRUTATEUR_TEST_DROP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <event2/event.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../base/place.h"
#include "file.h"
#include "intake.h"
#include "drop_names.h"

#define DEADLINE_S 10

struct seen {
	char name[512], spool[160], sha[DIGEST_HEX], sides[600], annexes[600]; /* names, each with a space before it */
	uint64_t bytes;
};
static struct {
	char root[64];
	int root_fd, etat_fd, depot_fd;
	struct event_base *base;
	struct event *tick;
	struct intake *in;
	struct seen taken[600];
	unsigned taken_n, groups;
	struct {
		char name[256], word[32], sentence[700];
	} refused[64];
	unsigned refused_n, notes_n;
	char note[512];
	bool ledger_fails, known;
	struct intake_patience patience;
	void (*on_taken)(const struct taken *t);
} w;

static inline bool known(void *ctx, const struct taken *t, bool *ret)
{
	(void)ctx;
	assert_true(t->origin[0] != '\0' && t->changed_ns > 0);
	assert_int_equal(t->leaving, is_leaving(t->name));
	*ret = w.known;
	return !w.ledger_fails;
}

static inline void add_word(char *list, size_t size, const char *word)
{
	const size_t n = strlen(list);

	snprintf(list + n, size - n, " %s", word);
}

static inline void take(const struct taken *t)
{
	assert_true(w.taken_n < 600);
	struct seen *s = &w.taken[w.taken_n++];
	snprintf(s->name, sizeof s->name, "%s", t->name);
	snprintf(s->spool, sizeof s->spool, "%s", t->spool);
	digest_hex(&t->sha256, s->sha);
	s->bytes = t->bytes;
	s->sides[0] = s->annexes[0] = '\0';
	for (unsigned i = 0; i < t->sides_n; i++)
		add_word(s->sides, sizeof s->sides, t->sides[i].name);
	for (unsigned i = 0; i < t->annexes_n && i < 2; i++)
		add_word(s->annexes, sizeof s->annexes, t->annexes[i].name);
	if (w.on_taken != NULL)
		w.on_taken(t);
}

static inline bool taken(void *ctx, const struct taken *const *all, size_t n)
{
	(void)ctx;
	assert_true(n >= 1 && n <= LIMIT_GROUP);
	if (w.ledger_fails)
		return false;
	w.groups++;
	for (size_t i = 0; i < n; i++)
		take(all[i]);
	return true;
}

static inline void refused(void *ctx, const char *name, const char *word, const char *sentence)
{
	(void)ctx;
	assert_true(w.refused_n < 64 && sentence[0] != '\0');
	snprintf(w.refused[w.refused_n].name, 256, "%s", name);
	snprintf(w.refused[w.refused_n].sentence, 700, "%s", sentence);
	snprintf(w.refused[w.refused_n++].word, 32, "%s", word);
}

static inline void note(void *ctx, int priority, const char *sentence)
{
	(void)ctx, (void)priority;
	w.notes_n++;
	snprintf(w.note, sizeof w.note, "%s", sentence);
}

static inline void on_tick(evutil_socket_t fd, short what, void *arg)
{
	(void)fd, (void)what, (void)arg;
}

/* As a reload does that changes how long is waited. */
static inline void start_in_place_of(const struct intake *before, int64_t stabilite_ms, int64_t balayage_s, uint64_t max)
{
	struct err e;
	char depot[96];
	struct intake_setup s = { .depot = depot,
				  .patience = w.patience,
				  .before = before,
				  .etat_fd = w.etat_fd,
				  .marque = "fini.txt",
				  .balayage_s = balayage_s,
				  .stabilite_ms = stabilite_ms,
				  .max_bytes = max };
	const struct intake_calls c = { .known = known, .taken = taken, .refused = refused, .note = note };

	snprintf(depot, sizeof depot, "%s/depot", w.root);
	w.in = intake_new(w.base, &s, &c, &e);
	assert_non_null(w.in);
	intake_allow(w.in, INT64_MAX);
}

static inline void start(int64_t stabilite_ms, int64_t balayage_s, uint64_t max)
{
	start_in_place_of(NULL, stabilite_ms, balayage_s, max);
}

static inline int fresh(void **state)
{
	struct err e;
	const struct timeval tv = { .tv_usec = 5000 };

	(void)state;
	memset(&w, 0, sizeof w);
	w.patience = INTAKE_PATIENCE;
	(void)place_template(w.root, sizeof w.root);
	assert_non_null(mkdtemp(w.root));
	w.root_fd = open(w.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	w.depot_fd = file_open_dir(w.root_fd, "depot", 0755, &e);
	w.etat_fd = file_open_dir(w.root_fd, "etat", 0750, &e);
	w.base = event_base_new();
	w.tick = event_new(w.base, -1, EV_PERSIST, on_tick, NULL);
	event_add(w.tick, &tv);
	return 0;
}

static inline void remove_tree(int at, const char *name)
{
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *d = fdopendir(fd);
	const struct dirent *f;

	while ((f = readdir(d)) != NULL) {
		if (strcmp(f->d_name, ".") == 0 || strcmp(f->d_name, "..") == 0)
			continue;
		if (unlinkat(dirfd(d), f->d_name, 0) != 0)
			remove_tree(dirfd(d), f->d_name);
	}
	closedir(d);
	unlinkat(at, name, AT_REMOVEDIR);
}

static inline int clean(void **state)
{
	(void)state;
	intake_free(w.in);
	event_free(w.tick);
	event_base_free(w.base);
	close(w.depot_fd);
	close(w.etat_fd);
	close(w.root_fd);
	remove_tree(AT_FDCWD, w.root);
	return 0;
}

static inline int64_t now_s(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec;
}

#define UNTIL(cond)                                                                   \
	do {                                                                          \
		for (int64_t end_ = now_s() + DEADLINE_S; !(cond) && now_s() < end_;) \
			event_base_loop(w.base, EVLOOP_ONCE);                         \
		assert_true(cond);                                                    \
	} while (0)

static inline void put_at(int dir, const char *name, const char *content)
{
	int fd = openat(dir, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, strlen(content)), strlen(content));
	close(fd);
}

static inline void put(const char *name, const char *content)
{
	put_at(w.depot_fd, name, content);
}

static inline bool in_drop(const char *name)
{
	struct stat st;

	return fstatat(w.depot_fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

static inline void spooled_is(const struct seen *s, const char *content)
{
	char path[300], got[256] = { 0 };

	snprintf(path, sizeof path, "attente/%s", s->spool);
	int fd = openat(w.etat_fd, path, O_RDONLY | O_CLOEXEC);
	assert_true(fd >= 0);
	ssize_t n = read(fd, got, sizeof got - 1);
	close(fd);
	assert_int_equal(n, strlen(content));
	assert_string_equal(got, content);
	assert_int_equal(s->bytes, strlen(content));
	char hex[DIGEST_HEX];
	struct digest d = hash_of(str_c(content));
	assert_string_equal(s->sha, digest_hex(&d, hex));
	assert_int_equal(strspn(s->spool, "0123456789abcdef-"), strlen(s->spool));
}

static inline unsigned entries(const char *sub)
{
	char path[96];
	unsigned n = 0;

	snprintf(path, sizeof path, "%s/%s", w.root, sub);
	DIR *d = opendir(path);
	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n - 2;
}

#define T(f) cmocka_unit_test_setup_teardown(f, fresh, clean)

#endif
