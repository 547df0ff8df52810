/* SPDX-License-Identifier: EUPL-1.2 */
#include "sides.h"

#include <stddef.h>

#include "bounds.h"
#include "escape.h"
#include "fields.h"
#include "fold.h"

#define SHOWN_BYTES 120
#define SCRATCH (64 * MIB)

/* One value of one file; they are sorted by how far they are believed. */
struct said {
	const struct envelope_value *v;
	size_t file;
};
struct merge {
	struct arena *a;
	struct arena scratch; /* for what the files hold: the reading may have taken nearly all of `a` */
	struct reading *r; /* writable: a copy */
	const struct side_file *files;
	struct envelope *read; /* one per file */
	size_t n;
	struct { struct said *at; size_t n, cap; } all;
	struct { struct item *at; size_t n, cap; } desaccords;
};

static const struct {
	size_t field;	 /* of the reading */
	const char *dit; /* in a sentence */
	const char *is;	 /* what it should be */
} WHATS[ENVELOPE_WHATS] = {
	[ENVELOPE_DATE] = { offsetof(struct reading, acte_date), "date transmise", "une date AAAA-MM-JJ" },
	[ENVELOPE_RECEPTION] = { offsetof(struct reading, acte_reception), "date de réception", "une date AAAA-MM-JJ" },
	[ENVELOPE_NUMERO] = { offsetof(struct reading, acte_numero), "numéro transmis", "un numéro d'acte" },
	[ENVELOPE_SIREN] = { offsetof(struct reading, acte_siren), "SIREN transmis", "un SIREN de neuf chiffres" },
	[ENVELOPE_IDENTIFIANT] = { offsetof(struct reading, acte_identifiant), "identifiant transmis", "un identifiant ACTES" },
	[ENVELOPE_NATURE] = { offsetof(struct reading, acte_nature), "nature déclarée", "une nature, de 1 à 6" },
	[ENVELOPE_MATIERE] = { offsetof(struct reading, acte_matiere), "matière déclarée", "une matière, comme 7.5" },
	[ENVELOPE_OBJET] = { offsetof(struct reading, acte_objet), "objet déclaré", "un objet" },
};

static struct field *field_for(struct reading *r, enum envelope_what what)
{
	return (struct field *)(void *)((char *)r + WHATS[what].field);
}

struct str side_place(struct arena *a, const struct reading *r, const struct field *f)
{
	if (f->cote == 0)
		return STR("");
	const struct str name = r->cotes[f->cote - 1].nom;

	return f->ligne > 0 ? arena_printf(a, "%.*s, ligne %u", STR_ARG(name), f->ligne) : arena_printf(a, "nom de %.*s", STR_ARG(name));
}

/* As the field has it: a nature as its word. */
static struct str value_of(const struct envelope_value *v)
{
	int64_t code;

	if (v->what == ENVELOPE_NATURE && !v->wrong && str_int(v->text, &code))
		return str_c(NATURE_WORDS[code - 1]);
	return v->text;
}

static struct str digits_of(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.n);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] > '0' && s.p[i] <= '9')
			out[n++] = s.p[i];
	return (struct str){ out, n };
}

/* Each software spells numbers its own way: "2031-04", "DEL2031_004", "4", "2031-04-1". What they all keep is figures other than
 * zero, in order; less than that is no accusation. */
static bool same_number(struct arena *a, struct str x, struct str y)
{
	const struct str dx = digits_of(a, x), dy = digits_of(a, y);

	return str_find(dx, dy, 0) != STR_NONE || str_find(dy, dx, 0) != STR_NONE;
}

/* "7.5" and "7.5.1" agree. */
static bool same_matter(struct str x, struct str y)
{
	const struct str shorter = x.n < y.n ? x : y, longer = x.n < y.n ? y : x;

	return str_starts(longer, shorter) && (longer.n == shorter.n || longer.p[shorter.n] == '.');
}

