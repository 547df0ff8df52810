/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands between parentheses behind a name of a list: a proxy, his state or function, when he was there, his commune.
 *
 * A proxy in other words is counted as one that was not understood; anything else that is not understood makes the list unread.
 */
#include "proxies_priv.h"

#define PAREN_TOKENS 80

/* "pas de pouvoir", "sans procuration", "n'a pas donné pouvoir". */
size_t no_proxy_in(struct list *l, size_t i, size_t limit)
{
	size_t next, k;

	if (!tok_phrase(&l->rd->t, i, "pas de", &next) && !tok_phrase(&l->rd->t, i, "sans", &next) &&
	    !tok_phrase(&l->rd->t, i, "n ' a pas donne de", &next) && !tok_phrase(&l->rd->t, i, "n ' a pas donne", &next))
		return i;
	if (next >= limit || !proxy_word(&l->rd->t, next))
		return i;
	for (k = next + 1; k < limit && tok_among(&l->rd->t, k, " donne donnee "); k++)
		;
	list_explain(l, i, k);
	if (list_last(l) != NULL)
		list_last(l)->gave_none = true;
	return k;
}

/* "(association des familles)", "(Banque alimentaire)": whom a member nominated to a social centre comes from. */
static bool association_in(const struct list *l, size_t i, size_t close)
{
	const struct tokens *t = &l->rd->t;

	if (l->s->h.kinds != LISTE_PRESENTS || !tok_among(t, i, " association associations federation union banque secours amicale club restos ") || staff_at(l->rd, i))
		return false;
	for (size_t k = i; k < close; k++)
		if ((t->at[k].kind == TOK_MARK ? !tok_among(t, k, " ' - ") : t->at[k].kind != TOK_WORD) || proxy_word(t, k) ||
		    tok_among(t, k, " represente representee remplace remplacee excuse excusee absent absente ") || staff_at(l->rd, k))
			return false;
	return true;
}

/* A commune or a political group: capitals, and the small words of place names. */
static bool is_place(const struct reader *rd, size_t i, size_t limit)
{
	bool capital = false;
	size_t next;

	for (size_t k = i; k < limit; k++) {
		const struct token *tok = &rd->t.at[k];
		bool small = tok_among(&rd->t, k,
				       " de du des d la le les l en sur sous lez et a aux pays agglomeration commune communes ville communaute "
				       "departement region metropole syndicat canton - ' / ");

		if (is_civility(&rd->t, k, &next) || proxy_word(&rd->t, k) || staff_at(rd, k))
			return false;
		if (tok->kind != TOK_WORD || tok->shape == SHAPE_LOWER) {
			if (!small)
				return false;
		} else {
			capital = true;
		}
	}
	return capital;
}

/* "(« Un nouvel élan »)", "(sans étiquette)", "(non inscrite)": his political group. */
static bool is_group(const struct reader *rd, size_t i, size_t close)
{
	const bool none = (tok_among(&rd->t, i, " sans ") && tok_among(&rd->t, i + 1, " etiquette groupe ")) ||
			  (tok_among(&rd->t, i, " non ") && tok_among(&rd->t, i + 1, " inscrit inscrite inscrits inscrites "));
	size_t next;

	if (none || close < i + 3 || !tok_among(&rd->t, i, " \xc2\xab \" \xe2\x80\x9c ") || !tok_among(&rd->t, close - 1, " \xc2\xbb \" \xe2\x80\x9d "))
		return none && close == i + 2;
	for (size_t k = i + 1; k + 1 < close; k++)
		if (rd->t.at[k].kind != TOK_WORD ? !tok_among(&rd->t, k, " ' - ") : is_civility(&rd->t, k, &next) || proxy_word(&rd->t, k) || staff_at(rd, k))
			return false;
	return true;
}

/* "Tournelle (Paul ARBEL)": the member is the one in brackets. */
static bool member_in_brackets(const struct list *l, size_t i, size_t close)
{
	const struct entry *e = list_last(l);
	struct name n;

	return e != NULL && e->name.civility == e->name.from && e->name.order == ORDER_NONE && name_read(l->rd, i, close, &n) == close && n.order != ORDER_NONE;
}

