/* SPDX-License-Identifier: EUPL-1.2 */
/* Side files beside a text: which is believed, what they contradict, and what is said of one that cannot be read. */
#include "../../support/act_support.h"

#include "reading_out.h"
#include "sides.h"

#define TEXT                                                                                                               \
	"COMMUNE DE MIREBOIS\n\nDélibération n° 2031-11\n\nSéance du 2 avril 2031\n\nLe conseil municipal, à l'unanimité, "   \
	"DÉCIDE.\n\nReçu en préfecture le 05/04/2031\nID : 099-200009912-20310402-DE2031_11-DE\n"
#define PLAIN "COMMUNE DE MIREBOIS\n\nSéance du 2 avril 2031\n\nLe conseil municipal, à l'unanimité, DÉCIDE.\n"
#define NS "xmlns:actes=\"http://www.interieur.gouv.fr/ACTES#v1.1-20040216\""
#define AR(id, day) "<actes:ARActe " NS " actes:IDActe=\"" id "\" actes:DateReception=\"" day "\"/>"
#define ACTE(day, number, matter)                                                                                          \
	"<actes:Acte " NS " actes:Date=\"" day "\" actes:NumeroInterne=\"" number "\" actes:CodeNatureActe=\"1\">"             \
	"<actes:CodeMatiere1 actes:CodeMatiere=\"" matter "\"/></actes:Acte>"
#define PASTELL(day, number) "{\"date_de_lacte\": \"" day "\",\n\"numero_de_lacte\": \"" number "\", \"classification\": \"7.5\"}"

static struct act_case c;

static struct side_file side(const char *name, const char *raw)
{
	return (struct side_file){ .nom = str_c(name), .sha256 = STR("ab"), .raw = str_c(raw) };
}

static void lay(const char *text, const struct side_file *files, size_t n)
{
	act_open(&c, text);
	c.r = reading_with_sides(&c.a, c.r, files, n);
}

static const struct field *field(const char *name)
{
	return field_of(field_desc(str_c(name)), c.r);
}

/* "2031-04-02 (a.xml, ligne 1)", "2031-04-05" of the text, "absent : …" */
static const char *said(const char *name)
{
	const struct field *f = field(name);
	const struct str place = side_place(&c.a, c.r, f);

	if (f->statut != FIELD_LU)
		return arena_printf(&c.a, "%s : %.*s", statut_word(f->statut), STR_ARG(f->raison)).p;
	return arena_printf(&c.a, "%.*s%s%.*s%s", STR_ARG(f->texte), place.n ? " (" : "", STR_ARG(place), place.n ? ")" : "").p;
}

static const char *disagreement(size_t i)
{
	const struct field *f = field("acte.desaccords");

	assert_int_equal(f->statut, FIELD_LU);
	return i < f->n ? f->items[i].texte.p : "-";
}

TEST(test_sides__none_came)
{
	lay(PLAIN, NULL, 0);
	assert_string_equal(said("acte.date"), "absent : aucun fichier d'accompagnement n'est venu avec l'acte");
	assert_string_equal(said("acte.desaccords"), said("acte.date"));
	assert_string_equal(said("acte.siren"), said("siren"));
	assert_string_equal(said("acte.reception"), said("reception.date"));
	act_close(&c);
	lay(TEXT, NULL, 0); /* the stamp speaks */
	assert_string_equal(said("acte.siren"), "200009912");
	assert_string_equal(said("acte.reception"), "2031-04-05");
	assert_string_equal(said("acte.identifiant"), "099-200009912-20310402-DE2031_11-DE");
	assert_true(field("acte.siren")->span.end > 0);
	assert_int_equal(field("acte.nature")->statut, FIELD_ABSENT);
	act_close(&c);
}

TEST(test_sides__the_surest_is_believed_in_whatever_order_they_come)
{
	const struct side_file all[] = {
		side("metadata.json", PASTELL("2031-04-04", "P1")),
		side("message.xml", ACTE("2031-04-03", "A1", "7")),
		side("ar.xml", AR("099-200009912-20310402-DE2031_11-DE", "2031-04-05")),
	};

	lay(PLAIN, all, 3);
	assert_string_equal(said("acte.date"), "2031-04-02 (ar.xml, ligne 1)");
	assert_string_equal(said("acte.numero"), "DE2031_11 (ar.xml, ligne 1)");
	assert_string_equal(said("acte.matiere"), "7 (message.xml, ligne 1)");
	assert_string_equal(said("acte.nature"), "deliberation (ar.xml, ligne 1)");
	assert_string_equal(disagreement(0), "date transmise : « 2031-04-02 » (ar.xml, ligne 1), « 2031-04-03 » (message.xml, ligne 1)");
	assert_string_equal(disagreement(1), "date transmise : « 2031-04-02 » (ar.xml, ligne 1), « 2031-04-04 » (metadata.json, ligne 1)");
	assert_string_equal(disagreement(2), "-"); /* numbers "A1" and "P1" are part of "2031_11"; 7 and 7.5 agree */
	act_close(&c);
	lay(PLAIN, all, 2);
	assert_string_equal(said("acte.date"), "2031-04-03 (message.xml, ligne 1)");
	assert_string_equal(said("acte.numero"), "A1 (message.xml, ligne 1)");
	act_close(&c);
	lay(PLAIN, all, 1);
	assert_string_equal(said("acte.date"), "2031-04-04 (metadata.json, ligne 1)");
	assert_string_equal(said("acte.numero"), "P1 (metadata.json, ligne 2)");
	assert_string_equal(said("acte.reception"), "absent : aucun fichier d'accompagnement ne le dit");
	act_close(&c);
}

