/* SPDX-License-Identifier: EUPL-1.2 */
/* A short sentence of its own whose subject is one of those present, and whose verb nobody knows: "M. A tire sa révérence à 21 h".
 *
 * Minutes are full of sentences of members, and all but a few tell what somebody says, proposes or does at the vote. Where such a sentence stands between the vote
 * of an acte and the next one, or tells an hour, and its verb is none of those, somebody may have come or gone in words that no reader has: the list is not sure.
 * Decided against: asking it of every sentence of an exposé, where a verb in thirty is not in this list.
 */
#include "leaving_priv.h"
#include "presence_priv.h"

#define UNKNOWN_TOKENS 24

/* How verbs begin of which nobody comes or goes. */
static const char *const KNOWN[] = {
	"abond", "absti", "absten", "accept", "accuei", "acquie", "adher", "adress", "affirm", "ajout", "alert", "annonc", "appel", "apport", "appuy", "approuv", "argument", "assur", "attir", "attest", "autoris", "avert",
	"ced", "charg", "cit", "clot", "comment", "communiq", "compar", "complet", "conclu", "confi", "confirm", "conseil", "considere", "constat", "convie", "craint", "critiq", "croit", "debut", "declar",
	"deconseil", "decri", "defend", "demand", "denonc", "deplor", "design", "detaill", "developp", "dit", "disent", "distribu", "donn", "dout", "elu", "encourag", "enonc", "enten", "envisag", "espere", "estim", "etai", "etonn", "evoqu", "excus",
	"explicit", "expliqu", "expos", "exprim", "fait", "font", "felicit", "formul", "habilit", "illustr", "indiqu", "inform", "inquiet", "insist", "interpell", "interrog", "interroge", "interven", "intervient", "invit", "joint",
	"justifi", "laiss", "lance", "lit", "lisent", "lu", "mainti", "met", "mettent", "mentionn", "montr", "motiv", "nomm", "note", "observ", "obtien", "obtenu", "oppos", "ouvr", "partag", "pass", "pens", "plaid", "pos", "poursui", "precis", "preconis", "prefer", "presen", "presid", "prim",
	"proced", "profit", "propos", "prone", "question", "rappel", "rapport", "rassur", "reclam", "recommand", "reconn", "recueil", "refus", "regrett", "rejoui", "relat", "relev", "remarq", "rememor", "remerci", "remplac", "rend", "renonc", "renouvel", "repon", "represent", "repris", "repren",
	"resum", "revien", "sais", "salu", "sav", "sign", "signal", "sollicit", "soulev", "soulign", "soumet", "souhait", "soutien", "sugger", "suspen", "synthetis", "termin", "tien", "trouv", "veut", "veulent", "verif", "voit", "vot", "voul", "va", "achet", "acquier", "admet", "aide", "amend", "analys", "anim", "argu", "attend", "avai", "avanc", "avou", "calcul", "cherch", "chiffr", "choisi", "connect", "contest", "corrig", "craign", "deconnect", "dirig", "dispos", "dress", "ecart", "ecri", "etudi", "evalu", "examin", "exerc",
	"habit", "introdui", "ironis", "modifi", "nuanc", "object", "occup", "organis", "percoi", "plaisant", "possed", "prepar", "reaffirm", "rectifi", "redi", "reelu", "rejet", "rempli", "rencontr", "repet", "reproch", "retien", "retrac", "revendiqu", "souri", "souscri", "sui", "travail", "valid", "vend", "vis", "utilis", "sert", "etre", "ete", "maire", "adjoint", "conseill", "deleg", "vice",
	NULL,
};

