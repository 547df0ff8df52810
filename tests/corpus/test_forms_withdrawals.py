#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Who is away from a vote, told in other words than « ne prend pas part au vote »; and who is not, though he goes. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, flat, read_all

ACT = ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
       "Le conseil municipal s'est réuni sous la présidence de M. Paul ARBEL, maire.\n"
       "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\nSecrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré\n"
       "Vu le code général des collectivités territoriales ;\n")
UNANIMOUS = "Le conseil municipal, après en avoir délibéré, à l'unanimité, APPROUVE l'achat.\n"
END = "Fait et délibéré les jour, mois et an que dessus. Pour extrait conforme.\n"


def told(words, who, status="!?"):
    return (words + "\n" + UNANIMOUS, {"acte.deports": status + who})


AWAY = [
    told("M. Luc VIAL s'étant déporté,", "Luc VIAL"),
    told("Mme Zoé ROUX et M. Luc VIAL s'étant déportés, il est passé au vote.", "Zoé ROUX; Luc VIAL"),
    told("M. VIAL, vendeur, sort.", "VIAL"),
    told("Mme ROUX et M. VIAL sortent de la pièce.", "ROUX; VIAL"),
    told("M. le Maire, concerné, sort.", "Paul ARBEL"),
    told("(Mme Zoé ROUX, concernée par ce dossier, ayant quitté la séance)", "Zoé ROUX"),
    told("M. Luc VIAL étant sorti, il est passé au vote.", "Luc VIAL"),
    told("Pour des raisons personnelles, Mme Zoé ROUX s'absente pour ce point.", "Zoé ROUX"),
    told("Mme Zoé ROUX n'assiste pas à ce point.", "Zoé ROUX"),
    told("Le maire invite M. VIAL, vendeur, à quitter la salle, ce qu'il fait.", "VIAL"),
    told("Le maire demande à Mme Zoé ROUX de se retirer.", "Zoé ROUX"),
    told("M. Luc VIAL indique ne pas souhaiter participer au débat ni au vote.", "Luc VIAL"),
    told("Mme Zoé ROUX étant intéressée, elle ne participe pas au vote.", "Zoé ROUX"),
    told("Le fils de M. Luc VIAL ne participe pas au vote.", "", "-"),
]
ROWS = [
    told("M. Luc VIAL, qui tient un étal, ne prend pas part au vote.", "Luc VIAL", ""),
    told("M. VIAL et Mme ROUX, que ce dossier concerne, ne prennent pas part au vote.", "VIAL; ROUX", "!?"),
    told("Mme ROUX (présidente de l'amicale) se retire.", "ROUX", ""),
    told("Mme ROUX (pouvoir de M. GRISOL) se retire.", "ROUX", "!?"),
    told("Mme Zoé ROUX (présidente de l'amicale) et M. Luc VIAL (trésorier) se retirent.", "Zoé ROUX; Luc VIAL", "!?"),
    told("M. Luc VIAL et son pouvoir ne prennent pas part au vote.", "Luc VIAL", ""),
    told("M. le Maire et Mme ROUX ne participent pas au vote.", "Paul ARBEL; ROUX", ""),
    told("Mme Zoé ROUX, M. le Maire et M. Luc VIAL se retirent.", "Zoé ROUX; Paul ARBEL; Luc VIAL", ""),
    told("M. le Trésorier et Mme ROUX ne participent pas au vote.", "ROUX", "-"),
    ("Adopté à l'unanimité, Luc VIAL ne prenant pas part au vote.\n", {"acte.deports": "Luc VIAL"}),
    ("Adopté par 2 voix pour, Zoé ROUX et Luc VIAL ne prenant pas part au vote.\n", {"acte.deports": "Zoé ROUX; Luc VIAL"}),
    ("Adopté à l'unanimité, Guy PORTAL ne prenant pas part au vote.\n", {"acte.deports": "-"}),
    ("Adopté à l'unanimité, Guy PORTAL et Luc VIAL ne prenant pas part au vote.\n", {"acte.deports": "-"}),
]
CONCERNED = [ # the reason stands right behind who goes, or before him
    told("M. le Maire concerné, sort.", "Paul ARBEL"),
    told("M. Luc VIAL concerné, sort.", "Luc VIAL"),
    told("Mme ROUX intéressée sort.", "ROUX"),
    told("Étant intéressé, M. Luc VIAL quitte la séance.", "Luc VIAL"),
    told("M. Luc VIAL, directement concerné par l'affaire, se lève et sort.", "Luc VIAL"),
    told("M. Luc VIAL se lève et sort.", "Luc VIAL"),
    told("M. ARBEL et Mme ROUX concernés sortent.", "ARBEL; ROUX"),
    told("Concernée, Mme Zoé ROUX quitte la séance.", "Zoé ROUX"),
    # … or he says what he will do
    told("Mme ROUX déclare se retirer du vote.", "ROUX"),
    told("Mme ROUX décide de ne pas prendre part au vote.", "ROUX"),
    told("Mme ROUX préfère ne pas voter.", "ROUX"),
    told("M. VIAL et Mme ROUX choisissent de ne pas participer au vote.", "VIAL; ROUX"),
    told("M. Luc VIAL sort avec le pouvoir de Mme Anne GRISOL.", "Luc VIAL"),
    told("Le groupe Agir quitte la salle.", "Zoé ROUX"),
]
NOT_AWAY = [
    "M. Luc VIAL prend part au vote.", "M. Luc VIAL sort un plan de son cartable.", "Mme Zoé ROUX quitte définitivement la séance à 21 h 15.", "M. Luc VIAL sort à 21 h 10.",
    "L'acquéreur, M. Yves PORTAL, sort.", "Le locataire de M. Luc VIAL s'est retiré.", "Le maire demande au public de sortir.", "M. Luc VIAL demande à sortir du syndicat des eaux.",
    "Mme Zoé ROUX souhaite que l'eau ne sorte plus du fossé.", "Le géomètre, concerné, sort.", "Les parcelles concernées sortent du périmètre.", "Le public se lève et sort.",
    "Les riverains concernés sortent.", "M. VIAL propose de ne pas voter la hausse.", "Les élus intéressés doivent ne pas prendre part au vote.", "M. VIAL souhaite se retirer du syndicat.",
    "M. VIAL sort avec fierté un plan de son cartable.",
]


class NotAway(unittest.TestCase):
    def test_forms__nobody_withdrew(self):
        texts = [ACT + words + "\n" + UNANIMOUS + END for words in NOT_AWAY]
        for shape in (texts, list(map(flat, texts))):
            for words, fields in zip(NOT_AWAY, read_all(shape)):
                self.assertEqual((words, fields["acte.deports"]["statut"]), (words, "absent"))


class BehindAVisa(unittest.TestCase):
    def test_forms__a_visa_of_a_text_without_line_ends_takes_no_withdrawal(self):
        visas = ACT.replace("territoriales ;", "territoriales,")
        for words in ("M. Luc VIAL s'étant déporté,", "M. Luc VIAL, vendeur, sort."):
            fields, = read_all([flat(visas + words + "\n" + UNANIMOUS + END)])
            self.assertNotEqual(fields["acte.deports"]["statut"], "absent")


Away = battery(AWAY, lambda form: ACT + form + END, without=("a footer", "a margin", "a comma lost"))
Concerned = battery(CONCERNED, lambda form: ACT + form + END, without=("a footer", "a margin", "a comma lost"))
Rows = battery(ROWS, lambda form: ACT + form + END, without=("a footer", "a margin", "a comma lost"))

if __name__ == "__main__":
    unittest.main()
