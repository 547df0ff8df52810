#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A page that ends inside a list: its number, the title that runs on, the stamp of transmission between two members. See forms.py.

What stands there is passed over behind a comma, when nothing of it can be half a member; else the list is not read.
"""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

SIX = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX; Yves LORME; Odile PETIT"
HALF, REST_OF_IT = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL,\n", "Zoé ROUX, Yves LORME, Odile PETIT\nAbsents : Anne GRISOL\n"
CIVIL, CIVIL_REST = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL,\n", "Mme Zoé ROUX, M. Yves LORME,\nMme Odile PETIT\nAbsente : Mme Anne GRISOL\n"
STAMP = "Envoyé en préfecture le 14/03/2024\nReçu en préfecture le 14/03/2024\nPublié le 15/03/2024\nID : 099-219900010-20240312-D2024_012-DE\n"
BARRED = " | Envoyé en préfecture le 14/03/2024 |\n | Reçu en préfecture le 14/03/2024   |\n | Affiché le           SLO    |\n | ID : 099-219900010-20240312-D2024_012-DE |\n"
READ, UNREAD = l(SIX, "Anne GRISOL"), l("?" + SIX, "?Anne GRISOL")
LISTS = [
    (HALF + STAMP + REST_OF_IT, READ),
    (HALF + BARRED + REST_OF_IT, READ),
    (CIVIL + STAMP + CIVIL_REST, READ),
    (HALF + STAMP[:STAMP.index("ID")] + REST_OF_IT, READ),
    # … the page's number too
    (HALF + "Page 2 sur 4\n" + STAMP + REST_OF_IT, READ),
    (HALF + "\nConseil municipal de Valbrise - Séance du 12 mars 2024      Page 1 / 4\n____________________\n\n" + REST_OF_IT, READ),
    (CIVIL + "Conseil municipal – 12 mars 2024 – 1 / 4\n" + CIVIL_REST, READ),
    (HALF + "Page 1 / 4\nDélibérations du conseil municipal de la commune de Valbrise du 12 mars 2024\n" + REST_OF_IT, READ),
    # a name cut in two by it, one that is no word of a title, a comma that was lost
    (HALF.replace("VIAL,", "VIAL, Zoé") + STAMP + REST_OF_IT.replace("Zoé ", ""), UNREAD),
    (HALF.replace("VIAL,", "VIAL, Zoé") + "Conseil municipal – 1 / 4\n" + REST_OF_IT.replace("Zoé ", ""), UNREAD),
    (HALF + "Marc Conseil municipal de Valbrise 1 / 4\n" + REST_OF_IT, l("?" + SIX + "; Marc BRUN", "?Anne GRISOL")),
    (HALF + "Conseil municipal 1 / 4 Mairie\n" + REST_OF_IT, UNREAD),
    (HALF + "Mme BRUN Page 1 / 4\n" + REST_OF_IT, l("?" + SIX + "; Mme BRUN", "?Anne GRISOL")),
    (CIVIL + STAMP + "Zoé ROUX, Yves LORME, Odile PETIT\nAbsente : Mme Anne GRISOL\n", UNREAD),
    (HALF.replace("VIAL,", "VIAL") + STAMP + REST_OF_IT, UNREAD),
    ("Votants : 12\n" + HALF + "Votants 12 / 15\n" + REST_OF_IT, UNREAD),
    # a list that ends with a comma, and the act behind the stamp
    ("Absents : Anne GRISOL, Jean MOREL,\n" + STAMP + "Secrétaire : Mme Léa DORVAL\n", l(None, "?Anne GRISOL; Jean MOREL")),
    ("Absents : Mme Anne GRISOL, M. Jean MOREL,\n" + STAMP + "M. Luc VIAL rapporte : le pré est en vente.\n", l(None, "?Anne GRISOL; Jean MOREL")),
]

Lists = battery(LISTS, lambda form: OPENING["COMMUNE"] + form + REST, without=("lines broken", "a footer", "a comma lost", "a colon lost", "a margin"))

if __name__ == "__main__":
    unittest.main()
