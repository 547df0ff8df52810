/* SPDX-License-Identifier: EUPL-1.2 */
/* Tallies and results: the shapes they come in, what is missing in them, and what looks like a vote and is none. */
#include "../../support/act_support.h"

#define HEAD                                                                                                   \
	"Commune de Mirebois\n\nSéance du 12 mars 2024\n\nLe conseil municipal,\n\nVu le code général des " \
	"collectivités territoriales ;\n\n"
#define UNSEEN (-1)
#define UNREAD (-2) /* there, and not understood */

static void voice(const struct act_case *c, const struct vote *v, const struct field *f, int want, int line)
{
	const enum field_status status = want >= 0 ? FIELD_LU : want == UNSEEN ? FIELD_ABSENT : FIELD_ILLISIBLE;

	(void)c;
	if (f->statut == status && (want < 0 || f->nombre == want))
		return;
	print_error("line %d: voice %zd is %s %lld, not %d\n", line,
		    ((const char *)f - (const char *)v) / (ptrdiff_t)sizeof *f, statut_word(f->statut),
		    (long long)f->nombre, want);
	fail();
}

/* One vote with these voices and this word of result ("?": ambigu, "!": illisible, "-": absent). */
static void check(const char *text, int pour, int contre, int abstentions, const char *formule, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (c.r->actes[0].votes_n != 1) {
		print_error("line %d: %zu votes\n", line, c.r->actes[0].votes_n);
		fail();
	}
	const struct vote *v = &c.r->actes[0].votes[0];

	voice(&c, v, &v->pour, pour, line);
	voice(&c, v, &v->contre, contre, line);
	voice(&c, v, &v->abstentions, abstentions, line);
	if (formule[0] == '!')
		act_status_at(&c, "vote.formule", FIELD_ILLISIBLE, line);
	else if (strcmp(formule, "-") == 0)
		act_status_at(&c, "vote.formule", FIELD_ABSENT, line);
	else if (formule[0] == '?')
		act_status_at(&c, "vote.formule", FIELD_AMBIGU, line);
	else
		act_text_at(&c, "vote.formule", formule, line);
	act_close(&c);
}
#define VOTE(text, pour, contre, abst, formule) check(HEAD text, pour, contre, abst, formule, __LINE__)

static void none(const char *text, int line)
{
	struct act_case c;

	act_open(&c, text);
	for (size_t i = 0; i < c.r->actes[0].votes_n; i++) {
		const struct vote *v = &c.r->actes[0].votes[i];

		if (v->pour.statut == FIELD_LU || v->contre.statut == FIELD_LU || v->abstentions.statut == FIELD_LU) {
			print_error("line %d: read a tally\n", line);
			fail();
		}
	}
	act_close(&c);
}
#define NO_TALLY(text) none(HEAD text, __LINE__)

TEST(test_votes__labels_then_numbers)
{
	VOTE("Décide : d'acheter.\n\nVote :\n\nPour : 54 Contre : 0 Abstentions : 0\n\nEn conséquence, la délibération "
	     "est adoptée à l'unanimité.\n",
	     54, 0, 0, "unanimite");
	VOTE("Décide d'acheter.\n\nPour : 12 – Contre : 3 – Abstention : 2\n\nAdopté à la majorité.\n", 12, 3, 2,
	     "majorite");
	VOTE("Décide d'acheter.\n\nVoix contre : 2\nVoix pour : 10\nAbstention(s) : 1\n\nLa délibération est "
	     "adoptée.\n",
	     10, 2, 1, "adopte");
}

