"""Braille as the press makes it: lines and pages that fit, the same bytes each time, and what it refuses."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

import clearfold
from clearfold.model.braille import Sheet
from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.edition import Edition, Output, PageStart
from clearfold.press.editions.braille import BRAILLE, BRAILLE_PEF, EBRAILLE_BOOK
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet

ALL = (BRAILLE, BRAILLE_PEF, EBRAILLE_BOOK)
TEA = """---
title: Tea
lang: {lang}
---

## Water

Boil fresh water. {more}

1. Fill the kettle.
2. Wait.

| Tea | Minutes |
| --- | --- |
| green | 2 |
| black | 4 |

!!! warning "Hot"
    Wait before you drink.
"""


def leaflet(more: str = "", lang: str = "en") -> Leaflet:
    return read_leaflet(parse_source(Path("tea/en.md"), TEA.format(lang=lang, more=more).encode()))


def test_page_is_laid_out_in_its_cells() -> None:
    """Title page, an empty back, contents with their page, and the text: heading, list, table as rows, box."""
    pages = BRAILLE.write(leaflet(), BRAILLE, ()).data.decode("ascii").split("\f")
    contents = ["                               #C", "            ,CONTENTS", "", ",WATER " + 23 * '"' + " #D"]
    cover = ["", "              ,TEA", "", ",BRAILLE", "", ",DRAFT"]
    assert [cover, [], contents] == [page.split("\r\n")[:-1] for page in pages[:3]]
    assert [
        "                               #D",
        "             ,WATER",
        "",
        ",BOIL FRESH WATER4",
        "",
        "#A4 ,FILL THE KETTLE4",
        "#B4 ,WAIT4",
        "",
        ",TEA",
        "    ,MINUTES",
        "",
        ",TEA3 GREEN",
        "    ,MINUTES3 #B",
        "",
        ",TEA3 BLACK",
        "    ,MINUTES3 #D",
        "",
        "333333333333333333333333333333333",
        ",HOT",
        "",
        ",WAIT BEFORE YOU DRINK4",
        "333333333333333333333333333333333",
    ] == pages[3].split("\r\n")[:-1]


@pytest.mark.parametrize("edition", [pytest.param(edition, id=edition.name) for edition in ALL])
def test_same_leaflet_gives_the_same_bytes(edition: Edition) -> None:
    """Nothing in a file hangs on the day or the machine."""
    assert edition.write(leaflet(), edition, ()).data == edition.write(leaflet(), edition, ()).data


def test_long_words_are_broken_with_a_sign() -> None:
    """A word that is longer than a line goes on in the next one, and no line is too wide."""
    data = BRAILLE.write(leaflet("https://example.org/" + "a" * 60), BRAILLE, ()).data.decode("ascii")
    assert max(len(line) for page in data.split("\f") for line in page.split("\r\n")) <= 33
    assert '"\r\n' in data


@pytest.mark.parametrize(
    ("lang", "more", "told"),
    [
        ("nl", "Ga → rechts.", "en.md:8:22: error SRC-190: braille: there is no braille for “→” in “→”"),
        ("de", "Das ● hier.", "such as “ja”"),
        ("fr", "Environ ~5.", "such as “environ”"),
        ("en", "Zażółć.", "“ż” in “Zażółć.”"),
    ],
)
def test_sign_without_braille_is_refused(lang: str, more: str, told: str) -> None:
    """What liblouis would write as a number of Unicode is told at its place, with words to write instead."""
    one = leaflet(more, lang)
    with pytest.raises(LeafletError) as refused:
        BRAILLE.write(one, BRAILLE, ())
    assert told in str(refused.value)


def test_braille_that_cannot_be_made_is_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where liblouis is missing, one line says how to get it, and the other editions are made and proven."""
    copy = tmp_path / "tea" / "en.md"
    copy.parent.mkdir()
    copy.write_text(TEA.format(lang="en", more=""), "utf-8")
    monkeypatch.setattr("clearfold.press.braille.liblouis.library", lambda: None)
    (built,) = clearfold.build([copy], tmp_path / "build", ["braille", "web"])
    assert built.good
    assert ["SRC-191"] == [found.code for found in built.diagnostics]
    assert ["web"] == [report.edition for report in built.reports]


CHAPTERS = "".join(f"\n\n## Kettle {number}\n\n" + "Wait until it sings. " * 60 for number in range(1, 5))


