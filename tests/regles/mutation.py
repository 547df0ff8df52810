#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Flips the comparison operators of each rule one by one; the essais of the rule must fail each time.

usage: mutation.py [rule…]      (`make mutation`; SCRUTATEUR names the program)

< becomes <=, > becomes >=, == becomes ~=, and the other way round. Only code is flipped, never texts, comments or essais. A survivor is
shown with its line: an essai is missing, or the comparison is of no use. A line that ends with `-- équivalent : …` says why no essai can
tell the difference, and is counted apart.
"""
import concurrent.futures, os, pathlib, re, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT, config

FLIP = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "~=", "~=": "=="}
TOKEN = re.compile(r'--[^\n]*|"(?:\\.|[^"\\\n])*"|<=|>=|==|~=|<|>')
EQUIVALENT = "-- équivalent :"


def code_end(text):
    """Where the essais begin: everything behind the closing of regle { }."""
    return text.index("\n}\n", text.index("\nregle {")) + 3


def mutants(text):
    end = code_end(text)
    for m in TOKEN.finditer(text, 0, end):
        if m.group() in FLIP:
            line_end = text.index("\n", m.end())
            line = text[text.rindex("\n", 0, m.start()) + 1:line_end]
            yield text.count("\n", 0, m.start()) + 1, line.strip(), text[:m.start()] + FLIP[m.group()] + text[m.end():]


def survives(rule, text):
    with tempfile.TemporaryDirectory(prefix="scrutateur-mutation-") as folder:
        rules = pathlib.Path(folder) / "regles"
        rules.mkdir()
        (rules / rule.name).write_text(text, encoding="utf-8")
        p = subprocess.run([PROGRAM, "essayer", "--config", str(config(folder, regles=rules)), rule.stem], stdin=subprocess.DEVNULL,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
        return p.returncode == 0


def main(names):
    rules = [r for r in sorted((ROOT / "rules").glob("*.lua")) if not names or r.stem in names]
    survivors = equivalent = total = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for rule in rules:
            text = rule.read_text(encoding="utf-8")
            if not survives(rule, text):
                print(f"{rule.name}: its essais fail as it is")
                survivors += 1
                continue
            found = list(mutants(text))
            alive = [(n, line) for (n, line, _), yes in zip(found, pool.map(lambda m: survives(rule, m[2]), found)) if yes]
            known = [a for a in alive if EQUIVALENT in a[1]]
            total, equivalent, survivors = total + len(found), equivalent + len(known), survivors + len(alive) - len(known)
            print(f"{rule.stem:36} {len(found):3} flipped, {len(alive) - len(known)} survived, {len(known)} equivalent", flush=True)
            for n, line in alive:
                if EQUIVALENT not in line:
                    print(f"    rules/{rule.name}:{n}: {line}")
    print(f"{total} flipped, {survivors} survived, {equivalent} equivalent")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
