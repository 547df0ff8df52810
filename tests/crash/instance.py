# SPDX-License-Identifier: EUPL-1.2
"""A service in a folder of its own for the durability tests: documents with known ends, faults on command (tests/fault), an audit.

    FOLDER/w            what the service sees: depot, etat, regles, scrutateur.yaml, alertes.jsonl
    FOLDER/log, control, tombes, dropped.json
"""
import contextlib, errno, json, mmap, os, pathlib, shutil, signal, sqlite3, struct, subprocess, sys, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import papers
from audit import Drop, Place, audit, sha256
from program import PROGRAM, ROOT, SAMPLES, config

DEADLINE_S = 30
FAULTY = (SAMPLES / "cp-deux-pouvoirs.txt").read_bytes()    # one alert of pouvoir-unique
REGULAR = (SAMPLES / "cm-reguliere.txt").read_bytes()
NOT_AN_ACT = "Recette de la tarte : trois pommes, du beurre.\nCuire une heure.\n".encode()
CONTROL = struct.Struct("qqiiiiI420s")                      # tests/fault/fault.h
MODES = ("error", "short", "kill", "torn", "unsynced")
READY = "en service, dont"


class Fault:
    """The control page of tests/fault/preload.c."""

    def __init__(self, path):
        path.write_bytes(bytes(CONTROL.size))
        with open(path, "r+b") as f:
            self.page = mmap.mmap(f.fileno(), CONTROL.size)

    def arm(self, n, mode, err=0, once=True, seed=0):
        struct.pack_into("iiiiI420s", self.page, 16, MODES.index(mode), err, once, 0, seed, b"")
        struct.pack_into("q", self.page, 0, n)

    def disarm(self):
        struct.pack_into("q", self.page, 0, 0)

    @property
    def fired(self):
        return struct.unpack_from("i", self.page, 28)[0]

    @property
    def where(self):
        return CONTROL.unpack(self.page[:CONTROL.size])[7].rstrip(b"\0").decode("utf-8", "replace")


class Broken(Exception):
    pass


class Instance:
    def __init__(self, folder, fault=None, lose=False, process="surveiller", **keys):
        self.folder = pathlib.Path(folder)
        self.root, self.log, self.graves = self.folder / "w", self.folder / "log", self.folder / "tombes"
        self.depot, self.etat, self.alerts = self.root / "depot", self.root / "etat", self.root / "alertes.jsonl"
        self.keys = keys
        self.graves.mkdir(parents=True, exist_ok=True)
        self.library, self.lose, self.meant = fault, lose, process
        self.fault = Fault(self.folder / "control")
        self.process, self.number, self.rotated = None, 0, []
        self.set_up()

    def set_up(self):
        """What the service finds at its very first start."""
        for p in (self.depot, self.root / "regles"):
            p.mkdir(parents=True)
        shutil.copy(ROOT / "rules/pouvoir-unique.lua", self.root / "regles")
        self.dropped = {}
        self.config = config(self.root, **{"depot": "depot", "etat": "etat", "regles": "regles", "balayage_s": 1, "stabilite_ms": 10, "enfants": 2,
                                           "alertes": {"fichier": "alertes.jsonl", "journal": "non", "syslog": "non"}, **self.keys})

    def start(self):
        env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "Europe/Paris"}
        if self.library:
            env.update(LD_PRELOAD=str(self.library), FAULT_CONTROL=str(self.folder / "control"), FAULT_PATH=f"{self.root}/*", FAULT_PROCESS=self.meant)
        if self.lose:
            env["FAULT_LOSE"] = str(self.graves)
        self.since = self.log.stat().st_size if self.log.exists() else 0
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([PROGRAM, "surveiller", "--config", str(self.config)], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            env=env, cwd=self.root)

    def said(self):
        with open(self.log, "rb") as f:
            f.seek(self.since)
            return f.read().decode("utf-8", "replace")

    @property
    def alive(self):
        return self.process is not None and self.process.poll() is None

    def until(self, fact, what, deadline=DEADLINE_S):
        """False when the service ends first."""
        end, pause = time.monotonic() + deadline, 0.002
        while not fact():
            if not self.alive:
                return bool(fact())
            if time.monotonic() > end:
                raise Broken(f"not in {deadline} s: {what}\n{self.said()[-1500:]}")
            time.sleep(pause)
            pause = min(1.3 * pause, 0.02)
        return True

    def ready_said(self):
        return READY in self.said()

    def ready(self):
        return self.until(self.ready_said, "ready")

    def begin(self):
        """Started, without faults, and ready. What a start may not do is end."""
        self.start()
        if not self.ready():
            raise Broken(f"the service does not start ({self.process.returncode})\n{self.said()[-1500:]}")

    def stop(self, number=signal.SIGTERM):
        if self.alive:
            self.process.send_signal(number)
        status = self.process.wait(DEADLINE_S)
        self.process = None
        return status

    def put(self, data, alerts=0, refused=False, name=None, way=None):
        """Drop a document that never was before: its bytes get a number."""
        self.number += 1
        self.place(data + f"\n{os.getpid()} {self.number}\n".encode(), alerts, refused, name, way)

    def put_paper(self, pages, refused=False, **k):
        """As a PDF: tools draw its text."""
        self.number += 1
        faulty = pages == papers.paged(FAULTY.decode())
        self.place(papers.text_pdf([*pages, [f"{os.getpid()} {self.number}"]]), int(faulty), refused, **k)

    def place(self, data, alerts, refused, name=None, way=None):
        known = self.dropped.setdefault(sha256(data), Drop(times=0, alerts=alerts, refused=refused))
        name = name or f"{self.number}.txt"
        known.times += 1
        known.names += [name, f"{name}.dossier/{name}"]  # the second when the way is a sub-directory
        part = self.root / "en-cours"
        part.write_bytes(data)
        (way or os.rename)(part, self.depot / name)

    def put_batch(self):
        self.put(FAULTY, alerts=1)
        self.put(NOT_AN_ACT, refused=True)
        if self.lose:
            self.put_paper(papers.paged(REGULAR.decode()))

    def rows(self, sql):
        if not (self.etat / "registre.sqlite").exists():
            return []
        with contextlib.closing(sqlite3.connect(f"file:{self.etat / 'registre.sqlite'}?mode=ro", uri=True, timeout=10)) as db:
            try:
                return db.execute(sql).fetchall()
            except sqlite3.DatabaseError:  # read while it is killed, or while what was not synced is undone
                return []

    def is_idle(self):
        return self.ready_said() and not os.listdir(self.depot) and self.rows(
            "SELECT (SELECT count(*) FROM document WHERE state = 'attente'), (SELECT count(*) FROM record WHERE due), (SELECT count(*) FROM document)"
        ) == [(0, 0, sum(d.times for d in self.dropped.values()))]

    def idle(self):
        return self.until(self.is_idle, "everything is decided and told")

    def audit(self):
        (self.folder / "dropped.json").write_text(json.dumps({k: vars(v) for k, v in self.dropped.items()}))
        return audit(Place(self.depot, self.etat, [*self.rotated, self.alerts]), self.dropped)

    def close(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
