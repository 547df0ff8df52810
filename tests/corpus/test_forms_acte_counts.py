#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Minutes of three délibérations that state the présents or the votants anew for one of them: other numbers than those of the lists leave the presence unsure from there on."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import flat
from test_forms_moves import presence

LISTS = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, M. Hugo TERNAY\nAbsents : Mme Anne GRISOL (pouvoir à M. VIAL), M. Jean MOREL\n"
SHEET = "Nombre de présents : 5\nÉtaient présents : voir la feuille d'émargement annexée\n"
HEAD = ("COMMUNE DE VALBRISE\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 12 MARS 2024\nConvocation du 5 mars 2024. En exercice : 7.\n%s\n"
        "Délibération n° 2024-11\nObjet : Tarifs du lavoir\n%sPour : 6 / Contre : 0 / Abstention : 0. Adopté à l'unanimité.\n\n%s"
        "Délibération n° 2024-12\nObjet : Achat d'un pré\n%s%s. Adopté.\n\n"
        "Délibération n° 2024-13\nObjet : Vente d'un banc\n%sPour : 6 / Contre : 0 / Abstention : 0. Adopté à l'unanimité.\n")
ALL = "Pour : 6 / Contre : 0 / Abstention : 0"


def minutes(first="", between="", second="", third="", lists=LISTS, tally=ALL):
    return HEAD % (lists, first, between, second, tally, third)


CASES = [
    (dict(), ["lu", "lu", "lu"]),
    (dict(first="Présents : 5 - Votants : 6\n", second="Présents : 6 - Votants : 7\n", third="Présents : 5 - Votants : 6\n"), ["lu", "ambigu", "lu"]),
    (dict(second="Présents : 4 - Votants : 5\n"), ["lu", "ambigu", "ambigu"]),
    (dict(between="Présents : 6 - Votants : 7\n\n"), ["lu", "ambigu", "ambigu"]),
    (dict(between="Nombre de présents : 6 (Mme GRISOL)\n\n"), ["lu", "ambigu", "ambigu"]),
    (dict(second="Votants : 7\n"), ["lu", "ambigu", "ambigu"]),
    (dict(second="6 présents, 7 votants\n"), ["lu", "ambigu", "ambigu"]),
    (dict(first="Présents : 5\n", second="Présents : 5\nVotants : 6\n", third="Votants : 6\n"), ["lu", "lu", "lu"]),
    # some abstain, or take no part: fewer votants, with the same présents
    (dict(second="Votants : 5\n", tally="Pour : 5 / Contre : 0 / Abstention : 1"), ["lu", "lu", "ambigu"]),
    (dict(second="M. Hugo TERNAY ne prend pas part au vote.\nVotants : 5\n", third="Votants : 6\n", tally="Pour : 5 / Contre : 0 / Abstention : 0"), ["lu", "lu", "lu"]),
    (dict(second="Présents : 6 + 1 pouvoir\n"), ["lu", "ambigu", "lu"]),
    # of something else
    (dict(second="La fête réunit 40 présents.\n"), ["lu", "lu", "lu"]),
    (dict(second="Le conseil a voté dès à présent une aide.\n"), ["lu", "lu", "lu"]),
    (dict(lists=SHEET, second="Présents : 4\n"), ["illisible", "ambigu", "ambigu"]),
    (dict(lists=SHEET, second="Présents : 5\n"), ["illisible", "illisible", "illisible"]),
]
# The numbers of all actes stand above them.
TOLD = "2024-11\nEn exercice : 7 Nombre de présents : {}\nNombre de votants : {}\n2024-12 ; 2024-13\nEn exercice : 7 Nombre de présents : {}\nNombre de votants : {}\n"
ABOVE = [
    (dict(lists=LISTS + TOLD.format(5, 6, 6, 7)), ["ambigu"] * 3),
    (dict(lists=TOLD.format(4, 5, 5, 6) + LISTS), ["ambigu"] * 3),
    (dict(lists=LISTS + TOLD.format(5, 6, 5, 6)), ["lu"] * 3),
    (dict(lists=LISTS + "Nombre de présents : 5\nNombre de votants : 6\n"), ["lu"] * 3),
]
CASES += ABOVE


class ActeCounts(unittest.TestCase):
    maxDiff = None

    def check(self, shape):
        read = presence([shape(minutes(**parts)) for parts, _ in CASES])
        self.assertEqual([(p, r) for (p, wanted), r in zip(CASES, read) if r != wanted], [])

    def test_counts_of_an_acte__with_line_ends(self):
        self.check(str)

    def test_counts_of_an_acte__without_line_ends(self):
        self.check(flat)


if __name__ == "__main__":
    unittest.main()
