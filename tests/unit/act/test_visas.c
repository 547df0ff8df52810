/* SPDX-License-Identifier: EUPL-1.2 */
/* Visas: one item per "Vu", and no list without its end. */
#include "../../support/act_support.h"

#define TITLE "Séance du 12 mars 2024\n\nLa Commission permanente\n\n"
#define END " Expose :\n\nLe Département soutient ces greniers.\n\nDécide :\n\n- d'approuver la convention.\n"

static void check(const char *text, const char *const *want, int line)
{
	struct act_case c;

	act_open(&c, text);
	act_status_at(&c, "visas", FIELD_LU, line);
	const struct field *f = act_field(&c, "visas");
	size_t n = 0;

	for (; want[n] != NULL; n++)
		if (n < f->n && !str_eq(f->items[n].texte, str_c(want[n]))) {
			print_error("line %d: « %.*s », not « %s »\n", line, STR_ARG(f->items[n].texte), want[n]);
			fail();
		}
	if (n != f->n) {
		print_error("line %d: %zu visas, not %zu\n", line, f->n, n);
		fail();
	}
	act_close(&c);
}
#define VISAS(text, ...) check((text), (const char *const[]){ __VA_ARGS__, NULL }, __LINE__)
#define CODE "Vu le code général des collectivités territoriales, notamment l'article L. 3211-2"

TEST(test_visas__one_per_vu)
{
	VISAS(TITLE CODE " ;\n\nVu la délibération du Conseil départemental du 1er juillet 2021 portant délégation "
			 "d'attributions à la\nCommission permanente ;\n" END,
	      CODE,
	      "Vu la délibération du Conseil départemental du 1er juillet 2021 portant délégation d'attributions à la "
	      "Commission permanente");
	VISAS(TITLE
	      "VU le code de commerce,\nVU l'avis du comité,\nConsidérant que la convention expire,\n\nDécide :\n",
	      "VU le code de commerce", "VU l'avis du comité");
}

TEST(test_visas__what_ends_them)
{
	VISAS(TITLE CODE " ;\n\nLe rapporteur entendu,\n\nDécide :\n", CODE);
	VISAS(TITLE CODE " ;\n\nM. le Président présente le dossier.\n\nDécide :\n", CODE);
	VISAS(TITLE CODE ".\n\nAprès en avoir délibéré, DÉCIDE d'acheter.\n", CODE);
	VISAS(TITLE CODE " ;\n\nLa Commission permanente, après en avoir délibéré, DÉCIDE d'acheter.\n", CODE);
}

/* Each ran on to the decision, and lent the visa its words. */
TEST(test_visas__what_was_done_before_ends_them)
{
	VISAS(TITLE CODE " ;\nAyant décidé, à l'unanimité, de voter à main levée ;\nDésigne Mme Léa DORVAL.\n", CODE);
	VISAS(TITLE CODE " ; Ayant décidé, à l'unanimité, de voter à main levée ; Désigne Mme Léa DORVAL.\n", CODE);
	VISAS(TITLE CODE " ; Désigne Mme Léa DORVAL.\nPour : 3\n", CODE);
	VISAS(TITLE CODE ",\nApprouve la convention.\nPour : 3\n", CODE);
	VISAS(TITLE CODE " ;\nVu l'arrêté du 3 mars, Ayant trait aux greniers ;\n" END, CODE, "Vu l'arrêté du 3 mars, Ayant trait aux greniers");
}

TEST(test_visas__who_chairs_is_heard_behind_them)
{
	VISAS(TITLE CODE " ;\nLe Président expose que le règlement date de 2015.\nDécide :\n", CODE);
	VISAS(TITLE CODE " ; La présidente entendue, la Commission permanente, après en avoir délibéré, DÉCIDE d'acheter.\n", CODE);
	VISAS(TITLE CODE " ;\nVu l'arrêté par lequel le Président donne délégation à Mme ARBEL ;\n" END, CODE,
	      "Vu l'arrêté par lequel le Président donne délégation à Mme ARBEL");
}

