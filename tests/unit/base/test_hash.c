/* SPDX-License-Identifier: EUPL-1.2 */
/* SHA-256 against the values of FIPS 180-4. */
#include "check.h"
#include "hash.h"

static void assert_digest(struct digest d, const char *want)
{
	char hex[DIGEST_HEX];
	assert_string_equal(digest_hex(&d, hex), want);
}

TEST(test_hash__known_values)
{
	assert_digest(hash_of(STR("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_digest(hash_of((struct str){ NULL, 0 }),
		      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_digest(hash_of(STR("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_digest(hash_of(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
		      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(test_hash__a_million_letters_in_uneven_parts)
{
	struct hash h;
	char part[1000];
	memset(part, 'a', sizeof part);
	hash_init(&h);
	size_t left = 1000000;
	for (size_t n = 1; left > 0; n = n * 3 % 997 + 1) {
		size_t now = n < left ? n : left;
		hash_add(&h, part, now);
		left -= now;
	}
	assert_digest(hash_end(&h), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hash__known_values),
		cmocka_unit_test(test_hash__a_million_letters_in_uneven_parts),
	};
	return RUN(tests);
}
