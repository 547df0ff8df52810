/* SPDX-License-Identifier: EUPL-1.2 */
/* regle{ }: the declaration of a rule, checked whole before anything of it is used. */
#include <lauxlib.h>
#include "declare.h"

#define LEGAL_MAX 64

const struct table_key REGLE_CLES[] = {
	{ "id", "le nom court de la règle, qui est aussi le nom du fichier ; obligatoire", "id = \"pouvoir-unique\"" },
	{ "version", "à changer à chaque modification ; obligatoire", "version = \"1.0.0\"" },
	{ "titre", "le nom de la règle pour les personnes ; obligatoire", "titre = \"Un seul pouvoir par élu\"" },
	{ "resume", "ce que la règle vérifie, en quelques phrases", "resume = \"Un élu ne porte qu'un pouvoir.\"" },
	{ "gravite", "information, mineure, majeure ou bloquante ; obligatoire", "gravite = \"mineure\"" },
	{ "fondement", "les textes sur lesquels la règle s'appuie ; obligatoire",
	  "fondement = { { code = \"CGCT\", article = \"L. 3121-16\", dit = \"une seule délégation de vote\" } }" },
	{ "validite", "les séances que la règle juge ; en dehors, elle est sans objet", "validite = { du = \"2015-03-29\" }" },
	{ "verifie_le", "le jour où un juriste a relu la règle", "verifie_le = \"2026-11-20\"" },
	{ "verifie_par", "qui l'a relue", "verifie_par = \"service juridique\"" },
	{ "portee", "\"acte\" (chaque acte est jugé, ce qui vaut sans l'écrire) ou \"seance\" (le document entier, une fois)",
	  "portee = \"seance\"" },
	{ "exemple", "l'acte d'exemple sur lequel portent les essais qui n'en nomment pas : un fichier .txt de conf/exemples, ou à côté de la règle, sans .txt", "exemple = \"cp-reguliere\"" },
	{ "s_applique", "vrai quand la règle concerne cet acte", "s_applique = function(d) return d.niveau == \"departement\" end" },
	{ "controle", "ce que fait la règle ; se termine par un verdict ; obligatoire",
	  "controle = function(d) return conforme(\"rien à relever\") end" },
	{ NULL, NULL, NULL },
};
const struct table_key FONDEMENT_CLES[] = {
	{ "code", "le code, la loi ou le décret", "code = \"CGCT\"" },
	{ "article", "l'article", "article = \"L. 3121-16\"" },
	{ "dit", "ce que dit le texte, avec vos mots", "dit = \"une seule délégation de vote par élu\"" },
	{ "depuis", "le jour où le texte est entré en vigueur : une séance d'avant ne le cite pas", "depuis = \"2025-12-24\"" },
	{ "url", "l'adresse du texte", "url = \"https://www.legifrance.gouv.fr/…\"" },
	{ "usage", "au lieu d'un texte : une logique, une pratique de la maison", "usage = \"nul ne vote deux fois en son nom\"" },
	{ "reponse_ministerielle", "au lieu d'un code : la réponse citée", "reponse_ministerielle = \"Sénat, n° 15666\"" },
	{ "jurisprudence", "au lieu d'un code : la décision citée", "jurisprudence = \"CE, 10 mars 1976, n° 88946\"" },
	{ "niveau", "ce fondement ne vaut qu'à ce niveau", "niveau = \"departement\"" },
	{ "organe", "ce fondement ne vaut que pour cet organe", "organe = \"commission_permanente\"" },
	{ NULL, NULL, NULL },
};
const struct table_key VALIDITE_CLES[] = {
	{ "du", "le premier jour de séance jugé", "du = \"2015-03-29\"" },
	{ "au", "le dernier", "au = \"2025-12-31\"" },
	{ NULL, NULL, NULL },
};

struct draft *declare_draft(lua_State *L, const char *what)
{
	struct vm *vm = vm_of(L);
	if (vm->phase != PHASE_RULE)
		vm_fault(L, "%s ne peut être appelé qu'au premier niveau du fichier de la règle", what);
	return vm->draft;
}

