/* SPDX-License-Identifier: EUPL-1.2 */
/* Finding → parts of a record, in the document child. The supervisor adds its own values without looking inside, so
 * everything that depends on the document, and the length of the line, is settled here: the whole is written again with
 * shorter passages until it fits. */
#include <string.h>

#include "escape.h"
#include "reading_out.h"
#include "record_priv.h"

/* Members without braces: begin, and end into the arena. */
struct members {
	struct json j;
	struct buf text;
};

static struct json *open_members(struct members *m)
{
	buf_init(&m->text, LIMIT_ACT_MEMORY); /* the limit of a line is looked at when all parts are there */
	json_begin(&m->j, &m->text, JSON_MEMBERS);
	return &m->j;
}

static struct str close_members(struct arena *a, struct members *m)
{
	json_finish(&m->j);
	if (m->text.full)
		arena_fail(a);
	struct str s = arena_dup(a, buf_view(&m->text));
	buf_done(&m->text);
	return s;
}

struct str record_message(struct arena *a, const struct finding *f)
{
	return f->message.n ? message_for_people(a, f->verdict, f->message) : f->rule->titre.n ? f->rule->titre : f->rule->id;
}

bool record_fits(const struct record_parts *p, size_t room)
{
	return p->before.n + p->rule.n + p->document.n + p->act.n + p->found.n + p->exception.n + p->run.n + RECORD_SEAL_ROOM + room <=
	       LIMIT_RECORD_LINE;
}

static enum event_kind event_of(enum verdict v)
{
	static const enum event_kind EVENTS[] = {
		[VERDICT_CONFORME] = EVENT_CONFORME,
		[VERDICT_ANOMALIE] = EVENT_ALERTE,
		[VERDICT_NON_VERIFIABLE] = EVENT_NON_VERIFIABLE,
		[VERDICT_SANS_OBJET] = EVENT_SANS_OBJET,
		[VERDICT_ERREUR] = EVENT_REGLE,
	};
	return EVENTS[v];
}

struct str record_document_members(struct arena *a, const struct record_context *c)
{
	struct members m;
	struct json *j = open_members(&m);

	record_put_document(j, c);
	return close_members(a, &m);
}

static struct str finding_before(struct arena *a, const struct finding *f)
{
	struct members m;
	struct json *j = open_members(&m);

	record_put_severity(j, f);
	record_put_text(j, a, "message", record_message(a, f), LIMIT_MESSAGE);
	return close_members(a, &m);
}

static struct str finding_rule(struct arena *a, const struct record_context *c, const struct finding *f, const struct cut *cut)
{
	struct members m;
	struct json *j = open_members(&m);

	record_put_rule(j, a, f->rule, c->ruleset, c->former, cut->text);
	record_put_legal(j, a, f, cut);
	record_put_parameters(j, a, f, cut);
	return close_members(a, &m);
}

struct str record_act_members(struct arena *a, const struct reading *r, size_t acte, size_t max)
{
	struct members m;
	struct json *j = open_members(&m);

	record_put_act(j, a, r, acte, max);
	return close_members(a, &m);
}

static struct str finding_found(struct arena *a, const struct record_context *c, const struct finding *f,
				struct str topic, const struct record_parts *p, const struct cut *cut)
{
	struct members m;
	struct json *j = open_members(&m);

	record_put_evidence(j, a, c->reading, f, cut);
	record_put_unread(j, a, c->reading, f, cut);
	record_put_text(j, a, "topic", topic, cut->text);
	record_put_fingerprints(j, p);
	return close_members(a, &m);
}

static struct str finding_run(struct arena *a, const struct finding *f)
{
	struct members m;
	struct json *j = open_members(&m);

	record_put_run(j, f->us, f);
	return close_members(a, &m);
}

