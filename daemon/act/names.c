/* SPDX-License-Identifier: EUPL-1.2 */
/* One name at a cursor, by the cases of its words: particles, hyphens, apostrophes and initials join, marks and lower case end.
 *
 * leaf_person takes the whole run of capitalised words; a list needs to know where one name ends when no separator stands there ("Anne PETIT Luc GRAND"), and must not
 * swallow the heading or the sentence that follows. A dictionary of first names was decided against: it is never complete, and the order of cases says as much without.
 */
#include <string.h>

#include "letters.h"
#include "names_priv.h"

#define COLUMN_GAP 4
#define NAME_TOKENS 12 /* of the longest name looked for backwards */
#define RUN_COMPOUNDS 64   /* so many names run together are no name, and looked at again from each of them */
#define SMALL_SECOND 4 /* letters of "marc" in "Jean-marc" */
#define NAME_COMPOUNDS 4 /* "Marie Rose DE LA TOUR PETIT" has four; more are two names run together */

static bool is_capital(const struct token *tok)
{
	return tok->kind == TOK_WORD && tok->shape != SHAPE_LOWER;
}

/* "P[TIT", "ROO:K": a sign between capitals, without a space, is a letter that was scanned badly. */
static bool is_scanned_letter(const struct reader *rd, size_t i)
{
	const struct token *before = &rd->t.at[i > 0 ? i - 1 : 0], *after = &rd->t.at[i + 1];
	const bool capitals = before->kind == TOK_WORD && before->shape != SHAPE_LOWER && after->shape != SHAPE_LOWER &&
			      (before->shape == SHAPE_UPPER || after->shape == SHAPE_UPPER);

	if (!capitals || after->space)
		return false;
	if (tok_mark(&rd->t, i, ':')) /* "HERBIERS:PETIT" labels */
		return before->key.n == 1 || after->key.n == 1;
	return tok_among(&rd->t, i, " [ ] | ! ");
}

/* A hyphen or an apostrophe that joins stands right after a word; after it a line may end ("KOMO-⏎LI"). */
static bool joins(const struct reader *rd, size_t i, size_t limit)
{
	const struct token *mark = &rd->t.at[i];

	if (i + 1 >= limit || mark->space || rd->t.at[i + 1].kind != TOK_WORD || over_sidebar(rd, i + 1) > i + 1)
		return false;
	/* "PETIT S.– GRAND A." */
	if (i > 0 && tok_mark(&rd->t, i - 1, '.') && rd->t.at[i + 1].space)
		return false;
	size_t next;

	/* "Luc PETIT- Mmes Anne GRAND" */
	if (tok_mark(&rd->t, i, '-') && rd->t.at[i + 1].space && is_civility(&rd->t, i + 1, &next))
		return false;
	/* "Anne GRAND- Luc PETIT": a separator that stands close to one side. */
	if (i > 0 && tok_mark(&rd->t, i, '-') && rd->t.at[i + 1].space && rd->t.at[i + 1].lines == 0 && rd->t.at[i + 1].shape != rd->t.at[i - 1].shape)
		return false;
	return tok_mark(&rd->t, i, '-') || tok_mark(&rd->t, i, '\'') || is_scanned_letter(rd, i) || slash_joins(rd, i);
}

enum compound_case { CASE_NONE, CASE_UPPER, CASE_TITLE, CASE_BOTH };

static enum compound_case case_of(const struct token *tok)
{
	if (tok->shape == SHAPE_LOWER)
		return CASE_NONE;
	if (tok->shape == SHAPE_UPPER)
		return CASE_UPPER;
	return tok->key.n == 1 ? CASE_NONE : CASE_TITLE;
}

static enum compound_case case_join(enum compound_case a, enum compound_case b)
{
	if (a == CASE_NONE || a == b)
		return b;
	return b == CASE_NONE ? a : CASE_BOTH;
}

/* "JP. CULOS", "Ph. MOREL": two letters that stand for a first name, and no civility. */
static bool is_initials(const struct reader *rd, size_t i)
{
	const struct token *tok = &rd->t.at[i];

	if (tok->kind != TOK_WORD || tok->key.n != 2 || !tok_mark(&rd->t, i + 1, '.') || rd->t.at[i + 1].space)
		return false;
	return tok->shape == SHAPE_UPPER ? !tok_among(&rd->t, i, " mm mr ms dr me pr st le la de du ") : tok_among(&rd->t, i, " ph ch th ");
}

