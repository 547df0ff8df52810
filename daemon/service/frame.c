/* SPDX-License-Identifier: EUPL-1.2 */
/* Frames on the wire: a fixed header of machine words, then the texts. Both ends are the same binary on the same
 * machine, so there is no byte order and no version to negotiate; what matters is that a hijacked sender can only make
 * the receiver give up. Decided against: JSON or imsg between the processes (the supervisor would parse), and a
 * checksum (a pipe does not corrupt).
 */
#include "frame.h"

#include <string.h>

#include "escape.h"
#include "bounds.h"

_Static_assert(LIMIT_SIDE_FILES == 4, "0x55: the name of each side file in FRAME_JOB");

#define FRAME_MAGIC 0x53435255u /* "SCRU" */

struct wire {
	uint32_t magic, type, texts, body;
	uint32_t num[8];
	uint32_t len[FRAME_TEXTS];
};

/* Texts written for people may hold any printable UTF-8; everything else is ASCII. One bit per text. */
static uint32_t words_for_people(uint32_t type)
{
	switch (type) {
	case FRAME_PARTS:
		return 0xffffu << FRAME_PARTS_BELL;
	case FRAME_RULE:
		return 1u << 0 | 1u << 1 | 1u << 2 | 1u << 3 | 1u << 5; /* a file's name may be any */
	case FRAME_EXEMPTION:
		return 0x3f;
	case FRAME_REFERENCE:
		return 1u << 1;
	case FRAME_FAILED:
		return 1u << 0;
	case FRAME_JOB:
		return 1u << 1 | 0x55u << FRAME_JOB_SIDES;
	default:
		return 0;
	}
}

bool frame_ascii(struct str s)
{
	return ascii_head(s) == s.n;
}

void frame_put(struct buf *out, const struct frame *f)
{
	struct wire w = { .magic = FRAME_MAGIC, .type = (uint32_t)f->type, .texts = f->texts };

	memcpy(w.num, f->num, sizeof w.num);
	for (unsigned i = 0; i < f->texts; i++) {
		if (f->text[i].n > LIMIT_FRAME - w.body) {
			out->full = true;
			return;
		}
		w.len[i] = (uint32_t)f->text[i].n;
		w.body += w.len[i];
	}
	buf_add(out, &w, sizeof w);
	for (unsigned i = 0; i < f->texts; i++)
		buf_str(out, f->text[i]);
}

static bool header_ok(const struct wire *w, struct err *e)
{
	uint64_t sum = 0;

	if (w->magic != FRAME_MAGIC)
		return err_set(e, ERR_SYNTAX, "trame sans marque");
	if (w->type < FRAME_ALIVE || w->type > FRAME_JOB)
		return err_set(e, ERR_SYNTAX, "trame de type inconnu (%u)", w->type);
	if (w->texts > FRAME_TEXTS)
		return err_set(e, ERR_SYNTAX, "trame de %u textes", w->texts);
	for (unsigned i = 0; i < FRAME_TEXTS; i++) {
		if (i >= w->texts && w->len[i] != 0)
			return err_set(e, ERR_SYNTAX, "trame avec un texte de trop");
		sum += w->len[i];
	}
	if (sum != w->body)
		return err_set(e, ERR_SYNTAX, "trame dont les longueurs ne s'accordent pas");
	if (w->body > LIMIT_FRAME)
		return err_set(e, ERR_LIMIT, "trame de %u octets", w->body);
	return true;
}

/* The texts stand behind the header, one after the other. */
static size_t split(struct str in, const struct wire *w, struct frame *ret)
{
	size_t at = sizeof *w;

	*ret = (struct frame){ .type = (enum frame_type)w->type, .texts = w->texts };
	memcpy(ret->num, w->num, sizeof ret->num);
	for (unsigned i = 0; i < w->texts; i++) {
		ret->text[i] = str_part(in, at, at + w->len[i]);
		at += w->len[i];
	}
	return at;
}

static bool texts_ok(const struct frame *f)
{
	for (unsigned i = 0; i < f->texts; i++)
		if (!(words_for_people((uint32_t)f->type) >> i & 1 ? is_printable_line(f->text[i]) : frame_ascii(f->text[i])))
			return false;
	return true;
}

int64_t frame_get(struct str in, struct frame *ret, struct err *e)
{
	struct wire w;
	struct frame f;

	if (in.n < sizeof w)
		return 0;
	memcpy(&w, in.p, sizeof w);
	if (!header_ok(&w, e))
		return -1;
	if (in.n - sizeof w < w.body)
		return 0;
	const size_t took = split(in, &w, &f);
	if (!texts_ok(&f)) {
		err_set(e, ERR_SYNTAX, "trame avec un octet non imprimable");
		return -1;
	}
	*ret = f;
	return (int64_t)took;
}

size_t frame_again(struct str in, struct frame *ret)
{
	struct wire w;

	memcpy(&w, in.p, sizeof w);
	return split(in, &w, ret);
}
