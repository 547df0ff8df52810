/* SPDX-License-Identifier: EUPL-1.2 */
/* What may stand beside a name of a list and is no name: functions, "excusé", the beginning or the end of a presence.
 *
 * Each reader takes the longest run of words it knows and leaves the rest to be explained by somebody else; a place after
 * "Maire de" is taken only when a mark, a line end or a civility closes it, for behind it the next member may stand.
 */
#include "names_priv.h"

#define PLAIN_BOUND_TOKENS 14
#define NAME_AGAIN_TOKENS 300 /* how another way of writing the same name is looked for around it */

/* Before "N°", and before "DE", "DU": what begins the title of an acte. */
static const char NUMBERED[] = " question questions point points affaire affaires dossier dossiers rapport rapports deliberation acte projet "
			       "decision motion sujet ";
static const char OF_TITLES[] = " election designation nomination installation approbation adoption lecture ordre compte proces examen presentation "
				"modification vote ";
static const char ROLES[] =
	" maire maires adjoint adjoints adjointe adjointes conseiller conseillers conseillere conseilleres"
	" president presidents presidente presidentes vice delegue delegues deleguee deleguees titulaire"
	" depute deputee senateur senatrice titulaires suppleant suppleants suppleante suppleantes membre membres elu elus elue elues doyen doyenne"
	" administrateur administrateurs administratrice administratrices vices vp demissionnaire demissionnaires premier premiere deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme ";
static const char ROLE_TAIL[] =
	" municipal municipaux municipale municipales communautaire communautaires departemental departementaux"
	" regional regionaux syndical syndicaux general au aux la le les l du de des d ' - ( ) e s adjoint"
	" adjoints adjointe adjointes maire maires president presidente presidents delegue delegues deleguee"
	" deleguees commune ville communaute departement region conseil assemblee age bureau seance commission"
	" permanente comite ";

/* "1er", "1re", "2ème", "2de", "3°" before "adjoint". */
static size_t over_ordinal(const struct reader *rd, size_t i, size_t limit)
{
	if (i + 2 < limit && rd->t.at[i].kind == TOK_NUMBER && tok_among(&rd->t, i + 1, rd->t.at[i + 1].space ? " er ere e eme nd nde " : " er re ere ier iere e eme ieme nd nde d de \xc2\xb0 \xc2\xba ") &&
	    (!rd->t.at[i + 1].space || tok_among(&rd->t, i + 2, ROLES))) /* "1 ère adjointe" */
		return i + 2;
	return i;
}

/* "de Lavaur", "d'Onet-le-Château": one place, closed by a mark, a line end or a civility. */
static size_t over_place(const struct reader *rd, size_t i, size_t limit)
{
	struct name n;
	size_t k = i, next;

	if (!tok_among(&rd->t, i, " de d du des "))
		return i;
	k += tok_mark(&rd->t, k + 1, '\'') ? 2 : 1;
	k = k < limit ? name_read(rd, k, limit, &n) : i;
	if (k <= i + 1 || n.compounds != 1 || n.civility != n.from)
		return i;
	if (k < limit && rd->t.at[k].kind != TOK_MARK && rd->t.at[k].lines == 0 && !is_civility(&rd->t, k, &next))
		return i;
	return k;
}

/* "Cons. mun.", "Conseil. munic.", "Adj." */
static size_t over_short_role(const struct reader *rd, size_t i, size_t limit)
{
	size_t k = i;

	while (k + 1 < limit && tok_mark(&rd->t, k + 1, '.') && !rd->t.at[k + 1].space &&
	       tok_among(&rd->t, k, k == i ? " cons conseil conseill adj adjt " : " mun munic municip comm communaut del deleg "))
		k += 2;
	return k;
}

