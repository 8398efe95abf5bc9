"""Leaflets written from right to left: proven in Arabic and Hebrew, and whatever turns their words is told."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from clearfold.proof.html.direction import direction_of, is_number
from tests.faults.goods import Good, built

TOMATO = Path(__file__).parents[1] / "cases/languages/tomato"


@pytest.fixture(scope="module", params=["ar", "he"])
def goods(request: pytest.FixtureRequest) -> dict[str, Good]:
    """Both editions of a leaflet."""
    return {good.edition: good for good in built(TOMATO / f"{request.param}.md", ("epub", "web"))}


def told(good: Good, data: bytes) -> set[str]:
    """Return the codes of what is told of a changed file."""
    return {found.code for found in good.told(data)}


def in_page(good: Good, pattern: str, new: str, below: str = "") -> set[str]:
    """Return what is told where the first match of a pattern, below some words, is replaced."""
    page = good.data.decode()
    at = page.index(below)
    changed, times = re.subn(pattern, new, page[at:], count=1)
    assert times
    return told(good, (page[:at] + changed).encode())


def in_book(good: Good, name: str, pattern: str, new: str) -> set[str]:
    """Return what is told where a pattern is replaced in the first file of a book that has it."""
    file = io.BytesIO()
    done = 0
    with zipfile.ZipFile(io.BytesIO(good.data)) as old, zipfile.ZipFile(file, "w") as changed:
        for entry in old.infolist():
            data = old.read(entry)
            if not done and re.fullmatch(name, entry.filename):
                text, done = re.subn(pattern, new, data.decode(), count=1)
                data = text.encode()
            changed.writestr(entry, data)
    assert done
    return told(good, file.getvalue())


def test_good_editions_are_proven(goods: dict[str, Good]) -> None:
    """Nothing is told of what runs as it should."""
    assert set() == told(goods["web"], goods["web"].data) | told(goods["epub"], goods["epub"].data)


def test_page_that_lost_its_direction_is_told(goods: dict[str, Good]) -> None:
    """A page that runs the other way, or says nothing of it."""
    assert {"WEB-013"} == in_page(goods["web"], 'dir="rtl"', 'dir="ltr"')
    assert "WEB-013" in in_page(goods["web"], ' dir="rtl"', "")


def test_words_of_a_page_that_are_turned_are_told(goods: dict[str, Good]) -> None:
    """By an element, a style, an attribute; by isolation of words that are no number; and by the letters themselves."""
    web, prose = goods["web"], r"<p>([\w ]{5,})"
    assert {"WEB-005", "WEB-013"} <= in_page(web, prose, r'<p><bdo dir="ltr">\1</bdo>', "<main")
    assert in_page(web, "</style>", "main p { unicode-bidi: bidi-override }</style>")
    assert in_page(web, "</style>", "body { direction: ltr }</style>")
    assert {"WEB-013"} == in_page(web, prose, r'<p dir="ltr">\1', "<main")
    assert {"WEB-013"} == in_page(web, prose, r'<p><bdi dir="ltr">\1</bdi>', "<main")
    match = re.search(prose, web.data.decode()[web.data.decode().index("<main") :])
    assert match
    assert {"TXT-001", "TXT-002", "TXT-003"} & in_page(web, re.escape(match[1]), match[1][::-1], "<main")


@pytest.mark.parametrize(
    ("name", "pattern", "new"),
    [
        (r".*part-opening\.xhtml", ' dir="rtl"', ' dir="ltr"'),
        (r".*nav\.xhtml", ' dir="rtl"', ' dir="ltr"'),
        (r".*toc\.ncx", ' dir="rtl"', ' dir="ltr"'),
        (r".*\.opf", ' dir="rtl"', ' dir="ltr"'),
        (r".*\.opf", ' page-progression-direction="rtl"', ""),
        (r".*part-opening\.xhtml", r"<p>([\w ]{5,})", r'<p><bdi dir="ltr">\1</bdi>'),
    ],
)
def test_book_that_lost_its_direction_is_told(goods: dict[str, Good], name: str, pattern: str, new: str) -> None:
    """Each part of a book says in which direction it runs, and pages are turned that way."""
    assert {"EPB-074"} == in_book(goods["epub"], name, pattern, new)


def test_numbers_keep_their_order(goods: dict[str, Good]) -> None:
    """A telephone number stands in an element of its own, in both editions; nothing else does."""
    page = goods["web"].data.decode()
    assert ["070123456", "+3221234567"] == [
        re.sub(r"\s", "", found) for found in re.findall(r'<bdi dir="ltr">([^<]*)</bdi>', page)
    ]


def test_directions_of_languages() -> None:
    """A script that is named rules over the language."""
    ways = {lang: direction_of(lang) for lang in ("ar-MA", "he", "fa", "az", "az-Arab", "ar-Latn", "nl-BE", "ur-PK")}
    assert ["rtl", "rtl", "rtl", "ltr", "rtl", "ltr", "ltr", "rtl"] == list(ways.values())
    assert [True, True, False, False] == [is_number(text) for text in ("+32 2 12", "5 mg/l", "ליטר 5", "pH")]
