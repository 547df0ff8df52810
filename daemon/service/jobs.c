/* SPDX-License-Identifier: EUPL-1.2 */
/* A job is one attempt at one document: a pipe to its child, a clock, and what became of it. The clock is here and not
 * in the host because the host forks for everybody and must never wait; the kill goes through a pidfd so that it can
 * only hit that child.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <unistd.h>

#include "clock.h"
#include "extract.h"
#include "intake.h"
#include "supervisor_priv.h"

#define GRACE_MS 5000 /* between the kill and the end of the process */

static struct job *job_of(struct supervisor *s, const struct hostproc *h, uint32_t number)
{
	for (struct job *j = s->jobs; j != NULL; j = j->next)
		if (j->number == number && j->host == h)
			return j;
	return NULL;
}

bool jobs_hold(void *ctx, int64_t id)
{
	const struct supervisor *s = ctx;

	for (const struct job *j = s->jobs; j != NULL; j = j->next)
		if (j->w->doc.id == id)
			return true;
	return false;
}

static void job_free(struct job *j)
{
	struct job **at = &j->s->jobs;

	while (*at != j)
		at = &(*at)->next;
	*at = j->next;
	for (struct waiting *w = j->twins, *next; w != NULL; w = next) {
		next = w->next;
		queue_push_front(&j->s->queue, w);
	}
	j->s->jobs_n--;
	j->s->scans_n -= j->in_slow_lane;
	alarm_free(j->readable);
	alarm_free(j->clock);
	if (j->pipe >= 0)
		close(j->pipe);
	if (j->pidfd >= 0)
		close(j->pidfd);
	close(j->text);
	answer_done(&j->answer);
	free(j);
}

static void finish(struct job *j)
{
	struct supervisor *s = j->s;
	struct hostproc *h = j->host;
	/* A fork that fails for want of processes or memory fails again at once. */
	const bool breathless = !j->started && !j->host_gone;

	s->pulse.moved_ms = clock_ms();
	outcome(j);
	job_free(j);
	if (h != NULL && --h->jobs == 0 && h->state == HOST_DRAINING)
		hostproc_drain(h);
	if (s->state == STATE_STOPPING && s->jobs_n == 0)
		loop_break(s->base);
	else
		alarm_within(s->dispatch, breathless ? RETRY_MS : 0);
}

static void check(struct job *j)
{
	if (j->exited && (j->eof || !j->started))
		finish(j);
}

static void wind(struct job *j)
{
	int64_t now = clock_ms(), step = j->s->now->c.limites.delai_ms;

	/* A tool has its own clock, in the child: there must only be signs of life. */
	if (j->answer.tool) {
		step = LIMIT_TOOL_SILENCE_MS;
		j->end_ms = now + LIMIT_CHILD_TOTAL_MS < j->last_ms ? now + LIMIT_CHILD_TOTAL_MS : j->last_ms;
	}
	int64_t left = j->end_ms - now;
	alarm_after(j->clock, left < step ? (left > 0 ? left : 0) : step);
}

static void kill_child(struct job *j)
{
	if (j->pidfd >= 0)
		(void)pidfd_send_signal(j->pidfd, SIGKILL, NULL, 0);
}

static void on_clock(void *ctx)
{
	struct job *j = ctx;

	if (!j->late && !j->exited) {
		j->late = true;
		kill_child(j);
		alarm_after(j->clock, GRACE_MS);
	} else if (j->exited) {
		finish(j); /* somebody else holds the pipe: what was said is all there will be */
	} else {
		hostproc_condemn(j->host, "ne répond plus");
	}
}

static void end_of_pipe(struct job *j)
{
	alarm_free(j->readable);
	j->readable = NULL;
	close(j->pipe);
	j->pipe = -1;
	j->eof = true;
}

/* False at the end of the pipe, or when the child is condemned and nobody needs the rest. */
static bool read_some(struct job *j)
{
	char chunk[65536];
	bool alive = false;
	ssize_t n = read(j->pipe, chunk, sizeof chunk);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return true;
	if (n <= 0) {
		end_of_pipe(j);
		return false;
	}
	if (!answer_feed(&j->answer, chunk, (size_t)n, &alive)) {
		kill_child(j);
		end_of_pipe(j);
		return false;
	}
	if (alive && !j->late && !j->exited)
		wind(j);
	return true;
}

