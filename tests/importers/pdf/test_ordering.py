"""The orders in which folded sheets are read."""

from dataclasses import replace

import pytest

from clearfold.importers.pdf.layout.pieces import Kind, Piece
from clearfold.importers.pdf.ordering.cues import against, cues_of, shared
from clearfold.importers.pdf.ordering.foldings import foldings
from clearfold.importers.pdf.ordering.joints import Ends, ends_of, joint
from clearfold.importers.pdf.ordering.order import choose
from clearfold.importers.pdf.page.glyphs import Box, Glyph
from clearfold.importers.pdf.page.lines import Line
from clearfold.importers.words.breaks import Breaks


@pytest.mark.parametrize(
    ("pages", "order"),
    [
        ((3, 3), (3, 1, 4, 5, 6, 2)),
        ((3, 3), (6, 4, 1, 2, 3, 5)),
        ((3, 3), (3, 4, 5, 6, 1, 2)),
        ((4, 4), (4, 1, 5, 6, 7, 8, 2, 3)),
        ((2, 2), (2, 3, 4, 1)),
        ((2, 2, 2, 2), (2, 3, 6, 7, 8, 5, 4, 1)),
        ((2, 2, 2), (1, 2, 3, 4, 5, 6)),
        ((1, 1), (1, 2)),
    ],
)
def test_folding(pages: tuple[int, ...], order: tuple[int, ...]) -> None:
    """Each way to fold a leaflet is among the orders that are tried."""
    assert order in {folding.order for folding in foldings(pages)}


@pytest.mark.parametrize("pages", [(3, 3), (4, 4), (2, 2), (2, 2, 2, 2), (6, 6), (3,), (1, 1, 1), (2, 3)])
def test_whole(pages: tuple[int, ...]) -> None:
    """Every order has every panel once."""
    every = tuple(range(1, sum(pages) + 1))
    assert {every} == {tuple(sorted(folding.order)) for folding in foldings(pages)}


def ends(text: str, size: float = 10.0) -> Ends:
    """Return the ends of a panel that holds one paragraph."""
    glyphs = tuple(
        Glyph(sign, Box(n * 5.0, 0, n * 5.0 + 5, 10), 10, size, "F", False, False, 0, -1, True)
        for n, sign in enumerate(text)
    )
    piece = Piece(Kind.TEXT, (Line(glyphs, Box(0, 0, 5.0 * len(text), 10), 10, size),))
    found = ends_of([piece], size, None)
    assert found is not None
    return found


def test_way_to_fold_that_is_not_known_is_asked_about() -> None:
    """Where another order reads far better than all ways to fold that are known, nobody is told that one is right."""
    texts = (
        "Gout, and what you",
        "may swell.",
        "can do against it. The",
        "joints hurt, and they",
        "Then rest.",
        "Ring us.",
    )
    panels = {n: ends(text, 20.0 if n == 1 else 10.0) for n, text in enumerate(texts, 1)}
    assert not choose([3, 3], panels, Breaks("en", ())).sure


def test_numbers_go_up_from_panel_to_panel() -> None:
    """Captions and headings that are counted say which panel comes first."""
    cues = {n: cues_of([piece]) for n, piece in enumerate((_piece("Figure 2. A hand"), _piece("Figure 1. A foot")), 1)}
    assert (3.0, 0.0) == (against((1, 2), cues), against((2, 1), cues))


def test_words_that_two_panels_share_hold_them_together() -> None:
    """A text goes on where it is about the same."""
    cues = {
        n: cues_of([_piece(text)]) for n, text in enumerate(("The pacemaker beats.", "Pacemakers rest.", "Salt."), 1)
    }
    told = shared(cues)
    assert told[1, 2] > told[1, 3]


def _piece(text: str) -> Piece:
    first = ends(text).first
    assert first is not None
    return first


def after(text: str, following: str, lang: str = "en", room: float | None = None) -> float:
    """Return how well a panel that ends with one text is followed by a panel that begins with another."""
    one, other = ends(text), ends(following)
    return joint(replace(one, room=room), other, Breaks(lang, ()))


def test_word_that_had_fitted_did_not_go_on() -> None:
    """Behind a line with room for the next word, no sentence goes on; a full line goes on rather than that it ends."""
    assert (
        after("The joints hurt when", "they are cold.", room=1.0) > 0 > after("Rest", "they are cold.", room=90.0) - 2
    )
    assert after("Rest helps.", "Cold does not.", room=1.0) > after("Rest helps.", "Cold does not.", room=90.0)


def test_address_ends_what_is_said() -> None:
    """Behind a telephone number or an address of the web, no sentence goes on."""
    assert after("Ring 012 34 56 78", "they are cold.") < 0
    assert after("see www.example.org/gout", "they are cold.") < 0
    assert after("The joints hurt when", "they are cold.") > 2


def test_noun_goes_on_in_german() -> None:
    """A capital begins no sentence there, least of all behind an article."""
    assert after("Die Ursache ist eine", "Entzündung der Gelenke.", "de") > after("It is an", "Inflammation.", "en")
