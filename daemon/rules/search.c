/* SPDX-License-Identifier: EUPL-1.2 */
/* cite, trouve, reference. A search over a list gives the element that matched (which then is evidence) or nil.
 * Texts are folded for each call and dropped: a cache would have to be paid for by the memory limit. */
#include <lauxlib.h>
#include "citation.h"
#include "fold.h"
#include "letters.h"
#include "luaenv.h"

struct search { /* what is looked for, in the memory of the call */
	struct str words;      /* trouve: folded */
	const struct article *article; /* cite, with its code */
	struct str code;
};

static bool folded_matches(struct str folded, const struct search *q)
{
	return q->article ? citation_in_text(folded, q->article, q->code) : str_find(folded, q->words, 0) != STR_NONE;
}

#define SHORT_TEXT 1000 /* most visas, objects and names */
static bool text_matches(struct str text, const struct search *q)
{
	struct arena a;
	char room[FOLD_ROOM(SHORT_TEXT)];
	if (text.n <= SHORT_TEXT)
		return folded_matches(fold_into(room, text), q);
	arena_init(&a, 16 * MIB); /* LIMIT_LUA_INPUT many times over */
	bool hit = folded_matches(fold_text(&a, text), q);
	arena_done(&a);
	return hit;
}

static void pay(lua_State *L, struct str text)
{
	if (text.n > LIMIT_LUA_INPUT)
		vm_fault(L, "texte de plus de %d Kio : recherche refusée ; cherchez dans un champ, ou par passages(d, …)", (int)(LIMIT_LUA_INPUT / KIB));
	vm_charge(L, text.n * 4 + 64);
}

static bool item_matches(lua_State *L, const struct obj *list, const struct item *it, const struct search *q)
{
	enum field_type type = list->at.desc->type;
	if (type == TYPE_REFERENCES && q->article)
		return citation_in_key(it->cle, q->article, q->code);
	struct str text = type == TYPE_ELUS                         ? it->qui.nom
			  : type == TYPE_REFERENCES && !it->texte.n ? it->cle
								    : it->texte;
	pay(L, text);
	return text_matches(text, q);
}

static int search_list(lua_State *L, const struct obj *o, const struct search *q)
{
	struct eval *ev = eval_of(L, "une recherche");
	vm_charge(L, o->n * 16);
	for (size_t i = 0; i < o->n; i++) {
		const struct item *it = &o->items[list_element_no(o, i)];
		if (!item_matches(L, o, it, q))
			continue;
		list_push_element(L, 1, i);
		trace_item(ev, &obj_at(L, -1)->at, it);
		return 1;
	}
	trace_field(ev, MARK_MISSED, &o->at, NULL);
	lua_pushnil(L);
	return 1;
}

static int search_table(lua_State *L, const struct search *q)
{
	size_t n = (size_t)lua_rawlen(L, 1);
	for (size_t i = 1; i <= n; i++) {
		lua_rawgeti(L, 1, (lua_Integer)i);
		if (lua_type(L, -1) == LUA_TSTRING) {
			pay(L, obj_str(L, -1));
			if (text_matches(obj_str(L, -1), q))
				return 1;
		}
		lua_pop(L, 1);
	}
	lua_pushnil(L);
	return 1;
}

static int search_in(lua_State *L, const struct search *q, const char *what)
{
	const struct obj *o = obj_at(L, 1);
	if (lua_type(L, 1) == LUA_TSTRING) {
		pay(L, obj_str(L, 1));
		lua_pushboolean(L, text_matches(obj_str(L, 1), q));
		return 1;
	}
	if (lua_type(L, 1) == LUA_TTABLE)
		return search_table(L, q);
	if (o && o->kind == OBJ_ITEM) {
		pay(L, o->item->texte);
		lua_pushboolean(L, o->at.desc->type == TYPE_REFERENCES && q->article
					   ? citation_in_key(o->item->cle, q->article, q->code)
					   : text_matches(o->item->texte, q));
		return 1;
	}
	if (!o || o->kind != OBJ_LIST)
		vm_fault(L, "%s cherche dans un texte ou dans une liste de textes, pas dans %s", what,
			 obj_type_fr(L, 1));
	return search_list(L, o, q);
}

static struct str needle(lua_State *L, int idx, const char *what)
{
	if (lua_type(L, idx) != LUA_TSTRING)
		vm_fault(L, "%s : un texte entre guillemets est attendu, pas %s", what, obj_type_fr(L, idx));
	struct str s = obj_str(L, idx);
	if (!str_trim(s).n || s.n > LIMIT_LUA_NEEDLE)
		vm_fault(L, "%s : le texte cherché doit avoir de 1 à %d octets", what, LIMIT_LUA_NEEDLE);
	return s;
}

/* Fold a short text onto the Lua stack, so that nothing is left behind if the search ends in an error. */
static struct str push_folded(lua_State *L, struct str s)
{
	char room[FOLD_ROOM(LIMIT_LUA_NEEDLE)];
	struct str folded = fold_into(room, s);
	lua_pushlstring(L, folded.p, folded.n);
	return obj_str(L, -1);
}

static int trouve(lua_State *L)
{
	struct search q = { .words = push_folded(L, needle(L, 2, "trouve(…)")) };
	if (!q.words.n)
		vm_fault(L, "trouve(…) : le texte cherché est vide");
	return search_in(L, &q, "trouve(…)");
}

