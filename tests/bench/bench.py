#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: the figures of docs/MESURES.md, side by side in one run. Never a gate: these machines are noisy, look at the ratios.

1. reading alone, against `wc -w` (bench_reading.py)
2. one document in a warm rule host: reading, judging, a fork (bench_host.py)
3. reading + judging: `verifier --json` over a set of the sample acts, against `wc -w` over the same files (three rounds, the fastest of each)
4. the daemon as a flow, against a floor; latency; a backlog with scans (bench_flow.py)
5. a burst that is there before the start (bench_burst.py)
6. system calls of the supervisor, by strace (bench_flow.py)

BENCH_MB (100), BENCH_JUDGED_MB (8) and BENCH_DOCS (2000) change the sizes; BENCH_ONLY=reading|host|judging|daemon|backlog|burst|calls runs one of them.
"""
import os, pathlib, resource, shutil, subprocess, sys, tempfile, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import bench_burst, bench_flow, bench_host, bench_reading
from program import PROGRAM, ROOT, SAMPLES

MEGABYTES = int(os.environ.get("BENCH_JUDGED_MB", "8"))
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


def main():
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    print(f"commit {commit}, {os.cpu_count()} cores, {os.uname().release}")
    benches = {"reading": bench_reading.run, "host": bench_host.run, "judging": bench_judging, "daemon": bench_flow.run,
               "backlog": bench_flow.backlog, "burst": bench_burst.run, "calls": bench_flow.calls}
    only = os.environ.get("BENCH_ONLY")
    for bench in [benches[only]] if only else benches.values():
        home = pathlib.Path(tempfile.mkdtemp(prefix="scrutateur-bench-"))
        try:
            bench(home)
        finally:
            shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
