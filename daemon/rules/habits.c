/* SPDX-License-Identifier: EUPL-1.2 */
/* What people type instead of Lua: French words, signs of other languages, what Word makes of quotes and dashes. */
#include <stdio.h>
#include "faults.h"
#include "fold.h"

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_figure(c) || c == '_' ||
	       (unsigned char)c >= 0x80;
}

/* The word around a byte of the text, letters with accents included. */
static struct str word_around(struct str s, size_t at)
{
	size_t from = at, to = at;
	while (from > 0 && is_name_byte(s.p[from - 1]))
		from--;
	while (to < s.n && is_name_byte(s.p[to]))
		to++;
	return str_part(s, from, to);
}

static void accented_name(struct str text, size_t *at, char *out, size_t size)
{
	struct arena a;
	struct str word = word_around(text, *at);
	*at = (size_t)(word.p - text.p);
	arena_init(&a, MIB);
	struct str plain = fold_text(&a, utf8_head(word, 80));
	snprintf(out, size, "un nom ne peut pas contenir d'accent (« %.*s ») : écrivez « %.*s »",
		 STR_ARG(utf8_head(word, 80)), STR_ARG(utf8_head(plain, 80)));
	arena_done(&a);
}

struct sign {
	uint32_t from, to;
	const char *code, *text;
};
static const struct sign SIGNS[] = {
	{ 0xAB, 0xAB, "R002", "guillemets français hors d'un texte : un texte s'écrit entre guillemets droits \"…\"" },
	{ 0xBB, 0xBB, "R002", "guillemets français hors d'un texte : un texte s'écrit entre guillemets droits \"…\"" },
	{ 0x2018, 0x2019, "R003",
	  "apostrophe typographique (Word) hors d'un texte : un texte s'écrit entre guillemets droits \"…\"" },
	{ 0x201A, 0x201F, "R003", "guillemets typographiques (Word) : un texte s'écrit entre guillemets droits \"…\"" },
	{ 0x2010, 0x2015, "R005", "tiret typographique : le signe moins s'écrit « - », une remarque commence par « -- »" },
	{ 0x2212, 0x2212, "R005", "signe moins typographique : il s'écrit « - »" },
	{ 0x2026, 0x2026, "R007", "points de suspension hors d'un texte : complétez ou effacez ce passage" },
	{ 0x2260, 0x2260, "R010", "« ≠ » s'écrit « ~= »" },
	{ 0x2264, 0x2264, "R010", "« ≤ » s'écrit « <= »" },
	{ 0x2265, 0x2265, "R010", "« ≥ » s'écrit « >= »" },
	{ 0xD7, 0xD7, "R010", "« × » s'écrit « * »" },
	{ 0xF7, 0xF7, "R010", "« ÷ » s'écrit « // » (division entière)" },
	{ 0x20AC, 0x20AC, "R016", "un montant s'écrit en centimes entiers, sans unité : 10 € s'écrit 1000" },
	{ '&', '&', "R012", "« et » s'écrit « and »" },
	{ '|', '|', "R012", "« ou » s'écrit « or »" },
	{ '!', '!', "R012", "« non » s'écrit « not »" },
	{ '?', '?', "R015", "« ? » n'existe pas : écrivez « if … then … else … end »" },
	{ '@', '@', "R006", "« @ » n'a pas de sens ici : un texte s'écrit entre guillemets droits \"…\"" },
	{ '$', '$', "R006", "« $ » n'a pas de sens ici : un nom s'écrit tel quel, sans signe devant" },
	{ '`', '`', "R003", "accent grave : un texte s'écrit entre guillemets droits \"…\"" },
	{ '\\', '\\', "R006", "« \\ » n'a pas de sens hors d'un texte : effacez-le" },
};

