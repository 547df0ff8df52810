/* SPDX-License-Identifier: EUPL-1.2 */
/* The reading, for a person: label, value, and the line of the text it was read on; or why it was not read.
 *
 * One line per value, the passage under it, so that a jurist checks a reading by eye against the act. Every byte of the
 * document goes through escape.h.
 */
#include "escape.h"
#include "fields.h"
#include "fold.h"
#include "reading_out.h"

#define EXCERPT_BYTES 160
#define LABEL_WIDTH 26

enum style { PLAIN, TITLE, GOOD, WEAK, BAD, QUOTE };

struct printer {
	struct arena *a;
	const struct reading *r;
	bool colour;
	struct buf *out;
};

static void styled(struct printer *p, enum style s, struct str text)
{
	static const char *const codes[] = { "", "\033[1m", "\033[32m", "\033[33m", "\033[31m", "\033[2m" };

	if (p->colour && s != PLAIN)
		buf_c(p->out, codes[s]);
	buf_str(p->out, escape_line(p->a, text, 4096));
	if (p->colour && s != PLAIN)
		buf_c(p->out, "\033[0m");
}

static void padded(struct printer *p, const char *label, size_t indent)
{
	const struct str s = str_c(label);

	for (size_t i = 0; i < indent; i++)
		buf_char(p->out, ' ');
	styled(p, TITLE, s);
	for (size_t n = utf8_count(s) + indent; n < LABEL_WIDTH; n++)
		buf_char(p->out, ' ');
	buf_c(p->out, " : ");
}

static void line_under(struct printer *p)
{
	buf_char(p->out, '\n');
	for (int i = 0; i < LABEL_WIDTH + 3; i++)
		buf_char(p->out, ' ');
}

static void passage(struct printer *p, struct span s)
{
	if (s.end <= s.start)
		return;
	const struct str text = squeeze(p->a, str_part(p->r->text->bytes, s.start, s.end));
	const struct place at = place_at(p->r->places, s.start);

	line_under(p);
	styled(p, QUOTE,
	       arena_printf(p->a, "ligne %u : « %.*s »", at.line, STR_ARG(escape_line(p->a, text, EXCERPT_BYTES))));
}

static struct str bounds(struct printer *p, const struct item *it)
{
	struct str s = { NULL, 0 };

	if (it->depuis.n > 0)
		s = arena_printf(p->a, " (depuis : %.*s)", STR_ARG(it->depuis));
	if (it->jusqua.n > 0)
		s = arena_printf(p->a, "%.*s (jusqu'à : %.*s)", STR_ARG(s), STR_ARG(it->jusqua));
	return s;
}

static struct str person_text(struct printer *p, const struct person *who)
{
	if (who->civilite.n == 0)
		return who->nom;
	return arena_printf(p->a, "%.*s %.*s", STR_ARG(who->civilite), STR_ARG(who->nom));
}

static struct str euros(struct printer *p, int64_t cents)
{
	const int64_t whole = cents / 100, rest = cents % 100;

	if (whole >= 1000000)
		return arena_printf(p->a, "%lld %03lld %03lld,%02lld €", (long long)(whole / 1000000),
				    (long long)(whole / 1000 % 1000), (long long)(whole % 1000), (long long)rest);
	if (whole >= 1000)
		return arena_printf(p->a, "%lld %03lld,%02lld €", (long long)(whole / 1000), (long long)(whole % 1000),
				    (long long)rest);
	return arena_printf(p->a, "%lld,%02lld €", (long long)whole, (long long)rest);
}

static struct str item_text(struct printer *p, enum field_type type, const struct item *it)
{
	switch (type) {
	case TYPE_ELUS:
		return arena_printf(p->a, "%.*s%.*s", STR_ARG(person_text(p, &it->qui)), STR_ARG(bounds(p, it)));
	case TYPE_POUVOIRS:
		return arena_printf(p->a, "%.*s → %.*s%.*s", STR_ARG(person_text(p, &it->qui)),
				    STR_ARG(person_text(p, &it->porteur)), STR_ARG(bounds(p, it)));
	case TYPE_REFERENCES:
		return it->cle;
	case TYPE_MONTANTS:
		return arena_printf(p->a, "%.*s%s%.*s%s%.*s", STR_ARG(euros(p, it->centimes)), it->texte.n > 0 ? " " : "",
				    STR_ARG(it->texte), it->qui.nom.n > 0 ? " → " : "", STR_ARG(it->qui.nom));
	default:
		return it->texte;
	}
}

