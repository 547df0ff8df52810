/* SPDX-License-Identifier: EUPL-1.2 */
/* Tallies torn apart by an extractor, ballots of elections, voices of which the matter stands before the number; and what
 * looks like them. */
#include "../../support/act_support.h"

#define HEAD                                                                                                   \
	"Commune de Mirebois\n\nSéance du 12 mars 2024\n\nLe conseil municipal,\n\nVu le code général des " \
	"collectivités territoriales ;\n\n"
#define UNSEEN (-1)
#define UNREAD (-2)

static bool voice_is(const struct field *f, int want)
{
	if (want >= 0)
		return f->statut == FIELD_LU && f->nombre == want;
	return f->statut == (want == UNSEEN ? FIELD_ABSENT : FIELD_ILLISIBLE);
}

/* Some vote of the text has these voices; `formule` is its result, or a statut between brackets. */
static void holds(const char *text, int pour, int contre, int abstentions, const char *formule, int line)
{
	struct act_case c;
	bool found = false;

	act_open(&c, text);
	for (size_t i = 0; i < c.r->actes[0].votes_n && !found; i++) {
		const struct vote *v = &c.r->actes[0].votes[i];
		const char *is = v->formule.statut == FIELD_LU ? arena_dup(&c.a, v->formule.texte).p : statut_word(v->formule.statut);

		found = voice_is(&v->pour, pour) && voice_is(&v->contre, contre) && voice_is(&v->abstentions, abstentions) &&
			strcmp(is, formule) == 0;
	}
	if (!found)
		fail_msg("line %d: no such vote among %zu", line, c.r->actes[0].votes_n);
	act_close(&c);
}
#define HOLDS(text, pour, contre, abst, formule) holds(HEAD text, pour, contre, abst, formule, __LINE__)

static void lacks(const char *text, int line)
{
	struct act_case c;

	act_open(&c, text);
	for (size_t i = 0; i < c.r->actes[0].votes_n; i++)
		if (c.r->actes[0].votes[i].pour.statut == FIELD_LU)
			fail_msg("line %d: read %lld for", line, (long long)c.r->actes[0].votes[i].pour.nombre);
	act_close(&c);
}
#define LACKS(text) lacks(HEAD text, __LINE__)

static void unanimous(const char *text, size_t want, int line)
{
	struct act_case c;
	size_t n = 0;

	act_open(&c, text);
	for (size_t i = 0; i < c.r->actes[0].votes_n; i++)
		n += c.r->actes[0].votes[i].formule.statut == FIELD_LU &&
		     str_eq(c.r->actes[0].votes[i].formule.texte, STR("unanimite"));
	if (n != want)
		fail_msg("line %d: %zu unanimities, not %zu", line, n, want);
	act_close(&c);
}
#define UNANIMOUS(text, n) unanimous(HEAD text, n, __LINE__)

TEST(test_vote_tables__as_many_values_as_labels)
{
	HOLDS("Votes pour : Votes contre : Abstentions : 41 0 0\n", 41, 0, 0, "absent");
	HOLDS("Pour : Contre : Abstention : 17 / 2\n\nAdopté à l'unanimité.\n", 17, 0, 2, "unanimite");
	LACKS("Votes pour : Votes contre : Abstentions : 41\n");
	LACKS("Votes pour : Votes contre : Abstentions : 41 0 0 12\n");
	LACKS("Votes pour : Votes contre : Abstentions : 41 0\n");
}

TEST(test_vote_tables__pairs_in_a_row)
{
	HOLDS("Le conseil, après en avoir délibéré, APPROUVE à la majorité. VOTE POUR 10 CONTRE 2 ABSTENTION 1\n", 10, 2, 1, "majorite");
	HOLDS("Le conseil, après en avoir délibéré, APPROUVE à la majorité. Pour=10 Contre=2 Abstention=1\n", 10, 2, 1, "majorite");
	HOLDS("Le conseil, après en avoir délibéré, APPROUVE à la majorité. Pour (10), Contre (2), Abstention (1)\n", 10, 2, 1, "majorite");
	HOLDS("Le conseil, après en avoir délibéré, APPROUVE à la majorité. POUR 10 voix, CONTRE 2 voix, ABSTENTION 1 voix.\n", 10, 2, 1, "majorite");
	HOLDS("Le conseil, après en avoir délibéré, APPROUVE à la majorité. 10 VOIX POUR 2 VOIX CONTRE 1 ABSTENTION\n", 10, 2, 1, "majorite");
	LACKS("Le tarif est de 350 € contre 335 auparavant, pour 2023.\n");
}

