#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Endings of votes that were once read as something else: a page's number among the voices, a vote on one article, who takes no part. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, flat, read_all
from test_forms_votes import DECIDES, OPENING, REST, v

TORN = [  # by the foot of a page, or by what stands in the margin
    (DECIDES + "APPROUVE l'achat.\nVotants : 13 Abstention : 0 Opposition : 0 Approbation :\n2\n13 2- Vente du pré.\n", v("!?13", 0, 0)),
    (DECIDES + "APPROUVE l'achat.\nAbstention : 0\nContre : 0\nPour :\n3\n13\n", v("!?13", 0, 0)),
    (DECIDES + "APPROUVE l'achat.\nAbstention : 0\nContre : 0\nPour : 13 2- Vente du pré\n", v(13, 0, 0)),
    (DECIDES + "par dix (10) voix\n2\npour et deux (2) voix contre, APPROUVE l'achat.\n", v("!?10", "?2")),
    (DECIDES + "APPROUVE l'achat.\nPour ; 12/03/2024 10\nContre ; 2\nAbstention ; 1\n", v("!?10", "?2", "?1")),
    (DECIDES + "APPROUVE l'achat.\nPour Service juridique : dix (10)\nContre : deux (2)\nAbstention : une (1)\n", v("!?10", "?2", "?1")),
    (DECIDES + "APPROUVE l'achat.\nPour Service juridique 10\nContre : 2\nAbstention : 1\n", v("!?10", "?2", "?1")),
    (DECIDES + "APPROUVE l'achat\n- 2 -\nà la majorité absolue : 10 voix pour, 3 voix contre.\n", v(10, 3, None, "?majorite")),
    (DECIDES + "décide, à l'unanimité, n° 2024 / 131 de voter à main levée. L'achat est approuvé par 5 voix pour, 2 contre.\n", v(5, 2, None, "?adopte")),
    ("Mme Anne GRAND demande un vote à bulletin secret : refusé par\n- 2 -\n5 voix contre 2.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"vote.n": "2"}),
]
# Two labels of a form: the mark of the one that was ticked is lost, or a letter.
LABELS = [
    ("Adopté à l'unanimité : a Date d'affichage du présent acte, le\nAdopté à la majorité : Voix contre : 0 Abstentions : 4\n", {"vote.formule": "-", "vote.contre": "?0", "vote.abstentions": "?4"}),
    ("Adopté à l'unanimité :\nAdopté à la majorité :\n", {"vote.formule": "-"}),
    ("Adopté à la majorité : 8 voix pour, 2 contre.\n", v(8, 2, None, "majorite")),
]
BOTH = [  # one does both, and nobody else is named
    ("M. Luc PETIT présente le rapport, puis quitte la salle au moment du vote.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"acte.deports": "Luc PETIT"}),
    ("Mme Anne GRAND expose le projet et ne prend pas part au vote.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"acte.deports": "Anne GRAND"}),
    ("M. Luc PETIT présente le projet que soutient Mme Anne GRAND et quitte la salle.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"acte.deports": "!?Luc PETIT"}),
    ("M. Luc PETIT répond à l'adjointe, puis quitte la salle.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"acte.deports": "!?Luc PETIT"}),
    ("Le géomètre entendu par M. Luc PETIT présente le plan, puis quitte la salle.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"acte.deports": "!?nobody"}),
]
NO_PART = [
    ("Ne prennent pas part au vote : M. Luc PETIT, Mme\n2\nAnne GRAND\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"acte.deports": "!?Luc PETIT; Anne GRAND"}),
    ("Ne prennent pas part au vote : M. Luc PETIT, Mme Anne\nExtrait du registre\nGRAND\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"acte.deports": "!?Luc PETIT; Anne GRAND"}),
    ("M. Luc PETIT ne participe ni aux 12/03/2024 commissions ni aux réunions de quartier.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", {"acte.deports": "-"}),
    ("M. Luc PETIT et Mme Anne GRAND n'ont pris Service juridique part ni aux discussions, ni au vote.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n",
     {"acte.deports": "!?Luc PETIT; Anne GRAND"}),
    ("2\nM. Luc PETIT et Mme Anne GRAND n'ont pris part ni aux discussions, ni au vote.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n",
     {"acte.deports": "!?Luc PETIT; Anne GRAND"}),
]
ONE = {"vote.n": "1"}
OF_A_PART = [  # one article or amendment: it is not the vote of the act, and its voices are not the act's
    (DECIDES + "par 9 voix pour et 1 contre, APPROUVE l'achat.\nM. Luc PETIT s'abstient sur l'article 3.\n", {**v(9, 1, "!?0"), **ONE}),
    (DECIDES + "à l'unanimité (M. Luc PETIT s'abstient sur l'article 3), APPROUVE l'achat.\n", {**v(None, None, "!?0", "unanimite"), **ONE}),
    (DECIDES + "adopte la convention à l'unanimité.\nM. Luc PETIT vote contre l'article 3.\n", {**v(None, "!?0", None, "unanimite"), **ONE}),
    (DECIDES + "adopte la convention à l'unanimité. Sur le chapitre 65, M. Luc PETIT s'abstient.\n", {**v(None, None, "!?0", "unanimite"), **ONE}),
    (DECIDES + "APPROUVE l'achat par 9 voix pour et 1 abstention. 2 voix contre l'amendement de M. Luc PETIT.\n", v(9, "!?0", 1)),
    (DECIDES + "à l'unanimité (M. Luc PETIT s'abstient), APPROUVE l'article 3 du bail.\n", {**v(None, None, 1, "unanimite"), **ONE}),
    ("Article 1 : 9 pour, 1 contre. Article 2 : 10 pour, 0 contre.\n" + DECIDES + "APPROUVE l'achat.\n", v(9, 1)),
]
AGAINST = [  # voices against right behind a unanimity
    ("Adopté à l'unanimité.\nVotes contre : 2 (M. PETIT, Mme GRAND)\n", {**v(None, 2, None, "unanimite"), **ONE}),
    ("Adopté à l'unanimité. Ont voté contre : 9.\n", {**v(None, 9, None, "unanimite"), **ONE}),
    (DECIDES + "adopte à l'unanimité l'achat du pré.\nContre : MM. Luc PETIT et Paul ARBEL\n", {**v(None, 2, None, "unanimite"), **ONE}),
    ("Adopté à l'unanimité.\nContre : 1\nAdopté à la majorité.\n", {**v("?0", "?0", "?0", "unanimite"), "vote.n": "2"}),
    ("Adopté à l'unanimité.\nContre : 1\nService juridique\nAdopté à la majorité.\n", v("?0", "?0", "?0", "unanimite")),
]


def n(ne_prennent_pas_part, deports, **voices):
    return {**v(**voices), "vote.ne_prennent_pas_part": ne_prennent_pas_part, "acte.deports": deports}


NPPV = [  # in the tally, with the names or the number, or both
    (DECIDES + "APPROUVE l'achat.\nPour : 9 - Contre : 0 - Abstention : 0 - NPPV : 1 (M. Luc PETIT)\n", n("1", "Luc PETIT", pour=9, contre=0, abstentions=0)),
    (DECIDES + "APPROUVE l'achat.\nPour : 8\nContre : 0\nAbstention : 0\nNe prennent pas part au vote : M. Luc PETIT, Mme Anne GRAND\n",
     n("2", "Luc PETIT; Anne GRAND", pour=8, contre=0, abstentions=0)),
    (DECIDES + "APPROUVE l'achat.\nVote : 8 pour, 0 contre, 0 abstention, 2 NPPV (M. Luc PETIT, Mme Anne GRAND)\n",
     n("2", "Luc PETIT; Anne GRAND", pour=8, contre=0, abstentions=0)),
    (DECIDES + "APPROUVE l'achat.\nPour : 8 Contre : 0 Abstention : 0 NPPV : 2 (M. Luc PETIT)\n", n("2", "!?Luc PETIT", pour=8, contre=0, abstentions=0)),
    (DECIDES + "APPROUVE l'achat.\nPour : 8 Contre : 0 Abstention : 0 N.P.P.V. : 2 (M. Luc PETIT, Mme Anne GRAND)\n",
     n("2", "Luc PETIT; Anne GRAND", pour=8, contre=0, abstentions=0)),
    (DECIDES + "APPROUVE l'achat.\nPour : 8 Contre : 0 Abstention  0 NPPV : 2 (M. Luc PETIT)\n", n("?2", "!?Luc PETIT", pour=8, contre=0)),
    (DECIDES + "APPROUVE l'achat.\nPOUR 9 - CONTRE 0 - ABST 1 - NPPV 0\n", n("0", "-", pour=9, contre=0, abstentions=1)),
    (DECIDES + "APPROUVE l'achat.\nPour : 8 Contre : 0 Abstention : 0 Non participation : 2\n", n("2", "!?Luc PETIT", pour=8, contre=0, abstentions=0)),
]


GOES_ON = [  # behind the vote, with what was voted
    ("À la majorité des votants (8 pour, 2 contre : M. PETIT, Mme GRAND), le conseil municipal approuve l'achat.\n", {**v(8, 2, None, "majorite"), **ONE}),
    ("À l'unanimité (10 voix pour), le conseil municipal approuve l'achat. Le conseil municipal approuve la vente.\n", {**v(10, formule="unanimite"), "vote.n": "2"}),
]
UNREAD = [  # what is said of voices in words that are not read is not absent
    ("Par 8 voix favorables, 1 défavorable et 1 abstention, le conseil municipal approuve l'achat.\n", v(8, "!?1", 1)),
    ("7 élus sont pour, 2 sont contre, 1 s'abstient. " + DECIDES + "APPROUVE l'achat.\n", v("!?7", "!?2", "!?1")),
    (DECIDES + "APPROUVE l'achat.\nP : 8 ; C : 1 ; A : 1\n", v("!?8", "!?1", "!?1")),
    ("Qui est contre ? 0. Qui s'abstient ? 1. Qui est pour ? 9. Adopté.\n", v("!?9", "!?0", "!?1")),
    ("Adopté à la majorité (groupe Valbrise autrement contre).\n", v(None, "!?1", None, "majorite")),
    ("Adopté à l'unanimité (avenue de la lutte contre le bruit).\n", v(None, None, None, "unanimite")),
    ("Pour : 9 – Contre : 1. Tarifs : l'amendement est repoussé par 8 voix contre 2. Adopté à l'unanimité.\n", v(9, 1)),
]
PARTS = [  # each with its own vote
    ("Article 1er – à l'unanimité\nArticle 2 – par 9 voix pour et 1 contre\n", v("?0", "?0", "?0", "?unanimite")),
    ("Chapitre 011 – par 8 voix pour et 2 contre\nChapitre 012 – à l'unanimité\n", v("?8", "?2", formule="?adopte")),
    (DECIDES + "par 9 voix pour et 1 contre, décide :\nArticle 1er : le pré est acheté.\nArticle 2 : le maire est chargé de l'exécution.\nAdopté à la majorité.\n",
     v(9, 1, formule="majorite")),
]
BEHIND_VISAS = [  # and nothing between them and the vote
    ("Contre : M. Luc PETIT\nAbstention : Mme Anne GRAND\nAdopté à la majorité.\n", v(None, 1, 1, "majorite")),
    ("9 voix pour, 1 voix contre. La délibération est adoptée.\n", v(9, 1)),
    ("Ont voté pour : MM. PETIT et ARBEL. A voté contre : Mme GRAND.\nAdopté à la majorité.\n", v(2, 1, None, "majorite")),
]

RECORDED = [  # as it was taken, then as it is recorded: one vote
    ("M. le Maire met aux voix : 12 pour, 3 contre.\nLe conseil municipal, après en avoir délibéré, approuve l'achat.\nAdopté par 12 voix pour et 3 contre.\n", {**v(12, 3, None, "adopte"), **ONE}),
    ("M. le Maire met aux voix : 12 pour, 3 contre. Le conseil municipal approuve l'achat du pré. Adopté par 12 voix pour et 3 contre.\n", {**v(12, 3, None, "adopte"), **ONE}),
    ("Résultat du vote : 12 voix pour, 3 voix contre.\n" + DECIDES + "par 12 voix pour et 3 contre, décide d'acheter le pré.\n", {**v(12, 3, None, "adopte"), **ONE}),
    ("Mme la Maire soumet l'achat au vote : 10 pour, 2 contre, 1 abstention.\n" + DECIDES + "par 10 voix pour et 2 contre, décide d'acheter le pré.\n", {**v(10, 2, 1, "adopte"), **ONE}),
    ("Le maire met au vote : 12 pour, 0 contre, 0 abstention.\nAdopté à l'unanimité par 12 voix pour.\n", {**v(12, 0, 0, "unanimite"), **ONE}),
    ("M. PETIT passe au vote : 12 pour, 3 contre.\n" + DECIDES + "à la majorité (12 voix pour, 3 voix contre), APPROUVE l'achat.\n", {**v(12, 3, None, "majorite"), **ONE}),
    ("Il est procédé au vote. Le maire met aux voix l'achat : 12 pour, 3 contre.\nLa proposition est adoptée.\nVote : 12 pour, 3 contre\n", {**v(12, 3, None, "adopte"), **ONE}),
]
NOT_RECORDED = [  # two votes
    ("L'amendement est mis aux voix : 12 pour, 3 contre. Il est adopté.\n" + DECIDES + "par 12 voix pour et 3 contre, approuve l'ensemble.\n", {"vote.n": "2"}),
    ("M. le Maire met aux voix la vente : 12 pour, 3 contre.\nM. le Maire met aux voix l'achat : 12 pour, 3 contre.\n", {"vote.n": "2"}),
    ("M. le Maire met aux voix la vente : 12 pour, 3 contre.\n" + DECIDES + "par 11 voix pour et 3 contre, décide d'acheter le pré.\n", {"vote.n": "2"}),
    ("M. le Maire met aux voix la vente : 12 pour, 3 contre. La proposition est rejetée.\nLe conseil, par 12 voix pour et 3 contre, approuve l'achat.\n", {"vote.n": "2"}),
    ("Vente : le vote donne 12 pour, 3 contre. Adoptée.\nVote du budget : 12 pour, 3 contre. Adopté.\n", {"vote.n": "2"}),
]
TITLED = [("M. le Maire met aux voix la vente : 12 pour, 3 contre.\n2. Achat d'un bois\nLe conseil, par 12 voix pour et 3 contre, approuve l'achat.\n", {"vote.n": "2"})]

ROWS = [  # of a list, each with its own vote: never one vote of them all, nor the unanimity of the row above
    ("Judo : unanimité. Contre la subvention de la Diane : 2 voix.\n", {"vote.contre": "-", "vote.n": "2"}),
    ("Adopté à l'unanimité. Contre la subvention de la Diane : 2 voix.\n", {"vote.contre": "-", "vote.n": "2"}),
    ("Judo : adopté à l'unanimité\nDiane : 2 contre\nChorale : 1 abstention\n", {"vote.contre": "-", "vote.abstentions": "-"}),
    ("Judo 200 € unanimité\nDiane 100 € 2 contre\nChorale 50 € 1 abstention\n", {"vote.contre": "-", "vote.abstentions": "-"}),
    ("Le conseil attribue : Judo 200 € : unanimité ; Diane 100 € : 2 contre ; Chorale 50 € : 1 abstention.\n", {"vote.contre": "-", "vote.abstentions": "-"}),
    ("Judo, 12 pour. Diane, 2 contre. Chorale, 1 abstention.\n", v("-", "-", "-")),
    ("Judo : 12 pour. Diane : 10 pour et 2 contre. Chorale : 1 abstention.\n", v("-", "-", "-")),
    ("Judo : 12 pour\nDiane : 2 contre\nChorale : 1 abstention\n", v("-", "-", "-")),
    ("Le conseil vote les subventions à l'unanimité. M. PETIT vote contre celle de la Diane.\n", v(None, "-", None, "unanimite")),
]
NO_ROWS = [  # who they were, how many voted, whose group
    ("Vote : 10 pour, Mme GRAND et M. PETIT : 2 contre.\n", v("?10", "?2")),
    (DECIDES + "APPROUVE l'achat. Votants : 13 : 10 pour ; 2 contre ; 1 abstention\n", v("?10", "?2", "?1")),
    (DECIDES + "APPROUVE l'achat. 10 voix pour. Opposition : 2 voix contre.\n", v("?10", "?2")),
    (DECIDES + "APPROUVE l'achat par 10 voix pour. Contre : 2. Abstention : 1.\n", v(10, 2, 1)),
    ("Adopté à l'unanimité. Votes contre : 0.\n", v(None, "?0", None, "unanimite")),
    ("Adopté à la majorité. Contre : 2 (M. PETIT, Mme GRAND).\n", v(None, 2, None, "majorite")),
]


class Rows(Battery):
    def test_forms__each_row_has_its_vote(self):
        for lines in (str, flat):
            self.check(ROWS + NO_ROWS, [lines(OPENING + form + REST) for form, _ in ROWS + NO_ROWS])

VOTANTS = [  # of the vote, where somebody left or a unanimity says so: not of the séance
    ("M. PETIT quitte la salle. Le conseil, à l'unanimité des votants (3), approuve l'achat.\n", {"votants_annonces": "-"}),
    ("Mme GRAND quitte la salle. Le conseil municipal, avec 3 votants, approuve l'achat à l'unanimité.\n", {"votants_annonces": "-"}),
    ("M. PETIT ne prend pas part au vote. Votants : 3.\n" + DECIDES + "approuve l'achat.\n", {"votants_annonces": "-"}),
    (DECIDES + "à l'unanimité des votants (3), approuve l'achat.\n", {"votants_annonces": "-"}),
    ("Votants : 4\n" + DECIDES + "approuve l'achat.\n", {"votants_annonces": "4"}),
]


class Votants(Battery):
    def test_forms__of_the_vote(self):
        for lines in (str, flat):
            self.check(VOTANTS, [lines(OPENING.rsplit("Vu le code", 1)[0] + form + REST) for form, _ in VOTANTS])

BOXES = [  # one is ticked, and which is sure
    ("Le conseil municipal approuve l'achat. ☐ à l'unanimité ☒ à la majorité\nPour : 10 Contre : 2\n", {**v(10, 2, None, "majorite"), **ONE}),
    ("Le conseil municipal approuve l'achat. Vote : ☒ unanimité ☐ majorité\n", v(formule="unanimite")),
    ("Le conseil municipal approuve l'achat. ☑ Adopté à l'unanimité\n□ Adopté à la majorité\n□ Rejeté\n", v(formule="unanimite")),
    ("Le conseil municipal approuve l'achat. ☐ à l'unanimité ✓ à la majorité\n", v(formule="majorite")),
    ("Le conseil municipal approuve l'achat. ☐ à l'unanimité ☐ à la majorité\nPour : 10 Contre : 2\n", v(10, 2, None, "-")),
    ("Le conseil municipal approuve l'achat. à l'unanimité ☐ à la majorité ☒\nPour : 10 Contre : 2\n", v(10, 2, None, "majorite")),
    ("Le conseil municipal approuve l'achat. ☒ à l'unanimité ☒ à la majorité\nPour : 10 Contre : 2\n", v(10, 2, None, "-")),
    ("Le conseil municipal retient l'offre de la scierie.\nPour : 10 Contre : 2\n", v(10, 2, None, "adopte")),
    *((f"Le conseil municipal approuve l'achat. {row}\n", v(formule="majorite")) for row in (
        "Unanimité ☐ Majorité ☒", "☐ Unanimité\n☒ Majorité", "[ ] Unanimité [x] Majorité", "Unanimité ( ) Majorité (X)", "□ Unanimité ■ Majorité", "Adopté : ☐ à l'unanimité ☒ à la majorité",
        "Adoptée à l'unanimité ☐ Adoptée à la majorité ☒ Rejetée ☐", "Unanimité⏎☐⏎Majorité⏎☒".replace("⏎", "\n"))),
    *((f"Le conseil municipal approuve l'achat. {row}\n", v(formule="unanimite")) for row in (
        "Unanimité ☒ Majorité ☐", "Unanimité [X] Majorité [ ]", "(x) Unanimité ( ) Majorité", "Unanimité oui ☒ non ☐", "Unanimité : ☒ oui ☐ non", "Unanimité : oui", "Adopté à l'unanimité : oui [x] non [ ]",
        "☒ Adoptée à l'unanimité ☐ Adoptée à la majorité ☐ Rejetée")),
    *((f"Vote du conseil municipal : {row}\nPour : 10\nContre : 2\n", v(10, 2, None, "-")) for row in (
        "Unanimité oui ☐ non ☒", "Unanimité : ☐ oui ☒ non", "Unanimité : oui [ ] non [x]", "À l'unanimité : OUI ( ) NON (X)", "Unanimité : non", "Unanimité : OUI / NON", "Unanimité ☐", "☐ Unanimité")),
    ("Après débat, l'achat est mis aux voix.\nPour : 2\nContre : 9\nAdopté ☐ Rejeté ☒\n", v(2, 9, None, "rejet")),
    ("□ À l'unanimité, le conseil approuve l'achat. □ Il charge le maire de signer.\n", v(formule="unanimite")),
    ("❑ à l'unanimité, APPROUVE l'achat,\n❑ AUTORISE le maire à signer.\n", v(formule="unanimite")),
    ("Le conseil municipal, à l'unanimité ( ), approuve l'achat.\n", v(formule="unanimite")),
]


class Boxes(Battery):
    def test_forms__ticked(self):
        for lines in (str, flat):
            self.check(BOXES, [lines(OPENING + form + REST) for form, _ in BOXES])

LETTERS = [
    (DECIDES + "APPROUVE l'achat. Votes : P : 9 C : 0 A : 1\n", v(9, 0, 1, "adopte")),
    (DECIDES + "APPROUVE l'achat. Vote : P 9 / C 0\n", v(9, 0)),
    (DECIDES + "APPROUVE l'achat.\nP : 9 - A : 1 - C : 0\n", v(9, 0, 1)),
    (DECIDES + "APPROUVE l'achat des lots : P : 9, C : 2 et A : 1.\n", v("-", "-", "-")),
    (DECIDES + "APPROUVE l'achat des lots p : 9, c : 2, a : 1.\n", v("-", "-", "-")),
    ("La commission vote : P : 9 C : 0 A : 1\n" + DECIDES + "à l'unanimité, approuve l'achat.\n", v("-", "-", "-", "unanimite")),
]
QUOTED = [
    (DECIDES + "APPROUVE l'achat par 10 voix « pour » et 2 voix « contre ».\n", v(10, 2)),
    (DECIDES + 'par 10 voix "pour", 2 "contre", 1 "abstention", APPROUVE l\'achat.\n', v(10, 2, 1)),
    ("Le conseil vote : 10 « pour », 2 « contre », 1 « abstention ».\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat par dix (10) voix « POUR », deux (2) voix « CONTRE » et une (1) « ABSTENTION ».\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat. « Pour » : 10 « Contre » : 2\n", v(10, 2)),
    (DECIDES + "APPROUVE les 12 « pour » et les 3 contre-propositions.\n", v("-", "-")),
]


class Written(Battery):
    def test_forms__letters_and_quotes(self):
        for lines in (str, flat):
            self.check(LETTERS + QUOTED, [lines(OPENING + form + REST) for form, _ in LETTERS + QUOTED])

IN_WORDS = [  # said, and not absent; or said without a number
    ("Adopté à la majorité (pour : groupe Valbrise ensemble ; contre : groupe Gauche unie).\n", v("!?8", "!?2", None, "majorite")),
    ("Pour : tous – Contre : aucun – Abstention : aucune\n", v("!?10", 0, 0)),
    ("Contre : 1 (M. PETIT) Abstentions : 2 (Mme GRAND, M. ARBEL) Pour : le reste\n", v("!?7", 1, 2)),
    ("Le conseil, à 10 contre 3, approuve l'achat.\n", v("!?10", "!?3", None, "adopte")),
    ("À l'issue du vote, 10 élus sont favorables, 3 opposés. Adopté.\n", v("!?10", "!?3", None, "adopte")),
    (DECIDES + "APPROUVE l'achat. Pour : à l'unanimité des présents et représentés\n", v(None, None, None, "unanimite")),
    (DECIDES + "APPROUVE l'achat. Pour : à l'unanimité Contre : 0 Abstention : 0\n", v(None, 0, 0, "unanimite")),
    ("À bulletins secrets, par 9 voix pour, 3 voix contre et 1 bulletin blanc, le conseil approuve l'achat.\n", {**v(9, 3, None, "adopte"), **ONE}),
]


class InWords(Battery):
    def test_forms__in_words(self):
        for lines in (str, flat):
            self.check(IN_WORDS, [lines(OPENING + form + REST) for form, _ in IN_WORDS])
        unanimous = [form for form, wanted in IN_WORDS if wanted.get("vote.formule") == "unanimite"]
        self.assertEqual([champs["vote.pour"]["statut"] for champs in read_all([OPENING + form + REST for form in unanimous])], ["absent"] * len(unanimous))

HEADED = [  # columns whose first ones prove the order
    ("Le conseil municipal approuve l'achat.\n  Votants      Pour      Contre     Abstention\n     15         12          2            1\n", v(12, 2, 1, "adopte")),
    ("Le conseil municipal approuve l'achat.\n  Votants   Exprimés   Pour      Contre     Abstentions   NPPV\n   15   14   12          2            1     0\n", v(12, 2, 1, "adopte")),
    ("Le conseil municipal approuve l'achat.\nSuffrages exprimés Pour Contre Abstentions\n14 12 2 1\n", v(12, 2, 1, "adopte")),
    ("Le conseil municipal approuve l'achat.\n| Votants | Pour | Contre | Abstention |\n| 15 | 12 | 2 | 1 |\n", v(12, 2, 1, "adopte")),
    ("Le conseil municipal approuve l'achat.\nVotants Pour Contre Abstention\n15 12 2 0\n", v("-", "-", "-")),
    ("Le conseil municipal approuve l'achat.\nVotants Pour Contre Abstention\n15 12 3\n", v("-", "-", "-")),
    ("Le conseil municipal approuve l'achat.\nPrésents Pour Contre Abstention\n15 12 2 1\n", v("-", "-", "-")),
]


class Headed(Battery):
    def test_forms__columns(self):
        for lines in (str, flat):
            self.check(HEADED, [lines(OPENING + form + REST) for form, _ in HEADED])

OF_ALL = [  # of those who may vote; another number, or a day, is no number of voices
    ("Pour : 11/12 Contre : 1/12\n", v(11, 1, None)),
    ("POUR : 11/12 - CONTRE : 0/12 - ABSTENTION : 1/12\n", v(11, 0, 1)),
    ("Pour : 12/12\n", v("?12")),
    ("Pour : 10/13 Contre : 3/13\n", v("-", "-")),
    ("Pour : 11/12/2024 Contre : 1/12/2024\n", v("-", "-")),
    ("Pour : 14/12 Contre : 0/12\n", v("-", "?0")),
]


class OfAll(Battery):
    def test_forms__of_all(self):
        head = OPENING.rsplit("Vu le code", 1)[0].replace("Présents", "En exercice : 15 Présents : 11 Votants : 12\nPrésents", 1)
        for lines in (str, flat):
            self.check(OF_ALL, [lines(head + "Le conseil municipal approuve l'achat.\n" + form + REST) for form, _ in OF_ALL])


class Recorded(Battery):
    def test_forms__told_and_recorded(self):
        for lines in (str, flat):
            self.check(RECORDED + NOT_RECORDED, [lines(OPENING + form + REST) for form, _ in RECORDED + NOT_RECORDED])
        self.check(TITLED, [OPENING + form + REST for form, _ in TITLED])


class Endings(Battery):
    def test_forms__with_and_without_line_ends(self):
        for lines in (str, flat):
            for forms in (TORN, LABELS, BOTH, NO_PART, OF_A_PART, AGAINST, NPPV, UNREAD, PARTS, GOES_ON):
                self.check(forms, [lines(OPENING + form + REST) for form, _ in forms])

    def test_forms__right_behind_the_visas(self):
        visas = OPENING[:OPENING.index("Considérant")]
        for lines in (str, flat):
            self.check(BEHIND_VISAS, [lines(visas + form + REST) for form, _ in BEHIND_VISAS])


ACCEPTS = "Le conseil municipal accepte le devis.\n"
BARE = [  # labels and numbers in one line, and a number before them
    *((ACCEPTS + before + " Pour 8 Contre 2\n", v(8, 2)) for before in ("Votants 10", "Blancs 1 Nuls 0", "Inscrits 11 Votants 10 Blancs 0 Nuls 0", "Absents 2", "Majorité absolue 6", "Blancs/nuls 0",
                                                                           "Procuration(s) 1", "Suffrages exprimés 10", "Page 2", "Refus : 0")),
    (ACCEPTS + "Vote : 10 Pour 8 Contre 2 Abst 0\n", v(8, 2, 0)),
    (ACCEPTS + "Nombre de voix 11 Pour 8 Contre 2 Abstentions 1\n", v(8, 2, 1)),
    (ACCEPTS + "Vote : 8 Pour 2 Contre 1 Abstention 2 Vente du pré\n", v("-", "-", "-")),
    (ACCEPTS + "Vote 8 Pour 2 Contre 1 Abstention\n", v(8, 2, 1)),
    (ACCEPTS + "Pour : 5 + 2 pouvoirs, Contre : 0\n", v("-", "?0", "?0")),
    (ACCEPTS + "Pour 5 + 2 pouvoirs Contre 0\n", v("-", "?0", "?0")),
    (ACCEPTS + "5 + 2 voix pour, 1 contre\n", v("-", "?1", "?0")),
]
SHORT = [  # "abs": abstentions beside the other voices, absents elsewhere
    *((ACCEPTS + tally + "\n", v(8, 2, 1)) for tally in ("Pour : 8 Contre : 2 Abs. : 1", "POUR : 8 CONTRE : 2 ABS : 1", "8 pour, 2 contre, 1 abs", "(8 pour – 2 contre – 1 abs.)")),
    (ACCEPTS + "Abs : 3\nPour : 8 Contre : 2\n", v(8, 2, "-")),
]
WAITS = [
    *((f"Le conseil municipal décide {what}.\n", {"vote.formule": "-"}) for what in ("de reporter sa décision", "d'ajourner le point", "de surseoir à l'achat", "de renvoyer le dossier en commission")),
    ("Le conseil municipal décide d'acheter le pré.\n", {"vote.formule": "?adopte"}),
    ("Sont désignés, après un vote à main levée décidé à l'unanimité, M. Luc PETIT par 3 voix et Mme Anne GRAND par 2 voix.\n", {"vote.formule": "-"}),
]


class Bare(Battery):
    def test_forms__a_number_before_a_row_that_ends_on_one(self):
        for lines in (str, flat):
            for forms in (BARE[:-4], SHORT[:-1], WAITS):
                self.check(forms, [lines(OPENING + form + REST) for form, _ in forms])
        self.check(BARE[-4:] + SHORT[-1:], [OPENING + form + REST for form, _ in BARE[-4:] + SHORT[-1:]])


APPROVES = "Le conseil municipal, après en avoir délibéré, approuve l'achat"
WAYS = [  # how the séance goes on was voted, not what the act decides
    *((told + " " + APPROVES + ".\n", v("-", "-")) for told in (
        "La demande de vote secret est refusée par 2 voix contre 1.", "Un conseiller demande le vote secret ; refusé par 2 voix contre 1.", "Le vote à bulletin secret est refusé (2 pour, 8 contre).",
        "La demande de scrutin secret, présentée par M. PETIT, recueille 2 voix pour et 8 contre ; elle est rejetée.", "Le huis clos est décidé par 7 voix pour et 3 contre.",
        "La suspension de séance est refusée par 7 voix contre 3.", "L'ajournement du point, demandé par Mme GRAND, est refusé par 7 voix contre 3.",
        "M. PETIT demande le vote secret. Sa demande est refusée par 7 voix contre 2.", "M. PETIT demande le vote à bulletin secret. Refusé (7 contre, 2 pour).",
        "Achat du pré\nLa demande de vote secret est refusée par 7 voix contre 2.")),
    ("Le huis clos est décidé à l'unanimité. " + APPROVES + ".\n", v(formule="?adopte")),
    ("La demande de vote secret est rejetée à l'unanimité. " + APPROVES + " par 8 voix pour et 2 contre.\n", v(8, 2, None, "adopte")),
    *((told + "\n", v(8, 2)) for told in (
        "Au scrutin secret, par 8 voix pour et 2 contre, le conseil municipal approuve l'achat.", "Après un vote à bulletin secret, l'achat est approuvé par 8 voix pour et 2 contre.",
        "Vote à bulletins secrets : 8 pour, 2 contre. Le conseil municipal approuve l'achat.", "La délibération soumise au scrutin secret est adoptée par 8 voix pour et 2 contre.",
        "À la demande d'un tiers des membres, vote à bulletin secret : adopté par 8 voix pour et 2 contre.")),
    ("Mme Léa DORVAL est élue adjointe par 8 voix contre 3 à M. Luc PETIT.\n", {"vote.contre": "-"}),
]
CUT = [  # at the end of a line
    ("Le conseil municipal, après en avoir délibéré, par 10 voix pour et 2 con-\ntre, approuve l'achat.\n", v(10, 2)),
    ("Le conseil municipal, après en avoir délibéré, par 10 voix pour, 2 voix con-\ntre et 1 absten-\ntion, approuve l'achat.\n", v(10, 2, 1)),
    ("Le conseil municipal approuve l'achat.\nPour : 10\nCon-\ntre : 2\nAbsten-\ntions : 1\n", v(10, 2, 1)),
    (APPROVES + " à l'una-\nnimité.\n", v(formule="unanimite")),
    ("Le conseil municipal, à la majo-\nrité, par 10 voix pour et 2 contre, approuve l'achat.\n", v(10, 2, None, "majorite")),
    ("Le conseil municipal, par 8 voix pour et 2 contre, admet en non-valeur la somme de 120 €.\n", v(8, 2, None, "adopte")),
]


class Ways(Battery):
    def test_forms__of_the_seance(self):
        for lines in (str, flat):
            for forms in (WAYS, CUT):
                self.check(forms, [lines(OPENING + form + REST) for form, _ in forms])


if __name__ == "__main__":
    unittest.main()
