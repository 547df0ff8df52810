# SPDX-License-Identifier: EUPL-1.2
"""The daemon as a flow: documents per second against the floor (floor.c), memory and descriptors over a long run, latency, a backlog with scans.

BENCH_DOCS documents (2000) go through it at once. BENCH_BACKLOG acts (400), three in ten of them five-page scans, wait at once for `backlog`; it ends
when all texts and BENCH_SCANS (10) scans are judged, and says what the rest would take.
"""
import collections, contextlib, os, pathlib, signal, sqlite3, statistics, subprocess, sys, threading, time

import papers
from program import PROGRAM, ROOT, SAMPLES, config

FLOOR = os.path.join(os.environ.get("BENCH", ROOT / "build/bench"), "floor")
DOCUMENTS = int(os.environ.get("BENCH_DOCS", "2000"))
BACKLOG = int(os.environ.get("BENCH_BACKLOG", "400"))
SCANS = int(os.environ.get("BENCH_SCANS", "10"))
PROBES = int(os.environ.get("BENCH_PROBES", "100"))
GROUP = 64
WARM = 0.2   # of a run: what comes before is not in the slope


def until(process, log, fact, seconds, pause=0.01):
    """Wait for the fact, as long as the daemon lives."""
    end = time.monotonic() + seconds
    while not fact():
        if time.monotonic() > end or process.poll() is not None:
            sys.exit("the daemon did not finish in time:\n" + log.read_text(errors="replace")[-2000:])
        time.sleep(pause)


class Flow:
    """A daemon with all rules, and its ledger read from outside."""

    def __init__(self, home, **keys):
        self.home, self.depot, self.etat, self.alerts = home, home / "depot", home / "etat", home / "alertes.jsonl"
        self.depot.mkdir(mode=0o750)
        conf = config(home, depot=self.depot, etat=self.etat, **{"stabilite_ms": 50, **keys}, alertes={"fichier": self.alerts, "journal": "non", "syslog": "non"})
        self.log = open(home / "log", "wb")
        self.process = subprocess.Popen([PROGRAM, "surveiller", "--config", str(conf)], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.until(lambda: "en service, dont" in (home / "log").read_text(errors="replace"), 120)
        self.db = sqlite3.connect(f"file:{self.etat / 'registre.sqlite'}?mode=ro", uri=True, timeout=30, check_same_thread=False)

    def until(self, fact, seconds, pause=0.01):
        until(self.process, self.home / "log", fact, seconds, pause)

    def one(self, sql, *values):
        return self.db.execute(sql, values).fetchone()[0]

    def told(self):
        """Documents whose lines are all in the synced file."""
        return self.one("SELECT count(*) FROM document WHERE state <> 'attente'") if self.one("SELECT count(*) FROM record WHERE due & 1") == 0 else -1

    def host(self):
        return int(pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()[0])

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        self.db.close()
        self.log.close()


def acts(folder, n):
    """n different acts, on the disk and synced."""
    folder.mkdir(exist_ok=True)
    samples = [p.read_bytes() for p in sorted(SAMPLES.glob("*.txt"))]
    paths = []
    for i in range(n):
        path = folder / f"acte-{i:06}.txt"
        path.write_bytes(samples[i % len(samples)] + b"\nexemplaire %d\n" % i)
        paths.append(path)
    os.sync()
    return paths


def status_of(pid, key):
    with contextlib.suppress(OSError):
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith(key):
                return int(line.split()[1])
    return 0


def spent_ms(pid):
    """Processor time of a process, and of its children that are gone."""
    own = list(map(int, pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:15]))
    tick = 1000 / os.sysconf("SC_CLK_TCK")
    return tick * (own[0] + own[1]), tick * (own[2] + own[3])


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


