/* SPDX-License-Identifier: EUPL-1.2 */
/* Received bytes → UTF-8 text, or a refusal that says why.
 *
 * Without a BOM the choice is between UTF-8 and CP1252 only: every byte string "is" ISO-8859-15 or CP850 as well, so
 * guessing further would be guessing. UTF-8 with a few damaged bytes is refused rather than read as CP1252: mojibake
 * reads as a text without names. The five bytes CP1252 leaves undefined become U+FFFD and count as control bytes; the C
 * library's iconv was not used because it stops at the first of them and gives no way back to the received offset.
 */
#include "text.h"

#include "eight.h"
#include "fold.h"
#include "docx.h"
#include "odt.h"
#include "places_priv.h"
#include "sniff.h"
#include "unseen_priv.h"

/* More control bytes than one in a hundred is no text. */
#define CONTROLS_ONE_IN ((size_t)100)

static const uint16_t CP1252_HIGH[32] = {
	0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

struct profile { /* what the bytes look like, read once */
	bool nul;
	size_t controls;  /* C0 controls that text does not hold */
	size_t sequences; /* well-formed UTF-8 sequences of two bytes or more */
	size_t invalid;	  /* bytes that belong to no such sequence */
	size_t first_invalid;
	size_t unseen;	  /* characters that nobody sees, a BOM among them */
	size_t ends;	  /* bytes that may end a line or a page */
};

const char *text_encoding_word(enum text_encoding enc)
{
	static const char *const WORDS[] = {"utf-8", "utf-8-bom", "cp1252", "utf-16le", "utf-16be"};
	return WORDS[enc];
}

const char *refusal_word(enum text_refusal r)
{
	static const char *const WORDS[] = {
		"", "vide", "binaire", "type", "encodage", "taille", "chiffre", "abime", "sans-texte", "sans-outil", "pages",
		"delai", "memoire", "pas-une-deliberation"};
	return WORDS[r];
}

static bool is_control(unsigned char b)
{
	return b < 0x20 && !(b >= '\t' && b <= '\r') && b != 0x1A;
}

static uint32_t cp1252(unsigned char b)
{
	return b >= 0x80 && b < 0xA0 ? CP1252_HIGH[b - 0x80] : b;
}

/* The most frequent sequences: no need to know which. */
static bool is_accent(struct str raw, size_t at)
{
	const unsigned char first = (unsigned char)raw.p[at];
	return first >= 0xC2 && first <= 0xD7 && at + 1 < raw.n && (raw.p[at + 1] & '\xC0') == '\x80';
}

static void profile_high(struct profile *f, struct str raw, size_t *at)
{
	uint32_t cp = 0;
	const size_t len = utf8_next(raw, *at, &cp);
	f->unseen += cp_is_unseen(cp);
	if (len > 1) {
		f->sequences++;
	} else {
		if (f->invalid++ == 0)
			f->first_invalid = *at;
	}
	*at += len;
}

/* `below`: which of the eight bytes are below a space. */
static void profile_controls(struct profile *f, uint64_t eight, uint64_t below)
{
	for (; below != 0; below &= below - 1) {
		const unsigned char b = (unsigned char)(eight >> 8 * eight_first(below));

		f->nul |= b == 0;
		f->controls += is_control(b);
		f->ends += b >= '\n' && b <= '\r';
	}
}

static struct profile profile_of(struct str raw)
{
	struct profile f = {0};
	for (size_t at = 0; at < raw.n;) {
		const uint64_t eight = bytes_at(raw.p, at, raw.n);
		if (eight_printable(eight)) {
			at += 8;
			continue;
		}
		const unsigned most = raw.n - at < 8 ? (unsigned)(raw.n - at) : 8;
		const unsigned ascii = eight_first(eight & HIGH_BITS) < most ? eight_first(eight & HIGH_BITS) : most;
		const uint64_t below = eight_below(eight, ' ') & first_bytes(ascii);
		if (below != 0)
			profile_controls(&f, eight, below);
		at += ascii;
		if (ascii == most)
			continue;
		if (is_accent(raw, at)) {
			f.sequences++;
			at += 2;
		} else {
			profile_high(&f, raw, &at);
		}
	}
	return f;
}

/* Bytes without a meaning in CP1252. */
static size_t undefined_in(struct str raw)
{
	size_t n = 0;
	for (size_t at = 0; at < raw.n; at++)
		n += cp1252((unsigned char)raw.p[at]) == 0xFFFD;
	return n;
}

static bool refuse(enum text_refusal why, enum text_refusal *ret_why, struct err *e, const char *sentence)
{
	*ret_why = why;
	return err_set(e, why == REFUSAL_SIZE ? ERR_LIMIT : ERR_VALUE, "%s", sentence);
}

static bool refuse_size(size_t limit, enum text_refusal *ret_why, struct err *e)
{
	*ret_why = REFUSAL_SIZE;
	return err_set(e, ERR_LIMIT, "texte de plus de %zu octets, la limite (limites.texte)", limit);
}

static bool too_many_controls(size_t controls, size_t n)
{
	return controls > 1 && controls > n / CONTROLS_ONE_IN;
}

static bool only_space(struct str s, size_t from)
{
	uint32_t cp;
	char fold[4];
	for (size_t at = from; at < s.n;) {
		at += utf8_next(s, at, &cp);
		if (cp != 0xFFFD && !cp_is_space(cp) && cp >= 0x20 && fold_cp(cp, fold) != 0)
			return false;
		if (cp == 0xFFFD)
			return false;
	}
	return true;
}

static struct str decode_cp1252(struct arena *a, struct str raw, size_t bytes)
{
	char *out = arena_room(a, bytes);
	size_t n = 0;
	for (size_t k = 0; k < raw.n; k++) {
		unsigned char b = (unsigned char)raw.p[k];
		if (b < 0x80)
			out[n++] = (char)b;
		else
			n += utf8_put(cp1252(b), out + n);
	}
	return (struct str){out, n};
}

static size_t size_cp1252(struct str raw)
{
	size_t n = 0;
	for (size_t k = 0; k < raw.n; k++) {
		unsigned char b = (unsigned char)raw.p[k];
		n += b < 0x80 ? 1 : cp1252(b) < 0x800 ? 2 : 3;
	}
	return n;
}

/* First pass over UTF-16: the UTF-8 size without what nobody sees, or a refusal. */
static bool measure16(struct str raw, bool big, size_t limit, size_t *ret_bytes, size_t *ret_unseen,
		      enum text_refusal *ret_why, struct err *e)
{
	size_t bytes = 0, controls = 0;
	char out[4];
	for (size_t at = 2; at < raw.n;) {
		uint32_t cp;
		size_t len = utf16_next(raw, at, big, &cp);
		if (len == 0) {
			*ret_why = REFUSAL_ENCODING;
			return err_set(e, ERR_VALUE, "texte annoncé en UTF-16 mais demi-codet isolé à l'octet %zu", at);
		}
		if (cp == 0)
			return refuse(REFUSAL_BINARY, ret_why, e, "octets nuls : ce n'est pas du texte");
		controls += cp < 0x20 && is_control((unsigned char)cp);
		*ret_unseen += cp_is_unseen(cp);
		bytes += cp_is_unseen(cp) ? 0 : utf8_put(cp, out);
		if (bytes > limit)
			return refuse_size(limit, ret_why, e);
		at += len;
	}
	if (too_many_controls(controls, bytes))
		return refuse(REFUSAL_BINARY, ret_why, e, "trop de caractères de contrôle : ce n'est pas du texte");
	*ret_bytes = bytes;
	return true;
}

static bool decode16(struct arena *a, struct text *t, size_t limit, enum text_refusal *ret_why, struct err *e)
{
	bool big = t->encoding == TEXT_UTF16BE;
	size_t bytes = 0, n = 0;
	unsigned open = 0;
	if (t->raw.n % 2 != 0)
		return refuse(REFUSAL_ENCODING, ret_why, e,
			      "texte annoncé en UTF-16 mais de longueur impaire : fichier tronqué");
	if (!measure16(t->raw, big, limit, &bytes, &t->unseen, ret_why, e))
		return false;
	char *out = arena_room(a, bytes);
	for (size_t at = 2; at < t->raw.n;) {
		uint32_t cp = 0;
		at += utf16_next(t->raw, at, big, &cp);
		if (cp_is_unseen(cp))
			reversal_note(&t->reversed, &open, cp, n);
		else
			n += utf8_put(cp, out + n);
	}
	reversal_end(&t->reversed, open, n);
	t->bytes = (struct str){out, n};
	t->received = false;
	t->places = places_of(a, t);
	return true;
}

static bool refuse_utf8(const struct profile *f, const char *what, enum text_refusal *ret_why, struct err *e)
{
	*ret_why = REFUSAL_ENCODING;
	return err_set(e, ERR_VALUE, "%s : octet invalide en position %zu (%zu en tout)", what, f->first_invalid,
		       f->invalid);
}

static bool decode8(struct arena *a, struct text *t, size_t limit, enum text_refusal *ret_why, struct err *e)
{
	struct profile f = profile_of(t->raw);
	bool bom = t->encoding == TEXT_UTF8_BOM;
	if (f.nul)
		return refuse(REFUSAL_BINARY, ret_why, e, "octets nuls : ce n'est pas du texte (UTF-16 sans BOM ?)");
	if (too_many_controls(f.controls, t->raw.n))
		return refuse(REFUSAL_BINARY, ret_why, e, "trop de caractères de contrôle : ce n'est pas du texte");
	if (f.invalid == 0) {
		t->unseen = f.unseen - bom;
		t->received = t->unseen == 0;
		if (t->raw.n > limit)
			return refuse_size(limit, ret_why, e);
		t->bytes = t->received ? t->raw : without_unseen(a, t->raw, bom ? 3 : 0, &t->reversed);
		t->start = bom ? 3 : 0;
		t->places = places_index(a, t, f.ends);
		return true;
	}
	if (bom)
		return refuse_utf8(&f, "texte annoncé en UTF-8 (BOM) mais illisible", ret_why, e);
	if (f.sequences > f.invalid)
		return refuse_utf8(&f, "texte en UTF-8 abîmé ou tronqué", ret_why, e);
	if (too_many_controls(f.controls + undefined_in(t->raw), t->raw.n))
		return refuse(REFUSAL_BINARY, ret_why, e, "ni UTF-8 ni CP1252 : ce n'est pas du texte");
	t->encoding = TEXT_CP1252;
	size_t bytes = size_cp1252(t->raw);
	if (bytes > limit)
		return refuse_size(limit, ret_why, e);
	t->bytes = decode_cp1252(a, t->raw, bytes);
	t->received = false;
	t->places = places_index(a, t, f.ends);
	return true;
}

static enum text_encoding bom_of(struct str raw)
{
	if (str_starts(raw, STR("\xEF\xBB\xBF")))
		return TEXT_UTF8_BOM;
	if (str_starts(raw, STR("\xFF\xFE")))
		return TEXT_UTF16LE;
	if (str_starts(raw, STR("\xFE\xFF")))
		return TEXT_UTF16BE;
	return TEXT_UTF8;
}

static bool refuse_format(const struct format *f, enum text_refusal *ret_why, struct err *e)
{
	*ret_why = f->refusal == REFUSAL_NONE ? REFUSAL_TYPE : f->refusal;
	return err_set(e, ERR_VALUE, "%s : %s", f->nom, f->conseil ? f->conseil : "ce n'est pas du texte");
}

bool text_decode(struct arena *a, struct str raw, size_t limit, struct text *ret, enum text_refusal *ret_why,
		 struct err *e)
{
	struct text t = {.raw = raw, .encoding = bom_of(raw)};
	const struct format *format = sniff_format(raw);
	if (format)
		return refuse_format(format, ret_why, e);
	if (str_starts(raw, (struct str){"\xFF\xFE\0\0", 4}))
		return refuse(REFUSAL_ENCODING, ret_why, e, "texte en UTF-32 : enregistrez-le en UTF-8");
	/* UTF-16 may shrink to half; nothing shrinks more. */
	if (raw.n > 2 && (raw.n - 2) / 2 > limit)
		return refuse_size(limit, ret_why, e);
	bool wide = t.encoding == TEXT_UTF16LE || t.encoding == TEXT_UTF16BE;
	if (wide ? !decode16(a, &t, limit, ret_why, e) : !decode8(a, &t, limit, ret_why, e))
		return false;
	if (only_space(t.bytes, t.start))
		return refuse(REFUSAL_EMPTY, ret_why, e,
			      raw.n == 0 ? "fichier vide : l'envoi a sans doute été interrompu, recommencez-le" : "fichier sans autre chose que des blancs");
	*ret = t;
	return true;
}

/* Of an office document the tool's text may be XML, or there is none and the document is read here. */
static bool drawn_here(struct arena *a, struct str raw, size_t limit, enum text_origin origin, struct str tool, struct str *drawn,
		       enum text_refusal *ret_why, struct err *e)
{
	if (origin == ORIGIN_WORD && str_eq(tool, STR(DOCX_ITSELF)))
		return docx_text(a, raw, limit, drawn, ret_why, e);
	if (origin != ORIGIN_ODT || !odt_is_xml(*drawn))
		return true;
	return (sniff_zip_is_whole(raw) && odt_text(a, *drawn, limit, drawn)) ||
	       refuse(REFUSAL_DAMAGED, ret_why, e, "fichier OpenDocument (.odt) : abîmé ou tronqué, son texte n'est pas entier");
}

bool text_extracted(struct arena *a, struct str raw, struct str drawn, size_t limit, enum text_origin origin,
		    struct str tool, struct text *ret, enum text_refusal *ret_why, struct err *e)
{
	struct profile f = profile_of(drawn);
	if (f.nul || too_many_controls(f.controls, drawn.n))
		return refuse(REFUSAL_BINARY, ret_why, e, "l'outil d'extraction n'a pas rendu du texte");
	if (f.invalid > 0)
		return refuse_utf8(&f, "texte extrait qui n'est pas en UTF-8", ret_why, e);
	if (drawn.n > limit)
		return refuse_size(limit, ret_why, e);
	if (!drawn_here(a, raw, limit, origin, tool, &drawn, ret_why, e))
		return false;
	f = profile_of(drawn);
	struct reversal reversed = {0};
	if (f.unseen > 0)
		drawn = without_unseen(a, drawn, 0, &reversed);
	/* Tools end each page with a form feed; the last one opens no page. */
	while (drawn.n > 0 && (drawn.p[drawn.n - 1] == '\f' || drawn.p[drawn.n - 1] == '\n'))
		drawn.n--;
	if (only_space(drawn, 0))
		return refuse(REFUSAL_NO_TEXT, ret_why, e, "document sans texte");
	*ret = (struct text){.bytes = drawn, .raw = raw, .origin = origin, .tool = tool, .unseen = f.unseen, .reversed = reversed};
	ret->places = places_index(a, ret, f.ends);
	return true;
}
