#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What becomes of each file of a folder of originals: `SCRUTATEUR=build/scrutateur tests/corpus/originals.py ../shared/corpus/originals [--ocr]`.

One line per file for docs/EXTRACTION.md: its kind and size and how it went, no name of a file or person. Not part of `make check`: it needs the corpus.
"""
import collections, json, pathlib, sys, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import config, run, temporary


def went(path, options):
    start = time.monotonic()
    status, out, err = run("lire", "--json", *options, path, timeout=1200)
    took = time.monotonic() - start
    if status != 0:
        word = json.loads(run("verifier", "--json", *options, path, timeout=1200)[1])["reason"]
        return f"quarantaine `{word}`", "", "", "", took
    r = json.loads(out)
    fields = r["champs"]
    n = collections.Counter(f["statut"] for f in fields.values())
    lists = " / ".join(str(len(fields[f]["valeur"])) if fields[f]["statut"] == "lu" else fields[f]["statut"] for f in ("presents", "absents", "pouvoirs"))
    tool = " ".join(w for w in r["document"]["extraction"].split() if w in ("-layout", "-raw", "pdftotext", "catdoc", "antiword", "pandoc", "interne", "tesseract"))
    return f"lu, {tool}", str(r["document"]["pages"]), " / ".join(str(n[s]) for s in ("lu", "absent", "illisible", "ambigu")), lists, took


def main(folder, ocr):
    with temporary() as tmp:
        options = ["--config", config(tmp, ocr={"actif": "oui"})] if ocr else []
        print("| n° | sorte | octets | issue | pages | séance : lus / absents / illisibles / ambigus | présents / absents / pouvoirs | s |\n|" + " --- |" * 8)
        for n, path in enumerate(sorted(pathlib.Path(folder).iterdir(), key=lambda p: (p.suffix, p.stat().st_size)), 1):
            outcome, pages, fields, lists, took = went(path, options)
            print(f"| {n} | {path.suffix[1:]} | {path.stat().st_size} | {outcome} | {pages} | {fields} | {lists} | {took:.1f} |")


if __name__ == "__main__":
    main(sys.argv[1], "--ocr" in sys.argv)
