/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is who: one key per person in every list, homonyms apart, and a doubt that is said. */
#include "../../support/people_support.h"

static struct str key(const struct act_case *c, const char *list, size_t i)
{
	return act_field(c, list)->items[i].qui.cle;
}

static struct str holder(const struct act_case *c, size_t i)
{
	return act_field(c, "pouvoirs")->items[i].porteur.cle;
}

/* The holder written `as` has the key `want`, in a list of presents. */
static void holder_key(const char *presents, const char *as, const char *want, int line)
{
	struct act_case c;

	act_begin(&c);
	struct str text = arena_printf(&c.a, EXTRACT("Présents : %s.\nAbsents : Marc VIAL (pouvoir à %s).\n"), presents, as);

	act_bytes(&c, text);
	act_status_at(&c, "pouvoirs", FIELD_LU, line);
	if (!str_eq(holder(&c, 0), str_c(want))) {
		print_error("line %d: « %s » is « %.*s », not « %s »\n", line, as, STR_ARG(holder(&c, 0)), want);
		fail();
	}
	act_close(&c);
}
#define HOLDER(presents, as, want) holder_key(presents, as, want, __LINE__)

static void holder_unsure(const char *presents, const char *as, const char *why, int line)
{
	struct act_case c;

	act_begin(&c);
	struct str text = arena_printf(&c.a, EXTRACT("Présents : %s.\nAbsents : Marc VIAL (pouvoir à %s).\n"), presents, as);

	act_bytes(&c, text);
	people_why_at(&c, "pouvoirs", FIELD_AMBIGU, why, line);
	act_close(&c);
}
#define UNSURE(presents, as) holder_unsure(presents, as, "peut désigner plusieurs personnes", __LINE__)
#define RIVAL(presents, as) holder_unsure(presents, as, "est porté par un présent", __LINE__)

TEST(test_people__same_words)
{
	HOLDER("M. Éric PETIT, Mme GRAND", "M. Eric PETIT", "eric petit");
	HOLDER("PETIT Éric, GRAND Anne", "Éric PETIT", "petit eric");
	HOLDER("M. DE LA TOUR SAINT-ROCH, Mme GRAND", "M. DE LA TOUR SAINT-\nROCH", "de la tour saint roch");
}

TEST(test_people__part_of_the_words)
{
	HOLDER("M. Paul PETIT, Mme Anne GRAND", "M. PETIT", "paul petit");
	HOLDER("M. PETIT, Mme GRAND", "M. Paul PETIT", "petit");
	HOLDER("Mme Anne GRAND-ROUX, M. PETIT", "Mme GRAND", "anne grand roux");
	/* The first name of another is no part of a name. */
	HOLDER("M. Martin PETIT, Mme Anne GRAND", "M. MARTIN", "martin");
	struct act_case c;

	act_open(&c, EXTRACT("Présents : Anne, Jean-Pierre, Luc.\nAbsents : Rose (pouvoir à Jean).\n"));
	assert_str(holder(&c, 0), "jean");
	act_close(&c);
}

TEST(test_people__slips_of_the_pen)
{
	HOLDER("Éric BRASSEVINI, Anne GRAND", "Éric BRASSAVINI", "eric brassevini");
	HOLDER("M. LEPUYVER, Mme GRAND", "M. LEPUYER", "lepuyver");
	HOLDER("Jeanne GAUTHEROT, Anne GRAND", "madame Jeanne CAUTHEROT", "jeanne gautherot");
	/* An apostrophe of the scanner's own, and one of a Breton name, are inside the word. */
	HOLDER("Mme GRAND, M. MARELLE", "M. MAREL\xe2\x80\x99" "E", "marelle");
	HOLDER("M. Yann LE CORVELLEC'H, Mme GRAND", "M. LE CORVELLECH", "yann le corvellec h");
	HOLDER("M. Luc D'ARVIEU, Mme GRAND", "M. D'ARVIEU", "luc d arvieu");
	/* Short words do not slip, nor does a man into a woman. */
	HOLDER("Mme ROY, Mme GRAND", "Mme RAY", "ray");
	HOLDER("Mme MARTEL, Mme GRAND", "M. MARTEN", "marten");
	/* The exact name comes before the near one. */
	HOLDER("M. MARTIN, M. MARTINS", "M. MARTINS", "martins");
}

