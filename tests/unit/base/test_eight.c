/* SPDX-License-Identifier: EUPL-1.2 */
/* Eight bytes as a number: each byte answers for itself, whatever stands beside it. */
#include "check.h"
#include "eight.h"

TEST(test_eight__below_is_exact_for_every_byte_and_neighbour)
{
	static const unsigned limits[] = { 1, '\t', '\r' + 1, ' ', 0x7F, 0x80 };

	for (size_t l = 0; l < sizeof limits / sizeof *limits; l++)
		for (unsigned b = 0; b < 256; b++)
			for (unsigned other = 0; other < 256; other += 5) {
				char p[8];
				memset(p, (int)other, 8);
				p[3] = (char)b;
				const uint64_t answer = eight_below(eight_bytes(p), limits[l]);
				for (unsigned k = 0; k < 8; k++) {
					const bool below = (k == 3 ? b : other) < limits[l];
					assert_int_equal(answer >> (8 * k) & 0xFF, below ? 0x80 : 0);
				}
			}
}

TEST(test_eight__first_and_few)
{
	assert_int_equal(eight_first(0), 8);
	assert_int_equal(eight_first(0x80), 0);
	assert_int_equal(eight_first(UINT64_C(0x8000000000000000)), 7);
	assert_true(few_bytes("abcdefg", 7) == (eight_bytes("abcdefg") & first_bytes(7)));
	assert_true(bytes_at("abcdefghij", 2, 10) == eight_bytes("cdefghij"));
	assert_true(bytes_at("abcdefghij", 5, 10) == few_bytes("fghij", 5));
	assert_true(first_bytes(0) == 0);
	assert_true(first_bytes(8) == UINT64_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_eight__below_is_exact_for_every_byte_and_neighbour),
		cmocka_unit_test(test_eight__first_and_few),
	};
	return RUN(tests);
}
