/* SPDX-License-Identifier: EUPL-1.2 */
/* Values brought to one form, and Pastell's metadata.json. */
#include "envelope_priv.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "bounds.h"
#include "date.h"
#include "fold.h"
#include "json.h"
#include "text.h"

#define VALUE_BYTES ((size_t)2048) /* the XSD allows 500 characters for the longest */
#define NUMERO_BYTES 64

static const char NATURE_LETTERS[6][3] = { "DE", "AR", "AI", "CC", "BF", "AU" };

static bool is_digits(struct str s, size_t n)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n == n;
}

/* xsd:date may end with a time zone. */
static bool to_day(struct str *s)
{
	const struct str zone = str_part(*s, DATE_TEXT - 1, s->n);
	struct date day;

	if (!(zone.n == 0 || str_eq(zone, STR("Z")) || (zone.n == 6 && (zone.p[0] == '+' || zone.p[0] == '-') && zone.p[3] == ':')))
		return false;
	*s = str_part(*s, 0, DATE_TEXT - 1);
	return date_parse(*s, &day);
}

static bool to_nature(struct arena *a, struct str *s)
{
	int64_t code;

	for (int i = 0; i < 6; i++)
		if (str_eq(*s, str_c(NATURE_LETTERS[i])))
			*s = arena_printf(a, "%d", i + 1);
	if (!str_int(*s, &code) || code < 1 || code > 6)
		return false;
	*s = arena_printf(a, "%lld", (long long)code);
	return true;
}

/* "7.5", "7.5 Subventions", "07.05" */
static bool to_matter(struct arena *a, struct str *s)
{
	struct str out = STR("");
	size_t at = 0;

	for (int level = 0; level < 5; level++) {
		size_t end = at;
		int64_t code;

		while (end < s->n && is_figure(s->p[end]))
			end++;
		if (!str_int(str_part(*s, at, end), &code) || code < 1 || code > 99)
			break;
		out = arena_printf(a, "%.*s%s%lld", STR_ARG(out), level > 0 ? "." : "", (long long)code);
		at = end;
		if (at == s->n || s->p[at] != '.')
			break;
		at++;
	}
	if (out.n == 0 || (at < s->n && s->p[at] != ' '))
		return false;
	*s = out;
	return true;
}

/* One word, of whatever the software of the place allows. */
static bool is_number(struct str s)
{
	return s.n <= NUMERO_BYTES && str_find(s, STR(" "), 0) == STR_NONE;
}

static bool is_right(struct arena *a, enum envelope_what what, struct str *s)
{
	switch (what) {
	case ENVELOPE_DATE:
	case ENVELOPE_RECEPTION:
		return to_day(s);
	case ENVELOPE_NUMERO:
		return is_number(*s);
	case ENVELOPE_SIREN:
		return is_digits(*s, 9);
	case ENVELOPE_NATURE:
		return to_nature(a, s);
	case ENVELOPE_MATIERE:
		return to_matter(a, s);
	default:
		return true;
	}
}

void envelope_add(struct arena *a, struct envelope *v, enum envelope_what what, struct str text, unsigned line)
{
	struct str s = str_trim(text);

	if (s.n == 0 || v->n == ENVELOPE_VALUES)
		return;
	s = squeeze(a, utf8_head(s, VALUE_BYTES));
	const struct str as_it_stands = s;
	const bool right = is_right(a, what, &s);

	v->at[v->n++] = (struct envelope_value){ what, arena_dup(a, right ? s : as_it_stands), line, !right };
}

/* dept-SIREN-AAAAMMJJ-numero-NATURE; only the number may hold a hyphen. */
static bool identifier_parts(struct str s, struct str *siren, struct str *day, struct str *number, struct str *nature)
{
	const size_t head = 3 + 1 + 9 + 1 + 8 + 1;

	if (s.n < head + 1 + 3 || s.p[3] != '-' || s.p[13] != '-' || s.p[22] != '-' || s.p[s.n - 3] != '-')
		return false;
	*siren = str_part(s, 4, 13);
	*day = str_part(s, 14, 22);
	*number = str_part(s, head, s.n - 3);
	*nature = str_part(s, s.n - 2, s.n);
	return is_digits(*siren, 9) && is_digits(*day, 8);
}

