/* SPDX-License-Identifier: EUPL-1.2 */
/* YAML: the tree and its places, everything refused, the limits on both sides, hostile input. */
#include "check.h"
#include "buf.h"
#include "fold.h"
#include "bounds.h"
#include "yamltree.h"

#include <fcntl.h>
#include <unistd.h>

static struct arena arena;
static struct err e;

static const struct yaml_node *parse(const char *text)
{
	const struct yaml_node *root = NULL;
	e = (struct err){ 0 };
	return yaml_parse(&arena, str_c(text), "essai.yaml", &root, &e) ? root : NULL;
}

#define assert_refused(text, errcode, l, c, words)                                                                     \
	do {                                                                                                           \
		assert_null(parse(text));                                                                              \
		assert_int_equal(e.code, (errcode));                                                                   \
		assert_string_equal(e.file, "essai.yaml");                                                             \
		assert_place(e, l, c);                                                                                 \
		assert_contains(e.msg, words);                                                                         \
	} while (0)

TEST(test_yaml__tree_with_places)
{
	const struct yaml_node *root = parse("# droit\nseuil: 42\n\nélus :\n"
					     "  - nom: \"Féret\"\n    rôle: 'maire'\n  - {nom: Ardon}\nvide:\n");
	assert_non_null(root);
	assert_int_equal(root->kind, YAML_MAP);
	const struct yaml_node *n = yaml_get(root, "seuil");
	assert_str(n->text, "42");
	assert_false(n->quoted);
	assert_place(*n, 2, 8);
	assert_int_equal(n->key_line, 2);
	assert_int_equal(n->key_col, 1);
	n = yaml_get(root, "élus");
	assert_int_equal(n->kind, YAML_LIST);
	assert_int_equal(n->key_line, 4);
	n = n->first;
	assert_int_equal(n->kind, YAML_MAP);
	assert_int_equal(n->key.n, 0);
	assert_true(yaml_get(n, "nom")->quoted);
	assert_str(yaml_get(n, "nom")->text, "Féret");
	assert_place(*yaml_get(n, "rôle"), 6, 11);
	assert_str(yaml_get(n->next, "nom")->text, "Ardon");
	assert_null(n->next->next);
	assert_true(yaml_is_null(yaml_get(root, "vide")));
	assert_null(yaml_get(root, "autre"));
	assert_null(yaml_get(NULL, "x"));
	assert_null(yaml_get(n->first, "x"));
}

TEST(test_yaml__columns_are_code_points)
{
	assert_place(*yaml_get(parse("é😀: [à, b]"), "é😀")->first->next, 1, 9);
}

TEST(test_yaml__nothing_is_an_empty_map)
{
	static const char *const empty[] = { "", "\n\n", "# rien\n", "\xef\xbb\xbf" };
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
		const struct yaml_node *root = parse(empty[i]);
		assert_non_null(root);
		assert_int_equal(root->kind, YAML_MAP);
		assert_null(root->first);
	}
}

TEST(test_yaml__byte_order_mark_moves_no_column)
{
	assert_place(*yaml_get(parse("\xef\xbb\xbf" "a: b"), "a"), 1, 4);
}

TEST(test_yaml__extras_are_refused)
{
	assert_refused("a: &x 1\nb: 2", ERR_SYNTAX, 1, 4, "ancres");
	assert_refused("a: *x\n", ERR_SYNTAX, 1, 4, "renvois");
	assert_refused("a: 1\n*x : 2\n", ERR_SYNTAX, 2, 1, "renvois");
	assert_refused("&k a: 1\n", ERR_SYNTAX, 1, 1, "ancres");
	assert_refused("a: !!int 3", ERR_SYNTAX, 1, 4, "étiquettes");
	assert_refused("a: ! b", ERR_SYNTAX, 1, 4, "étiquettes");
	assert_refused("a: !x [1]", ERR_SYNTAX, 1, 4, "étiquettes");
	assert_refused("--- &r {a: 1}", ERR_SYNTAX, 1, 5, "ancres");
	assert_refused("a: 1\n---\nb: 2\n", ERR_SYNTAX, 2, 1, "second document");
	assert_refused("%YAML 1.1\n---\na: 1\n", ERR_SYNTAX, 1, 1, "directives");
	assert_refused("[a, b]: 1\n", ERR_SYNTAX, 1, 1, "clé");
	assert_refused("? {a: 1}\n: 1\n", ERR_SYNTAX, 1, 3, "clé");
}

