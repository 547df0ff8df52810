/* SPDX-License-Identifier: EUPL-1.2 */
/* How far a place's name goes in a heading: where line ends were lost, the next heading stands right behind it, in the same capitals. */
#include "collectivite_priv.h"

#define GOES_ON_TOKENS 14
#define COLUMN_GAP 4 /* bytes of white space */
#define COMMON_NOUNS 2 /* "ordures ménagères" */

bool place_particle(const struct reader *rd, size_t i)
{
	static const char *const particles[] = { "de", "du", "des", "d",    "la",  "le", "les", "l",
						 "et", "en", "sur", "sous", "aux", "a",	 "lez", NULL };

	return word_in(rd, i, particles);
}

/* "DÉPARTEMENT DE LA VAUGINE RÉUNION DE", not "département de La Réunion", "Région Réunion" */
static bool is_a_meeting(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "reunion") && (word_is(rd, i + 1, "du") || i == 0 || !tok_among(&rd->t, i - 1, " la region departement ile "));
}

bool place_ends_at(const struct reader *rd, size_t i)
{
	static const char *const others[] = {
		"seance",	 "extrait",  "date",	"nombre",	  "presents",	"deliberation", "conseil",
		"departement",	 "canton",   "dument",	"arrondissement", "republique", "objet",	"legalement",
		"regulierement", "vu",	     "commune", "proces",	  "compte",	"rapporteur",	"lundi",
		"mardi",	 "mercredi", "jeudi",	"vendredi",	  "samedi",	"dimanche",	"monsieur",
		"madame",	 "mairie",   "membres", "maire",	  "president",	"registre",	"feuillet",
		"folio",	 "page",     "feuille",	"conseillers",	  "conseiller",	"delegues",	"convocation",
		"absents",	 "excuses",  "elus",	"services",	  "session",	"sessions",	"assemblee",
		"commission",	 "comite",   "bureau",	"direction",	  "liste",	"releve",	"budget",
		"ordre",	 "annexe",   "tableau", "rapport",	  "decision",	"decisions",	"affichage",
		"hotel",	 "tel",	     "cabinet", "secretariat",	  "compte",	"deliberations", "accuse",	NULL
	};
	size_t next;

	/* "Syndicat du Pays de Mirebois⏎Le comité syndical" */
	if (tok_among(&rd->t, i, " le la ") && rd->t.at[i].lines > 0 && organe_at(rd, i + 1, &next) != NULL)
		return true;
	return i >= rd->t.n || rd->t.at[i].lines >= 2 || rd->t.at[i].kind == TOK_NUMBER || word_in(rd, i, others) || is_civility(&rd->t, i, &next) ||
	       tok_phrase(&rd->t, i, "l ' an", &next) || is_a_meeting(rd, i);
}

/* "COMMUNE DE VALBRISE PLACE DE LA HALLE", not "VILLERS LA RUE", "Villers-Place" */
bool place_address_at(const struct reader *rd, size_t k)
{
	return rd->t.at[k - 1].kind == TOK_WORD && !place_particle(rd, k - 1) &&
	       tok_among(&rd->t, k, " place rue avenue boulevard route chemin esplanade allee allees quai square impasse salle bp cs ");
}

bool place_begins_another(const struct reader *rd, size_t k)
{
	static const char words[] = " etaient etait sont ont siege secretaire secretaires pouvoir pouvoirs procuration procurations votants quorum affiche affichee publie publiee recu recue"
				    " envoye transmis ainsi pour acte actes certifie certifiee executoire ref reference references point points dossier dossiers finances urbanisme service"
				    " code titulaires suppleants effectif domaine matiere nature election elections vote votes approbation adoption nomenclature ouverture heure horaire"
				    " lieu etat loi projet projets theme rapporteurs avis motion voeu question questions apres convoque convoques liberte egalite tribunal assistaient"
				    " assistait assistent invite invites titre sommaire nom noms prenom prenoms signature signatures cachet visa visas delegation delegations mandants"
				    " mandataires presidence fait delibere piece pieces prefecture prefet sous numero identifiant id fax email mail courriel site internet adresse cedex"
				    " lecture designation installation information informations communication communications exercice oui pages affaire affaires"
				    " intercommunalite pole ";

	return rd->t.at[k].shape != SHAPE_LOWER && tok_among(&rd->t, k, words) && !tok_mark(&rd->t, k - 1, '-') && !(place_particle(rd, k - 1) && !tok_among(&rd->t, k, " exercice "));
}

