/* SPDX-License-Identifier: EUPL-1.2 */
/* Which body decided (its level: niveau.c).
 *
 * The deciding body is the one that bears the verbs: "La Commission permanente … Vu … Décide", though the same act says
 * that the members of the conseil départemental met (RULES P5). Only when no body bears a verb do titles count, then
 * the sentence of the meeting. Two bodies that bear verbs are an ambiguity, never a choice.
 */
#include "organe_priv.h"

#define NAME_TOKENS 14 /* of a place after the body's name */

static const struct {
	const char *first, *rest, *word;
} NAMES[] = {
	{ "commission", "permanente", "commission_permanente" },
	{ "conseil", "municipal", "conseil_municipal" },
	{ "conseil", "communautaire", "conseil_communautaire" },
	{ "conseil", "de communaute", "conseil_communautaire" },
	{ "conseil", "de la communaute", "conseil_communautaire" },
	{ "conseil", "intercommunal", "conseil_communautaire" },
	{ "conseil", "d'agglomeration", "conseil_communautaire" },
	{ "conseil", "metropolitain", "conseil_communautaire" },
	{ "conseil", "de la metropole", "conseil_communautaire" },
	{ "conseil", "de l'eurometropole", "conseil_communautaire" },
	{ "conseil", "departemental", "conseil_departemental" },
	{ "conseil", "general", "conseil_departemental" },
	{ "conseil", "regional", "conseil_regional" },
	{ "conseil", "de metropole", "conseil_communautaire" },
	{ "bureau", "communautaire", "bureau_communautaire" },
	{ "bureau", "metropolitain", "bureau_communautaire" },
	{ "comite", "syndical", "comite_syndical" },
	{ "conseil", "syndical", "comite_syndical" },
	{ "comite", "du syndicat", "comite_syndical" },
	{ "conseil", "d'administration", "autre" },
	{ "conseil", "de paris", "autre" },
	{ "assemblee", "de corse", "autre" },
	{ "assemblee", "de guyane", "autre" },
	{ "assemblee", "de martinique", "autre" },
	{ "conseil", "de territoire", "autre" },
	{ "conseil", "territorial", "autre" },
	{ "comite", "de la caisse des ecoles", "autre" },
	{ "conseil", "d'arrondissement", "autre" },
	{ "conseil", "de la commune deleguee", "autre" },
};

const char *organe_at(const struct reader *rd, size_t i, size_t *ret_next)
{
	static const char *const first[] = { "commission", "conseil", "bureau", "comite", "assemblee", NULL };

	if (!word_in(rd, i, first) || i + 1 >= rd->t.n || rd->t.at[i + 1].key.n == 0)
		return NULL;
	for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++)
		if (tok_phrase(&rd->t, i + 1, NAMES[k].rest, ret_next) && word_is(rd, i, NAMES[k].first))
			return NAMES[k].word;
	return NULL;
}

bool council_at(const struct reader *rd, size_t i)
{
	size_t next;

	return organe_at(rd, i, &next) != NULL || word_is(rd, i, "conseil");
}

enum strength { BEARS_VERB, HOLDS_SEANCE, IN_TITLE, MEETS, STRENGTHS };

struct evidence_of {
	struct candidates at[STRENGTHS];
	struct candidates solemn; /* of those that bear a verb: "…, après en avoir délibéré", "…,⏎Vu" */
};

bool bureau_holds_seance(const struct reader *rd, size_t i)
{
	static const char *const held[] = { "seance", "reunion", "deliberations", "decisions", NULL };
	struct date d;
	int weekday;

	if (!word_is(rd, i, "bureau") || rd->t.at[i].shape == SHAPE_LOWER)
		return false;
	return (word_is(rd, i + 1, "du") && leaf_date(&rd->t, i + 2, &d, &weekday) > i + 2) ||
	       (i > 1 && word_is(rd, i - 1, "du") && word_in(rd, i - 2, held));
}

