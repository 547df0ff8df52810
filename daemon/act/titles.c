/* SPDX-License-Identifier: EUPL-1.2 */
/* How far a title goes, and whether it is one.
 *
 * It ends at an empty line, at a full stop, before what surely opens something else (a visa, who speaks, a list), or where capitals give
 * way to a sentence. Half of the texts have no line ends: there only the last two end it. What ran on into a sentence, took
 * a stamp or a table with it, or stops on "de" or in an open parenthesis is not read.
 */
#include <string.h>

#include "names_priv.h"
#include "titles_priv.h"

#define TITLE_WORDS 90
#define SPEAKER_WORDS 30 /* from who speaks to the verb */
#define SUBTITLE_WORDS 30
#define CAPITALS_LEAST 3
#define LABEL_TOKENS 8 /* "Montant total de l'emprunt :" */

static const char LINKS[] = " de du des par la le les l a au aux d et ou que qu sur pour en dans avec entre sans sous un une son sa ses"
			    " leur leurs ce cette ces dont n ";
/* In lower case they make a sentence. */
static const char VERBS[] = " rappelle rapporte expose propose informe indique precise explique donne soumet est sont ont sera seront doit doivent"
			    " peut peuvent avons avait etait convient souhaite decide approuve cede souligne signale ajoute remercie invite"
			    " estime rappellent proposent exposent adresse emet prend quitte participe obtient regrette intervient serait seraient pourrait pourraient devrait devraient ";
static const char PARTICIPLES[] = " ete emis rendu pris decide approuve donne vote presente recu ";
static const char VOTES[] = " vote votes adopte adoptee approuve approuvee rejete rejetee resultat scrutin votants pour ";
static const char SPEAKS[] = " rappelle rapporte rapporteur rapporteure expose propose informe indique precise explique donne soumet presente cede"
			     " souligne signale fait laisse demande dit evoque donnent remercie invite estime ";
static const char OFFICES[] = " maire president presidente rapporteur rapporteure ";
/* With a capital, behind a title in capitals or at the start of a line. */
static const char SENTENCES[] = " le la les l un une il elle ils dans par lors afin pour conformement depuis compte apres en ce cette cet ces"
				" selon comme nous vous considerant vu suite considerants lan on aux au suivant sur monsieur madame messieurs"
				" mesdames mme mr mm ";

static bool long_word(const struct reader *rd, size_t i)
{
	return i < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].key.n > 1 && rd->t.at[i].space;
}

/* Nearly all in capitals. */
bool title_in_capitals(const struct reader *rd, size_t from, size_t to)
{
	size_t upper = 0, other = 0;

	for (size_t k = from; k < to; k++) {
		if (!long_word(rd, k) && k > from)
			continue;
		upper += rd->t.at[k].shape == SHAPE_UPPER;
		other += rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_UPPER && rd->t.at[k].key.n > 1;
	}
	return upper > 0 && other * 4 <= upper;
}

static size_t capitals_in(const struct reader *rd, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t k = from; k < to; k++)
		n += rd->t.at[k].shape == SHAPE_UPPER && rd->t.at[k].kind == TOK_WORD;
	return n;
}

static bool says_in(const struct reader *rd, size_t from, size_t limit, const char *words)
{
	for (size_t k = from; k < limit && k < from + SPEAKER_WORDS && (k == from || rd->t.at[k].lines < 2); k++) {
		if (rd->t.at[k].shape != SHAPE_UPPER && tok_among(&rd->t, k, words) && !title_goes_on(rd, k))
			return true;
		if (k > from && sentence_ends_at(rd, k))
			return tok_mark(&rd->t, k, ':');
	}
	return false;
}

bool title_goes_on(const struct reader *rd, size_t i)
{
	return i > 0 && (tok_among(&rd->t, i - 1, LINKS) || tok_mark(&rd->t, i - 1, '\''));
}

bool speaker_at(const struct reader *rd, size_t i, size_t limit)
{
	size_t next;

	if (rd->t.at[i].shape == SHAPE_LOWER && rd->t.at[i].lines == 0)
		return false;
	if (is_civility(&rd->t, i, &next))
		return (tok_among(&rd->t, next, " le la l ") && tok_among(&rd->t, next + 1 + tok_mark(&rd->t, next + 1, '\''), OFFICES)) ||
		       says_in(rd, next, limit, SPEAKS);
	return tok_among(&rd->t, i, " le la ") && tok_among(&rd->t, i + 1, OFFICES) && says_in(rd, i + 2, limit, SPEAKS);
}

