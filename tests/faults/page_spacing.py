"""Faults in the room between the letters and the words of a finished PDF: squeezed, touching, over each other."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.faults.drawn import Drawn
from tests.faults.fault import fault
from tests.faults.page import Change, Hit, drawn_one, paragraph, putting
from tests.faults.shown import Glyph, Line, Show


def _closer(by: Callable[[Glyph], float], *kinds: str) -> Change:
    """Take so much away behind each glyph of an element, in thousandths of the type size; what follows moves up."""

    def change(drawn: Drawn, random: Random) -> Hit | None:
        found = drawn_one(drawn, random, *kinds)
        if found is None or not any(len(line.text) > 10 for line in found[1]):
            return None
        for line in found[1]:
            _squeeze(line, by)
        return found[0], found[1][0].page

    return change


def _squeeze(line: Line, by: Callable[[Glyph], float]) -> None:
    moved = 0.0
    for show in line.shows:
        show.move(-moved, 0)
        wide = show.wide()
        show.glyphs = [replace(glyph, advance=glyph.advance - by(glyph)) for glyph in show.glyphs]
        moved += wide - show.wide()


def _word(drawn: Drawn, random: Random) -> Hit | None:
    """Squeeze one long word, and leave what follows where it is."""
    found = drawn_one(drawn, random, "P", least=2)
    if found is None:
        return None
    words, lines = found
    for show in (show for line in lines for show in line.shows):
        fit = [word for word in show.text.split() if len(word) > 6 and word.isalpha()]
        if not fit or len(show.text) != len(show.glyphs):
            continue
        first = show.text.index(random.choice(fit))
        last = show.text.find(" ", first)
        for at in range(first, (last if last > 0 else len(show.glyphs)) - 1):
            show.glyphs[at] = replace(show.glyphs[at], advance=show.glyphs[at].advance - 90)
        return words, lines[0].page
    return None


def _over(drawn: Drawn, random: Random) -> Hit | None:
    """Draw one letter of a word over the one before it."""
    found = drawn_one(drawn, random, "P", least=2)
    if found is None:
        return None
    words, lines = found
    shows: list[Show] = [show for line in lines for show in line.shows if len(show.text) == len(show.glyphs)]
    places = [(show, at) for show in shows for at in range(len(show.glyphs) - 1) if show.text[at : at + 2].isalpha()]
    if not places:
        return None
    show, at = random.choice(places)
    glyph = show.glyphs[at]
    show.glyphs[at] = replace(glyph, advance=glyph.advance / 3)
    show.glyphs[at + 1] = replace(show.glyphs[at + 1], advance=show.glyphs[at + 1].advance + glyph.advance * 2 / 3)
    return words, lines[0].page


def _narrow(_: Drawn, lines: list[Line]) -> None:
    """Draw letters narrower than their font has them."""
    for line in lines:
        for show in line.shows:
            a, b, c, d, e, f = show.matrix
            show.matrix = (a * 0.8, b, c, d, line.left + (e - line.left) * 0.8, f)


FAULTS = (
    fault("page", "letters of a paragraph squeezed", "TYP-023", putting(_closer(lambda _: 60, "P"))),
    fault("page", "letters of a heading squeezed", "TYP-023", putting(_closer(lambda _: 60, "H2", "H3"))),
    fault("page", "letters of a cell squeezed", "TYP-023", putting(_closer(lambda _: 80, "TD"))),
    fault("page", "words touch", "TYP-023", putting(_closer(lambda g: 260 if g.text == " " else 0, "P"))),
    fault("page", "a word squeezed", "TYP-023", putting(_word)),
    fault("page", "a letter over another", "TYP-023", putting(_over)),
    fault("page", "letters narrower than their font's", "TYP-023", putting(paragraph(_narrow))),
)
