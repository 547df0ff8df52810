/* SPDX-License-Identifier: EUPL-1.2 */
/* YAML files of ours (configuration, parameters, rosters, lexicon) as a small tree with places, by libyaml.
 *
 * Refused, with file:line:column: anchors, aliases, tags, a second document, a duplicate key, a key that is not a plain
 * text, depth above LIMIT_YAML_DEPTH, a file above LIMIT_YAML_BYTES, invalid UTF-8. An empty file is an empty map.
 * All memory is the arena's; texts are views into it.
 */
#ifndef SCRUTATEUR_YAMLTREE_H
#define SCRUTATEUR_YAMLTREE_H

#include "arena.h"
#include "err.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
	enum yaml_kind kind;
	struct str key;   /* the key this node stands under in its map; empty in a list */
	struct str text;  /* scalar: its text */
	bool quoted;      /* scalar written between quotes: a text even when it looks like a number */
	unsigned line, col;         /* of the value, 1-based */
	unsigned last_line;         /* of a scalar */
	unsigned key_line, key_col; /* of the key, when there is one */
	const struct yaml_node *first, *next; /* children; siblings, in file order */
};

bool yaml_parse(struct arena *a, struct str source, const char *file, const struct yaml_node **ret, struct err *e);
/* Read the file `path` and parse it. */
bool yaml_load(struct arena *a, const char *path, const struct yaml_node **ret, struct err *e);
/* The same for a file that the program itself writes: at most `max` bytes. */
bool yaml_load_within(struct arena *a, const char *path, size_t max, const struct yaml_node **ret, struct err *e);
/* Child of a map by key, or NULL (also when `map` is NULL or no map). */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);
/* `null`, `~` or nothing, unquoted. */
bool yaml_is_null(const struct yaml_node *n);
/* oui | non (unquoted); an error names the place. */
bool yaml_bool(const struct yaml_node *n, const char *file, bool *ret, struct err *e);
/* An unquoted whole number in [min, max]. */
bool yaml_int(const struct yaml_node *n, const char *file, int64_t min, int64_t max, int64_t *ret, struct err *e);
/* To end « a whole number is expected » with, of a value that begins like one: "15 000 €", "\"15000\""; else "". */
const char *yaml_number_hint(const struct yaml_node *n);
/* `map` must be a map and every key of it in `known` (NULL-terminated); else an error at the key with the nearest known
 * one. */
bool yaml_only(const struct yaml_node *map, const char *file, const char *const *known, struct err *e);
/* The entry of `known` nearest to `word` by edit distance, or NULL when none is near (distance > 1/2 of its length). */
const char *nearest_word(struct str word, const char *const *known);
/* " ; vouliez-vous « x » ?" of the nearest, to end a message with; "" when none is. Returns `out`. */
#define WORD_HINT 160
const char *word_hint(struct str word, const char *const *known, char out[WORD_HINT]);

#endif
