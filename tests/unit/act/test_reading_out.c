/* SPDX-License-Identifier: EUPL-1.2 */
/* The reading as JSON and for a person, and the table of fields that both walk. */
#include "../../support/act_support.h"

#include "fold.h"
#include "reading_out.h"

#define ACTE                                                                                                              \
	"COMMUNE DE MIREBOIS\n\nSéance du 12 mars 2024\n\nMembres en exercice : 19\n\nÉtaient présents : M. Paul "     \
	"ARBEL, Mme Léa DORVAL\n\nAbsents : M. Luc GRISOL "                                                              \
	"(pouvoir à Mme Léa DORVAL)\n\nVu le code général des collectivités territoriales, notamment l'article L. "  \
	"2121-29 ;\n\nLe conseil municipal, après en "                                                                   \
	"avoir délibéré, DÉCIDE d'acheter le pré au prix de 1 234 567,89 €.\n\nPour : 2 Contre : 0 Abstentions : " \
	"1\n\nAdopté à l'unanimité.\n"

static char *json(struct act_case *c, bool indented)
{
	struct buf b;

	buf_init(&b, 4 * MIB);
	reading_json(c->r, "abc", indented, &b);
	char *s = (char *)(uintptr_t)arena_dup(&c->a, buf_view(&b)).p;

	buf_done(&b);
	return s;
}

static char *print(struct act_case *c, bool colour, unsigned width)
{
	struct buf b;

	buf_init(&b, 4 * MIB);
	reading_print(&c->a, c->r, (struct look){ .colour = colour, .width = width }, &b);
	char *s = (char *)(uintptr_t)arena_dup(&c->a, buf_view(&b)).p;

	buf_done(&b);
	return s;
}

TEST(test_reading_out__json_has_every_field_of_the_contract)
{
	struct act_case c;

	act_open(&c, ACTE);
	const char *s = json(&c, false);

	assert_contains(s, "\"schema\": \"scrutateur-lecture/1.0\"");
	assert_contains(s, "\"document\": {\"sha256\": \"abc\", \"octets\": ");
	assert_contains(s, "\"origine\": \"texte\", \"pages\": 1, \"encodage\": \"utf-8\"");
	for (size_t i = 0; i < FIELDS_N; i++)
		assert_int_equal(strstr(s, arena_printf(&c.a, "\"%s\": ", FIELDS[i].name).p) != NULL, FIELDS[i].scope != SCOPE_ENVOI);
	act_close(&c);
}

/* Rules get an empty list, the contract claims no name. */
TEST(test_reading_out__a_heading_with_nobody_under_it)
{
	struct act_case c;

	act_open(&c, "Séance du 12 mars 2024\n\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\n\nPouvoirs : néant\n\n"
		     "Le conseil municipal DÉCIDE d'acheter le pré.\n");
	assert_contains(json(&c, false), "\"pouvoirs\": {\"statut\": \"absent\", \"raison\": \"personne n'est nomm\\u00E9\", "
					 "\"valeur\": []");
	assert_int_equal(act_field(&c, "pouvoirs")->statut, FIELD_LU);
	act_close(&c);
}

TEST(test_reading_out__json_values)
{
	struct act_case c;

	act_open(&c, ACTE);
	const char *s = json(&c, false);

	assert_contains(s, "\"seance.date\": {\"statut\": \"lu\", \"valeur\": \"2024-03-12\", \"octets\": [");
	assert_contains(s, "\"effectif\": {\"statut\": \"lu\", \"valeur\": 19, \"octets\": [");
	assert_contains(s, "{\"nom\": \"Paul ARBEL\", \"civilite\": \"M.\", \"octets\": [");
	assert_contains(s, "\"depuis\": null, \"jusqua\": null}");
	assert_contains(s, "{\"mandant\": {\"nom\": \"Luc GRISOL\"");
	assert_contains(s, "\"mandataire\": {\"nom\": \"L\\u00E9a DORVAL\"");
	assert_contains(s, "\"references\": [{\"cle\": \"CGCT/L2121-29\", \"octets\": [");
	assert_contains(s, "\"montants\": [{\"centimes\": 123456789, \"octets\": [");
	assert_contains(s, "\"pour\": {\"statut\": \"lu\", \"valeur\": 2, ");
	assert_contains(s, "\"formule\": {\"statut\": \"lu\", \"valeur\": \"unanimite\", ");
	act_close(&c);
}

