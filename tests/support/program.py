# SPDX-License-Identifier: EUPL-1.2
"""Running the program from tests: SCRUTATEUR names it (the Makefile does), else build/scrutateur."""
import json, os, pathlib, signal, subprocess, tempfile, unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SCRUTATEUR", str(ROOT / "build" / "scrutateur"))
SAMPLES = ROOT / "conf" / "exemples"
# check-service tests a package, and there may be no program in this tree.
SANITIZED = os.path.exists(PROGRAM) and b"__asan_init" in pathlib.Path(PROGRAM).read_bytes()
SEED = ROOT.parent / "shared" / "corpus" / "dev" / "cd35-cp-20230828-we-ker.txt"

# Started in the background by a shell without jobs, these are ignored, and every program started from here would ignore them too.
for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, signal.SIG_DFL)


def run(*args, stdin=None, timeout=60):
    """(status, standard output, standard error) as text; stdin is bytes or None."""
    p = subprocess.run([PROGRAM, *map(str, args)], input=stdin, stdin=None if stdin is not None else subprocess.DEVNULL,
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout)
    return p.returncode, p.stdout.decode("utf-8"), p.stderr.decode("utf-8")


def sides(path):
    """The options that name the side files a sample has beside it."""
    return [word for n in range(1, 5) if os.path.exists(f"{path}.cote{n}") for word in ("--cote", f"{path}.cote{n}")]


def reading(path):
    status, out, err = run("lire", "--json", *sides(path), path)
    assert status == 0, err
    return json.loads(out)


def verdicts(path, *options):
    """Every record of `verifier --json --tout`, in order."""
    status, out, err = run("verifier", "--json", "--tout", *sides(path), *options, path)
    assert status in (0, 1), (status, err)
    return [json.loads(line) for line in out.splitlines()]


def config(folder, **keys):
    """A configuration file in `folder`; `alertes` may be a dict."""
    lines = []
    for key, value in keys.items():
        if isinstance(value, dict):
            lines += [f"{key}:"] + [f"  {k}: {v}" for k, v in value.items()]
        else:
            lines.append(f"{key}: {value}")
    path = pathlib.Path(folder) / "scrutateur.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def replace_once(text, old, new):
    """A test whose old text is gone, or stands twice, tests something else than it says."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def temporary():
    return tempfile.TemporaryDirectory(prefix="scrutateur-test-")


class InFolder(unittest.TestCase):
    """Each test in a folder of its own, self.path, gone when it ends."""

    def setUp(self):
        self.folder = temporary()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def write(self, name, content):
        path = self.path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path
