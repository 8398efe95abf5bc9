"""Columns of a panel, and tables that only white sets apart."""

from clearfold.importers.pdf.layout.aligned import find_aligned
from clearfold.importers.pdf.layout.columns import columns_of
from clearfold.importers.pdf.layout.panels import cut
from clearfold.importers.pdf.page.glyphs import Glyph, Page
from clearfold.importers.pdf.page.lines import Line, lines_of
from tests.importers.pdf.test_across import letters


def page(*lines: tuple[str, float, float]) -> list[str]:
    """Return the texts of the columns of a panel with lines of 10 points at some places."""
    glyphs: list[Glyph] = []
    for text, x, y in lines:
        glyphs += letters(text, x, y, 10, len(glyphs))
    (panel,) = cut([Page(1, 300.0, 400.0, tuple(glyphs))])
    columns = columns_of(panel)
    return [" ".join(thing.text for thing in column.things if isinstance(thing, Line)) for column in columns]


def test_short_columns_that_begin_together_are_read_one_after_the_other() -> None:
    """A text that ends in two columns of a few lines: no line of one is level with a line of the other."""
    assert ["Ring us at night: see example.org/", "guide"] == page(
        ("Ring us at night:", 20, 48), ("see example.org/", 20, 60), ("guide", 170, 42)
    )


def test_level_lines_are_no_columns() -> None:
    """Words on one line with white between them are read as one; so is what stands above all else at the right."""
    assert ["Open from nine to five"] == page(("Open", 20, 40), ("from nine to five", 170, 40))
    assert ["Edition 7 All about gout"] == page(("Edition 7", 170, 40), ("All about gout", 20, 90))


def test_last_row_of_a_table_is_no_line_below_columns() -> None:
    """Cells of several lines look like columns of text, once their last line, parted as they are, is left out."""
    left = ("Situation", "the person there", "falls", "the fits go on", "long", "waking up again", "is slow")
    right = (
        "What the family does",
        "protect the head loosen",
        "it",
        "call after five minutes",
        "now",
        "stay and be with him or",
        "her",
    )
    pieces = [(text, x, 30 + 12 * row) for x, side in ((20, left), (130, right)) for row, text in enumerate(side)]
    assert 1 == len(page(*pieces))


def test_columns_whose_lines_are_set_in_rows_are_a_table() -> None:
    """Where lines stand apart at the same heights in all columns, rows begin, however full the cells are."""
    rows = ((30, 42), (60, 72), (90, 102))
    cells = ("the person falls or", "sits down at once", "protect the head and loosen", "the collar of the shirt")
    pieces = [(cells[2 * side + at], 20 + 110 * side, row[at]) for row in rows for side in (0, 1) for at in (0, 1)]
    assert 1 == len(page(*pieces))
    apart = [(text, x, y + (30 if x > 20 and y > 30 else 0)) for text, x, y in pieces]
    assert 2 == len(page(*apart))


def spread(words: str, gap: float, y: float, first: int) -> list[Glyph]:
    """Return a line whose words stand so far apart, in points."""
    x = 20.0
    found: list[Glyph] = []
    for word in words.split():
        found += letters(word, x, y, 10, first + len(found))
        x += 5 * len(word) + gap
    return found


def test_line_that_was_spread_begins_no_table() -> None:
    """The spaces of a justified line are as wide as cells stand apart; a table begins below it."""
    glyphs = spread("tablets and one mosquitonet", 21.0, 40, 0)
    glyphs += spread("always helps", 2.6, 52, len(glyphs))
    for row, y in (("Against Doses", 80), ("Typhoid 1", 96), ("Rabies 3", 112)):
        one, other = row.split()
        glyphs += letters(one, 20, y, 10, len(glyphs))
        glyphs += letters(other, 120, y, 10, len(glyphs) + len(one))
    lines = lines_of(glyphs)
    assert [2] == [start for start, _, _ in find_aligned(lines)]
    # Cells of a table are not as far apart as each other, and none ends at the edge of its column for that.
    assert [0] == [start for start, _, _ in find_aligned(lines[2:])]
