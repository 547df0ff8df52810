#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Absents and proxies: whose givers and holders a layout set apart, or that are told in a turn of their own, and what only looks like these. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, battery, l
from test_heads import OPENING, REST

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
PRESENTS = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
THREE = "Anne GRISOL; Jean MOREL; Ida LORME"
GIVEN = "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX; Ida LORME > Paul ARBEL"
STRAY_A = [
    (PRESENTS + "Procurations :\nMme Anne GRISOL à M. Luc VIAL\nà M. Jean MOREL à Mme Zoé ROUX\nMme Ida LORME à M. Paul ARBEL\n", l(FOUR, THREE, GIVEN)),
    (PRESENTS + "Pouvoirs : Mme GRISOL à M. VIAL à M. MOREL à Mme ROUX\n", l(FOUR, "GRISOL; MOREL", "GRISOL > VIAL; MOREL > ROUX")),
    # … of somebody present, or to somebody who is not there
    (PRESENTS + "Procurations :\nMme Anne GRISOL à M. Luc VIAL\nà M. Paul ARBEL à Mme Zoé ROUX\n", l(FOUR, None, "-")),
    (PRESENTS + "Procurations :\nMme Anne GRISOL à M. Luc VIAL\nà M. Jean MOREL à Mme Ida LORME\n", l(FOUR, None, "-")),
    (PRESENTS + "Procurations :\nMme Anne GRISOL à M. Luc VIAL\nà Mme Zoé ROUX\nM. Jean MOREL à Mme Léa DORVAL\n", l(FOUR, None, "-")),
    ("Procurations :\nMme Anne GRISOL à M. Luc VIAL\nà M. Jean MOREL à Mme Zoé ROUX\n", l("-", None, "-")),
]

TABLE = "Étaient présents Tournelle Paul ARBEL - PROCURATION Orval Ida LORME-ABSENTE Ramel Léa DORVAL Brisse Luc VIAL- PROCURATION Jean MOREL-ABSENT Zoé ROUX - PROCURATION\n" \
    "Lesquels forment la majorité des membres en exercice.\n"
GAVE = "Absents ayant donné pouvoir\nMadame Anne GRISOL a donné pouvoir à Monsieur Luc VIAL\nMonsieur Jean MOREL a donné pouvoir à Madame Zoé ROUX\n"
HOLDERS_MARKED = [
    (TABLE + GAVE + "Madame Ida LORME a donné pouvoir à Monsieur Paul ARBEL\nAbsents : Guy BRUN, Odile PETIT\n", l("-", THREE + "; Guy BRUN; Odile PETIT", GIVEN)),
    # … one whose giver no list tells
    (TABLE + GAVE + "Absents : Guy BRUN, Odile PETIT\n",
     l("-", "-Anne GRISOL; Jean MOREL; Guy BRUN; Odile PETIT", "-Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX")),
]

