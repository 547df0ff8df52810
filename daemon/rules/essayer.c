/* SPDX-License-Identifier: EUPL-1.2 */
/* `scrutateur essayer`: the essais of one rule or of all, with a report for the person who writes rules. */
#include <string.h>
#include "faults.h"
#include "periods.h"
#include "ruleset_priv.h"

static void print_caret(struct str line, unsigned col, struct buf *out)
{
	if (!line.n)
		return;
	buf_printf(out, "    %.*s\n", STR_ARG(line));
	if (!col)
		return;
	buf_c(out, "    ");
	size_t at = 0;
	for (unsigned i = 1; i < col && at < line.n; i++) {
		buf_char(out, line.p[at] == '\t' ? '\t' : ' ');
		for (at++; at < line.n && ((unsigned char)line.p[at] & 0xC0) == 0x80; at++)
			;
	}
	buf_c(out, "^\n");
}

void rule_report_print(const struct rule_report *r, bool colour, struct buf *out)
{
	char text[sizeof r->err.msg + sizeof r->err.file + 32];
	const char *red = colour ? "\033[31m" : "", *plain = colour ? "\033[0m" : "";
	if (r->state == RULE_LIVE && r->err.code == ERR_NONE) {
		buf_printf(out, "%.*s : %u essais réussis\n", STR_ARG(r->id), r->reussis);
		return;
	}
	buf_printf(out, "%s%.*s : %s%s\n  %s\n", red, STR_ARG(r->id),
		   r->state == RULE_REFUSED ? "refusée"
		   : r->state == RULE_KEPT  ? "ancienne version gardée"
					    : "en service, mais",
		   plain, err_text(&r->err, text, sizeof text));
	print_caret(r->ligne, r->err.col, out);
}

static unsigned try_rule(const struct stock *st, struct str file, struct str id, bool colour, struct buf *out,
			 unsigned *run)
{
	struct rule rule;
	struct rule_report rep = { .file = file, .id = id, .state = RULE_REFUSED };
	struct str text;
	unsigned ran = 0, passed = 0;
	if (!yamldir_text(st->a, file.p, LIMIT_RULE_BYTES, &text, &rep.err) ||
	    !rule_load(st->a, st->shared, st->shared_n, file, text, &rule, &rep.err)) {
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
