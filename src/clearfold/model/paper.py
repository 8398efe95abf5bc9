"""What a printed edition promises of its paper: the press makes it so, and the proof measures the finished file."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How large the letters are on the page; the proof has the x-height in mm that each asks for."""

    CLEAR = "clear"
    LARGE = "large"
    GIANT = "giant"


class Fold(StrEnum):
    """How the pages stand on the sheets of the file, and how the paper is folded to bring them in order."""

    FLAT = "flat"  # each page of the file is a page to its reader
    BOOKLET = "booklet"  # two pages on each side of a sheet, folded once, stapled in the fold
    C_FOLD = "c-fold"  # six panels on one sheet, both outer ones folded inwards, one over the other
    Z_FOLD = "z-fold"  # six panels on one sheet, folded like a concertina

    @property
    def on_side(self) -> int:
        """How many pages stand beside one another on a side of the sheet."""
        return {Fold.FLAT: 1, Fold.BOOKLET: 2, Fold.C_FOLD: 3, Fold.Z_FOLD: 3}[self]


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper of a printed edition; lengths in mm, of a page or panel as its reader holds it.

    ``margin`` is the least space between the edge and the text, folios and running heads aside. ``bleed`` is how far
    colour goes on beyond the edge. The number of pages is a multiple of ``multiple``, and above ``most`` (0: none) a
    stapled booklet does not lie flat. ``screen`` is a file that is also read on screens, where links are underlined;
    ``tagged`` one with a structure tree; ``folios`` one with page numbers, which stand at the outer side of
    two-sided pages, and on the right of a screen's. A width, height or margin of 0 is not promised, and not measured.
    """

    level: Level
    width: float
    height: float
    margin: float
    fold: Fold = Fold.FLAT
    bleed: float = 0.0
    multiple: int = 1
    most: int = 0
    screen: bool = False
    tagged: bool = True
    folios: bool = True
