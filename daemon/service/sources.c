/* SPDX-License-Identifier: EUPL-1.2 */
/* Directories are watched, not files: an editor that writes a new file and renames it over the old one (and Notepad through a share's
 * server) leaves a watch on a file deaf. Whole files are hashed, not their times: what matters is whether the rules would read something
 * else.
 */
#include "sources.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "bounds.h"
#include "clock.h"
#include "file.h"
#include "news.h"
#include "periods.h"
#include "side.h"

#define WATCHED (IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
#define PRINT_MEMORY (8 * MIB)

/* A directory's files by their suffix, or one file. */
struct place {
	const char *path, *suffix; /* suffix NULL: `path` is a file */
};
#define PLACES 9

static void places_of(const struct conf *c, const char *conf_path, struct place out[PLACES])
{
	const struct place all[PLACES] = {
		{ conf_path, NULL },	    { c->reglages, NULL },	   { c->lexique, NULL },	{ c->regles, ".lua" },
		{ c->lua, ".lua" },	    { c->parametres, ".yaml" }, { c->collectivites, ".yaml" }, { c->exemples, ".txt" },
		{ c->regles, ".txt" }, /* samples of the house, beside its rules */
	};

	memcpy(out, all, sizeof all);
}

static void add_file(struct hash *h, const char *path, bool named)
{
	struct buf b;
	struct err e;

	buf_init(&b, LIMIT_YAML_BYTES);
	const bool ok = named ? file_read(path, &b, &e) : file_read_found(path, &b, &e);
	hash_add(h, ok ? "+" : "-", 1);
	hash_add(h, path, strlen(path) + 1);
	hash_add(h, b.p, ok ? b.n : 0);
	buf_done(&b);
}

/* A sample act may have side files. Their change is found by looking, not by the watch, which knows one suffix. */
static void add_sides(struct hash *h, const char *path)
{
	char side[4096];

	for (unsigned n = 1; n <= LIMIT_SIDE_FILES; n++) {
		(void)snprintf(side, sizeof side, "%s" SIDE_MARK "%u", path, n);
		if (access(side, F_OK) == 0)
			add_file(h, side, false);
	}
}

static void add_directory(struct hash *h, const struct place *p)
{
	struct str *names;
	size_t n = 0;
	struct arena a;
	struct err e;

	arena_init(&a, PRINT_MEMORY);
	if (setjmp(*arena_trap(&a)) == 0 && yamldir_names(&a, p->path, p->suffix, &names, &n, &e))
		for (size_t i = 0; i < n; i++) {
			const char *path = arena_printf(&a, "%s/%.*s", p->path, STR_ARG(names[i])).p;

			add_file(h, path, false);
			add_sides(h, path);
		}
	else
		hash_add(h, "!", 1);
	arena_done(&a);
}

void sources_print(const struct conf *c, const char *conf_path, char out[DIGEST_HEX])
{
	struct place places[PLACES];
	struct hash h;

	places_of(c, conf_path, places);
	hash_init(&h);
	for (size_t i = 0; i < PLACES; i++) {
		if (places[i].suffix != NULL)
			add_directory(&h, &places[i]);
		else
			add_file(&h, places[i].path, true);
	}
	struct digest d = hash_end(&h);
	digest_hex(&d, out);
}

struct watched {
	int wd;
	char *name;	    /* of the one file, or NULL */
	const char *suffix; /* of literals */
};
struct sources {
	int fd;
	struct alarm *readable, *timer;
	loop_fn changed;
	void *ctx;
	int64_t latest_ms; /* 0: no flurry */
	struct watched at[PLACES];
	bool told;
};

bool sources_is_name(const char *suffix, const char *name)
{
	const struct str s = str_c(name);

	return s.n > strlen(suffix) && s.p[0] != '.' && str_ends(s, str_c(suffix));
}

static bool is_ours(const struct sources *w, const struct inotify_event *ev)
{
	if (ev->len == 0 || (ev->mask & IN_Q_OVERFLOW))
		return true;
	for (size_t i = 0; i < PLACES; i++) {
		const struct watched *at = &w->at[i];
		if (at->wd == ev->wd && (at->name != NULL ? strcmp(at->name, ev->name) == 0 : sources_is_name(at->suffix, ev->name)))
			return true;
	}
	return false;
}

