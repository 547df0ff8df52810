/* SPDX-License-Identifier: EUPL-1.2 */
/* Members by roll call. */
#include "../../support/act_support.h"
#include "../../support/people_support.h"

#define ROLL(rows)                                                                                                      \
	"CONSEIL DÉPARTEMENTAL DE LA HAUTE-AUZELLE\n\nSéance du 16 décembre 2031\n\nMme ARBEL fait l'appel.\n" rows    \
	"\n\nVu le code ;\n\nLe conseil départemental, après en avoir délibéré, DÉCIDE d'acheter le pré.\n"

#define FOUR "Paul ARBEL : présent\nLéa DORVAL BRIE : présente\nLuc VIAL : présent\nZoé SAINT-ROCH : présente\n"

static void roll(const char *text, const char *presents, const char *absents, const char *pouvoirs, int line)
{
	for (int flat = 0; flat < 2; flat++) {
		struct act_case c;

		act_begin(&c);
		act_bytes(&c, str_c(flat ? act_flat(&c, text) : text));
		if (c.r == NULL)
			fail_msg("line %d: refused: %s", line, c.e.msg);
		people_list_at(&c, "presents", presents, line);
		people_list_at(&c, "absents", absents, line);
		people_list_at(&c, "pouvoirs", pouvoirs, line);
		act_close(&c);
	}
}
#define READS(rows, presents, absents, pouvoirs) roll(ROLL(rows), (presents), (absents), (pouvoirs), __LINE__)

TEST(test_rollcall__present_absent_represented)
{
	READS(FOUR "Anne GRISOL : absente, représentée par Luc VIAL\nJean MOREL : absent\n",
	      "Paul ARBEL; Léa DORVAL BRIE; Luc VIAL; Zoé SAINT-ROCH", "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL");
}

TEST(test_rollcall__bounds)
{
	READS(FOUR "Anne GRISOL : présente à partir de 14 h 50\nJean MOREL : présent\n",
	      "Paul ARBEL; Léa DORVAL BRIE; Luc VIAL; Zoé SAINT-ROCH; Anne GRISOL <à partir de 14 h 50|>; Jean MOREL", "", "");
}

/* What stops in the middle of the roll may hide a member. */
TEST(test_rollcall__interrupted)
{
	struct act_case c;

	act_open(&c, ROLL(FOUR "Anne GRISOL : présente\nJean MOREL (retardé) présent\nOdile PETIT : présente\n"));
	people_why_at(&c, "presents", FIELD_ILLISIBLE, "appel nominal interrompu", __LINE__);
	act_close(&c);
}

TEST(test_rollcall__four_remarks_are_no_roll)
{
	struct act_case c;

	act_open(&c, ROLL(FOUR));
	people_why_at(&c, "presents", FIELD_ILLISIBLE, "introuvable", __LINE__);
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rollcall__present_absent_represented),
		cmocka_unit_test(test_rollcall__bounds),
		cmocka_unit_test(test_rollcall__interrupted),
		cmocka_unit_test(test_rollcall__four_remarks_are_no_roll),
	};

	return RUN(tests);
}
