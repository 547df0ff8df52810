/* SPDX-License-Identifier: EUPL-1.2 */
/* Judgements: one transaction, lines once, states over deposits, the chain. */
#include "ledger_test.h"
#include "ledger_priv.h"
#include "ledger_rules.h"

TEST(test_ledger__a_judgement_gives_its_lines_in_order)
{
	judge_sample(1);
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 3);
	assert_string_equal(line_text(t.lines[0], "event"), "alerte");
	assert_string_equal(line_text(t.lines[1], "event"), "non_verifiable");
	assert_string_equal(line_text(t.lines[2], "event"), "document");
	for (int i = 0; i < 3; i++)
		assert_int_equal(line_int(t.lines[i], "seq"), i + 1);
	assert_string_equal(line_text(t.lines[0], "state"), "nouvelle");
	assert_string_equal(line_text(t.lines[0], "service.instance"), "main");
	assert_string_equal(line_text(t.lines[0], "service.version"), SCRUTATEUR_VERSION);
}

TEST(test_ledger__conforme_and_sans_objet_give_no_line)
{
	struct finding f[2] = { undecided(&sample), undecided(&sample) };

	f[0].verdict = VERDICT_CONFORME;
	f[1].verdict = VERDICT_SANS_OBJET;
	ok(judge_with(receive("a"), f, 2, ALL_SINKS));
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 1);
	assert_string_equal(line_text(t.lines[0], "event"), "document");
	assert_int_equal(line_int(t.lines[0], "verdicts.conforme"), 1);
}

TEST(test_ledger__an_exempted_alert_is_marked_and_told_again)
{
	const struct exemption x = { .id = STR("EXC-1"), .raison = STR("proc\xc3\xa8s-verbal joint"), .par = STR("Mme Ardelon"), .jusqu_au = { 2027, 3, 31 } };
	set_version(1);
	struct finding f = anomaly(&sample);

	ok(judge_with(receive("a"), &f, 1, ALL_SINKS));
	f.exception = &x;
	set_version(1);
	ok(judge_with(receive("b"), &f, 1, ALL_SINKS));
	set_version(1);
	ok(judge_with(receive("c"), &f, 1, ALL_SINKS));
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 5); /* the third time it reads the same */
	assert_string_equal(line_text(t.lines[2], "state"), "modifiee");
	assert_string_equal(line_text(t.lines[2], "exception.id"), "EXC-1");
	assert_string_equal(line_text(t.lines[2], "exception.until"), "2027-03-31");
	assert_int_equal(number("SELECT count(*) FROM verdict WHERE exception = 'EXC-1'"), 2);
	assert_int_equal(number("SELECT count(*) FROM verdict WHERE length(rule_sha256) = 64"), 3);
	int64_t n = 0;
	ok(ledger_exempted(l, "EXC-1", &n, &why));
	assert_int_equal(n, 2);
	ok(ledger_exempted(l, "EXC-2", &n, &why));
	assert_int_equal(n, 0);
}

TEST(test_ledger__a_text_of_a_rule_is_in_service_since)
{
	int64_t first = 0, again = 0, other = 0, back = 0;

	ok(ledger_in_service(l, "quorum", "aa", "1.0.0", &first, &why));
	ok(ledger_in_service(l, "quorum", "aa", "1.0.0", &again, &why));
	assert_true(first > 0 && first == again);
	ok(ledger_in_service(l, "quorum", "bb", "1.1.0", &other, &why));
	ok(ledger_in_service(l, "quorum", "aa", "1.0.0", &back, &why));
	assert_true(back >= other && back > first);
	assert_int_equal(number("SELECT count(*) FROM rule_service"), 3);
}

TEST(test_ledger__strikes_belong_to_a_text_and_can_be_lifted)
{
	unsigned n = 9;

	ok(ledger_strikes(l, "quorum", "aa", &n, &why));
	assert_int_equal(n, 0);
	ok(ledger_strike(l, "quorum", "aa", "doc1", "calcul", &n, &why));
	ok(ledger_strike(l, "quorum", "aa", "doc1", "calcul", &n, &why));
	assert_int_equal(n, 1);
	ok(ledger_strike(l, "quorum", "aa", "doc2", "calcul", &n, &why));
	assert_int_equal(n, 2);
	ok(ledger_strikes(l, "quorum", "bb", &n, &why));
	assert_int_equal(n, 0);
	ok(ledger_lift(l, "quorum", &n, &why));
	assert_int_equal(n, 2);
	ok(ledger_strikes(l, "quorum", "aa", &n, &why));
	assert_int_equal(n, 0);
	ok(ledger_lift(l, "quorum", &n, &why));
	assert_int_equal(n, 0);
	ok(ledger_strike(l, "quorum", "aa", "doc1", "calcul", &n, &why));
	assert_int_equal(n, 1);
}

