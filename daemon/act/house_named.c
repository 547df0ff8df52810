/* SPDX-License-Identifier: EUPL-1.2 */
/* The collectivité that calls itself by letters ("SIVOM de la Brise"), by a brand ("Orve Communauté"), or that is an establishment ("SDIS de la
 * Vaugine", "CCAS de Valbrise").
 *
 * These are partners elsewhere, and members of one another: only a heading of its own, the title of its papers and the sentence of its meeting name the author.
 */
#include "collectivite_priv.h"

#define LETTERS_MAX 12
#define BRAND_WORDS 8
#define BODY_BACK 6 /* from the body to the name: "du comité syndical de la" */

static const struct {
	const char *phrase, *niveau;
	bool bare; /* the name may follow without "de" */
} HOUSES[] = {
	{ "cc", "epci", true },
	{ "petr", "syndicat", false },
	{ "pole d'equilibre territorial et rural", "syndicat", false },
	{ "pole d'equilibre territorial", "syndicat", false },
	{ "pole metropolitain", "syndicat", true },
	{ "pays", "syndicat", false },
	{ "parc naturel regional", "syndicat", false },
	{ "sdis", "autre", false },
	{ "service departemental d'incendie et de secours", "autre", false },
	{ "ccas", "autre", false },
	{ "cias", "autre", false },
	{ "centre communal d'action sociale", "autre", false },
	{ "centre intercommunal d'action sociale", "autre", false },
	{ "centre de gestion de la fonction publique territoriale", "autre", false },
	{ "centre de gestion", "autre", false },
	{ "caisse des ecoles", "autre", false },
	{ "etablissement public territorial", "autre", true },
	{ "ept", "autre", true },
};
static const char FIRST_WORDS[] = " cc petr pole pays parc sdis service ccas cias centre caisse etablissement ept ";
static const char LETTERS[] = " sivu sivom sivos sivosc siaep siaepa siae sictom smictom sitcom sirtom smirtom syctom sictoba sivalom siren siep sipp siveer sde sded ";

/* "S.I.V.O.M.": its letters, and the token behind them, or i. */
static size_t letters_apart(const struct reader *rd, size_t i, char *ret, size_t *ret_n)
{
	size_t k = i;

	for (*ret_n = 0; *ret_n < LETTERS_MAX && k + 1 < rd->t.n && rd->t.at[k].kind == TOK_WORD && rd->t.at[k].key.n == 1 && rd->t.at[k].shape != SHAPE_LOWER &&
			 tok_mark(&rd->t, k + 1, '.') && (k == i || !rd->t.at[k].space); k += 2)
		ret[(*ret_n)++] = rd->t.at[k].key.p[0];
	return *ret_n > 1 ? k : i;
}

/* The letters of a syndicat at token i; the token behind them, or i. */
static size_t past_letters(const struct reader *rd, size_t i)
{
	char spelled[LETTERS_MAX + 2] = " ";
	size_t n;

	if (rd->t.at[i].shape == SHAPE_LOWER)
		return i;
	if (tok_among(&rd->t, i, LETTERS))
		return i + 1;
	if (!tok_mark(&rd->t, i + 1, '.'))
		return i;
	const size_t next = letters_apart(rd, i, spelled + 1, &n);

	if (next == i || n > LETTERS_MAX - 1)
		return i;
	spelled[n + 1] = ' ';
	return str_find(str_c(LETTERS), (struct str){ spelled, n + 2 }, 0) != STR_NONE ? next : i;
}

/* The token behind what the house calls its kind, or i. */
static size_t past_the_kind(const struct reader *rd, size_t i, struct str niveau, bool *ret_bare)
{
	size_t next;

	*ret_bare = false;
	if (tok_among(&rd->t, i, FIRST_WORDS))
		for (size_t h = 0; h < sizeof HOUSES / sizeof *HOUSES; h++)
			if (str_eq(niveau, str_c(HOUSES[h].niveau)) && tok_phrase(&rd->t, i, HOUSES[h].phrase, &next)) {
				*ret_bare = HOUSES[h].bare && rd->t.at[i].shape != SHAPE_LOWER;
				return next;
			}
	return str_eq(niveau, STR("syndicat")) ? past_letters(rd, i) : i;
}

/* "comité syndical du", "conseil communautaire de": where the body begins whose name ends right before token i; or i. */
static size_t body_before(const struct reader *rd, size_t i)
{
	size_t next;

	for (size_t k = i > BODY_BACK ? i - BODY_BACK : 0; k + 1 < i; k++) {
		if (organe_at(rd, k, &next) == NULL || !tok_among(&rd->t, next, " de du des d "))
			continue;
		while (next < i && (place_particle(rd, next) || tok_mark(&rd->t, next, '\'')))
			next++;
		if (next == i)
			return k;
	}
	return i;
}

