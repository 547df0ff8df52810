# SPDX-License-Identifier: EUPL-1.2
"""The man pages: without a remark of their checker, and whole. The keys of the configuration are tests/unit/base/test_conf.c's."""
import pathlib, re, shutil, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT, config, run

PAGES = sorted((ROOT / "man").iterdir())


def page(name):
    """The words of a page, without its macros."""
    text = (ROOT / "man" / name).read_text(encoding="utf-8")
    return set(re.findall(r"[\w-]+", text.replace("\\-", "-").replace("\\fR", " ").replace("\\fP", " ")))


def functions():
    for source in sorted((ROOT / "daemon/rules").glob("*.c")):
        for table in re.findall(r"struct env_function \w+\[\] = \{(.*?)\};", source.read_text(), re.S):
            yield from re.findall(r'\{ "(\w+)"', table)


def declared():
    """What regle{ } and essai{ } take."""
    for name in ("declare.c", "declare_essai.c"):
        for table in re.findall(r"_CLES\[\] = \{(.*?)\n\};", (ROOT / "daemon/rules" / name).read_text(), re.S):
            yield from re.findall(r'\{ "(\w+)"', table)


class Manual(unittest.TestCase):
    def test_checker_says_nothing(self):
        if not shutil.which("mandoc"):
            self.skipTest("SKIPPED: mandoc is not installed")
        for p in PAGES:
            got = subprocess.run(["mandoc", "-T", "lint", str(p)], text=True, capture_output=True)
            self.assertEqual(got.stdout + got.stderr, "", p.name)

    def test_a_space_stands_before_a_semicolon(self):
        for p in PAGES:
            self.assertNotRegex(p.read_text(encoding="utf-8"), r"(?m)^\.[BI]R? .*[^ \"] ;$", p.name)

    def test_every_command_and_option_is_there(self):
        words, seen = page("scrutateur.1"), 0
        commands = re.findall(r"^  (\w+) ", run("aide")[1], re.M)
        self.assertGreater(len(commands), 6)
        for command in commands:
            self.assertIn(command, words)
            if command in ("aide", "version"):
                continue
            for option in re.findall(r"--[a-z-]+", run(command, "--aide")[1]):
                self.assertIn(option, words, command)
                seen += 1
        self.assertGreater(seen, 10)

    def test_every_exit_status_of_the_service_is_there(self):
        """What supervisor_priv.h lists, in its help, the manual and the pages of who runs it."""
        statuses = re.findall(r"EXIT_\w+ = (\d)", (ROOT / "daemon/service/supervisor_priv.h").read_text())
        self.assertEqual(statuses, ["0", "1", "2", "3"])
        manual = (ROOT / "man/scrutateur.1").read_text(encoding="utf-8").split('.SH "CODE DE RETOUR"')[1].split(".BR surveiller")[1].split(".BR etat")[0]
        for status in statuses:
            self.assertRegex(run("surveiller", "--aide")[1], rf"\b{status} : ")
            self.assertRegex(manual, rf"\b{status}\b")
        for name in ("README.md", "docs/EXPLOITATION.md"):
            self.assertRegex((ROOT / name).read_text(encoding="utf-8"), r"3 quand le registre|Code 3 : ")

    def test_every_function_and_declaration_of_rules_is_there(self):
        words = page("scrutateur-regles.7")
        names = [*functions(), *declared()]
        self.assertGreater(len(names), 50)
        self.assertEqual([n for n in names if n not in words], [])

    def test_example_rule_is_one(self):
        """The rule of the page, with the essais it asks for, is loaded by the program."""
        text = (ROOT / "man/scrutateur-regles.7").read_text(encoding="utf-8")
        rule, essais = re.findall(r"^\.EX\n(.*?)^\.EE", text, re.M | re.S)
        with tempfile.TemporaryDirectory() as folder:
            rules = pathlib.Path(folder) / "regles"
            rules.mkdir()
            rules.joinpath("exemple.lua").write_text(rule + essais, encoding="utf-8")
            got = subprocess.run([PROGRAM, "essayer", "--config", config(folder, regles=rules), "exemple"], text=True, capture_output=True)
        self.assertIn("3 essais réussis, 0 échec", got.stdout, got.stderr)


if __name__ == "__main__":
    unittest.main()
