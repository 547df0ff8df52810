#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Whose act it is: how houses name themselves at the top of their papers, and who else is named there. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, read_all

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

CA, CT = "Le conseil d'administration", "Le conseil de territoire"
HOUSES = [ # letters, a brand before its word, an establishment
    ("SIVOM DE LA BRISE", CS, "SIVOM DE LA BRISE"),
    ("SIVOM de la Brise – Comité syndical – Séance du 12 mars 2024", CS, "SIVOM de la Brise"),
    ("SIVU des Écoles de Valbrise\nComité syndical", CS, "SIVU des Écoles de Valbrise"),
    ("S.I.A.E.P. de la Haute Orve\nComité syndical", CS, "S.I.A.E.P. de la Haute Orve"),
    ("SMICTOM DU VAL DE BRISE\nCOMITÉ SYNDICAL", CS, "SMICTOM DU VAL DE BRISE"),
    ("PETR DU PAYS DE BRISE\nComité syndical", CS, "PETR DU PAYS DE BRISE"),
    ("Pôle d'équilibre territorial et rural du Pays de Brise\nComité syndical", CS, "Pôle d'équilibre territorial et rural du Pays de Brise"),
    ("PÔLE MÉTROPOLITAIN DE LA BRISE\nComité syndical", CS, "PÔLE MÉTROPOLITAIN DE LA BRISE"),
    ("PARC NATUREL RÉGIONAL DES MONTS DE BRISE\nCOMITÉ SYNDICAL", CS, "PARC NATUREL RÉGIONAL DES MONTS DE BRISE"),
    ("Syndicat mixte du Parc naturel régional des Monts de Brise\nComité syndical", CS, "Syndicat mixte du Parc naturel régional des Monts de Brise"),
    ("Syndicat mixte d'aménagement et de gestion du Parc naturel régional de la Brise\nComité syndical", CS, "Syndicat mixte d'aménagement et de gestion du Parc naturel régional de la Brise"),
    ("Syndicat d'énergie de la Haute-Orve\nComité syndical", CS, "Syndicat d'énergie de la Haute-Orve"),
    ("SYNDICAT INTERCOMMUNAL A VOCATION MULTIPLE DE VALBRISE\nComité syndical", CS, "SYNDICAT INTERCOMMUNAL A VOCATION MULTIPLE DE VALBRISE"),
    ("PAYS DE BRISE\nComité syndical", CS, "PAYS DE BRISE"),
    ("Les membres du comité syndical du SIVOM de la Brise se sont réunis à la mairie de Valbrise.", CS, "SIVOM de la Brise"),
    ("EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU COMITÉ SYNDICAL DU SMICTOM DU VAL DE BRISE", CS, "SMICTOM DU VAL DE BRISE"),
    ("ORVE COMMUNAUTÉ\nCONSEIL COMMUNAUTAIRE", CC, "ORVE COMMUNAUTÉ"),
    ("Terres de Brise Communauté\nExtrait du registre des délibérations", CC, "Terres de Brise Communauté"),
    ("GRAND VALBRISE AGGLO\nCommunauté d'agglomération\nConseil communautaire", CC, "GRAND VALBRISE AGGLO"),
    ("RÉPUBLIQUE FRANÇAISE\nORVE AGGLOMÉRATION\nCONSEIL COMMUNAUTAIRE", CC, "ORVE AGGLOMÉRATION"),
    ("Valbrise Métropole\nConseil métropolitain", "Le conseil métropolitain", "Valbrise Métropole"),
    ("Le conseil communautaire de Brise Communauté s'est réuni à la mairie de Valbrise.", CC, "Brise Communauté"),
    ("PROCÈS-VERBAL DU CONSEIL COMMUNAUTAIRE DE BRISE COMMUNAUTÉ", CC, "BRISE COMMUNAUTÉ"),
    ("CC du Val d'Orve\nConseil communautaire", CC, "CC du Val d'Orve"),
    ("CC ORVE ET BRISE\nCONSEIL COMMUNAUTAIRE", CC, "CC ORVE ET BRISE"),
    ("se sont réunis les conseillers communautaires de la communauté de communes Orve et Brise, convoqués le 5 mars 2024.\nConseil communautaire", CC, "communauté de communes Orve et Brise"),
    ("SDIS DE LA HAUTE-ORVE\nConseil d'administration", CA, "SDIS DE LA HAUTE-ORVE"),
    ("DÉPARTEMENT DE LA HAUTE-ORVE\nService départemental d'incendie et de secours de la Haute-Orve\nConseil d'administration", CA,
     "?Service départemental d'incendie et de secours de la Haute-Orve"),
    ("VILLE DE VALBRISE\nCCAS DE VALBRISE\nConseil d'administration", CA, "CCAS DE VALBRISE"),
    ("CENTRE COMMUNAL D'ACTION SOCIALE DE VALBRISE\nConseil d'administration", CA, "CENTRE COMMUNAL D'ACTION SOCIALE DE VALBRISE"),
    ("CENTRE DE GESTION DE LA FONCTION PUBLIQUE TERRITORIALE DE LA HAUTE-ORVE\nConseil d'administration", CA,
     "CENTRE DE GESTION DE LA FONCTION PUBLIQUE TERRITORIALE DE LA HAUTE-ORVE"),
    ("DÉPARTEMENT DU VAL-DE-BRISE\nÉTABLISSEMENT PUBLIC TERRITORIAL GRAND BRISE\nConseil de territoire", CT, "ÉTABLISSEMENT PUBLIC TERRITORIAL GRAND BRISE"),
    ("EPT Grand Brise\nConseil territorial", "Le conseil territorial", "EPT Grand Brise"),
    ("Caisse des écoles de Valbrise\nComité de la caisse des écoles", "Le comité de la caisse des écoles", "Caisse des écoles de Valbrise"),
    # who lends the paper, a partner, a place, a title
    ("VILLE DE VALBRISE\nCENTRE COMMUNAL D'ACTION SOCIALE\nConseil d'administration", CA, "-"),
    ("DÉPARTEMENT DE LA HAUTE-ORVE\nSDIS\nConseil d'administration", CA, "-"),
    ("COMITÉ SYNDICAL\nADHÉSION AU SIVOM DE LA BRISE", CS, "-"),
    ("Comité syndical\nConvention avec le Parc naturel régional des Monts de Brise", CS, "-"),
    ("CONVENTION AVEC ORVE COMMUNAUTÉ\nCONSEIL COMMUNAUTAIRE", CC, "-"),
    ("Conseil communautaire\nSUBVENTION À VALBRISE MÉTROPOLE", CC, "-"),
    ("Conseil communautaire\nOrve Communauté : convention", CC, "-"),
    ("LE PRÉSIDENT DE LA COMMUNAUTÉ\nConseil communautaire", CC, "-"),
    ("MAISON DE LA MÉTROPOLE\nConseil communautaire", CC, "-"),
    ("Service des assemblées Orve Communauté\nConseil communautaire", CC, "?Orve Communauté"),
    ("Département de la Haute-Orve Orve Communauté\nConseil communautaire", CC, "?Orve Communauté"),
    ("CC DU 12 MARS 2024\nCONSEIL COMMUNAUTAIRE", CC, "-"),
    ("SIVOM\nComité syndical", CS, "-"),
    ("Parc naturel régional\nComité syndical", CS, "-"),
    ("SDIS DE LA HAUTE-ORVE\nCONSEIL MUNICIPAL", CM, "-"),
    ("CONSEIL COMMUNAUTAIRE\nRéunion à la mairie de Valbrise sous la présidence de M. Paul ARBEL, maire de Valbrise.", CC, "-"),
    ("COMITÉ SYNDICAL\nSous la présidence de M. Paul ARBEL, maire d'Orval.", CS, "-"),
]
MAIRES = [ # a commune told by its maire: who chairs, who convenes, who signs
    ("CONSEIL MUNICIPAL\nSous la présidence de M. Paul ARBEL, maire de Valbrise.", CM, "Valbrise"),
    ("CONSEIL MUNICIPAL\nSous la présidence de M. Paul ARBEL, Maire de VALBRISE-SUR-ORVE.", CM, "VALBRISE-SUR-ORVE"),
    ("CONSEIL MUNICIPAL\nSous la présidence de M. Paul ARBEL, maire de la commune de Valbrise", CM, "commune de Valbrise"),
    ("Le conseil municipal, convoqué par M. le Maire d'Orval-le-Haut, s'est réuni à la mairie.", CM, "Orval-le-Haut"),
    ("CONSEIL MUNICIPAL\nMadame la Maire de Valbrise ouvre la séance.", CM, "Valbrise"),
    ("CONSEIL MUNICIPAL\nSous la présidence de M. Luc VIAL, premier adjoint au maire de Valbrise.", CM, "Valbrise"),
    ("CONSEIL MUNICIPAL\nSous la présidence de M. Paul ARBEL, maire, en présence de M. Guy BRUN, sous-préfet de Mirebois.", CM, "-"),
    ("CONSEIL MUNICIPAL\nSous la présidence de M. Paul ARBEL, maire.\nAssistait M. Guy BRUN, maire de Mirebois.", CM, "-"),
    ("CONSEIL MUNICIPAL\nSous la présidence de M. Paul ARBEL, ancien maire de Mirebois.", CM, "-"),
    ("CONSEIL MUNICIPAL\nSous la présidence de M. Paul ARBEL, maire délégué de Mirebois.", CM, "-"),
    ("CONSEIL MUNICIPAL\nSous la présidence de M. Paul ARBEL, maire de la commune déléguée de Mirebois.", CM, "-"),
    ("Préfecture de la Haute-Orve\nCONSEIL MUNICIPAL", CM, "-"),
    ("Tribunal administratif de Mirebois\nCONSEIL MUNICIPAL", CM, "-"),
    ("CONSEIL MUNICIPAL\nLe maire de Mirebois a écrit le 3 mars.", CM, "-"),
    ("COMMUNE NOUVELLE DE VALBRISE\nConseil municipal", CM, "COMMUNE NOUVELLE DE VALBRISE"),
    ("S'est réuni le conseil municipal de Valbrise, dûment convoqué.", CM, "conseil municipal de Valbrise"),
]
BEHIND = [ # what runs into a name where a line end was lost is no part of it
    "Étaient présents : M. Paul ARBEL", "Secrétaire de séance : Mme Léa DORVAL", "Pouvoirs : néant", "Votants : 12", "Quorum : 8", "Affiché le 15 mars", "Reçu en préfecture", "Ainsi fait et délibéré",
    "Pour extrait conforme", "Acte exécutoire", "N° 2024-12", "Réf : 2024", "Point n° 3", "Dossier n° 12", "Service juridique", "Finances", "Urbanisme : bail", "Pôle ressources", "Le bureau", "Sous réserve",
    "En exercice : 15", "Titulaires", "Effectif : 15", "Domaine : voirie", "Siège : Orval", "Élection des adjoints", "Vote du budget", "Adoption", "Heure : 19 h", "Lieu : salle", "Sont présents", "Ont voté",
    "Motion", "Question n° 3", "À dix-neuf heures", "Après lecture", "Liberté", "Tribunal", "Invité", "Titre", "Nom", "Signature", "Visa", "Délégation", "Mandants", "Emplacement réservé", "Affaire n° 4",
]
RUN_ON = [(f"Le douze mars, le conseil municipal de la commune de Valbrise {more}", CM, "?commune de Valbrise") for more in BEHIND]
RUN_ON += [(f"COMMUNE DE VALBRISE {more.upper()}\nCONSEIL MUNICIPAL", CM, "?COMMUNE DE VALBRISE") for more in BEHIND if " : " in more]
RUN_ON += [(f"Communauté de communes du Val d'Orve {more}\nConseil communautaire", CC, "?Communauté de communes du Val d'Orve") for more in BEHIND]
RUN_ON += [
    ("Le douze mars, le conseil municipal de la commune de Valbrise Étaient présents : M. Paul ARBEL", CM, "commune de Valbrise"),
    ("Le conseil municipal de la commune de Saint Aubin des Prés, dûment convoqué", CM, "commune de Saint Aubin des Prés"),
    ("Le conseil municipal de la commune de Villers Le Lac s'est réuni", CM, "commune de Villers Le Lac"),
    ("COMMUNE DE LA ROCHE-BRISE -------- CONSEIL MUNICIPAL", CM, "COMMUNE DE LA ROCHE-BRISE"),
    ("DÉPARTEMENT DE LA HAUTE-ORVE Dossier n° 4\nCONSEIL DÉPARTEMENTAL", CD, "DÉPARTEMENT DE LA HAUTE-ORVE"),
    ("VILLE DE VALBRISE - CONSEIL MUNICIPAL", CM, "VILLE DE VALBRISE"),
]
RUN_ON += [(f"{paper} DU CONSEIL MUNICIPAL DE VALBRISE {day}", CM, "CONSEIL MUNICIPAL DE VALBRISE") for paper in ("COMPTE RENDU", "PROCÈS-VERBAL DE LA SÉANCE") for day in (
    "DU 12 MARS 2024", "DU MARDI 12 MARS 2024 A 20 HEURES", "DU 12/03/2024", "LE 12 MARS 2024 À 19H00", "DU DOUZE MARS DEUX MILLE VINGT-QUATRE", "- 12 MARS 2024", "DU 1ER MARS 2024", "DU MOIS DE MARS 2024")]
