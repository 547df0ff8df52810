/* SPDX-License-Identifier: EUPL-1.2 */
/* A ledger in a directory of its own, documents and judgements of the sample act, and what the outbox holds. */
#ifndef SCRUTATEUR_TEST_LEDGER_H
#define SCRUTATEUR_TEST_LEDGER_H

#include <sqlite3.h>
#include "../alerts/tempdir.h"
#include "../alerts/validate.h"
#include "ledger.h"

/* What the judgements of a test were made with; a test of repeats says otherwise. */
#define WITH "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00"
#define RULES "5d0f5d0f5d0f5d0f5d0f5d0f5d0f5d0f5d0f5d0f5d0f5d0f5d0f5d0f5d0f5d0f"

#define ALL_SINKS ((1u << SINK_KINDS) - 1)
#define FICHIER (1u << SINK_FICHIER)

static struct ledger *l;
static struct sample sample;
static struct err why;

static inline void open_ledger(void)
{
	l = ledger_open(in_dir("registre.sqlite"), &why);
	if (!l)
		fail_msg("%s", why.msg);
}

static inline int start(void **state)
{
	why = (struct err){ 0 };
	if (make_dir(state) != 0)
		return -1;
	sample_open(&sample);
	open_ledger();
	return 0;
}

static inline int stop(void **state)
{
	ledger_close(l);
	l = NULL;
	sample_close(&sample);
	return drop_dir(state);
}

#define ok(call) ok_at((call), #call, __FILE__, __LINE__)
static inline void ok_at(bool done, const char *call, const char *file, int line)
{
	if (done)
		return;
	print_error("%s: %s\n", call, why.msg);
	_fail(file, line);
}

/* Give the sample act another content: other bytes, another hash. */
static inline void set_version(unsigned n)
{
	struct digest d = hash_of(arena_printf(&sample.a, "version %u", n));
	char hex[DIGEST_HEX];

	sample.c.sha256 = sample.c.text_sha256 = arena_dup(&sample.a, str_c(digest_hex(&d, hex))).p;
	sample.c.memo = record_memo_new(&sample.a, &sample.reading);
}

static inline int64_t receive_dropped(const char *spool, int64_t when)
{
	struct ledger_document d = { .nom = "CP20239001.txt", .octets = 5992, .recu_us = 1700000000000000, .changed_ns = when };
	int64_t id = 0;

	(void)snprintf(d.spool, sizeof d.spool, "%s", spool);
	(void)snprintf(d.sha256, sizeof d.sha256, "%s", sample.c.sha256);
	ok(ledger_receive(l, &d, &id, &why));
	return id;
}

/* Dropped after all that were received before. */
static inline int64_t receive(const char *spool)
{
	static int64_t now = 1700000000000000000;

	return receive_dropped(spool, ++now);
}

/* Judge with these findings; the document record follows. */
static inline bool judge_with(int64_t id, const struct finding *f, size_t n, unsigned sinks)
{
	unsigned verdicts[5] = { 0 };
	struct record_parts parts[16];
	struct ledger_judgement j = {
		.id = id, .reading = STR("{}"), .parts = parts, .parts_n = n + 1, .ruleset = RULES, .judged_with = WITH
	};

	for (size_t i = 0; i < n; i++) {
		record_of_finding(&sample.a, &sample.c, &f[i], false, &parts[i]);
		verdicts[f[i].verdict]++;
	}
	record_of_document(&sample.a, &sample.c, verdicts, (unsigned)n, 100, &parts[n]);
	return ledger_judge(l, &j, sinks, &why);
}

/* Receive this version of the act and judge it with one anomaly and one undecided rule. */
static inline void judge_sample(unsigned version)
{
	struct finding f[2];
	char spool[32];
	static unsigned arrivals;

	set_version(version);
	f[0] = anomaly(&sample);
	f[1] = undecided(&sample);
	(void)snprintf(spool, sizeof spool, "arrivee-%u", ++arrivals);
	ok(judge_with(receive(spool), f, 2, ALL_SINKS));
}

/* The one number that a query gives. */
static inline int64_t number(const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *st;

	assert_int_equal(sqlite3_open(in_dir("registre.sqlite"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	int64_t n = sqlite3_column_int64(st, 0);
	(void)sqlite3_finalize(st);
	(void)sqlite3_close(db);
	return n;
}

/* What the outbox gave. */
struct taken {
	struct str lines[64];
	int64_t seq[64];
	struct sink_record last;
	size_t n, stop_at;
};

static inline bool take(void *ctx, int64_t seq, const struct sink_record *r)
{
	struct taken *t = ctx;

	assert_in_range(t->n, 0, 63);
	t->last = *r;
	t->last.line = arena_dup(&sample.a, r->line);
	for (size_t i = 0; i < BELL_COUNT; i++)
		t->last.bell[i] = arena_dup(&sample.a, r->bell[i]);
	t->last.state = r->state ? arena_dup(&sample.a, str_c(r->state)).p : NULL;
	t->seq[t->n] = seq;
	t->lines[t->n++] = t->last.line;
	return t->n != t->stop_at;
}

static inline struct taken due(enum sink_kind k)
{
	struct taken t = { 0 };

	ok(ledger_due(l, k, 64, take, &t, &why));
	return t;
}

static inline const char *line_text(struct str line, const char *path)
{
	static char text[512];
	json_t *v = parsed(line);

	(void)snprintf(text, sizeof text, "%s", text_at(v, path));
	json_decref(v);
	return text;
}

static inline long long line_int(struct str line, const char *path)
{
	json_t *v = parsed(line);
	long long n = int_at(v, path);

	json_decref(v);
	return n;
}

#define IN_LEDGER(f) cmocka_unit_test_setup_teardown(f, start, stop)

#endif
