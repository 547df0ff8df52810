/* SPDX-License-Identifier: EUPL-1.2 */
/* What syslog and the journal are told: pure texts, fixed order, no control character, identifiers whole. */
#include "sample.h"
#include "sink_priv.h"

static struct sink_record ringing(void)
{
	struct sink_record r = { .line = STR("{}"),
				 .event = EVENT_ALERTE,
				 .verdict = VERDICT_ANOMALIE,
				 .severity = SEVERITY_MAJEURE,
				 .state = "nouvelle",
				 .id = "0c2f6e0a-5f0e-4c4b-9a52-6f0b8f5d1c11",
				 .fingerprint = "9d4a0ab0ffb0b875063fd07d65f01edfa3675c6d7ca60a57b911bfd97d7d1252" };

	for (size_t i = 0; i < BELL_COUNT; i++)
		r.bell[i] = STR("");
	r.bell[BELL_WORD] = STR("majeure");
	r.bell[BELL_RULE] = STR("pouvoir-unique");
	r.bell[BELL_RULE_VERSION] = STR("1.1.0");
	r.bell[BELL_LEGAL] = STR("CGCT L. 3121-16");
	r.bell[BELL_ACT] = STR("CP20239001");
	r.bell[BELL_ACT_DATE] = STR("2023-10-02");
	r.bell[BELL_SHA256] = STR(SHA);
	r.bell[BELL_MESSAGE] = STR("Mme FÉLINE porte 2 pouvoirs (maximum 1)");
	r.bell[BELL_EVIDENCE] = STR("1041-1082 L24:1");
	return r;
}

static void assert_syslog(const struct sink_record *r, const char *want)
{
	struct buf b;

	buf_init(&b, LIMIT_SYSLOG_LINE);
	sink_syslog_text(r, &b);
	buf_char(&b, '\0');
	assert_string_equal(b.p, want);
	buf_done(&b);
}

TEST(test_sink_syslog__the_line_of_an_alert)
{
	struct sink_record r = ringing();

	assert_syslog(
		&r,
		"majeure pouvoir-unique/1.1.0 CP20239001 nouvelle: Mme FÉLINE porte 2 pouvoirs (maximum 1)"
		" fp=9d4a0ab0ffb0 id=0c2f6e0a");
}

TEST(test_sink_syslog__without_a_number_twelve_digits_of_the_hash)
{
	struct sink_record r = ringing();

	r.bell[BELL_ACT] = STR("");
	assert_syslog(
		&r,
		"majeure pouvoir-unique/1.1.0 3e6dc11b9475 nouvelle: Mme FÉLINE porte 2 pouvoirs (maximum 1)"
		" fp=9d4a0ab0ffb0 id=0c2f6e0a");
}

TEST(test_sink_syslog__a_record_without_rule_or_state)
{
	struct sink_record r = { .event = EVENT_SERVICE, .id = "0c2f6e0a-5f0e-4c4b-9a52-6f0b8f5d1c11" };

	r.bell[BELL_WORD] = STR("service");
	r.bell[BELL_MESSAGE] = STR("démarré");
	assert_syslog(&r, "service: démarré id=0c2f6e0a");
}

TEST(test_sink_syslog__control_characters_cannot_pass)
{
	struct sink_record r = ringing();

	r.bell[BELL_MESSAGE] = STR("a\n<0>b\033[2J\302\205c");
	r.bell[BELL_ACT] = STR("1\r2");
	assert_syslog(&r, "majeure pouvoir-unique/1.1.0 1?2 nouvelle: a?<0>b?[2J??c fp=9d4a0ab0ffb0 id=0c2f6e0a");
}

static size_t syslog_length(size_t letters, char tail[64])
{
	struct sink_record r = ringing();
	char message[4000];
	struct buf b;

	for (size_t i = 0; i < letters; i++)
		memcpy(message + 2 * i, "é", 2);
	r.bell[BELL_MESSAGE] = (struct str){ message, 2 * letters };
	buf_init(&b, 4 * LIMIT_SYSLOG_LINE);
	sink_syslog_text(&r, &b);
	(void)snprintf(tail, 64, "%.*s", 40, b.p + b.n - 40);
	size_t n = b.n;
	buf_done(&b);
	return n;
}

/* 112 bytes are left for what syslog puts before. 78 bytes of the text are not message. */
TEST(test_sink_syslog__a_long_message_is_cut_the_identifiers_never)
{
	const size_t max = LIMIT_SYSLOG_LINE - 112, letters = (max - 78) / 2;
	char tail[64];

	assert_int_equal(syslog_length(letters, tail), max);
	assert_null(strstr(tail, "…"));
	assert_in_range(syslog_length(letters + 1, tail), max - 3, max);
	assert_non_null(strstr(tail, "é… fp=9d4a0ab0ffb0 id=0c2f6e0a"));
	assert_in_range(syslog_length(1900, tail), max - 3, max);
	assert_non_null(strstr(tail, "é… fp=9d4a0ab0ffb0 id=0c2f6e0a"));
}

TEST(test_sink_priority__follows_the_table)
{
	struct sink_record r = ringing();
	static const int BY_SEVERITY[] = { 6, 6, 5, 4, 3 };
	static const int BY_EVENT[] = { [EVENT_DOCUMENT] = 6,   [EVENT_NON_VERIFIABLE] = 5, [EVENT_CONFORME] = 7,
					[EVENT_SANS_OBJET] = 7, [EVENT_CORRECTION] = 5,     [EVENT_REJET] = 4,
					[EVENT_REGLE] = 3,      [EVENT_REGLES] = 5,         [EVENT_SERVICE] = 5 };

	for (r.severity = SEVERITY_NONE; r.severity <= SEVERITY_BLOQUANTE; r.severity++)
		assert_int_equal(sink_priority(&r), BY_SEVERITY[r.severity]);
	for (r.event = EVENT_DOCUMENT; r.event <= EVENT_SERVICE; r.event++)
		if (r.event != EVENT_ALERTE)
			assert_int_equal(sink_priority(&r), BY_EVENT[r.event]);
}

