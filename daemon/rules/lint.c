/* SPDX-License-Identifier: EUPL-1.2 */
/* What Lua accepts in silence and no author means: a decimal comma, and == between a field and a number written as
 * a text. Only shapes that are never right are refused. */
#include <stdio.h>
#include "faults.h"
#include "fields.h"
#include "rule.h"

static bool is_digit_at(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static size_t skip_spaces(struct str s, size_t i)
{
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'))
		i++;
	return i;
}

static size_t skip_digits(struct str s, size_t i)
{
	while (is_digit_at(s, i))
		i++;
	return i;
}

static size_t skip_name(struct str s, size_t i)
{
	while (i < s.n && fault_name_byte(s.p[i]))
		i++;
	return i;
}

/* "local t = 0,5" with one name on the left: t is 0 and 5 is lost. */
static bool decimal_comma(struct str line, size_t *ret_at)
{
	size_t i = skip_spaces(line, 0);
	if (!str_starts(str_part(line, i, line.n), STR("local ")))
		return false;
	i = skip_spaces(line, i + 6);
	i = skip_spaces(line, skip_name(line, i));
	if (i >= line.n || line.p[i] != '=')
		return false;
	i = skip_spaces(line, i + 1);
	size_t comma = skip_digits(line, i);
	if (comma == i || comma >= line.n || line.p[comma] != ',')
		return false;
	*ret_at = comma;
	return is_digit_at(line, skip_spaces(line, comma + 1));
}

/* The name just before `end`: "pour" of "d.vote.pour ==". */
static struct str name_before(struct str line, size_t end)
{
	while (end > 0 && (line.p[end - 1] == ' ' || line.p[end - 1] == '\t'))
		end--;
	size_t from = end;
	while (from > 0 && fault_name_byte(line.p[from - 1]))
		from--;
	return str_part(line, from, end);
}

static bool is_number_field(struct str name)
{
	const struct field_desc *d = name.n ? field_desc(name) : NULL;
	for (size_t i = 0; i < FIELDS_N && !d; i++)
		if (FIELDS[i].scope == SCOPE_VOTE && str_eq(name, str_c(FIELDS[i].name)))
			d = &FIELDS[i];
	return (d && d->type == TYPE_NOMBRE) || str_eq(name, STR("nombre")) || str_eq(name, STR("centimes"));
}

/* d.vote.pour == "54" is never true: the field is a number. A field that is a text (numero) may well be compared
 * with digits. */
static bool number_as_text(struct str line, size_t *ret_at)
{
	struct code_scan sc = { .line = line };
	char before = '\0';
	while (fault_code_next(&sc)) {
		char c = line.p[sc.at];
		bool compares = c == '=' && (before == '=' || before == '~');
		before = c;
		if (!compares)
			continue;
		size_t quote = skip_spaces(line, sc.at + 1);
		if (quote >= line.n || (line.p[quote] != '"' && line.p[quote] != '\'') ||
		    !is_number_field(name_before(line, sc.at - 1)))
			continue;
		size_t end = skip_digits(line, quote + 1);
		*ret_at = quote;
		if (end > quote + 1 && end < line.n && line.p[end] == line.p[quote])
			return true;
	}
	return false;
}

bool fault_lint(struct str file, struct str text, struct err *e)
{
	char name[192];
	size_t at = 0;
	snprintf(name, sizeof name, "%.*s", STR_ARG(file));
	unsigned no = 1;
	for (size_t from = 0; from < text.n; no++) {
		size_t end = str_find(text, STR("\n"), from);
		struct str line = str_part(text, from, end == STR_NONE ? text.n : end);
		if (decimal_comma(line, &at))
			return err_at(
				e, ERR_VALUE, name, no, fault_column(line, at),
				"virgule décimale : écrivez un point, et un montant en centimes entiers [R060]");
		if (number_as_text(line, &at))
			return err_at(e, ERR_VALUE, name, no, fault_column(line, at),
				      "comparaison toujours fausse : un nombre s'écrit sans guillemets [R061]");
		from = end == STR_NONE ? text.n : end + 1;
	}
	return true;
}
