/* SPDX-License-Identifier: EUPL-1.2 */
#include "docx_walk_priv.h"

#include "fold.h"

#define STRIKE "~~"
#define MATH "http://schemas.openxmlformats.org/officeDocument/2006/math|"
#define STRICT_MATH "http://purl.oclc.org/ooxml/officeDocument/math|"

void docx_stop(struct body *b, enum docx_end why)
{
	b->end = why;
	xml_stop(&b->xml);
}

bool docx_is_of(const char *name, const char *space, const char *local)
{
	const size_t n = strlen(space);
	return strncmp(name, space, n) == 0 && strcmp(name + n, local) == 0;
}

bool docx_is_math(const char *name, const char *local)
{
	return docx_is_of(name, MATH, local) || docx_is_of(name, STRICT_MATH, local);
}

static bool is_seen(struct body *b)
{
	for (size_t i = 0; i < b->fields; i++)
		if (!b->shows[i])
			return false;
	return b->flow.paragraphs > 0 && docx_now(b)->paragraph > 0 && !docx_now(b)->run.hidden;
}

void docx_strike(struct body *b, bool struck)
{
	if (docx_now(b)->struck == struck)
		return;
	buf_c(flow_line(&b->flow), STRIKE);
	docx_now(b)->struck = struck;
}

void docx_say(struct body *b, struct str text)
{
	const struct run *r = &docx_now(b)->run;

	if (text.n == 0 || !is_seen(b))
		return;
	docx_strike(b, r->depth > 0 && r->struck);
	for (size_t i = 0; i < text.n; i++)
		flow_character(&b->flow, text.p[i], r->depth > 0 ? r->shift : SHIFT_NONE);
}

static void say_character(struct body *b, uint32_t cp)
{
	char out[4];

	docx_say(b, (struct str){ out, utf8_put(cp, out) });
}

/* Runs */

static bool toggled(enum said own, enum said by_run, enum said by_paragraph, enum said always)
{
	if (own != SAID_NOT)
		return own == SAID_ON;
	return (by_run == SAID_ON) != (by_paragraph == SAID_ON) || always == SAID_ON;
}

/* A style of characters over one of paragraphs undoes what both say: so it is with properties that are on or off. */
void docx_resolve_run(struct body *b)
{
	const struct frame *f = docx_now(b);
	const struct docx_styles *s = &b->parts->styles;
	const struct docx_look own = f->run.own, none = { 0 };
	const struct docx_look by_run = f->run.style[0] != '\0' ? docx_style_look(s, str_c(f->run.style)) : none;
	const struct docx_look by_paragraph = docx_style_look(s, str_c(f->style));
	struct run *r = &docx_now(b)->run;

	r->hidden = toggled(own.hidden, by_run.hidden, by_paragraph.hidden, s->always.hidden);
	r->struck = toggled(own.struck, by_run.struck, by_paragraph.struck, s->always.struck);
	r->shift = own.shifted == SAID_ON	     ? own.shift
		   : by_run.shifted == SAID_ON	     ? by_run.shift
		   : by_paragraph.shifted == SAID_ON ? by_paragraph.shift
						     : s->always.shift;
}

void docx_begin_run(struct body *b)
{
	docx_now(b)->run = (struct run){ .depth = b->xml.depth };
	docx_resolve_run(b);
}

void docx_in_look(struct body *b, const char *name, const char **attributes)
{
	struct run *r = &docx_now(b)->run;

	if (docx_is(name, "rStyle"))
		docx_keep(r->style, sizeof r->style, docx_attribute(attributes, "val"));
	docx_note_look(&r->own, name, attributes);
}

/* What a run says beside text */

