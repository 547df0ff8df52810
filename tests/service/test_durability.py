# SPDX-License-Identifier: EUPL-1.2
"""What `make check-fault` and `make check-crash` found, each as a test of its own (ROBUST D-)."""
import errno, mmap, os, pathlib, resource, signal, struct, sys, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import FAULTY, NOT_AN_ACT, REGULAR, ServiceTest, numbered
from faults import LIBRARY, FaultTest
import papers
from program import config


class Intake(FaultTest):
    def leaves_later(self, n):
        d = self.daemon()
        self.start(d, "depot/*", n, "error", errno.EIO)
        d.put("acte.txt", REGULAR.read_bytes())
        d.judged(1)
        d.until(lambda: not os.listdir(d.depot), "il quitte le dépôt")
        self.assertEqual(self.fault.fired, 1)
        self.assertEqual(d.rows("SELECT count(*) FROM document"), [(1,)])

    def test_name_that_cannot_be_moved_once_leaves_later(self):
        """It stayed in the drop until somebody changed it."""
        self.leaves_later(1)

    def test_name_that_cannot_be_removed_once_leaves_later(self):
        """It was given its name back, which changed its ctime, and was judged a second time."""
        self.leaves_later(2)

    def test_copy_that_cannot_be_taken_back_is_no_second_document(self):
        d = self.daemon()
        self.start(d, "etat/attente*")
        self.fault.arm(2, "error", errno.EIO, once=False)
        d.put("acte.txt", REGULAR.read_bytes())
        d.until(lambda: self.fault.fired >= 2, "la copie n'est ni sûre, ni retirée")
        self.fault.disarm()
        d.until(lambda: d.records("document"), "il est jugé")
        self.assertEqual(len(d.spool("attente")), 1)
        self.assertEqual(d.stop(), 0)
        d.start()
        self.assertEqual(d.spool("attente"), [])
        self.assertEqual(d.rows("SELECT count(*) FROM document"), [(1,)])


class Recovery(FaultTest):
    def stopped_with(self, *documents):
        d = self.daemon().start()
        for n, data in enumerate(documents):
            d.put(f"{n}.txt", data)
        d.judged(len(documents))
        self.assertEqual(d.stop(), 0)
        return d

    def test_decided_document_left_in_two_directories(self):
        """A power cut that kept the new name and lost the removal of the old one: the service did not start any more."""
        d = self.stopped_with(REGULAR.read_bytes(), NOT_AN_ACT)
        for p in (*d.spool("archive"), *d.spool("quarantaine/pas-une-deliberation")):
            os.link(p, d.etat / "attente" / p.name)
        d.start()
        self.assertEqual(d.spool("attente"), [])
        d.put("autre.txt", numbered(FAULTY, 1))
        d.judged(3)

    def test_decided_document_with_other_bytes_in_its_place(self):
        d = self.stopped_with(REGULAR.read_bytes())
        [judged] = d.spool("archive")
        (d.etat / "attente" / judged.name).write_bytes(b"autre chose")
        d.start()
        self.assertEqual([p.read_bytes() for p in d.spool("quarantaine/egare")], [b"autre chose"])

    def test_strange_files_of_one_name_are_all_set_aside(self):
        """The second of a name got one made of the time in seconds, and the third of them in a second kept the service from starting."""
        d = self.daemon().start()
        for _ in range(4):
            self.assertEqual(d.stop(), 0)
            (d.etat / "attente/bizarre").write_bytes(b"x")
            d.start()
        self.assertEqual(len(d.spool("quarantaine/egare")), 4)

    def test_note_of_an_attempt_that_was_not_decided_goes_first(self):
        """It could stay, and a judged document whose move was cut short would have been put into quarantine."""
        d = self.stopped_with(REGULAR.read_bytes())
        [p] = d.spool("archive")
        os.rename(p, d.etat / "attente" / p.name)
        d.write("UPDATE document SET state = 'attente'", "DELETE FROM reading", "DELETE FROM verdict", "UPDATE record SET document = NULL")
        (d.etat / "quarantaine/echec").mkdir(parents=True)
        (d.etat / "quarantaine/echec" / f"{p.name}.json").write_text("{}")
        self.start(d, "etat/quarantaine/echec/*", 1, "error", errno.EIO, ready=False)
        self.assertEqual(d.stop(None), 3)
        d.start()
        d.until(lambda: d.spool("archive"), "il est jugé")
        self.assertEqual(d.notes("echec"), [])

    def test_temporary_of_an_attempt_that_a_crash_undid_is_gone(self):
        """It stood in the archive for ever when the next attempt had another end."""
        d = self.daemon()
        d.torn = True
        d.put("acte.pdf", papers.text_pdf(papers.paged(REGULAR.read_text("utf-8"))))
        self.start(d, "etat/*.txt*", 6, "kill", ready=False)  # unlink, open, write, fsync, close; the rename
        self.assertEqual(d.stop(None), -signal.SIGKILL)
        self.assertIn("rename", self.fault.where)
        d.config = config(d.root, **d.keys, extraction={"pdf": "{ outils: non }"})
        d.start()
        d.until(lambda: d.records("rejet"), "il est refusé")
        self.assertEqual([p for p in d.etat.glob("**/.*")], [])


