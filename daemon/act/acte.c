/* SPDX-License-Identifier: EUPL-1.2 */
/* One acte, apart from its subject, votes and visas: number, references, amounts, mention of the transmission. */
#include "people_priv.h"
#include "segment_priv.h"
#include "titles_priv.h"

#define MARGIN_WORDS 3
#define VOTES_OF_PARTS 3
#define DELEGATED_TOKENS 14 /* "décisions du maire prises en vertu de sa délégation" */
#define VOTES_OF_ONE 2 /* with more of them, a file that was not cut is minutes */

typedef size_t number_reader(const struct reader *, size_t, struct range *);

/* "N° 2031-02-25 1812": the day of the séance, then the serial; "Délibération 20310608_039 20310608_040": of a table of numbers. */
static struct range second_number(const struct reader *rd, struct range *number)
{
	const size_t i = number->to, end = i < rd->t.n && rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i].lines == 0 ? read_number_of_act(rd, i) : i;
	struct date day;
	int weekday;

	if (end == i + 1 && leaf_date(&rd->t, number->from, &day, &weekday) == i)
		number->to = end;
	else if (end > i + 1 && end - i == i - number->from)
		return (struct range){ i, end };
	return (struct range){ 0, 0 };
}

/* "2024-15 12/03/2024 bis", "2024-03-12 12/03/2024 1812": a day of the margin parts the number from its end: the token after the whole, or the number's. */
static size_t end_behind_a_day(const struct reader *rd, const struct range *number)
{
	const struct tokens *t = &rd->t;
	struct date day;
	int weekday;
	const size_t i = number->to, end = i < t->n && t->at[i].lines == 0 ? leaf_date(t, i, &day, &weekday) : i;

	if (end == i || end >= t->n || t->at[end].lines > 0 || !tok_mark(t, end - 2, '/'))
		return i;
	const bool serial = t->at[end].kind == TOK_NUMBER && leaf_date(t, number->from, &day, &weekday) == i;

	return serial || tok_among(t, end, " bis ter quater ") ? end + 1 : i;
}

/* "20310608_039 Service juridique 20310608_040": another number of the same shape, behind words of the margin or its day; empty when there is none. */
static struct range number_behind_margin(const struct reader *rd, const struct range *number)
{
	struct date day;
	int weekday;
	size_t i = leaf_date(&rd->t, number->to, &day, &weekday);

	while (i < rd->t.n && i < number->to + MARGIN_WORDS && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].lines == 0)
		i++;
	const size_t end = i > number->to && rd->t.at[i].lines == 0 && rd->t.at[i].kind == TOK_NUMBER ? read_number_of_act(rd, i) : i;

	return end > i + 1 && end - i == number->to - number->from ? (struct range){ i, end } : (struct range){ 0, 0 };
}

/* Of several actes each has the first number of its part: those behind it are cited, or of the annexes. */
static void find_numbers(struct reader *rd, struct range all, number_reader *read, struct candidates *c)
{
	struct range number;

	for (size_t k = all.from, next; (k = next_of(rd, LANDMARK_HEADING, k, all.to)) < all.to; k = next > k ? next : k + 1) {
		next = read(rd, k, &number);
		if (next == k || number_of_another_seance(rd, number))
			continue;
		struct range second = second_number(rd, &number);

		if (second.to == 0 && end_behind_a_day(rd, &number) > number.to)
			second = (struct range){ number.from, end_behind_a_day(rd, &number) };
		if (second.to == 0)
			second = number_behind_margin(rd, &number);
		candidate_add(rd, c, reader_text(rd, number.from, number.to), reader_span(rd, number.from, number.to));
		if (second.to > 0)
			candidate_add(rd, c, reader_text(rd, second.from, second.to), reader_span(rd, second.from, second.to));
		if (rd->r->actes_n > 1)
			return;
	}
}

/* In a paper that was not cut: something is voted above the line of the number, and something below. */
static bool stands_between_votes(const struct reader *rd, struct span number)
{
	const size_t at = token_at(rd, number.start), end = token_at(rd, number.end);
	size_t line = at;

	while (line > 0 && at - line < MARGIN_WORDS && rd->t.at[line].lines == 0)
		line--;
	return rd->r->actes_n == 1 && rd->t.at[line].lines > 0 && votes_stand_between(rd, 0, line) && is_voted_between(rd, end, rd->t.n);
}

