# SPDX-License-Identifier: EUPL-1.2
"""Three limits met on different documents suspend a rule; that is told, seen, remembered, and undone by another text or by a person (RULE_API §8.4)."""
import json, pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, REGULAR, ServiceTest, numbered
from program import run
from test_limits import BAD_RULE, CLOSE, ENDLESS, MEMORY


class Strikes(ServiceTest):
    def trap(self, body=ENDLESS):
        d = self.daemon(rules=("pouvoir-unique",), balayage_s=3600)
        (d.rules / "piege.lua").write_text(BAD_RULE % body)
        return d.start()

    def judge(self, d, *numbers, sample=COUNCIL):
        done = len(d.spool("archive"))
        for n in numbers:
            d.put(f"{sample.stem}-{n}.txt", numbered(sample, n))
        d.judged(done + len(numbers))

    def said(self, d):
        return [(verdict, message) for verdict, message in d.rows("SELECT verdict, message FROM verdict WHERE rule = 'piege' ORDER BY document")]

    def state(self, d):
        d.until((d.etat / "regles.json").exists, "l'état des règles est écrit")
        return {r["id"]: r["etat"] for r in json.loads((d.etat / "regles.json").read_text())["regles"]}

    def events(self, d, reason):
        return [r["rule"]["id"] for r in d.records("regle") if r.get("reason") == reason]

    def suspended(self, body):
        d = self.trap(body)
        self.judge(d, 1, 2)
        self.assertEqual(self.state(d)["piege"], "active")
        self.judge(d, 3)
        d.until(lambda: self.events(d, "suspendue") == ["piege"], "la suspension est dite")
        self.assertEqual(self.state(d), {"piege": "suspendue", "pouvoir-unique": "active"})
        self.judge(d, 4)
        self.assertEqual([v for v, _ in self.said(d)], ["erreur"] * 4)
        self.assertIn("règle suspendue", self.said(d)[3][1])
        self.assertNotIn("suspendue", self.said(d)[2][1])
        return d

    def test_calculation(self):
        self.suspended(ENDLESS)

    def test_memory(self):
        self.suspended(MEMORY)

    def test_time(self):
        self.suspended(CLOSE)

    def test_the_same_document_counts_once(self):
        d = self.trap()
        for n in range(4):
            d.put(f"encore-{n}.txt", COUNCIL.read_bytes())
            d.judged(n + 1)
        self.assertEqual(self.events(d, "suspendue"), [])
        self.assertEqual(d.rows("SELECT count(*) FROM strike"), [(1,)])

    def test_remembered_across_a_restart_and_shown(self):
        d = self.suspended(ENDLESS)
        self.assertEqual(d.stop(), 0)
        d.start()
        self.assertEqual(self.state(d)["piege"], "suspendue")
        self.judge(d, 5)
        self.assertIn("règle suspendue", self.said(d)[4][1])
        status, out, err = run("regles", "--config", d.config)
        self.assertEqual((status, err), (0, ""))
        self.assertRegex(out, r"piege +suspendue, 1\.0\.0")
        self.assertIn("scrutateur regles --retablir piege", out)
        self.assertIn("1 règle en service, 1 suspendue", out)

    def test_another_text_is_judged_on_its_own(self):
        d = self.suspended(ENDLESS)
        (d.rules / "piege.lua").write_text((BAD_RULE % 'return conforme("bien")').replace("1.0.0", "1.1.0"))
        d.until(lambda: self.state(d)["piege"] == "active", "le nouveau texte est en service")
        self.judge(d, 5)
        self.assertEqual(self.said(d)[4], ("conforme", "bien"))

    def test_a_person_puts_it_back(self):
        d = self.suspended(ENDLESS)
        status, out, err = run("regles", "--retablir", "piege", "--config", d.config)
        self.assertEqual((status, err), (0, ""))
        self.assertIn("piege : 3 dépassements oubliés", out)
        self.assertEqual(self.state(d)["piege"], "active")
        self.judge(d, 1, sample=REGULAR)
        self.assertEqual(self.said(d)[4], ("conforme", "un département"))
        status, out, err = run("regles", "--retablir", "pouvoir-unique", "--config", d.config)
        self.assertEqual((status, out), (2, ""))
        self.assertIn("rien n'est retenu contre « pouvoir-unique »", err)
        self.judge(d, 1)  # known before: it counts anew
        self.assertEqual(d.rows("SELECT count(*) FROM strike WHERE NOT lifted"), [(1,)])


if __name__ == "__main__":
    unittest.main()