/* The fields of the text stay what they are: a rule holds one against the other. */
TEST(test_sides__the_text_keeps_its_own)
{
	const struct side_file ar = side("ar.xml", AR("099-200009913-20310409-DE2031_12-DE", "2031-04-10"));

	lay(TEXT, &ar, 1);
	assert_string_equal(said("siren"), "200009912");
	assert_string_equal(said("acte.siren"), "200009913 (ar.xml, ligne 1)");
	assert_string_equal(said("seance.date"), "2031-04-02");
	assert_string_equal(said("acte.date"), "2031-04-09 (ar.xml, ligne 1)");
	assert_string_equal(said("reception.date"), "2031-04-05");
	assert_string_equal(said("acte.reception"), "2031-04-10 (ar.xml, ligne 1)");
	assert_string_equal(disagreement(0), "numéro transmis : « DE2031_12 » (ar.xml, ligne 1), « 2031-11 » dans l'acte");
	const struct span s = field("acte.desaccords")->items[0].span;
	assert_true(str_eq(str_part(c.text.bytes, s.start, s.end), STR("2031-11")));
	act_close(&c);
}

static bool same_among(size_t actes_n, const char *sent, const char *own)
{
	const struct side_file file = { .nom = STR("m"), .raw = arena_printf(&c.a, "{\"numero_de_lacte\": \"%s\"}", sent) };
	struct acte acte = *c.r->actes;
	struct reading r = *c.r;

	acte.numero = (struct field){ .statut = FIELD_LU, .texte = str_c(own) };
	r.actes = &acte;
	r.actes_n = actes_n;
	return reading_with_sides(&c.a, &r, &file, 1)->desaccords.n == 0;
}

static bool same(const char *sent, const char *own)
{
	return same_among(1, sent, own);
}

TEST(test_sides__a_number_is_spelled_in_many_ways)
{
	act_open(&c, PLAIN);
	assert_true(same("2031_11", "2031-11"));
	assert_true(same("DE2031_011", "2031-11"));
	assert_true(same("CP20311742", "CP2031-1742"));
	assert_true(same("31_011", "2031/11"));
	assert_true(same("2031_04_02_7", "7"));
	assert_true(same("2031_11_1", "2031-11"));
	assert_true(same("A", "B"));
	assert_false(same("2031_12", "2031-11"));
	assert_false(same("DE2031_112", "2031-113"));
	assert_true(same_among(2, "2031_12", "2031-11")); /* of several, none is known to be the one that was sent */
	act_close(&c);
}

TEST(test_sides__one_that_is_not_read_is_told_and_others_count)
{
	const struct side_file files[] = { side("coupe.xml", "<actes:Acte " NS), side("metadata.json", PASTELL("2031-04-02", "2031_11")) };
	const struct side_file gone = { .nom = STR("parti.xml"), .unread = STR("il n'est plus là") };

	lay(TEXT, files, 2);
	assert_int_equal(c.r->cotes_n, 2);
	assert_int_equal(c.r->cotes[0].kind, ENVELOPE_NONE);
	assert_int_equal(c.r->cotes[1].kind, ENVELOPE_PASTELL);
	assert_string_equal(said("acte.date"), "2031-04-02 (metadata.json, ligne 1)");
	assert_string_equal(said("acte.nature"), "illisible : coupe.xml n'est pas lu : XML incomplet ou mal formé, ligne 1");
	assert_string_equal(said("acte.desaccords"), said("acte.nature"));
	assert_string_equal(said("acte.siren"), "200009912"); /* the stamp still speaks */
	act_close(&c);
	lay(PLAIN, &gone, 1);
	assert_string_equal(said("acte.siren"), "illisible : parti.xml n'est pas lu : il n'est plus là");
	act_close(&c);
}

TEST(test_sides__a_value_that_is_wrong_is_not_claimed)
{
	const struct side_file files[] = { side("ar.xml", AR("099-X", "05/04/2031")), side("m.json", PASTELL("2 avril", "a b")) };

	lay(PLAIN, files, 2);
	assert_string_equal(said("acte.reception"), "illisible : « 05/04/2031 » (ar.xml, ligne 1) n'est pas une date AAAA-MM-JJ");
	assert_string_equal(said("acte.identifiant"), "illisible : « 099-X » (ar.xml, ligne 1) n'est pas un identifiant ACTES");
	assert_string_equal(said("acte.date"), "illisible : « 2 avril » (m.json, ligne 1) n'est pas une date AAAA-MM-JJ");
	assert_string_equal(said("acte.numero"), "illisible : « a b » (m.json, ligne 2) n'est pas un numéro d'acte");
	act_close(&c);
}

