# SPDX-License-Identifier: EUPL-1.2
"""docs/guide-des-regles.md is followed to the letter, in a directory of its own: files are written as it says, changes made, commands run, and what it
shows must be what the program prints (`…` stands for any text).

What the page asks of its reader is told to this test by comments that no one sees; each acts on the next block (a fence, or a comment that
holds the text when the page does not show it):
    fichier: PATH       write the block there            copier: FROM TO                     copy a file
    cherchez[: PATH]    the block stands there once …    remplacer dans PATH: OLD | NEW      (every place)
    mettez              … and is replaced by this one    dossier: parametres                 copy that directory of conf/
    ajoutez             the block goes to the end        garder, retablir                    remember all rules, and put them back
    service: PATH       run the next command in the background, drop the file, and let it run until …
    arreter             … it is stopped
    effacer: PATH       remove a file                    note: …                             nothing
    morceaux            the table that follows: each cell of its last column runs in a rule
"""
import pathlib, re, shlex, shutil, signal, subprocess, sys, tempfile, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ROOT

GUIDE = ROOT / "docs" / "guide-des-regles.md"
DEADLINE_S = 60
PIECE = re.compile(r"^<!-- (?P<order>[^\n]*?) -->$|^<!--\n(?P<hidden>.*?)^-->$|^```(?P<lang>\w*)\n(?P<fence>.*?)^```$|^(?P<table>(?:\|[^\n]*\n)+)", re.M | re.S)


def pattern(lines):
    parts = [r"(?:.*\n)*?" if l.strip() == "…" else ".*".join(map(re.escape, l.split("…"))) + r"\n" for l in lines]
    return "^" + "".join(parts) + "$"


def pieces():
    text = GUIDE.read_text(encoding="utf-8")
    for m in PIECE.finditer(text):
        yield text.count("\n", 0, m.start()) + 1, m


class Reader:
    """Somebody who does what the page says, in `folder`."""

    def __init__(self, test, folder):
        self.test, self.folder, self.order, self.current, self.old, self.kept = test, folder, None, None, None, {}
        self.running = None
        self.commands = self.failures = 0
        for name in ("regles", "depot"):
            (folder / name).mkdir()
        (folder / "exemples").symlink_to(ROOT / "conf" / "exemples")

    def path(self, name):
        return self.folder / name.strip()

    def read(self, path):
        return path.read_text(encoding="utf-8")

    def write(self, path, text):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def told(self, order):
        word, _, rest = order.partition(":")
        if word == "copier":
            frm, to = rest.split()
            self.write(self.path(to), self.read(self.path(frm)))
        elif word.startswith("remplacer dans "):
            path = self.path(word.removeprefix("remplacer dans "))
            old, new = (x.strip() for x in rest.split("|"))
            text = self.read(path)
            self.test.assertIn(old, text)
            self.write(path, text.replace(old, new))
        elif word == "effacer":
            self.path(rest).unlink()
        elif word == "arreter":
            self.stop()
        elif word == "note":
            pass
        elif word == "dossier":
            shutil.copytree(ROOT / "conf" / rest.strip(), self.path(rest))
        elif word == "garder":
            self.kept = {p: self.read(p) for p in (self.folder / "regles").iterdir()}
        elif word == "retablir":
            for p, text in self.kept.items():
                self.write(p, text)
        else:
            self.order = (word, rest.strip())

    def block(self, text):
        word, rest = self.order or (None, "")
        self.order = None
        if word == "fichier":
            self.current = self.path(rest)
            self.write(self.current, text)
        elif word == "cherchez":
            self.current = self.path(rest) if rest else self.current
            self.test.assertEqual(self.read(self.current).count(text), 1, text)
            self.old = text
        elif word == "mettez":
            self.write(self.current, self.read(self.current).replace(self.old, text))
        elif word == "ajoutez":
            self.write(self.current, self.read(self.current) + text)
        else:
            self.test.fail(f"un bloc dont le test ne sait que faire : {text[:60]}")

    def console(self, text):
        command, *lines = text.splitlines()
        words = shlex.split(command.removeprefix("$ "))
        self.test.assertEqual((command[:2], words[0]), ("$ ", "scrutateur"))
        self.commands += 1
        if self.order and self.order[0] == "service":
            out = self.service(words, self.path(self.order[1]))
            self.order = None
        else:
            p = subprocess.run([PROGRAM, *words[1:]], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=DEADLINE_S)
            out = p.stdout.decode("utf-8")
            self.failures += p.returncode != 0
        self.test.assertRegex(out, pattern(lines), command)

    def service(self, words, act):
        """The service of the workshop: started, and given the act; what it says until the act is judged."""
        log = self.folder / "journal"
        with log.open("wb") as f:
            p = self.running = subprocess.Popen([PROGRAM, *words[1:]], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=f, stderr=subprocess.STDOUT)
        self.until(p, log, "en service")
        shutil.copy(act, self.folder / "depot")
        self.until(p, log, f"jugé « {act.name} »")
        self.test.assertEqual(list((self.folder / "depot").iterdir()), [])
        return self.read(log)

    def stop(self):
        """What the service has found is in its file once it has ended."""
        self.running.send_signal(signal.SIGINT)
        self.test.assertEqual(self.running.wait(timeout=DEADLINE_S), 0)
        self.running = None
        alerts = self.read(self.folder / "alertes.jsonl")
        self.test.assertIn('"event": "alerte"', alerts)
        self.test.assertIn("sans avis de la commission des finances", alerts)

    def give_up(self):
        if self.running:
            self.running.kill()
            self.running.wait()

    def until(self, p, log, words):
        end = time.monotonic() + DEADLINE_S
        while words not in self.read(log):
            if time.monotonic() > end or p.poll() is not None:
                self.test.fail(f"pas vu : {words}\n{self.read(log)}")
            time.sleep(0.01)


