/* SPDX-License-Identifier: EUPL-1.2 */
/* conf/parametres: a few dozen names, looked up a few times per document: a sorted-free linear list is enough and
 * keeps file order. */
#include <string.h>
#include "eval.h"
#include "periods.h"

struct param {
	struct str name;
	const char *file;
	unsigned line;
	struct periods periods;
};
struct params {
	struct { struct param *at; size_t n, cap; } list;
	char sha256[DIGEST_HEX];
};

static const struct param *find(const struct params *p, struct str name)
{
	for (size_t i = 0; i < p->list.n; i++)
		if (str_eq(p->list.at[i].name, name))
			return &p->list.at[i];
	return NULL;
}

static bool is_param_name(struct str s)
{
	if (!s.n || s.n >= PARAM_NAME_MAX)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '_' ||
		      s.p[i] == '.'))
			return false;
	return true;
}

static bool read_param(struct arena *a, const struct yaml_node *n, const char *file, struct params *p, struct err *e)
{
	static const char *const known[] = { "libelle", "valeurs", "note", NULL };
	const struct param *other = find(p, n->key);
	struct str libelle;
	if (!is_param_name(n->key))
		return err_at(
			e, ERR_VALUE, file, n->key_line, n->key_col,
			"nom de paramètre « %.*s » : minuscules sans accent, chiffres, « _ » et « . », %d au plus",
			STR_ARG(n->key), PARAM_NAME_MAX - 1);
	if (other)
		return err_at(e, ERR_VALUE, file, n->key_line, n->key_col, "« %.*s » est déjà défini (%s:%u)",
			      STR_ARG(n->key), other->file, other->line);
	if (n->kind != YAML_MAP)
		return err_at(e, ERR_VALUE, file, n->line, n->col,
			      "un paramètre s'écrit avec « libelle » et « valeurs »");
	if (!yaml_only(n, file, known, e) || !periods_text(n, "libelle", file, &libelle, e))
		return false;
	const struct yaml_node *values = yaml_get(n, "valeurs");
	if (!values)
		return err_at(e, ERR_VALUE, file, n->line, n->col, "il manque « valeurs »");
	struct param param = { .name = n->key, .file = file, .line = n->key_line };
	if (!periods_read(a, values, file, false, &param.periods, e))
		return false;
	*ARENA_PUSH(a, &p->list) = param;
	return true;
}

bool params_load(struct arena *a, const char *dir, const struct params **ret, struct err *e)
{
	struct params *p = ARENA_NEW(a, struct params);
	struct yaml_file *files;
	struct hash h;
	size_t n;
	hash_init(&h);
	if (!yamldir_files(a, dir, &files, &n, &h, e))
		return false;
	for (size_t i = 0; i < n; i++)
		for (const struct yaml_node *m = files[i].root->first; m; m = m->next)
			if (!read_param(a, m, files[i].path, p, e))
				return false;
	struct digest d = hash_end(&h);
	digest_hex(&d, p->sha256);
	*ret = p;
	return true;
}

bool params_has(const struct params *p, struct str name)
{
	return p && find(p, name);
}

const struct param_value *params_at(const struct params *p, struct str name, struct date day)
{
	const struct param *param = p ? find(p, name) : NULL;
	return param ? periods_at(&param->periods, day) : NULL;
}

const char *params_sha256(const struct params *p)
{
	return p->sha256;
}
