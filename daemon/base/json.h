/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON. Output: keys in the order given, ASCII only (\uXXXX), no floats.
 *
 * A `struct json` writes one object into a buffer, whose `full` tells that it is not whole. `key` is NULL inside an array, else
 * a word of the program, which needs no escape. Strings may hold any bytes: what is not valid UTF-8 becomes U+FFFD.
 */
#ifndef SCRUTATEUR_JSON_H
#define SCRUTATEUR_JSON_H

#include "buf.h"
#include "err.h"

/* MEMBERS: without its braces, `"a": 1, "b": 2`. Lets a record be put together from parts made in different processes
 * (alerts/record.h). */
enum json_form { JSON_LINE, JSON_INDENTED, JSON_MEMBERS };
#define JSON_DEPTH 32
struct json { /* for json.c only */
	struct buf *out;
	enum json_form form;
	unsigned depth;
	bool follows; /* a value stands before, in the innermost */
	char closes[JSON_DEPTH];
};

/* jansson, which reads, exports these names too; ours must not take their place in the linked program. */
#define json_object json_open_object
#define json_array json_open_array
#define json_null json_put_null

void json_begin(struct json *j, struct buf *out, enum json_form form);
/* Everything that was opened is ended. */
void json_finish(struct json *j);
void json_object(struct json *j, const char *key);
void json_array(struct json *j, const char *key);
/* End the innermost open object or array. */
void json_end(struct json *j);
void json_str(struct json *j, const char *key, struct str s);
/* The same for what is read back through yamltree.h; null when empty. What is beyond the basic plane becomes U+FFFD: JSON writes it as two
 * surrogates, which no YAML reader takes. */
void json_for_yaml(struct json *j, const char *key, struct str s);
void json_int(struct json *j, const char *key, int64_t v);
void json_bool(struct json *j, const char *key, bool v);
void json_null(struct json *j, const char *key);
/* [a, b] */
void json_pair(struct json *j, const char *key, int64_t a, int64_t b);

/* Input: parse `s` as one object and hand over what is a text or a whole number among its members (`parent` empty) and among
 * the members of those that are objects and the items of those that are lists (their key is empty); a number as text,
 * deeper ones not. Views, valid until `fn` returns. Nothing is handed over of an object that does not parse as a whole:
 * ERR_SYNTAX with line and column (a key twice, bytes that are no UTF-8, a NUL too), ERR_LIMIT more than LIMIT_SIDE_DEPTH
 * levels. */
typedef void (*json_member_fn)(void *ctx, struct str parent, struct str key, struct str value);
bool json_read(struct str s, json_member_fn fn, void *ctx, struct err *e);

#endif
