"""E-books and web pages: those of our own give back their copy."""

from pathlib import Path

import pytest

from clearfold.model.source import parse_source
from clearfold.model.transcript import Block
from clearfold.pipeline.building.build import build
from clearfold.proof.expect.transcript import expect
from tests.importers.taken import Taken, take

COPY = """---
title: Tea
subtitle: What it does
lang: en
version: 1.2
published: 2026-03-20
authors:
  - Ann
audience: For everybody
key_messages:
  - Tea is **hot**.
abbreviations:
  UV: ultraviolet
glossary:
  leaf: What grows on a [Strauch]{lang=de}.
sources:
  - The [club](https://example.org/).
funding: Nobody pays.
contact:
  text: Ask us.
  phone: "+32 2 123 45 67"
  website: https://example.org/
formats:
  - on paper
online: https://example.org/tea
---

Tea is a drink[^1] made of leaves, as [le thé]{lang=fr} is.

!!! tip
    Drink it slowly.

## What is tea? {#tea}

- green
- black
    1. from hills
    2. from valleys

Table: How long it draws

| Kind | Minutes |
| --- | --- |
| **green** | 2 |
| **black** | 4 |

!!! warning "Hot"
    Let it cool.

### How is it made?

Leaf
:   It is picked.

> Tea is a [friend](#tea).

!!! phone "Hard to breathe?"
    **Call 112** at once.

!!! amount "Take each day"
    **Two cups**

!!! question "Is it hot?"
    Yes, it is.

- [ ] a cup
- [x] a spoon

> Tea is good.
>
> — Ann

[^1]: The oldest but water.
"""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Taken]:
    folder = tmp_path_factory.mktemp("book")
    (folder / "tea").mkdir()
    (folder / "tea/en.md").write_text(COPY, "utf-8")
    build([folder / "tea"], folder / "build", editions=("epub", "web"), check=False)
    files = [path for path in (folder / "build").rglob("*") if path.suffix in (".epub", ".html")]
    return {path.suffix: take(path.read_bytes(), path.name) for path in files}


def met(blocks: tuple[Block, ...]) -> list[tuple[object, ...]]:
    return [
        (b.kind, b.text, b.level, b.number, b.lang, b.row, b.column, b.header, [(s.lang, s.link) for s in b.spans])
        for b in blocks
    ]


@pytest.mark.slow("builds a book")
@pytest.mark.parametrize("kind", [".epub", ".html"])
def test_edition_of_our_own_gives_back_its_copy(kind: str, editions: dict[str, Taken]) -> None:
    """Front matter, headings, lists, tables, boxes, notes, links and languages are those of the copy."""
    expected = expect(parse_source(Path("nowhere/en.md"), COPY.encode()))
    assert met(expected.blocks) == met(editions[kind].read.blocks)


@pytest.mark.slow("builds a book")
def test_types_of_boxes_come_back(editions: dict[str, Taken]) -> None:
    """A box is of the type that it had, and ticked items are ticked."""
    for line in (
        '!!! phone "Hard to breathe?"',
        '!!! amount "Take each day"',
        '!!! question "Is it hot?"',
        "- [x] a spoon",
    ):
        assert all(line in taken.copy for taken in editions.values())


@pytest.mark.slow("builds a book")
@pytest.mark.parametrize(("kind", "form"), [(".epub", "E-book"), (".html", "Web page")])
def test_words_of_our_templates_are_left_out_and_listed(kind: str, form: str, editions: dict[str, Taken]) -> None:
    """What our templates added is no part of the copy, and every word is accounted for."""
    taken = editions[kind]
    labels = {entry.before for entry in taken.ledger if entry.code == "IMP-079"}
    assert {"In brief", "Sources", "Authors", "Phone", form} <= labels
    assert (taken.proof.words, ()) == (taken.proof.accounted, taken.proof.differences)


def test_page_of_our_own_in_several_languages() -> None:
    """Its ways to other languages, and who supports the publisher, are listed; what is broken for the eye is whole."""
    page = """<html lang="de"><head><meta name="generator" content="Clearfold"></head><body>
<header class="cover"><nav class="languages"><ul><li><a href="en.html" lang="en">English</a></li></ul></nav>
<h1>Auto\u00adimmun</h1></header><main><section><p>Ein Text über Tee.</p></section>
<section class="panel about"><h2>Über</h2><dl><dt>Bild auf dem Umschlag</dt><dd>Ann</dd></dl></section>
<section class="panel contact"><h2>Kontakt</h2><p>Ruf an.</p><p class="label">Auch als</p><ul><li>Buch</li></ul>
<p class="languages"><span lang="en">English</span></p><p class="label">Mit Hilfe von</p><ul><li>Bea</li></ul></section>
</main></body></html>"""
    taken = take(page.encode(), "de.html", "de")
    assert ("Autoimmun", ("Buch",), {"text": "Ruf an."}) == (
        taken.document.title,
        taken.document.front["formats"],
        taken.document.front["contact"],
    )
    assert {"credit": "Ann"} == taken.document.front["cover"]
    assert {"English", "Bea"} <= {entry.before for entry in taken.ledger}
    assert () == taken.proof.differences
