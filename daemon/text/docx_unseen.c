/* SPDX-License-Identifier: EUPL-1.2 */
#include "docx_walk_priv.h"

#define COMPATIBILITY "http://schemas.openxmlformats.org/markup-compatibility/2006|"

bool docx_is_box(const char *name)
{
	return docx_is(name, "txbxContent") || docx_is_of(name, DOCX_DRAWING, "txBody");
}

bool docx_is_alternatives(const char *name)
{
	return docx_is_of(name, COMPATIBILITY, "AlternateContent");
}

/* Alternatives to what this reader, like Word, understands. */
static bool is_understood(const char **attributes)
{
	static const char *const known[] = { "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cex", "w16cid", "a14", NULL };

	for (; *attributes != NULL; attributes += 2) {
		if (strcmp(*attributes, "Requires") != 0)
			continue;
		for (struct str rest = str_trim(str_c(attributes[1])); rest.n > 0;) {
			const size_t end = str_find(rest, STR(" "), 0);
			if (str_position(str_part(rest, 0, end), known) < 0)
				return false;
			rest = end == STR_NONE ? STR("") : str_trim(str_part(rest, end, rest.n));
		}
		return true;
	}
	return false;
}

static bool is_other_alternative(struct body *b, const char *name, const char **attributes)
{
	const bool choice = docx_is_of(name, COMPATIBILITY, "Choice");

	if (b->alternatives == 0 || !(choice || docx_is_of(name, COMPATIBILITY, "Fallback")))
		return false;
	bool *chosen = &b->chosen[b->alternatives - 1];
	if (*chosen || (choice && !is_understood(attributes)))
		return true;
	*chosen = true;
	return false;
}

/* "width:10pt; visibility : hidden" */
static bool hides(struct str style)
{
	const size_t at = str_find(style, STR("visibility"), 0);
	struct str rest = at == STR_NONE ? STR("") : str_trim(str_part(style, at + sizeof "visibility" - 1, style.n));

	return str_starts(rest, STR(":")) && str_starts(str_trim(str_part(rest, 1, rest.n)), STR("hidden"));
}

static bool is_hidden_shape(const char *name, const char **attributes)
{
	if (strncmp(name, DOCX_VML, sizeof DOCX_VML - 1) != 0)
		return false;
	for (; *attributes != NULL; attributes += 2)
		if (strcmp(*attributes, "style") == 0)
			return hides(str_c(attributes[1]));
	return false;
}

bool docx_is_hidden_drawing(const char *name, const char **attributes)
{
	const struct str local = str_after_last(str_c(name), XML_SEPARATOR);

	if (strstr(name, "drawingml") == NULL && strstr(name, "wordprocessingShape") == NULL)
		return false;
	for (; (str_eq(local, STR("docPr")) || str_eq(local, STR("cNvPr"))) && *attributes != NULL; attributes += 2)
		if (strcmp(*attributes, "hidden") == 0)
			return strcmp(attributes[1], "0") != 0 && strcmp(attributes[1], "false") != 0;
	return false;
}

bool docx_is_unseen(struct body *b, const char *name, const char **attributes)
{
	static const char *const unseen[] = { "rPrChange",  "pPrChange",     "sectPrChange",	"tblPrChange", "tblGridChange", "trPrChange",
					      "tcPrChange", "tblPrExChange", "numberingChange", "delText",	"delInstrText",
					      "rt",	    "sdtPr",	     "sectPr",		NULL };
	static const char *const removed[] = { "del", "moveFrom", NULL };

	if (docx_is_one_of(name, removed))
		return docx_now(b)->mark == 0;
	return docx_is_one_of(name, unseen) || is_other_alternative(b, name, attributes) || is_hidden_shape(name, attributes) || (docx_is_box(name) && docx_now(b)->run.hidden);
}

bool docx_is_gone(struct body *b, const char *name, const char **attributes)
{
	static const char *const of_row[] = { "del", "hidden", NULL }, *const of_cell[] = { "vMerge", "hMerge", "cellDel", NULL };
	const char *value = docx_attribute(attributes, "val");

	if (docx_now(b)->paragraph > 0)
		return false;
	if (b->row_properties > 0)
		return b->row_properties == b->row + 1 && b->xml.depth == b->row + 2 && docx_is_one_of(name, of_row) && docx_is_on(attributes);
	if (b->xml.depth != b->cell + 2 || !docx_is_one_of(name, of_cell) || (value != NULL && strcmp(value, "restart") == 0))
		return false;
	return !(docx_is(name, "vMerge") && b->first_row);
}
