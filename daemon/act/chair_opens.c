/* SPDX-License-Identifier: EUPL-1.2 */
/* Who opens the séance has the chair, where no presidency is told before his name: "M. A, Président, ouvre la séance", "M. A présidant",
 * "M. A assure la présidence".
 */
#include "officers_priv.h"

#define ROLE_TOKENS 10
#define LOOK_BACK 60
#define TITLE_AFTER 14
#define MARGIN_WORDS 1 /* in lower case: "Service juridique" */

/* "En l'absence de M. A, maire, Mme B préside": A, whose name begins at i, does not. */
static bool is_missed(const struct reader *rd, size_t i)
{
	size_t k = i, woven = 0; /* words of a margin between the two */

	for (; k > 0 && i - k < TITLE_AFTER && rd->t.at[k].lines < 2; k--) {
		if (rd->t.at[k - 1].kind != TOK_WORD || rd->t.at[k - 1].shape != SHAPE_LOWER || tok_among(&rd->t, k - 1, " de du d n "))
			continue;
		if (tok_among(&rd->t, k - 1, " absence empechement remplacement lieu place ") || ++woven > MARGIN_WORDS)
			break;
	}
	return k < i && tok_among(&rd->t, k - 1, " absence empechement remplacement lieu place ");
}

/* "M. A, Président, salue les membres et ouvre la séance" */
static bool opener_before(const struct reader *rd, size_t i, struct name *ret)
{
	const size_t from = sentence_start(rd, i, i > LOOK_BACK ? i - LOOK_BACK : rd->head.from);

	for (size_t k = i; k > from + 1; k--)
		if (tok_among(&rd->t, k - 1, " maire president presidente ") && tok_mark(&rd->t, k - 2, ','))
			return name_before(rd, from, k - 2, ret) && officer_sure(rd, ret) &&
			       (!is_missed(rd, ret->civility) || (name_before(rd, ret->to, i, ret) && officer_sure(rd, ret)));
	return false;
}

/* ", premier adjoint," right before token i: the comma before it, or i. */
static size_t before_role(const struct reader *rd, size_t from, size_t i)
{
	for (size_t k = i - 1; tok_mark(&rd->t, i - 1, ',') && k > from && i - k < ROLE_TOKENS; k--)
		if (tok_mark(&rd->t, k - 1, ',') && role_at(rd, k, i - 1) == i - 1)
			return k - 1;
	return i;
}

/* "M. A", "M. A, premier adjoint," right before token i, and no "de" before him. */
static bool named_right_before(const struct reader *rd, size_t i, struct name *ret)
{
	const size_t from = sentence_start(rd, i, i > LOOK_BACK ? i - LOOK_BACK : rd->head.from), role = before_role(rd, from, i),
		     end = role < i ? role : i - tok_mark(&rd->t, i - 1, ',');

	return name_before(rd, from, end, ret) && ret->to == end && officer_sure(rd, ret) && (ret->civility == 0 || !tok_among(&rd->t, ret->civility - 1, " de d ' "));
}

/* "M. A présidant,", "M. A, maire, présidant la séance": not the committee that she presides. */
static bool presiding_before(const struct reader *rd, size_t i, struct name *ret)
{
	size_t next;

	if (!tok_among(&rd->t, i, " presidant ") || !(tok_among(&rd->t, i + 1, " . , ; : ") || rd->t.at[i + 1].lines > 0 || tok_phrase(&rd->t, i + 1, "la seance", &next) ||
						     tok_phrase(&rd->t, i + 1, "la reunion", &next) || tok_phrase(&rd->t, i + 1, "l ' assemblee", &next)))
		return false;
	return named_right_before(rd, i, ret) || opener_before(rd, i, ret);
}

/* "le président" ends at token `to`; not "le vice-président", "l'ancien maire". */
static bool title_ends_at(const struct reader *rd, size_t to)
{
	return to > 1 && tok_among(&rd->t, to - 1, " maire president presidente ") && tok_among(&rd->t, to - 2, " le la ");
}

