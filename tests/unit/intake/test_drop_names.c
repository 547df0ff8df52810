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
						      ".acte.pdf.Ab12Cd", "~$acte.docx", "Thumbs.db", "thumbs.DB", "desktop.ini", NULL });
}

static void test_drop_names__documents(void **state)
{
	(void)state;
	is_each(NAME_DOCUMENT, (const char *const[]){ "acte.txt", "part", "a.parts", "tmp", "a.tmp.txt", "~acte", "-rf", "a\nb", "caf\xe9", "[a]",
						      "*", "download", "Thumbs.db.pdf", NAME_LEAVING, NULL });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_drop_names__transfers),
		cmocka_unit_test(test_drop_names__droppings),
		cmocka_unit_test(test_drop_names__documents),
	};
	return cmocka_run_group_tests_name("drop_names", tests, NULL, NULL);
}