static void hint(struct sources *w)
{
	const int64_t now = clock_ms();

	if (w->latest_ms == 0)
		w->latest_ms = now + SOURCES_LATEST_MS;
	alarm_after(w->timer, now + SOURCES_QUIET_MS < w->latest_ms ? SOURCES_QUIET_MS : w->latest_ms > now ? w->latest_ms - now : 0);
}

static void on_events(void *ctx)
{
	struct sources *w = ctx;
	_Alignas(struct inotify_event) char raw[16384];
	const ssize_t n = read(w->fd, raw, sizeof raw);
	bool ours = false;

	for (ssize_t at = 0; at < n;) {
		const struct inotify_event *ev = (const struct inotify_event *)(const void *)(raw + at);
		/* IN_IGNORED ends a watch that was taken away by us: its directory is not watched twice. */
		ours |= !(ev->mask & IN_IGNORED) && is_ours(w, ev);
		at += (ssize_t)(sizeof *ev + ev->len);
	}
	if (ours)
		hint(w);
}

static void on_quiet(void *ctx)
{
	struct sources *w = ctx;

	w->latest_ms = 0;
	w->changed(w->ctx);
}

struct sources *sources_open(struct event_base *base, loop_fn changed, void *ctx)
{
	struct sources *w = calloc(1, sizeof *w);

	if (w == NULL)
		abort();
	w->changed = changed;
	w->ctx = ctx;
	for (size_t i = 0; i < PLACES; i++)
		w->at[i].wd = -1;
	w->timer = alarm_timer(base, on_quiet, w);
	w->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (w->fd >= 0)
		w->readable = alarm_readable(base, w->fd, on_events, w);
	else
		news(NEWS_WARNING, "pas de surveillance des règles par événements (%s) : elles sont relues à chaque balayage", err_words(errno));
	return w;
}

/* The directory that holds the place, and the name in it. */
static char *split(const struct place *p, char **ret_name)
{
	char *dir = strdup(p->path);

	if (dir == NULL)
		abort();
	*ret_name = NULL;
	if (p->suffix != NULL)
		return dir;
	char *slash = strrchr(dir, '/');
	*ret_name = strdup(slash != NULL ? slash + 1 : dir);
	if (*ret_name == NULL)
		abort();
	if (slash == NULL)
		memcpy(dir, ".", strlen(dir) > 0 ? 2 : 1);
	else
		slash[slash == dir] = '\0';
	return dir;
}

static bool still_used(const struct sources *w, int wd)
{
	for (size_t i = 0; i < PLACES; i++)
		if (w->at[i].wd == wd)
			return true;
	return false;
}

void sources_follow(struct sources *w, const struct conf *c, const char *conf_path)
{
	struct place places[PLACES];
	int old[PLACES];

	if (w->fd < 0)
		return;
	places_of(c, conf_path, places);
	for (size_t i = 0; i < PLACES; i++) {
		struct watched *at = &w->at[i];
		old[i] = at->wd;
		free(at->name);
		char *dir = split(&places[i], &at->name);
		at->suffix = places[i].suffix;
		at->wd = inotify_add_watch(w->fd, dir, WATCHED); /* a directory under watch keeps its number */
		if (at->wd < 0 && !w->told && errno != ENOENT) {
			w->told = true;
			news(NEWS_WARNING, "pas de surveillance de %s par événements (%s) : il est relu à chaque balayage", dir, err_words(errno));
		}
		free(dir);
	}
	for (size_t i = 0; i < PLACES; i++)
		if (old[i] >= 0 && !still_used(w, old[i]))
			(void)inotify_rm_watch(w->fd, old[i]);
}

void sources_free(struct sources *w)
{
	if (w == NULL)
		return;
	alarm_free(w->readable);
	alarm_free(w->timer);
	if (w->fd >= 0)
		close(w->fd);
	for (size_t i = 0; i < PLACES; i++)
		free(w->at[i].name);
	free(w);
}
