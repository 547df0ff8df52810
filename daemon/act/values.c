/* SPDX-License-Identifier: EUPL-1.2 */
#include "values.h"

#include "date.h"

#define SHOWN_ITEMS 6

static struct str bounds(struct arena *a, const struct item *it)
{
	struct str s = { NULL, 0 };

	if (it->depuis.n > 0 && str_eq(it->depuis, it->jusqua)) /* one phrase bounds both: « jusqu'à son arrivée à 20 h 36 » */
		return arena_printf(a, " (%.*s)", STR_ARG(it->depuis));
	if (it->depuis.n > 0)
		s = arena_printf(a, " (depuis : %.*s)", STR_ARG(it->depuis));
	/* « jusqu'à son arrivée à 20 h 36 » says so itself. */
	if (str_starts(it->jusqua, STR("jusqu")))
		s = arena_printf(a, "%.*s (%.*s)", STR_ARG(s), STR_ARG(it->jusqua));
	else if (it->jusqua.n > 0)
		s = arena_printf(a, "%.*s (jusqu'à : %.*s)", STR_ARG(s), STR_ARG(it->jusqua));
	return s;
}

static struct str person_text(struct arena *a, const struct person *who)
{
	if (who->civilite.n == 0)
		return who->nom;
	return arena_printf(a, "%.*s %.*s", STR_ARG(who->civilite), STR_ARG(who->nom));
}

static struct str euros(struct arena *a, int64_t cents)
{
	int64_t whole = cents / 100;
	struct str groups = { "", 0 };

	for (; whole >= 1000; whole /= 1000)
		groups = arena_printf(a, " %03lld%.*s", (long long)(whole % 1000), STR_ARG(groups));
	return arena_printf(a, "%lld%.*s,%02lld €", (long long)whole, STR_ARG(groups), (long long)(cents % 100));
}

struct str day_for_people(struct arena *a, struct str iso)
{
	char words[DATE_WORDS];
	struct date d;

	return date_parse(iso, &d) ? arena_dup(a, str_c(date_words(d, words))) : iso;
}

static struct str text_for_people(struct arena *a, enum field_type type, struct str text)
{
	switch (type) {
	case TYPE_DATE:
		return day_for_people(a, text);
	case TYPE_MOT:
		return word_for_people(a, text);
	default:
		return text;
	}
}

struct str item_for_people(struct arena *a, enum field_type type, const struct item *it)
{
	switch (type) {
	case TYPE_ELUS:
		return arena_printf(a, "%.*s%.*s", STR_ARG(person_text(a, &it->qui)), STR_ARG(bounds(a, it)));
	case TYPE_POUVOIRS:
		return arena_printf(a, "%.*s → %.*s%.*s", STR_ARG(person_text(a, &it->qui)),
				    STR_ARG(person_text(a, &it->porteur)), STR_ARG(bounds(a, it)));
	case TYPE_REFERENCES:
		return it->cle;
	case TYPE_MONTANTS:
		return arena_printf(a, "%.*s%s%.*s%s%.*s", STR_ARG(euros(a, it->centimes)), it->texte.n > 0 ? " " : "",
				    STR_ARG(it->texte), it->qui.nom.n > 0 ? " → " : "", STR_ARG(it->qui.nom));
	default:
		return text_for_people(a, type, it->texte);
	}
}

struct str scalar_for_people(struct arena *a, enum field_type type, const struct field *f)
{
	return type == TYPE_NOMBRE ? arena_printf(a, "%lld", (long long)f->nombre) : text_for_people(a, type, f->texte);
}

struct str value_for_people(struct arena *a, const struct field_desc *d, const struct field *f)
{
	struct str s;

	if (f->statut != FIELD_LU)
		return f->raison.n ? arena_printf(a, "%s (%.*s)", statut_for_people(f->statut, f->introuvable), STR_ARG(f->raison))
				   : str_c(statut_for_people(f->statut, f->introuvable));
	if (d->type < TYPE_ELUS)
		return scalar_for_people(a, d->type, f);
	s = arena_printf(a, "%zu", f->n);
	for (size_t i = 0; i < f->n && i < SHOWN_ITEMS; i++)
		s = arena_printf(a, "%.*s%s%.*s", STR_ARG(s), i ? " ; " : " : ", STR_ARG(item_for_people(a, d->type, &f->items[i])));
	return f->n > SHOWN_ITEMS ? arena_printf(a, "%.*s ; …", STR_ARG(s)) : s;
}
