/* SPDX-License-Identifier: EUPL-1.2 */
/* Who goes, told by a noun: the head of the phrase that is the subject of a verb, and whether it is one of the members. */
#include "going_priv.h"
#include "leaving_priv.h"

#define PHRASE_TOKENS 12 /* "le représentant du cabinet d'études chargé du plan" */

static const char OF_NUMBER[] = " un une deux trois quatre cinq six sept huit neuf dix plusieurs certains certaines quelques ";
static const char OF_ONE[] = " le la les l ' ce cet cette ces notre nos son sa ses leur leurs ";
/* Before the article of a complement: "le gérant de la société". */
static const char COMPLEMENT[] = " de d du des a au aux dans par avec pour sur chez en sous et ou ";
static const char ADJECTIVES[] = " ancien ancienne anciens nouveau nouvelle nouveaux jeune jeunes autre autres dernier derniere premier premiere deuxieme second seconde actuel actuelle futur future ";

size_t behind_the_subject(const struct reader *rd, size_t from, size_t i)
{
	static const char between[] = " est sont a ont etant ayant doit doivent du dut vient viennent contraint contrainte contraints oblige obligee obliges tenu tenue amene amenee devant peut se s y nous qui de d ' ( [ , alors ensuite puis enfin finalement"
				      " egalement aussi ";

	while (i > from && tok_among(&rd->t, i - 1, between))
		i--;
	return i;
}

bool follows_determiner(const struct reader *rd, size_t i)
{
	while (i > 0 && tok_among(&rd->t, i - 1, ADJECTIVES))
		i--;
	return i > 0 && (tok_among(&rd->t, i - 1, OF_NUMBER) || tok_among(&rd->t, i - 1, OF_ONE) || tok_among(&rd->t, i - 1, " du des au aux ") || rd->t.at[i - 1].kind == TOK_NUMBER);
}

/* The determiner at d stands before a complement: "(la gérante) de la société", "(le maire) du village". */
static bool is_of_a_complement(const struct reader *rd, size_t from, size_t d)
{
	if (tok_among(&rd->t, d, " des ") && d > from && tok_among(&rd->t, d - 1, OF_NUMBER))
		return false;
	return tok_among(&rd->t, d, " d du des au aux ") || (d > from && tok_among(&rd->t, d - 1, COMPLEMENT));
}

size_t head_noun_before(const struct reader *rd, size_t from, size_t end)
{
	const size_t floor = end > from + PHRASE_TOKENS ? end - PHRASE_TOKENS : from;
	size_t civility;

	for (size_t k = end; k-- > floor;) {
		if ((rd->t.at[k].kind == TOK_MARK && !tok_among(&rd->t, k, " ' - « » \" ")) || is_civility(&rd->t, k, &civility))
			return end;
		if (rd->t.at[k].kind != TOK_WORD || tok_among(&rd->t, k, ADJECTIVES) || !follows_determiner(rd, k))
			continue;
		size_t d = k - 1;

		while (d > from && tok_among(&rd->t, d, ADJECTIVES))
			d--;
		d -= tok_mark(&rd->t, d, '\'') && d > from;
		if (!is_of_a_complement(rd, from, d))
			return k;
	}
	return end;
}

static const char MEMBERS[] = " elu elue elus elues conseiller conseillers conseillere conseilleres membre membres delegue delegues deleguee deleguees adjoint adjointe adjoints adjointes ";
static const char PARTIES[] = " opposition minorite majorite ";

/* "conseiller municipal", "membres du conseil", "élus de l'opposition"; not "conseiller en énergie", "membre du public". */
static bool is_a_member_noun(const struct reader *rd, size_t i)
{
	static const char *const bodies[] = { "du conseil", "de l ' assemblee", "de l ' opposition", "de la minorite", "de la majorite", "d ' opposition", "de la liste", "du groupe", "du comite", "du bureau",
					      "au maire", "a la", "du conseil municipal", NULL };
	static const char outside[] = " public personnel association jury commission famille societe syndicat ecole club equipe clientele energie ";
	static const char *const other[] = { "en", "numerique", "numeriques", "technique", "juridique", "pedagogique", "bancaire", "principal", "financier", NULL };
	size_t next;

	/* "le groupe de la minorité", "le groupe Agir" */
	if (tok_among(&rd->t, i, PARTIES) || (tok_among(&rd->t, i, " groupe ") && (tok_says(&rd->t, i, i + 5, PARTIES) || rd->t.at[i + 1].shape == SHAPE_TITLE || tok_among(&rd->t, i + 1, " \xc2\xab \" "))))
		return true;
	/* "adjointe au directeur financier" */
	if (!tok_among(&rd->t, i, MEMBERS) || (tok_among(&rd->t, i + 1, " au a ") && tok_among(&rd->t, noun_behind(rd, i + 1), " directeur directrice chef cheffe responsable ")))
		return false;
	/* "les élus du hameau" */
	if (tok_among(&rd->t, i + 1, " de du des d "))
		return tok_any_phrase(&rd->t, i + 1, bodies, &next) || !tok_among(&rd->t, noun_behind(rd, i + 1), outside);
	return !word_in(rd, i + 1, other);
}

bool unnamed_members_before(const struct reader *rd, size_t from, size_t i)
{
	const size_t end = behind_the_subject(rd, from, i), head = head_noun_before(rd, from, end);

	return head < end && is_a_member_noun(rd, head);
}

bool unnamed_members_at(const struct reader *rd, size_t i)
{
	const size_t noun = i + 1 + tok_among(&rd->t, i + 1, ADJECTIVES);

	return (tok_among(&rd->t, i, OF_NUMBER) || tok_among(&rd->t, i, " des les l le la ") || rd->t.at[i].kind == TOK_NUMBER) && is_a_member_noun(rd, noun);
}