static bool agree(struct arena *a, enum envelope_what what, struct str x, struct str y)
{
	switch (what) {
	case ENVELOPE_OBJET: /* told in other words, or cut */
		return true;
	case ENVELOPE_NUMERO:
		return same_number(a, x, y);
	case ENVELOPE_MATIERE:
		return same_matter(x, y);
	default:
		return str_eq(x, y);
	}
}

static struct str place_of_said(const struct merge *m, const struct said *s)
{
	return arena_printf(m->a, "%.*s, ligne %u", STR_ARG(m->r->cotes[s->file].nom), s->v->line);
}

static void disagree(struct merge *m, struct str sentence, struct span span)
{
	for (size_t i = 0; i < m->desaccords.n; i++)
		if (str_eq(m->desaccords.at[i].texte, sentence))
			return;
	*ARENA_PUSH(m->a, &m->desaccords) = (struct item){ .texte = sentence, .span = span };
}

/* Values as they stand in the files, so that they can be looked for there. */
static void contradict(struct merge *m, const struct said *kept, const struct said *other)
{
	disagree(m,
		 arena_printf(m->a, "%s : « %.*s » (%.*s), « %.*s » (%.*s)", WHATS[kept->v->what].dit,
			      STR_ARG(escape_line(m->a, value_of(kept->v), SHOWN_BYTES)), STR_ARG(place_of_said(m, kept)),
			      STR_ARG(escape_line(m->a, value_of(other->v), SHOWN_BYTES)), STR_ARG(place_of_said(m, other))),
		 (struct span){ 0, 0 });
}

static const struct side_read *first_unread(const struct reading *r)
{
	for (size_t i = 0; i < r->cotes_n; i++)
		if (r->cotes[i].kind == ENVELOPE_NONE)
			return &r->cotes[i];
	return NULL;
}

static struct str unread_reason(const struct merge *m, const struct side_read *s)
{
	return arena_printf(m->a, "%.*s n'est pas lu : %.*s", STR_ARG(s->nom), STR_ARG(s->raison));
}

static struct field nothing_said(const struct merge *m)
{
	const struct side_read *unread = first_unread(m->r);

	if (unread)
		return (struct field){ .statut = FIELD_ILLISIBLE, .raison = unread_reason(m, unread) };
	return (struct field){ .statut = FIELD_ABSENT,
			       .raison = m->n == 0 ? STR("aucun fichier d'accompagnement n'est venu avec l'acte")
						   : STR("aucun fichier d'accompagnement ne le dit") };
}

static struct field said_wrong(const struct merge *m, const struct said *s)
{
	return (struct field){ .statut = FIELD_ILLISIBLE,
			       .raison = arena_printf(m->a, "« %.*s » (%.*s) n'est pas %s", STR_ARG(escape_line(m->a, s->v->text, SHOWN_BYTES)),
						      STR_ARG(place_of_said(m, s)), WHATS[s->v->what].is) };
}

/* The value that is believed; the others are held against it. */
static struct field decide(struct merge *m, enum envelope_what what)
{
	const struct said *kept = NULL, *wrong = NULL;

	for (size_t i = 0; i < m->all.n; i++) {
		const struct said *s = &m->all.at[i];

		if (s->v->what != what)
			continue;
		if (s->v->wrong)
			wrong = wrong ? wrong : s;
		else if (kept == NULL)
			kept = s;
		else if (!agree(m->a, what, value_of(kept->v), value_of(s->v)))
			contradict(m, kept, s);
	}
	if (kept)
		return (struct field){ .statut = FIELD_LU, .texte = arena_dup(m->a, value_of(kept->v)), .cote = (unsigned)kept->file + 1, .ligne = kept->v->line };
	return wrong ? said_wrong(m, wrong) : nothing_said(m);
}

/* "034-491011698-20171207-CL20171227_06-DE-1-1_0.xml" */
static bool siren_in_name(struct str name, struct str *ret)
{
	int64_t number;

	*ret = str_part(name, 4, 13);
	return name.n > 14 && name.p[3] == '-' && name.p[13] == '-' && ret->n == 9 && str_int(*ret, &number) && number > 0;
}

