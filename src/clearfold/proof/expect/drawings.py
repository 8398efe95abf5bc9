"""The words that a drawing shows: text of an SVG, in the order in which it is drawn (SVG 2, 11).

An edition with pages draws them as letters, so they are in its text; a screen reader says the picture's alternative
instead, and an e-book keeps the file as it is.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from clearfold.proof.expect.picture_files import picture_file
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.xml_tree import parse_xml

UNDRAWN = frozenset("defs symbol clippath mask pattern marker style script metadata title desc lineargradient".split())
XLINK = "{http://www.w3.org/1999/xlink}href"
DEEPEST = 30  # of drawings within drawings; one within itself the press refuses


def drawn_words(folder: Path, name: str) -> str:
    """Return the words that a picture of a folder draws, "" for any other picture, or one that cannot be read."""
    if not name.lower().endswith(".svg"):
        return ""
    try:
        path = picture_file(folder, name)
        if path is None:
            return ""
        drawing = parse_xml(path.read_bytes(), name)
    except (OSError, ValueError, UnreadableError):
        return ""  # the press tells of a picture that is not there, or is none
    named = {identity: element for element in drawing.iter() if (identity := element.get("id"))}
    return " ".join(" ".join(_words(drawing, named, 0)).split())


def _words(element: Element, named: dict[str, Element], depth: int) -> Iterator[str]:
    name = name_of(element)
    if depth > DEEPEST or _hidden(element):
        return
    if name == "text":
        yield "".join(_letters(element))
    elif name == "use":
        target = named.get((element.get("href") or element.get(XLINK) or "").removeprefix("#"))
        if target is not None:
            yield from _words(target, named, depth + 1) if name_of(target) != "symbol" else _inner(target, named, depth)
    elif name not in UNDRAWN:
        yield from _inner(element, named, depth)


def _inner(element: Element, named: dict[str, Element], depth: int) -> Iterator[str]:
    for child in element:
        yield from _words(child, named, depth + 1)


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