TEST(test_ledger__the_same_bytes_again_give_only_the_document_record)
{
	judge_sample(1);
	judge_sample(1);
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 4);
	assert_string_equal(line_text(t.lines[3], "event"), "document");
	assert_int_equal(line_int(t.lines[3], "document.deposit"), 1);
	/* Counted all the same: the next version is the third sight of it. */
	judge_sample(2);
	t = due(SINK_FICHIER);
	assert_int_equal(line_int(t.lines[4], "seen.count"), 3);
}

TEST(test_ledger__another_deposit_is_inchangee_and_counted)
{
	judge_sample(1);
	judge_sample(2);
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 6);
	assert_string_equal(line_text(t.lines[3], "state"), "inchangee");
	assert_int_equal(line_int(t.lines[3], "seen.count"), 2);
	assert_int_equal(line_int(t.lines[3], "document.deposit"), 2);
	assert_string_equal(line_text(t.lines[4], "event"), "non_verifiable");
	assert_string_equal(line_text(t.lines[4], "state"), "inchangee");
}

static void judge_once(unsigned version, struct finding f, const char *spool)
{
	set_version(version);
	ok(judge_with(receive(spool), &f, 1, ALL_SINKS));
}

TEST(test_ledger__another_message_or_severity_is_modifiee)
{
	struct finding f = anomaly(&sample);

	judge_once(1, f, "a");
	f.message = STR("Mme FÉLINE porte 3 pouvoirs (maximum 1)");
	judge_once(2, f, "b");
	f.severity = SEVERITY_BLOQUANTE;
	judge_once(3, f, "c");
	judge_once(4, f, "d");
	struct taken t = due(SINK_FICHIER);
	assert_string_equal(line_text(t.lines[2], "state"), "modifiee");
	assert_string_equal(line_text(t.lines[4], "state"), "modifiee");
	assert_string_equal(line_text(t.lines[6], "state"), "inchangee");
	assert_int_equal(line_int(t.lines[6], "seen.count"), 4);
}

/* A roster was completed: same rule, same bytes, but now it is an anomalie. It must be told. */
TEST(test_ledger__the_same_occurrence_that_reads_otherwise_is_told)
{
	struct finding f = undecided(&sample);

	judge_once(1, f, "a");
	f = anomaly(&sample);
	f.sujet = STR("vote");
	judge_once(1, f, "b");
	judge_once(1, f, "c");
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 5);
	assert_string_equal(line_text(t.lines[2], "event"), "alerte");
	assert_string_equal(line_text(t.lines[2], "state"), "modifiee");
}

static struct finding fine(void)
{
	struct finding f = anomaly(&sample);

	f.verdict = VERDICT_CONFORME;
	f.message = STR("chacun porte un pouvoir au plus");
	f.preuves_n = 0;
	f.sujet = STR("acte");
	return f;
}

TEST(test_ledger__a_corrected_act_lifts_its_alert_once)
{
	need_validator();
	judge_once(1, anomaly(&sample), "a");
	struct finding same_topic = fine();
	same_topic.sujet = anomaly(&sample).sujet;
	judge_once(2, same_topic, "b");
	judge_once(3, fine(), "c");
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 2 + 2 + 1);
	assert_string_equal(line_text(t.lines[2], "event"), "correction");
	assert_string_equal(line_text(t.lines[2], "state"), "corrigee");
	assert_string_equal(line_text(t.lines[2], "verdict"), "conforme");
	assert_string_equal(line_text(t.lines[2], "topic"), line_text(t.lines[0], "topic"));
	assert_string_equal(line_text(t.lines[2], "message"), "ne tient plus : Mme F\303\211LINE porte 2 pouvoirs (maximum 1)");
	assert_string_equal(line_text(t.lines[2], "rule.id"), "pouvoir-unique");
	assert_int_equal(line_int(t.lines[2], "document.deposit"), 2);
	assert_int_equal(line_int(t.lines[2], "seen.count"), 1);
	assert_string_equal(arena_dup(&sample.a, str_c(line_text(t.lines[0], "fingerprints.alerte/v1"))).p,
			    line_text(t.lines[2], "fingerprints.alerte/v1"));
	assert_string_equal(line_text(t.lines[3], "event"), "document");
	assert_true(str_eq(t.last.bell[BELL_WORD], STR("document")));
	struct buf b;
	buf_init(&b, 1 * MIB);
	for (size_t i = 0; i < t.n; i++) {
		buf_str(&b, t.lines[i]);
		buf_char(&b, '\n');
	}
	write_all(in_dir("lignes"), buf_view(&b));
	buf_done(&b);
	assert_int_equal(validate(in_dir("lignes"), NULL), 0);
}

