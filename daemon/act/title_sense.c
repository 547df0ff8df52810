/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands between a title's ends: without what follows it on its line (its result, who reports), and whether it is a title at all.
 *
 * A title holds no verb of a sentence and no table, and ends neither on "de" nor in an open parenthesis.
 */
#include "names_priv.h"
#include "titles_priv.h"

#define COLONS_MOST 2
#define REPORTER_WORDS 6
static const char RESULTS[] = " approuve approuvee adopte adoptee rejete rejetee votee unanimite ajourne ajournee retire retiree ";

/* "… - APPROUVÉE", "… (adoptée", "… APPROUVÉE": what became of it, in a list of deliberations. */
static size_t without_result(const struct reader *rd, size_t from, size_t to)
{
	const size_t k = to - 1;

	if (to < from + 2 || !tok_among(&rd->t, k, RESULTS))
		return to;
	if (tok_among(&rd->t, k - 1, " - : ( "))
		return k - 1;
	return rd->t.at[k].shape == SHAPE_UPPER && rd->t.at[from].shape != SHAPE_UPPER ? k : to;
}

/* "…, monsieur PETIT", "… (Mme Anne PETIT)": who reports. */
static size_t without_reporter(const struct reader *rd, size_t from, size_t to)
{
	const size_t end = to - tok_mark(&rd->t, to - 1, ')');
	size_t next;

	for (size_t k = end; k > from + 2 && end - k < REPORTER_WORDS; k--)
		if (is_civility(&rd->t, k, &next) && next < end && tok_among(&rd->t, k - 1, " , ( - "))
			return k - 1;
	return to;
}

/* Marks of separation, and the "e" or "o" a scanner makes of the bullet of the next line. */
static size_t trimmed(const struct reader *rd, size_t from, size_t to)
{
	while (to > from) {
		const struct token *t = &rd->t.at[to - 1];
		const bool mark = t->kind == TOK_MARK && !tok_among(&rd->t, to - 1, " ) \" % ") && (t->key.n == 1 || tok_among(&rd->t, to - 1, " ☐ ☑ ☒ □ ■ "));
		const bool bullet = t->kind == TOK_WORD && t->key.n == 1 && t->shape == SHAPE_LOWER && t->space && !title_goes_on(rd, to);

		if (!mark && !bullet)
			break;
		to--;
	}
	return to;
}

static bool pairs_close(const struct reader *rd, size_t from, size_t to)
{
	int open = 0, quotes = 0;

	for (size_t k = from; k < to; k++) {
		open += tok_mark(&rd->t, k, '(') - tok_mark(&rd->t, k, ')');
		quotes += tok_mark(&rd->t, k, '"');
		if (open < 0)
			return false;
	}
	return open == 0 && quotes % 2 == 0;
}

static size_t colons_in(const struct reader *rd, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t k = from; k < to; k++)
		n += tok_mark(&rd->t, k, ':');
	return n;
}

/* "PV", "Ordre du jour", "Compte rendu du conseil", "Service juridique": the paper, or who made it. */
static bool names_the_paper(const struct reader *rd, size_t from)
{
	return tok_among(&rd->t, from, " ordre pv proces secretariat service direction registre extrait deliberations note releve liste ") ||
	       (tok_among(&rd->t, from, " affaire point question ") && tok_among(&rd->t, from + 1, " retire retiree reporte reportee ajourne ajournee ")) ||
	       (tok_among(&rd->t, from, " compte comptes ") && tok_among(&rd->t, from + 1 + tok_mark(&rd->t, from + 1, '-'), " rendu rendus "));
}

/* "Domaine : 7.1 Décisions budgétaires", "Nomenclature 7.1": where it is filed. */
static bool names_its_matter(const struct reader *rd, size_t from)
{
	return tok_among(&rd->t, from, " domaine nomenclature matiere classification rubrique theme ") && rd->t.at[from + 1 + tok_mark(&rd->t, from + 1, ':')].kind == TOK_NUMBER;
}

