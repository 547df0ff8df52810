/* SPDX-License-Identifier: EUPL-1.2 */
/* A whole act, where acts are cut, numbers and subjects, déports, and what is no act at all. */
#include "../../support/act_support.h"
#include "fold.h"

#define DECIDES "Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter la parcelle.\n\n"

TEST(test_act__extract_of_a_commission_permanente)
{
	struct act_case c;

	act_open(&c, " Aide aux Greniers partagés pour l'Atelier\n\nLe lundi 28 août 2023 à 14h20, les membres du "
		     "Conseil départemental, régulièrement convoqués\npar M. ARGENTEL, "
		     "Président, se sont réunis sous\nsa présidence.\n\nAu moment du vote de la présente "
		     "délibération,\nEtaient présents : Mme  ALBARÈDE,  M.\n\nBONNEFAIX, M. "
		     "ARGENTEL, Mme DUFLANQUIN-\nROCHEL\n\nAbsents et\npouvoirs :\n\nM. ESPARVIER (pouvoir donné à M. "
		     "BONNEFAIX)\n\nLa Commission permanente\n\nVu le code général "
		     "des collectivités territoriales, notamment l'article L. 3211-2 ;\n Expose :\n\nUne subvention de "
		     "20 000 € est demandée.\n\n 3Page 2 /\n\n\n\nDécide :\n\n- "
		     "d'attribuer 20 000 € ;\n\nVote :\n\nPour : 5 Contre : 0 Abstentions : 0\n\nEn conséquence, la "
		     "délibération est adoptée à l'unanimité.\n\nPour extrait "
		     "conformeTransmis en Préfecture le : 30 août 2023\n\nID : CP20239901\n");
	act_texte(&c, "seance.date", "2023-08-28");
	act_texte(&c, "seance.heure", "14:20");
	act_texte(&c, "organe", "commission_permanente");
	act_texte(&c, "niveau", "departement");
	act_texte(&c, "objet", "Aide aux Greniers partagés pour l'Atelier");
	act_texte(&c, "identifiant", "CP20239901");
	act_texte(&c, "transmission.date", "2023-08-30");
	act_nombre(&c, "vote.pour", 5);
	act_nombre(&c, "vote.contre", 0);
	act_texte(&c, "vote.formule", "unanimite");
	act_statut(&c, "presents", FIELD_LU);
	assert_int_equal(act_field(&c, "presents")->n, 4);
	assert_int_equal(act_field(&c, "acte.presents")->n, 4);
	assert_int_equal(act_field(&c, "pouvoirs")->n, 1);
	assert_int_equal(act_field(&c, "visas")->n, 1);
	assert_int_equal(act_field(&c, "montants")->n, 2);
	assert_int_equal(act_field(&c, "montants")->items[0].centimes, 2000000);
	act_statut(&c, "effectif", FIELD_ILLISIBLE);
	act_statut(&c, "deports", FIELD_LU);
	assert_int_equal(c.r->actes_n, 1);
	act_close(&c);
}

TEST(test_act__numbered_actes_are_cut)
{
	struct act_case c;

	act_open(&c, "Séance du 12 mars 2024\n\nLe procès-verbal de la séance du 6 février est approuvé à "
		     "l'unanimité.\n\nDélibération n° 2024-11 : Vente du pressoir\n\n" DECIDES
		     "Délibération n° 2024-12 : Achat d'un pré\n\nPour : 12 Contre : 3 Abstentions : 0\n\nAdopté à la "
		     "majorité.\n\nDélibération n° 2024-13 : Tarifs\n\n" DECIDES);
	assert_int_equal(c.r->actes_n, 4);
	assert_int_equal(c.r->actes[0].numero.statut, FIELD_ILLISIBLE); /* the approval of the minutes */
	assert_int_equal(c.r->actes[0].votes_n, 1);
	assert_str(c.r->actes[1].numero.texte, "2024-11");
	assert_str(c.r->actes[1].objet.texte, "Vente du pressoir");
	assert_str(c.r->actes[2].numero.texte, "2024-12");
	assert_int_equal(c.r->actes[2].votes_n, 1);
	assert_int_equal(c.r->actes[2].votes[0].contre.nombre, 3);
	assert_str(c.r->actes[3].objet.texte, "Tarifs");
	for (size_t i = 1; i < c.r->actes_n; i++)
		assert_int_equal(c.r->actes[i].span.start >= c.r->actes[i - 1].span.end, 1);
	act_close(&c);
}

