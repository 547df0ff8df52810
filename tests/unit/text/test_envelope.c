/* SPDX-License-Identifier: EUPL-1.2 */
/* Side files: what is read of each kind, in which encoding, and everything that must not be read. */
#include "../base/check.h"

#include "bounds.h"
#include "buf.h"
#include "envelope.h"
#include "fold.h"

#define NS "xmlns:actes=\"http://www.interieur.gouv.fr/ACTES#v1.1-20040216\""
#define LATIN1 "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"
#define ACTE(objet)                                                                                                        \
	"<actes:Acte " NS " actes:Date=\"2031-04-02\"\n  actes:NumeroInterne=\"DE2031_11\" actes:CodeNatureActe=\"1\">\n"     \
	" <actes:CodeMatiere1 actes:CodeMatiere=\"7\"/><actes:CodeMatiere2 actes:CodeMatiere=\"5\"/>\n"                       \
	" <actes:Objet>" objet "</actes:Objet>\n <actes:Document><actes:NomFichier>a.pdf</actes:NomFichier></actes:Document>\n" \
	"</actes:Acte>\n"
#define ARACTE                                                                                                             \
	"<ARActe xmlns=\"http://www.interieur.gouv.fr/ACTES#v1.1-20040216\" IDActe=\"099-200009912-20310402-DE2031_11-DE\"\n"  \
	"  DateReception=\"2031-04-05\">\n<ActeRecu Date=\"2031-04-02\" NumeroInterne=\"DE2031_11\" CodeNatureActe=\"1\">\n"    \
	"<CodeMatiere1 CodeMatiere=\"7\"/><CodeMatiere2 CodeMatiere=\"5\"/><CodeMatiere3 CodeMatiere=\"1\"/>\n"               \
	"<Objet>&#xC9;cole</Objet></ActeRecu></ARActe>"
#define PASTELL                                                                                                            \
	"{\n \"numero_de_lacte\": \"DE2031_11\",\n \"date_de_lacte\": \"2031-04-02\",\n \"acte_nature\": \"1\",\n"            \
	" \"classification\": \"7.5 Subventions\",\n \"objet\": \"\\u00c9cole\"\n}\n"

#define NAME50 "abcdefghijklmnopqrstuvwxyabcdefghijklmnopqrstuvwxy"

static struct arena a;
static struct envelope env;

static int open_arena(void **state)
{
	(void)state;
	arena_init(&a, 64 * MIB);
	return 0;
}

static int close_arena(void **state)
{
	(void)state;
	arena_done(&a);
	return 0;
}

static enum envelope_kind read_as(struct str raw)
{
	envelope_read(&a, raw, &env);
	assert_true((env.kind == ENVELOPE_NONE) == (env.why.n > 0));
	assert_true(env.kind != ENVELOPE_NONE || env.n == 0);
	return env.kind;
}

/* The surest value, "line:text", with "!" before a wrong one; "-" for none. */
static const char *said(enum envelope_what what)
{
	for (size_t i = 0; i < env.n; i++)
		if (env.at[i].what == what)
			return arena_printf(&a, "%s%u:%.*s", env.at[i].wrong ? "!" : "", env.at[i].line, STR_ARG(env.at[i].text)).p;
	return "-";
}

static void assert_why(struct str raw, const char *wanted)
{
	assert_int_equal(read_as(raw), ENVELOPE_NONE);
	if (str_find(env.why, str_c(wanted), 0) == STR_NONE)
		fail_msg("« %.*s » sans « %s »", STR_ARG(env.why), wanted);
}

TEST(test_envelope__a_message)
{
	assert_int_equal(read_as(STR(LATIN1 ACTE("\xC9" "cole  \n   \xE9l\xE9mentaire"))), ENVELOPE_ACTE);
	assert_string_equal(said(ENVELOPE_DATE), "2:2031-04-02");
	assert_string_equal(said(ENVELOPE_NUMERO), "2:DE2031_11");
	assert_string_equal(said(ENVELOPE_NATURE), "2:1");
	assert_string_equal(said(ENVELOPE_MATIERE), "4:7.5");
	assert_string_equal(said(ENVELOPE_OBJET), "5:École élémentaire");
	assert_string_equal(said(ENVELOPE_SIREN), "-");
	assert_string_equal(said(ENVELOPE_RECEPTION), "-");
}

