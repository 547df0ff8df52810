/* SPDX-License-Identifier: EUPL-1.2 */
/* Rule hosts come and go; one at most is being loaded, one judges, older ones finish what they hold. Whatever fails
 * keeps what was: a configuration that does not load, a set that never reports ready, a host that dies. Settings and
 * rules change together, when the new host is ready.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-daemon.h>
#include <time.h>

#include "clock.h"
#include "intake.h"
#include "machine.h"
#include "sandbox.h"
#include "supervisor_priv.h"

#define RETRY_FIRST_MS 100
#define RETRY_DOUBLINGS 8 /* up to 25.6 s */

struct settings *settings_load(const char *path, struct err *e)
{
	struct settings *set = calloc(1, sizeof *set);

	if (set == NULL)
		abort();
	arena_init(&set->a, 4 * MIB);
	const char *said;
	bool lacking;

	if (conf_load(&set->a, path, &set->c, e) && machine_accepts(&set->c, e) && sandbox_check(set->c.bac_a_sable, &said, &lacking, e))
		return set;
	settings_free(set);
	return NULL;
}

void settings_free(struct settings *set)
{
	if (set == NULL)
		return;
	arena_done(&set->a);
	free(set);
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void adopt_intake(struct supervisor *s, const struct conf *old, const struct conf *c)
{
	struct err e;
	struct intake *in;

	if (same_text(old->depot, c->depot) && old->balayage_s == c->balayage_s &&
	    old->stabilite_ms == c->stabilite_ms && old->limites.octets == c->limites.octets &&
	    same_text(old->admission.marque, c->admission.marque))
		return;
	in = arrivals_open(s, c, &e);
	if (in == NULL) {
		fact(s, NEWS_ERR, EVENT_SERVICE, "rechargement-refuse", NULL,
		     "le nouveau dépôt ne s'ouvre pas, l'ancien reste surveillé : %s", e.msg);
		return;
	}
	intake_free(s->intake);
	s->intake = in;
	admission_balance(s);
}

static void adopt_settings(struct supervisor *s)
{
	struct settings *old = s->now;

	if (s->next == NULL)
		return;
	s->now = s->next;
	s->next = NULL;
	settings_free(s->refused);
	s->refused = NULL;
	adopt_intake(s, &old->c, &s->now->c);
	outbox_configure(&s->outbox, &s->now->c);
	facts_of_the_machine(s);
	status_open(s, &old->c);
	settings_free(old);
}

static void begin_service(struct supervisor *s)
{
	s->state = STATE_RUNNING;
	s->announced = true;
	alarm_after(s->look, 0); /* what was saved while the first set was loaded */
	facts_of_the_machine(s);
	fact(s, NEWS_NOTICE, EVENT_SERVICE, "demarrage", NULL, "scrutateur %s en service", SCRUTATEUR_VERSION);
	if (s->ledger_behind)
		fact(s, NEWS_ERR, EVENT_SERVICE, "registre-anterieur", NULL, "%s", LEDGER_BEHIND);
	if (s->ledger_begun_again)
		fact(s, NEWS_ERR, EVENT_SERVICE, "registre-recommence", NULL, "%s", LEDGER_BEGUN_AGAIN);
	admission_balance(s);
}

/* The reload that was asked for last has ended, well or not. */
static void reload_ended(struct supervisor *s, enum reload_state state, const char *why)
{
	s->files.done = s->files.asked;
	s->files.state = state;
	snprintf(s->files.why, sizeof s->files.why, "%s", why);
	in_service_write(s);
	if (state == RELOAD_REFUSED)
		sd_notifyf(0, "READY=1\nSTATUS=rechargement refusé, les règles en service restent : %s", why);
}

/* Told once for the same files: who saves and then asks would read it twice. */
static void refuse_reload(struct supervisor *s, const char *what, const char *why)
{
	if (strcmp(s->files.refused, s->files.print) == 0 && strcmp(s->files.why, why) == 0)
		news(NEWS_NOTICE, "rechargement refusé pour la même raison que le précédent");
	else
		fact(s, NEWS_ERR, EVENT_SERVICE, "rechargement-refuse", NULL, "%s : %s", what, why);
	memcpy(s->files.refused, s->files.print, sizeof s->files.refused);
	reload_ended(s, RELOAD_REFUSED, why);
}

/* Saved while it was being loaded: what was tested is not what is there. */
static bool overtaken(struct supervisor *s)
{
	char print[DIGEST_HEX];

	if (s->next == NULL || s->files.again >= LIMIT_RELOADS_AGAIN)
		return false;
	sources_print(&s->next->c, s->conf_path, print);
	return strcmp(print, s->files.print) != 0;
}

static void on_ready(void *ctx, struct hostproc *h)
{
	struct supervisor *s = ctx;
	const struct host_rule *lost = in_service_lost(s->live, h);

	s->files.stale = overtaken(s);
	if (s->files.stale) { /* on_gone begins again */
		hostproc_drain(h);
		return;
	}
	if (lost != NULL) { /* its end is told to on_gone, as of any set that failed to load */
		snprintf(h->failure, sizeof h->failure, "la règle %s, en service, serait perdue : %s", lost->id, lost->sentence);
		hostproc_drain(h);
		return;
	}
	jobs_take_back(s);
	struct hostproc *old = s->live;
	const bool asked = s->next != NULL || s->state == STATE_STARTING;

	s->loading = NULL;
	s->live = h;
	s->pulse.moved_ms = clock_ms();
	s->host_failures = 0;
	s->files.again = 0;
	adopt_settings(s);
	in_service_adopt(s, h);
	if (old != NULL) {
		old->next = s->draining;
		s->draining = old;
		hostproc_drain(old);
	}
	if (s->state == STATE_STARTING)
		begin_service(s);
	in_service_say(s, h, old, asked);
	reload_ended(s, RELOAD_DONE, "");
	sd_notifyf(0, "READY=1\nSTATUS=%u règles en service", h->live + h->kept);
	if (s->files.wanted)
		generations_reload(s);
	jobs_dispatch(s);
}

static bool leave_list(struct hostproc **list, const struct hostproc *h)
{
	for (; *list != NULL; list = &(*list)->next)
		if (*list == h) {
			*list = h->next;
			return true;
		}
	return false;
}

static void retry_later(struct supervisor *s)
{
	unsigned n = s->host_failures++;

	alarm_after(s->retry_host, (int64_t)RETRY_FIRST_MS << (n < RETRY_DOUBLINGS ? n : RETRY_DOUBLINGS));
}

/* A host that was killed says nothing of the rules: the machine may have been short of memory (ROBUST F-06). */
static bool starts_again(struct supervisor *s, bool killed, const char *why)
{
	if (!killed || s->host_failures + 1 >= LIMIT_HOST_STARTS)
		return false;
	news(NEWS_WARNING, "l'hôte des règles est mort en les chargeant (%s), nouvel essai (%u sur %d)", why,
	     s->host_failures + 2, LIMIT_HOST_STARTS);
	retry_later(s);
	return true;
}

static void loading_failed(struct supervisor *s, bool killed, const char *why)
{
	if (s->state == STATE_STARTING) {
		if (starts_again(s, killed, why))
			return;
		news(NEWS_ERR, "les règles ne se chargent pas : %s", why);
		s->status = killed ? EXIT_STATE : EXIT_LASTING;
		loop_break(s->base);
		return;
	}
	if (s->next != NULL) {
		settings_free(s->refused);
		s->refused = s->next;
		s->next = NULL;
	}
	if (s->live != NULL) {
		refuse_reload(s, "rechargement refusé, les règles en service restent", why);
		return;
	}
	if (s->host_failures == 1)
		fact(s, NEWS_ERR, EVENT_SERVICE, "hote", NULL,
		     "aucune règle n'est en service, les documents attendent : %s", why);
	else
		news(NEWS_ERR, "toujours aucune règle en service : %s", why);
	retry_later(s);
}

static void load_again(struct supervisor *s);

static void on_gone(void *ctx, struct hostproc *h, const char *why)
{
	struct supervisor *s = ctx;

	if (h == s->loading) {
		s->loading = NULL;
		if (s->files.stale)
			load_again(s);
		else
			loading_failed(s, h->killed, why);
		return;
	}
	const bool was_live = h == s->live;
	if (was_live)
		s->live = NULL;
	else
		(void)leave_list(&s->draining, h);
	jobs_host_gone(s, h);
	if (was_live)
		jobs_take_back(s);
	if (!was_live || s->state == STATE_STOPPING)
		return;
	fact(s, NEWS_ERR, EVENT_SERVICE, "hote", NULL,
	     "l'hôte des règles s'est arrêté (%s) : il est relancé, ses documents retournent en attente", why);
	if (s->loading == NULL)
		retry_later(s);
}

void generations_start(struct supervisor *s)
{
	const struct host_calls calls = {
		.ctx = s, .ready = on_ready, .gone = on_gone, .started = jobs_started, .exited = jobs_exited
	};
	struct err e;

	s->loading = hostproc_start(s->base, s->program, s->conf_path, s->live == NULL, &calls, &e);
	if (s->loading == NULL)
		loading_failed(s, false, e.msg);
}

void generations_retry(void *ctx)
{
	struct supervisor *s = ctx;

	if (s->loading == NULL && s->live == NULL && s->state != STATE_STOPPING)
		generations_start(s);
}

static struct settings *load_next(const struct supervisor *s, struct err *e)
{
	struct settings *set = settings_load(s->conf_path, e);

	if (set == NULL || same_text(set->c.etat, s->now->c.etat))
		return set;
	if (conf_written(&set->c, "", "etat"))
		err_set(e, ERR_VALUE, "« etat » ne change pas en marche : arrêtez le service d'abord");
	else
		err_set(e, ERR_VALUE, "« etat » n'est plus dans %s, et ne change pas en marche : le fichier est-il entier ?", s->conf_path);
	settings_free(set);
	return NULL;
}

/* The configuration whose files are watched: the one under way, the one that was refused last, or the one in force. */
static const struct conf *in_view(const struct supervisor *s)
{
	return &(s->next != NULL ? s->next : s->refused != NULL ? s->refused : s->now)->c;
}

/* The print first: what is saved after it was taken makes another. */
static void load(struct supervisor *s)
{
	struct settings *set;
	struct err e;
	char why[800];

	sources_print(in_view(s), s->conf_path, s->files.print);
	set = load_next(s, &e);
	if (set != NULL) { /* it may name other directories: their print, then the configuration as it is after that print */
		sources_print(&set->c, s->conf_path, s->files.print);
		sources_follow(s->files.watch, &set->c, s->conf_path);
		settings_free(set);
		set = load_next(s, &e);
	}
	if (set == NULL) {
		err_text(&e, why, sizeof why);
		refuse_reload(s, "configuration refusée, celle en service reste", why);
		return;
	}
	settings_free(s->next);
	s->next = set;
	generations_start(s);
}

static void load_again(struct supervisor *s)
{
	s->files.stale = false;
	s->files.again++;
	news(NEWS_NOTICE, "les règles ont changé pendant leur chargement, il recommence");
	load(s);
}

/* For Type=notify-reload too, which compares the time. */
static void say_reloading(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%lld\nSTATUS=rechargement des règles",
		   (long long)t.tv_sec * 1000000 + t.tv_nsec / 1000);
}

