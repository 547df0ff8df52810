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

static void holder_unsure(const char *presents, const char *as, int line)
{
	struct act_case c;

	act_begin(&c);
	struct str text = arena_printf(&c.a, EXTRACT("Présents : %s.\nAbsents : Marc VIAL (pouvoir à %s).\n"), presents, as);

	act_bytes(&c, text);
	people_why_at(&c, "pouvoirs", FIELD_AMBIGU, "peut désigner plusieurs personnes", line);
	act_close(&c);
}
#define UNSURE(presents, as) holder_unsure(presents, as, __LINE__)

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

	act_open(&c, EXTRACT("Présents : Paul PETIT, Anne GRAND.\nAbsents : Luc MOREL - Léa ROUX\nProcutations Luc MOREL donne procuration à Paul PETIT\n"));
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
		cmocka_unit_test(test_people__a_namesake_among_the_absents),
		cmocka_unit_test(test_people__civility_tells_apart),
		cmocka_unit_test(test_people__one_key_in_every_list),
		cmocka_unit_test(test_people__a_giver_listed_as_present),
		cmocka_unit_test(test_people__a_holder_who_only_presides),
		cmocka_unit_test(test_people__damaged_heading_in_a_name),
	};

	return RUN(tests);
}
