/* SPDX-License-Identifier: EUPL-1.2 */
/* Who presides (the secretary: secretaries.c).
 *
 * The chair is named after "sous la présidence de", or before it: "convoqués par M. A, Président, se sont réunis
 * sous sa présidence". Where no presidency is told, who opens the séance has it: "M. A, Président, ouvre la séance". Two different
 * names make the field AMBIGU; a function without a name ("sous la présidence de Mme la Maire") names nobody. Guessing the chair
 * from the role beside a name of the list was decided against.
 */
#include "officers_priv.h"
#include "who_priv.h"

#define LOOK_BACK 60
#define NAME_TOKENS 7 /* "Jean-Paul de la Tour" */
#define LOOK_AHEAD 16
#define TITLE_BEFORE 8
#define TITLE_AFTER 14
#define THEN_TOKENS 24 /* "…, doyen d'âge, puis, après l'élection du président du conseil municipal, de" */
#define TORN_TOKENS 12 /* of a margin inside a name */

/* "M. Paul⏎Page 2/6⏎ARBEL", "M. Service juridique Paul": a footer or a margin inside the name left half of it. */
static bool is_torn(const struct reader *rd, const struct name *n)
{
	if (n->civility == n->from || n->compounds != 1 || n->upper)
		return false;
	if (name_never(rd, n->from))
		return true;
	if (point_opens_at(rd, n->to))
		return false;
	for (size_t k = n->to; k < n->to + TORN_TOKENS && k < rd->t.n; k++) {
		const struct token *t = &rd->t.at[k];

		if (tok_among(&rd->t, k, " , . ; : ( ) maire president presidente adjoint adjointe a est et ou pour "))
			return false;
		if (k > n->to && t->kind == TOK_WORD && t->shape == SHAPE_UPPER && t->key.n > 1 && !name_never(rd, k))
			return true;
	}
	return false;
}

bool officer_sure(const struct reader *rd, const struct name *n)
{
	if (is_torn(rd, n))
		return false;
	/* At the side of a table's cell a name may go on in the next row. */
	if (n->odd || n->group || tok_mark(&rd->t, n->to, '|'))
		return false;
	return n->civility < n->from || n->order != ORDER_NONE;
}

void officer_add(struct reader *rd, struct officers *f, const struct name *n)
{
	struct item it = { .qui = name_person(rd, n) };

	if (f->n >= OFFICERS_MAX)
		return;
	it.span = it.qui.span;
	if (people_find(rd, &it.qui, WHO_ANY) == PEOPLE_NONE)
		people_add(rd, &it.qui, WHO_CHAIR);
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->at[i].qui.cle, it.qui.cle))
			return;
	*ARENA_PUSH(rd->a, f) = it;
}

/* The words of [from, to) stand again in the head, between marks or line ends: in a list. */
static bool is_written_again(const struct reader *rd, size_t from, size_t to)
{
	for (size_t i = rd->head.from; i + (to - from) < rd->head.to; i++) {
		const size_t end = i + (to - from);
		size_t k = from;

		if (i == from || !str_eq(rd->t.at[i].key, rd->t.at[from].key))
			continue;
		while (k < to && str_eq(rd->t.at[i + k - from].key, rd->t.at[k].key))
			k++;
		if (k == to && (rd->t.at[end].lines > 0 || tok_among(&rd->t, end, " , ; . ( ")) && (i == 0 || rd->t.at[i].lines > 0 || rd->t.at[i - 1].kind == TOK_MARK))
			return true;
	}
	return false;
}

/* "Monsieur le Maire, Paul Petit": first name and family name in one case, sure where a list names him so. */
static bool listed_name(const struct reader *rd, size_t i, struct name *ret)
{
	struct name n;

	for (size_t to = i + 2; to < i + NAME_TOKENS && to < rd->head.to; to++)
		if (name_read(rd, i, to, &n) == to && n.compounds == 2 && n.civility == n.from && !n.odd && !n.broken_line &&
		    !(tok_mark(&rd->t, to, '-') && !rd->t.at[to].space) && is_written_again(rd, i, to)) {
			*ret = n;
			return true;
		}
	return false;
}

