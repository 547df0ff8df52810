#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The day and the hour of the séance, as assemblies of every kind write them, with the other days that stand around. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import DAMAGES, NUMBER, SERVICE, battery

TAIL = ("Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nAbsent : M. Jean MOREL.\nSecrétaire de séance : Mme Léa DORVAL\n"
        "Objet : Achat d'un pré\nVu le code général des collectivités territoriales ;\nVu la délibération du 4 février 2022 fixant les tarifs ;\n"
        "Considérant le courrier du 8 janvier 2024 ;\nLe conseil, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter le pré.\n"
        "Fait à Valbrise, le 14 mars 2024.\n")
COMMUNE = "COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\n"
MET = ("le conseil municipal de la commune de Valbrise, régulièrement convoqué, s'est réuni au nombre prescrit par la loi, dans le lieu habituel de ses "
       "séances, sous la présidence de M. Paul ARBEL, Maire.\n")
DAY = {"seance.date": "2024-03-12"}


def at(hour):
    return {**DAY, "seance.heure": hour}


FORMS = [
    (COMMUNE + "Séance du 12 mars 2024\nL'an deux mille vingt-quatre, le douze mars à dix-neuf heures, " + MET, at("19:00")),
    (COMMUNE + "L'an deux mil vingt quatre et le douze du mois de mars à 18 heures 30, " + MET, at("18:30")),
    (COMMUNE + "L'AN DEUX MILLE VINGT-QUATRE LE MARDI DOUZE MARS A VINGT HEURES TRENTE, " + MET, at("20:30")),
    (COMMUNE + "L’an 2024, le 12 mars à 20h, " + MET, at("20:00")),
    (COMMUNE + "L’an 2024 et le 12 mars, à 20 heures précises, " + MET, at("20:00")),
    (COMMUNE + "L’an 2024, le 12 mars, à 20h30,\n\n" + MET, at("20:30")),
    (COMMUNE + "L'an deux mille vingt-quatre, le douze mars 2024,\n\nà vingt heures,\n\n" + MET, DAY),
    (COMMUNE + "L'an deux mille vingt-quatre, le douze mars, le conseil municipal s'est réuni salle des fêtes, à la suite de la convocation adressée par "
     "Paul ARBEL, Maire, le 5 mars 2024.\n", DAY),
    (COMMUNE + "Le douze mars deux mille vingt-quatre, le conseil municipal s'est réuni sur la convocation envoyée par M. Paul ARBEL, maire de la commune, "
     "le 05/03/2024.\n", DAY),
    ("Désignation du secrétaire de séance : Mme Léa DORVAL\n1. Procès-verbal de la réunion du 6 février 2024\nLe procès-verbal est approuvé.\n"
     "COMPTE RENDU\nRéunion du Conseil municipal du mardi 12 mars 2024 à 18h30\n", {"seance.date": "?2024-03-12"}),
    ("COMMUNE DE VALBRISE\nConseil municipal du 12 mars 2024\n1) Compte rendu de la séance du 6 février 2024\n", DAY),
    ("Nombre des membres du conseil élus : 29 Conseillers en fonction : 26 VILLE DE Conseillers présents : 15 VALBRISE Procurations : 7\n"
     "EXTRAIT DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024 à 18 heures 30\n", DAY),
    (COMMUNE + "Le 12/03/2024 à 18:30, " + MET, at("18:30")),
    (COMMUNE + "Le 12 mars 2024 à 18H30, " + MET, at("18:30")),
    (COMMUNE + "Séance du mardi 12 mars 2024 - 19h00\n", at("19:00")),
    (COMMUNE + "SÉANCE DU MARDI 12 MARS 2024 À 18H30\n", at("18:30")),
    (COMMUNE + "Réunion du conseil municipal du 12 mars 2024 à 20 h 00\n", at("20:00")),
    (COMMUNE + "En l'an deux mille vingt-quatre, le douze mars à dix-huit heures quinze, " + MET, at("18:15")),
    (COMMUNE + "Ce jour, mardi 12 mars 2024 à 18 heures, " + MET, at("18:00")),
    (COMMUNE + "Date de la séance : 12/03/2024\nHeure : 19h00\nDate de la convocation : 05/03/2024\nDate d'affichage : 06/03/2024\n", at("19:00")),
    (COMMUNE + "Date de réunion : 12 mars 2024\nDate de convocation : 5 mars 2024\nDate d'affichage : 6 mars 2024\n", DAY),
    (COMMUNE + "Date de convocation\n5 mars 2024\nDate d'affichage\n6 mars 2024\nL'an deux mille vingt-quatre, le douze mars, " + MET, DAY),
    (COMMUNE + "Le douze mars deux mille vingt-quatre, à dix-neuf heures et trente minutes, le Conseil Municipal, dûment convoqué le cinq mars deux mille "
     "vingt-quatre, s'est réuni en session ordinaire sous la présidence de M. Paul ARBEL.\n", at("19:30")),
    ("COMMUNE DE VALBRISE\nConseil municipal du 12 mars 2024\nPROCÈS-VERBAL\nApprobation du procès-verbal de la séance du 6 février 2024\n", DAY),
    (COMMUNE + "Convocation du 5 mars 2024\nAffichée le 6 mars 2024\nSéance du 12 mars 2024\n", DAY),
    (COMMUNE + "SÉANCE ORDINAIRE DU 12 MARS 2024\n", DAY),
    (COMMUNE + "Séance publique du 12.03.2024\n", DAY),
    (COMMUNE + "Séance du 12-03-2024 à 19h30\n", at("19:30")),
    ("Du registre des délibérations du Conseil municipal de la Commune de Valbrise, séance du douze mars deux mille vingt-quatre, a été extrait ce qui suit :\n", DAY),
    (COMMUNE + "Le mardi 12 mars 2024 à 19 heures, se sont réunis les membres du conseil municipal sous la présidence de M. Paul ARBEL, Maire.\n", at("19:00")),
    (COMMUNE + "L'an deux mille vingt-quatre le 12 mars à 18 h 30 les membres du Conseil Municipal légalement convoqués en date du 5 mars 2024, se sont "
     "réunis à la mairie sous la présidence de M. Paul ARBEL.\n", at("18:30")),
    (COMMUNE + "Le conseil municipal s'est réuni le 12 mars 2024 à 20 heures 15 en session ordinaire, sur convocation du 5 mars 2024.\n", at("20:15")),
    ("COMMUNE DE VALBRISE\nDÉLIBÉRATION DU CONSEIL MUNICIPAL DU 12 MARS 2024\nN° 2024-15\n", DAY),
    ("COMMUNE DE VALBRISE\nCONSEIL MUNICIPAL\nDélibération n° 2024-15 du 12 mars 2024\n", DAY),
    ("COMMUNE DE VALBRISE\nDélibération du conseil municipal\nSéance du douze mars 2024\nDélibération n° 2024/03/07\n", DAY),
    (COMMUNE + "L’an deux mille vingt quatre, le mardi 12 mars, à 20H30, " + MET, at("20:30")),
    (COMMUNE + "L'an deux-mille-vingt-quatre, le douze mars, à vingt heures et trente minutes, " + MET, at("20:30")),
    (COMMUNE + "L'an deux mille vingt-quatre (2024), le douze (12) mars, " + MET, DAY),
    (COMMUNE + "L'an deux mille vingt-quatre, le 12 du mois de mars, à 19h 15 min, " + MET, at("19:15")),
    (COMMUNE + "L'an deux mille vingt-quatre, le mardi douze mars à 20 heures 00 minutes, " + MET, at("20:00")),
    (COMMUNE + "L'an deux mille vingt-quatre\nLe douze mars\nà dix-neuf heures\n" + MET, at("19:00")),
    (COMMUNE + "L’an deux mille vingt-quatre, le douze mars, vingt heures, " + MET, {**DAY, "seance.heure": "?20:00"}),
    (COMMUNE + "Séance du 12 mars 2024 à 19 heures\nLevée de séance à 22h30\n", at("19:00")),
    (COMMUNE + "Séance du 12 mars 2024\nLa séance est ouverte à 18h05 et levée à 21h40.\n", {**DAY, "seance.heure": "?18:05"}),
    ("VILLE DE VALBRISE\nPROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL DU MARDI 12 MARS 2024\nLa séance est ouverte à 18 h 30 par M. Paul ARBEL, Maire.\n",
     {**DAY, "seance.heure": "?18:30"}),
    ("Communauté de communes du Val de Brise\nExtrait du registre des délibérations\nSéance du Conseil communautaire du mardi 12 mars 2024\n", DAY),
    ("Communauté d'agglomération du Val de Brise\nConseil d'agglomération du 12 mars 2024\n", DAY),
    ("Communauté de communes du Val de Brise\nBureau communautaire du 12 mars 2024\nDate de convocation : 5 mars 2024\n", DAY),
    ("Communauté de communes du Val de Brise\nL’an deux mille vingt-quatre, le 12 mars à 18h30, les membres du Conseil communautaire se sont réunis à Brisse "
     "sur la convocation qui leur a été adressée par le président le 5 mars 2024, conformément à l’article L. 2121-10.\n", at("18:30")),
    ("SYNDICAT MIXTE DES EAUX DE LA BRISE\nLe comité syndical, légalement convoqué le 5 mars 2024, s'est réuni le 12 mars 2024 à 10h00 au siège.\n", at("10:00")),
    ("SYNDICAT MIXTE DES EAUX DE LA BRISE\nComité syndical du 12/03/2024\nAffichage : 14/03/2024\n", DAY),
    ("CONSEIL DÉPARTEMENTAL DE LA HAUTE-AUZELLE\nCommission permanente\nRÉUNION DU 12 MARS 2024\nDate de convocation : 1er mars 2024\n", DAY),
    ("DÉPARTEMENT DE LA HAUTE-AUZELLE\nExtrait des délibérations de la Commission permanente\nSéance du 12 mars 2024\nRéunie à 14h15, salle Tournelle.\n",
     {**DAY, "seance.heure": "?14:15"}),
    ("DÉPARTEMENT DE LA HAUTE-AUZELLE\nLa Commission permanente du Conseil départemental, régulièrement convoquée le 1er mars 2024, s'est réunie le mardi "
     "12 mars 2024 à 14 heures, sous la présidence de M. Paul ARBEL.\n", at("14:00")),
    ("RÉGION LORRADE\nCONSEIL RÉGIONAL\nRéunion des 12 et 13 mars 2024\n", {"seance.date": "?2024-03-12"}),
    ("RÉGION LORRADE\nDélibération de la Commission permanente du Conseil régional\nRéunion du 12 mars 2024\nDélibération n° 24CP-117\n", DAY),
    ("RÉGION LORRADE\nLe Conseil régional, réuni en séance plénière le 12 mars 2024 à 9h30, sous la présidence de Mme Léa DORVAL\n", at("9:30".zfill(5))),
    (COMMUNE + "Séance du 12 mars 2024\nL'an deux mille vingt-trois, le douze mars, " + MET, {"seance.date": "-2024-03-12"}),
    (COMMUNE + "Séance du 12 mars 2024\nL'an deux mille vingt-quatre, le treize mars, " + MET, {"seance.date": "-2024-03-12"}),
    (COMMUNE + "Le Maire certifie que la convocation a été faite le 5 mars 2024 et que la délibération a été affichée le 14 mars 2024.\n", {"seance.date": "-2024-03-12"}),
    (COMMUNE + "Date de convocation : 5 mars 2024\nDate d'affichage : 6 mars 2024\nTransmis en préfecture le 14 mars 2024\n", {"seance.date": "-2024-03-12", "seance.heure": "-"}),
    (COMMUNE + "Envoyé en préfecture le 14/03/2024\nReçu en préfecture le 14/03/2024\nPublié le 15/03/2024\nID : 999-219900123-20240312-D2024_15-DE\n"
     "L'an deux mille vingt-quatre, le douze mars à 19h, " + MET, at("19:00")),
    (COMMUNE + "Date de convocation À l'ouverture de la séance Nombre de conseillers en exercice 15 05/03/2024 Nombre de conseillers présents 12 Nombre "
     "de conseillers votants 14 L'AN DEUX MILLE VINGT-QUATRE, LE DOUZE MARS, " + MET, DAY),
    ("VILLE DE VALBRISE\nCONSEIL MUNICIPAL\nConvocation Affichage Séance 05/03/2024 06/03/2024\nL'an deux mille vingt-quatre, le douze mars à 19h, " + MET,
     {"seance.date": "?2024-03-12"}),
    ("COMMUNE DE VALBRISE\nExtrait du Procès-Verbal de la délibération du Conseil Municipal\nSéance ordinaire du 12 mars 2024 – 19 h 30 – Salle de la mairie\n", at("19:30")),
    (COMMUNE + "L'an deux mille vingt-quatre, le douze mars, les membres du conseil municipal se sont réunis à l'hôtel de ville sur la convocation qui leur a été "
     "adressée par la Maire, en date du 5 mars 2024, dont un exemplaire a été affiché à la porte de la mairie.\n", DAY),
    ("COMMUNE DE VALBRISE\nCompte-rendu de la réunion du Conseil Municipal du 12 mars 2024\nDate de convocation : 5 mars 2024\nOrdre du jour :\n"
     " - Approbation du compte-rendu du conseil municipal du 6 février 2024 (et non pas du 17 janvier)\n - Transfert de l'eau\n"
     "  . Délibération n° 1906202301 du 19 juin 2023 : reformulation et retrait\n - Points reportés du conseil municipal du 6 février 2024\n", DAY),
    ("COMMUNE DE VALBRISE\nConseil municipal du 12 mars 2024\nOrdre du jour :\n1. Délibération n° 2023-88 du 19 juin 2023 : retrait\n2. Points reportés de la "
     "séance du 6 février 2024\n", DAY),
    (COMMUNE + "L'an deux mille vingt-quatre, le douze mars, " + MET + "Le procès-verbal de la séance du 6 février 2024 est approuvé à l'unanimité.\n", DAY),
    (COMMUNE + "Séance du 12 mars 2024\nConvocation : 5 mars 2024 à 17h00\n", {**DAY, "seance.heure": "-"}),
    (COMMUNE + "L'an deux mille vingt-quatre, le douze mars à 19h00, " + MET + "M. Luc VIAL est arrivé à 19h40.\n", at("19:00")),
    (COMMUNE + "Séance du 12 mars 2024\nMme Zoé ROUX a quitté la séance à 20h15.\n", {**DAY, "seance.heure": "-"}),
    ("COMMUNE DE VALBRISE\nLISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL LE 12 MARS 2024\nDélibération n° 2024-15 : tarifs\n", DAY),
    ("COMMUNE DE VALBRISE\nListe des délibérations examinées lors de la séance du conseil municipal du mardi 12 mars 2024\n", DAY),
    ("COMMUNE DE VALBRISE\nListe des délibérations adoptées par le conseil municipal de Valbrise le 12 mars 2024\n", DAY),
    ("COMMUNE DE VALBRISE\nListe des délibérations publiée le 15 mars 2024\n", {"seance.date": "-2024-03-12"}),
    ("Délibération n° 2024-15 examinée le 12 mars 2024 - achat d'un pré - approuvée\nDélibération n° 2024-16 examinée le 12 mars 2024 - tarifs - approuvée\n", DAY),
    ("BRISE MÉTROPOLE\nPROJET DE DÉLIBÉRATION\nSÉANCE DU CONSEIL DU 12 MARS 2024\n", DAY),
    ("BRISE MÉTROPOLE\nLe projet de délibération de la séance du 12 février 2024 est retiré.\n", {"seance.date": "-2024-03-12"}),
    ("COMPTE-RENDU DE LA SÉANCE DU CONSEIL D'ADMINISTRATION DU CENTRE COMMUNAL D'ACTION SOCIALE DE VALBRISE\n\nDU 12 MARS 2024\n", DAY),
    ("Procès-verbal du conseil municipal de la commune de Valbrise-les-Grands-Prés sur Auzelle et Montclar\ndu 12 mars 2024\n", DAY),
    ("CONSEIL MUNICIPAL DE VALBRISE\nCONVENTION AVEC LA VILLE DE MONTCLAR ET LE SYNDICAT DES EAUX DE LA BRISE\nDU 12 FÉVRIER 2024\n", {"seance.date": "-2024-03-12"}),
    ("Commune de Valbrise\nAffaire n° 2024-03-07\nExtrait du procès-verbal des délibérations du Conseil Municipal\nSéance du 12 mars 2024\n", DAY),
    ("PROCÈS-VERBAL DU 12 MARS 2024\nCOMMUNE DE VALBRISE\nConseil municipal\n", DAY),
    ("Commune de Valbrise\nCOMPTE RENDU DU 12/03/2024\n", DAY),
    ("Commune de Valbrise\nCompte-rendu du CM du 12 mars 2024\n", DAY),
    ("COMMUNE DE VALBRISE\n- Compte rendu du 6 février 2024\n- Tarifs\n", {"seance.date": "-2024-03-12"}),
    ("COMMUNE DE VALBRISE\nLors du CM du 6 février 2024, le projet était annoncé.\n", {"seance.date": "-2024-03-12"}),
    ("Mardi 12 mars 2024\nCONSEIL MUNICIPAL DE VALBRISE\n", DAY),
    ("5 mars 2024\nConvocation au conseil municipal de Valbrise\n", {"seance.date": "-2024-03-12"}),
    ("RÉGION LORRADE\nAssemblée plénière du 12 mars 2024\n", DAY),
    ("RÉGION LORRADE\nL'association a tenu son assemblée plénière du 6 février 2024.\n", {"seance.date": "-2024-03-12"}),
    ("Commune de Valbrise\nSession ordinaire du 12 mars 2024\n", DAY),
    ("Commune de Valbrise\nDate du conseil municipal : 12 mars 2024\n", DAY),
    (COMMUNE + "L'an deux mille vingt-quatre, et le douze mars à vingt heures, le conseil municipal de Valbrise, régulièrement convoqué\n", at("20:00")),
    (COMMUNE + "L'an deux mille vingt-quatre, à dix-neuf heures, le douze mars, " + MET, {**DAY, "seance.heure": "?19:00"}),
    (COMMUNE + "L'AN DEUX MILLE VINGT-QUATRE\nLe : douze mars\n" + MET, DAY),
    ("M. Paul ARBEL, Président, ouvre la séance à 20h.\nPoint 1 - Tarifs\nCommunauté de communes du Val de Brise 2 PV du 12 mars 2024 Point 2 - Achat\n"
     "Communauté de communes du Val de Brise 3 PV du 12 mars 2024 Point 3 - Vente\n", DAY),
    (COMMUNE + "Séance du 12 mars 2024 - visite à 17 h, conseil à 19 h\n", at("?19:00")),
    (COMMUNE + "Séance du 12 mars 2024\nVisite de l'école à 17 h 30, puis conseil municipal à 19 h\n", at("?19:00")),
    (COMMUNE + "Le conseil s'est réuni le 12 mars 2024 (repas des aînés à 12 h, conseil à 19 h)\n", at("?19:00")),
    (COMMUNE + "Séance du 12 mars 2024 - bal à 17 h, conseil à 19 h\n", at("-19:00")),
    (COMMUNE + "Le conseil s'est réuni le 12 mars 2024, après une visite du chantier à 17 h.\n", at("-19:00")),
    (COMMUNE + "Séance du 12 mars 2024\nLa convention n° 15/03, votée par le Conseil Municipal en sa séance du 6 février 2016, liait la commune à un traiteur.\n", DAY),
    (COMMUNE + "Séance du 12 mars 2024\nLe tarif de la cantine de la commune, approuvé par le conseil municipal lors de la réunion du 6 février 2023, est rappelé.\n", DAY),
    (COMMUNE + "Délibération adoptée par le conseil municipal en sa séance du 12 mars 2024\n", {"seance.date": "?2024-03-12"}),
    (COMMUNE + "Séance du 12 mars 2024\nDébut de séance : 20h00\n", at("20:00")),
    (COMMUNE + "Séance du 12 mars 2024\nOuverture de la séance : 18 h 30\n", at("18:30")),
    (COMMUNE + "Séance du 12 mars 2024\nÀ 18h40, Madame le Maire déclare la séance ouverte, le quorum étant atteint.\n", {**DAY, "seance.heure": "?18:40"}),
    (COMMUNE + "Séance du 12 mars 2024.\nÀ 18h40, Madame le Maire déclare la séance ouverte.\n", at("18:40")),
    (COMMUNE + "Séance du 12 mars 2024.\n18 H 30 le conseil ouvre sa séance.\n", {**DAY, "seance.heure": "?18:30"}),
    (COMMUNE + "Séance du 12 mars 2024.\nÀ 19h40, après une suspension, Madame le Maire déclare la séance ouverte.\n", {**DAY, "seance.heure": "-"}),
    (COMMUNE + "Séance du 12 mars 2024\nFin de séance : 22h00\n", {**DAY, "seance.heure": "-"}),
    (COMMUNE + "CONSEIL MUNICIPAL\n12 MARS 2024 • 18H30\n", at("18:30")),
    (COMMUNE + "Séance ordinaire du lundi douze mars\n", {"seance.date": "-"}),
    (COMMUNE + "L'an 2024 et le 12 mars à 19 heures, le conseil municipal s'est réuni.\n", at("19:00")),
]

