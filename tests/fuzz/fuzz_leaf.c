/* SPDX-License-Identifier: EUPL-1.2 */
/* Every leaf reader at every token: it reads something and says where that ends, or reads nothing and leaves its outputs
 * alone; what it read is a day of the calendar, an hour of a day, an amount. */
#include "fuzz.h"
#include "leaf.h"

static void in_bounds(const struct tokens *t, size_t i, size_t next)
{
	CHECK(next >= i && next <= t->n);
}

static void check_numbers(const struct tokens *t, size_t i)
{
	int64_t number = -7, cents = -7;
	struct date date = {7, 7, 7};
	int weekday = 77, minutes = -7;
	size_t next = leaf_number(t, i, &number);
	in_bounds(t, i, next);
	CHECK(next == i ? number == -7 : number >= 0 && number <= 999999);
	next = leaf_date(t, i, &date, &weekday);
	in_bounds(t, i, next);
	CHECK(next == i ? date.day == 7 && date.year == 7 && weekday == 77
			: date_valid(date) && weekday >= -1 && weekday <= 6);
	next = leaf_hour(t, i, &minutes);
	in_bounds(t, i, next);
	CHECK(next == i ? minutes == -7 : minutes >= 0 && minutes < 24 * 60);
	next = leaf_amount(t, i, &cents);
	in_bounds(t, i, next);
	CHECK(next == i ? cents == -7 : cents >= 0);
}

static void check_person(struct arena *a, const struct text *text, const struct tokens *t, size_t i)
{
	struct person who = {.span = {7, 7}};
	size_t civility = 0, next = leaf_person(a, text, t, i, &who);
	in_bounds(t, i, next);
	if (is_civility(t, i, &civility))
		CHECK(civility > i && civility <= t->n);
	if (next == i) {
		CHECK(who.span.start == 7 && who.span.end == 7);
		return;
	}
	CHECK(fuzz_span(text, who.span) && who.span.end == t->at[next - 1].end);
	CHECK(who.nom.n > 0 && who.cle.n > 0 && utf8_valid(who.nom) && utf8_valid(who.cle));
}

static void check_items(const struct text *text, const struct item *items, size_t n)
{
	CHECK(n <= LIMIT_LIST_ITEMS);
	for (size_t k = 0; k < n; k++) {
		CHECK(fuzz_span(text, items[k].span));
		CHECK(k == 0 || items[k - 1].span.start <= items[k].span.start);
	}
}

static void check_lists(struct arena *a, const struct text *text, const struct tokens *t)
{
	const struct item *references;
	struct item *amounts;
	size_t n;
	leaf_references(a, text, t, 0, t->n, &references, &n);
	check_items(text, references, n);
	for (size_t k = 0; k < n; k++)
		CHECK(references[k].cle.n > 0 && utf8_valid(references[k].cle));
	leaf_amounts(a, t, 0, t->n, &amounts, &n, NULL);
	check_items(text, amounts, n);
	for (size_t k = 0; k < n; k++)
		CHECK(amounts[k].centimes >= 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena a;
	struct text text;
	struct tokens tokens;
	arena_init(&a, LIMIT_ACT_MEMORY);
	if (fuzz_decode(&a, p, n, LIMIT_TEXT_BYTES, &text)) {
		tokenise(&a, &text, &tokens);
		for (size_t i = 0; i <= tokens.n; i++) {
			check_numbers(&tokens, i);
			check_person(&a, &text, &tokens, i);
		}
		check_lists(&a, &text, &tokens);
	}
	arena_done(&a);
	return 0;
}
