/* SPDX-License-Identifier: EUPL-1.2 */
/* The document child. It gives up its rights, reads, says what it found, and leaves by _exit: nothing is freed, because
 * a pending finaliser of a rule could hang, and the process is gone anyway. What is running is told in shared memory,
 * and by a sign of life now and then, for the one who holds the clock.
 */
#include "child.h"

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "escape.h"
#include "file.h"
#include "findings_cut.h"
#include "frame.h"
#include "fresh.h"
#include "bounds.h"
#include "reading_out.h"
#include "seal.h"

#define OUT_WAITS (32 * KIB)
enum { CHILD_DONE = 0, CHILD_NO_PIPE = 1, CHILD_NO_MEMORY = 3 };

struct work {
	struct ruleset *rules;
	const struct child_job *job;
	struct arena *a;
	struct buf out;
	struct buf raw;
	struct extraction drawn;
	struct record_context about;
	char sha256[DIGEST_HEX], text_sha256[DIGEST_HEX];
	unsigned verdicts[5];
	struct findings_cut cut;
	size_t said; /* bytes that have left */
	int64_t began_us, signed_ms; /* the last sign of life */
};

static void flush(struct work *w)
{
	struct err e;

	if (w->out.full || !file_write_all(w->job->out, buf_view(&w->out), &e))
		_exit(CHILD_NO_PIPE);
	w->said += w->out.n;
	buf_clear(&w->out);
}

static void say(struct work *w, enum frame_type type, uint32_t num, struct str text)
{
	frame_put(&w->out, &(struct frame){ .type = type, .num = { num }, .text = { text }, .texts = text.n > 0 });
	flush(w);
}

/* They leave with the next sign of life, unless there are many. */
static void say_parts(struct work *w, const struct record_parts *p)
{
	frame_put_parts(&w->out, p);
	if (w->out.full || w->out.n > OUT_WAITS)
		flush(w);
}

static _Noreturn void refuse(struct work *w, const char *word, const char *sentence)
{
	struct record_parts p;

	record_of_refusal(w->a, &w->about, word, str_c(sentence), &p);
	say_parts(w, &p);
	say(w, FRAME_REFUSED, 0, str_c(word));
	say(w, FRAME_END, 0, STR(""));
	_exit(CHILD_DONE);
}

static void say_alive(struct work *w, uint32_t step)
{
	w->signed_ms = clock_ms();
	say(w, FRAME_ALIVE, step, STR(""));
}

/* A frame wakes the supervisor; a word in shared memory does not. */
static void on_rule(void *ctx, size_t rule)
{
	struct work *w = ctx;
	const uint32_t step = (uint32_t)rule + 1;

	if (w->job->step != NULL)
		*w->job->step = step;
	if (w->job->step == NULL || clock_ms() - w->signed_ms >= CHILD_SIGN_MS)
		say_alive(w, step);
}

static bool is_brief(const struct work *w, enum verdict v)
{
	return w->job->brief && (v == VERDICT_CONFORME || v == VERDICT_SANS_OBJET);
}

static void on_finding(void *ctx, const struct finding *f)
{
	struct work *w = ctx;
	struct record_parts p;

	w->verdicts[f->verdict]++;
	w->about.exempted += f->exception != NULL;
	if (!findings_cut_takes(&w->cut, f, w->said + w->out.n))
		return;
	record_of_finding(w->a, &w->about, f, is_brief(w, f->verdict), &p);
	say_parts(w, &p);
}

static void say_not_run(struct work *w, const struct rule_info *rule, const char *message)
{
	const struct finding f = {
		.rule = rule, .verdict = VERDICT_ERREUR, .message = str_c(message), .sujet = STR("regle")
	};

	on_finding(w, &f);
}

static void say_cut(struct work *w)
{
	const struct str sentence = findings_cut_sentence(w->a, &w->cut, w->about.reading->actes_n);
	struct record_parts p;

	if (sentence.n == 0)
		return;
	record_of_event(w->a, EVENT_REGLE, "troncature", sentence, STR(""), &p);
	say_parts(w, &p);
}