FAMILY_NAME = [
    (PRESENTS + "Absents ayant donné procuration : Madame Anne Grisol donne pouvoir à monsieur Vial, Monsieur Jean Morel donne pouvoir à madame Zoé Roux.\n",
     l(FOUR, "Anne Grisol; Jean Morel", "Anne Grisol > Vial; Jean Morel > Zoé Roux")),
    (PRESENTS + "Absents : Anne Grisol (pouvoir à M. Vial), Jean Morel (pouvoir à Mme Roux)\n", l(FOUR, "Anne Grisol; Jean Morel", "Anne Grisol > Vial; Jean Morel > Roux")),
    # … a first name whose family name was lost, somebody who is not there, one of two
    (PRESENTS + "Absents : Anne Grisol (pouvoir à M. Luc), Jean Morel (pouvoir à Mme Roux)\n", l(FOUR, None, "-")),
    (PRESENTS + "Absents : Anne Grisol (pouvoir à M. Lorme), Jean Morel (pouvoir à Mme Roux)\n", l(FOUR, None, "-")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Guy VIAL\nAbsents : Anne Grisol (pouvoir à M. Vial)\n", l("?Paul ARBEL; Léa DORVAL; Luc VIAL; Guy VIAL", None, "-")),
]

TO_THREE = "Pouvoir à Luc VIAL Pouvoir à Zoé ROUX Pouvoir à Paul ARBEL\n"
COLUMNS = [
    (PRESENTS + "Absents excusés représentés : Anne Grisol Jean Morel Ida Lorme " + TO_THREE + "Absents : Guy BRUN\n", l(FOUR, THREE + "; Guy BRUN", GIVEN)),
    (PRESENTS + "Absents représentés :\nAnne GRISOL\nJean MOREL\nIda LORME\n" + TO_THREE.replace(" P", "\nP") + "Secrétaire de séance : Luc VIAL\n", l(FOUR, THREE, GIVEN)),
    (PRESENTS + "Pouvoirs :\nMme Anne GRISOL\nM. Jean MOREL\nMme Ida LORME\nà M. Luc VIAL\nà Mme Zoé ROUX\nà M. Paul ARBEL\nAbsents : Guy BRUN\n",
     l(FOUR, THREE + "; Guy BRUN", GIVEN)),
    # … not as many, a name of three words, a giver who is there, a holder who is not
    (PRESENTS + "Absents représentés : Anne Grisol Jean Morel " + TO_THREE + "Absents : Guy BRUN\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents représentés : Anne Grisol Jean Morel Ida Lorme Odile Petit " + TO_THREE + "Absents : Guy BRUN\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents représentés : Anne Grisol Lorme Jean Morel Petit Brun " + TO_THREE + "Absents : Guy BRUN\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents représentés : Anne Grisol Léa Dorval Ida Lorme " + TO_THREE + "Absents : Guy BRUN\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents représentés : Anne Grisol Jean Morel Pouvoir à Luc Vial Pouvoir à Odile Petit\nAbsents : Guy BRUN\n", l(FOUR, "-", "-")),
    ("Absents représentés : Anne Grisol Jean Morel Ida Lorme " + TO_THREE + "Absents : Guy BRUN\n", l("-", "-", "-")),
]

ONE = "Anne GRISOL > Luc VIAL; Jean MOREL > Luc VIAL"
TOGETHER = [
    (PRESENTS + "Absents ayant donné procuration : Mme Anne GRISOL et M. Jean MOREL donnent\npouvoir à M. Luc VIAL, Mme Ida LORME donne pouvoir à Mme Zoé ROUX,\nAbsents : Guy BRUN\n",
     l(FOUR, THREE + "; Guy BRUN", ONE + "; Ida LORME > Zoé ROUX")),
    (PRESENTS + "Procurations : Ida LORME donne procuration à Zoé ROUX, Anne GRISOL et Jean MOREL ont donné procuration à Luc VIAL\nAbsents : Guy BRUN\n",
     l(FOUR, THREE + "; Guy BRUN", ONE + "; Ida LORME > Zoé ROUX")),
    # … two holders, and one who may be absent only
    (PRESENTS + "Absents : Anne GRISOL et Jean MOREL donnent pouvoir à Luc VIAL et Zoé ROUX\n", l(FOUR, None, "-")),
    (PRESENTS + "Absents : Anne GRISOL et Jean MOREL donnent pouvoir à Luc VIAL, Zoé ROUX\n", l(FOUR, None, "-")),
    (PRESENTS + "Absents : Ida LORME, Anne GRISOL et Jean MOREL donnent pouvoir à Luc VIAL\n", l(FOUR, None, "-")),
]
LINES = [
    (PRESENTS + "Procurations : Anne Grisol donne procuration à Luc Vial\nJean Morel donne pourvoir à Zoé Roux\nIda Lorme donne procuration à Paul Arbel\nAbsents : Guy BRUN\n",
     l(FOUR, THREE + "; Guy BRUN", GIVEN)),
    (PRESENTS + "Absents : Anne GRISOL – Jean MOREL\nProcuration : Anne GRISOL donne procuration à Luc VIAL\nJean MOREL donne procuration à Zoé ROUX\n\nrdre jout\n\nApprobation du compte\n",
     l(FOUR, "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX")),
    # … a name that goes on in the next line, a line that gives nothing
    (PRESENTS + "Procurations : Anne Grisol donne procuration à Luc\nVial\nJean Morel donne procuration à Zoé Roux\n", l(FOUR, "-Anne GRISOL; Jean MOREL", "-Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX")),
    (PRESENTS + "Procurations : Anne Grisol donne procuration à Luc Vial\nJean Morel\nIda Lorme donne procuration à Paul Arbel\n", l(FOUR, None, "-")),
]
FLAT = [(form, {k: "?" + v.lstrip("-") if v != "-" else v for k, v in wanted.items()}) for form, wanted in LINES]

INITIALS = "Présents : ARBEL P., DORVAL L., VIAL L., ROUX Z., BRUN G.\n"
OF_INITIALS = "ARBEL P; DORVAL L; VIAL L; ROUX Z; BRUN G"
SCANNED = [
    (INITIALS + "3 ABSENTS AYANT DONNE POUVOIR : MRS MOREL J:, LORME I.,;:PETIT O.\nABSENTS EXCUSES : MME GRISOL M. MRS DUPRE B., LENOIR F.\n",
     l(OF_INITIALS, "MOREL J; LORME I; PETIT O; GRISOL M; DUPRE B; LENOIR F")),
    (INITIALS + "Absents : MOREL J:, LORME I:; PETIT O.\n", l(OF_INITIALS, "MOREL J; LORME I; PETIT O")),
    # … a label, a civility
    (INITIALS + "Absents : Orval:, MOREL J., LORME I.\n", l(OF_INITIALS, "-MOREL J; LORME I")),
    ("Présents : M. ARBEL, Mme DORVAL, M. VIAL, Mme ROUX\nAbsents : Mme GRISOL M. MOREL Mme LORME\n", l("ARBEL; DORVAL; VIAL; ROUX", "GRISOL; MOREL; LORME")),
]

BY_COMMUNE = "Présents : TOURNELLE (ARBEL Paul), ORVAL (DORVAL Léa, VIAL Luc), SAINT MARTIN DE BRISSE (ROUX Zoé).\n"
PLACES = [
    (BY_COMMUNE + "Absents excusés : RAMEL (GRISOL Anne), TOURNELLE (MOREL Jean).\nAbsents ayant donné pouvoir : RAMEL (LORME Ida donne pouvoir à VIAL Luc).\n",
     l(FOUR, THREE, "Ida LORME > Luc VIAL")),
    (BY_COMMUNE + "Absents excusés 2 RAMEL (GRISOL Anne), SAINT MARTIN DE BRISSE (MOREL Jean). Absents ayant donné pouvoir 1 RAMEL (LORME Ida donne pouvoir à VIAL Luc).\n",
     l(FOUR, THREE, "Ida LORME > Luc VIAL")),
    ("Présents : Tournelle (Paul ARBEL), Orval (Léa DORVAL), Val de Brise (Luc VIAL), Brisse (Zoé ROUX)\nAbsents : Orval (Anne GRISOL), Brisse (Jean MOREL)\n",
     l(FOUR, "Anne GRISOL; Jean MOREL")),
    # the heading of a cell, set in the middle of its rows
    (PRESENTS + "| ORVAL (GRISOL Anne), TOURNELLE (MOREL Jean},\nAbsents excusés 4 RAMEL (LORME Ida),\nBRISSE (PETIT Odile). Absents ayant donné pouvoir 1 RAMEL (BRUN Guy donne pouvoir à VIAL Luc).\n",
     l("?" + FOUR, THREE + "; Odile PETIT; Guy BRUN", "Guy BRUN > Luc VIAL")),
    # … and not as many, or more before them
    (PRESENTS + "| ORVAL (GRISOL Anne), TOURNELLE (MOREL Jean), BRISSE (DUPRE Nora),\nAbsents excusés 3 RAMEL (LORME Ida). Absents ayant donné pouvoir 1 RAMEL (BRUN Guy donne pouvoir à VIAL Luc).\n",
     l(None, "-")),
    # a surname may stand before brackets too
    ("Présents : ARBEL (Paul DUPRE), DORVAL (Léa LENOIR), VIAL (Luc MERLE)\n", l("-")),
    (PRESENTS + "Absents : GRISOL (Jean MOREL), LORME (Odile PETIT)\n", l(FOUR, "-")),
    ("Présents : M. Paul ARBEL (Tournelle), Mme Léa DORVAL (Orval), M. Luc VIAL (Brisse), Mme Zoé ROUX (Ramel)\nAbsents : M. Jean MOREL (Brisse)\n", l(FOUR, "Jean MOREL")),
]

TWO, TWO_GIVEN = "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX"
ROWS = [
    (PRESENTS + "Pouvoirs :\nMme Anne GRISOL M. Luc VIAL\nM. Jean MOREL Mme Zoé ROUX\nAbsents : Guy BRUN\n", l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
    (PRESENTS + "Absents ayant donné pouvoir :\nMandants Mandataires\nAnne GRISOL Luc VIAL\nJean MOREL Zoé ROUX\nAbsents : Guy BRUN\n", l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
    (PRESENTS + "Pouvoirs : Anne GRISOL - Luc VIAL, Jean MOREL - Zoé ROUX\nAbsents : Guy BRUN\n", l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
    # … a holder who is not there, a giver who is, a list of absents one of whom came
    (PRESENTS + "Pouvoirs :\nMme Anne GRISOL M. Luc VIAL\nM. Jean MOREL Mme Ida LORME\n", l(FOUR, "-", "-")),
    (PRESENTS + "Pouvoirs :\nMme Anne GRISOL M. Luc VIAL\nMme Léa DORVAL Mme Zoé ROUX\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents ayant donné pouvoir : Anne GRISOL, Luc VIAL\n", l(FOUR, "-Anne GRISOL; Luc VIAL", "-")),
    ("Pouvoirs : Mandants Mandataires Mme Anne GRISOL M. Luc VIAL\nAbsents : Guy BRUN\n", l("-", "-Guy BRUN", "-")),
]
HEADINGS = [
    (PRESENTS + "Conseillers ayant donné pouvoir Anne GRISOL Luc VIAL\nAbsents : Guy BRUN\n", l(None, "-", "-")),
    ("Étai(en)t présent(s) : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nÉtai(en)t absent(s) : M. Jean MOREL\nÉtai(en)t excusé(s) : Mme Ida LORME\n"
     "Étai(en)t représenté(s) : Mme Anne GRISOL par M. Luc VIAL\n", l(FOUR, THREE, "Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Ont donné procurations : Mme Anne GRISOL à M. Luc VIAL, M. Jean MOREL à Mme Zoé ROUX\nAbsent : Guy BRUN\n", l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
]
OF_THE_CODE = [
    (PRESENTS + "Absent(e)s ayant donné procuration (articles L. 2121-20 et L. 5211-1 du CGCT) : Anne GRISOL à Luc VIAL, Jean MOREL à Zoé ROUX.\n"
     "Absent(e)s / Excusé(e)s : Guy BRUN.\n", l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
    (PRESENTS + "Pouvoirs (art. L2121-20 du code général des collectivités territoriales) :\nMme Anne GRISOL à M. Luc VIAL\nM. Jean MOREL à Mme Zoé ROUX\nAbsent : Guy BRUN\n",
     l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
    # … and whoever is named beside the law
    (PRESENTS + "Pouvoirs (article L. 2121-20, Mme Ida LORME) : Anne GRISOL à Luc VIAL, Jean MOREL à Zoé ROUX\nAbsent : Guy BRUN\n", l(None, "-", "-")),
]
ROLL = "M. ARBEL Paul : présent\nMme DORVAL Léa : présente\nM. GRISOL Jean : absent, représenté par Mme DORVAL Léa\nM. VIAL Luc : présent\nMme ROUX Zoé : présente\n"
ROLL_CALLED = [
    (ROLL + "Mme LORME Ida : absente, représentée par M. VIAL Luc\nMme BRUN Odile : absente excusée\n",
     l("ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "GRISOL Jean; LORME Ida; BRUN Odile", "GRISOL Jean > DORVAL Léa; LORME Ida > VIAL Luc")),
    (ROLL + "Mme LORME Ida : absente, pouvoir à M. VIAL Luc\n", l("ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "GRISOL Jean; LORME Ida", "GRISOL Jean > DORVAL Léa; LORME Ida > VIAL Luc")),
    # … by somebody who has no row, by one who is away himself, by a substitute
    (ROLL + "Mme LORME Ida : absente, représentée par M. PETIT Odilon\n", l("-", "-", "-")),
    (ROLL + "Mme LORME Ida : absente, représentée par M. GRISOL Jean\n", l("-", "-", "-")),
    (ROLL + "Mme LORME Ida : absente, représentée par son suppléant M. VIAL Luc\n", l("-", "-", "-")),
]
REPRESENTED = [
    (PRESENTS + "Étaient absents et représentés Mesdames et Messieurs : Anne GRISOL représentée par Luc VIAL - Jean MOREL représenté par Zoé ROUX.\n"
     "Étaient absents et excusés : Guy BRUN.\n", l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
    (PRESENTS + "Absents représentés :\nMme Anne GRISOL, représentée par M. Luc VIAL\nM. Jean MOREL, représenté par Mme Zoé ROUX\nAbsent : Guy BRUN\n",
     l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
    # … by somebody who is not there, by somebody who may sit for him, among the absents alone
    (PRESENTS + "Absents représentés : Anne GRISOL représentée par Luc VIAL, Jean MOREL représenté par Ida LORME\n", l("?" + FOUR, "?" + TWO, "-")),
    (PRESENTS + "Absents représentés : Anne GRISOL représentée par Luc VIAL, Jean MOREL représenté par Zoé ROUX\nUn suppléant siège avec voix délibérative.\n",
     l("?" + FOUR, "?" + TWO, "-")),
    (PRESENTS + "Absents : Anne GRISOL représentée par Luc VIAL, Jean MOREL\n", l("?" + FOUR, "?" + TWO, "-")),
]
HOLDERS_FIRST = [ # beside him who holds it, whose he holds
    (PRESENTS + "Pouvoirs : Luc VIAL (pouvoir de Anne GRISOL), Zoé ROUX (pouvoir de Jean MOREL)\nAbsent : Guy BRUN\n", l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
    (PRESENTS + "Procurations :\nLuc VIAL (procuration d'Anne GRISOL)\nZoé ROUX (procuration de Jean MOREL)\nAbsent : Guy BRUN\n", l(FOUR, TWO + "; Guy BRUN", TWO_GIVEN)),
    # … under a heading of those who are away it says that of nobody
    (PRESENTS + "Absents ayant donné pouvoir : Luc VIAL (pouvoir de Anne GRISOL), Zoé ROUX (pouvoir de Jean MOREL)\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents et pouvoirs : Luc VIAL pouvoir de Anne GRISOL, Zoé ROUX pouvoir de Jean MOREL\n", l(FOUR, "-", "-")),
]
SHORT = [ # the word is short, or left out
    (PRESENTS + "Absents : Anne GRISOL (pv à Luc VIAL), Jean MOREL\n", l(FOUR, TWO, "Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Absents : Anne GRISOL (PV Luc VIAL), Jean MOREL (pv. à Zoé ROUX)\n", l(FOUR, TWO, TWO_GIVEN)),
    (PRESENTS + "Absents : Anne GRISOL, pouvoir Luc VIAL, Jean MOREL\n", l(FOUR, TWO, "Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Absents : Anne GRISOL procuration Luc VIAL, Jean MOREL\n", l(FOUR, TWO, "Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Absents : Anne GRISOL > Luc VIAL, Jean MOREL > Zoé ROUX\n", l(FOUR, TWO, TWO_GIVEN)),
    (PRESENTS + "Absents : Anne GRISOL → Luc VIAL ; Jean MOREL\n", l(FOUR, TWO, "Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Absents excusés (2 dont 1 pouvoir) : Anne GRISOL (pouvoir à Luc VIAL), Jean MOREL\n", l(FOUR, TWO, "Anne GRISOL > Luc VIAL")),
    (PRESENTS.replace("VIAL", "VIAL (+ pouvoir de Anne GRISOL)") + "Absents : Anne GRISOL, Jean MOREL\n", l(FOUR, TWO, "Anne GRISOL > Luc VIAL")),
    (PRESENTS.replace("VIAL", "VIAL (a le pouvoir d'Anne GRISOL)") + "Absent : Jean MOREL\n", l(FOUR, TWO, "Anne GRISOL > Luc VIAL")),
    # … who is away holds none, and an arrow may part the names
    (PRESENTS + "Absents : Anne GRISOL > Jean MOREL\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents :\n> Anne GRISOL\n> Jean MOREL\n", l(FOUR, "-" + TWO, "-")),
    (PRESENTS + "Absents : Anne GRISOL, pouvoir Jean MOREL, Guy BRUN\n", l(FOUR, "-", "-")),
    # … given by both, or by the second alone; to somebody who is a man, or a woman
    (PRESENTS + "Absents : Anne GRISOL et Jean MOREL ayant donné pouvoir à Luc VIAL\n", l(FOUR, "?" + TWO, "-")),
    (PRESENTS + "Pouvoirs : Anne GRISOL à Luc VIAL, Jean MOREL à Mme la Maire\n", l(FOUR, "?" + TWO, "-Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Pouvoirs : Anne GRISOL à Luc VIAL, Jean MOREL à M. le Maire\n", l(FOUR, TWO, "Anne GRISOL > Luc VIAL; Jean MOREL > Paul ARBEL")),
    # … among those present, where she is not: absent she is, whatever else is read
    (PRESENTS.replace("\n", ", Anne GRISOL (pv à Luc VIAL)\n") + "Absent : Jean MOREL\n", l("-" + FOUR, "-" + TWO, "-")),
    (PRESENTS.replace("\n", "\nReprésentée : Anne GRISOL (Luc VIAL)\n") + "Excusé : Jean MOREL\n", l("?" + FOUR, "?" + TWO, "?Anne GRISOL > Luc VIAL")),
]


def of(whose):
    return lambda form: OPENING[whose] + form + REST


class Lines(Battery):
    def test_a_line_ends_where_the_next_giver_begins(self):
        self.check(LINES, [of("COMMUNE")(form) for form, _ in LINES])


StrayA = battery(STRAY_A, of("COMMUNE"))
Rows = battery(ROWS, of("COMMUNE"))
Headings = battery(HEADINGS, of("COMMUNE"))
Places = battery(PLACES, of("EPCI"))
Scanned = battery(SCANNED, of("EPCI"))
Together = battery(TOGETHER, of("COMMUNE"))
Flat = battery(FLAT, of("COMMUNE"))
Columns = battery(COLUMNS, of("COMMUNE"))
FamilyName = battery(FAMILY_NAME, of("COMMUNE"))
Marked = battery(HOLDERS_MARKED, of("EPCI"))
OfTheCode = battery(OF_THE_CODE, of("COMMUNE"))
RollCalled = battery(ROLL_CALLED, of("EPCI"))
Represented = battery(REPRESENTED, of("EPCI"))
Short = battery(SHORT, of("COMMUNE"))
HoldersFirst = battery(HOLDERS_FIRST, of("COMMUNE"))

MAIRE = "Présents : M. Henri ARTAUD, maire, Mme Odile BASSET, adjointe au maire, M. Luc CHENU, Mme Paule DIOT, conseillers municipaux.\n"
THERE = "Henri ARTAUD; Odile BASSET; Luc CHENU; Paule DIOT"
TO_HIM = "Absents : Alban KOCH (pouvoir à {}), Carl MONET.\n"
HIS = l(THERE, "Alban KOCH; Carl MONET", "Alban KOCH > Henri ARTAUD")
UNSURE = {"pouvoirs": "-"}
OFFICE = [ # one person of the list has the office
    (MAIRE + TO_HIM.format("M. le Maire"), HIS),
    (MAIRE.replace("ARTAUD, maire", "ARTAUD (maire)") + TO_HIM.format("Monsieur le Maire"), HIS),
    (MAIRE.replace("ARTAUD, maire", "ARTAUD, Maire de Valbrise") + TO_HIM.format("M. le Maire"), HIS),
    (MAIRE.replace("adjointe au maire", "adjointe au maire déléguée à l'école") + TO_HIM.format("M. le Maire"), {"pouvoirs": "?Alban KOCH > Henri ARTAUD"}),
    (MAIRE.replace("M. Henri ARTAUD", "Mme Henria ARTAUD") + TO_HIM.format("Mme la Maire"), {"pouvoirs": "Alban KOCH > Henria ARTAUD"}),
    ("Sous la présidence de M. Henri ARTAUD, maire.\n" + MAIRE + TO_HIM.format("M. le Maire"), HIS),
    # … two, none, another, or not surely
    (MAIRE.replace("CHENU,", "CHENU, maire,") + TO_HIM.format("M. le Maire"), UNSURE),
    (MAIRE.replace("CHENU,", "CHENU, maire délégué,") + TO_HIM.format("M. le Maire"), UNSURE),
    (MAIRE.replace("CHENU,", "CHENU, ancien maire,") + TO_HIM.format("M. le Maire"), UNSURE),
    (MAIRE.replace("ARTAUD, maire", "ARTAUD, maire-adjoint") + TO_HIM.format("M. le Maire"), UNSURE),
    (MAIRE.replace("ARTAUD, maire", "ARTAUD, maire honoraire") + TO_HIM.format("M. le Maire"), UNSURE),
    (MAIRE.replace("ARTAUD, maire", "ARTAUD, président") + TO_HIM.format("M. le Président"), UNSURE),
    (MAIRE + TO_HIM.format("Mme la Maire"), UNSURE),
    (MAIRE.replace("ARTAUD, maire", "ARTAUD") + TO_HIM.format("M. le Maire"), UNSURE),
    ("Convoqués par Mme Rita VERNE, maire.\n" + MAIRE + TO_HIM.format("M. le Maire"), UNSURE),
    ("Sous la présidence de Mme Odile BASSET, en l'absence du maire.\n" + MAIRE + TO_HIM.format("M. le Maire"), UNSURE),
]
PRESIDENT = "Présents : M. Henri ARTAUD, Président, Mme Odile BASSET, vice-présidente, M. Luc CHENU, Mme Paule DIOT.\n"
OFFICE_OF_A_GROUPING = [
    (PRESIDENT + TO_HIM.format("M. le Président"), HIS),
    (PRESIDENT.replace("Président,", "Président de la communauté de communes,") + TO_HIM.format("M. le Président"), {"pouvoirs": "?Alban KOCH > Henri ARTAUD"}),
    (PRESIDENT.replace("Président,", "maire,") + TO_HIM.format("M. le Maire"), UNSURE),
    (PRESIDENT.replace("Président,", "président de la commission des finances,") + TO_HIM.format("M. le Président"), UNSURE),
    (PRESIDENT.replace("Président,", "vice-président,") + TO_HIM.format("M. le Président"), UNSURE),
    (PRESIDENT.replace("CHENU,", "CHENU, Président,") + TO_HIM.format("M. le Président"), UNSURE),
]

TURNED, BOTH_AWAY = l(FOUR, "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX"), l(FOUR, "-", "-")
HOLDER_FIRST = [ # no word says who gave: he who is there holds
    (PRESENTS + "Pouvoirs : M. Luc VIAL (Mme Anne GRISOL), Mme Zoé ROUX (M. Jean MOREL)\n", TURNED),
    (PRESENTS + "Pouvoirs : Luc VIAL (Anne GRISOL), Zoé ROUX (Jean MOREL)\n", TURNED),
    (PRESENTS + "Porteurs de pouvoirs : M. Luc VIAL (Mme Anne GRISOL), Mme Zoé ROUX (M. Jean MOREL)\n", TURNED),
    (PRESENTS + "Procurations :\n- M. Luc VIAL (Mme Anne GRISOL)\n- Mme Zoé ROUX (M. Jean MOREL)\n", TURNED),
    (PRESENTS + "Pouvoirs : VIAL Luc (GRISOL Anne) ; ROUX Zoé (MOREL Jean)\n", TURNED),
    (PRESENTS + "Pouvoirs : M. VIAL (Mme GRISOL), Mme ROUX (M. MOREL)\n", l(FOUR, "GRISOL; MOREL", "GRISOL > VIAL; MOREL > ROUX")),
    (PRESENTS + "Pouvoirs : M. Luc VIAL (pouvoir Mme Anne GRISOL), Mme Zoé ROUX (pouvoir M. Jean MOREL)\n", TURNED),
    (PRESENTS + "Absents : Anne GRISOL, Jean MOREL\nPouvoirs : Luc VIAL (Anne GRISOL), Zoé ROUX (Jean MOREL)\n", TURNED),
    (PRESENTS + "Pouvoirs : Mme Anne GRISOL (M. Luc VIAL), M. Jean MOREL (Mme Zoé ROUX)\n", TURNED),
    (PRESENTS + "Absents ayant donné pouvoir : Mme Anne GRISOL (M. Luc VIAL), M. Jean MOREL (Mme Zoé ROUX)\n", TURNED),
    # … one the one way, one the other; both there; under the heading of who gives; an arrow
    (PRESENTS + "Pouvoirs : M. Luc VIAL (Mme Anne GRISOL), M. Jean MOREL (Mme Zoé ROUX)\n", l(FOUR, "-Anne GRISOL; Jean MOREL", "-")),
    (PRESENTS + "Pouvoirs : M. Luc VIAL (Mme Zoé ROUX)\n", BOTH_AWAY),
    (PRESENTS + "Ont donné pouvoir : M. Luc VIAL (Mme Anne GRISOL), Mme Zoé ROUX (M. Jean MOREL)\n",
     l(FOUR, "-Luc VIAL; Zoé ROUX", "-Luc VIAL > Anne GRISOL; Zoé ROUX > Jean MOREL")),
    (PRESENTS + "Absents ayant donné pouvoir : M. Luc VIAL (Mme Anne GRISOL)\n", l(FOUR, "-Luc VIAL", "-Luc VIAL > Anne GRISOL")),
    (PRESENTS + "Pouvoirs : Luc VIAL => Anne GRISOL, Zoé ROUX => Jean MOREL\n", BOTH_AWAY),
]


def no_chair(body):
    return lambda form: f"Extrait du registre des délibérations du {body} de Valbrise\nSéance du 12 mars 2024\n{form}Le {body}, à l'unanimité, approuve l'achat.\n"


Office = battery(OFFICE, no_chair("conseil municipal"))
HolderFirst = battery(HOLDER_FIRST, no_chair("conseil municipal"))
OfficeOfAGrouping = battery(OFFICE_OF_A_GROUPING, no_chair("conseil communautaire"))

if __name__ == "__main__":
    unittest.main()
