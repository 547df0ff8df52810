/* SPDX-License-Identifier: EUPL-1.2 */
/* Bodies and communes that group the names of a list: "Commune de Tournus : M. A", "CDC DU PAYS DE MIREBOIS : A Luc", "MM. A, B pour Tournus".
 *
 * A word that says what kind of body it is (commune, CDC) opens a label up to its colon, however long; without such a word only a whole line of capitals
 * does. "pour" joins a commune outside communes alone: there it could name whom somebody stands for.
 */
#include "lists_priv.h"

#define LABEL_TOKENS 14
#define PLACE_TOKENS 10

static const char BODIES[] = " commune communes ville cc cdc cdcom ca cu communaute agglomeration syndicat sivom sivu canton college departement region metropole "
			     "secteur ";
static const char SMALL[] = " de du des d la le les l en et sur sous aux au lez a pays ' - ( ) ";

static bool is_label_word(const struct reader *rd, size_t i)
{
	return (rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER) || tok_among(&rd->t, i, SMALL) ||
	       tok_among(&rd->t, i, " communes agglomeration ");
}

static bool opens_line(const struct reader *rd, size_t i)
{
	return rd->t.at[i].lines > 0 || tok_among(&rd->t, i - 1, " : . ");
}

/* "(11)", "(29/56)" between a label and its colon: how many they are. */
static size_t over_its_count(const struct reader *rd, size_t i)
{
	const size_t second = i + 2 + tok_mark(&rd->t, i + 2, '/');

	if (!tok_mark(&rd->t, i, '(') || rd->t.at[i + 1].kind != TOK_NUMBER || (second > i + 2 && rd->t.at[second].kind != TOK_NUMBER))
		return i;
	const size_t close = second > i + 2 ? second + 1 : second;

	return tok_mark(&rd->t, close, ')') ? close + 1 : i;
}

/* "Au titre de la Communauté …", "Représentants du Département": to the body. */
static size_t over_of(const struct reader *rd, size_t i)
{
	size_t k;

	if (!tok_phrase(&rd->t, i, "au titre", &k) && !tok_phrase(&rd->t, i, "pour", &k) && !(tok_among(&rd->t, i, " representants representant delegues ") && (k = i + 1) > i))
		return i;
	const size_t of = k;

	while (tok_among(&rd->t, k, " de du des d la le l les ' "))
		k++;
	return k > of ? k : i;
}

/* "COMMUNE DE MIREBOIS :", "CDC DU PAYS DE MIREBOIS :", also with nobody behind it. */
static size_t body_label(const struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	const size_t from = over_of(rd, i);
	const bool led = tok_among(&rd->t, i, " pour ") && tok_among(&rd->t, from, " commune "); /* "pour la commune de Tournus : M. A" */
	const bool body = (rd->t.at[i].shape != SHAPE_LOWER || led) && tok_among(&rd->t, from, BODIES) &&
			  tok_among(&rd->t, from + 1, " de du des d l les : ");
	struct heading h;
	size_t k = from, next;

	if (!body)
		return i;
	for (k++; k < l->limit && k < i + LABEL_TOKENS && !tok_mark(&rd->t, k, ':') && over_its_count(rd, k) == k; k++)
		if (!is_label_word(rd, k) || is_civility(&rd->t, k, &next) || proxy_word(&rd->t, k) || heading_at(rd, k, l->limit, &h)) /* "Commune de Tournus⏎Absent :" */
			return i;
	k = over_its_count(rd, k);
	return tok_mark(&rd->t, k, ':') ? k + 1 : i;
}

/* A word of the name of a party, and not one of a member or of the next heading. */
static bool is_party_word(const struct list *l, size_t i, bool named)
{
	const struct reader *rd = l->rd;
	struct name n;

	/* "Liste des absents :" */
	if (rd->t.at[i].kind == TOK_NUMBER || proxy_word(&rd->t, i) || landmark_at(rd->t.landmarks, LANDMARK_LIST_CUE, i) || (rd->t.at[i].shape != SHAPE_LOWER && (!named || name_never(rd, i))))
		return false;
	if (rd->t.at[i].kind == TOK_MARK)
		return named && tok_among(&rd->t, i, " ' - \" \xc2\xab \xc2\xbb ");
	return name_read(rd, i, l->limit, &n) == i || (n.order == ORDER_NONE && n.civility == n.from);
}

/* "Non inscrits", "Élus sans étiquette": the token after, or i. */
static size_t of_no_party(const struct reader *rd, size_t i)
{
	const size_t k = i + tok_among(&rd->t, i, " elus elues conseillers conseilleres ");

	if ((tok_among(&rd->t, k, " non ") && tok_among(&rd->t, k + 1, " inscrit inscrite inscrits inscrites ")) || (tok_among(&rd->t, k, " sans ") && tok_among(&rd->t, k + 1, " etiquette groupe ")))
		return k + 2;
	return i;
}

