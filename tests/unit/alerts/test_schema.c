/* SPDX-License-Identifier: EUPL-1.2 */
/* Every kind of record against the shipped schema, its chain and its passages; and that the validator sees what is
 * wrong. */
#include "tempdir.h"
#include "validate.h"

struct stream {
	struct buf lines;
	int64_t seq;
	char prev[DIGEST_HEX];
};

static void add(struct stream *t, const struct record_parts *p, const char *state)
{
	struct record_seal seal = sealed();
	struct buf line;

	seal.seq = ++t->seq;
	seal.state = state;
	seal.prev = t->prev[0] ? t->prev : NULL;
	record_uuid(seal.id);
	buf_init(&line, LIMIT_RECORD_LINE);
	record_line(p, &seal, &line);
	struct digest d = hash_of(buf_view(&line));
	(void)digest_hex(&d, t->prev);
	buf_str(&t->lines, buf_view(&line));
	buf_char(&t->lines, '\n');
	buf_done(&line);
}

static void add_finding(struct stream *t, struct sample *s, struct finding f, enum verdict v, const char *state)
{
	struct record_parts p;

	f.verdict = v;
	record_of_finding(&s->a, &s->c, &f, false, &p);
	add(t, &p, state);
}

/* One record of each kind the program makes. */
static void fill(struct stream *t, struct sample *s)
{
	const unsigned verdicts[5] = { 1, 1, 1, 1, 1 };
	static char sha256[DIGEST_HEX];
	struct record_parts p;
	struct digest d = hash_of(s->text.bytes);

	s->c.sha256 = s->c.text_sha256 = digest_hex(&d, sha256);
	add_finding(t, s, anomaly(s), VERDICT_ANOMALIE, "nouvelle");
	add_finding(t, s, undecided(s), VERDICT_NON_VERIFIABLE, "inchangee");
	add_finding(t, s, undecided(s), VERDICT_ERREUR, "modifiee");
	add_finding(t, s, undecided(s), VERDICT_CONFORME, NULL);
	add_finding(t, s, undecided(s), VERDICT_SANS_OBJET, NULL);
	record_of_document(&s->a, &s->c, verdicts, 5, 12, &p);
	add(t, &p, NULL);
	record_of_event(&s->a, EVENT_SERVICE, "depart", STR("Démarré"), STR(""), &p);
	add(t, &p, NULL);
	record_of_event(&s->a, EVENT_REGLES, "chargees", STR("7 règles chargées"), STR(""), &p);
	add(t, &p, NULL);
	record_of_event(&s->a, EVENT_REGLE, "conservee", STR("essai en échec"), STR("quorum"), &p);
	add(t, &p, NULL);
	s->c.reading = NULL;
	s->c.text_sha256 = NULL;
	record_of_refusal(&s->a, &s->c, "type", STR("image PNG"), &p);
	add(t, &p, NULL);
	s->c.sha256 = NULL;
	record_of_refusal(&s->a, &s->c, "fifo", STR("tube nommé"), &p);
	add(t, &p, NULL);
}

TEST(test_schema__every_kind_of_record)
{
	struct sample s;
	struct stream t = { 0 };

	need_validator();
	sample_open(&s);
	buf_init(&t.lines, 1 * MIB);
	fill(&t, &s);
	write_all(in_dir("records"), buf_view(&t.lines));
	write_all(in_dir("text"), s.text.bytes);
	assert_int_equal(validate(in_dir("records"), in_dir("text")), 0);
	buf_done(&t.lines);
	sample_close(&s);
}

