/* SPDX-License-Identifier: EUPL-1.2 */
/* The titles that name a body: that of its séance, and those of the papers that it writes. */
#include "collectivite_priv.h"

#define TOP_TOKENS 60
#define KIND_TOKENS 8 /* "- PV n° 2 - Réunion du" */

/* "Procès-verbal n° 2 / 2031⏎du conseil municipal du 18 mars 2031": small letters in a title that opens the text. */
static bool dated_in_title(const struct reader *rd, size_t title, size_t next)
{
	struct date d;
	int weekday;

	return title == 0 && rd->t.at[title].shape != SHAPE_LOWER && word_is(rd, next, "du") && leaf_date(&rd->t, next + 1, &d, &weekday) > next + 1;
}

/* "VŒU PRIS PAR LE CONSEIL MUNICIPAL", "MOTION ADOPTÉE PAR LE CONSEIL MUNICIPAL" */
static bool is_taken_by(const struct reader *rd, size_t i)
{
	static const char *const taken[] = { "pris", "prise", "prises", "adopte", "adoptee", "adoptees", "vote", "votee", "emis", NULL };

	return i > 3 && rd->t.at[i].shape == SHAPE_UPPER && (word_is(rd, i - 1, "le") || word_is(rd, i - 1, "la")) && word_is(rd, i - 2, "par") &&
	       word_in(rd, i - 3, taken) && (word_is(rd, i - 4, "voeu") || word_is(rd, i - 4, "motion") || word_is(rd, i - 4, "decisions"));
}

/* "Commission permanente du Conseil départemental de Haute-Lorne", "Conseil municipal": nothing else on a line at the top of the paper. */
static bool alone_on_its_line(const struct reader *rd, size_t i, size_t next)
{
	size_t end = next, parent;

	if (i >= TOP_TOKENS || rd->t.at[i].shape == SHAPE_LOWER || (i > 0 && rd->t.at[i].lines == 0))
		return false;
	if (word_is(rd, next, "du") && organe_at(rd, next + 1, &parent) != NULL)
		end = parent;
	if (end < rd->t.n && rd->t.at[end].lines == 0 && tok_among(&rd->t, end, " de du des d ")) {
		size_t name = end + 1;

		while (name < rd->t.n && rd->t.at[name].lines == 0 && (place_particle(rd, name) || tok_mark(&rd->t, name, '\'')))
			name++;
		const size_t to = place_name(rd, name, true);

		end = to > name ? to : end;
	}
	return end < rd->t.n && rd->t.at[end].lines > 0;
}

/* "VILLE DE VALBRISE – CONSEIL MUNICIPAL – COMPTE RENDU": a piece of a heading at the top, between its dashes. */
static bool is_piece_of_a_heading(const struct reader *rd, size_t i, size_t next)
{
	static const char parting[] = " - / | ";

	return i > 1 && i < TOP_TOKENS && rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i].space && rd->t.at[i].lines == 0 && tok_among(&rd->t, i - 1, parting) &&
	       rd->t.at[i - 1].space && rd->t.at[i - 2].shape != SHAPE_LOWER && (rd->t.at[next].lines > 0 || (tok_among(&rd->t, next, parting) && rd->t.at[next].space));
}

bool organe_in_title(const struct reader *rd, size_t i, size_t next)
{
	static const char *const before[] = { "registre",      "proces",  "compte", "seance", "reunion",
					      "deliberations", "extrait", "cr",	    "liste",  NULL };

	if (i > 1 && word_is(rd, i - 1, "du") && word_is(rd, i - 2, "deliberation") && rd->t.at[i - 2].shape != SHAPE_LOWER)
		return true;
	if (is_taken_by(rd, i) || is_piece_of_a_heading(rd, i, next))
		return true;
	for (size_t k = i; k > 0 && k + 12 > i; k--)
		if (word_in(rd, k - 1, before) && (k + 9 > i || k == 1))
			return rd->t.at[i].shape != SHAPE_LOWER || k + 4 > i || dated_in_title(rd, k - 1, next);
	return (i < TOP_TOKENS && rd->t.at[i].shape == SHAPE_UPPER && is_heading_place(rd, i)) || alone_on_its_line(rd, i, next);
}

/* "Conseil municipal⏎Séance publique du", "Conseil communautaire d'installation du", "Conseil d'administration - PV n° 2 - Réunion du": where the
 * day stands, or next. A council with a commission permanente lends it such a letterhead. */
static size_t past_the_kind_of_seance(const struct reader *rd, size_t i, size_t next)
{
	static const char kind[] = " d ' installation seance reunion session publique ordinaire extraordinaire pv proces verbal compte rendu n no - : , . ";
	size_t k = next;

	if (word_is(rd, i + 1, "departemental") || word_is(rd, i + 1, "regional") || word_is(rd, i + 1, "general"))
		return next;
	while (k < next + KIND_TOKENS && (tok_among(&rd->t, k, kind) || (rd->t.at[k].kind == TOK_MARK && rd->t.at[k].key.n > 1)))
		k++;
	if (k > next && rd->t.at[k].kind == TOK_NUMBER && rd->t.at[k - 1].kind == TOK_MARK)
		return past_the_kind_of_seance(rd, i, read_number_of_act(rd, k));
	return k > next && word_is(rd, k, "du") ? k + 1 : next;
}

/* "DÉLIBÉRATION DE LA COMMISSION PERMANENTE" at the top: the paper's own title, whoever lends the letterhead. */
static bool is_title_of_a_commission(const struct reader *rd, size_t i)
{
	if (i < 3 || i >= TOP_TOKENS || !word_is(rd, i, "commission") || !word_is(rd, i - 1, "la") || !word_is(rd, i - 2, "de") || !word_is(rd, i - 3, "deliberation") ||
	    rd->t.at[i - 3].shape == SHAPE_LOWER)
		return false;
	return is_heading_place(rd, i - 3) || (rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i - 4].shape == SHAPE_UPPER && !tok_among(&rd->t, i - 4, " la de une cette sur projet et "));
}

/* "Commission permanente du 29 mars 2031", "COMMISSION PERMANENTE DU …": the title of its own séance, beside which the council that
 * lends the paper ("Conseil régional de …") is only a letterhead. */
bool organe_holds_the_seance(const struct reader *rd, size_t i, size_t next)
{
	static const char *const citing[] = { "de", "la", "le", "du", "en", "par", "a", "des", "d", "une", NULL };
	struct date d;
	int weekday;

	/* "Conseil communautaire 26 septembre 2031", "Conseil municipal – 12 mars 2031" */
	const size_t day = word_is(rd, next, "du") ? next + 1 : skip_marks(rd, next, "-:,|");

	const size_t kind = past_the_kind_of_seance(rd, i, next);

	if (is_title_of_a_commission(rd, i))
		return true;

	if (rd->t.at[i].shape == SHAPE_LOWER || (leaf_date(&rd->t, day, &d, &weekday) == day && leaf_date(&rd->t, kind, &d, &weekday) == kind))
		return false;
	return i == 0 || rd->t.at[i - 1].shape != SHAPE_LOWER || !word_in(rd, i - 1, citing);
}
