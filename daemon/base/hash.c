/* SPDX-License-Identifier: EUPL-1.2 */
/* SHA-256 of nettle behind an opaque state, so that no other file sees its header. Decided against: libmd, which does without the
 * processor's instructions and takes ten times as long; OpenSSL, a far larger dependency for one function.
 */
#include "hash.h"

#include <nettle/sha2.h>

_Static_assert(sizeof(struct sha256_ctx) <= sizeof(struct hash), "hash.h: the state of nettle has grown");
_Static_assert(_Alignof(struct sha256_ctx) <= _Alignof(struct hash), "hash.h: the state of nettle needs more alignment");

static struct sha256_ctx *context(struct hash *h)
{
	return (struct sha256_ctx *)(void *)h->state;
}

void hash_init(struct hash *h)
{
	sha256_init(context(h));
}

void hash_add(struct hash *h, const void *p, size_t n)
{
	if (n)
		sha256_update(context(h), n, p);
}

struct digest hash_end(struct hash *h)
{
	struct digest d;
	sha256_digest(context(h), sizeof d.b, d.b);
	return d;
}

struct digest hash_of(struct str s)
{
	struct hash h;
	hash_init(&h);
	hash_add(&h, s.p, s.n);
	return hash_end(&h);
}

static const char hex[] = "0123456789abcdef";

const char *digest_hex(const struct digest *d, char out[DIGEST_HEX])
{
	for (size_t i = 0; i < sizeof d->b; i++) {
		out[2 * i] = hex[d->b[i] >> 4];
		out[2 * i + 1] = hex[d->b[i] & 15];
	}
	out[DIGEST_HEX - 1] = '\0';
	return out;
}

bool hex_only(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (memchr(hex, s.p[i], sizeof hex - 1) == NULL)
			return false;
	return true;
}
