/* SPDX-License-Identifier: EUPL-1.2 */
/* What Lua's compiler says, from "'then' expected near 'et'" to "unfinished string": the token it stumbled on and the one
 * before it usually show what was meant. */
#include "faults.h"
#include "fold.h"
#include "yamltree.h"

static const struct lex *tok_at(const struct fault *f, size_t i)
{
	return &f->toks.at[i];
}

static bool touches_text(const struct fault *f, size_t i)
{
	return i > 0 && tok_at(f, i - 1)->kind == LEX_TEXT && tok_at(f, i - 1)->end == tok_at(f, i)->at &&
	       f->text.p[tok_at(f, i - 1)->at] != '[';
}

static bool foreign(const struct fault *f, size_t i)
{
	char text[300];
	const char *code;
	size_t at = tok_at(f, i)->at;
	if (tok_at(f, i)->kind != LEX_OTHER || strchr("!&|", f->text.p[tok_at(f, i)->at]))
		return false;
	if (touches_text(f, i)) /* l'élu, "le « grand » vote" */
		return false;
	habit_foreign(f->text, &at, &code, text, sizeof text);
	return fault_say(f, at, code, "%s", text);
}

/* "Le "petit" vote": the second quote ended the text. */
static bool quote_inside(const struct fault *f, size_t i)
{
	if (!touches_text(f, i) || tok_at(f, i)->kind == LEX_OP || tok_at(f, i)->kind == LEX_END)
		return false;
	char quote = f->text.p[tok_at(f, i - 1)->at];
	const struct str before = str_trim(lex_inside(&f->toks, i - 1));
	if (quote == '"' && str_ends(before, STR(","))) /* { "Contre : 0, "Contre : 4" } */
		return fault_say(f, (size_t)(before.p + before.n - 1 - f->text.p), "R026", "il manque un guillemet \" avant cette virgule");
	return fault_say(f, tok_at(f, i)->at - 1, "R026",
			 quote == '\'' ? "cette apostrophe ferme le texte : écrivez le texte entre guillemets droits \"…\""
				       : "ce guillemet droit ferme le texte : à l'intérieur d'un texte, écrivez « … »");
}

/* The remedy stands at the token, or at the one before: "si x alors" stumbles on x. */
static bool habitual(const struct fault *f, size_t i)
{
	const char *code, *remedy;
	for (size_t k = i; k + 2 > i; k--) {
		bool is_field = k > 0 && lex_is(&f->toks, k - 1, ".");
		remedy = is_field ? NULL : habit_remedy(&f->toks, k, &code);
		if (remedy && (k == i || tok_at(f, k)->kind == LEX_NAME || tok_at(f, k)->kind == LEX_OTHER ||
			       tok_at(f, k)->kind == LEX_OP))
			return fault_say(f, tok_at(f, k)->at, code, "%s", remedy);
		if (k == 0)
			break;
	}
	return false;
}

/* fonction(d) … : Lua takes it for a call, and stumbles behind the parenthesis. */
static bool french_function(const struct fault *f, size_t i)
{
	size_t k = i;
	if (k == 0 || !lex_is(&f->toks, k - 1, ")"))
		return false;
	while (k > 0 && !lex_is(&f->toks, k, "("))
		k--;
	return k > 0 && lex_is(&f->toks, k - 1, "fonction") &&
	       fault_say(f, tok_at(f, k - 1)->at, "R013", "« fonction » s'écrit « function »");
}

static bool starts_line(const struct fault *f, size_t i)
{
	return i == 0 || tok_at(f, i - 1)->line < tok_at(f, i)->line;
}

/* The first token of the line on which token i stands. */
static size_t first_of_line(const struct fault *f, size_t i)
{
	while (!starts_line(f, i))
		i--;
	return i;
}

