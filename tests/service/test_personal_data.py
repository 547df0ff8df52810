# SPDX-License-Identifier: EUPL-1.2
"""ROBUST W-07: what the service says of its work names documents, rules and numbers, never a person; persons are in the alerts alone."""
import json, pathlib, re, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import ROOT, SAMPLES, ServiceTest
from program import reading

ACTS = sorted(SAMPLES.glob("*.txt"))


def surnames():
    """Of everybody who is read in the samples, without what is also a word of the messages."""
    found = set()
    for path in ACTS:
        found.update(re.findall(r'"nom": "[^"]*?([A-ZÉÈÀÇ-]{4,})"', json.dumps(reading(path), ensure_ascii=False)))
    return found


class PersonalData(ServiceTest):
    def test_no_surname_in_the_log(self):
        names = surnames()
        self.assertGreater(len(names), 30)
        d = self.daemon(rules=[p.stem for p in sorted((ROOT / "rules").glob("*.lua"))], alertes={"fichier": "non", "journal": "non", "syslog": "non"})
        for i, path in enumerate(ACTS):
            d.put(f"{i}.txt", path.read_bytes())
        d.start()
        d.until(lambda: d.rows("SELECT count(*) FROM document WHERE state <> 'attente'") == [(len(ACTS),)], "tout est jugé")
        told = " ".join(line for line, in d.rows("SELECT line FROM record WHERE event = 'alerte'"))
        self.assertEqual(d.stop(), 0)
        self.assertTrue(any(n in told for n in names), "les alertes, elles, nomment")
        self.assertEqual([n for n in sorted(names) if re.search(rf"(?i)\b{n}\b", d.text())], [])


if __name__ == "__main__":
    unittest.main()
