/* SPDX-License-Identifier: EUPL-1.2 */
/* From the queue to a child, in three steps: chosen, counted, launched. Attempts are counted for several documents in one commit, some of
 * them before there is a place for them, so that a place that is free again is taken at once and a burst waits for few syncs. What is
 * counted and not launched is given back when the service stops or other rules come; a death finds it in flight, and blames nobody.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "clock.h"
#include "intake.h"
#include "supervisor_priv.h"

#define CRAMPED_MS 60000 /* since a document last found no room */
#define ANSWER_PIPE (256 * KIB) /* of most acts the whole answer: the child need not wait for a reader */

#define ANNEX_NOT_JUDGED " et n'est pas jugée ; pour la faire juger, déposez-la sous un autre nom"

/* It waited for its act in the drop, and is kept apart from it whatever its content is. */
static void set_annex_aside(struct supervisor *s, struct waiting *w)
{
	char pattern[128], name[256], state[8], line[512], sentence[800];
	struct err e = { 0 };
	int64_t id;

	intake_act_of_annex(w->doc.nom, pattern);
	if (!ledger_named(s->ledger, pattern, &id, name, state, &e)) {
		outcome_ledger_failed(s, w, &e);
		return;
	}
	if (id != 0)
		snprintf(sentence, sizeof sentence, "annexe de « %s » (document %lld%s), venue après lui : elle est gardée ici" ANNEX_NOT_JUDGED,
			 shown(str_c(name), line), (long long)id, *state == 'j' ? ", déjà jugé" : *state == 'r' ? ", refusé" : "");
	else
		snprintf(sentence, sizeof sentence, "annexe d'un acte, d'après son nom @CTES, venue sans lui : elle est gardée ici" ANNEX_NOT_JUDGED);
	outcome_refuse(s, w, "annexe", sentence);
}

/* Set aside without an attempt, or another one: true. */
static bool tried_enough(struct supervisor *s, struct waiting *w)
{
	const bool blamed = w->doc.id == s->blamed;
	char sentence[160];

	if (!blamed && w->doc.attempts < LIMIT_ATTEMPTS)
		return false;
	snprintf(sentence, sizeof sentence,
		 blamed ? "le service s'est arrêté net %d fois de suite pendant qu'il jugeait ce document, seul ou seul soupçonné"
			: "le document n'a pas pu être jugé en %d essais",
		 blamed ? LIMIT_DEATHS_ALONE : LIMIT_ATTEMPTS);
	outcome_refuse(s, w, "echec", sentence);
	return true;
}

/* Is it want of descriptors or memory? Then those that were counted ahead, each of which holds some, go back. */
static bool make_room(struct supervisor *s, const struct err *e)
{
	if (e->code != ERR_SYS || (e->sys != EMFILE && e->sys != ENFILE && e->sys != ENOMEM))
		return false;
	if (s->cramped == 0)
		news(NEWS_ERR, "un document ne peut pas être donné à juger, il attend : %s ; les suivants viennent un à un", e->msg);
	s->cramped = clock_ms();
	jobs_take_back(s);
	alarm_within(s->dispatch, RETRY_MS);
	return true;
}

static void open_and_add(struct supervisor *s, struct waiting *w)
{
	struct err e = { 0 };
	const int document = spool_document(&s->spool, w->doc.spool, &e);

	if (document >= 0)
		(void)job_new(s, w, document);
	else if (e.code == ERR_SYS && e.sys == ENOENT)
		outcome_refuse(s, w, "disparu", "la copie du document n'est plus dans le répertoire d'état");
	else if (make_room(s, &e))
		queue_push_front(&s->queue, w);
	else
		outcome_ledger_failed(s, w, &e);
}

static void choose(struct supervisor *s, struct waiting *w)
{
	struct err e = { 0 };
	bool known = false;

	if (intake_names_annex(w->doc.nom)) {
		set_annex_aside(s, w);
		return;
	}
	if (repeats_held(s, w))
		return;
	if ((w->still_counted && !outcome_uncount(s, w, &e)) || !repeats_known(s, w, &known, &e))
		outcome_ledger_failed(s, w, &e);
	else if (known)
		waiting_free(w);
	else if (!tried_enough(s, w))
		open_and_add(s, w);
}

/* Of suspects there is one in flight at a time; or NULL. */
static const struct job *suspect_of(const struct supervisor *s)
{
	const struct job *j = s->jobs;

	while (j != NULL && !j->w->suspect)
		j = j->next;
	return j;
}

