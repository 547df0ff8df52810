/* SPDX-License-Identifier: EUPL-1.2 */
/* What is handed to the functions of the environment, and what a rule declares. */
#include "date.h"
#include "faults.h"
#include "finding.h"
#include "lint_priv.h"
#include "rule.h"

static const char *const VERDICTS_NAMED[] = { "conforme", "anomalie", "anomalies", "non_verifiable", "sans_objet", NULL };

static size_t length_of(const struct node *list)
{
	size_t n = 0;
	for (; list; list = list->next)
		n++;
	return n;
}

static bool calls_named(struct lint *l, const struct node *n, const char *const *names)
{
	return n->kind == NODE_CALL && n->a->kind == NODE_NAME && str_position(n->a->name, names) >= 0 && !lint_symbol(l, n->a->name);
}

/* Directives of texte(…): %d and %s; -1 when there is another. */
static int directives(struct str f)
{
	int n = 0;
	for (size_t i = 0; i < f.n; i++) {
		if (f.p[i] != '%')
			continue;
		char c = ++i < f.n ? f.p[i] : '\0';
		if (c != '%' && c != 'd' && c != 's')
			return -1;
		n += c != '%';
	}
	return n;
}

static void check_texte(struct lint *l, const struct node *n)
{
	size_t given = length_of(n->b);
	const struct node *model = n->b, *last = n->b;
	while (last && last->next)
		last = last->next;
	/* "…" .. "…": the model is not in one piece. */
	bool several = model && (last->kind == NODE_CALL || last->kind == NODE_METHOD || last->kind == NODE_VARARG) &&
		       kind_of(l, last).kind == KIND_ANY; /* it may give any number of values */
	if (!model || model->kind != NODE_TEXT)
		return;
	int wanted = directives(model->name);
	if (several && wanted >= 0)
		return;
	if (wanted < 0 && (str_find(model->name, STR("% "), 0) != STR_NONE || str_ends(model->name, STR("%"))))
		remark(l, model->tok, true, "R066", "texte(…) : le signe %% s'écrit %%%%, %%d tient la place d'un nombre, %%s d'un texte");
	else if (wanted < 0)
		remark(l, model->tok, true, "R066", "texte(…) ne connaît que %%d (nombre), %%s (texte) et %%%% (le signe %%)");
	else if ((size_t)wanted != given - 1)
		remark(l, model->tok, true, "R066", "texte(…) : %d valeur%s attendue%s par le modèle (%%d, %%s), %d donnée%s", wanted,
		       wanted > 1 ? "s" : "", wanted > 1 ? "s" : "", (int)given - 1, given > 2 ? "s" : "");
	const struct node *v = model->next;
	for (size_t i = 0; v && wanted > 0 && i + 1 < model->name.n; i++) {
		if (model->name.p[i] != '%')
			continue;
		char c = model->name.p[++i];
		struct value k = kind_of(l, v);
		bool text = k.kind == KIND_TEXT || (k.kind == KIND_FIELD && k.desc->type != TYPE_NOMBRE && !kind_is_list(k));
		if (c == 'd' && (text || kind_is_list(k)))
			remark(l, v->tok, true, "R066", "texte(…) : %%d attend un nombre ; %s",
			       text ? "pour un texte, écrivez %s" : "pour une liste, écrivez nombre(…)");
		v = c == '%' ? v : v->next;
	}
}

static bool says(const struct node *n)
{
	return n->kind == NODE_TEXT && rule_says_illegal(n->name);
}

static void check_words(struct lint *l, const struct node *n)
{
	if (says(n))
		remark(l, n->tok, true, "R067",
		       "un message ne dit jamais « illégal » : dites ce qui manque ou ne concorde pas");
	if (n->kind == NODE_BINARY && str_eq(n->name, STR(".."))) {
		check_words(l, n->a);
		check_words(l, n->b);
	}
	if (n->kind == NODE_CALL && n->a->kind == NODE_NAME && str_eq(n->a->name, STR("texte")) && n->b)
		check_words(l, n->b);
}

