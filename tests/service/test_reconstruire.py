# SPDX-License-Identifier: EUPL-1.2
"""`scrutateur reconstruire`: a ledger that is lost or damaged is made anew, nothing is judged twice, nothing is told twice (ROBUST D-09)."""
import contextlib, errno, json, os, pathlib, shutil, signal, sqlite3, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, FAULTY, NOT_AN_ACT, REGULAR, ServiceTest, numbered, sha256
from faults import LIBRARY, FaultTest
from instance import Fault
from program import PROGRAM, ROOT, SAMPLES, config
from test_repeats import CORRECTED

MINUTES = SAMPLES / "pv-conseil-municipal.txt"  # three actes


class Rebuilding(FaultTest):
    def command(self, d, *words, env=None, **keys):
        p = subprocess.run([PROGRAM, *words, "--config", str(d.config)], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, env=env, **keys)
        return p.returncode, p.stdout.decode(), p.stderr.decode()

    def rebuild(self, d, *files):
        status, out, err = self.command(d, "reconstruire", *files)
        self.assertEqual((status, err), (0, ""), out)
        return out

    def lose(self, d):
        for p in d.etat.glob("registre.sqlite*"):
            p.unlink()

    def test_lines_of_a_former_ledger_are_not_accused(self):
        d = self.daemon().start()
        d.put("a.txt", FAULTY.read_bytes())
        d.judged(1)
        d.stop()
        former = len(d.alerts.read_bytes().splitlines())
        self.lose(d)
        d.start()
        d.put("b.txt", REGULAR.read_bytes())
        d.until(lambda: b"b.txt" in d.alerts.read_bytes(), "le second est jugé")
        d.stop()
        self.chain(d, f"lignes 1 à {former} : d'un registre précédent")
        self.lose(d)
        lines = d.alerts.read_bytes().splitlines()
        self.assertIn(f"où {len(lines)} lignes ont été lues", self.rebuild(d))
        self.chain(d, f"lignes 1 à {former} : d'un registre précédent")
        for n in (0, former + 1):   # a changed line is found in both parts
            changed = lines[:n] + [lines[n].replace(b'"ts"', b'"tS"')] + lines[n + 1:]
            other = d.root / "change.jsonl"
            other.write_bytes(b"\n".join(changed) + b"\n")
            status, out, err = self.command(d, "historique", "--chaine", str(other))
            self.assertEqual((status, "modifié" in out), (1, True), out)
        d.alerts.write_bytes(b"\n".join(lines[former:]) + b"\n")   # the audit at the end knows one sequence

    def chain(self, d, said="chaîne entière"):
        status, out, err = self.command(d, "historique", "--chaine", str(d.alerts))
        self.assertEqual((status, err), (0, ""), out)
        self.assertIn(said, out)
        return out

    def served(self, *documents, **keys):
        """A service that judged these, one after the other, and was stopped."""
        d = self.daemon(**keys).start()
        for n, (name, data) in enumerate(documents, 1):
            d.put(name, data)
            d.judged(n)
        self.assertEqual(d.stop(), 0)
        return d

    def told(self, d):
        return [(r["event"], r["state"], r["document"]["path"]) for r in d.records() if r["fingerprints"]]

    def drop_again(self, d, *contents):
        """How many of these contents, dropped again, are judged again."""
        d.start()
        before = len(d.rows("SELECT 1 FROM document"))
        for n, data in enumerate(contents):
            d.put(f"encore-{n}.txt", data)
            d.until(lambda: len(d.rows("SELECT 1 FROM document WHERE state <> 'attente'")) == before + n + 1, "c'est décidé")
        return len(d.rows("SELECT 1 FROM document WHERE id > ? AND same_as IS NULL", before))