RUN_ON += [("COMPTE RENDU DU CONSEIL MUNICIPAL DE LA ROCHE DU VAL DU 12 MARS 2024", CM, "CONSEIL MUNICIPAL DE LA ROCHE DU VAL"),
           ("Compte rendu du conseil municipal de Valbrise du 12 mars 2024", CM, "conseil municipal de Valbrise")]

frame = lambda form: form.partition("\x1f")[0] + "\n" + REST.format(form.partition("\x1f")[2])
rows = lambda forms: [(f"{top}\x1f{who}", {"collectivite": want}) for top, who, want in forms]
Names = battery(rows(FORMS), frame, without=("a margin", "a footer"))
Houses = battery(rows(HOUSES), frame, without=("a margin", "a footer"))
Maires = battery(rows(MAIRES), frame, without=("a margin", "a footer"))
RunOn = battery(rows(RUN_ON), frame, without=("a margin", "a footer"))


class Party(unittest.TestCase):
    def test_forms__the_other_party_that_signs_is_not_the_author(self):
        head = "Séance du 6 mai 2024\nDélibération n° 2024-8\nObjet : Entente scolaire\nLe conseil municipal, à l'unanimité, "
        texts = [head + "approuve l'entente avec Mirebois.\nLe Maire de Mirebois\n", head + "approuve l'entente.\nFait en deux exemplaires\nLe Maire de Mirebois\n",
                 head + "achète le pré.\nLe Maire de Valbrise\n"]
        self.assertEqual([r["collectivite"].get("valeur") for r in read_all(texts)], [None, None, "Valbrise"])


if __name__ == "__main__":
    unittest.main()
