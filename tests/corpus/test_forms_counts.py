#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of members in office, présents, votants and of the quorum, in every layout: labels, rows, sentences, behind lists. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, battery, flat

OPENING = ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nL'an deux mille vingt-quatre, le douze mars à dix-neuf heures, le "
           "conseil municipal de la commune de Valbrise, légalement convoqué, s'est réuni à la mairie sous la présidence de M. Paul ARBEL, Maire.\n")
REST = ("Secrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré de 25 ares\nVu le code général des collectivités territoriales ;\nLe conseil, après en avoir "
        "délibéré, DÉCIDE d'acheter le pré pour 9 présents de Noël et 30 euros.\n")


def n(effectif="-", presents="-", votants="-", quorum="-"):
    return dict(zip(("effectif", "presents_annonces", "votants_annonces", "quorum_annonce"), map(str, (effectif, presents, votants, quorum))))


FORMS = [
    ("En exercice : 15 - Présents : 12 – Votants (présents et représentés) : 14\n", n(15, 12, 14)),
    ("Membres en exercice : 15\nVotants (présents + pouvoirs) : 14\n", n(15, votants=14)),
    ("Votants (pouvoirs compris) : 14\n", n(votants=14)),
    ("Votants (présents et représentés), appelés à 20 h.\n", n()),
    ("Nombre de délégués en exercice : 15\nNombre de délégués qui assistent à la séance : 12\n", n(15, 12)),
    ("Nombre de membres qui assistent à la séance : 12\n", n(presents=12)),
    ("Nombre de membres en exercice composant le Conseil du territoire 15 Présents 12\n", n(15, 12)),
    ("Membres en exercice composant le conseil municipal : 15\nPrésents : 12\n", n(15, 12)),
    ("15 conseillers municipaux sont en exercice, 12 sont présents.\n", n(15, "?12")),
    ("Pour 16 sièges, 15 conseillers sont en exercice.\n", n(15)),
    ("Nombre de conseillers en exercice : 15\nNombre de conseillers présents : 12\nNombre de votants : 14\n", n(15, 12, 14)),
    ("En exercice : 15 - Présents : 12 - Votants : 14\n", n(15, 12, 14)),
    ("En exercice : 15\nPrésents : 12\nPouvoirs : 2\nVotants : 14\nQuorum : 8\n", n(15, 12, 14, 8)),
    ("En exercice 15 / Présents 12 / Votants 14\n", n(15, 12, 14)),
    ("Membres en exercice : 15 | Membres présents : 12 | Membres votants : 14\n", n(15, 12, 14)),
    ("Nombre de membres\nAfférents au conseil municipal : 15\nEn exercice : 15\nQui ont pris part à la délibération : 14\n", n(15, votants=14)),
    ("NOMBRE DE MEMBRES\nAfférents au Conseil En exercice Qui ont pris part à la délibération\n15 15 14\n", n(15, votants=14)),
    ("Nombre de conseillers\nEn exercice Présents Votants\n15 12 14\n", n(15, 12, 14)),
    ("Nombre de conseillers : En exercice Présents Pouvoirs Votants 15 12 2 14\n", n(15, 12, 14)),
    ("Nombre de conseillers\nEn exercice\n15\nPrésents\n12\nVotants\n14\n", n(15, 12, 14)),
    ("Nombre de conseillers En exercice Présents Votants : 15 : 12 : 14\n", n(15, 12, 14)),
    ("En exercice, présents, votants : 15 ; 12 ; 14\n", n(15, 12, 14)),
    ("En exercice Présents Votants : 15 - 12 - 14\n", n(15, 12, 14)),
    ("Votants Présents En exercice : 14 ; 12 ; 15\n", n(15, 12, 14)),
    ("En exercice : 15 Présents Votants : 12 : 14\n", n(15, 12, 14)),
    ("En exercice : 15 Présents Votants : 12/14\n", n(15, "-", "?14")),
    ("En exercice Présents Votants : 15 : 14\n", n("?15", "?12", "?14")),
    ("|Membres en exercice|Présents|Procurations|Votants|\n|15|12|2|14|\n", n(15, 12, 14)),
    ("|Nombre de conseillers en exercice|15|\n|Nombre de présents|12|\n|Nombre de votants|14|\n", n(15, 12, 14)),
    ("15 12 2 14\nNombre de conseillers en exercice Présents Procurations Votants\n", n(15, 12, 14)),
    ("15 12 2\nNombre de conseillers en exercice Présents Procurations Votants\n14\n", n("?15", "?12", "?14")),
    ("15 conseillers en exercice, 12 présents, 14 votants\n", n(15, 12, 14)),
    ("15 membres en exercice\n12 membres présents\n14 votants\n", n(15, 12, 14)),
    ("Conseillers en exercice : quinze\nPrésents : douze\nVotants : quatorze\n", n(15, 12, 14)),
    ("Le nombre de conseillers municipaux en exercice est de 15.\n", n(15)),
    ("Le nombre de membres en exercice est de quinze (15), dont douze (12) présents.\n", n(15, 12)),
    ("Douze conseillers étaient présents sur les quinze en exercice.\n", n("?15", "?12")),
    ("Effectif légal : 15\nEn exercice : 15\nPrésents : 12\nVotants : 14 dont 2 pouvoirs\n", n(15, 12, 14)),
    ("Votants : 14 dont 12 présents et 2 procurations\n", n(presents=12, votants=14)),
    ("Votants : 14 (dont 2 pouvoirs)\nPrésents : 12\nEn exercice : 15\n", n(15, 12, 14)),
    ("Nombre de votants (dont 2 pouvoirs) : 14\n", n(votants=14)),
    ("Votants : 12 + 2 pouvoirs\n", n(votants="-12")),
    ("Soit 12 présents / 2 procurations / 14 votants\n", n(presents=12, votants=14)),
    ("Présents : 12 ; représentés : 2 ; absents : 1 ; votants : 14\n", n(presents=12, votants=14)),
    ("Présents ou représentés : 14\n", n()),
    ("Nombre de membres présents ou représentés : 14\nEn exercice : 15\n", n(15)),
    ("Présents et représentés : 14\nConseillers en exercice : 15\n", n(15)),
    ("Nombre de présents (y compris les pouvoirs) : 14\n", n()),
    ("En exercice : 15\nPrésents à l'ouverture : 12 / à partir de la question 3 : 13\n", n(15, "-12")),
    ("En exercice : 15\nPrésents : 12\nÀ partir de la question n° 3 : 13\n", n(15, "-12")),
    ("En exercice : 15\nPrésents : 12, 13 à partir du point 4\nVotants : 14 - 15 à compter de la délibération 5\n", n(15, "-12", "-14")),
    ("En exercice : 15\nPrésents : 12 (questions 1 à 3), 13 (questions 4 à 9)\nVotants : 14 pour les points 1 à 4 ; 15 ensuite\n", n(15, "-12", "-14")),
    ("En exercice : 15\nPrésents : 12 / dès le point 3 : 13\nVotants : 14\n", n(15, "-12", 14)),
    ("En exercice : 15\nPrésents en début de séance : 12 ; présents à partir de la délibération 2024-04 : 13\n", n(15, "-12")),
    ("En exercice : 15\nPrésents : 12\nVotants : 14\nÀ compter du 1er avril, les séances se tiennent à la halle.\n", n(15, 12, 14)),
    ("Membres en exercice : quinze (14)\nPrésents : douze (11)\nVotants : quatorze (13)\nQuorum : huit (7)\n", n("-15", "-12", "-14", "-8")),
    ("Nombre de membres en exercice : 15 (quatorze)\nPrésents : 12 (douze)\nVotants : 14 (treize)\n", n("-15", 12, "-14")),
    ("quinze (15) membres en exercice, douze (11) présents, quatorze (14) votants\n", n(15, "-12", 14)),
    ("Membres en exercice : quinze (dont 2 suppléants)\nVotants : quatorze (14)\n", n(15, votants=14)),
    ("Quorum : 8\n", n(quorum=8)),
    ("Le quorum, fixé à 8 membres, est atteint.\n", n(quorum="?8")),
    ("Le quorum est de 8.\n", n(quorum="?8")),
    ("Quorum (8) : atteint\n", n(quorum="?8")),
    ("Quorum : atteint\nConseillers en exercice : 15\n", n(15)),
    ("Quorum : 12 présents sur 15\n", n(15, 12, quorum="-12")),
    ("Conditions de quorum : 8 présents\nPrésents : 12\n", n(presents="?12", quorum="?8")),
    ("Nombre de membres en exercice : 15, présents : 12, absents : 3, procurations : 2, votants : 14\n", n(15, 12, 14)),
    ("Nombre de délégués en exercice : 15\nNombre de délégués présents : 12\nNombre de délégués votants : 14\n", n(15, 12, 14)),
    ("Nombre de membres du bureau en exercice : 15\nNombre de présents : 12\nNombre de suffrages exprimés : 14\n", n(15, 12)),
    ("Nombre de membres du conseil municipal : 15\nEn exercice : 14\nPrésents : 12\n", n(14, 12)),
    ("Composition légale du conseil : 15\nNombre de conseillers en exercice : 14\nNombre de conseillers présents ou représentés : 14\n", n(14)),
    ("Conseillers élus : 15\nConseillers en fonction : 14\nConseillers présents : 12\n", n("?14", 12)),
    ("Nombre de conseillers élus : 15\nConseillers en fonctions : 15\nConseillers présents : 12\nConseillers votants : 14\n", n("?15", 12, 14)),
    ("Nbre de conseillers en exercice : 15\nNbre de présents : 12\nNbre de votants : 14\n", n(15, 12, 14)),
    ("Nb de membres en exercice : 15\nNb de présents : 12\nNb de pouvoirs : 2\nNb de votants : 14\n", n(15, 12, 14)),
    ("Nombre d'élus en exercice : 15 ; Nombre d'élus présents : 12 ; Nombre de votes : 14\n", n(15, 12, "?14")),
    ("Titulaires en exercice : 15\nTitulaires présents : 11\nSuppléants présents : 1\nVotants : 12\n", n("?15", "?12", 12)),
    ("Étaient présents (12) : M. Paul ARBEL et onze autres membres.\nEn exercice : 15\n", n(15, "?12")),
    ("Nombre de conseillers en exercice : 15 dont 1 siège vacant\nPrésents : 12\n", n("?15", 12)),
    ("Nombre de conseillers en exercice : 15 puis 14\nPrésents : 12\n", n(presents=12)),
    ("Présents : 12 puis 13 à compter de la délibération n° 3\nEn exercice : 15\n", n(15, "-12")),
    ("Présents : 12 (13 à partir du point 4)\nEn exercice : 15\n", n(15, "-12")),
    ("Présents : 12 de la délibération 1 à 3, 13 ensuite\nEn exercice : 15\n", n(15, "-12")),
    ("Date de convocation : 05/03/2024\nMembres en exercice : 15\nPrésents : 12\nVotants : 14\nPour : 13\nContre : 1\n", n(15, 12, 14)),
    ("En exercice : 15\nPrésents : 12\nVotants : 14\nAbstention : 0\nPour : 14\nContre : 0\n", n(15, 12, 14)),
    ("Nombre de conseillers en exercice : 15 Nombre de conseillers présents : 12 Nombre de conseillers ayant pris part au vote : 14\n", n(15, 12, 14)),
    ("Nombre de membres en exercice:15\nNombre de membres présents:12\nNombre de suffrages exprimés:14\nVOTES : Contre 0 Pour 14\n", n(15, 12)),
    ("Conseillers Municipaux en exercice ....... 15\nPrésents ....... 12\nVotants ....... 14\n", n(15, 12, 14)),
    ("Étaient présents : 12 conseillers municipaux.\nNombre de conseillers en exercice : 15.\n", n(15, 12)),
    ("Il y a 12 membres présents, 2 pouvoirs et 14 votants.\n", n(presents=12, votants=14)),
    ("Monsieur le Maire constate que 12 conseillers sont présents et que le quorum, soit 8, est atteint.\n", n(presents="?12", quorum="?8")),
    ("Le quorum étant atteint avec 12 membres présents, l'assemblée peut délibérer.\n", n(presents=12)),
    ("Présents : 12 Absents : 3 Pouvoirs : 2 Nombre de voix : 14\nMembres en exercice : 15\n", n(15, 12, "?14")),
    ("Conseil municipal : 15 membres en exercice ; 12 présents ; 2 ayant donné pouvoir.\n", n(15, 12)),
    ("EN EXERCICE : 15   PRÉSENTS : 12   VOTANTS : 14\n", n(15, 12, 14)),
    ("Nombre de membres en exercice\n: 15\nNombre de présents\n: 12\nNombre de votants\n: 14\n", n(15, 12, 14)),
    ("Effectif du conseil municipal : 15\nPrésents : 12\nVotants : 14\n", n("?15", 12, 14)),
    ("Nombre de conseillers municipaux en exercice au jour de la séance : 15\nPrésents : 12\n", n("?15", 12)),
    ("15 conseillers en exercice : 12 présents 2 pouvoirs 1 excusé\n", n(15, 12)),
    ("15 membres en exercice : 12 présents, 14 votants\n", n(15, 12, 14)),
    ("Soit 15 délégués en exercice : 12 présents et 14 votants\n", n(15, 12, 14)),
    ("Le nombre de membres en exercice est de : 15\nLe nombre de membres présents est de : 12\nLe nombre de votants est de : 14\n", n(15, 12, 14)),
    ("Délégués en exercice : 15\nPrésents : 10 titulaires, 2 suppléants\nPouvoirs : 2\nVotants : 14\n", n(15, "?12", 14)),
    ("Délégués en exercice : 15\nPrésents : 10 - Suppléés : 2\nVotants : 12\n", n(15, "?12", 12)),
    ("Délégués en exercice : 15\nPrésents : 10\nReprésentés par leur suppléant : 2\nVotants : 12\n", n(15, "?12", 12)),
    ("Délégués en exercice : 15\nPrésents : 12 dont 2 suppléants\nVotants : 12\n", n(15, 12, 12)),
    ("Délégués en exercice : 15\nPrésents : 12\nSuppléants présents : 0\nVotants : 12\n", n(15, 12, 12)),
    ("Le nombre de délégués titulaires présents est de : 11\nLe nombre de délégués suppléants présents est de : 01\n"
     "Le nombre de délégués titulaires et suppléants présents est de : 12\n", n(presents=12)),
    ("Nombre de délégués en exercice : 15\nNombre de délégués titulaires ou suppléants présents : 12\nNombre de votants : 14\n", n(15, 12, 14)),
    ("En exercice [15] - PRÉSENTS [12] - VOTANTS [14]\n", n(15, 12, 14)),
    ("Les membres présents formant la majorité des membres en exercice.\n1\nLe conseil peut délibérer.\n", n()),
    ("Présents : 12/15\n", n("?15", "?12")),
    ("Membres présents : 12 sur 15\n", n("?15", 12)),
    ("Nombre de conseillers titulaires en exercice : 15\nNombre de conseillers titulaires présents : 12\nNombre de votants : 14\n", n(15, 12, 14)),
    ("Conseillers en exercice : 15 Ayant participé au vote : 14\n", n(15, votants=14)),
    ("12 membres du Conseil étant présents, le conseil peut valablement délibérer et statuer.\n", n(presents=12)),
    ("Nombre de conseillers municipaux : 15 Nombre de conseillers municipaux présents : 12\n", n("?15", 12)),
    ("Nombre de délégués : 15\nPrésents : 12\nVotants : 14\n", n("?15", 12, 14)),
    ("Nombre de conseillers : 12 présents, 3 absents\n", n(presents="?12")),
    ("Nombre de conseillers : en exercice : 15   présents : 12   votants : 14\n", n("?15", 12, 14)),
    ("Nombre de délégués en exercice : 15 Présents en séance : 12\n", n(15, 12)),
    ("Nombre de conseillers en exercice : 15 Présents à l'ouverture : 12\n", n(15, 12)),
    ("Conseillers en exercice : 15 Conseillers présents : 12 1. ARBEL Paul 2. DORVAL Léa\n", n(15, "?12")),
    ("Douze conseillers municipaux étant présents, la séance est ouverte.\n", n(presents="?12")),
    # labels with their colons or dots, then the numbers of all
    ("Nombre de membres présents lors de la séance, à l'appel :\n- présents :\n- représentés :\n12\n2\n- absents : 1\n", n(presents="?12")),
    ("- présents :\n- représentés :\n12\n2\n- absents :\n1\n", n(presents=12)),
    ("En exercice :\nPrésents :\nVotants :\n15\n12\n14\n", n(15, 12, 14)),
    ("Membres composant le conseil municipal..........….\nMembres en exercice…......\nMembres présents.....…...\nMembres représentés………\nMembres absents …\n15\n15\n12\n2\n1\n", n(15, 12)),
    # … one number too many or too few
    ("Membres en exercice ......\nMembres présents ......\nMembres représentés ......\nMembres absents ......\n15\n15\n11\n2\n1\n", n()),
    ("Présents :\nVotants :\nQuorum :\n12\n14\n", n(votants="-12", quorum="-14")),
    ("Présents :\nVotants :\n12 mars 2024\n", n()),
    ("Présents en séance : 12\n", n(presents=12)),
    # of a moment: the vote, else the opening
    ("Présents à l'ouverture de la séance : 10\nPrésents lors du vote : 12\nVotants : 14\n", n(presents=12, votants=14)),
    ("Nombre de présents à l'ouverture : 10 - Nombre de présents au moment du vote : 12\n", n(presents=12)),
    ("Présents : 12 - Votants pour cette délibération : 14\n", n(presents=12, votants=14)),
    ("Présents à l'ouverture de la séance : 10\nPrésents en fin de séance : 12\n", n(presents="-10")),
    ("Présents : 10 - Présents en cours de séance : 12\n", n(presents="-10")),
    # those who answered the call; not those who did not
    ("12 membres ont répondu à l'appel.\n", n(presents=12)),
    ("15 conseillers en exercice, 12 conseillers ont répondu à l'appel de leur nom.\n", n("?15", 12)),
    ("3 membres n'ont pas répondu à l'appel.\n", n()),
    # of how many the assembly is made
    ("Le conseil compte quinze membres.\n", n(15)),
    ("Le conseil municipal, composé de 15 membres, s'est réuni.\n", n()),
    ("L'assemblée comprend vingt-trois conseillers.\n", n(23)),
    ("Le conseil municipal, composé de 19 membres, s'est réuni. Membres en exercice : 15.\n", n(15)),
    ("Le conseil municipal, composé de 15 membres dont 2 sièges vacants, s'est réuni.\n", n()),
    ("Le conseil municipal compte 12 membres présents.\n", n(presents="?12")),
    ("Le conseil communautaire est composé de 43 membres.\n", n()),
    ("Le conseil d'école compte 12 membres.\n", n()),
    ("La commission est composée de 5 membres.\n", n()),
]

