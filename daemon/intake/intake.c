/* SPDX-License-Identifier: EUPL-1.2 */
/* The drop directory as a loop of passes. A pass reads the whole directory, a slice per turn of the event loop, and
 * looks at each name; inotify only says that a pass is worth making sooner. Decided against: acting on the events
 * themselves (20,000 files while nobody reads lose 11,808 of them), and keeping directory contents between passes
 * beyond what settling needs.
 */
#include "intake.h"

#include <dirent.h>
#include <errno.h>
#include <event2/event.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "clock.h"
#include "escape.h"
#include "file.h"
#include "intake_priv.h"
#include "bounds.h"

#define TURN_MS 20	/* work per turn of the loop: signals and children wait no longer */
#define HINT_MS 20	/* events come in bursts */
#define BACK_OFF_MS 500 /* after a failure of ours */
#define TELL_MS 3600000 /* a name that never settles is told about once per hour */
#define SLOW_FACTOR 10	/* an empty file and one with several names wait that much longer */

static void tell(struct intake *in, int priority, const char *sentence)
{
	in->calls.note(in->calls.ctx, priority, sentence);
}

void intake_plan(struct intake *in)
{
	int64_t now = clock_ms(), at = in->next_scan_ms;

	if (in->paused) {
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

static void refuse(struct intake *in, struct candidate *c, const char *word, const char *sentence)
{
	c->state = CANDIDATE_REFUSED;
	in->counts.refused++;
	in->calls.refused(in->calls.ctx, c->name, word, sentence);
}

/* Refused for what it is, whatever it holds. */
static bool refuse_by_kind(struct intake *in, struct candidate *c)
{
	char sentence[160];

	if (S_ISDIR(c->look.mode))
		refuse(in, c, "dossier", "dossier : déposez les fichiers un par un, sans sous-dossier");
	else if (S_ISLNK(c->look.mode))
		refuse(in, c, "lien", "lien symbolique : déposez le fichier lui-même");
	else if (S_ISFIFO(c->look.mode))
		refuse(in, c, "fifo", "tube nommé : ce n'est pas un fichier");
	else if (!S_ISREG(c->look.mode))
		refuse(in, c, "peripherique", "périphérique ou prise : ce n'est pas un fichier");
	else if (c->look.nlink > 1)
		refuse(in, c, "lien-dur",
		       "fichier qui a un autre nom ailleurs (lien dur) : il sera pris quand l'autre nom aura disparu");
	else if ((uint64_t)c->look.size > in->setup.max_bytes) {
		snprintf(sentence, sizeof sentence, "fichier de %lld octets : la limite est de %llu octets",
			 (long long)c->look.size, (unsigned long long)in->setup.max_bytes);
		refuse(in, c, "taille", sentence);
	} else
		return false;
	return true;
}

/* A sentence about one name: escaped, since it goes to logs as it is. */
static void tell_of(struct intake *in, int priority, const char *name, const char *rest)
{
	char sentence[1200];
	struct arena a;

	arena_init(&a, 64 * KIB);
	struct str shown = escape_line(&a, str_c(name), LIMIT_NAME_SHOWN);
	snprintf(sentence, sizeof sentence, "« %.*s » %s", STR_ARG(shown), rest);
	arena_done(&a);
	tell(in, priority, sentence);
}

static void come_back(struct intake *in, int64_t at)
{
	if (at < in->due_ms)
		in->due_ms = at;
}

static void failed(struct intake *in, struct candidate *c, enum take_end end, const struct err *e)
{
	char why[512], sentence[640];

	err_text(e, why, sizeof why);
	if (end == TAKE_OURS) {
		in->blocked_ms = clock_ms() + BACK_OFF_MS;
		come_back(in, in->blocked_ms);
		if (in->blocked)
			return;
		in->blocked = true;
		snprintf(sentence, sizeof sentence,
			 "rien ne peut être pris du dépôt pour l'instant, les fichiers y restent : %s", why);
		tell(in, 3, sentence);
	} else {
		c->not_before_ms = clock_ms() + SLOW_FACTOR * in->setup.stabilite_ms + BACK_OFF_MS;
		come_back(in, c->not_before_ms);
		if (c->told_ms != 0)
			return;
		c->told_ms = clock_ms();
		snprintf(sentence, sizeof sentence, "ne se lit pas, nouvel essai plus tard : %s", why);
		tell_of(in, 4, c->name, sentence);
	}
}

static void taken(struct intake *in)
{
	in->counts.taken++;
	in->depot_dirty = true;
	if (in->blocked) {
		in->blocked = false;
		tell(in, 5, "les fichiers du dépôt sont pris de nouveau");
	}
}

static void take_now(struct intake *in, struct candidate *c)
{
	char sentence[640], why[512];
	struct err e = { 0 };
	enum take_end end = take(&in->dirs, c, in->setup.max_bytes, &in->calls, &e);

	switch (end) {
	case TAKE_DONE:
		taken(in);
		candidates_drop(&in->table, c->name);
		break;
	case TAKE_KEPT:
		taken(in);
		c->state = CANDIDATE_KEPT;
		if (!in->kept_told) {
			in->kept_told = true;
			snprintf(sentence, sizeof sentence,
				 "les fichiers pris ne peuvent pas être retirés du dépôt, ils ne seront repris que "
				 "changés : %s",
				 err_text(&e, why, sizeof why));
			tell(in, 3, sentence);
		}
		break;
	case TAKE_CHANGED:
		candidates_drop(&in->table, c->name);
		intake_hint(in);
		break;
	case TAKE_UNREADABLE:
		refuse(in, c, "illisible",
		       "le service n'a pas le droit de lire ce fichier : corrigez ses droits, il sera repris");
		break;
	default:
		failed(in, c, end, &e);
	}
}

static void wait_for(struct intake *in, struct candidate *c, int64_t at, int64_t now)
{
	come_back(in, at);
	if (now - c->first_ms < TELL_MS || (c->told_ms != 0 && now - c->told_ms < TELL_MS))
		return;
	c->told_ms = now;
	tell_of(in, 4, c->name, "change sans cesse depuis plus d'une heure : dépôt interrompu ?");
}

void intake_look(struct intake *in, const char *name, int64_t now)
{
	struct stat st;
	bool fresh;

	if (name_ignored(name)) {
		in->ignored++;
		return;
	}
	if (fstatat(in->dirs.depot, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return; /* gone again */
	struct candidate *c = candidates_at(&in->table, name, &fresh);
	if (c == NULL)
		return;
	struct look l = look_of(&st);
	c->pass = in->pass;
	if (fresh)
		c->first_ms = now;
	if (fresh || !look_same(&l, &c->look)) {
		c->look = l;
		c->since_ms = now;
		c->not_before_ms = 0;
		c->state = CANDIDATE_SETTLING;
	}
	if (c->state != CANDIDATE_SETTLING)
		return;
	bool slow = S_ISREG(l.mode) && (l.size == 0 || l.nlink > 1);
	int64_t at = c->since_ms + (slow ? SLOW_FACTOR : 1) * in->setup.stabilite_ms;
	if (at < c->not_before_ms)
		at = c->not_before_ms;
	if (now < at)
		wait_for(in, c, at, now);
	else if (!refuse_by_kind(in, c))
		take_now(in, c);
}

static bool pass_begin(struct intake *in)
{
	int fd;

	in->hint = false;
	in->next_scan_ms = clock_ms() + in->setup.balayage_s * 1000;
	in->due_ms = INT64_MAX;
	if (!watch_follow(in))
		return false;
	fd = openat(in->dirs.depot, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	in->dir = fd < 0 ? NULL : fdopendir(fd);
	if (in->dir == NULL) {
		if (fd >= 0)
			close(fd);
		return false;
	}
	in->pass++;
	in->ignored = 0;
	in->pass_began_ms = clock_ms();
	return true;
}

static void pass_end(struct intake *in)
{
	closedir(in->dir);
	in->dir = NULL;
	in->counts.waiting = candidates_sweep(&in->table, in->pass);
	in->counts.ignored = in->ignored;
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
	for (int64_t now; (now = clock_ms()) < until && now >= in->blocked_ms && !in->paused;) {
		d = readdir(in->dir);
		if (d == NULL) {
			pass_end(in);
			break;
		}
		if (strcmp(d->d_name, ".") != 0 && strcmp(d->d_name, "..") != 0)
			intake_look(in, d->d_name, now);
	}
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
	in->dirs = (struct take_dirs){ -1, -1, -1 };
	in->inotify = -1;
	candidates_init(&in->table);
	in->turn = evtimer_new(base, on_turn, in);
	if (in->depot == NULL || in->turn == NULL)
		abort();
	in->dirs.tmp = file_open_dir(s->etat_fd, "tmp", 0750, e);
	in->dirs.attente = in->dirs.tmp < 0 ? -1 : file_open_dir(s->etat_fd, "attente", 0750, e);
	if (in->dirs.attente < 0 || !watch_open(in, e)) {
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
	candidates_done(&in->table);
	event_free(in->turn);
	free(in->depot);
	free(in);
}

void intake_rescan(struct intake *in)
{
	in->next_scan_ms = 0;
	in->hint = true;
	in->hint_ms = 0;
	intake_plan(in);
}

void intake_pause(struct intake *in, bool paused)
{
	if (in->paused == paused)
		return;
	in->paused = paused;
	in->next_scan_ms = 0;
	intake_plan(in);
}

struct intake_counts intake_count(const struct intake *in)
{
	return in->counts;
}
