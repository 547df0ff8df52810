/* SPDX-License-Identifier: EUPL-1.2 */
/* Two readings of one document: what they contradict is not claimed, what only looks different is. */
#include "../../support/act_support.h"

#include "agreement.h"

#define HEAD "COMMUNE DE MIREBOIS\n\nConseil municipal\n\nSéance du 12 mars 2024\n\nMembres en exercice : 19\n\n"
#define PRESENTS "Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Jean TILLAC\n\n"
#define ABSENTS "Absents : M. Luc GRISOL (pouvoir à Mme Léa DORVAL)\n\n"
#define VISAS "Vu le code général des collectivités territoriales, notamment l'article L. 2121-29 ;\n\n"
#define DECISION "Le conseil municipal, après en avoir délibéré, DÉCIDE d'acheter le pré au prix de 1 200 €.\n\n"
#define VOTE "Pour : 3 Contre : 0 Abstentions : 1\n\nAdopté à la majorité.\n"
#define ACTE HEAD PRESENTS ABSENTS VISAS DECISION VOTE

static struct str replaced(struct arena *a, const char *text, const char *old, const char *new)
{
	const struct str s = str_c(text);
	const size_t at = str_find(s, str_c(old), 0);

	assert_true(at != STR_NONE);
	return arena_printf(a, "%.*s%s%.*s", (int)at, s.p, new, STR_ARG(str_part(s, at + str_c(old).n, s.n)));
}

/* `c` holds ACTE as kept against the same with `old` become `new`. */
static void against_of(struct act_case *c, const char *kept, const char *text, const char *old, const char *new)
{
	struct act_case other;

	act_begin(&other);
	act_bytes(&other, replaced(&other.a, text, old, new));
	assert_non_null(other.r);
	other.text.tool = STR("dessin B");
	act_open(c, kept);
	c->text.tool = STR("dessin A");
	c->r = reading_agreed(&c->a, c->r, other.r);
	/* Nothing of the other is needed any more. */
	act_close(&other);
}

static void against(struct act_case *c, const char *old, const char *new)
{
	against_of(c, ACTE, ACTE, old, new);
}

static void disagree(const char *name, const char *old, const char *new, const char *mine, const char *theirs)
{
	struct act_case c;

	against(&c, old, new);
	act_statut(&c, name, FIELD_AMBIGU);
	const struct field *f = act_field(&c, name);
	assert_string_equal(arena_dup(&c.a, f->raison).p, "les deux textes tirés du fichier ne s'accordent pas (dessin A ; dessin B)");
	assert_int_equal(f->n, 2);
	assert_string_equal(arena_dup(&c.a, f->items[0].texte).p, mine);
	assert_string_equal(arena_dup(&c.a, f->items[1].texte).p, theirs);
	assert_true(f->items[0].span.end > 0);
	assert_int_equal(f->items[1].span.end, 0);
	act_close(&c);
}

TEST(test_agreement__each_type_of_value)
{
	disagree("seance.date", "12 mars", "13 mars", "2024-03-12", "2024-03-13");
	disagree("effectif", "exercice : 19", "exercice : 15", "19", "15");
	disagree("presents", "M. Jean TILLAC", "M. Jean TILLAC, Mme Zoé ARNAL", "3", "4, dont, dans ce texte seulement : Zoé ARNAL");
	disagree("presents", "M. Jean TILLAC", "M. Jean TILLAN", "3, dont, dans ce texte seulement : Jean TILLAC",
		 "3, dont, dans ce texte seulement : Jean TILLAN");
	disagree("pouvoirs", "pouvoir à Mme Léa DORVAL", "pouvoir à M. Paul ARBEL",
		 "1, dont, dans ce texte seulement : Luc GRISOL → Léa DORVAL", "1, dont, dans ce texte seulement : Luc GRISOL → Paul ARBEL");
	disagree("references", "L. 2121-29", "L. 2121-20", "1, dont, dans ce texte seulement : CGCT/L2121-29",
		 "1, dont, dans ce texte seulement : CGCT/L2121-20");
	disagree("montants", "1 200 €", "1 300 €", "1, dont, dans ce texte seulement : 1200,00 €", "1, dont, dans ce texte seulement : 1300,00 €");
	disagree("vote.contre", "Contre : 0", "Contre : 8", "0", "8");
	disagree("vote.formule", "à la majorité", "à l'unanimité", "majorite", "unanimite");
}

