#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Heads as most assemblies write them: what an ordinary text holds that no battery of its own looks for. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

ABSENT = "Absents : Anne GRISOL, Jean MOREL\n"
BOTH = "Anne GRISOL; Jean MOREL"

# "VAN" ends a family name where nothing goes on behind it; before a word of the same case it leads to it.
USUAL = [
    ("Présents : Paul ARBEL, Minh LAO VAN, Luc VIAL et Zoé VAN DER BRUCK\n" + ABSENT, l("Paul ARBEL; Minh LAO VAN; Luc VIAL; Zoé VAN DER BRUCK", BOTH)),
    ("Présents :\nMinh LAO VAN\nLuc VIAL\nPaul ARBEL\n" + ABSENT, l("Minh LAO VAN; Luc VIAL; Paul ARBEL", BOTH)),
    ("Présents : M. Paul ARBEL, Mme LAO VAN, M. Luc VIAL\n" + ABSENT, l("Paul ARBEL; LAO VAN; Luc VIAL", BOTH)),
    ("Présents : ARBEL, LAO VAN, VIAL, ROUX\n" + ABSENT, l("ARBEL; LAO VAN; VIAL; ROUX", BOTH)),
    ("Présents : Paul ARBEL, Luc VIAL, Zoé ROUX\nAbsents : Minh LAO VAN (pouvoir à Luc VIAL), Jean MOREL\n", l("Paul ARBEL; Luc VIAL; Zoé ROUX", "Minh LAO VAN; Jean MOREL", "Minh LAO VAN > Luc VIAL")),
    ("Présents :\nLAO VAN Minh\nVIAL Luc\nVAN DAM Zoé\n" + ABSENT, l("Minh LAO VAN; Luc VIAL; Zoé VAN DAM", BOTH)),
    ("Présents : Paul ARBEL, Zoé MOREL VAN DAM, Luc VIAL\n" + ABSENT, l("Paul ARBEL; Zoé MOREL VAN DAM; Luc VIAL", BOTH)),
]


Usual = battery(USUAL, lambda form: OPENING["COMMUNE"] + form + REST)

if __name__ == "__main__":
    unittest.main()
