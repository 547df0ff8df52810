/* SPDX-License-Identifier: EUPL-1.2 */
/* One fact, one line, one write(2). No timestamps and no program name: the journal adds them, and a terminal does not
 * need them. */
#include "news.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "fold.h"

#define NEWS_LINE 2048

static struct {
	struct news_item at[NEWS_KEPT];
	size_t n; /* of all that came */
	uint64_t errors, warnings;
} kept;

static void keep(enum news level, struct str text)
{
	struct news_item *k = &kept.at[kept.n++ % NEWS_KEPT];

	const bool whole = text.n < sizeof k->text;
	const struct str head = whole ? text : utf8_head(text, sizeof k->text - sizeof "…");

	*k = (struct news_item){ .at_us = clock_day_us(), .level = level };
	memcpy(k->text, head.p, head.n);
	if (!whole)
		memcpy(k->text + head.n, "…", sizeof "…");
	*(level <= NEWS_ERR ? &kept.errors : &kept.warnings) += 1;
}

size_t news_last(struct news_item ret[NEWS_KEPT], uint64_t *ret_errors, uint64_t *ret_warnings)
{
	const size_t n = kept.n < NEWS_KEPT ? kept.n : NEWS_KEPT;

	for (size_t i = 0; i < n; i++)
		ret[i] = kept.at[(kept.n - 1 - i) % NEWS_KEPT];
	*ret_errors = kept.errors;
	*ret_warnings = kept.warnings;
	return n;
}

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
	const size_t written = one_line(line, total);
	if (level <= NEWS_WARNING)
		keep(level, (struct str){ line + head, total - (size_t)head });
	/* Nobody is left to tell when standard error is gone. */
	if (write(STDERR_FILENO, line, written) < 0)
		return;
}
