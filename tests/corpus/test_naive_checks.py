# SPDX-License-Identifier: EUPL-1.2
"""The alarms that simple checks raise on the labelled acts (naive-checks.tsv): every real one is an `anomalie` here too, of some severity;
none of the false ones is `majeure` or `bloquante`.

The texts and the list stay outside the project. Without ../shared these tests say so and are skipped.
"""
import csv, json, pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import SEED, run

CORPUS = SEED.parents[1]
LIST = CORPUS / "naive-checks.tsv"
SEEN_BY = (  # what a check looks at, and the rules that know it
    ("votes ", {"somme-des-voix"}),
    ("absent also present", {"doublon-presence"}),
    ("proxy giver also in present list", {"mandataire-present", "doublon-presence"}),
    ("holder not in present list", {"mandataire-present"}),
    ("present stated", {"quorum", "somme-des-voix"}),
    ("quorum stated", {"quorum"}),
    ("unanimity with", {"unanimite"}),
    ("proxy holder herself absent", {"mandataire-present"}),
)
GRAVE = {"majeure", "bloquante"}


def rows():
    with LIST.open(encoding="utf-8", newline="") as f:
        return [row for row in csv.DictReader(f, delimiter="\t") if (CORPUS / "dev" / (row["label"] + ".txt")).exists()]


def rules_of(check):
    return next(rules for start, rules in SEEN_BY if check.startswith(start))


def words(text):
    return " ".join(text.split())


class NaiveChecks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not LIST.exists():
            raise unittest.SkipTest("SKIPPED: ../shared/corpus is not there, the list of naive checks is not tested")
        cls.rows = rows()
        labels = sorted({row["label"] for row in cls.rows})
        # One run for all: the rules are loaded, and their essais played, once.
        status, out, err = run("verifier", "--json", *(CORPUS / "dev" / (label + ".txt") for label in labels), timeout=300)
        assert status in (0, 1), (status, err)
        cls.found = {label: [] for label in labels}
        for record in map(json.loads, out.splitlines()):
            if record.get("verdict") == "anomalie":
                cls.found[pathlib.Path(record["document"]["path"]).stem].append(record)

    def test_every_real_one_is_an_anomaly(self):
        real = [row for row in self.rows if row["verdict"].startswith("REAL")]
        self.assertGreaterEqual(len(real), 4)
        for row in real:
            with self.subTest(label=row["label"], detail=row["detail"]):
                said = [r for r in self.found[row["label"]] if r["rule"]["id"] in rules_of(row["check"])]
                shown = words(" ".join(r["message"] + " " + " ".join(e["text"] for e in r["evidence"] or []) for r in said))
                self.assertTrue(said, "no rule says it")
                self.assertIn(words(row["detail"]), shown)

    def test_no_false_one_is_grave(self):
        false = [row for row in self.rows if row["verdict"].startswith(("false alarm", "normal"))]
        self.assertGreater(len(false), 20)
        for row in false:
            with self.subTest(label=row["label"], check=row["check"], detail=row["detail"]):
                grave = [r["message"] for r in self.found[row["label"]]
                         if r["rule"]["id"] in rules_of(row["check"]) and r["severity"]["level"] in GRAVE]
                self.assertEqual(grave, [])


if __name__ == "__main__":
    unittest.main()