HEAD = ("COMMUNE DE VALBRISE\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 12 MARS 2024\nPrésents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nAbsents : Mme Anne GRISOL, M. Jean MOREL.\n")
APPROVED = "Le conseil municipal, à l'unanimité, approuve le compte.\n"
POINTS = [  # of one point among several, and not of the séance
    ("Compte administratif\nM. Paul ARBEL se retire.\nVotants : 3\n" + APPROVED + "Achat d'un pré\nLe conseil municipal, à l'unanimité, approuve l'achat.\n", n()),
    ("Compte de la halle\nM. Paul ARBEL quitte la salle. Nombre de votants : 3.\n" + APPROVED + "Achat d'un pré\nLe conseil municipal, par 4 voix pour, approuve l'achat.\n", n()),
    ("Votants : 4\nCompte administratif\nM. Paul ARBEL se retire.\n" + APPROVED + "Achat d'un pré\nLe conseil municipal, à l'unanimité, approuve l'achat.\n", n(votants=4)),
    ("Votants : 4\nAchat d'un pré\nLe conseil municipal, par 4 voix pour, approuve l'achat.\n" + APPROVED, n(votants=4)),
]
MOMENTS = [ # … nor one of a part of the séance
    ("Nombre de présents : 5\nNombre de présents (après l'arrivée de M. Jean MOREL) : 6\n", n()),
    ("Étaient présents : 5 membres. À partir du point 2 : 6 membres\n", n()),
    ("Étaient présents : 5 membres. Pour le point 2 : 6 membres\n", n()),
    ("Nombre de présents : 5\nNombre de présents (lors du vote) : 6\n", n(presents=6)),
    ("Présents : 12 membres\nVotants : 14 membres\n", n(presents=12, votants=14)),
]