class Lost(Rebuilding):
    def test_nothing_is_judged_twice_nothing_is_told_twice(self):
        d = self.served(("acte.txt", FAULTY.read_bytes()), ("bon.txt", COUNCIL.read_bytes()), ("pv.txt", MINUTES.read_bytes()))
        told, before = self.told(d), d.rows("SELECT id, spool, sha256, name, bytes, received_us, state, judged_us, ruleset, judged_with, seance FROM document")
        alerts = d.rows("SELECT * FROM alert"), d.rows("SELECT * FROM occurrence"), d.rows("SELECT act_key, sha256, n, seance FROM deposit")
        records = d.rows("SELECT seq, id, document, event, verdict, severity, state, alerte_v1, line FROM record")
        self.lose(d)
        out = self.rebuild(d)
        self.assertIn("3 documents jugés, 0 refusé, 0 en attente", out)
        self.assertIn("N'ont pas pu être retrouvés", out)
        self.assertEqual(d.rows("SELECT id, spool, sha256, name, bytes, received_us, state, judged_us, ruleset, judged_with, seance FROM document"), before)
        self.assertEqual(d.rows("SELECT seq, id, document, event, verdict, severity, state, alerte_v1, line FROM record")[:-1], records)
        kept = d.rows("SELECT * FROM alert"), d.rows("SELECT * FROM occurrence"), d.rows("SELECT act_key, sha256, n, seance FROM deposit")
        self.assertEqual([row[:5] + row[7:] for row in kept[0]], [row[:5] + row[7:] for row in alerts[0]])
        self.assertEqual(kept[1], alerts[1])
        # Of minutes of three actes of which there was nothing to tell, only the first has its number.
        self.assertEqual(len(set(alerts[2]) - set(kept[2])), 2)
        self.assertLessEqual(set(kept[2]), set(alerts[2]))
        self.assertEqual(self.drop_again(d, FAULTY.read_bytes(), COUNCIL.read_bytes(), MINUTES.read_bytes()), 0)
        self.assertEqual(self.told(d), told)
        self.assertEqual(d.stop(), 0)
        self.chain(d)
        [said] = [r for r in d.records("service") if r["reason"] == "registre-reconstruit"]
        self.assertIn("n'ont pas pu être retrouvés", said["message"])

    def test_history_says_what_it_does_not_know(self):
        d = self.served(("acte.txt", FAULTY.read_bytes()), ("bon.txt", COUNCIL.read_bytes()))
        self.lose(d)
        os.rename(d.alerts, d.root / "perdu.jsonl")
        out = self.rebuild(d)
        self.assertIn("de 2 documents : la date du jugement, et ce qui en a été dit", out)
        status, out, _ = self.command(d, "historique", "--documents")
        self.assertEqual((status, out.count("n'ont pas pu être retrouvés")), (0, 2), out)
        self.assertNotIn("0 anomalie", out)

    def test_corrections_go_on(self):
        d = self.served(("acte.txt", FAULTY.read_bytes()))
        self.lose(d)
        self.rebuild(d)
        d.start()
        d.put("corrige.txt", CORRECTED)
        d.judged(2)
        self.assertEqual(self.told(d)[1:], [("correction", "corrigee", "corrige.txt")])
        self.assertEqual(d.records("correction")[0]["document"]["deposit"], 2)

    def test_what_was_corrected_stays_so(self):
        d = self.served(("acte.txt", FAULTY.read_bytes()), ("corrige.txt", CORRECTED))
        told = self.told(d)
        self.lose(d)
        self.rebuild(d)
        self.assertEqual(self.drop_again(d, CORRECTED), 0)
        self.assertEqual(self.told(d), told)
        # The faulty one again is the last word: it is judged, and told as new.
        d.put("retour.txt", FAULTY.read_bytes())
        d.until(lambda: len(d.records("alerte")) == 2, "l'alerte est dite")
        self.assertEqual(self.told(d)[-1], ("alerte", "nouvelle", "retour.txt"))
        # And the good one after it lifts that.
        d.put("bon.txt", CORRECTED)
        d.until(lambda: len(d.records("correction")) == 2, "la correction est dite")

    def test_repeats_refusals_and_what_waits(self):
        d = self.served(("un.txt", FAULTY.read_bytes()), ("deux.txt", FAULTY.read_bytes()), ("faux.txt", NOT_AN_ACT))
        (d.etat / "attente" / ("0" * 16 + "-" + sha256(REGULAR.read_bytes()))).write_bytes(REGULAR.read_bytes())
        self.lose(d)
        out = self.rebuild(d)
        self.assertIn("2 documents jugés, 1 refusé, 1 en attente", out)
        rows = d.rows("SELECT CAST(name AS TEXT), state, refusal, same_as FROM document ORDER BY id")
        self.assertEqual([(n[:8], *rest) for n, *rest in rows], [("00000000", "attente", None, None), ("un.txt", "juge", None, None), ("deux.txt", "juge", None, 2),
                                                                ("faux.txt", "refuse", "pas-une-deliberation", None)])
        self.assertEqual(self.drop_again(d, FAULTY.read_bytes()), 0)
        d.until(lambda: not d.rows("SELECT 1 FROM document WHERE state = 'attente'"), "ce qui attendait est jugé")
        status, out, err = self.command(d, "remettre", "pas-une-deliberation")
        self.assertEqual(status, 0, err)
        d.until(lambda: d.rows("SELECT count(*) FROM attempt WHERE document = 4") == [(1,)], "il est rejugé")

    def test_what_was_given_back_and_judged(self):
        d = self.served(("tarte.txt", NOT_AN_ACT), ("acte.txt", FAULTY.read_bytes()))
        d.start()
        self.assertEqual(self.command(d, "remettre", "tarte.txt")[0], 0)
        d.until(lambda: len(d.records("rejet")) == 2, "il est refusé de nouveau")
        self.assertEqual(d.stop(), 0)
        self.lose(d)
        self.assertIn("1 document jugé, 1 refusé, 0 en attente", self.rebuild(d))
        d.start()

    def test_side_files_and_annexes(self):
        d = self.daemon()
        d.start()
        folder = d.root / "envoi"
        folder.mkdir()
        (folder / "acte.txt").write_bytes(FAULTY.read_bytes())
        (folder / "metadata.json").write_text('{ "arrete": "acte.txt" }')
        (folder / "annexe.pdf").write_bytes(b"%PDF-1.4\n")
        (folder / "fichier_termine.txt").write_bytes(b"")
        os.rename(folder, d.depot / "envoi")
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        kept = [d.rows(f"SELECT document, n, sha256, bytes FROM {t} ORDER BY n") for t in ("side_file", "annex")]
        self.assertEqual([len(rows) for rows in kept], [1, 1])
        self.lose(d)
        self.rebuild(d)
        self.assertEqual([d.rows(f"SELECT document, n, sha256, bytes FROM {t} ORDER BY n") for t in ("side_file", "annex")], kept)
        d.start()

    def test_before_the_alerts_were_written(self):
        """Judged, and nobody was told: the file of alerts could not be written. It is judged again, and told."""
        d = self.served(("un.txt", COUNCIL.read_bytes()))
        alerts = d.alerts.read_bytes()
        d.start()
        d.put("deux.txt", FAULTY.read_bytes())
        d.put("faux.txt", NOT_AN_ACT)
        d.judged(3)
        self.assertEqual(d.stop(), 0)
        self.lose(d)
        d.alerts.write_bytes(alerts)
        out = self.rebuild(d)
        self.assertIn("2 documents remis en attente", out)
        self.assertIn("1 document jugé, 0 refusé, 2 en attente", out)
        self.assertEqual(len(d.spool("attente")), 2)
        d.start()
        d.judged(3)
        self.assertEqual(len(d.records("alerte")), 1)
        self.assertEqual(len(d.records("rejet")), 1)
        self.assertEqual(d.stop(), 0)
        self.chain(d)

    def test_half_of_the_alerts_of_a_document_were_written(self):
        d = self.served(("un.txt", FAULTY.read_bytes()))
        lines = d.alerts.read_bytes().splitlines(keepends=True)
        end = next(n for n, line in enumerate(lines) if b'"event": "document"' in line)
        self.lose(d)
        d.alerts.write_bytes(b"".join(lines[:end]))
        self.assertIn("1 document remis en attente", self.rebuild(d))
        d.start()
        d.judged(1)
        self.assertEqual(len(d.records("alerte")), 1)
        self.assertEqual(d.rows("SELECT count(*) FROM verdict"), [(1,)])

    def test_archived_files_of_alerts(self):
        d = self.served(("un.txt", FAULTY.read_bytes()))
        first = d.root / "alertes.jsonl.1"
        os.rename(d.alerts, first)
        d.start()
        d.put("deux.txt", COUNCIL.read_bytes())
        d.until(lambda: d.records("document"), "le second est jugé")
        self.assertEqual(d.stop(), 0)
        self.lose(d)
        status, out, err = self.command(d, "reconstruire", str(d.alerts), str(first))
        self.assertEqual(status, 2)
        self.assertIn("du plus ancien au plus récent", err)
        self.assertFalse((d.etat / "registre.sqlite").exists())
        self.rebuild(d, str(first))
        self.assertIn("chaîne entière", self.command(d, "historique", "--chaine", str(first), str(d.alerts))[1])
        # Without the first one, its numbers are known to be missing, and nothing that it may have told is judged again.
        self.lose(d)
        out = self.rebuild(d)
        self.assertRegex(out, r"les enregistrements 1-\d+ : donnez aussi")
        self.assertIn("de 1 document : la date du jugement", out)
        self.chain(d, said="n'ont pas pu être retrouvés")
        self.torn = True
        self.assertEqual(self.drop_again(d, COUNCIL.read_bytes()), 0)
        self.assertEqual(d.stop(), 0)   # what the repeat has to say is in the file
        os.rename(d.alerts, d.root / "suite.jsonl")
        d.alerts.write_bytes(first.read_bytes() + (d.root / "suite.jsonl").read_bytes())

    def test_lines_that_are_none(self):
        """A torn line that was ended, a line repeated by a crash, a stranger, an end that is missing."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        lines = d.alerts.read_bytes().splitlines(keepends=True)
        self.lose(d)
        d.alerts.write_bytes(lines[0] + lines[1][:70] + b"\n" + b"".join(lines[1:]) + lines[-1] + b'{"a": 1}\n' + b"x" * 40000 + b"\n" + b'{"schema": "scrut')
        out = self.rebuild(d)
        self.assertIn("5 lignes d'alertes, que rien ne lit", out)
        self.assertIn(f"{len(lines)} enregistrements du fichier", out)
        d.alerts.write_bytes(b"".join(lines))
        d.start()

    def test_a_ledger_was_lost_before(self):
        """Two sequences in one file: the later one goes on, what the first told is known."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        self.lose(d)
        d.start()
        d.put("deux.txt", COUNCIL.read_bytes())
        d.until(lambda: d.path("document") == ["deux.txt", "un.txt"], "le second est jugé")
        self.assertEqual(d.stop(), 0)
        self.lose(d)
        out = self.rebuild(d)
        self.assertIn("un registre avait déjà été perdu", out)
        self.assertEqual(self.drop_again(d, FAULTY.read_bytes(), COUNCIL.read_bytes()), 0)
        self.assertEqual(len(d.records("alerte")), 1)
        self.assertEqual(d.stop(), 0)
        lines = d.lines()
        second = max(n for n, line in enumerate(lines) if b'"seq": 1,' in line)
        d.alerts.write_bytes(b"\n".join(lines[second:]) + b"\n")
        self.chain(d)

    def test_told_of_and_gone(self):
        """A document of the archive that somebody removed: what was told of it is kept."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        [kept] = d.spool("archive")
        os.rename(kept, d.root / "ailleurs")
        self.lose(d)
        self.assertIn("les octets de 1 document", self.rebuild(d))
        status, out, _ = self.command(d, "historique", "--json")
        self.assertEqual((status, out.count('"constat"')), (0, 1))
        self.assertEqual(self.drop_again(d, FAULTY.read_bytes()), 0)
        self.assertEqual(d.stop(), 0)
        d.write("DELETE FROM verdict", "UPDATE record SET document = NULL", "UPDATE document SET same_as = NULL", "DELETE FROM document WHERE spool LIKE 'sans-%'")

    def test_judged_again_by_hand(self):
        """`repeter` finds the archive by a ledger that was made anew."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        self.lose(d)
        self.rebuild(d)
        status, out, err = self.command(d, "repeter", "--regles", str(d.rules), str(d.etat))
        self.assertEqual(status, 0, err)
        self.assertIn("1 document", out)
        d.start()


    def test_without_an_alert_file_what_is_not_known_is_judged_again(self):
        d = self.served(("un.txt", FAULTY.read_bytes()), ("faux.txt", NOT_AN_ACT))
        self.lose(d)
        told = d.root / "alertes.avant"
        os.rename(d.alerts, told)
        self.assertIn("de 2 documents", self.rebuild(d))
        self.assertEqual(self.drop_again(d, FAULTY.read_bytes()), 1)
        self.assertEqual(d.stop(), 0)
        self.chain(d)

    def test_a_ledger_was_lost_before_and_the_files_are_gone(self):
        """Records of the same number in two sequences, each of a document whose file somebody removed."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        first = d.alerts.read_bytes()
        shutil.rmtree(d.etat)
        d.alerts.unlink()
        d.start()
        d.put("deux.txt", COUNCIL.read_bytes())
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        second = d.alerts.read_bytes()
        for p in d.spool("archive"):
            p.unlink()
        self.lose(d)
        d.alerts.write_bytes(first + second)
        self.assertIn("les octets de 2 documents", self.rebuild(d))
        self.torn = True
        shutil.rmtree(d.etat)
        d.alerts.unlink()

    def test_strangers_in_quarantine(self):
        """What an operator left beside the reasons is no reason."""
        d = self.served(("faux.txt", NOT_AN_ACT), ("un.txt", FAULTY.read_bytes()))
        (d.etat / "quarantaine/notes.txt").write_bytes(b"vu\n")
        (d.etat / "quarantaine/lien").symlink_to("/nulle/part")
        os.mkfifo(d.etat / "quarantaine/tube")
        self.lose(d)
        self.assertIn("1 document jugé, 1 refusé", self.rebuild(d))
        for name in ("notes.txt", "lien", "tube"):
            (d.etat / "quarantaine" / name).unlink()
        d.start()

    def test_a_line_whose_number_was_damaged(self):
        """The chain says where it stands: it is one that nothing reads, and the others stand."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        whole = d.alerts.read_bytes()
        [alert] = [line for line in whole.splitlines(keepends=True) if b'"event": "alerte"' in line]
        number = json.loads(alert)["seq"]
        for other in (number + 9000, number - 1):
            self.lose(d)
            d.alerts.write_bytes(whole.replace(alert, alert.replace(b'"seq": %d,' % number, b'"seq": %d,' % other)))
            out = self.rebuild(d)
            self.assertIn("1 ligne d'alertes, que rien ne lit", out)
            self.assertIn(f"les enregistrements {number} :", out)
            self.assertIn("1 document jugé", out)
        d.alerts.write_bytes(whole)

    def test_a_line_that_is_no_record_any_more(self):
        """Another one's id, or what every record has taken away: it is one that nothing reads, its place is said, and the others stand."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        whole = d.alerts.read_bytes()
        lines = whole.splitlines(keepends=True)
        [at] = [n for n, line in enumerate(lines) if b'"event": "alerte"' in line]
        record = json.loads(lines[at])
        for changed in ({"id": json.loads(lines[0])["id"]}, {"id": None}, {"event": None}, {"rule": None}, {"document": {**record["document"], "sha256": None}},
                        {"document": {**record["document"], "sha256": 64 * "z"}}):
            self.lose(d)
            d.alerts.write_bytes(b"".join(lines[:at] + [json.dumps({**record, **changed}).encode() + b"\n"] + lines[at + 1:]))
            out = self.rebuild(d)
            self.assertIn(f"1 ligne d'alertes, que rien ne lit (la première : {d.alerts}:{at + 1})", out, changed)
            self.assertIn(f"les enregistrements {record['seq']} : donnez aussi", out)
            self.assertIn("1 document jugé", out)
        d.alerts.write_bytes(whole)

    def test_an_alert_file_with_a_hole(self):
        """A file system that lost blocks leaves zeros, terabytes of which are nothing on the disk: they are not read one by one."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        whole, hole = d.alerts.read_bytes(), d.root / "trou.jsonl"
        with open(hole, "wb") as f:
            f.write(b"\0" * 8192)
            f.seek(1 << 40)
            f.write(b"\0" * 100 + b"\n" + whole)
            f.truncate((1 << 40) + (1 << 41))
        self.lose(d)
        out = self.rebuild(d, hole)
        self.assertRegex(out, r"\d lignes? d'alertes, que rien ne lit \(la première : .*trou.jsonl:1\)")
        self.assertIn("1 document jugé", out)
        self.assertNotIn("les enregistrements ", out)
        self.assertEqual(self.command(d, "historique", "--chaine", str(hole))[0], 1)

    def test_a_name_from_after_all_calendars(self):
        """The first digits of a spool name are when the document came; one from beyond the year 9999 is no name that the service gave."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        for came, gone in (("0384440ccc735fff", 0), ("0384440ccc736000", 1), ("f" * 16, 1)):
            self.lose(d)
            [file] = (d.etat / "archive").iterdir()
            os.rename(file, file.with_name(came + file.name[16:]))
            self.assertEqual(self.rebuild(d).count("les octets de 1 document"), gone)
            self.assertNotIn("29424", self.command(d, "historique", "--documents")[1])
        shutil.rmtree(d.etat)
        d.alerts.unlink()

    def test_a_line_that_was_changed(self):
        """It is taken as it is, and it is said that the chain breaks there."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        whole = d.alerts.read_bytes()
        self.lose(d)
        self.assertNotIn("rompue", self.rebuild(d))
        [number] = [r["seq"] for r in d.records("alerte")]
        changed = [line.replace(b"maximum 1", b"maximum 3") if b'"event": "alerte"' in line else line for line in whole.splitlines(keepends=True)]
        self.lose(d)
        d.alerts.write_bytes(b"".join(changed))
        out = self.rebuild(d)
        self.assertIn(f"La chaîne des empreintes est rompue avant l'enregistrement {number + 1}", out)
        self.assertIn(f"l'enregistrement {number + 1} ne suit pas", self.command(d, "historique", "--chaine")[1])
        d.alerts.write_bytes(whole)

    def test_what_was_told_by_other_rules(self):
        """The same content, judged by one rule, then by two: only the last of them is the same again."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        rule = d.rules / "quorum.lua"
        shutil.copy(ROOT / "rules" / "quorum.lua", rule)
        d.start()
        d.put("deux.txt", FAULTY.read_bytes())
        d.judged(2)
        self.assertEqual(d.stop(), 0)
        told = self.told(d)
        self.lose(d)
        self.rebuild(d)
        self.assertEqual(self.drop_again(d, FAULTY.read_bytes()), 0)
        self.assertEqual(d.stop(), 0)
        rule.unlink()
        self.assertEqual(self.drop_again(d, FAULTY.read_bytes()), 1)
        self.assertEqual(self.told(d), told)

    def probe(self, d):
        return subprocess.run(["curl", "-s", "-w", "%{http_code}", "--unix-socket", str(d.root / "etat.sock"), "http://localhost/sante"],
                              capture_output=True, timeout=60, check=True).stdout.decode()

    def test_a_service_that_began_another_says_so(self):
        """At each start, to the journal, the alert file, `etat` and /sante, until the ledger knows what the archive holds."""
        d = self.served(("un.txt", FAULTY.read_bytes()), supervision={"socket": "etat.sock"})
        self.lose(d)
        said = "le registre a été recommencé : il ne sait rien d'une partie de l'archive"
        for n in range(1, 3):
            d.start()
            self.assertEqual(d.logged(said), n)
            d.until(lambda: len([r for r in d.records("service") if r["reason"] == "registre-recommence"]) == n, "c'est écrit")
            status, out, _ = self.command(d, "etat")
            self.assertEqual(status, 1)
            self.assertRegex(out, f"{said}.*« scrutateur reconstruire »")
            self.assertEqual(self.probe(d), "ok\nregistre recommencé, il ne sait rien d'une partie de l'archive ou des alertes dites avant : scrutateur reconstruire\n200")
            d.put(f"suite-{n}.txt", numbered(COUNCIL, n))
            d.judged(n)
            self.assertEqual(d.stop(), 0)
        self.lose(d)
        self.rebuild(d)
        d.start()
        self.assertEqual((self.command(d, "etat")[0], self.probe(d), d.logged(said)), (0, "ok\n200", 2))
        self.assertEqual(d.stop(), 0)
        lines = d.lines()
        second = max(n for n, line in enumerate(lines) if b'"seq": 1,' in line)
        d.alerts.write_bytes(b"\n".join(lines[second:]) + b"\n")

    def test_a_state_directory_that_was_wiped_is_told(self):
        """The file of alerts tells of a service that this ledger has never seen: what it told would be told again. Once, and not of an empty file."""
        d = self.served(("un.txt", FAULTY.read_bytes()), supervision={"socket": "etat.sock"})
        former = len(d.lines())
        shutil.rmtree(d.etat)
        d.start()
        said = "le registre a été recommencé : il ne sait rien d'une partie de l'archive ou des alertes dites avant"
        self.assertEqual(d.logged(said), 1)
        d.until(lambda: [r for r in d.records("service") if r["reason"] == "registre-recommence"], "c'est écrit")
        self.assertEqual(self.command(d, "etat")[0], 1)
        self.assertEqual(d.stop(), 0)
        d.alerts.write_bytes(b"\n".join(d.lines()[former:]) + b"\n")
        d.start()
        self.assertEqual(d.logged(said), 1)
        self.assertEqual(d.stop(), 0)
        shutil.rmtree(d.etat)
        d.alerts.write_bytes(b"")
        d.start()
        self.assertEqual(d.logged(said), 1)
        self.assertEqual(d.stop(), 0)

    def old_ledger_put_back(self, rotated=False):
        """A service whose ledger knows of one act, and its alert file of two."""
        d = self.served(("un.txt", FAULTY.read_bytes()), supervision={"socket": "etat.sock"})
        old = (d.etat / "registre.sqlite").read_bytes()
        if rotated:
            os.rename(d.alerts, d.root / "alertes.1")
        d.start()
        d.put("deux.txt", COUNCIL.read_bytes())
        d.until(lambda: d.alerts.exists() and '"path": "deux.txt"' in d.alerts.read_text() and not d.spool("attente"), "le second est jugé")
        self.assertEqual(d.stop(), 0)
        self.lose(d)
        (d.etat / "registre.sqlite").write_bytes(old)
        (d.etat / "registre.sqlite").chmod(0o640)
        return d

    def test_an_older_ledger_put_back_is_seen(self):
        """A backup: no number is told twice, it is said at each start, and `reconstruire` takes it."""
        said = "le registre est plus ancien que le fichier des alertes"
        d = self.old_ledger_put_back()
        last = d.records()[-1]["seq"]
        for n in range(1, 3):
            d.start()
            self.assertEqual(d.logged(said), n)
            d.until(lambda: len([r for r in d.records("service") if r["reason"] == "registre-anterieur"]) == n, "c'est écrit")
            status, out, _ = self.command(d, "etat")
            self.assertEqual(status, 1)
            self.assertRegex(out, f"{said}.*« scrutateur reconstruire »")
            self.assertEqual(self.probe(d), "ok\nregistre plus ancien que le fichier des alertes : scrutateur reconstruire\n200")
            self.assertEqual(d.stop(), 0)
        numbers = [json.loads(line)["seq"] for line in d.lines()]
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
        self.assertGreater(len(numbers), last)
        self.assertEqual(self.command(d, "historique", "--chaine")[0], 0)
        self.assertIn("Le registre est plus ancien que le fichier des alertes.", self.rebuild(d))
        self.assertEqual(d.rows("SELECT count(*) FROM document"), [(2,)])
        self.assertEqual(self.drop_again(d, FAULTY.read_bytes(), COUNCIL.read_bytes()), 0)
        self.assertEqual((d.logged(said), self.command(d, "etat")[0]), (2, 0))

    def test_an_older_ledger_is_seen_after_a_rotation(self):
        d = self.old_ledger_put_back(rotated=True)
        d.start()
        self.assertEqual((d.stop(), d.logged("le registre est plus ancien")), (0, 1))
        self.rebuild(d, d.root / "alertes.1")
        self.assertEqual(d.rows("SELECT count(*) FROM document"), [(2,)])

    def test_an_older_ledger_is_taken_before_the_service_has_seen_it(self):
        d = self.old_ledger_put_back()
        self.assertIn("Le registre est plus ancien que le fichier des alertes.", self.rebuild(d))
        self.assertEqual(d.rows("SELECT count(*) FROM document"), [(2,)])
        status, _, err = self.command(d, "reconstruire")
        self.assertEqual((status, "est entier, et n'est pas touché" in err), (2, True))

    def test_the_alerts_of_another_service_say_nothing(self):
        other = self.served(("a.txt", FAULTY.read_bytes()), ("b.txt", COUNCIL.read_bytes()))
        d = self.served(("un.txt", FAULTY.read_bytes()))
        own = d.alerts.read_bytes()
        d.alerts.write_bytes(other.alerts.read_bytes() * 2)
        d.start()
        self.assertEqual((d.stop(), d.logged("le registre est plus ancien")), (0, 0))
        d.alerts.write_bytes(own)

    def test_many_gaps(self):
        """Up to what the ledger can note; beyond, the file is not whole enough to be believed."""
        d = self.served()
        [line] = [line for line in d.lines() if b'"seq": 1,' in line]
        kept = d.alerts.read_bytes()
        for gaps, status in ((700, 0), (800, 2)):
            d.alerts.write_bytes(b"".join(line.replace(b'"seq": 1,', b'"seq": %d,' % (2 * n + 1)).replace(b'"id": "', b'"id": "%d-' % n) + b"\n" for n in range(1, gaps)))
            self.lose(d)
            self.assertEqual(self.command(d, "reconstruire")[0], status, gaps)
        d.alerts.write_bytes(kept)
        self.rebuild(d)


class Refused(Rebuilding):
    def test_while_the_service_runs(self):
        d = self.daemon().start()
        status, out, err = self.command(d, "reconstruire")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("arrêtez d'abord le service", err)

    def test_a_whole_ledger(self):
        d = self.served(("un.txt", FAULTY.read_bytes()))
        before = (d.etat / "registre.sqlite").read_bytes()
        status, out, err = self.command(d, "reconstruire")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("est entier, et n'est pas touché", err)
        self.assertEqual((d.etat / "registre.sqlite").read_bytes(), before)

    def test_a_ledger_of_a_newer_program(self):
        d = self.served()
        d.write("PRAGMA user_version = 99")
        status, _, err = self.command(d, "reconstruire")
        self.assertEqual(status, 2)
        self.assertIn("plus récente que ce programme", err)
        d.write("PRAGMA user_version = 5")

    def test_other_kinds_of_alert_file(self):
        """Nobody waits for what may never come, with the lock in hand."""
        d = self.served()
        self.lose(d)
        kept = d.alerts.read_bytes()
        for make in (os.mkfifo, os.mkdir, lambda path: os.symlink("/dev/zero", path)):
            d.alerts.unlink()
            make(d.alerts)
            status, _, err = self.command(d, "reconstruire")
            self.assertEqual(status, 2)
            self.assertIn("alertes.jsonl n'est pas un fichier ordinaire", err)
            self.assertFalse((d.etat / "registre.sqlite").exists())
            d.alerts.rmdir() if d.alerts.is_dir() else d.alerts.unlink()
            d.alerts.write_bytes(kept)
        self.rebuild(d)

    def test_no_state_directory(self):
        d = self.daemon()
        status, _, err = self.command(d, "reconstruire")
        self.assertEqual(status, 2)
        self.assertIn("inexistant", err)
        self.assertFalse(d.etat.exists())


class Damaged(Rebuilding):
    def damaged(self, d, start, n):
        """Pages of the file are nonsense. Returns its bytes."""
        path = d.etat / "registre.sqlite"
        data = bytearray(path.read_bytes())
        data[start:start + n] = b"\xa5" * len(data[start:start + n])
        path.write_bytes(data)
        return bytes(data)

    def test_pages(self):
        documents = [(f"{n}.txt", numbered(FAULTY, n)) for n in range(3)]
        whole = None
        for start in (0, 100, 4096, 5 * 4096):
            d = self.served(*documents)
            damaged = self.damaged(d, start, 20 * 4096)
            d.start(ready=False)
            d.until(lambda: d.process.poll() is not None or d.logged("abîmé"), "il est dit que le registre est abîmé") if start > 4096 else None
            if d.process.poll() is None and start > 4096:
                d.process.kill()
            d.stop(None)
            self.assertIn("scrutateur reconstruire", d.text())
            status, _, err = self.command(d, "historique")
            self.assertIn("scrutateur reconstruire", err)
            out = self.rebuild(d)
            self.assertIn("3 documents jugés", out)
            self.assertIn("registre-abime-1", out)
            self.assertEqual((d.etat / "registre-abime-1" / "registre.sqlite").read_bytes()[:len(damaged)], damaged)
            self.assertEqual(self.drop_again(d, *(data for _, data in documents)), 0)
            self.assertEqual(len(d.records("alerte")), 3)
            self.assertEqual(d.stop(), 0)
            self.chain(d)
            whole = d
        # A second one is kept beside the first.
        self.damaged(whole, 0, 4096)
        self.assertIn("registre-abime-2", self.rebuild(whole))
        self.assertTrue((whole.etat / "registre-abime-1" / "registre.sqlite").exists())

    def test_what_waits_to_take_its_place_is_no_file(self):
        """A whole ledger is not put aside for a directory, a FIFO or a link; it is said which name is in the way."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        path, strange = d.etat / "registre.sqlite", d.etat / "registre.sqlite.nouveau"
        before = path.read_bytes()
        for make in (os.mkdir, os.mkfifo, lambda p: os.symlink("/etc/passwd", p)):
            make(strange)
            status, _, err = self.command(d, "reconstruire")
            self.assertEqual((status, path.read_bytes() == before), (2, True))
            self.assertIn("registre.sqlite.nouveau » n'est pas un fichier ordinaire", err)
            d.start(ready=False)
            self.assertEqual(d.stop(None), 2)
            self.assertEqual(path.read_bytes(), before)
            strange.rmdir() if strange.is_dir() else strange.unlink()

    def test_the_names_of_the_kept_ones_are_taken(self):
        """By a file, a link, a FIFO: the next number is free."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        self.damaged(d, 0, 4096)
        (d.etat / "registre-abime-1").write_bytes(b"x")
        (d.etat / "registre-abime-2").symlink_to(d.root)
        os.mkfifo(d.etat / "registre-abime-3")
        self.assertIn("registre-abime-4", self.rebuild(d))
        d.start()

    def test_what_the_old_one_had_not_taken_in_is_not_mixed_into_the_new_one(self):
        """The service was killed: its write-ahead log is there, and is of the old ledger."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        d.start().stop(signal.SIGKILL)
        log = (d.etat / "registre.sqlite-wal").read_bytes()
        self.assertGreater(len(log), 4096)
        (d.etat / "registre.sqlite").write_bytes(b"x" * (d.etat / "registre.sqlite").stat().st_size)
        self.rebuild(d)
        self.assertEqual((d.etat / "registre-abime-1" / "registre.sqlite-wal").read_bytes(), log)
        self.assertFalse((d.etat / "registre.sqlite-wal").exists())
        self.assertEqual(self.drop_again(d, FAULTY.read_bytes()), 0)

    def test_other_kinds_of_file(self):
        """A FIFO and a directory in the place of the ledger: nobody waits for them, and they are put aside."""
        d = self.served(("un.txt", FAULTY.read_bytes()))
        path = d.etat / "registre.sqlite"
        for make in (os.mkfifo, os.mkdir):
            self.lose(d)
            make(path)
            for words in (["historique"], ["historique", "--chaine"], ["repeter", "--regles", str(d.rules), str(d.etat)], ["remettre", "echec"]):
                status, _, err = self.command(d, *words)
                self.assertEqual(status, 2, words)
                self.assertIn("pas un fichier ordinaire" if make is os.mkfifo or words[0] != "remettre" else "registre.sqlite", err, words)
            d.start(ready=False)
            self.assertEqual(d.stop(None), 2)
            self.rebuild(d)
        d.start()


