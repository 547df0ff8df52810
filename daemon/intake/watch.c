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
#include "writers.h"

#define HINTS (IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
#define WATCHED (HINTS | WRITERS_EVENTS)
#define MISSING_MS 500
#define LOCK_WAIT_MS 500 /* a service that was killed as it started a host: that process has its descriptors for an instant more */

static void overflow(struct intake *in)
{
	in->counts.overflows++;
	writers_forget(in);
	in->calls.note(in->calls.ctx, 4, "la file d'événements du dépôt a débordé : balayage complet");
}

/* Is a pass worth making for it? One write is not: a transfer makes thousands, and is looked at when it ends. Our own removals make events too. */
static bool on_event(struct intake *in, const struct inotify_event *ev)
{
	if (ev->mask & IN_Q_OVERFLOW)
		overflow(in);
	if (ev->len > 0)
		writers_event(in, ev->mask, ev->name);
	return ev->len == 0 || ((ev->mask & HINTS) != 0 && !is_leaving(ev->name));
}

void watch_read(struct intake *in)
{
	_Alignas(struct inotify_event) char raw[16384];
	bool hint = false;

	for (ssize_t n; in->inotify >= 0 && (n = read(in->inotify, raw, sizeof raw)) > 0;)
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *ev = (const struct inotify_event *)(const void *)(raw + at);
			hint |= on_event(in, ev);
			at += (ssize_t)(sizeof *ev + ev->len);
		}
	if (intake_tally_due(in, &in->lost_tail))
		in->calls.note(in->calls.ctx, 3,
			       "un fichier qui a été pris du dépôt est encore écrit par celui qui l'y a mis : la suite est perdue, il est à déposer de nouveau en entier (« lsof +L1 » nomme le processus)");
	if (hint)
		intake_hint(in);
}

static void on_events(evutil_socket_t fd, short what, void *arg)
{
	(void)fd, (void)what;
	watch_read(arg);
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
		 "pas de surveillance par événements (%s) : le dépôt est balayé toutes les %lld s", err_words(errno),
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

static bool is_mounted_on(int fd)
{
	struct stat here, above;

	return fstat(fd, &here) == 0 && fstatat(fd, "..", &above, 0) == 0 && here.st_dev != above.st_dev;
}

/* A share or a disk that is not mounted leaves an empty local directory behind: it is said when that changes, either way. */
static void say_where(struct intake *in, const char *share_before)
{
	const bool was_mounted = in->mounted;
	char sentence[256];

	in->mounted = is_mounted_on(in->dirs.depot);
	if (in->share != NULL || in->mounted)
		in->unmounted = NULL;
	if (in->share == share_before && (in->mounted || !was_mounted))
		return;
	if (in->share != NULL)
		snprintf(sentence, sizeof sentence,
			 "le dépôt est sur un partage (%s) : pas d'événements, il est balayé toutes les %lld s", in->share,
			 (long long)watch_period_ms(in) / 1000);
	else if (share_before != NULL)
		snprintf(sentence, sizeof sentence, "le dépôt n'est plus sur un partage (%s) mais sur un disque local : le partage est-il monté ?",
			 share_before);
	else
		snprintf(sentence, sizeof sentence, "plus rien n'est monté sur le dossier de dépôt, c'est le dossier d'en dessous qui est lu : le disque est-il monté ?");
	if (in->share == NULL)
		in->unmounted = share_before != NULL ? "le dépôt n'est plus sur un partage : le partage est-il monté ?" :
						       "plus rien n'est monté sur le dossier de dépôt : le disque est-il monté ?";
	in->calls.note(in->calls.ctx, in->share != NULL ? 5 : 4, sentence);
}

static bool is_open_on(int fd, const char *path)
{
	struct stat a, b;

	return fd >= 0 && fstat(fd, &a) == 0 && stat(path, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Opened anew, our own lock would be another's. */
static int open_drop(struct intake *in)
{
	const struct intake *before = in->setup.before;

	in->setup.before = NULL;
	if (before != NULL && is_open_on(before->dirs.depot, in->depot)) {
		writers_inherit(in, before);
		return fcntl(before->dirs.depot, F_DUPFD_CLOEXEC, 0);
	}
	return open(in->depot, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Two services on one drop would share the acts between two ledgers, and neither would say so. */
static bool hold(struct intake *in, struct err *e)
{
	char sentence[400];

	if (file_lock(in->dirs.depot, in->pass == 0 ? LOCK_WAIT_MS : 0, NULL))
		return true;
	if (errno == EWOULDBLOCK)
		return err_set(e, ERR_BUSY, "un autre scrutateur prend déjà les actes de %s, et deux se les partageraient : arrêtez l'un, ou donnez-lui un autre dépôt (« fuser -v %s » nomme le processus)",
			       in->depot, in->depot);
	if (!in->unlocked_told) {
		snprintf(sentence, sizeof sentence, "le dépôt ne se verrouille pas (%s) : rien n'empêcherait un second service d'y prendre des actes", err_words(errno));
		in->calls.note(in->calls.ctx, 4, sentence);
	}
	in->unlocked_told = true;
	return true;
}

bool watch_open(struct intake *in, struct err *e)
{
	const char *before = in->share;

	in->dirs.depot = open_drop(in);
	if (in->dirs.depot < 0)
		return err_sys(e, "ouvrir le dépôt %s", in->depot);
	if (!hold(in, e)) {
		close(in->dirs.depot);
		in->dirs.depot = -1;
		return false;
	}
	in->share = share_of(in->dirs.depot);
	if (in->share == NULL)
		listen_to(in);
	say_where(in, before);
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
	writers_forget(in);
}

static bool same_directory(const struct intake *in)
{
	return is_open_on(in->dirs.depot, in->depot);
}

void watch_lost(struct intake *in, const struct err *e)
{
	char sentence[700], why[512];
	const bool gone = e->sys == ENOENT || e->sys == ENOTDIR, denied = e->sys == EACCES || e->sys == EPERM;
	const char *todo = denied		  ? " ; rendez au service les droits de le lire et d'y écrire (rwx)"
			   : e->sys == ENOTDIR ? " ; ôtez ce qui est à sa place, il sera repris dès qu'il sera là"
			   : gone		  ? " ; il sera repris dès qu'il sera là"
						  : "";

	in->next_scan_ms = clock_ms() + MISSING_MS;
	err_text(e, why, sizeof why);
	if (in->missing && strcmp(why, in->missing_why) == 0)
		return;
	in->missing = true;
	memcpy(in->missing_why, why, sizeof why);
	snprintf(sentence, sizeof sentence, "%s : %s%s",
		 e->code == ERR_BUSY ? "rien n'est plus pris du dépôt" : gone ? "le dossier de dépôt n'est plus là" : "le dossier de dépôt est là, mais ne se lit pas", why,
		 todo);
	in->calls.note(in->calls.ctx, 3, sentence);
}

void watch_found(struct intake *in)
{
	if (in->missing)
		in->calls.note(in->calls.ctx, 5, "le dossier de dépôt se lit de nouveau");
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
