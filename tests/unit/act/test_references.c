/* SPDX-License-Identifier: EUPL-1.2 */
/* References: the gold sentences of CITATIONS §5 first, then each rule of binding, then what is no reference. */
#include "../text/sample.h"
#include "leaf.h"

static void check(const char *text, const char *want, int line)
{
	struct sample s;
	const struct item *items;
	size_t n;
	struct str got = {"", 0};
	sample(&s, text);
	leaf_references(&s.a, &s.text, &s.t, 0, s.t.n, &items, &n);
	for (size_t k = 0; k < n; k++)
		got = arena_printf(&s.a, "%.*s%s%.*s", STR_ARG(got), k ? " " : "", STR_ARG(items[k].cle));
	if (!str_eq(got, str_c(want))) {
		print_error("line %d, \"%s\":\n  got  %.*s\n  want %s\n", line, text, STR_ARG(got), want);
		fail();
	}
	sample_done(&s);
}
#define REFS(text, want) check((text), (want), __LINE__)
#define NONE(text) check((text), "", __LINE__)

TEST(test_references__gold_articles)
{
	REFS("Vu le code général des collectivités territoriales, notamment son article L. 3221-3 ;", "CGCT/L3221-3");
	REFS("les articles L.2121-29, L.2122-21 et L. 2122-22 du CGCT", "CGCT/L2121-29 CGCT/L2122-21 CGCT/L2122-22");
	REFS("L. 2121-7 à L. 2121-34 et R. 2121-9 du CGCT", "CGCT/L2121-7..L2121-34 CGCT/R2121-9");
	REFS("articles L 1111-2 et 4 du C.G.C.T.", "CGCT/L1111-2 CGCT/L1111-4");
	REFS("Vu le CGCT, articles L. 3121-14 et suivants", "CGCT/L3121-14");
	REFS("Vu le CGCT ; en application du 2° du I de l'article L. 1111-6 dudit code", "CGCT/L1111-6");
	REFS("l'article L. 3211-14 du CG3P", "CG3P/L3211-14");
	REFS("l'article L. 3211-\n2 du CGCT", "CGCT/L3211-2");
	REFS("l’ article L . 2122 - 18 du CGCT", "CGCT/L2122-18");
	REFS("Vu le CGCT, article L. 2131-1 ; vu l'article L. 2131-2 du même code", "CGCT/L2131-1 CGCT/L2131-2");
}

TEST(test_references__gold_acts)
{
	REFS("loi n°83-8 du 7 janvier 1983 modifiée", "LOI/83-8");
	REFS("décret n° 2001-495 du 6 juin 2001, art. 1er", "DECRET/2001-495/1");
	REFS("l'article 10 de la loi n° 2000-321", "LOI/2000-321/10");
	REFS("délibération n° 21.07.01/03 du 1er juillet 2021", "DELIB/?/2021-07-01/21.07.01/03");
}

TEST(test_references__a_prefix_passes_in_a_code_only)
{
	REFS("loi n° 2000-321 du 12 avril 2000, articles 9-1 et 10", "LOI/2000-321/9-1 LOI/2000-321/10");
	REFS("les articles 3-2 et 34 de la loi n° 2030-91", "LOI/2030-91/3-2 LOI/2030-91/34");
	REFS("articles 108-2 et 110 de la loi n° 2030-91", "LOI/2030-91/108-2 LOI/2030-91/110");
	REFS("articles 9-1 à 10 de la loi n° 2030-91", "LOI/2030-91/9-1..10");
	REFS("articles 108-2 et 57 de la loi n° 2030-91", "LOI/2030-91/108-2 LOI/2030-91/57");
	REFS("Vu la loi n° 2030-91, notamment ses articles 108-2, 57 et 110-1", "LOI/2030-91/108-2 LOI/2030-91/57 LOI/2030-91/110-1");
	REFS("les articles L. 2122-21 et 22 du CGCT", "CGCT/L2122-21 CGCT/L2122-22");
	REFS("les articles 131-1 et 2 du code pénal", "CPEN/131-1 CPEN/131-2");
}

TEST(test_references__a_dash_behind_the_letter)
{
	REFS("l'article L-123-6 du code de l'action sociale et des familles", "CASF/L123-6");
	REFS("les articles L-123-6 et R-123-7 du code de l'action sociale et des familles", "CASF/L123-6 CASF/R123-7");
	NONE("la décision L-2031-12 du maire");
}

TEST(test_references__one_law_by_two_names)
{
	REFS("la loi n° 2015-991 du 7 août 2015, dite loi NOTRe", "LOI/2015-991");
	REFS("la loi NOTRe (loi n° 2015-991 du 7 août 2015)", "LOI/2015-991");
	REFS("Vu la loi NOTRe ; vu la loi n° 2015-991, article 8", "LOI/2015-991 LOI/2015-991/8");
}

TEST(test_references__a_deliberation_of_an_assembly)
{
	REFS("la délibération n° 31/122 AC de l'Assemblée du 22 juillet 2031", "DELIB/?/2031-07-22/31/122");
	REFS("la délibération n° 31/122 AC de l'Assemblée de Valbrise du 22 juillet 2031", "DELIB/?/2031-07-22/31/122");
	REFS("la délibération n° 31/123 CM du 23 juillet 2031", "DELIB/?/2031-07-23/31/123");
	REFS("la délibération votée par le conseil municipal en sa séance du 10 mars 2031", "DELIB/conseil_municipal/2031-03-10");
	NONE("la délibération de l'assemblée générale du 10 mars 2031");
	NONE("DÉLIBÉRATION N° 31/122 AC DE L'ASSEMBLÉE DE VALBRISE");
}

