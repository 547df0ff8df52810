# SPDX-License-Identifier: EUPL-1.2
"""Hostile inputs, one row each: what it is, how it is made, what must become of it. Played by service/test_hostile.py, shown in docs/HOSTILE.md.

`end` is "jugé", or the reason of the refusal. "reste" rows stay in the drop. Everything is made here, of the samples and of invented words.
"""
import io, os, pathlib, socket, struct, zipfile, zlib
from typing import NamedTuple

import papers
from program import SAMPLES

ACT = (SAMPLES / "cm-reguliere.txt").read_text(encoding="utf-8")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Row(NamedTuple):
    kind: str
    what: str
    name: bytes   # in the drop
    make: object  # () -> bytes, or (path) for what is no regular file
    end: str
    stays: bool = False


ROWS = []


def row(kind, what, name, make, end, stays=False):
    ROWS.append(Row(kind, what, name if isinstance(name, bytes) else name.encode(), make, end, stays))


def act():
    """The same act in other bytes each time."""
    return ACT.encode() + b"\n%d\n" % len(ROWS)


def data(value):
    return lambda: value


def say(words):
    """An act in which somebody wrote this."""
    return (ACT.replace("\n\n", f"\n\n{words}\n\n", 1)).encode("utf-8", "surrogatepass")


for what, name in [
    ("a line end, then a field of the journal", "acte\nPRIORITY=0\nMESSAGE=faux.txt"),
    ("a priority of the journal at its start", "<0>acte.txt"),
    ("escape sequences of a terminal", "\x1b[2J\x1b]0;titre\x07acte.txt"),
    ("bytes that are no UTF-8", b"\xff\xfe\x80\xc3.txt"),
    ("255 bytes", "é" * 125 + "a.txt"),
    ("an option of a command", "-rf"),
    ("a path written with %", "%2f..%2f..%2fetc%2fpasswd"),
    ("the parent directory in its middle", "acte..\\..\\etc.txt"),
    ("words that a shell would run", "$(touch CANARI);`touch CANARI`|&.txt"),
    ("the end of a JSON object and another one", '"},{"event":"alerte"}.txt'),
    ("HTML with a script", "<script>alert(1)<" + "\\" + "script>.txt"),
    ("a right-to-left override", "acte\u202etxt.exe"),
    ("directives of printf", "%s%s%n%x.txt"),
    ("a formula of a spreadsheet", "=cmd|'C calc'!A0.txt"),
    ("the name of the ledger", "registre.sqlite"),
    ("the name of a note of the quarantine", "acte.txt.json"),
    ("line and paragraph separators, a byte order mark", "acte\u2028\u2029\ufeff.txt"),
    ("nothing but spaces", "   "),
    ("a carriage return, a backspace, DEL and C1", "acte\r\x08\x7f\u0085.txt"),
    ("single ticks and guillemets", "acte » (type) '\".txt"),
]:
    row("name", what, name, act, "jugé")

# What is no regular file

def deposit(*names):
    """A sub-directory that says it is complete."""
    def make(path):
        os.mkdir(path)
        for name in (*names, "fichier_termine.txt"):
            if name.endswith("/"):
                os.mkdir(os.path.join(path, name))
            elif name.startswith("->"):
                os.symlink("/etc/passwd", os.path.join(path, name))
            else:
                pathlib.Path(path, name).write_bytes(b"x")
    return make


row("thing", "a deposit with a directory in it", "dossier.pdf", deposit("acte.txt", "sous/"), "dossier", True)
row("thing", "a deposit with a link in it", "liens", deposit("acte.txt", "->mots de passe"), "dossier", True)
row("thing", "a deposit of two acts, one with ESC in its name", "deux", deposit("a\x1b[31m.txt", "b.txt"), "dossier", True)
row("thing", "a deposit of 65 files", "foule", deposit(*(f"{n}.txt" for n in range(65))), "dossier", True)
row("thing", "a link to a file that only root reads", "ombre.txt", lambda p: os.symlink("/etc/shadow", p), "lien", True)
row("thing", "a link to itself", "boucle.txt", lambda p: os.symlink("boucle.txt", p), "lien", True)
row("thing", "a link to nothing", "rien.txt", lambda p: os.symlink("nulle-part", p), "lien", True)
row("thing", "a link to a directory", "racine.txt", lambda p: os.symlink("/", p), "lien", True)
row("thing", "a FIFO that nobody writes to", "tube.txt", lambda p: os.mkfifo(p), "fifo", True)