TEST(test_votes__numbers_then_words)
{
	VOTE("Le conseil municipal, après en avoir délibéré, par dix-sept voix pour, deux voix contre et une "
	     "abstention, DÉCIDE d'acheter.\n",
	     17, 2, 1, "adopte");
	VOTE("VOTE : 15 pour, 2 contre, 1 abstention\n", 15, 2, 1, "-");
	VOTE("2 votes contre 1 abstention 9 votes pour\n", 9, 2, 1, "-");
	VOTE("Adopté à la majorité par 25 voix contre 3.\n", 25, 3, UNSEEN, "majorite");
	VOTE("à l'unanimité des suffrages exprimés, 38 votes pour, dont 3 procurations (M. ARBEL, Mme DORVAL) 11 "
	     "abstentions\n",
	     38, UNSEEN, 11, "unanimite");
	VOTE("Adopté à la majorité : quatre (4) abstentions, 14 voix pour\n", 14, UNSEEN, 4, "majorite");
}

TEST(test_votes__zero_as_people_write_it)
{
	VOTE("Pour : 15 Contre : / Abstentions : /\n\nAdopté à l'unanimité.\n", 15, 0, 0, "unanimite");
	VOTE("Pour : 15 Contre : néant Abstention : aucune\n\nAdopté à l'unanimité.\n", 15, 0, 0, "unanimite");
	VOTE("Pour : quinze Contre : zéro Abstention : O\n\nAdopté à l'unanimité.\n", 15, 0, 0, "unanimite");
}

TEST(test_votes__a_voice_not_stated_is_absent_never_zero)
{
	VOTE("Vote : Pour : 12 Abstentions : 3\n\nAdopté à l'unanimité.\n", 12, UNSEEN, 3, "unanimite");
	VOTE("Pour : 54 Contre : Abstentions : 11\nAdopté à l'unanimité\n", 54, UNSEEN, 11, "unanimite");
	VOTE("1 abstention, 11 votes pour\n", 11, UNSEEN, 1, "-");
}

TEST(test_votes__names_read_whole_are_their_number)
{
	VOTE("Pour : 12 Contre : M. ARBEL, Mme DORVAL Abstentions : 0\n\nAdopté à la majorité.\n", 12, 2, 0, "majorite");
	VOTE("Le conseil municipal, à l'unanimité, MM. ARBEL et DORVAL votant contre, DÉCIDE d'acheter.\n", UNSEEN, 2,
	     UNSEEN, "unanimite");
	VOTE("Le conseil municipal, à l'unanimité, M. ARBEL, Mme DORVAL et M. CASTEL votant contre :\n- FIXE le prix.\n",
	     UNSEEN, 3, UNSEEN, "unanimite");
	VOTE("Le conseil municipal, à l'unanimité, DÉCIDE d'acheter.\nOnt voté contre : M. Paul ARBEL, Mme Anne "
	     "DORVAL.\n",
	     UNSEEN, 2, UNSEEN, "unanimite");
	VOTE("Adopté à l'unanimité.\nS'abstient : Mme DORVAL\n", UNSEEN, UNSEEN, 1, "unanimite");
	VOTE("Adopté à la majorité, 2 contre (M. ARBEL, M. DORVAL).\n", UNSEEN, 2, UNSEEN, "majorite");
	VOTE("Adopté à la majorité, avec l'abstention de Mme DORVAL.\n", UNSEEN, UNSEEN, 1, "majorite");
	VOTE("Adopté à l'unanimité, sauf M. ARBEL qui s'abstient.\n", UNSEEN, UNSEEN, 1, "unanimite");
}

/* A group, a mayor without a name, a pouvoir carried, a row that goes on: the number is not that of the names read. */
TEST(test_votes__names_not_read_whole_are_no_number)
{
	VOTE("Pour : 12 Contre : Mirebois Ensemble Abstentions : 0\n\nAdopté à la majorité.\n", 12, UNREAD, 0,
	     "majorite");
	VOTE("Pour : 12 Contre : M. ARBEL (pouvoir de Mme DORVAL) Abstentions : 0\n\nAdopté à la majorité.\n", 12,
	     UNREAD, 0, "majorite");
	VOTE("Le conseil municipal, à l'unanimité, M. le Maire et M. ARBEL votant contre, DÉCIDE d'acheter.\n", UNSEEN,
	     UNREAD, UNSEEN, "unanimite");
	VOTE("Le conseil municipal, à l'unanimité, DÉCIDE d'acheter.\nOnt voté contre : M. ARBEL, adjoint, Mme DORVAL.\n",
	     UNSEEN, UNREAD, UNSEEN, "unanimite");
	VOTE("Le conseil municipal, à l'unanimité, le groupe Ensemble s'abstenant, DÉCIDE d'acheter.\n", UNSEEN, UNSEEN,
	     UNREAD, "unanimite");
}

