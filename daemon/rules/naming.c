/* SPDX-License-Identifier: EUPL-1.2 */
/* nommes_dans(passage, personnes): which people of a list a sentence names, and what stands on both sides of each name. */
#include <lauxlib.h>
#include "fold.h"
#include "luaenv.h"
#include "passages.h"

#define NAME_WORDS 6
#define SIDE 110 /* bytes: a clause */
#define NAMED_MAX 64

struct word {
	size_t from, to; /* in the folded sentence */
};

struct names { /* words of one person's name, folded */
	struct str whole[NAME_WORDS], family[NAME_WORDS];
	size_t whole_n, family_n; /* the same number: no first name is known */
	char civility; /* 'm', 'f', or 0 when not told */
};

static struct word next_word(struct str s, size_t at)
{
	size_t from = at, to;
	while (from < s.n && !(s.p[from] >= 'a' && s.p[from] <= 'z'))
		from++;
	for (to = from; to < s.n && s.p[to] >= 'a' && s.p[to] <= 'z'; to++)
		;
	return (struct word){ from, to };
}

static char gender_of(struct str civility)
{
	char room[FOLD_ROOM(24)];
	struct str c = civility.n <= 24 ? fold_into(room, civility) : STR("");
	if (str_eq(c, STR("m.")) || str_eq(c, STR("m")) || str_eq(c, STR("monsieur")))
		return 'm';
	return str_eq(c, STR("mme")) || str_eq(c, STR("madame")) || str_eq(c, STR("mlle")) ? 'f' : '\0';
}

/* The civility that ends before `at` ("m. ", "mme "), and where it begins; 0 and `at` without one. */
static char civility_before(struct str s, size_t at, size_t *begins)
{
	static const struct { const char *word; char gender; } civilities[] = {
		{ "m. ", 'm' }, { "monsieur ", 'm' }, { "mme ", 'f' }, { "madame ", 'f' }, { "mlle ", 'f' }, { "m ", 'm' },
	};
	for (size_t i = 0; i < sizeof civilities / sizeof *civilities; i++) {
		const struct str word = str_c(civilities[i].word);
		const size_t from = at - word.n;
		if (at >= word.n && str_ends(str_part(s, 0, at), word) && (from == 0 || !(s.p[from - 1] >= 'a' && s.p[from - 1] <= 'z'))) {
			*begins = from;
			return civilities[i].gender;
		}
	}
	*begins = at;
	return '\0';
}

static bool written_in_capitals(struct str raw, size_t from, size_t to)
{
	size_t letters = 0;
	uint32_t cp;
	for (size_t i = from; i < to; i += utf8_next(raw, i, &cp)) {
		utf8_next(raw, i, &cp);
		if (!cp_is_upper(cp))
			return false;
		letters++;
	}
	return letters > 1;
}

/* The words of a name in capitals are those of the family; of a name without any, the last word is. */
static void family_of(struct arena *a, struct str raw, struct names *n)
{
	for (size_t at = 0; at < raw.n && n->family_n < NAME_WORDS;) {
		size_t to = at;
		while (to < raw.n && (unsigned char)raw.p[to] > ' ' && raw.p[to] != '-' && raw.p[to] != '\'')
			to++;
		if (written_in_capitals(raw, at, to))
			n->family[n->family_n++] = fold_text(a, str_part(raw, at, to));
		at = to + 1;
	}
	if (n->family_n == 0 && n->whole_n > 1)
		n->family[n->family_n++] = n->whole[n->whole_n - 1];
}

static struct names names_of(struct arena *a, const struct person *who)
{
	struct names n = { .civility = gender_of(who->civilite) };
	const struct str folded = fold_text(a, who->nom);
	for (struct word w = next_word(folded, 0); w.to > w.from && n.whole_n < NAME_WORDS; w = next_word(folded, w.to))
		n.whole[n.whole_n++] = str_part(folded, w.from, w.to);
	family_of(a, who->nom, &n);
	return n;
}

/* These words, in any order, from `at` on with no more than a sign between two: where they end, or 0. */
static size_t words_at(struct str s, size_t at, const struct str *words, size_t n)
{
	unsigned taken = 0;
	size_t end = at;
	for (size_t k = 0; k < n; k++) {
		const struct word w = next_word(s, end);
		size_t i = 0;
		while (i < n && (taken & 1U << i || !str_eq(words[i], str_part(s, w.from, w.to))))
			i++;
		if (i == n || w.from - end > 2 || w.to == w.from)
			return 0;
		taken |= 1U << i;
		end = w.to;
	}
	return n ? end : 0;
}

static bool among(struct str word, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(words[i], word))
			return true;
	return false;
}

struct sentence {
	struct arena *a;
	struct str raw, folded;
	const struct folded *way_back; /* from the folded to the raw, once it was asked for */
};

