/* SPDX-License-Identifier: EUPL-1.2 */
/* Pages without text between others: what they may hold is not taken for absent, what the others say is read. */
#include "../../support/act_support.h"

#include "reading_out.h"

#define HEAD "COMMUNE DE MIREBOIS\n\nConseil municipal\n\nSéance du 12 mars 2024\n\nMembres en exercice : 4\n\n"
#define LIST "Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Jean TILLAC, M. Luc GRISOL.\n\n"
#define OPENING "Le quorum étant atteint, la séance est ouverte à vingt heures par Monsieur le Maire, qui rappelle l'ordre du jour.\n\n"
#define TITLE "Délibération n° 2024-11\n\nObjet : achat d'un pré\n\n"
#define VISAS "Vu le code général des collectivités territoriales, notamment l'article L. 2121-29 ;\n\n"
#define DECISION "Le conseil municipal, après en avoir délibéré, DÉCIDE d'acheter le pré au prix de 1 200 €.\n\n"
#define VOTE "Pour : 3 Contre : 0 Abstentions : 1\n\nAdopté à la majorité.\n\n"
#define END "Fait et délibéré les jour, mois et an susdits, et ont signé au registre tous les membres présents à la séance.\n"

static void open_without(struct act_case *c, const char *text, const unsigned *pages, size_t n)
{
	act_begin(c);
	assert_true(text_decode(&c->a, str_c(text), LIMIT_TEXT_BYTES, &c->text, &c->why, &c->e));
	c->text.unread = pages;
	c->text.unread_n = n;
	assert_true(act_read(&c->a, c->lx, &c->text, &c->r, &c->why, &c->e));
}

static void open_without_page(struct act_case *c, const char *text, const unsigned *page)
{
	open_without(c, text, page, 1);
}

static const unsigned one = 1, two = 2, three = 3;

TEST(test_unread_pages__silence_is_not_absence)
{
	struct act_case c;

	act_open(&c, HEAD LIST OPENING TITLE VISAS DECISION VOTE END);
	act_statut(&c, "absents", FIELD_LU);
	act_statut(&c, "seance.seconde_convocation", FIELD_ABSENT);
	act_statut(&c, "deports", FIELD_LU);
	act_close(&c);
	open_without_page(&c, HEAD LIST OPENING TITLE VISAS DECISION VOTE END, &two);
	act_statut(&c, "absents", FIELD_ILLISIBLE);
	act_statut(&c, "pouvoirs", FIELD_ILLISIBLE);
	act_statut(&c, "acte.pouvoirs", FIELD_ILLISIBLE);
	act_statut(&c, "seance.seconde_convocation", FIELD_ILLISIBLE);
	act_statut(&c, "deports", FIELD_ILLISIBLE);
	assert_str(act_field(&c, "absents")->raison, "page 2 sans texte, non lue : ce qui y est peut changer cette lecture");
	act_close(&c);
}

TEST(test_unread_pages__what_is_read_stays)
{
	struct act_case c;

	open_without_page(&c, HEAD LIST OPENING TITLE VISAS DECISION VOTE END, &two);
	act_texte(&c, "seance.date", "2024-03-12");
	act_nombre(&c, "effectif", 4);
	act_statut(&c, "presents", FIELD_LU);
	act_statut(&c, "acte.presents", FIELD_LU);
	act_statut(&c, "numero", FIELD_LU);
	act_nombre(&c, "vote.pour", 3);
	act_texte(&c, "vote.formule", "majorite");
	/* Visas end above; other lists of the acte may go on. */
	act_statut(&c, "visas", FIELD_LU);
	act_statut(&c, "references", FIELD_ILLISIBLE);
	act_statut(&c, "montants", FIELD_ILLISIBLE);
	assert_true(c.r->actes[0].incomplet);
	act_close(&c);
}

/* The first page is a picture: visas may begin on it, nobody can leave before the list. */
TEST(test_unread_pages__before_everything)
{
	struct act_case c;

	open_without_page(&c, "\f" HEAD LIST OPENING TITLE VISAS DECISION VOTE END, &one);
	act_statut(&c, "presents", FIELD_LU);
	act_statut(&c, "acte.presents", FIELD_LU);
	act_statut(&c, "visas", FIELD_ILLISIBLE);
	act_statut(&c, "numero", FIELD_LU);
	act_nombre(&c, "vote.pour", 3);
	act_close(&c);
}

