#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Does each test of durability really test? Takes away, one at a time, the lines that make things last, and expects a failure (ROBUST §1).

    mutations.py [NUMBER…]     works on a copy of the tree; the last line is "N passed, N failed"; the table is kept in tests/README.md

A row: what is taken away, the file, its text before and after, and the quick check that must fail: `fault NAME` a sweep of tests/fault/check_fault.py,
`test FILE NAME` a test, `unit ROOM/NAME` a unit binary.
"""
import os, pathlib, re, shutil, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVICE = "daemon/service/"
MUTATIONS = [
    ("the copy of a document is not synced", "daemon/intake/take.c", "bool ok = file_sync(p->fd, e);", "bool ok = true;", "fault steady unsynced lost"),
    ("the directory that gets the copy's name is not synced", "daemon/intake/group.c", "	return file_sync(in->dirs.attente, e);", "	return e != NULL;",
     "fault steady unsynced lost"),
    ("drop files go although the ledger refused their rows", "daemon/intake/group.c", "publish_all(in, &e) && record(in, &e);", "publish_all(in, &e) && (record(in, &e) || true);",
     "fault steady EIO once"),
    ("a file met again is not known", "daemon/intake/group.c", "if (how != TAKE_DONE || known) {", "if (how != TAKE_DONE) {", "fault steady kill"),
    ("the ledger's commits are not synced", "daemon/ledger/ledger_priv.h", "PRAGMA synchronous = FULL", "PRAGMA synchronous = NORMAL", "fault steady unsynced lost"),
    ("a file is put where it belongs before the ledger decides", SERVICE + "decide.c", "	bool any = n > 0 && commit(s, all, n);", "	for (size_t i = 0; i < n; i++)\n		move(s, all[i]);\n	bool any = n > 0 && commit(s, all, n);",
     "fault steady kill"),
    ("a note or text is not synced before it gets its name", "daemon/base/durable.c", "	ok = ok && file_sync(fd, e);\n	if (close(fd) != 0 && ok)",
     "	if (close(fd) != 0 && ok)", "fault steady unsynced lost"),
    ("the directory of a note or text is not synced", "daemon/base/durable.c", "		unlinkat(tmp, temporary, 0);\n		return false;\n	}\n	return file_sync(dirfd, e);",
     "		unlinkat(tmp, temporary, 0);\n		return false;\n	}\n	return true;", "fault steady unsynced lost"),
    ("a directory just made is not synced into its parent", "daemon/base/durable.c", "	bool ok = file_sync(parent, e);", "	bool ok = true;", "fault first unsynced lost"),
    ("lines of alerts are not synced", "daemon/alerts/sink_file.c", "	if (fdatasync(s->fd) != 0)", "	if (s->fd < 0)", "fault steady unsynced lost"),
    ("the name of a new file of alerts is not synced", "daemon/alerts/sink_file.c", "fd >= 0 && fsync(fd) == 0", "fd >= 0", "fault first unsynced lost"),
    ("records are forgotten before they are synced", SERVICE + "outbox.c", "	if (!sink_sync(w->at->sink, &e)) {",
     "	if (!ledger_delivered(o->ledger, k, w->last, &e) || !sink_sync(w->at->sink, &e)) {", "unit service/test_flow"),
    ("a failed sync of the alerts is believed", "daemon/alerts/sink_file.c", "	s->lost = true;\n	return false;", "	return true;", "unit alerts/test_sink_fault"),
    ("a torn last line is not ended", "daemon/alerts/sink_file.c", "if (last != '\\n' && write(s->fd, \"\\n\", 1) != 1)", "if (false)", "fault steady torn write"),
    ("a line cut short is not taken back", "daemon/alerts/sink_file.c", "	take_back(s, n);\n", "	(void)take_back;\n", "unit alerts/test_sink_fault"),
    ("a rotated file is not followed", "daemon/alerts/sink_file.c", "if (s->fd >= 0 && !is_renamed(s))", "if (s->fd >= 0 && (!is_renamed(s) || true))",
     "test test_durability.py Alerts"),
    ("a copy without a row is not taken up", SERVICE + "recover.c", "	if (!known)\n		return adopt(w, name, &st, e);\n", "	if (!known && w == NULL)\n		return adopt(w, name, &st, e);\n",
     "fault start kill"),
    ("a copy whose content is recorded is taken up", SERVICE + "recover.c", "if (known || (w->orphans++", "if ((w->orphans++", "test test_durability.py Intake"),
    ("a note that was never decided is not forgotten", SERVICE + "recover.c", "		return forget_note(w->s, name, e);", "		return w == NULL ? forget_note(w->s, name, e) : true;",
     "fault start kill"),
    ("what tmp/ holds stays", SERVICE + "spool.c", "			(void)unlinkat(s->tmp, f->d_name, 0);", "			continue;", "fault start kill"),
    ("an attempt is not counted before it is made", "daemon/ledger/ledger_flight.c", "done && set_flight(l, &flight, e), e)", "done && (set_flight(l, others, e) || true), e)", "unit ledger/test_ledger_flight"),
    ("the attempts that a death cut short count", "daemon/ledger/ledger_flight.c", "return withdraw(l, suspects, e) && set_meta", "return set_meta", "test test_durability.py Blame"),
    ("suspects are judged with others", SERVICE + "dispatch.c", "if (!w->suspect || !others)", "if (true || others)", "test test_durability.py Blame"),
    ("others are judged with a suspect", SERVICE + "dispatch.c", "(suspect == NULL || (suspect->in_slow_lane && !is_last_trial(suspect->w)))", "true", "test test_durability.py Blame"),
    ("a ledger that was moved away is written into", "daemon/ledger/ledger_sql.c", "if (!ledger_in_place(l, e))", "if (false && !ledger_in_place(l, e))", "unit ledger/test_ledger_place"),
    ("a migration is not one transaction", "daemon/ledger/ledger_open.c", "	if (!ledger_begin(l, e))\n		return false;\n	bool done = ledger_check_version(l, path, &m->from, e);",
     "	bool done = ledger_check_version(l, path, &m->from, e);", "test test_ledger_trouble.py Migration"),
    ("a second instance is let in", SERVICE + "spool_lock.c", "	if (file_lock(fd, wait_ms, holder_is_dead))", "	if (file_lock(fd, wait_ms, holder_is_dead) || path != NULL)", "test test_lifecycle.py Start.test_second_instance_names_the_first"),
    ("an orderly stop leaves attempts counted", SERVICE + "outcome.c", "	if (!count_it)\n", "	if (!count_it && s->ledger == NULL)\n",
     "test test_durability.py Stop"),
    ("an attempt that could not be taken back counts", SERVICE + "outcome.c", "	w->still_counted = !ledger_unattempt(s->ledger, &it, e);",
     "	w->still_counted = !ledger_unattempt(s->ledger, &it, e) && w == NULL;", "test test_ledger_trouble.py Ledger.test_judgements_thrown_away_count_against_nobody"),
    ("attempts are made before they are counted", SERVICE + "dispatch.c", "	count_attempts(s);\n	launch_counted(s);",
     "	for (struct job *j = s->jobs; j != NULL; j = j->next)\n		j->state = j->state == JOB_CHOSEN ? JOB_COUNTED : j->state;\n	launch_counted(s);\n	(void)count_attempts;",
     "unit service/test_flow"),
    ("attempts of a group that fails are made", SERVICE + "dispatch.c", "attempts, e))\n		return false;", "attempts, e) && n == 0)\n		return false;", "unit service/test_flow"),
    ("what was counted ahead counts when it is given back", SERVICE + "dispatch.c", "const bool ok = ledger_unattempt(s->ledger, &ids, &e);", "const bool ok = true;", "unit service/test_flow"),
    ("files move although their group was not committed", SERVICE + "filing.c", "		if (all[i]->taken) {\n			move(", "		if (n > 0) {\n			move(", "unit service/test_flow"),
    ("one that the ledger refuses keeps its group out", SERVICE + "decide.c", "!any && n > 1 && i < n", "!any && n > n && i < n", "unit service/test_flow"),
    ("what moves to the archive is not synced there", SERVICE + "spool.c", "	return file_sync(s->archive, e);", "	return e != NULL;", "fault steady unsynced lost"),
    ("commits are not synced any more once a delivery is marked", "daemon/ledger/ledger_outbox.c", "	set_synced(l, true);\n", "", "unit ledger/test_ledger"),
    ("a name that cannot be removed once stays", "daemon/intake/take.c", "return no_right ? TAKE_KEPT : TAKE_STAYS;", "(void)no_right;\n	return TAKE_KEPT;", "test test_durability.py Intake"),
    ("lines that went away with their file count as delivered", "daemon/alerts/sink_file.c", "	else if (is_removed(s))", "	else if (false && is_removed(s))",
     "unit alerts/test_sink_file"),
    ("a commit is told before its frames are in the log", "daemon/ledger/ledger_wal.c", "if (b->commits && n != FRAME_HEAD)", "if (false)", "unit ledger/test_ledger_log"),
    ("a write that failed late is forgotten", "daemon/ledger/ledger_wal.c", "	if (status == SQLITE_OK) {\n		b->at += b->n;", "	{\n		b->at += b->n;", "unit ledger/test_ledger_wal"),
    ("a page that could not be committed is written later", "daemon/ledger/ledger_wal.c", "		b->n -= n;", "		(void)n;", "unit ledger/test_ledger_wal"),
    ("what is rewritten in the log is held", "daemon/ledger/ledger_wal.c", "if (at == 0 || at < end || n > TOGETHER)", "if (n > TOGETHER)", "unit ledger/test_ledger_wal"),
    ("what is rewritten overtakes what is held", "daemon/ledger/ledger_wal.c", "	int status = write_out(file);\n\n	if (status == SQLITE_OK)\n		status = b->usual->xWrite(file, bytes, n, at);",
     "	int status = b->usual->xWrite(file, bytes, n, at);\n", "unit ledger/test_ledger_wal"),
    ("what was rolled back is written later", "daemon/ledger/ledger_wal.c", "	if (first == LOCK_OF_WRITER &&", "	if (n > n && first == LOCK_OF_WRITER &&", "unit ledger/test_ledger_wal"),
    ("a delivery is marked inside what is asked together", "daemon/ledger/ledger_outbox.c", "	ledger_asked(l);\n	set_synced(l, false);", "	set_synced(l, false);", "unit ledger/test_ledger_log"),
    ("a file is taken while its writer has it open", "daemon/intake/writers.c", "return c != NULL && (c->written || empty);", "return c == NULL && (name == NULL || empty);", "unit intake/test_writers"),
    ("who writes on after the file was taken is not told of", "daemon/intake/writers.c", "			in->lost_tail.n++;", "			in->lost_tail.n += 0;", "unit intake/test_writers"),
]


def run(command, folder, **env):
    return subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "FAST": "1", **env}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")


def check(folder, what):
    """(status, output) of a quick check."""
    kind, *words = what.split(" ")
    python, program = "/usr/bin/python3", str(folder / "build/scrutateur")
    if kind == "fault":
        command = [python, "tests/fault/check_fault.py", "build/fault/preload.so", " ".join(words)]
    elif kind == "test":
        command = [python, f"tests/service/{words[0]}", *words[1:]]
    else:
        made = run(["make", "-s", f"build/unit/{words[0]}"], folder)
        if made.returncode:
            return made.returncode, made.stdout
        command = [f"build/unit/{words[0]}"]
    r = run(command, folder, SCRUTATEUR=program)
    return r.returncode, r.stdout


def mutate(folder, row, said):
    _, name, before, after, what = row
    path = folder / name
    text = path.read_text()
    if text.count(before) != 1:
        return f"the line stands {text.count(before)} times in {name}"
    changed = text.replace(before, after)
    path.write_text(changed)
    try:
        made = run(["make", "-s", "all", "WARN=-Wall"], folder)
        if made.returncode:
            return "does not build: " + made.stdout[-400:]
        status, out = check(folder, what)
        row_said = re.search(r"^.*(?:, call \d+ \(|FAIL: |ERROR: |\[  FAILED  \] test).*$", out, re.M)
        said.append(row_said.group(0).strip()[:160] if row_said else out[-160:])
        return None if status else "survives\n" + out[-600:]
    finally:
        path.write_text(text)


def main(*numbers):
    wanted = [int(n) for n in numbers] or range(1, len(MUTATIONS) + 1)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="scrutateur-mutations-") as tmp:
        folder = pathlib.Path(tmp) / "arbre"
        for name in subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines():
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, folder / name)
        if run(["make", "-s", "-j2", "all", "build/fault/preload.so", "WARN=-Wall"], folder).returncode:
            sys.exit("the tree does not build")
        for n in wanted:
            row, began, said = MUTATIONS[n - 1], time.monotonic(), []
            why = mutate(folder, row, said)
            failed += why is not None
            print(f"{'ok    ' if why is None else 'FAILED'} {n:2} {row[0]:60} {row[4]:50} {time.monotonic() - began:6.1f} s", flush=True)
            if why is None:
                print("       " + "".join(said).replace(str(folder.parent), ""), flush=True)
            else:
                print("       " + why.replace("\n", "\n       "), flush=True)
    print(f"{len(wanted) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
