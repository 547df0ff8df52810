/* SPDX-License-Identifier: EUPL-1.2 */
/* What an attempt that has ended means: a decision, another attempt, or quarantine. The question is always whose fault
 * it was: of a rule (the document is judged again without it), of the host or the machine (the attempt is not counted),
 * or of the document (after LIMIT_ATTEMPTS it is set aside, with its original).
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "child.h"
#include "clock.h"
#include "supervisor_priv.h"

bool outcome_uncount(struct supervisor *s, struct waiting *w, struct err *e)
{
	const struct ledger_flight it = { .ids = { w->doc.id }, .n = 1 };

	w->still_counted = !ledger_unattempt(s->ledger, &it, e);
	w->doc.attempts -= !w->still_counted;
	return !w->still_counted;
}

void outcome_give_back(struct supervisor *s, struct waiting *w, bool count_it)
{
	struct err later;

	if (!count_it)
		(void)outcome_uncount(s, w, &later);
	queue_push_back(&s->queue, w);
}

/* The document waits, whatever the ledger's trouble is. */
void outcome_ledger_failed(struct supervisor *s, struct waiting *w, const struct err *e)
{
	if (!s->ledger_fails)
		news(NEWS_ERR, "le registre ne répond pas, plus rien n'est jugé en attendant : %s", e->msg);
	s->ledger_fails = true;
	if (w != NULL)
		queue_push_front(&s->queue, w);
	alarm_after(s->dispatch, 2 * RETRY_MS);
}

void outcome_ledger_works(struct supervisor *s)
{
	if (s->ledger_fails)
		news(NEWS_NOTICE, "le registre répond de nouveau");
	s->ledger_fails = false;
}

void outcome_refuse(struct supervisor *s, struct waiting *w, const char *word, const char *sentence)
{
	struct err e;

	if (decide_refusal(s, w, word, sentence, &e)) {
		waiting_free(w);
		return;
	}
	if (s->pause_ms > clock_ms()) /* its note could not be kept, which was said */
		queue_push_back(&s->queue, w);
	else
		outcome_ledger_failed(s, w, &e);
}

static void attempt_failed(struct supervisor *s, struct waiting *w, const char *why)
{
	char name[512], sentence[400];

	news(NEWS_WARNING, "document %lld « %s » : essai %d sur %d sans résultat, %s", (long long)w->doc.id,
	     shown(str_c(w->doc.nom), name), w->doc.attempts, LIMIT_ATTEMPTS, why);
	if (w->doc.attempts < LIMIT_ATTEMPTS) {
		outcome_give_back(s, w, true);
		return;
	}
	snprintf(sentence, sizeof sentence, "le document n'a pas pu être jugé en %d essais : %s", LIMIT_ATTEMPTS, why);
	outcome_refuse(s, w, "echec", sentence);
}

/* A SIGKILL that is not ours comes from a machine short of memory, or from somebody: no fault of the rule, unless it comes again. */
static bool is_killed_by_chance(const struct job *j, const struct host_rule *r)
{
	struct waiting *w = j->w;

	if (j->late || !WIFSIGNALED(j->status) || WTERMSIG(j->status) != SIGKILL)
		return false;
	const bool again = w->interrupted != NULL && strcmp(w->interrupted, r->id) == 0;
	free(w->interrupted);
	w->interrupted = strdup(r->id);
	if (w->interrupted == NULL)
		abort();
	return !again;
}

/* The child ended without a whole answer: whose fault was it? */
static void blame(struct job *j, const char *why)
{
	struct supervisor *s = j->s;
	struct waiting *w = j->w;
	struct host_rule *r = j->host != NULL ? hostproc_rule(j->host, j->answer.step) : NULL;

	if (r != NULL && !j->answer.condemned && !is_killed_by_chance(j, r) && waiting_skip(w, r->id)) {
		fact(s, NEWS_WARNING, EVENT_REGLE, j->late ? "delai" : "interrompue", r->id,
		     "règle %s, document %lld : %s ; le document est rejugé sans elle", r->id, (long long)w->doc.id,
		     why);
		in_service_strike(s, j->host, r->id, w, why);
		outcome_give_back(s, w, false);
		return;
	}
	attempt_failed(s, w, why);
}

static void say_how(const struct job *j, const struct err *e, char out[300])
{
	if (j->late)
		snprintf(out, 300, "délai dépassé");
	else if (j->answer.condemned)
		snprintf(out, 300, "réponse irrecevable (%.200s)", e->msg);
	else
		(void)child_end_text(j->status, out);
}

