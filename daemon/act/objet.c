/* SPDX-License-Identifier: EUPL-1.2 */
/* The subject of an acte: behind "Objet :", behind the number or the point of the agenda the acte was cut at, or the title that stands alone
 * between the lists of members and who reports, or before the sentence of the meeting.
 *
 * Minutes whose actes were not told apart have many titles: none of them is the subject of the whole.
 */
#include "names_priv.h"
#include "titles_priv.h"

#define OPENING_TOKENS 120
#define LABEL_BEHIND_HEADING 40 /* tokens; further on it is a form's, or a letter's */
#define TITLE_TOKENS 60
#define TITLE_LEAST 3
#define DEBATE_TOKENS 60
#define MARGIN_GAP 4 /* bytes between a margin and the text */

static const char SEVERAL[] = "plusieurs votes sous ce qui a été lu comme un seul acte : de plusieurs titres, lequel est l'objet n'est pas sûr";

static void set(struct reader *rd, struct field *f, const struct title *t)
{
	if (t->why != NULL) {
		field_illisible(rd, f, reader_span(rd, t->from, t->from + 1), "%s", t->why);
		return;
	}
	field_lu(f, reader_span(rd, t->from, t->to));
	f->texte = reader_text(rd, t->from, t->to);
}

size_t objet_label_in(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; (k = next_of(rd, CUE_OBJET, k, to)) < to; k++) {
		const size_t next = cue_at(rd->lx, &rd->t, k, CUE_OBJET);

		if (next > k && rd->t.at[k].shape != SHAPE_LOWER &&
		    (tok_mark(&rd->t, next, ':') || (tok_mark(&rd->t, next, '-') && is_heading_place(rd, k))))
			return next + 1;
	}
	return 0;
}

/* From the first vote on, "Objet :" is another acte's or a letter's. */
static size_t before_decision(const struct reader *rd, size_t i)
{
	const struct acte_parts *p = &rd->parts[i];

	return p->dispositif.to > 0 && p->dispositif.from > p->all.from ? p->dispositif.from : p->all.to;
}

static bool by_label(struct reader *rd, size_t i, struct field *f)
{
	const struct range all = rd->parts[i].all;
	const bool lone = rd->r->actes_n == 1;
	const size_t heading = rd->parts[i].number.to, near = heading + LABEL_BEHIND_HEADING, last = before_decision(rd, i),
		     from = objet_label_in(rd, all.from, heading > 0 && near < last ? near : last);

	if (from == 0)
		return false;
	if (is_uncut_minutes(rd, i) || (lone && rd->actes[i].votes_n > 1 && objet_label_in(rd, last, all.to) > 0)) {
		field_illisible(rd, f, reader_span(rd, from - 1, from), SEVERAL);
		return true;
	}
	const struct title t = title_read(rd, skip_marks(rd, from, ":-*"), all.to);

	set(rd, f, &t);
	return true;
}

/* The token behind the number of the acte, or behind that of the point of the agenda. */
static size_t behind_number(const struct reader *rd, const struct acte_parts *p)
{
	size_t k = p->title > 0 ? p->title : p->number.to;

	if (p->title > 0 || p->point == 0)
		return k;
	while (k < p->all.to && rd->t.at[k].kind != TOK_NUMBER)
		k++;
	return k + 1;
}

/* "… du 12 mars 2031 : Vente du pré", "… examinée le 12 mars 2031 - Vente du pré" */
static size_t over_day(const struct reader *rd, size_t i)
{
	struct date day;
	int weekday;
	const size_t from = i + tok_among(&rd->t, i, " examinee votee ") + 1;

	if (!tok_among(&rd->t, from - 1, " du le "))
		return i;
	const size_t end = leaf_date(&rd->t, from, &day, &weekday);

	return end > from ? end : i;
}

/* Words that open the head of an act, not its title. */
static bool opens_the_head(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " seance extrait commune communes communaute ville departement republique registre mairie canton region syndicat"
				    " metropole arrondissement conseil conseillers comite bureau assemblee prefecture nombre nbre membres date reunion"
				    " envoye recu affiche publie transmis accuse acte certifie id le la les l salle presents absents excuses convocation"
				    " convoque secretaire secretaires president presidence sous ordre quorum pour contre abstentions votants vote afferents"
				    " en qui etaient etait etaients sont procuration procurations pouvoir pouvoirs representes votes"
				    " monsieur madame mesdames messieurs mm mme m mmes ") ||
	       (tok_among(&rd->t, i, " question affaire rapport point ") && (word_is_no(rd, i + 1) || rd->t.at[i + 1].kind == TOK_NUMBER));
}

