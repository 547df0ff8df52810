/* SPDX-License-Identifier: EUPL-1.2 */
/* Strict reading: a field that is not lu stops the rule and is named; statut and si_lu do not stop it. */
#include "bench.h"

static void test_strict__lu_donne_la_valeur(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_says(
		judge(&b,
		      "return conforme(texte(\"%s %s %d %d %s\", d.niveau, d.seance.date, d.vote.pour, d.effectif, d.vote.formule))"),
		VERDICT_CONFORME, "departement 2024-03-18 4 7 unanimite");
	bench_close(&b);
}

static void test_strict__illisible_arrete_la_regle(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	const struct finding *f = judge(&b, "local x = d.absents return conforme(\"jamais\")");
	assert_says(f, VERDICT_NON_VERIFIABLE, "absents : 3 noms mais 2 compris");
	assert_int_equal(f->non_lus_n, 1);
	assert_has(f->non_lus[0].champ, "absents");
	assert_int_equal(f->non_lus[0].statut, FIELD_ILLISIBLE);
	bench_close(&b);
}

static void test_strict__ambigu_et_absent_arretent(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_says(judge(&b, "return conforme(d.seance.heure)"), VERDICT_NON_VERIFIABLE, "seance.heure : deux heures");
	assert_says(judge(&b, "return conforme(d.mention_transmission)"), VERDICT_NON_VERIFIABLE,
		    "mention_transmission : mention absente");
	assert_int_equal(b.out.at[0].non_lus[0].pres.start, span_of(&b, "adoptée à l'unanimité.").start);
	assert_says(judge(&b, "return conforme(texte(\"%d\", d.vote.ne_prennent_pas_part))"), VERDICT_NON_VERIFIABLE,
		    "vote.ne_prennent_pas_part");
	bench_close(&b);
}

static void test_strict__s_applique_lit_aussi_strictement(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	b.r.organe = field_gap(FIELD_AMBIGU, "deux organes dans le texte");
	assert_true(bench_load(&b,
			       RULE_HEAD "s_applique = function(d) return d.organe == \"commission_permanente\" end,\n"
					 "controle = function(d) return conforme(\"x\") end }"));
	struct subject s = judge_subject(&b.a, &b.cx, &b.r);
	judge_one(&b.rule, &b.cx, &b.a, &s, 0, &b.out);
	assert_says(&b.out.at[0], VERDICT_NON_VERIFIABLE, "deux organes");
	bench_close(&b);
}

static void test_strict__statut_n_arrete_jamais(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_says(
		judge(&b,
		      "return conforme(d:statut(\"absents\") .. d:statut(\"seance.heure\") .. d:statut(\"mention_transmission\")"
		      " .. d:statut(\"vote.pour\") .. d:statut(\"vote\") .. d:statut(\"votes\"))"),
		VERDICT_CONFORME, "illisibleambiguabsentlululu");
	assert_int_equal(b.out.at[0].non_lus_n, 3);
	bench_close(&b);
}

static void test_strict__si_lu(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_says(
		judge(&b,
		      "if d:si_lu(\"objet\") == nil and d:si_lu(\"vote.pour\") == 4 then return conforme(\"oui\") end"),
		VERDICT_CONFORME, "oui");
	assert_int_equal(b.out.at[0].non_lus_n, 1);
	assert_has(b.out.at[0].non_lus[0].champ, "objet");
	bench_close(&b);
}

static void test_strict__champ_inconnu(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	assert_says(judge(&b, "return conforme(d.pouvoir)"), VERDICT_ERREUR, "vouliez-vous « pouvoirs »");
	assert_says(judge(&b, "return conforme(d.seance.dat)"), VERDICT_ERREUR, "vouliez-vous « seance.date »");
	assert_says(judge(&b, "return conforme(d.vote.pours)"), VERDICT_ERREUR, "vouliez-vous « pour »");
	assert_says(judge(&b, "return conforme(d:statut(\"vote.contres\"))"), VERDICT_ERREUR,
		    "vouliez-vous « contre »");
	assert_says(judge(&b, "return conforme(d.presents[1].prenom)"), VERDICT_ERREUR,
		    "une personne n'a pas de champ « prenom »");
	assert_says(judge(&b, "return conforme(d[1])"), VERDICT_ERREUR, "un nom de champ est attendu, pas un nombre");
	assert_says(judge(&b, "return conforme(d.statut(\"x\"))"), VERDICT_ERREUR, "deux points");
	bench_close(&b);
}

