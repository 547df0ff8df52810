/* SPDX-License-Identifier: EUPL-1.2 */
/* `expliquer`: the reading, then each rule's verdict with what it read, the dated values in force and the passages. The judging runs in a
 * forked, sealed child that hands its page over by a pipe (its RLIMIT_FSIZE of 0 forbids a redirected standard output); the parent holds
 * the clock. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "cli.h"
#include "clock.h"
#include "document.h"
#include "escape.h"
#include "file.h"
#include "fold.h"
#include "bounds.h"
#include "reading_out.h"
#include "seal.h"
#include "session.h"

#define PAGE_MAX (64 * MIB)
#define EXCERPT_BYTES 400
#define EXIT_REASON 120 /* of the child: what came is the reason why there is no page */

struct page {
	struct arena *a;
	const struct reading *r;
	struct buf out;
	bool colour, anomalie, erreur;
};

static const char *paint(const struct page *p, const struct finding *f)
{
	static const char *const by_verdict[] = { "\033[32m", "\033[1;31m", "\033[36m", "\033[2m", "\033[35m" };

	return p->colour ? by_verdict[f->verdict] : "";
}

static void add_text(struct page *p, struct str s, size_t max)
{
	buf_str(&p->out, escape_line(p->a, s, max));
}

static void add_passages(struct page *p, const struct finding *f)
{
	for (size_t i = 0; i < f->preuves_n; i++) {
		const struct evidence *ev = &f->preuves[i];
		struct place at = place_at(p->r->places, ev->span.start);

		buf_printf(&p->out, "      %s ", role_word(ev->role));
		add_text(p, ev->champ, LIMIT_NAME_SHOWN);
		buf_printf(&p->out, ", ligne %u, colonne %u : « ", at.line, at.col);
		add_text(p, squeeze(p->a, str_part(p->r->text->bytes, ev->span.start, ev->span.end)), EXCERPT_BYTES);
		buf_c(&p->out, " »\n");
	}
	for (size_t i = 0; i < f->non_lus_n; i++) {
		buf_c(&p->out, "      non lu ");
		add_text(p, f->non_lus[i].champ, LIMIT_NAME_SHOWN);
		buf_printf(&p->out, " (%s) : ", statut_word(f->non_lus[i].statut));
		add_text(p, f->non_lus[i].raison, EXCERPT_BYTES);
		buf_char(&p->out, '\n');
	}
}

static void add_period(struct page *p, const struct used_param *u)
{
	if (u->du.n)
		buf_printf(&p->out, ", du %.*s", STR_ARG(u->du));
	if (u->au.n)
		buf_printf(&p->out, " au %.*s", STR_ARG(u->au));
}

static struct str legal_kind(const struct legal *l)
{
	return l->code.n	    ? l->code
	       : l->usage.n	    ? STR("usage")
	       : l->jurisprudence.n ? STR("jurisprudence")
				    : STR("réponse ministérielle");
}

static struct str legal_reference(const struct legal *l)
{
	return l->article.n	    ? l->article
	       : l->usage.n	    ? l->usage
	       : l->jurisprudence.n ? l->jurisprudence
				    : l->reponse_ministerielle;
}

static void add_law(struct page *p, const struct finding *f)
{
	for (size_t i = 0; i < f->params_n; i++) {
		buf_c(&p->out, "      valeur ");
		add_text(p, f->params[i].nom, LIMIT_NAME_SHOWN);
		buf_c(&p->out, " = ");
		add_text(p, f->params[i].valeur, LIMIT_NAME_SHOWN);
		add_period(p, &f->params[i]);
		buf_c(&p->out, " (");
		add_text(p, f->params[i].source, EXCERPT_BYTES);
		buf_c(&p->out, ")\n");
	}
	for (size_t i = 0; i < f->fondement_n; i++) {
		const struct legal *l = f->fondement[i];

		buf_c(&p->out, "      fondement ");
		add_text(p, legal_kind(l), LIMIT_NAME_SHOWN);
		buf_char(&p->out, ' ');
		add_text(p, legal_reference(l), EXCERPT_BYTES);
		if (l->dit.n) {
			buf_c(&p->out, " : ");
			add_text(p, l->dit, EXCERPT_BYTES);
		}
		buf_char(&p->out, '\n');
	}
}

static void add_finding(void *ctx, const struct finding *f)
{
	struct page *p = ctx;

	p->anomalie |= f->verdict == VERDICT_ANOMALIE;
	p->erreur |= f->verdict == VERDICT_ERREUR;
	buf_printf(&p->out, "\n  %s%s%s %.*s %.*s", paint(p, f), verdict_word(f->verdict), p->colour ? "\033[0m" : "", STR_ARG(f->rule->id),
		   STR_ARG(f->rule->version));
	if (f->verdict == VERDICT_ANOMALIE)
		buf_printf(&p->out, ", gravité %s", severity_word(f->severity));
	if (p->r->actes_n > 1)
		buf_printf(&p->out, ", acte %zu", f->acte + 1);
	buf_c(&p->out, "\n      ");
	add_text(p, f->message, LIMIT_MESSAGE * 4);
	buf_char(&p->out, '\n');
	add_law(p, f);
	add_passages(p, f);
}

