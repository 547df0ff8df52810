/* SPDX-License-Identifier: EUPL-1.2 */
/* From content.xml to text: all that is seen, nothing that is not, and nothing of what is not whole. */
#include "bounds.h"
#include "odt.h"
#include "sample.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define STYLE(name, family, what) "<s:style s:name='" name "' s:family='" family "'><s:text-properties " what "/></s:style>"
#define SPAN(style, text) "<t:span t:style-name='" style "'>" text "</t:span>"
#define HEAD "<?xml version='1.0'?><o:document-content xmlns:o='" OASIS "office:1.0' xmlns:t='" OASIS "text:1.0' xmlns:b='" OASIS "table:1.0' xmlns:d='" OASIS \
	     "drawing:1.0' xmlns:s='" OASIS "style:1.0'><o:automatic-styles><d:x>style</d:x>" STYLE("H", "text", "t:display='none'") STYLE("HP", "paragraph", "t:display='none'") \
	     STYLE("U", "text", "s:text-position='super 58%'") STYLE("V", "text", "s:text-position='33% 80%'") STYLE("L", "text", "s:text-position='sub 58%'") \
	     STYLE("N", "text", "s:text-position='0% 100%'") "</o:automatic-styles><o:body><o:text>"
#define FOOT "</o:text></o:body></o:document-content>"

static bool drawn(const char *xml, size_t limit, char out[1000])
{
	struct arena a;
	struct str s = STR("");

	arena_init(&a, MIB);
	const bool ok = odt_text(&a, str_c(xml), limit, &s);
	snprintf(out, 1000, "%.*s", STR_ARG(s));
	arena_done(&a);
	return ok;
}

#define DRAWS(inside, expected)                                      \
	do {                                                         \
		char got[1000];                                      \
		assert_true(drawn(HEAD inside FOOT, KIB, got));      \
		assert_string_equal(got, expected);                  \
	} while (0)

#define CELL(text) "<b:table-cell><t:p>" text "</t:p></b:table-cell>"

TEST(test_odt__header_rows_are_rows)
{
	DRAWS("<b:table><b:table-column/><b:table-header-rows><b:table-row>" CELL("Pour : 4") CELL("Contre : 2") "</b:table-row></b:table-header-rows><b:table-row>"
	      CELL("Adopté") "<b:covered-table-cell><t:p>caché</t:p></b:covered-table-cell></b:table-row></b:table>",
	      "Pour : 4   Contre : 2\n\nAdopté\n\n");
}

TEST(test_odt__a_cell_of_several_paragraphs_is_a_layout)
{
	DRAWS("<b:table><b:table-row><b:table-cell><t:p>Présents :</t:p><t:p>Mme ORVAL</t:p></b:table-cell>" CELL("Absents :") "</b:table-row></b:table>",
	      "Présents :\n\nMme ORVAL\n\nAbsents :\n\n");
	DRAWS("<b:table><b:table-row><b:table-cell><b:table><b:table-row>" CELL("Pour : 3") CELL("Contre : 1") "</b:table-row></b:table></b:table-cell></b:table-row></b:table>",
	      "Pour : 3\n\nContre : 1\n\n");
}

TEST(test_odt__what_nobody_sees_is_no_text)
{
	DRAWS("<t:tracked-changes><t:changed-region><t:deletion><t:p>Pour : 9</t:p></t:deletion></t:changed-region></t:tracked-changes>"
	      "<t:p>Pour<o:annotation><t:p>à revoir</t:p></o:annotation> : 4</t:p>",
	      "Pour : 4\n\n");
}

TEST(test_odt__what_is_hidden_is_no_text)
{
	DRAWS("<t:p>Pour : " SPAN("H", "3") "26 Contre : " SPAN("N", "4") "</t:p>", "Pour : 26 Contre : 4\n\n");
	DRAWS("<t:p t:style-name='HP'>Contre : 9</t:p><t:p t:style-name='H'>Contre : 4</t:p>", "Contre : 4\n\n");
	DRAWS("<t:p>Pour : 26 <t:hidden-text t:is-hidden='true'>Contre : 0</t:hidden-text>Contre : <t:hidden-text t:is-hidden='false'>4</t:hidden-text></t:p>",
	      "Pour : 26 Contre : 4\n\n");
	DRAWS("<t:p>Contre<t:hidden-paragraph t:is-hidden='true'/> : 9</t:p><t:p>Contre : 4</t:p>", "Contre : 4\n\n");
	DRAWS("<t:section t:display='none'><t:p>Contre : 9</t:p></t:section><t:section t:display='condition' t:is-hidden='true'><t:p>Contre : 8</t:p></t:section>"
	      "<t:section><t:p>Contre : 4</t:p></t:section>",
	      "Contre : 4\n\n");
}

TEST(test_odt__raised_digits_stay_apart)
{
	DRAWS("<t:p>Pour : 26" SPAN("U", "1") " Contre : 4" SPAN("V", "(23)") " le 1" SPAN("U", "er") " mars, H" SPAN("L", "2") "O, 12" SPAN("N", "3") "</t:p>",
	      "Pour : 26¹ Contre : 4(²³) le 1er mars, H₂O, 123\n\n");
}

TEST(test_odt__what_stands_inside_a_paragraph_follows_it)
{
	DRAWS("<t:p>Vu le <t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>annexe</t:p></t:note-body></t:note>code</t:p>", "Vu le code\n\nannexe\n\n");
	DRAWS("<t:p>avant<d:frame><d:text-box><t:p>Contre : 2</t:p><t:p>Pour : 1</t:p></d:text-box></d:frame></t:p><t:p/>", "avant\n\nContre : 2\n\nPour : 1\n\n");
	DRAWS("<t:p>Vote<d:text-box><t:p>Pour<t:note><t:note-body><t:p>Sauf</t:p></t:note-body></t:note></t:p></d:text-box></t:p>", "Vote\n\nPour\n\nSauf\n\n");
}

TEST(test_odt__blanks)
{
	DRAWS("<t:h> Séance \n\t du<t:tab/>5<t:s t:c='2'/>mai<t:line-break/><t:span>2024 </t:span></t:h>", "Séance du 5  mai\n2024\n\n");
	DRAWS("<t:list><t:list-item><t:p>un</t:p></t:list-item></t:list>", "un\n\n");
}

TEST(test_odt__not_whole_is_nothing)
{
	char got[1000];

	assert_false(drawn(HEAD "<t:p>Pour : 4</t:p>", KIB, got));
	assert_false(drawn("<?xml version='1.0'?><!DOCTYPE o [<!ENTITY x 'y'>]><o>&x;</o>", KIB, got));
	assert_false(drawn("<?xml version='1.0'?><o><p>Pour : 4</p></o>", KIB, got));
	assert_true(odt_is_xml(STR("<?xml version")));
	assert_false(odt_is_xml(STR("COMMUNE DE")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_odt__header_rows_are_rows),
		cmocka_unit_test(test_odt__a_cell_of_several_paragraphs_is_a_layout),
		cmocka_unit_test(test_odt__what_nobody_sees_is_no_text),
		cmocka_unit_test(test_odt__what_is_hidden_is_no_text),
		cmocka_unit_test(test_odt__raised_digits_stay_apart),
		cmocka_unit_test(test_odt__what_stands_inside_a_paragraph_follows_it),
		cmocka_unit_test(test_odt__blanks),
		cmocka_unit_test(test_odt__not_whole_is_nothing),
	};
	return RUN(tests);
}
