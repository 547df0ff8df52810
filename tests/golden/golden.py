#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Golden readings and verdicts of the samples in conf/exemples.

usage: golden.py check|update      (`make golden-update` re-records; the diff is what is reviewed)

For each sample, <name>.lecture.json is `lire --json` and <name>.verdicts is what every rule says of it, without what changes from one run
to the next (time, ids, run figures, hashes of the rules).
"""
import json, pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import SAMPLES, reading, verdicts

HERE = pathlib.Path(__file__).resolve().parent


def lecture_of(sample):
    return json.dumps(reading(sample), ensure_ascii=False, indent=1) + "\n"


def verdict_lines(sample):
    for r in verdicts(sample):
        if r["rule"] is None:
            continue
        severity = r["severity"]["level"] if r["severity"] else "-"
        yield f"{r['rule']['id']}  {r['verdict']}  {severity}  {r['topic']}\n    {r['message']}"
        for law in r["legal"]:
            yield f"    {law.get('code') or law.get('usage') or 'réponse ministérielle'} {law.get('article') or ''}".rstrip()
        for e in r["evidence"]:
            yield f"    {e['role']} {e['field']} [{e['bytes'][0]},{e['bytes'][1]}) {' '.join(e['text'].split())}"
        for u in r["unread"]:
            yield f"    non lu {u['field']} {u['status']} : {u['reason']}"


def expected(sample):
    return {f"{sample.stem}.lecture.json": lecture_of(sample), f"{sample.stem}.verdicts": "\n".join(verdict_lines(sample)) + "\n"}


def main(mode):
    wanted, bad = {}, 0
    for sample in sorted(SAMPLES.glob("*.txt")):
        wanted.update(expected(sample))
    for path in [p for p in HERE.iterdir() if p.suffix in (".json", ".verdicts") and p.name not in wanted]:
        print(f"{path.name}: its sample is gone")
        bad += 1
        if mode == "update":
            path.unlink()
    for name, text in wanted.items():
        path = HERE / name
        if mode == "update":
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            (HERE / f"{name}.obtained").write_text(text, encoding="utf-8")
            print(f"{name}: differs from what was recorded; see tests/golden/{name}.obtained, then `make golden-update` if it is right")
            bad += 1
    if mode == "update":
        return 0
    print(f"Ran {len(wanted)} tests in 0s\n{'FAILED (failures=%d)' % bad if bad else 'OK'}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) == 2 and sys.argv[1] in ("check", "update") else "check"))
