#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Convocation, transmission, reception and publication: stamps, formulas made by hand, sentences of the opening, mentions without a day. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import DAMAGES, NUMBER, SERVICE, Battery, battery, flat, read_all

HEAD = "COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
REST = ("Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nSecrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré\nVu le code "
        "général des collectivités territoriales ;\nVu la délibération du 4 février 2022 ;\nLe conseil, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter "
        "le pré.\nFait et délibéré à Valbrise, les jour, mois et an susdits.\n")
FOOT = ("Pour extrait conforme, le Maire, Paul ARBEL\n")


def c(day="2024-03-05"):
    return {"convocation.date": day}


def t(sent="-", received="-", published="-"):
    days = (d if d[0] in "-?" else "2024-03-" + d for d in (sent, received, published))
    return dict(zip(("transmission.date", "reception.date", "publication.date"), (d if len(d) != 3 else "?2024-03-" + d[1:] for d in days)))


CONVOCATIONS = [
    ("Date de convocation : 5 mars 2024\n", c()),
    ("Date de la convocation : 05/03/2024\n", c()),
    ("DATE DE CONVOCATION\n05/03/2024\n", c()),
    ("Date de convocation du conseil municipal : 5 mars 2024\n", c()),
    ("Date de la convocation du conseil municipal : le 5 mars 2024\n", c()),
    ("Convocation du 5 mars 2024\n", c()),
    ("Convocation : 5 mars 2024\n", c()),
    ("Convocation en date du 5 mars 2024\n", c()),
    ("Convocation adressée le 5 mars 2024\n", c()),
    ("Convocation envoyée le 5 mars 2024 et affichée le 6 mars 2024\n", c()),
    ("Date d'envoi de la convocation : 5 mars 2024\n", c()),
    ("Date de convocation : 5 mars 2024 - Date d'affichage : 6 mars 2024\n", c()),
    ("Date de convocation et d'affichage : 5 mars 2024\n", c("?2024-03-05")),
    ("Date de convocation\nDate d'affichage\n5 mars 2024\n6 mars 2024\n", c("?2024-03-05")),
    ("Le conseil municipal, légalement convoqué le 5 mars 2024, s'est réuni à la mairie.\n", c()),
    ("Le conseil municipal, dûment convoqué le cinq mars deux mille vingt-quatre, s'est réuni à la mairie.\n", c()),
    ("Le conseil municipal, régulièrement convoqué en date du 5 mars 2024, s'est réuni.\n", c()),
    ("Les membres du conseil municipal, convoqués le 5 mars 2024, se sont réunis.\n", c()),
    ("Le conseil municipal s'est réuni sur convocation du 5 mars 2024.\n", c()),
    ("Le conseil municipal s'est réuni sur la convocation qui lui a été adressée le 5 mars 2024 par M. le Maire.\n", c()),
    ("Le conseil s'est réuni suite à la convocation du maire en date du 5 mars 2024.\n", c("?2024-03-05")),
    ("Le conseil municipal, convoqué par lettre du 5 mars 2024, s'est réuni.\n", c("?2024-03-05")),
    ("Le conseil municipal, convoqué par courriel le 5 mars 2024, s'est réuni.\n", c()),
    ("Le Maire certifie que la convocation du conseil a été faite le 5 mars 2024.\n", c("?2024-03-05")),
    ("Le Maire certifie que la convocation avait été faite le 5 mars 2024 et affichée le 6 mars 2024.\n", c("?2024-03-05")),
    ("Convocation transmise aux conseillers par voie électronique le 5 mars 2024\n", c("?2024-03-05")),
    ("Date de 1ère convocation : 5 mars 2024\n", c("?2024-03-05")),
    ("Date de la convocation : \nDate d'affichage : 6 mars 2024\n", c("-")),
    ("Le conseil municipal, légalement convoqué, s'est réuni le 12 mars 2024.\n", c("-")),
    ("Le conseil municipal, convoqué en séance ordinaire le 12 mars 2024, s'est réuni.\n", c("-")),
    ("Date d'affichage de la convocation : 6 mars 2024\n", c("-")),
    ("Affichage de la convocation le 6 mars 2024\n", c("-")),
    ("Date de convocation : 5 mars 2024\nDate d'affichage de la convocation : 6 mars 2024\n", c()),
    ("La convocation a été affichée à la porte de la mairie le 6 mars 2024.\n", c("-")),
    ("Le conseil municipal dûment convoqué par Monsieur le Maire, le 5 mars 2024, s'est assemblé au lieu habituel.\n", c()),
    ("Les conseillers, convoqués par la présidente le mardi 5 mars 2024, se sont réunis.\n", c()),
    ("Le conseil municipal, convoqué par Madame le Maire, s'est réuni le 12 mars 2024.\n", c("-")),
    ("Le conseil municipal, convoqué en urgence le 5 mars 2024, s'est réuni.\n", c()),
    ("Le conseil municipal, convoqué par le Maire en urgence le 5 mars 2024, s'est réuni.\n", c()),
    ("Le conseil municipal, régulièrement convoqué par courriel le 5 mars 2024, s'est réuni.\n", c()),
    ("Les conseillers, convoqués par voie dématérialisée le mardi 5 mars 2024, se sont réunis.\n", c()),
    ("Le conseil municipal, convoqué par écrit à domicile le 5 mars 2024, s'est réuni.\n", c()),
    ("Le conseil municipal, convoqué dans les formes légales le 5 mars 2024, s'est réuni.\n", c("?2024-03-05")),
    ("Convocation en urgence du 5 mars 2024\n", c()),
    ("Convocation des membres du conseil municipal : 5 mars 2024\n", c()),
    ("Le conseil municipal, convoqué en urgence, s'est réuni le 12 mars 2024.\n", c("-")),
    ("Le conseil municipal, convoqué en urgence pour le 5 mars 2024, n'a pu se réunir.\n", c("-")),
    ("Le conseil municipal, convoqué en session extraordinaire le 5 mars 2024, n'a pu se réunir.\n", c("-")),
    ("Le conseil municipal, convoqué par le Maire, s'est réuni le mardi 5 mars 2024 une première fois.\n", c("-")),
    ("Convocation du 5 mars 2024, adressée le 5 mars 2024.\n", c()),
    ("Convocation du 5 mars 2024, rapport adressé le 6 mars 2024.\n", c()),
    ("Le président réunit le conseil sur convocation individuelle en date du 5 mars 2024.\n", c()),
    ("Les conseillers, convoqués par Mme la Maire le cinq mars deux mille vingt-quatre, se sont réunis.\n", c()),
    ("Le conseil municipal, convoqué par M. le Maire, s'est réuni le 12 mars 2024.\n", c("-")),
    ("Le conseil municipal, légalement convoqué le cinq mars, s'est réuni.\n", c("?2024-03-05")),
    ("Date de convocation : le vingt-deux février\n", c("?2024-02-22")),
    ("Le conseil municipal, légalement convoqué le neuf décembre, s'est réuni.\n", c("-")),
    ("Le conseil municipal, légalement convoqué le douze mars, s'est réuni.\n", c("-")),
    ("Date de convocation : 14 mars\n", c("-")),
]
CONVENED = [
    ("Le conseil municipal, sur convocation régulière en date du 5 mars 2024, s'est réuni à la mairie.\n", c()),
    ("Sur convocations régulières du 5 mars 2024, le conseil municipal s'est réuni.\n", c()),
    ("Le conseil municipal a été convoqué en séance ordinaire le 5 mars 2024.\n", c()),
    ("Convocation aux membres du conseil et affichage le 5 mars 2024\n", c()),
    ("Convocation des élus le 5 mars 2024 et affichage le 13 mars 2024\n", c()),
    ("Date de convocation : 5 mars 2024\nLe conseil municipal, convoqué en séance publique le 12 mars 2024, s'est réuni.\n", c()),
    ("Le conseil municipal, convoqué en séance publique le 12 mars 2024, s'est réuni.\n", c("-")),
    ("Date de convocation :\nDate d'affichage : 5 mars 2024\n", c("-")),
]
Convened = battery(CONVENED, lambda form: HEAD + form + REST + FOOT, (NUMBER, SERVICE), ("a colon lost",))


