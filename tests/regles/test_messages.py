# SPDX-License-Identifier: EUPL-1.2
"""docs/MESSAGES.md lists the codes of the program, all of them and no other; each is shown by a file of tests/fautes."""
import pathlib, re, unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = re.compile(r"\bR0\d\d\b")


def codes(paths):
    return {c for p in paths for c in CODE.findall(p.read_text(errors="replace"))}


class Messages(unittest.TestCase):
    def test_the_page_lists_the_codes_of_the_program(self):
        program = codes((ROOT / "daemon/rules").glob("*.c"))
        page = set(re.findall(r"^\| (R0\d\d) \|", (ROOT / "docs/MESSAGES.md").read_text(), re.M))
        self.assertEqual(program - page, set(), "codes without a line in docs/MESSAGES.md")
        self.assertEqual(page - program, set(), "lines of docs/MESSAGES.md without a code in the program")

    def test_each_code_is_shown_by_a_fault(self):
        self.assertEqual(codes((ROOT / "daemon/rules").glob("*.c")) - codes((ROOT / "tests/fautes").glob("*/*.dit")), set())

    def test_no_fault_without_its_file_of_what_is_said(self):
        rules = {p.with_suffix("") for p in (ROOT / "tests/fautes").glob("*/*.lua")}
        self.assertEqual(rules, {p.with_suffix("") for p in (ROOT / "tests/fautes").glob("*/*.dit")})


if __name__ == "__main__":
    unittest.main()
