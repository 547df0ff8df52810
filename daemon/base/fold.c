/* SPDX-License-Identifier: EUPL-1.2 */
/* Folding of code points, and the few questions asked about them. The tokeniser asks for every letter of a document, so
 * ASCII, Latin-1 and Latin Extended-A answer from a table; the rest of Unicode is utf8proc's. What is a space, an
 * apostrophe or a hyphen is listed here by hand: Unicode has no property that says what French typing mixes up.
 */
#include "fold.h"

#include <string.h>
#include <uchar.h>
#include <utf8proc.h>

#define TABLE_FROM 0xa0
#define TABLE_TO 0x180

static const char folded[TABLE_TO - TABLE_FROM][4] = {
	/* 0a0 */ " ", "¡", "¢", "£", "¤", "¥", "¦", "§", "¨", "©", "a", "\"", "¬", "", "®", "¯",
	/* 0b0 */ "°", "±", "2", "3", "'", "µ", "¶", "·", "¸", "1", "°", "\"", "¼", "½", "¾", "¿",
	/* 0c0 */ "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	/* 0d0 */ "d", "n", "o", "o", "o", "o", "o", "×", "o", "u", "u", "u", "u", "y", "th", "ss",
	/* 0e0 */ "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	/* 0f0 */ "d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y",
	/* 100 */ "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
	/* 110 */ "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
	/* 120 */ "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
	/* 130 */ "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
	/* 140 */ "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
	/* 150 */ "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
	/* 160 */ "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
	/* 170 */ "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};

const char fold_ascii[128] = {
	0, 1, 2, 3, 4, 5, 6, 7, 8, ' ', ' ', ' ', ' ', ' ', 14, 15,
	16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
	' ', '!', '"', '#', '$', '%', '&', '\'', '(', ')', '*', '+', ',', '-', '.', '/',
	'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ':', ';', '<', '=', '>', '?',
	'@', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', '[', '\\', ']', '^', '_',
	'\'', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', '{', '|', '}', '~', 127,
};

/* Letters and signs that are drawn as a blank: the fillers of Hangul, a Braille cell without dots. */
static bool is_drawn_blank(uint32_t cp)
{
	return cp == 0x115f || cp == 0x1160 || cp == 0x2800 || cp == 0x3164 || cp == 0xffa0;
}

bool cp_is_space_beyond_ascii(uint32_t cp)
{
	return is_drawn_blank(cp) || cp == 0x85 || cp == 0xa0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200a) || cp == 0x2028 ||
	       cp == 0x2029 || cp == 0x202f || cp == 0x205f || cp == 0x3000;
}

static bool is_apostrophe(uint32_t cp)
{
	return cp == 0x02b9 || cp == 0x02bb || cp == 0x02bc || cp == 0x02c8 || cp == 0x02ca || cp == 0x02cb ||
	       (cp >= 0x2018 && cp <= 0x201b && cp != 0x201a) || cp == 0x2032 || cp == 0x2035 || cp == 0xff07 ||
	       cp == 0xff40;
}

