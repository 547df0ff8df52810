/* SPDX-License-Identifier: EUPL-1.2 */
/* What the findings of one document share, made once: with 500 acts and many rules it is worth keeping. Numbering a repeated topic needs only the findings of one evaluation, for the
 * rule is part of the fingerprint and ruleset_judge gives them together. */
#include "record_priv.h"

struct record_memo {
	struct arena *a;
	const struct reading *r;
	struct tokens tokens;
	bool tokenised;
	struct act_known *acts;
	struct str document;
	const struct rule_info *rule;
	size_t acte;
	size_t used_n;
	struct str used[LIMIT_FINDINGS]; /* topics of this rule on this acte */
};

struct record_memo *record_memo_new(struct arena *a, const struct reading *r)
{
	struct record_memo *m = ARENA_NEW(a, struct record_memo);

	m->a = a;
	m->r = r;
	m->acts = ARENA_ARRAY(a, r->actes_n, struct act_known);
	return m;
}

const struct act_known *record_memo_act(const struct record_context *c, size_t acte)
{
	struct record_memo *m = c->memo;
	struct act_known *k = &m->acts[acte];

	if (k->key1.n)
		return k;
	if (!m->tokenised) {
		tokenise(m->a, m->r->text, &m->tokens);
		m->tokenised = true;
	}
	fingerprint_act_key(m->a, m->r, acte, &m->tokens, &k->key1, &k->key2);
	fingerprint_act(k->key1, k->key2, k->key);
	k->members = record_act_members(m->a, m->r, acte, RECORD_CUTS[0].text);
	return k;
}

struct str record_memo_document(const struct record_context *c)
{
	struct record_memo *m = c->memo;

	if (!m->document.n)
		m->document = record_document_members(m->a, c);
	return m->document;
}

static unsigned times_used(struct record_memo *m, const struct finding *f, struct str topic)
{
	unsigned n = 0;

	if (m->rule != f->rule || m->acte != f->acte)
		m->used_n = 0;
	m->rule = f->rule;
	m->acte = f->acte;
	for (size_t i = 0; i < m->used_n; i++)
		n += str_eq(m->used[i], topic);
	if (m->used_n < LIMIT_FINDINGS)
		m->used[m->used_n++] = topic;
	return n;
}

struct str record_memo_topic(struct arena *a, const struct record_context *c, const struct finding *f)
{
	struct str topic = f->sujet.n ? f->sujet : STR("acte");
	unsigned before = times_used(c->memo, f, topic);

	return before ? arena_printf(a, "%.*s#%u", STR_ARG(topic), before + 1) : topic;
}
