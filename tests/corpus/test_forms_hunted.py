#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Heads that were read with a wrong value and no word of it, each with a neighbour that is read as before. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, battery, flat, l
from test_heads import OPENING, REST

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
HERE = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
CIVIL = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
BOTH = "Anne GRISOL; Jean MOREL"
ABSENT = "Absents : Anne GRISOL, Jean MOREL\n"

# A row behind a page's foot shows that the list goes on, whatever tells of its member.
HUNTED = [
    (CIVIL + "Absents : M. Jean MOREL\nPage 2/6\nMme Anne GRISOL, déléguée, est excusée.\n", l(FOUR, "-", "-")),
    (CIVIL + "Absents :\nM. MOREL, excusé\nCommune de Valbrise - séance du 12 mars 2024\nMme GRISOL, excusée\n", l(FOUR, "-", "-")),
    ("PRÉSENTS :\nM. Paul ARBEL\nMme Léa DORVAL\nExtrait du registre des délibérations\nM. Luc VIAL\nMme Zoé ROUX\nM. Guy BRUN\n" + ABSENT, l("-", BOTH)),
    ("PRÉSENTS :\nPaul Arbel, maire\nLéa Dorval, adjointe\nExtrait du registre des délibérations\nLuc Vial, adjoint\nZoé Roux, adjointe\n" + ABSENT, l("-", BOTH)),
    (HERE + "Absents :\n1. Guy BRUN (donne procuration à Luc VIAL)\n2. Nadine VAN Service juridique LORME\n3. Marc ESCOL\n4. Anne GRISOL\n", l(FOUR, "-", "-")),
    (CIVIL + "Absents :\nMme Anne GRISOL\nM. 12/03/2024 Jean MOREL\n", l(FOUR, "-", "-")),
    (HERE + "Absents :\n1. Anne GRISOL\n2. Jean MOREL\n\n1. Approbation du procès-verbal\n", l(FOUR, "?" + BOTH)),
    (CIVIL + "Absents : Mme Anne GRISOL, excusée, M. Jean MOREL, délégué, excusé.\n", l(FOUR, BOTH)),
]

# Somebody behind a quoted name of a party; quoted words that somebody speaks.
HUNTED += [
    (HERE + "Absents : Jean MOREL\n« Une liste » Anne GRISOL\n", l(FOUR, "-", "-")),
    (CIVIL + "Absents : M. Jean MOREL\n« Un élan pour tous » : Mme Anne GRISOL\n", l(FOUR, "-", "-")),
    (HERE + ABSENT + "« Mes chers collègues, ouvrons cette séance », dit le maire.\n", l(FOUR, "?" + BOTH)),
]

# A heading that lost its colon, or whose colon is another's.
PLAIN = "Paul Arbel; Léa Dorval; Luc Vial; Zoé Roux"
BASIS = "Absents ayant voté par procuration en application de l'article L. 2121-20 du code général des collectivités territoriales"
HUNTED += [
    (HERE + BASIS + " Anne GRISOL à Luc VIAL, Guy BRUN à Zoé ROUX\nAbsents excusés : Jean MOREL\n", l("?" + FOUR, "-", "-")),
    (HERE + BASIS + " : Anne GRISOL à Luc VIAL, Guy BRUN à Zoé ROUX\nAbsents excusés : Jean MOREL\n", l(FOUR, BOTH + "; Guy BRUN", "Anne GRISOL > Luc VIAL; Guy BRUN > Zoé ROUX")),
    ("Présents Paul Arbel, Léa Dorval, Luc Vial, Zoé Roux\nAbsents excusés Anne Grisol, Jean Morel\nPouvoirs Anne Grisol à Luc Vial\n", l("?" + PLAIN, "-")),
    ("PRÉSENTS\nPaul ARBEL\nLéa DORVAL\nLuc VIAL\nZoé ROUX\nEXCUSÉS\nAnne GRISOL\nJean MOREL\nPOUVOIRS\nAnne GRISOL à Luc VIAL\n", l("?" + FOUR, "?" + BOTH)),
    ("Présents Paul Arbel, Léa Dorval, Guy Brun\nPrésents en visioconférence : Luc Vial, Zoé Roux, Ida Lorme\nAbsents : Anne Grisol, Jean Morel\n", l("-", "?Anne Grisol; Jean Morel")),
    ("Délégués titulaires présents Paul Arbel, Léa Dorval, Guy Brun\nDélégués suppléants présents : Luc Vial, Zoé Roux, Ida Lorme\nAbsents : Anne Grisol, Jean Morel\n", l("-", "?Anne Grisol; Jean Morel")),
    ("Présents DE LA BRIE Léa, ARBEL Paul, VIAL Luc\nAbsents excusés D'ORVAL Anne, MOREL Jean\n", l("DE LA BRIE Léa; ARBEL Paul; VIAL Luc", "D'ORVAL Anne; MOREL Jean")),
    ("Absents : Présents : Anne GRISOL, Paul ARBEL, Léa DORVAL, Jean MOREL, Luc VIAL\n", l("-", "-")),
    ("Absents : néant\nPrésents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n", l(FOUR)),
]

