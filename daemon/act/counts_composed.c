/* SPDX-License-Identifier: EUPL-1.2 */
/* "Le conseil compte quinze membres", "l'assemblée comprend 23 conseillers": the members in office, told in a sentence of the head.
 *
 * Of another body, of titulaires beside suppléants, of those who are there: not this number. Decided against: reading it beside "en exercice", which
 * says it in the words of the law, and may be another; and "composé de 15 membres", which is how statutes say how many there should be.
 */
#include "counts_priv.h"

/* "conseil municipal", "conseil", "assemblée" at token i, of the act's own: the token after it, or i. */
static size_t own_body_at(const struct reader *rd, size_t i)
{
	const struct field *own = &rd->r->organe;
	size_t next;
	const char *word = organe_at(rd, i, &next);

	if (i == 0 || !(tok_among(&rd->t, i - 1, " le la ") || tok_mark(&rd->t, i - 1, '\'')))
		return i;
	if (word != NULL)
		return own->statut == FIELD_LU && str_eq(own->texte, str_c(word)) ? next : i;
	return tok_among(&rd->t, i, " conseil assemblee comite ") && !tok_among(&rd->t, i + 1, " de d du des general ") ? i + 1 : i;
}

/* "membres", "conseillers municipaux", and not "membres titulaires", "conseillers présents", "membres, dont 2 sièges vacants". */
static bool are_all_members(const struct reader *rd, size_t i)
{
	size_t k = i + 1;

	if (!tok_among(&rd->t, i, " membres conseillers conseilleres elus delegues "))
		return false;
	while (tok_among(&rd->t, k, " municipaux communautaires syndicaux departementaux regionaux ") || tok_among(&rd->t, k, " en exercice "))
		k++;
	k += tok_mark(&rd->t, k, ',');
	return !tok_among(&rd->t, k, " titulaires suppleants presents presentes absents et dont ou ayant votants ( moins mais titulaire pour au selon de du ");
}

void count_of_composition(struct reader *rd, struct count *c)
{
	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_BODY, i, rd->head.to)) < rd->head.to; i++) {
		const size_t body = own_body_at(rd, i), verb = body + 1;
		int64_t value;
		const size_t end = body > i && tok_among(&rd->t, body, " compte comprend ") ? count_number(rd, verb, &value) : verb;

		if (end > verb && value > 1 && are_all_members(rd, end))
			count_keep(rd, c, value, verb, end + 1);
	}
}

/* "Effectif : 15 / Présents : 10"; not "le budget de l'exercice : 15". */
static bool may_label_members(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i], *before = t - 1;

	if (t->shape == SHAPE_LOWER || t->kind != TOK_WORD || t->key.n < 6 || !(t->lines > 0 || before->kind != TOK_WORD || before->shape != SHAPE_LOWER))
		return word_is(rd, i, "nombre");
	return word_is(rd, i, "nombre") || (tok_mark(&rd->t, i + 1 + (word_is(rd, i + 1, "du") ? 2 : rd->t.at[i + 1].kind == TOK_WORD), ':') &&
					    tok_among(&rd->t, i, " effectif exercice conseillers membres delegues "));
}

void count_bare_members(struct reader *rd, struct count *c)
{
	static const char *const labels[] = { "effectif", "effectif du conseil", "exercice", "conseillers", "conseillers municipaux", "conseillers communautaires", "membres", "delegues", "nombre de conseillers", "nombre de conseillers municipaux", "nombre de conseillers communautaires", "nombre de delegues", "nombre de membres" };
	int64_t value, present;
	size_t next;

	for (size_t i = rd->head.from + 1; i < rd->head.to; i++) {
		for (size_t k = may_label_members(rd, i) ? 0 : sizeof labels / sizeof *labels; k < sizeof labels / sizeof *labels; k++) {
			const size_t end = tok_phrase(&rd->t, i, labels[k], &next) && tok_mark(&rd->t, next, ':') ? count_number(rd, next + 1, &value) : 0;
			const size_t label = skip_marks(rd, end, ",;-/|"), same = tok_phrase(&rd->t, label, labels[k], &next) ? next : label,
				     cue = cue_at(rd->lx, &rd->t, label, CUE_NB_PRESENTS), behind = cue > label ? cue : cue_at(rd->lx, &rd->t, same, CUE_NB_PRESENTS);

			if (end > 0 && rd->t.at[label].shape != SHAPE_LOWER && behind > same && tok_mark(&rd->t, behind, ':') &&
			    count_number(rd, behind + 1, &present) > behind + 1 && present <= value)
				count_keep(rd, c, value, i, end);
		}
	}
}
