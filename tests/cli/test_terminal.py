# SPDX-License-Identifier: EUPL-1.2
"""What a terminal shows: colour, width, line numbers, progress; and that none of it reaches a pipe."""
import fcntl, os, pathlib, pty, re, select, signal, struct, subprocess, sys, tempfile, termios, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, SAMPLES, run, temporary

REGULAR = SAMPLES / "cp-reguliere.txt"
MINUTES = SAMPLES / "pv-conseil-municipal.txt"
FAULTY = SAMPLES / "cp-deux-pouvoirs.txt"
ERASE = b"\r\x1b[K"
MARKS = re.compile(r"⟪[^⟫]*⟫|⟧\{[^}]*\}|⟦")


class Terminal:
    """A program whose standard output, error, or both are a terminal of `width` columns; the other one is a file.

    The terminal stays open here until the program has ended: closed by the last writer, it may lose what was just written.
    """

    def __init__(self, *args, width=100, out=True, err=True, env=None):
        self.master, self.slave = pty.openpty()
        self.other = tempfile.TemporaryFile()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
        clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
        self.p = subprocess.Popen([PROGRAM, *map(str, args)], stdin=subprocess.DEVNULL, stdout=self.slave if out else self.other,
                                  stderr=self.slave if err else self.other, env={**clean, "TERM": "xterm", **(env or {})})
        self.ended = os.pidfd_open(self.p.pid)
        self.seen = b""

    def read_until(self, words=None):
        """Until `words` came, or the program ended and all it wrote is here."""
        while words is None or words not in self.seen:
            ready, _, _ = select.select([self.master, self.ended], [], [])
            if self.master in ready:
                self.seen += os.read(self.master, 65536)
            elif not select.select([self.master], [], [], 0)[0]:
                break

    def end(self):
        """(status, what the terminal got, what the file got)"""
        self.read_until()
        status = self.p.wait()
        self.other.seek(0)
        other = self.other.read()
        self.other.close()
        for fd in (self.master, self.slave, self.ended):
            os.close(fd)
        return status, self.seen, other


def screen(raw):
    """The rows that stay on the screen after carriage returns and erasures, without colour."""
    rows = [""]
    for part in re.findall(r"\r\n|\r|\x1b\[K|\x1b\[[0-9;]*m|[^\r\x1b]+", raw.decode("utf-8")):
        if part == "\r\n":
            rows.append("")
        elif part == "\x1b[K":
            rows[-1] = ""
        elif part != "\r" and not part.startswith("\x1b["):
            rows[-1] += part
    return rows


