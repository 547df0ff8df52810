#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Who is there, as a table of the page: one line for each member under a line of titles. Read where the lines and their columns are kept, never read otherwise. See forms.py."""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import DAMAGES, Battery, dice, flat, l
from test_heads import OPENING, REST

THERE, AWAY, GIVEN = "ARBEL Paul; DORVAL Léa; VIAL Luc; ROUX Zoé", "GRISOL Anne; MOREL Jean", "GRISOL Anne > VIAL Luc"
ALL = l(THERE, AWAY, GIVEN)
ROWS = [("Orval", "M.", "ARBEL Paul", "p", ""), ("Orval", "Mme", "DORVAL Léa", "p", ""), ("Orval", "Mme", "GRISOL Anne", "g", "VIAL Luc"), ("Brise", "M.", "MOREL Jean", "a", ""),
        ("Brise", "M.", "VIAL Luc", "p", ""), ("Brise", "Mme", "ROUX Zoé", "p", "")]


def columns(titles, rows, widths):
    return "".join("".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() + "\n" for row in [titles, *rows])


def bars(titles, rows):
    return "".join(" | ".join(row).rstrip() + "\n" for row in [titles, *rows])


def worded(words):
    """Each member's state in words: (present, absent, how who gave a proxy is told)."""
    return [(c, t, n, words["pag".index(s)]) for c, t, n, s, _ in ROWS]


def crossed(mark):
    return [(n, mark if s == "p" else "", mark if s != "p" else "", h) for _, _, n, s, h in ROWS]


WORDS, CROSSES = ("Commune", "Titre", "NOM Prénom", "Présence"), ("NOM Prénom", "Présents", "Absents", "Pouvoir à")
HOLDERS = [(c, t, n, {"p": "P", "a": "A", "g": "Repr."}[s], h) for c, t, n, s, h in ROWS]
TABLES = [
    (columns(WORDS, worded(("Présent", "Absent", "Procuration à VIAL Luc")), (14, 8, 18, 30)), ALL),
    (columns(WORDS, worded(("Présent(e)", "Excusé", "Absent, pouvoir à VIAL Luc")), (14, 8, 18, 30)), {k: "?" + v for k, v in ALL.items()}),
    (columns(("NOM Prénom", "Présent / Absent"), [r[2:] for r in worded(("Présent", "Absente excusée", "Pouvoir à M. VIAL Luc"))], (20, 30)), ALL),
    (columns(("Ville", "Titre", "NOM Prénom", "Présence", "Représenté par"), HOLDERS, (12, 8, 18, 12, 20)), ALL),
    (columns(CROSSES, crossed("X"), (20, 12, 12, 20)), ALL),
    (columns(CROSSES, crossed("✓"), (24, 12, 12, 20)), ALL),
    (columns(CROSSES, [(n, "   " + p if p else p, "   " + a if a else a, h) for n, p, a, h in crossed("1")], (20, 12, 12, 20)), ALL),
    (bars(CROSSES, crossed("X")), ALL),
    (bars(WORDS, worded(("Présent", "Absent", "Procuration à VIAL Luc"))), ALL),
    ("En exercice : 6 - Présents : 4 - Pouvoirs : 1\n" + columns(CROSSES, crossed("X"), (20, 12, 12, 20)), ALL),
    # without titles; a commune that runs into the names of a roll
    ("\n" + columns(worded(("Présent", "Absent", "Procuration à VIAL Luc"))[0], worded(("Présent", "Absent", "Procuration à VIAL Luc"))[1:], (14, 8, 18, 30)), ALL),
    ("Appel nominal :\n" + columns(worded(("Présent", "Excusé", "Pouvoir à M. VIAL Luc"))[0], worded(("Présent", "Excusé", "Pouvoir à M. VIAL Luc"))[1:], (14, 8, 18, 30)), ALL),
    (columns(("NOM Prénom", "Présence"), [r[2:] for r in worded(("Présent", "Absent", "Pouvoir à VIAL Luc"))], (20, 30)), ALL),
    (columns(("Commune", "NOM Prénom", "Présence"), [(r[0].upper(), *r[2:]) for r in worded(("Présent", "Absent", "Excusé"))], (20, 20, 30)), l(THERE, AWAY)),
    # says two things of one, or nothing; a cross under no title; counts that do not agree
    (columns(CROSSES, [*crossed("X")[:5], ("ROUX Zoé", "X", "X", "")], (20, 12, 12, 20)), l("-", "-", "-")),
    (columns(CROSSES, [*crossed("X")[:5], ("ROUX Zoé", "", "", "")], (20, 12, 12, 20)), l("-", "-", "-")),
    (columns(CROSSES, [*crossed("X")[:5], ("ROUX Zoé", "X", "", "VIAL Luc")], (20, 12, 12, 20)), l("-", "-", "-")),
    (columns(CROSSES, [*crossed("X")[:5], ("ROUX Zoé   X", "", "", "")], (20, 12, 12, 20)), l("-", "-", "-")),
    (columns(CROSSES, [*crossed("X")[:3], ("les dames", "", "", ""), *crossed("X")[3:]], (20, 12, 12, 20)), l("-", "-", "-")),
    ("Présents : 5\n" + columns(CROSSES, crossed("X"), (20, 12, 12, 20)), l("-")),
]
# Functions in a column beside the names of a list.
BESIDE = [
    ("Présents :\n" + columns(("ARBEL Paul", "Maire"), [("DORVAL Léa", "1re adjointe"), ("VIAL Luc", "Adjoint"), ("ROUX Zoé", "Conseillère municipale")], (20, 30)) +
     "Absents :\n" + columns(("GRISOL Anne", "Conseillère municipale"), [("MOREL Jean", "Conseiller municipal")], (20, 30)), l(THERE, AWAY)),
    ("Présents :\n" + columns(("M. ARBEL Paul", "Maire"), [("Mme DORVAL Léa", "1re Adjointe"), ("M. VIAL Luc", "Conseiller municipal"), ("Mme ROUX Zoé", "Conseillère municipale")], (20, 30)) +
     "Excusés :\n" + columns(("Mme GRISOL Anne", "Conseillère municipale", "pouvoir à M. VIAL Luc"), [("M. MOREL Jean", "Conseiller municipal", "")], (20, 30, 30)), ALL),
]

