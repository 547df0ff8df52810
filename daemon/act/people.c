/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is who: the same person has the same key in every list of a reading.
 *
 * Names compare as sets of folded words, so order does not count; then a part of the words ("M. PETIT" for Paul
 * PETIT), then a slip of the pen. Each step needs one candidate among everybody known, else the answer is
 * "several" and the caller's field is ambigu. Merging the likelier of two was decided against: a wrong merge hides
 * a second proxy. A holder matched by nobody keeps his own key.
 */
#include <string.h>

#include "people_priv.h"

#define WHO_WORDS 8
#define SLIP_ONE 4  /* letters of a word in which one letter may be wrong */
#define SLIP_TWO 8  /* … or two */
#define SLIP_MAX 40

struct who {
	struct person p;
	unsigned roles;
	char gender;                  /* 'm', 'f', 0 = not known */
	struct str words[WHO_WORDS];  /* of the folded name, sorted */
	bool capitals[WHO_WORDS];     /* the word was written in capitals */
	size_t n;
};

struct people {
	struct { struct who *at; size_t n, cap; } all;
};

struct people *people_new(struct arena *a)
{
	return ARENA_NEW(a, struct people);
}

/* Distance of optimal alignment up to `max`; max + 1 when it is more. */
static size_t distance(struct str a, struct str b, size_t max)
{
	size_t row[SLIP_MAX + 1], before, diagonal;

	if (a.n > SLIP_MAX || b.n > SLIP_MAX || (a.n > b.n ? a.n - b.n : b.n - a.n) > max)
		return max + 1;
	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			before = row[j];
			size_t best = diagonal + (a.p[i - 1] != b.p[j - 1]);

			best = before + 1 < best ? before + 1 : best;
			row[j] = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			diagonal = before;
		}
	}
	return row[b.n] < max ? row[b.n] : row[b.n] > max ? max + 1 : max;
}

static bool word_slips(struct str a, struct str b)
{
	size_t shorter = a.n < b.n ? a.n : b.n;

	if (shorter < SLIP_ONE)
		return false;
	return distance(a, b, shorter >= SLIP_TWO ? 2 : 1) <= (shorter >= SLIP_TWO ? 2 : 1);
}

static char gender_of(struct str civility)
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

	for (size_t at = 0, n; (n = utf8_next(word, at, &cp)) > 0; at += n, letters++)
		if (cp_is_letter(cp) && !cp_is_upper(cp))
			return false;
	return letters > 1;
}

/* The next run of letters of `s` from *at, empty at the end. */
static struct str next_word(struct str s, size_t *at)
{
	uint32_t cp;
	size_t n, from;

	while ((n = utf8_next(s, *at, &cp)) > 0 && !cp_is_letter(cp))
		*at += n;
	from = *at;
	while ((n = utf8_next(s, *at, &cp)) > 0 && cp_is_letter(cp))
		*at += n;
	return str_part(s, from, *at);
}

static void sort_words(struct who *w)
{
	for (size_t i = 1; i < w->n; i++)
		for (size_t j = i; j > 0 && str_cmp(w->words[j - 1], w->words[j]) > 0; j--) {
			struct str word = w->words[j];
			bool capital = w->capitals[j];

			w->words[j] = w->words[j - 1];
			w->capitals[j] = w->capitals[j - 1];
			w->words[j - 1] = word;
			w->capitals[j - 1] = capital;
		}
}

static struct who who_of(struct reader *rd, const struct person *p, unsigned roles)
{
	struct who w = { .p = *p, .roles = roles, .gender = gender_of(p->civilite) };
	size_t at = 0;

	for (struct str word; w.n < WHO_WORDS && (word = next_word(p->nom, &at)).n > 0; w.n++) {
		w.words[w.n] = fold_text(rd->a, word);
		w.capitals[w.n] = written_in_capitals(word);
	}
	sort_words(&w);
	return w;
}

static bool same_words(const struct who *a, const struct who *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->words[i], b->words[i]))
			return false;
	return true;
}

static bool genders_agree(const struct who *a, const struct who *b)
{
	return a->gender == 0 || b->gender == 0 || a->gender == b->gender;
}

