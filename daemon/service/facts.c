/* SPDX-License-Identifier: EUPL-1.2 */
/* What the service says of itself goes twice: a line for the operator, and a record that travels with the alerts,
 * because whoever reads only the alerts must see that rules were refused or that a sink was silent for an hour.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "escape.h"
#include "bounds.h"
#include "extract.h"
#include "sandbox.h"
#include "supervisor_priv.h"

struct untold {
	struct untold *next;
	enum event_kind ev;
	char word[32], rule[128], sentence[1024];
	char name[256], id[DIGEST_HEX]; /* EVENT_REJET: of the file that stays in the drop, and of its note */
};

/* The note says that it is told, and comes after: what was not told is told again after a stop. */
static void note_refusal(struct supervisor *s, const struct untold *u)
{
	const struct spool_note note = { .word = u->word, .nom = str_c(u->name), .sentence = str_c(u->sentence), .recu_us = clock_day_us() };
	struct err e;

	if (!spool_note(&s->spool, u->id, &note, &e))
		news(NEWS_ERR, "la note de ce refus n'a pas pu être écrite : %s", e.msg);
}

static bool tell(struct supervisor *s, const struct untold *u, struct err *e)
{
	struct record_parts p;
	struct arena a;

	arena_init(&a, MIB);
	if (u->ev == EVENT_REJET)
		record_of_refusal(&a, &(struct record_context){ .path = escape_line(&a, str_c(u->name), 512) }, u->word, str_c(u->sentence), &p);
	else
		record_of_event(&a, u->ev, u->word, escape_line(&a, str_c(u->sentence), sizeof u->sentence), str_c(u->rule), &p);
	const bool told = ledger_event(s->ledger, &p, outbox_mask(&s->outbox), e);
	arena_done(&a);
	if (told && u->ev == EVENT_REJET)
		note_refusal(s, u);
	if (told) {
		outcome_ledger_works(s);
		outbox_soon(&s->outbox);
	}
	return told;
}

void facts_again(struct supervisor *s)
{
	struct err e;

	while (s->untold != NULL && tell(s, s->untold, &e)) {
		struct untold *told = s->untold;
		s->untold = told->next;
		free(told);
	}
	if (s->untold != NULL && s->dispatch != NULL)
		alarm_within(s->dispatch, 2 * RETRY_MS);
}

unsigned facts_untold(const struct supervisor *s)
{
	unsigned n = 0;

	for (const struct untold *u = s->untold; u != NULL; u = u->next)
		n++;
	return n;
}

/* In order, behind those that wait already. */
static void keep(struct supervisor *s, const struct untold *u, const struct err *e)
{
	struct untold **end = &s->untold, *copy;
	const unsigned n = facts_untold(s);

	while (*end != NULL)
		end = &(*end)->next;
	if (n == 0)
		news(NEWS_ERR, "le registre ne prend pas ce fait, il attend : %s", e->msg);
	if (n == LIMIT_FACTS_UNTOLD) {
		news(NEWS_ERR, "le registre ne prend rien depuis %u faits : celui-ci n'y sera pas", n);
		return;
	}
	copy = malloc(sizeof *copy);
	if (copy == NULL)
		abort();
	*copy = *u;
	copy->next = NULL;
	*end = copy;
}

static void tell_or_keep(struct supervisor *s, const struct untold *u)
{
	struct err e = { .msg = "" };

	facts_again(s);
	if (s->untold == NULL && tell(s, u, &e))
		return;
	keep(s, u, &e);
	if (s->dispatch != NULL)
		alarm_within(s->dispatch, 2 * RETRY_MS);
}

void fact(struct supervisor *s, enum news level, enum event_kind ev, const char *word, const char *rule,
	  const char *fmt, ...)
{
	struct untold u = { .ev = ev };
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(u.sentence, sizeof u.sentence, fmt, ap);
	va_end(ap);
	snprintf(u.word, sizeof u.word, "%s", word);
	snprintf(u.rule, sizeof u.rule, "%s", rule != NULL ? rule : "");
	news(level, "%s", u.sentence);
	if (s->ledger == NULL)
		return;
	tell_or_keep(s, &u);
}

void fact_refused(struct supervisor *s, const char *name, const char *id, const char *word, const char *sentence)
{
	struct untold u = { .ev = EVENT_REJET };

	snprintf(u.word, sizeof u.word, "%s", word);
	snprintf(u.sentence, sizeof u.sentence, "%s", sentence);
	snprintf(u.name, sizeof u.name, "%s", name);
	snprintf(u.id, sizeof u.id, "%s", id);
	tell_or_keep(s, &u);
}

const char *shown(struct str name, char out[512])
{
	struct arena a;

	arena_init(&a, MIB);
	struct str line = escape_name(&a, name, LIMIT_NAME_SHOWN);
	snprintf(out, 512, "%.*s", STR_ARG(line));
	arena_done(&a);
	return out;
}

static void say_unmet(void *ctx, const char *sentence)
{
	fact(ctx, NEWS_WARNING, EVENT_SERVICE, "extraction", NULL, "%s", sentence);
}

/* A refusal came earlier, from settings_load. */
static void say_sandbox(struct supervisor *s)
{
	const char *said;
	bool lacking;
	struct err e;

	if (sandbox_check(s->now->c.bac_a_sable, &said, &lacking, &e)) {
		s->sandbox = said;
		s->sandbox_lacking = lacking;
		fact(s, lacking ? NEWS_WARNING : NEWS_NOTICE, EVENT_SERVICE, "confinement", NULL, "%s", said);
	}
}

void facts_of_the_machine(struct supervisor *s)
{
	extract_check(&s->now->c, say_unmet, s);
	say_sandbox(s);
}
