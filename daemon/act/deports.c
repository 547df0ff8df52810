/* SPDX-License-Identifier: EUPL-1.2 */
/* Déports: who withdrew or took no part in the vote, by name, or by a title that the lists give to one member.
 *
 * Names stand after the mention ("Ne prennent pas part au vote : M. X, Mme Y") or before it ("M. X et Mme Y ne prennent
 * pas part au vote", "M. X, président du club, ne prend pas part au vote"). The list is whole or not read: a mention without understood names makes it ILLISIBLE. An acte
 * gone through to its decision without any mention has an empty list, LU. Whoever leaves the room and is back for the vote withdrew from nothing.
 */
#include "going_priv.h"
#include "leaving_priv.h"
#include "people_priv.h"
#include "votes_priv.h"

#include <string.h>

#define QUALITY_TOKENS 40
#define CANDIDATE_TOKENS 20
#define TORN_LETTERS 3 /* "ne prend pas part au te : 2", of a scan */
#define MARGIN_TOKENS 6
#define TORN_MENTION 24
#define TO_ITS_VERB 6
#define BACK_TOKENS 60 /* "Mme A, trésorière de …, quitte la salle pendant le débat et revient pour le vote" */

/* What one takes no part in. */
static const char MATTERS[] = " debat debats discussion discussions deliberation deliberations vote votes scrutin echanges decision decisions examen affaire point dossier question ";

/* "ne participent ni au débat", of which "ni au vote" is still to come: the token after all they take no part in. */
static size_t past_the_matters(const struct reader *rd, size_t next)
{
	size_t end = next;

	for (size_t k = next; tok_among(&rd->t, k, MATTERS) || tok_among(&rd->t, k, " ni et ou , a au aux la les "); k++)
		if (tok_among(&rd->t, k, MATTERS))
			end = k + 1;
	return end;
}

/* Past a day or a number of the margin. */
static size_t past_a_margin(const struct reader *rd, size_t i)
{
	const size_t most = i + MARGIN_TOKENS < rd->t.n ? i + MARGIN_TOKENS : rd->t.n;

	while (i < most && (rd->t.at[i].kind != TOK_WORD || word_is_no(rd, i)))
		i++;
	return i;
}

/* "ne participe ni aux commissions", "ne prend pas part à la négociation": no matter of the vote stands behind; a margin may hide one. */
static bool is_no_matter(const struct reader *rd, size_t told)
{
	const bool to = tok_among(&rd->t, told, " a au aux ");
	const size_t noun = noun_behind(rd, told), plain = past_a_margin(rd, told + to);

	if (word_is(rd, told - 1, "ni"))
		return is_common_noun(rd, plain) && (plain == told + to || !tok_among(&rd->t, plain, MATTERS));
	return word_is(rd, told - 1, "part") && to && is_common_noun(rd, noun) && rd->t.at[noun].key.n > TORN_LETTERS &&
	       !tok_mark(&rd->t, noun + 1, ':') && !tok_among(&rd->t, noun, MATTERS);
}

static bool ends_in_a_withdrawal(const struct reader *rd, size_t told)
{
	return leaving_word(rd, told - 1) & LEAVING_RETIRES;
}

/* "au vote de la région" */
static bool is_vote_of_others(const struct reader *rd, size_t told)
{
	return tok_among(&rd->t, told - 1, " vote votes ") && tok_among(&rd->t, told, " d de du des ") &&
	       tok_among(&rd->t, noun_behind(rd, told), " region departement metropole syndicat comite bureau commission jury association club communaute ");
}

/* "un déport de chaussée", "en déport du carrefour": of nobody. */
static bool is_of_a_thing(const struct reader *rd, size_t told)
{
	const size_t noun = noun_behind(rd, told);

	return tok_among(&rd->t, told - 1, " deport deports ") && tok_among(&rd->t, told, " d de du des ") && is_common_noun(rd, noun) &&
	       !tok_among(&rd->t, noun, " elu elus elue elues conseiller conseillers conseillere conseilleres maire adjoint adjoints adjointe adjointes president presidente membre membres"
					 " interesse interesses interessee interessees rapporteur rapporteure vice plusieurs deux trois m mm mme mmes monsieur madame messieurs mesdames ");
}

