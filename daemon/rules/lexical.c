/* SPDX-License-Identifier: EUPL-1.2 */
/* What Lua says before it has tokens: texts without an end, odd numbers; the few things it says without naming one; and numbers that
 * it takes for two tokens. */
#include "faults.h"
#include "fold.h"

/* A text that its line does not end. */
static bool open_text(const struct fault *f)
{
	for (size_t i = 0; i + 1 < f->toks.n; i++) {
		const struct lex *t = &f->toks.at[i];
		bool here = t->line == f->no || f->text.p[t->at] == '[';
		if (t->kind != LEX_TEXT || t->closed || !here)
			continue;
		struct str s = str_part(f->text, t->at, t->end);
		if (f->text.p[t->at] == '[')
			return fault_say(f, t->at, "R023", "texte non fermé : il manque « ]] »");
		if (str_find(s, STR("”"), 0) != STR_NONE || str_find(s, STR("“"), 0) != STR_NONE)
			return fault_say(f, t->at, "R003",
					 "texte ouvert par un guillemet droit et fermé par un guillemet typographique (Word) : "
					 "fermez-le par \"");
		return fault_say(f, t->at, "R023", "texte non fermé : il manque %s à la fin (un texte tient sur une ligne)",
				 f->text.p[t->at] == '"' ? "le guillemet droit \"" : "l'apostrophe '");
	}
	return fault_say(f, fault_line_start(f), "R023", "texte non fermé : il manque le guillemet droit \" de la fin");
}

/* Lua names what it has read of a number: "12h" of 12h30. */
static size_t number_like(const struct fault *f, struct str word)
{
	for (size_t i = 0; i + 1 < f->toks.n; i++)
		if (f->toks.at[i].line == f->no && f->toks.at[i].kind == LEX_NUMBER && str_starts(lex_str(&f->toks, i), word))
			return i;
	return STR_NONE;
}

/* What the compiler says before there are tokens: numbers, texts, what is too long. */
bool fault_lexical(const struct fault *f)
{
	size_t near = str_find(f->said, STR("near '"), 0);
	struct str word = near == STR_NONE ? STR("") : str_part(f->said, near + 6, f->said.n - 1);
	size_t tok = word.n ? number_like(f, word) : STR_NONE, at = tok == STR_NONE ? fault_line_start(f) : f->toks.at[tok].at;
	if (str_starts(f->said, STR("malformed number")) && str_find(tok == STR_NONE ? word : lex_str(&f->toks, tok), STR(".."), 0) != STR_NONE)
		return fault_say(f, at, "R025", "une boucle qui compte s'écrit « for i = 1, n do … end »");
	if (str_starts(f->said, STR("malformed number")))
		return fault_say(f, at, "R016",
				 "« %.*s » n'est pas un nombre : une date, une heure, une version, un numéro s'écrivent entre guillemets",
				 STR_ARG(utf8_head(tok == STR_NONE ? word : lex_str(&f->toks, tok), 40)));
	if (str_starts(f->said, STR("unfinished long string")))
		return open_text(f);
	if (str_starts(f->said, STR("unfinished long comment")))
		return fault_say(f, str_find(f->text, STR("--["), 0), "R023", "remarque non fermée : il manque « ]] »");
	if (str_starts(f->said, STR("unfinished string")))
		return open_text(f);
	if (str_starts(f->said, STR("invalid escape sequence")) || str_starts(f->said, STR("hexadecimal digit expected")) ||
	    str_starts(f->said, STR("decimal escape too large")))
		return fault_say(f, fault_line_start(f), "R023", "dans un texte, « \\ » s'écrit deux fois : « \\\\ »");
	if (str_find(f->said, STR("binary chunk"), 0) != STR_NONE)
		return fault_say(f, STR_NONE, "R030", "programme compilé refusé : une règle est un texte");
	if (str_starts(f->said, STR("attempt to assign to const")))
		return fault_say(f, fault_line_start(f), "R053", "une valeur <const> ne se change pas");
	for (size_t i = 0; str_starts(f->said, STR("break outside")) && i < f->toks.n; i++)
		if (lex_is(&f->toks, i, "break"))
			return fault_say(f, f->toks.at[i].at, "R024", "« break » ne s'emploie que dans une boucle");
	return false;
}

bool fault_numbers(const struct fault *f, size_t i)
{
	bool number = f->toks.at[i].kind == LEX_NUMBER, before = i > 0 && f->toks.at[i - 1].kind == LEX_NUMBER;
	if (number && before)
		return fault_say(f, f->toks.at[i].at, "R016", "un nombre s'écrit sans espace : « %.*s%.*s »",
				 STR_ARG(lex_str(&f->toks, i - 1)), STR_ARG(lex_str(&f->toks, i)));
	if (number && i > 1 && lex_is(&f->toks, i - 1, ";") && f->toks.at[i - 2].kind == LEX_NUMBER)
		return fault_say(f, f->toks.at[i - 1].at, "R060",
				 "point-virgule décimal : écrivez un montant en centimes entiers (0;50 € s'écrit 50)");
	if (before && lex_is(&f->toks, i, ",") && f->toks.at[i + 1].kind == LEX_NUMBER &&
	    f->toks.at[i + 1].at == f->toks.at[i].end)
		return fault_say(f, f->toks.at[i].at, "R060",
				 "virgule décimale : écrivez un point (0.5), et un montant en centimes entiers (0,50 € s'écrit 50)");
	if (i > 1 && lex_is(&f->toks, i - 1, "%") && f->toks.at[i - 2].kind == LEX_NUMBER)
		return fault_say(f, f->toks.at[i - 1].at, "R016", "« %% » n'est pas une unité : 20 %% de n s'écrit n * 20 // 100");
	if (number && i > 0 && (lex_is(&f->toks, i - 1, ".") || (f->toks.at[i - 1].kind == LEX_NAME &&
								  f->text.p[f->toks.at[i].at] == '.')))
		return fault_say(f, f->toks.at[i].at, "R026",
				 "un numéro d'article est un texte : écrivez-le entre guillemets, \"L. 2121-17\"");
	return false;
}
