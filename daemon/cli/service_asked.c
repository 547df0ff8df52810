/* SPDX-License-Identifier: EUPL-1.2 */
/* How a command speaks to the service that runs: its process by the lock, its word by the file it writes, a signal to be heard. No socket:
 * what it has to say is written down anyway, and a signal needs no protocol.
 */
#include <errno.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "bounds.h"
#include "clock.h"
#include "ledger.h"
#include "rules_shown.h"
#include "spool.h"

#define LOOK_MS 50
#define PATIENCE_MS (LIMIT_HOST_LOAD_MS + 30000)
#define HEARING_MS 10000 /* a service that turns says at once that it begins */

void say_who_may(const char *etat)
{
	struct stat st;
	const bool shared = stat(etat, &st) == 0 && (st.st_mode & (S_ISDIR(st.st_mode) ? S_IXGRP : S_IWGRP)) && st.st_gid != 0;
	const struct group *g = shared ? getgrgid(st.st_gid) : NULL;

	if (g != NULL)
		(void)fprintf(stderr, "scrutateur : %s se lit par le groupe « %s » : demandez à l'administrateur d'en être (adduser VOUS %s)\n", etat, g->gr_name,
			      g->gr_name);
}

pid_t service_process(const struct session *s)
{
	struct err e = { 0 };
	const pid_t pid = spool_holder(s->conf.etat, &e);

	if (pid < 0)
		complain(&e);
	if (pid < 0 && e.sys == EACCES)
		say_who_may(s->conf.etat);
	return pid;
}

static const char *view_path(struct session *s)
{
	return arena_printf(&s->a, "%s/%s", s->conf.etat, RULES_VIEW_FILE).p;
}

bool service_view(struct session *s, struct rules_view *ret)
{
	struct err e = { 0 };

	if (rules_view_read(&s->a, view_path(s), ret, &e))
		return true;
	complain(&e);
	return false;
}

static void wait_a_little(void)
{
	const struct timespec t = { .tv_nsec = LOOK_MS * 1000000L };

	(void)nanosleep(&t, NULL);
}

/* The same service, gone, or another one that began anew (and then read everything)? */
static bool is_there(struct session *s, pid_t pid)
{
	struct err e = { 0 };

	return kill(pid, 0) == 0 || errno == EPERM || spool_holder(s->conf.etat, &e) > 0;
}

static bool complain_of(const char *why)
{
	struct err e;

	(void)err_set(&e, ERR_STATE, "%s", why);
	complain(&e);
	return false;
}

struct heard {
	bool began, ended;
};
static struct heard look_at(const char *path, int64_t asked)
{
	struct heard h = { 0 };
	struct rules_view v;
	struct arena a;
	struct err e;

	arena_init(&a, RULES_VIEW_MEMORY);
	if (rules_view_read(&a, path, &v, &e)) {
		h.began = v.reload.asked > asked;
		h.ended = v.reload.done > asked && v.reload.state != RELOAD_UNDER_WAY;
	}
	arena_done(&a);
	return h;
}

/* Stopped by a signal or a debugger: it hears nothing until it is continued. */
static bool is_stopped(pid_t pid)
{
	char path[64], line[512];

	(void)snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	FILE *f = fopen(path, "re");
	const char *end = f != NULL && fgets(line, sizeof line, f) != NULL ? strrchr(line, ')') : NULL;
	const bool yes = end != NULL && strlen(end) > 2 && (end[2] == 'T' || end[2] == 't');
	if (f != NULL)
		(void)fclose(f);
	return yes;
}

static bool complain_unheard(pid_t pid)
{
	struct err e;

	if (is_stopped(pid))
		(void)err_set(&e, ERR_STATE, "le service (processus %d) est suspendu : il ne rechargera qu'une fois repris (kill -CONT %d)", (int)pid, (int)pid);
	else
		(void)err_set(&e, ERR_STATE, "le service (processus %d) n'a pas entendu la demande en %d s : il démarre encore, ou il est bloqué ; son journal le dit (systemctl restart scrutateur)",
			      (int)pid, HEARING_MS / 1000);
	complain(&e);
	return false;
}

bool service_reload(struct session *s, pid_t pid, struct rules_view *ret)
{
	struct rules_view before = { 0 };
	struct err e = { 0 };
	const char *path = view_path(s);
	const int64_t began = clock_ms();

	(void)rules_view_read(&s->a, path, &before, &e); /* none: of a service that has just begun */
	if (kill(pid, SIGHUP) != 0) {
		(void)err_sys(&e, "prévenir le service (processus %d)", (int)pid);
		complain(&e);
		return false;
	}
	for (struct heard h; !(h = look_at(path, before.reload.asked)).ended;) {
		const int64_t waited = clock_ms() - began;
		if (!is_there(s, pid))
			return complain_of("le service s'est arrêté sans avoir rechargé ; son journal dit pourquoi");
		if ((waited > 1000 && is_stopped(pid)) || (!h.began && waited > HEARING_MS))
			return complain_unheard(pid);
		if (waited > PATIENCE_MS)
			return complain_of("le service ne dit pas s'il a rechargé ; son journal dit où il en est");
		wait_a_little();
	}
	return service_view(s, ret);
}

static bool is_beside(struct session *s, const char *path, const char *what)
{
	return access(arena_printf(&s->a, "%s%s", path, what).p, F_OK) == 0;
}

/* Somebody removed what is beside the ledger: whoever makes others has a ledger of his own, and what he writes there is lost once the service has made them again. */
static bool is_shared(struct session *s, const char *path, struct err *e)
{
	const int64_t began = clock_ms();

	while (!is_beside(s, path, "-wal") || !is_beside(s, path, "-shm")) {
		if (service_process(s) == 0)
			return true;
		if (clock_ms() - began > LIMIT_LEDGER_WAIT_MS)
			return err_set(e, ERR_STATE, "registre : %s-wal ou -shm a été ôté, et le service ne l'a pas encore refait : son journal dit pourquoi ; recommencez ensuite", path);
		wait_a_little();
	}
	return true;
}

struct ledger *service_ledger(struct session *s)
{
	const char *path = arena_printf(&s->a, "%s/" LEDGER_NAME, s->conf.etat).p;
	struct ledger *l = NULL;
	struct err e = { 0 };

	if (ledger_is_there(path, &e) && is_shared(s, path, &e)) /* ledger_open would make one */
		l = ledger_open(path, &e);
	if (l == NULL)
		complain(&e);
	return l;
}
