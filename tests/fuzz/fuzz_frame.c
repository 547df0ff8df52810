/* SPDX-License-Identifier: EUPL-1.2 */
/* Any bytes on the pipe of a document child, in whatever pieces: the answer is whole, or the child is condemned
 * with a reason. A frame that is taken and written again is the same bytes.
 */
#include "fuzz.h"

#include "answer.h"

#define ANSWER_MEMORY (64 * MIB)

static void check_frames(struct str in)
{
	struct buf out;
	buf_init(&out, LIMIT_FRAME);
	for (size_t at = 0; at < in.n;) {
		struct frame f;
		struct err e = {0};
		int64_t took = frame_get(str_part(in, at, in.n), &f, &e);
		if (took <= 0) {
			CHECK(took == 0 || fuzz_is_french_sentence(e.msg));
			break;
		}
		for (unsigned i = 0; i < f.texts; i++)
			CHECK(f.text[i].n == 0 || (f.text[i].p >= in.p && f.text[i].p + f.text[i].n <= in.p + in.n));
		buf_clear(&out);
		frame_put(&out, &f);
		CHECK(!out.full && str_eq(buf_view(&out), str_part(in, at, at + (size_t)took)));
		at += (size_t)took;
	}
	buf_done(&out);
}

static void check_answer(struct str in, size_t piece)
{
	struct answer a;
	struct answer_result r = {0};
	struct arena mem;
	struct err e = {0};
	bool alive = false, good = true;
	arena_init(&mem, ANSWER_MEMORY);
	answer_init(&a);
	for (size_t at = 0; at < in.n && good; at += piece)
		good = answer_feed(&a, in.p + at, at + piece < in.n ? piece : in.n - at, &alive);
	if (answer_result(&a, &mem, &r, &e)) {
		CHECK(good && (r.scan || r.parts_n > 0));
		CHECK(memchr(r.refusal, '\0', sizeof r.refusal) != NULL && frame_ascii(r.reading));
	} else {
		CHECK(fuzz_is_french_sentence(e.msg));
	}
	answer_done(&a);
	arena_done(&mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	const struct str in = {(const char *)p, n};
	check_frames(in);
	check_answer(in, n + 1);
	check_answer(in, 1 + n / 7);
	return 0;
}
