/* SPDX-License-Identifier: EUPL-1.2 */
/* From the parts of a Word document to its text: all that its reader sees, nothing that he does not. */
#include "bounds.h"
#include "docx_priv.h"
#include "sample.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define HEAD "<w:document xmlns:w='" WORD "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml' " \
	     "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><w:body>"
#define FOOT "<w:sectPr/></w:body></w:document>"
#define R(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define RP(properties, text) "<w:r><w:rPr>" properties "</w:rPr><w:t>" text "</w:t></w:r>"
#define P(inside) "<w:p>" inside "</w:p>"
#define PP(properties, inside) "<w:p><w:pPr>" properties "</w:pPr>" inside "</w:p>"
#define BOX(inside) "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" inside "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
#define CELL(inside) "<w:tc>" P(R(inside)) "</w:tc>"
#define FIELD(instruction, result) "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" instruction "</w:instrText></w:r>" \
				   "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" result "<w:r><w:fldChar w:fldCharType='end'/></w:r>"

static const char STYLES[] =
	"<w:styles xmlns:w='" WORD "'><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='24'/></w:rPr></w:rPrDefault></w:docDefaults>"
	"<w:style w:type='paragraph' w:default='1' w:styleId='Normal'/>"
	"<w:style w:type='character' w:styleId='Masque'><w:rPr><w:vanish/></w:rPr></w:style>"
	"<w:style w:type='character' w:styleId='MasqueFin'><w:basedOn w:val='Masque'/><w:rPr><w:b/></w:rPr></w:style>"
	"<w:style w:type='character' w:styleId='Montre'><w:basedOn w:val='Masque'/><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>"
	"<w:style w:type='paragraph' w:styleId='Note'><w:rPr><w:vanish/></w:rPr></w:style>"
	"<w:style w:type='character' w:styleId='Appel'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
	"<w:style w:type='character' w:styleId='Tourne'><w:basedOn w:val='Tourne'/></w:style>"
	"<w:style w:type='paragraph' w:styleId='Article'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
	"<w:style w:type='paragraph' w:styleId='Alinea'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>";
#define LEVEL(n, more) "<w:lvl w:ilvl='" n "'><w:start w:val='1'/>" more "</w:lvl>"
static const char NUMBERS[] =
	"<w:numbering xmlns:w='" WORD "'><w:abstractNum w:abstractNumId='0'>"
	LEVEL("0", "<w:numFmt w:val='decimal'/><w:pStyle w:val='Article'/><w:lvlText w:val='Article %1 :'/>")
	LEVEL("1", "<w:numFmt w:val='lowerLetter'/><w:pStyle w:val='Alinea'/><w:lvlText w:val='%1.%2)'/>") "</w:abstractNum>"
	"<w:abstractNum w:abstractNumId='1'>" LEVEL("0", "<w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF0B7;'/>")
	LEVEL("1", "<w:numFmt w:val='upperRoman'/><w:suff w:val='nothing'/><w:lvlText w:val='%2-'/>")
	LEVEL("2", "<w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/><w:rPr><w:vanish/></w:rPr>") "</w:abstractNum>"
	"<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
	"<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num></w:numbering>";
#define NUMBERED(num, level, text) PP("<w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" num "'/></w:numPr>", R(text))

static const char FOOTNOTES[] = "<w:footnotes xmlns:w='" WORD "'><w:footnote w:id='0' w:type='separator'>" P("<w:r><w:separator/></w:r>") "</w:footnote><w:footnote w:id='2'>"
				P("<w:r><w:footnoteRef/></w:r>" R("Sauf M. ORVAL.")) "</w:footnote></w:footnotes>";

static enum docx_end drawn(const char *xml, size_t limit, char out[1000])
{
	struct docx_parts parts = { 0 };
	struct str s = STR("");
	struct arena a;

	arena_init(&a, 16 * MIB);
	assert_true(docx_styles_read(&a, str_c(STYLES), &parts.styles));
	parts.numbers = docx_numbers_read(&a, str_c(NUMBERS));
	assert_non_null(parts.numbers);
	assert_int_equal(docx_notes_read(&a, &parts, "footnote", str_c(FOOTNOTES), KIB, &parts.foot), DOCX_WHOLE);
	const enum docx_end end = docx_body_text(&a, &parts, str_c(xml), limit, &s);
	snprintf(out, 1000, "%.*s", STR_ARG(s));
	arena_done(&a);
	return end;
}