/* "DEL" of "DEL2031_004" */
static bool is_code(const struct reader *rd, size_t i)
{
	return rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i + 1].kind == TOK_NUMBER && !rd->t.at[i + 1].space;
}

/* "(n°3 à n°42)", "(n° 1)", "(DEL2031_004, _007)": the points of the agenda he was there for. */
static bool points_in(const struct reader *rd, size_t i, size_t close)
{
	bool number = false;

	for (size_t k = i; k < close; k++) {
		number |= rd->t.at[k].kind == TOK_NUMBER;
		if (rd->t.at[k].kind == TOK_WORD && !tok_among(&rd->t, k, " n no a et au ") && !is_code(rd, k))
			return false;
	}
	return number && (tok_among(&rd->t, i, " n no ") || is_code(rd, i));
}

/* "(20 h 30)", "(présent à 19h05, …)": when he came; "(absent à 19h05)" says something else. */
static size_t hour_in(const struct reader *rd, size_t i, size_t close)
{
	const size_t at = i + (tok_among(&rd->t, i, " present presente presents presentes ") && tok_among(&rd->t, i + 1, " a des depuis ") ? 2 : 0);
	int minutes;
	const size_t end = leaf_hour(&rd->t, at, &minutes);

	if (at == i && !tok_among(&rd->t, i - 1, " ( [ "))
		return i;
	return end > at && end <= close ? end : i;
}

/* "Absents avec procuration : Luc PETIT (Zoé ROUX)": a full name, which no commune is; "Absents représentés : Luc Petit (Zoé Roux)":
 * somebody, if he is there. */
static size_t holder_alone(struct list *l, size_t i, size_t close)
{
	struct name n;

	if ((l->s->h.kinds & LISTE_PRESENTS) || !(l->s->h.kinds & LISTE_POUVOIRS) || list_last(l) == NULL || list_last(l)->to != i - 1 ||
	    name_read(l->rd, i, close, &n) != close || n.odd || (n.compounds == 1 && n.civility == n.from))
		return i;
	const bool sure = l->s->h.strict && (n.order != ORDER_NONE || n.civility < n.from);
	const size_t k = sure || represented_is_proxy(l->rd) ? proxy_give(l, i, i, close) : i;

	if (k > i) {
		l->s->pairs.at[l->s->pairs.n - 1].if_there = !sure;
		l->s->pairs.at[l->s->pairs.n - 1].bare = true;
	}
	return k;
}

/* "(pouvoir Zoé ROUX)" beside somebody absent, "(à Zoé ROUX)" under a heading of proxies: whom he gave it to. */
static size_t bare_proxy(struct list *l, size_t i, size_t close)
{
	const bool to = (l->s->h.kinds & LISTE_POUVOIRS) &&
			(tok_among(&l->rd->t, i, " a ") || (tok_among(&l->rd->t, i, " par ") && represented_is_proxy(l->rd)));

	if (proxy_for(l, i, close) > i)
		return list_last(l)->to;
	/* "Luc VIAL (pouvoir de Zoé ROUX)" names who gave it. */
	const bool from = tok_among(&l->rd->t, i + 1, " de d du ") && l->rd->t.at[i + 1].shape == SHAPE_LOWER;

	if ((l->s->h.kinds & LISTE_PRESENTS) || !(to || ((proxy_word(&l->rd->t, i) || tok_among(&l->rd->t, i, " pv ")) && !from)))
		return holder_alone(l, i, close);
	const size_t name = i + 1 + tok_among(&l->rd->t, i + 1, " . : "), k = proxy_give(l, i, name, close);

	if (k > name)
		l->s->pairs.at[l->s->pairs.n - 1].bare = !to && !tok_among(&l->rd->t, name, " a au aux ");
	return k > name ? k : i;
}

