/* SPDX-License-Identifier: EUPL-1.2 */
/* The counts that an act states: members in office, présents, votants, quorum.
 *
 * A number counts when it follows its label (": 29", "29"), stands in the row under a row of labels, or comes right
 * before it after "dont". What says that it mixes things ("présents, y compris ceux ayant donné procuration : 28") or
 * changes during the séance
 * ("34 de la délibération 1 à 3") is not read. Suffrages exprimés are not votants: abstentions are missing from them.
 */
#include "reader_priv.h"

struct count {
	enum cue cue;
	struct candidates values;
	struct span mixed, empty;
};

#define ROW_MAX 6

static bool is_whole_number_end(const struct reader *rd, size_t end)
{
	if (end >= rd->t.n)
		return true;
	const bool glued = !rd->t.at[end].space;

	if (glued && rd->t.at[end].kind == TOK_WORD) /* "1i" */
		return false;
	if (glued && tok_mark(&rd->t, end, '%'))
		return false;
	if (glued && (tok_mark(&rd->t, end, '/') || tok_mark(&rd->t, end, '-')) && rd->t.at[end + 1].kind == TOK_NUMBER)
		return false;
	return !(tok_mark(&rd->t, end, ',') && rd->t.at[end + 1].kind == TOK_NUMBER && !rd->t.at[end + 1].space);
}

/* "34 de la délibération 01 à 03", "27 puis 28": the number is not one for the séance. */
static bool varies(const struct reader *rd, size_t end)
{
	if (rd->t.at[end].shape != SHAPE_LOWER || rd->t.at[end].lines > 0)
		return false;
	return word_is(rd, end, "puis") ||
	       (word_is(rd, end, "de") && word_is(rd, end + 1, "la") && word_is(rd, end + 2, "deliberation")) ||
	       (word_is(rd, end, "a") && word_is(rd, end + 1, "compter")) ||
	       (word_is(rd, end, "a") && word_is(rd, end + 1, "partir"));
}

static size_t number_at(const struct reader *rd, size_t i, int64_t *ret)
{
	const size_t end = i < rd->t.n ? leaf_number(&rd->t, i, ret) : i;

	return end > i && is_whole_number_end(rd, end) && *ret > 0 && *ret < 1000 ? end : i;
}

static void keep(struct reader *rd, struct count *c, int64_t value, size_t from, size_t to)
{
	if (varies(rd, to)) {
		c->mixed = reader_span(rd, from, to);
		return;
	}
	const size_t before = c->values.n;

	candidate_add(rd, &c->values, arena_printf(rd->a, "%lld", (long long)value), reader_span(rd, from, to));
	if (c->values.n > before)
		c->values.at[before].centimes = value;
}

/* "titulaires : 45 - présents suppléants : 4": both together are the présents. */
static size_t with_suppleants(const struct reader *rd, size_t end, int64_t *value)
{
	for (size_t k = end; k < end + 6 && k < rd->t.n; k++) {
		int64_t more;

		if (!word_is(rd, k, "suppleants"))
			continue;
		const size_t at = skip_marks(rd, k + 1, ":="), next = number_at(rd, at, &more);

		if (next > at) {
			*value += more;
			return next;
		}
	}
	return end;
}

/* "Présents : 1. M. A  2. M. B": the number of the first name. One member alone is never a séance. */
static bool numbers_a_name(const struct reader *rd, const struct count *c, int64_t value, size_t end)
{
	const size_t k = skip_marks(rd, end, ".)-");

	return c->cue == CUE_NB_PRESENTS && value == 1 && k < rd->t.n && rd->t.at[k].lines == 0 &&
	       rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER;
}

/* Written elsewhere than in the head, in the words of the vote for instance. */
static size_t mention_elsewhere(const struct reader *rd, enum cue cue)
{
	for (size_t i = rd->head.to; i < rd->t.n; i++)
		if (cue_at(rd->lx, &rd->t, i, cue) > i)
			return i;
	return rd->t.n;
}

/* "15 (dont 4 sièges vacants, soit 11)", "15 - 4 démissions = 11", "15 jusqu'au 1er mars, 11 depuis": the members in
 * office are one of the numbers, and which one is not for us to say. */
static void add_corrections(struct reader *rd, struct count *c, size_t end)
{
	static const char *const words[] = { "vacant",	     "vacants",		"vacante", "vacantes", "demission", "demissions",
					     "demissionnaire", "demissionnaires", "deces",   "decede",	 "decedes",   "jusqu",
					     "depuis",	     "vacance",		NULL };
	const struct count before = *c;
	bool corrects = false, less = false;
	int64_t value;
	struct date d;
	int weekday;

	for (size_t k = end; k < end + 18 && k < rd->t.n && rd->t.at[k].lines == 0; k++) {
		const size_t day = leaf_date(&rd->t, k, &d, &weekday), number = number_at(rd, k, &value);
		size_t next;

		if (tok_mark(&rd->t, k, ';') || tok_mark(&rd->t, k, '.') || tok_mark(&rd->t, k, '|') ||
		    cue_any(rd->lx, &rd->t, k, &next) != CUE_NONE)
			break;
		corrects |= word_in(rd, k, words) || (less && tok_mark(&rd->t, k, '='));
		less |= tok_mark(&rd->t, k, '-');
		if (day == k && number > k)
			keep(rd, c, value, k, number);
		k = (day > k ? day : number > k ? number : k + 1) - 1;
	}
	if (!corrects)
		*c = before;
}