class Alerts(ServiceTest):
    def test_rotated_again_and_again_in_mid_stream(self):
        """Each file begins where the one before it ends; nothing is between them, nothing twice."""
        d = self.daemon().start()
        files = []
        for n in range(40):
            d.put(f"{n:02}.txt", numbered(FAULTY, n))
            if n % 5 == 4:
                d.until(lambda: d.lines(), "le fichier nouveau a des lignes")
                files.append(d.root / f"alertes.{len(files)}")
                os.rename(d.alerts, files[-1])
        d.until(lambda: d.rows("SELECT count(*) FROM record WHERE event = 'document'") == [(40,)], "tout est jugé")
        d.until(lambda: d.rows("SELECT count(*) FROM record WHERE due") == [(0,)], "tout est livré")
        whole = b"".join(f.read_bytes() for f in [*files, d.alerts] if f.exists())
        d.alerts.write_bytes(whole)
        self.assertEqual(whole.splitlines(), [line.encode() for line, in d.rows("SELECT line FROM record ORDER BY seq")])


class Stop(ServiceTest):
    def test_second_term_ends_at_once_and_counts_nothing(self):
        d = self.daemon(**Blame.SLOW)
        for n in range(2):
            d.put(f"{n}.pdf", papers.text_pdf(papers.paged(numbered(REGULAR, n).decode())))
        d.start()
        d.until(lambda: d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn") == [(2,)], "deux sont en cours")
        d.signal(signal.SIGTERM)
        d.until(lambda: d.logged("arrêt demandé"), "l'arrêt attend")
        self.assertEqual(d.stop(), 0)
        self.assertEqual(d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn"), [(0,)])
        self.assertEqual(len(d.spool("attente")), 2)
        d.config = config(d.root, **{k: v for k, v in d.keys.items() if k != "extraction"})
        d.start()
        d.judged(2)
        self.assertNotIn("seront jugés un par un", d.text())


class Blame(ServiceTest):
    """Deaths of the service while documents are in flight: for as long as the tool sleeps."""
    SLOW = {"extraction": {"pdf": "{ outils: [sleep 60], duree_s: 90 }"}}
    LIMIT_DEATHS_ALONE = 6

    def put_slow(self, d, n):
        d.put(f"{n}.pdf", papers.text_pdf(papers.paged(numbered(REGULAR, n).decode())))

    def slow(self, documents):
        d = self.daemon(**self.SLOW)
        d.torn = True
        for n in range(documents):
            self.put_slow(d, n)
        return d

    def die(self, d, in_flight):
        d.start()
        d.until(lambda: d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn") == [(in_flight,)], f"{in_flight} sont en cours")
        self.die_now(d)

    def die_now(self, d):
        d.process.kill()
        d.process.wait()
        d.process = None

    def finish(self, d, documents):
        d.config = config(d.root, **{k: v for k, v in d.keys.items() if k != "extraction"})
        d.start()
        d.judged(documents)

    def test_service_killed_again_and_again_blames_no_document(self):
        """Three kills under load put every document that was in flight into quarantine."""
        d = self.slow(2)
        self.die(d, 2)
        for _ in range(self.LIMIT_DEATHS_ALONE - 1):
            self.die(d, 1)  # suspects are judged alone
        self.finish(d, 2)
        self.assertEqual(d.records("rejet"), [])
        self.assertIn("seront jugés un par un", d.text())

    def test_document_alone_at_every_death_is_set_aside(self):
        d = self.slow(1)
        for _ in range(self.LIMIT_DEATHS_ALONE):
            self.die(d, 1)
        self.finish(d, 1)
        [r] = d.records("rejet")
        self.assertIn("s'est arrêté net 6 fois de suite", r["message"])
        self.assertEqual(len(d.spool("quarantaine/echec")), 1)

    def kill_host(self, d, in_flight):
        d.until(lambda: d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn") == [(in_flight,)], f"{in_flight} sont en cours")
        before = d.logged("l'hôte des règles s'est arrêté")
        os.kill(d.host(), signal.SIGKILL)
        d.until(lambda: d.logged("l'hôte des règles s'est arrêté") > before, "sa mort est dite")

    def test_others_wait_for_the_suspect(self):
        d = self.slow(1)
        self.die(d, 1)
        d.start()
        d.until(lambda: d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn") == [(1,)], "le suspect est en cours")
        for n in (1, 2):  # when the second of them is received, the first would be under way
            self.put_slow(d, n)
            d.until(lambda: d.rows("SELECT count(*) FROM document") == [(n + 1,)], "il est reçu")
        before = time.time_ns() // 1000
        self.die_now(d)
        self.assertEqual(d.rows("SELECT count(*) FROM attempt WHERE document > 1 AND began_us < ?", before), [(0,)])
        self.finish(d, 3)

    def test_suspect_waits_for_those_under_way(self):
        d = self.slow(2).start()
        d.until(lambda: d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn") == [(2,)], "deux sont en cours")
        self.put_slow(d, 2)
        d.until(lambda: d.rows("SELECT count(*) FROM document") == [(3,)], "un troisième attend")
        os.kill(d.host(), signal.SIGKILL)
        # Counted ahead once, for there was no place; given back with its host; now in flight.
        d.until(lambda: d.rows("SELECT count(*), sum(withdrawn) FROM attempt WHERE document = 3") == [(2, 1)], "il passe devant les suspects")
        os.kill(d.host(), signal.SIGKILL)
        d.until(lambda: d.logged("l'hôte des règles s'est arrêté") == 2, "la seconde mort est dite")
        [(in_flight,)] = d.rows("SELECT value FROM meta WHERE name = 'en_vol'")
        self.assertNotIn(" ", in_flight)
        self.die_now(d)
        self.finish(d, 3)

    def test_host_killed_again_and_again_blames_no_document(self):
        """Three kills of the host put every document it held into quarantine."""
        d = self.slow(2).start()
        self.kill_host(d, 2)
        for _ in range(2 * (self.LIMIT_DEATHS_ALONE - 1)):
            self.kill_host(d, 1)  # one, then the other
        self.assertEqual(d.records("rejet"), [])
        self.kill_host(d, 1)
        [r] = d.until(lambda: d.records("rejet"), "le document qui était seul à chaque fois est mis à part")
        self.assertIn("l'hôte des règles est mort à chaque fois", r["message"])
        d.until(lambda: d.rows("SELECT count(*) FROM attempt WHERE document = 2 AND NOT withdrawn") == [(1,)], "l'autre est en cours")
        self.die_now(d)
        self.finish(d, 2)


class Cramped(ServiceTest):
    """Few descriptors are left, fewer than those of what is counted ahead of its place (ROBUST F-04)."""

    def test_few_descriptors_are_left(self):
        d = self.daemon().start()
        _, most = resource.prlimit(d.process.pid, resource.RLIMIT_NOFILE)
        d.put("0.txt", REGULAR.read_bytes())
        d.judged(1)
        d.signal(signal.SIGSTOP)
        for n in range(1, 40):
            d.put(f"{n}.txt", numbered(FAULTY, n))
        resource.prlimit(d.process.pid, resource.RLIMIT_NOFILE, (len(os.listdir(f"/proc/{d.process.pid}/fd")) + 8, most))
        d.signal(signal.SIGCONT)
        d.judged(40)
        self.assertEqual(len(d.records("alerte")), 39)
        self.assertEqual(d.logged("un document ne peut pas être donné à juger, il attend : "), 1)
        resource.prlimit(d.process.pid, resource.RLIMIT_NOFILE, (most, most))
        self.assertEqual((d.logged("le registre ne répond pas"), d.notes("echec")), (0, []))


class Hour(FaultTest):
    """The clock of the machine is set while the service runs, or while it does not (ROBUST C-04): nothing waits longer, and it is told when it went back."""
    SAYS = "l'horloge de la machine a reculé de "

    def test_set_while_it_runs(self):
        d = self.daemon()
        clock = d.root / "horloge"
        clock.write_bytes(bytes(8))
        with open(clock, "r+b") as f:
            later = mmap.mmap(f.fileno(), 8)
        hear = self.listen(d)
        d.start(LD_PRELOAD=str(LIBRARY), FAULT_CLOCK=str(clock), NOTIFY_SOCKET=str(d.root / "notify"), WATCHDOG_USEC="1000000")
        day = 86400
        for n, (seconds, told) in enumerate(((0, None), (365 * day, None), (-day, "366 jours"), (-day - 30, None), (-day - 7500, "2 h 04 min"))):
            before, beats = d.logged(self.SAYS), hear().count("WATCHDOG=1")
            d.put(f"{n}.txt", numbered(FAULTY, n))
            struct.pack_into("q", later, 0, seconds)
            d.judged(n + 1)
            if told:
                d.until(lambda: d.logged(self.SAYS + told), "c'est dit")
            d.until(lambda: hear().count("WATCHDOG=1") > beats + 5, "le chien de garde est nourri")
            self.assertEqual(d.logged(self.SAYS), before + (told is not None))
        d.until(lambda: [r["reason"] for r in d.records("service")].count("horloge-reculee") == 2, "c'est écrit")

    def test_set_while_it_does_not_run(self):
        d = self.daemon().start()
        d.put("1.txt", REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        d.start()
        self.assertEqual(d.logged(self.SAYS), 0)
        self.assertEqual(d.stop(), 0)
        d.write("UPDATE document SET received_us = received_us + 7200000000")
        d.start()
        d.until(lambda: d.logged(self.SAYS + "1 h 59 min depuis le dernier document reçu") == 1, "c'est dit")


if __name__ == "__main__":
    unittest.main()