static bool is_of_no_vote(const struct reader *rd, size_t told, size_t next)
{
	return is_of_a_thing(rd, told) || (next == told && is_no_matter(rd, told)) || leaves_something_else(rd, told) || is_vote_of_others(rd, next);
}

/* "Le géomètre quitte la salle", and no names behind a colon. */
static bool is_of_an_outsider(struct reader *rd, size_t i, size_t next)
{
	return skip_marks(rd, next, ":") == next && outsider_before(rd, sentence_start(rd, i, i > BACK_TOKENS ? i - BACK_TOKENS : 0), i);
}

/* "M. A se retire. Mme B reste seule candidate." */
static bool is_of_a_candidate(const struct reader *rd, size_t i, size_t next)
{
	return ends_in_a_withdrawal(rd, next) &&
	       tok_says(&rd->t, sentence_start(rd, i, i > BACK_TOKENS ? i - BACK_TOKENS : 0), next + CANDIDATE_TOKENS < rd->t.n ? next + CANDIDATE_TOKENS : rd->t.n,
			" candidat candidate candidats candidates candidature candidatures ");
}

/* "NPPV : 0", "n'ayant pas pris part au vote : néant": nobody. */
static bool says_nobody(const struct reader *rd, size_t i)
{
	static const char *const nobody[] = { "neant", "aucun", "aucune", "zero", "o", NULL };

	while (i < rd->t.n && rd->t.at[i].kind == TOK_MARK && !tok_mark(&rd->t, i, '/'))
		i++;
	return word_in(rd, i, nobody) || rd->t.at[i].value == 0 ||
	       (tok_mark(&rd->t, i, '/') && rd->t.at[i].kind == TOK_MARK);
}

/* "Déport : M. Service juridique Luc VIAL": a margin left a word for a name. */
static bool is_torn(const struct reader *rd, size_t end)
{
	const struct token *last = &rd->t.at[end - 1];
	const size_t link = skip_marks(rd, end, ",;"), behind = link + word_is(rd, link, "et");
	size_t next;

	if (behind < rd->t.n && (behind > end || rd->t.at[end].lines == 0) && is_civility(&rd->t, behind, &next))
		return true; /* a comma was lost, or a name: "M. A, Mme⏎2⏎B" */
	return last->shape == SHAPE_TITLE && end < rd->t.n && rd->t.at[end].kind == TOK_WORD && rd->t.at[end].shape == SHAPE_LOWER && rd->t.at[end].lines == 0 &&
	       !tok_among(&rd->t, end, " et qui en pour car dont a est etant au aux ");
}

static void push_all(struct reader *rd, struct voters *list, const struct voters *more)
{
	for (size_t k = 0; k < more->n; k++)
		voters_push(rd, list, &more->at[k].qui);
}

/* Between the commas at `comma` and before i: what they are, and nothing that makes a sentence of its own. */
static bool is_a_quality(const struct reader *rd, size_t comma, size_t i)
{
	size_t next;

	/* "MM. A et B, partis, ne votent pas" */
	if (leaving_in(rd, comma + 1, i - 1, LEAVING_TOLD))
		return false;
	if (comma + 2 >= i || rd->t.at[comma + 1].kind != TOK_WORD || rd->t.at[comma + 1].shape != SHAPE_LOWER)
		return false;
	for (size_t at = comma + 1; at + 1 < i; at++)
		if (is_civility(&rd->t, at, &next) || tok_among(&rd->t, at, " , ; : que qu dont qui ainsi mais ne n ") || cue_at(rd->lx, &rd->t, at, CUE_POUR) > at)
			return false;
	return true;
}

static bool is_of_several(const struct reader *rd, size_t i)
{
	return tok_says(&rd->t, i, i + 3, " prennent participent retirent quittent sortent votent sont deportent ont prendront participeront voteront souhaitent ");
}

/* "M. B ; M. A et Mme C, membres du bureau": the row may have begun earlier. */
static bool goes_on_from_a_name(const struct reader *rd, size_t start, size_t row)
{
	struct name n;

	if (row <= start || !tok_among(&rd->t, row - 1, " et , ni ; "))
		return false;
	return tok_among(&rd->t, row - 1, " et ni ") || name_before(rd, start, row - 1, &n) || title_ending_at(rd, row - 1) < row - 1;
}