# "de" before an excepted member, a particle or not; a first name or a commune in brackets; an initial or a civility.
HUNTED += [
    ("Étaient présents tous les conseillers en exercice, à l'exception de GRISOL Anne et de MOREL Jean.\n", l("-", "-")),
    ("Étaient présents tous les conseillers en exercice, sauf Anne Grisol et de Jean Morel.\n", l("-", "-")),
    ("Étaient présents tous les conseillers en exercice, à l'exception de Mme Anne GRISOL et de M. Jean MOREL.\n", l("-", BOTH)),
    ("Présents : ARBEL (Paul), DORVAL (Léa), VIAL (Luc), ROUX (Zoé)\nAbsents : MOREL (Jean), GRISOL (Anne)\n", l("-", "-")),
    ("Présents : MM. ARBEL (Paul), VIAL (Luc), Mmes DORVAL (Léa), ROUX (Zoé)\n", l("-")),
    ("Présents : ARBEL, DORVAL, VIAL, ROUX\nAbsents : MOREL (Ramel), GRISOL (Orval)\n", l("ARBEL; DORVAL; VIAL; ROUX", "MOREL; GRISOL")),
    ("Présents : ARBEL (Orval), DORVAL (Orval), VIAL (Ramel), ROUX (Ramel)\n", l("ARBEL; DORVAL; VIAL; ROUX")),
    ("Présents : Mmes L. DORVAL, Z. ROUX, MM. P. ARBEL, M. GIROD, L. VIAL\n" + ABSENT, l("-", BOTH)),
]

# A member run together with the label of the next commune.
HUNTED += [
    ("Présents :\nOrval : Arbel Paul, Dorval Léa\nRamel : Vial Luc, Roux Zoé\nBrisse : Brun Guy, Lorme Ida\n" + ABSENT, l("?Arbel Paul; Dorval Léa; Vial Luc; Roux Zoé; Brun Guy; Lorme Ida", BOTH)),
    ("Présents :\nORVAL : M. Paul ARBEL, Mme Léa DORVAL\nRAMEL Mme Zoé ROUX\nBRISSE : M. Guy BRUN\n" + ABSENT, l("-", BOTH)),
    ("Présents :\nORVAL : M. Paul ARBEL, Mme Léa DORVAL\nRAMEL : Mme Zoé ROUX\nBRISSE : M. Guy BRUN\n" + ABSENT, l("Paul ARBEL; Léa DORVAL; Zoé ROUX; Guy BRUN", BOTH)),
]

# Who replaces a member and has another's family name, or a name that begins with an article.
HUNTED += [
    ("Présents : M. ARBEL, Mme DORVAL, Mme ROUX\nAbsents remplacés : M. MOREL par Mme ROUX-LACAZE\n", l("-")),
    ("Présents : Arbel Paul, Dorval Léa, Roux Zoé\nAbsents remplacés : Morel Jean par Le Goffic Anne\n", l("Arbel Paul; Dorval Léa; Roux Zoé; Le Goffic Anne", "Morel Jean")),
    ("Présents : M. ARBEL, Mme DORVAL, Mme ROUX\nAbsents remplacés : M. MOREL par Mme LACAZE\n", l("ARBEL; DORVAL; ROUX; LACAZE", "MOREL")),
]

