/* SPDX-License-Identifier: EUPL-1.2 */
/* Visible escapes for what a terminal, a log reader or an eye would take for something else (ROBUST W-01). A backslash
 * of the document stays as it is: the result is for reading, it is never turned back; of a name it is doubled, for a name is what somebody acts upon.
 */
#include "escape.h"

#include <stdio.h>
#include <string.h>

#include "eight.h"
#include "fold.h"

#define ESCAPED_MAX 12
#define ESCAPED_IN_PLACE 1024 /* more than a message or a path of an error has */
#define ELLIPSIS "…"

static bool is_format_control(uint32_t cp)
{
	return cp_is_unseen(cp) || cp == 0x2028 || cp == 0x2029;
}

enum manner { AS_LINE, AS_BLOCK, AS_NAME };

/* The escape of one decoded unit, or its own bytes; returns the length. */
static size_t shown(struct str unit, uint32_t cp, enum manner manner, char out[ESCAPED_MAX])
{
	const bool block = manner == AS_BLOCK;
	bool invalid = unit.n == 1 && (unsigned char)unit.p[0] >= 0x80;
	bool kept_white = block && (cp == '\n' || cp == '\t');
	int n;
	if (invalid)
		n = snprintf(out, ESCAPED_MAX, "\\x%02x", (unsigned char)unit.p[0]);
	else if (cp == '\n' && !block)
		n = snprintf(out, ESCAPED_MAX, "\\n");
	else if (cp == '\t' && !block)
		n = snprintf(out, ESCAPED_MAX, "\\t");
	else if (manner == AS_NAME && cp == '\\' && !invalid)
		n = snprintf(out, ESCAPED_MAX, "\\\\");
	else if (manner == AS_NAME && (cp == 0xab || cp == 0xbb))
		n = snprintf(out, ESCAPED_MAX, "\\u%04x", (unsigned)cp);
	else if (cp == '\r')
		n = snprintf(out, ESCAPED_MAX, "\\r");
	else if ((cp < 0x20 && !kept_white) || cp == 0x7f)
		n = snprintf(out, ESCAPED_MAX, "\\x%02x", (unsigned)cp);
	else if ((cp >= 0x80 && cp < 0xa0) || is_format_control(cp))
		n = snprintf(out, ESCAPED_MAX, cp > 0xffff ? "\\U%08x" : "\\u%04x", (unsigned)cp);
	else
		return (size_t)(memcpy(out, unit.p, unit.n), unit.n);
	return (size_t)n;
}

/* Two passes: how much fits with room left for "…", then the copy. */
static struct str escaped(struct arena *a, struct str s, size_t max, enum manner manner)
{
	char one[ESCAPED_MAX];
	uint32_t cp;
	size_t total = 0, short_at = 0, short_total = 0;
	size_t room = max >= strlen(ELLIPSIS) ? max - strlen(ELLIPSIS) : 0;
	for (size_t at = 0, n; total <= max && (n = utf8_next(s, at, &cp)) > 0; at += n) {
		total += shown(str_part(s, at, at + n), cp, manner, one);
		if (total <= room) {
			short_at = at + n;
			short_total = total;
		}
	}
	bool cut = total > max;
	size_t end = cut ? short_at : s.n, used = 0;
	char *p = arena_alloc(a, (cut ? short_total + strlen(ELLIPSIS) : total) + 1);
	for (size_t at = 0, n; at < end && (n = utf8_next(s, at, &cp)) > 0; at += n) {
		size_t len = shown(str_part(s, at, at + n), cp, manner, one);
		memcpy(p + used, one, len);
		used += len;
	}
	if (cut && max >= strlen(ELLIPSIS)) {
		memcpy(p + used, ELLIPSIS, strlen(ELLIPSIS));
		used += strlen(ELLIPSIS);
	}
	return (struct str){ p, used };
}

struct str escape_line(struct arena *a, struct str s, size_t max)
{
	if (s.n <= max && is_printable_line(s))
		return arena_dup(a, s);
	return escaped(a, s, max, AS_LINE);
}

struct str escape_block(struct arena *a, struct str s, size_t max)
{
	return escaped(a, s, max, AS_BLOCK);
}

struct str escape_name(struct arena *a, struct str s, size_t max)
{
	return escaped(a, s, max, AS_NAME);
}

size_t ascii_head(struct str s)
{
	for (size_t at = 0; at < s.n; at += 8) {
		/* Where bytes follow, what is not there is a space. */
		const unsigned left = s.n - at < 8 ? (unsigned)(s.n - at) : 8;
		const uint64_t v = bytes_at(s.p, at, s.n) | (EACH_BYTE(0x20) & ~first_bytes(left));
		const uint64_t odd = (v | eight_below(v, 0x20) | ((v & ~HIGH_BITS) + EACH_BYTE(1))) & HIGH_BITS;

		if (odd != 0)
			return at + eight_first(odd);
	}
	return s.n;
}

bool is_printable_line(struct str s)
{
	uint32_t cp;
	for (size_t at = ascii_head(s), n; (n = utf8_next(s, at, &cp)) > 0; at += n) {
		bool invalid = n == 1 && (unsigned char)s.p[at] >= 0x80;
		if (invalid || cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || is_format_control(cp))
			return false;
	}
	return true;
}

void escape_in_place(char *s, size_t size)
{
	const struct str raw = str_c(s);
	char copy[ESCAPED_IN_PLACE], one[ESCAPED_MAX];
	size_t used = 0;
	uint32_t cp;

	if (is_printable_line(raw) || raw.n >= sizeof copy)
		return;
	memcpy(copy, s, raw.n);
	for (size_t at = 0, n; (n = utf8_next((struct str){ copy, raw.n }, at, &cp)) > 0; at += n) {
		const size_t len = shown((struct str){ copy + at, n }, cp, AS_LINE, one);

		if (used + len >= size)
			break;
		memcpy(s + used, one, len);
		used += len;
	}
	s[used] = '\0';
}
