# SPDX-License-Identifier: EUPL-1.2
"""The same content again is recorded and not judged; a corrected act lifts its alerts (ROBUST P-01, ALERT_FORMAT §5)."""
import json, pathlib, shutil, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import FAULTY, REGULAR, ServiceTest
from program import ROOT, config, replace_once, run
from test_lifecycle import RULE

CORRECTED = replace_once(FAULTY.read_text(encoding="utf-8"), "donné à M.\nTERRASSOL)", "donné à M.\nDESSAGNE)").encode()


class Repeats(ServiceTest):
    def judged_again(self, d):
        """Which documents were judged, and which are recorded as the same."""
        d.until(lambda: not d.rows("SELECT 1 FROM document WHERE state = 'attente'"), "tout est décidé")
        return [(bytes(name).decode(), same) for name, same in d.rows("SELECT name, same_as FROM document ORDER BY id")]

    def test_same_bytes_under_another_name(self):
        d = self.daemon().start()
        d.put("un.txt", FAULTY.read_bytes())
        d.judged(1)
        d.put("deux.txt", FAULTY.read_bytes())
        d.judged(2)
        self.assertEqual(self.judged_again(d), [("un.txt", None), ("deux.txt", 1)])
        self.assertEqual(d.rows("SELECT count(*) FROM attempt"), [(1,)])
        self.assertEqual(d.path("alerte"), ["un.txt"])
        first, second = d.records("document")
        self.assertNotIn("reason", first)
        self.assertEqual(second["reason"], "deja-juge")
        self.assertEqual(second["document"]["path"], "deux.txt")
        self.assertRegex(second["message"], "déjà jugé le .{16}, sous le nom « un.txt », par les mêmes règles")

    def test_same_bytes_at_once(self):
        """Whichever comes first is judged; the others wait for it, and are judged no more."""
        d = self.daemon(enfants=4).start()
        for n in range(30):
            d.put(f"{n}.txt", FAULTY.read_bytes())
        d.judged(30)
        self.assertEqual(d.rows("SELECT count(*) FROM document WHERE same_as IS NULL"), [(1,)])
        self.assertEqual(d.rows("SELECT count(*) FROM attempt"), [(1,)])
        self.assertEqual(len(d.records("alerte")), 1)
        self.assertEqual(len(d.records("document")), 30)

    def test_across_a_restart(self):
        d = self.daemon().start()
        d.put("un.txt", FAULTY.read_bytes())
        d.judged(1)
        self.assertEqual(d.stop(), 0)
        d.put("deux.txt", FAULTY.read_bytes())
        d.start()
        d.judged(2)
        self.assertEqual(self.judged_again(d)[1], ("deux.txt", 1))

    def test_other_rules_judge_again(self):
        d = self.daemon().start()
        d.put("un.txt", FAULTY.read_bytes())
        d.judged(1)
        shutil.copy(ROOT / "rules" / "quorum.lua", d.rules)
        d.until(lambda: d.logged("2 règles en service, dont"), "la nouvelle règle est en service")
        d.put("deux.txt", FAULTY.read_bytes())
        d.judged(2)
        self.assertEqual(self.judged_again(d)[1], ("deux.txt", None))
        self.assertEqual(d.path("alerte"), ["un.txt"])

    def test_other_extraction_judges_again(self):
        d = self.daemon().start()
        d.put("un.txt", FAULTY.read_bytes())
        d.judged(1)
        before = d.logged("en service")
        config(d.root, ocr={"pages": 61}, **d.keys)
        d.until(lambda: d.logged("en service") > before, "la configuration est relue")
        d.put("deux.txt", FAULTY.read_bytes())
        d.judged(2)
        self.assertEqual(self.judged_again(d)[1], ("deux.txt", None))

    def test_what_was_refused_is_looked_at_again(self):
        d = self.daemon().start()
        d.put("un.txt", b"%!PS-Adobe-3.0\n")
        d.judged(1)
        d.put("deux.txt", b"%!PS-Adobe-3.0\n")
        d.judged(2)
        self.assertEqual(d.path("rejet"), ["deux.txt", "un.txt"])


