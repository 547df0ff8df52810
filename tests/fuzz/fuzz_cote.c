/* SPDX-License-Identifier: EUPL-1.2 */
/* Any bytes as a side file, beside one that is read: values in their form, reasons in French, and a reading that can be shown. */
#include "fuzz.h"

#include "date.h"
#include "escape.h"
#include "fields.h"
#include "json.h"
#include "reading_out.h"
#include "sides.h"

#define SURE                                                                                                               \
	"{\"numero_de_lacte\": \"DE2031_11\", \"date_de_lacte\": \"2031-04-02\", \"acte_nature\": \"1\", "                     \
	"\"classification\": \"7.5\", \"objet\": \"\\u00c9cole\"}"
#define OUTPUT_MAX (4 * MIB)

static bool is_right(const struct envelope_value *v)
{
	struct date day;
	int64_t n;
	switch (v->what) {
	case ENVELOPE_DATE:
	case ENVELOPE_RECEPTION: return date_parse(v->text, &day);
	case ENVELOPE_SIREN: return v->text.n == 9 && str_int(v->text, &n) && n >= 0;
	case ENVELOPE_NATURE: return str_int(v->text, &n) && n >= 1 && n <= 6;
	case ENVELOPE_MATIERE: return v->text.p[0] >= '1' && v->text.p[0] <= '9' && v->text.n < 15;
	case ENVELOPE_NUMERO: return v->text.n <= 64;
	default: return true;
	}
}

static void check_envelope(const struct envelope *v, struct str raw)
{
	const bool none = v->kind == ENVELOPE_NONE;
	CHECK(none == (v->why.n > 0) && (!none || v->n == 0) && v->n <= ENVELOPE_VALUES);
	CHECK(!none || (utf8_valid(v->why) && memchr(v->why.p, '\n', v->why.n) == NULL));
	CHECK(none == (envelope_kind_word(v->kind) == NULL));
	for (size_t i = 0; i < v->n; i++) {
		CHECK(v->at[i].text.n > 0 && v->at[i].text.n <= 2048 && utf8_valid(v->at[i].text));
		CHECK(memchr(v->at[i].text.p, '\0', v->at[i].text.n) == NULL);
		CHECK(v->at[i].line >= 1 && v->at[i].line <= raw.n + 1);
		CHECK(v->at[i].wrong || is_right(&v->at[i]));
	}
}

static void check_field(const struct reading *r, const struct field_desc *d)
{
	const struct field *f = field_of(d, r);
	CHECK(f->statut == FIELD_LU ? f->cote <= r->cotes_n : f->raison.n > 0 && f->cote == 0);
	CHECK(f->statut != FIELD_LU || d->type == TYPE_TEXTES || f->texte.n > 0);
	for (size_t i = 0; i < f->n; i++)
		CHECK(is_printable_line(f->items[i].texte));
}

static void check_shown(struct arena *a, const struct reading *r)
{
	struct buf out;
	buf_init(&out, OUTPUT_MAX);
	reading_json(r, "", false, &out);
	for (size_t i = 0; i < out.n; i++)
		CHECK(out.p[i] >= 0x20 && out.p[i] < 0x7f);
	buf_clear(&out);
	reading_print(a, r, (struct look){false, 0}, &out);
	CHECK(!out.full && utf8_valid(buf_view(&out)) && memchr(out.p, '\033', out.n) == NULL);
	buf_done(&out);
}

static void check_merged(struct arena *a, struct str raw)
{
	static const struct text text = {.bytes = {"Acte", 4}, .received = true, .raw = {"Acte", 4}};
	const struct acte acte = {.span = {0, 4}, .numero = {.statut = FIELD_LU, .span = {0, 4}, .texte = STR("2031-11")}};
	const struct reading r = {.text = &text, .places = places_of(a, &text), .pages = 1, .actes = &acte, .actes_n = 1,
				  .siren = {.statut = FIELD_LU, .span = {0, 4}, .texte = STR("200009912")},
				  .reception = {.statut = FIELD_ILLISIBLE, .raison = STR("non lue")}, .identifiant = {.raison = STR("aucun")}};
	const struct side_file files[] = {{.nom = STR("099-200009913-20310402-1-DE-1-1_0.xml"), .raw = raw}, {.nom = STR("metadata.json"), .raw = STR(SURE)}};
	for (size_t n = 0; n <= 2; n++) {
		const struct reading *merged = reading_with_sides(a, &r, files, n);
		CHECK(merged->cotes_n == n);
		for (size_t i = 0; i < FIELDS_N; i++)
			if (FIELDS[i].scope == SCOPE_ENVOI)
				check_field(merged, &FIELDS[i]);
		if (n == 2)
			check_shown(a, merged);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	const struct str raw = {(const char *)p, n};
	struct envelope v;
	struct arena a;
	arena_init(&a, LIMIT_ACT_MEMORY);
	envelope_read(&a, raw, &v);
	check_envelope(&v, raw);
	check_merged(&a, raw);
	arena_done(&a);
	return 0;
}
