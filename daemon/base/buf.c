/* SPDX-License-Identifier: EUPL-1.2 */
/* A byte buffer that doubles up to its ceiling. An addition is whole or not at all, and after a refused one everything
 * else is refused too: what is there is always a beginning of what was meant.
 */
#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "block.h"

void buf_init(struct buf *b, size_t max)
{
	*b = (struct buf){ .max = max };
}

void buf_done(struct buf *b)
{
	block_free(b->p, b->cap);
	buf_init(b, b->max);
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	b->full = false;
}

/* Room for n more bytes, and one beyond for the NUL of buf_printf. */
static bool make_room(struct buf *b, size_t n)
{
	if (b->full || b->n > b->max || n > b->max - b->n) {
		b->full = true;
		return false;
	}
	size_t need = b->n + n;
	if (need < b->cap)
		return true;
	size_t cap = b->cap ? b->cap : 256;
	while (cap <= need && cap <= SIZE_MAX / 2)
		cap *= 2;
	if (cap > b->max)
		cap = b->max + 1;
	char *p = block_resize(b->p, b->cap, cap);
	if (!p) {
		b->full = true;
		return false;
	}
	b->p = p;
	b->cap = cap;
	return true;
}

void buf_add_growing(struct buf *b, const void *p, size_t n)
{
	if (n == 0 || !make_room(b, n))
		return;
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

char *buf_room(struct buf *b, size_t want, size_t *ret_n)
{
	const size_t left = b->max - b->n;

	if (left == 0 || b->full || (b->cap < b->n + 2 && !make_room(b, want < left ? want : left)))
		return NULL;
	*ret_n = b->cap - b->n - 1;
	return b->p + b->n;
}

struct str int_text(int64_t v, char text[INT_TEXT])
{
	char *p = text + INT_TEXT;
	uint64_t left = v < 0 ? -(uint64_t)v : (uint64_t)v;

	do
		*--p = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (v < 0)
		*--p = '-';
	return (struct str){ p, (size_t)(text + INT_TEXT - p) };
}

void buf_int(struct buf *b, int64_t v)
{
	char text[INT_TEXT];

	buf_str(b, int_text(v, text));
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	const size_t room = b->full ? 0 : b->cap - b->n;
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(room ? b->p + b->n : NULL, room, fmt, ap);
	va_end(ap);
	if (n < 0) {
		b->full = true;
	} else if (make_room(b, (size_t)n)) {
		if ((size_t)n >= room)
			vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
		b->n += (size_t)n;
	}
	va_end(again);
}

struct str buf_view(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}
