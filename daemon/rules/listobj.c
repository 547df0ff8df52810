/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists and what stands in them. An element knows its place in the whole list ("pouvoirs[2]"), also when it is
 * reached through a group, so that evidence can name it. */
#include <lauxlib.h>
#include "luaenv.h"

bool list_is(const struct obj *o)
{
	return o && (o->kind == OBJ_LIST || o->kind == OBJ_VOTES || o->kind == OBJ_ACTES || o->kind == OBJ_GROUPS);
}

void list_push(lua_State *L, const struct where *at, const struct item *items, size_t n)
{
	struct obj *o = obj_new(L, OBJ_LIST, 0, 0);
	o->at = *at;
	o->items = items;
	o->n = n;
}

size_t list_element_no(const struct obj *list, size_t i)
{
	return list->index ? list->index[i] : i;
}

static void push_item(lua_State *L, const struct obj *list, size_t i)
{
	size_t no = list_element_no(list, i);
	bool people = list->at.desc->type == TYPE_ELUS;
	struct obj *o = obj_new(L, people ? OBJ_PERSON : OBJ_ITEM, 0, 0);
	o->at = list->at;
	o->at.item = no + 1;
	o->item = &list->items[no];
	o->person = &o->item->qui;
}

static void push_group(lua_State *L, int list, const struct obj *groups, size_t i)
{
	struct obj *o = obj_new(L, OBJ_GROUP, 0, 1);
	o->at = groups->at;
	o->items = groups->items;
	o->groups = &groups->groups[i];
	o->index = groups->index + o->groups->first;
	o->n = o->groups->n;
	lua_pushvalue(L, list); /* the groups own the arrays */
	lua_setiuservalue(L, -2, 1);
}

void list_push_element(lua_State *L, int list, size_t i)
{
	list = lua_absindex(L, list);
	const struct obj *o = obj_at(L, list);
	switch (o->kind) {
	case OBJ_VOTES:
		vote_push(L, &o->at, &o->vote[i], i, true);
		break;
	case OBJ_ACTES:
		doc_push(L, i, true);
		break;
	case OBJ_GROUPS:
		push_group(L, list, o, i);
		break;
	default:
		push_item(L, o, i);
		break;
	}
}

int list_len(lua_State *L)
{
	lua_pushinteger(L, (lua_Integer)obj_at(L, 1)->n);
	return 1;
}

int list_index(lua_State *L)
{
	const struct obj *o = obj_at(L, 1);
	if (lua_type(L, 2) == LUA_TSTRING)
		vm_fault(L, "une liste n'a pas de champ « %s » : parcourez-la par « for x in chaque(liste) do »",
			 lua_tostring(L, 2));
	if (!lua_isinteger(L, 2))
		vm_fault(L, "un élément de liste se prend par son rang, pas par %s", obj_type_fr(L, 2));
	lua_Integer i = lua_tointeger(L, 2);
	if (i < 1 || (lua_Unsigned)i > o->n)
		vm_fault(L, "la liste n'a pas d'élément %I (elle en a %I)", i, (lua_Integer)o->n);
	list_push_element(L, 1, (size_t)i - 1);
	return 1;
}

struct str person_push(lua_State *L, const struct person *p)
{
	luaL_checkstack(L, 3, NULL);
	obj_push_str(L, p->civilite);
	obj_push_str(L, p->civilite.n ? STR(" ") : STR(""));
	obj_push_str(L, p->nom);
	lua_concat(L, 3);
	return obj_str(L, -1);
}
