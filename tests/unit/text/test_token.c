/* SPDX-License-Identifier: EUPL-1.2 */
/* Text → tokens: keys, kinds, shapes, the cut between glued words, and what gives no token. */
#include "sample.h"

TEST(test_token__keys_are_folded)
{
	assert_keys("L’Œuvre DÉLÈS, à l'été", "l ' oeuvre deles , a l ' ete");
	assert_keys("ﬁnances", "finances");
	assert_keys("20 000 € n° 3 / 14:05", "20 000 € n ° 3 / 14 : 05");
	assert_keys("nº 4 – ville", "n ° 4 - ville");
	assert_keys("nº 4 Ŕ ville", "n ° 4 - ville");
	assert_keys("e\xCC\x81t\xC3\xA9", "ete");
	assert_keys("L`article", "l ' article");
}

TEST(test_token__invisible_characters_give_none_and_cut_nothing)
{
	assert_keys("déli\xC2\xAD"
		    "bération con\xE2\x80\x8Bseil \xE2\x80\xAEvu\xE2\x80\xAC",
		    "deliberation conseil vu");
	assert_keys("\xEF\x82\xB7 un point\xEF\x82\xB7"
		    "deux",
		    "un point deux");
	assert_keys("un\xC2\xA0"
		    "deux\xE2\x80\xAFtrois",
		    "un deux trois");
}

TEST(test_token__soft_hyphen_at_line_end_joins)
{
	assert_keys("déli\xC2\xAD\n  bération", "deliberation");
	assert_keys("déli\xC2\xAD\nVu", "deli vu");
	assert_keys("déli\xC2\xAD\n\nbération", "deli beration");
}

TEST(test_token__glued_words_are_cut)
{
	assert_keys("conformeTransmis", "conforme transmis");
	assert_keys("séanceÉtaient", "seance etaient");
	assert_keys("JeanClaude", "jean claude");
	assert_keys("McDonald DiCaprio LeGuen MacDonald kWh SAINTcyr eNF",
		    "mcdonald dicaprio leguen macdonald kwh saintcyr enf");
	assert_keys("abcDE abcDEF", "abcde abc def");
	assert_keys("GRAlNDOR ÉTÉlNDOR", "gralndor etelndor");
	assert_keys("AvalNDOR avalNDOR", "aval ndor aval ndor");
}

static enum token_shape shape_of(const char *word)
{
	struct sample s;
	sample(&s, word);
	assert_int_equal(s.t.n, 1);
	assert_int_equal(s.t.at[0].kind, TOK_WORD);
	enum token_shape shape = s.t.at[0].shape;
	sample_done(&s);
	return shape;
}

TEST(test_token__shapes)
{
	assert_int_equal(shape_of("délibération"), SHAPE_LOWER);
	assert_int_equal(shape_of("Étaient"), SHAPE_TITLE);
	assert_int_equal(shape_of("M"), SHAPE_TITLE);
	assert_int_equal(shape_of("DÉLÈS"), SHAPE_UPPER);
	assert_int_equal(shape_of("ŒIL"), SHAPE_UPPER);
	assert_int_equal(shape_of("McDonald"), SHAPE_MIXED);
	assert_int_equal(shape_of("VlAL"), SHAPE_UPPER);
	assert_int_equal(shape_of("MARTlVlER"), SHAPE_UPPER);
	assert_int_equal(shape_of("AlB"), SHAPE_MIXED);
	assert_int_equal(shape_of("AllARD"), SHAPE_MIXED);
}

TEST(test_token__numbers)
{
	struct sample s;
	sample(&s, "1er 007 999999999 1234567890");
	assert_int_equal(s.t.n, 5);
	assert_int_equal(s.t.at[0].kind, TOK_NUMBER);
	assert_int_equal(s.t.at[0].value, 1);
	assert_int_equal(s.t.at[1].kind, TOK_WORD);
	assert_false(s.t.at[1].space);
	assert_int_equal(s.t.at[1].value, -1);
	assert_int_equal(s.t.at[2].value, 7);
	assert_int_equal(s.t.at[3].value, 999999999);
	assert_int_equal(s.t.at[4].value, -1);
	assert_str(s.t.at[4].key, "1234567890");
	sample_done(&s);
}

TEST(test_token__lines_and_space)
{
	struct sample s;
	sample(&s, "a b\nc\r\n\r\nd\n\fe-\nf");
	const unsigned lines[] = {1, 0, 1, 2, 1, 0, 1, 0};
	for (size_t k = 0; k < 7; k++)
		assert_int_equal(s.t.at[k].lines, lines[k]);
	assert_false(s.t.at[0].space);
	assert_true(s.t.at[1].space);
	assert_false(s.t.at[5].space);
	assert_true(s.t.at[6].space);
	sample_done(&s);
}

TEST(test_token__lines_stop_at_255)
{
	struct sample s;
	char text[302];
	memset(text, '\n', sizeof text);
	text[0] = 'a';
	text[300] = 'b';
	text[301] = '\0';
	sample(&s, text);
	assert_int_equal(s.t.at[1].lines, 255);
	sample_done(&s);
}

