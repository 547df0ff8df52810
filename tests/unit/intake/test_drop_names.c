/* SPDX-License-Identifier: EUPL-1.2 */
/* Each pattern of names that are no documents (ROBUST I-07), and names that only look like them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "drop_names.h"

static void is_each(enum name_kind kind, const char *const *names)
{
	for (; *names != NULL; names++) {
		if (name_kind(*names) != kind)
			print_error("%s\n", *names);
		assert_int_equal(name_kind(*names), kind);
	}
}

static void test_drop_names__transfers(void **state)
{
	(void)state;
	is_each(NAME_TRANSFER, (const char *const[]){ "a.pdf.part", "a.partial", "Non confirmé 12345.crdownload", "a.pdf.download", "a.opdownload",
						      "a.filepart", "~WRL0001.tmp", "lu83ab.tmp", "A.PART", ".acte.pdf.part", NULL });
}

static void test_drop_names__droppings(void **state)
{
	(void)state;
	is_each(NAME_DROPPING, (const char *const[]){ ".", ".x", ".nfs0001", ".~lock.acte.odt#", "._acte.pdf", ".DS_Store", ".acte.txt.swp",
						      ".acte.pdf.Ab12Cd", "~$acte.docx", "Thumbs.db", "thumbs.DB", "desktop.ini", "lost+found",
						      "$RECYCLE.BIN", "System Volume Information", "#recycle", "@Recycle", NAME_LEAVING ".8", NAME_LEAVING ".0", NAME_LEAVING ".11",
						      NAME_LEAVING "x", NAME_LEAVING ".", NULL });
}

static void test_drop_names__documents(void **state)
{
	(void)state;
	is_each(NAME_DOCUMENT, (const char *const[]){ "acte.txt", "part", "a.parts", "tmp", "a.tmp.txt", "~acte", "-rf", "a\nb", "caf\xe9", "[a]",
						      "*", "download", "Thumbs.db.pdf", "recycle", "perdu+trouvé", NAME_LEAVING, NAME_LEAVING ".1", NAME_LEAVING ".7", NULL });
}

static void test_drop_names__ours(void **state)
{
	(void)state;
	char out[LEAVING_SIZE];

	for (unsigned i = 0; i < LIMIT_LEAVING; i++)
		assert_true(is_leaving(leaving_name(i, out)));
	assert_string_equal(leaving_name(0, out), NAME_LEAVING);
	assert_string_equal(leaving_name(LIMIT_LEAVING - 1, out), NAME_LEAVING ".7");
}

static void is_actes(const char *name, enum actes_piece piece, const char *act, const char *number)
{
	const struct actes_name n = actes_name(name);

	if (n.piece != piece)
		print_error("%s: %d\n", name, (int)n.piece);
	assert_int_equal(n.piece, piece);
	assert_true(str_eq(n.act, str_c(act)) && str_eq(n.number, str_c(number)));
	assert_int_equal(n.deliberation, piece != ACTES_NONE && strncmp(name + 2, "_DE-", 4) == 0);
}

static void test_drop_names__actes(void **state)
{
	(void)state;
#define ACT "034-123456782-20171207-CL20171227_06-DE"
	is_actes(ACT "-1-1_0.xml", ACTES_MESSAGE, ACT, "");
	is_actes("32_DP-" ACT "-1-1_1.pdf", ACTES_MAIN, ACT, "");
	is_actes(ACT "-1-1_1.pdf", ACTES_MAIN, ACT, "");
	is_actes("99_DE-02A-123456782-20171207-1-DE-1-1_1.txt", ACTES_MAIN, "02A-123456782-20171207-1-DE", "");
	is_actes("10_DE-" ACT "-1-1_2.pdf", ACTES_ANNEX, ACT, "2");
	is_actes("99_AU-" ACT "-1-1_3.pdf", ACTES_ANNEX, ACT, "3");
	is_actes(ACT "-1-1_10.pdf", ACTES_ANNEX, ACT, "10");
	is_actes(ACT "-1-2.xml", ACTES_RECEIPT, ACT, "");
	is_actes(ACT "-1-2_5279.xml", ACTES_RECEIPT, ACT, "5279");
	const char *no[] = { "", "034", ACT, ACT "-", ACT "-1", ACT "-1-1", ACT "-1-1_", ACT "-1-1_0.xml.part", ACT "-1-1_0.pdf", ACT "-1-2_.xml", ACT "-1-2_a.xml",
			     ACT "-2-1_1.pdf", "99_DE-" ACT "-1-1_0.xml", "99_DE-" ACT "-1-2.xml", "999_DE-" ACT "-1-1_1.pdf",
			     "034-12345678-20171207-1-DE-1-1_1.pdf", "034-123456782-20171207-1234567890123456-DE-1-1_1.pdf", "034-123456782--1-DE-1-1_1.pdf",
			     "044-214400152----1-3_1.xml", "acte-1-1_0.xml", "metadata.json" };
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		is_actes(no[i], ACTES_NONE, "", "");
}

static void test_drop_names__beside_an_act(void **state)
{
	(void)state;
	const char *read_[] = { "metadata.json", ACT "-1-1_0.xml", ACT "-1-2_1.xml" };
	const char *kept[] = { "EACT--210600730--20180115-1.xml", "SIC-EACT--210600730--20180115-1.tar.gz", "manifest.xml", "metadata.xml",
			       "044-214400152----1-3_1.xml", "bordereau.pdf", "arrete.xml", "ARActes.XML" };
	const char *no[] = { "acte.pdf", "metadata.json.pdf", ACT "-1-1_1.pdf", ACT "-1-1_2.pdf", "REACT.pdf", "acte.xml.pdf" };

	for (size_t i = 0; i < sizeof read_ / sizeof *read_; i++)
		assert_int_equal(beside(read_[i]), BESIDE_READ);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		assert_int_equal(beside(kept[i]), BESIDE_KEPT);
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		assert_int_equal(beside(no[i]), BESIDE_NOT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_drop_names__transfers),
		cmocka_unit_test(test_drop_names__droppings),
		cmocka_unit_test(test_drop_names__documents),
		cmocka_unit_test(test_drop_names__ours),
		cmocka_unit_test(test_drop_names__actes),
		cmocka_unit_test(test_drop_names__beside_an_act),
	};
	return cmocka_run_group_tests_name("drop_names", tests, NULL, NULL);
}
