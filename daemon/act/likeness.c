/* SPDX-License-Identifier: EUPL-1.2 */
/* How alike two names are.
 *
 * Names compare as sets of folded words, so order does not count. A letter alone is the initial of a first name: it
 * stands for a word that begins with it, never for the family name, and "JP" for two of them. A word that contradicts
 * makes two names, whatever else they share; deciding who is meant is left to people.c.
 */
#include <string.h>

#include "letters.h"
#include "who_priv.h"

#define SLIP_ONE 4  /* letters of a word in which one letter may be wrong */
#define SLIP_TWO 8  /* … or two */
#define ELISION_MAX 2 /* letters before the apostrophe of an elision: D', L', Qu' */

static bool word_slips(struct str a, struct str b)
{
	size_t shorter = a.n < b.n ? a.n : b.n;

	if (shorter < SLIP_ONE)
		return false;
	return letters_apart(a, b, shorter >= SLIP_TWO ? 2 : 1) <= (shorter >= SLIP_TWO ? 2 : 1);
}

char gender_of(struct str civility)
{
	/* "Me", "Dr" say nothing. */
	if (civility.n == 0 || (civility.p[0] != 'm' && civility.p[0] != 'M') || str_eq(civility, STR("Me")))
		return 0;
	/* "Mme", "Mlle", "Madame", "Melle" against "M.", "Mr", "Monsieur". */
	return civility.n >= 2 && strchr("mMaAlLeE", civility.p[1]) != NULL ? 'f' : 'm';
}

static bool written_in_capitals(struct str word)
{
	uint32_t cp;
	size_t letters = 0;

	/* Nearly always the last letter tells. */
	if (word.n > 0 && word.p[word.n - 1] >= 'a' && word.p[word.n - 1] <= 'z')
		return false;
	for (size_t at = 0, n; (n = utf8_next(word, at, &cp)) > 0; at += n, letters++)
		if (cp_is_letter(cp) && !cp_is_upper(cp))
			return false;
	return letters > 1;
}

/* A letter, or a digit or a sign that a scanner made of one: "GR1SOL", "GR[SOL". */
static bool is_in_word(uint32_t cp)
{
	return cp_is_letter(cp) || is_figure(cp) || (cp > 0 && cp < 0x80 && strchr("[]|!", (int)cp) != NULL);
}

static size_t past_ascii_word(struct str s, size_t at)
{
	while (at < s.n && (unsigned char)s.p[at] < 0x80 && is_in_word((unsigned char)s.p[at]))
		at++;
	return at;
}

struct str next_word(struct str s, size_t *at)
{
	uint32_t cp;
	size_t n, from;

	while ((n = utf8_next(s, *at, &cp)) > 0 && !cp_is_letter(cp))
		*at += n;
	from = *at;
	for (*at = past_ascii_word(s, from); (n = utf8_next(s, *at, &cp)) > 0 && is_in_word(cp);)
		*at = past_ascii_word(s, *at + n);
	return str_part(s, from, *at);
}

static bool is_particle(struct str key)
{
	static const char *const words[] = { "de",  "du",  "des", "la", "le", "les", "von", "van",   "der",    "den",
					     "ben", "el",  "al",  "di", "da", "do",  "dos", "della", "saint", "sainte" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(key, str_c(words[i])))
			return true;
	return key.n < 2;
}

static void find_family(struct who *w)
{
	size_t capitals = 0, last = w->n;

	for (size_t i = 0; i < w->n; i++) {
		capitals += w->words[i].capital;
		if (!w->words[i].initial)
			last = i;
	}
	w->shown = capitals > 0 && capitals < w->n;
	for (size_t i = 0; i < w->n; i++)
		w->words[i].family = w->shown ? w->words[i].capital : i == last;
}

static void sort_words(struct who *w)
{
	for (size_t i = 1; i < w->n; i++)
		for (size_t j = i; j > 0 && str_cmp(w->words[j - 1].key, w->words[j].key) > 0; j--) {
			struct who_word word = w->words[j];

			w->words[j] = w->words[j - 1];
			w->words[j - 1] = word;
		}
}

static bool is_elided(struct str nom, size_t at)
{
	return str_starts(str_part(nom, at, nom.n), STR("'")) || str_starts(str_part(nom, at, nom.n), STR("\xe2\x80\x99"));
}

/* "LE CORVELLEC'H", or "MAREL'E" where a scanner saw an apostrophe: what comes after it goes on with the word before. */
static bool goes_on(struct str nom, struct str word, struct str before)
{
	const size_t at = (size_t)(word.p - nom.p);

	return before.n > ELISION_MAX && ((at >= 1 && is_elided(nom, at - 1)) || (at >= 3 && is_elided(nom, at - 3)));
}

struct who who_of(struct reader *rd, const struct person *p, unsigned roles)
{
	struct who w = { .p = *p, .roles = roles, .gender = gender_of(p->civilite) };
	char *keys = arena_room(rd->a, FOLD_ROOM(p->nom.n)); /* one behind the other */
	size_t at = 0;

	w.glued = (struct str){ keys, 0 };
	for (struct str word; w.n < WHO_WORDS && (word = next_word(p->nom, &at)).n > 0;) {
		const struct str key = fold_into(keys + w.glued.n, word);
		struct who_word *before = w.n > 0 ? &w.words[w.n - 1] : NULL;

		w.glued.n += key.n;
		if (before != NULL && goes_on(p->nom, word, before->key))
			before->key.n += key.n; /* they stand one behind the other */
		else
			w.words[w.n++] = (struct who_word){ .key = key,
							    .capital = written_in_capitals(word),
							    .initial = key.n == 1 && !is_elided(p->nom, at) };
	}
	find_family(&w);
	sort_words(&w);
	for (size_t i = 0; i < w.n; i++)
		w.print = w.print * 31 + key_hash(w.words[i].key);
	return w;
}