TEST(test_people__a_holder_nobody_knows_keeps_his_key)
{
	HOLDER("M. PETIT, Mme GRAND", "Mme ABSENTE", "absente");
	HOLDER("M. PETIT, Mme GRAND", "M. ROUX", "roux");
}

TEST(test_people__two_possible_people)
{
	UNSURE("M. Paul PETIT, M. Luc PETIT", "M. PETIT");
	UNSURE("M. PETIT P., M. PETIT L.", "M. PETIT");
	UNSURE("M. DURANB, M. DURAND", "M. DURANT");
	UNSURE("M. PETIT, Mme PETIT", "PETIT");
}

TEST(test_people__an_initial_is_a_first_name_that_begins_with_it)
{
	HOLDER("Mme Anne GRAND, M. Luc MOREL", "Mme A. GRAND", "anne grand");
	HOLDER("Mme Anne GRAND, M. Luc MOREL", "Mme GRAND A.", "anne grand");
	HOLDER("Mme Anne GRAND, M. Luc MOREL", "GRAND A.", "anne grand");
	HOLDER("Mme Anne GRAND, M. Luc MOREL", "M. MOREL L", "luc morel");
	HOLDER("Mme Anne Grand, M. Luc Morel", "Mme A. Grand", "anne grand");
	HOLDER("M. Émile GRAND, M. Luc MOREL", "M. E. GRAND", "emile grand");
	HOLDER("M. PETIT P., Mme GRAND A.", "Mme Anne GRAND", "grand a");
	HOLDER("Mme GRAND, M. MOREL", "Mme A. GRAND", "grand");
	/* Luc is no A., and PETIT is no P. */
	HOLDER("Mme Anne GRAND, Mme Luce GRAND", "Mme A. GRAND", "anne grand");
	HOLDER("M. Paul PETIT, M. Luc MOREL", "M. P. PAUL", "p paul");
	HOLDER("M. Pierre PAUL, M. Luc MOREL", "M. P. PAUL", "pierre paul");
	/* D'EU is a name, not an initial. */
	HOLDER("M. Denis EU, M. Luc MOREL", "M. D. EU", "denis eu");
	UNSURE("Mme Anne GRAND, Mme Aline GRAND", "Mme A. GRAND");
}

TEST(test_people__compound_first_names)
{
	HOLDER("M. Jean-Pierre GRAND, M. Luc MOREL", "M. J.-P. GRAND", "jean pierre grand");
	HOLDER("M. Jean-Pierre GRAND, M. Luc MOREL", "M. J.P. GRAND", "jean pierre grand");
	HOLDER("M. Jean-Pierre GRAND, M. Luc MOREL", "M. JP GRAND", "jean pierre grand");
	HOLDER("M. Jean-Pierre GRAND, M. Luc MOREL", "M. J. GRAND", "jean pierre grand");
	HOLDER("M. J.-P. GRAND, M. Luc MOREL", "M. Jean-Pierre GRAND", "j p grand");
	UNSURE("M. Jean-Pierre GRAND, M. Jean-Paul GRAND", "M. JP GRAND");
	RIVAL("M. Jean-Pierre GRAND, M. Luc MOREL", "M. J.-M. GRAND");
}

TEST(test_people__double_names)
{
	HOLDER("Mme Anne GRAND-ROUX, M. PETIT", "Mme Anne GRAND", "anne grand roux");
	HOLDER("Mme Anne GRAND, M. PETIT", "Mme Anne GRAND-ROUX", "anne grand");
	HOLDER("Mme Anne GRAND-ROUX, M. PETIT", "Mme A. ROUX", "anne grand roux");
	UNSURE("Mme Anne GRAND-ROUX, Mme Anne ROUX-MOREL", "Mme ROUX");
	HOLDER("Mme GRANDROUX, M. PETIT", "Mme GRAND-ROUX", "grandroux");
	RIVAL("Mme Anne GRAND-ROUX, M. PETIT", "Mme Luce ROUX");
}

