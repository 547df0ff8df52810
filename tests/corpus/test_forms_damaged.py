#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of which a scanner, a keyboard or an ill will has damaged a part: what is left of them is no number. See forms.py.

Each form has a neighbour that is read, so that the cure does not go further than the fault.
"""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import battery

OPENING = ("COMMUNE DE VALBRISE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n")
LISTED = ("Présents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL, Mme Zoé ROUX.\nSecrétaire de séance : Mme Léa DORVAL\n")
REST = "Objet : Achat d'un pré\nVu le code général des collectivités territoriales ;\n"
END = "Fait et délibéré les jour, mois et an que dessus. Pour extrait conforme.\n"
WORDS = ("vinght-trois", "vlngt-trois", "vinght trois", "vingt-trols", "dlx-huit", "d1x-huit", "di x-huit", "d\uFFFDx-huit", "dix/huit", "dix, huit", "dix hu it")
FIGURES = ("2-6", "2\u20116", "2–6", "2·6", "2:6", "2;6", "2'6", "2|6", "2_6", "2*6", "2(6)", "2\u115F6", "2\u11606", "2\u31646", "2\uFFA06", "2\u06006", "2\u066B6",
           "2\u06DD6", "2\u070F6", "2\uFFFD6", "٢٦", "²⁶", "②", "٢6", "\u202E62\u202C", "4\u0336")
VOTE = "Le conseil municipal, après en avoir délibéré, APPROUVE l'achat par {} voix pour et 2 voix contre.\n"
FORM = "Le conseil municipal, après en avoir délibéré, APPROUVE l'achat.\nPour : {} Contre : 2 Abstentions : 0\n"


SAID = [(frame.format(n), {"vote.pour": "!?-"}) for n in WORDS + FIGURES for frame in (VOTE, FORM)] # said, and not read
READ = [(frame.format(n), {"vote.pour": want}) for n, want in (("vingt-trois", "23"), ("vingt trois", "23"), ("trente-et-un", "31"), ("quatre-vingt-dix-sept", "97"), ("26", "26"))
        for frame in (VOTE, FORM)]
COUNTS = [(frame.format(n), {"effectif": "-"}) for n in WORDS + FIGURES + ("Dlx-neuf", "1\uFFFD9") for frame in ("Membres en exercice : {}\n", "Le conseil compte {} membres en exercice.\n")]
COUNTED = [(frame.format(n), {"effectif": want}) for n, want in (("vingt-trois", "23"), ("quatre-vingt-un", "81"), ("26", "26"))
           for frame in ("Membres en exercice : {}\n", "Le conseil compte {} membres en exercice.\n")]
NEIGHBOURS = [
    ("Le conseil municipal de Deux-Rives, après en avoir délibéré, APPROUVE l'achat par dix-huit voix pour, deux voix contre, trois abstentions.\n",
     {"vote.pour": "18", "vote.contre": "2", "vote.abstentions": "3"}),
    ("APPROUVE l'achat, en vertu de l'article dix-huit, par 12 voix pour, dont M. Luc SIX.\n", {"vote.pour": "12"}),
    ("APPROUVE l'achat à l'exception d'une voix contre.\n", {"vote.contre": "?1"}),
]
AS_THEY_ARE = ("a footer", "a margin", "a comma lost", "a colon lost")

Said = battery(SAID, lambda form: OPENING + LISTED + REST + form + END, without=AS_THEY_ARE)
Read = battery(READ, lambda form: OPENING + LISTED + REST + form + END, without=AS_THEY_ARE)
Counts = battery(COUNTS, lambda form: OPENING + form + LISTED + REST + FORM.format(12) + END, without=AS_THEY_ARE)
Counted = battery(COUNTED, lambda form: OPENING + form + LISTED + REST + FORM.format(12) + END, without=AS_THEY_ARE)
Neighbours = battery(NEIGHBOURS, lambda form: OPENING + LISTED + REST + form + END)

if __name__ == "__main__":
    unittest.main()