static void on_readable(void *ctx)
{
	struct job *j = ctx;

	if (!read_some(j))
		check(j);
}

void jobs_started(void *ctx, struct hostproc *h, uint32_t number, int pidfd)
{
	struct job *j = job_of(ctx, h, number);

	if (j == NULL || j->pidfd >= 0) {
		close(pidfd);
		return;
	}
	j->pidfd = pidfd;
	j->started = true;
	if (j->late || j->answer.condemned || j->abandoned)
		kill_child(j);
}

void jobs_exited(void *ctx, struct hostproc *h, uint32_t number, int status, uint32_t rss_kib, uint32_t cpu_ms)
{
	struct job *j = job_of(ctx, h, number);

	if (j == NULL || j->exited)
		return;
	j->exited = true;
	j->status = status;
	j->rss_kib = rss_kib;
	j->cpu_ms = cpu_ms;
	alarm_after(j->clock, GRACE_MS);
	check(j);
}

void jobs_host_gone(struct supervisor *s, struct hostproc *h)
{
	const bool alone = h->jobs == 1;

	for (struct job *j = s->jobs, *next; j != NULL; j = next) {
		next = j->next;
		if (j->host != h)
			continue;
		kill_child(j);
		/* What is in the pipe counts: the answer may be whole. */
		for (int i = 0; i < 1024 && !j->eof && read_some(j); i++)
			continue;
		j->host_gone = true;
		j->was_alone = alone;
		j->host = NULL;
		finish(j);
	}
}

void jobs_abandon(struct supervisor *s)
{
	for (struct job *j = s->jobs; j != NULL; j = j->next) {
		j->abandoned = true;
		kill_child(j);
	}
}

static struct job *job_new(struct supervisor *s, struct waiting *w, int pipe_end, int text)
{
	struct job *j = calloc(1, sizeof *j);

	if (j == NULL)
		abort();
	*j = (struct job){ .s = s, .w = w, .host = s->live, .number = ++s->job_number, .pipe = pipe_end, .pidfd = -1, .text = text };
	j->in_slow_lane = w->scan;
	answer_init(&j->answer);
	s->pulse.moved_ms = clock_ms();
	j->end_ms = s->pulse.moved_ms + LIMIT_CHILD_TOTAL_MS;
	j->last_ms = j->end_ms + extract_longest_ms(&s->now->c);
	j->readable = alarm_readable(s->base, pipe_end, on_readable, j);
	j->clock = alarm_timer(s->base, on_clock, j);
	wind(j);
	j->next = s->jobs;
	s->jobs = j;
	s->jobs_n++;
	s->scans_n += w->scan;
	s->live->jobs++;
	return j;
}

/* The attempt is counted: from here on it ends in a job or is taken back. */
static bool launch(struct supervisor *s, struct waiting *w, int document, struct err *e)
{
	int p[2], text = memfd_create("texte", MFD_CLOEXEC);

	if (text < 0)
		return err_sys(e, "créer un fichier en mémoire");
	if (pipe2(p, O_CLOEXEC) != 0) {
		close(text);
		return err_sys(e, "créer un tube");
	}
	bool ok = fcntl(p[0], F_SETFL, O_NONBLOCK) == 0 && order_send(s, w, document, p[1], text, e);
	close(p[1]);
	if (ok) {
		(void)job_new(s, w, p[0], text);
	} else {
		close(p[0]);
		close(text);
	}
	return ok;
}

