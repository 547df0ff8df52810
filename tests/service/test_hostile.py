# SPDX-License-Identifier: EUPL-1.2
"""Every row of support/hostile.py, dropped at once before one daemon: each comes to its end, nothing else happens, and the next act is judged."""
import os, pathlib, re, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import REGULAR, ServiceTest, ROOT
import hostile

CANARY = "CANARI"


def table():
    lines = ["| kind | what is dropped | what becomes of it |", "| --- | --- | --- |"]
    for r in hostile.ROWS:
        end = r.end if r.end == "jugé" else f"`{r.end}`" + (", stays in the drop" if r.stays else "")
        lines.append(f"| {r.kind} | {r.what} | {end} |")
    return "\n".join(lines) + "\n"


class Hostile(ServiceTest):
    def test_every_row_comes_to_its_end(self):
        d = self.daemon(rules=("pouvoir-unique", "quorum"), extraction={
            "pdf": "{ outils: [pdftotext -layout -enc UTF-8 - -], calcul_s: 1, duree_s: 20 }"})

        for r in hostile.ROWS:
            if r.stays:
                r.make(os.path.join(os.fsencode(d.depot), r.name).decode())
            else:
                d.put(r.name, r.make())
        d.start()
        files = [r for r in hostile.ROWS if not r.stays]
        d.judged(len(files))
        d.until(lambda: len(d.records("rejet")) >= sum(r.end != "jugé" for r in hostile.ROWS), "chaque refus est dit")
        ends = dict(d.rows("SELECT name, coalesce(refusal, 'jugé') FROM document"))
        stay = {os.fsencode(p) for p in os.listdir(d.depot)}
        for r in hostile.ROWS:
            with self.subTest(r.what):
                if r.stays:
                    self.assertIn(r.name, stay)
                    self.assertEqual([x["reason"] for x in d.records("rejet") if x["document"]["path"].encode() == r.name], [r.end])
                else:
                    self.assertEqual(ends[r.name], r.end)
        self.nothing_else_happened(d)
        d.put("suivant.txt", REGULAR.read_bytes())
        d.judged(len(files) + 1)

    def nothing_else_happened(self, d):
        self.assertEqual([*d.root.rglob(CANARY), *(p for p in (pathlib.Path("/", CANARY), pathlib.Path(CANARY)) if p.exists())], [])
        self.assertNotIn("root:", d.alerts.read_text())
        raw = d.log.read_bytes()
        self.assertEqual(re.findall(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9\xaa-\xae]|\xef\xbb\xbf", raw), [])
        self.assertEqual([line for line in raw.splitlines() if line.startswith((b"<0>", b"PRIORITY="))], [])
        raw.decode("utf-8")

    def test_the_page_shows_this_table(self):
        self.assertIn(table(), (ROOT / "docs/HOSTILE.md").read_text(encoding="utf-8"), "python3 tests/service/test_hostile.py --table")

    def test_there_are_sixty(self):
        self.assertGreaterEqual(len(hostile.ROWS), 60)


if __name__ == "__main__":
    if sys.argv[1:] == ["--table"]:
        print(table(), end="")
    else:
        unittest.main()
