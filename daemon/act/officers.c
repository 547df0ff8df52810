/* SPDX-License-Identifier: EUPL-1.2 */
/* Who presides, and who is secretary of the séance.
 *
 * The chair is named after "sous la présidence de", or before it: "convoqués par M. A, Président, se sont réunis
 * sous sa présidence". The secretary is named after his title or before the verb that gives it. Two different
 * names make the field AMBIGU; a function without a name ("sous la présidence de Mme la Maire") names nobody.
 * Guessing the chair from the role beside a name of the list was decided against.
 */
#include "people_priv.h"

#define OFFICERS_MAX 20 /* more names than that are no bureau; the field is ambigu long before */
#define LOOK_BACK 60
#define LOOK_AHEAD 16
#define TITLE_BEFORE 8
#define TITLE_AFTER 14

struct found {
	struct item *at;
	size_t n, cap;
	size_t where; /* a mention that was not understood */
	bool seen;
};

static bool sure_name(const struct reader *rd, const struct name *n)
{
	/* At the side of a table's cell a name may go on in the next row. */
	if (n->odd || n->group || tok_mark(&rd->t, n->to, '|'))
		return false;
	return n->civility < n->from || n->order != ORDER_NONE;
}

static void found_add(struct reader *rd, struct found *f, const struct name *n)
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

/* The name after "sous la présidence de", over "Monsieur le Maire," and the like. */
static bool name_ahead(const struct reader *rd, size_t i, struct name *ret)
{
	static const char between[] = " de d du la le l son sa ' , - : doyen doyenne age assemblee maire president "
				      "presidente adjoint adjointe"
				      " premier premiere au er ere vice conseil ";
	size_t next;

	for (size_t k = i; k < rd->head.to && k - i < LOOK_AHEAD;) {
		if (name_read(rd, k, rd->head.to, ret) > k && sure_name(rd, ret))
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
		if (tok_among(&rd->t, k - 1, " par ") && name_read(rd, k, i, ret) > k && sure_name(rd, ret))
			return true;
	}
	return false;
}

static void president_at(struct reader *rd, size_t i, struct found *f)
{
	size_t k = cue_at(rd->lx, &rd->t, i, CUE_PRESIDENCE);
	struct name n;
	bool his, named;

	if (k == i && tok_among(&rd->t, i, " president presidente ") && tok_mark(&rd->t, i + 1, ':'))
		k = i + 2;
	if (k == i)
		return;
	his = tok_among(&rd->t, k - 2, " sa ");
	named = his ? convener_before(rd, i, &n) : name_ahead(rd, k, &n);
	if (named) {
		found_add(rd, f, &n);
	} else {
		f->seen = true;
		f->where = i;
	}
}

void reader_president(struct reader *rd)
{
	struct field *p = &rd->r->president;
	struct found f = { 0 };

	for (size_t i = rd->head.from; i < rd->head.to; i++)
		president_at(rd, i, &f);
	if (f.n == 1) {
		field_lu(p, f.at[0].span);
		p->texte = f.at[0].qui.nom;
		p->items = f.at;
		p->n = 1;
	} else if (f.n > 1) {
		for (size_t i = 0; i < f.n; i++)
			f.at[i].texte = f.at[i].qui.nom;
		field_ambigu(rd, p, f.at, f.n, "deux présidences citées");
	} else if (f.seen) {
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
	struct span where = p->span;

	if (chair->statut != FIELD_LU || chair->n == 0)
		return false;
	if (!bears_title(rd, chair->span, str_find(fold_text(rd->a, p->nom), STR("maire"), 0) != STR_NONE))
		return false;
	*p = chair->items[0].qui;
	p->span = where;
	return true;
}

static bool names_him(const struct reader *rd, size_t i)
{
	struct str key = rd->t.at[i].key;

	return str_starts(key, STR("design")) || str_starts(key, STR("nomm")) || str_starts(key, STR("choisi")) ||
	       tok_among(&rd->t, i, " elu elue elus elit ");
}

/* "Mme B a été désignée [pour remplir les fonctions de] secrétaire", "désigne, à l'unanimité, Luc GRAND
 * secrétaire". */
static bool secretary_before(const struct reader *rd, size_t from, size_t i, size_t cue_end, struct name *ret)
{
	static const char between[] = " a ete est sont fut comme en qualite de pour assurer remplir exercer les la le "
				      "des fonctions fonction tant"
				      " que , l ' unanimite elu elue ";
	size_t k = i;
	bool verb = false;

	for (size_t j = i; j < cue_end; j++)
		verb |= names_him(rd, j);
	while (k > from && i - k < LOOK_AHEAD && (tok_among(&rd->t, k - 1, between) || names_him(rd, k - 1)))
		verb |= names_him(rd, --k);
	if (verb && (k < i || names_him(rd, i) || tok_among(&rd->t, i, " a est ")))
		return name_before(rd, from, k, ret) && sure_name(rd, ret);
	if (k != i || !name_before(rd, from, i, ret) || !sure_name(rd, ret))
		return false;
	for (k = ret->civility; k > from && ret->civility - k < 10; k--)
		if (names_him(rd, k - 1))
			return true;
	return false;
}

/* "Secrétaire de séance : Mme B", "pour secrétaire M. C": with a colon, or a civility at once. */
static size_t secretary_after(const struct reader *rd, size_t i, size_t limit, struct name *ret)
{
	bool colon = tok_mark(&rd->t, i, ':');
	size_t k = i + colon;

	if (k >= limit || name_read(rd, k, limit, ret) == k || !sure_name(rd, ret))
		return i;
	return colon || ret->civility < ret->from ? ret->to : i;
}

static bool other_secretary(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i,
			 " general generale auxiliaire adjoint adjointe administratif administrative suppleant "
			 "suppleante ") ||
	       (tok_among(&rd->t, i, " de ") && tok_among(&rd->t, i + 1, " mairie direction "));
}