/* "(congé maternité)", "(raison professionnelle, pouvoir à …)": why somebody is absent, in lower case. */
static size_t reason_in(const struct list *l, size_t i, size_t close)
{
	static const char reasons[] = " conge conges maladie raison raisons motif motifs vacances deplacement hospitalise hospitalisee hospitalisation empechement empeche "
				      "empechee maternite paternite souffrant souffrante obligation obligations formation sante malade deces deuil ";
	const struct tokens *t = &l->rd->t;
	size_t k = i + tok_among(t, i, " en pour pris prise retenu retenue ");

	if ((l->s->h.kinds & LISTE_PRESENTS) || !tok_among(t, k, reasons))
		return i;
	for (; k < close && t->at[k].kind == TOK_WORD && t->at[k].shape == SHAPE_LOWER && !proxy_word(t, k); k++)
		;
	return k;
}

/* "(conseillère déléguée aux écoles et au sport)": the rest of a function, to the end. */
static bool rest_of_function(const struct list *l, size_t i, size_t close)
{
	const struct tokens *t = &l->rd->t;
	size_t k = i;

	if (!tok_among(t, i, " a au aux charge chargee en de du des d ") || !tok_among(t, i - 1, " delegue deleguee adjoint adjointe president presidente maire "))
		return false;
	while (k < close && (t->at[k].kind == TOK_MARK ? tok_among(t, k, " ' - , ") : t->at[k].kind == TOK_WORD && t->at[k].shape == SHAPE_LOWER && !proxy_word(t, k)))
		k++;
	return k == close;
}

/* "Présents : …, M. Luc PETIT (excusé)": the list holds others than its heading says. */
static void contradicted_state(struct list *l, size_t i, unsigned kinds)
{
	const unsigned own = l->s->h.kinds & (LISTE_PRESENTS | LISTE_ABSENTS);

	if (kinds != 0 && own != 0 && kinds != own && tok_among(&l->rd->t, i - 1, " ( [ "))
		list_fail(l, i, "la mention contredit la rubrique");
}

/* From when to when the last member was there, or his proxy holds, and the association he is of. */
static size_t bounds_of_last(struct list *l, size_t i, size_t close)
{
	struct entry *e = list_last(l);
	size_t k;

	if (e == NULL)
		return i;
	if ((k = list_bound(l, i, close)) > i) {
		if (e->proxy && l->s->pairs.n > 0) {
			struct pair *p = &l->s->pairs.at[l->s->pairs.n - 1];

			p->depuis = e->depuis;
			p->jusqua = e->jusqua;
		}
		return k;
	}
	if (association_in(l, i, close))
		return close;
	if (points_in(l->rd, i, close)) {
		e->depuis = e->jusqua = reader_text(l->rd, i, close); /* "(points 4 et 5)": neither a beginning nor an end */
		return close;
	}
	if ((k = hour_in(l->rd, i, close)) > i)
		e->depuis = reader_text(l->rd, i, k);
	return k;
}

static size_t paren_piece(struct list *l, size_t i, size_t close)
{
	struct entry *e = list_last(l);
	unsigned kinds;
	size_t k;

	if (tok_among(&l->rd->t, i, " , ; / - + et "))
		return i + 1;
	if ((k = substituted_at(l, i, close)) > i || (k = bare_proxy(l, i, close)) > i || (k = no_proxy_in(l, i, close)) > i || (k = proxy_in(l, i, close)) > i ||
	    (k = replaced_in(l, i, close)) > i || (k = bounds_of_last(l, i, close)) > i)
		return k;
	if ((k = heading_manner(l->rd, i)) > i || (k = reason_in(l, i, close)) > i)
		return k;
	if (rest_of_function(l, i, close))
		return close;
	if ((k = cue_at(l->rd->lx, &l->rd->t, i, CUE_SECRETAIRE)) == close)
		return k;
	/* "(excusée, représentée)" */
	if (e != NULL && !(l->s->h.kinds & LISTE_PRESENTS) && tok_among(&l->rd->t, i, " represente representee ")) {
		e->represented = true;
		return i + 1;
	}
	if ((k = state_at(l->rd, i, close, &kinds)) > i) {
		contradicted_state(l, i, k == close ? kinds : 0);
		return k;
	}
	/* "A et B (titulaires Ramel)" */
	if (tok_among(&l->rd->t, i, " titulaires suppleants suppleantes ") && tok_mark(&l->rd->t, i - 1, '(') && (i + 1 == close || is_place(l->rd, i + 1, close)))
		return close;
	return role_at(l->rd, i, close);
}