class Corrections(ServiceTest):
    def states(self, d):
        return [(r["event"], r["state"]) for r in d.records() if r["fingerprints"]]

    def test_corrected_act(self):
        d = self.daemon().start()
        d.put("acte.txt", FAULTY.read_bytes())
        d.judged(1)
        d.put("acte-corrige.txt", CORRECTED)
        d.judged(2)
        d.put("encore.txt", CORRECTED + b"\n")
        d.judged(3)
        self.assertEqual(self.states(d), [("alerte", "nouvelle"), ("correction", "corrigee")])
        [alert], [correction] = d.records("alerte"), d.records("correction")
        self.assertEqual(correction["fingerprints"]["alerte/v1"], alert["fingerprints"]["alerte/v1"])
        self.assertEqual(correction["message"], "ne tient plus : " + alert["message"])
        self.assertEqual((correction["document"]["path"], correction["document"]["deposit"]), ("acte-corrige.txt", 2))
        # The fault again: it rings as when it was new.
        d.put("retour.txt", FAULTY.read_bytes() + b"\n")
        d.judged(4)
        self.assertEqual(self.states(d)[2:], [("alerte", "nouvelle")])

    def test_the_very_bytes_that_were_corrected_come_back(self):
        """The last one dropped is what counts: it is judged, whichever was seen before."""
        d = self.daemon().start()
        alert, lifted = ("alerte", "nouvelle"), ("correction", "corrigee")
        for n, (data, said) in enumerate([(FAULTY.read_bytes(), [alert]), (CORRECTED, [lifted]), (FAULTY.read_bytes(), [alert]), (CORRECTED, [lifted]),
                                          (CORRECTED, []), (FAULTY.read_bytes(), [alert]), (FAULTY.read_bytes(), [])]):
            before = len(self.states(d))
            d.put(f"{n}.txt", data)
            d.judged(n + 1)
            self.assertEqual(self.states(d)[before:], said, n)
        self.assertEqual(d.rows("SELECT id, same_as FROM document WHERE same_as IS NOT NULL"), [(5, 4), (7, 6)])

    def test_a_decision_of_the_house_taken_back(self):
        """Lowered, excepted, and as it was before: what is told last is what holds."""
        d = self.daemon(reglages="reglages.yaml")
        decided = d.root / "reglages.yaml"
        decided.write_text("# rien\n")
        d.start()
        exception = "exceptions: [{ id: E1, regle: pouvoir-unique, acte: CP20231866, raison: rectifié, par: P, jusqu_au: 2999-12-31 }]"
        for n, decision in enumerate(["# rien", "gravite: { pouvoir-unique: information }", "# rien", exception, "# rien"], 1):
            if n > 1:
                before = d.logged("en service, dont")
                decided.write_text(decision)
                d.until(lambda: d.logged("en service, dont") > before, "c'est en service")
            for name in (f"{n}.txt", f"{n}-encore.txt"):
                d.put(name, FAULTY.read_bytes())
                d.until(lambda: d.rows("SELECT 1 FROM document WHERE name = CAST(? AS BLOB) AND state = 'juge'", name), "il est décidé")
            d.until(lambda: len(d.records("alerte")) == n, "c'est dit une fois")
        told = [(r["state"], r["severity"]["level"], bool(r["exception"])) for r in d.records("alerte")]
        self.assertEqual(told, [("nouvelle", "majeure", False), ("modifiee", "information", False), ("modifiee", "majeure", False),
                                ("modifiee", "majeure", True), ("modifiee", "majeure", False)])
        got = run("historique", "--config", d.config, "--documents", "--json")[1].splitlines()
        counts = {r["nom"]: r["anomalies"] for r in map(json.loads, got)}
        self.assertEqual((counts["1.txt"], counts["4.txt"], counts["5.txt"]), (1, 0, 1))
        self.assertEqual(d.logged("0 anomalie, 1 sous exception"), 1)

    def test_dropped_while_nobody_looked(self):
        """Taken in whatever order the directory has: an act corrected before the faulty version came corrects nothing."""
        d = self.daemon()
        for n in range(12):
            own = f"CP2023{n:04}".encode()
            d.put(f"{n}-corrige.txt", CORRECTED.replace(b"CP20231866", own))
            d.put_after(f"{n}-corrige.txt", f"{n}.txt", FAULTY.read_bytes().replace(b"CP20231866", own))
        d.start()
        d.judged(24)
        self.assertEqual(d.rows("SELECT count(*), sum(lifted_us IS NULL) FROM alert"), [(12, 12)])

    def test_corrected_while_nobody_looked(self):
        """Some of these corrected acts are taken, or judged, before the faulty version that they correct."""
        d = self.daemon(enfants=4)
        for n in range(12):
            own = f"CP2023{n:04}".encode()
            d.put(f"{n}.txt", FAULTY.read_bytes().replace(b"CP20231866", own))
            d.put_after(f"{n}.txt", f"{n}-corrige.txt", CORRECTED.replace(b"CP20231866", own))
        d.start()
        d.judged(24)
        self.assertEqual(d.rows("SELECT count(*) FROM alert WHERE lifted_us IS NULL"), [(0,)])
        self.assertEqual(len(d.records("alerte")), len(d.records("correction")))

    def test_three_lines_at_the_top_are_no_new_alert(self):
        d = self.daemon().start()
        d.put("acte.txt", FAULTY.read_bytes())
        d.judged(1)
        d.put("entete.txt", "Mairie\nService des assemblées\nCopie\n".encode() + FAULTY.read_bytes())
        d.judged(2)
        self.assertEqual(self.states(d), [("alerte", "nouvelle"), ("alerte", "inchangee")])
        one, two = d.records("alerte")
        self.assertEqual(one["fingerprints"]["alerte/v1"], two["fingerprints"]["alerte/v1"])
        self.assertEqual(two["seen"]["count"], 2)

    def test_a_rule_that_changed_its_mind_corrects(self):
        """An alert that was the rule's fault, in version 1.0.0."""
        d = self.daemon(rules=())
        (d.rules / "toujours.lua").write_text(RULE % ("1.0.0", 'anomalie("un département")', "conforme"))
        d.start()
        d.put("acte.txt", REGULAR.read_bytes())
        d.judged(1)
        (d.rules / "toujours.lua").write_text(RULE % ("1.0.1", 'conforme("bien")', "conforme"))
        d.until(lambda: d.rows("SELECT 1 FROM rule_service WHERE version = '1.0.1'"), "la règle changée est en service")
        d.put("encore.txt", REGULAR.read_bytes())
        d.judged(2)
        self.assertEqual(self.states(d), [("alerte", "nouvelle"), ("correction", "corrigee")])
        [correction] = d.records("correction")
        self.assertEqual((correction["rule"]["version"], correction["document"]["deposit"]), ("1.0.1", 1))


if __name__ == "__main__":
    unittest.main()