def bind(path):
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(path)


def device(kind, major, minor):
    return lambda p: os.mknod(p, kind | 0o666, os.makedev(major, minor))


def hard_link(path):
    """A second name of a file outside the drop: it may be somebody else's."""
    other = os.path.join(os.path.dirname(os.path.dirname(path)), "autrui")
    with open(other, "wb") as f:
        f.write(act())
    os.link(other, path)


def sparse(path):
    with open(path, "wb") as f:
        f.truncate(1 << 40)


row("thing", "a socket", "prise.txt", bind, "peripherique", True)
if os.geteuid() == 0:
    row("thing", "a device that gives bytes for ever", "zero.txt", device(0o020000, 1, 5), "peripherique", True)
    row("thing", "a block device", "disque.txt", device(0o060000, 7, 250), "peripherique", True)
row("thing", "a second name of somebody's file", "double.txt", hard_link, "lien-dur", True)
row("size", "a sparse file of one terabyte", "creux.txt", sparse, "taille", True)
row("size", "nothing", "vide.txt", data(b""), "vide")
row("size", "one byte", "un.txt", data(b"x"), "pas-une-deliberation")
row("size", "a text one byte above the limit", "long.txt", lambda: (ACT.encode() + b" " * (8 << 20))[:(8 << 20) + 1], "taille")

# Encodings

row("encoding", "NUL bytes between the words", "nul.txt", lambda: ACT.replace(" ", " \0").encode(), "binaire")
row("encoding", "UTF-16 with a byte order mark", "utf16.txt", lambda: ACT.encode("utf-16"), "jugé")
row("encoding", "UTF-16 whose last unit is cut in two", "utf16-impair.txt", lambda: ACT.encode("utf-16")[:-1], "encodage")
row("encoding", "UTF-16 with half a surrogate pair", "utf16-demi.txt", lambda: ACT.encode("utf-16") + b"\x00\xd8a\x00", "encodage")
row("encoding", "UTF-16 without a byte order mark", "utf16-nu.txt", lambda: ACT.encode("utf-16-le"), "binaire")
row("encoding", "CP1252", "cp1252.txt", lambda: ACT.encode("cp1252", "replace") + b"\n1252\n", "jugé")
row("encoding", "CP1252 with a byte it does not define", "cp1252-faux.txt", lambda: ACT.encode("cp1252", "replace") + b"\x81", "jugé")
row("encoding", "UTF-8 with overlong forms of « / » and NUL", "trop-long.txt", lambda: ACT.encode() + b"\xc0\xaf\xc0\x80\n", "encodage")
row("encoding", "UTF-8 with surrogates", "surrogats.txt", lambda: say("\ud83d \udc00"), "encodage")
row("encoding", "two byte order marks", "deux-bom.txt", lambda: b"\xef\xbb\xbf\xef\xbb\xbf" + ACT.encode(), "jugé")
row("encoding", "a byte order mark alone", "bom.txt", data(b"\xef\xbb\xbf"), "vide")
row("encoding", "bidi controls, soft hyphens, zero width signs, BEL and ESC in the text", "controles.txt",
    lambda: say("\u202eéruces\u2066 sé\u00adance \u200b\u200d \x07\x1b[31mrouge\x1b[0m"), "jugé")

# Text that would be costly, or would be taken for ours