/* "P.", "J.-P.", "P-Y": initials stand for a first name. */
static size_t over_initial(const struct reader *rd, size_t i, size_t limit)
{
	if ((rd->t.at[i - 1].key.n == 1 || is_initials(rd, i - 1)) && i < limit && tok_mark(&rd->t, i, '.') && !rd->t.at[i].space)
		return i + 1;
	return i;
}

/* "SORB1ER", "PO11'ARD": a digit or two between letters are letters. */
static size_t over_scanned_digit(const struct reader *rd, size_t i, size_t limit, enum compound_case *c)
{
	if (i + 1 >= limit || rd->t.at[i].kind != TOK_NUMBER || rd->t.at[i].key.n > 2 || rd->t.at[i].space ||
	    rd->t.at[i + 1].space)
		return i;
	if (rd->t.at[i + 1].kind != TOK_WORD)
		return tok_mark(&rd->t, i + 1, '\'') ? i + 1 : i;
	*c = case_join(*c, case_of(&rd->t.at[i + 1]));
	return i + 2;
}

/* "LOUIS DIT GRAND", "Petit dit Grand": one family name. */
static bool is_nickname(const struct reader *rd, size_t i, size_t limit)
{
	return i + 1 < limit && tok_among(&rd->t, i, " dit dite ") && rd->t.at[i].lines == 0 && is_capital(&rd->t.at[i + 1]);
}

/* "Anne Grand-petit", "Jean-marc": the second capital was forgotten; "Luc PETIT-maire" has a function. */
static bool is_small_second(const struct reader *rd, size_t i)
{
	static const char others[] = " maire adjoint adjointe conseiller conseillere president presidente vice delegue deleguee absent absente excuse excusee "
				     "present presente titulaire suppleant suppleante arrive arrivee parti partie pouvoir procuration secretaire depute "
				     "deputee senateur senatrice representant rapporteur donne ";

	return !rd->t.at[i].space && !rd->t.at[i + 1].space && rd->t.at[i + 1].key.n >= SMALL_SECOND && !tok_among(&rd->t, i + 1, others) && i > 0 &&
	       rd->t.at[i - 1].shape == SHAPE_TITLE;
}

static size_t compound_read(const struct reader *rd, size_t i, size_t limit, enum compound_case *ret)
{
	enum compound_case c = is_initials(rd, i) ? CASE_NONE : case_of(&rd->t.at[i]);
	size_t k = over_scanned_digit(rd, over_initial(rd, i + 1, limit), limit, &c);

	while (k < limit && (joins(rd, k, limit) || is_nickname(rd, k, limit))) {
		/* Lower case inside: after an apostrophe, a particle, and in the names of places that label a
		 * list. */
		if (rd->t.at[k + 1].shape == SHAPE_LOWER && !name_particle(rd, k + 1) && !tok_mark(&rd->t, k, '\'') &&
		    !tok_among(&rd->t, k + 1, " en sur sous lez aux ") && !is_small_second(rd, k))
			break;
		c = case_join(c, case_of(&rd->t.at[k + 1]));
		k = over_scanned_digit(rd, over_initial(rd, k + 2, limit), limit, &c);
	}
	*ret = c == CASE_NONE ? CASE_TITLE : c;
	return k;
}

/* "Zoé ROUX⏎ONT DONNE POUVOIR": capitals of several words; one word alone may be a name. */
static bool opens_heading(const struct reader *rd, size_t i)
{
	size_t next;

	if (word_is(rd, i, "pour") && is_civility(&rd->t, i + 1, &next)) /* "M. LUC PETIT POUR MME ZOÉ ROUX" */
		return true;
	return cue_at(rd->lx, &rd->t, i, CUE_POUVOIRS) > i + 1 || cue_at(rd->lx, &rd->t, i, CUE_ABSENTS) > i + 1 ||
	       cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) > i + 1 || cue_at(rd->lx, &rd->t, i, CUE_POUVOIR_DONNE) > i + 1; /* "M. LUC PETIT DONNE POUVOIR À" */
}

/* Where a word stands in the name being read: right after a civility any word but a function is a name ("Mme
 * PAGE", "M. OBJET"). */
enum stand { STAND_AFTER_CIVILITY, STAND_FIRST, STAND_LATER };

