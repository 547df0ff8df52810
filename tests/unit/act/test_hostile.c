/* SPDX-License-Identifier: EUPL-1.2 */
/* A text made of one hostile pattern is read, or refused by name, within the memory of one act (ROBUST X-06). One megabyte
 * of each; HOSTILE_MB=8 takes the longest text that is read, and shows the CPU time of each: nothing here asserts a time.
 */
#include "../../support/act_support.h"

#include <time.h>

static const struct {
	const char *name, *pattern;
} HOSTILE[] = {
	/* one sign, one word */
	{"parentheses", "("}, {"closing", ")"}, {"quotes", "« "}, {"spaces", " "}, {"line ends", "\n"}, {"form feeds", "\f"},
	{"CRLF", "\r\n"}, {"returns", "\r"}, {"dashes", "- "}, {"bars", "| "}, {"dots", "."}, {"ellipses", "…"}, {"braces", "}"},
	{"one letter", "a"}, {"capitals", "A"}, {"accents", "é"}, {"ligatures", "ﬁ"}, {"digits", "1"}, {"counts", "1 "}, {"o", "O"},
	{"scanned digits", "1O l2 "}, {"wide digits", "３ "}, {"one line", "la commission permanente "}, {"glued", "conformeTransmis"},
	/* what nobody sees */
	{"zero width", "\xE2\x80\x8B"}, {"directions", "a\xE2\x80\xAE"}, {"soft hyphens", "a\xC2\xAD"}, {"soft breaks", "a\xC2\xAD\n"},
	{"accents apart", "e\xCC\x81"}, {"only accents", "a\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81"}, {"private use", "\xEE\x80\x80"},
	/* pages */
	{"page numbers", "1/2\n"}, {"named pages", "Page 2\n"}, {"pages", "Conseil du 12 mars\n3\n\f"}, {"dashed pages", "- 3 -\n"},
	/* cues */
	{"pour", "pour "}, {"pour :", "pour : "}, {"contre :", "Contre : "}, {"tallies", "Pour : 1 Contre : 2 "}, {"by words", "deux voix pour "},
	{"unanimity", "à l'unanimité "}, {"votes", "Adopté à l'unanimité.\n"}, {"numbers in words", "vingt-"}, {"un", "un "}, {"et", "et "},
	{"presents", "Présents :\n"}, {"absents", "Absents : "}, {"proxies", "pouvoir à "}, {"civilities", "M. "}, {"madam", "Mme "},
	{"names", "M. A, "}, {"whole names", "Mme Anne PETIT, "}, {"proxies of names", "M. Luc ROC a donné pouvoir à Mme Anne PETIT, "},
	{"runs of names", "Anne PETIT "}, {"particles", "du "}, {"de la", "de la "}, {"d'", "d'"}, {"hyphens", "A-"}, {"initials", "J.-P. "},
	{"arrivals", "M. Luc ROC arrive à 20h. "}, {"secretaries", "secrétaire "}, {"presidency", "sous la présidence de "},
	{"visas", "Vu "}, {"whole visas", "Vu la loi n° 82-213 du 2 mars 1982 ;\n"}, {"considerants", "Considérant "}, {"decisions", "DÉCIDE "},
	{"articles", "article L. "}, {"whole articles", "L. 2121-29, "}, {"ranges", "L. 1 à "}, {"code", "code "}, {"du même code", "du même code "},
	{"acts", "Délibération n° 12\n"}, {"subjects", "Objet : "}, {"identifiers", "ID : 999-209900123-20240314-A-DE "},
	{"amounts", "1 000 "}, {"euros", "20 € "}, {"dates", "12 mars 2024 "}, {"stamps", "Reçu en préfecture le 12/03/2024 "},
	{"year in words", "l'an deux mille "}, {"seances", "Séance du 12 mars 2024\nPrésents : M. Luc ROC\n"},
};

static size_t megabytes(void)
{
	int64_t mb = 1;

	(void)str_int(str_c(getenv("HOSTILE_MB")), &mb);
	return mb >= 1 && mb <= 8 ? (size_t)mb : 1;
}

static struct str made_of(const char *pattern, char *room, size_t size)
{
	const size_t n = strlen(pattern);
	size_t at = 0;

	for (; at + n <= size; at += n)
		memcpy(room + at, pattern, n);
	return (struct str){room, at};
}

TEST(test_hostile__a_pattern_is_read_or_refused_by_name)
{
	const size_t size = megabytes() * MIB;
	char *room = malloc(size);
	struct act_case c;

	assert_non_null(room);
	act_begin(&c);
	for (size_t i = 0; i < sizeof HOSTILE / sizeof *HOSTILE; i++) {
		struct arena lexicon = c.a;
		const clock_t start = clock();

		arena_init(&c.a, LIMIT_ACT_MEMORY);
		c.why = REFUSAL_NONE;
		c.e = (struct err){0};
		act_bytes(&c, made_of(HOSTILE[i].pattern, room, size));
		if (c.r == NULL && (c.why == REFUSAL_NONE || c.e.msg[0] == '\0'))
			fail_msg("%s: neither read nor refused", HOSTILE[i].name);
		assert_true(c.a.used <= LIMIT_ACT_MEMORY);
		if (getenv("HOSTILE_MB"))
			print_message("%-20s %8.2f s %6zu MiB  %s\n", HOSTILE[i].name, (double)(clock() - start) / CLOCKS_PER_SEC,
				      c.a.used / MIB, c.r == NULL ? c.e.msg : "");
		arena_done(&c.a);
		c.a = lexicon;
	}
	act_close(&c);
	free(room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hostile__a_pattern_is_read_or_refused_by_name),
	};
	return RUN(tests);
}
