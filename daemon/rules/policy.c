/* SPDX-License-Identifier: EUPL-1.2 */
/* Every entry is checked for what would make it silently useless: a rule that is none, a day that never comes. Whether an act exists cannot
 * be known here (it may come tomorrow); an exception that nothing met is told of by `scrutateur regles`.
 */
#include "policy.h"

#include <time.h>

#include "bounds.h"
#include "clock.h"
#include "fold.h"
#include "periods.h"

struct loading {
	struct arena *a;
	const char *file;
	const char *const *ids;
	struct { struct policy_rule *at; size_t n, cap; } rules;
	struct { struct exemption *at; size_t n, cap; } exemptions;
	struct err *e;
};

static bool refuse(const struct loading *l, const struct yaml_node *n, const char *why)
{
	return err_at(l->e, ERR_VALUE, l->file, n->line, n->col, "%s", why);
}

static bool check_rule(const struct loading *l, struct str id, unsigned line, unsigned col)
{
	if (str_position(id, l->ids) >= 0)
		return true;
	const char *near = nearest_word(id, l->ids);
	struct str shown = str_part(id, 0, 80);
	if (near)
		return err_at(l->e, ERR_VALUE, l->file, line, col, "règle inconnue « %.*s » ; vouliez-vous « %s » ?", STR_ARG(shown), near);
	return err_at(l->e, ERR_VALUE, l->file, line, col, "règle inconnue « %.*s » (« scrutateur regles » les nomme)", STR_ARG(shown));
}

static struct policy_rule *entry(struct loading *l, struct str id)
{
	for (size_t i = 0; i < l->rules.n; i++)
		if (str_eq(l->rules.at[i].id, id))
			return &l->rules.at[i];
	struct policy_rule *r = ARENA_PUSH(l->a, &l->rules);
	r->id = id;
	return r;
}

static bool load_off(struct loading *l, const struct yaml_node *list)
{
	if (yaml_is_null(list))
		return true;
	if (list->kind != YAML_LIST)
		return refuse(l, list, "« desactiver » attend une liste de règles : [règle, règle]");
	for (const struct yaml_node *n = list->first; n; n = n->next) {
		if (n->kind != YAML_SCALAR)
			return refuse(l, n, "le nom d'une règle est attendu");
		if (!check_rule(l, n->text, n->line, n->col))
			return false;
		struct policy_rule *r = entry(l, n->text);
		if (r->off)
			return refuse(l, n, "cette règle est déjà dans la liste");
		r->off = true;
	}
	return true;
}

static bool load_cap(struct loading *l, const struct yaml_node *n)
{
	if (!check_rule(l, n->key, n->key_line, n->key_col))
		return false;
	const int i = n->kind == YAML_SCALAR ? str_position(n->text, SEVERITY_WORDS) : -1;
	if (i < 0)
		return refuse(l, n, "gravité inconnue : information, mineure, majeure ou bloquante");
	struct policy_rule *r = entry(l, n->key);
	r->cap = (enum severity)(SEVERITY_INFORMATION + i);
	r->line = n->line;
	r->col = n->col;
	return true;
}

static bool load_caps(struct loading *l, const struct yaml_node *map)
{
	if (yaml_is_null(map))
		return true;
	if (map->kind != YAML_MAP)
		return refuse(l, map, "« gravite » attend une règle par ligne : « quorum: mineure »");
	for (const struct yaml_node *n = map->first; n; n = n->next)
		if (!load_cap(l, n))
			return false;
	return true;
}

/* One text of an exception; `remedy` says what to write when it is not there. */
static bool text_of(const struct loading *l, const struct yaml_node *map, const char *key, size_t max, const char *remedy, struct str *ret)
{
	const struct yaml_node *n = yaml_get(map, key), *at = n ? n : map;
	struct str s = n && n->kind == YAML_SCALAR && !yaml_is_null(n) ? squeeze(l->a, str_trim(n->text)) : STR("");
	if (!s.n)
		return err_at(l->e, ERR_VALUE, l->file, at->line, at->col, "exception sans « %s » : %s", key, remedy);
	if (utf8_count(s) > max)
		return err_at(l->e, ERR_LIMIT, l->file, n->line, n->col, "« %s » fait plus de %zu caractères", key, max);
	*ret = s;
	return true;
}