void habit_foreign(struct str text, size_t *at, const char **ret_code, char *out, size_t size)
{
	uint32_t cp = 0;
	utf8_next(text, *at, &cp);
	if (str_starts(str_part(text, *at, text.n), STR("```"))) {
		*ret_code = "R006";
		snprintf(out, size, "« ``` » entoure un exemple dans une page : effacez cette ligne");
		return;
	}
	for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
		if (cp < SIGNS[i].from || cp > SIGNS[i].to)
			continue;
		*ret_code = SIGNS[i].code;
		snprintf(out, size, "%s", SIGNS[i].text);
		return;
	}
	*ret_code = cp_is_space(cp) ? "R004" : cp_is_letter(cp) ? "R001" : "R006";
	if (cp_is_space(cp))
		snprintf(out, size, "espace insécable invisible, colonne %u : remplacez-la par une espace ordinaire",
			 fault_column(text, *at));
	else if (cp_is_letter(cp))
		accented_name(text, at, out, size);
	else
		snprintf(out, size, "caractère invisible ou étranger au langage, colonne %u : effacez-le",
			 fault_column(text, *at));
}

struct habit {
	const char *typed, *second; /* second: the token right behind, NULL = any */
	const char *code, *remedy;
};
/* `second` first: "sinon si" before "sinon". */
static const struct habit HABITS[] = {
	{ "!", "=", "R010", "« différent de » s'écrit « ~= »" },
	{ "<", ">", "R010", "« différent de » s'écrit « ~= »" },
	{ "=", "/", "R010", "« différent de » s'écrit « ~= »" },
	{ "=", ">", "R010", "« supérieur ou égal » s'écrit « >= »" },
	{ "=", "<", "R010", "« inférieur ou égal » s'écrit « <= »" },
	{ "==", "=", "R011", "comparer s'écrit « == »" },
	{ ":", "=", "R017", "donner une valeur s'écrit « = »" },
	{ "+", "=", "R017", "« x += 1 » s'écrit « x = x + 1 »" },
	{ "-", "=", "R017", "« x -= 1 » s'écrit « x = x - 1 »" },
	{ "+", "+", "R017", "« x++ » s'écrit « x = x + 1 »" },
	{ "/", "*", "R018", "une remarque commence par « -- »" },
	{ "//", NULL, "R018", "une remarque commence par « -- »" },
	{ "#", NULL, "R018", "une remarque commence par « -- »" },
	{ "&", NULL, "R012", "« et » s'écrit « and »" },
	{ "|", NULL, "R012", "« ou » s'écrit « or »" },
	{ "!", NULL, "R012", "« non » s'écrit « not »" },
	{ "et", NULL, "R012", "« et » s'écrit « and »" },
	{ "ou", NULL, "R012", "« ou » s'écrit « or »" },
	{ "sans", "objet", "R028", "un nom s'écrit sans espace : « sans_objet »" },
	{ "non", "verifiable", "R028", "un nom s'écrit sans espace : « non_verifiable »" },
	{ "non", "v", "R028", "un nom s'écrit sans espace ni accent : « non_verifiable »" }, /* "v", and the accent stops the name */
	{ "non", NULL, "R012", "« non » s'écrit « not »" },
	{ "sinon", "si", "R014", "« sinon si » s'écrit « elseif » en un mot" },
	{ "sinonsi", NULL, "R014", "« sinon si » s'écrit « elseif » en un mot" },
	{ "elsif", NULL, "R014", "« sinon si » s'écrit « elseif » en un mot" },
	{ "elif", NULL, "R014", "« sinon si » s'écrit « elseif » en un mot" },
	{ "sinon", NULL, "R013", "« sinon » s'écrit « else »" },
	{ "alors", NULL, "R013", "« alors » s'écrit « then »" },
	{ "si", NULL, "R013", "« si » s'écrit « if »" },
	{ "pour", NULL, "R013", "« pour chaque » s'écrit « for x in chaque(liste) do … end »" },
	{ "dans", NULL, "R013", "« dans » s'écrit « in » : « for x in chaque(liste) do … end »" },
	{ "faire", NULL, "R013", "« faire » s'écrit « do »" },
	{ "tant", NULL, "R013", "« tant que » s'écrit « while … do … end »" },
	{ "fin", NULL, "R013", "« fin » s'écrit « end »" },
	{ "retourne", NULL, "R013", "« retourne » s'écrit « return »" },
	{ "retourner", NULL, "R013", "« retourner » s'écrit « return »" },
	{ "renvoie", NULL, "R013", "« renvoie » s'écrit « return »" },
	{ "rend", NULL, "R013", "« rend » s'écrit « return »" },
	{ "fonction", NULL, "R013", "« fonction » s'écrit « function »" },
	{ "locale", NULL, "R013", "« locale » s'écrit « local »" },
	{ "soit", NULL, "R013", "« soit x = … » s'écrit « local x = … »" },
	{ "var", NULL, "R013", "« var x = … » s'écrit « local x = … »" },
	{ "let", NULL, "R013", "« let x = … » s'écrit « local x = … »" },
	{ "const", NULL, "R013", "« const x = … » s'écrit « local x = … »" },
};