class Watch(threading.Thread):
    """Resident memory of supervisor and host, against documents judged."""

    def __init__(self, flow, documents):
        super().__init__(daemon=True)
        self.pids, self.count = {"supervisor": flow.process.pid, "rule host": flow.host()}, documents
        self.points = collections.defaultdict(list)
        self.over = threading.Event()

    def run(self):
        while not self.over.wait(0.25):
            n = self.count()
            for name, pid in self.pids.items():
                self.points[name].append((n, status_of(pid, "VmRSS")))

    def slope(self, name, total):
        """KiB for a thousand documents, once warm."""
        points = [p for p in self.points[name] if p[0] >= WARM * total]
        if len({x for x, _ in points}) < 3:
            return float("nan")
        return 1000 * statistics.linear_regression(*zip(*points)).slope


def through_the_daemon(home):
    flow = Flow(home)
    try:
        before = descriptors(flow.process.pid), descriptors(flow.host())
        judged = lambda: flow.one("SELECT coalesce(max(document), 0) FROM reading")
        watch = Watch(flow, judged)
        watch.start()
        paths = acts(home / "pret", DOCUMENTS)
        start = time.monotonic()
        for path in paths:
            path.rename(flow.depot / path.name)
        flow.until(lambda: judged() >= DOCUMENTS, 3600 + DOCUMENTS / 5, 0.05)
        flow.until(lambda: flow.told() >= DOCUMENTS, 600, 0.05)
        wall = time.monotonic() - start
        watch.over.set()
        watch.join()
        after = descriptors(flow.process.pid), descriptors(flow.host())
        peak = [status_of(pid, "VmHWM") / 1024 for pid in watch.pids.values()]
        spent = spent_ms(flow.process.pid)[0], *spent_ms(flow.host())
        size = flow.one("SELECT sum(length(json)) FROM reading") // DOCUMENTS, flow.alerts.stat().st_size // DOCUMENTS
        print(f"\n{DOCUMENTS} acts through the daemon: {DOCUMENTS / wall:.1f} documents/s from the drop to the synced line ({wall:.1f} s)")
        print(f"  peak memory: supervisor {peak[0]:.1f} MiB, rule host {peak[1]:.1f} MiB; growth for 1,000 documents once warm: "
              + ", ".join(f"{name} {watch.slope(name, DOCUMENTS):+.1f} KiB" for name in watch.pids))
        print("  processor time of one document: " + ", ".join(f"{name} {ms / DOCUMENTS:.2f} ms" for name, ms in zip(("supervisor", "rule host", "children"), spent)))
        print(f"  open descriptors, before and after: supervisor {before[0]}, {after[0]}; rule host {before[1]}, {after[1]}")
        return DOCUMENTS / wall, size
    finally:
        flow.close()


def calls(home):
    """System calls of the supervisor for one document, and frames of the log: counted, so that the load of the machine hardly shows."""
    flow = Flow(home)
    counted = home / "appels"
    try:
        paths = acts(home / "pret", DOCUMENTS)
        trace = subprocess.Popen(["strace", "-c", "-U", "calls,name", "-o", counted, "-p", str(flow.process.pid)], stderr=subprocess.PIPE, text=True)
        trace.stderr.readline()   # attached
        for path in paths:
            path.rename(flow.depot / path.name)
        flow.until(lambda: flow.told() >= DOCUMENTS, 3600, 0.1)
        trace.send_signal(signal.SIGINT)
        trace.wait()
    finally:
        flow.close()
    rows = sorted(((int(n), name) for n, name in (line.split() for line in counted.read_text().splitlines() if line.split()[:1] and line.split()[0].isdigit()) if name != "total"), reverse=True)
    print(f"\n{DOCUMENTS} acts, system calls of the supervisor for one: {sum(n for n, _ in rows) / DOCUMENTS:.1f}")
    print("  " + ", ".join(f"{name} {n / DOCUMENTS:.1f}" for n, name in rows if n / DOCUMENTS >= 0.05))


