/* SPDX-License-Identifier: EUPL-1.2 */
/* Operational log of the service: one line per fact on standard error, with "<N>" priorities when the journal reads it
 * (JOURNAL_STREAM). French. Document bytes and file names pass through escape.h before they get here. */
#ifndef SCRUTATEUR_NEWS_H
#define SCRUTATEUR_NEWS_H

#include <stddef.h>
#include <stdint.h>

enum news { NEWS_ERR = 3, NEWS_WARNING = 4, NEWS_NOTICE = 5, NEWS_INFO = 6, NEWS_DEBUG = 7 };
void news(enum news level, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The last errors and warnings, for who looks at the service and not at its log. */
#define NEWS_KEPT 12
struct news_item {
	int64_t at_us;
	enum news level;
	char text[400]; /* its beginning; "…" ends what is cut */
};
/* Newest first; returns how many. Counts: of errors and of warnings since the start. */
size_t news_last(struct news_item ret[NEWS_KEPT], uint64_t *ret_errors, uint64_t *ret_warnings);

#endif