TEST(test_votes__names_beside_their_number_are_one_vote)
{
	VOTE("Pour : 12 Contre : 2 Abstentions : 0. Ont voté contre : M. ARBEL, Mme DORVAL.\n\nAdopté à la majorité.\n",
	     12, 2, 0, "majorite");
}

TEST(test_votes__figures_then_words)
{
	VOTE("Le conseil municipal, par 11 (onze) voix pour, 8 (huit) voix contre et 0 (zéro) abstention, à l'unanimité, "
	     "DÉCIDE d'acheter.\n",
	     11, 8, 0, "unanimite");
	VOTE("Le conseil municipal, par onze (11) voix pour, huit (8) voix contre et zéro (0) abstention, à l'unanimité, "
	     "DÉCIDE d'acheter.\n",
	     11, 8, 0, "unanimite");
	VOTE("Votes pour : 11 (onze)\nVotes contre : 8 (huit)\nAbstentions : 0\n\nAdopté à la majorité.\n", 11, 8, 0,
	     "majorite");
}

TEST(test_votes__figures_that_contradict_their_words)
{
	struct act_case c;

	act_open(&c, HEAD "Le conseil municipal, par 11 (douze) voix pour et une (1) voix contre, DÉCIDE d'acheter.\n");
	act_statut(&c, "vote.pour", FIELD_AMBIGU);
	assert_int_equal(act_field(&c, "vote.pour")->n, 2);
	act_nombre(&c, "vote.contre", 1);
	act_close(&c);
}

/* The dispositif adopts: without it "majorite" has nothing to compare. */
TEST(test_votes__a_decision_beside_a_tally_adopts)
{
	VOTE("Le conseil municipal, après en avoir délibéré, par 5 voix POUR, 8 voix CONTRE et 0 ABSTENTION, APPROUVE les "
	     "tarifs.\n",
	     5, 8, 0, "adopte");
	VOTE("Le conseil municipal, par 5 voix pour, 8 voix contre :\n- FIXE le prix à 12 € ;\n- AUTORISE la vente.\n", 5,
	     8, UNSEEN, "adopte");
	VOTE("Le conseil municipal, par 5 voix pour et 8 voix contre (M. ARBEL), : ADOPTE la proposition.\n", 5, 8, UNSEEN,
	     "adopte");
	VOTE("Le conseil municipal, après en avoir délibéré, DÉCIDE d'acheter la parcelle.\n\nPour : 5 Contre : 8\n", 5,
	     8, UNSEEN, "adopte");
	VOTE("Le conseil municipal, par 5 voix pour et 8 voix contre :\n- DÉCIDE d'acheter.\n\nPour extrait "
	     "conforme.\n\nLe silence de la commune vaut rejet.\n",
	     5, 8, UNSEEN, "adopte");
}

TEST(test_votes__a_decision_that_refuses_does_not_adopt)
{
	VOTE("Le conseil municipal, par 5 voix pour et 8 voix contre, DÉCIDE de ne pas acheter.\n", 5, 8, UNSEEN, "!");
	VOTE("Le conseil municipal, par 5 voix pour et 8 voix contre, DÉCIDE de rejeter l'offre.\n", 5, 8, UNSEEN, "!");
	VOTE("Le conseil municipal, par 5 voix pour et 8 voix contre, REFUSE l'offre.\n", 5, 8, UNSEEN, "!");
	VOTE("Le maire propose d'acheter. Pour : 5 Contre : 8 Abstentions : 0\n", 5, 8, 0, "-");
	VOTE("DÉCIDE d'acheter.\n\nPour : 6 Contre : 6 Abstentions : 0\n\nLa voix du maire est prépondérante.\n", 6, 6,
	     0, "!");
}