TEST(test_references__gold_none)
{
	NONE("le carrefour de la RD 123");
	NONE("la D. 123-4 et la RD 123-4");
	NONE("l'autoroute A 84");
	NONE("article 1 : d'approuver la convention");
	NONE("Article 1er - Le conseil approuve");
	NONE("ARTICLE 2\nLe maire est chargé");
}

TEST(test_references__shapes_of_an_article)
{
	REFS("articles L.O. 6161-1 du CGCT", "CGCT/LO6161-1");
	REFS("article LO6161-1 du CGCT", "CGCT/LO6161-1");
	REFS("article L2121-20 du CGCT", "CGCT/L2121-20");
	REFS("article L 2121.20 du CGCT", "CGCT/L2121-20");
	REFS("article l. 2121-20 du CGCT", "CGCT/L2121-20");
	REFS("article R*123-4 du code de l'urbanisme", "CU/R*123-4");
	REFS("article R.* 123-4 du code de l’urbanisme", "CU/R*123-4");
	REFS("article D.312-1-3 du CGCT", "CGCT/D312-1-3");
	REFS("article L. 123-1-A du code de l'urbanisme", "CU/L123-1-A");
	REFS("article L. 1111-8-1 A du CGCT", "CGCT/L1111-8-1A");
	REFS("article 199 undecies B du code général des impôts", "CGI/199undeciesB");
	REFS("article L. 2121-20 bis du CGCT", "CGCT/L2121-20bis");
	REFS("article premier de la loi n° 2000-321", "LOI/2000-321/1");
}

TEST(test_references__a_part_in_one_letter)
{
	REFS("l'article L. 4318-27 V du CGCT", "CGCT/L4318-27");
	REFS("Vu le CGCT, notamment l'article L.4318-27 V, et son article L. 4318-29", "CGCT/L4318-27 CGCT/L4318-29");
	REFS("VU LES ARTICLES L. 4318-27 V ET L. 4318-29 III DU CGCT", "CGCT/L4318-27 CGCT/L4318-29");
	REFS("l'article L.4318-27 I du code général des collectivités territoriales", "CGCT/L4318-27");
	REFS("l'article L 4318-27 I bis du CGCT", "CGCT/L4318-27");
	REFS("l'article L. 4318-27-1 X du CGCT", "CGCT/L4318-27-1");
	REFS("les articles L. 318-27 C, L. 318-29 D et L. 318-30 du code de l'urbanisme", "CU/L318-27 CU/L318-29 CU/L318-30");
	REFS("l'article R. 4318-3 a du CGCT", "CGCT/R4318-3");
	REFS("les articles R. 4318-3 b et R. 4318-5 du CGCT", "CGCT/R4318-3 CGCT/R4318-5");
	REFS("l'article 1379-0 bis V du code général des impôts", "CGI/1379-0bis");
	REFS("l'article L. 4318-27 V 2° du CGCT", "CGCT/L4318-27");
	REFS("l'article L. 4318-27 (V) du CGCT", "CGCT/L4318-27");
	/* of the number */
	REFS("l'article L. 4318-27 A du CGCT", "CGCT/L4318-27A");
	REFS("l'article L. 4318-27-1 B du CGCT", "CGCT/L4318-27-1B");
	REFS("l'article L. 135 V du livre des procédures fiscales", "LPF/L135V");
	REFS("l'article 1519 I du code général des impôts", "CGI/1519I");
	REFS("l'article 1636 B sexies du code général des impôts", "CGI/1636Bsexies");
	REFS("l'article 244 quater X du code général des impôts", "CGI/244quaterX");
	REFS("l'article 279-0 bis A du code général des impôts", "CGI/279-0bisA");
	/* a verb, an elision */
	REFS("l'article L. 4318-3 a été modifié", "?/L4318-3");
}

TEST(test_references__lists_and_ranges)
{
	REFS("articles L. 2131-1 et 2131-2 du CGCT", "CGCT/L2131-1 CGCT/L2131-2");
	REFS("les articles L. 2131-1 à 3 du CGCT", "CGCT/L2131-1..L2131-3");
	REFS("les articles L. 2131-1 à L. 2131-3 du CGCT", "CGCT/L2131-1..L2131-3");
	REFS("l'article L. 2131-1 et l'article L. 2131-2 du CGCT", "CGCT/L2131-1 CGCT/L2131-2");
	REFS("articles L. 2131-1, R. 2131-2 et suivants du CGCT", "CGCT/L2131-1 CGCT/R2131-2");
	REFS("articles 107 et 108 du TFUE", "TFUE/107 TFUE/108");
	REFS("l'article L. 2122-22, 4° du CGCT", "CGCT/L2122-22");
	REFS("l'article L. 2122-22 4° et l'article L. 2122-23 du CGCT", "CGCT/L2122-22 CGCT/L2122-23");
	REFS("l'article L. 2121-20 du CGCT, 3 abstentions", "CGCT/L2121-20");
	REFS("les articles L. 2121-20, 3 abstentions et 12 voix", "?/L2121-20");
	REFS("les articles L. 2121-20 du CGCT, 3 abstentions et 12 du règlement intérieur", "CGCT/L2121-20");
	REFS("les articles L. 416-4 du code des communes et 57 de la loi n° 82-213", "CCOMM/L416-4 LOI/82-213/57");
	REFS("Vu la loi n° 2031-14 ; les articles L. 2121-20 du CGCT, 34 de la loi n° 2030-91 du 7 août 2030, et 57 à 59 de la loi n° 2031-14",
	     "LOI/2031-14 CGCT/L2121-20 LOI/2030-91/34 LOI/2031-14/57..59");
	REFS("Vu la loi n° 2031-14 ; les articles 34 de la loi n° 2031-14 et 57 de la loi précitée", "LOI/2031-14 LOI/2031-14/34 LOI/2031-14/57");
	REFS("les articles L. 2121-20 et 3 abstentions", "?/L2121-20");
	REFS("selon l'article L. 2121-20 du CGCT et 3 abstentions", "CGCT/L2121-20");
}

