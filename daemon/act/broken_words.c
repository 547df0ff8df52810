/* SPDX-License-Identifier: EUPL-1.2 */
/* "2 con-\ntre", "les absten- tions", "le CONSEIL MUNI-\nCIPAL": a word of the cues that a line end cut in two, or had cut before the extraction took it away. Its three
 * tokens are one, from the first letter to the last. Other words stay as they are: "peut-être", "vice-président" and the names of persons have a hyphen of their own.
 */
#include <string.h>

#include "reader_priv.h"

static const char *const WORDS[] = {
	"absent",	"absente",	"absentes",	"absents",	 "abstention",	 "abstentions",	 "abstenu",	 "administration", "adopte",
	"adoptee",	"approuve",	"approuvee",	"assemblee",	 "autorise",	 "bulletins",	 "commission",	 "commune",	   "communautaire",
	"communautaires", "conseil",	"conseiller",	"conseillere",	 "conseilleres", "conseillers",	 "contre",	 "convocation",	   "convoque",
	"decide",	"decision",	"delegue",	"delegues",	 "deliberation", "deliberations", "delibere",	 "departement",	   "departemental",
	"effectif",	"excuse",	"excusee",	"excusees",	 "excuses",	 "executoire",	 "exercice",	 "exprimes",	   "mandataire",
	"mandataires",	"membres",	"municipal",	"municipale",	 "municipaux",	 "permanente",	 "pouvoir",	 "pouvoirs",	   "prefecture",
	"presence",	"present",	"presente",	"presentes",	 "presents",	 "presidence",	 "president",	 "presidente",	   "procuration",
	"procurations", "publication",	"quorum",	"regional",	 "regionale",	 "represente",	 "representee",	 "representes",	   "seance",
	"secretaire",	"secretaires",	"suffrages",	"suppleant",	 "suppleants",	 "syndical",	 "titulaires",	 "transmission",   "unanimite",
	"unanimement", "majorite",	"votants",
};

static bool is_of_two(const char *word, struct str first, struct str last)
{
	return strncmp(word, first.p, first.n) == 0 && strlen(word) == first.n + last.n && memcmp(word + first.n, last.p, last.n) == 0;
}

/* The word whose halves are tokens i and i + 2, with a hyphen between them, or NULL. */
static const char *cut_at(const struct tokens *t, size_t i)
{
	const struct token *const first = &t->at[i], *const last = first + 2;

	if (first[1].space || first->kind != TOK_WORD || last->kind != TOK_WORD)
		return NULL;
	if ((last->shape == SHAPE_LOWER) == (first->shape == SHAPE_UPPER) || last->shape == SHAPE_MIXED)
		return NULL;
	for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++)
		if (is_of_two(WORDS[k], first->key, last->key))
			return WORDS[k];
	return NULL;
}

void broken_words_join(struct tokens *t)
{
	struct token *const at = (struct token *)(uintptr_t)t->at;
	size_t moved = 0;

	for (size_t i = 2; i < t->n; i++) {
		const char *const word = at[i - 1].kind == TOK_MARK && at[i - 1].key.p[0] == '-' ? cut_at(t, i - 2) : NULL;

		if (word != NULL) {
			at[i - 2 - moved].end = at[i].end;
			token_set_key(&at[i - 2 - moved], str_c(word));
			moved += 2;
		} else if (moved > 0) {
			at[i - moved] = at[i];
		}
	}
	at[t->n - moved] = at[t->n];
	t->n -= moved;
}
