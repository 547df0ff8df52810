/* SPDX-License-Identifier: EUPL-1.2 */
/* A line read back says what was written into it; anything else is refused. */
#include <stdio.h>

#include "record_read.h"
#include "sample.h"

static const struct record_seal SEAL = { .ts_us = 1795948133115287, .received_us = 1795948133000000, .id = "0507b7d3-6a99-489c-a077-80e9bd2763f0", .seq = 7,
					 .state = "nouvelle", .deposit = 2, .seen_count = 3, .seen_first_us = 1795948100000000, .host = "h",
					 .version = "1", .instance = "main", .prev = "ab" };

static struct record_told read_back(struct sample *s, const struct record_parts *p, const struct record_seal *seal)
{
	struct record_told t;
	struct err e = { 0 };
	struct buf line;

	buf_init(&line, LIMIT_RECORD_LINE);
	record_line(p, seal, &line);
	if (!record_read(&s->a, buf_view(&line), &t, &e))
		fail_msg("%s", e.msg);
	buf_done(&line);
	return t;
}

TEST(test_record_read__an_alert)
{
	struct sample s;
	struct record_parts p;

	sample_open(&s);
	struct finding f = anomaly(&s);
	record_of_finding(&s.a, &s.c, &f, false, &p);
	const struct record_told t = read_back(&s, &p, &SEAL);
	assert_int_equal(t.seq, 7);
	assert_int_equal(t.ts_us, SEAL.ts_us);
	assert_int_equal(t.received_us, SEAL.received_us);
	assert_int_equal(t.first_us, SEAL.seen_first_us);
	assert_int_equal(t.count, 3);
	assert_int_equal(t.deposit, 2);
	assert_true(str_eq(t.event, STR("alerte")) && str_eq(t.state, STR("nouvelle")) && str_eq(t.prev, STR("ab")));
	assert_true(str_eq(t.alerte_v1, str_c(p.alerte_v1)) && str_eq(t.occurrence_v1, str_c(p.occurrence_v1)) && str_eq(t.act_key, str_c(p.act_key)));
	assert_true(str_eq(t.message, p.bell[BELL_MESSAGE]) && str_eq(t.act, p.bell[BELL_ACT]) && str_eq(t.act_date, p.bell[BELL_ACT_DATE]));
	assert_true(str_eq(t.topic, p.topic) && str_eq(t.rule_sha256, str_c(p.rule_sha256)));
	sample_close(&s);
}

TEST(test_record_read__the_message_of_an_exception)
{
	struct exemption x = { .id = STR("E1"), .raison = STR("rectifi\303\251"), .par = STR("P") };
	struct sample s;
	struct record_parts p;

	sample_open(&s);
	struct finding f = anomaly(&s);
	f.exception = &x;
	record_of_finding(&s.a, &s.c, &f, false, &p);
	const struct record_told t = read_back(&s, &p, &SEAL);
	assert_true(str_eq(t.message, p.bell[BELL_MESSAGE]) && str_eq(t.exception, STR("E1")));
	sample_close(&s);
}

TEST(test_record_read__a_document)
{
	const unsigned verdicts[5] = { [VERDICT_CONFORME] = 6, [VERDICT_ERREUR] = 1 };
	struct record_seal seal = SEAL;
	struct sample s;
	struct record_parts p;

	seal.ruleset = "aa";
	seal.judged_with = "bb";
	seal.seance = "2023-10-16";
	sample_open(&s);
	record_of_document(&s.a, &s.c, verdicts, 7, 900, &p);
	const struct record_told t = read_back(&s, &p, &seal);
	assert_int_equal(t.errors, 1);
	assert_int_equal(t.acts, 1);
	assert_true(str_eq(t.ruleset, STR("aa")) && str_eq(t.judged_with, STR("bb")) && str_eq(t.seance, STR("2023-10-16")));
	assert_true(str_eq(t.act_key, str_c(p.act_key)) && t.alerte_v1.n == 0);
	sample_close(&s);
}

TEST(test_record_read__times)
{
	static const struct { const char *text; int64_t us; } good[] = {
		{ "1970-01-01T00:00:00+00:00", 0 },
		{ "2026-11-29T11:28:53.115287+01:00", 1795948133115287 },
		{ "2026-11-29T11:28:53+01:00", 1795948133000000 },
		{ "2026-11-29T06:58:53-03:30", 1795948133000000 },
	};
	static const char *const bad[] = { "", "2026-11-29", "2026-11-29T11:28:53", "2026-11-29T11:28:53.115287", "2026-11-29T11:28:53Z", "2026-11-29T11:28:5x+01:00",
					   "2026-11-29T11:28:53.1152+01:00", "2026-11-29T11:28:53+01:0x", "2026-11-29T11:28:53.115287+01:00 " };
	int64_t us = -1;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_true(record_time_read(str_c(good[i].text), &us));
		assert_int_equal(us, good[i].us);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(record_time_read(str_c(bad[i]), &us));
}

TEST(test_record_read__what_is_no_record)
{
	static const char *const lines[] = {
		"", "{", "[]", "{}", "{\"seq\": 1}", "{\"schema\": \"scrutateur-alerte/1.0\", \"seq\": 0, \"ts\": \"2026-11-29T11:28:53+01:00\"}",
		"{\"schema\": \"scrutateur-alerte/2.0\", \"seq\": 1, \"ts\": \"2026-11-29T11:28:53+01:00\"}",
		"{\"schema\": \"scrutateur-alerte/1.0\", \"seq\": 1, \"ts\": \"hier\"}",
		"{\"schema\": \"scrutateur-alerte/1.0\", \"seq\": \"x\", \"ts\": \"2026-11-29T11:28:53+01:00\"}",
	};
	struct record_told t;
	struct arena a;

	arena_init(&a, MIB);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct err e = { 0 };
		assert_false(record_read(&a, str_c(lines[i]), &t, &e));
		assert_int_not_equal(e.code, ERR_NONE);
	}
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_record_read__an_alert),
		cmocka_unit_test(test_record_read__the_message_of_an_exception),
		cmocka_unit_test(test_record_read__a_document),
		cmocka_unit_test(test_record_read__times),
		cmocka_unit_test(test_record_read__what_is_no_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
