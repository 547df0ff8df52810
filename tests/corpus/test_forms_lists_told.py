#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What stands between the lists of a head or right behind them: who comes or goes, who is told away, who votes for another, said in no list. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, flat, l, read_whole
from test_heads import OPENING, REST

THREE = "M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL"
NAMED = "Paul ARBEL; Léa DORVAL; Luc VIAL"
HERE = "Présents : %s\n" % THREE
AWAY = "Absents : Mme Anne GRISOL, M. Jean MOREL\n"
BOTH = "Anne GRISOL; Jean MOREL"


def acte(presents, absents):
    """The lists, and that nobody knows who was there for the acte."""
    return {**l(presents, absents), "acte.presents": "-" + presents}


# A sentence of a move is of no list, whoever stands before it; it leaves the presence at each acte unsure.
MOVES = [
    (HERE + AWAY + "Arrivée de M. Jean MOREL au point 3\n", acte(NAMED, BOTH)),
    (HERE + AWAY + "Arrivée de M. Jean MOREL à la délibération n° 2024-13\n", acte(NAMED, BOTH)),
    (HERE + AWAY + "Départ de Mme Léa DORVAL au point 3\n", acte(NAMED, BOTH)),
    (HERE + AWAY + "Sortie de Mme Léa DORVAL pour la délibération n° 13\n", acte(NAMED, BOTH)),
    (HERE + AWAY + "Arrivées : M. Jean MOREL au point 2, Mme Anne GRISOL au point 3\n", acte(NAMED, BOTH)),
    (HERE + "Arrivée de M. Guy BRUN au point 2\n" + AWAY, acte(NAMED, BOTH)),
    (HERE + "Absents : Mme Anne GRISOL, M. Jean MOREL - Arrivée de Mme Anne GRISOL à la question n° 2\n", acte(NAMED, BOTH)),
    # whom no list knows
    (HERE + "\nArrivée de M. Guy BRUN à la délibération 2024-13.\n", acte(NAMED, None)),
    (HERE + AWAY + "Arrivée de M. Guy BRUN au point 2\n", acte(NAMED, BOTH)),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL\nAbsents : Anne GRISOL, Jean MOREL\nArrivée de Guy BRUN à 20 h 15\n", acte(NAMED, BOTH)),
    # told again of who is listed, in a sentence
    (HERE + AWAY.rstrip() + ".\nM. MOREL arrive à la délibération 2024-13\n", acte(NAMED, BOTH)),
    (HERE + AWAY.rstrip() + ".\nJean MOREL arrive au point 2\n", acte(NAMED, BOTH)),
    (HERE + AWAY.rstrip() + ".\nM. MOREL arrivera à la délibération n° 2024-13\n", acte(NAMED, BOTH)),
    # … and nobody comes
    (HERE + AWAY + "Arrivée de la fibre à Valbrise : M. Luc VIAL fait le point.\n", {**l(NAMED, "?" + BOTH), "acte.presents": "?" + NAMED}),
]

