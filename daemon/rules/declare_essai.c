/* SPDX-License-Identifier: EUPL-1.2 */
/* essai "name" { }: the name first, then its table; read into plain data, so that running it needs no Lua. */
#include <lauxlib.h>
#include <stdlib.h>

#include "declare.h"

const struct table_key ESSAI_CLES[] = {
	{ "document", "l'acte d'exemple, quand ce n'est pas celui de la règle", "document = \"cm-reguliere\"" },
	{ "remplacer", "les mots de l'acte à changer avant de le lire, par paires : ancien, nouveau",
	  "remplacer = { { \"Contre : 0\", \"Contre : 1\" } }" },
	{ "tous", "oui : remplacer partout des mots qui se trouvent plusieurs fois", "tous = oui" },
	{ "parametres", "des valeurs de droit pour cet essai", "parametres = { [\"subvention.convention.seuil\"] = 30000 }" },
	{ "effectif", "le nombre de membres en exercice pour cet essai, quand l'acte ne le dit pas", "effectif = 54" },
	{ "attendu", "le verdict que la règle doit donner ; obligatoire", "attendu = \"anomalie\"" },
	{ "gravite", "la gravité attendue", "gravite = \"mineure\"" },
	{ "message", "des mots que le message doit porter", "message = \"aucun visa\"" },
	{ "preuve", "des mots que les passages cités doivent porter", "preuve = \"Contre : 1\"" },
	{ "a_faire", "oui : un essai qui échoue encore, et que l'on garde", "a_faire = oui" },
	{ NULL, NULL, NULL },
};
#define REPLACE_MAX 64
#define PARAMS_MAX 64

static struct replacement read_pair(lua_State *L, int idx, struct arena *a, bool all)
{
	struct replacement r = { .tous = all };
	if (lua_type(L, idx) == LUA_TSTRING)
		vm_fault(L, "« remplacer » est une liste : doublez les accolades, { { \"texte de l'exemple\", \"texte mis à la "
			    "place\" } }");
	if (lua_type(L, idx) != LUA_TTABLE || lua_rawlen(L, idx) != 2)
		vm_fault(L, "remplacer est une liste de { \"texte de l'exemple\", \"texte mis à la place\" }");
	lua_rawgeti(L, idx, 1);
	lua_rawgeti(L, idx, 2);
	if (lua_type(L, -1) != LUA_TSTRING || lua_type(L, -2) != LUA_TSTRING || !obj_str(L, -2).n)
		vm_fault(L, "remplacer : les deux valeurs sont des textes, le premier non vide");
	r.ancien = arena_dup(a, obj_str(L, -2));
	r.nouveau = arena_dup(a, obj_str(L, -1));
	lua_pop(L, 2);
	r.tous = table_flag(L, idx, "tous") || all;
	return r;
}

static void read_replacements(lua_State *L, struct arena *a, struct essai *es)
{
	bool all = table_flag(L, 1, "tous");
	if (!table_get(L, 1, "remplacer"))
		return;
	if (lua_type(L, -1) != LUA_TTABLE)
		vm_fault(L, "remplacer est une liste de paires { \"ancien\", \"nouveau\" }");
	int list = lua_gettop(L);
	size_t n = (size_t)lua_rawlen(L, list);
	if (n == 0 || n > REPLACE_MAX)
		vm_fault(L, "remplacer a de 1 à %d paires", REPLACE_MAX);
	struct replacement *r = ARENA_ARRAY(a, n, struct replacement);
	for (size_t i = 0; i < n; i++) {
		lua_rawgeti(L, list, (lua_Integer)i + 1);
		r[i] = read_pair(L, lua_gettop(L), a, all);
		lua_settop(L, list);
	}
	es->remplacer = r;
	es->remplacer_n = n;
}