TEST(test_token__spans_lead_back)
{
	struct sample s;
	sample(&s, "\xEF\xBB\xBFVu l’été");
	assert_int_equal(s.t.at[0].start, 3);
	assert_int_equal(s.t.at[2].start, 7);
	assert_int_equal(s.t.at[2].end, 10);
	assert_int_equal(s.t.at[3].end, s.text.bytes.n);
	assert_int_equal(s.t.at[4].kind, TOK_END);
	assert_int_equal(s.t.at[4].start, s.text.bytes.n);
	sample_done(&s);
}

TEST(test_token__tok_is_and_mark)
{
	struct sample s;
	sample(&s, "Été, 5 €");
	assert_true(tok_is(&s.t, 0, STR("ete")));
	assert_false(tok_is(&s.t, 0, STR("et")));
	assert_true(tok_mark(&s.t, 1, ','));
	assert_false(tok_mark(&s.t, 0, 'e'));
	assert_true(tok_is(&s.t, 3, STR("€")));
	assert_false(tok_is(&s.t, 4, STR("")));
	assert_false(tok_mark(&s.t, 999, ','));
	sample_done(&s);
}

TEST(test_token__phrase)
{
	struct sample s;
	size_t next = 77;
	sample(&s, "À l’\nunanimité des votes exprimés");
	assert_true(tok_phrase(&s.t, 0, "a l'unanimite", &next));
	assert_int_equal(next, 4);
	assert_true(tok_phrase(&s.t, 0, "a l ' unanimite des votes", &next));
	assert_int_equal(next, 6);
	next = 77;
	assert_false(tok_phrase(&s.t, 0, "a l'unanimite des vote", &next));
	assert_false(tok_phrase(&s.t, 4, "des votesx", &next));
	assert_false(tok_phrase(&s.t, 6, "exprimes et plus", &next));
	assert_false(tok_phrase(&s.t, 7, "a", &next));
	assert_int_equal(next, 77);
	sample_done(&s);
}

TEST(test_token__bytes_that_are_no_text)
{
	assert_keys("un\x01"
		    "deux",
		    "un deux");
	assert_keys("!!?…", "! ! ? ...");
}

/* The scanner takes eight bytes at a time: words that end at, before and behind the eighth, at the end of the text and in
 * it, in each case and with an accent at each place. */
static void word_of(size_t letters, size_t accent, unsigned capitals, const char *behind)
{
	char want[32], text[64];
	size_t n = 0;
	for (size_t k = 0; k < letters; k++) {
		const bool upper = k < capitals;
		want[k] = k == accent ? 'e' : (char)('a' + k);
		if (k == accent)
			memcpy(text + n, upper ? "\xC3\x89" : "\xC3\xA9", 2);
		else
			text[n] = (char)((upper ? 'A' : 'a') + (int)k);
		n += k == accent ? 2 : 1;
	}
	memcpy(text + n, behind, strlen(behind));
	/* No byte behind the text: who looks there is seen by the sanitizers. */
	char *exact = malloc(n + strlen(behind));
	memcpy(exact, text, n + strlen(behind));
	struct sample s;
	sample_bytes(&s, exact, n + strlen(behind));
	assert_true(str_eq(s.t.at[0].key, (struct str){want, letters}));
	assert_int_equal(s.t.at[0].end, n);
	assert_int_equal(s.t.at[0].hash, key_hash(s.t.at[0].key));
	assert_int_equal(s.t.at[0].shape, capitals == 0	      ? SHAPE_LOWER
					  : capitals == 1	      ? SHAPE_TITLE
					  : capitals == letters ? SHAPE_UPPER
								: SHAPE_MIXED);
	sample_done(&s);
	free(exact);
}

TEST(test_token__words_of_every_length_case_and_accent)
{
	static const char *const behind[] = {"", ".", " ", "\n", "1", "\xC2\xA0", "\xE2\x80\x99", "-\xC3\xA9"};
	for (size_t letters = 1; letters <= 20; letters++)
		for (size_t accent = 0; accent <= letters; accent++)
			for (size_t k = 0; k < sizeof behind / sizeof *behind; k++) {
				word_of(letters, accent, 0, behind[k]);
				word_of(letters, accent, 1, behind[k]);
				word_of(letters, accent, (unsigned)letters, behind[k]);
				word_of(letters, accent, (unsigned)(letters + 1) / 2, behind[k]);
			}
}

TEST(test_token__every_hash_is_that_of_its_key)
{
	struct sample s;
	sample(&s, "L’Œuvre n° 3 du 12345678901 : `a` ﬁnances DÉLIBÉRATIONS conformeTransmis déli\xC2\xAD\nbération …");
	for (size_t k = 0; k < s.t.n; k++)
		assert_int_equal(s.t.at[k].hash, key_hash(s.t.at[k].key));
	sample_done(&s);
}

