/* SPDX-License-Identifier: EUPL-1.2 */
/* Eight bytes of a text looked at as one number, the first byte lowest: what is asked of every byte of a document is
 * asked of eight at once. An answer is a number with the high bit of each byte that answers yes.
 */
#ifndef SCRUTATEUR_EIGHT_H
#define SCRUTATEUR_EIGHT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EACH_BYTE(b) (UINT64_C(0x0101010101010101) * (b))
#define HIGH_BITS EACH_BYTE(0x80)

static inline uint64_t eight_bytes(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof v);
	return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? v : __builtin_bswap64(v);
}

static inline uint32_t four_bytes(const char *p)
{
	uint32_t v;

	memcpy(&v, p, sizeof v);
	return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? v : __builtin_bswap32(v);
}

/* n < 8; zero beyond. */
static inline uint64_t few_bytes(const char *p, size_t n)
{
	uint64_t v = 0;

	for (size_t k = 0; k < n; k++)
		v |= (uint64_t)(unsigned char)p[k] << (8 * k);
	return v;
}

/* Bytes from `at` of the n at p, zero beyond the end. */
static inline uint64_t bytes_at(const char *p, size_t at, size_t n)
{
	return n - at >= 8 ? eight_bytes(p + at) : few_bytes(p + at, n - at);
}

/* Bytes below `limit` (at most 0x80). */
static inline uint64_t eight_below(uint64_t v, unsigned limit)
{
	return ~(((v & ~HIGH_BITS) + EACH_BYTE(0x80 - limit)) | v) & HIGH_BITS;
}

/* Each is ASCII and no control but DEL. */
static inline bool eight_printable(uint64_t v)
{
	return (((v & ~HIGH_BITS) + EACH_BYTE(0x80 - ' ')) & ~v & HIGH_BITS) == HIGH_BITS;
}

/* Place of the first byte that answers yes; 8 when none does. */
static inline unsigned eight_first(uint64_t answer)
{
	return answer == 0 ? 8 : (unsigned)__builtin_ctzll(answer) / 8;
}

/* The first place in [at, to) that is no space, or `to`. */
static inline size_t past_spaces(const char *p, size_t at, size_t to)
{
	if (at >= to || p[at] != ' ')
		return at;
	for (; to - at >= 8; at += 8) {
		const uint64_t others = eight_bytes(p + at) ^ EACH_BYTE(' ');

		if (others != 0)
			return at + (size_t)__builtin_ctzll(others) / 8;
	}
	while (at < to && p[at] == ' ')
		at++;
	return at;
}

/* All bits of the first n bytes (n < = 8). */
static inline uint64_t first_bytes(unsigned n)
{
	return n == 8 ? ~UINT64_C(0) : (UINT64_C(1) << (8 * n)) - 1;
}

#endif