/* Set aside without an attempt, or another one: true. */
static bool tried_enough(struct supervisor *s, struct waiting *w)
{
	const bool blamed = w->doc.id == s->blamed;
	char sentence[160];

	if (intake_names_annex(w->doc.nom)) {
		outcome_refuse(s, w, "annexe", "annexe d'un acte, d'après son nom @CTES, venue sans lui : elle n'est pas jugée ; "
			       "pour la faire juger, déposez-la sous un autre nom");
		return true;
	}
	if (!blamed && w->doc.attempts < LIMIT_ATTEMPTS)
		return false;
	snprintf(sentence, sizeof sentence,
		 blamed ? "le service s'est arrêté net %d fois de suite pendant qu'il ne jugeait que ce document"
			: "le document n'a pas pu être jugé en %d essais",
		 blamed ? LIMIT_DEATHS_ALONE : LIMIT_ATTEMPTS);
	outcome_refuse(s, w, "echec", sentence);
	return true;
}

static void attempt(struct supervisor *s, struct waiting *w)
{
	struct err e = { 0 };
	struct ledger_flight others = { 0 };
	const struct ledger_flight it = { .ids = { w->doc.id }, .n = 1 };

	for (const struct job *j = s->jobs; j != NULL; j = j->next)
		others.ids[others.n++] = j->w->doc.id;
	const int document = spool_document(&s->spool, w->doc.spool, &e);
	if (document < 0 && e.code == ERR_SYS && e.sys == ENOENT) {
		outcome_refuse(s, w, "disparu", "la copie du document n'est plus dans le répertoire d'état");
		return;
	}
	if (document < 0 || !ledger_attempt(s->ledger, &it, &others, &w->doc.attempts, &e)) {
		if (document >= 0)
			close(document);
		outcome_ledger_failed(s, w, &e);
		return;
	}
	if (!launch(s, w, document, &e)) {
		outcome_give_back(s, w, false);
		alarm_after(s->dispatch, RETRY_MS);
	}
	close(document);
}

static void begin(struct supervisor *s, struct waiting *w)
{
	struct err e = { 0 };
	bool known = false;

	if (repeats_held(s, w))
		return;
	if (!repeats_known(s, w, &known, &e))
		outcome_ledger_failed(s, w, &e);
	else if (known)
		waiting_free(w);
	else if (!tried_enough(s, w))
		attempt(s, w);
}

/* A suspect in flight is alone. */
static bool may_begin_any(const struct supervisor *s)
{
	return s->state == STATE_RUNNING && s->live != NULL && s->jobs_n < LIMIT_IN_FLIGHT_MAX &&
	       (s->jobs == NULL || !s->jobs->w->suspect);
}

static bool may_begin(const struct supervisor *s)
{
	return may_begin_any(s) && s->jobs_n - s->scans_n < (unsigned)s->now->c.enfants;
}

/* Back in front until nothing else is under way: the end of a job comes here again. */
static bool must_wait(struct supervisor *s, struct waiting *w)
{
	if (!w->suspect || s->jobs_n == 0)
		return false;
	queue_push_front(&s->queue, w);
	return true;
}

/* A lane of their own: recognising takes seconds a page, and no text waits for it. False: nothing else may begin, a suspect waits. */
static bool dispatch_scans(struct supervisor *s)
{
	struct waiting *w;

	while (may_begin_any(s) && s->scans_n < (unsigned)s->now->c.ocr.enfants) {
		const unsigned before = s->scans_n;
		w = queue_pop_scan(&s->queue);
		if (w == NULL)
			return true;
		if (must_wait(s, w))
			return false;
		begin(s, w);
		if (s->scans_n == before)
			return true; /* refused, or given back: the alarm that was set comes again */
	}
	return true;
}

void jobs_dispatch(struct supervisor *s)
{
	const unsigned room = (unsigned)s->now->c.enfants;
	struct waiting *w;
	struct err e;

	if (!dispatch_scans(s))
		return;
	/* Bounded: a document that is refused on the spot makes no job. */
	for (unsigned i = 0; i <= room && may_begin(s); i++) {
		w = queue_pop(&s->queue, s->ledger, &e);
		if (w == NULL) {
			if (e.code != ERR_NONE)
				outcome_ledger_failed(s, NULL, &e);
			return;
		}
		if (must_wait(s, w))
			return;
		begin(s, w);
		if (s->ledger_fails && s->jobs_n == 0)
			return;
	}
	if (may_begin(s))
		alarm_within(s->dispatch, 1);
}