class Colour(unittest.TestCase):
    def shown(self, *args, **kw):
        return Terminal(*args, **kw).end()[1].decode("utf-8")

    def test_colour_on_a_terminal_only(self):
        self.assertIn("\x1b[32m", self.shown("lire", REGULAR))
        self.assertIn("\x1b[", self.shown("expliquer", FAULTY))
        self.assertIn("\x1b[1;31mmajeure", self.shown("verifier", FAULTY))
        self.assertNotIn("\x1b", run("lire", FAULTY)[1])

    def test_no_color_dumb_and_the_option(self):
        self.assertNotIn("\x1b", self.shown("lire", REGULAR, env={"NO_COLOR": "1"}))
        self.assertIn("\x1b", self.shown("lire", REGULAR, env={"NO_COLOR": ""}))
        self.assertNotIn("\x1b", self.shown("lire", REGULAR, env={"TERM": "dumb"}))
        self.assertNotIn("\x1b", self.shown("lire", "--couleur", "non", REGULAR))
        self.assertIn("\x1b", self.shown("lire", "--couleur", "oui", REGULAR, env={"NO_COLOR": "1"}))

    def test_every_style_is_closed(self):
        for command in (["lire"], ["lire", "--annoter"], ["expliquer"], ["verifier"]):
            for line in self.shown(*command, FAULTY, width=60).split("\r\n"):
                codes = re.findall(r"\x1b\[([0-9;]*)m", line)
                self.assertEqual(codes[1::2], ["0"] * (len(codes) // 2), line)
                self.assertEqual(len(codes) % 2, 0, line)

    def test_rows_fit_the_terminal(self):
        for width in (130, 80, 48, 24):
            for command in (["lire"], ["lire", "--annoter"]) + (["expliquer"],) * (width == 48):
                for row in screen(Terminal(*command, MINUTES, width=width, err=False).end()[1]):
                    self.assertLessEqual(len(row), width, (command, row))

    def test_a_pipe_has_one_line_per_value(self):
        lines = run("lire", REGULAR)[1].splitlines()
        self.assertTrue(any(len(line) > 130 for line in lines))
        self.assertTrue(any(line.startswith("  Date de la séance        : ") for line in lines))


class Annotated(unittest.TestCase):
    def test_without_its_marks_it_is_the_text(self):
        for sample in sorted(SAMPLES.glob("*.txt")):
            status, out, err = run("lire", "--annoter", sample)
            self.assertEqual((status, err), (0, ""), sample)
            text = sample.read_text("utf-8").rstrip("\n")
            self.assertEqual(MARKS.sub("", out)[:len(text)], text, sample)
            self.assertIn("{Objet}", out)
            self.assertRegex(out.splitlines()[-1], r"^\d+ champs lus, \d+ non mentionnés?, \d+ non trouvés?, \d+ illisibles?, \d+ ambigus?$")

    def test_line_numbers_are_those_that_lire_tells(self):
        told = re.search(r"Date de la séance +: .* ligne (\d+)", run("lire", MINUTES)[1]).group(1)
        rows = screen(Terminal("lire", "--annoter", MINUTES, width=200).end()[1])
        self.assertEqual([row.split("│")[0].strip() for row in rows if "{Date de la séance}" in row], [told])
        plain = run("lire", "--annoter", MINUTES)[1].splitlines()
        self.assertIn("{Date de la séance}", plain[int(told) - 1])

    def test_colour_underlines_and_plain_text_brackets(self):
        shown = Terminal("lire", "--annoter", MINUTES, width=200).end()[1].decode("utf-8")
        self.assertIn("\x1b[1;4;33mPour", shown)
        self.assertNotIn("⟦", shown)
        self.assertIn("⟪Acte 2 sur 3⟫", shown)
        self.assertIn("⟦Pour : 13⟧{Pour}", run("lire", "--annoter", MINUTES)[1])

    def test_not_with_json(self):
        status, out, err = run("lire", "--annoter", "--json", MINUTES)
        self.assertEqual((status, out), (2, ""))
        self.assertIn("--json et --annoter", err)


class Progress(unittest.TestCase):
    FILES = [REGULAR, FAULTY, MINUTES]

    def test_counts_the_files_and_leaves_nothing(self):
        for command in (["lire"], ["verifier", "--json"], ["expliquer"]):
            status, seen, out = Terminal(*command, *self.FILES, out=False).end()
            self.assertIn(status, (0, 1), command)
            for words in (b"1/3", b"2/3", b"3/3", b"cp-deux-pouvoirs.txt"):
                self.assertIn(words, seen, command)
            self.assertTrue(seen.endswith(ERASE), (command, seen))
            self.assertEqual(screen(seen), [""], command)
            self.assertNotIn(b"\x1b", out)
            self.assertNotIn(b"/3 ", out)

    def test_nothing_on_a_pipe_a_dumb_terminal_or_for_one_file(self):
        self.assertEqual(run("lire", "--json", *self.FILES)[2], "")
        self.assertEqual(Terminal("lire", "--json", *self.FILES, out=False, env={"TERM": "dumb"}).end()[1], b"")
        self.assertEqual(Terminal("lire", "--json", REGULAR, out=False).end()[1], b"")

    def test_results_on_the_same_terminal_are_whole(self):
        alone = screen(Terminal("lire", *self.FILES, err=False).end()[1])
        both = Terminal("lire", *self.FILES).end()[1]
        self.assertIn(b"2/3", both)
        self.assertEqual(screen(both), alone)

    def test_errors_stand_on_their_own_row(self):
        _, seen, _ = Terminal("lire", "--json", REGULAR, "/nulle/part.txt", REGULAR, out=False).end()
        rows = [row for row in screen(seen) if row]
        self.assertEqual(len(rows), 1, rows)
        self.assertTrue(rows[0].startswith("scrutateur : /nulle/part.txt : "), rows)

    def test_ctrl_c_leaves_a_clean_terminal(self):
        with temporary() as folder:
            fifo = os.path.join(folder, "attente")
            os.mkfifo(fifo)
            for number in (signal.SIGINT, signal.SIGTERM):
                t = Terminal("lire", REGULAR, fifo)
                t.read_until(b"2/2")          # it now waits for the FIFO
                t.p.send_signal(number)
                status, seen, _ = t.end()
                self.assertEqual(status, -number)
                self.assertTrue(seen.endswith(ERASE + b"\x1b[0m"), seen[-80:])
                self.assertEqual(screen(seen)[-1], "")

    def test_a_long_name_does_not_break_the_row(self):
        with temporary() as folder:
            name = pathlib.Path(folder) / ("é" * 60 + "\x1b[31m" + "-fin.txt")
            name.write_bytes(REGULAR.read_bytes())
            for width in (24, 40, 80):
                _, seen, _ = Terminal("lire", "--json", name, REGULAR, out=False, width=width).end()
                for line in re.split(rb"\r\x1b\[K", seen):
                    self.assertLess(len(line.decode("utf-8")), width, line)
                self.assertNotIn(b"\x1b[31m", seen)


if __name__ == "__main__":
    unittest.main()