class NoDay(Battery):
    """Of a convocation without a day it is said that it has none, not that it is not understood."""

    def test_it_is_told(self):
        forms = ["Les membres du conseil, régulièrement convoqués par le Maire, M. Paul ARBEL, se sont réunis le 12 mars 2024.\n",
                 "Le 12 mars 2024, le conseil municipal s'est réuni sur la convocation qui lui a été adressée par le maire.\n"]
        for ends in (str, flat):
            for form, champs in zip(forms, read_all([ends(HEAD + form + REST + FOOT) for form in forms])):
                self.assertIn("ne donne pas de date", champs["convocation.date"]["raison"], form)


# A damage makes another text of these, for a person too.
DOUBTFUL = [
    ("Convocation du 3 mars 2024, adressée le 5 mars 2024.\n", c("-")),
    ("Le conseil s'est réuni sur convocation du 3 mars 2024, adressée aux conseillers le 5 mars 2024.\n", c("-")),
    ("Convocation adressée le 3 mars 2024 et expédiée par courriel le 5 mars 2024.\n", c("-")),
    ("Le conseil municipal, légalement convoqué le cinq mars, s'est réuni.\n", c()),
    ("Date de convocation : le vingt-deux février\n", c("2024-02-22")),
    ("Convocation du 5 mars\nDate d'affichage : 6 mars\n", c()),
    ("Convocation du 3 mars 2024, adressée le cinq mars\n", c("-")),
    ("Le conseil municipal, convoqué le 5 mars deux mille, s'est réuni.\n", c("-")),
    ("Date de convocation : le douze mars\n", c("!-")),
]
FORMALITIES = [
    ("Envoyé en préfecture le 14/03/2024\nReçu en préfecture le 15/03/2024\nPublié le 16/03/2024\nID : 999-219900123-20240312-D2024_15-DE\n", t("14", "15", "16")),
    ("Envoyé en préfecture le 14/03/2024\nReçu en préfecture le 15/03/2024\nPublié le\nID : 999-219900123-20240312-D2024_15-DE\n", t("14", "15")),
    ("Envoyé en préfecture le 14/03/2024\nReçu en préfecture le 15/03/2024\nAffiché le 16/03/2024\nID : 999-219900123-20240312-D2024_15-DE\n", t("14", "15", "16")),
    ("AR Prefecture\n999-219900123-20240312-D2024_15-DE\nReçu le 15/03/2024\n", t(received="15")),
    ("AR Prefecture\n999-219900123-20240312-D2024_15-DE\nReçu le 15/03/2024\nPublié le 16/03/2024\n", t(received="15", published="16")),
    ("Accusé de réception en préfecture\n999-219900123-20240312-D2024_15-DE\nDate de télétransmission : 14/03/2024\nDate de réception préfecture : 15/03/2024\n",
     t("14", "15")),
    ("Accusé de réception en préfecture\n999-219900123-20240312-D2024_15-DE\nDate de télétransmission : \nDate de réception préfecture : 15/03/2024\n", t(received="15")),
    ("Acte rendu exécutoire après dépôt en préfecture le 14 mars 2024 et publication le 16 mars 2024\n", t("14", published="16")),
    ("Il complète le relevé des délibérations du 12 mars 2024 (qui a été publié le 20 décembre 2023).\n", t(published="-")),
    ("La présente délibération, qui a été publiée le 16 mars 2024, est exécutoire.\n", t(published="16")),
    ("Acte rendu exécutoire après dépôt en Préfecture le 14/03/2024 et publication ou notification du 16/03/2024\n", t("14", published="16")),
    ("Acte rendu exécutoire après dépôt en sous-préfecture\nle 14 mars 2024\net publication\ndu 16 mars 2024\n", t("14", published="16")),
    ("Acte rendu exécutoire après transmission en préfecture le 14 mars 2024 et affichage le 16 mars 2024\n", t("14", published="16")),
    ("Certifié exécutoire compte tenu de la transmission en préfecture le 14 mars 2024 et de la publication le 16 mars 2024\n", t("14", published="16")),
    ("Certifié exécutoire compte tenu de sa réception en préfecture le 15 mars 2024 et de sa publication le 16 mars 2024\n", t(received="15", published="16")),
    ("Certifié exécutoire par le Maire compte tenu de la réception en sous-préfecture le 15/03/2024 et de la publication le 16/03/2024\n", t(received="15", published="16")),
    ("Le Maire certifie le caractère exécutoire de cet acte transmis en préfecture le 14 mars 2024 et affiché le 16 mars 2024\n", t("14", published="16")),
    ("Certifié exécutoire\nReçu en Sous-préfecture le : 15/03/2024\nPublié ou notifié le : 16/03/2024\n", t(received="15", published="16")),
    ("Transmis en Préfecture le : 14 mars 2024\n", t("14")),
    ("Transmis au représentant de l'État le 14 mars 2024\nPublié le 16 mars 2024\n", t("14", published="16")),
    ("Transmise au représentant de l'Etat le 14 mars 2024\n", t("14")),
    ("Transmis le 14 mars 2024 au contrôle de légalité et publié le 16 mars 2024.\n", t("14", published="16")),
    ("Envoyé au contrôle de légalité le 14 mars 2024\n", t("14")),
    ("Transmise le 14 mars 2024\nen sous-préfecture\n", t("14")),
    ("Transmis le 14 mars 2024 au bureau d'études.\n", t()),
    ("Transmis le 14/03/2024\n", t("?14")),
    ("Transmis le : 14/03/2024\nAffiché le : 16/03/2024\n", t("14", published="16")),
    ("Transmise le 14 mars 2024 - Publiée le 16 mars 2024\n", t("?14", published="16")),
    ("COMPLÉMENT D'INFORMATION TRANSMIS LE 14 MARS 2024\n", t()),
    ("Le dossier complet a été transmis le 14 mars 2024.\n", t()),
    ("Date de réception AR : 15/03/2024\n", t(received="15")),
    ("Date de réception AR 15/03/2024 Numéro de l'acte 2024_11\n", t(received="15")),
    ("Date limite de réception des offres : 15/03/2024\n", t()),
    ("Le dossier transmis le 14 mars 2024 en préfecture est joint.\n", t()),
    ("Télétransmis en préfecture le 14/03/2024\nMis en ligne le 16/03/2024\n", t("14", published="16")),
    ("Télétransmise au contrôle de légalité le 14 mars 2024\n", t("14")),
    ("Transmis au contrôle de légalité le 14 mars 2024 - Affiché le 16 mars 2024\n", t("14", published="16")),
    ("Publié sur le site internet le 16 mars 2024\n", t(published="16")),
    ("Publiée sur le site internet de la commune le 16 mars 2024\n", t(published="16")),
    ("Délibération publiée sur le site de la commune le 16 mars 2024\n", t(published="16")),
    ("Mise en ligne le 16/03/2024\n", t(published="16")),
    ("Mis en ligne sur le site de la ville le 16 mars 2024\n", t(published="16")),
    ("Date de mise en ligne : 16/03/2024\n", t(published="16")),
    ("Date de publication : 16 mars 2024\n", t(published="16")),
    ("Publication électronique le 16 mars 2024\n", t(published="16")),
    ("Publié par voie électronique le 16 mars 2024\n", t(published="16")),
    ("Publication par voie dématérialisée le 16 mars 2024\n", t(published="?16")),
    ("Affiché en mairie le 16 mars 2024\n", t(published="16")),
    ("Affichage en mairie : 16 mars 2024\n", t(published="?16")),
    ("Affichage du 16 mars 2024 au 16 mai 2024\n", t(published="?16")),
    ("Affichage : 16/03/2024\n", t(published="?16")),
    ("Publication : 16/03/2024\nTransmission : 14/03/2024\n", t("?14", published="?16")),
    ("Publié et notifié le 16 mars 2024\n", t(published="16")),
    ("Notifié le 16 mars 2024\n", t()),
    ("Transmis en préfecture le 14 mars 2024\nReçu en préfecture le 15 mars 2024\nAffiché le 16 mars 2024\n", t("14", "15", "16")),
    ("Reçu en préfecture le 15 mars 2024, publié le 16 mars 2024\n", t(received="15", published="16")),
    ("Date de réception en Préfecture : 15 mars 2024\nDate de transmission en Préfecture : 14 mars 2024\n", t("14", "15")),
    ("Date d'envoi en préfecture : 14/03/2024\n", t("14")),
    ("Date de dépôt en préfecture : 14/03/2024\n", t("?14")),
    ("Déposé en préfecture le 14 mars 2024\nAffiché le 16 mars 2024\n", t("14", published="16")),
    ("Visa de la préfecture : reçu le 15 mars 2024\n", t(received="15")),
    ("Accusé de réception de la préfecture du 15/03/2024\n", t(received="?15")),
    ("Accusé de réception en préfecture le 15/03/2024\n", t(received="15")),
    ("Date d'émission de l'accusé de réception: 2024-03-15(GMT+1)\n", t(received="?15")),
    ("La présente délibération sera transmise en préfecture et publiée.\n", t()),
    ("Le Maire certifie sous sa responsabilité le caractère exécutoire de cet acte et informe qu'il peut faire l'objet d'un recours dans un délai de deux mois à "
     "compter de sa publication.\n", t()),
    ("Transmis en préfecture le ............\nPublié le ............\n", t()),
    ("Courrier reçu le 15 février 2024 de l'association des riverains\n", t()),
    ("Vu l'arrêté publié le 4 janvier 2024 au recueil des actes administratifs ;\n", t()),
    ("Rendue exécutoire le 16 mars 2024\n", t()),
    ("Transmis en Préfecture le 14 mars 2024\nSigné le 15 mars 2024 par Paul ARBEL\n", t("14")),
    ("Compte rendu affiché le 16 mars 2024\n", t(published="?16")),
]
Convocations = battery(CONVOCATIONS, lambda form: HEAD + form + REST + FOOT, (NUMBER, SERVICE))
Doubtful = battery(DOUBTFUL, lambda form: HEAD + form + REST + FOOT, without=DAMAGES)
Formalities = battery(FORMALITIES, lambda form: HEAD + REST + form + FOOT, (NUMBER, SERVICE))
FormalitiesOnTop = battery(FORMALITIES, lambda form: form + HEAD + REST + FOOT, (NUMBER, SERVICE))