# A damage makes another text of these, for a person too.
DOUBTFUL = [
    (COMMUNE + "Le conseil municipal s'est réuni le 12 (Page 2/6) mars 2024 à 19 h.\n", {"seance.date": "-2024-03-12"}),
    (COMMUNE + "Le conseil municipal s'est réuni le 12 Page 2/6 mars 2024 à 19 h.\n", {"seance.date": "-2024-03-12"}),
    (COMMUNE + "Le conseil municipal s'est réuni le 12 Page 2 sur 16 mars 2024 à 19 h.\n", {"seance.date": "-2024-03-12"}),
    (COMMUNE + "Séance du 12 mars 2024\nLe conseil municipal s'est réuni le 12 2 / 6 mars 2024 à 19 h.\n", DAY),
    (COMMUNE + "Visite des 5/6 mars 2024\nSéance du 12 mars 2024\n", DAY),
    (COMMUNE + "L'an deux mille vingt-quatre, le cinq mars, le conseil municipal a été convoqué\n", {"seance.date": "-"}),
    ("SYNDICAT DES EAUX DE LA BRISE\nRéunion du 12 mars 2024\nPOINT N° 1\nAPPROBATION DU PROCÈS-VERBAL DU 6 FÉVRIER 2024\nRéunion du 6 février 2024\n"
     "Sous la présidence de M. Paul ARBEL, Président,\n", {"seance.date": "-"}),
]

Doubtful = battery(DOUBTFUL, lambda form: form + TAIL, without=DAMAGES)
Seance = battery(FORMS, lambda form: form + TAIL, (NUMBER, SERVICE))

if __name__ == "__main__":
    unittest.main()
