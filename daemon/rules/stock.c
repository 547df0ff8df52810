/* SPDX-License-Identifier: EUPL-1.2 */
/* Everything a rule set is judged with besides its rules, read once from disk: what comes later works on memory
 * only. */
#include <string.h>
#include "hash.h"
#include "periods.h"
#include "ruleset_priv.h"

static bool load_shared(struct arena *a, const char *dir, struct stock *st, struct hash *h, struct err *e)
{
	struct str *names;
	size_t n;
	if (!dir || !yamldir_names(a, dir, ".lua", &names, &n, e))
		return dir == NULL;
	if (n >= VM_SOURCES_MAX)
		return err_set(e, ERR_LIMIT, "%s : %d fichiers communs au plus", dir, VM_SOURCES_MAX - 1);
	struct vm_source *s = ARENA_ARRAY(a, n, struct vm_source);
	for (size_t i = 0; i < n; i++) {
		s[i].file = arena_printf(a, "%s/%.*s", dir, STR_ARG(names[i]));
		if (!yamldir_text(a, s[i].file.p, LIMIT_RULE_BYTES, &s[i].text, e))
			return false;
		hash_add(h, names[i].p, names[i].n + 1);
		hash_add(h, s[i].text.p, s[i].text.n);
	}
	st->shared = s;
	st->shared_n = n;
	return true;
}

static bool load_samples(struct arena *a, const char *dir, struct stock *st, struct err *e)
{
	struct str *names;
	size_t n;
	if (!yamldir_names(a, dir, ".txt", &names, &n, e))
		return false;
	struct sample *s = ARENA_ARRAY(a, n, struct sample);
	for (size_t i = 0; i < n; i++) {
		s[i].nom = str_part(names[i], 0, names[i].n - 4);
		if (!yamldir_text(a, arena_printf(a, "%s/%.*s", dir, STR_ARG(names[i])).p, LIMIT_SAMPLE_BYTES,
				  &s[i].text, e))
			return false;
	}
	st->samples = s;
	st->samples_n = n;
	return true;
}

bool stock_load(struct arena *a, const struct ruleset_paths *p, struct stock *ret, struct err *e)
{
	struct stock st = { .a = a };
	struct str lexicon;
	struct hash h;
	hash_init(&h);
	if (!params_load(a, p->parametres, &st.cx.params, e) || !roster_load(a, p->collectivites, &st.cx.roster, e) ||
	    !yamldir_text(a, p->lexique, LIMIT_YAML_BYTES, &lexicon, e) ||
	    !lexicon_load(a, lexicon, p->lexique, &st.lexicon, e) || !load_shared(a, p->lua, &st, &h, e) ||
	    (!p->sans_essais && !load_samples(a, p->exemples, &st, e)))
		return false;
	hash_add(&h, params_sha256(st.cx.params), 64);
	hash_add(&h, roster_sha256(st.cx.roster), 64);
	hash_add(&h, lexicon.p, lexicon.n);
	struct digest d = hash_end(&h);
	digest_hex(&d, st.sha256);
	*ret = st;
	return true;
}
