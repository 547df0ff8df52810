/* SPDX-License-Identifier: EUPL-1.2 */
/* What the service says of itself goes twice: a line for the operator, and a record that travels with the alerts,
 * because whoever reads only the alerts must see that rules were refused or that a sink was silent for an hour.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "escape.h"
#include "bounds.h"
#include "extract.h"
#include "sandbox.h"
#include "supervisor_priv.h"

void fact(struct supervisor *s, enum news level, enum event_kind ev, const char *word, const char *rule,
	  const char *fmt, ...)
{
	char sentence[1024];
	struct record_parts p;
	struct arena a;
	struct err e;
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(sentence, sizeof sentence, fmt, ap);
	va_end(ap);
	news(level, "%s", sentence);
	if (s->ledger == NULL)
		return;
	arena_init(&a, MIB);
	record_of_event(&a, ev, word, escape_line(&a, str_c(sentence), sizeof sentence), str_c(rule), &p);
	if (!ledger_event(s->ledger, &p, outbox_mask(&s->outbox), &e))
		news(NEWS_ERR, "le registre ne prend pas ce fait : %s", e.msg);
	arena_done(&a);
	outbox_soon(&s->outbox);
}

const char *shown(struct str name, char out[512])
{
	struct arena a;

	arena_init(&a, MIB);
	struct str line = escape_line(&a, name, LIMIT_NAME_SHOWN);
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
