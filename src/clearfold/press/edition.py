"""What an edition is, as data, and what comes out of the press."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from clearfold.model.binding import Binding
from clearfold.model.braille import Sheet
from clearfold.model.design import Design
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.paper import Paper
from clearfold.model.transcript import Furniture
from clearfold.press.leaflet import Leaflet

# What every printed page is made with; an edition's own sheet comes after them.
PRINTED = ("fonts.css", "tokens.css", "base.css", "paged.css", "covers.css", "back.css")
# Soft hyphen, break opportunities and joiners: characters without a glyph.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a printed page begins: its number, and a place in the text of the leaflet.

    The place is that after ``offset`` characters, white space not counted and a picture counted as one, of the
    element with the id ``anchor``, or of the body where no element around it has one and ``anchor`` is "".
    """

    page: int
    anchor: str
    offset: int


@dataclass(frozen=True, slots=True)
class Fit:
    """What a template is told of the pages laid out before: see pdf/fitting.py.

    ``cover``, ``contents`` and ``back`` (the back cover) are shares of the style sheet's space; the cover's title is so
    many steps ``smaller`` than three lines would let it be; ``art`` is the height of the cover's picture in mm, which
    is shown ``whole`` rather than cropped, or fills a ``frame`` so wide and high, (0, 0) for all; ``figures`` are the
    heights in mm of pictures that are lowered, by their numbers; ``begins`` are the numbers of the elements that begin
    a page, ``spaces`` what stands before others in mm, by their numbers, where it is less than styles say; ``cut`` are
    the beginnings of long words that begin a line of their own.
    """

    smaller: int = 0
    contents: float = 1.0
    art: float = 0.0
    whole: bool = False
    frame: tuple[float, float] = (0.0, 0.0)
    cover: float = 1.0
    back: float = 1.0
    figures: Mapping[int, float] = field(default_factory=lambda: MappingProxyType({}))
    begins: frozenset[int] = frozenset()
    spaces: Mapping[int, float] = field(default_factory=lambda: MappingProxyType({}))
    cut: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Output:
    """A finished edition: its file name, its bytes, and what is claimed of it; pages is 0 where there are none.

    ``starts`` are the places where its pages begin, ``imprint`` is the line by which its readers know it, and
    ``ticket`` is what who prints it has to know, "" where it is not for paper alone.
    """

    edition: str
    name: str
    media_type: str
    data: bytes
    pages: int
    conformance: tuple[str, ...]
    starts: tuple[PageStart, ...] = ()
    imprint: str = ""
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One way in which a leaflet is published.

    ``label`` is what readers call it, in English (the key of the labels); ``suffix`` ends the
    file's name after ``<leaflet>-<language>``; ``style_sheets`` stand in styles/, the last one ruling; ``line``
    is how many characters of the widest sort fit on a line, 0 where the reader decides; ``needs`` names the
    editions whose outputs ``write`` is given, of leaflets of which ``needs_where`` says so, of all where it is None;
    ``paper`` is what the proof measures, None where there are no pages.
    One ``on_request`` does not suit every leaflet, and is made only where its name is given. ``contents`` says
    whether there is a list of contents, ``questions`` whether ruled pages fill the last sheet of paper. ``ahead`` makes
    what of it needs no other edition; where that has been made beside, ``write`` is given it after what it needs.
    ``binding`` declares what a book has around its text, None where there are pages; ``design`` what these are drawn
    with, None for a book; ``sheet`` what braille of a leaflet promises of its pages, None of all that is not braille;
    ``kept_from`` tells why it cannot be made here, of a leaflet or on a machine, where there is such a reason.
    ``languages`` says whether it leads to the leaflet's other languages.
    """

    name: str
    label: str
    media_type: str
    suffix: str
    template: str
    style_sheets: tuple[str, ...]
    write: "Writer"
    furniture: Callable[[Leaflet, "Edition"], tuple[Furniture, ...]]
    line: int = 0
    needs: tuple[str, ...] = ()
    needs_where: "Callable[[Leaflet], bool] | None" = None
    paper: Paper | None = None
    on_request: bool = False
    contents: bool = True
    questions: bool = False
    ahead: "Writer | None" = None
    binding: "Callable[[Leaflet, Edition], Binding] | None" = None
    design: "Callable[[Leaflet, Edition], Design] | None" = None
    sheet: "Callable[[Leaflet], Sheet] | None" = None
    kept_from: "Callable[[Leaflet], Diagnostic | None] | None" = None
    languages: bool = False

    def needed(self, leaflet: Leaflet) -> tuple[str, ...]:
        """Return the names of the editions that this one of a leaflet is made of."""
        return self.needs if self.needs_where is None or self.needs_where(leaflet) else ()

    def file_name(self, leaflet: Leaflet) -> str:
        """Return the name of this edition's file."""
        return f"{leaflet.metadata.id}-{leaflet.metadata.lang}{self.suffix}"


Writer = Callable[[Leaflet, Edition, tuple[Output, ...]], Output]
"""Makes an edition of a leaflet, given the outputs of the editions that it needs."""


def drawn(text: str) -> int:
    """Return how many characters of a text leave ink: layout may change its white space and invisible characters."""
    return sum(1 for character in text if not character.isspace() and character not in INVISIBLE)