static void read_numero(struct reader *rd, size_t i)
{
	struct field *f = &rd->actes[i].numero;
	struct candidates c = { 0 };
	struct range number;

	const struct range cut = rd->parts[i].number;

	if (cut.to > cut.from)
		candidate_add(rd, &c, reader_text(rd, cut.from, cut.to), reader_span(rd, cut.from, cut.to));
	if (c.n == 0)
		find_numbers(rd, rd->parts[i].all, titled_number_at, &c);
	if (c.n == 0)
		find_numbers(rd, rd->parts[i].all, own_number_at, &c);
	if (c.n == 0 && i == 0 && first_number_in(rd, rd->parts[i].all, &number))
		candidate_add(rd, &c, reader_text(rd, number.from, number.to), reader_span(rd, number.from, number.to));
	if (c.n == 1 && stands_between_votes(rd, c.at[0].span)) {
		field_illisible(rd, f, c.at[0].span, "un vote est dit au-dessus de ce numéro, un autre au-dessous : duquel il est n'est pas sûr");
	} else if (c.n == 1) {
		field_lu(f, c.at[0].span);
		f->texte = c.at[0].texte;
	} else if (c.n > 1) {
		field_ambigu(rd, f, c.at, c.n, "%zu numéros d'acte dans le texte", c.n);
	} else {
		field_illisible(rd, f, (struct span){ 0, 0 }, "aucun numéro de délibération reconnu");
	}
}

static void list_field(struct reader *rd, struct field *f, struct range r, const struct item *items, size_t n)
{
	field_lu(f, reader_span(rd, r.from, r.to));
	f->items = items;
	f->n = n;
}

/* Of a key "DELIB/<body>/<day>/<number>": what it says of the day, and behind it. */
static bool parts_of_deliberation(struct str cle, struct str *ret_day, struct str *ret_number)
{
	if (!str_starts(cle, STR("DELIB/")))
		return false;
	const size_t body = str_find(cle, STR("/"), sizeof "DELIB/" - 1), day = body == STR_NONE ? STR_NONE : str_find(cle, STR("/"), body + 1);

	*ret_day = body == STR_NONE ? STR("") : str_part(cle, body + 1, day == STR_NONE ? cle.n : day);
	*ret_number = day == STR_NONE ? STR("") : str_part(cle, day + 1, cle.n);
	return true;
}

/* "DÉLIBÉRATION N°CP 2031-024 DU 25 JANVIER 2031", "Liste des délibérations du conseil municipal du 25 janvier", "Compte rendu des délibérations …": the
 * paper's own title, or its stamp; cited is "la Délibération n° 12". */
static bool titles_the_paper(const struct reader *rd, size_t i)
{
	if (i > 1 && tok_among(&rd->t, i - 1, " des ") && tok_among(&rd->t, i - 2, " liste releve recueil registre rendu verbal extrait affichage "))
		return true;
	return rd->t.at[i].shape != SHAPE_LOWER && !(i > 0 && tok_among(&rd->t, i - 1, " la les l ' de des du cette ces sa ses notre une par vu et ou selon "));
}

/* "(absent jusqu'à la délibération n° 1752)", "à partir de la délibération n° 1753" */
static bool bounds_a_presence(const struct reader *rd, size_t i)
{
	return i > 2 && tok_among(&rd->t, i - 1, " la ") && ((tok_among(&rd->t, i - 2, " a ") && tok_says(&rd->t, i > 4 ? i - 4 : 0, i - 2, " jusqu ")) ||
							       (tok_among(&rd->t, i - 2, " de ") && tok_among(&rd->t, i - 3, " partir compter ")));
}

/* The act itself, or the place of one in the séance, its day said or not: nothing is cited. So is "approuve la présente délibération n° 2031/045", in the act of
 * this number. */
static bool is_no_citation(const struct reader *rd, const struct acte *a, const struct item *cited)
{
	struct str day, number;

	if (!parts_of_deliberation(cited->cle, &day, &number))
		return false;
	const size_t i = token_at(rd, cited->span.start);
	const bool undated = str_eq(day, STR("?"));

	if (!undated && !(rd->r->date.statut == FIELD_LU && str_eq(day, rd->r->date.texte)))
		return false;
	return (number.n > 0 && a->numero.statut == FIELD_LU && str_eq(number, a->numero.texte)) || titles_the_paper(rd, i) || (undated && bounds_a_presence(rd, i));
}