TEST(test_yaml__duplicate_keys_name_both_places)
{
	assert_refused("a: 1\nb: 2\na: 3\nb: 4\n", ERR_SYNTAX, 3, 1, "« a » est déjà écrite ligne 1");
	assert_refused("x:\n  b: 1\n  \"b\": 2\n", ERR_SYNTAX, 3, 3, "« b » est déjà écrite ligne 2");
	assert_refused("{z: 1, a: 2, z: 3}", ERR_SYNTAX, 1, 14, "« z »");
	assert_non_null(parse("a: {b: 1}\nc: {b: 1}\n"));
}

TEST(test_yaml__syntax_errors_are_french)
{
	assert_refused("a: b: c\n", ERR_SYNTAX, 1, 5, "« : » inattendu");
	assert_refused("a: [1, 2\n", ERR_SYNTAX, 2, 1, "« , » ou « ] » attendu");
	assert_refused("a:\n\t- b\n", ERR_SYNTAX, 2, 1, "tabulation");
	assert_refused("a: \"b\n", ERR_SYNTAX, 1, 4, "le guillemet ouvert ici n'est jamais fermé");
	assert_refused("a: 1\nb: \"c\nd: e\nf: \"g\"\n", ERR_SYNTAX, 2, 4, "n'est fermé que ligne 4");
	assert_refused("a: 'avis de l'assemblée'\n", ERR_SYNTAX, 1, 15, "une apostrophe se double entre guillemets simples");
	assert_refused("{ a: 1, b: 'avis de l'assemblée' }\n", ERR_SYNTAX, 1, 23, "une apostrophe se double");
	assert_refused("a: \x01\n", ERR_SYNTAX, 1, 1, "contrôle");
	assert_null(parse("a: 1\n b: 2\n"));
	assert_null(parse("}"));
}

TEST(test_yaml__an_error_at_the_end_is_on_a_line_there_is)
{
	assert_refused("limites: { octets: 1,es:", ERR_SYNTAX, 1, 25, "");
	assert_refused("limites: {\n", ERR_SYNTAX, 2, 1, "");
	assert_place(*parse("# rien\n# du tout"), 1, 1);
}

TEST(test_yaml__not_utf8)
{
	assert_refused("a: 1\nété: caf\xe9\n", ERR_SYNTAX, 2, 9, "UTF-8");
	assert_refused("\xff\xfe" "a", ERR_SYNTAX, 1, 1, "UTF-8");
	assert_refused("l:\n  - a: 1\n \xc2\xa0  b: 2\n", ERR_SYNTAX, 3, 2, "espace insécable");
	assert_refused("l:\n  - a: 1\n   b: 2\n    c: 3\n", ERR_SYNTAX, 3, 4, "mal alignée");
}

/* "[[[…]]]" of `depth` lists. */
static const struct yaml_node *nested(size_t depth)
{
	char text[100];
	memset(text, '[', depth);
	memset(text + depth, ']', depth);
	text[2 * depth] = '\0';
	return parse(text);
}

TEST(test_yaml__depth_on_both_sides)
{
	assert_non_null(nested(LIMIT_YAML_DEPTH));
	assert_null(nested(LIMIT_YAML_DEPTH + 1));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_place(e, 1, LIMIT_YAML_DEPTH + 1);
}

static const struct yaml_node *parse_bytes(struct str s)
{
	const struct yaml_node *root = NULL;
	return yaml_parse(&arena, s, "essai.yaml", &root, &e) ? root : NULL;
}

TEST(test_yaml__size_on_both_sides)
{
	char *text = malloc(LIMIT_YAML_BYTES + 1);
	memset(text, '#', LIMIT_YAML_BYTES + 1);
	assert_non_null(parse_bytes((struct str){ text, LIMIT_YAML_BYTES }));
	assert_null(parse_bytes((struct str){ text, LIMIT_YAML_BYTES + 1 }));
	assert_int_equal(e.code, ERR_LIMIT);
	free(text);
}