TEST(test_reading_out__json_of_an_amount)
{
	struct act_case c;

	act_open(&c, "Commune de Mirebois. Séance du 12 mars 2024\n\nVu le code ;\n\nLe conseil décide d'attribuer une subvention de 5 € TTC au "
		     "Judo Club.\n");
	assert_contains(json(&c, false), "{\"centimes\": 500, \"taxe\": \"TTC\", \"beneficiaire\": \"Judo Club\", \"octets\": [");
	act_close(&c);
}

TEST(test_reading_out__json_says_why_a_value_is_missing)
{
	struct act_case c;

	act_open(&c, ACTE "\nID : 999-209900123-20240314-A-DE\nID : 999-209900123-20240314-B-DE\n");
	const char *s = json(&c, false);

	assert_contains(s, "\"siren\": {\"statut\": \"lu\"");
	assert_contains(s, "\"publication.date\": {\"statut\": \"illisible\", \"raison\": \"aucune mention de "
			   "publication\", \"pres\": null}");
	assert_contains(s, "\"identifiant\": {\"statut\": \"ambigu\", \"raison\": \"2 identifiants");
	assert_contains(s, "\"candidats\": [{\"valeur\": \"999-209900123-20240314-A-DE\", \"octets\": [");
	assert_null(strstr(s, "\"valeur\": null"));
	act_close(&c);
}

TEST(test_reading_out__json_on_one_line_or_indented)
{
	struct act_case c;

	act_open(&c, ACTE);
	assert_null(strchr(json(&c, false), '\n'));
	assert_non_null(strchr(json(&c, true), '\n'));
	act_close(&c);
}

/* Offsets are of the text that was read: cutting it there gives the words. */
TEST(test_reading_out__spans_are_bytes_of_the_text)
{
	struct act_case c;

	act_open(&c, "\xEF\xBB\xBF" ACTE);
	assert_str(act_quote(&c, act_field(&c, "seance.date")->span), "12 mars 2024");
	assert_str(act_quote(&c, act_field(&c, "montants")->items[0].span), "1 234 567,89 €");
	assert_str(act_quote(&c, act_field(&c, "presents")->items[1].qui.span), "Mme Léa DORVAL");
	act_close(&c);
}

TEST(test_reading_out__for_a_person)
{
	struct act_case c;

	act_open(&c, ACTE);
	const char *s = print(&c, false, 0);

	assert_contains(s, "  Date de la séance        : 12 mars 2024  ligne 3\n");
	assert_contains(s, "  Organe délibérant        : conseil municipal  ligne 13\n");
	assert_contains(s, "  Présents                 : 2\n                             ligne 7 : M. Paul ARBEL, Mme Léa "
			   "DORVAL\n");
	assert_contains(s, "- M. Luc GRISOL → Mme Léa DORVAL  ligne 9\n");
	assert_contains(s, "ligne 13 : 1 234 567,89 €\n");
	assert_contains(s, "non trouvé — aucune mention de publication\n");
	assert_contains(s, "Présents pour cet acte   : 2, comme pour la séance\n");
	assert_contains(s, "    Pour                   : 2  ligne 15 « Pour : 2 »\n");
	assert_contains(s, " champs lus, ");
	assert_null(strchr(s, '\033'));
	assert_non_null(strchr(print(&c, true, 0), '\033'));
	act_close(&c);
}

/* Four counts that are missing for one reason, and which the text gives once. */
TEST(test_reading_out__the_same_reason_is_said_once)
{
	struct act_case c;

	act_open(&c, "Commune de Mirebois\n\nLe conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE de "
		     "vendre.\n");
	const char *s = print(&c, false, 0);

	assert_contains(s, "    Pour                   : non mentionné — ");
	assert_contains(s, "    Contre                 : non mentionné, de même\n");
	act_close(&c);
}

/* Rows end within the terminal, and go on under their value. */
TEST(test_reading_out__fits_the_terminal)
{
	static const unsigned widths[] = { 120, 80, 60, 40, PEN_NARROW };
	struct act_case c;

	act_open(&c, ACTE);
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		for (const char *row = print(&c, false, widths[i]); *row != '\0'; row += strcspn(row, "\n") + 1)
			assert_true(columns_of((struct str){ row, strcspn(row, "\n") }) <= widths[i]);
	assert_contains(print(&c, false, 72), "collectivités\n                               territoriales");
	act_close(&c);
}

