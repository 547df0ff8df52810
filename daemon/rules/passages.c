/* SPDX-License-Identifier: EUPL-1.2 */
/* passages(d, mots), dates_de(texte), numeros(d, genre), sommes_omises(d), dans(element, passage), entre(a, b), avant(element, n): what stands in the words of the acte. Each gives a table, in the
 * order of the text; a passage is a sentence, which `trouve` searches, which `preuve` takes, and which is evidence named
 * "texte[<line>]". An acte above LIMIT_LUA_INPUT is not searched: the rule is non_verifiable. */
#include <stdio.h>
#include <string.h>
#include <lauxlib.h>
#include "fold.h"
#include "leaf.h"
#include "luaenv.h"
#include "numbers_known.h"
#include "passages.h"

#define PASSAGES_MAX 64
static const struct field_desc PASSAGE = { .name = "texte", .libelle = "Texte de l'acte", .scope = SCOPE_ACTE, .type = TYPE_TEXTES };

static struct span acte_span(const struct eval *ev)
{
	if (ev->acte == NO_ACTE)
		return (struct span){ 0, ev->r->text->bytes.n };
	return ev->r->actes[ev->acte].span;
}

_Noreturn static void stop_too_long(lua_State *L, struct eval *ev)
{
	ev->stop = STOP_NAMED;
	ev->stop_status = FIELD_ILLISIBLE;
	snprintf(ev->stop_name, sizeof ev->stop_name, "texte");
	snprintf(ev->stop_text, sizeof ev->stop_text, "%s de plus de %d Kio, trop long pour que ses mots soient cherchés : %s",
		 ev->acte == NO_ACTE ? "document" : "acte", (int)(LIMIT_LUA_INPUT / KIB),
		 ev->acte == NO_ACTE ? "déposez ses actes un par un" : "déposez-le sans ses annexes, ou relisez-le vous-même sur ce point");
	vm_stop(L);
}

static struct eval *search_begin(lua_State *L, const char *what)
{
	struct eval *ev = eval_of(L, what);
	const struct obj *o = obj_at(L, 1);
	struct span s = acte_span(ev);
	if (!o || o->kind != OBJ_DOC)
		vm_fault(L, "%s attend d en premier, pas %s", what, obj_type_fr(L, 1));
	if (s.end - s.start > LIMIT_LUA_INPUT)
		stop_too_long(L, ev);
	return ev;
}

/* One more passage at the end of the table on top of the stack. */
static void add_passage(lua_State *L, const struct eval *ev, struct span shown)
{
	struct str bytes = str_part(ev->r->text->bytes, shown.start, shown.end);
	struct obj *o = obj_new(L, OBJ_ITEM, sizeof(struct item) + bytes.n, 0);
	struct item *it = (struct item *)(void *)(o + 1);
	char *copy = (char *)(it + 1);
	memset(it, 0, sizeof *it);
	memcpy(copy, bytes.n ? bytes.p : "", bytes.n);
	it->span = shown;
	it->texte = (struct str){ copy, bytes.n };
	o->item = it;
	o->at = (struct where){ .acte = ev->acte, .desc = &PASSAGE };
	o->at.item = ev->r->places ? place_line_no(ev->r->places, shown.start) : 1;
	lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || is_figure(c) || (unsigned char)c >= 0x80;
}

/* Words begin where the needle begins, and a number ends where it ends. */
static bool stands_alone(struct str text, size_t at, struct str words)
{
	size_t end = at + words.n;
	char last = words.p[words.n - 1];
	if (at > 0 && is_word_byte(words.p[0]) && is_word_byte(text.p[at - 1]))
		return false;
	return !(is_figure(last) && end < text.n && is_figure(text.p[end]));
}

struct slice { /* of the folded text: the acte's part, or one passage's */
	size_t from, to;
};

static void add_all_of(lua_State *L, const struct eval *ev, struct str words, struct slice in)
{
	struct str text = str_part(ev->folded->text, 0, in.to), bytes = ev->r->text->bytes;
	size_t at = in.from;
	while ((at = str_find(text, words, at)) != STR_NONE && lua_rawlen(L, -1) < PASSAGES_MAX) {
		if (stands_alone(text, at, words)) {
			size_t start = folded_to_bytes(ev->folded, bytes, at);
			size_t end = folded_to_bytes(ev->folded, bytes, at + words.n);
			add_passage(L, ev, sentence_around(bytes, start, end));
		}
		at += words.n;
	}
}

