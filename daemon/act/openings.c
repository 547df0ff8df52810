/* SPDX-License-Identifier: EUPL-1.2 */
/* Where each reader may find something: its cues, and the words its own tests begin with. A word more costs a question; a
 * word less loses a reading (tests/unit/act/test_openings.c reads with and without).
 *
 * Decided against: exact words here (two words of one slot are asked about together, the readers tell them apart).
 */
#include "openings_priv.h"

#include <string.h>

#include "lexicon.h"

#define CODE_LETTERS 6
#define HEADING_LETTERS 10
#define ROW(r) ((uint16_t)(1u << ((r) - LANDMARK_VOICE)))

struct opening openings[OPENING_SLOTS];
uint64_t openings_of_cues[64];

static const struct {
	uint16_t rows;
	const char *words; /* marks are words too */
} WORDS[] = {
	{ ROW(LANDMARK_VOICE), "/ neant aucun aucune zero nul o nulle sans ni p" },
	{ ROW(LANDMARK_MENTION), "oui non p favorables defavorables favorable defavorable voix vote votes suffrages elu elus conseiller conseillers"
				 " membre membres delegue delegues personne personnes approbation oppose opposes opposees opposent opposition opposants opposant"
				 " avis position opinion desapprouve desapprouvent desapprouvant refuse refusent refusant refus desaccord accord contraire contraires negatif negatifs negative negatives hostile hostiles" },
	{ ROW(LANDMARK_RESULT), "majorite" }, /* "☒ Majorité" */
	{ ROW(LANDMARK_HEADING), "n no point" },
	{ ROW(LANDMARK_MEETING), "l lan extrait seance proces pv compte transcription delibere" },
	{ ROW(LANDMARK_COUNT), "afferents suffrages exprimes absents excuses exclus dont soit" },
	{ ROW(LANDMARK_LIST), ": ( sauf exception hormis excepte exceptes mandant mandants represente representent" },
	{ ROW(LANDMARK_PROXY), "pouvoir pouvoirs procuration procurations delegation delegations a voix mandat mandate mandatee mandates vote votent votant votera voteront voter represente representent nom celle celles celui ceux" },
	{ ROW(LANDMARK_DATE), "l an le lundi mardi mercredi jeudi vendredi samedi dimanche premier 1er ler ier" },
	{ ROW(LANDMARK_REFERENCE), "; . considerant vu article articles art arts code coude livre loi decret ordonnance reglements"
				   " reglement directive deliberation deliberations" },
	{ ROW(LANDMARK_BODY) | ROW(LANDMARK_OPINION), "commission conseil conseillers bureau comite assemblee communaute syndicat" },
	{ ROW(LANDMARK_BODY), "commune ville mairie departement region metropole collectivite" },
	{ ROW(LANDMARK_OPINION), "decide commissions" },
	{ ROW(LANDMARK_MOVE), "sort sortent sortant absente absentent absentant sorti sortie sortis sorties quitte quittent quitter sortir retirer deporter prendre participer voter" }, /* perhaps_away */
}, CAPITALS[] = {
	{ ROW(LANDMARK_REFERENCE), "l lo r d a c cg cgct cgppp cgfp cgi casf cch ceseda ccp crpa cja cjf crpm lpf tfue rgpd" },
};

