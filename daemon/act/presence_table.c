/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is there, as a table of the page: a line of titles ("Commune   NOM Prénom   Présent   Absent   Pouvoir à"), then one line for each member.
 *
 * A cell belongs to the title above it, by the bars of both lines or by where they stand. Each line must say one thing of its member and nothing else, in a
 * word ("Présente", "Repr.", "Procuration à Mme B"), a letter or a cross under its title; else nothing of the table is read. Without line ends a
 * cross stands under nothing, and is not read.
 */
#include "bounds.h"
#include "rolls_priv.h"

#define TABLE_ROWS 4  /* fewer may be anything */
#define ABOVE_TOKENS 14
#define BARE_ROWS 5
#define LINES_BEHIND 6 /* looked at */
#define TITLE_TOKENS 40
#define UNDER_TITLE 1 /* how far from its title a cell may begin or end */

struct table {
	struct reader *rd;
	struct line titles;
	struct section present, absent;
	size_t to, rows;
	bool bare;   /* without titles: the cells of its first line are those of the others */
	bool may_sit; /* "représenté par", where that may be a substitute */
	bool states; /* one column tells who is there and who is not: letters do */
};

static const char NAMES[] = " nom noms prenom prenoms elu elus conseiller conseillers membre membres delegue delegues ";

static enum column title_of(const struct reader *rd, const struct cell *c)
{
	static const struct {
		const char *words;
		enum column column;
	} titles[] = {
		{ " pouvoir pouvoirs procuration procurations mandataire mandataires represente representee representes ", COL_HOLDER },
		{ " presence presences etat statut ", COL_STATE },
		{ " absent absents absente absentes excuse excuses ", COL_ABSENT },
		{ " present presents presente presentes ", COL_PRESENT },
		{ NAMES, COL_NAME },
		{ " commune communes ville villes collectivite titre civilite qualite fonction n no numero ", COL_OTHER },
	};
	const bool both = tok_says(&rd->t, c->from, c->to, titles[2].words) && tok_says(&rd->t, c->from, c->to, titles[3].words); /* "Présent / Absent" */

	for (size_t k = 0; k < sizeof titles / sizeof *titles && !both; k++)
		if (tok_says(&rd->t, c->from, c->to, titles[k].words))
			return titles[k].column;
	return both ? COL_STATE : COL_UNKNOWN;
}

/* The titles of such a table, in the line that token i opens. */
static bool titles_at(struct table *t, size_t i)
{
	size_t has[COL_UNKNOWN + 1] = { 0 }, end = i;
	bool names = false;

	for (; end < t->rd->head.to && end < i + TITLE_TOKENS && (end == i || t->rd->t.at[end].lines == 0); end++)
		names |= tok_among(&t->rd->t, end, NAMES);
	if (!names || end == i + TITLE_TOKENS)
		return false;
	t->titles = table_line(t->rd, i);
	if (!t->titles.whole || t->titles.n < 2)
		return false;
	for (size_t k = 0; k < t->titles.n; k++) {
		struct cell *c = &t->titles.cells[k];

		if (tok_says(&t->rd->t, c->from, c->to, " : . ; suppleant suppleants suppleante suppleantes "))
			return false;
		t->may_sit |= tok_says(&t->rd->t, c->from, c->to, " represente representee representes ");
		has[c->column = title_of(t->rd, c)]++;
	}
	t->states = has[COL_ABSENT] == 0;
	return has[COL_NAME] == 1 && has[COL_UNKNOWN] == 0 && has[COL_HOLDER] <= 1 && has[COL_PRESENT] + has[COL_STATE] == 1 && has[COL_PRESENT] + has[COL_ABSENT] + has[COL_HOLDER] + has[COL_STATE] > 0;
}