TEST(test_references__open_range_says_so)
{
	struct sample s;
	const struct item *items;
	size_t n;
	sample(&s, "articles L. 2131-1 et suivants du CGCT ; L. 2131-1 et s'est réuni");
	leaf_references(&s.a, &s.text, &s.t, 0, s.t.n, &items, &n);
	assert_int_equal(n, 2);
	assert_str(items[0].texte, "et suivants");
	assert_str(items[1].texte, "");
	assert_str(str_part(s.text.bytes, items[0].span.start, items[0].span.end), "L. 2131-1 et suivants");
	sample_done(&s);
}

TEST(test_references__binding_to_the_right_wins)
{
	REFS("Vu le CGCT et l'article L. 111-1 du code de l'urbanisme", "CU/L111-1");
	REFS("les articles L. 2121-29 du CGCT et L. 111-1 du code de l'urbanisme", "CGCT/L2121-29 CU/L111-1");
	REFS("article L. 2121-29, alinéa 2, du CGCT", "CGCT/L2121-29");
	REFS("article L. 2121-29 (CGCT)", "CGCT/L2121-29");
	REFS("article L. 2121-29 du code des usages", "?/L2121-29");
	REFS("article 432-12 du code pénal", "CPEN/432-12");
	REFS("articles 9 et 10 de la loi n° 2000-321 du 12 avril 2000", "LOI/2000-321/9 LOI/2000-321/10");
}

TEST(test_references__scope_of_a_visa)
{
	REFS("Vu le code général des collectivités territoriales et notamment ses articles L. 2121-29 et L. 2122-22,",
	     "CGCT/L2121-29 CGCT/L2122-22");
	REFS("Vu le code pénal, relu ;\nVu l'article L. 2121-29 ;", "?/L2121-29");
	REFS("Vu le code pénal, relu\nVu l'article L. 2121-29", "?/L2121-29");
	REFS("Vu le CGCT.\nL'article L. 111-1 prévoit", "?/L111-1");
	REFS("Vu le CGCT\n\nl'article L. 111-1 prévoit", "?/L111-1");
	REFS("Vu le CGCT et le code de l'urbanisme, notamment leurs articles L. 111-1", "?/L111-1");
	REFS("Vu le code général des collectivités territoriales (CGCT), art. L. 2121-29", "CGCT/L2121-29");
	REFS("Au vu du CGCT, notamment au vu de son article L. 2121-29", "CGCT/L2121-29");
}

TEST(test_references__unbound)
{
	REFS("en application de l'article L. 3211-2, le conseil", "?/L3211-2");
	REFS("conformément à L. 3211-2, le conseil", "?/L3211-2");
	REFS("l'art.2122-8 prévoit", "?/2122-8");
	REFS("l'article L. 2131-1 du même code", "?/L2131-1");
	NONE("les articles 2031, 2313 et 6232");
	NONE("au compte 6232");
	NONE("l'article 15 du règlement intérieur");
}

TEST(test_references__own_numbers_are_no_articles)
{
	NONE("délibération D2024-44");
	NONE("acte D2023 - 001 du registre");
	NONE("n° DL-2023-12");
	NONE("R. 2ème étage");
	NONE("L. MARTEL");
	NONE("Mme D. 12");
	NONE("cf. L. 12");
	REFS("Vu le CGCT, vu la délibération n° D2024-44 du 3 mai 2024", "DELIB/?/2024-05-03/D2024-44");
}

TEST(test_references__codes)
{
	REFS("article L. 1-1 du code général des collectivtés territoriales", "CGCT/L1-1");
	REFS("article L. 1-1 du Code Général de Collectivités Locales", "CGCT/L1-1");
	REFS("article L. 1-1 du coude général des collectivités territoriales", "CGCT/L1-1");
	REFS("article L. 1-1 du code général de la\npropriété des personnes publiques", "CG3P/L1-1");
	REFS("article L. 1-1 du CGPPP", "CG3P/L1-1");
	REFS("article L. 1-1 du code de l’action sociale et des familles", "CASF/L1-1");
	REFS("article L. 1-1 du code rural et de la pêche maritime", "CRPM/L1-1");
	REFS("article L. 1-1 du code de la commande publique", "CCP/L1-1");
	REFS("article L. 1-1 du livre des procédures fiscales", "LPF/L1-1");
	REFS("article L. 1-1 du Code des collectivités territoriales", "CGCT/L1-1");
	REFS("article L. 1-1 du code général des collectivi- tés territoriales", "CGCT/L1-1");
	REFS("article L. 1-1 du code général des collectivités temitoriales", "CGCT/L1-1");
	REFS("article L. 1-1 du Code de environnement", "CENV/L1-1");
	NONE("le code postal 35000 et le code");
}

