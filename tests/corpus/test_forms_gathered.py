#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Lists, proxies and presences as somebody wrote them who had not seen the program: labels and layouts of all sorts, and what only looks like these. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, fault, l, read_all, read_whole
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

GIVEN = PRESENTS + "Absents excusés : M. Jean MOREL (pouvoir à M. Luc VIAL)"
MOREL_GAVE, BOTH = "Jean MOREL > Luc VIAL", l(FOUR, AWAY, "Jean MOREL > Luc VIAL")
BEHIND_A_STOP = [ # nothing but a full stop before the last row, and no title before the decision
    (GIVEN + ". Mme Ida LORME\n", BOTH),
    (GIVEN + ". Mme Ida LORME\nNombre de membres en exercice : 9\n", BOTH),
    (GIVEN.replace("(pouvoir à M. Luc VIAL)", "( pouvoir à M. Luc VIAL )") + ". Mme Ida LORME\nEn exercice : 9 - présents : 4 - votants : 5\n", BOTH),
    (GIVEN + ". Mme Ida LORME, M. Guy BRUN\nVotants : 5\n", l(FOUR, AWAY + "; Guy BRUN", MOREL_GAVE)),
    (GIVEN + ". Ida LORME\n", BOTH),
    (GIVEN.replace(" (pouvoir à M. Luc VIAL)", "") + ". Mme Ida LORME\n", l(FOUR, AWAY)),
    (GIVEN + ".\nMme Ida LORME.\n", BOTH),
    # … a sentence
    (GIVEN + ". Mme Zoé ROUX est désignée secrétaire.\n", l(FOUR, "Jean MOREL", MOREL_GAVE)),
    (GIVEN + ". Mme Zoé ROUX expose le projet de voirie.\n", l(FOUR, "?Jean MOREL", "?" + MOREL_GAVE)),
    (GIVEN + ".\nM. Paul ARBEL, maire, expose le projet et propose de le retenir.\n", l(FOUR, "?Jean MOREL", "?" + MOREL_GAVE)),
]

ABSENT = PRESENTS + "Absents : Mme Ida LORME\n"
MEANWHILE, ALL_ALONG = {**l(FOUR, "Ida LORME"), "acte.presents": "-"}, {**l(FOUR, "Ida LORME"), "acte.presents": FOUR}
MOMENTS = [(ABSENT + label + "\n", MEANWHILE) for label in (
    "Arrivé en retard : M. Jean MOREL (20 h 15)", "Arrivés en retard : M. Jean MOREL, M. Guy BRUN", "Arrivée tardive : M. Jean MOREL", "Retard : M. Jean MOREL", "Retards : M. Jean MOREL",
    "En retard : M. Jean MOREL", "Retardataire : M. Jean MOREL", "Présent à partir de la délibération n° 2 : M. Jean MOREL", "Présente à partir du point 3 : Mme Odile PETIT",
    "À partir du point 3 : Mme Odile PETIT", "Présent jusqu'au point 3 : M. Paul ARBEL", "Arrivé à 20 h 15 : M. Jean MOREL", "Arrivée à 20 h 15 : Mme Odile PETIT",
    "Départ à 20 h 15 : Mme Léa DORVAL", "Parti avant la fin : M. Luc VIAL", "Sortie : M. Luc VIAL", "Arrivées : Mme Odile PETIT", "Arrivée après l'appel : Mme Odile PETIT")] + [
    (PRESENTS + "Arrivé en retard : M. Jean MOREL (20 h 15)\nAbsents : Mme Ida LORME\n", MEANWHILE),
    (ABSENT + "\nArrivé en retard : M. Jean MOREL (20 h 15)\n", MEANWHILE),
    # … of no moment, or of nobody
    (ABSENT + "En retard sur le calendrier, la commune reporte les travaux.\n", {**ALL_ALONG, **l(None, "?Ida LORME")}),
    (ABSENT, ALL_ALONG),
]

