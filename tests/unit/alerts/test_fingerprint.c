/* SPDX-License-Identifier: EUPL-1.2 */
/* Fingerprints: the check values of ALERT_FORMAT §5, and what must and must not change them. */
#include "sample.h"

#define ALERTE "9d4a0ab0ffb0b875063fd07d65f01edfa3675c6d7ca60a57b911bfd97d7d1252"

TEST(test_fingerprint__check_value_of_alerte_v1)
{
	char hex[DIGEST_HEX];

	fingerprint_alerte(STR("pouvoir-unique"), STR("223500018"), STR("CP20231620"), STR("elu:F\303\211RET"), hex);
	assert_string_equal(hex, ALERTE);
}

TEST(test_fingerprint__check_value_of_occurrence_v1)
{
	char hex[DIGEST_HEX];

	fingerprint_occurrence(ALERTE, SHA, STR("1.1.0"), hex);
	assert_string_equal(hex, "97da02b4fa5a79c9a0017e697ce9902ea59332abe33f60f25169022f7655ba12");
}

TEST(test_fingerprint__act_key_is_siren_and_number_when_both_are_read)
{
	struct sample s;
	struct str k1, k2;

	sample_open(&s);
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &k2);
	assert_true(str_eq(k1, STR("229900011")));
	assert_true(str_eq(k2, STR("CP20239001")));
	sample_close(&s);
}

static void text_key(struct str bytes, enum field_status number, char out[DIGEST_HEX])
{
	struct sample s;
	struct str k1, k2;

	sample_open(&s);
	sample_set_text(&s, bytes);
	s.acte.numero.statut = number;
	s.reading.siren.statut = number == FIELD_LU ? FIELD_ABSENT : FIELD_LU;
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &k2);
	assert_true(str_eq(k1, STR("sha256-texte")));
	assert_int_equal(k2.n, 64);
	(void)snprintf(out, DIGEST_HEX, "%.*s", STR_ARG(k2));
	sample_close(&s);
}

TEST(test_fingerprint__without_siren_or_number_the_text_speaks)
{
	char ambiguous[DIGEST_HEX], absent[DIGEST_HEX], respaced[DIGEST_HEX], other[DIGEST_HEX];

	text_key(STR("D\303\251cide d'approuver le rapport.\n"), FIELD_AMBIGU, ambiguous);
	text_key(STR("D\303\251cide d'approuver le rapport.\n"), FIELD_LU, absent);
	text_key(STR("D\303\251cide  d'approuver\r\nle rapport.\n\n"), FIELD_AMBIGU, respaced);
	text_key(STR("D\303\251cide d'approuver ce rapport.\n"), FIELD_AMBIGU, other);
	assert_string_equal(ambiguous, absent);
	assert_string_equal(ambiguous, respaced);
	assert_string_not_equal(ambiguous, other);
}

static struct str heading_key(struct sample *s, const char *collectivite, const char *date, const char *number)
{
	struct str k1, k2;

	s->reading.siren.statut = FIELD_ABSENT;
	s->reading.collectivite = read_as(collectivite);
	s->reading.date = read_as(date);
	s->acte.numero = read_as(number);
	fingerprint_act_key(&s->a, &s->reading, 0, NULL, &k1, &k2);
	assert_true(str_eq(k1, STR("sha256-entete")));
	return k2;
}

TEST(test_fingerprint__without_siren_the_heading_names_the_act)
{
	struct sample s;
	struct str k1, k2, first;

	sample_open(&s);
	first = heading_key(&s, "D\303\251partement de la Vaugine", "2023-10-02", "12");
	assert_true(str_eq(first, heading_key(&s, "D\303\211PARTEMENT DE LA\nVAUGINE", "2023-10-02", "12")));
	assert_false(str_eq(first, heading_key(&s, "D\303\251partement de la Vaugine", "2024-10-02", "12")));
	assert_false(str_eq(first, heading_key(&s, "D\303\251partement de la Vaugine", "2023-10-02", "13")));
	assert_false(str_eq(first, heading_key(&s, "Commune de Vaugine", "2023-10-02", "12")));
	s.reading.collectivite.statut = FIELD_ILLISIBLE;
	s.reading.president = read_as("Mme F\303\211LINE");
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &first);
	assert_true(str_eq(k1, STR("sha256-entete")));
	s.reading.president = read_as("F\303\251line");
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &k2);
	assert_true(str_eq(first, k2));
	s.reading.president.statut = FIELD_ABSENT;
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &k2);
	assert_true(str_eq(k1, STR("sha256-texte")));
	(void)heading_key(&s, "Commune de Vaugine", "2023-10-02", "12");
	s.reading.date.statut = FIELD_AMBIGU;
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &k2);
	assert_true(str_eq(k1, STR("sha256-texte")));
	sample_close(&s);
}

/* Three lines more at its top, and one act of the same number with other words: the same alert (ALERT_FORMAT §5). */
TEST(test_fingerprint__lines_more_or_less_change_nothing_where_the_act_is_known)
{
	struct sample s;
	struct str k1, k2, l1, l2;

	sample_open(&s);
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &k2);
	sample_set_text(&s, STR("Ligne\nLigne\nLigne\n" ACT));
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &l1, &l2);
	assert_true(str_eq(k1, l1) && str_eq(k2, l2));
	sample_close(&s);
}

/* sha256 of "Un mot ." : tokens joined by one space. */
TEST(test_fingerprint__text_key_known_value)
{
	struct hash h;
	char hex[DIGEST_HEX], want[DIGEST_HEX];

	hash_init(&h);
	hash_add(&h, "Un mot .", 8);
	struct digest d = hash_end(&h);
	(void)digest_hex(&d, want);
	text_key(STR("Un  mot.\n"), FIELD_AMBIGU, hex);
	assert_string_equal(hex, want);
}

TEST(test_fingerprint__only_the_tokens_of_the_acte_count)
{
	struct sample s;
	struct str k1, first, second, whole;

	sample_open(&s);
	sample_set_text(&s, STR("Acte un. Acte deux."));
	s.reading.siren.statut = FIELD_ABSENT;
	s.acte.span = (struct span){ 0, 8 };
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &first);
	s.acte.span = (struct span){ 9, 19 };
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &second);
	sample_set_text(&s, STR("Acte deux."));
	fingerprint_act_key(&s.a, &s.reading, 0, NULL, &k1, &whole);
	assert_false(str_eq(first, second));
	assert_true(str_eq(second, whole));
	sample_close(&s);
}

TEST(test_fingerprint__act_names_differ_when_the_border_moves)
{
	char one[DIGEST_HEX], two[DIGEST_HEX];

	fingerprint_act(STR("12"), STR("3"), one);
	fingerprint_act(STR("1"), STR("23"), two);
	assert_string_not_equal(one, two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fingerprint__check_value_of_alerte_v1),
		cmocka_unit_test(test_fingerprint__check_value_of_occurrence_v1),
		cmocka_unit_test(test_fingerprint__act_key_is_siren_and_number_when_both_are_read),
		cmocka_unit_test(test_fingerprint__without_siren_or_number_the_text_speaks),
		cmocka_unit_test(test_fingerprint__without_siren_the_heading_names_the_act),
		cmocka_unit_test(test_fingerprint__lines_more_or_less_change_nothing_where_the_act_is_known),
		cmocka_unit_test(test_fingerprint__text_key_known_value),
		cmocka_unit_test(test_fingerprint__only_the_tokens_of_the_acte_count),
		cmocka_unit_test(test_fingerprint__act_names_differ_when_the_border_moves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
