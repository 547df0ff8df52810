/* SPDX-License-Identifier: EUPL-1.2 */
/* What conf/collectivites tells a rule: effectif_enregistre, pourquoi_sans_effectif, population_enregistree, source_de_l_effectif. */
#include <stdio.h>
#include <lauxlib.h>
#include "luaenv.h"
#include "bounds.h"
#include "roster.h"
#include "fold.h"

#define LACK_MEMORY (4 * MIB)
#define LACK_COST 10000

/* A number of the rosters; nil when there is none that a jurist has signed. */
static int push_registered(lua_State *L, struct eval *ev, struct str nom, const struct param_value *v)
{
	char name[PARAM_NAME_MAX];
	if (!v || v->a_verifier) {
		lua_pushnil(L);
		return 1;
	}
	snprintf(name, sizeof name, "%.*s", STR_ARG(nom));
	return param_push(L, ev, name, v);
}

/* Members in office of conf/collectivites beside the number that the act gives; nil when there is no second
 * number. */
int effectif_enregistre(lua_State *L)
{
	struct eval *ev = eval_of(L, "effectif_enregistre()");
	struct param_value laid = { .is_number = true, .source = STR("essai") };
	struct str nom = STR("effectif");
	const struct param_value *v = NULL;
	if (ev->cx->effectif) {
		laid.nombre = *ev->cx->effectif;
		v = &laid;
	} else if (ev->cx->roster) {
		v = roster_effectif(ev->cx->roster, ev->r, &nom);
	}
	return push_registered(L, ev, nom, ev->effectif_used.nom.n ? NULL : v);
}

/* The file that d.effectif comes from, when it is not the act: "collectivites/vaugine.yaml". */
int source_de_l_effectif(lua_State *L)
{
	const struct eval *ev = eval_of(L, "source_de_l_effectif()");
	const struct str nom = ev->effectif_used.nom;
	const size_t colon = str_find(nom, STR(":"), 0);
	if (!nom.n)
		lua_pushnil(L);
	else if (colon == STR_NONE)
		lua_pushliteral(L, "l'essai");
	else
		lua_pushfstring(L, "%s.yaml", lua_pushlstring(L, nom.p, colon));
	return 1;
}

/* An essai gives it as a parameter named "population". */
int population_enregistree(lua_State *L)
{
	struct eval *ev = eval_of(L, "population_enregistree()");
	const struct override *over = param_override(ev, STR("population"));
	const struct param_value laid = { .is_number = true, .nombre = over ? over->nombre : 0, .source = STR("essai") };
	struct str nom = STR("population");
	const struct param_value *v = over ? &laid : ev->cx->roster ? roster_population(ev->cx->roster, ev->r, &nom) : NULL;
	return push_registered(L, ev, nom, v);
}

int pourquoi_sans_effectif(lua_State *L)
{
	const struct eval *ev = eval_of(L, "pourquoi_sans_effectif()");
	struct arena a;
	char said[512];
	vm_charge(L, LACK_COST);
	arena_init(&a, LACK_MEMORY); /* copied out of it, since Lua may jump */
	(void)snprintf(said, sizeof said, "à donner dans le dossier collectivites");
	if (setjmp(*arena_trap(&a)) == 0) {
		const struct str why = utf8_head(roster_lack(&a, ev->cx->roster, ev->r), sizeof said - 1);
		(void)snprintf(said, sizeof said, "%.*s", STR_ARG(why));
	}
	arena_done(&a);
	lua_pushstring(L, said);
	return 1;
}
