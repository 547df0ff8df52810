/* SPDX-License-Identifier: EUPL-1.2 */
/* Walking the tree with the names in scope: names that do not exist, names never read, state kept from one acte to the
 * next; each expression goes through the checks once. */
#include "faults.h"
#include "finding.h"
#include "lint_priv.h"

static void expression(struct lint *l, const struct node *n);
static void block(struct lint *l, const struct node *statements);

struct symbol *lint_symbol(const struct lint *l, struct str name)
{
	for (struct symbol *s = l->scope; s; s = s->outer)
		if (str_eq(s->name, name))
			return s;
	return NULL;
}

/* Given a new value anywhere: then nothing is known of what it holds. */
static bool is_set(const struct node *n, struct str name)
{
	for (; n; n = n->next) {
		for (const struct node *t = n->kind == NODE_SET ? n->a : NULL; t; t = t->next)
			if (t->kind == NODE_NAME && str_eq(t->name, name))
				return true;
		if ((n->a && is_set(n->a, name)) || (n->b && is_set(n->b, name)) || (n->c && is_set(n->c, name)))
			return true;
	}
	return false;
}

static void declare(struct lint *l, const struct node *name, struct value v, bool counted)
{
	struct symbol *s = ARENA_NEW(l->a, struct symbol);
	*s = (struct symbol){ l->scope, name->name, name->tok, l->level, false, counted, v };
	if (v.kind != KIND_ANY && is_set(l->whole, name->name))
		s->value = (struct value){ .kind = KIND_ANY };
	l->scope = s;
}

static void leave(struct lint *l, struct symbol *outer)
{
	for (struct symbol *s = l->scope; s != outer; s = s->outer)
		if (s->counted && !s->read && !str_starts(s->name, STR("_")))
			remark(l, s->tok, false, "R080", "« %.*s » n'est jamais lu : effacez cette ligne, ou servez-vous-en",
			       STR_ARG(s->name));
	l->scope = outer;
}

static bool offered(const struct lint *l, struct str name)
{
	return !l->names || l->broken || str_position(name, l->names) >= 0;
}

#define NEAR_MAX 600
/* What may be written instead of an unknown name: the locals in scope, the environment, the fields of the act. */
static struct str near_name(struct lint *l, struct str name)
{
	const char **known = ARENA_ARRAY(l->a, NEAR_MAX + 1, const char *);
	size_t n = 0;
	for (size_t i = 0; i < FIELDS_N; i++) {
		struct str field = str_c(FIELDS[i].name);
		if (str_eq(field, name))
			return arena_printf(l->a, " ; vouliez-vous « d.%s%s » ?", FIELDS[i].scope == SCOPE_VOTE ? "vote." : "",
					    FIELDS[i].name);
	}
	for (const struct symbol *s = l->scope; s && n < NEAR_MAX; s = s->outer)
		known[n++] = arena_dup(l->a, s->name).p;
	for (size_t i = 0; l->names && l->names[i] && n < NEAR_MAX; i++)
		known[n++] = l->names[i];
	known[n] = NULL;
	return lint_near(l, name, known);
}

static struct str near_local(struct lint *l, struct str name)
{
	const char **known = ARENA_ARRAY(l->a, NEAR_MAX + 1, const char *);
	size_t n = 0;
	for (const struct symbol *s = l->scope; s && n < NEAR_MAX; s = s->outer)
		known[n++] = arena_dup(l->a, s->name).p;
	return lint_near(l, name, known);
}

/* Once is enough; and what was said of an assignment holds for what reads it. */
static bool told(struct lint *l, struct str name)
{
	for (size_t i = 0; i < l->told.n; i++)
		if (str_eq(l->told.at[i], name))
			return true;
	*ARENA_PUSH(l->a, &l->told) = name;
	return false;
}

static bool is_article(struct str name)
{
	int64_t n;
	return name.n > 2 && strchr("LRDA", name.p[0]) && str_int(str_part(name, 1, name.n), &n);
}

static bool is_closed_word(struct str name)
{
	return str_position(name, SEVERITY_WORDS) >= 0 || str_position(name, NIVEAU_WORDS) >= 0 || str_position(name, ORGANE_WORDS) >= 0;
}

static void name_read(struct lint *l, const struct node *n)
{
	struct symbol *s = lint_symbol(l, n->name);
	if (s)
		s->read = true;
	if (s || offered(l, n->name) || told(l, n->name))
		return;
	const char *instead = habit_instead(n->name);
	if (instead)
		remark(l, n->tok, true, "R051", "%s", instead);
	else if (is_article(n->name))
		remark(l, n->tok, true, "R026", "un numéro d'article est un texte : écrivez-le entre guillemets, \"L. 2121-17\"");
	else if (is_closed_word(n->name))
		remark(l, n->tok, true, "R065", "un mot s'écrit entre guillemets : \"%.*s\"", STR_ARG(n->name));
	else if (near_name(l, n->name).n)
		remark(l, n->tok, true, "R051", "nom inconnu « %.*s »%.*s", STR_ARG(n->name), STR_ARG(near_name(l, n->name)));
	else
		remark(l, n->tok, true, "R051",
		       "nom inconnu « %.*s » : une variable s'annonce par « local %.*s = … », un mot s'écrit entre guillemets",
		       STR_ARG(n->name), STR_ARG(n->name));
}