/* Flattened text glues the next line to the name ("Anne PETIT PLU/17-2023"): a member known under fewer words is
 * meant. Without that help a name is sure only when a mark or a line end closes it. */
static bool cut_to_member(struct reader *rd, struct name *n)
{
	struct name part;
	size_t end = n->to;

	for (size_t to = end; to > n->from; to--) {
		struct person p;

		if (name_read(rd, n->civility, to, &part) != to)
			continue;
		p = name_person(rd, &part);
		if (people_find_same(rd, &p, WHO_ANY) == PEOPLE_ONE) {
			*n = part;
			return true;
		}
	}
	if (n->broken_line || n->compounds > 3)
		return false;
	return end == rd->t.n || rd->t.at[end].lines > 0 || tok_among(&rd->t, end, " . , ; ( ) et ") ||
	       list_boundary(rd, end) != BOUNDARY_NONE;
}

static size_t secretary_at(struct reader *rd, size_t i, struct range in, struct found *f)
{
	size_t k = cue_at(rd->lx, &rd->t, i, CUE_SECRETAIRE), end;
	struct name n;

	if (k == i)
		return i + 1;
	if (other_secretary(rd, k))
		return k;
	if (!tok_mark(&rd->t, k, ':') && secretary_before(rd, in.from, i, k, &n)) {
		found_add(rd, f, &n);
		return k;
	}
	f->seen = true;
	f->where = i;
	while ((end = secretary_after(rd, k, in.to, &n)) > k && cut_to_member(rd, &n)) {
		found_add(rd, f, &n);
		k = end;
		if (!tok_among(&rd->t, k, " et ") || name_read(rd, k + 1, in.to, &n) == k + 1 || n.civility == n.from)
			break;
		k++;
	}
	return k > i ? k : i + 1;
}

static void secretaries_in(struct reader *rd, struct range in, struct found *f)
{
	for (size_t i = in.from; i < in.to;)
		i = secretary_at(rd, i, in, f);
}

/* The secretary is a member who is there (CGCT L. 2121-15): a name that is not in a list read whole was not read
 * well. */
static bool all_known(struct reader *rd, const struct found *f)
{
	for (size_t i = 0; i < f->n && rd->r->presents.statut == FIELD_LU; i++) {
		struct person p = f->at[i].qui;

		if (people_find(rd, &p, WHO_PRESENT) == PEOPLE_NONE)
			return false;
	}
	return true;
}

void reader_secretaries(struct reader *rd)
{
	struct field *s = &rd->r->secretaires;
	struct found f = { 0 };

	secretaries_in(rd, rd->head, &f);
	if (f.n == 0 && !f.seen)
		secretaries_in(rd, (struct range){ rd->head.to, rd->t.n }, &f);
	if (f.n > 0 && !all_known(rd, &f)) {
		field_illisible(rd, s, f.at[0].span,
				"« %.*s » est cité comme secrétaire mais n'est pas dans la liste des présents",
				STR_ARG(f.at[0].qui.nom));
	} else if (f.n > 0) {
		field_lu(s, (struct span){ f.at[0].span.start, f.at[f.n - 1].span.end });
		s->items = f.at;
		s->n = f.n;
	} else if (f.seen) {
		field_illisible(rd, s, reader_span(rd, f.where, f.where + 1), "secrétaire cité sans nom lisible");
	} else {
		field_absent_because(rd, s, reader_span(rd, rd->head.from, rd->head.to), "aucun secrétaire cité");
	}
}
