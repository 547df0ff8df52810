/* SPDX-License-Identifier: EUPL-1.2 */
/* Error values: places, words, and cuts that leave valid UTF-8. */
#include "check.h"
#include "fold.h"

#include <errno.h>

TEST(test_err__set_returns_false_and_fills)
{
	struct err e = { .line = 9, .sys = 4, .file = "x" };
	assert_false(err_set(&e, ERR_VALUE, "valeur %d", 3));
	assert_int_equal(e.code, ERR_VALUE);
	assert_string_equal(e.msg, "valeur 3");
	assert_string_equal(e.file, "");
	assert_int_equal(e.line, 0);
	assert_int_equal(e.sys, 0);
}

TEST(test_err__sys_keeps_errno_and_says_it_in_french)
{
	struct err e;
	errno = EACCES;
	assert_false(err_sys(&e, "ouvrir %s", "/x"));
	assert_int_equal(e.code, ERR_SYS);
	assert_int_equal(e.sys, EACCES);
	assert_string_equal(e.msg, "ouvrir /x : accès refusé");
	errno = EADDRINUSE;
	(void)err_sys(&e, "écouter sur %s", "/x");
	assert_string_equal(e.msg, "écouter sur /x : un autre programme l'occupe déjà");
	errno = EOVERFLOW;
	err_sys(&e, "lire");
	assert_int_equal(e.sys, EOVERFLOW);
	assert_string_equal(e.msg, "lire : fichier trop grand");
}

/* A key of YAML may go on over eighty lines, a file's name may hold anything. */
TEST(test_err__what_is_quoted_leaves_one_line)
{
	struct err e;

	(void)err_at(&e, ERR_VALUE, "a\x1b[2Jb", 1, 1, "clé « A\n\n\tB\x7f\xc2\x85\xe2\x80\xae\xff » é");
	assert_string_equal(e.msg, "clé « A\\n\\n\\tB\\x7f\\u0085\\u202e\\xff » é");
	assert_string_equal(e.file, "a\\x1b[2Jb");
	assert_true(utf8_valid(str_c(e.msg)));
	(void)err_set(&e, ERR_VALUE, "%s", "rien d'étrange : « — 3 €, ½ »");
	assert_string_equal(e.msg, "rien d'étrange : « — 3 €, ½ »");
}

TEST(test_err__no_word_of_the_c_library_is_shown)
{
	static const int rare[] = { EBADF, EINVAL, ESTALE, EAGAIN, EINTR, ENOTTY, ECONNRESET, ESRCH, ENOTEMPTY, EOPNOTSUPP, ETIMEDOUT, EXFULL, 9999 };

	for (size_t i = 0; i < sizeof rare / sizeof *rare; i++)
		assert_string_not_equal(err_words(rare[i]), strerror(rare[i]));
	assert_string_equal(err_words(9999), "erreur 9999 du système");
	assert_string_equal(err_words(EBADF), "ce fichier n'est pas ouvert");
}

TEST(test_err__text_shows_what_is_known_of_the_place)
{
	struct err e;
	char out[1024];
	err_set(&e, ERR_VALUE, "m");
	assert_string_equal(err_text(&e, out, sizeof out), "m");
	err_at(&e, ERR_VALUE, "f.yaml", 0, 0, "m");
	assert_string_equal(err_text(&e, out, sizeof out), "f.yaml: m");
	err_at(&e, ERR_VALUE, "f.yaml", 3, 0, "m");
	assert_string_equal(err_text(&e, out, sizeof out), "f.yaml:3: m");
	err_at(&e, ERR_VALUE, "f.yaml", 3, 7, "m");
	assert_string_equal(err_text(&e, out, sizeof out), "f.yaml:3:7: m");
	err_at(&e, ERR_VALUE, NULL, 3, 7, "m");
	assert_string_equal(err_text(&e, out, sizeof out), "m");
	err_in_file(&e, "g");
	assert_string_equal(e.file, "g");
	assert_string_equal(e.msg, "m");
}

TEST(test_err__a_long_message_is_cut_between_code_points)
{
	struct err e;
	char text[4096] = "x";
	for (size_t i = 0; i < 700; i++)
		memcpy(text + 1 + 3 * i, "…", 4);
	err_set(&e, ERR_VALUE, "%s", text);
	assert_true(utf8_valid(str_c(e.msg)));
	assert_in_range(strlen(e.msg), sizeof e.msg - 4, sizeof e.msg - 1);
	memcpy(text, "é", 2);
	for (size_t i = 1; i < 700; i++)
		memcpy(text + 2 * i, "é", 3);
	err_set(&e, ERR_VALUE, "%s", text);
	assert_true(utf8_valid(str_c(e.msg)));
}

TEST(test_err__a_long_message_keeps_no_half_of_the_errno)
{
	struct err e;
	char text[600];
	memset(text, 'x', sizeof text);
	text[509] = '\0';
	errno = EACCES;
	err_sys(&e, "%s", text);
	assert_int_equal(e.sys, EACCES);
	assert_int_equal(strlen(e.msg), 511);
}

TEST(test_err__a_long_file_is_cut_from_the_left)
{
	struct err e;
	char path[500];
	for (size_t i = 0; i < 249; i++)
		memcpy(path + 2 * i, "é", 3);
	err_at(&e, ERR_VALUE, path, 1, 1, "m");
	assert_true(utf8_valid(str_c(e.file)));
	assert_true(str_starts(str_c(e.file), STR("…")));
	assert_in_range(strlen(e.file), sizeof e.file - 4, sizeof e.file - 1);
	memset(path, 'a', sizeof e.file - 1);
	path[sizeof e.file - 1] = '\0';
	err_at(&e, ERR_VALUE, path, 1, 1, "m");
	assert_string_equal(e.file, path);
}

TEST(test_err__text_fits_a_small_place)
{
	struct err e;
	char out[6];
	err_at(&e, ERR_VALUE, "aéé", 1, 1, "m");
	assert_string_equal(err_text(&e, out, sizeof out), "aéé");
	err_at(&e, ERR_VALUE, "aaéé", 1, 1, "m");
	assert_string_equal(err_text(&e, out, sizeof out), "aaé");
	assert_string_equal(err_text(&e, out, 1), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_err__set_returns_false_and_fills),
		cmocka_unit_test(test_err__sys_keeps_errno_and_says_it_in_french),
		cmocka_unit_test(test_err__what_is_quoted_leaves_one_line),
		cmocka_unit_test(test_err__no_word_of_the_c_library_is_shown),
		cmocka_unit_test(test_err__text_shows_what_is_known_of_the_place),
		cmocka_unit_test(test_err__a_long_message_is_cut_between_code_points),
		cmocka_unit_test(test_err__a_long_message_keeps_no_half_of_the_errno),
		cmocka_unit_test(test_err__a_long_file_is_cut_from_the_left),
		cmocka_unit_test(test_err__text_fits_a_small_place),
	};
	return RUN(tests);
}
