# SPDX-License-Identifier: EUPL-1.2
"""What keeps the service from taking: a backlog, a disk, a quarantine. The drop keeps its files, it is said, and it begins again by itself
(ROBUST I-12, P-07)."""
import json, os, pathlib, signal, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, NOT_AN_ACT, ServiceTest, numbered
from program import config, run

SUSPENDED, RESUMED = "rien n'est pris du dépôt", "les fichiers du dépôt sont pris de nouveau"


class Admission(ServiceTest):
    def reconfigure(self, d, **admission):
        config(d.root, **{**d.keys, "admission": admission})

    def test_backlog(self):
        """Never more documents wait than were allowed; the others stay in the drop until they are wanted."""
        d = self.daemon(admission={"attente": 4}).start()
        host = int(pathlib.Path(f"/proc/{d.process.pid}/task/{d.process.pid}/children").read_text())
        os.kill(host, signal.SIGSTOP)
        for n in range(30):
            d.put(f"{n:02}.txt", numbered(COUNCIL, n))
        d.until(lambda: d.logged("4 documents attendent d'être jugés"), "l'attente pleine est dite")
        d.until(lambda: len(os.listdir(d.depot)) == 26, "ce qui est pris est parti")
        self.assertEqual(len(d.spool("attente")), 4)
        os.kill(host, signal.SIGCONT)
        d.judged(30)
        self.assertEqual(d.path("document"), [f"{n:02}.txt" for n in range(30)])
        self.assertEqual(d.logged(SUSPENDED), d.logged(RESUMED))
        self.assertEqual([r["reason"] for r in d.records("service")].count("admission-suspendue"), d.logged(SUSPENDED))

    def test_disk(self):
        d = self.daemon(admission={"libre_mio": 90000000})
        d.put("acte.txt", COUNCIL.read_bytes())
        d.start()
        d.until(lambda: d.logged("Mio libres sur le disque de l'état"), "le manque de place est dit")
        self.assertTrue((d.depot / "acte.txt").exists())
        self.reconfigure(d, libre_mio=0)
        d.signal(signal.SIGHUP)
        d.judged(1)
        self.assertEqual((d.logged(SUSPENDED), d.logged(RESUMED)), (1, 1))

    def test_quarantine(self):
        """A full quarantine stops the taking; an operator who empties it starts it again. The service removes nothing."""
        d = self.daemon(admission={"quarantaine_mio": 1}).start()
        d.put("gros.txt", NOT_AN_ACT * (2 ** 20 // len(NOT_AN_ACT) + 1))
        d.judged(1)
        d.until(lambda: d.logged("la quarantaine dépasse 1 Mio"), "la quarantaine pleine est dite")
        d.put("acte.txt", COUNCIL.read_bytes())
        [kept] = d.spool("quarantaine/pas-une-deliberation")
        self.assertEqual(d.stop(), 0)
        d.start()
        d.until(lambda: d.logged("la quarantaine dépasse 1 Mio") == 2, "dit de nouveau après un redémarrage")
        self.assertTrue((d.depot / "acte.txt").exists() and kept.exists())
        aside = d.root / kept.name
        os.rename(kept, aside)
        d.until(lambda: d.logged(RESUMED), "la prise reprend")
        d.judged(2)
        os.rename(aside, kept)


class Shares(ServiceTest):
    """A real FUSE file system (bindfs): what another machine does to a share is not seen by inotify here."""

    def mount(self, below, at):
        if os.geteuid() != 0 or not os.path.exists("/dev/fuse"):
            self.skipTest("SKIPPED: monter un partage demande root et /dev/fuse")
        below.mkdir()
        at.mkdir(exist_ok=True)
        subprocess.run(["bindfs", str(below), str(at)], check=True)
        self.addCleanup(lambda: subprocess.run(["umount", "-l", str(at)], stderr=subprocess.DEVNULL))

    def test_drop_on_a_share_is_scanned(self):
        d = self.daemon(supervision={"socket": "etat.sock"})
        server = d.root / "serveur"
        self.mount(server, d.depot)
        warnings = lambda: json.loads(run("etat", "--json", "--config", d.config)[1])["avertissements"]
        d.start()
        self.assertEqual(d.logged("le dépôt est sur un partage (FUSE) : pas d'événements, il est balayé toutes les 1 s"), 1)
        (server / "acte.txt").write_bytes(COUNCIL.read_bytes())
        d.judged(1)
        self.assertEqual((d.path("document"), os.listdir(server)), (["acte.txt"], []))
        subprocess.run(["umount", "-l", str(d.depot)], check=True)
        d.until(lambda: d.logged("le dépôt n'est plus sur un partage"), "le partage parti est dit")
        self.assertEqual(warnings(), ["le dépôt n'est plus sur un partage : le partage est-il monté ?"])
        subprocess.run(["bindfs", str(server), str(d.depot)], check=True)
        (server / "autre.txt").write_bytes(numbered(COUNCIL, 2))
        d.judged(2)
        self.assertEqual(warnings(), [])

    def test_the_disk_of_the_drop_is_unmounted(self):
        d = self.daemon(supervision={"socket": "etat.sock"})
        if os.geteuid() != 0:
            self.skipTest("SKIPPED: monter un disque demande root")
        mount = ["mount", "-t", "tmpfs", "scrutateur-test", str(d.depot)]
        subprocess.run(mount, check=True)
        self.addCleanup(lambda: subprocess.run(["umount", "-l", str(d.depot)], stderr=subprocess.DEVNULL))
        d.start()
        (d.depot / "acte.txt").write_bytes(COUNCIL.read_bytes())
        d.judged(1)
        subprocess.run(["umount", "-l", str(d.depot)], check=True)
        d.until(lambda: d.logged("plus rien n'est monté sur le dossier de dépôt"), "c'est dit")
        self.assertEqual(d.status()["avertissements"], ["plus rien n'est monté sur le dossier de dépôt : le disque est-il monté ?"])
        subprocess.run(mount, check=True)
        (d.depot / "autre.txt").write_bytes(numbered(COUNCIL, 2))
        d.judged(2)
        self.assertEqual(d.status()["avertissements"], [])
        subprocess.run(["umount", "-l", str(d.depot)], check=True)

    def test_state_on_a_share_is_refused(self):
        d = self.daemon()
        self.mount(d.root / "serveur", d.etat)
        d.start(ready=False)
        self.assertEqual(d.stop(None), 2)
        self.assertEqual(d.logged("le répertoire d'état doit être sur un disque local"), 1)
        subprocess.run(["umount", "-l", str(d.etat)], check=True)
        d.etat.rmdir()


if __name__ == "__main__":
    unittest.main()