TEST(test_ledger__what_has_no_object_any_more_is_said_otherwise)
{
	struct finding nothing = fine(), open = undecided(&sample);

	nothing.verdict = VERDICT_SANS_OBJET;
	open.rule = &sample.rule;
	judge_once(1, open, "a");
	judge_once(2, nothing, "b");
	struct taken t = due(SINK_FICHIER);
	assert_string_equal(line_text(t.lines[2], "event"), "correction");
	assert_string_equal(line_text(t.lines[2], "verdict"), "sans_objet");
	assert_non_null(strstr(line_text(t.lines[2], "message"), "n'a plus d'objet : "));
}

/* Minutes with the count of the voices, then their extract without: the extract says nothing of the fault. */
TEST(test_ledger__a_poorer_document_of_the_act_does_not_lift_an_anomaly)
{
	struct finding nothing = fine();

	nothing.verdict = VERDICT_SANS_OBJET;
	judge_once(1, anomaly(&sample), "a");
	judge_once(2, nothing, "b");
	struct taken t = due(SINK_FICHIER);
	assert_string_equal(line_text(t.lines[2], "event"), "service");
	assert_string_equal(line_text(t.lines[2], "reason"), "non-confirme");
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 0);
	assert_int_equal(number("SELECT count(*) FROM alert WHERE lifted_us IS NULL"), 1);
	judge_once(3, fine(), "c");
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 1);
}

/* In whatever order they are judged. */
TEST(test_ledger__a_poorer_document_judged_before_does_not_lift_either)
{
	struct finding f[2] = { fine(), anomaly(&sample) };

	f[0].verdict = VERDICT_SANS_OBJET;
	set_version(2);
	ok(judge_with(receive_dropped("b", 20), f, 1, ALL_SINKS));
	set_version(1);
	ok(judge_with(receive_dropped("a", 10), f + 1, 1, ALL_SINKS));
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 0);
	assert_int_equal(number("SELECT count(*) FROM alert WHERE lifted_us IS NULL"), 1);
}

/* It rings again: whoever looks at new alerts only must see it. */
TEST(test_ledger__a_fault_that_comes_back_is_nouvelle)
{
	judge_once(1, anomaly(&sample), "a");
	judge_once(2, fine(), "b");
	judge_once(1, anomaly(&sample), "c");
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 2 + 2 + 2);
	assert_string_equal(line_text(t.lines[4], "event"), "alerte");
	assert_string_equal(line_text(t.lines[4], "state"), "nouvelle");
	assert_int_equal(line_int(t.lines[4], "seen.count"), 2);
}

/* Two children at once: the corrected act was dropped before the one with the fault, and its child ends after. */
TEST(test_ledger__what_came_before_lifts_nothing_of_what_came_after)
{
	struct finding f = fine();

	set_version(2);
	const int64_t corrected = receive("a");
	judge_once(1, anomaly(&sample), "b");
	set_version(2);
	ok(judge_with(corrected, &f, 1, ALL_SINKS));
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 0);
	judge_once(3, fine(), "c");
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 1);
}

/* Taken in the order of the directory, or judged at once: whichever was dropped last is what counts. */
TEST(test_ledger__what_came_after_lifts_though_it_was_judged_before)
{
	struct finding f[2] = { fine(), anomaly(&sample) };

	set_version(2);
	ok(judge_with(receive_dropped("b", 20), f, 1, ALL_SINKS));
	set_version(1);
	struct rule_info another = sample.rule;
	another.id = STR("autre-regle"); /* which said nothing of the corrected version */
	f[0] = undecided(&sample);
	f[0].rule = &another;
	ok(judge_with(receive_dropped("a", 10), f, 2, ALL_SINKS));
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 1 + 4);
	assert_string_equal(line_text(t.lines[2], "state"), "nouvelle");
	assert_string_equal(line_text(t.lines[3], "event"), "correction");
	assert_string_equal(line_text(t.lines[3], "message"),
			    "ne tient plus dans \302\253 CP20239001.txt \302\273, d\303\251pos\303\251 apr\303\250s : Mme F\303\211LINE porte 2 pouvoirs (maximum 1)");
	assert_string_equal(line_text(t.lines[3], "document.sha256"), line_text(t.lines[2], "document.sha256"));
	assert_int_equal(number("SELECT count(*) FROM alert WHERE lifted_us IS NULL"), 1);
}

