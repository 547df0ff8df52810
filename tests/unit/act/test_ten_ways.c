/* SPDX-License-Identifier: EUPL-1.2 */
/* One act written in many ways gives one model (ROBUST ): encodings, white space, line ends, typography, what
 * nobody sees, a scanner's O for 0. Every sample act in every way; names are compared by key, texts folded.
 */
#include "../../support/act_support.h"

#include <dirent.h>

#include "fold.h"

struct way {
	const char *name;
	void (*write)(struct buf *out, struct str text);
	bool same_words; /* texts quoted are compared too; else names, numbers, votes, dates, references, amounts */
};

/* --- ways -------------------------------------------------------------------------------------------------------- */

/* Each `from` becomes `to`; pairs end with NULL. */
static void replaced(struct buf *out, struct str text, const char *const *pairs)
{
	for (size_t at = 0; at < text.n;) {
		const struct str rest = str_part(text, at, text.n);
		size_t k = 0;

		while (pairs[k] != NULL && !str_starts(rest, str_c(pairs[k])))
			k += 2;
		if (pairs[k] == NULL)
			buf_char(out, text.p[at++]);
		else
			buf_c(out, pairs[k + 1]);
		if (pairs[k] != NULL)
			at += strlen(pairs[k]);
	}
}
#define PAIRS(fn, ...)                                                                                                 \
	static void fn(struct buf *out, struct str text)                                                               \
	{                                                                                                              \
		static const char *const pairs[] = {__VA_ARGS__, NULL};                                                \
		replaced(out, text, pairs);                                                                            \
	}

PAIRS(no_break_spaces, " ", "\xC2\xA0")
PAIRS(narrow_spaces, " ", "\xE2\x80\xAF")
PAIRS(em_spaces, " ", "\xE2\x80\x83")
PAIRS(tabs, " ", "\t")
PAIRS(crlf, "\n", "\r\n")
PAIRS(cr, "\n", "\r")
PAIRS(line_separators, "\n", "\xE2\x80\xA8")
PAIRS(form_of_quotes, "'", "’", "\"", "“")
PAIRS(other_hyphens, "-", "\xE2\x80\x91")
PAIRS(ligatures, "ffi", "ﬃ", "ffl", "ﬄ", "ff", "ﬀ", "fi", "ﬁ", "fl", "ﬂ", "oeu", "œu")
PAIRS(raised_letters, "1er", "1ᵉʳ", "n°", "nº", "N°", "Nº")
PAIRS(apart_accents, "é", "e\xCC\x81", "è", "e\xCC\x80", "ê", "e\xCC\x82", "ë", "e\xCC\x88", "à", "a\xCC\x80", "â", "a\xCC\x82",
      "î", "i\xCC\x82", "ï", "i\xCC\x88", "ô", "o\xCC\x82", "ù", "u\xCC\x80", "û", "u\xCC\x82", "ç", "c\xCC\xA7", "É",
      "E\xCC\x81", "È", "E\xCC\x80", "Ê", "E\xCC\x82", "À", "A\xCC\x80", "Ç", "C\xCC\xA7", "Ô", "O\xCC\x82", "Î", "I\xCC\x82")
PAIRS(no_line_ends, "\n", " ")

static void bom(struct buf *out, struct str text)
{
	buf_c(out, "\xEF\xBB\xBF");
	buf_str(out, text);
}

static void utf16(struct buf *out, struct str text, bool big)
{
	uint32_t cp;

	buf_c(out, big ? "\xFE\xFF" : "\xFF\xFE");
	for (size_t at = 0; at < text.n;) {
		at += utf8_next(text, at, &cp);
		assert_true(cp < 0x10000);
		buf_char(out, (char)(big ? cp >> 8 : cp));
		buf_char(out, (char)(big ? cp : cp >> 8));
	}
}

static void utf16le(struct buf *out, struct str text)
{
	utf16(out, text, false);
}

static void utf16be(struct buf *out, struct str text)
{
	utf16(out, text, true);
}

