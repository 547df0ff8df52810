#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The identifier of the act and the number of the acte: stamps of every transmission system, numbers of houses, numbers of other things. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import DAY, SERVICE, battery, flat, read_all

HEAD = "COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
REST = ("Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nSecrétaire de séance : Mme Léa DORVAL\n{objet}Vu le code général des "
        "collectivités territoriales ;\nVu la délibération n° 2022-77 du 4 février 2022 ;\nLe conseil, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter "
        "le pré cadastré AB 125.\n{foot}")


def both(number):
    return {"identifiant": number, "acte.numero": number}


def stamp(identifier, number="-"):
    return {"identifiant": identifier, "acte.numero": number}


OBJET = "Objet : Achat d'un pré\n"
FULL = "999-219900123-20240312-D2024_15-DE"
FORMS = [ # (head, objet, foot), wanted
    (("Délibération n° 2024-15\n", OBJET, ""), both("2024-15")),
    (("DÉLIBÉRATION N°2024-15\n", OBJET, ""), both("2024-15")),
    (("Délibération N° 2024/15\n", OBJET, ""), both("2024/15")),
    (("Délibération n° 15/2024\n", OBJET, ""), both("15/2024")),
    (("DELIBERATION n°2024-03-15\n", OBJET, ""), both("2024-03-15")),
    (("Délibération n° D-2024-015\n", OBJET, ""), both("D-2024-015")),
    (("DÉLIBÉRATION N° 24_03_015\n", OBJET, ""), both("24_03_015")),
    (("Délibération n° 24-015\n", OBJET, ""), both("24-015")),
    (("Délibération n° 015-2024\n", OBJET, ""), both("015-2024")),
    (("DÉLIBÉRATION N° DEL2024_015\n", OBJET, ""), both("DEL2024_015")),
    (("DCM n° 2024-015\n", OBJET, ""), both("2024-015")),
    (("Délibération n° 2024.03.15\n", OBJET, ""), both("2024.03.15")),
    (("Délibération numéro 2024-15\n", OBJET, ""), both("2024-15")),
    (("Délibération : 2024-15\n", OBJET, ""), both("2024-15")),
    (("Délibération 2024-15\n", OBJET, ""), both("2024-15")),
    (("N° de délibération : 2024-15\n", OBJET, ""), both("2024-15")),
    (("Numéro de délibération : 2024-15\n", OBJET, ""), both("2024-15")),
    (("N° de la délibération : 2024-15\n", OBJET, ""), both("2024-15")),
    (("DÉLIBÉRATION DU CONSEIL MUNICIPAL N° 2024-15\n", OBJET, ""), both("?2024-15")),
    (("Délibération du conseil municipal n°2024-15\n", OBJET, ""), both("?2024-15")),
    (("Délibération n° 2024-15 : Achat d'un pré\n", "", ""), both("2024-15")),
    (("2024-15 - Achat d'un pré\n", OBJET, ""), {"identifiant": "?2024-15", "acte.numero": "?2024-15"}),
    (("N° 2024-15\n", OBJET, ""), {"identifiant": "-", "acte.numero": "?2024-15"}),
    (("N° 15\n", OBJET, ""), {"identifiant": "-", "acte.numero": "?15"}),
    (("N° d'ordre : 15\n", OBJET, ""), {"identifiant": "?15", "acte.numero": "?15"}),
    (("Délibération n° 15\n", OBJET, ""), both("?15")),
    (("", "DEL2024-015 Objet : Achat d'un pré\n", ""), both("DEL2024-015")),
    (("", "DL-2024-015\nOBJET : ACHAT D'UN PRÉ\n", ""), both("DL-2024-015")),
    (("Délibération n° 2024-15\nN° 2024-99 du registre\n", OBJET, ""), {"identifiant": "?2024-15", "acte.numero": "?2024-15"}),
    (("Délibération n°CM-2024-03-15\n", OBJET, ""), both("CM-2024-03-15")),
    (("DÉLIBÉRATION N° CC.2024.015\n", OBJET, ""), both("CC.2024.015")),
    (("Délibération n° 2024_015_DEL\n", OBJET, ""), both("?2024_015_DEL")),
    (("Délibération n° 20240312-15\n", OBJET, ""), both("20240312-15")),
    (("DÉLIBÉRATION n°2024-03-12 1812\n", OBJET, ""), both("2024-03-12 1812")),
    (("Délibération 20240312_039 20240312_040 20240312_041\n", OBJET, ""), both("-")),
    (("Délibération n° 2024-15A\n", OBJET, ""), both("?2024-15A")),
    (("Délibération n° 2024-15 bis\n", OBJET, ""), both("?2024-15 bis")),
    (("Envoyé en préfecture le 14/03/2024\nReçu en préfecture le 14/03/2024\nPublié le 15/03/2024\nID : " + FULL + "\n", OBJET, ""), stamp(FULL)),
    (("Envoyé en préfecture le 14/03/2024\nReçu en préfecture le 14/03/2024\nAffiché le\nID : " + FULL + "\n", OBJET, ""), stamp(FULL)),
    (("AR Prefecture\n" + FULL + "\nReçu le 14/03/2024\n", OBJET, ""), stamp(FULL)),
    (("Accusé de réception en préfecture\n" + FULL + "\nDate de télétransmission : 14/03/2024\nDate de réception préfecture : 14/03/2024\n", OBJET, ""), stamp(FULL)),
    (("Délibération n° 2024-15\n", OBJET, "Accusé de réception en préfecture\n" + FULL + "\nDate de télétransmission : 14/03/2024\n"), stamp(FULL, "2024-15")),
    (("Délibération n° 2024-15\n", OBJET, "Identifiant Acte : " + FULL + "\n"), stamp(FULL, "2024-15")),
    (("Délibération n° 2024-15\n", OBJET, "Numéro Acte : D2024_15\nIdentifiant Acte : " + FULL + "\n"), stamp(FULL, "2024-15")),
    (("Délibération n° 2024-15\n", OBJET, "Identifiant de télétransmission : " + FULL + "\n"), stamp(FULL, "2024-15")),
    (("ID : 999-219900123-20240312-2024_15-DE\n", OBJET, ""), stamp("999-219900123-20240312-2024_15-DE")),
    (("ID : 02A-212000123-20240312-D2024_15-DE\n", OBJET, ""), stamp("02A-212000123-20240312-D2024_15-DE")),
    (("ID : 999-219900123-20240312-DEL20240315-DE\n", OBJET, ""), stamp("999-219900123-20240312-DEL20240315-DE")),
    (("ID : 999-219900123-20240312-24_03_15_A-DE\n", OBJET, ""), stamp("999-219900123-20240312-24_03_15_A-DE")),
    (("ID : 999-219900123-20240312-lmc1H9999H1-DE\n", OBJET, ""), stamp("999-219900123-20240312-lmc1H9999H1-DE")),
    (("ID : CP20240015\n", OBJET, ""), stamp("CP20240015")),
    (("Délibération n° 2024-15\n", OBJET, "ID : " + FULL + "\nID : " + FULL + "\n"), stamp(FULL, "2024-15")),
    (("Délibération n° 2024-15\nID : " + FULL + "\n", OBJET, "ID : 999-219900123-20240312-D2024_16-DE\n"), stamp("-", "2024-15")),
    (("", OBJET, "Vu l'arrêté n° 2024-33\n"), both("-")),
    (("", OBJET, "Marché n° 2024-15 attribué à la société Lenoir\n"), both("-")),
    (("Dossier n° 2024-15\n", OBJET, ""), both("-")),
    (("Rapport n° 7\n", OBJET, ""), {"identifiant": "-", "acte.numero": "?7"}),
    (("Point n° 7\n", OBJET, ""), {"identifiant": "-", "acte.numero": "?7"}),
    (("", OBJET, "SIRET : 219 900 123 00015\nTél. : 03 99 12 34 56\n"), both("-")),
    (("Convocation n° 2024-02\n", OBJET, ""), both("-")),
    (("", OBJET, "La présente délibération annule la délibération n° 2023-88.\n"), both("-")),
    (("", "Objet : Modification de la délibération n° 2023-88\n", ""), both("-2023-88")),
    (("Délibération n° 2024-15\n", "Objet : Modification de la délibération n° 2023-88\n", ""), both("2024-15")),
    (("Registre n° 2024/3 - Feuillet 2024/118\n", OBJET, ""), both("-")),
    (("Délibération affichée le 14 mars 2024\n", OBJET, ""), both("-")),
    (("Délibération du 12 mars 2024\n", OBJET, ""), both("-")),
    (("Délibération n° \n", OBJET, ""), both("-")),
]


