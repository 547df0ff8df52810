/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of compose: the facts that two acts share, the disguise of names, messages compared, the essai as it is written. */
#include "bench.h"
#include <unistd.h>
#include "compose_priv.h"
#include "file.h"

static const char WORDS[] = "Le Conseil municipal de Langeverne. M. Anselme PIQUETERRE préside, avec Mme Ludivine CHAMPARDOUX, M. LE BRANDEC et Mme FONTRAILLE. Vu le code ; considérant.";
static const struct sample SAMPLE = { .nom = { "a", 1 }, .text = { WORDS, sizeof WORDS - 1 } };

static void offer(struct disguise *d, const char *civility, const char *name)
{
	*ARENA_PUSH(d->a, &d->pool) = (struct person){ .nom = str_c(name), .civilite = str_c(civility), .cle = str_c(name) };
}

static void dress(struct bench *b, struct disguise *d)
{
	static const struct stock stock = { .samples = &SAMPLE, .samples_n = 1 };
	disguise_init(d, &b->a, &stock, STR("regle { titre = \"Essai\" }"), &b->r);
	offer(d, "M.", "Anselme PIQUETERRE");
	offer(d, "Mme", "Ludivine CHAMPARDOUX");
	offer(d, "M.", "LE BRANDEC");
	offer(d, "Mme", "FONTRAILLE");
}

static void assert_text(struct str got, const char *wanted)
{
	if (!str_eq(got, str_c(wanted)))
		fail_msg("« %.*s », attendu « %s »", STR_ARG(got), wanted);
}

/* --- facts */

static struct facts facts_read(struct bench *b, const char *body)
{
	return facts_of(&b->a, judge(b, body), 0);
}

static void test_a_value_a_status_and_a_list_hold(void **state)
{
	(void)state;
	struct bench b, other;
	bench_open(&b);
	bench_open(&other);
	struct facts f = facts_read(&b, "local n = nombre(d.presents) + d.vote.contre; d:statut(\"seance.heure\"); return conforme(texte(\"%d\", n))");
	assert_int_equal(f.n, 3);
	assert_int_equal(facts_missing(&f, &other.r), 0);
	other.votes[0].contre.nombre = 2;
	assert_int_equal(facts_missing(&f, &other.r), 1);
	other.r.heure = (struct field){ .statut = FIELD_LU, .texte = STR("14:00") };
	assert_int_equal(facts_missing(&f, &other.r), 2);
	other.acte.presents.n = 2;
	assert_int_equal(facts_missing(&f, &other.r), 4); /* the list, and the people together */
	other.acte.votes_n = 0;
	assert_int_equal(facts_missing(&f, &other.r), 4);
	bench_close(&b);
	bench_close(&other);
}

static void test_other_people_in_the_same_places_are_the_same(void **state)
{
	(void)state;
	struct bench b, other;
	bench_open(&b);
	bench_open(&other);
	struct facts f = facts_read(&b, "return conforme(texte(\"%d\", nombre(d.presents) + nombre(d.pouvoirs)))");
	other.presents[0].qui.cle = other.pouvoirs[0].porteur.cle = other.pouvoirs[1].porteur.cle = STR("autre");
	assert_int_equal(facts_missing(&f, &other.r), 0);
	other.pouvoirs[0].porteur.cle = other.pouvoirs[1].porteur.cle = STR("bois"); /* present too, and not the same one */
	assert_true(fact_holds(&f.at[0], &other.r) && fact_holds(&f.at[1], &other.r));
	assert_int_equal(facts_missing(&f, &other.r), 1);
	other.pouvoirs[0].porteur.cle = STR("dorveaux");
	assert_int_equal(facts_missing(&f, &other.r), 2);
	bench_close(&b);
	bench_close(&other);
}

static void test_texts_count_as_read_and_what_names_the_act_not_at_all(void **state)
{
	(void)state;
	struct bench b, other;
	bench_open(&b);
	bench_open(&other);
	struct facts f = facts_read(&b, "return conforme(texte(\"%d %s\", nombre(d.visas), d.collectivite))");
	assert_int_equal(f.n, 1);
	other.acte.visas.n = 1;
	assert_int_equal(facts_missing(&f, &other.r), 0);
	other.acte.visas.statut = FIELD_ABSENT;
	assert_int_equal(facts_missing(&f, &other.r), 1);
	bench_close(&b);
	bench_close(&other);
}

/* --- names */

static void test_people_are_renamed_the_same_each_time(void **state)
{
	(void)state;
	struct bench b;
	struct disguise d;
	bench_open(&b);
	dress(&b, &d);
	assert_text(disguise_text(&d, STR("M. BOIS et Mme CLAIR, puis M. BOIS")),
		    "M. Anselme PIQUETERRE et Mme Ludivine CHAMPARDOUX, puis M. Anselme PIQUETERRE");
	assert_text(disguise_message(&d, STR("2 pouvoirs portés par M. BOIS")), "2 pouvoirs portés par M. Anselme PIQUETERRE");
	bench_close(&b);
}