/* "Relevé de décisions du Bureau", a point of the agenda of a council that is named before. */
static bool is_point_of_a_council(const struct reader *rd, size_t i)
{
	struct date d;
	int weekday;
	size_t next;

	if (word_is(rd, i + 1, "du") && leaf_date(&rd->t, i + 2, &d, &weekday) > i + 2)
		return false;
	for (size_t k = rd->head.from; (k = next_of(rd, LANDMARK_BODY, k, i)) < i; k++) {
		const char *word = organe_at(rd, k, &next);

		if (word != NULL && word_is(rd, k, "conseil") && rd->t.at[k].shape != SHAPE_LOWER)
			return true;
	}
	return false;
}

/* The bureau of a communauté is called "le Bureau" alone in its own papers: known as such where a title says that it met and the
 * text names a communauté and no syndicat. */
static bool is_paper_of_a_bureau(const struct reader *rd)
{
	bool held = false, communaute = false;
	size_t next;

	for (size_t i = 0; (i = next_of(rd, LANDMARK_BODY, i, rd->t.n)) < rd->t.n; i++) {
		if (word_is(rd, i, "syndicat") && i < rd->head.to)
			return false;
		held |= i < rd->head.to && bureau_holds_seance(rd, i) && !is_point_of_a_council(rd, i);
		communaute |= word_is(rd, i, "communaute") &&
			      (tok_phrase(&rd->t, i, "communaute de communes", &next) ||
			       tok_phrase(&rd->t, i, "communaute d'agglomeration", &next) ||
			       tok_phrase(&rd->t, i, "communaute urbaine", &next));
	}
	return held && communaute;
}

const char *members_at(const struct reader *rd, size_t i, size_t *ret_next)
{
	static const struct {
		const char *of, *word;
	} members[] = { { "municipaux", "conseil_municipal" },
			{ "communautaires", "conseil_communautaire" },
			{ "departementaux", "conseil_departemental" },
			{ "regionaux", "conseil_regional" } };

	if (!word_is(rd, i, "conseillers"))
		return NULL;
	for (size_t k = 0; k < sizeof members / sizeof *members; k++)
		if (word_is(rd, i + 1, members[k].of)) {
			*ret_next = i + 2;
			return members[k].word;
		}
	return NULL;
}

bool body_is_subject(const struct reader *rd, size_t i)
{
	static const char *const before[] = { "de", "a", "par", "pour", "avec", "sur", "en", "que", "dans", "d", NULL };

	if (i == 0 || rd->t.at[i].lines > 0)
		return true;
	if (word_is(rd, i - 1, "le") || word_is(rd, i - 1, "la"))
		return i == 1 || !word_in(rd, i - 2, before);
	return false;
}

bool is_visa_after(const struct reader *rd, size_t next)
{
	const size_t after = skip_marks(rd, next, ",:;");

	return is_visa_opener(rd, after);
}

bool is_verb_of_decision(const struct reader *rd, size_t i)
{
	static const char *const verbs[] = { "decide",	 "adopte",    "approuve", "autorise", "delibere", "fixe",
					     "vote",	 "accepte",   "emet",	  "valide",   "prend",	  "donne",
					     "rejette",	 "designe",   "nomme",	  "attribue", "decident", "constate",
					     "instaure", "sollicite", NULL };

	return word_in(rd, i, verbs);
}

/* The verbs of decision, in the present, or "Vu" that follows the body's name at once. */
static bool bears_a_verb(const struct reader *rd, size_t next)
{
	static const char *const aux[] = { "a", "ont", "avait", "aurait", "est", "soit", "ait", "y", NULL };
	const size_t stop = sentence_end(rd, next, next + 40);

	const size_t after = skip_marks(rd, next, ",:;");

	if (is_visa_after(rd, next) || (rd->t.at[after].shape != SHAPE_LOWER && cue_at(rd->lx, &rd->t, after, CUE_EXPOSE) > after))
		return true;
	for (size_t k = next; k < stop; k++) {
		if (cue_at(rd->lx, &rd->t, k, CUE_SUITE) > k || cue_at(rd->lx, &rd->t, k, CUE_UNANIMITE) > k ||
		    (is_verb_of_decision(rd, k) && !word_in(rd, k - 1, aux)))
			return true;
		if (k > next + 2 && rd->t.at[k].kind == TOK_WORD && !tok_mark(&rd->t, next, ','))
			return false;
	}
	return false;
}