static void set_exception(struct arena *a, const struct exemption *x, struct record_parts *p)
{
	struct members m;
	struct json *j;

	if (!x)
		return;
	j = open_members(&m);
	record_put_exception(j, a, x);
	p->exception = close_members(a, &m);
	p->exempted_by = escape_line(a, x->id, LIMIT_NAME_SHOWN);
}

/* One of the séance, or of a rule that was not run at all. */
static bool about_no_acte(const struct finding *f)
{
	return f->rule->par_seance || (f->verdict == VERDICT_ERREUR && f->instructions == 0);
}

/* rule, act and found, cut until the line fits. */
static void set_long_parts(struct arena *a, const struct record_context *c, const struct finding *f, struct str topic, bool brief,
			   struct record_parts *p)
{
	for (size_t i = 0; i < RECORD_CUTS_N; i++) {
		const struct cut *cut = &RECORD_CUTS[i];

		p->rule = finding_rule(a, c, f, cut);
		p->act = i == 0 ? record_memo_act(c, f->acte)->members : record_act_members(a, c->reading, f->acte, cut->text);
		p->found = brief ? STR("") : finding_found(a, c, f, topic, p, cut);
		if (record_fits(p, RECORD_CORRECTION_ROOM + (brief ? RECORD_FOUND_NOTHING : 0)))
			break;
	}
}

/* What a person knows the acte by, among several. */
static struct str objet_shown(struct arena *a, const struct record_context *c, const struct record_parts *p)
{
	const struct field *f = p->acte > 0 && p->actes > 1 && p->event == EVENT_ALERTE ? &c->reading->actes[p->acte - 1].objet : NULL;

	return f != NULL && f->statut == FIELD_LU ? escape_line(a, f->texte, LIMIT_NAME_SHOWN) : STR("");
}

void record_of_finding(struct arena *a, const struct record_context *c, const struct finding *f, bool brief,
		       struct record_parts *ret)
{
	const struct act_known *act = record_memo_act(c, f->acte);
	struct str topic = record_memo_topic(a, c, f);
	struct record_parts p = { .event = event_of(f->verdict), .verdict = f->verdict };

	p.severity = f->verdict == VERDICT_ANOMALIE ? f->severity : SEVERITY_NONE;
	memcpy(p.act_key, act->key, sizeof p.act_key);
	fingerprint_alerte(f->rule->id, act->key1, act->key2, topic, p.alerte_v1);
	fingerprint_occurrence(p.alerte_v1, c->sha256, f->rule->version, p.occurrence_v1);
	record_bell_of_finding(a, c, f, brief, p.bell);
	p.actes = (uint32_t)c->reading->actes_n;
	p.acte = about_no_acte(f) ? 0 : (uint32_t)f->acte + 1;
	p.objet = objet_shown(a, c, &p);
	p.passages = brief ? STR("") : record_passages(a, c, f);
	p.topic = escape_line(a, topic, LIMIT_EXCERPT);
	p.before = finding_before(a, f);
	p.document = record_memo_document(c);
	p.run = finding_run(a, f);
	p.limit = f->limit;
	set_exception(a, f->exception, &p);
	memcpy(p.rule_sha256, f->rule->sha256, sizeof p.rule_sha256);
	set_long_parts(a, c, f, topic, brief, &p);
	*ret = p;
}

struct str record_said(struct arena *a, struct str message, size_t max)
{
	struct members m;
	struct json *j = open_members(&m);

	json_null(j, "severity");
	record_put_text(j, a, "message", message, max);
	return close_members(a, &m);
}

/* rule, legal, parameters of a record that no rule made; `rule_id` may be empty. */
static struct str event_rule(struct arena *a, struct str rule_id)
{
	struct rule_info named = { .id = rule_id };
	struct members m;
	struct json *j = open_members(&m);

	if (rule_id.n)
		record_put_rule(j, a, &named, STR(""), NULL, LIMIT_EXCERPT);
	else
		json_null(j, "rule");
	json_array(j, "legal");
	json_end(j);
	json_array(j, "parameters");
	json_end(j);
	return close_members(a, &m);
}