/* Rules not to be run are told about by name; the others run. */
static unsigned judge(struct work *w, const struct reading *r)
{
	size_t n;
	const struct rule_info *const *rules = ruleset_rules(w->rules, &n);
	const bool *late = w->job->skip, *suspended = w->job->suspended;
	bool skip[LIMIT_RULES] = { false };
	unsigned run = 0;

	for (size_t i = 0; i < n && i < LIMIT_RULES; i++) {
		skip[i] = (late != NULL && late[i]) || (suspended != NULL && suspended[i]);
		run += !skip[i];
		if (suspended != NULL && suspended[i])
			say_not_run(w, rules[i], "règle suspendue : elle a dépassé ses limites sur plusieurs documents");
		else if (skip[i])
			say_not_run(w, rules[i], "délai dépassé : la règle ne s'est pas terminée et a été interrompue");
	}
	ruleset_judge(w->rules, w->a, r, skip,
		      &(struct judge_calls){ .ctx = w, .starts = on_rule, .found = on_finding });
	return run;
}

static void say_reading(struct work *w, const struct reading *r)
{
	struct buf json;

	/* Half a frame's worth: the records of the document must fit the answer as well. */
	buf_init(&json, LIMIT_FRAME / 2);
	reading_json(r, w->sha256, false, &json);
	if (json.full)
		refuse(w, refusal_word(REFUSAL_SIZE), "acte trop riche : sa lecture ne tient pas dans les limites");
	say(w, FRAME_READING, 0, buf_view(&json));
	buf_done(&json);
}

static void say_document(struct work *w, unsigned run)
{
	struct record_parts p;

	if (w->job->step != NULL)
		*w->job->step = 0;
	say_alive(w, 0);
	say_cut(w);
	w->about.unwritten = findings_cut_quiet(&w->cut);
	record_of_document(w->a, &w->about, w->verdicts, run, clock_us() - w->began_us, &p);
	say_parts(w, &p);
	say(w, FRAME_END, 0, STR(""));
}

static void set_digest(struct str s, char hex[DIGEST_HEX])
{
	struct digest d = hash_of(s);

	digest_hex(&d, hex);
}

/* What can be said about any file, readable or not. */
static void read_bytes(struct work *w)
{
	struct err e;
	char sentence[128];

	buf_init(&w->raw, (size_t)w->job->conf->limites.octets);
	if (!file_read_fd(w->job->fd, &w->raw, &e)) {
		snprintf(sentence, sizeof sentence, "fichier de plus de %lld octets", (long long)w->job->conf->limites.octets);
		if (e.code == ERR_LIMIT)
			refuse(w, refusal_word(REFUSAL_SIZE), sentence);
		_exit(CHILD_NO_PIPE);
	}
	set_digest(buf_view(&w->raw), w->sha256);
	w->about.sha256 = w->sha256;
	w->about.bytes = w->raw.n;
}

static void tool_at_work(void *ctx)
{
	struct work *w = ctx;

	frame_put(&w->out, &(struct frame){ .type = FRAME_ALIVE, .num = { 0, 1 } });
	flush(w);
}

/* Before the seal, since it starts processes; of the document only its first bytes and the names in it are looked at. */
static void draw_text(struct work *w)
{
	struct err e;
	const struct extract_job job = { .conf = w->job->conf,
					 .raw = buf_view(&w->raw),
					 .document = w->job->fd,
					 .recognise = w->job->recognise,
					 .alive = tool_at_work,
					 .ctx = w };

	if (!extract(&job, &w->drawn, &e))
		_exit(CHILD_NO_TOOL);
	if (!w->drawn.scan)
		return;
	say(w, FRAME_SCAN, 0, STR(""));
	say(w, FRAME_END, 0, STR(""));
	_exit(CHILD_DONE);
}

/* Offsets point into a text that nobody else has: it is handed over to be kept. */
static void hand_over(struct work *w, const struct text *text)
{
	struct err e;

	if (text->received || w->job->text < 0)
		return;
	if (!file_write_all(w->job->text, text->bytes, &e))
		_exit(CHILD_NO_PIPE);
	say(w, FRAME_TEXT, (uint32_t)text->bytes.n, STR(""));
}