/* "M. A, président du comité des fêtes, ne prend pas part au vote", "M. A et Mme B, membres du bureau, ne prennent pas part": what they are stands between two commas. */
static bool with_a_quality(struct reader *rd, size_t i, size_t floor, struct voters *list)
{
	const size_t start = sentence_start(rd, i, i > floor + QUALITY_TOKENS ? i - QUALITY_TOKENS : floor), comma = before_the_aside(rd, start, i), row = row_of_names_before(rd, start, comma);
	struct voters try = { 0 };

	if (!tok_mark(&rd->t, i - (i > 0), ',') || comma == i || row == comma || !is_a_quality(rd, comma, i) || goes_on_from_a_name(rd, start, row))
		return false;
	if (voters_from(rd, row, comma, &try) != comma || (try.n > 1) != is_of_several(rd, i))
		return false;
	push_all(rd, list, &try);
	return true;
}

/* "MM. A et B, administrateurs du club ne prennent pas part au vote": no comma parts what they are from the mention; they open the sentence, and nobody else is named. */
static bool several_with_a_quality(struct reader *rd, size_t i, size_t floor, struct voters *list)
{
	static const char qualities[] = " membres administrateurs administratrices delegues deleguees representants representantes elus elues presidents adherents adherentes dirigeants salaries"
					" parents conjoints proprietaires actionnaires interesses interessees concernes concernees ";
	const size_t from = sentence_start(rd, i, i > floor + QUALITY_TOKENS ? i - QUALITY_TOKENS : floor);
	struct voters try = { 0 };
	size_t start = i, next;

	while (start > from && !(is_civility(&rd->t, start, &next) && (rd->t.at[start].lines > 0 || tok_among(&rd->t, start - 1, " . ; : "))))
		start--;
	if (!is_of_several(rd, i) || !is_civility(&rd->t, start, &next))
		return false;
	const size_t end = voters_from(rd, start, i, &try), k = end + (end < i && tok_mark(&rd->t, end, ','));

	if (try.n < 2 || k >= i || !tok_among(&rd->t, k, qualities))
		return false;
	for (size_t at = k; at < i; at++)
		if (is_civility(&rd->t, at, &next) || (tok_mark(&rd->t, at, ',') && at + 1 < i) || tok_among(&rd->t, at, " ; : et que dont qui ainsi mais "))
			return false;
	push_all(rd, list, &try);
	return true;
}

/* "… quitte la salle avant l'examen du point et ne prend pas part au vote", said of those of the mention before. */
static bool of_the_same(const struct reader *rd, size_t i, size_t last)
{
	size_t next;

	if (last == 0 || i <= last || !tok_among(&rd->t, i - 1, " et , puis ") || sentence_end(rd, last - 1, i) != i)
		return false;
	for (size_t k = last; k < i; k++)
		if (is_civility(&rd->t, k, &next) || tok_among(&rd->t, k, " ; : que qu qui dont maire president presidente elle il ils elles tandis alors "))
			return false;
	return true;
}

/* Between two actes of minutes, "M. A quitte la salle" is of the second as well as of the first, whose vote stands before it. */
static bool goes_behind_the_vote(const struct reader *rd, size_t acte, size_t k)
{
	const struct acte *a = &rd->actes[acte];

	return acte + 1 < rd->r->actes_n && a->votes_n > 0 && rd->t.at[k].start >= a->votes[a->votes_n - 1].span.end &&
	       tok_among(&rd->t, k, " se s quitte quittent sort sortent ");
}

/* "M. le Maire se retire" */
static bool read_title(struct reader *rd, size_t i, struct voters *list)
{
	struct person p;

	if (!chair_told_before(rd, i, &p))
		return false;
	voters_push(rd, list, &p);
	return true;
}

/* "M. le Maire et Mme A se retirent", "M. (the margin) Luc et Mme A": one more, whose name was not read. */
static bool follows_another(const struct reader *rd, size_t start)
{
	if (start > 0 && word_is(rd, start - 1, "et"))
		return true;
	return start > 2 && tok_mark(&rd->t, start - 1, ',') && title_ending_at(rd, start - 1) < start - 1;
}