static struct str event_act(struct arena *a, const struct reading *r)
{
	struct members m;
	struct json *j = open_members(&m);

	if (r && r->actes_n == 1)
		record_put_act(j, a, r, 0, RECORD_CUTS[0].text);
	else
		json_null(j, "act");
	return close_members(a, &m);
}

struct str record_found_nothing(struct arena *a, struct str topic, const struct record_parts *p, size_t max)
{
	struct members m;
	struct json *j = open_members(&m);

	json_array(j, "evidence");
	json_end(j);
	json_array(j, "unread");
	json_end(j);
	if (p) {
		record_put_text(j, a, "topic", topic, max);
		record_put_fingerprints(j, p);
	} else {
		json_null(j, "topic");
		json_null(j, "fingerprints");
	}
	return close_members(a, &m);
}

/* All that a record without a finding says, but for its document, its run and its bell. */
static void set_event(struct arena *a, struct str message, struct str rule_id, const struct reading *r, struct record_parts *p)
{
	p->before = record_said(a, message, LIMIT_MESSAGE);
	p->rule = event_rule(a, rule_id);
	p->act = event_act(a, r);
	p->found = record_found_nothing(a, STR(""), NULL, LIMIT_EXCERPT);
}

static struct str reason_run(struct arena *a, const char *word)
{
	struct members m;
	struct json *j = open_members(&m);

	json_null(j, "run");
	json_str(j, "reason", str_c(word));
	return close_members(a, &m);
}

static struct str counted(struct arena *a, struct str so_far, unsigned n, const char *one, const char *many)
{
	if (n == 0)
		return so_far;
	return arena_printf(a, "%.*s%s%u %s", STR_ARG(so_far), so_far.n ? ", " : "", n, n > 1 ? many : one);
}

/* What the verdicts add up to: one per rule, unless the file holds several actes or a rule found several faults. */
static struct str summary_head(struct arena *a, const unsigned v[5], unsigned rules_run, size_t actes)
{
	unsigned all = 0;
	struct str s = STR("");

	for (enum verdict i = VERDICT_CONFORME; i <= VERDICT_ERREUR; i++)
		all += v[i];
	s = counted(a, s, actes > 1 ? (unsigned)actes : 0, "acte", "actes");
	s = counted(a, s, rules_run, "règle", "règles");
	return counted(a, s, all != rules_run ? all : 0, "verdict", "verdicts");
}

static struct str summary(struct arena *a, const unsigned v[5], unsigned exempted, unsigned rules_run, size_t actes)
{
	bool judged = v[VERDICT_CONFORME] + v[VERDICT_ANOMALIE] > 0, open = v[VERDICT_NON_VERIFIABLE] + v[VERDICT_ERREUR] > 0;
	struct str s = STR("");

	s = counted(a, s, v[VERDICT_CONFORME], "conforme", "conformes");
	s = counted(a, s, v[VERDICT_ANOMALIE] - exempted, "anomalie", "anomalies");
	s = counted(a, s, exempted, "anomalie sous exception", "anomalies sous exception");
	s = counted(a, s, v[VERDICT_NON_VERIFIABLE], "non vérifiable", "non vérifiables");
	s = counted(a, s, v[VERDICT_SANS_OBJET], "sans objet", "sans objet");
	s = counted(a, s, v[VERDICT_ERREUR], "erreur", "erreurs");
	if (rules_run == 0)
		return STR("aucune règle");
	return arena_printf(a, "%.*s : %.*s%s", STR_ARG(summary_head(a, v, rules_run, actes)), STR_ARG(s.n ? s : STR("aucun verdict")),
			    !judged && open ? " ; aucune règle n'a pu juger ce document" : "");
}

static struct str with_unwritten(struct arena *a, unsigned n, struct str message)
{
	const char *s = plural_s(n);

