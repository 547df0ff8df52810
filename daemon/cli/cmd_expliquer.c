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
#include "fields.h"
#include "file.h"
#include "files.h"
#include "fold.h"
#include "bounds.h"
#include "progress.h"
#include "reading_out.h"
#include "seal.h"

#define PAGE_MAX (64 * MIB)
#define EXCERPT_BYTES 400
#define EXIT_REASON 120 /* of the child: what came is the reason why there is no page */

#define MARGIN 6

struct page {
	struct arena *a;
	const struct reading *r;
	struct buf out;
	struct pen pen; /* on `out` */
	bool anomalie, erreur;
};

static void put(struct page *p, struct str s)
{
	pen_put(&p->pen, STYLE_PLAIN, s);
}

static void put_text(struct page *p, struct str s, size_t max)
{
	put(p, escape_line(p->a, s, max));
}

/* A row of its own: what it is, then of what. */
static void begin(struct page *p, const char *what, struct str name)
{
	pen_to(&p->pen, MARGIN);
	pen_put(&p->pen, STYLE_DIM, str_c(what));
	put(p, STR(" "));
	put_text(p, name, LIMIT_NAME_SHOWN);
}

static void add_passages(struct page *p, const struct finding *f)
{
	for (size_t i = 0; i < f->preuves_n; i++) {
		const struct evidence *ev = &f->preuves[i];
		struct place at = place_at(p->r->places, ev->span.start);

		begin(p, role_word(ev->role), champ_for_people(p->a, ev->champ));
		put(p, arena_printf(p->a, ", ligne %u, colonne %u : « ", at.line, at.col));
		put_text(p, squeeze(p->a, str_part(p->r->text->bytes, ev->span.start, ev->span.end)), EXCERPT_BYTES);
		put(p, STR(" »"));
		pen_end(&p->pen);
	}
	for (size_t i = 0; i < f->non_lus_n; i++) {
		begin(p, statut_for_people(f->non_lus[i].statut), champ_for_people(p->a, f->non_lus[i].champ));
		put(p, STR(" : "));
		put_text(p, f->non_lus[i].raison, EXCERPT_BYTES);
		pen_end(&p->pen);
	}
}

static void add_period(struct page *p, const struct used_param *u)
{
	if (u->du.n)
		put(p, arena_printf(p->a, ", du %.*s", STR_ARG(u->du)));
	if (u->au.n)
		put(p, arena_printf(p->a, " au %.*s", STR_ARG(u->au)));
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
		begin(p, "valeur", f->params[i].nom);
		put(p, STR(" = "));
		put_text(p, f->params[i].valeur, LIMIT_NAME_SHOWN);
		add_period(p, &f->params[i]);
		put(p, STR(" ("));
		put_text(p, f->params[i].source, EXCERPT_BYTES);
		put(p, STR(")"));
		pen_end(&p->pen);
	}
	for (size_t i = 0; i < f->fondement_n; i++) {
		const struct legal *l = f->fondement[i];

		begin(p, "fondement", legal_kind(l));
		put(p, STR(" "));
		put_text(p, legal_reference(l), EXCERPT_BYTES);
		if (l->dit.n) {
			put(p, STR(" : "));
			put_text(p, l->dit, EXCERPT_BYTES);
		}
		pen_end(&p->pen);
	}
}

static void add_finding(void *ctx, const struct finding *f)
{
	static const enum style by_verdict[] = { STYLE_GOOD, STYLE_BAD, STYLE_OPEN, STYLE_DIM, STYLE_BROKEN };
	struct page *p = ctx;

	p->anomalie |= f->verdict == VERDICT_ANOMALIE;
	p->erreur |= f->verdict == VERDICT_ERREUR;
	pen_end(&p->pen);
	pen_to(&p->pen, 2);
	pen_put(&p->pen, by_verdict[f->verdict], str_c(verdict_label(f->verdict)));
	put(p, STR(" "));
	pen_put(&p->pen, STYLE_TITLE, f->rule->id);
	put(p, arena_printf(p->a, " %.*s", STR_ARG(f->rule->version)));
	if (f->verdict == VERDICT_ANOMALIE)
		put(p, arena_printf(p->a, ", gravité %s", severity_word(f->severity)));
	if (p->r->actes_n > 1)
		put(p, arena_printf(p->a, ", acte %zu", f->acte + 1));
	pen_end(&p->pen);
	pen_to(&p->pen, MARGIN);
	put_text(p, message_for_people(p->a, f->verdict, f->message), LIMIT_MESSAGE * 4);
	pen_end(&p->pen);
	add_law(p, f);
	add_passages(p, f);
}

