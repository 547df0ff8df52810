/* SPDX-License-Identifier: EUPL-1.2 */
/* The rows that say where a reader may find something only save questions: a text reads the same when every token is
 * asked. A word that a reader begins with and openings.c lacks shows here. */
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "../../support/act_support.h"

#include "file.h"
#include "openings_priv.h"
#include "reader_priv.h"
#include "reading_out.h"

/* What no sample act says: each a reading that begins with a word of its own. */
static const char RARE[] =
	"COMMUNE DE VALJOIE\nSéance du 4 février 2031\nL'an deux mille trente et un, le quatre février, le conseil municipal "
	"s'est réuni.\nMembres en exercice : 15, dont 12 présents, soit 13 votants\nPrésents : M. Luc PETIT, Mme Anne GRAND\n"
	"Personnes absentes : Mme Zoé ROUX donne procuration à M. Luc PETIT\nSuffrages exprimés : 13\n"
	"Le secrétaire est Mme Anne GRAND.\nMme Anne GRAND prend place à 20h15. Départ de M. Luc PETIT. Mme GRAND a quitté "
	"la séance. M. PETIT s'absente. Mme Anne GRAND, maire, étant absente, le vote suit.\nDÉLIBÉRATION N°CM 2031-117 Objet : tarifs\nVu le Code général des impôts, "
	"notamment l'article 1383 ;\nVu le C.G.C.T., art. L. 2121-29 et R. 2121-9 ; vu le TFUE ; le RGPD ; la directive "
	"2014/24/UE ; le règlement (UE) n° 651/2014 ; l'ordonnance n° 2018-1074 ; le décret n° 2016-360 ; le livre des "
	"procédures fiscales ; la délibération n° 2030-14 du conseil municipal du 3 mars 2030 ; L. 2122-22 du CG3P\n\n"
	"Le conseil municipal, après en avoir délibéré, décide par dix voix pour, / contre, aucune abstention.\n"
	"Pour : néant Contre : nul Abstentions : zéro\nM. Luc PETIT a obtenu 12 voix. La délibération est adoptée.\n"
	"n° 2031-118 Travaux\nle conseil prend acte.\nDEL2031-119 Marché\n20310204 3 Titre\n2031-02-04 TITRE\n";

/* Voices that no tally has, and opinions: unread, not absent. */
static const char *const SPOKEN[] = {
	"par 10 oui, 2 non", "10 suffrages favorables et 2 défavorables", "12 suffrages", "10 votes", "voix contre",
	"(contre)", "avis favorable par 10 voix pour et 2 voix contre",
	"suivant les commissions par 10 voix pour et 2 voix contre",
	"suivant la commission par 10 voix pour et 2 voix contre",
	"approuve la proposition de la commission et décide par 10 voix pour et 2 voix contre",
	"Contre : M. Luc PETIT", "une abstention", "10 élus votent pour, 2 élus votent contre",
	"par 10 voix contre 2", "Mme Anne GRAND a obtenu 11 votes, élue",
};

/* A presence told, each by a word of its own. */
static const char *const TOLD[] = {
	"M. Luc PETIT, empêché, ne vote pas", "M. Luc PETIT s'éclipse", "M. Luc PETIT a pris congé", "M. Luc PETIT, alors représenté par Mme Anne GRAND, ne vote pas", "Mme Zoé ROUX est parmi nous",
	"Mme Zoé ROUX s'assoit", "on accueille Mme Zoé ROUX", "l'absence de M. Luc PETIT est notée", "M. Luc PETIT n'est pas là", "M. Luc PETIT n'assiste plus à la séance", "M. Luc PETIT n'est pas dans la salle",
	"le nombre de présents passe à 1", "M. Luc PETIT remet son pouvoir à Mme Anne GRAND", "à compter de ce point Mme Zoé ROUX vote", "pour la suite de la séance M. Luc PETIT préside",
	"restent autour de la table 1 élu", "M. Luc PETIT court à la caserne", "M. Luc PETIT s'est éloigné", "M. Luc PETIT tourne les talons", "M. Luc PETIT ne reviendra pas", "le quorum est toujours atteint", "Hors de la salle : M. Luc PETIT", "Mouvement : M. Luc PETIT",
};

/* Behind a whole act: another séance, and the points of an agenda. */
static const char *const BEHIND[] = {
	"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nle conseil municipal s'est réuni le 5 mars 2031 en séance publique.\n",
	"Séance du 5 mars 2031\n",
	"L'an deux mille trente et un, le cinq mars, le conseil municipal s'est réuni.\n",
	"Nombre de membres en exercice : 27\n",
	"Point 1 : Tarifs\nLe conseil décide à l'unanimité.\nPoint 2 : Prêt\nLe conseil décide à l'unanimité.\n"
	"Point 3 : Bail\nLe conseil décide à l'unanimité.\n",
};

static struct str reading_of(struct act_case *c, int rows)
{
	struct reader *rd = ARENA_NEW(&c->a, struct reader);
	struct buf out;