	return n == 0 ? message : arena_printf(a, "%.*s ; dont %u conforme%s ou sans objet compté%s sans être inscrit%s un à un", STR_ARG(message), n, s, s, s);
}

static struct str with_unread_pages(struct arena *a, const struct reading *r, struct str message)
{
	const size_t n = r->text->unread_n;

	return n == 0 ? message : arena_printf(a, "%.*s ; %zu page%s sans texte, non lue%s", STR_ARG(message), n, plural_s(n), plural_s(n));
}

static void put_counts(struct json *j, const struct reading *r, const unsigned verdicts[5], unsigned rules_run)
{
	unsigned fields[READING_COUNTS];

	reading_count(r, fields);
	json_object(j, "reading");
	json_int(j, "lu", fields[FIELD_LU]);
	json_int(j, "absent", fields[FIELD_ABSENT]);
	json_int(j, "illisible", fields[FIELD_ILLISIBLE]);
	json_int(j, "ambigu", fields[FIELD_AMBIGU]);
	json_end(j);
	json_object(j, "verdicts");
	for (enum verdict v = VERDICT_CONFORME; v <= VERDICT_ERREUR; v++)
		json_int(j, verdict_word(v), verdicts[v]);
	json_end(j);
	json_int(j, "rules", rules_run);
}

void record_of_document(struct arena *a, const struct record_context *c, const unsigned verdicts[5], unsigned rules_run,
			int64_t us, struct record_parts *ret)
{
	struct str message = summary(a, verdicts, c->exempted, rules_run, c->reading->actes_n);
	struct record_parts p = { .event = EVENT_DOCUMENT };
	struct members m;
	struct json *j = open_members(&m);

	message = with_unread_pages(a, c->reading, with_unwritten(a, c->unwritten, message));
	record_put_run(j, us, NULL);
	put_counts(j, c->reading, verdicts, rules_run);
	memcpy(p.act_key, record_memo_act(c, 0)->key, sizeof p.act_key);
	json_int(j, "acts", (int64_t)c->reading->actes_n);
	json_str(j, "act_key", str_c(p.act_key));
	p.run = close_members(a, &m);
	set_event(a, message, STR(""), c->reading, &p);
	p.document = record_memo_document(c);
	record_bell_of_event(a, c, EVENT_DOCUMENT, message, p.bell);
	*ret = p;
}

/* Of a file that is not judged: for the reason, in a word. */
static void set_unjudged(struct arena *a, const struct record_context *c, enum event_kind ev, const char *word, struct str sentence,
			 struct record_parts *ret)
{
	struct record_parts p = { .event = ev };

	set_event(a, sentence, STR(""), NULL, &p);
	p.document = record_document_members(a, c);
	p.run = reason_run(a, word);
	record_bell_of_event(a, c, ev, sentence, p.bell);
	*ret = p;
}

void record_of_refusal(struct arena *a, const struct record_context *c, const char *word, struct str sentence,
		       struct record_parts *ret)
{
	set_unjudged(a, c, EVENT_REJET, word, sentence.n ? sentence : str_c(word), ret);
}

void record_of_repeat(struct arena *a, const struct record_context *c, struct str sentence, struct record_parts *ret)
{
	set_unjudged(a, c, EVENT_DOCUMENT, "deja-juge", sentence, ret);
}

void record_of_event(struct arena *a, enum event_kind ev, const char *word, struct str sentence, struct str rule_id,
		     struct record_parts *ret)
{
	struct record_parts p = { .event = ev };

	sentence = sentence.n ? sentence : str_c(word);
	set_event(a, sentence, rule_id, NULL, &p);
	p.run = reason_run(a, word);
	record_bell_of_event(a, NULL, ev, sentence, p.bell);
	p.bell[BELL_RULE] = escape_line(a, rule_id, LIMIT_NAME_SHOWN);
	*ret = p;
}
