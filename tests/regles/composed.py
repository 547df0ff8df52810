# SPDX-License-Identifier: EUPL-1.2
"""How many alarms give an essai by `essayer --depuis`, rule by rule. Not part of `make check`.

    composed.py [-v] [RULE…]        each planted fault of test_planted.py: composed on any sample, then on another than the one that carries the fault
    composed.py [-v] -d DIRECTORY   each anomaly of the texts below DIRECTORY (once per text and rule), and names of theirs that went into an essai
-v shows what was said of those that give none.
"""
import collections, json, pathlib, re, sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[1] / "support")]
from program import SAMPLES, reading, run, temporary
from test_planted import FAULTS, REGULAR, Act

EVERY = sorted(p.stem for p in SAMPLES.glob("*.txt"))
WORDS = re.compile(r"[^\W\d_]{3,}")


def planted():
    for act in [Act(SAMPLES / f"{name}.txt") for name in REGULAR]:
        for fault, (plant, rule, _) in FAULTS.items():
            text = plant(act)
            if text is not None and text != act.text:
                yield act.name, fault, rule, text


def of_planted(only, tell):
    count = collections.defaultdict(lambda: [0, 0, 0])
    with temporary() as folder:
        path = pathlib.Path(folder) / "acte.txt"
        for sample, fault, rule, text in planted():
            if only and rule not in only:
                continue
            path.write_text(text, encoding="utf-8")
            asked = ("--depuis", path, "--regle", rule)
            status, _, err = run("essayer", *asked)
            count[rule][0] += 1
            count[rule][1] += status == 0
            count[rule][2] += any(run("essayer", *asked, "--exemple", s)[0] == 0 for s in EVERY if s != sample)
            if status:
                tell(f"-- {rule}, {fault}, {sample}\n{err}")
    return count


def names(value):
    """Words of the names in a reading: people, and the collectivité."""
    if isinstance(value, dict):
        found = set(WORDS.findall(value["nom"])) if isinstance(value.get("nom"), str) else set()
        return found.union(*map(names, value.values()))
    return set().union(*map(names, value)) if isinstance(value, list) else set()


def of_texts(directory, tell):
    count = collections.defaultdict(lambda: [0, 0, 0])
    known = set().union(*(WORDS.findall((SAMPLES / f"{s}.txt").read_text("utf-8")) for s in EVERY))
    seen = set()
    for line in run("verifier", "--json", *sorted(pathlib.Path(directory).rglob("*.txt")), timeout=600)[1].splitlines():
        record = json.loads(line)
        if record.get("verdict") != "anomalie" or (record["rule"]["id"], record["document"]["path"]) in seen:
            continue
        rule, path, acte = record["rule"]["id"], record["document"]["path"], (record.get("act") or {}).get("index") or 0
        seen.add((rule, path))
        status, out, err = run("essayer", "--depuis", path, "--regle", rule, *(("--acte", acte + 1) if acte else ()))
        count[rule][0] += 1
        count[rule][1] += status == 0
        if status:
            tell(f"-- {rule}, {path}\n{err}")
            continue
        read = reading(path)
        named = names(read) | set(WORDS.findall(str(read["champs"]["seance.president"].get("valeur"))))
        named |= {w for w in WORDS.findall(str(read["champs"]["collectivite"].get("valeur"))) if w[0].isupper()}
        count[rule][2] += len((named & set(WORDS.findall(out))) - known)
    return count


def main(args):
    tell = print if "-v" in args else lambda said: None
    args = [a for a in args if a != "-v"]
    count = of_texts(args[1], tell) if args[:1] == ["-d"] else of_planted(args, tell)
    for rule, row in sorted(count.items()):
        print(f"{rule:36} {row[0]:3} {row[1]:3} {row[2]:3}")
    print(f"{'total':36} " + " ".join(f"{sum(c[k] for c in count.values()):3}" for k in range(3)))


if __name__ == "__main__":
    main(sys.argv[1:])
