/* SPDX-License-Identifier: EUPL-1.2 */
/* Starting, hearing and ending rule hosts. A re-exec and not a plain fork: the host begins with none of the
 * supervisor's memory or descriptors, and the supervisor stays small (HABITS §5-B). Reaping is always kill first, then
 * wait: a host that closed its socket and stayed would hang the loop.
 */
#include "hostproc.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hash.h"
#include "loop.h"

#define HOST_SOCKET 3

extern char **environ;

static void set_up(posix_spawnattr_t *attr, posix_spawn_file_actions_t *files, int socket)
{
	sigset_t none, all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_init(attr);
	posix_spawnattr_setsigmask(attr, &none);
	posix_spawnattr_setsigdefault(attr, &all);
	/* Its own group: Ctrl-C at a terminal is for the supervisor, which then lets the children finish. */
	posix_spawnattr_setpgroup(attr, 0);
	posix_spawnattr_setflags(attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
	posix_spawn_file_actions_init(files);
	posix_spawn_file_actions_adddup2(files, socket, HOST_SOCKET);
}

static bool spawn(const char *program, const char *conf, bool alone, int socket, pid_t *ret_pid, struct err *e)
{
	char *argv[] = { (char[]){ "scrutateur" }, (char[]){ "hote" }, (char[]){ "--config" }, NULL, alone ? (char[]){ "seul" } : NULL, NULL };
	posix_spawnattr_t attr;
	posix_spawn_file_actions_t files;

	argv[3] = strdup(conf);
	/* What its libraries call is found once, and not by each child. */
	if (argv[3] == NULL || setenv("LD_BIND_NOW", "1", 1) != 0)
		abort();
	set_up(&attr, &files, socket);
	errno = posix_spawn(ret_pid, program, &files, &attr, argv, environ);
	bool ok = errno == 0 || err_sys(e, "lancer l'hôte des règles (%s)", program);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&files);
	free(argv[3]);
	return ok;
}

static void free_exemption(struct exemption *x)
{
	const struct str texts[] = { x->id, x->regle, x->acte, x->raison, x->par, x->collectivite };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		free((char *)(uintptr_t)texts[i].p);
}

static void free_all(struct hostproc *h)
{
	alarm_free(h->readable);
	alarm_free(h->slow);
	close(h->socket);
	for (unsigned i = 0; i < h->rules_n; i++) {
		free(h->rules[i].id);
		free(h->rules[i].version);
		free(h->rules[i].file);
		free(h->rules[i].sentence);
		free(h->rules[i].sha256);
		free(h->rules[i].titre);
	}
	for (unsigned i = 0; i < h->exemptions_n; i++)
		free_exemption(&h->exemptions[i]);
	for (unsigned i = 0; i < h->references_n; i++) {
		free(h->references[i].word);
		free(h->references[i].why);
	}
	free(h->exemptions);
	free(h);
}

static void reap(struct hostproc *h, char *why, size_t size)
{
	int status = 0;
	pid_t done = waitpid(h->pid, &status, WNOHANG);

	if (done == 0) {
		kill(h->pid, SIGKILL);
		while ((done = waitpid(h->pid, &status, 0)) < 0 && errno == EINTR)
			continue;
	}
	h->killed = WIFSIGNALED(status) && h->failure[0] == '\0';
	if (WIFSIGNALED(status))
		snprintf(why, size, "arrêté par le signal %d", WTERMSIG(status));
	else
		snprintf(why, size, "terminé avec l'état %d", WEXITSTATUS(status));
}

void hostproc_kill(struct hostproc *h)
{
	char why[64];

	if (h == NULL)
		return;
	kill(h->pid, SIGKILL);
	reap(h, why, sizeof why);
	free_all(h);
}

static void end(struct hostproc *h, const char *why)
{
	char how[64], text[700];

	reap(h, how, sizeof how);
	snprintf(text, sizeof text, "%s", why != NULL ? why : h->failure[0] != '\0' ? h->failure : how);
	alarm_off(h->readable);
	h->calls.gone(h->calls.ctx, h, text);
	free_all(h);
}

void hostproc_condemn(struct hostproc *h, const char *why)
{
	kill(h->pid, SIGKILL);
	end(h, why);
}

