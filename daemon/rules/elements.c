/* SPDX-License-Identifier: EUPL-1.2 */
/* What an element of a list has: one table per kind of element, for access and for the reference alike. */
#include <lauxlib.h>
#include "luaenv.h"

#define KEYS_MAX 16

static const struct person *who_of(const struct obj *o)
{
	return o->kind == OBJ_GROUP ? o->groups->who : o->person;
}

static void push_nom(lua_State *L, const struct obj *o)
{
	person_push(L, who_of(o));
}

static void push_nom_seul(lua_State *L, const struct obj *o)
{
	obj_push_str(L, who_of(o)->nom);
}

static void push_civilite(lua_State *L, const struct obj *o)
{
	obj_push_str(L, who_of(o)->civilite);
}

static void push_cle(lua_State *L, const struct obj *o)
{
	obj_push_str(L, who_of(o)->cle);
}

static void push_depuis(lua_State *L, const struct obj *o)
{
	obj_push_str(L, o->item->depuis);
}

static void push_jusqua(lua_State *L, const struct obj *o)
{
	obj_push_str(L, o->item->jusqua);
}

static void push_side(lua_State *L, const struct obj *o, const struct person *who)
{
	struct obj *p = obj_new(L, OBJ_PERSON, 0, 0);
	p->at = o->at;
	p->item = o->item;
	p->person = who;
}

static void push_mandant(lua_State *L, const struct obj *o)
{
	push_side(L, o, &o->item->qui);
}

static void push_mandataire(lua_State *L, const struct obj *o)
{
	push_side(L, o, &o->item->porteur);
}

static void push_texte(lua_State *L, const struct obj *o)
{
	obj_push_str(L, o->item->texte);
}

static void push_reference_cle(lua_State *L, const struct obj *o)
{
	obj_push_str(L, o->item->cle);
}

static void push_centimes(lua_State *L, const struct obj *o)
{
	lua_pushinteger(L, o->item->centimes);
}

static void push_beneficiaire(lua_State *L, const struct obj *o)
{
	obj_push_str(L, o->item->qui.nom);
}

static void push_group_size(lua_State *L, const struct obj *o)
{
	lua_pushinteger(L, (lua_Integer)o->n);
}

static void push_group_elements(lua_State *L, const struct obj *o)
{
	struct obj *list = obj_new(L, OBJ_LIST, 0, 1); /* the arrays are those of the groups */
	list->at = o->at;
	list->items = o->items;
	list->index = o->index;
	list->n = o->n;
	lua_getiuservalue(L, 1, 1);
	lua_setiuservalue(L, -2, 1);
}