TEST(test_references__acts)
{
	REFS("loi n° 2015-991 du 7 août 2015, dite NOTRe", "LOI/2015-991");
	REFS("la loi NOTRe", "LOI/2015-991");
	REFS("la loi 3DS et la loi Engagement et proximité", "LOI/2022-217 LOI/2019-1461");
	REFS("notre loi", "");
	REFS("loi du 1er juillet 1901 sur les associations", "LOI/1901-07-01");
	REFS("la loi du 2 mars 1982", "LOI/82-213");
	REFS("loi de finances pour 2023 n° 2022-1726", "LOI/2022-1726");
	REFS("loi organique n° 2019-100", "LOI/2019-100");
	REFS("loi n° 2031- 47 du 3 mai 2031, décret n° 31. 412 du 5 juin 2031", "LOI/2031-47 DECRET/31-412");
	REFS("loi n° 2031- 47 pages", "");
	REFS("ordonnance n° 2021-1310 du 7 octobre 2021", "ORD/2021-1310");
	REFS("décret-loi du 30 octobre 1935", "DECRET/1935-10-30");
	REFS("règlement (UE) 2023/2831 de la Commission", "UE/2023/2831");
	REFS("règlement (UE) n° 702/2014", "UE/702/2014");
	REFS("directive 2014/24/UE du 26 février 2014", "UE/2014/24");
	REFS("règlement UE 2031/702, règlement européen 2031/84", "UE/2031/702 UE/2031/84");
	REFS("modifié par le règlement 2031/702 du 14 juin 2031 publié au JOUE L156, les règlements 2032/84 du 2 juillet 2032 de la Commission", "UE/2031/702 UE/2032/84");
	REFS("le règlement 2031/702 du 14 juin 2031 du conseil ; le règlement 2031/702 du 14 juin 2032 publié au JOUE", "");
	REFS("articles 37 et 38 du RGPD", "UE/2016/679/37 UE/2016/679/38");
	NONE("le projet de loi n° 2000-321");
	NONE("la loi, le décret et le règlement intérieur 12/24");
	NONE("loi n° 123-4");
}

TEST(test_references__articles_of_an_act_named_before)
{
	REFS("Vu la loi n° 2000-321 du 12 avril 2000, notamment ses articles 9 et 10 ;",
	     "LOI/2000-321/9 LOI/2000-321/10");
	REFS("Vu la loi n° 2000-321 relative aux droits, notamment son article 10 ; Vu l'article 3", "LOI/2000-321/10");
	REFS("Vu le CGCT et la loi n° 2000-321, notamment l'article L. 2121-29", "LOI/2000-321 CGCT/L2121-29");
	REFS("la loi n° 2000-321 ; l'article 10 de la même loi", "LOI/2000-321 LOI/2000-321/10");
	REFS("la loi n° 2000-321 ; l'article 10 de la loi précitée", "LOI/2000-321 LOI/2000-321/10");
}

TEST(test_references__texts_that_are_none_of_ours)
{
	NONE("Vu la loi susvisée, article 88 de la loi visée ci-dessus");
	REFS("décret n° 91-875 pris pour l'article 88 de la loi visée ci-dessus", "DECRET/91-875");
	REFS("Vu le règlement (UE) n° 651/2014 et les articles 107 et 108 du traité", "UE/651/2014");
	REFS("Vu la loi n° 2000-321 ; vu la loi n° 2001-12 ; l'article 3 de la loi précitée",
	     "LOI/2000-321 LOI/2001-12");
	REFS("Vu le CGCT, l'article L. 2121-29 du règlement intérieur", "?/L2121-29");
}

/* A code whose articles all have a letter: who leaves it out means the law. */
TEST(test_references__letter_left_out)
{
	struct sample s;
	const struct item *items;
	size_t n;
	REFS("la réunion (art.2122-17 du CGCT)", "CGCT/L2122-17");
	REFS("Vu le CGCT, articles 2131-1 et 2131-2 ;", "CGCT/L2131-1 CGCT/L2131-2");
	REFS("Vu le code pénal, article 432-12 ; article 432-14 du même code", "CPEN/432-12 CPEN/432-14");
	REFS("article 2122-8 du code des usages", "?/2122-8");
	sample(&s, "art. 2122-17 du CGCT");
	leaf_references(&s.a, &s.text, &s.t, 0, s.t.n, &items, &n);
	assert_str(items[0].texte, "lettre omise");
	sample_done(&s);
}

TEST(test_references__a_letter_before_a_latin_rank)
{
	REFS("Vu les articles 1636 B sexies et 1639 A du code général des impôts", "CGI/1636Bsexies CGI/1639A");
	REFS("l'article 1636 B decies du CGI", "CGI/1636Bdecies");
	REFS("les articles 1379, 1383 A et 1636 B sexies à 1636 B undecies du CGI", "CGI/1379 CGI/1383A CGI/1636Bsexies..1636Bundecies");
	REFS("l'article 1609 nonies C du CGI", "CGI/1609noniesC");
	REFS("Vu le CGI, notamment ses articles 1636 B sexies et 1639 A\nVu le budget", "CGI/1636Bsexies CGI/1639A");
	REFS("Vu le CGI et son article 1636 B sexies et son article 1639 A relatif aux taux", "CGI/1636Bsexies CGI/1639A");
	REFS("Vu le code pénal, notamment l'article 432-12 A la majorité", "CPEN/432-12");
}

