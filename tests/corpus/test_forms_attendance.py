#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Attendance: what stands in a heading, how a proxy is told, what ends a list, and texts that only look like these. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery, l
from test_heads import OPENING, REST

FOUR = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
TWO = "Anne GRISOL; Jean MOREL"
BOTH = "Anne GRISOL > Léa DORVAL; Jean MOREL > Luc VIAL"
NAMES = "Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n"
PRESENTS = "Présents : " + NAMES
HEADINGS = [
    # of whom, when, where
    ("Membres du conseil municipal présents : " + NAMES + "Membre du conseil municipal excusé : Jean MOREL\n"
     "Membre du conseil municipal ayant donné procuration : Anne GRISOL à Léa DORVAL\n", l(FOUR, TWO, "Anne GRISOL > Léa DORVAL")),
    ("Conseillers en exercice présents : " + NAMES + "Conseillers absents non représentés : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Étaient présents à l'appel de leur nom : " + NAMES + "N'ont pas répondu à l'appel : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Étaient présents à l'ouverture de la séance (19 h) : " + NAMES + "Excusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Étaient présents à 19h30 : " + NAMES + "Excusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Présents dans la salle : Paul ARBEL, Léa DORVAL\nPrésents en visioconférence : Luc VIAL, Zoé ROUX\nAbsent : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Administrateurs présents : M. Paul ARBEL, Mme Léa DORVAL, vice-présidente, M. Luc VIAL, Mme Zoé ROUX, administrateurs\nAdministrateur absent : M. Jean MOREL\n"
     "Administratrice ayant donné pouvoir : Mme Anne GRISOL à Mme Léa DORVAL\n", l(FOUR, TWO, "Anne GRISOL > Léa DORVAL")),
    ("Membres élus présents : M. Paul ARBEL, Mme Léa DORVAL\nMembres nommés présents : M. Luc VIAL, Mme Zoé ROUX\nMembres excusés : Mme Anne GRISOL\n",
     l(FOUR, "Anne GRISOL")),
    (PRESENTS + "Ont donné pouvoir de voter en leur nom, en application de l'article L. 2121-20 du code : Mme Anne GRISOL à Mme Léa DORVAL, M. Jean MOREL à "
     "M. Luc VIAL.\n", l(FOUR, TWO, BOTH)),
    ("Titulaires présents : Paul ARBEL, Léa DORVAL, Luc VIAL\nMembre suppléant présent : Zoé ROUX\nExcusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Titulaires présents : " + NAMES + "Titulaires absents : Anne GRISOL, Jean MOREL\nSuppléants présents dotés du droit de vote :\nTitulaires représentés : "
     "Ida LORME (procuration à Luc VIAL)\n", l(FOUR, TWO + "; Ida LORME", "Ida LORME > Luc VIAL")),
    (PRESENTS + "Absents : Jean MOREL\nArrivée en cours de séance (1) : Ida LORME (à partir du point 4)\n", l(FOUR + "; Ida LORME", "Jean MOREL")),
    (PRESENTS + "Avait donné procuration : Mme Anne GRISOL à Mme Zoé ROUX.\nAbsent non excusé : M. Jean MOREL.\n", l(FOUR, TWO, "Anne GRISOL > Zoé ROUX")),
    (PRESENTS + "Étaient absents mais représentés : Anne GRISOL par Léa DORVAL, Jean MOREL par Luc VIAL\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + "Conseillers absents ayant donné pouvoir à un autre élu : Anne GRISOL à Léa DORVAL, Jean MOREL à Luc VIAL\n", l(FOUR, TWO, BOTH)),
    ("Présents : Paul ARBEL, Léa DORVAL (secrétaire), Luc VIAL, Zoé ROUX (secrétaire de séance).\nAbsent : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Étant présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX ;\nÉtant représentée : Mme Anne GRISOL, par Mme Léa DORVAL ;\nÉtant absent : M. Jean MOREL ;\n",
     l(FOUR, TWO, "Anne GRISOL > Léa DORVAL")),
    (PRESENTS + "Étant absente : Mme Anne GRISOL.\n", l(FOUR, "Anne GRISOL")),
    ("Présents : ARBEL Paul, DORVAL Léa, VIAL Luc (suppléant de MOREL Ben), ROUX Ben.\nExcusés : GRISOL Anne, MOREL Ben.\n", l("ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Ben", "GRISOL Anne; MOREL Ben")),
    # headings of others
    (PRESENTS + "Absents : Anne GRISOL (pouvoir à Léa DORVAL)\nÉgalement présents : Guy BRUN, directeur ; Ida LORME, agent\n", l(FOUR, "Anne GRISOL", "Anne GRISOL > Léa DORVAL")),
    (PRESENTS + "Excusés : Jean MOREL\nRetardés : Ida LORME\n", l(FOUR, "?Jean MOREL")),
    (PRESENTS + "Presse : Ida LORME\nExcusés : Jean MOREL\n", l("?" + FOUR, "Jean MOREL")),
    # there without a vote
    ("Présents avec voix délibérative : " + NAMES + "Présents avec voix consultative : Guy BRUN, Ida LORME\nExcusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Titulaires présents : " + NAMES + "Suppléants présents sans voix délibérative : Guy BRUN\nExcusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Présents à titre consultatif : Guy BRUN, Ida LORME\nExcusé : Jean MOREL\n", l("-")),
    # sentences
    ("Le vote a lieu à l'unanimité des membres du conseil municipal présents : Paul ARBEL, Luc VIAL.\n", l("-Paul ARBEL; Luc VIAL")),
    ("Les membres du conseil municipal présents sont d'accord, dont Paul ARBEL, Luc VIAL.\n", l("-")),
]
ABSENTS = "Absents excusés : Mme Anne GRISOL, M. Jean MOREL\n"
PROXIES = [
    # what the proxy is for
    (PRESENTS + "Pouvoirs : Mme Anne GRISOL donne pouvoir à Mme Léa DORVAL pour la représenter et voter en son nom ; M. Jean MOREL donne pouvoir à "
     "M. Luc VIAL afin de voter en son nom\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + "Absents : M. Jean MOREL a donné pouvoir à M. Luc VIAL pour voter en son nom, Mme Anne GRISOL a donné pouvoir à Mme Léa DORVAL pour voter en son nom\n",
     l(FOUR, TWO, BOTH)),
    (PRESENTS + "M. le Maire lit les excuses de Mme GRISOL qui donne pouvoir à Mme DORVAL pour voter en ses lieux, de M. MOREL pour M. VIAL.\n",
     l(FOUR, "GRISOL; MOREL", "GRISOL > DORVAL; MOREL > VIAL")),
    # who gives, who holds, in other words
    (PRESENTS + "Absente : Mme Anne GRISOL, laquelle a donné pouvoir à Mme Léa DORVAL\nAbsent : M. Jean MOREL, lequel a donné procuration à M. Luc VIAL\n",
     l(FOUR, TWO, BOTH)),
    (PRESENTS + "Représentés :\nMme Anne GRISOL a délégué son droit de vote à Mme Léa DORVAL\nM. Jean MOREL a délégué son droit de vote à M. Luc VIAL\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + "Procurations : Anne GRISOL en faveur de Léa DORVAL, Jean MOREL au profit de Luc VIAL\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + "Excusés : Anne GRISOL (mandataire : Léa DORVAL), Jean MOREL (proc. à Luc VIAL)\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + "Excusés avec pouvoir : Anne GRISOL > Léa DORVAL, Jean MOREL > Luc VIAL\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + "Pouvoirs :\nDe Mme Anne GRISOL à Mme Léa DORVAL\nDe M. Jean MOREL à M. Luc VIAL\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + "Procurations : Mme Anne GRISOL a donné procuration A m Luc VIAL, M. Jean MOREL a donné procuration A Mme Léa DORVAL\n",
     l(FOUR, TWO, "Anne GRISOL > Luc VIAL; Jean MOREL > Léa DORVAL")),
    (PRESENTS + "Pouvoirs : M. VIAL détient le pouvoir de M. MOREL ; Mme DORVAL détient le pouvoir de Mme GRISOL\nAbsents : M. MOREL, Mme GRISOL\n",
     l(FOUR, "GRISOL; MOREL", "GRISOL > DORVAL; MOREL > VIAL")),
    (PRESENTS + ABSENTS + "Mme DORVAL a reçu pouvoir de Mme GRISOL. M. VIAL a reçu pouvoir de M. MOREL.\n", l(FOUR, TWO, "GRISOL > DORVAL; MOREL > VIAL")),
    ("Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nM. VIAL a reçu pouvoir de M. MOREL.\n", l(FOUR, None, "MOREL > VIAL")),
    (PRESENTS + "Absents : Mme Anne GRISOL, qui n'a pas donné pouvoir, M. Jean MOREL (pouvoir à Luc VIAL)\n", l(FOUR, "?" + TWO, "?Jean MOREL > Luc VIAL")),
    # "pour": who is present holds it
    (PRESENTS + ABSENTS + "Pouvoirs : Mme Léa DORVAL pour Mme Anne GRISOL, M. Luc VIAL pour M. Jean MOREL\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + ABSENTS + "Pouvoirs : Mme Anne GRISOL pour Mme Léa DORVAL, M. Jean MOREL pour M. Luc VIAL\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + ABSENTS + "Pouvoirs : 2 Léa DORVAL (pour Anne GRISOL), Luc VIAL (pour Jean MOREL)\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + ABSENTS + "Porteurs de pouvoirs : Mme DORVAL pour Mme GRISOL, M. VIAL pour M. MOREL\n", l(FOUR, TWO, "GRISOL > DORVAL; MOREL > VIAL")),
    # … and where both are, or neither is, nobody knows
    (PRESENTS + "Pouvoirs : Mme Léa DORVAL pour Mme Zoé ROUX\n", l(FOUR, "-", "-")),
    (PRESENTS + "Pouvoirs : Mme Anne GRISOL pour M. Jean MOREL\n", l(FOUR, "-", "-")),
    (PRESENTS + "Porteurs de pouvoirs : Mme Léa DORVAL, M. Luc VIAL\n", l(FOUR, "-Léa DORVAL; Luc VIAL", "-")),
    (PRESENTS + "Pouvoirs : Mme Anne GRISOL pour TOURNELLE\n", l(FOUR, None, "-")),
    # a name alone in brackets: a holder, when he is there
    (PRESENTS + "Absents représentés : Mme Anne Grisol (Léa Dorval), M. Jean Morel (Luc Vial).\n", l(FOUR, TWO, BOTH)),
    (PRESENTS + "Absents excusés et représentés : Anne GRISOL (Léa DORVAL), Jean MOREL (Luc VIAL)\nAbsent : Odile PETIT\n", l(FOUR, TWO + "; Odile PETIT", BOTH)),
    (PRESENTS + "Absents représentés : Anne GRISOL (Val Dorval), Jean MOREL (Luc VIAL)\n", l(FOUR, "?" + TWO, "-")),
    (PRESENTS + "Absents : Anne GRISOL (Léa DORVAL), Jean MOREL\n", l(FOUR, "?" + TWO, "-")),
]

NAMES_IN = [
    # a PDF sets raised letters apart
    ("Présents : M. Paul ARBEL, M me Léa DORVAL, M. Luc VIAL, M me Zoé ROUX.\nAbsents : M me Anne GRISOL (pouvoir à M. Luc VIAL), M lle Odile PETIT.\n",
     l(FOUR, "Anne GRISOL; Odile PETIT", "Anne GRISOL > Luc VIAL")),
    ("Présents : M mes DORVAL, ROUX, MM. ARBEL, VIAL\nAbsente : M me GRISOL\n", l("DORVAL; ROUX; ARBEL; VIAL", "GRISOL")),
    # a second capital forgotten, and what is no second name
    ("Présents : Paul Arbel, Léa Dorval-lorme, Luc Vial, Jean-marc Roux\nAbsents : Anne Grisol-petit, Jean Morel\n",
     l("Paul Arbel; Léa Dorval-lorme; Luc Vial; Jean-marc Roux", "Anne Grisol-petit; Jean Morel")),
    ("Présents : Paul Arbel-maire, Léa Dorval-adjointe, Luc Vial, Zoé Roux\n", l("?Paul Arbel; Léa Dorval; Luc Vial; Zoé Roux")),
    # an initial on the wrong side of its dot
    ("Présents : ARBEL P. – DORVAL L. – VIAL.L – ROUX Z. – BRUN G. – LORME J.I.\nAbsents : GRISOL A. – MOREL.J\n",
     l("ARBEL P; DORVAL L; VIAL L; ROUX Z; BRUN G; LORME J.I", "GRISOL A; MOREL J")),
    ("Présents : ARBEL, VI.L, ROUX, DORVAL, BRUN\n", l("-")),
    ("Présents : ARBEL. VIAL. L ROUX. DORVAL. BRUN.\n", l("-")),
    # a dash close to a name, then a civility
    ("Présents : MM. ARBEL Paul – VIAL Luc - BRUN Jean- Mmes DORVAL Léa- ROUX Zoé\nAbsents : GRISOL Anne – MOREL Jean\n",
     l("Paul ARBEL; Luc VIAL; Jean BRUN; Léa DORVAL; Zoé ROUX", TWO)),
    # a double name whose dash stands between spaces, where the lists before it have full names
    ("Présents :\n" + NAMES.strip() + ", Guy BRUN, Ida LORME\nAbsents :\nAnne GRISOL – PETIT\n", l(FOUR + "; Guy BRUN; Ida LORME", "Anne GRISOL PETIT")),
    ("Présents : ARBEL, DORVAL, VIAL, ROUX\nAbsents : Anne GRISOL – PETIT\n", l(None, "-Anne GRISOL; PETIT")),
    ("Présents : ARBEL P, DORVAL L, VIAL L, ROUX Z, BRUN M\nPouvoirs : GRISOL A à VIAL L, MOREL J à BRUN M. Secrétaire de séance : ARBEL P\n",
     l("ARBEL P; DORVAL L; VIAL L; ROUX Z; BRUN M", "GRISOL A; MOREL J", "GRISOL A > VIAL L; MOREL J > BRUN M")),
    # surnames, first names and communes that only commas part
    ("Présents : ARBEL, Paul ; DORVAL, Léa ; VIAL, Luc ; ROUX, Zoé\nAbsents : GRISOL, Anne ; MOREL, Jean\n", l("-", "-")),
    ("Présents : ARBEL, Brisse ; DORVAL, Orval ; VIAL, Tournelle ; ROUX, Ramel\n", l("-")),
]

TITLED = "Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX\n"
AWAY = "Absents : M. Jean MOREL, Mme Anne GRISOL\n"
ENDS = [
    # a sentence behind the list, whoever it names
    (TITLED + AWAY + "M. Luc VIAL quitte la séance à 20h10.\n", l(None, TWO)),
    (TITLED + AWAY + "Monsieur Paul ARBEL ouvre la séance à vingt heures et remercie M. Luc VIAL, Mme Zoé ROUX de leur présence.\n", l(FOUR, TWO)),
    (TITLED + AWAY + "\nMonsieur Luc VIAL ne vote pas le point n° 4. Monsieur Luc VIAL et Mme Zoé ROUX ne votent pas le point n° 5.\n", l(FOUR, TWO)),
    ("Présents : P. ARBEL, L. DORVAL, L. VIAL, Z. ROUX\nAbsents : J. MOREL, A. GRISOL\n\nP. ARBEL déclare ouverte la séance, et O. PETIT est nommée secrétaire.\n",
     l("P. ARBEL; L. DORVAL; L. VIAL; Z. ROUX", "J. MOREL; A. GRISOL")),
    (TITLED + AWAY + "Le Maire, M. Paul ARBEL, constate que le quorum est atteint.\n", l(FOUR, TWO)),
    (TITLED + "Pouvoirs :\nM. Jean MOREL donne pouvoir à M. Luc VIAL\nMme Anne GRISOL donne pouvoir à Mme Zoé ROUX\n\nLe Président, Monsieur Paul ARBEL, ouvre la séance à 20 h.\n",
     l(FOUR, TWO, "Jean MOREL > Luc VIAL; Anne GRISOL > Zoé ROUX")),
    # … but the list goes on behind it
    (TITLED + "Absents : M. Jean MOREL\nLe Maire, M. Paul ARBEL, constate le quorum.\nM. Odilon PETIT, Mme Ida LORME\n", l(None, "-")),
    (TITLED + "Absents : M. Jean MOREL,\nLe Maire, M. Paul ARBEL,\nMme Anne GRISOL\n", l(None, "-")),
    (TITLED + "Absents : M. Jean MOREL\nMme Anne GRISOL fait partie de la commission.\nM. Odilon PETIT, Mme Ida LORME\n", l(None, "-")),
]

GROUPS = [
    # the bodies whose delegates they are
    ("Présents :\nCC du Val de Brise : MM. Luc VIAL et Paul ARBEL\nCC de la Lorne : Mmes Léa DORVAL et Zoé ROUX\nExcusés :\nCC de la Lorne : M. Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Présents :\nCollège des communes : Luc VIAL, Paul ARBEL\nCollège du Département : Léa DORVAL, Zoé ROUX\nExcusé : Jean MOREL\n", l(FOUR, "Jean MOREL")),
    ("Étaient présents :\nAu titre de la Communauté de communes du Val : Luc VIAL, Paul ARBEL\nAu titre du Département : Léa DORVAL, Zoé ROUX\nExcusé : Jean MOREL\n",
     l(FOUR, "Jean MOREL")),
    ("Présents : Brisse : Luc Vial / Orval : Paul Arbel / Tournelle : Léa Dorval / La Forêt : Zoé Roux\nAbsents : Anne Grisol\n", l(FOUR, "Anne GRISOL")),
    ("Absents : Luc Vial : Paul Arbel / Zoé Roux : Léa Dorval\n", l(None, "-")),
    ("Présents : M. ARBEL Paul, VIAL Luc, Mme ROUX Zoé\nPouvoirs : M. MOREL Jean, communauté de communes du Val donne procuration à M. ARBEL Paul, commune de Brisse\n",
     l("ARBEL Paul; VIAL Luc; ROUX Zoé", "MOREL Jean", "MOREL Jean > ARBEL Paul")),
    ("Présents : M. Paul Arbel, commune de Brisse Zoé Roux, commune de Ramel, M. Luc Vial, commune d'Orval\n", l("-")),
    ("Présents : Mme Léa DORVAL (CC du Val de Brise), M. Luc VIAL (Département), M. Paul ARBEL (commune de Brisse), Mme Zoé ROUX (Ramel)\n", l(FOUR)),
    # a number for each list
    ("Titulaires présents (3) : ARBEL Paul, DORVAL Léa, VIAL Luc\nSuppléants présents (1) : ROUX Zoé\nAbsents (1) : MOREL Jean\n", l(FOUR, "MOREL Jean")),
    ("Titulaires présents (3) : ARBEL Paul, DORVAL Léa, VIAL Luc\nArrivée en cours de séance (1) : ROUX Zoé\nAbsents (1) : MOREL Jean\n", l(FOUR, "MOREL Jean")),
    ("Présents (5) : ARBEL Paul, DORVAL Léa, VIAL Luc\nSuppléants présents (1) : ROUX Zoé\n", l("-" + FOUR)),
    ("4 présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\n2 absents : Anne GRISOL, Jean MOREL\n", l(FOUR, TWO)),
    # why he is absent, what she is in charge of
    (PRESENTS + "Absents : Anne GRISOL (congé maternité), Jean MOREL (raison professionnelle, pouvoir à Luc VIAL)\n", l(FOUR, TWO, "Jean MOREL > Luc VIAL")),
    ("Présents : Paul ARBEL (maire), Léa DORVAL (conseillère déléguée aux écoles), Luc VIAL, Zoé ROUX (adjointe en charge du sport)\n", l(FOUR)),
    (PRESENTS + "Absents : Anne GRISOL (remplacée ce jour par Guy BRUN), Jean MOREL\n", l(FOUR, "?" + TWO)),
    (PRESENTS + "Absents excusés : Madame : Anne GRISOL\nMonsieur : Jean MOREL\n", l(FOUR, TWO)),
]
BESIDE = [
    ("Présents : Paul ARBEL (Président), Léa DORVAL (1ère VP), Luc VIAL (2e VP), Zoé ROUX\nExcusés : Anne GRISOL (4e VP), Jean MOREL.\nAbsent : Guy BRUN\n",
     l(FOUR, TWO + "; Guy BRUN")),
    ("Présents : Paul ARBEL, Président, Léa DORVAL, 1ère VP, Luc VIAL, VP, Zoé ROUX\nExcusés : Anne GRISOL, 4e VP, Jean MOREL (3e VP délégué)\n", l(FOUR, TWO)),
    (PRESENTS + "Absents : Anne GRISOL et Jean MOREL (représentés par leurs suppléants), Guy BRUN.\n", l(FOUR, TWO + "; Guy BRUN", "-")),
    (PRESENTS + "Titulaires absents :\nAnne GRISOL ; Jean MOREL (représentés par leur suppléant)\nGuy BRUN (pouvoir Luc VIAL) ; Ida LORME\n",
     l(FOUR, TWO + "; Guy BRUN; Ida LORME", "Guy BRUN > Luc VIAL")),
    # … among those present nobody knows who came; who stands in, and for which of them
    ("Présents : Paul ARBEL, Léa DORVAL, Luc VIAL et Zoé ROUX (représentés par leurs suppléants)\n", l("-")),
    (PRESENTS + "Absents : Anne GRISOL et Jean MOREL (représentés par leurs suppléants Guy BRUN et Ida LORME)\n", l("?" + FOUR, "-", "-")),
]
EXCUSED = [
    ("S'étaient fait excuser : Anne GRISOL (délégation de vote à Léa DORVAL), Jean MOREL (jusqu'à 15 h - délégation de vote à Luc VIAL)\nPrésents : " + NAMES,
     l(FOUR, None, BOTH)),
]
IN_GROUPS = [
    (PRESENTS + "Absents : Anne GRISOL (« Un nouvel élan »), Jean MOREL (sans étiquette)\n", l(FOUR, TWO)),
    ("Présents : Paul ARBEL (« Vivre à Brise »), Léa DORVAL (non inscrite), Luc VIAL, Zoé ROUX\nAbsents : Anne GRISOL (\"Un nouvel élan\") ; Jean MOREL (non inscrit)\n", l(FOUR, TWO)),
    (PRESENTS + "Absents ayant donné pouvoir :\nGroupe « Un nouvel élan » : Anne GRISOL (à Luc VIAL), Jean MOREL (à Zoé ROUX)\nGroupe « Ensemble » : Ida LORME (à Paul ARBEL)\n"
     "Absents sans pouvoir : Guy BRUN\n", l(FOUR, TWO + "; Ida LORME; Guy BRUN", "Anne GRISOL > Luc VIAL; Jean MOREL > Zoé ROUX; Ida LORME > Paul ARBEL")),
    # … but not whoever stands beside the group, nor a group without its marks
    (PRESENTS + "Absents : Anne GRISOL (« Un nouvel élan », Ida LORME), Jean MOREL (non inscrit)\n", l(FOUR, "-", "-")),
    (PRESENTS + "Absents ayant donné pouvoir :\nGroupe Un nouvel élan Ida LORME : Anne GRISOL (à Luc VIAL)\n", l(None, "-", "-")),
]
UNHEADED = [
    # headings of which none is understood, but the last
    ("Présents\nGroupe « Ensemble » : Paul ARBEL, Léa DORVAL\nGroupe « Un nouvel élan » : Luc VIAL, Zoé ROUX\nAbsents excusés\nGroupe « Un nouvel élan » : Anne GRISOL, Jean MOREL\n"
     "Absents : Guy BRUN, Odile PETIT\n", l("?" + FOUR, "?" + TWO + "; Guy BRUN; Odile PETIT")),
]
SCANNED = [
    ("Étalent présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nÉtalent représentés (1) :\nM. Jean MOREL pouvoir à Mme Zoé ROUX\nÉtalent absents (1) :\nMme Anne GRISOL\n",
     l(FOUR, TWO, "Jean MOREL > Zoé ROUX")),
    ("Étaieut présents : Paul ARBEL, Léa DORVAL, Luc VIAL, Zoé ROUX\nÉtalent excusés : Jean MOREL et Anne GRISOL.\n", l(FOUR, TWO)),
    # … what stretches is nobody's absence
    (PRESENTS + "Les travaux s'étalent absents ou non : Jean MOREL, Anne GRISOL\n", l(None, "-")),
]


def of(whose):
    return lambda form: OPENING[whose] + form + REST


Proxies = battery(PROXIES, of("COMMUNE"))
Others = battery([(PRESENTS + "Absents représentés : Anne GRISOL (Léa DORVAL), Jean MOREL (Luc VIAL)\n", l("?" + FOUR, "?" + TWO, "-"))], of("EPCI"))
Names = battery(NAMES_IN, of("COMMUNE"))
Ends = battery(ENDS, of("COMMUNE"))
Groups = battery(GROUPS, of("SYNDICAT"))
Beside = battery(BESIDE, of("EPCI"))
Excused = battery(EXCUSED, of("DEPARTEMENT"))
Headings = battery(HEADINGS, of("COMMUNE"))
InGroups = battery(IN_GROUPS, of("COMMUNE"))
Unheaded = battery(UNHEADED, of("COMMUNE"))
Scanned = battery(SCANNED, of("COMMUNE"))

if __name__ == "__main__":
    unittest.main()
