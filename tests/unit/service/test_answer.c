/* SPDX-License-Identifier: EUPL-1.2 */
/* A child's answer: the two shapes that count, and every lie that must not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "answer.h"
#include "bounds.h"

static struct buf out;

static int fresh(void **state)
{
	(void)state;
	buf_init(&out, LIMIT_FRAME * 2);
	return 0;
}

static int clean(void **state)
{
	(void)state;
	buf_done(&out);
	return 0;
}

static void say(enum frame_type t, uint32_t n)
{
	frame_put(&out, &(struct frame){ .type = t, .num = { n } });
}

static void say_text(enum frame_type t, const char *text)
{
	frame_put(&out, &(struct frame){ .type = t, .text = { str_c(text) }, .texts = 1 });
}

static void say_parts(enum event_kind ev)
{
	frame_put_parts(&out, &(struct record_parts){ .event = ev });
}

/* Feed what was said in pieces of `piece` bytes; the result as the supervisor would see it. */
static bool heard(size_t piece, struct answer_result *ret, struct arena *mem, struct err *e)
{
	struct answer a;
	bool alive = false, ok;

	answer_init(&a);
	for (size_t at = 0; at < out.n; at += piece)
		if (!answer_feed(&a, out.p + at, piece < out.n - at ? piece : out.n - at, &alive))
			break;
	ok = answer_result(&a, mem, ret, e);
	answer_done(&a);
	return ok;
}

static bool believed(void)
{
	struct answer_result r;
	struct arena mem;
	struct err e;

	arena_init(&mem, MIB);
	bool ok = heard(4096, &r, &mem, &e);
	arena_done(&mem);
	return ok;
}

static void test_answer__judged(void **state)
{
	(void)state;
	say(FRAME_ALIVE, 0);
	say_text(FRAME_READING, "{}");
	say(FRAME_ALIVE, 1);
	say_parts(EVENT_ALERTE);
	say_parts(EVENT_CONFORME);
	say(FRAME_ALIVE, 0);
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	for (size_t piece = 1; piece < 300; piece += 7) {
		struct answer_result r;
		struct arena mem;
		struct err e;
		arena_init(&mem, MIB);
		assert_true(heard(piece, &r, &mem, &e));
		assert_false(r.refused);
		assert_int_equal(r.parts_n, 3);
		assert_int_equal(r.parts[2].event, EVENT_DOCUMENT);
		assert_int_equal(r.reading.n, 2);
		arena_done(&mem);
	}
}

static void test_answer__refused(void **state)
{
	(void)state;
	struct answer_result r;
	struct arena mem;
	struct err e;

	say(FRAME_ALIVE, 0);
	say_parts(EVENT_REJET);
	say_text(FRAME_REFUSED, "pas-une-deliberation");
	say(FRAME_END, 0);
	arena_init(&mem, MIB);
	assert_true(heard(10, &r, &mem, &e));
	assert_true(r.refused);
	assert_string_equal(r.refusal, "pas-une-deliberation");
	arena_done(&mem);
}

static void test_answer__the_text_is_announced_before_the_reading(void **state)
{
	(void)state;
	struct answer_result r;
	struct arena mem;
	struct err e;

	say(FRAME_TEXT, LIMIT_TEXT_BYTES);
	say_text(FRAME_READING, "{}");
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	arena_init(&mem, MIB);
	assert_true(heard(10, &r, &mem, &e));
	assert_int_equal(r.text, LIMIT_TEXT_BYTES);
	arena_done(&mem);
}

static void test_answer__lies_about_the_text(void **state)
{
	(void)state;
	const uint32_t sizes[] = { 0, LIMIT_TEXT_BYTES + 1 };

	for (int i = 0; i < 2; i++) {
		buf_clear(&out);
		say(FRAME_TEXT, sizes[i]);
		say_text(FRAME_READING, "{}");
		say_parts(EVENT_DOCUMENT);
		say(FRAME_END, 0);
		assert_false(believed());
	}
	buf_clear(&out);
	say_text(FRAME_READING, "{}");
	say(FRAME_TEXT, 5);
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	assert_false(believed());
	buf_clear(&out);
	say(FRAME_TEXT, 5);
	say_parts(EVENT_REJET);
	say_text(FRAME_REFUSED, "vide");
	say(FRAME_END, 0);
	assert_false(believed()); /* a refusal has no text to keep */
}

