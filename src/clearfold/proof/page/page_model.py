"""What the eye meets on the pages of a finished file: letters with their faces, sizes, colours and places.

Between the reader of PDFs and the checks of printed pages. Lengths are in points (1/72 inch) from the lower-left corner
of the page as it is trimmed and turned; a face's own measures are in em.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import Protocol

from clearfold.model.messages import message
from clearfold.model.transcript import Block
from clearfold.model.units import MM

"""Points in a millimetre."""
INVISIBLE = frozenset({3, 7})  # text rendering modes that paint nothing (ISO 32000-1, 9.3.6)
ASCENT, DESCENT = 0.72, -0.21
"""What most faces have, in em: the top of b d h k l, the foot of g p q y."""

CELLS = 24
"""Cells of a grid across, and down."""
Pixel = tuple[int, int, int]
"""Red, green and blue from 0 to 255."""
Colour = tuple[float, float, float]
"""Red, green and blue of sRGB, each from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle whose sides are those of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Box") -> bool:
        """Say whether the two share some area."""
        # Compared side by side, which is faster than min and max: it is asked more often than anything else of a page.
        across = self.left < other.right > other.left < self.right > self.left
        return across and self.bottom < other.top > other.bottom < self.top > self.bottom

    def joined(self, other: "Box") -> "Box":
        """Return the least box around both."""
        left, bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        return Box(left, bottom, max(self.right, other.right), max(self.top, other.top))

    def within(self, other: "Box") -> "Box":
        """Return what both share; a box of no area where they share nothing."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return Box(left, bottom, max(left, min(self.right, other.right)), max(bottom, min(self.top, other.top)))


EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)
"""The clip of what is not clipped."""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface as it is in the file; lengths in em.

    ``x_height`` is 0 where nothing tells it. ``ascent`` and ``descent`` reach from the baseline to the top of b d h k l
    and to the foot of g p q y. ``weight`` is 400 for regular, 700 for bold.
    """

    name: str = ""
    x_height: float = 0.0
    ascent: float = ASCENT
    descent: float = DESCENT
    weight: int = 400
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class TextState:
    """How some letters are drawn: ``size`` upright to the baseline, in pt; ``colour`` None where unknown.

    ``alpha`` is 1 for what covers; ``mode`` the text rendering mode; ``slanted`` is true of letters that the matrix
    slants; ``angle`` is that of the baseline in degrees, counter-clockwise; ``width`` is 1 for letters as wide as their
    face has them, less for those that are made narrower; ``mirrored`` letters are drawn as in a mirror. Of letters that
    are ``masked`` only the rendered page tells whether they show.
    """

    face: Face
    size: float
    colour: Colour | None = None
    alpha: float = 1.0
    mode: int = 0
    slanted: bool = False
    angle: float = 0.0
    width: float = 1.0
    masked: bool = False
    mirrored: bool = False

    @property
    def x_height(self) -> float:
        """Return the x-height on the page in mm, 0 where it is unknown."""
        return self.face.x_height * self.size / MM

    @property
    def seen(self) -> bool:
        """Say whether the letters are painted at all."""
        return self.mode not in INVISIBLE and self.alpha > 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters ``low`` up to ``high`` of a line that one operator draws, on their own baseline, within the ``clip``."""

    low: int
    high: int
    state: TextState
    baseline: float
    clip: Box = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line in one marked-content sequence: its text, and where each character of it is.

    ``page`` counts from 0, ``number`` the lines of the file, from 0, so that a block of content can point to its line.
    ``drawn`` has the characters that the glyphs show, where ActualText says others; ``starts`` and ``ends`` are the
    places of the characters along the baseline; ``missing`` are characters for which the face has no glyph.
    ``artifact`` is its type, "" for content; ``figure`` is true of text that a tag counts to a picture; ``scope`` are
    the graphics states around it, the outer one first.
    """

    page: int
    number: int
    text: str
    drawn: str
    starts: Sequence[float]
    ends: Sequence[float]
    stretches: tuple[Stretch, ...]
    artifact: str = ""
    figure: bool = False
    scope: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()

    @property
    def state(self) -> TextState:
        """Return how most of the line is drawn."""
        return self._most.state

    @property
    def baseline(self) -> float:
        """Return the height of the baseline of most of the line."""
        return self._most.baseline

    @property
    def _most(self) -> Stretch:
        if len(self.stretches) == 1:  # nearly always, and asked of every line by nearly every check
            return self.stretches[0]
        return max(self.stretches, key=lambda s: s.high - s.low)

    @property
    def upright(self) -> bool:
        """Say whether the line is read as the page is held."""
        return abs(self.state.angle) < 1

    @property
    def box(self) -> Box:
        """Return the room of its letters, ascenders and descenders included."""
        return self.part(0, len(self.text))

    def part(self, low: int, high: int) -> Box:
        """Return the room of some of its letters."""
        parts = self.stretches
        if len(parts) > 1:
            parts = tuple(s for s in parts if s.low < high and s.high > low)
        bottom = min(s.baseline + s.state.face.descent * s.state.size for s in parts)
        top = max(s.baseline + s.state.face.ascent * s.state.size for s in parts)
        flat = Box(min(self.starts[low:high]), bottom, max(self.ends[low:high]), top)
        return flat if self.upright else _turned(flat, parts[0].state.angle)

    def words(self) -> Iterator[tuple[int, int]]:
        """Yield the words: first letter, letter after the last."""
        at = 0
        for word in self.text.split(" "):
            if word:
                yield at, at + len(word)
            at += len(word) + 1

    def inks(self, low: int, high: int) -> Iterator[TextState]:
        """Yield how letters low up to high are drawn."""
        return (s.state for s in self.stretches if s.low < high and s.high > low)


