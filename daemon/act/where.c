/* SPDX-License-Identifier: EUPL-1.2 */
#include "where_priv.h"

#include "fold.h"

#define LONG_LINE 240 /* bytes */

struct place where_place(struct where *w, size_t offset)
{
	if (w->place.line > 0 && w->at <= offset && where_same_line(w, w->at, offset)) {
		const struct str on = str_part(w->r->text->bytes, w->at, offset);

		w->place.col += (unsigned)utf8_count(on);
		for (size_t i = 0; i < on.n; i++)
			w->place.page += on.p[i] == '\f';
	} else {
		w->place = place_at(w->r->places, offset);
	}
	w->at = offset;
	return w->place;
}

bool where_is_long(const struct where *w, size_t offset)
{
	return place_line(w->r->places, offset).n > LONG_LINE;
}

bool where_same_line(const struct where *w, size_t a, size_t b)
{
	return place_line(w->r->places, a).p == place_line(w->r->places, b).p;
}