TEST(test_act__an_agenda_and_citations_cut_nothing)
{
	struct act_case c;

	act_open(&c, "Séance du 12 mars 2024\n\nOrdre du jour :\n\nDélibération n° 2024-11 : Vente\n\nDélibération n° "
		     "2024-12 : Achat\n\nDélibération n° 2024-11 : Vente\n\n" DECIDES
		     "Délibération n° 2024-12 : Achat\n\nla délibération n° 2024-02 est rappelée.\n\n" DECIDES);
	assert_int_equal(c.r->actes_n, 2);
	assert_str(c.r->actes[1].numero.texte, "2024-12");
	act_close(&c);
	act_open(&c, "Délibération n° 2024-12 : Achat\n\nVu la délibération n° 2023-44 du conseil municipal "
		     ";\n\nRappelant la délibération n° 2024-11 ;\n\n" DECIDES);
	assert_int_equal(c.r->actes_n, 1);
	act_texte(&c, "numero", "2024-12");
	act_close(&c);
}

TEST(test_act__page_headers_repeat_the_number)
{
	struct act_case c;

	act_open(&c, "Délibération n° 01-02 du 26 janvier 2023\n\nVENTE DU PRESSOIR.\n\nDélibération n° 01-02 du 26 "
		     "janvier 2023\n\n" DECIDES);
	assert_int_equal(c.r->actes_n, 1);
	act_texte(&c, "numero", "01-02");
	act_close(&c);
}

static void number(const char *text, const char *want, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (want != NULL)
		act_text_at(&c, "numero", want, line);
	else
		act_status_at(&c, "numero", FIELD_ILLISIBLE, line);
	act_close(&c);
}
#define NUMERO(text, want) number(text "\n\n" DECIDES, (want), __LINE__)

TEST(test_act__numbers)
{
	NUMERO("Délibération n° 2024-05-12", "2024-05-12");
	NUMERO("DCM 24.2.17", "24.2.17");
	NUMERO("n° 2024 / 31", "2024 / 31");
	NUMERO("DELIBERATION n° 2023/021", "2023/021");
	NUMERO("N° DL-2023-12", "DL-2023-12");
	NUMERO("DÉCISION MODIFICATIVE N° 4/2016 COMMUNE", NULL);
	NUMERO("Vu la loi n° 2021-1465 ;", NULL);
	NUMERO("Délibérations 07/12/2022", NULL);
	NUMERO("(cf. délibération 11 juillet 2022)", NULL);
	NUMERO("8. TARIFS : SANS DÉLIBÉRATION\n\n9. VENTE D'UN PRÉ", NULL);
	NUMERO("Lot n° 3", NULL);
}

static void subject(const char *text, const char *want, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (want != NULL)
		act_text_at(&c, "objet", want, line);
	else
		act_status_at(&c, "objet", FIELD_ILLISIBLE, line);
	act_close(&c);
}
#define OBJET(text, want) subject(text DECIDES, (want), __LINE__)

TEST(test_act__subjects)
{
	OBJET("Séance du 12 mars 2024\n\nObjet : Vente du\npressoir\n\n", "Vente du pressoir");
	OBJET("Séance du 12 mars 2024 OBJET : Vente du pressoir Vu le code de commerce ; ", "Vente du pressoir");
	OBJET("Vente du pressoir communal\n\nLe 12 mars 2024, le conseil municipal s'est réuni.\n\n",
	      "Vente du pressoir communal");
	OBJET("COMMUNE DE MIREBOIS\n\nEXTRAIT DU REGISTRE\n\n", NULL);
	OBJET("Objet : À l'unanimité\n\n", NULL);
	OBJET("Objet : suite à la démission de Monsieur Paul ARBEL ", "suite à la démission de Monsieur Paul ARBEL");
}

static void who(const char *text, int want, const char *first, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (want < 0) {
		act_status_at(&c, "deports", FIELD_ILLISIBLE, line);
	} else {
		act_status_at(&c, "deports", FIELD_LU, line);
		const struct field *f = act_field(&c, "deports");

		if (f->n != (size_t)want || (want > 0 && !str_eq(f->items[0].qui.nom, str_c(first)))) {
			print_error("line %d: %zu deports\n", line, f->n);
			fail();
		}
	}
	act_close(&c);
}
#define DEPORTS(text, n, first) who(DECIDES text, (n), (first), __LINE__)