static bool word_can_stand(const struct reader *rd, size_t i, size_t limit, enum stand stand)
{
	size_t next;

	if (i >= limit || !is_capital(&rd->t.at[i]))
		return false;
	if (stand == STAND_LATER && initial_before_civility(rd, i))
		return true;
	if (is_civility(&rd->t, i, &next)) /* but "M. M. PETIT" */
		return stand == STAND_AFTER_CIVILITY && rd->t.at[i].key.n == 1 && next == i + 2 && rd->t.at[next].shape == SHAPE_UPPER && rd->t.at[next].lines == 0;
	if (stand == STAND_AFTER_CIVILITY)
		return !name_is_function(rd, i) &&
		       (rd->t.at[i].shape == SHAPE_UPPER || !tok_among(&rd->t, i, " maire "));
	/* "A. DOYEN" */
	if (stand == STAND_LATER && tok_among(&rd->t, i, " doyen ") && rd->t.at[i].shape == SHAPE_UPPER && i > 1 && tok_mark(&rd->t, i - 1, '.') &&
	    rd->t.at[i - 2].key.n <= 2)
		return true;
	if (stand == STAND_LATER && trailing_initial(rd, i))
		return true;
	if (stand == STAND_LATER && opens_heading(rd, i))
		return false;
	if (tok_among(&rd->t, i, " commune ville cc ca cu cdc communaute college departement region metropole secteur ") &&
	    tok_among(&rd->t, i + 1, " de du d des n "))
		return false; /* "Paul PETIT⏎COMMUNE DE TOURNUS :" */
	if (stand == STAND_LATER && tok_among(&rd->t, i, " au ") && tok_among(&rd->t, i + 1, " titre "))
		return false;
	return !name_never(rd, i) && (stand == STAND_FIRST || list_boundary(rd, i) == BOUNDARY_NONE);
}

/* Where the next compound of the name begins (its particles included); `limit` when the name ends. *ret_word is
 * its first own word. */
static bool next_compound(const struct reader *rd, const struct name *n, size_t i, size_t limit, enum stand stand, size_t *ret_word)
{
	size_t k = name_over_particles(rd, i, limit);

	if (i >= limit)
		return false;
	*ret_word = i;
	if (stand == STAND_LATER && name_closing_particle(rd, n, i, limit))
		return true;
	if (stand == STAND_LATER && name_first_like_a_particle(rd, i, limit))
		return true;
	if (k != i && list_boundary(rd, i) == BOUNDARY_NONE) {
		*ret_word = k;
		return word_can_stand(rd, k, limit, stand);
	}
	/* A particle that leads nowhere is a name of its own only in capitals after nothing ("M. LE"): not read. */
	if (name_particle(rd, i) && (rd->t.at[i].shape == SHAPE_LOWER || k == i))
		return false;
	return word_can_stand(rd, i, limit, stand);
}

static size_t read_civility(const struct reader *rd, size_t i, size_t limit, struct name *n)
{
	size_t next;

	n->civility = i;
	if (!is_civility(&rd->t, i, &next) || next >= limit)
		return i;
	n->group = tok_among(&rd->t, i, " mm ms mrs mmes mrnes mesdarnes mesdames messieurs mlles melles mesdemoiselles ") ||
		   (next > i + 1 && tok_among(&rd->t, i + 1, " mes lles elles ")); /* "M mes" */
	/* "Madame, Monsieur" and "Mme et M. PETIT" name nobody sure. */
	return next;
}

/* A word alone at the left, then a wide gap: the margin's column, not the first half of a name. */
static bool after_margin(const struct reader *rd, size_t before, size_t i)
{
	return rd->t.at[before].lines > 0 && rd->t.at[i].lines == 0 &&
	       rd->t.at[i].start - rd->t.at[i - 1].end >= COLUMN_GAP;
}

/* A scanner's "Mmc", "Mrnes" is no first name. */
static bool is_damaged_civility(const struct reader *rd, size_t i)
{
	struct str key = rd->t.at[i].key;

	if (letters_apart(key, STR("madame"), 1) == 1)
		return true;
	return key.n >= 2 && key.n <= 6 && key.p[0] == 'm' && strchr("mrnctl", key.p[1]) != NULL;
}

