/* SPDX-License-Identifier: EUPL-1.2 */
/* Any bytes as the XML of an ODT, as a .docx, and as the parts of one (text, styles, numbering, notes; "=" alone on a line stands between them):
 * a text, or a refusal in French. */
#include "fuzz.h"

#include <zlib.h>

#include "buf.h"
#include "docx.h"
#include "odt.h"

#define TEXT_MAX (64 * KIB)
#define ARCHIVE_MAX (4 * MIB)
#define RELATION(type, target) "<R Type='x/" type "' Target='" target "'/>"

static const char *const NAMES[] = { "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml" };
#define NAMES_N (sizeof NAMES / sizeof *NAMES)

static void put(struct buf *to, uint32_t n, unsigned bytes)
{
	for (; bytes > 0; bytes--, n >>= 8)
		buf_char(to, (char)(n & 0xff));
}

/* The fields that a header and a record of the list have in common, then the name. */
static void put_common(struct buf *to, struct str content)
{
	put(to, 20, 2);
	put(to, 0, 8);
	put(to, (uint32_t)crc32(0, (const Bytef *)content.p, (uInt)content.n), 4);
	put(to, (uint32_t)content.n, 4);
	put(to, (uint32_t)content.n, 4);
}

static void add_member(struct buf *out, struct buf *list, const char *name, struct str content)
{
	const uint32_t at = (uint32_t)out->n, name_n = (uint32_t)strlen(name);

	buf_c(out, "PK\3\4");
	put_common(out, content);
	put(out, name_n, 4);
	buf_c(out, name);
	buf_str(out, content);
	buf_c(list, "PK\1\2");
	put(list, 20, 2);
	put_common(list, content);
	put(list, name_n, 4);
	put(list, 0, 10);
	put(list, at, 4);
	buf_c(list, name);
}

static void make_archive(struct str rest, struct buf *out, struct buf *list)
{
	add_member(out, list, "_rels/.rels", STR("<x>" RELATION("officeDocument", "word/document.xml") "</x>"));
	add_member(out, list, "word/_rels/document.xml.rels",
		   STR("<x>" RELATION("styles", "styles.xml") RELATION("numbering", "numbering.xml") RELATION("footnotes", "footnotes.xml") "</x>"));
	for (size_t i = 0; i < NAMES_N; i++) {
		const size_t end = i + 1 < NAMES_N ? str_find(rest, STR("\n=\n"), 0) : STR_NONE;
		const struct str part = str_part(rest, 0, end);
		add_member(out, list, NAMES[i], i > 0 && part.n == 0 ? STR("<x/>") : part);
		rest = end == STR_NONE ? STR("") : str_part(rest, end + 3, rest.n);
	}
	const uint32_t at = (uint32_t)out->n;
	buf_str(out, buf_view(list));
	buf_c(out, "PK\5\6");
	put(out, 0, 8);
	put(out, (uint32_t)list->n, 4);
	put(out, at, 4);
	put(out, 0, 2);
}

static void check_text(struct str s)
{
	CHECK(s.n <= TEXT_MAX + KIB && utf8_valid(s) && (s.n == 0 || memchr(s.p, '\0', s.n) == NULL));
}

static void check_docx(struct arena *a, struct str archive)
{
	enum text_refusal why = REFUSAL_NONE;
	struct err e = { 0 };
	struct str text;

	if (docx_text(a, archive, TEXT_MAX, &text, &why, &e)) {
		check_text(text);
	} else {
		CHECK(why != REFUSAL_NONE && fuzz_is_french_sentence(e.msg));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	const struct str raw = { (const char *)p, n };
	struct buf archive, list;
	struct arena a;
	struct str text;

	arena_init(&a, LIMIT_ACT_MEMORY);
	if (odt_text(&a, raw, TEXT_MAX, &text))
		check_text(text);
	check_docx(&a, raw);
	buf_init(&archive, ARCHIVE_MAX);
	buf_init(&list, ARCHIVE_MAX);
	make_archive(raw, &archive, &list);
	check_docx(&a, buf_view(&archive));
	buf_done(&archive);
	buf_done(&list);
	arena_done(&a);
	return 0;
}
