# SPDX-License-Identifier: EUPL-1.2
"""Every example of the pages is run: in a ```console block, what follows `$ scrutateur …` must be what the program prints.

A line `…` stands for any number of lines; a `…` inside a line for any text.
"""
import pathlib, re, shlex, signal, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT, InFolder, run

# The guide is a story, each command after the one before: test_guide.py follows it.
PAGES = [ROOT / "README.md", *sorted(p for p in (ROOT / "docs").glob("*.md") if p.name != "guide-des-regles.md")]


def examples(page):
    """(line number, command, expected lines) of each example of a page."""
    for block in re.finditer(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S):
        at = page.read_text(encoding="utf-8").count("\n", 0, block.start()) + 2
        command, lines = None, []
        for n, line in enumerate(block.group(1).splitlines()):
            if line.startswith("$ "):
                if command:
                    yield command[0], command[1], lines
                command, lines = (at + n, line[2:]), []
            else:
                lines.append(line)
        if command:
            yield command[0], command[1], lines


def pattern(lines):
    parts = []
    for line in lines:
        parts.append(r"(?:.*\n)*?" if line.strip() == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n")
    return "^" + "".join(parts) + "$"


class Pages(unittest.TestCase):
    def test_examples(self):
        seen = 0
        for page in PAGES:
            for n, command, lines in examples(page):
                words = shlex.split(command)
                self.assertEqual(words[0], "scrutateur", f"{page.name}:{n}")
                p = subprocess.run([PROGRAM, *words[1:]], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                out = p.stdout.decode("utf-8")
                self.assertRegex(out, pattern(lines), f"{page.name}:{n}: $ {command}")
                seen += 1
        self.assertGreater(seen, 2)

    def test_every_refusal_is_listed(self):
        """A reader who finds quarantaine/<motif> finds that word in the README."""
        words = re.search(r"refusal_word\(.*?\{(.*?)\};", (ROOT / "daemon/text/text.c").read_text(encoding="utf-8"), re.S).group(1)
        names = re.findall(r'"([a-z-]+)"', words)
        self.assertIn("pas-une-deliberation", names)
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        self.assertEqual([n for n in names if f"`{n}`" not in readme], [])

    def test_every_dependency_is_listed(self):
        """The packages that the Makefile installs stand in the README with a reason and a licence."""
        names = set()
        for line in re.findall(r"^(?:BUILD|TEST|DEMO)_DEPS\s*:=((?:.*\\\n)*.*)$", (ROOT / "Makefile").read_text(), re.M):
            names |= {w for w in line.replace("\\\n", " ").split() if not w.startswith("$")}
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        rows = "\n".join(line for line in readme.splitlines() if line.startswith("|"))
        self.assertEqual([n for n in sorted(names) if not re.search(rf"\b{re.escape(n)}\b", rows)], [])


class NamedTests(unittest.TestCase):
    """A requirement is met as long as the test that shows it is there."""

    def test_each_test_named_in_the_pages_exists(self):
        files = [p for p in (ROOT / "tests").rglob("*") if p.suffix in (".c", ".py")]
        names = {p.stem for p in files} | {"c", "py"}
        for p in files:
            names.update(re.findall(r"(?:def |class |TEST\(|void )(\w+)", p.read_text(encoding="utf-8", errors="replace")))
        for page in PAGES:
            for file, case in re.findall(r"\b(test_\w+)(?:\.(\w+))?", page.read_text(encoding="utf-8")):
                with self.subTest(page=page.name, test=f"{file}.{case}"):
                    self.assertLessEqual({file, case or "c"}, names)


class FromTheTree(InFolder):
    def test_the_configuration_to_try_it(self):
        [conf] = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
        (self.path / "depot").mkdir()
        path = self.write("essai.yaml", conf)
        p = subprocess.Popen([PROGRAM, "surveiller", "--config", path], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self.addCleanup(p.stderr.close)
        self.addCleanup(p.kill)
        self.assertTrue(any("en service, dont" in line for line in map(bytes.decode, p.stderr)))
        self.assertEqual(run("etat", "--config", path)[0], 0)
        self.assertTrue({"alertes.jsonl", "etat", "etat.sock"} <= {f.name for f in self.path.iterdir()})
        p.send_signal(signal.SIGINT)
        self.assertEqual(p.wait(timeout=60), 0)


if __name__ == "__main__":
    unittest.main()
