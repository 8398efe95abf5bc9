"""Pictures of pages: the place is marked on them, whatever file they are of."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from clearfold.proof.findings.finding import Finding, finding
from clearfold.proof.report.pictures import HIGHEST, MARK, WIDTH, Picture, cover, first_page, open_pages, page_of
from tests.faults import sample


def image(picture: Picture | None) -> Image.Image:
    assert picture is not None
    drawn = Image.open(BytesIO(picture.data))
    assert (picture.width, picture.height) == drawn.size
    return drawn.convert("RGB")


def drawn(data: bytes, told: Finding) -> Picture | None:
    pages = open_pages(data)
    assert pages is not None
    return pages.picture(told)


def marks(picture: Picture | None) -> tuple[int, int, int, int] | None:
    """Return the box around all that is drawn in the colour of marks."""
    found = image(picture).convert("RGB")
    pixels = found.tobytes()
    mask = bytes(255 * (pixels[i : i + 3] == bytes(MARK)) for i in range(0, len(pixels), 3))
    return Image.frombytes("L", found.size, mask).getbbox()


def test_words_are_boxed() -> None:
    """The box lies around the words: it is wider for more of them, and does not move."""
    one = marks(
        drawn(sample.pdf(), finding("TXT-003", None, place="page 1", found="een ziekte", around=("Griep is", "")))
    )
    two = marks(drawn(sample.pdf(), finding("TXT-003", None, place="page 1", found="een ziekte van de luchtwegen.")))
    assert one is not None
    assert two is not None
    assert one[:2] == two[:2]
    assert two[2] - two[0] > 1.5 * (one[2] - one[0])


def test_a_caret_stands_where_words_are_missing() -> None:
    """Where words are missing, what is drawn is narrow, and higher than a line."""
    around = ("Griep is een ziekte van de luchtwegen.", "Een virus veroorzaakt ze")
    found = marks(drawn(sample.pdf(), finding("TXT-001", None, place="page 1", expected="Vaak.", around=around)))
    assert found is not None
    assert 40 > found[2] - found[0]
    assert found[3] - found[1] > 30


def test_only_the_part_around_the_place_is_shown() -> None:
    """The picture has the width of the page, and not its height."""
    picture = drawn(sample.pdf(), finding("TXT-003", None, place="page 1", found="een ziekte van"))
    assert picture is not None
    assert picture.marked
    assert WIDTH == picture.width
    assert HIGHEST >= picture.height


def test_place_that_is_not_found_leaves_the_page_unmarked() -> None:
    """A page is shown without a mark where the words are not on it, and not at all where there is no such page."""
    picture = drawn(sample.pdf(), finding("TXT-003", None, place="page 1", found="elsewhere"))
    assert picture is not None
    assert not picture.marked
    assert marks(picture) is None
    assert drawn(sample.pdf(), finding("TXT-003", None, place="page 99", found="een ziekte")) is None
    assert drawn(sample.pdf(), finding("CON-007", None, place="catalogue")) is None


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_marked_where_the_words_are(turn: int) -> None:
    """A page that is turned has its mark on the words as they are shown: the box is long in the line's direction."""
    with pikepdf.open(BytesIO(sample.pdf())) as pdf:
        pdf.pages[0].rotate(turn, relative=True)
        out = BytesIO()
        pdf.save(out)
    found = marks(drawn(out.getvalue(), finding("TXT-003", None, place="page 1", found="een ziekte van de luchtwegen")))
    assert found is not None
    across, up = found[2] - found[0], found[3] - found[1]
    assert (turn % 180 == 0) == (across > up)


@pytest.mark.parametrize(
    ("place", "page"),
    [("page 3", 3), ("pages 3, 4 and 2 more", 3), ("page 3, page 4", 3), ("side 2", 0), ("catalogue", 0), ("", 0)],
)
def test_page_of_a_place(place: str, page: int) -> None:
    """The first page that a place names is shown."""
    assert page == page_of(place)


def test_what_cannot_be_drawn_has_no_picture() -> None:
    """A broken file has no picture, and is no error: its finding tells of it."""
    assert [None, None, None] == [first_page(b"%PDF-1.7"), cover(b"PK"), cover(sample.epub())]
    assert open_pages(b"no PDF") is None


def test_the_same_file_gives_the_same_picture() -> None:
    """Pictures are the same byte for byte."""
    assert first_page(sample.pdf()) == first_page(sample.pdf())