TEST(test_ledger__what_came_last_of_three_decides_in_whatever_order_they_are_judged)
{
	static const struct { int when; bool faulty; } ORDERS[][3] = {
		{ { 10, true }, { 20, false }, { 30, true } }, { { 20, false }, { 30, true }, { 10, true } }, { { 30, true }, { 10, true }, { 20, false } },
		{ { 10, false }, { 20, true }, { 30, false } }, { { 30, false }, { 10, false }, { 20, true } }, { { 20, true }, { 30, false }, { 10, false } },
		{ { 30, false }, { 20, true }, { 10, false } }, { { 20, true }, { 10, false }, { 30, false } },
	};

	for (unsigned i = 0; i < sizeof ORDERS / sizeof *ORDERS; i++) {
		sample.reading.date = read_as(arena_printf(&sample.a, "2024-01-%02u", i + 1).p); /* another act */
		bool open = false;
		for (unsigned k = 0; k < 3; k++) {
			const struct finding f = ORDERS[i][k].faulty ? anomaly(&sample) : fine();
			set_version(10 * i + k);
			open = ORDERS[i][k].when == 30 ? ORDERS[i][k].faulty : open;
			ok(judge_with(receive_dropped(arena_printf(&sample.a, "%u-%u", i, k).p, ORDERS[i][k].when), &f, 1, ALL_SINKS));
		}
		assert_int_equal(number("SELECT count(*) FROM alert WHERE lifted_us IS NULL"), open);
	}
}

TEST(test_ledger__of_two_versions_dropped_at_once_neither_lifts_and_it_is_told)
{
	struct finding f[2] = { anomaly(&sample), fine() };

	for (unsigned faulty_last = 0; faulty_last < 2; faulty_last++) {
		sample.reading.date = read_as(faulty_last ? "2024-01-16" : "2024-01-15");
		for (unsigned k = 0; k < 2; k++) {
			set_version(10 * faulty_last + k);
			ok(judge_with(receive_dropped(arena_printf(&sample.a, "%u-%u", faulty_last, k).p, 10), &f[k != faulty_last], 1, ALL_SINKS));
		}
		struct taken t = due(SINK_FICHIER);
		assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 0);
		assert_string_equal(line_text(t.lines[t.n - 2], "event"), "service");
		assert_string_equal(line_text(t.lines[t.n - 2], "reason"), "ordre-inconnu");
	}
}

TEST(test_ledger__a_rule_without_a_conclusion_lifts_nothing)
{
	struct finding open = undecided(&sample), broken = fine(), other = fine();

	judge_once(1, anomaly(&sample), "a");
	open.rule = &sample.rule;
	judge_once(2, open, "b");
	broken.verdict = VERDICT_ERREUR;
	judge_once(3, broken, "c");
	struct rule_info another = sample.rule;
	another.id = STR("autre-regle");
	other.rule = &another;
	judge_once(4, other, "d");
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 0);
	judge_once(5, fine(), "e");
	/* The undecided one too: what could not be read was read. */
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 2);
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction' AND line LIKE '%rifi\\u00e9 depuis : %'"), 1);
}

TEST(test_ledger__another_fault_of_the_rule_does_not_hide_a_correction)
{
	struct finding f = anomaly(&sample);

	judge_once(1, f, "a");
	f.sujet = STR("elu:COURTILLE");
	f.message = STR("Mme COURTILL\303\211 porte 2 pouvoirs (maximum 1)");
	judge_once(2, f, "b");
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 2 + 3);
	assert_string_equal(line_text(t.lines[2], "state"), "nouvelle");
	assert_string_equal(line_text(t.lines[3], "event"), "correction");
	assert_string_equal(line_text(t.lines[3], "verdict"), "conforme");
}

/* Some houses number their acts anew at each séance. */
TEST(test_ledger__the_same_number_of_another_day_is_another_act)
{
	judge_once(1, anomaly(&sample), "a");
	sample.reading.date = read_as("2024-01-15");
	judge_once(2, fine(), "b");
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 0);
	judge_once(3, anomaly(&sample), "c");
	assert_int_equal(number("SELECT count(*) FROM record WHERE state = 'nouvelle'"), 2);
}

