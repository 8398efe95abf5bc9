"""The typeface that publisher.yaml names: shipped, or files of the association's own, each fault with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet

FONTS = styles_folder() / "fonts"
OWN = "typeface:\n  family: Huisletter\n  regular: regular.ttf\n  bold: bold.ttf\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for a publisher.yaml, with two font files that can be used."""
    for name, weight in (("regular", 400), ("bold", 700)):
        (tmp_path / f"{name}.ttf").write_bytes((FONTS / f"InclusiveSans-{weight}.ttf").read_bytes())
    return tmp_path


def read(folder: Path, publisher: str, lang: str = "fr") -> Leaflet:
    (folder / "publisher.yaml").write_text(publisher, "utf-8")
    return read_leaflet(parse_source(folder / "tea" / f"{lang}.md", f"---\ntitle: T\nlang: {lang}\n---\n\nx".encode()))


def faults(folder: Path, publisher: str, lang: str = "fr") -> list[tuple[str, int, str]]:
    with pytest.raises(LeafletError) as caught:
        read(folder, publisher, lang)
    return [(found.code, found.location.line, found.fact) for found in caught.value.diagnostics]


def change(path: Path, how: Callable[[TTFont], None]) -> None:
    """Save a font again, with a change."""
    font = TTFont(path, lazy=False)
    how(font)
    font.save(path)
    font.close()


def test_usual_typeface_by_its_name(folder: Path) -> None:
    """Naming the default is as if nothing were named."""
    assert read(folder, "typeface: Atkinson Hyperlegible Next\n").publisher.typeface is None


def test_shipped_typeface(folder: Path) -> None:
    """The other typeface that Clearfold brings has three weights."""
    face = read(folder, "typeface: Inclusive Sans\n").publisher.typeface
    assert face is not None
    assert ("Inclusive Sans", [400, 600, 700], 0.5) == (face.family, [w for w, _ in face.files], face.x_height)


def test_files_of_its_own(folder: Path) -> None:
    """Two files make a typeface, as large as its letter x says."""
    face = read(folder, OWN).publisher.typeface
    assert face is not None
    assert ("Huisletter", 0.5) == (face.family, face.x_height)
    assert ((400, folder / "regular.ttf"), (700, folder / "bold.ttf")) == face.files


def test_web_font(folder: Path) -> None:
    """A WOFF 2 file is read like any other."""
    change(folder / "regular.ttf", lambda font: setattr(font, "flavor", "woff2"))
    (folder / "regular.ttf").rename(folder / "regular.woff2")
    assert read(folder, OWN.replace("regular.ttf", "regular.woff2")).publisher.typeface is not None


@pytest.mark.parametrize(
    ("line", "words", "publisher"),
    [
        (1, "it has Atkinson Hyperlegible Next and Inclusive Sans", "typeface: Noto Sans\n"),
        (2, "typeface of Clearfold's own", OWN.replace("Huisletter", "Noto Sans")),
        (2, "cannot be the name", OWN.replace("Huisletter", "'a\"; }'")),
        (1, "has no regular", "typeface:\n  family: Huisletter\n  bold: bold.ttf\n"),
        (3, "there is no font file", OWN.replace("regular.ttf", "none.ttf")),
        (4, "not a font that can be read", OWN.replace("bold.ttf", "publisher.yaml")),
    ],
)
def test_fault_of_the_key(line: int, words: str, publisher: str, folder: Path) -> None:
    """A name or a file that is wrong is told at its line."""
    ((code, found, fact),) = faults(folder, publisher)
    assert ("SRC-074", line) == (code, found)
    assert words in fact


def test_file_that_only_looks_like_a_font(folder: Path) -> None:
    """What ends in .ttf and is none is told, not stumbled over."""
    (folder / "bold.ttf").write_bytes(b"\x00\x01\x00\x00 no font")
    assert [("SRC-074", 4, "“bold.ttf” is not a font that can be read")] == faults(folder, OWN)


def test_both_files_are_looked_at(folder: Path) -> None:
    """Two faults are told at once, not one after the other."""
    assert [3, 4] == [line for _, line, _ in faults(folder, OWN.replace(".ttf", ".otf"))]


@pytest.mark.parametrize(("lang", "lacks"), [("nl", "áéëïóöüÁÉËÏÓ…"), ("fr", "àâçèéêëîïôùû…"), ("de", "ßäöüÄÖÜ")])
def test_letters_of_the_language(lang: str, lacks: str, folder: Path) -> None:
    """A font without the accents of the leaflet's language is refused; the letters are named."""

    def ascii_only(font: TTFont) -> None:
        subsetter = Subsetter(Options(notdef_outline=True))
        subsetter.populate(unicodes=range(0x20, 0x7F))
        subsetter.subset(font)

    change(folder / "bold.ttf", ascii_only)
    ((code, line, fact),) = faults(folder, OWN, lang)
    assert ("SRC-074", 4) == (code, line)
    assert f"“bold.ttf” lacks letters of “{lang}”: {lacks}" == fact
    assert read(folder, OWN, "en").publisher.typeface is not None


@pytest.mark.parametrize(
    ("embedding", "allowed"),
    [(0x0000, True), (0x0004, True), (0x0006, True), (0x0002, False), (0x0100, False), (0x0204, False)],
)
def test_licence_to_embed(embedding: int, allowed: bool, folder: Path) -> None:
    """A licence that forbids embedding, parts of a font or outlines is kept to; the least strict of several counts."""
    change(folder / "regular.ttf", lambda font: setattr(font["OS/2"], "fsType", embedding))
    if allowed:
        assert read(folder, OWN).publisher.typeface is not None
    else:
        assert [("SRC-074", 3, "the maker of “regular.ttf” forbids that it is embedded in a PDF")] == faults(
            folder, OWN
        )


def test_variable_font(folder: Path) -> None:
    """One file for all weights would be printed in one of them."""

    def vary(font: TTFont) -> None:
        font["fvar"] = newTable("fvar")

    change(folder / "regular.ttf", vary)
    ((code, line, fact),) = faults(folder, OWN)
    assert ("SRC-074", 3) == (code, line)
    assert "variable" in fact


def test_old_clock_of_a_font_is_not_told(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A font that counts its seconds from 1970 prints like any other, and nobody hears of it."""
    change(folder / "regular.ttf", lambda font: setattr(font["head"], "created", 1))
    assert read(folder, OWN).publisher.typeface is not None
    with TTFont(folder / "regular.ttf") as font:
        assert font["head"].created
    assert [] == [record.message for record in caplog.records if "timestamp" in record.message]
