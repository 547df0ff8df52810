/* SPDX-License-Identifier: EUPL-1.2 */
/* Userdata of every kind: one C struct, one locked metatable per kind, no finaliser. A Lua table is never handed
 * out for a value of the act, because a script could alter it. */
#include <string.h>
#include <lauxlib.h>
#include "luaenv.h"

struct kind_row {
	const char *name; /* for messages: "attempt to … a <name> value" */
	lua_CFunction index, len;
};
static char meta_keys[OBJ_KINDS];

static int refuse_write(lua_State *L)
{
	vm_fault(L, "la lecture de l'acte ne se modifie pas");
}

static int verdict_index(lua_State *L)
{
	vm_fault(L, "un verdict ne se consulte pas : terminez par « return conforme(…) », « return anomalie(…) »…");
}

static const struct kind_row KINDS[OBJ_KINDS] = {
	[OBJ_DOC] = { "document", doc_index, NULL },
	[OBJ_PART] = { "document", doc_index, NULL },
	[OBJ_VOTE] = { "vote", vote_index, NULL },
	[OBJ_VOTES] = { "liste", list_index, list_len },
	[OBJ_ACTES] = { "liste", list_index, list_len },
	[OBJ_LIST] = { "liste", list_index, list_len },
	[OBJ_ITEM] = { "élément", item_index, NULL },
	[OBJ_PERSON] = { "personne", person_index, NULL },
	[OBJ_GROUPS] = { "liste", list_index, list_len },
	[OBJ_GROUP] = { "groupe", group_index, NULL },
	[OBJ_REFERENCE] = { "référence", reference_index, NULL },
	[OBJ_VERDICT] = { "verdict", verdict_index, NULL },
};

static void set_function(lua_State *L, const char *name, lua_CFunction f)
{
	if (!f)
		return;
	lua_pushcfunction(L, f);
	lua_setfield(L, -2, name);
}

void objects_build(lua_State *L)
{
	for (int k = OBJ_DOC; k < OBJ_KINDS; k++) {
		lua_createtable(L, 0, 5);
		lua_pushstring(L, KINDS[k].name);
		lua_setfield(L, -2, "__name");
		lua_pushboolean(L, 0);
		lua_setfield(L, -2, "__metatable");
		set_function(L, "__index", KINDS[k].index);
		set_function(L, "__newindex", refuse_write);
		set_function(L, "__len", KINDS[k].len);
		lua_rawsetp(L, LUA_REGISTRYINDEX, &meta_keys[k]);
	}
}

struct obj *obj_new(lua_State *L, enum obj_kind kind, size_t extra, int user_values)
{
	luaL_checkstack(L, 4, NULL);
	struct obj *o = lua_newuserdatauv(L, sizeof *o + extra, user_values);
	memset(o, 0, sizeof *o);
	o->kind = kind;
	o->serial = vm_of(L)->serial;
	if (kind != OBJ_ENV) {
		lua_rawgetp(L, LUA_REGISTRYINDEX, &meta_keys[kind]);
		lua_setmetatable(L, -2);
	}
	return o;
}

struct obj *obj_at(lua_State *L, int idx)
{
	if (lua_type(L, idx) != LUA_TUSERDATA)
		return NULL;
	struct obj *o = lua_touserdata(L, idx);
	if (o->kind == OBJ_ENV)
		return NULL;
	if (o->serial != vm_of(L)->serial)
		vm_fault(
			L,
			"cette valeur vient d'un autre acte : une locale du fichier ne garde rien d'un acte");
	return o;
}

struct eval *eval_of(lua_State *L, const char *what)
{
	struct vm *vm = vm_of(L);
	if (vm->phase != PHASE_JUDGE)
		vm_fault(L, "%s ne peut être appelé que dans s_applique ou controle", what);
	return vm->ev;
}

struct str obj_str(lua_State *L, int idx)
{
	struct str s;
	s.p = lua_tolstring(L, idx, &s.n);
	return s;
}

void obj_push_str(lua_State *L, struct str s)
{
	lua_pushlstring(L, s.n ? s.p : "", s.n);
}

const char *obj_type_fr(lua_State *L, int idx)
{
	switch (lua_type(L, idx)) {
	case LUA_TNONE: return "rien";
	case LUA_TNIL: return "une valeur vide (nil)";
	case LUA_TBOOLEAN: return "un booléen";
	case LUA_TNUMBER: return "un nombre";
	case LUA_TSTRING: return "un texte";
	case LUA_TTABLE: return "une table { }";
	case LUA_TFUNCTION: return "une fonction";
	default: break;
	}
	struct obj *o = obj_at(L, idx);
	switch (o ? o->kind : OBJ_ENV) {
	case OBJ_DOC: case OBJ_PART: return "un groupe de champs";
	case OBJ_VOTE: return "un vote";
	case OBJ_PERSON: return "une personne";
	case OBJ_GROUP: return "un groupe";
	case OBJ_VERDICT: return "un verdict";
	case OBJ_ITEM: case OBJ_REFERENCE: return "un élément de liste";
	case OBJ_LIST: case OBJ_VOTES: case OBJ_ACTES: case OBJ_GROUPS: return "une liste";
	default: return "un objet";
	}
}
