# SPDX-License-Identifier: EUPL-1.2
"""Deposits of several files, through the daemon: sub-directories as Pastell leaves them, acts with their ACTES message beside them. What came
together stays together, is recorded together, and is found again after a kill (ROBUST I-13)."""
import io, json, os, pathlib, signal, sys, unittest, zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, FAULTY, NOT_AN_ACT, REGULAR, ServiceTest, numbered, sha256
from program import run

ACT = "034-123456782-20230302-CM2023_{n:02}-DE"
MESSAGE = """<?xml version="1.0" encoding="ISO-8859-1"?>
<actes:Acte xmlns:actes="http://www.interieur.gouv.fr/ACTES#v1.1-20040216" actes:Date="2023-03-02" actes:NumeroInterne="CM2023_{n:02}" actes:CodeNatureActe="1">
<actes:CodeMatiere1 actes:CodeMatiere="7"/><actes:CodeMatiere2 actes:CodeMatiere="1"/><actes:Objet>Un essai</actes:Objet>
<actes:ClassificationDateVersion>2017-11-13</actes:ClassificationDateVersion>
<actes:Document><actes:NomFichier>99_DE.txt</actes:NomFichier></actes:Document><actes:Annexes actes:Nombre="0"/><actes:DocumentPapier>N</actes:DocumentPapier>
</actes:Acte>
"""


