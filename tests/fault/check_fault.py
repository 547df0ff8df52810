#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Every call that changes something on disk fails once, or from then on, or is the last one; after each the audit (ROBUST §4, `make check-fault`).

    check_fault.py LIBRARY [NAME…]     sweeps whose name holds one of the words; FULL=1: no call is left out; FAST=1: a sweep ends at its first failure

A sweep is n = 1, 2, 3… until no fault fires. `steady`: a document and one to be refused (where what is not synced is lost, a PDF too) are dropped into
a running service. `host`: a new text of a rule is loaded, and the calls are those of the rule host. `first`: the same from the very first start, with nothing there yet. `start`: a state directory
with everything in it that a crash may leave is started (ROBUST D-04). `chain`: the same, killed at the k-th call of the k-th start until one is
completed. After each fault that the service did not survive it is started again without faults; where it did, it must resume alone.
"""
import concurrent.futures, contextlib, errno, json, os, pathlib, shutil, sqlite3, sys, tempfile, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "crash"))
from audit import KINDS, Drop, sha256
from instance import FAULTY, NOT_AN_ACT, REGULAR, Broken, Instance

ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EDQUOT": errno.EDQUOT, "EINTR": errno.EINTR}
# name: (mode, error, once, seed)
FAULTS = {**{f"{name} {'once' if once else 'sticky'}": ("error", e, once, 0) for name, e in ERRORS.items() for once in (True, False)},
          "short once": ("short", 0, True, 0), "short sticky": ("short", 0, False, 0), "kill": ("kill", 0, True, 0), "torn write": ("torn", 0, True, 0),
          "unsynced lost": ("unsynced", 0, True, 0), **{f"unsynced in part {seed}": ("unsynced", 0, True, seed) for seed in (1, 2)}}
RETRIES = 4         # of a failure that lasts, before what caused it is mended
PATIENCE_S = 0.3    # or this long
SPARSE = 3          # every so many calls only, where another sweep takes the same way (`thin`)
WORKERS = 4         # they mostly wait


class Tally:
    def __init__(self, name):
        self.name, self.passed, self.failures, self.deaths, self.restarts, self.mended, self.repeated = name, 0, [], 0, 0, 0, 0
        self.kinds = dict.fromkeys(KINDS, 0)

    def count(self, n, where, report, deaths, restarts):
        self.deaths += deaths
        self.restarts += restarts
        if report:
            self.passed += 1
            return
        for k in KINDS:
            self.kinds[k] += len(report.found.get(k, []))
        self.failures.append(f"{self.name}, call {n} ({where}): {report}\n{report.details()}")

    def enough(self):
        return self.failures and os.environ.get("FAST")

    def broken(self, n, where, why):
        self.failures.append(f"{self.name}, call {n} ({where}): {why}")


def wait(i, fact, seconds):
    with contextlib.suppress(Broken):
        i.until(fact, "", seconds)


def settle(i, once):
    """After arming: until it fired and hurt, or all is done without it."""
    if once:
        wait(i, lambda: i.fault.fired or i.is_idle(), 30)
    else:
        wait(i, lambda: i.fault.fired or i.is_idle(), 30)
        wait(i, lambda: i.fault.fired >= RETRIES, PATIENCE_S)


def recover(i, mortal):
    """The fault is over: alive, it resumes alone; dead, it is started. Then the audit; what only a start mends may need one. (report, deaths, restarts)"""
    if mortal:
        i.process.wait(30)
    dead = not i.alive
    if dead:
        i.begin()
    if not i.idle():
        dead = True
        i.begin()
        i.idle()
    report = i.audit()
    if report:
        return report, dead, 0
    i.stop()
    i.begin()
    i.idle()
    return i.audit(), dead, 1


def steady(i, t, fault, step):
    mode, err, once, seed = fault
    mortal = mode in ("kill", "torn", "unsynced")
    i.begin()
    i.put_batch()
    i.idle()
    n = 1
    while True:
        i.fault.arm(n, mode, err, once, seed * 1000 + n if seed else 0)
        i.put_batch()
        settle(i, once)
        i.fault.disarm()
        if not i.fault.fired:
            break
        t.count(n, i.fault.where, *recover(i, mortal))
        if t.enough():
            return
        n += step
    i.stop()


def first(i, t, fault, step):
    mode, err, once, seed = fault
    n = 1 - step
    while not t.enough():
        n += step
        shutil.rmtree(i.root)
        i.set_up()
        i.put_batch()
        i.fault.arm(n, mode, err, once, seed * 1000 + n if seed else 0)
        i.start()
        settle(i, once)
        i.fault.disarm()
        fired, where = i.fault.fired, i.fault.where
        if not fired:
            i.close()
            break
        t.count(n, where, *recover(i, True))
        i.stop()


def spool_name(number, data):
    return f"{number:016x}-{sha256(data)}"


def insert(db, spool, data, name):
    db.execute("INSERT INTO document (spool, sha256, name, bytes, received_us) VALUES (?, ?, ?, ?, 1700000000000000)", (spool, sha256(data), name, len(data)))


def everything_a_crash_leaves(i):
    """A stopped service, and in its directories each kind of unfinished business."""
    i.begin()
    for _ in range(2):
        i.put_batch()
    i.put(REGULAR)
    i.idle()
    i.stop()
    etat, number = i.etat, 0x500000000000
    made = lambda data, **k: i.dropped.setdefault(sha256(data), Drop(**k)) and data
    # Decided, and not yet where they belong.
    for p in [*sorted((etat / "archive").iterdir())[:2], *sorted(p for p in (etat / "quarantaine").glob("*/*") if p.suffix != ".json")[:1]]:
        os.rename(p, etat / "attente" / p.name)
    waiting, noted, orphan, twin = (made(FAULTY + b"\nreprise %d\n" % k, alerts=1) for k in range(4))
    with contextlib.closing(sqlite3.connect(etat / "registre.sqlite")) as db, db:
        for k, data in enumerate((waiting, noted)):
            spool = spool_name(number + k, data)
            insert(db, spool, data, b"attend.txt")
            (etat / "attente" / spool).write_bytes(data)
        (etat / "quarantaine/echec").mkdir(exist_ok=True)
        (etat / "quarantaine/echec" / f"{spool}.json").write_text("{}")
        # Told and not marked; the last line of the file is torn.
        db.execute("UPDATE record SET due = 1 WHERE seq > (SELECT max(seq) - 3 FROM record)")
    for k, data in enumerate((orphan, twin)):
        (etat / "attente" / spool_name(number + 8 + k, data)).write_bytes(data)
    (i.depot / "jumeau.txt").write_bytes(twin)
    i.dropped[sha256(b"bizarre")] = Drop(times=0)
    (etat / "attente/bizarre").write_bytes(b"bizarre")
    for name in ("copie", "autre"):
        (etat / "tmp" / name).write_bytes(b"rien")
    lines = i.alerts.read_bytes().splitlines(keepends=True)
    i.alerts.write_bytes(b"".join(lines[:-2]) + lines[-2][:90])
    i.put(FAULTY, alerts=1)


def leave_in_the_drop(i):
    """Recorded, and still in the drop, under its name and under the one by which files leave: only on the spot, since the ledger knows the inodes."""
    with contextlib.closing(sqlite3.connect(i.etat / "registre.sqlite")) as db, db:
        for name, data in (("connu.txt", REGULAR + b"\nconnu\n"), (".scrutateur-retrait", REGULAR + b"\nretrait\n")):
            i.dropped[sha256(data)] = Drop()
            path = i.depot / name
            path.write_bytes(data)
            spool = spool_name(0x500000000100 + len(data), data)
            (i.etat / "attente" / spool).write_bytes(data)
            insert(db, spool, data, name.encode())
            st = path.stat()
            db.execute("UPDATE document SET origin = ?, changed_ns = ? WHERE spool = ?",
                       (f"{st.st_dev:x}:{st.st_ino:x}:{st.st_size:x}:{st.st_mtime_ns:x}", st.st_ctime_ns, spool))


class Template:
    """A state directory to begin from again and again."""

    def __init__(self, i):
        self.i, self.copy = i, i.folder / "modele"
        everything_a_crash_leaves(i)
        shutil.copytree(i.root, self.copy)
        self.dropped = dict(i.dropped)

    def restore(self):
        shutil.rmtree(self.i.root)
        shutil.copytree(self.copy, self.i.root)
        self.i.dropped = dict(self.dropped)
        leave_in_the_drop(self.i)


def start(i, t, fault, step):
    mode, err, once, seed = fault
    mortal = mode in ("kill", "torn", "unsynced")
    template = Template(i)
    n = 1
    while True:
        template.restore()
        i.fault.arm(n, mode, err, once, seed * 1000 + n if seed else 0)
        i.start()
        settle(i, once)
        was_ready = i.ready_said()
        i.fault.disarm()
        fired, where = i.fault.fired, i.fault.where
        if not fired or was_ready:
            i.close()
            break
        t.count(n, where, *recover(i, mortal))
        i.stop()
        if t.enough():
            return
        n += step


def host(i, t, fault):
    """In the rule host, while it keeps a new text of a rule as its last good one."""
    mode, err, once, seed = fault
    rule, kept = i.root / "regles/pouvoir-unique.lua", i.etat / "regles-bonnes/pouvoir-unique.lua"
    texts = {rule.read_text()}
    i.begin()
    i.put_batch()
    i.idle()
    i.stop()
    n = 0
    while not t.enough():
        n += 1
        texts.add(f"{rule.read_text()}-- {n}\n")
        rule.write_text(f"{rule.read_text()}-- {n}\n")
        i.fault.arm(n, mode, err, once, seed)
        i.start()
        settle(i, once)
        i.fault.disarm()
        fired, where = i.fault.fired, i.fault.where
        if not i.alive:
            i.begin()
        i.put_batch()
        i.idle()
        i.stop()
        if not fired:
            break
        t.count(n, where, i.audit(), 0, 0)
        if kept.read_text() not in texts:
            t.broken(n, where, "the text kept is none that was in service")


def chain(i, t, fault):
    mode, err, once, seed = fault
    Template(i).restore()
    # Each document is alone in flight at many deaths in a row: it may be blamed for them.
    for drop in i.dropped.values():
        drop.refused = drop.refused or None
    k = 0
    while True:
        k += 1
        i.fault.arm(k, mode, err, once, seed)
        i.start()
        wait(i, lambda: i.fault.fired or i.is_idle(), 30)
        if not i.fault.fired:
            break
        i.process.wait(30)
    report = i.audit()
    t.count(k, f"{k - 1} starts, each killed one call later; {report.blamed} documents blamed", report, k - 1, 0)
    i.stop()


def thin(kind, name):
    if os.environ.get("FULL"):
        return 1
    alike = kind == "first" or "in part" in name or name in ("EDQUOT sticky", "EINTR sticky")
    return SPARSE if alike or kind == "start" and name.split()[0] in ("EDQUOT", "EINTR", "short", "torn") else 1


def sweeps():
    found = {}
    for name, fault in FAULTS.items():
        found[f"start {name}"] = lambda i, t, fault=fault, name=name: start(i, t, fault, thin("start", name))
        found[f"steady {name}"] = lambda i, t, fault=fault, name=name: steady(i, t, fault, thin("steady", name))
    for name in ("kill", "EIO once", "EIO sticky", "unsynced lost"):
        found[f"host {name}"] = lambda i, t, fault=FAULTS[name]: host(i, t, fault)
    for name in ("kill", "unsynced lost", "unsynced in part 1"):
        found[f"first {name}"] = lambda i, t, fault=FAULTS[name]: first(i, t, fault, thin("first", name))
    for name in ("kill", "torn write", "unsynced lost", "unsynced in part 1"):
        found[f"chain {name}"] = lambda i, t, fault=FAULTS[name]: chain(i, t, fault)
    return found


def run(name, library, base):
    t, began = Tally(name), time.monotonic()
    i = Instance(base / name.replace(" ", "-"), library, lose="unsynced" in name, process="hote" if name.startswith("host") else "surveiller")
    try:
        sweeps()[name](i, t)
        final = i.audit() if name.startswith(("steady", "chain")) else None
        if final is not None:
            t.mended, t.repeated = final.mended, final.repeated
    except (Broken, OSError) as e:
        t.broken("?", i.fault.where, e)
    finally:
        i.close()
    if not t.passed and not t.failures:
        t.broken(1, "", "no fault came")
    return t, time.monotonic() - began


def main(library, *words):
    base = pathlib.Path(tempfile.mkdtemp(prefix="scrutateur-fault-"))
    names = [n for n in sweeps() if not words or any(w in n for w in words)]
    passed = failed = 0
    total, began = dict.fromkeys(KINDS, 0), time.monotonic()
    with concurrent.futures.ProcessPoolExecutor(WORKERS) as pool:
        for t, seconds in pool.map(run, names, [pathlib.Path(library).resolve()] * len(names), [base] * len(names)):
            print(f"{'FAILED' if t.failures else 'ok    '} {t.name:28} {t.passed:4} passed {len(t.failures):3} failed   {t.deaths:3} deaths, {t.restarts:3} needed a start, "
                  f"{t.repeated:3} lines again, {t.mended:2} mended  {seconds:6.1f} s", flush=True)
            print("".join(f"       {f}\n" for f in t.failures[:8]), end="")
            passed, failed = passed + t.passed, failed + len(t.failures)
            total = {k: total[k] + t.kinds[k] for k in KINDS}
    print(", ".join(f"{v} {k}" for k, v in total.items()) + f"; {time.monotonic() - began:.0f} s")
    print(f"{passed} passed, {failed} failed")
    if failed:
        print(f"kept: {base}")
        return 1
    shutil.rmtree(base)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
