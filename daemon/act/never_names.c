/* SPDX-License-Identifier: EUPL-1.2 */
/* Words that no member bears as a name where lists stand. */
#include "names_priv.h"

/* Never names, in capitals or not. */
static const char NEVER[] =
	" non pouvoir pouvoirs procuration procurations absent absents absente absentes excuse excuses excusee"
	" excusees present presents presente presentes represente representee representes representees secretaire secretaires"
	" quorum votants votant objet deliberation deliberations assistaient assistait etaient etait etaients"
	" considerant suppleant suppleants suppleante suppleantes titulaire titulaires municipal municipaux"
	" municipale municipales communautaire communautaires departemental departementaux regional regionaux"
	" conseil seance suffrages votes abstentions abstention communaute convocation prefecture formant lesquels"
	" etant ayant a et regulierement procedure delegation delegations afferents directrice directeur neant aucun aucune par"
	" designation nomination approbation adoption communication communications ouverture installation informations auditeurs ont sont"
	" nom noms prenom prenoms mandant mandants mandataire mandataires diverses scrutateurs assesseurs membres ";
/* Functions: not even after a civility ("M. le Président", "Mme ADJOINTE"). */
static const char FUNCTIONS[] =
	" conseiller conseillers conseillere conseilleres adjoint adjoints adjointe adjointes delegue delegues"
	" deleguee deleguees president presidents presidente presidentes maires doyen doyenne rapporteur"
	" rapporteure directeur directrice administrateur administrateurs administratrice administratrices ";
/* Words that open a sentence or a line of the act; in capitals they may be somebody's name (M. PAGE, M. AVANT). */
static const char NEVER_TITLE[] =
	" vu il elle ils elles on sont en ce ces cet cette apres avant conformement ainsi sur par pour dans afin suite"
	" lecture un une au aux assiste assistent egalement ouverture approbation compte proces extrait"
	" departement commune republique canton arrondissement mairie service services direction envoye recu"
	" publie affiche certifie accuse transmis page acte annexe nature domaine vote contre convoque convoques"
	" effectif membre elus elu legalement dument an nombre total soit ordre date point article affaire"
	" affaires delai reunion assemblee comite bureau commission monsieur madame messieurs mesdames maire"
	" maires tous toutes quand lors precision precisions remarque observations observation etat fait et ou exercice"
	" personne personnes information informations nomination designation election installation adoption"
	" finances finance urbanisme question questions liste tableau resultat participaient retarde retardes retardee retardees invite invites invitee invitees presse techniciens "
	" observateurs partenaires demissionnaires arrivee arrivees arrive depart sortie association associations ecole ecoles college colleges lycee lycees"
	" quartier quartiers acquisition rehabilitation creation ";

bool name_never(const struct reader *rd, size_t i)
{
	const struct token *tok = &rd->t.at[i];

	/* "A. PETIT", "A-S. PETIT", ", A Petit," */
	if (tok->key.n == 1 && tok->shape != SHAPE_LOWER &&
	    ((tok_mark(&rd->t, i + 1, '-') && rd->t.at[i + 2].key.n == 1 && !rd->t.at[i + 2].space && rd->t.at[i + 2].shape != SHAPE_LOWER) ||
	     (tok_mark(&rd->t, i + 1, '.') && !rd->t.at[i + 1].space) ||
	     (i > 0 && tok_among(&rd->t, i - 1, " , ; ") && rd->t.at[i + 1].kind == TOK_WORD && rd->t.at[i + 1].shape == SHAPE_TITLE)))
		return false;
	if (trailing_initial(rd, i))
		return false;
	if (tok_among(&rd->t, i, " questions affaires ") && tok_among(&rd->t, i + 1, " diverses "))
		return true;
	/* "Paul Petit⏎Vice-présidents : …" */
	if (tok_among(&rd->t, i, " vice ") && tok_among(&rd->t, i + 1 + tok_mark(&rd->t, i + 1, '-'), " president presidente presidents presidentes "))
		return true;
	/* "Conseillers présents : COMPTE-RENDU DU CONSEIL" */
	if (tok_among(&rd->t, i, " compte proces ") && tok_mark(&rd->t, i + 1, '-') && tok_among(&rd->t, i + 2, " rendu verbal "))
		return true;
	if (tok_among(&rd->t, i, NEVER) || tok_among(&rd->t, i, FUNCTIONS) || act_title_at(rd, i))
		return true;
	return tok->shape == SHAPE_TITLE && tok_among(&rd->t, i, NEVER_TITLE);
}

bool name_is_function(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, FUNCTIONS);
}
