/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a list of members begins, and the words that may stand between its names.
 *
 * A heading is a cue of the lexicon with the words that dress it ("Conseillers titulaires absents et excusés :"),
 * closed by a colon or followed at once by a name. Several cues may be chained, and what joins them decides who
 * gave a proxy: everybody under "Absents ayant donné procuration", some under "Absents et pouvoirs". Long phrases
 * in the lexicon for each mixture were decided against: there are too many.
 */
#include "bounds.h"
#include "openings_priv.h"
#include "names_priv.h"
#include "rolls_priv.h"

#define HEADING_TOKENS 40
#define OPENINGS_MOST 6 /* words before its first cue: "Membres du conseil municipal" */
#define HEADING_CUES 4 /* "absents", "excusés", "représentés", "ayant donné pouvoir" */

/* Before the first cue of a heading. */
const char heading_openings[] =
	" conseiller conseillers conseillere conseilleres municipaux municipales communautaires departementaux"
	" regionaux syndicaux membres elus elues delegues deleguees titulaires suppleants titulaire suppleant personne"
	" personnes les regulierement membre elu elue delegue deleguee suppleante suppleantes administrateur administrateurs administratrice"
	" administratrices ";
/* Between the first of these and the cue: "Membres du conseil municipal présents", "Conseillers en exercice absents". */
static const char OPENINGS_WITHIN[] = " du de d ' la le l et conseil conseils municipal communautaire departemental regional administration comite syndical bureau "
				      "assemblee en exercice nommes nommees ";
/* Between its cues and after them. */
static const char DRESS_AFTER[] =
	" conseiller conseillers conseillere conseilleres municipaux municipales communautaires departementaux"
	" regionaux syndicaux membres elus elues delegues deleguees titulaires suppleants titulaire suppleant les"
	" et ou suivants suivantes avec voix deliberative a l ouverture de la seance leur leurs son nom ecrit ecrits vote"
	" voter par pour au conseil municipal e s es ee ees sans regulierement eventuellement droit"
	" ayant deliberatives donnes donnees consultative consultatives membre elu elue delegue deleguee suppleante suppleantes appel nominal salle titre consultatif"
	" administrateur administrateurs administratrice administratrices nommes nommees mais un autre dotes dotees du d exercice visioconference visio distance ";

static size_t list_cue(const struct reader *rd, size_t i, unsigned *ret_kind)
{
	static const struct {
		enum cue cue;
		unsigned kind;
	} cues[] = { { CUE_PRESENTS, LISTE_PRESENTS },
		     { CUE_ABSENTS, LISTE_ABSENTS },
		     { CUE_POUVOIRS, LISTE_POUVOIRS } };
	size_t best = i;

	if (!landmark_at(rd->t.landmarks, LANDMARK_LIST_CUE, i))
		return i;
	for (size_t k = 0; k < sizeof cues / sizeof *cues; k++) {
		size_t next = cue_at(rd->lx, &rd->t, i, cues[k].cue);

		if (next > best) {
			best = next;
			*ret_kind = cues[k].kind;
		}
	}
	return best;
}

/* A cue of the absents may speak of proxies too: "absents ayant donné pouvoir", but not "absents sans pouvoir". */
static bool says_proxy(const struct reader *rd, size_t from, size_t to)
{
	if (tok_says(&rd->t, from, to, " pas "))
		return false;
	for (size_t k = from; k < to; k++)
		if ((proxy_word(&rd->t, k) && !(k > 0 && tok_among(&rd->t, k - 1, " sans "))) ||
		    str_starts(rd->t.at[k].key, STR("represent")))
			return true;
	return false;
}

/* "ayant donné pouvoir", "ayant voté par procuration", "avec procuration": whoever stands under it gave one. */
static bool says_given(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (str_starts(rd->t.at[k].key, STR("donn")) || tok_among(&rd->t, k, " vote avec "))
			return true;
	return false;
}