void envelope_add_identifier(struct arena *a, struct envelope *v, struct str text, unsigned line)
{
	struct str siren, day, number, nature;
	const struct str s = str_trim(text);
	const size_t n = v->n;

	envelope_add(a, v, ENVELOPE_IDENTIFIANT, s, line);
	if (v->n == n)
		return;
	v->at[n].wrong = !identifier_parts(s, &siren, &day, &number, &nature);
	if (v->at[n].wrong)
		return;
	envelope_add(a, v, ENVELOPE_SIREN, siren, line);
	envelope_add(a, v, ENVELOPE_DATE, arena_printf(a, "%.4s-%.2s-%.2s", day.p, day.p + 4, day.p + 6), line);
	envelope_add(a, v, ENVELOPE_NUMERO, number, line);
	envelope_add(a, v, ENVELOPE_NATURE, nature, line);
}

bool envelope_refuse(struct arena *a, struct envelope *v, const char *fmt, ...)
{
	char sentence[512]; /* of messages with room for what they name */
	va_list args;

	va_start(args, fmt);
	(void)vsnprintf(sentence, sizeof sentence, fmt, args);
	va_end(args);
	*v = (struct envelope){ .why = arena_dup(a, str_c(sentence)) };
	return false;
}

struct pastell {
	struct arena *a;
	struct envelope *v;
	struct str text;
	unsigned keys; /* those that only Pastell has */
};

/* jansson does not tell where a value stood; a key stands once. */
static unsigned line_of_key(const struct pastell *p, struct str key)
{
	const struct str quoted = arena_printf(p->a, "\"%.*s\"", STR_ARG(key));
	const size_t at = str_find(p->text, quoted, 0);
	unsigned line = 1;

	for (size_t i = 0; at != STR_NONE && i < at; i++)
		line += p->text.p[i] == '\n';
	return line;
}

static void take_member(void *ctx, struct str parent, struct str key, struct str value)
{
	static const struct { const char *key; enum envelope_what what; bool own; } known[] = {
		{ "numero_de_lacte", ENVELOPE_NUMERO, true }, { "date_de_lacte", ENVELOPE_DATE, true },
		{ "acte_nature", ENVELOPE_NATURE, true },     { "classification", ENVELOPE_MATIERE, false },
		{ "objet", ENVELOPE_OBJET, false },
	};
	struct pastell *p = ctx;

	if (parent.n > 0 && !str_eq(parent, STR("data")))
		return;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (!str_eq(key, str_c(known[i].key)))
			continue;
		p->keys += known[i].own;
		envelope_add(p->a, p->v, known[i].what, value, line_of_key(p, key));
	}
}

static void read_json(struct arena *a, struct str raw, struct envelope *ret)
{
	struct text *text = ARENA_NEW(a, struct text);
	struct pastell p = { .a = a, .v = ret };
	enum text_refusal why;
	struct err e;

	if (!text_decode(a, raw, 4 * LIMIT_SIDE_BYTES, text, &why, &e)) {
		(void)envelope_refuse(a, ret, "%s", e.msg);
		return;
	}
	p.text = str_part(text->bytes, text->start, text->bytes.n);
	if (!json_read(p.text, take_member, &p, &e))
		(void)envelope_refuse(a, ret, "JSON mal formé, ligne %u : %s", e.line, e.msg);
	else if (p.keys == 0)
		(void)envelope_refuse(a, ret, "JSON qui n'est pas un metadata.json de Pastell : ni numero_de_lacte, ni date_de_lacte, ni acte_nature");
	else
		ret->kind = ENVELOPE_PASTELL;
}

/* The first byte that is no white space, in whichever encoding. */
static char first_byte(struct str raw)
{
	for (size_t i = 0; i < raw.n; i++)
		if (memchr("\xEF\xBB\xBF\xFE\xFF\0 \t\r\n", raw.p[i], 10) == NULL)
			return raw.p[i];
	return '\0';
}

void envelope_read(struct arena *a, struct str raw, struct envelope *ret)
{
	*ret = (struct envelope){ .kind = ENVELOPE_NONE };
	if (raw.n > LIMIT_SIDE_BYTES) {
		(void)envelope_refuse(a, ret, "fichier de plus de %zu Kio", LIMIT_SIDE_BYTES / KIB);
		return;
	}
	switch (first_byte(raw)) {
	case '<':
		envelope_read_xml(a, raw, ret);
		break;
	case '{':
		read_json(a, raw, ret);
		break;
	case '\0':
		(void)envelope_refuse(a, ret, "fichier vide");
		break;
	default:
		(void)envelope_refuse(a, ret, "ni XML, ni objet JSON");
	}
}

const char *envelope_kind_for_people(enum envelope_kind k)
{
	static const char *const names[] = { "", "accusé de réception ACTES", "message ACTES", "metadata.json de Pastell" };

	return names[k];
}

const char *envelope_kind_word(enum envelope_kind k)
{
	static const char *const words[] = { NULL, "aracte", "acte", "pastell" };

	return words[k];
}