bool stamp_at(const struct reader *rd, size_t i)
{
	static const enum cue stamps[] = { CUE_TRANSMISSION, CUE_RECEPTION, CUE_PUBLICATION };
	const size_t next = cue_at(rd->lx, &rd->t, i, CUE_IDENTIFIANT);

	return (next > i && tok_mark(&rd->t, next, ':')) || cue_of(rd, i, stamps, sizeof stamps / sizeof *stamps);
}

/* "… sis rue Basse N° 2031/020 Le nombre des conseillers": its own number, beside its title. */
static bool number_of_the_acte_at(const struct reader *rd, size_t i)
{
	const struct field *f = &rd->actes[0].numero;
	const size_t k = i + 1 + (rd->t.at[i + 1].kind == TOK_MARK);

	return rd->r->actes_n == 1 && f->statut == FIELD_LU && word_is_no(rd, i) && k < rd->t.n &&
	       str_starts(str_part(rd->text->bytes, rd->t.at[k].start, rd->text->bytes.n), f->texte);
}

/* "Le conseil municipal", "Le Conseil, à l'unanimité", "L'Assemblée, après", "L'organe délibérant", "Les membres du conseil", "Les conseillers présents" */
static bool the_assembly_at(const struct reader *rd, size_t i)
{
	const size_t k = i + 1 + tok_mark(&rd->t, i + 1, '\'');
	size_t next;

	if (tok_among(&rd->t, i, " les ") && rd->t.at[i].shape != SHAPE_LOWER)
		return tok_among(&rd->t, k, " membres conseillers conseilleres ");
	if (!tok_among(&rd->t, i, " le la l "))
		return false;
	if (tok_among(&rd->t, k, " organe ") && tok_among(&rd->t, k + 1, " deliberant "))
		return true;
	if (k == i + 1 && organe_at(rd, k, &next) != NULL)
		return true;
	return rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, k, " conseil comite bureau assemblee ") &&
	       (tok_mark(&rd->t, k + 1, ',') || result_at(rd, k + 1) || cue_at(rd->lx, &rd->t, k + 1, CUE_DECIDE) > k + 1);
}

/* "Mis aux voix, le projet recueille …", "Soumise au vote": how it was voted. */
static bool goes_to_the_vote_at(const struct reader *rd, size_t i)
{
	const size_t k = i + tok_among(&rd->t, i, " apres ");

	return tok_among(&rd->t, k, " mis mise mises passe passee soumis soumise soumises ") && tok_among(&rd->t, k + 1, " au aux ") && tok_among(&rd->t, k + 2, " vote voix suffrages ") && !tok_among(&rd->t, k + 3, " de d du des ");
}

/* "Montant de l'emprunt : 200 000 €", "Coût total : 3 000 € HT": the first row of a form. */
static bool labels_a_figure_at(const struct reader *rd, size_t i)
{
	size_t k = i + 1;

	if (!tok_among(&rd->t, i, " montant cout duree taux prix loyer total valeur surface ") || (rd->t.at[i].lines == 0 && rd->t.at[i - 1].kind != TOK_WORD))
		return false;
	while (k < i + LABEL_TOKENS && rd->t.at[k].lines == 0 && ((rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape == SHAPE_LOWER) || tok_mark(&rd->t, k, '\'')))
		k++;
	return tok_mark(&rd->t, k, ':') && rd->t.at[k + 1].kind == TOK_NUMBER;
}

