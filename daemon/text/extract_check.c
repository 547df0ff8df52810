/* SPDX-License-Identifier: EUPL-1.2 */
/* What would be found out document after document is said once, at the start. */
#include <stdio.h>
#include <string.h>

#include "conf_place.h"
#include "docx.h"
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

static bool any_installed(const struct conf_tools *t, enum extractor which)
{
	char path[TOOL_PATH];

	for (size_t i = 0; i < t->n; i++)
		if ((which == EXTRACT_DOCX && strcmp(t->at[i].shown, DOCX_ITSELF) == 0) || tool_find(t->at[i].argv[0], path) != NULL)
			return true;
	return t->n == 0;
}

static void check_type(const struct check *c, size_t i)
{
	const struct conf_tools *t = &c->conf->outils[TYPES[i].which];
	const bool ocr = TYPES[i].which == EXTRACT_PAGE || TYPES[i].which == EXTRACT_IMAGE;
	char sentence[400];

	if ((ocr && !c->conf->ocr.actif) || any_installed(t, TYPES[i].which))
		return;
	(void)snprintf(sentence, sizeof sentence, "%s iront en quarantaine (sans-outil) : %s n'est pas installé", TYPES[i].what,
		       t->at[0].argv[0]);
	c->say(c->ctx, sentence);
}

/* What the installation used once, and a configuration may have kept. */
static const struct {
	enum extractor which;
	const char *key, *advice;
} PANDOC[] = {
	{ EXTRACT_ODT, "odt", "d'un .odt, pandoc perd les lignes d'en-tête des tableaux, et les noms ou les voix qui y sont : écrivez « odt2txt --raw /dev/stdin »" },
	{ EXTRACT_DOCX, "docx", "d'un .docx, pandoc perd les zones de texte, et montre le texte masqué comme s'il était dans l'acte : écrivez « " DOCX_ITSELF " »" },
};

static void check_pandoc(const struct check *c, size_t k)
{
	const struct conf_tools *t = &c->conf->outils[PANDOC[k].which];
	char sentence[1024];
	struct err e;

	for (size_t i = 0; i < t->n; i++) {
		if (!str_eq(str_after_last(str_c(t->at[i].argv[0]), '/'), STR("pandoc")))
			continue;
		(void)conf_fault(c->conf, PANDOC[k].key, "outils", &e, "%s", PANDOC[k].advice);
		c->say(c->ctx, err_text(&e, sentence, sizeof sentence));
	}
}

void extract_check(const struct conf *conf, void (*say)(void *ctx, const char *sentence), void *ctx)
{
	const struct check c = { conf, say, ctx };

	for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
		check_type(&c, i);
	for (size_t k = 0; k < sizeof PANDOC / sizeof *PANDOC; k++)
		check_pandoc(&c, k);
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
