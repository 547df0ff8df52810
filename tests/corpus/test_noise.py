#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The heads of test_heads.py, each damaged once: no list may be read with another value than the undamaged head gives.

A list that was damaged may stay unread; one that is read is the right one. The damages are those of real texts: lines broken anywhere, a page's footer
between two lines, a comma or a colon lost, a word of the margin in the middle, spaces doubled. SEED=n tries others.
"""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from forms import DAMAGES, MARGIN, NOT_READ, bare, dice, flat, read_all, same_people
from test_heads import HEADS, OPENING, REST, people

FIELDS = ("presents", "absents", "pouvoirs")


class Noise(unittest.TestCase):
    def check(self, name):
        rnd, wrong = dice(name), []
        damaged = [(ends, whose, DAMAGES[name](rnd, head, MARGIN), wanted) for ends in (str, flat) for whose, head, *wanted in HEADS]
        readings = read_all([ends(OPENING[whose] + head + REST) for ends, whose, head, _ in damaged])
        for (_, _, head, wanted), champs in zip(damaged, readings):
            for field, want in zip(FIELDS, wanted):
                if want is None or champs[field]["statut"] in NOT_READ[:2]:
                    continue
                want = sorted(" > ".join(map(bare, w.split(" > "))) for w in want.split("; "))
                if not same_people(people(champs[field]), want):
                    wrong.append(f"{field}: {people(champs[field])}, not {want}, of {head!r}")
        self.assertEqual(wrong, [])


for name in DAMAGES:
    setattr(Noise, "test_noise__" + name.replace(" ", "_"), lambda self, name=name: self.check(name))

if __name__ == "__main__":
    unittest.main()
