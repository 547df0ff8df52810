/* SPDX-License-Identifier: EUPL-1.2 */
/* Loading the rules of a directory, and asking them. A rule set's arena has no trap: running out of memory while
 * loading ends the rule host, which is made to be restarted. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "escape.h"
#include "faults.h"
#include "field_names.h"
#include "file.h"
#include "fold.h"
#include "former.h"
#include "periods.h"
#include "ruleset_priv.h"

#define RULESET_MEMORY (128 * MIB)

struct ruleset {
	struct arena a;
	struct stock stock;
	struct rule *rules;
	size_t n;
	const struct rule_info **infos;
	struct rule_info *lost;   /* refused, and no version kept: their message is what is said of each acte */
	struct str *lost_why;
	size_t lost_n;
	const struct rule_report *victim; /* the first whose kept version, good once, fails as well: what it is tried on is at fault */
	size_t victims_n;
	struct rule_report *reports;
	size_t reports_n;
	struct policy policy;
	char sha256[65];
	struct reference_state {
		bool former, unkept;
		struct err why;
	} references[REFERENCES];
	const char *former_words[REFERENCES + 1];
};

static bool load_tested(struct ruleset *rs, const struct ruleset_paths *p, struct str file, struct rule *ret,
			struct rule_report *rep, struct err *e)
{
	struct str text;
	if (!yamldir_text(&rs->a, file.p, LIMIT_RULE_BYTES, &text, e))
		return false;
	bool loaded = rule_load(&rs->a, rs->stock.shared, rs->stock.shared_n, file, text, ret, e);
	rep->remarques = ret->remarques;
	if (!loaded) {
		rep->ligne = strcmp(e->file, file.p) == 0 && e->line ? fault_line(text, e->line) : STR("");
		return false;
	}
	rep->essais = rep->reussis = 0;
	if (!p->sans_essais)
		stock_samples_of(&rs->stock, ret);
	if (p->sans_essais || essais_run(&rs->stock, ret, NULL, &rep->essais, &rep->reussis, e))
		return true;
	rep->ligne = e->line ? fault_line(text, e->line) : STR("");
	rule_drop(ret);
	return false;
}

static bool load_kept(struct ruleset *rs, const struct ruleset_paths *p, struct str stem, struct rule *ret,
		      struct rule_report *rep)
{
	struct err ignored = { .code = ERR_NONE };
	struct rule_report scratch = { .essais = 0 };
	if (!p->bons)
		return false;
	struct str file = arena_printf(&rs->a, "%s/%.*s.lua", p->bons, STR_ARG(stem));
	if (access(file.p, R_OK) != 0)
		return false;
	if (!load_tested(rs, p, file, ret, &scratch, &ignored)) {
		if (rs->victims_n++ == 0)
			rs->victim = rep;
		former_add_change(&rs->a, p, &rs->stock, &rep->err);
		return false;
	}
	rep->essais = scratch.essais;
	rep->reussis = scratch.reussis;
	return true;
}

/* Of the whole error only place and cause: a caret or a list of essais has no room in a finding. */
static struct str why_lost(struct arena *a, const struct rule_report *rep)
{
	const struct str file = escape_line(a, str_after_last(str_c(rep->err.file), '/'), LIMIT_NAME_SHOWN),
			 cause = escape_line(a, utf8_head(str_c(rep->err.msg), LIMIT_MESSAGE / 2), LIMIT_MESSAGE);
	if (!rep->err.line)
		return arena_printf(a, "règle hors service : %.*s (%.*s)", STR_ARG(cause), STR_ARG(file));
	return arena_printf(a, "règle hors service : %.*s (%.*s:%u)", STR_ARG(cause), STR_ARG(file), rep->err.line);
}

static void lose(struct ruleset *rs, const struct rule_report *rep)
{
	struct rule_info *info = &rs->lost[rs->lost_n];
	struct str text = STR("");
	struct err unread = { .code = ERR_NONE };
	yamldir_text(&rs->a, rep->file.p, LIMIT_RULE_BYTES, &text, &unread);
	struct digest d = hash_of(text);
	*info = (struct rule_info){
		.id = rep->id, .version = STR("?"), .titre = STR("Règle hors service"), .file = rep->file
	};
	digest_hex(&d, info->sha256);
	rs->lost_why[rs->lost_n++] = why_lost(&rs->a, rep);
}

