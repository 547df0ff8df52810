/* SPDX-License-Identifier: EUPL-1.2 */
/* Frames: what is put comes back, every prefix asks for more, and no damaged byte gets through as something else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "frame.h"
#include "bounds.h"
#include "record.h"

#define HEADER (4 * 4 + 8 * 4 + FRAME_TEXTS * 4)

static struct buf bytes_of(const struct frame *f)
{
	struct buf b;

	buf_init(&b, LIMIT_FRAME + HEADER);
	frame_put(&b, f);
	return b;
}

static void expect_lie(struct str in)
{
	struct frame f = { .num = { 77 } };
	struct err e = { 0 };

	assert_int_equal(frame_get(in, &f, &e), -1);
	assert_int_not_equal(e.code, ERR_NONE);
	assert_int_equal(f.num[0], 77); /* untouched on failure */
}

static void test_frame__round_trip(void **state)
{
	(void)state;
	struct frame f = { .type = FRAME_JOB,
			   .num = { 7, 0, 0, 0, 0, 0, 0, 4294967295u },
			   .text = { STR("abc"), STR("d\xc3\xa9p\xc3\xb4t.txt"), STR(""), STR("3,7") },
			   .texts = 4 };
	struct buf b = bytes_of(&f);
	struct frame g;
	struct err e;

	assert_int_equal(frame_get(buf_view(&b), &g, &e), b.n);
	assert_int_equal(g.type, FRAME_JOB);
	assert_int_equal(g.num[7], 4294967295u);
	assert_int_equal(g.texts, 4);
	for (unsigned i = 0; i < 4; i++)
		assert_true(str_eq(f.text[i], g.text[i]));
	struct frame again;
	assert_int_equal(frame_again(buf_view(&b), &again), b.n);
	assert_memory_equal(&again, &g, sizeof g);
	buf_done(&b);
}

static void test_frame__every_prefix_asks_for_more(void **state)
{
	(void)state;
	struct buf b = bytes_of(&(struct frame){ .type = FRAME_READING, .text = { STR("{\"a\": 1}") }, .texts = 1 });

	for (size_t n = 0; n < b.n; n++) {
		struct frame g;
		struct err e;
		assert_int_equal(frame_get(str_part(buf_view(&b), 0, n), &g, &e), 0);
	}
	buf_done(&b);
}

static void test_frame__two_in_a_row(void **state)
{
	(void)state;
	struct buf b = bytes_of(&(struct frame){ .type = FRAME_ALIVE, .num = { 3 } });
	struct frame g;
	struct err e;

	frame_put(&b, &(struct frame){ .type = FRAME_END });
	int64_t took = frame_get(buf_view(&b), &g, &e);
	assert_int_equal(took, HEADER);
	assert_int_equal(frame_get(str_part(buf_view(&b), (size_t)took, b.n), &g, &e), HEADER);
	assert_int_equal(g.type, FRAME_END);
	buf_done(&b);
}

static void test_frame__unprintable_byte(void **state)
{
	(void)state;
	const unsigned char bad[] = { 0x00, 0x0a, 0x1b, 0x1f, 0x7f, 0x80, 0xff };

	for (size_t i = 0; i < sizeof bad; i++) {
		struct buf b = bytes_of(&(struct frame){ .type = FRAME_READING, .text = { STR("abc") }, .texts = 1 });
		b.p[HEADER + 1] = (char)bad[i];
		expect_lie(buf_view(&b));
		buf_done(&b);
	}
}

static void test_frame__utf8_only_where_people_read(void **state)
{
	(void)state;
	struct frame g;
	struct err e;
	struct buf ok = bytes_of(&(struct frame){ .type = FRAME_FAILED, .text = { STR("r\xc3\xa8gle") }, .texts = 1 });
	struct buf no = bytes_of(&(struct frame){ .type = FRAME_READY, .text = { STR("r\xc3\xa8gle") }, .texts = 1 });
	struct buf bad = bytes_of(&(struct frame){ .type = FRAME_FAILED, .text = { STR("a\nb") }, .texts = 1 });

	assert_true(frame_get(buf_view(&ok), &g, &e) > 0);
	expect_lie(buf_view(&no));
	expect_lie(buf_view(&bad));
	buf_done(&ok);
	buf_done(&no);
	buf_done(&bad);
}

