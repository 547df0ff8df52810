#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What stands around the lists of the head: the line of who chairs, a couple under one name, the number of the acte. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
PRESENTS = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
ABSENTS, BOTH = "Absents : Mme Anne GRISOL, M. Jean MOREL\n", "Anne GRISOL; Jean MOREL"
POUVOIRS, GIVEN = "Pouvoirs : Mme Anne GRISOL à M. Luc VIAL ; M. Jean MOREL à Mme Zoé ROUX\n", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX"
CHAIRS = ["Président : M. Paul ARBEL", "Le Maire : M. Paul ARBEL", "Maire : M. Paul ARBEL, réélu", "La présidente : Mme Léa DORVAL", "Président de la séance : M. Paul ARBEL",
          "Maire, président de la séance : M. Paul ARBEL", "Doyen d'âge : M. Luc VIAL", "Premier adjoint : M. Luc VIAL", "Madame la Maire : Mme Léa DORVAL"]
CHAIR = [(PRESENTS + ABSENTS + line + "\n", l(FOUR, BOTH)) for line in CHAIRS]
CHAIR += [(PRESENTS + POUVOIRS + line + "\n", l(FOUR, BOTH, GIVEN)) for line in CHAIRS]
CHAIR += [(PRESENTS + line + "\n" + ABSENTS, l(FOUR, BOTH)) for line in CHAIRS]
CHAIR += [
    # a chair who stands in no list
    (PRESENTS + ABSENTS + "Président : M. Guy BRUN\n", l(FOUR, BOTH)),
    # another function, whose holder stands in no list: a row, or none
    (PRESENTS + ABSENTS + "Premier adjoint : M. Guy BRUN\n", l(FOUR, "?" + BOTH + "; Guy BRUN")),
    # the whole list is made of such rows
    ("Présents : Maire : M. Paul ARBEL ; Premier adjoint : M. Luc VIAL ; Adjointes : Mme Léa DORVAL, Mme Zoé ROUX\n" + ABSENTS, l(FOUR, BOTH)),
    ("Présents :\nLe Maire : M. Paul ARBEL\nLes adjoints : Mme Léa DORVAL, M. Luc VIAL\nLes conseillers : Mme Zoé ROUX\n" + ABSENTS, l(FOUR, BOTH)),
    # it stands in the list, and the list goes on behind it
    (PRESENTS + "Absents :\nMme Anne GRISOL\nLe Maire : M. Paul ARBEL\nM. Jean MOREL\nM. Guy BRUN\n", l(FOUR, "-")),
    (PRESENTS + "Absents : Mme Anne GRISOL, M. Jean MOREL,\nMaire : M. Paul ARBEL\n", l(FOUR, "?" + BOTH)),
    # his function, and no label
    (PRESENTS + POUVOIRS + "Absents :\nMme Odile PETIT\nAdjointe\nMme Anne GRISOL\nM. Jean MOREL\n", l(FOUR, "Odile PETIT; " + BOTH, GIVEN)),
    (PRESENTS + "Absents : Mme Anne GRISOL, maire : excusée, M. Jean MOREL\n", l(FOUR, "?" + BOTH)),
]
COUPLE = [
    (PRESENTS + "Pouvoirs : M. et Mme Guy BRUN à M. Luc VIAL\n", l(FOUR, "-", "-")),
    (PRESENTS + "Pouvoirs : Mme Anne GRISOL à M. Luc VIAL ; Monsieur et Madame BRUN à Mme Zoé ROUX\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents : Mme et M. Guy BRUN\n", l(FOUR, "-")),
    ("Présents : M. Paul ARBEL, M. et Mme Luc VIAL, Mme Zoé ROUX\n" + ABSENTS, l("-", BOTH)),
    (PRESENTS + "M. et Mme Guy BRUN donnent pouvoir à M. Luc VIAL\n", l("?" + FOUR, "-", "-")),
    # a group under two civilities
    (PRESENTS + "Absents : Mme et M. Anne GRISOL, Jean MOREL\n", l(FOUR, BOTH)),
    ("Présents : Mme et MM. Léa DORVAL, Paul ARBEL, Luc VIAL\n" + ABSENTS, l("Léa DORVAL; Paul ARBEL; Luc VIAL", BOTH)),
    ("Présents : MM. et Mmes Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + ABSENTS, l(FOUR, BOTH)),
]
Heads = battery(CHAIR + COUPLE, lambda form: OPENING["COMMUNE"] + form + REST, in_lines=("a colon lost",))

if __name__ == "__main__":
    unittest.main()