static size_t capitals_in(const struct who *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		n += w->capitals[i];
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

/* The word of `whole` that stands for `word`, or whole->n. */
static size_t word_in_name(const struct who *whole, unsigned taken, struct str word, bool slips)
{
	for (size_t k = 0; k < whole->n; k++)
		if (!(taken & 1u << k) && str_eq(word, whole->words[k]))
			return k;
	for (size_t k = 0; slips && k < whole->n; k++)
		if (!(taken & 1u << k) && word_slips(word, whole->words[k]))
			return k;
	return whole->n;
}

/* Every word of the shorter name is in the longer one, at least one of them in its family name when capitals show
 * it. */
static bool part_of(const struct who *part, const struct who *whole, bool slips)
{
	bool family = capitals_in(whole) == 0 || capitals_in(whole) == whole->n;
	unsigned taken = 0;

	if (part->n == 0 || part->n > whole->n || (!slips && part->n == whole->n) ||
	    (part->n < whole->n && !may_be_named_by(whole, part)))
		return false;
	for (size_t i = 0; i < part->n; i++) {
		size_t k = word_in_name(whole, taken, part->words[i], slips);

		if (k == whole->n)
			return false;
		taken |= 1u << k;
		family |= whole->capitals[k];
	}
	return family;
}

enum closeness { SAME, PART, SLIP };

static bool close_enough(const struct who *a, const struct who *b, enum closeness c)
{
	if (!genders_agree(a, b))
		return false;
	if (c == SAME)
		return same_words(a, b);
	if (c == PART)
		return part_of(a, b, false) || part_of(b, a, false);
	return part_of(a, b, true) || part_of(b, a, true);
}

static struct who *candidate(struct people *pp, const struct who *w, unsigned roles, enum closeness c, size_t *ret_n)
{
	struct who *found = NULL;

	*ret_n = 0;
	for (size_t i = 0; i < pp->all.n; i++)
		if ((pp->all.at[i].roles & roles) && close_enough(w, &pp->all.at[i], c)) {
			found = &pp->all.at[i];
			++*ret_n;
		}
	return found;
}

static enum people_match find(struct reader *rd, struct person *p, unsigned roles, enum closeness worst)
{
	struct who w = who_of(rd, p, 0);
	size_t n;

	for (enum closeness c = SAME; c <= worst; c++) {
		struct who *found = candidate(rd->people, &w, roles, c, &n);

		if (n == 1)
			p->cle = found->p.cle;
		if (n > 0)
			return n == 1 ? PEOPLE_ONE : PEOPLE_SEVERAL;
	}
	return PEOPLE_NONE;
}

enum people_match people_find(struct reader *rd, struct person *p, unsigned roles)
{
	return find(rd, p, roles, SLIP);
}

enum people_match people_find_same(struct reader *rd, struct person *p, unsigned roles)
{
	return find(rd, p, roles, SAME);
}

enum people_match people_find_giver(struct reader *rd, struct person *p)
{
	enum people_match m = find(rd, p, WHO_ABSENT | WHO_GIVER, SAME);

	if (m == PEOPLE_NONE)
		m = find(rd, p, WHO_ABSENT, SLIP);
	return m == PEOPLE_NONE ? find(rd, p, WHO_PRESENT, SAME) : m;
}

enum people_match people_add(struct reader *rd, struct person *p, unsigned role)
{
	struct who w = who_of(rd, p, role);
	size_t n;
	struct who *same = candidate(rd->people, &w, ~0u, SAME, &n);

	/* Present for a part of the séance, absent for the rest: one person in two lists. */
	if (n == 1 && (same->roles & role) == 0) {
		same->roles |= role;
		return PEOPLE_ONE;
	}
	*ARENA_PUSH(rd->a, &rd->people->all) = w;
	return n == 0 ? PEOPLE_ONE : PEOPLE_SEVERAL;
}

static bool has_namesake(const struct people *pp, size_t i)
{
	for (size_t k = 0; k < pp->all.n; k++)
		if (k != i && same_words(&pp->all.at[k], &pp->all.at[i]) &&
		    pp->all.at[k].gender != pp->all.at[i].gender)
			return true;
	return false;
}

void people_settle(struct reader *rd)
{
	struct people *pp = rd->people;

	for (size_t i = 0; i < pp->all.n; i++) {
		struct who *w = &pp->all.at[i];

		if (w->gender != 0 && has_namesake(pp, i))
			w->p.cle = arena_printf(rd->a, "%.*s (%s)", STR_ARG(w->p.cle), w->gender == 'f' ? "mme" : "m");
	}
}

void people_key(struct reader *rd, struct person *p)
{
	if (rd->people == NULL || people_find(rd, p, WHO_ANY) != PEOPLE_ONE)
		p->cle = fold_person(rd->a, p->nom);
}

size_t people_words(struct str cle)
{
	size_t n = 0, at = 0;

	while (next_word(cle, &at).n > 0)
		n++;
	return n;
}

bool people_heading_slip(struct str cle)
{
	static const char *const words[] = { "presents", "absents", "excuses", "pouvoirs", "procuration",
					     "procurations", "secretaire" };
	size_t at = 0;

	for (struct str word; (word = next_word(cle, &at)).n > 0;)
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (word.n >= 7 &&
			    distance(word, str_c(words[i]), word.n >= 10 ? 2 : 1) <= (word.n >= 10 ? 2 : 1))
				return true;
	return false;
}
