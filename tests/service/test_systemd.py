# SPDX-License-Identifier: EUPL-1.2
"""What the service tells systemd, by the socket it would have; the rest is `make check-service`."""
import pathlib, signal, sqlite3, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import FAULTY, ROOT, ServiceTest


class Notify(ServiceTest):
    def test_ready_reload_and_stop_are_told(self):
        d = self.daemon()
        hear = self.listen(d)
        d.start(NOTIFY_SOCKET=str(d.root / "notify"))
        d.until(lambda: "READY=1" in hear(), "le service dit qu'il est prêt")
        del hear()[:]
        d.signal(signal.SIGHUP)
        d.until(lambda: "READY=1" in hear(), "le rechargement est fini")
        self.assertEqual(hear()[0], "RELOADING=1")
        d.stop()
        d.until(lambda: "STOPPING=1" in hear(), "l'arrêt est dit")

    def test_watchdog_is_fed_while_documents_move(self):
        d = self.daemon()
        hear = self.listen(d)
        d.start(NOTIFY_SOCKET=str(d.root / "notify"), WATCHDOG_USEC="100000")
        d.put("acte.txt", FAULTY.read_bytes())
        d.judged(1)
        d.until(lambda: hear().count("WATCHDOG=1") > 3, "le chien de garde est nourri")

    def test_newer_ledger_is_refused_for_good(self):
        """Status 2, which the unit does not restart; the ledger is left as it was (ROBUST D-13)."""
        d = self.daemon().start()
        d.stop()
        path = d.etat / "registre.sqlite"
        with sqlite3.connect(path) as db:
            [(was,)] = db.execute("PRAGMA user_version").fetchall()
            db.execute("PRAGMA user_version = 99")
        db.close()
        d.start(ready=False)
        self.assertEqual(d.stop(None), 2)
        self.assertIn("version 99, plus récente que ce programme", d.text())
        with sqlite3.connect(path) as db:
            self.assertEqual(db.execute("PRAGMA user_version").fetchall(), [(99,)])
            db.execute(f"PRAGMA user_version = {was}")
        db.close()

    def test_damaged_ledger_is_refused_for_good(self):
        """Nothing that systemd can do mends it: the unit leaves it stopped, and says what a person has to do."""
        d = self.daemon().start()
        d.stop()
        path = d.etat / "registre.sqlite"
        whole = path.read_bytes()
        path.write_bytes(b"x" * len(whole))
        hear = self.listen(d)
        d.start(ready=False, NOTIFY_SOCKET=str(d.root / "notify"))
        self.assertEqual(d.stop(None), 2)
        [status] = d.until(lambda: [line for line in hear() if line.startswith("STATUS=")], "la raison est dite")
        self.assertRegex(status, "n'a pas pu démarrer : .*abîmé.*« scrutateur reconstruire »")
        self.assertIn("« systemctl start scrutateur »", d.text())
        path.write_bytes(whole)

    def test_the_unit_the_manual_and_the_guide_agree(self):
        """On which status means that another start would change nothing."""
        unit, manual, guide = ((ROOT / name).read_text(encoding="utf-8") for name in ("systemd/scrutateur.service", "man/scrutateur.1", "docs/EXPLOITATION.md"))
        self.assertRegex(unit, r"(?m)^RestartPreventExitStatus=2$")
        self.assertRegex(manual.replace("\n", " "), r"2 quand [^)]*registre \(abîmé[^)]*\) ne permettent pas de servir \(systemd ne relance pas\)")
        self.assertRegex(guide, r"code 2 : [^)]*registre abîmé")


if __name__ == "__main__":
    unittest.main()
