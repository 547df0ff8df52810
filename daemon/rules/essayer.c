/* SPDX-License-Identifier: EUPL-1.2 */
/* `scrutateur essayer`: the essais of one rule or of all, with a report for the person who writes rules. */
#include <string.h>
#include "faults.h"
#include "fold.h"
#include "periods.h"
#include "ruleset_priv.h"

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

static unsigned try_rule(const struct stock *st, struct str file, struct str id, bool colour, struct buf *out,
			 unsigned *run)
{
	struct rule rule = { .remarques = { 0 } };
	struct rule_report rep = { .file = file, .id = id, .state = RULE_REFUSED };
	struct str text;
	unsigned ran = 0, passed = 0;
	bool loaded = yamldir_text(st->a, file.p, LIMIT_RULE_BYTES, &text, &rep.err) &&
		      rule_load(st->a, st->shared, st->shared_n, file, text, &rule, &rep.err);
	rep.remarques = rule.remarques;
	if (!loaded) {
		rep.ligne =
			rep.err.line && strcmp(rep.err.file, file.p) == 0 ? fault_line(text, rep.err.line) : STR("");
		rule_report_print(&rep, colour, out);
		return 1;
	}
	struct buf details;
	buf_init(&details, MIB);
	bool all = essais_run(st, &rule, colour, &details, &ran, &passed, &rep.err);
	buf_printf(out, "%.*s %.*s : %u essais, %u réussis\n", STR_ARG(rule.info.id), STR_ARG(rule.info.version), ran,
		   passed);
	buf_str(out, buf_view(&details));
	if (!all && passed == ran)
		buf_printf(out, "  %s\n", rep.err.msg);
	remarks_print(&rep, out);
	buf_done(&details);
	rule_drop(&rule);
	*run += ran;
	return all ? 0 : ran > passed ? ran - passed : 1;
}

static unsigned try_all(struct arena *a, const struct ruleset_paths *p, const char *only_id, bool colour,
			struct buf *out, unsigned *run, struct err *e)
{
	struct stock st;
	struct str *names;
	size_t n, tried = 0;
	unsigned failed = 0;
	if (!stock_load(a, p, &st, e) || !yamldir_names(a, p->regles, ".lua", &names, &n, e))
		return 1;
	for (size_t i = 0; i < n; i++) {
		struct str id = str_part(names[i], 0, names[i].n - 4);
		if (only_id && !str_eq(id, str_c(only_id)))
			continue;
		tried++;
		failed += try_rule(&st, arena_printf(a, "%s/%.*s", p->regles, STR_ARG(names[i])), id, colour, out, run);
	}
	if (only_id && !tried) {
		err_set(e, ERR_VALUE, "aucune règle « %s » dans %s", only_id, p->regles);
		return 1;
	}
	return failed;
}

unsigned ruleset_essayer(const struct ruleset_paths *p, const char *only_id, bool colour, struct buf *out,
			 unsigned *ret_run, struct err *e)
{
	struct arena a;
	unsigned run = 0;
	arena_init(&a, 128 * MIB);
	unsigned failed = try_all(&a, p, only_id, colour, out, &run, e);
	arena_done(&a);
	*ret_run = run;
	return failed;
}