ELECTRONIC = [
    ("Publié sous forme électronique le 16 mars 2024\n", t(published="16")),
    ("Publiée, sous forme électronique, sur le site de la commune, le 16 mars 2024\n", t(published="?16")),
    ("Publication sous forme électronique : 16/03/2024\n", t(published="16")),
    ("Mise en ligne : 16/03/2024\nTélétransmission : 14/03/2024\n", t("14", published="16")),
    ("Publicité par voie électronique le 16/03/2024\n", t(published="16")),
    ("Acte publié en ligne le 16 mars 2024\n", t(published="16")),
    ("Réception au contrôle de légalité le 15 mars 2024\n", t(received="15")),
    ("Réception au contrôle de légalité : 15/03/2024\nPublication en ligne le 16/03/2024\n", t(received="15", published="16")),
    ("Télétransmission préfecture le 14 mars 2024\n", t("14")),
    ("Télétransmission à la sous-préfecture le 14/03/2024\n", t("14")),
    ("Télétransmis au représentant de l'État le 14/03/2024\n", t("14")),
    ("Télétransmise à la préfecture le 14 mars 2024 et publiée en ligne le 16 mars 2024\n", t("14", published="16")),
    ("Le rapport est publié en ligne le 16 mars 2024.\n", t()),
    ("La présente délibération sera publiée sous forme électronique.\n", t()),
]
POSTED = [  # its affichage, a margin between
    ("Date d'affichage n° 2024 / 131 de la convocation : 6 mars 2024\n", c("-")),
    ("Date d'affichage Service juridique de la convocation : 6 mars 2024\n", c("-")),
    ("Publication 12/03/2024 de la convocation : 6 mars 2024\n", c("-")),
    ("Affichage le 6 mars 2024 de la convocation du 5 mars 2024\n", c()),
    ("Date d'affichage : 6 mars 2024\nDate de la convocation : 5 mars 2024\n", c()),
]
def board(published):
    return {**c(), "publication.date": published}


