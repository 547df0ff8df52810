/* SPDX-License-Identifier: EUPL-1.2 */
/* Noise and damaged samples through decoding, tokens and every leaf: whatever the bytes are, the invariants hold.
 * Deterministic: a failure comes back at the next run. */
#include "../text/sample.h"
#include "fold.h"
#include "leaf.h"

static const char *const SAMPLES[] = {
	"Le lundi 28 août 2023 à 14h20, les membres du Conseil, convoqués par M. TARVEL, se sont réunis.\n\n"
	"Etaient présents : Mme  ORSINE, M.\n\nBRANTEUIL, Mme KOMALI-\nNAKASSIO, M. LE\nGUERVEN, J.-P. ROC, d’OU\n\f"
	" 3Page 2 /\n",
	"Vu le code général des collectivités territoriales, notamment les articles L. 2121-7 à L. 2121-34, R.* 123-4 et "
	"5 ;\nVu la loi n° 2000-321 du 12 avril 2000, art. 1er ; vu la délibération n° 21.07.01/03 du conseil municipal "
	"du 1er juillet 2021 ;\n",
	"L'an deux mille vingt-quatre, le quinze octobre à dix-huit heures trente. Pour : 54 Contre :\n92\n\f"
	"Abstentions : quatre-vingt-dix-neuf",
	"une aide de 20 000,50 €, 1 500 000 €, 12,5 M€, 3 millions d’euros, 657  500 € conformeTransmis en Préfecture "
	"le : 30/08/2023",
	"\xEF\xBB\xBFœuvre ﬁnale \xC2\xAD\nsuite e\xCC\x81 \xEF\x82\xB7 nº 4 « C.G.C.T. » CG3P 2/6\n\f2/6\n\f3/6\n\f\f",
};

static uint64_t seed = 88172645463325252U;

static uint32_t noise(uint32_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 32) % below;
}

/* The key is what its bytes fold to; spaces are those of a soft hyphen at a line end. */
static void check_key(struct sample *s, const struct token *tok)
{
	char fold[4];
	size_t n = 0;
	uint32_t cp;
	for (size_t at = tok->start; at < tok->end;) {
		at += utf8_next(s->text.bytes, at, &cp);
		if (cp_is_space(cp))
			continue;
		size_t len = fold_cp(cp, fold);
		if (tok->kind == TOK_NUMBER && cp == 'O') /* among digits it is a zero */
			fold[0] = '0';
		assert_true(n + len <= tok->key.n);
		assert_memory_equal(tok->key.p + n, fold, len);
		n += len;
	}
	assert_int_equal(n, tok->key.n);
}

static void check_tokens(struct sample *s)
{
	size_t end = s->text.start, f = 0;
	for (size_t k = 0; k < s->t.n; k++) {
		const struct token *tok = &s->t.at[k];
		assert_true(tok->start >= end && tok->end > tok->start && tok->end <= s->text.bytes.n);
		assert_true(tok->key.n > 0 && tok->kind != TOK_END);
		end = tok->end;
		while (f < s->t.furniture_n && s->t.furniture[f].end <= tok->start)
			f++;
		assert_true(f == s->t.furniture_n || tok->end <= s->t.furniture[f].start);
		check_key(s, tok);
	}
	assert_int_equal(s->t.at[s->t.n].kind, TOK_END);
	for (size_t k = 1; k < s->t.furniture_n; k++)
		assert_true(s->t.furniture[k - 1].end <= s->t.furniture[k].start);
}

static void check_item_spans(const struct sample *s, const struct item *items, size_t n)
{
	for (size_t k = 0; k < n; k++)
		assert_true(items[k].span.start < items[k].span.end && items[k].span.end <= s->text.bytes.n);
}

static void in_bounds(const struct sample *s, size_t i, size_t next)
{
	assert_true(next >= i && next <= s->t.n);
}

static void check_leaves_at(struct sample *s, size_t i)
{
	int64_t number = -7, cents = -7;
	struct date date = {7, 7, 7};
	int weekday = 77, minutes = -7;
	struct person who = {.span = {7, 7}};
	size_t next = leaf_number(&s->t, i, &number);
	in_bounds(s, i, next);
	assert_true(next == i ? number == -7 : number >= 0 && number <= 999999);
	next = leaf_date(&s->t, i, &date, &weekday);
	in_bounds(s, i, next);
	assert_true(next == i ? date.day == 7 && date.year == 7 : date_valid(date) && weekday >= -1 && weekday <= 6);
	next = leaf_hour(&s->t, i, &minutes);
	in_bounds(s, i, next);
	assert_true(next == i ? minutes == -7 : minutes >= 0 && minutes < 24 * 60);
	next = leaf_amount(&s->t, i, &cents);
	in_bounds(s, i, next);
	assert_true(next == i ? cents == -7 : cents >= 0);
	next = leaf_person(&s->a, &s->text, &s->t, i, &who);
	in_bounds(s, i, next);
	assert_true(next == i ? who.span.end == 7
			      : who.nom.n > 0 && who.cle.n > 0 && who.span.end == s->t.at[next - 1].end);
}

