# SPDX-License-Identifier: EUPL-1.2
"""A burst: small texts that are in the drop before the start, to the last one taken and to the last one judged; the median of three rounds.
BENCH_OTHER names another program (below a build/ of this tree, to find its rules), measured in turns with the first; each takes the
rule and the statutes of this tree.
"""
import os, shutil, subprocess, time

from bench_flow import until
from program import PROGRAM, ROOT, SAMPLES, config

DOCUMENTS = int(os.environ.get("BENCH_DOCS", "2000"))
ROUNDS = 3


def burst(home, program):
    """(seconds to the empty drop, seconds to the last line) from the moment the rules are loaded."""
    depot, alerts = home / "depot", home / "alertes.jsonl"
    depot.mkdir(mode=0o750)
    (home / "regles").mkdir()
    shutil.copy(ROOT / "rules" / "unanimite.lua", home / "regles")
    sample = (SAMPLES / "cm-quorum.txt").read_bytes()
    for i in range(DOCUMENTS):
        (depot / f"acte-{i:06}.txt").write_bytes(sample + b"\nexemplaire %d\n" % i)
    conf = config(home, depot=depot, etat=home / "etat", regles=home / "regles", stabilite_ms=50,
                  alertes={"fichier": alerts, "journal": "non", "syslog": "non"})
    judged = lambda: sum(alerts.read_bytes().count(w) for w in (b'"event":"document"', b'"event": "document"'))
    with open(home / "log", "wb") as log:
        daemon = subprocess.Popen([program, "surveiller", "--config", str(conf)], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            until(daemon, home / "log", lambda: alerts.exists() and b'"demarrage"' in alerts.read_bytes(), 60)
            start = time.monotonic()
            until(daemon, home / "log", lambda: not any(depot.iterdir()), 600)
            taken = time.monotonic() - start
            until(daemon, home / "log", lambda: judged() >= DOCUMENTS, 600)
            return taken, time.monotonic() - start
        finally:
            daemon.terminate()
            daemon.wait(timeout=60)


def run(home):
    programs = [PROGRAM] + [p for p in [os.environ.get("BENCH_OTHER")] if p]
    rounds = {p: [] for p in programs}
    for n in range(ROUNDS):
        for i, program in enumerate(programs):
            place = home / f"{n}-{i}"
            place.mkdir()
            rounds[program].append(burst(place, program))
            shutil.rmtree(place)
    print(f"\n{DOCUMENTS} texts in the drop before the start, the median of {ROUNDS} rounds")
    for program, times in rounds.items():
        taken, judged = (sorted(t)[ROUNDS // 2] for t in zip(*times))
        print(f"  taken {DOCUMENTS / taken:7.0f}/s   judged {DOCUMENTS / judged:7.0f}/s   {program}")
