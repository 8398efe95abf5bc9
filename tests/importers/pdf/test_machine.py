"""Pages that are pictures of pages: said, and read by a machine where somebody asks for it."""

import io

import pytest
from PIL import Image

from clearfold.importers.pdf.make import make
from clearfold.importers.pdf.page import machine
from clearfold.importers.proving.pdf import read_again
from clearfold.importers.reading import NotImportableError, Options
from clearfold.importers.walk import words_of

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
WORDS = "".join(
    f"5\t1\t1\t1\t{line}\t{number}\t{200 + 300 * number}\t{300 + 60 * line}\t250\t40\t96\t{word}\n"
    for line, words in enumerate(["Jicht doet veel", "pijn in de"])
    for number, word in enumerate(words.split())
)


@pytest.fixture
def scan() -> bytes:
    written = io.BytesIO()
    Image.new("L", (1240, 1754), 255).save(written, format="PDF", resolution=150)
    return written.getvalue()


def test_pictures_of_pages_are_said(scan: bytes) -> None:
    """A file without letters is refused, with what may help."""
    with pytest.raises(NotImportableError, match="needs --ocr"):
        make(scan, "scan.pdf", Options())


def test_no_tesseract(scan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Tesseract is not installed, that is said."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(NotImportableError, match="not installed"):
        make(scan, "scan.pdf", Options(ocr=True))


def test_words_are_read(scan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words are the document's, a person is asked to look at them, and the prover knows where they come from."""
    monkeypatch.setattr(machine, "_command", lambda _: ["tesseract"])
    monkeypatch.setattr(machine, "_run", lambda _, __: HEAD + WORDS)
    found = make(scan, "scan.pdf", Options(lang="nl", ocr=True))
    text = " ".join(words_of(block) for block in found.document.blocks)
    again = " ".join(passage.text for passage in read_again(scan, "scan.pdf", found).passages)
    assert ("Jicht doet veel pijn in de", text, True) == (again, again, "IMP-062" in {e.code for e in found.ledger})
