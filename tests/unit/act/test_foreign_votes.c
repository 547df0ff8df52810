/* SPDX-License-Identifier: EUPL-1.2 */
/* Votes that an act recites and did not hold: of another body, of another day, of a motion put first; and the early
 * tallies that look like them and are the act's own. */
#include "../../support/act_support.h"

#define HEAD                                                                                                      \
	"COMMUNE DE MIREBOIS\n\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\n\nSéance du 12 mars " \
	"2024\n\nVu le code général des collectivités territoriales ;\n\n"
#define END                                                                                                  \
	"\n\nLe conseil municipal, après en avoir délibéré, par 8 voix pour, 0 contre et 0 abstention, DÉCIDE " \
	"d'approuver les tarifs.\n"

/* How many votes are read with this number for, and how many in all have a number for. */
static void check(const char *text, int pour, size_t times, size_t in_all, int line)
{
	struct act_case c;
	size_t n = 0, read = 0;

	act_open(&c, text);
	for (size_t i = 0; i < c.r->actes[0].votes_n; i++) {
		const struct field *f = &c.r->actes[0].votes[i].pour;

		read += f->statut == FIELD_LU;
		n += f->statut == FIELD_LU && f->nombre == pour;
	}
	if (n != times || read != in_all) {
		print_error("line %d: %d for read %zu times, of %zu tallies read\n", line, pour, n, read);
		fail();
	}
	act_close(&c);
}
#define ONLY_OURS(text) check(HEAD text END, 8, 1, 1, __LINE__)
#define OURS(text, pour) check(HEAD text, pour, 1, 1, __LINE__)

static void test_foreign__considerant(void **state)
{
	(void)state;
	ONLY_OURS("Considérant que, par délibération du 4 mai 2021, le conseil municipal avait approuvé le principe "
		  "par 6 voix pour, 5 voix contre et 0 abstention ;");
	ONLY_OURS("Considérant que la délibération du 9 juin 2023, adoptée par 4 voix pour, 5 voix contre et 0 "
		  "abstention, a été retirée ;");
	ONLY_OURS("Considérant que le conseil d'école s'est prononcé contre (2 pour, 14 contre) ;");
	ONLY_OURS("Considérant le vote intervenu en assemblée des usagers : 40 voix pour et 3 voix contre ;");
}

static void test_foreign__other_bodies(void **state)
{
	(void)state;
	ONLY_OURS("Le bureau municipal, consulté, a approuvé la proposition : Pour : 4 – Contre : 5 – Abstention : 0.");
	ONLY_OURS("Le référendum local a donné : Pour : 312 Contre : 298 Abstentions : 110.");
	ONLY_OURS("La consultation des habitants a donné 120 voix pour et 80 voix contre.");
	ONLY_OURS("Le comité technique s'est prononcé : 5 voix pour, 4 voix contre.");
	ONLY_OURS("Avis du bureau : 4 voix pour, 5 voix contre.");
	ONLY_OURS("Le conseil communautaire a adopté le pacte par 34 voix pour et 2 voix contre.");
}

/* The council of a neighbour, or of a commune déléguée, is called as ours. */
static void test_foreign__the_same_body_of_another_place(void **state)
{
	struct act_case c;

	(void)state;
	ONLY_OURS("Le conseil municipal de Vaugine, réuni le 3 mai 2021, a fait le choix, par 9 voix pour et 2 voix contre, de garder le pressoir.");
	static const char *const advise[] = { "Le CESER", "Le Ceser", "Le C.E.S.E.R.", "Le C. E. S. E. R.", "Le C E S E R", "Le conseil économique, social et environnemental régional", "Le CST",
					      "Le comité social territorial", "Le conseil citoyen", "Le conseil municipal des jeunes", "Le conseil de développement", "La CLE", "L'assemblée générale",
					      "Le jury", "La conférence des maires", "Le conseil scientifique" };

	for (size_t i = 0; i < sizeof advise / sizeof *advise; i++) {
		char text[1024];

		(void)snprintf(text, sizeof text, HEAD "%s a voté un avis : 9 voix pour, 2 contre." END, advise[i]);
		check(text, 8, 1, 1, __LINE__);
	}
	OURS("REMISE DE LA CLE\nLe conseil municipal, par 8 voix pour, 2 contre, approuve.\n", 8);
	ONLY_OURS("Les indivisaires ont voté par 9 voix pour et 2 voix contre.");
	ONLY_OURS("Le conseil communal de Vaugine a décidé, par 9 voix pour et 2 voix contre, de garder le pressoir.");
	OURS("Le conseil municipal de Mirebois a approuvé la convention par 12 voix pour et 3 voix contre.", 12);
	OURS("Le conseil municipal de la commune de Mirebois, par 12 voix pour et 3 voix contre, DÉCIDE d'agir.", 12);
	act_open(&c, HEAD "Le conseil municipal de Vaugine, réuni le 3 mai 2021, a choisi, à l'unanimité, de garder le pressoir." END);
	assert_int_equal(c.r->actes[0].votes_n, 1);
	act_nombre(&c, "vote.pour", 8);
	act_close(&c);
}

