/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>
#include "faults.h"
#include "fold.h"
#include "periods.h"
#include "ruleset_priv.h"
#include "yamltree.h"

#define SHOWN 100 /* columns of a faulty line */

/* The line around the caret, tabs made spaces, and the caret. */
static void print_caret(struct str line, unsigned col, struct buf *out)
{
	unsigned columns = 0, caret = 0, no = 1;
	size_t to = 0;
	uint32_t cp;
	for (size_t at = 0, n; (n = utf8_next(line, at, &cp)) > 0; at += n, no++) {
		unsigned wide = cp == '\t' ? 4 - columns % 4 : cp_columns(cp);
		if (no == col)
			caret = columns;
		columns += wide;
	}
	caret = col >= no ? columns : caret;
	columns = 0;
	buf_c(out, "    ");
	unsigned first = caret > SHOWN * 3 / 4 ? caret - SHOWN / 2 : 0;
	for (size_t n; (n = utf8_next(line, to, &cp)) > 0 && columns < first + SHOWN; to += n) {
		unsigned wide = cp == '\t' ? 4 - columns % 4 : cp_columns(cp);
		if (columns >= first && cp == '\t')
			buf_str(out, str_part(STR("    "), 0, wide));
		else if (columns >= first && (cp < ' ' || cp == 127 || (cp == 0xFFFD && n == 1)))
			buf_c(out, "?");
		else if (columns >= first)
			buf_str(out, str_part(line, to, to + n));
		columns += wide;
	}
	buf_c(out, to < line.n ? "…\n" : "\n");
	if (!col)
		return;
	buf_printf(out, "    %*s^\n", (int)(caret - first), "");
}

static void print_fault(const struct err *e, struct str line, struct buf *out)
{
	char text[sizeof e->msg + sizeof e->file + 32];
	buf_printf(out, "  %s\n", err_text(e, text, sizeof text));
	if (line.n)
		print_caret(line, e->col, out);
}

void rule_line_print(const struct rule_report *r, struct buf *out)
{
	if (r->ligne.n)
		print_caret(r->ligne, r->err.col, out);
}

void rule_report_print(const struct rule_report *r, bool colour, struct buf *out)
{
	const char *red = colour ? "\033[31m" : "", *plain = colour ? "\033[0m" : "";
	if (r->state == RULE_LIVE && r->err.code == ERR_NONE) {
		buf_printf(out, "%.*s : %u essais réussis\n", STR_ARG(r->id), r->reussis);
	} else {
		buf_printf(out, "%s%.*s : %s%s\n", red, STR_ARG(r->id),
			   r->state == RULE_REFUSED ? "refusée"
			   : r->state == RULE_KEPT  ? "ancienne version gardée"
						    : "en service, mais",
			   plain);
		print_fault(&r->err, r->ligne, out);
	}
	remarks_print(r, out);
}

void remarks_print(const struct rule_report *r, struct buf *out)
{
	struct err e;
	for (size_t i = 0; i < r->remarques.n; i++) {
		const struct remark *m = &r->remarques.at[i];
		if (m->line == r->err.line && r->err.code != ERR_NONE && str_eq(str_c(r->err.file), r->file))
			continue;
		err_at(&e, ERR_VALUE, r->file.p, m->line, m->col, "%s%.*s", m->refuses ? "" : "avertissement : ",
		       STR_ARG(m->texte));
		print_fault(&e, m->ligne, out);
	}
}

static void count_ends(struct rule_essais *r, const struct rule *rule)
{
	for (size_t i = 0; i < r->n; i++)
		r->ends[r->at[i].end]++;
	for (size_t k = 0; k < ESSAIS_NEEDED_N; k++)
		r->lacks[ESSAIS_NEEDED[k]] = essais_lack(rule, ESSAIS_NEEDED[k]);
}

static void try_rule(struct stock *st, struct str file, struct str id, rule_essais_fn fn, void *ctx)
{
	struct rule rule = { .remarques = { 0 } };
	struct rule_essais r = { .report = { .file = file, .id = id, .state = RULE_REFUSED } };
	struct rule_report *rep = &r.report;
	struct str text = STR("");
	const bool loaded = yamldir_text(st->a, file.p, LIMIT_RULE_BYTES, &text, &rep->err) &&
			    rule_load(st->a, st->shared, st->shared_n, file, text, &rule, &rep->err);
	rep->remarques = rule.remarques;
	if (!loaded) {
		rep->ligne = rep->err.line && strcmp(rep->err.file, file.p) == 0 ? fault_line(text, rep->err.line) : STR("");
		fn(ctx, &r);
		return;
	}
	stock_samples_of(st, &rule);
	struct essai_result *results = ARENA_ARRAY(st->a, rule.essais_n, struct essai_result);
	if (essais_run(st, &rule, results, &rep->essais, &rep->reussis, &rep->err))
		rep->state = RULE_LIVE;
	r.loaded = true;
	r.info = &rule.info;
	r.at = results;
	r.n = rule.essais_n;
	count_ends(&r, &rule);
	fn(ctx, &r);
	rule_drop(&rule);
}

static struct str stem(struct str name)
{
	return str_part(name, 0, name.n - 4);
}

/* "regles/quorum.lua" names the rule "quorum". */
static struct str id_named(const char *named)
{
	struct str name = str_after_last(str_c(named), '/');
	return str_ends(name, STR(".lua")) ? stem(name) : name;
}

static bool is_named(struct str id, char *const *ids, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(id, id_named(ids[i])))
			return true;
	return n == 0;
}

bool rule_is_there(struct arena *a, struct str id, const struct str *names, size_t n, const char *dir, struct err *e)
{
	char hint[WORD_HINT];
	const char **known = ARENA_ARRAY(a, n + 1, const char *);
	for (size_t i = 0; i < n; i++)
		known[i] = arena_dup(a, stem(names[i])).p;
	known[n] = NULL;
	return str_position(id, known) >= 0 ||
	       err_set(e, ERR_VALUE, "aucune règle « %.*s » dans %s%s", STR_ARG(id), dir, word_hint(id, known, hint));
}

static bool all_there(struct arena *a, const struct str *names, size_t n, const char *dir, char *const *ids, size_t ids_n, struct err *e)
{
	for (size_t i = 0; i < ids_n; i++)
		if (!rule_is_there(a, id_named(ids[i]), names, n, dir, e))
			return false;
	return true;
}

static bool try_all(struct arena *a, const struct ruleset_paths *p, char *const *ids, size_t ids_n, rule_essais_fn fn,
		    void *ctx, struct err *e)
{
	struct stock st;
	struct str *names;
	size_t n;
	if (!stock_load(a, p, &st, e) || !yamldir_names(a, p->regles, ".lua", &names, &n, e) ||
	    !all_there(a, names, n, p->regles, ids, ids_n, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (is_named(stem(names[i]), ids, ids_n))
			try_rule(&st, arena_printf(a, "%s/%.*s", p->regles, STR_ARG(names[i])), stem(names[i]), fn, ctx);
	return true;
}

bool ruleset_essayer(const struct ruleset_paths *p, char *const *ids, size_t ids_n, rule_essais_fn fn, void *ctx,
		     struct err *e)
{
	struct arena a;
	arena_init(&a, 128 * MIB);
	bool ok = try_all(&a, p, ids, ids_n, fn, ctx, e);
	arena_done(&a);
	return ok;
}
