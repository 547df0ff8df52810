#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Which body decided and at which level: the titles and openings of every kind of assembly, with the other bodies that their acts name. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery

LIST = "Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nSecrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré\n"
VU = "Vu le code général des collectivités territoriales ;\n"


def o(organe, niveau):
    return {"organe": organe, "niveau": niveau}


COMMUNE, EPCI, BUREAU = o("conseil_municipal", "commune"), o("conseil_communautaire", "epci"), o("bureau_communautaire", "epci")
DEPT, REGION, SYNDICAT = o("conseil_departemental", "departement"), o("conseil_regional", "region"), o("comite_syndical", "syndicat")
CP_DEPT, CP_REGION, OTHER = o("commission_permanente", "departement"), o("commission_permanente", "region"), o("autre", "autre")
COUNCIL = "Le conseil, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter le pré.\n"


def decides(who):
    return f"{who}, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter le pré.\n"


FORMS = [ # opening, what follows the visas
    ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n", COUNCIL, COMMUNE),
    ("MAIRIE DE VALBRISE\nDÉLIBÉRATION DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n", decides("Le Conseil Municipal"), COMMUNE),
    ("MAIRIE DE VALBRISE\nL'an deux mille vingt-quatre, le douze mars, le Conseil dûment convoqué s'est réuni en mairie.\n",
     "Le conseil municipal de Valbrise, lors de sa réunion du 12 mars 2024, s'élève contre la fermeture de la poste.\n", COMMUNE),
    ("MAIRIE DE VALBRISE\nCENTRE COMMUNAL D'ACTION SOCIALE\nConseil d'administration du 12 mars 2024\n",
     "Considérant que le conseil municipal a fixé le nombre des membres ;\nAccorde un secours.\n", OTHER),
    ("Séance du 12 mars 2024 à 20h30\nÉtaient présents : M. Jean MOREL, Maire, Mme Odile BRÉAL, Adjoints, M. Marc AUBIN, Mme Lise FABRE, Conseillers Municipaux.\n",
     "Monsieur le Maire déclare la séance ouverte.\n", o("?conseil_municipal", "?commune")),
    ("CAISSE DES ÉCOLES\nSéance du 12 mars 2024\nÉtaient présents : M. Jean MOREL, Maire, Mme Odile BRÉAL, M. Marc AUBIN, Conseillers Municipaux.\n", "L'achat est accepté.\n", o("-", "-")),
    ("VILLE DE VALBRISE\nConseil municipal du 12 mars 2024\n", decides("L'assemblée"), COMMUNE),
    ("Commune de Valbrise\nL'an deux mille vingt-quatre, le douze mars, le conseil municipal s'est réuni à la mairie sous la présidence de M. Paul ARBEL.\n", COUNCIL, COMMUNE),
    ("Commune nouvelle de Valbrise\nProcès-verbal du conseil municipal du 12 mars 2024\n", decides("Le conseil municipal"), COMMUNE),
    ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n",
     "Considérant que le conseil communautaire a approuvé le projet le 4 mars 2024 ;\n" + decides("Le conseil municipal"), COMMUNE),
    ("COMMUNE DE VALBRISE\nCONSEIL MUNICIPAL\nSéance du 12 mars 2024\n",
     "Considérant que le conseil départemental a voté une subvention ;\n" + decides("Le conseil municipal") + "SOLLICITE le Conseil départemental de la Haute-Auzelle.\n", COMMUNE),
    ("COMMUNE DE VALBRISE\nCONSEIL MUNICIPAL\nSéance du 12 mars 2024\n", "Le conseil régional finance l'opération à hauteur de 30 %.\n" + decides("Le conseil municipal"), COMMUNE),
    ("COMMUNE DE VALBRISE\nCONSEIL MUNICIPAL\nSéance du 12 mars 2024\nAdhésion au SYNDICAT MIXTE DES EAUX DE LA BRISE\n",
     "Vu la délibération du comité syndical du 4 février 2024 ;\n" + decides("Le conseil municipal"), COMMUNE),
    ("Communauté de communes du Val de Brise\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL COMMUNAUTAIRE\nSéance du 12 mars 2024\n", COUNCIL, EPCI),
    ("Communauté de communes du Val de Brise\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL DE COMMUNAUTÉ\nSéance du 12 mars 2024\n", decides("Le Conseil de Communauté"), EPCI),
    ("Communauté d'agglomération du Val de Brise\nCONSEIL D'AGGLOMÉRATION\nSéance du 12 mars 2024\n", decides("Le conseil d'agglomération"), EPCI),
    ("BRISE AGGLOMÉRATION\nConseil communautaire du 12 mars 2024\n", decides("Le Conseil communautaire"), EPCI),
    ("Communauté urbaine du Val de Brise\nCONSEIL DE COMMUNAUTÉ URBAINE\nSéance du 12 mars 2024\n", COUNCIL, o("?conseil_communautaire", "?epci")),
    ("BRISE MÉTROPOLE\nCONSEIL MÉTROPOLITAIN\nSéance du 12 mars 2024\n", decides("Le conseil métropolitain"), EPCI),
    ("BRISE MÉTROPOLE\nExtrait du registre des délibérations du Conseil de la métropole\nSéance du 12 mars 2024\n", decides("Le Conseil de la Métropole"), EPCI),
    ("BRISE MÉTROPOLE\nConseil de métropole du 12 mars 2024\n", decides("Le Conseil de Métropole"), o("?conseil_communautaire", "?epci")),
    ("BRISE MÉTROPOLE\nBUREAU MÉTROPOLITAIN\nSéance du 12 mars 2024\n", decides("Le Bureau métropolitain"), o("?bureau_communautaire", "?epci")),
    ("Communauté de communes du Val de Brise\nBUREAU COMMUNAUTAIRE\nSéance du 12 mars 2024\n", decides("Le Bureau communautaire"), BUREAU),
    ("Communauté de communes du Val de Brise\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU BUREAU\nSéance du 12 mars 2024\n", decides("Le Bureau"), BUREAU),
    ("Communauté de communes du Val de Brise\nBureau du 12 mars 2024\n", "Vu la délibération du conseil communautaire du 4 février 2024 donnant délégation au Bureau ;\n" + decides("Le Bureau"), BUREAU),
    ("Communauté de communes du Val de Brise\nDélibération du Bureau communautaire\nSéance du 12 mars 2024\n",
     "Vu la délibération du conseil communautaire du 4 février 2024 donnant délégation au Bureau ;\n" + decides("Le bureau communautaire"), BUREAU),
    ("SYNDICAT MIXTE DES EAUX DE LA BRISE\nCOMITÉ SYNDICAL\nSéance du 12 mars 2024\n", decides("Le comité syndical"), SYNDICAT),
    ("SIVOM DE LA BRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU COMITÉ SYNDICAL\nSéance du 12 mars 2024\n", decides("Le Comité"), SYNDICAT),
    ("SYNDICAT INTERCOMMUNAL DE LA BRISE\nConseil syndical du 12 mars 2024\n", decides("Le conseil syndical"), SYNDICAT),
    ("Syndicat départemental d'énergie de la Haute-Auzelle\nDÉLIBÉRATION DU COMITÉ SYNDICAL\nSéance du 12 mars 2024\n", COUNCIL, SYNDICAT),
    ("SYNDICAT MIXTE DES EAUX DE LA BRISE\nBUREAU SYNDICAL\nSéance du 12 mars 2024\n", decides("Le bureau syndical"), o("?autre", "?syndicat")),
    ("PÔLE MÉTROPOLITAIN DE LA BRISE\nComité syndical du 12 mars 2024\n", decides("Le Comité syndical"), SYNDICAT),
    ("PÔLE D'ÉQUILIBRE TERRITORIAL DE LA BRISE\nConseil syndical du 12 mars 2024\n", COUNCIL, SYNDICAT),
    ("CONSEIL DÉPARTEMENTAL DE LA HAUTE-AUZELLE\nSéance plénière du 12 mars 2024\n", decides("Le Conseil départemental"), DEPT),
    ("DÉPARTEMENT DE LA HAUTE-AUZELLE\nEXTRAIT DES DÉLIBÉRATIONS DU CONSEIL DÉPARTEMENTAL\nRéunion du 12 mars 2024\n", decides("Le Conseil départemental"), DEPT),
    ("DÉPARTEMENT DE LA HAUTE-AUZELLE\nConseil général\nSéance du 12 mars 2012\n", decides("Le Conseil général"), DEPT),
    ("CONSEIL DÉPARTEMENTAL DE LA HAUTE-AUZELLE\nCOMMISSION PERMANENTE\nSéance du 12 mars 2024\n", decides("La Commission permanente"), CP_DEPT),
    ("DÉPARTEMENT DE LA HAUTE-AUZELLE\nDÉLIBÉRATION DE LA COMMISSION PERMANENTE DU CONSEIL DÉPARTEMENTAL\nRéunion du 12 mars 2024\n", decides("La Commission permanente"), CP_DEPT),
    ("DÉPARTEMENT DE LA HAUTE-AUZELLE\nCommission permanente du 12 mars 2024\nLes membres de la Commission permanente du Conseil départemental se sont réunis.\n",
     "La Commission permanente du Conseil départemental,\nDÉCIDE d'acheter le pré.\n", CP_DEPT),
    ("DÉPARTEMENT DE LA HAUTE-AUZELLE\nCommission permanente du 12 mars 2024\n",
     "Vu la délibération du Conseil départemental du 4 février 2022 donnant délégation à la Commission permanente ;\n" + decides("La Commission permanente"), CP_DEPT),
    ("RÉGION LORRADE\nCONSEIL RÉGIONAL\nSéance plénière du 12 mars 2024\n", decides("Le Conseil régional"), REGION),
    ("RÉGION LORRADE\nDÉLIBÉRATION DU CONSEIL RÉGIONAL\nSéance plénière du 12 mars 2024\n", decides("L'assemblée plénière"), REGION),
    ("RÉGION LORRADE\nDÉLIBÉRATION DE LA COMMISSION PERMANENTE DU CONSEIL RÉGIONAL\nRéunion du 12 mars 2024\n", decides("La Commission permanente"), CP_REGION),
    ("CONSEIL RÉGIONAL DE LORRADE\nLa commission permanente du Conseil régional, réunie le 12 mars 2024,\n", decides("La commission permanente"), CP_REGION),
    ("CENTRE COMMUNAL D'ACTION SOCIALE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL D'ADMINISTRATION\nSéance du 12 mars 2024\n", decides("Le conseil d'administration"), OTHER),
    ("CCAS DE VALBRISE\nConseil d'administration du 12 mars 2024\n", decides("Le Conseil d'Administration"), OTHER),
    ("SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS DE LA HAUTE-AUZELLE\nConseil d'administration\nSéance du 12 mars 2024\n", decides("Le conseil d'administration"), OTHER),
    ("SDIS DE LA HAUTE-AUZELLE\nBUREAU DU CONSEIL D'ADMINISTRATION\nSéance du 12 mars 2024\n", decides("Le bureau du conseil d'administration"), o("?autre", "?autre")),
    ("CENTRE DE GESTION DE LA HAUTE-AUZELLE\nDélibération du conseil d'administration du 12 mars 2024\n", decides("Le conseil d'administration"), OTHER),
    ("CAISSE DES ÉCOLES DE VALBRISE\nComité de la caisse des écoles du 12 mars 2024\n", decides("Le comité de la caisse des écoles"), o("?autre", "?autre")),
    ("ÉTABLISSEMENT PUBLIC TERRITORIAL GRAND BRISE\nCONSEIL DE TERRITOIRE\nSéance du 12 mars 2024\n", decides("Le conseil de territoire"), OTHER),
    ("ÉTABLISSEMENT PUBLIC TERRITORIAL GRAND BRISE\nExtrait du registre des délibérations du Conseil de Territoire\nSéance du 12 mars 2024\n",
     "Vu la délibération du conseil municipal de Valbrise du 4 février 2024 ;\n" + decides("Le Conseil de territoire"), OTHER),
    ("VILLE DE PARIS\nCONSEIL DE PARIS\nSéance du 12 mars 2024\n", decides("Le Conseil de Paris"), OTHER),
    ("MÉTROPOLE DE LYON\nConseil de la Métropole de Lyon du 12 mars 2024\n", decides("Le conseil de la métropole"), o("?conseil_communautaire", "autre")),
    ("COMMUNE DE VALBRISE\nCONSEIL MUNICIPAL\nSéance du 12 mars 2024\n1/ - Compte rendu\n2/ - MOTION - SOUTIEN AU PROJET DE LA VILLE DE PARIS\n", "", o("?conseil_municipal", "commune")),
    ("COLLECTIVITÉ DE CORSE\nASSEMBLÉE DE CORSE\nSéance du 12 mars 2024\n", decides("L'Assemblée de Corse"), OTHER),
    ("COMMUNE DE VALBRISE\nDélibération du conseil municipal\nSéance du 12 mars 2024\n",
     "Le conseil municipal donne son accord pour que le conseil d'administration du CCAS gère le logement.\n", COMMUNE),
    ("COMMUNE DE VALBRISE\nDélibération du conseil municipal\nSéance du 12 mars 2024\n",
     "Vu l'avis de la commission permanente des finances ;\n" + decides("Le conseil municipal"), COMMUNE),
    ("1 Conseil Communautaire 12 mars 2024 Valbrise 18h30 COMPTE-RENDU\nCommunauté de communes du Val de Brise\n", COUNCIL, EPCI),
    ("COMMUNE DE VALBRISE\nConseil municipal – 12 mars 2024\n", COUNCIL, COMMUNE),
    ("PROCÈS-VERBAL du\nConseil de la Communauté de Communes du Val de Brise\nRéunion du mardi 12 mars 2024 à 19 h 30\n", COUNCIL, EPCI),
    ("COMMUNAUTÉ DE COMMUNES DU VAL DE BRISE\nCOMPTE-RENDU DU CONSEIL DE COMMUNAUTÉ\nSéance du 12 mars 2024\nORDRE DU JOUR\nI. RELEVÉ DE DÉCISIONS DU BUREAU\n"
     "II. FINANCES\n", COUNCIL, EPCI),
    ("SYNDICAT INTERCOMMUNAL DE LA BRISE\nComité du syndicat du 12 mars 2024\n", COUNCIL, SYNDICAT),
    ("SYNDICAT INTERCOMMUNAL DES EAUX DE LA BRISE\nCOMPTE RENDU DE LA RÉUNION DU 12 MARS 2024\n", "Le quorum est atteint. Les comptes sont approuvés à l'unanimité.\n", o("-", "syndicat")),
    ("Communauté de communes du Val de Brise\nCOMPTE RENDU DE LA RÉUNION DU 12 MARS 2024\n", "Les comptes sont approuvés à l'unanimité.\n", o("-", "epci")),
    ("COMMUNE DE VALBRISE\nCompte rendu de la réunion du 12 mars 2024\n", "Les comptes sont approuvés à l'unanimité.\n", o("-", "commune")),
    ("COMMUNE DE VALBRISE\nSYNDICAT DES EAUX DE LA BRISE\nRéunion du 12 mars 2024\n", "Les comptes sont approuvés à l'unanimité.\n", o("-", "-")),
    ("CCAS DE LA COMMUNE DE VALBRISE\nRéunion du 12 mars 2024\n", "Les comptes sont approuvés à l'unanimité.\n", o("-", "-")),
    ("ProcÈs-verbal n°02/2024\ndu conseil municipal du 12/03/2024\n", "Les comptes sont approuvés à l'unanimité.\n", COMMUNE),
    ("Compte rendu des délibérations n°38\nSéance ordinaire du 12 mars 2024\nLe Conseil de la Communauté de Communes du Val de Brise s'est réuni.\n",
     "Les comptes sont approuvés à l'unanimité.\n", EPCI),
    ("SAINT-VALBRISE\nLe 12 mars 2024, les conseillers communautaires de Brise Communauté se sont réunis en séance publique.\n", COUNCIL, EPCI),
    ("Le 12 mars 2024, les conseillers municipaux, convoqués le 5 mars 2024, se sont réunis à la mairie.\n", COUNCIL, COMMUNE),
    ("Séance du 12 mars 2024\n1. RÈGLEMENT INTÉRIEUR DU CONSEIL MUNICIPAL\nDans les six mois, le Conseil municipal établit son règlement.\n", COUNCIL,
     o("?conseil_municipal", "?commune")),
    ("SYNDICAT DES EAUX DE LA BRISE\nRéunion du 12 mars 2024\nLe règlement du conseil municipal de Valbrise, puis celui du conseil municipal d'Orval.\n",
     COUNCIL, o("-", "syndicat")),
    ("VILLE DE VALBRISE\nConseil Municipal\nSéance publique du 12 mars 2024\nListe des délibérations\n", "Les comptes sont approuvés à l'unanimité.\n", COMMUNE),
    ("COMMUNAUTÉ D'AGGLOMÉRATION DE LA BRISE\nCONSEIL COMMUNAUTAIRE D'INSTALLATION DU MARDI 12 MARS 2024\n", "Les comptes sont approuvés à l'unanimité.\n", EPCI),
    ("CIAS du Pays de Brise - Conseil d'administration - PV n° 2024/02 - Réunion du 12.03.2024 à 14 h 00\n", "Les comptes sont approuvés.\n", OTHER),
    ("Le mardi 12 mars 2024 à 18 heures, le SIVOM de la Brise a réuni son comité syndical à Orval.\n", "Les comptes sont approuvés à l'unanimité.\n", SYNDICAT),
    ("CONSEIL DÉPARTEMENTAL\nRéunion du 12 mars 2024\nDélibération de la commission permanente\n", decides("La commission permanente"), CP_DEPT),
    ("Délibération n° 2024-15 examinée le 12 mars 2024 - approuvée\n", "Le secrétaire de séance Le Maire, Luc VIAL Paul ARBEL\n", o("-", "commune")),
    ("Délibération n° 2024-15 examinée le 12 mars 2024 - approuvée\n", "Le Président, Le Maire, Luc VIAL Paul ARBEL\n", o("-", "-")),
    ("Délibération n° 2024-15 examinée le 12 mars 2024 - approuvée\n", "Monsieur le maire présente le dossier.\n", o("-", "-commune")),
    ("SOMMAIRE\nI. APPROBATION DU PROCÈS-VERBAL DE LA SÉANCE DU 12 MARS 2024\nII. VŒU PRIS PAR LE CONSEIL MUNICIPAL SUR LES TRAINS DE NUIT\n", "", COMMUNE),
    ("VILLE DE VALBRISE – CONSEIL MUNICIPAL – COMPTE RENDU ET PROCÈS-VERBAL\nSéance du 12 mars 2024\n", "Les comptes sont approuvés à l'unanimité.\n", COMMUNE),
    ("VILLE DE VALBRISE / CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n", "Les comptes sont approuvés à l'unanimité.\n", COMMUNE),
    ("SYNDICAT DES EAUX DE LA BRISE - CONSEIL MUNICIPAL DE VALBRISE - AVIS\nSéance du 12 mars 2024\n", "Les comptes sont approuvés à l'unanimité.\n", o("-", "syndicat")),
    ("RÉGION LORRADE\nDÉLIBÉRATION DE LA COMMISSION PERMANENTE\nSéance du 12 mars 2024\n",
     "Vu la délibération du Conseil régional du 4 février 2022 ;\nAprès en avoir délibéré, DÉCIDE d'acheter le pré.\n", CP_REGION),
    ("CONSEIL DÉPARTEMENTAL DE LA BRISE\nDÉLIBÉRATION DE LA COMMISSION PERMANENTE\nSéance du 12 mars 2024\n", "Après en avoir délibéré, DÉCIDE d'acheter le pré.\n", CP_DEPT),
    ("CONSEIL RÉGIONAL DE LORRADE\nRATIFICATION D'UNE DÉLIBÉRATION DE LA COMMISSION PERMANENTE\nSéance du 12 mars 2024\n", decides("Le conseil régional"), REGION),
    ("RÉGION\nLORRADE\nDÉLIBÉRATION DE LA COMMISSION PERMANENTE\nSéance du 12 mars 2024\n", decides("La commission permanente"), CP_REGION),
    ("ASSOCIATION SYNDICALE DES RIVERAINS DE LA BRISE\nAssemblée générale du 12 mars 2024\n", decides("L'assemblée générale"), o("-", "-")),
]