TEST(test_envelope__an_acknowledgement)
{
	assert_int_equal(read_as(STR(ARACTE)), ENVELOPE_ARACTE);
	assert_string_equal(said(ENVELOPE_RECEPTION), "1:2031-04-05");
	assert_string_equal(said(ENVELOPE_IDENTIFIANT), "1:099-200009912-20310402-DE2031_11-DE");
	assert_string_equal(said(ENVELOPE_SIREN), "1:200009912");
	assert_string_equal(said(ENVELOPE_DATE), "1:2031-04-02");
	assert_string_equal(said(ENVELOPE_NUMERO), "1:DE2031_11");
	assert_string_equal(said(ENVELOPE_NATURE), "1:1");
	assert_string_equal(said(ENVELOPE_MATIERE), "4:7.5.1");
	assert_string_equal(said(ENVELOPE_OBJET), "5:École");
	assert_int_equal(env.n, 11); /* date, number and nature twice: of the identifier, and of the act received */
}

TEST(test_envelope__metadata)
{
	assert_int_equal(read_as(STR(PASTELL)), ENVELOPE_PASTELL);
	assert_string_equal(said(ENVELOPE_NUMERO), "2:DE2031_11");
	assert_string_equal(said(ENVELOPE_DATE), "3:2031-04-02");
	assert_string_equal(said(ENVELOPE_NATURE), "4:1");
	assert_string_equal(said(ENVELOPE_MATIERE), "5:7.5");
	assert_string_equal(said(ENVELOPE_OBJET), "6:École");
	assert_int_equal(read_as(STR("{\"info\": {\"objet\": \"non\"}, \"data\": {\"acte_nature\": 3, \"objet\": \"oui\"}}")), ENVELOPE_PASTELL);
	assert_string_equal(said(ENVELOPE_NATURE), "1:3");
	assert_string_equal(said(ENVELOPE_OBJET), "1:oui");
}

/* The same object, the same word, whichever way it is written. */
TEST(test_envelope__encodings)
{
#define XML(declared) "<?xml version=\"1.0\" encoding=\"" declared "\"?>"
	const struct str same[] = {
		STR(XML("ISO-8859-1") ACTE("d\xE9ni")),	 STR(XML("utf-8") ACTE("d\xC3\xA9ni")),
		STR("\xEF\xBB\xBF" XML("UTF-8") ACTE("d\xC3\xA9ni")), STR(ACTE("d\xC3\xA9ni")),
		STR(ACTE("d\xE9ni")),			 STR(XML("UTF-8") ACTE("d\xE9ni")),
		STR(XML("windows-1252") ACTE("d\xE9ni")),	 STR(XML("ISO-8859-15") ACTE("d\xE9ni")),
		STR(XML("x-inconnu") ACTE("d\xC3\xA9ni")), STR(XML("x-inconnu") ACTE("d\xE9ni")),
		STR(XML("UTF-16") ACTE("d\xC3\xA9ni")),
		STR(ACTE("d&#233;ni")),			 STR(ACTE("d&#xE9;ni")),
		STR(ACTE("<![CDATA[d\xC3\xA9ni]]>")),	 STR("\n\n <!-- a -->" ACTE("d\xC3\xA9ni")),
	};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		if (read_as(same[i]) != ENVELOPE_ACTE)
			fail_msg("%zu : %.*s", i, STR_ARG(env.why));
		if (str_find(str_c(said(ENVELOPE_OBJET)), STR(":déni"), 0) == STR_NONE)
			fail_msg("%zu : %s", i, said(ENVELOPE_OBJET));
	}
	assert_int_equal(read_as(STR(XML("Windows-1252") ACTE("5\x80 \x9C"))), ENVELOPE_ACTE);
	assert_string_equal(said(ENVELOPE_OBJET), "4:5€ œ");
	assert_int_equal(read_as(STR(XML("ISO-8859-15") ACTE("5\xA4 \xBD"))), ENVELOPE_ACTE);
	assert_string_equal(said(ENVELOPE_OBJET), "4:5€ œ");
	assert_int_equal(read_as(STR("\xEF\xBB\xBF{\"date_de_lacte\": \"2031-04-02\", \"objet\": \"d\xC3\xA9ni\"}")), ENVELOPE_PASTELL);
	assert_string_equal(said(ENVELOPE_OBJET), "1:déni");
	assert_int_equal(read_as(STR("{\"date_de_lacte\": \"2031-04-02\", \"objet\": \"d\xE9ni\"}")), ENVELOPE_PASTELL);
	assert_string_equal(said(ENVELOPE_OBJET), "1:déni");
}