static bool in_a_list(const struct reader *rd, size_t from)
{
	const struct field *const lists[] = { &rd->r->presents, &rd->r->absents, &rd->r->pouvoirs, &rd->r->secretaires, &rd->r->president };

	for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
		if (lists[k]->statut == FIELD_LU && lists[k]->span.start <= rd->t.at[from].start && rd->t.at[from].start < lists[k]->span.end)
			return true;
	return false;
}

static bool is_a_name(const struct reader *rd, size_t from, size_t to)
{
	struct name n;
	const size_t end = name_read(rd, from, to, &n);

	return end > from && (end == to || tok_among(&rd->t, end, " , ; "));
}

/* "n° 2031 / 12        PETIT, Luc GRAND, Zoé": the number stands in a margin, beside the lists. */
static bool in_a_margin(const struct reader *rd, size_t from)
{
	const struct token *t = &rd->t.at[from];

	return in_a_list(rd, from) || is_a_name(rd, from, rd->t.n) || (t->lines == 0 && t->start - rd->t.at[from - 1].end >= MARGIN_GAP);
}

/* "II – Décisions modificatives": a point of minutes behind the number of the one before it. */
static bool is_roman_item(const struct reader *rd, size_t i)
{
	return roman_at(&rd->t, i) > 0 && tok_among(&rd->t, i + 1, " - . ) / ");
}

static bool behind_heading(struct reader *rd, struct field *f, size_t number_end, size_t limit)
{
	const size_t day = over_day(rd, over_body_of_the_number(rd, number_end)), from = skip_marks(rd, day, ":-.,)/*_");
	const struct token *t = &rd->t.at[from];

	if (from >= limit || t->lines > 3 || (t->kind == TOK_NUMBER && (!t->space || tok_mark(&rd->t, from + 1, '-'))) ||
	    ((t->lines > 0 || rd->r->actes_n == 1) && opens_the_head(rd, from)) || is_roman_item(rd, from))
		return false;
	if ((t->kind == TOK_WORD && t->shape == SHAPE_LOWER && from == day && t->lines < 2) ||
	    (rd->r->actes_n == 1 && in_a_margin(rd, from)))
		return false;
	const struct title title = title_read(rd, from, limit);

	set(rd, f, &title);
	return true;
}

/* "2031-12 - TARIFS DU LAVOIR" at the start of a line: the number that no word announces, and its title behind a dash. */
static bool behind_bare_number(struct reader *rd, size_t i, struct field *f)
{
	const struct field *numero = &rd->actes[i].numero;

	if (numero->statut != FIELD_LU)
		return false;
	const size_t from = token_at(rd, numero->span.start), end = token_at(rd, numero->span.end);

	return (from == 0 || rd->t.at[from].lines > 0) && end < rd->t.n && rd->t.at[end].lines == 0 && tok_among(&rd->t, end, " - : ") && rd->t.at[end + 1].lines == 0 &&
	       behind_heading(rd, f, end, rd->parts[i].all.to);
}

static bool by_number(struct reader *rd, size_t i, struct field *f)
{
	const struct acte_parts *p = &rd->parts[i];
	struct range number;

	if (p->title_to > 0) {
		const struct title t = title_up_to(rd, p->title, p->title_to);

		set(rd, f, &t);
		return true;
	}
	if (p->number.to > 0)
		return behind_heading(rd, f, behind_number(rd, p), p->all.to);
	for (size_t k = p->all.from; (k = next_of(rd, CUE_NUMERO, k, p->all.to)) < p->all.to; k++) {
		const size_t next = heading_of_act(rd, k, &number);

		if (next > k && !number_of_another_seance(rd, number))
			return behind_heading(rd, f, next, p->all.to);
	}
	return behind_bare_number(rd, i, f);
}

/* The only such line: with two of them it is an agenda. */
static bool by_file_number(struct reader *rd, size_t i, struct field *f)
{
	const size_t limit = before_decision(rd, i);
	size_t from = 0;

	for (size_t k = rd->parts[i].all.from; k <= limit; k++) {
		const size_t title = k == 0 || rd->t.at[k].lines > 0 ? objet_line_label(rd, k) : k;

		if (title > k && from > 0)
			return false;
		from = title > k ? title : from;
	}
	if (from == 0)
		return false;
	const struct title t = title_read(rd, from, rd->parts[i].all.to);

	set(rd, f, &t);
	return t.why == NULL;
}

