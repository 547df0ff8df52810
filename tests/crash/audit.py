# SPDX-License-Identifier: EUPL-1.2
"""Was anything lost? The state of a service that is idle, or stopped, against the list of all that was ever dropped (ROBUST §4).

    audit(place, dropped)   place: depot, etat, alertes (files in the order they were written); dropped: {sha256: Drop}
    audit.py FOLDER         a folder of tests/crash/instance.py; exit status 1 when something is wrong

A line that a crash tore, ended by the next start, and delivered whole after it is "mended": ROBUST D-06 wants it so. Any other line that does not
parse is torn.
"""
import collections, contextlib, dataclasses, hashlib, json, os, pathlib, re, sqlite3, sys

OURS = re.compile(r"[0-9a-f]{16}-[0-9a-f]{64}")
KINDS = ("lost", "judged twice", "alerts missing", "torn lines", "not decided", "state")


@dataclasses.dataclass
class Drop:
    names: list = dataclasses.field(default_factory=list)   # in the drop; empty: not looked at
    times: int = 1      # distinct files of this content that were dropped
    alerts: int = 0     # records "alerte" that each of them must have
    refused: bool = False   # None: it may have been blamed for the deaths of the service (ROBUST P-03)


@dataclasses.dataclass
class Place:
    depot: pathlib.Path
    etat: pathlib.Path
    alertes: list


class Report:
    def __init__(self):
        self.found = collections.defaultdict(list)
        self.documents = self.records = self.lines = self.repeated = self.mended = self.blamed = 0

    def add(self, kind, what):
        assert kind in KINDS
        self.found[kind].append(what)

    def __bool__(self):
        """Nothing is wrong."""
        return not self.found

    def __str__(self):
        return ", ".join(f"{len(self.found.get(k, []))} {k}" for k in KINDS)

    def details(self):
        return "\n".join(f"    {kind}: {what}" for kind in KINDS for what in self.found.get(kind, [])[:5])


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def files_of(folder):
    return [p for p in folder.iterdir() if p.is_file() and not p.is_symlink()] if folder.is_dir() else []


