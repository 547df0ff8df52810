/* SPDX-License-Identifier: EUPL-1.2 */
#include "catalogue.h"
#include "examples.h"

/* "quorum.fraction.commune.conseil_municipal" → "quorum.fraction": the same question for every level and body. */
static struct str family_of(struct str name)
{
	for (;;) {
		size_t dot = STR_NONE;
		for (size_t at = str_find(name, STR("."), 0); at != STR_NONE; at = str_find(name, STR("."), at + 1))
			dot = at;
		struct str last = dot == STR_NONE ? STR("") : str_part(name, dot + 1, name.n);
		if (dot == STR_NONE || (str_position(last, NIVEAU_WORDS) < 0 && str_position(last, ORGANE_WORDS) < 0))
			return name;
		name = str_part(name, 0, dot);
	}
}

static bool is_of_family(struct str name, const struct names *asked)
{
	for (size_t i = 0; i < asked->n; i++)
		if (str_eq(family_of(name), family_of(asked->at[i])))
			return true;
	return false;
}

static void fill_params(struct arena *a, const struct params *p, const struct names *asked, struct rule_doc *ret)
{
	const struct param_doc **docs = ARENA_ARRAY(a, params_count(p), const struct param_doc *);
	for (size_t i = 0; i < params_count(p); i++) {
		struct param_doc *d = ARENA_NEW(a, struct param_doc);
		*d = params_doc(p, i);
		if (is_of_family(d->nom, asked))
			docs[ret->params_n++] = d;
	}
	ret->params = docs;
}

static bool make_rule(struct arena *a, const struct stock *st, struct rule *rule, struct rule_doc *ret, struct err *e)
{
	struct names asked = { 0 };
	struct example *examples;
	if (!examples_play(a, st, rule, &examples, &asked, e))
		return false;
	ret->info = &rule->info;
	ret->fichier = str_after_last(rule->info.file, '/');
	ret->examples = examples;
	ret->examples_n = rule->essais_n;
	fill_params(a, st->cx.params, &asked, ret);
	return true;
}

bool catalogue_make(struct arena *a, struct ruleset *rs, struct catalogue *ret, struct err *e)
{
	size_t n, reports_n;
	ruleset_rules(rs, &n);
	const struct rule_report *reports = ruleset_reports(rs, &reports_n);
	struct rule_doc *docs = ARENA_ARRAY(a, n, struct rule_doc);
	for (size_t i = 0; i < n; i++)
		if (!make_rule(a, ruleset_stock(rs), ruleset_rule(rs, i), &docs[i], e))
			return false;
	*ret = (struct catalogue){ .rules = docs, .rules_n = n, .sha256 = ruleset_sha256(rs) };
	ret->lost = ARENA_ARRAY(a, reports_n, struct str);
	for (size_t i = 0; i < reports_n; i++)
		if (reports[i].state == RULE_REFUSED)
			ret->lost[ret->lost_n++] = reports[i].id;
	return true;
}