/* A scan that the next death would condemn is alone once, as a text is each time: the texts beside it may have been to blame. */
static bool is_last_trial(const struct waiting *w)
{
	return w != NULL && w->scan && w->host_deaths + 1 >= LIMIT_DEATHS_ALONE;
}

/* A suspect text in flight is alone. A suspect scan, which takes minutes, is not: whoever dies with it is judged alone before it comes again. */
static bool may_choose(const struct supervisor *s)
{
	const struct job *suspect = suspect_of(s);

	return s->state == STATE_RUNNING && s->live != NULL && s->jobs_n < LIMIT_IN_FLIGHT_MAX && 
	       (suspect == NULL || (suspect->in_slow_lane && !is_last_trial(suspect->w)));
}

/* Back in front until nothing else is under way, or of scans no other: the end of a job comes here again. */
static bool must_wait(struct supervisor *s, struct waiting *w)
{
	bool others = s->jobs_n > 0;

	if (w->scan && !is_last_trial(w)) {
		others = false;
		for (const struct job *j = s->jobs; j != NULL; j = j->next)
			others |= j->in_slow_lane;
	}
	if (!w->suspect || !others)
		return false;
	queue_push_front(&s->queue, w);
	return true;
}

/* As long as texts are quick the host is told of a few more than it has places for: it need not wait while we wait for a disk. No more than a few, for
 * they know nothing of what the next ones bring: a rule that is suspended, a stop. */
static unsigned places(const struct supervisor *s, bool scans)
{
	const unsigned all = scans ? (unsigned)s->now->c.ocr.enfants : (unsigned)s->now->c.enfants + (s->quick && s->cramped == 0 ? LIMIT_TOLD_AHEAD : 0),
		       taken = jobs_count(s, JOB_RUNNING, scans);

	return all > taken ? all - taken : 0;
}

static unsigned before_launch(const struct supervisor *s, bool scans)
{
	return jobs_count(s, JOB_CHOSEN, scans) + jobs_count(s, JOB_COUNTED, scans);
}

/* A lane of their own: recognising takes seconds a page, and no text waits for it. None is chosen ahead, nor beside a suspect, nor before a text
 * that is one: that would wait for the scan's end, and all texts with it. */
static void choose_scans(struct supervisor *s)
{
	struct waiting *w;

	if (queue_scans(&s->queue) == 0 || queue_holds_suspect_text(&s->queue))
		return;
	while (may_choose(s) && suspect_of(s) == NULL && before_launch(s, true) < places(s, true)) {
		const unsigned before = s->jobs_n;
		w = queue_pop_scan(&s->queue);
		if (w == NULL || must_wait(s, w))
			return;
		choose(s, w);
		if (s->jobs_n == before)
			return; /* refused, or given back: the alarm that was set comes again */
	}
}

/* As many as there are places for, and LIMIT_AHEAD more; not one by one. Bounded: a document that is refused on the spot makes no job. */
static void choose_texts(struct supervisor *s)
{
	const unsigned ahead = s->cramped != 0 ? 0 : LIMIT_AHEAD, most = places(s, false) + ahead;
	struct waiting *w;
	struct err e;

	if (before_launch(s, false) >= most - ahead / 2 || (is_last_trial(queue_next_scan(&s->queue)) && !queue_holds_suspect_text(&s->queue)))
		return;
	for (unsigned i = 0; i < most && may_choose(s) && before_launch(s, false) < most; i++) {
		const unsigned before = s->jobs_n;
		ledger_ask_together(s->ledger);
		w = queue_pop(&s->queue, s->ledger, &e);
		if (w == NULL) {
			if (e.code != ERR_NONE)
				outcome_ledger_failed(s, NULL, &e);
			return;
		}
		if (must_wait(s, w))
			return;
		choose(s, w);
		if (s->ledger_fails && s->jobs_n == before)
			return;
		if (s->cramped != 0 && s->jobs_n <= before) {
			alarm_within(s->dispatch, RETRY_MS);
			return;
		}
	}
	if (may_choose(s) && before_launch(s, false) < most)
		alarm_within(s->dispatch, 1);
}