class Auditor:
    def __init__(self, place, dropped):
        self.place, self.dropped, self.report = place, dropped, Report()
        self.files = collections.defaultdict(list)      # name of the spool -> folders it is in
        self.held = collections.Counter()               # sha256 -> copies in the state directory
        self.waits = collections.Counter()              # sha256 -> files in the drop

    def look_at_files(self):
        for folder in (self.place.depot, *(p for p in self.place.depot.iterdir() if p.is_dir())):
            for p in files_of(folder):
                self.waits[sha256(p.read_bytes())] += 1
        etat = self.place.etat
        folders = [etat / "attente", etat / "archive", *(p for p in (etat / "quarantaine").glob("*") if p.is_dir())]
        for folder in folders:
            self.look_at_folder(folder)
        for p in files_of(etat / "tmp"):
            self.report.add("state", f"tmp/{p.name}")
        for digest in self.dropped:
            if not self.held[digest] and not self.waits[digest]:
                self.report.add("lost", digest)

    def look_at_folder(self, folder):
        names = {p.name for p in files_of(folder)}
        for name in names:
            if folder.name == "egare":
                self.held[sha256((folder / name).read_bytes())] += 1
            elif OURS.fullmatch(name):
                self.look_at_document(folder, name)
            elif name.startswith("."):
                self.report.add("state", f"left behind: {folder.name}/{name}")
            elif OURS.fullmatch(name[:81]) and name[:81] not in names:
                self.report.add("state", f"without its document: {folder.name}/{name}")

    def look_at_document(self, folder, name):
        digest = sha256((folder / name).read_bytes())
        self.files[name].append(folder.name)
        self.held[digest] += 1
        if digest != name[17:]:
            self.report.add("lost", f"{folder.name}/{name} has other bytes than its name says")
        if digest not in self.dropped:
            self.report.add("state", f"{folder.name}/{name} was never dropped")

    def look_at_ledger(self, db):
        if [r for r, in db.execute("PRAGMA integrity_check")] != ["ok"]:
            self.report.add("state", "integrity_check")
        told = collections.Counter((d, e) for d, e in db.execute("SELECT document, event FROM record WHERE document IS NOT NULL"))
        readings = {d for d, in db.execute("SELECT document FROM reading")}
        rows = collections.Counter()
        for ident, spool, digest, name, state, refusal in db.execute("SELECT id, spool, sha256, name, state, refusal FROM document"):
            self.report.documents += 1
            rows[digest] += 1
            drop = self.dropped.get(digest, Drop(times=0))
            if drop.names and os.fsdecode(name) not in drop.names:
                self.report.add("state", f"document {ident} lost its name: {os.fsdecode(name)!r}, not {drop.names}")
            self.look_at_row(ident, spool, digest, state, refusal, told, readings, drop)
        for digest, drop in self.dropped.items():
            if rows[digest] > drop.times:
                self.report.add("judged twice", f"{digest}: {rows[digest]} rows of {drop.times} files")
            if rows[digest] < drop.times:
                self.report.add("not decided", f"{digest}: {rows[digest]} rows of {drop.times} files, {self.waits[digest]} in the drop")

    def has_note(self, spool, refusal, digest):
        try:
            return json.loads((self.place.etat / "quarantaine" / refusal / f"{spool}.json").read_text())["sha256"] == digest
        except (OSError, ValueError):
            return False

    def look_at_texts(self, db):
        """The text that a document's records quote, when it was drawn from it."""
        for spool, line in db.execute("SELECT spool, line FROM record JOIN document ON document.id = record.document WHERE event = 'document'"):
            said = json.loads(line)["document"]
            path = self.place.etat / "archive" / f"{spool}.txt"
            if said["text"] == "extracted" and (not path.exists() or sha256(path.read_bytes()) != said["text_sha256"]):
                self.report.add("state", f"archive/{path.name} is not the text that was read")

    def look_at_row(self, ident, spool, digest, state, refusal, told, readings, drop):
        self.report.blamed += refusal == "echec"
        where = {"attente": "attente", "juge": "archive", "refuse": refusal}[state]
        say = lambda kind, what: self.report.add(kind, f"document {ident} ({state}): {what}")
        if self.files.pop(spool, []) != [where]:
            say("state", f"is not in {where} alone")
        if state == "attente":
            say("not decided", "waits")
        elif drop.times and drop.refused is not None and (state == "refuse") != drop.refused:
            say("state", f"refused: {refusal}")
        for event, wanted in (("document", state == "juge"), ("rejet", state == "refuse")):
            if told[ident, event] > wanted:
                say("judged twice", f"{told[ident, event]} records {event}")
            elif told[ident, event] < wanted:
                say("alerts missing", f"no record {event}")
        if state == "refuse" and not self.has_note(spool, refusal, digest):
            say("state", "without its note")
        if (ident in readings) != (state == "juge"):
            say("state", "reading")
        if drop.times and told[ident, "alerte"] < drop.alerts * (state == "juge"):
            say("alerts missing", f"{told[ident, 'alerte']} of {drop.alerts}")
        if drop.times and told[ident, "alerte"] > drop.alerts:
            say("judged twice", f"{told[ident, 'alerte']} alerts, not {drop.alerts}")

    def look_at_records(self, db):
        """The chain in the ledger, then every delivered record in the files, whole, and nothing else."""
        lines, before = {}, (0, None)
        for seq, ident, line, sinks, due in db.execute("SELECT seq, id, line, sinks, due FROM record ORDER BY seq"):
            self.report.records += 1
            record = json.loads(line)
            if record["seq"] != before[0] + 1 or record["seq"] != seq or record["prev"] != before[1] or record["id"] != ident:
                self.report.add("state", f"chain broken at {seq}")
            before = (seq, sha256(line.encode()))
            lines[line.encode()] = (seq, sinks & 1 and not due & 1)
            if due:
                self.report.add("not decided", f"record {seq} is due")
        seen = self.look_at_lines(lines)
        for line, (seq, delivered) in lines.items():
            if delivered and line not in seen:
                self.report.add("alerts missing", f"record {seq} is not in the file")

    def look_at_lines(self, lines):
        data = b"".join(p.read_bytes() for p in self.place.alertes if p.exists())
        if data and not data.endswith(b"\n"):
            self.report.add("torn lines", "the last line is not ended")
        seen, last = set(), 0
        found = data.split(b"\n")[:-1] if data.endswith(b"\n") else data.split(b"\n")
        for i, line in enumerate(found):
            self.report.lines += 1
            if line in seen:
                self.report.repeated += 1
            elif line in lines:
                seen.add(line)
                if lines[line][0] != last + 1:
                    self.report.add("state", f"line {i + 1} is record {lines[line][0]}, after record {last}")
                last = lines[line][0]
            elif any(later.startswith(line) for later in found[i + 1:i + 1000]):
                self.report.mended += 1
            else:
                self.report.add("torn lines", f"line {i + 1}: {line[:60]!r}…")
        return seen

    def run(self):
        self.look_at_files()
        path = self.place.etat / "registre.sqlite"
        if not path.exists():
            self.report.add("state", "no ledger")
            return self.report
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as db:
            self.look_at_ledger(db)
            self.look_at_records(db)
            self.look_at_texts(db)
        for name, folders in self.files.items():
            self.report.add("state", f"{'+'.join(folders)}/{name} has no row")
        return self.report


def audit(place, dropped):
    return Auditor(place, dropped).run()


def main(folder):
    folder = pathlib.Path(folder)
    dropped = {digest: Drop(**d) for digest, d in json.loads((folder / "dropped.json").read_text()).items()}
    report = audit(Place(folder / "w/depot", folder / "w/etat", [*sorted(folder.glob("w/alertes.jsonl.*")), folder / "w/alertes.jsonl"]), dropped)
    print(f"{report.documents} documents, {report.records} records, {report.lines} lines ({report.repeated} repeated, {report.mended} mended): {report}")
    print(report.details())
    return 0 if report else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
