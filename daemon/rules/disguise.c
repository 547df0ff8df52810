/* SPDX-License-Identifier: EUPL-1.2 */
/* Names of people are known from the lists that were read; any other word with a capital that no sample writes is taken for a
 * name too. Better a title made strange than a name in a rule's file. */
#include <stdlib.h>
#include "disguise.h"
#include "fold.h"

#define DIGITS_MAX 8 /* in a row: above, a number of account, of telephone, of a person */

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* The next word of `s` from *at on: a run of letters. */
static bool next_word(struct str s, size_t *at, struct str *ret)
{
	uint32_t cp;
	size_t n, start;
	while ((n = utf8_next(s, *at, &cp)) > 0 && !cp_is_letter(cp))
		*at += n;
	start = *at;
	while ((n = utf8_next(s, *at, &cp)) > 0 && cp_is_letter(cp))
		*at += n;
	*ret = str_part(s, start, *at);
	return ret->n > 0;
}

static void learn(struct disguise *d, struct str text)
{
	struct str word;
	for (size_t at = 0; next_word(text, &at, &word);)
		*ARENA_PUSH(d->a, &d->known) = word;
}

/* Words that acts write with a capital, and that are nobody's name. */
static const char OFFICIAL[] =
	"Code Conseil Conseils Conseiller Conseillers Conseillère Conseillères Commission Commissions Assemblée Président Présidente Maire Adjoint "
	"Adjointe Préfet Préfète Préfecture Département Région Commune Communauté Métropole Agglomération Ville Mairie État Etat République Séance "
	"Délibération Loi Décret Ordonnance Constitution Arrêté Règlement Nombre Vote Pour Contre Abstention Abstentions Présents Absents Pouvoirs "
	"Votants Quorum Municipal Municipale Départemental Départementale Régional Régionale Communautaire Permanente Général Générale "
	"CGCT EPCI NOTRE SIREN CODE CONSEIL MAIRE SÉANCE";

void disguise_init(struct disguise *d, struct arena *a, const struct stock *st, struct str rule, const struct reading *act)
{
	*d = (struct disguise){ .a = a, .act = act };
	for (size_t i = 0; i < st->samples_n; i++)
		learn(d, st->samples[i].text);
	learn(d, rule);
	learn(d, str_c(OFFICIAL));
	if (d->known.n)
		qsort(d->known.at, d->known.n, sizeof *d->known.at, by_bytes);
}

static bool is_known(const struct disguise *d, struct str word)
{
	return bsearch(&word, d->known.at, d->known.n, sizeof word, by_bytes) != NULL;
}

static int gender(struct str civilite)
{
	struct arena a;
	arena_init(&a, 64 * KIB);
	struct str c = fold_text(&a, str_part(civilite, 0, 64));
	int g = str_starts(c, STR("mme")) || str_starts(c, STR("mad")) || str_starts(c, STR("mesd")) || str_starts(c, STR("mlle")) ? 2
		: c.n ? 1 : 0;
	arena_done(&a);
	return g;
}

/* From the first word in capitals on; all of the name when there is none. */
static struct str surname(struct str nom)
{
	struct str word;
	for (size_t at = 0; next_word(nom, &at, &word);) {
		uint32_t first, second;
		size_t n = utf8_next(word, 0, &first);
		if (n < word.n && utf8_next(word, n, &second) && cp_is_upper(first) && cp_is_upper(second))
			return str_part(nom, (size_t)(word.p - nom.p), nom.n);
	}
	return nom;
}

static void offer(struct disguise *d, const struct person *p)
{
	if (!p->nom.n || !p->civilite.n)
		return;
	for (size_t i = 0; i < d->pool.n; i++)
		if (str_eq(surname(d->pool.at[i].nom), surname(p->nom)))
			return;
	*ARENA_PUSH(d->a, &d->pool) = (struct person){ .nom = arena_dup(d->a, p->nom), .civilite = arena_dup(d->a, p->civilite),
							.cle = arena_dup(d->a, p->cle) };
}

void disguise_offer(struct disguise *d, const struct reading *sample)
{
	const struct field *lists[] = { &sample->presents, &sample->pouvoirs, &sample->absents };
	for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
		for (size_t i = 0; i < lists[k]->n; i++)
			offer(d, &lists[k]->items[i].qui);
}

static bool is_taken(const struct disguise *d, const struct person *p)
{
	for (size_t i = 0; i < d->invented.n; i++)
		if (str_eq(d->invented.at[i].nom, p->nom))
			return true;
	return false;
}

/* Of the same civility first, then anybody. */
static const struct person *somebody(const struct disguise *d, int g)
{
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < d->pool.n; i++)
			if ((pass || !g || gender(d->pool.at[i].civilite) == g) && !is_taken(d, &d->pool.at[i]))
				return &d->pool.at[i];
	return NULL;
}

static bool is_paired(const struct disguise *d, const struct person *p)
{
	for (size_t i = 0; i < d->real.n; i++)
		if (str_eq(d->real.at[i].cle, p->cle))
			return true;
	return false;
}

