/* SPDX-License-Identifier: EUPL-1.2 */
/* The sample of an essai with its words changed; when it cannot be made, what its author needs to make it. */
#include "escape.h"
#include "fold.h"
#include "passages.h"
#include "ruleset_priv.h"
#include "yamltree.h"

#define SHOWN 160

unsigned essai_occurrences(struct str text, struct str what)
{
	unsigned n = 0;
	for (size_t i = str_find(text, what, 0); i != STR_NONE; i = str_find(text, what, i + 1))
		n++;
	return n;
}

struct str essai_replaced(struct arena *a, struct str text, const struct replacement *r)
{
	struct buf b;
	buf_init(&b, 4 * LIMIT_SAMPLE_BYTES);
	size_t from = 0, at;
	while ((at = str_find(text, r->ancien, from)) != STR_NONE) {
		buf_str(&b, str_part(text, from, at));
		buf_str(&b, r->nouveau);
		from = at + r->ancien.n;
	}
	buf_str(&b, str_part(text, from, text.n));
	struct str done = arena_dup(a, buf_view(&b));
	buf_done(&b);
	return done;
}

static void say_no_sample(const struct stock *st, struct arena *a, struct str name, struct buf *out)
{
	const char **known = ARENA_ARRAY(a, st->samples_n + 1, const char *);
	struct str stem = str_after_last(name, '/');
	stem = str_ends(stem, STR(".txt")) ? str_part(stem, 0, stem.n - 4) : stem;
	for (size_t i = 0; i < st->samples_n; i++)
		known[i] = arena_dup(a, st->samples[i].nom).p;
	known[st->samples_n] = NULL;
	const char *near = nearest_word(stem, known);
	const struct sample *s = sample_named(st, name);
	if (s && s->refus)
		buf_printf(out, "exemple « %.*s » : %s/%.*s.txt : %s", STR_ARG(name), st->regles, STR_ARG(name), s->refus);
	else if (str_position(stem, known) >= 0)
		buf_printf(out, "exemple « %.*s » : écrivez « %.*s », sans dossier ni .txt", STR_ARG(name), STR_ARG(stem));
	else if (near)
		buf_printf(out, "exemple « %.*s » introuvable dans %s et dans %s ; vouliez-vous « %s » ?", STR_ARG(name), st->samples_dir, st->regles, near);
	else
		buf_printf(out, "exemple « %.*s » introuvable dans %s et dans %s", STR_ARG(name), st->samples_dir, st->regles);
}

/* The words as the text has them, but for case, accents, spaces and the shape of its marks; empty when it has not. */
static struct str written_there(struct arena *a, struct str text, struct str words)
{
	struct str folded = fold_text(a, words);
	struct folded f = folded_of(a, text);
	size_t at = folded.n ? str_find(f.text, folded, 0) : STR_NONE;
	if (at == STR_NONE)
		return STR("");
	return str_trim(str_part(text, folded_to_bytes(&f, text, at), folded_to_bytes(&f, text, at + folded.n)));
}

/* What the eye does not see, of the first character that differs. */
static const char *difference(struct str typed, struct str written)
{
	uint32_t x = 0, y = 0;
	size_t i = 0, j = 0, n, m;
	while ((n = utf8_next(typed, i, &x)) > 0 && (m = utf8_next(written, j, &y)) > 0 && x == y) {
		i += n;
		j += m;
	}
	if (y == '\n' || x == '\n')
		return " (une fin de ligne s'écrit \\n)";
	if (y == 0xA0 || y == 0x202F || x == 0xA0 || x == 0x202F)
		return " (une espace est insécable)";
	if (cp_is_space(x) || cp_is_space(y))
		return " (le nombre d'espaces compte)";
	if (x == '\'' || y == '\'')
		return " (l'apostrophe n'est pas la même)";
	return x == '-' || y == '-' ? " (le tiret n'est pas le même)" : "";
}

static bool holds(const struct sample *s, struct str words)
{
	bool found = str_find(s->text, words, 0) != STR_NONE;
	for (size_t i = 0; i < s->sides_n; i++)
		found = found || str_find(s->sides[i].raw, words, 0) != STR_NONE;
	return found;
}

static void say_not_there(struct arena *a, const struct sample *whole, const struct sample *now, const struct replacement *r, struct buf *out)
{
	struct str shown = escape_line(a, r->ancien, SHOWN), there = written_there(a, now->text, r->ancien);
	buf_printf(out, "texte à remplacer introuvable dans l'exemple %.*s : « %.*s »", STR_ARG(whole->nom), STR_ARG(shown));
	if (holds(whole, r->ancien)) {
		buf_c(out, " ; un remplacement écrit plus haut l'a déjà changé");
	} else if (there.n) {
		struct str as_is = escape_line(a, there, SHOWN);
		buf_printf(out, " ; l'acte écrit « %.*s »%s", STR_ARG(as_is), difference(str_trim(r->ancien), there));
	} else {
		buf_c(out, " ; copiez les mots de cet acte, tels quels");
	}
}

/* Where the words to replace stand: in the act, else in one of its side files. NULL: `out` says what is wrong. */
static struct str *place_of(struct arena *a, const struct sample *whole, struct sample *now, const struct replacement *r, struct buf *out)
{
	struct str *place = &now->text;
	unsigned n = essai_occurrences(now->text, r->ancien);
	for (size_t i = 0; n == 0 && i < now->sides_n; i++) {
		place = &now->sides[i].raw;
		n = essai_occurrences(*place, r->ancien);
	}
	struct str shown = escape_line(a, r->ancien, SHOWN);
	if (n == 0)
		say_not_there(a, whole, now, r, out);
	else if (n > 1 && !r->tous)
		buf_printf(out, "texte à remplacer présent %u fois : « %.*s » ; ajoutez-lui les mots voisins, ou écrivez tous = oui pour les changer tous",
			   n, STR_ARG(shown));
	return n == 0 || (n > 1 && !r->tous) ? NULL : place;
}

bool sample_with_changes(const struct stock *st, const struct rule *rule, const struct essai *es, struct arena *a,
			 struct sample *ret, struct buf *out)
{
	struct str name = es->document.n ? es->document : rule->exemple;
	const struct sample *whole = sample_named(st, name);
	if (!whole || whole->refus) {
		say_no_sample(st, a, name, out);
		return false;
	}
	*ret = *whole;
	for (size_t i = 0; i < es->remplacer_n; i++) {
		struct str *place = place_of(a, whole, ret, &es->remplacer[i], out);
		if (!place)
			return false;
		*place = essai_replaced(a, *place, &es->remplacer[i]);
	}
	return true;
}