/* The only title that the cell stands under, or NULL. */
static const struct cell *title_above(const struct table *t, const struct line *l, const struct cell *c)
{
	const struct cell *found = NULL;

	for (size_t k = 0; k < t->titles.n; k++) {
		const struct cell *title = &t->titles.cells[k];
		const size_t slack = l->bars ? 0 : UNDER_TITLE;
		const bool under = l->bars ? c->left == title->left : c->left < title->right + slack && title->left < c->right + slack;

		if (under && found != NULL)
			return c->left == found->left ? found : c->left == title->left ? title : NULL;
		found = under ? title : found;
	}
	return found;
}

static bool is_cross(const struct reader *rd, const struct cell *c)
{
	static const char *const signs[] = { "\xe2\x9c\x93", "\xe2\x9c\x94", "\xe2\x98\x92", "\xe2\x96\xa0", "\xe2\x97\x8f", "\xe2\x80\xa2" }; /* ✓ ✔ ☒ ■ ● • */
	const struct token *tok = &rd->t.at[c->from];

	if (c->to != c->from + 1)
		return false;
	for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
		if (str_eq(str_part(rd->text->bytes, tok->start, tok->end), str_c(signs[k])))
			return true;
	return tok_among(&rd->t, c->from, " x ") || (tok->kind == TOK_NUMBER && tok->value == 1);
}

/* A name that fills the tokens [from, to). */
static bool name_fills(const struct reader *rd, size_t from, size_t to, struct name *ret)
{
	return name_read(rd, from, to, ret) == to && !ret->odd && !ret->group && (ret->compounds > 1 || ret->civility < ret->from);
}

/* What a line says of its member. */
struct said {
	struct entry e;
	unsigned kinds; /* of the states told; 0: none */
	size_t told;	/* cells that tell one */
	struct person holder;
	bool held, represented;
};

/* "Présente", "Absent excusé", "Repr.", "P", "Procuration à Mme B" in a cell under the title of a state. */
static bool state_told(const struct table *t, const struct cell *c, struct said *s)
{
	struct reader *rd = t->rd;
	unsigned kinds = 0;
	struct name n;
	const size_t end = state_at(rd, c->from, c->to, &kinds), given = cue_at(rd->lx, &rd->t, end, CUE_POUVOIR_DONNE);

	s->told++;
	if (is_cross(rd, c)) {
		s->kinds = c->column == COL_PRESENT ? LISTE_PRESENTS : c->column == COL_ABSENT ? LISTE_ABSENTS : 0;
		return s->kinds != 0;
	}
	s->kinds = kinds;
	if (end == c->to && end > c->from)
		return kinds == LISTE_PRESENTS || kinds == LISTE_ABSENTS;
	if (given > end && kinds != LISTE_PRESENTS && name_fills(rd, given, c->to, &n)) {
		s->holder = name_person(rd, &n);
		s->held = true;
		s->kinds = LISTE_ABSENTS;
		return true;
	}
	if (!t->states || end > c->from)
		return false;
	s->represented = tok_among(&rd->t, c->from, " r repr represente representee ");
	s->kinds = tok_among(&rd->t, c->from, " p ") ? LISTE_PRESENTS : s->represented || tok_among(&rd->t, c->from, " a e exc abs ") ? LISTE_ABSENTS : 0;
	return s->kinds != 0 && c->from + 1 + tok_mark(&rd->t, c->from + 1, '.') == c->to;
}

static bool cell_read(const struct table *t, const struct line *l, size_t k, struct said *s)
{
	struct reader *rd = t->rd;
	struct cell c = l->cells[k];
	const struct cell behind = { .column = COL_HOLDER }, *title = title_above(t, l, &c);
	struct name n;

	if (title == NULL && t->bare && s->told > 0)
		title = &behind;
	if (title == NULL)
		return false;
	if (c.to == c.from + 1 && tok_among(&rd->t, c.from, " - / _ "))
		return title->column != COL_NAME;
	c.column = title->column;
	switch (c.column) {
	case COL_OTHER: /* "Adjointe au maire", and of a table without titles nothing else behind the name; no suppléant, who is missing to nobody */
		if (tok_says(&rd->t, c.from, c.to, " suppleant suppleante "))
			return false;
		return !t->bare || s->e.to == 0 || role_at(rd, c.from, c.to) == c.to;
	case COL_NAME: {
		size_t after;
		/* "Mme   PETIT Anne": her civility stands in a column of its own. */
		const bool civil = k > 0 && is_civility(&rd->t, l->cells[k - 1].from, &after) && after == c.from;

		if (s->e.to > 0 || !name_fills(rd, civil ? l->cells[k - 1].from : c.from, c.to, &n))
			return false;
		s->e = (struct entry){ .qui = name_person(rd, &n), .from = n.civility, .to = c.to, .name = n };
		return true;
	}
	case COL_HOLDER:
		if (s->held || !name_fills(rd, c.from, c.to, &n))
			return false;
		s->holder = name_person(rd, &n);
		return s->held = true;
	default:
		return state_told(t, &c, s);
	}
}

