/* SPDX-License-Identifier: EUPL-1.2 */
#include "misnamed.h"

#include <stdio.h>
#include <string.h>

#include "bounds.h"
#include "escape.h"
#include "periods.h"

#define NAMES_MEMORY (8 * MIB)

#define NOTEPAD " (le Bloc-notes ajoute .txt ; choisissez « Tous les fichiers »)"

static void say_ending(struct arena *a, const char *dir, const char *ending, const char *right)
{
	struct str *names;
	size_t n;
	struct err e = { 0 };

	if (!yamldir_names(a, dir, ending, &names, &n, &e))
		return; /* the loading says why */
	for (size_t i = 0; i < n; i++) {
		const struct str shown = escape_line(a, names[i], LIMIT_MESSAGE), stem = str_part(shown, 0, shown.n - strlen(ending));
		(void)fprintf(stderr, "scrutateur : avertissement : %s/%.*s n'est pas lu : renommez-le en « %.*s%s »%s\n", dir, STR_ARG(shown), STR_ARG(stem),
			      right, str_ends(str_c(ending), STR(".txt")) ? NOTEPAD : str_eq(str_c(ending), STR(".yml")) ? "" : ", en texte, UTF-8");
	}
}

static void say_endings(const char *dir, const char *const *endings, const char *right)
{
	struct arena a;

	arena_init(&a, NAMES_MEMORY);
	if (setjmp(*arena_trap(&a)) == 0)
		for (size_t i = 0; endings[i]; i++)
			say_ending(&a, dir, endings[i], right);
	arena_done(&a);
}

void say_misnamed(const struct conf *c)
{
	static const char *const rules[] = { ".lua.txt", ".lua.doc", ".lua.docx", ".lua.odt", ".lua.rtf", NULL };
	static const char *const yaml[] = { ".yml", ".yaml.txt", ".yml.txt", ".yaml.doc", ".yaml.docx", ".yaml.odt", ".yaml.rtf", NULL };

	say_endings(c->regles, rules, ".lua");
	say_endings(c->parametres, yaml, ".yaml");
	say_endings(c->collectivites, yaml, ".yaml");
}