/* "Jean Petit, Président": one case and no civility, but an office behind it. */
static bool titled_name(const struct reader *rd, size_t i, struct name *ret)
{
	return name_read(rd, i, rd->head.to, ret) > i && ret->compounds == 2 && ret->civility == ret->from && !ret->odd && !ret->broken_line && tok_mark(&rd->t, ret->to, ',') &&
	       tok_among(&rd->t, ret->to + 1, " maire president presidente doyen doyenne premier premiere adjoint adjointe vice ");
}

/* The name after "sous la présidence de", over "Monsieur le Maire," and the like. */
bool officer_ahead(const struct reader *rd, size_t i, struct name *ret)
{
	static const char between[] = " de d du la le l son sa ' , - : doyen doyenne age assemblee maire president "
				      "presidente adjoint adjointe"
				      " premier premiere au er ere vice conseil extrait registre des deliberations municipal ville ";
	size_t next;

	for (size_t k = i; k < rd->head.to && k - i < LOOK_AHEAD;) {
		if ((name_read(rd, k, rd->head.to, ret) > k && officer_sure(rd, ret)) || listed_name(rd, k, ret) || titled_name(rd, k, ret))
			return true;
		if (is_civility(&rd->t, k, &next) && tok_among(&rd->t, next, " le la l "))
			k = next;
		else if (tok_among(&rd->t, k, between) || rd->t.at[k].kind == TOK_NUMBER)
			k++;
		else
			return false;
	}
	return false;
}

/* "… convoqués par M. A, Président, … sous sa présidence": the last "par" and a name, in the same sentence. */
static bool convener_before(const struct reader *rd, size_t i, struct name *ret)
{
	for (size_t k = i; k > rd->head.from && i - k < LOOK_BACK; k--) {
		if (sentence_ends_at(rd, k - 1))
			return false;
		const bool by = tok_among(&rd->t, k - 1, " par ") || (tok_among(&rd->t, k - 1, " de ") && tok_among(&rd->t, k - 2, " convocation "));

		if (by && name_read(rd, k, i, ret) > k && officer_sure(rd, ret))
			return true;
	}
	return false;
}

/* Somebody is named, "M. Paul⏎Page 2/6⏎ARBEL", and not understood; "M. le Maire" names nobody. */
static bool has_a_name(const struct reader *rd, size_t i)
{
	struct name n;

	i += tok_among(&rd->t, i, " de : ");
	return name_read(rd, i, rd->head.to, &n) > i && is_torn(rd, &n);
}

/* "…, puis, pour le présent point, de Mme B", "puis sous celle de M. B", behind a name: who presides then. */
static bool is_followed_by(const struct reader *rd, size_t end, struct name *ret)
{
	const size_t stop = sentence_end(rd, end, end + THEN_TOKENS < rd->head.to ? end + THEN_TOKENS : rd->head.to);
	size_t k = end;

	while (k < stop && !tok_among(&rd->t, k, " puis ensuite "))
		k++;
	for (; k < stop; k++)
		if (tok_among(&rd->t, k, " de d ") && officer_ahead(rd, k, ret))
			return true;
	return false;
}

/* "…, doyen d'âge, puis, après l'élection du maire,": behind the name somebody else has the chair, who was not understood. */
static bool gives_the_chair_away(const struct reader *rd, size_t end)
{
	const size_t stop = end + TITLE_AFTER < rd->head.to ? end + TITLE_AFTER : rd->head.to;
	size_t k = end;

	while (k < stop && !tok_among(&rd->t, k, " puis ensuite . ; : "))
		k++;
	return k < stop && tok_among(&rd->t, k, " puis ensuite ") && tok_says(&rd->t, k, stop, " election elu elue presidence ");
}

