/* SPDX-License-Identifier: EUPL-1.2 */
/* Judge the act; change the samples, the nearest first, until one gives the same facts and the same findings; write the essai, load it
 * with the rule and play it with the verdict of today. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "act.h"
#include "compose_priv.h"
#include "escape.h"
#include "periods.h"
#include "values.h"

#define SAID_MAX (64 * KIB)

bool compose_open(struct arena *a, const struct ruleset_paths *p, const char *id, const char *exemple, struct composer **ret, struct err *e)
{
	struct composer *c = ARENA_NEW(a, struct composer);
	struct str text, file = arena_printf(a, "%s/%s.lua", p->regles, id), *names;
	size_t n;
	if (!stock_load(a, p, &c->st, e) || !yamldir_names(a, p->regles, ".lua", &names, &n, e) ||
	    !rule_is_there(a, str_c(id), names, n, p->regles, e))
		return false;
	if (!yamldir_text(a, file.p, LIMIT_RULE_BYTES, &text, e) ||
	    !rule_load(a, c->st.shared, c->st.shared_n, file, text, &c->rule, e))
		return false;
	stock_samples_of(&c->st, &c->rule);
	if (exemple)
		stock_samples_of(&c->st, &(struct rule){ .exemple = str_c(exemple) });
	*ret = c;
	return true;
}

void compose_close(struct composer *c)
{
	rule_drop(&c->rule);
}

const struct lexicon *compose_lexicon(const struct composer *c)
{
	return c->st.lexicon;
}

const char *compose_file(const struct composer *c)
{
	return c->rule.info.file.p;
}

struct str compose_text(const struct composer *c)
{
	return c->rule.text;
}

bool compose_added(struct arena *a, const struct composer *c, struct str bloc, struct str *ret, struct err *e)
{
	struct rule rule = { .essais_n = 0 };
	const char *gap = str_ends(c->rule.text, STR("\n")) ? "\n" : "\n\n";
	struct str text = arena_printf(a, "%.*s%s%.*s", STR_ARG(c->rule.text), gap, STR_ARG(bloc));
	if (!rule_load(a, c->st.shared, c->st.shared_n, c->rule.info.file, text, &rule, e))
		return false;
	bool one_more = rule.essais_n == c->rule.essais_n + 1;
	rule_drop(&rule);
	*ret = text;
	return one_more || err_set(e, ERR_STATE, "l'essai composé n'est pas un essai de plus");
}

/* --- the act */

struct job {
	struct composer *c;
	struct arena *a;
	const struct reading *r;
	const struct compose_asked *q;
	struct buf said;
	struct judged found; /* of the acte */
	size_t acte, vote;
	unsigned tries;
	enum verdict attendu;
};

