/* SPDX-License-Identifier: EUPL-1.2 */
/* Everything a rule set is judged with besides its rules, read once from disk: what comes later works on memory
 * only. */
#include <string.h>
#include <unistd.h>
#include "act.h"
#include "former.h"
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

static bool load_sides(struct arena *a, struct str path, struct sample *s, struct err *e)
{
	for (unsigned n = 1; n <= LIMIT_SIDE_FILES; n++) {
		const struct str side = arena_printf(a, "%.*s" SIDE_MARK "%u", STR_ARG(path), n);
		struct side_file *f = &s->sides[s->sides_n];
		if (access(side.p, F_OK) != 0)
			return true;
		if (!yamldir_text(a, side.p, LIMIT_SAMPLE_BYTES, &f->raw, e))
			return false;
		f->nom = arena_printf(a, "%.*s.txt" SIDE_MARK "%u", STR_ARG(s->nom), n);
		s->sides_n++;
	}
	return true;
}

const struct sample *sample_named(const struct stock *st, struct str name)
{
	for (size_t i = 0; i < st->samples_n; i++)
		if (str_eq(st->samples[i].nom, name))
			return &st->samples[i];
	return NULL;
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
		const struct str path = arena_printf(a, "%s/%.*s", dir, STR_ARG(names[i]));
		if (!yamldir_text(a, path.p, LIMIT_SAMPLE_BYTES, &s[i].text, e) || !load_sides(a, path, &s[i], e))
			return false;
	}
	st->samples = s;
	st->samples_n = n;
	return true;
}

/* What readers note once for all texts (lists of words, where a cue may stand) is noted here, and not in each child that is forked. */
static void read_once(const struct stock *st)
{
	for (size_t i = 0; i < st->samples_n; i++) {
		enum text_refusal why;
		const struct reading *r;
		struct err ignored;
		struct arena a;
		arena_init(&a, LIMIT_ACT_MEMORY);
		struct text *text = ARENA_NEW(&a, struct text);
		if (text_decode(&a, st->samples[i].text, LIMIT_TEXT_BYTES, text, &why, &ignored))
			(void)act_read(&a, st->lexicon, text, &r, &why, &ignored);
		arena_done(&a);
	}
}

static bool load_references(struct arena *a, const struct ruleset_paths *p, struct stock *st, struct err *e)
{
	st->failing = REFERENCE_PARAMETRES;
	if (!params_load(a, p->parametres, &st->cx.params, e) || !former_still_there(a, p, st->failing, &st->cx, e))
		return false;
	st->failing = REFERENCE_COLLECTIVITES;
	if (!roster_load(a, p->collectivites, &st->cx.roster, e) || !former_still_there(a, p, st->failing, &st->cx, e))
		return false;
	st->failing = REFERENCE_LEXIQUE;
	if (!yamldir_reference(a, p->lexique, true, &st->lexicon_text, e) || !lexicon_load(a, st->lexicon_text, p->lexique, &st->lexicon, e))
		return false;
	st->failing = REFERENCES;
	return true;
}

bool stock_load(struct arena *a, const struct ruleset_paths *p, struct stock *ret, struct err *e)
{
	struct hash h;

	*ret = (struct stock){ .a = a, .samples_dir = p->exemples, .regles = p->regles };
	hash_init(&h);
	if (!load_references(a, p, ret, e) || !load_shared(a, p->lua, ret, &h, e) || (!p->sans_essais && !load_samples(a, p->exemples, ret, e)))
		return false;
	hash_add(&h, params_sha256(ret->cx.params), 64);
	hash_add(&h, roster_sha256(ret->cx.roster), 64);
	hash_add(&h, ret->lexicon_text.p, ret->lexicon_text.n);
	struct digest d = hash_end(&h);
	digest_hex(&d, ret->sha256);
	read_once(ret);
	return true;
}

/* A sample lies where the house can write; its name is a file's name, never a way to one. */
static bool is_file_name(struct str name)
{
	return name.n > 0 && name.n < 200 && name.p[0] != '.' && str_find(name, STR("/"), 0) == STR_NONE;
}

static void take_sample(struct stock *st, struct str name)
{
	struct sample s = { .nom = name }, *more;
	struct err e = { .code = ERR_NONE };
	if (!is_file_name(name) || sample_named(st, name))
		return;
	struct str path = arena_printf(st->a, "%s/%.*s.txt", st->regles, STR_ARG(name));
	if (access(path.p, F_OK) != 0)
		return;
	if (!yamldir_text(st->a, path.p, LIMIT_SAMPLE_BYTES, &s.text, &e) || !load_sides(st->a, path, &s, &e) || !s.text.n)
		s.refus = e.code == ERR_NONE ? "le fichier est vide" : arena_dup(st->a, str_c(e.msg)).p;
	more = ARENA_ARRAY(st->a, st->samples_n + 1, struct sample);
	if (st->samples_n)
		memcpy(more, st->samples, st->samples_n * sizeof *more);
	more[st->samples_n++] = s;
	st->samples = more;
}

void stock_samples_of(struct stock *st, const struct rule *rule)
{
	take_sample(st, rule->exemple);
	for (size_t i = 0; i < rule->essais_n; i++)
		take_sample(st, rule->essais[i].document);
}

void ruleset_counts(const struct ruleset *rs, size_t *ret_params, size_t *ret_rosters)
{
	const struct stock *st = ruleset_stock(rs);

	*ret_params = params_count(st->cx.params);
	*ret_rosters = roster_count(st->cx.roster);
}
