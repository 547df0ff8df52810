/* SPDX-License-Identifier: EUPL-1.2 */
/* What Lua says of a running rule: "attempt to compare number with nil", "attempt to index a nil value (local 'x')" …
 * The column is that of the name it gives, or of the only operator of the line. */
#include "faults.h"

/* Lua's word for a type, ours for people. */
static const char *type_fr(struct str t)
{
	static const struct { const char *lua, *fr; } types[] = {
		{ "nil", "une valeur vide (nil)" }, { "number", "un nombre" },     { "string", "un texte" },
		{ "boolean", "vrai ou faux" },      { "table", "une table { }" }, { "function", "une fonction" },
		{ "liste", "une liste" },           { "document", "un groupe de champs" }, { "vote", "un vote" },
		{ "personne", "une personne" },     { "groupe", "un groupe" },    { "verdict", "un verdict" },
		{ "référence", "une référence" },   { "élément", "un élément de liste" },
	};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_eq(t, str_c(types[i].lua)))
			return types[i].fr;
	return "une autre valeur";
}

/* "… (field 'pour')": kind and name, empty when Lua gives none. */
static struct str named_by_lua(struct str said, struct str *ret_kind)
{
	size_t open = str_find(said, STR("("), 0), quote = open == STR_NONE ? STR_NONE : str_find(said, STR(" '"), open);
	size_t end = quote == STR_NONE ? STR_NONE : str_find(said, STR("'"), quote + 2);
	*ret_kind = end == STR_NONE ? STR("") : str_part(said, open + 1, quote);
	return end == STR_NONE ? STR("") : str_part(said, quote + 2, end);
}

/* The type after `word`: "attempt to call a nil value", "with nil". */
static struct str word_after(struct str said, const char *word)
{
	size_t at = str_find(said, str_c(word), 0);
	if (at == STR_NONE)
		return STR("");
	at += strlen(word);
	size_t end = str_find(said, STR(" "), at);
	return str_part(said, at, end == STR_NONE ? said.n : end);
}

static size_t place_of(const struct fault *f, struct str name)
{
	size_t tok = name.n ? fault_token(f, name) : STR_NONE;
	return tok == STR_NONE ? fault_line_start(f) : f->toks.at[tok].at;
}

/* The only token of the line among `ops`, else the beginning of the line. */
static size_t place_of_operator(const struct fault *f, const char *const *ops)
{
	size_t found = STR_NONE;
	for (size_t i = 0; i + 1 < f->toks.n; i++) {
		bool is = false;
		for (size_t k = 0; ops[k] && f->toks.at[i].line == f->no; k++)
			is = is || lex_is(&f->toks, i, ops[k]);
		if (is && found != STR_NONE)
			return fault_line_start(f);
		if (is)
			found = i;
	}
	return found == STR_NONE ? fault_line_start(f) : f->toks.at[found].at;
}

static bool either(struct str a, struct str b, const char *what)
{
	return str_eq(a, str_c(what)) || str_eq(b, str_c(what));
}

static bool compares(const struct fault *f)
{
	static const char *const ops[] = { "<", ">", "<=", ">=", NULL };
	struct str a = word_after(f->said, "compare "), b = word_after(f->said, " with ");
	if (str_eq(a, STR("two"))) {
		a = b = word_after(f->said, "two ");
		return fault_say(f, place_of_operator(f, ops), "R040",
				 "%s et %s ne se comparent pas par « < » ou « > » : pour des listes, comparez nombre(…)",
				 type_fr(a), type_fr(b));
	}
	const char *remedy = "comparez deux nombres, ou deux dates";
	if (either(a, b, "boolean"))
		remedy = "une comparaison double s'écrit « 3 < x and x < 9 »";
	else if (either(a, b, "nil"))
		remedy = "vérifiez d'abord que la valeur est là (« if x then … »)";
	else if (either(a, b, "liste") || either(a, b, "table"))
		remedy = "le nombre d'éléments s'écrit nombre(liste)";
	else if (either(a, b, "élément"))
		remedy = "comparez un champ de l'élément, comme m.centimes pour un montant m";
	else if (either(a, b, "number") && either(a, b, "string"))
		remedy = "un nombre s'écrit sans guillemets ; une date se compare à \"AAAA-MM-JJ\"";
	return fault_say(f, place_of_operator(f, ops), "R040", "comparaison impossible entre %s et %s : %s", type_fr(a),
			 type_fr(b), remedy);
}

static bool calls(const struct fault *f)
{
	struct str kind, name = named_by_lua(f->said, &kind), type = word_after(f->said, "call a ");
	size_t at = place_of(f, name);
	if (str_eq(name, STR("for iterator")))
		return fault_say(f, fault_line_start(f), "R042", "une liste se parcourt par « for x in chaque(liste) do »");
	if (str_eq(kind, STR("method")))
		return fault_say(f, at, "R041",
				 "« : » ne s'emploie qu'avec d:statut(\"champ\") et d:si_lu(\"champ\") ; « %.*s » se prend "
				 "avec un point, sans parenthèses",
				 STR_ARG(name));
	if (!name.n)
		return fault_say(f, at, "R041", "%s n'est pas une fonction : effacez les parenthèses qui suivent",
				 type_fr(type));
	if (str_eq(type, STR("nil")))
		return fault_say(f, at, "R041",
				 "« %.*s » est une valeur vide (nil), pas une fonction : elle est appelée avant d'être définie, "
				 "ou son nom est faux",
				 STR_ARG(name));
	return fault_say(f, at, "R041", "« %.*s » n'est pas une fonction mais %s : effacez les parenthèses qui suivent",
			 STR_ARG(name), type_fr(type));
}