static bool count_these(struct supervisor *s, struct job *const *these, unsigned n, struct err *e)
{
	struct ledger_flight ids = { .n = 0 }, others = { .n = 0 };
	int attempts[LIMIT_IN_FLIGHT_MAX];

	for (const struct job *j = s->jobs; j != NULL; j = j->next) {
		if (j->w->suspect)
			others.suspect = j->w->doc.id;
		if (j->state != JOB_CHOSEN)
			others.ids[others.n++] = j->w->doc.id;
	}
	for (unsigned i = 0; i < n; i++)
		ids.ids[ids.n++] = these[i]->w->doc.id;
	if (!ledger_attempt(s->ledger, &ids, &others, attempts, e))
		return false;
	for (unsigned i = 0; i < n; i++) {
		these[i]->w->doc.attempts = attempts[i];
		these[i]->state = JOB_COUNTED;
	}
	outcome_ledger_works(s);
	return true;
}

/* One whose attempt cannot be counted must not hold the others up. Last first: what goes back in front stays in order. */
static void count_one_by_one(struct supervisor *s, struct job *const *these, unsigned n)
{
	struct err e;

	while (n-- > 0)
		if (!count_these(s, &these[n], 1, &e)) {
			struct waiting *w = these[n]->w;
			job_free(these[n]);
			outcome_ledger_failed(s, w, &e);
		}
}

/* One commit for all that were chosen, before any of them is launched. */
static void count_attempts(struct supervisor *s)
{
	struct job *these[LIMIT_IN_FLIGHT_MAX];
	unsigned n = 0;
	struct err e;

	for (struct job *j = s->jobs; j != NULL; j = j->next)
		if (j->state == JOB_CHOSEN)
			these[n++] = j;
	if (n > 0 && !count_these(s, these, n, &e))
		count_one_by_one(s, these, n);
}

static bool launch(struct job *j, struct err *e)
{
	int p[2], text = memfd_create("texte", MFD_CLOEXEC);

	if (text < 0)
		return err_sys(e, "créer un fichier en mémoire");
	if (pipe2(p, O_CLOEXEC) != 0) {
		close(text);
		return err_sys(e, "créer un tube");
	}
	(void)fcntl(p[0], F_SETPIPE_SZ, ANSWER_PIPE); /* a smaller one is only slower */
	bool ok = fcntl(p[0], F_SETFL, O_NONBLOCK) == 0 && order_send(j->s, j->w, j->document, p[1], text, e);
	close(p[1]);
	if (ok) {
		job_begin(j, p[0], text);
	} else {
		close(p[0]);
		close(text);
	}
	return ok;
}

static void launch_counted(struct supervisor *s)
{
	struct err e;

	for (struct job *j = s->jobs, *next; j != NULL && s->live != NULL && s->state == STATE_RUNNING; j = next) {
		next = j->next;
		if (j->state != JOB_COUNTED || places(s, j->in_slow_lane) == 0 || launch(j, &e))
			continue;
		struct waiting *w = j->w;
		job_free(j);
		outcome_give_back(s, w, false);
		(void)make_room(s, &e);
		alarm_after(s->dispatch, RETRY_MS);
		return;
	}
}

void jobs_dispatch(struct supervisor *s)
{
	const int64_t pause = s->pause_ms - clock_ms();
	if (s->places_wrong[0] != '\0')
		return;
	if (pause > 0) {
		alarm_within(s->dispatch, pause + 1);
		return;
	}
	if (s->cramped != 0 && clock_ms() - s->cramped > CRAMPED_MS) {
		news(NEWS_NOTICE, "les documents sont de nouveau donnés à juger comme d'ordinaire");
		s->cramped = 0;
	}
	/* First those that need not wait for the next commit. */
	launch_counted(s);
	choose_scans(s);
	choose_texts(s);
	ledger_asked(s->ledger);
	count_attempts(s);
	launch_counted(s);
}

void jobs_take_back(struct supervisor *s)
{
	struct job *these[LIMIT_IN_FLIGHT_MAX];
	struct ledger_flight ids = { .n = 0 };
	struct err e;

	for (struct job *j = s->jobs; j != NULL; j = j->next)
		if (j->state == JOB_COUNTED) {
			these[ids.n] = j;
			ids.ids[ids.n++] = j->w->doc.id;
		}
	if (ids.n == 0)
		return;
	const bool ok = ledger_unattempt(s->ledger, &ids, &e);
	for (unsigned i = ids.n; i-- > 0;) {
		struct waiting *w = these[i]->w;
		w->doc.attempts -= ok;
		w->still_counted = !ok;
		job_free(these[i]);
		queue_push_front(&s->queue, w);
	}
}
