/* SPDX-License-Identifier: EUPL-1.2 */
/* The collectivité's name, as the text gives it: "Département de la Vaugine", "COMMUNE DE MIREBOIS".
 *
 * Only names of the author's own level count. A name said once, in the middle of a sentence, may be a partner's or run
 * into the next word where line ends were lost; it is taken only with a second mention, or where punctuation or a line
 * end closes it in the head.
 */
#include "collectivite_priv.h"
#include "titles_priv.h"

#define AUTHORS_MAX 40
#define AUTHOR_BEFORE 6

struct kind_of_author {
	const char *phrase, *niveau;
	bool bare; /* the name may follow without "de" */
};
static const struct kind_of_author AUTHORS[] = {
	{ "commune nouvelle", "commune", false },
	{ "commune", "commune", false },
	{ "ville", "commune", false },
	{ "departement", "departement", false },
	{ "region", "region", true },
	{ "communaute de communes", "epci", true },
	{ "communaute d'agglomeration", "epci", true },
	{ "communaute urbaine", "epci", true },
	{ "metropole", "epci", true },
	{ "syndicat mixte", "syndicat", true },
	{ "syndicat intercommunal a vocation multiple", "syndicat", true },
	{ "syndicat intercommunal a vocation unique", "syndicat", true },
	{ "syndicat intercommunal", "syndicat", true },
	{ "syndicat", "syndicat", true },
	{ "metropole", "autre", true },
	{ "collectivite", "autre", true },
	{ "departement", "autre", false },
	{ "ville", "autre", false },
};

static bool is_of_a_grouping(struct str niveau)
{
	return str_eq(niveau, STR("epci")) || str_eq(niveau, STR("syndicat"));
}

/* The names of groupings go over lines. */
static bool has_its_line(const struct reader *rd, size_t i, struct str niveau)
{
	return (i == 0 || rd->t.at[i].lines > 0) && rd->t.at[i].shape != SHAPE_LOWER && !is_of_a_grouping(niveau) && !str_eq(niveau, STR("autre"));
}

static size_t author_at(const struct reader *rd, size_t i, struct str niveau, size_t *ret_name)
{
	static const char *const first[] = { "commune",	  "ville",    "departement",  "region", "communaute",
					     "metropole", "syndicat", "collectivite", NULL };
	size_t k;

	if (!word_in(rd, i, first))
		return i;
	for (size_t a = 0; a < sizeof AUTHORS / sizeof *AUTHORS; a++) {
		if (!str_eq(niveau, str_c(AUTHORS[a].niveau)) || !tok_phrase(&rd->t, i, AUTHORS[a].phrase, &k))
			continue;
		const size_t after = k;

		if (word_is(rd, k, "a") || word_is(rd, k, "et") || word_is(rd, k, "en"))
			continue;
		while (k < rd->t.n && (place_particle(rd, k) || tok_mark(&rd->t, k, '\'') || tok_mark(&rd->t, k, '"')) &&
		       rd->t.at[k].lines < 2)
			k++;
		size_t end = k > after || (AUTHORS[a].bare && !place_begins_another(rd, k)) ? place_name(rd, k, has_its_line(rd, i, niveau)) : k;

		if (end == k && k > after && is_of_a_grouping(niveau) && rd->t.at[i].shape != SHAPE_LOWER) {
			const size_t on = place_goes_on(rd, after); /* "Syndicat d'énergie de la Vaugine" */

			end = on > k && rd->t.at[on - 1].shape != SHAPE_LOWER ? on : k;
		}

		if (end > k && !word_is(rd, end, "pour")) {
			*ret_name = k;
			return end;
		}
		if (after > i + 1) /* "mixte" is not the name of a syndicat */
			return i;
	}
	return i;
}