static bool is_hyphen(uint32_t cp)
{
	return (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2043 || cp == 0x2212 || cp == 0xfe58 || cp == 0xfe63 ||
	       cp == 0xff0d;
}

static bool is_quote(uint32_t cp)
{
	return (cp >= 0x201c && cp <= 0x201f) || cp == 0x2033 || cp == 0xff02;
}

/* Marks that nobody sees: zero width, bidirectional, variation selectors. */
static bool is_invisible(uint32_t cp)
{
	return cp == 0x061c || cp == 0x180e || (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x202a && cp <= 0x202e) ||
	       (cp >= 0x2060 && cp <= 0x206f) || (cp >= 0xfe00 && cp <= 0xfe0f) || cp == 0xfeff ||
	       (cp >= 0xe0000 && cp <= 0xe0fff);
}

/* Letters of Greek and Cyrillic, and what they look like; among the small ones of Cyrillic are some that look like small capitals. */
static const char32_t alike[] = U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧͿϹαικνορυχϲϳ"
				U"АВЕКМНОРСТУХЅІЈҮҺӀԀԌԚԜавекмнорстухѕіјүһӏԁԍԛԝ";
static const char looks[] = "abezhikmnoptyxjcaikvopuxcj"
			    "abekmhopctyxsijyhidgqwabekmhopctyxsijyhldgqw";
_Static_assert(sizeof alike / sizeof *alike == sizeof looks, "a look for each letter");

static bool is_alike(uint32_t cp, char *ret)
{
	if (cp < 0x370 || cp >= 0x530)
		return false;
	for (size_t k = 0; k < sizeof looks - 1; k++)
		if (alike[k] == cp) {
			*ret = looks[k];
			return true;
		}
	return false;
}

/* Letters beyond the table. What does not fit into four bytes (½, a long ligature of another script) stays as it is. */
static size_t fold_by_library(uint32_t cp, char out[4])
{
	const utf8proc_option_t how = UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
	utf8proc_int32_t parts[8];
	int boundclass = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts, 8, how, &boundclass);
	char text[4 * 8];
	size_t used = 0;
	if (n < 0 || n > 8)
		return utf8_put(cp, out);
	for (utf8proc_ssize_t i = 0; i < n; i++)
		used += (uint32_t)parts[i] == cp ? utf8_put(cp, text + used) : fold_cp((uint32_t)parts[i], text + used);
	if (used > 4)
		return utf8_put(cp, out);
	memcpy(out, text, used);
	return used;
}

static size_t fold_beyond_table(uint32_t cp, char out[4])
{
	if (cp_is_space(cp))
		out[0] = ' ';
	else if (is_apostrophe(cp))
		out[0] = '\'';
	else if (is_hyphen(cp))
		out[0] = '-';
	else if (is_quote(cp))
		out[0] = '"';
	else if (is_invisible(cp))
		return 0;
	else if (is_alike(cp, out))
		return 1;
	else if (cp == 0x2116) /* № is typed for n° */
		return (size_t)(memcpy(out, "n°", 3), 3);
	else
		return fold_by_library(cp, out);
	return 1;
}

size_t fold_cp_beyond_ascii(uint32_t cp, char out[4])
{
	if (cp < TABLE_FROM || cp >= TABLE_TO)
		return fold_beyond_table(cp, out);
	memcpy(out, folded[cp - TABLE_FROM], 4);
	return out[0] == '\0' ? 0 : out[1] == '\0' ? 1 : out[2] == '\0' ? 2 : 3;
}

/* º is typed for ° after n: a sign, whatever Unicode says. */
static bool is_sign_of_table(uint32_t cp)
{
	return cp == 0xba || cp == 0xd7 || cp == 0xf7;
}

bool cp_is_letter_beyond_ascii(uint32_t cp)
{
	if (cp >= 0xc0 && cp < TABLE_TO)
		return !is_sign_of_table(cp);
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return !is_sign_of_table(cp) && !is_apostrophe(cp);
	default:
		return false;
	}
}

bool cp_is_upper_beyond_ascii(uint32_t cp)
{
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
	return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool cp_is_digit(uint32_t cp)
{
	const utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);

	return c == UTF8PROC_CATEGORY_ND || c == UTF8PROC_CATEGORY_NO || c == UTF8PROC_CATEGORY_NL;
}

unsigned cp_columns(uint32_t cp)
{
	return cp < 0x300 ? 1 : (unsigned)utf8proc_charwidth((utf8proc_int32_t)cp);
}

size_t columns_of(struct str s)
{
	size_t n = 0;
	uint32_t cp;

	for (size_t at = 0, len; (len = utf8_next(s, at, &cp)) > 0; at += len)
		n += cp_columns(cp);
	return n;
}