/* False: the house asks for a severity that the rule does not allow. */
static bool load_file(struct ruleset *rs, const struct ruleset_paths *p, struct str name, struct rule_report *rep, struct err *e)
{
	struct str stem = str_part(name, 0, name.n - 4);
	struct rule *rule = &rs->rules[rs->n];
	rep->file = arena_printf(&rs->a, "%s/%.*s", p->regles, STR_ARG(name));
	rep->id = stem;
	rep->off = policy_off(&rs->policy, stem);
	if (load_tested(rs, p, rep->file, rule, rep, &rep->err)) {
		rep->state = RULE_LIVE;
		if (p->bons && !p->sans_essais)
			version_keep_text(&rule->info, rule->text, p->bons, &rep->err);
	} else {
		rep->state = load_kept(rs, p, stem, rule, rep) ? RULE_KEPT : RULE_REFUSED;
	}
	if (rep->state == RULE_REFUSED) {
		if (!rep->off)
			lose(rs, rep);
		return true;
	}
	if (p->bons && !p->sans_essais && !rep->off)
		version_show(&rs->a, p->bons, &rule->info, rep->state == RULE_LIVE ? &rep->err : &(struct err){ 0 });
	rep->info = rule->info;
	if (rep->off)
		rule_drop(rule);
	else
		rs->n++;
	return policy_severity(&rs->policy, stem, rule->info.gravite, &rep->gravite, e);
}

static int by_id(const void *a, const void *b)
{
	return str_cmp(((const struct rule *)a)->info.id, ((const struct rule *)b)->info.id);
}

static void name_the_set(struct ruleset *rs)
{
	struct hash h;
	hash_init(&h);
	hash_add(&h, rs->stock.sha256, 64);
	for (size_t i = 0; i < rs->n; i++) {
		hash_add(&h, rs->rules[i].info.id.p, rs->rules[i].info.id.n);
		hash_add(&h, rs->rules[i].info.sha256, 65);
	}
	for (size_t i = 0; i < rs->lost_n; i++)
		hash_add(&h, rs->lost[i].id.p, rs->lost[i].id.n);
	hash_add(&h, rs->policy.text.p, rs->policy.text.n);
	struct digest d = hash_end(&h);
	digest_hex(&d, rs->sha256);
}

static bool load_policy(struct ruleset *rs, const struct ruleset_paths *p, const struct str *names, size_t n, struct err *e)
{
	const char **ids = ARENA_ARRAY(&rs->a, n + 1, const char *);
	for (size_t i = 0; i < n; i++)
		ids[i] = arena_dup(&rs->a, str_part(names[i], 0, names[i].n - 4)).p;
	return policy_load(&rs->a, p->reglages, ids, &rs->policy, e);
}

static bool load_all(struct ruleset *rs, const struct ruleset_paths *p, struct err *e)
{
	struct str *names;
	size_t n;
	if (!stock_load(&rs->a, p, &rs->stock, e) || !yamldir_names(&rs->a, p->regles, ".lua", &names, &n, e))
		return false;
	if (n > LIMIT_RULES)
		return err_set(e, ERR_LIMIT, "%s : %d règles au plus", p->regles, LIMIT_RULES);
	rs->stock.failing = REFERENCE_REGLAGES; /* also when it asks more of a rule than the rule allows */
	if (!load_policy(rs, p, names, n, e))
		return false;
	rs->rules = ARENA_ARRAY(&rs->a, n, struct rule);
	rs->reports = ARENA_ARRAY(&rs->a, n, struct rule_report);
	rs->lost = ARENA_ARRAY(&rs->a, n, struct rule_info);
	rs->lost_why = ARENA_ARRAY(&rs->a, n, struct str);
	rs->infos = ARENA_ARRAY(&rs->a, n, const struct rule_info *);
	for (size_t i = 0; i < n; i++)
		if (!load_file(rs, p, names[i], &rs->reports[rs->reports_n++], e))
			return false;
	if (rs->n)
		qsort(rs->rules, rs->n, sizeof *rs->rules, by_id);
	for (size_t i = 0; i < rs->n; i++)
		rs->infos[i] = &rs->rules[i].info;
	name_the_set(rs);
	return true;
}

