"""What of an SVG is never drawn: what is there for other programs, and pictures that nothing shows."""

import re
from typing import Final
from urllib.parse import quote

from lxml import etree

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
# Pictures that are in the drawing; parts of it that are named; what is drawn only where something else names it.
_HERE = re.compile(r"\s*(?:data:|#)", re.IGNORECASE)
_PART = re.compile(r"#([^\s\"')]+)")
_FONT = re.compile(r"@font-face\s*\{(?:(?!url\()[^{}])*url\(\s*[\"']?#(?:(?!url\()[^{}])*\}", re.IGNORECASE)
_ID = re.compile(r"[^\W\d][\w.·-]*")
_KEPT = frozenset({"defs", "pattern", "symbol", "clipPath", "mask", "marker"})
_HIDDEN = re.compile(r"display\s*:\s*none|;none$")


def leave_out(root: etree._Element) -> bool:
    """Take out of a drawing what is never drawn, and names that are none; tell whether there was any."""
    size = sum(1 for _ in root.iter())
    _choose(root)
    _drop_unseen(root)
    changed = (_drop_names(root), _drop_fonts(root), size != sum(1 for _ in root.iter()))
    return any(changed)


def _drop_fonts(root: etree._Element) -> bool:
    """Take letters out of style sheets that the drawing brings as SVG: browsers show none, and WeasyPrint 70 halts."""
    changed = False
    for style in root.iter(f"{{{SVG}}}style"):
        text = _FONT.sub("", style.text or "")
        changed, style.text = changed or text != (style.text or ""), text
    return changed


def _drop_names(root: etree._Element) -> bool:
    """Take away each ``id`` that may not be one (XML names without colons): EPUBCheck takes it for an error."""
    odd = [element for element in root.iter("*") if not _ID.fullmatch(str(element.get("id", "a")))]
    said = "\n".join(_values(root)) if odd else ""
    unused = [element for element in odd if not _is_named(str(element.get("id")), said)]
    for element in unused:
        del element.attrib["id"]
    return bool(unused)


def _is_named(name: str, said: str) -> bool:
    return bool(name) and (f"#{name}" in said or f"#{quote(name)}" in said)


def _values(root: etree._Element) -> list[str]:
    """Return all of a drawing that may name a part of it."""
    values = (str(value) for element in root.iter("*") for value in element.attrib.values())
    styles = (style.text or "" for style in root.iter(f"{{{SVG}}}style"))
    return [value for value in (*values, *styles) if "#" in value]


def _choose(root: etree._Element) -> None:
    """Leave in each <switch> what is shown of it (SVG 2, 5.9), and of what browsers alone lay out what is not empty."""
    for switch in tuple(root.iter(f"{{{SVG}}}switch")):
        children = list(switch)
        if not any("systemLanguage" in child.attrib for child in children):
            shown = next((child for child in children if _is_shown(child)), None)
            for child in children:
                if child is not shown and not _is_missed(child, shown):
                    _cut(child)
    for laid in tuple(root.iter(f"{{{SVG}}}foreignObject")):
        if not _is_laid(laid):
            _cut(laid)


def _drop_unseen(root: etree._Element) -> None:
    """Take pictures out that are other files and not drawn: what a drawer traced, or once filled a shape with."""
    beside = [image for image in root.iter(f"{{{SVG}}}image") if not _HERE.match(_address(image))]
    if not beside:
        return
    named = {name for value in _values(root) for name in _PART.findall(value)}
    for image in beside:
        if _is_unseen(image, named):
            _cut(image)


def _address(image: etree._Element) -> str:
    return str(image.get("href") or image.get(f"{{{XLINK}}}href") or "#")


def _is_unseen(element: etree._Element, named: set[str]) -> bool:
    """Tell whether an element is hidden, or kept for others to use, of which none does."""
    for around in (element, *element.iterancestors()):
        if around.get("id") in named:
            return False
        if etree.QName(around).localname in _KEPT or _HIDDEN.search(f"{around.get('style')};{around.get('display')}"):
            return True
    return False


def _is_shown(child: etree._Element) -> bool:
    # SVG 2 has done away with requiredFeatures: all of them are met.
    return "requiredExtensions" not in child.attrib and child.tag != f"{{{SVG}}}foreignObject"


def _is_laid(element: etree._Element) -> bool:
    """Tell whether there is anything in an element that a browser lays out."""
    return bool(len(element) or (element.text or "").strip())


def _is_missed(child: etree._Element, shown: etree._Element | None) -> bool:
    """Tell whether a browser lays out what is not shown in its place: draw.io cuts off words that do not fit."""
    if child.tag != f"{{{SVG}}}foreignObject" or not _is_laid(child):
        return False
    if shown is None:
        return True
    words = _letters(child)
    return bool(words) and words != _letters(shown) and next(shown.iter(f"{{{SVG}}}image"), None) is None


def _letters(element: etree._Element) -> str:
    return "".join("".join(map(str, element.itertext())).split())


def _cut(element: etree._Element) -> None:
    """Take an element out of its tree, and leave the text behind it."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    at = parent.index(element)
    if tail and at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
