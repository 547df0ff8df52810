/* SPDX-License-Identifier: EUPL-1.2 */
/* One fact, one line, one write(2). No timestamps and no program name: the journal adds them, and a terminal does not
 * need them. */
#include "news.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define NEWS_LINE 2048

/* The last line end stays, others would let one fact pass for two. */
static size_t one_line(char *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (line[i] == '\n')
			line[i] = ' ';
	line[n] = '\n';
	return n + 1;
}

void news(enum news level, const char *fmt, ...)
{
	char line[NEWS_LINE];
	const bool journal = getenv("JOURNAL_STREAM") != NULL;
	int head = journal ? snprintf(line, sizeof line, "<%d>", (int)level) : 0;
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(line + head, sizeof line - 1 - (size_t)head, fmt, ap);
	va_end(ap);
	if (head < 0 || n < 0)
		return;
	size_t total = (size_t)head + (size_t)n;
	if (total > sizeof line - 2)
		total = sizeof line - 2;
	/* Nobody is left to tell when standard error is gone. */
	if (write(STDERR_FILENO, line, one_line(line, total)) < 0)
		return;
}
