/* SPDX-License-Identifier: EUPL-1.2 */
/* Records: keys and their order, evidence that quotes exactly, lengths, and records without a document. */
#include "sample.h"
#include "record_priv.h"

static json_t *record_of(struct sample *s, const struct finding *f, const char *state)
{
	struct record_parts p;

	record_of_finding(&s->a, &s->c, f, false, &p);
	return parsed(line_of(s, &p, state));
}

static void assert_keys(json_t *v, const char *want)
{
	char have[512] = "";
	const char *key;
	json_t *ignored;

	json_object_foreach (v, key, ignored)
		(void)snprintf(have + strlen(have), sizeof have - strlen(have), "%s%s", *have ? " " : "", key);
	assert_string_equal(have, want);
}

TEST(test_record__keys_of_an_alert_in_order)
{
	struct sample s;

	sample_open(&s);
	struct finding f = anomaly(&s);
	json_t *v = record_of(&s, &f, "nouvelle");
	assert_keys(v,
		"schema ts id seq event verdict state severity message rule legal parameters document act "
		"evidence unread topic "
		"fingerprints seen exception run host service prev");
	assert_keys(at(v, "rule"), "id version title sha256 ruleset checked_on");
	assert_keys(at(v, "document"), "path sha256 bytes encoding origin text_sha256 text received deposit");
	assert_keys(at(v, "act"), "siren body number date subject nature matter");
	assert_keys(at(v, "evidence.0"), "n field role bytes start end text cut");
	assert_keys(at(v, "fingerprints"), "alerte/v1 occurrence/v1 acte/v1");
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__values_of_an_alert)
{
	struct sample s;

	sample_open(&s);
	struct finding f = anomaly(&s);
	json_t *v = record_of(&s, &f, "nouvelle");
	assert_string_equal(text_at(v, "event"), "alerte");
	assert_string_equal(text_at(v, "verdict"), "anomalie");
	assert_string_equal(text_at(v, "state"), "nouvelle");
	assert_string_equal(text_at(v, "severity.level"), "majeure");
	assert_int_equal(int_at(v, "severity.num"), 3);
	assert_string_equal(text_at(v, "severity.from"), "regle");
	assert_string_equal(text_at(v, "legal.0.article"), "L. 3121-16");
	assert_string_equal(text_at(v, "legal.1.code"), "usage");
	assert_int_equal(int_at(v, "parameters.0.value"), 1);
	assert_true(json_is_null(at(v, "parameters.0.to")));
	assert_string_equal(text_at(v, "parameters.1.value"), "tiers");
	assert_string_equal(text_at(v, "document.text"), "received");
	assert_string_equal(text_at(v, "document.encoding"), "utf-8");
	assert_string_equal(text_at(v, "act.number"), "CP20239001");
	assert_string_equal(text_at(v, "topic"), "elu:F\303\211LINE");
	assert_int_equal(int_at(v, "run.instructions"), 2516);
	assert_true(json_is_null(at(v, "prev")));
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__court_decision_is_no_usage)
{
	struct sample s;

	sample_open(&s);
	s.legal[1] = (struct legal){ .jurisprudence = STR("CE, 10 mars 1976"), .dit = STR("ce qui est d\303\251cid\303\251") };
	struct finding f = anomaly(&s);
	json_t *v = record_of(&s, &f, "nouvelle");
	assert_string_equal(text_at(v, "legal.1.code"), "jurisprudence");
	assert_string_equal(text_at(v, "legal.1.article"), "CE, 10 mars 1976");
	assert_string_equal(text_at(v, "legal.1.says"), "ce qui est d\303\251cid\303\251");
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__evidence_quotes_the_bytes_it_names)
{
	struct sample s;

	sample_open(&s);
	struct finding f = anomaly(&s);
	json_t *v = record_of(&s, &f, NULL);
	for (size_t i = 0; i < 3; i++) {
		json_t *e = json_array_get(at(v, "evidence"), i);
		size_t from = (size_t)int_at(e, "bytes.0"), to = (size_t)int_at(e, "bytes.1");

		assert_true(str_eq(str_part(s.text.bytes, from, to), str_c(text_at(e, "text"))));
		assert_true(json_is_false(at(e, "cut")));
	}
	json_decref(v);
	sample_close(&s);
}

/* The second passage wraps: line 4, after "Absents : M. BRETONNE (pouvoir donné à Mme FÉLINE), " of 52 code points, to
 * line 5. */