/* What is in service must outlive the next save, and the next start. What was loaded is what is kept; a kept one keeps itself. Nothing is
 * kept of a set that breaks rules which were good, nor of one of which no rule passes its essais. */
static void keep_references(struct ruleset *rs, const struct ruleset_paths *p)
{
	const struct str texts[REFERENCES] = { [REFERENCE_LEXIQUE] = rs->stock.lexicon_text, [REFERENCE_REGLAGES] = rs->policy.text };
	const char *const hashes[REFERENCES] = { [REFERENCE_PARAMETRES] = params_sha256(rs->stock.cx.params),
						 [REFERENCE_COLLECTIVITES] = roster_sha256(rs->stock.cx.roster) };
	struct ruleset_paths q = *p;

	if (p->secours == NULL || rs->victims_n > 0 || (rs->n == 0 && rs->reports_n > 0))
		return;
	for (enum reference w = 0; w < REFERENCES; w++) {
		const char *path = *former_field(&q, w);
		struct reference_state *r = &rs->references[w];
		r->unkept = path && !r->former && !former_keep(&rs->a, p->secours, w, path, texts[w], hashes[w], &r->why);
	}
}

/* With the former version of each reference that `states` says. */
static struct ruleset *load_with(const struct ruleset_paths *p, const struct reference_state states[REFERENCES], enum reference *ret_failing, struct err *e)
{
	struct ruleset *rs = calloc(1, sizeof *rs);
	struct ruleset_paths q = *p;
	bool there = true;
	*ret_failing = REFERENCES;
	if (!rs) {
		(void)err_set(e, ERR_LIMIT, "mémoire épuisée");
		return NULL;
	}
	arena_init(&rs->a, RULESET_MEMORY);
	memcpy(rs->references, states, sizeof rs->references);
	for (enum reference w = 0, n = 0; w < REFERENCES; w++)
		if (states[w].former) {
			there &= (*former_field(&q, w) = former_path(&rs->a, p->secours, w)) != NULL;
			rs->former_words[n++] = reference_word(w);
		}
	if (there && load_all(rs, &q, e))
		return rs;
	*ret_failing = there ? rs->stock.failing : REFERENCES;
	ruleset_free(rs);
	return NULL;
}

static bool replaced(struct ruleset **rs, const struct ruleset_paths *p, const struct reference_state states[REFERENCES], size_t most_victims)
{
	struct err ignored = { .code = ERR_NONE };
	enum reference failing;
	struct ruleset *other = load_with(p, states, &failing, &ignored);
	const bool good = other && other->victims_n <= most_victims;
	if (other)
		ruleset_free(good ? *rs : other);
	if (good)
		*rs = other;
	return good;
}

/* Half a file can be good YAML: it is known by the rules that it breaks. All former versions first, then each file that breaks none. */
static void spare_victims(struct ruleset **rs, const struct ruleset_paths *p)
{
	struct reference_state states[REFERENCES], saved[REFERENCES];
	memcpy(saved, (*rs)->references, sizeof saved);
	memcpy(states, saved, sizeof states);
	for (enum reference w = 0; w < REFERENCES; w++)
		if (!saved[w].former && (states[w].former = former_path(&(*rs)->a, p->secours, w) != NULL))
			(void)err_set(&states[w].why, ERR_VALUE, "avec lui, la règle %.*s serait perdue : %s", STR_ARG((*rs)->victim->id),
				      (*rs)->victim->err.msg);
	if (!replaced(rs, p, states, (*rs)->victims_n - 1))
		return;
	for (enum reference w = 0; w < REFERENCES; w++) {
		const struct reference_state former = states[w];
		states[w] = saved[w];
		if (former.former != saved[w].former && !replaced(rs, p, states, (*rs)->victims_n))
			states[w] = former;
	}
}

