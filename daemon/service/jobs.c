/* SPDX-License-Identifier: EUPL-1.2 */
/* A job is one attempt at one document: a pipe to its child, a clock, and what became of it. The clock is here and not
 * in the host because the host forks for everybody and must never wait; the kill goes through a pidfd so that it can
 * only hit that child.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <unistd.h>

#include "clock.h"
#include "extract.h"
#include "supervisor_priv.h"

#define GRACE_MS 5000 /* between the kill and the end of the process */
#define LISTEN_MS 50  /* most children have said all before that: their answer is read once, at their end */
#define SETTLE_MS 50  /* an answer waits so long for others to be decided with it */

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

unsigned jobs_count(const struct supervisor *s, enum job_state state, bool scans)
{
	unsigned n = 0;

	for (const struct job *j = s->jobs; j != NULL; j = j->next)
		n += j->state == state && j->in_slow_lane == scans;
	return n;
}

struct job *job_new(struct supervisor *s, struct waiting *w, int document)
{
	struct job *j = calloc(1, sizeof *j), **end = &s->jobs;

	if (j == NULL)
		abort();
	*j = (struct job){ .s = s, .w = w, .in_slow_lane = w->scan, .document = document, .pipe = -1, .pidfd = -1, .text = -1 };
	answer_init(&j->answer);
	while (*end != NULL)
		end = &(*end)->next;
	*end = j;
	s->jobs_n++;
	return j;
}

static void close_if_open(int fd)
{
	if (fd >= 0)
		close(fd);
}

void job_free(struct job *j)
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
	alarm_free(j->readable);
	alarm_free(j->clock);
	close_if_open(j->document);
	close_if_open(j->pipe);
	close_if_open(j->pidfd);
	close_if_open(j->text);
	answer_done(&j->answer);
	free(j);
}

/* A fork that fails for want of processes or memory fails again at once. */
static bool is_breathless(const struct job *j)
{
	return !j->started && !j->host_gone;
}

static size_t answered(const struct supervisor *s)
{
	size_t bytes = 0;

	for (const struct job *j = s->jobs; j != NULL; j = j->next)
		bytes += j->state == JOB_ENDED ? j->answer.bytes.n : 0;
	return bytes;
}

/* Its decision waits for others only where others wait for its place: one document alone waits for nobody. Nor does what went wrong, which may
 * change what the next one is told. */
static void end(struct job *j)
{
	struct supervisor *s = j->s;
	const bool well = j->answer.end && !j->late && !j->host_gone;

	j->state = JOB_ENDED;
	s->quick = j->in_slow_lane ? s->quick : well && !j->listened;
	alarm_free(j->readable);
	alarm_free(j->clock);
	j->readable = j->clock = NULL;
	s->pulse.moved_ms = clock_ms();
	const bool waits = well && jobs_count(s, JOB_COUNTED, false) > 0 && jobs_count(s, JOB_ENDED, false) < LIMIT_AHEAD &&
			   answered(s) < LIMIT_GROUP_BYTES;
	alarm_within(s->settle, waits ? SETTLE_MS : 0);
	if (well)
		alarm_within(s->dispatch, 0);
	else
		alarm_off(s->dispatch);
}

void jobs_settle(void *ctx)
{
	struct supervisor *s = ctx;
	bool breathless = false;

	if (jobs_count(s, JOB_ENDED, false) + jobs_count(s, JOB_ENDED, true) == 0)
		return;
	outcome_all(s);
	for (struct job *j = s->jobs, *next; j != NULL; j = next) {
		next = j->next;
		if (j->state != JOB_ENDED)
			continue;
		struct hostproc *h = j->host;
		breathless |= is_breathless(j);
		job_free(j);
		if (h != NULL && --h->jobs == 0 && h->state == HOST_DRAINING)
			hostproc_drain(h);
	}
	if (s->state == STATE_STOPPING && s->jobs_n == 0)
		loop_break(s->base);
	else
		alarm_within(s->dispatch, breathless ? RETRY_MS : 0);
}

