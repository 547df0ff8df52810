/* SPDX-License-Identifier: EUPL-1.2 */
/* A person's name at a token: what it is, where it ends, and what is nobody's name. Names are invented. */
#include "../text/sample.h"
#include "leaf.h"

/* The name read at the first token, or "" ; the text that stands after it must begin with `rest`. */
static void check(const char *text, const char *civilite, const char *nom, const char *cle, const char *rest, int line)
{
	struct sample s;
	struct person p = {0};
	sample(&s, text);
	size_t next = leaf_person(&s.a, &s.text, &s.t, 0, &p);
	assert_str_at(p.nom, nom, strlen(nom), __FILE__, line);
	assert_str_at(p.civilite, civilite, strlen(civilite), __FILE__, line);
	assert_str_at(p.cle, cle, strlen(cle), __FILE__, line);
	assert_int_equal(next == 0, nom[0] == '\0');
	struct str after = str_part(s.text.bytes, s.t.at[next].start, s.text.bytes.n);
	if (nom[0] != '\0') {
		assert_str_at(str_part(after, 0, strlen(rest)), rest, strlen(rest), __FILE__, line);
		assert_int_equal(p.span.start, 0);
		assert_int_equal(p.span.end, s.t.at[next - 1].end);
	}
	sample_done(&s);
}
#define NAME(text, civ, nom, cle, rest) check((text), (civ), (nom), (cle), (rest), __LINE__)
#define NOBODY(text) check((text), "", "", "", "", __LINE__)

TEST(test_persons__civility_and_surname)
{
	NAME("M. TARVEL, Mme", "M.", "TARVEL", "tarvel", ",");
	NAME("Mme  ORSINE\t(pouvoir", "Mme", "ORSINE", "orsine", "(");
	NAME("Madame Ruvelin ;", "Madame", "Ruvelin", "ruvelin", ";");
	NAME("monsieur TARVEL.", "monsieur", "TARVEL", "tarvel", ".");
	NAME("M.\n\nBRANTEUIL, Mme", "M.", "BRANTEUIL", "branteuil", ",");
	NAME("M Jean TARVEL,", "M", "Jean TARVEL", "jean tarvel", ",");
	NAME("MM. TARVEL, ROC", "MM.", "TARVEL", "tarvel", ",");
}

TEST(test_persons__broken_over_lines)
{
	NAME("M. LE\nGUERVEN, M.", "M.", "LE GUERVEN", "le guerven", ",");
	NAME("Mme KOMALI-\nNAKASSIO, M.", "Mme", "KOMALI-NAKASSIO", "komali nakassio", ",");
	NAME("M.  DE  GRAVION  SAINT-MYR,", "M.", "DE GRAVION SAINT-MYR", "de gravion saint myr", ",");
	NAME("M. LE\n 3Page 2 /\nGUERVEN, M.", "M.", "LE GUERVEN", "le guerven", ",");
	NAME("Jean-Marie\nDA BRENTA,", "", "Jean-Marie DA BRENTA", "jean marie da brenta", ",");
}

TEST(test_persons__particles_and_signs)
{
	NAME("Jean-Marie DA BRENTA,", "", "Jean-Marie DA BRENTA", "jean marie da brenta", ",");
	NAME("Paul BARRAC’H et", "", "Paul BARRAC’H", "paul barrac h", "et");
	NAME("d’OU, M.", "", "d’OU", "d ou", ",");
	NAME("M. d' OU,", "M.", "d'OU", "d ou", ",");
	NAME("EL KANDARI,", "", "EL KANDARI", "el kandari", ",");
	NAME("de RUVY,", "", "de RUVY", "de ruvy", ",");
	NAME("Mme De LAGRADE,", "Mme", "De LAGRADE", "de lagrade", ",");
	NAME("Mme D'ARC-LEROUX,", "Mme", "D'ARC-LEROUX", "d arc leroux", ",");
	NAME("M. L'HESTIS,", "M.", "L'HESTIS", "l hestis", ",");
	NAME("Bertrand de Jouvenat,", "", "Bertrand de Jouvenat", "bertrand de jouvenat", ",");
	NAME("Mme DUGUERROUX-HONORAT (", "Mme", "DUGUERROUX-HONORAT", "duguerroux honorat", "(");
	NAME("Mme LE, M.", "Mme", "LE", "le", ",");
	NAME("Anne de la MOTTE,", "", "Anne de la MOTTE", "anne de la motte", ",");
}

