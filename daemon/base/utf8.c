/* SPDX-License-Identifier: EUPL-1.2 */
/* UTF-8, one code point at a time and total: any bytes decode. Written by hand because every byte of a document passes
 * here; overlong forms, surrogates and code points above U+10FFFF are invalid bytes.
 */
#include "fold.h"

static bool is_tail(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* Smallest and largest second byte after `lead` (RFC 3629, table 3-7 of Unicode). */
static bool is_second(unsigned char lead, unsigned char c)
{
	switch (lead) {
	case 0xe0: return c >= 0xa0 && c <= 0xbf;
	case 0xed: return c >= 0x80 && c <= 0x9f;
	case 0xf0: return c >= 0x90 && c <= 0xbf;
	case 0xf4: return c >= 0x80 && c <= 0x8f;
	default: return is_tail(c);
	}
}

static size_t length_of(unsigned char lead)
{
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

struct str utf8_head(struct str s, size_t max)
{
	size_t n = s.n < max ? s.n : max;

	while (n > 0 && n < s.n && is_tail((unsigned char)s.p[n]))
		n--;
	return str_part(s, 0, n);
}

size_t utf8_next_beyond_ascii(struct str s, size_t at, uint32_t *ret_cp)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	size_t n = length_of(p[0]);
	*ret_cp = 0xfffd;
	if (n == 0 || n > s.n - at || !is_second(p[0], p[1]))
		return 1;
	uint32_t cp = p[0] & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		if (!is_tail(p[i]))
			return 1;
		cp = cp << 6 | (p[i] & 0x3fu);
	}
	*ret_cp = cp;
	return n;
}

bool utf8_valid(struct str s)
{
	uint32_t cp;
	for (size_t at = 0, n; at < s.n; at += n) {
		n = utf8_next(s, at, &cp);
		if (n == 1 && (unsigned char)s.p[at] >= 0x80)
			return false;
	}
	return true;
}

size_t utf8_put(uint32_t cp, char out[4])
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp > 0x10ffff || (cp >= 0xd800 && cp <= 0xdfff))
		cp = 0xfffd;
	size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3f));
	out[0] = (char)((0xf00u >> n & 0xf0) | cp);
	return n;
}

size_t utf8_count(struct str s)
{
	size_t count = 0;
	uint32_t cp;
	for (size_t at = 0; at < s.n; at += utf8_next(s, at, &cp))
		count++;
	return count;
}

static uint32_t unit16(struct str s, size_t at, bool big)
{
	const unsigned char first = (unsigned char)s.p[at], second = (unsigned char)s.p[at + 1];
	return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

size_t utf16_next(struct str s, size_t at, bool big_endian, uint32_t *ret_cp)
{
	const uint32_t unit = unit16(s, at, big_endian);
	if (unit < 0xd800 || unit > 0xdfff) {
		*ret_cp = unit;
		return 2;
	}
	if (unit > 0xdbff || at + 4 > s.n)
		return 0;
	const uint32_t low = unit16(s, at + 2, big_endian);
	if (low < 0xdc00 || low > 0xdfff)
		return 0;
	*ret_cp = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
	return 4;
}

bool cp_is_unseen(uint32_t cp)
{
	if (cp < 0x61c)
		return false;
	return cp == 0x61c || cp == 0x180e || (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x202a && cp <= 0x202e) ||
	       (cp >= 0x2060 && cp <= 0x206f) || cp == 0xfeff || (cp >= 0xfff9 && cp <= 0xfffb) ||
	       (cp >= 0xe0000 && cp <= 0xe0fff);
}