/* The whole paragraph is a title and nothing of the head. */
static bool stands_alone(const struct reader *rd, size_t from, size_t to)
{
	if (to - from < TITLE_LEAST || to - from > TITLE_TOKENS || rd->t.at[from].kind != TOK_WORD || rd->t.at[from].shape == SHAPE_LOWER ||
	    after_furniture(rd, from) || opens_the_head(rd, from) || in_a_list(rd, from) || is_a_name(rd, from, to))
		return false;
	const struct title t = title_read(rd, from, to);

	return t.why == NULL && t.to + 2 >= to && !tok_among(&rd->t, to - 1, " , ; : ");
}

static bool opens_the_seance(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (tok_among(&rd->t, k, " reuni reunis reunie "))
			return true;
	return false;
}

/* Who reports, a visa or a motive. */
static bool opens_the_report(const struct reader *rd, size_t from, size_t limit)
{
	return is_visa_opener(rd, from) || speaker_at(rd, from, limit) || cue_at(rd->lx, &rd->t, from, CUE_CONSIDERANT) > from ||
	       cue_at(rd->lx, &rd->t, from, CUE_EXPOSE) > from;
}

static bool tells_the_meeting(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (tok_among(&rd->t, k, " reuni reunis reunie convoque convoques assemble assemblee siege "))
			return true;
	return false;
}

/* "Le conseil municipal, après", "Après en avoir délibéré", "Il est proposé", "Mme PETIT ne prend pas part au vote": the debate of the acte. */
static bool opens_the_debate(const struct reader *rd, size_t from)
{
	const size_t to = sentence_end(rd, from, from + DEBATE_TOKENS);
	size_t next;

	if (rd->t.at[from].shape == SHAPE_LOWER)
		return false;
	if (cue_at(rd->lx, &rd->t, from, CUE_SUITE) > from || (word_is(rd, from, "il") && word_is(rd, from + 1, "est") && tok_among(&rd->t, from + 2, " propose rappele expose ")))
		return true;
	if (is_civility(&rd->t, from, &next))
		return next_of(rd, CUE_NPPV, from, to) < to;
	return tok_among(&rd->t, from, " le la ") && organe_at(rd, from + 1, &next) != NULL && !tells_the_meeting(rd, from, to);
}

/* Who is there, or how many, is told before token i. */
static bool behind_the_presence(const struct reader *rd, size_t i)
{
	const struct reading *r = rd->r;
	const struct field *const told[] = { &r->presents, &r->presents_annonces, &r->votants_annonces };

	for (size_t k = 0; k < sizeof told / sizeof *told; k++)
		if (told[k]->statut == FIELD_LU && told[k]->span.end > 0 && told[k]->span.end <= rd->t.at[i].start)
			return true;
	return false;
}

/* "Arrivée de Mme PETIT", "Ouverture de la séance à 19 h", "A été nommé secrétaire", "Thème : finances": lines that are no title. */
static bool tells_of_the_seance(const struct reader *rd, size_t from, size_t to)
{
	static const enum cue cues[] = { CUE_PRESENTS, CUE_ABSENTS, CUE_POUVOIRS, CUE_SECRETAIRE, CUE_CONVOCATION, CUE_QUORUM, CUE_PRESIDENCE, CUE_EN_EXERCICE, CUE_NB_PRESENTS,
					 CUE_NB_VOTANTS, CUE_NUMERO };

	if (tok_among(&rd->t, from, " arrivee arrivees depart departs sortie entree retour interruption suspension reprise a ont est hotel salle feuille etat ") ||
	    tok_mark(&rd->t, from + 1, ':') || tok_mark(&rd->t, from + 2, ':'))
		return true;
	for (size_t k = from; k < to; k++)
		if (cue_of(rd, k, cues, sizeof cues / sizeof *cues) || (word_is(rd, k, "seance") && tok_among(&rd->t, from, " ouverture levee cloture debut fin ")))
			return true;
	return false;
}

/* A title behind the lists, and the debate right behind it. */
static bool titles_the_debate(const struct reader *rd, struct range title)
{
	return title.to > 0 && behind_the_presence(rd, title.from) && !tells_of_the_seance(rd, title.from, title.to);
}

