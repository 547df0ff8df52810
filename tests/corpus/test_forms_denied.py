#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What an act says it did not do, and figures that came apart: never the opposite, never the half of a number."""
import json, pathlib, subprocess, sys, tempfile, unittest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[1] / "support")]
from program import PROGRAM, ROOT

ACT = """COMMUNE DE VALBRISE
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du %s 2024
Conseillers en exercice : 27
Présents : %s
Objet : Tarif du pressoir
Le conseil municipal, après en avoir délibéré, %s
"""
REFUSALS = ["par 4 voix pour et 10 voix contre, n'approuve pas le tarif.", "par 4 voix pour, 10 voix contre, N'ADOPTE PAS la délibération.", "par 4 voix pour, 10 voix contre, désapprouve le tarif.",
            "par 4 voix pour, 10 voix contre, écarte le projet.", "par 4 voix pour, 10 voix contre, ne donne pas son accord.", "par 4 voix pour, 10 voix contre, n'autorise pas la dépense."]
REFUSED_ALONE = [("n'approuve pas le tarif.", "rejet"), ("n'adopte pas le projet de tarif.", "rejet"), ("rejette le tarif.", "rejet"), ("à l'unanimité, n'approuve pas le tarif.", "rejet"),
                 ("n'autorise pas le maire à signer la convention.", None), ("ne donne donc pas son accord.", None), ("refuse la demande du pressoir voisin.", None), ("ne souhaite pas\nvendre le pressoir.", None)]
REFUSED_BY_MOST = ["refuse, par 10 voix pour et 4 contre, la demande et charge le maire de l'exécution.", "par 10 voix pour et 4 contre, ne donne pas son accord.", "par 4 voix pour et 10 contre, modifie le tarif."]
WHO_REJECTS = [ # the voices for are perhaps for the rejection; said of the act, they are not
    ("par 10 voix pour et 4 contre, rejette la demande.", None), ("par 10 voix pour et 4 contre, repousse le projet d'antenne.", None), ("n'approuve pas, par 10 voix pour et 4 contre, la vente.", None),
    ("par 10 voix pour et 4 contre, se prononce. La délibération est rejetée.", "rejet")]
MORE_AGAINST = ["par 4 voix pour et 10 contre, décide de rester seule.", "par 4 voix pour et 10 contre, décide de conserver le pressoir.", "par 4 voix pour et 10 contre, approuve la réponse négative du maire."]
TWO_DECISIONS = ["Après avoir admis l'urgence par 8 voix pour et 2 voix contre, le conseil municipal adopte le devis à l'unanimité.",
                 "L'amendement ayant été retenu par 8 voix pour et 2 voix contre, le conseil municipal adopte le règlement à l'unanimité.",
                 "Le conseil municipal, par 8 voix pour et 2 voix contre, approuve le tarif et, à l'unanimité, le règlement.",
                 "Le conseil municipal approuve à l'unanimité le règlement et, par 8 voix pour et 2 voix contre, le tarif.",
                 "Le conseil municipal décide par 8 voix pour et 2 voix contre de voter à main levée et élit M. PETIT à l'unanimité.", "Vote : unanimité (2 voix contre en 2023)"]
ONE_DECISION = ["Le conseil municipal, par 8 voix pour et 2 voix contre, adopte à l'unanimité le tarif et le règlement.", "Par 8 voix pour et 2 voix contre, le conseil municipal adopte le tarif à l'unanimité."]
DECIDED = [("émet un avis défavorable au projet d'éoliennes.", "adopte"), ("s'oppose au transfert de la compétence.", "adopte"), ("DÉCIDE de ne pas exercer son droit de préemption.", "adopte"),
           ("par 10 voix pour et 4 contre, modifie le tarif.", "adopte"), ("ne rejette pas la demande, et l'approuve à l'unanimité.", "unanimite")]