static bool is_column_gap(const struct reader *rd, size_t i)
{
	return i > 0 && i < rd->t.n && rd->t.at[i].lines == 0 && rd->t.at[i].start - rd->t.at[i - 1].end >= COLUMN_GAP;
}

/* "COMPTE RENDU DU CONSEIL MUNICIPAL DE VALBRISE DU 4 AVRIL 2024", at the second "DU" */
static bool is_of_a_day(const struct reader *rd, size_t i)
{
	struct date d;
	int weekday;

	return tok_among(&rd->t, i, " du le ") && rd->t.at[i].space && (leaf_date(&rd->t, i + 1, &d, &weekday) > i + 1 || leaf_day(&rd->t, i + 1, &d, &weekday) > i + 1 || word_is(rd, i + 1, "mois"));
}

bool place_parts_at(const struct reader *rd, size_t i)
{
	const struct token *before = &rd->t.at[i - 1], *t = &rd->t.at[i];

	if (is_column_gap(rd, i) || place_begins_another(rd, i) || is_of_a_day(rd, i))
		return true;
	if (tok_mark(&rd->t, i, '-') && t->space)
		return tok_mark(&rd->t, i + 1, '-') || (rd->t.at[i + 1].space && place_ends_at(rd, i + 1));
	return before->shape == SHAPE_UPPER && before->key.n > 2 && t->kind == TOK_WORD && t->key.n > 1 && t->shape != SHAPE_UPPER && t->shape != SHAPE_LOWER && t->space && !place_particle(rd, i);
}

/* "le Pays", "le Bassin": of which one is told behind it. */
static bool is_generic(const struct reader *rd, size_t i)
{
	static const char *const words[] = { "pays", "bassin", "canton", "territoire", "plateau", "conservatoire", "scot", "grand", NULL };

	return word_in(rd, i, words);
}

/* "COMMUNE DE VALBRISE⏎AVIS AUX HABITANTS": the next line of a heading; not "SAINT⏎AUBIN", "VAL DE⏎MIREBOIS" */
static bool is_next_heading(const struct reader *rd, size_t k)
{
	return rd->t.at[k].lines > 0 && rd->t.at[k].kind == TOK_WORD && rd->t.at[k - 1].kind == TOK_WORD && !place_particle(rd, k) &&
	       !place_particle(rd, k - 1) && !is_generic(rd, k - 1) && !tok_among(&rd->t, k - 1, " saint sainte st ste ") &&
	       !tok_among(&rd->t, k, " saint sainte st ste ");
}

/* "Valbrise Le" of "Le conseil": back to the last word that a name may end with. */
static size_t without_small_words(const struct reader *rd, size_t i, size_t end)
{
	while (end > i + 1 && rd->t.at[end - 1].space && (place_particle(rd, end - 1) || rd->t.at[end - 1].key.n < 2 || tok_among(&rd->t, end - 1, " au est se qui dans par avec ")))
		end--;
	return end;
}

bool place_is_loose(const struct reader *rd, size_t name, size_t end)
{
	const size_t last = end - 1;

	return last > name && rd->t.at[last].space && rd->t.at[last - 1].kind == TOK_WORD && !place_particle(rd, last - 1) && !is_generic(rd, last - 1) &&
	       !tok_among(&rd->t, last - 1, " saint sainte st ste val haut haute grand grande trois deux ");
}

