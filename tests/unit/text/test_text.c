/* SPDX-License-Identifier: EUPL-1.2 */
/* What a received file is: encodings, refusals and their words, the way back to the received bytes. */
#include "sample.h"

static enum text_refusal refusal_of(const void *p, size_t n, size_t limit, char *msg, size_t size)
{
	struct arena a;
	struct text t = {.start = 77};
	struct err e = {0};
	enum text_refusal why = REFUSAL_NONE;
	arena_init(&a, LIMIT_ACT_MEMORY);
	bool ok = text_decode(&a, (struct str){p, n}, limit, &t, &why, &e);
	if (!ok) {
		assert_int_equal(t.start, 77);
		assert_true(e.msg[0] != '\0');
	}
	if (msg)
		snprintf(msg, size, "%s", e.msg);
	arena_done(&a);
	return ok ? REFUSAL_NONE : why;
}
#define REFUSAL(literal) refusal_of("" literal, sizeof(literal) - 1, LIMIT_TEXT_BYTES, NULL, 0)

static void check_format(const void *p, size_t n, const char *name)
{
	char msg[512];
	assert_int_equal(refusal_of(p, n, LIMIT_TEXT_BYTES, msg, sizeof msg), REFUSAL_TYPE);
	assert_contains(msg, name);
}
#define FORMAT(literal, name) check_format("" literal, sizeof(literal) - 1, name)

TEST(test_text__formats_are_named)
{
	FORMAT("%PDF-1.7\n", "PDF");
	FORMAT("\r\n\r\n%PDF-1.4", "PDF");
	FORMAT("PK\3\4....word/document.xml", ".docx");
	FORMAT("PK\3\4..........................mimetypeapplication/vnd.oasis.opendocument.text", ".odt");
	FORMAT("PK\3\4....xl/workbook.xml", ".xlsx");
	FORMAT("PK\3\4....a.txt", "ZIP");
	FORMAT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Office");
	FORMAT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..W\0o\0r\0k\0b\0o\0o\0k\0", "Excel");
	FORMAT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", ".doc");
	FORMAT("{\\rtf1 Vu", "RTF");
	FORMAT("\x89PNG\r\n\x1A\n\0\0", "PNG");
	FORMAT("\xFF\xD8\xFF\xE0", "JPEG");
	FORMAT("II*\0\1", "TIFF");
	FORMAT("GIF89a", "GIF");
	FORMAT("\x1F\x8B\x08", "gzip");
	FORMAT("7z\xBC\xAF\x27\x1C", "7z");
	FORMAT("\x7F"
	       "ELF\2",
	       "ELF");
	FORMAT("  <!DOCTYPE HTML><p>Vu", "HTML");
	FORMAT("<meta charset=utf-8><pre>Vu", "HTML");
	FORMAT("<!-- saved --><HTML>", "HTML");
	FORMAT("\xEF\xBB\xBF<?xml version='1.0'?>", "XML");
}

#define HEADER "PK\3\4.........................."
/* The list of its members, of `size` bytes, behind them. */
#define END(size) "PK\5\6........" size "\0\0\0" "......"

/* An archive that holds a Word or an ODT file as it is, is an archive: what its own list names counts. */
TEST(test_text__a_document_in_an_archive_is_an_archive)
{
	FORMAT(HEADER "a.docx" HEADER "word/document.xml" "PK\1\2a.docx" END("\12"), "ZIP");
	FORMAT(HEADER "a.odt" HEADER "mimetypeapplication/vnd.oasis.opendocument.text" "PK\1\2a.odt" END("\11"), "ZIP");
	FORMAT(HEADER "word/document.xml" "PK\1\2word/document.xml" END("\25"), ".docx");
	FORMAT(HEADER "word/document.xml" "PK\1\2a.txt" END("\377"), ".docx"); /* its end is a lie: what stands in it counts */
	FORMAT(HEADER "word/document.xml" "PK\5\6", ".docx");
	FORMAT(HEADER "a.pdf", "sous-dossier");
}