/* "avec la commune de", "entre la commune de": a partner. A département's partners are named otherwise. */
static bool is_a_partner(const struct reader *rd, size_t i, struct str niveau)
{
	static const char *const before[] = { "avec", "a", "entre", "pour", "sur", "par", "et", "dans", "ou", NULL };
	static const char *const articles[] = { "la", "le", "cette", "une", NULL };

	static const char *const moves[] = { "adhesion", "retrait", "entree", "sortie", "integration", "candidature", NULL };

	if (str_eq(niveau, STR("departement")) || str_eq(niveau, STR("region")) || i < 2 || !word_in(rd, i - 1, articles))
		return false;
	return word_in(rd, i - 2, before) || (i > 2 && word_is(rd, i - 2, "de") && word_in(rd, i - 3, moves));
}

/* Nothing of [name, end) may be the beginning of what stands behind it, and nothing there a part of the name; told: in a sentence, where no other
 * heading can follow unless a line end was lost. */
static bool is_closed(const struct reader *rd, size_t name, size_t end, bool told)
{
	static const char goes_on[] = " est s a dument legalement regulierement convoque convoquee convoques convoquees etant reuni reunie reunis est sont ont se du departement qui par et en , ";
	const struct token *t = &rd->t.at[end];
	const bool loose = place_is_loose(rd, name, end);

	if (end >= rd->t.n || t->lines > 0)
		return true;
	if ((!loose || !told) && (place_ends_at(rd, end) || place_address_at(rd, end) || place_parts_at(rd, end)))
		return true;
	if (loose && !tok_among(&rd->t, end, goes_on))
		return t->kind == TOK_MARK && !tok_mark(&rd->t, end, ':') && !tok_mark(&rd->t, end, '-');
	return t->kind == TOK_MARK ? !tok_mark(&rd->t, end, '-') : t->kind == TOK_WORD && t->shape == SHAPE_LOWER;
}

/* "COMMUNE DE X" as a title, "le conseil municipal de la commune de X": the author's own. "la commune de X" in a sentence may be
 * anybody's. */
static bool is_named_as_author(const struct reader *rd, size_t i)
{
	static const char *const of_the_author[] = { "conseil", "conseillers", "membres", "maire", "mairie", "president", "presidente", "siege", NULL };

	if (rd->t.at[i].shape != SHAPE_LOWER)
		return true;
	for (size_t k = i > AUTHOR_BEFORE ? i - AUTHOR_BEFORE : 0; k < i; k++)
		if (word_in(rd, k, of_the_author))
			return true;
	return false;
}

/* "Izerac Métropole Val d'Orve": where the name is before the word too. */
static size_t first_of_name(const struct reader *rd, size_t i, size_t name)
{
	if (!word_is(rd, i, "metropole") || name > i + 1)
		return i;
	while (i > 0 && rd->t.at[i].lines == 0 && rd->t.at[i - 1].kind == TOK_WORD && rd->t.at[i - 1].shape == rd->t.at[i].shape &&
	       rd->t.at[i].shape != SHAPE_LOWER && !place_particle(rd, i - 1) && !place_ends_at(rd, i - 1) && !word_is(rd, i - 1, "francaise"))
		i--;
	return i;
}

/* "réuni à la salle de la Commune de Valbrise", "dans les locaux de la ville de": where it meets, which is its own place or a neighbour's. */
static bool is_where_it_meets(const struct reader *rd, size_t i)
{
	static const char places[] = " salle locaux foyer gymnase halle espace centre maison batiment ";

	return i > 1 && tok_among(&rd->t, i - 1, " la ") && tok_among(&rd->t, i - 2, " de ") && tok_says(&rd->t, sentence_start(rd, i, i > AUTHOR_BEFORE ? i - AUTHOR_BEFORE : 0), i, places);
}

struct author {
	struct str key, written;
	struct span span;
	unsigned weight;
	bool common;     /* its name goes on in common nouns */
	bool closed;     /* a mark, a line end or a word that is never in a place's name stands behind it somewhere */
};
struct authors {
	struct author *at;
	size_t n, cap;
};

static struct author *author_of(struct reader *rd, struct authors *c, size_t i, size_t name, size_t end)
{
	const struct span s = reader_span(rd, name, end);
	const struct str key = fold_person(rd->a, str_part(rd->text->bytes, s.start, s.end));

