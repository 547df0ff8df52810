/* SPDX-License-Identifier: EUPL-1.2 */
/* The same content again (ROBUST P-01): recorded, not judged, as long as nothing changed that could make the judgement another one:
 * the program, the rules with all they read, which exceptions are over, the tools that draw text and what limits them.
 */
#include <stdio.h>
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

void repeats_judged_with(const struct conf *c, const struct hostproc *h, char out[DIGEST_HEX])
{
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
	struct digest d = hash_end(&hash);
	digest_hex(&d, out);
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

bool repeats_known(struct supervisor *s, const struct waiting *w, bool *ret, struct err *e)
{
	char with[DIGEST_HEX], name[256], first[512], again[512], when[40], sentence[1100];
	struct ledger_judgement j = { .id = w->doc.id, .ruleset = s->live->sha256, .judged_with = with };
	int64_t us = 0;

	repeats_judged_with(&s->now->c, s->live, with);
	if (!ledger_judged_before(s->ledger, w->doc.sha256, with, &j.same_as, name, &us, e))
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
