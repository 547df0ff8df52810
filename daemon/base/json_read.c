/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON input. It is hostile, and jansson's parser calls itself at each level: levels are counted before it is called. */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "bounds.h"
#include "json.h"

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

/* jansson quotes the key that stands twice (near '"objet"'); one of other letters than these is not repeated. */
static bool say_why(const json_error_t *why, struct err *e)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
	static const char opening[] = " near '\"";
	const unsigned line = (unsigned)why->line, col = (unsigned)why->column;
	const char *near = strstr(why->text, opening), *key = near != NULL ? near + sizeof opening - 1 : "";
	const size_t n = strspn(key, letters);

	if (json_error_code(why) == json_error_duplicate_key && n > 0 && key[n] == '"')
		return err_at(e, ERR_SYNTAX, "", line, col, "la clé « %.*s » y est deux fois, et rien ne dit laquelle vaut : n'en laissez qu'une", (int)n, key);
	if (json_error_code(why) == json_error_duplicate_key)
		return err_at(e, ERR_SYNTAX, "", line, col, "une clé y est deux fois, et rien ne dit laquelle vaut : n'en laissez qu'une");
	return err_at(e, ERR_SYNTAX, "", line, col, "incomplet, ou caractère qui n'y a pas sa place");
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
		return root ? err_at(e, ERR_SYNTAX, "", 1, 1, "ce n'est pas un objet") : say_why(&why, e);
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