/* More tokens than the length of the text promised. */
TEST(test_token__many_tokens)
{
	char text[4001];
	struct sample s;
	for (size_t k = 0; k < 4000; k++)
		text[k] = "(a1;"[k % 4];
	text[4000] = '\0';
	sample(&s, text);
	assert_int_equal(s.t.n, 4000);
	for (size_t k = 0; k < s.t.n; k++)
		assert_int_equal(s.t.at[k].start, k);
	sample_done(&s);
}

static void check_odd(const char *text, const char *keys, int32_t value, int line)
{
	struct sample s;
	sample(&s, text);
	const struct token *number = s.t.at;
	while (number->kind != TOK_NUMBER && number->kind != TOK_END)
		number++;
	if (strcmp(sample_keys(&s), keys) != 0 || number->value != value)
		fail_msg("line %d: « %s », %d", line, sample_keys(&s), (int)number->value);
	sample_done(&s);
}
#define ODD(text, keys, value) check_odd((text), (keys), (value), __LINE__)

/* A scanner's O for 0 is read, its I and l for 1 leave a number without a value. */
TEST(test_token__digits_that_are_letters)
{
	ODD("2O24", "2024", 2024);
	ODD("1OO voix", "100 voix", 100);
	ODD("1O", "10", 10);
	ODD("3O.", "30 .", 30);
	ODD("12OCTOBRE", "12 octobre", 12);
	ODD("12OUI", "12 oui", 12);
	ODD("1Oh30", "10 h 30", 10);
	ODD("2Oé", "2 oe", 2);
	ODD("14h2O", "14 h 20", 14);
	ODD("DCM2O24", "dcm 2024", 2024);
	ODD("O5/12", "05 / 12", 5);
	ODD("n°O5", "n ° 05", 5);
	ODD("35 OOO €", "35 000 €", 35);
	ODD("35\nOOO", "35 ooo", 35);
	ODD("35 OO", "35 oo", 35);
	ODD("35 OOOK", "35 oook", 35);
	ODD("O2b", "o 2 b", -1);
	ODD("O'BRIEN 3", "o ' brien 3", 3);
	ODD("I2", "i 2", -1);
	ODD("l2", "l 2", -1);
	ODD("2l", "2 l", -1);
	ODD("2I.", "2 i .", -1);
	ODD("2la", "2 la", 2);
	ODD("Il 2", "il 2", 2);
	ODD("XI2", "xi 2", 2);
	ODD("éI2", "ei 2", 2);
	ODD("°l2", "° l 2", -1);
	ODD("2o", "2 o", 2);
}

/* The mark of a note is no digit; a wide digit is one, and nothing that nobody sees cuts a number. */
TEST(test_token__digits_beyond_ascii)
{
	ODD("12²", "12 2", 12);
	ODD("12⁵", "12 5", 12);
	ODD("1①", "1 1", 1);
	ODD("１２", "12", 12);
	ODD("1２", "12", 12);
	ODD("1\xC2\xAD" "2", "12", 12);
	ODD("12\xC2\xAD", "12", 12);
	ODD("1\xC2\xA0" "2", "1 2", 1);
	ODD("１２３４５６７８９０", "1234567890", -1);
}

/* An accent apart belongs to the passage as it does to the word. */
TEST(test_token__spans_hold_what_stands_over_their_last_letter)
{
	struct sample s;
	sample(&s, "adopte\xCC\x81 le 12\xC2\xAD mars");
	assert_str(str_part(s.text.bytes, s.t.at[0].start, s.t.at[0].end), "adopte\xCC\x81");
	assert_str(str_part(s.text.bytes, s.t.at[2].start, s.t.at[2].end), "12\xC2\xAD");
	assert_str(s.t.at[0].key, "adopte");
	sample_done(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_token__keys_are_folded),
		cmocka_unit_test(test_token__invisible_characters_give_none_and_cut_nothing),
		cmocka_unit_test(test_token__soft_hyphen_at_line_end_joins),
		cmocka_unit_test(test_token__glued_words_are_cut),
		cmocka_unit_test(test_token__shapes),
		cmocka_unit_test(test_token__numbers),
		cmocka_unit_test(test_token__lines_and_space),
		cmocka_unit_test(test_token__lines_stop_at_255),
		cmocka_unit_test(test_token__spans_lead_back),
		cmocka_unit_test(test_token__tok_is_and_mark),
		cmocka_unit_test(test_token__phrase),
		cmocka_unit_test(test_token__bytes_that_are_no_text),
		cmocka_unit_test(test_token__words_of_every_length_case_and_accent),
		cmocka_unit_test(test_token__every_hash_is_that_of_its_key),
		cmocka_unit_test(test_token__many_tokens),
		cmocka_unit_test(test_token__digits_that_are_letters),
		cmocka_unit_test(test_token__digits_beyond_ascii),
		cmocka_unit_test(test_token__spans_hold_what_stands_over_their_last_letter),
	};
	return RUN(tests);
}