static char *copy(struct str s)
{
	char *p = malloc(s.n + 1);

	if (p == NULL)
		abort();
	memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

static bool add_rule(struct hostproc *h, const struct frame *f)
{
	if (h->state != HOST_LOADING || f->texts != 6 || h->rules_n == LIMIT_RULES || f->num[4] > LIMIT_RULES ||
	    f->num[5] > SEVERITY_BLOQUANTE || (f->text[4].n != 0 && f->text[4].n != DIGEST_HEX - 1))
		return false;
	h->rules[h->rules_n++] = (struct host_rule){
		.id = copy(f->text[0]),
		.version = copy(f->text[1]),
		.file = copy(f->text[2]),
		.sentence = copy(f->text[3]),
		.sha256 = copy(f->text[4]),
		.titre = copy(f->text[5]),
		.state = f->num[0],
		.line = f->num[1],
		.essais = f->num[2],
		.reussis = f->num[3],
		.number = f->num[4],
		.gravite = f->num[5],
		.off = f->num[6] != 0,
	};
	return true;
}

static struct date day_of(uint32_t n)
{
	return (struct date){ (int)(n / 10000), (int)(n / 100 % 100), (int)(n % 100) };
}

static struct str copy_str(struct str s)
{
	return (struct str){ copy(s), s.n };
}

static bool add_exemption(struct hostproc *h, const struct frame *f)
{
	if (h->state != HOST_LOADING || f->texts != 6 || h->exemptions_n == LIMIT_EXEMPTIONS)
		return false;
	if (h->exemptions == NULL)
		h->exemptions = calloc(LIMIT_EXEMPTIONS, sizeof *h->exemptions);
	if (h->exemptions == NULL)
		abort();
	h->exemptions[h->exemptions_n++] = (struct exemption){
		.id = copy_str(f->text[0]),
		.regle = copy_str(f->text[1]),
		.acte = copy_str(f->text[2]),
		.raison = copy_str(f->text[3]),
		.par = copy_str(f->text[4]),
		.collectivite = copy_str(f->text[5]),
		.du = day_of(f->num[0]),
		.jusqu_au = day_of(f->num[1]),
	};
	return true;
}

static bool add_reference(struct hostproc *h, const struct frame *f)
{
	if (h->state != HOST_LOADING || f->texts != 2 || h->references_n == REFERENCES)
		return false;
	h->references[h->references_n++] = (struct host_reference){ .word = copy(f->text[0]), .why = copy(f->text[1]), .former = f->num[0] != 0 };
	return true;
}

static bool become_ready(struct hostproc *h, const struct frame *f)
{
	if (h->state != HOST_LOADING || f->texts != 1 || f->text[0].n != 64)
		return false;
	memcpy(h->sha256, f->text[0].p, 64);
	h->live = f->num[0];
	h->kept = f->num[1];
	h->refused = f->num[2];
	h->essais = f->num[3];
	h->off = f->num[4];
	h->state = HOST_LIVE;
	alarm_off(h->slow);
	h->calls.ready(h->calls.ctx, h);
	return true;
}

/* False: not what a host says, or not now. */
static bool hear(struct hostproc *h)
{
	const struct frame *f = &h->in.frame;

	switch (f->type) {
	case FRAME_RULE:
		return add_rule(h, f);
	case FRAME_EXEMPTION:
		return add_exemption(h, f);
	case FRAME_REFERENCE:
		return add_reference(h, f);
	case FRAME_READY:
		return become_ready(h, f);
	case FRAME_FAILED:
		if (h->state != HOST_LOADING || f->texts != 1)
			return false;
		snprintf(h->failure, sizeof h->failure, "%.*s", STR_ARG(f->text[0]));
		return true;
	case FRAME_STARTED:
		if (h->state == HOST_LOADING || h->in.fds[0] < 0)
			return false;
		h->calls.started(h->calls.ctx, h, f->num[0], h->in.fds[0]);
		h->in.fds[0] = -1;
		return true;
	case FRAME_EXITED:
		if (h->state == HOST_LOADING)
			return false;
		h->calls.exited(h->calls.ctx, h, f->num[0], (int)f->num[1], f->num[2], f->num[3], f->num[4]);
		return true;
	default:
		return false;
	}
}

/* False: there is none for now, or the host is gone. */
static bool hear_one(struct hostproc *h)
{
	struct err e;

	switch (message_receive(h->socket, &h->in, &e)) {
	case MESSAGE_GOT:
		break;
	case MESSAGE_LATER:
		return false;
	case MESSAGE_CLOSED:
		end(h, NULL);
		return false;
	case MESSAGE_BAD:
		hostproc_condemn(h, e.msg);
		return false;
	}
	const bool ok = hear(h);
	message_close_fds(&h->in);
	if (!ok)
		hostproc_condemn(h, "message hors de propos");
	return ok;
}

/* Once it is loaded what it says ends no host, and what ended at the same moment is to be decided together; while it loads, one message a turn. */
static void on_readable(void *ctx)
{
	struct hostproc *h = ctx;
	const bool loads = h->state == HOST_LOADING;

	for (unsigned i = 0; i < 2 * LIMIT_IN_FLIGHT_MAX && hear_one(h) && !loads; i++)
		continue;
}

static void on_slow(void *ctx)
{
	hostproc_condemn(ctx, "les règles ne finissent pas de se charger");
}

struct hostproc *hostproc_start(struct event_base *base, const char *program, const char *conf,
				bool alone, const struct host_calls *c, struct err *e)
{
	int pair[2];
	struct hostproc *h;

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
		err_sys(e, "créer une paire de sockets");
		return NULL;
	}
	h = calloc(1, sizeof *h);
	if (h == NULL)
		abort();
	bool ok = spawn(program, conf, alone, pair[1], &h->pid, e);
	close(pair[1]);
	(void)fcntl(pair[0], F_SETFL, O_NONBLOCK);
	if (!ok) {
		close(pair[0]);
		free(h);
		return NULL;
	}
	h->socket = pair[0];
	h->calls = *c;
	h->readable = alarm_readable(base, h->socket, on_readable, h);
	h->slow = alarm_timer(base, on_slow, h);
	alarm_after(h->slow, LIMIT_HOST_LOAD_MS);
	return h;
}

bool hostproc_send(struct hostproc *h, const struct frame *job, const int *fds, unsigned fds_n, struct err *e)
{
	return message_send(h->socket, job, fds, fds_n, e);
}

void hostproc_drain(struct hostproc *h)
{
	h->state = HOST_DRAINING;
	if (h->jobs == 0)
		shutdown(h->socket, SHUT_WR);
}

struct host_rule *hostproc_rule(struct hostproc *h, uint32_t number)
{
	for (unsigned i = 0; number > 0 && i < h->rules_n; i++)
		if (h->rules[i].number == number)
			return &h->rules[i];
	return NULL;
}