static bool single_equal(const struct fault *f, size_t i)
{
	bool in_condition = str_starts(f->said, STR("'then' expected near '='")) ||
			    str_starts(f->said, STR("'do' expected near '='"));
	bool other_sign = lex_is(&f->toks, i + 1, ">") || lex_is(&f->toks, i + 1, "<") || lex_is(&f->toks, i - 1, "==");
	return in_condition && !other_sign &&
	       fault_say(f, tok_at(f, i)->at, "R011", "comparer s'écrit « == » (un seul « = » donne une valeur)");
}

/* The "else if" that opened one block more, between the opener and the end. */
static size_t split_else(const struct fault *f, size_t from)
{
	for (size_t i = from; i + 2 < f->toks.n; i++)
		if (lex_is(&f->toks, i, "else") && lex_is(&f->toks, i + 1, "if") &&
		    tok_at(f, i)->line == tok_at(f, i + 1)->line)
			return i;
	return STR_NONE;
}

static bool opens(const struct lexes *t, size_t i)
{
	return lex_is(t, i, "function") || lex_is(t, i, "if") || lex_is(t, i, "do") || lex_is(t, i, "repeat");
}

/* The block that has not its end: the first one whose end, by the count, stands further left than its beginning. */
static size_t unclosed_opener(const struct fault *f)
{
	size_t stack[200], n = 0;
	for (size_t i = 0; i <= f->broken && i + 1 < f->toks.n; i++) {
		if (i < f->broken && opens(&f->toks, i) && n < sizeof stack / sizeof *stack)
			stack[n++] = i;
		if ((!lex_is(&f->toks, i, "end") && !lex_is(&f->toks, i, "until")) || n == 0)
			continue;
		size_t opener = stack[--n], first = first_of_line(f, opener);
		if (starts_line(f, i) && fault_column(f->text, tok_at(f, i)->at) < fault_column(f->text, tok_at(f, first)->at))
			return opener;
	}
	return n ? stack[n - 1] : STR_NONE;
}

/* "for", "while", "if", "function": the word that people see. */
static struct str opening_word(const struct fault *f, size_t opener)
{
	size_t first = first_of_line(f, opener);
	return lex_is(&f->toks, opener, "do") && (lex_is(&f->toks, first, "for") || lex_is(&f->toks, first, "while"))
		       ? lex_str(&f->toks, first)
		       : lex_str(&f->toks, opener);
}

static bool split_else_before(const struct fault *f)
{
	size_t split = split_else(f, 0);
	return split < f->broken && fault_say(f, tok_at(f, split)->at, "R014",
					      "« else if » ouvre un bloc de plus, qui voudrait son propre « end » : écrivez "
					      "« elseif » en un mot");
}

/* A line below a return, in the same block: as far in as the return itself. */
static bool after_return(const struct fault *f, size_t i)
{
	size_t before = i ? first_of_line(f, i - 1) : 0;
	return i > 0 && lex_is(&f->toks, before, "return") && starts_line(f, i) && tok_at(f, i)->kind != LEX_OP &&
	       fault_column(f->text, tok_at(f, i)->at) == fault_column(f->text, tok_at(f, before)->at) &&
	       fault_say(f, tok_at(f, i)->at, "R029",
			 "rien ne peut suivre « return » avant le « end » de son bloc : cette ligne ne serait jamais jouée");
}

static bool extra_parenthesis(const struct fault *f, size_t i)
{
	int open = 0;
	for (size_t k = first_of_line(f, i); k <= i; k++)
		open += lex_is(&f->toks, k, "(") - lex_is(&f->toks, k, ")");
	return lex_is(&f->toks, i, ")") && open < 0 && fault_say(f, tok_at(f, i)->at, "R024", "« ) » de trop : effacez-la");
}

