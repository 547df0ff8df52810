/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON output, byte by byte into the caller's buffer: a sealed child writes a hundred kilobytes of it for each document, and a tree
 * of values that is built, written and freed took most of its time. A wrong order of calls is a programming error and aborts.
 */
#include "json.h"

#include <stdlib.h>

#include "eight.h"
#include "fold.h"

static void new_line(struct json *j)
{
	buf_char(j->out, '\n');
	for (unsigned i = 0; i < j->depth; i++)
		buf_add(j->out, "  ", 2);
}

static void put_unit(struct buf *out, uint32_t unit)
{
	static const char hex[] = "0123456789ABCDEF";
	const char text[] = { '\\', 'u', hex[unit >> 12 & 15], hex[unit >> 8 & 15], hex[unit >> 4 & 15], hex[unit & 15] };

	buf_add(out, text, sizeof text);
}

/* DEL is written in small letters, as every record so far has it. */
static void put_escape(struct buf *out, uint32_t cp)
{
	static const char known[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *at = cp != 0 && cp < 0x80 ? strchr(known, (int)cp) : NULL;

	if (at) {
		buf_char(out, '\\');
		buf_char(out, letters[at - known]);
	} else if (cp == 0x7f) {
		buf_add(out, "\\u007f", 6);
	} else if (cp > 0xffff) {
		put_unit(out, 0xd800 + ((cp - 0x10000) >> 10));
		put_unit(out, 0xdc00 + ((cp - 0x10000) & 0x3ff));
	} else {
		put_unit(out, cp);
	}
}

static bool is_plain(char c)
{
	return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

/* The first byte at or after `at` that is escaped, or the end. */
static size_t plain_until(struct str s, size_t at)
{
	for (; s.n - at >= 8; at += 8) {
		const uint64_t v = eight_bytes(s.p + at), quotes = eight_below(v ^ EACH_BYTE('"'), 1) | eight_below(v ^ EACH_BYTE('\\'), 1),
			       beyond = v | ((v & ~HIGH_BITS) + EACH_BYTE(0x80 - 0x7f)), escaped = (quotes | beyond | eight_below(v, 0x20)) & HIGH_BITS;

		if (escaped != 0)
			return at + eight_first(escaped);
	}
	while (at < s.n && is_plain(s.p[at]))
		at++;
	return at;
}

static void put_quoted(struct buf *out, struct str s)
{
	uint32_t cp;

	buf_char(out, '"');
	for (size_t at = 0; at < s.n;) {
		const size_t from = at;

		at = plain_until(s, at);
		buf_add(out, s.p + from, at - from);
		if (at < s.n) {
			at += utf8_next(s, at, &cp);
			put_escape(out, cp);
		}
	}
	buf_char(out, '"');
}

/* What stands before a value: the comma, the line end, the key. */
static void begin_value(struct json *j, const char *key)
{
	if (j->depth == 0 || (key == NULL) != (j->closes[j->depth - 1] == ']'))
		abort();
	if (j->follows)
		buf_add(j->out, ", ", j->form == JSON_INDENTED ? 1 : 2);
	if (j->form == JSON_INDENTED)
		new_line(j);
	j->follows = true;
	if (!key)
		return;
	buf_char(j->out, '"');
	buf_c(j->out, key);
	buf_add(j->out, "\": ", 3);
}

static void begin_container(struct json *j, char opens, char closes)
{
	if (j->depth == JSON_DEPTH)
		abort();
	if (j->depth > 0 || j->form != JSON_MEMBERS)
		buf_char(j->out, opens);
	j->closes[j->depth++] = closes;
	j->follows = false;
}

void json_begin(struct json *j, struct buf *out, enum json_form form)
{
	*j = (struct json){ .out = out, .form = form };
	begin_container(j, '{', '}');
}

static void end_container(struct json *j)
{
	j->depth--;
	if (j->form == JSON_INDENTED && j->follows)
		new_line(j);
	if (j->depth > 0 || j->form != JSON_MEMBERS)
		buf_char(j->out, j->closes[j->depth]);
	j->follows = true;
}

void json_finish(struct json *j)
{
	if (j->depth != 1)
		abort();
	end_container(j);
}

void json_end(struct json *j)
{
	if (j->depth <= 1)
		abort();
	end_container(j);
}

void json_object(struct json *j, const char *key)
{
	begin_value(j, key);
	begin_container(j, '{', '}');
}

void json_array(struct json *j, const char *key)
{
	begin_value(j, key);
	begin_container(j, '[', ']');
}

void json_str(struct json *j, const char *key, struct str s)
{
	begin_value(j, key);
	put_quoted(j->out, s);
}

void json_int(struct json *j, const char *key, int64_t v)
{
	begin_value(j, key);
	buf_int(j->out, v);
}

void json_bool(struct json *j, const char *key, bool v)
{
	begin_value(j, key);
	buf_c(j->out, v ? "true" : "false");
}

void json_null(struct json *j, const char *key)
{
	begin_value(j, key);
	buf_add(j->out, "null", 4);
}

void json_pair(struct json *j, const char *key, int64_t a, int64_t b)
{
	json_array(j, key);
	json_int(j, NULL, a);
	json_int(j, NULL, b);
	json_end(j);
}
