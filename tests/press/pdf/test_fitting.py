"""Brochures that fit their paper: title, picture, contents, ruled pages, and a code that telephones can read."""

import logging
from collections import Counter
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.edition import Edition
from clearfold.press.editions.giant_print import GIANT_PRINT
from clearfold.press.editions.large_print import LARGE_PRINT, LARGE_PRINT_A5
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet
from clearfold.press.pdf.pages import print_page
from clearfold.press.pdf.render import Rendered

pytestmark = pytest.mark.no_cover

GARDEN = Path(__file__).parents[2] / "cases/long/garden"


def leaflet(front: str, body: str = "Text.", title: str = "Tea") -> Leaflet:
    text = f"---\ntitle: {title}\nlang: en\n{front}---\n\n{body}\n"
    return read_leaflet(parse_source(GARDEN / "en.md", text.encode()))


def printed(given: Leaflet, edition: Edition) -> Rendered:
    return print_page(given, edition)


def pages(rendered: Rendered) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(rendered.data)).pages]


def lines_of_the_title(rendered: Rendered, title: str) -> int:
    """Return on how many lines of the cover the words of the title stand."""
    words = set(title.split())
    return sum(1 for line in pages(rendered)[0].splitlines() if line.split() and set(line.split()) <= words)


@pytest.mark.parametrize("edition", [LARGE_PRINT, LARGE_PRINT_A5, GIANT_PRINT], ids=lambda edition: edition.name)
def test_long_title_takes_three_lines(edition: Edition) -> None:
    """A title that would take four lines in the largest letters is set smaller."""
    title = "Everything about fatigue after rheumatism"
    assert 3 == lines_of_the_title(printed(leaflet("", title=title), edition), title)


@pytest.mark.parametrize("edition", [LARGE_PRINT, LARGE_PRINT_A5], ids=lambda edition: edition.name)
def test_contents_stand_on_one_page(edition: Edition) -> None:
    """Fourteen headings are brought on one page by less space between them."""
    body = "\n\n".join(f"## What do I do in month {n}?\n\nText." for n in range(1, 13))
    found = pages(printed(leaflet("key_messages: [Sow.]\n", body), edition))
    assert ["What do I do in month 1?", "My questions"] == [
        entry for entry in ("What do I do in month 1?", "My questions") if entry in found[1]
    ]
    assert "In brief" in found[2]


def test_contents_of_two_pages_tell_the_pages_behind_them() -> None:
    """Where the contents spill over, what stands behind them is counted anew."""
    body = "\n\n".join(f"## What do I do in week {n}?\n\nText." for n in range(1, 41))
    found = pages(printed(leaflet("", body), LARGE_PRINT))
    last = next(number for number, text in enumerate(found, start=1) if "My questions" in text and number > 3)
    assert "What do I do in week 40?" in found[2]
    assert f"My questions {last}" in " ".join(found[2].split())
    assert str(last) in found[last - 1].split()


def test_body_is_laid_out_once(caplog: pytest.LogCaptureFixture) -> None:
    """Ruled pages and page numbers in the contents cost the pages before them no second layout."""
    caplog.set_level(logging.INFO, "weasyprint.progress")
    rendered = printed(leaflet("contact:\n  phone: 012 34\n", "\n\n".join(["Word " * 60] * 42)), LARGE_PRINT)
    laid = (record.getMessage() for record in caplog.records if "Creating layout - Page" in record.getMessage())
    times = Counter(int(told.rpartition(" ")[2]) for told in laid)
    # The front and the back cover once more, and the empty pages that stand for those before body and back.
    again = 2 + 2 + 3 + 4
    assert 15 < rendered.pages <= sum(times.values()) <= rendered.pages + again
    # The front and the back have up to four pages, with those that stand for others; the body is laid out once.
    assert {1} == {count for page, count in times.items() if page > 4}


def test_questions_begin_below_the_text() -> None:
    """Where the last page of the text has room, the lines to write on begin there, and no page is ruled for them."""
    rendered = printed(leaflet("contact:\n  phone: 012 34\n", "Word " * 60), LARGE_PRINT)
    found = pages(rendered)
    assert 4 == len(found)
    assert ["Word" in found[2], "My questions" in found[2], "My questions 3" in " ".join(found[1].split())] == [
        True
    ] * 3


@pytest.mark.slow("prints each edition in full")
@pytest.mark.parametrize("paragraphs", [1, 9, 18, 27, 36])
@pytest.mark.parametrize(("edition", "every"), [(LARGE_PRINT, 2), (LARGE_PRINT_A5, 4)])
def test_ruled_pages_fill_the_last_sheet(paragraphs: int, edition: Edition, every: int) -> None:
    """Between one ruled page and four, as many as the paper asks for, and the back cover is the last page."""
    rendered = printed(leaflet("contact:\n  phone: 012 34\n", "\n\n".join(["Word " * 60] * paragraphs)), edition)
    found = pages(rendered)
    ruled = [number for number, text in enumerate(found, start=1) if "My questions" in text and number > 2]
    assert 0 == rendered.pages % every
    assert 1 <= len(ruled) <= every
    assert "012 34" in found[-1]


@pytest.mark.slow("prints each edition in full")
@pytest.mark.parametrize("edition", [LARGE_PRINT, LARGE_PRINT_A5, GIANT_PRINT], ids=lambda edition: edition.name)
def test_contact_of_ordinary_length_fits_one_back_cover(edition: Edition) -> None:
    """Text, telephone, mail, website, address, forms and a code stand on the last page, and on no other."""
    contact = (
        "contact:\n  text: Ring us on Tuesdays and Thursdays, from nine to twelve, or leave a message at any time.\n"
        "  phone: 012 34\n  email: question@example.org\n  website: https://example.org/leaflets\n"
        "  address: The Old School, 2 Example Lane, Exampleton\n"
        "formats:\n- in large print\n- as an e-book\nonline: https://example.org/leaflets/tea?lang=en\n"
    )
    found = pages(printed(leaflet(contact), edition))
    assert [len(found)] == [number for number, text in enumerate(found, start=1) if "012 34" in text]
    assert "lang=en" in "".join(found[-1].split())


def test_code_leads_to_the_address() -> None:
    """A telephone reads from the back cover's code the very address that stands beside it."""
    address = "https://example.org/leaflets/garden?lang=en&from=paper"
    document = pypdfium2.PdfDocument(printed(leaflet(f"online: {address}\n"), LARGE_PRINT_A5).data)
    image = document[len(document) - 1].render(scale=3).to_pil()
    assert [address] == [code.text for code in zxingcpp.read_barcodes(image)]


def test_no_code_without_an_address() -> None:
    """Where the copy has no address, there is no code and no empty place for one."""
    document = pypdfium2.PdfDocument(printed(leaflet("formats: [paper]\n"), LARGE_PRINT_A5).data)
    assert [] == list(zxingcpp.read_barcodes(document[len(document) - 1].render(scale=3).to_pil()))


def test_cover_that_says_too_much_is_told() -> None:
    """Where nothing makes room, the words are not hidden behind the foot of the cover: their writer is told."""
    with pytest.raises(LeafletError, match=r"error SRC-123: giant-print: what the cover says"):
        printed(leaflet("", title="Everything that we know of gardens " * 12), GIANT_PRINT)
