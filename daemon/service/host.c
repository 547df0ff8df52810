/* SPDX-License-Identifier: EUPL-1.2 */
/* The rule host. A plain poll loop over one socket and the pidfds of its children: it needs no timers (the supervisor
 * holds the clock) and no signals (a pidfd becomes readable when its child ends), and the less a process does that
 * forks for every document, the cheaper the forks are.
 */
#include "host.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "child.h"
#include "escape.h"
#include "bounds.h"
#include "heap.h"
#include "json.h"
#include "machine.h"
#include "message.h"
#include "seal.h"

struct running {
	uint32_t job;
	pid_t pid;
	int pidfd;
	uint32_t *step; /* a page shared with that child alone */
	bool scan;
};
struct host {
	const struct conf *conf;
	struct ruleset *rules;
	int socket;
	struct running at[LIMIT_IN_FLIGHT_MAX];
	unsigned n;
};

static bool say(struct host *h, const struct frame *f, const int *fd)
{
	struct err e;

	return message_send(h->socket, f, fd, fd != NULL, &e);
}

static uint32_t rule_number(const struct host *h, struct str id)
{
	size_t n;
	const struct rule_info *const *rules = ruleset_rules(h->rules, &n);

	for (size_t i = 0; i < n; i++)
		if (str_eq(rules[i]->id, id))
			return (uint32_t)i + 1;
	return 0;
}

static bool report_rule(struct host *h, const struct rule_report *r)
{
	const uint32_t number = r->state == RULE_REFUSED || r->off ? 0 : rule_number(h, r->id);
	char sentence[1024] = "";
	struct arena a;

	arena_init(&a, MIB);
	if (r->state != RULE_LIVE)
		err_text(&r->err, sentence, sizeof sentence);
	const struct frame f = {
		.type = FRAME_RULE,
		.num = { (uint32_t)r->state, r->err.line, r->essais, r->reussis, number, (uint32_t)r->gravite, r->off },
		.text = { escape_line(&a, r->id, 200), escape_line(&a, r->info.version, 200), escape_line(&a, r->file, 1024),
			  escape_line(&a, str_c(sentence), 2048), str_c(r->info.sha256), escape_line(&a, r->info.titre, 1024) },
		.texts = 6,
	};
	bool ok = say(h, &f, NULL);
	arena_done(&a);
	return ok;
}

static uint32_t day_number(struct date d)
{
	return (uint32_t)(d.year * 10000 + d.month * 100 + d.day);
}

static bool report_exemptions(struct host *h)
{
	const struct policy *p = ruleset_policy(h->rules);
	struct arena a;
	bool ok = true;

	arena_init(&a, 16 * MIB);
	for (size_t i = 0; ok && i < p->exemptions_n; i++) {
		const struct exemption *x = &p->exemptions[i];
		const struct frame f = {
			.type = FRAME_EXEMPTION,
			.num = { day_number(x->du), day_number(x->jusqu_au) },
			.text = { escape_line(&a, x->id, 1024), escape_line(&a, x->regle, 1024), escape_line(&a, x->acte, 1024),
				  escape_line(&a, x->raison, 2048), escape_line(&a, x->par, 1024), escape_line(&a, x->collectivite, 2048) },
			.texts = 6,
		};
		ok = say(h, &f, NULL);
	}
	arena_done(&a);
	return ok;
}

static bool report_reference(struct host *h, enum reference w, bool former, const struct err *why)
{
	char sentence[1024];
	struct arena a;

	arena_init(&a, MIB);
	const struct frame f = {
		.type = FRAME_REFERENCE,
		.num = { former },
		.text = { str_c(reference_word(w)), escape_line(&a, str_c(err_text(why, sentence, sizeof sentence)), 2048) },
		.texts = 2,
	};
	const bool ok = say(h, &f, NULL);
	arena_done(&a);
	return ok;
}

static bool report_references(struct host *h)
{
	bool ok = true;

	for (enum reference w = 0; ok && w < REFERENCES; w++) {
		const struct err *former = ruleset_former(h->rules, w), *unkept = ruleset_unkept(h->rules, w);
		if (former || unkept)
			ok = report_reference(h, w, former != NULL, former ? former : unkept);
	}
	return ok;
}