def frame(form):
    head, objet, foot = form.split("\x1f")
    return HEAD + head + REST.format(objet=objet, foot=foot)


FORMS = [("\x1f".join(parts), wanted) for parts, wanted in FORMS]
Numbers = battery(FORMS, frame, (SERVICE, DAY))

BOXES = [  # the title of the column, or a margin that fell among its labels: a count is no number
    ("Nombre de membres\nAfférents au conseil En exercice Ayant pris part à la\n\nDélibération\n15 14 13\n", {"acte.numero": "-"}),
    ("EXTRAIT DU REGISTRE\n15 afférents\nDélibération\n15\n14\n13\n", {"acte.numero": "-"}),
    ("Qui ont pris part au vote\nDÉLIBÉRATION | 15 | 14 | 13\n", {"acte.numero": "-"}),
    ("Afférents au conseil\nDélibération 15\nen exercice 14\n", {"acte.numero": "-"}),
    ("Délibération 15\nEn exercice : 14\n", {"acte.numero": "15"}),
    ("Délibération 15\n14 mars 2024\n", {"acte.numero": "15"}),
    ("Délibération n° 15\n14 membres en exercice\n", {"acte.numero": "15"}),
]
Boxes = battery(BOXES, lambda form: HEAD + form + REST.format(objet=OBJET, foot=""), (SERVICE,), ("a footer", "a margin"))

