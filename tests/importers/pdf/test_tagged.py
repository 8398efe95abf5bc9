"""A PDF of our own is imported by its tags: headings, lists, tables, notes, alternatives, languages."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image

from clearfold.importers.document import Block, Box, Definitions, Figure, Foreign, Heading, ListBlock, NoteMark, Table
from clearfold.importers.pdf.make import make
from clearfold.importers.reading import Imported, Options
from clearfold.importers.walk import content_of, inlines_of, said, walked
from clearfold.pipeline.building.build import build

pytestmark = pytest.mark.slow("builds a PDF")

COPY = """\
---
title: Jicht
lang: nl
abbreviations:
  MRI: een beeld met magneten
---

## Wat is jicht?

Jicht is een ziekte van de gewrichten.[^1] In het Engels heet ze [gout]{lang=en}.

- zwelling
- pijn

1. Bel uw arts.
2. Rust.

| Middel | Dosis |
| --- | --- |
| **pijnstiller** | 1 gram |

!!! warning "Koorts"
    Bel uw arts.

![Een gezwollen teen](images/teen.png)

[^1]: Dat zegt bron 1.
"""


@cache
def imported(edition: str) -> Imported:
    with TemporaryDirectory() as name:
        folder = Path(name) / "jicht"
        (folder / "images").mkdir(parents=True)
        Image.new("RGB", (60, 30), "red").save(folder / "images/teen.png")
        (folder / "nl.md").write_text(COPY, encoding="utf-8")
        build([folder], Path(name) / "out", editions=[edition])
        (file,) = (Path(name) / "out").rglob("*.pdf")
        return make(file.read_bytes(), "jicht.pdf", Options())


def blocks() -> list[Block]:
    return list(walked(imported("accessible").document.blocks))


def test_title() -> None:
    """The title is that of the copy."""
    assert imported("accessible").document.title == "Jicht"


def test_headings() -> None:
    """The headings are those of the copy; the list of contents is left out."""
    assert "Wat is jicht?" in [said(block.content) for block in blocks() if isinstance(block, Heading)]


def test_contents_left_out() -> None:
    """The list of contents is listed as left out."""
    assert "IMP-087" in {entry.code for entry in imported("accessible").ledger}


def test_lists() -> None:
    """A list with bullets and one with numbers come back."""
    found = [block.start for block in blocks() if isinstance(block, ListBlock)]
    assert [None, 1] == found[:2]


def test_table() -> None:
    """A table has its head, and its column of heads."""
    (table,) = [block for block in blocks() if isinstance(block, Table)]
    assert [[True, True], [True, False]] == [[cell.head for cell in row] for row in table.rows]


def test_alternative() -> None:
    """A picture says what the copy says of it."""
    (figure,) = [block for block in blocks() if isinstance(block, Figure)]
    assert figure.picture.alternative == "Een gezwollen teen"


def test_note() -> None:
    """A note comes back, with the place from which it is referred to."""
    document = imported("accessible").document
    marks = [one for block in walked(document.blocks) for one in inlines_of(content_of(block))]
    label = [one.label for one in marks if isinstance(one, NoteMark)]
    assert (["1"], ["1"]) == (label, list(document.notes))


def test_language() -> None:
    """Words in another language are marked as such."""
    found = [one for block in walked(imported("accessible").document.blocks) for one in inlines_of(content_of(block))]
    assert [("en", "gout")] == [(one.lang, said(one.content)) for one in found if isinstance(one, Foreign)]


def test_definitions() -> None:
    """Abbreviations are terms with what they mean."""
    assert any(isinstance(block, Definitions) for block in blocks())


def test_box_is_a_box() -> None:
    """A box has its title and its text again."""
    (box,) = [block for block in blocks() if isinstance(block, Box)]
    assert ("Koorts", ["Bel uw arts."]) == (box.title, [said(content_of(block)) for block in box.blocks])