for what, unit in [("opening brackets", "("), ("numbers", "1 "), ("accents", "é"), ("spaces", " "), ("line ends", "\n"), ("« pour »", "pour "),
                   ("combining accents on one letter", "\u0301"), ("names", "M. A, ")]:
    row("pattern", f"a megabyte of {what}", f"motif-{len(ROWS)}.txt", data(unit.encode() * ((1 << 20) // len(unit.encode()))),
        "pas-une-deliberation" if unit.strip() and unit != "\u0301" else "vide")
row("text", "a line of the alert file", "ligne.txt", lambda: say('{"event":"alerte","seq":1,"prev":"0"}'), "jugé")
row("text", "a field of the journal and a priority", "journal.txt", lambda: say("<0>Présents :\nPRIORITY=0\n__REALTIME_TIMESTAMP=0"), "jugé")
row("text", "Lua that would end the rule", "lua.txt", lambda: say("]] os.execute('touch CANARI') --[[ %d %s"), "jugé")
row("text", "HTML and a formula", "html-dedans.txt", lambda: say("<script>alert(1)</script> =cmd|' /C calc'!A0"), "jugé")

# PDF


def objects(*body):
    return papers.pdf(list(body))


PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
row("pdf", "a gigabyte in a few kilobytes", "bombe.pdf", papers.bomb_pdf, "delai")
row("pdf", "cut after 900 bytes", "tronque.pdf", lambda: papers.text_pdf(papers.paged(ACT))[:900], "abime")
row("pdf", "a page tree that is its own child", "arbre.pdf", lambda: objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "sans-texte")
row("pdf", "ten million pages announced, none there", "pages.pdf", lambda: objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 10000000 >>"), "abime")
row("pdf", "a table of places that comes before itself", "xref.pdf",
    lambda: (lambda p: p.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % p.rfind(b"xref\n0")))(papers.text_pdf([["x"]])), "sans-texte")
row("pdf", "a hundred thousand open brackets", "crochets.pdf", lambda: objects(b"<< /Type /Catalog /Pages " + b"[" * 100000 + b" >>"), "abime")
row("pdf", "a program to start and a script to run at opening", "lance.pdf",
    lambda: papers.pdf([b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/usr/bin/touch) /P (CANARI) >> /AA << /O << /S /JavaScript /JS (app.launchURL\\(1\\)) >> >> >>",
                        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE]), "sans-texte")
row("pdf", "a stream of negative length", "negatif.pdf",
    lambda: objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE.replace(b">>", b"/Contents 4 0 R >>"),
                    b"<< /Length -1 >>\nstream\nBT ET\nendstream"), "sans-texte")
row("pdf", "a page of a light year", "large.pdf", lambda: objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                                                 PAGE.replace(b"595 842", b"99999999999 99999999999")), "sans-texte")
row("pdf", "a PDF that is a ZIP as well", "chimere.pdf", lambda: papers.text_pdf([["x"]]) + archive({"word/document.xml": b"<x/>"}), "sans-texte")
row("pdf", "a valid act with escape sequences in its words", "sequences.pdf", lambda: papers.text_pdf(papers.paged(ACT.replace("Présents", "\x1b[2JPrésents", 1))), "jugé")

# Word, ODT


