/* SPDX-License-Identifier: EUPL-1.2 */
/* Lua's messages in the words of a legal officer: place, cause, remedy (RULE_API §7). Lua gives a line and the token it
 * stumbled on; the tree of the text gives the token's place. A message that no row knows is shown as it is. */
#include <stdarg.h>
#include <stdio.h>
#include "faults.h"
#include "fold.h"
#include "luadoc.h"
#include "rule.h"

#define TABLE_LINES 100 /* a declaration is not longer */

static size_t line_start(struct str text, unsigned line)
{
	size_t from = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
	for (unsigned i = 1; i < line; i++) {
		size_t end = str_find(text, STR("\n"), from);
		if (end == STR_NONE)
			return text.n;
		from = end + 1;
	}
	return from;
}

struct str fault_line(struct str text, unsigned line)
{
	size_t from = line_start(text, line), end = str_find(text, STR("\n"), from);
	struct str s = str_part(text, from, end == STR_NONE ? text.n : end);
	return str_ends(s, STR("\r")) ? str_part(s, 0, s.n - 1) : s;
}

unsigned fault_column(struct str text, size_t at)
{
	size_t from = at;
	while (from > 0 && text.p[from - 1] != '\n')
		from--;
	if (from == 0 && str_starts(text, STR("\xEF\xBB\xBF")) && at >= 3)
		from = 3;
	return (unsigned)utf8_count(str_part(text, from, at)) + 1;
}

static unsigned line_of(struct str text, size_t at)
{
	unsigned line = 1;
	for (size_t i = 0; i < at && i < text.n; i++)
		line += text.p[i] == '\n';
	return line;
}

struct str fault_clean(char *text, size_t size)
{
	struct str s = utf8_head(str_c(text), size - 5);
	uint32_t cp;
	for (size_t i = 0, n; (n = utf8_next(s, i, &cp)) > 0; i += n)
		if (cp < ' ' || cp == 127 || (cp == 0xFFFD && n == 1))
			text[i] = cp == '\n' || cp == '\t' ? ' ' : '?';
	return s;
}

bool fault_say(const struct fault *f, size_t at, const char *code, const char *fmt, ...)
{
	char file[sizeof f->e->file], text[sizeof f->e->msg - 8];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	snprintf(file, sizeof file, "%.*s", STR_ARG(f->file));
	struct str whole = fault_clean(text, sizeof text);
	if (at == STR_NONE)
		err_at(f->e, ERR_SYNTAX, file, f->no, 0, "%.*s [%s]", STR_ARG(whole), code);
	else
		err_at(f->e, ERR_SYNTAX, file, line_of(f->text, at), fault_column(f->text, at), "%.*s [%s]", STR_ARG(whole),
		       code);
	return true;
}

size_t fault_line_start(const struct fault *f)
{
	size_t i = line_start(f->text, f->no);
	while (i < f->text.n && (f->text.p[i] == ' ' || f->text.p[i] == '\t'))
		i++;
	return f->no && i < f->text.n && f->text.p[i] != '\n' && f->text.p[i] != '\r' ? i : STR_NONE;
}

size_t fault_token(const struct fault *f, struct str word)
{
	for (size_t i = 0; i + 1 < f->toks.n; i++)
		if (f->toks.at[i].line == f->no && f->toks.at[i].kind != LEX_TEXT && str_eq(lex_str(&f->toks, i), word))
			return i;
	return STR_NONE;
}

/* The name between the first « » of a message. */
static struct str named(struct str said)
{
	size_t open = str_find(said, STR("« "), 0), close = open == STR_NONE ? STR_NONE : str_find(said, STR(" »"), open);
	return close == STR_NONE ? STR("") : str_part(said, open + 3, close);
}

/* A table is refused at the line where it begins: the key at fault is on one of the next. */
static size_t find_key(const struct fault *f, struct str key)
{
	for (size_t i = 0; i + 1 < f->toks.n; i++)
		if (f->toks.at[i].line >= f->no && f->toks.at[i].line < f->no + TABLE_LINES &&
		    f->toks.at[i].kind == LEX_NAME && str_eq(lex_str(&f->toks, i), key) && lex_is(&f->toks, i + 1, "="))
			return f->toks.at[i].at;
	return STR_NONE;
}

