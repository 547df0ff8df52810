/* SPDX-License-Identifier: EUPL-1.2 */
/* Parts → line, in the supervisor. The parts are copied, never parsed; what is added here is our own (numbers, words,
 * hexadecimal), except the host name, which goes through json like everything else. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

#include "record_priv.h"

static const char *const EVENT_WORDS[] = {
	[EVENT_DOCUMENT] = "document", [EVENT_ALERTE] = "alerte",         [EVENT_NON_VERIFIABLE] = "non_verifiable",
	[EVENT_CONFORME] = "conforme", [EVENT_SANS_OBJET] = "sans_objet", [EVENT_CORRECTION] = "correction",
	[EVENT_REJET] = "rejet",       [EVENT_REGLE] = "regle",           [EVENT_REGLES] = "regles",
	[EVENT_SERVICE] = "service",
};

const char *event_word(enum event_kind ev)
{
	return EVENT_WORDS[ev];
}

/* RFC 3339 in local time; `digits` of the fraction: 0 or 6. */
static void local_time(int64_t us, int digits, char out[40])
{
	time_t seconds = (time_t)(us / 1000000);
	struct tm tm;
	char day[24], fraction[16] = "";

	(void)localtime_r(&seconds, &tm);
	(void)strftime(day, sizeof day, "%Y-%m-%dT%H:%M:%S", &tm);
	if (digits)
		(void)snprintf(fraction, sizeof fraction, ".%06d", (int)(us % 1000000));
	long minutes = tm.tm_gmtoff / 60;
	(void)snprintf(out, 40, "%s%s%c%02d:%02d", day, fraction, minutes < 0 ? '-' : '+', abs((int)minutes) / 60,
		       abs((int)minutes) % 60);
}

void record_time(int64_t us, char out[40])
{
	local_time(us, 6, out);
}

void record_uuid(char out[37])
{
	static const char DIGITS[] = "0123456789abcdef";
	unsigned char b[16];

	while (getrandom(b, sizeof b, 0) != (ssize_t)sizeof b)
		if (errno != EINTR)
			abort();
	b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
	b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
	for (size_t i = 0; i < sizeof b; i++) {
		*out++ = DIGITS[b[i] >> 4];
		*out++ = DIGITS[b[i] & 0x0f];
		if (i == 3 || i == 5 || i == 7 || i == 9)
			*out++ = '-';
	}
	*out = '\0';
}

static void json_word(struct json *j, const char *key, const char *s)
{
	if (s && *s)
		json_str(j, key, str_c(s));
	else
		json_null(j, key);
}

static void json_second(struct json *j, const char *key, int64_t us)
{
	char text[40];

	local_time(us, 0, text);
	json_str(j, key, str_c(text));
}

static void put_head(const struct record_parts *p, const struct record_seal *s, struct buf *out)
{
	struct json members, *j = &members;
	char ts[40];

	json_begin(j, out, JSON_MEMBERS);
	record_time(s->ts_us, ts);
	json_str(j, "schema", STR("scrutateur-alerte/1.0"));
	json_str(j, "ts", str_c(ts));
	json_str(j, "id", str_c(s->id));
	json_int(j, "seq", s->seq);
	json_str(j, "event", str_c(event_word(p->event)));
	json_word(j, "verdict", p->alerte_v1[0] ? verdict_word(p->verdict) : NULL);
	json_word(j, "state", s->state);
	json_finish(j);
}

/* A record that belongs to no document has a null there. */
static void put_document_of(const struct record_parts *p, const struct record_seal *s, struct buf *out)
{
	if (!p->document.n) {
		buf_c(out, "\"document\": null");
		return;
	}
	struct json members, *j = &members;

	buf_c(out, "\"document\": {");
	buf_str(out, p->document);
	buf_c(out, ", ");
	json_begin(j, out, JSON_MEMBERS);
	if (s->received_us)
		json_second(j, "received", s->received_us);
	else
		json_null(j, "received");
	if (s->deposit)
		json_int(j, "deposit", s->deposit);
	else
		json_null(j, "deposit");
	json_finish(j);
	buf_char(out, '}');
}

static void put_seen(const struct record_parts *p, const struct record_seal *s, struct buf *out)
{
	struct json members, *j = &members;

	json_begin(j, out, JSON_MEMBERS);
	if (p->alerte_v1[0]) {
		json_object(j, "seen");
		json_int(j, "count", s->seen_count);
		json_second(j, "first", s->seen_first_us);
		json_end(j);
	} else {
		json_null(j, "seen");
	}
	json_finish(j);
	if (!p->exception.n) {
		buf_c(out, ", \"exception\": null");
		return;
	}
	buf_c(out, ", \"exception\": {");
	buf_str(out, p->exception);
	buf_char(out, '}');
}

static void put_tail(const struct record_seal *s, struct buf *out)
{
	struct json members, *j = &members;

	json_begin(j, out, JSON_MEMBERS);
	json_str(j, "host", str_part(str_c(s->host), 0, 64));
	json_object(j, "service");
	json_str(j, "name", STR("scrutateur"));
	json_str(j, "version", str_c(s->version));
	json_str(j, "instance", str_c(s->instance));
	json_end(j);
	json_word(j, "prev", s->prev);
	json_finish(j);
}

static void put_judged(const struct record_seal *s, struct buf *out)
{
	struct json members, *j = &members;

	json_begin(j, out, JSON_MEMBERS);
	json_object(j, "judged");
	json_word(j, "ruleset", s->ruleset);
	json_word(j, "with", s->judged_with);
	json_word(j, "seance", s->seance);
	json_end(j);
	json_finish(j);
	buf_c(out, ", ");
}

void record_line(const struct record_parts *p, const struct record_seal *s, struct buf *out)
{
	buf_char(out, '{');
	put_head(p, s, out);
	buf_c(out, ", ");
	buf_str(out, p->before);
	buf_c(out, ", ");
	buf_str(out, p->rule);
	buf_c(out, ", ");
	put_document_of(p, s, out);
	buf_c(out, ", ");
	buf_str(out, p->act);
	buf_c(out, ", ");
	buf_str(out, p->found);
	buf_c(out, ", ");
	put_seen(p, s, out);
	buf_c(out, ", ");
	buf_str(out, p->run);
	buf_c(out, ", ");
	if (s->ruleset != NULL)
		put_judged(s, out);
	put_tail(s, out);
	buf_char(out, '}');
}
