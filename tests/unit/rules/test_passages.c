/* SPDX-License-Identifier: EUPL-1.2 */
/* The words of an acte: folding with its way back, sentences, dates, numbers that carry their key. */
#include "bench.h"
#include "numbers_known.h"

static void assert_way_back(const char *source, const char *words, const char *stands)
{
	struct arena a;
	arena_init(&a, 16 * MIB);
	struct str bytes = str_c(source);
	struct folded f = folded_of(&a, bytes);
	size_t at = str_find(f.text, str_c(words), 0);
	assert_true(at != STR_NONE);
	size_t start = folded_to_bytes(&f, bytes, at), end = folded_to_bytes(&f, bytes, at + strlen(words));
	assert_has(str_part(bytes, start, end), stands);
	assert_true(end - start <= strlen(stands) + 1);
	assert_int_equal(folded_from_bytes(&f, bytes, start), at);
	arena_done(&a);
}

static void test_passages__le_chemin_du_retour(void **state)
{
	char deep[4096] = "";
	(void)state;
	assert_way_back("Vote au scrutin secret", "scrutin", "scrutin");
	assert_way_back("  Vote   au\n\tSCRUTIN   secret", "scrutin secret", "SCRUTIN   secret");
	assert_way_back("Œuvre à l’école élémentaire", "ecole elementaire", "école élémentaire");
	assert_way_back("№ 7, puis n° 8", "n° 8", "n° 8");
	for (int i = 0; i < 200; i++)
		strcat(deep, "é  ﬁ\n");
	strcat(deep, "à l'unanimité");
	assert_way_back(deep, "a l'unanimite", "à l'unanimité");
}

struct row { const char *body, *says; };
#define HEAD "La Commission permanente du département de la Vaugine\n"

static void test_passages__phrases_et_dates(void **state)
{
	static const char source[] = HEAD "Le 18 mars 2024. M. BOIS rapporte l'art. L. 2121-1 du code. La convention\n"
					  "du 1er juillet 2021 est jointe ; elle vaut 3 ans.\n\n- d'adopter la CONVENTION type\n"
					  "- de signer, le 12/04/2024, l'acte n° 14.";
	static const struct row rows[] = {
		{ "return conforme(passages(d, \"convention\")[1].texte)", "La convention du 1er juillet 2021 est jointe" },
		{ "return conforme(passages(d, \"convention\")[2].texte)", "- d'adopter la CONVENTION type" },
		{ "return conforme(texte(\"%d\", nombre(passages(d, \"convention\"))))", "2" },
		{ "return conforme(texte(\"%d\", nombre(passages(d, \"vention\"))))", "0" },
		{ "return conforme(texte(\"%d\", nombre(passages(d, \"n° 1\"))))", "0" },
		{ "return conforme(texte(\"%d\", nombre(passages(d, { \"bois\", \"signer\", \"lune\" }))))", "2" },
		{ "return conforme(passages(d, \"rapporte\")[1].texte)", "M. BOIS rapporte l'art. L. 2121-1 du code" },
		{ "return conforme(liste(dates_de(passages(d, \"jointe\")[1])))", "2021-07-01" },
		{ "return conforme(liste(dates_de(\"du 3 mai 2023 au 12/04/2024\")))", "2023-05-03 et 2024-04-12" },
		{ "return conforme(liste(dates_de(\"le 31 avril 2024\")) .. \"rien\")", "rien" },
		{ "return conforme(trouve(passages(d, \"jointe\")[1], \"juillet 2021\") and \"oui\" or \"non\")", "oui" },
	};
	struct bench b;
	(void)state;
	bench_open_text(&b, source);
	b.acte.span = (struct span){ 0, strlen(source) };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_says(judge(&b, rows[i].body), VERDICT_CONFORME, rows[i].says);
	const struct finding *f = judge(&b, "return anomalie { message = \"vue\", preuve = passages(d, \"type\")[1] }");
	assert_string_equal(f->preuves[0].champ.p, "texte[1]");
	assert_has(quoted(&b, &f->preuves[0]), "- d'adopter la CONVENTION type");
	bench_close(&b);
}

static void test_passages__seul_l_acte_juge(void **state)
{
	static const char source[] = HEAD "Premier acte : au scrutin secret.\nSecond acte : à main levée.";
	struct bench b;
	(void)state;
	bench_open_text(&b, source);
	b.acte.span = span_of(&b, "Second acte : à main levée.");
	assert_says(judge(&b, "return conforme(texte(\"%d%d\", nombre(passages(d, \"scrutin secret\")), nombre(passages(d, \"main\"))))"),
		    VERDICT_CONFORME, "01");
	bench_close(&b);
}

