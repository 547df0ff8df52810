/* SPDX-License-Identifier: EUPL-1.2 */
/* What an expression is, as far as its words tell: a field of the act with its type, an element of a list, a text … Anything
 * doubtful is KIND_ANY, of which nothing is ever remarked. */
#include "finding.h"
#include "lint_priv.h"

static const struct field_desc *desc_in(struct str name, bool in_vote)
{
	for (size_t i = 0; i < FIELDS_N; i++)
		if ((FIELDS[i].scope == SCOPE_VOTE) == in_vote && str_eq(name, str_c(FIELDS[i].name)))
			return &FIELDS[i];
	return NULL;
}

static bool is_part(struct str name)
{
	for (size_t i = 0; i < FIELDS_N; i++) {
		struct str full = str_c(FIELDS[i].name);
		if (FIELDS[i].scope != SCOPE_VOTE && full.n > name.n && full.p[name.n] == '.' && str_starts(full, name))
			return true;
	}
	return false;
}

static struct str joined(struct lint *l, struct str prefix, struct str name)
{
	return prefix.n ? arena_printf(l->a, "%.*s.%.*s", STR_ARG(prefix), STR_ARG(name)) : name;
}

bool kind_is_list(struct value v)
{
	enum field_type t = v.desc ? v.desc->type : TYPE_NOMBRE;
	bool list = t == TYPE_ELUS || t == TYPE_POUVOIRS || t == TYPE_TEXTES || t == TYPE_REFERENCES || t == TYPE_MONTANTS;
	return v.kind == KIND_VOTES || v.kind == KIND_ACTES || v.kind == KIND_GROUPS || (v.kind == KIND_FIELD && list);
}

struct value kind_of_element(struct value list)
{
	switch (list.kind) {
	case KIND_VOTES: return (struct value){ .kind = KIND_VOTE };
	case KIND_ACTES: return (struct value){ .kind = KIND_DOC };
	case KIND_GROUPS: return (struct value){ .kind = KIND_GROUP };
	case KIND_FIELD: case KIND_OPTIONAL: break;
	default: return (struct value){ .kind = KIND_ANY };
	}
	if (list.desc && list.desc->type == TYPE_ELUS)
		return (struct value){ .kind = KIND_PERSON };
	return (struct value){ .kind = kind_is_list((struct value){ KIND_FIELD, list.desc, STR("") }) ? KIND_ELEMENT : KIND_ANY,
			       .desc = list.desc };
}

/* A name below a value; *ret_known false when it does not exist. */
static struct value below(struct lint *l, struct value v, struct str name, bool *ret_known)
{
	struct str full = joined(l, v.prefix, name);
	const struct field_desc *d;
	*ret_known = true;
	if (v.kind == KIND_DOC && (str_eq(name, STR("statut")) || str_eq(name, STR("si_lu"))))
		return (struct value){ .kind = KIND_ANY };
	if (v.kind == KIND_DOC && str_eq(name, STR("vote")))
		return (struct value){ .kind = KIND_VOTE };
	if (v.kind == KIND_DOC && str_eq(name, STR("votes")))
		return (struct value){ .kind = KIND_VOTES };
	if (v.kind == KIND_DOC && str_eq(name, STR("actes")))
		return (struct value){ .kind = KIND_ACTES };
	if (v.kind == KIND_DOC && !desc_in(full, false) && is_part(full))
		return (struct value){ KIND_PART, NULL, full };
	if (v.kind == KIND_VOTE && (str_eq(name, STR("statut")) || str_eq(name, STR("si_lu"))))
		return (struct value){ .kind = KIND_ANY };
	d = desc_in(full, v.kind == KIND_VOTE);
	*ret_known = d != NULL;
	return (struct value){ d ? KIND_FIELD : KIND_ANY, d, STR("") };
}

