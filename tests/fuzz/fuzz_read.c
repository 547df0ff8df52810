/* SPDX-License-Identifier: EUPL-1.2 */
/* Any bytes → a reading or a named refusal. Of a reading: every span is inside the text and quotes what was read, lists are
 * in order, every field that is not `lu` says why; the JSON parses and the page for a person holds no control byte. */
#include <jansson.h>

#include "fuzz.h"

#include "act.h"
#include "date.h"
#include "fields.h"
#include "file.h"
#include "reading_out.h"

#define OUTPUT_MAX (64 * MIB)
#define SMALL_MEMORY_ONE_IN 16 /* inputs read a second time with less memory than they took */

static const struct lexicon *lexicon(void)
{
	static struct arena a;
	static const struct lexicon *lx;
	static struct buf yaml;
	struct err e = {0};
	if (lx)
		return lx;
	arena_init(&a, LIMIT_ACT_MEMORY);
	buf_init(&yaml, LIMIT_YAML_BYTES);
	if (!file_read("conf/lexique.yaml", &yaml, &e) || !lexicon_load(&a, buf_view(&yaml), "lexique.yaml", &lx, &e)) {
		fprintf(stderr, "%s\n", e.msg);
		exit(1);
	}
	return lx;
}

/* Letters and digits of `part` in their order within `whole`: a reading may leave out, never add. */
static bool comes_from(struct arena *a, struct str part, struct str whole)
{
	struct str p = fold_text(a, part), w = fold_text(a, whole);
	size_t at = 0;
	for (size_t k = 0; k < w.n && at < p.n; k++) {
		while (at < p.n && (p.p[at] == ' ' || p.p[at] == '-' || p.p[at] == '\''))
			at++;
		at += at < p.n && p.p[at] == w.p[k];
	}
	while (at < p.n && (p.p[at] == ' ' || p.p[at] == '-' || p.p[at] == '\''))
		at++;
	return at == p.n;
}

struct looked { /* one reading under the eye */
	struct arena a;
	const struct text *text;
	const struct reading *r;
};

static struct str quote(const struct looked *l, struct span s)
{
	return str_part(l->text->bytes, s.start, s.end);
}

static void check_text(struct str s)
{
	CHECK(s.n == 0 || utf8_valid(s));
}

static bool no_span(struct span s)
{
	return s.start == 0 && s.end == 0;
}

/* "M. le Maire" is who presides, under his own name: it stands elsewhere, as it is read. */
static bool is_a_titles(struct looked *l, const struct person *who)
{
	const struct str title = fold_text(&l->a, quote(l, who->span));

	return (str_find(title, STR("maire"), 0) != STR_NONE || str_find(title, STR("president"), 0) != STR_NONE) &&
	       str_find(fold_text(&l->a, l->text->bytes), fold_text(&l->a, who->nom), 0) != STR_NONE;
}

static void check_person(struct looked *l, const struct person *who)
{
	check_text(who->nom);
	check_text(who->civilite);
	CHECK(who->nom.n > 0 && fuzz_span(l->text, who->span));
	CHECK(comes_from(&l->a, who->nom, quote(l, who->span)) || is_a_titles(l, who));
}

static void check_item(struct looked *l, enum field_type type, const struct item *it)
{
	CHECK(fuzz_span(l->text, it->span));
	check_text(it->texte);
	check_text(it->cle);
	check_text(it->depuis);
	check_text(it->jusqua);
	if (type == TYPE_ELUS || type == TYPE_POUVOIRS)
		check_person(l, &it->qui);
	if (type == TYPE_POUVOIRS)
		check_person(l, &it->porteur);
	if (type == TYPE_TEXTES)
		CHECK(it->texte.n > 0 && comes_from(&l->a, it->texte, quote(l, it->span)));
	if (type == TYPE_REFERENCES)
		CHECK(it->cle.n > 0);
	if (type == TYPE_MONTANTS && it->qui.nom.n > 0)
		check_person(l, &it->qui);
	CHECK(type != TYPE_MONTANTS || it->centimes >= 0);
}