TEST(test_record__lines_and_columns_count_code_points)
{
	struct sample s;

	sample_open(&s);
	struct finding f = anomaly(&s);
	json_t *v = record_of(&s, &f, NULL);
	assert_int_equal(int_at(v, "evidence.1.start.line"), 4);
	assert_int_equal(int_at(v, "evidence.1.start.col"), 53);
	assert_int_equal(int_at(v, "evidence.1.end.line"), 5);
	assert_int_equal(int_at(v, "evidence.1.end.col"), 20);
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__not_verifiable_says_what_was_not_read)
{
	struct sample s;

	sample_open(&s);
	struct finding f = undecided(&s);
	json_t *v = record_of(&s, &f, "nouvelle");
	assert_string_equal(text_at(v, "event"), "non_verifiable");
	assert_string_equal(text_at(v, "verdict"), "non_verifiable");
	assert_true(json_is_null(at(v, "severity")));
	assert_string_equal(text_at(v, "unread.0.field"), "vote.contre");
	assert_string_equal(text_at(v, "unread.0.status"), "illisible");
	assert_string_equal(text_at(v, "unread.0.near.text"), "Num\303\251ro");
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__error_of_a_rule_is_an_event_regle)
{
	struct sample s;

	sample_open(&s);
	struct finding f = undecided(&s);
	f.verdict = VERDICT_ERREUR;
	json_t *v = record_of(&s, &f, NULL);
	assert_string_equal(text_at(v, "event"), "regle");
	assert_string_equal(text_at(v, "verdict"), "erreur");
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__there_is_always_a_message)
{
	struct sample s;
	struct record_parts p;

	sample_open(&s);
	struct finding f = undecided(&s);
	f.message = STR("");
	record_of_finding(&s.a, &s.c, &f, false, &p);
	assert_true(str_eq(p.bell[BELL_MESSAGE], s.rule.titre));
	json_t *v = parsed(line_of(&s, &p, NULL));
	assert_true(str_eq(str_c(text_at(v, "message")), s.rule.titre));
	json_decref(v);
	record_of_event(&s.a, EVENT_SERVICE, "arret", STR(""), STR(""), &p);
	v = parsed(line_of(&s, &p, NULL));
	assert_string_equal(text_at(v, "message"), "arret");
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__severity_only_on_an_anomaly)
{
	struct sample s;

	sample_open(&s);
	struct finding f = undecided(&s);
	f.severity = SEVERITY_MAJEURE;
	struct record_parts p;
	record_of_finding(&s.a, &s.c, &f, false, &p);
	assert_int_equal(p.severity, SEVERITY_NONE);
	json_t *v = parsed(line_of(&s, &p, NULL));
	assert_true(json_is_null(at(v, "severity")));
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__a_repeated_topic_is_numbered)
{
	struct sample s;
	struct record_parts one, two, three;

	sample_open(&s);
	struct finding f = anomaly(&s), other = undecided(&s);
	record_of_finding(&s.a, &s.c, &f, false, &one);
	record_of_finding(&s.a, &s.c, &f, false, &two);
	record_of_finding(&s.a, &s.c, &other, false, &three);
	assert_string_not_equal(one.alerte_v1, two.alerte_v1);
	json_t *v = parsed(line_of(&s, &two, NULL));
	assert_string_equal(text_at(v, "topic"), "elu:F\303\211LINE#2");
	json_decref(v);
	v = parsed(line_of(&s, &three, NULL));
	assert_string_equal(text_at(v, "topic"), "vote");
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__another_rule_may_use_the_same_topic)
{
	struct sample s;
	struct record_parts p;

	sample_open(&s);
	struct rule_info second = s.rule;
	second.id = STR("mandataire-present");
	struct finding f = anomaly(&s);
	record_of_finding(&s.a, &s.c, &f, false, &p);
	f.rule = &second;
	json_t *v = record_of(&s, &f, NULL);
	assert_string_equal(text_at(v, "topic"), "elu:F\303\211LINE");
	json_decref(v);
	sample_close(&s);
}

/* An act known by the hash of its text: that is made once, and the same for whoever asks. */
TEST(test_record__findings_of_one_act_have_one_key)
{
	struct sample s;
	struct record_parts one, other;
	struct str key1, key2;
	char key[DIGEST_HEX];

	sample_open(&s);
	s.reading.siren.statut = FIELD_ABSENT;
	struct finding f = anomaly(&s);
	record_of_finding(&s.a, &s.c, &f, false, &one);
	record_of_finding(&s.a, &s.c, &f, false, &other);
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &key1, &key2);
	fingerprint_act(key1, key2, key);
	assert_string_equal(one.act_key, key);
	assert_string_equal(other.act_key, key);
	assert_true(str_eq(one.act, other.act));
	sample_close(&s);
}