/* Of the name, the SIREN alone: its date is the day of sending. */
TEST(test_sides__the_siren_of_a_name_comes_last)
{
	const struct side_file named = side("099-200009913-20310409-A1-DE-1-1_0.xml", ACTE("2031-04-02", "A1", "7"));
	const struct side_file broken = side("099-200009913-20310409-A1-DE-1-1_0.xml", "<");

	lay(PLAIN, &named, 1);
	assert_string_equal(said("acte.siren"), "200009913 (nom de 099-200009913-20310409-A1-DE-1-1_0.xml)");
	assert_string_equal(said("acte.date"), "2031-04-02 (099-200009913-20310409-A1-DE-1-1_0.xml, ligne 1)");
	act_close(&c);
	lay(TEXT, &named, 1);
	assert_string_equal(said("acte.siren"), "200009912");
	act_close(&c);
	lay(PLAIN, &broken, 1);
	assert_int_equal(field("acte.siren")->statut, FIELD_ILLISIBLE);
	act_close(&c);
}

TEST(test_sides__what_hostile_values_show)
{
	const struct side_file file = side("m.json", "{\"date_de_lacte\": \"2031-04-02\", \"objet\": \"a\\u001b[31m\\u202eb\\n\\nc\", \"numero_de_lacte\": \"\\u0007x\"}");
	struct buf out;

	lay(PLAIN, &file, 1);
	buf_init(&out, MIB);
	reading_print(&c.a, c.r, (struct look){ false, 0 }, &out);
	assert_null(memchr(out.p, 0x1b, out.n));
	assert_null(memchr(out.p, 0x07, out.n));
	assert_true(str_find(buf_view(&out), STR("\xe2\x80\xae"), 0) == STR_NONE);
	assert_true(str_find(buf_view(&out), STR("a\\x1b[31m\\u202eb c  m.json, ligne 1"), 0) != STR_NONE);
	buf_clear(&out);
	reading_json(c.r, "ab", false, &out);
	assert_true(str_find(buf_view(&out), STR("\"cotes\": [{\"nom\": \"m.json\", \"sha256\": \"ab\", \"genre\": \"pastell\"}]"), 0) != STR_NONE);
	assert_true(str_find(buf_view(&out), STR("\"acte.date\": {\"statut\": \"lu\", \"valeur\": \"2031-04-02\", \"cote\": 1, \"ligne\": 1, \"octets\": null}"), 0) !=
		    STR_NONE);
	buf_done(&out);
	act_close(&c);
}

/* A reading may have taken nearly all the memory it may have. */
TEST(test_sides__large_files_take_little_memory)
{
	struct buf b;
	struct side_file files[4];

	buf_init(&b, 2 * LIMIT_SIDE_BYTES);
	buf_c(&b, "{\"acte_nature\": \"1\", \"objet\": \"");
	while (b.n < LIMIT_SIDE_BYTES - 2)
		buf_char(&b, '\xe9'); /* three bytes for one, once decoded with its key */
	buf_c(&b, "\"}");
	for (size_t i = 0; i < 4; i++)
		files[i] = (struct side_file){ .nom = STR("m.json"), .sha256 = STR("ab"), .raw = buf_view(&b) };
	act_open(&c, PLAIN);
	const size_t before = c.a.used;
	c.r = reading_with_sides(&c.a, c.r, files, 4);
	assert_string_equal(said("acte.nature"), "deliberation (m.json, ligne 1)");
	assert_true(c.a.used - before < 64 * KIB);
	buf_done(&b);
	act_close(&c);
}

TEST(test_sides__names_find_their_row)
{
	assert_int_equal(field_desc(STR("acte.numero"))->scope, SCOPE_ENVOI);
	assert_int_equal(field_desc(STR("acte.presents"))->scope, SCOPE_ACTE);
	assert_int_equal(field_desc(STR("numero"))->scope, SCOPE_ACTE);
	assert_null(field_desc(STR("acte.inconnu")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sides__none_came),
		cmocka_unit_test(test_sides__the_surest_is_believed_in_whatever_order_they_come),
		cmocka_unit_test(test_sides__the_text_keeps_its_own),
		cmocka_unit_test(test_sides__a_number_is_spelled_in_many_ways),
		cmocka_unit_test(test_sides__one_that_is_not_read_is_told_and_others_count),
		cmocka_unit_test(test_sides__a_value_that_is_wrong_is_not_claimed),
		cmocka_unit_test(test_sides__the_siren_of_a_name_comes_last),
		cmocka_unit_test(test_sides__what_hostile_values_show),
		cmocka_unit_test(test_sides__large_files_take_little_memory),
		cmocka_unit_test(test_sides__names_find_their_row),
	};
	return RUN(tests);
}