#define FLAT                                                                                                              \
	"Commune de Mirebois Séance du 12 mars 2024 Étaient présents : M. Paul ARBEL, Mme Léa DORVAL Absent : M. Luc GRISOL "  \
	"Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE de vendre le pressoir au prix de 1 500,00 € et " \
	"le pré au prix de 800,00 €, payables en mairie."

TEST(test_reading_out__a_text_of_one_line_is_searched_by_columns)
{
	struct act_case c;

	act_open(&c, FLAT);
	const char *s = print(&c, false, 0);

	assert_contains(s, "ligne 1, colonne 63 : M. Paul ARBEL, Mme Léa DORVAL\n");
	assert_contains(s, "ligne 1, colonne 218 : 1 500,00 €\n                             ligne 1, colonne 250 : 800,00 €\n");
	act_close(&c);
}

TEST(test_reading_out__billions_are_grouped_by_three)
{
	struct act_case c;

	act_open(&c, "Commune de Mirebois. Séance du 12 mars 2024\n\nVu le code ;\n\nLe conseil décide de payer 3,2 Md€, 12 001 050,05 € et 7 €.\n");
	const char *s = print(&c, false, 0);

	assert_contains(s, "3 200 000 000,00 €");
	assert_contains(s, "12 001 050,05 €");
	assert_contains(s, " 7,00 €");
	act_close(&c);
}

TEST(test_reading_out__lines_of_a_drawn_text_are_said_to_be_its_own)
{
	struct act_case c;
	struct reading drawn;

	act_open(&c, ACTE);
	assert_int_equal(strncmp(print(&c, false, 0), "Séance\n", strlen("Séance\n")), 0);
	drawn = *c.r;
	drawn.origine = ORIGIN_OCR;
	c.r = &drawn;
	assert_contains(print(&c, false, 0), "Texte reconnu sur une numérisation : les lignes sont celles de ce texte");
	act_close(&c);
}

TEST(test_reading_out__summary)
{
	struct buf b;
	struct pen pen = { .out = &b };

	buf_init(&b, KIB);
	reading_summary((const unsigned[]){ [FIELD_LU] = 34, [FIELD_ABSENT] = 5, [FIELD_ILLISIBLE] = 3, [FIELD_AMBIGU] = 1, [COUNT_INTROUVABLE] = 2 }, &pen);
	assert_str(buf_view(&b), "34 champs lus, 5 non mentionnés, 2 non trouvés, 1 illisible, 1 ambigu");
	buf_clear(&b);
	reading_summary((const unsigned[]){ [FIELD_LU] = 1, [FIELD_ABSENT] = 0, [FIELD_ILLISIBLE] = 1, [FIELD_AMBIGU] = 2, [COUNT_INTROUVABLE] = 1 }, &pen);
	assert_str(buf_view(&b), "1 champ lu, 0 non mentionné, 1 non trouvé, 0 illisible, 2 ambigus");
	buf_done(&b);
}

TEST(test_fields__words_for_people)
{
	struct arena a;

	arena_init(&a, MIB);
	assert_str(word_for_people(&a, STR("commission_permanente")), "commission permanente");
	assert_str(word_for_people(&a, STR("conseil_departemental")), "conseil départemental");
	assert_str(word_for_people(&a, STR("unanimite")), "unanimité");
	assert_str(word_for_people(&a, STR("rejet")), "rejet");
	arena_done(&a);
}

TEST(test_reading_out__nothing_of_the_document_reaches_the_terminal_raw)
{
	struct act_case c;

	act_open(&c, "Objet : Vente \xE2\x80\xAE du pressoir\n\nLe conseil municipal, après en avoir délibéré, à "
		     "l'unanimité, DÉCIDE.\n");
	act_statut(&c, "objet", FIELD_LU);
	assert_null(strstr(print(&c, false, 0), "\xE2\x80\xAE"));
	act_close(&c);
}

