#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What is decided beside a count: a word of acceptance, the sentence before, nothing. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, flat, read_all
from test_forms_votes import DECIDES, OPENING, REST, lone, v

VOICES = "Pour : 10 – Contre : 2 – Abstention : 1\n"
BESIDE = [
    ("Accord à 12 VOIX POUR\n", lone(12, formule="adopte")),
    ("Adoption à 0 contre, 1 abstention, 11 voix pour\n", lone(11, 0, 1, "adopte")),
    ("Approuvé par 10 voix pour et 2 contre.\n", lone(10, 2, None, "adopte")),
    ("Adopté (10 voix pour, 2 voix contre).\n", lone(10, 2, None, "adopte")),
    ("Le conseil autorise le maire à engager les dépenses de la voirie.\n" + VOICES, lone(10, 2, 1, "adopte")),
    ("L'assemblée, après un court débat, attribue l'aide à l'école.\nVote : 10 pour, 2 contre.\n", lone(10, 2, None, "adopte")),
    ("L'acquisition d'un broyeur est approuvée pour 34 900 €.\n" + VOICES, lone(10, 2, 1, "adopte")),
    ("Le conseil approuve l'achat : 13 votes pour.\n", lone(13, formule="adopte")),
    ("Accord par 15 voix contre 2. Question n° 2, colis. Accord à l'unanimité.\n", {**v(15, 2, None, "adopte"), "vote.n": "2"}),
]
UNSURE = [
    ("Accord par 3 voix pour et 9 contre.\n", v(3, 9, None, "-")),
    ("Le conseil refuse l'offre et autorise le maire à négocier.\n" + VOICES, v(10, 2, 1, "-")),
    ("Le budget est adopté par la commission.\n" + VOICES, v(10, 2, 1, "-")),
    ("Le conseil a approuvé l'achat en 2023.\n" + VOICES, v(10, 2, 1, "-")),
    ("Le maire propose d'approuver l'achat.\n" + VOICES, v(10, 2, 1, "-")),
    ("Le conseil d'école approuve les comptes.\n" + VOICES, v(10, 2, 1, "-")),
]
NO
class Results(Battery):
    def test_forms__beside_a_count(self):
        forms = BESIDE + UNSURE
        for lines in (str, flat):
            self.check(forms, [lines(OPENING.rsplit("Vu le code", 1)[0] + form + REST) for form, _ in forms])

    def test_forms__a_count_alone(self):
        states = [champs["vote.formule"]["statut"] for champs in read_all([OPENING.rsplit("Vu le code", 1)[0] + form for form in NOTHING + A_WORD])]
        self.assertEqual(states, ["absent"] * len(NOTHING) + ["illisible"] * len(A_WORD))


if __name__ == "__main__":
    unittest.main(verbosity=2)
