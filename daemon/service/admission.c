/* SPDX-License-Identifier: EUPL-1.2 */
/* How much the intake may take: nothing while rules are missing, the stop is under way, too many documents wait, the disk is
 * nearly full or the quarantine is (ROBUST I-12, P-07). The drop keeps its files, what was taken is judged on, and it begins again by itself.
 * Decided against: emptying the quarantine, ever.
 */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "intake.h"
#include "supervisor_priv.h"

#define LOOK_MS 2000
#define COUNT_EVERY 30 /* looks between two countings of the quarantine, while it is not in the way */

/* Bytes in the files of a directory, and of those below it when `deeper`. */
static uint64_t bytes_below(int at, const char *name, bool deeper)
{
	const int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *f;
	uint64_t sum = 0;
	struct stat st;

	while (d != NULL && (f = readdir(d)) != NULL) {
		if (f->d_name[0] == '.' || fstatat(fd, f->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		if (S_ISREG(st.st_mode))
			sum += (uint64_t)st.st_size;
		else if (deeper && S_ISDIR(st.st_mode))
			sum += bytes_below(fd, f->d_name, false);
	}
	if (d != NULL)
		closedir(d);
	return sum;
}

static uint64_t free_bytes(const struct supervisor *s)
{
	struct statvfs v;

	return fstatvfs(s->spool.etat, &v) == 0 ? (uint64_t)v.f_bavail * v.f_frsize : UINT64_MAX;
}

/* What is in the way. What already is goes out of it only with a margin, or it would be said every second. */
static enum obstacle obstacle(const struct supervisor *s)
{
	const struct conf *c = &s->now->c;
	const enum obstacle was = s->admission.obstacle;
	const uint64_t floor = (uint64_t)c->admission.libre_mio * MIB;

	if (s->backlog >= c->admission.attente || (was == OBSTACLE_BACKLOG && s->backlog > c->admission.attente / 2))
		return OBSTACLE_BACKLOG;
	if (free_bytes(s) < (was == OBSTACLE_DISK ? floor + floor / 8 : floor))
		return OBSTACLE_DISK;
	if (s->admission.quarantine >= (uint64_t)c->admission.quarantaine_mio * MIB)
		return OBSTACLE_QUARANTINE;
	return OBSTACLE_NONE;
}

static void say(struct supervisor *s, enum obstacle now)
{
	const struct conf *c = &s->now->c;

	if (now == OBSTACLE_NONE)
		fact(s, NEWS_NOTICE, EVENT_SERVICE, "admission-reprise", NULL, "les fichiers du dépôt sont pris de nouveau");
	else if (now == OBSTACLE_BACKLOG)
		fact(s, NEWS_WARNING, EVENT_SERVICE, "admission-suspendue", NULL,
		     "%lld documents attendent d'être jugés (admission.attente) : rien n'est pris du dépôt avant la moitié", (long long)s->backlog);
	else if (now == OBSTACLE_DISK)
		fact(s, NEWS_ERR, EVENT_SERVICE, "admission-suspendue", NULL,
		     "moins de %lld Mio libres sur le disque de l'état (admission.libre_mio) : rien n'est pris du dépôt, libérez de la place",
		     (long long)c->admission.libre_mio);
	else
		fact(s, NEWS_ERR, EVENT_SERVICE, "admission-suspendue", NULL,
		     "la quarantaine dépasse %lld Mio (admission.quarantaine_mio) : rien n'est pris du dépôt ; « scrutateur remettre », ou effacez ce qui ne sert plus",
		     (long long)c->admission.quarantaine_mio);
}

/* The syncs of those that are taken keep the loop from those that are being judged. */
int64_t admission_room(int64_t most, int64_t waiting)
{
	const int64_t room = most - waiting;

	return waiting >= LIMIT_GROUP && room > LIMIT_GROUP_WAITING ? LIMIT_GROUP_WAITING : room;
}

void admission_balance(struct supervisor *s)
{
	const enum obstacle before = s->admission.obstacle;

	if (s->state != STATE_RUNNING) {
		intake_allow(s->intake, 0);
		return;
	}
	s->admission.obstacle = obstacle(s);
	intake_allow(s->intake, s->admission.obstacle == OBSTACLE_NONE && s->places_wrong[0] == '\0' ? admission_room(s->now->c.admission.attente, s->backlog) : 0);
	if (s->admission.obstacle != before)
		say(s, s->admission.obstacle);
}

void admission_look(void *ctx)
{
	struct supervisor *s = ctx;

	if (s->admission.looks++ % COUNT_EVERY == 0 || s->admission.obstacle == OBSTACLE_QUARANTINE)
		s->admission.quarantine = bytes_below(s->spool.etat, "quarantaine", true);
	places_look(s);
	hour_look(s);
	admission_balance(s);
	alarm_after(s->admission.look, LOOK_MS);
}
