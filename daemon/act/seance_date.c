/* SPDX-License-Identifier: EUPL-1.2 */
/* When the séance was held: date and hour.
 *
 * No single place is safe (real acts keep the opening sentence of the previous séance), so every place of the head that
 * gives the date is read — title, "séance du", opening sentence — and they must agree; if they do not, the date is
 * ambigu with its candidates. Behind the list of members the act tells its past: a day there counts only where nothing stands before.
 * Decided against: the date inside the transmission identifier, which is that of another
 * act often enough.
 */
#include "seance_priv.h"

#define NEAR_TOKENS 6
#define COLUMNS_TOKENS 24 /* of titles, and the values before the day */
#define OTHER_BODY_TOKENS 14
#define OPENING_TOKENS 40	 /* from "s'est réuni" to its convocation */
#define HOUR_TOKENS 14		 /* from the day to its hour */
#define CONVENING_TOKENS 14	 /* "sur la convocation qui leur a été adressée par la Maire, en date du" */

static const char *const CONVENING[] = { "convoque", "convoques", "convoquee", "convoquees", "convocation", "convocations", "adressee",
					   "envoyee", "envoi", NULL };
static const char *const FORMALITY[] = { "prefecture", "transmis", "transmission", "publie", "publiee", "publiees", "publication", "affiche", "affichage", "affichee",
					   "recu", "reception", "ligne", "signature", "notification", "teletransmission", "executoire", NULL };
static const char *const OF_THE_PAST[] = { "approbation", "approuve", "approuver", "adopte", "adopter", "adoption", "valide", "derniere",
					   "precedente", "precedent", "vu", "arrete", "anterieure", "prochaine", "prochain", "reporte", "reportes", "reportee", "reportees", NULL };

static const char *const DELIBERATION[] = { "deliberation", "deliberations", NULL };

static bool opens_with_the_year(const struct reader *rd, size_t i)
{
	struct date d;
	int weekday;

	return i > 1 && leaf_date(&rd->t, i - 2, &d, &weekday) > i && word_is(rd, i, "an") && rd->t.at[i - 1].kind == TOK_MARK && word_is(rd, i - 2, "l") &&
	       rd->t.at[i - 2].shape != SHAPE_LOWER;
}

static bool any_after(const struct reader *rd, size_t i, size_t within, const char *const *words)
{
	const size_t limit = i + within < rd->t.n ? i + within : rd->t.n;
	size_t stop = sentence_end(rd, i, limit);

	/* "le 12 mars, à 20h30,⏎⏎Le conseil" */
	while (stop > i && stop < limit && tok_mark(&rd->t, stop - 1, ','))
		stop = sentence_end(rd, stop, limit);
	/* "… Votants 32 L'AN DEUX MILLE …": a sentence begins, whatever ran into it. */
	for (size_t k = i; k < stop && !(k > i && opens_with_the_year(rd, k)); k++)
		if (word_in(rd, k, words))
			return true;
	return false;
}

/* "la commission d'appel d'offres réunie le 19 février", "décret n° 2019-77 du 7 mai": not the assembly's day. */
static bool of_another_body(const struct reader *rd, size_t i)
{
	static const char *const bodies[] = { "commission", "commissions", "jury", "cao", "decret", "loi", "ordonnance", "circulaire", NULL };
	const size_t start = sentence_start(rd, i, i > OTHER_BODY_TOKENS ? i - OTHER_BODY_TOKENS : 0);

	for (size_t k = start; k < i; k++)
		if (word_in(rd, k, bodies) && rd->t.at[k].shape != SHAPE_UPPER && !word_is(rd, k + 1, "permanente"))
			return true;
	return false;
}

/* "Procès-verbal de la réunion du 12 mars 2024 (approuvé le 9 avril 2024)" */
static bool approved_later(const struct reader *rd, size_t from, size_t to)
{
	struct date day, approved;
	int weekday;

	return tok_mark(&rd->t, to, '(') && tok_among(&rd->t, to + 1, " approuve adopte valide ") && leaf_date(&rd->t, from, &day, &weekday) == to &&
	       leaf_date(&rd->t, to + 2, &approved, &weekday) > to + 2 && date_cmp(approved, day) > 0;
}

static bool of_another_seance(const struct reader *rd, size_t from, size_t to)
{
	static const char *const verdicts[] = { "approuve", "adopte", "adoptes", "approuves", "valide", "transmis", NULL };

	return seance_word_before(rd, from, 12, OF_THE_PAST) || (any_after(rd, to, 6, verdicts) && !approved_later(rd, from, to)) || of_another_body(rd, from) || seance_is_cited(rd, from);
}

