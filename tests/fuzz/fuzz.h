/* SPDX-License-Identifier: EUPL-1.2 */
/* What the fuzz targets share. A target is LLVMFuzzerTestOneInput: with clang it is linked to libFuzzer (`make fuzz`), with
 * any compiler to replay.c (`make check`). A broken invariant is said with its place and aborts; both drivers then name the
 * input. Targets run from the top of the tree.
 */
#ifndef SCRUTATEUR_FUZZ_H
#define SCRUTATEUR_FUZZ_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bounds.h"
#include "fold.h"
#include "token.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

#define CHECK(cond) ((cond) ? (void)0 : fuzz_broken(#cond, __FILE__, __LINE__))
_Noreturn static inline void fuzz_broken(const char *what, const char *file, int line)
{
	fprintf(stderr, "%s:%d: broken: %s\n", file, line, what);
	abort();
}

static inline bool fuzz_is_french_sentence(const char *msg)
{
	struct str s = str_c(msg);
	return s.n > 0 && utf8_valid(s) && memchr(s.p, '\n', s.n) == NULL;
}

/* Text, or a refusal with its word and its sentence. */
static inline bool fuzz_decode(struct arena *a, const uint8_t *p, size_t n, size_t limit, struct text *ret)
{
	struct err e = {0};
	enum text_refusal why = REFUSAL_NONE;
	if (!text_decode(a, (struct str){(const char *)p, n}, limit, ret, &why, &e)) {
		CHECK(why != REFUSAL_NONE && refusal_word(why)[0] != '\0');
		CHECK(fuzz_is_french_sentence(e.msg));
		return false;
	}
	CHECK(utf8_valid(ret->bytes) && ret->bytes.n <= limit && ret->start <= ret->bytes.n);
	CHECK(memchr(ret->bytes.p, '\0', ret->bytes.n) == NULL);
	return true;
}

/* `at` stands between two code points of valid UTF-8. */
static inline bool fuzz_between(struct str s, size_t at)
{
	return at <= s.n && (at == s.n || ((unsigned char)s.p[at] & 0xC0) != 0x80);
}

static inline bool fuzz_span(const struct text *t, struct span s)
{
	return s.start >= t->start && s.start < s.end && fuzz_between(t->bytes, s.start) && fuzz_between(t->bytes, s.end);
}

#endif
