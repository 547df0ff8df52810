/* SPDX-License-Identifier: EUPL-1.2 */
#include "field_names.h"

#include "token.h"

#define SLOTS 256

static struct known_name {
	struct str name; /* of a field, or what stands before the first stop in it */
	const struct field_desc *of_vote, *of_acte, *of_seance;
	bool part;
} table[SLOTS];

static struct known_name *slot_of(struct str name)
{
	size_t k = key_hash(name);

	while (table[k % SLOTS].name.n > 0 && !str_eq(table[k % SLOTS].name, name))
		k++;
	return &table[k % SLOTS];
}

static struct known_name *add(struct str name)
{
	struct known_name *k = slot_of(name);

	k->name = name;
	return k;
}

void field_names_fill(void)
{
	static bool filled;

	if (filled)
		return;
	for (size_t i = 0; i < FIELDS_N; i++) {
		const struct field_desc *d = &FIELDS[i];
		const struct str name = str_c(d->name);
		const size_t stop = str_find(name, STR("."), 0);
		struct known_name *k = add(name);

		*(d->scope == SCOPE_VOTE ? &k->of_vote : d->scope == SCOPE_ACTE ? &k->of_acte : &k->of_seance) = d;
		if (d->scope != SCOPE_VOTE && stop != STR_NONE)
			add(str_part(name, 0, stop))->part = true;
	}
	filled = true;
}

static const struct known_name *known(struct str name)
{
	field_names_fill();
	return slot_of(name);
}

const struct field_desc *desc_named(struct str name, bool in_vote, bool prefer_acte)
{
	const struct known_name *k = known(name);

	if (in_vote)
		return k->of_vote;
	if (k->of_acte == NULL || k->of_seance == NULL)
		return k->of_acte != NULL ? k->of_acte : k->of_seance;
	return prefer_acte ? k->of_acte : k->of_seance;
}

bool is_part(struct str name)
{
	return known(name)->part;
}
