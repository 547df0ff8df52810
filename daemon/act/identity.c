/* SPDX-License-Identifier: EUPL-1.2 */
/* Who wrote the act, and under which identifier: collectivité, stamp identifier, SIREN (body and level: organe.c).
 *
 * The stamp of the transmission system is known by its shape (999-209900123-20240314-DE2024_110-DE), with or without
 * "ID :" before it, since OCR loses the label more often than the digits. The label alone counts only before something
 * that has a digit.
 */
#include "reader_priv.h"

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

/* DDD-SIREN-AAAAMMJJ-NUMERO-NATURE: returns the token after it. */
static size_t stamp_at(const struct reader *rd, size_t i)
{
	const bool department = digits_at(rd, i, 3) || (digits_at(rd, i, 2) && rd->t.at[i + 1].key.n == 1);
	const size_t siren = i + (digits_at(rd, i, 3) ? 2 : 3);

	if (!department || !dash_at(rd, siren - 1) || !digits_at(rd, siren, 9) || !dash_at(rd, siren + 1) ||
	    !digits_at(rd, siren + 2, 8) || !dash_at(rd, siren + 3))
		return i;
	for (size_t k = siren + 5; k < rd->t.n && k < siren + 17; k++)
		if (nature_at(rd, k) && (dash_at(rd, k - 1) || tok_mark(&rd->t, k - 1, '.')) && !rd->t.at[k].space)
			return k + 1;
	return i;
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

static void stamp_add(struct reader *rd, struct stamps *st, size_t i, size_t end)
{
	const size_t before = st->texts.n, siren = digits_at(rd, i, 3) ? i + 2 : i + 3;

	candidate_add(rd, &st->texts, bare(rd, (struct range){ i, end }), reader_span(rd, i, end));
	if (st->texts.n > before)
		st->texts.at[before].cle = reader_text(rd, i, end);
	candidate_add(rd, &st->sirens, rd->t.at[siren].key, reader_span(rd, siren, siren + 1));
}

static void labelled_add(struct reader *rd, struct stamps *st, size_t i)
{
	size_t k = cue_at(rd->lx, &rd->t, i, CUE_IDENTIFIANT);

	if (k == i || !tok_mark(&rd->t, k, ':'))
		return;
	k = skip_marks(rd, k, ":");
	const size_t end = read_number_of_act(rd, k), before = st->texts.n;

	if (end == k || rd->t.at[k].lines > 1)
		return;
	candidate_add(rd, &st->texts, bare(rd, (struct range){ k, end }), reader_span(rd, k, end));
	if (st->texts.n > before)
		st->texts.at[before].cle = reader_text(rd, k, end);
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

	for (size_t i = 0; i < rd->t.n; i++) {
		const size_t end = stamp_at(rd, i);

		if (end > i)
			stamp_add(rd, &st, i, end);
	}
	for (size_t i = 0; st.texts.n == 0 && i < rd->t.n; i++)
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

void reader_identity(struct reader *rd)
{
	reader_organe(rd);
	read_identifiant(rd);
	reader_collectivite(rd);
}