TEST(test_text__pdf_only_within_its_window)
{
	char far[1100];
	memset(far, 'a', sizeof far);
	memcpy(far + 1024, "%PDF-1.4", 8);
	assert_int_equal(refusal_of(far, sizeof far, LIMIT_TEXT_BYTES, NULL, 0), REFUSAL_NONE);
	memcpy(far + 1000, "%PDF-1.4", 8);
	assert_int_equal(refusal_of(far, sizeof far, LIMIT_TEXT_BYTES, NULL, 0), REFUSAL_TYPE);
	assert_int_equal(REFUSAL("un fichier %PDF- est un PDF"), REFUSAL_NONE);
}

TEST(test_text__empty_and_white)
{
	assert_int_equal(REFUSAL(""), REFUSAL_EMPTY);
	assert_int_equal(REFUSAL(" \r\n\t\f\xC2\xA0\xE2\x80\x8B"), REFUSAL_EMPTY);
	assert_int_equal(REFUSAL("\xEF\xBB\xBF"), REFUSAL_EMPTY);
	assert_int_equal(REFUSAL("\xFF\xFE"), REFUSAL_EMPTY);
	assert_int_equal(REFUSAL("\xFF\xFE \0\n\0"), REFUSAL_EMPTY);
	assert_int_equal(REFUSAL(" ."), REFUSAL_NONE);
}

TEST(test_text__binary)
{
	char msg[512];
	assert_int_equal(refusal_of("Vu\0le", 5, LIMIT_TEXT_BYTES, msg, sizeof msg), REFUSAL_BINARY);
	assert_contains(msg, "nuls");
	assert_int_equal(REFUSAL("\1\2Vu le code"), REFUSAL_BINARY);
	assert_int_equal(REFUSAL("un seul \1 passe"), REFUSAL_NONE);
	assert_int_equal(REFUSAL("\x81\x8D\x8F\x90\x9D"), REFUSAL_BINARY);
	assert_int_equal(REFUSAL("\xFF\xFE"
				 "V\0\0\0"),
			 REFUSAL_BINARY);
}

TEST(test_text__controls_one_in_a_hundred)
{
	char s[200];
	memset(s, 'a', sizeof s);
	s[10] = s[20] = '\1';
	assert_int_equal(refusal_of(s, sizeof s, LIMIT_TEXT_BYTES, NULL, 0), REFUSAL_NONE);
	s[30] = '\1';
	assert_int_equal(refusal_of(s, sizeof s, LIMIT_TEXT_BYTES, NULL, 0), REFUSAL_BINARY);
}

TEST(test_text__encodings_announced_but_false)
{
	assert_int_equal(REFUSAL("\xEF\xBB\xBFs\xE9"
				 "ance"),
			 REFUSAL_ENCODING);
	assert_int_equal(REFUSAL("\xFF\xFEV\0u"), REFUSAL_ENCODING);
	assert_int_equal(REFUSAL("\xFF\xFE\x00\xD8V\0"), REFUSAL_ENCODING);
	assert_int_equal(REFUSAL("\xFF\xFEV\0\x00\xDC"), REFUSAL_ENCODING);
	assert_int_equal(REFUSAL("\xFE\xFF\xD8\x00"), REFUSAL_ENCODING);
	assert_int_equal(REFUSAL("\xFF\xFE\0\0V\0\0\0"), REFUSAL_ENCODING);
}

/* UTF-8 with one damaged byte must not be read as CP1252: every accent would become two letters. */
TEST(test_text__damaged_utf8_is_not_cp1252)
{
	char msg[512];
	const char cut[] = "séance, présidée, vot\xC3";
	assert_int_equal(refusal_of(cut, sizeof cut - 1, LIMIT_TEXT_BYTES, msg, sizeof msg), REFUSAL_ENCODING);
	assert_contains(msg, "position 24");
}

