"""Drawings as pages can show them: as they are where WeasyPrint draws them rightly, and as dots where it does not.

WeasyPrint 70 leaves out filters, and draws some strokes, gradients, patterns and parts that are used again otherwise
than browsers do. librsvg draws what the file says; the words stay letters, which are read, found and copied.
"""

import re
from base64 import b64encode
from copy import deepcopy
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from clearfold.press.images.undrawn_svg import SVG, XLINK
from clearfold.press.pdf.render_error import unheard

if TYPE_CHECKING:
    import pyvips
    from PIL.Image import Image

# What a drawing has that is not written as simply as can be: no other was seen to be drawn wrongly.
_INVOLVED = re.compile(rb"style|class\s*=|url\(|opacity|<(?:\w+:)?(?:use|image|switch)\b")
_WORDS = f"{{{SVG}}}text"
# What draws nothing by itself, but words may stand in it, or need it.
_AROUND_WORDS = frozenset(f"{{{SVG}}}{name}" for name in ("svg", "g", "a", "switch", "style"))
LOOKS = (480, 960)  # dots of the longer side: a closer look where the first does not do
FINER = 4  # times as finely a page is rendered: what is thinner than a dot is drawn as wide as one
PRINTED = 1600  # dots of the longer side: 250 an inch, as wide as the text of A4 is
OFF = 56  # how far a dot may be beyond those around it, of 255
AROUND = 2  # dots to each side
SPOT, MOST = 7, 5  # dots across and down, and how many of them may be off
PIXELS, POINTS = 96, 72  # an inch: of CSS, of a PDF


@lru_cache(maxsize=64)  # a page is laid out several times, and the editions share their drawings
def svg_for_pages(data: bytes) -> bytes:
    """Return an SVG that WeasyPrint draws as its file says: the same where it does so, dots under its words if not."""
    if not _INVOLVED.search(data):
        return data
    import pyvips

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
        shapes = deepcopy(root)
        for words in [*shapes.iter(_WORDS)]:
            _drop(words)
        drawn = etree.tostring(shapes)
        size = _size(drawn)
        if any(_alike(drawn, size, longer) for longer in LOOKS):
            return data
        return _as_dots(root, drawn, size)
    except (etree.XMLSyntaxError, pyvips.Error):
        return data  # the proof tells of what is drawn wrongly


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _size(data: bytes) -> tuple[float, float]:
    """Return how wide and high a drawing is, in pixels of CSS."""
    image = _loaded(data, 100)  # in hundredths, since whole pixels are told
    return image.width / 100, image.height / 100


def _loaded(data: bytes, times: float) -> "pyvips.Image":
    """Return a drawing so many times as large as it is in pixels of CSS; libvips takes a pixel for a point."""
    import pyvips

    return pyvips.Image.svgload_buffer(data, dpi=PIXELS, scale=times * POINTS / PIXELS)


def _by_librsvg(data: bytes, size: tuple[float, float], longer: int) -> "Image":
    from PIL import Image

    drawn = _loaded(data, longer / max(size))
    return Image.open(BytesIO(drawn.write_to_buffer(".png"))).convert("RGBA")


def _by_weasyprint(data: bytes, size: tuple[float, float], longer: int) -> "Image":
    """Draw an SVG as a page does, on white."""
    import pypdfium2
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    width, height = (round(side * longer / max(size), 3) for side in size)
    page = f"@page{{size:{width}px {height}px;margin:0}}body{{margin:0}}"
    picture = f"img{{display:block;width:{width}px;height:{height}px}}"
    address = f"data:image/svg+xml;base64,{b64encode(data).decode()}"
    text = f'<style>{page}{picture}</style><img src="{address}">'
    pdf = pypdfium2.PdfDocument(HTML(string=text, url_fetcher=URLFetcher(allowed_protocols=("data",))).write_pdf())
    try:
        made: Image = pdf[0].render(scale=FINER * PIXELS / POINTS).to_pil().convert("RGB")
        return made
    finally:
        pdf.close()


def _alike(data: bytes, size: tuple[float, float], longer: int) -> bool:
    """Tell whether WeasyPrint draws an SVG as librsvg does, but for what programs do at edges."""
    from PIL import Image, ImageChops, ImageFilter

    with unheard():
        ours = _by_weasyprint(data, size, longer)
    theirs = Image.new("RGBA", (dots := _by_librsvg(data, size, longer)).size, "white")
    theirs.alpha_composite(dots)
    wanted = theirs.convert("RGB")
    seen = ours.resize(wanted.size, Image.Resampling.BOX)
    low = high = wanted
    for across, down in ((1, 0), (0, 1)):
        moved = [(across * step, down * step) for step in range(-AROUND, AROUND + 1)]
        lows, highs = ([ImageChops.offset(one, *by) for by in moved] for one in (low, high))
        for one, other in zip(lows, highs, strict=True):
            low, high = ImageChops.darker(low, one), ImageChops.lighter(high, other)
    off = ImageChops.lighter(ImageChops.subtract(seen, high), ImageChops.subtract(low, seen))
    red, green, blue = off.split()
    far = ImageChops.lighter(ImageChops.lighter(red, green), blue).point([0] * (OFF + 1) + [255] * (255 - OFF))
    worst = max(far.filter(ImageFilter.BoxBlur(SPOT // 2)).tobytes())
    return worst * SPOT * SPOT <= (MOST + 0.5) * 255


def _as_dots(root: etree._Element, drawn: bytes, size: tuple[float, float]) -> bytes:
    """Return a drawing as large as another, of whose shapes it has the dots, and above them its words."""
    data = BytesIO()
    _by_librsvg(drawn, size, PRINTED).save(data, "PNG")
    width, height = (f"{side:g}" for side in size)
    made = etree.fromstring(
        f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}" width="{width}" height="{height}" viewBox="0 0 {width} {height}"/>'
    )
    dots = etree.SubElement(made, f"{{{SVG}}}image", width=width, height=height, preserveAspectRatio="none")
    dots.set(f"{{{XLINK}}}href", f"data:image/png;base64,{b64encode(data.getvalue()).decode()}")
    if next(root.iter(_WORDS), None) is not None:
        words = deepcopy(root)
        _leave_words(words)
        words.set("width", width)
        words.set("height", height)
        made.append(words)
    return etree.tostring(made)


def _leave_words(element: etree._Element) -> None:
    """Take out of a drawing what is no word, nor stands around one."""
    for child in list(element):
        if child.tag not in (*_AROUND_WORDS, _WORDS):
            element.remove(child)
        elif child.tag != _WORDS:
            _leave_words(child)