TEST(test_ledger__the_longest_correction_fits_its_line)
{
	struct finding f = anomaly(&sample);
	char *much = arena_alloc(&sample.a, 4 * LIMIT_MESSAGE);

	for (size_t i = 0; i < LIMIT_MESSAGE; i++)
		memcpy(much + 4 * i, "\360\237\230\200", 4);
	f.message = (struct str){ much, 4 * LIMIT_MESSAGE };
	f.sujet = (struct str){ much, 4 * LIMIT_EXCERPT };
	judge_once(1, f, "a");
	judge_once(2, fine(), "b");
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 1);
}

static bool before(const char *sha256, const char *with, int64_t *ret_id)
{
	char name[256];
	int64_t us;

	ok(ledger_judged_before(l, sha256, with, ret_id, name, &us, &why));
	if (*ret_id)
		assert_string_equal(name, "CP20239001.txt");
	return *ret_id != 0;
}

TEST(test_ledger__a_content_is_known_with_what_judged_it)
{
	struct finding f = fine();
	int64_t id, other;

	set_version(1);
	id = receive("a");
	assert_false(before(sample.c.sha256, WITH, &other));
	ok(judge_with(id, &f, 1, ALL_SINKS));
	assert_true(before(sample.c.sha256, WITH, &other));
	assert_int_equal(other, id);
	assert_false(before(sample.c.sha256, "c0ffef", &other));
	set_version(2);
	assert_false(before(sample.c.sha256, WITH, &other));
	f.verdict = VERDICT_ERREUR; /* it was cut short: worth another try */
	ok(judge_with(receive("b"), &f, 1, ALL_SINKS));
	assert_false(before(sample.c.sha256, WITH, &other));
}

TEST(test_ledger__a_repeat_is_told_and_counted_and_not_judged)
{
	struct record_parts p;
	struct ledger_judgement j = { .parts = &p, .parts_n = 1, .ruleset = RULES, .judged_with = WITH };
	int64_t other;

	judge_once(1, anomaly(&sample), "a");
	assert_true(before(sample.c.sha256, WITH, &j.same_as));
	record_of_repeat(&sample.a, &sample.c, STR("d\303\251j\303\240 jug\303\251"), &p);
	j.id = receive("b");
	ok(ledger_judge(l, &j, ALL_SINKS, &why));
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 3);
	assert_string_equal(line_text(t.lines[2], "event"), "document");
	assert_string_equal(line_text(t.lines[2], "reason"), "deja-juge");
	assert_int_equal(number("SELECT count(*) FROM verdict"), 1);
	assert_int_equal(number("SELECT count FROM alert"), 2);
	/* The next one is the same as the first, which was judged. */
	assert_true(before(sample.c.sha256, WITH, &other));
	assert_int_equal(other, j.same_as);
}

/* The corrected bytes were put there once more after the faulty ones, and that was only recorded. */
TEST(test_ledger__what_was_dropped_again_is_what_was_dropped_last)
{
	struct record_parts p;
	struct ledger_judgement j = { .parts = &p, .parts_n = 1, .ruleset = "5d0f", .judged_with = WITH, .same_as = 1 };
	struct finding f = fine();

	set_version(1);
	ok(judge_with(receive_dropped("a", 10), &f, 1, ALL_SINKS));
	record_of_repeat(&sample.a, &sample.c, STR("d\303\251j\303\240 jug\303\251"), &p);
	j.id = receive_dropped("b", 30);
	ok(ledger_judge(l, &j, ALL_SINKS, &why));
	f = anomaly(&sample);
	set_version(2);
	ok(judge_with(receive_dropped("c", 20), &f, 1, ALL_SINKS));
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 1);
}

TEST(test_ledger__refused_documents_have_a_rejet_and_no_reading)
{
	struct record_parts p;
	struct ledger_judgement j = {
		.refused = true, .refusal = "type", .parts = &p, .parts_n = 1, .ruleset = RULES
	};
	struct ledger_counts c;

	sample.c.reading = NULL;
	record_of_refusal(&sample.a, &sample.c, "type", STR("image PNG"), &p);
	j.id = receive("a");
	ok(ledger_judge(l, &j, ALL_SINKS, &why));
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 1);
	assert_string_equal(line_text(t.lines[0], "event"), "rejet");
	assert_string_equal(line_text(t.lines[0], "reason"), "type");
	ok(ledger_count(l, &c, &why));
	assert_int_equal(c.refuses, 1);
	assert_int_equal(c.juges, 0);
}

