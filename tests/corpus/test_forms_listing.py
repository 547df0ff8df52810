#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The list of the deliberations that is put up within a week (CGCT L. 2121-25): a row for each, its number, its title and what became of it, and no names.

Each row is an acte; its title ends before its result; the result is a vote of its own row, or none is told.
"""
import json, pathlib, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT

HEAD = ("COMMUNE DE VALBRUNE-SUR-ORNE\n\nLISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL\nSéance du 12 mars 2031\n"
        "(article L. 2121-25 du code général des collectivités territoriales)\n\n")
FOOT = "\nAffichée et mise en ligne le 15 mars 2031\nLe Maire, Odette VIGNERAND\n"
TITLES = ["Approbation du procès-verbal du 4 février 2031", "Tarifs de la cantine", "Convention avec le syndicat des eaux", "Création d'un poste d'adjoint technique",
          "Motion sur la fermeture d'une classe"]
# What is written of each row, and the vote that must be read of it: the result, pour, contre.
BY_WORDS = [("Approuvée à l'unanimité", ("unanimite", None, None)), ("Adoptée : 14 pour, 3 contre", ("adopte", 14, 3)), ("Adoptée à l'unanimité", ("unanimite", None, None)), ("Ajournée", None),
            ("Rejetée : 5 pour, 12 contre", ("rejet", 5, 12))]
BY_COUNTS = [("Unanimité", ("unanimite", None, None)), ("Adoptée par 14 voix pour et 3 voix contre", ("adopte", 14, 3)), ("Unanimité", ("unanimite", None, None)), ("Retirée", None),
             ("Rejetée par 5 voix pour et 12 voix contre", ("rejet", 5, 12))]
BY_BRACKETS = [("Approuvée à l'unanimité", ("unanimite", None, None)), ("Approuvée (17 pour)", ("adopte", 17, None)), ("Rejetée (5 pour, 12 contre)", ("rejet", 5, 12)), ("Ajournée", None),
               ("Adoptée (14 voix pour, 3 voix contre)", ("adopte", 14, 3))]


def rows(results, row, titles=TITLES):
    return "".join(row(f"2031-{12 + k:03}", title, said) + "\n" for k, (title, (said, _)) in enumerate(zip(titles, results)))


def column(number, title, said):
    return f"{number}    {title:56}{said}"


def dashes(number, title, said):
    return f"{number} - {title} - {said}"


def announced(number, title, said):
    return f"Délibération n° {number} – {title} – {said}"


def read(text):
    with tempfile.TemporaryDirectory() as tmp:
        file = pathlib.Path(tmp) / "liste.txt"
        file.write_text(text, encoding="utf-8")
        out = subprocess.run([PROGRAM, "lire", "--json", str(file)], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return json.loads(out.stdout)["actes"]


def value(field):
    return field["valeur"] if field["statut"] == "lu" else None


class Listing(unittest.TestCase):
    def check_rows(self, results, row, head="N°          Objet                                                   Décision\n", titles=TITLES):
        actes = read(HEAD + head + rows(results, row, titles) + FOOT)
        self.assertEqual([value(a["numero"]) for a in actes], [f"2031-{12 + k:03}" for k in range(5)])
        self.assertEqual([value(a["objet"]) for a in actes], titles)
        for acte, (said, vote) in zip(actes, results):
            with self.subTest(said=said):
                self.assertEqual(len(acte["votes"]), vote is not None)
                if vote is not None:
                    self.assertEqual(tuple(value(acte["votes"][0][f]) for f in ("formule", "pour", "contre")), vote)

    def test_a_table_of_results(self):
        self.check_rows(BY_WORDS, column)

    def test_a_table_of_counts(self):
        self.check_rows(BY_COUNTS, column)

    def test_a_table_of_counts_in_brackets(self):
        self.check_rows(BY_BRACKETS, column)
        self.check_rows(BY_BRACKETS, column, titles=["Tarifs du lavoir", "Compte de gestion 2030 - budget du four", "Compte de gestion 2030 - budget du lavoir", "Bail du four", "Prêt du pressoir (salle basse)"])

    def test_rows_of_which_the_first_ones_tell_no_outcome(self):
        actes = read(HEAD + rows([("Débat", None), ("Exposé", None)] + BY_BRACKETS[:3], column) + FOOT)
        self.assertEqual([value(a["numero"]) for a in actes][1:], [])

    def test_rows_with_dashes(self):
        self.check_rows(BY_WORDS, dashes, "")
        self.check_rows(BY_COUNTS, dashes, "")
        self.check_rows(BY_BRACKETS, dashes, "")

    def test_rows_that_name_the_deliberation(self):
        self.check_rows(BY_WORDS, announced, "")
        self.check_rows(BY_COUNTS, announced, "")
        self.check_rows(BY_BRACKETS, announced, "")

    def test_rows_by_points(self):
        actes = read(HEAD + "".join(f"{k + 1}. {title} : {said[0].lower()}{said[1:]}\n" for k, (title, (said, _)) in enumerate(zip(TITLES, BY_COUNTS[1:2] * 4 + BY_COUNTS[4:]))) + FOOT)
        self.assertEqual([value(a["objet"]) for a in actes], TITLES)
        self.assertEqual([tuple(value(a["votes"][0][f]) for f in ("formule", "pour", "contre")) for a in actes], [("adopte", 14, 3)] * 4 + [("rejet", 5, 12)])

    def test_without_line_ends_nothing_is_read_otherwise(self):
        for results in BY_WORDS, BY_COUNTS, BY_BRACKETS:
            for row in column, dashes, announced:
                actes = read(" ".join((HEAD + rows(results, row) + FOOT).split()))
                for acte in actes:
                    self.assertIn(value(acte["objet"]), TITLES + [None])
                    for vote in acte["votes"]:
                        self.assertIn((value(vote["pour"]), value(vote["contre"])), [(14, 3), (5, 12), (17, None), (None, None)])

    def test_rows_of_words_only(self):
        for text, votes in (("".join(f"Délibération n° 2031-03-12/{k + 1:02} examinée le 12 mars 2031 — {t} — approuvée\n" for k, t in enumerate(TITLES)), ["adopte"] * 5),
                            (HEAD + "".join(f"Délibération n° 2031-{k + 1:02} - {t} {said}\n" for k, (t, said) in enumerate(zip(TITLES, ["APPROUVÉE", "APPROUVÉE", "REJETÉE", "AJOURNÉE", "APPROUVÉE"]))),
                             ["adopte", "adopte", "rejet", None, "adopte"])):
            for whole in (text, " ".join(text.split())):
                actes = read(whole)
                self.assertEqual([value(a["objet"]) for a in actes], TITLES)
                # The last row of a text without line ends is followed by nothing that ends it.
                self.assertEqual([value(a["votes"][0]["formule"]) if a["votes"] else None for a in actes][:4], votes[:4])

    def test_the_row_behind_a_thing_that_bears_numbers_and_behind_a_quotation(self):
        titles = ["Demande de permis", "Adhésion au label « Ville douce »", "Adhésion au label \"Ville vive\"", "Avenant au marché", "Bail du four"]
        text = HEAD + "".join(f"Délibération n° {12 + k}/2031 : {t}\n" for k, t in enumerate(titles))
        for whole in (text, " ".join(text.split())):
            self.assertEqual([value(a["numero"]) for a in read(whole)], [f"{12 + k}/2031" for k in range(5)])

    def test_a_list_alarms_a_majority_against(self):
        with tempfile.TemporaryDirectory() as tmp:
            file = pathlib.Path(tmp) / "liste.txt"
            file.write_text(HEAD + "2031-012 - Bail du four - Adoptée : 5 pour, 12 contre\n2031-013 - Élection d'un adjoint - Adoptée : 12 pour, 5 contre\n2031-014 - Vente du pré - Adoptée à l'unanimité\n")
            out = subprocess.run([PROGRAM, "verifier", "--json", str(file)], cwd=ROOT, stdout=subprocess.PIPE)
        self.assertEqual([(r["rule"]["id"], r["act"]["number"]) for r in map(json.loads, out.stdout.decode().splitlines()) if r.get("verdict") == "anomalie"], [("majorite", "2031-012")])

    def test_a_row_of_two_lines_has_no_sure_title(self):
        actes = read(HEAD + "2031-012    Tarifs de la cantine et de la garderie pour l'année     Adoptée : 14 pour,\n            scolaire 2031-2032                                      3 contre\n"
                     "2031-013    Convention avec le syndicat des eaux pour l'entretien   Adoptée à\n            des réseaux                                             l'unanimité\n"
                     "2031-014    Création d'un poste                                     Ajournée\n")
        self.assertEqual([value(a["objet"]) for a in actes], [None, None, "Création d'un poste"])
        self.assertEqual([value(a["votes"][0]["formule"]) for a in actes[:2]], ["adopte", "unanimite"])

    def test_a_word_of_the_title_is_no_result(self):
        for title in "Charte du pays - Approuvée par le département", "Convention : adoptée au printemps, modifiée", "Rapport - Adopter un nouveau règlement":
            with self.subTest(title=title):
                actes = read(HEAD + f"Délibération n° 2031-012 – {title} – Adoptée à l'unanimité\nDélibération n° 2031-013 – Bail du four – Adoptée à l'unanimité\n" + FOOT)
                self.assertEqual(value(actes[0]["objet"]), title)

    def test_an_agenda_of_the_same_make_is_no_list_of_votes(self):
        actes = read(HEAD.replace("LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE", "ORDRE DU JOUR DU") + "".join(f"2031-{12 + k:03}    {t}\n" for k, t in enumerate(TITLES)))
        self.assertEqual(len(actes), 1)
        self.assertEqual(actes[0]["votes"], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