static bool missing_end(const struct fault *f)
{
	size_t opener = unclosed_opener(f);
	if (split_else_before(f) || after_return(f, f->broken) || extra_parenthesis(f, f->broken))
		return true;
	if (opener == STR_NONE)
		return fault_say(f, fault_line_start(f), "R022", "il manque « end »");
	struct str word = opening_word(f, opener);
	bool function = str_eq(word, STR("function"));
	return fault_say(f, tok_at(f, opener)->at, "R022", "il manque « end » pour %s ligne %u (%.*s), au plus tard ligne %u",
			 function ? "la fonction ouverte" : "le bloc ouvert", tok_at(f, opener)->line, STR_ARG(word),
			 tok_at(f, f->broken)->line);
}

/* "… (to close '{' at line n) near …" */
static unsigned opened_line(struct str said)
{
	size_t line = str_find(said, STR(" at line "), 0), close = line == STR_NONE ? STR_NONE : str_find(said, STR(")"), line);
	int64_t n;
	return close != STR_NONE && str_int(str_part(said, line + 9, close), &n) ? (unsigned)n : 0;
}

static bool odd_key(const struct fault *f, size_t i)
{
	struct str before = i > 1 ? lex_str(&f->toks, i - 2) : STR("");
	if (!lex_is(&f->toks, i, "=") || i < 3)
		return false;
	size_t from = i - 1;
	while (from > 1 && (lex_is(&f->toks, from - 1, ".") || lex_is(&f->toks, from - 1, "-")))
		from -= 2;
	struct str key = str_part(f->text, tok_at(f, from)->at, tok_at(f, i - 1)->end);
	if (!str_eq(before, STR(".")) && !str_eq(before, STR("-")))
		return false;
	return fault_say(f, tok_at(f, from)->at, "R028",
			 "un nom qui contient « . » ou « - » s'écrit entre crochets et guillemets : [\"%.*s\"] = …", STR_ARG(key));
}

/* The last bracket of this kind that nothing closes. */
static size_t unclosed_bracket(const struct fault *f, char open)
{
	const char opening[] = { open, '\0' }, closing[] = { open == '{' ? '}' : ')', '\0' };
	size_t stack[200], n = 0;
	for (size_t i = 0; i < f->broken; i++) {
		if (lex_is(&f->toks, i, opening) && n < sizeof stack / sizeof *stack)
			stack[n++] = tok_at(f, i)->at;
		n -= n > 0 && lex_is(&f->toks, i, closing);
	}
	return n ? stack[n - 1] : STR_NONE;
}

static bool begins_statement(const struct fault *f, size_t i)
{
	static const char *const words[] = { "end", "else", "elseif", "return", "local", "if", "for", NULL };
	return starts_line(f, i) && str_position(lex_str(&f->toks, i), words) >= 0;
}