static void test_frame__limit_of_the_body(void **state)
{
	(void)state;
	struct buf big;
	struct frame g;
	struct err e;

	buf_init(&big, LIMIT_FRAME + 2);
	while (big.n < LIMIT_FRAME)
		buf_add(&big, "xxxxxxxxxxxxxxxx", 16);
	struct buf at = bytes_of(&(struct frame){ .type = FRAME_READING, .text = { buf_view(&big) }, .texts = 1 });
	assert_false(at.full);
	assert_int_equal(frame_get(buf_view(&at), &g, &e), at.n);
	buf_char(&big, 'x');
	struct buf above = bytes_of(&(struct frame){ .type = FRAME_READING, .text = { buf_view(&big) }, .texts = 1 });
	assert_true(above.full);
	assert_int_equal(above.n, 0);
	buf_done(&big);
	buf_done(&at);
	buf_done(&above);
}

static void poke(struct buf *b, size_t word, uint32_t v)
{
	memcpy(b->p + 4 * word, &v, sizeof v);
}

static void test_frame__lying_headers(void **state)
{
	(void)state;
	const struct {
		size_t word;
		uint32_t v;
	} lies[] = {
		{ 0, 0x53435254u },
		{ 1, 0 },
		{ 1, FRAME_JOB + 1 },
		{ 1, 0xffffffffu },
		{ 2, FRAME_TEXTS + 1 },
		{ 2, 0 },
		{ 3, 2 },
		{ 3, 4 },
		{ 3, 0xffffffffu },
		{ 12, 4 },
		{ 12, 0xffffffffu },
		{ 13, 1 },
		{ 27, 1 },
	};

	for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
		struct buf b = bytes_of(&(struct frame){ .type = FRAME_READING, .text = { STR("abc") }, .texts = 1 });
		poke(&b, lies[i].word, lies[i].v);
		expect_lie(buf_view(&b));
		buf_done(&b);
	}
	struct buf b = bytes_of(&(struct frame){ .type = FRAME_READING, .text = { STR("abc") }, .texts = 1 });
	poke(&b, 12, LIMIT_FRAME + 1);
	poke(&b, 3, LIMIT_FRAME + 1);
	expect_lie(buf_view(&b));
	buf_done(&b);
}

/* A xorshift over headers and bytes: whatever comes, the reader stays inside the bytes it was given. */
static void test_frame__noise_stays_inside(void **state)
{
	(void)state;
	uint32_t seed = 20260711;

	for (int round = 0; round < 20000; round++) {
		struct buf b = bytes_of(
			&(struct frame){ .type = FRAME_PARTS, .text = { STR("abc"), STR("defgh") }, .texts = 2 });
		for (int k = 0; k < 3; k++) {
			seed ^= seed << 13;
			seed ^= seed >> 17;
			seed ^= seed << 5;
			b.p[seed % b.n] = (char)(seed >> 11);
		}
		struct frame g;
		struct err e;
		int64_t took = frame_get(buf_view(&b), &g, &e);
		assert_true(took == -1 || took == 0 || took == (int64_t)b.n);
		for (unsigned i = 0; took > 0 && i < g.texts; i++)
			assert_true(g.text[i].p >= b.p && g.text[i].p + g.text[i].n <= b.p + b.n);
		buf_done(&b);
	}
}

