/* SPDX-License-Identifier: EUPL-1.2 */
/* What is in service, told three ways: records for whoever reads the alerts, the ledger for since when and how often a rule hit its
 * limits, a file for `scrutateur regles`. What was already told is not told again: a rule whose file is broken is one event, not one per
 * reload.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "file.h"
#include "policy.h"
#include "rules_view.h"
#include "ruleset.h"
#include "supervisor_priv.h"
#include "ledger_rules.h"

static const struct host_rule *rule_of(const struct hostproc *h, const char *id)
{
	for (unsigned i = 0; h != NULL && i < h->rules_n; i++)
		if (strcmp(h->rules[i].id, id) == 0)
			return &h->rules[i];
	return NULL;
}

const struct host_rule *in_service_lost(const struct hostproc *old, const struct hostproc *h)
{
	for (unsigned i = 0; i < h->rules_n; i++) {
		const struct host_rule *r = &h->rules[i], *was = rule_of(old, r->id);
		if (r->state == RULE_REFUSED && !r->off && was != NULL && was->state != RULE_REFUSED && !was->off)
			return r;
	}
	return NULL;
}

static void say_rule(struct supervisor *s, const struct host_rule *r)
{
	if (r->state == RULE_KEPT)
		fact(s, NEWS_WARNING, EVENT_REGLE, "gardee", r->id,
		     "règle %s : la version précédente est gardée, le fichier n'est pas bon : %s", r->id, r->sentence);
	else if (r->state == RULE_REFUSED)
		fact(s, NEWS_WARNING, EVENT_REGLE, "refusee", r->id, "règle refusée (%s) : %s",
		     r->id[0] != '\0' ? r->id : r->file, r->sentence);
	/* Semantic versions end with "+build": ours is the hash of a text that changed under the same version. */
	else if (strchr(r->version, '+') != NULL)
		fact(s, NEWS_WARNING, EVENT_REGLE, "version", r->id,
		     "règle %s : son texte a changé, pas sa « version » : ses alertes portent %s ; changez « version » avec le texte", r->id,
		     r->version);
}

static bool told_before(const struct host_rule *r, const struct host_rule *was)
{
	return was != NULL && was->state == r->state && strcmp(was->sentence, r->sentence) == 0 && strcmp(was->version, r->version) == 0;
}

static void say_gone(struct supervisor *s, const struct hostproc *old, const struct hostproc *h)
{
	for (unsigned i = 0; old != NULL && i < old->rules_n; i++)
		if (old->rules[i].state != RULE_REFUSED && rule_of(h, old->rules[i].id) == NULL)
			fact(s, NEWS_WARNING, EVENT_REGLE, "retiree", old->rules[i].id, "la règle %s n'est plus en service : son fichier n'est plus là",
			     old->rules[i].id);
}

static const char *named(const char *word)
{
	static const char *const words[] = { "parametres", "collectivites", "lexique", "reglages", NULL };
	static const char *const names[] = { "le fichier du droit daté (parametres)", "le fichier des effectifs (collectivites)", "le fichier du lexique (lexique)",
					     "le fichier des réglages (reglages)" };
	const int at = str_position(str_c(word), words);

	return at >= 0 ? names[at] : "un fichier de référence";
}

static void say_references(struct supervisor *s, const struct hostproc *h)
{
	for (unsigned i = 0; i < h->references_n; i++) {
		const struct host_reference *r = &h->references[i];
		if (r->former)
			fact(s, NEWS_ERR, EVENT_SERVICE, "reference-gardee", NULL, "%s ne se charge pas, la version précédente juge : %s", named(r->word), r->why);
		else
			news(NEWS_WARNING, "%s n'est pas mis de côté pour un prochain démarrage : %s", named(r->word), r->why);
	}
}

static unsigned over(const struct hostproc *h)
{
	const struct date today = policy_today();
	unsigned n = 0;

	for (unsigned i = 0; i < h->exemptions_n; i++)
		n += exemption_state(&h->exemptions[i], today) == EXEMPTION_OVER;
	return n;
}

/* Only what is not nothing. */
static void put_count(char *out, size_t size, unsigned n, const char *one, const char *many)
{
	const size_t used = strlen(out);

	if (n > 0)
		snprintf(out + used, size - used, " ; %u %s", n, n > 1 ? many : one);
}

void in_service_say(struct supervisor *s, const struct hostproc *h, const struct hostproc *old, bool asked)
{
	char sentence[400], more[120] = "";

	say_references(s, h);
	put_count(more, sizeof more, h->off, "désactivée", "désactivées");
	put_count(more, sizeof more, over(h), "exception expirée", "exceptions expirées");
	snprintf(sentence, sizeof sentence,
		 "%u règle%s en service, dont %u d'une version précédente ; %u refusée%s%s ; %u essai%s ; empreinte %.12s",
		 h->live + h->kept, plural_s(h->live + h->kept), h->kept, h->refused, plural_s(h->refused), more, h->essais, plural_s(h->essais), h->sha256);
	if (!asked && strcmp(h->sha256, s->rules_said) == 0) {
		news(NEWS_NOTICE, "%s", sentence);
		return;
	}
	memcpy(s->rules_said, h->sha256, sizeof s->rules_said);
	for (unsigned i = 0; i < h->rules_n; i++)
		if (!told_before(&h->rules[i], rule_of(old, h->rules[i].id)))
			say_rule(s, &h->rules[i]);
	say_gone(s, old, h);
	fact(s, h->live + h->kept > 0 ? NEWS_NOTICE : NEWS_ERR, EVENT_REGLES, "en-service", NULL, "%s", sentence);
}

