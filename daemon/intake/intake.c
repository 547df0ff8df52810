/* SPDX-License-Identifier: EUPL-1.2 */
/* The drop directory as a loop of passes. A pass reads the whole directory, a slice per turn of the event loop, and
 * looks at each name; inotify only says that a pass is worth making sooner. Decided against: acting on the events
 * themselves (20,000 files while nobody reads lose 11,808 of them), and keeping directory contents between passes
 * beyond what settling needs.
 */
#include "intake.h"

#include <dirent.h>
#include <event2/event.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "file.h"
#include "intake_priv.h"
#include "writers.h"
#include "bounds.h"

#define TURN_MS 20	/* work per turn of the loop: signals and children wait no longer */
#define HINT_MS 20	/* events come in bursts */

/* Sets the timer for what comes next. */
static void intake_plan(struct intake *in)
{
	int64_t now = clock_ms(), at = in->next_scan_ms;

	if (in->allowed <= 0) {
		event_del(in->turn);
		return;
	}
	if (in->dir != NULL)
		at = now;
	else if (in->hint && in->hint_ms < at)
		at = in->hint_ms;
	if (in->dir == NULL && in->due_ms < at)
		at = in->due_ms;
	if (at < in->blocked_ms)
		at = in->blocked_ms;
	int64_t wait = at > now ? at - now : 0;
	struct timeval tv = { .tv_sec = wait / 1000, .tv_usec = wait % 1000 * 1000 };
	event_add(in->turn, &tv);
}

void intake_hint(struct intake *in)
{
	/* A pass over a full directory costs: hints in a stream must not make passes without pause. */
	int64_t wait = 4 * in->pass_cost_ms > HINT_MS ? 4 * in->pass_cost_ms : HINT_MS;

	if (!in->hint) {
		in->hint = true;
		in->hint_ms = clock_ms() + wait;
	}
	intake_plan(in);
}

static void look_at_rights(struct intake *in)
{
	struct stat st;
	const bool writable = faccessat(in->dirs.depot, ".", W_OK | X_OK, AT_EACCESS) == 0;

	if (fstat(in->dirs.depot, &st) != 0 ||
	    (writable == in->rights.writable && st.st_mode == in->rights.mode && st.st_uid == in->rights.uid && st.st_gid == in->rights.gid))
		return;
	in->rights.writable = writable;
	in->rights.mode = st.st_mode;
	in->rights.uid = st.st_uid;
	in->rights.gid = st.st_gid;
	in->rights.n++;
	in->kept_told = false;
}

