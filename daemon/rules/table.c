/* SPDX-License-Identifier: EUPL-1.2 */
/* Raw access to declaration tables (RULE_API §8.4 (6): no metamethod is ever called from here). */
#include <lauxlib.h>
#include "date.h"
#include "table.h"
#include "yamltree.h"

#define TEXT_MAX (4 * KIB)

void table_names(const struct table_key *known, const char *names[TABLE_KEYS_MAX + 1])
{
	size_t n = 0;
	for (; known[n].nom && n < TABLE_KEYS_MAX; n++)
		names[n] = known[n].nom;
	names[n] = NULL;
}

_Noreturn static void unknown_key(lua_State *L, const char *of, struct str key, const struct table_key *known)
{
	const char *names[TABLE_KEYS_MAX + 1];
	table_names(known, names);
	lua_pushfstring(L, "%s ne connaît pas", of);
	env_unknown_key(L, lua_tostring(L, -1), key, names);
}

void table_only(lua_State *L, int idx, const char *of, const struct table_key *known)
{
	idx = lua_absindex(L, idx);
	for (lua_pushnil(L); lua_next(L, idx); lua_pop(L, 1)) {
		if (lua_type(L, -2) != LUA_TSTRING)
			vm_fault(L, "%s : chaque valeur a un nom (« nom = valeur »)", of);
		struct str key = obj_str(L, -2);
		bool found = false;
		for (size_t i = 0; known[i].nom && !found; i++)
			found = str_eq(key, str_c(known[i].nom));
		if (!found)
			unknown_key(L, of, key, known);
	}
}

bool table_get(lua_State *L, int idx, const char *key)
{
	idx = lua_absindex(L, idx);
	lua_pushstring(L, key);
	return lua_rawget(L, idx) != LUA_TNIL;
}

struct str table_text(lua_State *L, int idx, const char *key, bool needed, struct arena *a)
{
	bool there = table_get(L, idx, key);
	if (!there && needed)
		vm_fault(L, "il manque « %s = \"…\" »", key);
	if (there && lua_type(L, -1) != LUA_TSTRING)
		vm_fault(L, "« %s » attend un texte entre guillemets, pas %s", key, obj_type_fr(L, -1));
	struct str s = there ? obj_str(L, -1) : STR("");
	if (s.n > TEXT_MAX || (there && needed && !str_trim(s).n))
		vm_fault(L, s.n > TEXT_MAX ? "« %s » est trop long" : "« %s » est vide : écrivez un texte entre les guillemets", key);
	s = arena_dup(a, s);
	lua_pop(L, 1);
	return s;
}

struct str table_day(lua_State *L, int idx, const char *key, struct arena *a)
{
	struct date d;
	struct str s = table_text(L, idx, key, false, a);
	if (date_misses(s))
		vm_fault(L, "« %s » : %s, ce jour n'existe pas dans le calendrier", key, s.p);
	if (s.n && !date_parse(s, &d))
		vm_fault(L, "« %s » attend une date \"AAAA-MM-JJ\"", key);
	return s;
}

bool table_flag(lua_State *L, int idx, const char *key)
{
	bool there = table_get(L, idx, key);
	if (there && lua_type(L, -1) != LUA_TBOOLEAN)
		vm_fault(L, "« %s » attend oui ou non", key);
	bool v = lua_toboolean(L, -1);
	lua_pop(L, 1);
	return v;
}

/* Pushes "information, mineure, majeure". */
static const char *push_list(lua_State *L, const char *const *words)
{
	luaL_Buffer b;
	luaL_buffinit(L, &b);
	for (size_t i = 0; words[i]; i++) {
		luaL_addstring(&b, i ? ", " : "");
		luaL_addstring(&b, words[i]);
	}
	luaL_pushresult(&b);
	return lua_tostring(L, -1);
}

void table_refuse_word(lua_State *L, const char *key, struct str word, const char *const *words)
{
	const char *near = nearest_word(word, words), *list = push_list(L, words);
	lua_pushlstring(L, word.p, word.n);
	if (near)
		vm_fault(L, "« %s » ne peut valoir « %s » ; vouliez-vous « %s » ? (%s)", key, lua_tostring(L, -1), near, list);
	vm_fault(L, "« %s » ne peut valoir « %s » ; valeurs permises : %s", key, lua_tostring(L, -1), list);
}

int table_word(lua_State *L, int idx, const char *key, bool needed, const char *const *words)
{
	bool there = table_get(L, idx, key);
	if (!there && needed)
		vm_fault(L, "il manque « %s = \"…\" » : %s", key, push_list(L, words));
	if (!there) {
		lua_pop(L, 1);
		return -1;
	}
	if (lua_type(L, -1) != LUA_TSTRING)
		vm_fault(L, "« %s » attend un mot entre guillemets, pas %s", key, obj_type_fr(L, -1));
	for (int i = 0; words[i]; i++) {
		if (str_eq(obj_str(L, -1), str_c(words[i]))) {
			lua_pop(L, 1);
			return i;
		}
	}
	table_refuse_word(L, key, obj_str(L, -1), words);
}
