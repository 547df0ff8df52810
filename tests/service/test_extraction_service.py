# SPDX-License-Identifier: EUPL-1.2
"""PDF and scans through the daemon: the text that records quote is kept beside the document, scans wait in a lane of their own, no tool outlives its judge."""
import os, pathlib, signal, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import FAULTY, REGULAR, ServiceTest, numbered, sha256
import papers

STAMPED = papers.text_pdf([papers.STAMP])   # for the daemon a scan is what has no text


def pdf_of(sample):
    return papers.text_pdf(papers.paged(sample.read_text(encoding="utf-8")))


class ExtractionService(ServiceTest):
    def fake(self, d, script, name="outil"):
        """A tool of the test's own, in Python. It may look whether a file is there, not open it."""
        path = d.root / name
        path.write_text("#!/usr/bin/python3\nimport os, sys, time\n" + script)
        path.chmod(0o755)
        return path

    def slow_ocr(self, d, sample):
        return self.fake(d, f"sys.stdin.buffer.read()\nwhile not os.path.exists({str(d.root / 'va')!r}): time.sleep(0.01)\n"
                            f"sys.stdout.write({sample.read_text(encoding='utf-8')!r})\n")

    def with_keys(self, **keys):
        """A daemon whose configuration names its own directory."""
        d = self.daemon()
        d.keys.update({k: v(d) if callable(v) else v for k, v in keys.items()})
        from program import config
        config(d.root, **d.keys)
        return d

    def test_pdf_is_judged_and_its_text_kept(self):
        d = self.daemon().start()
        d.put("acte.pdf", pdf_of(FAULTY))
        d.judged(1)
        [alert], [document] = d.records("alerte"), d.records("document")
        [original] = d.spool("archive")
        kept = original.with_name(original.name + ".txt")
        text = kept.read_bytes()
        for r in (alert, document):
            self.assertEqual((r["document"]["text"], r["document"]["origin"], r["document"]["text_sha256"]), ("extracted", "extraction", sha256(text)))
            self.assertIn("pdftotext", r["document"]["extraction"])
            self.assertEqual(r["document"]["sha256"], sha256(original.read_bytes()))
        [first, *_] = [p for p in alert["evidence"] if p.get("bytes")]
        start, end = first["bytes"]
        self.assertIn(b"TERRASSOL", text[start:end])
        self.assertEqual(kept.stat().st_mode & 0o777, 0o640)

    def test_a_record_that_would_be_too_long(self):
        """No line of alerts is longer than 16 Kio: after three attempts the document is set aside, says why, and holds nobody up."""
        d = self.with_keys(extraction={"pdf": "{ outils: ['X=%s pdftotext -layout - -'] }" % ("x" * 17000)}).start()
        d.put("acte.pdf", pdf_of(FAULTY))
        d.put("autre.txt", REGULAR.read_bytes())
        d.judged(2)
        [note] = d.notes("echec")
        self.assertRegex(note["phrase"], "^le document n'a pas pu être jugé en 3 essais : .*enregistrement de plus de 16384 octets")
        self.assertEqual((d.logged("sans résultat"), d.logged("le registre ne répond pas")), (3, 0))

    def test_text_that_was_decoded_is_kept_and_utf8_is_not_kept_twice(self):
        d = self.daemon().start()
        d.put("ancien.txt", FAULTY.read_text(encoding="utf-8").encode("cp1252"))
        d.put("nouveau.txt", REGULAR.read_bytes())
        d.judged(2)
        kept = [p.read_text(encoding="utf-8") for p in (d.etat / "archive").glob("*.txt")]
        self.assertEqual(kept, [FAULTY.read_text(encoding="utf-8")])

    def test_scan_without_ocr_and_damaged_pdf_are_quarantined(self):
        d = self.daemon().start()
        d.put("scan.pdf", STAMPED)
        d.put("abime.pdf", pdf_of(REGULAR)[:800])
        d.judged(2)
        self.assertEqual(sorted(r["reason"] for r in d.records("rejet")), ["abime", "sans-texte"])
        self.assertEqual([n["nom"] for n in d.notes("sans-texte")], ["scan.pdf"])
        self.assertEqual(list((d.etat / "archive").iterdir()), [])

    def test_scans_never_delay_texts(self):
        d = self.with_keys(enfants=1, ocr=lambda d: {"actif": "oui", "enfants": 1, "image": f"{{ outils: [{self.slow_ocr(d, FAULTY)}] }}"}).start()
        d.put("scan-1.pdf", STAMPED)
        d.put("scan-2.pdf", STAMPED + b"\n")
        d.until(lambda: d.logged("en attente de reconnaissance") == 2, "les numérisations sont mises de côté")
        for n in range(4):
            d.put(f"acte-{n}.txt", numbered(REGULAR, n))
        d.until(lambda: len(d.records("document")) == 4, "les textes sont jugés")
        self.assertEqual(len(d.spool("attente")), 2)
        (d.root / "va").touch()
        d.judged(6)
        scans = [r for r in d.records("document") if r["document"]["path"].startswith("scan")]
        self.assertEqual([r["document"]["origin"] for r in scans], ["ocr", "ocr"])
        self.assertEqual(d.rows("SELECT DISTINCT count(*) FROM attempt WHERE NOT withdrawn GROUP BY document"), [(1,)])

    def test_a_suspect_scan_does_not_delay_texts_either(self):
        """In flight when the service died, or its host, it is suspect of that: it is watched, and texts go on beside it."""
        for killed in ("service", "hôte"):
            with self.subTest(killed):
                d = self.with_keys(enfants=2, ocr=lambda d: {"actif": "oui", "enfants": 1, "image": f"{{ outils: [{self.slow_ocr(d, FAULTY)}] }}"}).start()
                d.put("scan.pdf", STAMPED)
                d.until(lambda: d.rows("SELECT count(*) FROM attempt") == [(2,)], "la numérisation est à la reconnaissance")
                if killed == "service":
                    d.stop(signal.SIGKILL)
                    d.torn = True
                    d.start()
                else:
                    os.kill(d.host(), signal.SIGKILL)
                d.until(lambda: d.rows("SELECT count(*) FROM attempt") >= [(4 if killed == "service" else 3,)], "elle y est de nouveau")
                for n in range(6):
                    d.put(f"acte-{n}.txt", numbered(REGULAR, n))
                d.until(lambda: len(d.records("document")) == 6, "les textes sont jugés")
                self.assertEqual(len(d.spool("attente")), 1)
                (d.root / "va").touch()
                d.judged(7)

    def test_pictures_between_pages_of_text_wait_with_the_scans(self):
        d = self.with_keys(ocr=lambda d: {"actif": "oui", "image": f"{{ outils: [{self.slow_ocr(d, FAULTY)}] }}"}).start()
        text = papers.paged(REGULAR.read_text(encoding="utf-8"))
        d.put("mixte.pdf", papers.mixed_pdf([*text, *papers.pictures(d.root, papers.text_pdf([["x"]]), 50)]))
        d.until(lambda: d.logged("en attente de reconnaissance") == 1, "le document est mis de côté")
        (d.root / "va").touch()
        d.judged(1)
        [document] = d.records("document")
        self.assertEqual((document["document"]["origin"], document["document"].get("unread_pages")), ("ocr", None))
        [original] = d.spool("archive")
        kept = original.with_name(original.name + ".txt").read_text(encoding="utf-8")
        self.assertIn("TERRASSOL", kept.split("\f")[-1])

    def test_pages_that_are_not_read_are_in_the_record(self):
        d = self.daemon().start()
        text = papers.paged(REGULAR.read_text(encoding="utf-8"))
        d.put("mixte.pdf", papers.mixed_pdf([*text, *papers.pictures(d.root, papers.text_pdf([["x"]]), 50)]))
        d.judged(1)
        [document] = d.records("document")
        self.assertEqual(document["document"]["unread_pages"], 1)
        self.assertIn("1 page sans texte, non lue", document["message"])

    def test_a_missing_tool_is_told_at_the_start(self):
        d = self.daemon(extraction={"pdf": "{ outils: [pas-de-pdftotext] }"}).start()
        d.put("acte.pdf", pdf_of(REGULAR))
        d.put("acte.txt", REGULAR.read_bytes())
        d.judged(2)
        self.assertEqual(d.logged("les PDF iront en quarantaine (sans-outil)"), 1)
        self.assertEqual([r["reason"] for r in d.records("service") if r["reason"] == "extraction"], ["extraction"])
        self.assertEqual([r["reason"] for r in d.records("rejet")], ["sans-outil"])

    def tools_alive(self, path):
        return subprocess.run(["pgrep", "-f", str(path)], capture_output=True, text=True).stdout.split()

    def test_killed_service_leaves_no_tool_and_loses_nothing(self):
        d = self.with_keys(extraction=lambda d: {"pdf": f"{{ outils: [{self.slow_ocr(d, FAULTY)}] }}"}).start()
        d.put("acte.pdf", pdf_of(FAULTY))
        tool = d.root / "outil"
        d.until(lambda: self.tools_alive(tool), "l'outil travaille")
        self.assertEqual(d.stop(signal.SIGKILL), -signal.SIGKILL)
        d.until(lambda: not self.tools_alive(tool), "l'outil est mort avec le service")
        (d.root / "va").touch()
        d.start()
        d.judged(1)
        self.assertEqual(d.path("document"), ["acte.pdf"])

    def test_a_tool_that_hangs_is_killed_and_the_document_refused_once(self):
        d = self.with_keys(extraction=lambda d: {"pdf": f"{{ outils: [{self.slow_ocr(d, FAULTY)}], duree_s: 1 }}"}, limites={"delai_ms": 100}).start()
        d.put("acte.pdf", pdf_of(FAULTY))
        d.judged(1)
        self.assertEqual([r["reason"] for r in d.records("rejet")], ["delai"])
        self.assertEqual(d.rows("SELECT count(*) FROM attempt WHERE NOT withdrawn GROUP BY document"), [(1,)])
        self.assertEqual(self.tools_alive(d.root / "outil"), [])


if __name__ == "__main__":
    unittest.main()