static bool in_table(const struct fault *f, size_t i)
{
	unsigned line = opened_line(f->said);
	char open = str_starts(f->said, STR("'}'")) ? '{' : '(', close = open == '{' ? '}' : ')';
	if (i > 0 && lex_is(&f->toks, i, "=") && tok_at(f, i - 1)->kind == LEX_TEXT)
		return fault_say(f, tok_at(f, i - 1)->at, "R028", "un nom s'écrit sans guillemets devant « = »");
	if (odd_key(f, i))
		return true;
	if (i > 3 && lex_is(&f->toks, i, "=") && lex_is(&f->toks, i - 1, ")"))
		return fault_say(f, tok_at(f, first_of_line(f, i))->at, "R028", "une fonction s'écrit « %.*s = function(d) … end »",
				 STR_ARG(lex_str(&f->toks, first_of_line(f, i))));
	if (i > 1 && tok_at(f, i)->kind == LEX_NAME && tok_at(f, i - 1)->kind == LEX_NAME && lex_is(&f->toks, i - 2, "=") &&
	    !starts_line(f, i))
		return fault_say(f, tok_at(f, i - 1)->at, "R065", "un texte s'écrit entre guillemets droits : \"%.*s %.*s…\"",
				 STR_ARG(lex_str(&f->toks, i - 1)), STR_ARG(lex_str(&f->toks, i)));
	if (lex_is(&f->toks, i - 1, "end") && tok_at(f, i)->kind == LEX_WORD)
		return fault_say(f, tok_at(f, i - 1)->at, "R024", "« end » de trop ligne %u : la fonction est déjà fermée avant "
				 "« %.*s »", tok_at(f, i - 1)->line, STR_ARG(lex_str(&f->toks, i)));
	if (tok_at(f, i)->kind == LEX_END)
		return fault_say(f, unclosed_bracket(f, open), "R021", "il manque « %c » pour fermer « %c », ouvert ligne %u", close,
				 open, line ? line : f->no);
	if (i > 0 && (lex_is(&f->toks, i, "essai") || lex_is(&f->toks, i, "regle") || (open == '{' && begins_statement(f, i))))
		return fault_say(f, tok_at(f, i)->at, "R021",
				 "il manque « %c » avant cette ligne, pour fermer « %c » ouvert ligne %u", close, open,
				 line ? line : f->no);
	if (i > 0 && open == '{')
		return fault_say(f, tok_at(f, i - 1)->end, "R020", "virgule oubliée %sligne %u, avant « %.*s »",
				 starts_line(f, i) ? "à la fin de la " : "", tok_at(f, i - 1)->line, STR_ARG(utf8_head(lex_str(&f->toks, i), 40)));
	return fault_say(f, i > 0 ? tok_at(f, i - 1)->end : tok_at(f, i)->at, "R020",
			 "« ) » ou virgule oubliée avant « %.*s »", STR_ARG(utf8_head(lex_str(&f->toks, i), 40)));
}

/* "locl x", not "Total des voix". */
static bool keyword_meant(const struct fault *f, size_t at, struct str word)
{
	static const char *const known[] = { "local", "return", "function", NULL };
	const char *near = str_find(word, STR("."), 0) == STR_NONE ? nearest_word(word, known) : NULL;

	return near && near[0] == word.p[0] &&
	       fault_say(f, tok_at(f, at)->at, "R018", "« %.*s » n'est pas une instruction ; vouliez-vous « %s » ?", STR_ARG(word), near);
}

/* d.seance.date, alone: a value of which nothing is done. */
static bool idle_value(const struct fault *f, size_t i)
{
	size_t from = i;
	if (i == 0 || !str_starts(f->said, STR("syntax error near")))
		return false;
	while (from > 0 && (tok_at(f, from - 1)->kind == LEX_NAME || lex_is(&f->toks, from - 1, ".")) &&
	       tok_at(f, from - 1)->line == tok_at(f, i - 1)->line)
		from--;
	struct str value = from < i ? str_part(f->text, tok_at(f, from)->at, tok_at(f, i - 1)->end) : STR("");
	if (!value.n || !starts_line(f, from) || value.n > 80)
		return false;
	if (str_eq(value, STR("essai")))
		return fault_say(f, tok_at(f, i)->at, "R065", "le nom d'un essai s'écrit entre guillemets : essai \"acte de décembre\" { … }");
	if (tok_at(f, i)->line == tok_at(f, i - 1)->line && tok_at(f, i)->kind == LEX_NAME)
		return keyword_meant(f, from, value) ||
		       fault_say(f, tok_at(f, from)->at, "R018", "cette ligne n'est pas une instruction : une remarque commence par « -- »");
	if (lex_is(&f->toks, i, "==") || lex_is(&f->toks, i, "~=") || lex_is(&f->toks, i, "<") || lex_is(&f->toks, i, ">"))
		return fault_say(f, tok_at(f, i)->at, "R027",
				 "une comparaison ne s'écrit pas seule : « if %.*s %.*s … then », ou « = » pour donner une valeur",
				 STR_ARG(value), STR_ARG(lex_str(&f->toks, i)));
	return fault_say(f, tok_at(f, from)->at, "R027",
			 "cette ligne ne fait rien de « %.*s » : donnez un nom à la valeur, « local x = %.*s »", STR_ARG(value),
			 STR_ARG(value));
}

