#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Lists of members as groupings of communes, syndicats, départements and régions write them. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

THREE, FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL", "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
PRESENTS = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL\n"
REPLACED = [ # by a substitute, who sits and is named with him
    (PRESENTS + "Absents remplacés : Jean MOREL par Zoé ROUX\nAbsent : Guy BRUN\n", l(FOUR, "Jean MOREL; Guy BRUN")),
    (PRESENTS + "Absents remplacés : Jean MOREL (Orval) par sa suppléante Zoé ROUX, Guy BRUN par Ida LORME.\nAbsents : Odile PETIT\n",
     l(FOUR + "; Ida LORME", "Jean MOREL; Guy BRUN; Odile PETIT")),
    (PRESENTS + "Titulaires remplacés : M. MOREL Jean par Mme ROUX Zoé ; M. BRUN Guy par Mme LORME Ida\n", l(FOUR + "; Ida LORME", "Jean MOREL; Guy BRUN")),
    (PRESENTS + "Absents suppléés : Jean MOREL par Zoé ROUX\nAbsents ayant donné pouvoir : Anne GRISOL à Luc VIAL\n", l(FOUR, "Jean MOREL; Anne GRISOL", "Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Étaient remplacés : Jean MOREL par Zoé ROUX\n", l(FOUR)),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nAbsents remplacés : Jean MOREL par Zoé ROUX\n", l(FOUR, "Jean MOREL")),
    # who replaces is not told, or not understood
    (PRESENTS + "Absents remplacés : Jean MOREL par courrier du 3 mars, Guy BRUN\n", l("-")),
    (PRESENTS + "Absents remplacés : Jean MOREL, Guy BRUN\n", l("-", "Jean MOREL; Guy BRUN")),
    (PRESENTS + "Absents remplacés : Jean MOREL par Zoé\n", l("-")),
    (PRESENTS + "Absents remplacés par leurs suppléants : Jean MOREL, Guy BRUN\nSuppléants : Zoé ROUX, Ida LORME\n", l("?" + FOUR + "; Ida LORME", "?Jean MOREL; Guy BRUN")),
    # nobody is replaced
    (PRESENTS + "Absents représentés : Jean MOREL par Zoé ROUX\n", l("?" + THREE)),
    (PRESENTS + "Absents : Jean MOREL\nPostes remplacés : Guy BRUN par Ida LORME\n", l("?" + THREE, "?Jean MOREL")),
    (PRESENTS + "Absents : Jean MOREL\nLes deux compteurs étaient remplacés par la société.\n", l(THREE, "Jean MOREL")),
]
Replaced = battery(REPLACED, lambda f: OPENING["EPCI"] + f + REST)

if __name__ == "__main__":
    unittest.main()