TEST(test_visas__a_list_of_members_ends_them)
{
	VISAS("Séance du 12 mars 2024\nVu la loi du 14 novembre 2020.\nPrésents : M. Paul ARBEL, Mme Zoé ROUX\nLa Commission permanente, après en avoir délibéré, DÉCIDE d'acheter.\n",
	      "Vu la loi du 14 novembre 2020");
	VISAS(TITLE "Vu le compte des présents : douze membres ;\n" END, "Vu le compte des présents : douze membres");
}

TEST(test_visas__a_line_end_or_a_capital_ends_nothing)
{
	VISAS(TITLE "Vu le\nRapport du Président portant avis de\nla commission des finances et\nde Mme ARBEL ;\n" END,
	      "Vu le Rapport du Président portant avis de la commission des finances et de Mme ARBEL");
	VISAS(TITLE "Vu le code de commerce, et notamment :\n- l'article L. 100-1 ;\n- l'article L. 100-2 ;\n" END,
	      "Vu le code de commerce, et notamment : - l'article L. 100-1 ; - l'article L. 100-2");
}

TEST(test_visas__without_line_ends)
{
	VISAS("Séance du 12 mars 2024 La Commission permanente " CODE
	      " ; Vu l'avis du comité ; Considérant que la convention expire, après en avoir délibéré, DÉCIDE "
	      "d'acheter.",
	      CODE, "Vu l'avis du comité");
	VISAS("Le conseil municipal Vu le code de commerce Vu la délibération du conseil municipal du 11 avril 2022 "
	      "Considérant que le budget sera voté, DÉCIDE d'acheter.",
	      "Vu le code de commerce", "Vu la délibération du conseil municipal du 11 avril 2022");
}

TEST(test_visas__stamps_on_pages_and_words_like_vu)
{
	VISAS(TITLE CODE " ;\n" END "\nVu pour être annexé à la délibération\n", CODE);
}

TEST(test_visas__none)
{
	struct act_case c;

	/* the place of the visas is there, between the body's name and the exposé: the list is read, and empty */
	act_open(&c, TITLE END);
	act_statut(&c, "visas", FIELD_LU);
	assert_int_equal(act_field(&c, "visas")->n, 0);
	act_close(&c);
}

TEST(test_visas__no_end_found)
{
	struct act_case c;

	act_open(&c, TITLE CODE " et le");
	act_statut(&c, "visas", FIELD_ILLISIBLE);
	assert_contains(arena_dup(&c.a, act_field(&c, "visas")->raison).p, "fin");
	act_close(&c);
}

TEST(test_visas__keys_of_references)
{
	struct act_case c;

	act_open(&c, TITLE CODE
		 " ;\n\nVu la délibération du Conseil départemental du 1er juillet 2021 portant délégation ;\n" END);
	const struct field *f = act_field(&c, "references");

	assert_int_equal(f->n, 2);
	assert_str(f->items[0].cle, "CGCT/L3211-2");
	assert_str(f->items[1].cle, "DELIB/conseil_departemental/2021-07-01");
	act_close(&c);
}

/* The second half held the delegation, and the rule accused its absence. */
TEST(test_visas__a_list_cut_in_two)
{
	static const char *const cuts[] = { "Entendu le rapport de M. le Président,\n", "\n\nPage 2/6\n\nEnvoyé en préfecture le 12/03/2024\n\n",
					    "Après l'avis de la commission des finances,\n", "Considérant que le pré est à vendre ;\n" };

	for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
		struct act_case c;

		act_begin(&c);
		act_bytes(&c, arena_printf(&c.a, TITLE CODE " ;\n%sVu la délibération du Conseil départemental du 1er juillet 2021 portant "
						"délégation d'attributions à la commission permanente ;\n" END, cuts[i]));
		assert_non_null(c.r);
		if (act_field(&c, "visas")->statut == FIELD_LU)
			assert_int_equal(act_field(&c, "visas")->n, 2);
		else
			assert_contains(arena_dup(&c.a, act_field(&c, "visas")->raison).p, "… » vient plus loin");
		act_close(&c);
	}
}