TEST(test_references__broken_numbers)
{
	REFS("l'article L 2 121-15 du CGCT, l'article L. 2 122-23 du même code", "CGCT/L2121-15 CGCT/L2122-23");
	REFS("les articles L. 1411-1 à L. 141118 du CGCT", "CGCT/L1411-1");
	NONE("l'article L. 21 121-15 du CGCT");
	NONE("l'article L. 21 22-22 du CGCT");
	NONE("l'article L 2 121 du CGCT");
	NONE("les articles L 32 3 4 du CGCT");
	REFS("article 1609-00 bis du CGI", "CGI/1609-00bis");
	REFS("l'article L. 1-1 du code général des collec-\ntivités territoriales", "CGCT/L1-1");
	NONE("à partir de la délibération n°2031 4 12 :");
	NONE("Extrait du registre des délibérations du conseil municipal de Valjoie Séance du 05 janvier 2024 03-2024");
}

TEST(test_references__deliberations)
{
	REFS("la délibération du Conseil départemental du 1er mars 2032 fixant les délégations",
	     "DELIB/conseil_departemental/2032-03-01");
	REFS("délibération n° 2021-07-01-003 du conseil municipal", "DELIB/conseil_municipal/?/2021-07-01-003");
	REFS("délibération n° DEL/2023/045 en date du 3 mai 2023", "DELIB/?/2023-05-03/DEL/2023/045");
	REFS("la délibération CP20231620", "");
	REFS("délibération n° CP 2031-207 du 9 mai 2031", "DELIB/?/2031-05-09/CP2031-207");
	REFS("délibération du 1er juillet 2021 du conseil régional", "DELIB/conseil_regional/2021-07-01");
	REFS("délibération du Conseil municipal de Valjoie-sur-Orne en date du 3 mai 2023",
	     "DELIB/conseil_municipal/2023-05-03");
	REFS("délibération 2030-04-02, du 15 avril 2030", "DELIB/?/2030-04-15/2030-04-02");
	REFS("les délibérations en date des 5 juin 2030 et 3 février 2032", "DELIB/?/2030-06-05 DELIB/?/2032-02-03");
	REFS("les délibérations du conseil municipal des 5 juin 2030, 3 février 2031 et 4 mars 2032",
	     "DELIB/conseil_municipal/2030-06-05 DELIB/conseil_municipal/2031-02-03 DELIB/conseil_municipal/2032-03-04");
	REFS("les délibérations prises les 26 mai et 30 novembre 2030", "DELIB/?/2030-05-26 DELIB/?/2030-11-30");
	REFS("les délibérations des 5 et 9 juin 2030", "DELIB/?/2030-06-05 DELIB/?/2030-06-09");
	REFS("les délibérations des 9 et 5 juin 2030", "DELIB/?/2030-06-05");
	REFS("la délibération du 5 juin 2030 et 3 février 2032, une étude", "DELIB/?/2030-06-05");
	REFS("délibération du 28 et 29 juin 2021", "DELIB/?/2021-06-29");
	/* the year alone was their number */
	REFS("la délibération n° 2031 - 47 du 26 novembre 2031", "DELIB/?/2031-11-26/2031-47");
	REFS("par délibération n° 2031 / 512 du 8 novembre 2031", "DELIB/?/2031-11-08/2031/512");
	REFS("la délibération 2031-\n04-17 du conseil municipal du 16 avril 2031", "DELIB/conseil_municipal/2031-04-16/2031-04-17");
	REFS("la délibération n° 2031-12 - 30 logements", "DELIB/?/?/2031-12");
	REFS("la délibération n° 2031-12-09/10étudiée le 9 décembre 2031", "DELIB/?/?/2031-12-09/10");
	REFS("la délibération du conseil municipal DE2031-047 en date du 13 février 2031", "DELIB/conseil_municipal/2031-02-13/DE2031-047");
	REFS("la délibération DE2031-\n047 du 13 février 2031", "DELIB/?/2031-02-13/DE2031-047");
	REFS("la délibération du conseil municipal sur la M57 du 13 février 2031", "");
	REFS("les délibérations du conseil municipal du 3 mai 2021 et du 4 juin 2022",
	     "DELIB/conseil_municipal/2021-05-03 DELIB/conseil_municipal/2022-06-04");
	REFS("délibération de l'assemblée départementale du 01/07/2021", "DELIB/conseil_departemental/2021-07-01");
	REFS("délibération de la commission\npermanente du 1er juillet 2021", "DELIB/commission_permanente/2021-07-01");
}

TEST(test_references__no_deliberations)
{
	NONE("la présente délibération est adoptée");
	NONE("à compter de la délibération n°7)");
	NONE("Délibération n° 2024-110\nObjet");
	NONE("par délibération, le conseil municipal avait décidé le 14/06/2031");
	REFS("délibération du Conseil municipal relative à la loi du 2 mars 1982", "LOI/82-213");
}

TEST(test_references__spans)
{
	struct sample s;
	const struct item *items;
	size_t n;
	sample(&s, "Vu le CGCT, l'article L. 3211-\n2 ; vu la délibération du 1er juillet 2021 portant");
	leaf_references(&s.a, &s.text, &s.t, 0, s.t.n, &items, &n);
	assert_int_equal(n, 2);
	assert_str(str_part(s.text.bytes, items[0].span.start, items[0].span.end), "L. 3211-\n2");
	assert_str(str_part(s.text.bytes, items[1].span.start, items[1].span.end), "délibération du 1er juillet 2021");
	sample_done(&s);
}

