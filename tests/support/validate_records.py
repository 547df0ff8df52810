#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Check files of records (JSON Lines) against the shipped schema and against what a schema cannot say.

    validate_records.py [--texte FILE]… [--dechirees] RECORDS…

Every line: ASCII, at most 16 KiB, valid for docs/scrutateur-alerte-1.0.schema.json, keys in the order of the schema, start and end of a
passage in order. Per file: seq +1 from line to line, prev = SHA-256 of the line before. A line that repeats an earlier one byte for byte
(a delivery repeated after a crash) is passed over. With --dechirees, so is a line torn by a crash, if a later line begins with it.

--texte FILE: the text of a document (as kept: received or decoded). Every passage of a record whose document.text_sha256 is that of FILE must be
FILE[start:end], and line and column must say the same place. A FILE that no record speaks of is an error.

Exit status 0 or 1 (with messages), 2 for a wrong call. "-" reads standard input.
"""
import argparse
import bisect
import hashlib
import json
import os
import re
import sys

import jsonschema

SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "scrutateur-alerte-1.0.schema.json")
LINE_MAX = 16 * 1024
BOM = b"\xef\xbb\xbf"


def no_duplicates(pairs):
    keys = [k for k, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError("clé en double")
    return dict(pairs)


def no_constant(word):
    raise ValueError("nombre impossible : " + word)


class Order:
    """Key order, taken from the schema: the order of its properties."""

    def __init__(self, schema):
        self.schema = schema

    def resolve(self, schema):
        return self.schema["$defs"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema

    def wrong(self, value, schema, where=""):
        schema = self.resolve(schema)
        for choice in schema.get("oneOf", []) if "properties" not in schema else []:
            if "properties" in choice:
                schema = choice
        if isinstance(value, list) and "items" in schema:
            for i, v in enumerate(value):
                yield from self.wrong(v, schema["items"], "%s[%d]" % (where, i))
        if isinstance(value, dict) and "properties" in schema:
            known = list(schema["properties"])
            have = [k for k in value if k in schema["properties"]]
            if have != sorted(have, key=known.index):
                yield "%s : clés dans le désordre : %s" % (where or "ligne", " ".join(have))
            for k in have:
                yield from self.wrong(value[k], schema["properties"][k], where + "." + k if where else k)


class Text:
    """The text of a document, and how many records spoke of it."""

    def __init__(self, path):
        with open(path, "rb") as f:
            self.bytes = f.read()
        self.path = path
        self.sha256 = hashlib.sha256(self.bytes).hexdigest()
        self.records = 0
        self.lines = [0] + [m.end() for m in re.finditer(rb"\r\n|\n|\r", self.bytes)]

    def position(self, offset):
        line = bisect.bisect_right(self.lines, offset)
        start = self.lines[line - 1]
        before = self.bytes[start:offset]
        if start == 0 and before.startswith(BOM):
            before = before[len(BOM):]
        return {"line": line, "col": len(before.decode("utf-8", "replace")) + 1}

    def wrong(self, p, where):
        start, end = p["bytes"]
        part = self.bytes[start:end]
        said = p["text"].encode("utf-8")
        if not p["cut"] and said != part:
            yield "%s : octets %d-%d : « %s » au lieu de « %s »" % (where, start, end, part.decode("utf-8", "replace"), p["text"])
        if p["cut"] and not (said.endswith("…".encode()) and part.startswith(said[:-3]) and len(said) - 3 < len(part)):
            yield "%s : le passage coupé n'est pas le début des octets %d-%d" % (where, start, end)
        for key, offset in (("start", start), ("end", end)):
            # Between CR and LF the column may count the CR or not.
            if p[key] != self.position(offset) and self.bytes[offset - 1:offset + 1] != b"\r\n":
                yield "%s : %s est %s, l'octet %d est %s" % (where, key, p[key], offset, self.position(offset))


def passages(record):
    for i, e in enumerate(record.get("evidence") or []):
        yield "evidence[%d]" % i, e
    for i, u in enumerate(record.get("unread") or []):
        if "near" in u:
            yield "unread[%d].near" % i, u["near"]


class Checker:
    def __init__(self, texts, torn_allowed):
        with open(SCHEMA, encoding="utf-8") as f:
            schema = json.load(f)
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)
        self.order = Order(schema)
        self.texts = {t.sha256: t for t in texts}
        self.torn_allowed = torn_allowed
        self.errors = 0
        self.records = 0
        self.events = {}

    def complain(self, where, message):
        self.errors += 1
        print("%s: %s" % (where, message), file=sys.stderr)

    def parse(self, line, where):
        if len(line) > LINE_MAX:
            self.complain(where, "%d octets, plus de %d" % (len(line), LINE_MAX))
        if any(b < 0x20 or b > 0x7E for b in line):
            self.complain(where, "autre chose que de l'ASCII imprimable")
        try:
            record = json.loads(line, object_pairs_hook=no_duplicates, parse_constant=no_constant)
        except ValueError as e:
            self.complain(where, "pas du JSON : %s" % e)
            return None
        if not isinstance(record, dict):
            self.complain(where, "pas un objet")
            return None
        return record

    def shape(self, record, where):
        """True when the schema holds; the rest can then be looked at."""
        errors = sorted(self.validator.iter_errors(record), key=lambda e: str(list(e.path)))
        for e in errors:
            self.complain(where, "%s : %s" % ("/".join(map(str, e.path)) or "ligne", e.message[:300]))
            for sub in e.context or []:
                self.complain(where, "    %s : %s" % ("/".join(map(str, sub.absolute_path)) or "ligne", sub.message[:200]))
        if next(iter(record), None) != "schema":
            self.complain(where, "« schema » n'est pas la première clé")
        for message in self.order.wrong(record, self.order.schema):
            self.complain(where, message)
        return not errors

    def evidence(self, record, where):
        text = self.texts.get((record["document"] or {}).get("text_sha256"))
        if text:
            text.records += 1
        for i, e in enumerate(record["evidence"]):
            if e["n"] != i + 1:
                self.complain(where, "evidence[%d] : n vaut %d" % (i, e["n"]))
        for name, p in passages(record):
            if p["bytes"][0] >= p["bytes"][1] or (p["end"]["line"], p["end"]["col"]) <= (p["start"]["line"], p["start"]["col"]):
                self.complain(where, name + " : passage vide ou à l'envers")
            for message in text.wrong(p, name) if text else []:
                self.complain(where, message)

    def chain(self, record, line, before, where):
        if before and record["seq"] != before[0] + 1:
            self.complain(where, "seq %d après %d" % (record["seq"], before[0]))
        if before and record["prev"] != before[1]:
            self.complain(where, "prev n'est pas l'empreinte de la ligne précédente")
        if (record["prev"] is None) != (record["seq"] == 1):
            self.complain(where, "prev est null pour le premier enregistrement et lui seul")
        return record["seq"], hashlib.sha256(line).hexdigest()

    def is_torn(self, line, later):
        return self.torn_allowed and any(other.startswith(line) for other in later)

    def file(self, path, data):
        if not data:
            return
        if not data.endswith(b"\n"):
            self.complain(path, "la dernière ligne n'est pas terminée")
        lines = data[:-1].split(b"\n") if data.endswith(b"\n") else data.split(b"\n")
        seen, before = set(), None
        for i, line in enumerate(lines):
            where = "%s:%d" % (path, i + 1)
            if line in seen or self.is_torn(line, lines[i + 1:i + 1000]):
                continue
            seen.add(line)
            record = self.parse(line, where)
            if record is None or not self.shape(record, where):
                before = None
                continue
            self.records += 1
            self.events[record["event"]] = self.events.get(record["event"], 0) + 1
            self.evidence(record, where)
            before = self.chain(record, line, before, where)


def main():
    parser = argparse.ArgumentParser(description="Check records of Scrutateur.")
    parser.add_argument("--texte", action="append", default=[], metavar="FILE")
    parser.add_argument("--dechirees", action="store_true")
    parser.add_argument("records", nargs="+", metavar="RECORDS")
    args = parser.parse_args()
    try:
        checker = Checker([Text(p) for p in args.texte], args.dechirees)
        for path in args.records:
            if path == "-":
                checker.file(path, sys.stdin.buffer.read())
                continue
            with open(path, "rb") as f:
                checker.file(path, f.read())
    except OSError as e:
        print(e, file=sys.stderr)
        return 2
    for text in checker.texts.values():
        if not text.records:
            checker.complain(text.path, "aucun enregistrement ne parle de ce texte")
    counts = ", ".join("%d %s" % (n, event) for event, n in sorted(checker.events.items()))
    print("%d enregistrement(s) (%s), %d erreur(s)" % (checker.records, counts or "aucun", checker.errors))
    return 1 if checker.errors else 0


if __name__ == "__main__":
    sys.exit(main())
