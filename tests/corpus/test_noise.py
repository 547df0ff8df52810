#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The heads of test_heads.py, each damaged once: no list may be read with another value than the undamaged head gives.

A list that was damaged may stay unread; one that is read is the right one. The damages are those of real texts: lines broken anywhere, a page's footer
between two lines, a comma or a colon lost, a word of the margin in the middle, spaces doubled. SEED=n tries others.
"""
import json, os, pathlib, random, re, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT
from test_heads import HEADS, OPENING, REST, bare, people

FOOTERS = ["Page 2/6", "Commune de Valbrise - séance du 12 mars 2024", "2", "Extrait du registre des délibérations", "- 2 -"]
MARGIN = ["n° 2024 / 131", "Service juridique", "12/03/2024"]
def same(read, want):
    """A holder may be left with his family name: who he is stays sure."""
    return read == want or (len(read) == len(want) and all(" > " in r and set(r.split()) <= set(w.split()) for r, w in zip(read, want)))


FIELDS = ("presents", "absents", "pouvoirs")


def cut(rnd, text, mark, instead=""):
    places = [m.start() for m in re.finditer(re.escape(mark), text)]
    if not places:
        return text
    k = rnd.choice(places)
    return text[:k] + instead + text[k + len(mark):]


def wrapped(rnd, text):
    out, width = [], 0
    for word in re.split(r"([ \n])", text):
        width = 0 if word == "\n" else width + len(word)
        out.append("\n" if word == " " and width > rnd.choice((50, 60, 70)) else word)
        width = 0 if out[-1] == "\n" else width
    return "".join(out)


def with_footer(rnd, text):
    lines = wrapped(rnd, text).split("\n")
    lines.insert(rnd.randrange(len(lines)), rnd.choice(FOOTERS))
    return "\n".join(lines)


DAMAGES = {
    "lines broken": wrapped,
    "a footer": with_footer,
    "a comma lost": lambda rnd, t: cut(rnd, t, ","),
    "a colon lost": lambda rnd, t: cut(rnd, t, ":"),
    "a margin": lambda rnd, t: cut(rnd, t, " ", f" {rnd.choice(MARGIN)} "),
    "spaces doubled": lambda rnd, t: t.replace(" ", "  "),
}


class Noise(unittest.TestCase):
    def check(self, name):
        rnd = random.Random(f"{os.environ.get('SEED', 1)} {name}")
        wrong = []
        with tempfile.TemporaryDirectory() as tmp:
            damaged = []
            for flat in (False, True):
                for whose, head, *wanted in HEADS:
                    head = DAMAGES[name](rnd, head)
                    text = OPENING[whose] + head + REST
                    file = pathlib.Path(tmp) / f"{len(damaged):03}.txt"
                    file.write_text(text.replace("\n", " ") if flat else text, encoding="utf-8")
                    damaged.append((head, wanted, file))
            out = subprocess.run([PROGRAM, "lire", "--json", *(str(d[2]) for d in damaged)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            readings = [json.loads(line)["champs"] for line in out.stdout.decode().splitlines()]
        self.assertEqual(len(readings), len(damaged))
        for (head, wanted, _), champs in zip(damaged, readings):
            for field, want in zip(FIELDS, wanted):
                if want is None or champs[field]["statut"] in ("illisible", "ambigu"):
                    continue
                want = sorted(" > ".join(map(bare, w.split(" > "))) for w in want.split("; "))
                if not same(people(champs[field]), want):
                    wrong.append(f"{field}: {people(champs[field])}, not {want}, of {head!r}")
        self.assertEqual(wrong, [])


for name in DAMAGES:
    setattr(Noise, "test_noise__" + name.replace(" ", "_"), lambda self, name=name: self.check(name))

if __name__ == "__main__":
    unittest.main()