/* "PETITAnne": a comma was lost, and the two names with it; "MmePETIT": a space. */
static bool is_two_words_glued(const struct reader *rd, size_t i)
{
	const struct token *tok = &rd->t.at[i];
	struct str word = str_part(rd->text->bytes, tok->start, tok->end);
	unsigned upper = 0, lower = 0;
	uint32_t cp;

	/* "etAnne" */
	if (tok->shape == SHAPE_MIXED && utf8_next(word, 0, &cp) > 0 && !cp_is_upper(cp))
		return true;
	if (tok->shape == SHAPE_MIXED && str_starts(word, STR("Mme")) && utf8_next(word, 3, &cp) > 0 && cp_is_upper(cp))
		return true;
	for (size_t at = 0, n; tok->shape == SHAPE_MIXED && (n = utf8_next(word, at, &cp)) > 0; at += n) {
		if (!cp_is_upper(cp))
			lower++;
		else if (lower == 0)
			upper++;
		else
			return false;
	}
	return upper >= 3 && lower >= 2;
}

/* "PETIT.L –", "PETIT.L. –": an initial behind the surname, a dot on the wrong side. */
static size_t over_glued_initial(const struct reader *rd, size_t i, size_t limit)
{
	const bool initial = i + 1 < limit && tok_mark(&rd->t, i, '.') && !rd->t.at[i].space && rd->t.at[i - 1].shape == SHAPE_UPPER &&
			     rd->t.at[i - 1].key.n > 2 && rd->t.at[i + 1].kind == TOK_WORD && rd->t.at[i + 1].key.n == 1 &&
			     rd->t.at[i + 1].shape != SHAPE_LOWER && !rd->t.at[i + 1].space;

	const size_t end = i + 2 + (initial && tok_mark(&rd->t, i + 2, '.') && !rd->t.at[i + 2].space);

	return initial && (rd->t.at[end].lines > 0 || (end == i + 2 && name_never(rd, end)) || (tok_among(&rd->t, end, " , ; - / ) ") && (tok_mark(&rd->t, end, ',') || rd->t.at[end].space))) ? end : i;
}

/* "C.", "JM." at token i: letters for a first name, with their dot. */
static bool is_dotted_initial(const struct reader *rd, size_t i)
{
	return rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER && (rd->t.at[i].key.n == 1 || is_initials(rd, i)) && tok_mark(&rd->t, i + 1, '.') &&
	       !rd->t.at[i + 1].space;
}

/* "PETIT C. GRAND A.": two names whose comma was lost; the second begins at i. */
static bool is_next_with_initial(const struct reader *rd, const struct name *n, size_t i)
{
	return n->compounds == 2 && i == n->from + 3 && rd->t.at[n->from].shape == SHAPE_UPPER && rd->t.at[n->from].key.n > 2 && is_dotted_initial(rd, n->from + 1) &&
	       rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i].key.n > 2 && is_dotted_initial(rd, i + 1);
}

/* Adds compound [word, end) of case c; false when it opens another name. */
static bool takes(struct name *n, enum compound_case *first, enum compound_case *last, enum compound_case c)
{
	if (n->compounds == 0)
		*first = c;
	else if (c != *last && n->order != ORDER_NONE)
		return false;
	else if (c != *last)
		n->order = *first == CASE_TITLE ? ORDER_FIRST_LAST : ORDER_LAST_FIRST;
	*last = c;
	n->compounds++;
	return true;
}

/* "M. LE MAIRE" is no name, "M. Bruno LE MAIRE" and "Mme MAIRE" are. */
static bool is_bare_title(const struct reader *rd, const struct name *n)
{
	return n->to == n->from + 2 && tok_among(&rd->t, n->from, " le la ") &&
	       tok_among(&rd->t, n->from + 1, " maire president presidente ");
}

/* "M. PETIT ÉTUDE DE LA CONVENTION": the article in capitals leads to no name, so the word before it is a title's. */
static bool is_cut_phrase(const struct reader *rd, size_t i, size_t limit)
{
	return i + 1 < limit && rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i].lines == 0 && tok_among(&rd->t, i, " de du des d ") &&
	       !tok_mark(&rd->t, i + 1, '.') && name_over_particles(rd, i, limit) == i;
}

/* "… Anne GRAND⏎TOURNUS : Luc PETIT", "… Mme Anne Grand⏎Tournus : M. Luc Petit": the word that ends at the colon `end` and opens a line behind *n. */
static bool is_row_label(const struct reader *rd, const struct name *n, size_t end)
{
	size_t next;

	return n->order != ORDER_NONE || (n->compounds == 2 && n->civility < n->from && is_civility(&rd->t, end + 1, &next));
}

