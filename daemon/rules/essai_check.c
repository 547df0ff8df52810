/* SPDX-License-Identifier: EUPL-1.2 */
/* One essai, inside its child: the sample with its changes and its side files goes through the real reader and the one rule. */
#include "act.h"
#include "escape.h"
#include "fields.h"
#include "fold.h"
#include "lectures.h"
#include "ruleset_priv.h"

#define SHOWN 160
#define SHOWN_LECTURES 24

static int rank(enum verdict v)
{
	static const int ranks[] = { [VERDICT_SANS_OBJET] = 0,
				     [VERDICT_CONFORME] = 1,
				     [VERDICT_NON_VERIFIABLE] = 2,
				     [VERDICT_ANOMALIE] = 3,
				     [VERDICT_ERREUR] = 4 };
	return ranks[v];
}

static enum verdict overall(const struct judged *j)
{
	enum verdict v = VERDICT_SANS_OBJET;
	for (size_t i = 0; i < j->n; i++)
		if (rank(j->at[i].verdict) > rank(v))
			v = j->at[i].verdict;
	return v;
}

static bool quotes(const struct finding *f, const struct reading *r, struct str wanted)
{
	for (size_t i = 0; i < f->preuves_n; i++)
		if (str_find(str_part(r->text->bytes, f->preuves[i].span.start, f->preuves[i].span.end), wanted, 0) !=
		    STR_NONE)
			return true;
	return false;
}

bool essai_fits(const struct essai *es, const struct finding *f, const struct reading *r)
{
	return f->verdict == es->attendu && (es->gravite == SEVERITY_NONE || f->severity == es->gravite) &&
	       (!es->message.n || str_find(f->message, es->message, 0) != STR_NONE) &&
	       (!es->preuve.n || quotes(f, r, es->preuve));
}

/* The words of the message are there, but for what an eye takes for the same: a no-break space, an apostrophe, an accent. */
static bool nearly_says(struct arena *a, const struct essai *es, const struct finding *f)
{
	return es->message.n && str_find(f->message, es->message, 0) == STR_NONE &&
	       str_find(fold_text(a, f->message), fold_text(a, es->message), 0) != STR_NONE;
}

static void print_expected(const struct essai *es, struct buf *out)
{
	buf_printf(out, "attendu %s", verdict_word(es->attendu));
	if (es->gravite != SEVERITY_NONE)
		buf_printf(out, " (%s)", severity_word(es->gravite));
	if (es->message.n)
		buf_printf(out, ", message « %.*s »", STR_ARG(es->message));
	if (es->preuve.n)
		buf_printf(out, ", preuve « %.*s »", STR_ARG(es->preuve));
}

static void print_lecture(struct arena *a, const struct lecture *l, const struct reading *r, struct buf *out)
{
	struct str label = l->libelle.n ? l->libelle : l->champ, value = escape_line(a, squeeze(a, l->valeur), SHOWN);
	buf_printf(out, "\n  lu : %.*s = %.*s", STR_ARG(label), STR_ARG(value));
	if (l->span.end <= l->span.start)
		return;
	struct str quoted = squeeze(a, str_part(r->text->bytes, l->span.start, l->span.end));
	buf_printf(out, " (ligne %u", place_at(r->places, l->span.start).line);
	if (!l->liste && !str_eq(quoted, l->valeur)) {
		quoted = escape_line(a, quoted, SHOWN);
		buf_printf(out, " : « %.*s »", STR_ARG(quoted));
	}
	buf_c(out, ")");
}

/* What `message =` of the essai is compared with names a field as rules do; here is how people call it. */
static void say_in_french(struct arena *a, const struct finding *f, struct buf *out)
{
	const struct str words = message_for_people(a, f->verdict, f->message);
	if (str_eq(words, f->message))
		return;
	const size_t colon = str_find(words, STR(" : "), 0);
	const struct str shown = escape_line(a, str_part(words, 0, colon), SHOWN);
	buf_printf(out, " (« %.*s »)", STR_ARG(shown));
}

