/* SPDX-License-Identifier: EUPL-1.2 */
/* syslog(3), one line per record. The call cannot say that it failed, so /dev/log is looked for first and an absent one
 * is a failure that the outbox retries. The message is cut to make room, the identifiers never (ALERT_FORMAT §7). */
#include <syslog.h>
#include <unistd.h>

#include "fold.h"
#include "bounds.h"
#include "sink_priv.h"

/* What others put before the text: "<172>Nov 23 01:12:45 host scrutateur[4194304]: ", a host of at most 64 bytes. */
#define SYSLOG_HEADER 112

static void put_identifiers(struct buf *out, const struct sink_record *r)
{
	if (r->fingerprint[0]) {
		buf_c(out, " fp=");
		sink_put_safe(out, str_part(str_c(r->fingerprint), 0, 12));
	}
	buf_c(out, " id=");
	sink_put_safe(out, str_part(str_c(r->id), 0, 8));
}

/* As much of `s` as fits in `room` bytes, whole characters, with "…" when something is missing. */
static void put_cut(struct buf *out, struct str s, size_t room)
{
	const struct str more = STR("…");
	size_t keep = 0, step;
	uint32_t cp;

	if (s.n <= room) {
		buf_str(out, s);
		return;
	}
	while ((step = utf8_next(s, keep, &cp)) > 0 && keep + step + more.n <= room)
		keep += step;
	buf_str(out, str_part(s, 0, keep));
	buf_str(out, more);
}

void sink_syslog_text(const struct sink_record *r, struct buf *out)
{
	const size_t max = LIMIT_SYSLOG_LINE - SYSLOG_HEADER;
	struct buf head, tail, message;

	buf_init(&head, max / 2);
	buf_init(&tail, max / 2);
	buf_init(&message, 8 * KIB);
	sink_put_headline(&head, r);
	put_identifiers(&tail, r);
	sink_put_safe(&message, r->bell[BELL_MESSAGE]);
	buf_str(out, buf_view(&head));
	buf_c(out, ": ");
	put_cut(out, buf_view(&message), max - head.n - tail.n - 2);
	buf_str(out, buf_view(&tail));
	buf_done(&head);
	buf_done(&tail);
	buf_done(&message);
}

static bool open_syslog(struct sink *s, struct err *e)
{
	(void)s, (void)e;
	openlog("scrutateur", LOG_PID, LOG_LOCAL5);
	return true;
}

static bool deliver_syslog(struct sink *s, const struct sink_record *r, struct err *e)
{
	struct buf text;

	(void)s;
	if (access(SYSLOG_SOCKET, F_OK) != 0)
		return err_sys(e, "joindre syslog (%s)", SYSLOG_SOCKET);
	buf_init(&text, LIMIT_SYSLOG_LINE);
	sink_syslog_text(r, &text);
	syslog(LOG_LOCAL5 | sink_priority(r), "%.*s", STR_ARG(buf_view(&text)));
	buf_done(&text);
	return true;
}

static void close_syslog(struct sink *s)
{
	(void)s;
	closelog();
}

const struct sink_ops SINK_SYSLOG_OPS = { open_syslog, deliver_syslog, sink_stateless_sync, close_syslog };