TEST(test_unread_pages__a_list_that_goes_on)
{
	struct act_case c;

	/* To the foot of the page; over the page that is not read; and one that a sentence ends. */
	open_without_page(&c, HEAD LIST "\f\f" TITLE VISAS DECISION VOTE END, &two);
	act_statut(&c, "presents", FIELD_ILLISIBLE);
	act_statut(&c, "acte.presents", FIELD_ILLISIBLE);
	act_close(&c);
	open_without_page(&c, HEAD "Étaient présents : M. Paul ARBEL, Mme Léa DORVAL,\f\fM. Jean TILLAC, M. Luc GRISOL.\n\n" OPENING TITLE VISAS DECISION VOTE, &two);
	act_statut(&c, "presents", FIELD_ILLISIBLE);
	act_close(&c);
	open_without_page(&c, HEAD LIST OPENING "\f\f" TITLE VISAS DECISION VOTE END, &two);
	act_statut(&c, "presents", FIELD_LU);
	act_close(&c);
	open_without_page(&c, HEAD LIST "\f" OPENING TITLE VISAS DECISION VOTE END, &three);
	act_statut(&c, "presents", FIELD_LU);
	act_close(&c);
}

/* Visas on the one side, a vote on the other: perhaps of another acte, and members may have left. */
TEST(test_unread_pages__an_acte_in_two_parts)
{
	struct act_case c;

	open_without_page(&c, HEAD LIST OPENING TITLE VISAS DECISION "\f\f" VOTE END, &two);
	act_statut(&c, "numero", FIELD_LU);
	act_statut(&c, "vote.pour", FIELD_ILLISIBLE);
	act_statut(&c, "vote.formule", FIELD_ILLISIBLE);
	act_statut(&c, "acte.presents", FIELD_ILLISIBLE);
	act_statut(&c, "presents", FIELD_LU);
	act_close(&c);
}

TEST(test_unread_pages__an_acte_far_from_them)
{
	struct act_case c;

	open_without_page(&c, HEAD LIST OPENING TITLE VISAS DECISION VOTE END "Délibération n° 2024-12\n\nObjet : vente d'un pré\n\n" VISAS DECISION VOTE END "\f", &two);
	assert_int_equal(c.r->actes_n, 2);
	assert_false(c.r->actes[0].incomplet);
	assert_true(c.r->actes[1].incomplet);
	assert_int_equal(c.r->actes[0].references.statut, FIELD_LU);
	assert_int_equal(c.r->actes[1].references.statut, FIELD_ILLISIBLE);
	act_close(&c);
}

TEST(test_unread_pages__are_said)
{
	static const unsigned many[] = { 2, 3, 5, 6, 7, 8, 9, 10, 11 };
	struct act_case c;
	struct buf b;

	open_without(&c, HEAD LIST OPENING TITLE VISAS DECISION, many, 2);
	buf_init(&b, MIB);
	reading_print(&c.a, c.r, (struct look){ .colour = false }, &b);
	assert_true(str_starts(buf_view(&b), STR("Pages sans texte : 2, 3 — non lues\nSéance\n")));
	assert_true(str_find(buf_view(&b), STR("aucun vote reconnu sur les pages lues"), 0) != STR_NONE || c.r->actes[0].votes_n > 0);
	buf_clear(&b);
	reading_json(c.r, "abc", false, &b);
	assert_true(str_find(buf_view(&b), STR("\"pages_sans_texte\": [2, 3]"), 0) != STR_NONE);
	act_close(&c);
	open_without(&c, HEAD LIST OPENING TITLE VISAS DECISION, many, 9);
	assert_true(str_starts(act_field(&c, "absents")->raison, STR("pages 2, 3, 5, 6, 7, 8, 9, 10… sans texte, non lues : ")));
	act_close(&c);
	act_open(&c, HEAD LIST);
	buf_clear(&b);
	reading_json(c.r, "abc", false, &b);
	assert_true(str_find(buf_view(&b), STR("pages_sans_texte"), 0) == STR_NONE);
	buf_done(&b);
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unread_pages__silence_is_not_absence),
		cmocka_unit_test(test_unread_pages__what_is_read_stays),
		cmocka_unit_test(test_unread_pages__before_everything),
		cmocka_unit_test(test_unread_pages__a_list_that_goes_on),
		cmocka_unit_test(test_unread_pages__an_acte_in_two_parts),
		cmocka_unit_test(test_unread_pages__an_acte_far_from_them),
		cmocka_unit_test(test_unread_pages__are_said),
	};

	return RUN(tests);
}