TEST(test_envelope__utf_16)
{
	static const char text[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" ACTE("objet");
	char wide[2 * sizeof text] = "\xFF\xFE";

	for (size_t i = 0; i + 1 < sizeof text; i++)
		wide[2 + 2 * i] = text[i];
	assert_int_equal(read_as((struct str){ wide, sizeof wide }), ENVELOPE_ACTE);
	assert_string_equal(said(ENVELOPE_OBJET), "4:objet");
}

TEST(test_envelope__content_alone_tells_the_kind)
{
	assert_why(STR(""), "fichier vide");
	assert_why(STR("\xEF\xBB\xBF \n\t\0\0"), "fichier vide");
	assert_why(STR("%PDF-1.7"), "ni XML, ni objet JSON");
	assert_why(STR("Date : 2031-04-02"), "ni XML, ni objet JSON");
	assert_why(STR("[{\"acte_nature\": 1}]"), "ni XML, ni objet JSON");
	assert_why(STR("{\"objet\": \"a\", \"classification\": \"7.5\"}"), "pas un metadata.json");
	assert_why(STR("{\"autre\": {\"acte_nature\": 1}}"), "pas un metadata.json");
	assert_why(STR("<html><body/></html>"), "pas un message ACTES");
	assert_why(STR("<Acte Date=\"2031-04-02\"/>"), "pas un message ACTES"); /* no namespace */
	assert_why(STR("<x:Acte xmlns:x=\"http://exemple.fr/ACTES#v1\" x:Date=\"2031-04-02\"/>"), "pas un message ACTES");
	assert_why(STR("<actes:AnomalieActe " NS "/>"), "d'un autre genre (AnomalieActe)");
	assert_why(STR("<actes:\xC3\xA9" NAME50 NAME50 " " NS "/>"), "d'un autre genre (\xC3\xA9" NAME50);
	assert_true(env.why.n < 120 && utf8_valid(env.why));
	assert_why(STR("<actes:" NAME50 "abcdefgh\xC3\xA9\xC3\xA9 " NS "/>"), "d'un autre genre (" NAME50);
	assert_true(utf8_valid(env.why)); /* a name is cut between two characters */
	assert_why(STR("<actes:LettreObservations " NS "><actes:ARActe/></actes:LettreObservations>"), "d'un autre genre");
}

TEST(test_envelope__values_that_are_not_what_they_should_be)
{
	assert_int_equal(read_as(STR("<actes:ARActe " NS " actes:IDActe=\"099-2000-20310402-1-DE\" actes:DateReception=\"05/04/2031\">"
				     "<actes:ActeRecu actes:Date=\"2031-02-30\" actes:NumeroInterne=\"deux mots\" actes:CodeNatureActe=\"7\">"
				     "<actes:CodeMatiere1 actes:CodeMatiere=\"x\"/></actes:ActeRecu></actes:ARActe>")),
			 ENVELOPE_ARACTE);
	assert_string_equal(said(ENVELOPE_RECEPTION), "!1:05/04/2031");
	assert_string_equal(said(ENVELOPE_IDENTIFIANT), "!1:099-2000-20310402-1-DE");
	assert_string_equal(said(ENVELOPE_SIREN), "-");
	assert_string_equal(said(ENVELOPE_DATE), "!1:2031-02-30");
	assert_string_equal(said(ENVELOPE_NUMERO), "!1:deux mots");
	assert_string_equal(said(ENVELOPE_NATURE), "!1:7");
	assert_string_equal(said(ENVELOPE_MATIERE), "!1:x");
}

TEST(test_envelope__dates_natures_matters)
{
	static const struct { const char *written, *date, *nature, *matter; } rows[] = {
		{ "2031-04-02", "1:2031-04-02", "1:1", "1:7.5" },  { "2031-04-02Z", "1:2031-04-02", "1:6", "1:7" },
		{ "2031-04-02+02:00", "1:2031-04-02", "1:2", "1:1.2.3.4.5" }, { " 2031-04-02 ", "1:2031-04-02", "1:3", "1:7.5" },
		{ "2031-04-02T10:00", "!1:2031-04-02T10:00", "!1:0", "!1:7.5x" }, { "20310402", "!1:20310402", "!1:A", "!1:0.5" },
		{ "2031-04", "!1:2031-04", "!1:-1", "!1:." },
	};
	static const char *const natures[] = { "1", "06", "AR", "3", "0", "A", "-1" };
	static const char *const matters[] = { "7.5", "7", "1.2.3.4.5", "07.05 Subventions", "7.5x", "0.5", "." };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(read_as(arena_printf(&a, "{\"date_de_lacte\": \"%s\", \"acte_nature\": \"%s\", \"classification\": \"%s\"}",
						      rows[i].written, natures[i], matters[i])),
				 ENVELOPE_PASTELL);
		assert_string_equal(said(ENVELOPE_DATE), rows[i].date);
		assert_string_equal(said(ENVELOPE_NATURE), rows[i].nature);
		assert_string_equal(said(ENVELOPE_MATIERE), rows[i].matter);
	}
}

