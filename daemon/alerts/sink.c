/* SPDX-License-Identifier: EUPL-1.2 */
/* One face for three kinds of sink, and the words they share. A sink has no queue and no retry of its own: the outbox
 * of the ledger keeps what is due, so a failure here is only said. */
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "sink_priv.h"

static const struct {
	const char *word;
	const struct sink_ops *ops;
} KINDS[SINK_KINDS] = {
	[SINK_FICHIER] = { "fichier", &SINK_FILE_OPS },
	[SINK_JOURNAL] = { "journal", &SINK_JOURNAL_OPS },
	[SINK_SYSLOG] = { "syslog", &SINK_SYSLOG_OPS },
};

const char *sink_word(enum sink_kind k)
{
	return KINDS[k].word;
}

struct sink *sink_open(enum sink_kind kind, const char *path, struct err *e)
{
	struct sink *s = calloc(1, sizeof *s);

	if (!s || (path && !(s->path = strdup(path)))) {
		free(s);
		(void)err_set(e, ERR_SYS, "sortie %s : mémoire insuffisante", sink_word(kind));
		return NULL;
	}
	s->kind = kind;
	s->ops = KINDS[kind].ops;
	s->fd = -1;
	if (s->ops->open(s, e))
		return s;
	sink_close(s);
	return NULL;
}

void sink_close(struct sink *s)
{
	if (!s)
		return;
	s->ops->close(s);
	free(s->path);
	free(s);
}

bool sink_deliver(struct sink *s, const struct sink_record *r, struct err *e)
{
	return s->ops->deliver(s, r, e);
}

bool sink_sync(struct sink *s, struct err *e)
{
	return s->ops->sync(s, e);
}

const char *sink_loss(struct sink *s)
{
	const char *loss = s->loss;

	s->loss = NULL;
	return loss;
}

bool sink_stateless_open(struct sink *s, struct err *e)
{
	(void)s, (void)e;
	return true;
}

bool sink_stateless_sync(struct sink *s, struct err *e)
{
	(void)s, (void)e;
	return true;
}

void sink_stateless_close(struct sink *s)
{
	(void)s;
}

enum { PRIORITY_ERR = 3, PRIORITY_WARNING = 4, PRIORITY_NOTICE = 5, PRIORITY_INFO = 6, PRIORITY_DEBUG = 7 };

static int alert_priority(enum severity v)
{
	switch (v) {
	case SEVERITY_BLOQUANTE:
		return PRIORITY_ERR;
	case SEVERITY_MAJEURE:
		return PRIORITY_WARNING;
	case SEVERITY_MINEURE:
		return PRIORITY_NOTICE;
	default:
		return PRIORITY_INFO;
	}
}

int sink_priority(const struct sink_record *r)
{
	switch (r->event) {
	case EVENT_ALERTE:
		return alert_priority(r->severity);
	case EVENT_REGLE:
		return PRIORITY_ERR;
	case EVENT_REJET:
		return PRIORITY_WARNING;
	case EVENT_CONFORME:
	case EVENT_SANS_OBJET:
		return PRIORITY_DEBUG;
	case EVENT_DOCUMENT:
		return PRIORITY_INFO;
	default:
		return PRIORITY_NOTICE;
	}
}

void sink_put_safe(struct buf *out, struct str s)
{
	if (is_printable_line(s)) {
		buf_str(out, s);
		return;
	}
	for (size_t i = 0; i < s.n; i++)
		buf_char(out, s.p[i] >= 0x20 && s.p[i] < 0x7f ? s.p[i] : '?');
}

static void put_word(struct buf *out, struct str s)
{
	if (!s.n)
		return;
	if (out->n)
		buf_char(out, ' ');
	sink_put_safe(out, s);
}

void sink_put_headline(struct buf *out, const struct sink_record *r)
{
	put_word(out, r->bell[BELL_WORD]);
	put_word(out, r->bell[BELL_RULE]);
	if (r->bell[BELL_RULE].n && r->bell[BELL_RULE_VERSION].n) {
		buf_char(out, '/');
		sink_put_safe(out, r->bell[BELL_RULE_VERSION]);
	}
	put_word(out, r->bell[BELL_ACT].n ? r->bell[BELL_ACT] : str_part(r->bell[BELL_SHA256], 0, 12));
	put_word(out, str_c(r->state));
}