TEST(test_vote_tables__a_voice_behind_another)
{
	HOLDS("Le conseil DÉCIDE par 10 voix pour et 2 contre d'approuver.\n", 10, 2, UNSEEN, "adopte");
	HOLDS("10 élus votent pour, 2 votent contre et 1 s'abstient. Le conseil approuve.\n", 10, 2, 1, "adopte");
	HOLDS("Le conseil, par 13 voix pour, sans voix contre ni abstention, approuve.\n", 13, 0, 0, "adopte");
}

/* What the sentence of the tally says and is not understood is not absent. */
TEST(test_vote_tables__a_voice_spoken_of)
{
	HOLDS("Le conseil approuve par 10 oui, 2 non et 1 abstention.\n", UNREAD, UNREAD, UNREAD, "adopte");
	HOLDS("Le conseil approuve par 10 voix pour (et non 3 contre comme annoncé).\n", 10, UNREAD, UNSEEN, "adopte");
}

TEST(test_vote_tables__behind_the_opinion_of_a_committee)
{
	HOLDS("Considérant que le comité technique a émis un avis favorable à l'unanimité, Le conseil DÉCIDE par 10 voix pour et 2 "
	      "contre.\n",
	      10, 2, UNSEEN, "adopte");
	HOLDS("Considérant que la commission a émis un avis favorable par 5 voix pour et 2 contre, le conseil, à l'unanimité, DÉCIDE "
	      "d'approuver.\n",
	      UNSEEN, UNSEEN, UNSEEN, "unanimite");
}

TEST(test_vote_tables__the_first_value_before_the_labels)
{
	HOLDS("tel qu'il est annexé 38 Pour: Contre : Abstention : / / Approbation à l'unanimité\n", 38, 0, 0, "unanimite");
	LACKS("tel qu'il est annexé page 38 Pour: Contre : Abstention : / /\n");
	LACKS("tel qu'il est annexé 38 Pour: Contre : Abstention : 2 /\n");
}

TEST(test_vote_tables__a_value_and_names_under_heads)
{
	HOLDS("Le conseil municipal vote : Pour Contre Abstention 24 Mme ARBEL – M. DORVAL. Le procès-verbal est adopté à LA "
	      "MAJORITÉ.\n",
	      24, UNREAD, UNREAD, "illisible");
	LACKS("Le tableau Pour Contre Abstention 24 Mme ARBEL\n");
}

TEST(test_vote_tables__voices_of_the_elected)
{
	HOLDS("Résultat du vote :\n- Mireille : 11 votes, élue\n- Odile : 1 vote\n- Blanc : 1 vote\n", 11, UNSEEN, UNSEEN, "absent");
	HOLDS("A obtenu : Mme Odile ARBEL : 42 : 10 : 32 : 17 : 32 voix\n", 32, UNSEEN, UNSEEN, "absent");
	HOLDS("M. Firmin DORVAL a obtenu 34 voix. Il est proclamé maire.\n", 34, UNSEEN, UNSEEN, "absent");
	HOLDS("M. DORVAL a obtenu 19 voix, il est proclamé élu. Mme ARBEL a obtenu 12 voix.\n", 19, UNSEEN, UNSEEN, "absent");
	LACKS("M. DORVAL a obtenu 19 voix. Mme ARBEL a obtenu 12 voix.\n");
	LACKS("Aucun candidat n'a obtenu 17 voix.\n");
	LACKS("Lors du scrutin du 23 mars 2014, la liste de M. DORVAL a obtenu 19 voix.\n");
	LACKS("Un vote a eu lieu dans la commune : le comité a obtenu 120 000 voix.\n");
}

TEST(test_vote_tables__an_election_takes_no_result)
{
	HOLDS("Le conseil municipal, à l'unanimité, décide de voter à main levée. M. DORVAL a obtenu 34 voix.\n", 34, UNSEEN, UNSEEN,
	      "absent");
}

