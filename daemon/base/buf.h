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
/* Over bytes of the caller's, which hold one less than `size`; there is nothing to free. */
static inline void buf_over(struct buf *b, char *p, size_t size)
{
	*b = (struct buf){ .p = p, .cap = size, .max = size - 1 };
}
/* Free the bytes; the buffer is empty and usable again with the same ceiling. NULL-safe content. */
void buf_done(struct buf *b);
/* Forget the content and the `full` mark, keep the memory. */
void buf_clear(struct buf *b);
static inline void buf_add(struct buf *b, const void *p, size_t n);
static inline void buf_str(struct buf *b, struct str s);
static inline void buf_c(struct buf *b, const char *s);
static inline void buf_char(struct buf *b, char c);
/* In decimal. */
void buf_int(struct buf *b, int64_t v);
#define INT_TEXT 20
struct str int_text(int64_t v, char text[INT_TEXT]); /* the same, at the end of `text` */
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Where somebody else may write more, and how much: what is free already, else `want` more, less near the ceiling. NULL: not a byte
 * can be added. What was written there counts when buf_wrote says so. */
char *buf_room(struct buf *b, size_t want, size_t *ret_n);
static inline void buf_wrote(struct buf *b, size_t n)
{
	b->n += n;
}
/* Borrowed view of the content, valid until the next addition. */
struct str buf_view(const struct buf *b);

/* With no room left, or none yet: buf_add goes on here. */
void buf_add_growing(struct buf *b, const void *p, size_t n);

static inline void buf_add(struct buf *b, const void *p, size_t n)
{
	if (b->full || n >= b->cap - b->n) {
		buf_add_growing(b, p, n);
	} else if (n > 0) {
		memcpy(b->p + b->n, p, n);
		b->n += n;
	}
}

static inline void buf_str(struct buf *b, struct str s)
{
	buf_add(b, s.p, s.n);
}

static inline void buf_c(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

static inline void buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

#endif