static bool computes(const struct fault *f)
{
	static const char *const ops[] = { "+", "-", "*", "/", "//", "%", "^", NULL };
	struct str kind, name = named_by_lua(f->said, &kind), type = word_after(f->said, "on a ");
	size_t at = name.n && !str_eq(kind, STR("constant")) ? place_of(f, name) : place_of_operator(f, ops);
	const char *remedy = "un calcul se fait entre nombres";
	if (str_eq(type, STR("string")))
		remedy = "des textes s'assemblent par « .. », un nombre s'écrit sans guillemets";
	else if (str_eq(type, STR("nil")))
		remedy = "vérifiez d'abord qu'elle est là (« if x then … »)";
	else if (str_eq(type, STR("liste")) || str_eq(type, STR("table")))
		remedy = "le nombre d'éléments s'écrit nombre(liste)";
	if (name.n && !str_eq(kind, STR("constant")))
		return fault_say(f, at, "R043", "calcul impossible : « %.*s » est %s : %s", STR_ARG(name), type_fr(type),
				 remedy);
	return fault_say(f, at, "R043", "calcul impossible sur %s : %s", type_fr(type), remedy);
}

static bool joins(const struct fault *f)
{
	static const char *const ops[] = { "..", NULL };
	struct str kind, name = named_by_lua(f->said, &kind), type = word_after(f->said, "concatenate a ");
	size_t at = name.n ? place_of(f, name) : place_of_operator(f, ops);
	const char *remedy = str_eq(type, STR("liste")) || str_eq(type, STR("table"))
				     ? "une liste s'écrit liste(…) ou nombre(…)"
			     : str_eq(type, STR("nil")) ? "vérifiez d'abord qu'elle est là (« if x then … »)"
							: "écrivez texte(\"… %s\", valeur)";
	return fault_say(f, at, "R044", "« .. » n'assemble que textes et nombres ; « %.*s » est %s : %s",
			 STR_ARG(name.n ? name : STR("la valeur")), type_fr(type), remedy);
}

static bool indexes(const struct fault *f)
{
	struct str kind, name = named_by_lua(f->said, &kind), type = word_after(f->said, "index a ");
	size_t at = place_of(f, name);
	if (str_eq(type, STR("nil")))
		return fault_say(f, at, "R045",
				 "« %.*s » est une valeur vide (nil), qui n'a pas de champ : vérifiez d'abord qu'elle est là "
				 "(« if %.*s then … »)",
				 STR_ARG(name.n ? name : STR("la valeur")), STR_ARG(name.n ? name : STR("x")));
	return fault_say(f, at, "R045", "« %.*s » est %s, qui n'a pas de champ : effacez le point et ce qui le suit",
			 STR_ARG(name.n ? name : STR("la valeur")), type_fr(type));
}

bool fault_running(struct fault *f)
{
	static const struct { const char *said, *code, *text; } rows[] = {
		{ "attempt to perform 'n//0'", "R043", "division par zéro : vérifiez d'abord que le diviseur n'est pas 0" },
		{ "attempt to perform 'n%%0'", "R043", "division par zéro : vérifiez d'abord que le diviseur n'est pas 0" },
		{ "attempt to divide by zero", "R043", "division par zéro : vérifiez d'abord que le diviseur n'est pas 0" },
		{ "number has no integer representation", "R043", "un nombre entier est attendu : divisez par « // »" },
		{ "'for' initial value must be", "R042", "« for i = début, fin do » : le début doit être un nombre" },
		{ "'for' limit must be", "R042",
		  "« for i = début, fin do » : la fin doit être un nombre (pour une liste : nombre(liste))" },
		{ "'for' step", "R042", "« for i = début, fin, pas do » : le pas doit être un nombre, autre que 0" },
		{ "table index is nil", "R045", "t[x] = … : x est une valeur vide (nil)" },
		{ "attempt to get length", "R045", "« # » ne compte qu'une liste : écrivez nombre(liste)" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (str_starts(f->said, str_c(rows[i].said)))
			return fault_say(f, fault_line_start(f), rows[i].code, "%s", rows[i].text);
	if (str_starts(f->said, STR("attempt to compare")))
		return compares(f);
	if (str_starts(f->said, STR("attempt to call")))
		return calls(f);
	if (str_starts(f->said, STR("attempt to perform arithmetic")))
		return computes(f);
	if (str_starts(f->said, STR("attempt to concatenate")))
		return joins(f);
	return str_starts(f->said, STR("attempt to index")) && indexes(f);
}