enum severity declare_severity(lua_State *L, int idx, const char *key, bool needed)
{
	return (enum severity)(table_word(L, idx, key, needed, SEVERITY_WORDS) + 1); /* -1: none */
}

#define ID_MAX 64
static bool is_id(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= 'a' && s.p[i] <= 'z') || is_figure(s.p[i]) || s.p[i] == '-'))
			return false;
	return s.n <= ID_MAX;
}

static void check_id(lua_State *L, const struct draft *d, struct str id)
{
	struct str file = str_after_last(d->rule->info.file, '/');
	struct str stem = str_part(file, 0, str_ends(file, STR(".lua")) ? file.n - 4 : file.n);
	if (!is_id(id))
		vm_fault(L, "« id » s'écrit en minuscules sans accent, chiffres et traits d'union (%d au plus), comme le nom du fichier", ID_MAX);
	if (str_eq(stem, id))
		return;
	if (!is_id(stem))
		vm_fault(L, "« id » doit être le nom du fichier : renommez le fichier en « %s.lua »", id.p);
	lua_pushlstring(L, stem.p, stem.n);
	vm_fault(L, "« id » doit être le nom du fichier : écrivez id = \"%s\", ou renommez le fichier en « %s.lua »", lua_tostring(L, -1), id.p);
}

/* Levels may be left out; a word that is not one of the model's would silently never hold. */
static struct str optional_word(lua_State *L, int idx, const char *key, const char *const *words)
{
	int i = table_word(L, idx, key, false, words);
	return i < 0 ? STR("") : str_c(words[i]);
}

static struct legal read_legal(lua_State *L, int idx, struct arena *a)
{
	if (lua_type(L, idx) != LUA_TTABLE)
		vm_fault(L, "« fondement » est une liste de { code = …, article = …, dit = … }, pas %s",
			 obj_type_fr(L, idx));
	table_only(L, idx, "fondement", FONDEMENT_CLES);
	struct legal l = {
		.code = table_text(L, idx, "code", false, a),
		.article = table_text(L, idx, "article", false, a),
		.usage = table_text(L, idx, "usage", false, a),
		.reponse_ministerielle = table_text(L, idx, "reponse_ministerielle", false, a),
		.jurisprudence = table_text(L, idx, "jurisprudence", false, a),
		.dit = table_text(L, idx, "dit", false, a),
		.depuis = table_day(L, idx, "depuis", a),
		.url = table_text(L, idx, "url", false, a),
		.niveau = optional_word(L, idx, "niveau", NIVEAU_WORDS),
		.organe = optional_word(L, idx, "organe", ORGANE_WORDS),
	};
	if ((l.code.n > 0) != (l.article.n > 0))
		vm_fault(L, "fondement : « code » et « article » vont ensemble");
	if ((l.code.n > 0) + (l.usage.n > 0) + (l.reponse_ministerielle.n > 0) + (l.jurisprudence.n > 0) > 1)
		vm_fault(L, "fondement : une entrée par texte (code et article, usage, jurisprudence ou "
			    "reponse_ministerielle)");
	if (!l.code.n && !l.usage.n && !l.reponse_ministerielle.n && !l.jurisprudence.n)
		vm_fault(L, "fondement : donnez code et article, usage, jurisprudence ou reponse_ministerielle");
	if (!l.usage.n && !l.dit.n)
		vm_fault(L, "fondement : il manque « dit = \"…\" » (ce que dit le texte)");
	return l;
}

static void read_fondement(lua_State *L, struct draft *d)
{
	struct legal *l = ARENA_ARRAY(d->a, LEGAL_MAX, struct legal);
	bool there = table_get(L, 1, "fondement");
	if (there && lua_type(L, -1) != LUA_TTABLE)
		vm_fault(L, "« fondement » est une liste de textes : { { code = \"CGCT\", article = \"…\", dit = \"…\" } }, pas %s",
			 obj_type_fr(L, -1));
	if (there && lua_rawlen(L, -1) == 0 && (table_get(L, -1, "code") || table_get(L, -2, "usage")))
		vm_fault(L, "« fondement » est une liste : doublez les accolades, fondement = { { … } }");
	if (!there || lua_rawlen(L, -1) == 0)
		vm_fault(L, "il manque « fondement = { { code = …, article = …, dit = … } } », ou { { usage = … } } pour une règle de la maison");
	int list = lua_gettop(L);
	size_t n = (size_t)lua_rawlen(L, list);
	if (n > LEGAL_MAX)
		vm_fault(L, "« fondement » a plus de %d entrées", LEGAL_MAX);
	for (size_t i = 0; i < n; i++) {
		lua_rawgeti(L, list, (lua_Integer)i + 1);
		l[i] = read_legal(L, lua_gettop(L), d->a);
		lua_settop(L, list);
	}
	lua_settop(L, 1);
	d->rule->info.fondement = l;
	d->rule->info.fondement_n = n;
}