static bool pass_begin(struct intake *in)
{
	struct err e;
	int fd;

	watch_read(in);
	in->hint = false;
	in->next_scan_ms = clock_ms() + watch_period_ms(in);
	in->due_ms = INT64_MAX;
	if (!watch_follow(in))
		return false;
	fd = openat(in->dirs.depot, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	in->dir = fd < 0 ? NULL : fdopendir(fd);
	if (in->dir == NULL) {
		err_sys(&e, "lire le dépôt %s", in->depot);
		watch_lost(in, &e);
		if (fd >= 0)
			close(fd);
		return false;
	}
	watch_found(in);
	look_at_rights(in);
	in->pass++;
	in->ignored = 0;
	in->pass_began_ms = clock_ms();
	return true;
}

static void pass_end(struct intake *in)
{
	closedir(in->dir);
	in->dir = NULL;
	in->counts.waiting = candidates_sweep(&in->table, in->pass, &in->oldest_ms);
	in->counts.ignored = in->ignored;
	int64_t none;
	(void)candidates_sweep(&in->companions, in->pass, &none);
	writers_pass_ended(in);
	intake_tell_tallies(in);
	in->pass_cost_ms = clock_ms() - in->pass_began_ms;
}

static void depot_sync(struct intake *in)
{
	struct err ignored;

	/* A removal that a crash undoes is only taken twice, which the ledger sees: not worth a failure. */
	if (in->depot_dirty && in->dirs.depot >= 0)
		(void)file_sync(in->dirs.depot, &ignored);
	in->depot_dirty = false;
}

static void on_turn(evutil_socket_t fd, short what, void *arg)
{
	struct intake *in = arg;
	const int64_t until = clock_ms() + TURN_MS;
	const struct dirent *d;

	(void)fd, (void)what;
	if (in->dir == NULL && !pass_begin(in)) {
		intake_plan(in);
		return;
	}
	for (int64_t now; (now = clock_ms()) < until && now >= in->blocked_ms && in->allowed > 0;) {
		if (in->group.n >= in->allowed)
			group_close(in);
		d = readdir(in->dir);
		if (d == NULL) {
			group_close(in);
			pass_end(in);
			break;
		}
		if (strcmp(d->d_name, ".") != 0 && strcmp(d->d_name, "..") != 0)
			intake_look(in, d->d_name, now);
	}
	group_close(in);
	if (in->calls.turned != NULL)
		in->calls.turned(in->calls.ctx);
	depot_sync(in);
	intake_plan(in);
}

struct intake *intake_new(struct event_base *base, const struct intake_setup *s, const struct intake_calls *c,
			  struct err *e)
{
	struct intake *in = calloc(1, sizeof *in);

	if (in == NULL)
		abort();
	in->setup = *s;
	in->setup.depot = in->depot = strdup(s->depot);
	in->calls = *c;
	in->base = base;
	in->dirs = (struct take_dirs){ -1, -1, -1, -1 };
	in->group.max = LIMIT_GROUP;
	in->inotify = -1;
	in->setup.marque = in->marque = strdup(s->marque);
	candidates_init(&in->table);
	candidates_init(&in->companions);
	candidates_init(&in->writers);
	in->turn = evtimer_new(base, on_turn, in);
	if (in->depot == NULL || in->marque == NULL || in->turn == NULL)
		abort();
	in->dirs.tmp = file_open_dir(s->etat_fd, "tmp", 0750, e);
	in->dirs.attente = in->dirs.tmp < 0 ? -1 : file_open_dir(s->etat_fd, "attente", 0750, e);
	in->dirs.annexes = in->dirs.attente < 0 ? -1 : file_open_dir(s->etat_fd, "annexes", 0750, e);
	if (in->dirs.annexes < 0 || !watch_open(in, e)) {
		intake_free(in);
		return NULL;
	}
	in->due_ms = INT64_MAX;
	intake_plan(in);
	return in;
}

static void close_fd(int fd)
{
	if (fd >= 0)
		close(fd);
}

void intake_free(struct intake *in)
{
	if (in == NULL)
		return;
	watch_close(in);
	if (in->dir != NULL)
		closedir(in->dir);
	close_fd(in->dirs.depot);
	close_fd(in->dirs.tmp);
	close_fd(in->dirs.attente);
	close_fd(in->dirs.annexes);
	candidates_done(&in->table);
	candidates_done(&in->companions);
	candidates_done(&in->writers);
	event_free(in->turn);
	free(in->depot);
	free(in->marque);
	free(in);
}

void intake_rescan(struct intake *in)
{
	in->next_scan_ms = 0;
	in->hint = true;
	in->hint_ms = 0;
	intake_plan(in);
}

void intake_allow(struct intake *in, int64_t n)
{
	const bool paused = in->allowed <= 0;

	in->allowed = n;
	if (paused != (n <= 0)) {
		in->next_scan_ms = 0;
		intake_plan(in);
	}
}

struct intake_counts intake_count(const struct intake *in)
{
	struct intake_counts n = in->counts;

	n.oldest_ms = n.waiting > 0 ? clock_ms() - in->oldest_ms : 0;
	n.blocked = in->blocked && n.waiting > 0 ? in->blocked_why : NULL;
	n.missing = in->missing ? in->missing_why : NULL;
	n.unmounted = in->unmounted;
	n.kept = in->kept_told;
	return n;
}