HEAD = ('regle { id = "essai-%d", version = "1", titre = "Morceau", gravite = "mineure", fondement = { { usage = "guide" } },\n'
        "controle = function(d)\n%s\nend }\n")


class Guide(unittest.TestCase):
    maxDiff = None

    def follow(self, reader):
        for line, m in pieces():
            with self.subTest(line=line):
                if m["order"]:
                    reader.told(m["order"])
                elif m["lang"] == "console":
                    reader.console(m["fence"])
                elif m["hidden"] or m["fence"]:
                    reader.block(m["hidden"] or m["fence"])

    def test_followed_to_the_letter(self):
        with tempfile.TemporaryDirectory(prefix="scrutateur-guide-") as folder:
            reader = Reader(self, pathlib.Path(folder))
            try:
                self.follow(reader)
            finally:
                reader.give_up()
            self.assertGreater(reader.commands, 12)
            self.assertGreater(reader.failures, 7, "les fautes montrées sont des fautes")

    def test_pieces_run(self):
        """Each piece of the table runs, and gives a value on one of the samples at least."""
        cells, wanted = [], False
        for _, m in pieces():
            if m["order"]:
                wanted = m["order"] == "morceaux"
            elif m["table"] and wanted:
                cells = re.findall(r"\| `(.*)` \|$", m["table"], re.M)
        self.assertGreater(len(cells), 15)
        with tempfile.TemporaryDirectory(prefix="scrutateur-guide-") as folder:
            folder = pathlib.Path(folder)
            (folder / "regles").mkdir()
            (folder / "conf.yaml").write_text("regles: regles\n")
            for n, cell in enumerate(cells):
                body = cell.replace("…", " ")
                if not re.match("(for|if|local|return) ", body):
                    body = "local _ = " + body
                if not body.startswith("return "):
                    body += "\nreturn conforme('vu')"
                essais = "".join(f'essai "{s}" {{ document = "{s}", attendu = "conforme" }}\n' for s in ("cp-reguliere", "cm-reguliere", "cc-reguliere"))
                (folder / "regles" / f"essai-{n}.lua").write_text(HEAD % (n, body) + essais, encoding="utf-8")
            p = subprocess.run([PROGRAM, "essayer", "--config", folder / "conf.yaml"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=DEADLINE_S)
            out = p.stdout.decode("utf-8")
            self.assertEqual([l for l in out.splitlines() if "refusée" in l or "obtenu erreur" in l], [])
            for n, cell in enumerate(cells):
                self.assertRegex(out, rf"essai-{n} 1 : 3 essais, " + (r"\d" if cell.startswith("return ") else "[123]") + " réussi", cell)

    def test_links(self):
        """Headings and files that the page names are there."""
        text = GUIDE.read_text(encoding="utf-8")
        slugs = {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.*)$", text, re.M)}
        for link in re.findall(r"\]\(([^)]+)\)", text):
            if link.startswith("#"):
                self.assertIn(link[1:], slugs)
            else:
                self.assertTrue((GUIDE.parent / link).exists(), link)


if __name__ == "__main__":
    unittest.main()