# The first of several actes in minutes, with what comes before it.
VOTED = "\nMonsieur le Maire expose le projet.\nLe conseil municipal, après en avoir délibéré, à l'unanimité, accepte.\n"
ROLL = "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 12 MARS 2024\nPrésents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL.\nSecrétaire de séance : Mme Léa DORVAL\n"
DECIDED = "Décisions du maire :\n- 13/2024 : Bail du hangar, loyer de 620 €\n- 14/2024 : Convention de médecine\n"
MINUTES = [
    ("2024-1 BUDGET – ADOPTION D’UN PACTE DE GOUVERNANCE" + VOTED + "2024-2 VOIRIE – CONVENTION DE PASSAGE" + VOTED, both("2024-1")),
    ("2024/03/01 ADOPTION DU RÈGLEMENT DE LA CANTINE" + VOTED, both("2024/03/01")),
    ("2024-0051/5.2 ÉLECTION DES DÉLÉGUÉS DU SYNDICAT" + VOTED, both("2024-0051/5.2")),
    (DECIDED + "2024-06-001\nII – Décisions modificatives" + VOTED, both("?2024-06-001")),
    (DECIDED + "\n2024-02-001\n\n\nInstallation d’un délégué" + VOTED + "2024-02-002\nTarifs" + VOTED, both("?2024-02-001")),
    ("2024 03 n°01 - Procès Verbal du 6 février 2024" + VOTED, both("2024 03 n°01")),
    ("Installation d’un conseiller municipal Réf : 2024D091" + VOTED, both("2024D091")),
    ("Achat d'un pré\nRéf. 2024DEL015" + VOTED, both("2024DEL015")),
    ("1. APPROBATION DU PROCÈS-VERBAL DE LA SÉANCE DU 14 JANVIER 2024 – D11-2024\nMonsieur le Maire soumet le procès-verbal." + VOTED, both("D11-2024")),
    ("2024-12 SIGNATURE DU CONTRAT DE MAINTENANCE\n2024-13 SIGNATURE DU BAIL DU HANGAR COMMUNAL" + VOTED, both("?2024-13")),
    ("Décision n° 2024-12 : signature du contrat\nDécision n° 2024-13 : bail" + VOTED, both("-")),
    ("Marché 2024-12 LOT GROS ŒUVRE ET MAÇONNERIE" + VOTED, both("-")),
    ("Parcelle cédée\n2023-12 VOIRIE RURALE DE LA VALBRISE" + VOTED, both("-")),
    ("Ordre du jour :\n . Délibération n° 1906202301 du 19 juin 2023 : reformulation et retrait\nAchat d'un pré" + VOTED, both("-")),
    ("Ordre du jour :\n- Délibération n° 2023-88 : retrait\nAchat d'un pré" + VOTED, both("-")),
    ("Registre 2024-118\nACHAT DU PRÉ COMMUNAL" + VOTED, both("-")),
    ("2024-118\nACHAT DU PRÉ COMMUNAL" + VOTED, both("?2024-118")),
    ("Réf : 2024-118\nACHAT DU PRÉ COMMUNAL" + VOTED, both("-")),
    ("2024 03 12\nACHAT DU PRÉ COMMUNAL" + VOTED, both("-")),
]
Minutes = battery(MINUTES, lambda form: ROLL + form, (SERVICE, DAY))

