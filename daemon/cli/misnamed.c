/* SPDX-License-Identifier: EUPL-1.2 */
#include "misnamed.h"

#include <stdio.h>
#include <string.h>

#include "bounds.h"
#include "escape.h"
#include "periods.h"

#define NAMES_MEMORY (8 * MIB)

static void say_ending(struct arena *a, const char *dir, const char *ending)
{
	struct str *names;
	size_t n;
	struct err e = { 0 };

	if (!yamldir_names(a, dir, ending, &names, &n, &e))
		return; /* the loading of the rules says why */
	for (size_t i = 0; i < n; i++) {
		const struct str shown = escape_line(a, names[i], LIMIT_MESSAGE), rule = str_part(shown, 0, shown.n - strlen(ending));
		(void)fprintf(stderr, "scrutateur : avertissement : %s/%.*s n'est pas lu : renommez-le en « %.*s.lua »%s\n", dir, STR_ARG(shown),
			      STR_ARG(rule), strcmp(ending, ".lua.txt") == 0 ? " (le Bloc-notes ajoute .txt ; choisissez « Tous les fichiers »)" : ", en texte, UTF-8");
	}
}

void say_misnamed(const char *regles)
{
	static const char *const endings[] = { ".lua.txt", ".lua.doc", ".lua.docx", ".lua.odt", ".lua.rtf" };
	struct arena a;

	arena_init(&a, NAMES_MEMORY);
	if (setjmp(*arena_trap(&a)) == 0)
		for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
			say_ending(&a, regles, endings[i]);
	arena_done(&a);
}
