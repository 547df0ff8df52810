/* SPDX-License-Identifier: EUPL-1.2 */
#include "essais_out.h"

#include "bounds.h"
#include "fold.h"

#define JUNIT_MAX (64 * MIB)

static const enum verdict VERDICTS[] = { VERDICT_CONFORME, VERDICT_ANOMALIE, VERDICT_NON_VERIFIABLE };
#define VERDICTS_N (sizeof VERDICTS / sizeof *VERDICTS)

void essais_total_init(struct essais_total *t)
{
	*t = (struct essais_total){ 0 };
	buf_init(&t->suites, JUNIT_MAX);
}

void essais_total_done(struct essais_total *t)
{
	buf_done(&t->suites);
}

static bool is_xml(uint32_t cp)
{
	return cp == '\t' || cp == '\n' || (cp >= 0x20 && cp < 0xFFFE && (cp < 0xD800 || cp > 0xDFFF)) || cp >= 0x10000;
}

static void xml(struct buf *out, struct str s)
{
	static const struct { char c; const char *as; } escapes[] = {
		{ '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" }, { '\n', "&#10;" }, { '\t', "&#9;" },
	};
	uint32_t cp;

	for (size_t at = 0, n; (n = utf8_next(s, at, &cp)) > 0; at += n) {
		const char *as = is_xml(cp) ? NULL : "\xEF\xBF\xBD";
		char bytes[4];

		for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
			as = cp == (unsigned char)escapes[i].c ? escapes[i].as : as;
		if (as)
			buf_c(out, as);
		else
			buf_add(out, bytes, utf8_put(cp, bytes));
	}
}

static void attribute(struct buf *out, const char *name, struct str value)
{
	buf_printf(out, " %s=\"", name);
	xml(out, value);
	buf_char(out, '"');
}

static void seconds(struct buf *out, int64_t us)
{
	buf_printf(out, " time=\"%lld.%06lld\"", (long long)(us / 1000000), (long long)(us % 1000000));
}

static struct str first_line(struct str s)
{
	return str_part(s, 0, str_find(s, STR("\n"), 0));
}

static void begin_case(struct buf *out, const struct rule_essais *r, struct str name, unsigned line, int64_t us)
{
	buf_c(out, "    <testcase");
	attribute(out, "name", name);
	attribute(out, "classname", r->report.id);
	seconds(out, us);
	attribute(out, "file", r->report.file);
	if (line)
		buf_printf(out, " line=\"%u\"", line);
}

/* What went wrong inside a testcase: <failure>, <error>. */
static void fault(struct buf *out, const char *element, const char *type, struct str message, struct str words)
{
	buf_printf(out, ">\n      <%s", element);
	attribute(out, "message", message);
	attribute(out, "type", str_c(type));
	buf_char(out, '>');
	xml(out, words);
	buf_printf(out, "</%s>\n    </testcase>\n", element);
}

static void add_case(struct buf *out, const struct rule_essais *r, const struct essai_result *es)
{
	begin_case(out, r, es->nom, es->line, es->us);
	if (es->end == ESSAI_ECHEC) {
		fault(out, "failure", "essai", first_line(es->words), es->words);
	} else if (es->end == ESSAI_A_FAIRE) {
		buf_c(out, ">\n      <skipped message=\"à faire : ");
		xml(out, first_line(es->words));
		buf_c(out, "\"/>\n    </testcase>\n");
	} else {
		buf_c(out, "/>\n");
	}
}

static void add_lack(struct buf *out, const struct rule_essais *r, enum verdict v)
{
	struct buf name;

	buf_init(&name, 256);
	buf_printf(&name, "un essai attend « %s »", verdict_word(v));
	begin_case(out, r, buf_view(&name), 0, 0);
	fault(out, "failure", "minimum", STR("aucun essai n'attend ce verdict"), STR(""));
	buf_done(&name);
}

static unsigned lacks_of(const struct rule_essais *r)
{
	unsigned n = 0;

	for (size_t i = 0; i < VERDICTS_N; i++)
		n += r->lacks[VERDICTS[i]];
	return n;
}

static void add_suite(struct buf *out, const struct rule_essais *r, int64_t us)
{
	char text[sizeof r->report.err.msg + sizeof r->report.err.file + 32];
	const unsigned lacks = lacks_of(r), refused = !r->loaded;

	buf_c(out, "  <testsuite");
	attribute(out, "name", r->report.id);
	buf_printf(out, " tests=\"%zu\" failures=\"%u\" errors=\"%u\" skipped=\"%u\"", r->n + lacks + refused,
		   r->ends[ESSAI_ECHEC] + lacks, refused, r->ends[ESSAI_A_FAIRE]);
	seconds(out, us);
	attribute(out, "file", r->report.file);
	buf_c(out, ">\n");
	for (size_t i = 0; i < r->n; i++)
		add_case(out, r, &r->at[i]);
	for (size_t i = 0; i < VERDICTS_N; i++)
		if (r->lacks[VERDICTS[i]])
			add_lack(out, r, VERDICTS[i]);
	if (refused) {
		begin_case(out, r, STR("chargement"), r->report.err.line, 0);
		fault(out, "error", "chargement", str_c(r->report.err.msg), str_c(err_text(&r->report.err, text, sizeof text)));
	}
	buf_c(out, "  </testsuite>\n");
}

void essais_junit(const struct essais_total *t, struct buf *out)
{
	buf_c(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"scrutateur essayer\"");
	buf_printf(out, " tests=\"%u\" failures=\"%u\" errors=\"%u\" skipped=\"%u\"", t->essais + t->lacking + t->refused,
		   t->ends[ESSAI_ECHEC] + t->lacking, t->refused, t->ends[ESSAI_A_FAIRE]);
	seconds(out, t->us);
	buf_c(out, ">\n");
	buf_str(out, buf_view(&t->suites));
	buf_c(out, "</testsuites>\n");
}

static void count_of(struct buf *out, unsigned n, const char *before, const char *one, const char *many)
{
	if (n > 0)
		buf_printf(out, "%s%u %s", before, n, n > 1 ? many : one);
}

static void print_words(struct buf *out, struct str words)
{
	for (size_t from = 0; from < words.n;) {
		const size_t end = str_find(words, STR("\n"), from);
		const struct str line = str_part(words, from, end);

		buf_printf(out, "      %.*s\n", STR_ARG(line));
		from = end == STR_NONE ? words.n : end + 1;
	}
}

static void print_essai(struct buf *out, const struct rule_essais *r, const struct essai_result *es, bool colour)
{
	static const struct { const char *word, *colour; } heads[] = {
		[ESSAI_ECHEC] = { "échec :", "\033[1;31m" },
		[ESSAI_A_FAIRE] = { "à faire :", "\033[33m" },
		[ESSAI_FAIT] = { "fait :", "\033[32m" },
	};

	if (es->end == ESSAI_REUSSI)
		return;
	buf_printf(out, "  %s%s%s essai « %.*s » (%.*s:%u)\n", colour ? heads[es->end].colour : "", heads[es->end].word,
		   colour ? "\033[0m" : "", STR_ARG(es->nom), STR_ARG(r->report.file), es->line);
	if (es->end == ESSAI_FAIT)
		buf_c(out, "      il donne ce qui est attendu : « a_faire = oui » peut être retiré\n");
	print_words(out, es->words);
}

static void print_rule(const struct rule_essais *r, bool colour, struct buf *out)
{
	if (!r->loaded) {
		rule_report_print(&r->report, colour, out);
		return;
	}
	const unsigned passed = r->ends[ESSAI_REUSSI] + r->ends[ESSAI_FAIT];

	buf_printf(out, "%.*s %.*s : %zu essai%s, %u réussi%s", STR_ARG(r->report.id), STR_ARG(r->info->version), r->n, plural_s(r->n), passed,
		   plural_s(passed));
	count_of(out, r->ends[ESSAI_ECHEC], ", ", "échec", "échecs");
	count_of(out, r->ends[ESSAI_A_FAIRE], ", ", "à faire", "à faire");
	buf_char(out, '\n');
	for (size_t i = 0; i < r->n; i++)
		print_essai(out, r, &r->at[i], colour);
	for (size_t i = 0; i < VERDICTS_N; i++)
		if (r->lacks[VERDICTS[i]])
			buf_printf(out, "  %smanque :%s aucun essai n'attend « %s » : la règle n'entrera pas en service\n", colour ? "\033[1;31m" : "", colour ? "\033[0m" : "",
				   verdict_word(VERDICTS[i]));
	remarks_print(&r->report, out);
}

void essais_add(struct essais_total *t, const struct rule_essais *r, bool colour, struct buf *out)
{
	int64_t us = 0;

	for (size_t i = 0; i < r->n; i++)
		us += r->at[i].us;
	for (int k = 0; k < 4; k++)
		t->ends[k] += r->ends[k];
	t->rules++;
	t->essais += (unsigned)r->n;
	t->lacking += lacks_of(r);
	t->refused += !r->loaded;
	t->us += us;
	add_suite(&t->suites, r, us);
	print_rule(r, colour, out);
}

void essais_print_total(const struct essais_total *t, struct buf *out)
{
	const unsigned passed = t->ends[ESSAI_REUSSI] + t->ends[ESSAI_FAIT], failed = t->ends[ESSAI_ECHEC];

	buf_printf(out, "%u essai%s réussi%s, %u échec%s", passed, plural_s(passed), plural_s(passed), failed, plural_s(failed));
	count_of(out, t->ends[ESSAI_A_FAIRE], ", ", "à faire", "à faire");
	count_of(out, t->lacking, ", ", "verdict sans essai", "verdicts sans essai");
	count_of(out, t->refused, ", ", "règle qui ne se charge pas", "règles qui ne se chargent pas");
	buf_char(out, '\n');
}