static int cite(lua_State *L)
{
	struct article article = { .letters = "" };
	int args = lua_gettop(L);
	struct search q = { .article = &article, .code = STR("CGCT") };
	if (!article_parse(push_folded(L, needle(L, 2, "cite(…)")), &article))
		vm_fault(L, "cite(…) : « %s » n'est pas un article (exemple : \"L. 3211-2\")", lua_tostring(L, 2));
	if (args > 2)
		q.code = needle(L, 3, "cite(…), code");
	return search_in(L, &q, "cite(…)");
}

#define SLIPS 2

/* The next run of letters of a folded name; empty at the end. */
static struct str name_word(struct str s, size_t *at)
{
	size_t from = *at, to;

	while (from < s.n && !(s.p[from] >= 'a' && s.p[from] <= 'z'))
		from++;
	for (to = from; to < s.n && s.p[to] >= 'a' && s.p[to] <= 'z'; to++)
		;
	*at = to;
	return str_part(s, from, to);
}

static bool has_word(struct str name, struct str word)
{
	size_t at = 0;

	for (struct str w = name_word(name, &at); w.n; w = name_word(name, &at))
		if (str_eq(w, word))
			return true;
	return false;
}

/* A word that this name alone has, a slip of the pen from one that the other alone has. */
static bool slips_into(struct str word, struct str own, struct str other)
{
	size_t at = 0;

	for (struct str w = name_word(other, &at); w.n; w = name_word(other, &at))
		if (w.n > SLIPS && !has_word(own, w) && letters_apart(word, w, SLIPS) <= SLIPS)
			return true;
	return false;
}

static int nom_voisin(lua_State *L)
{
	const struct str a = push_folded(L, needle(L, 1, "nom_voisin(…)")), b = push_folded(L, needle(L, 2, "nom_voisin(…)"));
	bool near = false;
	size_t at = 0;

	vm_charge(L, a.n * b.n + 64);
	for (struct str w = name_word(a, &at); w.n && !near; w = name_word(a, &at))
		near = w.n > SLIPS && !has_word(b, w) && slips_into(w, a, b);
	lua_pushboolean(L, near);
	return 1;
}

#define NAME_WORDS 6

struct name_words {
	struct str at[NAME_WORDS];
	size_t n;
};

static struct name_words name_words(struct str name)
{
	struct name_words words = { .n = 0 };
	size_t at = 0;

	for (struct str w = name_word(name, &at); w.n && words.n < NAME_WORDS; w = name_word(name, &at))
		words.at[words.n++] = w;
	return words;
}

static bool is_initial_of(struct str a, struct str b)
{
	return (a.n == 1 || b.n == 1) && a.n != b.n && a.p[0] == b.p[0];
}

struct fit {
	bool shortened; /* a word stands as its initial */
	bool whole;	/* a word stands whole in both */
};

/* Each word of the few from this one on has one of its own among the many, the same or its initial; an initial is there, and a whole word if one must be. */
static bool words_fit(const struct name_words *few, const struct name_words *many, size_t from, unsigned taken, struct fit fit)
{
	if (from == few->n)
		return fit.shortened && fit.whole;
	for (size_t i = 0; i < many->n; i++) {
		const bool initial = is_initial_of(few->at[from], many->at[i]), same = str_eq(few->at[from], many->at[i]);
		const struct fit with = { fit.shortened || initial, fit.whole || (same && few->at[from].n > 1) };

		if (!(taken & 1U << i) && (initial || same) && words_fit(few, many, from + 1, taken | 1U << i, with))
			return true;
	}
	return false;
}

/* "L. K.": no word of it stands whole, and none need be the other name's. */
static bool all_initials(const struct name_words *name)
{
	size_t i = 0;

	while (i < name->n && name->at[i].n == 1)
		i++;
	return i == name->n;
}

static int nom_abrege(lua_State *L)
{
	const struct str a = push_folded(L, needle(L, 1, "nom_abrege(…)")), b = push_folded(L, needle(L, 2, "nom_abrege(…)"));
	const struct name_words x = name_words(a), y = name_words(b);
	const bool x_has_fewer = x.n < y.n;
	const struct fit none = { .whole = all_initials(&x) || all_initials(&y) };

	vm_charge(L, a.n + b.n + 256);
	lua_pushboolean(L, x.n && y.n && words_fit(x_has_fewer ? &x : &y, x_has_fewer ? &y : &x, 0, 0, none));
	return 1;
}

const struct env_function SEARCHES[] = {
	{ "cite", cite, "cite(ou, article, code)",
	  "cherche un article, quelle que soit la façon de l'écrire ; le code est le CGCT quand on ne le dit pas",
	  "cite(d.references, \"L. 3211-2\")" },
	{ "trouve", trouve, "trouve(ou, mots)",
	  "ces mots sont-ils dans ce texte, ou dans un texte de cette liste ? Accents, majuscules et espaces ne comptent pas",
	  "trouve(d.objet, \"subvention\")" },
	{ "reference", reference_push, "reference(element)",
	  "les parties d'une référence : genre, code, article, numero, date, organe",
	  "reference(d.references[1]).article" },
	{ "nom_voisin", nom_voisin, "nom_voisin(nom, nom)",
	  "vrai quand un mot du premier nom diffère d'une ou deux lettres d'un mot du second : deux noms, ou une faute de frappe",
	  "nom_voisin(\"Paul DARRIEU\", \"DARRIEUX\")" },
	{ "nom_abrege", nom_abrege, "nom_abrege(nom, nom)",
	  "vrai quand les deux noms, dont l'un est écrit avec une initiale, peuvent être d'une même personne",
	  "nom_abrege(\"Lise K.\", \"Lise KARDEC\")" },
	{ NULL, NULL, NULL, NULL, NULL },
};