static bool dresses(const struct reader *rd, size_t i)
{
	const struct token *tok = &rd->t.at[i];
	unsigned kind;
	size_t next;

	/* "Étaient présents, à l'ouverture de la séance :", "absents, excusés :" */
	if (tok_mark(&rd->t, i, ','))
		return i + 1 < rd->t.n && rd->t.at[i + 1].shape == SHAPE_LOWER &&
		       (tok_among(&rd->t, i + 1, " a et ") || list_cue(rd, i + 1, &kind) > i + 1);
	if (tok_among(&rd->t, i, " dans "))
		return tok_phrase(&rd->t, i, "dans la salle", &next);
	if (tok_among(&rd->t, i, " non ")) /* "absents (excusés ou non)" */
		return i > 0 && tok_among(&rd->t, i - 1, " ou ") && tok_mark(&rd->t, i + 1, ')');
	if (tok_among(&rd->t, i, " en "))
		return tok_among(&rd->t, i + 1, " leur leurs son exercice visioconference visio ");
	/* "Excusés A. PETIT" */
	if (tok->kind == TOK_WORD)
		return tok_among(&rd->t, i, DRESS_AFTER) &&
		       !(tok->key.n == 1 && tok->shape != SHAPE_LOWER && tok_mark(&rd->t, i + 1, '.'));
	/* "Présent·e·s", "absent·es" */
	if (tok->kind == TOK_MARK && !tok->space && !rd->t.at[i + 1].space && (str_eq(tok->key, STR("\xc2\xb7")) || tok_among(&rd->t, i, " . • ")))
		return tok_among(&rd->t, i + 1, " e s es ee ees ");
	/* "(e)s", also as a scanner reads it: "(e})s". */
	if (tok_mark(&rd->t, i, '('))
		return rd->t.at[i + 1].kind == TOK_WORD;
	return tok_among(&rd->t, i, " ) } / - ' ");
}

/* "Présents en visioconférence :", "présents physiquement :", "présents lors de l'appel :" */
size_t heading_manner(const struct reader *rd, size_t i)
{
	static const char *const ways[] = { "en visio - conference", "en visio conference", "en visioconference", "en visio", "par visioconference", "par visio",
					    "en teleconference", "en audioconference", "au moment de l ' appel nominal", "au moment de l ' appel",
					    "lors de l ' appel nominal", "lors de l ' appel", "en distanciel", "en presentiel", "a distance", "physiquement", "en salle" };
	size_t next;

	for (size_t k = 0; k < sizeof ways / sizeof *ways; k++)
		if (tok_phrase(&rd->t, i, ways[k], &next))
			return next;
	return i;
}

/* "Présents DE LA BRISE Luc, PETIT Anne": the heading from i to `to` has lost its colon, and its last words are of a name. */
static size_t before_particle(const struct reader *rd, size_t i, size_t to)
{
	size_t k = to;

	for (size_t p; k > i + 1; k = p) {
		p = k - 1 - (k > i + 2 && tok_mark(&rd->t, k - 1, '\'') && !rd->t.at[k].space);
		if (rd->t.at[p].shape == SHAPE_LOWER || !tok_among(&rd->t, p, " de du des d la le les l "))
			break;
	}
	return rd->t.at[to].kind == TOK_WORD && rd->t.at[to].shape == SHAPE_UPPER ? k : to;
}

/* The cues and the words that dress them, from i: the token after; *h gets kinds and strict. */
static size_t heading_words(const struct reader *rd, size_t i, size_t limit, struct heading *h)
{
	bool either = false, given = false, open = false;
	unsigned kind = 0, cues = 0;
	size_t k = i;

	while (k < limit && k - i < OPENINGS_MOST && list_cue(rd, k, &kind) == k &&
	       (tok_among(&rd->t, k, heading_openings) || (k > i && tok_among(&rd->t, k, OPENINGS_WITHIN))))
		k++;
	/* "GEAI Paul   Conseiller municipal⏎Absents :": the end of a row, and a heading of its own. */
	if (k > i && i > 0 && k < limit && rd->t.at[i].lines == 0 && rd->t.at[k].lines > 0 && rd->t.at[k].shape != SHAPE_LOWER)
		return i;
	while (k < limit && k - i < HEADING_TOKENS && cues < HEADING_CUES) {
		size_t next = list_cue(rd, k, &kind);

		/* "8 + 2 procurations⏎⏎Étaient présents :", "8 et 2 pouvoirs Étaient présents :" */
		if (next > k && cues > 0 && i > 0 && rd->t.at[i - 1].kind == TOK_NUMBER && rd->t.at[i].shape == SHAPE_LOWER && rd->t.at[k].shape != SHAPE_LOWER && kind != h->kinds)
			break;
		if (next > k && cues > 0 && rd->t.at[k].lines >= 2 && rd->t.at[k].shape != SHAPE_LOWER && kind != h->kinds)
			break;
		if (next > k) {
			if (kind == LISTE_ABSENTS && says_proxy(rd, k, next))
				kind |= LISTE_POUVOIRS;
			h->kinds |= kind;
			cues++;
			given |= (kind & LISTE_POUVOIRS) && says_given(rd, k > i ? k - 1 : k, next);
			k = next;
		} else if (h->kinds != 0 && heading_manner(rd, k) > k) {
			k = heading_manner(rd, k);
		} else if (h->kinds != 0 && dresses(rd, k) && (open || !tok_mark(&rd->t, k, ')'))) {
			open |= tok_mark(&rd->t, k, '(');
			either |= tok_among(&rd->t, k, " ou ");
			k++;
		} else if ((h->kinds & LISTE_POUVOIRS) && tok_among(&rd->t, k, " mandataire mandataires ") && rd->t.at[k].shape == rd->t.at[i].shape && rd->t.at[k].lines == 0) {
			given = true; /* "ABSENTS REPRÉSENTÉS   MANDATAIRES": titles of two columns */
			k++;
		} else {
			break;
		}
	}
	h->strict = (h->kinds & LISTE_POUVOIRS) && ((given && !either) || h->kinds == LISTE_POUVOIRS);
	return before_particle(rd, i, k);
}