static void assert_fields(const struct sink_record *r, const char *const *want, size_t want_n)
{
	struct arena a;
	struct str have[JOURNAL_FIELDS_MAX];

	arena_init(&a, 1 * MIB);
	size_t n = sink_journal_fields(&a, r, have);
	for (size_t i = 0; i < n && i < want_n; i++)
		assert_string_equal(arena_dup(&a, have[i]).p, want[i]);
	assert_int_equal(n, want_n);
	arena_done(&a);
}

TEST(test_sink_journal__fields_of_an_alert)
{
	struct sink_record r = ringing();
	static const char *const WANT[] = {
		"MESSAGE=majeure pouvoir-unique/1.1.0 CP20239001 nouvelle: Mme FÉLINE porte 2 pouvoirs (maximum 1)",
		"PRIORITY=4",
		"SYSLOG_FACILITY=21",
		"SYSLOG_IDENTIFIER=scrutateur",
		"MESSAGE_ID=6a1d0f4e6b0e4a5d9f2c3b7e8d901a55",
		"DOCUMENTATION=file:///usr/share/doc/scrutateur/regles/pouvoir-unique.html",
		"SCRUTATEUR_SCHEMA=scrutateur-alerte/1.0",
		"SCRUTATEUR_EVENT=alerte",
		"SCRUTATEUR_VERDICT=anomalie",
		"SCRUTATEUR_SEVERITY=majeure",
		"SCRUTATEUR_STATE=nouvelle",
		"SCRUTATEUR_RULE=pouvoir-unique",
		"SCRUTATEUR_RULE_VERSION=1.1.0",
		"SCRUTATEUR_LEGAL=CGCT L. 3121-16",
		"SCRUTATEUR_ACT=CP20239001",
		"SCRUTATEUR_ACT_DATE=2023-10-02",
		"SCRUTATEUR_DOCUMENT_SHA256=" SHA,
		"SCRUTATEUR_FINGERPRINT=9d4a0ab0ffb0b875063fd07d65f01edfa3675c6d7ca60a57b911bfd97d7d1252",
		"SCRUTATEUR_ID=0c2f6e0a-5f0e-4c4b-9a52-6f0b8f5d1c11",
		"SCRUTATEUR_EVIDENCE=1041-1082 L24:1",
	};

	assert_fields(&r, WANT, sizeof WANT / sizeof *WANT);
}

TEST(test_sink_journal__an_empty_value_gives_no_field)
{
	struct sink_record r = { .event = EVENT_SERVICE, .id = "0c2f6e0a-5f0e-4c4b-9a52-6f0b8f5d1c11" };
	static const char *const WANT[] = {
		"MESSAGE=service: démarré",
		"PRIORITY=5",
		"SYSLOG_FACILITY=21",
		"SYSLOG_IDENTIFIER=scrutateur",
		"MESSAGE_ID=c43630fbf6534377be157e3f12e410a5",
		"SCRUTATEUR_SCHEMA=scrutateur-alerte/1.0",
		"SCRUTATEUR_EVENT=service",
		"SCRUTATEUR_ID=0c2f6e0a-5f0e-4c4b-9a52-6f0b8f5d1c11",
	};

	r.bell[BELL_WORD] = STR("service");
	r.bell[BELL_MESSAGE] = STR("démarré");
	assert_fields(&r, WANT, sizeof WANT / sizeof *WANT);
}

TEST(test_sink_journal__a_line_feed_makes_no_field)
{
	struct sink_record r = ringing();
	struct arena a;
	struct str have[JOURNAL_FIELDS_MAX];

	r.bell[BELL_MESSAGE] = STR("x\nPRIORITY=0");
	arena_init(&a, 1 * MIB);
	size_t n = sink_journal_fields(&a, &r, have);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(str_find(have[i], STR("\n"), 0), STR_NONE);
	arena_done(&a);
}

/* conforme and sans_objet share one: nine in all. */
TEST(test_sink_journal__nine_message_ids)
{
	int different = 0;

	for (enum event_kind i = EVENT_DOCUMENT; i <= EVENT_SERVICE; i++) {
		bool first = true;

		assert_int_equal(strlen(sink_message_id(i)), 32);
		for (enum event_kind j = EVENT_DOCUMENT; j < i; j++)
			first &= strcmp(sink_message_id(i), sink_message_id(j)) != 0;
		different += first;
	}
	assert_int_equal(different, 9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sink_syslog__the_line_of_an_alert),
		cmocka_unit_test(test_sink_syslog__without_a_number_twelve_digits_of_the_hash),
		cmocka_unit_test(test_sink_syslog__a_record_without_rule_or_state),
		cmocka_unit_test(test_sink_syslog__control_characters_cannot_pass),
		cmocka_unit_test(test_sink_syslog__a_long_message_is_cut_the_identifiers_never),
		cmocka_unit_test(test_sink_priority__follows_the_table),
		cmocka_unit_test(test_sink_journal__fields_of_an_alert),
		cmocka_unit_test(test_sink_journal__an_empty_value_gives_no_field),
		cmocka_unit_test(test_sink_journal__a_line_feed_makes_no_field),
		cmocka_unit_test(test_sink_journal__nine_message_ids),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
