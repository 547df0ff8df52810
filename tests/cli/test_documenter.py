# SPDX-License-Identifier: EUPL-1.2
"""`scrutateur documenter`: what the pages hold, and what the command does to a directory."""
import html.parser, os, pathlib, re, shutil, subprocess, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ROOT, config, run, temporary

LINKS_OUT = ("https://www.legifrance.gouv.fr/",)
VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(html.parser.HTMLParser):
    """Tags in order, ids, links, headings, and the words of the page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.headings, self.words, self.open, self.style = [], set(), [], [], [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        if "id" in attrs:
            self.ids.add(attrs["id"])
        if tag == "a":
            self.links.append(attrs["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open[-3:])
        self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.words.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", "".join(self.words))


def luminance(colour):
    c = colour.lstrip("#")
    c = "".join(x * 2 for x in c) if len(c) == 3 else c
    parts = [int(c[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    a, b = sorted((luminance(a), luminance(b)), reverse=True)
    return (a + 0.05) / (b + 0.05)


class Pages(unittest.TestCase):
    """The pages of the rules as they are shipped."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="scrutateur-pages-")
        cls.dir = pathlib.Path(cls.folder.name) / "pages"
        cls.status, cls.out, cls.err = run("documenter", cls.dir)
        cls.pages = {p.name: Page(p.read_text(encoding="utf-8")) for p in cls.dir.glob("*.html")}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_one_page_per_rule(self):
        self.assertEqual((self.status, self.err), (0, ""))
        rules = {f"regle-{p.stem}.html" for p in (ROOT / "rules").glob("*.lua")}
        self.assertEqual(set(self.pages), rules | {"index.html", "reference.html"})
        self.assertIn(f"{len(rules)} pages de règles", self.out)
        self.assertEqual(rules - set(self.pages["index.html"].links), set())

    def test_links_resolve(self):
        for name, page in self.pages.items():
            for link in page.links:
                if link.startswith("#"):
                    self.assertIn(link[1:], page.ids, name)
                elif not link.startswith(LINKS_OUT):
                    self.assertIn(link, self.pages, name)

    def test_accessible(self):
        for name, page in self.pages.items():
            self.assertEqual(page.tags[0], ("html", {"lang": "fr"}), name)
            self.assertEqual(page.open, [], name)
            self.assertEqual(page.links[0], "#contenu", name)
            self.assertIn("contenu", page.ids, name)
            self.assertEqual(page.headings.count(1), 1, name)
            self.assertTrue(all(b <= a + 1 for a, b in zip(page.headings, page.headings[1:])), (name, page.headings))
            for tag, attrs in page.tags:
                if tag == "th":
                    self.assertIn(attrs.get("scope"), ("col", "row"), name)
            self.assertIn("a:focus-visible", page.style)

    def test_alone(self):
        """No script, nothing fetched, one style sheet, and a policy that forbids the rest."""
        for name, page in self.pages.items():
            tags = [t for t, _ in page.tags]
            self.assertEqual(set(tags) & {"script", "img", "link", "iframe", "object", "form"}, set(), name)
            self.assertEqual(tags.count("style"), 1, name)
            self.assertNotIn("url(", page.style)
            self.assertNotIn("@import", page.style)
            self.assertIn(("meta", {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"}), page.tags)
            for _, attrs in page.tags:
                self.assertFalse([a for a in attrs if a.startswith("on") or a == "src"], name)

    def test_contrast(self):
        """4.5 to 1 for every colour of words on both grounds, in the light and in the dark."""
        themes = re.findall(r":root\{([^}]*--fond[^}]*)\}", self.pages["index.html"].style)
        self.assertEqual(len(themes), 3, "light, dark, print")
        for theme in themes:
            colours = dict(re.findall(r"--(\w+):(#[0-9a-f]+)", theme))
            for word in ("encre", "gris", "lien", "moins", "plus", "fort", "doux"):
                for ground in ("fond", "voile"):
                    self.assertGreaterEqual(contrast(colours[word], colours[ground]), 4.5, (word, ground, theme))

    def test_valid(self):
        """tidy knows HTML 5; `aria-current` came after it."""
        tidy = shutil.which("tidy")
        if not tidy:
            self.skipTest("SKIPPED: tidy n'est pas installé (apt-get install tidy)")
        for name in sorted(self.pages):
            p = subprocess.run([tidy, "-q", "-e", "-utf8", str(self.dir / name)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            said = [l for l in p.stdout.decode().splitlines() if 'proprietary attribute "aria-current"' not in l]
            self.assertEqual(said, [], name)

    def test_content(self):
        page = self.pages["regle-pouvoir-unique.html"].text
        for words in ("Un élu ne porte qu'un seul pouvoir", "CGCT, article L. 3121-16", "depuis le 24 février 1996", "pas encore relue par un juriste",
                      "pouvoirs.maximum.commune.conseil_municipal", "pouvoirs.maximum.region.commission_permanente", "à vérifier",
                      "retiré : donné à M. LE BRANDEC", "mis à la place : donné à Mme FONTRAILLE",
                      "anomalie, gravité majeure : 2 pouvoirs portés par Mme FONTRAILLE", "non vérifiable :"):
            self.assertTrue(words in page, words)
        self.assertNotIn("quorum.fraction", page)
        # What a rule asks for through shared Lua is its own too.
        self.assertIn("quorum.compte.commune.conseil_municipal", self.pages["regle-quorum.html"].text)
        for name, page in self.pages.items():
            self.assertFalse(re.search("(?i)illégal", page.text), name)
            self.assertFalse(str(ROOT) in page.text, name)

    def test_same_again(self):
        """Byte for byte, and nothing is written when nothing changed."""
        before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in self.dir.iterdir()}
        status, out, _ = run("documenter", self.dir)
        self.assertEqual(status, 0)
        self.assertIn(" 0 écrite", out)
        self.assertEqual(before, {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in self.dir.iterdir()})

    def test_reference_is_not_stale(self):
        status, out, _ = run("documenter", "-")
        self.assertEqual(status, 0)
        self.assertEqual(out, (ROOT / "docs" / "reference-des-champs.md").read_text(encoding="utf-8"), "jouez « make reference »")

    def test_reference_page_says_the_same(self):
        page = self.pages["reference.html"].text
        rows = re.findall(r"^\| `([^`]+)` \|", (ROOT / "docs" / "reference-des-champs.md").read_text(encoding="utf-8"), re.M)
        self.assertGreater(len(rows), 120)
        for row in rows:
            self.assertIn(row.replace("\\|", "|"), page)


RULE = '''regle {{
  id = "{id}", version = "1.0.0", titre = "{titre}", gravite = "mineure", resume = "Une règle.",
  verifie_le = "2026-11-01", verifie_par = "service <juridique>",
  fondement = {{ {{ usage = "a & b" }}, {{ code = "loi 2000-321", article = "10", dit = "c < d", depuis = "2001-06-10", url = "{url}" }} }},
  controle = function(d)
    if trouve(d.objet, "rien") then return conforme("rien") end
    return anomalie("« " .. d.objet .. " » <b>& \\"gras\\"")
  end,
}}
essai "alerte <i>" {{ attendu = "anomalie" }}
essai "conforme" {{ remplacer = {{ {{ "Soutien à l'association Les Greniers partagés pour la Maison des transitions", "Rien <script>alert(1)</script>" }} }}, attendu = "conforme" }}
essai "objet non lu" {{ remplacer = {{ {{ " Soutien à l'association Les Greniers partagés pour la Maison des transitions\\n", "" }} }}, attendu = "non_verifiable" }}
'''


class Directory(unittest.TestCase):
    """One or two small rules in a directory of their own."""

    def setUp(self):
        folder = temporary()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "regles").mkdir()
        self.conf = config(self.folder, regles="regles")
        self.dir = self.folder / "pages"
        self.rule("une")

    def rule(self, id, titre="Titre & <fin>", url="https://exemple.fr/?a=1&b=2"):
        (self.folder / "regles" / f"{id}.lua").write_text(RULE.format(id=id, titre=titre, url=url), encoding="utf-8")

    def make(self):
        return run("documenter", "--config", self.conf, self.dir)

    def test_escaped(self):
        self.assertEqual(self.make()[0], 0)
        source = (self.dir / "regle-une.html").read_text(encoding="utf-8")
        page = Page(source)
        self.assertIn("<h1>Titre &amp; &lt;fin&gt;</h1>", source)
        self.assertNotIn("<script", source)
        self.assertNotIn("<b>", source)
        self.assertIn("Rien <script>alert(1)</script>", page.text)
        self.assertIn("https://exemple.fr/?a=1&b=2", page.links)
        self.assertIn("vérifiée par un juriste le 1er novembre 2026 (service <juridique>)", page.text)
        self.assertIn("Usage : a & b", page.text)
        self.assertIn("1 vérifiée par un juriste", Page((self.dir / "index.html").read_text(encoding="utf-8")).text)

    def test_only_web_links(self):
        self.rule("une", url="javascript:alert(1)")
        self.assertEqual(self.make()[0], 0)
        self.assertNotIn("javascript", (self.dir / "regle-une.html").read_text(encoding="utf-8"))

    def test_direction_marks_are_shown(self):
        self.rule("une", titre="abc\u202edef")
        self.assertEqual(self.make()[0], 0)
        source = (self.dir / "regle-une.html").read_text(encoding="utf-8")
        self.assertNotIn("\u202e", source)
        self.assertIn("\\u202e", source)

    def test_pages_of_rules_that_are_gone(self):
        self.rule("deux")
        self.assertEqual(self.make()[0], 0)
        (self.dir / "regle-a-nous.html").write_text("<p>écrite à la main</p>", encoding="utf-8")
        (self.dir / "notes.txt").write_text("à garder", encoding="utf-8")
        (self.folder / "regles" / "deux.lua").unlink()
        status, out, _ = self.make()
        self.assertEqual(status, 0)
        self.assertIn("1 retirée", out)
        self.assertEqual(sorted(p.name for p in self.dir.iterdir()),
                         ["index.html", "notes.txt", "reference.html", "regle-a-nous.html", "regle-une.html"])

    def test_a_broken_rule_keeps_its_page(self):
        self.rule("deux")
        self.assertEqual(self.make()[0], 0)
        page = (self.dir / "regle-deux.html").read_bytes()
        (self.folder / "regles" / "deux.lua").write_text("regle {", encoding="utf-8")
        status, _, err = self.make()
        self.assertEqual(status, 2)
        self.assertIn("deux.lua", err)
        self.assertEqual((self.dir / "regle-deux.html").read_bytes(), page)
        index = Page((self.dir / "index.html").read_text(encoding="utf-8"))
        self.assertIn("Règles hors service", index.text)
        self.assertNotIn("regle-deux.html", index.links)

    def test_a_stranger_is_not_overwritten(self):
        self.dir.mkdir()
        for make in (lambda p: p.write_text("<h1>Mon site</h1>", encoding="utf-8"), lambda p: p.symlink_to(self.conf), lambda p: p.mkdir()):
            index = self.dir / "index.html"
            make(index)
            status, _, err = self.make()
            self.assertEqual(status, 2)
            self.assertIn("index.html n'est pas une page faite par cette commande", err)
            self.assertEqual([p.name for p in self.dir.iterdir()], ["index.html"])
            index.rmdir() if index.is_dir() and not index.is_symlink() else index.unlink()

    def test_where_it_cannot_write(self):
        self.dir.write_text("un fichier", encoding="utf-8")
        status, _, err = self.make()
        self.assertEqual(status, 2)
        self.assertIn("pages", err)

    def test_one_directory(self):
        self.assertEqual(run("documenter")[0], 2)
        status, _, err = run("documenter", self.dir, self.folder)
        self.assertEqual(status, 2)
        self.assertIn("un seul dossier", err)


if __name__ == "__main__":
    unittest.main()
