# SPDX-License-Identifier: EUPL-1.2
"""The ledger is busy, full, unreadable, damaged, read-only, gone; the disk is full: it is said, nothing is lost, and it goes on by itself (ROBUST D-08, D-09)."""
import contextlib, errno, json, os, pathlib, re, shutil, signal, sqlite3, subprocess, sys, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import FAULTY, NOBODY, NOT_AN_ACT, REGULAR, numbered, sha256
from faults import IS_ROOT, FaultTest, remount, small_disk
import papers
from program import PROGRAM, ROOT, config

SAYS_LEDGER = "le registre ne répond pas"
SAYS_INTAKE = "rien ne peut être pris du dépôt pour l'instant"


def faults(d):
    """What `scrutateur etat` calls wrong, of a service with a socket."""
    return d.status()["pannes"]


class Ledger(FaultTest):
    def trouble(self, d, first=1):
        """Documents come while the ledger is in trouble: they stay in the drop, and it is said."""
        d.put(f"{first}.txt", numbered(FAULTY, first))
        d.until(lambda: d.logged(SAYS_INTAKE), "la panne est dite")
        self.assertEqual(os.listdir(d.depot), [f"{first}.txt"])

    def failing(self, number):
        d = self.daemon()
        self.start(d, "etat/registre*")
        d.put("0.txt", REGULAR.read_bytes())
        d.judged(1)
        self.fault.arm(1, "error", number, once=False)
        self.trouble(d)
        self.fault.disarm()
        d.judged(2)
        self.assertEqual(len(d.records("alerte")), 1)

    def test_full(self):
        self.failing(errno.ENOSPC)

    def test_input_output_error(self):
        self.failing(errno.EIO)

    def test_full_while_documents_are_judged(self):
        d = self.daemon()
        self.start(d, "etat/registre*")
        n = 0

        def one_more(*said):
            nonlocal n
            d.put(f"{n}.txt", numbered(FAULTY, n))
            n += 1
            return any(map(d.logged, said))

        for _ in range(6):
            one_more()
        d.until(lambda: d.records("document"), "un premier est jugé")
        self.fault.arm(1, "error", errno.ENOSPC, once=False)
        d.until(lambda: one_more(SAYS_LEDGER, SAYS_INTAKE), "la panne est dite")
        self.fault.disarm()
        d.judged(n)
        self.assertEqual(len(d.records("alerte")), n)

    def holder(self, d):
        """Another process that holds the write lock; ends when its standard input does."""
        p = subprocess.Popen([sys.executable, "-c", "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None);"
                              "db.execute('BEGIN IMMEDIATE'); print(flush=True); sys.stdin.read(); db.execute('COMMIT')", str(d.etat / "registre.sqlite")],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(p.kill)
        self.assertEqual(p.stdout.readline(), b"\n")
        return p

    def test_busy(self):
        """Another program holds the write lock. The loop turns all the while: it feeds the watchdog, answers, and says everything later, once."""
        d = self.daemon(supervision={"socket": "etat.sock"})
        hear = self.listen(d)
        d.start(NOTIFY_SOCKET=str(d.root / "notify"), WATCHDOG_USEC="100000")
        holder = self.holder(d)
        (d.depot / "lien.txt").symlink_to("ailleurs")
        d.until(lambda: d.logged("le registre ne prend pas ce fait"), "le lien est vu")
        self.assertEqual(faults(d), ["le registre ne prend rien : 1 fait du service attend d'y être inscrit et dit"])
        d.put("1.txt", numbered(FAULTY, 1))
        d.until(lambda: d.logged(SAYS_INTAKE), "la panne est dite")
        self.assertIn("un autre programme le tient ; « fuser -v registre.sqlite »", d.text())
        before = hear().count("WATCHDOG=1")
        d.until(lambda: hear().count("WATCHDOG=1") >= before + 100, "la boucle tourne")
        p = subprocess.run([PROGRAM, "etat", "--json", "--config", str(d.config)], capture_output=True, timeout=60)
        self.assertEqual(p.returncode, 1, p.stderr)
        self.assertEqual(d.records("rejet"), [])
        holder.communicate(timeout=60)
        d.judged(1)
        d.until(lambda: d.path("rejet") == ["lien.txt"], "le refus est dit")
        self.assertEqual(len(d.records("alerte")), 1)

    def gone(self, name, put_there=None):
        """A directory of the state is removed, and something put in its place, while the service runs; then comes what is judged and what is refused."""
        d = self.daemon(supervision={"socket": "etat.sock"}).start()
        shutil.rmtree(d.etat / name)
        if put_there is not None:
            (d.etat / name).write_bytes(put_there)
        d.put("1.txt", numbered(FAULTY, 1))
        d.put("2.txt", NOT_AN_ACT)
        return d

    def test_a_directory_of_the_state_is_removed(self):
        for name in ("archive", "quarantaine", "tmp", "attente", "annexes"):
            with self.subTest(name):
                d = self.gone(name)
                d.until(lambda: d.spool("archive") and d.notes("pas-une-deliberation"), "tout est jugé et rangé")
                d.until(lambda: d.logged(f"refait ou repris : {name} ; ") == 1, "c'est dit")
                self.assertEqual((d.logged(SAYS_LEDGER), d.logged("mais pas rangé")), (0, 0))
                d.until(lambda: (os.listdir(d.depot), d.spool("attente")) == ([], []), "rien n'attend")

    def test_a_file_stands_where_a_directory_of_the_state_was(self):
        for name in ("archive", "quarantaine", "tmp", "attente", "annexes"):
            with self.subTest(name):
                d = self.gone(name, b"x")
                says = f"« {name} » n'est plus un répertoire dans le répertoire d'état : ôtez ce qui est à sa place"
                d.until(lambda: d.logged(says), "c'est dit")
                self.assertTrue(any(says in f for f in faults(d)), faults(d))
                time.sleep(2)  # once, however often it is looked at
                self.assertEqual((d.logged(says), d.logged(SAYS_LEDGER)), (1, 0))
                (d.etat / name).unlink()
                d.until(lambda: d.logged("de nouveau entier") == 1, "la reprise est dite")
                d.until(lambda: len(d.records("document")) + len(d.records("rejet")) == 2, "tout est décidé")
                d.until(lambda: d.spool("archive") and d.spool("quarantaine/pas-une-deliberation"), "tout est rangé, sans redémarrer")
                self.assertEqual(faults(d), [])

    def test_one_directory_is_made_again_while_another_cannot_be(self):
        """The intake holds the first of them too, and must not go on with the one that is gone."""
        d = self.daemon().start()
        d.signal(signal.SIGSTOP)
        for name in ("tmp", "archive"):
            shutil.rmtree(d.etat / name)
        (d.etat / "archive").write_bytes(b"x")
        d.signal(signal.SIGCONT)
        d.until(lambda: d.logged("« archive » n'est plus un répertoire"), "c'est dit")
        self.assertEqual(d.logged("refait ou repris : tmp ; "), 1)
        (d.etat / "archive").unlink()
        d.put("1.txt", numbered(FAULTY, 1))
        d.judged(1)

    def rights(self, name, mode, says, owner=None):
        """The state directory, or one in it, gets other rights, and then its own again."""
        d = self.daemon(supervision={"socket": "etat.sock"}).unprivileged().start()
        place = d.etat / name
        if owner is not None:
            os.chown(place, owner, owner)
        place.chmod(mode)
        d.until(lambda: d.logged(says) == 1, "c'est dit")
        self.assertIn(f"{says} ; rien n'est pris ni jugé en attendant", d.status()["pannes"])
        d.put("1.txt", numbered(FAULTY, 1))
        place.chmod(0o750)
        if owner is not None:
            os.chown(place, NOBODY, NOBODY)
        d.judged(1)
        d.until(lambda: d.status()["pannes"] == [], "tout va de nouveau")
        self.assertEqual(d.logged(says), 1)

    def test_rights_on_the_state_directory(self):
        gives_back = "accès refusé : rendez-le au service (chown, chmod u+rwx)"
        for name, mode, says in ((".", 0, f"le répertoire d'état ne se laisse plus écrire : {gives_back}"),
                                 (".", 0o550, f"le répertoire d'état ne se laisse plus écrire : {gives_back}"),
                                 (".", 0o757, "le répertoire d'état est ouvert en écriture à tous (mode 0757) : chmod o-w"),
                                 ("archive", 0o550, f"le répertoire d'état ne se laisse plus écrire dans « archive » : {gives_back}")):
            with self.subTest(name=name, mode=oct(mode)):
                self.rights(name, mode, says)

    @unittest.skipUnless(IS_ROOT, "SKIPPED: giving a directory away needs root")
    def test_the_state_directory_is_given_away(self):
        self.rights(".", 0o750, "le répertoire d'état appartient à un autre utilisateur (0) : rendez-le au service (chown)", owner=0)

    def test_the_state_directory_is_removed(self):
        """Nothing can be mended there: it is said, the drop keeps what comes, and the next start begins anew with it."""
        d = self.daemon(supervision={"socket": "etat.sock"}).start()
        d.put("0.txt", REGULAR.read_bytes())
        d.judged(1)
        shutil.rmtree(d.etat)
        says = "le répertoire d'état a été effacé, registre compris : arrêtez le service et remettez une sauvegarde ; rien n'est pris ni jugé en attendant"
        d.until(lambda: d.logged(says) == 1, "c'est dit")
        self.assertEqual(d.status()["pannes"], [says])
        d.put("1.txt", numbered(FAULTY, 1))
        self.assertEqual(d.stop(), 0)
        self.assertEqual(os.listdir(d.depot), ["1.txt"])
        os.rename(d.alerts, d.root / "alertes.avant")
        d.start()
        d.judged(1)

    def test_one_directory_of_the_quarantine_is_a_file(self):
        d = self.daemon().start()
        (d.etat / "quarantaine" / "pas-une-deliberation").write_bytes(b"x")
        d.put("2.txt", NOT_AN_ACT)
        says = "ne garde pas la note ou le texte d'un document, qui attend"
        d.until(lambda: d.logged(says), "c'est dit")
        d.put("1.txt", numbered(FAULTY, 1))
        d.until(lambda: len(d.records("alerte")) == 1, "les autres sont jugés")
        time.sleep(2)
        self.assertEqual((d.logged(says), d.logged(SAYS_LEDGER)), (1, 0))
        (d.etat / "quarantaine" / "pas-une-deliberation").unlink()
        d.until(lambda: d.notes("pas-une-deliberation"), "il est refusé")
        self.assertEqual(d.logged("garde de nouveau ce qui est décidé"), 1)

    def test_more_to_say_than_is_kept(self):
        """LIMIT_FACTS_UNTOLD (200), both sides, but for the few facts that the service has of its own: what is beyond is told in the log alone, and by the
        next start."""
        d = self.daemon().start()
        holder = self.holder(d)

        def refused(first, last):
            for n in range(first, last):
                (d.depot / f"{n}.txt").symlink_to("ailleurs")
            d.until(lambda: d.logged("refusé « ") == last, "tous sont refusés")
            return d.logged("celui-ci n'y sera pas")

        self.assertEqual(refused(0, 190), 0)
        lost = refused(190, 210)
        self.assertIn(lost, range(10, 20))
        holder.communicate(timeout=60)
        d.until(lambda: len(d.records("rejet")) == 210 - lost, "ce qui attendait est dit")
        self.assertEqual(d.stop(), 0)
        d.start()
        d.until(lambda: len(set(d.path("rejet"))) == 210, "les derniers aussi")
        self.assertEqual(len(d.records("rejet")), 210)

    def test_busy_while_a_document_is_judged(self):
        """Its judgement cannot be written: it is not counted against it, and made again."""
        d = self.daemon().start()
        for n in range(5):
            holder = self.holder(d)
            d.put(f"{n}.txt", numbered(FAULTY, n))
            d.until(lambda: d.logged(SAYS_INTAKE) > n or d.logged("le registre ne répond") > n, "la panne est dite")
            holder.communicate(timeout=60)
            d.judged(n + 1)
        self.assertEqual(len(d.records("alerte")), 5)
        self.assertEqual(d.notes("echec"), [])

    def test_judgements_thrown_away_count_against_nobody(self):
        """The ledger is taken by another program each time that the document's judgement comes, more often than LIMIT_ATTEMPTS (3): it is judged all the same."""
        d = self.daemon()
        go = d.root / "va"
        tool = d.root / "outil"
        tool.write_text("#!/usr/bin/python3\nimport os, sys, time\nsys.stdin.buffer.read()\n"
                        f"while not os.path.exists({str(go)!r}): time.sleep(0.01)\nsys.stdout.write({FAULTY.read_text()!r})\n")
        tool.chmod(0o755)
        config(d.root, **d.keys, extraction={"pdf": f"{{ outils: [{tool}] }}"})
        d.start()
        d.put("acte.pdf", papers.text_pdf(papers.paged(FAULTY.read_text())))
        for n in range(1, 6):
            d.until(lambda: d.rows("SELECT count(*) FROM attempt") == [(n,)], "un essai est commencé")
            holder = self.holder(d)
            go.touch()
            d.until(lambda: d.logged(SAYS_LEDGER) == n, "le jugement ne s'écrit pas")
            go.unlink()
            holder.communicate(timeout=60)
            d.until(lambda: d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn") == [(1,)], "l'essai ne compte pas")
        go.touch()
        d.judged(1)
        self.assertEqual((len(d.records("alerte")), d.notes("echec")), (1, []))

    def test_damaged_is_refused_and_left_alone(self):
        d = self.daemon().start()
        d.put("0.txt", REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        path = d.etat / "registre.sqlite"
        whole = path.read_bytes()
        for damaged in (b"\0" * 4096 + whole[4096:], whole[:len(whole) // 2], b"x" * 100 + whole[100:]):
            path.write_bytes(damaged)
            d.start(ready=False)
            self.assertEqual(d.stop(None), 2, d.text())  # systemd would try again for ever
            self.assertEqual(path.read_bytes()[:100], damaged[:100])
            for rest in ("-wal", "-shm"):
                (d.etat / f"registre.sqlite{rest}").unlink(missing_ok=True)
        path.write_bytes(whole)
        d.start()

    def test_removed_while_in_use(self):
        """Said once, however many scans find the same, before a document needs it; and once that it is over."""
        d = self.daemon(supervision={"socket": "etat.sock"}).start()
        d.put("0.txt", REGULAR.read_bytes())
        d.judged(1)
        d.until(lambda: d.rows("SELECT count(*) FROM record WHERE due") == [(0,)], "tout est livré, et c'est inscrit")
        aside = d.root / "ailleurs"
        aside.mkdir()
        for p in d.etat.glob("registre.sqlite*"):
            os.rename(p, aside / p.name)
        says = (f"registre : son fichier a été déplacé ou supprimé pendant le service ({d.etat}/registre.sqlite) : arrêtez le service, puis remettez-le à sa place, "
                "ou « scrutateur reconstruire » ; rien n'est pris ni jugé en attendant")
        d.until(lambda: d.logged(says), "c'est dit")
        self.assertEqual(faults(d), [says])
        d.put("1.txt", numbered(FAULTY, 1))
        for p in aside.iterdir():
            os.rename(p, d.etat / p.name)
        d.judged(2)
        self.assertEqual((d.logged(says), d.logged("le répertoire d'état est de nouveau entier"), d.logged(SAYS_LEDGER)), (1, 1, 0))

    def test_its_log_is_removed_while_in_use(self):
        """`rm registre.sqlite-*` by who takes them for litter: the last commits are there. They are put into the database, and it goes on; what another program
        was to write meanwhile would be mixed with it."""
        d = self.daemon(supervision={"socket": "etat.sock"}).start()
        d.put("0.txt", REGULAR.read_bytes())
        d.judged(1)
        for n, names in enumerate((["wal"], ["shm"], ["wal", "shm"]), 1):
            for name in names:
                (d.etat / f"registre.sqlite-{name}").unlink()
            d.put(f"{n}.txt", numbered(FAULTY, n))
            d.until(lambda: d.logged("registre.sqlite-wal ou -shm a été ôté pendant que le service tourne") == n, "c'est dit")
            d.judged(n + 1)
        self.assertEqual(faults(d), [])
        d.stop(signal.SIGKILL)
        d.start()
        self.assertEqual(d.rows("SELECT count(*) FROM document WHERE state = 'juge'"), [(4,)])

    def judge(self, d, first, n):
        for k in range(first, first + n):
            d.put(f"{k}.txt", numbered(FAULTY, k))
        d.judged(first + n)
        d.until(lambda: d.rows("SELECT count(*) FROM record WHERE due") == [(0,)], "tout est livré, et c'est inscrit")

    def checkpoint(self, d):
        with contextlib.closing(sqlite3.connect(d.etat / "registre.sqlite")) as db:
            self.assertEqual(db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0], 0)

    WRITTEN_OVER = "registre.sqlite pendant le service (une sauvegarde remise ?) : redémarrez le service, il le vérifie et dit quoi faire ; rien n'est pris ni jugé en attendant"

    def written_over(self, between):
        """A copy is taken; more is judged; `between`; then the copy is put back by `cp`, into the file that is open."""
        d = self.daemon(supervision={"socket": "etat.sock"}).start()
        self.judge(d, 0, 3)
        self.checkpoint(d)
        shutil.copyfile(d.etat / "registre.sqlite", d.root / "copie")
        self.judge(d, 3, 30)
        between(d)
        shutil.copyfile(d.root / "copie", d.etat / "registre.sqlite")
        d.until(lambda: d.logged(self.WRITTEN_OVER), "c'est dit")
        self.assertTrue(any(self.WRITTEN_OVER in f for f in faults(d)), faults(d))
        d.put("de-plus.txt", numbered(FAULTY, 99))
        time.sleep(2)
        self.assertEqual((os.listdir(d.depot), d.logged(self.WRITTEN_OVER)), (["de-plus.txt"], 1))
        self.assertEqual(d.stop(), 0)
        return d

    def rebuilt(self, d, n):
        p = subprocess.run([PROGRAM, "reconstruire", "--config", str(d.config)], capture_output=True, timeout=60)
        self.assertEqual(p.returncode, 0, p.stderr)
        d.start()
        d.judged(n)
        self.assertEqual(len(d.records("alerte")), n)

    def test_an_older_copy_is_written_over_it_all_is_in_the_log(self):
        d = self.written_over(lambda d: None)
        d.start()
        self.assertEqual(d.logged("le registre est entier, en "), 1)
        d.judged(34)
        self.assertEqual(len(d.records("alerte")), 34)

    def test_an_older_copy_is_written_over_it_nothing_is_in_the_log(self):
        d = self.written_over(self.checkpoint)
        d.start()
        d.until(lambda: d.logged("le registre est plus ancien que le fichier des alertes"), "c'est dit")
        d.until(lambda: len(d.records("document")) == 34 and not d.spool("attente"), "le suivant est jugé")
        self.assertEqual(d.stop(), 0)
        self.rebuilt(d, 34)

    def test_an_older_copy_is_written_over_it_some_is_in_the_log(self):
        def some(d):
            self.checkpoint(d)
            self.judge(d, 33, 5)

        d = self.written_over(some)
        d.start(ready=False)
        self.assertEqual(d.stop(None), 2)
        self.assertIn("registre.sqlite a été remplacé ou réécrit, et ne va pas avec son journal (registre.sqlite-wal) : « scrutateur reconstruire »", d.text())
        self.rebuilt(d, 39)

    def test_another_program_takes_its_log_into_it(self):
        """Whoever makes a copy may do that before; nothing is lost."""
        d = self.daemon(supervision={"socket": "etat.sock"}).start()
        for n in range(4):
            self.judge(d, 5 * n, 5)
            self.checkpoint(d)
            os.link(d.etat / "registre.sqlite", d.root / f"sauvegarde-{n}")
            (d.etat / "registre.sqlite").chmod(0o640)
        time.sleep(2.5)
        self.assertEqual((faults(d), d.logged("un autre programme a écrit")), ([], 0))

    def test_another_log_stands_in_its_place(self):
        d = self.daemon(supervision={"socket": "etat.sock"}).start()
        log = d.etat / "registre.sqlite-wal"
        d.put("0.txt", REGULAR.read_bytes())
        d.judged(1)
        log.unlink()
        log.write_bytes(b"d'une sauvegarde")
        says = f"un autre fichier est à la place de {log} : ôtez-le, le service refait le sien"
        d.until(lambda: d.logged(says), "c'est dit")
        self.assertTrue(any(says in f for f in faults(d)), faults(d))
        d.put("1.txt", numbered(FAULTY, 1))
        log.unlink()
        d.until(lambda: d.logged("registre.sqlite-wal ou -shm a été ôté"), "il est refait")
        d.judged(2)
        self.assertEqual((d.logged(says), faults(d)), (1, []))

    def test_lost_ledger_the_spool_is_judged_again(self):
        """Renamed aside by hand, as EXPLOITATION says: what waits in the state directory is found without it."""
        d = self.daemon().start()
        d.put("0.txt", REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        [judged] = d.spool("archive")
        data = numbered(FAULTY, 1)
        (d.etat / "attente" / ("0" * 16 + "-" + sha256(data))).write_bytes(data)
        for p in d.etat.glob("registre.sqlite*"):
            p.unlink()
        os.rename(d.alerts, d.root / "alertes.avant")
        d.start()
        d.judged(1)
        self.assertEqual(len(d.spool("archive")), 2)
        os.rename(judged, d.root / judged.name)  # of the lost ledger: for the audit


class Migration(FaultTest):
    """Every step of the schema, from its text in ledger_schema.c: a step once released is never edited."""
    STEPS = [eval("(" + re.sub(r"/\*.*?\*/", "", body, flags=re.S) + ")")
             for body in re.findall(r"VERSION_\d+\[\] =\n(.*?);\n\n", (ROOT / "daemon/ledger/ledger_schema.c").read_text(), re.S)]

    def ledger_of(self, d, version):
        d.etat.mkdir(mode=0o750, exist_ok=True)
        data = REGULAR.read_bytes()
        with contextlib.closing(sqlite3.connect(d.etat / "registre.sqlite")) as db:
            for step in self.STEPS[:version]:
                db.executescript(step)
            spool = f"{0:016x}-{sha256(data)}"
            db.execute("INSERT INTO document (spool, sha256, name, bytes, received_us) VALUES (?, ?, ?, ?, 1700000000000000)",
                       (spool, sha256(data), b"ancien.txt", len(data)))
            db.commit()
        (d.etat / "attente").mkdir(mode=0o750)
        (d.etat / "attente" / spool).write_bytes(data)

    def test_every_past_version_is_taken_over(self):
        self.assertGreaterEqual(len(self.STEPS), 3)
        for version in range(1, len(self.STEPS) + 1):
            d = self.daemon()
            self.ledger_of(d, version)
            d.start()
            d.judged(1)
            self.assertEqual(d.rows("PRAGMA user_version"), [(len(self.STEPS),)])
            self.assertEqual(d.path("document"), ["ancien.txt"])

    def test_systemd_is_told_to_wait(self):
        """A large one takes longer than TimeoutStartSec: what was done till then would be done again, for ever."""
        d = self.daemon()
        self.ledger_of(d, len(self.STEPS) - 1)
        hear = self.listen(d)
        d.start(NOTIFY_SOCKET=str(d.root / "notify"))
        d.until(lambda: "READY=1" in hear(), "le service dit qu'il est prêt")
        longer, status = hear()[:2]
        self.assertGreaterEqual(int(longer.removeprefix("EXTEND_TIMEOUT_USEC=")), 300_000_000)
        self.assertIn(f"STATUS=le registre est mis à niveau, de la version {len(self.STEPS) - 1} à la version {len(self.STEPS)}", status)
        self.assertEqual(d.logged("le registre est mis à niveau, de la version"), 1)
        self.assertEqual(d.logged("le registre est à niveau"), 1)
        self.assertEqual(d.stop(), 0)
        d.start(NOTIFY_SOCKET=str(d.root / "notify"))
        self.assertEqual(sum(line.startswith("EXTEND_TIMEOUT") for line in hear()), 1)
        d.judged(1)

    def test_killed_at_each_call_of_the_migration(self):
        d = self.daemon()
        self.ledger_of(d, 1)
        model = d.root / "modele"
        shutil.copytree(d.etat, model)
        n = 0
        while True:
            n += 1
            shutil.rmtree(d.etat)
            shutil.copytree(model, d.etat)
            d.alerts.unlink(missing_ok=True)   # a restart may have judged the document before it was stopped
            before = d.logged("reprise : ")
            self.start(d, "etat/registre*", n, "kill", ready=False)
            while d.process.poll() is None and d.logged("reprise : ") == before:
                time.sleep(0.002)
            if d.logged("reprise : ") > before:  # the migration was over
                break
            self.assertEqual(d.stop(None), -signal.SIGKILL)
            d.start()  # SIGTERM before it listens to signals would be another end
            self.assertEqual(d.rows("SELECT count(*) FROM document"), [(1,)])
            self.assertEqual(d.rows("PRAGMA user_version"), [(len(self.STEPS),)])
            self.assertEqual(d.rows("PRAGMA integrity_check"), [("ok",)])
            self.assertEqual(d.stop(), 0)
        d.stop(signal.SIGKILL)
        d.start()
        d.judged(1)
        self.assertGreater(n, 10)


@unittest.skipUnless(IS_ROOT, "SKIPPED: mounting a small disk needs root")
class SmallDisk(FaultTest):
    def service(self):
        self.disk = small_disk(self)
        d = self.daemon(etat=self.disk / "etat", admission={"libre_mio": 0}, supervision={"socket": "etat.sock"})
        d.etat = self.disk / "etat"
        return d

    def test_full_disk_then_space_again(self):
        """8 MB, filled while documents come: those not taken stay in the drop, those taken are judged when there is space, no line is cut."""
        d = self.service()
        d.alerts = self.disk / "alertes.jsonl"
        d.config = config(d.root, **{**d.keys, "alertes": {"fichier": d.alerts, "journal": "non", "syslog": "non"}})
        d.start()
        for n in range(20):
            d.put(f"{n:02}.txt", numbered(FAULTY, n) + b"\n" * 20000)
        d.until(lambda: d.logged("reçu"), "les premiers sont reçus")
        filler = self.disk / "plein"
        with open(filler, "wb", buffering=0) as f:
            with contextlib.suppress(OSError):
                while f.write(b"\0" * 4096):
                    pass
        for n in range(20, 30):
            d.put(f"{n:02}.txt", numbered(FAULTY, n) + b"\n" * 20000)
        d.until(lambda: d.logged(SAYS_INTAKE), "le dépôt garde ses fichiers")
        d.until(lambda: any("rien ne peut être pris du dépôt : " in panne and "plus de place" in panne for panne in faults(d)), "qui demande l'apprend")
        filler.unlink()
        d.judged(30)
        self.assertEqual((len(d.records("alerte")), faults(d)), (30, []))

    def test_read_only_then_writable_again(self):
        d = self.service().start()
        d.put("0.txt", REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual(d.stop(), 0)  # what is open for writing forbids the remount
        remount(self.disk, "ro")
        d.start(ready=False)
        self.assertEqual(d.stop(None), 3)
        self.assertIn("lecture seule", d.text())
        remount(self.disk, "rw")
        d.put("1.txt", numbered(FAULTY, 1))
        d.start()
        d.judged(2)


if __name__ == "__main__":
    unittest.main()
