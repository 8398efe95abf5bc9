"""Pages are filled: what is left over is shared among the spaces, pictures make way, and sheets are saved."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from clearfold.model.paper import Level, Paper
from clearfold.model.source import read_source
from clearfold.model.units import MM
from clearfold.press.edition import Fit
from clearfold.press.editions.large_print import LARGE_PRINT, LARGE_PRINT_A5
from clearfold.press.markdown import read_leaflet
from clearfold.press.pdf.composing.composition import compose
from clearfold.press.pdf.composing.drawings import worded
from clearfold.press.pdf.render import Rendered
from clearfold.press.template.page_text import page_tree
from tests.page_fill import fills
from tests.press.pdf.test_fitting import leaflet, printed

pytestmark = pytest.mark.no_cover

HUGE = Paper(Level.GIANT, width=148, height=410, margin=14)
SENTENCE = "Water the bed in the evening, when the sun is low, and not in the heat of the day. "
BODY = "\n\n".join(f"## Bed {n}\n\n{SENTENCE * 2}\n\n{SENTENCE}\n\n{SENTENCE * 3}" for n in range(1, 9))


def blank(rendered: Rendered, page: int) -> float:
    """Return how much of a page, counted from 1, stays empty at its foot."""
    return 1 - fills(rendered.data)[page - 1]


def test_what_is_left_over_is_shared() -> None:
    """A page whose next block did not fit reaches nearly to its foot."""
    made = printed(leaflet("density: roomy\n", BODY), LARGE_PRINT)
    assert max(blank(made, page) for page in range(3, made.pages - 2)) < 0.2


@pytest.mark.parametrize(("count", "shares"), [(1, True), (2, True), (5, False)])
def test_few_key_messages_share_their_page(count: int, shares: bool) -> None:
    """The body begins on the page of the key messages where these are few; else their panel is as tall as the page."""
    front = f"key_messages: [{', '.join([SENTENCE.strip().replace(',', '')] * count)}]\n"
    made = printed(leaflet(front, "## Bed\n\nText."), LARGE_PRINT)
    assert shares == ("Text." in pages_of(made)[0])
    assert shares or blank(made, 3) < 0.02


def test_key_messages_that_share_a_page_take_of_what_is_left() -> None:
    """Above a body of which little fits on their page, messages stand further apart than above one that fills it."""
    front = "key_messages: [First, Second]\n"
    bodies = (f"## Bed\n\n{SENTENCE * 3}\n\n!!! note\n    {SENTENCE * 10}\n\n## Pot\n\nText.", SENTENCE * 60)
    near_foot, above_text = (apart(printed(leaflet(front, body), LARGE_PRINT), "First", "Second") for body in bodies)
    assert 10 < near_foot - above_text < 15


def apart(rendered: Rendered, *words: str) -> float:
    """Return how many mm two words of page 3 stand below each other."""
    text = pypdfium2.PdfDocument(BytesIO(rendered.data))[2].get_textpage()
    found = [text.search(word).get_next() for word in words]
    first, second = (text.get_charbox(at[0])[1] for at in found if at)
    return float(first - second) / MM


def test_picture_is_lowered_where_it_then_fits() -> None:
    """A picture that lacks a little room on a page is made lower, and stands on it."""
    picture = '![Soil](images/soil.png "Layers of soil")'
    made = [
        printed(
            leaflet("density: roomy\n", f"## Bed\n\n{SENTENCE * n}\n\n{picture}\n\n## Next\n\nText."), LARGE_PRINT_A5
        )
        for n in range(3, 8)
    ]
    assert {1} == {sum("Layers" in text and "Bed" in text for text in pages_of(one)) for one in made[:3]}


def pages_of(rendered: Rendered) -> list[str]:
    document = pypdfium2.PdfDocument(BytesIO(rendered.data))
    return [document[n].get_textpage().get_text_range() for n in range(2, len(document))]


@pytest.mark.slow("lays a leaflet out in two densities")
def test_density_saves_sheets_where_nothing_is_said() -> None:
    """A booklet is set compactly where that saves a sheet; never where the leaflet asks for room."""
    front = "density: {}\n"
    roomy, compact = (printed(leaflet(front.format(name), BODY), LARGE_PRINT_A5) for name in ("roomy", "compact"))
    assert min(roomy.pages, compact.pages) == printed(leaflet("", BODY), LARGE_PRINT_A5).pages


LADDER = Path(__file__).parents[3] / "cases/printed/whole-english"


def test_drawing_is_as_high_as_its_letters_want() -> None:
    """The words of a drawing are no smaller than large print lets them be, where the page has room."""
    read = read_leaflet(read_source(LADDER / "en-GB.md"))
    (least,) = worded(read, LARGE_PRINT_A5).values()
    assert 2.9 < 0.49 * 18 / 200 * least < 3.1
    assert [83.3] == list(worded(read, replace(LARGE_PRINT_A5, paper=HUGE)).values())


def test_section_with_a_tab_begins_its_page() -> None:
    """A section that begins a page for the sake of its pages does so with its tab, and no tab is lost."""
    root = page_tree(
        "<html><body><section><h2>Bed</h2></section>"
        '<section><div class="thumb right">2</div><div class="thumb left">2</div><h2>Pot</h2></section></body></html>'
    )
    at = next(n for n, one in enumerate(root.iter()) if one.tag == "h2" and one.text == "Pot")
    compose(root, Fit(begins=frozenset({at})), {})
    first, second = root.iter("section")
    assert ["h2", "div", "div"] == [one.tag for one in first]
    assert ("break-before: page", ["h2"]) == (second.get("style", "").partition("; ")[2], [one.tag for one in second])


@pytest.mark.parametrize("paragraphs", [14, 17, 24])
def test_picture_beside_text_stays_above_the_folio(paragraphs: int) -> None:
    """Where blocks are moved down to fill a page, a picture lower than the text beside it is not passed."""
    text = "\n\n".join([SENTENCE] * paragraphs)
    picture = f"![Soil](images/soil.png){{.beside}}\n\nText.\n\n!!! note\n    {SENTENCE * 12}"
    made = printed(leaflet("density: roomy\n", f"## Bed\n\n{text}\n\n{picture}"), LARGE_PRINT)
    pictures = [
        image.get_bounds()[1] / MM
        for page in pypdfium2.PdfDocument(BytesIO(made.data))
        for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    ]
    assert LARGE_PRINT.paper is not None
    assert min(pictures) > LARGE_PRINT.paper.margin