TEST(test_references__range_of_tokens_is_kept)
{
	struct sample s;
	const struct item *items;
	size_t n;
	sample(&s, "article L. 3211-2 du CGCT");
	leaf_references(&s.a, &s.text, &s.t, 0, 6, &items, &n);
	assert_int_equal(n, 1);
	assert_str(items[0].cle, "?/L3211-2");
	leaf_references(&s.a, &s.text, &s.t, 7, s.t.n, &items, &n);
	assert_int_equal(n, 0);
	sample_done(&s);
}

static size_t count_of(const char *piece, size_t times)
{
	struct sample s;
	const struct item *items;
	size_t n, size = strlen(piece);
	char *text = malloc(size * times);
	for (size_t k = 0; k < times; k++)
		memcpy(text + k * size, piece, size);
	sample_bytes(&s, text, size * times);
	leaf_references(&s.a, &s.text, &s.t, 0, s.t.n, &items, &n);
	sample_done(&s);
	free(text);
	return n;
}

TEST(test_references__limits)
{
	assert_int_equal(count_of("L. 1-1 ; ", LIMIT_LIST_ITEMS - 1), LIMIT_LIST_ITEMS - 1);
	assert_int_equal(count_of("L. 1-1 ; ", LIMIT_LIST_ITEMS + 1), LIMIT_LIST_ITEMS);
	/* One list of more than 64 articles goes on as a second one. */
	assert_int_equal(count_of("L. 1-1, ", 100), 100);
	assert_int_equal(count_of("article article de la loi de la loi ", 20000), 0);
}

TEST(test_references__digits_of_a_scanner)
{
	REFS("l'article L. 2121-2O du CGCT", "CGCT/L2121-20");
	REFS("l'article l2121-29 du CGCT", "CGCT/L2121-29");
}

TEST(test_references__last_part_of_an_article_alone)
{
	REFS("Vu le code de l'environnement, notamment ses articles L214-7-3 et -6, et articles D214-\n36-11-2 à -9 et D214-36-20-1",
	     "CENV/L214-7-3 CENV/L214-7-6 CENV/D214-36-11-2..D214-36-11-9 CENV/D214-36-20-1");
	REFS("les articles L. 2121-7-1, -2 et -3 du CGCT", "CGCT/L2121-7-1 CGCT/L2121-7-2 CGCT/L2121-7-3");
	REFS("l'article L. 2121-20 du CGCT et - 5 abstentions", "CGCT/L2121-20");
	REFS("selon l'article L. 2121-20 et - 5 €", "?/L2121-20");
}

TEST(test_references__code_behind_a_letter_or_without_du)
{
	REFS("(art. L.151-3 b) du\ncode de l'urbanisme)", "CU/L151-3");
	REFS("Vu l'article L.2121-20-1 Code Général des Collectivités Territoriales", "CGCT/L2121-20-1");
	REFS("Vu l'article L. 2121-20\nCode général de la fonction publique", "?/L2121-20");
	REFS("à l'article L.614-1 du code de la consommation", "CCONSO/L614-1");
	REFS("Vu le code de l'énergie, articles L. 110-4, L. 110-1 À et L. 151-1", "CENER/L110-4 CENER/L110-1A CENER/L151-1");
	REFS("Vu le CGCT, articles L. 2121-7 À L. 2121-9", "CGCT/L2121-7..L2121-9");
}

TEST(test_references__acts_by_the_name_they_go_by)
{
	REFS("la loi d'orientation des marchés couverts (LOMC) du 12 mai 1987 et la loi LACRE du 3 juin 1991", "LOI/1987-05-12 LOI/1991-06-03");
	REFS("la loi sur les halles et\nles foires (LHF) n° 87-1153, la loi « Vidal » du 2 mars 1993", "LOI/87-1153 LOI/1993-03-02");
	REFS("la loi sur l'eau et l'utilisation raisonnée de l'herbe (LEURH) du 4 mai 1995", "LOI/1995-05-04");
	NONE("la loi impose aux communes (CM) une étude à compter du 12 mai 2027");
	NONE("la loi prévoit, du 3 mai 2027 au 4 juin 2027, une enquête");
}

TEST(test_references__deliberations_told_before_their_date)
{
	REFS("au vu de la délibération prise le 14 mai 2031, une étude", "DELIB/?/2031-05-14");
	REFS("lors de la délibération précédente du 3 juin 2031 relative au marché", "DELIB/?/2031-06-03");
	REFS("la délibération adoptée en date du 3 juin 2031", "DELIB/?/2031-06-03");
	REFS("la précédente délibération datant du 3 juin 2031", "DELIB/?/2031-06-03");
	REFS("la délibération du Centre de gestion n°2031/35 en date du 3 juin 2031", "DELIB/autre/2031-06-03/2031/35");
	REFS("la délibération du Conseil de la Communauté d’Agglomération de Valjoie n°7714 du 3 juin 2031", "DELIB/conseil_communautaire/2031-06-03/7714");
	REFS("par délibération de son Conseil municipal n° 2031/216 en date du 3\njuin 2031", "DELIB/conseil_municipal/2031-06-03/2031/216");
	REFS("la délibération du conseil municipal et l'Arrêté n° 2031-7", "");
	NONE("la présente délibération prise le 14 mai 2031");
	NONE("la délibération prise par le conseil");
}

