#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Who presides and who is secretary, before and behind their titles, and the secretaries who are none. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery

TITLE = "COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
PRESENTS = ("Étaient présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nAbsents : Mme Anne GRISOL, M. Jean MOREL.\n")
REST = ("Objet : Achat d'un pré\nVu le code général des collectivités territoriales ;\nLe conseil, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter "
        "le pré.\nPour extrait conforme, le Maire, Paul ARBEL\n")


def s(*who):
    return {"seance.secretaires": "; ".join(who) or "-"}


def p(who="-"):
    return {"seance.president": who}


LEA, LUC, ZOE, PAUL = "Léa DORVAL", "Luc VIAL", "Zoé ROUX", "Paul ARBEL"
SECRETARIES = [
    ("Secrétaire de séance : Mme Léa DORVAL\n", s(LEA)),
    ("Secrétaire de séance : Léa DORVAL.\n", s(LEA)),
    ("SECRÉTAIRE DE SÉANCE : DORVAL Léa\n", s("DORVAL Léa")),
    ("Secrétaire : Mme DORVAL\n", s("DORVAL")),
    ("Secrétaire de séance\nMme Léa DORVAL\n", s(LEA)),
    ("Secrétaires de séance : Mme Léa DORVAL et M. Luc VIAL\n", s(LEA, LUC)),
    ("Secrétaires de séance : Mme Léa DORVAL, M. Luc VIAL\n", s(LEA, LUC)),
    ("Mme Léa DORVAL a été désignée secrétaire de séance.\n", s(LEA)),
    ("Léa DORVAL est désignée, à l'unanimité des membres, pour remplir la fonction de secrétaire de séance.\n", s(LEA)),
    ("Madame Léa DORVAL a été élue secrétaire.\n", s(LEA)),
    ("Léa DORVAL est nommée secrétaire de séance.\n", s(LEA)),
    ("A été nommée secrétaire : Mme Léa DORVAL\n", s(LEA)),
    ("A été élu secrétaire de séance : M. Luc VIAL.\n", s(LUC)),
    ("Mme Léa DORVAL est désignée en qualité de secrétaire de séance.\n", s(LEA)),
    ("Mme Léa DORVAL est désignée comme secrétaire de séance.\n", s(LEA)),
    ("Mme Léa DORVAL a été désignée pour remplir les fonctions de secrétaire de séance.\n", s(LEA)),
    ("Mme Léa DORVAL, ayant obtenu la majorité des suffrages, a été désignée pour remplir ces fonctions qu'elle a acceptées de secrétaire.\n", {"seance.secretaires": "?" + LEA}),
    ("Suivant l’article L. 2121-15 du code général des collectivités territoriales, on a procédé à l’élection d’un secrétaire, choisi dans le "
     "conseil. Mme Léa DORVAL, ayant obtenu la majorité des suffrages, a été désignée pour remplir ces fonctions qu’elle a acceptées.\n", s(LEA)),
    ("Conformément à l'article L. 2121-15 du CGCT, le conseil municipal nomme M. Luc VIAL secrétaire de séance.\n", s(LUC)),
    ("Le conseil municipal désigne, à l'unanimité, Mme Zoé ROUX secrétaire de séance.\n", s(ZOE)),
    ("Le conseil municipal a choisi pour secrétaire Mme Zoé ROUX.\n", s(ZOE)),
    ("Le conseil a désigné Mme Zoé ROUX pour assurer le secrétariat de la séance.\n", s(ZOE)),
    ("Le secrétariat de séance est assuré par M. Luc VIAL.\n", s(LUC)),
    ("Le secrétariat a été assuré par M. Luc VIAL.\n", s(LUC)),
    ("Les fonctions de secrétaire de séance ont été remplies par Mme Zoé ROUX.\n", s(ZOE)),
    ("Mme Zoé ROUX assure le secrétariat de séance.\n", {"seance.secretaires": "?" + ZOE}),
    ("M. Luc VIAL remplit les fonctions de secrétaire de séance.\n", {"seance.secretaires": "?" + LUC}),
    ("Il est procédé à la désignation du secrétaire de séance : M. Luc VIAL est désigné.\n", s(LUC)),
    ("Désignation du secrétaire de séance : M. Luc VIAL\n", s(LUC)),
    ("Est désignée secrétaire de séance Mme Zoé ROUX\n", s(ZOE)),
    ("Secrétaire de séance : Mme Zoé ROUX, conseillère municipale\n", s(ZOE)),
    ("Secrétaire de séance : M. Luc VIAL, assisté de Mme Julie BRUN, directrice générale des services\n", s(LUC)),
    ("Secrétaire de séance : M. Luc VIAL - Secrétaire auxiliaire : Mme Julie BRUN\n", s(LUC)),
    ("Secrétaire de séance : M. Luc VIAL\nSecrétaire adjointe : Mme Julie BRUN\n", s(LUC)),
    ("Mme Julie BRUN, secrétaire de mairie, assiste à la séance. Mme Zoé ROUX est élue secrétaire de séance.\n", s(ZOE)),
    ("Mme Julie BRUN, secrétaire générale, assiste à la séance.\n", s()),
    ("Mme Julie BRUN est nommée secrétaire auxiliaire.\n", s()),
    ("Secrétaire de séance :\n", s()),
    ("Secrétaire de séance : désigné à l'unanimité\n", s()),
    ("M. le Maire propose M. Luc VIAL comme secrétaire de séance. Cette proposition est adoptée.\n", {"seance.secretaires": "?" + LUC}),
    ("Monsieur le Maire propose de désigner Mme Zoé ROUX en qualité de secrétaire de séance.\n", {"seance.secretaires": "?" + ZOE}),
    ("A l'ouverture de la séance, M. le Maire fait procéder à la désignation du secrétaire : Mme Zoé ROUX est désignée à l'unanimité.\n", s(ZOE)),
    ("Mme Zoé ROUX (secrétaire de séance)\n", s(ZOE)),
    ("Secrétaire de la séance : Zoé ROUX\n", s(ZOE)),
    ("Secrétaire élue : Mme Zoé ROUX\n", s(ZOE)),
    ("Élu secrétaire : M. Luc VIAL\n", s(LUC)),
    ("M. Luc VIAL est élu secrétaire de séance à l'unanimité.\n", s(LUC)),
    ("Monsieur Luc VIAL a été nommé secrétaire de séance, Mme Julie BRUN secrétaire auxiliaire.\n", s(LUC)),
    ("Le Président de séance : Paul ARBEL La secrétaire de séance : Léa DORVAL\n", s(LEA)),
    ("M. Luc VIAL s'est porté candidat pour remplir les fonctions de secrétaire de séance. Il est désigné à l'unanimité.\n", {"seance.secretaires": "?" + LUC}),
    ("Nomination d'un secrétaire de séance : le conseil municipal nomme Luc VIAL.\n", s(LUC)),
    ("Secrétaire de séance : le benjamin de l'assemblée, M. Luc VIAL\n", {"seance.secretaires": "?" + LUC}),
    ("Secrétaire de séance : Luc VIAL - Site du Moulin - Bilan de l'année\n", {"seance.secretaires": "?" + LUC}),
    ("Secrétaire de séance : Mme DORVAL - PETIT Anne\n", {"seance.secretaires": "?DORVAL PETIT Anne"}),
    ("SECRÉTAIRE DE SÉANCE : Mme DORVAL - PETIT Anne - Marie Ordre du jour : - Budget\n", {"seance.secretaires": "?DORVAL PETIT Anne Marie"}),
    ("Secrétaire de séance : Luc VIAL Assistait également : Julie BRUN, secrétaire de mairie\n", s(LUC)),
    ("Nomination d'un secrétaire de séance.\nLe conseil municipal, après en avoir délibéré,\n- DÉSIGNE M. VIAL Luc, secrétaire de séance.\n", s("VIAL Luc")),
    ("Désignation d'un secrétaire de séance. Le conseil DÉSIGNE Mme Zoé ROUX comme secrétaire de séance.\n", s(ZOE)),
    ("Monsieur ARBEL propose la candidature de Mme Zoé ROUX, conseillère municipale, comme secrétaire de séance, qui est acceptée par tous.\n", s(ZOE)),
    ("La candidature de M. Luc VIAL comme secrétaire de séance est acceptée.\n", s(LUC)),
    ("M. Luc VIAL, candidat, est désigné secrétaire de séance.\n", s(LUC)),
    ("Le Président désigne avec son accord Luc VIAL secrétaire de séance.\n", s(LUC)),
    ("Mme Zoé ROUX est désignée, avec son accord, secrétaire de séance.\n", s(ZOE)),
    ("Mme Zoé ROUX est désignée avec son accord en qualité de secrétaire de séance.\n", s(ZOE)),
    ("Est désigné avec son accord en qualité de secrétaire de séance : Luc VIAL.\n", s(LUC)),
    ("Sont nommés, avec leur accord, secrétaire et secrétaire adjoint de séance : Luc VIAL et Zoé ROUX.\n", s(LUC)),
    ("Secrétaire de séance et secrétaire auxiliaire : M. Luc VIAL et Mme Julie BRUN\n", s("?" + LUC)),
    ("Secrétaires de séance : L. VIAL, Z. ROUX.\n", s("L. VIAL", "Z. ROUX")),
    ("Secrétaires de séance : Luc VIAL, Zoé ROUX.\n", s(LUC, ZOE)),
    ("Secrétaire de séance :\n\nMme BRUN Julie – Directrice Générale des Services\n", s("BRUN Julie")),
    ("Secrétaire de séance : Mme BRUN Julie, directrice générale des services\n", s("BRUN Julie")),
    ("Secrétaire de séance : M. Luc VIAL - 3e adjoint\n", s(LUC)),
    ("Secrétaire de séance : Mme BRUN Julie.\n\n", s("BRUN Julie")),
    ("Je propose de désigner, selon notre usage, la plus jeune parmi nous, madame Roux comme secrétaire de séance. Adopté à l'unanimité.\n", s("Roux")),
    ("M. le Maire : Nous commençons par la désignation du secrétaire de séance, Madame Roux ? Madame Roux : Oui, volontiers.\n", s("?Roux")),
    ("Passons au vote pour l'élection de la secrétaire de séance. Je vous propose la candidature de Mademoiselle Zoé ROUX. Une opposition ?\n", s(ZOE)),
    ("Sur proposition du maire, Mme Zoé ROUX est désignée à l'unanimité secrétaire de séance.\n", s(ZOE)),
    ("Secrétaire de séance désignée : Mme Zoé ROUX\n", s(ZOE)),
    ("Secrétaire désigné : M. Luc VIAL\n", s(LUC)),
    ("Désigné(e) secrétaire de séance : M. Luc VIAL\n", s(LUC)),
    ("A été désigné(e) comme secrétaire de séance : M. Luc VIAL\n", s(LUC)),
    ("Le secrétaire de séance est M. Luc VIAL.\n", s(LUC)),
    ("Le conseil élit M. Luc VIAL secrétaire de séance.\n", s(LUC)),
    ("ÉLIT Mme Zoé ROUX secrétaire de séance\n", s(ZOE)),
    ("Mme Zoé ROUX se propose comme secrétaire de séance. Accord du conseil.\n", s("?" + ZOE)),
    ("Mme Zoé ROUX accepte d'être secrétaire de séance.\n", s("?" + ZOE)),
    ("Mme Zoé ROUX, la plus jeune, est nommée secrétaire de séance.\n", s(ZOE)),
    ("Mme Zoé ROUX, benjamine du conseil, a été désignée pour assurer le secrétariat de séance.\n", s(ZOE)),
    ("Mme Zoé ROUX est désignée en tant que secrétaire de séance, fonction qu'elle accepte.\n", s(ZOE)),
    ("A été nommée secrétaire de séance, Mme Zoé ROUX.\n", s(ZOE)),
    ("Secrétaire de séance : Mme Zoé ROUX, élue à l'unanimité\n", s(ZOE)),
    ("Secrétaire de séance : Mme Zoé ROUX a été nommée secrétaire de séance.\n", s(ZOE)),
    ("Secrétaire de séance : Zoé ROUX 1. Approbation du procès-verbal\n", s(ZOE)),
    ("Secrétaire de séance : Zoé ROUX\n1 - APPROBATION DU PROCES-VERBAL\n", s(ZOE)),
    ("Secrétaire de séance : Zoé ROUX I. APPROBATION DU PROCES-VERBAL\n", s(ZOE)),
    ("Secrétaire de séance : Mme Zoé ROUX Date de la convocation : 5 mars 2024\n", s(ZOE)),
    ("Mme Zoé ROUX et M. Luc VIAL ont été désignés secrétaires de séance.\n", s(ZOE, LUC)),
    ("Mme Zoé ROUX et M. Luc VIAL sont désignés en qualité de secrétaires.\n", s("?" + ZOE, LUC)),
    ("M. Luc VIAL est secrétaire de séance.\n", s(LUC)),
    ("M. Luc VIAL, est désigné comme secrétaire de séance en application de l'article L. 2121-15 du CGCT.\n", s(LUC)),
    ("Le Maire propose de nommer M. Luc VIAL secrétaire de séance.\n", s(LUC)),
    ("Monsieur le Maire nomme secrétaire de séance M. Luc VIAL.\n", s(LUC)),
    ("Monsieur Luc VIAL a été désigné à l'unanimité par le conseil municipal secrétaire de séance.\n", s("?" + LUC)),
    ("M. Luc VIAL est désigné secrétaire de séance par le conseil municipal, assisté de Mme Julie BRUN, secrétaire générale.\n", s(LUC)),
    ("Le secrétariat a été assuré par : M. Luc VIAL\n", s(LUC)),
    ("Secrétariat de séance : Madame Zoé ROUX\n", s(ZOE)),
    ("Secrétariat : Madame Zoé ROUX\n", s("?" + ZOE)),
    ("Secrétaire de Séance: M.VIAL Luc\n", s("VIAL Luc")),
    ("En conformité avec l'article L. 2541-6 du CGCT, le conseil désigne Mme Julie BRUN, secrétaire de mairie, comme secrétaire de séance.\n", s("?Julie BRUN")),
]
MET = "L'an deux mille vingt-quatre, le douze mars à dix-neuf heures, le conseil municipal, légalement convoqué, s'est réuni à la mairie"
PRESIDENTS = [
    (MET + " sous la présidence de M. Paul ARBEL, Maire.\n", p(PAUL)),
    (MET + " sous la présidence de Monsieur le Maire, Paul ARBEL.\n", p(PAUL)),
    (MET + " sous la présidence de Monsieur Paul ARBEL.\n", p(PAUL)),
    (MET + " sous la présidence de Paul ARBEL, Maire de Valbrise.\n", p(PAUL)),
    (MET + " sous la présidence de Mme DORVAL Léa, première adjointe, en l'absence du maire.\n", p("DORVAL Léa")),
    (MET + " sous la présidence de Mme Léa DORVAL, 1ère adjointe, M. Paul ARBEL, Maire, étant empêché.\n", p(LEA)),
    (MET + " sous la présidence du Maire, M. Paul ARBEL.\n", p(PAUL)),
    (MET + " sous la présidence de M. le Maire.\n", p()),
    (MET + " sous la présidence du Maire.\n", p()),
    (MET + ", sur la convocation de M. Paul ARBEL, Maire, et sous sa présidence.\n", p("?" + PAUL)),
    ("L'an deux mille vingt-quatre, le douze mars, les membres du conseil municipal, convoqués par M. Paul ARBEL, Maire, se sont réunis sous sa présidence.\n", p(PAUL)),
    ("Présidence de M. Paul ARBEL, Maire\n", p(PAUL)),
    ("Présidence : M. Paul ARBEL\n", p(PAUL)),
    ("Présidence : M. ARBEL, Maire\n", p("ARBEL")),
    ("Président : Paul ARBEL\n", p(PAUL)),
    ("Président de séance : M. Paul ARBEL\n", p(PAUL)),
    ("PRÉSIDENT DE SÉANCE : ARBEL Paul\n", p("ARBEL Paul")),
    ("La séance est présidée par M. Paul ARBEL, Maire.\n", p(PAUL)),
    ("Réunion présidée par Mme Léa DORVAL, adjointe au maire.\n", p(LEA)),
    ("La séance est ouverte à 19h sous la présidence de M. Paul ARBEL.\n", p(PAUL)),
    ("M. Paul ARBEL, Maire, préside la séance.\n", p(PAUL)),
    ("M. Paul ARBEL, Maire, ouvre la séance à 19h00.\n", p(PAUL)),
    ("M. Paul ARBEL, Maire, salue les élus et ouvre la séance à 19h00.\n", p(PAUL)),
    ("Paul ARBEL, Maire, constate que le quorum est atteint.\n", p(PAUL)),
    ("Le conseil s'est réuni en séance ouverte par son maire, M. ARBEL.\n", p("ARBEL")),
    ("M. le Maire ouvre la séance à 19h00.\n", p()),
    ("M. Luc VIAL, secrétaire, constate que le quorum est atteint.\n", p()),
    ("Sous la présidence de M. Paul ARBEL, Maire,\nétaient présents : Mme Zoé ROUX, M. Luc VIAL\n", p(PAUL)),
    (MET + " sous la présidence de M. Paul ARBEL. Pour le vote du compte administratif, le conseil siège sous la présidence de Mme Léa DORVAL.\n", p("?" + PAUL)),
    (MET + " sous la présidence de Madame Léa DORVAL-PETIT, Maire.\n", p("Léa DORVAL-PETIT")),
    (MET + " sous la présidence de Mme Léa DE LA TOUR, Maire.\n", p("Léa DE LA TOUR")),
    (MET + " sous la présidence de M. Jean-Paul D'ARBEL, Maire.\n", p("Jean-Paul D'ARBEL")),
    (MET + " sous la présidence de son maire en exercice, M. Paul ARBEL.\n", p("?" + PAUL)),
    (MET + " sous la Présidence de Monsieur ARBEL Paul, Maire\n", p("ARBEL Paul")),
    ("Le comité syndical s'est réuni sous la présidence de M. Paul ARBEL, Président du syndicat.\n", p(PAUL)),
    ("Le conseil communautaire s'est réuni sous la présidence de M. le Président Paul ARBEL.\n", p(PAUL)),
    ("La Commission permanente s'est réunie sous la présidence de M. Paul ARBEL, Vice-Président, en remplacement de Mme Léa DORVAL, Présidente.\n", p(PAUL)),
    (MET + " en présence de M. Jean LENOIR, président de l'association des riverains.\n", p()),
]

Secretaries = battery(SECRETARIES, lambda form: TITLE + PRESENTS + form + REST)
SecretariesBeforeTheList = battery(SECRETARIES, lambda form: TITLE + form + PRESENTS + REST)
Presidents = battery(PRESIDENTS, lambda form: TITLE + form + PRESENTS.replace("Paul ARBEL, ", "Odilon PETIT, ") + REST)

if __name__ == "__main__":
    unittest.main()