void generations_reload(struct supervisor *s)
{
	if (s->state == STATE_STARTING)
		s->files.wanted = true;
	if (s->state != STATE_RUNNING)
		return;
	s->files.wanted = false;
	s->files.asked++;
	s->files.state = RELOAD_UNDER_WAY;
	in_service_write(s);
	say_reloading();
	news(NEWS_NOTICE, "rechargement des règles et de la configuration");
	/* A set that was still loading is overtaken. */
	hostproc_kill(s->loading);
	s->loading = NULL;
	s->files.stale = false;
	s->files.again = 0;
	load(s);
}

void generations_look(void *ctx)
{
	struct supervisor *s = ctx;
	const struct conf *c = in_view(s);
	char print[DIGEST_HEX];

	alarm_after(s->look, s->now->c.balayage_s * 1000);
	if (s->state != STATE_RUNNING)
		return;
	sources_follow(s->files.watch, c, s->conf_path);
	sources_print(c, s->conf_path, print);
	if (strcmp(print, s->files.print) != 0)
		generations_reload(s);
}

static void kill_list(struct hostproc *h)
{
	while (h != NULL) {
		struct hostproc *next = h->next;
		hostproc_kill(h);
		h = next;
	}
}

void generations_end(struct supervisor *s)
{
	kill_list(s->draining);
	hostproc_kill(s->loading);
	hostproc_kill(s->live);
	s->draining = s->loading = s->live = NULL;
	settings_free(s->next);
	settings_free(s->now);
	settings_free(s->refused);
	s->next = s->now = s->refused = NULL;
}
