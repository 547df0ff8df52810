/* SPDX-License-Identifier: EUPL-1.2 */
/* The ledger first, for files are compared with it: a line belongs there, byte for byte, and none between two of them may be missing. */
#include "history_chain.h"

#include <stdio.h>
#include <string.h>

#include "alert_lines.h"
#include "bounds.h"
#include "escape.h"
#include "hash.h"
#include "history.h"
#include "session.h"

struct reading_file {
	struct history *h;
	const char *name;
	int64_t lines, repeated, last; /* last: number of the record read last */
	int64_t former;		 /* lines at the beginning that no record is: of a ledger that was lost, if this one begins behind them */
	char former_prev[DIGEST_HEX]; /* of the last of them */
	int status;
};

static int fail(const struct err *e)
{
	complain(e);
	return EXIT_PANNE;
}

static void say(const char *name, const char *words)
{
	struct arena a;

	arena_init(&a, 64 * KIB);
	const struct str shown = escape_line(&a, str_c(name), 4096);
	(void)printf("%.*s : %s\n", STR_ARG(shown), words);
	arena_done(&a);
}

/* The number after `"seq": `, near the beginning of each line of ours; 0: it has none. */
static int64_t number_of(struct str line)
{
	const struct str key = STR("\"seq\": ");
	const size_t at = str_find(str_part(line, 0, 400), key, 0);
	int64_t n = 0;

	if (at == STR_NONE)
		return 0;
	const struct str rest = str_part(line, at + key.n, line.n);
	(void)str_int(str_part(rest, 0, str_find(rest, STR(","), 0)), &n);
	return n;
}

static int accuse(const struct reading_file *r, int64_t line)
{
	char words[200];

	(void)snprintf(words, sizeof words, "ligne %lld : ce n'est pas un enregistrement du registre, ou il a été modifié", (long long)line);
	say(r->name, words);
	return EXIT_ANOMALIE;
}

/* A former ledger's lines follow one another too; a crash may have repeated one, and a third ledger may have come between. */
static bool is_of_former(struct reading_file *r, int64_t seq, struct str line)
{
	char end[DIGEST_HEX + 16], own[DIGEST_HEX];
	const struct digest d = hash_of(line);

	(void)snprintf(end, sizeof end, "\"prev\": \"%s\"}", r->former_prev);
	(void)digest_hex(&d, own);
	const bool starts = seq == 1 && str_ends(line, STR("\"prev\": null}"));
	if (seq == 0 || r->last > 0 || (r->former + 1 != r->lines) ||
	    (r->former > 0 && !starts && strcmp(own, r->former_prev) != 0 && !str_ends(line, str_c(end))))
		return false;
	(void)snprintf(r->former_prev, sizeof r->former_prev, "%s", own);
	r->former++;
	return true;
}

/* 0: as it should be. */
static int check_line(struct reading_file *r, struct str line)
{
	char words[200];
	const int64_t seq = number_of(line);
	struct err e = { 0 };
	struct str filed;
	int64_t missing = 0;

	if (!history_line(r->h, seq, &filed, &e))
		return fail(&e);
	if (seq == 0 || !str_eq(filed, line))
		return is_of_former(r, seq, line) ? EXIT_RIEN : accuse(r, r->lines);
	/* This ledger's first record alone tells that what is before it was another's. */
	if (r->former > 0 && r->last == 0 && seq != 1)
		return accuse(r, r->former);
	if (r->last > 0 && seq > r->last + 1 && !history_written(r->h, r->last, seq, &missing, &e))
		return fail(&e);
	if (missing > 0) {
		(void)snprintf(words, sizeof words, "ligne %lld : %lld enregistrement%s entre %lld et %lld", (long long)r->lines, (long long)missing,
			       missing > 1 ? "s manquent" : " manque", (long long)r->last, (long long)seq);
		say(r->name, words);
		return EXIT_ANOMALIE;
	}
	r->repeated += seq <= r->last;
	r->last = seq > r->last ? seq : r->last;
	return EXIT_RIEN;
}

static bool on_line(void *ctx, struct str line, int64_t number)
{
	struct reading_file *r = ctx;

	r->lines = number;
	r->status = check_line(r, line);
	return r->status == EXIT_RIEN;
}

static int check_file(struct history *h, const char *name)
{
	struct reading_file r = { .h = h, .name = name };
	char words[200];
	bool torn = false;
	struct err e;

	if (!alert_lines(name, on_line, &r, &torn, &e))
		return fail(&e);
	if (r.status != EXIT_RIEN)
		return r.status;
	if (r.former > 0 && r.last == 0)
		return accuse(&r, 1);
	if (r.former > 0) {
		(void)snprintf(words, sizeof words, "lignes 1 à %lld : d'un registre précédent, qui n'est plus là ; elles se suivent", (long long)r.former);
		say(name, words);
		r.lines -= r.former;
	}
	(void)snprintf(words, sizeof words, "%lld ligne%s du registre, dont %lld répétée%s%s", (long long)r.lines, r.lines > 1 ? "s, toutes" : "",
		       (long long)r.repeated, plural_s(r.repeated), torn ? " ; la dernière n'est pas finie" : "");
	say(name, words);
	return EXIT_RIEN;
}

static int check_ledger(struct history *h, const char *path)
{
	int64_t n = 0, broken = 0;
	const char *lost = history_lost(h);
	char words[400];
	struct err e = { 0 };

	if (!history_chain(h, &n, &broken, &e))
		return fail(&e);
	if (broken == 0 && *lost)
		(void)snprintf(words, sizeof words, "%lld est le dernier enregistrement ; %.200s n'ont pas pu être retrouvés quand le registre a été reconstruit, les autres se suivent",
			       (long long)n, lost);
	else if (broken == 0)
		(void)snprintf(words, sizeof words, "%lld enregistrement%s, chaîne entière", (long long)n, plural_s(n));
	else if (broken <= n)
		(void)snprintf(words, sizeof words, "l'enregistrement %lld ne suit pas le précédent : l'un des deux a été modifié, ou il en manque", (long long)broken);
	else
		(void)snprintf(words, sizeof words, "le dernier enregistrement (%lld) n'est pas celui que le registre a noté : il a été modifié, ou il en manque", (long long)n);
	say(path, words);
	return broken == 0 ? EXIT_RIEN : EXIT_ANOMALIE;
}

int history_check(const char *ledger, char **files, int files_n)
{
	struct err e = { 0 };
	struct history *h = history_open(ledger, &e);

	if (h == NULL)
		return fail(&e);
	int status = check_ledger(h, ledger);
	for (int i = 0; i < files_n && status != EXIT_PANNE; i++) {
		const int of_file = check_file(h, files[i]);
		status = of_file > status ? of_file : status;
	}
	history_close(h);
	return status;
}
