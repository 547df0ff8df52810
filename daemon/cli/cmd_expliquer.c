/* SPDX-License-Identifier: EUPL-1.2 */
/* `expliquer`: the reading and the judging run in a forked, sealed child that hands its page over by a pipe (its RLIMIT_FSIZE of 0
 * forbids a redirected standard output); the parent holds the clock. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "cli.h"
#include "clock.h"
#include "document.h"
#include "explain.h"
#include "file.h"
#include "files.h"
#include "bounds.h"
#include "progress.h"
#include "seal.h"
#include "side_copies.h"
#include "yamltree.h"

#define PAGE_MAX (64 * MIB)
#define EXIT_REASON 120 /* of the child: what came is the reason why there is no page */

struct explain {
	struct session *s;
	const struct options *o;
	bool skip[LIMIT_RULES]; /* rules that are not asked for */
	size_t acte;
	struct sides sides;
};

static void keep(void *ctx, const struct finding *f)
{
	struct explanation *x = ctx;
	const bool of_acte = !f->rule->par_seance && f->acte == x->acte;

	/* A rule of the séance is no acte's, but who names it wants it. */
	if (x->acte == EXPLAIN_ALL || of_acte || (x->une_regle && f->rule->par_seance))
		*ARENA_PUSH(x->a, &x->found) = *f;
}

static int worst_of(const struct explanation *x)
{
	int status = EXIT_RIEN;

	for (size_t i = 0; i < x->found.n; i++) {
		const enum verdict v = x->found.at[i].verdict;
		const bool counts = v == VERDICT_ANOMALIE && !x->found.at[i].exception;
		const int one = v == VERDICT_ERREUR ? EXIT_PANNE : counts ? EXIT_ANOMALIE : EXIT_RIEN;

		status = one > status ? one : status;
	}
	return status;
}

static bool acte_is_there(const struct explanation *x, struct err *e)
{
	if (x->acte == EXPLAIN_ALL || x->acte < x->r->actes_n)
		return true;
	return err_set(e, ERR_VALUE, "il n'y a pas d'acte %zu : le fichier en a %zu", x->acte + 1, x->r->actes_n);
}

/* By the pipe like a page: a redirected standard error is a file too. */
static _Noreturn void give_reason(int out, struct err *e)
{
	(void)file_write_all(out, str_c(e->msg), e);
	_exit(EXIT_REASON);
}

static void keep_descriptors(const struct explain *ex, int out)
{
	int keep[1 + LIMIT_SIDE_FILES] = { out };

	for (size_t i = 0; i < ex->sides.n; i++)
		keep[1 + i] = ex->sides.at[i].fd;
	seal_descriptors(keep, 1 + ex->sides.n);
}

static _Noreturn void explain_in_child(const struct explain *ex, const char *path, int out, struct str raw, const struct extraction *drawn)
{
	struct arena a;
	struct buf page;
	struct explanation x = { .a = &a, .path = path, .raw = raw, .drawn = drawn, .rules = ex->s->rules, .acte = ex->acte, .une_regle = ex->o->regle != NULL, .tout = ex->o->tout };
	struct judge_calls calls = { .ctx = &x, .found = keep };
	enum text_refusal why = REFUSAL_NONE;
	struct err e = { 0 };
	bool partial;

	arena_init(&a, LIMIT_ACT_MEMORY);
	buf_init(&page, PAGE_MAX);
	keep_descriptors(ex, out);
	if (!seal_child(0, &partial, &e) ||
	    !document_read(&a, ruleset_lexicon(ex->s->rules), raw, drawn, (size_t)ex->s->conf.limites.texte, &x.r, &why, &e) ||
	    !acte_is_there(&x, &e))
		give_reason(out, &e);
	if (setjmp(*arena_trap(&a)) != 0)
		_exit(EXIT_PANNE);
	document_sides(&a, ex->sides.at, ex->sides.n, &x.r);
	if (x.r->actes_n == 1)
		x.acte = EXPLAIN_ALL;
	ruleset_judge(ex->s->rules, &a, x.r, ex->skip, &calls);
	if (ex->o->json)
		explain_json(&x, &page);
	else
		explain_page(&x, ex->o->look, &page);
	_exit(!page.full && file_write_all(out, buf_view(&page), &e) ? worst_of(&x) : EXIT_PANNE);
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
		explain_in_child(ex, file->path, p[1], raw, x);
	}
	(void)close(p[1]);
	buf_init(&page, PAGE_MAX);
	bool in_time = pid > 0 && file_read_until(p[0], &page, clock_ms() + LIMIT_CHILD_TOTAL_MS);
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

