/* SPDX-License-Identifier: EUPL-1.2 */
/* Comparisons that are always true or always false, and conditions that decide nothing. */
#include "date.h"
#include "finding.h"
#include "lint_priv.h"

static const char *const FORMULES[] = { "unanimite", "majorite", "adopte", "rejet", "prend_acte", "aucune", NULL };
static const char *const STATUTS[] = { "lu", "absent", "illisible", "ambigu", NULL };
static const char *const JOURS[] = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", NULL };

static const char *const *words_of(const struct field_desc *d)
{
	struct str name = str_c(d->name);
	return str_eq(name, STR("niveau"))	? NIVEAU_WORDS
	       : str_eq(name, STR("organe"))	? ORGANE_WORDS
	       : str_eq(name, STR("formule"))	? FORMULES
	       : str_eq(name, STR("acte.nature")) ? NATURE_WORDS
						: NULL;
}

static struct str near_or_all(struct lint *l, struct str word, const char *const *words)
{
	struct str s = lint_near(l, word, words);
	if (s.n)
		return s;
	s = STR(" ; valeurs : ");
	for (size_t i = 0; words[i]; i++)
		s = arena_printf(l->a, "%.*s%s%s", STR_ARG(s), i ? ", " : "", words[i]);
	return s;
}

/* "mois_de(…)" of a call, else "". */
static struct str call_text(struct lint *l, const struct node *n)
{
	return n->kind == NODE_CALL && n->a->kind == NODE_NAME ? arena_printf(l->a, "%.*s(…)", STR_ARG(n->a->name)) : STR("");
}

/* What is no field: what a function gives, or a value that a local was given. */
static void computed_against_text(struct lint *l, const struct node *value, const struct node *text)
{
	struct str chain = chain_text(l, value), call = call_text(l, value), what = chain.n ? chain : call;
	enum kind kind = kind_of(l, value).kind;
	if (kind == KIND_NUMBER && str_starts(call, STR("mois_de(")))
		remark(l, text->tok, true, "R061", "« mois_de(…) » est un nombre, jamais un texte : de 1 (janvier) à 12 (décembre), sans guillemets");
	else if (kind == KIND_NUMBER)
		remark(l, text->tok, true, "R061", "%s%.*s%s est un nombre, jamais un texte : un nombre s'écrit sans guillemets", what.n ? "« " : "ce qui est comparé",
		       STR_ARG(what), what.n ? " »" : "");
	else if (str_starts(call, STR("jour_de_semaine(")) && str_position(text->name, JOURS) < 0)
		remark(l, text->tok, true, "R063", "« %.*s » ne vaut jamais « %.*s »%.*s", STR_ARG(what), STR_ARG(text->name),
		       STR_ARG(near_or_all(l, text->name, JOURS)));
}

static void against_text(struct lint *l, struct value v, struct str what, const struct node *text, bool equal)
{
	struct date day;
	const char *const *words;
	if (v.kind == KIND_NUMBER || v.desc == NULL)
		return;
	switch (v.desc->type) {
	case TYPE_NOMBRE:
		remark(l, text->tok, true, "R061", "comparaison %s : « %.*s » est un nombre, qui s'écrit sans guillemets",
		       equal ? "toujours fausse" : "impossible", STR_ARG(what));
		return;
	case TYPE_DATE:
		if (date_misses(text->name))
			remark(l, text->tok, true, "R062", DAY_MISSES, STR_ARG(text->name));
		else if (!date_parse(text->name, &day))
			remark(l, text->tok, true, "R062",
			       "« %.*s » est une date \"AAAA-MM-JJ\" : le 24 mars 2020 s'écrit \"2020-03-24\"", STR_ARG(what));
		return;
	case TYPE_HEURE:
		if (text->name.n != 5 || text->name.p[2] != ':')
			remark(l, text->tok, true, "R062", "« %.*s » est une heure \"HH:MM\" : 9 heures s'écrit \"09:00\"",
			       STR_ARG(what));
		return;
	case TYPE_MOT:
		words = words_of(v.desc);
		if (words && str_position(text->name, words) < 0)
			remark(l, text->tok, true, "R063", "« %.*s » ne vaut jamais « %.*s »%.*s", STR_ARG(what), STR_ARG(text->name),
			       STR_ARG(near_or_all(l, text->name, words)));
		return;
	default: return;
	}
}