static const struct {
	uint16_t rows;
	enum cue cues[8];
} CUES[] = {
	{ ROW(LANDMARK_VOICE) | ROW(LANDMARK_MENTION), { CUE_POUR, CUE_CONTRE, CUE_ABSTENTION, CUE_NPPV, CUE_NONE } },
	{ ROW(LANDMARK_RESULT), { CUE_UNANIMITE, CUE_MAJORITE, CUE_REJETE, CUE_ADOPTE, CUE_PREND_ACTE, CUE_NONE } },
	{ ROW(LANDMARK_SAYS_VOTE) | ROW(LANDMARK_HEADING),
	  { CUE_UNANIMITE, CUE_MAJORITE, CUE_SUITE, CUE_ABSTENTION, CUE_PREND_ACTE, CUE_POUR, CUE_CONTRE, CUE_NONE } },
	{ ROW(LANDMARK_OPINION), { CUE_SUITE, CUE_AVIS, CUE_DECIDE, CUE_NONE } },
	{ ROW(LANDMARK_HEADING) | ROW(LANDMARK_DATE), { CUE_NUMERO, CUE_NONE } },
	{ ROW(LANDMARK_COUNT), { CUE_EN_EXERCICE, CUE_NB_PRESENTS, CUE_NB_VOTANTS, CUE_QUORUM, CUE_NB_POUVOIRS, CUE_NONE } },
	{ ROW(LANDMARK_PROXY), { CUE_REPRESENTE_PAR, CUE_POUVOIR_RECU, CUE_NONE } },
	{ ROW(LANDMARK_LIST_CUE) | ROW(LANDMARK_LIST), { CUE_PRESENTS, CUE_ABSENTS, CUE_POUVOIRS, CUE_NONE } },
	{ ROW(LANDMARK_LIST), { CUE_POUVOIR_DONNE, CUE_POUVOIR_RECU, CUE_NB_POUVOIRS, CUE_NONE } },
};

static void let(struct str word, uint16_t any, uint16_t capital)
{
	struct opening *o = &openings[key_hash(word) & KEY_HASH_MASK & (OPENING_SLOTS - 1)];

	o->any |= any;
	o->capital |= capital;
}

static void let_words(const char *words, uint16_t any, uint16_t capital)
{
	for (const char *at = words, *end; *at != '\0'; at = end + (*end == ' ')) {
		end = at + strcspn(at, " ");
		if (end > at)
			let((struct str){ at, (size_t)(end - at) }, any, capital);
	}
}

/* Of each phrase the first word. */
static void let_phrases(const char *const *const *lists, uint16_t any)
{
	for (; *lists != NULL; lists++)
		for (const char *const *phrase = *lists; *phrase != NULL; phrase++)
			let((struct str){ *phrase, strcspn(*phrase, " ") }, any, 0);
}

void openings_fill(void)
{
	static bool filled;

	if (filled)
		return;
	filled = true;
	for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++)
		let_words(WORDS[k].words, WORDS[k].rows, 0);
	let_words(heading_openings, ROW(LANDMARK_LIST), 0);
	let_phrases(movement_openings, ROW(LANDMARK_MOVE));
	for (const char *const *words = leaving_openings; *words != NULL; words++)
		let_words(*words, ROW(LANDMARK_MOVE), 0);
	for (const char *const *words = presence_openings; *words != NULL; words++)
		let_words(*words, ROW(LANDMARK_MOVE), 0);
	for (size_t k = 0; k < sizeof CAPITALS / sizeof *CAPITALS; k++)
		let_words(CAPITALS[k].words, 0, CAPITALS[k].rows);
	for (size_t k = 0; k < sizeof CUES / sizeof *CUES; k++)
		for (const enum cue *c = CUES[k].cues; *c != CUE_NONE; c++)
			openings_of_cues[*c] |= CUES[k].rows;
	openings_of_cues[LANDMARK_NUMBER_WORD] |= ROW(LANDMARK_VOICE) | ROW(LANDMARK_COUNT) | ROW(LANDMARK_DATE);
	openings_of_cues[LANDMARK_NUMBER] |= ROW(LANDMARK_VOICE) | ROW(LANDMARK_COUNT) | ROW(LANDMARK_DATE);
}

/* "DEL2031-04" and "DELTBERATION n°" (own_number.c). */
static bool may_be_of_a_number(const struct token *capitals)
{
	return capitals->key.n <= CODE_LETTERS ? !capitals[1].space : capitals->key.n >= HEADING_LETTERS;
}

uint64_t openings_of_shape(const struct token *tok)
{
	uint64_t rows = 0;

	if (tok->kind == TOK_NUMBER ? tok->lines > 0 : tok->shape == SHAPE_UPPER && may_be_of_a_number(tok))
		rows |= ROW(LANDMARK_HEADING);
	if (tok->lines >= 2)
		rows |= ROW(LANDMARK_REFERENCE);
	return rows;
}
