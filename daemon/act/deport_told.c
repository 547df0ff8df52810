/* SPDX-License-Identifier: EUPL-1.2 */
/* A withdrawal that is told again of somebody else, or in words that the lexicon does not have: nothing is read of it, and the déports are not said to be none. */
#include "leaving_priv.h"
#include "people_priv.h"

#define AGAIN_TOKENS 30 /* "… ni au vote. Mme B, son épouse, fait de même." */
#define NEITHER_TOKENS 8

bool withdrawal_goes_on(const struct reader *rd, size_t next)
{
	static const char *const links[] = { "ni", "ainsi que", "de meme que", "tout comme", "non plus que", "pas plus que", NULL };
	size_t k = skip_marks(rd, next, ","), name;

	if (tok_any_phrase(&rd->t, k, links, &k) && is_civility(&rd->t, k, &name))
		return true;
	for (k = next; k < next + AGAIN_TOKENS && k + 2 < rd->t.n; k++)
		if (tok_among(&rd->t, k, " fait font ") && tok_among(&rd->t, k + 1, " de ") && tok_among(&rd->t, k + 2, " meme "))
			return true;
	return false;
}

static bool somebody_at(const struct reader *rd, size_t k)
{
	struct name n;

	return name_read(rd, k, rd->t.n, &n) > k && (n.civility < n.from || n.compounds > 1);
}

/* "n'a ni débattu ni voté" */
static bool neither_votes(const struct reader *rd, size_t i)
{
	bool neither = false;

	for (size_t k = i + 1; k < i + NEITHER_TOKENS && k + 1 < rd->t.n; k++) {
		if (!tok_among(&rd->t, k, " ni "))
			continue;
		if (neither && tok_among(&rd->t, k + 1, " vote "))
			return true;
		neither = tok_among(&rd->t, k + 1, " debattu delibere participe pris discute ");
	}
	return false;
}

/* "(M. A déclare un) conflit d'intérêts (et quitte la séance)", "Conflit d'intérêts : M. A"; not "aucun conflit d'intérêts", "la charte sur le conflit d'intérêts". */
static bool conflict_told(const struct reader *rd, size_t i)
{
	static const char says[] = " declare declarent declarant signale signalent signalant fait font faisant invoque invoquent annonce reconnait evoque evoquent ";
	const size_t of = i + 1, noun = of + 1 + tok_mark(&rd->t, of + 1, '\'');

	if (!tok_among(&rd->t, of, " d ") || !tok_among(&rd->t, noun, " interet interets "))
		return false;
	if (tok_mark(&rd->t, noun + 1, ':'))
		return somebody_at(rd, noun + 2);
	const size_t from = sentence_start(rd, i, i > AGAIN_TOKENS ? i - AGAIN_TOKENS : 0), to = sentence_end(rd, i, i + AGAIN_TOKENS < rd->t.n ? i + AGAIN_TOKENS : rd->t.n);
	bool somebody = false;
	size_t name;

	for (size_t k = from; k < to && !somebody; k++)
		somebody = is_civility(&rd->t, k, &name);
	return somebody && !tok_says(&rd->t, from, i, " aucun aucune pas sans absence si ") && (tok_says(&rd->t, from, i, says) || leaving_in(rd, from, to, LEAVING_A_VOTE));
}

/* "Élu(s) intéressé(s) : M. A", at "intéressé" */
static bool interest_label(const struct reader *rd, size_t i)
{
	static const char members[] = " elu elue elus elues conseiller conseillere conseillers conseilleres membre membres ";
	const size_t of = i > 3 && tok_mark(&rd->t, i - 1, ')') && tok_mark(&rd->t, i - 3, '(') ? i - 4 : i - 1;
	const size_t colon = i + 1 + (tok_mark(&rd->t, i + 1, '(') && tok_mark(&rd->t, i + 3, ')') ? 3 : 0);

	return i > 0 && tok_among(&rd->t, of, members) && tok_mark(&rd->t, colon, ':') && somebody_at(rd, colon + 1);
}

bool withdrawal_told_otherwise(const struct reader *rd, size_t i)
{
	size_t next;

	if (tok_among(&rd->t, i, " conflit conflits lien liens "))
		return conflict_told(rd, i);
	/* "s'abstient de participer au vote" */
	if (tok_among(&rd->t, i, " abstient abstiennent "))
		return tok_among(&rd->t, i + 1, " de ") && (tok_among(&rd->t, i + 2, " participer sieger ") || tok_phrase(&rd->t, i + 2, "prendre part", &next));
	if (tok_among(&rd->t, i, " n "))
		return neither_votes(rd, i);
	if (tok_among(&rd->t, i, " sans "))
		return tok_phrase(&rd->t, i + 1, "la participation de", &next) && somebody_at(rd, next);
	return tok_among(&rd->t, i, " interesse interessee interesses interessees ") && interest_label(rd, i);
}