static const struct reading *read_act(struct work *w)
{
	enum text_refusal why = REFUSAL_NONE;
	const struct reading *r;
	struct err e = { 0 };

	if (!document_read(w->a, ruleset_lexicon(w->rules), buf_view(&w->raw), &w->drawn, (size_t)w->job->conf->limites.texte, &r, &why, &e))
		refuse(w, refusal_word(why), e.msg);
	/* Hashed already when it is the file itself. */
	if (!r->text->received)
		set_digest(r->text->bytes, w->text_sha256);
	w->about.text_sha256 = r->text->received ? w->sha256 : w->text_sha256;
	return r;
}

static void seal(struct work *w)
{
	struct err e;
	bool partial;

	if (!seal_child(w->job->text >= 0 ? LIMIT_TEXT_BYTES : 0, &partial, &e))
		_exit(CHILD_UNSEALED);
}

static _Noreturn void run(struct work *w, bool sealed)
{
	const struct reading *r;

	if (setjmp(*arena_trap(w->a)) != 0)
		_exit(CHILD_NO_MEMORY);
	say_alive(w, 0);
	read_bytes(w);
	draw_text(w);
	if (sealed)
		seal(w);
	r = read_act(w);
	/* The reading came with an arena of its own. */
	if (setjmp(*arena_trap(w->a)) != 0)
		_exit(CHILD_NO_MEMORY);
	document_sides(w->a, w->job->sides, w->job->sides_n, &r);
	hand_over(w, r->text);
	w->about.reading = r;
	w->about.memo = record_memo_new(w->a, r);
	say_reading(w, r);
	say_document(w, judge(w, r));
	_exit(CHILD_DONE);
}

static const char *end_by_signal(int number)
{
	switch (number) {
	case SIGXCPU:
		return "limite de calcul dépassée (CPU)";
	case SIGABRT:
		return "mémoire épuisée ou erreur interne (signal 6)";
	case SIGSYS:
		return "appel système interdit (signal 31)";
	default:
		return NULL;
	}
}

static const char *end_by_status(int status)
{
	switch (status) {
	case CHILD_DONE:
		return "réponse incomplète";
	case CHILD_NO_MEMORY:
		return "limite de mémoire dépassée";
	case CHILD_UNSEALED:
		return "le processus n'a pas pu être confiné";
	case CHILD_NO_TOOL:
		return "un outil d'extraction n'a pas pu être lancé ou confiné";
	default:
		return NULL;
	}
}

const char *child_end_text(int status, char out[CHILD_END_TEXT])
{
	const char *known = WIFSIGNALED(status) ? end_by_signal(WTERMSIG(status)) : end_by_status(WEXITSTATUS(status));

	if (known != NULL)
		snprintf(out, CHILD_END_TEXT, "%s", known);
	else if (WIFSIGNALED(status))
		snprintf(out, CHILD_END_TEXT, "processus arrêté par le signal %d", WTERMSIG(status));
	else
		snprintf(out, CHILD_END_TEXT, "processus terminé avec l'état %d", WEXITSTATUS(status));
	return out;
}

static void keep_descriptors(const struct child_job *job)
{
	int keep[3 + LIMIT_SIDE_FILES] = { job->fd, job->out, job->text };

	for (size_t i = 0; i < job->sides_n; i++)
		keep[3 + i] = job->sides[i].fd;
	seal_descriptors(keep, 3 + job->sides_n);
}

_Noreturn void child_run(struct ruleset *rs, const struct child_job *job, bool sealed)
{
	struct arena a;
	struct work w = { .rules = rs,
			  .job = job,
			  .a = &a,
			  .began_us = clock_us(),
			  .about = { .path = job->path, .ruleset = str_c(ruleset_sha256(rs)), .former = ruleset_former_words(rs) } };

	fresh_open();
	/* Its tools die with it, and it with the host. */
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (sealed)
		keep_descriptors(job);
	buf_init(&w.out, LIMIT_FRAME);
	arena_init(&a, LIMIT_ACT_MEMORY);
	run(&w, sealed);
}