OF_THE_ACT = ("COMMUNE DE VALBRISE\nConseil municipal\nSéance du 12 mars 2024\nDÉLIBÉRATION N° 2024/045\nPrésents : M. Paul ARBEL, Mme Léa DORVAL.\n"
              "Le conseil municipal, à l'unanimité, approuve la présente délibération n° 2024/045.\n{}\n")
STAMPED = OF_THE_ACT.replace("DÉLIBÉRATION N° 2024/045\n", "").replace(" n° 2024/045", "")
CITED = [  # the act's own number cites nothing; another day's or another number does
    (OF_THE_ACT.format("Annexe à la délibération n° 2024/045 du 12 mars 2024"), []),
    (OF_THE_ACT.format("Elle remplace la délibération n° 2024/044 du 12 mars 2024."), ["DELIB/?/2024-03-12/2024/044"]),
    (OF_THE_ACT.format("Elle remplace la délibération n° 2024/045 du 4 février 2024."), ["DELIB/?/2024-02-04/2024/045"]),
    # nor do the paper's title, its stamp, a list of the séance's, and the bounds of a presence
    (STAMPED.format("DÉLIBÉRATION N°CM 2024-046 DÉLIBÉRATION N°CM 2024-046 DU 12 MARS 2024 VALBRISE - PARC"), []),
    (STAMPED.format("Commune de Valbrise – Délibération du Conseil municipal n° DEL_20240312_1"), []),
    (OF_THE_ACT.format("Il complète le relevé des délibérations du 12 mars 2024."), []),
    (OF_THE_ACT.format("Compte rendu des délibérations du Conseil Municipal du 12 mars 2024"), []),
    (OF_THE_ACT.format("PROCÈS-VERBAL DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL DU 12 MARS 2024"), []),
    (OF_THE_ACT.format("M. Luc VIAL est absent jusqu'à la délibération n° 2024/047 puis présent à partir de la délibération n° 2024/048."), []),
    (OF_THE_ACT.format("Vu la Délibération du Conseil municipal n° DEL_20230312_1 ;"), ["DELIB/conseil_municipal/?/DEL_20230312_1"]),
    (OF_THE_ACT.format("Il complète le relevé des délibérations du 4 février 2024."), ["DELIB/?/2024-02-04"]),
    (OF_THE_ACT.format("Il résume le rapport des délibérations du conseil municipal du 12 mars 2024."), ["DELIB/conseil_municipal/2024-03-12"]),
    (OF_THE_ACT.format("Les tarifs s'appliquent à compter de la délibération n° 2024/012 du 4 février 2024."), ["DELIB/?/2024-02-04/2024/012"]),
]


SHORT = [("Del. n° 24-31\nObjet : Achat d'un pré", {"acte.numero": "24-31"}), ("DEL N° 2024-31\nObjet : Achat d'un pré", {"acte.numero": "2024-31"}),
         ("Objet : Achat d'un pré\nVu la del. n° 22-14 du 4 février 2022,", {"acte.numero": "-"}), ("Registre n° 31\nObjet : Achat d'un pré", {"acte.numero": "-"})]
Short = battery(SHORT, lambda form: "COMMUNE DE VALBRISE\nConseil municipal\nSéance du 12 mars 2024\n" + form + "\nLe conseil municipal, à l'unanimité, achète le pré.\n",
                without=("a margin", "a footer"))


class OwnNumber(unittest.TestCase):
    def test_forms__an_act_does_not_cite_itself(self):
        for ends in (str, flat):
            read = read_all([ends(text) for text, _ in CITED])
            self.assertEqual([[r["cle"] for r in champs["acte.references"]] for champs in read], [wanted for _, wanted in CITED])


if __name__ == "__main__":
    unittest.main()
