/* SPDX-License-Identifier: EUPL-1.2 */
/* Operational log of the service: one line per fact on standard error, with "<N>" priorities when the journal reads it
 * (JOURNAL_STREAM). French. Document bytes and file names pass through escape.h before they get here. */
#ifndef SCRUTATEUR_NEWS_H
#define SCRUTATEUR_NEWS_H

enum news { NEWS_ERR = 3, NEWS_WARNING = 4, NEWS_NOTICE = 5, NEWS_INFO = 6, NEWS_DEBUG = 7 };
void news(enum news level, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