static void test_answer__a_scan_is_for_later(void **state)
{
	(void)state;
	struct answer_result r;
	struct arena mem;
	struct err e;

	say(FRAME_ALIVE, 0);
	say(FRAME_SCAN, 0);
	say(FRAME_END, 0);
	arena_init(&mem, MIB);
	assert_true(heard(10, &r, &mem, &e));
	assert_true(r.scan && !r.refused && r.parts_n == 0);
	arena_done(&mem);
	buf_clear(&out);
	say(FRAME_SCAN, 0);
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	assert_false(believed());
	buf_clear(&out);
	say_text(FRAME_READING, "{}");
	say(FRAME_SCAN, 0);
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	assert_false(believed());
}

static void test_answer__step_of_the_rule_is_kept(void **state)
{
	(void)state;
	struct answer a;
	bool alive = false;

	say(FRAME_ALIVE, 0);
	say_text(FRAME_READING, "{}");
	say(FRAME_ALIVE, 5);
	answer_init(&a);
	assert_true(answer_feed(&a, out.p, out.n, &alive));
	assert_true(alive);
	assert_int_equal(a.step, 5);
	alive = false;
	assert_true(answer_feed(&a, out.p, 10, &alive));
	assert_false(alive); /* half a frame is no sign of life */
	answer_done(&a);
}

static void begin_well(void)
{
	say(FRAME_ALIVE, 0);
	say_text(FRAME_READING, "{}");
}

static void test_answer__no_end(void **state)
{
	(void)state;
	begin_well();
	say_parts(EVENT_DOCUMENT);
	assert_false(believed());
}

static void test_answer__nothing_at_all(void **state)
{
	(void)state;
	assert_false(believed());
}

static void test_answer__data_after_the_end(void **state)
{
	(void)state;
	begin_well();
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	assert_true(believed());
	buf_char(&out, 'S');
	assert_false(believed());
	out.n--;
	say(FRAME_END, 0);
	assert_false(believed());
}

static void test_answer__document_record_not_last(void **state)
{
	(void)state;
	begin_well();
	say_parts(EVENT_DOCUMENT);
	say_parts(EVENT_ALERTE);
	say(FRAME_END, 0);
	assert_false(believed());
}

static void test_answer__two_document_records(void **state)
{
	(void)state;
	begin_well();
	say_parts(EVENT_DOCUMENT);
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	assert_false(believed());
}

static void test_answer__reading_twice_or_late(void **state)
{
	(void)state;
	begin_well();
	say_text(FRAME_READING, "{}");
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	assert_false(believed());
	buf_clear(&out);
	say_parts(EVENT_ALERTE);
	begin_well();
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	assert_false(believed());
}

static void test_answer__refusal_after_a_reading(void **state)
{
	(void)state;
	begin_well();
	say_parts(EVENT_REJET);
	say_text(FRAME_REFUSED, "binaire");
	say(FRAME_END, 0);
	assert_false(believed());
}

static void test_answer__refusal_word_is_no_path(void **state)
{
	(void)state;
	const char *words[] = { "", "..", "a/b", "Binaire", "-x", "un-mot-bien-trop-long-pour-etre-un-motif" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		buf_clear(&out);
		say_parts(EVENT_REJET);
		say_text(FRAME_REFUSED, words[i]);
		say(FRAME_END, 0);
		assert_false(believed());
	}
}

static void test_answer__frames_of_a_host(void **state)
{
	(void)state;
	begin_well();
	say_text(FRAME_READY, "");
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	assert_false(believed());
}

static void test_answer__too_long(void **state)
{
	(void)state;
	struct buf text;

	buf_init(&text, LIMIT_FRAME);
	while (text.n < LIMIT_FRAME / 2)
		buf_c(&text, "0123456789abcdef");
	begin_well();
	for (int i = 0; i < 2; i++)
		frame_put(&out, &(struct frame){ .type = FRAME_PARTS, .text = { buf_view(&text) }, .texts = 1 });
	say_parts(EVENT_DOCUMENT);
	say(FRAME_END, 0);
	assert_false(believed());
	buf_done(&text);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fresh, clean)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_answer__judged),
		T(test_answer__refused),
		T(test_answer__the_text_is_announced_before_the_reading),
		T(test_answer__lies_about_the_text),
		T(test_answer__a_scan_is_for_later),
		T(test_answer__step_of_the_rule_is_kept),
		T(test_answer__no_end),
		T(test_answer__nothing_at_all),
		T(test_answer__data_after_the_end),
		T(test_answer__document_record_not_last),
		T(test_answer__two_document_records),
		T(test_answer__reading_twice_or_late),
		T(test_answer__refusal_after_a_reading),
		T(test_answer__refusal_word_is_no_path),
		T(test_answer__frames_of_a_host),
		T(test_answer__too_long),
	};
	return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