def _turned(box: Box, angle: float) -> Box:
    """Return the room of a box that is turned about the page's origin, by an angle in degrees."""
    across, up = cos(radians(angle)), sin(radians(angle))
    corners = [(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    xs, ys = [x * across - y * up for x, y in corners], [x * up + y * across for x, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Shape:
    """A painted path or shading: its room on the page, clipped; ``plain`` is a rectangle or an upright or level line.

    ``figure`` numbers the marked content of the picture that it belongs to, 0 for none; ``after`` counts the operators
    that drew text before it.
    """

    box: Box
    plain: bool
    colour: Colour | None = None
    shading: bool = False
    figure: int = 0
    scope: tuple[int, ...] = ()
    after: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page: an image, or a drawing of shapes; ``scope`` as in a line, () for an image.

    ``coded`` are the bytes of a JPEG that is there as it is, b"" for any other picture.
    """

    box: Box
    scope: tuple[int, ...] = ()
    coded: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class PageLook:
    """A page as the eye meets it; ``number`` counts from 0, ``label`` is printed; ``links`` are the areas of links."""

    number: int
    label: str
    width: float
    height: float
    lines: tuple[Line, ...]
    shapes: tuple[Shape, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[Box, ...] = ()

    @property
    def name(self) -> str:
        """Return how people name the page."""
        return message("page {number}", number=self.number + 1)


@dataclass(frozen=True, slots=True)
class Row:
    """What one block of the copy has on one line of a page; ``lines`` are numbers of lines.

    ``gaps`` are the widths of the spaces between its words.
    """

    page: int
    left: float
    right: float
    baseline: float
    size: float
    text: str
    lines: tuple[int, ...]
    gaps: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block of the copy as it stands on the pages; ``whole`` is true where all its letters were found."""

    block: Block
    rows: tuple[Row, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Patch:
    """A box on a page as it is rendered: how many pixels have each colour without the text.

    ``inked`` is true where the page with its text differs from the page without.
    """

    colours: tuple[tuple[int, Colour], ...]
    inked: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page shows where a picture may stand: a grid for each place, and the colours around it.

    A grid is CELLS by CELLS mean colours, from the top, row by row, as red, green and blue from 0 to 255.
    """

    places: tuple[bytes, ...]
    grounds: tuple[Pixel, ...]


@dataclass(frozen=True, slots=True)
class Dots:
    """What a page shows in a place, dot by dot: from the top, row by row, as red, green and blue from 0 to 255."""

    width: int
    height: int
    dots: bytes


class View(Protocol):
    """The rendered pages of a file, counted from 0."""

    def patch(self, page: int, box: Box) -> Patch:
        """Return what a box of a page shows behind its text, and whether its text shows at all."""
        ...

    def seen(self, page: int, frame: Box, parts: Sequence[Box], times: int = 1, *, smooth: bool = True) -> Seen:
        """Return what parts of a frame of a page show without its text, as grids, and what is around the frame.

        It is rendered ``times`` as finely as is needed for the grids; not ``smooth``, with the dots of pictures as
        squares.
        """
        ...

    def dots(
        self, page: int, frame: Box, part: Box, most: tuple[int, int], times: int = 1, *, smooth: bool = True
    ) -> Dots:
        """Return what a part of a frame shows without its text, no finer than ``most`` dots across and down."""
        ...

    def codes(self, page: int) -> tuple[str, ...]:
        """Return what the QR codes of a page say."""
        ...

    def ink(self, page: int, box: Box) -> Colour | None:
        """Return the colour of the letters in a box, None where no letters show."""
        ...