TEST(test_envelope__doctypes_are_refused)
{
	const struct str docs[] = {
		STR("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY l2 \"&lol;&lol;&lol;&lol;\"><!ENTITY l3 "
		    "\"&l2;&l2;&l2;&l2;\">]>" ACTE("&l3;")),
		STR("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" ACTE("&x;")),
		STR("<!DOCTYPE a SYSTEM \"http://exemple.fr/a.dtd\">" ACTE("x")),
		STR("<!DOCTYPE a PUBLIC \"-//A\" \"http://exemple.fr/a.dtd\" [<!ENTITY % p SYSTEM \"http://exemple.fr/b\"> %p;]>" ACTE("x")),
		STR("<!DOCTYPE a>" ACTE("x")),
	};

	for (size_t i = 0; i < sizeof docs / sizeof *docs; i++)
		assert_why(docs[i], "déclaration DOCTYPE");
	assert_why(STR(ACTE("&inconnue;")), "mal formé, ligne 4");
}

static struct str nested(size_t levels)
{
	struct buf b;

	buf_init(&b, 2 * LIMIT_SIDE_BYTES);
	buf_c(&b, "<actes:Acte " NS " actes:Date=\"2031-04-02\">");
	for (size_t i = 1; i < levels; i++)
		buf_c(&b, "<a>");
	for (size_t i = 1; i < levels; i++)
		buf_c(&b, "</a>");
	buf_c(&b, "</actes:Acte>");
	const struct str s = arena_dup(&a, buf_view(&b));
	buf_done(&b);
	return s;
}

TEST(test_envelope__levels_at_both_sides_of_the_limit)
{
	assert_int_equal(read_as(nested(LIMIT_SIDE_DEPTH)), ENVELOPE_ACTE);
	assert_why(nested(LIMIT_SIDE_DEPTH + 1), "plus de 256 niveaux");
	assert_why(nested(140000), "plus de 256 niveaux");
}

static struct str padded(size_t bytes)
{
	const struct str text = STR(ACTE("objet"));
	char *p = arena_alloc(&a, bytes);

	memset(p, ' ', bytes);
	memcpy(p + bytes - text.n, text.p, text.n);
	return (struct str){ p, bytes };
}

TEST(test_envelope__bytes_at_both_sides_of_the_limit)
{
	assert_int_equal(read_as(padded(LIMIT_SIDE_BYTES)), ENVELOPE_ACTE);
	assert_why(padded(LIMIT_SIDE_BYTES + 1), "plus de 1024 Kio");
}

/* Cut anywhere nothing of it counts; but for the white space at its end. */
TEST(test_envelope__cut_at_every_byte)
{
	const struct str wholes[] = { STR(LATIN1 ACTE("\xC9" "cole")), STR(ARACTE), STR(PASTELL) };

	for (size_t w = 0; w < sizeof wholes / sizeof *wholes; w++) {
		const size_t least = str_trim(wholes[w]).n;

		for (size_t n = 0; n <= wholes[w].n; n++) {
			char *exact = malloc(n ? n : 1);

			memcpy(exact, wholes[w].p, n);
			assert_int_equal(read_as((struct str){ exact, n }) != ENVELOPE_NONE, n >= least);
			free(exact);
		}
	}
}

