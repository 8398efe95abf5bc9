"""Faults that make the words of a page shapes, as programs do that turn text into outlines."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from random import Random

from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from pikepdf import Name

from tests.faults.drawn import Drawn, Item
from tests.faults.fault import fault
from tests.faults.page import Hit, putting
from tests.faults.shown import Show, inverse, made, times

Point = tuple[float, float]


def _outlines(show: Show, font: TTFont) -> Iterator[Item]:
    """Yield what draws the glyphs of a text as shapes, at their places."""
    a, b, c, d, e, f = times(show.matrix, inverse(show.ctm))
    yield made("q")
    yield made("cm", a * show.size, b * show.size, c * show.size, d * show.size, e, f)
    across, unit = 0.0, float(font["head"].unitsPerEm)
    for glyph in show.glyphs:
        pen = DecomposingRecordingPen(font.getGlyphSet())
        font.getGlyphSet()[font.getGlyphName(int.from_bytes(glyph.code, "big"))].draw(pen)
        for operator, points in _cubic(pen.value):
            yield made(operator, *(place for x, y in points for place in (x / unit + across, y / unit)))
        if pen.value:
            yield made("f")
        across += glyph.advance / 1000
    yield made("Q")


def _cubic(drawn: Sequence[tuple[str, tuple[Point, ...]]]) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield the operators of an outline, its quadratic curves made cubic: PDF has no others."""
    at: Point = (0.0, 0.0)
    for name, points in drawn:
        if name == "qCurveTo":
            for off, on in decomposeQuadraticSegment(points):
                yield "c", (_between(at, off), _between(on, off), on)
                at = on
        else:
            yield {"moveTo": "m", "lineTo": "l", "curveTo": "c"}.get(name, "h"), points
            at = points[-1] if points else at


def _between(one: Point, two: Point) -> Point:
    """Return the point two thirds of the way."""
    return one[0] + (two[0] - one[0]) * 2 / 3, one[1] + (two[1] - one[1]) * 2 / 3


def _page(drawn: Drawn, random: Random) -> Hit | None:
    """Make all words of a page shapes; where its text began and ended stays as it was."""
    pages = [n for n in range(1, len(drawn.items)) if sum(len(show.glyphs) for show in drawn.shows(n)) > 120]
    if not pages:
        return None
    page = random.choice(pages)
    fonts: dict[str, TTFont] = {}
    items: list[Item] = []
    for item in drawn.items[page]:
        if isinstance(item, Show):
            name = item.font.name
            if name not in fonts:
                program = item.font.object.DescendantFonts[0].FontDescriptor
                if Name.FontFile2 not in program:
                    return None
                fonts[name] = TTFont(BytesIO(program.FontFile2.read_bytes()))
            items += _outlines(item, fonts[name])
        elif str(item.operator) not in ("BT", "ET"):
            items.append(item)
    drawn.items[page] = items
    return "", page


LOST = "TXT-001 TXT-002 TXT-003 TXT-006 ORD-001 ORD-002 TAG-011 TAG-007 TYP-012 TYP-015 TYP-016 TYP-020 TYP-013 ALT-001"
FAULTS = (fault("unseen", "words of a page made outlines", "TXT-012", putting(_page), also=LOST),)