#define DRAWS(inside, expected)                                                        \
	do {                                                                           \
		char got[1000];                                                        \
		assert_int_equal(drawn(HEAD inside FOOT, KIB, got), DOCX_WHOLE);       \
		assert_string_equal(got, expected);                                    \
	} while (0)
#define ENDS(xml, how)                                              \
	do {                                                        \
		char drew[1000];                                    \
		assert_int_equal(drawn(xml, KIB, drew), how);       \
		assert_string_equal(drew, "");                      \
	} while (0)

TEST(test_docx__text_boxes_follow_their_paragraph)
{
	DRAWS(P(R("Vote de la motion") BOX(P(R("Pour : 12")) P(R("Contre : 3"))) R(", à main levée.")) P(R("Adopté.")),
	      "Vote de la motion, à main levée.\n\nPour : 12\n\nContre : 3\n\nAdopté.\n\n");
	DRAWS(P(BOX(P(R("Reçu le 4 mai 2031")))), "Reçu le 4 mai 2031\n\n");
	DRAWS(P(R("a") BOX(P(R("b") BOX(P(R("c"))) R("d")))), "a\n\nb\n\nc\n\nd\n\n");
	DRAWS(P(R("Vote") BOX("<w:tbl><w:tr>" CELL("Pour") CELL("12") "</w:tr></w:tbl>" P(""))), "Vote\n\nPour\n\n12\n\n");
	DRAWS("<w:tbl><w:tr><w:tc>" P(R("Vote") BOX(P(R("Pour : 12")))) "</w:tc>" CELL("Motion") "</w:tr></w:tbl>", "Vote\n\nPour : 12\n\nMotion\n\n");
	DRAWS(P("<w:r><w:pict><v:shape><v:textpath string='PROJET'/></v:shape></w:pict></w:r>" R("Vote")), "Vote\n\nPROJET\n\n");
}

TEST(test_docx__a_box_among_rows_of_people_follows_the_last)
{
	DRAWS(P(R("Présents :")) P(R("M. ORVAL") BOX(P(R("Quorum : 4")))) P(BOX(P(R("PROJET")))) P(R("- Mme BRISSE")) P(R("Absents :") BOX(P(R("Reçu")))) P(R("M. MOREL")),
	      "Présents :\n\nM. ORVAL\n\n- Mme BRISSE\n\nQuorum : 4\n\nPROJET\n\nAbsents :\n\nM. MOREL\n\nReçu\n\n");
	DRAWS(P(R("Vote :") BOX(P(R("Pour : 12")))) P(R("Adopté.")), "Vote :\n\nPour : 12\n\nAdopté.\n\n");
	DRAWS(P(R("M. ORVAL") BOX(P(R("Pour : 12")))) "<w:tbl><w:tr>" CELL("M. PETIT") "</w:tr></w:tbl>", "M. ORVAL\n\nPour : 12\n\nM. PETIT\n\n");
	DRAWS(P(R("Luc ORVAL") BOX(P(R("Absents : 1")))) P(R("BRISSE Anne-Zoé")) P(R("Absent : Guy MOREL")), "Luc ORVAL\n\nBRISSE Anne-Zoé\n\nAbsents : 1\n\nAbsent : Guy MOREL\n\n");
	DRAWS(P(R("BUDGET PRIMITIF") BOX(P(R("Pour : 12")))) P(R("COMPTE DE GESTION")), "BUDGET PRIMITIF\n\nPour : 12\n\nCOMPTE DE GESTION\n\n");
	/* A note is said of its row. */
	DRAWS(P(R("M. ORVAL") "<w:r><w:footnoteReference w:id='2'/></w:r>") P(R("Mme BRISSE")), "M. ORVAL\n\nSauf M. ORVAL.\n\nMme BRISSE\n\n");
}

TEST(test_docx__one_of_the_alternatives)
{
	DRAWS(P("<w:r><mc:AlternateContent><mc:Choice Requires='wps'><a:x><w:txbxContent>" P(R("neuf")) "</w:txbxContent></a:x></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
		P(R("vieux")) "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" R("x")), "x\n\nneuf\n\n");
	DRAWS(P("<w:r><mc:AlternateContent><mc:Choice Requires='inconnu'><w:t>neuf</w:t></mc:Choice><mc:Fallback><w:t>vieux</w:t></mc:Fallback></mc:AlternateContent></w:r>"), "vieux\n\n");
	DRAWS(P("<mc:AlternateContent><mc:Choice Requires='w14 zz'><w:r><w:t>neuf</w:t></w:r></mc:Choice></mc:AlternateContent>" R("x")), "x\n\n");
}

