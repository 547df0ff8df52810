/* SPDX-License-Identifier: EUPL-1.2 */
/* reference(ref): the parts of a reference's key (shared/law/CITATIONS.md §6), so that no rule takes a text apart.
 *     CGCT/L3211-2     genre CODE, code, article
 *     LOI/2000-321/10  genre LOI (DECRET, ORDONNANCE …), numero, article
 *     DELIB/conseil_departemental/2021-07-01/123   genre DELIB, organe, date, numero
 * A part that the key does not have is nil. */
#include <lauxlib.h>
#include "date.h"
#include "luaenv.h"

#define PARTS_MAX 6

static size_t split(struct str key, struct str part[PARTS_MAX])
{
	size_t n = 0, from = 0;
	while (n < PARTS_MAX) {
		size_t at = n + 1 < PARTS_MAX ? str_find(key, STR("/"), from) : STR_NONE;
		part[n++] = str_part(key, from, at == STR_NONE ? key.n : at);
		if (at == STR_NONE)
			break;
		from = at + 1;
	}
	return n;
}

struct parts {
	struct str genre, organe, date, numero, code, article;
};

static bool is_numbered_text(struct str genre)
{
	static const char *const genres[] = { "LOI",       "DECRET",    "ORDONNANCE", "ARRETE", "CIRCULAIRE",
					      "DIRECTIVE", "REGLEMENT", "CE",         "NOR" };
	for (size_t i = 0; i < sizeof genres / sizeof *genres; i++)
		if (str_eq(genre, str_c(genres[i])))
			return true;
	return false;
}

static struct str told(struct str part)
{
	return str_eq(part, STR("?")) ? STR("") : part;
}

/* By their places: a number may be shaped as a date (2021-07-04), and hold bars (DEL/2023/045). */
static void fill_deliberation(struct str key, const struct str *part, size_t n, struct parts *p)
{
	struct date day;
	p->organe = n > 1 ? told(part[1]) : STR("");
	p->date = n > 2 && date_parse(part[2], &day) ? part[2] : STR("");
	if (n > 3)
		p->numero = told(str_part(key, (size_t)(part[3].p - key.p), key.n));
}

/* "LOI/1901-07-01": named by its day alone. */
static void fill_numbered(const struct str *part, size_t n, struct parts *p)
{
	struct date day;
	const struct str name = n > 1 ? part[1] : STR("");

	*(date_parse(name, &day) ? &p->date : &p->numero) = name;
	p->article = n > 2 ? part[2] : STR("");
}

static struct parts parts_of(struct str key)
{
	struct str part[PARTS_MAX];
	size_t n = split(key, part);
	struct parts p = { .genre = part[0] };
	if (str_eq(part[0], STR("DELIB"))) {
		fill_deliberation(key, part, n, &p);
	} else if (is_numbered_text(part[0])) {
		fill_numbered(part, n, &p);
	} else {
		p.genre = STR("CODE");
		p.code = part[0];
		p.article = n > 1 ? part[1] : STR("");
	}
	return p;
}

/* In the order of the values of reference_index. */
const struct element_key REFERENCE_KEYS[] = {
	{ "genre", NULL, "CODE, LOI, DECRET, ORDONNANCE, ARRETE, DELIB…", "reference(d.references[1]).genre == \"CODE\"" },
	{ "organe", NULL, "d'une délibération citée : l'organe qui l'a prise, ou nil", "reference(d.references[1]).organe" },
	{ "date", NULL, "la date d'une délibération, ou d'une loi ou d'un décret cités par elle seule, ou nil", "reference(d.references[1]).date" },
	{ "numero", NULL, "d'une loi, d'un décret, d'une délibération : son numéro, ou nil", "reference(d.references[1]).numero" },
	{ "code", NULL, "d'un article de code : le code (CGCT), ou nil", "reference(d.references[1]).code == \"CGCT\"" },
	{ "article", NULL, "l'article (L3211-2), ou nil", "reference(d.references[1]).article" },
	{ "cle", NULL, "la référence entière", "reference(d.references[1]).cle" },
	{ NULL, NULL, NULL, NULL },
};

int reference_index(lua_State *L)
{
	const struct obj *o = obj_at(L, 1);
	struct str key = lua_type(L, 2) == LUA_TSTRING ? obj_str(L, 2) : STR("");
	lua_getiuservalue(L, 1, 1);
	struct parts p = parts_of(obj_str(L, -1));
	const struct str values[] = { p.genre, p.organe, p.date, p.numero, p.code, p.article, obj_str(L, -1) };
	(void)o;
	for (size_t i = 0; REFERENCE_KEYS[i].nom; i++) {
		if (!str_eq(key, str_c(REFERENCE_KEYS[i].nom)))
			continue;
		if (values[i].n)
			obj_push_str(L, values[i]);
		else
			lua_pushnil(L);
		return 1;
	}
	element_unknown_key(L, "une référence n'a pas de champ", key, REFERENCE_KEYS);
}

int reference_push(lua_State *L)
{
	const struct obj *o = obj_at(L, 1);
	if (lua_type(L, 1) != LUA_TSTRING && !(o && o->kind == OBJ_ITEM && o->at.desc->type == TYPE_REFERENCES))
		vm_fault(L, "reference(…) attend un élément de d.references ou une clé, pas %s", obj_type_fr(L, 1));
	obj_new(L, OBJ_REFERENCE, 0, 1);
	if (o)
		obj_push_str(L, o->item->cle);
	else
		lua_pushvalue(L, 1);
	lua_setiuservalue(L, -2, 1);
	return 1;
}
