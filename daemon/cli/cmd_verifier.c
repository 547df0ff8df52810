/* SPDX-License-Identifier: EUPL-1.2 */
/* `verifier`: the records of the service, for files named on the command line; or their messages for a person. */
#include <unistd.h>

#include "cli.h"
#include "clock.h"
#include "files.h"
#include "findings.h"
#include "hash.h"
#include "inspect.h"
#include "misnamed.h"
#include "bounds.h"

#define OUTPUT_MAX (64 * MIB)

struct told {
	const struct options *o;
	struct session *s;
	struct sides sides;
	int64_t seq;
	char prev[DIGEST_HEX];
	char host[256];
	bool anomalie, failed; /* something was found; something could not be judged */
	const struct file_shown *file; /* the document under judgement */
	struct findings found;         /* for a person */
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

/* As `lire` and `expliquer` say it. */
static void say_refusal(const char *path, const struct record_parts *p)
{
	struct err e;

	(void)err_set(&e, ERR_VALUE, "%.*s", STR_ARG(p->bell[BELL_MESSAGE]));
	complain_file(path, &e);
}

static void tell(void *ctx, const struct record_parts *p)
{
	struct told *t = ctx;
	bool quiet = p->event == EVENT_CONFORME || p->event == EVENT_SANS_OBJET;

	t->anomalie |= p->event == EVENT_ALERTE && p->exempted_by.n == 0;
	t->failed |= p->event == EVENT_REJET || p->event == EVENT_REGLE;
	if (quiet && !t->o->tout)
		return;
	if (t->o->json)
		print_line(t, p);
	else if (p->event == EVENT_REJET)
		say_refusal(t->file->path, p);
	else
		findings_add(&t->found, p);
}

static bool print_found(struct told *t, struct str text)
{
	struct buf out;

	if (t->found.groups.n == 0)
		return true;
	buf_init(&out, OUTPUT_MAX);
	findings_print(&t->found, t->o->look, text, &out);
	files_say_name(t->file);
	bool ok = !out.full && print_buf(&out);
	buf_done(&out);
	return ok;
}

static int verifier_one(void *ctx, const struct file_shown *file, struct str raw)
{
	struct told *t = ctx;
	struct err e = { 0 };
	struct buf text; /* drawn or decoded from the file; empty when that is itself the text */

	t->file = file;
	findings_init(&t->found);
	buf_init(&text, LIMIT_TEXT_BYTES);
	if (!inspect_bytes(t->s, file->path, raw, &t->sides, &text, tell, t, &e)) {
		complain_file(file->path, &e);
		t->failed = true;
	}
	t->failed |= !print_found(t, text.n > 0 ? buf_view(&text) : raw);
	buf_done(&text);
	findings_done(&t->found);
	return t->failed ? EXIT_PANNE : t->anomalie ? EXIT_ANOMALIE : EXIT_RIEN;
}

static int verifier(struct session *s, const struct options *o)
{
	bool broken = false;
	struct told t = { .o = o, .s = s };
	const struct files_work work = { .o = o, .max_bytes = (size_t)s->conf.limites.octets,
					 .names = o->json ? NAMES_NEVER : NAMES_ALWAYS, .one = verifier_one, .ctx = &t };

	(void)gethostname(t.host, sizeof t.host - 1);
	say_misnamed(&s->conf);
	broken |= !session_rules(s, &broken);
	const int status = s->rules && sides_open(s, o, &t.sides) ? files_each(&work) : EXIT_PANNE;
	sides_close(&t.sides);
	return broken ? EXIT_PANNE : status;
}

int cmd_verifier(int argc, char **argv)
{
	static const char usage[] = "usage : scrutateur verifier [--json] [--tout] [--cote FICHIER]… [--config FICHIER] [--couleur oui|non|auto] FICHIER…\n"
				    "  --json : un enregistrement scrutateur-alerte/1.0 par ligne. --tout : aussi ce qui est conforme ou sans objet.\n"
				    "  --cote : un fichier venu avec l'acte (message ACTES, accusé de réception, metadata.json), quatre au plus.\n"
				    "  Code 0 rien à signaler, 1 au moins une anomalie, 2 un fichier ou une règle n'a pas pu être pris en compte.";

	return session_run(argc, argv, usage, TAKES_JSON | TAKES_TOUT | TAKES_COTE | NEEDS_FILES, verifier);
}