#define REPORT_WORDS 6

/* "RAPPORT N° 104 – …" on the line of token i */
static bool is_behind_a_report(const struct reader *rd, size_t i)
{
	for (size_t k = i; k > 0 && i - k < REPORT_WORDS && rd->t.at[k].lines == 0; k--)
		if (tok_among(&rd->t, k - 1, " rapport dossier "))
			return true;
	return false;
}

/* "1re COMMISSION", "Commission n° 2", "RAPPORT N° 104 – COMMISSION DES FINANCES": who examined it. "Commission d'appel d'offres" alone may be a title. */
static bool names_the_examiners(const struct reader *rd, size_t from, size_t to)
{
	static const char ordinals[] = " premiere deuxieme seconde troisieme quatrieme cinquieme sixieme ";
	const struct token *first = &rd->t.at[from];
	const bool ordinal = first->kind == TOK_NUMBER || (first->key.n > 0 && is_figure(first->key.p[0])) || tok_among(&rd->t, from, ordinals);
	size_t k = from + ordinal;

	k += ordinal && tok_among(&rd->t, k, " re ere er e eme ");
	if (k >= to || !word_is(rd, k, "commission"))
		return false;
	return (ordinal && to == k + 1) || (k == from && (tok_among(&rd->t, k + 1, " n no numero ") || is_behind_a_report(rd, from)));
}

#define BODY_LETTERS 4
#define BODY_TOKENS 12

/* "AC DE L'ASSEMBLÉE DE …", "CM DU CONSEIL MUNICIPAL", "du conseil municipal" behind the number of the acte: the token of the body, or i. */
static size_t body_behind_letters(const struct reader *rd, size_t i)
{
	const bool letters = rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i].key.n <= BODY_LETTERS && !tok_among(&rd->t, i, " du de ");
	size_t k = i + letters;

	if (!tok_among(&rd->t, k, " du de "))
		return i;
	k += 1 + tok_among(&rd->t, k + 1, " la l ");
	k += tok_mark(&rd->t, k, '\'');
	return tok_among(&rd->t, k, " conseil assemblee comite bureau commission ") ? k : i;
}

size_t over_body_of_the_number(const struct reader *rd, size_t i)
{
	const size_t body = rd->t.at[i].lines == 0 ? body_behind_letters(rd, i) : i;
	size_t k = body;

	while (k > i && k < rd->t.n && k < body + BODY_TOKENS && rd->t.at[k].lines == 0)
		k++;
	return k > i && k < rd->t.n && rd->t.at[k].lines > 0 ? k : i;
}

/* "POUR DÉCISION": what the assembly is asked for. */
static bool names_what_is_asked(const struct reader *rd, size_t from, size_t to)
{
	return to == from + 2 && word_is(rd, from, "pour") && tok_among(&rd->t, from + 1, " decision deliberation information avis ");
}

static size_t letters_in(const struct reader *rd, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t k = from; k < to; k++)
		n += rd->t.at[k].kind == TOK_WORD ? rd->t.at[k].key.n : 0;
	return n;
}

#define LETTERS_LEAST 5
#define SINGLES_LEAST 4

/* "S é a n c e" */
static bool letters_apart_in(const struct reader *rd, size_t from, size_t to)
{
	size_t singles = 0, words = 0;

	for (size_t k = from; k < to; k++) {
		words += rd->t.at[k].kind == TOK_WORD;
		singles += rd->t.at[k].kind == TOK_WORD && rd->t.at[k].key.n == 1 && rd->t.at[k].space && !tok_mark(&rd->t, k + 1, '\'');
	}
	return singles >= SINGLES_LEAST && singles * 3 > words;
}

/* "Dans la perspective …", "Au Conseil municipal", "DU LUNDI 3 MARS" */
static bool opens_a_sentence(const struct reader *rd, size_t from)
{
	return tok_among(&rd->t, from, " dans par lors afin conformement depuis considerant du de des au aux en monsieur madame mesdames messieurs il"
				       " elle nous cette cet ce ces on que qui ");
}