static bool row_read(struct table *t, const struct line *l)
{
	struct said s = { .kinds = 0 };

	if (!l->whole || l->bars != t->titles.bars || t->rows >= LIMIT_LIST_ITEMS)
		return false;
	for (size_t k = 0; k < l->n; k++)
		if (!cell_read(t, l, k, &s))
			return false;
	const unsigned kinds = s.held && s.told == 0 ? LISTE_ABSENTS : s.kinds;

	if (s.represented && !s.held && !represented_is_proxy(t->rd))
		return false;
	if (s.e.to == 0 || s.told > 1 || kinds == 0 || (s.held && kinds == LISTE_PRESENTS))
		return false;
	t->may_sit |= s.represented;
	s.e.represented = s.represented && !s.held;
	s.e.proxy = s.held;
	*ARENA_PUSH(t->rd->a, kinds == LISTE_PRESENTS ? &t->present.entries : &t->absent.entries) = s.e;
	if (s.held)
		*ARENA_PUSH(t->rd->a, &t->absent.pairs) = (struct pair){ .mandant = s.e.qui, .porteur = s.holder, .from = s.e.from, .to = l->next };
	t->rows++;
	t->to = l->next;
	return true;
}

/* Nothing above token i shows that the table began before: titles, or a row that is not whole. */
static bool begins_there(const struct reader *rd, size_t i)
{
	const size_t from = i > rd->head.from + ABOVE_TOKENS ? i - ABOVE_TOKENS : rd->head.from;

	return i > rd->head.from && (tok_among(&rd->t, i - 1, " : . ") || rd->t.at[i].lines > 1) && !table_bar(rd, i - 1) && !tok_says(&rd->t, from, i, " | nom noms prenom prenoms presence presences commune communes ") &&
	       !roll_row_before(rd, i);
}

/* "Orval   ROUX Zoé   Adjointe   Présente", at token i, above others of the same columns and without titles. */
static bool bare_titles_at(struct table *t, size_t i)
{
	struct reader *rd = t->rd;
	size_t names = 0, states = 0;
	unsigned kinds;
	struct name n;

	if (!begins_there(rd, i))
		return false;
	t->titles = table_line(rd, i);
	for (size_t k = 0; k < t->titles.n; k++) {
		struct cell *c = &t->titles.cells[k];
		const bool name = name_fills(rd, c->from, c->to, &n) && (n.order != ORDER_NONE || n.civility < n.from);

		c->column = name ? (states > 0 ? COL_HOLDER : COL_NAME) : names > 0 && state_at(rd, c->from, c->to, &kinds) == c->to ? COL_STATE : COL_OTHER;
		names += c->column == COL_NAME;
		states += c->column == COL_STATE;
	}
	t->titles.next = i;
	return (t->bare = t->titles.whole && names == 1 && states == 1);
}

/* What stands in the line that token i opens is no more of the table. */
static bool ends_at(const struct reader *rd, size_t i)
{
	struct heading h;

	return i >= rd->head.to || rd->t.at[i].lines > 1 || list_boundary(rd, i) != BOUNDARY_NONE || heading_at(rd, i, rd->head.to, &h) || tok_among(&rd->t, i, " total totaux nombre ");
}