/* In place, same length: what stands there in a right record, the fault, and what the validator says of it. */
static const struct {
	const char *right, *wrong, *said;
} FAULTS[] = {
	{ "\"event\": \"alerte\"", "\"event\": \"alarme\"", "event : 'alarme' is not one of" },
	{ "\"num\": 3", "\"num\": 2", "severity" },
	{ "\"seq\": 2", "\"seq\": 3", "seq 3 après 1" },
	{ "\"col\": 11}", "\"col\": 12}", "start est" },
	{ "(pouvoir donn\\u00E9", "(pouvoir donn\\u00E8", "au lieu de" },
	{ "\"bytes\": [84,", "\"bytes\": [83,", "au lieu de" },
	{ "\"unread\": [], \"topic\"", "\"unlike\": [], \"topic\"", "'unread' is a required property" },
	{ "\"siren\": \"229900011\", \"body\": \"commission_permanente\"",
	  "\"body\": \"commission_permanente\", \"siren\": \"229900011\"", "act : clés dans le désordre" },
	{ "\"exception\": null", "\"exception\": 1234", "exception" },
	{ "\"us\": 412", "\"us\": 4.2", "run" },
	{ "\"prev\": \"", "\"prev\":\"0", "prev" },
	{ "\"service\": {", "\"service\":\t{", "ASCII" },
};
#define FAULTS_N (sizeof FAULTS / sizeof *FAULTS)

/* The records with fault i, in a file of their own. */
static void write_fault(struct sample *s, struct str right, size_t i, const char *path)
{
	struct str all = arena_dup(&s->a, right);
	size_t where = str_find(all, str_c(FAULTS[i].right), 0);

	if (where == STR_NONE)
		fail_msg("not in the records: %s", FAULTS[i].right);
	assert_int_equal(strlen(FAULTS[i].right), strlen(FAULTS[i].wrong));
	memcpy((char *)(uintptr_t)all.p + where, FAULTS[i].wrong, strlen(FAULTS[i].wrong));
	write_all(path, all);
}

/* Some line of `messages` is about `path` and holds `said`. */
static bool is_said(const char *messages, const char *path, const char *said)
{
	char line[2048];
	bool found = false;
	FILE *f = fopen(messages, "r");

	assert_non_null(f);
	while (!found && fgets(line, sizeof line, f))
		found = strncmp(line, path, strlen(path)) == 0 && line[strlen(path)] == ':' && strstr(line, said);
	(void)fclose(f);
	return found;
}

TEST(test_schema__the_validator_sees_faults)
{
	struct sample s;
	struct stream t = { 0 };
	char paths[FAULTS_N][128], *argv[FAULTS_N + 5] = { PYTHON, "tests/support/validate_records.py", "--texte" };
	const char *messages = in_dir("messages"), *text = in_dir("text");

	need_validator();
	sample_open(&s);
	buf_init(&t.lines, 1 * MIB);
	fill(&t, &s);
	write_all(text, s.text.bytes);
	argv[3] = (char *)(uintptr_t)text;
	for (size_t i = 0; i < FAULTS_N; i++) {
		(void)snprintf(paths[i], sizeof paths[i], "%s/%zu", test_dir, i);
		write_fault(&s, buf_view(&t.lines), i, paths[i]);
		argv[4 + i] = paths[i];
	}
	assert_int_equal(run_program(argv, messages), 1);
	for (size_t i = 0; i < FAULTS_N; i++)
		if (!is_said(messages, paths[i], FAULTS[i].said))
			fail_msg("not seen: %s", FAULTS[i].wrong);
	buf_done(&t.lines);
	sample_close(&s);
}

/* A crash in the middle of a line: the torn line, then all of the batch again. */
TEST(test_schema__a_repeated_delivery_is_passed_over)
{
	struct sample s;
	struct stream t = { 0 };
	char *argv[] = { PYTHON, "tests/support/validate_records.py", "--dechirees", (char *)(uintptr_t)in_dir("records"), NULL };

	need_validator();
	sample_open(&s);
	buf_init(&t.lines, 1 * MIB);
	fill(&t, &s);
	struct str all = arena_dup(&s.a, buf_view(&t.lines));
	size_t second = str_find(all, STR("\n"), 0) + 1;
	buf_clear(&t.lines);
	buf_str(&t.lines, str_part(all, 0, second + 100));
	buf_char(&t.lines, '\n');
	buf_str(&t.lines, all);
	write_all(in_dir("records"), buf_view(&t.lines));
	assert_int_equal(run_program(argv, NULL), 0);
	argv[2] = argv[3];
	argv[3] = NULL;
	assert_int_equal(run_program(argv, in_dir("messages")), 1);
	buf_done(&t.lines);
	sample_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_DIR(test_schema__every_kind_of_record),
		IN_DIR(test_schema__the_validator_sees_faults),
		IN_DIR(test_schema__a_repeated_delivery_is_passed_over),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
