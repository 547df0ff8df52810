/* SPDX-License-Identifier: EUPL-1.2 */
/* One acte, apart from its votes and visas: number, subject, references, amounts, mention of the transmission.
 *
 * The subject is what follows "Objet :" or the acte's number, or the title that opens the text before an empty line.
 * Without line ends it is read only up to a word that surely starts something else; a subject that runs on is not read.
 */
#include "bounds.h"
#include "people_priv.h"

#define OBJET_WORDS 90

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

/* Of several actes each has the first number of its part: those behind it are cited, or of the annexes. */
static void find_numbers(struct reader *rd, struct range all, number_reader *read, struct candidates *c)
{
	struct range number;

	for (size_t k = all.from, next; (k = next_of(rd, LANDMARK_HEADING, k, all.to)) < all.to; k = next > k ? next : k + 1) {
		next = read(rd, k, &number);
		if (next == k || number_of_another_seance(rd, number))
			continue;
		const struct range second = second_number(rd, &number);

		candidate_add(rd, c, reader_text(rd, number.from, number.to), reader_span(rd, number.from, number.to));
		if (second.to > 0)
			candidate_add(rd, c, reader_text(rd, second.from, second.to), reader_span(rd, second.from, second.to));
		if (rd->r->actes_n > 1)
			return;
	}
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
	if (c.n == 1) {
		field_lu(f, c.at[0].span);
		f->texte = c.at[0].texte;
	} else if (c.n > 1) {
		field_ambigu(rd, f, c.at, c.n, "%zu numéros d'acte dans le texte", c.n);
	} else {
		field_illisible(rd, f, (struct span){ 0, 0 }, "aucun numéro de délibération reconnu");
	}
}

static bool starts_something_else(const struct reader *rd, size_t i)
{
	static const enum cue others[] = { CUE_CONSIDERANT, CUE_PRESENTS,    CUE_ABSENTS,      CUE_SECRETAIRE,
					   CUE_EN_EXERCICE, CUE_SUITE,	     CUE_CONVOCATION,  CUE_OBJET,
					   CUE_NUMERO,	    CUE_SEANCE,	     CUE_TRANSMISSION, CUE_RECEPTION,
					   CUE_PUBLICATION, CUE_IDENTIFIANT, CUE_CLOTURE };
	static const char *const words[] = { "rapporteur", "expose",	   "monsieur", "madame", "messieurs",
					     "mesdames",   "conformement", "lan",      "il",	 NULL };
	size_t next;

	if (is_visa_opener(rd, i))
		return true;
	if (rd->t.at[i].shape == SHAPE_LOWER && rd->t.at[i].lines == 0)
		return false;
	for (size_t k = 0; k < sizeof others / sizeof *others; k++)
		if (cue_at(rd->lx, &rd->t, i, others[k]) > i &&
		    (others[k] != CUE_IDENTIFIANT || tok_mark(&rd->t, i + 1, ':')))
			return true;
	if (word_in(rd, i, words) || is_civility(&rd->t, i, &next))
		return true;
	return (word_is(rd, i, "le") || word_is(rd, i, "la")) && organe_at(rd, i + 1, &next) != NULL;
}

/* From token i to the empty line, sentence's end or other part that ends it; i when it runs on. */
static size_t subject_end(const struct reader *rd, size_t i, size_t limit)
{
	for (size_t k = i; k < limit && k < i + OBJET_WORDS; k++) {
		if (k > i && (rd->t.at[k].lines >= 2 || starts_something_else(rd, k)))
			return k;
		if (tok_mark(&rd->t, k, '.') && sentence_ends_at(rd, k))
			return k - i < 25 || rd->t.at[k + 1].lines > 0 ? k
								       : i; /* a long sentence is no title: it ran on */
	}
	return limit - i < OBJET_WORDS ? limit : i;
}

/* A title holds no result and no table column, and does not end on "de" or "par": what does ran on into something else.
 */
static bool is_no_subject(const struct reader *rd, size_t from, size_t to)
{
	static const char *const links[] = { "de", "du", "des", "par", "la",  "le",  "les",  "a",
					     "au", "d",	 "l",	"et",  "que", "sur", "pour", NULL };
	static const char *const furniture[] = { "ordre",   "compte",	 "proces", "secretariat",
						 "service", "direction", NULL };

	if (word_in(rd, from, furniture))
		return true;
	for (size_t k = from; k < to; k++)
		if (tok_mark(&rd->t, k, '|') || cue_at(rd->lx, &rd->t, k, CUE_UNANIMITE) > k ||
		    cue_at(rd->lx, &rd->t, k, CUE_MAJORITE) > k || cue_at(rd->lx, &rd->t, k, CUE_PREND_ACTE) > k)
			return true;
	return word_in(rd, to - 1, links);
}