static void test_passages__qui_une_phrase_nomme(void **state)
{
	static const struct row rows[] = {
		{ "local s = \"\" for n in chaque(nommes_dans(passages(d, \"pouvoirs\")[1], d.presents)) do s = s .. n.elu.nom .. tostring(n.entier) .. \",\" end return conforme(s)",
		  "Mme AUBEoui,M. BOISoui,Mme CLAIRoui,Mme AUBEoui,Mme AUBEoui," },
		{ "local n = nommes_dans(passages(d, \"pouvoirs\")[1], d.presents)[2] return conforme(\"<\" .. n.apres .. \">\")", "<,>" },
		{ "local n = nommes_dans(passages(d, \"pouvoirs\")[1], d.presents)[2] return conforme(tostring(trouve(n.avant, \"presents : mme aube,\")))", "oui" },
		{ "return conforme(texte(\"%d\", nombre(nommes_dans(passages(d, \"délégation\")[1], d.presents))))", "0" },
	};
	struct bench b;
	(void)state;
	bench_open(&b);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_says(judge(&b, rows[i].body), VERDICT_CONFORME, rows[i].says);
	bench_close(&b);
}

/* What a jurist can do about it is said with it. */
static void test_passages__un_acte_trop_long_dit_que_faire(void **state)
{
	static const char body[] = "return conforme(texte(\"%d\", nombre(passages(d, \"main\"))))";
	struct bench b;
	(void)state;
	bench_open_text(&b, HEAD "Premier acte : à main levée.");
	b.acte.span = (struct span){ 0, LIMIT_LUA_INPUT };
	assert_int_equal(judge(&b, body)->verdict, VERDICT_CONFORME);
	b.acte.span = (struct span){ 0, LIMIT_LUA_INPUT + 1 };
	assert_says(judge(&b, body), VERDICT_NON_VERIFIABLE,
		    "texte : acte de plus de 256 Kio, trop long pour que ses mots soient cherchés : déposez-le sans ses annexes, ou relisez-le");
	bench_close(&b);
}

static void test_passages__mal_appeles(void **state)
{
	static const struct row rows[] = {
		{ "passages(\"d\", \"x\")", "attend d en premier" },
		{ "passages(d, 3)", "mots entre guillemets" },
		{ "passages(d, \" \")", "de 1 à 256 octets" },
		{ "dates_de(d)", "un texte ou un passage" },
		{ "numeros(d, \"RIB\")", "ne connaît pas" },
		{ "sommes_omises(d.montants)", "attend d, pas une liste" },
		{ "dans(d, d)", "un élément de liste et un passage" },
		{ "entre(d.visas[1], 3)", "deux éléments de liste" },
		{ "nommes_dans(d.visas[1], d.pouvoirs)", "attend un passage et une liste d'élus" },
		{ "nommes_dans(\"AUBE\", d.presents)", "attend un passage et une liste d'élus" },
		{ "avant(d.visas[1], 0)", "un nombre d'octets de 1 à 200" },
	};
	struct bench b;
	(void)state;
	bench_open(&b);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char body[160];
		snprintf(body, sizeof body, "local x = %s return conforme(\"là\")", rows[i].body);
		assert_says(judge(&b, body), VERDICT_ERREUR, rows[i].says);
	}
	assert_says(judge(&b, "return conforme(dans(d.presents[1], passages(d, \"présents\")[1]) and \"oui\" or \"non\")"),
		    VERDICT_CONFORME, "oui");
	assert_says(judge(&b, "return conforme(dans(d.presents[1], passages(d, \"adoptée\")[1]) and \"oui\" or \"non\")"),
		    VERDICT_CONFORME, "non");
	assert_says(judge(&b, "return conforme(\"<\" .. entre(d.visas[1], d.visas[2]) .. \">\")"), VERDICT_CONFORME, "< ; >");
	assert_says(judge(&b, "return conforme(\"<\" .. avant(d.visas[2], 3) .. \">\")"), VERDICT_CONFORME, "< ; >");
	assert_says(judge(&b, "return conforme(entre(d.visas[2], d.visas[1]) or \"rien\")"), VERDICT_CONFORME, "rien");
	bench_close(&b);
}

/* Invented numbers; their keys are right, then wrong by one. */
static void test_passages__numeros_a_cle(void **state)
{
	static const struct { const char *text; bool nir, iban; } rows[] = {
		{ "1 84 12 76 451 089 46", true, false },     { "1 84 12 76 451 089 47", false, false },
		{ "184127645108946", true, false },	      { "1 84 13 76 451 089 46", false, false },
		{ "x184127645108946", false, false },	      { "1841276451089460", false, false },
		{ "2 55 08 2A 004 117 75", true, false },     { "2 55 08 2B 004 117 05", true, false },
		{ "2 55 08 2B 004 117 75", false, false },    { "FR76 3000 6000 0112 3456 7890 189", false, true },
		{ "FR7630006000011234567890189", false, true }, { "FR76 3000 6000 0112 3456 7890 188", false, false },
		{ "FR76 3000 6000", false, false },	      { "", false, false },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str s = str_c(rows[i].text);
		size_t from = s.n && s.p[0] == 'x' ? 1 : 0;
		assert_int_equal(number_nir(s, from) > from, rows[i].nir);
		assert_int_equal(number_iban(s, from) > from, rows[i].iban);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_passages__le_chemin_du_retour), TEST(test_passages__phrases_et_dates),
		TEST(test_passages__qui_une_phrase_nomme),
		TEST(test_passages__seul_l_acte_juge),
		TEST(test_passages__un_acte_trop_long_dit_que_faire),
		TEST(test_passages__mal_appeles),
		TEST(test_passages__numeros_a_cle),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
