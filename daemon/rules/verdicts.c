/* SPDX-License-Identifier: EUPL-1.2 */
/* conforme, anomalie, anomalies, non_verifiable, sans_objet: each gives a verdict object that must be returned.
 * Its argument is checked here, raw, and read again when the rule has ended; a table changed in between is read as
 * it then is. */
#include <stddef.h>
#include <string.h>
#include <lauxlib.h>
#include "rule.h"
#include "table.h"
#include "verdicts.h"

#define TEXT_MAX 4096

static struct str text_checked(lua_State *L, int idx, const char *what)
{
	if (lua_type(L, idx) != LUA_TSTRING)
		vm_fault(L, "%s doit être un texte, pas %s", what, obj_type_fr(L, idx));
	struct str s = obj_str(L, idx);
	if (s.n > TEXT_MAX)
		vm_fault(L, "%s dépasse %d octets", what, TEXT_MAX);
	return s;
}

static struct str message_checked(lua_State *L, int idx)
{
	struct str s = text_checked(L, idx, "le message");
	if (!str_trim(s).n)
		vm_fault(L, "le message est vide");
	/* Only where the word is the rule's own: an act may quote it, and a member may be called so. */
	if (vm_of(L)->says_illegal && rule_says_illegal(s))
		vm_fault(L, "un message ne dit jamais « illégal » : dites ce qui manque ou ne concorde pas");
	return s;
}

static enum severity severity_checked(lua_State *L, int idx)
{
	struct str s = text_checked(L, idx, "gravite");
	const int i = str_position(s, SEVERITY_WORDS);
	if (i >= 0)
		return (enum severity)(SEVERITY_INFORMATION + i);
	table_refuse_word(L, "gravite", s, SEVERITY_WORDS);
}

static void pick_where(lua_State *L, struct said *ret, const struct where *at, struct span span)
{
	if (ret->picks_n == PICKS_MAX)
		vm_fault(L, "preuve : plus de %d passages", PICKS_MAX);
	ret->picks[ret->picks_n++] = (struct pick){ *at, span };
}

static void pick_object(lua_State *L, struct said *ret, const struct obj *o)
{
	switch (o->kind) {
	case OBJ_ITEM: case OBJ_PERSON:
		pick_where(L, ret, &o->at, o->item->span);
		return;
	case OBJ_VOTE:
		pick_where(L, ret, &o->at, o->vote->span);
		return;
	case OBJ_LIST: case OBJ_GROUP:
		break;
	default:
		vm_fault(L, "preuve attend un champ (\"vote.contre\"), un élément de liste, un groupe ou un vote");
	}
	for (size_t i = 0; i < o->n && i < PICKS_MAX / 2; i++) {
		struct where at = o->at;
		size_t no = list_element_no(o, i);
		at.item = no + 1;
		pick_where(L, ret, &at, o->items[no].span);
	}
}

/* A field by its name: among those that the rule has read. */
static void pick_named(lua_State *L, struct said *ret, struct str name)
{
	const struct eval *ev = vm_of(L)->ev;
	for (size_t i = 0; i < ev->marks_n; i++) {
		const struct mark *m = &ev->marks[i];
		struct where at = m->at;
		char shown[96];
		if (!m->at.desc || m->at.item)
			continue;
		if (str_eq(where_short(&at, shown, sizeof shown), name) || str_eq(str_c(m->at.desc->name), name)) {
			pick_where(L, ret, &m->at, m->span);
			return;
		}
	}
	lua_pushlstring(L, name.p, name.n);
	vm_fault(L, "preuve : le champ « %s » n'a pas été lu par la règle", lua_tostring(L, -1));
}

static void pick_value(lua_State *L, int idx, struct said *ret)
{
	const struct obj *o = obj_at(L, idx);
	if (o)
		pick_object(L, ret, o);
	else if (lua_type(L, idx) == LUA_TSTRING)
		pick_named(L, ret, obj_str(L, idx));
	else
		vm_fault(L,
			 "preuve attend un champ (\"vote.contre\"), un élément de liste, un groupe ou un vote, pas %s",
			 obj_type_fr(L, idx));
}

static void picks_checked(lua_State *L, int idx, struct said *ret)
{
	if (lua_type(L, idx) != LUA_TTABLE) {
		pick_value(L, idx, ret);
		return;
	}
	size_t n = (size_t)lua_rawlen(L, idx);
	for (size_t i = 1; i <= n; i++) {
		lua_rawgeti(L, idx, (lua_Integer)i);
		pick_value(L, lua_gettop(L), ret);
		lua_pop(L, 1);
	}
}

/* Texts stay on the stack below the next key, so that they live as long as `ret`. */
static void anomaly_table(lua_State *L, int idx, struct said *ret)
{
	static const char *const known[] = { "message", "gravite", "sujet", "preuve", NULL };
	idx = lua_absindex(L, idx);
	luaL_checkstack(L, 12, NULL);
	for (lua_pushnil(L); lua_next(L, idx); lua_pop(L, 1)) {
		struct str key = lua_type(L, -2) == LUA_TSTRING ? obj_str(L, -2) : STR("[1]");
		int value = lua_gettop(L);
		if (str_eq(key, STR("message")))
			ret->message = message_checked(L, value);
		else if (str_eq(key, STR("sujet")))
			ret->sujet = text_checked(L, value, "sujet");
		else if (str_eq(key, STR("preuve")))
			picks_checked(L, value, ret);
		else if (str_eq(key, STR("gravite"))) {
			ret->gravite = severity_checked(L, value);
			ret->has_gravite = true;
		} else {
			env_unknown_key(L, "anomalie{ } ne connaît pas", key, known);
		}
	}
	if (!ret->message.n)
		vm_fault(L, "anomalie{ } : il manque « message = … »");
}

