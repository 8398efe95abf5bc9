"""The EPUB reader gives the documents of the spine in their order, and refuses what is dangerous or broken."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from clearfold.model.transcript import Kind
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.epub import file as epub_file
from clearfold.proof.readers.epub.file import open_epub
from clearfold.proof.readers.epub.spine import read_left_out, read_spine
from clearfold.proof.readers.xml_tree import parse_xml
from tests.faults import sample
from tests.faults.sample import PAGE, zipped


def changed(name: str, data: bytes) -> bytes:
    """Return the sample with one file changed."""
    with ZipFile(BytesIO(sample.epub())) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist() if entry != "mimetype"}
    return zipped({**files, name: data})


def test_spine_is_read_in_its_order() -> None:
    """Runs come in the order of the spine, each with its document."""
    epub = open_epub(sample.epub())
    got = read_spine(epub)
    assert ("Clearfold", "EPUB/cover.xhtml") == (got.blocks[0].text, got.blocks[0].place)
    assert ("012 34 56 78", "EPUB/end.xhtml") == (got.blocks[-1].text, got.blocks[-1].place)
    assert ("nl-BE", "Griep in de winter") == (got.lang, got.title)
    assert (("An Voorbeeld",), ("2026-11-23",)) == (epub.metadata["creator"], epub.metadata["date"])
    assert ("mimetype", True) == epub.first
    assert () == read_left_out(epub)


def test_hidden_text_is_an_artifact() -> None:
    """Text that attributes or a style sheet hide is marked as what no reader meets."""
    body = (
        '<p hidden="hidden">a</p><p style="display : none">b</p><p aria-hidden="true">c</p><p class="weg x">d</p>'
        '<p id="uit">e</p><p>f <span class="weg">g</span> h</p><style>#uit{visibility:hidden}</style>'
    )
    data = changed("EPUB/cover.xhtml", PAGE.format(body=body).encode())
    with ZipFile(BytesIO(data)) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist() if entry != "mimetype"}
    files["EPUB/style.css"] = b"/* .f { display: none } */ p { margin: 0 } .x.weg, span.weg { display: none }"
    got = read_spine(open_epub(zipped(files))).blocks
    seen = [(block.text, block.kind) for block in got if block.place == "EPUB/cover.xhtml"]
    assert [
        *((t, Kind.ARTIFACT) for t in "abcde"),
        ("f", Kind.PARAGRAPH),
        ("g", Kind.ARTIFACT),
        ("h", Kind.PARAGRAPH),
    ] == seen


def test_odd_markup_is_read_too() -> None:
    """Text where HTML does not allow it is read all the same: beside the items of a list, in a table, in a picture."""
    body = (
        "<ul>los<li>item</li><em>ook</em><ul><li>binnen</li></ul>na</ul><table>kaal<tr><td>cel</td></tr></table>"
        '<p>a<svg><title>een ster</title></svg>b<img src="x" alt="kat" role="presentation"/></p>'
        '<nav><h2>Inhoud</h2><ol><li><a href="#x">een</a></li></ol></nav>'
        '<p><span aria-hidden="true"><b>c</b></span></p>'
    )
    got = read_spine(open_epub(changed("EPUB/cover.xhtml", PAGE.format(body=body).encode()))).blocks
    seen = [(block.text, str(block.kind)) for block in got if block.place == "EPUB/cover.xhtml"]
    assert [
        *(("los", "paragraph"), ("item", "list item"), ("ook", "paragraph"), ("binnen", "list item")),
        *(("na", "paragraph"), ("kaal", "paragraph"), ("cel", "table cell")),
        *(("a", "paragraph"), ("een ster", "text alternative"), ("b", "paragraph")),
        *(("Inhoud", "contents"), ("een", "contents"), ("c", "artifact")),
    ] == seen


def test_documents_outside_the_spine_are_read_apart() -> None:
    """A document that the spine leaves out is no text of the spine's."""
    data = changed("EPUB/content.opf", sample.package().replace('<itemref idref="d1"/>', "").encode())
    epub = open_epub(data)
    assert "In het kort" in [block.text for block in read_left_out(epub)]
    assert "In het kort" not in [block.text for block in read_spine(epub).blocks]


def test_a_missing_document_is_known() -> None:
    """A document that the package names and the file lacks is known as absent."""
    package = sample.package().replace(
        "</manifest>", '<item id="z" href="weg.xhtml" media-type="application/xhtml+xml"/></manifest>'
    )
    package = package.replace("</spine>", '<itemref idref="z"/><itemref idref="nergens"/></spine>')
    epub = open_epub(changed("EPUB/content.opf", package.encode()))
    assert ("EPUB/weg.xhtml",) == epub.absent
    assert read_spine(epub).blocks


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 no archive",
        zipped({"a.txt": b""}),
        changed("META-INF/container.xml", b"<container>"),
        changed("META-INF/container.xml", b"<container/>"),
        changed("EPUB/cover.xhtml", b'<!DOCTYPE html [<!ENTITY b "c"><!ENTITY a "&b;&b;">]><html>&a;</html>'),
        changed("EPUB/cover.xhtml", b"<a>" * 400 + b"</a>" * 400),
    ],
)
def test_broken_and_dangerous_files_are_unreadable(data: bytes) -> None:
    """What is no EPUB, declares entities, or is nested without end raises UnreadableError, and nothing else."""
    with pytest.raises(UnreadableError):
        open_epub(data)


def test_files_that_are_too_large_or_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader unpacks no more than its limits."""
    monkeypatch.setattr(epub_file, "LARGEST", 10)
    with pytest.raises(UnreadableError, match="larger"):
        open_epub(sample.epub())
    monkeypatch.setattr(epub_file, "MOST_FILES", 2)
    with pytest.raises(UnreadableError, match="more than 2"):
        open_epub(sample.epub())


def test_xml_names_are_those_of_elementtree() -> None:
    """Names carry their name space in braces."""
    root = parse_xml(b'<a xmlns="urn:x" xml:lang="nl"><b c="d">e</b>f</a>', "x")
    assert ("{urn:x}a", "nl", "f") == (root.tag, root.get("{http://www.w3.org/XML/1998/namespace}lang"), root[0].tail)