TEST(test_ledger__a_document_is_judged_once)
{
	struct finding f = anomaly(&sample);
	int64_t id = receive("a");

	ok(judge_with(id, &f, 1, ALL_SINKS));
	assert_false(judge_with(id, &f, 1, ALL_SINKS));
	assert_non_null(strstr(why.msg, "n'attend pas de jugement"));
	assert_false(judge_with(id + 1, &f, 1, ALL_SINKS));
	assert_int_equal(due(SINK_FICHIER).n, 2);
}

/* Of one act in two contents: the second is judged knowing the first. */
TEST(test_ledger__a_group_is_judged_as_one_after_the_other)
{
	struct finding f = anomaly(&sample);
	struct record_parts p[2];
	struct ledger_judgement j[3];
	const struct ledger_judgement *all[] = { &j[0], &j[1], &j[2] };

	for (unsigned i = 0; i < 2; i++) {
		char spool[] = { (char)('a' + i), '\0' };
		set_version(i);
		j[i] = (struct ledger_judgement){ .id = receive(spool), .reading = STR("{}"), .parts = &p[i], .parts_n = 1, .ruleset = "5d0f" };
		record_of_finding(&sample.a, &sample.c, &f, false, &p[i]);
	}
	j[2] = (struct ledger_judgement){ .id = j[1].id + 1, .parts = p, .parts_n = 1, .ruleset = "5d0f" };
	assert_false(ledger_judge_all(l, all, 3, ALL_SINKS, &why)); /* there is no such document */
	assert_int_equal(due(SINK_FICHIER).n, 0);
	assert_int_equal(number("SELECT count(*) FROM document WHERE state = 'attente'"), 2);
	ok(ledger_judge_all(l, all, 2, ALL_SINKS, &why));
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 2);
	assert_string_equal(line_text(t.lines[0], "state"), "nouvelle");
	assert_string_equal(line_text(t.lines[1], "state"), "inchangee");
	assert_int_equal(number("SELECT count(*) FROM document WHERE state = 'juge'"), 2);
}

static void ignore(void *ctx, const struct ledger_document *d)
{
	(void)ctx, (void)d;
}

/* All that the service asks and writes for a document, from the drop to the file of alerts, with an alert that is lifted. */
static void all_that_is_asked(void)
{
	const struct ledger_flight these = { .ids = { 1 }, .n = 1 }, none = { .n = 0 };
	const struct ledger_document dropped = { .origin = "1:2:3:4", .nom = "a", .sha256 = "00" };
	int64_t id, us, due_n[SINK_KINDS];
	char name[256];
	int attempts[1];
	bool known;

	judge_sample(1);
	judge_sample(2);
	judge_once(3, fine(), "fine");
	ok(ledger_took(l, &dropped, &known, &why));
	ok(ledger_waiting(l, 0, 8, ignore, NULL, &why));
	ok(ledger_judged_before(l, sample.c.sha256, WITH, &id, name, &us, &why));
	ok(ledger_attempt(l, &these, &none, attempts, &why));
	ok(ledger_unattempt(l, &these, &why));
	(void)due(SINK_FICHIER);
	ok(ledger_delivered(l, SINK_FICHIER, 1, &why));
	ok(ledger_look(l, &us, due_n, &why));
}

/* The tables grow with every document that ever came: none is read whole for one. */
TEST(test_ledger__no_query_of_a_document_reads_a_whole_table)
{
	all_that_is_asked();
	assert_true(l->prepared[Q_OPEN] && l->prepared[Q_LIFTED] && l->prepared[Q_OVERTAKEN]);
	for (size_t q = 0; q < Q_COUNT; q++) {
		const char *sql = l->prepared[q] ? sqlite3_sql(l->prepared[q]) : "BEGIN";
		sqlite3_stmt *st;

		assert_int_equal(sqlite3_prepare_v2(l->db, arena_printf(&sample.a, "EXPLAIN QUERY PLAN %s", sql).p, -1, &st, NULL), SQLITE_OK);
		while (sqlite3_step(st) == SQLITE_ROW) {
			const char *step = (const char *)sqlite3_column_text(st, 3);

			/* The one row of the document itself; what the outbox still has to send, which has an index of its own; and what
			 * holds, asked of minutes that come again after the ledger was made anew. */
			if (strncmp(step, "SCAN ", 5) == 0 && !strstr(step, "CONSTANT ROW") && !strstr(step, "INDEX record_due_") && strcmp(step, "SCAN own") != 0 &&
			    !(q == Q_JUDGED_BEFORE && strcmp(step, "SCAN a USING INDEX alert_act") == 0))
				fail_msg("%s: %s", step, sql);
		}
		(void)sqlite3_finalize(st);
	}
}