static void siren_of_a_name(struct merge *m, struct field *f)
{
	for (size_t i = 0; i < m->n && f->statut != FIELD_LU; i++) {
		struct str siren;

		if (m->read[i].kind != ENVELOPE_NONE && siren_in_name(m->files[i].nom, &siren))
			*f = (struct field){ .statut = FIELD_LU, .texte = arena_dup(m->a, siren), .cote = (unsigned)i + 1 };
	}
}

/* An act that came alone is as its stamp has it, read or not. */
static void or_as_stamped(const struct merge *m, struct field *f, const struct field *stamp)
{
	if (f->statut != FIELD_LU && (stamp->statut == FIELD_LU || m->n == 0))
		*f = *stamp;
}

/* Of several actes none is known to be the one that was sent. */
static void compare_number(struct merge *m)
{
	const struct field *sent = &m->r->acte_numero, *own = &m->r->actes[0].numero;

	if (m->r->actes_n != 1 || sent->statut != FIELD_LU || own->statut != FIELD_LU || same_number(m->a, sent->texte, own->texte))
		return;
	disagree(m,
		 arena_printf(m->a, "%s : « %.*s » (%.*s), « %.*s » dans l'acte", WHATS[ENVELOPE_NUMERO].dit, STR_ARG(escape_line(m->a, sent->texte, SHOWN_BYTES)),
			      STR_ARG(side_place(m->a, m->r, sent)), STR_ARG(escape_line(m->a, own->texte, SHOWN_BYTES))),
		 own->span);
}

static void read_files(struct merge *m)
{
	struct side_read *sides = ARENA_ARRAY(m->a, m->n + 1, struct side_read);

	for (size_t i = 0; i < m->n; i++) {
		struct envelope *v = &m->read[i];

		if (m->files[i].unread.n > 0)
			*v = (struct envelope){ .why = m->files[i].unread };
		else
			envelope_read(&m->scratch, m->files[i].raw, v);
		sides[i] = (struct side_read){ m->files[i].nom, m->files[i].sha256, v->kind, arena_dup(m->a, v->why) };
	}
	m->r->cotes = sides;
	m->r->cotes_n = m->n;
	for (enum envelope_kind k = ENVELOPE_ARACTE; k <= ENVELOPE_PASTELL; k++)
		for (size_t i = 0; i < m->n; i++)
			for (size_t j = 0; m->read[i].kind == k && j < m->read[i].n; j++)
				*ARENA_PUSH(&m->scratch, &m->all) = (struct said){ &m->read[i].at[j], i };
}

static void set_disagreements(struct merge *m)
{
	const struct side_read *unread = first_unread(m->r);

	if (m->n == 0)
		m->r->desaccords = nothing_said(m);
	else if (unread && m->desaccords.n == 0)
		m->r->desaccords = (struct field){ .statut = FIELD_ILLISIBLE, .raison = unread_reason(m, unread) };
	else
		m->r->desaccords = (struct field){ .statut = FIELD_LU, .items = m->desaccords.at, .n = m->desaccords.n };
}

const struct reading *reading_with_sides(struct arena *a, const struct reading *r, const struct side_file *files, size_t n)
{
	struct merge m = { .a = a, .r = ARENA_NEW(a, struct reading), .files = files, .n = n };

	arena_init(&m.scratch, SCRATCH);
	m.read = ARENA_ARRAY(&m.scratch, n + 1, struct envelope);
	*m.r = *r;
	read_files(&m);
	for (int what = 0; what < ENVELOPE_WHATS; what++)
		*field_for(m.r, (enum envelope_what)what) = decide(&m, (enum envelope_what)what);
	or_as_stamped(&m, &m.r->acte_siren, &r->siren);
	or_as_stamped(&m, &m.r->acte_reception, &r->reception);
	or_as_stamped(&m, &m.r->acte_identifiant, &r->identifiant);
	siren_of_a_name(&m, &m.r->acte_siren);
	compare_number(&m);
	set_disagreements(&m);
	arena_done(&m.scratch);
	return m.r;
}