static void test_strict__un_seul_vote(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	b.acte.votes_n = 2;
	b.votes[1] = b.votes[0];
	b.votes[1].contre = field_gap(FIELD_ILLISIBLE, "chiffre effacé");
	assert_says(judge(&b, "local v = d.vote return conforme(\"x\")"), VERDICT_NON_VERIFIABLE,
		    "plusieurs votes dans l'acte");
	assert_int_equal(b.out.at[0].non_lus[0].statut, FIELD_AMBIGU);
	assert_says(judge(&b, "return conforme(d:statut(\"vote.formule\"))"), VERDICT_CONFORME, "ambigu");
	assert_says(judge(&b, "return conforme(texte(\"%d %d\", nombre(d.votes), d.votes[2].pour))"), VERDICT_CONFORME,
		    "2 4");
	assert_says(judge(&b, "for v in chaque(d.votes) do local c = v.contre end"), VERDICT_NON_VERIFIABLE,
		    "votes[2].contre : chiffre effacé");
	assert_says(judge(&b, "return conforme(raison(d.votes[2], \"contre\") .. raison(d.votes[2], \"pour\"))"),
		    VERDICT_CONFORME, "chiffre effacé");
	assert_says(judge(&b, "return conforme(raison(3, \"objet\"))"), VERDICT_ERREUR, "raison(…) attend d ou un vote");
	assert_says(judge(&b, "return conforme(raison(d, \"vote.pour\"))"), VERDICT_ERREUR, "pour le champ d'un vote");
	assert_says(judge(&b, "return conforme(raison(d, \"objets\"))"), VERDICT_ERREUR, "vouliez-vous « objet »");
	b.acte.objet = field_gap(FIELD_ILLISIBLE, "deux objets");
	assert_says(judge(&b, "return conforme(raison(d, \"objet\"))"), VERDICT_CONFORME, "deux objets");
	b.acte.objet.introuvable = true;
	assert_says(judge(&b, "return conforme(\"rien\" .. raison(d, \"objet\") .. \"rien\")"), VERDICT_CONFORME, "rienrien");
	assert_says(judge(&b, "return conforme(raison(d.votes[2], \"contres\"))"), VERDICT_ERREUR, "vouliez-vous « contre »");
	assert_says(judge(&b, "local v = d.votes[2] return conforme(v:statut(\"contre\") .. v:statut(\"vote.pour\"))"),
		    VERDICT_CONFORME, "illisiblelu");
	b.acte.votes_n = 0;
	assert_says(judge(&b, "return conforme(texte(\"%d\", d.vote.pour))"), VERDICT_NON_VERIFIABLE, "aucun vote");
	assert_says(judge(&b, "return conforme(texte(\"%d\", nombre(d.votes)))"), VERDICT_NON_VERIFIABLE, "aucun vote");
	assert_says(
		judge(&b, "return conforme(d:statut(\"vote\") .. d:statut(\"votes\") .. d:statut(\"vote.formule\"))"),
		VERDICT_CONFORME, "absentabsentabsent");
	bench_close(&b);
}

static void test_strict__effectif_du_registre(void **state)
{
	struct bench b;
	int64_t laid = 54;
	(void)state;
	bench_open(&b);
	b.cx.effectif = &laid;
	assert_says(judge(&b, "return conforme(texte(\"%d\", d.effectif))"), VERDICT_CONFORME, "7");
	assert_int_equal(b.out.at[0].params_n, 0);
	b.r.effectif = field_gap(FIELD_ABSENT, "");
	assert_says(judge(&b, "return anomalie(texte(\"%d %s\", d.effectif, d:statut(\"effectif\")))"),
		    VERDICT_ANOMALIE, "54 lu");
	assert_int_equal(b.out.at[0].params_n, 1);
	assert_has(b.out.at[0].params[0].valeur, "54");
	assert_int_equal(b.out.at[0].preuves[0].role, ROLE_CONTEXTE);
	b.r.effectif = field_gap(FIELD_AMBIGU, "54 et 55");
	assert_says(judge(&b, "return conforme(texte(\"%d\", d.effectif))"), VERDICT_NON_VERIFIABLE, "54 et 55");
	b.cx.effectif = NULL;
	b.r.effectif = field_gap(FIELD_ILLISIBLE, "rien");
	assert_says(judge(&b, "return conforme(texte(\"%d\", d.effectif))"), VERDICT_NON_VERIFIABLE, "effectif : rien");
	bench_close(&b);
}