/* Another field of the same reading is not touched. */
TEST(test_agreement__the_rest_is_kept)
{
	struct act_case c;

	against(&c, "12 mars", "13 mars");
	act_nombre(&c, "effectif", 19);
	act_statut(&c, "presents", FIELD_LU);
	act_statut(&c, "vote.pour", FIELD_LU);
	act_close(&c);
}

TEST(test_agreement__white_space_and_order_are_no_other_value)
{
	struct act_case c;

	against(&c, "M. Paul ARBEL, Mme Léa DORVAL, M. Jean TILLAC", "M. Jean TILLAC,  M. Paul\nARBEL, Mme Léa DORVAL");
	act_statut(&c, "presents", FIELD_LU);
	act_statut(&c, "acte.presents", FIELD_LU);
	act_close(&c);
	against(&c, "COMMUNE DE MIREBOIS", "COMMUNE  DE\nMIREBOIS");
	act_statut(&c, "collectivite", FIELD_LU);
	act_close(&c);
	against_of(&c, HEAD "Délibération n° 2024 / 11\n\n" VISAS DECISION VOTE, HEAD "Délibération n° 2024 / 11\n\n" VISAS DECISION VOTE, "2024 / 11", "2024/11");
	act_statut(&c, "numero", FIELD_LU);
	act_close(&c);
	against(&c, "Adopté à", "Résultat. Adopté à");
	act_statut(&c, "vote.formule_texte", FIELD_LU);
	act_close(&c);
}

/* Its silence proves nothing against what is read; what it reads proves that it is there. */
TEST(test_agreement__what_one_of_them_does_not_read)
{
	struct act_case c;

	against(&c, "Membres en exercice : 19\n\n", "");
	act_nombre(&c, "effectif", 19);
	act_close(&c);
	against_of(&c, HEAD PRESENTS VISAS DECISION VOTE, ACTE, "exercice : 19", "exercice : 4");
	act_statut(&c, "effectif", FIELD_AMBIGU);
	act_close(&c);
	against_of(&c, "COMMUNE DE MIREBOIS\n\nSéance du 12 mars 2024\n\nMembres présents :\n\n" VISAS DECISION,
		   "COMMUNE DE MIREBOIS\n\nSéance du 12 mars 2024\n\nMembres présents : 3\n\n" VISAS DECISION, "Séance", "Séance");
	act_statut(&c, "presents_annonces", FIELD_AMBIGU);
	assert_string_equal(arena_dup(&c.a, act_field(&c, "presents_annonces")->items[0].texte).p, "absent");
	act_close(&c);
}

/* The list of an acte is made of the séance's, whether or not the actes can be compared. */
TEST(test_agreement__another_number_of_actes)
{
	struct act_case c;

	against_of(&c, HEAD PRESENTS ABSENTS "Délibération n° 2024-11\n\n" VISAS DECISION VOTE "\nDélibération n° 2024-12\n\n" VISAS DECISION VOTE,
		   ACTE, "M. Jean TILLAC", "M. Jean TILLAC, Mme Zoé ARNAL");
	assert_int_equal(c.r->actes_n, 2);
	assert_int_equal(c.r->actes[1].presents.statut, FIELD_AMBIGU);
	act_statut(&c, "presents", FIELD_AMBIGU);
	act_statut(&c, "acte.presents", FIELD_AMBIGU);
	act_statut(&c, "vote.pour", FIELD_LU);
	act_close(&c);
}

TEST(test_agreement__many_differences_are_counted)
{
	struct act_case c;

	against(&c, "M. Jean TILLAC",
		"M. Jean TILLAC, Mme Zoé ARNAL, M. Guy BESSON, Mme Lou CHARMET, M. Max DUVERN, Mme Eva FLORIS, M. Tom GARENNE");
	assert_string_equal(arena_dup(&c.a, act_field(&c, "presents")->items[1].texte).p,
			    "9, dont, dans ce texte seulement : Eva FLORIS, Guy BESSON, Lou CHARMET, Max DUVERN et 2 de plus");
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_agreement__each_type_of_value),
		cmocka_unit_test(test_agreement__the_rest_is_kept),
		cmocka_unit_test(test_agreement__white_space_and_order_are_no_other_value),
		cmocka_unit_test(test_agreement__what_one_of_them_does_not_read),
		cmocka_unit_test(test_agreement__another_number_of_actes),
		cmocka_unit_test(test_agreement__many_differences_are_counted),
	};

	return RUN(tests);
}