TEST(test_record__brief_leaves_out_passages_and_nothing_else)
{
	struct sample s;
	struct record_parts whole, brief;

	sample_open(&s);
	struct finding f = anomaly(&s);
	f.verdict = VERDICT_CONFORME;
	record_of_finding(&s.a, &s.c, &f, false, &whole);
	s.c.memo = record_memo_new(&s.a, &s.reading);
	record_of_finding(&s.a, &s.c, &f, true, &brief);
	assert_true(whole.passages.n > 0 && whole.bell[BELL_EVIDENCE].n > 0);
	assert_true(str_find(whole.found, STR("\"bytes\""), 0) != STR_NONE);
	assert_int_equal(brief.passages.n + brief.bell[BELL_EVIDENCE].n, 0);
	assert_int_equal(brief.found.n, 0);
	assert_string_equal(brief.occurrence_v1, whole.occurrence_v1);
	assert_true(str_eq(brief.before, whole.before) && str_eq(brief.rule, whole.rule) && str_eq(brief.document, whole.document) &&
		    str_eq(brief.act, whole.act) && str_eq(brief.topic, whole.topic));
	sample_close(&s);
}

TEST(test_record__a_correction_of_what_came_brief_fits)
{
	struct sample s;
	struct record_parts p;
	char wide[40 * 4 + 1] = "";

	sample_open(&s);
	struct finding f = anomaly(&s);
	record_of_finding(&s.a, &s.c, &f, false, &p);
	for (size_t i = 0; i < sizeof wide - 1; i += 4)
		memcpy(wide + i, "\360\237\230\200", 5); /* twelve bytes of JSON each */
	assert_in_range(record_found_nothing(&s.a, str_c(wide), &p, RECORD_CORRECTION_LEAST).n, 400, RECORD_FOUND_NOTHING);
	sample_close(&s);
}

static json_t *record_with_evidence(struct sample *s, size_t n)
{
	struct finding f = anomaly(s);

	for (size_t i = 1; i < n; i++)
		s->evidence[i] = s->evidence[0];
	f.preuves_n = n;
	return record_of(s, &f, NULL);
}

TEST(test_record__eight_passages_and_not_nine)
{
	struct sample s;

	sample_open(&s);
	json_t *v = record_with_evidence(&s, LIMIT_EVIDENCE);
	assert_int_equal(json_array_size(at(v, "evidence")), LIMIT_EVIDENCE);
	assert_null(at(v, "evidence_more"));
	json_decref(v);
	v = record_with_evidence(&s, LIMIT_EVIDENCE + 1);
	assert_int_equal(json_array_size(at(v, "evidence")), LIMIT_EVIDENCE);
	assert_int_equal(int_at(v, "evidence_more"), 1);
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__an_empty_or_outlying_span_is_no_evidence)
{
	struct sample s;

	sample_open(&s);
	struct finding f = anomaly(&s);
	s.evidence[0].span = (struct span){ 5, 5 };
	s.evidence[1].span.end = s.text.bytes.n + 1;
	json_t *v = record_of(&s, &f, NULL);
	assert_int_equal(json_array_size(at(v, "evidence")), 1);
	assert_int_equal(int_at(v, "evidence.0.n"), 1);
	assert_null(at(v, "evidence_more"));
	json_decref(v);
	sample_close(&s);
}

/* `letters` é and a word: what a passage of that many code points looks like. */
static json_t *record_with_passage(struct sample *s, size_t letters, const char *rest)
{
	struct buf b;

	buf_init(&b, 1 * MIB);
	for (size_t i = 0; i < letters; i++)
		buf_c(&b, "\303\251");
	buf_c(&b, rest);
	sample_set_text(s, arena_dup(&s->a, buf_view(&b)));
	buf_done(&b);
	struct finding f = anomaly(s);
	s->evidence[0].span = (struct span){ 0, s->text.bytes.n };
	s->unread[0].pres = (struct span){ 0, 0 };
	f.preuves_n = 1;
	return record_of(s, &f, NULL);
}