/* Where the byte `at` of the folded sentence stands in the raw one. */
static size_t raw_of(struct sentence *s, size_t at)
{
	if (s->way_back == NULL) {
		struct folded *f = ARENA_NEW(s->a, struct folded);
		*f = folded_of(s->a, s->raw);
		s->way_back = f;
	}
	return folded_to_bytes(s->way_back, s->raw, at);
}

/* "Jean", not "JEAN" nor "jean". */
static bool is_capitalised(struct sentence *s, struct word w)
{
	uint32_t first, second;
	const size_t at = raw_of(s, w.from);
	const size_t taken = utf8_next(s->raw, at, &first);

	return taken > 0 && utf8_next(s->raw, at + taken, &second) > 0 && cp_is_upper(first) && !cp_is_upper(second);
}

/* "Jean-Luc TESSIER", "L. TESSIER", "BELIN-TESSIER", at the surname. */
static bool is_behind_a_name(struct sentence *s, size_t at)
{
	size_t to = at, from;
	uint32_t first;

	while (to > 0 && (s->folded.p[to - 1] == ' ' || s->folded.p[to - 1] == '.' || s->folded.p[to - 1] == '-'))
		to--;
	for (from = to; from > 0 && s->folded.p[from - 1] >= 'a' && s->folded.p[from - 1] <= 'z';)
		from--;
	return to > from && utf8_next(s->raw, raw_of(s, from), &first) > 0 && cp_is_upper(first);
}

/* "TESSIER, président du club", of a list that has "Mme TESSIER": capitals in a sentence that has none behind them. */
static bool is_a_surname_in_capitals(struct sentence *s, size_t from, size_t to)
{
	const struct word next = next_word(s->folded, to);

	return !is_behind_a_name(s, from) && written_in_capitals(s->raw, raw_of(s, from), raw_of(s, to)) &&
	       next.to > next.from + 1 && !written_in_capitals(s->raw, raw_of(s, next.from), raw_of(s, next.to));
}

/* "M. MARTIN Jean", when he of the list is Philippe: another first name is written behind. */
static bool has_another_first_name(struct sentence *s, size_t end, const struct names *n)
{
	static const char *const titles[] = { "president", "presidente", "vice", "maire", "adjoint", "adjointe", "conseiller", "conseillere", "tresorier", "tresoriere", "secretaire", "rapporteur",
					      "rapporteure", "directeur", "directrice", "premier", "premiere", "delegue", "deleguee", "gerant", "gerante", "membre", "ancien", "ancienne" };
	const struct word w = next_word(s->folded, end);
	const struct str word = str_part(s->folded, w.from, w.to);

	if (n->whole_n == n->family_n || w.to == w.from || w.from - end != 1 || s->folded.p[end] != ' ' || among(word, n->whole, n->whole_n))
		return false;
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (str_eq(word, str_c(titles[i])))
			return false;
	return is_capitalised(s, w);
}

/* "M. MARTIN fils": the other one, unless the list knows no first name. */
static bool is_of_the_kin(struct str s, size_t end)
{
	static const char *const kin[] = { "fils", "pere", "junior", "senior", "aine", "cadet", "neveu", "oncle" };
	const struct word w = next_word(s, end);
	for (size_t i = 0; i < sizeof kin / sizeof *kin; i++)
		if (w.from - end == 1 && str_eq(str_part(s, w.from, w.to), str_c(kin[i])))
			return true;
	return false;
}

/* "M. Jean-Luc MARTIN", from "Jean", when the list has "M. MARTIN" or "M. J. MARTIN": where the name ends, or 0. */
static size_t first_name_then_family(struct str s, size_t at, const struct names *n)
{
	struct word w = next_word(s, at);
	for (size_t i = 0; i < n->whole_n; i++) /* of a first name, only its letter is known */
		if (!among(n->whole[i], n->family, n->family_n) && (n->whole[i].n > 1 || n->whole[i].p[0] != s.p[at]))
			return 0;
	if (w.to + 1 < s.n && s.p[w.to] == '-')
		w = next_word(s, w.to);
	return w.to > w.from ? words_at(s, w.to, n->family, n->family_n) : 0;
}

/* "Mme VIROLLES" of "Mme VIROLLES-ROUX": another's name. */
static bool goes_on_behind_a_hyphen(struct str s, size_t end)
{
	return end + 1 < s.n && s.p[end] == '-' && s.p[end + 1] >= 'a' && s.p[end + 1] <= 'z';
}

/* Where the name that begins at `at` ends, or 0. A name of one word needs its civility, or capitals: "Maire" and "Martin" are words too. */
static size_t named_at(struct sentence *of, size_t at, const struct names *n, bool *whole)
{
	const struct str s = of->folded;
	size_t begins;
	const char told = civility_before(s, at, &begins);
	size_t end = words_at(s, at, n->whole, n->whole_n);
	*whole = end > 0;
	if (end == 0 && told != '\0') {
		end = words_at(s, at, n->family, n->family_n);
		if (end > 0 && (has_another_first_name(of, end, n) || is_of_the_kin(s, end)))
			return 0;
		if (end == 0)
			end = first_name_then_family(s, at, n);
	}
	*whole = *whole && (n->whole_n > n->family_n || !is_of_the_kin(s, end));
	if (end > 0 && ((n->whole_n == 1 && told == '\0' && !is_a_surname_in_capitals(of, at, end)) || goes_on_behind_a_hyphen(s, end)))
		return 0;
	return told && n->civility && told != n->civility ? 0 : end;
}

