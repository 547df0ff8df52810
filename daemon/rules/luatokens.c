/* SPDX-License-Identifier: EUPL-1.2 */
/* Lua's tokens, faults included: an unclosed text ends with its line, a foreign character is a token of its own. */
#include "fold.h"
#include "luatree.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static char char_at(struct str s, size_t i)
{
	return i < s.n ? s.p[i] : '\0';
}

bool lex_word(struct str s)
{
	static const char *const words[] = { "and", "break", "do", "else", "elseif", "end", "false", "for",
					     "function", "goto", "if", "in", "local", "nil", "not", "or",
					     "repeat", "return", "then", "true", "until", "while", NULL };
	return str_position(s, words) >= 0;
}

/* "[[" or "[==[": its level, -1 when it is none. */
static int long_level(struct str s, size_t i)
{
	int level = 0;
	if (char_at(s, i) != '[')
		return -1;
	while (char_at(s, ++i) == '=')
		level++;
	return char_at(s, i) == '[' ? level : -1;
}

static size_t long_end(struct str s, size_t i, int level, bool *ret_closed)
{
	for (i += (size_t)level + 2; i < s.n; i++) {
		size_t k = i + 1;
		if (s.p[i] != ']')
			continue;
		while (char_at(s, k) == '=')
			k++;
		*ret_closed = k - i - 1 == (size_t)level && char_at(s, k) == ']';
		if (*ret_closed)
			return k + 1;
	}
	*ret_closed = false;
	return s.n;
}

static size_t quoted_end(struct str s, size_t i, bool *ret_closed)
{
	char quote = s.p[i++];
	while (i < s.n && s.p[i] != quote && s.p[i] != '\n')
		i += s.p[i] == '\\' && i + 1 < s.n ? 2 : 1;
	*ret_closed = char_at(s, i) == quote;
	return i < s.n && *ret_closed ? i + 1 : i < s.n ? i : s.n;
}

static size_t number_end(struct str s, size_t i)
{
	while (is_letter(char_at(s, i)) || is_figure(char_at(s, i)) || (char_at(s, i) == '.' && char_at(s, i + 1) != '.'))
		i++;
	return i;
}

static size_t operator_end(struct str s, size_t i)
{
	static const char *const longer[] = { "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>" };
	for (size_t k = 0; k < sizeof longer / sizeof *longer; k++)
		if (str_starts(str_part(s, i, s.n), str_c(longer[k])))
			return i + str_c(longer[k]).n;
	return i + 1;
}

static size_t comment_end(struct str s, size_t i)
{
	bool closed;
	int level = long_level(s, i + 2);
	if (level >= 0)
		return long_end(s, i + 2, level, &closed);
	size_t end = str_find(s, STR("\n"), i);
	return end == STR_NONE ? s.n : end;
}

/* The token at i, which is neither a space nor a comment. */
static struct lex one_token(struct str s, size_t i)
{
	struct lex t = { .at = i, .closed = true };
	char c = s.p[i];
	uint32_t cp;
	if (is_letter(c)) {
		for (t.end = i + 1; is_letter(char_at(s, t.end)) || is_figure(char_at(s, t.end)); t.end++)
			;
		t.kind = lex_word(str_part(s, i, t.end)) ? LEX_WORD : LEX_NAME;
	} else if (is_figure(c) || (c == '.' && is_figure(char_at(s, i + 1)))) {
		t.kind = LEX_NUMBER;
		t.end = number_end(s, i);
	} else if (c == '"' || c == '\'') {
		t.kind = LEX_TEXT;
		t.end = quoted_end(s, i, &t.closed);
	} else if (long_level(s, i) >= 0) {
		t.kind = LEX_TEXT;
		t.end = long_end(s, i, long_level(s, i), &t.closed);
	} else {
		t.kind = c > ' ' && c < 127 && !strchr("!&?@$`|\\", c) ? LEX_OP : LEX_OTHER;
		t.end = t.kind == LEX_OP ? operator_end(s, i) : i + utf8_next(s, i, &cp);
	}
	return t;
}

void lexes_read(struct arena *a, struct str text, struct lexes *ret)
{
	unsigned line = 1;
	*ret = (struct lexes){ .text = text };
	for (size_t i = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0; i < text.n;) {
		size_t end = i + 1;
		if (str_starts(str_part(text, i, text.n), STR("--"))) {
			end = comment_end(text, i);
		} else if (!strchr(" \t\r\n\v\f", text.p[i]) || text.p[i] == '\0') {
			struct lex t = one_token(text, i);
			t.line = line;
			*ARENA_PUSH(a, ret) = t;
			end = t.end;
		}
		for (; i < end; i++)
			line += text.p[i] == '\n';
	}
	*ARENA_PUSH(a, ret) = (struct lex){ .kind = LEX_END, .at = text.n, .end = text.n, .line = line, .closed = true };
}

struct str lex_str(const struct lexes *t, size_t i)
{
	return i < t->n ? str_part(t->text, t->at[i].at, t->at[i].end) : STR("");
}

bool lex_is(const struct lexes *t, size_t i, const char *word)
{
	return i < t->n && t->at[i].kind != LEX_TEXT && str_eq(lex_str(t, i), str_c(word));
}

struct str lex_inside(const struct lexes *t, size_t i)
{
	struct str s = lex_str(t, i);
	int level = long_level(s, 0);
	size_t edge = level >= 0 ? (size_t)level + 2 : 1;
	return str_part(s, edge, t->at[i].closed && s.n >= edge ? s.n - edge : s.n);
}