/* "(absente à l'ouverture, arrivée à 20 h 50, vote à partir de la délibération « 3, Budget »)": when he was there, in a sentence. */
static bool bound_in(struct reader *rd, size_t i, size_t close, struct entry *e)
{
	for (size_t k = i; k < close; k++)
		if (tok_among(&rd->t, k, " delegation ")) /* "délégation de (the margin) vote" */
			return false;
	for (size_t k = i; k < close; k++) {
		if (bound_at(rd, k, close, &e->depuis, &e->jusqua) == k)
			continue;
		const bool both = (e->depuis.n > 0 && e->jusqua.n > 0) || bound_comes_back(rd, i, close);
		const bool since = e->depuis.n > 0;

		if (both || since)
			e->depuis = reader_text(rd, i, close);
		if (both || !since)
			e->jusqua = reader_text(rd, i, close);
		return true;
	}
	return false;
}

static bool only_digits_or_ending(const struct reader *rd, size_t i, size_t close)
{
	return close == i + 1 &&
	       (tok_mark(&rd->t, i, '*') || tok_among(&rd->t, i, " visio visioconference ") || rd->t.at[i].kind == TOK_NUMBER || (rd->t.at[i].kind == TOK_WORD && rd->t.at[i].key.n <= 2));
}

static bool paren_read(struct list *l, size_t i, size_t close)
{
	struct entry *e = list_last(l);
	size_t k = i, next;

	if (close == i || only_digits_or_ending(l->rd, i, close)) {
		/* "A (1), B": a note's mark counts nobody, "Brisse (2) : Luc PETIT, …" those of Brisse. */
		if (close > i && l->rd->t.at[i].kind == TOK_NUMBER && l->s->h.count < 0 &&
		    l->rd->t.at[i].value >= (int32_t)l->s->entries.n && !tok_among(&l->rd->t, close + 1, " , ; : et "))
			l->s->h.count = l->rd->t.at[i].value;
		return true;
	}
	/* "Mme PETIT et M. GRAND (pouvoirs à M. B)": of both. */
	if (e != NULL && l->s->entries.n > 1 && !(l->s->h.kinds & LISTE_PRESENTS) && tok_among(&l->rd->t, i, " pouvoirs procurations ")) {
		e->unclear = true;
		list_explain(l, i, close);
		return true;
	}
	while (k < close && (next = paren_piece(l, k, close)) > k)
		k = next;
	if (k == close)
		return true;
	for (k = i; k < close; k++)
		if (proxy_word(&l->rd->t, k) && !l->explained[k] && e != NULL) {
			e->unclear = true;
			list_explain(l, i, close);
			return true;
		}
	if (e != NULL && bound_in(l->rd, i, close, e))
		return true;
	return k == close && (is_group(l->rd, i, close) || is_place(l->rd, i, close)) && !member_in_brackets(l, i, close);
}

static size_t paren_close(const struct list *l, size_t i)
{
	const bool square = tok_mark(&l->rd->t, i, '[');
	unsigned depth = 0;

	for (size_t k = i; k < l->limit && k - i < PAREN_TOKENS; k++) {
		depth += tok_mark(&l->rd->t, k, square ? '[' : '(');
		if (tok_mark(&l->rd->t, k, square ? ']' : ')') && --depth == 0)
			return k;
	}
	return i;
}

/* "Anne GRAND [pouvoir à Luc PETIT]", "[excusée]"; a scribe's own words stand so too. */
bool list_square_tells(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	unsigned kinds;

	return list_last(l) != NULL && list_last(l)->to == i &&
	       (proxy_word(t, i + 1) || state_at(l->rd, i + 1, l->limit, &kinds) > i + 1 || cue_at(l->rd->lx, t, i + 1, CUE_POUVOIR_DONNE) > i + 1);
}

size_t list_at_paren(struct list *l, size_t i)
{
	size_t close = paren_close(l, i);

	if (close == i || !paren_read(l, i + 1, close))
		return i;
	if (list_last(l) != NULL)
		list_last(l)->to = close + 1;
	return close + 1;
}
