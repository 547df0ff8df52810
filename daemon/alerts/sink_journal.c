/* SPDX-License-Identifier: EUPL-1.2 */
/* The systemd journal, with native fields, never as formatted text: a line feed in a value cannot make a new field.
 * libsystemd says "sent" when the journal's socket does not exist; a record must not be lost that way, so the socket is
 * looked for first. */
#include <errno.h>
#include <sys/uio.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include "bounds.h"
#include "sink_priv.h"

/* One identifier per kind of event, for `journalctl MESSAGE_ID=` and the catalog. They never change. */
const char *sink_message_id(enum event_kind ev)
{
	switch (ev) {
	case EVENT_DOCUMENT:
		return "15c5b6ee348d461dafa2904debec7ec5";
	case EVENT_ALERTE:
		return "6a1d0f4e6b0e4a5d9f2c3b7e8d901a55";
	case EVENT_NON_VERIFIABLE:
		return "6c0ac7a3dead4908bf83b58f118df9d4";
	case EVENT_CONFORME:
	case EVENT_SANS_OBJET:
		return "cb0ccef8bdb9467b96111895a58aed86";
	case EVENT_CORRECTION:
		return "efeba9f6865d428e9faa74a9c4ec29cf";
	case EVENT_REJET:
		return "adce05aa931a4c238bc4df8bfb519582";
	case EVENT_REGLE:
		return "6e2dcb75cad44d65869e1afd055d3797";
	case EVENT_REGLES:
		return "f087bace3cea4703bacd2e4cdcbb4e0b";
	default:
		return "c43630fbf6534377be157e3f12e410a5"; /* service */
	}
}

struct fields {
	struct arena *a;
	struct str *at;
	size_t n;
};

/* An empty value gives no field. */
static void add(struct fields *f, const char *key, struct str value)
{
	if (!value.n)
		return;
	struct buf b;

	buf_init(&b, 8 * KIB);
	buf_c(&b, key);
	buf_char(&b, '=');
	sink_put_safe(&b, value);
	f->at[f->n++] = arena_dup(f->a, buf_view(&b));
	buf_done(&b);
}

static struct str message_of(struct arena *a, const struct sink_record *r)
{
	struct buf b;

	buf_init(&b, 8 * KIB);
	sink_put_headline(&b, r);
	if (r->bell[BELL_MESSAGE].n) {
		buf_c(&b, ": ");
		sink_put_safe(&b, r->bell[BELL_MESSAGE]);
	}
	struct str s = arena_dup(a, buf_view(&b));
	buf_done(&b);
	return s;
}

static struct str documentation(struct arena *a, const struct sink_record *r)
{
	if (!r->bell[BELL_RULE].n)
		return STR("");
	return arena_printf(a, "file:///usr/share/doc/scrutateur/regles/%.*s.html", STR_ARG(r->bell[BELL_RULE]));
}

size_t sink_journal_fields(struct arena *a, const struct sink_record *r, struct str ret[JOURNAL_FIELDS_MAX])
{
	struct fields f = { a, ret, 0 };
	bool judged = r->fingerprint[0] != '\0';

	add(&f, "MESSAGE", message_of(a, r));
	add(&f, "PRIORITY", arena_printf(a, "%d", sink_priority(r)));
	add(&f, "SYSLOG_FACILITY", STR("21")); /* local5 */
	add(&f, "SYSLOG_IDENTIFIER", STR("scrutateur"));
	add(&f, "MESSAGE_ID", str_c(sink_message_id(r->event)));
	add(&f, "DOCUMENTATION", documentation(a, r));
	add(&f, "SCRUTATEUR_SCHEMA", STR("scrutateur-alerte/1.0"));
	add(&f, "SCRUTATEUR_EVENT", str_c(event_word(r->event)));
	add(&f, "SCRUTATEUR_VERDICT", str_c(judged ? verdict_word(r->verdict) : NULL));
	add(&f, "SCRUTATEUR_SEVERITY", str_c(r->event == EVENT_ALERTE ? severity_word(r->severity) : NULL));
	add(&f, "SCRUTATEUR_STATE", str_c(r->state));
	add(&f, "SCRUTATEUR_RULE", r->bell[BELL_RULE]);
	add(&f, "SCRUTATEUR_RULE_VERSION", r->bell[BELL_RULE_VERSION]);
	add(&f, "SCRUTATEUR_LEGAL", r->bell[BELL_LEGAL]);
	add(&f, "SCRUTATEUR_ACT", r->bell[BELL_ACT]);
	add(&f, "SCRUTATEUR_ACT_DATE", r->bell[BELL_ACT_DATE]);
	add(&f, "SCRUTATEUR_DOCUMENT_SHA256", r->bell[BELL_SHA256]);
	add(&f, "SCRUTATEUR_FINGERPRINT", str_c(r->fingerprint));
	add(&f, "SCRUTATEUR_ID", str_c(r->id));
	add(&f, "SCRUTATEUR_EVIDENCE", r->bell[BELL_EVIDENCE]);
	return f.n;
}

static bool deliver_journal(struct sink *s, const struct sink_record *r, struct err *e)
{
	(void)s;
	if (access(JOURNAL_SOCKET, F_OK) != 0)
		return err_sys(e, "joindre le journal de systemd (%s)", JOURNAL_SOCKET);

	struct arena a;
	struct str fields[JOURNAL_FIELDS_MAX];
	struct iovec iov[JOURNAL_FIELDS_MAX];
	arena_init(&a, 1 * MIB);
	size_t n = sink_journal_fields(&a, r, fields);
	for (size_t i = 0; i < n; i++)
		iov[i] = (struct iovec){ .iov_base = (void *)(uintptr_t)fields[i].p, .iov_len = fields[i].n };
	int status = sd_journal_sendv(iov, (int)n);
	arena_done(&a);
	if (status == 0)
		return true;
	errno = -status;
	return err_sys(e, "envoyer au journal de systemd");
}

const struct sink_ops SINK_JOURNAL_OPS = { sink_stateless_open, deliver_journal, sink_stateless_sync,
					   sink_stateless_close };
