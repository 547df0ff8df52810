/* SPDX-License-Identifier: EUPL-1.2 */
/* Rule hosts come and go; one at most is being loaded, one judges, older ones finish what they hold. Whatever fails
 * keeps what was: a configuration that does not load, a set that never reports ready, a host that dies. Settings and
 * rules change together, when the new host is ready.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-daemon.h>

#include "extract.h"
#include "intake.h"
#include "ruleset.h"
#include "supervisor_priv.h"

#define RETRY_FIRST_MS 100
#define RETRY_DOUBLINGS 8 /* up to 25.6 s */

struct settings *settings_load(const char *path, struct err *e)
{
	struct settings *set = calloc(1, sizeof *set);

	if (set == NULL)
		abort();
	arena_init(&set->a, 4 * MIB);
	if (conf_load(&set->a, path, &set->c, e))
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

static void say_rule(struct supervisor *s, const struct host_rule *r)
{
	if (r->state == RULE_KEPT)
		fact(s, NEWS_WARNING, EVENT_REGLE, "gardee", r->id,
		     "règle %s : la version précédente est gardée, le fichier n'est pas bon : %s", r->id, r->sentence);
	else if (r->state == RULE_REFUSED)
		fact(s, NEWS_WARNING, EVENT_REGLE, "refusee", r->id, "règle refusée (%s) : %s",
		     r->id[0] != '\0' ? r->id : r->file, r->sentence);
}

/* Told when somebody changed something; a host that comes back with the same set is only news. */
static void say_rules(struct supervisor *s, const struct hostproc *h, bool asked)
{
	char sentence[300];

	snprintf(sentence, sizeof sentence,
		 "%u règle(s) en service, dont %u d'une version précédente ; %u refusée(s) ; %u essai(s) ; empreinte "
		 "%.12s",
		 h->live + h->kept, h->kept, h->refused, h->essais, h->sha256);
	if (!asked && strcmp(h->sha256, s->rules_said) == 0) {
		news(NEWS_NOTICE, "%s", sentence);
		return;
	}
	memcpy(s->rules_said, h->sha256, sizeof s->rules_said);
	for (unsigned i = 0; i < h->rules_n; i++)
		say_rule(s, &h->rules[i]);
	fact(s, h->live + h->kept > 0 ? NEWS_NOTICE : NEWS_ERR, EVENT_REGLES, "en-service", NULL, "%s", sentence);
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
	    old->stabilite_ms == c->stabilite_ms && old->limites.octets == c->limites.octets)
		return;
	in = arrivals_open(s, c, &e);
	if (in == NULL) {
		fact(s, NEWS_ERR, EVENT_SERVICE, "rechargement-refuse", NULL,
		     "le nouveau dépôt ne s'ouvre pas, l'ancien reste surveillé : %s", e.msg);
		return;
	}
	intake_free(s->intake);
	s->intake = in;
	arrivals_balance(s);
}

/* Said at the start, and after a reload for it may have changed the tools. */
static void say_unmet(void *ctx, const char *sentence)
{
	fact(ctx, NEWS_WARNING, EVENT_SERVICE, "extraction", NULL, "%s", sentence);
}

static void adopt_settings(struct supervisor *s)
{
	struct settings *old = s->now;

	if (s->next == NULL)
		return;
	s->now = s->next;
	s->next = NULL;
	adopt_intake(s, &old->c, &s->now->c);
	outbox_configure(&s->outbox, &s->now->c);
	extract_check(&s->now->c, say_unmet, s);
	settings_free(old);
}

static void begin_service(struct supervisor *s)
{
	s->state = STATE_RUNNING;
	s->announced = true;
	extract_check(&s->now->c, say_unmet, s);
	fact(s, NEWS_NOTICE, EVENT_SERVICE, "demarrage", NULL, "scrutateur %s en service", SCRUTATEUR_VERSION);
	arrivals_balance(s);
}

/* A rule in service that the new set refuses, with no former version that holds either: a parameter changed under it. */
static const struct host_rule *lost_rule(const struct hostproc *old, const struct hostproc *h)
{
	for (unsigned i = 0; i < h->rules_n; i++)
		for (unsigned j = 0; h->rules[i].state == RULE_REFUSED && j < old->rules_n; j++)
			if (old->rules[j].state != RULE_REFUSED && strcmp(old->rules[j].id, h->rules[i].id) == 0)
				return &h->rules[i];
	return NULL;
}

static void on_ready(void *ctx, struct hostproc *h)
{
	struct supervisor *s = ctx;
	const struct host_rule *lost = s->live != NULL ? lost_rule(s->live, h) : NULL;

	if (lost != NULL) { /* its end is told to on_gone, as of any set that failed to load */
		snprintf(h->failure, sizeof h->failure, "la règle %s, en service, serait perdue : %s", lost->id, lost->sentence);
		hostproc_drain(h);
		return;
	}
	struct hostproc *old = s->live;
	const bool asked = s->next != NULL || s->state == STATE_STARTING;

	s->loading = NULL;
	s->live = h;
	s->host_failures = 0;
	adopt_settings(s);
	if (old != NULL) {
		old->next = s->draining;
		s->draining = old;
		hostproc_drain(old);
	}
	if (s->state == STATE_STARTING)
		begin_service(s);
	say_rules(s, h, asked);
	sd_notifyf(0, "READY=1\nSTATUS=%u règles en service", h->live + h->kept);
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
		s->status = killed ? EXIT_STATE : EXIT_CONF;
		loop_break(s->base);
		return;
	}
	settings_free(s->next);
	s->next = NULL;
	if (s->live != NULL) {
		fact(s, NEWS_ERR, EVENT_SERVICE, "rechargement-refuse", NULL,
		     "rechargement refusé, les règles en service restent : %s", why);
		sd_notify(0, "READY=1");
		return;
	}
	if (s->host_failures == 1)
		fact(s, NEWS_ERR, EVENT_SERVICE, "hote", NULL,
		     "aucune règle n'est en service, les documents attendent : %s", why);
	else
		news(NEWS_ERR, "toujours aucune règle en service : %s", why);
	retry_later(s);
}

static void on_gone(void *ctx, struct hostproc *h, const char *why)
{
	struct supervisor *s = ctx;

	if (h == s->loading) {
		s->loading = NULL;
		loading_failed(s, h->killed, why);
		return;
	}
	const bool was_live = h == s->live;
	if (was_live)
		s->live = NULL;
	else
		(void)leave_list(&s->draining, h);
	jobs_host_gone(s, h);
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

	s->loading = hostproc_start(s->base, s->program, s->conf_path, &calls, &e);
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
	settings_free(set);
	err_set(e, ERR_VALUE, "« etat » ne change pas en marche : arrêtez le service d'abord");
	return NULL;
}

void generations_reload(struct supervisor *s)
{
	struct settings *set;
	struct err e;
	char why[800];

	if (s->state != STATE_RUNNING)
		return;
	sd_notify(0, "RELOADING=1");
	set = load_next(s, &e);
	if (set == NULL) {
		fact(s, NEWS_ERR, EVENT_SERVICE, "rechargement-refuse", NULL,
		     "configuration refusée, celle en service reste : %s", err_text(&e, why, sizeof why));
		sd_notify(0, "READY=1");
		return;
	}
	news(NEWS_NOTICE, "rechargement des règles et de la configuration");
	/* A set that was still loading is overtaken. */
	hostproc_kill(s->loading);
	s->loading = NULL;
	settings_free(s->next);
	s->next = set;
	generations_start(s);
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
	s->next = s->now = NULL;
}