size_t place_name(const struct reader *rd, size_t i, bool one_line)
{
	size_t end = i, park;
	int shape = -1;

	for (size_t k = i; k < i + 14 && !place_ends_at(rd, k) &&
			   !(end > i && (place_address_at(rd, k) || is_column_gap(rd, k) || place_begins_another(rd, k) || is_of_a_day(rd, k) || (one_line && is_next_heading(rd, k)))); k++) {
		if (tok_phrase(&rd->t, k, "parc naturel regional", &park)) {
			k = park - 1;
			shape = -1;
			continue;
		}
		const struct token *t = &rd->t.at[k];
		const bool joined = tok_mark(&rd->t, k - 1, '-') && !t->space;

		if (tok_mark(&rd->t, k, '\'') || (tok_mark(&rd->t, k, '-') && !t->space))
			continue;
		if (t->kind == TOK_WORD && place_particle(rd, k) &&
		    (joined || t->shape == SHAPE_LOWER || (shape == SHAPE_UPPER && (t->shape == SHAPE_UPPER || tok_mark(&rd->t, k + 1, '\'')))))
			continue;
		if (t->kind == TOK_WORD && t->key.n == 1 && t->shape != SHAPE_LOWER && tok_mark(&rd->t, k + 1, '.')) /* "Z.I." */
			break;
		const bool letter = t->key.n == 1 && tok_mark(&rd->t, k - 1, '\'') && !t->space; /* "ORVA'H" */

		if (end > i && is_generic(rd, end - 1) && (place_particle(rd, k - 1) || tok_mark(&rd->t, k - 1, '\'')))
			shape = -1; /* "Pays d'AUZELLE" */
		/* "Mirebois-le-haut" */
		if (t->kind != TOK_WORD || (!joined && !letter && (t->shape == SHAPE_LOWER || (shape >= 0 && (int)t->shape != shape))))
			break;
		shape = joined || letter ? shape : (int)t->shape;
		end = k + 1;
	}
	end = without_small_words(rd, i, end);
	return end == i + 1 && is_generic(rd, i) ? i : end;
}

/* "de", "et de la", "en" of "en eau potable": the token of the noun behind them, or k. */
static size_t past_of(const struct reader *rd, size_t k, bool *ret_bare)
{
	const size_t of = k + word_is(rd, k, "et");

	*ret_bare = false;
	if (word_is(rd, k, "en") && tok_among(&rd->t, k + 1, " eau electricite energie gaz "))
		return k + 1;
	if (!tok_among(&rd->t, of, " de du des d "))
		return k;
	size_t noun = of + 1 + tok_mark(&rd->t, of + 1, '\'');

	*ret_bare = !tok_among(&rd->t, of, " du des ") && !tok_among(&rd->t, noun, " la le les l ");
	if (tok_among(&rd->t, noun, " la le les l "))
		noun += 1 + tok_mark(&rd->t, noun + 1, '\'');
	return noun;
}

static bool is_infinitive(const struct reader *rd, size_t i)
{
	const struct str w = rd->t.at[i].key;

	return w.n > 3 && w.p[w.n - 1] == 'r' && (w.p[w.n - 2] == 'e' || w.p[w.n - 2] == 'i');
}

static bool is_common_noun(const struct reader *rd, size_t i)
{
	return i < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_LOWER && rd->t.at[i].key.n > 2 && rd->t.at[i].lines < 2 &&
	       !tok_among(&rd->t, i, " une moins plus autre facon maniere droit plein ses son leur leurs cette qui que est sont ont par dont pour reuni reunis ");
}

size_t place_goes_on(const struct reader *rd, size_t end)
{
	bool bare, open = false;
	size_t k = end, noun = end;

	for (size_t of; k < end + GOES_ON_TOKENS && !place_ends_at(rd, k) && (of = past_of(rd, k, &bare)) > k;) {
		const size_t capitals = place_name(rd, of, false);

		if (capitals > of ? k == end : !is_common_noun(rd, of) || (bare && is_infinitive(rd, of)))
			break;
		noun = of;
		open = capitals == noun;
		for (k = open ? noun + 1 : capitals; open && is_common_noun(rd, k) && k < noun + COMMON_NOUNS; k++)
			;
	}
	const bool verb = open && k == noun + COMMON_NOUNS && rd->t.at[k].shape == SHAPE_LOWER && rd->t.at[k].kind == TOK_WORD; /* "des déchets organisent une" */

	return verb || (open && is_common_noun(rd, k)) ? 0 : k;
}
