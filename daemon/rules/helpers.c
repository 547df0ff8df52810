/* SPDX-License-Identifier: EUPL-1.2 */
/* Helpers over lists, dates and parameters. Each takes a list of the act or a plain Lua table alike, is linear in
 * what it touches and pays for it, and never calls back into the script. */
#include <string.h>
#include <lauxlib.h>
#include "fold.h"
#include "luaenv.h"

/* A list of ours at idx, or NULL for a table; anything else is the author's mistake. */
static const struct obj *list_or_table(lua_State *L, int idx, const char *what)
{
	const struct obj *o = obj_at(L, idx);
	if (list_is(o))
		return o;
	if (lua_type(L, idx) != LUA_TTABLE)
		vm_fault(L, "%s attend une liste, pas %s", what, obj_type_fr(L, idx));
	return NULL;
}

static size_t list_count(lua_State *L, int idx, const struct obj *o)
{
	return o ? o->n : (size_t)lua_rawlen(L, idx);
}

static void push_nth(lua_State *L, int idx, const struct obj *o, size_t i)
{
	if (o)
		list_push_element(L, idx, i);
	else
		lua_rawgeti(L, idx, (lua_Integer)i + 1);
}

static int next_element(lua_State *L)
{
	int list = lua_upvalueindex(1);
	const struct obj *o = obj_at(L, list);
	lua_Integer i = lua_tointeger(L, lua_upvalueindex(2));
	if ((size_t)i >= list_count(L, list, o))
		return 0;
	lua_pushinteger(L, i + 1);
	lua_replace(L, lua_upvalueindex(2));
	lua_pushvalue(L, list);
	push_nth(L, lua_gettop(L), o, (size_t)i);
	return 1;
}

static int chaque(lua_State *L)
{
	list_or_table(L, 1, "chaque(…)");
	lua_settop(L, 1);
	lua_pushinteger(L, 0);
	lua_pushcclosure(L, next_element, 2);
	return 1;
}

static int next_pair(lua_State *L)
{
	/* A script holds this function and may call it with anything. */
	const struct obj *o = list_or_table(L, 1, "ipairs(…)");
	lua_Integer i = lua_tointeger(L, 2);
	if (i < 0 || (size_t)i >= list_count(L, 1, o))
		return 0;
	lua_settop(L, 1);
	lua_pushinteger(L, i + 1);
	push_nth(L, 1, o, (size_t)i);
	return 2;
}

static int pairs_in_order(lua_State *L)
{
	list_or_table(L, 1, "ipairs(…)");
	lua_pushcfunction(L, next_pair);
	lua_pushvalue(L, 1);
	lua_pushinteger(L, 0);
	return 3;
}

static int nombre(lua_State *L)
{
	if (lua_type(L, 1) == LUA_TSTRING) {
		struct str s = obj_str(L, 1);
		vm_charge(L, s.n);
		lua_pushinteger(L, (lua_Integer)utf8_count(s));
		return 1;
	}
	const struct obj *o = obj_at(L, 1);
	if (o && o->kind == OBJ_GROUP)
		lua_pushinteger(L, (lua_Integer)o->n);
	else
		lua_pushinteger(L, (lua_Integer)list_count(L, 1, list_or_table(L, 1, "nombre(…)")));
	return 1;
}

static int ajoute(lua_State *L)
{
	if (lua_type(L, 1) != LUA_TTABLE)
		vm_fault(L, "ajoute(…) attend une table « local t = {} », pas %s", obj_type_fr(L, 1));
	if (lua_isnoneornil(L, 2))
		vm_fault(L, "ajoute(…) : il n'y a rien à ajouter (nil)");
	lua_settop(L, 2);
	lua_rawseti(L, 1, (lua_Integer)lua_rawlen(L, 1) + 1);
	return 0;
}