static void test_nobody_left(void **state)
{
	(void)state;
	struct bench b;
	struct disguise d;
	bench_open(&b);
	dress(&b, &d);
	for (size_t i = 0; i < 3; i++)
		assert_non_null(disguise_person(&d, &b.presents[i].qui));
	assert_non_null(disguise_person(&d, &b.pouvoirs[0].qui));
	assert_null(disguise_person(&d, &b.pouvoirs[1].qui));
	assert_ptr_equal(disguise_person(&d, &b.presents[1].qui), &d.invented.at[1]);
	bench_close(&b);
}

static void test_other_names_become_invented_words(void **state)
{
	(void)state;
	struct bench b;
	struct disguise d;
	bench_open(&b);
	dress(&b, &d);
	assert_text(disguise_text(&d, STR("à la demande de Ysaline DORVEAUX et de Ysaline, de Quervilly-les-Bois")),
		    "à la demande de Verdurel LANGEVERNE et de Verdurel, de Vaucroze-les-Auzelle");
	/* Known words, figures of Rome, the beginning of a sentence, one letter. */
	assert_text(disguise_text(&d, STR("Considérant l'article L. 3, le Conseil et le Code, tome XIV")),
		    "Considérant l'article L. 3, le Conseil et le Code, tome XIV");
	assert_text(disguise_text(&d, STR("avec Considérant")), "avec Mesnard");
	bench_close(&b);
}

static void test_a_surname_that_is_a_common_word_is_a_name_in_capitals(void **state)
{
	(void)state;
	struct bench b;
	struct disguise d;
	bench_open(&b);
	dress(&b, &d);
	assert_text(disguise_text(&d, STR("avis de M. PRÉSIDE et de M. Préside")), "avis de M. VERDUREL et de M. Langeverne");
	bench_close(&b);
}

static void test_long_numbers_and_addresses_are_not_lent(void **state)
{
	(void)state;
	struct bench b;
	struct disguise d;
	bench_open(&b);
	dress(&b, &d);
	assert_text(disguise_text(&d, STR("la somme de 12 345 678 euros")), "la somme de 12 345 678 euros");
	assert_text(disguise_text(&d, STR("le 01 23 45 67 8")), "");
	assert_text(disguise_text(&d, STR("le 01.23.45.67.89")), "");
	assert_text(disguise_text(&d, STR("écrire à b@c.fr")), "");
	assert_text(disguise_text(&d, STR("un \x1B[31m code")), "");
	assert_text(disguise_text(&d, STR("  ")), "");
	bench_close(&b);
}

static void test_messages_are_compared_without_civilities(void **state)
{
	(void)state;
	struct bench b;
	bench_open(&b);
	assert_true(str_eq(message_plain(&b.a, STR("vote 12 : Mme AUBE et Monsieur BOIS")), message_plain(&b.a, STR("AUBE et M. BOIS"))));
	assert_false(str_eq(message_plain(&b.a, STR("2 voix")), message_plain(&b.a, STR("3 voix"))));
	assert_text(message_plain(&b.a, STR("vote contesté : 2 voix")), "vote contesté : 2 voix ");
	bench_close(&b);
}

/* --- a sample under change */

#define MINUTES                                                                                                                \
	"COMMUNE DE LANGEVERNE\n\nSéance du 12 octobre 2023\n\nObjet : Tarifs\n\n"                                              \
	"Vu le code général des collectivités territoriales, notamment l'article L. 2121-29 ;\n\n"                           \
	"Le conseil municipal, après en avoir délibéré, décide.\n\nVote : Pour : 11 Contre : 0 Abstentions : 0\n\n"            \
	"La délibération est adoptée à l'unanimité.\n"

struct changed {
	struct bench b;
	struct composer c;
	struct sample sample;
	struct facts facts;
	struct work w;
	unsigned tries;
};

/* The act of the bench had 1 voice against; the sample has none. */
static void change_open(struct changed *x)
{
	static const char *const lexicons[] = { "conf/lexique.yaml", "../conf/lexique.yaml", "../../conf/lexique.yaml", NULL };
	struct buf yaml;
	size_t i = 0;
	memset(x, 0, sizeof *x);
	bench_open(&x->b);
	while (lexicons[i + 1] && access(lexicons[i], R_OK) != 0)
		i++;
	buf_init(&yaml, MIB);
	assert_true(file_read(lexicons[i], &yaml, &x->b.err));
	assert_true(lexicon_load(&x->b.a, arena_dup(&x->b.a, buf_view(&yaml)), "lexique", &x->c.st.lexicon, &x->b.err));
	buf_done(&yaml);
	x->sample = (struct sample){ .nom = STR("a"), .text = STR(MINUTES) };
	x->facts = facts_read(&x->b, "return conforme(texte(\"%d\", d.vote.contre))");
	x->w = (struct work){ .c = &x->c, .a = &x->b.a, .sample = &x->sample, .facts = &x->facts, .act = &x->b.r, .tries = &x->tries };
	assert_true(work_begin(&x->w));
	assert_int_equal(x->w.missing, 1);
}