/* Of anomalie{ … }, or of one element of anomalies{ … }. */
static void check_severity(struct lint *l, const struct node *table)
{
	static const struct table_key known[] = { { .nom = "message" }, { .nom = "gravite" }, { .nom = "sujet" }, { .nom = "preuve" }, { .nom = NULL } };
	int cap = str_position(l->gravite, SEVERITY_WORDS);
	for (const struct node *i = table->b; i; i = i->next) {
		if (i->name.n)
			check_key(l, i->tok, "anomalie{ }", known);
		if (str_eq(i->name, STR("message")))
			check_words(l, i->b);
		if (str_eq(i->name, STR("preuve")))
			check_evidence(l, i->b);
		if (!str_eq(i->name, STR("gravite")) || i->b->kind != NODE_TEXT)
			continue;
		if (str_position(i->b->name, SEVERITY_WORDS) < 0)
			remark(l, i->b->tok, true, "R063",
			       "« gravite » ne vaut jamais « %.*s »%.*s ; valeurs : information, mineure, majeure, bloquante",
			       STR_ARG(i->b->name), STR_ARG(lint_near(l, i->b->name, SEVERITY_WORDS)));
		else if (cap >= 0 && str_position(i->b->name, SEVERITY_WORDS) > cap)
			remark(l, i->b->tok, false, "R082",
			       "gravité « %.*s » au-dessus de celle que la règle déclare (« %.*s ») : déclarez la plus haute",
			       STR_ARG(i->b->name), STR_ARG(l->gravite));
	}
}

static void check_verdict(struct lint *l, const struct node *n)
{
	if (length_of(n->b) > 1)
		remark(l, n->b->next->tok, true, "R066",
		       "%.*s(…) prend un seul message : pour y mettre des valeurs, écrivez %.*s(texte(\"… %%d …\", valeur))",
		       STR_ARG(n->a->name), STR_ARG(n->a->name));
	if (!n->b)
		return;
	check_words(l, n->b);
	if (n->b->kind != NODE_TABLE)
		return;
	check_severity(l, n->b);
	for (const struct node *i = n->b->b; i && str_eq(n->a->name, STR("anomalies")); i = i->next)
		if (i->b->kind == NODE_TABLE)
			check_severity(l, i->b);
}

static void check_receiver(struct lint *l, const struct node *n)
{
	static const char *const methods[] = { "statut", "si_lu", NULL };
	const struct node *f = n->kind == NODE_METHOD ? n : n->a;
	struct value on = f->a && (f->kind == NODE_FIELD || f->kind == NODE_METHOD) ? kind_of(l, f->a) : (struct value){ KIND_ANY, NULL, STR("") };
	if (on.kind != KIND_DOC && on.kind != KIND_PART && on.kind != KIND_VOTE)
		return;
	bool method = str_position(f->name, methods) >= 0;
	if (n->kind == NODE_METHOD && method)
		check_named_field(l, n);
	else if (n->kind == NODE_CALL && method)
		remark(l, f->tok - 1, true, "R041", "« %.*s » s'appelle avec deux points : %.*s:%.*s(\"champ\")", STR_ARG(f->name),
		       STR_ARG(chain_text(l, f->a)), STR_ARG(f->name));
	else if (n->kind == NODE_METHOD)
		remark(l, f->tok - 1, true, "R041",
		       "« : » ne s'emploie qu'avec statut et si_lu ; un champ se prend avec un point, sans parenthèses : %.*s.%.*s",
		       STR_ARG(chain_text(l, f->a)), STR_ARG(f->name));
	else if (kind_of(l, f).kind == KIND_FIELD)
		remark(l, f->tok, true, "R041", "« %.*s » n'est pas une fonction : effacez les parenthèses qui suivent",
		       STR_ARG(chain_text(l, f)));
}

