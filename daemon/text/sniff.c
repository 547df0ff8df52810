/* SPDX-License-Identifier: EUPL-1.2 */
/* First bytes, and for containers the names of their members: a ZIP's stand uncompressed in it, an old Office file's in
 * UTF-16 in its directory. Nothing is opened or followed here.
 */
#include "sniff.h"

#include "zip_priv.h"

#define PDF_WINDOW ((size_t)1024)
#define MARKUP_WINDOW ((size_t)256)
#define REFUSED(advice) EXTRACTORS, ORIGIN_TEXTE, REFUSAL_TYPE, advice
#define TOOLS(which, origin) which, origin, REFUSAL_NONE, NULL
#define OPEN_IT "déposez les fichiers qu'elle contient"
#define SAVE_IT "enregistrez-le en PDF, en ODT ou en texte"
#define N(table) (sizeof(table) / sizeof *(table))

struct magic {
	struct str bytes;
	struct format format;
};

static const struct format PDF = { "fichier PDF", TOOLS(EXTRACT_PDF, ORIGIN_PDF) };
static const struct format ZIP = { "archive ZIP", REFUSED(OPEN_IT ", ceux d'un même acte ensemble dans un sous-dossier, avec sa marque de fin") };
static const struct format OFFICE = { "fichier Office ancien", REFUSED(SAVE_IT) };
static const struct format HTML = { "page HTML", REFUSED("enregistrez-la en PDF ou en texte") };
static const struct str HTML_HEADS[] = { { "<!doctype html", 14 }, { "<html", 5 }, { "<head", 5 }, { "<meta", 5 }, { "<title", 6 },
					 { "<body", 5 }, { "<!--", 4 }, { "<div", 4 }, { "<p>", 3 }, { "<table", 6 } };
static const struct format XML = { "fichier XML", REFUSED("ce n'est pas le texte d'un acte") };

static const struct magic MAGIC[] = {
	{ { "{\\rtf", 5 }, { "fichier RTF", REFUSED(SAVE_IT) } },
	{ { "\x89PNG\r\n\x1A\n", 8 }, { "image PNG", TOOLS(EXTRACT_IMAGE, ORIGIN_OCR) } },
	{ { "\xFF\xD8\xFF", 3 }, { "image JPEG", TOOLS(EXTRACT_IMAGE, ORIGIN_OCR) } },
	{ { "II*\0", 4 }, { "image TIFF", TOOLS(EXTRACT_IMAGE, ORIGIN_OCR) } },
	{ { "MM\0*", 4 }, { "image TIFF", TOOLS(EXTRACT_IMAGE, ORIGIN_OCR) } },
	{ { "GIF8", 4 }, { "image GIF", REFUSED("enregistrez-la en PNG ou en PDF") } },
	{ { "\x1F\x8B", 2 }, { "archive gzip", REFUSED(OPEN_IT) } },
	{ { "BZh", 3 }, { "archive bzip2", REFUSED(OPEN_IT) } },
	{ { "\xFD" "7zXZ\0", 6 }, { "archive xz", REFUSED(OPEN_IT) } },
	{ { "7z\xBC\xAF\x27\x1C", 6 }, { "archive 7z", REFUSED(OPEN_IT) } },
	{ { "Rar!\x1A\x07", 6 }, { "archive RAR", REFUSED(OPEN_IT) } },
	{ { "\x7F" "ELF", 4 }, { "programme (ELF)", REFUSED("ce n'est pas une délibération") } },
	{ { "%!PS", 4 }, { "fichier PostScript", REFUSED("enregistrez-le en PDF") } },
};

#define ZIP_NAME ((size_t)30)	     /* where the name of the first member stands */

/* The first member of an OpenDocument, and what is in it. */
static const struct magic ZIP_FIRST[] = {
	{ { "mimetypeapplication/vnd.oasis.opendocument.text", 47 }, { "fichier OpenDocument (.odt)", TOOLS(EXTRACT_ODT, ORIGIN_ODT) } },
	{ { "mimetypeapplication/vnd.oasis.opendocument", 42 }, { "fichier OpenDocument qui n'est pas un texte", REFUSED(SAVE_IT) } },
};

/* Names of its members; the first that is found decides. */
static const struct magic ZIP_MEMBERS[] = {
	{ { "word/document", 13 }, { "fichier Word (.docx)", TOOLS(EXTRACT_DOCX, ORIGIN_WORD) } },
	{ { "xl/", 3 }, { "classeur Excel (.xlsx)", REFUSED(SAVE_IT) } },
	{ { "ppt/", 4 }, { "présentation PowerPoint (.pptx)", REFUSED(SAVE_IT) } },
};