TEST(test_people__the_family_name_of_a_present_with_another_first_name)
{
	RIVAL("Mme Anne GRAND, M. Luc MOREL", "Mme Rose GRAND");
	RIVAL("Mme Anne GRAND, M. Luc MOREL", "Mme R. GRAND");
	RIVAL("Mme Anne Grand, M. Luc Morel", "Mme Rose Grand");
	RIVAL("Mme Anne GRAND, M. Luc MOREL", "M. GRAND");
	/* A first name in common is none, nor a particle. */
	HOLDER("Mme Anne GRAND, M. Luc MOREL", "Mme Anne VIDAL", "anne vidal");
	HOLDER("M. Yves LE BRAS, M. Luc MOREL", "M. Yann LE GOFF", "yann le goff");
}

/* "M. PETIT" is among the absents, and Paul PETIT is there. */
TEST(test_people__a_bare_name_absent_and_a_full_one_present)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : M. Luc MOREL, Mme Anne GRAND.\nAbsents : Mme GRAND, M. VIAL (pouvoir à Mme GRAND).\n"));
	WHY(&c, "pouvoirs", FIELD_AMBIGU, "peut désigner plusieurs personnes");
	act_close(&c);
}

TEST(test_people__one_holder_spelled_in_two_ways)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : Mme Anne GRAND, M. MOREL.\nAbsents : M. VIAL (pouvoir à Mme Anne GRAND), Mme ROUX (pouvoir à Mme GRAND A.).\n"));
	assert_str(holder(&c, 0), "anne grand");
	assert_str(holder(&c, 1), "anne grand");
	act_close(&c);
	/* No list says who they are. */
	act_open(&c, EXTRACT("Présents : M. PETIT, M. MOREL venu seul.\nPouvoirs : M. VIAL à Mme Anne GRAND, Mme ROUX à Mme GRAND A.\n"));
	WHY(&c, "pouvoirs", FIELD_AMBIGU, "écrit de deux façons");
	act_close(&c);
	act_open(&c, EXTRACT("Présents : M. PETIT, M. MOREL.\nPouvoirs : Mme Rose VIAL à M. PETIT, Mme R. VIAL à M. PETIT\n"));
	WHY(&c, "pouvoirs", FIELD_AMBIGU, "écrit de deux façons");
	act_close(&c);
}

TEST(test_people__a_giver_by_his_initial)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : M. PETIT, M. MOREL.\nAbsents : Mme Rose VIAL.\nPouvoirs : Mme R. VIAL à M. PETIT\n"));
	assert_str(key(&c, "pouvoirs", 0), "rose vial");
	assert_int_equal(act_field(&c, "absents")->n, 1);
	act_close(&c);
	act_open(&c, EXTRACT("Présents : M. PETIT, Mme Rose VIAL.\nPouvoirs : Mme R. VIAL à M. PETIT\n"));
	WHY(&c, "pouvoirs", FIELD_AMBIGU, "peut désigner plusieurs personnes");
	act_close(&c);
}

TEST(test_people__a_namesake_among_the_absents)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : M. Paul PETIT, Mme GRAND.\nAbsents : M. Luc PETIT, M. VIAL (pouvoir à M. PETIT).\n"));
	WHY(&c, "pouvoirs", FIELD_AMBIGU, "peut désigner plusieurs personnes");
	act_close(&c);
}

