/* SPDX-License-Identifier: EUPL-1.2 */
/* A growing byte buffer, born with a ceiling (curl's dynbuf is the model).
 *
 * Adding beyond the ceiling, or running out of memory, sets `full` and drops that addition; later additions are
 * dropped too, so a caller adds freely and looks at `full` once at the end. The bytes are owned by the buffer.
 */
#ifndef SCRUTATEUR_BUF_H
#define SCRUTATEUR_BUF_H

#include "str.h"

struct buf {
	char *p;
	size_t n, cap, max;
	bool full;
};

void buf_init(struct buf *b, size_t max);
/* Free the bytes; the buffer is empty and usable again with the same ceiling. NULL-safe content. */
void buf_done(struct buf *b);
/* Forget the content and the `full` mark, keep the memory. */
void buf_clear(struct buf *b);
void buf_add(struct buf *b, const void *p, size_t n);
void buf_str(struct buf *b, struct str s);
void buf_c(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
/* In decimal. */
void buf_int(struct buf *b, int64_t v);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Borrowed view of the content, valid until the next addition. */
struct str buf_view(const struct buf *b);

#endif