TEST(test_references__articles_of_two_texts)
{
	REFS("Vu le code général des collectivités territoriales, notamment son article L. 2121-29, et l'article L. 153-36 du code de l'urbanisme", "CGCT/L2121-29 CU/L153-36");
	REFS("Vu le code général des collectivités territoriales et notamment ses articles L. 2121-29 et L. 2122-21, et les articles L. 153-36 et R. 153-20 du code de l'urbanisme",
	     "CGCT/L2121-29 CGCT/L2122-21 CU/L153-36 CU/R153-20");
	REFS("Vu le CGCT, en particulier l'article L. 2122-21 et l'article R. 153-20 du code de l'urbanisme", "CGCT/L2122-21 CU/R153-20");
	REFS("Vu le code de l'environnement, dont l'article L. 123-1 et suivants et l'article R. 153-20 du code de l'urbanisme", "CENV/L123-1 CU/R153-20");
	REFS("Vu le décret n° 91-875 du 6 septembre 1991, notamment son article 2, et l'article 88 de la loi n° 84-53", "DECRET/91-875/2 LOI/84-53/88");
	REFS("Vu la loi n° 2015-991 du 7 août 2015 portant nouvelle organisation, notamment son article 64, et l'article L. 5216-5 du CGCT", "LOI/2015-991/64 CGCT/L5216-5");
	REFS("Vu le code de la commande publique, notamment l'article L. 3211-1, et l'article L. 2121-29 du CGCT", "CCP/L3211-1 CGCT/L2121-29");
	REFS("Vu le CGCT, notamment son article L. 2121-29, ainsi que l'article L. 153-36 du code de l'urbanisme", "CGCT/L2121-29 CU/L153-36");
	/* of which of the two is not said */
	REFS("Vu le code de l'urbanisme, l'article L. 153-36 et l'article L. 123-1 du code de l'environnement", "?/L153-36 CENV/L123-1");
	REFS("Vu le code de l'urbanisme et notamment ses articles L. 153-36 et R. 123-1 du code de l'environnement", "?/L153-36 ?/R123-1");
	REFS("Vu le code de la voirie routière et notamment ses articles R. 141-4 à R. 141-10 du CGCT et notamment son article L. 2241-1", "?/R141-4..R141-10 CGCT/L2241-1");
	/* of one text */
	REFS("l'article L. 2121-29 et l'article L. 2122-22 du CGCT", "CGCT/L2121-29 CGCT/L2122-22");
	REFS("Vu le CGCT et notamment ses articles L. 2121-29 et L. 2122-21 du même code", "CGCT/L2121-29 CGCT/L2122-21");
	REFS("Vu la loi n° 2015-991 modifiant notamment l'article 5 et l'article 6 de la loi n° 82-213", "LOI/2015-991 LOI/82-213/5 LOI/82-213/6");
	REFS("Vu le CGCT, pris en application de l'article 5 et de l'article 6 de la loi n° 82-213", "LOI/82-213/5 LOI/82-213/6");
	REFS("Vu le CGCT, notamment l'article L. 153-36 du code de l'urbanisme", "CU/L153-36");
}

TEST(test_references__same_code_behind_one_not_known)
{
	REFS("Vu le CGCT ; le code du cimetière, notamment l'article L. 2211-1 du même code", "?/L2211-1");
	REFS("Vu le CGCT ; selon le code de\n| voisin | l'urbanisme et l'article L. 213-3 de ce même code", "?/L213-3");
	REFS("Vu le CGCT ; selon le code l'urbanisation ; l'article L. 213-3 dudit code", "?/L213-3");
	REFS("Vu le CGCT ; le code du cimetière ; le CGCT ; l'article L. 2121-29 du même code", "CGCT/L2121-29");
	REFS("Vu le CGCT ; le code du cimetière ; l'article L. 2121-29 du code précité", "?/L2121-29");
	REFS("Vu le CGCT ; le code NAF de l'entreprise ; l'article L. 2121-29 du même code", "CGCT/L2121-29");
	REFS("Vu le code de la défense ; l'article L. 2211-1 du même code", "CDEF/L2211-1");
	REFS("Vu le code de l'entrée et du séjour des étrangers et du droit d'asile (CESEDA) ; l'article L. 313-1 du CESEDA", "CESEDA/L313-1");
	REFS("l'article L. 45-9 du code des postes et des communications électroniques", "CPCE/L45-9");
	REFS("l'article 514 du code de procédure civile et l'article L. 111-1 du code minier", "CPC/514 CMIN/L111-1");
	REFS("l'article 706-3 du code de procédure pénale", "CPP/706-3");
}

TEST(test_references__no_such_article_in_that_code)
{
	REFS("Vu le CGCT, notamment les articles L. 2121-29, R. 153-20 du code de l'urbanisme", "?/L2121-29 CU/R153-20");
	REFS("Vu le CGCT, modifié en 2030, et l'article L. 213-3", "?/L213-3");
	REFS("Vu le CGCT ; l'article L. 213-3 du même code", "?/L213-3");
	NONE("l'article R 22 du CGCT");
	REFS("l'article L 2121 \xC5\x94 22 du CGCT", "CGCT/L2121-22");
	/* slips of the text: the code stands beside */
	REFS("l'article L. 212-22 du CGCT", "CGCT/L212-22");
	REFS("Vu le CGCT, notamment ses articles L. 212-22 et L. 2122-23", "CGCT/L212-22 CGCT/L2122-23");
	REFS("les anciens articles L. 33 et L. 35-4 du code de la santé publique", "CSP/L33 CSP/L35-4");
	REFS("l'article L. 11-1-1 du code de l'expropriation", "CEXPR/L11-1-1");
	REFS("l'article L. 52-1 du code électoral", "CELEC/L52-1");
}

