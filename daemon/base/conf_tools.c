/* SPDX-License-Identifier: EUPL-1.2 */
/* Command lines of extraction tools. Words and nothing else: a line that needs a shell needs another tool.
 */
#include <string.h>

#include "conf.h"

#define DATA "%donnees"

struct usual {
	enum extractor which;
	int64_t memoire_mio, calcul_s, duree_s;
	const char *lines[LIMIT_TOOL_COMMANDS + 1];
};

/* PDF: -layout keeps columns side by side, -raw the order of writing; the default mode joins hyphenated names. DOC:
 * catdoc reads tables cell by cell; antiword draws them, and weaves a margin into the lists. OMP_THREAD_LIMIT: four times faster on two busy cores.
 * ODT: the XML alone (text/odt.h), for pandoc loses the header rows of its tables. DOCX: no tool (text/docx.h), for pandoc loses text boxes. */
static const struct usual USUAL[] = {
	{ EXTRACT_PDF, 512, 20, 30, { "pdftotext -layout -enc UTF-8 - -", "pdftotext -raw -enc UTF-8 - -", NULL } },
	{ EXTRACT_DOC, 128, 10, 30, { "catdoc -s cp1252 -d utf-8 -w", NULL } },
	{ EXTRACT_DOCX, 768, 20, 30, { "interne", NULL } },
	{ EXTRACT_ODT, 256, 10, 30, { "odt2txt --raw /dev/stdin", NULL } },
	{ EXTRACT_PICTURES, 512, 20, 30, { "pdfimages -list /dev/stdin", NULL } },
	{ EXTRACT_PAGE, 512, 20, 30, { "pdftoppm -r 300 -gray -f %page -l %page -", NULL } },
	{ EXTRACT_IMAGE, 1024, 60, 120, { "OMP_THREAD_LIMIT=1 tesseract - - -l fra", NULL } },
};

static const char *word_with_data(struct arena *a, struct str word, const char *data)
{
	size_t at = str_find(word, STR(DATA), 0);

	if (at == STR_NONE || (at > 0 && word.p[at - 1] != '='))
		return arena_dup(a, word).p;
	struct str before = str_part(word, 0, at), after = str_part(word, at + sizeof DATA - 1, word.n);
	return arena_printf(a, "%.*s%s%.*s", STR_ARG(before), data, STR_ARG(after)).p;
}

/* NAME=VALUE before the program. */
static bool is_setting(struct str word)
{
	size_t equals = str_find(word, STR("="), 0);

	for (size_t i = 0; equals != STR_NONE && i < equals; i++)
		if (!(word.p[i] == '_' || (word.p[i] >= 'A' && word.p[i] <= 'Z') || (i > 0 && is_figure(word.p[i]))))
			return false;
	return equals != STR_NONE && equals > 0;
}

bool conf_command(struct arena *a, struct str line, const char *data, struct conf_command *ret, struct err *e)
{
	const char **env = ARENA_ARRAY(a, LIMIT_TOOL_WORDS + 1, const char *), **argv = ARENA_ARRAY(a, LIMIT_TOOL_WORDS + 1, const char *);
	size_t env_n = 0, argv_n = 0;

	if (memchr(line.p, '\0', line.n))
		return err_set(e, ERR_SYNTAX, "caractère nul dans une ligne de commande");
	for (struct str rest = str_trim(line); rest.n > 0; rest = str_trim(rest)) {
		size_t space = str_find(rest, STR(" "), 0), n = space == STR_NONE ? rest.n : space;
		struct str word = str_part(rest, 0, n);
		if (env_n + argv_n == LIMIT_TOOL_WORDS)
			return err_set(e, ERR_LIMIT, "ligne de commande de plus de %d mots", LIMIT_TOOL_WORDS);
		if (argv_n == 0 && is_setting(word))
			env[env_n++] = arena_dup(a, word).p;
		else
			argv[argv_n++] = word_with_data(a, word, data);
		rest = str_part(rest, n, rest.n);
	}
	if (argv_n == 0)
		return err_set(e, ERR_SYNTAX, "ligne de commande sans programme");
	*ret = (struct conf_command){ .shown = arena_dup(a, line).p, .env = env, .argv = argv };
	return true;
}

void conf_default_tools(struct arena *a, struct conf *ret)
{
	struct err e;

	for (size_t i = 0; i < sizeof USUAL / sizeof *USUAL; i++) {
		const struct usual *u = &USUAL[i];
		struct conf_tools *t = &ret->outils[u->which];
		*t = (struct conf_tools){ .memoire_mio = u->memoire_mio, .calcul_s = u->calcul_s, .duree_s = u->duree_s };
		while (u->lines[t->n] != NULL && conf_command(a, str_c(u->lines[t->n]), ret->extraction, &t->at[t->n], &e))
			t->n++;
	}
}