static bool report_set(struct host *h)
{
	size_t n;
	const struct rule_report *reports = ruleset_reports(h->rules, &n);
	uint32_t states[3] = { 0 }, essais = 0, off = 0;

	for (size_t i = 0; i < n; i++) {
		if (!report_rule(h, &reports[i]))
			return false;
		states[reports[i].state] += !reports[i].off;
		off += reports[i].off;
		essais += reports[i].essais;
	}
	if (!report_exemptions(h) || !report_references(h))
		return false;
	const struct frame f = {
		.type = FRAME_READY,
		.num = { states[RULE_LIVE], states[RULE_KEPT], states[RULE_REFUSED], essais, off },
		.text = { str_c(ruleset_sha256(h->rules)) },
		.texts = 1,
	};
	return say(h, &f, NULL);
}

static bool say_failed(struct host *h, const char *sentence)
{
	struct arena a;

	arena_init(&a, MIB);
	const struct frame f = { .type = FRAME_FAILED, .text = { escape_line(&a, str_c(sentence), 2048) }, .texts = 1 };
	(void)say(h, &f, NULL);
	arena_done(&a);
	return false;
}

/* A machine where children cannot be sealed would quarantine every document: better not to start. */
static bool sealing_works(struct host *h)
{
	int status = -1;
	struct err e;
	bool partial;
	pid_t pid = seal_prepare(&e) ? fork() : -1;

	if (pid == 0)
		_exit(seal_child(0, &partial, &e) ? 0 : 1);
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	return say_failed(h, "le confinement des processus ne fonctionne pas sur cette machine (seccomp)");
}

static bool load(struct host *h, bool alone)
{
	const struct conf *c = h->conf;
	char bons[4096], secours[4096], sentence[1024];
	const struct ruleset_paths p = {
		.regles = c->regles,
		.lua = c->lua,
		.exemples = c->exemples,
		.parametres = c->parametres,
		.collectivites = c->collectivites,
		.lexique = c->lexique,
		.reglages = c->reglages,
		.bons = bons,
		.secours = secours,
		.use_secours = alone,
	};
	struct err e, gone;

	snprintf(bons, sizeof bons, "%s/regles-bonnes", c->etat);
	snprintf(secours, sizeof secours, "%s/references-bonnes", c->etat);
	if (!sealing_works(h))
		return false;
	if (ruleset_load(&p, &h->rules, &e))
		return report_set(h);
	return say_failed(h, err_text(machine_sources(c, &gone) ? &e : &gone, sentence, sizeof sentence));
}

/* "3,7": what the supervisor has seen run out of time. */
static void read_numbers(struct str list, bool out[LIMIT_RULES])
{
	for (size_t at = 0; at < list.n;) {
		size_t comma = str_find(list, STR(","), at);
		int64_t v;
		if (comma == STR_NONE)
			comma = list.n;
		if (str_int(str_part(list, at, comma), &v) && v >= 0 && v < LIMIT_RULES)
			out[v] = true;
		at = comma + 1;
	}
}

/* At most as many as there are texts for; a descriptor that did not come is -1. */
static void read_sides(const struct message *m, struct child_job *job)
{
	unsigned fd = 3;

	for (unsigned at = FRAME_JOB_SIDES; at + 1 < m->frame.texts; at += 2) {
		const unsigned i = (at - FRAME_JOB_SIDES) / 2;

		job->sides[job->sides_n++] = (struct document_side){ .fd = (m->frame.num[2] >> i & 1) != 0 ? m->fds[fd++] : -1,
								     .nom = m->frame.text[at],
								     .sha256 = m->frame.text[at + 1] };
	}
}

static bool is_job(const struct frame *f)
{
	return f->type == FRAME_JOB && f->texts >= FRAME_JOB_SIDES && f->texts % 2 == 0 && f->texts <= FRAME_JOB_SIDES + 2 * LIMIT_SIDE_FILES &&
	       f->num[2] < 1U << LIMIT_SIDE_FILES;
}

static _Noreturn void become_child(struct host *h, const struct message *m, uint32_t *step)
{
	bool skip[LIMIT_RULES] = { false }, suspended[LIMIT_RULES] = { false };
	struct child_job job = {
		.fd = m->fds[0],
		.out = m->fds[1],
		.text = m->fds[2],
		.path = m->frame.text[1],
		.conf = h->conf,
		.recognise = m->frame.num[1] != 0,
		.brief = true,
		.step = step,
		.skip = skip,
		.suspended = suspended,
	};

	read_numbers(m->frame.text[2], skip);
	read_numbers(m->frame.text[3], suspended);
	read_sides(m, &job);
	child_run(h->rules, &job, true);
}