static size_t code_points(const char *s)
{
	size_t n = 0;

	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

TEST(test_record__a_passage_of_240_code_points_is_whole)
{
	struct sample s;

	sample_open(&s);
	json_t *v = record_with_passage(&s, LIMIT_EXCERPT, "");
	assert_true(json_is_false(at(v, "evidence.0.cut")));
	assert_int_equal(code_points(text_at(v, "evidence.0.text")), LIMIT_EXCERPT);
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__a_passage_of_241_code_points_is_cut_and_its_bytes_stay_exact)
{
	struct sample s;

	sample_open(&s);
	json_t *v = record_with_passage(&s, LIMIT_EXCERPT + 1, "");
	assert_true(json_is_true(at(v, "evidence.0.cut")));
	assert_int_equal(code_points(text_at(v, "evidence.0.text")), LIMIT_EXCERPT);
	assert_int_equal(int_at(v, "evidence.0.bytes.1"), 2 * (LIMIT_EXCERPT + 1));
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__a_cut_falls_between_words)
{
	struct sample s;

	sample_open(&s);
	json_t *v = record_with_passage(&s, LIMIT_EXCERPT - 10, " mot coupure-au-milieu");
	const char *text = text_at(v, "evidence.0.text");
	assert_true(json_is_true(at(v, "evidence.0.cut")));
	assert_string_equal(text + strlen(text) - strlen(" mot…"), " mot…");
	json_decref(v);
	sample_close(&s);
}

/* Everything as long as it may be, in characters that JSON writes with twelve bytes. */
TEST(test_record__the_longest_record_fits_the_line)
{
	struct sample s;
	struct buf b;
	struct record_parts p;

	sample_open(&s);
	buf_init(&b, 1 * MIB);
	for (size_t i = 0; i < 5000; i++)
		buf_c(&b, "\360\235\204\236");
	struct str music = arena_dup(&s.a, buf_view(&b));
	buf_done(&b);
	sample_set_text(&s, music);
	struct finding f = anomaly(&s);
	f.message = str_part(music, 0, 4 * LIMIT_MESSAGE);
	f.sujet = s.rule.titre = s.legal[0].dit = s.legal[0].article = s.params[0].nom = s.params[0].source = music;
	s.params[0].valeur = s.legal[0].url = s.legal[0].depuis = s.legal[1].usage = music;
	s.acte.objet.texte = s.acte.numero.texte = s.reading.siren.texte = music;
	for (size_t i = 0; i < 20; i++)
		s.evidence[i] = (struct evidence){ music, ROLE_CONSTAT, { 0, music.n } };
	s.unread[0] = s.unread[1] = (struct unread){ music, FIELD_ILLISIBLE, music, { 0, music.n }, false };
	f.preuves_n = 20;
	f.non_lus = s.unread;
	f.non_lus_n = 2;
	record_of_finding(&s.a, &s.c, &f, false, &p);
	struct str line = line_of(&s, &p, "inchangee");
	assert_true(line.n <= LIMIT_RECORD_LINE);
	json_t *v = parsed(line);
	assert_true(json_is_true(at(v, "evidence.0.cut")));
	assert_int_equal(int_at(v, "evidence_more") + (long long)json_array_size(at(v, "evidence")), 20);
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__the_line_is_ascii_without_line_feed)
{
	struct sample s;
	struct record_parts p;

	sample_open(&s);
	struct finding f = anomaly(&s);
	f.message = STR("ligne\ndeux \033[31m \177 \342\200\250 \303\251");
	record_of_finding(&s.a, &s.c, &f, false, &p);
	struct str line = line_of(&s, &p, NULL);
	for (size_t i = 0; i < line.n; i++)
		assert_in_range((unsigned char)line.p[i], 0x20, 0x7e);
	json_decref(parsed(line));
	sample_close(&s);
}

TEST(test_record__bell_of_an_alert)
{
	struct sample s;
	struct record_parts p;

	sample_open(&s);
	struct finding f = anomaly(&s);
	f.message = STR("a\nPRIORITY=0");
	record_of_finding(&s.a, &s.c, &f, false, &p);
	assert_true(str_eq(p.bell[BELL_WORD], STR("majeure")));
	assert_true(str_eq(p.bell[BELL_LEGAL], STR("CGCT L. 3121-16")));
	assert_true(str_eq(p.bell[BELL_ACT], STR("CP20239001")));
	assert_true(str_eq(p.bell[BELL_ACT_DATE], STR("2023-10-02")));
	assert_true(str_eq(p.bell[BELL_SHA256], STR(SHA)));
	assert_true(str_eq(p.bell[BELL_MESSAGE], STR("a\\nPRIORITY=0")));
	assert_true(str_eq(p.bell[BELL_EVIDENCE],
			   arena_printf(&s.a, "%zu-%zu L4:11", s.evidence[0].span.start, s.evidence[0].span.end)));
	sample_close(&s);
}

TEST(test_record__document_counts_and_says_it_in_french)
{
	struct sample s;
	struct record_parts p;
	const unsigned verdicts[5] = { [VERDICT_CONFORME] = 6, [VERDICT_NON_VERIFIABLE] = 1 };

	sample_open(&s);
	record_of_document(&s.a, &s.c, verdicts, 7, 900, &p);
	json_t *v = parsed(line_of(&s, &p, NULL));
	assert_keys(v,
		"schema ts id seq event verdict state severity message rule legal parameters document act "
		"evidence unread topic "
		"fingerprints seen exception run reading verdicts rules acts act_key host service prev");
	assert_string_equal(text_at(v, "message"), "7 r\303\250gles : 6 conformes, 1 non v\303\251rifiable");
	assert_int_equal(int_at(v, "verdicts.conforme"), 6);
	assert_int_equal(int_at(v, "verdicts.anomalie"), 0);
	assert_int_equal(int_at(v, "rules"), 7);
	assert_true(int_at(v, "reading.lu") >= 0);
	assert_true(json_is_null(at(v, "verdict")));
	assert_true(json_is_null(at(v, "fingerprints")));
	assert_string_equal(text_at(v, "act.number"), "CP20239001");
	assert_int_equal(strlen(p.act_key), 64);
	json_decref(v);
	sample_close(&s);
}

static void assert_summary(const unsigned verdicts[5], unsigned rules, const char *want)
{
	struct sample s;
	struct record_parts p;

	sample_open(&s);
	record_of_document(&s.a, &s.c, verdicts, rules, 0, &p);
	json_t *v = parsed(line_of(&s, &p, NULL));
	assert_string_equal(text_at(v, "message"), want);
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__summary_in_singular_and_plural)
{
	const unsigned all[5] = { 1, 2, 3, 4, 5 }, none[5] = { 0 }, one[5] = { [VERDICT_ANOMALIE] = 1 };

	assert_summary(all, 15,
		       "15 r\303\250gles : 1 conforme, 2 anomalies, 3 non v\303\251rifiables, 4 sans objet, 5 erreurs");
	assert_summary(one, 1, "1 r\303\250gle : 1 anomalie");
	assert_summary(one, 2, "2 r\303\250gles, 1 verdict : 1 anomalie");
	assert_summary(none, 0, "aucune r\303\250gle");
}

TEST(test_record__summary_says_when_nothing_was_judged)
{
	const unsigned open[5] = { [VERDICT_NON_VERIFIABLE] = 2, [VERDICT_SANS_OBJET] = 1 }, apart[5] = { [VERDICT_SANS_OBJET] = 2 };

	assert_summary(open, 3, "3 règles : 2 non vérifiables, 1 sans objet ; aucune règle n'a pu juger ce document");
	assert_summary(apart, 2, "2 règles : 2 sans objet");
}

TEST(test_record__refusal_without_a_reading)
{
	struct sample s;
	struct record_parts p;

	sample_open(&s);
	s.c.reading = NULL;
	s.c.text_sha256 = NULL;
	record_of_refusal(&s.a, &s.c, "type", STR("image PNG : ce n'est pas un texte"), &p);
	json_t *v = parsed(line_of(&s, &p, NULL));
	assert_string_equal(text_at(v, "event"), "rejet");
	assert_string_equal(text_at(v, "reason"), "type");
	assert_string_equal(text_at(v, "document.sha256"), SHA);
	assert_true(json_is_null(at(v, "document.encoding")));
	assert_true(json_is_null(at(v, "act")));
	assert_int_equal(json_array_size(at(v, "evidence")), 0);
	assert_string_equal(p.act_key, "");
	json_decref(v);
	s.c.sha256 = NULL;
	record_of_refusal(&s.a, &s.c, "fifo", STR("tube"), &p);
	v = parsed(line_of(&s, &p, NULL));
	assert_true(json_is_null(at(v, "document.sha256")));
	assert_true(json_is_null(at(v, "document.bytes")));
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__event_of_no_document)
{
	struct sample s;
	struct record_parts p;

	sample_open(&s);
	record_of_event(&s.a, EVENT_REGLE, "conservee", STR("quorum.lua:3 : essai en échec"), STR("quorum"), &p);
	json_t *v = parsed(line_of(&s, &p, NULL));
	assert_true(json_is_null(at(v, "document")));
	assert_true(json_is_null(at(v, "verdict")));
	assert_string_equal(text_at(v, "rule.id"), "quorum");
	assert_string_equal(text_at(v, "reason"), "conservee");
	json_decref(v);
	record_of_event(&s.a, EVENT_SERVICE, "arret", STR("arrêt demandé"), STR(""), &p);
	v = parsed(line_of(&s, &p, NULL));
	assert_true(json_is_null(at(v, "rule")));
	assert_string_equal(text_at(v, "event"), "service");
	json_decref(v);
	sample_close(&s);
}

TEST(test_record__uuid_is_random_version_4)
{
	char one[37], two[37];

	record_uuid(one);
	record_uuid(two);
	assert_string_not_equal(one, two);
	assert_int_equal(strlen(one), 36);
	assert_int_equal(one[14], '4');
	assert_non_null(strchr("89ab", one[19]));
	for (int i = 0; i < 36; i++)
		assert_true(i == 8 || i == 13 || i == 18 || i == 23 ? one[i] == '-'
								    : strchr("0123456789abcdef", one[i]) != NULL);
}

static void assert_time(const char *zone, int64_t us, const char *want)
{
	char text[40];

	assert_int_equal(setenv("TZ", zone, 1), 0);
	tzset();
	record_time(us, text);
	assert_string_equal(text, want);
}

TEST(test_record__time_has_the_local_offset)
{
	assert_time("CET-1CEST,M3.5.0,M10.5.0/3", 1700000000123456, "2023-11-14T23:13:20.123456+01:00");
	assert_time("CET-1CEST,M3.5.0,M10.5.0/3", 1690000000000001, "2023-07-22T06:26:40.000001+02:00");
	assert_time("XXX+03:30", 1700000000000000, "2023-11-14T18:43:20.000000-03:30");
	assert_time("UTC0", 1700000000000000, "2023-11-14T22:13:20.000000+00:00");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_record__keys_of_an_alert_in_order),
		cmocka_unit_test(test_record__values_of_an_alert),
		cmocka_unit_test(test_record__court_decision_is_no_usage),
		cmocka_unit_test(test_record__evidence_quotes_the_bytes_it_names),
		cmocka_unit_test(test_record__lines_and_columns_count_code_points),
		cmocka_unit_test(test_record__not_verifiable_says_what_was_not_read),
		cmocka_unit_test(test_record__error_of_a_rule_is_an_event_regle),
		cmocka_unit_test(test_record__there_is_always_a_message),
		cmocka_unit_test(test_record__severity_only_on_an_anomaly),
		cmocka_unit_test(test_record__a_repeated_topic_is_numbered),
		cmocka_unit_test(test_record__another_rule_may_use_the_same_topic),
		cmocka_unit_test(test_record__findings_of_one_act_have_one_key),
		cmocka_unit_test(test_record__brief_leaves_out_passages_and_nothing_else),
		cmocka_unit_test(test_record__a_correction_of_what_came_brief_fits),
		cmocka_unit_test(test_record__eight_passages_and_not_nine),
		cmocka_unit_test(test_record__an_empty_or_outlying_span_is_no_evidence),
		cmocka_unit_test(test_record__a_passage_of_240_code_points_is_whole),
		cmocka_unit_test(test_record__a_passage_of_241_code_points_is_cut_and_its_bytes_stay_exact),
		cmocka_unit_test(test_record__a_cut_falls_between_words),
		cmocka_unit_test(test_record__the_longest_record_fits_the_line),
		cmocka_unit_test(test_record__the_line_is_ascii_without_line_feed),
		cmocka_unit_test(test_record__bell_of_an_alert),
		cmocka_unit_test(test_record__document_counts_and_says_it_in_french),
		cmocka_unit_test(test_record__summary_in_singular_and_plural),
		cmocka_unit_test(test_record__summary_says_when_nothing_was_judged),
		cmocka_unit_test(test_record__refusal_without_a_reading),
		cmocka_unit_test(test_record__event_of_no_document),
		cmocka_unit_test(test_record__uuid_is_random_version_4),
		cmocka_unit_test(test_record__time_has_the_local_offset),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
