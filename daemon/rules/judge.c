/* SPDX-License-Identifier: EUPL-1.2 */
/* One evaluation: the script runs under fresh limits inside one protected call, and leaves by a verdict, by a
 * field that was not read (non_verifiable), by a limit or by an error (erreur). All memory of the document is
 * taken after the script has ended. */
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <lauxlib.h>
#include "block.h"
#include "clock.h"
#include "fold.h"
#include "rule.h"
#include "verdicts.h"

struct copy {           /* of one verdict: its texts were Lua's */
	struct said said;
	char *texts;    /* message and sujet, one after the other */
};
struct run {            /* of one protected call; not the arena, because an arena's jump must not cross Lua's frames */
	struct copy *copies;
	size_t copies_n, copies_cap;
	const char *engine; /* sans_objet, said by the engine */
	struct eval ev;     /* last, for its arrays */
};

/* The validity of the rule is compared with the day of the séance, read as strictly as by a rule. Dates as text
 * sort as dates. */
static bool outside_validity(lua_State *L, struct eval *ev)
{
	const struct rule_info *info = &ev->rule->info;
	if ((!info->du.n && !info->au.n) || ev->r->executif) /* without a séance, the rule stops at what it asks of an assembly */
		return false;
	doc_push(L, ev->acte, false);
	lua_getfield(L, -1, "seance");
	lua_getfield(L, -1, "date");
	struct str day = obj_str(L, -1);
	bool outside = (info->du.n && str_cmp(day, info->du) < 0) || (info->au.n && str_cmp(day, info->au) > 0);
	lua_pop(L, 3);
	return outside;
}

/* An error of the whole function rather than of one of its lines: placed at its end. */
_Noreturn static void fault_of(lua_State *L, int function, const char *fmt, const char *arg)
{
	lua_Debug ar;
	lua_rawgeti(L, LUA_REGISTRYINDEX, function);
	lua_getinfo(L, ">S", &ar);
	lua_pushfstring(L, "%s:%d: ", ar.short_src, ar.lastlinedefined);
	lua_pushfstring(L, fmt, arg);
	lua_concat(L, 2);
	lua_error(L);
	abort();
}

static bool applies(lua_State *L, struct eval *ev)
{
	if (ev->rule->s_applique == LUA_NOREF)
		return true;
	lua_rawgeti(L, LUA_REGISTRYINDEX, ev->rule->s_applique);
	lua_pushvalue(L, 2);
	lua_call(L, 1, 1);
	if (lua_type(L, -1) != LUA_TBOOLEAN)
		fault_of(L, ev->rule->s_applique, "s_applique doit rendre true ou false (« return … »), pas %s",
			 lua_isnil(L, -1) ? "rien" : obj_type_fr(L, -1));
	bool yes = lua_toboolean(L, -1);
	lua_pop(L, 1);
	return yes;
}

static struct str one_line(struct arena *a, struct str s)
{
	struct str line = squeeze(a, s);
	size_t at = 0, n = 0;
	uint32_t cp;
	while (line.n > LIMIT_MESSAGE && at < line.n && n < LIMIT_MESSAGE - 1) {
		at += utf8_next(line, at, &cp);
		n++;
	}
	if (line.n <= LIMIT_MESSAGE || at >= line.n || utf8_count(line) <= LIMIT_MESSAGE)
		return line;
	return arena_printf(a, "%.*s…", (int)at, line.p);
}

/* A text that came into force behind the séance was no ground to judge it on. */
static bool in_force(const struct legal *l, const struct field *seance)
{
	return !l->depuis.n || seance->statut != FIELD_LU || str_cmp(l->depuis, seance->texte) <= 0;
}

static void fill_legal(struct arena *a, const struct eval *ev, struct finding *f)
{
	const struct rule_info *info = &ev->rule->info;
	const struct legal **kept = ARENA_ARRAY(a, info->fondement_n, const struct legal *);
	size_t n = 0;
	for (size_t pass = 0; pass < 2 && n == 0; pass++) /* when none holds, better all than none */
		for (size_t i = 0; i < info->fondement_n; i++) {
			const struct legal *l = &info->fondement[i];
			bool holds = (!l->niveau.n || str_eq(l->niveau, ev->r->niveau.texte)) &&
				     (!l->organe.n || str_eq(l->organe, ev->r->organe.texte)) && in_force(l, &ev->r->date);
			if (holds || pass == 1)
				kept[n++] = l;
		}
	f->fondement = kept;
	f->fondement_n = n;
}