MINUTES = "COMMUNE DE VALBRISE\nProcès-verbal de la séance du conseil municipal du 26 juin 2023\n" + PRESENTS + "{}\n\n{}\nLe conseil municipal, à l'unanimité, attribue 600 € au judo club.\n\n{}\n" \
    "Le conseil municipal, à l'unanimité, attribue 400 € à la chorale.\n"
NUMBERED, POINTS = ("Délibération n° 2023-12 : Subvention au judo club", "Délibération n° 2023-13 : Subvention à la chorale"), ("1. Subvention au judo club", "2. Subvention à la chorale")
FIRST, SECOND, BOTH_OF_THEM, NEITHER = (["Luc VIAL"], []), ([], ["Luc VIAL"]), (["Luc VIAL"], ["Luc VIAL"]), (None, None)
NAMED_ACTES = [ # told in the head of minutes, of one of their actes
    (NUMBERED, "M. Luc VIAL ne prend pas part au vote de la délibération n° 2023-13.", SECOND),
    (NUMBERED, "M. Luc VIAL n'a pas pris part au vote de la délibération 2023-13.", SECOND),
    (NUMBERED, "M. Luc VIAL ne prend pas part au vote de la délibération n° 2023-12.", FIRST),
    (NUMBERED, "M. Luc VIAL ne participe pas au vote des délibérations n° 2023-12 et 2023-13.", BOTH_OF_THEM),
    (NUMBERED, "Pour la délibération n° 2023-13, M. Luc VIAL ne prend pas part au vote.", SECOND),
    (NUMBERED, "N'a pas pris part au vote : M. Luc VIAL (délibération n° 2023-13).", SECOND),
    (NUMBERED, "M. Luc VIAL se retire pour le vote de la délibération n° 2023-13.", SECOND),
    (POINTS, "M. Luc VIAL ne prend pas part au vote du point 2.", SECOND),
    (POINTS, "Conseiller intéressé n'ayant pas pris part au vote : M. Luc VIAL pour le point 2.", SECOND),
    (POINTS, "N'A PAS PRIS PART AU VOTE : M. Luc VIAL sur le dossier n° 2", SECOND),
    (POINTS, "M. Luc VIAL ne prend pas part au vote des points 1 et 2.", BOTH_OF_THEM),
    # … of none of them, of one and somebody else of the other, or of no acte that is named
    (NUMBERED, "M. Luc VIAL ne prend pas part au vote de la délibération n° 2023-14.", ([], [])),
    (NUMBERED, "M. Luc VIAL ne prend pas part au vote de la délibération n° 2022-45.", NEITHER),
    (POINTS, "N'ont pas pris part au vote : M. Luc VIAL pour le point 1, Mme Zoé ROUX pour le point 2.", NEITHER),
    (POINTS, "M. Luc VIAL ne prend pas part au vote des points 1 à 2.", NEITHER),
    (NUMBERED, "M. Luc VIAL ne prend pas part au vote.", NEITHER),
]