static void cp1252(struct buf *out, struct str text)
{
	static const struct {
		uint32_t cp;
		unsigned char byte;
	} high[] = {{0x20AC, 0x80}, {0x2026, 0x85}, {0x152, 0x8C}, {0x2019, 0x92}, {0x201C, 0x93},
		    {0x201D, 0x94}, {0x2013, 0x96}, {0x2014, 0x97}, {0x153, 0x9C}};
	uint32_t cp;

	for (size_t at = 0; at < text.n;) {
		at += utf8_next(text, at, &cp);
		for (size_t k = 0; k < sizeof high / sizeof *high; k++)
			if (high[k].cp == cp)
				cp = high[k].byte;
		assert_true(cp < 0x100);
		buf_char(out, (char)cp);
	}
}

/* Two spaces between words; between figures they would make two readings of one amount. */
static void double_spaces(struct buf *out, struct str text)
{
	for (size_t at = 0; at < text.n; at++) {
		const bool between_words = text.p[at] == ' ' && at > 0 && text.p[at - 1] > '9';

		buf_char(out, text.p[at]);
		if (between_words)
			buf_char(out, ' ');
	}
}

/* `what` behind every third letter or digit of a run, but for the end of a line: a soft hyphen joins there. */
static void sprinkled(struct buf *out, struct str text, const char *what)
{
	size_t run = 0;
	uint32_t cp;

	for (size_t at = 0, n; at < text.n; at += n) {
		n = utf8_next(text, at, &cp);
		buf_str(out, str_part(text, at, at + n));
		run = cp_is_letter(cp) || (cp >= '0' && cp <= '9') ? run + 1 : 0;
		if (run > 0 && run % 3 == 0 && at + n < text.n && text.p[at + n] != '\n')
			buf_c(out, what);
	}
}

static void soft_hyphens(struct buf *out, struct str text)
{
	sprinkled(out, text, "\xC2\xAD");
}

static void zero_width(struct buf *out, struct str text)
{
	sprinkled(out, text, "\xE2\x80\x8B");
}