TEST(test_docx__hidden_text_is_no_text)
{
	DRAWS(P(R("Pour : 1") RP("<w:vanish/>", "5") R("2")), "Pour : 12\n\n");
	DRAWS(P(RP("<w:vanish w:val='false'/>", "a") RP("<w:specVanish/>", "b") RP("<w:rStyle w:val='Masque'/>", "c") RP("<w:rStyle w:val='MasqueFin'/>", "d")
		RP("<w:rStyle w:val='Montre'/>", "e") RP("<w:rStyle w:val='Masque'/><w:vanish w:val='0'/>", "f") RP("<w:rStyle w:val='Tourne'/>", "g")), "aefg\n\n");
	/* In a paragraph whose style hides, a style of characters that hides shows: what is on twice is off. */
	DRAWS(PP("<w:pStyle w:val='Note'/>", R("caché") RP("<w:rStyle w:val='Masque'/>", "montré")), "montré\n\n");
	DRAWS(P("<w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:txbxContent>" P(R("Pour : 9")) "</w:txbxContent></w:pict></w:r>" R("Vote")), "Vote\n\n");
	DRAWS(P(RP("<w:vanish/>", "a<w:br/>") "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>b</w:t></w:r>"), "b\n\n");
	/* Where the end of a paragraph is hidden the next one goes on. */
	DRAWS(PP("<w:rPr><w:vanish/></w:rPr>", R("Article 1. ")) P(R("Le tarif est fixé.")) PP("<w:rPr><w:vanish/></w:rPr>", R("fin")) "<w:tbl><w:tr>" CELL("x") "</w:tr></w:tbl>",
	      "Article 1. Le tarif est fixé.\n\nfin\n\nx\n\n");
}

#define DRAWN "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
#define DRAWING(properties, inside) "<w:r><w:drawing><d:anchor xmlns:d='" DRAWN "'><d:docPr id='1' " properties "/><a:graphic><w:txbxContent>" inside "</w:txbxContent></a:graphic></d:anchor></w:drawing></w:r>"
#define SHAPE(style, inside) "<w:r><w:pict><v:shape style='" style "'><v:textbox><w:txbxContent>" inside "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
TEST(test_docx__hidden_boxes_are_no_text)
{
	DRAWS(P(R("Vote") DRAWING("hidden='1'", P(R("Pour : 9"))) R(" clos")) P(R("x")), "Vote clos\n\nx\n\n");
	DRAWS(P(R("Vote") DRAWING("hidden='0'", P(R("Pour : 9"))) DRAWING("", P(R("Contre : 1")))), "Vote\n\nPour : 9\n\nContre : 1\n\n");
	DRAWS(P(R("Vote") SHAPE("width:10pt;visibility:hidden", P(R("Pour : 9"))) R(" clos")), "Vote clos\n\n");
	DRAWS(P(R("Vote") SHAPE("width:10pt;visibility:visible", P(R("Pour : 9")))), "Vote\n\nPour : 9\n\n");
}

TEST(test_docx__what_was_deleted_is_out_and_what_was_inserted_in)
{
	DRAWS(P(R("Pour : ") "<w:del><w:r><w:delText>9</w:delText><w:t>8</w:t></w:r></w:del><w:ins>" R("12") "</w:ins><w:moveFrom>" R("x") "</w:moveFrom><w:moveTo>" R(" voix") "</w:moveTo>"),
	      "Pour : 12 voix\n\n");
	DRAWS(PP("<w:rPr><w:del/></w:rPr>", R("Le conseil ")) P(R("décide.")), "Le conseil décide.\n\n");
	DRAWS("<w:tbl><w:tr>" CELL("Pour : 4") "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" CELL("Pour : 9") "</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>" CELL("Pour : 8")
	      "</w:tr><w:tr>" CELL("Contre : 2") "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" P(R("Contre : 7")) "</w:tc></w:tr></w:tbl>" P(R("x")), "Pour : 4\n\nContre : 2\n\nx\n\n");
	DRAWS(PP("<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange>", R("x")), "x\n\n");
}

