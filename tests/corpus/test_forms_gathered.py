#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Lists, proxies and presences as somebody wrote them who had not seen the program: labels and layouts of all sorts, and what only looks like these. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
PRESENTS = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\n"
AWAY = "Jean MOREL; Ida LORME"

HEAD = "DÉLIBÉRATION N° 24/104\nSÉANCE DU 30 JUIN 2024\nÉTAIENT PRÉSENTS : Mmes et MM.\nPaul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nÉTAIENT ABSENTS : Mmes et MM.\nJean MOREL, Ida LORME\n"
BODIES = [(HEAD + body + "\n", l(FOUR, AWAY)) for body in (
    "L'ASSEMBLÉE DE CORSE", "L'ASSEMBLEE DE GUYANE,", "L'ASSEMBLÉE DÉPARTEMENTALE", "L'ASSEMBLÉE,", "L'ASSEMBLÉE", "LA COMMISSION PERMANENTE", "LE COMITÉ SYNDICAL", "LE BUREAU",
    "LE BUREAU SYNDICAL,", "LE CONSEIL EXÉCUTIF", "L'ORGANE DÉLIBÉRANT", "L'Assemblée de Corse")] + [
    # … and a name with such an article
    (HEAD.replace("Ida LORME", "Ida LE BUFFE"), l(FOUR, "Jean MOREL; Ida LE BUFFE")),
    (HEAD.replace("Ida LORME", "Ida L'HERMITE"), l(FOUR, "Jean MOREL; Ida L'HERMITE")),
]

Bodies = battery(BODIES, lambda form: form + "VU le code général des collectivités territoriales,\nAPRÈS EN AVOIR DÉLIBÉRÉ, à l'unanimité,\nARTICLE PREMIER : APPROUVE le plan.\n")

if __name__ == "__main__":
    unittest.main()