TEST(test_act__deports)
{
	DEPORTS("", 0, NULL);
	DEPORTS("Ne prennent pas part au vote : M. Paul ARBEL, Mme Léa DORVAL.\n", 2, "Paul ARBEL");
	DEPORTS("M. Paul ARBEL, Mme Léa DORVAL et M. GRISOL ne prennent pas part au vote.\n", 3, "Paul ARBEL");
	DEPORTS("M. ARBEL ne prend pas part au vote.\n", 1, "ARBEL");
	DEPORTS("Mme DORVAL se retire.\n", 1, "DORVAL");
	DEPORTS("Mme DORVAL s'étant retirée, M. GRISOL préside.\n", 1, "DORVAL");
	DEPORTS("Le maire s'étant retiré, M. GRISOL préside.\n", -1, NULL);
	DEPORTS("Mme DORVAL quitte la séance le temps de cet examen.\n", 1, "DORVAL");
	DEPORTS("M. ARBEL quitte la réunion pendant le vote.\n", 1, "ARBEL");
	DEPORTS("Ne prend pas part au vote : 0\n", 0, NULL);
	DEPORTS("Ne prennent pas part au vote : néant\n", 0, NULL);
	DEPORTS("Les élus concernés ne prennent pas part au vote.\n", -1, NULL);
	DEPORTS("Pour : 12, 5 ne prenant pas part au vote\n", -1, NULL);
}

static void refused(const char *text, int line)
{
	struct act_case c;

	act_begin(&c);
	act_bytes(&c, str_c(text));
	if (c.r != NULL || c.why != REFUSAL_NOT_ACT || c.e.code != ERR_VALUE) {
		print_error("line %d: read as an act\n", line);
		fail();
	}
	act_close(&c);
}
#define REFUSED(text) refused((text), __LINE__)

TEST(test_act__what_is_no_act)
{
	REFUSED("Liste de courses\n\n- 2 kg de pommes\n- pain\n- lait\n- 12 œufs\n");
	REFUSED("/* main */\n#include <stdio.h>\nint main(void)\n{\n\tfor (int i = 0; i < 10; "
		"i++)\n\t\tprintf(\"%d\\n\", i);\n\treturn 0;\n}\n");
	REFUSED("Il avait vu la mer une seule fois. Le 12 mars, il décide de partir, contre l'avis de son père, pour "
		"trois jours. La vieille adopte un chat et n'en "
		"dit rien ; personne ne rejette personne dans cette maison. « Vous étiez présents ? » demanda-t-il.\n");
	REFUSED("Bonjour,\n\nLe devis de 1 500 € est accepté. Reçu le 12 mars 2024.\n\nCordialement\n");
	REFUSED("---\n\n***\n");
}

TEST(test_act__a_bare_deliberation_is_one)
{
	struct act_case c;

	act_open(&c, "Vente du pressoir : adopté à l'unanimité.\n");
	assert_int_equal(c.r->actes_n, 1);
	act_texte(&c, "vote.formule", "unanimite");
	act_close(&c);
	act_open(&c, "Pour : 12 Contre : 3 Abstentions : 0\n");
	act_nombre(&c, "vote.contre", 3);
	act_close(&c);
}

TEST(test_act__same_reading_without_line_ends)
{
	static const char text[] = "COMMUNE DE MIREBOIS\n\nSéance du 12 mars 2024\n\nMembres en exercice : "
				   "19\nPrésents : 15\nVotants : 18\n\nObjet : Vente du pressoir\n\nVu le code "
				   "général des collectivités territoriales ;\n\nLe conseil municipal, après en avoir "
				   "délibéré, par dix-sept voix pour et une abstention,\n\nDÉCIDE "
				   "de vendre.\n\nTransmis en préfecture le : 14 mars 2024\n";
	static const char *const names[] = { "seance.date", "effectif",	 "presents_annonces", "votants_annonces",
					     "objet",	    "vote.pour", "vote.abstentions",  "transmission.date" };
	struct act_case lines, flat;

	act_open(&lines, text);
	act_begin(&flat);
	act_bytes(&flat, str_c(act_flat(&flat, text)));
	assert_non_null(flat.r);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct field *a = act_field(&lines, names[i]), *b = act_field(&flat, names[i]);

		assert_int_equal(a->statut, FIELD_LU);
		assert_int_equal(b->statut, FIELD_LU);
		assert_true(str_eq(a->texte, b->texte) && a->nombre == b->nombre);
	}
	act_close(&lines);
	act_close(&flat);
}

TEST(test_act__memory_ceiling_is_an_error)
{
	struct act_case c;
	enum text_refusal why = REFUSAL_NONE;
	const struct reading *r = NULL;
	struct arena small;

	act_begin(&c);
	arena_init(&small, 4 * KIB);
	c.text = (struct text){ .bytes = STR(DECIDES), .raw = STR(DECIDES), .received = true };
	assert_false(act_read(&small, c.lx, &c.text, &r, &why, &c.e));
	assert_int_equal(c.e.code, ERR_LIMIT);
	assert_null(r);
	assert_false(small.trapped);
	arena_done(&small);
	act_close(&c);
}

