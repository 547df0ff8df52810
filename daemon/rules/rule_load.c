/* SPDX-License-Identifier: EUPL-1.2 */
/* A rule from its text: shared Lua, then the file, in one fresh state. What Lua would accept and an author would
 * not have meant is refused after the file has run, because Lua's own message is the better one when both have
 * something to say. */
#include <string.h>
#include <lauxlib.h>
#include "fold.h"
#include "hash.h"
#include "luaenv.h"
#include "rule.h"

struct load {
	const struct vm_source *shared;
	size_t shared_n;
	struct str file, text;
};

static struct str without_bom(struct str s)
{
	return str_starts(s, STR("\xEF\xBB\xBF")) ? str_part(s, 3, s.n) : s;
}

static int run_files(lua_State *L)
{
	const struct load *l = lua_touserdata(L, 1);
	struct vm *vm = vm_of(L);
	vm->phase = PHASE_SHARED;
	for (size_t i = 0; i < l->shared_n; i++)
		vm_run_source(L, l->shared[i].file, without_bom(l->shared[i].text));
	vm->phase = PHASE_RULE;
	vm->says_illegal = rule_says_illegal(l->text);
	vm_run_source(L, l->file, without_bom(l->text));
	return 0;
}

bool rule_says_illegal(struct str s)
{
	struct arena a;
	arena_init(&a, MIB);
	bool says = str_find(fold_text(&a, str_part(s, 0, LIMIT_RULE_BYTES)), STR("illegal"), 0) != STR_NONE;
	arena_done(&a);
	return says;
}

static bool loaded(struct vm *vm, const struct load *l, enum vm_end end, const struct draft *d, struct err *e)
{
	char file[192];
	snprintf(file, sizeof file, "%.*s", STR_ARG(l->file));
	if (end == VM_LIMIT)
		return err_at(e, ERR_LIMIT, file, 0, 0, "au chargement : %s", vm_hit_text(vm->hit));
	if (end != VM_DONE) {
		bool is_text = lua_gettop(vm->L) > 0 && lua_type(vm->L, -1) == LUA_TSTRING;
		fault_explain(vm, is_text ? obj_str(vm->L, -1) : STR("erreur sans message"), e);
		return false;
	}
	if (!d->declared)
		return err_at(e, ERR_VALUE, file, 1, 1, "le fichier ne déclare aucune règle : « regle { id = … } »");
	if (d->open_essai.n)
		return err_at(e, ERR_VALUE, file, 0, 0, "l'essai « %.*s » n'a pas de contenu { }",
			      STR_ARG(d->open_essai));
	return fault_lint(l->file, l->text, e);
}

bool rule_load(struct arena *a, const struct vm_source *shared, size_t shared_n, struct str file, struct str text,
	       struct rule *ret, struct err *e)
{
	struct rule rule = { .controle = LUA_NOREF, .s_applique = LUA_NOREF, .text = text };
	struct draft d = { .a = a, .rule = &rule };
	struct load l = { shared, shared_n, file, text };
	rule.info.file = file;
	if (text.n > LIMIT_RULE_BYTES)
		return err_at(e, ERR_LIMIT, file.p, 0, 0, "une règle fait %d Kio au plus",
			      (int)(LIMIT_RULE_BYTES / KIB));
	if (!utf8_valid(text))
		return err_at(e, ERR_SYNTAX, file.p, 0, 0,
			      "le fichier n'est pas en UTF-8 : enregistrez-le dans ce codage");
	rule.vm = vm_open();
	if (!rule.vm)
		return err_set(e, ERR_LIMIT, "mémoire épuisée");
	rule.vm->draft = &d;
	enum vm_end end = vm_call(rule.vm, run_files, &l);
	rule.vm->draft = NULL;
	if (!loaded(rule.vm, &l, end, &d, e)) {
		vm_close(rule.vm);
		return false;
	}
	lua_settop(rule.vm->L, 0);
	lua_gc(rule.vm->L, LUA_GCCOLLECT);
	rule.vm->phase = PHASE_JUDGE;
	rule.essais = d.essais.at;
	rule.essais_n = d.essais.n;
	struct digest digest = hash_of(text);
	digest_hex(&digest, rule.info.sha256);
	*ret = rule;
	return true;
}

void rule_drop(struct rule *rule)
{
	vm_close(rule->vm);
	rule->vm = NULL;
}
