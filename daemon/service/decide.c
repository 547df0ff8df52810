/* SPDX-License-Identifier: EUPL-1.2 */
/* What was said about a document becomes what is so: note (when refused), ledger, file, in that order. After the ledger
 * nothing can be taken back, so a file that cannot be moved is only told about: start-up finishes the move.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "escape.h"
#include "file.h"
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

static void move(struct supervisor *s, const struct waiting *w, const char *refusal)
{
	struct err e;
	bool ok = refusal != NULL ? spool_quarantine(&s->spool, w->doc.spool, refusal, &e)
				  : spool_archive(&s->spool, w->doc.spool, &e);

	if (!ok && !(e.code == ERR_SYS && e.sys == ENOENT))
		news(NEWS_ERR, "document %lld : décidé, mais pas rangé (%s) ; le prochain démarrage le fera",
		     (long long)w->doc.id, e.msg);
}

bool decide_judgement(struct supervisor *s, const struct waiting *w, const struct ledger_judgement *j, struct err *e)
{
	if (!ledger_judge(s->ledger, j, outbox_mask(&s->outbox), e))
		return false;
	outcome_ledger_works(s);
	s->pulse.moved_ms = clock_ms();
	tally_add(&s->tally, j->parts, j->parts_n, j->refused ? j->refusal : NULL, j->same_as != 0);
	move(s, w, j->refusal);
	s->backlog--;
	s->admission.quarantine += j->refused ? (uint64_t)w->doc.octets : 0;
	admission_balance(s);
	outbox_soon(&s->outbox);
	return true;
}

static void say_judged(const struct waiting *w, const struct answer_result *r)
{
	unsigned alerts = 0, open = 0, errors = 0;
	char name[512];

	for (size_t i = 0; i < r->parts_n; i++) {
		alerts += r->parts[i].event == EVENT_ALERTE;
		open += r->parts[i].event == EVENT_NON_VERIFIABLE;
		errors += r->parts[i].event == EVENT_REGLE;
	}
	news(alerts > 0 ? NEWS_NOTICE : NEWS_INFO,
	     "jugé « %s » : document %lld, %u anomalie%s, %u non vérifiable%s, %u erreur%s de règle",
	     shown(str_c(w->doc.nom), name), (long long)w->doc.id, alerts, plural_s(alerts), open, plural_s(open), errors, plural_s(errors));
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

bool decide_answer(struct supervisor *s, const struct waiting *w, const struct answer_result *r, const char *ruleset,
		   const char *judged_with, int text, struct err *e)
{
	const struct ledger_judgement j = {
		.id = w->doc.id,
		.refused = r->refused,
		.refusal = r->refused ? r->refusal : NULL,
		.reading = r->reading,
		.parts = r->parts,
		.parts_n = r->parts_n,
		.ruleset = ruleset,
		.judged_with = r->refused ? NULL : judged_with,
	};
	char name[512];

	if (r->refused ? !write_note(s, w, r->refusal, r->parts[0].bell[BELL_MESSAGE], e) : !keep_text(s, w, r, text, e))
		return false;
	if (!decide_judgement(s, w, &j, e))
		return false;
	if (r->refused)
		news(NEWS_WARNING, "refusé « %s » : document %lld, mis en quarantaine (%s) : %.*s", shown(str_c(w->doc.nom), name),
		     (long long)w->doc.id, r->refusal, STR_ARG(r->parts[0].bell[BELL_MESSAGE]));
	else
		say_judged(w, r);
	return true;
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
	bool ok = decide_answer(s, w, &r, s->live != NULL ? s->live->sha256 : "", NULL, -1, e);
	arena_done(&a);
	return ok;
}