static void pair(struct disguise *d, const struct person *real, const struct person *who)
{
	if (is_paired(d, real) || is_taken(d, who))
		return;
	*ARENA_PUSH(d->a, &d->real) = *real;
	*ARENA_PUSH(d->a, &d->invented) =
		(struct person){ .nom = arena_dup(d->a, who->nom), .civilite = arena_dup(d->a, who->civilite), .cle = arena_dup(d->a, who->cle) };
}

void disguise_as(struct disguise *d, const struct field *act, const struct field *sample)
{
	for (size_t i = 0; i < act->n && i < sample->n; i++) {
		pair(d, &act->items[i].qui, &sample->items[i].qui);
		if (act->items[i].porteur.cle.n && sample->items[i].porteur.cle.n)
			pair(d, &act->items[i].porteur, &sample->items[i].porteur);
	}
}

static const struct person *of_name(const struct field *list, struct str nom)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->items[i].qui.nom, nom))
			return &list->items[i].qui;
	return NULL;
}

void disguise_chair(struct disguise *d, const struct reading *sample)
{
	const struct person *real = of_name(&d->act->presents, d->act->president.texte);
	const struct person *who = of_name(&sample->presents, sample->president.texte);
	if (!real && d->act->presents.n)
		real = &d->act->presents.items[0].qui;
	if (real && who)
		pair(d, real, who);
}

const struct person *disguise_person(struct disguise *d, const struct person *p)
{
	for (size_t i = 0; i < d->real.n; i++)
		if (str_eq(d->real.at[i].cle, p->cle))
			return &d->invented.at[i];
	int g = gender(p->civilite);
	const struct person *who = somebody(d, g);
	if (!who)
		return NULL;
	*ARENA_PUSH(d->a, &d->real) = *p;
	struct person *made = ARENA_PUSH(d->a, &d->invented);
	*made = *who;
	made->civilite = (g ? g : gender(who->civilite)) == 2 ? STR("Mme") : STR("M.");
	return made;
}

static bool is_boundary(struct str s, size_t at)
{
	uint32_t cp;
	return at >= s.n || !utf8_next(s, at, &cp) || !cp_is_letter(cp);
}

static bool ends_word(struct str s, size_t at)
{
	size_t back = at;
	while (back > 0 && ((unsigned char)s.p[back - 1] & 0xC0) == 0x80)
		back--;
	return at == 0 || is_boundary(s, back - 1);
}

static struct str replaced(struct arena *a, struct str s, struct str from, struct str to)
{
	struct buf b;
	size_t at = 0, found;
	if (!from.n || str_find(s, from, 0) == STR_NONE)
		return s;
	buf_init(&b, 2 * LIMIT_SAMPLE_BYTES);
	while ((found = str_find(s, from, at)) != STR_NONE) {
		bool whole = ends_word(s, found) && is_boundary(s, found + from.n);
		buf_str(&b, str_part(s, at, found));
		buf_str(&b, whole ? to : from);
		at = found + from.n;
	}
	buf_str(&b, str_part(s, at, s.n));
	struct str done = arena_dup(a, buf_view(&b));
	buf_done(&b);
	return done;
}

/* Whoever the lists of the act name gets another name as soon as his own is met. */
static void meet(struct disguise *d, struct str s)
{
	const struct field *lists[] = { &d->act->presents, &d->act->pouvoirs, &d->act->absents, &d->act->secretaires };
	for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
		for (size_t i = 0; i < lists[k]->n; i++) {
			const struct item *it = &lists[k]->items[i];
			if (it->qui.nom.n && str_find(s, surname(it->qui.nom), 0) != STR_NONE)
				(void)disguise_person(d, &it->qui);
			if (it->porteur.nom.n && str_find(s, surname(it->porteur.nom), 0) != STR_NONE)
				(void)disguise_person(d, &it->porteur);
		}
}

/* Whole names first: a surname may be part of another's. Through a mark no text holds, so that no name is renamed twice. */
static struct str rename_people(struct disguise *d, struct str s)
{
	meet(d, s);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < d->real.n; i++) {
			struct str nom = d->real.at[i].nom;
			s = replaced(d->a, s, pass ? surname(nom) : nom, arena_printf(d->a, "\x01%d:%zu\x02", pass, i));
		}
	for (size_t i = 0; i < d->real.n; i++) {
		struct str nom = d->invented.at[i].nom;
		s = replaced(d->a, s, arena_printf(d->a, "\x01" "0:%zu\x02", i), nom);
		s = replaced(d->a, s, arena_printf(d->a, "\x01" "1:%zu\x02", i), surname(nom));
	}
	return s;
}

static const char *const INVENTED[] = { "Verdurel", "Langeverne", "Vaucroze", "Auzelle", "Mesnard", "Aubrac", "Mirebois", "Lorne" };
static const char *const INVENTED_UPPER[] = { "VERDUREL", "LANGEVERNE", "VAUCROZE", "AUZELLE", "MESNARD", "AUBRAC", "MIREBOIS", "LORNE" };
#define INVENTED_N (sizeof INVENTED / sizeof *INVENTED)