static bool is_known(const struct reader *rd, size_t i)
{
	static const char no_verbs[] = " pour par avec sur sous dans chez vers contre sans des les aux une leur son ses ces cette secretaire doyen doyenne membre membres titulaire suppleant suppleante ";

	/* the other readers of presence have judged it */
	if (landmark_at(rd->t.landmarks, LANDMARK_MOVE, i) && !tok_among(&rd->t, i, " prend prennent pris prise "))
		return true;
	for (const char *const *stem = KNOWN; *stem != NULL; stem++)
		if (str_starts(rd->t.at[i].key, str_c(*stem)))
			return true;
	return rd->t.at[i].key.n < 3 || tok_among(&rd->t, i, no_verbs);
}

/* "M. A, pris ailleurs, abrège": behind the second comma. */
static size_t past_an_aside(const struct reader *rd, size_t i, size_t to)
{
	size_t k = i;

	if (!tok_mark(&rd->t, i, ','))
		return i;
	for (k = i + 1; k < to && !tok_mark(&rd->t, k, ','); k++)
		;
	return k < to ? k + 1 : i;
}

/* Behind "s'est", "a", "doit", "vient de": the word that says what is done. */
static size_t verb_behind(const struct reader *rd, size_t i, size_t to)
{
	while (i < to && (rd->t.at[i].kind == TOK_MARK ? tok_among(&rd->t, i, " ' ") :
							   tok_among(&rd->t, i, " a ont est sont s se n ne y en d de doit doivent du dut vient viennent alors ensuite puis enfin egalement aussi nous lui ")))
		i++;
	return i;
}

/* The names from the civility at token i on: the token behind the last. */
static size_t row_of_names_at(const struct reader *rd, size_t i, size_t to)
{
	struct name n;
	size_t end = i, next;

	for (size_t k = i; k < to && (next = name_read(rd, k, to, &n)) > k && !n.odd; k = next + tok_among(&rd->t, next, " , et "))
		end = next;
	return end;
}

/* "prend la parole", "fait part": what many verbs of all days need. */
static bool is_of_the_debate(const struct reader *rd, size_t verb, size_t to)
{
	size_t next;

	return tok_among(&rd->t, verb, " pris prise prend prennent ") &&
	       (tok_says(&rd->t, verb, verb + 4 < to ? verb + 4 : to, " parole acte note part presidence soin connaissance suite parti relais place ") || organe_at(rd, verb + 1, &next) != NULL);
}

static bool tells_a_moment(const struct reader *rd, size_t from, size_t to)
{
	static const char days[] = " lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre prochain prochaine reunion horaire horaires ";

	return (move_tells_an_hour(rd, from, to) && !tok_says(&rd->t, from, to, days)) || tok_says(&rd->t, from, to, " definitivement precipitamment ");
}

/* It begins a sentence, or, below a title, a line. */
static bool begins_at(const struct reader *rd, size_t i, bool *apart)
{
	if (i == 0 || sentence_ends_at(rd, i - 1))
		return true;
	*apart = false;
	return rd->t.at[i].lines > 0 && !tok_among(&rd->t, i - 1, " , et ou de d des par a avec pour que qu chez autorise charge designe nomme ");
}

bool unknown_move_at(struct reader *rd, size_t i, bool apart, struct range *ret)
{
	static const struct field nobody;
	size_t next;

	if (!is_civility(&rd->t, i, &next) || !begins_at(rd, i, &apart))
		return false;
	const size_t to = sentence_end(rd, i, i + UNKNOWN_TOKENS + 1);

	if (to > i + UNKNOWN_TOKENS || tok_says(&rd->t, i, to, " que qu qui dont : ( ") || next_of(rd, CUE_NPPV, i, to) < to)
		return false;
	const size_t end = row_of_names_at(rd, i, to), verb = verb_behind(rd, past_an_aside(rd, end, to), to);

	if (end == i || verb >= to || !is_common_noun(rd, verb) || is_known(rd, verb) || is_of_the_debate(rd, verb, to))
		return false;
	*ret = (struct range){ i, to };
	return movers_in(rd, i, end, &nobody).there && (apart || tells_a_moment(rd, verb, to));
}