TEST(test_reading_out__counts)
{
	struct act_case c;
	unsigned n[READING_COUNTS];
	size_t rows = 0;

	act_open(&c, ACTE);
	for (size_t i = 0; i < FIELDS_N; i++)
		rows += FIELDS[i].scope == SCOPE_VOTE ? c.r->actes[0].votes_n : FIELDS[i].scope != SCOPE_ENVOI;
	reading_count(c.r, n);
	assert_int_equal(n[0] + n[1] + n[2] + n[3], rows);
	assert_true(n[COUNT_INTROUVABLE] <= n[FIELD_ILLISIBLE]);
	assert_true(n[FIELD_LU] > 15);
	act_close(&c);
}

TEST(test_fields__names)
{
	assert_int_equal(field_desc(STR("presents"))->scope, SCOPE_SEANCE);
	assert_int_equal(field_desc(STR("acte.presents"))->scope, SCOPE_ACTE);
	assert_int_equal(field_desc(STR("vote.pour"))->scope, SCOPE_VOTE);
	assert_ptr_equal(field_desc(STR("vote.pour")), field_desc(STR("pour")));
	assert_null(field_desc(STR("vote.presents")));
	assert_null(field_desc(STR("seance")));
	assert_null(field_desc(STR("")));
	for (size_t i = 0; i < FIELDS_N; i++)
		assert_true(strlen(FIELDS[i].libelle) > 2);
}

TEST(test_fields__places_for_people)
{
	static const char *const said[][2] = {
		{ "presents", "Présents" }, { "seance.date", "Date de la séance" }, { "pouvoirs[2]", "Pouvoirs n° 2" },
		{ "vote.contre", "Contre" }, { "votes[1].formule", "Formule du résultat (vote 1)" }, { "votes[12]", "Vote 12" },
		{ "actes[3].votes[1].pour", "Pour (acte 3, vote 1)" }, { "actes[3]", "Acte 3" }, { "actes[3].votes[2]", "Vote 2 (acte 3)" },
		{ "texte[60]", "Passage" }, { "texte", "texte" }, { "vote", "Vote" }, { "quorum.fraction", "quorum.fraction" }, { "", "" }, { "votes[]", "votes[]" },
	};
	struct arena a;

	arena_init(&a, 64 * KIB);
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		assert_true(str_eq(champ_for_people(&a, str_c(said[i][0])), str_c(said[i][1])));
	arena_done(&a);
}

TEST(test_fields__words)
{
	assert_string_equal(statut_word(FIELD_LU), "lu");
	assert_string_equal(statut_word(FIELD_ABSENT), "absent");
	assert_string_equal(statut_for_people(FIELD_ABSENT, false), "non mentionné");
	assert_string_equal(statut_word(FIELD_ILLISIBLE), "illisible");
	assert_string_equal(statut_for_people(FIELD_ILLISIBLE, false), "illisible");
	assert_string_equal(statut_for_people(FIELD_ILLISIBLE, true), "non trouvé");
	assert_string_equal(statut_word(FIELD_AMBIGU), "ambigu");
	assert_string_equal(origine_word(ORIGIN_OCR), "ocr");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reading_out__json_has_every_field_of_the_contract),
		cmocka_unit_test(test_reading_out__a_heading_with_nobody_under_it),
		cmocka_unit_test(test_reading_out__json_values),
		cmocka_unit_test(test_reading_out__json_of_an_amount),
		cmocka_unit_test(test_reading_out__json_says_why_a_value_is_missing),
		cmocka_unit_test(test_reading_out__json_on_one_line_or_indented),
		cmocka_unit_test(test_reading_out__spans_are_bytes_of_the_text),
		cmocka_unit_test(test_reading_out__for_a_person),
		cmocka_unit_test(test_reading_out__the_same_reason_is_said_once),
		cmocka_unit_test(test_reading_out__fits_the_terminal),
		cmocka_unit_test(test_reading_out__a_text_of_one_line_is_searched_by_columns),
		cmocka_unit_test(test_reading_out__billions_are_grouped_by_three),
		cmocka_unit_test(test_reading_out__lines_of_a_drawn_text_are_said_to_be_its_own),
		cmocka_unit_test(test_reading_out__summary),
		cmocka_unit_test(test_fields__words_for_people),
		cmocka_unit_test(test_reading_out__nothing_of_the_document_reaches_the_terminal_raw),
		cmocka_unit_test(test_reading_out__counts),
		cmocka_unit_test(test_fields__names),
		cmocka_unit_test(test_fields__places_for_people),
		cmocka_unit_test(test_fields__words),
	};

	return RUN(tests);
}
