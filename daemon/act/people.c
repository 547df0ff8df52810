/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is who: the same person has the same key in every list of a reading.
 *
 * Names are taken by their words, then by a part of them or their initials ("M. PETIT", "P. PETIT" for Paul PETIT),
 * then with a slip of the pen (likeness.c). Each step needs one candidate among everybody known, else the answer is
 * "several" and the caller's field is ambigu. Merging the likelier of two was decided against: a wrong merge hides
 * a second proxy. A holder matched by nobody keeps his own key, unless somebody present has his family name: then
 * who is right, the list or the proxy, is not for us to say.
 */
#include "letters.h"
#include "who_priv.h"

struct people {
	struct { struct who *at; size_t n, cap; } all;
};

struct people *people_new(struct arena *a)
{
	return ARENA_NEW(a, struct people);
}

static struct who *candidate(struct people *pp, const struct who *w, unsigned roles, enum closeness c, size_t *ret_n)
{
	struct who *found = NULL;

	*ret_n = 0;
	for (size_t i = 0; i < pp->all.n; i++) {
		struct who *other = &pp->all.at[i];

		if (c == SAME && other->print != w->print)
			continue;
		if ((other->roles & roles) && who_close(w, other, c)) {
			found = other;
			++*ret_n;
		}
	}
	return found;
}

static char genre_of(const struct who *w)
{
	return w->gender != 0 ? w->gender : w->p.genre;
}

/* "Mme PETIT", where "Mme PETIT Anne, MM. GRAND Luc, PETIT Yves" are known: the only one whom no civility of several denies; NULL when there are more. */
static struct who *by_genre(struct people *pp, const struct who *w, unsigned roles, enum closeness c)
{
	struct who *found = NULL;

	for (size_t i = 0; genre_of(w) != 0 && i < pp->all.n; i++) {
		struct who *other = &pp->all.at[i];

		if (!(other->roles & roles) || !who_close(w, other, c) || genders_differ(genre_of(w), genre_of(other)))
			continue;
		if (found != NULL)
			return NULL;
		found = other;
	}
	return found;
}

/* `w` is who_of `p`. */
static enum people_match find(struct reader *rd, struct person *p, const struct who *w, unsigned roles, enum closeness worst)
{
	size_t n;

	for (enum closeness c = SAME; c <= worst; c++) {
		struct who *found = candidate(rd->people, w, roles, c, &n);
		struct who *only = n > 1 ? by_genre(rd->people, w, roles, c) : NULL;

		if (only != NULL) {
			found = only;
			n = 1;
		}
		if (n == 1)
			p->cle = found->p.cle;
		if (n > 0)
			return n == 1 ? PEOPLE_ONE : PEOPLE_SEVERAL;
	}
	return PEOPLE_NONE;
}

enum people_match people_find(struct reader *rd, struct person *p, unsigned roles)
{
	const struct who w = who_of(rd, p, 0);

	return find(rd, p, &w, roles, SLIP);
}

enum people_match people_find_same(struct reader *rd, struct person *p, unsigned roles)
{
	const struct who w = who_of(rd, p, 0);

	return find(rd, p, &w, roles, SAME);
}

/* Anybody present whose name is like this one by `c`, or only of the same family (c > SLIP). */
static bool anybody_here(const struct people *pp, const struct who *w, unsigned c)
{
	for (size_t i = 0; i < pp->all.n; i++) {
		const struct who *other = &pp->all.at[i];

		if ((other->roles & (WHO_PRESENT | WHO_CHAIR)) &&
		    (c > SLIP ? who_same_family(w, other) : who_close(w, other, (enum closeness)c)))
			return true;
	}
	return false;
}

enum people_match people_find_giver(struct reader *rd, struct person *p)
{
	struct who w = who_of(rd, p, 0);
	enum people_match m = find(rd, p, &w, WHO_ABSENT | WHO_GIVER, SAME);

	if (m == PEOPLE_NONE)
		m = find(rd, p, &w, WHO_ABSENT, SLIP);
	if (m == PEOPLE_NONE)
		m = find(rd, p, &w, WHO_PRESENT, SAME);
	/* A family name alone may be somebody else's; with the initial it is hardly. */
	if (m == PEOPLE_NONE && who_has_initial(&w) && anybody_here(rd->people, &w, PART))
		return PEOPLE_SEVERAL;
	return m;
}

/* "Cathy PETIT" where Catherine PETIT is there, and nobody else of the name is known. */
static bool pet_name(const struct people *pp, const struct who *w, struct person *p)
{
	const struct who *only = NULL;

	for (size_t i = 0; i < pp->all.n; i++) {
		if (!who_same_family(w, &pp->all.at[i]))
			continue;
		if (only != NULL)
			return false;
		only = &pp->all.at[i];
	}
	if (only == NULL || !(only->roles & (WHO_PRESENT | WHO_CHAIR)) || !who_pet_name(w, only))
		return false;
	p->cle = only->p.cle;
	return true;
}

enum people_match people_find_holder(struct reader *rd, struct person *p)
{
	struct who w = who_of(rd, p, 0);
	size_t n;
	const struct who *same = candidate(rd->people, &w, WHO_ANY, SAME, &n);