/* The law recited was read as a unanimous vote. */
static void test_foreign__what_the_council_may_do(void **state)
{
	struct act_case c;

	(void)state;
	act_open(&c, HEAD "Dans ce cas le conseil municipal peut aussi décider à l'unanimité de voter à main levée." END);
	assert_int_equal(c.r->actes[0].votes_n, 1);
	act_close(&c);
	OURS("Après en avoir délibéré, pour que la commune puisse agir, décide par 12 voix pour et 3 voix contre de choisir.", 12);
}

static void test_foreign__another_day(void **state)
{
	(void)state;
	ONLY_OURS("Lors de sa séance du 3 février 2022, le conseil municipal a rejeté le projet par 3 voix pour et 5 "
		  "voix contre.");
	ONLY_OURS("La délibération du 3 février 2022, adoptée par 9 voix pour et 2 voix contre, reste en vigueur.");
	ONLY_OURS("Le projet avait été adopté par 9 voix pour et 2 voix contre.");
}

static void test_foreign__a_visa_with_voices_against(void **state)
{
	(void)state;
	check("COMMUNE DE MIREBOIS\n\nSéance du 12 mars 2024\n\nVu la délibération du 3 mai 2022 adoptée par 9 voix "
	      "contre 2 ;" END,
	      8, 1, 1, __LINE__);
}

static void test_foreign__early_tallies_of_the_act(void **state)
{
	(void)state;
	check("COMMUNE DE MIREBOIS\nConseil municipal du 12 mars 2024\nEn exercice : 23 – Présents : 20\nVotes : "
	      "pour : 21 ; contre : 0 ; abstention : 0\n\nVu le code général des collectivités territoriales ;\n\nDÉCIDE de "
	      "créer un emploi.\n",
	      21, 1, 1, __LINE__);
	OURS("Le conseil municipal, par 12 voix pour et 3 contre, DÉCIDE de créer un emploi.", 12);
	OURS("Considérant l'intérêt du projet ; le conseil municipal, par 12 voix pour et 3 contre, DÉCIDE.", 12);
	OURS("Considérant l'intérêt du projet, le conseil municipal décide, par 12 voix pour et 3 contre, d'agir.", 12);
	OURS("Considérant l'intérêt du projet\nVote : Pour : 12 Contre : 3 Abstention : 0\nDÉCIDE d'agir.", 12);
	OURS("Considérant l'intérêt du projet,\nPour : 12\nContre : 3\nAbstention : 0\nDÉCIDE d'agir.", 12);
	OURS("Après avoir entendu le bureau, qui a donné son accord, après en avoir délibéré, par 12 voix pour et 3 "
	     "contre, DÉCIDE d'agir.",
	     12);
	OURS("Le procès-verbal de la séance du 3 février 2024 est adopté par 12 voix pour et 1 voix contre.", 12);
	OURS("Le conseil municipal a approuvé la convention par 12 voix pour et 3 voix contre.", 12);
}

static void test_foreign__a_doubtful_tally_says_why(void **state)
{
	struct act_case c;

	(void)state;
	act_open(&c, HEAD "Le projet avait été adopté par 9 voix pour, 2 voix contre et 0 abstention.");
	act_statut(&c, "vote.pour", FIELD_ILLISIBLE);
	act_statut(&c, "vote.contre", FIELD_ILLISIBLE);
	act_statut(&c, "vote.formule", FIELD_ILLISIBLE);
	act_close(&c);
}