size_t role_at(const struct reader *rd, size_t i, size_t limit)
{
	size_t k = over_ordinal(rd, i, limit);
	const size_t shortened = over_short_role(rd, k, limit);

	if (shortened > k)
		return shortened;

	/* "Les conseillers présents, …" opens a sentence, "Les adjoints : …" a group. */
	if (tok_among(&rd->t, k, " les le la ") && tok_among(&rd->t, k + 1, ROLES) &&
	    (tok_mark(&rd->t, k + 2, ':') || (tok_among(&rd->t, k, " les ") && rd->t.at[k].shape == SHAPE_LOWER)))
		k++;
	if (k >= limit || !tok_among(&rd->t, k, ROLES))
		return i;
	for (k++; k < limit; k++) {
		size_t place = over_place(rd, k, limit);

		if (place > k)
			return place;
		if (!tok_among(&rd->t, k, ROLE_TAIL) || (tok_mark(&rd->t, k, '(') && rd->t.at[k].space) ||
		    (tok_mark(&rd->t, k, '-') && rd->t.at[k].space))
			break;
	}
	size_t voice;

	if (tok_phrase(&rd->t, k, "avec voix deliberative", &voice) || tok_phrase(&rd->t, k, "avec voix deliberatives", &voice) ||
	    tok_phrase(&rd->t, k, "ayant voix deliberative", &voice))
		return voice;
	/* A tail does not end on "au" or "de": what follows was not understood, and the caller will see it. */
	while (tok_among(&rd->t, k - 1, " au aux la le les l du de des d ' - "))
		k--;
	return k;
}

size_t state_at(const struct reader *rd, size_t i, size_t limit, unsigned *ret_kinds)
{
	size_t k = i;
	unsigned kinds = 0;

	for (; k < limit; k++) {
		if (tok_among(&rd->t, k, " excuse excusee excuses excusees absent absente absents absentes empeche empechee empeches empechees souffrant souffrante indisponible "))
			kinds |= LISTE_ABSENTS;
		else if (tok_among(&rd->t, k, " present presente presents presentes "))
			kinds |= LISTE_PRESENTS;
		else if (!tok_among(&rd->t, k, " non et ") || k + 1 >= limit ||
			 !tok_among(&rd->t, k + 1, " excuse excusee excuses excusees "))
			break;
	}
	if (kinds == 0)
		return i;
	*ret_kinds = kinds;
	return k;
}

enum bound { BOUND_NONE, BOUND_SINCE, BOUND_UNTIL, BOUND_OTHER };

static enum bound bound_opens(const struct reader *rd, size_t i)
{
	static const char *const others[] = { "aux points", "au point", "pour le point", "pour les points",
					      "pour la deliberation", "pour les deliberations" };

	size_t next;

	if (tok_phrase(&rd->t, i, "a compter", &next) || tok_phrase(&rd->t, i, "a partir", &next) ||
	    tok_among(&rd->t, i, " arrive arrivee arrives arrivees depuis entree entre retard retarde retardee ") ||
	    tok_phrase(&rd->t, i, "en retard", &next) ||
	    tok_phrase(&rd->t, i, "a rejoint", &next) || tok_phrase(&rd->t, i, "rejoint la seance", &next))
		return BOUND_SINCE;
	if (tok_phrase(&rd->t, i, "a quitte", &next) ||
	    tok_among(&rd->t, i, " jusqu jusqua parti partie depart sorti sortie quitte ") || tok_phrase(&rd->t, i, "sort a", &next) ||
	    tok_phrase(&rd->t, i, "sort de", &next))
		return BOUND_UNTIL;
	for (size_t k = 0; k < sizeof others / sizeof *others; k++)
		if (tok_phrase(&rd->t, i, others[k], &next))
			return BOUND_OTHER;
	return tok_among(&rd->t, i, " sauf ") ? BOUND_OTHER : BOUND_NONE;
}

/* "jusqu'à la délibération n° 3 Secrétaire de séance : …", "arrivée à 19h20 Absent : …", where line ends were lost. */
static bool ends_a_bound(const struct reader *rd, size_t i, size_t limit)
{
	struct heading h;

	return rd->t.at[i].shape != SHAPE_LOWER && (list_boundary(rd, i) != BOUNDARY_NONE || heading_at(rd, i, limit, &h));
}

