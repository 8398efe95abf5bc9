"""Faults of what is in a finished PDF and on no page, or elsewhere on its page, where nobody has promised the paper."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

from pikepdf import Dictionary, Name

from tests.faults.drawn import Drawn, Item, box
from tests.faults.fault import fault
from tests.faults.page import Change, Hit, drawn_one, paragraph, putting, set_lines
from tests.faults.shown import Colour, Line, made

WHITE: Colour = (1.0, 1.0, 1.0)
Around = tuple[tuple[Item, ...], tuple[Item, ...]]


def _between(around: Callable[[Drawn, list[Line]], Around]) -> Change:
    """Put operators before and after everything that a paragraph shows."""

    def change(drawn: Drawn, lines: list[Line]) -> None:
        before, after = around(drawn, lines)
        items = drawn.items[lines[0].page]
        for show in (show for line in lines for show in line.shows):
            at = items.index(show)
            items[at : at + 1] = [*before, show, *after]

    return paragraph(change)


def _mode(number: int) -> Callable[[Drawn, list[Line]], Around]:
    return lambda _drawn, _lines: ((made("Tr", number),), (made("Tr", 0),))


def _vanished(drawn: Drawn, lines: list[Line]) -> Around:
    """Let all of what is behind the letters through."""
    page = drawn.pdf.pages[lines[0].page]
    states = page.Resources.get("/ExtGState", Dictionary())
    states["/Gone"], states["/Back"] = Dictionary(ca=0), Dictionary(ca=1)
    page.Resources.ExtGState = states
    return (made("gs", Name("/Gone")),), (made("gs", Name("/Back")),)


def _clipped(_drawn: Drawn, _lines: list[Line]) -> Around:
    """Draw within a clip that is elsewhere."""
    return (made("q"), made("re", 0.0, 0.0, 2.0, 2.0), made("W"), made("n")), (made("Q"),)


def _coloured(colour: Colour) -> Change:
    def change(_: Drawn, lines: list[Line]) -> None:
        for show in (show for line in lines for show in line.shows):
            show.colour = colour

    return paragraph(change)


def _dust(_: Drawn, lines: list[Line]) -> None:
    """Make letters as small as dust, each line where it was."""
    for line in lines:
        for show in line.shows:
            show.scale(0.6 / show.points, line.left, line.y)


def _beyond(across: float, up: float) -> Change:
    """Move a paragraph out of its page, by so many widths and heights of it."""

    def change(drawn: Drawn, lines: list[Line]) -> None:
        wide, tall = drawn.size(lines[0].page)
        for line in lines:
            line.move(across * wide, up * tall)

    return paragraph(change)


def _covered(colour: Colour) -> Change:
    def change(drawn: Drawn, lines: list[Line]) -> None:
        size, low = lines[0].shows[0].points, lines[-1].y
        wide = max(line.right for line in lines) - lines[0].left
        drawn.draw(lines[0].page, *box(colour, lines[0].left, low - size / 3, wide, lines[0].y + size - low))

    return paragraph(change)


def _change_places(drawn: Drawn, random: Random) -> Hit | None:
    """Let two paragraphs of a page change their places, and leave their order in the tags and in the file."""
    found = [(drawn.text(e), lines) for e, lines in set_lines(drawn, "P", least=2)]
    pairs = [(one, two) for one, two in pairwise(found) if one[1][0].page == two[1][0].page]
    if not pairs:
        return None
    (one, above), (two, below) = random.choice(pairs)
    rise = above[0].y - below[0].y
    fall = above[-1].y - below[-1].y
    for line in above:
        line.move(0, -fall)
    for line in below:
        line.move(0, rise)
    return f"{one}\n{two}", above[0].page


def _columns(drawn: Drawn, random: Random) -> Hit | None:
    """Put a paragraph to the left of the one before it, beside its last lines."""
    found = [(drawn.text(e), lines) for e, lines in set_lines(drawn, "P", least=3)]
    pairs = [(one, two) for one, two in pairwise(found) if one[1][0].page == two[1][0].page]
    if not pairs:
        return None
    (_, one), (words, two) = random.choice(pairs)
    half = drawn.size(one[0].page)[0] / 2
    rise = one[0].y - two[0].y
    for line in one:
        for show in line.shows:
            show.scale(0.4, line.left, line.y)
        line.move(half - line.left, 0)
    for line in two:
        for show in line.shows:
            show.scale(0.4, line.left, line.y)
        line.move(0, rise)
    return words, one[0].page


def _other_glyphs(drawn: Drawn, random: Random) -> Hit | None:
    """Show a word in other glyphs, and let ToUnicode say that they are the word's own letters."""
    found = drawn_one(drawn, random, "P", least=2)
    if found is None:
        return None
    words, lines = found
    page, show = lines[0].page, lines[0].shows[0]
    twin = drawn.twin(page, show.font)
    letters = sorted({glyph.text for glyph in show.glyphs if glyph.text.isalpha()})
    codes = {char: code for code, char in show.font.text.items()}
    others = [char for char in codes if len(char) == 1 and char.isalpha() and char not in letters]
    said, other = random.choice(letters), random.choice(others)
    if said.casefold() == other.casefold():
        return None
    mapped = f"1 beginbfchar <{codes[other].hex()}> <{said.encode('utf-16-be').hex()}> endbfchar"
    data = twin.object.ToUnicode.read_bytes() + b"\n" + mapped.encode()
    twin.object.ToUnicode = drawn.pdf.make_stream(data)
    show.font = twin
    show.glyphs = [replace(glyph, code=codes[other]) if glyph.text == said else glyph for glyph in show.glyphs]
    return words, page