# In a body where who represents may be a substitute: he holds a proxy where he has a line of his own, as present.
SITS = [(c, n, {"p": "P", "a": "A", "g": "Repr."}[s], h) for c, _, n, s, h in ROWS]
EPCI = [
    (columns(("Ville", "NOM Prénom", "Présence", "Représenté par"), SITS, (12, 18, 12, 20)), ALL),
    (columns(("Ville", "NOM Prénom", "Présence", "Représenté par"), [(*r[:3], "BRUN Guy" if r[3] else "") for r in SITS], (12, 18, 12, 20)), l("-", "-", "-")),
    (columns(("Ville", "NOM Prénom", "Présence"), [r[:3] for r in SITS], (12, 18, 12)), l("-", "-", "-")),
    (columns(("Ville", "Qualité", "NOM Prénom", "Présence"), [(r[0], "Suppléant" if r[2] == "A" else "Titulaire", *r[1:3]) for r in SITS], (12, 14, 18, 12)), l("-", "-", "-")),
    (columns(("Commune", "Délégués titulaires", "Présents", "Délégués suppléants", "Présents"), [("Orval", "ARBEL Paul", "X", "BRUN Guy", ""), ("Brise", "DORVAL Léa", "", "LORME Ida", "X"),
             ("Ramel", "VIAL Luc", "X", "GRISOL Anne", ""), ("Tour", "ROUX Zoé", "X", "MOREL Jean", "")], (12, 22, 12, 22, 12)), l("-", "-", "-")),
]


def frame(form):
    return OPENING["COMMUNE"] + form + REST


class Tables(Battery):
    FORMS = TABLES + BESIDE

    def test_forms__with_line_ends(self):
        self.check(self.FORMS, [frame(f) for f, _ in self.FORMS])

    def test_forms__without_line_ends(self):
        self.check(self.FORMS, [flat(frame(f)) for f, _ in self.FORMS], damaged=True)

    def test_forms__indented(self):
        self.check(self.FORMS, ["".join("      " + row + "\n" for row in frame(f).split("\n")) for f, _ in self.FORMS])

    def test_forms__of_a_body_of_several_communes(self):
        self.check(EPCI, [OPENING["EPCI"] + f + REST for f, _ in EPCI])

    def test_noise(self):
        for name, damage in DAMAGES.items():
            rnd = dice(name)
            rows = [(damage(rnd, form, ("n° 2024 / 131", "Service juridique", "12/03/2024")), wanted) for form, wanted in self.FORMS]
            for ends in (str, flat):
                self.check(rows, [ends(frame(f)) for f, _ in rows], damaged=True)

    def test_noise__a_row_cut(self):
        """A line of the table that is broken anywhere: nothing is read, or all of it."""
        rnd = dice("a row cut")
        rows = []
        for form, wanted in self.FORMS[:14]:
            places = [i for i, c in enumerate(form) if c == " " and form[i - 1] != " "]
            for k in rnd.sample(places, 8):
                rows.append((form[:k] + "\n" + form[k + 1:], wanted))
        self.check(rows, [frame(f) for f, _ in rows], damaged=True)


if __name__ == "__main__":
    unittest.main()