/* Outside parentheses a bound ends at the first mark that separates names; "2.1" and "n°3" are inside it. */
static size_t plain_bound_end(const struct reader *rd, size_t i, size_t limit)
{
	size_t k = i, next;

	for (; k < limit && k - i < PLAIN_BOUND_TOKENS; k++) {
		if (tok_among(&rd->t, k, " , ; ) ( / ") || is_civility(&rd->t, k, &next) ||
		    (k > i && (rd->t.at[k].lines > 0 || ends_a_bound(rd, k, limit))))
			break;
		if (tok_mark(&rd->t, k, '.') &&
		    (k + 1 >= limit || rd->t.at[k + 1].kind != TOK_NUMBER || rd->t.at[k + 1].space))
			break;
	}
	return k;
}

/* "(jusqu'à 15 h - délégation de vote à M. PETIT)" */
static size_t bound_before_proxy(const struct reader *rd, size_t i, size_t limit)
{
	for (size_t k = i; k + 1 < limit; k++)
		if (tok_among(&rd->t, k, " - , ; ") &&
		    (proxy_word(&rd->t, k + 1) || tok_among(&rd->t, k + 1, " delegation ") || cue_at(rd->lx, &rd->t, k + 1, CUE_POUVOIR_DONNE) > k + 1))
			return k;
	return limit;
}

bool bound_comes_back(const struct reader *rd, size_t i, size_t end)
{
	if (!tok_among(&rd->t, i, " sort sorti sortie quitte part parti partie depart absent absente absents absentes s "))
		return false;
	for (size_t k = i + 1; k < end; k++)
		if (tok_among(&rd->t, k, " revient reviennent revenu revenue retour reprend rejoint regagne jusqu jusqua ") || (tok_among(&rd->t, k - 1, " de ") && rd->t.at[k].kind == TOK_NUMBER))
			return true;
	return false;
}

/* "arrive au point 2 et part au point 6", "… puis s'en va"; not "prend part" */
static bool goes_later(const struct reader *rd, size_t i)
{
	return (tok_among(&rd->t, i, " part repart ") && tok_among(&rd->t, i - 1, " et , puis il elle ")) || (tok_among(&rd->t, i, " va ") && tok_among(&rd->t, i - 1, " en "));
}

size_t bound_at(struct reader *rd, size_t i, size_t limit, struct str *ret_since, struct str *ret_until)
{
	enum bound kind = i < limit ? bound_opens(rd, i) : BOUND_NONE;
	bool since = kind == BOUND_SINCE, until = kind == BOUND_UNTIL;
	size_t end;

	if (kind == BOUND_NONE)
		return i;
	end = tok_among(&rd->t, limit, " ) ] ") ? bound_before_proxy(rd, i, limit) : plain_bound_end(rd, i, limit);
	for (size_t k = i + 1; k < end; k++) {
		if (tok_among(&rd->t, k - 1, " son leur ")) /* "jusqu'à son arrivée à 20h36" */
			continue;
		since |= bound_opens(rd, k) == BOUND_SINCE;
		until |= bound_opens(rd, k) == BOUND_UNTIL || goes_later(rd, k);
	}
	struct str text = reader_text(rd, i, end);

	/* Neither a beginning nor an end ("au point 13"): kept as both, which nothing will place. */
	const bool either = since == until || bound_comes_back(rd, i, end);

	if (since || either)
		*ret_since = text;
	if (until || either)
		*ret_until = text;
	return end;
}

bool act_title_at(const struct reader *rd, size_t i)
{
	return rd->t.at[i].shape == SHAPE_UPPER && ((tok_among(&rd->t, i, NUMBERED) && word_is_no(rd, i + 1)) ||
						    (tok_among(&rd->t, i, OF_TITLES) && tok_among(&rd->t, i + 1, " de du des d ")));
}