static bool read_page(struct session *s, struct page *p, struct str raw, const struct extraction *x, struct err *e)
{
	enum text_refusal why = REFUSAL_NONE;

	return document_read(p->a, ruleset_lexicon(s->rules), raw, x, (size_t)s->conf.limites.texte, &p->r, &why, e);
}

struct explain {
	struct session *s;
	const struct options *o;
};

static _Noreturn void explain_in_child(const struct explain *ex, int out, struct str raw, const struct extraction *x)
{
	struct arena a;
	struct page p = { .a = &a, .pen = { .look = ex->o->look, .margin = MARGIN + 2 } };
	struct judge_calls calls = { .ctx = &p, .found = add_finding };
	struct err e = { 0 };
	bool partial;

	arena_init(&a, LIMIT_ACT_MEMORY);
	buf_init(&p.out, PAGE_MAX);
	p.pen.out = &p.out;
	seal_descriptors(&out, 1);
	if (!seal_child(0, &partial, &e) || !read_page(ex->s, &p, raw, x, &e)) {
		/* By the pipe like a page: a redirected standard error is a file too. */
		(void)file_write_all(out, str_c(e.msg), &e);
		_exit(EXIT_REASON);
	}
	reading_print(&a, p.r, ex->o->look, &p.out);
	pen_end(&p.pen);
	pen_put(&p.pen, STYLE_TITLE, STR("Règles"));
	pen_end(&p.pen);
	ruleset_judge(ex->s->rules, &a, p.r, NULL, &calls);
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
static int page_end(const struct buf *page, bool in_time, int status, const struct file_shown *file)
{
	struct err e = { 0 };
	char how[CHILD_END_TEXT];

	if (in_time && WIFEXITED(status) && WEXITSTATUS(status) != EXIT_REASON) {
		files_say_name(file);
		return print_buf(page) ? WEXITSTATUS(status) : EXIT_PANNE;
	}
	if (in_time && WIFEXITED(status))
		(void)err_set(&e, ERR_VALUE, "%.*s", STR_ARG(buf_view(page)));
	else if (!in_time)
		(void)err_set(&e, ERR_LIMIT, "analyse interrompue : délai dépassé");
	else
		(void)err_set(&e, ERR_STATE, "l'analyse s'est arrêtée : %s", child_end_text(status, how));
	complain_file(file->path, &e);
	return EXIT_PANNE;
}

static int explain_text(const struct explain *ex, const struct file_shown *file, struct str raw, const struct extraction *x)
{
	struct buf page;
	int p[2], status = 0;

	if (pipe(p) != 0)
		return EXIT_PANNE;
	(void)fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		(void)close(p[0]);
		progress_forget();
		explain_in_child(ex, p[1], raw, x);
	}
	(void)close(p[1]);
	buf_init(&page, PAGE_MAX);
	bool in_time = pid > 0 && receive_page(p[0], &page);
	(void)close(p[0]);
	if (pid > 0 && !in_time)
		(void)kill(pid, SIGKILL);
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	int end = pid > 0 ? page_end(&page, in_time, status, file) : EXIT_PANNE;
	buf_done(&page);
	return end;
}

static int explain_one(void *ctx, const struct file_shown *file, struct str raw)
{
	const struct explain *ex = ctx;
	const struct extract_job job = { .conf = &ex->s->conf, .raw = raw, .document = -1, .recognise = true };
	struct extraction drawn = { 0 };
	struct err e = { 0 };
	int status = EXIT_PANNE;

	if (extract(&job, &drawn, &e))
		status = explain_text(ex, file, raw, &drawn);
	else
		complain_file(file->path, &e);
	extraction_done(&drawn);
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
	struct explain ex = { .s = &s, .o = &o };
	const struct files_work work = { .o = &o, .max_bytes = (size_t)s.conf.limites.octets, .names = NAMES_MANY,
					 .one = explain_one, .ctx = &ex };

	broken |= !session_rules(&s, &broken);
	status = s.rules ? files_each(&work) : EXIT_PANNE;
	session_close(&s);
	return broken ? EXIT_PANNE : status;
}
