/* SPDX-License-Identifier: EUPL-1.2 */
/* A text and its tokens from a literal, for tests of the text and act rooms. */
#ifndef SCRUTATEUR_TEST_SAMPLE_H
#define SCRUTATEUR_TEST_SAMPLE_H

#include "../base/check.h"
#include "bounds.h"
#include "token.h"

struct sample {
	struct arena a;
	struct text text;
	struct tokens t;
};

static inline void sample_bytes(struct sample *s, const void *p, size_t n)
{
	struct err e = {0};
	enum text_refusal why;
	arena_init(&s->a, LIMIT_ACT_MEMORY);
	if (!text_decode(&s->a, (struct str){p, n}, LIMIT_TEXT_BYTES, &s->text, &why, &e)) {
		print_error("refused: %s\n", e.msg);
		fail();
	}
	tokenise(&s->a, &s->text, &s->t);
}

static inline void sample(struct sample *s, const char *text)
{
	sample_bytes(s, text, strlen(text));
}

static inline void sample_done(struct sample *s)
{
	arena_done(&s->a);
}

/* All keys in a row, one space between: what a reader sees. */
static inline const char *sample_keys(struct sample *s)
{
	struct str all = {"", 0};
	for (size_t k = 0; k < s->t.n; k++)
		all = arena_printf(&s->a, "%.*s%s%.*s", STR_ARG(all), k ? " " : "", STR_ARG(s->t.at[k].key));
	return arena_printf(&s->a, "%.*s", STR_ARG(all)).p;
}

#define assert_keys(text, want)                                                                                        \
	do {                                                                                                           \
		struct sample keys_sample;                                                                             \
		sample(&keys_sample, (text));                                                                          \
		assert_string_equal(sample_keys(&keys_sample), (want));                                                \
		sample_done(&keys_sample);                                                                             \
	} while (0)

#endif