class Moments(Battery):
    def test_forms__of_a_moment(self):
        for lines in (str, flat):
            self.check(MOMENTS, [lines(OPENING + form + REST) for form, _ in MOMENTS])


class Points(Battery):
    def test_forms__of_a_point(self):
        for lines in (str, flat):
            self.check(POINTS, [lines(HEAD + form) for form, _ in POINTS])


CELLS = [  # of a table that is drawn with its borders: the number is below its label, and the other column between
    ("|Nombre de conseillers   |M. Luc VIAL ouvre la séance    |\n|en exercice :          |à vingt heures.                |\n|15                     |                               |\n", n(15)),
    ("|Conseillers en exercice : |Ouverture à 19 heures |\n|15 |Point 3 |\n|Nombre de présents : |par le maire |\n|12 |Point 4 |\n", n(15, 12)),
    ("|Conseillers en exercice : |Ouverture à 19 heures |\n|15 présents |Point 3 |\n", n(presents=15)),
    ("|Conseillers en exercice : |Ouverture à 19 heures |\n| |15 |\n", n()),
    ("|Le maire |Conseillers en exercice : |ouvre |\n|15 |la séance | |\n", n()),
]


class Cells(Battery):
    def test_forms__below_their_label(self):
        self.check(CELLS, [OPENING + form + REST for form, _ in CELLS])


Counts = battery(FORMS, lambda form: OPENING + form + REST)

if __name__ == "__main__":
    unittest.main()