BOARD = [  # under the convocation: the act's own affichage, or the convocation's
    ("Date de convocation : 5 mars 2024\nDate d'affichage : 13/03/2024\n", board("2024-03-13")),
    ("Date de convocation : 5 mars 2024\nDate d'affichage : 12 mars 2024\n", board("2024-03-12")),
    ("Date de la convocation 5 mars 2024 Date d'affichage 15 mars 2024\n", board("2024-03-15")),
    ("Date de convocation : 5 mars 2024\nDate de publication des délibérations : 15 mars 2024\n", board("2024-03-15")),
    ("Date de convocation : 5 mars 2024          Date d'affichage de la convocation : 6 mars 2024\nDate de publication des délibérations : 15 mars 2024\n", board("2024-03-15")),
    ("Date de convocation : 5 mars 2024\nDate d'affichage, de publication ou de notification de la délibération : 14 mars 2024\n", board("2024-03-14")),
    ("Date de convocation : 5 mars 2024\nDate d'affichage : 6 mars 2024\n", board("-")),
    ("Convocation du 5 mars 2024, affichée le 13 mars 2024\n", board("-")),
    ("Date de convocation : 5 mars 2024\nDate d'affichage de la convocation : 13 mars 2024\n", board("-")),
    ("Date de convocation : 5 mars 2024\nDate de publication : L'an deux mille vingt-quatre, le 12 mars, le conseil municipal s'est réuni.\n", board("-")),
    ("Date de convocation : 5 mars 2024\nDate de publication :\nLe 12 mars 2024, le conseil municipal s'est réuni à la mairie.\n", board("-")),
    ("Date de publication :\nDate de notification : 15 mars 2024\nDate de convocation : 5 mars 2024\n", board("-")),
]
Board = battery(BOARD, lambda form: HEAD + form + REST + FOOT, (NUMBER, SERVICE), ("a margin", "a colon lost", "a comma lost"))
BEFORE = [  # this act's, and before its séance: for the rules to judge
    ("Certifié exécutoire par le Maire compte tenu de la transmission en sous-préfecture le 8 mars 2024\n", t("08")),
    ("Acte rendu exécutoire après télétransmission en préfecture le 8 mars 2024 et publication le 16 mars 2024\n", t("08", published="16")),
    ("Certifié exécutoire compte tenu de sa réception en préfecture le 8 mars 2024\n", t(received="08")),
    ("L'arrêté du 4 mars 2024 a été transmis en préfecture le 8 mars 2024.\n", t()),
    ("Visé par la préfecture le 15 mars 2024\n", t(received="15")),
    ("Visée par la sous-préfecture le 15/03/2024\n", t(received="15")),
    ("Le plan, visé par la préfecture le 8 mars 2024, est joint.\n", t()),
]
Before = battery(BEFORE, lambda form: HEAD + REST + form + FOOT, (NUMBER, SERVICE), ("a margin",))
Electronic = battery(ELECTRONIC, lambda form: HEAD + REST + form + FOOT, (NUMBER, SERVICE))
Posted = battery(POSTED, lambda form: HEAD + form + REST + FOOT, (NUMBER, SERVICE), ("a margin", "a colon lost"))

if __name__ == "__main__":
    unittest.main()