static const struct yaml_node *list_of(size_t n)
{
	struct buf b;
	buf_init(&b, LIMIT_YAML_BYTES);
	for (size_t i = 0; i < n; i++)
		buf_c(&b, "- a\n");
	const struct yaml_node *root = parse_bytes(buf_view(&b));
	buf_done(&b);
	return root;
}

TEST(test_yaml__nodes_on_both_sides)
{
	assert_non_null(list_of(LIMIT_YAML_NODES - 1));
	assert_null(list_of(LIMIT_YAML_NODES));
	assert_int_equal(e.code, ERR_LIMIT);
}

TEST(test_yaml__many_keys_are_compared_quickly)
{
	struct buf b;
	buf_init(&b, LIMIT_YAML_BYTES);
	for (int i = 0; i < 60000; i++)
		buf_printf(&b, "k%d: 1\n", i);
	buf_c(&b, "k7: 2\n");
	assert_null(parse_bytes(buf_view(&b)));
	assert_place(e, 60001, 1);
	buf_done(&b);
}

TEST(test_yaml__hostile_bytes_never_crash)
{
	static const char alphabet[] = "ab:-?[]{},#&*!|>'\"%@` \n\t\\0\xc3\xa9~";
	unsigned seed = 4242;
	for (int round = 0; round < 20000; round++) {
		char text[64];
		size_t n = (seed >> 8) % sizeof text;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1103515245 + 12345;
			text[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
		}
		const struct yaml_node *root = NULL;
		e = (struct err){ 0 };
		bool ok = yaml_parse(&arena, (struct str){ text, n }, "f", &root, &e);
		assert_int_equal(ok, root != NULL);
		assert_int_equal(ok, e.code == ERR_NONE);
		assert_true(ok || (e.msg[0] && utf8_valid(str_c(e.msg))));
	}
}

TEST(test_yaml__arena_ceiling_reaches_the_callers_trap)
{
	struct arena small;
	volatile bool jumped = false;
	arena_init(&small, 1000);
	if (setjmp(*arena_trap(&small))) {
		jumped = true;
	} else {
		const struct yaml_node *root;
		yaml_parse(&small, STR("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]"), "f", &root, &e);
	}
	assert_true(jumped);
	arena_done(&small);
}

TEST(test_yaml__typed_values)
{
	const struct yaml_node *m = parse("o: oui\nn: non\nq: \"oui\"\nt: true\ni: 12\nneg: -3\n"
					  "s: \"12\"\nx: 12a\nl: [1]\nz: ~\nnu: null\nqn: \"null\"");
	bool b = false;
	int64_t v = 99;
	assert_true(yaml_bool(yaml_get(m, "o"), "f", &b, &e) && b);
	assert_true(yaml_bool(yaml_get(m, "n"), "f", &b, &e) && !b);
	assert_false(yaml_bool(yaml_get(m, "q"), "f", &b, &e));
	assert_false(yaml_bool(yaml_get(m, "t"), "f", &b, &e));
	assert_contains(e.msg, "« oui » ou « non »");
	assert_place(e, 4, 4);
	assert_false(yaml_bool(yaml_get(m, "l"), "f", &b, &e));
	assert_true(yaml_int(yaml_get(m, "i"), "f", 12, 12, &v, &e) && v == 12);
	assert_true(yaml_int(yaml_get(m, "neg"), "f", -3, 0, &v, &e) && v == -3);
	assert_false(yaml_int(yaml_get(m, "i"), "f", 13, 20, &v, &e));
	assert_contains(e.msg, "12 n'est pas entre 13 et 20");
	assert_false(yaml_int(yaml_get(m, "i"), "f", 0, 11, &v, &e));
	assert_false(yaml_int(yaml_get(m, "s"), "f", 0, 99, &v, &e));
	assert_false(yaml_int(yaml_get(m, "x"), "f", 0, 99, &v, &e));
	assert_false(yaml_int(yaml_get(m, "l"), "f", 0, 99, &v, &e));
	assert_int_equal(v, -3);
	assert_true(yaml_is_null(yaml_get(m, "z")));
	assert_true(yaml_is_null(yaml_get(m, "nu")));
	assert_false(yaml_is_null(yaml_get(m, "qn")));
	assert_false(yaml_is_null(yaml_get(m, "l")));
}

