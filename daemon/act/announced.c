/* SPDX-License-Identifier: EUPL-1.2 */
/* The presents named against the number of them that the text announces.
 *
 * A difference makes the list AMBIGU, beyond the known false friends: the chair outside the list (one more), proxies
 * counted as present, members there for a part of the séance.
 */
#include "people_priv.h"

#define COUNT_LABEL_BYTES 100

/* The chair presides without being in the list in some bodies: then the number stated is one more than the names. */
static bool chair_outside(struct reader *rd)
{
	const struct field *f = &rd->r->president;
	struct person p;

	if (f->statut != FIELD_LU || f->n == 0)
		return true;
	p = f->items[0].qui;
	return people_find(rd, &p, WHO_PRESENT) == PEOPLE_NONE;
}

/* "présents (y compris ceux ayant donné procuration) : 28", "présents ou représentés : 28". */
static bool counts_proxies(struct reader *rd, struct span number)
{
	size_t from = number.start > COUNT_LABEL_BYTES ? number.start - COUNT_LABEL_BYTES : 0;
	struct str label = fold_text(rd->a, str_part(rd->text->bytes, from, number.end));

	return str_find(label, STR("compris"), 0) != STR_NONE || str_find(label, STR("represente"), 0) != STR_NONE;
}

static bool count_explained(struct reader *rd, int64_t stated, struct span where, size_t pairs)
{
	const struct field *f = &rd->r->presents;
	int64_t named = (int64_t)f->n, bounded = 0;

	for (size_t i = 0; i < f->n; i++)
		bounded += f->items[i].depuis.n + f->items[i].jusqua.n > 0;
	if (stated <= named && stated >= named - bounded)
		return true;
	if (stated == named + 1 && chair_outside(rd))
		return true;
	return pairs > 0 && stated == named + (int64_t)pairs && counts_proxies(rd, where);
}

/* "Présents au moment du vote : 5": he who is named and had left is in the list all the same. */
static bool told_of_the_vote(const struct reader *rd, struct span where)
{
	const struct str words = str_part(rd->r->text->bytes, where.start > 60 ? where.start - 60 : 0, where.end);
	return str_find(words, STR("moment du vote"), 0) != STR_NONE || str_find(words, STR("lors du vote"), 0) != STR_NONE;
}

static void check_count(struct reader *rd, int64_t stated, struct span where)
{
	struct field *f = &rd->r->presents;
	struct item *two = ARENA_ARRAY(rd->a, 2, struct item);

	rd->presents_as_announced |= f->statut == FIELD_LU && stated == (int64_t)f->n;
	if (f->statut != FIELD_LU || count_explained(rd, stated, where, rd->r->pouvoirs.n))
		return;
	two[0] = (struct item){ .span = where, .texte = arena_printf(rd->a, "%lld annoncés", (long long)stated) };
	two[1] = (struct item){ .span = f->span, .texte = arena_printf(rd->a, "%zu nommés", f->n) };
	field_ambigu(rd, f, two, 2, told_of_the_vote(rd, where) ? "%lld présents au moment du vote, selon l'acte, mais %zu nommés" : "%lld présents annoncés mais %zu nommés",
		     (long long)stated, f->n);
}

/* "Titulaires présents (3) : …", "Suppléants présents (1) : …": each list has the number of its own names. */
static bool counts_its_own(const struct attendance *at, const struct section *s)
{
	size_t lists = 0;

	for (size_t k = 0; k < at->sections.n; k++)
		lists += at->sections.at[k].h.kinds == LISTE_PRESENTS && at->sections.at[k].entries.n > 0;
	return lists > 1 && s->h.count == (int32_t)s->entries.n;
}

/* "Présents : 1. M. A  2. M. B": the number of the first name, taken for a count by who did not read the list; or of one list of several. */
static bool number_of_a_name(struct reader *rd, const struct attendance *at, struct span number)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];
		struct span whole = reader_span(rd, s->h.from, s->to);

		if (s->h.kinds == LISTE_PRESENTS && (s->h.count < 0 || counts_its_own(at, s)) && number.start >= whole.start &&
		    number.end <= whole.end)
			return true;
	}
	return false;
}

void reader_check_presents(struct reader *rd, const struct attendance *at)
{
	const struct field *stated = &rd->r->presents_annonces;

	if (stated->statut == FIELD_LU && !number_of_a_name(rd, at, stated->span))
		check_count(rd, stated->nombre, stated->span);
	for (size_t k = 0; k < at->sections.n; k++)
		if (at->sections.at[k].h.kinds == LISTE_PRESENTS && at->sections.at[k].h.count >= 0 && !counts_its_own(at, &at->sections.at[k]))
			check_count(rd, at->sections.at[k].h.count,
				    reader_span(rd, at->sections.at[k].h.from, at->sections.at[k].h.to));
}
