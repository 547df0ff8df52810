/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the alerts room: one row of functions per kind of sink, and the texts they send (pure, tested alone). */
#ifndef SCRUTATEUR_SINK_PRIV_H
#define SCRUTATEUR_SINK_PRIV_H

#include <sys/types.h>
#include "sink.h"

#define JOURNAL_SOCKET "/run/systemd/journal/socket"
#define SYSLOG_SOCKET "/dev/log"

struct sink_ops {
	bool (*open)(struct sink *s, struct err *e);
	bool (*deliver)(struct sink *s, const struct sink_record *r, struct err *e);
	bool (*sync)(struct sink *s, struct err *e);
	void (*close)(struct sink *s);
};
extern const struct sink_ops SINK_FILE_OPS, SINK_JOURNAL_OPS, SINK_SYSLOG_OPS;

struct sink {
	enum sink_kind kind;
	const struct sink_ops *ops;
	char *path; /* file */
	int fd;     /* file, -1 when closed */
	bool dirty; /* file: written since the last sync */
	bool lost;  /* file: a sync failed, or the lines went away with it, and sink_sync has not said so yet */
	off_t end;  /* file: where it ended at the last sync, 0: not known */
	const char *loss; /* file: what others did to it, not yet asked for; or NULL */
	bool seen;  /* file: looked at since the last sync, and nothing went wrong with it */
};

bool sink_stateless_open(struct sink *s, struct err *e);
bool sink_stateless_sync(struct sink *s, struct err *e);
void sink_stateless_close(struct sink *s);

/* syslog severity, 3 … 7 (ALERT_FORMAT §6): never the levels that wake operators for machine failures. */
int sink_priority(const struct sink_record *r);
/* `s`, or when it is not one printable line, `s` with every doubtful byte made '?'. */
void sink_put_safe(struct buf *out, struct str s);
/* "majeure pouvoir-unique/1.1.0 CP20231620 nouvelle": what stands before the message. */
void sink_put_headline(struct buf *out, const struct sink_record *r);

/* "KEY=value" of each journal field of ALERT_FORMAT §8 that the record has, in its order. */
#define JOURNAL_FIELDS_MAX 24
size_t sink_journal_fields(struct arena *a, const struct sink_record *r, struct str ret[JOURNAL_FIELDS_MAX]);
/* The constant MESSAGE_ID of an event: docs in sink_journal.c. */
const char *sink_message_id(enum event_kind ev);

#endif
