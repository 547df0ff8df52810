/* SPDX-License-Identifier: EUPL-1.2 */
/* At which level of local government the act was made: that of the deciding body (organe.c), or another where the head names a
 * collectivity of special status.
 *
 * Where no body is named the top of the paper may say it: "SYNDICAT INTERCOMMUNAL DES EAUX DU VAL", "COMMUNE DE VALBRISE". Two kinds
 * there prove nothing: a partner, or a commune's syndicat.
 */
#include "organe_priv.h"

#define TOP_TOKENS 40

struct kind {
	const char *phrase, *niveau;
};

static const char *usual_level(struct str organe)
{
	static const struct kind levels[] = {
		{ "conseil_municipal", "commune" },
		{ "conseil_communautaire", "epci" },
		{ "bureau_communautaire", "epci" },
		{ "conseil_departemental", "departement" },
		{ "conseil_regional", "region" },
		{ "comite_syndical", "syndicat" },
		{ "autre", "autre" },
	};

	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		if (str_eq(organe, str_c(levels[i].phrase)))
			return levels[i].niveau;
	return NULL;
}

/* "Département de la Haute-Lorne⏎", "RÉGION DES LORNES", "RÉGION⏎LORRADE": headings at the top, where no council is named. */
static void level_of_letterhead(struct reader *rd, struct candidates *c)
{
	const size_t top = rd->head.to < TOP_TOKENS ? rd->head.to : TOP_TOKENS;

	for (size_t i = 0; i < top; i++) {
		if (rd->t.at[i].shape == SHAPE_LOWER || (i > 0 && rd->t.at[i].lines == 0))
			continue;
		if (word_is(rd, i, "departement") && tok_among(&rd->t, i + 1, " de du des d "))
			candidate_add(rd, c, STR("departement"), reader_span(rd, i, i + 2));
		else if (word_is(rd, i, "region") && rd->t.at[i + 1].kind == TOK_WORD &&
			 (rd->t.at[i + 1].lines == 0 || (rd->t.at[i + 1].lines == 1 && rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i + 1].shape == SHAPE_UPPER)))
			candidate_add(rd, c, STR("region"), reader_span(rd, i, i + 1));
	}
}

/* A commission permanente is of a département or of a région: the one whose council is named. */
static void level_of_commission(struct reader *rd)
{
	struct field *f = &rd->r->niveau;
	struct candidates c = { 0 };
	size_t next;

	for (size_t i = 0; (i = next_of(rd, LANDMARK_BODY, i, rd->t.n)) < rd->t.n; i++) {
		const char *word = organe_at(rd, i, &next);

		if (word == NULL)
			continue;
		if (str_eq(str_c(word), STR("conseil_departemental")))
			candidate_add(rd, &c, STR("departement"), reader_span(rd, i, next));
		else if (str_eq(str_c(word), STR("conseil_regional")))
			candidate_add(rd, &c, STR("region"), reader_span(rd, i, next));
	}
	if (c.n == 0)
		level_of_letterhead(rd, &c);
	if (c.n == 1) {
		field_lu(f, c.at[0].span);
		f->texte = c.at[0].texte;
	} else if (c.n > 1) {
		field_ambigu(rd, f, c.at, c.n,
			     "commission permanente : le département et la région sont nommés tous deux");
	} else {
		field_illisible(rd, f, rd->r->organe.span, "commission permanente de quel conseil : non dit");
	}
}

/* "SUBVENTION À LA VILLE DE PARIS": what an act is about, in the capitals of its title. */
static bool is_a_matter(const struct reader *rd, size_t i)
{
	return i > 2 && tok_among(&rd->t, i - 1, " la ") && tok_among(&rd->t, i - 2, " de a avec pour ") &&
	       !tok_among(&rd->t, i - 3, " deliberation deliberations conseil assemblee permanente registre actes seance reunion ");
}

/* Special-status collectivities: where the head or a heading names one, the common rules of the level do not hold
 * (RULES P6). A mere partner
 * ("subvention à la métropole de Lyon") is not the author, so the name must open a line or follow the body's name. */
static bool special_status(const struct reader *rd, struct span *ret)
{
	size_t end;

	for (size_t i = 0; (i = next_of(rd, CUE_NIVEAU_SPECIAL, i, rd->head.to)) < rd->head.to; i++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, CUE_NIVEAU_SPECIAL);

		if (next == i)
			continue;
		const bool author = is_heading_place(rd, i) || (rd->t.at[i].shape == SHAPE_UPPER && !is_a_matter(rd, i)) ||
				    (rd->t.at[i].shape != SHAPE_LOWER && rd->t.at[i - 1].shape != SHAPE_LOWER && organe_at(rd, i, &end) != NULL) ||
				    cue_before(rd, i, 6, 0, CUE_SEANCE) ||
				    (i > 2 && (word_is(rd, i - 2, "administration") ||
					       word_is(rd, i - 2, "permanente") || word_is(rd, i - 3, "permanente")));

		if (author) {
			*ret = reader_span(rd, i, next);
			return true;
		}
	}
	return false;
}

