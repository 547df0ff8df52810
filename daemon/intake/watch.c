/* SPDX-License-Identifier: EUPL-1.2 */
/* The watch follows the path, not the inode: a drop directory renamed away and made again leaves inotify deaf for ever,
 * so every pass compares the directory that is open with the one the path names. Without inotify (limit of watches, odd
 * file system) the scans alone do the work, and it is said.
 */
#include <errno.h>
#include <event2/event.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "clock.h"
#include "file.h"
#include "intake_priv.h"
#include "drop_names.h"
#include "share.h"

#define WATCHED (IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
#define MISSING_MS 500

static void overflow(struct intake *in)
{
	in->counts.overflows++;
	in->calls.note(in->calls.ctx, 4, "la file d'événements du dépôt a débordé : balayage complet");
}

static void on_events(evutil_socket_t fd, short what, void *arg)
{
	struct intake *in = arg;
	_Alignas(struct inotify_event) char raw[16384];
	bool hint = false;
	ssize_t n;

	(void)what;
	n = read(fd, raw, sizeof raw);
	for (ssize_t at = 0; at < n;) {
		const struct inotify_event *ev = (const struct inotify_event *)(const void *)(raw + at);
		if (ev->mask & IN_Q_OVERFLOW)
			overflow(in);
		/* Our own removals make events too. */
		if (ev->len == 0 || !is_leaving(ev->name))
			hint = true;
		at += (ssize_t)(sizeof *ev + ev->len);
	}
	if (hint)
		intake_hint(in);
}

static void poll_instead(struct intake *in)
{
	char sentence[256];

	if (in->inotify >= 0)
		close(in->inotify);
	in->inotify = -1;
	if (in->polling_told)
		return;
	in->polling_told = true;
	snprintf(sentence, sizeof sentence,
		 "pas de surveillance par événements (%s) : le dépôt est balayé toutes les %lld s", strerror(errno),
		 (long long)watch_period_ms(in) / 1000);
	in->calls.note(in->calls.ctx, 4, sentence);
}

static void listen_to(struct intake *in)
{
	char path[32];

	in->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (in->inotify < 0) {
		poll_instead(in);
		return;
	}
	/* By descriptor: the path could lead elsewhere between the two calls. */
	snprintf(path, sizeof path, "/proc/self/fd/%d", in->dirs.depot);
	if (inotify_add_watch(in->inotify, path, WATCHED | IN_ONLYDIR) < 0) {
		poll_instead(in);
		return;
	}
	in->watch = event_new(in->base, in->inotify, EV_READ | EV_PERSIST, on_events, in);
	if (in->watch == NULL || event_add(in->watch, NULL) != 0)
		poll_instead(in);
}

int64_t watch_period_ms(const struct intake *in)
{
	const int64_t period = in->setup.balayage_s * 1000;

	return in->inotify < 0 && period > LIMIT_POLL_MS ? LIMIT_POLL_MS : period;
}

/* A share that is not mounted leaves an empty local directory behind: it is said when the kind changes, either way. */
static void say_share(struct intake *in, const char *before)
{
	char sentence[256];

	if (in->share == before)
		return;
	in->unshared = in->share == NULL;
	if (in->share != NULL)
		snprintf(sentence, sizeof sentence,
			 "le dépôt est sur un partage (%s) : pas d'événements, il est balayé toutes les %lld s", in->share,
			 (long long)watch_period_ms(in) / 1000);
	else
		snprintf(sentence, sizeof sentence, "le dépôt n'est plus sur un partage (%s) mais sur un disque local : le partage est-il monté ?",
			 before);
	in->calls.note(in->calls.ctx, in->share != NULL ? 5 : 4, sentence);
}

bool watch_open(struct intake *in, struct err *e)
{
	const char *before = in->share;

	in->dirs.depot = open(in->depot, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (in->dirs.depot < 0)
		return err_sys(e, "ouvrir le dépôt %s", in->depot);
	in->share = share_of(in->dirs.depot);
	if (in->share == NULL)
		listen_to(in);
	say_share(in, before);
	return true;
}

void watch_close(struct intake *in)
{
	if (in->watch != NULL)
		event_free(in->watch);
	in->watch = NULL;
	if (in->inotify >= 0)
		close(in->inotify);
	in->inotify = -1;
}

static bool same_directory(const struct intake *in)
{
	struct stat a, b;

	return in->dirs.depot >= 0 && fstat(in->dirs.depot, &a) == 0 && stat(in->depot, &b) == 0 &&
	       a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

void watch_lost(struct intake *in, const struct err *e)
{
	char sentence[700], why[512];

	in->next_scan_ms = clock_ms() + MISSING_MS;
	if (in->missing)
		return;
	in->missing = true;
	snprintf(sentence, sizeof sentence, "le dossier de dépôt n'est plus là : %s", err_text(e, why, sizeof why));
	in->calls.note(in->calls.ctx, 3, sentence);
}

void watch_found(struct intake *in)
{
	if (in->missing)
		in->calls.note(in->calls.ctx, 5, "le dossier de dépôt est revenu");
	in->missing = false;
}

bool watch_follow(struct intake *in)
{
	struct err e;

	if (same_directory(in))
		return true;
	watch_close(in);
	if (in->dirs.depot >= 0)
		close(in->dirs.depot);
	in->dirs.depot = -1;
	if (!watch_open(in, &e)) {
		watch_lost(in, &e);
		return false;
	}
	if (!in->missing)
		in->calls.note(in->calls.ctx, 5, "le dossier de dépôt a été remplacé : surveillance reprise");
	return true;
}