static void check(struct job *j)
{
	if (j->exited && (j->eof || !j->started))
		end(j);
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

static void on_readable(void *ctx);

static void begin_to_listen(struct job *j)
{
	j->listened = true;
	j->readable = alarm_readable(j->s->base, j->pipe, on_readable, j);
}

/* Its turn has not come: the clocks of those before it are running. */
static bool is_behind(const struct job *j)
{
	for (const struct job *k = j->s->jobs; k != NULL; k = k->next)
		if (k->state == JOB_RUNNING && k->host == j->host && k->started && !k->exited)
			return true;
	return clock_ms() - j->host->moved_ms < GRACE_MS;
}

static void on_clock(void *ctx)
{
	struct job *j = ctx;

	if (!j->started && !j->exited && is_behind(j)) {
		alarm_after(j->clock, GRACE_MS);
	} else if (!j->started && !j->exited) {
		hostproc_condemn(j->host, "ne répond plus");
	} else if (j->readable == NULL && !j->eof) {
		begin_to_listen(j);
		wind(j);
	} else if (!j->late && !j->exited) {
		j->late = true;
		kill_child(j);
		alarm_after(j->clock, GRACE_MS);
	} else if (j->exited) {
		end(j); /* somebody else holds the pipe: what was said is all there will be */
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

/* False when there is nothing for now; at the end of the pipe; when the child is condemned and nobody needs the rest. */
static bool read_some(struct job *j)
{
	static char chunk[256 * KIB]; /* most answers whole */
	bool alive = false;
	ssize_t n = read(j->pipe, chunk, sizeof chunk);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return errno == EINTR;
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

	(void)read_some(j);
	check(j);
}

static void read_the_rest(struct job *j)
{
	while (!j->eof && read_some(j))
		continue;
}

void jobs_started(void *ctx, struct hostproc *h, uint32_t number, int pidfd)
{
	struct job *j = job_of(ctx, h, number);

	if (j == NULL || j->pidfd >= 0 || j->state != JOB_RUNNING) {
		close(pidfd);
		return;
	}
	j->pidfd = pidfd;
	j->started = true;
	h->moved_ms = clock_ms();
	j->end_ms = h->moved_ms + LIMIT_CHILD_TOTAL_MS;
	j->last_ms = j->end_ms + extract_longest_ms(&j->s->now->c);
	alarm_after(j->clock, LISTEN_MS);
	if (j->late || j->answer.condemned || j->abandoned)
		kill_child(j);
}

void jobs_exited(void *ctx, struct hostproc *h, uint32_t number, int status, uint32_t rss_kib, uint32_t cpu_ms, uint32_t step)
{
	struct job *j = job_of(ctx, h, number);

	if (j == NULL || j->exited || j->state != JOB_RUNNING)
		return;
	j->exited = true;
	h->moved_ms = clock_ms();
	j->status = status;
	j->rss_kib = rss_kib;
	j->cpu_ms = cpu_ms;
	read_the_rest(j);
	/* Later than its last sign of life. */
	if (step > 0)
		j->answer.step = step;
	if (!j->eof && j->readable == NULL)
		begin_to_listen(j);
	alarm_after(j->clock, GRACE_MS);
	check(j);
}

void jobs_host_gone(struct supervisor *s, struct hostproc *h)
{
	jobs_settle(s); /* those that ended name it */
	const bool alone = h->jobs == 1;

	for (struct job *j = s->jobs; j != NULL; j = j->next) {
		if (j->host != h)
			continue;
		kill_child(j);
		/* What is in the pipe counts: the answer may be whole. */
		read_the_rest(j);
		j->host_gone = true;
		j->was_alone = alone || j->w->suspect;
		j->host = NULL;
		end(j);
	}
	jobs_settle(s);
}

void jobs_abandon(struct supervisor *s)
{
	for (struct job *j = s->jobs; j != NULL; j = j->next) {
		j->abandoned = j->state == JOB_RUNNING;
		kill_child(j);
	}
}

void job_begin(struct job *j, int pipe_end, int text)
{
	struct supervisor *s = j->s;

	j->state = JOB_RUNNING;
	j->host = s->live;
	j->number = ++s->job_number;
	j->pipe = pipe_end;
	j->text = text;
	close(j->document);
	j->document = -1;
	s->pulse.moved_ms = clock_ms();
	if (s->live->jobs++ == 0)
		s->live->moved_ms = s->pulse.moved_ms;
	j->clock = alarm_timer(s->base, on_clock, j);
	alarm_after(j->clock, GRACE_MS);
}