static void print_list(struct printer *p, enum field_type type, const struct field *f)
{
	if (f->n == 0) {
		styled(p, GOOD, STR("aucun"));
		return;
	}
	buf_printf(p->out, "%zu", f->n);
	for (size_t i = 0; i < f->n; i++) {
		line_under(p);
		buf_c(p->out, "- ");
		styled(p, GOOD, item_text(p, type, &f->items[i]));
		buf_printf(p->out, "  (ligne %u)", place_at(p->r->places, f->items[i].span.start).line);
	}
}

static bool same_people(const struct field *a, const struct field *b)
{
	if (a->statut != FIELD_LU || b->statut != FIELD_LU || a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->items[i].qui.cle, b->items[i].qui.cle) ||
		    !str_eq(a->items[i].porteur.cle, b->items[i].porteur.cle))
			return false;
	return true;
}

/* The séance's list again, unless someone came or left. */
static bool repeats_the_seance(const struct printer *p, const struct field_desc *d, const struct field *f)
{
	const struct field_desc *of_seance = field_desc(str_c(d->name));

	return d->scope == SCOPE_ACTE && of_seance != d && of_seance != NULL &&
	       same_people(f, field_of(of_seance, p->r));
}

static void print_unread(struct printer *p, const struct field *f)
{
	styled(p, f->statut == FIELD_ABSENT ? WEAK : BAD, str_c(statut_word(f->statut)));
	if (f->raison.n > 0) {
		buf_c(p->out, ", ");
		styled(p, PLAIN, f->raison);
	}
	for (size_t i = 0; f->statut == FIELD_AMBIGU && i < f->n; i++) {
		line_under(p);
		buf_c(p->out, "- ");
		styled(p, WEAK, f->items[i].texte);
		buf_printf(p->out, "  (ligne %u)", place_at(p->r->places, f->items[i].span.start).line);
	}
	if (f->statut != FIELD_AMBIGU)
		passage(p, f->span);
}

static void print_field(struct printer *p, const struct field_desc *d, const struct field *f, size_t indent)
{
	padded(p, d->libelle, indent);
	if (f->statut != FIELD_LU) {
		print_unread(p, f);
	} else if (repeats_the_seance(p, d, f)) {
		buf_printf(p->out, "%zu, comme pour la séance", f->n);
	} else if (d->type >= TYPE_ELUS) {
		print_list(p, d->type, f);
	} else {
		styled(p, GOOD, d->type == TYPE_NOMBRE ? arena_printf(p->a, "%lld", (long long)f->nombre) : f->texte);
		if (f->de_registre)
			buf_c(p->out, "  (registre des collectivités)");
		else if (d->type != TYPE_TEXTE ||
			 !str_eq(f->texte, squeeze(p->a, str_part(p->r->text->bytes, f->span.start, f->span.end))))
			passage(p, f->span);
		else
			buf_printf(p->out, "  (ligne %u)", place_at(p->r->places, f->span.start).line);
	}
	buf_char(p->out, '\n');
}

static void print_scope(struct printer *p, enum field_scope scope, const void *owner, size_t indent)
{
	for (size_t i = 0; i < FIELDS_N; i++)
		if (FIELDS[i].scope == scope)
			print_field(p, &FIELDS[i], field_of(&FIELDS[i], owner), indent);
}

static void heading(struct printer *p, struct str text)
{
	styled(p, TITLE, text);
	buf_char(p->out, '\n');
}

void reading_print(struct arena *a, const struct reading *r, bool colour, struct buf *out)
{
	struct printer p = { a, r, colour, out };
	unsigned n[4];

	heading(&p, STR("Séance"));
	print_scope(&p, SCOPE_SEANCE, r, 2);
	for (size_t i = 0; i < r->actes_n; i++) {
		const struct acte *acte = &r->actes[i];

		buf_char(out, '\n');
		heading(&p, r->actes_n > 1 ? arena_printf(a, "Acte %zu sur %zu", i + 1, r->actes_n) : STR("Acte"));
		print_scope(&p, SCOPE_ACTE, acte, 2);
		for (size_t v = 0; v < acte->votes_n; v++) {
			heading(&p, acte->votes_n > 1 ? arena_printf(a, "  Vote %zu sur %zu", v + 1, acte->votes_n)
						      : STR("  Vote"));
			print_scope(&p, SCOPE_VOTE, &acte->votes[v], 4);
		}
		if (acte->votes_n == 0)
			buf_c(out, "  Aucun vote reconnu.\n");
	}
	reading_count(r, n);
	buf_printf(out, "\n%u lus, %u absents, %u illisibles, %u ambigus\n", n[FIELD_LU], n[FIELD_ABSENT],
		   n[FIELD_ILLISIBLE], n[FIELD_AMBIGU]);
}
