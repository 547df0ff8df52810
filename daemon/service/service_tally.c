/* SPDX-License-Identifier: EUPL-1.2 */
#include "service_tally.h"

#include <stdio.h>
#include <string.h>

static void add_finding(struct tally *t, const struct record_parts *p)
{
	const struct str rule = p->bell[BELL_RULE];
	size_t i = 0;

	if (rule.n == 0 || rule.n >= sizeof t->rules->rule)
		return;
	while (i < t->rules_n && !str_eq(str_c(t->rules[i].rule), rule))
		i++;
	if (i == sizeof t->rules / sizeof *t->rules)
		return; /* more rules came and went than there may be: the ledger knows */
	if (i == t->rules_n) {
		memcpy(t->rules[i].rule, rule.p, rule.n);
		t->rules_n++;
	}
	t->rules[i].n[p->verdict]++;
}

static void add_reason(struct tally *t, const char *word)
{
	size_t i = 0;

	while (i < t->reasons_n && strcmp(t->reasons[i].word, word) != 0)
		i++;
	if (i == TALLY_REASONS)
		return;
	if (i == t->reasons_n)
		snprintf(t->reasons[t->reasons_n++].word, sizeof t->reasons->word, "%s", word);
	t->reasons[i].n++;
}

void tally_add(struct tally *t, const struct record_parts *parts, size_t n, const char *refusal, bool repeat)
{
	if (repeat) {
		t->repeated++;
		return;
	}
	if (refusal != NULL) {
		t->refused++;
		add_reason(t, refusal);
		return;
	}
	t->judged++;
	for (size_t i = 0; i < n; i++)
		if (parts[i].alerte_v1[0] != '\0')
			add_finding(t, &parts[i]);
}
