/* SPDX-License-Identifier: EUPL-1.2 */
/* SHA-256 of libmd behind an opaque state, so that no other file sees its header. OpenSSL was decided against: a far
 * larger dependency for one function.
 */
#include "hash.h"

#include <sys/types.h>

#include <sha2.h>

_Static_assert(sizeof(SHA2_CTX) <= sizeof(struct hash), "hash.h: the state of libmd has grown");
_Static_assert(_Alignof(SHA2_CTX) <= _Alignof(struct hash), "hash.h: the state of libmd needs more alignment");

static SHA2_CTX *context(struct hash *h)
{
	return (SHA2_CTX *)(void *)h->state;
}

void hash_init(struct hash *h)
{
	SHA256Init(context(h));
}

void hash_add(struct hash *h, const void *p, size_t n)
{
	if (n)
		SHA256Update(context(h), p, n);
}

struct digest hash_end(struct hash *h)
{
	struct digest d;
	SHA256Final(d.b, context(h));
	return d;
}

struct digest hash_of(struct str s)
{
	struct hash h;
	hash_init(&h);
	hash_add(&h, s.p, s.n);
	return hash_end(&h);
}

const char *digest_hex(const struct digest *d, char out[DIGEST_HEX])
{
	static const char hex[] = "0123456789abcdef";
	for (size_t i = 0; i < sizeof d->b; i++) {
		out[2 * i] = hex[d->b[i] >> 4];
		out[2 * i + 1] = hex[d->b[i] & 15];
	}
	out[DIGEST_HEX - 1] = '\0';
	return out;
}
