#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Lists as Word has them, each member a paragraph, with what stands among them: struck members, signs, boxes, columns. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import Battery, l
from test_heads import OPENING, REST

FOUR = ["M. Paul ARBEL", "Mme Léa DORVAL", "M. Luc VIAL", "Mme Zoé ROUX"]
HERE = "Paul ARBEL; Léa DORVAL; Luc VIAL; Zoé ROUX"
ABSENT = ["Absent : M. Jean MOREL"]


def among(*lines, before=4, absent=ABSENT):
    """Those lines behind the first of the four, and the absent."""
    return "\n\n".join(["Étaient présents :", *FOUR[:before], *lines, *FOUR[before:], *absent]) + "\n\n"


SIGNS = [
    *[(among(sign + " M. Guy BRUN"), l("?" + HERE, "Jean MOREL")) for sign in ("☐", "~", "=", "#", "→", "…", ">", "(", "¤")],
    (among("~~M. Guy BRUN~~"), l("?" + HERE, "Jean MOREL")),
    (among("~~M. Guy BRUN~~", before=2), l("?" + HERE, "Jean MOREL")),
    (among(absent=["Absents :", "M. Jean MOREL", "Mme Anne GRISOL", "☐ M. Guy BRUN"]), l(HERE, "?Jean MOREL; Anne GRISOL")),
    # a sign and no member
    (among("→ Le quorum est atteint."), l(HERE, "Jean MOREL")),
    (among("☐ séance publique"), l(HERE, "Jean MOREL")),
]
WOVEN = [ # between two members: the list is whole or not read
    *[(among(line, before=2), l("?" + HERE, "Jean MOREL")) for line in ("Date de convocation : 5 mars 2024", "Convocation du 5 mars 2024", "Quorum : 4", "Président : M. Paul ARBEL")],
    (among("Date de convocation :", "5 mars 2024", before=3), l("?" + HERE, "Jean MOREL")),
    (among("Date de convocation : 5 mars 2024"), l(HERE, "Jean MOREL")),
    # who signs or is named again is no other member
    (among("Quorum : 4", "Mme Zoé ROUX"), l(HERE, "Jean MOREL")),
    (among("Quorum : 4", "Le Maire,", "M. Guy BRUN"), l(HERE, "Jean MOREL")),
]
BODIES = [ # a body is no label of the heading below it
    *[(among(body), l(HERE, "Jean MOREL")) for body in ("Département de l'Orsenne", "Commune de Valbrise")],
    (among("Communauté de communes du Val d'Orsenne"), l("?" + HERE, "Jean MOREL")),
    (among("Commune de Valbrise", absent=["Excusés : M. Jean MOREL, Mme Anne GRISOL"]), l(HERE, "Jean MOREL; Anne GRISOL")),
    ("Étaient présents :\n\nCommune de Valbrise :\n\n" + "\n\n".join(FOUR) + "\n\nAbsent : M. Jean MOREL\n\n", l(HERE, "Jean MOREL")),
]
RIGHT = [ # the labels of merged cells at the right of the rows
    ("M. Paul ARBEL   Présents\n\nMme Léa DORVAL\n\nM. Luc VIAL\n\nMme Zoé ROUX\n\nM. Jean MOREL   Absents\n\nMme Anne GRISOL\n\n", l("?" + HERE, "?Jean MOREL; Anne GRISOL")),
    ("Présents   M. Paul ARBEL\n\nMme Léa DORVAL\n\nM. Luc VIAL\n\nMme Zoé ROUX\n\nAbsents   M. Jean MOREL\n\nMme Anne GRISOL\n\n", l(HERE, "Jean MOREL; Anne GRISOL")),
]
COLUMNS = [ # a cell is empty, or merged with the one above it
    *[(among(absent=[head, "M. Jean MOREL   M. Luc VIAL", "Mme Anne GRISOL"]), l(HERE, "?Jean MOREL; Anne GRISOL", "!?Jean MOREL > Luc VIAL"))
      for head in ("Absents   Pouvoir à", "Excusés   Procuration à", "Excusés   Pouvoir", "Absents   Représentés par")],
    (among(absent=["Absents   Pouvoir à", "M. Jean MOREL", "Mme Anne GRISOL   M. Luc VIAL"]), l(HERE, "?Jean MOREL; Anne GRISOL", "!?Anne GRISOL > Luc VIAL")),
    (among(absent=["Absents   Pouvoir à", "M. Jean MOREL   M. Luc VIAL", "Mme Anne GRISOL   Mme Léa DORVAL"]),
     l(HERE, "Jean MOREL; Anne GRISOL", "Jean MOREL > Luc VIAL; Anne GRISOL > Léa DORVAL")),
    # … and no title
    (among(absent=["Absents", "M. Jean MOREL   M. Luc VIAL", "Mme Anne GRISOL"]), l(HERE, "?Jean MOREL; Anne GRISOL", "!?Jean MOREL > Luc VIAL")),
    (among(absent=["Absents :", "M. Jean MOREL", "Mme Anne GRISOL   M. Luc VIAL"]), l(HERE, "?Jean MOREL; Anne GRISOL", "!?Anne GRISOL > Luc VIAL")),
    (among(absent=["Absents :", "M. Jean MOREL   Mme Anne GRISOL"]), l(HERE, "Jean MOREL; Anne GRISOL")),
    (among(absent=["Absents :", "M. Jean MOREL", "Mme Anne GRISOL"]), l(HERE, "Jean MOREL; Anne GRISOL")),
]


class Paragraphs(Battery):
    def test_forms__signs(self):
        self.read(SIGNS)

    def test_forms__woven_lines(self):
        self.read(WOVEN)

    def test_forms__bodies(self):
        self.read(BODIES)

    def test_forms__labels_at_the_right(self):
        self.read(RIGHT)

    def test_forms__columns(self):
        self.read(COLUMNS)

    def read(self, forms):
        self.check(forms, [OPENING["COMMUNE"] + "\n" + form + REST for form, _ in forms])


if __name__ == "__main__":
    unittest.main()