static struct value of_element(const struct value *v, struct str name)
{
	static const char *const texts[] = { "nom", "nom_seul", "civilite", "cle", "depuis", "jusqua", "texte", "taxe",
					     "beneficiaire", NULL };
	if (str_eq(name, STR("centimes")) || str_eq(name, STR("nombre")))
		return (struct value){ .kind = KIND_NUMBER };
	if (v->kind == KIND_ELEMENT && v->desc->type == TYPE_POUVOIRS)
		return (struct value){ .kind = KIND_PERSON };
	return (struct value){ .kind = str_position(name, texts) >= 0 ? KIND_TEXT : KIND_ANY };
}

static struct value of_call(struct lint *l, const struct node *n)
{
	static const struct { const char *name; enum kind kind; } given[] = {
		{ "nombre", KIND_NUMBER },     { "jours_entre", KIND_NUMBER }, { "texte", KIND_TEXT },
		{ "liste", KIND_TEXT },        { "tostring", KIND_TEXT },      { "jour_de_semaine", KIND_TEXT },
		{ "mois_de", KIND_NUMBER },    { "annee_de", KIND_NUMBER },    { "euros", KIND_TEXT },
		{ "compte_de", KIND_TEXT },    { "date_en_lettres", KIND_TEXT }, { "date_en_chiffres", KIND_TEXT },
		{ "regroupe", KIND_GROUPS },   { "conforme", KIND_VERDICT },   { "anomalie", KIND_VERDICT },
		{ "anomalies", KIND_VERDICT }, { "sans_objet", KIND_VERDICT }, { "non_verifiable", KIND_VERDICT },
	};
	if (n->a->kind != NODE_NAME || lint_symbol(l, n->a->name))
		return (struct value){ .kind = KIND_ANY };
	for (size_t i = 0; i < sizeof given / sizeof *given; i++)
		if (str_eq(n->a->name, str_c(given[i].name)))
			return (struct value){ .kind = given[i].kind };
	return (struct value){ .kind = KIND_ANY };
}

static struct value of_method(struct lint *l, const struct node *n)
{
	struct value on = kind_of(l, n->a);
	bool known;
	if (str_eq(n->name, STR("statut")))
		return (struct value){ .kind = KIND_STATUS };
	if (!str_eq(n->name, STR("si_lu")) || !n->b || n->b->kind != NODE_TEXT ||
	    (on.kind != KIND_DOC && on.kind != KIND_VOTE && on.kind != KIND_PART))
		return (struct value){ .kind = KIND_ANY };
	struct str name = n->b->name;
	bool in_vote = str_starts(name, STR("vote."));
	on.kind = in_vote ? KIND_VOTE : on.kind;
	struct value v = below(l, on, in_vote ? str_part(name, 5, name.n) : name, &known);
	if (v.kind == KIND_FIELD)
		v.kind = KIND_OPTIONAL;
	return v;
}

static struct value of_operator(const struct node *n)
{
	static const char *const tests[] = { "==", "~=", "<", ">", "<=", ">=", NULL };
	if (str_position(n->name, tests) >= 0)
		return (struct value){ .kind = KIND_BOOLEAN };
	if (str_eq(n->name, STR("..")))
		return (struct value){ .kind = KIND_TEXT };
	return (struct value){ .kind = str_eq(n->name, STR("and")) || str_eq(n->name, STR("or")) ? KIND_ANY : KIND_NUMBER };
}

struct value kind_of(struct lint *l, const struct node *n)
{
	struct symbol *s;
	struct value v;
	bool known;
	switch (n->kind) {
	case NODE_NIL: return (struct value){ .kind = KIND_NIL };
	case NODE_TRUE: case NODE_FALSE: return (struct value){ .kind = KIND_BOOLEAN };
	case NODE_NUMBER: return (struct value){ .kind = KIND_NUMBER };
	case NODE_TEXT: return (struct value){ .kind = KIND_TEXT };
	case NODE_NAME:
		s = lint_symbol(l, n->name);
		return s ? s->value : (struct value){ .kind = KIND_ANY };
	case NODE_FIELD:
		v = kind_of(l, n->a);
		if (v.kind == KIND_DOC || v.kind == KIND_PART || v.kind == KIND_VOTE)
			return below(l, v, n->name, &known);
		if (v.kind == KIND_GROUP && str_eq(n->name, STR("elements")))
			return (struct value){ .kind = KIND_ANY };
		return v.kind == KIND_PERSON || v.kind == KIND_ELEMENT || v.kind == KIND_GROUP
			       ? of_element(&v, n->name)
			       : (struct value){ .kind = KIND_ANY };
	case NODE_INDEX: return kind_of_element(kind_of(l, n->a));
	case NODE_CALL: return of_call(l, n);
	case NODE_METHOD: return of_method(l, n);
	case NODE_BINARY: return of_operator(n);
	case NODE_UNARY:
		return (struct value){ .kind = str_eq(n->name, STR("not")) ? KIND_BOOLEAN : KIND_NUMBER };
	default: return (struct value){ .kind = KIND_ANY };
	}
}

