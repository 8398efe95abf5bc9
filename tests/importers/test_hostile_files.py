"""Files that mean harm, or are broken: each is refused in one line, within its limits, and nothing is fetched."""

import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from clearfold.importers.child import read_apart
from clearfold.importers.reading import NotImportableError, Options, StoppedError
from clearfold.model import limits
from clearfold.pipeline.import_files import import_files
from tests.importers.office import PNG, SPACES, docx, p, part, zipped
from tests.importers.taken import take

HTML = b"<html><body>"


def deep(levels: int) -> str:
    return "<w:smartTag>" * levels + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * levels


def doctype() -> bytes:
    files = {"word/document.xml": f'<!DOCTYPE x [<!ENTITY e "word">]><w:document {SPACES}/>', "[Content_Types].xml": ""}
    return zipped(files)


def round_about() -> bytes:
    """Return a PDF that one library reads and another does not: its list of pages names itself."""
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = pdf.make_stream(b"BT /F 14 Tf 72 700 Td (Take 1 tablet a day.) Tj ET")
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def locked_archive() -> bytes:
    data = bytearray(docx(p("x")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        pytest.param(doctype(), "a.docx", "it holds a document type", id="doctype"),
        pytest.param(docx(f"<w:p>{deep(400)}</w:p>"), "a.docx", "it is nested too deeply", id="deep XML"),
        pytest.param(HTML + b"<div>" * 5000 + b"x", "a.html", "it is nested too deeply", id="deep HTML"),
        pytest.param(docx(p("x"))[:-60], "a.docx", "it is damaged", id="cut off"),
        pytest.param(round_about(), "a.pdf", "it is damaged", id="pages that name themselves"),
        pytest.param(docx("<w:p>"), "a.docx", "it is damaged", id="broken XML"),
        pytest.param(locked_archive(), "a.docx", "it needs a password", id="locked archive"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx",
            "it needs a password", id="locked Word file",
        ),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 x", "a.doc", "save it as .docx", id="old Word file"),
        pytest.param(b"{\\rtf1 x}", "a.rtf", "save it as .docx", id="Rich Text"),
        pytest.param(b"  \n", "a.txt", "it is empty", id="empty"),
        pytest.param(zipped({"a.txt": "x"}), "a.zip", "it is an archive that holds no text document", id="archive"),
        pytest.param(bytes(range(256)) * 20, "a.bin", "it is no kind of file that is known", id="no text"),
        pytest.param(docx(""), "a.docx", "it has no text", id="no words"),
    ],
)  # fmt: skip
def test_file_is_refused_in_one_line(data: bytes, name: str, says: str) -> None:
    """Each file that cannot be imported says why, in one line."""
    with pytest.raises(NotImportableError) as caught:
        take(data, name)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that is small in the archive and large outside it is not unpacked."""
    monkeypatch.setattr("clearfold.importers.archive.IMPORT_UNPACKED", 100_000)
    with pytest.raises(NotImportableError, match="it unpacks to more than"):
        take(docx(p("x" * 200_000)), "a.docx")


def test_archive_that_lies_of_its_sizes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked is counted, whatever the archive says of it."""
    monkeypatch.setattr("clearfold.importers.archive.IMPORT_UNPACKED", 100_000)
    monkeypatch.setattr(zipfile.ZipFile, "infolist", lambda _: [])
    with pytest.raises(NotImportableError):
        take(docx(p("x" * 200_000)), "a.docx")


def test_names_of_an_archive_are_no_paths(tmp_path: Path) -> None:
    """A picture that is called ../../x.png is taken under a name of ours, and nothing is written elsewhere."""
    drawing = (
        '<w:p><w:r><w:t>x</w:t><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="d"/><a:graphic><a:graphicData>'
        '<pic:pic><pic:blipFill><a:blip r:embed="up"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )
    taken = take(docx(drawing, {"../../../evil.png": PNG}, {"up": ("image", "../../../evil.png")}), "a.docx")
    assert all("/" not in name and ".." not in name for name in taken.document.pictures)


def test_picture_of_too_many_pixels_is_left_to_a_person() -> None:
    """A picture whose head says 60,000 by 60,000 is not decoded."""
    from PIL import Image

    out = BytesIO()
    Image.new("1", (1, 1)).save(out, "PNG")
    data = bytearray(out.getvalue())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    from zlib import crc32

    data[29:33] = crc32(bytes(data[12:29])).to_bytes(4, "big")
    drawing = '<w:p><w:r><w:t>x</w:t><w:drawing><a:blip r:embed="big"/></w:drawing></w:r></w:p>'
    taken = take(docx(drawing, {"big.png": bytes(data)}, {"big": ("image", "big.png")}), "a.docx")
    told = [entry.name for entry in taken.ledger if entry.code == "IMP-053"]
    assert ["it has over 50 megapixels"] == told


def test_macros_are_neither_run_nor_taken() -> None:
    """A file with macros is read, and says that they were left."""
    assert "IMP-077" in take(docx(p("x"), {"vbaProject.bin": b"x"}), "a.docm").codes()


@pytest.mark.slow("waits for a process that takes too long")
def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is at it for too long is ended, with a word."""
    monkeypatch.setattr("clearfold.importers.child.IMPORT_SECONDS", 0.0)
    body = "".join(p("word " * 50) for _ in range(3000))
    with pytest.raises(NotImportableError, match="it took too long"):
        read_apart(docx(body), "a.docx", Options())


@pytest.mark.slow("starts a process")
def test_import_is_stopped_when_asked(tmp_path: Path) -> None:
    """Whoever asked for an import can stop it; nothing is put anywhere."""
    (tmp_path / "a.docx").write_bytes(docx(p("x")))
    with pytest.raises(StoppedError):
        import_files((tmp_path / "a.docx",), tmp_path / "out", stopped=lambda: True)
    assert not (tmp_path / "out").exists()


def test_limits_are_those_that_are_documented() -> None:
    """A minute, a gigabyte and a half."""
    assert (60.0, 1536 * limits.MB) == (limits.IMPORT_SECONDS, limits.IMPORT_MEMORY)


def test_external_parts_are_not_fetched() -> None:
    """A template, a font or a picture elsewhere is told, and never asked for."""
    relations = {"out": ("image", "https://example.org/x.png")}
    drawing = '<w:p><w:r><w:t>x</w:t><w:drawing><a:blip r:link="out"/></w:drawing></w:r></w:p>'
    taken = take(docx(drawing, {"styles.xml": part("w:styles", "")}, relations), "a.docx")
    assert ["IMP-053"] == [code for code in taken.codes() if code == "IMP-053"]
