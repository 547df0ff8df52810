/* SPDX-License-Identifier: EUPL-1.2 */
/* The text with its passages marked: where a mark opens and closes, whose it is, and what a document cannot forge. */
#include "../../support/act_support.h"

#include "reading_out.h"

static const char *annotate_look(struct act_case *c, const struct reading *r, struct look look)
{
	struct buf b;

	buf_init(&b, 4 * MIB);
	reading_annotate(&c->a, r, look, &b);
	const char *s = arena_dup(&c->a, buf_view(&b)).p;

	buf_done(&b);
	return s;
}

static const char *annotate(struct act_case *c)
{
	return annotate_look(c, c->r, (struct look){ 0 });
}

/* A reading of `text` with nothing read but what the test lays over it. */
static struct reading *bare(struct act_case *c, const char *text)
{
	act_begin(c);
	c->text = (struct text){ .bytes = str_c(text), .raw = str_c(text), .received = true };
	struct reading *r = ARENA_NEW(&c->a, struct reading);

	*r = (struct reading){ .text = &c->text, .places = places_of(&c->a, &c->text), .pages = 1,
			       .actes = ARENA_NEW(&c->a, struct acte), .actes_n = 1 };
	return r;
}

static struct field at(size_t start, size_t end)
{
	return (struct field){ .statut = FIELD_LU, .span = { start, end } };
}

TEST(test_annotate__each_passage_names_its_field)
{
	struct act_case c;

	act_open(&c, "COMMUNE DE MIREBOIS\n\nSéance du 12 mars 2024\n\nÉtaient présents : M. Paul ARBEL, Mme Léa DORVAL\n\n"
		     "Absents : M. Luc GRISOL (pouvoir à Mme Léa DORVAL)\n\nVu le code général des collectivités "
		     "territoriales, notamment l'article L. 2121-29 ;\n\nLe conseil municipal, après en avoir délibéré, "
		     "DÉCIDE d'acheter le pré.\n\nPour : 2 Contre : 0 Abstentions : 1\n\nAdopté à la majorité.\n");
	const char *s = annotate(&c);

	assert_contains(s, "Séance du ⟦12 mars 2024⟧{Date de la séance}\n");
	assert_contains(s, "Étaient présents : ⟦M. Paul ARBEL⟧{Présents 1}, ⟦Mme Léa DORVAL⟧{Présents 2}\n");
	assert_contains(s, "⟦M. Luc GRISOL (pouvoir à Mme Léa DORVAL)⟧{Absents et excusés 1, Pouvoirs 1}\n");
	assert_contains(s, "⟦Vu le code général des collectivités territoriales, notamment l'article ⟦L. 2121-29⟧{Références "
			   "1}⟧{Visas 1} ;\n");
	assert_contains(s, "⟦Pour : 2⟧{Pour} ⟦Contre : 0⟧{Contre} ⟦Abstentions : 1⟧{Abstentions}\n");
	assert_contains(s, "Non lus, sans place dans le texte : ");
	assert_contains(s, " champs lus, ");
	assert_null(strstr(s, "pour cet acte")); /* the séance's lists again: one mark each */
	assert_null(strchr(s, '\033'));
	act_close(&c);
}

TEST(test_annotate__marks_nest_cross_and_share)
{
	struct act_case c;
	struct reading *r = bare(&c, "abcdefghij");

	r->collectivite = at(0, 6);
	r->president = at(2, 4);
	r->convocation = at(4, 8);
	r->niveau = r->organe = at(9, 10);
	assert_contains(annotate_look(&c, r, (struct look){ 0 }),
			"⟦ab⟦cd⟧{Présidence de la séance}⟦ef⟧{Collectivité}gh⟧{Date de la convocation}i⟦j⟧{Niveau, Organe "
			"délibérant}\n");
	act_close(&c);
}

/* Who was there for one acte is marked once, as present at the séance; who came for it is marked for it. */
TEST(test_annotate__a_person_is_marked_once)
{
	static const struct item names[] = { { .span = { 0, 1 }, .qui.cle = { "a", 1 } }, { .span = { 2, 3 }, .qui.cle = { "b", 1 } } };
	struct act_case c;
	struct reading *r = bare(&c, "A B");
	struct acte *acte = ARENA_NEW(&c.a, struct acte);

	r->presents = (struct field){ .statut = FIELD_LU, .items = names, .n = 1 };
	acte->presents = (struct field){ .statut = FIELD_LU, .items = names, .n = 2 };
	r->actes = acte;
	assert_contains(annotate_look(&c, r, (struct look){ 0 }), "⟦A⟧{Présents 1} ⟦B⟧{Présents pour cet acte 2}\n");
	act_close(&c);
}

TEST(test_annotate__what_was_not_read_is_marked_where_it_stands)
{
	static const struct item two[] = { { .span = { 0, 1 } }, { .span = { 5, 6 } } };
	struct act_case c;
	struct reading *r = bare(&c, "1 ou 2, quorum");

	r->effectif = (struct field){ .statut = FIELD_AMBIGU, .items = two, .n = 2 };
	r->quorum_annonce = (struct field){ .statut = FIELD_ILLISIBLE, .span = { 8, 14 } };
	r->siren = (struct field){ .statut = FIELD_ILLISIBLE };
	r->date = (struct field){ .statut = FIELD_ABSENT, .span = { 2, 4 } };
	const char *s = annotate_look(&c, r, (struct look){ 0 });

	assert_contains(s, "⟦1⟧{ambigu : Membres en exercice} ou ⟦2⟧{ambigu : Membres en exercice}, ⟦quorum⟧{illisible : Quorum "
			   "annoncé}\n");
	assert_contains(s, "\nNon lus, sans place dans le texte : SIREN\n");
	act_close(&c);
}