static const struct kind KINDS[] = {
	{ "syndicat", "syndicat" },
	{ "sivom", "syndicat" },
	{ "sivu", "syndicat" },
	{ "communaute de communes", "epci" },
	{ "communaute d'agglomeration", "epci" },
	{ "communaute urbaine", "epci" },
	{ "commune de", "commune" },
	{ "commune d'", "commune" },
	{ "commune du", "commune" },
	{ "ville de", "commune" },
	{ "ville d'", "commune" },
	{ "ville du", "commune" },
	{ "mairie de", "commune" },
	{ "mairie d'", "commune" },
	{ "mairie du", "commune" },
};

/* Bodies of a commune or of others, that are no commune. */
static const char OTHERS[] = " ccas cias centre association associations regie office etablissement service pole entente comite ";

bool names_a_caisse(const struct reader *rd, size_t i)
{
	size_t next;

	return word_is(rd, i, "caisse") && (tok_phrase(&rd->t, i + 1, "des ecoles", &next) || (rd->t.at[i].shape != SHAPE_LOWER && is_heading_place(rd, i)));
}

/* "MAIRIE DU 9E ARRONDISSEMENT", "Mairie des 9e et 10e arrondissements"; not "Arrondissement de Valbrise" */
static bool part_of_a_city_at(const struct reader *rd, size_t i)
{
	const struct str rank = rd->t.at[i - (i > 0)].key;

	if (i == 0 || !tok_among(&rd->t, i, " arrondissement arrondissements secteur secteurs ") || rank.n == 0)
		return false;
	return rd->t.at[i - 1].kind == TOK_NUMBER || (rank.p[0] >= '0' && rank.p[0] <= '9') || tok_among(&rd->t, i - 1, " e er eme premier deuxieme ie iie iiie ive ve vie viie viiie ixe xe xie xiie xiiie xive xve xvie ");
}

bool letterhead_level(const struct reader *rd, struct str *ret_niveau, struct span *ret)
{
	const size_t top = rd->head.to < TOP_TOKENS ? rd->head.to : TOP_TOKENS;
	size_t next;

	bool heads = false;

	*ret_niveau = (struct str){ NULL, 0 };
	for (size_t i = 0; i < top && cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) == i; i++) {
		const bool own_comite = word_is(rd, i, "comite") && str_eq(*ret_niveau, STR("syndicat")) && tok_among(&rd->t, i + 1, " du , : ");

		if ((tok_among(&rd->t, i, OTHERS) && !own_comite) || names_a_caisse(rd, i) || part_of_a_city_at(rd, i))
			return false;
		for (size_t k = 0; k < sizeof KINDS / sizeof *KINDS; k++) {
			if (!tok_phrase(&rd->t, i, KINDS[k].phrase, &next) || rd->t.at[i].shape == SHAPE_LOWER)
				continue;
			if (ret_niveau->n > 0 && !str_eq(*ret_niveau, str_c(KINDS[k].niveau)))
				return false;
			heads |= is_heading_place(rd, i);
			*ret_niveau = str_c(KINDS[k].niveau);
			*ret = reader_span(rd, i, next);
		}
	}
	return heads;
}

/* "Le secrétaire de séance    Le Maire,": the only office of the whole paper. */
static bool maire_signs(const struct reader *rd, struct span *ret)
{
	static const char others[] = " president presidente syndicat syndical communaute communautaire agglomeration metropole departement departemental region"
				     " regional arrondissement arrondissements ccas cias association administration ";
	size_t at = 0;

	for (size_t i = 1; i < rd->t.n; i++) {
		if ((tok_among(&rd->t, i, others) || names_a_caisse(rd, i)) && rd->t.at[i].shape != SHAPE_LOWER)
			return false;
		if (tok_among(&rd->t, i, " president presidente "))
			return false;
		if (word_is(rd, i, "maire") && rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i - 1, " le la ") && rd->t.at[i - 1].shape != SHAPE_LOWER)
			at = i;
	}
	*ret = reader_span(rd, at - (at > 0), at + (at > 0));
	return at > 0;
}

void reader_niveau(struct reader *rd)
{
	struct field *f = &rd->r->niveau;
	struct span special = { 0, 0 };
	struct str letterhead;

	if (rd->r->organe.statut == FIELD_ILLISIBLE && !special_status(rd, &special) && letterhead_level(rd, &letterhead, &special)) {
		field_lu(f, special);
		f->texte = letterhead;
		return;
	}
	if (rd->r->organe.statut == FIELD_ILLISIBLE && !special_status(rd, &special) && maire_signs(rd, &special)) {
		field_lu(f, special);
		f->texte = STR("commune");
		return;
	}
	if (rd->r->organe.statut != FIELD_LU) {
		field_illisible(rd, f, rd->r->organe.span,
				"le niveau se déduit de l'organe délibérant, qui n'est pas lu");
		return;
	}
	const char *level = usual_level(rd->r->organe.texte);
	const bool common = str_eq(rd->r->organe.texte, STR("conseil_municipal")) ||
			    str_eq(rd->r->organe.texte, STR("bureau_communautaire"));

	if (!common && special_status(rd, &special)) {
		field_lu(f, special);
		f->texte = STR("autre");
	} else if (level != NULL) {
		field_lu(f, rd->r->organe.span);
		f->texte = str_c(level);
	} else {
		level_of_commission(rd);
	}
}