static void say_note(struct body *b, const struct docx_notes *notes, const char **attributes)
{
	const struct str id = str_c(docx_attribute(attributes, "id"));
	size_t low = 0, high = notes->n;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		if (str_cmp(notes->at[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < notes->n && str_eq(notes->at[low].id, id) && is_seen(b))
		flow_aside(&b->flow, notes->at[low].text);
}

/* 0: no code. */
static uint32_t hexadecimal(struct str s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		const char c = s.p[i], letter = (char)(c | 0x20);
		const bool digit = is_figure(c);
		if (i == 6 || !(digit || (letter >= 'a' && letter <= 'f')))
			return 0;
		n = n << 4 | (uint32_t)(digit ? c - '0' : letter - 'a' + 10);
	}
	return n;
}

static void say_symbol(struct body *b, const char **attributes)
{
	say_character(b, docx_symbol(str_c(docx_attribute(attributes, "font")), hexadecimal(str_c(docx_attribute(attributes, "char")))));
}

void docx_tell(struct body *b, struct str text)
{
	const size_t n = strlen(b->told);
	const struct str part = str_part(text, 0, sizeof b->told - 1 - n);

	if (part.n > 0)
		memcpy(b->told + n, part.p, part.n);
	b->told[n + part.n] = '\0';
}

/* The word at the beginning of *rest, or what stands there between quotes. */
static struct str next_word(struct str *rest)
{
	*rest = str_trim(*rest);
	const bool quoted = str_starts(*rest, STR("\""));
	const size_t from = quoted ? 1 : 0, found = str_find(*rest, quoted ? STR("\"") : STR(" "), from), end = found == STR_NONE ? rest->n : found;
	const struct str word = str_part(*rest, from, end);

	*rest = str_part(*rest, end + quoted, rest->n);
	return word;
}

/* SYMBOL 254 \f "Wingdings": Word draws it from these words, and keeps no result. */
static void say_symbol_field(struct body *b)
{
	struct str rest = str_c(b->told), font = STR("");
	int64_t code = 0;

	if (!str_eq(next_word(&rest), STR("SYMBOL")))
		return;
	const struct str number = next_word(&rest);

	if (str_starts(number, STR("0x")))
		code = hexadecimal(str_part(number, 2, number.n));
	else if (!str_int(number, &code))
		return;
	while (str_trim(rest).n > 0)
		if (str_eq(next_word(&rest), STR("\\f")))
			font = next_word(&rest);
	say_character(b, docx_symbol(font, code > 0 && code <= UINT16_MAX ? (uint32_t)code : 0));
}

static void in_field(struct body *b, const char **attributes)
{
	const struct str type = str_c(docx_attribute(attributes, "fldCharType"));

	if (str_eq(type, STR("begin")) && b->fields == DOCX_FIELDS)
		docx_stop(b, DOCX_NOT_WHOLE);
	else if (str_eq(type, STR("begin"))) {
		b->shows[b->fields++] = false;
		b->told[0] = '\0';
	}
	else if (str_eq(type, STR("separate")) && b->fields > 0)
		b->shows[b->fields - 1] = true;
	else if (str_eq(type, STR("end")) && b->fields > 0) {
		if (!b->shows[--b->fields])
			say_symbol_field(b);
		b->told[0] = '\0';
	}
}

/* What was chosen or ticked in a form stands where the instruction of its field does. */
static void say_of_form(struct body *b, struct str text)
{
	if (b->fields == 0)
		return;
	bool *shows = &b->shows[b->fields - 1];
	const bool before = *shows;
	*shows = true;
	docx_say(b, text);
	*shows = before;
}

static void in_form(struct body *b, const char *name, const char **attributes)
{
	const bool choice = docx_is(name, "result") || docx_is(name, "checked");

	if (docx_is(name, "ddList") || docx_is(name, "checkBox")) {
		b->wanted = b->entry = 0;
		b->was_chosen = false;
	} else if (choice || (docx_is(name, "default") && !b->was_chosen)) {
		b->wanted = docx_number(attributes, "val", docx_is_on(attributes));
		b->was_chosen = choice;
	} else if (docx_is(name, "listEntry") && b->entry++ == b->wanted) {
		say_of_form(b, str_c(docx_attribute(attributes, "val")));
	}
}

static void in_run(struct body *b, const char *name, const char **attributes)
{
	static const struct {
		const char *name, *text;
	} signs[] = { { "tab", " " }, { "ptab", " " }, { "br", "\n" }, { "cr", "\n" }, { "noBreakHyphen", "\u2011" } };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (docx_is(name, signs[i].name))
			docx_say(b, str_c(signs[i].text));
	if (docx_is(name, "sym"))
		say_symbol(b, attributes);
	else if (docx_is(name, "footnoteReference"))
		say_note(b, &b->parts->foot, attributes);
	else if (docx_is(name, "endnoteReference"))
		say_note(b, &b->parts->end, attributes);
	else if (docx_is(name, "fldChar"))
		in_field(b, attributes);
	else
		in_form(b, name, attributes);
}

/* A fraction is no number of two digits. */
static struct str sign_of_formula(const char *name)
{
	return docx_is_math(name, "den") ? STR("/") : docx_is_math(name, "sup") ? STR("^") : docx_is_math(name, "sub") ? STR("_") : docx_is_math(name, "d") ? STR("(") : STR("");
}

static struct str turn(const char *name, const char **attributes)
{
	const char *value = docx_attribute(attributes, "val");
	const bool left = value != NULL && strcmp(value, "rtl") == 0;

	if (docx_is(name, "bdo"))
		return left ? STR("\u202e") : STR("\u202d");
	return docx_is(name, "dir") ? left ? STR("\u202b") : STR("\u202a") : STR("");
}

/* Words drawn as a picture. */
static void draw_words(struct body *b, const char **attributes)
{
	for (; *attributes != NULL && is_seen(b); attributes += 2)
		if (strcmp(*attributes, "string") == 0)
			flow_aside(&b->flow, str_c(attributes[1]));
}

void docx_begin_said(struct body *b, const char *name, const char **attributes)
{
	docx_say(b, sign_of_formula(name));
	docx_say(b, turn(name, attributes));
	if (docx_is_of(name, DOCX_VML, "textpath"))
		draw_words(b, attributes);
	else if (docx_now(b)->run.depth > 0)
		in_run(b, name, attributes);
}

void docx_end_said(struct body *b, const char *name)
{
	if (docx_is(name, "checkBox"))
		say_of_form(b, b->wanted != 0 ? STR("\u2612") : STR("\u2610"));
	else if (docx_is(name, "bdo") || docx_is(name, "dir"))
		docx_say(b, STR("\u202c"));
	else if (docx_is_math(name, "d"))
		docx_say(b, STR(")"));
}
