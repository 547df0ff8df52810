/* SPDX-License-Identifier: EUPL-1.2 */
/* Opening everything in the order in which it can fail, the signals, and the stop. systemd is told by sd_notify, which
 * does nothing without it.
 */
#include "supervisor.h"

#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include "ahead.h"
#include "clock.h"
#include "filing.h"
#include "intake.h"
#include "machine.h"
#include "rebuild.h"
#include "supervisor_priv.h"

#define LAST_RESORT_MS (LIMIT_CHILD_TOTAL_MS + 8000)
#define MIGRATION_TELL_MS 5000
#define MIGRATION_STEP_S 900

static void on_dispatch(void *ctx)
{
	facts_again(ctx);
	jobs_dispatch(ctx);
}

static void on_give_up(void *ctx)
{
	struct supervisor *s = ctx;

	news(NEWS_WARNING, "arrêt sans attendre %u document%s, %s au prochain démarrage", s->jobs_n, plural_s(s->jobs_n),
	     s->jobs_n > 1 ? "ils seront rejugés" : "il sera rejugé");
	loop_break(s->base);
}

static void on_stop(void *ctx)
{
	struct supervisor *s = ctx;

	if (s->state == STATE_STOPPING) {
		jobs_abandon(s);
		return;
	}
	sd_notify(0, "STOPPING=1");
	jobs_take_back(s);
	jobs_settle(s);
	news(NEWS_NOTICE, "arrêt demandé : %u document%s en cours", s->jobs_n, plural_s(s->jobs_n));
	s->state = STATE_STOPPING;
	admission_balance(s);
	if (s->jobs_n == 0)
		loop_break(s->base);
	else
		alarm_after(s->give_up, LAST_RESORT_MS);
}

static void on_reload(void *ctx)
{
	generations_reload(ctx);
}

static void on_look(void *ctx)
{
	generations_look(ctx);
	status_look(ctx);
}

static void on_rescan(void *ctx)
{
	struct supervisor *s = ctx;
	struct ledger_counts counts;
	struct err e;
	const int64_t n = queue_look_back(&s->queue, s->ledger, jobs_hold, s, &e);

	if (n < 0 || !ledger_count(s->ledger, &counts, &e)) {
		news(NEWS_ERR, "le registre ne dit pas ce qui est remis en attente : %s", e.msg);
	} else if (n > 0) {
		news(NEWS_NOTICE, "%lld document%s remis en attente", (long long)n, plural_s(n));
		s->backlog = counts.attente;
		s->pulse.moved_ms = clock_ms();
		s->admission.looks = 0; /* the quarantine has shrunk */
		admission_look(s);
		outbox_soon(&s->outbox);
		alarm_within(s->dispatch, 0);
	}
	intake_rescan(s->intake);
}

static void on_watchdog(void *ctx)
{
	struct supervisor *s = ctx;
	const bool idle = s->state != STATE_RUNNING || s->live == NULL || s->ledger_fails;
	const bool beats = pulse_beats(&s->pulse, clock_ms(), pulse_patience_ms(&s->now->c), s->backlog > 0, idle);

	if (beats)
		sd_notify(0, "WATCHDOG=1");
	else if (!s->standstill)
		news(NEWS_ERR, "%lld document%s et plus rien n'avance : le chien de garde n'est plus nourri", (long long)s->backlog,
		     s->backlog > 1 ? "s attendent" : " attend");
	s->standstill = !beats;
	alarm_after(s->watchdog, s->watchdog_ms);
}