/* Before the first body that the head names: there stands its letterhead, and no matter yet. */
static bool is_letterhead(const struct reader *rd, size_t i)
{
	size_t next;

	for (size_t k = rd->head.from; (k = next_of(rd, LANDMARK_BODY, k, i)) < i; k++)
		if (organe_at(rd, k, &next) != NULL)
			return false;
	return true;
}

static bool told_by_its_body(const struct reader *rd, size_t from, size_t end)
{
	const size_t body = body_before(rd, from);

	return body < from && named_in_its_papers(rd, body, end, true);
}

/* Back over "TERRES DE BRESMONT" to where the brand that ends at token i begins. */
static size_t brand_from(const struct reader *rd, size_t i)
{
	const unsigned shape = rd->t.at[i].shape;
	size_t k = i;

	while (k > 0 && i - k < BRAND_WORDS && rd->t.at[k].lines == 0) {
		const struct token *t = &rd->t.at[k - 1];

		if (tok_mark(&rd->t, k - 1, '\'') || (tok_mark(&rd->t, k - 1, '-') && !t->space)) {
			k--;
			continue;
		}
		if (t->kind != TOK_WORD || (t->shape != shape && !place_particle(rd, k - 1)) || (!place_particle(rd, k - 1) && place_ends_at(rd, k - 1) && t->lines < 2) ||
		    tok_among(&rd->t, k - 1, " communautaire metropolitain francaise fraternite "))
			break;
		k--;
	}
	while (k < i && (place_particle(rd, k) || rd->t.at[k].kind == TOK_MARK) && !(rd->t.at[k].lines > 0 && tok_among(&rd->t, k, " le la les ")))
		k++;
	return k;
}

/* "Orve Communauté", "GRAND BRISE AGGLO", "Valbrise Métropole": at the word that ends it. */
static bool brand_at(const struct reader *rd, size_t i, struct body_named *ret)
{
	static const char matters[] = " convention avec subvention adhesion avenant pour par au aux entre et participation contrat service services"
				      " direction secretariat pole maison siege notre cette votre vie ";

	if (rd->t.at[i].shape == SHAPE_LOWER || !tok_among(&rd->t, i, " communaute agglo agglomeration metropole ") || i == 0 || rd->t.at[i].lines > 0 ||
	    tok_among(&rd->t, i - 1, " d ' de la l ") || (rd->t.at[i + 1].lines == 0 && tok_among(&rd->t, i + 1, " de d du des urbaine ")))
		return false;
	const size_t from = brand_from(rd, i);

	if (from == i || tok_says(&rd->t, from, i, matters))
		return false;
	const bool opens = from == 0 || rd->t.at[from].lines > 0 || tok_among(&rd->t, from - 1, " francaise fraternite ");

	if (!(opens && body_name_closed(rd, i + 1) && is_letterhead(rd, from)) && !told_by_its_body(rd, from, i + 1))
		return false;
	*ret = (struct body_named){ from, from, i + 1 };
	return true;
}

bool house_named_at(const struct reader *rd, size_t i, struct str niveau, struct body_named *ret)
{
	bool bare;
	const size_t of = past_the_kind(rd, i, niveau, &bare);
	size_t name = of;

	if (of == i)
		return str_eq(niveau, STR("epci")) && brand_at(rd, i, ret);
	while (name < rd->t.n && rd->t.at[name].lines < 2 && (place_particle(rd, name) || tok_mark(&rd->t, name, '\'')))
		name++;
	if (name == of && !bare)
		return false;
	size_t end = place_name(rd, name, false);

	if (end == name)
		end = place_goes_on(rd, of);
	if (end <= name || place_is_loose(rd, name, end) > body_name_closed(rd, end))
		return false;
	if (!(is_letterhead(rd, i) && named_in_its_papers(rd, i, end, false)) && !told_by_its_body(rd, i, end))
		return false;
	*ret = (struct body_named){ i, name, end };
	return true;
}

bool is_of_an_establishment(const struct reader *rd)
{
	static const char *const bodies[] = { "conseil d'administration", "conseil de territoire", "conseil territorial", "comite de la caisse", NULL };
	const struct field *f = &rd->r->organe;
	size_t next;

	if (f->statut != FIELD_LU || !str_eq(f->texte, STR("autre")))
		return false;
	return tok_any_phrase(&rd->t, token_at(rd, f->span.start), bodies, &next);
}