static void read_validity(lua_State *L, struct draft *d)
{
	if (!table_get(L, 1, "validite")) {
		lua_settop(L, 1);
		return;
	}
	if (lua_type(L, -1) != LUA_TTABLE)
		vm_fault(L, "« validite » s'écrit { du = \"AAAA-MM-JJ\", au = \"AAAA-MM-JJ\" }");
	table_only(L, -1, "validite", VALIDITE_CLES);
	d->rule->info.du = table_day(L, -1, "du", d->a);
	d->rule->info.au = table_day(L, -1, "au", d->a);
	lua_settop(L, 1);
}

static int read_function(lua_State *L, const char *key, bool needed)
{
	bool there = table_get(L, 1, key);
	if (!there && !needed) {
		lua_pop(L, 1);
		return LUA_NOREF;
	}
	if (lua_type(L, -1) != LUA_TFUNCTION || lua_iscfunction(L, -1))
		vm_fault(L,
			 there ? "« %s » s'écrit « %s = function(d) … end »" : "il manque « %s = function(d) … end »",
			 key, key);
	return luaL_ref(L, LUA_REGISTRYINDEX);
}

static void read_texts(lua_State *L, struct draft *d)
{
	static const char *const scopes[] = { "acte", "seance", NULL };
	struct rule_info *i = &d->rule->info;
	i->id = table_text(L, 1, "id", true, d->a);
	check_id(L, d, i->id);
	i->version = table_text(L, 1, "version", true, d->a);
	i->titre = table_text(L, 1, "titre", true, d->a);
	i->resume = table_text(L, 1, "resume", false, d->a);
	i->verifie_le = table_day(L, 1, "verifie_le", d->a);
	i->verifie_par = table_text(L, 1, "verifie_par", false, d->a);
	i->gravite = declare_severity(L, 1, "gravite", true);
	i->par_seance = table_word(L, 1, "portee", false, scopes) == 1;
	d->rule->exemple = table_text(L, 1, "exemple", false, d->a);
	if (rule_says_illegal(i->titre) || rule_says_illegal(i->resume))
		vm_fault(L, "« %s » ne dit jamais « illégal » : dites ce que la règle vérifie",
			 rule_says_illegal(i->titre) ? "titre" : "resume");
}

static int regle(lua_State *L)
{
	struct draft *d = declare_draft(L, "regle{ }");
	if (d->declared)
		vm_fault(L, "un fichier contient une seule règle");
	if (lua_type(L, 1) != LUA_TTABLE)
		vm_fault(L, "regle s'écrit « regle { id = …, … } »");
	lua_settop(L, 1);
	table_only(L, 1, "regle{ }", REGLE_CLES);
	read_texts(L, d);
	read_fondement(L, d);
	read_validity(L, d);
	d->rule->s_applique = read_function(L, "s_applique", false);
	d->rule->controle = read_function(L, "controle", true);
	if (!d->rule->exemple.n)
		d->rule->exemple = STR("cp-reguliere");
	d->declared = true;
	return 0;
}

const struct env_function DECLARATIONS[] = {
	{ "regle", regle, "regle { … }",
	  "déclare la règle ; ses clés sont plus bas",
	  "regle { id = \"ma-regle\", … }" },
	{ "essai", essai_declare, "essai \"nom\" { … }",
	  "déclare un essai ; ses clés sont plus bas",
	  "essai \"acte régulier\" { attendu = \"conforme\" }" },
	{ NULL, NULL, NULL, NULL, NULL },
};