/* Whatever a span says, nothing outside the text is written, and the text is written once. */
TEST(test_annotate__spans_outside_the_text_are_no_marks)
{
	struct act_case c;
	struct reading *r = bare(&c, "abc");

	r->collectivite = at(2, 9);
	r->president = at(2, 2);
	r->convocation = at(3, 1);
	assert_int_equal(strncmp(annotate_look(&c, r, (struct look){ 0 }), "abc\n\n", 5), 0);
	act_close(&c);
}

TEST(test_annotate__a_document_forges_no_mark_and_no_escape)
{
	struct act_case c;
	struct reading *r = bare(&c, "⟦9⟧{Pour} ⟪Acte 2⟫ \033[31m\xE2\x80\xAE ab\x01" "c\n");

	r->president = at(strlen("⟦9⟧{Pour} ⟪Acte 2⟫ \033[31m\xE2\x80\xAE "), strlen("⟦9⟧{Pour} ⟪Acte 2⟫ \033[31m\xE2\x80\xAE ab"));
	assert_contains(annotate_look(&c, r, (struct look){ 0 }),
			"\\u27e69\\u27e7{Pour} \\u27eaActe 2\\u27eb \\x1b[31m\\u202e ⟦ab⟧{Présidence de la séance}\\x01c\n");
	act_close(&c);
}

TEST(test_annotate__line_ends_tabs_and_pages)
{
	struct act_case c;
	struct reading *r = bare(&c, "\xEF\xBB\xBF" "un\tdeux\r\ntrois\n\r\fquatre");

	c.text.start = 3;
	const char *s = annotate_look(&c, r, (struct look){ 0 });

	assert_int_equal(strncmp(s, "un\tdeux\ntrois\n\n⟪page 2⟫quatre\n", strlen("un\tdeux\ntrois\n\n⟪page 2⟫quatre\n")), 0);
	s = annotate_look(&c, r, (struct look){ .width = 60 });
	assert_contains(s, "    1 │ un      deux\n    2 │ trois\n    3 │ \n    4 │ ⟪page 2⟫quatre\n");
	act_close(&c);
}

TEST(test_annotate__page_furniture_is_greyed)
{
	struct act_case c;

	act_open(&c, "Séance du 12 mars 2024\n\nLe conseil municipal, après en avoir\n 2Page 2 /\ndélibéré, à l'unanimité, DÉCIDE.\n");
	assert_contains(annotate(&c), "⟦2Page 2 /⟧{hors texte}\n");
	assert_contains(annotate_look(&c, c.r, (struct look){ .colour = true }), "\033[2m2Page\033[0m");
	act_close(&c);
}

TEST(test_annotate__acts_are_numbered_where_they_begin)
{
	struct act_case c;
	struct reading *r = bare(&c, "un\ndeux\n");
	struct acte *two = ARENA_ARRAY(&c.a, 2, struct acte);

	two[0].span = (struct span){ 0, 3 };
	two[1].span = (struct span){ 3, 8 };
	two[1].objet = at(3, 7);
	r->actes = two;
	r->actes_n = 2;
	assert_contains(annotate_look(&c, r, (struct look){ 0 }), "⟪Acte 1 sur 2⟫un\n⟪Acte 2 sur 2⟫⟦deux⟧{Objet}\n");
	act_close(&c);
}

/* On a terminal: colour instead of brackets, line numbers, and in a text of one line the column where a row goes on. */
TEST(test_annotate__on_a_terminal)
{
	struct act_case c;
	struct reading *r = bare(&c, "un deux trois\nfin\n");

	r->president = at(3, 13);
	assert_contains(annotate_look(&c, r, (struct look){ .colour = true, .width = 80 }),
			"\033[2m    1 │\033[0m un \033[4;36mdeux\033[0m\033[4;36m trois\033[0m\033[2m{Présidence de la "
			"séance}\033[0m\n\033[2m    2 │\033[0m fin\n");
	act_close(&c);
}

TEST(test_annotate__a_long_line_shows_its_columns)
{
	char text[400] = "";
	struct act_case c;

	for (size_t i = 0; i + 1 < sizeof text; i++)
		text[i] = i % 10 == 9 ? ' ' : 'x';
	struct reading *r = bare(&c, text);
	const char *s = annotate_look(&c, r, (struct look){ .width = 38 });

	assert_contains(s, "    1 │ xxxxxxxxx xxxxxxxxx xxxxxxxxx\n  :31 │ xxxxxxxxx ");
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_annotate__each_passage_names_its_field),
		cmocka_unit_test(test_annotate__marks_nest_cross_and_share),
		cmocka_unit_test(test_annotate__a_person_is_marked_once),
		cmocka_unit_test(test_annotate__what_was_not_read_is_marked_where_it_stands),
		cmocka_unit_test(test_annotate__spans_outside_the_text_are_no_marks),
		cmocka_unit_test(test_annotate__a_document_forges_no_mark_and_no_escape),
		cmocka_unit_test(test_annotate__line_ends_tabs_and_pages),
		cmocka_unit_test(test_annotate__page_furniture_is_greyed),
		cmocka_unit_test(test_annotate__acts_are_numbered_where_they_begin),
		cmocka_unit_test(test_annotate__on_a_terminal),
		cmocka_unit_test(test_annotate__a_long_line_shows_its_columns),
	};

	return RUN(tests);
}