	for (size_t k = 0; k < c->n; k++)
		if (str_eq(c->at[k].key, key))
			return &c->at[k];
	if (c->n >= AUTHORS_MAX)
		return NULL;
	struct author *new = ARENA_PUSH(rd->a, c);

	*new = (struct author){ .key = key, .written = reader_text(rd, i, end), .span = reader_span(rd, i, end) };
	return new;
}

/* "« Le Val Doré »": past the guillemet that closes what one of [i, name) opened. */
static size_t past_closing_quote(const struct reader *rd, size_t i, size_t name, size_t end)
{
	return tok_mark(&rd->t, end, '"') && tok_says(&rd->t, i, name, " \" ") ? end + 1 : end;
}

/* "COMMUNAUTE DE COMMUNES⏎Ouverture d'une ludothèque": a name without "de", in other letters than the words before it, has to end with its words. */
static bool opens_a_title(const struct reader *rd, size_t i, size_t name, size_t end)
{
	size_t k = end;

	if (place_particle(rd, name - 1) || tok_mark(&rd->t, name - 1, '\'') || rd->t.at[name].shape == rd->t.at[i].shape)
		return false;
	while (rd->t.at[k].lines == 0 && (place_particle(rd, k) || tok_mark(&rd->t, k, '\'')))
		k++;
	return k > end && rd->t.at[k].lines == 0 && rd->t.at[k].kind == TOK_WORD;
}

static struct authors authors_in(struct reader *rd, struct str niveau)
{
	struct authors c = { 0 };
	size_t name = 0;

	for (size_t i = 0; (i = next_of(rd, LANDMARK_BODY, i, rd->t.n)) < rd->t.n; i++) {
		const size_t first = author_at(rd, i, niveau, &name), on = first > i && is_of_a_grouping(niveau) && !place_is_loose(rd, name, first) ? place_goes_on(rd, first) : first;

		if (first == i || is_a_partner(rd, i, niveau) || opens_a_title(rd, i, name, first) || on == 0 || (on > first && i >= rd->head.to))
			continue;
		const size_t end = past_closing_quote(rd, i, name, on);
		struct author *a = author_of(rd, &c, first_of_name(rd, i, name), name, end);

		if (a == NULL)
			continue;
		const bool closed = is_closed(rd, name, end, rd->t.at[i].shape == SHAPE_LOWER);

		a->common |= on > first;
		a->closed |= closed;
		a->weight += i < rd->head.to && closed && is_named_as_author(rd, i) && !is_where_it_meets(rd, i) ? 2 : 1;
		i = end - 1;
	}
	return c;
}

static void author_named(struct reader *rd, struct authors *c, const struct body_named *b)
{
	struct author *a = author_of(rd, c, b->from, b->name, b->end);

	if (a == NULL)
		return;
	a->closed |= is_closed(rd, b->name, b->end, false);
	if (a->weight < 2)
		a->weight = a->closed ? 2 : 1;
}

/* "MAIRIE DE VALBRISE" above all: another commune that the head names, "Lieu : Commune de Lozes", does not win over it. */
static void mairie_above(struct reader *rd, struct authors *c)
{
	struct body_named b;

	for (size_t i = rd->head.from; c->n > 0 && i < rd->head.to && i < token_at(rd, c->at[0].span.start); i++)
		if (word_is(rd, i, "mairie") && body_named_at(rd, i, STR("commune"), &b) && !tok_among(&rd->t, b.name, " commune ville "))
			author_named(rd, c, &b);
}

/* Where no collectivité is named by its own word: those named by their body, before the subject of the act. */
static struct authors authors_by_body(struct reader *rd, struct str niveau)
{
	const size_t title = objet_label_in(rd, rd->head.from, rd->head.to), limit = title > 0 ? title : rd->head.to;
	const bool commune = str_eq(niveau, STR("commune"));
	struct authors c = { 0 };
	struct body_named b;