TOLD_IN_LINES = [("M. ARBEL propose la vente du pré.\nVote : 2 pour, 12 contre\n– rejetée.", ["rejet"]), ("M. ARBEL dépose un amendement.\nPour : 2 Contre : 12\nL'amendement est rejeté.", ["rejet"]),
                 ("M. ARBEL dépose un vœu.\nPour : 12 Contre : 2\nLe vœu est adopté.", ["adopte"]), ("Le conseil municipal, par 4 voix pour et 10 contre, n'adopte pas le projet de tarif.", ["rejet"])]
DENIED = ["faute d'unanimité, par 9 voix pour, 4 contre et 1 abstention, ADOPTE le tarif.", "l'unanimité n'étant pas acquise, par 9 voix pour, 4 contre et 1 abstention, ADOPTE le tarif.",
          "sans unanimité, par 9 voix pour, 4 contre et 1 abstention, ADOPTE le tarif.", "ADOPTE à la quasi-unanimité (13 voix pour, 1 contre, 0 abstention) le tarif.",
          "à l'unanimité ou pas, adopte le tarif.", "décide, à l'unanimité ou non des membres présents, d'adopter le tarif."]


def read(*acts):
    with tempfile.TemporaryDirectory() as tmp:
        files = [pathlib.Path(tmp) / f"{k:03}.txt" for k in range(len(acts))]
        for file, act in zip(files, acts):
            file.write_text(act, encoding="utf-8")
        out = subprocess.run([PROGRAM, "lire", "--json", *map(str, files)], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.decode().splitlines()]


def formulas(reading):
    return [v["formule"].get("valeur") for a in reading["actes"] for v in a["votes"]]


