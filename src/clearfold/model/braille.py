"""What a braille edition promises of its pages: the press lays them out so, and the proof counts the cells."""

from dataclasses import dataclass

LANGUAGES = ("nl", "fr", "de", "en")
"""The languages of which both the press and the proof know the braille."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of braille: cells on a line, and lines on a page, the one with the number of the page among them.

    33 cells and 28 lines are what Dedicon, the Dutch producer of braille for schools, prints; a volume holds at most
    84 pages there. ``width`` 0 is of what is read on a display, and has no pages.
    """

    width: int = 33
    lines: int = 28
    volume: int = 84
