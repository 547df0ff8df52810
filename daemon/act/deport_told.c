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

bool withdrawal_told_otherwise(const struct reader *rd, size_t i)
{
	static const char members[] = " elu elue elus elues conseiller conseillere conseillers conseilleres membre membres ";
	size_t next;

	if (tok_among(&rd->t, i, " n "))
		return neither_votes(rd, i);
	if (tok_among(&rd->t, i, " sans "))
		return tok_phrase(&rd->t, i + 1, "la participation de", &next) && somebody_at(rd, next);
	const size_t colon = i + 1;

	return i > 0 && tok_among(&rd->t, i, " interesse interessee interesses interessees ") && tok_among(&rd->t, i - 1, members) && tok_mark(&rd->t, colon, ':') && somebody_at(rd, colon + 1);
}
