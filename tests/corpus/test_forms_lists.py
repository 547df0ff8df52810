#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Lists of members: how names, initials and headings are written, and what looks like a list or a name and is none. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, flat, l, read_all
from test_heads import OPENING, REST

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
PRESENTS = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
INITIALS = "Présents : P. ARBEL, L. DORVAL, M. VIAL, Z. ROUX, M. BRUN\n"
OF_INITIALS = "P. ARBEL; L. DORVAL; M. VIAL; Z. ROUX; M. BRUN"
COMMUNE = [
    # "M." is an initial
    (INITIALS + "Absents : A. GRISOL (pouvoir à M. VIAL), M. MOREL (pouvoir à Z. ROUX)\n",
     l(OF_INITIALS, "A. GRISOL; M. MOREL", "A. GRISOL > M. VIAL; M. MOREL > Z. ROUX")),
    (INITIALS + "Procurations : A. GRISOL à M. VIAL, M. MOREL à Z. ROUX, O. PETIT à P. ARBEL\n",
     l(OF_INITIALS, "A. GRISOL; M. MOREL; O. PETIT", "A. GRISOL > M. VIAL; M. MOREL > Z. ROUX; O. PETIT > P. ARBEL")),
    (INITIALS + "\nABSENTS EXCUSÉS AYANT DONNÉ POUVOIR\n\nA. GRISOL (Pouvoir à M. VIAL),\nM. MOREL (Pouvoir à Z. ROUX).\n\nABSENTS EXCUSÉS\n\nO. PETIT, N. LORME.\n",
     l("?" + OF_INITIALS, "A. GRISOL; M. MOREL; O. PETIT; N. LORME", "A. GRISOL > M. VIAL; M. MOREL > Z. ROUX")),
    # … unless another present has the name: Monsieur VIAL may be either
    ("Présents : P. ARBEL, L. DORVAL, M. VIAL, J. VIAL, M. BRUN\nAbsents : A. GRISOL (pouvoir à M. VIAL)\n",
     l("P. ARBEL; L. DORVAL; M. VIAL; J. VIAL; M. BRUN", "A. GRISOL", "-A. GRISOL > VIAL")),
    ("Présents : P. ARBEL, L. DORVAL, J. VIAL, Z. ROUX\nAbsents : Mme A. GRISOL (pouvoir à M. VIAL)\n",
     l("P. ARBEL; L. DORVAL; J. VIAL; Z. ROUX", "A. GRISOL", "A. GRISOL > VIAL")),
    ("Présents : P. ARBEL, L. DORVAL, L. DOYEN, Z. ROUX, J.-M. BRUN\nAbsents : A. GRISOL\n", l("P. ARBEL; L. DORVAL; L. DOYEN; Z. ROUX; J.-M. BRUN", "A. GRISOL")),
    # headings in capitals are no names, everybody is nobody
    ("PRESENTS : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\nONT DONNE POUVOIR : Mme Anne GRISOL à M. Luc VIAL\nETAIENT ABSENTS : M. Jean MOREL\n",
     l(FOUR, "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL")),
    ("Présents : tous les conseillers sauf Anne GRISOL\n", l("-")),
    ("Présents : Tous les conseillers sauf Anne GRISOL\n", l("-")),
    ("Présents : Tous, à l'exception de M. Jean MOREL\n", l("-")),
    # a slash in a name
    ("Présents : Monsieur Paul ARBEL, Mmes DORVAL, LORME/PETIT, ROUX, MM. VIAL, BRUN.\nAbsents : Mme GRISOL (pouvoir à Mme LORME/PETIT), M. MOREL (pouvoir à M. VIAL)\n",
     l("Paul ARBEL; DORVAL; LORME/PETIT; ROUX; VIAL; BRUN", "GRISOL; MOREL", "GRISOL > LORME/PETIT; MOREL > VIAL")),
    ("Présents : Paul ARBEL/Léa DORVAL/Luc VIAL/Zoé ROUX\n", l(FOUR)),
    ("Présents : Mmes DORVAL, ROUX/LORME, MM. VIAL, BRUN\n", l("-")),
]
COMMUNE += [
    # how they take part
    ("Présents : ARBEL Paul, DORVAL Léa,\nPrésents en visioconférence : VIAL Luc, ROUX Zoé\nAbsents excusés : GRISOL Anne pouvoir à VIAL Luc\n",
     l(FOUR, "GRISOL Anne", "GRISOL Anne > VIAL Luc")),
    ("Présents en présentiel : ARBEL Paul, DORVAL Léa\nPrésents à distance : VIAL Luc, ROUX Zoé\nAbsents excusés : GRISOL Anne\n", l(FOUR, "GRISOL Anne")),
    ("Présents : ARBEL Paul, DORVAL Léa\nEn visio-conférence : VIAL Luc, ROUX Zoé\nAbsents excusés : GRISOL Anne\n", l(FOUR, "GRISOL Anne")),
    ("Présents : ARBEL Paul, DORVAL Léa, VIAL Luc, ROUX Zoé\nEn visioconférence : M. Guy BRUN, directeur des services\nAbsents : GRISOL Anne\n", l("-" + FOUR)),
    # other headings
    (PRESENTS + "Absents : Anne GRISOL ; Jean MOREL\nÉtaient également présent : Odile PETIT – DGS ; Nora LORME - Assistante / Accueil\n", l(FOUR, "Anne GRISOL; Jean MOREL")),
    ("Nombre de conseillers présents : 4 et 1 pouvoir\nEtaient présents : Paul ARBEL - Léa DORVAL - Luc VIAL - Zoé ROUX\nAbsents excusés : A. GRISOL - J. MOREL\n"
     "Pouvoirs : Anne GRISOL à Luc VIAL\n", l(FOUR, "A. GRISOL; J. MOREL", "Anne GRISOL > Luc VIAL")),
    ("Présents : 4 + 1 pouvoir\n" + PRESENTS + "Absents : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    (PRESENTS + "Membres absents ayant donné procuration (1) : Mme Anne GRISOL (procuration à M. Luc VIAL)\nMembre absent non représenté (1) : M. Jean MOREL\n",
     l(FOUR, "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Absent : Jean MOREL\nProcurations données : Mme Anne GRISOL à M. Luc VIAL\n", l(FOUR, "Jean MOREL; Anne GRISOL", "Anne GRISOL > Luc VIAL")),
    # "représenté" says that somebody votes for him
    (PRESENTS + "Absents : Mme Anne GRISOL (excusée, représentée), M. Jean MOREL (excusé)\nPouvoirs : Mme Anne GRISOL à M. Luc VIAL\n",
     l(FOUR, "Anne GRISOL; Jean MOREL", "Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Absents : Mme Anne GRISOL (excusée représentée), M. Jean MOREL (excusé représenté)\nPouvoirs : Mme Anne GRISOL à M. Luc VIAL\n", l(FOUR, None, "-Anne GRISOL > Luc VIAL")),
    (PRESENTS + "Absents : Mme Anne GRISOL (représentée), M. Jean MOREL\n", l(FOUR, None, "-")),
    # labels of counts
    ("En exercice : 6\nPrésents\n: 4\nVotants\n: 5\nAbsents\n: 1\nExclus\n:_/___\nEtaient présents : P. ARBEL, L. DORVAL, M. VIAL, Z. ROUX\nProcurations : Ph. GRISOL à M. VIAL\n"
     "Etait absent : J-C MOREL\n", l("P. ARBEL; L. DORVAL; M. VIAL; Z. ROUX", "Ph. GRISOL; J-C MOREL", "Ph. GRISOL > M. VIAL")),
]
GRISOL, BOTH = "Absents : Anne GRISOL\n", "Anne GRISOL; Jean MOREL"
BY_LUC = "Anne GRISOL > Luc VIAL"
COMMUNE += [
    ("Présent·e·s : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nAbsent·es excusé·es : Anne GRISOL, Jean MOREL\n", l(FOUR, BOTH)),
    (PRESENTS + "Excusé·e·s : Anne GRISOL • Jean MOREL\n", l(FOUR, BOTH)),
    ("Étaient présents : Mmes, MM. Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + GRISOL, l(FOUR, "Anne GRISOL")),
    # who else is there
    (PRESENTS + GRISOL + "Invités : Guy BRUN, trésorier\n", l(FOUR, "Anne GRISOL")),
    (PRESENTS + GRISOL + "Invité : M. Guy BRUN\n", l(FOUR, "Anne GRISOL")),
    (PRESENTS + GRISOL + "Personnel communal : Guy BRUN, Odile PETIT\n", l(FOUR, "Anne GRISOL")),
    ("Participants : Paul ARBEL, Léa DORVAL, Guy BRUN\n" + GRISOL, l("-")),
    # short for "pouvoir", "procuration"
    (PRESENTS + "Absents excusés : Anne GRISOL (proc. à Luc VIAL), Jean MOREL\n", l(FOUR, BOTH, BY_LUC)),
    (PRESENTS + "Absents excusés : Anne GRISOL (pouv. à Luc VIAL), Jean MOREL\n", l(FOUR, BOTH, BY_LUC)),
    # headings
    (PRESENTS + "Pouvoirs écrits : Anne GRISOL à Luc VIAL\nAbsents : Jean MOREL\n", l(FOUR, BOTH, BY_LUC)),
    (PRESENTS + "Ont voté par procuration : Anne GRISOL à Luc VIAL\nAbsents : Jean MOREL\n", l(FOUR, BOTH, BY_LUC)),
    (PRESENTS + "Se sont excusés : Mme Anne GRISOL et M. Jean MOREL.\n", l(FOUR, BOTH)),
    (PRESENTS + "Ont été excusés : Mme Anne GRISOL et M. Jean MOREL.\n", l(FOUR, BOTH)),
    (PRESENTS + "Absence excusée : Mme Anne GRISOL\n", l(FOUR, "Anne GRISOL")),
    (PRESENTS + "M. Jean MOREL s'est excusé : Mme Anne GRISOL le représentera au comité.\n", l(None, "-")),
    ("Liste des présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nListe des absents : Jean MOREL\nListe des pouvoirs : Anne GRISOL à Luc VIAL\n", l(FOUR, BOTH, BY_LUC)),
    (PRESENTS + GRISOL + "Le maire arrête la liste des présents, à savoir : tous les conseillers.\n", l("?" + FOUR, "?Anne GRISOL")),
    ("Ont siégé : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + GRISOL, l(FOUR, "Anne GRISOL")),
]
LISTED = PRESENTS + "Absents : Mme Anne GRISOL (pouvoir à M. Paul ARBEL), M. Jean MOREL\n"
DOUBLE = PRESENTS + "Absents : Mme Anne GRISOL-PETIT (pouvoir à M. Paul ARBEL), M. Jean MOREL\n"
TOLD = "Monsieur le Maire présente les excuses de"
COMMUNE += [
    # civilities and names in other letters
    (PRESENTS + "Absents : M me Anne GRISOL (pouvoir à M lle Zoé ROUX), M. Jean MOREL\n", l(FOUR, BOTH, "Anne GRISOL > Zoé ROUX")),
    (PRESENTS + "Absents : Mme Anne GRISOL a donné procuration à m Luc VIAL, M. Jean MOREL\n", l(FOUR, BOTH, BY_LUC)),
    ("Présents : Jean-paul Arbel, Marie-claude Dorval, Luc Vial, Zoé Roux-lorme\nAbsents : Anne Grisol\n", l("Jean-paul Arbel; Marie-claude Dorval; Luc Vial; Zoé Roux-lorme", "Anne Grisol")),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Vice-président, Zoé ROUX, Non-inscrite\n", l("-" + FOUR)),
    # a sentence behind a list
    (PRESENTS + "Absents : Mme Anne GRISOL, M. Jean MOREL, M. Guy BRUN\nMonsieur Luc VIAL ne vote pas le point 5.\n", l(FOUR, "Anne GRISOL; Jean MOREL; Guy BRUN")),
    (PRESENTS + "Absents : Mme Anne GRISOL, M. Jean MOREL, M. Guy BRUN ne pouvant être là.\n", l(FOUR, "-" + BOTH + "; Guy BRUN")),
    # the excuses told again
    (LISTED + TOLD + "\nMme Anne Grisol qui a donné procuration à lui-même,\net M. Jean Morel.\n", l(FOUR, BOTH, "Anne GRISOL > Paul ARBEL")),
    (LISTED + TOLD + " Mme Anne Grisol, qui lui a donné pouvoir.\n", l(FOUR, BOTH, "Anne GRISOL > Paul ARBEL")),
    (LISTED + TOLD + "\nMme Anne Grisol qui a donné procuration à M. Paul Arbel,\net M. Jean Morel.\n", l(FOUR, BOTH, "Anne GRISOL > Paul ARBEL")),
    (DOUBLE + TOLD + "\nMme Anne Petit qui a donné procuration à M. Paul Arbel,\net M. Jean Morel.\n", l(FOUR, "Anne GRISOL-PETIT; Jean MOREL", "Anne GRISOL-PETIT > Paul ARBEL")),
    # … and otherwise
    (LISTED + TOLD + " M. Jean Morel, qui lui a donné pouvoir.\n", l(FOUR, None, "-Anne GRISOL > Paul ARBEL")),
    (LISTED + "M. Jean Morel qui a donné procuration à lui-même,\n", l(FOUR, None, "-Anne GRISOL > Paul ARBEL")),
    (DOUBLE + TOLD + "\nMme Anne Petit qui a donné procuration à M. Luc Vial,\net M. Jean Morel.\n", l(FOUR, None, "-Anne GRISOL-PETIT > Paul ARBEL")),
]
NAMES = "Présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX"
COMMUNE += [
    # said of those behind it
    (NAMES + "\nA partir de 19h30 : Jean MOREL\n" + GRISOL, l("-")),
    (NAMES + "\nA partir de 19h30, M. Jean MOREL\n" + GRISOL, l("-")),
    (PRESENTS + "Pouvoirs : Anne GRISOL à Luc VIAL\nA partir de 19h30 M. Jean MOREL à M. Luc VIAL\n", l(FOUR, None, "-")),
    # staff
    (NAMES + ", Mme Odile PETIT secrétaire de mairie\n" + GRISOL, l("-" + FOUR + "; Odile PETIT")),
    (NAMES + ", ainsi que Mme Odile PETIT, secrétaire de mairie\n" + GRISOL, l("-" + FOUR + "; Odile PETIT")),
    (NAMES + ", Odile PETIT (DGS)\n" + GRISOL, l("-" + FOUR + "; Odile PETIT")),
    (NAMES + ", Odile PETIT (Directrice Générale)\n" + GRISOL, l("-" + FOUR + "; Odile PETIT")),
    (NAMES + ". Madame Odile PETIT, secrétaire de mairie, assiste à la réunion.\n", l("?" + FOUR)),
    # initials without a dot
    ("Présents : P ARBEL, L DORVAL, M VIAL, Z ROUX\nAbsents : J GRISOL, M MOREL\n", l("P ARBEL; L DORVAL; M VIAL; Z ROUX", "J GRISOL; M MOREL")),
    # what the verb before says of both
    (PRESENTS + "Absents : Anne GRISOL donne pouvoir à Luc VIAL et Jean MOREL à Zoé ROUX\n", l(FOUR, BOTH, BY_LUC + "; Jean MOREL > Zoé ROUX")),
    (PRESENTS + "Absents : Anne GRISOL donne pouvoir à Luc VIAL et Jean MOREL à Tournelle\n", l(FOUR, None, "-" + BY_LUC)),
    (PRESENTS + "Absents : Anne GRISOL et Jean MOREL ont donné pouvoir à Luc VIAL et Zoé ROUX\n", l(FOUR, None, "-")),
    (PRESENTS + "Absents : Anne GRISOL, Jean MOREL (pouvoirs respectifs à Luc VIAL et Zoé ROUX)\n", l(FOUR, None, "-")),
]
EPCI = [
    ("Présents : J-L. ARBEL, A-S. DORVAL-PETIT, A-M. VIAL, Z. ROUX\nProcurations : R. BRUN à A-S. DORVAL-PETIT\n",
     l("J-L. ARBEL; A-S. DORVAL-PETIT; A-M. VIAL; Z. ROUX", "R. BRUN", "R. BRUN > A-S. DORVAL-PETIT")),
    ("Délégués titulaires présents : Paul ARBEL, Léa DORVAL, Luc VIAL\nDélégué suppléant présent : Zoé ROUX\nDélégués absents excusés : Anne GRISOL (pouvoir à Paul ARBEL), Jean MOREL\n",
     l(FOUR, BOTH, "Anne GRISOL > Paul ARBEL")),
    ("Membres du bureau présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nMembres du bureau absents : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    # the first letter of the first name behind the surname
    ("Étaient présents : MM ARBEL P, DORVAL L, VIAL JM, ROUX Z, DE BRUN M et LORME A.\nÉtaient excusés : GRISOL A, MOREL J et PETIT O.\n"
     "Pouvoirs : Mme GRISOL A donne pouvoir à Mr ARBEL P, Mr MOREL J donne pouvoir à Mme ROUX Z\n",
     l("ARBEL P; DORVAL L; VIAL JM; ROUX Z; DE BRUN M; LORME A", "GRISOL A; MOREL J; PETIT O", "GRISOL A > ARBEL P; MOREL J > ROUX Z")),
    ("Présents : ARBEL P, DORVAL L, VIAL JM, ROUX Z, BRUN M\nAbsents : GRISOL A, MOREL M\n", l("ARBEL P; DORVAL L; VIAL JM; ROUX Z; BRUN M", "GRISOL A; MOREL M")),
    # … and a capital A that is a word
    ("Présents : Paul ARBEL, Zoé ROUX, Luc VIAL\nPouvoirs : Mme GRISOL A DONNÉ POUVOIR À M. ARBEL, M. MOREL A DONNÉ POUVOIR À M. VIAL\n",
     l("Paul ARBEL; Zoé ROUX; Luc VIAL", "GRISOL; MOREL", "GRISOL > ARBEL; MOREL > VIAL")),
    ("Présents : ARBEL, ROUX, VIAL\nPouvoirs : GRISOL A VIAL, MOREL A ROUX\n", l("ARBEL; ROUX; VIAL", "GRISOL; MOREL", "GRISOL > VIAL; MOREL > ROUX")),
    ("Présents : M et Mme ARBEL, M. VIAL, Mme ROUX\nAbsents : M. MOREL\n", l("-", "MOREL")),
]

THREE_M, TITLE = "Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, M. Paul ARBEL", "LOCATION DU LAVOIR\n"
TITLED = [ # the title of the act stands in capitals right behind the last name: not a part of it
    ("Présents : " + THREE_M + "\n" + TITLE, l("-" + FOUR)),
    ("Présents : Mme DORVAL, M. VIAL, Mme ROUX, M. ARBEL\n" + TITLE, l("-DORVAL; VIAL; ROUX; ARBEL")),
    ("Présents : Mme DORVAL Léa, M. VIAL Luc, Mme ROUX Zoé, M. ARBEL Paul\n" + TITLE, l("-" + FOUR)),
    ("Présents : " + THREE_M + "\nAbsent : M. Jean MOREL\n" + TITLE, l(FOUR, "-Jean MOREL")),
    ("Présents : " + THREE_M + "\nAbsents : M. MOREL\nENTRETIEN DES CHEMINS\n", l(FOUR, "-MOREL")),
    ("Présents : " + THREE_M + "\nPouvoirs : M. Jean MOREL à Mme Zoé ROUX\n" + TITLE, l(FOUR, "-Jean MOREL", "-Jean MOREL > Zoé ROUX")),
    ("Présents : " + THREE_M + "\nAbsents : M. Jean MOREL (pouvoir à Mme Zoé ROUX)\n" + TITLE, l(FOUR, "-Jean MOREL", "-Jean MOREL > Zoé ROUX")),
    # a blank line, a full stop or another heading between them
    ("Présents : " + THREE_M + "\n\n\n" + TITLE, l("?" + FOUR)),
    ("Présents : " + THREE_M + ".\n" + TITLE, l(FOUR)),
    ("Présents : " + THREE_M + "\nSecrétaire de séance : M. Luc VIAL\n" + TITLE, l(FOUR)),
    # a name that goes on in the next line
    ("Présents : Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, M. Paul\nARBEL\n", l(FOUR)),
    ("Présents : Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX, M. Paul DE LA\nBRISE\n", l("Léa DORVAL; Luc VIAL; Zoé ROUX; Paul DE LA BRISE")),
    ("Présents : " + THREE_M.replace(" ARBEL", " ARBEL\nDU VAL") + "\nAbsent : M. Jean MOREL.\n", l("Léa DORVAL; Luc VIAL; Zoé ROUX; Paul ARBEL DU VAL", "Jean MOREL")),
]
THREE_THERE = "Présents : Paul ARBEL, Léa DORVAL, Zoé ROUX"
SUPPLEANTS = [ # who stands behind the word, or before it, is the substitute
    (THREE_THERE + "\nSuppléant Luc VIAL\nAbsents : Jean MOREL\n", l("-" + FOUR)),
    (THREE_THERE + ", Suppléant Luc VIAL\nAbsents : Jean MOREL\n", l("-" + FOUR)),
    (THREE_THERE + ". Suppléante Anne GRISOL\nAbsents : Jean MOREL\n", l("-Paul ARBEL; Léa DORVAL; Zoé ROUX; Anne GRISOL")),
    (THREE_THERE + "\nAbsents : Jean MOREL\nSuppléant Luc VIAL\n", l("Paul ARBEL; Léa DORVAL; Zoé ROUX", "-")),
    (THREE_THERE + ", suppléante de Jean MOREL\nAbsents : Jean MOREL\n", l("Paul ARBEL; Léa DORVAL; Zoé ROUX")),
    (THREE_THERE + ", Luc VIAL, suppléant\nAbsents : Jean MOREL\n", l("?" + FOUR, "Jean MOREL")),
]
CAPITALS = "Présents : Paul ARBEL VALBRISE, Léa DORVAL VALBRISE, Luc VIAL SORBIERS, Zoé ROUX SORBIERS\n"
PLACES_BEHIND = [ # his commune stands behind the name of each, and nothing between
    (CAPITALS + "Excusés : Jean MOREL AUBRAC\n", l("-" + FOUR, "-Jean MOREL")),
    (CAPITALS.replace("DORVAL VALBRISE", "DORVAL"), l("Paul ARBEL VALBRISE; Léa DORVAL; Luc VIAL SORBIERS; Zoé ROUX SORBIERS")),
]
BOUNDS = [ # "MmeDORVAL" is not a first name
    ("Présents : M.ARBEL Paul, MmeDORVAL Léa, M.VIAL Luc, MmeROUX Zoé\n", l("-ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé")),
]


class Leaving(unittest.TestCase):
    def test_forms__who_comes_and_goes_in_the_same_brackets_is_there_between_both(self):
        for told in ("arrive au point 2 et part au point 6", "arrive au point 2 puis s'en va avant le point 6", "arrivé au point 2, part au point 6"):
            for shape in (str, flat):
                fields, = read_all([shape(OPENING["COMMUNE"] + PRESENTS.replace("\n", f", Guy BRUN ({told})\n") + REST)])
                guy = fields["presents"]["valeur"][-1]
                self.assertEqual((guy["depuis"], guy["jusqua"]), (told, told))


GLUED = [ # of a text without line ends, where one word of capitals is left of the title
    (("Présents : " + THREE_M + " PERSONNEL "), l("-")),
    (("Présents : " + THREE_M + " VOIRIE - "), l("-")),
    (("Présents : M. Guy BRUN, Mme Ida LORME, M. Luc VIAL\nAbsents : Mme Léa DORVAL, M. Paul ARBEL FINANCES "), l("Guy BRUN; Ida LORME; Luc VIAL", "-")),
    (("Présents : " + THREE_M + "-BRUN "), l("Léa DORVAL; Luc VIAL; Zoé ROUX; Paul ARBEL-BRUN")),
]
GIVEN = "Ont donné procuration :\n{} VIAL à Mme DORVAL,\nM. MOREL à M. ARBEL\n"
NAMESAKES = [ # which of two the giver is, the civility of several says; where it does not, nobody is counted twice
    ("Présents : Mme DORVAL, MM. ARBEL, BRUN, LORME\nAbsents : Mme VIAL Ida, MM. MOREL Jean, VIAL Luc\n" + GIVEN.format("Mme") + "M. VIAL à M. BRUN\n",
     l("DORVAL; ARBEL; BRUN; LORME", "VIAL Ida; MOREL Jean; VIAL Luc", "VIAL > DORVAL; MOREL > ARBEL; VIAL > BRUN")),
    ("Présents : Mme DORVAL, MM. ARBEL, BRUN, LORME\nAbsents : Mmes VIAL Ida, GRISOL Anne, MM. MOREL Jean, VIAL Luc\n" + GIVEN.format("M."),
     l("DORVAL; ARBEL; BRUN; LORME", "VIAL Ida; GRISOL Anne; MOREL Jean; VIAL Luc", "VIAL > DORVAL; MOREL > ARBEL")),
    ("Présents : Mme DORVAL, MM. ARBEL, BRUN, LORME\nAbsents : VIAL Ida, MOREL Jean, VIAL Luc\n" + GIVEN.format("Mme"), l("DORVAL; ARBEL; BRUN; LORME", "-", "-")),
    ("Présents : Mme DORVAL, MM. ARBEL, BRUN, LORME\nAbsents : Mme GRISOL Anne, MM. MOREL Jean, VIAL Luc, VIAL Ugo\n" + GIVEN.format("M."), l("DORVAL; ARBEL; BRUN; LORME", "-", "-")),
]

Namesakes = battery(NAMESAKES, lambda form: OPENING["COMMUNE"].replace("Monsieur Paul ARBEL, Maire", "M. ARBEL") + form + REST.replace("Mme Léa DORVAL", "Mme DORVAL"), without=("a margin",))
Titled = battery(TITLED, lambda form: OPENING["COMMUNE"] + form + "Le conseil municipal, à l'unanimité, fixe le loyer à 80 € par an.\n", in_lines=("a margin", "a footer"))
Communes = battery(COMMUNE, lambda form: OPENING["COMMUNE"] + form + REST)
Glued = battery(GLUED, lambda form: OPENING["COMMUNE"] + form + "Le conseil municipal, à l'unanimité, fixe le loyer à 80 € par an.\n", without=("a margin", "a footer"), in_lines=("lines broken",))
SuppleantsApart = battery(SUPPLEANTS, lambda form: OPENING["EPCI"] + form + REST)
PlacesBehind = battery(PLACES_BEHIND, lambda form: OPENING["EPCI"] + form + REST, without=("a comma lost", "a margin", "a footer"))
Bounds = battery(BOUNDS, lambda form: OPENING["COMMUNE"] + form + REST)
Groupements = battery(EPCI, lambda form: OPENING["EPCI"] + form + REST)

if __name__ == "__main__":
    unittest.main()
