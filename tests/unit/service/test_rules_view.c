/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules in service as a file: what is written is what is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bounds.h"
#include "file.h"
#include "rules_view.h"

static struct arena a;
static char path[64];

static int set_up(void **state)
{
	(void)state;
	arena_init(&a, 16 * MIB);
	snprintf(path, sizeof path, "/tmp/scrutateur-vue-XXXXXX");
	int fd = mkstemp(path);
	close(fd);
	return fd < 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_done(&a);
	return unlink(path);
}

static struct rules_view round_trip(const struct rules_view *v)
{
	struct rules_view back;
	struct buf b;
	struct err e;

	buf_init(&b, MIB);
	rules_view_json(v, true, &b);
	int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
	assert_true(file_write_all(fd, buf_view(&b), &e));
	close(fd);
	buf_done(&b);
	if (!rules_view_read(&a, path, &back, &e))
		fail_msg("%u:%u %s", e.line, e.col, e.msg);
	return back;
}

#define SAME(x, y) assert_true(str_eq((x), (y)))

static void test_rules_view__round_trip(void **state)
{
	struct rule_view rules[] = {
		{ .id = STR("quorum"), .titre = STR("Quorum « atteint »"), .version = STR("1.0.0+1fbe87bd"), .sha256 = STR("ab"), .depuis = STR("2026-11-23T01:12:45+01:00"),
		  .gravite = SEVERITY_MAJEURE, .state = RULE_ACTIVE, .ancienne = true, .raison = STR("quorum.lua:3:4: \"x\"\\ : \t\n# {"), .essais = 7 },
		{ .id = STR("cassee"), .state = RULE_OUT, .raison = STR("caract\xc3\xa8re \xf0\x9f\x98\x80 invalide") },
		{ .id = STR("off"), .state = RULE_OFF }, { .id = STR("lasse"), .state = RULE_SUSPENDED },
	};
	struct exemption_view exemptions[] = {
		{ .x = { .id = STR("2026-14"), .regle = STR("quorum"), .acte = STR("12"), .collectivite = STR("Ville « d'Auzelle »"), .raison = STR("oui"), .par = STR("null"), .jusqu_au = { 2027, 3, 31 } }, .actes = -1 },
		{ .x = { .id = STR("B"), .regle = STR("q"), .acte = STR("~"), .raison = STR("r"), .par = STR("p"), .du = { 2026, 1, 2 }, .jusqu_au = { 2027, 3, 31 } }, .actes = 4 },
	};
	const struct rules_view v = { .ts = STR("t"), .pid = 812, .reload = { 1764380000, 1764380001, RELOAD_REFUSED, STR("non") }, .jeu = STR("5d0f"),
				      .rules = rules, .rules_n = 4, .exemptions = exemptions, .exemptions_n = 2 };
	(void)state;
	struct rules_view b = round_trip(&v);
	assert_true(b.pid == 812 && b.reload.asked == v.reload.asked && b.reload.done == v.reload.done && b.reload.state == RELOAD_REFUSED);
	SAME(b.reload.why, STR("non"));
	SAME(b.jeu, v.jeu);
	assert_int_equal(b.rules_n, 4);
	for (size_t i = 0; i < 4; i++) {
		SAME(b.rules[i].id, rules[i].id);
		SAME(b.rules[i].version, rules[i].version);
		assert_int_equal(b.rules[i].state, rules[i].state);
		assert_int_equal(b.rules[i].gravite, rules[i].gravite);
		assert_int_equal(b.rules[i].ancienne, rules[i].ancienne);
	}
	SAME(b.rules[0].titre, rules[0].titre);
	SAME(b.rules[0].raison, rules[0].raison);
	SAME(b.rules[0].depuis, rules[0].depuis);
	assert_int_equal(b.rules[0].essais, 7);
	/* No YAML reader takes the two surrogates that JSON needs for it. */
	SAME(b.rules[1].raison, STR("caract\xc3\xa8re \xef\xbf\xbd invalide"));
	assert_int_equal(b.exemptions_n, 2);
	for (size_t i = 0; i < 2; i++) {
		const struct exemption *x = &b.exemptions[i].x, *was = &exemptions[i].x;
		SAME(x->id, was->id);
		SAME(x->acte, was->acte);
		SAME(x->collectivite, was->collectivite);
		SAME(x->raison, was->raison);
		SAME(x->par, was->par);
		assert_int_equal(date_cmp(x->du, was->du), 0);
		assert_int_equal(date_cmp(x->jusqu_au, was->jusqu_au), 0);
		assert_int_equal(b.exemptions[i].actes, exemptions[i].actes);
	}
}

static void test_rules_view__nothing_in_service(void **state)
{
	(void)state;
	struct rules_view b = round_trip(&(struct rules_view){ .ts = STR("t"), .reload.state = RELOAD_UNDER_WAY });
	assert_true(b.pid == 0 && b.rules_n == 0 && b.exemptions_n == 0 && b.jeu.n == 0 && b.reload.state == RELOAD_UNDER_WAY);
}

static void test_rules_view__what_it_does_not_know_is_the_worst(void **state)
{
	struct rules_view b;
	struct err e;
	(void)state;
	int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
	assert_true(file_write_all(fd, STR("{\"rechargements\": {\"etat\": \"autre\"}, \"regles\": [{\"id\": \"q\", \"etat\": \"neuf\"}, 3]}"), &e));
	close(fd);
	assert_true(rules_view_read(&a, path, &b, &e));
	assert_int_equal(b.reload.state, RELOAD_UNDER_WAY);
	assert_int_equal(b.rules_n, 2);
	assert_int_equal(b.rules[0].state, RULE_OUT);
	assert_false(rules_view_read(&a, "/nulle/part.json", &b, &e));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_rules_view__round_trip),
		TEST(test_rules_view__nothing_in_service),
		TEST(test_rules_view__what_it_does_not_know_is_the_worst),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
