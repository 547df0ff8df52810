# SPDX-License-Identifier: EUPL-1.2
"""The seed act of the corpus, as it is and with one fault at a time: the right rule alone says `anomalie`, on the right bytes.

The real text and its names stay outside the project: they are taken from the corpus and its label when the tests run. Without
../shared these tests say so and are skipped.
"""
import json, pathlib, re, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import SEED, config, reading, replace_once, temporary, verdicts

ROSTER = """nom: Département d'essai
autres_noms: ["{name}"]
niveau: departement
effectif:
  commission_permanente:
    - {{ du: null, valeur: {members}, source: "effectif de ce test" }}
"""


@unittest.skipUnless(SEED.exists(), "SKIPPED: ../shared/corpus is not there, the seed act is not tested")
class Seed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = SEED.read_text(encoding="utf-8")
        cls.label = json.loads(SEED.with_suffix(".json").read_text(encoding="utf-8"))
        cls.holders = re.findall(r"donné\s+à\s+((?:M\.|Mme)\s+[^),]+)\)", cls.text)   # as written, with the civility
        cls.reading = reading(SEED)
        cls.fields = cls.reading["champs"]

    def judge(self, text, members=None):
        """{rule: record} for a text, with a roster of `members` when given; each evidence is checked against the file."""
        with temporary() as folder:
            act = pathlib.Path(folder) / "acte.txt"
            act.write_text(text, encoding="utf-8")
            options = []
            if members is not None:
                rosters = pathlib.Path(folder) / "collectivites"
                rosters.mkdir()
                (rosters / "essai.yaml").write_text(ROSTER.format(name=self.fields["collectivite"]["valeur"], members=members), encoding="utf-8")
                options = ["--config", config(folder, collectivites=rosters)]
            records = verdicts(act, *options)
        raw = text.encode("utf-8")
        for record in records:
            for ev in record["evidence"] or []:
                start, end = ev["bytes"]
                if not ev["cut"]:
                    self.assertEqual(raw[start:end].decode("utf-8"), ev["text"])
        return records

    def anomalies(self, text, members=None):
        return [(r["rule"]["id"], r["severity"]["level"]) for r in self.judge(text, members) if r["verdict"] == "anomalie"]

    def variant(self, *pairs):
        text = self.text
        for old, new in pairs:
            text = replace_once(text, old, new)
        return text

    # reading

    def test_head(self):
        f = self.fields
        want = {"seance.date": self.label["session_date"], "seance.heure": "14:20", "organe": "commission_permanente", "niveau": "departement",
                "identifiant": self.label["act_id"], "transmission.date": self.label["transmitted_date"]}
        self.assertEqual({k: f[k].get("valeur") for k in want}, want)
        self.assertIn(self.label["collectivity"], f["collectivite"]["valeur"])
        self.assertIn(self.label["chair"], f["seance.president"]["valeur"])

    def test_presents_and_proxies(self):
        squeeze = lambda s: s.replace("- ", "-")
        self.assertEqual([squeeze(p["nom"]) for p in self.fields["presents"]["valeur"]], [squeeze(p) for p in self.label["presents"]])
        self.assertEqual([(p["mandant"]["nom"], p["mandataire"]["nom"]) for p in self.fields["pouvoirs"]["valeur"]],
                         [(p["from"], p["to"]) for p in self.label["proxies"]])

    def test_acte(self):
        acte, = self.reading["actes"]
        vote, = acte["votes"]
        self.assertEqual([vote[k]["valeur"] for k in ("pour", "contre", "abstentions")], [54, 0, 0])
        self.assertEqual(vote["formule"]["valeur"], "unanimite")
        self.assertEqual([m["centimes"] for m in acte["montants"]], [2000000] * 2)
        keys = [r["cle"] for r in acte["references"]]
        self.assertIn("CGCT/L3211-2", keys)
        self.assertIn("DELIB/conseil_departemental/2021-07-01", keys)
        self.assertNotIn("3Page", acte["objet"].get("valeur", ""))

    # the rules

    def test_as_it_is(self):
        records = self.judge(self.text)
        self.assertEqual([r for r in records if r["verdict"] == "anomalie"], [])
        quorum, = [r for r in records if r["rule"] and r["rule"]["id"] == "quorum"]
        self.assertEqual(quorum["verdict"], "non_verifiable")
        self.assertIn("107", quorum["message"])

    def test_quorum_with_roster(self):
        quorum, = [r for r in self.judge(self.text, 54) if r["rule"] and r["rule"]["id"] == "quorum"]
        self.assertEqual(quorum["verdict"], "conforme")

    def test_second_proxy(self):
        self.assertEqual(self.anomalies(self.variant((f"donné à {self.holders[1]}", f"donné à {self.holders[0]}"))), [("pouvoir-unique", "majeure")])

    def test_absent_holder(self):
        self.assertEqual(self.anomalies(self.variant((f"donné à {self.holders[2]}", "donné à Mme DUROCHER"))), [("mandataire-present", "majeure")])

    def test_vote_against_unanimity(self):
        self.assertEqual(self.anomalies(self.variant(("Pour : 54 Contre : 0", "Pour : 53 Contre : 1"))), [("unanimite", "majeure")])
        self.assertEqual(self.anomalies(self.variant(("Contre : 0", "Contre : 1"))), [("unanimite", "majeure")])

    def test_too_many_votes(self):
        self.assertEqual(self.anomalies(self.variant(("Pour : 54", "Pour : 60"))), [("somme-des-voix", "majeure")])

    def test_adopted_by_a_minority(self):
        numbers = ("Pour : 54 Contre : 0", "Pour : 20 Contre : 34")
        self.assertEqual(self.anomalies(self.variant(numbers, ("est adoptée à l'unanimité", "est adoptée"))), [("majorite", "majeure")])
        self.assertEqual(self.anomalies(self.variant(numbers)), [("majorite", "majeure")])

    def test_no_delegation(self):
        start, end = self.text.index("Vu le code général"), self.text.index(" Expose :")
        for text in (self.text[:start] + "Vu le rapport du Président ;\n" + self.text[end:],
                     self.variant((", notamment l'article L. 3211-2", ""), ("portant délégation de pouvoirs à la\nCommission permanente", "relative au budget"))):
            self.assertEqual(self.anomalies(text), [("delegation-commission-permanente", "mineure")])

    def test_delegation_of_the_former_mandate(self):
        self.assertEqual(self.anomalies(self.variant(("1er juillet 2021", "2 avril 2015"))), [("delegation-commission-permanente", "majeure")])

    def test_quorum_missed(self):
        """40 present members fewer, the holders stay; the tally follows."""
        start, end = self.text.index("Etaient présents :"), self.text.index("Absents et\npouvoirs")
        few = f"Etaient présents : {', '.join(self.holders)}\n\n"
        text = replace_once(self.text[:start] + few + self.text[end:], "Pour : 54", "Pour : 14")
        self.assertEqual(self.anomalies(text, 120), [("quorum", "majeure")])


if __name__ == "__main__":
    unittest.main()
