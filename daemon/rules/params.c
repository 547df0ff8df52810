/* SPDX-License-Identifier: EUPL-1.2 */
/* conf/parametres: a few dozen names, looked up a few times per document: a sorted-free linear list is enough and
 * keeps file order. */
#include <stdio.h>
#include "bounds.h"
#include "eval.h"
#include "fold.h"
#include "periods.h"

struct param {
	struct str name, libelle, note;
	const char *file;
	unsigned line;
	struct periods periods;
};
struct params {
	const char *dir;
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
		if (!((s.p[i] >= 'a' && s.p[i] <= 'z') || is_figure(s.p[i]) || s.p[i] == '_' ||
		      s.p[i] == '.'))
			return false;
	return true;
}

/* What the values of a parameter may be: a value that no rule understands would be read as some other one. */
struct admitted {
	const struct yaml_node *words; /* `admis: [moitie, tiers]` */
	bool days;                     /* `admis: date` */
	int64_t from, to;              /* `entre: [1, 5]` */
};

static bool read_range(const struct yaml_node *n, const char *file, struct admitted *ret, struct err *e)
{
	const struct yaml_node *from = n->kind == YAML_LIST ? n->first : NULL, *to = from ? from->next : NULL;
	if (!to || to->next || !str_int(from->text, &ret->from) || !str_int(to->text, &ret->to) || ret->from > ret->to)
		return err_at(e, ERR_VALUE, file, n->line, n->col,
			      "« entre » attend deux nombres entiers, du plus petit au plus grand : [1, 5]");
	return true;
}

static bool read_admitted(const struct yaml_node *param, const char *file, struct admitted *ret, struct err *e)
{
	const struct yaml_node *words = yaml_get(param, "admis"), *range = yaml_get(param, "entre");
	if (!words == !range)
		return err_at(e, ERR_VALUE, file, param->key_line, param->key_col,
			      "« %.*s » : donnez les valeurs permises, par « admis: [mot, mot] » ou « entre: [1, 5] »",
			      STR_ARG(param->key));
	if (range)
		return read_range(range, file, ret, e);
	ret->days = words->kind == YAML_SCALAR && str_eq(words->text, STR("date"));
	ret->words = words->kind == YAML_LIST ? words : NULL;
	if (ret->days || (ret->words && words->first))
		return true;
	return err_at(e, ERR_VALUE, file, words->line, words->col, "« admis » attend une liste [mot, mot], ou « date »");
}

static bool refuse_word(struct arena *a, const struct yaml_node *v, const char *file, const struct yaml_node *words,
			struct err *e)
{
	struct str list = STR("");
	for (const struct yaml_node *w = words->first; w; w = w->next)
		list = arena_printf(a, "%.*s%s%.*s", STR_ARG(list), list.n ? ", " : "", STR_ARG(w->text));
	return err_at(e, ERR_VALUE, file, v->line, v->col, "« valeur » ne peut être « %.*s » ; valeurs permises : %.*s",
		      STR_ARG(v->text), STR_ARG(list));
}

static bool check_value(struct arena *a, const struct yaml_node *v, const char *file, const struct admitted *ad,
			struct err *e)
{
	struct date day;
	int64_t number;
	if (ad->days && date_misses(v->text))
		return err_at(e, ERR_VALUE, file, v->line, v->col, "« valeur » : %.*s, ce jour n'existe pas dans le calendrier", STR_ARG(v->text));
	if (ad->days)
		return date_parse(v->text, &day) || err_at(e, ERR_VALUE, file, v->line, v->col,
							   "« valeur » attend une date \"AAAA-MM-JJ\"");
	if (!ad->words)
		return (!v->quoted && str_int(v->text, &number) && number >= ad->from && number <= ad->to) ||
		       err_at(e, ERR_VALUE, file, v->line, v->col, "« valeur » attend un nombre entier de %lld à %lld%s",
			      (long long)ad->from, (long long)ad->to, yaml_number_hint(v));
	for (const struct yaml_node *w = ad->words->first; w; w = w->next)
		if (w->kind == YAML_SCALAR && str_eq(w->text, v->text))
			return true;
	return refuse_word(a, v, file, ad->words, e);
}

static bool check_values(struct arena *a, const struct yaml_node *param, const char *file, struct err *e)
{
	struct admitted ad = { .words = NULL };
	if (!read_admitted(param, file, &ad, e))
		return false;
	for (const struct yaml_node *n = yaml_get(param, "valeurs")->first; n; n = n->next) {
		const struct yaml_node *v = yaml_get(n, "valeur");
		if (v && !check_value(a, v, file, &ad, e))
			return false;
	}
	return true;
}

static bool read_param(struct arena *a, const struct yaml_node *n, const char *file, struct params *p, struct err *e)
{
	static const char *const known[] = { "libelle", "admis", "entre", "valeurs", "note", NULL };
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
	const struct yaml_node *note = yaml_get(n, "note");
	struct param param = { .name = n->key, .libelle = libelle, .file = file, .line = n->key_line };
	param.note = note ? note->text : STR("");
	if (!periods_read(a, values, file, false, &param.periods, e) || !check_values(a, n, file, e))
		return false;
	*ARENA_PUSH(a, &p->list) = param;
	return true;
}

bool params_load(struct arena *a, const char *dir, const struct params **ret, struct err *e)
{
	struct params *p = ARENA_NEW(a, struct params);
	p->dir = arena_dup(a, str_c(dir)).p;
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

const char *params_unknown(const struct params *p, struct str name, char out[PARAM_UNKNOWN])
{
	struct arena scratch;
	char hint[WORD_HINT];
	out[0] = '\0';
	if (!p)
		return out;
	arena_init(&scratch, MIB);
	if (setjmp(*arena_trap(&scratch)) == 0) {
		const char **known = ARENA_ARRAY(&scratch, p->list.n + 1, const char *);
		for (size_t i = 0; i < p->list.n; i++)
			known[i] = arena_dup(&scratch, p->list.at[i].name).p;
		known[p->list.n] = NULL;
		(void)snprintf(out, PARAM_UNKNOWN, " dans %.*s%s", STR_ARG(utf8_head(str_c(p->dir), 100)), word_hint(name, known, hint));
	}
	arena_done(&scratch);
	return out;
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

static bool same_value(const struct param_value *x, const struct param_value *y)
{
	return date_cmp(x->du, y->du) == 0 && date_cmp(x->au, y->au) == 0 && x->a_verifier == y->a_verifier && str_eq(x->texte, y->texte) &&
	       x->is_number == y->is_number && x->nombre == y->nombre;
}

static bool same_periods(const struct periods *x, const struct periods *y)
{
	size_t i = 0;

	while (i < x->n && i < y->n && same_value(&x->at[i], &y->at[i]))
		i++;
	return i == x->n && i == y->n;
}

size_t params_changes(const struct params *now, const struct params *before, struct param_change *ret_first)
{
	size_t changes = 0;

	for (size_t i = 0; i < before->list.n; i++) {
		const struct param *was = &before->list.at[i], *is = find(now, was->name), *at = is ? is : was;
		if (is && same_periods(&is->periods, &was->periods))
			continue;
		if (changes++ == 0)
			*ret_first = (struct param_change){ at->name, at->file, at->line, is == NULL };
	}
	return changes;
}

size_t params_count(const struct params *p)
{
	return p->list.n;
}

struct param_doc params_doc(const struct params *p, size_t i)
{
	const struct param *param = &p->list.at[i];
	return (struct param_doc){ param->name, param->libelle, param->note, param->periods.at, param->periods.n };
}

const char *params_sha256(const struct params *p)
{
	return p->sha256;
}