/* "M. le Maire", "la présidente"; "maire" alone is what somebody is. */
static size_t past_a_title(const struct reader *rd, size_t i)
{
	const size_t title = title_beginning_at(rd, i);

	return title > i + 1 ? title : i;
}

/* The names, or the title, from token i on; i when nobody who is known stands there. */
static size_t names_or_title(struct reader *rd, size_t i, size_t limit, struct voters *list)
{
	const size_t title = past_a_title(rd, i);
	struct person holder;

	if (title == i)
		return voters_from(rd, i, limit, list);
	if (tok_among(&rd->t, title, " adjoint adjointe delegue deleguee honoraire du de d ") || !person_of_title(rd, i, title, &holder))
		return i;
	voters_push(rd, list, &holder);
	return title;
}

/* "M. A, M. le Maire et Mme B" from token i on: the token behind the last; i when nobody bears one of the titles. */
static size_t row_of_voters(struct reader *rd, size_t i, size_t limit, struct voters *list)
{
	size_t end = names_or_title(rd, i, limit, list), next;

	for (; end > i && end < limit && tok_among(&rd->t, end, " , ; et "); end = next) {
		next = names_or_title(rd, end + 1, limit, list);
		if (next == end + 1)
			return past_a_title(rd, next) > next ? i : end;
	}
	return end;
}

/* "M. Luc VIAL, Mme Zoé⏎(the foot of a page)⏎ROUX": the last has one word, and the others two. */
static bool ends_in_half_a_name(const struct reader *rd, const struct voters *list, size_t end)
{
	bool whole = false;

	if (list->n == 0)
		return false;
	const struct str last = list->at[list->n - 1].qui.nom;

	for (size_t k = 0; k + 1 < list->n; k++)
		whole |= str_find(list->at[k].qui.nom, STR(" "), 0) != STR_NONE;
	return whole && str_find(last, STR(" "), 0) == STR_NONE && rd->t.at[end - 1].shape == SHAPE_TITLE && end < rd->t.n && rd->t.at[end].kind == TOK_WORD;
}

/* ": M. A, Mme B", "(hors la présence) de M. A," at token i */
static bool names_behind(struct reader *rd, size_t i, size_t limit, struct voters *list)
{
	struct voters named = { 0 };
	const size_t end = row_of_voters(rd, i, limit, &named);

	push_all(rd, list, &named);
	return end > i && !is_torn(rd, end) && !tok_among(&rd->t, end, " et ainsi ") && !ends_in_half_a_name(rd, &named, end);
}

/* "NPPV : 2 (M. A, Mme B)", "1 NPPV (M. A)", "NPPV 0", from the token behind the mention: the names of as many as are counted. */
static bool read_counted(struct reader *rd, size_t i, size_t next, size_t limit, struct voters *list)
{
	const size_t number = skip_marks(rd, next, ":"), before = list->n;
	int64_t n = 0;
	const size_t behind = voice_plain_count(rd, number, &n);
	const bool before_it = behind == number && i > 1 && voice_plain_count(rd, i - 1, &n) == i && !tok_among(&rd->t, i - 2, " : = ");
	const size_t end = behind > number ? behind : before_it ? next : 0;

	if (end > 0 && n == 0)
		return true;
	if (end == 0 || !tok_mark(&rd->t, end, '('))
		return false;
	const size_t close = row_of_voters(rd, end + 1, limit, list);

	return tok_mark(&rd->t, close, ')') && (int64_t)(list->n - before) == n;
}

static bool read_mention(struct reader *rd, size_t i, size_t next, size_t floor, size_t limit, struct voters *list)
{
	const size_t k = skip_marks(rd, next, ":");

	if ((says_nobody(rd, next) && k > next) || read_counted(rd, i, next, limit, list))
		return true;
	if (k > next || word_is(rd, i, "hors"))
		return names_behind(rd, k, limit, list);
	const bool which = i > 0 && word_is(rd, i - 1, "qui");
	const size_t before = list->n, start = voters_up_to(rd, i - which, floor, list);

	if (start < i - which)
		return !follows_another(rd, start) && (!which || list->n == before + 1 || is_of_several(rd, i));
	return read_title(rd, i, list) || with_a_quality(rd, i, floor, list) || several_with_a_quality(rd, i, floor, list);
}