static void host_died_on(struct supervisor *s, struct waiting *w, bool alone)
{
	/* With others, it may just be unlucky: the next time it is alone. Alone each time, it is not. */
	w->suspect = true;
	w->host_deaths += alone;
	if (!alone || w->host_deaths < LIMIT_DEATHS_ALONE)
		outcome_give_back(s, w, false);
	else
		outcome_refuse(s, w, "echec", "l'hôte des règles est mort à chaque fois qu'il tenait ce document");
}

/* A rule stopped inside its sandbox gave a verdict (erreur), and its document is done; it counts against the rule all the same. */
static void count_limits(struct job *j, const struct answer_result *r)
{
	char rule[256], why[200];

	for (size_t i = 0; j->host != NULL && i < r->parts_n; i++) {
		const struct record_parts *p = &r->parts[i];
		if (!p->limit)
			continue;
		snprintf(rule, sizeof rule, "%.*s", STR_ARG(p->bell[BELL_RULE]));
		snprintf(why, sizeof why, "%.*s", STR_ARG(p->bell[BELL_MESSAGE]));
		in_service_strike(j->s, j->host, rule, j->w, why);
	}
}

static void undecided(struct job *j, const struct err *e)
{
	struct err later;

	/* What is too long for the ledger will be again: that is the document's, not the ledger's. */
	if (e->code == ERR_LIMIT) {
		attempt_failed(j->s, j->w, e->msg);
		return;
	}
	(void)outcome_uncount(j->s, j->w, &later);
	outcome_ledger_failed(j->s, j->w, e);
}

/* places_unfiled has said it. */
static void unfiled(struct job *j, const struct err *e)
{
	if (e->code == ERR_LIMIT)
		attempt_failed(j->s, j->w, e->msg);
	else
		outcome_give_back(j->s, j->w, false);
}

/* It goes to the slow lane, and that was no attempt at judging it. */
static void to_slow_lane(struct job *j)
{
	char name[512];

	news(NEWS_INFO, "document %lld « %s » : numérisation, en attente de reconnaissance de caractères", (long long)j->w->doc.id,
	     shown(str_c(j->w->doc.nom), name));
	j->w->scan = true;
	outcome_give_back(j->s, j->w, false);
}

static void without_an_answer(struct job *j, const struct err *e)
{
	char why[300];

	if (j->host_gone && !j->abandoned) {
		host_died_on(j->s, j->w, j->was_alone);
	} else if (j->abandoned || !j->started) {
		outcome_give_back(j->s, j->w, false);
	} else {
		say_how(j, e, why);
		blame(j, why);
	}
}

struct settling {
	struct job *j;
	struct answer_result r;
	struct decision d;
};

/* True when its answer is whole, and on its way: *ret holds it. */
static bool take_answer(struct job *j, struct arena *mem, struct settling *ret)
{
	const bool ended_well = j->host_gone || (WIFEXITED(j->status) && WEXITSTATUS(j->status) == 0);
	struct err e = { 0 };

	if (j->late || !ended_well || !answer_result(&j->answer, mem, &ret->r, &e)) {
		without_an_answer(j, &e);
		return false;
	}
	if (ret->r.scan) {
		to_slow_lane(j);
		return false;
	}
	ret->j = j;
	ret->d = (struct decision){ .w = j->w, .r = &ret->r, .j = { .ruleset = j->host != NULL ? j->host->sha256 : "",
								   .judged_with = j->w->skip_n > 0 ? NULL : j->w->judged_with } };
	if (decide_prepare(j->s, &ret->d, j->text))
		return true;
	unfiled(j, &ret->d.why);
	return false;
}

void outcome_all(struct supervisor *s)
{
	struct settling at[LIMIT_IN_FLIGHT_MAX];
	struct decision *all[LIMIT_IN_FLIGHT_MAX];
	struct arena mem;
	size_t n = 0;

	arena_init(&mem, LIMIT_IN_FLIGHT_MAX * 4 * MIB);
	for (struct job *j = s->jobs; j != NULL; j = j->next)
		if (j->state == JOB_ENDED && take_answer(j, &mem, &at[n])) {
			all[n] = &at[n].d;
			n++;
		}
	decide_all(s, all, n);
	for (size_t i = 0; i < n; i++) {
		if (at[i].d.taken) {
			count_limits(at[i].j, &at[i].r);
			waiting_free(at[i].j->w);
		} else {
			undecided(at[i].j, &at[i].d.why);
		}
	}
	arena_done(&mem);
}
