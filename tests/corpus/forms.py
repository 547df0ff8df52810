# SPDX-License-Identifier: EUPL-1.2
"""What the batteries of forms share: reading invented texts all at once, with their line ends or without; damaging one of them as real texts are.

A battery is a list of forms, (text, wanted) with wanted a dict of fields. A value that stands alone must be read; "?value" may stay unread and never be
read otherwise; "-" is a decoy: the field must not be read at all ("-value": a damage may hide why not); "!value" is said by the text: whatever stays
unread, it is not absent. Lists of people are written "A; B", pouvoirs "A > B; C > D".
"""
import json, os, pathlib, random, re, subprocess, sys, tempfile, unicodedata, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT

NOT_READ = ("illisible", "ambigu", "absent")
VOICES = ("pour", "contre", "abstentions", "ne_prennent_pas_part", "formule")


def read_whole(texts):
    """The whole reading of each text, in order."""
    with tempfile.TemporaryDirectory() as tmp:
        files = [pathlib.Path(tmp) / f"{k:03}.txt" for k in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(text, encoding="utf-8")
        out = subprocess.run([PROGRAM, "lire", "--json", *map(str, files)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    readings = [json.loads(line) for line in out.stdout.decode().splitlines()]
    assert len(readings) == len(texts), out.stderr.decode()
    return readings


def read_all(texts):
    """The fields of each text, in order; acte.… and vote.… are the first acte's, vote.n how many votes it has."""
    readings = []
    for whole in read_whole(texts):
        acte = whole["actes"][0]
        votes = acte["votes"] or [dict.fromkeys(VOICES, {"statut": "illisible"})]
        readings.append({**whole["champs"], "acte.numero": acte["numero"], "acte.objet": acte["objet"], "acte.deports": acte["deports"], "acte.references": acte["references"], "acte.presents": acte["presents"], "vote.n": {"statut": "lu", "valeur": len(acte["votes"])},
                         **{f"vote.{v}": votes[0][v] for v in VOICES}})
    return readings


def flat(text):
    return text.replace("\n", " ")


def l(presents=None, absents=None, pouvoirs=None):
    """What is wanted of the lists of a form; of None nothing is asked."""
    return {k: v for k, v in (("presents", presents), ("absents", absents), ("pouvoirs", pouvoirs)) if v is not None}


def bare(name):
    """A name without accents, case, marks and order of words."""
    letters = (c for c in unicodedata.normalize("NFKD", name).lower() if not unicodedata.combining(c))
    return " ".join(sorted("".join(c if c.isalnum() else " " for c in letters).split()))


def who(item):
    return " > ".join(bare(p["nom"]) for p in ((item["mandant"], item["mandataire"]) if "mandant" in item else (item,)))


def same_people(read, want):
    """Of a damaged text a holder may be left with his family name, and an initial M. be taken for Monsieur: who they are stays sure."""
    without_m = lambda name: re.sub(r"\bm ?\b", "", name).strip()
    return read == want or (len(read) == len(want) and all(
        sorted(without_m(r).split()) == sorted(without_m(w).split()) or (" > " in r and set(r.split()) <= set(w.split())) for r, w in zip(read, want)))


def same(field, want, damaged=False):
    value = field["valeur"]
    if isinstance(value, list):
        read, want = sorted(map(who, value)), sorted(" > ".join(map(bare, w.split(" > "))) for w in want.split("; "))
        return read == want or (damaged and same_people(read, want))
    if isinstance(value, dict):
        return bare(value["nom"]) == bare(want)
    return " ".join(str(value).split()) == want


def fault(field, want, damaged):
    """What is wrong with the field read, or None."""
    if want[0] == "!":
        if field["statut"] == "absent":
            return "absent"
        want = want[1:]
    if field["statut"] in NOT_READ:
        return None if damaged or want[0] in "?-" else "missing"
    if want[0] == "-" and not (damaged and want[1:]):
        return "read"
    return None if same(field, want.lstrip("?-"), damaged) else "wrong"


FOOTERS = ["Page 2/6", "Commune de Valbrise - séance du 12 mars 2024", "2", "Extrait du registre des délibérations", "- 2 -"]
SERVICE, NUMBER, DAY = "Service juridique", "n° 2024 / 131", "12/03/2024"
MARGIN = (NUMBER, SERVICE, DAY)


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
    "lines broken": lambda rnd, t, _: wrapped(rnd, t),
    "a footer": lambda rnd, t, _: with_footer(rnd, t),
    "a comma lost": lambda rnd, t, _: cut(rnd, t, ","),
    "a colon lost": lambda rnd, t, _: cut(rnd, t, ":"),
    "a margin": lambda rnd, t, margin: cut(rnd, t, " ", f" {rnd.choice(margin)} "),
    "spaces doubled": lambda rnd, t, _: t.replace(" ", "  "),
}


def dice(name):
    """SEED=n tries other damages."""
    return random.Random(f"{os.environ.get('SEED', 1)} {name}")


class Battery(unittest.TestCase):
    maxDiff = None

    def check(self, forms, texts, damaged=False):
        out = []
        for (form, wanted), champs in zip(forms, read_all(texts)):
            for name, want in wanted.items():
                kind = fault(champs[name], want, damaged)
                if kind is not None:
                    out.append(f"{kind} {name}: {champs[name].get('valeur')} {champs[name].get('raison', '')}, not {want}, of {form!r}")
        self.assertEqual(out, [], "\n" + "\n".join(out))


def battery(forms, frame, margin=MARGIN, without=(), in_lines=()):
    """A test class over `forms`; frame(form) is the whole text. Damages: never another value, whatever stays unread.

    margin: what may stand in the margin; not what a reader could only take for the value (a day behind "Publié le").
    without: damages that make another value of it for a person, too; in_lines: those that do so only where line ends are lost.
    """
    members = {
        "test_forms__with_line_ends": lambda self: self.check(forms, [frame(f) for f, _ in forms]),
        "test_forms__without_line_ends": lambda self: self.check(forms, [flat(frame(f)) for f, _ in forms]),
    }
    for name, damage in DAMAGES.items():
        if name in without:
            continue

        def damaged(self, name=name, damage=damage):
            rnd = dice(name)
            rows = [(damage(rnd, form, margin), wanted) for form, wanted in forms]
            for ends in (str,) if name in in_lines else (str, flat):
                self.check(rows, [ends(frame(f)) for f, _ in rows], damaged=True)
        members["test_noise__" + name.replace(" ", "_")] = damaged
    return type("Forms", (Battery,), members)