static const char RETURNS[] = " revient reviennent regagne regagnent reintegre reintegrent rejoint rejoignent reprend reprennent retourne retournent rentre rentrent retour ";

/* Where the sentence goes on to a return; its end when it does not. */
static size_t return_in(const struct reader *rd, size_t i, size_t to)
{
	while (i < to && !tok_among(&rd->t, i, RETURNS))
		i++;
	return i;
}

/* "… revient pour le vote", not "… pour le vote suivant". */
static bool is_back_for_the_vote(const struct reader *rd, size_t i, size_t to)
{
	static const char *const votes[] = { "pour le vote", "avant le vote", "au moment du vote", "pour voter", "lors du vote", "pour prendre part au vote",
					     "pour participer au vote", "a temps pour le vote", NULL };

	for (size_t k = i, next; k < to; k++)
		if (tok_any_phrase(&rd->t, k, votes, &next) && (next >= to || rd->t.at[next].kind == TOK_MARK))
			return true;
	return false;
}

bool left_and_back_for_the_vote(const struct reader *rd, size_t i)
{
	const size_t from = sentence_start(rd, i, i > BACK_TOKENS ? i - BACK_TOKENS : 0), to = sentence_end(rd, i, i + BACK_TOKENS < rd->t.n ? i + BACK_TOKENS : rd->t.n);
	size_t left = from;

	while (left < to && !(leaving_word(rd, left) & LEAVING_A_VOTE))
		left++;
	const size_t back = return_in(rd, left, to);

	return left < to && back < to && is_back_for_the_vote(rd, back, to);
}

/* Somebody who left is said to come back before the vote is told: was he there for it? */
static bool comes_back(const struct reader *rd, size_t acte, size_t i, size_t next)
{
	const struct acte *a = &rd->actes[acte];
	size_t to = sentence_end(rd, i, i + BACK_TOKENS < rd->t.n ? i + BACK_TOKENS : rd->t.n), vote = to;

	if (!leaving_in(rd, i, next, LEAVING_A_VOTE))
		return false;
	for (size_t v = a->votes_n; v-- > 0;)
		if (a->votes[v].span.start > rd->t.at[i].start)
			vote = token_at(rd, a->votes[v].span.start);
	for (size_t k = next; k < to && k < vote; k++)
		if (tok_among(&rd->t, k, RETURNS))
			return !tok_among(&rd->t, k + 1, " apres sitot ") && !(tok_among(&rd->t, k + 1, " a ") && tok_among(&rd->t, k + 4, " issue "));
	return false;
}

/* "Vu le code ; M. A ne participe pas au vote": among the visas for want of a line end. */
static bool is_of_a_visa(const struct reader *rd, const struct acte_parts *p, size_t i)
{
	size_t k = i;

	while (k > p->visas.from && i - k < QUALITY_TOKENS && rd->t.at[k].lines == 0 && !tok_mark(&rd->t, k - 1, ';'))
		k--;
	return i >= p->visas.from && i < p->visas.to && !is_civility(&rd->t, past_a_margin(rd, k), &k);
}

/* "n'ont pris (the margin) part ni aux discussions, ni au vote": a mention that the margin cuts, or that stands among the visas; its first token, or all.to. */
static size_t torn_mention(const struct reader *rd, const struct acte_parts *p)
{
	for (size_t k = p->all.from; k < p->all.to; k++) {
		const size_t end = tok_among(&rd->t, k, " ne n ") ? sentence_end(rd, k, k + TORN_MENTION) : k;

		if (!tok_says(&rd->t, k, end < k + TO_ITS_VERB ? end : k + TO_ITS_VERB, " prend prennent pris participe participent participant prenant ") || is_of_a_visa(rd, p, k) ||
		    (cue_at(rd->lx, &rd->t, k, CUE_NPPV) > k && !(k >= p->visas.from && k < p->visas.to)))
			continue;
		if (tok_says(&rd->t, k, end, " pas ni ") && tok_says(&rd->t, k, end, " part participe participent participant ") &&
		    tok_says(&rd->t, k, end, " vote votes deliberation deliberations scrutin : "))
			return k;
	}
	return p->all.to;
}

