#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Votes in every wording: labels, sentences, rows, tables, names, zeros, unanimity with exceptions, and what is no vote. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, battery, flat

OPENING = ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\nPrésents : M. Paul ARBEL, Mme Léa "
           "DORVAL, M. Luc PETIT, Mme Anne GRAND.\nSecrétaire de séance : Mme Léa DORVAL\nObjet : Achat d'un pré\nVu le code général des collectivités "
           "territoriales ;\nConsidérant que la lutte contre les crues est une priorité pour 2024 ;\n")
REST = "Fait et délibéré les jour, mois et an que dessus. Pour extrait conforme.\n"


def v(pour=None, contre=None, abstentions=None, formule=None):
    """A number is said; None is not."""
    wanted = {"vote.pour": pour, "vote.contre": contre, "vote.abstentions": abstentions}
    said = {k: "-" if n is None else n if isinstance(n, str) else f"!{n}" for k, n in wanted.items()}
    return said if formule is None else {**said, "vote.formule": formule}


DECIDES = "Le conseil municipal, après en avoir délibéré, "
FORMS = [
    (DECIDES + "par 10 voix pour et 2 contre, DÉCIDE d'acheter le pré.\n", v(10, 2, formule="?adopte")),
    (DECIDES + "DÉCIDE par 10 voix pour et 2 contre d'acheter le pré.\n", v(10, 2)),
    (DECIDES + "par 10 voix pour, 2 voix contre et 1 abstention, DÉCIDE d'acheter le pré.\n", v(10, 2, 1)),
    (DECIDES + "par 10 pour, 2 contre, 1 abstention, DÉCIDE d'acheter le pré.\n", v(10, 2, 1)),
    (DECIDES + "avec dix voix pour, deux voix contre et une abstention, APPROUVE l'achat.\n", v(10, 2, 1)),
    (DECIDES + "par dix (10) voix pour, deux (2) voix contre, une (1) abstention, APPROUVE l'achat.\n", v(10, 2, 1)),
    (DECIDES + "par 10 voix contre 2 et 1 abstention, APPROUVE l'achat.\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat (10 pour, 2 contre, 1 abstention).\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat à la majorité (2 contre, 1 abstention).\n", v(None, 2, 1, "majorite")),
    (DECIDES + "à la majorité, 2 contre et 1 abstention, APPROUVE l'achat.\n", v(None, 2, 1, "majorite")),
    (DECIDES + "à la majorité des suffrages exprimés (2 votes contre : M. ARBEL, Mme GRAND ; 1 abstention : M. PETIT), APPROUVE l'achat.\n",
     v(None, 2, 1, "majorite")),
    (DECIDES + "APPROUVE l'achat.\nPour : 10\nContre : 2\nAbstentions : 1\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\nPour : 10 - Contre : 2 - Abstention : 1\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\nVotants : 13 Pour : 10 Contre : 2 Abstention : 1\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\nVotes pour : 13\nVotes contre : néant\nAbstentions : néant\n", v(13, 0, 0)),
    (DECIDES + "APPROUVE l'achat.\nPour : 13 Contre : / Abstention : /\n", v(13, 0, 0)),
    (DECIDES + "APPROUVE l'achat.\nPour : 13 Contre : - Abstention : -\n", v(13, "-0", "-0")),
    (DECIDES + "APPROUVE l'achat.\nContre : 2\nAbstentions : 1\nPour : 10\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\nAbstentions : 1 Contre : 2 Pour : 10\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat à la majorité. VOTE : POUR 10 CONTRE 2 ABSTENTION 1\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat à la majorité. Pour (10) Contre (2) Abstention (1)\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat à la majorité. Pour = 10 Contre = 2 Abstention = 1\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat à la majorité : 10 POUR / 2 CONTRE / 1 ABSTENTION\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\n|Pour|Contre|Abstention|\n|10|2|1|\n", v("?10", "?2", "?1")),
    (DECIDES + "APPROUVE l'achat.\nPour\nContre\nAbstention\n10\n2\n1\n", v("?10", "?2", "?1")),
    (DECIDES + "APPROUVE l'achat.\nNombre de voix pour : 10, nombre de voix contre : 2, nombre d'abstentions : 1\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\nNombre de votants : 13\nSuffrages exprimés : 12\nPour : 10\nContre : 2\nAbstention : 1\n", v(10, 2, 1)),
    ("Ont voté pour : 10 ; ont voté contre : 2 ; se sont abstenus : 1.\n" + DECIDES + "APPROUVE l'achat.\n", v(10, 2, 1)),
    ("Mise aux voix, la délibération est adoptée par 10 voix pour, 2 voix contre, 1 abstention.\n", v(10, 2, 1, "adopte")),
    ("Le conseil municipal accepte, par 10 voix pour et 2 contre, le devis.\n", v(10, 2, None, "adopte")),
    ("Le conseil municipal fixe le tarif à 3 € par 10 voix pour et 2 contre.\n", v(10, 2, None, "adopte")),
    ("Le conseil municipal désigne M. Luc PETIT par 10 voix pour et 1 abstention.\n", v(10, None, 1, "adopte")),
    ("Le conseil municipal refuse, par 10 voix pour et 2 contre, le devis.\n", v(10, 2)),
    ("L'achat est accepté par 10 voix pour et 2 contre.\n", v(10, 2, None, "adopte")),
    ("2 contre - 1 abstention - 10 pour : l'achat est adopté.\n", v(10, 2, 1)),
    ("1 abstention, 10 pour : adopté.\n", v(10, None, 1, "adopte")),
    ("Vote : 2 contre, 10 pour : adopté.\n", v(10, 2, None, "adopte")),
    ("Adopté à l'unanimité par 10 voix (1 abstention).\n", v(10, None, 1, "unanimite")),
    (DECIDES + "à l'unanimité (11 voix), APPROUVE l'achat.\n", v(11, None, None, "unanimite")),
    (DECIDES + "à l'unanimité, soit 11 voix, APPROUVE l'achat.\n", v(11, None, None, "unanimite")),
    ("L'achat est approuvé par 11 voix sur 11.\n", v(11, None, None, "adopte")),
    ("Le conseil municipal rejette la proposition par 10 voix contre et 2 voix pour.\n", v(2, 10, None, "rejet")),
    (DECIDES + "à l'unanimité des membres présents : 10 pour, 2 contre, APPROUVE l'achat.\n", v("?10", "?2", None, "?unanimite")),
    (DECIDES + "APPROUVE l'achat.\nPour : 10 Contre : 2 Abstention : 1 Non-participation : 3\n", v(10, 2, 1)),
    ("Résultat du vote : 10 pour, 2 contre, 1 abstention. La délibération est adoptée.\n", v(10, 2, 1)),
    (DECIDES + "à l'unanimité, APPROUVE l'achat.\n", v(formule="unanimite")),
    (DECIDES + "à l'unanimité des membres présents ou représentés, APPROUVE l'achat.\n", v(formule="unanimite")),
    (DECIDES + "à l'unanimité (13 voix pour), APPROUVE l'achat.\n", v(13, formule="unanimite")),
    (DECIDES + "à l'unanimité, 13 voix pour, APPROUVE l'achat.\n", v(13, formule="unanimite")),
    (DECIDES + "à l'unanimité par 13 voix pour, 0 contre et 0 abstention, APPROUVE l'achat.\n", v(13, 0, 0, "unanimite")),
    (DECIDES + "à l'unanimité des suffrages exprimés, 3 abstentions, APPROUVE l'achat.\n", v(None, None, 3, "unanimite")),
    (DECIDES + "à l'unanimité moins 3 abstentions, APPROUVE l'achat.\n", v(None, None, 3)),
    (DECIDES + "à l'unanimité moins une voix contre, APPROUVE l'achat.\n", v(None, 1)),
    (DECIDES + "à l'unanimité (M. PETIT s'abstient), APPROUVE l'achat.\n", v(None, None, 1)),
    (DECIDES + "à la majorité (contre : M. PETIT, Mme GRAND ; abstention : M. ARBEL), APPROUVE l'achat.\n", v(None, 2, 1, "majorite")),
    (DECIDES + "à la majorité, M. PETIT et Mme GRAND votant contre, APPROUVE l'achat.\n", v(None, 2, None, "majorite")),
    (DECIDES + "à la majorité moins 2 voix contre (M. PETIT, Mme GRAND), APPROUVE l'achat.\n", v(None, 2, None, "majorite")),
    (DECIDES + "par 13 voix pour, sans voix contre ni abstention, APPROUVE l'achat.\n", v(13, 0, 0)),
    (DECIDES + "par 13 voix pour, aucune voix contre et aucune abstention, APPROUVE l'achat.\n", v(13, 0, 0)),
    (DECIDES + "par 10 voix pour, 2 contre (M. PETIT, Mme GRAND) et 1 abstention (M. ARBEL), APPROUVE l'achat.\n", v(10, 2, 1)),
    ("10 élus votent pour, 2 votent contre et 1 s'abstient.\n" + DECIDES + "APPROUVE l'achat.\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat par 10 oui, 2 non et 1 abstention.\n", v("?10", "?2", "?1")),
    (DECIDES + "par 10 suffrages favorables et 2 défavorables, APPROUVE l'achat.\n", v("?10", "?2")),
    (DECIDES + "REJETTE la proposition par 2 voix pour et 10 voix contre.\n", v(2, 10, None, "?rejet")),
    (DECIDES + "PREND ACTE du rapport.\n", v(formule="prend_acte")),
    (DECIDES + "APPROUVE l'achat à 350 € contre 335 € l'an dernier, pour 2024, à l'unanimité.\n", v(formule="unanimite")),
    ("Groupe Ensemble pour Valbrise : 27 voix pour\nGroupe Valbrise autrement : 1 voix pour, 1 abstention\n" + DECIDES + "APPROUVE l'achat.\n", v("?28", None, "?1")),
    (DECIDES + "APPROUVE l'achat.\nAbstention : 0 Opposition : 0 Approbation : 13\n", v(13, 0, 0)),
    (DECIDES + "APPROUVE l'achat.\nApprobation : 10\nOpposition : 2\nAbstention : 1\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\nVotants : 13 Abstention : 0 Opposition : 0 Approbation : 13 2- Vente du pré.\n", v("13", 0, 0)),
    ("Approbation : 2 procès-verbaux.\n" + DECIDES + "APPROUVE l'achat.\nContre : 2\nAbstention : 1\n", v(None, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\nVotants : 15 Pour : 15\n", v(15)),
    (DECIDES + "APPROUVE l'achat.\nVotants : 15 - Exprimés : 15 - Pour : 15 - Contre : 0 - Abstention : 0\n", v(15, 0, 0)),
    (DECIDES + "à la majorité (2 contre : MM. PETIT et ARBEL), APPROUVE l'achat.\n", v(None, 2, None, "majorite")),
    (DECIDES + "à la majorité (2 abstentions : M. Luc PETIT, Mme Anne GRAND), APPROUVE l'achat.\n", v(None, None, 2, "majorite")),
    ("Unanimité des présents.\n", v(formule="?unanimite")),
    ("VOTE : Unanimité\n", v(formule="unanimite")),
    ("Vote : unanimité des présents et représentés\n", v(formule="unanimite")),
    ("Adopté à l'unanimité des membres présents.\n", v(formule="unanimite")),
    ("Accord unanime du conseil municipal.\n", v(formule="?unanimite")),
    ("Le conseil approuve à l'unanimité moins une abstention (Mme GRAND).\n", v(None, None, 1)),
    (DECIDES + "APPROUVE l'achat à la majorité absolue : 10 voix pour, 3 voix contre.\n", v(10, 3, None, "majorite")),
    ("Vote : 10 pour / 2 contre / 1 abstention\n", v(10, 2, 1)),
    ("Vote à main levée : pour 10, contre 2, abstention 1\n", v("?10", "?2", "?1")),
    ("VOTES\nPour : 10\nContre : 02\nAbst. : 01\n", v("?10", "?2", "?1")),
    ("Le quorum étant atteint, le conseil vote : 13 voix « pour » ; 0 voix « contre » ; 0 « abstention ».\n", v("?13", "?0", "?0")),
    (DECIDES + "APPROUVE l'achat.\n13 Pour – 0 Contre – 0 Abstention\n", v(13, 0, 0)),
    (DECIDES + "APPROUVE l'achat.\nP : 13 C : 0 A : 0\n", v("?13", "?0", "?0")),
    (DECIDES + "APPROUVE l'achat par 10 voix (M. PETIT, Mme GRAND ayant voté contre, M. ARBEL s'étant abstenu).\n", v("?10", "?2", "?1")),
    (DECIDES + "APPROUVE l'achat à 10 voix pour et 3 abstentions.\n", v(10, None, 3)),
    (DECIDES + "APPROUVE l'achat avec 1 abstention.\n", v(None, None, "?1")),
    ("Vote : Pour : 13 – Contre : 0 – Abstention : 0\n",v(13,0,0)),
    ("Votants : 13 / Pour : 13 / Contre : 0 / Abstentions : 0\n",v(13,0,0)),
    ("Adopté à l'unanimité\n",v(formule="unanimite")),
    ("Approuvé par 13 voix pour\n",v(13)),
    ("Délibération adoptée par 10 voix pour et 3 abstentions.\n",v(10,None,3)),
    ("Voté à l'unanimité des membres présents.\n",v(formule="unanimite")),
    ("Vote du conseil : unanimité\n",v(formule="unanimite")),
    ("Le conseil municipal vote à l'unanimité.\n",v(formule="unanimite")),
    ("Après délibération, le conseil municipal accepte, par 10 voix POUR, 2 voix CONTRE et 1 ABSTENTION.\n",v(10,2,1)),
    ("Pour : 10 voix\nContre : 2 voix\nAbstention : 1 voix\n",v(10,2,1)),
    ("10 voix pour - 2 voix contre (M. PETIT et Mme GRAND) - 1 abstention (M. ARBEL)\n",v(10,2,1)),
    ("Abstentions : 3 (M. PETIT, Mme GRAND, M. ARBEL)\n"+DECIDES + "à la majorité APPROUVE l'achat.\n",v(None,None,"?3","majorite")),
    (DECIDES + "à la majorité absolue des suffrages exprimés, M. PETIT s'étant abstenu, APPROUVE l'achat.\n",v(None,None,"?1","majorite")),
    (DECIDES + "à la majorité de ses membres présents et représentés (1 abstention) APPROUVE l'achat.\n",v(None,None,1,"majorite")),
    (DECIDES + "à la majorité des voix (10 pour - 3 contre) APPROUVE l'achat.\n",v(10,3,None,"majorite")),
    ("Qui est contre ? Personne. Qui s'abstient ? 2. La délibération est adoptée.\n",v(None,"?0","?2")),
    ("Qui vote contre ? Qui s'abstient ? Adopté à l'unanimité.\n",v(formule="unanimite")),
    ("Résultat : 13 votants, 13 pour.\n",v("?13")),
    ("Résultat du scrutin : Votants : 13 Bulletins blancs : 1 Exprimés : 12 Pour : 10 Contre : 2\n",v(10,2)),
    ("Le vote à bulletin secret donne : 10 oui, 3 non.\n",v("?10","?3")),
    ("Unanimité moins une voix (M. PETIT).\n",v()),
    ("Unanimité moins 2 abstentions.\n",v(None,None,2)),
    ("Mme GRAND vote contre. M. PETIT s'abstient. Adopté à la majorité.\n",v(None,"?1","?1","majorite")),
    ("Délibération adoptée à la majorité (M. PETIT ne prend pas part au vote).\n",v(formule="majorite")),
    ("13 POUR 0 CONTRE 0 ABSTENTION\n",v(13,0,0)),
    ("pour : 13 contre : 0 abst : 0\n",v(13,0,"?0")),
    ("Votants : 13 - Abstentions : 1 - Exprimés : 12 - Majorité absolue : 7 - Pour : 10 - Contre : 2\n",v(10,2,1)),
    ("Le conseil par 13 voix sur 13 décide d'acheter le pré.\n",v("?13")),
    ("Le conseil, à treize voix pour, décide.\n",v("?13")),
    ("Pour à l'unanimité.\n",v(formule="?unanimite")),
    ("Nombre de votants : 13\nVotes POUR : 13\nVotes CONTRE : 0\nABSTENTIONS : 0\n",v(13,0,0)),
    ("(13 voix pour, unanimité)\n",v(13,formule="?unanimite")),
    ("Approuvé à l'unanimité par le Conseil municipal.\n",v(formule="unanimite")),
    ("Avis favorable à l'unanimité.\n",v(formule="?unanimite")),
    (DECIDES + "à la majorité absolue, APPROUVE l'achat.\n", v(formule="majorite")),
    ("M. PETIT est élu délégué à la majorité absolue.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", v(formule="?unanimite")),
    ("La commission des finances a donné un avis favorable par 5 voix pour et 2 contre.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n",
     v(formule="?unanimite")),
    ("Considérant que la commission s'est prononcée favorablement (5 pour, 2 contre),\n" + DECIDES + "par 10 voix pour et 3 abstentions, APPROUVE l'achat.\n",
     v("?10", "-", "?3")),
    ("Budget primitif : adopté par 10 voix, 2 votes contre.\n", v("?10", 2)),
    ("Taux : adopté par 10 voix, 2 votes contre, 1 abstention.\n", v("?10", 2, 1)),
    ("Taux : adopté par 10 voix et 3 abstentions.\n", v("?10", None, 3)),
    ("Résultat du vote : 10 pour.\n", v("?10")),
    ("Taux : adopté par 10 voix, 2 articles sont retirés.\n", v("?10", "-", "-")),
    ("Vote :\nPour ............ 10\nContre .......... 0\nAbstentions ..... 3\n", v("?10", "?0", "?3")),
    ("Le vote donne : Pour ............ 10\nContre .......... 2\nAbstention ...... 1\n", v(10, 2, 1)),
    ("Résultat du vote : 10 voix pour, 2 voix contre, 1 voix d'abstention.\n", v(10, 2, 1)),
    ("Le conseil se prononce ainsi :\n  pour : 10 (Valbrise ensemble, Citoyens et solidaires)\n  contre : 2\n  abstentions : 1 (Paul ARBEL)\nAdoptée à la majorité.\n",
     v("?10", "?2", "?1", "majorite")),
    ("Le conseil se prononce ainsi : contre : 2 (Un autre élan pour tous), abstentions : 1 (Paul ARBEL), pour : 10. Adoptée à la majorité.\n",
     v("?10", "?2", "?1", "majorite")),
]

MINUTES = [ # two points, two votes, of which the first is wanted
    ("Le conseil municipal, par 10 voix pour, 2 voix contre, 1 abstention, accepte l'achat.\nII – VENTE D'UN BOIS\nLe conseil municipal, à l'unanimité, "
     "accepte la vente.\n", {**v(10, 2, 1, "?adopte"), "vote.n": "?2"}),
    ("Le conseil municipal, par 10 voix pour et 2 contre, accepte l'achat.\n2. Vente d'un bois\nLe conseil municipal accepte la vente à l'unanimité.\n",
     {**v(10, 2, None, "?adopte"), "vote.n": "?2"}),
    ("Le conseil municipal, avec 10 voix pour et 3 abstentions, accepte l'achat.\nVENTE D'UN BOIS\nM. VIAL présente la vente.\nLe conseil, à l'unanimité, "
     "l'accepte.\n", {**v(10, None, 3, "?adopte"), "vote.n": "?2"}),
]


def one(pour, contre, abstentions):
    """The first vote has them all. (Damaged, it may be two again.)"""
    return {"vote.pour": str(pour), "vote.contre": str(contre), "vote.abstentions": str(abstentions), "vote.formule": "unanimite"}


TWICE = [ # one vote, of which the sentence tells the result and a line below the voices
    ("Le Conseil Municipal, à l'unanimité des membres présents et représentés,\nAPPROUVE la convention ;\nAUTORISE M. le Maire à la signer.\n\n"
     "Pour : 13 Contre : 0 Abstention : 0\n", one(13, 0, 0)),
    ("Le conseil municipal, à l'unanimité, vote le budget qui s'équilibre à 845 200,00 €.\nPour : 12, contre : 0, abstention : 0.\n",
     one(12, 0, 0)),
    ("Les membres du conseil municipal, à l'unanimité, décident la gratuité.\nVotes pour : 11\nVotes contre : 0\nAbstentions : 0\n",
     one(11, 0, 0)),
    ("L'Assemblée, à l'unanimité, approuve la vente.\nVOTE : 13 voix pour, 0 contre, 0 abstention\n", one(13, 0, 0)),
    ("À l'unanimité des membres présents, le conseil municipal adopte la motion (9 pour, 0 contre, 1 abstention).\n", one(9, 0, 1)),
    ("Le conseil municipal, à l'unanimité, adopte la motion (8 pour, 2 contre, 0 abstention).\n", one(8, 2, 0)),
]
EACH_LINE = [ # a vote in each
    ("Vote pour la fanfare : 11 pour. Vote pour le lavoir : 9 pour, 2 contre.\n", {**v(11), "vote.n": "2"}),
    ("Fanfare : 100 € (11 pour)\nLavoir : 80 € (9 pour, 1 contre, 1 abstention)\n", {"vote.n": "2"}),
]
APART = [ # the voices below are of the next matter, or nothing says that they are not
    ("Le conseil municipal, à l'unanimité, approuve la vente du lavoir.\n2. Vente d'un bois\nM. VIAL présente la vente.\nPour : 10 Contre : 2\n", {"vote.n": "2"}),
    ("Le conseil municipal, à l'unanimité, approuve la vente du lavoir.\nVENTE D'UN BOIS\nPour : 10 Contre : 0 Abstention : 2\n", {"vote.n": "2"}),
    ("Le conseil municipal, à l'unanimité, approuve la vente du lavoir.\nMonsieur VIAL présente l'achat d'un bois.\nPour : 10 Contre : 0\n", {"vote.n": "2"}),
]
BEHIND_A_VISA = [ # nothing but the tally of a form
    ("Vote : Pour : 10 – Contre : 2 – Abstentions : 1\n", v(10, 2, 1)),
    ("Votants : 13 Pour : 10 Contre : 2 Abstention : 1\n", v("?10", "?2", "?1")),
    ("POUR : 10\nCONTRE : 2\nABSTENTION : 1\n", v(10, 2, 1)),
    ("Votes pour : 10\nVotes contre : 2\nAbstentions : 1\n", v(10, 2, 1)),
    ("Pour : 10 Contre : 0 Abstention : 3\n", v(10, 0, 3)),
]

def lone(pour=None, contre=None, abstentions=None, formule=None):
    """One vote, and no second one beside it; without SUITE in the sentence, as many write."""
    return {**v(pour, contre, abstentions, formule), "vote.n": "1"}


ONE_VOTE = [
    ("Le conseil municipal, à l'unanimité (16 voix pour),\nAPPROUVE la réfection du préau.\n", lone(16, formule="unanimite")),
    ("À l'unanimité (seize voix pour), le conseil municipal approuve la réfection du préau.\n", lone(16, formule="unanimite")),
    ("Le conseil municipal, à la majorité (2 oppositions et 1 abstention), approuve le projet.\n", lone(None, 2, 1, "majorite")),
    ("Vote : 12 voix pour, 3 voix contre.\nLa réfection du préau est approuvée à la majorité.\n", lone(12, 3, None, "majorite")),
    ("Résultat du vote : 4 voix pour, 9 voix contre. La proposition est rejetée.\n", lone(4, 9, None, "rejet")),
    ("8 voix pour, 8 voix contre, la voix du président étant prépondérante, la délibération est adoptée.\n", lone(8, 8, None, "adopte")),
    ("Par 11 voix pour et l'abstention de la minorité (4 élus), le conseil approuve.\n", lone(11, None, "?4", "adopte")),
    ("M. le Maire met au vote : 0 contre, 2 abstentions (Mme GRAND, M. PETIT), 13 pour. Le conseil approuve la convention de 15 000 €.\n",
     lone(13, 0, 2, "adopte")),
    ("La majorité vote pour, la minorité s'abstient : adopté par 11 voix et 4 abstentions.\n", lone(11, None, 4)),
]
ASKED = [
    ("Le maire propose de voter. Contre ? 2. Abstentions ? 1. Pour ? 12. Adopté.\n", v("!?12", "!?2", "!?1")),
    ("Le vote secret est demandé. Résultat : 8 pour, 6 contre, 1 blanc. La proposition est adoptée.\n", lone(8, 6, None, "adopte")),
    ("Résultat : 8 pour, 6 contre, 1 bulletin blanc et 1 nul. La réfection est approuvée à la majorité.\n", lone(8, 6, None, "majorite")),
    ("Amendement de Mme GRAND : rejeté par 11 voix contre 4.\n", v("!?4", "!?11")),
]
OTHER_MATTER = [ # the result behind the tally is of something else
    ("Vote : 12 voix pour, 3 voix contre.\nLa vente du bois est approuvée à l'unanimité.\n", {"vote.n": "2"}),
    ("Vote : 12 voix pour, 3 abstentions.\n4. Vente d'un bois\nLa vente du bois est approuvée à l'unanimité.\n", {"vote.n": "2"}),
    ("Vote : 12 voix pour, 3 abstentions ; la vente du bois est approuvée à l'unanimité.\n", {"vote.n": "2"}),
]
LABELLED = [ # the tally says of what it is, and so does the result
    ("Inscription en urgence de ce point : 4 pour, 1 contre, 0 abstention.\nLe conseil municipal fixe les tarifs à l'unanimité.\n", v("!?4", "!?1", "!?0", "unanimite")),
    ("Chapitre 012 : 4 pour, 1 contre.\nLe conseil municipal adopte à l'unanimité l'ensemble du budget.\n", v("!?4", "!?1", None, "unanimite")),
    ("Résultat du vote : 4 pour, 1 contre.\nLe conseil municipal fixe les tarifs à l'unanimité.\n", v(4, 1, None, "unanimite")),
    ("Tarifs de la cantine : 4 pour, 1 contre.\nAdopté à l'unanimité.\n", v(4, 1, None, "unanimite")),
]
OPINIONS = [
    ("Le conseil municipal donne un avis défavorable : Pour 13 Contre 5\n", v(13, 5)),
    ("L'assemblée émet un avis favorable : 13 voix pour, 5 contre, 1 abstention.\n", v(13, 5, 1)),
    ("La commission donne un avis défavorable : Pour 13 Contre 5\n", v()),
    ("La commission du conseil municipal émet un avis défavorable : Pour 13 Contre 5\n", v()),
    ("Le bureau a donné un avis favorable : Pour 5 Contre 1\n", v()),
    ("Contre-proposition : 6 voix.\nLe conseil municipal approuve l'achat à l'unanimité.\n", v(None, "-", None)),
    # whose unanimity, where a committee stands in the sentence
    ("Sur proposition de la commission des finances, le conseil approuve les tarifs à l'unanimité.\n", v(None, None, None, "unanimite")),
    ("Ouï l'avis de sa commission des finances ;\nLe conseil approuve les tarifs à l'unanimité.\n", v(None, None, None, "unanimite")),
    ("Le conseil, sur avis de la commission des finances, approuve à l'unanimité les tarifs.\n", v(None, None, None, "unanimite")),
    ("La commission des finances, réunie le 3 mars, approuve à l'unanimité les tarifs.\n", v(None, None, None, "-")),
    ("La commission des finances propose, à l'unanimité, que le conseil approuve les tarifs.\n", v(None, None, None, "-")),
    ("Sur avis unanime de la commission des finances, le conseil approuve les tarifs.\n", v(None, None, None, "adopte")),
]
TORN = [
    ("Résultat du vote : 10 pour, 2 12/03/2024 contre, 1 abstention. La délibération est adoptée.\n", v("!?10", "!?2", "!?1")),
    (DECIDES + "APPROUVE l'achat.\nAbstention : 0 Opposition : 0 Approbation  13\n", v("!?13", 0, 0)),
]
LESS_ONE = [
    ("Adopté à l'unanimité moins une voix.\n", v(None, "!?1", "!?1", "unanimite")),
    ("Adopté à l'unanimité moins deux voix (M. PETIT et Mme GRAND contre).\n", v(None, "!?2", "!?2", "unanimite")),
]

SIGNS = ["......", "…", "____", "------", "-", "–", "→", ">", "*", ";", "|", "."] # between a label and its number, or a number and the next label
LED = [form for sign in SIGNS for form in (
    (DECIDES + f"APPROUVE l'achat.\nPour {sign} 10\nContre {sign} 2\nAbstention {sign} 1\n", v(10, 2, 1)),
    (DECIDES + f"APPROUVE l'achat.\nVotants : 13\n      Voix pour {sign} 10\n      Voix contre {sign} 2\n      Abstentions {sign} 1\n", v(10, 2, 1)),
    (DECIDES + f"APPROUVE l'achat.\nVOTE {sign} POUR {sign} 10 {sign} CONTRE {sign} 2 {sign} ABSTENTION {sign} 1\n", v("?10", "?2", "?1")),
    (DECIDES + f"APPROUVE l'achat.\nVote : 10 pour {sign} 2 contre {sign} 1 abstention\n", v("?10", "?2", "?1")),
    (DECIDES + f"APPROUVE l'achat.\n{sign} 10 voix pour\n{sign} 2 voix contre\n{sign} 1 abstention\n", v("?10", "?2", "?1")),
)] + [
    (DECIDES + "APPROUVE l'achat.\nPour ............ 10 (Anne GRAND, Luc PETIT)\nContre .......... 2\nAbstention ...... 1\n", v("?10", "?2", "?1")),
    (DECIDES + "APPROUVE l'achat.\nVote : 10 pour – 2 contre – 1 abstention\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\nPour 10 – Contre 2 – Abst. 1\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\nPour : 10 Abst. : 3\n", v(10, None, 3)),
    ("Résultat du vote : 10 voix pour, 2 voix contre, 1 voix d'abstention.\n" + DECIDES + "APPROUVE l'achat.\n", v(10, 2, 1)),
    (DECIDES + "APPROUVE l'achat.\n- 10 pour\n- 2 contre\n- 1 abstention\n", v(10, 2, 1)),
    ("M. PETIT a voté contre ; 3 abstentions.\n" + DECIDES + "par 10 voix pour, APPROUVE l'achat.\n", v("?10", "?1", "?3")),
]
SAID = v("!?10", "!?2", "!?1")
LETTERS = [  # said, and not read: never "aucun décompte"
    (DECIDES + "APPROUVE l'achat.\nVote : P 10 / C 2 / A 1 – adopté\n", SAID),
    (DECIDES + "APPROUVE l'achat.\nVotes : P : 10 - C : 2 - A : 1\n", SAID),
    (DECIDES + "APPROUVE l'achat des parcelles P 10, C 2 et A 1.\n", v()),
    (DECIDES + "APPROUVE l'achat à l'unanimité des voix : oui 10, non 2.\n", v("!?10", "!?2")),
    (DECIDES + "APPROUVE l'achat : 10 oui, non 2.\n", v("!?10", "!?2")),
]
TWO_WRITINGS = [  # which of the two is true?
    (DECIDES + "par dix voix pour (11) et deux voix contre (2), DÉCIDE d'acheter le pré.\n", v("-10", 2)),
    (DECIDES + "par 10 voix pour (dix), 2 contre (trois), APPROUVE l'achat.\n", v(10, "-2")),
    (DECIDES + "par dix (9) voix pour et deux (2) voix contre, APPROUVE l'achat.\n", v("-10", 2)),
    (DECIDES + "APPROUVE l'achat.\nPour : dix (10)\nContre : deux (3)\nAbstention : une (1)\n", v(10, "-2", 1)),
    (DECIDES + "par dix voix pour (dont 2 pouvoirs) et 2 voix contre (Mme DORVAL, M. GRISOL), APPROUVE l'achat.\n", v(10, 2)),
]

TABLES = [ # the labels in a row, the values in the next: a cell may be empty, and nobody knows which
    (DECIDES + "APPROUVE l'achat.\nVotants : Pour : Contre : Abstention :\n5 4 0 1\n", v(4, "!0", 1)),
    (DECIDES + "APPROUVE l'achat.\nVotants :   Pour :   Contre :   Abstention :\n\n5   4   1\n", v("!?4", "-", "!?1")),
    (DECIDES + "APPROUVE l'achat.\nPrésents : Pour : Contre : Abstention :\n5 5 0\n", v("!?5", "-", "-")),
    (DECIDES + "APPROUVE l'achat.\nNombre de présents : Suffrages exprimés : Pour : Contre : Abstention :\n5 4 4 1\n", v("!?4", "-", "!?1")),
    (DECIDES + "APPROUVE l'achat.\nPour : Contre : Abstention :\n4 1\n", v("!?4", "-", "!?1")),
    (DECIDES + "APPROUVE l'achat.\nPour : Contre : Abstention :\n4 0 1\n", v(4, "!0", 1)),
]
TwoWritings = battery(TWO_WRITINGS, lambda form: OPENING + form + REST)
Minutes = battery(MINUTES, lambda form: OPENING + form + REST)
BehindAVisa = battery(BEHIND_A_VISA, lambda form: OPENING.rsplit("Considérant", 1)[0] + form + REST)
Twice = battery(TWICE, lambda form: OPENING + form + REST)


RULE = "+------+--------+------------+\n"
SUMS = [ # two voices under their words: sure when the votants, or the exprimés, are their sum
    (DECIDES + "APPROUVE l'achat.\nPrésents   Votants   Pour   Contre\n9   10   8   2\n", v(8, 2)),
    (DECIDES + "APPROUVE l'achat.\nVotants Pour Contre\n10 10 0\n", v(10, "!0")),
    (DECIDES + "APPROUVE l'achat.\nSuffrages exprimés | Pour | Contre\n10 | 7 | 3\n", v(7, 3)),
    (DECIDES + "APPROUVE l'achat.\nPrésents Votants Pour Contre\n9 10 8 1\n", v("!?8", "!?1")), # an abstention that the table does not name?
    (DECIDES + "APPROUVE l'achat.\nPrésents Pour Contre\n9 7 2\n", v("!?7", "!?2")),
]
DRAWN = [ # a table drawn in letters
    (DECIDES + "\n" + RULE + "| Pour | Contre | Abstention |\n" + RULE + "| 12   | 2      | 1          |\n" + RULE + "La délibération est adoptée à la majorité.\n",
     v("!?12", "!?2", "!?1", "majorite")),
    ("Vote :\n" + RULE + "Pour : 12\n" + RULE + "Contre : 2\n" + RULE + "Adopté à la majorité\n" + RULE, v(12, 2, None, "majorite")),
    (RULE + "| Adopté à l'unanimité       |\n" + RULE, v(formule="unanimite")),
]


class Tables(Battery):
    def test_forms__with_and_without_line_ends(self):
        for lines in (str, flat):
            for forms in (TABLES, SUMS):
                self.check(forms, [lines(OPENING + f + REST) for f, _ in forms])


class Alone(Battery):
    def test_forms__one_vote_is_one(self):
        forms = ONE_VOTE + OTHER_MATTER + LABELLED + OPINIONS + LESS_ONE + DRAWN + TORN + ASKED
        self.check(forms, [OPENING + form + REST for form, _ in forms])
        self.check(forms, [flat(OPENING + form + REST) for form, _ in forms])


class Apart(Battery):
    def test_forms__two_votes(self):
        self.check(APART, [OPENING + form + REST for form, _ in APART])
        self.check(APART, [flat(OPENING + form + REST) for form, _ in APART])
        self.check(EACH_LINE, [OPENING + form + REST for form, _ in EACH_LINE])


class Letters(Battery):
    def test_forms__letters_and_yes_or_no(self):
        self.check(LETTERS, [OPENING + form + REST for form, _ in LETTERS])
        self.check(LETTERS, [flat(OPENING + form + REST) for form, _ in LETTERS])


Led = battery(LED, lambda form: OPENING + form + REST)
Forms = battery(FORMS, lambda form: OPENING + form + REST)

if __name__ == "__main__":
    unittest.main(verbosity=2)