static void check_all(const char *p, size_t n)
{
	struct sample s;
	struct err e = {0};
	enum text_refusal why;
	const struct item *items;
	struct item *amounts;
	size_t found;
	arena_init(&s.a, LIMIT_ACT_MEMORY);
	if (text_decode(&s.a, (struct str){p, n}, LIMIT_TEXT_BYTES, &s.text, &why, &e)) {
		assert_true(utf8_valid(s.text.bytes));
		tokenise(&s.a, &s.text, &s.t);
		check_tokens(&s);
		for (size_t i = 0; i <= s.t.n; i++)
			check_leaves_at(&s, i);
		leaf_references(&s.a, &s.text, &s.t, 0, s.t.n, &items, &found);
		check_item_spans(&s, items, found);
		leaf_amounts(&s.a, &s.t, 0, s.t.n, &amounts, &found, NULL);
		check_item_spans(&s, amounts, found);
	}
	arena_done(&s.a);
}

TEST(test_leaf_fuzz__samples)
{
	for (size_t k = 0; k < sizeof SAMPLES / sizeof *SAMPLES; k++)
		check_all(SAMPLES[k], strlen(SAMPLES[k]));
}

TEST(test_leaf_fuzz__noise)
{
	char bytes[300];
	for (unsigned round = 0; round < 400; round++) {
		size_t n = noise(sizeof bytes);
		unsigned low = round % 3 == 0 ? 1 : 32, range = round % 2 == 0 ? 95 : 255 - low;
		for (size_t k = 0; k < n; k++)
			bytes[k] = (char)(low + noise(range));
		check_all(bytes, n);
	}
}

/* Bytes changed, parts moved, cut and doubled: texts that nearly are acts. */
TEST(test_leaf_fuzz__mutations)
{
	static const char ODD[] = "\n\f -/.,'0123456789LRDM()éÀ°€:;";
	char bytes[2048];
	for (unsigned round = 0; round < 600; round++) {
		const char *from = SAMPLES[noise(sizeof SAMPLES / sizeof *SAMPLES)];
		size_t n = strlen(from);
		memcpy(bytes, from, n);
		for (unsigned k = 0; k < 1 + round % 12; k++) {
			size_t at = noise((uint32_t)n), len = 1 + noise(20), to = noise((uint32_t)n);
			if (round % 3 == 0 && at + len < n && to + len < n)
				memmove(bytes + to, bytes + at, len);
			else
				bytes[at] = ODD[noise(sizeof ODD - 1)];
		}
		check_all(bytes, round % 5 == 0 ? noise((uint32_t)n) : n);
	}
}

/* Words of the readers' own vocabulary, in no order. */
TEST(test_leaf_fuzz__word_salad)
{
	static const char *const WORDS[] = {"M.",
					    "Mme",
					    "LE",
					    "de",
					    "d'",
					    "-",
					    "MARTAL",
					    "Jean",
					    "vingt",
					    "et",
					    "cent",
					    "mille",
					    "deux",
					    "2023",
					    "14",
					    "h",
					    "août",
					    "an",
					    "L'",
					    "L.",
					    "2121",
					    "-7",
					    "à",
					    "code",
					    "du",
					    "CGCT",
					    "art.",
					    "loi",
					    "n°",
					    "€",
					    "M€",
					    "000",
					    ",",
					    ";",
					    "(",
					    ":",
					    "\n",
					    "\n\n",
					    "\f",
					    "et s.",
					    "délibération",
					    "conseil municipal",
					    "le",
					    "1er",
					    "/",
					    "même",
					    "précitée",
					    "articles"};
	char bytes[1200];
	for (unsigned round = 0; round < 400; round++) {
		size_t n = 0;
		while (n < 1000) {
			const char *word = WORDS[noise(sizeof WORDS / sizeof *WORDS)];
			memcpy(bytes + n, word, strlen(word));
			n += strlen(word);
			if (noise(4) > 0)
				bytes[n++] = ' ';
		}
		check_all(bytes, n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_leaf_fuzz__samples),
		cmocka_unit_test(test_leaf_fuzz__noise),
		cmocka_unit_test(test_leaf_fuzz__mutations),
		cmocka_unit_test(test_leaf_fuzz__word_salad),
	};
	return RUN(tests);
}
