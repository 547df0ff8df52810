/* SPDX-License-Identifier: EUPL-1.2 */
/* Building messages: texte, liste, tostring, tonumber, type. No address is ever shown, no float is ever made of a
 * text. */
#include <lauxlib.h>
#include "buf.h"
#include "luaenv.h"

/* A value as people read it; pushes one string. */
static void push_shown(lua_State *L, int idx)
{
	const struct obj *o = obj_at(L, idx);
	switch (lua_type(L, idx)) {
	case LUA_TNIL: case LUA_TNONE:
		lua_pushstring(L, "nil");
		return;
	case LUA_TBOOLEAN:
		lua_pushstring(L, lua_toboolean(L, idx) ? "oui" : "non");
		return;
	case LUA_TNUMBER: case LUA_TSTRING:
		lua_pushvalue(L, idx);
		lua_tolstring(L, -1, NULL);
		return;
	default:
		break;
	}
	if (o && o->kind == OBJ_PERSON)
		person_push(L, o->person);
	else if (o && o->kind == OBJ_GROUP)
		person_push(L, o->groups->who);
	else if (o && o->kind == OBJ_ITEM && o->item->texte.n)
		obj_push_str(L, o->item->texte);
	else if (o && o->kind == OBJ_ITEM && o->item->cle.n)
		obj_push_str(L, o->item->cle);
	else
		lua_pushstring(L, obj_type_fr(L, idx));
}

static void add_number(lua_State *L, luaL_Buffer *b, int arg)
{
	int ok = 0;
	lua_Integer n = lua_tointegerx(L, arg, &ok);
	if (!ok || lua_type(L, arg) != LUA_TNUMBER)
		vm_fault(L, "texte(…) : %%d attend un nombre entier, pas %s", obj_type_fr(L, arg));
	char text[INT_TEXT];
	const struct str shown = int_text(n, text);
	luaL_addlstring(b, shown.p, shown.n);
}

/* The only directives are %d, %s and %%: no width, nothing that could cost more than it writes. */
static int texte(lua_State *L)
{
	if (lua_type(L, 1) != LUA_TSTRING)
		vm_fault(L, "texte(…) : le premier argument est un modèle comme \"%%d voix\", pas %s",
			 obj_type_fr(L, 1));
	struct str f = obj_str(L, 1);
	int arg = 1, args = lua_gettop(L);
	luaL_Buffer b;
	vm_charge(L, f.n);
	luaL_buffinit(L, &b);
	for (size_t i = 0; i < f.n; i++) {
		size_t sign = str_find(f, STR("%"), i);
		luaL_addlstring(&b, f.p + i, (sign == STR_NONE ? f.n : sign) - i);
		if (sign == STR_NONE)
			break;
		i = sign;
		char c = ++i < f.n ? f.p[i] : '\0';
		if (c == '%') {
			luaL_addchar(&b, '%');
			continue;
		}
		if (c != 'd' && c != 's')
			vm_fault(L, "texte(…) ne connaît que %%d (nombre), %%s (texte) et %%%%");
		if (++arg > args)
			vm_fault(L, "texte(…) : il manque une valeur pour le modèle");
		if (c == 'd') {
			add_number(L, &b, arg);
			continue;
		}
		push_shown(L, arg);
		vm_charge(L, obj_str(L, -1).n);
		luaL_addvalue(&b);
	}
	if (arg < args)
		vm_fault(L, "texte(…) : plus de valeurs que de %%d et %%s dans le modèle");
	luaL_pushresult(&b);
	return 1;
}

static void push_nth_shown(lua_State *L, size_t i)
{
	if (obj_at(L, 1))
		list_push_element(L, 1, i);
	else
		lua_rawgeti(L, 1, (lua_Integer)i + 1);
	push_shown(L, lua_gettop(L));
	lua_remove(L, -2);
}

static int liste(lua_State *L)
{
	const struct obj *o = obj_at(L, 1);
	if (!list_is(o) && lua_type(L, 1) != LUA_TTABLE)
		vm_fault(L, "liste(…) attend une liste, pas %s", obj_type_fr(L, 1));
	size_t n = o ? o->n : (size_t)lua_rawlen(L, 1);
	luaL_Buffer b;
	luaL_buffinit(L, &b);
	for (size_t i = 0; i < n; i++) {
		if (i)
			luaL_addstring(&b, i + 1 == n ? " et " : ", ");
		push_nth_shown(L, i);
		vm_charge(L, obj_str(L, -1).n + 64);
		luaL_addvalue(&b);
	}
	luaL_pushresult(&b);
	return 1;
}

static int as_text(lua_State *L)
{
	lua_settop(L, 1);
	push_shown(L, 1);
	return 1;
}

static int as_number(lua_State *L)
{
	int64_t v;
	if (lua_type(L, 1) == LUA_TNUMBER)
		lua_settop(L, 1);
	else if (lua_type(L, 1) == LUA_TSTRING && str_int(str_trim(obj_str(L, 1)), &v))
		lua_pushinteger(L, v);
	else
		lua_pushnil(L);
	return 1;
}

static int type_name(lua_State *L)
{
	lua_pushstring(L, lua_typename(L, lua_type(L, 1)));
	return 1;
}

/* What a rule cannot go on with: a value no line of it foresees. */
static int failure(lua_State *L)
{
	if (lua_type(L, 1) != LUA_TSTRING)
		vm_fault(L, "erreur(…) attend un message, pas %s", obj_type_fr(L, 1));
	vm_fault(L, "%s", lua_tostring(L, 1));
}

const struct env_function MESSAGES[] = {
	{ "texte", texte, "texte(modele, valeurs…)",
	  "compose un texte : %d est remplacé par un nombre entier, %s par un texte",
	  "texte(\"%d voix pour %s\", d.vote.pour, d.objet)" },
	{ "liste", liste, "liste(liste)",
	  "écrit une liste : « a, b et c »",
	  "liste(d.presents)" },
	{ "tostring", as_text, "tostring(valeur)",
	  "la valeur écrite en texte",
	  "tostring(d.vote.pour)" },
	{ "erreur", failure, "erreur(message)",
	  "arrête la règle en erreur : pour ce qu'aucune ligne ne prévoit",
	  "if d.vote.pour < 0 then erreur(\"voix négatives\") end" },
	{ "tonumber", as_number, "tonumber(texte)",
	  "le nombre entier qu'un texte écrit, ou nil",
	  "tonumber(\"23\")" },
	{ "type", type_name, "type(valeur)",
	  "le genre d'une valeur : \"number\", \"string\", \"table\"…",
	  "type(d.vote.pour) == \"number\"" },
	{ NULL, NULL, NULL, NULL, NULL },
};
