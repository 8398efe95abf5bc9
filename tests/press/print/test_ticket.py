"""The print ticket says what who prints a file has to know, in the leaflet's language."""

from pathlib import Path

import pytest

from clearfold.model.source import parse_source
from clearfold.press.edition import Edition, Output
from clearfold.press.editions import EDITIONS
from clearfold.press.markdown import read_leaflet
from clearfold.press.print.ticket import with_ticket

BY_NAME = {edition.name: edition for edition in EDITIONS}


def ticket(name: str, pages: int, lang: str = "en") -> str:
    """Return the ticket of an edition of so many pages."""
    copy = f'---\ntitle: Tea & "water"\nlang: {lang}\nversion: "1.2"\n---\n\n## A\n\nText.\n'
    leaflet = read_leaflet(parse_source(Path(f"tea/{lang}.md"), copy.encode()))
    edition: Edition = BY_NAME[name]
    output = Output(name, edition.file_name(leaflet), edition.media_type, b"", pages, ("PDF/X-4",))
    return with_ticket(leaflet, edition, output).ticket


def test_ticket_of_the_print_shop_has_the_figures_of_the_paper() -> None:
    """Format, bleed, colours, profile, paper and binding are what the edition promises."""
    lines = dict(line.split(": ", 1) for line in ticket("print-shop", 16).splitlines() if ": " in line)
    assert "tea-en-print-shop.pdf" == lines["File"]
    assert 'Tea & "water"' == lines["Title"]
    assert "148 × 210 mm" == lines["Trimmed size"]
    assert lines["Bleed"].startswith("3 mm on all four sides")
    assert lines["Pages"].startswith("16 single pages")
    assert "FOGRA39, ISO Coated v2 300% (basICColor)" == lines["Profile"]
    assert "PDF/X-4" == lines["Standard"]
    assert "folded once, two staples in the fold, on the left" == lines["Binding"]


def test_thick_brochure_is_not_to_be_stapled() -> None:
    """With more than 20 pages a stapled brochure does not lie flat: ACB."""
    assert "more than 20 pages: one that lies flat" in ticket("print-shop", 24)
    assert "with more than 20 pages" in ticket("large-print-booklet", 24)
    assert "with more than 20 pages" not in ticket("large-print-booklet", 20)


def test_booklet_counts_its_sheets() -> None:
    """Four pages stand on a sheet that is folded once, and the printer must turn it over the short edge."""
    text = ticket("large-print-booklet", 16)
    assert "Sheets: 4 of A4" in text
    assert "Both sides: flip on the short edge" in text
    assert "100 %" in text


@pytest.mark.parametrize(
    ("name", "way"), [("flyer-c", "first the right panel inwards"), ("flyer-z", "like a concertina")]
)
def test_flyer_says_how_it_is_folded(name: str, way: str) -> None:
    """A flyer is one sheet, folded at its marks."""
    text = ticket(name, 6)
    assert "Sheets: 1 of A4" in text
    assert way in text


@pytest.mark.parametrize(
    ("lang", "head"), [("nl-BE", "Drukopdracht"), ("fr", "Fiche d’impression"), ("de", "Druckauftrag")]
)
def test_ticket_is_in_the_language_of_the_leaflet(lang: str, head: str) -> None:
    """Each language has its words for all of it, numbers among them."""
    text = ticket("print-shop", 16, lang)
    assert head == text.splitlines()[0]
    assert "16" in text
    assert "{" not in text


@pytest.mark.parametrize("name", ["large-print", "accessible", "epub"])
def test_edition_that_anybody_prints_has_none(name: str) -> None:
    """A file that is read on a screen, or printed page by page, needs no ticket."""
    assert "" == ticket(name, 16)


def test_colon_is_that_of_the_language() -> None:
    """In French a space that does not break stands before it."""
    assert "Pages\u00a0: 16\n" in ticket("large-print-booklet", 16, "fr")
