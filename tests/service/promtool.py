# SPDX-License-Identifier: EUPL-1.2
"""`make check-metrics`: /metrics of a service that has worked, read by Prometheus' own tool."""
import pathlib, shutil, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from daemon import COUNCIL, FAULTY, Daemon
from test_etat import get


def main():
    if not shutil.which("promtool"):
        print("SKIPPED: pas de promtool : le format de /metrics n'a PAS été lu par Prometheus (apt-get install prometheus)")
        return 0
    test = unittest.TestCase()
    socket = "etat.sock"
    d = Daemon(test, rules=("pouvoir-unique", "quorum", "unanimite"), supervision={"socket": socket})
    try:
        d.start()
        for n, data in enumerate((FAULTY.read_bytes(), COUNCIL.read_bytes(), b"%!PS-Adobe-3.0\n"), 1):
            d.put(f"{n}.txt", data)
            d.judged(n)
        text = get(str(d.root / socket), "/metrics")[2]
    finally:
        test.doCleanups()
    got = subprocess.run(["promtool", "check", "metrics"], input=text, text=True, capture_output=True)
    print(got.stdout + got.stderr + f"{len(text.splitlines())} lignes, promtool : {got.returncode}")
    return got.returncode


if __name__ == "__main__":
    sys.exit(main())
