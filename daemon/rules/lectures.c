/* SPDX-License-Identifier: EUPL-1.2 */
#include "lectures.h"

#include "sides.h"
#include "values.h"

static struct str value_of(struct arena *a, const struct mark *m, const struct reading *r)
{
	if (m->kind == MARK_MISSED)
		return STR("rien de ce qui y est cherché");
	if (m->kind == MARK_READ && m->field->cote > 0)
		return arena_printf(a, "%.*s (%.*s)", STR_ARG(value_for_people(a, m->at.desc, m->field)), STR_ARG(side_place(a, r, m->field)));
	if (m->kind == MARK_READ)
		return value_for_people(a, m->at.desc, m->field);
	if (m->at.desc && m->item && m->at.desc->type != TYPE_TEXTES)
		return item_for_people(a, m->at.desc->type, m->item);
	return str_part(r->text->bytes, m->span.start, m->span.end);
}

size_t lectures_of(struct arena *a, const struct finding *f, const struct reading *r, const struct lecture **ret)
{
	struct lecture *l = ARENA_ARRAY(a, f->lectures_n, struct lecture);
	size_t n = 0;
	for (size_t i = 0; i < f->lectures_n; i++) {
		const struct mark *m = &f->lectures[i];
		if (m->kind == MARK_ASKED || m->kind == MARK_OPTIONAL)
			continue;
		struct str champ = where_name(a, &m->at);
		const bool list = m->kind == MARK_READ && m->at.desc->type >= TYPE_ELUS;
		const struct span span = list && m->field->n ? m->field->items[0].span : m->span; /* a list may have been looked for in the whole acte */
		l[n++] = (struct lecture){ m->kind, champ, champ_for_people(a, champ), value_of(a, m, r), list, span };
	}
	*ret = l;
	return n;
}