TEST(test_persons__order_and_initials)
{
	NAME("NITAMBI Dominique,", "", "NITAMBI Dominique", "nitambi dominique", ",");
	NAME("M. COLLET Gérard (Valjoie)", "M.", "COLLET Gérard", "collet gerard", "(");
	NAME("CAUQUEL R. – LANOT M.", "", "CAUQUEL R.", "cauquel r", "–");
	NAME("LANOT M. – CAUQUEL", "", "LANOT M.", "lanot m", "–");
	NAME("J.-P. MARTEL,", "", "J.-P. MARTEL", "j p martel", ",");
	NAME("M. J. MARTEL,", "M.", "J. MARTEL", "j martel", ",");
}

TEST(test_persons__lost_commas)
{
	NAME("Evelyne BASSOU Xavier BRACHELET", "", "Evelyne BASSOU", "evelyne bassou", "Xavier");
	NAME("BASSOU Evelyne BRACHELET Xavier", "", "BASSOU Evelyne", "bassou evelyne", "BRACHELET");
	NAME("Robert MENZANI\nJean-Marie DA BRENTA", "", "Robert MENZANI", "robert menzani", "Jean");
	NAME("Jean Dapont\nMarie Durond", "", "Jean Dapont", "jean dapont", "Marie");
	NAME("Mme BIORD Mme BILLORD", "Mme", "BIORD", "biord", "Mme");
	NAME("Mme BIORD M. BOHONNE", "Mme", "BIORD", "biord", "M.");
}

TEST(test_persons__what_ends_a_name)
{
	NAME("Mme TOUVANT\n\nAbsents et", "Mme", "TOUVANT", "touvant", "Absents");
	NAME("Mme TOUVANT\nAbsents :", "Mme", "TOUVANT", "touvant", "Absents");
	NAME("Mme TOUVANT ABSENTS :", "Mme", "TOUVANT", "touvant", "ABSENTS");
	NAME("M. TARVEL Maire", "M.", "TARVEL", "tarvel", "Maire");
	NAME("M. TARVEL, Maire", "M.", "TARVEL", "tarvel", ",");
	NAME("M. TARVEL du Groupe Socialiste", "M.", "TARVEL", "tarvel", "du");
	NAME("M. TARVEL donne pouvoir", "M.", "TARVEL", "tarvel", "donne");
	NAME("Philippe ROUVEL - COROUJE", "", "Philippe ROUVEL", "philippe rouvel", "-");
	NAME("M. TARVEL\n\nBRANTEUIL", "M.", "TARVEL", "tarvel", "BRANTEUIL");
	NAME("TARVEL 23", "", "TARVEL", "tarvel", "23");
}

/* Groups by commune, in a text that lost its line ends. */
TEST(test_persons__label_of_the_next_group)
{
	NAME("Mme Roche Anne Valjoie-sur-Orne : M. Tarvel Jean", "Mme", "Roche Anne", "roche anne", "Valjoie");
	NAME("M. Roche Paul Neuve-Le-Roy : Cerel : M. Tarvel", "M.", "Roche Paul", "roche paul", "Neuve");
	NAME("M. ROCHE Paul Valjoie : M. Tarvel", "M.", "ROCHE Paul", "roche paul", "Valjoie");
	NAME("Anne Marie Roche : présente", "", "Anne Marie Roche", "anne marie roche", ":");
	NAME("Anne Roche : M. Tarvel", "", "Anne Roche", "anne roche", ":");
	NAME("M. Martel P-Y, Mme", "M.", "Martel P-Y", "martel p y", ",");
	NAME("Mme Lagrade Envoyé en préfecture", "Mme", "Lagrade", "lagrade", "Envoyé");
}

