"""What a braille edition promises of its pages: the press lays them out so, and the proof counts the cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

LANGUAGES = ("nl", "fr", "de", "en")
"""The languages of which both the press and the proof know the braille."""


class PageSize(StrEnum):
    """A page of braille, as its cells on a line by its lines.

    33 by 28 is what Dedicon prints, the Dutch producer of braille for schools; 40 by 25 is usual in North America, and
    28 by 27 fits A4, at 6 mm a cell and 10 mm a line.
    """

    USUAL = "33x28"
    WIDE = "40x25"
    NARROW = "28x27"


class Grade(StrEnum):
    """How words are written: letter by letter, or with the signs of a language for its words and syllables."""

    UNCONTRACTED = "uncontracted"
    CONTRACTED = "contracted"


CELLS: Mapping[PageSize, tuple[int, int]] = MappingProxyType(
    {PageSize.USUAL: (33, 28), PageSize.WIDE: (40, 25), PageSize.NARROW: (28, 27)}
)
"""Cells on a line and lines on a page, the one with the number of the page among them."""


CONTRACTED = ("fr", "en", "de")
"""The languages that have contracted braille here."""
READ_BACK = ("fr", "en")
"""Those of which it can be read back: liblouis 3.24.0 reads hardly half of the words of contracted German."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of braille: cells on a line, and lines on a page, the one with the number of the page among them.

    A ``volume`` holds at most so many pages: 84, as Dedicon binds them. ``width`` 0 is of what is read on a display,
    and has no pages. ``grade`` is how the words on it are written. ``print_pages`` says whether the numbers of
    the printed edition's pages are shown, and ``printed`` is that edition, b"" where it is not at hand.
    """

    width: int = 33
    lines: int = 28
    volume: int = 84
    grade: Grade = Grade.UNCONTRACTED
    print_pages: bool = False
    printed: bytes = field(default=b"", repr=False)