static void on_sink_changed(void *ctx, enum sink_kind k, enum outlet_trouble trouble, const char *why)
{
	struct supervisor *s = ctx;

	if (trouble == OUTLET_LOSS)
		fact(s, NEWS_WARNING, EVENT_SERVICE, "sortie-perdue", NULL,
		     "%s %s pendant que le service tourne : la suite y est écrite ; ce qui y était est aussi dans le registre", s->now->c.alertes.fichier, why);
	else if (trouble == OUTLET_LEDGER_FAILS && why != NULL)
		fact(s, NEWS_ERR, EVENT_SERVICE, "livraison-non-inscrite", NULL,
		     "le registre n'inscrit pas ce que la sortie « %s » a pris, les mêmes lignes lui seront données de nouveau : %s", sink_word(k), why);
	else if (trouble == OUTLET_LEDGER_FAILS)
		fact(s, NEWS_NOTICE, EVENT_SERVICE, "livraison-inscrite", NULL, "le registre inscrit de nouveau ce que prend la sortie « %s »", sink_word(k));
	else if (why != NULL)
		fact(s, NEWS_ERR, EVENT_SERVICE, "sortie-en-panne", NULL,
		     "la sortie « %s » ne prend plus les alertes, elles attendent : %s", sink_word(k), why);
	else
		fact(s, NEWS_NOTICE, EVENT_SERVICE, "sortie-retablie", NULL,
		     "la sortie « %s » prend de nouveau les alertes", sink_word(k));
}

static void set_alarms(struct supervisor *s)
{
	uint64_t usec = 0;

	s->dispatch = alarm_timer(s->base, on_dispatch, s);
	s->settle = alarm_timer(s->base, jobs_settle, s);
	s->retry_host = alarm_timer(s->base, generations_retry, s);
	s->give_up = alarm_timer(s->base, on_give_up, s);
	s->watchdog = alarm_timer(s->base, on_watchdog, s);
	s->look = alarm_timer(s->base, on_look, s);
	s->admission.look = alarm_timer(s->base, admission_look, s);
	s->term = alarm_signal(s->base, SIGTERM, on_stop, s);
	s->intr = alarm_signal(s->base, SIGINT, on_stop, s);
	s->hup = alarm_signal(s->base, SIGHUP, on_reload, s);
	s->usr1 = alarm_signal(s->base, SIGUSR1, on_rescan, s);
	if (sd_watchdog_enabled(0, &usec) > 0) {
		s->watchdog_ms = (int64_t)(usec / 2000);
		on_watchdog(s);
	}
}

