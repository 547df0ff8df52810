/* SPDX-License-Identifier: EUPL-1.2 */
#include "progress.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bounds.h"
#include "clock.h"
#include "escape.h"
#include "fold.h"
#include "pen.h"

#define FILE_COST 4096 /* bytes: what a file costs beside its length */
#define NAME_LEAST 8   /* columns: a shorter name says nothing */
#define ERASE "\r\033[K"
#define COLOURS_OFF "\033[0m"

static const int SIGNALS[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

static struct {
	char **files;
	int n, at;
	int64_t done, total, began_ms;
	unsigned width; /* 0: no line is drawn */
} now;
static volatile sig_atomic_t shown, out_is_screen;

static void tidy_and_die(int sig)
{
	ssize_t ignored = 0;

	if (shown)
		ignored = write(STDERR_FILENO, ERASE, strlen(ERASE));
	if (out_is_screen)
		ignored = write(STDOUT_FILENO, COLOURS_OFF, strlen(COLOURS_OFF));
	(void)ignored;
	(void)raise(sig); /* SA_RESETHAND: the default is back, and the shell sees the signal */
}

static void guard(void)
{
	struct sigaction a = { .sa_handler = tidy_and_die, .sa_flags = (int)SA_RESETHAND };
	struct sigaction old;

	(void)sigemptyset(&a.sa_mask);
	for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++) /* what nohup ignores stays ignored */
		if (sigaction(SIGNALS[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
			(void)sigaction(SIGNALS[i], &a, NULL);
}

static int64_t cost_of(const char *path)
{
	struct stat st;

	return FILE_COST + (stat(path, &st) == 0 && S_ISREG(st.st_mode) ? (int64_t)st.st_size : 0);
}

void progress_begin(char **files, int n)
{
	const char *term = getenv("TERM");
	struct look look;

	memset(&now, 0, sizeof now);
	out_is_screen = isatty(STDOUT_FILENO) != 0;
	guard();
	if (n < 2 || term == NULL || strcmp(term, "dumb") == 0 || !screen_look("non", STDERR_FILENO, &look))
		return;
	now.files = files;
	now.n = n;
	now.width = look.width;
	now.began_ms = clock_ms();
	for (int i = 0; now.width > 0 && i < n; i++)
		now.total += cost_of(files[i]);
}

/* "reste 45 s", "reste 3 min", "reste 2 h 05". */
static void left_text(char *out, size_t size, int64_t done, int64_t total, int64_t spent_ms)
{
	out[0] = '\0';
	if (done <= 0 || spent_ms < 1000 || total < done)
		return;
	const int64_t s = spent_ms / 1000 * (total - done) / done;

	if (s < 60)
		(void)snprintf(out, size, "  reste %d s", (int)s);
	else if (s < 3600)
		(void)snprintf(out, size, "  reste %d min", (int)((s + 59) / 60));
	else
		(void)snprintf(out, size, "  reste %lld h %02d", (long long)(s / 3600), (int)(s % 3600 / 60));
}

/* The end of a name, in at most `room` columns: the last directories say more than the first. */
static void put_name(struct buf *out, struct str name, size_t room)
{
	uint32_t cp;
	size_t at = 0, wide = columns_of(name);

	if (wide > room) {
		for (size_t n; wide + 1 > room && (n = utf8_next(name, at, &cp)) > 0; at += n)
			wide -= cp_columns(cp);
		buf_c(out, "…");
	}
	buf_str(out, str_part(name, at, name.n));
}

void progress_line(struct buf *out, unsigned width, int i, int n, struct str name, int64_t done, int64_t total, int64_t spent_ms)
{
	char count[64], left[64];
	const int percent = total <= 0 ? 0 : done >= total ? 100 : (int)(done * 100 / total);

	(void)snprintf(count, sizeof count, "%d/%d  %d %%", i + 1, n, percent);
	left_text(left, sizeof left, done, total, spent_ms);
	const size_t taken = strlen(count) + strlen(left) + 2;

	if (strlen(count) >= width)
		return;
	buf_c(out, count);
	if (taken + NAME_LEAST < width) {
		buf_c(out, "  ");
		put_name(out, name, width - 1 - taken);
		buf_c(out, left);
	}
}

static void draw(void)
{
	struct arena a;
	struct buf line;

	arena_init(&a, 64 * KIB);
	buf_init(&line, 16 * KIB);
	buf_c(&line, ERASE);
	progress_line(&line, now.width, now.at, now.n, escape_line(&a, str_c(now.files[now.at]), 4096), now.done, now.total,
		      clock_ms() - now.began_ms);
	(void)fflush(stdout);
	shown = 1;
	if (write(STDERR_FILENO, line.p, line.n) < 0)
		now.width = 0;
	buf_done(&line);
	arena_done(&a);
}

void progress_file(int i)
{
	if (now.width == 0)
		return;
	if (i > now.at)
		now.done += cost_of(now.files[now.at]);
	now.at = i;
	draw();
}

void progress_hide(int fd)
{
	if (!shown || (fd == STDOUT_FILENO && !out_is_screen))
		return;
	if (write(STDERR_FILENO, ERASE, strlen(ERASE)) < 0)
		now.width = 0;
	shown = 0;
}

void progress_forget(void)
{
	for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++)
		if (signal(SIGNALS[i], SIG_DFL) == SIG_IGN)
			(void)signal(SIGNALS[i], SIG_IGN);
	shown = out_is_screen = 0;
}

void progress_end(void)
{
	progress_hide(STDERR_FILENO);
	progress_forget();
	memset(&now, 0, sizeof now);
}