/* What SQLite's machine does for all that is asked, since it was counted last. */
static int64_t steps(void)
{
	int64_t n = 0;

	for (sqlite3_stmt *st = sqlite3_next_stmt(l->db, NULL); st; st = sqlite3_next_stmt(l->db, st))
		n += sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, true);
	return n;
}

/* Versions of one act, faulty, unread and fine in turns, those from `from` on; dropped in that order or the other way round. */
static int64_t steps_of_versions(unsigned act, unsigned from, unsigned to, bool backwards)
{
	for (unsigned i = from; i < to; i++) {
		struct finding f = i % 3 == 0 ? anomaly(&sample) : i % 3 == 1 ? undecided(&sample) : fine();

		f.rule = &sample.rule;
		set_version(10000 * act + i);
		ok(judge_with(receive_dropped(arena_printf(&sample.a, "%u-%u", act, i).p, backwards ? 5000 - i : 5000 + i), &f, 1, ALL_SINKS));
	}
	return steps();
}

/* However many versions of an act there are, and whichever of them was dropped last: the last in order, or one of each kind. */
TEST(test_ledger__a_version_costs_the_same_after_many_others)
{
	for (unsigned act = 0; act < 4; act++) {
		sample.reading.date = read_as(arena_printf(&sample.a, "2024-01-%02u", act + 1).p);
		(void)steps_of_versions(act, act, 30, act > 0);
		const int64_t early = steps_of_versions(act, 30, 60, act > 0);
		(void)steps_of_versions(act, 60, 600, act > 0);
		const int64_t late = steps_of_versions(act, 600, 630, act > 0);
		if (10 * late > 11 * early)
			fail_msg("act %u: %lld steps for thirty versions, %lld for the last thirty", act, (long long)early, (long long)late);
	}
}

/* The same content, from its reception to the record that says what it repeats. */
static int64_t steps_of_repeats(unsigned from, unsigned to)
{
	char name[256];
	int64_t first, us;

	for (unsigned i = from; i < to; i++) {
		const int64_t id = receive(arena_printf(&sample.a, "encore-%u", i).p);
		const struct ledger_judgement *j;
		struct record_parts p;

		ok(ledger_judged_before(l, sample.c.sha256, WITH, &first, name, &us, &why));
		assert_true(first > 0);
		record_of_repeat(&sample.a, &sample.c, STR("déjà jugé"), &p);
		j = &(struct ledger_judgement){ .id = id, .parts = &p, .parts_n = 1, .ruleset = RULES, .judged_with = WITH, .same_as = first };
		ok(ledger_judge(l, j, ALL_SINKS, &why));
	}
	return steps();
}

/* A deposit that is made again every night. */
TEST(test_ledger__a_repeat_costs_the_same_after_many_others)
{
	judge_sample(1);
	(void)steps_of_repeats(0, 30);
	const int64_t early = steps_of_repeats(30, 60);
	(void)steps_of_repeats(60, 600);
	const int64_t late = steps_of_repeats(600, 630);
	if (10 * late > 11 * early)
		fail_msg("%lld steps for thirty repeats, %lld for the last thirty", (long long)early, (long long)late);
	/* Another version, then that content once more: it is judged again. */
	const struct finding f = anomaly(&sample);
	set_version(2);
	ok(judge_with(receive("autre"), &f, 1, ALL_SINKS));
	set_version(1);
	const int64_t again = receive("de nouveau");
	(void)steps();
	ok(judge_with(again, &f, 1, ALL_SINKS));
	if (steps() > early / 5)
		fail_msg("thirty repeats took %lld steps, the judgement after them more than six of them", (long long)early);
}

TEST(test_ledger__a_record_of_no_document)
{
	struct record_parts p;

	record_of_event(&sample.a, EVENT_SERVICE, "depart", STR("Démarré"), STR(""), &p);
	ok(ledger_event(l, &p, FICHIER, &why));
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 1);
	assert_string_equal(line_text(t.lines[0], "reason"), "depart");
	assert_int_equal(due(SINK_JOURNAL).n, 0);
}

