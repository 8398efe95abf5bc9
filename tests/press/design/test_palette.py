"""Which colours pages may have, and whether an association's style sheet gives words some of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from clearfold.model.source import read_source
from clearfold.press.design.palette import palette, restyles_words
from clearfold.press.leaflet import Publisher
from clearfold.press.markdown import read_leaflet

STARTER = Path("src/clearfold/starter")


def _publisher(style: Path | None) -> Publisher:
    return replace(read_leaflet(read_source(Path("content/car-t-cell/nl-BE.md"))).publisher, style=style)


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("p { color: #12305c }", True),
        ("@media print { .part > h2 { font-size: 2em } }", True),
        ("p { font: bold 12pt sans-serif }", True),
        (":root { --leading: 1.6; --tint: #f3efe4 }", False),
        ("/* p { color: #12305c } */", False),
        (".part > h2 { border-top-color: #12305c }", False),
    ],
)
def test_words_that_are_restyled(tmp_path: Path, sheet: str, expected: bool) -> None:
    """A rule with a colour or a size for words is one; what all words of a kind share, or a line has, is not."""
    style = tmp_path / "own.css"
    style.write_text(sheet, encoding="utf-8")
    assert expected == restyles_words(_publisher(style))


def test_no_sheet_restyles_nothing() -> None:
    """Without a style sheet of the association's own no words have another look."""
    assert not restyles_words(_publisher(None))


@pytest.mark.parametrize("sheet", sorted(STARTER.rglob("brand.css")), ids=lambda path: path.parent.parent.name)
def test_sheet_of_a_new_project_restyles_nothing(sheet: Path) -> None:
    """The sheet with which each project starts leaves the colours of words to be held."""
    assert not restyles_words(_publisher(sheet))


def test_colour_that_a_cover_s_drawing_brings_is_one_of_its_pages() -> None:
    """The ground of a drawing goes on around it on the cover, and is declared as the sheets' own colours are."""
    publisher = _publisher(None)
    assert ("#d8e1ef" in palette((), publisher), "#d8e1ef" in palette((), publisher, "#d8e1ef")) == (False, True)
