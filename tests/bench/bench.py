#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: the figures of docs/MESURES.md, side by side in one run. Never a gate: these machines are noisy, look at the ratios.

1. reading alone, against `wc -w` (bench_reading.py)
2. one document in a warm rule host: reading, judging, a fork (bench_host.py)
3. reading + judging: `verifier --json` over a set of the sample acts, against `wc -w` over the same files (three rounds, the fastest of each)
4. the daemon: documents per second from the drop to the synced line, and the peak memory of supervisor and host
5. a burst: the same number of small texts that are in the drop before the start, to the last one taken and to the last one judged; the median of
   three rounds. BENCH_OTHER names another program, measured in turns with the first

BENCH_MB (100), BENCH_JUDGED_MB (8) and BENCH_DOCS (2000) change the sizes; BENCH_ONLY=reading|host|judging|daemon|burst runs one of them.
"""
import os, pathlib, resource, shutil, signal, subprocess, sys, tempfile, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import bench_host, bench_reading
from program import PROGRAM, ROOT, SAMPLES, config

MEGABYTES = int(os.environ.get("BENCH_JUDGED_MB", "8"))
DOCUMENTS = int(os.environ.get("BENCH_DOCS", "2000"))
ROUNDS = 3


def make_set(folder, size):
    """Copies of the samples until `size` bytes; each made different by a trailing comment line, as two acts are."""
    samples = [p.read_bytes() for p in sorted(SAMPLES.glob("*.txt"))]
    paths, total = [], 0
    while total < size:
        data = samples[len(paths) % len(samples)] + b"\nexemplaire %d\n" % len(paths)
        path = folder / f"acte-{len(paths):06}.txt"
        path.write_bytes(data)
        paths.append(path)
        total += len(data)
    return paths, total


def batches(paths, n=4000):
    return [paths[i:i + n] for i in range(0, len(paths), n)]


def timed(command, paths):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    for batch in batches(paths):
        p = subprocess.run([*command, *map(str, batch)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if p.returncode not in (0, 1):
            sys.exit(f"{command[0]}: {p.stderr.decode('utf-8', 'replace')[:400]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - start, cpu


def bench_judging(folder):
    paths, total = make_set(folder, MEGABYTES * 1000 * 1000)
    rows = {}
    for _ in range(ROUNDS):
        for name, command in (("wc -w", ["wc", "-w"]), ("verifier --json", [PROGRAM, "verifier", "--json"])):
            got = timed(command, paths)
            rows[name] = min(rows.get(name, got), got)
    mb = total / 1e6
    print(f"\nreading and judging {mb:.0f} MB in {len(paths)} acts, the fastest of {ROUNDS} rounds")
    for name, (wall, cpu) in rows.items():
        print(f"  {name:18}{mb / wall:8.1f} MB/s   {len(paths) / wall:8.0f} acts/s   {cpu / len(paths) * 1e6:8.0f} µs CPU per act")
    print(f"  ratio: wc -w is {rows['verifier --json'][0] / rows['wc -w'][0]:.1f} times as fast")


def peak_kib(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1])
    return 0


def children_of(pid):
    return [int(x) for x in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def count_lines(path, word):
    return path.read_bytes().count(word) if path.exists() else 0


def wait_until(what, seconds):
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            sys.exit("the daemon did not finish in time")
        time.sleep(0.01)


def bench_daemon(home):
    depot, alerts, ready = home / "depot", home / "alertes.jsonl", home / "pret"
    depot.mkdir(mode=0o750)
    ready.mkdir()
    samples = [p.read_bytes() for p in sorted(SAMPLES.glob("*.txt"))]
    for i in range(DOCUMENTS):
        (ready / f"acte-{i:06}.txt").write_bytes(samples[i % len(samples)] + b"\nexemplaire %d\n" % i)
    conf = config(home, depot=depot, etat=home / "etat", stabilite_ms=50, alertes={"fichier": alerts, "journal": "non", "syslog": "non"})
    log = open(home / "log", "wb")
    daemon = subprocess.Popen([PROGRAM, "surveiller", "--config", str(conf)], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        wait_until(lambda: count_lines(alerts, b'"event": "regles"') or count_lines(alerts, b'"event":"regles"'), 60)
        start = time.monotonic()
        for path in sorted(ready.iterdir()):
            path.rename(depot / path.name)
        done = lambda: (count_lines(alerts, b'"event": "document"') + count_lines(alerts, b'"event":"document"')) >= DOCUMENTS
        wait_until(done, 600)
        wall = time.monotonic() - start
        host = children_of(daemon.pid)
        print(f"\n{DOCUMENTS} acts through the daemon: {DOCUMENTS / wall:.1f} documents/s from the drop to the synced line ({wall:.1f} s)")
        print(f"  peak memory: supervisor {peak_kib(daemon.pid) / 1024:.1f} MiB, rule host {max(map(peak_kib, host), default=0) / 1024:.1f} MiB")
        daemon.send_signal(signal.SIGTERM)
        daemon.wait(timeout=60)
    finally:
        if daemon.poll() is None:
            daemon.kill()
        log.close()


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
    with open(home / "log", "wb") as log:
        daemon = subprocess.Popen([program, "surveiller", "--config", str(conf)], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            wait_until(lambda: count_lines(alerts, b'"demarrage"'), 60)
            start = time.monotonic()
            wait_until(lambda: not any(depot.iterdir()), 600)
            taken = time.monotonic() - start
            wait_until(lambda: count_lines(alerts, b'"event":"document"') + count_lines(alerts, b'"event": "document"') >= DOCUMENTS, 600)
            return taken, time.monotonic() - start
        finally:
            daemon.terminate()
            daemon.wait(timeout=60)


def bench_burst(home):
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


def main():
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    print(f"commit {commit}, {os.cpu_count()} cores, {os.uname().release}")
    benches = {"reading": bench_reading.run, "host": bench_host.run, "judging": bench_judging, "daemon": bench_daemon, "burst": bench_burst}
    only = os.environ.get("BENCH_ONLY")
    for bench in [benches[only]] if only else benches.values():
        home = pathlib.Path(tempfile.mkdtemp(prefix="scrutateur-bench-"))
        try:
            bench(home)
        finally:
            shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