static struct override read_override(lua_State *L, struct arena *a)
{
	struct override o = { .is_number = lua_isinteger(L, -1) };
	if (lua_type(L, -2) != LUA_TSTRING || obj_str(L, -2).n > 95)
		vm_fault(L, "parametres s'écrit { [\"nom.du.parametre\"] = valeur }");
	if (!o.is_number && lua_type(L, -1) != LUA_TSTRING)
		vm_fault(L, "parametres : une valeur est un nombre entier ou un mot, pas %s", obj_type_fr(L, -1));
	o.nom = arena_dup(a, obj_str(L, -2));
	if (o.is_number)
		o.nombre = lua_tointeger(L, -1);
	else
		o.texte = arena_dup(a, obj_str(L, -1));
	if (str_find(o.texte, STR("\""), 0) != STR_NONE || str_find(o.texte, STR("\\"), 0) != STR_NONE)
		vm_fault(L, "parametres : une valeur est un mot simple, sans guillemet");
	return o;
}

static int by_name(const void *a, const void *b)
{
	return str_cmp(((const struct override *)a)->nom, ((const struct override *)b)->nom);
}

static void read_overrides(lua_State *L, struct arena *a, struct essai *es)
{
	if (!table_get(L, 1, "parametres"))
		return;
	if (lua_type(L, -1) != LUA_TTABLE)
		vm_fault(L, "parametres s'écrit { [\"nom.du.parametre\"] = valeur }");
	struct override *o = ARENA_ARRAY(a, PARAMS_MAX, struct override);
	int table = lua_gettop(L);
	for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
		if (es->parametres_n == PARAMS_MAX)
			vm_fault(L, "parametres : %d au plus", PARAMS_MAX);
		o[es->parametres_n++] = read_override(L, a);
	}
	/* Lua walks a table in another order each time, and pages show them. */
	qsort(o, es->parametres_n, sizeof *o, by_name);
	es->parametres = o;
}

static void read_number(lua_State *L, struct essai *es)
{
	es->has_effectif = table_get(L, 1, "effectif");
	if (es->has_effectif && (!lua_isinteger(L, -1) || lua_tointeger(L, -1) < 1))
		vm_fault(L, "« effectif » attend le nombre des membres en exercice, sans guillemets");
	es->effectif = es->has_effectif ? lua_tointeger(L, -1) : 0;
}

static int essai_body(lua_State *L)
{
	struct draft *d = declare_draft(L, "essai");
	if (lua_type(L, 1) != LUA_TTABLE)
		vm_fault(L, "essai s'écrit « essai \"nom\" { attendu = … } »");
	lua_settop(L, 1);
	table_only(L, 1, "essai{ }", ESSAI_CLES);
	if (d->essais.n == ESSAIS_MAX)
		vm_fault(L, "plus de %d essais dans une règle", ESSAIS_MAX);
	lua_Debug ar;
	struct essai es = { .nom = d->open_essai };
	if (lua_getstack(L, 1, &ar) && lua_getinfo(L, "l", &ar) && ar.currentline > 0)
		es.line = (unsigned)ar.currentline;
	es.document = table_text(L, 1, "document", false, d->a);
	es.attendu = (enum verdict)table_word(L, 1, "attendu", true, VERDICT_WORDS);
	es.gravite = declare_severity(L, 1, "gravite", false);
	es.message = table_text(L, 1, "message", false, d->a);
	es.preuve = table_text(L, 1, "preuve", false, d->a);
	es.a_faire = table_flag(L, 1, "a_faire");
	read_replacements(L, d->a, &es);
	read_overrides(L, d->a, &es);
	read_number(L, &es);
	*ARENA_PUSH(d->a, &d->essais) = es;
	d->open_essai = STR("");
	return 0;
}

int essai_declare(lua_State *L)
{
	struct draft *d = declare_draft(L, "essai");
	if (lua_type(L, 1) != LUA_TSTRING || !str_trim(obj_str(L, 1)).n || obj_str(L, 1).n > 300)
		vm_fault(L, "essai s'écrit « essai \"nom\" { attendu = … } »");
	if (d->open_essai.n)
		vm_fault(L, "l'essai « %s » n'a pas de contenu : essai \"…\" { attendu = \"…\" }", d->open_essai.p);
	d->open_essai = arena_dup(d->a, obj_str(L, 1));
	lua_pushcfunction(L, essai_body);
	return 1;
}