def volumes(sheet: Sheet, more: str) -> list[list[list[str]]]:
    """Return the lines of text of each page of each volume, as cells in PEF have them."""
    edition = replace(BRAILLE_PEF, sheet=lambda _: sheet)
    root = etree.fromstring(edition.write(leaflet(more), edition, ()).data)
    return [
        [[row.text or "" for row in page.iter("{*}row")] for page in volume.iter("{*}page")]
        for volume in root.iter("{*}volume")
    ]


def test_volumes_begin_with_a_title_page_and_a_chapter() -> None:
    """Each volume has its title, its number and an empty back, and no more pages than can be held."""
    made = volumes(Sheet(40, 25, volume=9), CHAPTERS)
    assert len(made) > 1
    assert all(len(volume) <= 9 for volume in made)
    assert [[] for _ in made] == [volume[1] for volume in made]
    assert ["⠠⠧⠕⠇⠥⠍⠑⠀⠼⠁⠀⠷⠀⠼⠃"[:9]] * len(made) == [volume[0][3][:9] for volume in made]
    assert all("⠠⠅⠑⠞⠞⠇⠑" in volume[2][1] for volume in made[1:])


def test_chapter_that_fills_more_than_a_volume_is_parted() -> None:
    """Where a chapter alone is too thick, its volumes are full, and no page is lost."""
    made = volumes(Sheet(28, 27, volume=4), CHAPTERS)
    assert all(len(volume) <= 4 for volume in made)
    assert 4 * 60 == sum(row.count("⠥⠝⠞⠊⠇") for volume in made for page in volume for row in page)


def test_thin_leaflet_says_nothing_of_volumes() -> None:
    """One volume is no volume: its title page has no number of it."""
    (only,) = volumes(Sheet(40, 25), "")
    assert not any("⠠⠧⠕⠇⠥⠍⠑" in row for page in only for row in page)


@pytest.mark.parametrize(("size", "width", "lines"), [("33x28", 33, 28), ("40x25", 40, 25), ("28x27", 28, 27)])
def test_page_is_of_the_size_that_is_asked_for(tmp_path: Path, size: str, width: int, lines: int) -> None:
    """publisher.yaml says which pages the embosser has, and a copy may say otherwise."""
    (tmp_path / "tea").mkdir()
    (tmp_path / "publisher.yaml").write_text(f"braille_page: {size}\n", "utf-8")
    made = read_leaflet(parse_source(tmp_path / "tea/en.md", TEA.format(lang="en", more="").encode()))
    assert BRAILLE_PEF.sheet is not None
    assert Sheet(width, lines) == BRAILLE_PEF.sheet(made)
    own = TEA.format(lang="en\nbraille_page: 28x27", more="")
    assert BRAILLE_PEF.sheet(read_leaflet(parse_source(tmp_path / "tea/en.md", own.encode()))) == Sheet(28, 27)


def test_page_of_another_size_is_refused() -> None:
    """A size that no embosser of ours has is told with those that there are."""
    with pytest.raises(LeafletError) as refused:
        leaflet(lang="en\nbraille_page: 30x30")
    assert "choose one of: 33x28, 40x25, 28x27" in str(refused.value)


def test_number_of_a_printed_page_stands_in_a_line_of_its_own_where_that_begins() -> None:
    """At the right of a line of dots 36, also within a paragraph, which goes on below it; never within a word."""
    start = PageStart(2, "water", len("WaterBoilfr"))
    asked = leaflet(lang="en\nbraille_print_pages: true")
    printed = Output("large-print", "tea.pdf", "application/pdf", b"", 2, (), (PageStart(1, "", 0), start))
    pages = BRAILLE.write(asked, BRAILLE, (printed,)).data.decode("ascii").split("\f")
    assert ["             ,WATER", "", ",BOIL", 31 * "-" + "#B", "FRESH WATER4", ""] == pages[3].split("\r\n")[1:7]
    with ZipFile(BytesIO(EBRAILLE_BOOK.write(asked, EBRAILLE_BOOK, (printed,)).data)) as book:
        text, contents = (book.read(name).decode() for name in ("ebraille/text.html", "index.html"))
    assert '⠃⠕⠊⠇</p>\n<div role="doc-pagebreak" epub:type="pagebreak" id="print-page-2">⠼⠃</div>\n<p>⠋⠗' in text
    assert '<a href="ebraille/text.html#print-page-2">⠼⠃</a>' in contents


def test_printed_edition_is_needed_only_where_its_pages_are_asked_for() -> None:
    """Braille alone needs no printed edition, which takes longer to make."""
    for edition in ALL:
        assert edition.needed(leaflet()) == ()
        assert edition.needed(leaflet(lang="en\nbraille_print_pages: true")) == ("large-print",)