# A proxy told of who holds it, in a sentence, behind a comma or a colon.
ONE, TWO = l(NAMED, "Anne GRISOL", "Anne GRISOL > Luc VIAL"), l(NAMED, BOTH, "Anne GRISOL > Luc VIAL; Jean MOREL > Léa DORVAL")
HOLDERS = [
    (HERE + "M. Luc VIAL, mandataire de Mme Anne GRISOL\n", ONE),
    (HERE + "Absente : Mme Anne GRISOL\nM. Luc VIAL, mandataire de Mme Anne GRISOL\n", ONE),
    (HERE + "M. Luc VIAL : pouvoir de Mme Anne GRISOL\nMme Léa DORVAL : pouvoir de M. Jean MOREL\n", TWO),
    (HERE + "Pouvoirs :\nM. Luc VIAL : pouvoir de Mme Anne GRISOL\nMme Léa DORVAL : pouvoir de M. Jean MOREL\n", TWO),
    (HERE + "Pouvoirs :\nM. Luc VIAL, pouvoir de Mme Anne GRISOL\nMme Léa DORVAL, pouvoir de M. Jean MOREL\n", TWO),
    (HERE + AWAY + "M. Luc VIAL représente Mme Anne GRISOL\nMme Léa DORVAL représente M. Jean MOREL\n", l(NAMED, BOTH, "?Anne GRISOL > Luc VIAL; Jean MOREL > Léa DORVAL")),
    (HERE + "Absents représentés :\nM. Luc VIAL représente Mme Anne GRISOL\nMme Léa DORVAL représente M. Jean MOREL\n", TWO),
    (HERE.rstrip() + ".\nM. Luc VIAL vote au nom de Mme Anne GRISOL.\nMme Léa DORVAL est mandataire de M. Jean MOREL.\n", TWO),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, mandataire de Mme Anne GRISOL\nAbsente : Mme Anne GRISOL\n", ONE),
    (HERE + "Mme Anne GRISOL a chargé M. Luc VIAL de la représenter.\n", ONE),
    (HERE + "Mme Anne GRISOL a mandaté M. Luc VIAL pour voter en son nom.\n", ONE),
    (HERE + "Ont délégué leur droit de vote : Mme Anne GRISOL à M. Luc VIAL, M. Jean MOREL à Mme Léa DORVAL\n", TWO),
    (HERE.rstrip() + ".\nMme Anne GRISOL, empêchée, a donné pouvoir à M. Luc VIAL. M. Jean MOREL, souffrant, a remis son pouvoir à Mme Léa DORVAL.\n", TWO),
    # a name beside them without a proxy; the wrong way round; nobody's proxy
    (HERE.rstrip() + ".\nM. Luc VIAL, mandataire de Mme Anne GRISOL, M. Jean MOREL.\n", l(NAMED, "-", "-")),
    (HERE.rstrip() + ".\nAbsente : Mme Anne GRISOL.\nMme Anne GRISOL représente M. Luc VIAL.\n", l(NAMED, "?Anne GRISOL", "-")),
    (HERE.rstrip() + ".\nMme Ida LORME représente Mme Anne GRISOL.\n", l("?" + NAMED, "-", "-")),
    (HERE + AWAY.rstrip() + ".\nM. Luc VIAL représente la commune au syndicat.\n", l(NAMED, BOTH, "-")),
    (HERE + AWAY.rstrip() + ".\nM. Jean MOREL a chargé M. Luc VIAL de préparer le budget.\n", l(NAMED, BOTH, "-")),
]
# A note below the list is of whose name bears its mark.
NOTES = [
    ("Présents : M. Paul ARBEL, M. Luc VIAL%s, Mme Léa DORVAL%s\n%s porteur du pouvoir de Mme Anne GRISOL\n" % (mark, stop, mark), l("?" + NAMED, "-", "-")) for mark, stop in (("*", "."), ("*", ""), ("**", ""), (" (1)", ""), (" (a)", "."))
] + [
    (HERE + "Absents : Mme Anne GRISOL%s, M. Jean MOREL\n%s pouvoir à M. Luc VIAL\n" % (mark, mark), l(NAMED, "?" + BOTH, "-")) for mark in ("*", " (1)", " (a)")
] + [
    (HERE + "Absents : Mme Anne GRISOL *, M. Jean MOREL\n(*) pouvoir à M. Luc VIAL\n", l(NAMED, "?" + BOTH, "-")),
    (HERE + "Absents : Mme Anne GRISOL*, M. Jean MOREL\n* représentée par M. Luc VIAL\n", l(NAMED, "?" + BOTH, "-")),
]
# Who is away, under other words.
AWAYS = [
    (HERE + "Manquaient à l'appel : Mme Anne GRISOL, M. Jean MOREL\n", l(NAMED, BOTH)),
    (HERE + "Non-présents : Mme Anne GRISOL, M. Jean MOREL\n", l(NAMED, BOTH)),
    (HERE + "N'ont pu assister à la séance : Mme Anne GRISOL, M. Jean MOREL\n", l(NAMED, BOTH)),
    (HERE + "Mme Anne GRISOL s'est fait excuser.\n", l(NAMED, "-")),
    (HERE + "M. Jean MOREL s'est excusé.\n", l(NAMED, "-")),
    (HERE.rstrip() + ".\nM. Jean MOREL n'a pas pu venir.\n", {**l(NAMED, "-"), "absents": "!-"}),
    (HERE.rstrip() + ".\nM. Jean MOREL a accepté d'être représenté par M. Luc VIAL.\n", {**l(NAMED), "pouvoirs": "!-"}),
    (HERE + "Connectés en visioconférence : M. Guy BRUN, Mme Ida LORME\n" + AWAY, l(NAMED + "; Guy BRUN; Ida LORME", BOTH)),
    (HERE.rstrip() + ".\nConnecté à distance : M. Guy BRUN.\n" + AWAY, l(NAMED + "; Guy BRUN", BOTH)),
]
# Two columns, the holders first.
COLUMNS = [
    (HERE + "Mandataires        Mandants\nM. Luc VIAL        Mme Anne GRISOL\nMme Léa DORVAL     M. Jean MOREL\n", TWO),
    (HERE + "Pouvoirs :\nMandataire         Mandant\nM. Luc VIAL        Mme Anne GRISOL\nMme Léa DORVAL     M. Jean MOREL\n", TWO),
    (HERE + "Mandataires        Mandants\nM. Luc VIAL        Mme Anne GRISOL\nM. Jean MOREL      Mme Léa DORVAL\n", l(NAMED, "-", "-")),
    (HERE + "Mandataires        Mandants\nMme Anne GRISOL    M. Luc VIAL\nM. Jean MOREL      Mme Léa DORVAL\n", l(NAMED, "-" + BOTH, "-Anne GRISOL > Luc VIAL; Jean MOREL > Léa DORVAL")),
]
# Who sits for another is told among those who are away: there, or away as well.
SUBSTITUTES = [
    (HERE + "Absents : M. Jean MOREL\nMme Ida LORME (suppléante de Mme GRISOL)\n", l(NAMED, "?Jean MOREL")),
    (HERE.rstrip() + ", Mme Ida LORME (suppléante de Mme GRISOL)\nAbsents : M. Jean MOREL\n", l(NAMED + "; Ida LORME", "Jean MOREL")),
]
# Who presides, where nothing stands behind the verb.
CHAIRS = [
    (HERE.rstrip() + ".\nLéa DORVAL est secrétaire.\nPaul ARBEL, maire, préside.\n", {**l(NAMED), "seance.president": "Paul ARBEL", "seance.secretaires": "Léa DORVAL"}),
    ("M. Paul ARBEL, maire, préside.\n" + HERE, {**l(NAMED), "seance.president": "Paul ARBEL"}),
    (HERE.rstrip() + ".\nM. Luc VIAL rend compte des travaux de l'association qu'il préside.\n", {**l(NAMED), "seance.president": "-"}),
]

