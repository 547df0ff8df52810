/* SPDX-License-Identifier: EUPL-1.2 */
/* Periods must touch: the day after `au` is the next `du`. A hole would be a day on which a rule silently says
 * nothing, so it has to be declared with `a_verifier: oui`. The first may begin, and the last may end, at no date. */
#include "periods.h"

static bool read_day(const struct yaml_node *map, const char *key, const char *file, struct date *ret, struct err *e)
{
	const struct yaml_node *n = yaml_get(map, key);
	*ret = (struct date){ 0, 0, 0 };
	if (!n || yaml_is_null(n))
		return true;
	if (n->kind == YAML_SCALAR && date_misses(n->text))
		return err_at(e, ERR_VALUE, file, n->line, n->col, "« %s » : %.*s, ce jour n'existe pas dans le calendrier", key, STR_ARG(n->text));
	if (n->kind != YAML_SCALAR || !date_parse(n->text, ret))
		return err_at(e, ERR_VALUE, file, n->line, n->col, "« %s » attend une date AAAA-MM-JJ ou null", key);
	return true;
}

bool periods_text(const struct yaml_node *map, const char *key, const char *file, struct str *ret, struct err *e)
{
	const struct yaml_node *n = yaml_get(map, key);
	if (!n)
		return err_at(e, ERR_VALUE, file, map->line, map->col, "il manque « %s »", key);
	if (n->kind != YAML_SCALAR || yaml_is_null(n) || !str_trim(n->text).n)
		return err_at(e, ERR_VALUE, file, n->line, n->col, "« %s » attend un texte", key);
	*ret = n->text;
	return true;
}

/* A word goes into records as JSON between quotes, as it is. */
static bool is_plain_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '"' || s.p[i] == '\\' || (unsigned char)s.p[i] < 0x20)
			return false;
	return s.n > 0 && s.n <= 120;
}

static bool read_value(const struct yaml_node *map, const char *file, bool numbers_only, struct param_value *v,
		       struct err *e)
{
	const struct yaml_node *n = yaml_get(map, "valeur"), *doubt = yaml_get(map, "a_verifier");
	if (doubt && !yaml_bool(doubt, file, &v->a_verifier, e))
		return false;
	if (v->a_verifier && n)
		return err_at(e, ERR_VALUE, file, n->line, n->col, "« valeur » et « a_verifier: oui » s'excluent");
	if (v->a_verifier)
		return true;
	if (!n)
		return err_at(e, ERR_VALUE, file, map->line, map->col, "il manque « valeur » (ou « a_verifier: oui »)");
	if (n->kind != YAML_SCALAR || yaml_is_null(n))
		return err_at(e, ERR_VALUE, file, n->line, n->col, "« valeur » attend un nombre entier ou un mot");
	v->is_number = !n->quoted && str_int(n->text, &v->nombre);
	if (numbers_only && (!v->is_number || v->nombre < 1))
		return err_at(e, ERR_VALUE, file, n->line, n->col, "« valeur » attend un nombre entier d'au moins 1%s",
			      v->is_number ? "" : yaml_number_hint(n));
	if (!v->is_number && !is_plain_word(n->text))
		return err_at(e, ERR_VALUE, file, n->line, n->col,
			      "« valeur » attend un nombre entier ou un mot sans guillemets");
	v->texte = v->is_number ? STR("") : n->text;
	return true;
}

static bool read_period(const struct yaml_node *map, const char *file, bool numbers_only, struct param_value *v,
			struct err *e)
{
	static const char *const known[] = { "du",         "au",          "valeur", "a_verifier", "source",
					     "verifie_le", "verifie_par", "note",   "url",        NULL };
	if (map->kind != YAML_MAP)
		return err_at(e, ERR_VALUE, file, map->line, map->col,
			      "une période s'écrit { du: …, au: …, valeur: …, source: … }");
	if (!yaml_only(map, file, known, e) || !read_day(map, "du", file, &v->du, e) ||
	    !read_day(map, "au", file, &v->au, e) || !read_day(map, "verifie_le", file, &v->verifie_le, e) ||
	    !read_value(map, file, numbers_only, v, e) || !periods_text(map, "source", file, &v->source, e))
		return false;
	if (v->du.year && v->au.year && date_cmp(v->au, v->du) < 0)
		return err_at(e, ERR_VALUE, file, map->line, map->col, "« au » est avant « du »");
	return true;
}

static bool follows(const struct param_value *before, const struct param_value *v, const struct yaml_node *at,
		    const char *file, struct err *e)
{
	char end[DATE_TEXT], start[DATE_TEXT];
	if (!before->au.year)
		return err_at(e, ERR_VALUE, file, at->line, at->col,
			      "la période précédente n'a pas de fin (« au ») : seule la dernière peut rester ouverte");
	if (!v->du.year)
		return err_at(e, ERR_VALUE, file, at->line, at->col,
			      "il manque « du » : seule la première période peut rester ouverte");
	int64_t gap = date_days(v->du) - date_days(before->au);
	date_text(before->au, end);
	date_text(v->du, start);
	if (gap < 1)
		return err_at(e, ERR_VALUE, file, at->line, at->col,
			      "périodes qui se chevauchent : la précédente va jusqu'au %s, celle-ci part du %s", end,
			      start);
	if (gap > 1)
		return err_at(
			e, ERR_VALUE, file, at->line, at->col,
			"trou non déclaré entre le %s et le %s : ajoutez une période (« a_verifier: oui » dans le doute)",
			end, start);
	return true;
}

bool periods_read(struct arena *a, const struct yaml_node *list, const char *file, bool numbers_only,
		  struct periods *ret, struct err *e)
{
	struct { struct param_value *at; size_t n, cap; } l = { 0 };
	if (list->kind != YAML_LIST || !list->first)
		return err_at(e, ERR_VALUE, file, list->line, list->col, "une liste de périodes est attendue");
	for (const struct yaml_node *n = list->first; n; n = n->next) {
		struct param_value *v = ARENA_PUSH(a, &l);
		if (!read_period(n, file, numbers_only, v, e) || (l.n > 1 && !follows(v - 1, v, n, file, e)))
			return false;
	}
	*ret = (struct periods){ l.at, l.n };
	return true;
}

const struct param_value *periods_at(const struct periods *p, struct date day)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct param_value *v = &p->at[i];
		if ((!v->du.year || date_cmp(v->du, day) <= 0) && (!v->au.year || date_cmp(day, v->au) <= 0))
			return v;
	}
	return NULL;
}
