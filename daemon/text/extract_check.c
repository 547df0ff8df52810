/* SPDX-License-Identifier: EUPL-1.2 */
/* What would be found out document after document is said once, at the start. */
#include <stdio.h>

#include "extract.h"
#include "tool.h"

struct check {
	const struct conf *conf;
	void (*say)(void *ctx, const char *sentence);
	void *ctx;
};

static const struct {
	enum extractor which;
	const char *what;
} TYPES[] = {
	{ EXTRACT_PDF, "les PDF" },   { EXTRACT_DOC, "les fichiers Word anciens (.doc)" }, { EXTRACT_DOCX, "les fichiers Word (.docx)" },
	{ EXTRACT_ODT, "les .odt" },  { EXTRACT_PAGE, "les numérisations" },
	{ EXTRACT_IMAGE, "les images" },
};

static bool any_installed(const struct conf_tools *t)
{
	char path[TOOL_PATH];

	for (size_t i = 0; i < t->n; i++)
		if (tool_find(t->at[i].argv[0], path) != NULL)
			return true;
	return t->n == 0;
}

static void check_type(const struct check *c, size_t i)
{
	const struct conf_tools *t = &c->conf->outils[TYPES[i].which];
	const bool ocr = TYPES[i].which == EXTRACT_PAGE || TYPES[i].which == EXTRACT_IMAGE;
	char sentence[400];

	if ((ocr && !c->conf->ocr.actif) || any_installed(t))
		return;
	(void)snprintf(sentence, sizeof sentence, "%s iront en quarantaine (sans-outil) : %s n'est pas installé", TYPES[i].what,
		       t->at[0].argv[0]);
	c->say(c->ctx, sentence);
}

void extract_check(const struct conf *conf, void (*say)(void *ctx, const char *sentence), void *ctx)
{
	const struct check c = { conf, say, ctx };

	for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
		check_type(&c, i);
}

int64_t extract_longest_ms(const struct conf *c)
{
	int64_t longest = 0;

	for (size_t i = 0; i < EXTRACTORS; i++) {
		int64_t all = (int64_t)c->outils[i].n * c->outils[i].duree_s * 1000;
		if (i == EXTRACT_PDF)
			all += (int64_t)c->outils[EXTRACT_PICTURES].n * c->outils[EXTRACT_PICTURES].duree_s * 1000;
		if (i != EXTRACT_PAGE && i != EXTRACT_IMAGE && all > longest)
			longest = all;
	}
	return longest + (c->ocr.actif ? c->ocr.duree_s * 1000 : 0);
}