/* "Présents avec voix consultative", "sans voix délibérative": they vote on nothing, and are no members. */
static bool without_a_voice(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (tok_among(&rd->t, k, " consultative consultatives consultatif ") || (tok_among(&rd->t, k, " sans ") && tok_among(&rd->t, k + 1, " voix droit ")))
			return true;
	return false;
}

static size_t heading_count(const struct reader *rd, size_t i, int32_t *ret)
{
	bool parens = tok_mark(&rd->t, i, '(') || tok_mark(&rd->t, i, '[');
	size_t k = parens ? i + 1 : i;

	/* "Étaient présents (12/15) :", "Absents excusés (2 dont 1 pouvoir) :" */
	const size_t dont = tok_among(&rd->t, k + 1, " dont ") && tok_among(&rd->t, k + 3, " pouvoir pouvoirs procuration procurations excuse excusee excuses represente representes ") ? 3 : 0;
	const size_t of = parens && k + 2 < rd->t.n && (dont > 0 || tok_mark(&rd->t, k + 1, '/')) && rd->t.at[k + 2].kind == TOK_NUMBER ? 2 + dont / 3 : 0;

	if (k >= rd->t.n || rd->t.at[k].kind != TOK_NUMBER || (parens && !tok_among(&rd->t, k + of + 1, " ) ] ")))
		return i;
	/* "présents : représentés : 30 11": the values of two labels. */
	if (!parens && k + 1 < rd->t.n && rd->t.at[k + 1].kind == TOK_NUMBER && rd->t.at[k + 1].lines == 0)
		return i;
	/* "Absents : 12/03/2024" */
	if (!parens && k + 2 < rd->t.n && tok_among(&rd->t, k + 1, " / . ") && rd->t.at[k + 2].kind == TOK_NUMBER &&
	    !rd->t.at[k + 2].space)
		return i;
	/* "1. M. A  2. M. B" numbers the names. */
	if (!parens && rd->t.at[k].value == 1 && tok_among(&rd->t, k + 1, " . ) - "))
		return i;
	*ret = rd->t.at[k].value;
	return parens ? k + of + 2 : k + 1;
}

/* The same behind a colon, also "Présents : onze   Votants : treize". */
static size_t count_or_words(const struct reader *rd, size_t i, int32_t *ret)
{
	int64_t value = 0;
	const size_t k = i < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_LOWER ? leaf_number(&rd->t, i, &value) : i;

	if (k == i || value < 2 || value > LIMIT_LIST_ITEMS || (rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape == SHAPE_LOWER))
		return heading_count(rd, i, ret);
	*ret = (int32_t)value;
	return k;
}

bool heading_is_a_part(const struct reader *rd, size_t i)
{
	return i > 1 && rd->t.at[i - 1].kind == TOK_NUMBER && tok_among(&rd->t, i - 2, " + ( dont ");
}

bool behind_list_of(const struct reader *rd, size_t i)
{
	return i > 1 && rd->t.at[i].lines == 0 && tok_among(&rd->t, i - 1, " des ") && tok_among(&rd->t, i - 2, " liste ") && rd->t.at[i - 2].shape != SHAPE_LOWER;
}

