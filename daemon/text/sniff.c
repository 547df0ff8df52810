/* SPDX-License-Identifier: EUPL-1.2 */
/* What a received file is, from its first bytes, so that a PDF or a Word file is refused by its name rather than as
 * "binary".
 *
 * Extensions are not looked at: what people drop is often misnamed. A ZIP is told apart by the names of its members,
 * which stand uncompressed in it; opening it would need a library and gain nothing, since this version reads text only.
 */
#include "sniff_priv.h"

#define PDF_WINDOW ((size_t)1024)
#define MARKUP_WINDOW ((size_t)256)
#define READS_TEXT "cette version lit le texte (UTF-8, CP1252, UTF-16 avec BOM) ; "

struct magic {
	struct str bytes;
	const char *sentence;
};

static const struct magic MAGIC[] = {
	{{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8},
	 "fichier Word ou Office ancien (.doc, .xls) : " READS_TEXT "convertissez-le, par exemple avec antiword"},
	{{"{\\rtf", 5}, "fichier RTF : " READS_TEXT "enregistrez-le en texte brut"},
	{{"\x89PNG\r\n\x1A\n", 8}, "image PNG : " READS_TEXT "il faut une reconnaissance de caractères"},
	{{"\xFF\xD8\xFF", 3}, "image JPEG : " READS_TEXT "il faut une reconnaissance de caractères"},
	{{"II*\0", 4}, "image TIFF : " READS_TEXT "il faut une reconnaissance de caractères"},
	{{"MM\0*", 4}, "image TIFF : " READS_TEXT "il faut une reconnaissance de caractères"},
	{{"GIF8", 4}, "image GIF : " READS_TEXT "il faut une reconnaissance de caractères"},
	{{"\x1F\x8B", 2}, "archive gzip : " READS_TEXT "déposez les fichiers qu'elle contient"},
	{{"BZh", 3}, "archive bzip2 : " READS_TEXT "déposez les fichiers qu'elle contient"},
	{{"\xFD"
	  "7zXZ\0",
	  6},
	 "archive xz : " READS_TEXT "déposez les fichiers qu'elle contient"},
	{{"7z\xBC\xAF\x27\x1C", 6}, "archive 7z : " READS_TEXT "déposez les fichiers qu'elle contient"},
	{{"Rar!\x1A\x07", 6}, "archive RAR : " READS_TEXT "déposez les fichiers qu'elle contient"},
	{{"\x7F"
	  "ELF",
	  4},
	 "programme (ELF) : ce n'est pas une délibération"},
	{{"%!PS", 4}, "fichier PostScript : " READS_TEXT "convertissez-le avec ps2ascii"},
};

static const struct magic ZIP_MEMBERS[] = {
	{{"application/vnd.oasis.opendocument.text", 39},
	 "fichier OpenDocument (.odt) : " READS_TEXT "convertissez-le avec odt2txt"},
	{{"application/vnd.oasis.opendocument", 34},
	 "fichier OpenDocument : " READS_TEXT "enregistrez-le en texte brut"},
	{{"word/", 5}, "fichier Word (.docx) : " READS_TEXT "convertissez-le avec docx2txt"},
	{{"xl/", 3}, "classeur Excel (.xlsx) : " READS_TEXT "enregistrez-le en texte brut"},
	{{"ppt/", 4}, "présentation PowerPoint (.pptx) : " READS_TEXT "enregistrez-la en texte brut"},
};

static bool is_pdf(struct str raw)
{
	struct str head = str_part(raw, 0, PDF_WINDOW);
	size_t at = str_find(head, STR("%PDF-"), 0);
	return at != STR_NONE && at + 5 < raw.n && raw.p[at + 5] >= '0' && raw.p[at + 5] <= '9';
}

static const char *zip_kind(struct str raw)
{
	for (size_t k = 0; k < sizeof ZIP_MEMBERS / sizeof *ZIP_MEMBERS; k++) {
		if (str_find(raw, ZIP_MEMBERS[k].bytes, 0) != STR_NONE)
			return ZIP_MEMBERS[k].sentence;
	}
	return "archive ZIP : " READS_TEXT "déposez les fichiers qu'elle contient";
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

static const char *markup_kind(struct str raw)
{
	if (str_starts(raw, STR("\xEF\xBB\xBF")))
		raw = str_part(raw, 3, raw.n);
	struct str head = str_trim(str_part(raw, 0, MARKUP_WINDOW));
	if (starts_folded(head, STR("<!doctype html")) || starts_folded(head, STR("<html")))
		return "page HTML : " READS_TEXT "enregistrez-la en texte brut";
	if (starts_folded(head, STR("<?xml")))
		return "fichier XML : " READS_TEXT "enregistrez-le en texte brut";
	return NULL;
}

const char *sniff_format(struct str raw)
{
	if (is_pdf(raw))
		return "fichier PDF : " READS_TEXT "convertissez-le avec pdftotext -layout";
	if (str_starts(raw, STR("PK\3\4")) || str_starts(raw, STR("PK\5\6")))
		return zip_kind(raw);
	for (size_t k = 0; k < sizeof MAGIC / sizeof *MAGIC; k++) {
		if (str_starts(raw, MAGIC[k].bytes))
			return MAGIC[k].sentence;
	}
	return markup_kind(raw);
}
