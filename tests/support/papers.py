# SPDX-License-Identifier: EUPL-1.2
"""Paper of all kinds for tests, made on the spot: PDF written byte by byte (a text layer, pictures, none), Word and ODT by pandoc, scans by pdftoppm.

Everything goes through small standard tools; people and places come from conf/exemples, all invented.
"""
import functools, io, pathlib, subprocess, warnings, zipfile, zlib

WIDTH, HEIGHT = 595, 842
LINES = 66
STAMP = ["Envoyé en préfecture le 18/10/2023", "Reçu en préfecture le 18/10/2023", "Publié le", "ID : 035-223500018-20231016-CP20231041-DE"]


def run(*command, stdin=b""):
    return subprocess.run([str(c) for c in command], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True, timeout=60).stdout


def pdf(objects, trailer=b""):
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    for n, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % n + body + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start))
    return out.getvalue()


def stream(data, extra=b""):
    return b"<< /Length %d %s >>\nstream\n" % (len(data), extra) + data + b"\nendstream"


def pages_pdf(contents, resources):
    """One page for each content stream; `resources` are further objects, from number 3 + 2 * pages on."""
    n = len(contents)
    kids = b" ".join(b"%d 0 R" % (3 + 2 * i) for i in range(n))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, n)]
    for i, (content, names) in enumerate(contents):
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << %s >> >>" % (WIDTH, HEIGHT, 4 + 2 * i, names))
        objects.append(content)
    return pdf(objects + resources)


def written(lines, size=9, left=40, top=HEIGHT - 40):
    """Content stream of (x, y, text) or plain lines one under the other."""
    out = b"BT /F1 %d Tf\n" % size
    for i, line in enumerate(lines):
        x, y, text = line if isinstance(line, tuple) else (left, top - i * 12, line)
        raw = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        out += b"1 0 0 1 %d %d Tm (%s) Tj\n" % (x, y, raw)
    return stream(out + b"ET")


