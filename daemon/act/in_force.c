/* SPDX-License-Identifier: EUPL-1.2 */
/* Who was there for one acte: the séance's lists, with presences and proxies that begin or end at an acte applied.
 *
 * A bound is placed only when it names a délibération in the same form as the acte's number ("n° 3" against "3");
 * an hour, a point of the agenda or another form cannot be placed, and makes the acte's list AMBIGU. The chair who
 * is in no list is added to the acte's presents: whoever presides is there.
 */
#include "people_priv.h"

#define GROUPS 4

struct groups { /* the figures of a number: "2023-045" has two */
	int32_t at[GROUPS];
	size_t n;
};

static bool groups_of(struct str s, struct groups *ret)
{
	*ret = (struct groups){ 0 };
	for (size_t i = 0; i < s.n;) {
		size_t k = i;
		int32_t v = 0;

		while (k < s.n && s.p[k] >= '0' && s.p[k] <= '9' && k - i < 9)
			v = v * 10 + (s.p[k++] - '0');
		if (k > i && ret->n == GROUPS)
			return false;
		if (k > i)
			ret->at[ret->n++] = v;
		i = k > i ? k : i + 1;
	}
	return ret->n > 0;
}

enum placed { PLACED_BEFORE, PLACED_AT, PLACED_AFTER, PLACED_NOWHERE };

/* Where the acte numbered `numero` stands by the bound: before the number it names, at it, or after. */
static enum placed place(struct reader *rd, struct str bound, const struct field *numero)
{
	struct groups b, n;

	if (numero->statut != FIELD_LU || str_find(fold_text(rd->a, bound), STR("deliberation"), 0) == STR_NONE)
		return PLACED_NOWHERE;
	if (!groups_of(bound, &b) || !groups_of(numero->texte, &n) || b.n != n.n)
		return PLACED_NOWHERE;
	for (size_t i = 0; i + 1 < n.n; i++)
		if (b.at[i] != n.at[i])
			return PLACED_NOWHERE;
	if (n.at[n.n - 1] == b.at[b.n - 1])
		return PLACED_AT;
	return n.at[n.n - 1] < b.at[b.n - 1] ? PLACED_BEFORE : PLACED_AFTER;
}

enum force { FORCE_YES, FORCE_NO, FORCE_UNKNOWN };

static enum force force_of(struct reader *rd, const struct item *it, const struct field *numero)
{
	enum placed since = it->depuis.n > 0 ? place(rd, it->depuis, numero) : PLACED_AFTER;
	enum placed until = it->jusqua.n > 0 ? place(rd, it->jusqua, numero) : PLACED_BEFORE;

	if (since == PLACED_NOWHERE || until == PLACED_NOWHERE)
		return FORCE_UNKNOWN;
	return since == PLACED_BEFORE || until == PLACED_AFTER ? FORCE_NO : FORCE_YES;
}

/* Copies into `to` the items of `from` that hold for the acte; AMBIGU when one cannot be placed. Room for one more
 * is left. */
static struct item *hold(struct reader *rd, const struct field *from, const struct field *numero, struct field *to)
{
	struct item *kept = ARENA_ARRAY(rd->a, from->n + 1, struct item), *lost = NULL;

	*to = *from;
	if (from->statut != FIELD_LU)
		return NULL;
	to->items = kept;
	to->n = 0;
	for (size_t i = 0; i < from->n && lost == NULL; i++) {
		enum force f = force_of(rd, &from->items[i], numero);

		if (f == FORCE_YES)
			kept[to->n++] = from->items[i];
		if (f == FORCE_UNKNOWN) {
			lost = ARENA_NEW(rd->a, struct item);
			*lost = from->items[i];
		}
	}
	if (lost == NULL)
		return kept;
	lost->texte = lost->depuis.n > 0 ? lost->depuis : lost->jusqua;
	field_ambigu(rd, to, lost, 1, "%.*s : « %.*s » ne se situe pas par rapport à cet acte", STR_ARG(lost->qui.nom),
		     STR_ARG(lost->texte));
	return NULL;
}

static bool among(const struct field *f, struct str cle)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->items[i].qui.cle, cle))
			return true;
	return false;
}

void reader_in_force(struct reader *rd, size_t acte)
{
	struct acte *a = &rd->actes[acte];
	const struct field *chair = &rd->r->president;
	struct item *kept = hold(rd, &rd->r->presents, &a->numero, &a->presents);

	hold(rd, &rd->r->pouvoirs, &a->numero, &a->pouvoirs);
	if (kept == NULL || chair->statut != FIELD_LU || chair->n == 0)
		return;
	if (!among(&rd->r->presents, chair->items[0].qui.cle) && !among(&rd->r->absents, chair->items[0].qui.cle))
		kept[a->presents.n++] = chair->items[0];
}