/* If, THEN, End: a word of the language but for its letters. */
static bool is_word_in_capitals(struct str s)
{
	char small[16];
	if (s.n == 0 || s.n > sizeof small)
		return false;
	for (size_t i = 0; i < s.n; i++)
		small[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] + 32) : s.p[i];
	return lex_word((struct str){ small, s.n });
}

const char *habit_remedy(const struct lexes *t, size_t i, const char **ret_code)
{
	if (i >= t->n || t->at[i].kind == LEX_TEXT)
		return NULL;
	for (size_t k = 0; k < sizeof HABITS / sizeof *HABITS; k++) {
		const struct habit *h = &HABITS[k];
		if (!lex_is(t, i, h->typed) || (h->second && !lex_is(t, i + 1, h->second)))
			continue;
		*ret_code = h->code;
		return h->remedy;
	}
	*ret_code = "R019";
	return t->at[i].kind == LEX_NAME && is_word_in_capitals(lex_str(t, i))
		       ? "les mots du langage s'écrivent en minuscules : if, then, else, end, and, or, not, return…"
		       : NULL;
}

const char *habit_instead(struct str name)
{
	static const struct { const char *name, *instead; } rows[] = {
		{ "vrai", "« vrai » s'écrit « true »" },
		{ "faux", "« faux » s'écrit « false »" },
		{ "True", "« True » s'écrit « true »" },
		{ "False", "« False » s'écrit « false »" },
		{ "null", "« null » s'écrit « nil » ; un champ qui manque se demande par d:statut(\"champ\") == \"absent\"" },
		{ "nul", "« nul » s'écrit « nil » ; un champ qui manque se demande par d:statut(\"champ\") == \"absent\"" },
		{ "vide", "« vide » s'écrit « nil » ; un champ qui manque se demande par d:statut(\"champ\") == \"absent\"" },
		{ "pairs", "« pairs » n'existe pas dans une règle : écrivez « for x in chaque(liste) do »" },
		{ "next", "« next » n'existe pas dans une règle : écrivez « for x in chaque(liste) do »" },
		{ "print", "« print » n'existe pas dans une règle : ce qu'elle dit se rend par conforme(…) ou anomalie(…)" },
		{ "string", "« string » n'existe pas dans une règle : texte(\"%d voix\", n), trouve(texte, \"mots\") ou "
			    "nombre(texte)" },
		{ "table", "« table » n'existe pas dans une règle : ajoute(t, x), nombre(t) ou liste(t)" },
		{ "math", "« math » n'existe pas dans une règle : « // » divise en nombres entiers, « %% » donne le reste" },
		{ "os", "« os » n'existe pas dans une règle : la date est celle de la séance, d.seance.date" },
		{ "io", "« io » n'existe pas dans une règle : elle ne lit que l'acte (d) et les paramètres" },
		{ "require", "« require » n'existe pas dans une règle : les fonctions de lua/ y sont déjà" },
		{ "error", "« error » s'écrit erreur(\"message\")" },
		{ "assert", "« assert » n'existe pas dans une règle : écrivez « if not … then erreur(\"message\") end »" },
		{ "pcall", "« pcall » n'existe pas dans une règle : un champ qui manque se demande par d:statut(\"champ\")" },
		{ "select", "« select » n'existe pas dans une règle" },
		{ "format", "« format » s'écrit texte(\"%d voix\", n)" },
		{ "longueur", "« longueur » s'écrit nombre(liste)" },
		{ "compte", "« compte » s'écrit nombre(liste)" },
		{ "len", "« len » s'écrit nombre(liste)" },
		{ "date", "la date de la séance s'écrit d.seance.date" },
		{ "seance", "un champ de l'acte s'écrit avec « d. » devant : d.seance.date" },
		{ "acte", "un champ de l'acte s'écrit avec « d. » devant : d.objet" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (str_eq(name, str_c(rows[i].name)))
			return rows[i].instead;
	return NULL;
}
