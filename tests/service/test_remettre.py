# SPDX-License-Identifier: EUPL-1.2
"""`scrutateur remettre`: what is in quarantine is judged again, its attempts begin anew, what was said stays written (ROBUST P-06)."""
import os, pathlib, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, NOT_AN_ACT, PROGRAM, REGULAR, ServiceTest, numbered
from program import config

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n"


class Remettre(ServiceTest):
    def remettre(self, d, *what):
        p = subprocess.run([PROGRAM, "remettre", "--config", str(d.config), *what], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        return p.returncode, p.stdout.decode(), p.stderr.decode()

    def refused_for_size(self, *names):
        """Acts above a limit that the operator then raises."""
        d = self.daemon(limites={"texte": 1000}).start()
        for n, name in enumerate(names):
            d.put(name, numbered(COUNCIL, n))
        d.judged(len(names))
        self.assertEqual(d.rows("SELECT DISTINCT refusal FROM document"), [("taille",)])
        config(d.root, **{k: v for k, v in d.keys.items() if k != "limites"})
        return d

    def test_by_reason_while_the_service_runs(self):
        d = self.refused_for_size("a.txt", "b.txt", "c.txt")
        subprocess.run([PROGRAM, "recharger", "--config", str(d.config)], stdout=subprocess.DEVNULL, check=True)
        status, out, err = self.remettre(d, "taille")
        self.assertEqual((status, out.count("remis en attente"), err), (0, 3, ""))
        d.until(lambda: d.rows("SELECT state, count(*) FROM document GROUP BY state") == [("juge", 3)], "tous sont jugés")
        d.until(lambda: len(d.records("document")) == 3 and not d.spool("attente"), "dits et rangés")
        self.assertEqual((d.spool("quarantaine/taille"), d.notes("taille")), ([], []))
        self.assertEqual(len(d.records("rejet")), 3)                        # the history
        self.assertEqual([r["reason"] for r in d.records("service")].count("remis"), 3)
        self.assertEqual(d.rows("SELECT count(*), sum(withdrawn) FROM attempt"), [(6, 3)])
        d.put("d.txt", REGULAR.read_bytes())
        d.until(lambda: len(d.records("document")) == 4 and not d.spool("attente"), "le suivant aussi")

    def test_right_after_the_log_of_the_ledger_was_removed(self):
        """What it wrote into files of its own would be lost when the service makes them again, and its documents would be nowhere."""
        for names in (["wal"], ["shm"], ["wal", "shm"]):
            with self.subTest(names):
                d = self.refused_for_size("a.txt", "b.txt")
                subprocess.run([PROGRAM, "recharger", "--config", str(d.config)], stdout=subprocess.DEVNULL, check=True)
                for name in names:
                    (d.etat / f"registre.sqlite-{name}").unlink()
                status, out, err = self.remettre(d, "taille")
                self.assertEqual((status, out.count("remis en attente"), err), (0, 2, ""))
                d.until(lambda: d.rows("SELECT state, count(*) FROM document GROUP BY state") == [("juge", 2)], "tous sont jugés")
                d.until(lambda: len(d.records("document")) == 2 and not d.spool("attente"), "dits et rangés")

    def test_by_name_while_it_does_not_run(self):
        d = self.refused_for_size("a.txt", "b.txt")
        self.assertEqual(d.stop(), 0)
        status, out, err = self.remettre(d, "b.txt")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("« b.txt » (taille) : remis en attente, document", out)
        self.assertIn("Le service ne tourne pas : il les jugera à son prochain démarrage.\n", out)
        d.start()
        d.until(lambda: d.rows("SELECT count(*) FROM document WHERE state = 'juge'") == [(1,)], "b.txt est jugé")
        d.until(lambda: not d.spool("attente"), "rangé")
        d.until(lambda: d.path("document") == ["b.txt"], "b.txt est dit jugé")
        self.assertEqual(len(d.spool("quarantaine/taille")), 1)

    def test_after_a_restart_with_nothing_waiting(self):
        d = self.refused_for_size("a.txt")
        self.assertEqual(d.stop(), 0)
        d.start()
        self.assertEqual(self.remettre(d, "a.txt")[0], 0)
        d.until(lambda: d.rows("SELECT state FROM document") == [("juge",)], "a.txt est jugé")
        d.until(lambda: not d.spool("attente"), "rangé")

    def test_what_is_refused_again_has_a_new_note(self):
        d = self.daemon().start()
        d.put("recette.txt", NOT_AN_ACT)
        d.put("casse.pdf", PDF)
        d.judged(2)
        status, out, _ = self.remettre(d, "pas-une-deliberation", "casse.pdf")
        self.assertEqual((status, out.count("remis")), (0, 2))
        d.until(lambda: len(d.records("rejet")) == 4, "refusés de nouveau")
        d.until(lambda: not d.spool("attente"), "rangés")
        self.assertEqual((len(d.notes("pas-une-deliberation")), len(d.notes("abime"))), (1, 1))

    def test_cut_off_between_the_file_and_the_ledger(self):
        """A command that dies half-way has done nothing: the start takes the file back to its note."""
        d = self.refused_for_size("a.txt")
        self.assertEqual(d.stop(), 0)
        [file] = d.spool("quarantaine/taille")
        os.rename(file, d.etat / "attente" / file.name)
        d.start()
        self.assertEqual((d.spool("quarantaine/taille"), len(d.notes("taille")), d.spool("attente")), ([file], 1, []))
        self.assertEqual(self.remettre(d, "taille")[0], 0)
        d.until(lambda: d.rows("SELECT state FROM document") == [("juge",)], "a.txt est jugé")
        d.until(lambda: not d.spool("attente"), "rangé")

    def test_what_is_not_there(self):
        d = self.refused_for_size("a.txt")
        status, out, err = self.remettre(d, "rien.txt")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("rien en quarantaine sous ce nom ou ce motif : « rien.txt »", err)
        [file] = d.spool("quarantaine/taille")
        aside = d.root / file.name
        os.rename(file, aside)
        status, out, err = self.remettre(d, "a.txt")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("n'est plus en quarantaine", err)
        os.rename(aside, file)
        self.assertEqual(subprocess.run([PROGRAM, "remettre", "--config", str(d.config)], capture_output=True).returncode, 2)


if __name__ == "__main__":
    unittest.main()
