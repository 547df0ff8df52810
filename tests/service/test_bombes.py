# SPDX-License-Identifier: EUPL-1.2
"""The bombs of tests/bombes before the daemon: it serves throughout, says each of them, and judges the next document rightly.

How each one ends by itself is tests/unit/rules/test_bombs.c, without the lint; here the files come as they would, and those the lint knows are refused.
"""
import pathlib, shutil, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, FAULTY, ROOT, ServiceTest

BOMBS = ROOT / "tests/bombes"
ENDS = dict(line.split() for line in (BOMBS / "FINS").read_text().splitlines())
SLOW = [name for name, end in ENDS.items() if end == "limite_temps"]
QUICK = [name for name in ENDS if name not in SLOW]


class Bombs(ServiceTest):
    def explode(self, names):
        d = self.daemon(rules=("pouvoir-unique",))
        for name in names:
            shutil.copy(BOMBS / f"{name}.lua", d.rules)
        d.start()
        d.put("1.txt", COUNCIL.read_bytes())
        d.judged(1)
        self.assertIsNone(d.process.poll())
        d.put("2.txt", FAULTY.read_bytes())
        d.judged(2)
        first, second = (dict(d.rows("SELECT rule, verdict FROM verdict WHERE document = ?", n)) for n in (1, 2))
        self.assertIn(first.pop("pouvoir-unique"), ("conforme", "sans_objet"))
        self.assertEqual(second.pop("pouvoir-unique"), "anomalie")
        for name in names:
            self.assertEqual(first[name], "conforme" if ENDS[name] == "conforme" else "erreur", name)
            self.assertIn(second[name], ("conforme", "erreur"), name)  # erreur: it was refused, and is said of each document
        self.assertEqual(d.path("alerte"), ["2.txt"])
        return first, second

    def test_every_file_has_its_end(self):
        self.assertEqual(set(ENDS), {p.stem for p in BOMBS.glob("*.lua")})

    def test_bombs_one_third(self):
        self.explode(QUICK[::3])

    def test_bombs_two_thirds(self):
        self.explode(QUICK[1::3])

    def test_bombs_three_thirds(self):
        self.explode(QUICK[2::3])

    def test_bombs_that_take_their_time(self):
        first, second = self.explode(SLOW)
        self.assertEqual(set(second.values()), {"conforme"})


if __name__ == "__main__":
    unittest.main()