static void check_day(struct lint *l, const struct node *n)
{
	struct date day;
	if (!n || n->kind != NODE_TEXT || date_parse(n->name, &day))
		return;
	if (date_misses(n->name))
		remark(l, n->tok, true, "R062", DAY_MISSES, STR_ARG(n->name));
	else
		remark(l, n->tok, true, "R062", "une date s'écrit \"AAAA-MM-JJ\" : le 24 mars 2020 s'écrit \"2020-03-24\"");
}

/* The days handed to a helper, when they are written out. */
static void check_dates(struct lint *l, const struct node *n)
{
	static const char *const first[] = { "jours_entre", "jour_de_semaine", NULL },
				 *const second[] = { "jours_entre", "parametre", NULL };
	check_day(l, calls_named(l, n, first) ? n->b : NULL);
	check_day(l, calls_named(l, n, second) && n->b ? n->b->next : NULL);
}

void check_call(struct lint *l, const struct node *n)
{
	static const char *const texte[] = { "texte", NULL }, *const non[] = { "non", "et", "ou", "si", NULL };
	check_receiver(l, n);
	check_dates(l, n);
	if (calls_named(l, n, non)) {
		const char *code = "", *remedy = habit_remedy(l->t, n->a->tok, &code);
		remark(l, n->a->tok, true, code, "%s", remedy);
	}
	if (calls_named(l, n, (const char *const[]){ "trouve", NULL }) && n->b && n->b->next && n->b->kind == NODE_TEXT &&
	    n->b->next->kind != NODE_TEXT)
		remark(l, n->b->tok, false, "R085", "trouve(…) prend d'abord où chercher, puis les mots : trouve(%.*s, …)",
		       STR_ARG(chain_text(l, n->b->next).n ? chain_text(l, n->b->next) : STR("texte")));
	if (calls_named(l, n, texte))
		check_texte(l, n);
	if (calls_named(l, n, VERDICTS_NAMED))
		check_verdict(l, n);
}

void check_statement(struct lint *l, const struct node *n)
{
	if (n->a->kind == NODE_METHOD)
		remark(l, n->a->a->tok, false, "R080", "cette ligne ne fait rien de ce qu'elle lit : donnez-lui un nom, « local x = … »");
	if (calls_named(l, n->a, VERDICTS_NAMED))
		remark(l, n->a->tok, true, "R068", "verdict sans effet : il manque « return » devant %.*s(…)", STR_ARG(n->a->a->name));
}

void check_return(struct lint *l, const struct node *n)
{
	const struct node *v = n->b;
	bool word = v && !v->next && (v->kind == NODE_TEXT || (v->kind == NODE_NAME && !lint_symbol(l, v->name)));
	if (word && str_position(v->name, VERDICTS_NAMED) >= 0)
		remark(l, v->tok, true, "R068", "un verdict s'écrit avec ses parenthèses et son message : return %.*s(\"…\")", STR_ARG(v->name));
}

static bool says_absent(const struct node *condition)
{
	if (condition->kind != NODE_BINARY)
		return false;
	if (str_eq(condition->name, STR("and")))
		return says_absent(condition->a) || says_absent(condition->b);
	return str_eq(condition->name, STR("==")) && condition->a->kind == NODE_METHOD &&
	       str_eq(condition->a->name, STR("statut")) && condition->b->kind == NODE_TEXT &&
	       str_eq(condition->b->name, STR("absent"));
}

void check_case(struct lint *l, const struct node *one)
{
	static const char *const anomaly[] = { "anomalie", NULL };
	for (const struct node *s = one->a && says_absent(one->a) ? one->b : NULL; s; s = s->next) {
		if (s->kind != NODE_RETURN || !s->b || !calls_named(l, s->b, anomaly) || !s->b->b)
			continue;
		struct str gravite = l->gravite;
		for (const struct node *i = s->b->b->kind == NODE_TABLE ? s->b->b->b : NULL; i; i = i->next)
			if (str_eq(i->name, STR("gravite")))
				gravite = i->b->kind == NODE_TEXT ? i->b->name : STR("");
		if (str_position(gravite, SEVERITY_WORDS) > 1)
			remark(l, s->b->tok, false, "R083",
			       "une mention absente n'est jamais plus que « mineure » : anomalie { gravite = \"mineure\", message = … }");
	}
}