static void kept(struct lint *l, const struct node *target, const struct symbol *s)
{
	if (s && s->level == 0 && l->level > 0)
		remark(l, target->tok, true, "R054",
		       "« %.*s » garderait sa valeur d'un acte au suivant : déclarez-la dans la fonction, par « local »",
		       STR_ARG(s->name));
}

static void set(struct lint *l, const struct node *n)
{
	for (const struct node *t = n->a; t; t = t->next) {
		const struct node *in = t;
		while (in->kind == NODE_FIELD || in->kind == NODE_INDEX)
			in = in->a;
		struct symbol *s = in->kind == NODE_NAME ? lint_symbol(l, in->name) : NULL;
		kept(l, t, s);
		struct value owner = t->kind == NODE_FIELD ? kind_of(l, t->a) : (struct value){ .kind = KIND_ANY };
		if (owner.kind != KIND_ANY && owner.kind != KIND_OPTIONAL)
			remark(l, t->tok, true, "R053", "la lecture de l'acte ne se modifie pas : gardez la valeur dans une variable, "
			       "« local x = … »");
		if (t->kind != NODE_NAME) {
			expression(l, t);
			continue;
		}
		if (s || l->broken || !l->names)
			continue;
		struct str near = near_local(l, t->name);
		bool again = told(l, t->name);
		if (n->b && n->b->kind == NODE_FUNCTION)
			remark(l, t->tok, true, "R052", "la fonction « %.*s » doit être locale : écrivez « local function %.*s »",
			       STR_ARG(t->name), STR_ARG(t->name));
		else if (str_eq(t->name, STR("regle")))
			remark(l, t->tok, true, "R052", "regle s'écrit sans « = » : regle { … }");
		else if (kind_of(l, &(struct node){ .kind = NODE_CALL, .a = (struct node *)(uintptr_t)t }).kind == KIND_VERDICT)
			remark(l, t->tok, true, "R052", "un verdict se rend : « return %.*s(…) »", STR_ARG(t->name));
		else if (offered(l, t->name))
			remark(l, t->tok, true, "R052", "« %.*s » est une fonction fournie : donnez un autre nom à votre variable",
			       STR_ARG(t->name));
		else if (!again)
			remark(l, t->tok, true, "R052", "« %.*s » n'est pas déclarée%.*s : une variable nouvelle s'annonce par « local %.*s = … »",
			       STR_ARG(t->name), STR_ARG(near), STR_ARG(t->name));
	}
	for (const struct node *v = n->b; v; v = v->next)
		expression(l, v);
}

static void function(struct lint *l, const struct node *n, bool of_rule)
{
	struct symbol *outer = l->scope;
	l->level++;
	for (const struct node *p = n->a; p; p = p->next) {
		bool document = (of_rule && p == n->a) || str_eq(p->name, STR("d"));
		declare(l, p, (struct value){ .kind = document ? KIND_DOC : KIND_ANY }, false);
	}
	block(l, n->b);
	leave(l, outer);
	l->level--;
}

static void table(struct lint *l, const struct node *n)
{
	for (const struct node *i = n->b; i; i = i->next) {
		bool of_rule = str_eq(i->name, STR("controle")) || str_eq(i->name, STR("s_applique"));
		if (i->a)
			expression(l, i->a);
		if (i->b->kind == NODE_FUNCTION)
			function(l, i->b, of_rule);
		else
			expression(l, i->b);
	}
}

static void expressions(struct lint *l, const struct node *n)
{
	for (; n; n = n->next)
		expression(l, n);
}

static void call(struct lint *l, const struct node *n)
{
	check_rule(l, n);
	check_call(l, n);
	expression(l, n->a);
	expressions(l, n->b);
	/* ajoute(t, x) changes t as t[1] = x does. */
	if (n->kind == NODE_CALL && n->a->kind == NODE_NAME && str_eq(n->a->name, STR("ajoute")) && n->b &&
	    n->b->kind == NODE_NAME)
		kept(l, n->b, lint_symbol(l, n->b->name));
}

static void expression(struct lint *l, const struct node *n)
{
	switch (n->kind) {
	case NODE_NAME: name_read(l, n); break;
	case NODE_NUMBER: check_number(l, n); break;
	case NODE_FIELD:
		check_field(l, n);
		expression(l, n->a);
		break;
	case NODE_INDEX:
		expression(l, n->a);
		expression(l, n->b);
		break;
	case NODE_CALL: case NODE_METHOD: call(l, n); break;
	case NODE_BINARY:
		check_comparison(l, n);
		expression(l, n->a);
		expression(l, n->b);
		break;
	case NODE_UNARY: expression(l, n->a); break;
	case NODE_TABLE: table(l, n); break;
	case NODE_FUNCTION: function(l, n, false); break;
	default: break;
	}
}