/* Behind its end a member stands again under the title of the names: a page's foot cut the table, or his line was not understood. */
static bool goes_on(const struct table *t, size_t i)
{
	const struct reader *rd = t->rd;
	struct heading h;
	struct name n;

	for (size_t lines = 0; lines < LINES_BEHIND && i < rd->head.to && list_boundary(rd, i) != BOUNDARY_HEADING && !heading_at(rd, i, rd->head.to, &h); lines++) {
		const struct line l = table_line(rd, i);

		for (size_t k = 0; k < l.n; k++) {
			const struct cell *title = title_above(t, &l, &l.cells[k]);

			if (title != NULL && title->column == COL_NAME && name_fills(rd, l.cells[k].from, l.cells[k].to, &n))
				return true;
		}
		i = l.next;
	}
	return false;
}

static void take_table(struct table *t, struct attendance *at, size_t from)
{
	struct section *const both[] = { &t->present, &t->absent };
	const char *why = ends_at(t->rd, t->to) && !goes_on(t, t->to) ? NULL : "une ligne du tableau des présences n'est pas comprise";

	if (why == NULL && t->may_sit && !represented_is_proxy(t->rd) && !roll_holders_have_rows(&t->present, &t->absent))
		why = "un membre représenté par qui siège peut-être pour lui";

	for (size_t k = 0; k < 2; k++) {
		both[k]->h = (struct heading){ .from = from, .to = from, .kinds = k == 0 ? LISTE_PRESENTS : LISTE_ABSENTS, .count = -1 };
		both[k]->from = from;
		both[k]->to = t->to;
		both[k]->fault = t->to;
		both[k]->why = why;
	}
	roll_takes(t->rd, at, from, from, t->to);
	for (size_t k = from; k < t->to; k++)
		at->explained[k] = 1;
	*ARENA_PUSH(t->rd->a, &at->sections) = t->present;
	*ARENA_PUSH(t->rd->a, &at->sections) = t->absent;
}

/* The token that opens the line of token i; i when the line is too long for a row. */
static size_t line_opens(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k > rd->head.from && i - k < TITLE_TOKENS && rd->t.at[k].lines == 0)
		k--;
	return i - k < TITLE_TOKENS ? k : i;
}

/* Parted from the word before it, or behind it, as a cell is. */
static bool is_in_a_cell(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i];

	return i > 0 && i + 1 < rd->t.n && (table_bar(rd, i - 1) || table_bar(rd, i + 1) || t->start - t[-1].end >= TABLE_GAP || t[1].start - t->end >= TABLE_GAP);
}

/* A table whose titles, or whose first row where it has none, are in the line that token i opens. */
static bool table_at(struct reader *rd, struct attendance *at, size_t i, bool titled)
{
	struct table t = { .rd = rd };

	if (!titles_at(&t, i) && (titled || !bare_titles_at(&t, i)))
		return false;
	for (size_t k = t.titles.next; k < rd->head.to;) {
		const struct line l = table_line(rd, k);

		if (!row_read(&t, &l))
			break;
		k = l.next;
	}
	if (t.rows < (t.bare ? BARE_ROWS : TABLE_ROWS) || t.present.entries.n == 0 || (t.bare && (!ends_at(rd, t.to) || goes_on(&t, t.to))) || roll_listed_elsewhere(at, i, t.to))
		return false;
	take_table(&t, at, i);
	return true;
}

/* A word of the attendance stands among the titles, or in the first row below them. */
bool reader_presence_table(struct reader *rd, struct attendance *at)
{
	for (size_t i = rd->head.from, seen = rd->head.from; (i = next_of(rd, LANDMARK_LIST_CUE, i, rd->head.to)) < rd->head.to; i++) {
		const size_t line = is_in_a_cell(rd, i) ? line_opens(rd, i) : seen, above = line > rd->head.from ? line_opens(rd, line - 1) : line;

		if (line <= seen)
			continue;
		seen = line;
		const bool titled = !tok_among(&rd->t, i, " present presente absent absente excuse excusee ");

		if (table_at(rd, at, line, titled) || table_at(rd, at, above, true))
			return true;
	}
	return false;
}
