/* SPDX-License-Identifier: EUPL-1.2 */
/* The dated law that ships (conf/parametres), every day from 2015-01-01 to 2026-12-31 for every body, against a table written
 * apart from it, from the notes on law. A day that the notes doubt may be `a_verifier`; no other day may. */
#include "bench.h"

enum fraction { MOITIE, TIERS };
enum base { PRESENTS, PRESENTS_OU_REPRESENTES };
struct period {
	struct date from;       /* until the next row */
	enum fraction fraction;
	enum base base;
	int pouvoirs;
	bool doubted;
};

static const struct period PLENARY[] = {
	{ { 2015, 1, 1 }, MOITIE, PRESENTS, 1, false },
	{ { 2020, 3, 12 }, MOITIE, PRESENTS, 1, true }, /* did ordonnance 2020-391 reach back to this day? */
	{ { 2020, 3, 24 }, TIERS, PRESENTS, 2, true },
	{ { 2020, 4, 3 }, TIERS, PRESENTS_OU_REPRESENTES, 2, false },
	{ { 2020, 7, 11 }, TIERS, PRESENTS, 2, false },
	{ { 2020, 8, 31 }, MOITIE, PRESENTS, 1, false },
	{ { 2020, 10, 17 }, MOITIE, PRESENTS, 1, true }, /* disputed */
	{ { 2020, 11, 16 }, TIERS, PRESENTS, 2, false },
	{ { 2021, 10, 1 }, MOITIE, PRESENTS, 1, false },
	{ { 2021, 11, 10 }, TIERS, PRESENTS, 2, false },
	{ { 2022, 8, 1 }, MOITIE, PRESENTS, 1, false },
	{ { 2027, 1, 1 }, MOITIE, PRESENTS, 1, false },
};
static const struct period STANDING[] = { /* commission permanente */
	{ { 2015, 1, 1 }, MOITIE, PRESENTS_OU_REPRESENTES, 1, false },
	{ { 2020, 3, 12 }, MOITIE, PRESENTS_OU_REPRESENTES, 1, true },
	{ { 2020, 3, 24 }, MOITIE, PRESENTS_OU_REPRESENTES, 2, true }, /* not named by the first version of article 10 */
	{ { 2020, 4, 3 }, TIERS, PRESENTS_OU_REPRESENTES, 2, true },   /* secondary source */
	{ { 2020, 7, 11 }, TIERS, PRESENTS, 2, false },
	{ { 2020, 8, 31 }, MOITIE, PRESENTS_OU_REPRESENTES, 1, false },
	{ { 2020, 10, 17 }, MOITIE, PRESENTS_OU_REPRESENTES, 1, true },
	{ { 2020, 11, 16 }, TIERS, PRESENTS, 2, false },
	{ { 2021, 10, 1 }, MOITIE, PRESENTS_OU_REPRESENTES, 1, false },
	{ { 2021, 11, 10 }, TIERS, PRESENTS, 2, false },
	{ { 2022, 8, 1 }, MOITIE, PRESENTS_OU_REPRESENTES, 1, false },
	{ { 2027, 1, 1 }, MOITIE, PRESENTS_OU_REPRESENTES, 1, false },
};
static const struct body {
	const char *name;
	const struct period *periods;
} BODIES[] = {
	{ "commune.conseil_municipal", PLENARY },
	{ "epci.conseil_communautaire", PLENARY },
	{ "departement.conseil_departemental", PLENARY },
	{ "departement.commission_permanente", STANDING },
	{ "region.conseil_regional", PLENARY },
	{ "region.commission_permanente", STANDING },
};

static struct date next_day(struct date d)
{
	d.day++;
	if (!date_valid(d))
		d = (struct date){ d.year, d.month + 1, 1 };
	if (!date_valid(d))
		d = (struct date){ d.year + 1, 1, 1 };
	return d;
}

static void check(const struct params *p, const char *prefix, const struct body *b, struct date day,
		  const struct period *want, struct str word, int64_t number)
{
	char name[96], text[DATE_TEXT];
	snprintf(name, sizeof name, "%s.%s", prefix, b->name);
	const struct param_value *v = params_at(p, str_c(name), day);
	if (!v)
		fail_msg("%s has no period on %s", name, date_text(day, text));
	if (v->a_verifier) {
		if (!want->doubted)
			fail_msg("%s is a_verifier on %s, which nothing doubts", name, date_text(day, text));
		return;
	}
	if (v->is_number ? v->nombre != number || word.n : !str_eq(v->texte, word))
		fail_msg("%s on %s: %.*s/%lld, expected %.*s/%lld", name, date_text(day, text), STR_ARG(v->texte),
			 (long long)v->nombre, STR_ARG(word), (long long)number);
}

static void test_dated_law__chaque_jour_de_2015_a_2026(void **state)
{
	static const struct date end = { 2026, 12, 31 };
	const struct params *p;
	struct arena a;
	struct err e;
	size_t days = 0;
	(void)state;
	arena_init(&a, 16 * MIB);
	if (!params_load(&a, "conf/parametres", &p, &e))
		fail_msg("%s", e.msg);
	for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
		const struct period *now = BODIES[i].periods;
		for (struct date day = now->from; date_cmp(day, end) <= 0; day = next_day(day), days++) {
			if (date_cmp(day, now[1].from) >= 0)
				now++;
			check(p, "quorum.fraction", &BODIES[i], day, now, now->fraction == TIERS ? STR("tiers") : STR("moitie"), 0);
			check(p, "quorum.compte", &BODIES[i], day, now,
			      now->base == PRESENTS ? STR("presents") : STR("presents_ou_representes"), 0);
			check(p, "pouvoirs.maximum", &BODIES[i], day, now, STR(""), now->pouvoirs);
		}
	}
	assert_int_equal(days, 6 * 4383);
	arena_done(&a);
}

int main(void)
{
	static const struct CMUnitTest tests[] = { TEST(test_dated_law__chaque_jour_de_2015_a_2026) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