/* Packages of Office and its like, whose relations say which part is the text; where no member has a name that tells, it is one of Word. */
static const char *const PACKAGE[] = { "[Content_Types].xml", "_rels/.rels", NULL };
static const char *const OTHER_PACKAGES[] = { "visio/", ".fdseq", ".nuspec", "3D/", NULL };
static const struct format WORD = { "fichier Word (.docx)", TOOLS(EXTRACT_DOCX, ORIGIN_WORD) };

/* UTF-16 little-endian names of streams. A password puts a whole .docx into one called EncryptedPackage. */
static const struct magic OFFICE_STREAMS[] = {
	{ { "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32 },
	  { "fichier Office", EXTRACTORS, ORIGIN_WORD, REFUSAL_ENCRYPTED, "protégé par un mot de passe : déposez-le sans" } },
	{ { "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24 }, { "fichier Word ancien (.doc)", TOOLS(EXTRACT_DOC, ORIGIN_WORD) } },
	{ { "W\0o\0r\0k\0b\0o\0o\0k\0", 16 }, { "classeur Excel ancien (.xls)", REFUSED(SAVE_IT) } },
};

static const struct format *first_inside(struct str raw, const struct magic *table, size_t n, const struct format *otherwise)
{
	for (size_t k = 0; k < n; k++) {
		if (str_find(raw, table[k].bytes, 0) != STR_NONE)
			return &table[k].format;
	}
	return otherwise;
}

/* The list of the members, which stands behind them: a document within an archive has its own. Of one that is cut off, all there is. */
static struct str zip_names(struct str raw)
{
	const size_t end = zip_end_at(raw);
	if (end == STR_NONE)
		return raw;
	const uint32_t size = zip_number(raw.p + end + 12, 4);
	return size <= end ? str_part(raw, end - size, end) : raw;
}

static size_t found_inside(struct str raw, const char *const *names)
{
	size_t n = 0;

	for (; *names != NULL; names++)
		n += str_find(raw, str_c(*names), 0) != STR_NONE;
	return n;
}

bool sniff_zip_is_whole(struct str raw)
{
	return zip_end_at(raw) != STR_NONE;
}

static const struct format *zip(struct str raw)
{
	for (size_t k = 0; k < N(ZIP_FIRST); k++)
		if (str_starts(str_part(raw, ZIP_NAME, raw.n), ZIP_FIRST[k].bytes))
			return &ZIP_FIRST[k].format;
	const struct str names = zip_names(raw);
	const bool package = found_inside(names, PACKAGE) == N(PACKAGE) - 1 && found_inside(names, OTHER_PACKAGES) == 0;

	return first_inside(names, ZIP_MEMBERS, N(ZIP_MEMBERS), package ? &WORD : &ZIP);
}

static bool is_pdf(struct str raw)
{
	struct str head = str_part(raw, 0, PDF_WINDOW);
	size_t at = str_find(head, STR("%PDF-"), 0);
	return at != STR_NONE && at + 5 < raw.n && is_figure(raw.p[at + 5]);
}

static char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool starts_folded(struct str s, struct str prefix)
{
	if (s.n < prefix.n)
		return false;
	for (size_t k = 0; k < prefix.n; k++) {
		if (ascii_lower(s.p[k]) != prefix.p[k])
			return false;
	}
	return true;
}

static const struct format *markup(struct str raw)
{
	if (str_starts(raw, STR("\xEF\xBB\xBF")))
		raw = str_part(raw, 3, raw.n);
	struct str head = str_trim(str_part(raw, 0, MARKUP_WINDOW));
	for (size_t k = 0; k < N(HTML_HEADS); k++)
		if (starts_folded(head, HTML_HEADS[k]))
			return &HTML;
	return starts_folded(head, STR("<?xml")) ? &XML : NULL;
}

const struct format *sniff_format(struct str raw)
{
	if (is_pdf(raw))
		return &PDF;
	if (str_starts(raw, STR("PK\3\4")) || str_starts(raw, STR("PK\5\6")))
		return zip(raw);
	if (str_starts(raw, STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")))
		return first_inside(raw, OFFICE_STREAMS, N(OFFICE_STREAMS), &OFFICE);
	for (size_t k = 0; k < N(MAGIC); k++) {
		if (str_starts(raw, MAGIC[k].bytes))
			return &MAGIC[k].format;
	}
	return markup(raw);
}

bool sniff_encrypted(struct str raw)
{
	return str_find(raw, STR("/Encrypt"), 0) != STR_NONE;
}
