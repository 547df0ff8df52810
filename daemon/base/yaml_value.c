/* SPDX-License-Identifier: EUPL-1.2 */
/* Questions asked to a YAML tree: children, typed values, known keys. The words are French and few: `oui` and `non`,
 * not the eleven spellings of a boolean that YAML 1.1 takes.
 */
#include "yamltree.h"

#include <inttypes.h>
#include <stdio.h>

/* "« enfants » : " for a value that stands under a key, so that the message can be read without the file. */
#define UNDER_KEY "%s%.*s%s"
#define UNDER_KEY_ARG(n) (n)->key.n ? "« " : "", STR_ARG(str_part((n)->key, 0, 80)), (n)->key.n ? " » : " : ""

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
	struct str k = str_c(key);
	for (const struct yaml_node *c = map && map->kind == YAML_MAP ? map->first : NULL; c; c = c->next)
		if (str_eq(c->key, k))
			return c;
	return NULL;
}

bool yaml_is_null(const struct yaml_node *n)
{
	return n->kind == YAML_SCALAR && !n->quoted &&
	       (n->text.n == 0 || str_eq(n->text, STR("~")) || str_eq(n->text, STR("null")));
}

static bool is_plain(const struct yaml_node *n, struct str word)
{
	return n->kind == YAML_SCALAR && !n->quoted && str_eq(n->text, word);
}

const char *yaml_number_hint(const struct yaml_node *n)
{
	const bool digit = n->kind == YAML_SCALAR && n->text.n > 0 && is_figure(n->text.p[0]);
	int64_t v;
	if (!digit)
		return "";
	return n->quoted && str_int(n->text, &v) ? ", sans guillemets" : ", qui s'écrit sans espace, virgule ni unité (15000)";
}

bool yaml_bool(const struct yaml_node *n, const char *file, bool *ret, struct err *e)
{
	bool yes = is_plain(n, STR("oui"));
	if (!yes && !is_plain(n, STR("non")))
		return err_at(e, ERR_VALUE, file, n->line, n->col, UNDER_KEY "« oui » ou « non » attendu, sans guillemets", UNDER_KEY_ARG(n));
	*ret = yes;
	return true;
}

bool yaml_int(const struct yaml_node *n, const char *file, int64_t min, int64_t max, int64_t *ret, struct err *e)
{
	int64_t v;
	if (n->kind != YAML_SCALAR || n->quoted || !str_int(n->text, &v))
		return err_at(e, ERR_VALUE, file, n->line, n->col, UNDER_KEY "nombre entier attendu%s", UNDER_KEY_ARG(n), yaml_number_hint(n));
	if (v < min || v > max)
		return err_at(e, ERR_VALUE, file, n->line, n->col,
			      UNDER_KEY "%" PRId64 " n'est pas entre %" PRId64 " et %" PRId64, UNDER_KEY_ARG(n), v, min, max);
	*ret = v;
	return true;
}

bool yaml_only(const struct yaml_node *map, const char *file, const char *const *known, struct err *e)
{
	if (map->kind != YAML_MAP)
		return err_at(e, ERR_VALUE, file, map->line, map->col, "des clés sont attendues, une par ligne");
	for (const struct yaml_node *c = map->first; c; c = c->next) {
		size_t i = 0;
		while (known[i] && !str_eq(c->key, str_c(known[i])))
			i++;
		if (known[i])
			continue;
		char hint[WORD_HINT];
		int64_t number;
		struct str shown = str_part(c->key, 0, 80);
		if (yaml_is_null(c) && str_int(c->key, &number))
			return err_at(e, ERR_VALUE, file, c->key_line, c->key_col,
				      "« %.*s » vient après une virgule : un nombre s'écrit sans virgule, espace ni unité (15000)", STR_ARG(shown));
		return err_at(e, ERR_VALUE, file, c->key_line, c->key_col, "clé inconnue « %.*s »%s", STR_ARG(shown),
			      word_hint(c->key, known, hint));
	}
	return true;
}

/* Longer words are no typing error of ours. */
#define WORD_MAX 64

static size_t least(size_t a, size_t b, size_t c)
{
	size_t ab = a < b ? a : b;
	return ab < c ? ab : c;
}

/* Edits that turn a into b, where two neighbours changed round are one edit (optimal string alignment). */
static size_t distance(struct str a, struct str b)
{
	size_t rows[3][WORD_MAX + 1];
	size_t *before = rows[0], *last = rows[1], *now = rows[2];
	for (size_t j = 0; j <= b.n; j++)
		last[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		now[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t change = a.p[i - 1] != b.p[j - 1];
			now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + change);
			bool swapped = i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1];
			if (swapped && before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
		}
		size_t *free_row = before;
		before = last;
		last = now;
		now = free_row;
	}
	return last[b.n];
}

/* A with its capitals made small is b. */
static bool same_but_capitals(struct str a, struct str b)
{
	for (size_t i = 0; i < a.n && i < b.n; i++) {
		const char x = a.p[i] >= 'A' && a.p[i] <= 'Z' ? (char)(a.p[i] + 32) : a.p[i];
		if (x != b.p[i])
			return false;
	}
	return a.n == b.n;
}

#define BEGINNING_MIN 4 /* letters that make a beginning worth completing */
const char *nearest_word(struct str word, const char *const *known)
{
	const char *best = NULL;
	size_t best_distance = word.n / 2 + 1;
	if (word.n == 0 || word.n > WORD_MAX)
		return NULL;
	for (size_t i = 0; known[i]; i++)
		if (same_but_capitals(word, str_c(known[i])))
			return known[i];
	for (size_t i = 0; known[i] && word.n >= BEGINNING_MIN; i++)
		if (str_starts(str_c(known[i]), word) && known[i][word.n] == '_')
			return known[i];
	for (size_t i = 0; known[i]; i++) {
		struct str k = str_c(known[i]);
		size_t d = k.n <= WORD_MAX ? distance(word, k) : best_distance;
		if (d < best_distance) {
			best = known[i];
			best_distance = d;
		}
	}
	return best;
}

const char *word_hint(struct str word, const char *const *known, char out[WORD_HINT])
{
	const char *near = nearest_word(word, known);

	out[0] = '\0';
	if (near)
		(void)snprintf(out, WORD_HINT, " ; vouliez-vous « %.64s » ?", near);
	return out;
}