Moves = battery(MOVES, lambda form: OPENING["COMMUNE"] + form + REST)
Holders = battery(HOLDERS, lambda form: OPENING["COMMUNE"] + form + REST)
Aways = battery(AWAYS, lambda form: OPENING["COMMUNE"] + form + REST, without=("a margin",))
Notes = battery(NOTES, lambda form: OPENING["COMMUNE"] + form + REST, without=("a margin",))
Columns = battery(COLUMNS, lambda form: OPENING["COMMUNE"] + form + REST)
Substitutes = battery(SUBSTITUTES, lambda form: OPENING["EPCI"] + form + REST)
Chairs = battery(CHAIRS, lambda form: "COMMUNE DE VALBRISE\nConseil municipal du 12 mars 2024\n" + form + "\nObjet : Achat d'un pré\nLe conseil municipal, à l'unanimité, DÉCIDE d'acheter le pré.\n")

TWO_ACTES = ("COMMUNE DE VALBRISE\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 12 MARS 2024\n" + HERE + "%s\n\nDélibération n° 2024-11\nObjet : Tarifs du lavoir\n%s\nPour : 3. Adopté à l'unanimité.\n\n"
             "Délibération n° 2024-12\nObjet : Achat d'un pré\nPour : 3. Adopté à l'unanimité.\n")
IN_THE_HEAD = ["M. Luc VIAL ne prend pas part au vote.", "N'a pas pris part au vote : M. Luc VIAL", "M. Luc VIAL déclare un conflit d'intérêts et quitte la séance."]
PERHAPS = ["M. Luc VIAL déclare un conflit d'intérêts et quitte la séance.", "M. Luc VIAL et Mme Léa DORVAL déclarent un conflit d'intérêts et quittent la séance.", "M. Luc VIAL signale un conflit d'intérêts et sort.",
           "M. Luc VIAL fait état d'un lien d'intérêt et quitte la séance.", "En raison d'un conflit d'intérêts, M. Luc VIAL quitte la séance.", "M. Luc VIAL déclare un conflit d'intérêts.", "Élu(s) intéressé(s) : Luc VIAL",
           "Conflit d'intérêts : M. Luc VIAL", "M. Luc VIAL s'abstient de participer au débat et au vote."]
NOBODY = ["M. Luc VIAL rappelle qu'il n'a aucun conflit d'intérêts.", "M. Luc VIAL présente la charte sur le conflit d'intérêts.", "Conflit d'intérêts : néant", "M. Luc VIAL s'abstient de tout commentaire."]


class Withdrawals(unittest.TestCase):
    """déports of the two actes: not said to be none where a withdrawal is told, in the head of both or in words that do not tell who voted."""

    def deports(self, head="", acte=""):
        for ends in (str, flat):
            whole, = read_whole([ends(TWO_ACTES % (head, acte))])
            yield [a["deports"]["statut"] for a in whole["actes"]]

    def test_forms__told_in_the_head_it_is_of_any_acte(self):
        for told in IN_THE_HEAD:
            for read in self.deports(head=told):
                self.assertEqual(read, ["illisible"] * 2, told)
        for read in self.deports(head="M. Luc VIAL ne prend pas part au vote de la délibération n° 2024-12."):
            self.assertEqual(read, ["absent", "lu"])
        for read in self.deports(head="Ne prend pas part au vote : néant"):
            self.assertEqual(read[1], "absent")

    def test_forms__an_interest_that_is_declared(self):
        for told in PERHAPS:
            for read in self.deports(acte=told):
                self.assertEqual(read, ["illisible", "absent"], told)

    def test_forms__talk_of_interests(self):
        for told in NOBODY:
            for read in self.deports(acte=told):
                self.assertEqual(read, ["absent"] * 2, told)


if __name__ == "__main__":
    unittest.main()
