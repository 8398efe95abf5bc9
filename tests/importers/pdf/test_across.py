"""Sheets with lines that go over their folds."""

from clearfold.importers.pdf.layout.panels import cut
from clearfold.importers.pdf.page.glyphs import Box, Glyph, Page

WIDE, HIGH = 600.0, 400.0


def letters(text: str, x: float, y: float, size: float, first: int) -> list[Glyph]:
    """Return the letters of a line, each half as wide as it is high."""
    step = size / 2
    return [
        Glyph(
            sign, Box(x + n * step, y - size, x + (n + 1) * step, y), y, size, "F", False, False, 0, -1, True, first + n
        )
        for n, sign in enumerate(text)
    ]


def sheet(*over: tuple[str, float, float, float]) -> Page:
    """Return a sheet of three panels, ten lines on each, and lines that go over its folds."""
    found: list[Glyph] = []
    for left in (20, 220, 420):
        for line in range(10):
            found += letters("one two three four five six", left, 80 + 20 * line, 10, len(found))
    for text, x, y, size in over:
        found += letters(text, x, y, size, len(found))
    return Page(1, WIDE, HIGH, tuple(found))


def test_heading_over_a_fold_belongs_to_the_first_panel() -> None:
    """A sheet is cut where it was folded all the same, and the heading is whole."""
    first, second, third = cut([sheet(("All about gout", 120, 50, 20))])
    assert [1, 2, 3] == [panel.place for panel in (first, second, third)]
    assert "Allaboutgout" == "".join(g.text for g in first.glyphs if g.index in first.across and g.text != " ")
    assert not [g for g in second.glyphs if g.index in second.across]


def test_box_below_belongs_to_the_last_panel() -> None:
    """What stands below all else is read after it: also a last line that ends before the fold."""
    panels = cut(
        [sheet(("Ring us for all that you want to know of it,", 120, 330, 10), ("day and night.", 120, 342, 10))]
    )
    told = ["".join(g.text for g in panel.glyphs if g.index in panel.across) for panel in panels]
    assert ["", "Ringusforallthatyouwanttoknowofit,dayandnight.", ""] == told


def test_word_that_is_too_long_keeps_its_last_letter() -> None:
    """A letter beyond a fold, or beyond the page, is that of the word that begins before it."""
    _, second, third = cut([sheet(("immunotherapy", 330, 50, 12), ("immunotherapy", 525, 50, 12))])
    ends = ["".join(g.text for g in panel.glyphs if g.size == 12) for panel in (second, third)]
    assert ["immunotherapy", "immunotherapy"] == ends