static void free_alarms(struct supervisor *s)
{
	struct alarm *all[] = {
		s->dispatch, s->settle, s->retry_host, s->give_up, s->watchdog, s->look, s->admission.look, s->term, s->intr, s->hup, s->usr1
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		alarm_free(all[i]);
}

/* Another program, another file or a person is needed, or time alone may help. */
static int status_of(const struct err *e)
{
	return e->code == ERR_VALUE || e->code == ERR_DAMAGED ? EXIT_LASTING : EXIT_STATE;
}

struct migration {
	int64_t began_ms, told_ms; /* 0: not */
	const char *is;		   /* when it is done */
};

/* systemd would end a start of TimeoutStartSec, and the next one would begin it again. The time asked for is that of the longest step in which SQLite
 * tells nothing: a commit, with all the pages that it writes. */
static void on_migrating(void *ctx, int from, int to)
{
	struct migration *m = ctx;
	const int64_t now = clock_ms();

	m->is = from == to ? "entier" : "à niveau";
	if (m->began_ms == 0 && from == to) {
		m->began_ms = now;
		news(NEWS_WARNING, "le registre a été écrit après son journal (une sauvegarde remise, ou une mort du service à cet instant) : il est vérifié, page par page");
	} else if (m->began_ms == 0) {
		m->began_ms = now;
		news(NEWS_NOTICE, "le registre est mis à niveau, de la version %d à la version %d, en une transaction : plus il est grand, plus c'est long", from, to);
	} else if (now - m->told_ms < MIGRATION_TELL_MS) {
		return;
	}
	m->told_ms = now;
	if (from == to)
		sd_notifyf(0, "EXTEND_TIMEOUT_USEC=%lld\nSTATUS=le registre est vérifié, depuis %lld s", MIGRATION_STEP_S * 1000000LL, (long long)(now - m->began_ms) / 1000);
	else
		sd_notifyf(0, "EXTEND_TIMEOUT_USEC=%lld\nSTATUS=le registre est mis à niveau, de la version %d à la version %d, depuis %lld s",
			   MIGRATION_STEP_S * 1000000LL, from, to, (long long)(now - m->began_ms) / 1000);
}

static struct ledger *open_ledger(const char *path, struct err *e)
{
	struct migration m = { 0 };
	struct ledger *l = ledger_open_slowly(path, on_migrating, &m, e);

	if (l != NULL && m.began_ms != 0) {
		sd_notifyf(0, "STATUS=le registre est %s, les règles se chargent", m.is);
		news(NEWS_NOTICE, "le registre est %s, en %lld s", m.is, (long long)(clock_ms() - m.began_ms) / 1000);
	}
	return l;
}

/* Before any record is made: a number that was told is not given again. */
static bool settle_numbers(struct supervisor *s, const char *path, struct err *e)
{
	struct ledger_last last;
	struct ahead ahead;

	if (!ledger_last(path, &last, e))
		return false;
	ahead_look(s->now->c.alertes.fichier, &last, &ahead);
	s->hour_us = last.received_us;
	s->ledger_behind = last.behind || ahead.seq > 0;
	s->ledger_begun_again = ahead.of_nothing;
	return ahead.seq == 0 || ledger_skip_to(s->ledger, ahead.seq, ahead.prev, e);
}

/* 0, or the exit status with *e. */
static int open_state(struct supervisor *s, struct err *e)
{
	const struct conf *c = &s->now->c;
	struct recovery r = { 0 };
	struct ledger_counts n;
	char path[4096], aside[64];
	bool rebuilt, older;
	int status;

	switch (spool_open(c->etat, &s->spool, e)) {
	case SPOOL_OPEN:
		break;
	case SPOOL_BUSY:
		return EXIT_BUSY;
	case SPOOL_FAILED:
		status = status_of(e);
		if (machine_state(c, e)) /* nothing to say of it but what failed */
			(void)conf_blame(c, "", "etat", e);
		return status;
	}
	snprintf(path, sizeof path, "%s/" LEDGER_NAME, c->etat);
	if (!rebuild_take_over(s->spool.etat, aside, &rebuilt, e))
		return status_of(e);
	s->ledger = open_ledger(path, e);
	if (s->ledger == NULL || !settle_numbers(s, path, e) || !spool_recover(&s->spool, s->ledger, c->depot, &r, e) ||
	    !ledger_after_death(s->ledger, &s->queue.suspects, &s->blamed, e) ||
	    !spool_archive_is_older(&s->spool, s->ledger, &older, e) || !ledger_count(s->ledger, &n, e))
		return status_of(e);
	s->ledger_begun_again |= older;
	ledger_wait_at_most(s->ledger, LIMIT_LEDGER_PAUSE_MS);
	s->backlog = n.attente;
	news(NEWS_INFO,
	     "reprise : %lld document%s en attente, %u rangé%s, %u retrouvé%s, %u copie%s abandonnée%s, %u fichier%s mis à l'écart",
	     (long long)n.attente, plural_s(n.attente), r.moved, plural_s(r.moved), r.found, plural_s(r.found), r.dropped, plural_s(r.dropped),
	     plural_s(r.dropped), r.stray, plural_s(r.stray));
	if (s->queue.suspects.n > 0)
		news(NEWS_WARNING, "le service s'était arrêté net pendant le jugement de %u document%s", s->queue.suspects.n,
		     s->queue.suspects.n > 1 ? "s, qui seront jugés un par un" : ", qui sera jugé seul");
	return 0;
}

static int open_all(struct supervisor *s, struct err *e)
{
	s->now = settings_load(s->conf_path, e);
	if (s->now == NULL)
		return EXIT_LASTING;
	int status = open_state(s, e);
	if (status != 0)
		return status;
	outbox_init(&s->outbox, s->base, s->ledger, s, on_sink_changed);
	outbox_configure(&s->outbox, &s->now->c);
	set_alarms(s);
	/* Larger than at any earlier start: whoever waits for a reload sees that one is done even across a restart. */
	s->files.asked = clock_day_us() / 1000000;
	s->files.watch = sources_open(s->base, generations_look, s);
	sources_print(&s->now->c, s->conf_path, s->files.print);
	sources_follow(s->files.watch, &s->now->c, s->conf_path);
	alarm_after(s->look, s->now->c.balayage_s * 1000);
	s->intake = arrivals_open(s, &s->now->c, e);
	if (s->intake == NULL)
		return e->code == ERR_BUSY ? EXIT_BUSY : EXIT_LASTING;
	/* Nothing is taken before there are rules to judge it by. */
	admission_look(s);
	s->since_us = clock_day_us();
	status_open(s, NULL);
	return 0;
}

/* What is still running is given up: its documents wait in the ledger. */
static void drop_jobs(struct supervisor *s)
{
	jobs_take_back(s);
	jobs_abandon(s);
	jobs_settle(s);
	for (struct hostproc *h = s->live; h != NULL; h = NULL)
		jobs_host_gone(s, h);
	for (struct hostproc *h = s->draining; h != NULL; h = h->next)
		jobs_host_gone(s, h);
}

static void close_all(struct supervisor *s)
{
	struct err e;

	drop_jobs(s);
	if (s->ledger != NULL) {
		ledger_wait_at_most(s->ledger, LIMIT_LEDGER_WAIT_MS); /* no loop turns any more */
		facts_again(s);
	}
	if (s->announced)
		fact(s, NEWS_NOTICE, EVENT_SERVICE, "arret", NULL, "scrutateur s'arrête, %lld document%s en attente",
		     (long long)s->backlog, plural_s(s->backlog));
	if (s->ledger != NULL && s->outbox.timer != NULL)
		outbox_drain(&s->outbox);
	if (s->announced && !ledger_landed(s->ledger, &e))
		news(NEWS_WARNING, "%s", e.msg);
	status_close(s);
	generations_end(s);
	sources_free(s->files.watch);
	intake_free(s->intake);
	queue_done(&s->queue);
	filing_end(s);
	outbox_done(&s->outbox);
	if (s->ledger != NULL)
		ledger_close(s->ledger);
	spool_close(&s->spool);
	free_alarms(s);
	loop_free(s->base);
}

/* "systemctl status" shows it when the journal has gone on. */
static void not_started(const struct supervisor *s, const char *why)
{
	news(NEWS_ERR, "%s", why);
	if (sd_notifyf(0, "STATUS=n'a pas pu démarrer : %s", why) > 0 && s->status == EXIT_LASTING)
		news(NEWS_ERR, "recommencer n'y changerait rien, systemd ne relance pas le service : une fois réparé, « systemctl start scrutateur »");
}

/* What a group of documents took is taken again by the next: given back to the system, each of its pages is a fault once more. */
static void keep_memory(void)
{
	(void)mallopt(M_TRIM_THRESHOLD, 8 * (int)MIB);
	(void)mallopt(M_MMAP_THRESHOLD, 4 * (int)MIB);
}

int supervisor_run(const char *conf_path, const char *program)
{
	static struct supervisor s;
	struct err e = { 0 };
	char why[800];

	memset(&s, 0, sizeof s);
	s.conf_path = conf_path;
	s.program = program;
	s.spool = (struct spool){ -1, -1, -1, -1, -1, -1, -1 };
	(void)signal(SIGPIPE, SIG_IGN);
	keep_memory();
	s.base = loop_new();
	queue_init(&s.queue);
	s.status = open_all(&s, &e);
	if (s.status != 0)
		not_started(&s, err_text(&e, why, sizeof why));
	else
		generations_start(&s);
	if (s.status == 0)
		loop_run(s.base);
	close_all(&s);
	return s.status;
}