static void against_number(struct lint *l, struct value v, struct str what, const struct node *number)
{
	if (kind_is_list(v))
		remark(l, number->tok, true, "R061", "« %.*s » est une liste : comparez nombre(%.*s)", STR_ARG(what), STR_ARG(what));
	else if (str_starts(what, STR("euros(")))
		remark(l, number->tok, true, "R061", "comparaison impossible : « %.*s » est un texte, pour un message ; comparez des centimes, m.centimes > 10000 * 100",
		       STR_ARG(what));
	else if (v.kind == KIND_TEXT || v.kind == KIND_STATUS ||
		 (v.desc && v.desc->type != TYPE_NOMBRE))
		remark(l, number->tok, true, "R061", "comparaison impossible : « %.*s » est un texte ; un texte s'écrit entre guillemets",
		       STR_ARG(what.n ? what : STR("la valeur")));
}

/* A sum in euros is written n * 100, so a bare number is most often one that was meant in euros. */
static void check_sum(struct lint *l, const struct node *sum, const struct node *number)
{
	int64_t n;
	if (sum->kind != NODE_FIELD || !str_eq(sum->name, STR("centimes")) || kind_of(l, sum).kind != KIND_NUMBER ||
	    !str_int(lex_str(l->t, number->tok), &n) || n == 0)
		return;
	remark(l, number->tok, false, "R086", "%lld centimes font %lld,%02lld € : %lld euros s'écrivent %lld * 100", (long long)n, (long long)(n / 100),
	       (long long)(n % 100), (long long)n, (long long)n);
}

/* An element has no order and is no number: one of its fields is meant. */
static bool whole_element(struct lint *l, struct value v, struct str what, const struct node *number)
{
	if (v.kind != KIND_ELEMENT || !what.n)
		return false;
	if (v.desc->type == TYPE_MONTANTS)
		remark(l, number->tok, true, "R061", "« %.*s » est un montant, pas un nombre : comparez « %.*s.centimes » (10 000 € : 10000 * 100)", STR_ARG(what),
		       STR_ARG(what));
	else
		remark(l, number->tok, true, "R061", "« %.*s » est un élément de liste, pas un nombre : comparez un de ses champs", STR_ARG(what));
	return true;
}

static void against_literal(struct lint *l, const struct node *field, const struct node *literal, const struct node *op)
{
	struct value v = kind_of(l, field);
	struct str what = chain_text(l, field);
	bool equal = str_eq(op->name, STR("==")) || str_eq(op->name, STR("~="));
	if (v.kind == KIND_STATUS && literal->kind == NODE_TEXT && str_position(literal->name, STATUTS) < 0) {
		remark(l, literal->tok, true, "R063", "un statut ne vaut jamais « %.*s »%.*s", STR_ARG(literal->name),
		       STR_ARG(near_or_all(l, literal->name, STATUTS)));
		return;
	}
	if (v.kind == KIND_FIELD && literal->kind == NODE_NIL && equal && what.n)
		remark(l, literal->tok, true, "R064",
		       "« %.*s » n'est jamais nil : un champ non lu arrête la règle ; demandez d:statut(\"…\") == \"absent\"",
		       STR_ARG(what));
	if (literal->kind == NODE_TEXT)
		computed_against_text(l, field, literal);
	if (literal->kind == NODE_NUMBER && whole_element(l, v, what, literal))
		return;
	if (literal->kind == NODE_NUMBER)
		check_sum(l, field, literal);
	if (v.kind != KIND_FIELD && v.kind != KIND_OPTIONAL && v.kind != KIND_TEXT && v.kind != KIND_STATUS && !kind_is_list(v))
		return;
	if (literal->kind == NODE_TEXT)
		against_text(l, v, what.n ? what : str_c(v.desc ? v.desc->name : ""), literal, equal);
	if (literal->kind == NODE_NUMBER)
		against_number(l, v, what.n ? what : call_text(l, field), literal);
}