/* "Pour la majorité :", "Opposition municipale :", "Groupe Vivre à Tournus :": a part of the assembly, up to its colon. */
static size_t party_label(const struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	const bool led = tok_among(&rd->t, i, " pour ");
	size_t k = i + led;

	if (rd->t.at[i].shape == SHAPE_LOWER || (l->s->entries.n > 0 && list_last(l)->to != i && !tok_among(&rd->t, i - 1, " , ; . - ")))
		return i;
	while (led && k < i + 4 && tok_among(&rd->t, k, " la le l ' "))
		k++;
	const size_t apart = of_no_party(rd, k);

	if (apart > k)
		return tok_mark(&rd->t, apart, ':') ? apart + 1 : i;
	const bool named = tok_among(&rd->t, k, " groupe liste ");

	if (!named && !tok_among(&rd->t, k, " majorite opposition minorite "))
		return i;
	bool quoted = false;

	for (k++; k < l->limit && k < i + LABEL_TOKENS && !tok_mark(&rd->t, k, ':') && over_its_count(rd, k) == k; k++) {
		quoted ^= tok_among(&rd->t, k, " \" \xc2\xab \xc2\xbb ");
		/* "Groupe « Un élan » :" */
		const bool in_quotes = quoted && rd->t.at[k].kind == TOK_WORD && !proxy_word(&rd->t, k) && !landmark_at(rd->t.landmarks, LANDMARK_LIST_CUE, k);

		if (!in_quotes && !is_party_word(l, k, named))
			return i;
	}
	k = over_its_count(rd, k);
	return !quoted && tok_mark(&rd->t, k, ':') ? k + 1 : i;
}

/* "Non-inscrits :", "Élus n'appartenant à aucun groupe :", "Autres membres du bureau :": those of no group, or the rest. */
static size_t others_label(const struct list *l, size_t i)
{
	static const char *const none[] = { "non - inscrits", "non inscrits", "sans etiquette", "sans groupe", "hors groupe", "n ' appartenant a aucun groupe", "non - affilies", "non affilies" };
	static const char members[] = " elu elus elue elues conseiller conseillers membre membres ";
	static const char rest[] = " autres membres conseillers delegues elus du de la le l ' bureau comite conseil communautaires municipaux syndicaux titulaires ";
	const struct reader *rd = l->rd;
	size_t k = i + tok_among(&rd->t, i, members), end = i;

	/* "Étaient présents : Membres (29/56) : M. A" */
	if (i == l->s->h.to && tok_among(&rd->t, i, " membres delegues conseillers elus titulaires ") && over_its_count(rd, i + 1) > i + 1) {
		end = over_its_count(rd, i + 1);
		return tok_mark(&rd->t, end, ':') ? end + 1 : i;
	}
	if (rd->t.at[i].shape == SHAPE_LOWER || !(l->labelled || l->roled))
		return i;
	for (size_t w = 0; w < sizeof none / sizeof *none && end == i; w++)
		if (!tok_phrase(&rd->t, k, none[w], &end))
			end = i;
	for (k = i; end == i && tok_among(&rd->t, i, " autres ") && k < i + LABEL_TOKENS && tok_among(&rd->t, k, rest); k++)
		;
	end = end == i ? k : end;
	end = end > i + 1 ? over_its_count(rd, end) : i;
	return end > i && tok_mark(&rd->t, end, ':') ? end + 1 : i;
}

/* "Les Adjoints Luc PETIT, Anne GRAND⏎Les Conseillers Zoé ROUX", "Membres élus M. A⏎Membres nommés Mme B": those present by their functions, without a
 * colon. The first of them opens the list: further down the same words may open a sentence. */
static size_t function_label(const struct list *l, size_t i)
{
	static const char functions[] = " adjoints adjointes conseillers conseilleres membres delegues deleguees elus elues administrateurs ";
	static const char kinds[] = " au maire elus elues nommes nommees municipaux municipales communautaires delegues deleguees titulaires suppleants ";
	const struct reader *rd = l->rd;
	const bool led = tok_among(&rd->t, i, " les ");
	size_t k = i + led;
	struct name n;

	if (l->s->h.kinds != LISTE_PRESENTS || rd->t.at[i].shape == SHAPE_LOWER || !tok_among(&rd->t, k, functions) ||
	    !(i == l->s->h.to || l->roled || tok_among(&rd->t, l->s->h.to - 1, kinds))) /* "ÉTAIENT PRÉSENTS⏎Membres élus Mme A": the heading took the first */
		return i;
	for (k++; k < l->limit && k < i + LABEL_TOKENS && tok_among(&rd->t, k, kinds) && rd->t.at[k].lines == 0; k++)
		;
	if ((!led && k == i + 1) || name_read(rd, k, l->limit, &n) == k || n.odd || n.compounds < 2)
		return i;
	return n.order != ORDER_NONE || n.civility < n.from ? k : i;
}