/* Motives, what was heard, a stamp between two visas: the list is whole, and goes on. */
TEST(test_visas__motives_between_two_runs)
{
#define TWO CODE, "Vu l'avis du comité"
#define DECISION "Le conseil municipal, après en avoir délibéré, DÉCIDE d'acheter.\n"
	VISAS(TITLE CODE ",\nConsidérant que le pré est à vendre,\nConsidérant son prix,\nVu l'avis du comité,\n" DECISION, TWO);
	VISAS(TITLE CODE ",\nEntendu le débat du 5 mars 2024,\nVu l'avis du comité,\n" DECISION, TWO);
	VISAS(TITLE CODE ",\nEnvoyé en préfecture le 12/03/2024\nPublié le\nVu l'avis du comité,\n" DECISION, TWO);
}

static void unread(const char *text, enum field_status want, const char *why, int line)
{
	struct act_case c;

	act_open(&c, text);
	act_status_at(&c, "visas", want, line);
	assert_contains(arena_dup(&c.a, act_field(&c, "visas")->raison).p, why);
	act_close(&c);
}
#define UNREAD(text, why) unread((text), FIELD_ILLISIBLE, (why), __LINE__)
#define ABSENT(text) unread((text), FIELD_ABSENT, "aucun", __LINE__)

TEST(test_visas__a_vote_or_a_speech_between_two_runs)
{
	UNREAD(TITLE CODE ",\nConsidérant que le pré est à vendre,\nLe pré est voté à l'unanimité.\nVu l'avis du comité,\n" DECISION, "vient plus loin");
	UNREAD(TITLE CODE ",\nConsidérant que le pré est à vendre,\nM. ARBEL rappelle le prix.\nVu l'avis du comité,\n" DECISION, "vient plus loin");
}

TEST(test_visas__a_decision_in_capitals_ends_them)
{
	VISAS("Séance du 12 mars 2024 Le conseil, après en avoir délibéré, " CODE ", Vu l'avis du comité, - DÉSIGNE M. ARBEL au comité.", TWO);
	VISAS(TITLE CODE " ;\nAPPROUVE le prix du pré.\n", CODE);
}

TEST(test_visas__prose)
{
	VISAS(TITLE "Vu le prix du pré, M. ARBEL propose de l'acheter.\n" DECISION, "Vu le prix du pré");
	UNREAD(TITLE "Le pré, vu la réglementation, est sous le seuil.\n" DECISION, "aucun visa");
}

TEST(test_visas__one_that_is_cut)
{
	UNREAD(TITLE "Vu le : Code Vu Général et Vu le décret\nConsidérant que le pré est à vendre,\n" DECISION, "coupé");
	UNREAD(TITLE CODE ",\nVu le décret\nConsidérant que le pré est à vendre,\n" DECISION, "coupé");
	UNREAD(TITLE CODE ", 1/2 Mirebois Séance du Conseil municipal du 12 mars, Vu l'avis du comité,\n" DECISION, "bas de page");
	UNREAD(TITLE "Vu la délibération du\n\nConsidérant que le pré est à vendre,\n" DECISION, "coupé");
}

/* The acte was gone through, and says none. */
TEST(test_visas__an_acte_without_any)
{
#define SPEECH "Le pré communal du moulin est à vendre depuis un an, au vu de son état, et nous avons vu que personne ne l'achète plus.\n\n"
	ABSENT("Séance du 12 mars 2024\n\n" SPEECH DECISION);
	ABSENT("Séance du 12 mars 2024\n\n" SPEECH DECISION "Vu pour être annexé à la délibération\n");
}

TEST(test_visas__one_may_have_been_missed)
{
	UNREAD("Séance du 12 mars 2024\n\n" SPEECH "Vule code de commerce,\n" DECISION, "aucun visa");
	UNREAD("Séance du 12 mars 2024\n\n" SPEECH "Wu le code de commerce,\n" DECISION, "aucun visa");
	UNREAD("Séance du 12 mars 2024\n\n" SPEECH "Le pré est à vendre.\n", "aucun visa");
	UNREAD("Séance du 12 mars 2024\n\nAchat du pré : adopté à l'unanimité\n", "aucun visa");
}

