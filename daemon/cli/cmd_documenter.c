/* SPDX-License-Identifier: EUPL-1.2 */
/* `documenter`: the rules as pages that a browser shows, without the program. */
#include <stdio.h>
#include <string.h>

#include "bounds.h"
#include "cli.h"
#include "pages.h"
#include "session.h"

#define PAGES_MEMORY (128 * MIB)
#define MARKDOWN_MAX (1 * MIB)

static bool print_reference(struct arena *a, const struct session *s)
{
	size_t n;
	const struct helper_group *groups = reference_groups(a, s->rules, &n);
	struct buf out;

	buf_init(&out, MARKDOWN_MAX);
	reference_markdown(groups, n, a, &out);
	const bool ok = !out.full && print_buf(&out);
	buf_done(&out);
	return ok;
}

static bool write_pages(struct arena *a, const struct session *s, const char *dir)
{
	struct err e = { 0 };
	struct catalogue c;
	struct pages pages;
	struct written w;
	size_t n;
	const struct helper_group *groups = reference_groups(a, s->rules, &n);

	if (!catalogue_make(a, s->rules, &c, &e) || !pages_make(a, &c, groups, n, &pages, &e) || !pages_write(dir, &pages, &c, &w, &e)) {
		complain(&e);
		return false;
	}
	print_name("", dir);
	(void)printf("  %zu page%s de règle%s, un index, la référence : %zu écrite%s", w.rules, plural_s(w.rules), plural_s(w.rules),
		     w.changed, plural_s(w.changed));
	(void)printf(w.removed ? ", %zu retirée%s (règle disparue)\n" : "\n", w.removed, plural_s(w.removed));
	return true;
}

int cmd_documenter(int argc, char **argv)
{
	static const char usage[] = "usage : scrutateur documenter [--config FICHIER] DOSSIER\n"
				    "  Fait des règles un dossier de pages : une par règle, un index, la référence des champs et des fonctions ; ouvrez index.html.\n"
				    "  DOSSIER « - » : la référence seule, en Markdown, sur la sortie standard.";
	struct options o;
	struct session s;
	struct arena a;
	bool broken = false;
	int status;

	if (!options_read(argc, argv, usage, NEEDS_FILES, &o, &status))
		return status;
	if (o.files_n > 1) {
		(void)fprintf(stderr, "scrutateur : documenter : un seul dossier\n%s\n", usage);
		return EXIT_PANNE;
	}
	if (!session_open(&s, &o))
		return EXIT_PANNE;
	arena_init(&a, PAGES_MEMORY);
	bool ok = session_rules(&s, &broken);
	if (ok)
		ok = strcmp(o.files[0], "-") == 0 ? print_reference(&a, &s) : write_pages(&a, &s, o.files[0]);
	session_close(&s);
	arena_done(&a);
	return ok && !broken ? EXIT_RIEN : EXIT_PANNE;
}
