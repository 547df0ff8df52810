/* SPDX-License-Identifier: EUPL-1.2 */
/* Lua's messages in the words of a legal officer: place, cause, remedy (RULE_API §7). Lua gives a line and the
 * token it stumbled on; the column and the cause are found by looking at that line. A message that no row knows is
 * shown as it is. */
#include <stdio.h>
#include <string.h>
#include "faults.h"
#include "fold.h"
#include "rule.h"
#include "yamltree.h"

#define TABLE_LINES 100 /* a declaration is not longer */

struct str fault_line(struct str text, unsigned line)
{
	size_t from = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
	for (unsigned i = 1; i < line; i++) {
		size_t end = str_find(text, STR("\n"), from);
		if (end == STR_NONE)
			return STR("");
		from = end + 1;
	}
	size_t end = str_find(text, STR("\n"), from);
	struct str s = str_part(text, from, end == STR_NONE ? text.n : end);
	return str_ends(s, STR("\r")) ? str_part(s, 0, s.n - 1) : s;
}

unsigned fault_column(struct str line, size_t at)
{
	return (unsigned)utf8_count(str_part(line, 0, at)) + 1;
}

/* A word that stands alone in the line, outside texts and comments; STR_NONE when it does not. */
size_t fault_word(struct str line, const char *word)
{
	struct code_scan sc = { .line = line };
	size_t n = strlen(word);
	while (fault_code_next(&sc)) {
		size_t i = sc.at;
		bool alone = (i == 0 || !fault_name_byte(line.p[i - 1])) &&
			     (i + n >= line.n || !fault_name_byte(line.p[i + n]));
		if (i + n <= line.n && memcmp(line.p + i, word, n) == 0 && (alone || !fault_name_byte(*word)))
			return i;
	}
	return STR_NONE;
}

bool fault_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
	       (unsigned char)c >= 0x80;
}

bool fault_code_next(struct code_scan *sc)
{
	for (size_t i = sc->started ? sc->at + 1 : 0; i < sc->line.n; i++) {
		char c = sc->line.p[i];
		sc->started = true;
		if (sc->quote) {
			if (c == '\\')
				i++;
			else if (c == sc->quote)
				sc->quote = '\0';
			continue;
		}
		if (c == '-' && i + 1 < sc->line.n && sc->line.p[i + 1] == '-')
			return false;
		if (c == '"' || c == '\'') {
			sc->quote = c;
			continue;
		}
		sc->at = i;
		return true;
	}
	return false;
}

struct fault {
	struct str file, line;   /* the file, and the text of the line */
	unsigned no;
	struct str said;         /* Lua's words after the place */
	struct err *e;
};

static bool say(const struct fault *f, size_t at, const char *code, const char *text)
{
	char file[192];
	snprintf(file, sizeof file, "%.*s", STR_ARG(f->file));
	err_at(f->e, ERR_SYNTAX, file, f->no, at == STR_NONE ? 0 : fault_column(f->line, at), "%s [%s]", text, code);
	return true;
}

/* The word around a byte of the line, letters with accents included. */
static struct str word_around(struct str line, size_t at)
{
	size_t from = at, to = at;
	while (from > 0 && fault_name_byte(line.p[from - 1]))
		from--;
	while (to < line.n && fault_name_byte(line.p[to]))
		to++;
	return str_part(line, from, to);
}

static bool accented_name(const struct fault *f, size_t at)
{
	char text[300];
	struct arena a;
	struct str word = word_around(f->line, at);
	arena_init(&a, MIB);
	struct str plain = fold_text(&a, word);
	snprintf(text, sizeof text, "un nom ne peut pas contenir d'accent (« %.*s ») : écrivez « %.*s »",
		 STR_ARG(utf8_head(word, 80)), STR_ARG(utf8_head(plain, 80)));
	arena_done(&a);
	return say(f, (size_t)(word.p - f->line.p), "R001", text);
}

