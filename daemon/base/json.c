/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON output: a tree of jansson values built from the outside in, then dumped. Decided against writing text directly:
 * quoting and escaping are jansson's, and a value is complete or absent. A wrong order of calls is a programming error
 * and aborts. Input is hostile, and jansson's parser calls itself at each level: levels are counted before it is called.
 */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fold.h"

/* Before json.h gives its own meaning to three of jansson's names. */
static json_t *new_object(void)
{
	return json_object();
}

static json_t *new_array(void)
{
	return json_array();
}

static json_t *new_null(void)
{
	return json_null();
}

#include "json.h"
#include "bounds.h"

#define JSON_DEPTH 32

struct json {
	json_t *open[JSON_DEPTH]; /* borrowed, but for the root */
	size_t depth;
	json_t *root;
};

struct json *json_new(void)
{
	struct json *j = calloc(1, sizeof *j);
	if (!j)
		abort();
	return j;
}

void json_free(struct json *j)
{
	if (!j)
		return;
	json_decref(j->root);
	free(j);
}

/* Put the value where it belongs; its reference is taken over. */
static void put(struct json *j, const char *key, json_t *v)
{
	json_t *in = j->depth ? j->open[j->depth - 1] : NULL;
	int failed = v == NULL;
	if (!failed && !in) {
		failed = j->root != NULL || key != NULL;
		j->root = v;
	} else if (!failed && json_is_object(in)) {
		failed = key == NULL || json_object_set_new_nocheck(in, key, v) != 0;
	} else if (!failed) {
		failed = key != NULL || json_array_append_new(in, v) != 0;
	}
	if (failed)
		abort();
}

static void put_open(struct json *j, const char *key, json_t *v)
{
	if (j->depth == JSON_DEPTH)
		abort();
	put(j, key, v);
	j->open[j->depth++] = v;
}

void json_object(struct json *j, const char *key)
{
	put_open(j, key, new_object());
}

void json_array(struct json *j, const char *key)
{
	put_open(j, key, new_array());
}

void json_end(struct json *j)
{
	if (j->depth == 0)
		abort();
	j->depth--;
}

/* Every invalid byte becomes U+FFFD: three bytes for one. */
static json_t *repaired(struct str s)
{
	char *fixed = s.n < SIZE_MAX / 3 ? malloc(s.n * 3 + 1) : NULL;
	if (!fixed)
		return NULL;
	size_t used = 0;
	uint32_t cp;
	for (size_t at = 0, n; (n = utf8_next(s, at, &cp)) > 0; at += n) {
		char out[4];
		size_t len = utf8_put(cp, out);
		memcpy(fixed + used, out, len);
		used += len;
	}
	json_t *v = json_stringn_nocheck(fixed, used);
	free(fixed);
	return v;
}

void json_str(struct json *j, const char *key, struct str s)
{
	put(j, key, utf8_valid(s) ? json_stringn_nocheck(s.n ? s.p : "", s.n) : repaired(s));
}

void json_int(struct json *j, const char *key, int64_t v)
{
	put(j, key, json_integer(v));
}

void json_bool(struct json *j, const char *key, bool v)
{
	put(j, key, json_boolean(v));
}

void json_null(struct json *j, const char *key)
{
	put(j, key, new_null());
}

void json_pair(struct json *j, const char *key, int64_t a, int64_t b)
{
	json_array(j, key);
	json_int(j, NULL, a);
	json_int(j, NULL, b);
	json_end(j);
}

/* jansson's "ASCII" lets DEL through; only a string can hold it, so it is escaped here. */
static int dump_part(const char *p, size_t n, void *to)
{
	struct buf *out = to;
	for (size_t from = 0; from < n;) {
		const char *del = memchr(p + from, 0x7f, n - from);
		size_t plain = del ? (size_t)(del - p) : n;
		buf_add(out, p + from, plain - from);
		if (del)
			buf_c(out, "\\u007f");
		from = plain + (del != NULL);
	}
	return 0;
}

void json_write(const struct json *j, bool indented, struct buf *out)
{
	size_t flags = JSON_ENSURE_ASCII | JSON_ENCODE_ANY | (indented ? JSON_INDENT(2) : 0);
	if (!j->root || j->depth > 0 || json_dump_callback(j->root, dump_part, out, flags) != 0)
		abort();
}

void json_members(const struct json *j, struct buf *out)
{
	if (!json_is_object(j->root))
		abort();
	struct buf whole;
	buf_init(&whole, SIZE_MAX - 1);
	json_write(j, false, &whole);
	struct str text = buf_view(&whole);
	if (whole.full || text.n < 2)
		abort();
	buf_str(out, str_part(text, 1, text.n - 1));
	buf_done(&whole);
}

static bool is_too_deep(struct str s)
{
	size_t depth = 0;
	bool quoted = false;

	for (size_t i = 0; i < s.n; i++) {
		if (quoted && s.p[i] == '\\')
			i++;
		else if (s.p[i] == '"')
			quoted = !quoted;
		else if (!quoted && (s.p[i] == '{' || s.p[i] == '['))
			depth++;
		else if (!quoted && depth > 0 && (s.p[i] == '}' || s.p[i] == ']'))
			depth--;
		if (depth > LIMIT_SIDE_DEPTH)
			return true;
	}
	return false;
}

static void hand_over(struct str parent, const char *key, const json_t *v, json_member_fn fn, void *ctx)
{
	char number[32];

	if (json_is_string(v)) {
		fn(ctx, parent, str_c(key), (struct str){ json_string_value(v), json_string_length(v) });
	} else if (json_is_integer(v)) {
		(void)snprintf(number, sizeof number, "%" PRId64, (int64_t)json_integer_value(v));
		fn(ctx, parent, str_c(key), str_c(number));
	}
}

bool json_read(struct str s, json_member_fn fn, void *ctx, struct err *e)
{
	json_error_t why = { .line = 0 };
	const char *key, *below;
	json_t *v, *inner;

	if (is_too_deep(s))
		return err_set(e, ERR_LIMIT, "plus de %d niveaux", LIMIT_SIDE_DEPTH);
	json_t *root = json_loadb(s.n ? s.p : "", s.n, JSON_REJECT_DUPLICATES, &why);
	if (!json_is_object(root)) {
		json_decref(root);
		return err_at(e, ERR_SYNTAX, "", root ? 1 : (unsigned)why.line, root ? 1 : (unsigned)why.column,
			      root ? "ce n'est pas un objet" : "incomplet, clé en double, ou caractère qui n'y a pas sa place");
	}
	json_object_foreach(root, key, v) {
		hand_over(STR(""), key, v, fn, ctx);
		if (json_is_object(v))
			json_object_foreach(v, below, inner)
				hand_over(str_c(key), below, inner, fn, ctx);
		for (size_t i = 0; i < json_array_size(v); i++)
			hand_over(str_c(key), "", json_array_get(v, i), fn, ctx);
	}
	json_decref(root);
	return true;
}