TEST(test_docx__rows_and_cells)
{
	DRAWS("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" CELL("Pour : 4") CELL("Contre : 2") "</w:tr><w:tr><w:tc>" P(R("Présents :")) P(R("Mme ORVAL")) "</w:tc>" CELL("x") "</w:tr></w:tbl>",
	      "Pour : 4   Contre : 2\n\nPrésents :\n\nMme ORVAL\n\nx\n\n");
	DRAWS("<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" P(R("a")) "</w:tc>" CELL("b") "</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" P(R("caché")) "</w:tc>" CELL("c") "</w:tr><w:tr><w:tc>"
	      "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" P(R("d")) "</w:tc></w:tr></w:tbl>" P(R("e")), "a   b\n\nc\n\nd\n\ne\n\n");
	DRAWS(P("<w:vMerge/>" R("a")) "<w:vMerge/>" P(R("b")), "a\n\nb\n\n");
}

TEST(test_docx__fields_show_their_result)
{
	DRAWS(P(R("Le ") FIELD("DATE", R("4 mai 2031")) R(".")), "Le 4 mai 2031.\n\n");
	DRAWS(P(FIELD("IF </w:instrText></w:r>" FIELD("MERGEFIELD x", R("caché")) "<w:r><w:instrText> = 1", R("Pour : 12"))), "Pour : 12\n\n");
	DRAWS(P("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" R("XE") "<w:r><w:fldChar w:fldCharType='end'/></w:r>" R("x") "<w:fldSimple w:instr='PAGE'>" R("3") "</w:fldSimple>"), "x3\n\n");
	DRAWS(P("<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:default w:val='0'/><w:listEntry w:val='Rejeté'/><w:listEntry w:val='Adopté'/></w:ddList>"
		"</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"), "Adopté\n\n");
	DRAWS(P("<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
		R(" oui ") "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>" R(" non")),
	      "☒ oui ☐ non\n\n");
}

#define NO_RESULT(instruction) "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" instruction "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
TEST(test_docx__symbols_by_field)
{
	DRAWS(P(NO_RESULT(" SYMBOL 254 \\f &quot;Wingdings&quot; \\s 11 ") R(" Adopté ") NO_RESULT("SYMBOL 0xA8 \\f Wingdings") R(" Rejeté")), "☑ Adopté ☐ Rejeté\n\n");
	DRAWS(P(NO_RESULT(" PAGE ") R("Vote") NO_RESULT("SYMBOL") FIELD("SYMBOL 254 \\f Wingdings", R("x"))), "Votex\n\n");
}

TEST(test_docx__numbers_are_counted)
{
	DRAWS(NUMBERED("1", "0", "Le tarif") NUMBERED("1", "1", "a") NUMBERED("1", "1", "b") P(R("x")) NUMBERED("1", "0", "La date") NUMBERED("1", "1", "c"),
	      "Article 1 : Le tarif\n\n1.a) a\n\n1.b) b\n\nx\n\nArticle 2 : La date\n\n2.a) c\n\n");
	DRAWS(NUMBERED("2", "0", "M. ORVAL") NUMBERED("2", "1", "x") NUMBERED("2", "1", "y") NUMBERED("2", "2", "z"), "- M. ORVAL\n\nI-x\n\nII-y\n\nz\n\n");
	DRAWS(NUMBERED("1", "0", "a") NUMBERED("3", "0", "b") NUMBERED("3", "0", "c") NUMBERED("9", "0", "d") NUMBERED("0", "0", "e"),
	      "Article 1 : a\n\nArticle 7 : b\n\nArticle 8 : c\n\nd\n\ne\n\n");
	DRAWS(PP("<w:pStyle w:val='Article'/>", R("a")) PP("<w:pStyle w:val='Alinea'/>", R("b")) PP("<w:pStyle w:val='Article'/><w:numPr><w:numId w:val='0'/></w:numPr>", R("c")),
	      "Article 1 : a\n\n1.a) b\n\nc\n\n");
}

