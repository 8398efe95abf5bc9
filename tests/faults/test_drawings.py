"""Faults in a drawing that was published without its program's notes are told; the drawing itself raises nothing."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
import pytest

from clearfold.proof.expect.drawn_pictures import drawn_picture
from tests.faults.epub import Book, putting
from tests.faults.goods import Good, built
from tests.faults.tagged import saved

HEART = """\
<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 20010904//EN" "svg10.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>
<svg xmlns="&ns_svg;" xmlns:i="urn:i" i:file="/home/an/heart.svg" viewBox="0 0 60 40">
<metadata><by xmlns="urn:i">An</by></metadata>
<switch><foreignObject requiredExtensions="urn:i"><i:ref/></foreignObject>
<g transform="translate(2)"><rect width="50" height="30" fill="#dfe8f2"/><circle cx="20" cy="20" r="9"/>
<text y="38">fée</text></g></switch>
</svg>
"""
BLUE = b"0.87451 0.909804 0.94902 rg"  # of its ground
CHANGES = {
    "shape gone": ('<circle cx="20" cy="20" r="9"/>', ""),
    "shape changed": ('r="9"', 'r="12"'),
    "colour changed": ("#dfe8f2", "#f2dfe8"),
    "moved": ("translate(2)", "translate(20)"),
    "shape added": ("<text", '<path d="M0 0h9v9z"/><text'),
    "shape hidden": ("<circle", '<circle opacity="0"'),
    "word changed": ("fée", "fin"),
}
NOTED = {
    "metadata": ("<switch>", "<metadata>An</metadata><switch>"),
    "notes of a program": ("<svg ", '<svg xmlns:i="urn:i" i:file="heart.svg" '),
}


@pytest.fixture(scope="module")
def goods(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Good]:
    folder = tmp_path_factory.mktemp("heart")
    (folder / "heart.svg").write_text(HEART, "iso-8859-1")
    (folder / "a-heart.svg").write_text(HEART.replace("/home/an/", "/home/bo/"), "iso-8859-1")
    text = "Read.\n\n![A fée](heart.svg)\n\nRead on.\n\n![One more fée](a-heart.svg)\n"
    (folder / "en.md").write_text(f"---\ntitle: A heart\nlang: en\n---\n\n{text}", "utf-8")
    return {good.edition: good for good in built(folder / "en.md", ("epub", "web", "accessible")) if good.edition}


def in_book(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a book of which the drawing is changed."""

    def changed(book: Book, _: Random) -> str:
        name = next(name for name in book.files if name.endswith("/heart.svg"))
        book.files[name] = change(book.files[name])
        return ""

    injected = putting(changed)(data, Random(0))
    assert injected is not None
    return injected.data


def on_page(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a web page of which the drawing is changed."""
    before, mark, rest = data.partition(b"data:image/svg+xml;base64,")
    coded, quote, after = rest.partition(b'"')
    return b"".join((before, mark, b64encode(change(b64decode(coded))), quote, after))


def codes(good: Good, once: str, now: str) -> set[str]:
    """Return what is told of a file in whose drawing one text is another."""

    def change(drawing: bytes) -> bytes:
        assert once.encode() in drawing
        return drawing.replace(once.encode(), now.encode(), 1)

    data = (in_book if good.edition == "epub" else on_page)(good.data, change)
    return {found.code for found in good.told(data)}


def test_drawing_as_it_is_published_raises_nothing(goods: dict[str, Good]) -> None:
    """It was drawn by a program, and is published without what that wrote for itself."""
    assert {"epub": (), "web": (), "accessible": ()} == {name: good.told(good.data) for name, good in goods.items()}


def test_drawing_is_seen_on_pages(tmp_path: Path, goods: dict[str, Good]) -> None:
    """A page that shows a little less of it than the copy's file draws is told."""
    (tmp_path / "heart.svg").write_text(HEART, "iso-8859-1")
    drawn = drawn_picture(tmp_path / "heart.svg")
    assert drawn is not None
    assert 60 / 40 == drawn.ratio
    with pikepdf.open(BytesIO(goods["accessible"].data)) as pdf:
        for stream in pdf.objects:
            if isinstance(stream, pikepdf.Stream) and BLUE in (read := stream.read_bytes()):
                stream.write(read.replace(BLUE, b"1 0.1 0.1 rg"))
        data = saved(pdf)
    assert "PDF-010" in {found.code for found in goods["accessible"].told(data)}


@pytest.mark.parametrize("name", CHANGES)
def test_drawing_that_draws_something_else_is_told(name: str, goods: dict[str, Good]) -> None:
    """A shape, a colour, a place, a word: each is as the copy's file has it."""
    assert {"EPB-064"} == codes(goods["epub"], *CHANGES[name])
    assert {"WEB-008"} == codes(goods["web"], *CHANGES[name])


@pytest.mark.parametrize("name", NOTED)
def test_drawing_with_its_programs_notes_is_told(name: str, goods: dict[str, Good]) -> None:
    """It draws the same, and says more."""
    assert {"CON-023", "EPB-064"} == codes(goods["epub"], *NOTED[name])
    assert {"CON-023", "WEB-008"} == codes(goods["web"], *NOTED[name])