void finding_print(struct arena *a, const struct finding *f, const struct reading *r, bool for_people, struct buf *out)
{
	const struct lecture *l;
	struct str message = escape_line(a, for_people ? message_for_people(a, f->verdict, f->message) : f->message, 400);
	size_t n = lectures_of(a, f, r, &l);
	buf_printf(out, " %s%s%s", for_people ? verdict_label(f->verdict) : verdict_word(f->verdict), f->severity ? " " : "", severity_word(f->severity));
	if (r->actes_n > 1 && !f->rule->par_seance)
		buf_printf(out, ", acte %zu", f->acte + 1);
	buf_printf(out, " : %.*s", STR_ARG(message));
	if (!for_people)
		say_in_french(a, f, out);
	for (size_t i = 0; i < n && i < SHOWN_LECTURES; i++)
		print_lecture(a, &l[i], r, out);
	for (size_t i = 0; i < f->non_lus_n; i++) {
		struct str champ = champ_for_people(a, f->non_lus[i].champ), why = escape_line(a, f->non_lus[i].raison, SHOWN);
		buf_printf(out, "\n  %s : %.*s (%.*s)", statut_for_people(f->non_lus[i].statut, f->non_lus[i].introuvable), STR_ARG(champ), STR_ARG(why));
	}
	for (size_t i = 0; i < f->params_n; i++)
		if (!f->params[i].a_verifier)
			buf_printf(out, "\n  paramètre : %.*s = %.*s (%.*s)", STR_ARG(f->params[i].nom), STR_ARG(f->params[i].valeur),
				   STR_ARG(f->params[i].source));
}

static bool compare(struct arena *a, const struct essai *es, const struct judged *j, const struct reading *r,
		    struct buf *out)
{
	bool found = false;
	for (size_t i = 0; i < j->n && overall(j) == es->attendu; i++)
		found = found || essai_fits(es, &j->at[i], r);
	if (found)
		return true;
	print_expected(es, out);
	for (size_t i = 0; i < j->n && es->message.n; i++)
		if (nearly_says(a, es, &j->at[i])) {
			buf_c(out, " (à une espace, une apostrophe, un accent ou une majuscule près : recopiez-le du message obtenu)");
			break;
		}
	for (size_t i = 0; i < j->n; i++) {
		buf_c(out, "\nobtenu");
		finding_print(a, &j->at[i], r, false, out);
	}
	return false;
}

static bool read_sample(const struct stock *st, struct arena *a, const struct sample *s, const struct reading **ret, struct buf *out)
{
	struct text *text = ARENA_NEW(a, struct text);
	enum text_refusal why = REFUSAL_NONE;
	struct err e = { .code = ERR_NONE };
	if (text_decode(a, s->text, LIMIT_TEXT_BYTES, text, &why, &e) && act_read(a, st->lexicon, text, ret, &why, &e)) {
		*ret = reading_with_sides(a, *ret, s->sides, s->sides_n);
		return true;
	}
	buf_printf(out, "l'exemple ainsi modifié n'est plus lisible : %s", e.msg);
	return false;
}

bool essai_judge(const struct stock *st, struct rule *rule, const struct essai *es, struct arena *a, struct judged *ret,
		 const struct reading **ret_r, struct buf *out)
{
	struct context cx = st->cx;
	struct sample sample;
	cx.roster = NULL; /* the house's own: one of its files must not change what a rule is tested with */
	cx.over = es->parametres;
	cx.over_n = es->parametres_n;
	cx.effectif = es->has_effectif ? &es->effectif : NULL;
	if (!sample_with_changes(st, rule, es, a, &sample, out) || !read_sample(st, a, &sample, ret_r, out))
		return false;
	struct subject s = judge_subject(a, &cx, *ret_r);
	for (size_t i = 0; i < (rule->info.par_seance ? 1 : (*ret_r)->actes_n); i++)
		judge_one(rule, &cx, a, &s, i, ret);
	return true;
}

bool essai_check(const struct stock *st, struct rule *rule, const struct essai *es, struct buf *out)
{
	struct arena a;
	struct judged found = { 0 };
	const struct reading *r;
	arena_init(&a, LIMIT_ACT_MEMORY);
	bool ok = essai_judge(st, rule, es, &a, &found, &r, out) && compare(&a, es, &found, r, out);
	arena_done(&a);
	return ok;
}