TEST(test_visas__of_minutes_that_were_not_cut)
{
	UNREAD("Séance du 12 mars 2024\n\n" CODE " ;\n" DECISION "Adopté à l'unanimité.\n\nTarifs\n\n" DECISION "Adopté à l'unanimité.\n\nBail\n\n" DECISION
	       "Adopté à l'unanimité.\n", "plusieurs votes");
}

TEST(test_visas__a_line_without_its_vu)
{
	VISAS(TITLE CODE ",\nDans l'attente de l'avis du comité,\nVu le budget,\n" END, CODE, "Vu le budget");
	VISAS(TITLE CODE ", Sous réserve de l'avis du comité, Vu le budget, Considérant le besoin, Décide :\n", CODE, "Vu le budget");
	VISAS(TITLE CODE ",\nLa présente vente est demandée par l'office :\nVu le budget,\n" END, CODE, "Vu le budget");
	VISAS(TITLE "Vu l'arrêté du maire,\nLe tout joint au dossier,\nVu le budget,\n" END, "Vu l'arrêté du maire, Le tout joint au dossier", "Vu le budget");
}

TEST(test_visas__a_comma_behind_the_word)
{
	VISAS(TITLE "Vu , le code rural,\nVu, la loi du 3 mars 2020,\nVu le budget,\n" END, "Vu , le code rural", "Vu, la loi du 3 mars 2020", "Vu le budget");
	unread(TITLE "Nous avons vu, la semaine passée, le pré.\n" DECISION, FIELD_ABSENT, "aucun", __LINE__);
}

TEST(test_visas__a_column_beside_them)
{
	UNREAD("Séance du 12 mars 2024\n\n|       |Vu le code rural et |\n|Objet :|la loi,|\n|       |Vu le budget,|\n|       |Considérant le besoin,|\n" DECISION, "colonne");
}

#define HEADED(n) "20240312 " n " Titre du point\n\n"
TEST(test_visas__behind_a_vote_of_what_was_cut_as_one)
{
	UNREAD("Séance du 12 mars 2024\n\n" HEADED("1") "Le projet est voté.\n" DECISION "Adopté à l'unanimité.\n\nTarifs\n\n" CODE " ;\n" DECISION "Adopté à l'unanimité.\n\n" HEADED("2") DECISION
	       "Adopté à l'unanimité.\n\n", "avant ces visas");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_visas__one_per_vu),
		cmocka_unit_test(test_visas__motives_between_two_runs),
		cmocka_unit_test(test_visas__a_vote_or_a_speech_between_two_runs),
		cmocka_unit_test(test_visas__a_decision_in_capitals_ends_them),
		cmocka_unit_test(test_visas__prose),
		cmocka_unit_test(test_visas__one_that_is_cut),
		cmocka_unit_test(test_visas__an_acte_without_any),
		cmocka_unit_test(test_visas__one_may_have_been_missed),
		cmocka_unit_test(test_visas__of_minutes_that_were_not_cut),
		cmocka_unit_test(test_visas__a_line_without_its_vu),
		cmocka_unit_test(test_visas__a_comma_behind_the_word),
		cmocka_unit_test(test_visas__a_column_beside_them),
		cmocka_unit_test(test_visas__behind_a_vote_of_what_was_cut_as_one),
		cmocka_unit_test(test_visas__what_ends_them),
		cmocka_unit_test(test_visas__what_was_done_before_ends_them),
		cmocka_unit_test(test_visas__who_chairs_is_heard_behind_them),
		cmocka_unit_test(test_visas__a_list_of_members_ends_them),
		cmocka_unit_test(test_visas__a_line_end_or_a_capital_ends_nothing),
		cmocka_unit_test(test_visas__without_line_ends),
		cmocka_unit_test(test_visas__stamps_on_pages_and_words_like_vu),
		cmocka_unit_test(test_visas__none),
		cmocka_unit_test(test_visas__a_list_cut_in_two),
		cmocka_unit_test(test_visas__no_end_found),
		cmocka_unit_test(test_visas__keys_of_references),
	};

	return RUN(tests);
}
