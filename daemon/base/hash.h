/* SPDX-License-Identifier: EUPL-1.2 */
/* SHA-256, by nettle. */
#ifndef SCRUTATEUR_HASH_H
#define SCRUTATEUR_HASH_H

#include "str.h"

struct digest {
	unsigned char b[32];
};
#define DIGEST_HEX 65 /* 64 hexadecimal digits and a NUL */

/* Streaming state, opaque, large enough for nettle's context (checked at compile time). */
struct hash {
	_Alignas(16) unsigned char state[256];
};

void hash_init(struct hash *h);
void hash_add(struct hash *h, const void *p, size_t n);
struct digest hash_end(struct hash *h);
struct digest hash_of(struct str s);
/* Lower-case hexadecimal, terminated; returns `out`. */
const char *digest_hex(const struct digest *d, char out[DIGEST_HEX]);
bool hex_only(struct str s); /* no byte that digest_hex does not write */

#endif