static bool day_of(const struct loading *l, const struct yaml_node *map, const char *key, struct date *ret)
{
	const struct yaml_node *n = yaml_get(map, key);
	if (!n || yaml_is_null(n))
		return true;
	if (n->kind == YAML_SCALAR && date_parse(n->text, ret))
		return true;
	return err_at(l->e, ERR_VALUE, l->file, n->line, n->col, "« %s » attend un jour du calendrier, AAAA-MM-JJ : %.*s", key,
		      STR_ARG(n->kind == YAML_SCALAR ? str_part(n->text, 0, 40) : STR("autre chose")));
}

static bool days_of(const struct loading *l, const struct yaml_node *map, struct exemption *x)
{
	if (!day_of(l, map, "du", &x->du) || !day_of(l, map, "jusqu_au", &x->jusqu_au))
		return false;
	if (!x->jusqu_au.year)
		return err_at(l->e, ERR_VALUE, l->file, map->line, map->col,
			      "exception sans « jusqu_au » : une exception a une fin, le dernier jour où elle vaut (AAAA-MM-JJ)");
	const struct yaml_node *end = yaml_get(map, "jusqu_au");
	return !x->du.year || date_cmp(x->du, x->jusqu_au) <= 0 || refuse(l, end, "« jusqu_au » est avant « du »");
}

static bool load_exemption(struct loading *l, const struct yaml_node *map)
{
	static const char *const known[] = { "id", "regle", "acte", "collectivite", "raison", "par", "du", "jusqu_au", NULL };
	struct exemption x = { .line = map->line };
	if (map->kind != YAML_MAP)
		return refuse(l, map, "une exception s'écrit { id: …, regle: …, acte: …, raison: \"…\", par: \"…\", jusqu_au: AAAA-MM-JJ }");
	if (!yaml_only(map, l->file, known, l->e) || !text_of(l, map, "id", 60, "un nom pour la citer (EXC-2026-014)", &x.id) ||
	    !text_of(l, map, "regle", 80, "le nom de la règle", &x.regle) ||
	    !text_of(l, map, "acte", 120, "le numéro de l'acte, comme les alertes le donnent", &x.acte) ||
	    (yaml_get(map, "collectivite") && !text_of(l, map, "collectivite", 200, "son nom tel que « scrutateur lire » le montre, ou son SIREN", &x.collectivite)) ||
	    !text_of(l, map, "raison", 200, "pourquoi elle est admise", &x.raison) ||
	    !text_of(l, map, "par", 120, "qui en a décidé", &x.par) || !days_of(l, map, &x))
		return false;
	const struct yaml_node *regle = yaml_get(map, "regle"), *id = yaml_get(map, "id");
	if (!check_rule(l, x.regle, regle->line, regle->col))
		return false;
	for (size_t i = 0; i < l->exemptions.n; i++)
		if (str_eq(l->exemptions.at[i].id, x.id))
			return err_at(l->e, ERR_VALUE, l->file, id->line, id->col, "l'exception « %.*s » est déjà donnée ligne %u",
				      STR_ARG(x.id), l->exemptions.at[i].line);
	*ARENA_PUSH(l->a, &l->exemptions) = x;
	return true;
}

static bool load_exemptions(struct loading *l, const struct yaml_node *list)
{
	if (yaml_is_null(list))
		return true;
	if (list->kind != YAML_LIST)
		return refuse(l, list, "« exceptions » attend une liste, chaque exception après un tiret");
	for (const struct yaml_node *n = list->first; n; n = n->next) {
		if (l->exemptions.n == LIMIT_EXEMPTIONS)
			return err_at(l->e, ERR_LIMIT, l->file, n->line, n->col, "%d exceptions au plus : retirez celles qui ont expiré",
				      LIMIT_EXEMPTIONS);
		if (!load_exemption(l, n))
			return false;
	}
	return true;
}