bool ruleset_load(const struct ruleset_paths *p, struct ruleset **ret, struct err *e)
{
	struct reference_state states[REFERENCES] = { 0 };
	enum reference failing;
	struct ruleset *rs;
	field_names_fill();
	tzset(); /* the day is asked for in sealed children, which can open nothing */
	while (!(rs = load_with(p, states, &failing, e))) {
		if (failing < REFERENCES && states[failing].former)
			*e = states[failing].why; /* no help: the fault is where a person can mend it */
		if (!p->secours || !p->use_secours || failing == REFERENCES || states[failing].former)
			return false;
		states[failing] = (struct reference_state){ .former = true, .why = *e };
	}
	if (rs->victims_n > 0 && p->secours && p->use_secours)
		spare_victims(&rs, p);
	keep_references(rs, p);
	*ret = rs;
	return true;
}

const struct err *ruleset_former(const struct ruleset *rs, enum reference w)
{
	return rs->references[w].former ? &rs->references[w].why : NULL;
}

const char *const *ruleset_former_words(const struct ruleset *rs)
{
	return rs->former_words;
}

const struct err *ruleset_unkept(const struct ruleset *rs, enum reference w)
{
	return rs->references[w].unkept ? &rs->references[w].why : NULL;
}

void ruleset_free(struct ruleset *rs)
{
	if (!rs)
		return;
	for (size_t i = 0; i < rs->n; i++)
		rule_drop(&rs->rules[i]);
	arena_done(&rs->a);
	free(rs);
}

const struct rule_report *ruleset_reports(const struct ruleset *rs, size_t *ret_n)
{
	*ret_n = rs->reports_n;
	return rs->reports;
}

const struct rule_info *const *ruleset_rules(const struct ruleset *rs, size_t *ret_n)
{
	*ret_n = rs->n;
	return rs->infos;
}

const struct stock *ruleset_stock(const struct ruleset *rs)
{
	return &rs->stock;
}

struct rule *ruleset_rule(struct ruleset *rs, size_t i)
{
	return &rs->rules[i];
}

const struct policy *ruleset_policy(const struct ruleset *rs)
{
	return &rs->policy;
}

const struct lexicon *ruleset_lexicon(const struct ruleset *rs)
{
	return rs->stock.lexicon;
}

const char *ruleset_sha256(const struct ruleset *rs)
{
	return rs->sha256;
}

/* A rule that could not be loaded is an error of each document: silence would read as « rien à relever ». */
static void tell_lost(const struct ruleset *rs, size_t acte, const struct judge_calls *calls)
{
	for (size_t i = 0; i < rs->lost_n; i++) {
		const struct finding f = { .rule = &rs->lost[i],
					   .acte = acte,
					   .verdict = VERDICT_ERREUR,
					   .message = rs->lost_why[i],
					   .sujet = STR("regle") };
		calls->found(calls->ctx, &f);
	}
}

static struct str text_read(const struct field *f)
{
	return f->statut == FIELD_LU ? f->texte : STR("");
}

void ruleset_judge(struct ruleset *rs, struct arena *a, const struct reading *r, const bool *skip,
		   const struct judge_calls *calls)
{
	struct subject s = judge_subject(a, &rs->stock.cx, r);
	struct date today = policy_today();
	for (size_t acte = 0; acte < r->actes_n; acte++) {
		const struct policy_act act = { acte_known_as(r, acte), text_read(&r->siren), text_read(&r->collectivite) };
		for (size_t i = 0; i < rs->n; i++) {
			struct judged out = { 0 };
			if ((skip && skip[i]) || (rs->rules[i].info.par_seance && acte > 0))
				continue;
			if (calls->starts)
				calls->starts(calls->ctx, i);
			judge_one(&rs->rules[i], &rs->stock.cx, a, &s, acte, &out);
			for (size_t k = 0; k < out.n; k++) {
				policy_apply(&rs->policy, &act, today, &out.at[k]);
				calls->found(calls->ctx, &out.at[k]);
			}
		}
		tell_lost(rs, acte, calls);
	}
}
