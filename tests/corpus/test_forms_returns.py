#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Minutes of three délibérations: who leaves before the second and is back before the third leaves the presence of the second unsure, and of the third read. Whatever else is told of a return changes nothing."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import flat
from test_forms_moves import CHAIR, HEAD, presence

THREE = HEAD % (CHAIR, "%s") + "\n%s\n\nDélibération n° 2024-13\nObjet : Vente du four\nPour : 5 / Contre : 0 / Abstention : 0. Adopté à l'unanimité.\n"
TWO = HEAD.replace("Objet : Tarifs du lavoir\n", "Objet : Tarifs du lavoir\n%s\n") % (CHAIR, "%s", "%s")
BACK = [
    ("M. Luc VIAL quitte la séance.", "M. Luc VIAL regagne la séance."), ("M. Luc VIAL quitte la séance à 20 h 40.", "Retour de M. Luc VIAL à 21 h."), ("Monsieur le Maire quitte la salle.", "Retour de Monsieur le Maire."),
    ("M. le Maire sort.", "M. le Maire revient."), ("M. Paul ARBEL quitte la salle.", "Retour du maire."), ("M. Luc VIAL sort de la salle.", "M. VIAL rejoint ses collègues."), ("À 20 h 40, M. Luc VIAL quitte la séance.", "À 21 h, M. Luc VIAL rejoint la séance."),
    ("M. Luc VIAL et Mme Zoé ROUX quittent la séance.", "M. Luc VIAL et Mme Zoé ROUX reprennent leur place."), ("M. Luc VIAL et Mme Zoé ROUX quittent la séance.", "M. Luc VIAL regagne la salle. Mme Zoé ROUX regagne la salle."),
    ("Mme Zoé ROUX quitte la salle. M. Luc VIAL quitte la salle.", "M. Luc VIAL et Mme Zoé ROUX regagnent la salle."),
]
NOT_BACK = [
    ("M. Luc VIAL et Mme Zoé ROUX quittent la séance.", "M. Luc VIAL regagne la séance."), ("M. Luc VIAL quitte la séance.", "Mme Zoé ROUX regagne la séance."), ("M. Luc VIAL quitte la séance et donne pouvoir à Mme ROUX.", "M. Luc VIAL regagne la séance."),
    ("M. Luc VIAL et le public quittent la séance.", "M. Luc VIAL regagne la séance."), ("Deux élus quittent la séance.", "M. Luc VIAL regagne la séance."), ("M. Luc VIAL quitte la séance. Mme ROUX est excusée pour la suite.", "M. Luc VIAL regagne la séance."),
    ("M. Luc VIAL quitte la séance, suivi de Mme ROUX.", "M. Luc VIAL regagne la séance."), ("M. Luc VIAL quitte la séance.", "M. Luc VIAL regagne la séance avec Mme GRISOL."), ("M. Luc VIAL quitte la séance.", "M. Luc VIAL ne revient pas."),
    ("M. Luc VIAL quitte la séance.", "M. Luc VIAL revient sur le prix du bois."), ("M. Luc VIAL quitte la séance.", "M. Luc VIAL regagne la séance après le vote de la délibération n° 2024-13."), ("M. Luc VIAL quitte la séance.", "Le retour de M. Luc VIAL est attendu."),
    ("Le nombre de présents passe à 4.", "M. Luc VIAL regagne la séance."), ("M. Jean MOREL arrive.", "M. Jean MOREL regagne la séance."), ("Madame la Maire quitte la salle.", "Retour de Madame la Maire."),
]
# Who took no part in the first vote comes back before the second: whoever comes is there.
WITHDRAWN = [
    ("M. Luc VIAL, président du club, quitte la salle et ne prend pas part au vote.", "M. Luc VIAL regagne la salle.", "lu"), ("Monsieur le Maire se retire au moment du vote.", "Retour de Monsieur le Maire.", "lu"),
    ("Monsieur le Maire se retire au moment du vote.", "Monsieur le Maire reprend sa place.", "lu"), ("M. Luc VIAL, président du club, quitte la salle et ne prend pas part au vote.", "Mme Zoé ROUX regagne la salle.", "ambigu"),
    ("M. Luc VIAL, président du club, quitte la salle et ne prend pas part au vote.", "M. Luc VIAL et Mme Anne GRISOL regagnent la salle.", "ambigu"),
]


class Returns(unittest.TestCase):
    maxDiff = None

    def check(self, pairs, wanted):
        for shape in (str, flat):
            read = presence([shape(THREE % pair) for pair in pairs])
            self.assertEqual([(shape.__name__, pair, r) for pair, r in zip(pairs, read) if r != wanted], [])

    def test_back__the_list_is_whole_again(self):
        self.check(BACK, ["lu", "ambigu", "lu"])

    def test_not_all_back__or_not_surely(self):
        self.check(NOT_BACK, ["lu", "ambigu", "ambigu"])

    def test_back__who_took_no_part_in_the_vote_before(self):
        for shape in (str, flat):
            read = presence([shape(TWO % pair[:2]) for pair in WITHDRAWN])
            self.assertEqual(read, [["lu", wanted] for _, _, wanted in WITHDRAWN])


if __name__ == "__main__":
    unittest.main()