/* --acte and --regle, once the rules are known. */
static bool choose(struct explain *ex, struct err *e)
{
	const struct options *o = ex->o;
	bool known = o->regle == NULL;
	int64_t acte = 0;
	size_t n;
	const struct rule_info *const *rules = ruleset_rules(ex->s->rules, &n);
	const char **ids = ARENA_ARRAY(&ex->s->a, n + 1, const char *);
	char hint[WORD_HINT];

	for (size_t i = 0; o->regle != NULL && i < n; i++) {
		ex->skip[i] = !str_eq(rules[i]->id, str_c(o->regle));
		known |= !ex->skip[i];
		ids[i] = arena_dup(&ex->s->a, rules[i]->id).p;
	}
	if (!known && *word_hint(str_c(o->regle), ids, hint))
		return err_set(e, ERR_VALUE, "aucune règle « %s » en service%s", o->regle, hint);
	if (!known)
		return err_set(e, ERR_VALUE, "aucune règle « %s » en service (« scrutateur controler » les nomme)", o->regle);
	if (o->acte != NULL && (!str_int(str_c(o->acte), &acte) || acte < 1 || acte > LIMIT_ACTES))
		return err_set(e, ERR_VALUE, "--acte attend le rang de l'acte dans le fichier, de 1 à %d, pas « %s »", LIMIT_ACTES, o->acte);
	ex->acte = acte > 0 ? (size_t)acte - 1 : EXPLAIN_ALL;
	return true;
}

static int expliquer(struct session *s, const struct options *o)
{
	struct err e = { 0 };
	bool broken = false;
	int status = EXIT_PANNE;
	struct explain ex = { .s = s, .o = o };
	const struct files_work work = { .o = o, .max_bytes = (size_t)s->conf.limites.octets, .names = o->json ? NAMES_NEVER : NAMES_MANY,
					 .one = explain_one, .ctx = &ex };

	broken |= !session_rules(s, &broken);
	if (s->rules != NULL && !choose(&ex, &e)) {
		complain(&e);
		broken = true;
	} else if (s->rules != NULL && sides_open(s, o, &ex.sides)) {
		status = files_each(&work);
	}
	sides_close(&ex.sides);
	return broken ? EXIT_PANNE : status;
}

int cmd_expliquer(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur expliquer [--acte N] [--regle ID] [--tout] [--json] [--cote FICHIER]… [--config FICHIER] [--couleur oui|non|auto] FICHIER…\n"
		"  Ce qui a été reçu, chaque champ avec sa ligne ou pourquoi il manque, puis chaque règle : son verdict, ce qu'elle a lu, les valeurs de droit\n"
		"  en vigueur ce jour-là, le fondement et les passages. --acte : cet acte et ses règles, sans la séance ; --regle : cette règle et ce qu'elle a lu.\n"
		"  De plusieurs actes, ce qui n'est pas une anomalie tient en une ligne ; --tout montre tout de chacun. --json : l'objet\n"
		"  scrutateur-explication/1.0, un par fichier.\n"
		"  --cote : un fichier venu avec l'acte (message ACTES, accusé de réception, metadata.json), quatre au plus.";

	return session_run(argc, argv, usage, NEEDS_FILES | TAKES_ACTE | TAKES_JSON | TAKES_TOUT | TAKES_COTE, expliquer);
}
