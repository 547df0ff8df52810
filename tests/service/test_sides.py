# SPDX-License-Identifier: EUPL-1.2
"""Side files from the ledger on: handed to the sealed child with their document, read, told, kept beside it; whatever they are, the act is judged."""
import contextlib, os, pathlib, signal, sqlite3, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import NOT_AN_ACT, SAMPLES, ServiceTest, sha256

SENT = SAMPLES / "cm-transmise.txt"
ARACTE, PASTELL = ((SAMPLES / f"cm-transmise.txt.cote{n}").read_bytes() for n in (1, 2))
MIB = 1 << 20
BAD = {
    "coupé": (ARACTE[:-5], "XML incomplet ou mal formé"),
    "vide": (b"", "fichier vide"),
    "binaire": (bytes(range(256)), "ni XML, ni objet JSON"),
    "rires": (b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>', "DOCTYPE"),
    "extérieur": (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "DOCTYPE"),
    "profond": (b"<a>" * 100000, "pas un message ACTES"),
    "profond dans ACTES": (ARACTE.split(b"<actes:ActeRecu")[0] + b"<a>" * 100000, "plus de 256 niveaux"),
    "json profond": (b'{"a": ' + b"[" * 1000000, "plus de 256 niveaux"),
    "trop grand": (ARACTE + b" " * MIB, "plus de 1024 Kio"),
    "lien": ("lien", "il n'est plus là"),
    "parti": (None, "il n'est plus là"),
}


class Sides(ServiceTest):
    def enrolled(self, *cases, **keys):
        """A daemon that starts on documents which the intake is done with: (bytes, {name: bytes of a side file})."""
        d = self.daemon(rules=("enveloppe-coherente", "pouvoir-unique"), **keys).start()
        self.assertEqual(d.stop(), 0)
        with contextlib.closing(sqlite3.connect(d.etat / "registre.sqlite")) as db, db:
            for i, (data, sides) in enumerate(cases):
                spool = f"{i:016x}-{sha256(data)}"
                for n, (name, side) in enumerate(sides.items(), 1):
                    if side == "lien":
                        os.symlink("/etc/passwd", d.etat / "attente" / f"{spool}.cote{n}")
                    elif side is not None:
                        (d.etat / "attente" / f"{spool}.cote{n}").write_bytes(side)
                (d.etat / "attente" / spool).write_bytes(data)
                [(row,)] = db.execute("INSERT INTO document (spool, sha256, name, bytes, received_us) VALUES (?, ?, ?, ?, 1700000000000000) RETURNING id",
                                      (spool, sha256(data), b"acte %d.txt" % i, len(data)))
                db.executemany("INSERT INTO side_file VALUES (?, ?, ?, ?, ?)",
                               [(row, n, os.fsencode(name), sha256(side if isinstance(side, bytes) else b""), 1) for n, (name, side) in enumerate(sides.items(), 1)])
        return d

    def test_what_they_say_is_judged_told_and_kept(self):
        data = SENT.read_bytes().replace("n° 2024-31".encode(), "n° 2024-32".encode())
        d = self.enrolled((data, {"ar\udce9.xml": ARACTE, "métadonnées.json": PASTELL})).start()
        d.judged(1)
        [record] = d.records("document")
        self.assertEqual(record["document"]["side_files"], [
            {"name": "ar\\xe9.xml", "sha256": sha256(ARACTE), "kind": "aracte"}, {"name": "métadonnées.json", "sha256": sha256(PASTELL), "kind": "pastell"}])
        [alert] = d.records("alerte")
        self.assertEqual((alert["act"]["siren"], alert["act"]["nature"], alert["act"]["matter"]), ("200009912", 1, "3.1"))
        self.assertIn("« DE2024_31 » (ar\\xe9.xml, ligne 2), « 2024-32 » dans l'acte", alert["message"])
        self.assertEqual(alert["evidence"][0]["text"], "2024-32")
        [archived] = d.spool("archive")
        self.assertEqual([archived.with_name(f"{archived.name}.cote{n}").read_bytes() for n in (1, 2)], [ARACTE, PASTELL])
        [(reading,)] = d.rows("SELECT json FROM reading")
        self.assertIn('"acte.matiere": {"statut": "lu", "valeur": "3.1", "cote": 1, "ligne": 5', reading)

    def test_the_same_act_with_other_side_files_is_judged_again(self):
        data = SENT.read_bytes()
        d = self.enrolled((data, {"ar.xml": ARACTE}), (data, {"ar.xml": ARACTE, "metadata.json": PASTELL}), (data, {"metadata.json": PASTELL, "ar2.xml": ARACTE}))
        d.start().judged(3)
        self.assertEqual(d.rows("SELECT id, same_as FROM document ORDER BY id"), [(1, None), (2, None), (3, 2)])

    def test_a_bad_one_never_stops_the_judgement(self):
        d = self.enrolled(*((SENT.read_bytes() + name.encode(), {"mauvais.xml": bad, "metadata.json": PASTELL}) for name, (bad, _) in BAD.items()))
        d.start().judged(len(BAD))
        records = {r["document"]["path"]: r for r in d.records("document")}
        for i, (name, (_, why)) in enumerate(BAD.items()):
            with self.subTest(name):
                bad, good = records[f"acte {i}.txt"]["document"]["side_files"]
                self.assertIsNone(bad["kind"])
                self.assertIn(why, bad["reason"])
                self.assertEqual(good["kind"], "pastell")
                self.assertEqual(records[f"acte {i}.txt"]["act"]["matter"], "3.1")
                self.assertEqual(records[f"acte {i}.txt"]["verdicts"]["erreur"], 0)
        undecided = [r for r in d.records("non_verifiable") if r["rule"]["id"] == "enveloppe-coherente"]
        self.assertEqual(len(undecided), len(BAD))
        self.assertIn("mauvais.xml n'est pas lu", undecided[0]["unread"][0]["reason"])
        with contextlib.closing(sqlite3.connect(d.etat / "registre.sqlite")) as db, db:  # the audit compares bytes, and two have none
            db.execute("DELETE FROM side_file WHERE sha256 = ? AND document > ?", (sha256(b""), len(BAD) - 2))

    def test_the_same_act_with_another_side_file_is_judged_again(self):
        other = ARACTE.replace(b"DE2024_31", b"DE2024_33")
        d = self.enrolled((SENT.read_bytes(), {"ar.xml": ARACTE}), (SENT.read_bytes(), {"ar.xml": other}), enfants=1).start()
        d.judged(2)
        self.assertEqual([r["verdicts"]["anomalie"] for r in d.records("document")], [0, 1])
        [alert] = d.records("alerte")
        self.assertEqual(alert["document"]["side_files"][0]["sha256"], sha256(other))

    def test_four_of_them_and_the_descriptors_of_the_child(self):
        d = self.enrolled((SENT.read_bytes(), {f"{n}.xml": ARACTE for n in range(4)})).start()
        d.judged(1)
        self.assertEqual([s["kind"] for s in d.records("document")[0]["document"]["side_files"]], ["aracte"] * 4)

    def test_a_refused_document_takes_them_along(self):
        d = self.enrolled((NOT_AN_ACT, {"ar.xml": ARACTE})).start()
        d.judged(1)
        [refused] = d.spool("quarantaine/pas-une-deliberation")
        self.assertEqual(refused.with_name(refused.name + ".cote1").read_bytes(), ARACTE)

    def test_killed_while_it_judges_loses_none(self):
        cases = [(SENT.read_bytes() + b"%d" % i, {"ar.xml": ARACTE, "metadata.json": PASTELL}) for i in range(40)]
        d = self.enrolled(*cases)
        d.torn = True
        for n in (3, 11, 23):
            d.start()
            d.until(lambda: len(d.spool("archive")) >= n, "quelques documents sont rangés")
            self.assertEqual(d.stop(signal.SIGKILL), -signal.SIGKILL)
        d.start().judged(40)
        self.assertEqual(len(list((d.etat / "archive").glob("*.cote?"))), 80)
        self.assertEqual(list((d.etat / "attente").iterdir()), [])

    def test_left_in_two_directories_by_a_power_cut(self):
        """The new name was kept, the removal of the old one lost; with its document or after it; or, by other hands, other bytes."""
        d = self.enrolled(*((SENT.read_bytes() + b"%d" % i, {"ar.xml": ARACTE}) for i in range(3))).start()
        d.judged(3)
        self.assertEqual(d.stop(), 0)
        first, second, third = d.spool("archive")
        for p in first, first.with_name(first.name + ".cote1"), second.with_name(second.name + ".cote1"):
            os.link(p, d.etat / "attente" / p.name)
        (d.etat / "attente" / (third.name + ".cote1")).write_bytes(b"autre")
        d.start()
        self.assertEqual(list((d.etat / "attente").iterdir()), [])
        self.assertEqual([p.read_bytes() for p in (d.etat / "quarantaine" / "egare").iterdir()], [b"autre"])
        os.link(first.with_name(first.name + ".cote1"), d.etat / "attente" / (first.name + ".cote1"))
        os.rename(first, d.etat / "attente" / first.name)
        self.assertEqual(d.stop(), 0)
        d.start()
        self.assertEqual(list((d.etat / "attente").iterdir()), [])
        self.assertTrue(first.exists())

    def test_found_at_start_without_a_row(self):
        """The intake died between the copies and the row: names are lost, contents are not."""
        d = self.daemon(rules=("enveloppe-coherente",))
        (d.etat / "attente").mkdir(parents=True)
        data = SENT.read_bytes()
        for suffix, content in ("", data), (".cote1", ARACTE), (".cote2", PASTELL):
            (d.etat / "attente" / f"0123456789abcdef-{sha256(data)}{suffix}").write_bytes(content)
        d.etat.chmod(0o750)
        d.start().judged(1)
        self.assertEqual([s["kind"] for s in d.records("document")[0]["document"]["side_files"]], ["aracte", "pastell"])
        self.assertEqual(d.rows("SELECT n, sha256, bytes FROM side_file ORDER BY n"), [(1, sha256(ARACTE), len(ARACTE)), (2, sha256(PASTELL), len(PASTELL))])


if __name__ == "__main__":
    unittest.main()
