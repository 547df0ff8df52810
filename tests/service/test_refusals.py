# SPDX-License-Identifier: EUPL-1.2
"""What cannot be judged is refused with a reason that the record, the log, the quarantine and the ledger all give; the original is kept."""
import os, pathlib, socket, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import NOT_AN_ACT, REGULAR, ServiceTest, sha256


class Refusals(ServiceTest):
    def quarantined(self, d, name, data, reason):
        """Refused after it was read: the original is in quarantine, the drop is empty."""
        [record] = d.until(lambda: d.records("rejet"), f"{name} est refusé")
        d.judged(1)
        self.assertEqual((record["reason"], record["document"]["path"], record["document"]["sha256"]), (reason, name, sha256(data)))
        self.assertTrue(record["message"])
        self.assertEqual([p.read_bytes() for p in d.spool(f"quarantaine/{reason}")], [data])
        [note] = d.notes(reason)
        self.assertEqual((note["motif"], note["nom"], note["sha256"], note["phrase"]), (reason, name, sha256(data), record["message"]))
        self.assertEqual(d.rows("SELECT state, refusal FROM document"), [("refuse", reason)])
        self.assertEqual(d.logged(f"refusé « {name} »"), 1)
        self.assertEqual(d.logged(f"({reason})"), 1)
        self.assertEqual(os.listdir(d.depot), [])

    def test_not_a_deliberation(self):
        d = self.daemon().start()
        d.put("recette.txt", NOT_AN_ACT)
        self.quarantined(d, "recette.txt", NOT_AN_ACT, "pas-une-deliberation")

    def test_empty(self):
        d = self.daemon().start()
        (d.depot / "vide.txt").touch()
        self.quarantined(d, "vide.txt", b"", "vide")

    def test_binary(self):
        d = self.daemon().start()
        data = bytes(range(256)) * 20
        d.put("image.bin", data)
        self.quarantined(d, "image.bin", data, "binaire")

    def test_pdf(self):
        d = self.daemon().start()
        data = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n"
        d.put("acte.pdf", data)
        self.quarantined(d, "acte.pdf", data, "abime")

    def test_type(self):
        d = self.daemon().start()
        data = b"{\\rtf1 Conseil municipal, s\\'e9ance du 2 mars 2023}"
        d.put("acte.rtf", data)
        self.quarantined(d, "acte.rtf", data, "type")

    def test_text_above_the_limit(self):
        d = self.daemon(limites={"texte": 3000}).start()
        data = REGULAR.read_bytes() + b"x" * 3000
        d.put("long.txt", data)
        self.quarantined(d, "long.txt", data, "taille")

    def stays(self, d, name, reason):
        """Refused without being read: the thing stays where it is, and is told about once."""
        record = d.until(lambda: [r for r in d.records("rejet") if r["document"]["path"] == name], f"{name} est refusé")[0]
        self.assertEqual((record["reason"], record["document"]["sha256"]), (reason, None))
        d.until(lambda: d.notes(reason), "la note est écrite")
        self.assertEqual([(n["motif"], n["nom"], n["phrase"]) for n in d.notes(reason)], [(reason, name, record["message"])])
        self.assertGreater(d.notes(reason)[0]["recu"], "2020")
        self.assertGreaterEqual(d.logged(f"refusé « {name} » ({reason})"), 1)
        self.assertTrue(os.path.lexists(d.depot / name))

    def then_all_is_well(self, d, refused):
        """Others are judged, and neither time nor a restart tells the refusals again."""
        d.put("acte.txt", REGULAR.read_bytes())
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        d.start()
        d.put("autre.txt", REGULAR.read_bytes() + b"\n")
        d.judged(2)
        self.assertEqual(len(d.records("rejet")), refused)
        self.assertEqual(d.rows("SELECT count(*) FROM document"), [(2,)])

    def test_symlink_fifo_socket(self):
        d = self.daemon().start()
        os.symlink("/etc/passwd", d.depot / "lien.txt")
        os.mkfifo(d.depot / "tube.txt")
        with socket.socket(socket.AF_UNIX) as s:
            s.bind(str(d.depot / "prise.txt"))
            self.stays(d, "lien.txt", "lien")
            self.stays(d, "tube.txt", "fifo")
            self.stays(d, "prise.txt", "peripherique")
            self.then_all_is_well(d, 3)

    def test_file_above_the_limit(self):
        d = self.daemon(limites={"octets": 5000}).start()
        d.put("gros.txt", b"x" * 5001)
        self.stays(d, "gros.txt", "taille")
        self.then_all_is_well(d, 1)

    @unittest.skipIf(os.geteuid() == 0, "SKIPPED: root lit tout")
    def test_unreadable_until_its_rights_are_put_right(self):
        d = self.daemon().start()
        d.put("secret.txt", REGULAR.read_bytes())
        os.chmod(d.depot / "secret.txt", 0)
        self.stays(d, "secret.txt", "illisible")
        os.chmod(d.depot / "secret.txt", 0o644)
        d.judged(1)

    def test_a_symlink_target_is_never_touched(self):
        d = self.daemon().start()
        target = d.root / "cible.txt"
        target.write_bytes(REGULAR.read_bytes())
        os.symlink(target, d.depot / "lien.txt")
        self.stays(d, "lien.txt", "lien")
        self.assertEqual(target.read_bytes(), REGULAR.read_bytes())
        self.assertEqual(d.records("document"), [])


if __name__ == "__main__":
    unittest.main()