static bool expected(const struct fault *f, size_t i)
{
	size_t quote = str_find(f->said, STR("' expected"), 0);
	struct str wanted = str_starts(f->said, STR("'")) && quote != STR_NONE ? str_part(f->said, 1, quote) : STR("");
	struct str near = utf8_head(lex_str(&f->toks, i), 40);
	size_t at = tok_at(f, i)->at;
	if (str_eq(wanted, STR("then")) && lex_is(&f->toks, i, "{"))
		return fault_say(f, at, "R025", "un bloc s'écrit « then … end », sans accolades");
	if (str_eq(wanted, STR("then")) && tok_at(f, i)->kind == LEX_NAME && !starts_line(f, i))
		return fault_say(f, at, "R025",
				 "« %.*s » n'est pas attendu ici : une comparaison s'écrit avec ==, ~=, <, >, <= ou >=, et finit par "
				 "« then »", STR_ARG(near));
	if (str_eq(wanted, STR(",")))
		return fault_say(f, at, "R025", "une boucle qui compte s'écrit « for i = 1, n do … end »");
	if (str_eq(wanted, STR("then")))
		return fault_say(f, i ? tok_at(f, i - 1)->end : at, "R025",
				 "il manque « then » à la fin de la condition, avant « %.*s »", STR_ARG(near));
	if (str_eq(wanted, STR("(")) && i > 1 && lex_is(&f->toks, i - 2, "="))
		return fault_say(f, at, "R028", "ce qu'une fonction reçoit s'écrit entre parenthèses : function(%.*s)", STR_ARG(near));
	if (str_eq(wanted, STR("(")) && i > 0 && lex_is(&f->toks, i - 1, "function"))
		return fault_say(f, at, "R028", "dans regle { }, une fonction s'écrit « %.*s = function(d) … end »", STR_ARG(near));
	if (str_starts(f->said, STR("'=' or 'in' expected")))
		return fault_say(f, at, "R025", "une boucle s'écrit « for x in chaque(liste) do … end »");
	if (str_starts(f->said, STR("function arguments expected")))
		return fault_say(f, i > 1 ? tok_at(f, i - 2)->at : at, "R041",
				 "« : » ne s'emploie qu'avec d:statut(\"champ\") et d:si_lu(\"champ\") ; un champ se prend avec un point");
	if (i > 1 && lex_is(&f->toks, i - 1, ":"))
		return fault_say(f, tok_at(f, i - 1)->at, "R017", "donner une valeur s'écrit « = » : « %.*s = … »",
				 STR_ARG(lex_str(&f->toks, i - 2)));
	if (wanted.n)
		return fault_say(f, i ? tok_at(f, i - 1)->end : at, "R025", "il manque « %.*s » avant « %.*s »", STR_ARG(wanted),
				 STR_ARG(near));
	if (str_starts(f->said, STR("<name> expected")))
		return fault_say(f, at, "R025", "un nom est attendu avant « %.*s »", STR_ARG(near));
	return false;
}