/* "Le lundi 28 août 2023 à 14h20, les membres … se sont réunis": whatever title ran into it where line ends were lost.
 */
static bool opens_the_meeting(const struct reader *rd, size_t from, size_t to)
{
	const struct token *t = &rd->t.at[from];

	return t->kind == TOK_WORD && t->shape != SHAPE_LOWER && (word_is(rd, from, "le") || word_is(rd, from, "l")) &&
	       any_after(rd, to, 70, SEANCE_MEETING);
}

/* "convocation adressée par le maire, en date du 5 mars", "s'est réuni à la suite de la convocation de Paul PETIT, maire, le 5 mars". */
static bool dates_the_convening(const struct reader *rd, size_t i)
{
	const size_t start = sentence_start(rd, i, i > CONVENING_TOKENS ? i - CONVENING_TOKENS : 0);
	const bool dated = i > 1 && word_is(rd, i - 1, "du") && word_is(rd, i - 2, "date");

	if (i < 2 || !(dated || word_is(rd, i, "le") || word_is(rd, i - 1, "le")))
		return false;
	for (size_t k = i; k > start; k--) {
		if (word_in(rd, k - 1, SEANCE_MEETING))
			return false;
		if (word_in(rd, k - 1, CONVENING))
			return dated || seance_word_before(rd, k - 1, OPENING_TOKENS, SEANCE_MEETING);
	}
	return false;
}

/* "convocation du 5 mars"; not "dûment convoqué, s'est réuni le 12 mars" */
static bool follows_the_convening(const struct reader *rd, size_t i)
{
	const size_t start = sentence_start(rd, i, i > NEAR_TOKENS ? i - NEAR_TOKENS : 0);

	for (size_t k = i; k > start && !word_in(rd, k - 1, SEANCE_MEETING); k--)
		if (word_in(rd, k - 1, CONVENING))
			return true;
	return false;
}

/* "Date de convocation À l'ouverture de la séance Nombre de conseillers 15 05/03/2024": titles of columns, then their values. */
static bool under_a_title_of_convening(const struct reader *rd, size_t i)
{
	struct date d;
	int weekday;

	for (size_t k = i; k > 3 && i - k < COLUMNS_TOKENS && !tok_mark(&rd->t, k - 1, ':') && leaf_date(&rd->t, k - 1, &d, &weekday) < k; k--)
		if (tok_among(&rd->t, k - 1, " convocation ") && (word_is(rd, k - 3, "date") || word_is(rd, k - 4, "date")) && rd->t.at[i].kind == TOK_NUMBER)
			return true;
	return false;
}

/* "05/03/2024 06/03/2024": the values of columns. */
static bool follows_a_day(const struct reader *rd, size_t i)
{
	return i > 2 && rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i - 1].kind == TOK_NUMBER && rd->t.at[i - 1].value >= 1950 &&
	       tok_among(&rd->t, i - 2, " / . - ");
}

/* "L'an deux mille vingt-quatre, le cinq mars, le conseil municipal a été convoqué" */
static bool convened_that_day(const struct reader *rd, size_t from, size_t to)
{
	const size_t stop = sentence_end(rd, to, to + OPENING_TOKENS);

	for (size_t k = to; k < stop && seance_opening_formula(rd, from); k++)
		if (word_is(rd, k, "ete") && (word_in(rd, k + 1, CONVENING) || word_in(rd, k + 2, CONVENING)))
			return true;
	return false;
}

/* "n°2025-03-04", "DÉLIBÉRATION 2025-03-04", "Réf. 2025-03-04": the number of an acte; "Séance du 2025-03-04" is its day. */
static bool is_a_number(const struct reader *rd, size_t i)
{
	static const char day_follows[] = " le du date seance reunion jour verbal pv conseil municipal municipale communautaire communal syndical comite bureau metropolitain departemental regional ";
	const size_t sign = i > 0 && rd->t.at[i - 1].kind == TOK_MARK ? i - 1 : i;

	if (sign == 0 || rd->t.at[i].kind != TOK_NUMBER || rd->t.at[i + 1].kind != TOK_MARK)
		return false;
	if (word_is_no(rd, sign - 1))
		return true;
	return rd->t.at[i].key.n == 4 && (!tok_among(&rd->t, sign - 1, day_follows) || (!tok_among(&rd->t, i - 1, " du le ") && seance_word_before(rd, i, NEAR_TOKENS, DELIBERATION)));
}

