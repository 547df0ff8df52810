# SPDX-License-Identifier: EUPL-1.2
"""The daemon driven as a process, in a directory of its own. Every wait polls for a fact and has a deadline; nothing sleeps for luck.

When a test ends, the daemon must stop with status 0, and everything it leaves behind is audited: each line of the alert file, the chain of records, each
passage against the archived text, every directory of the state against the ledger.
"""
import contextlib, hashlib, io, json, os, pathlib, shutil, signal, socket, sqlite3, subprocess, sys, tempfile, threading, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT, SAMPLES, config
from validate_records import Checker, Text

DEADLINE_S = 60
NOBODY = 65534
REGULAR = SAMPLES / "cp-reguliere.txt"
FAULTY = SAMPLES / "cp-deux-pouvoirs.txt"   # one anomaly of pouvoir-unique
COUNCIL = SAMPLES / "cm-reguliere.txt"
SIDES = [f".cote{n}" for n in range(1, 5)]
NOT_AN_ACT = "Recette de la tarte : trois pommes, du beurre.\nCuire une heure.\n".encode()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class Daemon:
    def __init__(self, test, rules=("pouvoir-unique",), **keys):
        self.test = test
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="scrutateur-test-"))
        self.depot, self.etat, self.rules = (self.root / name for name in ("depot", "etat", "regles"))
        self.alerts, self.log = self.root / "alertes.jsonl", self.root / "journal"
        self.depot.mkdir()
        self.rules.mkdir()
        for rule in rules:
            shutil.copy(ROOT / "rules" / f"{rule}.lua", self.rules)
        self.keys = {"depot": self.depot, "etat": self.etat, "regles": self.rules, "balayage_s": 1, "stabilite_ms": 50, "enfants": 2,
                     "alertes": {"fichier": self.alerts, "journal": "non", "syslog": "non"}, **keys}
        self.config = config(self.root, **self.keys)
        self.process = None
        self.torn = False
        self.who = {}
        test.addCleanup(self.close)

    def unprivileged(self):
        """Run as somebody whom rights bind: as root they would not be asked. Before it is started."""
        if os.geteuid() == 0:
            self.who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            for p in (self.root, *self.root.rglob("*")):
                os.chown(p, NOBODY, NOBODY)
            self.root.chmod(0o755)
            if subprocess.run([PROGRAM, "version"], capture_output=True, cwd="/", **self.who).returncode != 0:
                self.test.skipTest("SKIPPED: nobody but root may run the program where it is")
        return self

    def start(self, ready=True, **extra):
        before = self.logged("en service, dont")
        env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "Europe/Paris"}
        env.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}, **extra)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([PROGRAM, "surveiller", "--config", str(self.config)], stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, env=env, cwd=self.root, **self.who)
        if ready:
            self.until(lambda: self.logged("en service, dont") > before, "le service est prêt")
        return self

    def stop(self, number=signal.SIGTERM):
        """Exit status after the signal (None: it ends by itself)."""
        if number is not None:
            self.process.send_signal(number)
        status = self.process.wait(timeout=DEADLINE_S)
        self.process = None
        return status

    def signal(self, number):
        self.process.send_signal(number)

    def host(self):
        """The process of a rule host, or None."""
        for p in pathlib.Path("/proc").iterdir():
            if p.name.isdigit():
                try:
                    stat = (p / "stat").read_text().rsplit(")", 1)[1].split()
                    if int(stat[1]) == self.process.pid and stat[0] != "Z":
                        return int(p.name)
                except (OSError, IndexError):
                    pass
        return None

    def text(self):
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def logged(self, words):
        return self.text().count(words)

    def until(self, fact, what):
        end, pause = time.monotonic() + DEADLINE_S, 0.005
        while time.monotonic() < end:
            value = fact()
            if value:
                return value
            if self.process is not None and self.process.poll() is not None:
                self.test.fail(f"le service s'est arrêté ({self.process.returncode}) avant que {what}\n{self.text()[-4000:]}")
            time.sleep(pause)
            pause = min(1.2 * pause, 0.05)
        self.test.fail(f"pas en {DEADLINE_S} s : {what}\n{self.text()[-4000:]}")

    def status(self):
        """What `scrutateur etat --json` says, of a service with a socket."""
        return json.loads(subprocess.run([PROGRAM, "etat", "--json", "--config", str(self.config)], capture_output=True, timeout=60).stdout)

    def lines(self):
        """Whole lines, of two looks that agree: a restart cuts off a torn line while it is read in pieces."""
        data, again = None, self.look()
        while data != again:
            data, again = again, self.look()
        return data[:data.rfind(b"\n") + 1].splitlines()

    def look(self):
        return self.alerts.read_bytes() if self.alerts.exists() else b""

    def records(self, event=None):
        found = {line: json.loads(line) for line in self.lines()}.values()
        return [r for r in found if event is None or r["event"] == event]

    def path(self, event):
        """The document paths of the records of that event, sorted."""
        return sorted(r["document"]["path"] for r in self.records(event) if r["document"])

    def rows(self, sql, *values):
        if not (self.etat / "registre.sqlite").exists():
            return []
        with contextlib.closing(sqlite3.connect(f"file:{self.etat / 'registre.sqlite'}?mode=ro", uri=True, timeout=10)) as db:
            return db.execute(sql, values).fetchall()

    def write(self, *statements):
        """Change the ledger of a service that is stopped."""
        with contextlib.closing(sqlite3.connect(self.etat / "registre.sqlite")) as db, db:
            for sql in statements:
                db.execute(sql)

    def spool(self, where):
        """The documents there: without notes, drawn texts and side files."""
        folder = self.etat / where
        return sorted(p for p in folder.iterdir() if p.suffix not in (".json", ".txt", *SIDES) and not p.name.startswith(".")) if folder.is_dir() else []

    def texts(self):
        """The texts that records quote: the document itself, or what was drawn from it."""
        return [t if (t := p.with_name(p.name + ".txt")).exists() else p for p in self.spool("archive")]

    def notes(self, reason):
        folder = self.etat / "quarantaine" / reason
        return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))] if folder.is_dir() else []

    def put(self, name, data):
        """By rename, whole."""
        part = self.root / "en-cours"
        part.write_bytes(data)
        os.rename(part, os.path.join(os.fsencode(self.depot), os.fsencode(name)))

    def put_after(self, before, name, data):
        """As `put`, at an hour that the file system tells from that of `before`."""
        self.put(name, data)
        first, here = (self.depot / before).stat().st_ctime_ns, self.depot / name
        while here.stat().st_ctime_ns <= first:
            os.chmod(here, 0o644)

    def judged(self, n):
        """Wait until n documents are decided and their last line is in the alert file."""
        self.until(lambda: self.rows("SELECT count(*) FROM document WHERE state <> 'attente'") >= [(n,)], f"{n} documents sont décidés")
        self.until(lambda: len(self.records("document")) + len([r for r in self.records("rejet") if r["document"]["sha256"]]) >= n,
                   f"{n} documents sont jugés")
        self.until(lambda: not self.spool("attente") and not self.spool("tmp"), "tout est rangé")

    def close(self):
        try:
            if self.process is not None and self.process.poll() is None:
                self.test.assertEqual(self.stop(), 0, self.text()[-4000:])
            self.audit()
        finally:
            if self.process is not None:
                self.process.kill()
                self.process.wait()
            shutil.rmtree(self.root, ignore_errors=True)

    def audit(self):
        self.test.assertNotIn("Sanitizer", self.text())
        self.test.assertNotIn("runtime error:", self.text())
        if not self.etat.exists():
            return
        self.check_lines()
        self.check_state()

    def check_lines(self):
        """Every line as the schema wants it, the chain without a hole, each passage what the archived bytes say."""
        if not self.alerts.exists():
            return
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            checker = Checker([Text(p) for p in self.texts()], self.torn)
            checker.file(str(self.alerts), self.alerts.read_bytes())
        self.test.assertEqual(checker.errors, 0, said.getvalue()[:4000])

    def check_state(self):
        """Every row has its file where its state says, with its bytes; no file is without a row."""
        where = {p.name: p.parent.name for folder in ("attente", "archive", *self.reasons()) for p in self.spool(folder) if p.parent.name != "egare"}
        for spool, digest, state, refusal in self.rows("SELECT spool, sha256, state, refusal FROM document"):
            expected = {"attente": "attente", "juge": "archive", "refuse": refusal}[state]
            self.test.assertEqual(where.pop(spool, None), expected, spool)
            folder = self.etat / ("quarantaine" if state == "refuse" else ".") / expected
            self.test.assertEqual(sha256((folder / spool).read_bytes()), digest)
            for n, side in self.rows("SELECT n, side_file.sha256 FROM side_file JOIN document ON id = document WHERE spool = ?", spool):
                self.test.assertEqual(sha256((folder / f"{spool}.cote{n}").read_bytes()), side, "fichier d'accompagnement")
        self.test.assertEqual(where, {})
        kept = {p.name: sha256(p.read_bytes()) for p in self.spool("annexes")}
        self.test.assertEqual({f"{spool}.{n}": digest for spool, n, digest in self.rows(
            "SELECT spool, n, annex.sha256 FROM annex JOIN document ON document = document.id")}, kept)
        documents = {p.name for p in self.spool("archive")}
        self.test.assertEqual([p.name for p in self.etat.glob("archive/*.txt") if p.name[:-4] not in documents], [], "texte sans document")
        self.test.assertEqual(self.rows("PRAGMA integrity_check"), [("ok",)])
        self.test.assertEqual(self.spool("tmp"), [])

    def reasons(self):
        folder = self.etat / "quarantaine"
        return [f"quarantaine/{p.name}" for p in folder.iterdir()] if folder.is_dir() else []


class ServiceTest(unittest.TestCase):
    def daemon(self, **keys):
        return Daemon(self, **keys)

    def listen(self, d):
        """A function that gives the lines that systemd would have heard so far, at NOTIFY_SOCKET. All is read as it comes: a full socket would stop the
        service."""
        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        s.bind(str(d.root / "notify"))
        s.settimeout(0.2)
        heard, ended = [], threading.Event()

        def hear():
            while not ended.is_set():
                with contextlib.suppress(TimeoutError):
                    heard.extend(s.recv(4096).decode().splitlines())

        listener = threading.Thread(target=hear)
        listener.start()

        def end():
            ended.set()
            listener.join()
            s.close()

        self.addCleanup(lambda: (d.close(), end()))
        return lambda: heard


def numbered(sample, n):
    """The same act with another number at its end: other bytes, the same reading."""
    return sample.read_bytes() + f"\n{n}\n".encode()