void in_service_adopt(struct supervisor *s, struct hostproc *h)
{
	struct err e;

	for (unsigned i = 0; i < h->rules_n; i++) {
		struct host_rule *r = &h->rules[i];
		if (r->sha256[0] == '\0')
			continue;
		if (!ledger_in_service(s->ledger, r->id, r->sha256, r->version, &r->since_us, &e) ||
		    !ledger_strikes(s->ledger, r->id, r->sha256, &r->strikes, &e)) {
			news(NEWS_ERR, "le registre ne dit pas ce qu'il sait de la règle %s : %s", r->id, e.msg);
			continue;
		}
		r->suspended = r->strikes >= LIMIT_STRIKES;
		if (r->suspended && !r->off)
			news(NEWS_WARNING, "la règle %s reste suspendue", r->id);
	}
}

/* The text may judge in several generations at once. */
static bool count_everywhere(struct supervisor *s, const struct host_rule *hit, unsigned strikes)
{
	struct hostproc *all[] = { s->live, s->draining };
	bool first = false;

	for (size_t k = 0; k < sizeof all / sizeof *all; k++)
		for (struct hostproc *h = all[k]; h != NULL; h = k == 0 ? NULL : h->next)
			for (unsigned i = 0; i < h->rules_n; i++) {
				struct host_rule *r = &h->rules[i];
				if (strcmp(r->id, hit->id) != 0 || strcmp(r->sha256, hit->sha256) != 0)
					continue;
				r->strikes = strikes;
				first |= strikes >= LIMIT_STRIKES && !r->suspended;
				r->suspended |= strikes >= LIMIT_STRIKES;
			}
	return first;
}

void in_service_strike(struct supervisor *s, struct hostproc *h, const char *rule, const struct waiting *w, const char *why)
{
	const struct host_rule *r = rule_of(h, rule);
	unsigned strikes = 0;
	struct err e;

	if (r == NULL || r->number == 0 || r->suspended)
		return;
	if (!ledger_strike(s->ledger, r->id, r->sha256, w->doc.sha256, why, &strikes, &e)) {
		news(NEWS_ERR, "le registre ne prend pas le dépassement de la règle %s : %s", r->id, e.msg);
		return;
	}
	if (!count_everywhere(s, r, strikes))
		return;
	fact(s, NEWS_ERR, EVENT_REGLE, "suspendue", r->id,
	     "la règle %s est suspendue : elle a dépassé ses limites sur %d documents (%s). Elle ne juge plus, et chaque document le dit, jusqu'à ce "
	     "que son texte change ou « scrutateur regles --retablir %s »",
	     r->id, LIMIT_STRIKES, why, r->id);
	in_service_write(s);
}

static struct rule_view view_of(struct arena *a, const struct host_rule *r)
{
	struct rule_view v = { .id = str_c(r->id),
			       .titre = str_c(r->titre),
			       .version = str_c(r->version),
			       .sha256 = str_c(r->sha256),
			       .gravite = (enum severity)r->gravite,
			       .ancienne = r->state == RULE_KEPT,
			       .raison = str_c(r->sentence),
			       .essais = r->essais };
	char when[40];

	if (r->since_us > 0) {
		record_time(r->since_us, when);
		v.depuis = arena_dup(a, str_c(when));
	}
	if (r->off) {
		v.state = RULE_OFF;
	} else if (r->state == RULE_REFUSED) {
		v.state = RULE_OUT;
	} else if (r->suspended) {
		v.state = RULE_SUSPENDED;
		v.raison = arena_printf(a, "limites dépassées sur %u documents ; « scrutateur regles --retablir %s » la remet en service", r->strikes,
					r->id);
	}
	return v;
}

static void view_set(struct arena *a, const struct hostproc *h, struct rules_view *v)
{
	v->jeu = str_c(h->sha256);
	v->rules = ARENA_ARRAY(a, h->rules_n, struct rule_view);
	for (unsigned i = 0; i < h->rules_n; i++)
		v->rules[v->rules_n++] = view_of(a, &h->rules[i]);
	for (unsigned i = 0; i < h->references_n; i++)
		if (h->references[i].former)
			v->references[v->references_n++] = (struct reference_view){ str_c(h->references[i].word), str_c(h->references[i].why) };
	v->exemptions = ARENA_ARRAY(a, h->exemptions_n, struct exemption_view);
	for (unsigned i = 0; i < h->exemptions_n; i++)
		v->exemptions[v->exemptions_n++] = (struct exemption_view){ .x = h->exemptions[i], .actes = -1 };
}

void in_service_write(struct supervisor *s)
{
	struct rules_view v = { .pid = (int64_t)getpid(),
				.reload = { s->files.asked, s->files.done, s->files.state, str_c(s->files.why) } };
	struct arena a;
	struct buf b;
	struct err e;
	char when[40];

	arena_init(&a, 16 * MIB);
	buf_init(&b, RULES_VIEW_BYTES);
	record_time(clock_day_us(), when);
	v.ts = str_c(when);
	if (s->live != NULL)
		view_set(&a, s->live, &v);
	rules_view_json(&v, true, &b);
	buf_char(&b, '\n');
	if (b.full)
		news(NEWS_WARNING, "%s dépasse %zu octets, il n'est pas écrit", RULES_VIEW_FILE, RULES_VIEW_BYTES);
	else if (!file_replace(s->spool.etat, RULES_VIEW_FILE, buf_view(&b), 0640, &e))
		news(NEWS_WARNING, "l'état des règles ne s'écrit pas : %s", e.msg);
	buf_done(&b);
	arena_done(&a);
}
