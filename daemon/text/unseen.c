/* SPDX-License-Identifier: EUPL-1.2 */
/* The text without what nobody sees, and the way back from a decoded text to the received bytes: both walk over the
 * received code points, and pass the unseen ones. */
#include "unseen_priv.h"

#include <string.h>

#include "fold.h"
#include "text.h"

#define UNSEEN_LEAD 0xD8 /* the first byte of U+0600: none is before it */

void reversal_note(struct reversal *r, unsigned *open, uint32_t cp, size_t at)
{
	const bool reverses = cp == 0x202b || cp == 0x202e || cp == 0x2067;

	if (*open == 0 && r->to == 0 && !reverses)
		return;
	if ((cp >= 0x202a && cp <= 0x202e && cp != 0x202c) || (cp >= 0x2066 && cp <= 0x2068)) {
		if (r->to == 0 && *open == 0)
			r->from = at;
		++*open;
	} else if ((cp == 0x202c || cp == 0x2069) && *open > 0) {
		--*open;
		r->to = at > r->from ? at : 0; /* nothing between them: none began */
	}
}

void reversal_end(struct reversal *r, unsigned open, size_t n)
{
	if (open > 0)
		r->to = n;
}

struct str without_unseen(struct arena *a, struct str s, size_t kept, struct reversal *ret)
{
	unsigned open = 0;

	char *out = arena_room(a, s.n);
	size_t n = 0, from = 0, len;
	uint32_t cp;
	for (size_t at = kept; at < s.n; at += len) {
		len = 1;
		if ((unsigned char)s.p[at] < UNSEEN_LEAD)
			continue;
		len = utf8_next(s, at, &cp);
		if (!cp_is_unseen(cp))
			continue;
		memcpy(out + n, s.p + from, at - from);
		n += at - from;
		from = at + len;
		reversal_note(ret, &open, cp, n);
	}
	memcpy(out + n, s.p + from, s.n - from);
	n += s.n - from;
	reversal_end(ret, open, n);
	return (struct str){out, n};
}

/* Length of a code point of the text in the received bytes. */
static size_t raw_length(const struct text *t, uint32_t cp, size_t utf8_length)
{
	switch (t->encoding) {
	case TEXT_CP1252: return 1;
	case TEXT_UTF16LE:
	case TEXT_UTF16BE: return cp >= 0x10000 ? 4 : 2;
	default: return utf8_length;
	}
}

/* Length of the unseen code point at `raw`, or 0. */
static size_t unseen_at(const struct text *t, size_t raw)
{
	uint32_t cp = 0;
	size_t len = 2;
	const struct str s = t->raw;
	if (t->unseen == 0 || raw + 2 > s.n)
		return 0;
	switch (t->encoding) {
	case TEXT_CP1252: return 0;
	case TEXT_UTF16LE:
	case TEXT_UTF16BE: len = utf16_next(s, raw, t->encoding == TEXT_UTF16BE, &cp); break;
	default: len = utf8_next(s, raw, &cp);
	}
	return cp_is_unseen(cp) ? len : 0;
}

void text_received(const struct text *t, size_t start, size_t end, size_t *ret_start, size_t *ret_end)
{
	if (t->received) {
		*ret_start = start;
		*ret_end = end;
		return;
	}
	const bool wide = t->encoding == TEXT_UTF16LE || t->encoding == TEXT_UTF16BE;
	size_t raw = wide ? 2 : t->start, raw_start = raw, raw_end = raw, len;
	uint32_t cp;
	for (size_t at = t->start; at < end && at < t->bytes.n; at += len) {
		while ((len = unseen_at(t, raw)) > 0)
			raw += len;
		if (at <= start)
			raw_start = raw;
		len = utf8_next(t->bytes, at, &cp);
		raw += raw_length(t, cp, len);
		raw_end = raw;
	}
	*ret_start = start >= end ? raw_end : raw_start;
	*ret_end = raw_end;
}