/* d.organe == commission_permanente: the word of a closed set without its quotes, which is a name. */
static bool lacks_quotes(struct lint *l, const struct node *field, const struct node *name)
{
	struct value v = kind_of(l, field);
	const char *const *words = v.desc && v.desc->type == TYPE_MOT ? words_of(v.desc) : v.kind == KIND_STATUS ? STATUTS : NULL;
	if (!words || name->kind != NODE_NAME || lint_symbol(l, name->name) || str_position(name->name, words) < 0)
		return false;
	remark(l, name->tok, true, "R065", "un mot s'écrit entre guillemets : \"%.*s\"", STR_ARG(name->name));
	return true;
}

static bool is_literal(const struct node *n)
{
	return n->kind == NODE_TEXT || n->kind == NODE_NUMBER || n->kind == NODE_NIL;
}

void check_comparison(struct lint *l, const struct node *n)
{
	static const char *const tests[] = { "==", "~=", "<", ">", "<=", ">=", NULL };
	if (str_eq(n->name, STR("&")) || str_eq(n->name, STR("|")))
		remark(l, n->tok, true, "R012", "« %s » s'écrit « %s »", str_eq(n->name, STR("&")) ? "et" : "ou",
		       str_eq(n->name, STR("&")) ? "and" : "or");
	if (str_position(n->name, tests) < 0 || lacks_quotes(l, n->a, n->b) || lacks_quotes(l, n->b, n->a))
		return;
	if (is_literal(n->b))
		against_literal(l, n->a, n->b, n);
	else if (is_literal(n->a))
		against_literal(l, n->b, n->a, n);
	else if ((str_eq(n->name, STR("==")) || str_eq(n->name, STR("~="))) &&
		 ((kind_is_list(kind_of(l, n->a)) && kind_of(l, n->b).kind == KIND_NUMBER) ||
		  (kind_is_list(kind_of(l, n->b)) && kind_of(l, n->a).kind == KIND_NUMBER)))
		remark(l, n->tok, true, "R061", "une liste n'est jamais égale à un nombre : comparez nombre(liste)");
}

/* A field read strictly is never nil nor false: as a condition it decides nothing. */
void check_condition(struct lint *l, const struct node *n)
{
	while (n->kind == NODE_UNARY && str_eq(n->name, STR("not")))
		n = n->a;
	if (n->kind == NODE_BINARY && (str_eq(n->name, STR("and")) || str_eq(n->name, STR("or")))) {
		check_condition(l, n->a);
		check_condition(l, n->b);
		return;
	}
	struct value v = kind_of(l, n);
	struct str what = chain_text(l, n);
	if (v.kind == KIND_STATUS)
		remark(l, n->tok, false, "R081",
		       "d:statut(…) est toujours vrai en condition : comparez-le, == \"lu\", == \"absent\"…");
	else if (v.kind == KIND_NUMBER && n->kind != NODE_NUMBER)
		remark(l, n->tok, false, "R081", "un nombre est toujours vrai en condition, même 0 : comparez-le, « > 0 »");
	else if ((v.kind == KIND_FIELD || v.kind == KIND_VOTES) && what.n && n->kind == NODE_FIELD)
		remark(l, n->tok, false, "R081",
		       "« %.*s » est toujours vrai en condition (un champ non lu arrête la règle) : comparez-le, ou demandez "
		       "d:statut(\"…\") == \"lu\"",
		       STR_ARG(what));
}

/* 2020-03-24 without quotes is a subtraction. */
void check_number(struct lint *l, const struct node *n)
{
	struct str day = lex_str(l->t, n->tok + 4);
	if (lex_str(l->t, n->tok).n == 4 && lex_is(l->t, n->tok + 1, "-") && l->t->at[n->tok + 2].kind == LEX_NUMBER &&
	    lex_str(l->t, n->tok + 2).n == 2 && lex_is(l->t, n->tok + 3, "-") && day.n == 2)
		remark(l, n->tok, true, "R062", "une date s'écrit entre guillemets : \"%.*s-%.*s-%.*s\"",
		       STR_ARG(lex_str(l->t, n->tok)), STR_ARG(lex_str(l->t, n->tok + 2)), STR_ARG(day));
}
