/* SPDX-License-Identifier: EUPL-1.2 */
/* Automatic numbers, counted as Word counts them: one count for each definition, whatever lists use it, unless a list begins at a number of its own. */
#include "docx_priv.h"

#include "fold.h"

#define LEVELS 9
#define TEXT_MAX ((size_t)200) /* of one number with the words around it; longer is a slip or a trap */
#define LISTS_MAX 20000	       /* of each kind: Word takes fewer */
#define LETTERS_MAX 30	       /* "aaa" is the 53rd */
#define COUNT_MAX 1000000

struct level {
	bool is_set, hidden, legal;
	int64_t start, restart; /* restart: behind which level, from 1; 0 never, -1 any above it */
	struct str format, text, style;
	const char *behind;
};
struct definition {
	struct str id, linked; /* linked: the style of lists whose definition it has */
	struct level levels[LEVELS];
	int64_t counts[LEVELS];
	bool counting[LEVELS];
};
struct list {
	struct str id, definition;
	struct level *levels; /* its own, LEVELS; or NULL */
	int64_t starts[LEVELS];
	bool has_start[LEVELS], began[LEVELS];
};
struct docx_numbers {
	struct {
		struct definition *at;
		size_t n, cap;
	} definitions;
	struct {
		struct list *at;
		size_t n, cap;
	} lists;
};

struct walk {
	struct xml xml;
	struct arena *a;
	struct docx_numbers *to;
	struct definition *definition; /* being declared, or NULL */
	struct list *list;
	int64_t override;    /* its level, -1: none */
	struct level *level;
	unsigned changed;
};

static bool is_level(int64_t n)
{
	return n >= 0 && n < LEVELS;
}

static void begin_level(struct walk *w, const char **attributes)
{
	const int64_t n = docx_number(attributes, "ilvl", -1);

	w->level = NULL;
	if (!is_level(n))
		return;
	if (w->definition != NULL)
		w->level = &w->definition->levels[n];
	else if (w->list != NULL && w->override >= 0) {
		if (w->list->levels == NULL)
			w->list->levels = ARENA_ARRAY(w->a, LEVELS, struct level);
		w->level = &w->list->levels[n];
	}
	if (w->level != NULL)
		*w->level = (struct level){ .is_set = true, .restart = -1, .format = STR("decimal"), .behind = " " };
}

static void in_level(struct walk *w, const char *name, const char **attributes)
{
	const char *value = docx_attribute(attributes, "val");
	struct level *l = w->level;

	if (docx_is(name, "start"))
		l->start = docx_number(attributes, "val", 0);
	else if (docx_is(name, "lvlRestart"))
		l->restart = docx_number(attributes, "val", -1);
	else if (docx_is(name, "numFmt"))
		l->format = arena_dup(w->a, str_c(value));
	else if (docx_is(name, "lvlText"))
		l->text = arena_dup(w->a, str_c(value));
	else if (docx_is(name, "pStyle"))
		l->style = arena_dup(w->a, str_c(value));
	else if (docx_is(name, "isLgl"))
		l->legal = docx_is_on(attributes);
	else if (docx_is(name, "vanish"))
		l->hidden = docx_is_on(attributes);
	else if (docx_is(name, "suff"))
		l->behind = value != NULL && strcmp(value, "nothing") == 0 ? "" : " ";
}

static void in_list(struct walk *w, const char *name, const char **attributes)
{
	if (docx_is(name, "abstractNumId")) {
		w->list->definition = arena_dup(w->a, str_c(docx_attribute(attributes, "val")));
	} else if (docx_is(name, "lvlOverride")) {
		const int64_t n = docx_number(attributes, "ilvl", -1);
		w->override = is_level(n) ? n : -1;
	} else if (docx_is(name, "startOverride") && w->override >= 0) {
		w->list->starts[w->override] = docx_number(attributes, "val", 0);
		w->list->has_start[w->override] = true;
	}
}

static void on_begin(void *ctx, const char *name, const char **attributes)
{
	struct walk *w = ctx;

	if (w->to->definitions.n > LISTS_MAX || w->to->lists.n > LISTS_MAX) {
		xml_stop(&w->xml);
	} else if (w->changed > 0 || docx_is(name, "rPrChange") || docx_is(name, "pPrChange")) {
		w->changed = w->changed > 0 ? w->changed : w->xml.depth;
	} else if (docx_is(name, "abstractNum")) {
		w->definition = ARENA_PUSH(w->a, &w->to->definitions);
		w->definition->id = arena_dup(w->a, str_c(docx_attribute(attributes, "abstractNumId")));
	} else if (docx_is(name, "num")) {
		w->list = ARENA_PUSH(w->a, &w->to->lists);
		w->list->id = arena_dup(w->a, str_c(docx_attribute(attributes, "numId")));
	} else if (docx_is(name, "lvl")) {
		begin_level(w, attributes);
	} else if (w->level != NULL) {
		in_level(w, name, attributes);
	} else if (w->definition != NULL && docx_is(name, "numStyleLink")) {
		w->definition->linked = arena_dup(w->a, str_c(docx_attribute(attributes, "val")));
	} else if (w->list != NULL) {
		in_list(w, name, attributes);
	}
}

static void on_end(void *ctx, const char *name)
{
	struct walk *w = ctx;

	if (w->changed == w->xml.depth)
		w->changed = 0;
	if (docx_is(name, "lvl"))
		w->level = NULL;
	else if (docx_is(name, "lvlOverride"))
		w->override = -1;
	else if (docx_is(name, "abstractNum"))
		w->definition = NULL;
	else if (docx_is(name, "num"))
		w->list = NULL;
}