static void add_words(lua_State *L, const struct eval *ev, int idx, struct slice in)
{
	if (lua_type(L, idx) != LUA_TSTRING)
		vm_fault(L, "passages(d, …) attend des mots entre guillemets, ou une liste de mots, pas %s",
			 obj_type_fr(L, idx));
	struct str s = obj_str(L, idx);
	if (!str_trim(s).n || s.n > LIMIT_LUA_NEEDLE)
		vm_fault(L, "passages(d, …) : les mots cherchés doivent avoir de 1 à %d octets", LIMIT_LUA_NEEDLE);
	char room[FOLD_ROOM(LIMIT_LUA_NEEDLE)];
	struct str words = fold_into(room, s);
	vm_charge(L, (in.to - in.from) / 4 + 64);
	if (words.n && folded_may_hold(ev->folded, words))
		add_all_of(L, ev, words, in);
}

static int passages(lua_State *L)
{
	struct eval *ev = search_begin(L, "passages(d, …)");
	struct span s = acte_span(ev);
	struct slice in = { folded_from_bytes(ev->folded, ev->r->text->bytes, s.start),
			    folded_from_bytes(ev->folded, ev->r->text->bytes, s.end) };
	lua_settop(L, 2);
	lua_createtable(L, 4, 0);
	if (lua_type(L, 2) != LUA_TTABLE) {
		add_words(L, ev, 2, in);
		return 1;
	}
	size_t n = (size_t)lua_rawlen(L, 2);
	for (size_t i = 1; i <= n; i++) {
		lua_rawgeti(L, 2, (lua_Integer)i);
		lua_insert(L, 3); /* below the table of passages */
		add_words(L, ev, 3, in);
		lua_remove(L, 3);
	}
	return 1;
}

static struct str text_arg(lua_State *L, const char *what)
{
	const struct obj *o = obj_at(L, 1);
	bool item = o && o->kind == OBJ_ITEM && o->at.desc->type == TYPE_TEXTES;
	if (!item && lua_type(L, 1) != LUA_TSTRING)
		vm_fault(L, "%s attend un texte ou un passage, pas %s", what, obj_type_fr(L, 1));
	struct str s = item ? o->item->texte : obj_str(L, 1);
	if (s.n > LIMIT_LUA_INPUT / 16)
		vm_fault(L, "%s : texte de plus de %d Kio : donnez une phrase que rend passages(d, …)", what, (int)(LIMIT_LUA_INPUT / 16 / KIB));
	vm_charge(L, s.n * 8 + 256);
	return s;
}

#define DATES_MAX 16
static size_t dates_in(struct str s, struct date *ret)
{
	struct arena a;
	struct text text = { .bytes = s, .raw = s, .received = true };
	struct tokens t;
	size_t n = 0;
	arena_init(&a, 16 * MIB);
	tokenise(&a, &text, &t);
	for (size_t i = 0; i < t.n && n < DATES_MAX;) {
		int weekday;
		size_t next = leaf_date(&t, i, &ret[n], &weekday);
		n += next > i;
		i = next > i ? next : i + 1;
	}
	arena_done(&a);
	return n;
}

