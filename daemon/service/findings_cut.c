/* SPDX-License-Identifier: EUPL-1.2 */
#include "findings_cut.h"

#include "bounds.h"

/* The anomalies of one evaluation more than the limit, for they are not cut in two, and the last records. */
#define ANOMALIES_ROOM (2 * LIMIT_FINDINGS * (LIMIT_RECORD_LINE + KIB))
_Static_assert(LIMIT_FRAME / 2 + ANOMALIES_ROOM < LIMIT_FRAME, "a reading and the anomalies fit one answer");

static const struct {
	unsigned most;
	size_t bytes;
} LIMITS[] = {
	[VERDICT_CONFORME] = { LIMIT_FINDINGS_QUIET, LIMIT_FRAME / 2 },
	[VERDICT_SANS_OBJET] = { LIMIT_FINDINGS_QUIET, LIMIT_FRAME / 2 },
	[VERDICT_NON_VERIFIABLE] = { LIMIT_FINDINGS_OPEN, LIMIT_FRAME - ANOMALIES_ROOM },
	[VERDICT_ERREUR] = { LIMIT_FINDINGS, LIMIT_FRAME - ANOMALIES_ROOM },
	[VERDICT_ANOMALIE] = { LIMIT_FINDINGS, LIMIT_FRAME },
};

bool findings_cut_takes(struct findings_cut *c, const struct finding *f, size_t bytes)
{
	const enum verdict v = f->verdict;
	const bool goes_on = v == VERDICT_ANOMALIE && c->rule == f->rule && c->acte == f->acte;

	const bool takes = goes_on ? c->took : c->told[v] < LIMITS[v].most && bytes < LIMITS[v].bytes;

	c->rule = v == VERDICT_ANOMALIE ? f->rule : NULL;
	c->acte = f->acte;
	c->took = takes;
	if (takes)
		c->told[v]++;
	else if (c->cut[v]++ == 0)
		c->first[v] = f->acte;
	return takes;
}

unsigned findings_cut_quiet(const struct findings_cut *c)
{
	return c->cut[VERDICT_CONFORME] + c->cut[VERDICT_SANS_OBJET];
}

static struct str with_kind(struct arena *a, const struct findings_cut *c, size_t actes, enum verdict v, struct str before)
{
	static const char *const names[][2] = { [VERDICT_ANOMALIE] = { "anomalie", "anomalies" },
						[VERDICT_NON_VERIFIABLE] = { "non vérifiable", "non vérifiables" },
						[VERDICT_ERREUR] = { "erreur", "erreurs" } };
	const struct str from = actes > 1 ? arena_printf(a, " (dès l'acte %zu)", c->first[v] + 1) : STR("");

	if (c->cut[v] == 0)
		return before;
	return arena_printf(a, "%.*s%s%u %s sur %u%.*s", STR_ARG(before), before.n ? ", " : "", c->cut[v], names[v][c->cut[v] > 1],
			    c->cut[v] + c->told[v], STR_ARG(from));
}

struct str findings_cut_sentence(struct arena *a, const struct findings_cut *c, size_t actes)
{
	struct str what = with_kind(a, c, actes, VERDICT_ANOMALIE, STR(""));

	what = with_kind(a, c, actes, VERDICT_NON_VERIFIABLE, what);
	what = with_kind(a, c, actes, VERDICT_ERREUR, what);
	if (what.n == 0)
		return what;
	return arena_printf(a, "trop de constats pour un seul document, ne sont pas montrés : %.*s ; « scrutateur expliquer%s » les montre", STR_ARG(what),
			    actes > 1 ? " --acte N" : "");
}