/* "…, maire, absent", "… (empêché)", "…, remplacé par": behind the name that ends at `end`, what says that he does not preside; else the end of the text. */
static size_t says_he_is_away(const struct reader *rd, size_t end)
{
	static const char away[] = " absent absente excuse excusee empeche empechee remplace remplacee supplee suppleee represente representee ";
	size_t next;

	for (size_t k = end; k < end + TITLE_AFTER && k < rd->head.to && !tok_among(&rd->t, k, " ; : remplacement absence lieu place qui ") && !is_civility(&rd->t, k, &next); k++) {
		if (rd->t.at[k].shape == SHAPE_LOWER && tok_among(&rd->t, k, away))
			return k;
		if (sentence_ends_at(rd, k) || (rd->t.at[k].shape != SHAPE_LOWER && landmark_at(rd->t.landmarks, LANDMARK_LIST_CUE, k)))
			break;
	}
	return rd->t.n;
}

/* The chair *n, or who sits for him: "M. A, maire, absent, remplacé par Mme B". */
static void chair_add(struct reader *rd, struct officers *f, const struct name *n)
{
	size_t k = says_he_is_away(rd, n->to);
	struct name other;

	if (k == rd->t.n) {
		officer_add(rd, f, n);
		if (is_followed_by(rd, n->to, &other)) {
			officer_add(rd, f, &other);
		} else if (gives_the_chair_away(rd, n->to)) {
			f->seen = f->half = true;
			f->where = n->from;
		}
		return;
	}
	while (k < rd->head.to && tok_among(&rd->t, k, " absent absente excuse excusee empeche empechee , et est "))
		k++;
	k += tok_among(&rd->t, k, " remplace remplacee supplee suppleee represente representee ") && tok_among(&rd->t, k + 1, " par ") ? 2 : 0;
	if (tok_among(&rd->t, k - 1, " par ") && name_read(rd, k, rd->head.to, &other) > k && officer_sure(rd, &other)) {
		officer_add(rd, f, &other);
		return;
	}
	f->seen = f->half = true;
	f->where = n->from;
}

static void president_at(struct reader *rd, size_t i, struct officers *f)
{
	size_t k = cue_at(rd->lx, &rd->t, i, CUE_PRESIDENCE);
	struct name n;
	bool his, named;

	if (assures_the_presidency(rd, i, &n)) {
		f->point |= presides_for_a_point(rd, n.from, i + 1);
		officer_add(rd, f, &n);
		return;
	}
	if (k == i || presides_another_body(rd, i))
		return;
	if (tok_among(&rd->t, i - 1, " , ( ") && tok_among(&rd->t, i, " president presidente ") && tok_among(&rd->t, k, " , ; . ) ")) {
		if (name_before(rd, rd->head.from, i - 1, &n) && (officer_sure(rd, &n) || secretary_is_listed(rd, &n)))
			officer_add(rd, f, &n); /* "Mme B, présidente de séance, M. C" */
		return;
	}
	his = tok_among(&rd->t, k - 2, " sa ");
	named = his ? convener_before(rd, i, &n) : officer_ahead(rd, k, &n);
	if (named && !his) {
		f->point |= presides_for_a_point(rd, i, n.to);
		chair_add(rd, f, &n);
	} else if (named) {
		officer_add(rd, f, &n);
	} else {
		f->seen = true;
		f->where = i;
		f->half |= !his && has_a_name(rd, k);
	}
}

/* "Président : M. A"; where the presidency is told, such a label is a committee's. */
static void president_labelled(struct reader *rd, size_t i, struct officers *f)
{
	struct name n;

	if (tok_among(&rd->t, i, " president presidente ") && tok_mark(&rd->t, i + 1, ':') && officer_ahead(rd, i + 2, &n))
		chair_add(rd, f, &n);
}

