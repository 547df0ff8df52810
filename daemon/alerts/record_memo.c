/* SPDX-License-Identifier: EUPL-1.2 */
/* What the findings of one document share. An act without a number is known by the hash of its text: with 500 acts and
 * many rules that hash is worth keeping. Numbering a repeated topic needs only the findings of one evaluation, for the
 * rule is part of the fingerprint and ruleset_judge gives them together. */
#include "record_priv.h"

struct act_key {
	struct str key1, key2;
};
struct record_memo {
	struct arena *a;
	const struct reading *r;
	struct tokens tokens;
	bool tokenised;
	struct act_key *keys; /* one per acte, key1 empty = not yet known */
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
	m->keys = ARENA_ARRAY(a, r->actes_n, struct act_key);
	return m;
}

void record_memo_act_key(struct arena *a, const struct record_context *c, size_t acte, struct str *ret_key1,
			 struct str *ret_key2)
{
	struct record_memo *m = c->memo;

	if (!m) {
		fingerprint_act_key(a, c->reading, acte, NULL, ret_key1, ret_key2);
		return;
	}
	if (!m->tokenised) {
		tokenise(m->a, m->r->text, &m->tokens);
		m->tokenised = true;
	}
	struct act_key *k = &m->keys[acte];
	if (!k->key1.n)
		fingerprint_act_key(m->a, m->r, acte, &m->tokens, &k->key1, &k->key2);
	*ret_key1 = k->key1;
	*ret_key2 = k->key2;
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
	unsigned before = c->memo ? times_used(c->memo, f, topic) : 0;

	return before ? arena_printf(a, "%.*s#%u", STR_ARG(topic), before + 1) : topic;
}
