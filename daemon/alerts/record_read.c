/* SPDX-License-Identifier: EUPL-1.2 */
#include "record_read.h"

#include <stddef.h>
#include <time.h>

#include "escape.h"
#include "hash.h"
#include "record_priv.h"

static const struct member {
	const char *parent, *key;
	enum { AS_TEXT, AS_NUMBER, AS_TIME } as;
	size_t at;
} MEMBERS[] = {
#define TEXT(p, k, m) { p, k, AS_TEXT, offsetof(struct record_told, m) }
#define NUMBER(p, k, m) { p, k, AS_NUMBER, offsetof(struct record_told, m) }
#define TIME(p, k, m) { p, k, AS_TIME, offsetof(struct record_told, m) }
	NUMBER("", "seq", seq),
	TIME("", "ts", ts_us),
	TEXT("", "id", id),
	TEXT("", "event", event),
	TEXT("", "verdict", verdict),
	TEXT("", "state", state),
	TEXT("severity", "level", severity),
	TEXT("", "reason", reason),
	TEXT("", "prev", prev),
	TEXT("", "message", message),
	TEXT("rule", "id", rule),
	TEXT("rule", "version", rule_version),
	TEXT("rule", "sha256", rule_sha256),
	TEXT("rule", "ruleset", ruleset),
	TEXT("document", "path", path),
	TEXT("document", "sha256", sha256),
	NUMBER("document", "bytes", bytes),
	TIME("document", "received", received_us),
	NUMBER("document", "deposit", deposit),
	TEXT("act", "number", act),
	TEXT("act", "date", act_date),
	TEXT("", "topic", topic),
	TEXT("fingerprints", "alerte/v1", alerte_v1),
	TEXT("fingerprints", "occurrence/v1", occurrence_v1),
	TEXT("fingerprints", "acte/v1", act_key),
	NUMBER("", "acts", acts),
	TEXT("", "act_key", act_key),
	NUMBER("seen", "count", count),
	TIME("seen", "first", first_us),
	TEXT("exception", "id", exception),
	NUMBER("verdicts", "erreur", errors),
	TEXT("judged", "ruleset", ruleset),
	TEXT("judged", "with", judged_with),
	TEXT("judged", "seance", seance),
};

struct reading_line {
	struct arena *a;
	struct record_told t;
	struct str schema, exception_reason;
};

/* "2026-11-29T11:28:53", then perhaps a fraction, then "+01:00". */
bool record_time_read(struct str s, int64_t *ret_us)
{
	static const struct { unsigned char at, n; } PARTS[] = { { 0, 4 }, { 5, 2 }, { 8, 2 }, { 11, 2 }, { 14, 2 }, { 17, 2 } };
	int64_t v[6], fraction = 0, hours, minutes;
	const struct str zone = str_part(s, s.n < 25 ? 0 : s.n - 6, s.n);

	for (size_t i = 0; i < 6; i++)
		if (!str_int(str_part(s, PARTS[i].at, (size_t)PARTS[i].at + PARTS[i].n), &v[i]))
			return false;
	if (zone.n != 6 || (zone.p[0] != '+' && zone.p[0] != '-') || !str_int(str_part(zone, 1, 3), &hours) || !str_int(str_part(zone, 4, 6), &minutes) ||
	    (s.n != 25 && (s.n != 32 || s.p[19] != '.' || !str_int(str_part(s, 20, 26), &fraction))))
		return false;
	struct tm tm = { .tm_year = (int)v[0] - 1900, .tm_mon = (int)v[1] - 1, .tm_mday = (int)v[2], .tm_hour = (int)v[3], .tm_min = (int)v[4], .tm_sec = (int)v[5] };
	const int64_t offset = (hours * 60 + minutes) * (zone.p[0] == '-' ? -60 : 60);
	*ret_us = ((int64_t)timegm(&tm) - offset) * 1000000 + fraction;
	return true;
}

static void put(struct reading_line *r, const struct member *m, struct str value)
{
	char *to = (char *)&r->t + m->at;

	if (m->as == AS_TEXT)
		*(struct str *)(void *)to = arena_dup(r->a, value);
	else if (m->as == AS_NUMBER)
		(void)str_int(value, (int64_t *)(void *)to);
	else
		(void)record_time_read(value, (int64_t *)(void *)to);
}

static void on_member(void *ctx, struct str parent, struct str key, struct str value)
{
	struct reading_line *r = ctx;

	for (size_t i = 0; i < sizeof MEMBERS / sizeof *MEMBERS; i++)
		if (str_eq(key, str_c(MEMBERS[i].key)) && str_eq(parent, str_c(MEMBERS[i].parent)))
			put(r, &MEMBERS[i], value);
	if (parent.n == 0 && str_eq(key, STR("schema")))
		r->schema = arena_dup(r->a, value);
	if (str_eq(parent, STR("exception")) && str_eq(key, STR("reason")))
		r->exception_reason = arena_dup(r->a, value);
}

static bool is_digest(struct str s)
{
	return s.n == DIGEST_HEX - 1 && hex_only(s);
}

/* Each record has an id and an event; of a finding it is known which rule said it, and of a deposit of what content. */
static bool is_whole(const struct record_told *t)
{
	return t->id.n && t->event.n && (t->rule.n || !t->alerte_v1.n) && (t->sha256.n ? is_digest(t->sha256) : t->deposit == 0);
}

bool record_read(struct arena *a, struct str line, struct record_told *ret, struct err *e)
{
	struct reading_line r = { .a = a };

	if (!json_read(line, on_member, &r, e))
		return false;
	if (!str_starts(r.schema, STR("scrutateur-alerte/1.")) || r.t.seq < 1 || r.t.ts_us == 0 || !is_whole(&r.t))
		return err_set(e, ERR_VALUE, "ce n'est pas un enregistrement de Scrutateur");
	if (r.t.exception.n)
		r.t.message = record_excepted(a, r.t.exception, r.exception_reason, r.t.message);
	r.t.message = escape_line(a, r.t.message, BELL_MESSAGE_BYTES);
	*ret = r.t;
	return true;
}