const struct element_key ELU_KEYS[] = {
	{ "nom", push_nom, "civilité et nom, comme l'acte les écrit", "d.presents[1].nom" },
	{ "nom_seul", push_nom_seul, "le nom sans la civilité", "d.presents[1].nom_seul" },
	{ "civilite", push_civilite, "« M. », « Mme » ou un texte vide", "d.presents[1].civilite == \"Mme\"" },
	{ "cle", push_cle, "le nom réduit à ses lettres : sert à comparer deux personnes", "contient(d.presents, d.presents[1].cle)" },
	{ "depuis", push_depuis, "arrivée en cours de séance : une heure ou un numéro d'acte, sinon un texte vide", "d.presents[1].depuis == \"\"" },
	{ "jusqua", push_jusqua, "départ en cours de séance, écrit de même", "d.presents[1].jusqua == \"\"" },
	{ NULL, NULL, NULL, NULL },
};
const struct element_key POUVOIR_KEYS[] = {
	{ "mandant", push_mandant, "l'élu qui donne pouvoir", "d.pouvoirs[1].mandant.nom" },
	{ "mandataire", push_mandataire, "l'élu qui le reçoit", "d.pouvoirs[1].mandataire.nom" },
	{ NULL, NULL, NULL, NULL },
};
const struct element_key TEXTE_KEYS[] = {
	{ "texte", push_texte, "le texte du visa, ou du passage", "d.visas[1].texte" },
	{ NULL, NULL, NULL, NULL },
};
const struct element_key ITEM_REFERENCE_KEYS[] = {
	{ "cle", push_reference_cle, "la référence sous une forme unique : CGCT/L3211-2", "d.references[1].cle == \"CGCT/L3211-2\"" },
	{ "texte", push_texte, "ses mots dans l'acte", "d.references[1].texte" },
	{ NULL, NULL, NULL, NULL },
};
const struct element_key MONTANT_KEYS[] = {
	{ "centimes", push_centimes, "la somme en centimes, un nombre entier : 23 000 € s'écrit 23000 * 100", "d.montants[1].centimes > 23000 * 100" },
	{ "taxe", push_texte, "« HT », « TTC » ou un texte vide", "d.montants[1].taxe == \"HT\"" },
	{ "beneficiaire", push_beneficiaire, "qui reçoit la somme, ou un texte vide", "trouve(d.montants[1].beneficiaire, \"association\")" },
	{ NULL, NULL, NULL, NULL },
};
const struct element_key GROUPE_KEYS[] = {
	{ "nom", push_nom, "civilité et nom de la personne", "regroupe(d.pouvoirs, \"mandataire\")[1].nom" },
	{ "nom_seul", push_nom_seul, "le nom sans la civilité", "regroupe(d.pouvoirs, \"mandataire\")[1].nom_seul" },
	{ "civilite", push_civilite, "« M. », « Mme » ou un texte vide", "regroupe(d.pouvoirs, \"mandataire\")[1].civilite" },
	{ "cle", push_cle, "le nom réduit à ses lettres", "regroupe(d.pouvoirs, \"mandataire\")[1].cle" },
	{ "nombre", push_group_size, "combien d'éléments nomment cette personne", "regroupe(d.pouvoirs, \"mandataire\")[1].nombre > 1" },
	{ "elements", push_group_elements, "ces éléments, une liste", "regroupe(d.pouvoirs, \"mandataire\")[1].elements[1].mandant.nom" },
	{ NULL, NULL, NULL, NULL },
};

static struct str key_of(lua_State *L)
{
	if (lua_type(L, 2) != LUA_TSTRING)
		vm_fault(L, "un nom de champ est attendu, pas %s", obj_type_fr(L, 2));
	return obj_str(L, 2);
}

_Noreturn void element_unknown_key(lua_State *L, const char *of, struct str key, const struct element_key *keys)
{
	const char *names[KEYS_MAX + 1];
	size_t n = 0;
	for (; keys[n].nom && n < KEYS_MAX; n++)
		names[n] = keys[n].nom;
	names[n] = NULL;
	env_unknown_key(L, of, key, names);
}

static int key_index(lua_State *L, const char *of, const struct element_key *keys)
{
	const struct obj *o = obj_at(L, 1);
	struct str key = key_of(L);
	for (size_t i = 0; keys[i].nom; i++) {
		if (!str_eq(key, str_c(keys[i].nom)))
			continue;
		keys[i].push(L, o);
		return 1;
	}
	element_unknown_key(L, of, key, keys);
}

int person_index(lua_State *L)
{
	return key_index(L, "une personne n'a pas de champ", ELU_KEYS);
}

int group_index(lua_State *L)
{
	return key_index(L, "un groupe n'a pas de champ", GROUPE_KEYS);
}

int item_index(lua_State *L)
{
	switch (obj_at(L, 1)->at.desc->type) {
	case TYPE_POUVOIRS:
		return key_index(L, "un pouvoir n'a pas de champ", POUVOIR_KEYS);
	case TYPE_MONTANTS:
		return key_index(L, "cet élément n'a pas de champ", MONTANT_KEYS);
	case TYPE_REFERENCES:
		return key_index(L, "cet élément n'a pas de champ", ITEM_REFERENCE_KEYS);
	default:
		return key_index(L, "cet élément n'a pas de champ", TEXTE_KEYS);
	}
}
