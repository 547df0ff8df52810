#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who was not for it, told without the word « contre »: the voices against are unread, not absent. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, flat, read_all
from test_forms_votes import OPENING, REST

UNANIMOUS = "Le conseil municipal approuve l'achat à l'unanimité"
DISSENT = [
    UNANIMOUS + ", vote défavorable de M. PETIT.\n",
    UNANIMOUS + " (vote défavorable de deux élus).\n",
    UNANIMOUS + ". Voix contraire de Mme GRAND.\n",
    UNANIMOUS + ". M. PETIT désapprouve.\n",
    UNANIMOUS + ". M. PETIT et Mme GRAND refusent d'approuver.\n",
    UNANIMOUS + ", Mme GRAND refusant de voter cette dépense.\n",
    UNANIMOUS + ". M. PETIT et Mme GRAND ne sont pas favorables.\n",
    UNANIMOUS + ". M. PETIT précise qu'il n'est pas d'accord.\n",
    UNANIMOUS + ". M. PETIT exprime son désaccord.\n",
    UNANIMOUS + ". Mme GRAND est défavorable au projet.\n",
    UNANIMOUS + ". Avis défavorable : M. PETIT.\n",
    UNANIMOUS + " malgré le refus de M. PETIT.\n",
    UNANIMOUS + ". M. PETIT émet un avis négatif.\n",
    "Après avis contraire de M. PETIT, le conseil municipal approuve l'achat à l'unanimité.\n",
    "Deux conseillers se déclarent hostiles à l'achat.\n" + UNANIMOUS + ".\n",
    "Le conseil municipal approuve l'achat par 10 voix pour. M. PETIT désapprouve.\n",
]
NO_DISSENT = [ # of others, or of nobody
    "La commission a émis un avis défavorable.\n" + UNANIMOUS + ".\n",
    "M. le Préfet refuse d'approuver le plan.\n" + UNANIMOUS + ".\n",
    "M. PETIT dit que l'architecte n'est pas favorable au projet.\n" + UNANIMOUS + ".\n",
    "M. PETIT rappelle l'avis défavorable de la commission des finances.\n" + UNANIMOUS + ".\n",
    "M. PETIT et ses voisins, en désaccord avec la banque, vendent ce pré.\n" + UNANIMOUS + ".\n",
    "Le propriétaire refuse de voter la fusion des deux indivisions.\n" + UNANIMOUS + ".\n",
    "M. PETIT donne son accord pour la vente du pré.\n" + UNANIMOUS + ".\n",
    "M. PETIT est favorable au projet.\n" + UNANIMOUS + ".\n",
    UNANIMOUS + ", sauf avis contraire du notaire.\n",
    UNANIMOUS + ". En cas de désaccord de l'acheteur, le prix reste le même.\n",
]


class Dissent(Battery):
    def test_forms__with_and_without_line_ends(self):
        for lines in (str, flat):
            self.check([(f, {"vote.contre": "!?1"}) for f in DISSENT], [lines(OPENING + f + REST) for f in DISSENT])

    def test_forms__of_others(self):
        forms = [(f, {"vote.formule": "unanimite"}) for f in NO_DISSENT]
        for lines in (str, flat):
            self.check(forms, [lines(OPENING + f + REST) for f, _ in forms])
            self.assertEqual(self.against([lines(OPENING + f + REST) for f in NO_DISSENT]), ["absent"] * len(NO_DISSENT))

    @staticmethod
    def against(texts):
        return [champs["vote.contre"]["statut"] for champs in read_all(texts)]


if __name__ == "__main__":
    unittest.main()