/* The compound [at, end) is not of *n, but opens something else. */
static bool opens_another(const struct reader *rd, const struct name *n, size_t at, size_t end)
{
	/* A full name is not continued after a blank line, nor is "M. PETIT⏎⏎DÉSIGNATION". */
	if (rd->t.at[at].lines >= 2 && (n->order != ORDER_NONE || (n->upper && n->civility < n->from)))
		return true;
	return is_next_with_initial(rd, n, at) || (rd->t.at[at].lines > 0 && tok_mark(&rd->t, end, ':') && is_row_label(rd, n, end));
}

size_t name_read(const struct reader *rd, size_t i, size_t limit, struct name *ret)
{
	struct name n = { 0 };
	enum compound_case first = CASE_NONE, last = CASE_NONE, c;
	size_t at = read_civility(rd, i, limit, &n), word = at;
	enum stand stand = n.civility < at && !n.group ? STAND_AFTER_CIVILITY : STAND_FIRST;

	n.from = n.to = at;
	for (; n.compounds < RUN_COMPOUNDS && next_compound(rd, &n, over_sidebar(rd, at), limit, stand, &word); stand = STAND_LATER) {
		if (stand == STAND_LATER && name_closing_particle(rd, &n, word, limit)) {
			n.to = word + 1;
			break;
		}
		size_t end = compound_read(rd, word, limit, &c);

		if (opens_another(rd, &n, at, end) || !takes(&n, &first, &last, c))
			break;
		n.broken_line |= n.compounds > 1 && rd->t.at[at].lines > 0;
		/* "M. Page" is a name, "M. Page Anne PETIT" is a word of the page in front of one. */
		n.odd |= n.compounds == 2 && (name_never(rd, n.from) || after_margin(rd, n.civility, at));
		n.odd |= is_two_words_glued(rd, word) || (stand == STAND_LATER && name_particle_may_be_a_first_name(rd, word - 1));
		n.odd |= c == CASE_BOTH || (n.compounds == 1 && is_damaged_civility(rd, word));
		n.upper = c == CASE_UPPER;
		n.to = at = end;
		at = n.civility < n.from ? end : over_glued_initial(rd, end, limit); /* "M. GRA.D" is a scanned letter */
		n.compounds += at > end;
		n.order = at > end && n.order == ORDER_NONE ? ORDER_LAST_FIRST : n.order;
		n.to = at;
	}
	if (n.compounds == 0 || is_bare_title(rd, &n))
		return i;
	n.odd |= n.compounds > NAME_COMPOUNDS || (n.compounds > 1 && n.upper && is_cut_phrase(rd, n.to, limit)) || (n.compounds == 1 && name_is_a_letter(rd, &n));
	/* "M. 12 MOREL": the page's number stands before the name. */
	n.odd |= n.compounds == 1 && n.to < limit && rd->t.at[n.to].kind == TOK_NUMBER && tok_among(&rd->t, n.from, " m mm mme mr ");
	*ret = n;
	return n.to;
}

/* "…, Anne⏎PETIT est désignée": *n, behind a mark, is the whole name of which *half opens a line. */
static bool is_whole_of(const struct reader *rd, const struct name *n, const struct name *half)
{
	return half->civility == half->from && half->compounds == 1 && rd->t.at[half->from].lines == 1 && n->civility == n->from && n->compounds == 2 && n->order == ORDER_FIRST_LAST &&
	       !n->odd && n->from > 0 && tok_among(&rd->t, n->from - 1, " , . ; : ");
}

bool name_before(const struct reader *rd, size_t from, size_t end, struct name *ret)
{
	struct name n;
	bool found = false;

	for (size_t k = end; k > from && end - k < NAME_TOKENS; k--) {
		bool opens = k - 1 == from || rd->t.at[k - 1].lines > 0 || rd->t.at[k - 2].kind != TOK_WORD ||
			     (rd->t.at[k - 2].shape == SHAPE_UPPER && name_never(rd, k - 2)); /* "QUESTIONS DIVERSES VIAL Luc" */

		/* "Marie PETIT" is no name in "Anne-Marie PETIT". */
		if (k > 1 && joins(rd, k - 2, end))
			continue;
		if (name_read(rd, k - 1, end, &n) != end || (found && n.from != ret->from && !is_whole_of(rd, &n, ret)))
			continue;
		if (!found && !opens && n.civility == n.from)
			continue;
		*ret = n;
		found = true;
	}
	return found;
}
