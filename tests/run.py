#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Runs every test suite and counts: the unit binaries named on the command line (cmocka), then the suites below.

As many suites at once as there are cores, each with directories of its own (LANES=1: one after the other), in memory where there is room for them: what is
synced is synced all the same, and the disk is waited for by nobody (TMPDIR says another place). What a failed suite said of its failures comes at the end,
where who keeps only the end of a long output finds it; all output with VERBOSE=1. The last line is "N passed, N failed"; the status is 1 if any failed.
"""
import concurrent.futures, os, pathlib, re, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parents[1]
PY = sys.executable
LANES = int(os.environ.get("LANES", os.cpu_count()))
FUZZ = pathlib.Path(os.environ["SCRUTATEUR"]).parent / "fuzz"


def replay(target, rounds, words, *folders):
    """A fuzz target without its fuzzer: the files kept, then texts made of their parts."""
    return (f"replay_{target}", [str(FUZZ / f"replay_{target}"), str(rounds), str(words), f"tests/fuzz/corpus/{target}", *map(str, folders)])


SUITES = [
    ("house", [PY, "tests/checks/house.py"]),
    *[replay(t, 1000, FUZZ / "words.dict", "conf/exemples") for t in ("text", "leaf", "read")],
    replay("rule", 500, "tests/fuzz/rule.dict", "rules", "lua", "tests/bombes", *sorted((ROOT / "tests/fautes").iterdir())),
    replay("cote", 2000, "tests/fuzz/cote.dict"),
    replay("office", 2000, "tests/fuzz/office.dict"),
    replay("yaml", 300, FUZZ / "words.dict", "conf", "conf/parametres", "conf/collectivites"),
    replay("frame", 2000, FUZZ / "words.dict"),
    ("rules", [os.environ["SCRUTATEUR"], "essayer"]),
    ("golden", [PY, "tests/golden/golden.py", "check"]),
    *[(p.stem, [PY, "-m", "unittest", "-v", str(p)])
      for folder in ("cli", "corpus", "regles", "service") for p in sorted((ROOT / "tests" / folder).glob("test_*.py"))],
]
# Begun before all others, the longest first: the last minute would else be one suite with one core. Any order is right, this one is short.
LONGEST = ["test_ledger_trouble", "test_cli", "test_reconstruire", "test_extraction", "test_durability", "test_expliquer", "test_reload", "test_side_files",
           "test_references", "test_etat", "golden", "test_lifecycle", "test_deposits", "test_arrivals", "test_hostile", "test_historique"]
MEMORY, ROOM = "/dev/shm", 2 << 30


def place():
    """Where suites have their directories; None: where the system has them."""
    try:
        room = os.statvfs(MEMORY)
    except OSError:
        return os.environ.get("TMPDIR")
    return os.environ.get("TMPDIR") or (MEMORY if room.f_bavail * room.f_frsize >= ROOM and os.access(MEMORY, os.W_OK) else None)


def cost(suite):
    """What is not among the longest keeps its order, behind them."""
    return LONGEST.index(suite[0]) if suite[0] in LONGEST else len(LONGEST)


ENV = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TZ": "Europe/Paris", "SCRUTATEUR": os.environ["SCRUTATEUR"],
       "PYTHONDONTWRITEBYTECODE": "1", "ASAN_OPTIONS": "abort_on_error=0:detect_leaks=1", "UBSAN_OPTIONS": "print_stacktrace=1"}
for name in ("HOME", "CI"):
    if name in os.environ:
        ENV[name] = os.environ[name]
if place():
    ENV["TMPDIR"] = place()


def count(out, status):
    """(passed, failed) as the runner itself printed them; one test when it prints nothing that is known."""
    passed = sum(map(int, re.findall(r"\[  PASSED  \] (\d+) test", out)))
    failed = sum(map(int, re.findall(r"\[  FAILED  \] (\d+) test", out)))
    m = re.search(r"^Ran (\d+) tests? in", out, re.M)
    if m:
        bad = sum(map(int, re.findall(r"(?:failures|errors)=(\d+)", out)))
        skipped = sum(map(int, re.findall(r"skipped=(\d+)", out)))
        passed, failed = passed + int(m.group(1)) - bad - skipped, failed + bad
    m = re.search(r"(\d+) essais? réussis?, (\d+) échecs?", out)
    if m:
        passed, failed = passed + int(m.group(1)), failed + int(m.group(2))
    if passed + failed == 0:
        passed = 1 if status == 0 else 0
    return passed, failed if failed or status == 0 else 1


def failing(out):
    """What a suite says of its failures: from the first traceback of unittest on, or all."""
    first = re.search(r"^={70}$", out, re.M)
    return out[first.start():] if first else out


def play(suite):
    start = time.monotonic()
    try:
        p = subprocess.run(suite[1], cwd=ROOT, env=ENV, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
        out, status = p.stdout.decode("utf-8", "replace"), p.returncode
    except subprocess.TimeoutExpired as e:
        out, status = f"{(e.output or b'').decode('utf-8', 'replace')}\n{e}", 1
    except OSError as e:
        out, status = str(e), 1
    return suite[0], out, status, time.monotonic() - start


def main():
    total_passed = total_failed = 0
    failures = []
    suites = sorted([(pathlib.Path(u).name, [u]) for u in sys.argv[1:]] + SUITES, key=cost)
    with concurrent.futures.ThreadPoolExecutor(LANES) as lanes:
        for name, out, status, took in lanes.map(play, suites):
            passed, failed = count(out, status)
            total_passed += passed
            total_failed += failed
            print(f"{'ok    ' if status == 0 else 'FAILED'} {name:28} {passed:4} passed {failed:3} failed  {took:6.1f} s", flush=True)
            if status:
                failures.append((name, out))
            for line in out.splitlines():
                if os.environ.get("VERBOSE") or "SKIPPED:" in line:
                    print("       " + line)
    for name, out in failures:
        print(f"\nFAILED {name}\n{failing(out)}")
    print(f"{total_passed} passed, {total_failed} failed")
    return 1 if total_failed else 0


if __name__ == "__main__":
    sys.exit(main())