/* "Délégués suppléants ayant pouvoir de vote :", "Suppléants ayant voix délibérative :", "Délégués suppléants (2) :" among those present. */
static size_t substitutes_label(const struct list *l, size_t i)
{
	static const char words[] = " delegue delegues deleguees conseillers membres suppleant suppleants suppleantes titulaire titulaires presents ayant pouvoir de vote "
				    "leur son leurs voix deliberative avec remplacant remplacants remplacent le un ( ) e s ";
	const struct reader *rd = l->rd;
	bool substitutes = false;
	size_t k = i;

	if (l->s->h.kinds != LISTE_PRESENTS || rd->t.at[i].shape == SHAPE_LOWER || !opens_line(rd, i))
		return i;
	for (; k < l->limit && k < i + LABEL_TOKENS && (tok_among(&rd->t, k, words) || (rd->t.at[k].kind == TOK_NUMBER && tok_mark(&rd->t, k - 1, '('))); k++)
		substitutes |= tok_among(&rd->t, k, " suppleants suppleantes suppleant titulaires ");
	return substitutes && tok_mark(&rd->t, k, ':') ? k + 1 : i;
}

/* "Présents : A, B⏎En visioconférence : C", "Physiquement : A, B" */
static size_t manner_label(const struct list *l, size_t i)
{
	const size_t k = l->s->h.kinds == LISTE_PRESENTS && l->rd->t.at[i].shape != SHAPE_LOWER ? heading_manner(l->rd, i) : i;

	return k > i && tok_mark(&l->rd->t, k, ':') ? k + 1 : i;
}

/* "M. A et Mme B pour LA CHAPELLE AUX NAUX" */
static size_t place_behind(const struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	struct name n;
	size_t k = i + 1, next;

	if (represented_is_proxy(rd) || (l->s->h.kinds & LISTE_POUVOIRS) || list_last(l) == NULL || list_last(l)->to != i ||
	    !tok_among(&rd->t, i, " pour ") || rd->t.at[i].shape != SHAPE_LOWER)
		return i;
	/* "pour la commune de TOURNUS" */
	if (tok_among(&rd->t, k, " la ") && tok_among(&rd->t, k + 1, " commune ville ") && tok_among(&rd->t, k + 2, " de d du des "))
		k += 3 + tok_mark(&rd->t, k + 3, '\'');
	else if (name_read(rd, k, l->limit, &n) > k && (n.order != ORDER_NONE || n.civility < n.from))
		return i;
	const size_t place = k;

	for (; k < l->limit && k < place + PLACE_TOKENS && (k == i + 1 || rd->t.at[k].lines == 0); k++)
		if (!is_label_word(rd, k) || tok_mark(&rd->t, k, '(') || is_civility(&rd->t, k, &next))
			break;
	const bool closed = k > i + 1 && (rd->t.at[k].kind == TOK_MARK || rd->t.at[k].lines > 0 || is_civility(&rd->t, k, &next));

	return closed && rd->t.at[k - 1].shape != SHAPE_LOWER ? k : i;
}

/* "M. A, communauté de communes du Val", "Mme B, commune de Tournus": one place, that cannot hold the next member's name. */
static size_t body_behind(const struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	size_t k = i + 1, capitals = 0, next;

	if (list_last(l) == NULL || list_last(l)->to + 1 != i || !tok_mark(&rd->t, i - 1, ',') || rd->t.at[i].shape != SHAPE_LOWER ||
	    !tok_among(&rd->t, i, BODIES) || !tok_among(&rd->t, i + 1, " de du des d d'agglomeration ") || rd->t.at[i + 1].lines > 0)
		return i;
	for (; k < l->limit && k < i + PLACE_TOKENS && rd->t.at[k].lines == 0 && is_label_word(rd, k) && !tok_mark(&rd->t, k, '(') && !is_civility(&rd->t, k, &next) &&
			     !(capitals > 0 && name_never(rd, k));
	     k++) {
		const bool capital = rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER;

		capitals += capital;
		if (capital && rd->t.at[k - 1].kind == TOK_WORD && rd->t.at[k - 1].shape != SHAPE_LOWER)
			return i;
	}
	return capitals > 0 && rd->t.at[k - 1].shape != SHAPE_LOWER ? k : i;
}

size_t list_label(struct list *l, size_t i)
{
	const size_t with_body = body_behind(l, i);

	if (with_body > i) {
		l->dangling = false;
		list_last(l)->to = with_body;
		return with_body;
	}
	const size_t party = party_label(l, i) > i ? party_label(l, i) : others_label(l, i);
	const size_t of_body = body_label(l, i), behind = of_body > i ? i : place_behind(l, i), body = of_body > i ? of_body : party, manner = manner_label(l, i);
	const size_t function = function_label(l, i), label = body > i ? body : manner > i ? manner : function > i ? function : substitutes_label(l, i);

	if (behind > i) {
		l->separated = true;
		return behind;
	}
	if (label == i || (of_body > i && list_untold_label(l, i, of_body)))
		return i;
	/* It promises members, and keeps the promise of the label before it. */
	l->separated = l->dangling = true;
	l->labelled |= body > i;
	l->roled |= body == i;
	l->grouped = false;
	return label;
}