static bool in_order(enum field_type type)
{
	return type == TYPE_TEXTES || type == TYPE_REFERENCES || type == TYPE_MONTANTS;
}

static void check_list(struct looked *l, enum field_type type, const struct field *f)
{
	CHECK(f->n <= LIMIT_LIST_ITEMS);
	for (size_t i = 0; i < f->n; i++) {
		check_item(l, type, &f->items[i]);
		CHECK(i == 0 || !in_order(type) || f->items[i - 1].span.start <= f->items[i].span.start);
	}
}

static bool is_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= 'a' && s.p[i] <= 'z') && s.p[i] != '_')
			return false;
	return s.n > 0;
}

/* "2024-03-12", "18:30": the shape, and a day of the calendar. */
static bool is_shape(struct str s, const char *shape)
{
	for (size_t i = 0; i < s.n && shape[i] != '\0'; i++)
		if (shape[i] == '9' ? s.p[i] < '0' || s.p[i] > '9' : s.p[i] != shape[i])
			return false;
	return s.n == strlen(shape);
}

static bool is_date(struct str s)
{
	int64_t y, m, d;
	return is_shape(s, "9999-99-99") && str_int(str_part(s, 0, 4), &y) && str_int(str_part(s, 5, 7), &m) &&
	       str_int(str_part(s, 8, 10), &d) && date_valid((struct date){(int)y, (int)m, (int)d});
}

static void check_value(struct looked *l, enum field_type type, const struct field *f)
{
	switch (type) {
	case TYPE_TEXTE: CHECK(f->texte.n > 0 && comes_from(&l->a, f->texte, quote(l, f->span))); break;
	case TYPE_MOT: CHECK(is_word(f->texte)); break;
	case TYPE_DATE: CHECK(is_date(f->texte)); break;
	case TYPE_HEURE:
		CHECK(is_shape(f->texte, "99:99") && f->texte.p[0] <= '2' && f->texte.p[3] <= '5');
		break;
	case TYPE_NOMBRE: CHECK(f->nombre >= 0 && f->nombre <= 999999); break;
	default: check_list(l, type, f);
	}
}

static void check_field(struct looked *l, const struct field_desc *d, const struct field *f)
{
	CHECK(no_span(f->span) || fuzz_span(l->text, f->span));
	check_text(f->texte);
	CHECK(!f->de_registre);
	if (f->statut == FIELD_LU) {
		CHECK(f->raison.n == 0);
		CHECK(d->type >= TYPE_ELUS || d->type == TYPE_MOT || !no_span(f->span));
		check_value(l, d->type, f);
		return;
	}
	CHECK(f->raison.n > 0 && utf8_valid(f->raison));
	CHECK(f->statut != FIELD_AMBIGU || f->n > 0);
	for (size_t i = 0; f->statut == FIELD_AMBIGU && i < f->n; i++) {
		CHECK(fuzz_span(l->text, f->items[i].span));
		CHECK(f->items[i].texte.n > 0 && utf8_valid(f->items[i].texte));
	}
}

static void check_scope(struct looked *l, enum field_scope scope, const void *owner)
{
	for (size_t i = 0; i < FIELDS_N; i++)
		if (FIELDS[i].scope == scope)
			check_field(l, &FIELDS[i], field_of(&FIELDS[i], owner));
}

static void check_actes(struct looked *l)
{
	CHECK(l->r->actes_n >= 1 && l->r->actes_n <= LIMIT_ACTES);
	for (size_t i = 0; i < l->r->actes_n; i++) {
		const struct acte *acte = &l->r->actes[i];
		CHECK(no_span(acte->span) || fuzz_span(l->text, acte->span));
		CHECK(i == 0 || acte[-1].span.end <= acte->span.start);
		check_scope(l, SCOPE_ACTE, acte);
		for (size_t v = 0; v < acte->votes_n; v++) {
			CHECK(fuzz_span(l->text, acte->votes[v].span));
			CHECK(v == 0 || acte->votes[v - 1].span.start <= acte->votes[v].span.start);
			check_scope(l, SCOPE_VOTE, &acte->votes[v]);
		}
	}
}