/* "La Commission permanente", alone in its paragraph: the author of what follows. */
static bool stands_alone(const struct reader *rd, size_t i, size_t next)
{
	const bool article = i > 0 && (word_is(rd, i - 1, "le") || word_is(rd, i - 1, "la"));

	return article && rd->t.at[i - 1].shape != SHAPE_LOWER && rd->t.at[i - 1].lines >= 2 && next < rd->t.n &&
	       rd->t.at[next].lines >= 2;
}

static bool meets(const struct reader *rd, size_t i)
{
	static const char *const verbs[] = { "reuni",	  "reunis",   "reunie",	   "assemble", "assemblee",
					     "assembles", "convoque", "convoques", NULL };
	const size_t stop = sentence_end(rd, i, i + 40);

	if (i > 1 && word_is(rd, i - 1, "son") && word_in(rd, i - 2, verbs)) /* "le SIVOM a réuni son comité syndical" */
		return true;
	for (size_t k = i; k < stop; k++)
		if (word_in(rd, k, verbs))
			return true;
	return false;
}

/* "Commission permanente du conseil départemental": one body, named by the first words. */
static size_t past_the_parent(const struct reader *rd, size_t next)
{
	size_t end;

	return word_is(rd, next, "du") && organe_at(rd, next + 1, &end) != NULL ? end : next;
}

/* "… du conseil départemental de la Haute-Vaugine, VU": past the parent and its place, up to the comma. */
static size_t past_the_place(const struct reader *rd, size_t next)
{
	const size_t parent = past_the_parent(rd, next);

	for (size_t k = parent; parent > next && k < parent + NAME_TOKENS && k < rd->t.n; k++)
		if (tok_mark(&rd->t, k, ','))
			return k;
	return next;
}

/* "Le comité syndical, après en avoir délibéré": who decides here speaks so; "le conseil d'administration du collège" is another's even then. */
static bool is_solemn(const struct reader *rd, size_t next)
{
	const size_t after = skip_marks(rd, next, ",:;");

	return is_visa_after(rd, next) || cue_at(rd->lx, &rd->t, after, CUE_SUITE) > after || result_at(rd, after);
}

static void collect(struct reader *rd, struct evidence_of *ev)
{
	const bool bureau = is_paper_of_a_bureau(rd);
	size_t next;

	for (size_t i = 0; (i = next_of(rd, LANDMARK_BODY, i, rd->t.n)) < rd->t.n; i++) {
		const char *word = organe_at(rd, i, &next);

		if (word == NULL && bureau && word_is(rd, i, "bureau")) {
			word = "bureau_communautaire";
			next = i + 1;
		}
		if (word == NULL && i < rd->head.to && (word = members_at(rd, i, &next)) != NULL && meets(rd, i))
			candidate_add(rd, &ev->at[MEETS], str_c(word), reader_span(rd, i, next));
		if (word == NULL || word_is(rd, i, "conseillers"))
			continue;
		const struct span span = reader_span(rd, i, next);
		const bool after_suite = i > 3 && cue_before(rd, i, 8, 0, CUE_SUITE);
		const bool verb = bears_a_verb(rd, next) || is_visa_after(rd, past_the_place(rd, next));

		if (stands_alone(rd, i, next) || (body_is_subject(rd, i) && (after_suite || verb))) {
			candidate_add(rd, &ev->at[BEARS_VERB], str_c(word), span);
			if (after_suite || stands_alone(rd, i, next) || is_solemn(rd, next))
				candidate_add(rd, &ev->solemn, str_c(word), span);
		}
		else if (i < rd->head.to && (organe_holds_the_seance(rd, i, next) || (next == i + 1 && bureau_holds_seance(rd, i))))
			candidate_add(rd, &ev->at[HOLDS_SEANCE], str_c(word), span);
		else if (i < rd->head.to && organe_in_title(rd, i, next))
			candidate_add(rd, &ev->at[IN_TITLE], str_c(word), span);
		else if (i < rd->head.to && meets(rd, i))
			candidate_add(rd, &ev->at[MEETS], str_c(word), span);
		i = past_the_parent(rd, next) - 1;
	}
}