struct str chain_text(const struct lint *l, const struct node *n)
{
	const struct node *in = n;
	while (in->kind == NODE_FIELD)
		in = in->a;
	if (in->kind != NODE_NAME || n->end == 0)
		return STR("");
	return str_part(l->t->text, l->t->at[in->tok].at, l->t->at[n->kind == NODE_NAME ? n->tok : n->end - 1].end);
}

/* date_seance, date_de_la_seance: the parts of seance.date, each a word of the name. */
static bool holds_parts(struct str name, struct str field)
{
	size_t dot = str_find(field, STR("."), 0);
	return dot != STR_NONE && str_find(name, str_part(field, 0, dot), 0) != STR_NONE &&
	       str_find(name, str_part(field, dot + 1, field.n), 0) != STR_NONE;
}

#define KNOWN_MAX 96
static struct str near_field(struct lint *l, struct str full, bool in_vote)
{
	const char *known[KNOWN_MAX + 1];
	size_t n = 0;
	for (size_t i = 0; i < FIELDS_N && n < KNOWN_MAX - 8; i++)
		if ((FIELDS[i].scope == SCOPE_VOTE) == in_vote)
			known[n++] = FIELDS[i].name;
	for (size_t i = 0; i < FIELDS_N && !in_vote && n < KNOWN_MAX - 8; i++)
		if (FIELDS[i].scope == SCOPE_VOTE)
			known[n++] = arena_printf(l->a, "vote.%s", FIELDS[i].name).p;
	if (!in_vote) {
		known[n++] = "vote";
		known[n++] = "votes";
		known[n++] = "actes";
	}
	known[n] = NULL;
	/* "date" is far from "seance.date" by letters, and yet it is what is meant. */
	for (size_t i = 0; i < n; i++) {
		struct str k = str_c(known[i]), tail = arena_printf(l->a, ".%.*s", STR_ARG(full));
		if (str_ends(k, tail) || holds_parts(full, k))
			return arena_printf(l->a, " ; vouliez-vous « %s » ?", known[i]);
	}
	return lint_near(l, full, known);
}

static void check_document_field(struct lint *l, const struct node *n, struct value v)
{
	bool exists = true;
	below(l, v, n->name, &exists);
	if (exists)
		return;
	const struct str full = joined(l, v.prefix, n->name), near = near_field(l, full, v.kind == KIND_VOTE);
	remark(l, n->tok, true, "R070", "champ inconnu%s « %.*s »%.*s", v.kind == KIND_VOTE ? " du vote" : "", STR_ARG(full), STR_ARG(near));
}

/* A list has no fields at all. */
static void check_list_field(struct lint *l, const struct node *n)
{
	static const char *const how_many[] = { "nombre", "longueur", "taille", NULL };
	const struct str list = chain_text(l, n->a);
	if (str_position(n->name, how_many) >= 0)
		remark(l, n->tok, true, "R070", "le nombre d'éléments d'une liste s'écrit nombre(%.*s)", STR_ARG(list));
	else
		remark(l, n->tok, true, "R070", "une liste n'a pas de champ « %.*s » : parcourez-la par « for x in chaque(%.*s) do »", STR_ARG(n->name), STR_ARG(list));
}

