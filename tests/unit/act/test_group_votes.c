/* SPDX-License-Identifier: EUPL-1.2 */
/* One vote told group by group: added where the rows are surely groups, never claimed row by row. */
#include "../../support/act_support.h"

#define HEAD "COMMUNE DE MIREBOIS\n\nCONSEIL MUNICIPAL DU 12 MARS 2024\n\n"
#define UNREAD (-1)

static void check(const char *text, int pour, size_t votes, int line)
{
	struct act_case c;

	act_open(&c, text);
	const struct acte *a = &c.r->actes[0];
	const struct field *f = &a->votes[0].pour;

	if (a->votes_n != votes || (pour == UNREAD ? f->statut == FIELD_LU : f->statut != FIELD_LU || f->nombre != pour)) {
		print_error("line %d: %zu votes, the first is %d for %lld\n", line, a->votes_n, (int)f->statut, (long long)f->nombre);
		fail();
	}
	act_close(&c);
}
#define VOTE(text, pour) check(HEAD text, (pour), 1, __LINE__)

TEST(test_group_votes__groups_that_are_named_so_are_added)
{
	VOTE("Groupe Ensemble pour Mirebois : 27 voix pour\nGroupe Mirebois autrement : 1 voix pour, 1 abstention\n", 28);
	VOTE("Liste Ensemble : 20 voix pour ; Liste Autrement : 4 voix pour, 2 voix contre\n", 24);
	VOTE("Vote : Groupe majoritaire : 20 voix pour – Opposition : 3 voix pour, 2 abstentions\n", 23);
}

TEST(test_group_votes__rows_that_count_everybody_are_added)
{
	VOTE("Présents : M. PETIT, Mme GRAND, M. MOREL.\nEnsemble : 2 voix pour\nAutrement : 1 voix pour\n", 3);
	VOTE("Présents : M. PETIT, Mme GRAND, M. MOREL, Mme ROUX.\nEnsemble : 2 voix pour\nAutrement : 1 voix pour\n", UNREAD);
}

TEST(test_group_votes__rows_of_what_are_not_read)
{
	VOTE("Approbation du compte rendu : Ensemble pour Mirebois : 27 voix pour Mirebois autrement : 1 voix pour – 1 abstention\n", UNREAD);
	check(HEAD "Ensemble : 2 voix pour\nAutrement  1 voix pour, 1 abstention\n", UNREAD, 2, __LINE__);
	VOTE("Groupe Ensemble : 27 voix pour, 1 abstention\n", UNREAD);
}

TEST(test_group_votes__votes_on_several_matters_stay_apart)
{
	check(HEAD "Budget principal : 27 voix pour\nBudget annexe : 25 voix pour, 2 abstentions\n", 27, 2, __LINE__);
	check(HEAD "8/ Rapport d'activité\n\n2 abstentions 10 votes pour\n\n9/ Changement de destination\n\n1 abstention 11 votes pour\n", 10, 2, __LINE__);
	check(HEAD "Vote : 13 voix pour, 1 abstention. Adopté.\nVote : 12 voix pour, 2 abstentions. Adopté.\n", 13, 2, __LINE__);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_group_votes__groups_that_are_named_so_are_added),
		cmocka_unit_test(test_group_votes__rows_that_count_everybody_are_added),
		cmocka_unit_test(test_group_votes__rows_of_what_are_not_read),
		cmocka_unit_test(test_group_votes__votes_on_several_matters_stay_apart),
	};

	return RUN(tests);
}