static bool unexpected(const struct fault *f, size_t i)
{
	struct str near = utf8_head(lex_str(&f->toks, i), 40);
	size_t at = tok_at(f, i)->at, opener = unclosed_opener(f);
	if (split_else_before(f) || extra_parenthesis(f, i))
		return true;
	if (i > 1 && (lex_is(&f->toks, i, "=") || lex_is(&f->toks, i, ",")) && lex_is(&f->toks, i - 2, "essai"))
		return fault_say(f, at, "R028", "essai s'écrit sans signe entre le nom et l'accolade : essai \"nom\" { … }");
	if (i > 0 && lex_is(&f->toks, i - 1, "{") && tok_at(f, i)->kind == LEX_WORD)
		return fault_say(f, tok_at(f, i - 1)->at, "R025", "un bloc s'écrit « then … end » ou « do … end », sans accolades");
	if (i > 0 && lex_is(&f->toks, i - 1, ",") && tok_at(f, i)->kind == LEX_WORD && starts_line(f, i))
		return fault_say(f, tok_at(f, i - 1)->at, "R024",
				 "virgule de trop à la fin de la ligne %u : une instruction n'en prend pas", tok_at(f, i - 1)->line);
	if (i > 1 && lex_is(&f->toks, i, "-") && lex_is(&f->toks, i - 2, "local"))
		return fault_say(f, tok_at(f, i - 1)->at, "R028", "un nom s'écrit sans trait d'union : « %.*s_%.*s »",
				 STR_ARG(lex_str(&f->toks, i - 1)), STR_ARG(lex_str(&f->toks, i + 1)));
	if (lex_is(&f->toks, i, "["))
		return fault_say(f, at, "R024", "une liste s'écrit entre accolades : { … }");
	if (i > 0 && (lex_is(&f->toks, i - 1, "or") || lex_is(&f->toks, i - 1, "and")) && tok_at(f, i)->kind == LEX_OP)
		return fault_say(f, at, "R024", "répétez ce qui est comparé : « x > 3 %.*s x %.*s … »",
				 STR_ARG(lex_str(&f->toks, i - 1)), STR_ARG(near));
	if (lex_is(&f->toks, i, ",") && lex_is(&f->toks, i - 1, "}"))
		return fault_say(f, tok_at(f, i - 1)->at, "R024", "« } » de trop : elle ferme déjà toute la déclaration");
	if (lex_is(&f->toks, i, "end"))
		return fault_say(f, at, "R024", "« end » de trop : rien n'est ouvert qu'il puisse fermer");
	if (near.n == 1 && strchr(",})", near.p[0]) && opener != STR_NONE)
		return fault_say(f, at, "R022", "« %.*s » n'est pas attendu ici : il manque un « end » au « %.*s » ouvert ligne %u",
				 STR_ARG(near), STR_ARG(opening_word(f, opener)), tok_at(f, opener)->line);
	if (near.n == 1 && strchr("})", near.p[0]))
		return fault_say(f, at, "R024", "« %.*s » de trop : effacez-la, ou ouvrez ce qu'elle ferme", STR_ARG(near));
	return fault_say(f, at, "R024", "« %.*s » n'est pas attendu ici : il manque quelque chose avant, ou c'est de trop",
			 STR_ARG(near));
}

static bool is_syntax(struct str said)
{
	return str_find(said, STR(" near "), 0) != STR_NONE;
}

/* Where our tree and Lua part, Lua is right: its line and its token. */
static void settle_place(struct fault *f)
{
	size_t at = str_find(f->said, STR(" near '"), 0);
	if (f->broken != STR_NONE && tok_at(f, f->broken)->line == f->no)
		return;
	if (at != STR_NONE && str_ends(f->said, STR("'"))) {
		size_t tok = fault_token(f, str_part(f->said, at + 7, f->said.n - 1));
		f->broken = tok == STR_NONE || tok == 0 ? f->broken : tok;
	}
}

bool fault_syntax(struct fault *f)
{
	if (!is_syntax(f->said))
		return false;
	settle_place(f);
	size_t i = f->broken;
	if (i == STR_NONE) /* our tree understood it: only the line is known */
		return fault_say(f, fault_line_start(f), "R024", "instruction non comprise : %.*s", STR_ARG(f->said));
	if (quote_inside(f, i) || foreign(f, i) || fault_numbers(f, i) || single_equal(f, i) || french_function(f, i) ||
	    habitual(f, i) || idle_value(f, i))
		return true;
	if (str_starts(f->said, STR("'}' expected")) || str_starts(f->said, STR("')' expected")))
		return in_table(f, i);
	if (str_starts(f->said, STR("'end' expected")))
		return missing_end(f);
	if (tok_at(f, i)->kind == LEX_END)
		return fault_say(f, STR_NONE, "R024", "le fichier s'arrête au milieu d'une instruction : complétez la dernière ligne");
	return expected(f, i) || unexpected(f, i);
}