def on_the_floor(home, size):
    """The same files, read, hashed, synced and recorded by a program that does nothing else."""
    paths = acts(home / "sol", DOCUMENTS)
    state = home / "sol-etat"
    state.mkdir()
    out = subprocess.run([FLOOR, paths[0].parent, state, str(GROUP), *map(str, size)], stdout=subprocess.PIPE, check=True).stdout.split()
    return int(out[0]) / float(out[1])


def run(home):
    rate, size = through_the_daemon(home)
    floor = on_the_floor(home, size)
    print(f"  the floor, same bytes ({size[0]} of reading and {size[1]} of records each) in groups of {GROUP}: {floor:.0f} documents/s; the daemon is at {rate / floor:.2f} of it")
    latency(home / "latence", rate)


def probe(flow, path, name):
    """Seconds from the rename into the drop to the line that is synced and marked."""
    start = time.monotonic()
    path.rename(flow.depot / name)
    flow.until(lambda: flow.db.execute("SELECT 1 FROM record r JOIN document d ON d.id = r.document WHERE d.name = CAST(? AS BLOB) AND r.event = 'document' AND NOT r.due", (name,)).fetchone(),
               120, 0.0005)
    return time.monotonic() - start


def spread(times):
    times = sorted(times)
    return f"median {1000 * statistics.median(times):.0f} ms, 99th percentile {1000 * times[min(len(times) - 1, int(0.99 * len(times)))]:.0f} ms"


def latency(home, rate):
    home.mkdir()
    flow = Flow(home)
    try:
        idle = [probe(flow, p, f"sonde-{i}.txt") for i, p in enumerate(acts(home / "sondes", PROBES))]
        print(f"  latency from close to synced line, {PROBES} probes (50 ms of it is stabilite_ms): idle {spread(idle)}")
        load = acts(home / "charge", int(30 * rate))
        over = threading.Event()

        def push():
            for path in load:
                path.rename(flow.depot / ("charge-" + path.name))
                if over.wait(2 / rate):
                    return

        thread = threading.Thread(target=push, daemon=True)
        thread.start()
        busy = []
        for i, p in enumerate(acts(home / "sondes2", PROBES)):
            p.write_bytes(p.read_bytes() + b"bis\n")
            busy.append(probe(flow, p, f"sonde2-{i}.txt"))
        over.set()
        thread.join()
        print(f"    while half of what it can judge arrives: {spread(busy)}")
        flow.until(lambda: flow.one("SELECT count(*) FROM document WHERE state = 'attente'") == 0, 600)
    finally:
        flow.close()


def backlog(home):
    """Texts first, whatever waits to be recognised."""
    flow = Flow(home, ocr={"actif": "oui"})
    try:
        scans_n = 3 * BACKLOG // 10
        texts = acts(home / "pret", BACKLOG - scans_n)
        page = papers.paged((SAMPLES / "cm-reguliere.txt").read_text())[0]
        scan = papers.scan_pdf(papers.pictures(home, papers.text_pdf([page] * 5), 150))
        scans = []
        for i in range(scans_n):
            path = home / "pret" / f"scan-{i:05}.pdf"
            path.write_bytes(scan + b"%% exemplaire %d\n" % i)
            scans.append(path)
        start = time.monotonic()
        for path in [*scans, *texts]:
            path.rename(flow.depot / path.name)
        done = lambda kind: flow.one("SELECT count(*) FROM document WHERE state <> 'attente' AND CAST(name AS TEXT) LIKE ?", kind + "-%")
        flow.until(lambda: done("acte") >= len(texts), 7200, 0.05)
        texts_s, early = time.monotonic() - start, done("scan")
        flow.until(lambda: done("scan") >= min(SCANS, scans_n), 7200, 0.2)
        each = (time.monotonic() - start) / done("scan")
        print(f"\nbacklog of {BACKLOG} acts at once, {scans_n} of them five-page scans, recognition on: the {len(texts)} texts are judged in {texts_s:.0f} s, {early} scan(s) by then;")
        print(f"  {each:.0f} s for each scan afterwards: all {scans_n} in {each * scans_n / 3600:.1f} h (reckoned)")
    finally:
        flow.close()