class Deposits(ServiceTest):
    def pastell(self, d, n, sample=COUNCIL, done=True):
        folder = d.depot / f"dossier {n}"
        folder.mkdir()
        (folder / "acte.txt").write_bytes(numbered(sample, n))
        (folder / "annexe.pdf").write_bytes(b"%%PDF annexe %d" % n)
        (folder / "metadata.json").write_text(json.dumps({"acte_nature": "1", "objet": "Un essai", "arrete": ["acte.txt"],
                                                          "autre_document_attache": ["annexe.pdf"]}))
        if done:
            (folder / "fichier_termine.txt").write_text("Le transfert est terminé")
        return folder

    def test_pastell(self):
        d = self.daemon().start()
        folder = self.pastell(d, 1, FAULTY, done=False)
        d.put("seul.txt", REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual(len(list(folder.iterdir())), 3)
        (folder / "fichier_termine.txt").write_text("Le transfert est terminé")
        d.judged(2)
        self.assertEqual(os.listdir(d.depot), [])
        self.assertEqual(d.path("document"), ["dossier 1/acte.txt", "seul.txt"])
        self.assertEqual(d.path("alerte"), ["dossier 1/acte.txt"])
        self.assertEqual([bytes(n) for n, in d.rows("SELECT name FROM side_file")], [b"metadata.json"])
        self.assertEqual([(bytes(n), s) for n, s in d.rows("SELECT name, sha256 FROM annex")], [(b"annexe.pdf", sha256(b"%PDF annexe 1"))])

    def test_two_candidates_are_refused_with_their_names(self):
        d = self.daemon().start()
        folder = d.depot / "deux"
        folder.mkdir()
        for name in ("a.txt", "b.txt", "fichier_termine.txt"):
            (folder / name).write_bytes(REGULAR.read_bytes())
        [record] = d.until(lambda: d.records("rejet"), "le dossier est refusé")
        self.assertEqual((record["reason"], record["document"]["path"]), ("dossier", "deux"))
        self.assertIn("« a.txt »", record["message"])
        self.assertIn("« b.txt »", record["message"])
        os.remove(folder / "b.txt")
        d.judged(1)
        self.assertEqual((d.path("document"), os.listdir(d.depot)), (["deux/a.txt"], []))

    def refused(self, d, folder, files):
        """What is said of a folder that is refused and stays."""
        (d.depot / folder).mkdir()
        for name, data in files.items():
            (d.depot / folder / name).write_bytes(data)
        (d.depot / folder / "fichier_termine.txt").touch()
        [record] = d.until(lambda: [r for r in d.records("rejet") if r["document"]["path"] == folder], "le dossier est refusé")
        self.assertEqual(record["reason"], "dossier")
        self.assertEqual(len(os.listdir(d.depot / folder)), len(files) + 1)
        return record["message"]

    def test_an_empty_folder_that_is_marked_is_refused_once(self):
        d = self.daemon().start()
        self.assertIn("dossier vide : il n'y a que sa marque de fin ;", self.refused(d, "rien", {}))
        self.assertIn("dossier vide : il n'y a que sa marque de fin et des noms", self.refused(d, "ignores", {".cache": b"x", "Thumbs.db": b"y"}))
        (d.depot / "rien" / "acte.txt").write_bytes(REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual((d.path("document"), os.listdir(d.depot)), (["rien/acte.txt"], ["ignores"]))
        self.assertEqual(sorted(r["document"]["path"] for r in d.records("rejet")), ["ignores", "rien"])

    def test_marker_behind_too_many_files_is_seen(self):
        d = self.daemon().start()
        self.assertIn("plus de 64 fichiers", self.refused(d, "gros", {f"{n}.txt": b"%d" % n for n in range(2000)}))

    def test_metadata_that_names_itself_does_not_hide_the_act(self):
        d = self.daemon().start()
        said = self.refused(d, "soi", {"acte.txt": FAULTY.read_bytes(), "metadata.json": b'{"arrete": ["metadata.json"]}'})
        self.assertIn("« metadata.json », qui n'y est pas ou n'est pas un acte", said)
        said = self.refused(d, "deux", {"a_arrete_0": FAULTY.read_bytes(), "b_arrete_0": REGULAR.read_bytes(), "metadata.json": b'{"arrete": ["c"]}'})
        self.assertIn("« c »", said)

    def test_the_name_in_metadata_comes_before_that_of_pastell(self):
        d = self.daemon().start()
        folder = d.depot / "nom"
        folder.mkdir()
        for n in range(20):
            (folder / f"{n}_arrete_0").write_bytes(b"%d" % n)
        (folder / "vrai.txt").write_bytes(FAULTY.read_bytes())
        (folder / "metadata.json").write_text('{"arrete": ["vrai.txt"]}')
        (folder / "fichier_termine.txt").touch()
        d.judged(1)
        self.assertEqual(d.path("alerte"), ["nom/vrai.txt"])

    def test_what_no_act_can_be_is_not_taken_for_one(self):
        d = self.daemon().start()
        folder = d.depot / "arrivée"
        folder.mkdir()
        for name, data in (("acte.txt", REGULAR.read_bytes()), ("ARActes.xml", b"<a/>"), ("fichier_termine.txt", b"")):
            (folder / name).write_bytes(data)
        d.judged(1)
        self.assertEqual((d.path("document"), os.listdir(d.depot)), (["arrivée/acte.txt"], []))
        self.assertEqual([bytes(n) for n, in d.rows("SELECT name FROM annex")], [b"ARActes.xml"])

    def test_another_marker(self):
        d = self.daemon(admission={"marque": "FINI"}).start()
        folder = self.pastell(d, 1)
        (folder / "fichier_termine.txt").rename(folder / "FINI")
        d.judged(1)
        self.assertEqual(os.listdir(d.depot), [])

    def test_act_and_message(self):
        d = self.daemon().start()
        for n in range(6):
            act = ACT.format(n=n)
            files = [(f"99_DE-{act}-1-1_1.txt", numbered(COUNCIL, n)), (f"{act}-1-1_0.xml", MESSAGE.format(n=n).encode("latin-1"))]
            for name, data in files if n % 2 == 0 else files[::-1]:
                d.put(name, data)
        d.judged(6)
        self.assertEqual(os.listdir(d.depot), [])
        self.assertEqual(d.rows("SELECT count(*), count(DISTINCT document) FROM side_file"), [(6, 6)])
        self.assertEqual(d.records("rejet"), [])

    def test_what_pastell_leaves_otherwise(self):
        """A ZIP, whatever is in it, is refused with what to do; of what comes in a folder, metadata.json alone is read."""
        d = self.daemon().start()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as z:
            z.writestr("acte.docx", b"PK\3\4 word/document.xml")
            z.writestr("metadata.json", '{"arrete": ["acte.docx"]}')
        d.put("dossier.zip", packed.getvalue())
        d.judged(1)
        [refused] = d.records("rejet")
        self.assertEqual(refused["reason"], "type")
        self.assertIn("archive ZIP : déposez les fichiers qu'elle contient, ceux d'un même acte ensemble dans un sous-dossier", refused["message"])
        folder = self.pastell(d, 1, done=False)
        kept = ("bordereau.pdf", "manifest.xml", "metadata.txt", "metadata.xml", "SIC-EACT--123456782--20230302-1.tar.gz")
        for name in kept:
            (folder / name).write_bytes(name.encode())
        (folder / "fichier_termine.txt").touch()
        d.judged(2)
        self.assertEqual(d.path("document"), ["dossier 1/acte.txt"])
        self.assertEqual([bytes(n) for n, in d.rows("SELECT name FROM side_file")], [b"metadata.json"])
        self.assertEqual(sorted(bytes(n).decode() for n, in d.rows("SELECT name FROM annex")), sorted((*kept, "annexe.pdf")))

    def test_annexes_of_an_act_of_actes(self):
        """Kept with their act, never judged: an annex would be accused of what it is not."""
        d = self.daemon().start()
        act = ACT.format(n=1)
        for name, data in ((f"99_AU-{act}-1-1_2.txt", FAULTY.read_bytes()), (f"99_AU-{act}-1-1_3.pdf", b"%PDF annexe"), (f"{act}-1-1_0.xml", MESSAGE.format(n=1).encode()),
                           (f"99_DE-{act}-1-1_1.txt", numbered(REGULAR, 1))):
            d.put(name, data)
        d.judged(1)
        self.assertEqual(os.listdir(d.depot), [])
        self.assertEqual(d.path("document"), [f"99_DE-{act}-1-1_1.txt"])
        self.assertEqual([bytes(n).decode() for n, in d.rows("SELECT name FROM annex")], [f"99_AU-{act}-1-1_2.txt", f"99_AU-{act}-1-1_3.pdf"])
        self.assertEqual(d.records("rejet") + d.records("alerte") + d.records("non_verifiable"), [])

    def test_an_annex_without_its_act_is_not_judged(self):
        d = self.daemon(rules=("quorum", "pouvoir-unique")).start()
        self.assertEqual(d.stop(), 0)
        names = {f"99_AU-{ACT.format(n=1)}-1-1_2.txt": FAULTY, f"10_DE-{ACT.format(n=2)}-1-1_2.txt": REGULAR}
        for n, (name, sample) in enumerate(names.items()):  # as the intake leaves them, when it has waited for the act in vain
            spool = f"{n:016x}-{sha256(sample.read_bytes())}"
            (d.etat / "attente" / spool).write_bytes(sample.read_bytes())
            d.write(f"INSERT INTO document (spool, sha256, name, bytes, received_us) VALUES ('{spool}', '{spool[17:]}', CAST('{name}' AS BLOB), 1, 1)")
        d.start().judged(2)
        annex, act = names
        [refused] = d.records("rejet")
        self.assertEqual((refused["reason"], refused["document"]["path"]), ("annexe", annex))
        self.assertIn("annexe d'un acte", refused["message"])
        self.assertEqual(len(d.spool("quarantaine/annexe")), 1)
        self.assertEqual(d.path("document"), [act])
        self.assertEqual(d.rows("SELECT count(*) FROM attempt"), [(1,)])
        d.put(f"{ACT.format(n=1)}-1-1_0.xml", MESSAGE.format(n=1).encode())
        d.put(late := f"99_DE-{ACT.format(n=1)}-1-1_1.txt", NOT_AN_ACT)  # its act comes, and is none
        d.judged(3)
        self.assertEqual(run("remettre", "annexe", "--config", d.config)[0], 0)  # what it is an annex of is known now
        d.until(lambda: d.path("rejet") == sorted([annex, annex, late]), "elle est rangée de nouveau")
        self.assertIn(f"annexe de « {late} » (document 3, refusé), venue après lui", d.records("rejet")[-1]["message"])
        d.until(lambda: len(d.spool("quarantaine/annexe")) == 1, "elle est rangée")

    def test_an_annex_after_its_act_is_told_whose_it_is(self):
        """Whatever its content is: one that is an act's, judged already, is no repeat of it. The intake waits for two minutes, so that the annexes are
        where it leaves them."""
        d = self.daemon().start()
        act = ACT.format(n=1)
        d.put(f"{act}-1-1_0.xml", MESSAGE.format(n=1).encode())
        d.put(f"99_DE-{act}-1-1_1.txt", REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        for n, data in enumerate((REGULAR.read_bytes(), b"%PDF annexe"), 2):
            spool = f"{n:016x}-{sha256(data)}"
            (d.etat / "attente" / spool).write_bytes(data)
            d.write(f"INSERT INTO document (spool, sha256, name, bytes, received_us) VALUES ('{spool}', '{spool[17:]}', CAST('99_AU-{act}-1-1_{n}.pdf' AS BLOB), 1, 1)")
        d.start().judged(3)
        self.assertEqual([(r["reason"], r["message"]) for r in d.records("rejet")],
                         2 * [("annexe", f"annexe de « 99_DE-{act}-1-1_1.txt » (document 1, déjà jugé), venue après lui : elle est gardée ici et n'est pas jugée ; "
                                         "pour la faire juger, déposez-la sous un autre nom")])

    def test_annexes_of_an_act_that_never_came_to_be(self):
        """Dropped while the drop has them still, set aside where nobody else has."""
        d = self.daemon().start()
        self.pastell(d, 1)
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        self.pastell(d, 2, done=False)
        name = "0" * 16 + "-" + "0" * 64
        (d.etat / "annexes" / f"{name}.1").write_bytes(b"%PDF annexe 2")
        (d.etat / "annexes" / f"{name}.2").write_bytes("de personne".encode())
        d.start()
        self.assertEqual([p.read_bytes() for p in d.spool("annexes")], [b"%PDF annexe 1"])
        self.assertEqual([p.read_bytes() for p in d.spool("quarantaine/egare")], ["de personne".encode()])

    def test_killed_while_taking(self):
        """Whatever was under way: each act is recorded with all that came with it, and the drop is empty in the end."""
        d = self.daemon(enfants=1)
        for n in range(60):
            self.pastell(d, n)
        for round_ in range(6):
            d.start(ready=False)
            d.until(lambda: len(list(d.depot.iterdir())) < 60 - 8 * round_, "des dossiers sont pris")
            d.process.send_signal(signal.SIGKILL)
            d.process.wait()
            d.process = None
            d.torn = True
        d.start()
        d.until(lambda: os.listdir(d.depot) == [], "le dépôt est vide")
        d.until(lambda: d.rows("SELECT count(*) FROM document WHERE state = 'attente'") == [(0,)], "tout est jugé")
        d.until(lambda: not d.spool("attente"), "tout est rangé")
        self.assertEqual(d.rows("SELECT count(DISTINCT sha256) FROM document"), [(60,)])
        alone = d.rows("SELECT count(*) FROM document WHERE id NOT IN (SELECT document FROM annex) OR id NOT IN (SELECT document FROM side_file)")
        self.assertEqual((alone, d.notes("egare")), ([(0,)], []))
        self.assertEqual(d.spool("quarantaine/egare"), [])


if __name__ == "__main__":
    unittest.main()
