/* SPDX-License-Identifier: EUPL-1.2 */
/* The bell: the few words of a record that go to syslog and the journal. Everything passes through escape.h, so that an
 * act cannot forge a log line; no passage is quoted here (ROBUST W-07), only where it stands. */
#include "escape.h"
#include "record_priv.h"

#define BELL_BYTES LIMIT_NAME_SHOWN

static struct str bell_act(struct arena *a, const struct reading *r, size_t acte)
{
	return escape_line(a, acte_known_as(r, acte), BELL_BYTES);
}

static struct str bell_date(const struct reading *r)
{
	return r->date.statut == FIELD_LU ? r->date.texte : STR("");
}

static struct str bell_legal(struct arena *a, const struct finding *f)
{
	if (!f->fondement_n)
		return STR("");
	const struct legal *l = f->fondement[0];
	const struct str which = legal_reference(l),
			 basis = l->code.n ? arena_printf(a, "%.*s%s%.*s", STR_ARG(l->code), legal_between(l), STR_ARG(which)) : which;

	return escape_line(a, basis, BELL_BYTES);
}

static struct str evidence_text(struct arena *a, const struct reading *r, struct span s)
{
	struct place p = place_at(r->places, s.start);

	return s.start < s.end ? arena_printf(a, "%zu-%zu L%u:%u", s.start, s.end, p.line, p.col) : STR("");
}

static struct str bell_evidence(struct arena *a, const struct reading *r, const struct finding *f)
{
	return f->preuves_n ? evidence_text(a, r, f->preuves[0].span) : STR("");
}

static bool is_told(const struct finding *f, size_t i)
{
	return i == 0 || f->preuves[i].role != ROLE_LECTURE;
}

/* "présents" and "présents pour cet acte" are often the same words. */
static bool is_told_before(const struct finding *f, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (is_told(f, k) && f->preuves[k].span.start == f->preuves[i].span.start && f->preuves[k].span.end == f->preuves[i].span.end)
			return true;
	return false;
}

struct str record_passages(struct arena *a, const struct record_context *c, const struct finding *f)
{
	struct str all = STR("");

	for (size_t i = 0; i < f->preuves_n; i++) {
		struct str one = evidence_text(a, c->reading, f->preuves[i].span);

		if (one.n && is_told(f, i) && !is_told_before(f, i))
			all = arena_printf(a, "%.*s%s%.*s", STR_ARG(all), all.n ? " " : "", STR_ARG(one));
	}
	return all;
}

struct str record_excepted(struct arena *a, struct str id, struct str reason, struct str message)
{
	return arena_printf(a, "[exception %.*s : %.*s] %.*s", STR_ARG(id), STR_ARG(reason), STR_ARG(message));
}

/* In front, so that a cut never takes it away; and part of what is compared: an alert told before is told again when it is exempted. */
static struct str with_exception(struct arena *a, const struct finding *f, struct str message)
{
	char day[DATE_WORDS];
	const struct exemption *x = f->exception ? f->exception : f->exception_over;

	if (!x)
		return message;
	if (f->exception)
		return record_excepted(a, x->id, x->raison, message);
	return arena_printf(a, "[exception %.*s expirée le %s] %.*s", STR_ARG(x->id), date_words(x->jusqu_au, day), STR_ARG(message));
}

void record_bell_of_finding(struct arena *a, const struct record_context *c, const struct finding *f, bool brief,
			    struct str bell[BELL_COUNT])
{
	bool anomaly = f->verdict == VERDICT_ANOMALIE;

	bell[BELL_WORD] = str_c(anomaly ? severity_word(f->severity) : verdict_word(f->verdict));
	bell[BELL_RULE] = escape_line(a, f->rule->id, BELL_BYTES);
	bell[BELL_RULE_VERSION] = escape_line(a, f->rule->version, BELL_BYTES);
	bell[BELL_LEGAL] = bell_legal(a, f);
	bell[BELL_ACT] = bell_act(a, c->reading, f->acte);
	bell[BELL_ACT_DATE] = bell_date(c->reading);
	bell[BELL_SHA256] = str_c(c->sha256);
	bell[BELL_MESSAGE] = escape_line(a, with_exception(a, f, record_message(a, f)), BELL_MESSAGE_BYTES);
	bell[BELL_EVIDENCE] = brief ? STR("") : bell_evidence(a, c->reading, f);
}

void record_bell_of_event(struct arena *a, const struct record_context *c, enum event_kind ev, struct str message,
			  struct str bell[BELL_COUNT])
{
	for (size_t i = 0; i < BELL_COUNT; i++)
		bell[i] = STR("");
	bell[BELL_WORD] = str_c(event_word(ev));
	bell[BELL_MESSAGE] = escape_line(a, message, BELL_MESSAGE_BYTES);
	if (!c)
		return;
	bell[BELL_SHA256] = str_c(c->sha256);
	if (c->reading && c->reading->actes_n == 1) {
		bell[BELL_ACT] = bell_act(a, c->reading, 0);
		bell[BELL_ACT_DATE] = bell_date(c->reading);
	}
}