TEST(test_votes__approuve_agrees_with_a_majority)
{
	VOTE("Le conseil municipal approuve la convention par 11 voix pour et 1 voix contre. Adopté à la majorité.\n", 11,
	     1, UNSEEN, "majorite");
	VOTE("Le conseil municipal, après en avoir délibéré, approuve la convention.\n\nPour : 11 Contre : 1 "
	     "Abstention : 0\n\nAdopté à la majorité.\n",
	     11, 1, 0, "majorite");
	VOTE("Le conseil municipal, par 11 voix pour et 1 voix contre, approuve la convention.\n\nAdopté à la "
	     "majorité.\n",
	     11, 1, UNSEEN, "majorite");
}

TEST(test_votes__only_unanimity_is_said_where_only_unanimity_is_said)
{
	struct act_case c;

	act_open(&c, HEAD "Le conseil municipal, à l'unanimité, le groupe Ensemble votant contre, DÉCIDE d'acheter.\n");
	assert_contains(arena_dup(&c.a, act_field(&c, "vote.contre")->raison).p, "« contre »");
	assert_null(strstr(arena_dup(&c.a, act_field(&c, "vote.pour")->raison).p, "aucun décompte"));
	act_close(&c);
}

/* Who takes no part is told beside the result: their number is unread, and was « non mentionné ». */
TEST(test_votes__who_takes_no_part_is_not_absent)
{
	static const struct { const char *text; enum field_status wanted; } forms[] = {
		{ "Le conseil, après en avoir délibéré, à l'unanimité des membres présents, excepté M. Bruno TANCARVAL qui ne prend pas part au vote, "
		  "DÉCIDE d'acheter le pré.", FIELD_ILLISIBLE },
		{ "MM. Bruno TANCARVAL et Denis OURCELLE ne participent pas au vote.\n\nPour : 11 Contre : 0\n\nAdopté à l'unanimité", FIELD_ILLISIBLE },
		{ "Le conseil, après en avoir délibéré, par 11 voix pour et 2 contre, Mme le Maire ne prenant pas part au vote, DÉCIDE d'acheter le pré.",
		  FIELD_ILLISIBLE },
		{ "Le conseil, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter le pré.", FIELD_ABSENT },
		{ "Le conseil, après en avoir délibéré, par 11 voix pour et 2 contre, DÉCIDE d'acheter le pré.", FIELD_ABSENT },
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct act_case c;
		char text[2048];

		snprintf(text, sizeof text, "%s%s\n", HEAD, forms[i].text);
		act_open(&c, text);
		assert_int_equal(c.r->actes[0].votes[0].ne_prennent_pas_part.statut, forms[i].wanted);
		act_close(&c);
	}
}

/* A form that nobody filled in; and "contre" as half of a word. */
TEST(test_votes__forms_left_as_they_are)
{
	VOTE("Décide/ou non, à l'unanimité des membres présents ;\n\nd'acheter le pré.", UNSEEN, UNSEEN, UNSEEN, "!");
	VOTE("Après en avoir délibéré, les membres du conseil, à l'unanimité non, décident ;\n\nd'acheter le pré.", UNSEEN, UNSEEN, UNSEEN, "!");
	VOTE("Après en avoir délibéré, le conseil, à l'unanimité, DÉCIDE de louer le pré, clos ou non, aux riverains.", UNSEEN, UNSEEN, UNSEEN, "unanimite");
	VOTE("Après en avoir délibéré, le conseil, à l'unanimité, DÉCIDE de fixer à 0,03 € la contre-valeur de l'eau.", UNSEEN, UNSEEN, UNSEEN, "unanimite");
}

