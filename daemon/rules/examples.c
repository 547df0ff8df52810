/* SPDX-License-Identifier: EUPL-1.2 */
/* What the child says of an essai: '+' or '-', verdict, severity, message, names of parameters, each text behind its length in
 * two bytes, an empty name at the end. The parent checks lengths and ranges: the child has run a rule. */
#include "examples.h"
#include "file.h"
#include "sealed.h"

#define ANSWER_MAX (64 * KIB)

struct play {
	const struct stock *st;
	struct rule *rule;
};

static void put_text(struct buf *b, struct str s)
{
	s = str_part(s, 0, 0xFFFF);
	buf_char(b, (char)(s.n >> 8));
	buf_char(b, (char)(s.n & 0xFF));
	buf_str(b, s);
}

/* "/etc/rules/quorum.lua:12: …" → "quorum.lua:12: …": a page does not depend on where the rules are. */
static struct str without_directory(struct str message)
{
	const size_t place = str_find(message, STR(":"), 0);
	const struct str path = str_part(message, 0, place);
	return place == STR_NONE ? message : str_part(message, path.n - str_after_last(path, '/').n, message.n);
}

/* The finding that the essai expects; without one, the first. */
static const struct finding *told_of(const struct essai *es, const struct judged *j, const struct reading *r, bool *ret_ok)
{
	*ret_ok = false;
	for (size_t i = 0; i < j->n; i++)
		if (essai_fits(es, &j->at[i], r)) {
			*ret_ok = true;
			return &j->at[i];
		}
	return j->n ? &j->at[0] : NULL;
}

static void put_answer(struct arena *a, const struct stock *st, const struct essai *es, const struct judged *j,
		       const struct reading *r, struct buf *b)
{
	bool ok;
	const struct finding *f = told_of(es, j, r, &ok);
	buf_char(b, ok ? '+' : '-');
	buf_char(b, f ? (char)f->verdict : (char)VERDICT_ERREUR);
	buf_char(b, f ? (char)f->severity : (char)SEVERITY_NONE);
	struct str message = f ? message_for_people(a, f->verdict, f->message) : STR("");
	put_text(b, f && f->verdict == VERDICT_ERREUR ? without_directory(message) : message);
	for (size_t i = 0; i < j->n; i++) {
		for (size_t k = 0; k < j->at[i].params_n; k++)
			put_text(b, j->at[i].params[k].nom);
		for (size_t k = 0; k < j->at[i].non_lus_n; k++)
			if (params_has(st->cx.params, j->at[i].non_lus[k].champ))
				put_text(b, j->at[i].non_lus[k].champ);
	}
	put_text(b, STR(""));
}

static void play_all(void *ctx, int out)
{
	const struct play *p = ctx;
	struct buf b, said;
	struct err e = { .code = ERR_NONE };
	buf_init(&b, ANSWER_MAX);
	buf_init(&said, ANSWER_MAX);
	for (size_t i = 0; i < p->rule->essais_n; i++) {
		const struct essai *es = &p->rule->essais[i];
		const struct reading *r = NULL;
		struct judged j = { 0 };
		struct arena a;
		arena_init(&a, LIMIT_ACT_MEMORY);
		buf_clear(&b);
		(void)essai_judge(p->st, p->rule, es, &a, &j, &r, &said);
		put_answer(&a, p->st, es, &j, r, &b);
		arena_done(&a);
		if (!file_write_all(out, buf_view(&b), &e))
			break;
	}
}

static bool take_text(struct str all, size_t *at, struct str *ret)
{
	if (all.n - *at < 2)
		return false;
	size_t n = (size_t)(unsigned char)all.p[*at] << 8 | (unsigned char)all.p[*at + 1];
	*at += 2;
	if (all.n - *at < n)
		return false;
	*ret = str_part(all, *at, *at + n);
	*at += n;
	return true;
}

static void ask(struct arena *a, struct names *asked, struct str name)
{
	for (size_t i = 0; i < asked->n; i++)
		if (str_eq(asked->at[i], name))
			return;
	*ARENA_PUSH(a, asked) = arena_dup(a, name);
}

static bool take_answer(struct arena *a, struct str all, size_t *at, struct example *ret, bool *ret_ok, struct names *asked)
{
	struct str text;
	if (all.n - *at < 3)
		return false;
	*ret_ok = all.p[*at] == '+';
	unsigned verdict = (unsigned char)all.p[*at + 1], severity = (unsigned char)all.p[*at + 2];
	*at += 3;
	if (verdict > VERDICT_ERREUR || severity > SEVERITY_BLOQUANTE || !take_text(all, at, &text))
		return false;
	ret->verdict = (enum verdict)verdict;
	ret->severity = (enum severity)severity;
	ret->message = arena_dup(a, text);
	do {
		if (!take_text(all, at, &text))
			return false;
		if (text.n)
			ask(a, asked, text);
	} while (text.n);
	return true;
}

static void lay_values(struct arena *a, const struct essai *es, struct example *ret)
{
	struct used_param *u = ARENA_ARRAY(a, es->parametres_n, struct used_param);
	for (size_t i = 0; i < es->parametres_n; i++) {
		const struct override *o = &es->parametres[i];
		u[i].nom = o->nom;
		u[i].valeur = o->is_number ? arena_printf(a, "%lld", (long long)o->nombre) : o->texte;
	}
	ret->poses = u;
	ret->poses_n = es->parametres_n;
	ret->effectif = es->has_effectif ? es->effectif : 0;
}

bool examples_play(struct arena *a, const struct stock *st, struct rule *rule, struct example **ret, struct names *ret_asked,
		   struct err *e)
{
	struct play p = { st, rule };
	struct example *ex = ARENA_ARRAY(a, rule->essais_n, struct example);
	struct buf answer;
	size_t at = 0, i = 0;
	buf_init(&answer, ANSWER_MAX * (rule->essais_n + 1));
	const char *why = sealed_answer(play_all, &p, &answer);
	for (; i < rule->essais_n; i++) {
		const struct essai *es = &rule->essais[i];
		bool ok;
		if (!take_answer(a, buf_view(&answer), &at, &ex[i], &ok, ret_asked) || (!ok && !es->a_faire))
			break;
		ex[i].nom = es->nom;
		ex[i].document = es->document.n ? es->document : rule->exemple;
		ex[i].a_faire = !ok;
		lay_values(a, es, &ex[i]);
		example_swaps(a, st, rule, es, &ex[i]);
	}
	buf_done(&answer);
	*ret = ex;
	if (i == rule->essais_n)
		return true;
	return err_at(e, ERR_STATE, rule->info.file.p, rule->essais[i].line, 1, "essai « %.*s » : %s", STR_ARG(rule->essais[i].nom),
		      why ? why : "il ne réussit plus");
}
