"""Finished files that somebody else has made: whatever they hold, the proof ends with a finding."""

import os
import random
import zipfile
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from clearfold.model.limits import FINISHED_BYTES
from clearfold.model.media_types import EPUB, PDF
from clearfold.pipeline.deadline import deadline
from clearfold.proof.html.elements import Grid, label
from clearfold.proof.prove import expect, prove
from clearfold.proof.report import EditionReport
from tests.faults import sample

FILES = int(os.environ.get("CLEARFOLD_EXAMPLES", "60"))
PACKAGE = "META-INF/container.xml"


def proven(data: bytes, media_type: str) -> EditionReport:
    with deadline(60, "a foreign file"):
        return prove(sample.copy(), data, media_type, name="a", edition="x", furniture=sample.PRINTED)


def repacked(change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the sample book with other contents."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(sample.epub())) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, change(info.filename, old.read(info)), info.compress_type)
    return file.getvalue()


def test_book_that_unpacks_without_end_is_told() -> None:
    """A file of a book that is larger than is taken is not unpacked."""
    zeros = bytes(65 * 1024 * 1024)
    (found,) = proven(repacked(lambda name, data: zeros if name.endswith(".xhtml") else data), EPUB).diagnostics
    assert ("TXT-090", True) == (found.code, "MB" in found.fact)


def test_first_entry_is_no_way_around() -> None:
    """The entry that names a book's type is bounded like any other."""
    zeros = bytes(65 * 1024 * 1024)
    (found,) = proven(repacked(lambda name, data: zeros if name == "mimetype" else data), EPUB).diagnostics
    assert ("TXT-090", "mimetype is larger than 64 MB") == (found.code, found.fact.rpartition(": ")[2])


def test_book_with_entities_is_refused() -> None:
    """Entities may grow without bound or read files: a document that declares one is not read."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    changed = repacked(lambda name, data: bomb + data.partition(b"?>")[2] if name == PACKAGE else data)
    (found,) = proven(changed, EPUB).diagnostics
    assert ("TXT-090", True) == (found.code, "declares entities" in found.fact)


def test_file_that_is_too_large_is_told() -> None:
    """A file larger than is taken is not looked into."""
    (found,) = proven(bytes(FINISHED_BYTES + 1), PDF).diagnostics
    assert ("TXT-090", True) == (found.code, "larger than 256 MB" in found.fact)


def _plain() -> bytes:
    """Return the sample PDF with nothing packed, so that a changed byte changes a word of it."""
    file = BytesIO()
    with pikepdf.open(BytesIO(sample.pdf())) as pdf:
        pdf.save(
            file,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return file.getvalue()


def _mutated(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(made))
        match chance.randrange(4):
            case 0:
                made[at] = chance.randrange(256)
            case 1:
                del made[at : at + chance.randrange(1, 40)]
            case 2:
                other = chance.randrange(len(made))
                made[at:at] = made[other : other + chance.randrange(1, 60)]
            case _:
                word = chance.choice(
                    (b"/Kids", b"/K", b"/P", b"0 R", b"null", b"[", b"]", b"<<", b">>", b"-1", b"9" * 12)
                )
                made[at : at + len(word)] = word
    return bytes(made)


@pytest.mark.slow("reads a file broken at every place")
@pytest.mark.filterwarnings(
    "ignore"
)  # zipfile and pypdf warn of what they are given; a traceback is what is looked for
@pytest.mark.parametrize("media_type", [PDF, EPUB])
def test_broken_files_are_no_tracebacks(media_type: str) -> None:
    """Files with some of their bytes changed are proven or told to be broken, in time and without a traceback."""
    chance = random.Random(20261125)
    whole, expected = _plain() if media_type == PDF else sample.epub(), expect(sample.copy())
    for _ in range(FILES):
        data = _mutated(whole, chance)
        if media_type == EPUB and chance.random() < 0.7:
            data = repacked(lambda name, content: _mutated(content, chance) if name.endswith("xhtml") else content)
        with deadline(60, "a broken file"):
            report = prove(expected, data, media_type, name="a", edition="x", furniture=sample.PRINTED)
        assert report.media_type == media_type


def test_cells_over_thousands_cost_nothing() -> None:
    """A cell over a thousand rows and columns is placed at once, and what follows stands beside and below it."""
    grid = Grid()
    grid.next_row()
    assert (1, 1) == grid.place(1000, 1000)
    assert (1, 1001) == grid.place(1, 1)
    for _ in range(1000):
        grid.next_row()
    assert (1001, 1) == grid.place(1, 1)


@pytest.mark.parametrize(("number", "style"), [(4_000_000, "i"), (4000, "I"), (0, "i"), (-3, "a"), (0, "A")])
def test_numbers_without_a_letter_are_figures(number: int, style: str) -> None:
    """Beyond what Roman figures and letters can say, lists count in figures."""
    assert str(number) == label(number, style)
