from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clearfold.importers.document import (
    Blocks,
    Box,
    Break,
    Cell,
    Definitions,
    Emphasis,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    ListBlock,
    Lowered,
    NoteMark,
    Quotation,
    Raised,
    Remark,
    Strong,
    Table,
)
from clearfold.model.transcript import Kind
from tests.importers.copies import AT, inlines, paragraph, read_back

SIGNS = "\\`*_{}[]()#+-.!|<>&~^=:$%@\"'/?;, \u00a0–•→½1a2b"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=14).filter(lambda text: bool(text.strip(" \u00a0")))


def said(text: str) -> str:
    return " ".join(text.split(" ")).strip(" ") if text.strip(" ") else ""


@given(st.lists(WORDS, min_size=1, max_size=3))
@settings(max_examples=25)
@example(["1. x", "- y", "#1"])
@example(["+ 1 2", "> 38", "a_b_c *d* __e__"])
@example(["Table: x", ": y", "<b>&amp;</b>"])
def test_signs_of_a_text_are_read_as_signs(words: list[str]) -> None:
    """Whatever signs a paragraph has, the copy says the same."""
    with TemporaryDirectory() as folder:
        told = read_back(Path(folder), *(paragraph(text) for text in words))
    assert [" ".join(text.split()) for text in words] == [" ".join(text.split()) for _, text in told]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((Strong(inlines("bold ")), "text"), "bold text"),
        (("a", Strong(inlines("b")), "c"), "abc"),
        ((Strong(inlines("“a”")), "b"), "“a”b"),
        ((Emphasis(inlines(Strong(inlines("a")), "b")), "c"), "abc"),
        (("H", Lowered(inlines("2")), "O 10", Raised(inlines("-3")), " m"), "H2O 10-3 m"),
        ((Link(inlines("a [b] ", Foreign(inlines("c"), "fr")), "https://x.org/a_(b) c"), "."), "a [b] c."),
        ((Foreign(inlines("chimeric antigen"), "en-GB"), ", x"), "chimeric antigen, x"),
        (("one", Break(), "- two", Break(), "2. three"), "one - two 2. three"),
        (("one", Remark("a -- remark >"), " two"), "one two"),
    ],
)
def test_inlines_are_read_as_they_were_written(
    words: "tuple[str | Inline, ...]", expected: str, tmp_path: Path
) -> None:
    """Marks, links, languages and ends of lines take no word and add none."""
    assert [(Kind.PARAGRAPH, expected)] == read_back(tmp_path, paragraph(*words))


def test_blocks_are_read_as_they_were_written(tmp_path: Path) -> None:
    """Headings, lists within lists, quotations, boxes and definitions are read as such."""
    inner = ListBlock((Item((paragraph("c"),)),), AT, start=3)
    told = read_back(
        tmp_path,
        Heading(2, inlines("# H #"), AT, "h"),
        ListBlock((Item((paragraph("a"), inner)), Item((paragraph("b"), paragraph("b2")))), AT),
        ListBlock((Item((paragraph("x"),)), Item((paragraph("y"),))), AT),
        Quotation((paragraph("q"),), AT),
        Box((paragraph("in"),), AT, "warning", 'A "title"'),
        Definitions(((inlines("term"), (paragraph("meaning"),)),), AT),
        paragraph(Link(inlines("to it"), "#h")),
    )
    items = [(Kind.LIST_ITEM, text) for text in ("a", "c", "b", "b2", "x", "y")]
    rest = [(Kind.QUOTATION, "q"), (Kind.BOX_TITLE, 'A "title"'), (Kind.PARAGRAPH, "in")]
    last = [(Kind.TERM, "term"), (Kind.DEFINITION, "meaning"), (Kind.PARAGRAPH, "to it")]
    assert [(Kind.HEADING, "# H #"), *items, *rest, *last] == told


def test_tables_are_read_as_they_were_written(tmp_path: Path) -> None:
    """A plain table has bars, one with merged cells is written in HTML; both say the same words."""
    plain = Table(((Cell(inlines_of("a|b")), Cell(inlines_of("c"))), (Cell(()), Cell(inlines_of("- d")))), AT)
    merged = Table(((Cell(inlines_of("w"), columns=2),), (Cell(inlines_of("<x>")), Cell(inlines_of("y & z")))), AT)
    told = read_back(tmp_path, plain, merged)
    assert [(Kind.TABLE_CELL, text) for text in ("a|b", "c", "- d", "w", "<x>", "y & z")] == told


def inlines_of(text: str) -> Blocks:
    return (paragraph(text),)


def test_notes_are_read_as_they_were_written(tmp_path: Path) -> None:
    """A note of two paragraphs stands behind the paragraph that refers to it."""
    told = read_back(
        tmp_path, paragraph("a", NoteMark("n-1"), "."), notes={"n-1": (paragraph("One."), paragraph("2."))}
    )
    assert [(Kind.PARAGRAPH, "a[1]."), (Kind.NOTE, "[1] One."), (Kind.NOTE, "2.")] == told