static bool is_several(lua_State *L, int idx)
{
	bool several = false;
	lua_getiuservalue(L, idx, 2);
	several = lua_toboolean(L, -1);
	lua_pop(L, 1);
	return several;
}

size_t verdict_count(lua_State *L, int idx)
{
	if (!is_several(L, idx))
		return 1;
	lua_getiuservalue(L, idx, 1);
	size_t n = (size_t)lua_rawlen(L, -1);
	lua_pop(L, 1);
	return n;
}

void verdict_read(lua_State *L, int idx, size_t i, struct said *ret)
{
	const struct obj *o = lua_touserdata(L, idx);
	memset(ret, 0, offsetof(struct said, picks));
	ret->verdict = o->verdict;
	bool several = is_several(L, idx);
	lua_getiuservalue(L, idx, 1); /* left on the stack: it holds the texts */
	int value = lua_gettop(L);
	if (several) {
		lua_rawgeti(L, value, (lua_Integer)i + 1);
		value = lua_gettop(L);
		if (lua_type(L, value) != LUA_TTABLE)
			vm_fault(L, "anomalies{ } attend des tables { message = …, sujet = … }, pas %s",
				 obj_type_fr(L, value));
	}
	if (lua_type(L, value) == LUA_TTABLE)
		anomaly_table(L, value, ret);
	else if (!lua_isnil(L, value))
		ret->message = message_checked(L, value);
}

static int give(lua_State *L, enum verdict verdict, bool several, const char *name)
{
	struct said said;
	eval_of(L, name);
	lua_settop(L, 1);
	struct obj *o = obj_new(L, OBJ_VERDICT, 0, 2);
	o->verdict = verdict;
	lua_pushvalue(L, 1);
	lua_setiuservalue(L, 2, 1);
	lua_pushboolean(L, several);
	lua_setiuservalue(L, 2, 2);
	size_t n = verdict_count(L, 2);
	if (n > LIMIT_FINDINGS)
		vm_fault(L, "anomalies{ } : plus de %d anomalies", LIMIT_FINDINGS);
	for (size_t i = 0; i < n; i++) {
		verdict_read(L, 2, i, &said);
		lua_settop(L, 2);
	}
	return 1;
}

static int text_verdict(lua_State *L, enum verdict verdict, bool may_be_empty, const char *name)
{
	if (lua_type(L, 1) != LUA_TSTRING && !(may_be_empty && lua_isnoneornil(L, 1)))
		vm_fault(L, "%s(…) attend un message, pas %s", name, obj_type_fr(L, 1));
	return give(L, verdict, false, name);
}

static int conforme(lua_State *L)
{
	return text_verdict(L, VERDICT_CONFORME, true, "conforme");
}

static int sans_objet(lua_State *L)
{
	return text_verdict(L, VERDICT_SANS_OBJET, true, "sans_objet");
}

static int non_verifiable(lua_State *L)
{
	return text_verdict(L, VERDICT_NON_VERIFIABLE, false, "non_verifiable");
}

static int anomalie(lua_State *L)
{
	if (lua_type(L, 1) != LUA_TSTRING && lua_type(L, 1) != LUA_TTABLE)
		vm_fault(L, "anomalie(…) attend un message ou { message = … }, pas %s", obj_type_fr(L, 1));
	return give(L, VERDICT_ANOMALIE, false, "anomalie");
}

static int anomalies(lua_State *L)
{
	if (lua_type(L, 1) != LUA_TTABLE || lua_rawlen(L, 1) == 0)
		vm_fault(L, "anomalies{ … } attend une liste non vide de { message = …, sujet = … }");
	return give(L, VERDICT_ANOMALIE, true, "anomalies");
}

const struct env_function VERDICTS[] = {
	{ "conforme", conforme, "conforme(message)",
	  "rien à relever",
	  "return conforme(\"54 voix pour 54 présents ou représentés\")" },
	{ "sans_objet", sans_objet, "sans_objet(message)",
	  "la règle ne concerne pas cet acte",
	  "return sans_objet(\"l'acte ne parle pas de subvention\")" },
	{ "non_verifiable", non_verifiable, "non_verifiable(message)",
	  "l'acte ne permet pas de conclure ; dites pourquoi",
	  "return non_verifiable(\"deux dates de séance\")" },
	{ "anomalie", anomalie, "anomalie(message) ou anomalie { message =, gravite =, sujet =, preuve = }",
	  "l'acte montre quelque chose qui ne tient pas ; sujet distingue deux alertes d'un même acte, preuve choisit les passages cités",
	  "return anomalie { gravite = \"mineure\", sujet = \"visas\", message = \"aucun visa\" }" },
	{ "anomalies", anomalies, "anomalies { { message =, gravite =, sujet =, preuve = }, … }",
	  "plusieurs alertes d'un coup",
	  "return anomalies { { message = \"aucun visa\", sujet = \"visas\" } }" },
	{ NULL, NULL, NULL, NULL, NULL },
};