	/* "M. PETIT" stands among the absents, and Paul PETIT is there. */
	if (n == 1 && !(same->roles & (WHO_PRESENT | WHO_CHAIR)) && anybody_here(rd->people, &w, PART))
		return PEOPLE_SEVERAL;
	enum people_match m = find(rd, p, &w, WHO_ANY, SLIP);

	if (m == PEOPLE_NONE && pet_name(rd->people, &w, p))
		return PEOPLE_ONE;
	return m == PEOPLE_NONE && anybody_here(rd->people, &w, SLIP + 1) ? PEOPLE_RIVAL : m;
}

bool people_family(struct reader *rd, const struct person *p)
{
	const struct who w = who_of(rd, p, 0);
	size_t n = 0;

	for (size_t i = 0; i < rd->people->all.n; i++) {
		const struct who *other = &rd->people->all.at[i];

		n += (other->roles & (WHO_PRESENT | WHO_CHAIR)) && who_same_family(&w, other) && !genders_differ(w.gender, other->gender);
	}
	return n == 1;
}

bool people_first_name(struct reader *rd, const struct person *p)
{
	const struct who w = who_of(rd, p, 0);

	for (size_t i = 0; i < rd->people->all.n; i++) {
		const struct who *other = &rd->people->all.at[i];

		for (size_t k = 0; k < other->n && !genders_differ(w.gender, other->gender); k++)
			for (size_t x = 0; x < w.n; x++)
				if (!w.words[x].family && !other->words[k].family && w.words[x].key.n > 1 && str_eq(w.words[x].key, other->words[k].key))
					return true;
	}
	return false;
}

bool people_alike(struct reader *rd, const struct person *a, const struct person *b)
{
	const unsigned lists = WHO_PRESENT | WHO_ABSENT | WHO_CHAIR;

	if (str_eq(a->cle, b->cle) || genders_differ(gender_of(a->civilite), gender_of(b->civilite)))
		return false;
	struct who x = who_of(rd, a, 0), y = who_of(rd, b, 0);
	size_t known_x, known_y;

	candidate(rd->people, &x, lists, SAME, &known_x);
	candidate(rd->people, &y, lists, SAME, &known_y);
	return !(known_x > 0 && known_y > 0) && who_close(&x, &y, PART);
}

/* "Mmes PETIT M., GRAND A., MM. PETIT M.": two people, by the civilities of several that they are named under. */
static bool is_told_apart(const struct people *pp, const struct who *w)
{
	for (size_t i = 0; i < pp->all.n; i++)
		if (pp->all.at[i].print == w->print && who_close(w, &pp->all.at[i], SAME) && (genre_of(w) == 0 || genre_of(&pp->all.at[i]) == 0 || genre_of(w) == genre_of(&pp->all.at[i])))
			return false;
	return true;
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
	const bool namesake = n > 0 && !is_told_apart(rd->people, &w);

	*ARENA_PUSH(rd->a, &rd->people->all) = w;
	return namesake ? PEOPLE_SEVERAL : PEOPLE_ONE;
}

static bool has_namesake(const struct people *pp, size_t i)
{
	for (size_t k = 0; k < pp->all.n; k++)
		if (k != i && pp->all.at[k].print == pp->all.at[i].print && who_same_words(&pp->all.at[k], &pp->all.at[i]) &&
		    genre_of(&pp->all.at[k]) != genre_of(&pp->all.at[i]))
			return true;
	return false;
}

bool people_settle(struct reader *rd)
{
	struct people *pp = rd->people;
	bool changed = false;

	for (size_t i = 0; i < pp->all.n; i++) {
		struct who *w = &pp->all.at[i];

		if (genre_of(w) == 0 || !has_namesake(pp, i))
			continue;
		w->p.cle = arena_printf(rd->a, "%.*s (%s)", STR_ARG(w->p.cle), genre_of(w) == 'f' ? "mme" : "m");
		changed = true;
	}
	return changed;
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

static const char *const HEADINGS[] = { "presents", "absents", "excuses", "pouvoirs", "procuration", "procurations", "secretaire" };
#define HEADINGS_N (sizeof HEADINGS / sizeof *HEADINGS)
#define SHORTEST_HEADING 7

bool people_heading_slip(struct str cle)
{
	static uint32_t letters[HEADINGS_N]; /* of each, known from the first call on */
	size_t at = 0;

	for (size_t i = 0; letters[HEADINGS_N - 1] == 0 && i < HEADINGS_N; i++)
		letters[i] = letters_of(str_c(HEADINGS[i]));
	for (struct str word; (word = next_word(cle, &at)).n > 0;) {
		if (word.n < SHORTEST_HEADING)
			continue;
		const size_t max = word.n >= 10 ? 2 : 1;
		const uint32_t own = letters_of(word);

		for (size_t i = 0; i < HEADINGS_N; i++)
			if (!letters_too_far(own, letters[i], max) && letters_apart(word, str_c(HEADINGS[i]), max) <= max)
				return true;
	}
	return false;
}

const struct item *people_in(const struct field *f, struct str cle)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->items[i].qui.cle, cle))
			return &f->items[i];
	return NULL;
}