static void add_finding(struct arena *a, struct judged *out, const struct eval *ev, const struct said *s,
			struct str message)
{
	struct finding f = { .rule = &ev->rule->info,
			     .acte = ev->acte == NO_ACTE ? 0 : ev->acte,
			     .verdict = s->verdict };
	f.message = one_line(a, message);
	f.sujet = squeeze(a, s->sujet);
	if (s->verdict == VERDICT_ANOMALIE) {
		f.severity = s->has_gravite ? s->gravite : ev->rule->info.gravite;
		f.from = s->has_gravite ? FROM_VERDICT : FROM_REGLE;
	}
	fill_legal(a, ev, &f);
	evidence_fill(a, ev, s, &f);
	*ARENA_PUSH(a, out) = f;
}

static size_t texts_size(const struct said *s)
{
	return s->message.n + s->sujet.n + 1;
}

static void copy_verdicts(lua_State *L, struct run *run, int idx)
{
	size_t n = verdict_count(L, idx);
	if (n == 0 || n > LIMIT_FINDINGS) /* the script still holds the table it handed to anomalies{ } */
		luaL_error(L, "anomalies{ } a été changée après coup : %d anomalies", (int)(n < INT_MAX ? n : INT_MAX));
	run->copies = block_take(n * sizeof *run->copies);
	if (!run->copies)
		luaL_error(L, "mémoire épuisée");
	run->copies_cap = n;
	for (size_t i = 0; i < n; i++) {
		struct copy *c = &run->copies[run->copies_n++];
		struct said *s = &c->said;
		c->texts = NULL; /* freed whatever happens next */
		verdict_read(L, idx, i, s);
		c->texts = block_take(texts_size(s));
		if (!c->texts)
			luaL_error(L, "mémoire épuisée");
		memcpy(c->texts, s->message.n ? s->message.p : "", s->message.n);
		memcpy(c->texts + s->message.n, s->sujet.n ? s->sujet.p : "", s->sujet.n);
		s->message.p = c->texts;
		s->sujet.p = c->texts + s->message.n;
		lua_settop(L, idx);
	}
}

static int run_script(lua_State *L)
{
	struct run *run = lua_touserdata(L, 1);
	struct eval *ev = &run->ev;
	doc_push(L, ev->acte, false);
	if (outside_validity(L, ev)) {
		run->engine = "la séance est hors de la période de validité de la règle";
		return 0;
	}
	if (!applies(L, ev)) {
		run->engine = "la règle ne s'applique pas à cet acte";
		return 0;
	}
	lua_rawgeti(L, LUA_REGISTRYINDEX, ev->rule->controle);
	lua_pushvalue(L, 2);
	lua_call(L, 1, 1);
	const struct obj *o = obj_at(L, 3);
	if (!o || o->kind != OBJ_VERDICT)
		fault_of(L, ev->rule->controle, "controle doit finir par « return conforme(…) », « return anomalie(…) »… ; il %s",
			 lua_isnil(L, 3) ? "ne rend rien" : lua_pushfstring(L, "rend %s", obj_type_fr(L, 3)));
	copy_verdicts(L, run, 3);
	return 0;
}

static const char *gap_text(enum field_status s)
{
	switch (s) {
	case FIELD_ABSENT: return "mention absente";
	case FIELD_ILLISIBLE: return "passage non compris";
	case FIELD_AMBIGU: return "plusieurs lectures possibles";
	case FIELD_LU: break;
	}
	return "";
}

static void add_stopped(struct arena *a, struct judged *out, const struct eval *ev)
{
	struct said s = { .verdict = VERDICT_NON_VERIFIABLE };
	if (ev->stop == STOP_NAMED) {
		add_finding(a, out, ev, &s, arena_printf(a, "%s : %s", ev->stop_name, ev->stop_text));
		return;
	}
	if (ev->r->executif && ev->stop_status == FIELD_ABSENT && ev->stop_field != &ev->r->date) {
		s.verdict = VERDICT_SANS_OBJET;
		add_finding(a, out, ev, &s, ev->stop_field->raison.n ? ev->stop_field->raison : str_c(gap_text(FIELD_ABSENT)));
		return;
	}
	struct str name = where_name(a, &ev->stop_at), why = ev->stop_field->raison;
	if (!why.n)
		why = str_c(gap_text(ev->stop_status));
	add_finding(a, out, ev, &s, arena_printf(a, "%.*s : %.*s", STR_ARG(name), STR_ARG(why)));
}

