#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What is decided beside a count: a word of acceptance, the sentence before, nothing; rows of a list of deliberations. See forms.py."""
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
NOTHING = [ # no word that tells a result: none is missing
    "Le stère passe à 45 €.\n" + VOICES,
    "10 votes pour, 2 abstentions\n",
]
A_WORD = [
    "Le maire pense que l'accord est acquis.\n" + VOICES,
    "Chacun valide.\n" + VOICES,
]
THING = [ # no member is away
    ("Le maire expose le déport de chaussée de 2 mètres.\n" + DECIDES + "à l'unanimité, APPROUVE l'achat.\n", v(formule="unanimite")),
    (DECIDES + "à l'unanimité, APPROUVE le déport des réseaux.\n", v(formule="unanimite")),
    (DECIDES + "à l'unanimité, APPROUVE les tarifs. TARIFS POUR 2025 : LES MÊMES.\n", v(formule="unanimite")),
]
ROWS = ("PUBLICATION DES DÉLIBÉRATIONS – ANNÉE 2031 CONSEIL COMMUNAUTAIRE DU 3 MARS 2031 Délibération OBJET VOTE 20310303_001 PROCES-VERBAL Accord à l'unanimité "
        "20310303_002 DEBAT Accord à l'unanimité 20310303_003 TARIFS POUR 2031 Accord à l'unanimité 20310303_004 COMPTES DE GESTION Accord à 29 VOIX POUR "
        "20310303_005 COMPTE ADMINISTRATIF Accord à 28 VOIX POUR 20310303_006 CREATION D'UN POSTE Accord à l'unanimité\n")


class Results(Battery):
    def test_forms__beside_a_count(self):
        forms = BESIDE + UNSURE + THING
        for lines in (str, flat):
            self.check(forms, [lines(OPENING.rsplit("Vu le code", 1)[0] + form + REST) for form, _ in forms])

    def test_forms__a_count_alone(self):
        states = [champs["vote.formule"]["statut"] for champs in read_all([OPENING.rsplit("Vu le code", 1)[0] + form for form in NOTHING + A_WORD])]
        self.assertEqual(states, ["absent"] * len(NOTHING) + ["illisible"] * len(A_WORD))

    def test_forms__a_thing_moved_aside_is_no_withdrawal(self):
        away = [champs["vote.ne_prennent_pas_part"]["statut"] for champs in read_all([OPENING + form + REST for form, _ in THING])]
        self.assertEqual(away, ["absent"] * len(THING))

    def test_forms__rows_without_line_ends(self):
        self.check([("rows", {"vote.n": "6"})], [ROWS])


if __name__ == "__main__":
    unittest.main(verbosity=2)