# Rows of a roll: two that are cut into each other, and initials.
ROLL = [
    ("NOM | État | Pouvoir\nPaul Arbel | Présent |\nLéa Dorval | Présente |\nAnne Grisol | Absente | Luc Vial\nLuc Vial | Présent |\nZoé Roux | Présente |\nGuy Brun | Présent |\n"
     "Ida Lorme | Présente |\nJean Morel | Absent |\n", l("?Paul Arbel; Léa Dorval; Luc Vial; Zoé Roux; Guy Brun; Ida Lorme", "?Anne Grisol; Jean Morel", "?Anne Grisol > Luc Vial")),
    ("PAUL ARBEL : présent\nLÉA DORVAL : présente\nZOÉ ROUX : présente\nGUY BRUN : présent\nANNE GRISOL : absente, pouvoir à LUC VIAL\nLUC VIAL : présent\n", l("-", "-", "-")),
    ("P. ARBEL : présent\nL. DORVAL : présente\nM. GIROD : présent\nZ. ROUX : présente\nG. BRUN : présent\nA. GRISOL : absente\n", l("P. ARBEL; L. DORVAL; M. GIROD; Z. ROUX; G. BRUN", "A. GRISOL")),
    ("Paul Arbel : présent\nLéa Dorval : présente\nZoé Roux : présente\nGuy Brun : présent\nLuc Vial : présent\nAnne Grisol : absente\n", l("Paul Arbel; Léa Dorval; Zoé Roux; Guy Brun; Luc Vial", "Anne Grisol")),
]

SECRETARY = [
    ("Secrétaire(s) : Mme Léa DORVAL Service juridique et M. Luc VIAL\n", {"seance.secretaires": "-"}),
    ("Secrétaire(s) : Mme Léa DORVAL et M. Luc VIAL\n", {"seance.secretaires": "Léa DORVAL; Luc VIAL"}),
    ("Secrétaire(s) : Mme Léa DORVAL\n", {"seance.secretaires": "Léa DORVAL"}),
]
INITIALS = [
    ("Secrétaire de séance : GALlCHON A.\n", {"seance.secretaires": "GALlCHON A."}),
    ("Secrétaire de séance : GALLiCHON A.\n", {"seance.secretaires": "?GALLiCHON A."}),
    ("Secrétaire de séance : GALLICHON A.\n", {"seance.secretaires": "GALLICHON A."}),
]

AFTER = "Objet : Achat d'un pré\nVu le code général des collectivités territoriales ;\nLe conseil décide d'acheter le pré.\n"
NOISE = ("lines broken", "a footer", "a comma lost", "a colon lost", "a margin")
Hunted = battery(HUNTED, lambda form: OPENING["EPCI"] + form + REST, without=NOISE)
Rolls = battery(ROLL, lambda form: OPENING["COMMUNE"] + form + AFTER, without=NOISE)
Secretaries = battery(SECRETARY, lambda form: OPENING["COMMUNE"] + HERE + ABSENT + form + AFTER, without=NOISE)
Initials = battery(INITIALS, lambda form: OPENING["COMMUNE"] + "Présents : ARBEL P., GALLICHON A., VIAL L.\n" + form + AFTER, without=NOISE)
COLUMNS = [(f"PRÉSENTS              {margin}        ABSENTS\nMme Léa DORVAL              M. Jean MOREL\nM. Paul ARBEL               Mme Anne GRISOL\nM. Luc VIAL\nMme Zoé ROUX\n",
            l("?" + FOUR, "?" + BOTH)) for margin in ("12/03/2024", "Service juridique", "      ")]
Columns = battery(COLUMNS, lambda form: OPENING["COMMUNE"] + form + "\n\n" + AFTER, without=NOISE)

if __name__ == "__main__":
    unittest.main()
