#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What stands between the lists of a head or right behind them: who comes or goes, who is told away, who votes for another, said in no list. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, flat, l, read_all
from test_heads import OPENING, REST

THREE = "M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL"
NAMED = "Paul ARBEL; Léa DORVAL; Luc VIAL"
HERE = "Présents : %s\n" % THREE
AWAY = "Absents : Mme Anne GRISOL, M. Jean MOREL\n"
BOTH = "Anne GRISOL; Jean MOREL"


def acte(presents, absents):
    """The lists, and that nobody knows who was there for the acte."""
    return {**l(presents, absents), "acte.presents": "-" + presents}


# A sentence of a move is of no list, whoever stands before it; it leaves the presence at each acte unsure.
MOVES = [
    (HERE + AWAY + "Arrivée de M. Jean MOREL au point 3\n", acte(NAMED, BOTH)),
    (HERE + AWAY + "Arrivée de M. Jean MOREL à la délibération n° 2024-13\n", acte(NAMED, BOTH)),
    (HERE + AWAY + "Départ de Mme Léa DORVAL au point 3\n", acte(NAMED, BOTH)),
    (HERE + AWAY + "Sortie de Mme Léa DORVAL pour la délibération n° 13\n", acte(NAMED, BOTH)),
    (HERE + AWAY + "Arrivées : M. Jean MOREL au point 2, Mme Anne GRISOL au point 3\n", acte(NAMED, BOTH)),
    (HERE + "Arrivée de M. Guy BRUN au point 2\n" + AWAY, acte(NAMED, BOTH)),
    (HERE + "Absents : Mme Anne GRISOL, M. Jean MOREL - Arrivée de Mme Anne GRISOL à la question n° 2\n", acte(NAMED, BOTH)),
    # whom no list knows
    (HERE + "\nArrivée de M. Guy BRUN à la délibération 2024-13.\n", acte(NAMED, None)),
    (HERE + AWAY + "Arrivée de M. Guy BRUN au point 2\n", acte(NAMED, BOTH)),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL\nAbsents : Anne GRISOL, Jean MOREL\nArrivée de Guy BRUN à 20 h 15\n", acte(NAMED, BOTH)),
    # told again of who is listed, in a sentence
    (HERE + AWAY.rstrip() + ".\nM. MOREL arrive à la délibération 2024-13\n", acte(NAMED, BOTH)),
    (HERE + AWAY.rstrip() + ".\nJean MOREL arrive au point 2\n", acte(NAMED, BOTH)),
    (HERE + AWAY.rstrip() + ".\nM. MOREL arrivera à la délibération n° 2024-13\n", acte(NAMED, BOTH)),
    # … and nobody comes
    (HERE + AWAY + "Arrivée de la fibre à Valbrise : M. Luc VIAL fait le point.\n", {**l(NAMED, "?" + BOTH), "acte.presents": "?" + NAMED}),
]

Moves = battery(MOVES, lambda form: OPENING["COMMUNE"] + form + REST)

if __name__ == "__main__":
    unittest.main()