/* Many documents, closed and opened again in between; the validator follows seq and prev through the file. */
TEST(test_ledger__the_chain_holds_across_documents_and_openings)
{
	struct record_parts p;

	need_validator();
	for (unsigned i = 0; i < 12; i++) {
		judge_sample(i % 7);
		if (i % 4 == 3) {
			ledger_close(l);
			open_ledger();
		}
	}
	record_of_event(&sample.a, EVENT_SERVICE, "arret", STR("Arrêt"), STR(""), &p);
	ok(ledger_event(l, &p, ALL_SINKS, &why));
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 3 * 7 + 5 + 1);
	struct buf b;
	buf_init(&b, 1 * MIB);
	for (size_t i = 0; i < t.n; i++) {
		buf_str(&b, t.lines[i]);
		buf_char(&b, '\n');
	}
	write_all(in_dir("lignes"), buf_view(&b));
	buf_done(&b);
	assert_int_equal(validate(in_dir("lignes"), NULL), 0);
}

TEST(test_ledger__a_line_too_long_is_refused_whole)
{
	struct finding f = anomaly(&sample);
	struct record_parts p[2];
	struct ledger_judgement j = { .id = receive("a"), .parts = p, .parts_n = 2, .ruleset = RULES };
	char *liar = calloc(1, LIMIT_RECORD_LINE);

	memset(liar, ' ', LIMIT_RECORD_LINE);
	record_of_finding(&sample.a, &sample.c, &f, false, &p[0]);
	p[1] = p[0];
	p[1].occurrence_v1[0] = 'x';
	p[1].run = (struct str){ liar, LIMIT_RECORD_LINE };
	assert_false(ledger_judge(l, &j, ALL_SINKS, &why));
	assert_int_equal(why.code, ERR_LIMIT);
	assert_int_equal(due(SINK_FICHIER).n, 0);
	free(liar);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_LEDGER(test_ledger__a_judgement_gives_its_lines_in_order),
		IN_LEDGER(test_ledger__conforme_and_sans_objet_give_no_line),
		IN_LEDGER(test_ledger__an_exempted_alert_is_marked_and_told_again),
		IN_LEDGER(test_ledger__a_text_of_a_rule_is_in_service_since),
		IN_LEDGER(test_ledger__strikes_belong_to_a_text_and_can_be_lifted),
		IN_LEDGER(test_ledger__the_same_bytes_again_give_only_the_document_record),
		IN_LEDGER(test_ledger__another_deposit_is_inchangee_and_counted),
		IN_LEDGER(test_ledger__another_message_or_severity_is_modifiee),
		IN_LEDGER(test_ledger__the_same_occurrence_that_reads_otherwise_is_told),
		IN_LEDGER(test_ledger__a_corrected_act_lifts_its_alert_once),
		IN_LEDGER(test_ledger__what_has_no_object_any_more_is_said_otherwise),
		IN_LEDGER(test_ledger__a_poorer_document_of_the_act_does_not_lift_an_anomaly),
		IN_LEDGER(test_ledger__a_poorer_document_judged_before_does_not_lift_either),
		IN_LEDGER(test_ledger__a_fault_that_comes_back_is_nouvelle),
		IN_LEDGER(test_ledger__what_came_before_lifts_nothing_of_what_came_after),
		IN_LEDGER(test_ledger__what_came_after_lifts_though_it_was_judged_before),
		IN_LEDGER(test_ledger__what_came_last_of_three_decides_in_whatever_order_they_are_judged),
		IN_LEDGER(test_ledger__of_two_versions_dropped_at_once_neither_lifts_and_it_is_told),
		IN_LEDGER(test_ledger__a_rule_without_a_conclusion_lifts_nothing),
		IN_LEDGER(test_ledger__another_fault_of_the_rule_does_not_hide_a_correction),
		IN_LEDGER(test_ledger__the_same_number_of_another_day_is_another_act),
		IN_LEDGER(test_ledger__the_longest_correction_fits_its_line),
		IN_LEDGER(test_ledger__a_content_is_known_with_what_judged_it),
		IN_LEDGER(test_ledger__a_repeat_is_told_and_counted_and_not_judged),
		IN_LEDGER(test_ledger__what_was_dropped_again_is_what_was_dropped_last),
		IN_LEDGER(test_ledger__refused_documents_have_a_rejet_and_no_reading),
		IN_LEDGER(test_ledger__a_document_is_judged_once),
		IN_LEDGER(test_ledger__a_group_is_judged_as_one_after_the_other),
		IN_LEDGER(test_ledger__no_query_of_a_document_reads_a_whole_table),
		IN_LEDGER(test_ledger__a_version_costs_the_same_after_many_others),
		IN_LEDGER(test_ledger__a_repeat_costs_the_same_after_many_others),
		IN_LEDGER(test_ledger__a_record_of_no_document),
		IN_LEDGER(test_ledger__the_chain_holds_across_documents_and_openings),
		IN_LEDGER(test_ledger__a_line_too_long_is_refused_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
