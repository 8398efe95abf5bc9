"""Parts that are printed by themselves: their own words and no others, soon enough for who writes."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from clearfold.model.source import parse_source
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet
from clearfold.press.pdf.render import Rendered
from clearfold.press.pdf.sketch import draw, print_part
from clearfold.press.template.parts import BACK, COVER, parts_of

COPY = """---
title: Mending a bicycle
lang: en
id: bicycle
key_messages: [Wear gloves.]
glossary: {rim: The edge of a wheel.}
contact: {phone: "0200 000"}
---

Before you begin.

## The tyre { #tyre }

Take it off. Then read about [the chain](#chain).

| Tool | What for |
| --- | --- |
| lever | the tyre |

## The chain { #chain }

Oil it, as [the tyre](#tyre) is dry.
"""


def leaflet(old: str = "", new: str = "") -> Leaflet:
    return read_leaflet(parse_source(Path("content/bicycle/en.md"), COPY.replace(old, new).encode()))


def words(printed: Rendered) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(printed.data)).pages).split())


def test_section_has_its_own_words_and_no_number() -> None:
    """A section is printed without those around it, and a link that leads out of it stays as words."""
    assert "The tyre Take it off. Then read about the chain. Tool What for lever the tyre The tyre" == words(
        print_part(leaflet(), LARGE_PRINT, "tyre")
    )


@pytest.mark.parametrize(
    ("part", "said"),
    [(COVER, "Mending a bicycle"), ("panel-summary", "Wear gloves."), ("panel-glossary", "rim"), (BACK, "0200 000")],
)
def test_each_part_is_printed(part: str, said: str) -> None:
    """Cover, panels and back cover are parts as well."""
    assert said in words(print_part(leaflet(), LARGE_PRINT, part))


def test_part_that_is_not_there_is_told() -> None:
    """Nothing is printed for a section that has gone."""
    with pytest.raises(ValueError, match="no part “brakes”"):
        print_part(leaflet(), LARGE_PRINT, "brakes")


def test_pages_are_drawn_as_large_as_asked() -> None:
    """A4 at 72 dots an inch is 596 by 842 px, and of more pages than wanted the first are drawn."""
    printed = print_part(leaflet("Oil it", "Oil it. " * 600), LARGE_PRINT, "chain")
    drawn = draw(printed, dpi=72, most=2)
    assert printed.pages > 2
    assert [(596, 842)] * 2 == [Image.open(BytesIO(data)).size for data in drawn]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Oil it", "Grease it", ["chain"]),
        ("## The chain", "## The chain, again", ["chain"]),
        ("The edge", "The outer edge", ["panel-glossary"]),
        ("0200 000", "0200 001", [BACK]),
        ("Mending a", "Mending your", [COVER]),
        ("Before you begin.", "Before you begin.\n\nAnd after.", ["opening"]),
    ],
)
def test_edit_changes_its_part_alone(old: str, new: str, changed: list[str]) -> None:
    """Which part an edit is in is seen in the parts' HTML."""
    before = {part.id: part.html for part in parts_of(leaflet(), LARGE_PRINT)}
    assert changed == [part.id for part in parts_of(leaflet(old, new), LARGE_PRINT) if part.html != before[part.id]]


def test_parts_are_in_reading_order_with_their_headings() -> None:
    """The cover comes first, the back cover last; both have no heading, nor has what stands before the first."""
    found = [(part.id, part.title) for part in parts_of(leaflet(), LARGE_PRINT)]
    assert [
        (COVER, ""),
        ("panel-summary", "In brief"),
        ("opening", ""),
        ("tyre", "The tyre"),
        ("chain", "The chain"),
        ("panel-glossary", "Difficult words"),
        (BACK, ""),
    ] == found