static bool read_page(struct session *s, struct page *p, struct str raw, const struct extraction *x, struct err *e)
{
	enum text_refusal why = REFUSAL_NONE;

	return document_read(p->a, ruleset_lexicon(s->rules), raw, x, (size_t)s->conf.limites.texte, &p->r, &why, e);
}

static _Noreturn void explain_in_child(struct session *s, int out, struct str raw, const struct extraction *x, bool colour)
{
	struct arena a;
	struct page p = { .a = &a, .colour = colour };
	struct judge_calls calls = { .ctx = &p, .found = add_finding };
	struct err e = { 0 };
	bool partial;

	arena_init(&a, LIMIT_ACT_MEMORY);
	buf_init(&p.out, PAGE_MAX);
	seal_descriptors(&out, 1);
	if (!seal_child(0, &partial, &e) || !read_page(s, &p, raw, x, &e)) {
		/* By the pipe like a page: a redirected standard error is a file too. */
		(void)file_write_all(out, str_c(e.msg), &e);
		_exit(EXIT_REASON);
	}
	reading_print(&a, p.r, colour, &p.out);
	buf_c(&p.out, "\nRègles\n");
	ruleset_judge(s->rules, &a, p.r, NULL, &calls);
	bool ok = !p.out.full && file_write_all(out, buf_view(&p.out), &e);
	_exit(!ok || p.erreur ? EXIT_PANNE : p.anomalie ? EXIT_ANOMALIE : EXIT_RIEN);
}

/* Reads the page until the child closes its end; false when LIMIT_CHILD_TOTAL_MS passed first. */
static bool receive_page(int fd, struct buf *page)
{
	char chunk[65536];
	struct pollfd p = { .fd = fd, .events = POLLIN };
	const int64_t end = clock_ms() + LIMIT_CHILD_TOTAL_MS;

	for (;;) {
		int64_t left = end - clock_ms();

		if (left <= 0 || poll(&p, 1, (int)left) == 0)
			return false;
		ssize_t n = read(fd, chunk, sizeof chunk);
		if (n == 0)
			return true;
		if (n > 0)
			buf_add(page, chunk, (size_t)n);
		else if (errno != EINTR)
			return false;
	}
}

/* Prints the page, or says why there is none. */
static int page_end(const struct buf *page, bool in_time, int status, const char *path)
{
	struct err e = { 0 };
	char how[CHILD_END_TEXT];

	if (in_time && WIFEXITED(status) && WEXITSTATUS(status) != EXIT_REASON)
		return print_buf(page) ? WEXITSTATUS(status) : EXIT_PANNE;
	if (in_time && WIFEXITED(status))
		(void)err_set(&e, ERR_VALUE, "%.*s", STR_ARG(buf_view(page)));
	else if (!in_time)
		(void)err_set(&e, ERR_LIMIT, "analyse interrompue : délai dépassé");
	else
		(void)err_set(&e, ERR_STATE, "l'analyse s'est arrêtée : %s", child_end_text(status, how));
	complain_file(path, &e);
	return EXIT_PANNE;
}

static int explain_bytes(struct session *s, const struct options *o, const char *path, struct str raw, const struct extraction *x)
{
	struct buf page;
	int p[2], status = 0;

	if (pipe(p) != 0)
		return EXIT_PANNE;
	(void)fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		(void)close(p[0]);
		explain_in_child(s, p[1], raw, x, o->couleur);
	}
	(void)close(p[1]);
	buf_init(&page, PAGE_MAX);
	bool in_time = pid > 0 && receive_page(p[0], &page);
	(void)close(p[0]);
	if (pid > 0 && !in_time)
		(void)kill(pid, SIGKILL);
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	int end = pid > 0 ? page_end(&page, in_time, status, path) : EXIT_PANNE;
	buf_done(&page);
	return end;
}

static int explain_one(struct session *s, const struct options *o, const char *path)
{
	struct extraction drawn = { 0 };
	struct err e = { 0 };
	struct buf raw;
	int status = EXIT_PANNE;

	buf_init(&raw, (size_t)s->conf.limites.octets);
	bool ok = read_document(path, &raw, &e);
	const struct extract_job job = { .conf = &s->conf, .raw = buf_view(&raw), .document = -1, .recognise = true };
	if (ok && extract(&job, &drawn, &e))
		status = explain_bytes(s, o, path, job.raw, &drawn);
	else
		complain_file(path, &e);
	extraction_done(&drawn);
	buf_done(&raw);
	return status;
}

int cmd_expliquer(int argc, char **argv)
{
	static const char usage[] = "usage : scrutateur expliquer [--config FICHIER] [--couleur oui|non|auto] FICHIER…\n"
				    "  La lecture, puis le verdict de chaque règle, ce qu'elle a lu, les valeurs de droit en vigueur et les passages.";
	struct options o;
	struct session s;
	bool broken = false;
	int status;

	if (!options_read(argc, argv, usage, NEEDS_FILES, &o, &status))
		return status;
	if (!session_open(&s, &o))
		return EXIT_PANNE;
	broken |= !session_rules(&s, &broken);
	status = EXIT_RIEN;
	for (int i = 0; s.rules && i < o.files_n; i++) {
		if (o.files_n > 1)
			print_name(i ? "\n== " : "== ", o.files[i], "\n");
		int one = explain_one(&s, &o, o.files[i]);
		status = one > status ? one : status;
	}
	session_close(&s);
	return broken ? EXIT_PANNE : status;
}