/* Not even started: no STARTED comes before it. */
static bool say_no_child(struct host *h, uint32_t job)
{
	return say(h, &(struct frame){ .type = FRAME_EXITED, .num = { job } }, NULL);
}

static bool fork_child(struct host *h, const struct message *m, struct running *r)
{
	r->pid = fork();
	if (r->pid == 0)
		become_child(h, m, r->step);
	if (r->pid < 0)
		return false;
	/* No other child gets that page. */
	r->pidfd = madvise(r->step, sizeof *r->step, MADV_DONTFORK) == 0 ? pidfd_open(r->pid, 0) : -1;
	if (r->pidfd >= 0)
		return true;
	kill(r->pid, SIGKILL);
	waitpid(r->pid, NULL, 0);
	return false;
}

static bool start_job(struct host *h, struct message *m)
{
	const uint32_t job = m->frame.num[0];
	struct running r = { .job = job, .scan = m->frame.num[1] != 0 };

	if (h->n == LIMIT_IN_FLIGHT_MAX || m->fds[2] < 0)
		return say_no_child(h, job);
	r.step = mmap(NULL, sizeof *r.step, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (r.step == MAP_FAILED)
		return say_no_child(h, job);
	if (!fork_child(h, m, &r)) {
		munmap(r.step, sizeof *r.step);
		return say_no_child(h, job);
	}
	h->at[h->n++] = r;
	return say(h, &(struct frame){ .type = FRAME_STARTED, .num = { job } }, &r.pidfd);
}

static uint32_t cpu_ms(const struct rusage *u)
{
	return (uint32_t)((u->ru_utime.tv_sec + u->ru_stime.tv_sec) * 1000 +
			  (u->ru_utime.tv_usec + u->ru_stime.tv_usec) / 1000);
}

static bool reap(struct host *h, unsigned i)
{
	const struct running r = h->at[i];
	struct rusage u = { 0 };
	int status = 0;

	while (wait4(r.pid, &status, 0, &u) < 0 && errno == EINTR)
		continue;
	close(r.pidfd);
	h->at[i] = h->at[--h->n];
	const struct frame f = { .type = FRAME_EXITED,
				 .num = { r.job, (uint32_t)status, (uint32_t)u.ru_maxrss, cpu_ms(&u), *r.step } };
	munmap(r.step, sizeof *r.step);
	return say(h, &f, NULL);
}

/* Texts beyond `enfants` wait in the socket, so that one begins when another ends, whatever the supervisor is busy with. */
static bool has_a_place(const struct host *h)
{
	int64_t texts = 0;

	for (unsigned i = 0; i < h->n; i++)
		texts += !h->at[i].scan;
	return texts < h->conf->enfants;
}

static int serve(struct host *h)
{
	static struct message m;
	struct pollfd p[LIMIT_IN_FLIGHT_MAX + 1];
	struct err e;

	for (;;) {
		p[0] = (struct pollfd){ .fd = h->socket, .events = has_a_place(h) ? POLLIN : 0 };
		for (unsigned i = 0; i < h->n; i++)
			p[i + 1] = (struct pollfd){ .fd = h->at[i].pidfd, .events = POLLIN };
		if (poll(p, h->n + 1, -1) < 0 && errno != EINTR)
			return 1;
		/* Backwards: reaping moves the last one into the hole. */
		for (unsigned i = h->n; i > 0; i--)
			if (p[i].revents != 0 && !reap(h, i - 1))
				return 1;
		if (p[0].revents == 0)
			continue;
		enum message_end end = message_receive(h->socket, &m, &e);
		if (end != MESSAGE_GOT || !is_job(&m.frame))
			return end == MESSAGE_CLOSED ? 0 : 1;
		bool ok = start_job(h, &m);
		message_close_fds(&m);
		if (!ok)
			return 1;
	}
}

/* Once here, not in every child: a seed for jansson (it would look for /dev/urandom behind the seal), the time zone. */
static void warm_up(void)
{
	struct err e;

	(void)json_read(STR("{}"), NULL, NULL, &e);
	tzset();
}

int host_main(const struct conf *c, bool alone, int socket)
{
	struct host h = { .conf = c, .socket = socket };

	/* No supervisor, no host: also while rules are being tested and nobody reads the socket. */
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	(void)signal(SIGPIPE, SIG_IGN);
	heap_begin();
	if (!load(&h, alone))
		return 2;
	warm_up();
	heap_settle();
	int status = serve(&h);
	/* Children that still run go with this process (PDEATHSIG of the seal). */
	ruleset_free(h.rules);
	return status;
}
