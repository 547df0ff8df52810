/* SPDX-License-Identifier: EUPL-1.2 */
/* Text is pointer and length.
 *
 * A `struct str` is a borrowed view: it owns nothing, is never NUL-terminated by contract and lives as long as
 * the memory it looks into (usually an arena, or the text of the document). The empty view is {NULL or any, 0}.
 */
#ifndef SCRUTATEUR_STR_H
#define SCRUTATEUR_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

/* A literal as a view, without its final NUL. */
#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
/* For printf: "%.*s", STR_ARG(s). Only for text of our own: document text goes through escape.h. */
#define STR_ARG(s) (int)(s).n, (s).p

/* View a NUL-terminated string of our own (NULL gives the empty view). */
static inline struct str str_c(const char *s)
{
	return (struct str){ s, s ? strlen(s) : 0 };
}
/* View the half-open part [from, to) of `s`; bounds beyond the end are pulled back to it. */
struct str str_part(struct str s, size_t from, size_t to);
static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
/* Order by bytes, then by length: <0, 0, >0. */
int str_cmp(struct str a, struct str b);
static inline bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}
bool str_ends(struct str s, struct str suffix);
/* Offset of the first `needle` at or after `from`, or STR_NONE. Linear (memmem). */
#define STR_NONE ((size_t)-1)
size_t str_find(struct str s, struct str needle, size_t from);
/* Where `s` stands in a NULL-terminated list, or -1. */
int str_position(struct str s, const char *const *words);
/* What stands behind the last `c`: all of it when there is none. */
struct str str_after_last(struct str s, char c);
/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);
/* 0 to 9, of a byte or a code point; cp_is_digit (fold.h) knows those of every script. */
static inline bool is_figure(int64_t c)
{
	return c >= '0' && c <= '9';
}
/* Read a whole decimal number: optional '-', then 1 to 18 digits and nothing else. False leaves *ret alone. */
bool str_int(struct str s, int64_t *ret);
/* The mark of a French plural, which begins at two: "s" or "". */
#define plural_s(n) ((n) > 1 ? "s" : "")

#endif
