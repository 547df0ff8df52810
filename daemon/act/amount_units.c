/* SPDX-License-Identifier: EUPL-1.2 */
/* The unit of an amount in euros. */
#include "leaf.h"
#include "numbers_priv.h"
#include "words_priv.h"

static bool is_one_of(const struct tokens *t, size_t i, const char *one, const char *other)
{
	return tok_is_word(t, i, one) || tok_is_word(t, i, other);
}

bool amount_unit_word(const struct tokens *t, size_t i)
{
	static const char *const UNITS[] = {"€", "euro", "euros", "eur", "k", "m", "md", "ke", "keuro", "keuros", "mds", "millier", "milliers", "million", "millions", "milliard", "milliards"};
	return KEY_IN(t, i, UNITS);
}

static bool is_euros(const struct tokens *t, size_t i)
{
	return tok_is(t, i, STR("€")) || is_one_of(t, i, "euro", "euros") || tok_is(t, i, STR("eur"));
}

bool amount_unit_elided(const struct tokens *t, size_t i)
{
	return tok_is(t, i, STR("d")) && tok_mark(t, i + 1, '\'') && is_euros(t, i + 2);
}

/* "12 k euros", "1,5 M d'euros", "12 keuros": the factor and the token after it, or 0. */
static int64_t short_unit_at(const struct tokens *t, size_t i, size_t *ret_next)
{
	const bool one = is_one_of(t, i, "keuro", "keuros"), million = tok_is(t, i, STR("m")) && t->at[i].shape != SHAPE_LOWER;
	const size_t euros = one ? i : i + 1 + (amount_unit_elided(t, i + 1) ? 2 : 0);

	if (!one && !((million || tok_is(t, i, STR("k"))) && is_euros(t, euros) && t->at[euros].lines + t->at[i].lines == 0))
		return 0;
	*ret_next = euros + 1;
	return million ? 1000000 : 1000;
}

int64_t amount_unit_at(const struct tokens *t, size_t i, size_t *ret_next)
{
	int64_t factor = 1;
	size_t at = i;
	if (!amount_unit_word(t, i)) {
		*ret_next = i + 3;
		return amount_unit_elided(t, i);
	}
	const int64_t brief = short_unit_at(t, i, ret_next);

	if (brief > 0)
		return brief;
	if (tok_is(t, i, STR("ke")) && t->at[i].shape == SHAPE_UPPER && t->at[i].lines == 0) {
		*ret_next = i + 1;
		return 1000;
	}
	bool euro_sign = tok_is(t, i + 1, STR("€")) && tok_tight(t, i + 1);
	if (euro_sign && tok_is(t, i, STR("k"))) {
		factor = 1000;
		at++;
	} else if (euro_sign && tok_is(t, i, STR("m")) && t->at[i].shape != SHAPE_LOWER) {
		factor = 1000000;
		at++;
	} else if (euro_sign && is_one_of(t, i, "md", "mds")) {
		factor = 1000000000;
		at++;
	} else if (is_one_of(t, i, "millier", "milliers")) {
		factor = 1000;
	} else if (is_one_of(t, i, "million", "millions")) {
		factor = 1000000;
	} else if (is_one_of(t, i, "milliard", "milliards")) {
		factor = 1000000000;
	}
	if (at == i && factor > 1) {
		if (!tok_is(t, i + 1, STR("d")) || !tok_mark(t, i + 2, '\''))
			return 0;
		at = i + 3;
	}
	if (!is_euros(t, at))
		return 0;
	*ret_next = at + 1;
	return factor;
}