static size_t read_one(struct reader *rd, struct count *c, size_t i, size_t next)
{
	int64_t value;
	size_t k = next;
	const bool titulaires = word_is(rd, k, "titulaires");

	if (titulaires)
		k++;
	if (tok_mark(&rd->t, k, '(') && !tok_mark(&rd->t, k + 2, ')')) {
		if (word_is(rd, k + 1, "y") || word_is(rd, k + 1, "dont") || word_is(rd, k + 1, "et"))
			c->mixed = reader_span(rd, i, k + 2);
		return next;
	}
	k = skip_marks(rd, k, ":=.|");
	size_t end = number_at(rd, k, &value);

	if (end == k || numbers_a_name(rd, c, value, end)) {
		if (end == k && k > next && c->empty.end == 0)
			c->empty = reader_span(rd, i, next);
		return next;
	}
	if (titulaires) {
		const size_t both = with_suppleants(rd, end, &value);

		if (both == end) {
			c->mixed = reader_span(rd, i, end);
			return end;
		}
		end = both;
	}
	keep(rd, c, value, i, end);
	if (c->cue == CUE_EN_EXERCICE)
		add_corrections(rd, c, end);
	return end;
}

static struct count *count_at(const struct reader *rd, struct count *counts, size_t n, size_t i, size_t *ret_next)
{
	struct count *best = NULL;

	*ret_next = i;
	for (size_t c = 0; c < n; c++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, counts[c].cue);

		if (next > *ret_next) {
			*ret_next = next;
			best = &counts[c];
		}
	}
	return best;
}

/* "en exercice Présents Procurations Votants 27 20 3 23": as many numbers as labels, in their order. */
static size_t read_row(struct reader *rd, struct count *counts, size_t n, size_t i)
{
	struct count *row[ROW_MAX];
	size_t labels = 0, k = i, next;
	int64_t value;

	while (labels < ROW_MAX && (row[labels] = count_at(rd, counts, n, k, &next)) != NULL) {
		labels++;
		k = skip_marks(rd, next, "|");
	}
	if (labels < 2)
		return i;
	const size_t first = k;
	size_t numbers = 0;

	for (; number_at(rd, k, &value) == k + 1; k = skip_marks(rd, k + 1, "|"))
		numbers++;
	if (numbers == 0)
		return i;
	k = first;
	for (size_t l = 0; l < labels; l++) {
		if (numbers != labels) {
			row[l]->mixed = reader_span(rd, i, first);
			continue;
		}
		number_at(rd, k, &value);
		keep(rd, row[l], value, k, k + 1);
		k = skip_marks(rd, k + 1, "|");
	}
	return numbers != labels ? first + numbers : k;
}

/* "27 dont 22 Présents": the number before, where a count has just been read. */
static size_t read_dont(struct reader *rd, struct count *counts, size_t n, size_t i)
{
	int64_t value;
	size_t next;

	if (!word_is(rd, i, "dont"))
		return i;
	const size_t end = number_at(rd, i + 1, &value);
	struct count *c = end > i + 1 ? count_at(rd, counts, n, end, &next) : NULL;

	if (c == NULL)
		return i;
	keep(rd, c, value, i + 1, next);
	return next;
}

static void set(struct reader *rd, struct field *f, const struct count *c, const char *what)
{
	if (c->mixed.end > 0) {
		field_illisible(rd, f, c->mixed,
				"%s : le nombre annoncé mêle plusieurs choses ou varie pendant la séance", what);
	} else if (c->values.n == 1) {
		field_lu(f, c->values.at[0].span);
		f->nombre = c->values.at[0].centimes;
	} else if (c->values.n > 1) {
		field_ambigu(rd, f, c->values.at, c->values.n, "%s : %zu nombres différents", what, c->values.n);
	} else if (c->empty.end > 0) {
		field_absent_because(rd, f, c->empty, "%s : la mention n'est suivie d'aucun nombre", what);
	} else {
		const size_t i = mention_elsewhere(rd, c->cue);

		if (i < rd->t.n)
			field_illisible(rd, f, reader_span(rd, i, i + 1), "%s : aucune mention comprise dans l'en-tête",
					what);
		else
			field_illisible(rd, f, (struct span){ 0, 0 }, "%s : aucune mention trouvée", what);
	}
}

void reader_counts(struct reader *rd)
{
	struct count counts[] = { { .cue = CUE_EN_EXERCICE },
				  { .cue = CUE_NB_PRESENTS },
				  { .cue = CUE_NB_VOTANTS },
				  { .cue = CUE_QUORUM },
				  { .cue = CUE_NB_POUVOIRS } };
	const size_t n = sizeof counts / sizeof *counts;
	struct reading *r = rd->r;

	for (size_t i = rd->head.from; i < rd->head.to;) {
		size_t next, end = read_row(rd, counts, n, i);

		if (end == i)
			end = read_dont(rd, counts, n, i);
		if (end == i) {
			struct count *c = count_at(rd, counts, n, i, &next);

			end = c != NULL ? read_one(rd, c, i, next) : i + 1;
		}
		i = end;
	}
	set(rd, &r->effectif, &counts[0], "membres en exercice");
	set(rd, &r->presents_annonces, &counts[1], "présents");
	set(rd, &r->votants_annonces, &counts[2], "votants");
	set(rd, &r->quorum_annonce, &counts[3], "quorum");
}
