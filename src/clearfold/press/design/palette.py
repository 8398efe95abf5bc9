"""The colours of which the pages of an edition may be: what its style sheets, its art and its association name."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

import tinycss2
import tinycss2.ast
from tinycss2.color3 import RGBA, parse_color

from clearfold.press.design.brand import brand_of
from clearfold.press.design.motif import halo, motif
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.leaflet import Publisher

WORDS = frozenset(("all", "color", "font", "font-size", "zoom"))
"""Properties by which a rule gives words another colour or size."""
SHADED = re.compile(r"\b(?:ridge|groove|inset|outset)\b", re.IGNORECASE)
"""Borders with a light and a dark side, which WeasyPrint 70 draws as good as black, whatever their colour is."""


def palette(sheets: Iterable[str], publisher: Publisher, ground: str = "") -> tuple[str, ...]:
    """Return the colours, each once, as ``#rrggbb``; ``sheets`` are names of files in styles/.

    ``ground`` is the colour that the drawing of a cover brings, and that goes on around it.
    """
    folder = styles_folder()
    paths = [*(folder / name for name in sheets), *sorted((folder / "art").rglob("*.svg"))]
    if publisher.style:
        paths.append(publisher.style)
    if publisher.logo and publisher.logo.path.suffix.lower() == ".svg":
        paths.append(publisher.logo.path)  # which stands on the back cover once more, to decorate it
    own = publisher.style.read_text("utf-8", errors="replace") if publisher.style else ""
    shaded = ("#010101",) if SHADED.search(own) else ()
    texts = [path.read_text("utf-8", errors="replace") for path in paths if path.is_file()]
    texts += [ground, *(value for _, value in brand_of(publisher).tokens)]
    drawn = (halo(publisher), *(motif(publisher, 100, 100, dark=dark) for dark in (True, False)))
    texts += [drawing.decode() for drawing in drawn]
    return tuple(dict.fromkeys(("#000000", *shaded, *(colour for text in texts for colour in _named(text)))))


def restyles_words(publisher: Publisher) -> bool:
    """Say whether an association's style sheet gives words a colour or a size by rules of its own.

    Properties of :root alone, as in the sheet that a new project has, do so for all words of a kind at once.
    """
    text = publisher.style.read_text("utf-8", errors="replace") if publisher.style else ""
    waiting = [tinycss2.parse_component_value_list(text, skip_comments=True)]
    while waiting:
        nodes = [node for node in waiting.pop() if not isinstance(node, tinycss2.ast.WhitespaceToken)]
        waiting += [inner for node in nodes if (inner := getattr(node, "content", None))]
        for node, behind in pairwise(nodes):
            named = isinstance(node, tinycss2.ast.IdentToken) and node.lower_value in WORDS
            if named and behind == ":":
                return True
    return False


@lru_cache(maxsize=256)  # style sheets and art, which editions share
def _named(text: str) -> tuple[str, ...]:
    """Return each colour that stands in a text, whatever stands around it."""
    return tuple(dict.fromkeys(_colours(text)))


def _colours(text: str) -> Iterator[str]:
    waiting: list[tinycss2.ast.Node] = tinycss2.parse_component_value_list(text, skip_comments=True)
    while waiting:
        node = waiting.pop()
        inner = getattr(node, "content", None) or getattr(node, "arguments", None) or ()
        if isinstance(node, tinycss2.ast.StringToken):  # an attribute of a drawing
            inner = tinycss2.parse_component_value_list(node.value, skip_comments=True)
        waiting += inner
        colour = parse_color(node)
        if isinstance(colour, RGBA):
            yield "#" + "".join(f"{round(255 * part):02x}" for part in colour[:3])