/* Something else than the title opens at i. */
bool title_gives_way_at(const struct reader *rd, size_t i, size_t limit, bool capitals)
{
	static const enum cue parts[] = { CUE_CONSIDERANT, CUE_PRESENTS,    CUE_ABSENTS, CUE_SECRETAIRE, CUE_EN_EXERCICE,
					  CUE_SUITE,	   CUE_CONVOCATION, CUE_OBJET,	 CUE_SEANCE,	 CUE_CLOTURE };
	const bool within = rd->t.at[i].lines == 0;
	size_t next;

	if (tok_among(&rd->t, i, " rapporteur rapporteure rapporteurs ") && !title_goes_on(rd, i))
		return true;
	if (tok_among(&rd->t, i, " reference ref ") && rd->t.at[i].shape != SHAPE_LOWER && tok_mark(&rd->t, i + 1 + tok_mark(&rd->t, i + 1, '.'), ':'))
		return true;
	if (!capitals && rd->t.at[i].shape == SHAPE_UPPER && cue_at(rd->lx, &rd->t, i, CUE_DECIDE) > i)
		return true;
	if (within && rd->t.at[i].shape == SHAPE_LOWER)
		return false;
	if (is_visa_opener(rd, i))
		return true;
	if (rd->t.at[i].lines < 2 && title_goes_on(rd, i))
		return false;
	if (number_of_the_acte_at(rd, i))
		return true;
	if (capitals && within && rd->t.at[i].shape == SHAPE_UPPER)
		return cue_at(rd->lx, &rd->t, i, CUE_CONSIDERANT) > i;
	if (goes_to_the_vote_at(rd, i) || labels_a_figure_at(rd, i) || speaker_at(rd, i, limit) || cue_of(rd, i, parts, sizeof parts / sizeof *parts) ||
	    tok_phrase(&rd->t, i, "l ' an", &next))
		return true;
	/* "Délibération n° 2031-05": the next one of a list */
	if (tok_among(&rd->t, i, " expose conformement ") || (tok_among(&rd->t, i, " deliberation ") && word_is_no(rd, i + 1)) ||
	    cue_at(rd->lx, &rd->t, i, CUE_EXPOSE) > i + 1)
		return true;
	if (tok_among(&rd->t, i, " il ") && !within)
		return true;
	return the_assembly_at(rd, i);
}

size_t line_end(const struct reader *rd, size_t i, size_t to)
{
	size_t k = i + 1;

	while (k < to && rd->t.at[k].lines == 0)
		k++;
	return k;
}

static size_t paragraph_to(const struct reader *rd, size_t from, size_t limit)
{
	size_t k = from + 1;

	while (k < limit && rd->t.at[k].lines < 2)
		k++;
	return k < limit ? k : limit;
}

/* "a émis", not "à" */
static bool perfect_at(const struct reader *rd, size_t k)
{
	return word_is(rd, k, "a") && rd->text->bytes.p[rd->t.at[k].start] == 'a' && tok_among(&rd->t, k + 1, PARTICIPLES);
}

bool title_holds_verb(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (rd->t.at[k].shape == SHAPE_LOWER && rd->t.at[k].kind == TOK_WORD && (tok_among(&rd->t, k, VERBS) || perfect_at(rd, k)))
			return true;
	return false;
}

/* "Vote : Pour 8 …", "Adopté : 5 pour": the next line, or behind a word of a text without line ends. */
static bool vote_label_at(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, VOTES) && tok_mark(&rd->t, i + 1, ':') && rd->t.at[i].shape != SHAPE_LOWER &&
	       (rd->t.at[i].lines > 0 || rd->t.at[i - 1].kind != TOK_MARK || tok_mark(&rd->t, i - 1, ')') || tok_among(&rd->t, i - 1, " € ")) && !title_goes_on(rd, i);
}

/* "MAISON DES GREFFES⏎Désignation des délégués": a second line that goes on the title, or a sentence. */
bool is_subtitle(const struct reader *rd, size_t i, size_t limit)
{
	const size_t to = paragraph_to(rd, i, limit);

	if (to - i > SUBTITLE_WORDS || title_holds_verb(rd, i, to))
		return false;
	for (size_t k = i; k < to; k++)
		if (sentence_ends_at(rd, k) && k + 1 < to)
			return false;
	return true;
}

/* Capitals, then a sentence. */
static bool case_changes_at(const struct reader *rd, size_t i, size_t limit)
{
	const struct token *t = &rd->t.at[i];

	if (t->kind != TOK_WORD || t->shape != SHAPE_TITLE || title_goes_on(rd, i))
		return false;
	if (t->lines > 0 && t->key.n > 1)
		return !is_subtitle(rd, i, limit);
	return t->key.n > 1 && tok_among(&rd->t, i, SENTENCES);
}

static bool opens_an_item(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i];

	return (t->kind == TOK_NUMBER || t->key.n == 1) && t->kind != TOK_MARK && tok_among(&rd->t, i + 1, " / ) . - ");
}

/* "Paul PETIT:" on a line of its own: who reports. */
static bool name_alone_at(const struct reader *rd, size_t i, size_t limit)
{
	struct name n;
	const size_t end = name_read(rd, i, limit, &n);

	return end > i && n.compounds > 1 && rd->t.at[i].shape != SHAPE_UPPER &&
	       (end >= limit || tok_mark(&rd->t, end, ':') || rd->t.at[end].lines > 1 ||
		(rd->t.at[end].lines > 0 && (title_gives_way_at(rd, end, limit, false) || tok_among(&rd->t, end, SENTENCES))));
}

