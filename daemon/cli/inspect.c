/* SPDX-License-Identifier: EUPL-1.2 */
/* The command line's small supervisor: one child at a time, the same frames and the same clock as the service. */
#include "inspect.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "clock.h"
#include "escape.h"
#include "extract.h"
#include "file.h"
#include "frame.h"
#include "bounds.h"
#include "progress.h"

struct paper { /* what is looked at */
	int doc; /* memfd */
	const char *path;
	const struct sides *sides;
};
struct talk {
	struct buf in;
	size_t seen;     /* bytes of `in` already taken */
	uint32_t rule;   /* rule under way + 1, 0 = reading */
	bool ended;      /* FRAME_END came */
	bool tool;       /* an extraction tool is at work */
	int text;        /* memfd the child writes the text to */
	inspect_fn fn;
	void *ctx;
};

/* Records are handed on only once the child is done, so that a document judged twice is told once. */
static bool tell_all(const struct talk *t, struct err *e)
{
	struct str rest = buf_view(&t->in);

	for (size_t at = 0; at < rest.n;) {
		struct frame f;
		struct record_parts p;
		int64_t took = frame_get(str_part(rest, at, rest.n), &f, e);

		if (took <= 0)
			return took == 0 ? err_set(e, ERR_STATE, "l'analyse s'est interrompue au milieu d'un message") : false;
		at += (size_t)took;
		if (f.type != FRAME_PARTS)
			continue;
		if (!frame_get_parts(&f, &p, e))
			return false;
		t->fn(t->ctx, &p);
	}
	return true;
}

static bool take_frames(struct talk *t, struct err *e)
{
	for (;;) {
		struct frame f;
		int64_t took = frame_get(str_part(buf_view(&t->in), t->seen, t->in.n), &f, e);

		if (took <= 0)
			return took == 0;
		t->seen += (size_t)took;
		if (f.type == FRAME_ALIVE) {
			t->rule = f.num[0];
			t->tool = f.num[1] != 0;
		}
		t->ended = f.type == FRAME_END;
	}
}

/* Reads until the child closes its end. False: it must be killed (*ret_late), or what it says is not a frame (*e). */
static bool listen_to(int fd, struct talk *t, const struct conf *c, bool *ret_late, struct err *e)
{
	int64_t total = clock_ms() + LIMIT_CHILD_TOTAL_MS, step = clock_ms() + c->limites.delai_ms, last = total + extract_longest_ms(c);

	for (;;) {
		int64_t left = (step < total ? step : total) - clock_ms();
		struct pollfd p = { .fd = fd, .events = POLLIN };
		char chunk[65536];

		if (left <= 0 || poll(&p, 1, (int)left) == 0) {
			*ret_late = true;
			return false;
		}
		ssize_t n = read(fd, chunk, sizeof chunk);
		if (n == 0)
			return true;
		if (n < 0 && errno != EINTR)
			return err_sys(e, "lire le résultat de l'analyse");
		if (n < 0)
			continue;
		buf_add(&t->in, chunk, (size_t)n);
		if (t->in.full)
			return err_set(e, ERR_LIMIT, "résultat d'analyse trop grand");
		if (!take_frames(t, e))
			return false;
		step = clock_ms() + (t->tool ? LIMIT_TOOL_SILENCE_MS : c->limites.delai_ms);
		/* A tool has its own clock, in the child. */
		if (t->tool)
			total = clock_ms() + LIMIT_CHILD_TOTAL_MS < last ? clock_ms() + LIMIT_CHILD_TOTAL_MS : last;
	}
}

static pid_t start_child(struct session *s, const struct paper *paper, int text, const bool *skip, int *ret_fd, struct err *e)
{
	int p[2];

	if (pipe(p) != 0) {
		(void)err_sys(e, "créer un tube");
		return -1;
	}
	struct str shown = escape_line(&s->a, str_c(paper->path), 512);
	(void)lseek(paper->doc, 0, SEEK_SET);
	pid_t pid = fork();
	if (pid == 0) {
		struct child_job job = { .fd = paper->doc, .out = p[1], .text = text, .path = shown, .conf = &s->conf, .recognise = true,
					 .sides_n = paper->sides->n, .skip = skip };
		memcpy(job.sides, paper->sides->at, sizeof job.sides);
		(void)close(p[0]);
		progress_forget();
		child_run(s->rules, &job, true);
	}
	(void)close(p[1]);
	*ret_fd = p[0];
	if (pid < 0) {
		(void)close(p[0]);
		(void)err_sys(e, "créer un processus");
	}
	return pid;
}

/* One attempt. *ret_late_rule is the rule (+1) that had to be killed, 0 when none. */
static bool attempt(struct session *s, const struct paper *paper, const bool *skip, struct talk *t, uint32_t *ret_late_rule, struct err *e)
{
	char how[CHILD_END_TEXT];
	bool late = false;
	int fd, status = 0;
	pid_t pid = start_child(s, paper, t->text, skip, &fd, e);

	if (pid < 0)
		return false;
	bool ok = listen_to(fd, t, &s->conf, &late, e);
	if (!ok)
		(void)kill(pid, SIGKILL);
	(void)close(fd);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	if (late) {
		*ret_late_rule = t->rule;
		return t->rule > 0 ? true : err_set(e, ERR_LIMIT, "lecture interrompue : délai dépassé");
	}
	if (ok && !(t->ended && WIFEXITED(status) && WEXITSTATUS(status) == 0))
		return err_set(e, ERR_STATE, "l'analyse s'est arrêtée : %s", child_end_text(status, how));
	return ok;
}

/* The child reads and writes descriptors, as the daemon's does. */
static int copy_in_memory(struct str raw, struct err *e)
{
	int fd = memfd_create("document", MFD_CLOEXEC);

	if (fd < 0)
		(void)err_sys(e, "créer un fichier en mémoire");
	if (fd < 0 || file_write_all(fd, raw, e))
		return fd;
	(void)close(fd);
	return -1;
}

static bool read_text(int fd, struct buf *text, struct err *e)
{
	if (text == NULL)
		return true;
	return (lseek(fd, 0, SEEK_SET) == 0 || err_sys(e, "relire le texte extrait")) && file_read_fd(fd, text, e);
}

static bool attempts(struct session *s, const struct paper *paper, struct buf *text, inspect_fn fn, void *ctx, struct err *e)
{
	bool skip[LIMIT_RULES] = { false }, ok = true;

	for (uint32_t late_rule = 1; ok && late_rule > 0;) {
		struct talk t = { .fn = fn, .ctx = ctx, .text = copy_in_memory(STR(""), e) };

		late_rule = 0;
		if (t.text < 0)
			return false;
		buf_init(&t.in, LIMIT_FRAME);
		ok = attempt(s, paper, skip, &t, &late_rule, e);
		if (late_rule > LIMIT_RULES || (late_rule > 0 && skip[late_rule - 1]))
			ok = err_set(e, ERR_STATE, "l'analyse a nommé une règle qu'elle ne devait pas jouer");
		if (ok && late_rule > 0)
			skip[late_rule - 1] = true;
		else if (ok)
			ok = read_text(t.text, text, e) && tell_all(&t, e);
		buf_done(&t.in);
		(void)close(t.text);
	}
	return ok;
}

bool inspect_bytes(struct session *s, const char *path, struct str raw, const struct sides *sides, struct buf *text, inspect_fn fn, void *ctx, struct err *e)
{
	const struct paper paper = { copy_in_memory(raw, e), path, sides };

	if (paper.doc < 0)
		return false;
	bool ok = attempts(s, &paper, text, fn, ctx, e);
	(void)close(paper.doc);
	return ok;
}