/* "M. A ne prend pas part au vote", and no number: of the vote behind it, or of the last. */
static void doubt_uncounted(struct reader *rd, struct acte *a, size_t k, size_t told, size_t next)
{
	size_t v = 0;

	if (a->votes_n == 0 || leaving_in(rd, k, told, LEAVING_A_VOTE) || says_nobody(rd, next))
		return;
	while (v + 1 < a->votes_n && a->votes[v].span.end < rd->t.at[k].start)
		v++;
	if (a->votes[v].ne_prennent_pas_part.statut != FIELD_ABSENT)
		return;
	struct vote *votes = ARENA_ARRAY(rd->a, a->votes_n, struct vote);

	memcpy(votes, a->votes, a->votes_n * sizeof *votes);
	field_illisible(rd, &votes[v].ne_prennent_pas_part, reader_span(rd, k, next), "« %.*s » est dit d'élus, sans que leurs voix soient comptées", STR_ARG(reader_text(rd, k, next)));
	a->votes = votes;
}

void reader_deports(struct reader *rd, size_t i)
{
	const struct acte_parts *p = &rd->parts[i];
	struct field *f = &rd->actes[i].deports;
	struct voters list = { 0 };
	size_t mentions = 0, last = 0;
	struct span near = { 0, 0 };

	for (size_t k = p->all.from; (k = next_of(rd, CUE_NPPV, k, p->all.to)) < p->all.to; k++) {
		const size_t told = cue_at(rd->lx, &rd->t, k, CUE_NPPV), next = past_the_matters(rd, told);

		if (told == k || is_of_no_vote(rd, told, next) || is_of_an_outsider(rd, k, next) || (k >= p->visas.from && k < p->visas.to))
			continue;
		if (leaving_in(rd, k, next, LEAVING_A_VOTE) && left_and_back_for_the_vote(rd, k)) {
			k = next - 1;
			continue;
		}
		mentions++;
		near = reader_span(rd, k, next);
		doubt_uncounted(rd, &rd->actes[i], k, told, next);
		if (comes_back(rd, i, k, next)) {
			field_illisible(rd, f, near, "« %.*s », puis un retour : rien ne dit si l'élu a pris part au vote", STR_ARG(reader_text(rd, k, next)));
			return;
		}
		if (is_of_a_candidate(rd, k, next)) {
			field_illisible(rd, f, near, "« %.*s » est dit auprès d'une candidature : rien ne dit si c'est d'elle, ou du vote", STR_ARG(reader_text(rd, k, next)));
			return;
		}
		if (leaves_a_role(rd, told)) {
			field_illisible(rd, f, near, "« %.*s » est dit d'une fonction : rien ne dit si c'est elle que l'élu quitte, ou le vote", STR_ARG(reader_text(rd, k, next)));
			return;
		}
		if (!of_the_same(rd, k, last) && !read_mention(rd, k, next, p->all.from, p->all.to, &list)) {
			field_illisible(rd, f, near,
					"l'acte mentionne des élus qui ne prennent pas part au vote, sans que leurs "
					"noms soient compris");
			return;
		}
		if (goes_behind_the_vote(rd, i, k)) {
			field_illisible(rd, f, near, "« %.*s » suit le vote : rien ne dit si l'élu y a pris part", STR_ARG(reader_text(rd, k, next)));
			return;
		}
		last = next;
		k = next - 1;
	}
	if (mentions == 0 && p->dispositif.to == 0 && rd->actes[i].votes_n == 0) {
		field_illisible(rd, f, near, "ni vote ni décision trouvés : la place des déports n'est pas connue");
		return;
	}
	const size_t torn = mentions == 0 ? torn_mention(rd, p) : p->all.to;

	if (torn < p->all.to) {
		field_illisible(rd, f, reader_span(rd, torn, torn + 1), "l'acte parle peut-être d'élus qui ne prennent pas part au vote : le passage est coupé");
		return;
	}
	field_lu(f, near);
	f->items = list.at;
	f->n = list.n;
}
