/* SPDX-License-Identifier: EUPL-1.2 */
/* Who wrote the act, and under which identifier: collectivité, stamp identifier, SIREN (body and level: organe.c, niveau.c).
 *
 * The stamp of the transmission system is known by its shape (999-209900123-20240314-DE2024_110-DE), with or without
 * "ID :" before it, since OCR loses the label more often than the digits. The label alone counts only before something
 * that has a digit. Without a stamp or a footer the identifier is the acte's own number, of the first one in minutes
 * (reader_own_identifiant, once the actes are read).
 */
#include "reader_priv.h"

#define NATURE_LETTERS 2 /* "DE" */

static bool digits_at(const struct reader *rd, size_t i, size_t length)
{
	return i < rd->t.n && rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i].key.n == length;
}

static bool dash_at(const struct reader *rd, size_t i)
{
	return tok_mark(&rd->t, i, '-');
}

/* The natures of acts in the transmission protocol. */
static bool nature_at(const struct reader *rd, size_t i)
{
	static const char *const natures[] = { "de", "ar", "ai", "au", "cc", "co", "bf", "dl", NULL };

	return word_in(rd, i, natures) && rd->t.at[i].shape == SHAPE_UPPER;
}

/* DDD-SIREN-AAAAMMJJ- */
static bool stamp_opens(const struct reader *rd, size_t i)
{
	const bool department = digits_at(rd, i, 3) || (digits_at(rd, i, 2) && rd->t.at[i + 1].key.n == 1);
	const size_t siren = i + (digits_at(rd, i, 3) ? 2 : 3);

	return department && dash_at(rd, siren - 1) && digits_at(rd, siren, 9) && dash_at(rd, siren + 1) &&
	       digits_at(rd, siren + 2, 8) && dash_at(rd, siren + 3);
}

/* DDD-SIREN-AAAAMMJJ-NUMERO-NATURE: returns the token after it. */
static size_t stamp_at(const struct reader *rd, size_t i)
{
	const size_t siren = i + (digits_at(rd, i, 3) ? 2 : 3);

	if (!stamp_opens(rd, i))
		return i;
	for (size_t k = siren + 5; k < rd->t.n && k < siren + 17; k++)
		if (nature_at(rd, k) && (dash_at(rd, k - 1) || tok_mark(&rd->t, k - 1, '.')) && !rd->t.at[k].space)
			return k + 1;
	return i;
}

/* A stamp whose end was not recognised: scanned badly, or of another acte in the same file. */
static size_t damaged_stamp_at(const struct reader *rd, size_t i)
{
	const size_t number = i + (digits_at(rd, i, 3) ? 6 : 7);

	if (!stamp_opens(rd, i) || stamp_at(rd, i) > i)
		return i;
	return read_number_of_act(rd, number);
}

/* Letters and digits only, so that an underscore that OCR made a space does not make another identifier. */
static struct str bare(struct reader *rd, struct range r)
{
	struct str out = { NULL, 0 };

	for (size_t i = r.from; i < r.to; i++)
		if (rd->t.at[i].kind != TOK_MARK)
			out = arena_printf(rd->a, "%.*s%.*s", STR_ARG(out), STR_ARG(rd->t.at[i].key));
	return out;
}

struct stamps {
	struct candidates texts; /* texte = the bare form, cle = as written */
	struct candidates sirens;
};

static void text_add(struct reader *rd, struct stamps *st, size_t i, size_t end)
{
	const size_t before = st->texts.n;

	candidate_add(rd, &st->texts, bare(rd, (struct range){ i, end }), reader_span(rd, i, end));
	if (st->texts.n > before)
		st->texts.at[before].cle = reader_text(rd, i, end);
}

static void stamp_add(struct reader *rd, struct stamps *st, size_t i, size_t end)
{
	const size_t siren = digits_at(rd, i, 3) ? i + 2 : i + 3;

	text_add(rd, st, i, end);
	candidate_add(rd, &st->sirens, rd->t.at[siren].key, reader_span(rd, siren, siren + 1));
}

/* "…-DR" for "…-DE" may be the scanner's; another number is another acte's. */
static void contradict(struct reader *rd, struct stamps *st, size_t i)
{
	const size_t end = damaged_stamp_at(rd, i);

	if (end == i || st->texts.n == 0)
		return;
	const struct str known = st->texts.at[0].texte, other = bare(rd, (struct range){ i, end });
	size_t same = 0;

	while (same < known.n && same < other.n && known.p[same] == other.p[same])
		same++;
	if (same + NATURE_LETTERS < known.n && same < other.n)
		text_add(rd, st, i, end);
}

static void labelled_add(struct reader *rd, struct stamps *st, size_t i)
{
	size_t k = cue_at(rd->lx, &rd->t, i, CUE_IDENTIFIANT);

	if (k == i || !tok_mark(&rd->t, k, ':'))
		return;
	k = skip_marks(rd, k, ":");
	const size_t end = read_number_of_act(rd, k);
	struct date day;
	int weekday;

	if (end > k && rd->t.at[k].lines <= 1 && leaf_date(&rd->t, k, &day, &weekday) != end)
		text_add(rd, st, k, end);
}