static struct record_parts sample_parts(void)
{
	struct record_parts p = { .event = EVENT_ALERTE,
				  .verdict = VERDICT_ANOMALIE,
				  .severity = SEVERITY_MAJEURE,
				  .before = STR("\"a\": 1"),
				  .rule = STR("\"e\": 5"),
				  .found = STR("\"f\": 6"),
				  .topic = STR("elu:F\xc3\x89RET"),
				  .document = STR("\"b\": 2"),
				  .act = STR("\"c\": 3"),
				  .run = STR("\"d\": 4"),
				  .acte = 3,
				  .actes = 18,
				  .objet = STR("Achat d'un pr\xc3\xa9"),
				  .passages = STR("1-2 L1:1 5-6 L2:1"),
				  .exception = STR("\"id\": \"E1\""),
				  .exempted_by = STR("E1 \xc3\xa9") };

	memset(p.alerte_v1, 'a', 64);
	memset(p.occurrence_v1, '0', 64);
	memset(p.rule_sha256, 'e', 64);
	for (int i = 0; i < BELL_COUNT; i++)
		p.bell[i] = STR("Mme F\xc3\x89RET");
	return p;
}

static void test_frame__parts_round_trip(void **state)
{
	(void)state;
	struct record_parts p = sample_parts(), q;
	struct buf b;
	struct frame f;
	struct err e;

	buf_init(&b, LIMIT_FRAME);
	frame_put_parts(&b, &p);
	assert_int_equal(frame_get(buf_view(&b), &f, &e), b.n);
	assert_true(frame_get_parts(&f, &q, &e));
	assert_int_equal(q.event, EVENT_ALERTE);
	assert_int_equal(q.severity, SEVERITY_MAJEURE);
	assert_string_equal(q.alerte_v1, p.alerte_v1);
	assert_string_equal(q.occurrence_v1, p.occurrence_v1);
	assert_true(q.acte == 3 && q.actes == 18 && str_eq(q.passages, p.passages) && str_eq(q.objet, p.objet));
	assert_string_equal(q.rule_sha256, p.rule_sha256);
	assert_true(str_eq(q.exception, p.exception) && str_eq(q.exempted_by, p.exempted_by));
	assert_true(str_eq(q.before, p.before) && str_eq(q.rule, p.rule) && str_eq(q.document, p.document));
	assert_true(str_eq(q.act, p.act) && str_eq(q.found, p.found) && str_eq(q.topic, p.topic));
	assert_true(str_eq(q.run, p.run) && str_eq(q.bell[BELL_EVIDENCE], p.bell[BELL_EVIDENCE]));
	buf_done(&b);
}

static void test_frame__parts_that_are_not(void **state)
{
	(void)state;
	struct record_parts p = sample_parts(), q;
	struct buf b;
	struct frame f;
	struct err e;

	buf_init(&b, LIMIT_FRAME);
	frame_put_parts(&b, &p);
	assert_true(frame_get(buf_view(&b), &f, &e) > 0);
	struct frame g = f;
	g.num[0] = EVENT_SERVICE + 1;
	assert_false(frame_get_parts(&g, &q, &e));
	g = f;
	g.num[1] = VERDICT_ERREUR + 1;
	assert_false(frame_get_parts(&g, &q, &e));
	g = f;
	g.num[2] = SEVERITY_BLOQUANTE + 1;
	assert_false(frame_get_parts(&g, &q, &e));
	g = f;
	g.text[0].n = 63;
	assert_false(frame_get_parts(&g, &q, &e));
	g = f;
	g.text[1] = STR("G000000000000000000000000000000000000000000000000000000000000000");
	assert_false(frame_get_parts(&g, &q, &e));
	g = f;
	g.texts--;
	assert_false(frame_get_parts(&g, &q, &e));
	buf_done(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_frame__round_trip),
		cmocka_unit_test(test_frame__every_prefix_asks_for_more),
		cmocka_unit_test(test_frame__two_in_a_row),
		cmocka_unit_test(test_frame__unprintable_byte),
		cmocka_unit_test(test_frame__utf8_only_where_people_read),
		cmocka_unit_test(test_frame__limit_of_the_body),
		cmocka_unit_test(test_frame__lying_headers),
		cmocka_unit_test(test_frame__noise_stays_inside),
		cmocka_unit_test(test_frame__parts_round_trip),
		cmocka_unit_test(test_frame__parts_that_are_not),
	};
	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