/* A message of ours names a thing « between guillemets »: the caret goes under it when the text has it there. */
static void ours(const struct fault *f)
{
	struct str name = named(f->said);
	size_t tok = name.n && f->no ? fault_token(f, name) : STR_NONE;
	size_t at = tok != STR_NONE ? f->toks.at[tok].at : STR_NONE;
	bool of_law = str_starts(f->said, STR("fondement"));
	bool of_table = of_law || str_starts(f->said, STR("« ")) || str_find(f->said, STR("ne connaît pas"), 0) != STR_NONE;
	if (at == STR_NONE && of_table && name.n)
		at = find_key(f, name);
	if (at == STR_NONE && of_law)
		at = find_key(f, STR("fondement"));
	for (size_t i = 0; at == STR_NONE && name.n && i + 1 < f->toks.n; i++)
		if (f->toks.at[i].kind == LEX_TEXT && f->toks.at[i].line <= f->no && str_eq(lex_inside(&f->toks, i), name))
			at = f->toks.at[i].at;
	fault_say(f, at == STR_NONE ? fault_line_start(f) : at, "R050", "%.*s", STR_ARG(f->said));
}

static struct str example_of(struct arena *a, const struct vm *vm, struct str function)
{
	size_t n;
	const struct helper_doc *docs = luadoc_read(a, vm->sources, vm->sources_n, &n);
	for (size_t i = 0; i < n; i++)
		if (str_eq(docs[i].nom, function))
			return docs[i].exemple;
	return STR("");
}

/* Where the rule calls the function: on the line that is known, else in a return, the only place of a tail call. */
static size_t called_at(const struct fault *f, struct str function)
{
	size_t tok = fault_token(f, function);
	for (size_t i = 1; f->no == 0 && tok == STR_NONE && i + 1 < f->toks.n; i++)
		if (lex_is(&f->toks, i - 1, "return") && str_eq(lex_str(&f->toks, i), function))
			tok = i;
	return tok == STR_NONE ? fault_line_start(f) : f->toks.at[tok].at;
}

/* What went wrong inside a function of lua/, said of the line of the rule that called it. */
static bool inside_shared(struct arena *a, const struct vm *vm, const struct fault *f)
{
	struct str sep = STR(VM_INSIDE), said = f->said;
	size_t end = str_starts(said, sep) ? str_find(said, sep, sep.n) : STR_NONE;
	struct err inner = { .code = ERR_NONE };
	if (end == STR_NONE)
		return false;
	struct str function = str_part(said, sep.n, end), example = example_of(a, vm, function);
	fault_explain(vm, str_part(said, end + sep.n, said.n), &inner);
	struct str why = str_c(inner.msg), code = str_after_last(why, '['); /* "… [R050]" */
	if (code.n + 2 > why.n || !str_ends(why, STR("]")))
		return false;
	why = str_part(why, 0, why.n - code.n - 2);
	return fault_say(f, called_at(f, function), arena_dup(a, str_part(code, 0, code.n - 1)).p, "dans %.*s(…) : %.*s%s%.*s",
			 STR_ARG(function), STR_ARG(why), example.n ? " ; exemple : " : "", STR_ARG(example));
}

void fault_explain(const struct vm *vm, struct str message, struct err *e)
{
	struct fault f = { .e = e, .said = message, .broken = STR_NONE };
	size_t a = str_find(message, STR(":"), 0), b = a == STR_NONE ? STR_NONE : str_find(message, STR(":"), a + 1);
	int64_t source, line;
	struct arena arena;
	bool placed = str_starts(message, STR("@")) && b != STR_NONE && str_int(str_part(message, 1, a), &source) &&
		      str_int(str_part(message, a + 1, b), &line) && source >= 0 && (size_t)source < vm->sources_n;
	if (!placed && vm->sources_n)
		source = (int64_t)vm->sources_n - 1;
	if (placed || vm->sources_n) {
		f.text = vm->sources[source].text;
		f.file = vm->sources[source].file;
	}
	if (placed) {
		f.no = (unsigned)line;
		f.said = str_trim(str_part(message, b + 1, message.n));
	}
	arena_init(&arena, FAULT_MEMORY);
	lexes_read(&arena, f.text, &f.toks);
	tree_read(&arena, &f.toks, &f.broken);
	if (!inside_shared(&arena, vm, &f) && !fault_running(&f) && !fault_lexical(&f) && !fault_syntax(&f))
		ours(&f);
	arena_done(&arena);
}
