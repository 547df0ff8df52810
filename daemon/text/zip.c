/* SPDX-License-Identifier: EUPL-1.2 */
/* Decided against: a tool. `unzip -p` writes members one behind the other without their names, so that a member can pass for another one; bsdtar
 * takes for a disk image or a tar what other programs take for a ZIP. Which bytes are the text must not be a guess.
 */
#include "zip_priv.h"

#include <zlib.h>

#define END_WINDOW ((size_t)65557) /* the record at the end, and the longest remark behind it */
#define RECORD ((size_t)46)	   /* of the list, before the name */
#define HEADER ((size_t)30)	   /* of the member, before its name */
#define FLAG_LOCKED 1u
#define STORED 0u
#define DEFLATED 8u
#define CHUNK ((size_t)65536)

struct member {
	uint32_t flags, method, crc, packed, size, at;
};

uint32_t zip_number(const char *p, size_t bytes)
{
	uint32_t n = 0;

	while (bytes-- > 0)
		n = n << 8 | (unsigned char)p[bytes];
	return n;
}

size_t zip_end_at(struct str raw)
{
	size_t end = STR_NONE;

	for (size_t at = raw.n > END_WINDOW ? raw.n - END_WINDOW : 0; (at = str_find(raw, STR("PK\5\6"), at)) != STR_NONE; at++)
		end = at;
	return end == STR_NONE || raw.n - end < ZIP_END_BYTES ? STR_NONE : end;
}

bool zip_open(struct str raw, struct zip *ret)
{
	const size_t end = zip_end_at(raw);

	if (end == STR_NONE)
		return false;
	const size_t size = zip_number(raw.p + end + 12, 4), at = zip_number(raw.p + end + 16, 4);
	if (at > end || size > end - at)
		return false;
	*ret = (struct zip){ raw, str_part(raw, at, at + size) };
	return true;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool same_name(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (lower(a.p[i]) != lower(b.p[i]))
			return false;
	return true;
}

static enum zip_end find(const struct zip *z, struct str name, struct member *ret)
{
	enum zip_end end = ZIP_ABSENT;
	struct str rest = z->list;

	while (rest.n >= RECORD && str_starts(rest, STR("PK\1\2"))) {
		const char *p = rest.p;
		const size_t name_n = zip_number(p + 28, 2), all = RECORD + name_n + zip_number(p + 30, 2) + zip_number(p + 32, 2);
		if (all > rest.n)
			return ZIP_DAMAGED;
		if (same_name(str_part(rest, RECORD, RECORD + name_n), name)) {
			if (end == ZIP_READ)
				return ZIP_DAMAGED;
			*ret = (struct member){ .flags = zip_number(p + 8, 2), .method = zip_number(p + 10, 2), .crc = zip_number(p + 16, 4),
						.packed = zip_number(p + 20, 4), .size = zip_number(p + 24, 4), .at = zip_number(p + 42, 4) };
			end = ZIP_READ;
		}
		rest = str_part(rest, all, rest.n);
	}
	return rest.n > 0 ? ZIP_DAMAGED : end;
}

/* Its bytes in the archive. */
static bool packed(const struct zip *z, struct str name, const struct member *m, struct str *ret)
{
	const struct str header = str_part(z->raw, m->at, z->raw.n);

	if (header.n < HEADER || !str_starts(header, STR("PK\3\4")))
		return false;
	const size_t name_n = zip_number(header.p + 26, 2), from = HEADER + name_n + zip_number(header.p + 28, 2);
	*ret = str_part(header, from, from + m->packed);
	return same_name(str_part(header, HEADER, HEADER + name_n), name) && ret->n == m->packed && zip_number(header.p + 8, 2) == m->method;
}

static enum zip_end inflate_all(z_stream *s, struct buf *out)
{
	for (;;) {
		size_t room = 0;
		char *p = buf_room(out, CHUNK, &room);
		if (p == NULL)
			return ZIP_TOO_MUCH;
		room = room < INT32_MAX ? room : INT32_MAX;
		s->next_out = (Bytef *)p;
		s->avail_out = (uInt)room;
		const int r = inflate(s, Z_NO_FLUSH);
		buf_wrote(out, room - s->avail_out);
		if (r == Z_STREAM_END)
			return s->avail_in == 0 ? ZIP_READ : ZIP_DAMAGED;
		if (r != Z_OK)
			return r == Z_MEM_ERROR ? ZIP_NO_MEMORY : ZIP_DAMAGED;
	}
}

static enum zip_end unpack(struct str bytes, struct buf *out)
{
	z_stream s = { .next_in = (z_const Bytef *)(uintptr_t)bytes.p, .avail_in = (uInt)bytes.n };

	if (inflateInit2(&s, -MAX_WBITS) != Z_OK)
		return ZIP_NO_MEMORY;
	const enum zip_end end = inflate_all(&s, out);
	(void)inflateEnd(&s);
	return end;
}

enum zip_end zip_read(const struct zip *z, struct str name, struct buf *out)
{
	const size_t before = out->n;
	struct member m = { 0 };
	struct str bytes;
	enum zip_end end = find(z, name, &m);

	if (end != ZIP_READ)
		return end;
	if ((m.flags & FLAG_LOCKED) != 0)
		return ZIP_LOCKED;
	if (!packed(z, name, &m, &bytes) || (m.method != STORED && m.method != DEFLATED))
		return ZIP_DAMAGED;
	if (m.method == DEFLATED)
		end = unpack(bytes, out);
	else
		buf_str(out, bytes);
	if (out->full)
		return ZIP_TOO_MUCH;
	if (end != ZIP_READ)
		return end;
	const struct str got = str_part(buf_view(out), before, out->n);
	return got.n == m.size && crc32(0, (const Bytef *)got.p, (uInt)got.n) == m.crc ? ZIP_READ : ZIP_DAMAGED;
}