/* Surnames that are also words of the act. */
TEST(test_persons__surnames_that_are_words)
{
	NAME("Mme BUREAU,", "Mme", "BUREAU", "bureau", ",");
	NAME("Jean POINT,", "", "Jean POINT", "jean point", ",");
	NAME("M. PRÉSENT,", "M.", "PRÉSENT", "present", ",");
	NAME("Mme MAIRE DU POZET,", "Mme", "MAIRE DU POZET", "maire du pozet", ",");
	NAME("Bruno LE MAIRE,", "", "Bruno LE MAIRE", "bruno le maire", ",");
}

TEST(test_persons__nobody)
{
	NOBODY("M. le Maire");
	NOBODY("M. LE MAIRE");
	NOBODY("Madame la Vice-Présidente");
	NOBODY("Monsieur l'Adjoint");
	NOBODY("le Conseil municipal");
	NOBODY("Le conseil");
	NOBODY("Absents :");
	NOBODY("Mme");
	NOBODY("Mme, M.");
	NOBODY("23 présents");
	NOBODY("présents");
	NOBODY(", TARVEL");
	NOBODY("de la commune");
	NOBODY("AA BB CC DD EE FF GG HH II JJ KK LL MM");
}

TEST(test_persons__limits)
{
	NAME("AA BB CC DD EE FF GG HH II JJ,", "", "AA BB CC DD EE FF GG HH II JJ", "aa bb cc dd ee ff gg hh ii jj",
	     ",");
	NOBODY("AA BB CC DD EE FF GG HH II JJ KK,");
	char text[2 * 21 + 1];
	for (size_t k = 0; k < 21; k++)
		memcpy(text + 2 * k, "B-", 2);
	text[2 * 20 - 1] = '\0';
	NAME(text, "", text, "b b b b b b b b b b b b b b b b b b b b", "");
	text[2 * 20 - 1] = '-';
	text[2 * 21 - 1] = '\0';
	NOBODY(text);
}

/* Each of these would be quadratic if a leaf looked further than a name is long. */
TEST(test_persons__hostile_runs_are_linear)
{
	static const char *const PIECES[] = {"A-", "de ", "M. ", "d'", "J.-", "1 000 "};
	char *text = malloc(400000);
	for (size_t p = 0; p < sizeof PIECES / sizeof *PIECES; p++) {
		struct sample s;
		struct person who;
		size_t n = strlen(PIECES[p]), times = 400000 / n;
		int64_t number;
		for (size_t k = 0; k < times; k++)
			memcpy(text + k * n, PIECES[p], n);
		sample_bytes(&s, text, times * n);
		for (size_t i = 0; i < s.t.n; i++) {
			leaf_person(&s.a, &s.text, &s.t, i, &who);
			leaf_number(&s.t, i, &number);
		}
		sample_done(&s);
	}
	free(text);
}

static bool civility(const char *text, size_t *next)
{
	struct sample s;
	sample(&s, text);
	bool yes = is_civility(&s.t, 0, next);
	sample_done(&s);
	return yes;
}

TEST(test_persons__civilities)
{
	size_t next = 77;
	assert_true(civility("M. TARVEL", &next));
	assert_int_equal(next, 2);
	assert_true(civility("Mme TARVEL", &next));
	assert_int_equal(next, 1);
	assert_true(civility("MESSIEURS", &next));
	assert_true(civility("MM. A", &next));
	next = 77;
	assert_false(civility("M57", &next));
	assert_false(civility("m carrés", &next));
	assert_false(civility("M.-P. ROUX", &next));
	assert_false(civility("M. –", &next));
	assert_int_equal(next, 77);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_persons__civility_and_surname),
		cmocka_unit_test(test_persons__broken_over_lines),
		cmocka_unit_test(test_persons__particles_and_signs),
		cmocka_unit_test(test_persons__order_and_initials),
		cmocka_unit_test(test_persons__lost_commas),
		cmocka_unit_test(test_persons__what_ends_a_name),
		cmocka_unit_test(test_persons__label_of_the_next_group),
		cmocka_unit_test(test_persons__surnames_that_are_words),
		cmocka_unit_test(test_persons__nobody),
		cmocka_unit_test(test_persons__limits),
		cmocka_unit_test(test_persons__hostile_runs_are_linear),
		cmocka_unit_test(test_persons__civilities),
	};
	return RUN(tests);
}
