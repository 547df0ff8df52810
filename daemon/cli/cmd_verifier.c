/* SPDX-License-Identifier: EUPL-1.2 */
/* `verifier`: the records of the service, for files named on the command line; or their messages for a person. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "clock.h"
#include "escape.h"
#include "files.h"
#include "fold.h"
#include "hash.h"
#include "inspect.h"
#include "bounds.h"

#define PASSAGE_BYTES 400
#define PERSON_MARGIN 6

struct told {
	const struct options *o;
	struct session *s;
	int64_t seq;
	char prev[DIGEST_HEX];
	char host[256];
	bool anomalie, failed; /* something was found; something could not be judged */
	struct str raw;        /* the document under judgement */
	struct buf text;       /* drawn or decoded from it; empty when it is itself the text */
};

static void print_line(struct told *t, const struct record_parts *p)
{
	int64_t now = clock_day_us();
	struct record_seal seal = { .ts_us = now, .received_us = now, .seq = ++t->seq, .deposit = 1, .seen_count = 1, .seen_first_us = now,
				    .host = t->host, .version = SCRUTATEUR_VERSION, .instance = "cli",
				    .state = p->event == EVENT_ALERTE ? "nouvelle" : NULL, .prev = t->prev[0] ? t->prev : NULL };
	struct buf line;

	buf_init(&line, LIMIT_RECORD_LINE);
	record_uuid(seal.id);
	record_line(p, &seal, &line);
	struct digest d = hash_of(buf_view(&line));
	(void)digest_hex(&d, t->prev);
	buf_char(&line, '\n');
	t->failed |= !print_buf(&line);
	buf_done(&line);
}

static enum style style_of(const struct record_parts *p)
{
	if (p->event == EVENT_ALERTE)
		return p->severity >= SEVERITY_MAJEURE ? STYLE_BAD : STYLE_WEAK;
	if (p->event == EVENT_NON_VERIFIABLE)
		return STYLE_OPEN;
	return p->event == EVENT_REJET || p->verdict == VERDICT_ERREUR ? STYLE_BROKEN : STYLE_PLAIN;
}

/* The passage behind "820-866 L20:1" (record_bell.c writes it), as the reader saw it. */
static void put_passage(const struct told *t, struct pen *pen, struct str where)
{
	const struct str text = t->text.n > 0 ? buf_view(&t->text) : t->raw;
	struct arena a;
	size_t dash = str_find(where, STR("-"), 0), space = str_find(where, STR(" L"), 0), colon = str_find(where, STR(":"), 0);
	int64_t from, to;

	if (dash == STR_NONE || space == STR_NONE || colon == STR_NONE || !str_int(str_part(where, 0, dash), &from) ||
	    !str_int(str_part(where, dash + 1, space), &to))
		return;
	arena_init(&a, LIMIT_ACT_MEMORY);
	const struct str passage = escape_line(&a, squeeze(&a, str_part(text, (size_t)from, (size_t)to)), PASSAGE_BYTES);

	pen_to(pen, PERSON_MARGIN);
	pen_put(pen, STYLE_DIM, arena_printf(&a, "ligne %.*s : « %.*s »", STR_ARG(str_part(where, space + 2, colon)), STR_ARG(passage)));
	pen_end(pen);
	arena_done(&a);
}

static void print_person(const struct told *t, const struct record_parts *p)
{
	struct buf out;
	struct pen pen = { .out = &out, .look = t->o->look, .margin = PERSON_MARGIN };

	buf_init(&out, MIB);
	pen_to(&pen, 2);
	pen_put(&pen, style_of(p), p->bell[BELL_WORD]);
	if (p->bell[BELL_RULE].n) {
		pen_put(&pen, STYLE_PLAIN, STR(" "));
		pen_put(&pen, STYLE_TITLE, p->bell[BELL_RULE]);
	}
	pen_put(&pen, STYLE_PLAIN, STR(" : "));
	pen_put(&pen, STYLE_PLAIN, p->bell[BELL_MESSAGE]);
	pen_end(&pen);
	if (p->event == EVENT_ALERTE && p->bell[BELL_LEGAL].n) {
		pen_to(&pen, PERSON_MARGIN);
		pen_put(&pen, STYLE_PLAIN, p->bell[BELL_LEGAL]);
		pen_end(&pen);
	}
	if (p->event == EVENT_ALERTE)
		put_passage(t, &pen, p->bell[BELL_EVIDENCE]);
	(void)print_buf(&out);
	buf_done(&out);
}

static void tell(void *ctx, const struct record_parts *p)
{
	struct told *t = ctx;
	bool quiet = p->event == EVENT_CONFORME || p->event == EVENT_SANS_OBJET;

	t->anomalie |= p->event == EVENT_ALERTE;
	t->failed |= p->event == EVENT_REJET || p->event == EVENT_REGLE;
	if (quiet && !t->o->tout)
		return;
	if (t->o->json)
		print_line(t, p);
	else
		print_person(t, p);
}

static int verifier_one(void *ctx, const char *path, struct str raw)
{
	struct told *t = ctx;
	struct err e = { 0 };

	t->raw = raw;
	buf_init(&t->text, LIMIT_TEXT_BYTES);
	if (!inspect_bytes(t->s, path, raw, &t->text, tell, t, &e)) {
		complain_file(path, &e);
		t->failed = true;
	}
	buf_done(&t->text);
	return t->failed ? EXIT_PANNE : t->anomalie ? EXIT_ANOMALIE : EXIT_RIEN;
}

int cmd_verifier(int argc, char **argv)
{
	static const char usage[] = "usage : scrutateur verifier [--json] [--tout] [--config FICHIER] [--couleur oui|non|auto] FICHIER…\n"
				    "  --json : un enregistrement scrutateur-alerte/1.0 par ligne. --tout : aussi ce qui est conforme ou sans objet.\n"
				    "  Code 0 rien à signaler, 1 au moins une anomalie, 2 un fichier ou une règle n'a pas pu être pris en compte.";
	struct options o;
	struct session s;
	bool broken = false;
	int status;

	if (!options_read(argc, argv, usage, TAKES_JSON | TAKES_TOUT | NEEDS_FILES, &o, &status))
		return status;
	if (!session_open(&s, &o))
		return EXIT_PANNE;
	struct told t = { .o = &o, .s = &s };
	const struct files_work work = { .o = &o, .max_bytes = (size_t)s.conf.limites.octets,
					 .names = o.json ? NAMES_NEVER : NAMES_ALWAYS, .one = verifier_one, .ctx = &t };

	(void)gethostname(t.host, sizeof t.host - 1);
	broken |= !session_rules(&s, &broken);
	status = s.rules ? files_each(&work) : EXIT_PANNE;
	session_close(&s);
	return broken ? EXIT_PANNE : status;
}
