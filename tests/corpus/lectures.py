#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What is read of a folder of texts: for each field, how often it is lu, absent, illisible or ambigu; or readings drawn at random, to check by eye.

usage: lectures.py FOLDER              a table in Markdown
       lectures.py FOLDER --tirer N    N values said to be read, drawn with SEED (1), each with the passage it comes from
"""
import collections, json, os, pathlib, random, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SCRUTATEUR", str(ROOT / "build" / "scrutateur"))
STATES = ("lu", "absent", "illisible", "ambigu")


def readings(folder):
    """(file, reading or None when the text was refused)"""
    for f in sorted(folder.glob("*.txt")):
        p = subprocess.run([PROGRAM, "lire", "--json", str(f)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        assert p.returncode in (0, 2), f"{f.name}: status {p.returncode}"
        yield f, json.loads(p.stdout) if p.stdout else None


def fields(reading):
    """(scope, name, field) of the séance, its actes and their votes."""
    for name, field in reading["champs"].items():
        yield "séance", name, field
    for acte in reading["actes"]:
        for name, field in acte.items():
            if isinstance(field, dict) and "statut" in field:
                yield "acte", name, field
        for vote in acte["votes"]:
            for name, field in vote.items():
                if isinstance(field, dict) and "statut" in field:
                    yield "vote", name, field


def table(folder):
    counts, refused, texts = collections.defaultdict(collections.Counter), 0, 0
    for _, reading in readings(folder):
        texts += 1
        refused += reading is None
        for scope, name, field in fields(reading) if reading else ():
            counts[scope, name][field["statut"]] += 1
    print(f"{texts} textes, {refused} refusés (rien d'une délibération), 0 arrêt\n")
    print("| portée | champ | " + " | ".join(STATES) + " |\n| --- | --- | " + " | ".join("---:" for _ in STATES) + " |")
    for (scope, name), c in counts.items():
        print(f"| {scope} | {name} | " + " | ".join(str(c[s]) for s in STATES) + " |")


def shown(value):
    if isinstance(value, list):
        return "; ".join(" > ".join(p["nom"] for p in ((v["mandant"], v["mandataire"]) if "mandant" in v else (v,))) if "mandant" in v or "nom" in v
                         else v.get("texte", "") for v in value)
    return str(value)


def draw(folder, n):
    read = []
    for f, reading in readings(folder):
        text = f.read_bytes()
        for scope, name, field in fields(reading) if reading else ():
            if field["statut"] == "lu":
                start, end = field.get("octets") or (0, 0)
                read.append((f.name, scope, name, shown(field["valeur"]), text[max(start - 60, 0):end + 60].decode("utf-8", "replace")))
    for name, scope, field, value, passage in random.Random(os.environ.get("SEED", "1")).sample(read, n):
        print(f"{name} | {scope} {field} | {value}\n    … {' '.join(passage.split())[:700]} …")


if __name__ == "__main__":
    where = pathlib.Path(sys.argv[1])
    draw(where, int(sys.argv[3])) if sys.argv[2:3] == ["--tirer"] else table(where)