TEST(test_people__civility_tells_apart)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : M. MOREL, Mme MOREL, M. PETIT.\nAbsents : M. VIAL (pouvoir à Mme MOREL), Mme ROUX (pouvoir à Monsieur MOREL).\n"));
	assert_str(key(&c, "presents", 0), "morel (m)");
	assert_str(key(&c, "presents", 1), "morel (mme)");
	assert_str(holder(&c, 0), "morel (mme)");
	assert_str(holder(&c, 1), "morel (m)");
	act_close(&c);
}

TEST(test_people__one_key_in_every_list)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : M. Paul PETIT, Mme GRAND (à partir de 19h), M. MOREL.\n"
			     "Absents : Mme GRAND (jusqu'à 19h), Léa ROUX, M. VIAL.\nPouvoirs : Mme ROUX à M. PETIT, Mme GRAND à M. MOREL.\n"));
	assert_str(key(&c, "presents", 1), "grand");
	assert_str(key(&c, "absents", 0), "grand");
	assert_int_equal(act_field(&c, "absents")->n, 3);
	assert_str(key(&c, "absents", 1), "lea roux");
	assert_str(key(&c, "pouvoirs", 0), "lea roux");
	assert_str(key(&c, "pouvoirs", 1), "grand");
	assert_str(act_field(&c, "seance.president")->items[0].qui.cle, "paul petit");
	act_close(&c);
}

TEST(test_people__a_giver_listed_as_present)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : M. PETIT, Mme GRAND, M. MOREL.\nAbsents : M. MOREL (pouvoir à M. PETIT).\n"));
	assert_str(key(&c, "pouvoirs", 0), "morel");
	assert_str(key(&c, "presents", 2), "morel");
	act_close(&c);
	/* A family name alone may be somebody else's: the absent one is not the present one. */
	act_open(&c, EXTRACT("Présents : Paul PETIT, Anne GRAND, Luc MOREL.\nAbsents : M. MOREL (pouvoir à Anne GRAND).\n"));
	assert_str(key(&c, "pouvoirs", 0), "morel");
	assert_str(key(&c, "presents", 2), "luc morel");
	act_close(&c);
}

TEST(test_people__a_holder_who_only_presides)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : Mme GRAND, M. MOREL.\nAbsents : M. VIAL (pouvoir à M. PETIT).\n"));
	assert_str(holder(&c, 0), "paul petit");
	assert_str(act_field(&c, "seance.president")->items[0].qui.cle, "paul petit");
	act_close(&c);
}

TEST(test_people__damaged_heading_in_a_name)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : Paul PETIT, Anne GRAND.\nAbsents : Luc MOREL - Léa ROUX\nPouvoyrs Luc MOREL donne procuration à Paul PETIT\n"));
	act_statut(&c, "absents", FIELD_ILLISIBLE);
	act_statut(&c, "pouvoirs", FIELD_ILLISIBLE);
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_people__same_words),
		cmocka_unit_test(test_people__part_of_the_words),
		cmocka_unit_test(test_people__slips_of_the_pen),
		cmocka_unit_test(test_people__a_holder_nobody_knows_keeps_his_key),
		cmocka_unit_test(test_people__two_possible_people),
		cmocka_unit_test(test_people__an_initial_is_a_first_name_that_begins_with_it),
		cmocka_unit_test(test_people__compound_first_names),
		cmocka_unit_test(test_people__double_names),
		cmocka_unit_test(test_people__the_family_name_of_a_present_with_another_first_name),
		cmocka_unit_test(test_people__a_bare_name_absent_and_a_full_one_present),
		cmocka_unit_test(test_people__one_holder_spelled_in_two_ways),
		cmocka_unit_test(test_people__a_giver_by_his_initial),
		cmocka_unit_test(test_people__a_namesake_among_the_absents),
		cmocka_unit_test(test_people__civility_tells_apart),
		cmocka_unit_test(test_people__one_key_in_every_list),
		cmocka_unit_test(test_people__a_giver_listed_as_present),
		cmocka_unit_test(test_people__a_holder_who_only_presides),
		cmocka_unit_test(test_people__damaged_heading_in_a_name),
	};

	return RUN(tests);
}