static struct str invented_word(struct disguise *d, struct str word, bool upper)
{
	for (size_t i = 0; i < d->words.n; i++)
		if (str_eq(d->words.at[i].from, word))
			return d->words.at[i].to;
	struct alias *w = ARENA_PUSH(d->a, &d->words);
	const char *to = upper ? INVENTED_UPPER[(d->words.n - 1) % INVENTED_N] : INVENTED[(d->words.n - 1) % INVENTED_N];
	*w = (struct alias){ arena_dup(d->a, word), str_c(to) };
	return w->to;
}

enum capitals { NO_CAPITAL, FIRST_CAPITAL, ALL_CAPITALS };
static enum capitals capitals_of(struct str word)
{
	size_t n, upper = 0, all = 0;
	uint32_t cp;
	for (size_t at = 0; (n = utf8_next(word, at, &cp)) > 0; at += n, all++)
		upper += cp_is_upper(cp);
	return upper == 0 ? NO_CAPITAL : upper == all && all > 1 ? ALL_CAPITALS : FIRST_CAPITAL;
}

/* "Considérant" behind nothing, or behind a stop that is not a civility's: it is known as "considérant" too. */
static bool known_in_small(const struct disguise *d, struct str s, struct str word)
{
	char room[FOLD_ROOM(64)], other[FOLD_ROOM(64)];
	size_t before = (size_t)(word.p - s.p);
	while (before > 0 && (s.p[before - 1] == ' ' || s.p[before - 1] == '\n'))
		before--;
	bool opens = before == 0 || (strchr(";:!?-", s.p[before - 1]) != NULL) ||
		     (s.p[before - 1] == '.' && before > 4 && s.p[before - 2] != 'M' && s.p[before - 3] != ' ');
	if (!opens || word.n > 64)
		return false;
	struct str folded = fold_into(room, word);
	for (size_t i = 0; i < d->known.n; i++)
		if (d->known.at[i].n <= 64 && capitals_of(d->known.at[i]) == NO_CAPITAL && str_eq(fold_into(other, d->known.at[i]), folded))
			return true;
	return false;
}

static bool is_roman(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!strchr("IVXLCDM", word.p[i]))
			return false;
	return true;
}

static bool is_name(const struct disguise *d, struct str s, struct str word)
{
	enum capitals c = capitals_of(word);
	return c != NO_CAPITAL && utf8_count(word) > 1 && !is_roman(word) && !is_known(d, word) &&
	       !(c == FIRST_CAPITAL && known_in_small(d, s, word));
}

static struct str mask_words(struct disguise *d, struct str s)
{
	struct buf b;
	struct str word;
	size_t from = 0;
	buf_init(&b, 2 * LIMIT_SAMPLE_BYTES);
	for (size_t at = 0; next_word(s, &at, &word);) {
		if (!is_name(d, s, word))
			continue;
		buf_str(&b, str_part(s, from, (size_t)(word.p - s.p)));
		buf_str(&b, invented_word(d, word, capitals_of(word) == ALL_CAPITALS));
		from = at;
	}
	buf_str(&b, str_part(s, from, s.n));
	struct str done = arena_dup(d->a, buf_view(&b));
	buf_done(&b);
	return done;
}

static bool may_be_lent(struct str s)
{
	size_t run = 0;
	uint32_t cp;
	for (size_t at = 0, n; (n = utf8_next(s, at, &cp)) > 0; at += n) {
		bool gap = run && (cp == ' ' || cp == '.' || cp == '-');
		run = is_figure(cp) ? run + 1 : gap ? run : 0;
		if (cp == '@' || run > DIGITS_MAX || cp < ' ' || cp_is_unseen(cp) || (cp == 0xFFFD && n == 1))
			return false;
	}
	return s.n > 0;
}

struct str disguise_text(struct disguise *d, struct str s)
{
	struct str line = squeeze(d->a, s);
	if (!may_be_lent(line))
		return STR("");
	return mask_words(d, rename_people(d, line));
}

static bool is_civility_word(struct str word)
{
	static const char *const words[] = { "M.", "MM.", "Mme", "Mmes", "Mlle", "Monsieur", "Madame", "Messieurs", "Mesdames", "(M.", "(Mme", NULL };
	return str_position(word, words) >= 0;
}

struct str message_plain(struct arena *a, struct str message)
{
	struct str s = squeeze(a, message), rest = s;
	struct buf b;
	size_t colon = str_find(s, STR(" : "), 0);
	if (str_starts(s, STR("vote ")) && colon != STR_NONE && colon < 9)
		rest = str_part(s, colon + 3, s.n);
	buf_init(&b, 4 * KIB);
	for (size_t at = 0; at < rest.n;) {
		size_t space = str_find(rest, STR(" "), at), end = space == STR_NONE ? rest.n : space;
		struct str word = str_part(rest, at, end);
		if (!is_civility_word(word)) {
			buf_str(&b, word);
			buf_char(&b, ' ');
		}
		at = end + 1;
	}
	struct str done = arena_dup(a, buf_view(&b));
	buf_done(&b);
	return done;
}

struct str disguise_message(struct disguise *d, struct str message)
{
	return mask_words(d, rename_people(d, squeeze(d->a, message)));
}