NOT_SURE = {"acte.deports": "-"}
WITHDRAWN = [ # who it is, or who more it is, is not read: then nobody is
    ("Mme Zoé ROUX, représentée par M. Luc VIAL, ne prend pas part au vote.", NOT_SURE),
    ("Mme Zoé ROUX, suppléée par M. Luc VIAL, ne prend pas part au vote.", NOT_SURE),
    ("Mme Zoé ROUX ayant donné pouvoir à M. Luc VIAL ne prend pas part au vote.", NOT_SURE),
    ("M. Luc VIAL ne prend pas part au vote, ni Mme Ida LORME dont il a le pouvoir.", NOT_SURE),
    ("M. Luc VIAL ne prend pas part au vote, ainsi que Mme Zoé ROUX.", NOT_SURE),
    ("M. Luc VIAL ne participe ni au débat ni au vote. Mme Zoé ROUX, son épouse, fait de même.", NOT_SURE),
    ("MME ROUX, PRÉSIDENTE, N'A PAS PARTICIPÉ AU VOTE.", {"acte.deports": "?ROUX"}),
    ("M. Luc VIAL, concerné par l'affaire, n'a ni débattu ni voté.", NOT_SURE),
    ("Sans la participation de M. Luc VIAL.", NOT_SURE),
    ("Élu intéressé : M. Luc VIAL", NOT_SURE),
    ("Conseillers intéressés : M. Luc VIAL, Mme Zoé ROUX", NOT_SURE),
    # … one who is something, and he alone
    ("M. Luc VIAL, représentant du club, ne prend pas part au vote.", {"acte.deports": "Luc VIAL"}),
    ("M. Luc VIAL ne prend part ni au débat ni au vote.", {"acte.deports": "Luc VIAL"}),
    ("Ne prend pas part au vote : 1 (M. VIAL)", {"acte.deports": "VIAL"}),
]
REFUSED = [(told, {"acte.deports": "-VIAL"}) for told in ("Refus de vote : 1 (M. VIAL)", "Refus de vote : M. VIAL")]

CAPITALS = [
    (PRESENTS + "POUVOIRS : M. JEAN MOREL DONNE POUVOIR À M. PAUL ARBEL, MME IDA LORME DONNE POUVOIR À MME ZOÉ ROUX\n", l(FOUR, AWAY, "JEAN MOREL > PAUL ARBEL; IDA LORME > ZOÉ ROUX")),
    (PRESENTS + "ABSENTS : M. JEAN MOREL A DONNÉ POUVOIR À M. PAUL ARBEL, MME IDA LORME\n", l(FOUR, "?" + AWAY, "?JEAN MOREL > PAUL ARBEL")),
    (PRESENTS + "POUVOIRS : M. JEAN MOREL POUR M. PAUL ARBEL, MME IDA LORME POUR MME ZOÉ ROUX\n", l(FOUR, "?" + AWAY, "?JEAN MOREL > PAUL ARBEL; IDA LORME > ZOÉ ROUX")),
    (PRESENTS + "ABSENTS : M. JEAN MOREL MEMBRES NOMMÉS ABSENTS : MME IDA LORME\n", l(FOUR, "?" + AWAY)),
]
LOST = l(None, "-", "-")
COLUMNS = [
    (PRESENTS + "Mandataire            Mandant\nM. Paul ARBEL         M. Jean MOREL\nMme Zoé ROUX         Mme Ida LORME\n", l(FOUR, AWAY, "Jean MOREL > Paul ARBEL; Ida LORME > Zoé ROUX")),
    (PRESENTS + "Mandataires            Mandants\nM. Paul ARBEL         M. Jean MOREL\nMme Zoé ROUX         Mme Ida LORME\n", l(FOUR, AWAY, "Jean MOREL > Paul ARBEL; Ida LORME > Zoé ROUX")),
    (PRESENTS + "Mandant            Mandataire\nM. Jean MOREL         M. Paul ARBEL\nMme Ida LORME         Mme Zoé ROUX\n", l(FOUR, AWAY, "Jean MOREL > Paul ARBEL; Ida LORME > Zoé ROUX")),
    (PRESENTS + "M. Jean MOREL, empêché, s'est fait représenter par M. Paul ARBEL. Mme Ida LORME a remis son pouvoir à Mme Zoé ROUX.\n", LOST),
    (PRESENTS + "M. Jean MOREL s'est fait représenter par M. Paul ARBEL. Mme Ida LORME a remis son pouvoir à Mme Zoé ROUX.\n", LOST),
]
STATE_BELOW = [ # a roll call in two lines; headings of one name each begin with theirs
    ("M. Paul ARBEL\nPrésent\nMme Léa DORVAL\nPrésente\nM. Luc VIAL\nExcusé\nMme Zoé ROUX\nPrésente\n", l("-", "-", "-")),
    ("M. Paul ARBEL, maire\nPrésent\nMme Léa DORVAL, 2e adjointe\nExcusée, pouvoir à M. ARBEL\nM. Luc VIAL\nPrésent jusqu'à 20 h 10\nMme Zoé ROUX\nPrésente\n", l("-", "-", "-")),
    ("Paul ARBEL\nPrésent\nLéa DORVAL\nAbsente excusée\nLuc VIAL\nPrésent\nZoé ROUX\nPouvoir à Luc VIAL\n", l("-", "-", "-")),
    (PRESENTS + "Absent\nM. Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Présents\nM. Paul ARBEL\nMme Léa DORVAL\nAbsent\nM. Luc VIAL\n", l("Paul ARBEL; Léa DORVAL", "Luc VIAL")),
]

