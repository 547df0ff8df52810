#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Whose act it is: how houses name themselves at the top of their papers, and who else is named there. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery

REST = ("Séance du 12 mars 2024\nÉtaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nSecrétaire de séance : Mme Léa DORVAL\n\n"
        "Objet : Achat d'un pré\n\nVu le code général des collectivités territoriales ;\n{}, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter le pré.\n")
CM, CD, CR = "Le conseil municipal", "Le conseil départemental", "Le conseil régional"
CP_CD, CP_CR = "La commission permanente du conseil départemental", "La commission permanente du conseil régional"
CC, CS = "Le conseil communautaire", "Le comité syndical"

FORMS = [ # the top of the paper, who decides, whose act it is
    # one heading under the other, in the same capitals: where the name ends
    ("DÉPARTEMENT DE LA LAVANDIÈRE\nRÉUNION DE LA COMMISSION PERMANENTE", CP_CD, "DÉPARTEMENT DE LA LAVANDIÈRE"),
    ("DÉPARTEMENT DE LA LAVANDIÈRE\nASSEMBLÉE DÉPARTEMENTALE", CD, "DÉPARTEMENT DE LA LAVANDIÈRE"),
    ("DÉPARTEMENT DE LA LAVANDIÈRE\nSESSION ORDINAIRE", CD, "DÉPARTEMENT DE LA LAVANDIÈRE"),
    ("DÉPARTEMENT DE LA LAVANDIÈRE\nCOMMISSION PERMANENTE", CP_CD, "DÉPARTEMENT DE LA LAVANDIÈRE"),
    ("Département de la Lavandière\nRéunion des Conseillers départementaux", CD, "Département de la Lavandière"),
    ("DÉPARTEMENT DE LA RÉUNION\nRÉUNION DU CONSEIL DÉPARTEMENTAL", CD, "DÉPARTEMENT DE LA RÉUNION"),
    ("RÉGION HAUTE-OLIVERAIE\nCOMMISSION PERMANENTE DU CONSEIL RÉGIONAL", CP_CR, "RÉGION HAUTE-OLIVERAIE"),
    ("RÉGION HAUTE-OLIVERAIE\nDIRECTION DES LYCÉES", CR, "RÉGION HAUTE-OLIVERAIE"),
    ("RÉGION RÉUNION\nSÉANCE PLÉNIÈRE", CR, "RÉGION RÉUNION"),
    ("COMMUNE DE VALBRISE\nRELEVÉ DE DÉCISIONS", CM, "COMMUNE DE VALBRISE"),
    ("COMMUNE DE VALBRISE\nLISTE DES DÉLIBÉRATIONS", CM, "COMMUNE DE VALBRISE"),
    ("COMMUNE DE VALBRISE\nBUDGET PRIMITIF", CM, "COMMUNE DE VALBRISE"),
    ("COMMUNE DE VALBRISE\nPLACE DE LA HALLE", CM, "COMMUNE DE VALBRISE"),
    ("COMMUNE DE VALBRISE\nL'AN DEUX MILLE VINGT-QUATRE, le douze mars", CM, "COMMUNE DE VALBRISE"),
    ("COMMUNE DE VILLERS\nLA RUE", CM, "COMMUNE DE VILLERS LA RUE"),
    ("SYNDICAT DES EAUX DU VAL\nCOMITÉ SYNDICAL", CS, "SYNDICAT DES EAUX DU VAL"),
    ("COMMUNAUTÉ DE COMMUNES DU VAL D'ORVE\nBUREAU COMMUNAUTAIRE", "Le bureau communautaire", "COMMUNAUTÉ DE COMMUNES DU VAL D'ORVE"),
    ("COMMUNAUTÉ DE COMMUNES DU VAL D'ORVE\nET DES TROIS\nCOLLINES\nRELEVÉ DES DÉLIBÉRATIONS", CC, "COMMUNAUTÉ DE COMMUNES DU VAL D'ORVE ET DES TROIS COLLINES"),
    # named by its body or its house
    ("CONSEIL DÉPARTEMENTAL DE LA LAVANDIÈRE", CD, "CONSEIL DÉPARTEMENTAL DE LA LAVANDIÈRE"),
    ("Conseil départemental de la Lavandière\nCommission permanente", CP_CD, "Conseil départemental de la Lavandière"),
    ("RÉPUBLIQUE FRANÇAISE\nCONSEIL DÉPARTEMENTAL DE LA LAVANDIÈRE", CD, "CONSEIL DÉPARTEMENTAL DE LA LAVANDIÈRE"),
    ("Sous la présidence de M. Paul ARBEL, Président du Conseil départemental de la Lavandière", CD, "Conseil départemental de la Lavandière"),
    ("La Commission permanente du Conseil départemental de la Lavandière, réunie le 12 mars 2024,", CP_CD, "Conseil départemental de la Lavandière"),
    ("CONSEIL RÉGIONAL DE HAUTE-OLIVERAIE", CR, "CONSEIL RÉGIONAL DE HAUTE-OLIVERAIE"),
    ("DÉLIBÉRATIONS DU CONSEIL RÉGIONAL DE HAUTE-OLIVERAIE", CR, "CONSEIL RÉGIONAL DE HAUTE-OLIVERAIE"),
    ("Mairie de Valbrise", CM, "Mairie de Valbrise"),
    ("MAIRIE\nDE VALBRISE\n67420", CM, "MAIRIE DE VALBRISE"),
    ("MAIRIE D'ORVAL-LE-HAUT\nPLACE DE LA HALLE", CM, "MAIRIE D'ORVAL-LE-HAUT"),
    ("CONSEIL MUNICIPAL DE VALBRISE", CM, "CONSEIL MUNICIPAL DE VALBRISE"),
    ("Compte rendu de la réunion du conseil municipal de Valbrise", CM, "conseil municipal de Valbrise"),
    ("EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL DE VALBRISE", CM, "CONSEIL MUNICIPAL DE VALBRISE"),
    ("Le conseil municipal de Valbrise, légalement convoqué, s'est réuni à la mairie.", CM, "conseil municipal de Valbrise"),
    ("Les membres du conseil municipal de Valbrise se sont réunis à la mairie.", CM, "conseil municipal de Valbrise"),
    ("VILLE DE VALBRISE\nCONSEIL MUNICIPAL DE MIREBOIS", CM, "VILLE DE VALBRISE"),
    # a grouping named by what it does, in common nouns
    ("Les membres du comité syndical du SYVAL (Syndicat Départemental de Traitement et de Tri des déchets du Haut Orval) se sont réunis.", CS,
     "Syndicat Départemental de Traitement et de Tri des déchets du Haut Orval"),
    ("Syndicat d'Alimentation en eau potable du Haut Orval\nComité syndical", CS, "Syndicat d'Alimentation en eau potable du Haut Orval"),
    ("Le Syndicat Intercommunal de Collecte des déchets réuni à la mairie de Mirebois", CS, "Syndicat Intercommunal de Collecte des déchets"),
    ("Le Syndicat Intercommunal de Collecte des déchets organise une réunion.", CS, "-"),
    ("Syndicat Intercommunal de Collecte des ordures ménagères\nComité syndical", CS, "Syndicat Intercommunal de Collecte des ordures ménagères"),
    ("Le Syndicat Mixte du Schéma de Mobilité du Val de Brise a tenu son comité.\nLes membres du Syndicat Mixte du Schéma de Mobilité désignés par les communes étaient là.", CS,
     "Syndicat Mixte du Schéma de Mobilité du Val de Brise"),
    ("Syndicat Mixte du Val de Brise", "Le comité syndical du Syndicat Mixte du Val de Brise des agents de la Halle", "Syndicat Mixte du Val de Brise"),
    ("Le président de la Communauté de communes du Val d'Orve de signer la convention avec Mirebois", CC, "Communauté de communes du Val d'Orve"),
    ("Communauté de communes du Val d'Orve Accusé de réception en préfecture", CC, "Communauté de communes du Val d'Orve"),
    ("Communauté de communes « Les Trois Collines »\nBureau communautaire", "Le bureau communautaire", "Communauté de communes « Les Trois Collines »"),
    ("Assistait aussi : Mme Odile PETIT, directrice de la Communauté de communes « Les Trois Collines »", CC, "Communauté de communes « Les Trois Collines »"),
    # a title under the heading of the same word
    ("COMMUNAUTE DE COMMUNES DU VAL D'ORVE\nOBJET / COMMUNAUTE DE COMMUNES\nOuverture d'une piscine", CC, "COMMUNAUTE DE COMMUNES DU VAL D'ORVE"),
    ("COMMUNAUTE DE COMMUNES\nVal d'Orve\nRelevé des délibérations", CC, "COMMUNAUTE DE COMMUNES Val d'Orve"),
    ("COMMUNAUTE DE COMMUNES\nAchat d'un pré", CC, "-"),
    # no place's name, or another's
    ("Conseil municipal des jeunes", CM, "-"),
    ("CONSEIL MUNICIPAL D'INSTALLATION", CM, "-"),
    ("Conseil municipal de mars", CM, "-"),
    ("MAIRIE DE QUARTIER", CM, "-"),
    ("MAIRIE D U VAL", CM, "-"),
    ("CONSEIL RÉGIONAL\nSÉANCE PLÉNIÈRE", CR, "-"),
    ("CONSEIL DÉPARTEMENTAL DE LA LAVANDIÈRE\nCONSEIL DÉPARTEMENTAL DE LA MIRANDE", CD, "-"),
    ("Séance du conseil départemental\nConvention avec le Conseil départemental de la Mirande", CD, "-"),
    ("CONSEIL DÉPARTEMENTAL\nCONVENTION AVEC LE CONSEIL DÉPARTEMENTAL DE LA MIRANDE", CD, "-"),
    ("En présence de M. Paul MOREL, vice-président du Conseil départemental de la Mirande", CD, "-"),
    ("Le conseil municipal de Mirebois a délibéré le 3 mars.", CM, "-"),
    ("Délibération n° 2024-15\nMairie de Mirebois : convention de passage", CM, "-"),
    ("CONSEIL COMMUNAUTAIRE DU VAL", CC, "-"),
]

Names = battery([(f"{top}\x1f{who}", {"collectivite": want}) for top, who, want in FORMS],
                lambda form: form.partition("\x1f")[0] + "\n" + REST.format(form.partition("\x1f")[2]), without=("a margin", "a footer"))

if __name__ == "__main__":
    unittest.main()
