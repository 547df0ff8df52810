#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Who is present: lists that a layout or a scanner damaged, and what proves them whole or leaves them unread. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

ABSENT = "Absents : Anne GRISOL, Jean MOREL\n"
BOTH = "Anne GRISOL; Jean MOREL"
FULL = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX; Odile LOUVEL; Guy BRUN"
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

# … and what a scanner makes of the signs: the dot of an initial, a civility, a comma; the number before a heading is its own where another heading has one.
SCANNED = "ARBEL P.; DORVAL L.; VIAL J.; ROUX Z.; LOUVEL A.; BRUN G."
TWO = "\n2 ABSENTS EXCUSES : Mme GRISOL A., M. MOREL J.\n"
GONE = "GRISOL A.; MOREL J."
COMMUNE += [
    ("6 PRESENTS : MINES ARBEL P., DORVAL L., VIAL J. MRS ROUX Z:, LOUVEL A., BRUN G:" + TWO, {**l(SCANNED, GONE), "presents_annonces": "6"}),
    ("6 PRESENTS : MMES ARBEL P., DORVAL L. VIAL J., ROUX Z., MRS LOUVEL A.,:BRUN G." + TWO, l(SCANNED, GONE)),
    ("PRESENTS : MMES ARBEL P., DORVAL L. VIAL J., ROUX Z., MRS LOUVEL A., BRUN G.\n" + ABSENT, l(SCANNED, BOTH)),
    # a colon that is no dot, a number that is another one or a page's
    ("PRESENTS : MMES ARBEL P., DORVAL L., ROUX Z:, LOUVEL A., BRUN G., VIAL J.\n" + ABSENT, l(SCANNED, BOTH)),
    ("7 PRESENTS : MMES ARBEL P., DORVAL L. VIAL J., ROUX Z., MRS LOUVEL A., BRUN G." + TWO, l("-" + SCANNED, GONE)),
    ("12 mars 2024 14 PRESENTS : Mmes ARBEL, DORVAL, MM. VIAL, ROUX\n" + ABSENT, {**l("?ARBEL; DORVAL; VIAL; ROUX", BOTH), "presents_annonces": "-"}),
]

# The parts of an assembly.
COMMUNE += [
    ("Présents :\nPour l'opposition : Mme DORVAL – M. ARBEL\nPour la Majorité : M. VIAL - Mme ROUX – M. LOUVEL - Mme BRUN\n" + ABSENT, l(SIX, BOTH)),
    ("Présents : Majorité : Paul ARBEL, Léa DORVAL, Luc VIAL\nOpposition : Zoé ROUX\n" + ABSENT, l("Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", BOTH)),
    ("Présents : Groupe « Vivre à Valbrise » : Paul ARBEL, Léa DORVAL, Luc VIAL. Groupe Valbrise demain : Zoé ROUX\n" + ABSENT,
     l("Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", BOTH)),
    # … of which one is not said
    ("Présents : Majorité : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nOpposition : absente\n" + ABSENT, l("?Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", "?" + BOTH)),
    ("Présents : Majorité : Paul ARBEL, Léa DORVAL, Luc VIAL, Opposition : tous\n" + ABSENT, l("-")),
]

# A comma too many, where one name too many shows it; a dash scanned as another sign.
CIVIL = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé, ROUX, Mme Odile LOUVEL, M. Guy BRUN,\n"
COMMUNE += [
    ("Membres présents : 6\n" + CIVIL + ABSENT, l(FULL, BOTH)),
    (CIVIL + ABSENT, l("-", BOTH)),
    ("Membres présents : 7\n" + CIVIL + ABSENT, l("-" + FULL, BOTH)),
    ("Membres présents : 6\nPrésents : Mme Léa DORVAL, M. Luc VIAL, Mme Zoé, ROUX, Mme Odile, LOUVEL, M. Guy BRUN\n" + ABSENT, l("-", BOTH)),
    ("Présents : Paul ARBEL – Léa DORVAL – Luc VIAL – Zoé ROUX\n= Odile LOUVEL – Guy BRUN\n" + ABSENT, l(FULL, BOTH)),
    ("Présents : Paul ARBEL, Léa DORVAL = Luc VIAL\n" + ABSENT, l("-", BOTH)),
    # no heading, where a line ends
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX, Odile LOUVEL, Guy BRUN\n" + ABSENT +
     "L'ordre du jour est approuvé à l'unanimité, moins une abstention, des Membres\nprésents :\n✓ Approuve le projet ainsi modifié\n", l(FULL, BOTH)),
]

# Behind the act, the minutes of an earlier séance that it approves: its lists are not of this one.
APPROVES = ("\nObjet : Approbation du procès-verbal de la séance du 5 février 2024\nVu le code général des collectivités territoriales,\nLe conseil, après en avoir délibéré, DÉCIDE d'approuver le procès-verbal du 5 février 2024 joint à la "
            "présente.\nPour copie conforme.\n")