TEST(test_vote_tables__what_is_voted_before_the_number)
{
	HOLDS("Résultat du vote :\nPour le changement de prestataire : 13 votes\n", 13, UNSEEN, UNSEEN, "absent");
	HOLDS("Pour l'achat de la parcelle : 9 voix\nContre l'achat de la parcelle : 2 voix\n", 9, 2, UNSEEN, "absent");
	LACKS("Pour la liste de Mme ARBEL : 13 voix\n");
	LACKS("Pour le changement de prestataire : 13 euros\n");
	LACKS("Pour la remise du 12 mars : 13 votes\n");
}

TEST(test_vote_tables__a_bare_pour_where_the_tally_wants_it)
{
	HOLDS("1 contre (M. ARBEL) 3 abstentions (Mme DORVAL - Mme VAUQUIER - M. PRIEUR) 7 pour Subventions\n", 7, 1, 3, "absent");
	HOLDS("Comité des fêtes : 1000 € Vote : 9 pour Pétanque : 200 €\n", 9, UNSEEN, UNSEEN, "absent");
	LACKS("Il reste 9 pour Mirebois.\n");
	LACKS("1 abstention. 9 pour les écoles.\n");
}

TEST(test_vote_tables__words_with_a_slip)
{
	HOLDS("2 contre 3 absentions 6 votes pour\n", 6, 2, 3, "absent");
	UNANIMOUS("Le conseil municipal, à l'unamité, approuve.\n", 1);
}

TEST(test_vote_tables__unanimity_told_of_something_else)
{
	UNANIMOUS("Le conseil municipal approuve unanimement le projet.\n", 1);
	UNANIMOUS("Il faut garder des compétences unanimement reconnues.\n", 0);
	UNANIMOUS("L'ensemble unanime des maires a donné son sentiment.\n", 0);
	UNANIMOUS("Considérant que la commune voisine s'est prononcée à l'unanimité pour l'intégration.\n", 0);
	UNANIMOUS("Considérant le besoin de la commune À l'unanimité DÉCIDE d'acheter la parcelle.\n", 1);
	UNANIMOUS("Le conseil municipal approuve la proposition de la commission et décide à l'unanimité de l'entériner.\n", 1);
	UNANIMOUS("La commission a examiné la proposition à l'unanimité.\n", 0);
	UNANIMOUS("Ils déposent une motion contre ce projet déjà voté à l'unanimité.\n", 0);
}

TEST(test_vote_tables__a_result_spoken_then_written)
{
	UNANIMOUS("Qui est contre ? Qui s'abstient ? Trois abstentions. Adopté à l'unanimité, je vous en remercie.\n\nPour : 62\n"
		  "Contre :\nAbstentions : 3\nAdopté à l'unanimité.\n",
		  1);
	UNANIMOUS("Adopté à l'unanimité. Pour : 62 Contre : 0 Abstentions : 0 Adopté à l'unanimité. 2- Tarifs. Adopté à "
		  "l'unanimité.\n",
		  2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_vote_tables__as_many_values_as_labels),
		cmocka_unit_test(test_vote_tables__pairs_in_a_row),
		cmocka_unit_test(test_vote_tables__a_voice_behind_another),
		cmocka_unit_test(test_vote_tables__a_voice_spoken_of),
		cmocka_unit_test(test_vote_tables__behind_the_opinion_of_a_committee),
		cmocka_unit_test(test_vote_tables__the_first_value_before_the_labels),
		cmocka_unit_test(test_vote_tables__a_value_and_names_under_heads),
		cmocka_unit_test(test_vote_tables__voices_of_the_elected),
		cmocka_unit_test(test_vote_tables__an_election_takes_no_result),
		cmocka_unit_test(test_vote_tables__what_is_voted_before_the_number),
		cmocka_unit_test(test_vote_tables__a_bare_pour_where_the_tally_wants_it),
		cmocka_unit_test(test_vote_tables__words_with_a_slip),
		cmocka_unit_test(test_vote_tables__unanimity_told_of_something_else),
		cmocka_unit_test(test_vote_tables__a_result_spoken_then_written),
	};

	return RUN(tests);
}