	for (size_t i = rd->head.from; i < limit; i++)
		if (landmark_at(rd->t.landmarks, LANDMARK_BODY, i) ? body_named_at(rd, i, niveau, &b) || house_named_at(rd, i, niveau, &b)
								   : commune ? maire_named_at(rd, i, &b) : house_named_at(rd, i, niveau, &b))
			author_named(rd, &c, &b);
	if (c.n == 0 && commune && maire_signs_for(rd, &b))
		author_named(rd, &c, &b);
	return c;
}

/* "IZERAC" and "IZERAC Maurice": where line ends were lost the longer one ran on, unless the shorter is never closed; "Orval" and
 * "Orval-le-Haut": the hyphen shows that the longer is the name, as "de" does in "le Schéma" and "le Schéma du Pays de Mirebois". Sorted out by
 * the folded keys, where hyphens are spaces. */
static bool longer_is_right(const struct author *shorter, const struct author *longer)
{
	const struct str rest = str_part(longer->key, shorter->key.n + 1, longer->key.n);
	const bool of = str_starts(rest, STR("de ")) || str_starts(rest, STR("du ")) || str_starts(rest, STR("des ")) || str_starts(rest, STR("d "));
	const struct str w = longer->written;
	size_t words = 0, at = 0;

	for (size_t k = 0; k < shorter->written.n; k++)
		words += shorter->written.p[k] == ' ' || shorter->written.p[k] == '-' || shorter->written.p[k] == '\'';
	for (; at < w.n; at++)
		if ((w.p[at] == ' ' || w.p[at] == '-' || w.p[at] == '\'') && words-- == 0)
			break;
	return !shorter->closed || (of && longer->closed) || (at < w.n && w.p[at] == '-');
}

static void merge_run_ons(struct authors *c)
{
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->n; k++) {
			const struct str a = c->at[i].key, b = c->at[k].key;

			if (i == k || c->at[k].common || a.n == 0 || b.n <= a.n || !str_starts(b, a) || b.p[a.n] != ' ')
				continue;
			struct author *shorter = &c->at[i], *longer = &c->at[k], *kept = longer_is_right(shorter, longer) ? longer : shorter;
			const unsigned weight = shorter->weight + longer->weight;

			kept->weight = weight;
			*shorter = *kept;
			c->at[k] = c->at[--c->n];
			k = (size_t)-1; /* the key may have changed: compare again */
		}
}

static struct candidates the_sure(struct reader *rd, const struct authors *c)
{
	struct candidates sure = { 0 };

	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].weight >= 2)
			candidate_add(rd, &sure, c->at[i].written, c->at[i].span);
	return sure;
}

/* Where the head names some of them, the others are partners. */
static void prefer_the_head(const struct reader *rd, struct candidates *c)
{
	const size_t limit = reader_span(rd, 0, rd->head.to).end;
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].span.end <= limit)
			n++;
	if (n == 0)
		return;
	n = 0;
	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].span.end <= limit)
			c->at[n++] = c->at[i];
	c->n = n;
}

void reader_collectivite(struct reader *rd)
{
	struct field *f = &rd->r->collectivite;

	if (rd->r->niveau.statut != FIELD_LU) {
		field_illisible(rd, f, (struct span){ 0, 0 },
				"le niveau n'est pas lu : rien ne dit quel nom est celui de l'auteur");
		return;
	}
	struct authors all = { 0 };

	if (!is_of_an_establishment(rd))
		all = authors_in(rd, rd->r->niveau.texte);
	if (str_eq(rd->r->niveau.texte, STR("commune")))
		mairie_above(rd, &all);
	merge_run_ons(&all);
	struct candidates c = the_sure(rd, &all);

	if (c.n == 0) {
		all = authors_by_body(rd, rd->r->niveau.texte);
		merge_run_ons(&all);
		c = the_sure(rd, &all);
	}
	prefer_the_head(rd, &c);
	if (c.n == 1) {
		field_lu(f, c.at[0].span);
		f->texte = c.at[0].texte;
	} else if (c.n > 1) {
		field_ambigu(rd, f, c.at, c.n, "%zu noms de collectivité de ce niveau dans le texte", c.n);
	} else {
		field_illisible(rd, f, (struct span){ 0, 0 }, "aucun nom de collectivité reconnu sûrement");
	}
}
