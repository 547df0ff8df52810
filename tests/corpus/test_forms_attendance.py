#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Attendance: what stands in a heading, how a proxy is told, what ends a list, and texts that only look like these. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery
from test_heads import OPENING, REST


def l(presents=None, absents=None, pouvoirs=None):
    return {k: v for k, v in (("presents", presents), ("absents", absents), ("pouvoirs", pouvoirs)) if v is not None}


FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
TWO = "Anne GRISOL; Jean MOREL"
BOTH = "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"
NAMES = "Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
PRESENTS = "Présents : " + NAMES
HEADINGS = [
    # of whom, when, where
    ("Membres du conseil municipal présents : " + NAMES + "Membre du conseil municipal excusé : Jean MOREL\n"
     "Membre du conseil municipal ayant donné procuration : Anne GRISOL à Léa DORVAL\n", l(FOUR, TWO, "Anne GRISOL > Léa DORVAL")),
    ("Conseillers en exercice présents : " + NAMES + "Conseillers absents non représentés : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Étaient présents à l'appel de leur nom : " + NAMES + "N'ont pas répondu à l'appel : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Étaient présents à l'ouverture de la séance (19 h) : " + NAMES + "Excusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Étaient présents à 19h30 : " + NAMES + "Excusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Présents dans la salle : Paul ARBEL, Léa DORVAL\nPrésents en visioconférence : Luc VIAL, Zoé ROUX\nAbsent : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Administrateurs présents : M. Paul ARBEL, Mme Léa DORVAL, vice-présidente, M. Luc VIAL, Mme Zoé ROUX, administrateurs\nAdministrateur absent : M. Jean MOREL\n"
     "Administratrice ayant donné pouvoir : Mme Anne GRISOL à Mme Léa DORVAL\n", l(FOUR, TWO, "Anne GRISOL > Léa DORVAL")),
    ("Membres élus présents : M. Paul ARBEL, Mme Léa DORVAL\nMembres nommés présents : M. Luc VIAL, Mme Zoé ROUX\nMembres excusés : Mme Anne GRISOL\n",
     l(FOUR, "Anne GRISOL")),
    (PRESENTS + "Ont donné pouvoir de voter en leur nom, en application de l'article L. 2121-20 du code : Mme Anne GRISOL à Mme Léa DORVAL, M. Jean MOREL à "
     "M. Luc VIAL.\n", l(FOUR, TWO, BOTH)),
    ("Titulaires présents : Paul ARBEL, Léa DORVAL, Luc VIAL\nMembre suppléant présent : Zoé ROUX\nExcusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    # there without a vote
    ("Présents avec voix délibérative : " + NAMES + "Présents avec voix consultative : Guy BRUN, Ida LORME\nExcusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Titulaires présents : " + NAMES + "Suppléants présents sans voix délibérative : Guy BRUN\nExcusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Présents à titre consultatif : Guy BRUN, Ida LORME\nExcusé : Jean MOREL\n", l("-")),
    # sentences
    ("Le vote a lieu à l'unanimité des membres du conseil municipal présents : Paul ARBEL, Luc VIAL.\n", l("-Paul ARBEL; Luc VIAL")),
    ("Les membres du conseil municipal présents sont d'accord, dont Paul ARBEL, Luc VIAL.\n", l("-")),
]
Headings = battery(HEADINGS, lambda form: OPENING["COMMUNE"] + form + REST)

if __name__ == "__main__":
    unittest.main()