static bool unable(struct job *j, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static bool unable(struct job *j, const char *fmt, ...)
{
	char text[1024];
	va_list ap;
	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	buf_printf(&j->said, "%s\n", text);
	return false;
}

static struct judged judge_acte(struct job *j, const struct subject *s, size_t acte)
{
	struct judged found = { 0 };
	judge_one(&j->c->rule, &j->c->st.cx, j->a, s, acte, &found);
	return found;
}

/* The acte that is meant: the one asked for, the only one, the only one with an anomaly; of several that bear the same, the last. */
static bool judge_act(struct job *j)
{
	struct subject s = judge_subject(j->a, &j->c->st.cx, j->r);
	size_t n = j->r->actes_n, anomalies = 0;
	if (j->q->acte != COMPOSE_ANY_ACTE && j->q->acte >= n)
		return unable(j, "il n'y a pas d'acte %zu : le fichier en a %zu", j->q->acte + 1, n);
	bool settled = n == 1 || j->q->acte != COMPOSE_ANY_ACTE || j->c->rule.info.par_seance;
	j->acte = settled && j->q->acte != COMPOSE_ANY_ACTE ? j->q->acte : 0;
	if (settled)
		j->found = judge_acte(j, &s, j->acte);
	for (size_t i = 0; !settled && i < n; i++) {
		struct judged found = judge_acte(j, &s, i);
		if (found.at[0].verdict != VERDICT_ANOMALIE)
			continue;
		anomalies += !anomalies || !str_eq(found.at[0].message, j->found.at[0].message);
		if (anomalies > 1)
			break;
		j->found = found;
		j->acte = i;
	}
	j->r = s.r;
	if (!settled && anomalies != 1)
		return unable(j, anomalies ? "le fichier a %zu actes, et la règle y dit plusieurs anomalies : précisez --acte N"
					   : "le fichier a %zu actes, et la règle n'y dit pas « anomalie » : précisez --acte N", n);
	return true;
}

static bool decide(struct job *j)
{
	const enum verdict v = j->found.at[0].verdict;
	for (size_t i = 0; i < j->found.n; i++) {
		const struct finding *f = &j->found.at[i];
		buf_printf(&j->said, "la règle « %.*s » dit", STR_ARG(j->c->rule.info.id));
		if (i == 0)
			finding_print(j->a, f, j->r, true, &j->said);
		else
			buf_printf(&j->said, " aussi : %.*s", STR_ARG(escape_line(j->a, message_for_people(j->a, f->verdict, f->message), 400)));
		buf_c(&j->said, "\n");
	}
	if (v == VERDICT_ERREUR)
		return unable(j, "la règle n'a pas pu être jouée : corrigez-la d'abord");
	if (j->q->attendu < 0 && v != VERDICT_ANOMALIE)
		return unable(j, "la règle ne dit pas « anomalie » : dites ce qu'elle devrait dire, --attendu VERDICT");
	j->attendu = j->q->attendu < 0 ? VERDICT_CONFORME : (enum verdict)j->q->attendu;
	return true;
}

/* --- the samples */

struct candidate {
	struct work w;
	size_t rank;      /* the nearest first */
	bool read;
};

static bool same_body(const struct reading *x, const struct reading *y)
{
	return str_eq(x->niveau.texte, y->niveau.texte) && str_eq(x->organe.texte, y->organe.texte);
}

static bool bring_about(struct work *w, const struct judged *act, struct str *ret_why)
{
	struct judged here;
	work_bring_words(w);
	work_bring_facts(w);
	if (work_says_same(w, act, &here, ret_why))
		return true;
	for (unsigned step = 0; step < PASSAGE_STEPS && w->missing == 0 && here.n; step++) {
		work_bring_passages(w, &act->at[0], &here, step);
		if (work_says_same(w, act, &here, ret_why))
			return true;
	}
	return false;
}

static void print_gaps(struct job *j, const struct work *w, struct str why)
{
	size_t gaps = 0;
	buf_printf(&j->said, "exemple le plus proche : « %.*s »\n", STR_ARG(w->sample->nom));
	for (size_t i = 0; i < w->facts->n; i++) {
		const struct fact *f = &w->facts->at[i];
		const struct field *here = fact_place(f, w->s.r);
		if (fact_holds(f, w->s.r))
			continue;
		struct str real = escape_line(j->a, value_for_people(j->a, f->desc, f->field), 200);
		struct str now = here ? escape_line(j->a, value_for_people(j->a, f->desc, here), 200) : STR("aucun vote");
		buf_printf(&j->said, "  %s : dans l'acte %.*s ; dans l'exemple changé %.*s\n", f->desc->libelle, STR_ARG(real), STR_ARG(now));
		gaps++;
	}
	if (gaps == 0 && w->missing > 0)
		buf_c(&j->said, "  les élus de ses listes n'y sont pas, d'une liste à l'autre, les mêmes que dans l'acte\n");
	if (why.n)
		buf_printf(&j->said, "  %.*s\n", STR_ARG(why));
}

static int by_rank(const void *a, const void *b)
{
	const struct candidate *x = *(struct candidate *const *)a, *y = *(struct candidate *const *)b;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static bool is_candidate(const struct job *j, const struct candidate *c)
{
	if (!c->read)
		return false;
	if (j->q->exemple)
		return str_eq(c->w.sample->nom, str_c(j->q->exemple));
	return j->r->organe.statut != FIELD_LU || same_body(j->r, c->w.s.r);
}

/* The people of this sample first, then those of the others. */
static void dress(struct disguise *d, struct candidate *all, size_t n, const struct candidate *mine)
{
	for (size_t i = 0; i < mine->w.facts->n; i++) {
		const struct fact *f = &mine->w.facts->at[i];
		if (is_of_people(f->desc) && fact_holds(f, mine->w.s.r))
			disguise_as(d, f->field, fact_place(f, mine->w.s.r));
	}
	disguise_chair(d, mine->w.s.r);
	disguise_offer(d, mine->w.s.r);
	for (size_t i = 0; i < n; i++)
		if (all[i].read && &all[i] != mine)
			disguise_offer(d, all[i].w.s.r);
}

static void read_samples(struct job *j, const struct facts *facts, struct candidate *all)
{
	const struct stock *st = &j->c->st;
	for (size_t i = 0; i < st->samples_n; i++) {
		bool own = str_eq(st->samples[i].nom, j->c->rule.exemple);
		struct work *w = &all[i].w;
		*w = (struct work){ .c = j->c, .a = j->a, .sample = &st->samples[i], .facts = facts, .act = j->r, .acte = j->acte,
				    .vote = j->vote, .tries = &j->tries };
		all[i].read = work_begin(w);
		all[i].rank = (w->missing * 2 + !own) * (st->samples_n + 1) + i;
	}
}

static struct str name_for(struct job *j)
{
	const char *what = j->attendu == j->found.at[0].verdict ? "acte" : j->attendu == VERDICT_ANOMALIE ? "oubli" : "fausse alerte";
	struct str first = arena_printf(j->a, "%s, signalé%s le %.*s", what, strcmp(what, "fausse alerte") == 0 ? "e" : "", STR_ARG(j->q->jour));
	struct str name = first;
	for (size_t i = 0, n = 2; i < j->c->rule.essais_n; i++)
		if (str_eq(j->c->rule.essais[i].nom, name)) {
			name = arena_printf(j->a, "%.*s (%zu)", STR_ARG(first), n++);
			i = (size_t)-1;
		}
	return name;
}

/* The essai as written, loaded and played: with the verdict of today it must succeed. */
static bool proved(struct job *j, struct work *w, struct str nom)
{
	struct str bloc = compose_block(j->a, w, &j->found.at[0], j->found.at[0].verdict, nom, j->q->jour), text;
	struct rule rule;
	struct buf out;
	struct err e = { .code = ERR_NONE };
	if (!bloc.n || !compose_added(j->a, j->c, bloc, &text, &e) ||
	    !rule_load(j->a, j->c->st.shared, j->c->st.shared_n, j->c->rule.info.file, text, &rule, &e))
		return unable(j, "l'essai composé ne se charge pas avec la règle : %s", e.code ? e.msg : "il est trop long");
	buf_init(&out, SAID_MAX);
	bool ok = essai_check(&j->c->st, &rule, &rule.essais[rule.essais_n - 1], &out);
	rule_drop(&rule);
	if (!ok)
		unable(j, "l'essai composé, rejoué, ne dit pas ce que dit l'acte : %.*s", STR_ARG(buf_view(&out)));
	buf_done(&out);
	return ok;
}

static void tell_lent(struct job *j, const struct work *w)
{
	buf_printf(&j->said, "essai composé sur l'exemple « %.*s », %zu remplacement%s ; attendu « %s »%s\n", STR_ARG(w->sample->nom), w->made.n,
		   w->made.n > 1 ? "s" : "", verdict_label(j->attendu),
		   j->q->attendu < 0 ? " (une anomalie est tenue pour une fausse alerte ; sinon, --attendu)" : "");
	buf_c(&j->said, "rejoué : la règle y lit les mêmes valeurs que dans l'acte et dit la même chose\n");
	buf_c(&j->said, "les noms sont ceux des exemples ; relisez ce qui est repris de l'acte. L'essai ne porte que ce que la règle a lu : si l'acte se "
			"justifie par d'autres mots, ajoutez-les aux remplacements\n");
}

/* An essai of the rule that holds the same facts and expects the verdict of today: no rule can satisfy both. */
static void tell_contrary(struct job *j, const struct work *w)
{
	const struct rule *rule = &j->c->rule;
	for (size_t i = 0; i < rule->essais_n && j->attendu != j->found.at[0].verdict; i++) {
		const struct essai *es = &rule->essais[i];
		const struct reading *r;
		struct judged judged = { 0 };
		struct arena a;
		struct buf out;
		arena_init(&a, LIMIT_ACT_MEMORY);
		buf_init(&out, SAID_MAX);
		if (es->attendu == j->found.at[0].verdict && essai_judge(&j->c->st, &j->c->rule, es, &a, &judged, &r, &out) &&
		    facts_missing(w->facts, r) == 0)
			buf_printf(&j->said, "attention : l'essai « %.*s » (ligne %u) attend « %s » sur les mêmes valeurs ; la règle ne pourra satisfaire "
				   "les deux que si les mots qui justifient l'acte sont dans l'essai\n",
				   STR_ARG(escape_line(j->a, es->nom, 300)), es->line, verdict_label(es->attendu));
		buf_done(&out);
		arena_done(&a);
	}
}

static bool made(struct job *j, struct candidate *all, struct candidate *one, const struct disguise *base, struct str *ret_bloc,
		 struct str *ret_why)
{
	struct disguise d = *base;
	struct work *w = &one->w;
	w->d = &d;
	dress(&d, all, j->c->st.samples_n, one);
	if (!bring_about(w, &j->found, ret_why))
		return false;
	struct str nom = name_for(j);
	if (!proved(j, w, nom))
		return false;
	*ret_bloc = compose_block(j->a, w, &j->found.at[0], j->attendu, nom, j->q->jour);
	tell_lent(j, w);
	tell_contrary(j, w);
	return true;
}

static bool try_samples(struct job *j, struct candidate *all, struct str *ret_bloc)
{
	struct candidate **near = ARENA_ARRAY(j->a, j->c->st.samples_n, struct candidate *), *best = NULL;
	struct disguise base;
	struct str why = STR(""), best_why = STR("");
	size_t n = 0;
	disguise_init(&base, j->a, &j->c->st, j->c->rule.text, j->r);
	for (size_t i = 0; i < j->c->st.samples_n; i++)
		if (is_candidate(j, &all[i]))
			near[n++] = &all[i];
	if (!n)
		return unable(j, j->q->exemple ? "l'exemple demandé n'existe pas, n'est pas lu, ou porte plusieurs actes ou votes"
					       : "aucun exemple n'est un acte de cet organe, avec un seul vote");
	qsort(near, n, sizeof *near, by_rank);
	for (size_t i = 0; i < n; i++) {
		if (made(j, all, near[i], &base, ret_bloc, &why))
			return true;
		if (!best || near[i]->w.missing < best->w.missing) {
			best = near[i];
			best_why = why;
		}
	}
	print_gaps(j, &best->w, best_why);
	return unable(j, "aucun exemple changé ne dit à la règle la même chose que l'acte : rendez l'acte anonyme à la main, mettez-le à "
			 "côté des règles (NOM.txt), et écrivez l'essai sur lui (document = \"NOM\")");
}

void compose(struct composer *c, struct arena *a, const struct reading *r, const struct compose_asked *q, struct composed *ret)
{
	struct job j = { .c = c, .a = a, .r = r, .q = q };
	*ret = (struct composed){ .made = false };
	buf_init(&j.said, SAID_MAX);
	if (judge_act(&j) && decide(&j)) {
		struct candidate *all = ARENA_ARRAY(a, c->st.samples_n, struct candidate);
		j.vote = finding_vote(&j.found.at[0], &j.r->actes[j.acte]);
		j.found = findings_of_vote(a, &j.found, &j.r->actes[j.acte], j.vote);
		struct facts facts = facts_of(a, &j.found.at[0], j.vote);
		read_samples(&j, &facts, all);
		ret->made = try_samples(&j, all, &ret->bloc);
		for (size_t i = 0; i < c->st.samples_n; i++)
			if (all[i].read)
				work_end(&all[i].w);
	}
	ret->reussit = ret->made && j.attendu == j.found.at[0].verdict;
	ret->dit = arena_dup(a, buf_view(&j.said));
	buf_done(&j.said);
}