/* Every prefix and many mutilations of an act: no crash, and every field says what it is. */
TEST(test_act__any_text_gives_a_reading_or_a_refusal)
{
	static const char text[] =
		"Délibération n° 2024-11\nEn exercice Présents Votants 19 15\nÉtaient présents : M. ARBEL, Mme DORVAL "
		"(pouvoir à M.\nVu le code ;\nVu\nPour : 12 Contre "
		": Abstentions : / adopté à l'unanimité : n° ID : 029-209900123-2024 Transmis en préfecture le";
	struct act_case c;

	act_begin(&c);
	for (size_t n = 1; n < sizeof text; n += 3)
		act_bytes(&c, (struct str){ text, n });
	for (size_t n = 0; n < sizeof text - 1; n += 3)
		act_bytes(&c, (struct str){ text + n, sizeof text - 1 - n });
	act_close(&c);
}

TEST(test_act__many_votes_stay_quick)
{
	struct act_case c;
	struct buf b;

	buf_init(&b, 4 * MIB);
	for (int i = 0; i < 4000; i++)
		buf_printf(&b,
			   "Le conseil municipal, à l'unanimité, adopte. Pour : %d Contre : 1 Abstentions : 2. M. "
			   "ARBEL ne prend pas part au vote. Vu le code ; ID : A%d\n",
			   i % 90, i);
	act_begin(&c);
	act_bytes(&c, buf_view(&b));
	assert_non_null(c.r);
	assert_true(c.r->actes[0].votes_n >= 1000);
	act_close(&c);
	buf_done(&b);
}

/* The whole head was one sentence up to "Après en avoir délibéré", and its lists were taken for the dispositif: nobody was
 * absent, nobody gave a proxy. */
TEST(test_act__no_full_stop_before_the_decision)
{
	struct act_case c;

	act_open(&c, "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL Le conseil municipal s'est réuni le 12 mars 2024 Étaient présents : "
		     "Mrs ARBEL, VIAL et ROUX. Mmes DORVAL et BRUN. A donné pouvoir : Mme GRISOL à M. ARBEL Absents excusés : Mmes MOREL, "
		     "PETIT et LEBRUN Secrétaire de séance : Mme Léa DORVAL OBJET : achat d'un pré Monsieur le Maire donne lecture aux "
		     "membres présents du projet d'acquisition du pré et propose à l'assemblée de l'adopter Après en avoir délibéré, le "
		     "conseil municipal, à l'unanimité, décide d'acheter le pré.");
	assert_int_equal(act_field(&c, "pouvoirs")->n, 1);
	assert_int_equal(act_field(&c, "absents")->n, 4);
	act_close(&c);
}

/* Found by fuzz_read: a reason longer than its room was cut within a letter. */
TEST(test_act__a_long_reason_is_whole_letters)
{
	for (size_t shift = 0; shift < 2; shift++) {
		struct act_case c;
		char name[800] = "M. Paul É", text[2000];

		for (size_t i = 0; i < 300; i++)
			strncat(name, "É", 3);
		strncat(name, shift ? "X" : "", 2);
		snprintf(text, sizeof text, "Séance du 12 mars 2024\n\nPrésents : %s, Mme Anne GRAND, %s.\n", name, name);
		act_open(&c, text);
		act_statut(&c, "presents", FIELD_AMBIGU);
		assert_true(act_field(&c, "presents")->raison.n > 500);
		assert_true(utf8_valid(act_field(&c, "presents")->raison));
		act_close(&c);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_act__no_full_stop_before_the_decision),
		cmocka_unit_test(test_act__extract_of_a_commission_permanente),
		cmocka_unit_test(test_act__numbered_actes_are_cut),
		cmocka_unit_test(test_act__an_agenda_and_citations_cut_nothing),
		cmocka_unit_test(test_act__page_headers_repeat_the_number),
		cmocka_unit_test(test_act__numbers),
		cmocka_unit_test(test_act__subjects),
		cmocka_unit_test(test_act__deports),
		cmocka_unit_test(test_act__what_is_no_act),
		cmocka_unit_test(test_act__a_bare_deliberation_is_one),
		cmocka_unit_test(test_act__same_reading_without_line_ends),
		cmocka_unit_test(test_act__memory_ceiling_is_an_error),
		cmocka_unit_test(test_act__any_text_gives_a_reading_or_a_refusal),
		cmocka_unit_test(test_act__many_votes_stay_quick),
		cmocka_unit_test(test_act__a_long_reason_is_whole_letters),
	};

	return RUN(tests);
}
