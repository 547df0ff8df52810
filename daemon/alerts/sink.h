/* SPDX-License-Identifier: EUPL-1.2 */
/* Where records go: a JSON Lines file, the systemd journal with native fields, syslog(3). The outbox (ledger) decides
 * what is due; a sink either has taken a record for good, or says why not and is asked again later.
 */
#ifndef SCRUTATEUR_SINK_H
#define SCRUTATEUR_SINK_H

#include "record.h"

enum sink_kind { SINK_FICHIER, SINK_JOURNAL, SINK_SYSLOG, SINK_KINDS };
const char *sink_word(enum sink_kind k); /* "fichier" "journal" "syslog" */

struct sink_record {
	struct str line; /* JSON, without LF */
	enum event_kind event;
	enum verdict verdict;
	enum severity severity;
	const char *state; /* or NULL */
	char id[37], fingerprint[65];
	struct str bell[BELL_COUNT];
};

struct sink;
/* The file is created 0640, opened O_APPEND; a last line without LF is ended with one before the next (torn by a crash
 * it is delivered again whole; cut by others after its delivery it is not). A file renamed away (logrotate) is followed:
 * a new one is opened at the first delivery after the next sync; of one that is removed before, that sync fails. One service to a file (flock). `path` only for SINK_FICHIER. */
struct sink *sink_open(enum sink_kind kind, const char *path, struct err *e);
void sink_close(struct sink *s);
/* Take one record for good. File: one write(2) of line + LF; the sync is sink_sync. Journal: sd_journal_sendv. Syslog:
 * ≤ LIMIT_SYSLOG_LINE. */
bool sink_deliver(struct sink *s, const struct sink_record *r, struct err *e);
/* Make what was delivered durable (fdatasync for the file, nothing for the others). Only then may the outbox forget;
 * when it fails, whatever was delivered since the last success is to be delivered again. */
bool sink_sync(struct sink *s, struct err *e);
/* Lines that had been delivered are not in the file any more: what others did to it, for people ("a été effacé"), once; else NULL. */
const char *sink_loss(struct sink *s);
/* The syslog text of a record: fixed order, identifiers never cut (ALERT_FORMAT §7). */
void sink_syslog_text(const struct sink_record *r, struct buf *out);

#endif