static enum text_encoding encoding_of(const void *p, size_t n, const char *want)
{
	struct sample s;
	sample_bytes(&s, p, n);
	assert_int_equal(s.text.bytes.n - s.text.start, strlen(want));
	assert_memory_equal(s.text.bytes.p + s.text.start, want, strlen(want));
	enum text_encoding enc = s.text.encoding;
	assert_int_equal(s.text.received, enc == TEXT_UTF8 || enc == TEXT_UTF8_BOM);
	sample_done(&s);
	return enc;
}
#define ENCODING(literal, want) encoding_of("" literal, sizeof(literal) - 1, want)

TEST(test_text__encodings)
{
	assert_int_equal(ENCODING("séance €", "séance €"), TEXT_UTF8);
	assert_int_equal(ENCODING("\xEF\xBB\xBFséance", "séance"), TEXT_UTF8_BOM);
	assert_int_equal(ENCODING("s\xE9"
				  "ance \x80 \x9C\x92",
				  "séance € œ’"),
			 TEXT_CP1252);
	assert_int_equal(ENCODING("un octet \x81 perdu dans un texte \xE9"
				  "crit en ancien codage",
				  "un octet \xEF\xBF\xBD perdu dans un texte écrit en ancien codage"),
			 TEXT_CP1252);
	assert_int_equal(ENCODING("\xFF\xFEs\0\xE9\0\xAC\x20\x3D\xD8\x00\xDE", "sé€😀"), TEXT_UTF16LE);
	assert_int_equal(ENCODING("\xFE\xFF\0s\0\xE9", "sé"), TEXT_UTF16BE);
}

/* Overlong forms and encoded surrogates are no UTF-8. */
TEST(test_text__invalid_utf8_is_cp1252)
{
	assert_int_equal(ENCODING("a\xC0\xAF", "aÀ¯"), TEXT_CP1252);
	assert_int_equal(ENCODING("a\xED\xA0\x80", "aí\xC2\xA0€"), TEXT_CP1252);
	assert_int_equal(ENCODING("a\xF5", "aõ"), TEXT_CP1252);
}

TEST(test_text__limit_both_sides)
{
	assert_int_equal(refusal_of("abcd", 4, 4, NULL, 0), REFUSAL_NONE);
	assert_int_equal(refusal_of("abcde", 5, 4, NULL, 0), REFUSAL_SIZE);
	assert_int_equal(refusal_of("ab\xE9", 3, 4, NULL, 0), REFUSAL_NONE);
	assert_int_equal(refusal_of("abc\xE9", 4, 4, NULL, 0), REFUSAL_SIZE);
	assert_int_equal(refusal_of("\xFF\xFE"
				    "a\0b\0c\0",
				    8, 3, NULL, 0),
			 REFUSAL_NONE);
	assert_int_equal(refusal_of("\xFF\xFE"
				    "a\0b\0c\0",
				    8, 2, NULL, 0),
			 REFUSAL_SIZE);
	/* A large PDF is still called a PDF. */
	assert_int_equal(refusal_of("%PDF-1.4 abcdefgh", 17, 4, NULL, 0), REFUSAL_TYPE);
}

TEST(test_text__words)
{
	assert_string_equal(text_encoding_word(TEXT_CP1252), "cp1252");
	assert_string_equal(text_encoding_word(TEXT_UTF16BE), "utf-16be");
	assert_string_equal(refusal_word(REFUSAL_EMPTY), "vide");
	assert_string_equal(refusal_word(REFUSAL_NOT_ACT), "pas-une-deliberation");
}

static void check_received(const struct sample *s, const char *part, size_t from, size_t to)
{
	size_t at = str_find(s->text.bytes, str_c(part), 0), start = 99, end = 99;
	text_received(&s->text, at, at + strlen(part), &start, &end);
	assert_int_equal(start, from);
	assert_int_equal(end, to);
}

