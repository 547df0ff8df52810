/* SPDX-License-Identifier: EUPL-1.2 */
/* What the end of a page leaves between two rows of a list: its number, the title that runs on every page, the stamp of transmission.
 *
 * Only behind a comma, which promises another member, and only before one who is written as the one before it: whatever else stands there may
 * be half a row. A title's words stand above the list too; a stamp is known by its own.
 */
#include "lists_priv.h"

#define FOOT_TOKENS 20 /* of a page's foot */

/* "Conseil du 3 mars – Page 1 sur 14", a line that ends in the page's number: the token below it, or i. */
static size_t over_foot_line(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	size_t k = i, page = l->limit, next;

	if (t->at[i].lines == 0 || t->at[i].shape == SHAPE_LOWER)
		return i;
	for (; k < l->limit && k < i + FOOT_TOKENS && (k == i || t->at[k].lines == 0); k++) {
		if (is_civility(t, k, &next) || tok_among(t, k, " , ; : ( "))
			return i;
		page = tok_among(t, k, " page ") ? k : page;
	}
	const size_t numbers = k - page;
	const bool alone = numbers == 2, of = numbers == 4 && tok_among(t, page + 2, " sur / ") && t->at[page + 3].kind == TOK_NUMBER;

	return k < l->limit && t->at[k].lines > 0 && page < k && t->at[page + 1].kind == TOK_NUMBER && (alone || of) ? k : i;
}

/* "[Page] 2 / 22": the token after, or i. */
static size_t over_page_number(const struct tokens *t, size_t i)
{
	const size_t k = i + tok_among(t, i, " page ");

	if (t->at[k].kind != TOK_NUMBER || t->at[k + 1].kind == TOK_END || t->at[k + 2].kind != TOK_NUMBER || !tok_among(t, k + 1, " / sur "))
		return i;
	if (t->at[k].value < 1 || t->at[k].value > t->at[k + 2].value || !t->at[k].space || tok_among(t, k + 3, " / ") || (k == i && tok_among(t, i - 1, " le du / ")))
		return i;
	return k + 3;
}

/* A word of a title, in a capital, that stands above the list too. */
static bool stands_above(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;

	for (size_t k = l->rd->head.from; k < l->s->h.from; k++)
		if (t->at[k].hash == t->at[i].hash && str_eq(t->at[k].key, t->at[i].key))
			return true;
	return false;
}

static size_t over_bars(const struct tokens *t, size_t i)
{
	while (tok_among(t, i, " | _ "))
		i++;
	return i;
}

/* "Envoyé en préfecture le 21/12/2023", "Publié le": the token after, or i. */
static size_t over_stamp_row(const struct tokens *t, size_t i)
{
	static const char *const rows[] = { "envoye en prefecture le", "recu en prefecture le", "affiche le", "publie le", NULL };
	size_t k = i;

	if (!tok_any_phrase(t, i, rows, &k))
		return i;
	for (size_t part = 0; part < 5 && (t->at[k].kind == TOK_NUMBER || tok_mark(t, k, '/')); part++)
		k++;
	return k + tok_among(t, k, " slo slow ");
}

/* From "Envoyé en préfecture le" to "ID : 029-212909876-20231218-DCM2023_112-DE": the token after, or i. */
static size_t over_stamp(const struct tokens *t, size_t i)
{
	size_t k = over_bars(t, i), next, rows = 0;

	for (; (next = over_stamp_row(t, k)) > k; rows++)
		k = over_bars(t, next);
	if (rows < 2)
		return i;
	if (!tok_among(t, k, " id ") || !tok_mark(t, k + 1, ':'))
		return t->at[k - 1].kind == TOK_NUMBER ? k : i;
	for (k += 3; k < t->n && !t->at[k].space; k++)
		;
	return over_bars(t, k);
}

/* The page's number stood alone before token i, and gave no token. */
static bool page_ends_before(const struct tokens *t, size_t i)
{
	for (size_t k = 0; k < t->furniture_n; k++)
		if (t->furniture[k].start >= t->at[i - 1].end && t->furniture[k].end <= t->at[i].start)
			return true;
	return false;
}

/* The title that runs on every page, up to the page's number or from there on; the token behind both, or i. */
static size_t over_running_title(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	bool paged = page_ends_before(t, i);
	size_t k = i, next;
	struct name n;

	for (; k < l->limit && k < i + FOOT_TOKENS; k++) {
		if ((next = over_page_number(t, k)) > k) {
			paged = true;
			k = next - 1;
			continue;
		}
		if (is_civility(t, k, &next) || tok_among(t, k, " , ; : ( ") || over_stamp(t, k) > k)
			break;
		/* Behind the page's number, a day or a dash a member may follow; words of a title only above him. */
		if (paged && k > i && t->at[k - 1].kind != TOK_WORD && name_read(l->rd, k, l->limit, &n) > k && n.order != ORDER_NONE)
			break;
		const enum boundary by = list_boundary(l->rd, k); /* "Votants : 12 / 15", "Absents 1 / 4" */

		if (by == BOUNDARY_ATTENDANCE || by == BOUNDARY_HEADING || proxy_word(t, k) || cue_at(l->rd->lx, t, k, CUE_POUVOIR_DONNE) > k || (t->at[k].kind == TOK_WORD && t->at[k].shape != SHAPE_LOWER && !stands_above(l, k)))
			return i;
	}
	return paged ? k : i;
}

/* The member at token i is written as the last one is. */
static bool written_alike(const struct list *l, size_t i)
{
	const struct entry *e = list_last(l);
	struct name n;

	if (i >= l->limit || name_read(l->rd, i, l->limit, &n) == i || n.odd || n.group || list_civil(e) != (n.civility < n.from))
		return false;
	return e->name.order == n.order && (n.order != ORDER_NONE || n.civility < n.from || (e->name.compounds == n.compounds && e->name.upper == n.upper));
}

size_t list_over_foot(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	size_t k = i, next;

	if (!l->dangling || list_last(l) == NULL || !tok_mark(t, i - 1, ','))
		return i;
	while (!(k == i && written_alike(l, i)) && ((next = over_stamp(t, k)) > k || (next = over_running_title(l, k)) > k || (next = over_foot_line(l, k)) > k))
		k = over_bars(t, next);
	if (k > i && written_alike(l, k))
		return k;
	next = t->at[i].lines == 1 ? over_foot_line(l, i) : i; /* a line between two lines */
	return t->at[next].lines == 1 ? next : i;
}
