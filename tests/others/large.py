"""Books of thousands of files and papers of thousands of pages, `nox -s large`: what proving them takes is bounded.

They are made here. Each command ends with 1 where it takes more than so much memory or time.
"""

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.others.run import commands, run

SECONDS, MEMORY = 400, 600_000_000
CHAPTERS, FILES, PAGES = 3_000, 20_000, 2_000
LINES = 40  # of a page
SENTENCE = "Take 1 tablet of number {} with water, and not with milk, before breakfast."
CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">large</dc:identifier>
<dc:title>Large</dc:title><dc:language>en</dc:language></metadata>
<manifest>{items}</manifest><spine>{spine}</spine></package>"""
DOCUMENT = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>{name}</title>
<link rel="stylesheet" href="book.css"/></head><body{of}>{body}</body></html>"""
STYLE = "p { margin: 0 } li { margin-left: 1em } .small { font-size: 0.9em }"


def book(chapters: int = CHAPTERS, files: int = FILES) -> bytes:
    """Return an EPUB of so many chapters, with pictures up to so many files."""
    names = [f"c{n}.xhtml" for n in range(chapters)]
    pictures = [f"p{n}.svg" for n in range(files - chapters - 5)]
    links = "".join(f'<li><a href="{name}">Chapter {n}</a></li>' for n, name in enumerate(names))
    nav = f'<nav epub:type="toc"><ol>{links}</ol></nav>'
    listed = [(f"c{n}", name, "application/xhtml+xml") for n, name in enumerate(names)]
    listed += [(f"p{n}", name, "image/svg+xml") for n, name in enumerate(pictures)]
    items = "".join(f'<item id="{one}" href="{name}" media-type="{kind}"/>' for one, name, kind in listed)
    items += '<item id="style" href="book.css" media-type="text/css"/>'
    items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(chapters))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("book.opf", PACKAGE.format(items=items, spine=spine))
        of = ' xmlns:epub="http://www.idpf.org/2007/ops"'
        archive.writestr("nav.xhtml", DOCUMENT.format(name="Contents", of=of, body=nav))
        archive.writestr("book.css", STYLE)
        for n, name in enumerate(names):
            archive.writestr(name, DOCUMENT.format(name=f"Chapter {n}", of="", body=_chapter(n)))
        for n, name in enumerate(pictures):
            archive.writestr(name, f'<svg xmlns="http://www.w3.org/2000/svg"><path d="M{n} 0h1"/></svg>')
    return out.getvalue()


def _chapter(number: int) -> str:
    paragraphs = "".join(f"<p>{SENTENCE.format(f'{number}.{n}')}</p>" for n in range(10))
    return f"<h1>Chapter {number}</h1>{paragraphs}<ul><li>one</li><li>two</li></ul>"


def paper(pages: int = PAGES) -> bytes:
    """Return a tagged PDF of so many full pages, a paragraph a line."""
    made = pikepdf.new()
    font = made.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    document = made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    parents = Array()
    for number in range(pages):
        page = made.add_blank_page(page_size=(595, 842))
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        page.obj.StructParents = number
        page.obj.Contents = made.make_stream("\n".join(_line(number, n) for n in range(LINES)).encode())
        tags = [
            made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page.obj, K=n))
            for n in range(LINES)
        ]
        for tag in tags:
            document.K.append(tag)
        parents.append(number)
        parents.append(made.make_indirect(Array(tags)))
    root = Dictionary(Type=Name.StructTreeRoot, K=document, ParentTree=Dictionary(Nums=parents))
    made.Root.StructTreeRoot = made.make_indirect(root)
    document.P = made.Root.StructTreeRoot
    made.Root.MarkInfo = Dictionary(Marked=True)
    made.Root.Lang = pikepdf.String("en")
    out = BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _line(page: int, number: int) -> str:
    text = SENTENCE.format(f"{page}.{number}")
    return f"/P <</MCID {number}>> BDC BT /F 12 Tf 60 {780 - 18 * number} Td ({text}) Tj ET EMC"


def main() -> int:
    """Make both files, run every command on them, and return 1 where one takes too much."""
    wrong = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in (("book.epub", book()), ("paper.pdf", paper())):
            (folder / file).write_bytes(data)
            for what, words in commands(folder / file, folder):
                one = run(folder / file, what, words, folder, SECONDS, MEMORY)
                wrong += bool(one.wrong)
                print(f"{what} {file}: {one.seconds} s, {one.peak // 1_000_000} MB {one.wrong}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