TEST(test_text__received_bytes)
{
	struct sample s;
	sample_bytes(&s, "\xE9t\xE9 \x80 fin", 9);
	check_received(&s, "été", 0, 3);
	check_received(&s, "€", 4, 5);
	check_received(&s, "fin", 6, 9);
	sample_done(&s);
	sample_bytes(&s,
		     "\xFF\xFE\xE9\0 \0\x3D\xD8\x00\xDE"
		     "a\0",
		     12);
	check_received(&s, "é", 2, 4);
	check_received(&s, "😀", 6, 10);
	check_received(&s, "a", 10, 12);
	sample_done(&s);
	sample(&s, "\xEF\xBB\xBFété");
	check_received(&s, "té", 5, 8);
	sample_done(&s);
}

static void check_place(const struct sample *s, const struct places *p, const char *part, unsigned line, unsigned col,
			unsigned page)
{
	struct place got = place_at(p, str_find(s->text.bytes, str_c(part), 0));
	assert_int_equal(got.line, line);
	assert_int_equal(got.col, col);
	assert_int_equal(got.page, page);
}

static void check_unseen(const void *p, size_t n, const char *want, size_t unseen, int line)
{
	struct sample s;
	sample_bytes(&s, p, n);
	struct str got = str_part(s.text.bytes, s.text.start, s.text.bytes.n);
	if (!str_eq(got, str_c(want)) || s.text.unseen != unseen || s.text.received != (unseen == 0))
		fail_msg("line %d: « %.*s », %zu unseen", line, STR_ARG(got), s.text.unseen);
	sample_done(&s);
}
#define UNSEEN(literal, want, n) check_unseen("" literal, sizeof(literal) - 1, want, n, __LINE__)

TEST(test_text__what_nobody_sees_is_taken_out_and_counted)
{
	UNSEEN("Pour : 19", "Pour : 19", 0);
	UNSEEN("Pour : 1\xE2\x80\x8B" "9", "Pour : 19", 1);
	UNSEEN("Pour : \xE2\x80\xAE" "91\xE2\x80\xAC", "Pour : 91", 2);
	UNSEEN("\xEF\xBB\xBF" "Pour\xEF\xBB\xBF" " : 1", "Pour : 1", 1);
	UNSEEN("déli\xC2\xAD" "bération", "déli\xC2\xAD" "bération", 0);
	UNSEEN("\xFF\xFE" "1\0\x0B\x20" "9\0", "19", 1);
	UNSEEN("\xFE\xFF\0" "1\x20\x2E\0" "9", "19", 1);
	assert_int_equal(REFUSAL("\xE2\x80\x8B" "\xE2\x80\xAE"), REFUSAL_EMPTY);
}

static int32_t number_in(const char *bytes, size_t n)
{
	struct sample s;
	int32_t value = -2;

	sample_bytes(&s, bytes, n);
	for (size_t k = 0; k < s.t.n; k++)
		if (s.t.at[k].kind == TOK_NUMBER)
			value = s.t.at[k].value;
	sample_done(&s);
	return value;
}
#define NUMBER_IN(literal) number_in("" literal, sizeof(literal) - 1)

/* Seen as 26. */
TEST(test_text__numbers_shown_reversed_have_no_value)
{
	assert_int_equal(NUMBER_IN("Pour : \u202E62\u202C"), -1);
	assert_int_equal(NUMBER_IN("Pour : \u202E 62 \u202C voix"), -1);
	assert_int_equal(NUMBER_IN("Pour : \u2067\u202A62\u202C\u2069 voix"), -1);
	assert_int_equal(NUMBER_IN("Pour : \u202E62"), -1);
	assert_int_equal(NUMBER_IN("\xFF\xFE\x2E\x20" "6\0" "2\0\x2C\x20"), -1);
	assert_int_equal(NUMBER_IN("Pour : \u202Ex\u202C 62"), 62);
	assert_int_equal(NUMBER_IN("Pour : \u202D62\u202C"), 62);
	assert_int_equal(NUMBER_IN("Pour : \u200F62"), 62);
	assert_int_equal(NUMBER_IN("Pour : 6\u202E\u202C\u2066\u2069" "2\u202E\u202C"), 62);
	assert_int_equal(NUMBER_IN("\xFF\xFE\x2E\x20" "x\0\x2C\x20" "6\0" "2\0"), 62);
	assert_int_equal(NUMBER_IN("Contre : 4\u0336"), -1);
	assert_int_equal(NUMBER_IN("Contre : 4\uFE0F"), 4);
}

