# SPDX-License-Identifier: EUPL-1.2
"""What one document costs in a warm rule host (tests/bench/judging.c): reading, judging by all rules, a fork; side by side in one run.

The documents are the corpus texts of about 6 KB; without the corpus, the regular samples, each made as long by more of its own paragraphs.
"""
import os, pathlib, statistics, subprocess

from bench_reading import CORPUS
from program import ROOT, SAMPLES

JUDGING = os.path.join(os.environ.get("BENCH", ROOT / "build/bench"), "judging")
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "100"))
TYPICAL = range(5500, 6601)


def typical(home):
    found = [p for folder in ("dev", "unlabelled") for p in sorted((CORPUS / folder).glob("*.txt")) if p.stat().st_size in TYPICAL]
    if found:
        return found[:20], "corpus texts"
    made = []
    for p in sorted(SAMPLES.glob("*-reguliere.txt")):
        text = p.read_text()
        head, mark, tail = text.partition("\n\n")
        filler = "\nLe rapport rappelle le contexte et les objectifs de cette opération, ses étapes et les partenaires qui y prennent part.\n"
        path = home / p.name
        path.write_text(head + mark + filler * ((6000 - len(text.encode())) // len(filler.encode())) + "\n" + tail)
        made.append(path)
    return made, "samples made longer"


def run(home):
    paths, kind = typical(home)
    out = subprocess.run([JUDGING, str(ROUNDS), *map(str, paths)], cwd=ROOT, env={**os.environ, "LD_BIND_NOW": "1"}, stdout=subprocess.PIPE, check=True).stdout.decode()
    rows = [line.split() for line in out.splitlines()]
    figure = {row[0]: float(row[1]) for row in rows if row[0] != "rule"}
    rules = sorted(((float(row[2]), row[1]) for row in rows if row[0] == "rule"), reverse=True)
    size = statistics.mean(p.stat().st_size for p in paths)
    print(f"\none document in the warm rule host: {len(paths)} {kind} of {size / 1000:.1f} KB on average, {figure['rules']:.0f} rules, median of {ROUNDS} rounds")
    print(f"  reading                {figure['read']:8.0f} µs of CPU")
    print(f"  judging by all rules   {figure['judge']:8.0f} µs   {figure['judge'] / figure['read']:.2f} times the reading")
    print(f"  fork, exit and wait    {figure['fork']:8.0f} µs")
    print(f"  its child, all told    {figure['child']:8.0f} µs   {figure['child_faults']:.0f} page faults")
    print("  dearest rules: " + ", ".join(f"{name} {us:.0f}" for us, name in rules[:5]))