REPLACES = [
    (PRESENTS + "Absents : Mme Ida LORME.\nM. Jean MOREL remplace Mme Ida LORME.\n", {**l("-" + FOUR, "-"), "acte.presents": "-"}),
    (PRESENTS + "Absents : Mme Ida LORME, M. Guy BRUN\nM. Jean MOREL supplée Mme Ida LORME.\n", {**l("-" + FOUR, "-"), "acte.presents": "-"}),
]


class StateBelow(unittest.TestCase):
    def test_forms__a_state_below_its_name_heads_nobody(self):
        for (form, wanted), fields in zip(STATE_BELOW, read_all([OPENING["COMMUNE"].replace("Paul ARBEL", "Guy BRUN") + form + TITLED for form, _ in STATE_BELOW])):
            for name, want in wanted.items():
                self.assertIsNone(fault(fields[name], want, False), (form, name, fields[name]))


class NamedActes(unittest.TestCase):
    def test_forms__a_withdrawal_told_in_the_head_is_of_the_acte_it_names(self):
        readings = read_whole([MINUTES.format(told, *titles) for titles, told, _ in NAMED_ACTES])
        for (_, told, wanted), whole in zip(NAMED_ACTES, readings):
            deports = [acte["deports"] for acte in whole["actes"]]
            read = tuple([p["nom"] for p in f["valeur"] or []] if f["statut"] in ("lu", "absent") else None for f in deports)
            self.assertEqual(read, wanted, told)


TITLED = "Secrétaire de séance : Mme Zoé ROUX\nObjet : Voirie\nLe conseil municipal, par 4 voix pour, accepte le devis de 300 €.\n"
Moments = battery(MOMENTS, lambda form: OPENING["COMMUNE"] + form + TITLED, without=("a colon lost", "a margin"))
BehindAStop = battery(BEHIND_A_STOP, lambda form: OPENING["COMMUNE"] + form + "Après en avoir délibéré, le conseil municipal, par 5 voix pour, accepte le devis de 300 €.\n", without=("a margin", "a footer"))
Bodies = battery(BODIES, lambda form: form + "VU le code général des collectivités territoriales,\nAPRÈS EN AVOIR DÉLIBÉRÉ, à l'unanimité,\nARTICLE PREMIER : APPROUVE le plan.\n")
DEBATE = PRESENTS + "Objet : Subvention au club\nLe conseil municipal, par 3 voix pour, approuve la subvention au club de Valbrise.\n{}\n"
Withdrawn = battery(WITHDRAWN + REFUSED, lambda form: OPENING["COMMUNE"] + DEBATE.format(form), without=("a comma lost", "a margin", "a footer", "lines broken"))
Capitals = battery(CAPITALS, lambda form: OPENING["COMMUNE"] + form + TITLED)
Columns = battery(COLUMNS, lambda form: OPENING["COMMUNE"] + form + TITLED, without=("a margin", "a footer"), in_lines=("lines broken", "a comma lost", "a colon lost", "spaces doubled"))
Replaces = battery(REPLACES, lambda form: OPENING["COMMUNE"] + form + TITLED, without=("a margin", "a footer"))

if __name__ == "__main__":
    unittest.main()
