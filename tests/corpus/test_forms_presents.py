#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Who is present: lists that a layout or a scanner damaged, and what proves them whole or leaves them unread. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

ABSENT = "Absents : Anne GRISOL, Jean MOREL\n"
BOTH = "Anne GRISOL; Jean MOREL"
SIX = "ARBEL; DORVAL; VIAL; ROUX; LOUVEL; BRUN"
COMMUNE = [
    # a hyphen that a line end left behind: of a word that was cut, when the word stands whole elsewhere
    ("Présents : Mesdames et Messieurs ARBEL, DORVAL, VIAL, ROUX, LOU- VEL, BRUN.\nAbsents : Mme GRISOL (pouvoir à M. LOUVEL)\n", l(SIX, "GRISOL", "?GRISOL > LOUVEL")),
    ("Présents : Mesdames et Messieurs ARBEL, DORVAL, VIAL, ROUX, LOU-\nVEL, BRUN.\nAbsents : Mme GRISOL (pouvoir à M. LOUVEL)\n", l(SIX, "GRISOL", "?GRISOL > LOUVEL")),
    # … of a double name, when that stands elsewhere or both halves are long, else nobody can tell
    ("Présents : Mesdames et Messieurs ARBEL, DORVAL, VIAL, SY- ROUX.\nAbsents : Mme GRISOL (pouvoir à Mme SY-ROUX)\n", l("ARBEL; DORVAL; VIAL; SY-ROUX", "GRISOL")),
    ("Présents : Mme DORVAL- LOUVEL, M. ARBEL, M. VIAL, Mme ROUX.\n" + ABSENT, l("DORVAL-LOUVEL; ARBEL; VIAL; ROUX", BOTH)),
    ("Présents : Mesdames et Messieurs ARBEL, DORVAL, LU- CHE, ROUX.\n" + ABSENT, l("-", BOTH)),
    ("Présents : Mesdames et Messieurs ARBEL, DORVAL, LU-\nCHE, ROUX.\n" + ABSENT, l("-", BOTH)),
    ("Présents : Mesdames et Messieurs ARBEL, DORVAL, KOMO- LI, ROUX.\n" + ABSENT, l("-", BOTH)),
]

Communes = battery(COMMUNE, lambda form: OPENING["COMMUNE"] + form + REST)

if __name__ == "__main__":
    unittest.main()