HERE = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + ABSENT
THERE = "Étaient présents : Paul ARBEL, Léa DORVAL, Anne GRISOL, Jean MOREL\nAbsent excusé : Luc VIAL\nLa séance est ouverte.\n"
FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
MINUTES = [
    (HERE + APPROVES + "SÉANCE DU CONSEIL MUNICIPAL DU 5 FÉVRIER 2024 à 19h00\n" + THERE, l(FOUR, BOTH)),
    (HERE + APPROVES + "PROCÈS-VERBAL DE LA RÉUNION DU LUNDI 5 FÉVRIER 2024\nConvocation du 30 janvier 2024\n" + THERE, l(FOUR, BOTH)),
    # of a day whose minutes are not approved, of the same day, of none: which list is this séance's is not known
    (HERE + APPROVES + "SÉANCE DU CONSEIL MUNICIPAL DU 8 JANVIER 2024 à 19h00\n" + THERE, l("-", "-")),
    (HERE + APPROVES + "SÉANCE DU CONSEIL MUNICIPAL DU 12 MARS 2024 à 19h00\n" + THERE, l("-", "-")),
    (HERE + APPROVES + THERE, l("-", "-")),
]

# A heading without a colon, then communes or groups.
COMMUNE += [
    ("Présents\nGroupe « Valbrise ensemble » :\nPaul ARBEL, Léa DORVAL, Luc VIAL\nGroupe « Un élan » :\nZoé ROUX, Odile LOUVEL, Guy BRUN\n\n" + ABSENT, l(FULL, BOTH)),
]

# A number in words counts and lists nobody.
COMMUNE += [
    ("Membres en exercice : huit    Présents : six    Votants : six\nPRÉSENTS : P. ARBEL, Maire - L. DORVAL - L. VIAL, Adjoints - Z. ROUX -\nO. LOUVEL - G. BRUN\nABSENTS : A. GRISOL - J. MOREL\n",
     {**l("P. ARBEL; L. DORVAL; L. VIAL; Z. ROUX; O. LOUVEL; G. BRUN", "A. GRISOL; J. MOREL"), "presents_annonces": "6"}),
    ("Présents : six   Votants : six\nPRÉSENTS : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX, Odile LOUVEL\n" + ABSENT, l("?Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX; Odile LOUVEL", BOTH)),
    ("Présents : six élus du canton\n" + ABSENT, l("-")),
]

# Without a heading, behind the opening sentence: read when it has as many names as are announced.
NUMBERS = "\nNombre de conseillers en exercice : 8\nNombre de conseillers présents : 6\n"
EXCUSED = "Étaient excusés : Anne GRISOL, Jean MOREL\n"
EPCI = [
    ("Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX, Odile LOUVEL, Guy BRUN" + NUMBERS + EXCUSED, l(FULL, BOTH)),
    ("M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, Mme Odile LOUVEL et M. Guy BRUN." + NUMBERS + EXCUSED, l(FULL, BOTH)),
    ("VALBRISE : Paul ARBEL – Léa DORVAL\nORVAL : Luc VIAL - Zoé ROUX\nLA TOURNELLE : Odile LOUVEL – Guy BRUN" + NUMBERS + EXCUSED, l(FULL, BOTH)),
    # a name and a commune run together: the rest of the text shows where the one ends
    ("VALBRISE : Paul ARBEL – Léa DORVAL\nSAINT LUC DU VAL : Luc VIAL - Zoé ROUX\nLA TOURNELLE : Odile LOUVEL – Guy BRUN" + NUMBERS + EXCUSED +
     "Il est rendu compte des travaux de l'école de SAINT LUC DU VAL.\n", l(FULL, BOTH)),
    ("VALBRISE : Paul ARBEL – Léa DORVAL\nMONT ORVAL LA BRISE : Luc VIAL - Zoé ROUX\nLA TOURNELLE : Odile LOUVEL – Guy BRUN" + NUMBERS +
     "Pouvoirs : Anne GRISOL a donné pouvoir à Léa DORVAL\n", l(FULL, "Anne GRISOL", "Anne GRISOL > Léa DORVAL")),
    # … and nothing does
    ("VALBRISE : Paul ARBEL – Nora LORME MONT ORVAL LA BRISE : Luc VIAL - Zoé ROUX LA TOURNELLE : Odile LOUVEL – Guy BRUN" + NUMBERS + EXCUSED, l("-")),
    # one name more or less, or no number
    ("Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX, Odile LOUVEL" + NUMBERS + EXCUSED, l("-")),
    ("Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX, Odile LOUVEL, Guy BRUN, Nora LORME" + NUMBERS + EXCUSED, l("-" + FULL)),
    ("Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX, Odile LOUVEL, Guy BRUN\n" + EXCUSED, l("-")),
]