static size_t length_of(const struct node *n)
{
	size_t k = 0;
	for (; n; n = n->next)
		k++;
	return k;
}

/* local t = 0,5: t is 0 and 5 is lost. */
static void too_many(struct lint *l, const struct node *n)
{
	size_t names = length_of(n->a), values = length_of(n->b);
	const struct node *extra = n->b, *before = NULL;
	if (values <= names)
		return;
	for (size_t i = 0; i < names; i++) {
		before = extra;
		extra = extra->next;
	}
	if (before->kind == NODE_NUMBER && extra->kind == NODE_NUMBER)
		remark(l, before->end, true, "R060", "virgule décimale : écrivez un point (0.5), et un montant en centimes entiers (0,50 € s'écrit 50)");
	else
		remark(l, extra->tok, true, "R060", "une valeur de trop : il y a %d nom%s devant « = » et %d valeurs derrière",
		       (int)names, names > 1 ? "s" : "", (int)values);
}

static void local(struct lint *l, const struct node *n)
{
	const struct node *v = n->b;
	/* local a, b = f(): b may be needed for its place. */
	bool each = !n->a->next || length_of(n->b) == length_of(n->a);
	expressions(l, n->b);
	too_many(l, n);
	for (const struct node *name = n->a; name; name = name->next) {
		struct value value = v ? kind_of(l, v) : (struct value){ .kind = KIND_ANY };
		if (v && v->kind == NODE_CALL && v->next == NULL && name->next)
			value.kind = KIND_ANY;
		declare(l, name, value, each);
		v = v ? v->next : NULL;
	}
}

static void each(struct lint *l, const struct node *n)
{
	struct symbol *outer = l->scope;
	const struct node *in = n->b;
	bool one_call = in->kind == NODE_CALL && in->a->kind == NODE_NAME && in->b;
	bool chaque = one_call && str_eq(in->a->name, STR("chaque")), pairs = one_call && str_eq(in->a->name, STR("ipairs"));
	expressions(l, n->b);
	if (n->kind == NODE_EACH && !in->next &&
	    (kind_is_list(kind_of(l, in)) || kind_of(l, in).kind == KIND_OPTIONAL || in->kind == NODE_TABLE))
		remark(l, in->tok, true, "R042", "une liste se parcourt par « for %.*s in chaque(%.*s) do »", STR_ARG(n->a->name),
		       STR_ARG(in->kind == NODE_TABLE ? STR("{ … }") : chain_text(l, in)));
	for (const struct node *name = n->a; name; name = name->next) {
		struct value v = { .kind = n->kind == NODE_COUNT ? KIND_NUMBER : KIND_ANY };
		if ((chaque && name == n->a) || (pairs && name == n->a->next))
			v = kind_of_element(kind_of(l, in->b));
		declare(l, name, v, false);
	}
	block(l, n->c);
	leave(l, outer);
}

static void cases(struct lint *l, const struct node *n)
{
	for (const struct node *one = n->a; one; one = one->next) {
		check_case(l, one);
		if (one->a)
			check_condition(l, one->a);
		if (one->a)
			expression(l, one->a);
		block(l, one->b);
	}
}

static void statement(struct lint *l, const struct node *n)
{
	struct symbol *outer;
	switch (n->kind) {
	case NODE_LOCAL: local(l, n); break;
	case NODE_LOCAL_FUNCTION:
		declare(l, n->a, (struct value){ .kind = KIND_ANY }, true);
		function(l, n->b, false);
		break;
	case NODE_SET:
		set(l, n);
		too_many(l, n);
		break;
	case NODE_RUN:
		check_statement(l, n);
		expression(l, n->a);
		break;
	case NODE_IF: cases(l, n); break;
	case NODE_WHILE:
		expression(l, n->a);
		block(l, n->b);
		break;
	case NODE_REPEAT: /* its condition sees the locals of its block */
		outer = l->scope;
		for (const struct node *s = n->b; s; s = s->next)
			statement(l, s);
		expression(l, n->a);
		leave(l, outer);
		break;
	case NODE_COUNT: case NODE_EACH: each(l, n); break;
	case NODE_DO: block(l, n->b); break;
	case NODE_RETURN:
		check_return(l, n);
		expressions(l, n->b);
		break;
	default: break;
	}
}

static void block(struct lint *l, const struct node *statements)
{
	struct symbol *outer = l->scope;
	for (; statements; statements = statements->next)
		statement(l, statements);
	leave(l, outer);
}

void lint_walk(struct lint *l, const struct node *statements)
{
	block(l, statements);
}