/* "M. PETIT, président du club, se déporte.": a line's sentence, of who takes no part in the vote. */
static bool opens_a_withdrawal_at(const struct reader *rd, size_t i)
{
	const size_t to = sentence_end(rd, i, i + SPEAKER_WORDS);
	size_t next;

	return is_civility(&rd->t, i, &next) && next_of(rd, CUE_NPPV, i, to) < to;
}

/* A second line that opens with a capital or a figure goes on the title only where it is set as one. */
static enum title_end end_at_line(const struct reader *rd, size_t from, size_t i, size_t limit)
{
	const struct token *t = &rd->t.at[i];
	enum title_end form;

	if (title_goes_on(rd, i) || t->shape == SHAPE_LOWER)
		return END_NONE;
	if (opens_an_item(rd, i))
		return END_COLON;
	if (t->kind == TOK_WORD && tok_mark(&rd->t, i + 1, ':') && i + 2 < limit && rd->t.at[i + 2].lines > 0) /* "Rappel :", above the text */
		return END_PART;
	if (opens_a_withdrawal_at(rd, i))
		return END_PART;
	if (name_alone_at(rd, i, limit))
		return END_NAME;
	form = form_line_at(rd, from, i, limit);
	if (form != END_NONE)
		return form;
	if (t->shape == SHAPE_TITLE && t->key.n > 1 && tok_among(&rd->t, i, SENTENCES))
		return is_subtitle(rd, i, limit) ? END_NAME : END_PART;
	return END_NONE;
}

/* The title's paragraph had ended before the foot, and what follows it is a paragraph of prose. */
static bool ended_before_the_foot(const struct reader *rd, size_t i, size_t limit)
{
	size_t lines = 0;

	for (size_t k = rd->t.at[i - 1].end; k < rd->t.at[i].start && strchr(" \n\f\r\t", rd->text->bytes.p[k]) != NULL; k++)
		lines += rd->text->bytes.p[k] == '\n';
	return lines >= 2 && rd->t.at[i].shape != SHAPE_LOWER && rd->t.at[i].kind == TOK_WORD && !is_subtitle(rd, i, limit);
}

static enum title_end end_at(const struct reader *rd, size_t from, size_t i, size_t limit)
{
	const struct token *t = &rd->t.at[i];
	const bool capitals = title_in_capitals(rd, from, i);
	enum title_end end;

	if (after_furniture(rd, i))
		return title_gives_way_at(rd, i, limit, capitals) || ended_before_the_foot(rd, i, limit) ? END_PART : END_FOOT;
	if (t->lines >= 2)
		return END_BLANK;
	if (page_foot_at(rd, i, limit))
		return END_FOOT;
	if (result_at(rd, i) || vote_label_at(rd, i) || outcome_at(rd, i) != OUTCOME_NONE || result_line_at(rd, i, limit))
		return END_PART;
	if (stamp_at(rd, i) && (t->shape != SHAPE_LOWER || t->lines > 0) && !title_goes_on(rd, i))
		return END_STAMP;
	if (title_gives_way_at(rd, i, limit, capitals))
		return END_PART;
	if (capitals && capitals_in(rd, from, i) >= CAPITALS_LEAST && case_changes_at(rd, i, limit))
		return END_PART;
	end = t->lines > 0 ? end_at_line(rd, from, i, limit) : sentence_within(rd, from, i, limit);
	if (end != END_NONE)
		return end;
	if (tok_mark(&rd->t, i, '.') && sentence_ends_at(rd, i))
		return END_STOP;
	if (tok_mark(&rd->t, i, ':') && i + 1 < limit && rd->t.at[i + 1].lines > 0 && i > from + 1)
		return END_COLON;
	return END_NONE;
}

struct title title_read(const struct reader *rd, size_t from, size_t limit)
{
	struct title t = { .from = from, .to = from, .why = "l'objet n'est pas à la place attendue" };
	enum title_end end = END_NONE;
	size_t k = from;

	if (from >= limit || rd->t.at[from].kind == TOK_END || title_gives_way_at(rd, from, limit, false) || stamp_at(rd, from) || result_at(rd, from) ||
	    page_foot_at(rd, from, limit))
		return t;
	for (k = from + 1; k < limit && k < from + TITLE_WORDS && end == END_NONE; k += end == END_NONE)
		end = end_at(rd, from, k, limit);
	t.why = why_no_end(rd, from, k, limit, end);
	if (t.why != NULL)
		return t;
	t.to = title_trimmed(rd, from, k);
	t.why = t.to > from ? why_no_title(rd, from, t.to) : "l'objet n'est pas à la place attendue";
	return t;
}
