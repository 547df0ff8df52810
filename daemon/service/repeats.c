/* SPDX-License-Identifier: EUPL-1.2 */
/* The same content again (ROBUST P-01): recorded, not judged, as long as nothing changed that could make the judgement another one:
 * the program, the side files, the rules with all they read, which exceptions are over, the tools that draw text and what limits them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "policy.h"
#include "supervisor_priv.h"

static void add_text(struct hash *h, const char *s)
{
	hash_add(h, s, strlen(s) + 1);
}

static void add_tools(struct hash *h, const struct conf_tools *t)
{
	const int64_t limits[] = { t->memoire_mio, t->calcul_s, t->duree_s };

	hash_add(h, limits, sizeof limits);
	for (size_t i = 0; i < t->n; i++)
		add_text(h, t->at[i].shown);
}

struct side_digests {
	char at[LIMIT_SIDE_FILES][DIGEST_HEX];
	size_t n;
};

static void add_side(void *ctx, const struct ledger_side *side)
{
	struct side_digests *d = ctx;

	if (d->n < LIMIT_SIDE_FILES)
		memcpy(d->at[d->n++], side->sha256, DIGEST_HEX);
}

static int by_digest(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* In whatever order they came. */
static bool add_sides(struct hash *h, struct supervisor *s, const struct waiting *w, struct err *e)
{
	struct side_digests d = { .n = 0 };

	if (w->doc.sides_n > 0 && !ledger_sides(s->ledger, w->doc.id, add_side, &d, e))
		return false;
	qsort(d.at, d.n, sizeof *d.at, by_digest);
	for (size_t i = 0; i < d.n; i++)
		add_text(h, d.at[i]);
	return true;
}

static bool judged_with(struct supervisor *s, const struct waiting *w, char out[DIGEST_HEX], struct err *e)
{
	const struct conf *c = &s->now->c;
	const struct hostproc *h = s->live;
	const struct date today = policy_today();
	const int64_t limits[] = { c->limites.octets, c->limites.texte, c->limites.delai_ms, c->limites.pages,
				   c->ocr.actif, c->ocr.pages, c->ocr.duree_s };
	struct hash hash;

	hash_init(&hash);
	add_text(&hash, SCRUTATEUR_VERSION);
	add_text(&hash, h->sha256);
	for (unsigned i = 0; i < h->exemptions_n; i++)
		add_text(&hash, exemption_word(exemption_state(&h->exemptions[i], today)));
	hash_add(&hash, limits, sizeof limits);
	for (size_t i = 0; i < EXTRACTORS; i++)
		add_tools(&hash, &c->outils[i]);
	if (!add_sides(&hash, s, w, e))
		return false;
	struct digest d = hash_end(&hash);
	digest_hex(&d, out);
	return true;
}

/* "2026-11-23 01:12" of a time of the ledger. */
static void minute(int64_t us, char out[40])
{
	record_time(us, out);
	out[10] = ' ';
	out[16] = '\0';
}

static bool record(struct supervisor *s, const struct waiting *w, const struct ledger_judgement *j, struct str sentence, struct err *e)
{
	struct record_context c = { .sha256 = w->doc.sha256, .bytes = (uint64_t)w->doc.octets };
	struct ledger_judgement told = *j;
	struct record_parts p;
	struct arena a;

	arena_init(&a, MIB);
	c.path = escape_line(&a, str_c(w->doc.nom), 512);
	record_of_repeat(&a, &c, sentence, &p);
	told.parts = &p;
	told.parts_n = 1;
	const bool ok = decide_judgement(s, w, &told, e);
	arena_done(&a);
	return ok;
}

bool repeats_known(struct supervisor *s, struct waiting *w, bool *ret, struct err *e)
{
	char name[256], first[512], again[512], when[40], sentence[1100];
	struct ledger_judgement j = { .id = w->doc.id, .ruleset = s->live->sha256, .judged_with = w->judged_with };
	int64_t us = 0;

	if (!judged_with(s, w, w->judged_with, e) ||
	    !ledger_judged_before(s->ledger, w->doc.sha256, w->judged_with, &j.same_as, name, &us, e))
		return false;
	*ret = j.same_as != 0;
	if (!*ret)
		return true;
	minute(us, when);
	snprintf(sentence, sizeof sentence, "déjà jugé le %s, sous le nom « %s », par les mêmes règles : inscrit, pas rejugé", when,
		 shown(str_c(name), first));
	if (!record(s, w, &j, str_c(sentence), e))
		return false;
	news(NEWS_INFO, "« %s » : document %lld, %s", shown(str_c(w->doc.nom), again), (long long)w->doc.id, sentence);
	return true;
}

/* It comes back when that one is decided: judged twice at once, neither would know of the other. */
bool repeats_held(struct supervisor *s, struct waiting *w)
{
	for (struct job *j = s->jobs; j != NULL; j = j->next) {
		if (strcmp(j->w->doc.sha256, w->doc.sha256) != 0)
			continue;
		w->next = j->twins;
		j->twins = w;
		return true;
	}
	return false;
}
