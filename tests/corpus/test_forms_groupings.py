#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Lists of members as groupings of communes, syndicats, départements and régions write them. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

THREE, FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL", "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
PRESENTS = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL\n"
REPLACED = [ # by a substitute, who sits and is named with him
    (PRESENTS + "Absents remplacés : Jean MOREL par Zoé ROUX\nAbsent : Guy BRUN\n", l(FOUR, "Jean MOREL; Guy BRUN")),
    (PRESENTS + "Absents remplacés : Jean MOREL (Orval) par sa suppléante Zoé ROUX, Guy BRUN par Ida LORME.\nAbsents : Odile PETIT\n",
     l(FOUR + "; Ida LORME", "Jean MOREL; Guy BRUN; Odile PETIT")),
    (PRESENTS + "Titulaires remplacés : M. MOREL Jean par Mme ROUX Zoé ; M. BRUN Guy par Mme LORME Ida\n", l(FOUR + "; Ida LORME", "Jean MOREL; Guy BRUN")),
    (PRESENTS + "Absents suppléés : Jean MOREL par Zoé ROUX\nAbsents ayant donné pouvoir : Anne GRISOL à Luc VIAL\n", l(FOUR, "Jean MOREL; Anne GRISOL", "Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Étaient remplacés : Jean MOREL par Zoé ROUX\n", l(FOUR)),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nAbsents remplacés : Jean MOREL par Zoé ROUX\n", l(FOUR, "Jean MOREL")),
    # who replaces is not told, or not understood
    (PRESENTS + "Absents remplacés : Jean MOREL par courrier du 3 mars, Guy BRUN\n", l("-")),
    (PRESENTS + "Absents remplacés : Jean MOREL, Guy BRUN\n", l("-", "Jean MOREL; Guy BRUN")),
    (PRESENTS + "Absents remplacés : Jean MOREL par Zoé\n", l("-")),
    (PRESENTS + "Absents remplacés par leurs suppléants : Jean MOREL, Guy BRUN\nSuppléants : Zoé ROUX, Ida LORME\n", l("?" + FOUR + "; Ida LORME", "?Jean MOREL; Guy BRUN")),
    # nobody is replaced
    (PRESENTS + "Absents représentés : Jean MOREL par Zoé ROUX\n", l("?" + THREE)),
    (PRESENTS + "Absents : Jean MOREL\nPostes remplacés : Guy BRUN par Ida LORME\n", l("?" + THREE, "?Jean MOREL")),
    (PRESENTS + "Absents : Jean MOREL\nLes deux compteurs étaient remplacés par la société.\n", l(THREE, "Jean MOREL")),
]
SIX, NOBODY = FOUR + "; Guy BRUN; Ida LORME", "Absents : M. Jean MOREL\n"
ROWS = [(text + NOBODY, l(presents, None if presents == "-" else "Jean MOREL")) for text, presents in [ # communes without a colon
    ("Étaient présents :\nOrval\nM. Paul ARBEL, Mme Léa DORVAL\nRamel\nM. Luc VIAL, Mme Zoé ROUX\nBrisse\nM. Guy BRUN, Mme Ida LORME\n", SIX),
    ("Étaient présents :\nOrval M. Paul ARBEL, Mme Léa DORVAL\nSaint-Orlan M. Luc VIAL, Mme Zoé ROUX\nBrisse M. Guy BRUN\n", FOUR + "; Guy BRUN"),
    ("Étaient présents :\nORVAL\nM. Paul ARBEL, Mme Léa DORVAL\nRAMEL\nM. Luc VIAL, Mme Zoé ROUX\nBRISSE\nM. Guy BRUN, Mme Ida LORME\n", SIX),
    ("Étaient présents :\nORVAL M. ARBEL Paul, Mme DORVAL Léa\nRAMEL M. VIAL Luc, Mme ROUX Zoé\n", FOUR),
    ("Étaient présents :\nOrval\nM. ARBEL Paul, Mme DORVAL Léa\nRamel\nM. VIAL Luc, Mme ROUX Zoé\nBrisse\nM. BRUN Guy, Mme LORME Ida\n", SIX),
    ("Étaient présents :\nOrval M. ARBEL, Mme DORVAL\nRamel M. VIAL, Mme ROUX\nBrisse M. BRUN\n", "ARBEL; DORVAL; VIAL; ROUX; BRUN"),
    ("Étaient présents :\nOrval - M. Paul ARBEL, Mme Léa DORVAL\nRamel - M. Luc VIAL, Mme Zoé ROUX\n", FOUR),
    ("Étaient présents :\nOrval M. Paul ARBEL\nRamel Mme Léa DORVAL\nBrisse M. Luc VIAL\n", THREE),
    # … and nothing that parts the members of one either
    ("Étaient présents :\nORVAL\nM. ARBEL Paul\nMme DORVAL Léa\nRAMEL\nM. VIAL Luc\nMme ROUX Zoé\n", FOUR),
    ("Étaient présents :\nORVAL\nM. Paul ARBEL\nMme Léa DORVAL\nRAMEL\nM. Luc VIAL\nMme Zoé ROUX\n", "?" + FOUR),
    ("Étaient présents :\nOrval M. ARBEL Paul, Mme DORVAL Léa Marie\nRamel M. VIAL Luc Jean, Mme ROUX Zoé\n", "-"),
    # … and no civility
    ("Étaient présents :\nSaint-Orlan Paul ARBEL, Léa DORVAL\nBelleforge Luc VIAL, Zoé ROUX\nOrval Guy BRUN, Ida LORME\n", SIX),
    ("Étaient présents :\nORVAL ARBEL Paul, DORVAL Léa\nRAMEL VIAL Luc, ROUX Zoé\nBRISSE BRUN Guy, LORME Ida\n", SIX),
    ("Étaient présents :\nOrval Paul ARBEL\nOrval Léa DORVAL\nRamel Luc VIAL\nRamel Zoé ROUX\nBrisse Guy BRUN\nBrisse Ida LORME\n", SIX),
    ("Étaient présents :\nSaint Orlan Paul ARBEL, Léa DORVAL\nBelleforge Luc VIAL, Zoé ROUX\nOrval Guy BRUN, Ida LORME\n", "-"),
    ("Étaient présents :\nOrval Paul ARBEL, Léa DORVAL\nRamel Luc VIAL, Zoé ROUX\n", "-"),
    ("Étaient présents :\nOrval\nPaul ARBEL\nLéa DORVAL\nRamel\nLuc VIAL\nZoé ROUX\nBrisse\nGuy BRUN\nIda LORME\n", "?" + SIX),
    ("Étaient présents :\nARBEL Paul Orval\nDORVAL Léa Orval\nVIAL Luc Ramel\nROUX Zoé Ramel\nBRUN Guy Brisse\n", "-"),
    ("Étaient présents : Paul ARBEL ORVAL, Léa DORVAL ORVAL, Luc VIAL RAMEL, Zoé ROUX RAMEL, Guy BRUN BRISSE\n", "-"),
    # first names of two words, and double names
    ("Étaient présents : Jean Paul ARBEL, Léa DORVAL, Anne Marie VIAL, Zoé ROUX, Guy BRUN, Ida LORME\n", "Jean Paul ARBEL; Léa DORVAL; Anne Marie VIAL; Zoé ROUX; Guy BRUN; Ida LORME"),
    ("Étaient présents : Paul ARBEL, Léa DORVAL PETIT, Luc VIAL, Zoé ROUX, Guy BRUN\n", "Paul ARBEL; Léa DORVAL PETIT; Luc VIAL; Zoé ROUX; Guy BRUN"),
    ("Étaient présents :\nPaul ARBEL\nLéa DORVAL\nJean Luc VIAL\nZoé ROUX\nGuy BRUN\n", "Paul ARBEL; Léa DORVAL; Jean Luc VIAL; Zoé ROUX; Guy BRUN"),
    ("Étaient présents :\nARBEL Paul\nDORVAL PETIT Léa\nVIAL Luc\nROUX Zoé\n", "ARBEL Paul; DORVAL PETIT Léa; VIAL Luc; ROUX Zoé"),
    ("Étaient présents : M. Jean Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Anne Marie ROUX\n", "Jean Paul ARBEL; Léa DORVAL; Luc VIAL; Anne Marie ROUX"),
    # a word alone, and a row that something was woven into
    ("Étaient présents : Orval M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n", "-"),
    ("Étaient présents : M. Paul ARBEL, Mme Léa DORVAL Ramel M. Luc VIAL, Mme Zoé ROUX\n", "-"),
    ("Étaient présents : Orval M. Paul ARBEL, Luc VIAL, Ramel Mme Léa DORVAL\n", "-"),
    ("Étaient présents : Orval M. Paul ARBEL Mme Léa DORVAL, M. Luc VIAL Ramel Mme Zoé ROUX\n", "-" + FOUR),
]]

ABSENTS, BY_LUC = "Absents excusés : Jean MOREL\n", "Anne GRISOL > Luc VIAL"
CALLED = FOUR + "; Guy BRUN; Ida LORME"
ASSEMBLY = [ # headings of départements and régions
    ("Étant présents :\nMmes Dorval, Roux ;\nMM. Arbel, Vial, Brun ;\n\nÉtant absents :\nMme Grisol (excusée) ;\nM. Morel ;\n\nAyant donné délégation de vote :\nMme Petit à Mme Roux ;\n\n",
     l("Dorval; Roux; Arbel; Vial; Brun", "Grisol; Morel; Petit", "Petit > Roux")),
    ("Étant présents : Mmes DORVAL, ROUX, MM. ARBEL, VIAL, BRUN\nÉtant excusés : Mme GRISOL, M. MOREL\nÉtant représentés : Mme PETIT par Mme ROUX\n",
     l("Dorval; Roux; Arbel; Vial; Brun", "Grisol; Morel; Petit", "Petit > Roux")),
    ("Présents au moment de l'appel : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n\nOnt rejoint la séance après l'appel : Guy BRUN, Ida LORME\n\nAbsents représentés : Anne GRISOL donne "
     "pouvoir à Luc VIAL\n\n" + ABSENTS, l(CALLED, "Anne GRISOL; Jean MOREL", BY_LUC)),
    ("Étaient présents lors de l'appel nominal : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX.\nSont arrivés après l'appel : Guy BRUN, Ida LORME.\n"
     "Absents ayant voté par procuration : Anne GRISOL (procuration à Luc VIAL).\nAbsents / Excusés : Jean MOREL.\n",
     l(CALLED, "Anne GRISOL; Jean MOREL", BY_LUC)),
    ("Présents lors de l'appel : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nArrivés en cours de réunion : Guy BRUN, Ida LORME\n" + ABSENTS, l(CALLED, "Jean MOREL")),
    # the same words in sentences
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + ABSENTS + "Les membres étant présents en nombre suffisant, Mme Léa DORVAL ouvre la séance.\n", l(FOUR, "Jean MOREL")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + ABSENTS + "Guy BRUN et Ida LORME ont rejoint la séance à 19 h.\n", l("?" + FOUR, "?Jean MOREL")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + ABSENTS + "Étaient présents lors de la visite : Guy BRUN, Ida LORME\n", l("?" + FOUR, "?Jean MOREL")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + ABSENTS + "Ont rejoint la réunion des services : Guy BRUN, directeur\n", l("?" + FOUR, "?Jean MOREL")),
    # a numbered part of the act behind the last list, and a page's foot
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nExcusés : Anne GRISOL (délégation de vote à Luc VIAL), Jean MOREL. Mission 3 – ROUTES ET MOBILITÉS Programme 02 : ouvrages d'art\n",
     l(FOUR, "Anne GRISOL; Jean MOREL", BY_LUC)),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nExcusés : Anne GRISOL, Jean MOREL. Rapport 2 : VOIRIE ET RÉSEAUX Programme 4 – Ponts\n", l(FOUR, "Anne GRISOL; Jean MOREL")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nExcusés : Anne GRISOL, Jean MOREL. Page 3 – Guy BRUN, Ida LORME\n", l(FOUR, "-Anne GRISOL; Jean MOREL; Guy BRUN; Ida LORME")),
]
FIVE = FOUR + "; Guy BRUN"
GROUPS = [ # by political group, with those of none
    ("ÉLUS PRÉSENTS\n\nGroupe « Le Large » :\nPaul ARBEL, Léa DORVAL, Luc VIAL\n\nGroupe « Demain » :\nZoé ROUX, Guy BRUN\n\nÉlus n'appartenant à aucun groupe :\nIda LORME\n\n" + ABSENTS,
     l(CALLED, "Jean MOREL")),
    ("Présents :\nGroupe Le Large : Paul ARBEL, Léa DORVAL, Luc VIAL\nGroupe Demain : Zoé ROUX, Guy BRUN\nNon-inscrits : Ida LORME\n" + ABSENTS, l(CALLED, "Jean MOREL")),
    ("Présents :\nGroupe Le Large (3) : Paul ARBEL, Léa DORVAL, Luc VIAL\nGroupe Demain (2) : Zoé ROUX, Guy BRUN\nNon inscrits (1) : Ida LORME\n" + ABSENTS, l(CALLED, "Jean MOREL")),
    ("Présents :\nGroupe Le Large : Paul ARBEL, Léa DORVAL, Luc VIAL\nGroupe Demain : Zoé ROUX, Guy BRUN\nSans groupe : Ida LORME\n" + ABSENTS, l(CALLED, "Jean MOREL")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nNon inscrits : Guy BRUN, Ida LORME\n" + ABSENTS, l("?" + CALLED, "Jean MOREL")),
    ("Présents :\nGroupe Le Large : Paul ARBEL, Léa DORVAL\nGroupe Demain : Luc VIAL, Zoé ROUX\nAutres personnes : Guy BRUN, Ida LORME\n" + ABSENTS, l("-", "Jean MOREL")),
    ("Présents :\nGroupe Le Large : Paul ARBEL, Léa DORVAL\nGroupe Demain : Luc VIAL, Zoé ROUX\nNon présents : Guy BRUN\n" + ABSENTS, l("?" + FOUR, "?Guy BRUN; Jean MOREL")),
]
COLUMNS = [ # by commune, of which some have sent nobody
    ("Étaient présents :\nORVAL-LA-VIEILLE : M. ARBEL Paul, Mme DORVAL Léa\nDONTREUIL : –\nRAMEL : M. VIAL Luc, Mme ROUX Zoé\n" + ABSENTS, l(FOUR, "Jean MOREL")),
    ("Étaient présents :\nORVAL : M. ARBEL Paul, Mme DORVAL Léa\nDONTREUIL : néant\nRAMEL : M. VIAL Luc, Mme ROUX Zoé\nLA BRISSE : M. BRUN Guy\n" + ABSENTS, l(FIVE, "Jean MOREL")),
    ("Étaient présents :\nOrval : M. ARBEL Paul, Mme DORVAL Léa\nDontreuil : /\nRamel : M. VIAL Luc, Mme ROUX Zoé\n" + ABSENTS, l(FOUR, "Jean MOREL")),
    ("Étaient présents :\nORVAL : M. ARBEL Paul, Mme DORVAL Léa\nRAMEL : M. VIAL Luc, Mme ROUX Zoé\nDONTREUIL : –\n" + ABSENTS, l(FOUR, "Jean MOREL")),
    ("Étaient présents :\nOrval : M. ARBEL Paul, Mme DORVAL Léa\nDontreuil : excusé\nRamel : M. VIAL Luc, Mme ROUX Zoé\n" + ABSENTS, l("?" + FOUR, "?Jean MOREL")),
    ("Étaient présents :\nORVAL : M. ARBEL Paul, Mme DORVAL Léa\nDONTREUIL : - M. BRUN Guy\nRAMEL : M. VIAL Luc, Mme ROUX Zoé\n" + ABSENTS, l("?" + FIVE, "Jean MOREL")),
    ("Étaient présents :\nORVAL : M. ARBEL Paul, Mme DORVAL Léa\nDONTREUIL : aucun délégué, M. BRUN Guy étant retenu\nRAMEL : M. VIAL Luc, Mme ROUX Zoé\n" + ABSENTS, l("-")),
    # how many, and as what they sit
    ("Étaient présents : Membres (4/9) : Paul Arbel et Léa Dorval (titulaires ORVAL-SEC), Luc Vial (titulaire RAMEL), Zoé Roux (titulaire BRISSE).\nPouvoirs : Anne Grisol (titulaire RAMEL) à Luc "
     "Vial.\nÉtaient excusés : Jean Morel (ORVAL-SEC), Guy Brun (BRISSE).\n", l("Paul Arbel; Léa Dorval; Luc Vial; Zoé Roux", "Anne Grisol; Jean Morel; Guy Brun", "Anne Grisol > Luc Vial")),
    ("Étaient présents : Délégués (3) : Paul ARBEL et Léa DORVAL (titulaires Ramel), Luc VIAL (Orval)\n" + ABSENTS, l(THREE, "Jean MOREL")),
    ("Étaient présents : Commune de Ramel (2) : Paul ARBEL, Léa DORVAL ; Canton d'Orval (1) : Luc VIAL\n" + ABSENTS, l(THREE, "Jean MOREL")),
]
EXCUSED = PRESENTS + "Excusés : Mesdames Anne GRISOL, Odile PETIT, Messieurs Jean MOREL, Guy BRUN"
AWAY = "Anne GRISOL; Odile PETIT; Jean MOREL; Guy BRUN"
ENDS = [ # what stands behind the last list
    ("Étant présents :\nMmes Dorval, Roux ;\nMM. Arbel, Vial ;\nAbsents :\nM. Morel ;\nPouvoirs :\nMme Petit à Mme Roux ;\nM. Brun à M. Vial ;\nVu le code général des collectivités territoriales ;\n",
     l("Dorval; Roux; Arbel; Vial", "Morel; Petit; Brun", "Petit > Roux; Brun > Vial")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL\nPouvoirs : Anne GRISOL à Luc VIAL,\nVu le code général des collectivités territoriales ;\n", l(THREE, "-Anne GRISOL", "-" + BY_LUC)),
    # an officer who is no member is excused too
    (EXCUSED + "\nMonsieur Ido BRET, comptable public, est excusé\n", l(THREE, AWAY)),
    (EXCUSED + ".\nMme Ida LORME, directrice, est excusée.\nAssistait à la réunion : M. Ido BRET\n", l(THREE, AWAY)),
    (EXCUSED + ", Monsieur Ido BRET, comptable public, est excusé\n", l(THREE, "-" + AWAY)),
    (EXCUSED + "\nMonsieur Ido BRET, comptable public, Mme Ida LORME, Mme Nora VIDAL\n", l(THREE, "-" + AWAY)),
    # a name of three words above the next commune
    ("Étaient présents :\nORVAL : M. ARBEL Paul, Mme DORVAL Léa\nRAMEL : M. VIAL Luc, Mme ROUX DA COSTA Zoé\nBRISSE : M. BRUN Guy\n" + ABSENTS, l("Paul ARBEL; Léa DORVAL; Luc VIAL; ROUX DA COSTA Zoé; Guy BRUN", "Jean MOREL")),
    ("Étaient présents :\nOrval : M. ARBEL Paul, Mme DORVAL Léa\nRamel : M. VIAL Luc, Mme ROUX Zoé\nBrisse La Tour : M. BRUN Guy\n" + ABSENTS, l("?" + FIVE, "Jean MOREL")),
]
BUREAU = [ # headings without a colon, above bullets, functions or bodies
    ("Présents\nPrésident : Paul Arbel\nVice-présidents :\n- Léa Dorval (Finances)\n- Luc Vial (Voirie)\nAutres membres du bureau :\n- Zoé Roux\n\nAbsents : Jean Morel\n",
     l("Paul Arbel; Léa Dorval; Luc Vial; Zoé Roux", "Jean Morel")),
    ("Membres présents\nPrésidente : Mme Léa DORVAL\nVice-présidents : M. Paul ARBEL, M. Luc VIAL\nMembres : Mme Zoé ROUX\n" + ABSENTS, l(FOUR, "Jean MOREL")),
    ("Délégués présents ► Communauté de communes de l'Orval (3) : Paul ARBEL, Léa DORVAL, Luc VIAL ► Agglomération de Ramel (1) : Zoé ROUX\nPouvoirs ► Anne GRISOL à Luc VIAL ► Ida LORME à Zoé "
     "ROUX\nExcusés Jean MOREL, Guy BRUN\nAbsents Odile PETIT, Nora BRET\n",
     l(FOUR, "Anne GRISOL; Ida LORME; Jean MOREL; Guy BRUN; Odile PETIT; Nora BRET", BY_LUC + "; Ida LORME > Zoé ROUX")),
    # a row of the head, and what is no list
    ("Nombre de présents\nPrésident : M. Paul ARBEL\nSecrétaire : Mme Léa DORVAL\n", l("-")),
    ("Membres présents\nPrésident : M. Paul ARBEL\nDate de la convocation : 5 mars 2024\n", l("-")),
    ("Membres présents\nCommunauté de communes du Val : compte rendu\n", l("-")),
    ("Membres présents\nCommunauté de communes du Val : 12 titulaires et 3 suppléants\n", l("-")),
    ("Membres présents\nCommunauté de communes du Val : 12 rue Paul ARBEL\n", l("-")),
]
BULLETS = [
    (PRESENTS + "Excusés\n- Jean MOREL\n- Anne GRISOL, pouvoir à Luc VIAL\n", l("?" + THREE, "?Jean MOREL; Anne GRISOL", "?" + BY_LUC)),
    ("Présents\n- Paul ARBEL\n- Léa DORVAL\n- Luc VIAL\n\nExcusés\n- Jean MOREL\n- Anne GRISOL\n", l("?" + THREE, "?Jean MOREL; Anne GRISOL")),
    ("Présents\n• Paul ARBEL\n• Léa DORVAL\n• Luc VIAL\n\nExcusés\n• Jean MOREL\n• Anne GRISOL\n", l(THREE, "Jean MOREL; Anne GRISOL")),
    (PRESENTS + "Excusés\n- le 3 mars : Jean MOREL\n", l("?" + THREE, "-")),
    (PRESENTS + "Pouvoirs\n- Budget Primitif\n- Compte Administratif\n", l("?" + THREE, "-", "-")),
]
COLLEGES = [
    ("Délégués Collège de la Région\nÉtaient présents\nM. ARBEL Paul\nMme DORVAL Léa\nÉtait absent\nM. MOREL Jean\n\nDélégués Collège du Département\nÉtaient présents\nM. VIAL Luc\nMme ROUX "
     "Zoé\nÉtait excusée\nMme GRISOL Anne\n", l(FOUR, "MOREL Jean; GRISOL Anne")),
    ("Collège des communes\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\nAbsents : M. Jean MOREL\nCollège des associations\nPrésents : M. Luc VIAL, Mme Zoé ROUX\nAbsents : Mme Anne GRISOL\n",
     l(FOUR, "MOREL Jean; GRISOL Anne")),
    ("Canton d'Orval :\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\nAbsents : M. Jean MOREL\nCanton de Ramel :\nPrésents : M. Luc VIAL, Mme Zoé ROUX\nAbsents : Mme Anne GRISOL\n",
     l(FOUR, "MOREL Jean; GRISOL Anne")),
    # those who meet from two places
    ("Site de Rivelle : Présents : M. Paul ARBEL, Mme Léa DORVAL ; Site de Noirmont : Présents : M. Luc VIAL, Mme Zoé ROUX.\nAbsent : M. Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Site de Rivelle :\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\nSite de Noirmont :\nPrésents : M. Luc VIAL, Mme Zoé ROUX\nAbsent : M. Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Site de Rivelle – Présents : Paul ARBEL, Léa DORVAL ; Absent : Jean MOREL. Site de Noirmont – Présents : Luc VIAL, Zoé ROUX ; Absents : néant.\n",
     l(FOUR, "?Jean MOREL")),
    ("Séance du 12 mars 2031\nPrésents sur le site de Rivelle : M. Paul ARBEL, Mme Léa DORVAL\nPrésents en visioconférence : M. Luc VIAL, Mme Zoé ROUX\nAbsent : M. Jean MOREL\n",
     l("?" + FOUR, "?Jean MOREL")),
    # the header of another act, the same college again, a college above one list alone
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL\nAbsents : M. Jean MOREL\nCommune de Ramel\nPrésents : M. Luc VIAL, Mme Zoé ROUX\nAbsents : Mme Anne GRISOL\n", l("?Paul ARBEL; Léa DORVAL")),
    ("Commune déléguée d'Orval-Bois :\nPrésents : M. Paul ARBEL ; Mme Léa DORVAL\nAbsents : M. Jean MOREL\n\nCommune déléguée de Ramel-sur-Elle :\nPrésents : M. Luc VIAL ; Mme Zoé ROUX\nAbsents : néant\n",
     l(FOUR, "Jean MOREL")),
    ("Commune associée d'Orval :\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\nAbsents : M. Jean MOREL\nCommune associée de Ramel :\nAbsents : Mme Zoé ROUX\n", l("-Paul ARBEL; Léa DORVAL", "?Jean MOREL; Zoé ROUX")),
    ("Commune d'Orval :\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\nAbsents : M. Jean MOREL\nCommune de Ramel :\nPrésents : M. Luc VIAL, Mme Zoé ROUX\nAbsents : Mme Anne GRISOL\n", l("?" + FOUR)),
    ("Canton d'Orval\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\nAbsents : M. Jean MOREL\nCanton d'Orval\nPrésents : M. Luc VIAL, Mme Zoé ROUX\nAbsents : Mme Anne GRISOL\n", l("-")),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL\nAbsents : M. Jean MOREL\nCanton de Ramel\nPrésents : M. Luc VIAL, Mme Zoé ROUX\nAbsents : Mme Anne GRISOL\n", l("-")),
    ("Canton d'Orval\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\nCanton de Ramel\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\n", l("-")),
    (PRESENTS + "Absents : M. Jean MOREL, Mme Anne GRISOL\nCollège de Ramel : travaux du préau\n", l(THREE, "?Jean MOREL; Anne GRISOL")),
    (PRESENTS + "Absents : M. Jean MOREL, Mme Anne GRISOL\nSecteur jeunesse\nObjet : séjour\n", l(THREE, "?Jean MOREL; Anne GRISOL")),
]
LABELS = [ # a label that a name may look like
    ("Salle de Rivelle : Présents : M. Paul ARBEL, Mme Léa DORVAL ; Salle de Noirmont : Présents : M. Luc VIAL, Mme Zoé ROUX.\nAbsent : M. Jean MOREL\n", l("?" + FOUR, "?Jean MOREL")),
    ("Antenne de Rivelle : Présents : Paul ARBEL, Léa DORVAL ; Antenne de Noirmont : Présents : Luc VIAL, Zoé ROUX.\nAbsent : Jean MOREL\n", l("?" + FOUR, "?Jean MOREL")),
]

SIX, SIX_OF = "ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé; LORME Yves; BRUN Ida", "Mme DORVAL Léa, M. ARBEL Paul ; {} M. VIAL Luc ; {} Mme ROUX Zoé, M. LORME Yves ; {} Mme BRUN Ida\n"
PLACES = [ # communes without a colon before their members' civilities, as many members as announced; "pour la commune de"
    ("Étaient présents Valbrise-le-Haut " + SIX_OF.format("Orval", "La Tournelle", "Ramel-sur-Brise") + "Présents : 6\nAbsent : M. MOREL Jean\n", l(SIX, "MOREL Jean")),
    ("Présents : Rivelle " + SIX_OF.format("Orval", "Noirmont", "Ramel") + "Présents : 6\nAbsent : M. MOREL Jean\n", l(SIX, "MOREL Jean")),
    # … another number, a comma that promises a member, first names
    ("Étaient présents Valbrise " + SIX_OF.format("Orval", "Noirmont", "Ramel") + "Présents : 7\nAbsent : M. MOREL Jean\n", l("?" + SIX, "MOREL Jean")),
    ("Étaient présents Valbrise " + SIX_OF.replace(" ; {} M. VIAL", ", Guy M. VIAL").format("Noirmont", "Ramel") + "Présents : 6\nAbsent : M. MOREL Jean\n", l("?" + SIX, "MOREL Jean")),
    ("Présents : Mme DORVAL ; Léa, M. ARBEL ; Paul, M. VIAL ; Luc, Mme ROUX ; Zoé, M. LORME ; Yves, Mme BRUN ; Ida\nPrésents : 6\nAbsent : M. MOREL\n", l("?" + SIX)),
    ("Étaient présents mesdames et messieurs les délégués : pour la commune de TOURNELLE-EN-BRISE : monsieur ARBEL Paul madame DORVAL Léa pour la commune de ORVAL : monsieur VIAL Luc\npour la "
     "commune de LE MAS-D'ORVAL-LE-PETIT monsieur LORME Yves pour la commune de RAMEL : madame ROUX Zoé madame BRUN Ida\nAbsents ayant donné procuration : monsieur MOREL Jean à monsieur VIAL Luc\n",
     l(SIX, "MOREL Jean", "MOREL Jean > VIAL Luc")),
    ("Délégués présents : pour la commune de Ramel : M. ARBEL Paul, Mme DORVAL Léa, pour la commune d'Orval : M. VIAL Luc\nAbsent : M. MOREL Jean\n", l("ARBEL Paul; DORVAL Léa; VIAL Luc", "MOREL Jean")),
    # the title of the paper behind a heading of counts
    ("Conseillers présents : COMPTE-RENDU DE LA RÉUNION 4\nÉtaient présents : M. ARBEL Paul, Mme DORVAL Léa, M. VIAL Luc, Mme ROUX Zoé\nAbsent : M. MOREL Jean\n", l("ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "MOREL Jean")),
]
INITIALS = [ # a heading that lost its colon before an initial M.; a dot between a name and its initial
    ("Présent(e)s P.-A. Arbel, Président, M. Dorval, L.-Y. Vial, Z. Roux, Vice-Présidents ; M. Lorme, I. Brun\nExcusé(e)s : J. Morel\n", l("P.-A. Arbel; M. Dorval; L.-Y. Vial; Z. Roux; M. Lorme; I. Brun", "?J. Morel")),
    ("Présents : ARBEL P. – DORVAL L. – VIAL.M. – ROUX Z. - LORME.Y. - BRUN I.\nAbsents : MOREL J. – GRISOL A.\n", l("ARBEL P.; DORVAL L.; VIAL.M.; ROUX Z.; LORME.Y.; BRUN I.", "MOREL J.; GRISOL A.")),
    ("Présents : ARBEL P. – DORVAL L. VIAL.M. ROUX Z.\nAbsents : MOREL J. – GRISOL A.\n", l("?ARBEL P.; DORVAL L.; VIAL.M.; ROUX Z.", "MOREL J.; GRISOL A.")),
]
GROUP = "COMMUNE DE {}\n{} : {}\n"
ORVAL, RAMEL = GROUP.format("ORVAL", "Titulaires", "Paul ARBEL, Léa DORVAL"), GROUP.format("RAMEL", "Titulaires", "Luc VIAL, Zoé ROUX")
UNTOLD = [ # under "Titulaires" members are there: they are not the absents of the group above
    (ORVAL + "Absents excusés : Jean MOREL\n" + RAMEL + "Suppléants : Ida LORME\n", l("-", "Jean MOREL")),
    (ORVAL + "Suppléants : Guy BRUN\nProcurations : /\nAbsents excusés : Jean MOREL, Anne GRISOL\n" + RAMEL + "Procurations : Odile PETIT à Luc VIAL\nAbsents excusés : Odile PETIT\n",
     l("-", "Jean MOREL; Anne GRISOL; Odile PETIT", "Odile PETIT > Luc VIAL")),
    (ORVAL + "Pouvoirs : M. Jean MOREL à M. Paul ARBEL\n" + RAMEL + "Pouvoirs : Mme Anne GRISOL à Mme Zoé ROUX\nSuppléants : Mme Ida LORME\n",
     l("-", "Jean MOREL; Anne GRISOL", "Jean MOREL > Paul ARBEL; Anne GRISOL > Zoé ROUX")),
    (ORVAL + "Absents excusés : néant\n" + RAMEL + "Absents excusés : Jean MOREL\n", l("-", "?Jean MOREL")),
    # where the heading of the presents stands elsewhere, nobody says of whom these are
    ("Présents : Paul ARBEL, Léa DORVAL, Zoé ROUX\nAbsents : Jean MOREL, Guy BRUN\nSuppléants : Ida LORME, Luc VIAL\n", l("-Paul ARBEL; Léa DORVAL; Zoé ROUX", "-Jean MOREL; Guy BRUN")),
    ("Étaient présents :\nTitulaires : Paul ARBEL, Léa DORVAL\nAbsents excusés : Jean MOREL\nDélégués suppléants : Ida LORME\n", l("-Paul ARBEL; Léa DORVAL", "-Jean MOREL")),
    ("COMMUNE D'ORVAL\nPrésents : Paul ARBEL, Léa DORVAL\nExcusés : Jean MOREL\nCOMMUNE DE RAMEL\nDélégués : Luc VIAL, Zoé ROUX\n", l("-Paul ARBEL; Léa DORVAL", "-Jean MOREL")),
    # the absents by their functions, or communes, from the first on
    (PRESENTS + "Absents : Titulaires : Jean MOREL, Guy BRUN ; Suppléants : Ida LORME\n", l(THREE, "Jean MOREL; Guy BRUN; Ida LORME")),
    (PRESENTS + "Absents excusés :\nTitulaires : Jean MOREL, Guy BRUN\nSuppléants : Ida LORME\n", l(THREE, "Jean MOREL; Guy BRUN; Ida LORME")),
    (PRESENTS + "Absents :\nCommune de Ramel : M. Jean MOREL\nCommune d'Orval : M. Guy BRUN\n", l(THREE, "Jean MOREL; Guy BRUN")),
    ("Titulaires présents : Paul ARBEL, Léa DORVAL\nSuppléant : Luc VIAL\nAbsent : Jean MOREL\n", l(THREE, "Jean MOREL")),
]

Places = battery(PLACES, lambda f: OPENING["SYNDICAT"] + f + REST)
Initials = battery(INITIALS, lambda f: OPENING["EPCI"] + f + REST.replace("Mme Léa DORVAL", "L. DORVAL"), without=("lines broken",))
Labels = battery(LABELS, lambda f: OPENING["SYNDICAT"] + f + REST, without=("a colon lost",))
Colleges = battery(COLLEGES, lambda f: OPENING["SYNDICAT"] + f + REST)
Bureau = battery(BUREAU, lambda f: OPENING["EPCI"] + f + REST)
Bullets = battery(BULLETS, lambda f: OPENING["EPCI"] + f + REST)
Ends = battery(ENDS, lambda f: OPENING["EPCI"] + f + REST)
Groups = battery(GROUPS, lambda f: OPENING["REGION"] + f + REST)
Columns = battery(COLUMNS, lambda f: OPENING["SYNDICAT"] + f + REST)
Assembly = battery(ASSEMBLY, lambda f: OPENING["DEPARTEMENT"] + f + REST)
Rows = battery(ROWS, lambda f: OPENING["EPCI"] + f + REST)
Untold = battery(UNTOLD, lambda f: OPENING["SYNDICAT"] + f + REST)
Replaced = battery(REPLACED, lambda f: OPENING["EPCI"] + f + REST)

if __name__ == "__main__":
    unittest.main()