TEST(test_votes__unanimite_sans_decompte)
{
	struct act_case c;

	act_open(&c, HEAD "Après en avoir délibéré, le conseil municipal, à l'unanimité, DÉCIDE d'acheter.\n");
	act_texte(&c, "vote.formule", "unanimite");
	act_statut(&c, "vote.contre", FIELD_ABSENT);
	assert_contains(arena_dup(&c.a, act_field(&c, "vote.pour")->raison).p,
			"aucun décompte : l'acte ne dit que « à l'unanimité »");
	act_texte(&c, "vote.formule_texte",
		  "Après en avoir délibéré, le conseil municipal, à l'unanimité, DÉCIDE d'acheter.");
	act_close(&c);
}

TEST(test_votes__results)
{
	VOTE("La délibération est rejetée.\n", UNSEEN, UNSEEN, UNSEEN, "rejet");
	VOTE("Pour : 3 Contre : 12 Abstention : 0\n\nLa délibération n'est pas adoptée.\n", 3, 12, 0, "rejet");
	VOTE("Le conseil municipal prend acte du rapport.\n", UNSEEN, UNSEEN, UNSEEN, "prend_acte");
	VOTE("Le Conseil Adopte.\n", UNSEEN, UNSEEN, UNSEEN, "adopte");
	VOTE("VOTE : UNANIMITÉ\n", UNSEEN, UNSEEN, UNSEEN, "unanimite");
	VOTE("Après en avoir délibéré, DÉCIDE d'acheter la parcelle.\n", UNSEEN, UNSEEN, UNSEEN, "adopte");
}

TEST(test_votes__both_boxes_of_a_form)
{
	VOTE("après en avoir délibéré, approuve la convention.\n\nAdopté à l'unanimité : Adopté à la majorité : Voix "
	     "contre : 0 Abstentions : 4\n",
	     UNSEEN, 0, 4, "?");
	VOTE("après en avoir délibéré, approuve la convention.\n\nAdopté à l'unanimité :\nAdopté à la majorité :\n",
	     UNSEEN, UNSEEN, UNSEEN, "?");
}

TEST(test_votes__result_of_the_act_with_the_tally_in_the_heading)
{
	check("Votants : 18 - pour : 17 - contre : 0 - abstention : 1\n\nSéance du 12 mars 2024\n\nLe conseil "
	      "municipal, Vu le code de commerce ;\n\nMme le Maire "
	      "rappelle les faits.\n\nMme le Maire propose d'acheter la parcelle AB 12 au prix fixé par le service des "
	      "domaines, frais compris, et de signer l'acte "
	      "chez le notaire de la commune avant la fin de l'année en cours, les crédits étant inscrits au "
	      "budget.\n\nAprès en avoir délibéré, le conseil "
	      "municipal, à l'unanimité des suffrages exprimés, DÉCIDE d'acheter la parcelle.\n",
	      17, 0, 1, "unanimite", __LINE__);
}

/* What was said of the minutes never makes the far tally unanimous. */
TEST(test_votes__unanimity_on_the_minutes_is_another_vote)
{
	struct act_case c;

	act_open(&c, HEAD "Le procès-verbal de la séance du 6 février 2024 est approuvé à l'unanimité.\n\nMme le Maire "
			  "présente le projet de vente du pressoir, "
			  "estimé par le service des domaines, et rappelle les échanges de la commission des finances "
			  "sur le prix demandé par les voisins, puis le "
			  "calendrier des travaux que la vente rendrait possibles dès le printemps prochain sur la "
			  "place du marché.\n\nPour : 9 Contre : 6 "
			  "Abstentions : 0\n");
	assert_int_equal(c.r->actes[0].votes_n, 2);
	assert_int_equal(c.r->actes[0].votes[0].formule.statut, FIELD_LU);
	assert_int_equal(c.r->actes[0].votes[1].contre.nombre, 6);
	assert_int_equal(c.r->actes[0].votes[1].formule.statut, FIELD_ILLISIBLE);
	act_close(&c);
}