/* RIGHT-TO-LEFT OVERRIDE and its end, LEFT-TO-RIGHT ISOLATE and its end. */
static void directions(struct buf *out, struct str text)
{
	sprinkled(out, text, "\xE2\x80\xAE\xE2\x80\xAC\xE2\x81\xA6\xE2\x81\xA9");
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Every zero of a number of several digits, but for "00": nobody knows an hour in "10 h OO". */
static void letter_o(struct buf *out, struct str text)
{
	for (size_t at = 0, n; at < text.n; at += n) {
		for (n = 0; at + n < text.n && is_digit(text.p[at + n]);)
			n++;
		const struct str number = str_part(text, at, at + n);
		const bool kept = n < 2 || str_eq(number, STR("00"));

		for (size_t k = 0; k < n; k++)
			buf_char(out, number.p[k] == '0' && !kept ? 'O' : number.p[k]);
		if (n == 0)
			buf_char(out, text.p[at + n++]);
	}
}

static const struct way WAYS[] = {
	{"BOM", bom, true},
	{"UTF-16 LE", utf16le, true},
	{"UTF-16 BE", utf16be, true},
	{"CP1252", cp1252, true},
	{"CRLF", crlf, true},
	{"CR", cr, true},
	{"line separators", line_separators, true},
	{"no-break spaces", no_break_spaces, true},
	{"narrow spaces", narrow_spaces, true},
	{"em spaces", em_spaces, true},
	{"tabs", tabs, true},
	{"double spaces", double_spaces, true},
	{"typographic quotes", form_of_quotes, true},
	{"no-break hyphens", other_hyphens, true},
	{"ligatures", ligatures, true},
	{"raised letters", raised_letters, false},
	{"accents apart", apart_accents, true},
	{"soft hyphens", soft_hyphens, true},
	{"zero width", zero_width, true},
	{"controls of direction", directions, true},
	{"O for 0", letter_o, false},
	{"no line ends", no_line_ends, false},
};

/* --- the model as text ------------------------------------------------------------------------------------------- */

static void put_item(struct act_case *c, struct buf *out, enum field_type type, const struct item *it)
{
	if (type == TYPE_ELUS || type == TYPE_POUVOIRS)
		buf_printf(out, " [%.*s > %.*s]", STR_ARG(it->qui.cle), STR_ARG(it->porteur.cle));
	else if (type == TYPE_REFERENCES)
		buf_printf(out, " [%.*s]", STR_ARG(it->cle));
	else if (type == TYPE_MONTANTS)
		buf_printf(out, " [%lld]", (long long)it->centimes);
	else
		buf_printf(out, " [%.*s]", STR_ARG(fold_text(&c->a, it->texte)));
}

static void put_field(struct act_case *c, struct buf *out, const struct field_desc *d, const struct field *f, bool same_words)
{
	if (!same_words && (d->type == TYPE_TEXTE || d->type == TYPE_TEXTES))
		return;
	buf_printf(out, "%s: %s", d->name, statut_word(f->statut));
	if (f->statut == FIELD_LU && d->type == TYPE_NOMBRE)
		buf_printf(out, " %lld", (long long)f->nombre);
	else if (f->statut == FIELD_LU && d->type < TYPE_ELUS)
		buf_printf(out, " %.*s", STR_ARG(fold_text(&c->a, f->texte)));
	for (size_t i = 0; f->statut == FIELD_LU && i < f->n; i++)
		put_item(c, out, d->type, &f->items[i]);
	buf_char(out, '\n');
}

static void put_scope(struct act_case *c, struct buf *out, enum field_scope scope, const void *owner, bool same_words)
{
	for (size_t i = 0; i < FIELDS_N; i++)
		if (FIELDS[i].scope == scope)
			put_field(c, out, &FIELDS[i], field_of(&FIELDS[i], owner), same_words);
}

static void put_model(struct act_case *c, struct buf *out, bool same_words)
{
	buf_clear(out);
	if (c->r == NULL)
		fail_msg("refused: %s", c->e.msg);
	put_scope(c, out, SCOPE_SEANCE, c->r, same_words);
	for (size_t i = 0; i < c->r->actes_n; i++) {
		put_scope(c, out, SCOPE_ACTE, &c->r->actes[i], same_words);
		for (size_t v = 0; v < c->r->actes[i].votes_n; v++)
			put_scope(c, out, SCOPE_VOTE, &c->r->actes[i].votes[v], same_words);
	}
	buf_char(out, '\0');
}

/* --- the test ---------------------------------------------------------------------------------------------------- */

static void show_difference(const char *path, const char *way, const char *want, const char *got)
{
	while (*want != '\0' && *got != '\0') {
		const size_t w = strcspn(want, "\n"), g = strcspn(got, "\n");

		if (w != g || memcmp(want, got, w) != 0)
			print_error("%s, %s:\n  want %.*s\n  got  %.*s\n", path, way, (int)w, want, (int)g, got);
		want += w + 1;
		got += g + 1;
	}
}

static unsigned check_act(const char *path)
{
	struct act_case c;
	struct buf raw, written, want, got;
	unsigned different = 0;

	act_begin(&c);
	buf_init(&raw, MIB);
	buf_init(&written, 8 * MIB);
	buf_init(&want, 8 * MIB);
	buf_init(&got, 8 * MIB);
	assert_true(file_read(path, &raw, &c.e));
	for (size_t k = 0; k < sizeof WAYS / sizeof *WAYS; k++) {
		act_bytes(&c, buf_view(&raw));
		put_model(&c, &want, WAYS[k].same_words);
		buf_clear(&written);
		WAYS[k].write(&written, buf_view(&raw));
		act_bytes(&c, buf_view(&written));
		put_model(&c, &got, WAYS[k].same_words);
		if (strcmp(want.p, got.p) != 0) {
			show_difference(path, WAYS[k].name, want.p, got.p);
			different++;
		}
	}
	buf_done(&raw);
	buf_done(&written);
	buf_done(&want);
	buf_done(&got);
	act_close(&c);
	return different;
}

TEST(test_ten_ways__every_sample_in_every_way)
{
	unsigned acts = 0, different = 0;
	DIR *d = opendir("conf/exemples");
	struct dirent *one;

	assert_non_null(d);
	while ((one = readdir(d)) != NULL) {
		char path[512];

		if (!str_ends(str_c(one->d_name), STR(".txt"))) /* a side file */
			continue;
		snprintf(path, sizeof path, "conf/exemples/%s", one->d_name);
		different += check_act(path);
		acts++;
	}
	closedir(d);
	assert_true(acts >= 15);
	assert_int_equal(different, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ten_ways__every_sample_in_every_way),
	};
	return RUN(tests);
}