bool staff_at(const struct reader *rd, size_t i)
{
	if (tok_among(&rd->t, i, " secretaire "))
		return tok_among(&rd->t, i + 1, " general generale administratif administrative comptable ") ||
		       (tok_among(&rd->t, i + 1, " de ") && tok_among(&rd->t, i + 2, " mairie direction "));
	return tok_among(&rd->t, i, " dgs dga dgst dst daf drh directeur directrice dir receveur comptable tresorier tresoriere ");
}

static bool closes_initial(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " , ; ) et ") || (tok_mark(&rd->t, i, '.') && rd->t.at[i + 1].lines > 0);
}

/* "GRAND A donne pouvoir à …": where the lists have him as "GRAND A," too. An accent would make it "a donné". */
static bool gives_under_initial(const struct reader *rd, size_t i)
{
	const struct token *at = rd->t.at;
	const size_t from = i > NAME_AGAIN_TOKENS ? i - NAME_AGAIN_TOKENS : 1;

	if (!tok_among(&rd->t, i + 1, " donne ") || at[i + 1].shape != SHAPE_LOWER || at[i + 1].end - at[i + 1].start != at[i + 1].key.n)
		return false;
	for (size_t k = from; k < i; k++)
		if (str_eq(at[k].key, at[i].key) && str_eq(at[k - 1].key, at[i - 1].key) && closes_initial(rd, k + 1))
			return true;
	return false;
}

bool trailing_initial(const struct reader *rd, size_t i)
{
	const struct token *at = rd->t.at;

	return i > 0 && at[i].key.n == 1 && at[i].shape == SHAPE_TITLE && at[i].lines == 0 && at[i - 1].shape == SHAPE_UPPER &&
	       (closes_initial(rd, i + 1) || gives_under_initial(rd, i) || (tok_among(&rd->t, i + 1, " a ") && at[i + 1].shape == SHAPE_LOWER));
}

bool initial_before_civility(const struct reader *rd, size_t i)
{
	const struct token *at = rd->t.at;
	size_t next = i + 2, name;

	return i > 0 && tok_among(&rd->t, i, " m ") && tok_mark(&rd->t, i + 1, '.') && at[i].shape == SHAPE_TITLE && at[i].lines == 0 && at[i - 1].shape == SHAPE_UPPER &&
	       at[i - 1].key.n > 1 && at[next].key.n > 1 && is_civility(&rd->t, next, &name) && at[name].shape == SHAPE_UPPER && at[name + 1].key.n == 1 &&
	       at[name + 1].shape == SHAPE_TITLE;
}

static bool behind_one_civility(const struct reader *rd, size_t i)
{
	return i > 1 && tok_among(&rd->t, i - 1 - tok_mark(&rd->t, i - 1, '.'), " m mr mme mlle monsieur madame ");
}

bool slash_joins(const struct reader *rd, size_t i)
{
	const struct token *at = rd->t.at;
	const size_t from = i > NAME_AGAIN_TOKENS ? i - NAME_AGAIN_TOKENS : 1, to = i + NAME_AGAIN_TOKENS < rd->t.n ? i + NAME_AGAIN_TOKENS : rd->t.n - 1;

	if (i == 0 || !tok_mark(&rd->t, i, '/') || at[i].space || at[i + 1].space || at[i - 1].shape != SHAPE_UPPER || at[i + 1].shape != SHAPE_UPPER)
		return false;
	for (size_t k = from; k < to; k++)
		if (tok_mark(&rd->t, k, '/') && str_eq(at[k - 1].key, at[i - 1].key) && str_eq(at[k + 1].key, at[i + 1].key) && behind_one_civility(rd, k - 1))
			return true;
	return false;
}

bool name_is_a_letter(const struct reader *rd, const struct name *n)
{
	return n->civility == n->from && rd->t.at[n->from].key.n == 1 && (n->to == n->from + 1 || (n->to == n->from + 2 && tok_mark(&rd->t, n->from + 1, '.')));
}