/* One line of ASCII, read back by jansson's own parser; indented or not, the same value. */
static void check_json(const struct reading *r)
{
	struct buf line, indented;
	json_error_t why;
	buf_init(&line, OUTPUT_MAX);
	buf_init(&indented, OUTPUT_MAX);
	reading_json(r, "abc", false, &line);
	reading_json(r, "abc", true, &indented);
	CHECK(!line.full && !indented.full);
	for (size_t i = 0; i < line.n; i++)
		CHECK(line.p[i] >= ' ' && line.p[i] <= '~');
	json_t *one = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES, &why);
	json_t *two = json_loadb(indented.p, indented.n, JSON_REJECT_DUPLICATES, &why);
	CHECK(one != NULL && two != NULL && json_equal(one, two));
	json_decref(one);
	json_decref(two);
	buf_done(&line);
	buf_done(&indented);
}

/* Valid UTF-8; without our own colours, no control but line ends and tabs, nothing of direction. */
static void check_page(struct str page)
{
	uint32_t cp;
	CHECK(utf8_valid(page));
	for (size_t at = 0; at < page.n;) {
		if (str_starts(str_part(page, at, page.n), STR("\033["))) {
			for (at += 2; page.p[at] != 'm'; at++)
				CHECK((page.p[at] >= '0' && page.p[at] <= '9') || page.p[at] == ';');
			at++;
			continue;
		}
		at += utf8_next(page, at, &cp);
		CHECK(cp == '\n' || cp == '\t' || (cp >= ' ' && cp != 0x7F && !(cp >= 0x80 && cp < 0xA0)));
		CHECK(!cp_is_unseen(cp) && cp != 0x2028 && cp != 0x2029);
	}
}

static void check_pages(struct arena *a, const struct reading *r)
{
	static const struct look looks[] = {{false, 0}, {true, 0}, {true, 80}, {true, PEN_NARROW}};
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		struct buf page;
		buf_init(&page, OUTPUT_MAX);
		reading_print(a, r, looks[i], &page);
		reading_annotate(a, r, looks[i], &page);
		CHECK(!page.full && (looks[i].colour || memchr(page.p, '\033', page.n) == NULL));
		check_page(buf_view(&page));
		buf_done(&page);
	}
}

static void check_reading(const struct text *text, const struct reading *r)
{
	struct looked l = {.text = text, .r = r};
	arena_init(&l.a, (size_t)4 * 1024 * MIB);
	check_scope(&l, SCOPE_SEANCE, r);
	check_actes(&l);
	check_json(r);
	check_pages(&l.a, r);
	arena_done(&l.a);
}

static bool read_within(const uint8_t *p, size_t n, size_t memory, bool look, size_t *ret_used)
{
	struct arena a;
	struct text text;
	const struct reading *r = NULL;
	enum text_refusal why = REFUSAL_NONE;
	struct err e = {0};
	bool ok = false;
	arena_init(&a, LIMIT_ACT_MEMORY);
	if (fuzz_decode(&a, p, n, LIMIT_TEXT_BYTES, &text)) {
		a.ceiling = memory;
		ok = act_read(&a, lexicon(), &text, &r, &why, &e);
		CHECK(ok ? r != NULL : why == REFUSAL_NOT_ACT || why == REFUSAL_SIZE);
		CHECK(ok || fuzz_is_french_sentence(e.msg));
		CHECK(!a.trapped);
		if (ok && look)
			check_reading(&text, r);
	}
	*ret_used = a.used;
	arena_done(&a);
	return ok;
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	uint32_t hash = 2166136261U;
	size_t used, again;
	bool ok = read_within(p, n, LIMIT_ACT_MEMORY, true, &used);
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ p[i]) * 16777619U;
	if (ok && hash % SMALL_MEMORY_ONE_IN == 0)
		read_within(p, n, used / 256 * (hash >> 24), false, &again);
	return 0;
}
