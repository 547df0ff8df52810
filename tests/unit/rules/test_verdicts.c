/* SPDX-License-Identifier: EUPL-1.2 */
/* The five verdicts, and the evidence that goes with them. */
#include "bench.h"

static void test_verdicts__chacun(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_says(judge(&b, "return conforme()"), VERDICT_CONFORME, "conforme");
	assert_says(judge(&b, "return sans_objet(\"rien à voir\")"), VERDICT_SANS_OBJET, "rien à voir");
	assert_says(judge(&b, "return non_verifiable(\"on ne sait pas\")"), VERDICT_NON_VERIFIABLE, "on ne sait pas");
	assert_int_equal(b.out.at[0].non_lus_n, 1);
	assert_int_equal(b.out.at[0].severity, SEVERITY_NONE);
	const struct finding *f = judge(&b, "return anomalie(\"trop de voix\")");
	assert_says(f, VERDICT_ANOMALIE, "trop de voix");
	assert_int_equal(f->severity, SEVERITY_MAJEURE);
	assert_int_equal(f->from, FROM_REGLE);
	assert_int_equal(f->fondement_n, 1);
	bench_close(&b);
}

static void test_verdicts__rien_rendu(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_says(judge(&b, "anomalie(\"oubli du return\")"), VERDICT_ERREUR, "il ne rend rien");
	assert_says(judge(&b, "return true"), VERDICT_ERREUR, "un booléen");
	assert_says(judge(&b, "return \"conforme\""), VERDICT_ERREUR, "un texte");
	assert_says(judge(&b, "return d"), VERDICT_ERREUR, "un groupe de champs");
	bench_close(&b);
}

static void test_verdicts__anomalie_complete(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(
		&b,
		"local p = d.pouvoirs[2] return anomalie { message = \"m\", gravite = \"mineure\", sujet = \"s\", preuve = p }");
	assert_int_equal(f->severity, SEVERITY_MINEURE);
	assert_int_equal(f->from, FROM_VERDICT);
	assert_true(str_eq(f->sujet, STR("s")));
	assert_true(str_eq(f->preuves[0].champ, STR("pouvoirs[2]")));
	assert_int_equal(f->preuves[0].role, ROLE_CONSTAT);
	assert_true(str_eq(quoted(&b, &f->preuves[0]), STR("M. ÉTANG à Mme AUBE")));
	bench_close(&b);
}

static void test_verdicts__plusieurs_anomalies(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	judge(&b,
	      "local t = {} for p in chaque(d.pouvoirs) do ajoute(t, { message = p.mandant.nom, sujet = \"elu:\" .. p.mandant.cle }) end return anomalies(t)");
	assert_int_equal(b.out.n, 2);
	assert_says(&b.out.at[0], VERDICT_ANOMALIE, "M. DUNE");
	assert_says(&b.out.at[1], VERDICT_ANOMALIE, "M. ÉTANG");
	assert_true(str_eq(b.out.at[1].sujet, STR("elu:etang")));
	assert_true(str_eq(b.out.at[1].preuves[0].champ, STR("pouvoirs[2]")));
	assert_int_equal(b.out.at[1].preuves_n, 1);
	bench_close(&b);
}

static void test_verdicts__anomalies_des_deux_cotes(void **state)
{
	struct bench b;
	char body[200];
	(void)state;
	bench_open(&b);
	for (int extra = 0; extra < 2; extra++) {
		snprintf(body, sizeof body, "local t = {} for i = 1, %d do ajoute(t, { message = \"m\" }) end return anomalies(t)", LIMIT_FINDINGS + extra);
		assert_says(judge(&b, body), extra ? VERDICT_ERREUR : VERDICT_ANOMALIE, extra ? "plus de 200" : "m");
		assert_int_equal(b.out.n, extra ? 1 : LIMIT_FINDINGS);
	}
	bench_close(&b);
}