/* "le Président Jean Petit ouvre la séance", "La présidente, Mme A, ouvre la séance" */
static bool titled_before(const struct reader *rd, size_t i, struct name *ret)
{
	if (named_right_before(rd, i, ret) && title_ends_at(rd, ret->civility - tok_mark(&rd->t, ret->civility - 1, ',')))
		return true;
	for (size_t k = i - 1; k > rd->head.from && i - k < ROLE_TOKENS; k--)
		if (title_ends_at(rd, k))
			return name_read(rd, k, i, ret) == i && (officer_sure(rd, ret) || (ret->compounds == 2 && !ret->odd && !ret->broken_line));
	return false;
}

/* "M. A ouvre la séance", "le vice-président Jean Petit ouvre la séance": a name, and no office that has the chair. */
static bool somebody_before(const struct reader *rd, size_t i)
{
	struct name n;

	if (named_right_before(rd, i, &n))
		return true;
	for (size_t k = i; k > rd->head.from && i - k < ROLE_TOKENS && !sentence_ends_at(rd, k - 1); k--)
		if (tok_among(&rd->t, k - 1, " maire president presidente adjoint adjointe "))
			return k < i && rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER;
	return false;
}

bool assures_the_presidency(const struct reader *rd, size_t i, struct name *ret)
{
	size_t next;

	if (i < 4 || !tok_among(&rd->t, i, " presidence ") || !tok_among(&rd->t, i - 1, " la ") || !tok_among(&rd->t, i - 2, " assure assurait assurant "))
		return false;
	if (!tok_phrase(&rd->t, i + 1, "de la seance", &next) && !tok_phrase(&rd->t, i + 1, "de la reunion", &next) && !tok_phrase(&rd->t, i + 1, "de l ' assemblee", &next))
		next = i + 1;
	return (next >= rd->t.n || rd->t.at[next].lines > 0 || tok_among(&rd->t, next, " . , ; ")) && named_right_before(rd, i - 2 - tok_among(&rd->t, i - 3, " a "), ret);
}

/* "M. A, maire, préside." */
static bool presides_alone(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " preside ") && (tok_among(&rd->t, i + 1, " . ; ") || i + 1 >= rd->t.n || rd->t.at[i + 1].lines > 0);
}

static bool opens_the_seance(const struct reader *rd, size_t i)
{
	static const char *const opening[] = { "ouvre la seance", "declare la seance ouverte", "preside la seance", "constate que le quorum", NULL };
	size_t next;

	for (size_t k = 0; opening[k] != NULL; k++)
		if (tok_phrase(&rd->t, i, opening[k], &next))
			return true;
	return presides_alone(rd, i);
}

void president_who_opens(struct reader *rd, size_t i, struct officers *f)
{
	const size_t before = f->n;
	struct name n;
	size_t next;

	if (!tok_among(&rd->t, i, " ouverte ouvre declare preside constate presidera doyen doyenne maire presidant "))
		return;
	if (presiding_before(rd, i, &n))
		officer_add(rd, f, &n);
	if (tok_among(&rd->t, i, " ouverte ") && tok_among(&rd->t, i + 1, " par ") && tok_among(&rd->t, i + 2, " son sa le la ") &&
	    tok_among(&rd->t, i + 3, " maire president presidente ") && officer_ahead(rd, i + 2, &n)) {
		officer_add(rd, f, &n);
		return;
	}
	if (opens_the_seance(rd, i)) {
		if (titled_before(rd, i, &n) || opener_before(rd, i, &n)) {
			officer_add(rd, f, &n);
		} else if (somebody_before(rd, i)) {
			f->seen = f->half = true;
			f->where = i;
		}
	}
	/* Who opens it is not who presides it, where another does: an installation has its doyen d'âge. */
	if ((f->n == before && tok_among(&rd->t, i, " preside presidera doyen doyenne ") && !tok_among(&rd->t, i + 1, " par ")) ||
	    ((tok_phrase(&rd->t, i, "maire , president", &next) || tok_phrase(&rd->t, i, "maire , presidente", &next)) && tok_mark(&rd->t, next, ','))) {
		f->seen = f->half = true;
		f->where = i;
	}
}