static void show_as_written(struct candidates *c)
{
	for (size_t i = 0; i < c->n; i++)
		c->at[i].texte = c->at[i].cle;
}

static void read_identifiant(struct reader *rd)
{
	struct reading *r = rd->r;
	struct stamps st = { 0 };

	for (size_t i = 0; (i = next_of(rd, LANDMARK_NUMBER, i, rd->t.n)) < rd->t.n; i++) {
		const size_t end = stamp_at(rd, i);

		if (end > i)
			stamp_add(rd, &st, i, end);
	}
	for (size_t i = 0; st.texts.n > 0 && (i = next_of(rd, LANDMARK_NUMBER, i, rd->t.n)) < rd->t.n; i++)
		contradict(rd, &st, i);
	for (size_t i = 0; st.texts.n == 0 && (i = next_of(rd, CUE_IDENTIFIANT, i, rd->t.n)) < rd->t.n; i++)
		labelled_add(rd, &st, i);
	show_as_written(&st.texts);
	if (st.texts.n == 1) {
		field_lu(&r->identifiant, st.texts.at[0].span);
		r->identifiant.texte = st.texts.at[0].texte;
	} else if (st.texts.n > 1) {
		field_ambigu(rd, &r->identifiant, st.texts.at, st.texts.n, "%zu identifiants différents dans le texte",
			     st.texts.n);
	} else {
		field_illisible(rd, &r->identifiant, (struct span){ 0, 0 },
				"aucun identifiant de tampon ou de pied de page reconnu");
	}
	if (st.sirens.n == 1) {
		field_lu(&r->siren, st.sirens.at[0].span);
		r->siren.texte = st.sirens.at[0].texte;
	} else if (st.sirens.n > 1) {
		field_ambigu(rd, &r->siren, st.sirens.at, st.sirens.n, "plusieurs numéros SIREN dans les tampons");
	} else {
		field_illisible(rd, &r->siren, (struct span){ 0, 0 }, "aucun tampon avec un numéro SIREN");
	}
}

/* "N° 2031-04" may be the number of anything; "Délibération n°", "DEL2031-04" is the acte's. */
static bool announces_an_acte(const struct reader *rd, struct span number)
{
	size_t i = token_at(rd, number.start);

	while (i > 0 && rd->t.at[i - 1].kind == TOK_MARK)
		i--;
	if (i == 0 || !word_is_no(rd, i - 1))
		return true;
	for (size_t k = i > 7 ? i - 7 : 0; k + 2 < i; k++) { /* "Délibération du conseil municipal n°" */
		size_t next;

		if (word_is(rd, k, "deliberation") && rd->t.at[k].shape != SHAPE_LOWER &&
		    organe_at(rd, k + 2 + word_is(rd, k + 2, "la"), &next) != NULL && next == i - 1)
			return true;
	}
	return i > 1 && rd->t.at[i - 1].lines == 0 && (str_starts(rd->t.at[i - 2].key, STR("del")) || word_is(rd, i - 2, "dcm"));
}

/* The first acte, or the only one that has a number, behind what was voted of the last minutes. */
static size_t acte_of_the_paper(const struct reader *rd)
{
	const struct acte_parts *first = &rd->parts[0];

	return rd->r->actes_n == 2 && first->number.to == 0 && first->point == 0 && rd->actes[0].numero.statut != FIELD_LU;
}

/* "LISTE DES DÉLIBÉRATIONS EXAMINÉES", at the head of several actes: where the title stands, or SIZE_MAX. */
static size_t title_of_a_list(const struct reader *rd)
{
	const size_t to = token_at(rd, rd->actes[0].numero.span.start);

	for (size_t i = 0; i + 2 < to; i++)
		if (tok_among(&rd->t, i, " liste ") && rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i + 1, " des ") && tok_among(&rd->t, i + 2, " deliberations "))
			return rd->r->actes_n > 1 ? i : SIZE_MAX;
	return SIZE_MAX;
}

void reader_own_identifiant(struct reader *rd)
{
	const struct field *numero = &rd->actes[acte_of_the_paper(rd)].numero;
	struct field *f = &rd->r->identifiant;
	const size_t list = f->statut == FIELD_ILLISIBLE && numero->statut == FIELD_LU ? title_of_a_list(rd) : SIZE_MAX;

	if (list != SIZE_MAX)
		field_illisible(rd, f, reader_span(rd, list, list + 3), "une liste de plusieurs délibérations : le numéro de la première n'est pas celui de la liste");
	if (list != SIZE_MAX || f->statut != FIELD_ILLISIBLE || numero->statut != FIELD_LU || !announces_an_acte(rd, numero->span))
		return;
	field_lu(f, numero->span);
	f->texte = numero->texte;
}

void reader_identity(struct reader *rd)
{
	reader_organe(rd);
	reader_niveau(rd);
	read_identifiant(rd);
	reader_collectivite(rd);
}
