/* SPDX-License-Identifier: EUPL-1.2 */
/* The chair: where he is named, and who is not one. */
#include "../../support/people_support.h"

#define ACT(head) "Commune de Mirebois\nSéance du 12 mars 2024\n" head "\n\nVu le code général ;\n\nLe conseil, après en avoir délibéré, DÉCIDE de payer.\n"

static void chair(const char *text, const char *name, int line)
{
	for (int flat = 0; flat < 2; flat++) {
		struct act_case c;

		act_begin(&c);
		act_bytes(&c, str_c(flat ? act_flat(&c, text) : text));
		act_text_at(&c, "seance.president", name, line);
		act_close(&c);
	}
}
#define CHAIR(head, name) chair(ACT(head), name, __LINE__)

static void unread(const char *text, const char *name, enum field_status status, const char *why, int line)
{
	struct act_case c;

	act_open(&c, text);
	people_why_at(&c, name, status, why, line);
	act_close(&c);
}
#define UNREAD(head, name, status, why) unread(ACT(head), name, status, why, __LINE__)

TEST(test_officers__chair_after_the_words)
{
	CHAIR("Le conseil s'est réuni sous la présidence de M. Paul PETIT, maire.", "Paul PETIT");
	CHAIR("Le conseil s'est réuni sous la Présidence de Monsieur le Maire, Paul PETIT.", "Paul PETIT");
	CHAIR("Réuni sous la présidence de son Maire, Paul PETIT.", "Paul PETIT");
	CHAIR("Réuni sous la présidence de Monsieur le doyen d'âge de l'Assemblée, Luc D'ORVAL.", "Luc D'ORVAL");
	CHAIR("Réuni sous la présidence de Mme GRAND Anne, 1ère adjointe au maire.", "GRAND Anne");
	CHAIR("Présidence : Mme GRAND", "GRAND");
	CHAIR("Président : Paul PETIT, Maire", "Paul PETIT");
	CHAIR("Réuni sous la présidence de M. Paul PETIT. COMMISSION DES ÉCOLES : Président : Luc GRAND Membres : Anne MOREL", "Paul PETIT");
}

TEST(test_officers__chair_named_before)
{
	CHAIR("Les membres, régulièrement convoqués par Mme  LE\nGALL, Présidente, se sont réunis sous sa présidence.", "LE GALL");
}

TEST(test_officers__chair_named_twice)
{
	CHAIR("Sous la présidence de M. Paul PETIT. La séance est ouverte sous la présidence de Paul PETIT.", "Paul PETIT");
	UNREAD("Sous la présidence de M. PETIT. Puis sous la présidence de Mme GRAND.", "seance.president", FIELD_AMBIGU, "deux présidences");
}

TEST(test_officers__chair_without_a_name)
{
	UNREAD("Le conseil s'est réuni sous la présidence de Mme la Maire.", "seance.president", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Réuni sous la présidence de M. Paul Service juridique PETIT, maire.", "seance.president", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Le conseil s'est réuni sous la présidence de M. LE MAIRE.", "seance.president", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Convoqués par le maire, ils se sont réunis sous sa présidence.", "seance.president", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Le conseil s'est réuni.", "seance.president", FIELD_ABSENT, "aucune présidence");
	UNREAD("Sous la présidence de M. PETIT, maire, puis, pour le présent point, de Mme GRAND.", "seance.president", FIELD_AMBIGU, "deux présidences");
	UNREAD("Sous la présidence de M. PETIT puis sous celle de Mme GRAND.", "seance.president", FIELD_AMBIGU, "deux présidences");
}

/* A jurist's acts: the outsider was counted among the présents, and a quorum that was missed was conforme. */
TEST(test_officers__who_presides_another_body_presides_nothing)
{
	static const char *const told[] = {
		"Objet : Convention avec la fondation Arpège, présidée par M. Guy PETIT", "Objet : Soutien à la Mission locale, présidée par M. PETIT",
		"Objet : Subvention au théâtre des Aulnes, présidé par M. PETIT",
		"Le comité de pilotage, réuni le 6 mai 2024 sous la présidence de M. Guy PETIT, a proposé des tarifs.",
		"La commission des finances, réunie sous la présidence de M. PETIT, est d'avis favorable.",
		"Le conseil d'administration de l'office s'est réuni sous la présidence de M. PETIT.",
	};

	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		char text[600];

		snprintf(text, sizeof text, ACT("Conseil municipal du 3 juin 2024\nPrésents : M. Paul GRAND, Mme Léa MOULIN\n%s\n"), told[i]);
		unread(text, "seance.president", FIELD_ABSENT, "aucune présidence", __LINE__);
	}
	CHAIR("La réunion, présidée par M. PETIT, s'ouvre à la maison des associations.", "PETIT");
	CHAIR("Le conseil municipal, réuni à l'école, sous la présidence de M. PETIT,", "PETIT");
	CHAIR("Le comité syndical s'est réuni sous la présidence de M. PETIT.", "PETIT");
	CHAIR("La commission permanente, réunie sous la présidence de M. PETIT,", "PETIT");
	CHAIR("À la maison des associations, sous la présidence de M. PETIT,", "PETIT");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_officers__chair_after_the_words),
		cmocka_unit_test(test_officers__chair_named_before),
		cmocka_unit_test(test_officers__chair_named_twice),
		cmocka_unit_test(test_officers__chair_without_a_name),
		cmocka_unit_test(test_officers__who_presides_another_body_presides_nothing),
	};

	return RUN(tests);
}