TEST(test_votes__several_tallies_keep_their_own_result)
{
	struct act_case c;

	act_open(&c, HEAD "à l'unanimité, APPROUVE la convention. à la majorité 41 votes pour, 2 votes contre, M. "
			  "ARBEL, Mme DORVAL 6 abstentions AUTORISE la vente. "
			  "à l'unanimité des suffrages exprimés 39 votes pour, 10 abstentions\n");
	const struct vote *v = c.r->actes[0].votes;

	assert_int_equal(c.r->actes[0].votes_n, 3);
	assert_str(v[0].formule.texte, "unanimite");
	assert_int_equal(v[0].pour.statut, FIELD_ABSENT);
	assert_str(v[1].formule.texte, "majorite");
	assert_int_equal(v[1].contre.nombre, 2);
	assert_str(v[2].formule.texte, "unanimite");
	assert_int_equal(v[2].pour.nombre, 39);
	act_close(&c);
}

TEST(test_votes__decoys)
{
	NO_TALLY("Le tarif passe à 350 € contre 335 € auparavant, pour 2023 comme pour 2024.\n");
	NO_TALLY("Il s'agit de lutter contre 12 nuisances et pour 3 projets.\n");
	NO_TALLY("Sur avis favorable de la commission des finances (pour : 6 ; contre : 1 ; abstention : 0), il est "
		 "proposé d'acheter.\n");
	NO_TALLY("12 agents pour 2023 et 14 pour 2024.\n");
	NO_TALLY("Le taux d'abstention fut de 48 % aux dernières élections.\n");
	NO_TALLY("M. ARBEL a obtenu 12 voix et Mme DORVAL 3 voix.\n");
}

TEST(test_votes__tally_in_a_visa_is_somebody_elses)
{
	check("Séance du 12 mars 2024\n\nLe conseil municipal,\n\nVu l'avis du comité du 9 mars 2024 (pour : 21 ; "
	      "contre : 0; abstentions : 2) ;\n\nAprès en avoir "
	      "délibéré, à l'unanimité, DÉCIDE d'acheter.\n",
	      UNSEEN, UNSEEN, UNSEEN, "unanimite", __LINE__);
}

TEST(test_votes__unanimity_told_in_a_visa)
{
	check("Séance du 12 mars 2024\n\nLe conseil municipal,\n\nVu le vote du comité social à l'unanimité ;\n\nAprès "
	      "en avoir délibéré, à la majorité, DÉCIDE d'acheter.\n",
	      UNSEEN, UNSEEN, UNSEEN, "majorite", __LINE__);
}

/* In lists of deliberations the result of one row stands before the tally of the next. */
TEST(test_votes__the_result_before_is_not_of_this_tally)
{
	struct act_case c;

	act_open(&c, HEAD "L'achat est adopté à l'unanimité.\n\nPour : 12\nContre : 3\nAbstentions : 0\n\nLa vente est "
			  "adoptée à la majorité.\n\nà l'unanimité 2024_057 PRIX DES "
			  "BACS 29 VOIX POUR et 1 VOIX CONTRE\n");
	const struct vote *v = c.r->actes[0].votes;

	assert_int_equal(c.r->actes[0].votes_n, 4);
	assert_str(v[0].formule.texte, "unanimite");
	assert_int_equal(v[0].contre.statut, FIELD_ILLISIBLE);
	assert_int_equal(v[1].contre.nombre, 3);
	assert_true(v[1].formule.statut != FIELD_LU || !str_eq(v[1].formule.texte, STR("unanimite")));
	assert_int_equal(v[3].contre.nombre, 1);
	assert_int_equal(v[3].formule.statut, FIELD_ILLISIBLE);
	act_close(&c);
}

TEST(test_votes__what_is_approved_before_the_tally_is_no_vote_of_its_own)
{
	VOTE("Le conseil municipal, après en avoir délibéré, APPROUVE la convention avec l'association et AUTORISE M. le Maire à "
	     "la signer. Pour : 12 Contre : 0 Abstention : 1 La délibération est adoptée à l'unanimité.\n",
	     12, 0, 1, "unanimite");
}

TEST(test_votes__values_detached_from_their_labels)
{
	NO_TALLY("Votes pour : Votes contre : Abstentions : 41\n");
	NO_TALLY("Présents ou représentés 40 voix Exprimés 40 voix Pour 40 voix Contre Abstention NPPV\n");
}