static int dates_de(lua_State *L)
{
	struct date found[DATES_MAX];
	size_t n = dates_in(text_arg(L, "dates_de(…)"), found);
	lua_createtable(L, (int)n, 0);
	for (size_t i = 0; i < n; i++) {
		char text[DATE_TEXT];
		lua_pushstring(L, date_text(found[i], text));
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

/* The first of two signs in [at, to), or `to`. */
static size_t next_of_two(const char *p, size_t at, size_t to, char one, char other)
{
	for (; to - at >= 8; at += 8) {
		const uint64_t v = eight_bytes(p + at), ones = eight_below(v ^ EACH_BYTE((unsigned char)one), 1),
			       others = eight_below(v ^ EACH_BYTE((unsigned char)other), 1);
		if ((ones | others) != 0)
			return at + eight_first(ones | others);
	}
	while (at < to && p[at] != one && p[at] != other)
		at++;
	return at;
}

static int numeros(lua_State *L)
{
	static const char *const kinds[] = { "IBAN", "NIR", NULL };
	struct eval *ev = search_begin(L, "numeros(d, …)");
	struct str bytes = ev->r->text->bytes, kind = lua_type(L, 2) == LUA_TSTRING ? obj_str(L, 2) : STR("");
	struct span in = acte_span(ev);
	bool nir = str_eq(kind, STR("NIR"));
	if (!nir && !str_eq(kind, STR("IBAN")))
		env_unknown_key(L, "numeros(d, …) ne connaît pas", kind, kinds);
	vm_charge(L, (in.end - in.start) / 2);
	lua_createtable(L, 2, 0);
	size_t n = 0;
	for (size_t at = in.start; at < in.end && n < PASSAGES_MAX;) {
		at = nir ? next_of_two(bytes.p, at, in.end, '1', '2') : next_of_two(bytes.p, at, in.end, 'F', 'F');
		if (at >= in.end)
			break;
		size_t end = nir ? number_nir(bytes, at) : number_iban(bytes, at);
		if (end > at)
			add_passage(L, ev, (struct span){ at, end });
		n += end > at;
		at = end > at ? end : at + 1;
	}
	return 1;
}

static int sommes_omises(lua_State *L)
{
	const struct eval *ev = eval_of(L, "sommes_omises(d)");
	const struct obj *o = obj_at(L, 1);
	if (!o || o->kind != OBJ_DOC)
		vm_fault(L, "sommes_omises(d) attend d, pas %s", obj_type_fr(L, 1));
	if (ev->acte == NO_ACTE)
		vm_fault(L, "sommes_omises(d) : les montants appartiennent à un acte, cette règle est de portee = \"seance\"");
	const struct sums_left *left = ev->r->actes[ev->acte].montants.omis;
	vm_charge(L, left ? left->n * 64 : 64);
	lua_createtable(L, 2, 0);
	for (size_t i = 0; left && i < left->n && i < PASSAGES_MAX; i++)
		add_passage(L, ev, left->at[i]);
	return 1;
}

static int dans(lua_State *L)
{
	const struct obj *in = obj_at(L, 1), *whole = obj_at(L, 2);
	bool element = in && (in->kind == OBJ_ITEM || in->kind == OBJ_PERSON);
	if (!element || !whole || whole->kind != OBJ_ITEM)
		vm_fault(L, "dans(…) attend un élément de liste et un passage");
	lua_pushboolean(L, in->item->span.start >= whole->item->span.start &&
				   in->item->span.end <= whole->item->span.end);
	return 1;
}

#define BETWEEN_MAX 200

/* The text between two elements; nil when the second is not behind the first, or further than BETWEEN_MAX bytes. */
static int entre(lua_State *L)
{
	const struct obj *a = obj_at(L, 1), *b = obj_at(L, 2);
	if (!a || !b || a->kind != OBJ_ITEM || b->kind != OBJ_ITEM)
		vm_fault(L, "entre(…) attend deux éléments de liste");
	size_t from = a->item->span.end, to = b->item->span.start;
	if (to < from || to - from > BETWEEN_MAX)
		lua_pushnil(L);
	else
		obj_push_str(L, str_part(eval_of(L, "entre(…)")->r->text->bytes, from, to));
	return 1;
}

/* The text of at most n bytes just before an element. */
static int avant(lua_State *L)
{
	const struct obj *o = obj_at(L, 1);
	lua_Integer n = lua_isinteger(L, 2) ? lua_tointeger(L, 2) : 0;
	if (!o || o->kind != OBJ_ITEM || n < 1 || n > BETWEEN_MAX)
		vm_fault(L, "avant(…) attend un élément de liste et un nombre d'octets de 1 à %d", BETWEEN_MAX);
	struct str bytes = eval_of(L, "avant(…)")->r->text->bytes;
	size_t to = o->item->span.start, from = to > (size_t)n ? to - (size_t)n : 0;
	while (from < to && ((unsigned char)bytes.p[from] & 0xC0) == 0x80)
		from++;
	obj_push_str(L, str_part(bytes, from, to));
	return 1;
}

const struct env_function PASSAGES[] = {
	{ "passages", passages, "passages(d, mots)",
	  "les phrases de l'acte qui portent ces mots, ou une de ces suites de mots ; un acte de plus de 256 Kio (une centaine de pages) n'est pas cherché, et la règle finit « non vérifiable »",
	  "passages(d, { \"scrutin secret\", \"bulletin secret\" })" },
	{ "dates_de", dates_de, "dates_de(texte)",
	  "les dates qu'un texte écrit, en \"AAAA-MM-JJ\"",
	  "dates_de(\"le 18 septembre 2023\")" },
	{ "numeros", numeros, "numeros(d, \"IBAN\" ou \"NIR\")",
	  "les numéros de compte, ou de sécurité sociale, que l'acte porte",
	  "numeros(d, \"IBAN\")" },
	{ "sommes_omises", sommes_omises, "sommes_omises(d)",
	  "les sommes que l'acte cite et que d.montants n'a pas, parce qu'elles sont négatives, que leurs chiffres sont abîmés ou qu'ils se lisent de deux façons : une liste de passages, vide d'ordinaire",
	  "for somme in chaque(sommes_omises(d)) do if dans(somme, passages(d, \"subvention\")[1]) then … end end" },
	{ "dans", dans, "dans(element, passage)",
	  "cet élément (un montant, un élu) est-il écrit dans ce passage ?",
	  "for phrase in chaque(passages(d, \"subvention\")) do if dans(d.montants[1], phrase) then … end end" },
	{ "entre", entre, "entre(element, element)",
	  "le texte entre deux éléments voisins, ou nil",
	  "entre(d.montants[1], d.montants[1])" },
	{ "avant", avant, "avant(element, octets)",
	  "le texte qui précède un élément, 200 octets au plus",
	  "avant(d.montants[1], 40)" },
	{ NULL, NULL, NULL, NULL, NULL },
};
