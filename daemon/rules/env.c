/* SPDX-License-Identifier: EUPL-1.2 */
/* The environment of a rule: an object without content, whose reads go to a table of functions that no script can
 * reach, and whose writes are refused. Decided against a plain table as _ENV: a misspelt name would make a global
 * in silence. */
#include <stdlib.h>
#include <string.h>
#include <lauxlib.h>
#include "luaenv.h"
#include "yamltree.h"

static char api_key, env_key;
#define NAMES_MAX 128

static void push_api(lua_State *L)
{
	lua_rawgetp(L, LUA_REGISTRYINDEX, &api_key);
}

void env_push(lua_State *L)
{
	lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
}

bool env_has(lua_State *L, const char *name)
{
	push_api(L);
	lua_pushstring(L, name);
	bool has = lua_rawget(L, -2) != LUA_TNIL;
	lua_pop(L, 2);
	return has;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t env_names(lua_State *L, const char **ret, size_t max)
{
	size_t n = 0;
	push_api(L);
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
		if (n < max)
			ret[n++] = lua_tostring(L, -2);
	lua_pop(L, 1);
	qsort(ret, n, sizeof *ret, by_name);
	return n;
}

#define LISTED_MAX 16 /* names that a message can list */
void env_unknown_key(lua_State *L, const char *of, struct str key, const char *const *known)
{
	const char *near = nearest_word(key, known);
	lua_pushlstring(L, key.p, key.n);
	const char *name = lua_tostring(L, -1);
	if (near)
		vm_fault(L, "%s « %s » ; vouliez-vous « %s » ?", of, name, near);
	size_t n = 0;
	while (known[n])
		n++;
	if (n == 0 || n > LISTED_MAX)
		vm_fault(L, "%s « %s »", of, name);
	lua_pushstring(L, known[0]);
	for (size_t i = 1; i < n; i++)
		lua_pushfstring(L, "%s, %s", lua_tostring(L, -1), known[i]);
	vm_fault(L, "%s « %s » ; possibles : %s", of, name, lua_tostring(L, -1));
}

static struct str key_arg(lua_State *L)
{
	if (lua_type(L, 2) != LUA_TSTRING)
		vm_fault(L, "un nom est attendu entre crochets, pas %s", obj_type_fr(L, 2));
	return obj_str(L, 2);
}

static int read_unknown(lua_State *L)
{
	const char *names[NAMES_MAX + 1];
	size_t n = env_names(L, names, NAMES_MAX);
	names[n] = NULL;
	env_unknown_key(L, "fonction ou variable inconnue", key_arg(L), names);
}

static int write_global(lua_State *L)
{
	struct str key = key_arg(L);
	lua_settop(L, 3);
	lua_pushvalue(L, 2);
	const char *name = lua_tostring(L, -1);
	lua_pop(L, 1);
	if (env_has(L, name))
		vm_fault(L, "« %s » est une fonction fournie, qui ne se remplace pas", name);
	bool is_function = lua_type(L, 3) == LUA_TFUNCTION;
	if (vm_of(L)->phase == PHASE_SHARED && is_function) {
		push_api(L);
		lua_pushvalue(L, 2);
		lua_pushvalue(L, 3);
		lua_rawset(L, -3);
		return 0;
	}
	(void)key;
	if (is_function)
		vm_fault(L, "la fonction « %s » doit être locale : écrivez « local function %s »", name, name);
	vm_fault(L, "« %s » n'est pas déclarée (faute de frappe ?) : une variable s'annonce par « local %s = … »", name,
		 name);
}

static void add_functions(lua_State *L, const struct env_function *f)
{
	for (; f->name; f++) {
		lua_pushstring(L, f->name);
		lua_pushcfunction(L, f->f);
		lua_rawset(L, -3);
	}
}

static void add_flag(lua_State *L, const char *name, bool value)
{
	lua_pushstring(L, name);
	lua_pushboolean(L, value);
	lua_rawset(L, -3);
}

static void set_field(lua_State *L, const char *name, lua_CFunction f)
{
	lua_pushstring(L, name);
	lua_pushcfunction(L, f);
	lua_rawset(L, -3);
}

static void lock(lua_State *L)
{
	lua_pushstring(L, "__metatable");
	lua_pushboolean(L, 0);
	lua_rawset(L, -3);
}

static void build_api(lua_State *L)
{
	lua_createtable(L, 0, 64);
	add_functions(L, HELPERS);
	add_functions(L, MESSAGES);
	add_functions(L, SEARCHES);
	add_functions(L, NAMINGS);
	add_functions(L, PASSAGES);
	add_functions(L, VERDICTS);
	add_functions(L, DECLARATIONS);
	add_flag(L, "oui", true);
	add_flag(L, "non", false);
	lua_createtable(L, 0, 2);
	set_field(L, "__index", read_unknown);
	lock(L);
	lua_setmetatable(L, -2);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &api_key);
}

static void build_env(lua_State *L)
{
	obj_new(L, OBJ_ENV, 0, 0);
	lua_createtable(L, 0, 4);
	lua_pushstring(L, "__index");
	push_api(L);
	lua_rawset(L, -3);
	set_field(L, "__newindex", write_global);
	lock(L);
	lua_setmetatable(L, -2);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &env_key);
}

static int text_index(lua_State *L)
{
	struct str key = key_arg(L);
	if (str_eq(key, STR("longueur")) || str_eq(key, STR("trouve"))) {
		push_api(L);
		lua_pushstring(L, str_eq(key, STR("trouve")) ? "trouve" : "nombre");
		lua_rawget(L, -2);
		return 1;
	}
	lua_pushlstring(L, key.p, key.n);
	vm_fault(L, "un texte n'a pas de « %s » ; pour y chercher des mots : trouve(texte, \"mots\")", lua_tostring(L, -1));
}

/* Any string reaches this metatable: it leads to nothing but two helpers. */
static void build_text_metatable(lua_State *L)
{
	lua_pushstring(L, "");
	lua_createtable(L, 0, 2);
	set_field(L, "__index", text_index);
	lock(L);
	lua_setmetatable(L, -2);
	lua_pop(L, 1);
}

void env_build(lua_State *L)
{
	objects_build(L);
	build_api(L);
	build_env(L);
	build_text_metatable(L);
}