static void test_strict__presents_de_l_acte(void **state)
{
	struct bench b;
	(void)state;
	bench_open(&b);
	b.acte.presents.n = 2;
	assert_says(judge(&b, "return conforme(texte(\"%d\", nombre(d.presents)))"), VERDICT_CONFORME, "2");
	bench_close(&b);
}

static void test_strict__regle_de_seance(void **state)
{
	static const char head[] =
		"regle { id = \"x\", version = \"1\", titre = \"t\", gravite = \"mineure\", portee = \"seance\", fondement = { { usage = \"u\" } },\n"
		"controle = function(d) ";
	char source[1024];
	struct bench b;
	struct subject s;
	(void)state;
	bench_open(&b);
	b.acte.presents.n = 2;
	s = judge_subject(&b.a, &b.cx, &b.r);
	snprintf(
		source, sizeof source,
		"%s local n = nombre(d.presents) for a in chaque(d.actes) do n = n * 10 + nombre(a.presents) + a.vote.contre end "
		"return anomalie(texte(\"%%d\", n)) end }",
		head);
	assert_true(bench_load(&b, source));
	judge_one(&b.rule, &b.cx, &b.a, &s, 0, &b.out);
	assert_says(&b.out.at[0], VERDICT_ANOMALIE, "33");
	assert_has(b.out.at[0].preuves[0].champ, "actes[1].vote.contre");
	snprintf(source, sizeof source, "%s return conforme(d.objet) end }", head);
	assert_true(bench_load(&b, source));
	judge_one(&b.rule, &b.cx, &b.a, &s, 0, &b.out);
	assert_says(&b.out.at[1], VERDICT_ERREUR, "parcourez d.actes");
	assert_says(judge(&b, "return conforme(texte(\"%d\", nombre(d.actes)))"), VERDICT_ERREUR,
		    "réservé aux règles de séance");
	bench_close(&b);
}

static void test_strict__validite_de_la_regle(void **state)
{
	static const char rule[] = RULE_HEAD
		"validite = { du = \"2024-03-18\", au = \"2024-03-18\" }, controle = function(d) return conforme(\"x\") end }";
	struct bench b;
	struct subject s;
	(void)state;
	bench_open(&b);
	s = judge_subject(&b.a, &b.cx, &b.r);
	assert_true(bench_load(&b, rule));
	judge_one(&b.rule, &b.cx, &b.a, &s, 0, &b.out);
	b.r.date.texte = STR("2024-03-17");
	judge_one(&b.rule, &b.cx, &b.a, &s, 0, &b.out);
	b.r.date.texte = STR("2024-03-19");
	judge_one(&b.rule, &b.cx, &b.a, &s, 0, &b.out);
	b.r.date = field_gap(FIELD_ILLISIBLE, "date effacée");
	judge_one(&b.rule, &b.cx, &b.a, &s, 0, &b.out);
	assert_says(&b.out.at[0], VERDICT_CONFORME, "x");
	assert_says(&b.out.at[1], VERDICT_SANS_OBJET, "hors de la période");
	assert_says(&b.out.at[2], VERDICT_SANS_OBJET, "hors de la période");
	assert_says(&b.out.at[3], VERDICT_NON_VERIFIABLE, "date effacée");
	bench_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_strict__lu_donne_la_valeur),
		TEST(test_strict__illisible_arrete_la_regle),
		TEST(test_strict__ambigu_et_absent_arretent),
		TEST(test_strict__s_applique_lit_aussi_strictement),
		TEST(test_strict__statut_n_arrete_jamais),
		TEST(test_strict__si_lu),
		TEST(test_strict__champ_inconnu),
		TEST(test_strict__un_seul_vote),
		TEST(test_strict__effectif_du_registre),
		TEST(test_strict__presents_de_l_acte),
		TEST(test_strict__regle_de_seance),
		TEST(test_strict__validite_de_la_regle),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
