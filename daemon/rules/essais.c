/* SPDX-License-Identifier: EUPL-1.2 */
/* Running essais: one forked, sealed child each, with a wall clock; its answer comes through a pipe as one byte
 * and a report. A child that dies, or says nothing in time, is a failed essai and not a failed host. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "clock.h"
#include "file.h"
#include "ruleset_priv.h"
#include "seal.h"

#define REPORT_MAX (64 * KIB)

_Noreturn static void in_child(const struct stock *st, struct rule *rule, const struct essai *es, int out)
{
	struct buf report;
	struct err e = { .code = ERR_NONE };
	bool partial = false, ok = false;
	seal_descriptors(&out, 1);
	buf_init(&report, REPORT_MAX);
	buf_char(&report, '-');
	if (!seal_child(0, &partial, &e))
		buf_c(&report, e.msg);
	else
		ok = essai_check(st, rule, es, &report);
	report.p[0] = ok ? '+' : '-';
	file_write_all(out, buf_view(&report), &e);
	_exit(0);
}

/* Everything the child says until it closes the pipe. False: the time is over. */
static bool listen_to(int fd, struct buf *report)
{
	int64_t end = clock_ms() + LIMIT_CHILD_TOTAL_MS;
	char block[4096];
	for (;;) {
		struct pollfd p = { .fd = fd, .events = POLLIN };
		int64_t left = end - clock_ms();
		if (left <= 0)
			return false;
		int ready = poll(&p, 1, (int)left);
		if (ready <= 0 && !(ready < 0 && errno == EINTR))
			return false;
		ssize_t n = ready > 0 ? read(fd, block, sizeof block) : -1;
		if (n == 0)
			return true;
		if (n > 0)
			buf_add(report, block, (size_t)n);
		else if (errno != EINTR)
			return true;
	}
}

static bool run_one(const struct stock *st, struct rule *rule, const struct essai *es, struct buf *report)
{
	int fds[2], status = 0;
	buf_clear(report);
	if (pipe(fds) != 0)
		return buf_c(report, "-aucun tube disponible"), false;
	pid_t pid = fork();
	if (pid == 0) {
		close(fds[0]);
		in_child(st, rule, es, fds[1]);
	}
	close(fds[1]);
	if (pid < 0) {
		close(fds[0]);
		return buf_c(report, "-aucun processus disponible"), false;
	}
	bool in_time = listen_to(fds[0], report);
	close(fds[0]);
	if (!in_time)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (in_time && report->n && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return report->p[0] == '+';
	buf_clear(report);
	buf_c(report, in_time ? "-l'essai a fait tomber son processus" : "-délai dépassé");
	return false;
}

static struct str words_of(const struct buf *report)
{
	struct str s = buf_view(report);
	return str_part(s, 1, s.n);
}

static void print_failed(const struct rule *rule, const struct essai *es, struct str words, bool colour,
			 struct buf *out)
{
	size_t from = 0;
	buf_printf(out, "  %s%s%s essai « %.*s » (%.*s:%u)\n", colour ? "\033[31m" : "",
		   es->a_faire ? "à faire :" : "échec :", colour ? "\033[0m" : "", STR_ARG(es->nom),
		   STR_ARG(rule->info.file), es->line);
	while (from < words.n) {
		size_t end = str_find(words, STR("\n"), from);
		struct str line = str_part(words, from, end == STR_NONE ? words.n : end);
		buf_printf(out, "      %.*s\n", STR_ARG(line));
		from = end == STR_NONE ? words.n : end + 1;
	}
}

/* One line for err: the expectation and what came first. */
static bool failed(const struct rule *rule, const struct essai *es, struct str words, struct err *e)
{
	size_t first = str_find(words, STR("\n"), 0);
	size_t second = first == STR_NONE ? words.n : str_find(words, STR("\n"), first + 1);
	struct str head = str_part(words, 0, first),
		   next = first == STR_NONE ? STR("") : str_part(words, first + 1, second);
	return err_at(e, ERR_VALUE, rule->info.file.p, es->line, 1, "essai « %.*s » : %.*s%s%.*s", STR_ARG(es->nom),
		      STR_ARG(head), next.n ? " ; " : "", STR_ARG(next));
}

static bool has_minimum(const struct rule *rule, struct err *e)
{
	static const enum verdict needed[] = { VERDICT_CONFORME, VERDICT_ANOMALIE, VERDICT_NON_VERIFIABLE };
	for (size_t k = 0; k < sizeof needed / sizeof *needed; k++) {
		bool found = false;
		for (size_t i = 0; i < rule->essais_n; i++)
			found = found || (rule->essais[i].attendu == needed[k] && !rule->essais[i].a_faire);
		if (!found)
			return err_at(
				e, ERR_VALUE, rule->info.file.p, 0, 0,
				"aucun essai n'attend « %s » (il en faut pour conforme, anomalie et non_verifiable)",
				verdict_word(needed[k]));
	}
	return true;
}

bool essais_run(const struct stock *st, struct rule *rule, bool colour, struct buf *out, unsigned *ret_run,
		unsigned *ret_passed, struct err *e)
{
	struct buf report;
	struct err first = { .code = ERR_NONE };
	bool all = true;
	*ret_run = *ret_passed = 0;
	buf_init(&report, REPORT_MAX);
	for (size_t i = 0; i < rule->essais_n; i++) {
		const struct essai *es = &rule->essais[i];
		bool ok = run_one(st, rule, es, &report);
		*ret_run += 1;
		*ret_passed += ok || es->a_faire;
		if (!ok && out)
			print_failed(rule, es, words_of(&report), colour, out);
		if (ok || es->a_faire)
			continue;
		if (all)
			failed(rule, es, words_of(&report), &first);
		all = false;
	}
	buf_done(&report);
	if (!has_minimum(rule, all ? &first : &(struct err){ .code = ERR_NONE }))
		all = false;
	if (!all)
		*e = first;
	return all;
}