	buf_init(&out, LIMIT_FRAME);
	reader_begin(rd, &c->a, c->lx, &c->text);
	for (size_t i = 0; i < READER_STEPS; i++) {
		reader_steps[i].run(rd);
		if (strcmp(reader_steps[i].name, "landmarks") == 0 && rows != -1) {
			const struct landmarks *l = rd->t.landmarks;

			memset(&l->rows[LANDMARK_VOICE * l->width], rows, (LANDMARKS - LANDMARK_VOICE) * l->width * sizeof *l->rows);
		}
	}
	reading_json(rd->r, "", false, &out);
	const struct str json = arena_dup(&c->a, buf_view(&out));

	buf_done(&out);
	return json;
}

static void reads_the_same(struct act_case *c, struct str raw)
{
	assert_true(text_decode(&c->a, raw, LIMIT_TEXT_BYTES, &c->text, &c->why, &c->e));
	const struct str some = reading_of(c, -1), all = reading_of(c, 0xFF), none = reading_of(c, 0);

	assert_int_equal(some.n, all.n);
	assert_memory_equal(some.p, all.p, some.n);
	assert_false(str_eq(some, none));
}

TEST(test_openings__sample_acts_read_as_when_every_token_is_asked)
{
	glob_t found;

	assert_int_equal(glob("conf/exemples/*.txt", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct act_case c;
		struct buf file;

		act_begin(&c);
		buf_init(&file, LIMIT_TEXT_BYTES);
		assert_true(file_read(found.gl_pathv[i], &file, &c.e));
		reads_the_same(&c, arena_dup(&c.a, buf_view(&file)));
		buf_done(&file);
		act_close(&c);
	}
	globfree(&found);
}

TEST(test_openings__rare_words_read_as_when_every_token_is_asked)
{
	struct act_case c;

	act_begin(&c);
	reads_the_same(&c, str_c(RARE));
	act_close(&c);
}

TEST(test_openings__voices_in_words_read_as_when_every_token_is_asked)
{
	for (size_t i = 0; i < sizeof SPOKEN / sizeof *SPOKEN; i++) {
		struct act_case c;

		act_begin(&c);
		reads_the_same(&c, arena_printf(&c.a, "COMMUNE DE VALJOIE\nSéance du 4 février 2031\nObjet : prix de l'eau\nLe conseil "
						      "municipal, %s, décide à l'unanimité de fixer le prix.\n", SPOKEN[i]));
		act_close(&c);
	}
}

TEST(test_openings__presences_told_read_as_when_every_token_is_asked)
{
	for (size_t i = 0; i < sizeof TOLD / sizeof *TOLD; i++) {
		struct act_case c;

		act_begin(&c);
		reads_the_same(&c, arena_printf(&c.a, "COMMUNE DE VALJOIE\nSéance du 4 février 2031\nPrésents : M. Luc PETIT, Mme Anne GRAND\nAbsente : Mme Zoé ROUX\n"
						      "Vu le code général des impôts ;\n%s.\nLe conseil municipal décide à l'unanimité de fixer le prix.\n", TOLD[i]));
		act_close(&c);
	}
}

/* A phrase of a move whose first word is not among them would never be found. */
TEST(test_openings__moves_begin_with_their_first_words)
{
	for (size_t list = 1; list <= 2; list++)
		for (const char *const *phrase = movement_openings[list]; *phrase != NULL; phrase++) {
			char word[32];
			const size_t n = strcspn(*phrase, " ");

			assert_true(n + 3 < sizeof word);
			snprintf(word, sizeof word, " %.*s ", (int)n, *phrase);
			assert_non_null(strstr(move_first_words, word));
		}
}

TEST(test_openings__what_follows_an_act_reads_as_when_every_token_is_asked)
{
	for (size_t i = 0; i < sizeof BEHIND / sizeof *BEHIND; i++) {
		struct act_case c;

		act_begin(&c);
		reads_the_same(&c, arena_printf(&c.a, "COMMUNE DE VALJOIE\nConseil municipal\nSéance du 4 février 2031\nMembres en exercice : 15\nVu "
						      "le code général des impôts ;\nConsidérant les besoins,\nLe conseil municipal décide à "
						      "l'unanimité de fixer le prix.\nFait et délibéré.\n\n%s", BEHIND[i]));
		act_close(&c);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_openings__sample_acts_read_as_when_every_token_is_asked),
		cmocka_unit_test(test_openings__rare_words_read_as_when_every_token_is_asked),
		cmocka_unit_test(test_openings__voices_in_words_read_as_when_every_token_is_asked),
		cmocka_unit_test(test_openings__presences_told_read_as_when_every_token_is_asked),
		cmocka_unit_test(test_openings__moves_begin_with_their_first_words),
		cmocka_unit_test(test_openings__what_follows_an_act_reads_as_when_every_token_is_asked),
	};
	return RUN(tests);
}
