# SPDX-License-Identifier: EUPL-1.2
"""The invented heads of layouts/, usual/ and plain/: nothing is read wrongly, and what is not read is what `unread` in each lists (UPDATE=1 writes it again; the diff is what is reviewed)."""
import os, pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from layouts import LAYOUTS, PLAIN, UNREAD, USUAL, WRONG, judged


class Heads:
    @classmethod
    def setUpClass(cls):
        cls.values = list(judged(cls.folder))

    def test_nothing_is_read_wrongly(self):
        self.assertEqual([v for v in self.values if v[2] == WRONG], [])

    def test_what_is_not_read_is_known(self):
        unread = "".join(f"{layout} {field}\n" for layout, field, what, *_ in self.values if what == UNREAD)
        record = self.folder / "unread"
        if os.environ.get("UPDATE"):
            record.write_text(unread, encoding="utf-8")
        self.assertEqual(unread, record.read_text(encoding="utf-8"))


class Layouts(Heads, unittest.TestCase):
    folder = LAYOUTS


class Usual(Heads, unittest.TestCase):
    folder = USUAL


class Plain(Heads, unittest.TestCase):
    folder = PLAIN


if __name__ == "__main__":
    unittest.main()