static bool try_words(struct changed *x, const char *old, const char *new, bool tolerant)
{
	struct swaps s = { .n = 0 };
	size_t at = str_find(x->w.text, str_c(old), 0);
	assert_true(at != STR_NONE);
	swap_add(&s, (struct span){ at, at + strlen(old) }, str_c(new));
	return work_try(&x->w, &s, tolerant);
}

static void change_close(struct changed *x)
{
	work_end(&x->w);
	bench_close(&x->b);
}

static void test_a_change_is_kept_when_more_holds(void **state)
{
	(void)state;
	struct changed x;
	change_open(&x);
	assert_false(try_words(&x, "Contre : 0", "Contre : 2", false));
	assert_true(try_words(&x, "Contre : 0", "Contre : 2", true)); /* no worse */
	assert_true(try_words(&x, "Contre : 2", "Contre : 1", false));
	assert_int_equal(x.w.missing, 0);
	assert_false(try_words(&x, "Contre : 1", "Contre : 3", true));
	assert_int_equal(x.w.made.n, 2);
	change_close(&x);
}

static void test_words_that_stand_twice_take_their_neighbours(void **state)
{
	(void)state;
	struct changed x;
	change_open(&x);
	assert_true(try_words(&x, "0", "1", true)); /* of 2023 first: wherever it is, the essai says where */
	size_t at = str_find(x.w.text, STR(" : 0 Abst"), 0);
	struct swaps s = { .n = 0 };
	swap_add(&s, (struct span){ at + 3, at + 4 }, STR("1"));
	assert_true(work_try(&x.w, &s, false));
	struct str old = x.w.made.at[1].ancien;
	assert_int_equal(essai_occurrences(x.sample.text, old), 1);
	assert_true(old.n > 1);
	change_close(&x);
}

static void test_the_last_try(void **state)
{
	(void)state;
	struct changed x;
	change_open(&x);
	x.tries = TRIES_MAX - 1;
	assert_false(try_words(&x, "Contre : 0", "Contre : 2", false));
	assert_int_equal(x.tries, TRIES_MAX);
	assert_false(try_words(&x, "Contre : 0", "Contre : 1", false));
	x.tries = TRIES_MAX - 1;
	assert_true(try_words(&x, "Contre : 0", "Contre : 1", false));
	change_close(&x);
}

/* --- the essai */

static void test_an_essai_loads_with_what_lua_must_be_told(void **state)
{
	(void)state;
	struct bench b;
	struct disguise d;
	struct rule again;
	struct composer c = { .st = { .samples = &SAMPLE, .samples_n = 1 } };
	struct work w = { .c = &c, .d = &d, .sample = &SAMPLE, .has_effectif = true, .effectif = 19 };
	static const char quoted_text[] = "dit \"oui\"\\ à\tla\nfin";
	static const char long_text[] = "\n\nÉtaient présents : Mme AUBE, M. BOIS, Mme CLAIR, Mme AUBE, M. BOIS, Mme CLAIR, Mme AUBE, M. BOIS,\nMme CLAIR";
	bench_open(&b);
	dress(&b, &d);
	const struct finding *f = judge(&b, "return anomalie(\"2 voix\")");
	w.a = &b.a;
	*ARENA_PUSH(&b.a, &w.made) = (struct replacement){ STR("Vu le code"), str_c(quoted_text), false };
	*ARENA_PUSH(&b.a, &w.made) = (struct replacement){ STR("Le"), str_c(long_text), false };
	struct str bloc = compose_block(&b.a, &w, f, VERDICT_CONFORME, STR("un « nom » \"à part\""), STR("29 novembre 2026"));
	struct str text = arena_printf(&b.a, RULE_HEAD "controle = function(d) return conforme(\"c\") end }\n%.*s", STR_ARG(bloc));
	if (!rule_load(&b.a, NULL, 0, STR("regles/x.lua"), text, &again, &b.err))
		fail_msg("%s", b.err.msg);
	assert_int_equal(again.essais_n, 1);
	const struct essai *es = &again.essais[0];
	assert_text(es->nom, "un « nom » \"à part\"");
	assert_text(es->document, "a");
	assert_int_equal(es->effectif, 19);
	assert_int_equal(es->attendu, VERDICT_CONFORME);
	assert_int_equal(es->remplacer_n, 2);
	assert_text(es->remplacer[0].nouveau, quoted_text);
	assert_text(es->remplacer[1].nouveau, long_text);
	rule_drop(&again);
	bench_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_value_a_status_and_a_list_hold),
		TEST(test_other_people_in_the_same_places_are_the_same),
		TEST(test_texts_count_as_read_and_what_names_the_act_not_at_all),
		TEST(test_people_are_renamed_the_same_each_time),
		TEST(test_nobody_left),
		TEST(test_other_names_become_invented_words),
		TEST(test_a_surname_that_is_a_common_word_is_a_name_in_capitals),
		TEST(test_long_numbers_and_addresses_are_not_lent),
		TEST(test_messages_are_compared_without_civilities),
		TEST(test_a_change_is_kept_when_more_holds),
		TEST(test_words_that_stand_twice_take_their_neighbours),
		TEST(test_the_last_try),
		TEST(test_an_essai_loads_with_what_lua_must_be_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