TEST(test_yaml__unknown_key_names_the_nearest)
{
	static const char *const known[] = { "balayage_s", "depot", NULL };
	assert_true(yaml_only(parse("depot: x\nbalayage_s: 3"), "f", known, &e));
	assert_false(yaml_only(parse("depot: x\nbalayge_s: 3"), "f", known, &e));
	assert_place(e, 2, 1);
	assert_string_equal(e.msg, "clé inconnue « balayge_s » ; vouliez-vous « balayage_s » ?");
	assert_false(yaml_only(parse("zzz: x"), "f", known, &e));
	assert_string_equal(e.msg, "clé inconnue « zzz »");
	assert_false(yaml_only(parse("- depot"), "f", known, &e));
	assert_contains(e.msg, "des clés sont attendues");
	assert_false(yaml_only(parse("depot"), "f", known, &e));
}

TEST(test_yaml__nearest_word)
{
	static const char *const known[] = { "quorum", "unanimite", "majorite", NULL };
	assert_string_equal(nearest_word(STR("quorun"), known), "quorum");
	assert_string_equal(nearest_word(STR("qourum"), known), "quorum");
	assert_string_equal(nearest_word(STR("majorité"), known), "majorite");
	assert_string_equal(nearest_word(STR("unanimite"), known), "unanimite");
	assert_string_equal(nearest_word(STR("ba"), (const char *const[]){ "xy", "ab", NULL }), "ab");
	assert_string_equal(nearest_word(STR("D"), (const char *const[]){ "e", "d", NULL }), "d");
	assert_string_equal(nearest_word(STR("mois"), (const char *const[]){ "voix", "mois_de", NULL }), "mois_de");
	assert_string_equal(nearest_word(STR("moi"), (const char *const[]){ "voi", "moi_de", NULL }), "voi");
	assert_null(nearest_word(STR("pouvoir"), known));
	assert_null(nearest_word(STR(""), known));
	assert_null(nearest_word(STR("quorumquorumquorumquorumquorumquorumquorumquorumquorumquorumquorum"), known));
	assert_null(nearest_word(STR("x"), (const char *const[]){ NULL }));
}

TEST(test_yaml__load_reads_a_file_and_names_it)
{
	char path[] = "/tmp/scrutateur-yaml-XXXXXX";
	int fd = mkstemp(path);
	assert_int_equal(write(fd, "a: 1\na: 2\n", 5), 5);
	const struct yaml_node *root = NULL;
	assert_true(yaml_load(&arena, path, &root, &e));
	assert_str(yaml_get(root, "a")->text, "1");
	assert_int_equal(write(fd, "a: 2\n", 5), 5);
	assert_false(yaml_load(&arena, path, &root, &e));
	assert_string_equal(e.file, path);
	assert_place(e, 2, 1);
	assert_int_equal(ftruncate(fd, LIMIT_YAML_BYTES + 1), 0);
	assert_false(yaml_load(&arena, path, &root, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	close(fd);
	unlink(path);
	assert_false(yaml_load(&arena, path, &root, &e));
	assert_int_equal(e.code, ERR_SYS);
	assert_string_equal(e.file, path);
}

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, 256 * MIB);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_yaml__tree_with_places),
		T(test_yaml__columns_are_code_points),
		T(test_yaml__nothing_is_an_empty_map),
		T(test_yaml__byte_order_mark_moves_no_column),
		T(test_yaml__extras_are_refused),
		T(test_yaml__duplicate_keys_name_both_places),
		T(test_yaml__syntax_errors_are_french),
		T(test_yaml__an_error_at_the_end_is_on_a_line_there_is),
		T(test_yaml__not_utf8),
		T(test_yaml__depth_on_both_sides),
		T(test_yaml__size_on_both_sides),
		T(test_yaml__nodes_on_both_sides),
		T(test_yaml__many_keys_are_compared_quickly),
		T(test_yaml__hostile_bytes_never_crash),
		T(test_yaml__arena_ceiling_reaches_the_callers_trap),
		T(test_yaml__typed_values),
		T(test_yaml__unknown_key_names_the_nearest),
		T(test_yaml__nearest_word),
		T(test_yaml__load_reads_a_file_and_names_it),
	};
	return RUN(tests);
}