static void read_references(struct reader *rd, size_t i, struct range all)
{
	const struct item *cited;
	struct item *kept;
	size_t n, others = 0;

	leaf_references(rd->a, rd->text, &rd->t, all.from, all.to, &cited, &n);
	kept = ARENA_ARRAY(rd->a, n, struct item);
	for (size_t k = 0; k < n; k++)
		if (!is_no_citation(rd, &rd->actes[i], &cited[k]))
			kept[others++] = cited[k];
	list_field(rd, &rd->actes[i].references, all, kept, others);
}

/* The first of several actes begins at its heading, or at its visas where they stand above it: the amounts of an agenda are not its own. */
static struct range without_the_head(const struct reader *rd, size_t i)
{
	const struct acte_parts *p = &rd->parts[i];
	struct range own = p->all;

	if (i == 0 && rd->r->actes_n > 1 && (p->number.to > 0 || p->point > 0))
		own.from = p->visas.to > p->visas.from && p->visas.from < p->number.from ? p->visas.from : p->number.from;
	return own;
}

/* Lists of what stands in the text: empty is a reading, for the whole acte was gone through. */
static void read_lists(struct reader *rd, size_t i)
{
	const struct range all = rd->parts[i].all, own = without_the_head(rd, i);
	struct field *const f = &rd->actes[i].montants;
	struct sums_left left = { 0 };
	struct item *amounts;
	size_t n;

	read_references(rd, i, all);
	leaf_amounts(rd->a, &rd->t, own.from, own.to, &amounts, &n, &left);
	reader_amounts_told(rd, amounts, n);
	if (n == 0 && left.n > 0)
		field_illisible(rd, f, left.at[0], "des sommes citées aucune n'est sûre : négative, ou ses chiffres sont abîmés");
	else
		list_field(rd, f, all, amounts, n);
	if (left.n > 0) {
		struct sums_left *const kept = ARENA_NEW(rd->a, struct sums_left);

		*kept = left;
		f->omis = kept;
	}
}

static void read_mention(struct reader *rd, size_t i)
{
	const struct range all = rd->parts[i].all;
	struct field *f = &rd->actes[i].mention_transmission;
	struct date d;
	int weekday;

	for (size_t k = all.from; (k = next_of(rd, CUE_TRANSMISSION, k, all.to)) < all.to; k++) {
		size_t next = cue_at(rd->lx, &rd->t, k, CUE_TRANSMISSION);

		if (next == k || told_of_another_paper(rd, k))
			continue;
		for (size_t w = next; w < next + 8 && w < all.to; w++) {
			const size_t end = leaf_date(&rd->t, w, &d, &weekday);

			if (end > w) {
				next = end;
				break;
			}
		}
		field_lu(f, reader_span(rd, k, next));
		f->texte = reader_text(rd, k, next);
		return;
	}
	struct sent sent;
	const size_t at = sent_to_the_office(rd, all.from, all.to, &sent);

	if (at < all.to) {
		field_lu(f, reader_span(rd, at, sent.end));
		f->texte = reader_text(rd, at, sent.end);
		return;
	}
	field_illisible(rd, f, (struct span){ 0, 0 }, "aucune mention de transmission");
}

bool is_uncut_minutes(const struct reader *rd, size_t i)
{
	const struct acte_parts *p = &rd->parts[i];

	if (p->point > 0 && rd->actes[i].votes_n > 1 && titles_various_matters(rd, p->title > 0 ? p->title : title_of_point(rd, p->all.from)))
		return true;
	if (p->hides_another || (p->listed && rd->actes[i].votes_n > 1))
		return true;
	const struct field *numero = &rd->actes[i].numero;

	if (numero->statut == FIELD_ILLISIBLE && numero->span.end > 0 && rd->actes[i].votes_n > 1) /* its number stands between them */
		return true;
	return (rd->r->actes_n == 1 && rd->actes[i].votes_n > VOTES_OF_ONE) || votes_of_two_matters(rd, i, false) || p->second_matter;
}

/* "… les décisions prises par délégation" */
static bool tells_delegated_decisions(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (tok_among(&rd->t, k, " decisions ") && tok_says(&rd->t, k + 1, k + DELEGATED_TOKENS, " delegation delegations delegue deleguee deleguees "))
			return true;
	return false;
}