/* The way back goes over what was taken out. */
TEST(test_text__received_bytes_around_the_unseen)
{
	struct sample s;
	sample_bytes(&s, "\xEF\xBB\xBF" "a\xE2\x80\x8B" "bc\xE2\x80\x8B d", 14);
	check_received(&s, "a", 3, 4);
	check_received(&s, "ab", 3, 8);
	check_received(&s, "bc", 7, 9);
	check_received(&s, "d", 13, 14);
	sample_done(&s);
	sample_bytes(&s, "\xFF\xFE" "a\0\x0B\x20" "b\0", 8);
	check_received(&s, "b", 6, 8);
	sample_done(&s);
}

TEST(test_text__places)
{
	struct sample s;
	sample(&s, "\xEF\xBB\xBFété A\r\nB\n\nC\rD\n\fE F");
	struct places *p = places_of(&s.a, &s.text);
	check_place(&s, p, "été", 1, 1, 1);
	check_place(&s, p, "A", 1, 5, 1);
	check_place(&s, p, "\r\n", 1, 6, 1);
	check_place(&s, p, "\nB", 1, 6, 1);
	check_place(&s, p, "B", 2, 1, 1);
	check_place(&s, p, "C", 4, 1, 1);
	check_place(&s, p, "D", 5, 1, 1);
	check_place(&s, p, "\f", 6, 1, 1);
	check_place(&s, p, "E", 6, 2, 2);
	assert_int_equal(place_at(p, 0).col, 1);
	assert_int_equal(place_at(p, 999999).line, 6);
	sample_done(&s);
}

TEST(test_text__place_line)
{
	struct sample s;
	sample(&s, "\xEF\xBB\xBFun\r\ndeux\n\ntrois");
	struct places *p = places_of(&s.a, &s.text);
	assert_str(place_line(p, 0), "un");
	assert_str(place_line(p, 4), "un");
	assert_str(place_line(p, 8), "deux");
	assert_str(place_line(p, 12), "");
	assert_str(place_line(p, 14), "trois");
	assert_str(place_line(p, 999), "trois");
	sample_done(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text__formats_are_named),
		cmocka_unit_test(test_text__a_document_in_an_archive_is_an_archive),
		cmocka_unit_test(test_text__pdf_only_within_its_window),
		cmocka_unit_test(test_text__empty_and_white),
		cmocka_unit_test(test_text__binary),
		cmocka_unit_test(test_text__controls_one_in_a_hundred),
		cmocka_unit_test(test_text__encodings_announced_but_false),
		cmocka_unit_test(test_text__damaged_utf8_is_not_cp1252),
		cmocka_unit_test(test_text__encodings),
		cmocka_unit_test(test_text__invalid_utf8_is_cp1252),
		cmocka_unit_test(test_text__limit_both_sides),
		cmocka_unit_test(test_text__words),
		cmocka_unit_test(test_text__received_bytes),
		cmocka_unit_test(test_text__places),
		cmocka_unit_test(test_text__place_line),
		cmocka_unit_test(test_text__what_nobody_sees_is_taken_out_and_counted),
		cmocka_unit_test(test_text__numbers_shown_reversed_have_no_value),
		cmocka_unit_test(test_text__received_bytes_around_the_unseen),
	};
	return RUN(tests);
}
