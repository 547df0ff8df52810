/* SPDX-License-Identifier: EUPL-1.2 */
/* What a sentence says of an amount: without or with tax, and who receives it.
 *
 * "HT", "TTC" stand right behind the amount. A beneficiary is taken only from the two forms that name him without doubt: "une
 * subvention de 500 € à l'association X" and "attribuer à l'association X une subvention de 500 €", closed by a mark or a word that
 * surely goes on to something else, or by the line or the sentence of somebody else ("Le conseil municipal", "Mme le Maire"). Decided against: the heading of a table's column, or the object of the acte.
 */
#include "titles_priv.h"

#define GIFT_TOKENS 14	   /* from "subvention" to the amount */
#define NAME_TOKENS 24	   /* of a beneficiary */

static const char *const GIFTS[] = { "subvention", "subventions", "aide",     "aides",	   "participation", "contribution", "dotation",
				     "avance",	   "don",	  "secours",  "cotisation", "bourse",	    "prime",	    "acompte",
				     "indemnite",  "garantie",	  "financement", NULL };
static const char *const GIVING[] = { "attribuer", "attribue", "accorder", "accorde", "verser", "verse", "allouer", "alloue",
				      "octroyer",  "octroie",  "attribuee", "accordee", "versee", "allouee", NULL };

/* "HT", "H.T.", "hors taxes", "TTC", "toutes taxes comprises": the token after it, or i. */
static size_t tax_at(const struct reader *rd, size_t i, struct str *ret)
{
	static const struct {
		const char *phrase, *word;
	} forms[] = { { "ht", "HT" },	      { "h.t", "HT" }, { "h t", "HT" },	      { "hors taxes", "HT" },		  { "hors taxe", "HT" },
		      { "hors tva", "HT" },   { "ttc", "TTC" },	      { "t.t.c", "TTC" },		  { "toutes taxes comprises", "TTC" },
		      { "taxes comprises", "TTC" } };
	size_t next;
	const size_t k = skip_marks(rd, i, "(");

	for (size_t f = 0; f < sizeof forms / sizeof *forms; f++)
		if (tok_phrase(&rd->t, k, forms[f].phrase, &next)) {
			*ret = str_c(forms[f].word);
			next += tok_mark(&rd->t, next, '.') && tok_mark(&rd->t, next - 2, '.');
			return next + (k > i && tok_mark(&rd->t, next, ')'));
		}
	return i;
}

static bool is_article(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "la") || word_is(rd, i, "le") || word_is(rd, i, "les") || (word_is(rd, i, "l") && tok_mark(&rd->t, i + 1, '\''));
}

/* "à l'", "au", "aux", "en faveur de", "au profit du": the token of the name behind the article, or i. "au titre de", "à verser à" name
 * nobody. */
static size_t past_to(const struct reader *rd, size_t i)
{
	static const char *const phrases[] = { "en faveur de", "en faveur du", "en faveur des", "au profit de", "au profit du",
					       "au profit des", "au benefice de", "au benefice du", "au benefice des", NULL };
	static const char *const nobody[] = { "titre",	"cours",  "compte", "budget", "chapitre", "moyen", "lieu",  "nom", "maximum", "total",
					      "plus",	"taux",	  "prorata", "vu",    "moins",	  "sein",  "terme", "regard", NULL };
	size_t next = i;

	for (size_t p = 0; next == i && phrases[p] != NULL; p++)
		if (!tok_phrase(&rd->t, i, phrases[p], &next))
			next = i;
	if (next == i && (word_is(rd, i, "au") || word_is(rd, i, "aux")))
		return word_in(rd, i + 1, nobody) ? i : i + 1;
	if (next == i && !word_is(rd, i, "a"))
		return i;
	next = next == i ? i + 1 : next;
	if (is_article(rd, next))
		return next + 1 + tok_mark(&rd->t, next + 1, '\'');
	return next < rd->t.n && rd->t.at[next].kind == TOK_WORD && rd->t.at[next].shape != SHAPE_LOWER ? next : i;
}

/* "… et 205 € au", "… et de passer": the name ends before "et"; "des Sports et de la Culture" goes on. */
static bool et_closes(const struct reader *rd, size_t k)
{
	static const char *const articles[] = { "la", "l", "le", "les", NULL };
	size_t next = k + 1;

	if (!word_is(rd, k, "et"))
		return false;
	if (word_is(rd, next, "du") || word_is(rd, next, "des"))
		return false;
	if (word_is(rd, next, "de") || word_is(rd, next, "d"))
		next++;
	return next >= rd->t.n || rd->t.at[next].kind != TOK_WORD ||
	       (rd->t.at[next].shape == SHAPE_LOWER && !(next > k + 1 && word_in(rd, next, articles)));
}

/* "(à l'ADMR) à l'unanimité", "par trois voix pour" */
static bool result_closes(const struct reader *rd, size_t k)
{
	if (result_at(rd, k))
		return true;
	return tok_among(&rd->t, k, " par avec ") && (tok_says(&rd->t, k + 1, k + 4, " voix vote votes ") || (rd->t.at[k + 1].kind == TOK_NUMBER && tok_says(&rd->t, k + 2, k + 3, " pour contre ")));
}