static bool is_of_the_seance(const struct reader *rd, size_t from, size_t to)
{
	if (seance_closes_several_days(rd, from) || follows_a_day(rd, from) || is_a_number(rd, from) || (!seance_opening_formula(rd, from) && seance_without_quorum(rd, from, to)))
		return false;
	if (seance_opening_formula(rd, from) && any_after(rd, to, 70, SEANCE_MEETING))
		return true;
	if (follows_the_convening(rd, from) || seance_word_before(rd, from, NEAR_TOKENS, FORMALITY) || dates_the_convening(rd, from) || convened_that_day(rd, from, to))
		return false;
	if (opens_the_meeting(rd, from, to) || seance_body_follows(rd, from, to) || seance_title_opens(rd, from, to))
		return true;
	if (of_another_seance(rd, from, to) || under_a_title_of_convening(rd, from))
		return false;
	if (seance_cue_before(rd, from) || seance_word_before(rd, from, 40, SEANCE_MEETING) || any_after(rd, to, 70, SEANCE_MEETING))
		return true;
	return seance_in_title(rd, from, to) || seance_of_listed_acts(rd, from);
}

static bool plausible(struct date d)
{
	return d.year >= 1950 && d.year <= 2099;
}

/* "… à 14h20, les membres": the hour follows the day of the opening sentence. */
static void hour_after(struct reader *rd, size_t i, struct candidates *hours)
{
	static const char *const other_time[] = { "jusqu",  "jusque",  "partir",  "compter",	"levee",     "close",	  "leve",
						  "quitte", "quittee", "arrive",  "arrivee",	"arrivees",  "arrivent",  "depart",
						  "sort",   "rejoint", "suspend", "suspension", "suspendue", "presents",  "absents",
						  "retard", NULL };
	size_t stop = sentence_end(rd, i, i + HOUR_TOKENS);
	struct date d;
	int weekday;

	for (size_t k = i; k < stop; k++) {
		const size_t event = hour_of_an_event(rd, i, k);

		if (event > k) {
			stop = sentence_end(rd, event, event + HOUR_TOKENS);
			k = event - 1;
			continue;
		}
		if (word_in(rd, k, other_time) || word_in(rd, k, CONVENING) || word_in(rd, k, FORMALITY) ||
		    leaf_date(&rd->t, k, &d, &weekday) > k)
			return;
		if (hour_range_at(rd, k) > k) {
			hour_read(rd, hour_range_at(rd, k), hours);
			return;
		}
		const bool bullet = rd->t.at[k].kind == TOK_MARK && rd->t.at[k].key.n > 1; /* "12 MARS 2031 • 18H30" */
		const size_t end = bullet || word_is(rd, k, "a") || tok_mark(&rd->t, k, '-') || tok_mark(&rd->t, k, ',') ? hour_read(rd, k + 1, hours) : k;

		if (end > k + 1) {
			hour_of_the_body_behind(rd, i, k, end, hours);
			return;
		}
	}
}

static void set(struct reader *rd, struct field *f, const struct candidates *c, const char *what)
{
	if (c->n == 1) {
		field_lu(f, c->at[0].span);
		f->texte = c->at[0].texte;
	} else if (c->n > 1) {
		field_ambigu(rd, f, c->at, c->n, "%zu %s différentes dans l'en-tête", c->n, what);
	} else {
		field_illisible(rd, f, (struct span){ 0, 0 }, "%s", what[0] == 'h' ? "l'heure de la séance n'est pas indiquée, ou pas reconnue"
										   : "aucune date de séance reconnue dans l'en-tête");
	}
}

static bool names_follow(const struct reader *rd, size_t i, int32_t count)
{
	const size_t k = skip_marks(rd, i, ":-|");
	struct name n;
	size_t next;

	if (k < rd->head.to && is_civility(&rd->t, k, &next))
		return true;
	/* "Présents : 15 VALBRISE Procurations : 7" */
	return k < rd->head.to && name_read(rd, k, rd->head.to, &n) > k && !(count > 1 && n.compounds == 1 && landmark_at(rd->t.landmarks, LANDMARK_CUE, n.to));
}

/* The first list of presents of the head; "Présents : 13 Votants : 14" is none, and may stand before the opening sentence. */
static size_t list_of_presents(const struct reader *rd)
{
	struct heading h;

	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_LIST, i, rd->head.to)) < rd->head.to; i++)
		if (heading_at(rd, i, rd->head.to, &h) && h.kinds == LISTE_PRESENTS &&
		    names_follow(rd, h.to, h.count))
			return i;
	return rd->head.to;
}