/* "Avenant au marché Plus-value de 12 450 €": a sum behind a capital that nothing leads to, in the midst of a line. */
static bool runs_into_a_sum(const struct reader *rd, size_t from, size_t to)
{
	bool capital = false;

	for (size_t k = from + 1; k < to; k++) {
		const struct token *before = &rd->t.at[k - 1];

		if (tok_among(&rd->t, k, " € euros ") && before->kind == TOK_NUMBER && capital)
			return true;
		capital |= rd->t.at[k].lines == 0 && rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape == SHAPE_TITLE && before->kind == TOK_WORD && before->shape != SHAPE_TITLE && !title_goes_on(rd, k);
	}
	return false;
}

/* "Objet : Bail⏎": a short word that its label makes a title, alone on its line. */
static bool is_one_short_word(const struct reader *rd, size_t from, size_t to)
{
	return to == from + 1 && rd->t.at[from].key.n >= 3 && rd->t.at[from].shape != SHAPE_LOWER && rd->t.at[from].lines == 0 && tok_mark(&rd->t, from - 1, ':') &&
	       word_is(rd, from - 2, "objet") && rd->t.at[to + tok_mark(&rd->t, to, '.')].lines > 0 && !tok_among(&rd->t, from, " ras neant idem voir les des une sur pour avec dont ");
}

const char *why_no_title(const struct reader *rd, size_t from, size_t to)
{
	size_t next;

	if ((letters_in(rd, from, to) < LETTERS_LEAST && !is_one_short_word(rd, from, to)) || names_the_paper(rd, from) || letters_apart_in(rd, from, to) ||
	    names_its_matter(rd, from) || names_the_examiners(rd, from, to) || names_what_is_asked(rd, from, to) ||
	    opens_a_sentence(rd, from) || body_behind_letters(rd, from) > from || (rd->t.at[from].kind == TOK_NUMBER && tok_mark(&rd->t, from + 1, '-')))
		return "ce qui est là où l'on attend l'objet n'en est pas un";
	for (size_t k = from; k < to; k++)
		if (tok_mark(&rd->t, k, '|') || tok_among(&rd->t, k, " votants exprimes nppv ") || cue_at(rd->lx, &rd->t, k, CUE_PREND_ACTE) > k)
			return "la fin de l'objet n'a pas été trouvée : un tableau ou un vote le suit";
	if (title_holds_verb(rd, from, to) || runs_into_a_sum(rd, from, to))
		return "la fin de l'objet n'a pas été trouvée : il se continue par une phrase";
	if (title_goes_on(rd, to) || is_civility(&rd->t, to - 1, &next) || tok_among(&rd->t, to - 1, RESULTS))
		return "la fin de l'objet n'a pas été trouvée : il est coupé";
	if (!pairs_close(rd, from, to))
		return "l'objet est coupé : une parenthèse ou des guillemets ne s'y ferment pas";
	return colons_in(rd, from, to) > COLONS_MOST ? "la fin de l'objet n'a pas été trouvée : un formulaire le suit" : NULL;
}

size_t title_trimmed(const struct reader *rd, size_t from, size_t to)
{
	return trimmed(rd, from, without_reporter(rd, from, trimmed(rd, from, without_result(rd, from, trimmed(rd, from, to)))));
}

struct title title_up_to(const struct reader *rd, size_t from, size_t to)
{
	struct title t = { .from = from, .to = title_trimmed(rd, from, to) };

	t.why = t.to > from ? why_no_title(rd, from, t.to) : "l'objet n'est pas à la place attendue";
	for (size_t k = from + 1; k < to; k++)
		if (after_furniture(rd, k) || page_foot_at(rd, k, to))
			t.why = "la fin de l'objet n'a pas été trouvée : un bas de page le coupe";
	return t;
}
