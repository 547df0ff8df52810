#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Who is there, in the layouts of communes: functions, tables, forms, excuses in a sentence, and what only looks like them. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

ABSENT = "Absents : Anne GRISOL, Jean MOREL\n"
BOTH = "Anne GRISOL; Jean MOREL"
FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
FIVE = FOUR + "; Guy BRUN"

# The rank of an "adjoint", however it is written; a number with another word behind it is none.
COMMUNE = [
    ("Présents : Paul ARBEL (Maire), Léa DORVAL (1re adjointe), Luc VIAL (2e adjoint), Zoé ROUX (3ième adjointe), Guy BRUN\n" + ABSENT, l(FIVE, BOTH)),
    ("Présents : Paul ARBEL, Maire, Léa DORVAL, 1RE ADJOINTE, Luc VIAL, 2d adjoint, Zoé ROUX, 3° adjointe, Guy BRUN\n" + ABSENT, l(FIVE, BOTH)),
    ("PRÉSENTS :\nPaul ARBEL, Maire\nLéa DORVAL, 1re adjointe au maire\nLuc VIAL, 2de adjointe\nZoé ROUX, 3ème adjointe\n" + ABSENT, l(FOUR, BOTH)),
    ("Présents : Paul ARBEL, Léa DORVAL, 1re Zoé ROUX, Guy BRUN\n" + ABSENT, l("-", BOTH)),
    ("Présents : Paul ARBEL, Léa DORVAL, 2 de la liste, Zoé ROUX, Guy BRUN\n" + ABSENT, l("-", BOTH)),
    ("Présents : Paul ARBEL, Léa DORVAL, Zoé ROUX, Guy BRUN\n1re délibération : Luc VIAL\n" + ABSENT, l("-", BOTH)),
]

# A page's foot between rows that have a function behind the name: one row is left below it.
COMMUNE += [
    ("PRÉSENTS :\nPaul ARBEL, Maire\nLéa DORVAL, adjointe\nLuc VIAL, adjoint\nExtrait du registre des délibérations\nZoé ROUX, adjointe\n" + ABSENT, l("-", BOTH)),
    ("PRÉSENTS :\nPaul ARBEL (Maire)\nLéa DORVAL (adjointe)\nLuc VIAL (adjoint)\nExtrait du registre des délibérations\nZoé ROUX (adjointe)\n" + ABSENT, l("-", BOTH)),
    ("PRÉSENTS :\nPaul ARBEL, Maire\nLéa DORVAL, adjointe\nLuc VIAL, adjoint\nZoé ROUX, conseillère\n" + ABSENT, l(FOUR, BOTH)),
]

# A proxy that is left, remitted or confided; "tout pouvoir", "ses pouvoirs", a power that is no vote.
HERE = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
TWICE = "Anne GRISOL > Luc VIAL; Jean MOREL > Léa DORVAL"
COMMUNE += [
    (HERE + "Absents : Mme Anne GRISOL, excusée, qui a remis son pouvoir à M. Luc VIAL ; M. Jean MOREL.\n", l(FOUR, BOTH, "Anne GRISOL > Luc VIAL")),
    (HERE + "Absents excusés : Mme Anne GRISOL, ayant laissé procuration à M. Luc VIAL, M. Jean MOREL, ayant confié son pouvoir à Mme Léa DORVAL.\n", l(FOUR, BOTH, TWICE)),
    (HERE + "Absents excusés : Mme Anne GRISOL a transmis sa procuration à M. Luc VIAL, M. Jean MOREL a donné procuration de vote à Mme Léa DORVAL.\n", l(FOUR, BOTH, TWICE)),
    (HERE + "Absents excusés : Anne GRISOL (pouvoir de vote donné à Luc VIAL), Jean MOREL (ayant remis pouvoir à Léa DORVAL)\n", l(FOUR, BOTH, TWICE)),
    (HERE + "Absents : Mme Anne GRISOL, qui a remis ses clefs à M. Luc VIAL ; M. Jean MOREL.\n", l(FOUR, "-", "-")),
    (HERE + "Absents : Mme Anne GRISOL, M. Jean MOREL.\nLe conseil donne tout pouvoir à M. Luc VIAL pour signer l'acte.\n", l(FOUR, "?" + BOTH, "-")),
]