TEST(test_votes__a_majority_against)
{
	check(HEAD "Après en avoir délibéré, le conseil municipal, à la majorité (26 voix contre, 1 abstention et 3 "
		   "pour), refuse la vente.\n",
	      3, 26, 1, "!", __LINE__);
	check(HEAD "Le conseil municipal, par 5 voix pour et 8 voix contre, adopte à la majorité.\n", 5, 8, UNSEEN,
	      "majorite", __LINE__);
	check(HEAD "Pour : 3 Contre : 26 Abstention : 1\n\nAdopté à la majorité.\n", 3, 26, 1, "majorite", __LINE__);
	check(HEAD "Pour : 3 Contre : 26 Abstention : 1\n\nLa délibération est adoptée à la majorité.\n", 3, 26, 1,
	      "majorite", __LINE__);
}

TEST(test_votes__unanimity_of_another_assembly)
{
	check(HEAD "Le comité syndical a approuvé ce projet à l'unanimité.\n\nLe conseil municipal, après en avoir "
		   "délibéré, à la majorité, DÉCIDE d'adhérer.\n",
	      UNSEEN, UNSEEN, UNSEEN, "majorite", __LINE__);
}

TEST(test_votes__a_page_number_is_no_vote)
{
	struct act_case c;

	act_open(&c, HEAD "Décide d'acheter.\n\nPour : 54 Contre :\n 92 \nAbstentions : 11\nAdopté à l'unanimité\n");
	assert_int_not_equal(act_field(&c, "vote.contre")->statut, FIELD_LU);
	act_nombre(&c, "vote.pour", 54);
	act_nombre(&c, "vote.abstentions", 11);
	act_close(&c);
}

TEST(test_votes__spans_quote_the_text)
{
	struct act_case c;

	act_open(&c, HEAD "Décide d'acheter.\n\nPour : 54 Contre : 0 Abstentions : 1\n\nEn conséquence, la "
			  "délibération est adoptée à l'unanimité.\n");
	assert_str(act_quote(&c, act_field(&c, "vote.contre")->span), "Contre : 0");
	assert_str(act_quote(&c, act_field(&c, "vote.abstentions")->span), "Abstentions : 1");
	assert_str(act_quote(&c, act_field(&c, "vote.formule_texte")->span),
		   "En conséquence, la délibération est adoptée à l'unanimité.");
	act_close(&c);
}

TEST(test_votes__without_line_ends)
{
	struct act_case c;

	act_begin(&c);
	const char *flat = act_flat(&c, HEAD "Décide d'acheter.\n\nVote :\n\nPour : 54 Contre : 0 Abstentions : "
					     "1\n\nEn conséquence, la délibération est adoptée à "
					     "l'unanimité.\n\nPour extrait conforme\n");

	act_bytes(&c, str_c(flat));
	act_nombre(&c, "vote.pour", 54);
	act_nombre(&c, "vote.contre", 0);
	act_nombre(&c, "vote.abstentions", 1);
	act_texte(&c, "vote.formule_texte", "En conséquence, la délibération est adoptée à l'unanimité.");
	act_close(&c);
}

/* What a scanner makes of digits is read right or not at all: "2O voix" was once zero, "I2 voix" two. */
TEST(test_votes__digits_of_a_scanner)
{
	VOTE("Par 2O voix pour et 1O contre, DÉCIDE.\n", 20, 10, UNSEEN, "adopte");
	VOTE("Pour : 2O\nContre : O\nAbstention : 1O\n\nDÉCIDE.\n", 20, 0, 10, "adopte");
	NO_TALLY("Par 2o voix pour, DÉCIDE.\n");
	NO_TALLY("Par I2 voix pour, DÉCIDE.\n");
	NO_TALLY("Par l2 voix pour, DÉCIDE.\n");
	NO_TALLY("Par 2l voix pour, DÉCIDE.\n");
}