/* "à l'unanimité des Membres⏎présents :" */
static bool ends_a_phrase(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k > 0 && rd->t.at[k].lines < 2 && tok_among(&rd->t, k - 1, heading_openings))
		k--;
	return k < i && k > 0 && rd->t.at[i].shape == SHAPE_LOWER && rd->t.at[k].lines < 2 && tok_among(&rd->t, k - 1, " des d aux par ");
}

/* A heading opens a line, a sentence or a row: inside a sentence the same words count or describe. */
static bool stands_alone(const struct reader *rd, size_t i, unsigned kinds)
{
	const struct token *tok = &rd->t.at[i];

	if (behind_list_of(rd, i) || (tok->shape != SHAPE_LOWER && sidebar_before(rd, i)))
		return true;
	/* "à l'unanimité des⏎membres présents :" */
	if (i > 0 && tok->lines < 2 &&
	    ((tok_among(&rd->t, i - 1, " des de d les aux et ou du par ") &&
	      (tok->lines == 0 || tok_among(&rd->t, i, heading_openings))) ||
	     (tok->shape == SHAPE_LOWER && rd->t.at[i - 1].kind == TOK_WORD && rd->t.at[i - 1].shape == SHAPE_LOWER)))
		return false;
	if (heading_is_a_part(rd, i) || ends_a_phrase(rd, i))
		return false;
	if (tok->lines > 0 || tok->shape != SHAPE_LOWER || i == 0)
		return true;
	if (tok_mark(&rd->t, i - 1, ','))
		return (kinds & LISTE_POUVOIRS) == 0 || rd->t.at[i + 1].kind == TOK_WORD;
	return rd->t.at[i - 1].kind == TOK_NUMBER || tok_among(&rd->t, i - 1, " . ; : | - * ");
}

static bool name_follows(const struct reader *rd, size_t i, size_t limit)
{
	struct name n;
	size_t next;

	if (i >= limit)
		return false;
	if (is_civility(&rd->t, i, &next))
		return next < limit && !tok_among(&rd->t, next, " le la l ");
	next = name_read(rd, i, limit, &n);
	if (next == i || n.compounds < 2)
		return false;
	/* "Délégués présents Luc PETIT, Zoé GRAND", "Présent(e)s C. Petit, Président, Z. Grand": a colon was lost. */
	const bool initial = tok_mark(&rd->t, n.from + 1, '.'), sure = n.order != ORDER_NONE || initial;

	/* "ABSENTS AYANT DONNÉ POUVOIR A. GRAND (Pouvoir à L. PETIT)" */
	if (sure && tok_mark(&rd->t, next, '(') && proxy_word(&rd->t, next + 1))
		return true;
	if (rd->t.at[i].lines > 0 || !sure || !tok_among(&rd->t, next, " , ; "))
		return rd->t.at[i].lines > 0;
	size_t k = next + 1, role = role_at(rd, k, limit);

	if (role > k && tok_among(&rd->t, role, " , ; "))
		k = role + 1;
	return name_read(rd, k, limit, &n) > k && (!initial || tok_mark(&rd->t, n.from + 1, '.') || tok_among(&rd->t, n.civility, " m "));
}

/* "Procurations Paul PETIT donne procuration à …": no colon, and who gives at once. */
static bool giver_follows(const struct reader *rd, size_t i, size_t limit)
{
	struct name n;
	i += list_bullet(rd, i);
	const size_t k = name_read(rd, i, limit, &n);

	if (k == i || n.odd || n.compounds < 2)
		return false;
	return cue_at(rd->lx, &rd->t, k, CUE_POUVOIR_DONNE) > k ||
	       (tok_among(&rd->t, k, " a par ") && name_read(rd, k + 1, limit, &n) > k + 1);
}

/* "Présents : 4 (Paul PETIT, Anne GRAND, …)" */
static bool names_between_parens(const struct reader *rd, const struct heading *h, size_t i, size_t limit)
{
	struct name n;

	return h->count > 0 && tok_mark(&rd->t, i, '(') && name_read(rd, i + 1, limit, &n) > i + 1 &&
	       (n.civility < n.from || n.compounds > 1);
}

/* A cue, or a word before the first cue: most words are neither. */
static bool may_open(const struct reader *rd, size_t i)
{
	const size_t to = i + OPENINGS_MOST + 1, cue = next_of(rd, LANDMARK_LIST_CUE, i, to);

	return cue == i || (cue < to && tok_among(&rd->t, i, heading_openings));
}

