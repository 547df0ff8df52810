#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What stands around the lists of the head: the line of who chairs, a couple under one name, the number of the acte. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
PRESENTS = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
ABSENTS, BOTH = "Absents : Mme Anne GRISOL, M. Jean MOREL\n", "Anne GRISOL; Jean MOREL"
POUVOIRS, GIVEN = "Pouvoirs : Mme Anne GRISOL à M. Luc VIAL ; M. Jean MOREL à Mme Zoé ROUX\n", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX"
CHAIRS = ["Président : M. Paul ARBEL", "Le Maire : M. Paul ARBEL", "Maire : M. Paul ARBEL, réélu", "La présidente : Mme Léa DORVAL", "Président de la séance : M. Paul ARBEL",
          "Maire, président de la séance : M. Paul ARBEL", "Doyen d'âge : M. Luc VIAL", "Premier adjoint : M. Luc VIAL", "Madame la Maire : Mme Léa DORVAL"]
CHAIR = [(PRESENTS + ABSENTS + line + "\n", l(FOUR, BOTH)) for line in CHAIRS]
CHAIR += [(PRESENTS + POUVOIRS + line + "\n", l(FOUR, BOTH, GIVEN)) for line in CHAIRS]
CHAIR += [(PRESENTS + line + "\n" + ABSENTS, l(FOUR, BOTH)) for line in CHAIRS]
CHAIR += [
    # a chair who stands in no list
    (PRESENTS + ABSENTS + "Président : M. Guy BRUN\n", l(FOUR, BOTH)),
    # another function, whose holder stands in no list: a row, or none
    (PRESENTS + ABSENTS + "Premier adjoint : M. Guy BRUN\n", l(FOUR, "?" + BOTH + "; Guy BRUN")),
    # the whole list is made of such rows
    ("Présents : Maire : M. Paul ARBEL ; Premier adjoint : M. Luc VIAL ; Adjointes : Mme Léa DORVAL, Mme Zoé ROUX\n" + ABSENTS, l(FOUR, BOTH)),
    ("Présents :\nLe Maire : M. Paul ARBEL\nLes adjoints : Mme Léa DORVAL, M. Luc VIAL\nLes conseillers : Mme Zoé ROUX\n" + ABSENTS, l(FOUR, BOTH)),
    # it stands in the list, and the list goes on behind it
    (PRESENTS + "Absents :\nMme Anne GRISOL\nLe Maire : M. Paul ARBEL\nM. Jean MOREL\nM. Guy BRUN\n", l(FOUR, "-")),
    (PRESENTS + "Absents : Mme Anne GRISOL, M. Jean MOREL,\nMaire : M. Paul ARBEL\n", l(FOUR, "?" + BOTH)),
    ("Présents : M. Luc VIAL, Mme Zoé ROUX\nLe Maire : M. Paul ARBEL\nLes adjoints : Mme Léa DORVAL, M. Guy BRUN\n" + ABSENTS, l("?" + FOUR + "; Guy BRUN", BOTH)),
    ("Présents :\nTournus : M. Luc VIAL, Mme Zoé ROUX\nMaire : M. Paul ARBEL\nOrval : Mme Léa DORVAL\n" + ABSENTS, l("?" + FOUR, BOTH)),
    (PRESENTS + "Absents : M. Jean MOREL\nMaire : M. Paul ARBEL\nConseillers : Mme Odile PETIT, M. Guy BRUN\n", l(FOUR, "-")),
    # his function, and no label
    (PRESENTS + POUVOIRS + "Absents :\nMme Odile PETIT\nAdjointe\nMme Anne GRISOL\nM. Jean MOREL\n", l(FOUR, "Odile PETIT; " + BOTH, GIVEN)),
    (PRESENTS + "Absents : Mme Anne GRISOL, maire : excusée, M. Jean MOREL\n", l(FOUR, "?" + BOTH)),
]
COUPLE = [
    (PRESENTS + "Pouvoirs : M. et Mme Guy BRUN à M. Luc VIAL\n", l(FOUR, "-", "-")),
    (PRESENTS + "Pouvoirs : Mme Anne GRISOL à M. Luc VIAL ; Monsieur et Madame BRUN à Mme Zoé ROUX\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents : Mme et M. Guy BRUN\n", l(FOUR, "-")),
    ("Présents : M. Paul ARBEL, M. et Mme Luc VIAL, Mme Zoé ROUX\n" + ABSENTS, l("-", BOTH)),
    (PRESENTS + "M. et Mme Guy BRUN donnent pouvoir à M. Luc VIAL\n", l("?" + FOUR, "-", "-")),
    # a group under two civilities
    (PRESENTS + "Absents : Mme et M. Anne GRISOL, Jean MOREL\n", l(FOUR, BOTH)),
    ("Présents : Mme et MM. Léa DORVAL, Paul ARBEL, Luc VIAL\n" + ABSENTS, l("Léa DORVAL; Paul ARBEL; Luc VIAL", BOTH)),
    ("Présents : MM. et Mmes Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + ABSENTS, l(FOUR, BOTH)),
]
COMMUNE = "COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\n"
TAIL = PRESENTS + ABSENTS + REST
DAY = {"seance.date": "2024-03-12"}


def again(words):
    return {**DAY, "seance.seconde_convocation": words}


SECOND = [
    ("L'an 2024, le 12 mars, le conseil municipal, convoqué une seconde fois, la séance du 5 mars 2024 n'ayant pas réuni le quorum, s'est réuni à la mairie.\n",
     again("convoqué une seconde fois")),
    ("L'an deux mille vingt-quatre, le douze mars, le conseil municipal s'est réuni, la séance du 5 mars n'ayant pas réuni le quorum.\n", again("n'ayant pas réuni le quorum")),
    ("Séance du 12 mars 2024\nLe conseil municipal, convoqué une première fois pour la séance du 5 mars 2024, n'a pu délibérer faute de quorum.\n", again("faute de quorum")),
    ("Le conseil municipal, convoqué une première fois le 26 février 2024 pour la séance du 5 mars 2024, n'a pu délibérer faute de quorum. Convoqué de nouveau le 8 mars 2024, il "
     "s'est réuni le 12 mars 2024 à la mairie.\n", again("faute de quorum")),
    ("Séance du 12 mars 2024\nLe conseil n'ayant pas réuni le quorum le 5 mars 2024, une seconde convocation a été adressée le 8 mars 2024.\n", again("n'ayant pas réuni le quorum")),
    ("Faute de quorum le 5 mars 2024, le conseil municipal s'est réuni le 12 mars 2024 à la mairie.\n", again("Faute de quorum")),
    ("Le conseil municipal s'est réuni à la mairie le 12 mars 2024, faute de quorum le 5 mars 2024.\n", again("faute de quorum")),
    ("Le conseil municipal, convoqué une première fois le 26 février 2024 pour le 5 mars 2024, puis une seconde fois le 8 mars 2024, s'est réuni le 12 mars 2024.\n",
     again("puis une seconde fois")),
    ("Séance du 12 mars 2024\nÀ la suite de la séance du 5 mars 2024 où le quorum n'était pas atteint, le conseil municipal s'est réuni à la mairie.\n", again("quorum n'était pas atteint")),
    # the day of the séance itself
    ("Faute de quorum, le conseil municipal s'est réuni le 12 mars 2024 à la mairie.\n", DAY),
    ("Séance du 12 mars 2024, le quorum étant atteint\n", DAY),
    ("Le conseil municipal, sans condition de quorum, s'est réuni le 12 mars 2024 sous la présidence de M. Paul ARBEL, maire.\n", DAY),
    ("Le conseil municipal s'est réuni pour la première fois le 12 mars 2024 à la mairie.\n", DAY),
    # nothing says which of two days it was
    ("Séance du 12 mars 2024\nLe conseil municipal s'est réuni le 5 mars 2024 à la mairie.\n", {"seance.date": "-"}),
    # a number that looks like a day
    ("Délibération du conseil municipal - n°2024-03-04\nSéance du 12 mars 2024\n", DAY),
    ("Séance du 12 mars 2024\nActe n° 2024/03/04\n", DAY),
]
NEVER_FIRST = {"seance.date": "?2024-03-12"}
SECOND_TOLD = [ # the day of the meeting, or two days; never the first one alone
    ("Le conseil municipal, dûment convoqué, s'est réuni le 12 mars 2024 à la mairie.\n", DAY),
    ("Le conseil municipal, régulièrement convoqué le 5 mars 2024, s'est réuni le 12 mars 2024.\n", DAY),
    ("Faute de quorum à la séance du 5 mars 2024, le conseil municipal a été convoqué de nouveau le 7 mars 2024 et s'est réuni le 12 mars 2024.\n", DAY),
    ("Le quorum n'ayant pas été atteint lors de la séance du 5 mars 2024, le conseil municipal, à nouveau convoqué, s'est réuni le 12 mars 2024.\n", DAY),
    ("Suite à l'absence de quorum constatée le 5 mars 2024, le conseil municipal s'est réuni le 12 mars 2024 sans condition de quorum.\n", DAY),
    ("Séance du 5 mars 2024 : quorum non atteint. Nouvelle séance : 12 mars 2024.\n", NEVER_FIRST),
    ("Séance du 5 mars 2024 reportée au 12 mars 2024 faute de quorum\n", NEVER_FIRST),
    ("Le conseil municipal, réuni le 5 mars 2024, n'a pas pu délibérer valablement. Il a été convoqué une seconde fois pour le 12 mars 2024.\n", NEVER_FIRST),
    ("Le conseil municipal s'est réuni le 5 mars 2024. Faute de quorum, il s'est réuni à nouveau le 12 mars 2024.\n", NEVER_FIRST),
    ("Séance du 5 mars 2024, levée faute de quorum, puis séance du 12 mars 2024\n", NEVER_FIRST),
    ("Deuxième réunion (la première, du 5 mars 2024, ayant été levée faute de quorum)\n", {"seance.date": "-"}),
    ("Séance du 12 mars 2024, seconde convocation, affichée le 14 mars 2024\n", DAY),
]
END = "Secrétaire de séance : Mme Léa DORVAL\nDélibération n° 2024-12\nObjet : Achat d'un pré\nLe conseil municipal, à l'unanimité, achète le pré.\n"
SEANCE = "COMMUNE DE VALBRISE\nSéance du conseil municipal du 12 mars 2024\nMembres en exercice : 6 ; présents : 4 ; votants : 4\n"
FOUND = l(FOUR, BOTH)
VISAS = [
    # the lists of a head that opens with a visa
    (SEANCE + "Vu la loi n° 2020-1379 du 14 novembre 2020, article 6 ;\n" + PRESENTS + ABSENTS + END, FOUND),
    (SEANCE + "Vu le code général des collectivités territoriales ;\nVu la loi du 14 novembre 2020.\nÉtaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n" + ABSENTS +
     END, FOUND),
    (SEANCE + "Vu la convocation du 5 mars 2024.\n" + PRESENTS + POUVOIRS + END, l(FOUR, BOTH, GIVEN)),
    # the lists stand before it: what the act tells behind its visas is another body's
    (SEANCE + PRESENTS + ABSENTS + "Objet : Élection du jury\nVu le code de la commande publique ;\nPrésents : M. Paul ARBEL, M. Luc VIAL\nLe conseil municipal, à l'unanimité, élit le jury.\n", FOUND),
    # a number and a title behind the lists
    (SEANCE + PRESENTS + ABSENTS + "Délibération n° 2024-12\nObjet : Subvention à l'association « Les Grives »\nM. Luc VIAL, président de l'association, ne prend pas part au vote.\n"
     "Le conseil municipal, par 3 voix pour, attribue 900 €.\n", FOUND),
    # a label in the list
    (SEANCE + "Présents : Groupe « Un élan » : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n" + ABSENTS + END, FOUND),
]
Heads = battery(CHAIR + COUPLE, lambda form: OPENING["COMMUNE"] + form + REST, in_lines=("a colon lost",))
Seconds = battery(SECOND, lambda form: COMMUNE + form + TAIL, without=("a margin", "a footer"))
SecondTold = battery(SECOND_TOLD, lambda form: COMMUNE + form + TAIL, without=("a margin", "a footer"))
Visas = battery(VISAS, lambda form: form, without=("a margin", "a footer"))

# a number made of a year, a month and a rank, and the head's day damaged: no day is better than that one
NUMBER = "COMMUNE DE VALBRISE\nSÉANCE DU l2 MARS 2O24\n{}\nObjet : Achat d'un pré\n\nLe conseil municipal, à l'unanimité, achète le pré.\n"
NUMBERS = [("DÉLIBÉRATION 2024-03-07", "DÉLIBÉRATION N° 2024-03-07", "Délibération 2024-03-07 : Achat d'un pré", "DEL 2024-03-07", "DCM 2024-03-07", "2024-03-07 - ACHAT D'UN PRÉ", "2024-03-07",
            "Délibération : 2024-03-07", "Acte 2024-03-07", "Réf. 2024-03-07", "Numéro : 2024-03-07", "CM 2024-03-07", "Question 2024-03-07", "DÉLIBÉRATION DU CONSEIL MUNICIPAL 2024-03-07"),
           ("Conseil municipal 2024-03-07", "Séance du 2024-03-07")]
Numbers = battery([(NUMBER.format(n), {"seance.date": "-"}) for n in NUMBERS[0]] + [(NUMBER.replace("SÉANCE DU l2 MARS 2O24\n", "").format(n), {"seance.date": "2024-03-07"}) for n in NUMBERS[1]] +
                  [(NUMBER.replace("l2 MARS 2O24", "12 MARS 2024").format(n), DAY) for n in NUMBERS[0]], lambda form: form, without=("a margin", "a footer"))

LATER = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\nDélibération n° 2024-12\nObjet : Achat d'un pré\nLe {}, à l'unanimité, achète le pré.\n"
UNDER = "COMMUNE DE VALBRISE\nConseil municipal\nSéance du 12 mars 2024\n"
SYNDICAT = {"niveau": "syndicat", "organe": "comite_syndical", **DAY}
COMMUNAL = {"collectivite": "COMMUNE DE VALBRISE", "niveau": "commune", "organe": "conseil_municipal", **DAY}
NAMED = [
    ("SIVOM DE LA HAUTE VALBRISE\nRéunion du Comité du 12 mars 2024\n" + LATER.format("comité"), {**SYNDICAT, "collectivite": "SIVOM DE LA HAUTE VALBRISE"}),
    ("SIVU DES ÉCOLES DE VALBRISE\nComité du 12 mars 2024\n" + LATER.format("comité"), SYNDICAT),
    ("SIVU DES ÉCOLES DE VALBRISE\nComité du 12 mars 2024\n" + LATER.format("Comité syndical"), SYNDICAT),
    ("EUROMÉTROPOLE DE VALBRISE\nConseil de l'Eurométropole du 12 mars 2024\n" + LATER.format("conseil"), {"niveau": "epci", "organe": "conseil_communautaire", **DAY}),
    # a bank is no other house; a caisse des écoles is
    ("COMMUNE DE VALBRISE\nSéance du 12 mars 2024\nUn prêt de la Caisse Rurale d'Aunis\n" + LATER.format("conseil"), COMMUNAL),
    ("COMMUNE DE VALBRISE\nSéance du 12 mars 2024\nUn prêt de la Caisse d'Épargne d'Aunis\n" + LATER.format("conseil"), COMMUNAL),
    ("COMMUNE DE VALBRISE\nCAISSE DES ÉCOLES\nSéance du 12 mars 2024\n" + LATER.format("conseil"), {"organe": "-"}),
    # two kinds of house
    ("COMMUNE DE VALBRISE\nSIVOM DE LA HAUTE VALBRISE\nSéance du 12 mars 2024\n" + LATER.format("comité"), {"niveau": "?syndicat", "organe": "-"}),
    # the minutes' own day, approved later; another's, approved that day
    ("COMMUNE DE VALBRISE\nProcès-verbal de la réunion du 12 mars 2024 (approuvé le 9 avril 2024)\nConseil municipal\n" + LATER.format("conseil municipal"), DAY),
    ("COMMUNE DE VALBRISE\nSéance du 12 mars 2024\nProcès-verbal de la séance du 5 mars 2024 (approuvé à l'unanimité)\n" + LATER.format("conseil municipal"), DAY),
]
COUNTED = [
    ("Effectif : 15 / Présents : 10 / Votants : 12", {"effectif": "15", "presents_annonces": "10", "votants_annonces": "12"}),
    ("Effectif : 15\nPrésents : 10", {"effectif": "15", "presents_annonces": "10"}),
    ("Exercice : 15 - Présents : 10", {"effectif": "15"}),
    ("Exercice : 15 | Présents : 10 | Votants : 12", {"effectif": "15"}),
    ("Conseillers : 15 Présents : 10", {"effectif": "15"}),
    ("Membres : 15 ; Présents : 10", {"effectif": "15"}),
    ("Effectif du conseil : 15, Présents : 10", {"effectif": "15"}),
    ("Ayant assisté à la séance : 10", {"presents_annonces": "10"}),
    # not those in office
    ("Budget de l'exercice : 15\nPrésents : 10", {"effectif": "-"}),
    ("Exercice : 2024\nPrésents : 10", {"effectif": "-"}),
    ("Effectif : 15 agents\nPrésents : 10", {"effectif": "-"}),
    ("Effectif légal : 15\nPrésents : 10", {"effectif": "-"}),
    ("Effectif : 9\nPrésents : 10", {"effectif": "-"}),
    ("Membres du Bureau : 15\nPrésents : 10", {"effectif": "-"}),
]
Named = battery(NAMED, lambda form: form, without=("a margin", "a footer", "a comma lost", "lines broken"))
Counted = battery(COUNTED, lambda form: UNDER + form + "\n" + LATER.format("conseil municipal"), without=("a margin", "a footer"), in_lines=("a colon lost",))

if __name__ == "__main__":
    unittest.main()