/* No vote has more against than for and says that it was adopted. */
static void no_contradiction(const char *text, int line)
{
	struct act_case c;

	act_open(&c, text);
	for (size_t i = 0; i < c.r->actes[0].votes_n; i++) {
		const struct vote *v = &c.r->actes[0].votes[i];

		if (v->contre.statut == FIELD_LU && v->contre.nombre > 0 && v->formule.statut == FIELD_LU &&
		    !str_eq(v->formule.texte, STR("rejet"))) {
			print_error("line %d: vote %zu says %.*s\n", line, i + 1, STR_ARG(v->formule.texte));
			fail();
		}
	}
	act_close(&c);
}
#define QUIET(text) no_contradiction(HEAD text, __LINE__)

static void test_foreign__a_motion_put_first(void **state)
{
	(void)state;
	QUIET("Demande d'ajournement présentée par Mme BRUNEL : 2 pour, 6 contre, 0 abstention.\n\nVote de la "
	      "délibération : adoptée à l'unanimité des 8 votants.\n");
	QUIET("Proposition de Mme BRUNEL : 2 pour, 6 contre, 0 abstention.\n\nVote de la délibération : adoptée à "
	      "l'unanimité.\n");
	QUIET("Demande d'ajournement : 2 pour, 6 contre, 0 abstention.\n\nLa délibération est adoptée à "
	      "l'unanimité.\n");
	QUIET("Amendement de M. BRUNEL : 2 pour, 6 contre. Le conseil municipal, après en avoir délibéré, à "
	      "l'unanimité, DÉCIDE de créer un emploi.\n");
	QUIET("Amendement de M. BRUNEL : 2 pour, 6 contre.\n\nLe conseil municipal, après en avoir délibéré, DÉCIDE de "
	      "créer un emploi.\n");
}

static void test_foreign__its_own_result_still_goes_with_it(void **state)
{
	struct act_case c;

	(void)state;
	act_open(&c, HEAD "Vote : 6 pour, 2 contre, 0 abstention.\n\nLa délibération est adoptée à la majorité.\n");
	act_nombre(&c, "vote.pour", 6);
	act_texte(&c, "vote.formule", "majorite");
	act_close(&c);
	act_open(&c, HEAD "La motion est mise aux voix : 2 pour, 6 contre. La motion est rejetée.\n");
	act_texte(&c, "vote.formule", "rejet");
	act_close(&c);
}

static void test_foreign__a_refusal_adopted(void **state)
{
	struct act_case c;

	(void)state;
	QUIET("Pour : 1 Contre : 7 Abstention : 0\nLe conseil municipal adopte l'avis défavorable.\n");
	QUIET("Pour : 0 Contre : 8 Abstention : 0\nLe conseil municipal adopte à l'unanimité l'avis défavorable.\n");
	act_open(&c, HEAD "Pour : 1 Contre : 7 Abstention : 0\nLe conseil municipal adopte l'avis défavorable.\n");
	act_statut(&c, "vote.formule", FIELD_ILLISIBLE);
	act_close(&c);
	act_open(&c, HEAD "Pour : 7 Contre : 1 Abstention : 0\nLe conseil municipal adopte l'avis défavorable.\n");
	act_texte(&c, "vote.formule", "adopte");
	act_close(&c);
	act_open(&c, HEAD "Pour : 1 Contre : 7 Abstention : 0\nLe conseil municipal adopte la proposition.\n");
	act_texte(&c, "vote.formule", "adopte");
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_foreign__considerant),
		cmocka_unit_test(test_foreign__other_bodies),
		cmocka_unit_test(test_foreign__what_the_council_may_do),
		cmocka_unit_test(test_foreign__another_day),
		cmocka_unit_test(test_foreign__the_same_body_of_another_place),
		cmocka_unit_test(test_foreign__a_visa_with_voices_against),
		cmocka_unit_test(test_foreign__early_tallies_of_the_act),
		cmocka_unit_test(test_foreign__a_doubtful_tally_says_why),
		cmocka_unit_test(test_foreign__a_motion_put_first),
		cmocka_unit_test(test_foreign__its_own_result_still_goes_with_it),
		cmocka_unit_test(test_foreign__a_refusal_adopted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