TEST(test_docx__signs)
{
	DRAWS(P("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e&#xA0;!</w:t></w:r>"), "a b\nc‑de\u00a0!\n\n");
	DRAWS(PP("<w:tabs><w:tab w:val='left'/></w:tabs>", R("«\u00a0L’an\u00a0»")), "«\u00a0L’an\u00a0»\n\n");
	DRAWS(P("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='Symbol' w:char='F033'/><w:sym w:font='Arial' w:char='00E9'/><w:sym w:font='Wingdings' w:char='F08C'/></w:r>"), "☑3é\ufffd\n\n");
	DRAWS(P(R("26") RP("<w:position w:val='8'/><w:sz w:val='14'/>", "1") R(" H") RP("<w:position w:val='-6'/>", "2") RP("<w:position w:val='1'/>", "3")), "26¹ H₂3\n\n");
	DRAWS(P(R("26") RP("<w:vertAlign w:val='superscript'/>", "1er") RP("<w:rStyle w:val='Appel'/>", "2") RP("<w:vertAlign w:val='subscript'/>", "3")), "26¹er²₃\n\n");
	DRAWS(P(R("Pour : ") RP("<w:strike/>", "1") RP("<w:dstrike/>", "5") R(" 12")), "Pour : ~~15~~ 12\n\n");
	DRAWS(P("<w:bdo w:val='rtl'>" R("62") "</w:bdo>"), "\u202e62\u202c\n\n");
	DRAWS(P("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"), "1/2\n\n");
	DRAWS(P(R("Adopté") "<w:r><w:footnoteReference w:id='2'/></w:r>" R(" à l'unanimité.")), "Adopté à l'unanimité.\n\nSauf M. ORVAL.\n\n");
	DRAWS("<w:sdt><w:sdtPr><w:placeholder><w:t>x</w:t></w:placeholder></w:sdtPr><w:sdtContent>" P(R("Vote") "<w:r><w:ruby><w:rt>" R("y") "</w:rt><w:rubyBase>" R("s") "</w:rubyBase></w:ruby></w:r>") "</w:sdtContent></w:sdt>", "Votes\n\n");
}

TEST(test_docx__not_whole_is_nothing)
{
	char xml[20000] = HEAD, got[1000];

	ENDS("<w:document xmlns:w='" WORD "'><w:body>" P(R("x")), DOCX_NOT_WHOLE);
	ENDS("<w:document xmlns:w='" WORD "'/>", DOCX_NOT_WHOLE);
	ENDS("<!DOCTYPE d [<!ENTITY x 'y'>]>" HEAD P(R("&x;")) FOOT, DOCX_NOT_WHOLE);
	ENDS("<w:document xmlns:w='" WORD "'><w:body>" P(R("x")) "</w:body><w:body>" P(R("y")) "</w:body></w:document>", DOCX_NOT_WHOLE);
	ENDS("<?xml version='1.0' encoding='KOI-7'?>" HEAD P(R("x")) FOOT, DOCX_NOT_WHOLE);
	ENDS(HEAD P(R("x")) "<w:altChunk/>" FOOT, DOCX_INCLUDES);
	ENDS(HEAD P("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" R("caché")) P(R("perdu")) FOOT, DOCX_OPEN_FIELD);
	for (unsigned i = 0; i < LIMIT_SIDE_DEPTH; i++)
		strcat(xml, "<w:p>");
	assert_int_equal(drawn(xml, KIB, got), DOCX_NOT_WHOLE);
	memset(xml, 0, sizeof xml);
	strcat(xml, HEAD "<w:p><w:r><w:t>");
	memset(xml + strlen(xml), 'x', 3 * KIB);
	strcat(xml, "</w:t></w:r></w:p>" FOOT);
	assert_int_equal(drawn(xml, KIB, got), DOCX_TOO_LONG);
	assert_int_equal(drawn(xml, 3 * KIB, got), DOCX_WHOLE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_docx__text_boxes_follow_their_paragraph),
		cmocka_unit_test(test_docx__a_box_among_rows_of_people_follows_the_last),
		cmocka_unit_test(test_docx__one_of_the_alternatives),
		cmocka_unit_test(test_docx__hidden_text_is_no_text),
		cmocka_unit_test(test_docx__hidden_boxes_are_no_text),
		cmocka_unit_test(test_docx__what_was_deleted_is_out_and_what_was_inserted_in),
		cmocka_unit_test(test_docx__rows_and_cells),
		cmocka_unit_test(test_docx__fields_show_their_result),
		cmocka_unit_test(test_docx__symbols_by_field),
		cmocka_unit_test(test_docx__numbers_are_counted),
		cmocka_unit_test(test_docx__signs),
		cmocka_unit_test(test_docx__not_whole_is_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
