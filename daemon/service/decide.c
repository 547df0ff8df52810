/* SPDX-License-Identifier: EUPL-1.2 */
/* What was said about a document becomes what is so: note (when refused), ledger, file (filing.c), in that order. */
#include <stdio.h>
#include <unistd.h>

#include "clock.h"
#include "escape.h"
#include "file.h"
#include "filing.h"
#include "bounds.h"
#include "supervisor_priv.h"

static bool write_note(struct supervisor *s, const struct waiting *w, const char *word, struct str sentence,
		       struct err *e)
{
	const struct spool_note n = {
		.word = word,
		.nom = str_c(w->doc.nom),
		.sentence = sentence,
		.sha256 = w->doc.sha256,
		.octets = w->doc.octets,
		.recu_us = w->doc.recu_us,
		.attempts = w->doc.attempts,
	};

	return spool_note(&s->spool, w->doc.spool, &n, e);
}

static void say_judged(const struct waiting *w, const struct answer_result *r)
{
	unsigned alerts = 0, exempted = 0, open = 0, errors = 0;
	char name[512], aside[64] = "";

	for (size_t i = 0; i < r->parts_n; i++) {
		const bool alert = r->parts[i].event == EVENT_ALERTE, covered = alert && r->parts[i].exempted_by.n > 0;

		alerts += alert && !covered;
		exempted += covered;
		open += r->parts[i].event == EVENT_NON_VERIFIABLE;
		errors += r->parts[i].event == EVENT_REGLE;
	}
	if (exempted > 0)
		(void)snprintf(aside, sizeof aside, ", %u sous exception", exempted);
	news(alerts > 0 ? NEWS_NOTICE : NEWS_INFO,
	     "jugé « %s » : document %lld, %u anomalie%s%s, %u non vérifiable%s, %u erreur%s de règle",
	     shown(str_c(w->doc.nom), name), (long long)w->doc.id, alerts, plural_s(alerts), aside, open, plural_s(open), errors, plural_s(errors));
}

/* Before the ledger decides, as the note of a refusal: what a record quotes must be there when it is read. */
static bool keep_text(struct supervisor *s, const struct waiting *w, const struct answer_result *r, int text, struct err *e)
{
	struct buf b;

	if (r->text == 0)
		return true;
	buf_init(&b, LIMIT_TEXT_BYTES);
	bool ok = (lseek(text, 0, SEEK_SET) == 0 || err_sys(e, "relire le texte extrait")) && file_read_fd(text, &b, e) &&
		  (b.n == r->text || err_set(e, ERR_STATE, "le texte extrait n'a pas la taille annoncée")) &&
		  spool_text(&s->spool, w->doc.spool, buf_view(&b), e);
	buf_done(&b);
	return ok;
}

static bool file_before(struct supervisor *s, struct decision *d, int text)
{
	const struct answer_result *r = d->r;

	return r->refused ? write_note(s, d->w, r->refusal, r->parts[0].bell[BELL_MESSAGE], &d->why) : keep_text(s, d->w, r, text, &d->why);
}

bool decide_prepare(struct supervisor *s, struct decision *d, int text)
{
	const struct answer_result *r = d->r;

	d->j.id = d->w->doc.id;
	d->j.refused = r->refused;
	d->j.refusal = r->refused ? r->refusal : NULL;
	d->j.reading = r->reading;
	d->j.parts = r->parts;
	d->j.parts_n = r->parts_n;
	if (r->refused)
		d->j.judged_with = NULL;
	if (!file_before(s, d, text) && (!places_mend(s) || !file_before(s, d, text))) {
		places_unfiled(s, d->w->doc.id, d->why.msg);
		return false;
	}
	places_filed(s, d->w->doc.id);
	return true;
}

static bool commit(struct supervisor *s, struct decision *const *all, size_t n)
{
	const struct ledger_judgement *j[LIMIT_IN_FLIGHT_MAX];

	for (size_t i = 0; i < n; i++)
		j[i] = &all[i]->j;
	const bool ok = ledger_judge_all(s->ledger, j, n, outbox_mask(&s->outbox), &all[0]->why);
	for (size_t i = 0; ok && i < n; i++)
		all[i]->taken = true;
	return ok;
}

static void told(struct supervisor *s, const struct decision *d)
{
	char name[512];

	tally_add(&s->tally, d->j.parts, d->j.parts_n, d->j.refusal, d->j.same_as != 0);
	s->backlog--;
	s->admission.quarantine += d->j.refused ? (uint64_t)d->w->doc.octets : 0;
	if (d->j.refused)
		news(NEWS_WARNING, "refusé « %s » : document %lld, mis en quarantaine (%s) : %.*s", shown(str_c(d->w->doc.nom), name),
		     (long long)d->w->doc.id, d->j.refusal, STR_ARG(d->j.parts[0].bell[BELL_MESSAGE]));
	else if (d->r != NULL)
		say_judged(d->w, d->r);
}

void decide_all(struct supervisor *s, struct decision *const *all, size_t n)
{
	bool any = n > 0 && commit(s, all, n);

	/* One that the ledger does not take must not keep the others out. */
	for (size_t i = 0; !any && n > 1 && i < n; i++)
		(void)commit(s, &all[i], 1);
	filing_all(s, all, n);
	for (size_t i = 0; i < n; i++) {
		any |= all[i]->taken;
		if (all[i]->taken)
			told(s, all[i]);
	}
	if (!any)
		return;
	outcome_ledger_works(s);
	s->pulse.moved_ms = clock_ms();
	admission_balance(s);
	outbox_soon(&s->outbox);
}

bool decide_judgement(struct supervisor *s, const struct waiting *w, const struct ledger_judgement *j, struct err *e)
{
	struct decision d = { .w = w, .j = *j };

	decide_all(s, &(struct decision *){ &d }, 1);
	*e = d.why;
	return d.taken;
}

bool decide_refusal(struct supervisor *s, const struct waiting *w, const char *word, const char *sentence,
		    struct err *e)
{
	struct record_context c = { .sha256 = w->doc.sha256, .bytes = (uint64_t)w->doc.octets };
	struct answer_result r = { .refused = true, .parts_n = 1 };
	struct record_parts p;
	struct arena a;

	arena_init(&a, MIB);
	c.path = escape_line(&a, str_c(w->doc.nom), 512);
	if (s->live != NULL)
		c.ruleset = str_c(s->live->sha256);
	record_of_refusal(&a, &c, word, str_c(sentence), &p);
	snprintf(r.refusal, sizeof r.refusal, "%s", word);
	r.parts = &p;
	struct decision d = { .w = w, .r = &r, .j = { .ruleset = s->live != NULL ? s->live->sha256 : "" } };
	if (decide_prepare(s, &d, -1))
		decide_all(s, &(struct decision *){ &d }, 1);
	*e = d.why;
	arena_done(&a);
	return d.taken;
}