static void test_verdicts__fautes_d_auteur(void **state)
{
	static const struct { const char *body, *says; } cases[] = {
		{ "return anomalie()", "attend un message" },
		{ "return anomalie { mesage = \"x\" }", "vouliez-vous « message »" },
		{ "return anomalie { message = \"x\", gravite = \"majeur\" }", "vouliez-vous « majeure »" },
		{ "return anomalie { sujet = \"x\" }", "il manque « message" },
		{ "return anomalie { message = \"\" }", "vide" },
		{ "return anomalie { message = 3 }", "doit être un texte" },
		{ "return anomalies {}", "non vide" },
		{ "return anomalies { \"x\" }", "attend des tables" },
		{ "return non_verifiable()", "attend un message" },
		{ "return conforme(12)", "attend un message" },
		{ "return anomalie(\"acte illégal\")", "ne dit jamais" },
		{ "return conforme(\"l'ILLEGALITE\")", "ne dit jamais" },
		{ "return anomalie { message = \"x\", preuve = \"vote.pour\" }", "n'a pas été lu" },
		{ "return anomalie { message = \"x\", preuve = 3 }", "preuve attend" },
	};
	struct bench b;
	(void)state;
	bench_open(&b);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_says(judge(&b, cases[i].body), VERDICT_ERREUR, cases[i].says);
	assert_has(b.out.at[0].message, "regles/x.lua:4:");
	bench_close(&b);
}

static void test_verdicts__message_coupe_a_300(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const char *build = "local s = \"\" for i = 1, %d do s = s .. \"é\" end return conforme(s)";
	char body[200];
	snprintf(body, sizeof body, build, LIMIT_MESSAGE);
	assert_int_equal(judge(&b, body)->message.n, 2 * LIMIT_MESSAGE);
	snprintf(body, sizeof body, build, LIMIT_MESSAGE + 1);
	const struct finding *f = judge(&b, body);
	assert_int_equal(f->message.n, 2 * (LIMIT_MESSAGE - 1) + 3);
	assert_true(str_ends(f->message, STR("…")));
	assert_says(judge(&b, "return conforme(\"a\\n b\")"), VERDICT_CONFORME, "a b");
	bench_close(&b);
}

static void test_verdicts__preuve_des_voix(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(
		&b,
		"local n = nombre(d.presents) if d.vote.pour + d.vote.contre > n and d.seance.date > \"2024\" then return anomalie(\"x\") end");
	assert_int_equal(f->preuves_n, 4);
	assert_true(str_eq(quoted(&b, &f->preuves[0]), STR("Pour : 4")));
	assert_true(str_eq(quoted(&b, &f->preuves[1]), STR("Contre : 1")));
	assert_int_equal(f->preuves[1].role, ROLE_CONSTAT);
	assert_true(str_eq(f->preuves[2].champ, STR("presents")));
	assert_int_equal(f->preuves[2].role, ROLE_LECTURE);
	assert_true(str_eq(f->sujet, STR("vote")));
	bench_close(&b);
}

static void test_verdicts__preuve_du_bon_vote(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	b.acte.votes_n = 2;
	b.votes[1] = b.votes[0];
	judge(&b,
	      "local t = {} for v in chaque(d.votes) do local c = v.contre end"
	      " return anomalies { { message = \"x\", sujet = \"vote:1\" }, { message = \"y\", sujet = \"vote:2\" }, { message = \"z\", preuve = d.votes[2] } }");
	assert_true(str_eq(b.out.at[0].preuves[0].champ, STR("votes[1].contre")));
	assert_true(str_eq(b.out.at[1].preuves[0].champ, STR("votes[2].contre")));
	assert_true(str_eq(b.out.at[2].preuves[0].champ, STR("votes[2]")));
	assert_true(str_eq(b.out.at[2].sujet, STR("vote:2")));
	assert_int_equal(b.out.at[2].preuves_n, 2); /* and votes[1].contre, read on the way */
	bench_close(&b);
}

static void test_verdicts__preuve_par_le_sujet(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(
		&b,
		"local p, v, n = d.presents, d.visas, d.vote.pour return anomalie { message = \"x\", sujet = \"visas\" }");
	assert_true(str_eq(f->preuves[0].champ, STR("visas")));
	assert_int_equal(f->preuves[0].role, ROLE_CONSTAT);
	assert_int_equal(f->preuves[1].role, ROLE_LECTURE);
	f = judge(
		&b,
		"for g in chaque(regroupe(d.pouvoirs, \"mandataire\")) do return anomalie { message = \"x\", sujet = \"elu:\" .. g.cle } end");
	assert_int_equal(f->preuves_n, 2);
	assert_true(str_eq(quoted(&b, &f->preuves[0]), STR("M. DUNE à Mme AUBE")));
	assert_int_equal(f->preuves[1].role, ROLE_CONSTAT);
	bench_close(&b);
}