static bool foreign_character(const struct fault *f)
{
	struct code_scan sc = { .line = f->line };
	uint32_t cp = 0;
	char text[200];
	while (fault_code_next(&sc)) {
		if ((unsigned char)f->line.p[sc.at] < 0x80)
			continue;
		utf8_next(f->line, sc.at, &cp);
		if (cp == 0xAB || cp == 0xBB)
			return say(
				f, sc.at, "R002",
				"guillemets français hors d'un texte : un texte s'écrit entre guillemets droits \"…\"");
		if (cp >= 0x2018 && cp <= 0x201F)
			return say(f, sc.at, "R003",
				   "guillemets typographiques (Word) : un texte s'écrit entre guillemets droits \"…\"");
		if (cp_is_space(cp)) {
			snprintf(text, sizeof text,
				 "espace insécable invisible, colonne %u : remplacez-la par une espace ordinaire",
				 fault_column(f->line, sc.at));
			return say(f, sc.at, "R004", text);
		}
		if (cp >= 0x2010 && cp <= 0x2015)
			return say(f, sc.at, "R005", "tiret typographique : le signe moins s'écrit « - »");
		if (cp_is_letter(cp))
			return accented_name(f, sc.at);
		return say(f, sc.at, "R006", "caractère invisible ou étranger au langage : effacez-le");
	}
	return false;
}

struct habit { /* what authors type, where Lua wants something else */
	const char *typed, *code, *remedy;
};
static bool habitual(const struct fault *f)
{
	static const struct habit habits[] = {
		{ "!=", "R010", "« différent de » s'écrit « ~= »" },
		{ "<>", "R010", "« différent de » s'écrit « ~= »" },
		{ "&&", "R012", "« et » s'écrit « and »" },
		{ "||", "R012", "« ou » s'écrit « or »" },
		{ "et", "R012", "« et » s'écrit « and »" },
		{ "ou", "R012", "« ou » s'écrit « or »" },
		{ "alors", "R013", "« alors » s'écrit « then »" },
		{ "sinon", "R013", "« sinon » s'écrit « else »" },
		{ "si", "R013", "« si » s'écrit « if »" },
		{ "pour", "R013", "« pour chaque » s'écrit « for x in chaque(liste) do »" },
		{ "fin", "R013", "« fin » s'écrit « end »" },
		{ "!", "R012", "« non » s'écrit « not »" },
		{ "non", "R012", "« non » s'écrit « not »" },
	};
	if (str_find(f->said, STR("near"), 0) == STR_NONE)
		return false;
	for (size_t i = 0; i < sizeof habits / sizeof *habits; i++) {
		size_t at = fault_word(f->line, habits[i].typed);
		bool is_field = at != STR_NONE && at > 0 && f->line.p[at - 1] == '.'; /* v.pour */
		if (at != STR_NONE && !is_field)
			return say(f, at, habits[i].code, habits[i].remedy);
	}
	return false;
}

static bool single_equal(const struct fault *f)
{
	if (!str_starts(f->said, STR("'then' expected near '='")) &&
	    !str_starts(f->said, STR("'do' expected near '='")))
		return false;
	return say(f, fault_word(f->line, "="), "R011", "comparer s'écrit « == » (un seul « = » donne une valeur)");
}

/* "… (to close 'x' at line n) near …" */
static bool to_close(struct str said, struct str *ret_what, unsigned *ret_line)
{
	size_t at = str_find(said, STR("(to close '"), 0), end, line;
	int64_t n;
	if (at == STR_NONE)
		return false;
	at += 11;
	end = str_find(said, STR("'"), at + 1);
	line = str_find(said, STR("at line "), at);
	if (end == STR_NONE || line == STR_NONE)
		return false;
	size_t close = str_find(said, STR(")"), line);
	if (close == STR_NONE || !str_int(str_part(said, line + 8, close), &n))
		return false;
	*ret_what = str_part(said, at, end);
	*ret_line = (unsigned)n;
	return true;
}

