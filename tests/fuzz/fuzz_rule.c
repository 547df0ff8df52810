/* SPDX-License-Identifier: EUPL-1.2 */
/* Any bytes as a rule file: it loads, or is refused in French at a place that is in the file; its remarks stand in order, at
 * places of the file. What loads, whatever the lint thinks of it, judges an act, and every verdict is one valid line. */
#include "fuzz.h"

#include "act.h"
#include "file.h"
#include "lint.h"
#include "rule.h"
#include "ruleset.h"

#define RULE_MEMORY (64 * MIB)
#define REPORT_MAX (4 * MIB)

static struct arena kept;

static struct str bytes_of(const char *path)
{
	struct buf b;
	struct err e = {0};
	buf_init(&b, LIMIT_YAML_BYTES);
	if (!file_read(path, &b, &e)) {
		fprintf(stderr, "%s\n", e.msg);
		exit(1);
	}
	struct str s = arena_dup(&kept, buf_view(&b));
	buf_done(&b);
	return s;
}

/* An act of the samples, read once. */
static const struct reading *reading(void)
{
	static const struct reading *r;
	static struct text text;
	const struct lexicon *lx;
	enum text_refusal why;
	struct err e = {0};
	if (r)
		return r;
	arena_init(&kept, LIMIT_ACT_MEMORY);
	CHECK(lexicon_load(&kept, bytes_of("conf/lexique.yaml"), "lexique.yaml", &lx, &e));
	CHECK(text_decode(&kept, bytes_of("conf/exemples/cp-reguliere.txt"), LIMIT_TEXT_BYTES, &text, &why, &e));
	CHECK(act_read(&kept, lx, &text, &r, &why, &e));
	return r;
}

static unsigned lines_of(struct str s)
{
	unsigned n = 1;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

static void check_remarks(const struct remarks *all, struct str text)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct remark *m = &all->at[i];
		CHECK(m->line >= 1 && m->line <= lines_of(text) && m->col >= 1);
		CHECK(utf8_valid(m->texte) && m->texte.n > 0 && memchr(m->texte.p, '\n', m->texte.n) == NULL);
		CHECK(i == 0 || all->at[i - 1].line <= m->line);
	}
}

static void check_report(struct str text, const struct err *e, const struct remarks *all)
{
	struct buf out;
	struct rule_report r = {.file = STR("x.lua"), .id = STR("x"), .state = RULE_REFUSED, .err = *e, .remarques = *all};
	size_t from = 0;
	for (unsigned i = 1; i < e->line && from != STR_NONE; i++)
		from = str_find(text, STR("\n"), from) + 1;
	r.ligne = e->line ? str_part(text, from, str_find(text, STR("\n"), from)) : STR("");
	buf_init(&out, REPORT_MAX);
	rule_report_print(&r, false, &out);
	CHECK(utf8_valid(buf_view(&out)) || !utf8_valid(text));
	buf_done(&out);
}

static void check_refused(const struct err *e, struct str text, struct str file)
{
	CHECK(fuzz_is_french_sentence(e->msg));
	CHECK(strcmp(e->file, file.p) == 0 || e->file[0] == '\0');
	CHECK(e->line <= lines_of(text));
}

static void check_judged(struct arena *a, struct rule *rule)
{
	const struct context cx = {.params = NULL};
	struct judged out = {0};
	struct subject s = judge_subject(a, &cx, reading());
	judge_one(rule, &cx, a, &s, 0, &out);
	CHECK(out.n >= 1 && out.n <= LIMIT_FINDINGS);
	for (size_t i = 0; i < out.n; i++) {
		struct str m = out.at[i].message;
		CHECK(m.n > 0 && memchr(m.p, '\n', m.n) == NULL && str_find(m, STR("0x5"), 0) == STR_NONE);
	}
}

/* The id of a rule is the name of its file: the one that the text gives. */
static struct str file_of(struct arena *a, struct str text)
{
	size_t at = str_find(text, STR("id = \""), 0), end = at == STR_NONE ? STR_NONE : str_find(text, STR("\""), at + 6);
	struct str id = end == STR_NONE || end - at > 60 ? STR("x") : str_part(text, at + 6, end);
	for (size_t i = 0; i < id.n; i++)
		if (id.p[i] <= ' ' || id.p[i] >= 127)
			return STR("x.lua");
	return arena_printf(a, "%.*s.lua", STR_ARG(id));
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena a;
	struct rule rule;
	struct err e = {0};
	struct str text = {(const char *)p, n};
	struct remarks loose;
	arena_init(&a, 4 * RULE_MEMORY);
	struct str file = file_of(&a, text);
	if (rule_load(&a, NULL, 0, file, text, &rule, &e)) {
		check_remarks(&rule.remarques, text);
		rule_drop(&rule);
	} else {
		check_refused(&e, text, file);
		check_remarks(&rule.remarques, text);
		check_report(text, &e, &rule.remarques);
	}
	if (rule_load_unseen(&a, NULL, 0, file, text, &rule, &e)) {
		check_judged(&a, &rule);
		rule_drop(&rule);
	}
	if (n <= LIMIT_RULE_BYTES && utf8_valid(text)) {
		lint(&a, text, NULL, &loose);
		check_remarks(&loose, text);
	}
	arena_done(&a);
	return 0;
}