static void test_verdicts__preuve_par_la_recherche(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(&b, "if cite(d.visas, \"L. 3211-2\") then return anomalie(\"x\") end");
	assert_true(str_eq(f->preuves[0].champ, STR("visas[1]")));
	f = judge(&b, "if not cite(d.visas, \"L. 3211-3\") then return anomalie(\"x\") end");
	assert_true(str_eq(f->preuves[0].champ, STR("visas")));
	assert_int_equal(f->preuves[0].role, ROLE_CONSTAT);
	bench_close(&b);
}

static void test_verdicts__mention_attendue(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(
		&b,
		"if d:statut(\"mention_transmission\") == \"absent\" then return anomalie(\"mention manquante\") end");
	assert_int_equal(f->preuves_n, 1);
	assert_int_equal(f->preuves[0].role, ROLE_ATTENDU);
	assert_true(str_eq(quoted(&b, &f->preuves[0]), STR("adoptée à l'unanimité.")));
	f = judge(&b, "if not d:si_lu(\"mention_transmission\") then return anomalie(\"x\") end");
	assert_int_equal(f->preuves[0].role, ROLE_CONTEXTE);
	assert_int_equal(f->non_lus_n, 1);
	f = judge(&b, "return anomalie(\"sans rien lire\")");
	assert_int_equal(f->preuves[0].role, ROLE_CONTEXTE);
	assert_has(quoted(&b, &f->preuves[0]), "La Commission permanente du département");
	bench_close(&b);
}

/* What a rule asked in passing is no part of the proof that it named: a quorum announced too low was told with a vote's words. */
static void test_verdicts__a_named_proof_stands_alone(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(
		&b, "local p = d.pouvoirs if d:statut(\"mention_transmission\") == \"absent\" and p then return anomalie { message = \"x\", sujet = \"pouvoirs\" } end");
	assert_true(str_eq(f->preuves[0].champ, STR("pouvoirs")));
	for (size_t i = 0; i < f->preuves_n; i++)
		assert_int_not_equal(f->preuves[i].role, ROLE_ATTENDU);
	bench_close(&b);
}

static void test_verdicts__fondement_du_niveau(void **state)
{
	static const char rule[] =
		"regle { id = \"x\", version = \"1\", titre = \"t\", gravite = \"majeure\", fondement = {\n"
		"{ niveau = \"commune\", code = \"CGCT\", article = \"L. 2121-17\", dit = \"a\" },\n"
		"{ niveau = \"departement\", organe = \"commission_permanente\", code = \"CGCT\", article = \"L. 3121-14-1\", dit = \"b\" },\n"
		"{ niveau = \"departement\", organe = \"conseil_departemental\", code = \"CGCT\", article = \"L. 3121-14\", dit = \"c\" },\n"
		"{ usage = \"u\" } }, controle = function(d) return conforme() end }";
	struct bench b;
	struct subject s;
	(void)state;
	bench_open(&b);
	s = judge_subject(&b.a, &b.cx, &b.r);
	assert_true(bench_load(&b, rule));
	judge_one(&b.rule, &b.cx, &b.a, &s, 0, &b.out);
	assert_int_equal(b.out.at[0].fondement_n, 2);
	assert_true(str_eq(b.out.at[0].fondement[0]->article, STR("L. 3121-14-1")));
	bench_close(&b);
}

static void test_verdicts__regle_courante_peu_couteuse(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(
		&b,
		"local n = 0 for g in chaque(regroupe(d.pouvoirs, \"mandataire\")) do if contient(d.presents, g.cle) then n = n + g.nombre end end"
		" return conforme(texte(\"%d\", n))");
	assert_says(f, VERDICT_CONFORME, "2");
	assert_true(f->instructions < 10000 && f->memory < (int64_t)(256 * KIB));
	bench_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_verdicts__chacun),
		TEST(test_verdicts__rien_rendu),
		TEST(test_verdicts__anomalie_complete),
		TEST(test_verdicts__plusieurs_anomalies), TEST(test_verdicts__anomalies_des_deux_cotes),
		TEST(test_verdicts__fautes_d_auteur),
		TEST(test_verdicts__message_coupe_a_300),
		TEST(test_verdicts__preuve_des_voix),
		TEST(test_verdicts__preuve_du_bon_vote),
		TEST(test_verdicts__preuve_par_le_sujet),
		TEST(test_verdicts__preuve_par_la_recherche),
		TEST(test_verdicts__mention_attendue),
		TEST(test_verdicts__a_named_proof_stands_alone),
		TEST(test_verdicts__fondement_du_niveau),
		TEST(test_verdicts__regle_courante_peu_couteuse),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