static size_t first_code(struct str line)
{
	size_t i = 0;
	while (i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'))
		i++;
	return i < line.n ? i : STR_NONE;
}

static unsigned line_with(struct str text, unsigned from, const char *two_words)
{
	for (unsigned n = from; n < from + 2000; n++) {
		struct str line = fault_line(text, n);
		size_t at = str_find(line, str_c(two_words), 0);
		if (at != STR_NONE && fault_word(line, "else") == at)
			return n;
		if (line.p >= text.p + text.n)
			break;
	}
	return 0;
}

static bool unclosed(struct fault *f, struct str text)
{
	struct str what;
	unsigned line;
	char said[300];
	if (str_starts(f->said, STR("'}' expected")) || str_starts(f->said, STR("')' expected"))) {
		bool brace = f->said.p[1] == '}';
		bool at_end = str_find(f->said, STR("<eof>"), 0) != STR_NONE;
		if (at_end && to_close(f->said, &what, &line)) {
			snprintf(said, sizeof said, "il manque « %c » pour fermer ce qui est ouvert ligne %u",
				 f->said.p[1], line);
			return say(f, STR_NONE, "R021", said);
		}
		snprintf(said, sizeof said,
			 brace ? "virgule oubliée à la fin de la ligne ou de la valeur précédente (ou « } » manquante)"
			       : "« ) » ou virgule manquante avant ceci");
		return say(f, first_code(f->line), "R020", said);
	}
	if (!str_starts(f->said, STR("'end' expected")))
		return false;
	unsigned start = 1;
	bool known = to_close(f->said, &what, &start);
	unsigned split = line_with(text, start, "else if");
	if (split) {
		f->no = split;
		f->line = fault_line(text, split);
		return say(f, fault_word(f->line, "else"), "R014",
			   "« else if » ouvre un bloc de plus : écrivez « elseif » en un mot");
	}
	if (!known)
		return say(f, STR_NONE, "R022", "il manque « end »");
	snprintf(said, sizeof said, "il manque « end » pour « %.*s » ouvert ligne %u", STR_ARG(what), start);
	return say(f, first_code(f->line), "R022", said);
}

/* "… near 'ajoute'": the word Lua stumbled on, empty when it gives none. */
static struct str stumbled_on(struct str said)
{
	size_t at = str_find(said, STR(" near '"), 0);
	return at == STR_NONE || !str_ends(said, STR("'")) ? STR("") : str_part(said, at + 7, said.n - 1);
}

static bool unexpected(const struct fault *f)
{
	char text[300], word[60];
	struct str near = stumbled_on(f->said);
	if (!near.n)
		return false;
	size_t quote = str_find(f->said, STR("' expected"), 0);
	struct str wanted = str_starts(f->said, STR("'")) && quote != STR_NONE ? str_part(f->said, 1, quote) : STR("");
	bool closes = near.n == 1 && strchr(",})", near.p[0]);
	snprintf(word, sizeof word, "%.*s", STR_ARG(near));
	if (str_eq(wanted, STR("then")))
		snprintf(text, sizeof text, "il manque « then » à la fin de la condition, avant « %s »", word);
	else if (wanted.n)
		snprintf(text, sizeof text, "il manque « %.*s » avant « %s »", STR_ARG(wanted), word);
	else if (str_starts(f->said, STR("<name> expected")))
		snprintf(text, sizeof text, "un nom est attendu avant « %s »", word);
	else
		snprintf(text, sizeof text, "« %s » n'est pas attendu ici%s", word,
			 closes ? " : il manque sans doute un « end » plus haut (à un « if », un « for » ou une "
				  "« function »)"
				: "");
	return say(f, fault_word(f->line, word), "R025", text);
}

static bool other_syntax(const struct fault *f)
{
	if (str_starts(f->said, STR("unfinished long")))
		return say(f, STR_NONE, "R023", "texte ou commentaire non fermé : il manque « ]] »");
	if (str_starts(f->said, STR("unfinished string")))
		return say(f, first_code(f->line), "R023",
			   "texte non fermé : il manque le guillemet droit \" de la fin");
	if (str_starts(f->said, STR("attempt to load a binary chunk")))
		return say(f, STR_NONE, "R030", "programme compilé refusé : une règle est un texte");
	if (str_find(f->said, STR("near <eof>"), 0) != STR_NONE)
		return say(f, STR_NONE, "R024", "le fichier s'arrête au milieu d'une instruction");
	return unexpected(f);
}

/* "attempt to compare number with nil", "attempt to perform arithmetic on a nil value (local 'x')" … */
static bool at_run(const struct fault *f)
{
	char text[300];
	size_t quote = str_find(f->said, STR("'"), 0);
	struct str name = STR("une valeur");
	if (quote != STR_NONE) {
		size_t end = str_find(f->said, STR("'"), quote + 1);
		name = str_part(f->said, quote + 1, end == STR_NONE ? f->said.n : end);
	}
	snprintf(text, sizeof text, "%.*s", STR_ARG(utf8_head(name, 60)));
	size_t at = quote == STR_NONE ? first_code(f->line) : fault_word(f->line, text);
	if (str_starts(f->said, STR("attempt to compare")))
		snprintf(text, sizeof text, "comparaison impossible entre deux valeurs de natures différentes (%.*s)",
			 STR_ARG(f->said));
	else if (str_starts(f->said, STR("attempt to call")))
		snprintf(text, sizeof text, "« %.*s » n'est pas une fonction", STR_ARG(name));
	else if (str_starts(f->said, STR("attempt to perform arithmetic")))
		snprintf(text, sizeof text, "calcul impossible : « %.*s » n'est pas un nombre", STR_ARG(name));
	else if (str_starts(f->said, STR("attempt to concatenate")))
		snprintf(text, sizeof text, "« .. » n'assemble que textes et nombres ; « %.*s » n'en est pas un",
			 STR_ARG(name));
	else if (str_starts(f->said, STR("attempt to index")))
		snprintf(text, sizeof text, "« %.*s » n'a pas de champ : c'est une valeur vide ou simple",
			 STR_ARG(name));
	else
		return false;
	return say(f, at, "R040", text);
}

/* A table is refused at the line where it begins: the key at fault is on one of the next. */
static void find_key(struct fault *f, struct str text, const char *key)
{
	if (!str_starts(f->said, STR("« ")) && str_find(f->said, STR("ne connaît pas"), 0) == STR_NONE)
		return;
	for (unsigned n = f->no + 1; f->no && n < f->no + TABLE_LINES; n++) {
		struct str line = fault_line(text, n);
		if (fault_word(line, key) == STR_NONE)
			continue;
		f->no = n;
		f->line = line;
		return;
	}
}

/* A message of ours names a thing « between guillemets »: the caret goes under it when the line has it. */
static void ours(struct fault *f, struct str source)
{
	size_t open = str_find(f->said, STR("« "), 0),
	       close = open == STR_NONE ? STR_NONE : str_find(f->said, STR(" »"), open), at = STR_NONE;
	char word[100], text[480];
	if (close != STR_NONE && close - open - 3 < sizeof word) {
		snprintf(word, sizeof word, "%.*s", (int)(close - open - 3), f->said.p + open + 3);
		if (fault_word(f->line, word) == STR_NONE)
			find_key(f, source, word);
		at = fault_word(f->line, word);
	}
	snprintf(text, sizeof text, "%.*s", STR_ARG(f->said));
	say(f, at == STR_NONE ? first_code(f->line) : at, "R050", text);
}

static bool is_lua_syntax(struct str said)
{
	return str_find(said, STR(" near "), 0) != STR_NONE || str_starts(said, STR("attempt to"));
}

void fault_explain(const struct vm *vm, struct str message, struct err *e)
{
	struct fault f = { .e = e, .said = message };
	size_t a = str_find(message, STR(":"), 0), b = a == STR_NONE ? STR_NONE : str_find(message, STR(":"), a + 1);
	int64_t source, line;
	struct str text = STR("");
	bool placed = str_starts(message, STR("@")) && b != STR_NONE && str_int(str_part(message, 1, a), &source) &&
		      str_int(str_part(message, a + 1, b), &line) && source >= 0 && (size_t)source < vm->sources_n;
	if (placed) {
		text = vm->sources[source].text;
		f.file = vm->sources[source].file;
		f.no = (unsigned)line;
		f.line = fault_line(text, f.no);
		f.said = str_trim(str_part(message, b + 1, message.n));
	} else if (vm->sources_n) {
		f.file = vm->sources[vm->sources_n - 1].file;
	}
	if (!is_lua_syntax(f.said) && !str_starts(f.said, STR("unfinished")) && !str_starts(f.said, STR("'"))) {
		ours(&f, text);
		return;
	}
	if (foreign_character(&f) || single_equal(&f) || unclosed(&f, text) || habitual(&f) || other_syntax(&f) ||
	    at_run(&f))
		return;
	ours(&f, text);
}