static void add_error(struct arena *a, struct judged *out, const struct eval *ev, const struct vm *vm, enum vm_end end)
{
	struct said s = { .verdict = VERDICT_ERREUR };
	struct err e = { .code = ERR_NONE };
	char text[sizeof e.msg + sizeof e.file + 32];
	if (end == VM_LIMIT) {
		add_finding(a, out, ev, &s, str_c(vm_hit_text(vm->hit)));
		out->at[out->n - 1].limit = true;
		return;
	}
	bool is_text = lua_gettop(vm->L) > 0 && lua_type(vm->L, -1) == LUA_TSTRING;
	fault_explain(vm, is_text ? obj_str(vm->L, -1) : STR("erreur sans message"), &e);
	add_finding(a, out, ev, &s, str_c(err_text(&e, text, sizeof text)));
}

static void add_all(struct arena *a, struct judged *out, const struct run *run, const struct vm *vm, enum vm_end end)
{
	const struct eval *ev = &run->ev;
	struct said s = { .verdict = VERDICT_SANS_OBJET };
	if (end == VM_STOPPED)
		add_stopped(a, out, ev);
	else if (end != VM_DONE)
		add_error(a, out, ev, vm, end);
	else if (run->engine)
		add_finding(a, out, ev, &s, str_c(run->engine));
	for (size_t i = 0; end == VM_DONE && i < run->copies_n; i++) {
		const struct said *c = &run->copies[i].said;
		add_finding(a, out, ev, c, c->message.n ? c->message : str_c(verdict_word(c->verdict)));
	}
}

struct subject judge_subject(struct arena *a, const struct context *cx, const struct reading *r)
{
	struct param_value laid = { .is_number = true, .source = STR("essai") };
	struct str nom = STR("effectif");
	const struct param_value *v = NULL;
	char du[DATE_TEXT], au[DATE_TEXT];
	struct folded folded = folded_of(a, r->text->bytes);
	if (r->effectif.statut != FIELD_ABSENT && r->effectif.statut != FIELD_ILLISIBLE)
		return (struct subject){ .r = r, .folded = folded };
	if (cx->effectif) {
		laid.nombre = *cx->effectif;
		v = &laid;
	} else if (cx->roster) {
		v = roster_effectif(cx->roster, r, &nom);
	}
	if (!v || v->a_verifier || !v->is_number)
		return (struct subject){ .r = r, .folded = folded };
	struct reading *mine = ARENA_NEW(a, struct reading);
	*mine = *r;
	mine->effectif = (struct field){ .statut = FIELD_LU, .nombre = v->nombre, .de_registre = true };
	struct used_param used = { nom, arena_printf(a, "%lld", (long long)v->nombre), STR(""), STR(""), v->source, STR(""), false };
	if (v->du.year)
		used.du = arena_dup(a, str_c(date_text(v->du, du)));
	if (v->au.year)
		used.au = arena_dup(a, str_c(date_text(v->au, au)));
	return (struct subject){ mine, used, folded };
}

static void run_free(struct run *run)
{
	for (size_t i = 0; i < run->copies_n; i++)
		if (run->copies[i].texts)
			block_free(run->copies[i].texts, texts_size(&run->copies[i].said));
	block_free(run->copies, run->copies_cap * sizeof *run->copies);
	block_free(run, sizeof *run);
}

#define COLLECT_ABOVE (2 * MIB)

void judge_one(struct rule *rule, const struct context *cx, struct arena *a, const struct subject *s, size_t acte,
	       struct judged *out)
{
	struct run *run = block_take(sizeof *run);
	struct vm *vm = rule->vm;
	if (!run)
		abort();
	memset(run, 0, offsetof(struct run, ev) + offsetof(struct eval, marks));
	size_t first = out->n;
	run->ev.cx = cx;
	run->ev.rule = rule;
	run->ev.r = s->r;
	run->ev.folded = &s->folded;
	run->ev.effectif_used = s->effectif;
	run->ev.acte = rule->info.par_seance ? NO_ACTE : acte;
	vm->phase = PHASE_JUDGE;
	vm->serial++;
	vm->ev = &run->ev;
	int64_t start = clock_us();
	enum vm_end end = vm_call(vm, run_script, run);
	int64_t us = clock_us() - start;
	add_all(a, out, run, vm, end);
	for (size_t i = first; i < out->n; i++) {
		out->at[i].us = us;
		out->at[i].instructions = vm->instructions;
		out->at[i].memory = (int64_t)vm->peak;
	}
	lua_settop(vm->L, 0);
	if (vm->used > COLLECT_ABOVE)
		lua_gc(vm->L, LUA_GCCOLLECT);
	vm->ev = NULL;
	run_free(run);
}
