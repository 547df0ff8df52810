# SPDX-License-Identifier: EUPL-1.2
"""Word documents: what their reader sees is read, what he does not see is not, and what is not whole is refused with the reason."""
import json, pathlib, sys, unittest, zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import papers
from papers import word_paragraph as p
from program import config, run
from reads_papers import ReadsPapers, what_is_read

HEAD = ["COMMUNE DE PEYRECOUVE", "Séance du 5 novembre 2030", "Le conseil municipal, après en avoir délibéré, adopte le règlement du marché."]
COUNTS = ["Pour : 11", "Contre : 2", "Abstention : 1"]
ACT = "".join(map(p, HEAD))
PANDOC = "MALLOC_ARENA_MAX=1 pandoc --data-dir=%donnees -f docx -t plain --wrap=none --lua-filter=%donnees/texte.lua"


def text(*lines):
    return "\n\n".join(lines).encode()


def box(*lines):
    """As Word 2010 and later writes it, with the copy for those before."""
    inside = "".join(map(p, lines))
    return ('<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>%s</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>'
            '<v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>' % (inside, inside))


def document(xml):
    """With these bytes as its text."""
    return {**papers.word_members(""), "word/document.xml": xml}


class Word(ReadsPapers):
    def reads_as(self, document, *lines):
        self.assertEqual(what_is_read(self.read("acte.docx", document)), what_is_read(self.read("acte.txt", text(*lines))))

    def votes(self, document):
        return what_is_read(self.read("acte.docx", document))["votes"]

    def test_a_box_of_counts_is_read(self):
        self.reads_as(papers.word(ACT + box(*COUNTS)), *HEAD, *COUNTS)
        self.assertEqual([v["pour"] for v in self.votes(papers.word(ACT + box(*COUNTS)))], [11])

    def test_a_box_among_members_does_not_cut_their_list(self):
        members = ["Étaient présents :", "M. Luc VASSEROT", "Mme Inès DELCAMBRE", "M. Paul ARBEL"]
        for inside in (["Date de convocation : 30 octobre 2030"], ["Absents : 1"], ["Absent : 1", "M. Jean MOREL"]):
            made = "".join(map(p, members[:2])) + box(*inside) + "".join(map(p, members[2:] + ["Absent : M. Jean MOREL"])) + ACT
            read = what_is_read(self.read("acte.docx", papers.word(made)))
            self.assertEqual([n[0] for n in read["presents"][1]], ["Luc VASSEROT", "Inès DELCAMBRE", "Paul ARBEL"], inside)
            self.assertEqual([n[0] for n in read["absents"][1]], ["Jean MOREL"], inside)

    def test_hidden_counts_are_not_read(self):
        hidden = "".join(p(line, "<w:vanish/>") for line in ("Pour : 9", "Contre : 5", "Abstention : 0"))
        self.reads_as(papers.word(ACT + hidden + "".join(map(p, COUNTS))), *HEAD, *COUNTS)
        by_style = hidden.replace("<w:vanish/>", '<w:rStyle w:val="M"/>')
        self.reads_as(papers.word(ACT + by_style + "".join(map(p, COUNTS)), styles='<w:style w:type="character" w:styleId="M"><w:rPr><w:vanish/></w:rPr></w:style>'), *HEAD, *COUNTS)

    def test_deleted_counts_are_not_read(self):
        changed = '<w:p><w:r><w:t xml:space="preserve">Pour : </w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>11</w:t></w:r></w:ins></w:p>'
        self.reads_as(papers.word(ACT + changed + "".join(map(p, COUNTS[1:]))), *HEAD, *COUNTS)

    def test_counts_in_a_table_are_read(self):
        row = "".join(f"<w:tc>{p(c)}</w:tc>" for c in COUNTS)
        self.reads_as(papers.word(f"{ACT}<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{row}</w:tr></w:tbl>"), *HEAD, "   ".join(COUNTS))

    def test_automatic_numbers_and_notes(self):
        numbering = ('<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1 :"/></w:lvl></w:abstractNum>'
                     '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>')
        article = lambda words: p(words).replace("<w:p>", '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>')
        note = p("Présents : M. Luc VASSEROT, Mme Inès DELCAMBRE.").replace("</w:p>", '<w:r><w:footnoteReference w:id="3"/></w:r></w:p>')
        body = ACT + note + article("le tarif est fixé.") + article("la date est fixée.")
        made = papers.word(body, numbering=numbering, footnotes=f'<w:footnote w:id="3">{p("Mme DELCAMBRE à distance.")}</w:footnote>')
        printed = run("lire", "--annoter", self.put("articles.docx", made))[1]
        self.assertIn("Article 1 : le tarif est fixé.", printed)
        self.assertIn("Article 2 : la date est fixée.", printed)
        self.assertIn("Mme DELCAMBRE à distance.", printed)

    def test_many_notes_each_at_its_place(self):
        """Read in a moment: 60 000 took five seconds when each was looked for among all."""
        n = 30000
        call = "".join(f'<w:r><w:footnoteReference w:id="{i}"/></w:r>' for i in range(n, 0, -1))
        notes = "".join(f'<w:footnote w:id="{i}">{p(f"n{i}")}</w:footnote>' for i in range(1, n + 1)) + f'<w:footnote w:id="7">{p("bis")}</w:footnote>'
        printed = run("lire", "--annoter", self.put("notes.docx", papers.word(ACT + p("x").replace("</w:p>", call + "</w:p>"), footnotes=notes)))[1]
        shown = [line for line in printed.splitlines() if line.startswith("n") and line[1:].isdigit()]
        self.assertEqual(shown, [f"n{i}" for i in range(n, 0, -1)])
        self.assertNotIn("bis", printed)

    def test_pandoc_in_a_configuration_still_reads(self):
        self.same("acte.docx", papers.office("docx", self.text), "word", "pandoc", extraction={"docx": f"{{ outils: [{PANDOC}] }}"})
        status, out, err = run("controler", "--config", config(self.path, regles=self.rules, extraction={"docx": f"{{ outils: [{PANDOC}] }}"}))
        self.assertEqual(status, 0)
        self.assertRegex(err, "d'un .docx, pandoc perd les zones de texte, .*écrivez « interne »")
        self.assertNotIn("docx", run("controler", "--config", config(self.path, regles=self.rules))[2])

    def test_the_word_is_for_word_alone(self):
        self.refused("acte.odt", papers.office("odt", self.text), ("sans-outil", "interne"), extraction={"odt": "{ outils: [interne] }"})
        self.refused("acte.docx", papers.office("docx", self.text), ("sans-outil", "configuré"), extraction={"docx": "{ outils: non }"})

    # Which bytes are the text

    def test_the_text_is_the_part_that_the_archive_names(self):
        decoy = ACT + "".join(map(p, ("Pour : 14", "Contre : 0", "Abstention : 0")))
        members = papers.word_members(decoy)
        members["word/document2.xml"] = papers.word_part("document", f"<w:body>{ACT + ''.join(map(p, COUNTS))}</w:body>")
        members["_rels/.rels"] = papers.relations(officeDocument="/word/document2.xml")
        self.reads_as(papers.zipped(members), *HEAD, *COUNTS)
        for name in ("word/texte.xml", "acte.xml"):
            named = papers.word_members(ACT + "".join(map(p, COUNTS)))
            named[name] = named.pop("word/document.xml")
            named["_rels/.rels"] = papers.relations(officeDocument=name)
            self.reads_as(papers.zipped(named), *HEAD, *COUNTS)
        self.refused("acte.docx", papers.zipped({"word/texte.txt": b"x", "b.txt": b"y"}), ("type", "archive ZIP"))
        stored = papers.zipped(papers.word_members(ACT + "".join(map(p, COUNTS))), zipfile.ZIP_STORED)
        self.reads_as(stored, *HEAD, *COUNTS)

    def test_a_package_of_another_program(self):
        """Of the kind of Office, and no Word's: that is said, and not that a Word document is damaged."""
        other = ("type", "paquet de la famille Office qui n'est pas un document Word : enregistrez-le en PDF")
        types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/%s" ContentType="application/%s"/></Types>'
        theme = {"[Content_Types].xml": b"<Types/>", "_rels/.rels": papers.relations(theme="theme/theme1.xml"), "theme/theme1.xml": b"<theme/>"}
        self.refused("acte.docx", papers.zipped(theme), other)
        for kind in ("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "vnd.ms-visio.drawing.main+xml", "vnd.inconnu"):
            self.refused("acte.docx", papers.zipped({"[Content_Types].xml": (types % ("parts/main.xml", kind)).encode(), "_rels/.rels": papers.relations(officeDocument="parts/main.xml"),
                                                    "parts/main.xml": b"<main/>"}), other)
        for kind in ("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "vnd.ms-word.document.macroEnabled.main+xml"):
            members = papers.word_members(ACT + "".join(map(p, COUNTS)))
            members["[Content_Types].xml"] = (types % ("word/document.xml", kind)).encode()
            self.reads_as(papers.zipped(members), *HEAD, *COUNTS)

    def test_encodings(self):
        xml = papers.word_part("document", f"<w:body>{ACT + ''.join(map(p, COUNTS))}</w:body>").decode()
        for name in ("utf-16", "iso-8859-1"):
            self.reads_as(papers.zipped(document(xml.replace("UTF-8", name).encode(name))), *HEAD, *COUNTS)
        self.refused("acte.docx", papers.zipped(document(xml.replace("UTF-8", "KOI-7").encode())), ("abime", "XML invalide"))
        self.refused("acte.docx", papers.zipped(document(xml.encode("iso-8859-1"))), ("abime", "XML invalide"))

    # What is not whole

    def test_damaged_archives(self):
        members = papers.word_members(ACT, styles="")
        whole = papers.zipped(members)
        self.read("acte.docx", whole)
        without = lambda name: papers.zipped({n: c for n, c in members.items() if n != name})
        for document, words in {
            without("_rels/.rels"): ("abime", "une partie qu'il annonce n'y est pas"),
            without("word/styles.xml"): ("abime", "une partie qu'il annonce n'y est pas"),
            papers.zipped({**members, "_rels/.rels": papers.relations(officeDocument="word/document9.xml")}): ("abime", "une partie qu'il annonce n'y est pas"),
            papers.zipped({**members, "_rels/.rels": papers.relations(styles="word/document.xml")}): ("abime", "laquelle de ses parties est le texte"),
            papers.zipped({**members, "_rels/.rels": papers.relations(officeDocument="word/document.xml").replace(b"</Rel", b'<Relationship Type="x/officeDocument" Target="b"/></Rel')}):
                ("abime", "laquelle de ses parties est le texte"),
            papers.zipped([*members.items(), ("word/document.xml", members["word/document.xml"])]): ("abime", "y est deux fois"),
            papers.zipped([*members.items(), ("WORD/Document.XML", members["word/document.xml"])]): ("abime", "y est deux fois"),
            whole[:-30]: ("abime", "la fin de l'archive n'y est pas"),
            papers.zipped(members, zipfile.ZIP_STORED).replace(b"PEYRECOUVE", b"PEYRECOUVA"): ("abime", "n'est pas ce que l'archive en dit"),
        }.items():
            self.refused("acte.docx", document, words)

    def test_damaged_xml(self):
        start, end = papers.word_part("document", "<w:body>|</w:body>").split(b"|")
        field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
        for xml, words in {
            start + ACT.encode(): ("abime", "XML invalide"),
            start + b"<w:p>" * 300 + b"</w:p>" * 300 + end: ("abime", "trop imbriqués"),
            start.replace(b"<w:document", b"<!DOCTYPE w:document><w:document") + ACT.encode() + end: ("abime", "DOCTYPE"),
            start + (field + ACT).encode() + end: ("abime", "un champ n'y est pas terminé"),
            start + ACT.encode() + b"<w:altChunk/>" + end: ("type", "un autre fichier qu'il inclut"),
            b"": ("abime", "XML invalide"),
        }.items():
            self.refused("acte.docx", papers.zipped(document(xml)), words)

    def test_a_part_at_the_ceiling(self):
        """32 Mio of one part, unpacked; a bomb is more."""
        xml = papers.word_part("document", f"<w:body>{ACT + ''.join(map(p, COUNTS))}</w:body>")
        fill = lambda n: papers.zipped(document(xml + b" " * (n - len(xml))))
        self.reads_as(fill((32 << 20) - 1), *HEAD, *COUNTS)
        self.refused_everywhere("acte.docx", fill((32 << 20) + 1), ("taille", "32 Mio"))
        self.refused("acte.docx", fill(1 << 30), ("taille", "32 Mio"))
        self.refused("acte.docx", papers.word("".join(map(p, HEAD * 10))), ("taille", "limites.texte"), limites={"texte": 500})


if __name__ == "__main__":
    unittest.main()