bool who_same_words(const struct who *a, const struct who *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->words[i].key, b->words[i].key))
			return false;
	return true;
}

bool who_has_initial(const struct who *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->words[i].initial)
			return true;
	return false;
}

static size_t capitals_in(const struct who *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		n += w->words[i].capital;
	return n;
}

/* A part without the family name is a first name: "Jean" is not Jean PETIT, and in a list of first names not
 * Jean-Pierre. */
static bool may_be_named_by(const struct who *whole, const struct who *part)
{
	if (capitals_in(whole) == 0)
		return part->n > 1 || part->gender != 0;
	return true;
}

/* "O." for Odile, in either name; a family name is not written by its first letter. */
static bool initial_of(const struct who *a, const struct who_word *x, const struct who *b, const struct who_word *y)
{
	if (x->initial)
		return str_starts(y->key, x->key) && !(b->shown && y->family);
	return y->initial && str_starts(x->key, y->key) && !(a->shown && x->family);
}

/* The word of `whole` that stands for word x of `part`, or whole->n. */
static size_t word_in_name(const struct who *whole, unsigned taken, const struct who *part, size_t x, bool slips)
{
	const struct who_word *word = &part->words[x];

	for (size_t k = 0; k < whole->n; k++)
		if (!(taken & 1u << k) && str_eq(word->key, whole->words[k].key))
			return k;
	for (size_t k = 0; k < whole->n; k++)
		if (!(taken & 1u << k) && initial_of(part, word, whole, &whole->words[k]))
			return k;
	for (size_t k = 0; slips && k < whole->n; k++)
		if (!(taken & 1u << k) && word_slips(word->key, whole->words[k].key))
			return k;
	return whole->n;
}

/* Every word of the shorter name is in the longer one, at least one whole word in its family name when capitals show
 * it. Exact words are placed before initials: "P. PAUL" is in "Pierre PAUL". */
static bool part_of(const struct who *part, const struct who *whole, bool slips)
{
	bool family = false;
	unsigned taken = 0;

	if (part->n == 0 || part->n > whole->n || (part->n < whole->n && !may_be_named_by(whole, part)))
		return false;
	for (unsigned initials = 0; initials < 2; initials++)
		for (size_t i = 0; i < part->n; i++) {
			if (part->words[i].initial != (initials == 1))
				continue;
			size_t k = word_in_name(whole, taken, part, i, slips);

			if (k == whole->n)
				return false;
			taken |= 1u << k;
			family |= !part->words[i].initial && !whole->words[k].initial &&
				  (!whole->shown || whole->words[k].family);
		}
	return family;
}

/* "JP PETIT" as "J. P. PETIT"; `w` unchanged when no word is a pair of capitals. */
static struct who pairs_split(const struct who *w)
{
	struct who s = *w;

	s.n = 0;
	for (size_t i = 0; i < w->n; i++) {
		if (!w->words[i].capital || w->words[i].key.n != 2 || w->n + 1 > WHO_WORDS || w->n < 2)
			continue;
		for (size_t k = 0; k < w->n; k++)
			if (k != i)
				s.words[s.n++] = w->words[k];
		for (size_t k = 0; k < 2; k++)
			s.words[s.n++] = (struct who_word){ .key = str_part(w->words[i].key, k, k + 1), .initial = true };
		find_family(&s);
		return s;
	}
	return *w;
}

static bool either_part_of(const struct who *a, const struct who *b, bool slips)
{
	return part_of(a, b, slips) || part_of(b, a, slips);
}

bool who_close(const struct who *a, const struct who *b, enum closeness c)
{
	if (genders_differ(a->gender, b->gender))
		return false;
	if (c == SAME)
		return who_same_words(a, b);
	/* "GRAND-ROUX", "GRANDROUX": a hyphen lost at a line end. */
	if (either_part_of(a, b, c == SLIP) || str_eq(a->glued, b->glued))
		return true;
	struct who x = pairs_split(a), y = pairs_split(b);

	return (x.n > a->n && either_part_of(&x, b, false)) || (y.n > b->n && either_part_of(a, &y, false));
}

bool who_same_family(const struct who *a, const struct who *b)
{
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++) {
			const struct who_word *x = &a->words[i], *y = &b->words[k];

			if (!is_particle(x->key) && str_eq(x->key, y->key) &&
			    ((x->family && y->family) || (x->family && a->shown && !b->shown) ||
			     (y->family && b->shown && !a->shown)))
				return true;
		}
	return false;
}

#define PET_NAME_LETTERS 4
#define LAST_NAME_LETTERS 5

static bool is_pet_name(struct str a, struct str b)
{
	const struct str shorter = a.n < b.n ? a : b, longer = a.n < b.n ? b : a;
	size_t same = 0;

	while (same < shorter.n && shorter.p[same] == longer.p[same])
		same++;
	if (shorter.n >= LAST_NAME_LETTERS && longer.n > shorter.n && str_eq(str_part(longer, longer.n - shorter.n, longer.n), shorter))
		return true;
	return same >= PET_NAME_LETTERS && same < shorter.n;
}

bool who_pet_name(const struct who *a, const struct who *b)
{
	if (!who_same_family(a, b) || genders_differ(a->gender, b->gender))
		return false;
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (!a->words[i].family && !b->words[k].family && is_pet_name(a->words[i].key, b->words[k].key))
				return true;
	return false;
}
