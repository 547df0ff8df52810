# SPDX-License-Identifier: EUPL-1.2
"""Reading alone (tests/bench/reading.c), against `wc -w` on the same bytes in the same run: issue 3 asks for a ratio of at most 1.

The bytes are the texts of the shared corpus, each a document of its own, repeated up to BENCH_MB; without the corpus, the sample acts. Both
programs take them from one file with read(2). Rounds are interleaved and medians shown: machines are shared, and CPU time says more than the clock.
"""
import os, pathlib, resource, statistics, subprocess, sys, time

from program import ROOT, SAMPLES

READING = os.path.join(os.environ.get("BENCH", ROOT / "build/bench"), "reading")
LEXICON = ROOT / "conf/lexique.yaml"
CORPUS = pathlib.Path(os.environ.get("BENCH_CORPUS", ROOT.parent / "shared/corpus"))
MEGABYTES = int(os.environ.get("BENCH_MB", "100"))
ROUNDS = 5
# ROBUST X-06: 8 MB of each is read, or refused, in at most a second.
HOSTILE = {
    "(": b"(", "1 ": b"1 ", "accents": "é".encode(), "one line": b"la commission permanente ", "spaces": b" ", "pour ": b"pour ",
    "pour : ": b"pour : ", "headings": "Délibération n° 12\n".encode(), "presents": "Présents :\n".encode(), "Mme ": b"Mme ", "Contre : ": b"Contre : ",
    "article L. ": b"article L. ", "Vu ": b"Vu ", "M. A, ": b"M. A, ", "1/2 ": b"1/2\n", "un ": b"un ", "l'an ": b"l'an ", "vingt-": b"vingt-",
    "unanimite": "à l'unanimité ".encode(), "du ": b"du ", "code ": b"code ", "}": b"}", "M. ": b"M. ", "newlines": b"\n", "a\\n": b"a\n",
}


def texts():
    found = [p for folder in ("dev", "unlabelled") for p in sorted((CORPUS / folder).glob("*.txt"))]
    return (found, "corpus texts") if found else (sorted(SAMPLES.glob("*.txt")), "sample acts")


def make_stream(path, size):
    """Whole documents until `size`; their lengths."""
    documents, lengths = [p.read_bytes() for p in texts()[0]], []
    with open(path, "wb") as out:
        while sum(lengths) < size:
            for d in documents:
                if sum(lengths) >= size:
                    break
                out.write(d)
                lengths.append(len(d))
    return lengths


def timed(command):
    """Wall and CPU seconds, and the output."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    out = subprocess.run(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True).stdout.decode()
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out


def read(stream, lengths, *options):
    wall, cpu, out = timed([READING, LEXICON, stream, *options, *map(str, lengths)])
    return wall, cpu, dict(line.split(" ", 1) for line in out.splitlines())


def upto(lengths, size):
    total = 0
    for i, n in enumerate(lengths):
        total += n
        if total >= size:
            return lengths[:i + 1]
    return lengths


def two_at_once(stream, lengths):
    """Both cores: two processes, each on all the documents; wall seconds per 2 × the bytes, halved."""
    start = time.monotonic()
    running = [subprocess.Popen([READING, LEXICON, stream, *map(str, lengths)], stdout=subprocess.DEVNULL) for _ in range(2)]
    if any(p.wait() for p in running):
        sys.exit("reading failed")
    return (time.monotonic() - start) / 2


def against_wc(stream, lengths):
    mb, rows, figures = sum(lengths) / 1e6, {"wc -w": [], "reading": [], "reading, two processes": []}, {}
    for _ in range(ROUNDS):
        rows["wc -w"].append(timed(["wc", "-w", stream])[:2])
        wall, cpu, figures = read(stream, lengths)
        rows["reading"].append((wall, cpu))
        rows["reading, two processes"].append((two_at_once(stream, lengths), 0))
    print(f"\nreading {mb:.0f} MB, {len(lengths)} documents ({texts()[1]}), medians of {ROUNDS} interleaved rounds; LANG={os.environ.get('LANG', '')}")
    medians = {name: [statistics.median(x) for x in zip(*got)] for name, got in rows.items()}
    for name, (wall, cpu) in medians.items():
        print(f"  {name:24}{mb / wall:8.1f} MB/s" + (f"{mb / cpu:8.1f} MB per CPU second" if cpu else ""))
    for name in ("reading", "reading, two processes"):
        print(f"  ratio to wc -w, {name:24}{medians[name][0] / medians['wc -w'][0]:6.2f}"
              + (f"   by CPU time {medians[name][1] / medians['wc -w'][1]:.2f}" if medians[name][1] else ""))
    print(f"  peak memory of one document's reading: {int(figures['peak_bytes']) / 2**20:.1f} MiB, of {int(figures['peak_document']) / 1000:.0f} KB of text")


def steps(stream, lengths):
    figures = read(stream, lengths, "-s")[2]
    total = int(figures["bytes"])
    print(f"\nwhere the time goes, nanoseconds of CPU per byte of text ({total / int(figures['tokens']):.2f} bytes a token)")
    for key, value in figures.items():
        if key.startswith("step."):
            print(f"  {key[5:]:20}{float(value) / total * 1e9:7.2f}")


def growth(stream, lengths):
    print("\nhow the time grows with the text")
    base = None
    for mb in (1, 10, 100):
        if mb > MEGABYTES:
            break
        part = upto(lengths, mb * 1000 * 1000)
        figures = [read(stream, part)[2] for _ in range(3)]
        per = statistics.median(float(f["seconds"]) / int(f["bytes"]) for f in figures) * 1e9
        base = base or per
        print(f"  {mb:4} MB in documents of {sum(part) / len(part) / 1000:.0f} KB{per:10.2f} ns per byte   × {per / base:.2f}")
    base = None
    for mb in (1, 2, 4, 8):
        figures = [read(stream, [mb * 1000 * 1000])[2] for _ in range(3)]
        per = statistics.median(float(f["seconds"]) / int(f["bytes"]) for f in figures) * 1e9
        base = base or per
        print(f"  {mb:4} MB in one document{per:18.2f} ns per byte   × {per / base:.2f}   peak {int(figures[0]['peak_bytes']) / 2**20:.0f} MiB")


def hostile(folder):
    print("\n8 MB of each hostile pattern, CPU seconds (at most 1)")
    path = folder / "hostile"
    for name, pattern in HOSTILE.items():
        path.write_bytes((pattern * (8 * 2**20 // len(pattern) + 1))[:8 * 2**20 // len(pattern) * len(pattern)])
        figures = read(path, [path.stat().st_size])[2]
        note = "" if figures["refused"] == "0" else f"  refused: {figures.get('why', '')}"
        print(f"  {name:12}{float(figures['seconds']):8.2f} s   peak {int(figures['peak_bytes']) / 2**20:5.0f} MiB{note}", flush=True)


def run(folder):
    stream = folder / "flux"
    lengths = make_stream(stream, MEGABYTES * 1000 * 1000)
    against_wc(stream, lengths)
    steps(stream, lengths)
    growth(stream, lengths)
    hostile(folder)