/* "… accepte. Madame la Présidente expose : … 2 000 €": somebody reports again behind the last vote, and tells an amount. */
static bool reports_an_amount(const struct reader *rd, size_t i, size_t from)
{
	const struct field *amounts = &rd->actes[i].montants;
	const size_t to = amounts->n > 0 ? token_at(rd, amounts->items[amounts->n - 1].span.start) : from;

	for (size_t k = from + 1; k < to; k++)
		if ((rd->t.at[k].lines > 0 || sentence_ends_at(rd, k - 1)) && speaker_at(rd, k, to))
			return true;
	return false;
}

/* A vote comes before what the president decided by delegation, or the last minutes are voted first: the paper is of a séance, and tells of other matters. */
static bool tells_other_matters(const struct reader *rd, size_t i)
{
	const struct acte *a = &rd->actes[i];

	if (rd->r->actes_n > 1 || a->votes_n < 2)
		return false;
	const size_t first = token_at(rd, a->votes[0].span.end), last = token_at(rd, a->votes[a->votes_n - 1].span.end);

	return tells_delegated_decisions(rd, first, rd->parts[i].all.to) || (only_the_minutes_are_voted(rd, sentence_end(rd, first, last)) && reports_an_amount(rd, i, last));
}

/* Of actes that were not told apart, each would have the amounts of all, and of several parts one the references of another. Of a text that was
 * not cut at all what it cites is what the document cites. Three votes may be those of the parts of one acte. */
static void leave_mixed_lists(struct reader *rd, size_t i)
{
	struct field *const lists[] = { &rd->actes[i].montants, &rd->actes[i].references };
	const bool lone = rd->r->actes_n == 1;
	const bool parts = !lone || rd->actes[i].votes_n > VOTES_OF_PARTS || votes_of_two_matters(rd, i, false) || rd->parts[i].second_matter;
	const bool mixed = (parts && is_uncut_minutes(rd, i)) || tells_other_matters(rd, i), lent = !mixed && lends_amounts(rd, i);

	for (size_t k = 0; (mixed || lent) && k < (lone || lent ? 1 : 2); k++) /* an article told of one matter is still cited in the passage */
		if (lists[k]->n > 0)
			field_illisible(rd, lists[k], lists[k]->items[0].span, "%s",
					mixed ? "plusieurs votes sous ce qui a été lu comme un seul acte : duquel est ce passage n'est pas sûr"
					      : "rien ne sépare sûrement les affaires de ce texte : de laquelle est ce passage n'est pas sûr");
}

/* "Question 1 : Tarifs⏎Adopté …⏎Question 2 : Bail⏎Adopté …": two results, no number, no subject: it is not sure that there is one matter. */
static void leave_what_has_no_subject(struct reader *rd, size_t i)
{
	struct acte *a = &rd->actes[i];

	if (rd->r->actes_n > 1 || a->votes_n < 2 || a->montants.n == 0 || a->numero.statut == FIELD_LU || a->objet.statut == FIELD_LU)
		return;
	if (!only_the_minutes_are_voted(rd, token_at(rd, a->votes[a->votes_n - 1].span.start)))
		field_illisible(rd, &a->montants, a->montants.items[0].span, "plusieurs votes, et ni numéro ni objet : rien ne dit que c'est un seul acte");
}

/* "1. … adopte le procès-verbal. 3. N° DEL2031-45 : Adhésion": no vote is told of what bears the number. */
static void leave_a_number_behind_the_minutes(struct reader *rd, size_t i)
{
	struct field *f = &rd->actes[i].numero;

	if (f->statut == FIELD_LU && votes_the_minutes_first(rd, i) && f->span.start > rd->actes[i].votes[rd->actes[i].votes_n - 1].span.end)
		field_illisible(rd, f, f->span, "le seul vote lu est celui du procès-verbal de la séance d'avant, et ce numéro est derrière lui");
}

void reader_acte(struct reader *rd, size_t i)
{
	read_numero(rd, i);
	reader_in_force(rd, i);
	read_lists(rd, i);
	read_mention(rd, i);
	reader_votes(rd, i);
	rd->parts[i].second_matter = second_matter(rd, i);
	if (rd->parts[i].second_matter)
		leave_a_number_behind_the_minutes(rd, i);
	leave_mixed_lists(rd, i);
	reader_objet(rd, i);
	leave_what_has_no_subject(rd, i);
	reader_visas(rd, i);
	reader_deports(rd, i);
	reader_unused_proxies(rd, i);
}
