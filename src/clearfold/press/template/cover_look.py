"""How the cover of a leaflet looks: the design that its writer chose, and what stands on which ground."""

from dataclasses import dataclass

from clearfold.model.paper import Level, Paper
from clearfold.model.units import MM
from clearfold.press.design.measure import width
from clearfold.press.edition import Fit
from clearfold.press.images.svg_ground import svg_ground
from clearfold.press.images.svg_words import svg_words
from clearfold.press.leaflet import Design, Leaflet
from clearfold.press.template.title_lines import CoverText, Lines, Sizes, cover_text

MOTIF, HALO = "made:motif.svg", "made:halo.svg"
A4 = Paper(Level.LARGE, width=210, height=297, margin=25)
"""The page of the cover of an e-book."""
NARROW = 180.0  # mm: on a page less wide, a subtitle has the size of the text
TEXT = {Level.CLEAR: 14.0, Level.LARGE: 19.0, Level.GIANT: 25.0}  # pt, as the editions' style sheets have it
HEIGHT, GROWS = 10.0, 0.55  # mm of a logo's height, and the part of the page's margin that is added
WIDEST = 0.45  # of the page's width, of a logo
BESIDE = 5.0  # mm between a logo and what stands beside it
DISC, DISC_WIDTH = 2, 13.0  # signs of a series that stand in a disc, and its width in mm
BOLD, ALMOST_TWO = 600, 1.8  # the weight of a name, and the lines that it may fill
LARGER = 3.0  # pt by which a subtitle is larger than the text


@dataclass(frozen=True, slots=True)
class CoverLook:
    """What a cover's template is told: the classes of its design, the address of a motif in place of a picture.

    ``logo`` is the logo's width and height in mm; the mark of a series stands in a ``disc``, or below the name;
    a logo that is too light for paper wants a ``dark`` ground. ``ground`` is the colour that a drawing brings, "" for
    none: it goes on beside the drawing.
    """

    classes: str
    motif: str
    logo: tuple[float, float] = (0.0, 0.0)
    disc: bool = False
    dark: bool = False
    ground: str = ""


def design_of(leaflet: Leaflet) -> Design:
    """Return the design of a cover: the writer's, or one that suits what there is to show."""
    return leaflet.metadata.design or (Design.PICTURE if leaflet.metadata.cover else Design.PLAIN)


def look_of(leaflet: Leaflet, paper: Paper | None, *, dark: bool = False, ratio: float = 0.0) -> CoverLook:
    """Return how a cover looks of which the logo, so wide for its height, wants a dark ground or paper."""
    page = paper or A4
    height = HEIGHT + page.margin * GROWS
    wide = min(ratio * height, WIDEST * page.width)
    logo = (round(wide, 1), round(wide / ratio, 1)) if ratio else (0.0, 0.0)
    disc = 0 < len(leaflet.metadata.series) <= DISC
    beside = page.width - 2 * page.margin - wide - BESIDE - (BESIDE + DISC_WIDTH if disc else 0)
    classes = [design_of(leaflet).value]
    classes += ["dark"] if dark else []
    drawing = _drawing(leaflet)
    # Words of a drawing stand within the margin like all others.
    classes += ["worded"] if drawing and svg_words(drawing) else []
    classes += ["wide"] if ratio and not _stands_in(leaflet, TEXT[page.level], beside) else []
    motif = "" if leaflet.metadata.cover else MOTIF
    return CoverLook(" ".join(classes), motif, logo, disc, dark, ground_of(leaflet))


def ground_of(leaflet: Leaflet) -> str:
    """Return the colour that the drawing of a cover lays over all of itself, "" where it brings none."""
    drawing = _drawing(leaflet)
    return svg_ground(drawing) if drawing else ""


def _drawing(leaflet: Leaflet) -> bytes:
    """Return the SVG of the cover, b"" where its picture is none."""
    cover = leaflet.metadata.cover
    return cover.path.read_bytes() if cover is not None and cover.path.suffix.lower() == ".svg" else b""


def _stands_in(leaflet: Leaflet, size: float, room: float) -> bool:
    """Say whether the association's name stands well beside its logo: on two lines, and no word wider than the room."""
    em = room * MM / size
    words = [width(word, leaflet.publisher.typeface, BOLD) for word in leaflet.metadata.publisher.split()]
    return max(words, default=0.0) < em and sum(words) < ALMOST_TWO * em


def said(leaflet: Leaflet) -> CoverText:
    """Return what a cover says as it is written, for those who read it and lay nothing out."""
    data = leaflet.metadata
    title, subtitle, audience = (
        Lines((text,) if text else (), loose=True) for text in (data.title, data.subtitle, data.audience)
    )
    return CoverText(0.0, title, subtitle, audience)


def said_on(leaflet: Leaflet, paper: Paper | None, fit: Fit) -> CoverText:
    """Return what a cover says, in lines that were measured."""
    page = paper or A4
    text = TEXT[page.level] + (1 if page.screen else 0)
    subtitle = text if page.width < NARROW else text + LARGER
    sizes = Sizes(text, subtitle, fit.smaller)
    return cover_text(leaflet.metadata, leaflet.publisher, page.width, page.width - 2 * page.margin, sizes)