TEST(test_references__deliberations_in_brackets)
{
	REFS("la délibération (2022-11-02) du 16 novembre 2022", "DELIB/?/2022-11-16/2022-11-02");
	REFS("la délibération (n° 2022-11) du 16 novembre 2022", "DELIB/?/2022-11-16/2022-11");
	REFS("délibération du 16 octobre 2024 (DE2024-112) et délibération du conseil municipal du 16 mai 2024 (n° 7)", "DELIB/?/2024-10-16/DE2024-112 DELIB/conseil_municipal/2024-05-16/7");
	REFS("délibération du 16 octobre 2024 (2024-2030), du 16 mai", "DELIB/?/2024-10-16");
	REFS("délibération du 16 octobre 2024 (12/05/2024)", "DELIB/?/2024-10-16");
	REFS("délibération du 16 octobre 2024 (Objet 2024-12)", "DELIB/?/2024-10-16");
	REFS("Vu les délibérations DEL-2021-045, DEL_2021_046", "DELIB/?/?/DEL-2021-045 DELIB/?/?/DEL_2021_046");
	REFS("la délibération D-2021-045 ; la délibération N 2021-45", "DELIB/?/?/D-2021-045 DELIB/?/?/2021-45");
	REFS("par délibération du Conseil le 29 mai 2021", "DELIB/?/2021-05-29");
	REFS("la délibération de notre conseil en date du 29 mai 2021", "DELIB/?/2021-05-29");
	REFS("la délibération du Conseil Municipal du 29 mai 2021", "DELIB/conseil_municipal/2021-05-29");
	REFS("la délibération en conseil communautaire du 11 juillet 2018", "DELIB/conseil_communautaire/2018-07-11");
	REFS("la délibération de sa commission permanente du 27 juin 2011", "DELIB/commission_permanente/2011-06-27");
	REFS("la délibération du comité syndical du TE61 en date du 30 juin 2015", "DELIB/comite_syndical/2015-06-30");
	REFS("la délibération-cadre du 3 mai 2021, la délibération cadre n° 4 du 4 mai 2021", "DELIB/?/2021-05-03 DELIB/?/2021-05-04/4");
	REFS("les délibérations du 9 avril et du 19 novembre 2018", "DELIB/?/2018-04-09 DELIB/?/2018-11-19");
	REFS("les délibérations du 9 avril 2017 et du 19 novembre 2018", "DELIB/?/2017-04-09 DELIB/?/2018-11-19");
	NONE("la délibération du conseil du 12 avril dernier");
	NONE("la présente délibération (2024-2030) du conseil");
	NONE("cette délibération de 2024 (voir DEL)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_references__last_part_of_an_article_alone),
		cmocka_unit_test(test_references__code_behind_a_letter_or_without_du),
		cmocka_unit_test(test_references__acts_by_the_name_they_go_by),
		cmocka_unit_test(test_references__deliberations_told_before_their_date),
		cmocka_unit_test(test_references__gold_articles),
		cmocka_unit_test(test_references__gold_acts),
		cmocka_unit_test(test_references__a_prefix_passes_in_a_code_only),
		cmocka_unit_test(test_references__a_dash_behind_the_letter),
		cmocka_unit_test(test_references__one_law_by_two_names),
		cmocka_unit_test(test_references__a_deliberation_of_an_assembly),
		cmocka_unit_test(test_references__gold_none),
		cmocka_unit_test(test_references__shapes_of_an_article),
		cmocka_unit_test(test_references__a_part_in_one_letter),
		cmocka_unit_test(test_references__lists_and_ranges),
		cmocka_unit_test(test_references__open_range_says_so),
		cmocka_unit_test(test_references__binding_to_the_right_wins),
		cmocka_unit_test(test_references__scope_of_a_visa),
		cmocka_unit_test(test_references__unbound),
		cmocka_unit_test(test_references__own_numbers_are_no_articles),
		cmocka_unit_test(test_references__codes),
		cmocka_unit_test(test_references__acts),
		cmocka_unit_test(test_references__articles_of_an_act_named_before),
		cmocka_unit_test(test_references__texts_that_are_none_of_ours),
		cmocka_unit_test(test_references__letter_left_out),
		cmocka_unit_test(test_references__a_letter_before_a_latin_rank),
		cmocka_unit_test(test_references__broken_numbers),
		cmocka_unit_test(test_references__deliberations),
		cmocka_unit_test(test_references__no_deliberations),
		cmocka_unit_test(test_references__spans),
		cmocka_unit_test(test_references__range_of_tokens_is_kept),
		cmocka_unit_test(test_references__limits),
		cmocka_unit_test(test_references__digits_of_a_scanner),
		cmocka_unit_test(test_references__deliberations_in_brackets),
		cmocka_unit_test(test_references__articles_of_two_texts),
		cmocka_unit_test(test_references__same_code_behind_one_not_known),
		cmocka_unit_test(test_references__no_such_article_in_that_code),
	};
	return RUN(tests);
}
