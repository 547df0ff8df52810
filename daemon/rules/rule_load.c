/* SPDX-License-Identifier: EUPL-1.2 */
/* A rule from its text: shared Lua, then the file, in one fresh state. What Lua would accept and an author would
 * not have meant is refused after the file has run, because Lua's own message is the better one when both have
 * something to say. */
#include <lauxlib.h>
#include "faults.h"
#include "fold.h"
#include "hash.h"
#include "lint.h"
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

/* An unknown name met while the file ran: the remark on it has the column, and knows what was meant. */
static void say_better(const struct remarks *all, struct err *e)
{
	struct str said = str_c(e->msg);
	char file[sizeof e->file];
	snprintf(file, sizeof file, "%s", e->file);
	for (size_t i = 0; i < all->n && str_ends(said, STR("[R050]")); i++) {
		const struct remark *r = &all->at[i];
		bool replaced = r->line <= e->line && str_starts(r->texte, STR("regle s'écrit")) &&
				str_starts(said, STR("« regle »"));
		if (!r->refuses || (r->line != e->line && !replaced) || str_ends(r->texte, STR("[R050]")))
			continue;
		err_at(e, ERR_VALUE, file, r->line, r->col, "%.*s", STR_ARG(r->texte));
		return;
	}
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
		say_better(&d->rule->remarques, e);
		return false;
	}
	if (!d->declared)
		return err_at(e, ERR_VALUE, file, 1, 1, "le fichier ne déclare aucune règle : « regle { id = … } » [R056]");
	if (d->open_essai.n)
		return err_at(e, ERR_VALUE, file, 0, 0, "l'essai « %.*s » n'a pas de contenu : essai \"…\" { attendu = … } [R056]",
			      STR_ARG(d->open_essai));
	return true;
}

static bool refused(const struct remarks *all, struct str file, struct err *e)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct remark *r = &all->at[i];
		if (r->refuses)
			return !err_at(e, ERR_VALUE, file.p, r->line, r->col, "%.*s", STR_ARG(r->texte));
	}
	return false;
}

#define NAMES_MAX 512
/* After the file has run, so that the functions of lua/ are known. Tokens and tree go when it is done: a rule host is
 * forked for each document, and should be small. */
static void look(struct arena *a, const struct vm *vm, struct rule *rule)
{
	const char *names[NAMES_MAX + 1];
	struct remarks found;
	struct arena scratch;
	arena_init(&scratch, FAULT_MEMORY);
	if (setjmp(*arena_trap(&scratch))) {
		arena_done(&scratch);
		return;
	}
	names[env_names(vm->L, names, NAMES_MAX)] = NULL;
	lint(&scratch, rule->text, names, &found);
	rule->remarques.at = ARENA_ARRAY(a, found.n, struct remark);
	for (size_t i = 0; i < found.n; i++) {
		rule->remarques.at[i] = found.at[i];
		rule->remarques.at[i].texte = arena_dup(a, found.at[i].texte);
	}
	rule->remarques.n = rule->remarques.cap = found.n;
	arena_done(&scratch);
}

static bool encoded_well(struct str file, struct str text, struct err *e)
{
	static const char save[] = "dans le Bloc-notes, « Enregistrer sous », puis « Encodage : UTF-8 »";
	size_t nul = str_find(text, (struct str){ "", 1 }, 0), at = 0, n;
	unsigned line = 1;
	uint32_t cp;
	if (str_starts(text, STR("PK\x03\x04")) || str_starts(text, STR("\xD0\xCF\x11\xE0")) || str_starts(text, STR("{\\rtf")))
		return err_at(e, ERR_SYNTAX, file.p, 0, 0,
			      "ce fichier est un document de traitement de texte : une règle s'écrit dans le Bloc-notes [R031]");
	if (str_starts(text, STR("\x1B")))
		return err_at(e, ERR_SYNTAX, file.p, 0, 0, "programme compilé refusé : une règle est un texte [R030]");
	if (nul != STR_NONE)
		return err_at(e, ERR_SYNTAX, file.p, 0, 0, "le fichier est en UTF-16 (« Unicode ») : %s [R031]", save);
	while ((n = utf8_next(text, at, &cp)) > 0 && !(cp == 0xFFFD && n == 1)) {
		if (cp == '\r' && (at + 1 == text.n || text.p[at + 1] != '\n')) /* Lua counts it as a line, no editor does */
			return err_at(e, ERR_SYNTAX, file.p, line, fault_column(text, at),
				      "retour chariot seul (fins de ligne abîmées) : recopiez la règle dans un nouveau fichier du "
				      "Bloc-notes [R031]");
		line += text.p[at] == '\n';
		at += n;
	}
	return n == 0 || err_at(e, ERR_SYNTAX, file.p, line, fault_column(text, at),
				"le fichier n'est pas en UTF-8, ici commence un caractère d'un autre codage (Windows-1252 ?) : %s "
				"[R031]", save);
}

bool rule_load_unseen(struct arena *a, const struct vm_source *shared, size_t shared_n, struct str file, struct str text,
		      struct rule *ret, struct err *e)
{
	struct rule rule = { .controle = LUA_NOREF, .s_applique = LUA_NOREF, .text = text };
	struct draft d = { .a = a, .rule = &rule };
	struct load l = { shared, shared_n, file, text };
	ret->remarques = (struct remarks){ 0 };
	rule.info.file = file;
	if (text.n > LIMIT_RULE_BYTES)
		return err_at(e, ERR_LIMIT, file.p, 0, 0, "une règle fait %d Kio au plus",
			      (int)(LIMIT_RULE_BYTES / KIB));
	if (!encoded_well(file, text, e))
		return false;
	rule.vm = vm_open();
	if (!rule.vm)
		return err_set(e, ERR_LIMIT, "mémoire épuisée");
	rule.vm->draft = &d;
	enum vm_end end = vm_call(rule.vm, run_files, &l);
	rule.vm->draft = NULL;
	look(a, rule.vm, &rule);
	if (!loaded(rule.vm, &l, end, &d, e)) {
		vm_close(rule.vm);
		ret->remarques = rule.remarques;
		return false;
	}
	vm_settle(rule.vm);
	rule.vm->phase = PHASE_JUDGE;
	rule.essais = d.essais.at;
	rule.essais_n = d.essais.n;
	struct digest digest = hash_of(text);
	digest_hex(&digest, rule.info.sha256);
	*ret = rule;
	return true;
}

bool rule_load(struct arena *a, const struct vm_source *shared, size_t shared_n, struct str file, struct str text,
	       struct rule *ret, struct err *e)
{
	if (!rule_load_unseen(a, shared, shared_n, file, text, ret, e))
		return false;
	if (!refused(&ret->remarques, file, e))
		return true;
	rule_drop(ret);
	return false;
}

void rule_drop(struct rule *rule)
{
	vm_close(rule->vm);
	rule->vm = NULL;
}