/* "Nombre de conseillers présents : 10 : PETIT Luc, GRAND Anne" */
static bool counts_then_names(const struct reader *rd, size_t i, size_t k, size_t limit)
{
	int32_t count;
	const size_t number = k + 1, end = tok_mark(&rd->t, k, ':') ? heading_count(rd, number, &count) : number;

	return i > 1 && tok_among(&rd->t, i - 1, " de ") && tok_among(&rd->t, i - 2, " nombre ") && end > number && tok_mark(&rd->t, end, ':') &&
	       name_follows(rd, end + 1, limit);
}

/* "Mme GRAND A DONNÉ POUVOIR À M. PETIT": behind "pouvoir à" stands who holds it. */
static bool names_a_holder(const struct reader *rd, size_t i)
{
	const size_t next = cue_at(rd->lx, &rd->t, i, CUE_POUVOIR_DONNE);

	return next > i && tok_among(&rd->t, next - 1, " a ");
}

/* "PETIT Anne Présente⏎GRAND Luc Excusé", "Présent/Absent | Pouvoir⏎PETIT Anne |", up to token `to`: cells of a table, or their titles. */
static bool is_cell(const struct reader *rd, size_t i, size_t to)
{
	const struct tokens *t = &rd->t;
	const bool column = i > 0 && tok_among(t, i - 1, " / | ");

	if (i == 0 || t->at[i].lines > 0 || !(column || (t->at[i - 1].kind == TOK_WORD && t->at[i - 1].shape != SHAPE_LOWER)))
		return false;
	for (size_t k = i; k < to; k++)
		if (!tok_among(t, k, " present presente absent absente excuse excusee ") && !(column && tok_among(t, k, " pouvoir pouvoirs procuration procurations ")))
			return false;
	return true;
}

bool heading_at(const struct reader *rd, size_t i, size_t limit, struct heading *ret)
{
	if (i >= limit || rd->t.at[i].kind != TOK_WORD)
		return false;
	if (!may_open(rd, i))
		return everybody_but(rd, i, limit, ret);
	struct heading h = { .from = i, .count = -1 };
	size_t k, after;

	k = heading_words(rd, i, limit, &h);
	if (h.kinds == 0 || !(stands_alone(rd, i, h.kinds) || counts_then_names(rd, i, k, limit)))
		return false;
	h.onlookers = h.kinds == LISTE_PRESENTS && without_a_voice(rd, i, k);
	k = heading_behind(rd, k, limit, h.kinds);
	after = heading_count(rd, k, &h.count);
	h.promises = h.count > 0 && tok_among(&rd->t, k, " ( [ ") && tok_mark(&rd->t, after, ':');
	after += after == k && tok_mark(&rd->t, k, '.') && tok_mark(&rd->t, k + 1, ':'); /* "Absents. : A. PETIT" */
	if (after < limit && (tok_mark(&rd->t, after, ':') ||
			      (tok_mark(&rd->t, after, ';') && name_follows(rd, after + 1, limit)))) {
		after = h.count < 0 ? count_or_words(rd, after + 1, &h.count) : after + 1;
		h.count = h.kinds == LISTE_PRESENTS && h.count == 1 ? -1 : h.count; /* "Présents :1", a note: nobody sits alone */
		after += h.count > 0 && tok_mark(&rd->t, after, ':') && name_follows(rd, after + 1, limit); /* "Présents : 10 : A, B" */
		after += names_between_parens(rd, &h, after, limit);
	} else if (rd->t.at[i].shape == SHAPE_LOWER || names_a_holder(rd, i) || is_cell(rd, i, k) || roll_state_below(rd, i) ||
		   !(name_follows(rd, tok_mark(&rd->t, k, '(') ? after : k, limit) || (h.kinds != LISTE_POUVOIRS && bullets_follow_heading(rd, after, limit)) ||
		     ((h.kinds & LISTE_POUVOIRS) && giver_follows(rd, k, limit)) || (h.count > 0 && place_row_at(rd, after, limit)) ||
		     ((h.kinds == LISTE_PRESENTS || heading_alone(rd, i, after, limit)) && label_follows_heading(rd, after, limit)))) {
		return false;
	}
	if (h.count < 0 && h.kinds == LISTE_PRESENTS)
		count_leads_heading(rd, i, &h.count);
	h.to = after < limit ? after : limit;
	*ret = h;
	return true;
}
