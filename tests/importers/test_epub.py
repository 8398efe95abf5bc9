from pathlib import Path

import pytest

from clearfold.model.transcript import Kind
from clearfold.pipeline.build import build
from tests.importers.taken import take

SHOULD = (Kind.HEADING, Kind.LIST_ITEM, Kind.TABLE_CELL, Kind.NOTE, Kind.ALTERNATIVE)
COPY = """---
title: Tea
lang: en
---

## What is tea?

Tea is a **drink**[^1] made of leaves, as [le thé]{lang=fr} is.

- green
- black
    1. from hills
    2. from valleys

Table: How long it draws

| Kind | Minutes |
| --- | --- |
| green | 2 |
| black | 4 |

!!! warning "Hot"
    Let it cool.

[^1]: The oldest but water.
"""


@pytest.mark.slow("builds a book")
def test_book_of_our_own_gives_back_its_copy(tmp_path: Path) -> None:
    """What is imported from an EPUB of our own has the words, headings, items, cells and notes of the copy."""
    (tmp_path / "tea").mkdir()
    (tmp_path / "tea/en.md").write_text(COPY, "utf-8")
    build([tmp_path / "tea"], tmp_path / "build", editions=("epub",), check=False)
    book = next((tmp_path / "build").rglob("*.epub"))
    taken = take(book.read_bytes(), book.name)
    body = taken.body
    expected = COPY.split("---\n", 2)[2].strip().replace("[^1]", "[^fn-1]")
    assert () == taken.proof.differences
    assert expected in body