enum side { SIDE_PERSON, SIDE_MANDANT, SIDE_MANDATAIRE };
static enum side side_arg(lua_State *L, const struct obj *o)
{
	struct str by = lua_type(L, 2) == LUA_TSTRING ? obj_str(L, 2) : STR("");
	if (!o || o->kind != OBJ_LIST || (o->at.desc->type != TYPE_POUVOIRS && o->at.desc->type != TYPE_ELUS))
		vm_fault(L, "regroupe(…) attend d.pouvoirs ou une liste d'élus");
	if (o->at.desc->type == TYPE_ELUS)
		return SIDE_PERSON;
	if (str_eq(by, STR("mandataire")))
		return SIDE_MANDATAIRE;
	if (!str_eq(by, STR("mandant")))
		vm_fault(L, "regroupe(d.pouvoirs, …) : le second argument est \"mandataire\" ou \"mandant\"");
	return SIDE_MANDANT;
}

static const struct person *side_of(const struct item *it, enum side side)
{
	return side == SIDE_MANDATAIRE ? &it->porteur : &it->qui;
}

/* Groups in the order of first sight. Quadratic in a list of LIMIT_LIST_ITEMS names at most, and charged as such. */
static int regroupe(lua_State *L)
{
	const struct obj *o = obj_at(L, 1);
	enum side side = side_arg(L, o);
	size_t n = o->n, used = 0, groups = 0;
	struct obj *g = obj_new(L, OBJ_GROUPS, n * (sizeof(struct group) + 2 * sizeof(size_t)), 0);
	struct group *group = (struct group *)(void *)(g + 1);
	size_t *index = (size_t *)(void *)(group + n), *taken = index + n;
	memset(taken, 0, n * sizeof *taken);
	vm_charge(L, n * n);
	for (size_t i = 0; i < n; i++) {
		if (taken[i])
			continue;
		const struct person *who = side_of(&o->items[list_element_no(o, i)], side);
		group[groups] = (struct group){ .who = who, .first = used };
		for (size_t j = i; j < n; j++) {
			if (taken[j] || !str_eq(side_of(&o->items[list_element_no(o, j)], side)->cle, who->cle))
				continue;
			taken[j] = 1;
			index[used++] = list_element_no(o, j);
		}
		group[groups].n = used - group[groups].first;
		groups++;
	}
	g->at = o->at;
	g->items = o->items;
	g->groups = group;
	g->index = index;
	g->n = groups;
	return 1;
}

static struct str wanted_key(lua_State *L, struct arena *a, struct str *ret_folded)
{
	const struct obj *who = obj_at(L, 2);
	if (who && (who->kind == OBJ_PERSON || who->kind == OBJ_GROUP)) {
		*ret_folded = who->kind == OBJ_PERSON ? who->person->cle : who->groups->who->cle;
		return *ret_folded;
	}
	*ret_folded = fold_person(a, obj_str(L, 2));
	return obj_str(L, 2);
}

/* The same key whatever joins its parts: MARTINVAL and MARTIN-VAL are one person. */
static bool same_letters(struct str a, struct str b)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < a.n && (a.p[i] == '-' || a.p[i] == ' ' || a.p[i] == '\''))
			i++;
		while (k < b.n && (b.p[k] == '-' || b.p[k] == ' ' || b.p[k] == '\''))
			k++;
		if (i == a.n || k == b.n)
			return i == a.n && k == b.n;
		if (a.p[i++] != b.p[k++])
			return false;
	}
}