FAULTS = (
    fault("unseen", "letters that are not painted", "TXT-010", putting(_between(_mode(3)))),
    fault("unseen", "letters that let everything through", "TXT-010", putting(_between(_vanished))),
    fault("unseen", "letters clipped away", "TXT-010", putting(_between(_clipped))),
    fault("unseen", "white letters on white", "TXT-010", putting(_coloured(WHITE))),
    fault("unseen", "letters of nearly the paper's white", "TXT-010", putting(_coloured((0.93, 0.95, 0.9)))),
    fault("unseen", "letters as small as dust", "TXT-010", putting(paragraph(_dust))),
    fault("unseen", "text beside the page", "TXT-010", putting(_beyond(1.2, 0))),
    fault("unseen", "text below the page", "TXT-010", putting(_beyond(0, -1.1))),
    fault("unseen", "text under paper white", "TXT-010", putting(_covered(WHITE))),
    fault("unseen", "text under a coloured box", "TXT-010", putting(_covered((0.2, 0.4, 0.6)))),
    fault("unseen", "glyphs of other letters", "TXT-011", putting(_other_glyphs)),
    fault("unseen", "two paragraphs have changed places", "ORD-003", putting(_change_places)),
    fault("unseen", "columns from right to left", "ORD-003", putting(_columns)),
)

# Where the paper promises something, the rules of pages tell what is unseen: it is faint, small, or near the edge.
BY_RULE = {
    "letters clipped away": "TXT-010",
    "letters as small as dust": "TYP-001",
    "text beside the page": "TYP-011",
    "text below the page": "TYP-011",
}
# Letters of another width may lie over each other, and paragraphs of other lengths; columns are made by small letters.
ALSO = {
    "glyphs of other letters": "TYP-023",
    "two paragraphs have changed places": "TYP-002",
    "columns from right to left": "TYP-001 TYP-006 TYP-024",
    "text below the page": "TYP-024",  # what is taken off a page leaves it empty
}
PROMISED = tuple(
    replace(
        one,
        codes=frozenset({BY_RULE.get(one.name, "TYP-007")}) if "TXT-010" in one.codes else one.codes,
        also=frozenset(ALSO.get(one.name, "").split()),
    )
    for one in FAULTS
)
"""The same faults in a file of which the paper is promised."""