/* Who met is not always who decides, nor who lends the paper: where a commission permanente or a bureau is named as well, the meeting
 * proves nothing, nor does the letterhead of a council that has a commission permanente. */
static void add_delegates(struct reader *rd, struct candidates *c)
{
	size_t next;

	for (size_t i = 0; (i = next_of(rd, LANDMARK_BODY, i, rd->t.n)) < rd->t.n; i++) {
		const char *word = organe_at(rd, i, &next);

		if (word != NULL && (word_is(rd, i, "commission") || word_is(rd, i, "bureau")))
			candidate_add(rd, c, str_c(word), reader_span(rd, i, next));
	}
}

static bool has_commission(struct str organe)
{
	return str_eq(organe, STR("conseil_regional")) || str_eq(organe, STR("conseil_departemental"));
}


static bool is_one_of(const struct candidates *c, struct str organe)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->at[i].texte, organe))
			return true;
	return false;
}

/* A council and its commission permanente, or its bureau. */
static bool of_one_house(struct str a, struct str b)
{
	const struct str cp = STR("commission_permanente"), bureau = STR("bureau_communautaire"), council = STR("conseil_communautaire");

	return str_eq(a, b) || (str_eq(a, cp) && has_commission(b)) || (str_eq(b, cp) && has_commission(a)) || (str_eq(a, bureau) && str_eq(b, council)) ||
	       (str_eq(b, bureau) && str_eq(a, council));
}

/* Under the one title at the top of the paper, "CONSEIL MUNICIPAL", what another house votes is told: "le conseil d'administration du collège approuve".
 * Where that one speaks as who decides, nothing says which is right. */
static void weigh_the_title(struct reader *rd, struct evidence_of *ev)
{
	struct candidates title = { 0 }, *verbs = &ev->at[BEARS_VERB], kept = { 0 };
	bool doubt = false;

	for (int s = HOLDS_SEANCE; s <= IN_TITLE; s++)
		for (size_t i = 0; i < ev->at[s].n; i++)
			candidate_add(rd, &title, ev->at[s].at[i].texte, ev->at[s].at[i].span);
	if (title.n != 1 || token_at(rd, title.at[0].span.start) >= rd->head.from + LETTERHEAD_TOKENS)
		return;
	for (size_t i = 0; i < verbs->n; i++) {
		const bool ours = of_one_house(verbs->at[i].texte, title.at[0].texte), solemn = is_one_of(&ev->solemn, verbs->at[i].texte);

		if (ours || solemn)
			candidate_add(rd, &kept, verbs->at[i].texte, verbs->at[i].span);
		doubt |= !ours && solemn;
	}
	if (doubt)
		candidate_add(rd, &kept, title.at[0].texte, title.at[0].span);
	*verbs = kept;
}

void reader_organe(struct reader *rd)
{
	struct field *f = &rd->r->organe;
	struct evidence_of ev = { 0 };

	collect(rd, &ev);
	weigh_the_title(rd, &ev);
	for (int s = 0; s < STRENGTHS; s++) {
		struct candidates *c = &ev.at[s];

		if ((s == MEETS && c->n > 0) || (s == IN_TITLE && c->n == 1 && has_commission(c->at[0].texte)))
			add_delegates(rd, c);
		if (c->n == 1) {
			field_lu(f, c->at[0].span);
			f->texte = c->at[0].texte;
			return;
		}
		if (c->n > 1) {
			field_ambigu(rd, f, c->at, c->n,
				     "deux organes : plusieurs assemblées portent la décision ou la séance");
			return;
		}
	}
	only_body_named(rd);
}