# Square brackets behind a name tell what round ones tell; anything else in them is of nobody knows whom.
COMMUNE += [
    (HERE + "Absents : Mme Anne GRISOL [pouvoir à M. Luc VIAL], M. Jean MOREL\n", l(FOUR, BOTH, "Anne GRISOL > Luc VIAL")),
    (HERE + "Absents :\nAnne GRISOL [excusée, donne procuration à Luc VIAL]\nJean MOREL [absent]\n", l(FOUR, BOTH, "Anne GRISOL > Luc VIAL")),
    (HERE + "Absents : Anne GRISOL [procuration : Luc VIAL] ; Jean MOREL [a donné pouvoir à Léa DORVAL]\n", l(FOUR, BOTH, TWICE)),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL [absente], M. Luc VIAL, Mme Zoé ROUX\n" + ABSENT, l("-", BOTH)),
    (HERE + "Absents : Anne GRISOL [à vérifier], Jean MOREL [excusé]\n", l(FOUR, "-", "-")),
    (HERE + "Absents : Mme Anne GRISOL [pouvoir à M. Luc VIAL, M. Jean MOREL\n", l(FOUR, "-", "-")),
]

# The form of the State for the first séance, and what others ask of their writer beside a heading; other words there name others.
TWO = "Paul ARBEL; Léa DORVAL; Luc VIAL"
FORM = [
    ("Étaient présents les conseillers municipaux suivants (indiquer les nom et prénom d'un conseiller par case) :\nARBEL Paul\nDORVAL Léa\nVIAL Luc\n"
     "Absents (préciser s'ils sont excusés) : GRISOL Anne, excusée, a donné procuration à VIAL Luc - MOREL Jean, excusé\n1. Installation des conseillers municipaux\nLa séance est ouverte.\n",
     l(TWO, BOTH, "Anne GRISOL > Luc VIAL")),
    ("Étaient présents (par ordre alphabétique) : Paul ARBEL, Léa DORVAL, Luc VIAL\nÉtaient absents (excusés ou non) : Anne GRISOL, Jean MOREL\n1) Approbation du procès-verbal\n", l(TWO, BOTH)),
    ("Étaient présents (noms et prénoms) : Paul ARBEL, Léa DORVAL, Luc VIAL\nAbsents : M. Jean MOREL, excusé, Mme Anne GRISOL, excusée\n1 - Tarifs de la cantine\n", l(TWO, BOTH)),
    ("Étaient présents (dans le public) : Paul ARBEL, Léa DORVAL, Luc VIAL\nAbsents : Anne GRISOL, Jean MOREL\n", l("-", "?" + BOTH)),
    ("Étaient présents (noms des invités) : Paul ARBEL, Léa DORVAL, Luc VIAL\nAbsents : Anne GRISOL, Jean MOREL\n", l("-", "?" + BOTH)),
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL\nAbsents : Jean MOREL, excusé, Anne GRISOL, excusée 1. ROUX Zoé, excusée\n", l(TWO, "-")),
]

# Everybody is there but these: the absents are named, the presents are not.
COMMUNE += [
    ("Étaient présents tous les conseillers en exercice, à l'exception de Mme Anne GRISOL, qui donne pouvoir à M. Luc VIAL, et de M. Jean MOREL, excusé.\n", l("-", BOTH, "Anne GRISOL > Luc VIAL")),
    ("Présents : tous les élus sauf : Anne GRISOL, Jean MOREL\nPouvoir : Anne GRISOL à Luc VIAL\n", l("-", BOTH, "Anne GRISOL > Luc VIAL")),
    ("L'ensemble des membres du conseil municipal sont présents, hormis M. Jean MOREL, excusé, et Mme Anne GRISOL.\n", l("-", BOTH)),
    ("Sont présents tous les membres sauf M. Jean MOREL et Mme Anne GRISOL. M. Luc VIAL arrive à 20 h.\n", l("-", BOTH)),
    ("Présents : tous les conseillers municipaux sauf M. le Maire et Mme Anne GRISOL\n", l("-", "-")),
    ("Les délibérations sont prises par tous les membres présents, à l'exception de M. Luc VIAL.\n", l("-", "-")),
    ("Pour : tous les conseillers municipaux présents sauf M. Luc VIAL et Mme Léa DORVAL.\n", l("-", "-")),
    (HERE + ABSENT + "À 20 h tous les conseillers municipaux sont présents, sauf M. Luc VIAL.\n", l("?" + FOUR, BOTH)),
]