/* Of two meetings, the first of which had no quorum, the one that is read may be the first: the later days told before the list. */
static void doubt_the_first_of_two(struct reader *rd, struct date read, size_t list, struct candidates *days)
{
	struct date d;
	int weekday;

	if (!seance_tells_a_failed_one(rd))
		return;
	for (size_t i = rd->head.from, end; (i = next_of(rd, LANDMARK_DATE, i, list)) < list; i = end > i ? end : i + 1) {
		end = leaf_date(&rd->t, i, &d, &weekday);
		if (end > i && plausible(d) && date_cmp(d, read) > 0 && !seance_word_before(rd, i, NEAR_TOKENS, FORMALITY) && !is_a_number(rd, i))
			candidate_add_day(rd, days, d, reader_span(rd, i, end));
	}
}

/* "Ordre du jour :" before the list: from there the points tell of other days. */
static size_t agenda_before(const struct reader *rd, size_t list)
{
	for (size_t i = rd->head.from; i + 3 < list; i++)
		if (word_is(rd, i, "ordre") && rd->t.at[i].shape != SHAPE_LOWER && word_is(rd, i + 1, "du") && word_is(rd, i + 2, "jour") &&
		    tok_mark(&rd->t, i + 3, ':'))
			return i;
	return list;
}

/* What the head tells of days and hours. */
struct told {
	struct candidates days;
	struct candidates two; /* "les 12 et 13 mars", where no other day is told */
	struct candidates hours;
	struct date first;
	size_t agree; /* how often the first day is told before another one */
	size_t opened; /* how often the second one is that of the opening sentence */
};

/* The day [i, end), which may be another's than the séance's; `sure` when the number of an act stands before it. */
static void note_day(struct reader *rd, struct told *told, size_t i, size_t end, struct date day, bool sure)
{
	char text[DATE_TEXT];
	struct date first;
	size_t first_at;

	if (!plausible(day))
		return;
	if (sure || is_of_the_seance(rd, i, end)) {
		candidate_add_day(rd, &told->days, day, reader_span(rd, i, end));
		if (told->days.n == 1) {
			told->first = day;
			told->agree++;
		}
		told->opened += told->days.n == 2 && str_eq(told->days.at[1].texte, str_c(date_text(day, text))) && (seance_opening_formula(rd, i) || opens_the_meeting(rd, i, end));
		hour_after(rd, end, &told->hours);
	} else if (told->two.n == 0 && seance_first_of_two_days(rd, i, day, &first, &first_at)) {
		candidate_add_day(rd, &told->two, first, reader_span(rd, first_at, first_at + 1));
		candidate_add_day(rd, &told->two, day, reader_span(rd, i, end));
	}
}

static void gather_days(struct reader *rd, size_t list, struct told *told)
{
	const size_t agenda = agenda_before(rd, list);
	struct range number;
	struct date day;
	int weekday;

	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_DATE, i, rd->head.to)) < rd->head.to; i++) {
		if (told->days.n > 0 && i >= list)
			break;
		if (i >= agenda && !seance_opening_formula(rd, i) && !opens_the_meeting(rd, i, i + 1))
			continue;
		const size_t act = titled_number_at(rd, i, &number);
		const bool sure = act > i && seance_of_numbered_act(rd, i, act) > act;

		if (act > i && !sure) { /* "Délibération n° 2021/06/05" is no day */
			i = act - 1;
			continue;
		}
		if (sure)
			i = act + 1;
		const size_t end = leaf_date(&rd->t, i, &day, &weekday);

		if (end > i) {
			note_day(rd, told, i, end, day, sure);
			i = end - 1;
		}
	}
}

void reader_seance_date(struct reader *rd)
{
	const size_t list = list_of_presents(rd);
	struct told told = { 0 };
	struct span where;
	struct date foot;

	gather_days(rd, list, &told);
	if (told.agree >= 2)
		told.days.n = 1; /* title and opening sentence agree; what comes later is the past that the act tells */
	if (told.days.n == 2 && told.opened > 0 && seance_on_a_cover(rd, &told.days)) {
		told.days.at[0] = told.days.at[1];
		told.days.n = 1;
		(void)date_parse(told.days.at[0].texte, &told.first);
	}
	if (told.days.n == 1)
		doubt_the_first_of_two(rd, told.first, list, &told.days);
	if (told.days.n == 0 && seance_of_page_feet(rd, &foot, &where))
		candidate_add_day(rd, &told.days, foot, where);
	hour_of_head(rd, &told.hours);
	set(rd, &rd->r->date, told.days.n == 0 ? &told.two : &told.days, "dates");
	set(rd, &rd->r->heure, &told.hours, "heures");
}
