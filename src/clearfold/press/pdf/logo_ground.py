"""On which ground a logo can be seen: it is drawn once, and each of its dots held against paper and house colour."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import LeafletError
from clearfold.press.design.brand import PRIMARY
from clearfold.press.design.colours import PAPER, contrast
from clearfold.press.leaflet import Leaflet
from clearfold.press.pdf.fetcher import RootedFetcher
from clearfold.press.pdf.render_error import RenderError, no_warnings

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

SIDE = 192  # dots of the drawing that are looked at, each way
SEEN = 2.5  # the contrast with one of two grounds that any colour has: they are at 7:1 to each other
MUCH = 0.5  # of what is drawn that must be seen on paper, or more than on the house colour
LITTLE = 0.003  # of what is drawn, ground included; of a thin signature 0.01 is seen
INKED = 40  # of 255: a dot that is more transparent is not drawn
EDGE = 0.9  # of the dots along its edge that are drawn in one colour: the logo brings a ground of its own


@dataclass(frozen=True, slots=True)
class Logo:
    """How a logo stands on a page: on the house colour if ``dark``, else on paper; and whether it is seen there.

    ``ratio`` is its width by its height, 0 where there is none.
    """

    dark: bool = False
    ratio: float = 0.0
    seen: bool = True


def look_at_logo(path: Path, primary: str) -> Logo:
    """Return how a logo stands; one that cannot be drawn is told elsewhere."""
    return _looked(path, path.stat().st_mtime_ns, primary)


def hold_sponsors(leaflet: Leaflet) -> None:
    """Raise LeafletError where a sponsor's logo is not seen on paper, which is its ground in every edition."""
    logos = [one for one in leaflet.metadata.sponsors if one.logo]
    looks = [(one, look_at_logo(one.logo.path, leaflet.publisher.primary or PRIMARY)) for one in logos if one.logo]
    unseen = [one for one, look in looks if look.dark or not look.seen]
    if unseen:
        raise LeafletError([mistake("SRC-130", one.place or leaflet.source.at(0, 0), "sponsor") for one in unseen])


@lru_cache(maxsize=16)
def _looked(path: Path, _: int, primary: str) -> Logo:
    try:
        picture, ratio = _drawn(path)
    except (RenderError, OSError, ValueError):
        return Logo()
    dots = [f"#{r:02x}{g:02x}{b:02x}" if a > INKED else "" for r, g, b, a in _dots(picture)]
    if ground := _own_ground(dots):
        return Logo(ratio=ratio, seen=_share([dot for dot in dots if dot], ground) > LITTLE)
    drawn = [dot for dot in dots if dot]
    on_paper, on_primary = (_share(drawn, ground) for ground in (PAPER, primary))
    dark = on_paper < MUCH and on_primary > on_paper
    return Logo(dark, ratio, max(on_paper, on_primary) > LITTLE)


def _own_ground(dots: list[str]) -> str:
    """Return the colour of the ground that a logo brings along: that of most of its edge; "" of a transparent one."""
    edge = (*dots[:SIDE], *dots[-SIDE:], *dots[::SIDE], *dots[SIDE - 1 :: SIDE])
    colour, count = Counter(edge).most_common(1)[0]
    return colour if count > EDGE * len(edge) else ""


def _dots(picture: "Picture") -> Iterator[tuple[int, ...]]:
    return zip(*[iter(picture.tobytes())] * len(picture.getbands()), strict=True)


def _share(dots: list[str], ground: str) -> float:
    """Return which part of what is drawn can be told from a ground."""
    known = {colour: contrast(colour, ground) >= SEEN for colour in set(dots)}
    return sum(known[colour] for colour in dots) / len(dots) if dots else 0.0


def _drawn(path: Path) -> tuple["Picture", float]:
    """Return a small picture of a logo, with what is transparent in it, and its width by its height."""
    from PIL import Image

    if path.suffix.lower() != ".svg":
        with Image.open(path) as image:
            small = image.convert("RGBA")
            ratio = small.width / small.height
            return small.resize((SIDE, SIDE), Image.Resampling.NEAREST), ratio
    return _drawing(path)


def _drawing(path: Path) -> tuple["Picture", float]:
    """Draw an SVG on white and on black: where the two differ, it lets through what is behind it."""
    import pypdfium2
    from PIL import Image
    from weasyprint import HTML

    page = f'<img src="{path.as_uri()}" style="display:block;width:100mm">'
    sheet = "<style>@page{size:100mm 400mm;margin:0}body{margin:0}</style>"
    with no_warnings():
        document = HTML(string=sheet + page, url_fetcher=RootedFetcher([path.parent])).render()
        data = document.write_pdf()
    box = next(b for b in document.pages[0]._page_box.descendants() if b.element_tag == "img")
    pdf = pypdfium2.PdfDocument(BytesIO(data))
    try:
        both = [pdf[0].render(scale=1, fill_color=fill).to_pil().convert("RGB") for fill in (WHITE, BLACK)]
    finally:
        pdf.close()
    share = (both[0].width / document.pages[0].width, both[0].height / document.pages[0].height)
    # The outermost dots are mixed with what is around.
    room = (1, 1, max(2, int(box.width * share[0]) - 1), max(2, int(box.height * share[1]) - 1))
    white, black = (picture.crop(room).resize((SIDE, SIDE), Image.Resampling.NEAREST) for picture in both)
    dots = (_dot(w, b) for w, b in zip(_dots(white), _dots(black), strict=True))
    made = Image.frombytes("RGBA", (SIDE, SIDE), bytes(value for dot in dots for value in dot))
    return made, box.width / box.height


WHITE, BLACK = (255, 255, 255, 255), (0, 0, 0, 255)


def _dot(white: tuple[int, ...], black: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Return the colour and opacity of a dot that was drawn on white and on black."""
    alpha = 255 - max(0, max(w - b for w, b in zip(white, black, strict=True)))
    red, green, blue = (min(255, round(255 * b / alpha)) if alpha else 0 for b in black)
    return red, green, blue, alpha