/* "M. A présidant": somebody presides, in words that no reader knows. */
static bool somebody_presides(const struct reader *rd, size_t *ret_where)
{
	for (size_t i = rd->head.from; i < rd->head.to; i++)
		if ((tok_among(&rd->t, i, " presidant presidait presida presidees supplee suppleee ") || (tok_among(&rd->t, i, " preside ") && tok_among(&rd->t, i - 1, " a avait "))) &&
		    rd->t.at[i].shape == SHAPE_LOWER) {
			*ret_where = i;
			return true;
		}
	return false;
}

void reader_president(struct reader *rd)
{
	struct field *p = &rd->r->president;
	struct officers f = { 0 };

	for (size_t i = rd->head.from; (i = next_of(rd, CUE_PRESIDENCE, i, rd->head.to)) < rd->head.to; i++)
		president_at(rd, i, &f);
	for (size_t i = rd->head.from; i < rd->head.to && f.n == 0 && !f.seen; i++)
		president_labelled(rd, i, &f);
	for (size_t i = rd->head.from, told = f.n; i < rd->head.to && told == 0 && !f.seen; i++)
		president_who_opens(rd, i, &f);
	const struct item *listed = f.n == 0 ? chair_listed(rd) : NULL;

	if (listed != NULL && (!f.half || f.where == token_at(rd, listed->qui.span.end) + 1)) {
		*ARENA_PUSH(rd->a, &f) = *listed;
		f.half = false;
	}
	if (f.n == 1 && f.point) {
		field_illisible(rd, p, f.at[0].span, "la présidence n'est dite que pour un point : rien ne dit qui préside la séance");
	} else if (f.n == 1 && !f.half) {
		field_lu(p, f.at[0].span);
		p->texte = f.at[0].qui.nom;
		p->items = f.at;
		p->n = 1;
	} else if (f.n > 1) {
		for (size_t i = 0; i < f.n; i++)
			f.at[i].texte = f.at[i].qui.nom;
		field_ambigu(rd, p, f.at, f.n, "deux présidences citées");
	} else if (f.seen || somebody_presides(rd, &f.where)) {
		field_illisible(rd, p, reader_span(rd, f.where, f.where + 1), "présidence citée sans nom lisible");
	} else {
		field_absent_because(rd, p, reader_span(rd, rd->head.from, rd->head.to), "aucune présidence citée");
	}
}

/* His title stands beside his name, in the words of the presidency, and is not "premier adjoint" or "vice-président". */
static bool bears_title(const struct reader *rd, struct span name, bool maire)
{
	static const char other[] = " adjoint adjointe vice doyen doyenne age suppleant suppleante conseiller conseillere"
				    " absence empeche empechee remplacement ";
	bool his = false;
	size_t i = 0, from, to;

	while (i < rd->head.to && rd->t.at[i].start < name.start)
		i++;
	from = sentence_start(rd, i, i > TITLE_BEFORE ? i - TITLE_BEFORE : 0);
	to = sentence_end(rd, i, i + TITLE_AFTER < rd->head.to ? i + TITLE_AFTER : rd->head.to);
	for (size_t k = from; k < to; k++) {
		if (tok_among(&rd->t, k, other))
			return false;
		his |= tok_among(&rd->t, k, maire ? " maire " : " president presidente ");
	}
	return his;
}

bool chair_of_title(struct reader *rd, struct person *p)
{
	const struct field *chair = &rd->r->president;
	const bool maire = str_find(fold_text(rd->a, p->nom), STR("maire"), 0) != STR_NONE,
		   presides = chair->statut == FIELD_LU && chair->n > 0 && bears_title(rd, chair->span, maire);
	const struct span where = p->span;
	struct person listed;
	const bool holds = listed_holder_of_office(rd, maire, &listed);

	if (!presides && (!holds || genders_differ(gender_of(p->civilite), gender_of(listed.civilite))))
		return false;
	if (presides && holds && !str_eq(chair->items[0].qui.cle, listed.cle))
		return false;
	*p = presides ? chair->items[0].qui : listed;
	p->span = where;
	return true;
}