class Killed(Rebuilding):
    def test_cut_off_at_the_end_when_there_was_no_old_one(self):
        d = self.served(("un.txt", FAULTY.read_bytes()))
        os.rename(d.etat / "registre.sqlite", d.etat / "registre.sqlite.nouveau")
        self.assertEqual(self.rebuild(d), "La reconstruction d'avant, interrompue à la fin, est achevée.\n")
        d.start()

    def test_at_each_call(self):
        """Either the old ledger or the new one, and whoever begins again comes to the end."""
        d = self.served(("un.txt", FAULTY.read_bytes()), ("faux.txt", NOT_AN_ACT))
        d.write("DELETE FROM meta")
        path = d.etat / "registre.sqlite"
        data = path.read_bytes()[:5000]
        path.write_bytes(data)
        saved = d.root / "etat-avant"
        shutil.copytree(d.etat, saved)
        fault, n = Fault(d.root / "control"), 0
        env = {**os.environ, "LD_PRELOAD": str(LIBRARY), "FAULT_CONTROL": str(d.root / "control"), "FAULT_PATH": f"{d.etat}/*", "FAULT_PROCESS": "reconstruire",
               "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
        while True:
            n += 1
            shutil.rmtree(d.etat)
            shutil.copytree(saved, d.etat)
            fault.arm(n, "kill")
            status, out, err = self.command(d, "reconstruire", env=env)
            if not fault.fired:
                break
            whole = path.exists() and path.read_bytes()[:5000] != data
            if not whole and not (d.etat / "registre.sqlite.nouveau").exists():
                self.assertEqual(path.read_bytes(), data, n)
            status, out, err = self.command(d, "reconstruire") if not whole or (d.etat / "registre.sqlite.nouveau").exists() else (0, "", "")
            self.assertEqual(status, 0, (n, out, err))
            self.assertEqual(d.rows("SELECT state FROM document"), [("juge",), ("refuse",)], n)
            self.assertTrue((d.etat / "registre-abime-1" / "registre.sqlite").exists(), n)
        self.assertEqual(status, 0, err)
        self.assertGreater(n, 8)
        d.start()


if __name__ == "__main__":
    unittest.main()
