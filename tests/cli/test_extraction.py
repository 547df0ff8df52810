# SPDX-License-Identifier: EUPL-1.2
"""Papers of all kinds, through real tools: the same act gives the same reading; what cannot be read is refused with its reason, the same words from
every subcommand, and status 2."""
import json, pathlib, shlex, sys, unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import papers
from program import ROOT, config, replace_once, run
from reads_papers import ACT, ReadsPapers, what_is_read


class Extraction(ReadsPapers):
    # The same act on all kinds of paper

    def test_pdf(self):
        got = self.same("acte.pdf", papers.text_pdf(papers.paged(self.text)), "pdf", "pdftotext")
        self.assertEqual(got["document"]["pages"], 1)

    def test_a_passage_is_told_with_its_page(self):
        lines = (ROOT / "conf/exemples/cp-unanimite-contre.txt").read_text(encoding="utf-8").splitlines()
        for name, pages, where in (("deux.pdf", [lines[:30], lines[30:]], "page 2, ligne "), ("un.pdf", [lines], "      ligne ")):
            (self.path / name).write_bytes(papers.text_pdf(pages))
            status, out, err = run("verifier", *self.options({}), self.path / name)
            self.assertEqual((status, err), (1, ""))
            self.assertIn(where, next(line for line in out.splitlines() if "Contre : 4" in line))

    def test_word_odt_and_old_word(self):
        self.same("acte.docx", papers.office("docx", self.text), "word", "interne")
        self.same("acte.odt", papers.office("odt", self.text), "odt", "odt2txt")
        self.same("acte.doc", (HERE / "papiers" / f"{ACT}.doc").read_bytes(), "word", "catdoc")

    def test_votes_in_the_header_row_of_a_table_are_read(self):
        table = "\n\n| Pour : 4 | Contre : 2 | Abstention : 0 |\n|---|---|---|\n| Adopté à l'unanimité | | |\n"
        markdown = papers.paragraphs("COMMUNE DE PEYRECOUVE\n\nSéance du 5 novembre 2024\n\nLe conseil municipal, après en avoir délibéré, adopte le règlement.") + table
        votes = {}
        for kind in ("docx", "odt"):
            votes[kind] = what_is_read(self.read("entete." + kind, papers.office_markdown(kind, markdown)))["votes"]
        self.assertEqual(votes["odt"], [{"pour": 4, "contre": 2, "abstentions": 0, "formule": "unanimite"}])
        self.assertEqual(votes["odt"], votes["docx"])

    def test_the_name_of_the_file_says_nothing(self):
        self.same("acte.txt.bak", papers.text_pdf(papers.paged(self.text)), "pdf", "pdftotext")

    def test_stamped_scan_is_recognised_when_asked(self):
        scan = papers.scan_pdf(papers.pictures(self.path, papers.text_pdf(papers.paged(self.text)), 300), papers.STAMP)
        self.refused_everywhere("scan.pdf", scan, ("sans-texte", "tampons", "ocr.actif"))
        # The stamp dates the transmission: the text has none.
        self.same("scan.pdf", scan, "ocr", "tesseract", ocr={"actif": "oui"})

    def test_images(self):
        document = papers.text_pdf(papers.paged(self.text[:self.text.index("\nVu ")]))   # the séance is enough
        [jpeg] = papers.pictures(self.path, document, 200)
        for kind, name, data in ("jpg", "image JPEG", jpeg), ("png", "image PNG", papers.picture(self.path, document, "png")), ("tif", "image TIFF", papers.picture(self.path, document, "tiff")):
            self.refused("acte." + kind, data, ("sans-texte", name, "ocr.actif"))
            got = self.read("acte." + kind, data, ocr={"actif": "oui"})
            self.assertEqual((got["document"]["origine"], got["document"]["pages"]), ("ocr", 1))
            self.assertIn("tesseract", got["document"]["extraction"])
            self.assertEqual(got["champs"]["seance.date"]["valeur"], "2023-10-16")
            self.assertIn("TERRASSOL", [p["nom"] for p in got["champs"]["presents"]["valeur"]])
        self.refused("acte.jpg", jpeg, ("sans-outil", "rien-de-tel"), ocr={"actif": "oui", "image": "{ outils: [rien-de-tel] }"})

    def mixed(self):
        """A page of text, the page of the vote as a picture, a page of text, a page with nothing but a stamp, one with a signature."""
        at = self.text.index("Pour : 30")
        before, vote, after = self.text[:at], self.text[at:].split("\n\n")[0] + "\n" + "Chaque membre a voté à main levée, et le vote a été constaté. " * 2, self.text[at:].partition("\n\n")[2]
        [picture] = papers.pictures(self.path, papers.text_pdf([vote.splitlines()], 12), 150)
        filler = ["Annexe : le texte de la convention qui est jointe à la présente délibération, et qui en fait partie."] * 4
        return papers.mixed_pdf([before.splitlines(), picture, after.splitlines() + filler, papers.STAMP, ["Le Président"]])

    def test_pages_that_are_pictures_are_told(self):
        data = self.mixed()
        got = self.read("mixte.pdf", data)
        self.assertEqual((got["document"]["pages"], got["document"]["pages_sans_texte"]), (5, [2]))
        self.assertEqual(got["champs"]["seance.seconde_convocation"]["statut"], "illisible")
        self.assertIn("page 2 sans texte, non lue", got["champs"]["seance.seconde_convocation"]["raison"])
        self.assertEqual(got["champs"]["presents"]["statut"], "lu")
        printed = run("lire", self.path / "mixte.pdf")[1]
        self.assertRegex(printed, r"^Texte tiré du fichier PDF.*\nPage sans texte : 2 — non lue\n")
        status, out, err = run("verifier", "--json", "--tout", *self.options({}), self.path / "mixte.pdf")
        records = [json.loads(line) for line in out.splitlines()]
        self.assertEqual({r["document"]["unread_pages"] for r in records}, {1})
        self.assertIn("1 page sans texte, non lue", records[-1]["message"])
        # No vote was found, which is no absence of a vote.
        self.assertEqual([r["verdict"] for r in records if r["event"] != "document"], ["non_verifiable"])

    def test_pages_that_are_pictures_are_recognised_in_their_place_when_asked(self):
        got = self.read("mixte.pdf", self.mixed(), ocr={"actif": "oui"})
        self.assertNotIn("pages_sans_texte", got["document"])
        self.assertEqual((got["document"]["origine"], got["document"]["pages"]), ("ocr", 5))
        self.assertRegex(got["document"]["extraction"], r"^pdftotext .* \+ .*tesseract")
        self.assertEqual(got["actes"][0]["votes"][0]["pour"]["valeur"], 30)
        self.assertEqual(got["champs"]["seance.seconde_convocation"]["statut"], "absent")

    def test_pages_that_cannot_be_recognised_stay_unread(self):
        data = self.mixed()
        for ocr in {"pages": 1, "image": "{ outils: [rien-de-tel] }"}, {"image": "{ outils: [cat] }"}, {"image": "{ outils: non }"}, {"duree_s": 1, "page": "{ outils: [sleep 9] }"}:
            got = self.read("mixte.pdf", data, ocr={"actif": "oui", **ocr})
            self.assertEqual((got["document"]["pages_sans_texte"], got["document"]["origine"]), ([2], "pdf"), ocr)
        # Without the list of its pictures, every page without text may be one.
        got = self.read("mixte.pdf", data, extraction={"images": "{ outils: [rien-de-tel] }"})
        self.assertEqual(got["document"]["pages_sans_texte"], [2, 4, 5])

    def test_pages_come_from_form_feeds(self):
        long = self.text + "\n" + "\n".join(f"Annexe, ligne {i}, sans portée." for i in range(100))
        got = self.read("acte.pdf", papers.text_pdf(papers.paged(long)))
        self.assertEqual(got["document"]["pages"], 3)

    # Layouts

    def test_hyphens_at_line_ends_and_hard_spaces(self):
        text = self.text.replace("DUFLANQUIN-ROCHEL,  M.\nESPARVIER", "DUFLANQUIN-\nROCHEL, M. ESPARVIER").replace("M. ARGENTEL,", "M.\u00a0ARGENTEL,")
        self.assertIn("DUFLANQUIN-\nROCHEL", text)
        got = self.same("acte.pdf", papers.text_pdf(papers.paged(text)), "pdf", "pdftotext")
        self.assertIn("DUFLANQUIN-ROCHEL", [p["nom"] for p in got["champs"]["presents"]["valeur"]])

    def test_a_margin_column_woven_by_layout_is_read_from_raw(self):
        """Two columns: side by side in the one text, one after the other in the other. The one that reads is kept and named."""
        lines = self.text.splitlines()
        margin = [(40, 790 - 12 * i, s) for i, s in enumerate(["Direction", "des routes", "Service", "études", "dossier", "suivi par", "le bureau", "des marchés"] * 5)]
        page = margin + [(130, 800 - 12 * i, line) for i, line in enumerate(lines)]
        got = self.same("acte.pdf", papers.text_pdf([page], size=8), "pdf", "pdftotext -raw")
        self.assertEqual(got["champs"]["presents"]["statut"], "lu")

    def drawings(self, *texts):
        """Two tools that draw these texts, whatever the document."""
        tools = []
        for n, text in enumerate(texts):
            tool = self.path / f"dessin-{n}"
            tool.write_text("#!/bin/sh\nprintf %s " + shlex.quote(text) + "\n")
            tool.chmod(0o755)
            tools.append(str(tool))
        return {"pdf": f"{{ outils: [{', '.join(tools)}] }}"}

    def test_what_the_drawings_contradict_is_claimed_by_none(self):
        document = papers.text_pdf([["x"]])
        other = replace_once(replace_once(self.text, "16 octobre 2023 à", "16 octobre 2022 à"), "Pour : 30", "Pour : 20")
        got = self.read("acte.pdf", document, extraction=self.drawings(self.text, other))
        date = got["champs"]["seance.date"]
        self.assertEqual((date["statut"], [c["valeur"] for c in date["candidats"]]), ("ambigu", ["2023-10-16", "2022-10-16"]))
        self.assertIn("les deux textes tirés du fichier ne s'accordent pas", date["raison"])
        self.assertIsNone(date["candidats"][1]["octets"])
        self.assertEqual(got["actes"][0]["votes"][0]["pour"]["statut"], "ambigu")
        self.assertEqual(got["champs"]["presents"]["statut"], "lu")
        printed = run("lire", "--config", self.path / "scrutateur.yaml", self.path / "acte.pdf")[1]
        self.assertRegex(printed, r"- 16 octobre 2023 +ligne \d+\n +- 16 octobre 2022\n")
        # White space tells nothing apart.
        same = "\n".join("  " + line.replace(", ", ",   ") for line in self.text.splitlines())
        self.assertEqual(what_is_read(self.read("acte.pdf", document, extraction=self.drawings(self.text, same))), what_is_read(self.read("acte.txt", self.text.encode())))

    def test_tables_raised_letters_and_capitals_of_word(self):
        table = ("Conseil municipal de Mirebois-sur-Lorne\n\nSéance du 1^er^ juillet 2023\n\n"
                 "| Membres | Nombre |\n|---|---|\n| **Votants** | 15 |\n\nPrésents : M. Paul VERNISSAC, Mme Anne **Delormel**, *M. Luc d’Espalier*.\n\n"
                 "Le quorum étant atteint, la séance est ouverte.\n")
        status, out, err = run("lire", "--json", self.put("tableau.docx", papers.office_markdown("docx", table)))
        reading = json.loads(out)
        self.assertEqual(reading["champs"]["seance.date"]["valeur"], "2023-07-01")
        self.assertIn("Anne Delormel", [p["nom"] for p in reading["champs"]["presents"]["valeur"]])

    def test_raised_digits_are_no_part_of_a_number(self):
        text = ("Conseil municipal de Mirebois-sur-Lorne\n\nSéance du 1^er^ juillet 2023\n\nNombre de membres présents : 15^1^\n\nPrésents : M. Paul VERNISSAC.\n\n"
                "Le conseil, après en avoir délibéré, adopte le règlement par 12 voix pour.\n")
        for kind in ("docx", "odt"):
            status, out, err = run("lire", "--json", self.put("note." + kind, papers.office_markdown(kind, text)))
            champs = json.loads(out)["champs"]
            self.assertEqual((champs["seance.date"]["valeur"], champs["presents_annonces"].get("valeur")), ("2023-07-01", 15), kind)

    # What cannot be read

    def test_encrypted(self):
        plain = papers.text_pdf(papers.paged(self.text))
        self.refused_everywhere("ferme.pdf", papers.encrypted_pdf(self.path, plain), ("chiffre", "mot de passe"))
        # Protected against changes only: anybody may read it.
        self.same("lisible.pdf", papers.encrypted_pdf(self.path, plain, user=""), "pdf", "pdftotext")
        office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
        self.refused("ferme.docx", office, ("chiffre", "mot de passe"))

    def test_damaged(self):
        self.refused("tronque.pdf", papers.text_pdf(papers.paged(self.text))[:900], ("abime", "tronqué"))
        self.refused_everywhere("tronque.docx", papers.office("docx", self.text)[:4000], ("abime", "tronqué"))
        self.refused("tronque.odt", papers.office("odt", self.text)[:4000], ("abime", "tronqué"))
        # A tool that dies says nothing about the file; one without room for its own libraries neither.
        self.refused("acte.odt", papers.office("odt", self.text), ("abime", "interrompu", "memoire_mio"), extraction={"odt": f"{{ outils: [{self.tool('kill -SEGV $$')}] }}"})
        self.refused("acte.pdf", papers.text_pdf(papers.paged(self.text)), ("memoire", "memoire_mio"), extraction={"pdf": "{ memoire_mio: 16 }"})
        self.refused("sans-page.pdf", papers.no_page_pdf(), ("abime", "PDF"))

    def test_no_text(self):
        self.assertNotIn("tampon", self.refused("vierge.pdf", papers.text_pdf([[], []]), ("sans-texte", "pages vides", "ocr.actif")))
        self.refused("tampons.pdf", papers.text_pdf([papers.STAMP, papers.STAMP]), ("sans-texte", "tampons"))
        # A page of annexes without text takes nothing from the act.
        self.same("acte.pdf", papers.text_pdf([*papers.paged(self.text), papers.STAMP]), "pdf", "pdftotext", self.text + "\n" + "\n".join(papers.STAMP))

    def test_pages_at_both_sides(self):
        three = papers.text_pdf([*papers.paged(self.text), ["annexe"], ["annexe"]])
        self.read("trois.pdf", three, limites={"pages": 3})
        self.refused("trois.pdf", three, ("pages", "3 pages, 2 au plus", "limites.pages"), limites={"pages": 2})

    def test_text_at_the_ceiling(self):
        self.refused("acte.pdf", papers.text_pdf(papers.paged(self.text)), ("taille",), limites={"texte": 500})

    def test_missing_tool(self):
        document = papers.text_pdf(papers.paged(self.text))
        self.refused_everywhere("acte.pdf", document, ("sans-outil", "pas-de-pdftotext"), extraction={"pdf": "{ outils: [pas-de-pdftotext] }"})
        self.refused("acte.pdf", document, ("sans-outil", "configuré"), extraction={"pdf": "{ outils: non }"})
        # One of two is enough.
        self.same("acte.pdf", document, "pdf", "-raw", extraction={"pdf": '{ outils: [pas-de-pdftotext, pdftotext -raw - -] }'})
        status, out, err = run("controler", "--config", config(self.path, regles=self.rules, extraction={"pdf": "{ outils: [pas-de-pdftotext] }"}, ocr={"actif": "oui", "image": "{ outils: [pas-d-ocr] }"}))
        self.assertEqual(status, 0)
        self.assertIn("les PDF iront en quarantaine (sans-outil) : pas-de-pdftotext n'est pas installé", err)
        self.assertIn("pas-d-ocr", err)

    # Hostile

    def test_pdf_bomb(self):
        self.refused("bombe.pdf", papers.bomb_pdf(), ("delai", "temps accordé"),
                     extraction={"pdf": "{ outils: [pdftotext -layout - -, pdftotext -raw - -], calcul_s: 1 }"})

    def test_outside_entities_are_not_fetched(self):
        secret = self.put("secret", b"SECRET-DU-SERVEUR")
        document = papers.office("docx", self.text)
        xml = ('<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file://%s"><!ENTITY y SYSTEM "http://127.0.0.1:9/">]>'
               '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
               'Conseil municipal, séance du 2 mars 2023 &x; &y;</w:t></w:r></w:p></w:body></w:document>' % secret).encode()
        status, out, err = run("lire", "--json", self.put("entites.docx", papers.with_document_xml(document, xml)))
        self.assertNotIn("SECRET", out + err)

    def test_billion_laughs(self):
        document = papers.office("docx", self.text)
        entities = "".join('<!ENTITY l%d "%s">' % (i, "&l%d;" % (i - 1) * 10 if i else "ha") for i in range(12))
        xml = ('<?xml version="1.0"?><!DOCTYPE d [%s]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
               '<w:body><w:p><w:r><w:t>&l11;</w:t></w:r></w:p></w:body></w:document>' % entities).encode()
        status, out, err = run("lire", self.put("rires.docx", papers.with_document_xml(document, xml)))
        self.assertEqual(status, 2)
        self.assertNotIn("haha", out)

    def tool(self, script):
        path = self.path / "outil"
        path.write_text("#!/bin/sh\n" + script + "\n")
        path.chmod(0o755)
        return path

    def pdf_by(self, script):
        return {"pdf": f"{{ outils: [{self.tool(script)}], duree_s: 1 }}"}

    def test_what_a_tool_writes_is_hostile_text(self):
        document = papers.text_pdf([["x"]])
        self.refused("a.pdf", document, ("binaire",), extraction=self.pdf_by(r"i=0; while [ $i -lt 300 ]; do printf 'Vu le code\000'; i=$((i+1)); done"))
        self.refused("a.pdf", document, ("encodage", "UTF-8"), extraction=self.pdf_by(r"i=0; while [ $i -lt 30 ]; do printf 'd\351lib\351ration '; i=$((i+1)); done"))
        self.refused("a.pdf", document, ("taille",), extraction=self.pdf_by("exec yes un texte sans fin"))
        self.refused("a.pdf", document, ("delai",), extraction=self.pdf_by("trap '' TERM; exec sleep 100"))
        # A text that looks like a PDF is a text.
        self.refused("a.pdf", document, ("pas-une-deliberation",),
                     extraction=self.pdf_by("printf '%%PDF-1.4\\n'; i=0; while [ $i -lt 20 ]; do echo des mots sans aucun sens; i=$((i+1)); done"))


if __name__ == "__main__":
    unittest.main()
