"""The words that a drawing shows: text of an SVG, in the order in which it is drawn (SVG 2, 11).

An edition with pages draws them as letters, so they are in its text; a screen reader says the picture's alternative
instead, and an e-book keeps the file as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from clearfold.model.limits import SVG_ELEMENTS
from clearfold.proof.expect.picture_files import picture_file
from clearfold.proof.expect.plain_drawings import read_plain
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers import UnreadableError

UNDRAWN = frozenset("defs symbol clippath mask pattern marker style script metadata title desc lineargradient".split())
XLINK = "{http://www.w3.org/1999/xlink}href"
# Elements that are met: more than the press takes, which counts them in its own way.
MOST = 2 * SVG_ELEMENTS
DEEPEST = 30  # of drawings within drawings; one within itself the press refuses


def drawn_words(folder: Path, name: str) -> str:
    """Return the words that a picture of a folder draws, "" for any other picture, or one that cannot be read."""
    if not name.lower().endswith(".svg"):
        return ""
    try:
        path = picture_file(folder, name)
        if path is None:
            return ""
        drawing = read_plain(path.read_bytes(), name)
    except (OSError, ValueError, UnreadableError):
        return ""  # the press tells of a picture that is not there, or is none
    named = {identity: element for element in drawing.iter() if (identity := element.get("id"))}
    walk = _Walk(named)
    try:
        return " ".join(" ".join(walk.words(drawing, 0)).split())
    except TooManyError:
        return ""  # the press refuses it


class TooManyError(Exception):
    """A drawing draws more than any leaflet needs, by drawing parts of itself again and again."""


@dataclass(slots=True)
class _Walk:
    """One walk over what a drawing draws; ``named`` are its elements by their ids."""

    named: dict[str, Element]
    met: int = 0

    def words(self, element: Element, depth: int) -> Iterator[str]:
        self.met += 1
        if self.met > MOST:
            raise TooManyError
        name = name_of(element)
        if depth > DEEPEST or _hidden(element):
            return
        if name == "text":
            yield "".join(_letters(element))
        elif name == "use":
            target = self.named.get((element.get("href") or element.get(XLINK) or "").removeprefix("#"))
            if target is not None:
                yield from self.words(target, depth + 1) if name_of(target) != "symbol" else self.inner(target, depth)
        elif name not in UNDRAWN:
            yield from self.inner(element, depth)

    def inner(self, element: Element, depth: int) -> Iterator[str]:
        for child in element:
            yield from self.words(child, depth + 1)


def _letters(element: Element) -> Iterator[str]:
    """Yield the letters of a text, with those of its parts; titles and what is hidden are not drawn."""
    yield element.text or ""
    for child in element:
        if name_of(child) not in UNDRAWN and not _hidden(child):
            yield from _letters(child)
        yield child.tail or ""


def _hidden(element: Element) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    return (
        element.get("display") == "none"
        or "display:none" in style
        or element.get("visibility") in ("hidden", "collapse")
        or "visibility:hidden" in style
    )