/* Of an element of a list, a person, a group; NULL for what has fields that are not known here. */
static const char *const *fields_known(struct value v)
{
	static const char *const person[] = { "nom", "nom_seul", "civilite", "cle", "depuis", "jusqua", NULL },
				 *const group[] = { "nom", "nom_seul", "civilite", "cle", "nombre", "elements", NULL },
				 *const pouvoir[] = { "mandant", "mandataire", NULL },
				 *const montant[] = { "centimes", "taxe", "beneficiaire", NULL },
				 *const reference[] = { "cle", "texte", NULL }, *const texte[] = { "texte", NULL };
	if (v.kind == KIND_PERSON)
		return person;
	if (v.kind == KIND_GROUP)
		return group;
	if (v.kind != KIND_ELEMENT)
		return NULL;
	switch (v.desc->type) {
	case TYPE_POUVOIRS: return pouvoir;
	case TYPE_MONTANTS: return montant;
	case TYPE_REFERENCES: return reference;
	default: return texte;
	}
}

void check_field(struct lint *l, const struct node *n)
{
	struct value v = kind_of(l, n->a);
	if (v.kind == KIND_DOC || v.kind == KIND_PART || v.kind == KIND_VOTE) {
		check_document_field(l, n, v);
		return;
	}
	if (kind_is_list(v)) {
		check_list_field(l, n);
		return;
	}
	const char *const *known = fields_known(v);
	if (!known || str_position(n->name, known) >= 0)
		return;
	struct str near = lint_near(l, n->name, known);
	for (size_t i = 0; known[i] && (i > 0 || !near.n); i++)
		near = arena_printf(l->a, "%.*s%s%s", STR_ARG(near), i ? ", " : " ; champs : ", known[i]);
	remark(l, n->tok, true, "R070", "champ inconnu « %.*s »%.*s", STR_ARG(n->name), STR_ARG(near));
}

/* What preuve names: a field without its vote too ("contre"), a place of a list ("montants[1]"). */
void check_evidence(struct lint *l, const struct node *n)
{
	struct value v = kind_of(l, n);
	if (n->kind == NODE_TABLE) {
		for (const struct node *i = n->b; i; i = i->next)
			check_evidence(l, i->b);
		return;
	}
	if (n->kind == NODE_TEXT) {
		struct str name = str_starts(n->name, STR("vote.")) ? str_part(n->name, 5, n->name.n) : n->name;
		if (!desc_in(name, true) && !desc_in(n->name, false) && str_find(name, STR("["), 0) == STR_NONE)
			remark(l, n->tok, true, "R070", "preuve : champ inconnu « %.*s »%.*s", STR_ARG(n->name), STR_ARG(near_field(l, n->name, false)));
		return;
	}
	if (v.kind == KIND_FIELD && v.desc && !kind_is_list(v))
		remark(l, n->tok, true, "R066", "preuve nomme le champ, entre guillemets et sans « d. » : \"%s%s\"", v.desc->scope == SCOPE_VOTE ? "vote." : "",
		       v.desc->name);
}

void check_named_field(struct lint *l, const struct node *call)
{
	struct value on = kind_of(l, call->a);
	bool known = true;
	if (!call->b || call->b->kind != NODE_TEXT || (on.kind != KIND_DOC && on.kind != KIND_PART && on.kind != KIND_VOTE))
		return;
	struct str name = call->b->name;
	bool spelled = str_starts(name, STR("vote.")), in_vote = on.kind == KIND_VOTE || spelled;
	if (str_starts(name, STR("vote.")))
		name = str_part(name, 5, name.n);
	if (in_vote)
		on = (struct value){ .kind = KIND_VOTE };
	struct value v = below(l, on, name, &known);
	if (v.kind == KIND_PART)
		known = false;
	if (!known)
		remark(l, call->b->tok, true, "R070", "champ inconnu « %.*s »%.*s", STR_ARG(call->b->name),
		       STR_ARG(near_field(l, spelled ? call->b->name : joined(l, on.prefix, name), in_vote && !spelled)));
}