bool policy_load(struct arena *a, const char *file, const char *const *ids, struct policy *ret, struct err *e)
{
	static const char *const known[] = { "desactiver", "gravite", "exceptions", NULL };
	struct loading l = { .a = a, .file = file, .ids = ids, .e = e };
	const struct yaml_node *root, *n;
	struct str text = STR("");
	*ret = (struct policy){ .file = file };
	if (!file)
		return true;
	if (!yamldir_reference(a, file, true, &text, e) || !yaml_parse(a, text, file, &root, e) || !yaml_only(root, file, known, e))
		return false;
	if (((n = yaml_get(root, "desactiver")) && !load_off(&l, n)) || ((n = yaml_get(root, "gravite")) && !load_caps(&l, n)) ||
	    ((n = yaml_get(root, "exceptions")) && !load_exemptions(&l, n)))
		return false;
	*ret = (struct policy){ file, l.rules.at, l.rules.n, l.exemptions.at, l.exemptions.n, text };
	return true;
}

static const struct policy_rule *said_of(const struct policy *p, struct str rule)
{
	for (size_t i = 0; i < p->rules_n; i++)
		if (str_eq(p->rules[i].id, rule))
			return &p->rules[i];
	return NULL;
}

bool policy_off(const struct policy *p, struct str rule)
{
	const struct policy_rule *r = said_of(p, rule);
	return r && r->off;
}

bool policy_severity(const struct policy *p, struct str rule, enum severity own, enum severity *ret, struct err *e)
{
	const struct policy_rule *r = said_of(p, rule);
	*ret = r && r->cap ? r->cap : own;
	if (*ret <= own)
		return true;
	return err_at(e, ERR_VALUE, p->file, r->line, r->col,
		      "« %s » est plus que la gravité de la règle %.*s (%s) : une gravité s'abaisse ici, elle ne se relève pas au-dessus de ce que le droit permet",
		      severity_word(r->cap), STR_ARG(rule), severity_word(own));
}

struct date policy_today(void)
{
	time_t now = (time_t)(clock_day_us() / 1000000);
	struct tm tm;
	(void)localtime_r(&now, &tm);
	return (struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
}

enum exemption_state exemption_state(const struct exemption *x, struct date today)
{
	if (x->du.year && date_cmp(today, x->du) < 0)
		return EXEMPTION_TO_COME;
	return date_cmp(today, x->jusqu_au) > 0 ? EXEMPTION_OVER : EXEMPTION_IN_FORCE;
}

const char *exemption_word(enum exemption_state s)
{
	static const char *const words[] = { "en vigueur", "à venir", "expirée" };
	return words[s];
}

struct str exemption_act(struct arena *a, const struct exemption *x)
{
	return x->collectivite.n ? arena_printf(a, "%.*s de « %.*s »", STR_ARG(x->acte), STR_ARG(x->collectivite)) : x->acte;
}

static bool same_name(struct str x, struct str y)
{
	struct arena a;
	arena_init(&a, MIB);
	const bool same = str_eq(fold_text(&a, str_part(x, 0, 4096)), fold_text(&a, str_part(y, 0, 4096)));
	arena_done(&a);
	return same;
}

static bool is_for(const struct exemption *x, const struct policy_act *act)
{
	return str_eq(x->acte, act->number) &&
	       (!x->collectivite.n || str_eq(x->collectivite, act->siren) || (act->collectivite.n && same_name(x->collectivite, act->collectivite)));
}

void policy_apply(const struct policy *p, const struct policy_act *act, struct date today, struct finding *f)
{
	const struct policy_rule *r = said_of(p, f->rule->id);
	if (f->verdict != VERDICT_ANOMALIE)
		return;
	if (r && r->cap && r->cap < f->severity) {
		f->severity = r->cap;
		f->from = FROM_CONFIG;
	}
	for (size_t i = 0; act->number.n && i < p->exemptions_n; i++) {
		const struct exemption *x = &p->exemptions[i];
		if (!str_eq(x->regle, f->rule->id) || !is_for(x, act))
			continue;
		enum exemption_state state = exemption_state(x, today);
		if (state == EXEMPTION_IN_FORCE)
			f->exception = x;
		else if (state == EXEMPTION_OVER)
			f->exception_over = x;
	}
	if (f->exception)
		f->exception_over = NULL;
}