struct docx_numbers *docx_numbers_read(struct arena *a, struct str xml)
{
	struct walk w = { .xml = { .begin = on_begin, .end = on_end, .ctx = &w }, .a = a, .to = ARENA_NEW(a, struct docx_numbers), .override = -1 };

	return xml_walk(&w.xml, xml, NULL) ? w.to : NULL;
}

static struct list *list_of(const struct docx_numbers *n, struct str id)
{
	for (size_t i = 0; i < n->lists.n; i++)
		if (str_eq(n->lists.at[i].id, id))
			return &n->lists.at[i];
	return NULL;
}

static struct definition *definition_of(const struct docx_numbers *n, const struct list *l)
{
	for (size_t i = 0; l != NULL && i < n->definitions.n; i++)
		if (str_eq(n->definitions.at[i].id, l->definition))
			return &n->definitions.at[i];
	return NULL;
}

/* Through the style of lists, where the definition only names one. */
static struct definition *definition_behind(const struct docx_numbers *n, const struct docx_styles *s, const struct list *l)
{
	struct definition *d = definition_of(n, l);
	struct str num, ilvl, of;

	if (d == NULL || d->linked.n == 0 || !docx_style_number(s, d->linked, &num, &ilvl, &of))
		return d;
	struct definition *other = definition_of(n, list_of(n, num));
	return other != NULL && other->linked.n == 0 ? other : d;
}

static int64_t level_of(const struct definition *d, struct str ilvl, struct str style)
{
	int64_t n = 0;

	if (ilvl.n > 0)
		return str_int(ilvl, &n) && is_level(n) ? n : -1;
	for (int64_t i = 0; style.n > 0 && i < LEVELS; i++)
		if (str_eq(d->levels[i].style, style))
			return i;
	return 0;
}

static const struct level *level_at(const struct definition *d, const struct list *l, int64_t n)
{
	return l->levels != NULL && l->levels[n].is_set ? &l->levels[n] : &d->levels[n];
}

static void count(struct definition *d, struct list *l, int64_t n)
{
	if (l->has_start[n] && !l->began[n])
		d->counts[n] = l->starts[n];
	else if (!d->counting[n])
		d->counts[n] = level_at(d, l, n)->start;
	else if (d->counts[n] < COUNT_MAX)
		d->counts[n]++;
	l->began[n] = true;
	d->counting[n] = true;
	for (int64_t deeper = n + 1; deeper < LEVELS; deeper++) {
		const int64_t behind = level_at(d, l, deeper)->restart;
		if (behind < 0 || n < behind)
			d->counting[deeper] = false;
	}
}

static void put_letters(struct buf *to, int64_t n, char first)
{
	for (int64_t i = (n - 1) / 26; i >= 0; i--)
		buf_char(to, (char)(first + (n - 1) % 26));
}

static void put_roman(struct buf *to, int64_t n, bool upper)
{
	static const struct {
		int64_t worth;
		const char *upper, *lower;
	} signs[] = { { 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" }, { 400, "CD", "cd" }, { 100, "C", "c" }, { 90, "XC", "xc" }, { 50, "L", "l" },
		      { 40, "XL", "xl" }, { 10, "X", "x" }, { 9, "IX", "ix" }, { 5, "V", "v" }, { 4, "IV", "iv" }, { 1, "I", "i" } };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (; n >= signs[i].worth; n -= signs[i].worth)
			buf_c(to, upper ? signs[i].upper : signs[i].lower);
}

static void put_count(struct buf *to, struct str format, int64_t n)
{
	const bool upper = str_starts(format, STR("upper"));

	if (str_ends(format, STR("Roman")) && n > 0 && n < 4000) {
		put_roman(to, n, upper);
	} else if (str_ends(format, STR("erLetter")) && n > 0 && n <= 26 * LETTERS_MAX) {
		put_letters(to, n, upper ? 'A' : 'a');
	} else if (!str_eq(format, STR("none"))) {
		buf_c(to, str_eq(format, STR("decimalZero")) && n >= 0 && n < 10 ? "0" : "");
		buf_int(to, n);
	}
}

/* "%1.%2" with the counts in it; of a level that did not begin, its start. */
static void put_text(struct buf *to, const struct definition *d, const struct list *l, int64_t n)
{
	const struct level *own = level_at(d, l, n);
	const struct str text = utf8_head(own->text, TEXT_MAX);

	for (size_t i = 0; i < text.n; i++) {
		const int64_t other = text.p[i] == '%' && i + 1 < text.n ? text.p[i + 1] - '1' : -1;
		if (other < 0 || other > n) {
			buf_char(to, text.p[i]);
			continue;
		}
		const struct level *shown = level_at(d, l, other);
		put_count(to, own->legal ? STR("decimal") : shown->format, d->counting[other] ? d->counts[other] : shown->start);
		i++;
	}
}

void docx_number_next(struct docx_numbers *numbers, const struct docx_styles *s, struct str num, struct str ilvl, struct str style, struct buf *out)
{
	struct list *l = list_of(numbers, num);
	struct definition *d = definition_behind(numbers, s, l);
	const int64_t n = d == NULL ? -1 : level_of(d, ilvl, style);

	if (n < 0 || !level_at(d, l, n)->is_set)
		return;
	count(d, l, n);
	const struct level *own = level_at(d, l, n);
	if (own->hidden || own->text.n == 0)
		return;
	if (str_eq(own->format, STR("bullet")))
		buf_c(out, "-");
	else
		put_text(out, d, l, n);
	buf_c(out, own->behind);
}
