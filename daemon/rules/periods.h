/* SPDX-License-Identifier: EUPL-1.2 */
/* Dated values as they stand in YAML, for params.c and roster.c: a list of periods that touch, and the files of a
 * directory. */
#ifndef SCRUTATEUR_PERIODS_H
#define SCRUTATEUR_PERIODS_H

#include "hash.h"
#include "params.h"
#include "yamltree.h"

struct periods {
	struct param_value *at;
	size_t n;
};
/* `numbers_only`: a value must be a whole number. Errors at the period that is wrong. */
bool periods_read(struct arena *a, const struct yaml_node *list, const char *file, bool numbers_only,
		  struct periods *ret, struct err *e);
const struct param_value *periods_at(const struct periods *p, struct date day);

struct yaml_file {
	const char *path;  /* as opened, for errors */
	struct str stem;   /* name without .yaml */
	const struct yaml_node *root;
};
/* Every *.yaml of the directory in order of names, parsed; names that begin with a dot are left out. All of them
 * go into *h. */
bool yamldir_files(struct arena *a, const char *dir, struct yaml_file **ret, size_t *ret_n, struct hash *h,
		   struct err *e);
/* Names in `dir` that end with `suffix`, sorted, without those that begin with a dot. */
bool yamldir_names(struct arena *a, const char *dir, const char *suffix, struct str **ret, size_t *ret_n,
		   struct err *e);
/* A whole file into the arena, as one found in a directory: a link is not followed. */
bool yamldir_text(struct arena *a, const char *path, size_t max, struct str *ret, struct err *e);
/* Of a file of references. ERR_VALUE: not one byte, which is what a save leaves that was cut off. `named`: by the
 * configuration, whose author may name a link. */
bool yamldir_reference(struct arena *a, const char *path, bool named, struct str *ret, struct err *e);
/* A scalar that is neither null nor empty; `what` names it in the error. */
bool periods_text(const struct yaml_node *map, const char *key, const char *file, struct str *ret, struct err *e);

#endif