class Denied(unittest.TestCase):
    def test_a_refusal_is_no_adoption(self):
        for words, got in zip(REFUSALS, read(*(ACT % ("12 mars", "14", w) for w in REFUSALS))):
            self.assertNotIn("adopte", formulas(got), words)
        (plain,) = read(ACT % ("12 mars", "14", "par 4 voix pour et 10 voix contre, approuve le tarif."))
        self.assertEqual(formulas(plain), ["adopte"])

    def test_a_refusal_without_a_tally(self):
        cases = REFUSED_ALONE + DECIDED + [(words, None) for words in REFUSED_BY_MOST]
        acts = [ACT % ("12 mars", "14", words) for words, _ in cases]
        for end in (str, lambda act: act.replace("\n", " ")):
            for (words, wanted), got in zip(cases, read(*map(end, acts))):
                self.assertEqual(formulas(got), [wanted], words)

    def test_who_rejects_by_a_majority_for(self):
        for end in (str, lambda act: act.replace("\n", " ")):
            for (words, wanted), got in zip(WHO_REJECTS, read(*(end(ACT % ("12 mars", "14", words)) for words, _ in WHO_REJECTS))):
                self.assertEqual(formulas(got), [wanted], words)

    def test_a_majority_against_may_have_decided_the_contrary(self):
        for words, got in zip(MORE_AGAINST, read(*(ACT % ("12 mars", "14", words) for words in MORE_AGAINST))):
            self.assertEqual(formulas(got), [None], words)

    def test_two_decisions_of_one_sentence(self):
        for words in TWO_DECISIONS:
            for end in (str, lambda act: act.replace("\n", " ")):
                (got,) = read(end((ACT % ("12 mars", "14", "")).replace("Le conseil municipal, après en avoir délibéré, ", words)))
                self.assertNotIn((2, "unanimite"), [(v["contre"].get("valeur"), v["formule"].get("valeur")) for a in got["actes"] for v in a["votes"]], words)
        for words in ONE_DECISION:
            (got,) = read((ACT % ("12 mars", "14", "")).replace("Le conseil municipal, après en avoir délibéré, ", words))
            self.assertEqual(formulas(got), ["unanimite"], words)

    def test_the_result_below_an_amendment_is_not_of_it(self):
        (got,) = read((ACT % ("12 mars", "14", "")).replace("Le conseil municipal, après en avoir délibéré, ", "Vote sur l'amendement : 4 pour, 10 contre\nAdopté à l'unanimité pour le reste."))
        self.assertNotIn((10, "unanimite"), [(v["contre"].get("valeur"), v["formule"].get("valeur")) for a in got["actes"] for v in a["votes"]])

    def test_the_sentence_of_a_result_begins_behind_the_head(self):
        heads = ("", "Secrétaire de séance : Mme Léa DORVAL\n", "Quorum : 14\nAbsents : M. Luc VIAL\n")
        words = "rejette le tarif.", "à l'unanimité, adopte le tarif.", "n'autorise pas le maire à signer.", "par 12 voix pour et 2 contre, adopte le tarif."
        for head in heads:
            acts = [(ACT % ("12 mars", "14", w)).replace("Objet :", head + "Objet :") for w in words]
            for end in (str, lambda act: act.replace("\n", " ")):
                for w, got in zip(words, read(*map(end, acts))):
                    said = got["actes"][0]["votes"][0]["formule_texte"]["valeur"]
                    self.assertTrue(("Le conseil municipal, après en avoir délibéré, " + w).endswith(said), said)
        (own,) = read(ACT % ("12 mars", "14", "approuve, pour l'objet : pressoir, à l'unanimité, le tarif."))
        self.assertIn("approuve, pour l'objet", own["actes"][0]["votes"][0]["formule_texte"]["valeur"])

    def test_a_refusal_told_in_lines(self):
        head = ACT[:ACT.index("Le conseil municipal,")] % ("12 mars", "14")
        for end in (str, lambda act: act.replace("\n", " ")):
            for (words, wanted), got in zip(TOLD_IN_LINES, read(*(end(head + words) for words, _ in TOLD_IN_LINES))):
                self.assertEqual(formulas(got), wanted, words)

    def test_a_unanimity_denied_is_none(self):
        for words, got in zip(DENIED, read(*(ACT % ("12 mars", "14", w) for w in DENIED))):
            self.assertNotIn("unanimite", formulas(got), words)

    def test_a_figure_that_came_apart(self):
        for day in ("1 3 mai", "lundi 1 3 mai", "1'3 mai", "Z3 mai"):
            (got,) = read(ACT % (day, "14", "adopte le tarif."))
            self.assertNotEqual(got["champs"]["seance.date"]["statut"], "lu", day)
        for present in ("2 0", "2 Z", "2Z", "1q"):
            (got,) = read(ACT % ("12 mars", present, "adopte le tarif."))
            self.assertNotEqual(got["champs"]["presents_annonces"]["statut"], "lu", present)
        (whole,) = read(ACT % ("13 mai", "20", "adopte le tarif."))
        self.assertEqual((whole["champs"]["seance.date"]["valeur"], whole["champs"]["presents_annonces"]["valeur"]), ("2024-05-13", 20))

    def test_an_article_whose_number_came_apart(self):
        visa = "Objet : Tarif du pressoir\nVu le code général des collectivités territoriales, notamment son article %s ;\nVu la délibération du 4 février 2022 ;\nLe conseil"
        act = ACT % ("12 mars", "14", "adopte le tarif.")
        cite = lambda article: act.replace("Objet : Tarif du pressoir\nLe conseil", visa % article)
        for article in ("L. 32I1-2", "L. 321I-2", "L. 3Z11-2", "L. 321 l-2", "L.32ll-2", "L. 3211-Z", "L. l111-8", "R. 2l21-9", "L. 32 11-2"):
            for end in (str, lambda text: text.replace("\n", " ")):
                (got,) = read(end(cite(article)))
                self.assertEqual(got["actes"][0]["visas"]["statut"], "illisible", article)
                self.assertNotIn("CGCT", json.dumps(got["actes"][0]["references"]), article)
        for article, key in (("L. 3211-2", "CGCT/L3211-2"), ("L. 1111-8-1 A du code", "L1111-8-1A"), ("R. 2121-9", "CGCT/R2121-9"), ("L. 2122-22, 4°", "CGCT/L2122-22"), ("L2121-29", "CGCT/L2121-29")):
            (got,) = read(cite(article))
            self.assertEqual(got["actes"][0]["visas"]["statut"], "lu", article)
            self.assertIn(key, json.dumps(got["actes"][0]["references"]), article)


if __name__ == "__main__":
    unittest.main()
