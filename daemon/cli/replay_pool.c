/* SPDX-License-Identifier: EUPL-1.2 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bounds.h"
#include "child.h"
#include "clock.h"
#include "progress.h"
#include "replay.h"

#define ANSWER_MAX (64 * MIB)

struct slot {
	pid_t pid; /* 0: free */
	int fd;
	size_t document;
	struct buf in;
	int64_t deadline;
};
struct pool {
	struct replay *rp;
	struct slot slots[LIMIT_IN_FLIGHT_MAX];
	size_t n, next, busy;
};

static volatile sig_atomic_t stop;

static void on_interrupt(int sig)
{
	(void)sig;
	stop = 1;
}

/* The second one kills, as everywhere. */
static void catch_interrupt(void)
{
	struct sigaction a = { .sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND };

	stop = 0;
	(void)sigemptyset(&a.sa_mask);
	(void)sigaction(SIGINT, &a, NULL);
}

static bool start(struct pool *p, struct slot *s, struct err *e)
{
	int fds[2];

	if (pipe(fds) != 0)
		return err_sys(e, "créer un tube");
	progress_file((int)p->next);
	s->pid = fork();
	if (s->pid == 0) {
		progress_forget();
		(void)signal(SIGINT, SIG_DFL);
		replay_child(p->rp, &p->rp->documents.at[p->next], fds[1]);
	}
	(void)close(fds[1]);
	if (s->pid < 0) {
		s->pid = 0;
		(void)close(fds[0]);
		return err_sys(e, "créer un processus");
	}
	s->fd = fds[0];
	s->document = p->next++;
	s->deadline = clock_ms() + LIMIT_CHILD_TOTAL_MS;
	buf_init(&s->in, ANSWER_MAX);
	p->busy++;
	return true;
}

static void unread(struct replay *rp, struct replay_outcome *o, struct str reason)
{
	o->reason = reason;
	o->read = false;
	rp->unread++;
}

static void conclude(struct pool *p, struct slot *s, const char *cause, int status)
{
	struct replay *rp = p->rp;
	struct replay_outcome *o = &rp->outcomes[s->document];
	char how[CHILD_END_TEXT];

	o->done = true;
	if (cause != NULL)
		unread(rp, o, str_c(cause));
	else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		unread(rp, o, arena_printf(&rp->a, "l'analyse s'est arrêtée : %s", child_end_text(status, how)));
	else if (s->in.full || !replay_take(rp, o, buf_view(&s->in)))
		unread(rp, o, STR("l'analyse s'est arrêtée : réponse incomplète"));
	else if (!o->read)
		rp->unread++;
	else
		rp->read++;
	rp->actes += o->read ? o->actes : 0;
}

/* `cause`: it is killed for that reason. */
static void end(struct pool *p, struct slot *s, const char *cause)
{
	int status = 0;

	if (cause != NULL)
		(void)kill(s->pid, SIGKILL);
	while (waitpid(s->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	if (!stop)
		conclude(p, s, cause, status);
	(void)close(s->fd);
	buf_done(&s->in);
	s->pid = 0;
	p->busy--;
}

static void listen_to(struct pool *p, struct slot *s)
{
	char chunk[65536];
	ssize_t n = read(s->fd, chunk, sizeof chunk);

	if (n > 0) {
		buf_add(&s->in, chunk, (size_t)n);
		s->deadline = clock_ms() + LIMIT_CHILD_TOTAL_MS;
	} else if (n == 0 || errno != EINTR) {
		end(p, s, NULL);
	}
}

static void wait_for_one(struct pool *p)
{
	struct pollfd fds[LIMIT_IN_FLIGHT_MAX];
	struct slot *of[LIMIT_IN_FLIGHT_MAX];
	int64_t now = clock_ms(), first = now + LIMIT_CHILD_TOTAL_MS;
	nfds_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		struct slot *s = &p->slots[i];

		if (s->pid == 0)
			continue;
		first = s->deadline < first ? s->deadline : first;
		of[n] = s;
		fds[n++] = (struct pollfd){ .fd = s->fd, .events = POLLIN };
	}
	int ready = poll(fds, n, first > now ? (int)(first - now) : 0);
	now = clock_ms();
	for (nfds_t i = 0; i < n; i++) {
		if (ready > 0 && fds[i].revents != 0)
			listen_to(p, of[i]);
		else if (now >= of[i]->deadline)
			end(p, of[i], "analyse interrompue : délai dépassé");
	}
}

static bool work(struct pool *p, struct err *e)
{
	bool ok = true;

	while (!stop && ok && (p->busy > 0 || p->next < p->rp->documents.n)) {
		for (size_t i = 0; ok && i < p->n && p->next < p->rp->documents.n; i++)
			ok = p->slots[i].pid != 0 || start(p, &p->slots[i], e);
		if (ok)
			wait_for_one(p);
	}
	for (size_t i = 0; i < p->n; i++)
		if (p->slots[i].pid != 0)
			end(p, &p->slots[i], "analyse interrompue");
	return ok;
}

bool replay_run(struct replay *rp, struct err *e)
{
	const long cores = sysconf(_SC_NPROCESSORS_ONLN);
	struct pool p = { .rp = rp, .n = cores < 1 ? 1 : cores > LIMIT_IN_FLIGHT_MAX ? LIMIT_IN_FLIGHT_MAX : (size_t)cores };
	char **names = ARENA_ARRAY(&rp->a, rp->documents.n, char *);

	rp->outcomes = ARENA_ARRAY(&rp->a, rp->documents.n, struct replay_outcome);
	for (size_t i = 0; i < rp->documents.n; i++) {
		rp->outcomes[i].document = &rp->documents.at[i];
		names[i] = (char *)(uintptr_t)rp->documents.at[i].path;
	}
	(void)fflush(stdout);
	catch_interrupt();
	progress_begin(names, (int)rp->documents.n);
	bool ok = work(&p, e);
	progress_end();
	(void)signal(SIGINT, SIG_DFL);
	rp->interrupted = stop != 0;
	return ok;
}