# What stands in a heading before its colon: who presides, for what they sit. Who is no member is not in the list.
HALVES = ("Paul ARBEL, Léa DORVAL, Luc VIAL", "Zoé ROUX, Odile LOUVEL, Guy BRUN")
COMMUNE += [
    (f"Étaient présents sous la présidence du Maire Monsieur Paul ARBEL : {HALVES[0]}.\n" + ABSENT, l("Paul ARBEL; Léa DORVAL; Luc VIAL", BOTH)),
    (f"Étaient présents, sous la présidence de M. Paul ARBEL, Maire : Léa DORVAL, Luc VIAL, Zoé ROUX.\n" + ABSENT, l("Léa DORVAL; Luc VIAL; Zoé ROUX", BOTH)),
    (f"Étaient présents au titre des conseillers municipaux : {HALVES[0]}. Étaient présents au titre des personnes nommées : {HALVES[1]}.\n" + ABSENT, l(FULL, BOTH)),
    (f"Etaient présents au titre des membres élus :\n{HALVES[0]}\nEtaient présents au titre des membres nommés :\n{HALVES[1]}\n" + ABSENT, l(FULL, BOTH)),
    (f"Étaient présents pour la compétence eau : {HALVES[0]}. Étaient présents pour la seule compétence éclairage : {HALVES[1]}.\n" + ABSENT, l(FULL, BOTH)),
    (f"Étaient présents : {HALVES[0]}.\nÉtaient présents au titre des services : Zoé ROUX, Odile LOUVEL.\n" + ABSENT, l("-Paul ARBEL; Léa DORVAL; Luc VIAL", BOTH)),
    (f"Étaient présents pour la compétence eau : {HALVES[0]}. Étaient présents pour la compétence éclairage : Luc VIAL, Zoé ROUX.\n" + ABSENT, l("-", BOTH)),
]

# Functions before the names, without a colon: the first opens the list, elsewhere they open a sentence.
COMMUNE += [
    ("Membres présents :\nLes Adjoints Paul ARBEL, Léa DORVAL et Luc VIAL\nLes Conseillers Zoé ROUX, Odile LOUVEL,\nGuy BRUN\n\n" + ABSENT, l(FULL, BOTH)),
    ("Étaient présents :\n  Membres élus      Monsieur Paul ARBEL, Président\n                    Madame Léa DORVAL\n                    Monsieur Luc VIAL\n"
     "  Membres nommés    Madame Zoé ROUX (UDAF)\n                    Madame Odile LOUVEL (association des familles)\n                    Monsieur Guy BRUN\n" + ABSENT, l(FULL, BOTH)),
    ("ÉTAIENT PRÉSENTS\n  Membres élus      Monsieur Paul ARBEL, Président\n                    Madame Léa DORVAL\n                    Monsieur Luc VIAL\n"
     "  Membres nommés    Madame Zoé ROUX (UDAF)\n                    Madame Odile LOUVEL\n                    Monsieur Guy BRUN (Banque alimentaire)\n" + ABSENT, l(FULL, BOTH)),
    ("Présents : Paul ARBEL (Président) ; Léa DORVAL (1er VP) ; Luc VIAL (2e VP) ; Zoé ROUX (membre)\nExcusée : Anne GRISOL (3e VP)\nAbsent : Jean MOREL\n",
     l("Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX", BOTH)),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL\nLes Conseillers Zoé ROUX, Odile LOUVEL quittent la salle.\n" + ABSENT, l("?Paul ARBEL; Léa DORVAL; Luc VIAL")),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL (association de Mme ROUX, excusée), M. Luc VIAL\n" + ABSENT, l("-")),
]

EPCI += [
    ("Délégués présents\nValbrise : M. ARBEL Paul ; Mme DORVAL Léa\nOrval-sur-Lorne : M. VIAL Luc\nTournelle :\nLa Brise : Mme ROUX Zoé ; Mme LOUVEL Odile ; M. BRUN Guy\n"
     "Délégués excusés : Mme GRISOL Anne, M. MOREL Jean\n", l(FULL, BOTH)),
    ("MEMBRES PRESENTS\nVALBRISE Mme ARBEL Paule M. DORVAL Léo\nORVAL-SUR-LORNE M. VIAL Luc\nLA TOURNELLE Mme ROUX Zoé Mme LOUVEL Odile M. BRUN Guy\nPrésents : 6\n"
     "MEMBRES EXCUSES : Mme GRISOL Anne, M. MOREL Jean\n", l("ARBEL Paule; DORVAL Léo; VIAL Luc; ROUX Zoé; LOUVEL Odile; BRUN Guy", BOTH)),
    # … whose number nothing proves, each at the head of its row
    ("MEMBRES PRESENTS\nVALBRISE Mme ARBEL Paule M. DORVAL Léo\nORVAL-SUR-LORNE M. VIAL Luc\nLA TOURNELLE Mme ROUX Zoé Mme LOUVEL Odile M. BRUN Guy\n"
     "MEMBRES EXCUSES : Mme GRISOL Anne, M. MOREL Jean\n", l("ARBEL Paule; DORVAL Léo; VIAL Luc; ROUX Zoé; LOUVEL Odile; BRUN Guy", BOTH)),
]

Communes = battery(COMMUNE, lambda form: OPENING["COMMUNE"] + form + REST)
Groupements = battery(EPCI, lambda form: OPENING["EPCI"] + form + REST)
Minutes = battery(MINUTES, lambda form: OPENING["COMMUNE"] + form, without=("a comma lost", "a colon lost", "a margin"))

if __name__ == "__main__":
    unittest.main()