static void subject_from(struct reader *rd, struct field *f, size_t i, size_t limit)
{
	const size_t end = i < limit ? subject_end(rd, i, limit) : i;

	if (end == i || is_no_subject(rd, i, end)) {
		field_illisible(rd, f, reader_span(rd, i, i + 1), "la fin de l'objet n'a pas été trouvée");
		return;
	}
	field_lu(f, reader_span(rd, i, end));
	f->texte = reader_text(rd, i, end);
}

static size_t paragraph_end(const struct reader *rd, size_t from, size_t limit)
{
	size_t k = from + 1;

	while (k < limit && rd->t.at[k].lines < 2)
		k++;
	return k < limit ? k : limit;
}

/* A paragraph is a title when it says nothing of the séance, of the collectivity or of a formality. */
static bool is_title(const struct reader *rd, size_t from, size_t to)
{
	static const char *const not_a_title[] = {
		"seance",     "extrait",     "commune",	 "departement", "republique", "proces",	 "compte",
		"registre",   "envoye",	     "recu",	 "prefecture",	"accuse",     "ville",	 "conseil",
		"canton",     "reunion",     "id",	 "publie",	"nombre",     "membres", "mairie",
		"communaute", "convocation", "presents", "region",	"vu",	      NULL
	};

	if (to - from < 3 || to - from > 45)
		return false;
	for (size_t k = from; k < to; k++)
		if (word_in(rd, k, not_a_title) || tok_mark(&rd->t, k, '|'))
			return false;
	return rd->t.at[from].kind == TOK_WORD && rd->t.at[from].shape != SHAPE_LOWER;
}

static bool opens_the_seance(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (word_is(rd, k, "reuni") || word_is(rd, k, "reunis") || word_is(rd, k, "reunie"))
			return true;
	return false;
}

/* The title opens the text, or stands just before the sentence of the meeting. */
static struct range find_title(const struct reader *rd, size_t limit)
{
	for (size_t from = 0; from < limit && from < 120;) {
		const size_t end = paragraph_end(rd, from, limit),
			     after = end < limit ? paragraph_end(rd, end, limit) : end;

		if (end < limit && is_title(rd, from, end) && (from == 0 || opens_the_seance(rd, end, after)))
			return (struct range){ from, end };
		from = end;
	}
	return (struct range){ 0, 0 };
}

static void read_objet(struct reader *rd, size_t i)
{
	const struct range all = rd->parts[i].all;
	struct field *f = &rd->actes[i].objet;
	struct range number;

	for (size_t k = all.from; (k = next_of(rd, CUE_OBJET, k, all.to)) < all.to; k++) {
		const size_t next = cue_at(rd->lx, &rd->t, k, CUE_OBJET);

		if (next > k && tok_mark(&rd->t, next, ':') && rd->t.at[k].shape != SHAPE_LOWER) {
			subject_from(rd, f, next + 1, all.to);
			return;
		}
	}
	for (size_t k = all.from; (k = next_of(rd, CUE_NUMERO, k, all.to)) < all.to; k++) {
		const size_t next = heading_of_act(rd, k, &number);

		if (next == k)
			continue;
		const size_t at = skip_marks(rd, next, ":-.,|");

		if (at >= all.to)
			continue;
		if (rd->t.at[at].kind != TOK_WORD || rd->t.at[at].shape == SHAPE_LOWER || starts_something_else(rd, at))
			break;
		subject_from(rd, f, at, all.to);
		return;
	}
	const struct range title = i == 0 ? find_title(rd, all.to) : (struct range){ 0, 0 };

	if (title.to > 0) {
		field_lu(f, reader_span(rd, title.from, title.to));
		f->texte = reader_text(rd, title.from, title.to);
		return;
	}
	field_illisible(rd, f, (struct span){ 0, 0 }, "aucune mention « Objet » ni titre reconnu");
}

static void list_field(struct reader *rd, struct field *f, struct range r, const struct item *items, size_t n)
{
	field_lu(f, reader_span(rd, r.from, r.to));
	f->items = items;
	f->n = n;
}

/* Lists of what stands in the text: empty is a reading, for the whole acte was gone through. */
static void read_lists(struct reader *rd, size_t i)
{
	const struct range all = rd->parts[i].all;
	const struct item *items;
	struct item *amounts;
	size_t n;

	leaf_references(rd->a, rd->text, &rd->t, all.from, all.to, &items, &n);
	list_field(rd, &rd->actes[i].references, all, items, n);
	leaf_amounts(rd->a, &rd->t, all.from, all.to, &amounts, &n);
	reader_amounts_told(rd, amounts, n);
	list_field(rd, &rd->actes[i].montants, all, amounts, n);
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
	field_illisible(rd, f, (struct span){ 0, 0 }, "aucune mention de transmission");
}

void reader_acte(struct reader *rd, size_t i)
{
	read_numero(rd, i);
	reader_in_force(rd, i);
	read_objet(rd, i);
	reader_visas(rd, i);
	read_lists(rd, i);
	read_mention(rd, i);
	reader_votes(rd, i);
	reader_deports(rd, i);
}
