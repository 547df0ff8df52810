/* SPDX-License-Identifier: EUPL-1.2 */
/* Every fault of tests/fautes, through the real loader and the real essais: what its author reads is the file <name>.dit
 * beside it, word for word. UPDATE=1 writes those files again; review the diff, and read it aloud. */
#include <stdlib.h>
#include "bench.h"
#include "file.h"
#include "ruleset.h"

static const char *const FOLDERS[] = { "caracteres", "habitudes", "oublis", "noms", "declaration", "execution", "silence",
				       "plusieurs", "justes" };

static struct str expected(struct arena *a, const char *path)
{
	struct buf b;
	struct err e = { .code = ERR_NONE };
	buf_init(&b, MIB);
	struct str s = file_read(path, &b, &e) ? arena_dup(a, buf_view(&b)) : STR("");
	buf_done(&b);
	return s;
}

/* Words of Lua's own messages: none may reach an author. */
static void assert_french(struct str path, struct str s)
{
	static const char *const words[] = { "expected", " near ", "attempt", "unfinished", "unexpected", " value (", "nil value" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_find(s, str_c(words[i]), 0) != STR_NONE)
			fail_msg("%.*s: %s", STR_ARG(path), words[i]);
}

static void compare(struct arena *a, const char *folder, const struct rule_report *r, unsigned *different)
{
	struct buf out;
	struct str path = arena_printf(a, "tests/fautes/%s/%.*s.dit", folder, STR_ARG(r->id));
	buf_init(&out, MIB);
	rule_report_print(r, false, &out);
	assert_french(path, buf_view(&out));
	if (getenv("UPDATE")) {
		FILE *f = fopen(path.p, "w");
		assert_non_null(f);
		fwrite(out.p, 1, out.n, f);
		fclose(f);
	} else if (!str_eq(expected(a, path.p), buf_view(&out))) {
		print_error("%.*s:\n%.*s", STR_ARG(path), STR_ARG(buf_view(&out)));
		++*different;
	}
	buf_done(&out);
}

static unsigned faults_of(const char *folder, unsigned *different)
{
	struct arena a;
	struct ruleset *rs;
	struct err e = { .code = ERR_NONE };
	size_t n;
	arena_init(&a, 16 * MIB);
	const struct ruleset_paths p = { .regles = arena_printf(&a, "tests/fautes/%s", folder).p,
					 .lua = "lua",
					 .exemples = "conf/exemples",
					 .parametres = "conf/parametres",
					 .collectivites = "conf/collectivites",
					 .lexique = "conf/lexique.yaml" };
	if (!ruleset_load(&p, &rs, &e))
		fail_msg("%s", e.msg);
	const struct rule_report *reports = ruleset_reports(rs, &n);
	for (size_t i = 0; i < n; i++)
		compare(&a, folder, &reports[i], different);
	ruleset_free(rs);
	arena_done(&a);
	return (unsigned)n;
}

static void test_fault_files__ce_que_l_auteur_lit(void **state)
{
	unsigned n = 0, different = 0;
	(void)state;
	for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++)
		n += faults_of(FOLDERS[i], &different);
	assert_int_equal(different, 0);
	assert_true(n > 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_fault_files__ce_que_l_auteur_lit) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