# A table of who is there, and a roll call with numbers and functions.
PAUL = "ARBEL Paul Présent\nDORVAL Léa Présente\nVIAL Luc Présent\n"
ROLL = [
    ("NOM ET PRÉNOM ÉTAT POUVOIR À\n" + PAUL + "GRISOL Anne Excusée VIAL Luc\nROUX Zoé Présente\nMOREL Jean Absent\n", l(FOUR, BOTH, "Anne GRISOL > Luc VIAL")),
    ("Nom Prénom | Présent/Absent | Pouvoir\nARBEL Paul | Présent |\nDORVAL Léa | Présente |\nVIAL Luc | Présent |\nGRISOL Anne | Excusée | VIAL Luc\nROUX Zoé | Présente |\nMOREL Jean | Absent |\n",
     l(FOUR, BOTH, "Anne GRISOL > Luc VIAL")),
    ("Membres du conseil\nM. Paul ARBEL Présent\nMme Léa DORVAL Présente\nM. Luc VIAL Présent\nMme Anne GRISOL Absente, pouvoir à M. Luc VIAL\nMme Zoé ROUX Présente\nM. Jean MOREL Excusé\n",
     l(FOUR, BOTH, "Anne GRISOL > Luc VIAL")),
    ("L'appel nominal est fait :\n1. ARBEL Paul, Maire : présent\n2. DORVAL Léa, 1ère adjointe : présente\n3. VIAL Luc, 2ème adjoint : présent\n"
     "4. GRISOL Anne, conseillère municipale : absente, pouvoir à VIAL Luc\n5. ROUX Zoé, conseillère municipale : présente\n6. MOREL Jean, conseiller municipal : absent\n",
     l(FOUR, BOTH, "Anne GRISOL > Luc VIAL")),
    ("Élus présents :\nPaul ARBEL (Maire) : présent\nLéa DORVAL (adjointe) : présente\nLuc VIAL (adjoint) : présent\nAnne GRISOL (conseillère) : absente (pouvoir à Luc VIAL)\nZoé ROUX : présente\nJean MOREL : absent\n",
     l(FOUR, BOTH, "Anne GRISOL > Luc VIAL")),
    ("Paul ARBEL : présent à partir de 19 h 30\nLéa DORVAL : présente\nLuc VIAL : présent\nZoé ROUX : présente\nAnne GRISOL : absente\nJean MOREL : excusé\n", l(FOUR, BOTH)),
    # a row that lost its state, a holder whose row is not there, a column with another title
    ("NOM POUVOIR À\n" + PAUL + "MOREL Jean Absent\nBRUN Guy\nGRISOL Anne Excusée ROUX Zoé\nROUX Zoé Présente\n", l("-", "-", "-")),
    ("NOM POUVOIR À\n" + PAUL + "GRISOL Anne Excusée LOUVEL Odile\nROUX Zoé Présente\nMOREL Jean Absent\n", l("-", "-", "-")),
    ("NOM SUPPLÉANT\n" + PAUL + "GRISOL Anne Excusée VIAL Luc\nROUX Zoé Présente\nMOREL Jean Absent\n", l("-", "-", "-")),
    ("Membres du conseil\n" + PAUL + "GRISOL Anne, suppléante Absente\nROUX Zoé Présente\nMOREL Jean Absent\nBRUN Guy Présent\n", l("-", "-")),
    # another body's, beside the lists of this one; a list that ends before the rows is one of its own
    (HERE + ABSENT + "\nLa commission des écoles s'est réunie la veille. Y étaient :\nARBEL Paul Présent\nDORVAL Léa Absente\nVIAL Luc Présent\nROUX Zoé Présente\nGRISOL Anne Présente\n", l("?" + FOUR, "?" + BOTH)),
    ("Absent excusé : Jean MOREL\nAppel nominal :\n" + PAUL + "GRISOL Anne Absente\nROUX Zoé Présente\n", l("?" + FOUR, "?" + BOTH)),
]

# The secretary under a title in the plural, and where a title in capitals follows at once.
SECRETARY = [
    ("Secrétaires de séance : Léa DORVAL.\nObjet : Achat d'un pré\n", {"seance.secretaires": "Léa DORVAL"}),
    ("Secrétaire(s) de séance : Léa DORVAL\nObjet : Achat d'un pré\n", {"seance.secretaires": "Léa DORVAL"}),
    ("Secrétaire(s) : Mme Léa DORVAL et M. Luc VIAL\nObjet : Achat d'un pré\n", {"seance.secretaires": "Léa DORVAL; Luc VIAL"}),
    ("Secrétaire de séance : Léa DORVAL ACHAT DU PRÉ DU MOULIN\n", {"seance.secretaires": "Léa DORVAL"}),
    ("SECRÉTAIRE DE SÉANCE : DORVAL Léa\nCESSION DE PARCELLES\n", {"seance.secretaires": "DORVAL Léa"}),
    ("Secrétaires de séance : Léa DORVAL et\nObjet : Achat d'un pré\n", {"seance.secretaires": "-"}),
    ("Secrétaires de séance : Léa DORVAL. M. Luc VIAL\nObjet : Achat d'un pré\n", {"seance.secretaires": "-Léa DORVAL; Luc VIAL"}),
    ("Secrétaires de séance : Odile LOUVEL.\nObjet : Achat d'un pré\n", {"seance.secretaires": "-"}),
]