static struct str before(struct str s, size_t at)
{
	size_t from = at > SIDE ? at - SIDE : 0;
	while (from < at && ((unsigned char)s.p[from] & 0xC0) == 0x80)
		from++;
	struct str side = str_part(s, from, at);
	for (size_t i = side.n; i > 0; i--)
		if (side.p[i - 1] == ';')
			return str_part(side, i, side.n);
	return side;
}

/* What is said behind a name, as far as the next person. */
static struct str behind(struct str s, size_t at)
{
	static const char *const ends[] = { ";", " m. ", " mm. ", " mme ", " mmes ", " monsieur ", " madame ", NULL };
	struct str side = utf8_head(str_part(s, at, s.n), SIDE);
	for (const char *const *e = ends; *e; e++) {
		const size_t i = str_find(side, str_c(*e), 0);
		if (i != STR_NONE)
			side = str_part(side, 0, i);
	}
	return side;
}

static void push_side(lua_State *L, const char *key, struct str side)
{
	lua_pushlstring(L, side.p, side.n);
	lua_setfield(L, -2, key);
}

struct found {
	struct word name;
	size_t person;
	bool whole;
};

static void push_named(lua_State *L, struct str s, const struct found *f)
{
	size_t begins;
	civility_before(s, f->name.from, &begins);
	lua_createtable(L, 0, 4);
	list_push_element(L, 2, f->person);
	lua_setfield(L, -2, "elu");
	push_side(L, "avant", before(s, begins));
	push_side(L, "apres", behind(s, f->name.to));
	lua_pushboolean(L, f->whole);
	lua_setfield(L, -2, "entier");
	lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

static size_t all_named(struct sentence *s, const struct names *names, size_t n, struct found ret[static NAMED_MAX])
{
	size_t found = 0;
	for (struct word w = next_word(s->folded, 0); w.to > w.from; w = next_word(s->folded, w.to))
		for (size_t i = 0; i < n && found < NAMED_MAX; i++) {
			struct found f = { .name.from = w.from, .person = i };
			f.name.to = named_at(s, w.from, &names[i], &f.whole);
			if (f.name.to > 0)
				ret[found++] = f;
		}
	return found;
}

/* Everything is found before Lua is given anything: an error of Lua leaves no memory behind. */
static size_t find_named(lua_State *L, struct str sentence, const struct obj *people, struct found ret[static NAMED_MAX])
{
	lua_settop(L, 2);
	lua_createtable(L, 2, 0);
	char *room = lua_newuserdatauv(L, FOLD_ROOM(sentence.n), 0);
	const struct str s = fold_into(room, sentence);
	lua_pushlstring(L, s.p, s.n);
	lua_replace(L, -2);
	struct arena a;
	arena_init(&a, 16 * MIB);
	struct names *names = ARENA_ARRAY(&a, people->n + 1, struct names);
	for (size_t i = 0; i < people->n; i++)
		names[i] = names_of(&a, &people->items[list_element_no(people, i)].qui);
	struct sentence in = { &a, sentence, obj_str(L, 4), NULL };
	const size_t found = all_named(&in, names, people->n, ret);
	arena_done(&a);
	return found;
}

static int nommes_dans(lua_State *L)
{
	const struct obj *p = obj_at(L, 1), *people = obj_at(L, 2);
	struct found found[NAMED_MAX];
	if (!p || p->kind != OBJ_ITEM || p->at.desc->type != TYPE_TEXTES || !people || people->kind != OBJ_LIST || people->at.desc->type != TYPE_ELUS)
		vm_fault(L, "nommes_dans(…) attend un passage et une liste d'élus");
	vm_charge(L, p->item->texte.n * 8 + people->n * 32);
	const size_t n = find_named(L, p->item->texte, people, found);
	for (size_t i = 0; i < n; i++) {
		lua_pushvalue(L, 3);
		push_named(L, obj_str(L, 4), &found[i]);
		lua_pop(L, 1);
	}
	lua_settop(L, 3);
	return 1;
}

const struct env_function NAMINGS[] = {
	{ "nommes_dans", nommes_dans, "nommes_dans(passage, liste d'élus)",
	  "les élus de la liste que cette phrase nomme, en entier ou par leur nom de famille : une liste d'objets elu, avant, apres (ce qui est écrit autour du nom, sans casse ni accents) "
	  "et entier, faux quand le nom de famille seul est commun à la phrase et à la liste ; un autre prénom que celui de la liste est celui d'un autre",
	  "for n in chaque(nommes_dans(phrase, d.presents)) do if trouve(n.apres, \"présidente\") then … end end" },
	{ NULL, NULL, NULL, NULL, NULL },
};