/* "AUTORISE le maire", "DIT que", "Article 2", "Vote :", "- imputation 6574": what the dispositif goes on with. */
static bool dispositif_goes_on_at(const struct reader *rd, size_t k)
{
	static const enum cue cues[] = { CUE_DECIDE, CUE_VERBE, CUE_ADOPTE, CUE_CLOTURE };

	if (tok_mark(&rd->t, k, '-'))
		return rd->t.at[k].space && rd->t.at[k + 1].space && tok_among(&rd->t, k + 1, " imputation compte article chapitre ligne imputee ");
	if (rd->t.at[k].kind != TOK_WORD || rd->t.at[k].shape == SHAPE_LOWER || (rd->t.at[k].shape != SHAPE_UPPER && rd->t.at[k].lines == 0) || title_goes_on(rd, k))
		return tok_among(&rd->t, k, " vote votes article ") && rd->t.at[k].shape == SHAPE_TITLE && (tok_mark(&rd->t, k + 1, ':') || rd->t.at[k + 1].kind == TOK_NUMBER);
	return cue_of(rd, k, cues, sizeof cues / sizeof *cues) || tok_among(&rd->t, k, " dit precise charge article vote votes fait ");
}

/* The name from token i: from its article to the mark or the word that ends it; i when nothing sure does. */
static size_t beneficiary_end(const struct reader *rd, size_t i, size_t stop)
{
	static const char *const closing[] = { "pour", "afin", "dans", "au", "une", "un", "qui", "dont", "soit", "selon", "sous",
					       "est", "sera", "ainsi", "conformement", "destinee", "destine", "imputee", "representant", "presidee", "preside", "presides",
					       "dirigee", "dirige", "representee", "represente", "domiciliee", "domicilie", "sise", "sis", "situee", "situe", "imputation", "agissant", NULL };
	bool named = false;

	for (size_t k = i; k < i + NAME_TOKENS && k < rd->t.n; k++) {
		const struct token *t = &rd->t.at[k];

		if (k > i && k < stop && tok_mark(&rd->t, k, '.') && tok_among(&rd->t, k - 1, " m mm ")) /* "des Amis de M. Petit" */
			continue;
		if (k >= stop || t->lines > 1 || (t->kind == TOK_MARK && !tok_mark(&rd->t, k, '\'') && !tok_mark(&rd->t, k, '-') &&
						  !tok_mark(&rd->t, k, '"')) ||
		    (named && (word_in(rd, k, closing) || et_closes(rd, k) || result_closes(rd, k) || dispositif_goes_on_at(rd, k) || title_gives_way_at(rd, k, rd->t.n, false))))
			return named ? k : i;
		if (t->kind == TOK_NUMBER && !named)
			return i;
		named |= t->kind == TOK_WORD && t->shape != SHAPE_LOWER;
	}
	return i;
}

static void set_beneficiary(struct reader *rd, struct item *it, size_t from, size_t to)
{
	it->qui.nom = reader_text(rd, from, to);
	it->qui.span = reader_span(rd, from, to);
}

/* The last word of a gift before the amount, in the same member of the sentence; i when there is none. */
static size_t gift_before(const struct reader *rd, size_t i)
{
	for (size_t k = i; k > 0 && i - k < GIFT_TOKENS; k--) {
		if (word_in(rd, k - 1, GIFTS))
			return k - 1;
		if (tok_mark(&rd->t, k - 1, ';') || tok_mark(&rd->t, k - 1, ':') || sentence_ends_at(rd, k - 1) ||
		    rd->t.at[k - 1].kind == TOK_NUMBER)
			break;
	}
	return i;
}

/* "attribue à l'association X une subvention de": the name between the verb and the article of the gift. */
static void beneficiary_before(struct reader *rd, struct item *it, size_t gift)
{
	const size_t start = sentence_start(rd, gift, gift > NAME_TOKENS ? gift - NAME_TOKENS : 0);

	for (size_t k = gift; k > start; k--) {
		const size_t name = word_in(rd, k - 1, GIVING) ? past_to(rd, k) : k;
		const size_t end = name > k ? beneficiary_end(rd, name, gift) : name;

		if (end > name && (word_is(rd, end, "une") || word_is(rd, end, "un")) && end + 1 == gift) {
			set_beneficiary(rd, it, name, end);
			return;
		}
	}
}

void reader_amounts_told(struct reader *rd, struct item *items, size_t n)
{
	for (size_t a = 0; a < n; a++) {
		const size_t i = token_at(rd, items[a].span.start), end = token_at(rd, items[a].span.end);
		const size_t taxed = tax_at(rd, end, &items[a].texte);
		size_t to = taxed;

		const size_t gift = gift_before(rd, i);

		if (gift == i)
			continue;
		to += word_is(rd, to, "versee") || word_is(rd, to, "allouee") || word_is(rd, to, "attribuee") || word_is(rd, to, "accordee");
		const size_t name = past_to(rd, to), stop = name > to ? beneficiary_end(rd, name, rd->t.n) : name;

		if (stop > name)
			set_beneficiary(rd, &items[a], name, stop);
		else
			beneficiary_before(rd, &items[a], gift);
	}
}