static int contient(lua_State *L)
{
	if (lua_type(L, 1) == LUA_TSTRING)
		vm_fault(L, "contient(…) cherche un élu dans une liste ; pour des mots dans un texte : trouve(texte, \"mots\")");
	const struct obj *o = list_or_table(L, 1, "contient(…)");
	if (!o || o->kind != OBJ_LIST || o->at.desc->type != TYPE_ELUS)
		vm_fault(L, "contient(…) cherche un élu dans une liste d'élus (d.presents, d.absents, d.deports)");
	if (!obj_at(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		vm_fault(L, "contient(…) : le second argument est une clé (elu.cle), pas %s", obj_type_fr(L, 2));
	if (lua_type(L, 2) == LUA_TSTRING && obj_str(L, 2).n > LIMIT_LUA_NEEDLE)
		vm_fault(L, "contient(…) : clé de plus de %d octets", LIMIT_LUA_NEEDLE);
	vm_charge(L, o->n * 2);
	struct arena a;
	arena_init(&a, MIB);
	struct str folded, plain = wanted_key(L, &a, &folded);
	size_t i = 0;
	for (; i < o->n; i++) {
		struct str cle = o->items[list_element_no(o, i)].qui.cle;
		if (same_letters(cle, plain) || same_letters(cle, folded))
			break;
	}
	arena_done(&a);
	if (i == o->n) {
		lua_pushnil(L);
		return 1;
	}
	list_push_element(L, 1, i);
	const struct obj *found = obj_at(L, -1);
	trace_item(vm_of(L)->ev, &found->at, found->item);
	return 1;
}

static struct date date_arg(lua_State *L, int idx, const char *what)
{
	struct date d = { 0, 0, 0 };
	if (lua_type(L, idx) == LUA_TSTRING && date_misses(obj_str(L, idx)))
		vm_fault(L, "%s : %s, ce jour n'existe pas dans le calendrier", what, lua_tostring(L, idx));
	if (lua_type(L, idx) != LUA_TSTRING || !date_parse(obj_str(L, idx), &d))
		vm_fault(L, "%s attend une date \"AAAA-MM-JJ\", pas %s", what,
			 lua_type(L, idx) == LUA_TSTRING ? lua_pushfstring(L, "« %s »", lua_tostring(L, idx))
							 : obj_type_fr(L, idx));
	return d;
}

static int jours_entre(lua_State *L)
{
	struct date a = date_arg(L, 1, "jours_entre(…)"), b = date_arg(L, 2, "jours_entre(…)");
	lua_pushinteger(L, date_days(b) - date_days(a));
	return 1;
}

static int jour_de_semaine(lua_State *L)
{
	static const char *const days[] = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };
	lua_pushstring(L, days[date_weekday(date_arg(L, 1, "jour_de_semaine(…)"))]);
	return 1;
}

_Noreturn static void stop_at_param(lua_State *L, struct eval *ev, const char *name, enum field_status status,
				    const char *why, const char *day)
{
	ev->stop = STOP_NAMED;
	ev->stop_status = status;
	snprintf(ev->stop_name, sizeof ev->stop_name, "%s", name);
	snprintf(ev->stop_text, sizeof ev->stop_text, why, day);
	vm_stop(L);
}

static struct str param_name(lua_State *L)
{
	if (lua_type(L, 1) != LUA_TSTRING)
		vm_fault(L, "un nom de paramètre est attendu, pas %s", obj_type_fr(L, 1));
	struct str name = obj_str(L, 1);
	if (name.n >= PARAM_NAME_MAX)
		vm_fault(L, "nom de paramètre de plus de %d octets", PARAM_NAME_MAX - 1);
	return name;
}

const struct override *param_override(const struct eval *ev, struct str name)
{
	for (size_t i = 0; i < ev->cx->over_n; i++)
		if (str_eq(ev->cx->over[i].nom, name))
			return &ev->cx->over[i];
	return NULL;
}

int param_push(lua_State *L, struct eval *ev, const char *name, const struct param_value *v)
{
	trace_param(ev, name, v);
	if (v->is_number)
		lua_pushinteger(L, v->nombre);
	else
		obj_push_str(L, v->texte);
	return 1;
}

static int parametre(lua_State *L)
{
	struct eval *ev = eval_of(L, "parametre(…)");
	struct str name = param_name(L);
	struct date day = date_arg(L, 2, "parametre(nom, date)");
	const char *cname = lua_tostring(L, 1);
	char cday[DATE_WORDS], unknown[PARAM_UNKNOWN];
	(void)date_words(day, cday);
	const struct override *over = param_override(ev, name);
	if (over) {
		struct param_value v = { .is_number = over->is_number,
					 .nombre = over->nombre,
					 .texte = over->texte,
					 .source = STR("essai") };
		return param_push(L, ev, cname, &v);
	}
	const struct param_value *v = params_at(ev->cx->params, name, day);
	if (!params_has(ev->cx->params, name))
		stop_at_param(L, ev, cname, FIELD_ABSENT, "paramètre inconnu%s", params_unknown(ev->cx->params, name, unknown));
	if (!v)
		stop_at_param(L, ev, cname, FIELD_ABSENT, "paramètre sans valeur au %s", cday);
	if (v->a_verifier) {
		trace_param(ev, cname, v);
		stop_at_param(L, ev, cname, FIELD_AMBIGU, "valeur au %s à vérifier par un juriste", cday);
	}
	return param_push(L, ev, cname, v);
}

static int parametre_connu(lua_State *L)
{
	struct eval *ev = eval_of(L, "parametre_connu(…)");
	struct str name = param_name(L);
	lua_pushboolean(L, param_override(ev, name) || params_has(ev->cx->params, name));
	return 1;
}

const struct env_function HELPERS[] = {
	{ "chaque", chaque, "chaque(liste)",
	  "parcourt une liste, du premier élément au dernier",
	  "for elu in chaque(d.presents) do … end" },
	{ "ipairs", pairs_in_order, "ipairs(liste)",
	  "parcourt une liste avec le rang de chaque élément",
	  "for rang, elu in ipairs(d.presents) do … end" },
	{ "nombre", nombre, "nombre(liste)",
	  "combien d'éléments dans une liste, ou de caractères dans un texte",
	  "nombre(d.pouvoirs)" },
	{ "ajoute", ajoute, "ajoute(table, valeur)",
	  "met une valeur à la fin d'une table",
	  "local fautes = {} ajoute(fautes, \"un visa\")" },
	{ "regroupe", regroupe, "regroupe(liste, \"mandataire\" ou \"mandant\")",
	  "rassemble les pouvoirs, ou les élus, qui nomment la même personne ; chaque groupe a un nom, un nombre et ses éléments",
	  "for groupe in chaque(regroupe(d.pouvoirs, \"mandataire\")) do … end" },
	{ "contient", contient, "contient(liste, elu)",
	  "l'élu de la liste qui porte ce nom, ou nil ; civilité, accents et majuscules ne comptent pas",
	  "contient(d.presents, \"Mme AUBE\")" },
	{ "jours_entre", jours_entre, "jours_entre(date, date)",
	  "le nombre de jours de la première date à la seconde ; négatif quand la seconde vient avant",
	  "jours_entre(\"2023-09-18\", d.seance.date)" },
	{ "jour_de_semaine", jour_de_semaine, "jour_de_semaine(date)",
	  "« lundi », « mardi »…",
	  "jour_de_semaine(d.seance.date) == \"dimanche\"" },
	{ "parametre", parametre, "parametre(\"nom\", date)",
	  "la valeur de droit en vigueur ce jour-là (conf/parametres) ; sans valeur, ou à vérifier, la règle s'arrête en « non vérifiable »",
	  "parametre(\"subvention.convention.seuil\", d.seance.date)" },
	{ "parametre_connu", parametre_connu, "parametre_connu(\"nom\")",
	  "vrai quand ce paramètre existe dans conf/parametres",
	  "parametre_connu(\"subvention.convention.seuil\")" },
	{ "effectif_enregistre", effectif_enregistre, "effectif_enregistre()",
	  "le nombre de membres en exercice de conf/collectivites quand l'acte en donne un autre, sinon nil",
	  "effectif_enregistre()" },
	{ "raison", raison, "raison(d, \"champ\")",
	  "pourquoi ce champ de d, ou d'un vote de d.votes, n'est pas lu ; un texte vide quand il l'est, et quand d n'a rien de tel (sans mention, il n'y a rien à lire)",
	  "raison(d, \"votants_annonces\") ~= \"\"" },
	{ "population_enregistree", population_enregistree, "population_enregistree()",
	  "le nombre d'habitants que conf/collectivites donne à cette collectivité le jour de la séance, sinon nil",
	  "population_enregistree()" },
	{ "source_de_l_effectif", source_de_l_effectif, "source_de_l_effectif()",
	  "le fichier de conf/collectivites d'où vient d.effectif (« collectivites/vaugine.yaml »), nil quand l'acte dit ce nombre lui-même",
	  "source_de_l_effectif()" },
	{ "pourquoi_sans_effectif", pourquoi_sans_effectif, "pourquoi_sans_effectif()",
	  "quand d.effectif n'est pas lu : ce qui manque au dossier collectivites, en quelques mots (aucun fichier de ce nom, aucune période)",
	  "non_verifiable(texte(\"effectif inconnu (%s)\", pourquoi_sans_effectif()))" },
	{ NULL, NULL, NULL, NULL, NULL },
};