TEST(test_envelope__nul_and_control_bytes)
{
	assert_why(STR(ACTE("a\0b")), "mal formé");
	assert_why(STR(ACTE("a\x01" "b")), "mal formé");
	assert_why(STR(ACTE("a&#0;b")), "mal formé");
	assert_why(STR(ACTE("a&#1;b")), "mal formé");
	assert_int_equal(read_as(STR(ACTE("a\xED\xA0\x80"))), ENVELOPE_ACTE); /* a surrogate is no UTF-8: three characters of ISO-8859-1 */
	assert_string_equal(said(ENVELOPE_OBJET), "4:a\u00ed \xc2\x80");
	assert_why(STR("{\"acte_nature\": \"1\0\"}"), "octets nuls");
	assert_why(STR("{\"acte_nature\": \"\\u0000\"}"), "mal formé");
	assert_why(STR("{\"acte_nature\": \"1\", \"acte_nature\": \"2\"}"), "JSON mal formé, ligne 1 : la clé « acte_nature » y est deux fois");
	assert_why(STR("{\"acte_nature\": \"1\",\n\"data\": {\"o'b\": \"1\",\n\"o'b\": \"2\"}}"), "JSON mal formé, ligne 3 : une clé y est deux fois");
	assert_why(STR("{\"acte_nature\": \"1\""), "JSON mal formé, ligne 1 : incomplet, ou");
	assert_why(STR("<actes:Acte " NS " actes:Date=\"2031-04-02\" actes:Date=\"2031-04-03\"/>"), "mal formé");
}

/* What is very long is cut, not refused; what comes too often is not kept. */
TEST(test_envelope__long_and_many)
{
	struct buf b;

	buf_init(&b, LIMIT_SIDE_BYTES);
	buf_c(&b, "<actes:Acte " NS " actes:NumeroInterne=\"");
	for (int i = 0; i < 1000; i++)
		buf_c(&b, "123456789 ");
	buf_c(&b, "\"><actes:Objet>");
	for (int i = 0; i < 50000; i++)
		buf_c(&b, "é ");
	buf_c(&b, "</actes:Objet>");
	for (int i = 0; i < 1000; i++)
		buf_c(&b, "<actes:Objet>a</actes:Objet><actes:CodeMatiere1 actes:CodeMatiere=\"7\"/>");
	buf_c(&b, "</actes:Acte>");
	assert_false(b.full);
	assert_int_equal(read_as(buf_view(&b)), ENVELOPE_ACTE);
	assert_int_equal(env.n, 3);
	for (size_t i = 0; i < env.n; i++)
		assert_true(env.at[i].text.n <= 2048 && utf8_valid(env.at[i].text));
	buf_done(&b);
}

TEST(test_envelope__only_the_acts_own_parts_count)
{
	assert_int_equal(read_as(STR("<actes:ARActe " NS " actes:DateReception=\"2031-04-05\"><actes:Objet>non</actes:Objet>"
				     "<actes:ActeRecu actes:Date=\"2031-04-02\"><x><actes:Objet>non</actes:Objet></x>"
				     "<actes:Objet>oui<b> et <i>oui</i></b></actes:Objet></actes:ActeRecu>"
				     "<actes:ActeRecu actes:Date=\"2031-04-03\" actes:NumeroInterne=\"2\"><actes:Objet>non</actes:Objet></actes:ActeRecu>"
				     "</actes:ARActe>")),
			 ENVELOPE_ARACTE);
	assert_string_equal(said(ENVELOPE_OBJET), "1:oui et oui");
	assert_string_equal(said(ENVELOPE_DATE), "1:2031-04-02");
	assert_string_equal(said(ENVELOPE_NUMERO), "-");
}

#define T(f) cmocka_unit_test_setup_teardown(f, open_arena, close_arena)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_envelope__a_message),
		T(test_envelope__an_acknowledgement),
		T(test_envelope__metadata),
		T(test_envelope__encodings),
		T(test_envelope__utf_16),
		T(test_envelope__content_alone_tells_the_kind),
		T(test_envelope__values_that_are_not_what_they_should_be),
		T(test_envelope__dates_natures_matters),
		T(test_envelope__doctypes_are_refused),
		T(test_envelope__levels_at_both_sides_of_the_limit),
		T(test_envelope__bytes_at_both_sides_of_the_limit),
		T(test_envelope__cut_at_every_byte),
		T(test_envelope__nul_and_control_bytes),
		T(test_envelope__long_and_many),
		T(test_envelope__only_the_acts_own_parts_count),
	};
	return RUN(tests);
}