/* Found by fuzz_read: the votes of an act, one within the other. */
TEST(test_votes__stand_in_the_order_of_the_text)
{
	struct act_case c;

	act_open(&c, HEAD "Le Conseil, après en avoir délibéré, à l'unanimité ; APPROUVE le procès-verbal du 24 mai.\n"
			  "Pièce jointe : Procès-Verbal de la séance 38 Pour: Contre : Abstention : / /\n");
	const struct acte *a = &c.r->actes[0];

	assert_true(a->votes_n > 1);
	for (size_t i = 1; i < a->votes_n; i++)
		assert_true(a->votes[i - 1].span.end <= a->votes[i].span.start);
	act_close(&c);
}

TEST(test_votes__what_a_number_is_made_of)
{
	VOTE("Accepté à la majorité : 11 pour (7 + 4 procurations pour), 3 abstentions (2 + 1 procuration : L. Petit, Z. Roux) et 2 contre (1 + 1 procuration : "
	     "A. Grand et C. Vial)", 11, 2, 3, "majorite");
	VOTE("Accepté à la majorité : 11 pour (7 + 4 procurations) et 4 contre (3 + 1 procuration : L. Petit, Z. Roux).", 11, 4, UNSEEN, "majorite");
	VOTE("Adopté à la majorité : 12 voix pour (dont 2 pouvoirs), 1 voix contre, 2 abstentions (dont 1 procuration).", 12, 1, 2, "majorite");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_votes__who_takes_no_part_is_not_absent),
		cmocka_unit_test(test_votes__labels_then_numbers),
		cmocka_unit_test(test_votes__numbers_then_words),
		cmocka_unit_test(test_votes__zero_as_people_write_it),
		cmocka_unit_test(test_votes__a_voice_not_stated_is_absent_never_zero),
		cmocka_unit_test(test_votes__names_read_whole_are_their_number),
		cmocka_unit_test(test_votes__names_not_read_whole_are_no_number),
		cmocka_unit_test(test_votes__names_beside_their_number_are_one_vote),
		cmocka_unit_test(test_votes__figures_then_words),
		cmocka_unit_test(test_votes__figures_that_contradict_their_words),
		cmocka_unit_test(test_votes__a_decision_beside_a_tally_adopts),
		cmocka_unit_test(test_votes__a_decision_that_refuses_does_not_adopt),
		cmocka_unit_test(test_votes__approuve_agrees_with_a_majority),
		cmocka_unit_test(test_votes__only_unanimity_is_said_where_only_unanimity_is_said),
		cmocka_unit_test(test_votes__unanimite_sans_decompte),
		cmocka_unit_test(test_votes__forms_left_as_they_are),
		cmocka_unit_test(test_votes__results),
		cmocka_unit_test(test_votes__both_boxes_of_a_form),
		cmocka_unit_test(test_votes__result_of_the_act_with_the_tally_in_the_heading),
		cmocka_unit_test(test_votes__unanimity_on_the_minutes_is_another_vote),
		cmocka_unit_test(test_votes__several_tallies_keep_their_own_result),
		cmocka_unit_test(test_votes__decoys),
		cmocka_unit_test(test_votes__tally_in_a_visa_is_somebody_elses),
		cmocka_unit_test(test_votes__unanimity_told_in_a_visa),
		cmocka_unit_test(test_votes__the_result_before_is_not_of_this_tally),
		cmocka_unit_test(test_votes__what_is_approved_before_the_tally_is_no_vote_of_its_own),
		cmocka_unit_test(test_votes__values_detached_from_their_labels),
		cmocka_unit_test(test_votes__a_majority_against),
		cmocka_unit_test(test_votes__unanimity_of_another_assembly),
		cmocka_unit_test(test_votes__a_page_number_is_no_vote),
		cmocka_unit_test(test_votes__spans_quote_the_text),
		cmocka_unit_test(test_votes__without_line_ends),
		cmocka_unit_test(test_votes__digits_of_a_scanner),
		cmocka_unit_test(test_votes__stand_in_the_order_of_the_text),
		cmocka_unit_test(test_votes__what_a_number_is_made_of),
	};

	return RUN(tests);
}