def text_pdf(pages, size=9):
    """Pages of lines, in Helvetica."""
    font = 3 + 2 * len(pages)
    names = b"/Font << /F1 %d 0 R >>" % font
    return pages_pdf([(written(lines, size), names) for lines in pages],
                     [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"])


def paged(text):
    lines = text.expandtabs(4).splitlines()
    return [lines[i:i + LINES] for i in range(0, len(lines), LINES)]


def pictures(folder, document, dpi=200):
    """The pages of a PDF as JPEG."""
    where = pathlib.Path(folder) / "page"
    source = pathlib.Path(folder) / "source.pdf"
    source.write_bytes(document)
    run("pdftoppm", "-r", dpi, "-gray", "-jpeg", source, where)
    return [p.read_bytes() for p in sorted(pathlib.Path(folder).glob("page-*.jpg"))]


def picture(folder, document, kind):
    """The first page of a PDF as "png" or "tiff"."""
    source = pathlib.Path(folder) / "source.pdf"
    source.write_bytes(document)
    run("pdftoppm", "-r", 200, "-gray", "-singlefile", "-" + kind, source, source.with_suffix(""))
    return source.with_suffix({"png": ".png", "tiff": ".tif"}[kind]).read_bytes()


def size_of(jpeg):
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(jpeg[at + 2:at + 4], "big")
    return int.from_bytes(jpeg[at + 7:at + 9], "big"), int.from_bytes(jpeg[at + 5:at + 7], "big"), jpeg[at + 9]


def scan_pdf(jpegs, stamp=()):
    """Pictures, and nothing else but the lines of a stamp."""
    return mixed_pdf(jpegs, stamp)


def mixed_pdf(pages, stamp=()):
    """Each page lines of text, or a picture (bytes) with the lines of a stamp."""
    font = 3 + 2 * len(pages)
    contents, images = [], []
    for page in pages:
        names = b"/Font << /F1 %d 0 R >>" % font
        if not isinstance(page, bytes):
            contents.append((written(page), names))
            continue
        w, h, colours = size_of(page)
        images.append(stream(page, b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /Device%s /BitsPerComponent 8 /Filter /DCTDecode"
                             % (w, h, b"Gray" if colours == 1 else b"RGB")))
        draw = b"q %d 0 0 %d 0 0 cm /I Do Q\n" % (WIDTH, HEIGHT)
        body = draw + (written([(380, HEIGHT - 20 - 8 * k, s) for k, s in enumerate(stamp)], 6).split(b"stream\n", 1)[1][:-len(b"\nendstream")] if stamp else b"")
        contents.append((stream(body), names + b" /XObject << /I %d 0 R >>" % (font + len(images))))
    return pages_pdf(contents, [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"] + images)


def bomb_pdf(megabytes=1000):
    """Two layers of Flate: a few kilobytes that unfold to a gigabyte, of blanks between two operators."""
    deflate = zlib.compressobj(9)
    start = deflate.compress(b" ") + deflate.flush(zlib.Z_FULL_FLUSH)
    megabyte = deflate.compress(b" " * 1000000) + deflate.flush(zlib.Z_FULL_FLUSH)   # looks back at nothing: may be repeated
    data = zlib.compress(start + megabyte * megabytes + deflate.flush(), 9)
    return pages_pdf([(stream(data, b"/Filter [/FlateDecode /FlateDecode]"), b"")], [])


def no_page_pdf():
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


def paragraphs(text):
    """The same words for pandoc: one paragraph for each run of lines, nothing taken for markup."""
    blocks = [" ".join(b.split()) for b in text.split("\n\n")]
    escape = lambda s: "".join("\\" + c if c in "\\`*_{}[]()#+-.!|<>~^$@\"'" else c for c in s)
    return "\n\n".join(escape(b) for b in blocks if b)


@functools.cache
def office(kind, text):
    """docx or odt."""
    return run("pandoc", "-f", "markdown-smart", "-t", kind, "-s", "-o", "-", stdin=paragraphs(text).encode())


def office_markdown(kind, markdown):
    return run("pandoc", "-f", "markdown-smart", "-t", kind, "-s", "-o", "-", stdin=markdown.encode())


def with_document_xml(docx, xml):
    """The same .docx with other bytes for its text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item, xml if item.filename == "word/document.xml" else old.read(item))
    return out.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def relations(**targets):
    """What a part goes with: styles="styles.xml"."""
    inside = "".join(f'<Relationship Id="r{i}" Type="{DOCUMENT}{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets.items()))
    return f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'.encode()


def word_part(root, inside):
    """word/document.xml and its like: what stands in the root."""
    return (f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{WORD}" xmlns:v="urn:schemas-microsoft-com:vml" '
            f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{inside}</w:{root}>').encode()


def word_paragraph(text, properties=""):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:p><w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p>'


def word_members(body, **parts):
    """The members of a .docx written by hand; parts: styles=…, numbering=…, footnotes=… are what stands in their root."""
    members = {"[Content_Types].xml": b"<Types/>", "_rels/.rels": relations(officeDocument="word/document.xml"), "word/document.xml": word_part("document", f"<w:body>{body}</w:body>"),
               "word/_rels/document.xml.rels": relations(**{kind: kind + ".xml" for kind in parts})}
    members.update({f"word/{kind}.xml": word_part(kind, inside) for kind, inside in parts.items()})
    return members


def zipped(members, method=zipfile.ZIP_DEFLATED):
    """Of a mapping, or of pairs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z, warnings.catch_warnings():
        warnings.simplefilter("ignore")   # a name may be there twice
        for name, content in members.items() if isinstance(members, dict) else members:
            z.writestr(name, content)
    return out.getvalue()


def word(body, **parts):
    return zipped(word_members(body, **parts))


def encrypted_pdf(folder, document, user="secret"):
    plain, locked = pathlib.Path(folder) / "clair.pdf", pathlib.Path(folder) / "ferme.pdf"
    plain.write_bytes(document)
    run("qpdf", "--encrypt", user, "maitre", "256", "--", plain, locked)
    return locked.read_bytes()