# Names whose capitals part nothing: where her line begins the secretary is another than the last of the list, and in one line she stays unread.
PLAIN = "Présents : Paul Arbel, Léa Dorval, Luc Vial, Zoé Roux"
LATIN = [
    (PLAIN + "\nAbsents : Anne Grisol, Jean Morel\nZoé Roux a été élue secrétaire.\n", {**l("?" + FOUR, "?" + BOTH), "seance.secretaires": "?Zoé Roux"}),
    (PLAIN + "\nLéa Dorval est désignée secrétaire de séance.\n", {**l("?" + FOUR), "seance.secretaires": "?Léa Dorval"}),
    (PLAIN + ", Guy\nBrun a été élu secrétaire.\n", {**l("-"), "seance.secretaires": "?Guy Brun"}),
]

AFTER = "Objet : Achat d'un pré\nVu le code général des collectivités territoriales ;\nLe conseil décide d'acheter le pré.\n"
Plain = battery(LATIN, lambda form: OPENING["COMMUNE"] + form + AFTER, without=("a margin",))
Secretaries = battery(SECRETARY, lambda form: OPENING["COMMUNE"] + HERE + ABSENT + form + "Vu le code général des collectivités territoriales ;\nLe conseil décide d'acheter le pré.\n", without=("a margin",))
Rolls = battery(ROLL, lambda form: OPENING["COMMUNE"] + form + REST)
# Columns titled with who gives and who holds; as many of each, and every holder there.
COMMUNE += [
    ("PRÉSENTS :\nPaul ARBEL\nLéa DORVAL\nLuc VIAL\nZoé ROUX\nABSENTS REPRÉSENTÉS        MANDATAIRES\nGRISOL Anne        VIAL Luc\nMOREL Jean        ARBEL Paul\n",
     l("?" + FOUR, "?" + BOTH, "?Anne GRISOL > Luc VIAL; Jean MOREL > Paul ARBEL")),
    (HERE + "MANDANTS          MANDATAIRES\nAnne GRISOL      Luc VIAL\nJean MOREL       Léa DORVAL\n", l("?" + FOUR, "?" + BOTH, "?" + TWICE)),
    (HERE + "Procurations : Mandants Anne GRISOL Jean MOREL Mandataires Luc VIAL Léa DORVAL\n", l(FOUR, BOTH, TWICE)),
    (HERE + "Procurations :\nMandants\nAnne GRISOL\nJean MOREL\nMandataires\nLuc VIAL\nLéa DORVAL\n", l(FOUR, BOTH, TWICE)),
    (HERE + "MANDANTS          MANDATAIRES\nAnne GRISOL      Luc VIAL\nJean MOREL       Odile LOUVEL\n", l("?" + FOUR, "-", "-")),
    (HERE + "Procurations : Mandants Anne GRISOL Jean MOREL Mandataires Luc VIAL\n", l(FOUR, "-", "-")),
    (HERE + "Procurations : Mandants Anne GRISOL Jean MOREL Mandataires Luc VIAL Odile LOUVEL\n", l(FOUR, "-", "-")),
]

# Members of no group, behind those of groups.
COMMUNE += [
    ("Présents : Groupe Valbrise demain : Mme Léa DORVAL, M. Paul ARBEL. Groupe Unis pour agir : M. Luc VIAL. Non inscrits : Mme Zoé ROUX, M. Guy BRUN.\n" + ABSENT, l(FIVE, BOTH)),
    ("Présents :\nMajorité : Mme Léa DORVAL, M. Paul ARBEL\nÉlus non inscrits : M. Luc VIAL\nSans étiquette : Mme Zoé ROUX\n" + ABSENT, l(FOUR, BOTH)),
    ("Présents : Majorité : Mme Léa DORVAL, M. Paul ARBEL, M. Luc VIAL, Mme Zoé ROUX. Non inscrits : néant\n" + ABSENT, l("?" + FOUR, "?" + BOTH)),
    ("Présents : Mme Léa DORVAL, M. Paul ARBEL, M. Luc VIAL, Mme Zoé ROUX. Non inscrits au tableau : M. Guy BRUN\n" + ABSENT, l("?" + FOUR, "?" + BOTH)),
]

First = battery(FORM, lambda form: OPENING["COMMUNE"] + form + REST)
Communes = battery(COMMUNE, lambda form: OPENING["COMMUNE"] + form + REST)

if __name__ == "__main__":
    unittest.main()