TEXTS = [(f"{opening}\x1f{decision}", wanted) for opening, decision, wanted in FORMS]
Organe = battery(TEXTS, lambda form: form.replace("\x1f", LIST + VU))

CM_TITLE, CC_TITLE = "COMMUNE DE VALBRISE\nCONSEIL MUNICIPAL\nSéance du 12 mars 2024\n", "Communauté de communes du Val de Brise\nConseil communautaire du 12 mars 2024\n"
OURS = "Après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter le pré.\n"
TOLD = [ # the title names the body: what another house votes is told; one that speaks as who decides leaves a doubt
    (CM_TITLE, "Le conseil d'administration du collège approuve la convention.\n" + OURS, COMMUNE),
    (CM_TITLE, "Le conseil d'administration de l'office décide de vendre le pré.\n" + COUNCIL, COMMUNE),
    (CM_TITLE, "Le conseil départemental accepte de financer l'achat.\n" + COUNCIL, COMMUNE),
    (CM_TITLE, "Le comité syndical approuve la convention.\n" + OURS, COMMUNE),
    (CM_TITLE, "Le conseil communautaire approuve le transfert.\n" + OURS, COMMUNE),
    (CC_TITLE, "Le conseil d'administration de l'office de tourisme approuve son budget.\n" + COUNCIL, EPCI),
    (CC_TITLE, "Le conseil municipal de Valbrise adopte une motion.\n" + COUNCIL, EPCI),
    ("CCAS DE VALBRISE\nConseil d'administration du 12 mars 2024\n", "Le conseil municipal fixe le nombre des membres.\n" + OURS, OTHER),
    (CM_TITLE, decides("Le conseil d'administration"), o("-", "-")),
    (CM_TITLE, decides("Le conseil communautaire"), o("-", "-")),
    ("CONSEIL DÉPARTEMENTAL DE LA HAUTE-AUZELLE\nSéance du 12 mars 2024\n", decides("La Commission permanente"), CP_DEPT),
    ("Communauté de communes du Val de Brise\nCONSEIL COMMUNAUTAIRE\nSéance du 12 mars 2024\n", decides("Le Bureau communautaire"), BUREAU),
]
Told = battery([(f"{opening}\x1f{decision}", wanted) for opening, decision, wanted in TOLD], lambda form: form.replace("\x1f", LIST + VU), without=("a margin",), in_lines=("a footer",))

if __name__ == "__main__":
    unittest.main()