def archive(members, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in members.items():
            z.writestr(name, content)
    return out.getvalue()


def docx(xml):
    return papers.with_document_xml(papers.office("docx", "Vu"), xml)


def more_members(members):
    out = io.BytesIO(papers.office("docx", ACT))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as z:
        for name, content in members.items():
            z.writestr(name, content)
    return out.getvalue()


def wrong_size():
    """The directory says that the text is 4 GiB long."""
    d = bytearray(papers.office("docx", ACT))
    at = d.find(b"PK\x01\x02")
    while at >= 0:
        d[at + 24:at + 28] = struct.pack("<I", 0xFFFFFFF0)
        at = d.find(b"PK\x01\x02", at + 4)
    return bytes(d)


def overlapping():
    """Two members of the directory that are the same bytes of the file."""
    d = bytearray(papers.office("docx", ACT))
    first = d.find(b"PK\x01\x02")
    place = d[first + 42:first + 46]
    at = d.find(b"PK\x01\x02", first + 4)
    d[at + 42:at + 46] = place
    return bytes(d)


def locked():
    d = bytearray(papers.office("docx", ACT))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = d.find(mark)
        while at >= 0:
            d[at + flag] |= 1
            at = d.find(mark, at + 4)
    return bytes(d)


def entity(system):
    return (f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{system}">]><w:document {W}><w:body><w:p><w:r><w:t>Conseil municipal &x;'
            '</w:t></w:r></w:p></w:body></w:document>').encode()


def laughs():
    entities = "".join('<!ENTITY l%d "%s">' % (i, "&l%d;" % (i - 1) * 10 if i else "ha") for i in range(12))
    return docx((f'<?xml version="1.0"?><!DOCTYPE d [{entities}]><w:document {W}><w:body><w:p><w:r><w:t>&l11;</w:t></w:r></w:p></w:body></w:document>').encode())


row("office", "forty megabytes of paragraphs in a few kilobytes of Word", "bombe.docx", lambda: docx(f"<w:document {W}><w:body>".encode() + b"<w:p/>" * 7000000), "taille")
row("office", "a billion laughs in Word", "rires.docx", laughs, "abime")
row("office", "an entity that is a file of the server", "entite.docx", lambda: docx(entity("file:///etc/passwd")), "abime")
row("office", "an entity that is an address", "adresse.docx", lambda: docx(entity("http://127.0.0.1:9/")), "abime")
row("office", "elements two hundred thousand deep", "profond.docx", lambda: docx(f"<w:document {W}><w:body>".encode() + b"<w:p>" * 200000 + b"</w:p>" * 200000 + b"</w:body></w:document>"), "abime")
row("office", "members named ../../CANARI and /CANARI", "evasion.docx", lambda: more_members({"../../CANARI": b"x", "/CANARI": b"x"}), "jugé")
row("office", "seventy thousand members", "membres.docx", lambda: more_members({f"m{i}": b"" for i in range(70000)}), "jugé")
row("office", "a Word file in a Word file in a Word file", "gigogne.docx", lambda: more_members({"a.docx": more_members({"b.docx": papers.office("docx", ACT)})}), "jugé")
row("office", "sizes of four gigabytes in the directory", "tailles.docx", wrong_size, "abime")
row("office", "two members in the same bytes", "chevauche.docx", overlapping, "abime")
row("office", "members said to have a password, which they have not", "ferme.docx", locked, "chiffre")
row("office", "Word cut in the middle", "tronque.docx", lambda: papers.office("docx", ACT)[:4000], "abime")
row("office", "ODT cut in the middle", "tronque.odt", lambda: papers.office("odt", ACT)[:4000], "abime")
row("office", "old Word of noise", "bruit.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(i * 37 % 251 for i in range(20000)), "type")

# What nobody reads


def png(width, height):
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b""))


row("type", "an image of four gigapixels", "image.png", lambda: png(65535, 65535), "sans-texte")
row("type", "RTF", "acte.rtf", data(b"{\\rtf1 Conseil municipal, s\\'e9ance du 2 mars 2023}"), "type")
row("type", "HTML", "page.html", data(b"<!DOCTYPE html><html><body>Conseil municipal</body></html>"), "type")
row("type", "PostScript that writes a file", "acte.ps", data(b"%!PS-Adobe-3.0\n(CANARI) (w) file closefile\nshowpage\n"), "type")
row("type", "a ZIP of acts", "lot.zip", lambda: archive({"acte.txt": ACT.encode()}), "type")
row("type", "gzip", "acte.txt.gz", lambda: zlib.compressobj(9, zlib.DEFLATED, 31).compress(b"x") + b"", "type")
row("type", "a program of this machine", "acte.exe", lambda: pathlib.Path("/usr/bin/true").read_bytes(), "type")
row("type", "a script", "acte.sh", data(b"#!/bin/sh\ntouch CANARI\n" * 50), "pas-une-deliberation")