/* An empty line, or a line at which the report opens. */
static size_t block_end(const struct reader *rd, size_t from, size_t limit, size_t acte_end)
{
	size_t k = from + 1;

	while (k < limit && rd->t.at[k].lines < 2 && !(rd->t.at[k].lines > 0 && !title_goes_on(rd, k) && (opens_the_report(rd, k, acte_end) || opens_the_debate(rd, k))))
		k++;
	return k < limit ? k : limit;
}

/* The paper calls itself minutes, or numbers its points: it holds several actes, though none was cut. */
static bool is_minutes(const struct reader *rd, size_t limit)
{
	bool minutes = false;

	for (size_t k = 0; k < limit; k++) {
		if (k < OPENING_TOKENS && word_is(rd, k, "extrait"))
			return false;
		minutes |= k < OPENING_TOKENS && ((word_is(rd, k, "proces") && tok_among(&rd->t, k + 1 + tok_mark(&rd->t, k + 1, '-'), " verbal ")) ||
						  (word_is(rd, k, "compte") && tok_among(&rd->t, k + 1 + tok_mark(&rd->t, k + 1, '-'), " rendu ")) ||
						  word_is(rd, k, "pv"));
		minutes |= (word_is(rd, k, "ordre") && word_is(rd, k + 1, "du") && word_is(rd, k + 2, "jour") && rd->t.at[k].shape != SHAPE_LOWER);
		minutes |= rd->t.at[k].lines > 0 && rd->t.at[k].kind == TOK_NUMBER && rd->t.at[k].key.n <= 2 && tok_among(&rd->t, k + 1, " - . ) / ") &&
			   rd->t.at[k + 2].kind == TOK_WORD && rd->t.at[k + 2].space && rd->t.at[k + 2].shape == SHAPE_UPPER;
	}
	return minutes;
}

static void set_alone(struct reader *rd, struct field *f, struct range at, bool titled_before)
{
	const struct title t = title_read(rd, at.from, at.to);

	if (titled_before)
		field_illisible(rd, f, reader_span(rd, at.from, at.to), "un titre sur plusieurs paragraphes, dont le début n'est pas sûr");
	else
		set(rd, f, &t);
}

/* The title opens the text, before the sentence of the meeting, or stands right before the report or the debate. */
static bool by_place(struct reader *rd, size_t i, struct field *f)
{
	const size_t limit = before_decision(rd, i);
	struct range before = { 0, 0 };
	bool titled_before = false, debated = false;

	if (is_minutes(rd, limit))
		return false;
	for (size_t from = rd->parts[i].all.from, to; from < limit; from = to) {
		to = block_end(rd, from, limit, rd->parts[i].all.to);
		const bool report = opens_the_report(rd, from, rd->parts[i].all.to);

		if (report && before.to == 0)
			return false;
		if (report || (before.to > 0 && before.from < OPENING_TOKENS && opens_the_seance(rd, from, to))) {
			set_alone(rd, f, before, titled_before);
			return true;
		}
		debated = titles_the_debate(rd, before) && opens_the_debate(rd, from);
		if (debated)
			break;
		titled_before = before.to > 0;
		before = stands_alone(rd, from, to) ? (struct range){ from, to } : (struct range){ 0, 0 };
	}
	if (!debated && !(limit < rd->parts[i].all.to && titles_the_debate(rd, before)))
		return false;
	set_alone(rd, f, before, titled_before);
	return true;
}

void reader_objet(struct reader *rd, size_t i)
{
	struct field *f = &rd->actes[i].objet;
	const bool lone = rd->r->actes_n == 1;

	if (by_label(rd, i, f))
		return;
	if (is_uncut_minutes(rd, i)) {
		field_illisible(rd, f, (struct span){ 0, 0 }, SEVERAL);
		return;
	}
	const bool numbered = by_number(rd, i, f);

	objet_of_various_matters(rd, i, f);
	if ((numbered && f->statut == FIELD_LU) || (lone && (by_file_number(rd, i, f) || by_place(rd, i, f))) || numbered)
		return;
	const size_t late = objet_label_in(rd, before_decision(rd, i), rd->parts[i].all.to);

	if (late > 0)
		field_illisible(rd, f, reader_span(rd, late - 1, late), "« Objet » est derrière la décision : c'est peut-être celui d'une autre pièce");
	else
		field_illisible(rd, f, (struct span){ 0, 0 }, "aucune mention « Objet » ni titre reconnu");
}