static bool ends(const struct node *block)
{
	const struct node *last = block;
	while (last && last->next)
		last = last->next;
	if (!last)
		return false;
	if (last->kind == NODE_RETURN)
		return true;
	if (last->kind == NODE_DO)
		return ends(last->b);
	if (last->kind == NODE_WHILE)
		return last->a->kind == NODE_TRUE;
	if (last->kind == NODE_RUN)
		return last->a->kind == NODE_CALL && last->a->a->kind == NODE_NAME && str_eq(last->a->a->name, STR("erreur"));
	bool otherwise = false, all = last->kind == NODE_IF;
	for (const struct node *c = last->kind == NODE_IF ? last->a : NULL; c; c = c->next) {
		otherwise = otherwise || !c->a;
		all = all && ends(c->b);
	}
	return all && otherwise;
}

void check_key(struct lint *l, size_t tok, const char *of, const struct table_key *known)
{
	struct str key = lex_str(l->t, tok);
	const char *names[TABLE_KEYS_MAX + 1];
	table_names(known, names);
	if (str_position(key, names) >= 0)
		return;
	struct str near = lint_near(l, key, names);
	for (size_t i = 0; names[i] && (i > 0 || !near.n); i++)
		near = arena_printf(l->a, "%.*s%s%s", STR_ARG(near), i ? ", " : " ; possibles : ", names[i]);
	remark(l, tok, true, "R050", "%s ne connaît pas « %.*s »%.*s", of, STR_ARG(key), STR_ARG(near));
}

static void check_keys(struct lint *l, const struct node *table, const char *of, const struct table_key *known)
{
	for (const struct node *i = table->b; i; i = i->next) {
		if (i->name.n)
			check_key(l, i->tok, of, known);
		for (const struct node *k = i->next; k && i->name.n && !lint_full(l); k = k->next)
			if (str_eq(k->name, i->name))
				remark(l, k->tok, true, "R069", "« %.*s » est donné deux fois : une seule valeur compterait",
				       STR_ARG(k->name));
	}
}

void check_rule(struct lint *l, const struct node *call)
{
	static const char *const named[] = { "regle", NULL };
	const struct node *table = call->b;
	bool rule = calls_named(l, call, named);
	bool essai = call->kind == NODE_CALL && call->a->kind == NODE_CALL && call->a->a->kind == NODE_NAME &&
		     str_eq(call->a->a->name, STR("essai"));
	if ((!rule && !essai) || !table || table->kind != NODE_TABLE)
		return;
	check_keys(l, table, rule ? "regle{ }" : "essai{ }", rule ? REGLE_CLES : ESSAI_CLES);
	for (const struct node *i = table->b; i && essai; i = i->next)
		if (str_eq(i->name, STR("attendu")) && i->b->kind == NODE_NAME && str_position(i->b->name, VERDICT_WORDS) >= 0)
			remark(l, i->b->tok, true, "R065", "un mot s'écrit entre guillemets : attendu = \"%.*s\"", STR_ARG(i->b->name));
	for (const struct node *i = table->b; i && rule; i = i->next) {
		bool controle = str_eq(i->name, STR("controle")), applies = str_eq(i->name, STR("s_applique"));
		if ((str_eq(i->name, STR("titre")) || str_eq(i->name, STR("resume"))) && says(i->b))
			remark(l, i->tok, true, "R067", "« %.*s » ne dit jamais « illégal » : dites ce que la règle vérifie", STR_ARG(i->name));
		if (str_eq(i->name, STR("gravite")) && i->b->kind == NODE_TEXT)
			l->gravite = i->b->name;
		if ((controle || applies) && i->b->kind == NODE_FUNCTION && !ends(i->b->b))
			remark(l, i->b->end - 1, false, "R084", "%.*s peut arriver à son « end » sans rendre %s : finissez par « return %s »",
			       STR_ARG(i->name), controle ? "de verdict" : "de réponse", controle ? "conforme(…)" : "false");
	}
}
